/* read.c: the lines of a list, cell by cell.
 *
 * A cell that cannot be read is a finding, and the line goes on: one pass gives everything that is
 * wrong. Totals, notes, blank lines and headings repeated at a page break are left out, and all but the
 * last two are said. Where another table begins, this list ends.
 */
#include "intake/reading.h"

#include <stdlib.h>

/* ---- one line ---------------------------------------------------------------------------------- */

void
reading_say(const struct reading *in, int line, int target, Str seen, struct cell_trouble trouble)
{
	int column = target < TARGETS ? in->columns[target] : -1;
	findings_add(in->found, (struct finding){ .severity = trouble.severity, .code = trouble.code,
		.file = in->grid->file, .line = line, .column = column + 1, .seen = seen,
		.record = column < 0 || in->grid->sheet.len == 0 ? in->grid->sheet
		                                                 : grid_place(in->grid, column, line, in->perm),
		.field = column < 0 ? (Str){ 0 } : target_rows[target].title,
		.wrong = trouble.wrong, .mend = trouble.mend });
}

/* A post that nobody is in, written where the name would be. */
static bool
is_vacancy(const struct reading *in, const struct grid_row *row)
{
	static const enum target names[] = { TO_FULL_NAME, TO_FAMILY_NAME, TO_GIVEN_NAMES };
	for (ptrdiff_t n = 0; n < countof(names); n++)
		if (says_vacant(reading_cell(in, row, (int)names[n]).text, *in->perm))
			return true;
	return false;
}

/* The number of a day without a date's style, where days are counted from 1904, as it would be where they
 * are counted from 1900. */
static void
count_from_1900(const struct reading *in, int target, struct grid_cell *cell)
{
	enum { FROM_1900_TO_1904 = 1462 };
	bool day = target == TO_FROM || target == TO_LAST_DAY || target == TO_BORN;
	if (!day || !in->grid->dates_1904 || cell->kind != GRID_NUMBER)
		return;
	struct parsed_decimal number = parse_decimal(cell->text, 6, false);
	Figure from_1900 = { .micro = number.micro + FROM_1900_TO_1904 * (int64_t)MICRO };
	if (number.ok)
		cell->text = figure_plain(from_1900, 6, in->perm);
}

static void
read_target(const struct reading *in, const struct grid_row *row, int target, bool may_be_blank,
            struct line_read *line)
{
	struct grid_cell cell = reading_cell(in, row, target);
	struct cell_trouble trouble = { 0 };
	Str seen = cell.text;
	count_from_1900(in, target, &cell);
	bool sound = cell_read((enum target)target, &cell, in->profile, &line->values[target], &trouble,
	                       in->perm);
	if (trouble.code.len > 0)
		reading_say(in, row->line, target, seen, trouble);
	bool needed = target_rows[target].needed & 1u << in->profile->list && !may_be_blank;
	if (sound && needed && line->values[target].len == 0) {
		sound = false;
		reading_say(in, row->line, target, seen, (struct cell_trouble){ MISTAKE, S("blank"),
			S("is blank, and is needed"), S("fill it in") });
	}
	line->unreadable |= !sound;
}

/* Hours stand for FTE where there is none; what was read from hours says so. */
static void
settle_fte(const struct reading *in, const struct grid_row *row, struct line_read *line)
{
	enum target from = line->values[TO_FTE].len > 0 ? TO_FTE : TO_HOURS;
	if (line->values[TO_FTE].len == 0)
		line->values[TO_FTE] = line->values[TO_HOURS];
	Str hours = cell_hours(from, reading_cell(in, row, (int)from).text, in->perm);
	if (hours.len > 0 && line->values[TO_FTE].len > 0)
		line->hours = str_format(in->perm, "%.*s of %.*s hours", STR_ARG(hours),
		                         STR_ARG(fte_text((int64_t)hours_full(in->profile) * (MICRO / 100), in->perm)));
}

/* The profile with the full-time hours of the row, where it says them. */
static struct profile
profile_of_row(const struct reading *in, const struct grid_row *row)
{
	struct profile profile = *in->profile;
	Str hours = cell_hours(TO_FULL_HOURS, reading_cell(in, row, TO_FULL_HOURS).text, in->perm);
	int64_t full = parse_decimal(hours, 6, false).micro / (MICRO / 100);
	if (full >= 100)
		profile.hours_full_time = (int)full;
	return profile;
}

/* Where the family name begins in "Ann Oddie" and "Jörg van der Berg": at the last word, or at the small
 * ones before it, unless all are small. */
static ptrdiff_t
family_begin(Str full)
{
	ptrdiff_t last = full.len;
	while (last > 0 && full.at[last - 1] != ' ')
		last--;
	for (ptrdiff_t at = last; at > 0; ) {
		ptrdiff_t word = at - 1;
		while (word > 0 && full.at[word - 1] != ' ')
			word--;
		if (full.at[word] < 'a' || full.at[word] > 'z')
			return at;
		at = word;
	}
	return last;
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
	ptrdiff_t begin = family_begin(full);
	line->values[TO_FAMILY_NAME] = str_from(full, begin);
	line->values[TO_GIVEN_NAMES] = str_trim(str_upto(full, begin));
}

/* A first day after the last one. */
static void
check_days(const struct reading *in, const struct grid_row *row, struct line_read *line)
{
	Str first = line->values[TO_FROM], last = line->values[TO_LAST_DAY];
	if (first.len == 0 || last.len == 0 || str_compare(first, last) <= 0)
		return;
	line->unreadable = true;
	Str seen = reading_cell(in, row, TO_LAST_DAY).text;
	reading_say(in, row->line, TO_LAST_DAY, seen, (struct cell_trouble){ MISTAKE, S("days"),
		S("is before the first day"), S("check both days: day and month may be the wrong way round") });
}

/* A line of people that says neither who, nor that nobody is in the post. */
static void
check_somebody(const struct reading *in, const struct grid_row *row, struct line_read *line)
{
	bool somebody = line->values[TO_PAYROLL].len > 0 || line->values[TO_FAMILY_NAME].len > 0
		|| line->values[TO_SWE].len > 0;
	if (in->profile->list == LIST_FINANCE || somebody || line->unreadable)
		return;
	reading_say(in, row->line, TARGETS, (Str){ 0 }, (struct cell_trouble){ QUERY, S("nobody"),
		S("names nobody, and is left out"), S("write who it is, or Vacant") });
}

/* Without its number a vacant post cannot be told from the others. */
static void
check_vacant(const struct reading *in, const struct grid_row *row, const struct line_read *line)
{
	if (in->profile->list != LIST_HR || line->values[TO_POST].len > 0)
		return;
	reading_say(in, row->line, TO_POST, (Str){ 0 }, (struct cell_trouble){ QUERY, S("vacant-no-post"),
		S("is blank, so this vacant post cannot be told from others, and is left out"),
		S("write its post number, or add the post on its own page or by finance\u2019s list") });
}

static void
read_cells(struct reading *in, const struct grid_row *row, bool may_be_blank, struct line_read *line)
{
	const struct profile *whole = in->profile;
	struct profile of_row;
	if (in->columns[TO_FULL_HOURS] >= 0) {
		of_row = profile_of_row(in, row);
		in->profile = &of_row;
	}
	for (int i = 0; i < in->mapped; i++)
		read_target(in, row, (int)in->in_order[i], may_be_blank, line);
	settle_fte(in, row, line);
	in->profile = whole;
}

static void
read_line(struct reading *in, const struct grid_row *row)
{
	struct line_read *line = &in->read->at[in->read->count++];
	*line = (struct line_read){ .line = row->line, .person = NOT_THERE, .post = NOT_THERE,
		.spell = NOT_THERE, .unit = NOT_THERE, .role = NOT_THERE };
	bool vacancy = line->vacant = in->profile->list != LIST_FINANCE && is_vacancy(in, row);
	read_cells(in, row, vacancy, line);
	settle_name(line);
	check_days(in, row, line);
	if (vacancy)
		check_vacant(in, row, line);
	else
		check_somebody(in, row, line);
}

/* The text of the row's first cell with anything in it. */
static Str
first_text(const struct grid_row *row)
{
	for (int c = 0; c < row->count; c++)
		if (str_trim(row->cells[c].text).len > 0)
			return row->cells[c].text;
	return (Str){ 0 };
}

static void
say_row(const struct reading *in, const struct grid_row *row, enum row_kind kind)
{
	static const struct { Str code, wrong, mend; } words[] = {
		[A_TOTAL] = { STR("total"), STR("is a total, and is left out"), STR("nothing, if it is one") },
		[A_NOTE] = { STR("note"), STR("has one cell filled, and is left out as a note"),
		             STR("nothing, if it is one") },
		[ANOTHER_TABLE] = { STR("another-table"),
		                    STR("has the headings of another table; from here on nothing is read"),
		                    STR("put that table on a sheet of its own, and send it as its own list") },
	};
	/* a list of everybody would end those in the other table */
	bool loses = kind == ANOTHER_TABLE && in->profile->complete;
	reading_say(in, row->line, TARGETS, kind == A_TOTAL ? (Str){ 0 } : first_text(row),
	            (struct cell_trouble){ loses ? MISTAKE : QUERY, words[kind].code, words[kind].wrong,
	                                   words[kind].mend });
}

static void
read_rows(struct reading *in)
{
	for (int r = in->heading + 1; r < in->grid->row_count; r++) {
		const struct grid_row *row = &in->grid->rows[r];
		enum row_kind kind = row_kind(in, row);
		in->read->blank_left_out += kind == A_BLANK;
		in->read->totals_left_out += kind == A_TOTAL;
		if (kind == A_TOTAL || kind == A_NOTE || kind == ANOTHER_TABLE)
			say_row(in, row, kind);
		if (kind == ANOTHER_TABLE)
			return;
		if (kind == A_LINE)
			read_line(in, row);
	}
}

/* ---- a whole list ------------------------------------------------------------------------------ */

static void
put_in_order(struct reading *in, enum target target)
{
	int at = in->mapped++;
	for (; at > 0 && in->columns[in->in_order[at - 1]] > in->columns[target]; at--)
		in->in_order[at] = in->in_order[at - 1];
	in->in_order[at] = target;
}

/* Which column each target is in; a MISTAKE for a mapped heading that is not there any more. */
static void
find_columns(struct reading *in)
{
	struct heading *headings;
	int again, count = headings_of(in->grid, in->heading, &headings, in->perm);
	for (int t = 0; t < TARGETS; t++) {
		Str head = in->profile->column[t];
		in->columns[t] = head.len ? heading_find(headings, count, head, &again) : -1;
		if (in->columns[t] >= 0)
			put_in_order(in, (enum target)t);
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
	int rows = in->grid->hidden_rows, columns = in->grid->hidden_columns;
	if (rows > 0)
		reading_say(in, 0, TARGETS, (Str){ 0 }, (struct cell_trouble){ QUERY, S("hidden-rows"),
			str_format(in->perm, "%d hidden %s read too", rows, rows == 1 ? "row is" : "rows are"),
			S("delete them in the sheet if they should not count") });
	if (columns > 0)
		reading_say(in, 0, TARGETS, (Str){ 0 }, (struct cell_trouble){ QUERY, S("hidden-columns"),
			str_format(in->perm, "%d hidden %s read too", columns,
			           columns == 1 ? "column is" : "columns are"),
			S("delete them in the sheet if they should not count") });
}

/* ---- findings in file order ---------------------------------------------------------------------- */

struct placed { int line, column; ptrdiff_t number; };

static int
by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* What lines say against each other is found after the lines; people read from above to below. */
static void
put_in_file_order(struct findings *found, ptrdiff_t first, struct arena scratch)
{
	ptrdiff_t count = found->count - first;
	struct placed *places = new(&scratch, count, struct placed);
	struct finding *sorted = new(&scratch, count, struct finding);
	for (ptrdiff_t i = 0; i < count; i++)
		places[i] = (struct placed){ found->at[first + i].line, found->at[first + i].column, first + i };
	if (count > 1)
		qsort(places, (size_t)count, sizeof *places, by_place);
	for (ptrdiff_t i = 0; i < count; i++)
		sorted[i] = found->at[places[i].number];
	for (ptrdiff_t i = 0; i < count; i++)
		found->at[first + i] = sorted[i];
}

void
intake_read(const struct grids *grids, const struct profile *profile, const struct roster *roster,
            Date today, struct list_read *read, struct findings *found, struct arena *perm)
{
	(void)today;
	ptrdiff_t before = found->count;
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
	lines_doubt(&in);
	lines_match(read, profile, roster, found, perm);
	put_in_file_order(found, before, *perm);
}
