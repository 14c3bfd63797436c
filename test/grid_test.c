/* grid_test.c: workbooks and CSV files, honest and otherwise, as cells with places. */
#include "check.h"
#include "xlsx_maker.h"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "files/csv.h"
#include "files/file.h"
#include "files/grid.h"
#include "files/xlsx.h"

struct reading { struct grids grids; struct findings found; bool read; };

static struct reading
read_bytes(Str bytes, struct arena *perm)
{
	struct reading r = { .found = findings_new(perm) };
	r.read = grids_read(bytes, S("list.xlsx"), &r.grids, &r.found, perm);
	return r;
}

static struct reading
read_sheet(const char *sheet_data, struct arena *perm)
{
	const char *sheet = str_c(str_format(perm, "<sheetData>%s</sheetData>", sheet_data), perm);
	return read_bytes(book_made((struct made_book){ .sheet = sheet }, perm), perm);
}

/* A cell by its place in the sheet; empty when it is not there. */
static struct grid_cell
cell(const struct reading *r, int sheet, const char *place)
{
	int column, line;
	if (sheet >= r->grids.count || !xlsx_place(str_of(place), &column, &line))
		return (struct grid_cell){ 0 };
	const struct grid *grid = &r->grids.at[sheet];
	for (int i = 0; i < grid->row_count; i++)
		if (grid->rows[i].line == line && column < grid->rows[i].count)
			return grid->rows[i].cells[column];
	return (struct grid_cell){ 0 };
}

/* "query cell-date Sheet1!A1; error ..." of the findings, in order. */
static Str
said(const struct reading *r, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < r->found.count; i++) {
		const struct finding *f = &r->found.at[i];
		text_format(&out, "%s%.*s %.*s", i ? "; " : "", STR_ARG(severity_text(f->severity)), STR_ARG(f->code));
		if (f->record.len)
			text_format(&out, " %.*s", STR_ARG(f->record));
	}
	return text_str(&out);
}

#define check_cell(r, sheet, place, its_kind, its_text) do { \
	struct grid_cell cell_ = cell(r, sheet, place); \
	check_int(cell_.kind, its_kind); \
	check_str(cell_.text, S(its_text)); \
} while (0)

/* Bytes that are refused whole, with one finding that has the code and says what to do. Gives what it
 * says is wrong. */
static Str
refused(Str bytes, const char *code, struct arena *perm)
{
	struct reading r = read_bytes(bytes, perm);
	check(!r.read);
	check_int(r.grids.count, 0);
	check_int(r.found.count, 1);
	if (r.found.count == 0)
		return S("");
	check_int(r.found.at[0].severity, MISTAKE);
	check_str(r.found.at[0].code, str_of(code));
	check(r.found.at[0].wrong.len > 0);
	check(r.found.at[0].mend.len > 0);
	return r.found.at[0].wrong;
}

/* ---- values -------------------------------------------------------------------------------------- */

static void
cells_of_every_kind_are_read(struct arena *perm)
{
	struct reading r = read_bytes(sheets_made(S("Oddie, Ann|#0.6|@44927|?1|?0|!#REF!|=|=12.5|^0.6|:1.5\n"), perm), perm);
	check(r.read);
	check_str(said(&r, perm), S(""));
	check_str(r.grids.at[0].sheet, S("Sheet1"));
	check_cell(&r, 0, "A1", GRID_TEXT, "Oddie, Ann");
	check_cell(&r, 0, "B1", GRID_NUMBER, "0.6");
	check_cell(&r, 0, "C1", GRID_DATE, "2023-01-01");
	check_cell(&r, 0, "D1", GRID_YES_NO, "TRUE");
	check_cell(&r, 0, "E1", GRID_YES_NO, "FALSE");
	check_cell(&r, 0, "F1", GRID_ERROR, "#REF!");
	check_cell(&r, 0, "G1", GRID_NO_VALUE, "");
	check_cell(&r, 0, "H1", GRID_NUMBER, "12.5");
	check(cell(&r, 0, "H1").formula && cell(&r, 0, "G1").formula && !cell(&r, 0, "B1").formula);
	check_cell(&r, 0, "I1", GRID_NUMBER, "0.6");
	check_cell(&r, 0, "J1", GRID_TEXT, "36:00");
}

static void
numbers_are_given_as_spreadsheets_show_them(struct arena *perm)
{
	static const struct { const char *stored, *plain; } numbers[] = {
		{ "0.59999999999999998", "0.6" }, { "1E5", "100000" }, { "1.5E-3", "0.0015" }, { "-0", "0" },
		{ "0.1", "0.1" }, { "00012", "12" }, { "1.10", "1.1" }, { "-37.5", "-37.5" }, { "100", "100" },
		{ "2.9999999999999999E-2", "0.03" }, { "9.9999999999999995E+22", "100000000000000000000000" },
		{ "123456789012345678", "123456789012346000" }, { "0.00", "0" }, { ".5", "0.5" }, { "5.", "5" },
		{ "0.001e3", "1" }, { "0.1234567890123455", "0.123456789012346" }, { "0.1234567890123454", "0.123456789012345" }, { "999999999999999.9", "1000000000000000" }, { "0e999", "0" },
	};
	static const char *none[] = { "", "-", ".", "1e", "1e+", "1.2.3", "NaN", "INF", "0x10", "1e9999", "1e400", "1 2" };
	Str plain;
	for (ptrdiff_t i = 0; i < countof(numbers); i++) {
		check(xlsx_number(str_of(numbers[i].stored), &plain, perm));
		check_str(plain, str_of(numbers[i].plain));
	}
	for (ptrdiff_t i = 0; i < countof(none); i++)
		check(!xlsx_number(str_of(none[i]), &plain, perm));
}

static void
what_a_format_means_is_told_from_its_letters(struct arena *perm)
{
	(void)perm;
	static const struct { const char *format; enum xlsx_style style; } formats[] = {
		{ "General", STYLE_PLAIN }, { "0.00", STYLE_PLAIN }, { "#,##0.00", STYLE_PLAIN }, { "0%", STYLE_PLAIN },
		{ "0.00E+00", STYLE_PLAIN }, { "@", STYLE_PLAIN }, { "[Red]0.0", STYLE_PLAIN }, { "", STYLE_PLAIN },
		{ "0\" days\"", STYLE_PLAIN }, { "0.0\\h", STYLE_PLAIN }, { "0_d", STYLE_PLAIN }, { "*d0", STYLE_PLAIN },
		{ "[$\u00a3-809]#,##0.00;[Red]-[$\u00a3-809]#,##0.00", STYLE_PLAIN }, { "0.0\"FTE\"", STYLE_PLAIN },
		{ "0;\"d\"", STYLE_PLAIN }, { "[Magenta][<0.5]0", STYLE_PLAIN }, { "\"", STYLE_PLAIN }, { "[", STYLE_PLAIN },
		{ "\\", STYLE_PLAIN },
		{ "dd/mm/yyyy", STYLE_DATE }, { "[$-809]dd mmmm yyyy;@", STYLE_DATE }, { "mmm\\-yy", STYLE_DATE },
		{ "yyyy-mm-dd hh:mm", STYLE_DATE }, { "mmm", STYLE_DATE }, { "\"on \"d", STYLE_DATE }, { "[Red]dd", STYLE_DATE },
		{ "[$-F800]dddd, mmmm dd, yyyy", STYLE_DATE }, { "D/M/YY", STYLE_DATE },
		{ "h:mm", STYLE_TIME }, { "[h]:mm", STYLE_TIME }, { "mm:ss.0", STYLE_TIME }, { "[mm]", STYLE_TIME },
		{ "h:mm AM/PM", STYLE_TIME }, { "[ss]", STYLE_TIME },
	};
	for (ptrdiff_t i = 0; i < countof(formats); i++)
		if (xlsx_format_style(str_of(formats[i].format)) != formats[i].style)
			check_str(str_of(formats[i].format), S("a format that means something else"));
}

/* Formats by number: 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are dates and times, and no others. */
static void
built_in_formats_of_dates_are_known(struct arena *perm)
{
	static const struct { int id; const char *text; } formats[] = {
		{ 0, "45000.5" }, { 1, "45000.5" }, { 9, "45000.5" }, { 13, "45000.5" }, { 14, "2023-03-15" },
		{ 15, "2023-03-15" }, { 17, "2023-03-15" }, { 22, "2023-03-15" }, { 23, "45000.5" }, { 26, "45000.5" },
		{ 27, "2023-03-15" }, { 36, "2023-03-15" }, { 37, "45000.5" }, { 44, "45000.5" }, { 48, "45000.5" },
		{ 49, "45000.5" }, { 50, "2023-03-15" }, { 58, "2023-03-15" }, { 59, "45000.5" },
	};
	struct text styles = text_new(perm), row = text_new(perm);
	text_add(&styles, S("<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"));
	text_add(&row, S("<sheetData><row>"));
	for (int i = 0; i < (int)countof(formats); i++) {
		text_format(&styles, "<xf numFmtId=\"%d\"/>", formats[i].id);
		text_format(&row, "<c s=\"%d\"><v>45000.5</v></c>", i);
	}
	text_add(&styles, S("</cellXfs>"));
	text_add(&row, S("</row></sheetData>"));
	struct reading r = read_bytes(book_made((struct made_book){ .sheet = str_c(text_str(&row), perm),
		.styles = str_c(text_str(&styles), perm) }, perm), perm);
	check(r.read);
	for (int i = 0; i < (int)countof(formats); i++)
		check_str(r.grids.at[0].rows[0].cells[i].text, str_of(formats[i].text));
}

static void
days_that_never_were_are_said_and_given_as_numbers(struct arena *perm)
{
	struct reading r = read_bytes(sheets_made(S("@1|@59|@60|@61|@0|@-1|@2958465|@2958466|@1E9|@44927.999|@-0.5\n"), perm), perm);
	check(r.read);
	check_cell(&r, 0, "A1", GRID_DATE, "1900-01-01");
	check_cell(&r, 0, "B1", GRID_DATE, "1900-02-28");
	check_cell(&r, 0, "C1", GRID_NUMBER, "60");
	check_cell(&r, 0, "D1", GRID_DATE, "1900-03-01");
	check_cell(&r, 0, "E1", GRID_NUMBER, "0");
	check_cell(&r, 0, "F1", GRID_NUMBER, "-1");
	check_cell(&r, 0, "G1", GRID_DATE, "9999-12-31");
	check_cell(&r, 0, "H1", GRID_NUMBER, "2958466");
	check_cell(&r, 0, "I1", GRID_NUMBER, "1000000000");
	check_cell(&r, 0, "J1", GRID_DATE, "2023-01-01");
	check_cell(&r, 0, "K1", GRID_NUMBER, "-0.5");
	check_str(said(&r, perm), S("query cell-date Sheet1!C1; query cell-date Sheet1!E1; query cell-date Sheet1!F1; "
	                            "query cell-date Sheet1!H1; query cell-date Sheet1!I1; query cell-date Sheet1!K1"));
}

/* Excel's own documents: day 39448 of the 1900 system and 37986 of the 1904 one are 1 January 2008. */
static void
workbooks_that_count_from_1904_are_read(struct arena *perm)
{
	struct made_book book = { .workbook = "<workbookPr date1904=\"1\"/>" MADE_TAB,
		.sheet = "<sheetData><row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>37986</v></c><c s=\"1\"><v>2957003</v></c>"
		         "<c s=\"1\"><v>2957004</v></c></row></sheetData>" };
	struct reading r = read_bytes(book_made(book, perm), perm);
	check(r.grids.at[0].dates_1904);
	check_cell(&r, 0, "A1", GRID_DATE, "1904-01-01");
	check_cell(&r, 0, "B1", GRID_DATE, "2008-01-01");
	check_cell(&r, 0, "C1", GRID_DATE, "9999-12-31");
	check_str(said(&r, perm), S("query cell-date Sheet1!D1"));
}

static void
texts_are_put_together_from_their_runs(struct arena *perm)
{
	struct made_book book = { .strings = "<si><t>plain &amp; simple</t></si>"
		"<si><r><rPr><b/></rPr><t>O'</t></r><r><t xml:space=\"preserve\">Neill </t></r></si>"
		"<si><t>\u8ab2\u9577</t><rPh sb=\"0\" eb=\"2\"><t>\u30ab\u30c1\u30e7\u30a6</t></rPh><phoneticPr/></si>"
		"<si><t>two_x000D_\nlines_x005F_x000D_</t></si><si/>",
		.sheet = "<sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
		"<c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c><c t=\"inlineStr\"><is><r><t>J\u00f6</t></r><r><t>rg</t></r>"
		"<rPh><t>no</t></rPh></is></c><c t=\"str\"><f>A1</f><v>said</v></c><c t=\"str\"><f>A9</f><v></v></c>"
		"<c t=\"str\"><f>A9</f></c><c t=\"d\"><v>2024-02-29T00:00:00</v></c><c t=\"d\"><v>2023-02-29</v></c><c t=\"d\"><v>18:30:00</v></c></row></sheetData>" };
	struct reading r = read_bytes(book_made(book, perm), perm);
	check(r.read);
	check_cell(&r, 0, "A1", GRID_TEXT, "plain & simple");
	check_cell(&r, 0, "B1", GRID_TEXT, "O'Neill ");
	check_cell(&r, 0, "C1", GRID_TEXT, "\u8ab2\u9577");
	check_cell(&r, 0, "D1", GRID_TEXT, "two\r\nlines_x000D_");
	check_cell(&r, 0, "E1", GRID_EMPTY, "");
	check_cell(&r, 0, "F1", GRID_TEXT, "J\u00f6rg");
	check_cell(&r, 0, "G1", GRID_TEXT, "said");
	check_cell(&r, 0, "H1", GRID_EMPTY, "");
	check_cell(&r, 0, "I1", GRID_NO_VALUE, "");
	check_cell(&r, 0, "J1", GRID_DATE, "2024-02-29");
	check_cell(&r, 0, "L1", GRID_TEXT, "18:30");
	check_str(said(&r, perm), S("error cell-date Sheet1!K1"));
}

static void
a_number_written_as_text_stays_text(struct arena *perm)
{
	struct reading r = read_bytes(sheets_made(S("1E5|00123|0.6FTE\n"), perm), perm);
	check_cell(&r, 0, "A1", GRID_TEXT, "1E5");
	check_cell(&r, 0, "B1", GRID_TEXT, "00123");
	check_cell(&r, 0, "C1", GRID_TEXT, "0.6FTE");
}

/* ---- what a sheet shows -------------------------------------------------------------------------- */

static void
merged_cells_give_their_value_again(struct arena *perm)
{
	struct reading r = read_bytes(sheets_made(S("%merge A1:C1\n%merge A2:A4\n%merge B9:C9\nStaff list\nDuty|a|b\n|c\n\n|d|e\n"), perm), perm);
	check_int(r.grids.at[0].merged, 3);
	check_cell(&r, 0, "C1", GRID_TEXT, "Staff list");
	check(cell(&r, 0, "C1").repeated && cell(&r, 0, "B1").repeated && !cell(&r, 0, "A1").repeated);
	check_cell(&r, 0, "A3", GRID_TEXT, "Duty");
	check_cell(&r, 0, "A5", GRID_EMPTY, "");
	check_cell(&r, 0, "B3", GRID_TEXT, "c");
	check_int(r.grids.at[0].row_count, 4);
	check_int(r.grids.at[0].rows[3].line, 5);
	check_str(said(&r, perm), S(""));
}

static void
hidden_rows_and_columns_are_counted_and_hidden_sheets_named(struct arena *perm)
{
	struct reading r = read_bytes(sheets_made(S("%columns 2 3\na|b|c|d\n%hide\ne\n%hidden Old list\nsecret\n%sheet Second\nf\n"), perm), perm);
	check_int(r.grids.count, 2);
	check_int(r.grids.at[0].hidden_columns, 2);
	check_int(r.grids.at[0].hidden_rows, 1);
	check(r.grids.at[0].rows[1].hidden && !r.grids.at[0].rows[0].hidden);
	check_str(r.grids.at[1].sheet, S("Second"));
	check_cell(&r, 1, "A1", GRID_TEXT, "f");
	check_str(said(&r, perm), S("query hidden-sheet Old list"));
	refused(sheets_made(S("%sheet Nothing\n\n"), perm), "empty", perm);
}

static void
cells_have_the_names_that_spreadsheets_show(struct arena *perm)
{
	struct grid grid = { .sheet = S("HR's list") };
	int column, line;
	check_str(grid_cell_name(0, 1, perm), S("A1"));
	check_str(grid_cell_name(25, 9, perm), S("Z9"));
	check_str(grid_cell_name(26, 10, perm), S("AA10"));
	check_str(grid_cell_name(701, 1, perm), S("ZZ1"));
	check_str(grid_cell_name(702, 1, perm), S("AAA1"));
	check_str(grid_cell_name(16383, 1048576, perm), S("XFD1048576"));
	check_str(grid_place(&grid, 2, 12, perm), S("'HR''s list'!C12"));
	grid.sheet = S("Sheet1");
	check_str(grid_place(&grid, 2, 12, perm), S("Sheet1!C12"));
	grid.sheet = S("");
	check_str(grid_place(&grid, 2, 12, perm), S("C12"));
	for (int c = 0; c < 16384; c += 7) {
		check(xlsx_place(grid_cell_name(c, c + 1, perm), &column, &line));
		check_int(column, c);
		check_int(line, c + 1);
	}
	static const char *none[] = { "", "A", "1", "A0", "A01", "XFE1", "A1048577", "XFE1048577", "AAAA1", "a1", "A-1",
	                              "A1B", "$A$1", "A12345678" };
	for (ptrdiff_t i = 0; i < countof(none); i++)
		check(!xlsx_place(str_of(none[i]), &column, &line));
}

/* ---- workbooks that lie -------------------------------------------------------------------------- */

static void
cells_that_no_program_wrote_are_said_each_in_its_place(struct arena *perm)
{
	struct reading r = read_sheet("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2147483648</v></c><c r=\"B3\" t=\"s\"><v>-1</v></c>"
		"<c r=\"C3\" s=\"9\"><v>1</v></c><c r=\"XFE1048577\"><v>1</v></c><c r=\"D3\"><v>lots</v></c>"
		"<c r=\"E3\" t=\"b\"><v>2</v></c><c r=\"F3\" t=\"zz\"><v>1</v></c><c r=\"G4\"><v>1</v></c><c r=\"A3\"><v>1</v></c>"
		"<c r=\"H3\"><v>7</v></c><c r=\"IW3\"><v>8</v></c><c r=\"IX3\"><v>8</v></c></row><row r=\"2\"/>", perm);
	check(!r.read);
	check_str(said(&r, perm), S("error cell-text Sheet1!A3; error cell-text Sheet1!B3; error cell-style Sheet1!C3; "
		"error cell-place Sheet1!D3; error cell-number Sheet1!D3; error cell-yes-no Sheet1!E3; error cell-kind Sheet1!F3; "
		"error cell-place Sheet1!G3; error cell-place Sheet1!G3; error columns Sheet1!IW3; error cell-place Sheet1!A3"));
	r = read_sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048577\"><c><v>1</v></c></row>", perm);
	check_str(said(&r, perm), S("error cell-place Sheet1!A1"));
}

static void
a_thousand_bad_cells_are_said_and_no_more(struct arena *perm)
{
	struct text rows = text_new(perm);
	for (int i = 0; i < 1500; i++)
		text_add(&rows, S("<row><c t=\"s\"><v>5</v></c></row>"));
	struct reading r = read_sheet(str_c(text_str(&rows), perm), perm);
	check_int(r.found.count, GRID_SAID_MOST + 1);
	check_int(r.found.mistakes, GRID_SAID_MOST + 1);
	check_str(r.found.at[GRID_SAID_MOST].code, S("more"));
}

static void
parts_that_lead_nowhere_are_refused(struct arena *perm)
{
	refused(book_made((struct made_book){ 0 }, perm), "xlsx-part", perm);
	refused(book_made((struct made_book){ .sheet = "", .relations = "" }, perm), "xlsx-part", perm);
	refused(book_made((struct made_book){ .sheet = "", .relations = "<Relationship Id=\"rId1\" Type=\"" MADE_RELATION
		"/worksheet\" Target=\"http://127.0.0.1:9/sheet.xml\" TargetMode=\"External\"/>" }, perm), "xlsx-part", perm);
	refused(book_made((struct made_book){ .sheet = "", .relations = MADE_TO("rId1", "worksheet", "../../../etc/passwd") },
		perm), "xlsx-part", perm);
	refused(book_made((struct made_book){ .sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>",
		.workbook = "<sheets><sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"B\" r:id=\"rId1\"/></sheets>" }, perm),
		"xlsx-part", perm);
	struct text tabs = text_new(perm);
	for (int i = 0; i < 70; i++)
		text_add(&tabs, S("<sheet name=\"A\" r:id=\"rId1\"/>"));
	refused(book_made((struct made_book){ .sheet = "", .workbook = str_c(text_str(&tabs), perm) }, perm), "xlsx-limit", perm);
}

#define A_SHEET "<sheetData><row><c><v>1</v></c></row></sheetData>"

/* A sound workbook with one more part. */
static Str
book_with(struct made_part part, struct arena *perm)
{
	return book_made((struct made_book){ .sheet = A_SHEET, .more = { part }, .more_count = 1 }, perm);
}

static void
parts_no_workbook_has_are_refused(struct arena *perm)
{
	static const Str names[] = { STR("../../etc/cron.d/x"), STR("/etc/passwd"), STR("xl/../../x"), STR("..\\x"),
		STR("C:x"), STR("xl/a\0b"), STR("xl/a\nb"), STR("\xFF\xFE"), STR("xl/workbook.xml"), STR("XL/Workbook.xml"),
		STR("xl/vbaProject.bin") };
	check(read_bytes(book_with((struct made_part){ .name = S("xl/theme/theme1.xml"), .bytes = S("<a/>") }, perm), perm).read);
	for (ptrdiff_t i = 0; i < countof(names); i++)
		refused(book_with((struct made_part){ .name = names[i], .bytes = S("x") }, perm), "xlsx-part", perm);
	refused(book_with((struct made_part){ .name = S("xl/link"), .bytes = S("/etc/passwd"), .attributes = 0120777 }, perm),
	        "xlsx-part", perm);
	refused(book_with((struct made_part){ .name = S("xl/embeddings/b.xlsx"), .bytes = S("x") }, perm), "xlsx-limit", perm);
	refused(book_with((struct made_part){ .name = S("xl/media/a.png"), .bytes = S("PK\x03\x04xxxx") }, perm), "xlsx-limit", perm);
}

static void
other_workbooks_that_values_come_from_are_named(struct arena *perm)
{
	struct made_book book = { .sheet = A_SHEET, .more_count = 2, .more = {
		{ .name = S("xl/externalLinks/externalLink1.xml"), .bytes = S("<externalLink/>") },
		{ .name = S("xl/externalLinks/_rels/externalLink1.xml.rels"), .bytes = S("<Relationships><Relationship Id=\"rId1\" "
		  "Type=\"x\" Target=\"file:///H:/Finance/budget.xlsx\" TargetMode=\"External\"/></Relationships>") } } };
	struct reading r = read_bytes(book_made(book, perm), perm);
	check(r.read);
	check_str(said(&r, perm), S("query external-link"));
	check_str(r.found.at[0].seen, S("file:///H:/Finance/budget.xlsx"));
}

static void
workbooks_written_in_one_go_are_read(struct arena *perm)
{
	struct made_part parts[10];
	struct made_book book = { .sheet = A_SHEET };
	int count = made_parts(&book, parts, perm);
	for (int i = 0; i < count; i++)
		parts[i].streamed = true;
	struct reading r = read_bytes(zip_made(parts, count, perm), perm);
	check(r.read);
	check_cell(&r, 0, "A1", GRID_NUMBER, "1");
	check_str(said(&r, perm), S(""));
}

static void
zips_that_say_two_things_are_refused(struct arena *perm)
{
	struct made_part part = { .name = S("xl/a.xml"), .bytes = S("<a/>") }, lie = part;
	Str two_ways = S("is described in two ways in the file");
	lie.says_unpacked = 1000000;
	check_str(refused(book_with(lie, perm), "xlsx-limit", perm), two_ways);
	lie = part, lie.local_unpacked = 5;
	check_str(refused(book_with(lie, perm), "xlsx-limit", perm), two_ways);
	lie = part, lie.local_name = S("xl/b.xml");
	check_str(refused(book_with(lie, perm), "xlsx-limit", perm), two_ways);
	lie = part, lie.lies_at = 2;
	check_str(refused(book_with(lie, perm), "xlsx-limit", perm), two_ways);
	lie = part, lie.flags = 1;
	refused(book_with(lie, perm), "xlsx-password", perm);
}

/* Fifield's bombs: two entries of the directory for the same bytes under one honest name each. */
static void
parts_that_share_their_bytes_are_refused(struct arena *perm)
{
	struct made_part inner = { .name = S("xl/b.xml"), .bytes = S("<b/>") };
	Str inside = zip_made(&inner, 1, perm);
	/* the second part's bytes are within the first's, local header and all */
	struct made_part parts[] = { { .name = S("xl/a.xml"), .bytes = str_upto(inside, 30 + 8 + 4) }, inner };
	Str both = zip_made(parts, 2, perm);
	char *bytes = str_c(both, perm);
	ptrdiff_t second = 30 + 8 + parts[0].bytes.len;      /* where the second part lies */
	for (ptrdiff_t i = both.len - 4; i > 0; i--)
		if (memcmp(bytes + i, "PK\x01\x02", 4) == 0) {
			check_int((unsigned char)bytes[i + 42], second);
			bytes[i + 42] = 30 + 8;
			break;
		}
	check_str(refused((Str){ bytes, both.len }, "xlsx-limit", perm), S("shares its bytes with another part"));
}

static void
bombs_are_refused_before_they_go_off(struct arena *perm)
{
	/* 10 MB of one letter: packed 158 times */
	check_str(refused(book_with(bomb_made(S("xl/a.xml"), ' ', 40000, perm), perm), "xlsx-limit", perm),
	          S("unpacks to more than 100 times its size"));
	/* the same, said to be small: stopped where it passes what it said */
	struct made_part lie = bomb_made(S("xl/worksheets/sheet1.xml"), ' ', 40000, perm);
	lie.unpacked = 900000;
	check_str(refused(book_made((struct made_book){ .more = { lie }, .more_count = 1 }, perm), "xlsx-broken", perm),
	          S("cannot be unpacked"));
	/* 66 parts of a megabyte each */
	struct made_part parts[66];
	for (int i = 0; i < 66; i++) {
		parts[i] = bomb_made(str_format(perm, "xl/%d.xml", i), 'x', 3870, perm);
		check(parts[i].unpacked < ZIP_RATIO_FROM);
	}
	check_str(refused(zip_made(parts, 66, perm), "xlsx-limit", perm), S("the workbook unpacks to more than 64 MB"));
	struct made_part *many = new(perm, 300, struct made_part);
	for (int i = 0; i < 300; i++)
		many[i] = (struct made_part){ .name = str_format(perm, "%d", i), .bytes = S("x") };
	refused(zip_made(many, 300, perm), "xlsx-limit", perm);
	/* said to be 4 GB, as zip64 does */
	struct made_part huge = { .name = S("xl/a.xml"), .bytes = S("x"), .says_unpacked = UINT32_MAX };
	refused(book_with(huge, perm), "xlsx-limit", perm);
}

static bool
count_bytes(void *context, Str piece, bool last)
{
	(void)last;
	*(ptrdiff_t *)context += piece.len;
	return true;
}

static void
a_part_is_never_unpacked_past_what_it_said(struct arena *perm)
{
	struct made_part lie = bomb_made(S("a"), ' ', 40000, perm);
	lie.unpacked = 900000;
	struct zip_trouble trouble = { 0 };
	ptrdiff_t unpacked = 0;
	struct zipped *zipped = zipped_open(zip_made(&lie, 1, perm), &trouble, perm);
	check(zipped != NULL);
	check(!zipped_read(zipped, 0, count_bytes, &unpacked, &trouble));
	check(unpacked <= 900000);
	zipped_close(zipped);
}

/* A good packed part is unpacked, so that the bombs above were refused for what they are; one whose sum
 * is wrong is not. */
static void
a_packed_part_is_unpacked(struct arena *perm)
{
	struct made_part blanks = bomb_made(S("xl/z.xml"), ' ', 10, perm);
	check_str(refused(book_with(blanks, perm), "xlsx-broken", perm), S("cannot be unpacked"));
	char *plain = new(perm, blanks.unpacked, char);
	memset(plain, ' ', blanks.unpacked);
	blanks.sum = made_crc((Str){ plain, blanks.unpacked });
	check(read_bytes(book_with(blanks, perm), perm).read);
}

static void
xml_that_would_do_harm_is_stopped(struct arena *perm)
{
	struct text deep = text_new(perm), wide = text_new(perm), filled = text_new(perm);
	for (int i = 0; i < 100000; i++)
		text_add(&deep, S("<x>"));
	text_add(&wide, S("<x"));
	for (int i = 0; i < 100000; i++)
		text_format(&wide, " a%d=\"1\"", i);
	text_add(&wide, S("/>"));
	text_add(&filled, S("<sheetData><row><c t=\"inlineStr\"><is><t>"));
	for (int i = 0; i < 10000; i++)
		text_add(&filled, S("0123456789"));
	text_add(&filled, S("</t></is></c></row></sheetData>"));
	refused(book_made((struct made_book){ .sheet = str_c(text_str(&deep), perm) }, perm), "xml-limit", perm);
	refused(book_made((struct made_book){ .sheet = str_c(text_str(&wide), perm) }, perm), "xml-limit", perm);
	refused(book_made((struct made_book){ .sheet = str_c(text_str(&filled), perm) }, perm), "xml-limit", perm);
	struct text tag = text_new(perm);
	text_add(&tag, S("<x a=\""));
	for (int i = 0; i < 100000; i++)
		text_add(&tag, S("0123456789"));
	text_add(&tag, S("\"/>"));
	check(str_begins(refused(book_made((struct made_book){ .sheet = str_c(text_str(&tag), perm) }, perm), "xml-limit", perm),
	                 S("has an element whose tag is over 256,000 bytes long")));
	refused(book_made((struct made_book){ .sheet = "<sheetData><row>" }, perm), "xml-broken", perm);
	refused(book_made((struct made_book){ .sheet = "<sheetData>&nothing;</sheetData>" }, perm), "xml-broken", perm);
}

static void
a_document_type_stops_the_reading(struct arena *perm)
{
	static const char *types[] = {
		"<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>",
		"<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>",
		"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>",
		"<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><x/>", "<!DOCTYPE x><x/>",
	};
	for (ptrdiff_t i = 0; i < countof(types); i++)
		refused(book_made((struct made_book){ .more_count = 1, .more = { { .name = S("xl/worksheets/sheet1.xml"),
			.bytes = str_of(types[i]) } } }, perm), "xml-doctype", perm);
	/* the same in UTF-16, little end first */
	Str type = str_of(types[0]);
	struct text wide = text_new(perm);
	text_add(&wide, S("\xFF\xFE"));
	for (ptrdiff_t i = 0; i < type.len; i++)
		text_add(&wide, (Str){ (char[]){ type.at[i], 0 }, 2 });
	refused(book_made((struct made_book){ .more_count = 1, .more = { { .name = S("xl/worksheets/sheet1.xml"),
		.bytes = text_str(&wide) } } }, perm), "xml-doctype", perm);
	refused(book_made((struct made_book){ .more_count = 1, .more = { { .name = S("xl/worksheets/sheet1.xml"),
		.bytes = S("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-") } } }, perm), "xml-broken", perm);
}

/* Ranges over ranges, and one far cell on each of many rows, would take gigabytes. */
static void
small_files_do_not_become_large_sheets(struct arena *perm)
{
	struct text sheet = text_new(perm);
	text_add(&sheet, S("<sheetData>"));
	for (int i = 1; i <= 20000; i++)
		text_format(&sheet, "<row r=\"%d\"><c r=\"IV%d\"><v>1</v></c></row>", i, i);
	text_add(&sheet, S("</sheetData>"));
	refused(book_made((struct made_book){ .sheet = str_c(text_str(&sheet), perm) }, perm), "xlsx-limit", perm);
	sheet.len = 0;
	text_add(&sheet, S("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"IV1\"><v>1</v></c></row>"));
	for (int i = 2; i <= 5000; i++)
		text_format(&sheet, "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>", i, i);
	text_add(&sheet, S("</sheetData><mergeCells>"));
	for (int i = 0; i < 2000; i++)
		text_add(&sheet, S("<mergeCell ref=\"A1:XFD1048576\"/>"));
	text_add(&sheet, S("</mergeCells>"));
	struct reading r = read_bytes(book_made((struct made_book){ .sheet = str_c(text_str(&sheet), perm) }, perm), perm);
	check_str(said(&r, perm), S("error xlsx-limit Sheet1"));
}

/* ---- files that are something else --------------------------------------------------------------- */

static void
what_is_no_workbook_is_told_what_to_do(struct arena *perm)
{
	struct made_part ods[] = { { .name = S("mimetype"), .bytes = S("application/vnd.oasis.opendocument.spreadsheet") },
	                           { .name = S("content.xml"), .bytes = S("<x/>") } };
	struct made_part other = { .name = S("list.csv"), .bytes = S("Name\n") };
	refused(zip_made(ods, 2, perm), "workbook-kind", perm);
	refused(zip_made(&other, 1, perm), "workbook-kind", perm);
	refused(S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0"), "workbook-kind", perm);
	refused(S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "workbook-kind", perm);
	struct reading r = read_bytes(S("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), perm);
	check(str_find(r.found.at[0].wrong, S("password")) >= 0);
	refused(S("%PDF-1.7"), "workbook-kind", perm);
	refused(S("<html><table><tr><td>Name</table>"), "workbook-kind", perm);
	refused(S("\xEF\xBB\xBF<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"), "workbook-kind", perm);
	refused(S(""), "empty", perm);
	refused(S("\n\n ,, \n"), "empty", perm);
	refused(S("PK\x03\x04"), "xlsx-broken", perm);
}

/* ---- CSV ----------------------------------------------------------------------------------------- */

static void
csv_is_read_in_each_of_its_letters(struct arena *perm)
{
	struct reading r = read_bytes(S("Name;FTE\r\nJ\u00f6rg;0,6\r\n;\r\n"), perm);
	check(r.read);
	check_str(said(&r, perm), S(""));
	check_int(r.grids.at[0].row_count, 2);
	check_cell(&r, 0, "A2", GRID_TEXT, "J\u00f6rg");
	check_cell(&r, 0, "B2", GRID_TEXT, "0,6");
	r = read_bytes(S("Name;FTE\rJ\xF6rg \x93Jo\x94 O\x92Neill;1\r"), perm);
	check_str(said(&r, perm), S("query windows-1252"));
	check_int(r.found.at[0].line, 2);
	check_cell(&r, 0, "A2", GRID_TEXT, "J\u00f6rg \u201cJo\u201d O\u2019Neill");
	/* all that Windows-1252 has of its own, as the WHATWG's index has it */
	r = read_bytes(S("\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B"
	                 "\x9C\x9E\x9F\xA0\xFF"), perm);
	check_cell(&r, 0, "A1", GRID_TEXT, "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018"
	           "\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u00a0\u00ff");
	r = read_bytes(S("\xFF\xFEN\0\t\0F\0\n\0\xF6\0\t\0\x3D\xD8\x00\xDE\n\0"), perm);
	check_str(said(&r, perm), S(""));
	check_cell(&r, 0, "A2", GRID_TEXT, "\u00f6");
	check_cell(&r, 0, "B2", GRID_TEXT, "\U0001F600");
	r = read_bytes(S("\xFE\xFF\0N\0,\0F"), perm);
	check_cell(&r, 0, "B1", GRID_TEXT, "F");
}

static void
hostile_csv_is_refused_in_words(struct arena *perm)
{
	refused(S("\xFF\xFEN\0\x3D\xD8"), "utf-16", perm);
	refused(S("\xFF\xFEN\0\x00"), "utf-16", perm);
	refused(S("Name,FTE\nA\0nn,1\n"), "workbook-damaged", perm);          /* for it is called list.xlsx */
	struct findings nul = findings_new(perm);
	struct grids none;
	check(!grids_read(S("Name,FTE\nA\0nn,1\n"), S("list.csv"), &none, &nul, perm));
	check_str(nul.at[0].code, S("nul"));
	refused(S("Name\n\u00f6\u00f6\u00f6 and \xF6\n"), "utf-8", perm);
	refused(S("Name\n\x81\n"), "utf-8", perm);
	struct reading r = read_bytes(S("Name,FTE\n\"Ann,1\nBo,1\n"), perm);
	check_str(said(&r, perm), S("error csv"));
	check_int(r.found.at[0].line, 2);
	check_int(r.found.at[0].column, 1);
	r = read_bytes(S("Name,FTE\n\"Ann\"x,1\n\xEF\xBB\xBFName,FTE\nBo,1\n"), perm);
	check_str(said(&r, perm), S("error csv; query csv-mark"));
	check_int(r.grids.at[0].row_count, 4);
	check_cell(&r, 0, "A3", GRID_TEXT, "Name");
	struct text wide = text_new(perm);
	for (int i = 0; i < 100000; i++)
		text_char(&wide, ',');
	r = read_bytes(text_str(&wide), perm);
	check_str(said(&r, perm), S("error csv"));
	struct text tall = text_new(perm);
	for (int i = 0; i < GRID_ROWS_MOST + 1; i++)
		text_add(&tall, S("a\n"));
	refused(text_str(&tall), "csv-limit", perm);
	struct text long_cell = text_new(perm);
	for (int i = 0; i < CSV_FIELD_MOST / 8 + 1; i++)
		text_add(&long_cell, S("aaaaaaaa"));
	r = read_bytes(text_str(&long_cell), perm);
	check_str(said(&r, perm), S("error csv"));
}

static void
a_banner_does_not_choose_the_delimiter(struct arena *perm)
{
	struct reading r = read_bytes(S("Staff list, March\n\nName;Team;FTE\nOddie, Ann;Duty;0,6\n"), perm);
	check_cell(&r, 0, "A1", GRID_TEXT, "Staff list, March");
	check_cell(&r, 0, "B4", GRID_TEXT, "Duty");
	check_cell(&r, 0, "C4", GRID_TEXT, "0,6");
	r = read_bytes(S("Staff list\nName,Team\n\"Oddie; Ann; B; C\",Duty\n"), perm);
	check_cell(&r, 0, "B3", GRID_TEXT, "Duty");
}

/* ---- workbooks of another program ---------------------------------------------------------------- */

static void
workbooks_written_by_libxlsxwriter_are_read(struct arena *perm)
{
	char path[] = "/tmp/mainstay-grid-XXXXXX";
	struct error err;
	Str bytes;
	int descriptor = mkstemp(path);
	check(descriptor >= 0);
	close(descriptor);
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "HR list"), *second = workbook_add_worksheet(book, NULL);
	lxw_format *date = workbook_add_format(book), *money = workbook_add_format(book);
	format_set_num_format(date, "[$-809]dd mmmm yyyy;@");
	format_set_num_format(money, "[Red]\"days \"#,##0.00");
	worksheet_write_string(sheet, 0, 0, "Name", NULL);
	worksheet_write_string(sheet, 1, 0, "O'Neill, S\u00edle <b>", NULL);
	worksheet_write_number(sheet, 1, 1, 0.1 + 0.2, NULL);
	worksheet_write_datetime(sheet, 1, 2, &(lxw_datetime){ 2024, 2, 29, 0, 0, 0 }, date);
	worksheet_write_number(sheet, 1, 3, 44927, money);
	worksheet_write_boolean(sheet, 1, 4, 1, NULL);
	worksheet_write_formula_num(sheet, 1, 5, "=1/4", NULL, 0.25);
	worksheet_write_formula_str(sheet, 1, 6, "=\"a\"", NULL, "a");
	worksheet_merge_range(sheet, 3, 0, 4, 1, "Duty", NULL);
	worksheet_write_string(sheet, 4, 2, "x", NULL);
	worksheet_set_row_opt(sheet, 4, 15, NULL, &(lxw_row_col_options){ .hidden = 1 });
	worksheet_write_string(second, 0, 0, "there", NULL);
	check_int(workbook_close(book), LXW_NO_ERROR);
	check(file_read(str_of(path), 1 << 20, &bytes, perm, &err));
	unlink(path);
	struct reading r = read_bytes(bytes, perm);
	check(r.read);
	check_str(said(&r, perm), S(""));
	check_int(r.grids.count, 2);
	check_str(r.grids.at[0].sheet, S("HR list"));
	check_cell(&r, 0, "A2", GRID_TEXT, "O'Neill, S\u00edle <b>");
	check_cell(&r, 0, "B2", GRID_NUMBER, "0.3");
	check_cell(&r, 0, "C2", GRID_DATE, "2024-02-29");
	check_cell(&r, 0, "D2", GRID_NUMBER, "44927");
	check_cell(&r, 0, "E2", GRID_YES_NO, "TRUE");
	check_cell(&r, 0, "F2", GRID_NUMBER, "0.25");
	check_cell(&r, 0, "G2", GRID_TEXT, "a");
	check_cell(&r, 0, "B5", GRID_TEXT, "Duty");
	check_int(r.grids.at[0].hidden_rows, 1);
	check_cell(&r, 1, "A1", GRID_TEXT, "there");
}

/* ---- damage -------------------------------------------------------------------------------------- */

static const char A_LIST[] = "%merge A1:C1\nStaff list\nName|FTE|Start date\nOddie, Ann|#0.6|@44927\nKhan, Bo|=|!#REF!\n";

/* Either a sound reading, or a finding that says what to do. */
static void
holds_after_damage(Str bytes, struct arena perm)
{
	struct reading r = read_bytes(bytes, &perm);
	if (r.read)
		check(r.grids.count > 0);
	else
		check(r.found.mistakes > 0);
	for (ptrdiff_t i = 0; i < r.found.count; i++)
		check(r.found.at[i].wrong.len > 0 && str_utf8(finding_text(&r.found.at[i], &perm), NULL));
}

static void
a_workbook_cut_anywhere_is_refused(struct arena *perm)
{
	Str whole = sheets_made(str_of(A_LIST), perm);
	check(read_bytes(whole, perm).read);
	for (ptrdiff_t cut = 0; cut < whole.len; cut++) {
		struct arena scratch = *perm;
		Str part = str_copy(str_upto(whole, cut), &scratch);
		struct reading r = read_bytes(part, &scratch);
		check(!r.read || cut < 4);
		holds_after_damage(part, scratch);
	}
}

/* Of a list that was cut off at its beginning, or overwritten, the name alone says what it was. */
static void
a_workbook_without_its_beginning_is_called_damaged_and_not_text(struct arena *perm)
{
	Str whole = sheets_made(str_of(A_LIST), perm);
	const struct { Str name, bytes; bool damaged; } files[] = {
		{ S("hr.xlsx"), str_from(whole, 100), true },   { S("HR.XLSX"), str_from(whole, 7), true },
		{ S("hr.csv"), str_from(whole, 100), false },   { S("hr.xlsx"), S("Name,FTE\nOddie,1\n"), false },
		{ S("hr.xlsx"), S("\xFF\xFEN\0a\0,\0b\0\n\0"), false },
		{ S("hr.xlsx"), S(""), false },                 { S("xlsx"), S("a\0b"), false },
	};
	for (ptrdiff_t i = 0; i < countof(files); i++) {
		struct grids grids;
		struct findings found = findings_new(perm);
		bool read = grids_read(files[i].bytes, files[i].name, &grids, &found, perm);
		bool said = false;
		for (ptrdiff_t f = 0; f < found.count; f++)
			said = said || str_find(found.at[f].wrong, S("this looks like a damaged workbook")) >= 0;
		check(said == files[i].damaged && (!said || !read));
	}
}

static void
two_thousand_damaged_workbooks_do_no_harm(struct arena *perm)
{
	Str whole = sheets_made(str_of(A_LIST), perm);
	uint64_t random = 20260301;
	for (int round = 0; round < 2000; round++) {
		struct arena scratch = *perm;
		char *bytes = str_c(whole, &scratch);
		for (int flips = 0; flips < 1 + round % 3; flips++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			bytes[(random >> 33) % (uint64_t)whole.len] = (char)(random >> 24);
		}
		holds_after_damage((Str){ bytes, whole.len }, scratch);
	}
}

/* Damage that a zip's sums would find is made inside the XML, and the zip made sound around it. */
static void
two_thousand_damaged_sheets_do_no_harm(struct arena *perm)
{
	const char *honest = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>"
		"<t>Name</t></is></c><c r=\"B1\" s=\"1\"><v>44927</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c>"
		"<c r=\"C3\"><f>A1</f></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>";
	uint64_t random = 1;
	for (int round = 0; round < 2000; round++) {
		struct arena scratch = *perm;
		char *sheet = str_c(str_of(honest), &scratch);
		for (int flips = 0; flips < 1 + round % 4; flips++) {
			random = random * 6364136223846793005u + 1442695040888963407u;
			sheet[(random >> 33) % strlen(honest)] = "0123456789AZ<>/\"= rs-"[(random >> 20) % 21];
		}
		Str bytes = book_made((struct made_book){ .sheet = sheet, .strings = "<si><t>a</t></si><si><t>b</t></si>" }, &scratch);
		holds_after_damage(bytes, scratch);
	}
}

/* A full arena jumps past libzip and Expat, which must not keep their memory: the leak checker looks. */
static void
a_full_arena_leaves_nothing_behind(struct arena *perm)
{
	Str whole = sheets_made(str_of(A_LIST), perm);
	for (ptrdiff_t room = 0; room < 40000; room += 512) {
		struct arena small = { .next = new(perm, room + 1, char) };
		small.end = small.next + room;
		struct grids grids;
		struct findings found = findings_new(&small);
		jmp_buf full;
		small.full = &full;
		if (setjmp(full) == 0)
			grids_read(whole, S("list.xlsx"), &grids, &found, &small);
		check(small.full == &full);
	}
}

int
main(void)
{
	run(cells_of_every_kind_are_read);
	run(numbers_are_given_as_spreadsheets_show_them);
	run(what_a_format_means_is_told_from_its_letters);
	run(built_in_formats_of_dates_are_known);
	run(days_that_never_were_are_said_and_given_as_numbers);
	run(workbooks_that_count_from_1904_are_read);
	run(texts_are_put_together_from_their_runs);
	run(a_number_written_as_text_stays_text);
	run(merged_cells_give_their_value_again);
	run(hidden_rows_and_columns_are_counted_and_hidden_sheets_named);
	run(cells_have_the_names_that_spreadsheets_show);
	run(cells_that_no_program_wrote_are_said_each_in_its_place);
	run(a_thousand_bad_cells_are_said_and_no_more);
	run(parts_that_lead_nowhere_are_refused);
	run(parts_no_workbook_has_are_refused);
	run(other_workbooks_that_values_come_from_are_named);
	run(workbooks_written_in_one_go_are_read);
	run(zips_that_say_two_things_are_refused);
	run(parts_that_share_their_bytes_are_refused);
	run(bombs_are_refused_before_they_go_off);
	run(a_part_is_never_unpacked_past_what_it_said);
	run(a_packed_part_is_unpacked);
	run(xml_that_would_do_harm_is_stopped);
	run(a_document_type_stops_the_reading);
	run(small_files_do_not_become_large_sheets);
	run(what_is_no_workbook_is_told_what_to_do);
	run(csv_is_read_in_each_of_its_letters);
	run(hostile_csv_is_refused_in_words);
	run(a_banner_does_not_choose_the_delimiter);
	run(workbooks_written_by_libxlsxwriter_are_read);
	run(a_workbook_cut_anywhere_is_refused);
	run(a_workbook_without_its_beginning_is_called_damaged_and_not_text);
	run(two_thousand_damaged_workbooks_do_no_harm);
	run(two_thousand_damaged_sheets_do_no_harm);
	run(a_full_arena_leaves_nothing_behind);
	return tests_end();
}
