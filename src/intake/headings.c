/* headings.c: folding headings and finding the row they stand in. */
#include "intake/headings.h"

#include <assert.h>

enum { LOOKED = 30 };                /* banners over headings are never longer than this */

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (unsigned char)c >= 0x80;
}

/* How many bytes here are a blank or mark beyond ASCII: U+00A0, U+2000 to U+203F (wide and narrow blanks,
 * dashes, curly quotes) and U+FEFF. */
static ptrdiff_t
odd_blank(Str text)
{
	const unsigned char *p = (const unsigned char *)text.at;
	if (text.len >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
		return 2;
	if (text.len >= 3 && ((p[0] == 0xE2 && p[1] == 0x80) || (p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF)))
		return 3;
	return 0;
}

/* "Forename(s)": one or several. */
static bool
is_plural_mark(Str text)
{
	return str_begins(text, S("(s)")) || str_begins(text, S("(S)"));
}

Str
heading_fold(Str text, struct arena *perm)
{
	char *out = new(perm, text.len, char);
	Str folded = { out, 0 };
	bool gap = false;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		ptrdiff_t odd = (unsigned char)c >= 0x80 ? odd_blank(str_from(text, i)) : 0;
		if (c == '(' && is_plural_mark(str_from(text, i)) && folded.len > 0 && !gap) {
			out[folded.len++] = 's';
			gap = true;
			i += 2;
			continue;
		}
		if (odd > 0 || !is_word(c)) {
			gap = folded.len > 0;
			i += odd > 0 ? odd - 1 : 0;
			continue;
		}
		if (gap)
			out[folded.len++] = ' ';
		gap = false;
		out[folded.len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return folded;
}

static Str
cell_at(const struct grid *grid, int row, int column)
{
	if (row < 0 || column >= grid->rows[row].count)
		return (Str){ 0 };
	return grid->rows[row].cells[column].text;
}

static struct heading
heading_at(const struct grid *grid, int row, int column, struct arena *perm)
{
	Str own = heading_fold(cell_at(grid, row, column), perm);
	Str above = heading_fold(cell_at(grid, row - 1, column), perm);
	struct heading heading = { .readings = { [SINGLE] = own } };
	if (above.len > 0)
		heading.readings[DOUBLE] = own.len == 0 ? above
			: str_format(perm, "%.*s %.*s", STR_ARG(above), STR_ARG(own));
	return heading;
}

int
headings_of(const struct grid *grid, int row, struct heading **headings, struct arena *perm)
{
	assert(row >= 0 && row < grid->row_count);
	*headings = new(perm, grid->column_count, struct heading);
	for (int c = 0; c < grid->column_count; c++)
		(*headings)[c] = heading_at(grid, row, c, perm);
	return grid->column_count;
}

static int
find_reading(const struct heading *headings, int count, Str folded, int from_reading, int *again)
{
	int first = -1;
	*again = 0;
	for (int c = 0; c < count; c++) {
		bool is = false;
		for (int r = from_reading; r < READINGS; r++)
			is |= headings[c].readings[r].len > 0 && str_equal(headings[c].readings[r], folded);
		if (is && first < 0)
			first = c;
		else
			*again += is;
	}
	return first;
}

int
heading_find(const struct heading *headings, int count, Str folded, int *again)
{
	return find_reading(headings, count, folded, SINGLE, again);
}

int
heading_find_double(const struct heading *headings, int count, Str folded, int *again)
{
	return find_reading(headings, count, folded, DOUBLE, again);
}

/* ---- where the headings stand ------------------------------------------------------------------ */

const struct grid *
grid_of(const struct grids *grids, const struct profile *profile)
{
	for (int g = 0; g < grids->count; g++)
		if (profile->sheet.len == 0 || str_equal_fold(grids->at[g].sheet, profile->sheet))
			return &grids->at[g];
	return NULL;
}

static bool
target_there(const struct heading *headings, int count, const struct target_row *target)
{
	int again;
	for (ptrdiff_t h = 0; h < countof(target->heads) && target->heads[h].len > 0; h++)
		if (heading_find(headings, count, target->heads[h], &again) >= 0)
			return true;
	return false;
}

/* How many of the list's targets a row has a heading for, by the profile's words or the usual. */
static int
row_score(const struct grid *grid, int row, const struct profile *profile, struct arena scratch)
{
	struct heading *headings;
	int count = headings_of(grid, row, &headings, &scratch), score = 0, again;
	for (int t = 0; t < TARGETS; t++) {
		if (!(target_rows[t].lists & 1u << profile->list))
			continue;
		bool there = profile->column[t].len > 0
			? heading_find(headings, count, profile->column[t], &again) >= 0
			: target_there(headings, count, &target_rows[t]);
		score += there;
	}
	return score;
}

int
heading_row(const struct grid *grid, const struct profile *profile, struct arena scratch)
{
	int best = -1, most = 1;             /* one heading by itself may be a banner's word */
	for (int r = 0; r < grid->row_count && r < LOOKED; r++) {
		if (profile->heading_line > 0) {
			if (grid->rows[r].line == profile->heading_line)
				return r;
			continue;
		}
		int score = row_score(grid, r, profile, scratch);
		if (score > most) {
			best = r;
			most = score;
		}
	}
	return best;
}
