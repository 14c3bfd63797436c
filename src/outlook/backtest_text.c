/* backtest_text.c: scores as text, to keep and to read again. */
#include "outlook/backtest.h"

/* Every number of a cell in the order it is written. */
enum { CELL_NUMBERS = 6 + 2 * MODELS };

static void
numbers_of(struct backtest_cell *cell, int32_t *out[CELL_NUMBERS])
{
	int32_t *first[] = { &cell->outcome, &cell->middle, &cell->low, &cell->high,
	                     &cell->place_low, &cell->place_high };
	int n = 0;
	for (; n < countof(first); n++)
		out[n] = first[n];
	for (int m = 0; m < MODELS; m++)
		out[n++] = &cell->crps[m];
	for (int m = 0; m < MODELS; m++)
		out[n++] = &cell->off[m];
}

static void
write_cell(struct text *out, const struct backtest_cell *cell)
{
	struct backtest_cell copy = *cell;
	int32_t *numbers[CELL_NUMBERS];
	numbers_of(&copy, numbers);
	if (!cell->scored)
		text_add(out, S("\t-"));
	for (int n = 0; cell->scored && n < CELL_NUMBERS; n++)
		text_format(out, "%c%d", n ? ' ' : '\t', *numbers[n]);
}

Str
backtest_write(const struct backtest *b, const struct published *p, struct arena *perm)
{
	struct text out = text_new(perm);
	text_format(&out, "mainstay scores 1\nrelease: %.*s\norigins: %d %d\nreplications: %d\nrows: %d\n",
	            STR_ARG(p->releases[0].name), b->first, b->last, b->runs, b->count);
	for (int i = 0; i < b->count; i++) {
		const struct backtest_row *row = &b->rows[i];
		text_format(&out, "%.*s\t%d\t%d\t%d", STR_ARG(p->areas.at[row->area].slug), row->origin, row->ahead,
		            row->posts);
		for (int t = 0; t < TARGETS; t++)
			write_cell(&out, &row->of[t]);
		text_char(&out, '\n');
	}
	return text_str(&out);
}

/* ---- reading ------------------------------------------------------------------------------------- */

/* Whole, with a minus sign or none, within nine digits. */
static bool
read_whole(Str word, int32_t *out)
{
	bool minus = word.len > 0 && word.at[0] == '-';
	ptrdiff_t at = minus;
	int32_t value = 0;
	if (word.len == at || word.len - at > 9)
		return false;
	for (; at < word.len; at++) {
		if (word.at[at] < '0' || word.at[at] > '9')
			return false;
		value = value * 10 + (word.at[at] - '0');
	}
	*out = minus ? -value : value;
	return true;
}

static bool
read_cell(Str text, struct backtest_cell *cell)
{
	int32_t *numbers[CELL_NUMBERS];
	numbers_of(cell, numbers);
	cell->scored = !str_equal(text, S("-"));
	for (int n = 0; cell->scored && n < CELL_NUMBERS; n++)
		if (!read_whole(str_cut(&text, ' '), numbers[n]))
			return false;
	return !cell->scored || text.len == 0;
}

static bool
read_row(Str line, const struct published *p, struct backtest_row *row)
{
	int32_t origin, ahead, posts;
	row->area = area_exact(&p->areas, str_cut(&line, '\t'));
	if (row->area == NO_AREA || !read_whole(str_cut(&line, '\t'), &origin) ||
	    !read_whole(str_cut(&line, '\t'), &ahead) || !read_whole(str_cut(&line, '\t'), &posts) ||
	    ahead < 1 || ahead > AHEAD_MOST)
		return false;
	row->origin = origin, row->ahead = ahead, row->posts = posts;
	for (int t = 0; t < TARGETS; t++)
		if (!read_cell(str_cut(&line, '\t'), &row->of[t]))
			return false;
	return line.len == 0;
}

static Str
after(Str line, Str begin)
{
	return str_begins(line, begin) ? str_from(line, begin.len) : (Str){ 0 };
}

static bool
read_head(Str *text, struct backtest *out, int32_t *rows)
{
	int32_t first, last, runs;
	if (!str_equal(str_cut(text, '\n'), S("mainstay scores 1")) ||
	    !after(str_cut(text, '\n'), S("release: ")).len)
		return false;
	Str origins = after(str_cut(text, '\n'), S("origins: "));
	if (!read_whole(str_cut(&origins, ' '), &first) || !read_whole(origins, &last) ||
	    !read_whole(after(str_cut(text, '\n'), S("replications: ")), &runs) ||
	    !read_whole(after(str_cut(text, '\n'), S("rows: ")), rows) || *rows < 0 || *rows > 100000)
		return false;
	*out = (struct backtest){ .runs = runs, .first = first, .last = last };
	return true;
}

bool
backtest_read(Str text, const struct published *p, struct backtest *out, struct arena *perm, struct error *err)
{
	int32_t rows;
	if (!str_ends(text, S("\n")))
		return fail(err, "scores: the last line is cut off");
	if (!read_head(&text, out, &rows))
		return fail(err, "these are no scores: the first five lines do not say so");
	out->rows = new(perm, rows, struct backtest_row);
	for (; out->count < rows; out->count++)
		if (!read_row(str_cut(&text, '\n'), p, &out->rows[out->count]))
			return fail(err, "scores: line %d is not a row of them", out->count + 6);
	return text.len == 0 || fail(err, "scores: there are more lines than the %d that were announced", rows);
}
