/* read_sheet.c: a return from rows with census columns. */
#include "census/read.h"

#include "census/reading.h"
#include "census/rules.h"
#include "files/grid.h"

/* Headings are looked for in the first rows of a sheet; two names of a worker's items make a
 * heading row. */
enum { ROWS_LOOKED_AT = 30, HEADS_LEAST = 2, CELL_MOST = 20000 };

struct reading {
	struct census_return *ret;
	const struct grid *grid;            /* the sheet being read */
	enum item items[GRID_COLUMNS_MOST]; /* of its columns */
	bool told[ITEMS];                   /* an item of the return that differs: told once */
	int said;
	struct findings *found;
	struct arena *perm;
};

struct heading {
	const struct grid *grid;
	int row, heads;
};

/* A finding about a cell of a sheet, or with column -1 a row, until there were NOTICES_MOST. */
static void
say(struct reading *in, enum severity severity, Str code, int line, int column,
    struct finding words)
{
	bool last = in->said == NOTICES_MOST;
	if (in->said++ > NOTICES_MOST)
		return;
	words.severity = last ? MISTAKE : severity;
	words.code = last ? S("more") : code;
	words.file = in->ret->file;
	if (last) {
		words.wrong = S("the file has more cells that are amiss");
		words.mend = S("mend those that are told, and check it again");
		words.field = words.seen = (Str){ 0 };
	} else {
		words.line = line;
		words.column = column + 1;
		bool placed = in->grid->sheet.len > 0 && column >= 0;
		words.record =
			placed ? grid_place(in->grid, column, line, in->perm) : in->grid->sheet;
	}
	findings_add(in->found, words);
}

/* ---- cells ----------------------------------------------------------------------------------- */

/* "2025-09-30 00:00:00" and "30/09/2025 00:00", as some systems write a day. */
static Str
without_midnight(Str text)
{
	static const Str ends[] = { STR(" 00:00:00"), STR("T00:00:00"), STR(" 00:00"),
				    STR(" 0:00") };
	for (ptrdiff_t i = 0; i < countof(ends); i++)
		if (str_ends(text, ends[i]))
			return str_upto(text, text.len - ends[i].len);
	return text;
}

static Str
day_text(Str text, struct arena *perm)
{
	Date date;
	return date_parse(without_midnight(str_trim(text)), &date) ? date_iso(date, perm) : text;
}

/* "£38,223.00" as 38223. */
static Str
number_text(Str text, struct arena *perm)
{
	Str figures = str_trim(text);
	if (str_begins(figures, S("\u00A3")))
		figures = str_trim(str_from(figures, 2));
	struct parsed_decimal parsed = parse_decimal(figures, 6, true);
	if (!parsed.ok || str_find(figures, S(",")) < 0)
		return parsed.ok ? figures : text;
	return figure_plain(figure_micro(parsed.micro), parsed.places, perm);
}

/* TRUE and FALSE of a spreadsheet, where the item's codes are 1 and 0. */
static Str
yes_no_text(const struct item_row *row, Str text)
{
	bool yes_no = row->kind == KIND_CODE && row->code_count == 2 &&
		      str_equal(row->codes[0].code, S("0"));
	if (!yes_no)
		return text;
	return str_equal(text, S("TRUE")) ? S("1") : S("0");
}

/* Our own files have an apostrophe before what a spreadsheet would run as a formula. */
static Str
without_guard(Str text)
{
	return str_begins(text, S("'")) && reading_formula(text) ? str_from(text, 1) : text;
}

static Str
text_of(const struct grid_cell *cell, enum item item, struct arena *perm)
{
	const struct item_row *row = &item_rows[item];
	if (cell->kind == GRID_YES_NO)
		return yes_no_text(row, cell->text);
	Str text = without_guard(cell->text);
	if (row->kind == KIND_DATE)
		return day_text(text, perm);
	return row->kind == KIND_NUMBER ? number_text(text, perm) : text;
}

/* What a cell says of an item, with its place. Tells what no item can be read from. */
static struct cell_said
cell_of(struct reading *in, const struct grid_row *row, int column, enum item item)
{
	static const struct grid_cell none;
	const struct grid_cell *cell = column < row->count ? &row->cells[column] : &none;
	struct cell_said said = { text_of(cell, item, in->perm), row->line, column + 1 };
	Str field = item_rows[item].name;
	if (cell->kind == GRID_ERROR)
		say(in, MISTAKE, S("cell"), row->line, column,
		    (struct finding){ .field = field,
				      .seen = cell->text,
				      .wrong = S("is an error of the spreadsheet"),
				      .mend = S("mend the formula, or write the value") });
	if (cell->kind == GRID_NO_VALUE)
		say(in, MISTAKE, S("cell"), row->line, column,
		    (struct finding){ .field = field,
				      .wrong = S("is a formula that was saved without its value"),
				      .mend = S("open the workbook, let it reckon, and save it") });
	if (said.text.len > CELL_MOST) {
		say(in, MISTAKE, S("cell"), row->line, column,
		    (struct finding){ .field = field,
				      .wrong = S("is longer than 20,000 bytes, and is cut there"),
				      .mend = S("check that quotes are closed") });
		said.text.len = CELL_MOST;
		while (!str_utf8(said.text, NULL))
			said.text.len--;
	}
	if (!said.text.at)
		said.text = S("");
	return said;
}

/* ---- what belongs to the whole return -------------------------------------------------------- */

/* The first that says something is read; another must say the same. */
static void
take_of_return(struct reading *in, const struct grid_row *row, int column, enum item item)
{
	struct cell_said said = cell_of(in, row, column, item), *kept = &in->ret->cell[item];
	Str before = str_trim(kept->text), now = str_trim(said.text);
	if (before.len == 0 && (now.len > 0 || !kept->text.at)) {
		*kept = said;
		return;
	}
	if (now.len == 0 || str_equal(before, now) || in->told[item])
		return;
	in->told[item] = true;
	say(in, MISTAKE, S("column"), row->line, column,
	    (struct finding){
		    .field = item_rows[item].name,
		    .seen = said.text,
		    .wrong = str_format(in->perm,
					"is \"%.*s\" on line %d, and belongs to the whole return",
					STR_ARG(before), kept->line),
		    .mend = S("write the same on every row") });
}

/* Rows of a name and its value. How many there were. */
static int
take_pairs(struct reading *in, const struct grid *grid, int rows)
{
	int taken = 0;
	in->grid = grid;
	for (int r = 0; r < rows; r++) {
		const struct grid_row *row = &grid->rows[r];
		enum item item = row->count > 1 ? item_of_head(row->cells[0].text) : NO_ITEM;
		if (item == NO_ITEM || item_rows[item].place == IN_WORKER)
			continue;
		take_of_return(in, row, 1, item);
		taken++;
	}
	return taken;
}

/* ---- headings -------------------------------------------------------------------------------- */

static int
heads_in(const struct grid_row *row)
{
	bool there[ITEMS] = { false };
	int heads = 0;
	for (int c = 0; c < row->count; c++) {
		enum item item = row->cells[c].kind == GRID_TEXT ? item_of_head(row->cells[c].text)
								 : NO_ITEM;
		heads += item != NO_ITEM && item_rows[item].place == IN_WORKER && !there[item];
		if (item != NO_ITEM)
			there[item] = true;
	}
	return heads;
}

/* The row with most of a worker's items, of all sheets. */
static struct heading
find_heading(const struct grids *grids)
{
	struct heading best = { 0 };
	for (int g = 0; g < grids->count; g++)
		for (int r = 0; r < grids->at[g].row_count && r < ROWS_LOOKED_AT; r++) {
			int heads = heads_in(&grids->at[g].rows[r]);
			if (heads > best.heads)
				best = (struct heading){ &grids->at[g], r, heads };
		}
	return best;
}

static void
take_heading(struct reading *in, const struct grid_row *row, int column, bool there[ITEMS])
{
	Str head = str_trim(row->cells[column].text);
	enum item item = item_of_head(head);
	in->items[column] = NO_ITEM;
	if (head.len == 0)
		return;
	if (item == NO_ITEM) {
		Str near = reading_nearest(head, IN_WORKER);
		say(in, QUERY, S("column"), row->line, column,
		    (struct finding){
			    .field = head,
			    .wrong = S("is no column of the census, and is not read"),
			    .mend = near.len ? str_format(in->perm, "write %.*s, if that is meant",
							  STR_ARG(near))
					     : S("head it with an item's name, if it is one") });
	} else if (there[item]) {
		say(in, MISTAKE, S("column"), row->line, column,
		    (struct finding){
			    .field = head,
			    .wrong = str_format(in->perm,
						"is a second column of %.*s, and is not read",
						STR_ARG(item_rows[item].name)),
			    .mend = S("keep one of the two") });
	} else {
		there[item] = true;
		in->items[column] = item;
	}
}

static void
tell_missing(struct reading *in, const bool there[ITEMS], int line)
{
	struct text names = text_new(in->perm);
	int year = in->ret->year;
	for (int i = WORKER_FIRST; i < ITEMS; i++) {
		bool always =
			item_rows[i].first_year == CENSUS_FIRST_YEAR && item_rows[i].last_year == 0;
		if (there[i] || !(year ? item_in_year((enum item)i, year) : always))
			continue;
		text_format(&names, "%s%.*s", names.len ? ", " : "", STR_ARG(item_rows[i].name));
	}
	if (names.len > 0)
		say(in, QUERY, S("column"), line, -1,
		    (struct finding){ .wrong = str_format(in->perm, "there is no column of %.*s",
							  STR_ARG(text_str(&names))),
				      .mend = S("add those that the return needs") });
}

/* ---- rows ------------------------------------------------------------------------------------ */

static bool
says_of_a_worker(const struct reading *in, const struct grid_row *row)
{
	for (int c = 0; c < row->count; c++)
		if (in->items[c] != NO_ITEM && item_rows[in->items[c]].place == IN_WORKER &&
		    (str_trim(row->cells[c].text).len > 0 || row->cells[c].kind == GRID_NO_VALUE))
			return true;
	return false;
}

static void
take_row(struct reading *in, const struct grid_row *row)
{
	struct worker *w = NULL;
	if (says_of_a_worker(in, row)) {
		w = &in->ret->workers[in->ret->worker_count++];
		*w = (struct worker){ .number = in->ret->worker_count, .line = row->line };
	}
	for (int c = 0; c < in->grid->column_count; c++) {
		enum item item = in->items[c];
		if (item == NO_ITEM)
			continue;
		if (item_rows[item].place != IN_WORKER)
			take_of_return(in, row, c, item);
		else if (w)
			w->cell[item - WORKER_FIRST] = cell_of(in, row, c, item);
	}
}

/* Sheets put one after another have their headings twice. */
static bool
is_heading_again(struct reading *in, const struct grid_row *head, const struct grid_row *row)
{
	int same = 0;
	for (int c = 0; c < row->count && c < head->count; c++) {
		if (in->items[c] == NO_ITEM)
			continue;
		if (!str_equal(row->cells[c].text, head->cells[c].text))
			return false;
		same++;
	}
	if (same < HEADS_LEAST)
		return false;
	say(in, QUERY, S("column"), row->line, -1,
	    (struct finding){ .wrong = S("has headings again, and is not read as a worker"),
			      .mend = S("take the row out") });
	return true;
}

static void
take_rows(struct reading *in, const struct heading *heading, bool there[ITEMS])
{
	const struct grid *grid = heading->grid;
	const struct grid_row *head = &grid->rows[heading->row];
	in->grid = grid;
	for (int c = 0; c < GRID_COLUMNS_MOST; c++)
		in->items[c] = NO_ITEM;
	for (int c = 0; c < head->count; c++)
		take_heading(in, head, c, there);
	in->ret->workers = new(in->perm, grid->row_count - heading->row, struct worker);
	for (int r = heading->row + 1; r < grid->row_count; r++)
		if (!is_heading_again(in, head, &grid->rows[r]))
			take_row(in, &grid->rows[r]);
	if (grid->hidden_rows > 0)
		say(in, QUERY, S("hidden"), head->line, -1,
		    (struct finding){ .wrong = str_format(
					      in->perm, "has %d hidden row%s, read like the others",
					      grid->hidden_rows, grid->hidden_rows == 1 ? "" : "s"),
				      .mend = S("delete rows that are not meant") });
}

/* Sheets besides: rows of name and value, or of no use here. */
static void
take_other_sheets(struct reading *in, const struct grids *grids, const struct grid *workers)
{
	for (int g = 0; g < grids->count; g++) {
		const struct grid *grid = &grids->at[g];
		if (grid == workers || grid->row_count == 0 ||
		    take_pairs(in, grid, grid->row_count) > 0)
			continue;
		findings_add(in->found,
			     (struct finding){ .severity = QUERY,
					       .code = S("sheet"),
					       .file = in->ret->file,
					       .record = grid->sheet,
					       .wrong = S("is a sheet without names of census "
							  "items, and is not read"),
					       .mend = S("put all workers on one sheet") });
	}
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void
say_unless_said(struct census_return *ret, enum item item, Str text)
{
	if (str_trim(ret->cell[item].text).len == 0 && text.len > 0)
		ret->cell[item].text = text;
}

/* What no sheet has and every message: so that a sheet is asked only for what it could say. */
static void
fill_header(struct census_return *ret, const struct census_expect *expect, struct arena *perm)
{
	say_unless_said(ret, ITEM_YEAR,
			expect->year ? str_format(perm, "%d", expect->year) : (Str){ 0 });
	say_unless_said(ret, ITEM_LEA, expect->lea);
	say_unless_said(ret, ITEM_COLLECTION, S("CSWW"));
	say_unless_said(ret, ITEM_SOURCE_LEVEL, S("L"));
	struct fact year = fact_of(ITEM_YEAR, ret->cell[ITEM_YEAR].text);
	if (year.said == SAID && year.value >= CENSUS_FIRST_YEAR * (int64_t)MICRO)
		say_unless_said(ret, ITEM_REFERENCE_DATE,
				str_format(perm, "%d-09-30", (int)(year.value / MICRO)));
}

static bool
no_census(Str file, struct findings *found)
{
	findings_add(found,
		     (struct finding){ .severity = MISTAKE,
				       .code = S("column"),
				       .file = file,
				       .wrong = S("the file has no row of census columns"),
				       .mend = S("head the columns with names of items: SWENo, "
						 "AgencyWorker, FTE, PersonBirthDate and on") });
	return false;
}

bool
census_read_sheets(Str bytes, const struct census_expect *expect, struct census_return *ret,
		   struct findings *found, struct arena *perm)
{
	struct grids grids;
	bool there[ITEMS] = { false };
	ret->form = FORM_SHEET;
	if (!grids_read(bytes, ret->file, &grids, found, perm))
		return false;
	struct heading heading = find_heading(&grids);
	if (heading.heads < HEADS_LEAST)
		return no_census(ret->file, found);
	struct reading *in = new(perm, 1, struct reading);
	*in = (struct reading){ .ret = ret, .found = found, .perm = perm };
	take_pairs(in, heading.grid, heading.row);
	take_rows(in, &heading, there);
	take_other_sheets(in, &grids, heading.grid);
	fill_header(ret, expect, perm);
	return_settle(ret);
	in->grid = heading.grid;
	tell_missing(in, there, heading.grid->rows[heading.row].line);
	return true;
}
