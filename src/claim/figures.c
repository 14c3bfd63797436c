/* figures.c: what each number and each year of a sentence is. */
#include "claim/reader.h"

/* England's cases are some 300,000, its pounds not over 10^8 a measure; sums of two stay exact. */
static const int64_t NUMBER_MOST = (int64_t)100000000 * MICRO;

static struct said
number_said(struct reader *r, const struct mark *mark)
{
	if (!mark->number.ok)
		reader_refuse(r, S("A number in it cannot be read: write 1,234.5."));
	else if (mark->number.micro > NUMBER_MOST || mark->number.micro < -NUMBER_MOST)
		reader_refuse(r, S("A number in it is beyond any figure of this workforce."));
	struct said said = { .is = true, .micro = mark->number.micro, .places = mark->number.places,
		.written = mark->written, .about = r->about, .words = reader_text(r, mark) };
	r->about = EXACTLY;
	return said;
}

static void
put(struct reader *r, struct said *slot, struct said said)
{
	if (slot->is)
		reader_refuse(r, S("Two of its numbers seem to say the same thing: write two sentences."));
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
	IS_GAP_BEHIND,
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
	const struct mark *next = reader_next(r);
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
		if (!part->gap.is && (r->little == BY || mark->written == WRITTEN_POINTS))
			return IS_GAP_BEHIND;
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
		r->part.words = reader_tokens(r, r->first_token, mark->first - 1);
		reader_push(r, r->subjects[r->paired++]);
		r->part.level = (struct said){ 0 };
		put(r, &r->part.level, number_said(r, mark));
		return;
	}
	bool more_from = before.relation == MOVE && before.from.is && r->after_and;
	reader_close(r, mark->first - 1);
	if (more_from) {
		r->part.relation = MOVE;
		r->part.way = before.way;
		r->part.level = before.level;
		put(r, &r->part.from, number_said(r, mark));
		return;
	}
	if (before.relation == LEVEL && before.comparator_count == 1) {
		r->part.who = before.comparators[0].who;         /* "compared with England's 13.0%" */
		r->part.area = before.comparators[0].area;
		r->who_said = true;
	}
	r->part.relation = LEVEL;
	put(r, &r->part.level, number_said(r, mark));
}

static void
read_rank(struct reader *r, const struct mark *mark)
{
	if (part_says_something(&r->part))
		reader_close(r, mark->first - 1);
	r->part.relation = RANK;
	r->part.way = BETTER_WAY;
	if (!mark->number.ok || mark->number.micro > (int64_t)1000 * MICRO)
		reader_refuse(r, S("A rank in it cannot be read."));
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
	if (part_says_something(&r->part))
		reader_close(r, mark->first - 1);
	r->subject_count = 0;
	put(r, &r->part.level, number_said(r, mark));
}

static void
read_gap(struct reader *r, const struct mark *mark)
{
	bool bare = r->after_comma || r->part.relation == NO_RELATION || r->part.relation == LEVEL;
	if (r->part.relation == MOVE || r->part.relation == AGAINST || r->part.level.is)
		reader_close(r, mark->first - 1);
	put(r, &r->part.gap, number_said(r, mark));
	r->part.gap_or_level = bare && mark->written != WRITTEN_POINTS;
}

void
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
	case IS_GAP_BEHIND:      put(r, &r->part.gap, number_said(r, mark)); break;
	case IS_WAYLESS:
		reader_refuse(r, S("It says from what, and not which way: write rose or fell."));
		break;
	case IS_EITHERS:
		reader_refuse(r, str_format(r->perm, "It does not say whose figure %.*s is: write it beside "
		                            "its owner.", STR_ARG(reader_text(r, mark))));
		break;
	}
	r->little = NO_LITTLE;
	r->about = EXACTLY;
	r->subject_open = false;
}

/* ---- years ---------------------------------------------------------------------------------- */

/* "in 2024 and 2025": the same of another year. A move has but one end, and a year said before
 * anything else is the year of what follows. */
static void
read_year_again(struct reader *r, const struct mark *mark)
{
	struct part again = r->part;
	if (again.relation == MOVE || !part_says_something(&again)) {
		reader_refuse(r, S("It names two years for one thing: write two sentences."));
		return;
	}
	reader_close(r, mark->first - 1);
	again.when = mark->when;
	again.level.when = again.theirs.when = again.gap.when = (struct when){ 0 };
	r->part = again;
}

static void
set_since(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	if (part->since.year && part->since.year != mark->when.year)
		reader_refuse(r, S("It names two years to count from: write two sentences."));
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

/* A year that is not the part's own. One set against "England in 2017" would be read as another
 * year of ours, so that is refused; elsewhere it begins another part. */
static void
begin_with_year(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	bool other = part->when.year && !r->when_carried && part->when.year != mark->when.year;
	bool compared = part->relation == AGAINST && part->comparator_count && !r->after_comma && !r->after_and;
	if (other && compared)
		reader_refuse(r, S("It names two years for one comparison: write one year, or the "
		                   "comparator\u2019s own figure with its year."));
	else if (other && part_says_something(part))
		reader_close(r, mark->first - 1);
	r->part.when = mark->when;
}

void
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
		begin_with_year(r, mark);
	}
	r->when_carried = false;
	if (!r->between)
		r->little = NO_LITTLE;
	r->number = NULL;
}

void
read_span(struct reader *r, const struct mark *mark)
{
	if (r->part.span && r->part.span != mark->code)
		reader_refuse(r, S("It names two lengths of time: write two sentences."));
	r->part.span = mark->code;
	r->part.each_year = r->little == FOR && mark->code > 1;
	r->little = NO_LITTLE;
	r->number = NULL;
}
