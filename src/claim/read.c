/* read.c: marks to parts. */
#include "claim/reader.h"

/* ---- predicates ----------------------------------------------------------------------------- */

static void
read_is(struct reader *r)
{
	if (r->part.relation == NO_RELATION)
		r->part.relation = LEVEL;
	r->subject_open = false;
}

static void
read_move(struct reader *r, const struct mark *mark)
{
	struct part *part = &r->part;
	const struct mark *next = reader_next(r);
	if (mark->code == LEVEL_WAY && next && (next->kind == MARK_SIDE || next->kind == MARK_EXTREME)) {
		read_is(r);                                /* "remains below England" */
		return;
	}
	bool again = part->relation == MOVE && part->way == (enum way)mark->code;
	bool from_level = part->relation == NO_RELATION || part->relation == LEVEL;
	if (part->relation == MOVE && part->way != LEVEL_WAY && part->way > UP && mark->code <= UP)
		again = true;                              /* "improved, falling from" */
	if (!again && !from_level)
		reader_close(r, mark->first - 1);
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
		reader_refuse(r, S("It gives a fraction of something: write the figure."));
		return;
	}
	if (!factor->part) {
		if (r->part.relation != NO_RELATION || r->part.level.is)
			if (r->part.relation != LEVEL || r->part.level.is)
				reader_close(r, mark->first - 1);
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
	const struct mark *next = reader_next(r);
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
	if (r->part.relation == MOVE && r->at > 0 && r->marks.at[r->at - 1].kind == MARK_MOVE
	    && str_equal(last, S("than")))
		reader_refuse(r, S("It compares how figures moved in two places: write each move by itself."));
	if (before_year) {
		read_move(r, mark);
		r->little = bare ? IN : THAN;
		return;
	}
	if (r->part.relation == MOVE || r->part.relation == AGAINST || r->part.relation == RECORD
	    || r->part.relation == RANK || r->part.level.is)
		reader_close(r, mark->first - 1);
	r->part.relation = AGAINST;
	r->part.way = (enum way)mark->code;
	r->little = NO_LITTLE;
	r->number = NULL;
	r->subject_open = false;
}

static void
read_extreme(struct reader *r, const struct mark *mark)
{
	if (part_says_something(&r->part) && r->part.relation != RANK)
		reader_close(r, mark->first - 1);
	if (r->part.relation != RANK)
		r->part.relation = RECORD;
	r->part.way = (enum way)mark->code;
	r->number = NULL;
	r->little = NO_LITTLE;
	r->subject_open = false;
}

/* ---- places --------------------------------------------------------------------------------- */

static void
add_comparator(struct reader *r, enum who who, int area)
{
	struct part *part = &r->part;
	if (part->comparator_count == COMPARATORS_MOST) {
		reader_refuse(r, S("It names more places to compare with than are checked at once."));
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
		bool inside = str_ends(reader_text(r, &r->marks.at[r->at]), S("ly")) || r->little == IN || r->little == FOR || r->little == OF || r->little == AT;
		if (part_says_something(&r->part) && (!inside || r->who_said))
			reader_close(r, r->marks.at[r->at].first - 1);
		r->part.who = who;
		r->part.area = area;
		r->who_said = true;
	}
	r->little = NO_LITTLE;
}

/* ---- the rest ------------------------------------------------------------------------------- */

static void
read_refused(struct reader *r, const struct mark *mark)
{
	Str words = reader_text(r, mark);
	switch ((enum refused)mark->code) {
	case A_DENIAL:
		reader_refuse(r, str_format(r->perm, "It says what is not so (\u201c%.*s\u201d): write what is.",
		                     STR_ARG(words)));
		return;
	case A_HOPE:
		reader_refuse(r, str_format(r->perm, "\u201c%.*s\u201d speaks of what may come; only what has been "
		                     "published can be checked.", STR_ARG(words)));
		return;
	case A_QUESTION:
		reader_refuse(r, S("It is a question: write the answer, and that can be checked."));
		return;
	case EVERY_YEAR:
		reader_refuse(r, S("It says something of every year: write how many years, or the first and "
		                   "the last."));
		return;
	case A_WORD_NUMBER:
		reader_refuse(r, str_format(r->perm, "It has a number in words (\u201c%.*s\u201d): write it in "
		                            "figures.", STR_ARG(words)));
		return;
	case A_SCOPE:
		reader_refuse(r, str_format(r->perm, "It speaks of a part (\u201c%.*s\u201d); the figures are "
		                            "yearly, and of all child and family social workers together.",
		                            STR_ARG(words)));
		return;
	case A_VAGUE_COMPARATOR:
		if (r->part.comparator_count == 0)
			reader_refuse(r, str_format(r->perm, "The comparator value is not supplied, and "
			                            "\u201c%.*s\u201d does not say whose it is: write England, the region, "
			                            "statistical neighbours or a council\u2019s name.", STR_ARG(words)));
		return;
	}
}

/* A word no row knows: a place we do not have is refused, anything else is kept: a sentence
 * with unread words is never borne. */
static void
read_word(struct reader *r, const struct mark *mark)
{
	const struct token *token = &r->tokens.at[mark->first];
	struct reading_of_sentence *read = r->read;
	bool place = token->capital && (r->little == IN || r->little == FOR || r->little == THAN
		|| (r->part.relation == AGAINST && r->part.comparator_count == 0 && r->at > 0
		    && r->marks.at[r->at - 1].kind == MARK_SIDE));
	if (place)
		reader_refuse(r, str_format(r->perm, "\u201c%.*s\u201d is not a place or a measure it knows.",
		                     STR_ARG(token->seen)));
	bool said = token->kind == TOKEN_WORD || (unsigned char)token->text.at[0] >= 0x80;
	if (said && read->passed_count < (int)countof(read->passed))
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
	const struct mark *next = reader_next(r);
	if (reader_words_are(r, mark, S("over")) && next
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
		reader_close(r, mark->first - 1);
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
		reader_refuse(r, S("It is too long to be one sentence: check it in pieces."));
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
	reader_close(r, r->tokens.count - 1);
	carry_years_back(read);
	if (read->count == 0)
		reader_refuse(r, S("No figure and no relation was found in it: say what a measure was, how it "
		                   "moved, or what it stood above or below."));
}
