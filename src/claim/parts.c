/* parts.c: opening and closing what a sentence says. */
#include "claim/reader.h"

struct part
part_new(void)
{
	return (struct part){ .factor = -1, .area = NO_AREA };
}

void
reader_refuse(struct reader *r, Str why)
{
	if (r->read->refused.len == 0)
		r->read->refused = why;
}

Str
reader_tokens(const struct reader *r, int first, int last)
{
	if (first > last || last >= r->tokens.count)
		return (Str){ r->sentence.at, 0 };
	const char *begin = r->tokens.at[first].seen.at;
	Str end = r->tokens.at[last].seen;
	return (Str){ begin, end.at + end.len - begin };
}

Str
reader_text(const struct reader *r, const struct mark *mark)
{
	return reader_tokens(r, mark->first, mark->last);
}

bool
reader_words_are(const struct reader *r, const struct mark *mark, Str words)
{
	return str_equal_fold(reader_text(r, mark), words);
}

const struct mark *
reader_next(const struct reader *r)
{
	for (int i = r->at + 1; i < r->marks.count; i++)
		if (r->marks.at[i].kind != MARK_FILLER)
			return &r->marks.at[i];
	return NULL;
}

bool
part_says_something(const struct part *part)
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

void
reader_push(struct reader *r, struct subject subject)
{
	struct reading_of_sentence *read = r->read;
	if (read->count == PARTS_MOST) {
		reader_refuse(r, S("It says more things than are checked at once: check it in pieces."));
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

void
reader_close(struct reader *r, int last_token)
{
	if (r->since_first && r->part.when.year == 0) {
		r->part.when = r->part.since;            /* "analysis from September 2023 shows a fall" */
		r->part.since = (struct when){ 0 };
	}
	r->part.before_break = r->at_break;
	if (part_says_something(&r->part)) {
		r->part.words = reader_tokens(r, r->first_token, last_token);
		if (r->subject_count == 0)
			reader_refuse(r, S("No measure was found in it: write turnover, vacancy rate, agency rate, "
			                   "caseload, absence or another of DfE\u2019s measures."));
		if (r->part.relation == MOVE && r->part.comparator_count)
			reader_refuse(r, S("It compares how figures moved in two places: write each move by itself."));
		if (r->paired && r->paired + 1 != r->subject_count)
			reader_refuse(r, S("It has more measures than numbers for them: write them one by one."));
		for (int s = r->paired; s < r->subject_count; s++)
			reader_push(r, r->subjects[s]);
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

void
read_measure(struct reader *r, const struct mark *mark)
{
	bool more = r->subject_open && r->subject_count < SUBJECTS_MOST;
	if (!more && r->subject_count && part_says_something(&r->part)) {
		reader_close(r, mark->first - 1);
		r->subject_count = 0;
	} else if (!more) {
		r->subject_count = 0;
	}
	Str words = reader_text(r, mark);
	bool rate = str_find_fold(words, S("rate")) >= 0 || str_find_fold(words, S("percentage")) >= 0
		|| str_find_fold(words, S("proportion")) >= 0 || str_find_fold(words, S("share")) >= 0;
	r->subjects[r->subject_count++] = (struct subject){ mark->measures, mark->own, rate, words };
	r->subject_open = true;
	r->number = NULL;
	r->little = NO_LITTLE;
}
