/* read.c: marks to parts. */
#include "claim/read.h"

#include <assert.h>

struct reader {
	const struct published *p;
	Str                     sentence;
	struct tokens           tokens;
	struct marks            marks;
	int                     at;                  /* the mark being read */
	struct part             part;                /* open; its subject is made at closing */
	struct subject          subjects[SUBJECTS_MOST];
	int                     subject_count;
	bool                    subject_open;        /* "turnover and" ... another may follow */
	enum little             little;
	enum about              about;
	struct said            *number;              /* the last, while a year may still be its own */
	bool                    in_brackets, after_comma, after_and;
	bool                    between;             /* "between 2017" ... "and" a year */
	bool                    who_said, when_carried, since_first;
	int                     first_token;
	int                     paired;              /* subjects that already have their number */
	bool                    at_break;
	struct arena           *perm;
	struct reading_of_sentence *read;
};

static struct part
part_new(void)
{
	return (struct part){ .factor = -1, .area = NO_AREA };
}

static void
refuse(struct reader *r, Str why)
{
	if (r->read->refused.len == 0)
		r->read->refused = why;
}

static Str
tokens_text(const struct reader *r, int first, int last)
{
	if (first > last || last >= r->tokens.count)
		return (Str){ r->sentence.at, 0 };
	const char *begin = r->tokens.at[first].seen.at;
	Str end = r->tokens.at[last].seen;
	return (Str){ begin, end.at + end.len - begin };
}

static Str
mark_text(const struct reader *r, const struct mark *mark)
{
	return tokens_text(r, mark->first, mark->last);
}

static bool
words_are(const struct reader *r, const struct mark *mark, Str words)
{
	return str_equal_fold(mark_text(r, mark), words);
}

/* The next mark that is not filler; NULL at the end. */
static const struct mark *
mark_after(const struct reader *r)
{
	for (int i = r->at + 1; i < r->marks.count; i++)
		if (r->marks.at[i].kind != MARK_FILLER)
			return &r->marks.at[i];
	return NULL;
}

/* Whether the part says something of its subject yet. */
static bool
says_something(const struct part *part)
{
	switch (part->relation) {
	case NO_RELATION: return part->level.is;
	case LEVEL:       return part->level.is;
	case MOVE:        return true;
	case AGAINST:     return true;
	case RECORD:      return true;
	case RANK:        return true;
	}
	return false;
}

static void
push_part(struct reader *r, struct subject subject)
{
	struct reading_of_sentence *read = r->read;
	if (read->count == PARTS_MOST) {
		refuse(r, S("It says more things than are checked at once: check it in pieces."));
		return;
	}
	struct part *part = &read->parts[read->count++];
	*part = r->part;
	part->subject = subject;
	if (part->relation == NO_RELATION)
		part->relation = LEVEL;
}

/* The year a following part speaks of, when it says none. */
static struct when
year_carried(const struct part *part)
{
	if (part->level.is && part->level.when.year)
		return part->level.when;
	return part->when;
}

/* Closes the open part, one for each subject, and opens another with the same subjects and year. */
static void
close_part(struct reader *r, int last_token)
{
	if (r->since_first && r->part.when.year == 0) {
		r->part.when = r->part.since;            /* "analysis from September 2023 shows a fall" */
		r->part.since = (struct when){ 0 };
	}
	r->part.before_break = r->at_break;
	if (says_something(&r->part)) {
		r->part.words = tokens_text(r, r->first_token, last_token);
		if (r->subject_count == 0)
			refuse(r, S("No measure was found in it: write turnover, vacancy rate, agency rate, caseload, "
			            "absence or another of DfE\u2019s measures."));
		if (r->paired && r->paired + 1 != r->subject_count)
			refuse(r, S("It has more measures than numbers for them: write them one by one."));
		for (int s = r->paired; s < r->subject_count; s++)
			push_part(r, r->subjects[s]);
		r->paired = 0;
		r->part.before_break = false;
		struct part next = part_new();
		next.basis = r->part.basis;
		next.who = r->part.who;
		next.area = r->part.area;
		next.when = year_carried(&r->part);
		r->part = next;
		r->who_said = false;
		r->when_carried = true;
		r->since_first = false;
		r->first_token = last_token + 1;
	}
	r->subject_open = false;
	r->number = NULL;
	r->little = NO_LITTLE;
	r->after_and = false;
}

static void
read_measure(struct reader *r, const struct mark *mark)
{
	bool more = r->subject_open && r->subject_count < SUBJECTS_MOST;
	if (!more && r->subject_count && says_something(&r->part)) {
		close_part(r, mark->first - 1);
		r->subject_count = 0;
	} else if (!more) {
		r->subject_count = 0;
	}
	Str words = mark_text(r, mark);
	bool rate = str_find_fold(words, S("rate")) >= 0 || str_find_fold(words, S("percentage")) >= 0
		|| str_find_fold(words, S("proportion")) >= 0 || str_find_fold(words, S("share")) >= 0;
	r->subjects[r->subject_count++] = (struct subject){ mark->measures, mark->own, rate, words };
	r->subject_open = true;
	r->number = NULL;
	r->little = NO_LITTLE;
}

/* ---- numbers ------------------------------------------------------------------------------------- */

/* England's cases are some 300,000, its pounds not over 10^8 a measure; sums of two stay exact. */
static const int64_t NUMBER_MOST = (int64_t)100000000 * MICRO;

static struct said
number_said(struct reader *r, const struct mark *mark)
{
	if (!mark->number.ok)
		refuse(r, S("A number in it cannot be read: write 1,234.5."));
	else if (mark->number.micro > NUMBER_MOST || mark->number.micro < -NUMBER_MOST)
		refuse(r, S("A number in it is beyond any figure of this workforce."));
	struct said said = { .is = true, .micro = mark->number.micro, .places = mark->number.places,
		.written = mark->written, .about = r->about, .words = mark_text(r, mark) };
	r->about = EXACTLY;
	return said;
}

static void
put(struct reader *r, struct said *slot, struct said said)
{
	if (slot->is)
		refuse(r, S("Two of its numbers seem to say the same thing: write two sentences."));
	*slot = said;
	r->number = slot;
}

/* The mark before this one, filler and "about" passed over; NULL at the beginning. */
static const struct mark *
mark_before(const struct reader *r)
{
	for (int i = r->at - 1; i >= 0; i--)
		if (r->marks.at[i].kind != MARK_FILLER && r->marks.at[i].kind != MARK_ABOUT)
			return &r->marks.at[i];
	return NULL;
}

/* "by 3", "up 7%", "a fall of 3": a number that says how far. */
static bool
says_how_far(const struct reader *r)
{
	const struct mark *before = mark_before(r);
	bool directly = before && before->kind == MARK_MOVE && r->part.way != LEVEL_WAY;
	return r->part.relation == MOVE && !r->part.by.is
		&& (r->little == BY || r->little == OF || directly);
}

static bool
subject_has(const struct reader *r, uint32_t wanted)
{
	for (int s = 0; s < r->subject_count; s++)
		if (r->subjects[s].measures & wanted)
			return true;
	return false;
}

enum role {
	IS_RANK, IS_RANK_OF, HAS_MEASURE_BEHIND, IS_FROM, IS_BY, IS_BY_PERCENT, IS_GAP, IS_THEIRS,
	IS_LEVEL, IS_ANOTHER, IS_WAYLESS, IS_EITHERS,
};

static enum role
role_in_move(const struct reader *r)
{
	const struct part *part = &r->part;
	if (r->little == FROM)
		return part->from.is ? IS_ANOTHER : IS_FROM;
	if (says_how_far(r))
		return IS_BY;
	return part->level.is ? IS_ANOTHER : IS_LEVEL;
}

static enum role
role_of(const struct reader *r, const struct mark *mark)
{
	const struct mark *next = mark_after(r);
	const struct part *part = &r->part;
	bool side_next = next && next->kind == MARK_SIDE && next == &r->marks.at[r->at + 1];
	if (mark->ordinal)
		return IS_RANK;
	if (part->relation == RANK && part->rank && r->little == OF)
		return IS_RANK_OF;
	if (next && next->kind == MARK_MEASURE && mark->written != WRITTEN_POINTS
	    && next == &r->marks.at[r->at + 1] && r->little != BY)
		return HAS_MEASURE_BEHIND;
	if (part->by.is && r->in_brackets && !part->by_percent.is)
		return IS_BY_PERCENT;
	if (side_next && (part->relation != MOVE || mark->written == WRITTEN_POINTS))
		return IS_GAP;
	switch (part->relation) {
	case MOVE:
		return role_in_move(r);
	case AGAINST:
		if (r->little == AT && !r->after_comma && !part->theirs.is)
			return IS_EITHERS;
		return part->theirs.is || r->after_and || (r->after_comma && !r->in_brackets)
			? IS_ANOTHER : IS_THEIRS;
	case NO_RELATION:
	case LEVEL:
		return r->little == FROM ? IS_WAYLESS : part->level.is ? IS_ANOTHER : IS_LEVEL;
	case RECORD:
	case RANK:
		return IS_ANOTHER;
	}
	return IS_ANOTHER;
}

/* One more figure: "12.2% in 2023 and 15.9% in England". After "down from 3.7 in 2019, and" it is
 * one more earlier figure of the same move. */
static void
read_another(struct reader *r, const struct mark *mark)
{
	struct part before = r->part;
	bool pairs = before.relation == LEVEL && r->paired + 1 < r->subject_count
		&& (r->after_and || r->after_comma) && !r->in_brackets;
	if (pairs) {             /* "turnover and vacancy rates were 8.3% and 6.5%" */
		r->part.words = tokens_text(r, r->first_token, mark->first - 1);
		push_part(r, r->subjects[r->paired++]);
		r->part.level = (struct said){ 0 };
		put(r, &r->part.level, number_said(r, mark));
		return;
	}
	bool more_from = before.relation == MOVE && before.from.is && r->after_and;
	close_part(r, mark->first - 1);
	if (more_from) {
		r->part.relation = MOVE;
		r->part.way = before.way;
		r->part.level = before.level;
		put(r, &r->part.from, number_said(r, mark));
	} else {
		r->part.relation = LEVEL;
		put(r, &r->part.level, number_said(r, mark));
	}
}

static void
read_rank(struct reader *r, const struct mark *mark)
{
	if (says_something(&r->part))
		close_part(r, mark->first - 1);
	r->part.relation = RANK;
	r->part.way = BETTER_WAY;
	if (!mark->number.ok || mark->number.micro > (int64_t)1000 * MICRO)
		refuse(r, S("A rank in it cannot be read."));
	else
		r->part.rank = (int)(mark->number.micro / MICRO);
}

/* "6,522 vacancies": the measure behind is the number's, unless it only repeats the subject. */
static void
read_before_measure(struct reader *r, const struct mark *mark)
{
	struct mark *behind = &r->marks.at[r->at + 1];
	if (subject_has(r, behind->measures)) {
		behind->kind = MARK_FILLER;
		enum role role = role_of(r, mark);
		if (role == IS_LEVEL) {
			put(r, &r->part.level, number_said(r, mark));
			return;
		}
		behind->kind = MARK_MEASURE;
		if (role == IS_FROM) {
			put(r, &r->part.from, number_said(r, mark));
			behind->kind = MARK_FILLER;
			return;
		}
	}
	if (says_something(&r->part))
		close_part(r, mark->first - 1);
	r->subject_count = 0;
	put(r, &r->part.level, number_said(r, mark));
}

static void
read_gap(struct reader *r, const struct mark *mark)
{
	bool bare = r->after_comma || r->part.relation == NO_RELATION || r->part.relation == LEVEL;
	if (r->part.relation == MOVE || r->part.relation == AGAINST || r->part.level.is)
		close_part(r, mark->first - 1);
	put(r, &r->part.gap, number_said(r, mark));
	r->part.gap_or_level = bare && mark->written != WRITTEN_POINTS;
}

static void
read_number(struct reader *r, const struct mark *mark)
{
	switch (role_of(r, mark)) {
	case IS_RANK:            read_rank(r, mark); break;
	case IS_RANK_OF:         r->part.rank_of = (int)(mark->number.micro / MICRO); break;
	case HAS_MEASURE_BEHIND: read_before_measure(r, mark); break;
	case IS_FROM:            put(r, &r->part.from, number_said(r, mark)); break;
	case IS_BY:              put(r, &r->part.by, number_said(r, mark)); break;
	case IS_BY_PERCENT:      put(r, &r->part.by_percent, number_said(r, mark)); break;
	case IS_GAP:             read_gap(r, mark); break;
	case IS_THEIRS:          put(r, &r->part.theirs, number_said(r, mark)); break;
	case IS_LEVEL:           put(r, &r->part.level, number_said(r, mark)); break;
	case IS_ANOTHER:         read_another(r, mark); break;
	case IS_WAYLESS:
		refuse(r, S("It says from what, and not which way: write rose or fell."));
		break;
	case IS_EITHERS:
		refuse(r, str_format(r->perm, "It does not say whose figure %.*s is: write it beside its owner.",
		                     STR_ARG(mark_text(r, mark))));
		break;
	}
	r->little = NO_LITTLE;
	r->about = EXACTLY;
	r->subject_open = false;
}

/* ---- years --------------------------------------------------------------------------------------- */

/* "in 2024 and 2025": the same of another year. A move has but one end, and a year said before
 * anything else is the year of what follows. */
static void
read_year_again(struct reader *r, const struct mark *mark)
{
	struct part again = r->part;
	if (again.relation == MOVE || !says_something(&again)) {
		refuse(r, S("It names two years for one thing: write two sentences."));
		return;
	}
	close_part(r, mark->first - 1);
	again.when = mark->when;
	again.level.when = again.theirs.when = again.gap.when = (struct when){ 0 };
	r->part = again;
}

static void
set_since(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	if (part->since.year && part->since.year != mark->when.year)
		refuse(r, S("It names two years to count from: write two sentences."));
	r->between = r->little == BETWEEN;
	r->since_first = r->little == FROM && part->relation == NO_RELATION;
	part->since = mark->when;
	part->since_said = r->little == SINCE;
}

/* The year of the number just before, unless a comma parts them and the part has its own. */
static bool
is_year_of_number(const struct reader *r)
{
	bool after = r->little == IN || r->little == AT || r->little == FOR || r->little == ON
		|| r->little == NO_LITTLE || r->little == OF;
	bool parted = r->after_comma && !r->in_brackets && r->part.when.year && !r->when_carried;
	return r->number && r->number != &r->part.by && r->number != &r->part.by_percent && after
		&& !parted;
}

static void
read_year(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	bool had_year = part->level.when.year || (part->when.year && !r->when_carried);
	bool second = r->number == NULL && r->at > 0 && r->marks.at[r->at - 1].kind == MARK_YEAR;
	r->read->two_years |= mark->two_years;
	if (second && part->when.year) {                   /* "2017-2023" */
		part->since = part->when;
		part->when = mark->when;
	} else if (r->between && r->little == AND) {
		part->when = mark->when;
		r->between = false;
	} else if (r->little == SINCE || r->little == THAN || r->little == BETWEEN
	           || (r->little == FROM && !r->number) || (r->little == ON && part->relation == MOVE)
	           || (r->little == FROM && part->relation == MOVE)) {
		set_since(r, mark);
	} else if (r->after_and && !r->number && had_year) {
		read_year_again(r, mark);
	} else if (r->little == TO || r->little == BY) {
		part->when = mark->when;
		r->since_first = false;
	} else if (is_year_of_number(r)) {
		r->number->when = mark->when;
	} else {
		if (part->when.year && !r->when_carried && part->when.year != mark->when.year
		    && says_something(part))
			close_part(r, mark->first - 1);
		r->part.when = mark->when;
	}
	r->when_carried = false;
	if (!r->between)
		r->little = NO_LITTLE;
	r->number = NULL;
}

static void
read_span(struct reader *r, const struct mark *mark)
{
	if (r->part.span && r->part.span != mark->code)
		refuse(r, S("It names two lengths of time: write two sentences."));
	r->part.span = mark->code;
	r->part.each_year = r->little == FOR && mark->code > 1;
	r->little = NO_LITTLE;
	r->number = NULL;
}

/* ---- predicates ---------------------------------------------------------------------------------- */

static void
read_move(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	bool again = part->relation == MOVE && part->way == (enum way)mark->code;
	bool from_level = part->relation == NO_RELATION || part->relation == LEVEL;
	if (part->relation == MOVE && part->way != LEVEL_WAY && part->way > UP && mark->code <= UP)
		again = true;                              /* "improved, falling from" */
	if (!again && !from_level)
		close_part(r, mark->first - 1);
	if (!again || r->part.way > UP)
		r->part.way = (enum way)mark->code;
	r->part.relation = MOVE;
	r->little = NO_LITTLE;
	r->number = NULL;
	r->subject_open = false;
}

static void
read_factor(struct reader *r, const struct mark *mark)
{
	const struct factor *factor = &factors[mark->code];
	if (factor->part && !(r->part.relation == MOVE && (r->little == BY || r->little == OF))) {
		refuse(r, S("It gives a fraction of something: write the figure."));
		return;
	}
	if (!factor->part) {
		if (r->part.relation != NO_RELATION || r->part.level.is)
			if (r->part.relation != LEVEL || r->part.level.is)
				close_part(r, mark->first - 1);
		r->part.way = factor->ratio < 1000 ? DOWN : UP;
	}
	r->part.relation = MOVE;
	r->subject_open = false;
	r->part.factor = mark->code;
	r->part.factor_about = r->about;
	r->about = EXACTLY;
	r->little = NO_LITTLE;
}

static const enum about about_side[] = { [UP] = OVER, [LEVEL_WAY] = EXACTLY };

static void
read_side(struct reader *r, const struct mark *mark)
{
	const struct mark *next = mark_after(r);
	bool before_number = next && (next->kind == MARK_NUMBER || next->kind == MARK_FACTOR);
	bool in_next = next && next->kind == MARK_LITTLE && next->code == IN
		&& next + 1 < r->marks.at + r->marks.count && next[1].kind == MARK_YEAR;
	bool before_year = next && (next->kind == MARK_YEAR || in_next);
	Str last = r->tokens.at[mark->last].text;
	bool bare = str_equal(last, S("higher")) || str_equal(last, S("lower"));
	if (before_number && mark->code <= UP && !r->part.gap.is) {
		r->about = mark->code == DOWN ? UNDER : about_side[mark->code];
		return;
	}
	if (before_year) {
		read_move(r, mark);
		r->little = bare ? IN : THAN;
		return;
	}
	if (r->part.relation == MOVE || r->part.relation == AGAINST || r->part.relation == RECORD
	    || r->part.relation == RANK || r->part.level.is)
		close_part(r, mark->first - 1);
	r->part.relation = AGAINST;
	r->part.way = (enum way)mark->code;
	r->little = NO_LITTLE;
	r->number = NULL;
	r->subject_open = false;
}

static void
read_extreme(struct reader *r, const struct mark *mark)
{
	if (says_something(&r->part) && r->part.relation != RANK)
		close_part(r, mark->first - 1);
	if (r->part.relation != RANK)
		r->part.relation = RECORD;
	r->part.way = (enum way)mark->code;
	r->number = NULL;
	r->little = NO_LITTLE;
	r->subject_open = false;
}

static void
read_is(struct reader *r)
{
	if (r->part.relation == NO_RELATION)
		r->part.relation = LEVEL;
	r->subject_open = false;
}

/* ---- places -------------------------------------------------------------------------------------- */

static void
add_comparator(struct reader *r, enum who who, int area)
{
	struct part *part = &r->part;
	if (part->comparator_count == COMPARATORS_MOST) {
		refuse(r, S("It names more places to compare with than are checked at once."));
		return;
	}
	for (int i = 0; i < part->comparator_count; i++)
		if (part->comparators[i].who == who && part->comparators[i].area == area)
			return;
	part->comparators[part->comparator_count++] = (struct comparator_said){ who, area };
}

static void
read_place(struct reader *r, enum who who, int area)
{
	bool compared = r->part.relation == AGAINST || r->part.relation == RECORD
		|| r->part.relation == RANK || r->little == THAN;
	if (compared) {
		add_comparator(r, who, area);
	} else {
		bool inside = r->little == IN || r->little == FOR || r->little == OF || r->little == AT;
		if (says_something(&r->part) && (!inside || r->who_said))
			close_part(r, r->marks.at[r->at].first - 1);
		r->part.who = who;
		r->part.area = area;
		r->who_said = true;
	}
	r->little = NO_LITTLE;
}

/* ---- the rest ------------------------------------------------------------------------------------ */

static void
read_refused(struct reader *r, const struct mark *mark)
{
	Str words = mark_text(r, mark);
	switch ((enum refused)mark->code) {
	case A_DENIAL:
		refuse(r, str_format(r->perm, "It says what is not so (\u201c%.*s\u201d): write what is.",
		                     STR_ARG(words)));
		return;
	case A_HOPE:
		refuse(r, str_format(r->perm, "\u201c%.*s\u201d speaks of what may come; only what has been "
		                     "published can be checked.", STR_ARG(words)));
		return;
	case A_QUESTION:
		refuse(r, S("It is a question: write the answer, and that can be checked."));
		return;
	case EVERY_YEAR:
		refuse(r, S("It says something of every year: write how many years, or the first and the last."));
		return;
	case A_WORD_NUMBER:
		refuse(r, str_format(r->perm, "It has a number in words (\u201c%.*s\u201d): write it in figures.",
		                     STR_ARG(words)));
		return;
	case A_SCOPE:
		refuse(r, str_format(r->perm, "It speaks of a part (\u201c%.*s\u201d); the figures are yearly, and of "
		                     "all child and family social workers together.", STR_ARG(words)));
		return;
	case A_VAGUE_COMPARATOR:
		if (r->part.comparator_count == 0)
			refuse(r, str_format(r->perm, "The comparator value is not supplied, and \u201c%.*s\u201d does not "
			                     "say whose it is: write England, the region, statistical neighbours or a "
			                     "council\u2019s name.", STR_ARG(words)));
		return;
	}
}

/* A word no row knows: a place we do not have is refused, anything else is reported. */
static void
read_word(struct reader *r, const struct mark *mark)
{
	const struct token *token = &r->tokens.at[mark->first];
	struct reading_of_sentence *read = r->read;
	bool place = token->capital && (r->little == IN || r->little == FOR || r->little == THAN
		|| (r->part.relation == AGAINST && r->part.comparator_count == 0 && r->at > 0
		    && r->marks.at[r->at - 1].kind == MARK_SIDE));
	if (place)
		refuse(r, str_format(r->perm, "\u201c%.*s\u201d is not a place or a measure it knows.",
		                     STR_ARG(token->seen)));
	if (token->kind == TOKEN_WORD && read->passed_count < (int)countof(read->passed))
		read->passed[read->passed_count++] = token->seen;
	r->subject_open = false;
}

static void
read_little(struct reader *r, const struct mark *mark)
{
	if (mark->code == AND) {
		r->after_and = true;
		if (r->between || r->little == THAN)
			r->little = r->between ? AND : r->little;
		return;
	}
	const struct mark *next = mark_after(r);
	if (words_are(r, mark, S("over")) && next
	    && (next->kind == MARK_NUMBER || next->kind == MARK_FACTOR)) {
		r->about = OVER;
		return;
	}
	/* "to a low of 8%" is still to, "lower than in 2023" still than. */
	bool stronger = r->little == TO || r->little == FROM || r->little == BY || r->little == AT;
	if ((mark->code == OF && stronger) || (mark->code == IN && r->little == THAN))
		return;
	r->little = (enum little)mark->code;
}

static void
read_mark(struct reader *r, const struct mark *mark)
{
	switch (mark->kind) {
	case MARK_WORD:       read_word(r, mark); break;
	case MARK_FILLER:     break;
	case MARK_LITTLE:     read_little(r, mark); break;
	case MARK_MEASURE:    read_measure(r, mark); break;
	case MARK_NUMBER:     read_number(r, mark); break;
	case MARK_YEAR:       read_year(r, mark); break;
	case MARK_SPAN:       read_span(r, mark); break;
	case MARK_MOVE:       read_move(r, mark); break;
	case MARK_FACTOR:     read_factor(r, mark); break;
	case MARK_SIDE:       read_side(r, mark); break;
	case MARK_IS:         read_is(r); break;
	case MARK_EXTREME:    read_extreme(r, mark); break;
	case MARK_ALL_YEARS:  r->part.all_years = true; break;
	case MARK_LAST_YEAR:  r->part.last_year = true; break;
	case MARK_COMPARATOR: read_place(r, (enum who)mark->code, NO_AREA); break;
	case MARK_AREA:       read_place(r, A_PLACE, mark->area); break;
	case MARK_BASIS:      r->part.basis = (enum basis)mark->code; break;
	case MARK_ABOUT:      r->about = (enum about)mark->code; break;
	case MARK_AVERAGE:
		r->read->average_said = true;
		r->read->average = (enum average)mark->code;
		break;
	case MARK_JOINT:      r->part.joint = true; break;
	case MARK_OPEN:       r->in_brackets = true; break;
	case MARK_CLOSE:      r->in_brackets = false; break;
	case MARK_COMMA:      r->after_comma = true; break;
	case MARK_BREAK:
		r->at_break = true;
		close_part(r, mark->first - 1);
		r->at_break = false;
		r->first_token = mark->last + 1;
		break;
	case MARK_REFUSED:    read_refused(r, mark); break;
	}
}

static bool
says_a_year(const struct part *part)
{
	return part->when.year || part->level.when.year || part->since.year || part->from.when.year
		|| part->theirs.when.year || part->gap.when.year || part->last_year;
}

/* "5,977 agency workers (up 3%) in 2021": a year said once, at the end, is of all before it in the
 * same clause. */
static void
carry_years_back(struct reading_of_sentence *read)
{
	for (int i = read->count - 2; i >= 0; i--) {
		struct part *part = &read->parts[i];
		const struct part *next = &read->parts[i + 1];
		if (!says_a_year(part) && !part->before_break && !next->since.year)
			part->when = next->level.when.year ? next->level.when : next->when;
	}
}

void
sentence_read(Str sentence, const struct published *p, const struct own_series *own,
              struct reading_of_sentence *read, struct arena *perm)
{
	struct reader *r = new(perm, 1, struct reader);
	*r = (struct reader){ .p = p, .sentence = sentence, .part = part_new(), .perm = perm,
		.read = read };
	*read = (struct reading_of_sentence){ 0 };
	r->tokens = tokens_of(sentence, perm);
	if (r->tokens.too_many)
		refuse(r, S("It is too long to be one sentence: check it in pieces."));
	r->marks = marks_of(p, own, &r->tokens, perm);
	for (r->at = 0; r->at < r->marks.count; r->at++) {
		const struct mark *mark = &r->marks.at[r->at];
		read_mark(r, mark);
		bool joins = (mark->kind == MARK_LITTLE && mark->code == AND) || mark->kind == MARK_COMMA
			|| mark->kind == MARK_FILLER || mark->kind == MARK_ABOUT || mark->kind == MARK_OPEN
			|| mark->kind == MARK_LITTLE;
		r->after_and &= joins;
		r->after_comma &= joins;
	}
	close_part(r, r->tokens.count - 1);
	carry_years_back(read);
	if (read->count == 0)
		refuse(r, S("No figure and no relation was found in it: say what a measure was, how it moved, or "
		            "what it stood above or below."));
}
