/* document_xlsx.c: a document as a workbook, through libxlsxwriter.
 *
 * One table a sheet, from A1, so that other programs read it without being told where it starts:
 * the tidy data first, then the further tables, the findings when there are any, and Notes last.
 * The filters are those of a worksheet table, because a sheet's own filter needs a hidden defined
 * name (_xlnm._FilterDatabase), and defined names are one of the things a council's gateway looks
 * for. Nothing but the title is written as a property, and the date inside is fixed, so the same
 * content gives the same bytes.
 *
 * libxlsxwriter allocates for itself, and a full arena jumps; so every text is made ready in the
 * arena before the workbook is opened.
 */
#include "report/document.h"
#include "report/folder.h"
#include "report/tidy.h"

#include <assert.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/date.h"

enum {
	LONGEST_NAME = 31,           /* characters of a sheet's name: Excel's limit */
	LONGEST_TEXT = 32767,        /* characters of a cell: Excel's limit */
	MOST_ROWS    = 1048575,      /* under the header: Excel's limit */
	WIDEST       = 60,           /* characters: a column wider than this is read by wrapping */
	MOST_SHEETS  = 10,           /* data, eight tables, findings */
	PLACES       = 7             /* 0 to 6 */
};

/* 1 January 1980, the earliest date a zip can carry. */
static const time_t FIXED_DATE = 315532800;

struct sheet {
	char        name[4 * LONGEST_NAME + 1];
	struct tidy tidy;
	char      **texts;           /* one for each cell; NULL for a number or a date */
	char      **headers;
	double     *widths;
};

struct note { char *subject, *text; };

/* All that will be written, ready in the arena. */
struct plan {
	struct sheet sheets[MOST_SHEETS];
	int   sheet_count;
	struct note *notes;
	int   note_count;
	char *title;
};

/* ---- planning: names, texts, widths ---------------------------------------------------------- */

/* At most `most` characters of a text. */
static Str
first_characters(Str text, ptrdiff_t most)
{
	ptrdiff_t seen = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (((unsigned char)text.at[i] & 0xC0) != 0x80 && seen++ == most)
			return str_upto(text, i);
	return text;
}

static char *
cell_c(Str text, struct arena *perm)
{
	return str_c(first_characters(text, LONGEST_TEXT), perm);
}

static bool
name_taken(const struct plan *plan, Str name)
{
	if (str_equal_fold(name, S("Notes")) || str_equal_fold(name, S("History")))
		return true;
	for (int i = 0; i < plan->sheet_count; i++)
		if (str_equal_fold(str_of(plan->sheets[i].name), name))
			return true;
	return false;
}

/* Excel forbids []:*?/\ anywhere, an apostrophe at either end, and two names alike. */
static void
name_sheet(const struct plan *plan, struct sheet *sheet, struct arena scratch)
{
	Str name = sheet->tidy.name.len ? tidy_text(sheet->tidy.name, &scratch) : S("Table");
	char *clean = str_c(first_characters(name, LONGEST_NAME), &scratch);
	for (char *c = clean; *c; c++)
		if (strchr("[]:*?/\\'", *c) || (unsigned char)*c < 0x20)
			*c = '_';
	Str tried = str_trim(str_of(clean));
	for (int copy = 2; name_taken(plan, tried); copy++)
		tried = str_format(&scratch, "%.*s %d",
		                   STR_ARG(first_characters(str_of(clean), LONGEST_NAME - 4)), copy);
	assert(tried.len < (ptrdiff_t)sizeof sheet->name);
	memcpy(sheet->name, tried.at, (size_t)tried.len);
	sheet->name[tried.len] = '\0';
}

/* Only the ISO form is taken for a date: what looks like one in another form may be a reference. */
static bool
as_date(const struct tidy_cell *cell, Date *date)
{
	return !cell->is_figure && cell->text.len == 10 && cell->text.at[4] == '-'
		&& date_parse(cell->text, date) && date_civil(*date).year >= 1901;
}

static bool
as_number(const struct tidy_cell *cell)
{
	return cell->is_figure && figure_present(cell->figure);
}

/* Room for the widest value, and for the header with the button of its filter. */
static double
column_width(const struct tidy *tidy, int column)
{
	ptrdiff_t widest = str_characters(tidy->columns[column].name) + 4;
	for (int r = 0; r < tidy->row_count; r++) {
		Str text = tidy->cells[(ptrdiff_t)r * tidy->column_count + column].text;
		ptrdiff_t characters = str_characters(text) + 2;
		widest = characters > widest ? characters : widest;
	}
	return widest < WIDEST ? (double)widest : WIDEST;
}

static void
plan_sheet(struct plan *plan, struct tidy tidy, struct arena *perm)
{
	assert(plan->sheet_count < MOST_SHEETS);
	struct sheet *sheet = &plan->sheets[plan->sheet_count];
	ptrdiff_t cells = (ptrdiff_t)tidy.row_count * tidy.column_count;
	sheet->tidy = tidy;
	name_sheet(plan, sheet, *perm);
	sheet->texts = new(perm, cells, char *);
	sheet->headers = new(perm, tidy.column_count, char *);
	sheet->widths = new(perm, tidy.column_count, double);
	Date date;
	for (ptrdiff_t i = 0; i < cells; i++)
		if (!as_number(&tidy.cells[i]) && !as_date(&tidy.cells[i], &date))
			sheet->texts[i] = cell_c(tidy.cells[i].text, perm);
	for (int c = 0; c < tidy.column_count; c++) {
		sheet->headers[c] = str_c(first_characters(tidy.columns[c].name, 255), perm);
		sheet->widths[c] = column_width(&tidy, c);
	}
	plan->sheet_count++;
}

/* ---- planning: notes ------------------------------------------------------------------------- */

static void
add_note(struct plan *plan, Str subject, Str text, struct arena *perm)
{
	if (text.len == 0)
		return;
	plan->notes[plan->note_count++] = (struct note){
		cell_c(tidy_text(subject, perm), perm), cell_c(tidy_text(text, perm), perm),
	};
}

static Str
runs_text(const struct block *block, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int i = 0; i < block->run_count; i++) {
		text_add(&text, i && block->kind == BLOCK_LIST ? S("; ") : S(""));
		text_add(&text, block->runs[i].text);
	}
	return text_str(&text);
}

/* What a block's words are to the reader of a sheet; empty for blocks that have none. */
static Str
note_subject(const struct block *block)
{
	switch (block->kind) {
	case BLOCK_PARAGRAPH:
	case BLOCK_LIST:
	case BLOCK_INSET:
		return S("Note");
	case BLOCK_WARNING:
		return S("Warning");
	case BLOCK_HEADING: case BLOCK_TABLE: case BLOCK_CHART: case BLOCK_DETAILS:
	case BLOCK_SUMMARY: case BLOCK_FINDINGS: case BLOCK_FORM: case BLOCK_CHOICES:
	case BLOCK_NOTICE:
		break;
	}
	return (Str){ 0 };
}

static int
count_blocks(const struct block *blocks, int count)
{
	int all = count;
	for (int i = 0; i < count; i++)
		all += blocks[i].pair_count + count_blocks(blocks[i].inner, blocks[i].inner_count);
	return all;
}

/* A fold's own words say what its notes are about. */
static void
note_blocks(struct plan *plan, const struct block *blocks, int count, Str about,
            struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		const struct block *block = &blocks[i];
		Str subject = note_subject(block);
		if (subject.len)
			add_note(plan, about.len ? about : subject, runs_text(block, perm), perm);
		if (block_chosen(block).len)
			add_note(plan, block->text, block_chosen(block), perm);
		for (int p = 0; p < block->pair_count; p++)
			add_note(plan, block->pairs[p].key, block->pairs[p].value, perm);
		note_blocks(plan, block->inner, block->inner_count, block->text, perm);
	}
}

static void
note_columns(struct plan *plan, const struct sheet *sheet, struct arena *perm)
{
	for (int c = 0; c < sheet->tidy.column_count; c++) {
		const struct tidy_column *column = &sheet->tidy.columns[c];
		add_note(plan, str_format(perm, "%s: %.*s", sheet->name, STR_ARG(column->name)),
		         column->title, perm);
	}
}

static void
note_symbols(struct plan *plan, struct arena *perm)
{
	bool seen[ABSENT_KINDS] = { 0 };
	for (int i = 0; i < plan->sheet_count; i++)
		tidy_absences(&plan->sheets[i].tidy, seen);
	for (int a = NOT_AVAILABLE; a < ABSENT_KINDS; a++) {
		Str symbol = absent_symbol((enum absent)a);
		Str subject = symbol.len ? str_format(perm, "Symbol %.*s", STR_ARG(symbol))
		                         : S("Empty cell");
		if (seen[a])
			add_note(plan, subject, absent_meaning((enum absent)a), perm);
	}
}

static void
plan_notes(struct plan *plan, const struct document *doc, struct arena *perm)
{
	int most = 4 + ABSENT_KINDS + doc->source_count + count_blocks(doc->blocks, doc->block_count);
	for (int i = 0; i < plan->sheet_count; i++)
		most += 1 + plan->sheets[i].tidy.column_count;
	plan->notes = new(perm, most, struct note);

	add_note(plan, S("Title"), doc->title, perm);
	add_note(plan, S("About"), doc->caption, perm);
	add_note(plan, S("Period"), doc->period, perm);
	add_note(plan, S("Address"), doc->address, perm);
	for (int i = 0; i < plan->sheet_count; i++) {
		const struct sheet *sheet = &plan->sheets[i];
		add_note(plan, str_format(perm, "Sheet %s", sheet->name), sheet->tidy.caption, perm);
		note_columns(plan, sheet, perm);
	}
	note_symbols(plan, perm);
	note_blocks(plan, doc->blocks, doc->block_count, (Str){ 0 }, perm);
	for (int i = 0; i < doc->source_count; i++)
		add_note(plan, S("Source"), doc->sources[i], perm);
	assert(plan->note_count <= most);
}

static struct plan *
plan_of(const struct document *doc, struct arena *perm)
{
	struct plan *plan = new(perm, 1, struct plan);
	plan->title = str_c(first_characters(tidy_text(doc->title, perm), 250), perm);
	if (doc->data)
		plan_sheet(plan, tidy_table(doc->data, perm), perm);
	for (int i = 0; i < doc->sheet_count; i++)
		plan_sheet(plan, tidy_table(doc->sheets[i], perm), perm);
	struct tidy findings = tidy_findings(doc, perm);
	if (findings.row_count)
		plan_sheet(plan, findings, perm);
	plan_notes(plan, doc, perm);
	return plan;
}

/* ---- writing: nothing from here on takes memory from an arena -------------------------------- */

struct book {
	lxw_workbook *workbook;
	lxw_format   *number[PLACES], *year, *date, *bold, *wrapped;
	lxw_error     error;         /* the first that happened */
};

static void
note_error(struct book *book, lxw_error error)
{
	if (book->error == LXW_NO_ERROR)
		book->error = error;
}

static lxw_format *
number_format(struct book *book, const char *text)
{
	lxw_format *format = workbook_add_format(book->workbook);
	format_set_num_format(format, text);
	return format;
}

static void
make_formats(struct book *book)
{
	static const char *const by_places[PLACES] = {
		"#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000", "#,##0.00000", "#,##0.000000",
	};
	for (int p = 0; p < PLACES; p++)
		book->number[p] = number_format(book, by_places[p]);
	book->year = number_format(book, "0");
	book->date = number_format(book, "d mmmm yyyy");
	book->bold = workbook_add_format(book->workbook);
	format_set_bold(book->bold);
	format_set_align(book->bold, LXW_ALIGN_VERTICAL_TOP);
	book->wrapped = workbook_add_format(book->workbook);
	format_set_text_wrap(book->wrapped);
	format_set_align(book->wrapped, LXW_ALIGN_VERTICAL_TOP);
}

static void
write_cell(struct book *book, lxw_worksheet *to, lxw_row_t row, lxw_col_t column,
           const struct tidy_cell *cell, const char *text)
{
	Date date;
	if (text && *text == '\0') {
		return;
	} else if (text) {
		note_error(book, worksheet_write_string(to, row, column, text, NULL));
	} else if (as_number(cell)) {
		lxw_format *format = cell->as_text ? book->year : book->number[cell->places];
		note_error(book, worksheet_write_number(to, row, column, figure_double(cell->figure),
		                                        format));
	} else if (as_date(cell, &date)) {
		struct civil civil = date_civil(date);
		lxw_datetime moment = { .year = civil.year, .month = civil.month, .day = civil.day };
		note_error(book, worksheet_write_datetime(to, row, column, &moment, book->date));
	}
}

/* A worksheet table must have a row under its header, even an empty one. */
static void
write_sheet(struct book *book, const struct sheet *sheet)
{
	const struct tidy *tidy = &sheet->tidy;
	lxw_worksheet *to = workbook_add_worksheet(book->workbook, sheet->name);
	if (!to) {
		note_error(book, LXW_ERROR_PARAMETER_VALIDATION);
		return;
	}
	lxw_table_column columns[128] = { 0 };
	lxw_table_column *pointers[129] = { 0 };
	for (int c = 0; c < tidy->column_count; c++) {
		columns[c].header = sheet->headers[c];
		pointers[c] = &columns[c];
		worksheet_set_column(to, (lxw_col_t)c, (lxw_col_t)c, sheet->widths[c], NULL);
	}
	ptrdiff_t i = 0;
	for (int r = 0; r < tidy->row_count; r++)
		for (int c = 0; c < tidy->column_count; c++, i++)
			write_cell(book, to, (lxw_row_t)r + 1, (lxw_col_t)c, &tidy->cells[i],
			           sheet->texts[i]);
	lxw_table_options options = {
		.columns = pointers, .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1,
	};
	lxw_row_t last = tidy->row_count ? (lxw_row_t)tidy->row_count : 1;
	note_error(book, worksheet_add_table(to, 0, 0, last, (lxw_col_t)(tidy->column_count - 1),
	                                     &options));
	worksheet_freeze_panes(to, 1, 0);
}

static void
write_notes(struct book *book, const struct plan *plan)
{
	lxw_worksheet *to = workbook_add_worksheet(book->workbook, "Notes");
	if (!to) {
		note_error(book, LXW_ERROR_PARAMETER_VALIDATION);
		return;
	}
	worksheet_set_column(to, 0, 0, 30, NULL);
	worksheet_set_column(to, 1, 1, 100, NULL);
	for (int i = 0; i < plan->note_count; i++) {
		lxw_row_t row = (lxw_row_t)i;
		note_error(book, worksheet_write_string(to, row, 0, plan->notes[i].subject, book->bold));
		note_error(book, worksheet_write_string(to, row, 1, plan->notes[i].text, book->wrapped));
	}
}

/* Writes the whole file and closes it, whatever happens. */
static bool
write_book(const struct plan *plan, struct folder *folder, const char *path, struct error *err)
{
	lxw_workbook_options options = { .tmpdir = folder->path };
	struct book book = { .workbook = workbook_new_opt(path, &options) };
	if (!book.workbook)
		return fail(err, "cannot start a spreadsheet in %s", folder->path);
	make_formats(&book);
	lxw_doc_properties properties = { .title = plan->title, .created = FIXED_DATE };
	note_error(&book, workbook_set_properties(book.workbook, &properties));
	for (int i = 0; i < plan->sheet_count; i++)
		write_sheet(&book, &plan->sheets[i]);
	write_notes(&book, plan);
	note_error(&book, workbook_close(book.workbook));
	if (book.error != LXW_NO_ERROR)
		return fail(err, "cannot write the spreadsheet: %s", lxw_strerror(book.error));
	return true;
}

static bool
fits_excel(const struct plan *plan, struct error *err)
{
	for (int i = 0; i < plan->sheet_count; i++) {
		assert(plan->sheets[i].tidy.column_count > 0);
		assert(plan->sheets[i].tidy.column_count <= 128);
		if (plan->sheets[i].tidy.row_count > MOST_ROWS)
			return fail(err, "sheet %s has %d rows; a spreadsheet holds %d", plan->sheets[i].name,
			            plan->sheets[i].tidy.row_count, MOST_ROWS);
	}
	return true;
}

bool
document_xlsx(const struct document *doc, Str *bytes, struct arena *perm, struct error *err)
{
	const struct plan *plan = plan_of(doc, perm);
	struct folder folder;
	if (!fits_excel(plan, err) || !folder_make(&folder, err))
		return false;
	char path[sizeof folder.path + 16];
	snprintf(path, sizeof path, "%s/book.xlsx", folder.path);
	bool done = write_book(plan, &folder, path, err)
		&& folder_read(&folder, "book.xlsx", bytes, perm, err);
	folder_remove(&folder);
	return done;
}
