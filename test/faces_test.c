/* faces_test.c: what a page shows, every face shows: text, CSV, JSON, XLSX and Word. */
#include "faces_document.h"

#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "report/folder.h"
#include "report/process.h"
#include "report/terminal.h"
#include "report/tidy.h"

/* ---- help ------------------------------------------------------------------------------------ */

static bool
has(Str text, const char *part)
{
	return str_find(text, str_of(part)) >= 0;
}

static int
times(Str text, const char *part)
{
	int count = 0;
	for (ptrdiff_t at; (at = str_find(text, str_of(part))) >= 0; count++)
		text = str_from(text, at + 1);
	return count;
}

/* A table of one column and one text cell. */
static struct document
document_of(Str text, bool number, struct arena *perm)
{
	struct column *column = new(perm, 1, struct column);
	struct cell *cell = new(perm, 1, struct cell);
	struct row *row = new(perm, 1, struct row);
	struct table *table = new(perm, 1, struct table);
	*column = (struct column){ .name = S("it"), .title = S("It"), .number = number };
	*cell = cell_text(text);
	*row = (struct row){ .cells = cell };
	*table = (struct table){ .name = S("one"), .columns = column, .column_count = 1, .rows = row,
	                         .row_count = 1 };
	struct document doc = document_new(perm, S("One"));
	doc.data = table;
	return doc;
}

static struct document
document_of_figure(Figure figure, int places, struct arena *perm)
{
	struct document doc = document_of(S(""), true, perm);
	struct cell *cell = new(perm, 1, struct cell);
	struct row *row = new(perm, 1, struct row);
	struct table *table = new(perm, 1, struct table);
	*cell = cell_figure(figure, places, UNIT_PERCENT);
	*row = (struct row){ .cells = cell };
	*table = *doc.data;
	table->rows = row;
	doc.data = table;
	return doc;
}

static bool
program_runs(const char *name, const char *option)
{
	struct error err;
	struct folder folder;
	const char *const arguments[] = { name, option, NULL };
	const struct process process = { .arguments = arguments, .missing = "no", .seconds = 20 };
	if (!folder_make(&folder, &err))
		return false;
	bool runs = process_run(&process, &folder, &err);
	folder_remove(&folder);
	if (!runs)
		printf("%s: skipped, %s does not run here\n", test_name, name);
	return runs;
}

/* All parts of a zip, one after the other, each after a line with its name; empty if it is none. */
static Str
unzipped(Str zip, struct arena *perm)
{
	struct folder folder;
	struct error err;
	char command[600];
	Str text = { 0 };
	const char *const arguments[] = { "unzip", "-q", "made.zip", NULL };
	const struct process unzip = { .arguments = arguments, .missing = "no unzip", .seconds = 20 };
	if (!folder_make(&folder, &err))
		return text;
	if (folder_write(&folder, "made.zip", zip, &err) && process_run(&unzip, &folder, &err)) {
		snprintf(command, sizeof command, "cd %s && rm made.zip messages.txt && "
		         "find . -type f ! -name all.txt | sort | while read f; "
		         "do echo \"== $f\"; cat \"$f\"; echo; done "
		         "> all.txt", folder.path);
		check(system(command) == 0);
		check(folder_read(&folder, "all.txt", &text, perm, &err));
	} else {
		printf("%s\n", err.text);
	}
	folder_remove(&folder);
	return text;
}

/* One part of what `unzipped` gave. */
static Str
part(Str all, const char *name, struct arena *perm)
{
	ptrdiff_t at = str_find(all, str_format(perm, "== ./%s\n", name));
	if (at < 0)
		return (Str){ 0 };
	Str rest = str_from(all, at);
	str_cut(&rest, '\n');
	ptrdiff_t end = str_find(rest, S("\n== ./"));
	return end < 0 ? rest : str_upto(rest, end);
}

static Str
without_tags(Str xml, struct arena *perm)
{
	struct text out = text_new(perm);
	bool inside = false;
	for (ptrdiff_t i = 0; i < xml.len; i++) {
		inside = xml.at[i] == '<' || (inside && xml.at[i] != '>');
		if (!inside && xml.at[i] != '>')
			text_char(&out, xml.at[i]);
	}
	return text_str(&out);
}

/* ---- tidy ------------------------------------------------------------------------------------ */

static void
no_byte_breaks_a_text(struct arena *perm)
{
	for (int byte = 0; byte < 256; byte++) {
		char around[] = { 'a', (char)byte, 'b' };
		Str text = tidy_text((Str){ around, 3 }, perm);
		check(str_utf8(text, NULL));
		check(text.at[0] == 'a');
		check(text.at[text.len - 1] == 'b');
		bool kept = text.len == 3;
		check(kept == ((byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n'
		               || byte == '\r'));
	}
	check_str(tidy_text(S("na\xC3\xAFve \xE2\x82\xAC"), perm), S("na\xC3\xAFve \xE2\x82\xAC"));
	check_str(tidy_text(S("\xC2\x9B" "1m"), perm), S("\uFFFD1m"));
	check_str(tidy_text(S("a\xEF\xBF\xBF"), perm), S("a\uFFFD"));
	check_str(tidy_text(S("cut \xE2\x82"), perm), S("cut \uFFFD\uFFFD"));
}

static void
words_beside_a_figure_are_not_lost_in_data(struct arena *perm)
{
	struct tidy tidy = tidy_table(page_table(perm), perm);
	check_int(tidy.column_count, 4);
	check_str(tidy.columns[0].name, S("group"));
	check_str(tidy.columns[3].name, S("latest_note"));
	check_str(tidy.cells[0].text, S("Stability"));
	check_str(tidy.cells[3].text, S("12th of 151, worse"));
	check_str(tidy.cells[4 + 3].text, S(""));
}

static void
a_year_is_a_number_and_a_code_is_not(struct arena *perm)
{
	static const struct { Str text; bool number, figure; } cases[] = {
		{ STR("2025"), true, true },  { STR("2025"), false, false }, { STR("007"), true, false },
		{ STR("1,234"), true, false }, { STR("1e5"), true, false },  { STR("-5"), true, true },
		{ STR(""), true, false },     { STR("1.50"), true, true },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct document doc = document_of(cases[i].text, cases[i].number, perm);
		struct tidy tidy = tidy_table(doc.data, perm);
		check_int(tidy.cells[0].is_figure, cases[i].figure);
		check_str(tidy.cells[0].text, cases[i].text);
	}
}

/* ---- CSV ------------------------------------------------------------------------------------- */

static void
csv_is_what_a_spreadsheet_and_a_program_both_read(struct arena *perm)
{
	struct document doc = made_document(perm);
	check_str(document_csv(&doc, true, perm),
	          S("\xEF\xBB\xBF" "area,year,rate,change,in_post,on\r\n"
	            "Walsall,2025,11.8,-6.6,1234.5,2025-09-30\r\n"
	            "\"Kingston upon Hull, \"\"City of\"\"\",2025,z,x,0.1,2025-09-30\r\n"
	            "'=cmd|' /C calc'!A0,2025,0.0,1.2,,30/09/2025\r\n"));
	check(has(document_csv(&doc, false, perm), "\r\n=cmd|' /C calc'!A0,"));
	doc.data = NULL;
	check_int(document_csv(&doc, true, perm).len, 0);
}

static void
no_text_becomes_a_formula_and_no_number_is_spoilt(struct arena *perm)
{
	static const Str starts[] = {
		STR("="), STR("+"), STR("-"), STR("@"), STR("\t"), STR("\r"), STR("\n"),
		STR("\xEF\xBC\x9D"), STR("\xEF\xBC\x8B"), STR("\xEF\xBC\x8D"), STR("\xEF\xBC\xA0"),
	};
	for (ptrdiff_t i = 0; i < countof(starts); i++) {
		struct document doc = document_of(str_join(starts[i], S("1+1"), perm), false, perm);
		Str guarded = str_from(document_csv(&doc, true, perm), 3 + 4);
		check(guarded.at[guarded.at[0] == '"'] == '\'');
		check(!has(document_csv(&doc, false, perm), "'"));
	}
	struct document minus = document_of_figure(figure_micro(-5000000), 0, perm);
	check(str_ends(document_csv(&minus, true, perm), S("it\r\n-5\r\n")));
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *
parsed(Str text)
{
	json_error_t error;
	json_t *json = json_loadb(text.at, (size_t)text.len, JSON_REJECT_DUPLICATES, &error);
	if (!json)
		printf("%d:%d: %s\n", error.line, error.column, error.text);
	check(json);
	return json;
}

static const char *
member(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));
	return text ? text : "";
}

static void
json_reads_back_as_it_was_written(struct arena *perm)
{
	struct document doc = made_document(perm);
	json_t *json = parsed(document_json(&doc, perm));
	check_str(str_of(member(json, "title")), doc.title);
	check_str(str_of(member(json, "period")), doc.period);
	json_t *data = json_object_get(json, "data");
	json_t *ours = json_array_get(data, 0), *other = json_array_get(data, 1);
	check_int(json_array_size(data), 3);
	check(json_real_value(json_object_get(ours, "rate")) == 11.8);
	check_int(json_integer_value(json_object_get(ours, "year")), 2025);
	check(!json_object_get(ours, "rate_symbol"));
	check(!json_object_get(ours, "trend"));
	check(json_is_null(json_object_get(other, "rate")));
	check_str(str_of(member(other, "rate_symbol")), S("z"));
	check_str(str_of(member(other, "area")), S("Kingston upon Hull, \"City of\""));
	json_t *table = json_object_get(json_object_get(json, "tables"), "scorecard: all [2025]");
	check_str(str_of(member(json_array_get(table, 0), "latest_note")), S("12th of 151, worse"));
	json_t *finding = json_array_get(json_object_get(json, "findings"), 0);
	check_int(json_integer_value(json_object_get(finding, "line")), 3);
	check_str(str_of(member(finding, "message")),
	          S("\"1,2\uFFFD[2J\" is not a number; write 1.2"));
	check_int(json_array_size(json_object_get(json, "notes")), 6);
	check_int(json_array_size(json_object_get(json, "sources")), 1);
	json_decref(json);
}

/* Binary fractions would show as 11.800000000000001: the digits are compared, not the doubles. */
static void
every_figure_is_written_with_its_own_digits(struct arena *perm)
{
	struct document doc = document_of_figure(figure_micro(0), 1, perm);
	for (int tenths = -20; tenths <= 1200; tenths += 7) {
		struct arena scratch = *perm;
		doc = document_of_figure(figure_micro((int64_t)tenths * (MICRO / 10)), 1, &scratch);
		char wanted[40];
		snprintf(wanted, sizeof wanted, "{\"it\": %s%d.%d}", tenths < 0 ? "-" : "",
		         abs(tenths) / 10, abs(tenths) % 10);
		check(has(document_json(&doc, &scratch), wanted));
	}
	doc = document_of_figure(figure_micro(9007199254740993), 6, perm);
	check(has(document_json(&doc, perm), "{\"it\": 9007199254.740993}"));
}

static void
no_text_breaks_json(struct arena *perm)
{
	for (int byte = 0; byte < 256; byte++) {
		struct arena scratch = *perm;
		char around[] = { '"', (char)byte, '\\' };
		struct document doc = document_of((Str){ around, 3 }, false, &scratch);
		json_t *json = parsed(document_json(&doc, &scratch));
		json_t *row = json_array_get(json_object_get(json, "data"), 0);
		Str back = str_of(member(row, "it"));
		check_str(back, tidy_text((Str){ around, 3 }, &scratch));
		json_decref(json);
	}
	struct document empty = document_new(perm, S(""));
	json_decref(parsed(document_json(&empty, perm)));
}

/* ---- text ------------------------------------------------------------------------------------ */

static void
cells_are_counted_as_a_terminal_shows_them(struct arena *perm)
{
	(void)perm;
	check_int(terminal_cells(S("Walsall")), 7);
	check_int(terminal_cells(S("Pen-y-b\xC3\xB4nt")), 10);
	check_int(terminal_cells(S("e\xCC\x81")), 1);
	check_int(terminal_cells(S("\xE6\x97\xA5\xE6\x9C\xAC")), 4);
	check_int(terminal_cells(S("\xF0\x9F\x98\x80")), 2);
	check_int(terminal_cells(S("a\xE2\x80\x8B" "b")), 2);
}

static void
lines_break_at_blanks_and_always_end(struct arena *perm)
{
	(void)perm;
	Str rest = S("  one two  three-and-a-very-long-word");
	check_str(terminal_line(&rest, 7), S("one two"));
	check_str(terminal_line(&rest, 7), S("three-a"));
	check_str(terminal_line(&rest, 7), S("nd-a-ve"));
	rest = S("\xE6\x97\xA5\xE6\x9C\xAC");
	check_str(terminal_line(&rest, 1), S("\xE6\x97\xA5"));
	check_str(terminal_line(&rest, 1), S("\xE6\x9C\xAC"));
	check_int(rest.len, 0);
}

/* The made document has only characters of one cell, so characters are cells. */
static void
no_line_is_wider_than_the_terminal(struct arena *perm)
{
	struct document doc = made_document(perm);
	for (int width = 30; width <= 140; width++) {
		struct arena scratch = *perm;
		Str text = document_text(&doc, false, width, &scratch);
		while (text.len) {
			Str line = str_cut(&text, '\n');
			if (!str_begins(line, S("a.csv:3:2:")))
				check(str_characters(line) <= width);
			check(line.len == 0 || line.at[line.len - 1] != ' ');
		}
	}
}

/* Each figure, symbol, word of a heading and part of a name, at any width. */
static void
a_narrow_terminal_loses_no_column(struct arena *perm)
{
	static const char *const all[] = {
		"Walsall", "11.8", "\u22126.6", "1,234.5", "2025-09-30", "+1.2", "z", "0.1", "Vacancy",
		"since", "post", "Census", "12th", "[worse]", "Numerator", "release",
	};
	struct document doc = made_document(perm);
	for (int width = 30; width <= 140; width += 10) {
		struct arena scratch = *perm;
		Str text = document_text(&doc, false, width, &scratch);
		for (ptrdiff_t i = 0; i < countof(all); i++)
			check(has(text, all[i]));
		check(has(text, "\n> Walsall"));
		check(has(text, "\n* Kingston"));
	}
}

static void
sparks_leave_a_gap_and_go_first_where_it_is_narrow(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str spark = S("▁▃ █▇");
	check_str(terminal_spark(&made_spark, perm), spark);
	check(str_find(document_text(&doc, false, 120, perm), spark) >= 0);
	check(str_find(document_text(&doc, false, 80, perm), spark) < 0);
}

static void
colour_only_adds_and_files_cannot_colour(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str plain = document_text(&doc, false, 80, perm), ink = document_text(&doc, true, 80, perm);
	check(!has(plain, "\033"));
	check(has(ink, "\033[1m"));
	struct text without = text_new(perm);
	for (ptrdiff_t i = 0; i < ink.len; i++) {
		if (ink.at[i] != '\033')
			text_char(&without, ink.at[i]);
		else
			while (ink.at[i] != 'm')
				i++;
	}
	check_str(text_str(&without), plain);
	check_str(terminal_clean(S("a\u202E\nb\033"), perm), S("a b\uFFFD"));
}

static void
symbols_are_explained_where_they_are_shown(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str text = document_text(&doc, false, 80, perm);
	check(has(text, "\nz   not applicable"));
	check(has(text, "\nx   not available"));
	check(!has(text, "\nc   confidential"));
}

/* ---- XLSX ------------------------------------------------------------------------------------ */

static Str
workbook_of(const struct document *doc, struct arena *perm)
{
	struct error err;
	Str bytes = { 0 };
	if (!document_xlsx(doc, &bytes, perm, &err))
		printf("%s\n", err.text);
	check(str_begins(bytes, S("PK")));
	return bytes;
}

static void
a_workbook_holds_numbers_dates_and_words(struct arena *perm)
{
	if (!program_runs("unzip", "-v"))
		return;
	struct document doc = made_document(perm);
	Str all = unzipped(workbook_of(&doc, perm), perm);
	Str sheet = part(all, "xl/worksheets/sheet1.xml", perm);
	Str strings = part(all, "xl/sharedStrings.xml", perm);
	Str styles = part(all, "xl/styles.xml", perm);
	check(has(sheet, "<v>11.8</v>"));
	check(has(sheet, "<v>-6.6</v>"));
	check(has(sheet, "<v>1234.5</v>"));
	check(has(sheet, "<v>2025</v>"));
	check(has(sheet, "<v>45930</v>"));           /* 30 September 2025, days since 1899-12-30 */
	check(has(sheet, "state=\"frozen\""));
	check(has(styles, "formatCode=\"#,##0.0\""));
	check(has(styles, "formatCode=\"d mmmm yyyy\""));
	check(has(strings, "<t>z</t>"));
	check(has(strings, "<t>=cmd|' /C calc'!A0</t>"));
	check(has(strings, "30/09/2025"));
	check(has(strings, "DfE, Children's social work workforce"));
	check(has(strings, "Vacancy rate (%)"));
	check(has(strings, "not applicable: there is nothing to divide by"));
	check(has(strings, "Vacant over vacant and in post."));
	check(has(part(all, "xl/tables/table1.xml", perm), "<autoFilter ref=\"A1:F4\"/>"));
}

/* Every face says the same number: what is shown with one place is stored with one. */
static void
a_workbook_rounds_as_the_page_does(struct arena *perm)
{
	if (!program_runs("unzip", "-v"))
		return;
	struct document doc = document_of_figure(figure_micro(11250000), 1, perm);
	check(has(unzipped(workbook_of(&doc, perm), perm), "<v>11.3</v>"));
}

static void
a_workbook_has_nothing_hidden(struct arena *perm)
{
	if (!program_runs("unzip", "-v"))
		return;
	static const char *const forbidden[] = {
		"definedName", "\"hidden\"", "veryHidden", "mergeCell", "<f>", "<f ", "vbaProject",
		"externalLink", "<hyperlink", "connections", "customXml", "<drawing", "drawings/", "macro",
		"docProps/custom",
	};
	struct document doc = made_document(perm);
	Str all = unzipped(workbook_of(&doc, perm), perm);
	check(all.len > 0);
	for (ptrdiff_t i = 0; i < countof(forbidden); i++) {
		if (has(all, forbidden[i]))
			printf("there is %s\n", forbidden[i]);
		check(!has(all, forbidden[i]));
	}
	Str core = part(all, "docProps/core.xml", perm);
	check(has(core, "<dc:title>Vacancies fell to 11.8%, below England</dc:title>"));
	check(has(core, "<dc:creator></dc:creator>"));
	check(has(core, ">1980-01-01T00:00:00Z</dcterms:created>"));
	check(has(core, "<cp:lastModifiedBy></cp:lastModifiedBy>"));
}

static void
sheets_have_names_that_excel_takes(struct arena *perm)
{
	if (!program_runs("unzip", "-v"))
		return;
	static const Str names[] = {
		STR("by_year"), STR("BY_YEAR"), STR("Notes"), STR(""), STR("'a[b]:c*d?e/f\\g'"),
		STR("a name that is far longer than a sheet may have"),
		STR("a name that is far longer than a sheet may wish"),
		STR("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
		    "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
		    "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
		    "\xC3\xA9\xC3\xA9\xC3\xA9"),
	};
	struct document doc = made_document(perm);
	struct table *tables = new(perm, countof(names), struct table);
	doc.sheet_count = 0;
	for (ptrdiff_t i = 0; i < countof(names); i++) {
		tables[i] = *page_table(perm);
		tables[i].name = names[i];
		doc.sheets[doc.sheet_count++] = &tables[i];
	}
	Str book = part(unzipped(workbook_of(&doc, perm), perm), "xl/workbook.xml", perm);
	check_int(times(book, "<sheet name="), 8 + 3);       /* data, findings and Notes */
	check(has(book, "\"by_year\""));
	check(has(book, "\"by_year 2\""));
	check(has(book, "\"BY_YEAR 3\""));
	check(has(book, "\"Notes 2\""));
	check(has(book, "\"_a_b__c_d_e_f_g_\""));
	check(has(book, "\"a name that is far longer than\""));
	check(has(book, "\"a name that is far longer t 2\""));
}

static void
a_workbook_of_the_same_content_is_the_same_bytes(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str first = workbook_of(&doc, perm), second = workbook_of(&doc, perm);
	check(str_equal(first, second));
	struct document empty = document_new(perm, S(""));
	check(workbook_of(&empty, perm).len > 0);
	struct table none = *made_table(perm);
	none.row_count = 0;
	empty.data = &none;
	check(workbook_of(&empty, perm).len > 0);
}

/* ---- Word ------------------------------------------------------------------------------------ */

static void
a_word_file_has_pictures_with_words_and_real_tables(struct arena *perm)
{
	if (!program_runs("pandoc", "--version") || !program_runs("rsvg-convert", "--version"))
		return;
	struct error err = { 0 };
	struct document doc = made_document(perm);
	Str bytes = { 0 }, again = { 0 }, given = { 0 };
	check(document_docx(&doc, (Str){ 0 }, &bytes, perm, &err));
	check(document_docx(&doc, (Str){ 0 }, &again, perm, &err));
	check(document_docx(&doc, S(SOURCE_ROOT "/data/reference.docx"), &given, perm, &err));
	check(str_equal(bytes, again));
	check(str_equal(bytes, given));

	Str all = unzipped(bytes, perm);
	Str body = part(all, "word/document.xml", perm), words = without_tags(body, perm);
	check(has(body, "descr=\"Vacancies rose past England&#39;s. Walsall rose from 10.0% in 2017"));
	check_int(times(all, "\n== ./word/media/"), 1);
	check(!has(all, ".svg"));
	check_int(times(body, "<w:tbl>"), 3);
	check_int(times(body, "<w:tblHeader"), 2);
	check_int(times(words, "Vacancies fell to 11.8%, below England"), 1);
	check_int(times(body, "w:val=\"Title\""), 1);
	check(has(body, "w:val=\"Heading1\""));
	check(has(body, "w:val=\"Warning\""));
	check(has(body, "w:w=\"11906\"") && has(body, "w:footerReference"));
	check(has(words, "First &lt;good&gt; thing &amp; more"));
	check(has(words, "1,234.5") && has(words, "12th of 151, worse"));
	check(has(words, "DfE, Children&#39;s social work workforce"));
	Str styles = part(all, "word/styles.xml", perm);
	check(has(styles, "w:val=\"en-GB\"") && !has(styles, "w:val=\"en-US\""));
	check(has(part(all, "docProps/core.xml", perm), "<dc:creator></dc:creator>"));
	check(!has(part(all, "word/_rels/document.xml.rels", perm), "/authorities/"));
}

/* Three in a row: the first across the page, the others side by side, each with its own words. */
static void
pictures_in_a_row_stand_side_by_side(struct arena *perm)
{
	if (!program_runs("pandoc", "--version") || !program_runs("rsvg-convert", "--version"))
		return;
	struct error err = { 0 };
	Str bytes = { 0 };
	struct document doc = document_new(perm, S("Pictures"));
	for (int i = 0; i < 3; i++)
		document_chart(&doc, &made_chart, NULL);
	check(document_docx(&doc, (Str){ 0 }, &bytes, perm, &err));
	Str all = unzipped(bytes, perm), body = part(all, "word/document.xml", perm);
	Str words = without_tags(body, perm);
	check_int(times(body, "descr=\"Vacancies rose past England&#39;s."), 3);
	check_int(times(body, "<wp:extent cx=\"57"), 1);     /* 16 cm in EMU: 5,760,000 */
	check_int(times(body, "<wp:extent cx=\"26"), 2);     /* 7.5 cm: 2,700,000, less rounding */
	check(has(words, "Figure 1: Vacancy rate"));
	check(has(words, "Figure 2 (left): Vacancy rate"));
	check(has(words, "Figure 3 (right): Vacancy rate"));
}

static void
a_missing_program_is_said_in_words(struct arena *perm)
{
	struct error err = { 0 };
	Str bytes = { 0 };
	struct document pictures = made_document(perm), plain = document_new(perm, S("Plain"));
	char *path = strdup(getenv("PATH"));
	setenv("PATH", "", 1);
	check(!document_docx(&pictures, (Str){ 0 }, &bytes, perm, &err));
	check_str(str_of(err.text), S("Word files need rsvg-convert: apt-get install librsvg2-bin"));
	check(!document_docx(&plain, (Str){ 0 }, &bytes, perm, &err));
	check_str(str_of(err.text), S("Word files need pandoc: apt-get install pandoc"));
	setenv("PATH", path, 1);
	free(path);
	check_int(bytes.len, 0);
}

static void
a_reference_document_that_is_none_is_said_in_words(struct arena *perm)
{
	struct error err = { 0 };
	Str bytes = { 0 };
	struct document doc = document_new(perm, S("Plain"));
	check(!document_docx(&doc, S("/no/such/reference.docx"), &bytes, perm, &err));
	check(has(str_of(err.text), "cannot read the reference document /no/such/reference.docx"));
	if (!program_runs("pandoc", "--version"))
		return;
	check(!document_docx(&doc, S(SOURCE_ROOT "/docs/layers.txt"), &bytes, perm, &err));
	check(str_begins(str_of(err.text), S("pandoc failed: ")));
}

/* ---- programs and folders -------------------------------------------------------------------- */

static bool
runs(const char *const *arguments, int seconds, struct error *err)
{
	struct folder folder;
	const struct process process = { .arguments = arguments, .missing = "it is missing",
	                                 .seconds = seconds };
	bool ran = folder_make(&folder, err) && process_run(&process, &folder, err);
	folder_remove(&folder);
	return ran;
}

static void
a_program_ends_in_time_or_is_ended(struct arena *perm)
{
	(void)perm;
	struct error err = { 0 };
	struct timespec begin, end;
	check(runs((const char *const[]){ "true", NULL }, 5, &err));
	check(!runs((const char *const[]){ "false", NULL }, 5, &err));
	check_str(str_of(err.text), S("false failed: it did not say why"));
	check(!runs((const char *const[]){ "cat", "nothing.txt", NULL }, 5, &err));
	check_str(str_of(err.text), S("cat failed: cat: nothing.txt: No such file or directory"));
	check(!runs((const char *const[]){ "no-such-program", NULL }, 5, &err));
	check_str(str_of(err.text), S("it is missing"));
	clock_gettime(CLOCK_MONOTONIC, &begin);
	check(!runs((const char *const[]){ "tail", "-f", "/dev/null", NULL }, 1, &err));
	clock_gettime(CLOCK_MONOTONIC, &end);
	check_str(str_of(err.text), S("tail took more than 1 seconds and was ended"));
	check(end.tv_sec - begin.tv_sec < 5);
}

/* A database or a socket of the server's must not reach another program. */
static void
a_program_gets_none_of_our_files(struct arena *perm)
{
	struct error err = { 0 };
	int ours = open("/dev/null", O_RDONLY), moved = dup2(ours, 57);
	check_int(moved, 57);
	const char *path = str_c(S("/proc/self/fd/57"), perm);
	check(access(path, F_OK) == 0);
	check(!runs((const char *const[]){ "test", "-e", path, NULL }, 5, &err));
	check(runs((const char *const[]){ "test", "-e", "/proc/self/fd/0", NULL }, 5, &err));
	close(moved);
	close(ours);
}

static void
nothing_is_left_behind(struct arena *perm)
{
	struct folder under;
	struct error err = { 0 };
	Str bytes = { 0 };
	struct document doc = made_document(perm);
	check(folder_make(&under, &err));
	setenv("TMPDIR", under.path, 1);
	workbook_of(&doc, perm);
	document_docx(&doc, (Str){ 0 }, &bytes, perm, &err);
	document_docx(&doc, S(SOURCE_ROOT "/docs/layers.txt"), &bytes, perm, &err);
	unsetenv("TMPDIR");
	check(rmdir(under.path) == 0);       /* only an empty one can be removed so */
	setenv("TMPDIR", "/no/such/folder", 1);
	check(!document_xlsx(&doc, &bytes, perm, &err));
	check(str_begins(str_of(err.text), S("cannot make a folder under /no/such/folder: ")));
	unsetenv("TMPDIR");
}

/* An arena with room for the plan but not for the file: an error, and no folder. */
static void
a_workbook_too_large_for_its_arena_is_said_in_words(struct arena *perm)
{
	struct error err = { 0 };
	struct document doc = made_document(perm);
	struct arena measured = *perm;
	Str bytes = workbook_of(&doc, &measured);
	struct arena small = *perm;
	small.end = measured.next - bytes.len / 2;
	check(!document_xlsx(&doc, &bytes, &small, &err));
	check(has(str_of(err.text), "more than there is room for"));
}

int
main(void)
{
	run(no_byte_breaks_a_text);
	run(words_beside_a_figure_are_not_lost_in_data);
	run(a_year_is_a_number_and_a_code_is_not);
	run(csv_is_what_a_spreadsheet_and_a_program_both_read);
	run(no_text_becomes_a_formula_and_no_number_is_spoilt);
	run(json_reads_back_as_it_was_written);
	run(every_figure_is_written_with_its_own_digits);
	run(no_text_breaks_json);
	run(cells_are_counted_as_a_terminal_shows_them);
	run(lines_break_at_blanks_and_always_end);
	run(no_line_is_wider_than_the_terminal);
	run(a_narrow_terminal_loses_no_column);
	run(sparks_leave_a_gap_and_go_first_where_it_is_narrow);
	run(colour_only_adds_and_files_cannot_colour);
	run(symbols_are_explained_where_they_are_shown);
	run(a_workbook_holds_numbers_dates_and_words);
	run(a_workbook_rounds_as_the_page_does);
	run(a_workbook_has_nothing_hidden);
	run(sheets_have_names_that_excel_takes);
	run(a_workbook_of_the_same_content_is_the_same_bytes);
	run(a_word_file_has_pictures_with_words_and_real_tables);
	run(pictures_in_a_row_stand_side_by_side);
	run(a_missing_program_is_said_in_words);
	run(a_reference_document_that_is_none_is_said_in_words);
	run(a_program_ends_in_time_or_is_ended);
	run(a_program_gets_none_of_our_files);
	run(nothing_is_left_behind);
	run(a_workbook_too_large_for_its_arena_is_said_in_words);
	return tests_end();
}
