/* read.c: the lines of a list, cell by cell.
 *
 * A cell that cannot be read is a finding, and the line goes on: one pass gives everything that is
 * wrong. Totals, blank lines and headings repeated at a page break are left out, and totals are said.
 */
#include "intake/cells.h"

#include <assert.h>

struct reading {
	const struct grid *grid;
	const struct profile *profile;
	int  columns[TARGETS];               /* -1: the list has no such column */
	int  heading;                        /* index into rows */
	struct list_read *read;
	struct findings *found;
	struct arena *perm;
};

/* ---- which lines ------------------------------------------------------------------------------- */

static struct grid_cell
cell_of(const struct reading *in, const struct grid_row *row, int target)
{
	int column = in->columns[target];
	if (column < 0 || column >= row->count)
		return (struct grid_cell){ 0 };
	return row->cells[column];
}

static bool
is_blank(const struct reading *in, const struct grid_row *row)
{
	for (int t = 0; t < TARGETS; t++) {
		struct grid_cell cell = cell_of(in, row, t);
		if (cell.kind != GRID_EMPTY && !cell.repeated && str_trim(cell.text).len > 0)
			return false;
	}
	return true;
}

/* The first cell with anything in it says "total", "grand total", "sum of ..." or "count". */
static bool
is_total(const struct grid_row *row, struct arena scratch)
{
	static const Str words[] = { STR("total"), STR("grand total"), STR("sub total"), STR("subtotal"),
	                             STR("totals"), STR("sum"), STR("count") };
	for (int c = 0; c < row->count; c++) {
		Str text = heading_fold(row->cells[c].text, &scratch);
		if (text.len == 0)
			continue;
		for (ptrdiff_t w = 0; w < countof(words); w++)
			if (str_equal(text, words[w]) ||
			    str_begins(text, str_format(&scratch, "%.*s ", STR_ARG(words[w]))))
				return true;
		return str_ends(text, S(" total"));
	}
	return false;
}

/* The headings again, as reports print them at the top of each page. */
static bool
is_heading(const struct reading *in, const struct grid_row *row, struct arena scratch)
{
	const struct grid_row *heading = &in->grid->rows[in->heading];
	int same = 0, filled = 0;
	for (int c = 0; c < row->count; c++) {
		Str text = heading_fold(row->cells[c].text, &scratch);
		Str head = c < heading->count ? heading_fold(heading->cells[c].text, &scratch) : (Str){ 0 };
		filled += text.len > 0;
		same += text.len > 0 && str_equal(text, head);
	}
	return filled > 1 && same == filled;
}

/* ---- one line ---------------------------------------------------------------------------------- */

static void
cell_finding(const struct reading *in, const struct grid_row *row, int target, Str seen,
             struct cell_trouble trouble)
{
	findings_add(in->found, (struct finding){ .severity = trouble.severity, .code = trouble.code,
		.file = in->grid->file, .record = in->grid->sheet, .line = row->line,
		.column = in->columns[target] + 1, .field = target_rows[target].title,
		.seen = seen, .wrong = trouble.wrong, .mend = trouble.mend });
}

static void
read_target(const struct reading *in, const struct grid_row *row, int target, struct line_read *line)
{
	struct grid_cell cell = cell_of(in, row, target);
	struct cell_trouble trouble = { 0 };
	bool sound = cell_read((enum target)target, &cell, in->profile, &line->values[target], &trouble,
	                       in->perm);
	if (trouble.code.len > 0)
		cell_finding(in, row, target, cell.text, trouble);
	bool needed = target_rows[target].needed & 1u << in->profile->list;
	if (sound && needed && line->values[target].len == 0) {
		sound = false;
		cell_finding(in, row, target, cell.text, (struct cell_trouble){ MISTAKE, S("blank"),
			S("is blank, and is needed"), S("fill it in") });
	}
	line->unreadable |= !sound;
}

/* Hours stand for FTE where there is none. */
static void
settle_fte(struct line_read *line)
{
	if (line->values[TO_FTE].len == 0)
		line->values[TO_FTE] = line->values[TO_HOURS];
}

/* "Oddie, Ann" and "Ann Oddie" are one family name and given names. */
static void
settle_name(struct line_read *line)
{
	Str full = line->values[TO_FULL_NAME];
	if (full.len == 0 || line->values[TO_FAMILY_NAME].len > 0)
		return;
	Str rest = full, before = str_trim(str_cut(&rest, ','));
	if (rest.at != NULL) {
		line->values[TO_FAMILY_NAME] = before;
		line->values[TO_GIVEN_NAMES] = str_trim(rest);
		return;
	}
	ptrdiff_t last = full.len;
	while (last > 0 && full.at[last - 1] != ' ')
		last--;
	line->values[TO_FAMILY_NAME] = str_from(full, last);
	line->values[TO_GIVEN_NAMES] = str_trim(str_upto(full, last));
}

/* A first day after the last one. */
static void
check_days(const struct reading *in, const struct grid_row *row, struct line_read *line)
{
	Str first = line->values[TO_FROM], last = line->values[TO_LAST_DAY];
	if (first.len == 0 || last.len == 0 || str_compare(first, last) <= 0)
		return;
	line->unreadable = true;
	cell_finding(in, row, TO_LAST_DAY, last, (struct cell_trouble){ MISTAKE, S("days"),
		S("is before the first day"), S("check both days: day and month may be the wrong way round") });
}

static void
read_line(struct reading *in, const struct grid_row *row)
{
	struct line_read *line = &in->read->at[in->read->count++];
	*line = (struct line_read){ .line = row->line, .person = NOT_THERE, .post = NOT_THERE,
		.spell = NOT_THERE, .unit = NOT_THERE, .role = NOT_THERE };
	for (int t = 0; t < TARGETS; t++)
		if (in->columns[t] >= 0)
			read_target(in, row, t, line);
	settle_fte(line);
	settle_name(line);
	check_days(in, row, line);
}

static void
read_rows(struct reading *in)
{
	for (int r = in->heading + 1; r < in->grid->row_count; r++) {
		const struct grid_row *row = &in->grid->rows[r];
		if (is_blank(in, row)) {
			in->read->blank_left_out++;
		} else if (is_total(row, *in->perm)) {
			in->read->totals_left_out++;
			findings_add(in->found, (struct finding){ .severity = QUERY, .code = S("total"),
				.file = in->grid->file, .record = in->grid->sheet, .line = row->line,
				.wrong = S("is a total, and is left out"), .mend = S("nothing, if it is one") });
		} else if (!is_heading(in, row, *in->perm)) {
			read_line(in, row);
		}
	}
}

/* ---- a whole list ------------------------------------------------------------------------------ */

/* Which column each target is in; a MISTAKE for a mapped heading that is not there any more. */
static void
find_columns(struct reading *in)
{
	struct heading *headings;
	int again, count = headings_of(in->grid, in->heading, &headings, in->perm);
	for (int t = 0; t < TARGETS; t++) {
		Str head = in->profile->column[t];
		in->columns[t] = head.len ? heading_find(headings, count, head, &again) : -1;
		if (head.len == 0 || in->columns[t] >= 0)
			continue;
		findings_add(in->found, (struct finding){ .severity = MISTAKE, .code = S("column-gone"),
			.file = in->grid->file, .record = in->grid->sheet, .line = in->grid->rows[in->heading].line,
			.seen = head, .wrong = str_format(in->perm, "no column is headed \u201c%.*s\u201d, which the "
			"profile reads as the %.*s", STR_ARG(head),
			STR_ARG(str_lower(target_rows[t].title, in->perm))),
			.mend = S("choose the column again, or mend the heading") });
	}
}

static void
say_hidden(const struct reading *in)
{
	if (in->grid->hidden_rows > 0)
		findings_add(in->found, (struct finding){ .severity = QUERY, .code = S("hidden-rows"),
			.file = in->grid->file, .record = in->grid->sheet,
			.wrong = str_format(in->perm, "%d hidden %s read too", in->grid->hidden_rows,
			                    in->grid->hidden_rows == 1 ? "row is" : "rows are"),
			.mend = S("delete them in the sheet if they should not count") });
}

void
intake_read(const struct grids *grids, const struct profile *profile, const struct roster *roster,
            Date today, struct list_read *read, struct findings *found, struct arena *perm)
{
	(void)today;
	const struct grid *grid = grid_of(grids, profile);
	*read = (struct list_read){ .list = profile->list };
	struct reading in = { .grid = grid, .profile = profile, .read = read, .found = found,
	                      .perm = perm };
	in.heading = grid ? heading_row(grid, profile, *perm) : -1;
	if (in.heading < 0) {
		findings_add(found, (struct finding){ .severity = MISTAKE, .code = S("headings"),
			.file = grids->count ? grids->at[0].file : (Str){ 0 }, .record = profile->sheet,
			.wrong = grid ? S("no row has the headings of the profile") : S("the sheet is not there"),
			.mend = S("choose the sheet and the row of the headings again") });
		return;
	}
	read->sheet = grid->sheet;
	read->at = new(perm, grid->row_count, struct line_read);
	find_columns(&in);
	say_hidden(&in);
	read_rows(&in);
	lines_match(read, profile, roster, found, perm);
}
