/* doubts.c: what the lines of a list say against each other. */
#include "intake/reading.h"

#include <stdlib.h>

static bool
all_figures(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return text.len > 0;
}

/* ---- noughts that were lost ---------------------------------------------------------------------- */

/* How many figures the payroll numbers have that begin with a nought: all the same, else 0. */
static ptrdiff_t
figures_of_numbers(const struct list_read *read)
{
	ptrdiff_t figures = 0;
	for (int i = 0; i < read->count; i++) {
		Str number = read->at[i].values[TO_PAYROLL];
		if (!all_figures(number) || number.at[0] != '0')
			continue;
		if (figures != 0 && number.len != figures)
			return 0;
		figures = number.len;
	}
	return figures;
}

/* A spreadsheet that takes 000123 for a number keeps 123. */
static void
give_noughts_again(struct reading *in)
{
	ptrdiff_t figures = figures_of_numbers(in->read);
	for (int i = 0; figures > 0 && i < in->read->count; i++) {
		Str *number = &in->read->at[i].values[TO_PAYROLL], seen = *number;
		if (!all_figures(seen) || seen.len >= figures)
			continue;
		char *out = new(in->perm, figures, char);
		for (ptrdiff_t f = 0; f < figures; f++)
			out[f] = f < figures - seen.len ? '0' : seen.at[f - (figures - seen.len)];
		*number = (Str){ out, figures };
		reading_say(in, in->read->at[i].line, TO_PAYROLL, seen, (struct cell_trouble){ QUERY,
			S("lost-noughts"), str_format(in->perm, "has lost its first noughts, and is read as %.*s",
			STR_ARG(*number)), S("make the column text in the sheet, and write the numbers whole") });
	}
}

/* ---- one number, two lines ------------------------------------------------------------------------- */

struct numbered { uint64_t hash; int line; };    /* `line` is an index into the lines */

static int
by_number(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->line - y->line;
}

static bool
differ(const struct line_read *a, const struct line_read *b, enum target target, struct arena scratch)
{
	Str x = heading_fold(a->values[target], &scratch), y = heading_fold(b->values[target], &scratch);
	return x.len > 0 && y.len > 0 && !str_equal(x, y);
}

/* A line and the first with its payroll number. */
static void
compare_people(struct reading *in, const struct line_read *first, struct line_read *line)
{
	int names = differ(first, line, TO_FAMILY_NAME, *in->perm)
		+ differ(first, line, TO_GIVEN_NAMES, *in->perm);
	bool born = differ(first, line, TO_BORN, *in->perm);
	if (names == 0 && !born)
		return;
	bool same_born = !born && first->values[TO_BORN].len > 0 && line->values[TO_BORN].len > 0;
	bool two = names == 2 && !same_born;
	Str wrong = str_format(in->perm, two ? "is the number of somebody else in row %d"
	                       : names > 0 ? "has another name in row %d" : "has another date of birth in row %d",
	                       first->line);
	reading_say(in, line->line, TO_PAYROLL, line->values[TO_PAYROLL], (struct cell_trouble){
		two ? MISTAKE : QUERY, S("number-twice"), wrong,
		two ? S("look up whose number it is") : S("check that it is one person, and mend the other row") });
	line->unreadable |= two;
}

/* A post in finance's list, and the first line about it. */
static void
compare_posts(struct reading *in, const struct line_read *first, struct line_read *line)
{
	reading_say(in, line->line, TO_POST, line->values[TO_POST], (struct cell_trouble){ MISTAKE,
		S("post-twice"), str_format(in->perm, "stands in row %d too", first->line),
		S("keep one of the two, or give one its own number") });
	line->unreadable = true;
}

typedef void compare(struct reading *in, const struct line_read *first, struct line_read *line);

/* Each line with the first that has the same number, in the order of the list. */
static void
compare_by(struct reading *in, enum target target, compare *with)
{
	struct numbered *at = new(in->perm, in->read->count, struct numbered);
	int *first = new(in->perm, in->read->count, int), count = 0;
	for (int i = 0; i < in->read->count; i++) {
		struct arena scratch = *in->perm;
		Str number = heading_fold(in->read->at[i].values[target], &scratch);
		first[i] = i;
		if (number.len > 0)
			at[count++] = (struct numbered){ str_hash(number), i };
	}
	if (count > 0)
		qsort(at, (size_t)count, sizeof *at, by_number);
	for (int i = 1; i < count; i++)
		if (at[i].hash == at[i - 1].hash)
			first[at[i].line] = first[at[i - 1].line];
	for (int i = 0; i < in->read->count; i++)
		if (first[i] != i)
			with(in, &in->read->at[first[i]], &in->read->at[i]);
}

void
lines_doubt(struct reading *in)
{
	if (in->columns[TO_PAYROLL] >= 0) {
		give_noughts_again(in);
		compare_by(in, TO_PAYROLL, compare_people);
	}
	if (in->profile->list == LIST_FINANCE && in->columns[TO_POST] >= 0)
		compare_by(in, TO_POST, compare_posts);
}
