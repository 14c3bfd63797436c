/* files_test.c: comma-separated text, what is not, and whole files in and out. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/finding.h"
#include "files/csv.h"
#include "files/file.h"

/* All rows of a text as "field|field/field|field", to compare at a glance. */
static Str
flat(Str text, struct arena *perm)
{
	struct csv csv = csv_open(text);
	struct csv_row row;
	struct text out = text_new(perm);
	while (csv_next(&csv, &row, perm)) {
		text_add(&out, out.len ? S("/") : S(""));
		for (int i = 0; i < row.count; i++) {
			text_add(&out, i ? S("|") : S(""));
			text_add(&out, row.fields[i]);
		}
	}
	return text_str(&out);
}

static void
rows_are_read_however_they_are_written(struct arena *perm)
{
	static const struct { Str text, rows; } cases[] = {
		{ STR("a,b\nc,d\n"), STR("a|b/c|d") },
		{ STR("a,b\nc,d"), STR("a|b/c|d") },
		{ STR("a,b\r\nc,d\r\n"), STR("a|b/c|d") },
		{ STR("a,b\rc,d\r"), STR("a|b/c|d") },
		{ STR("\xEF\xBB\xBF" "a,b\n"), STR("a|b") },
		{ STR("a;b;c,d\n1;2;3\n"), STR("a|b|c,d/1|2|3") },
		{ STR("a\tb\n1,5\t2\n"), STR("a|b/1,5|2") },
		{ STR("\"a;b;c\",d\n"), STR("a;b;c|d") },
		{ STR("\"Bristol, City of\",1\n"), STR("Bristol, City of|1") },
		{ STR("\"say \"\"yes\"\"\",1\n"), STR("say \"yes\"|1") },
		{ STR("\"\"\"\",\"\"\n1,2\n"), STR("\"|/1|2") },
		{ STR("\"two\nlines\",1\n"), STR("two\nlines|1") },
		{ STR("a\"b,c\n"), STR("a\"b|c") },
		{ STR("a,b,\n"), STR("a|b|") },
		{ STR("\n\n , \n,,\na,b\n\n"), STR("a|b") },
		{ STR("one\n"), STR("one") },
		{ STR(""), STR("") },
		{ STR("\xEF\xBB\xBF"), STR("") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_str(flat(cases[i].text, perm), cases[i].rows);
}

static void
lines_are_counted_as_an_editor_counts(struct arena *perm)
{
	struct csv csv = csv_open(S("a,b\n\n\"x\ny\r\nz\rw\",1\r\nlast,2\n"));
	struct csv_row row;
	static const int lines[] = { 1, 3, 7 };
	for (int i = 0; i < 3; i++) {
		check(csv_next(&csv, &row, perm));
		check_int(row.line, lines[i]);
	}
	check(!csv_next(&csv, &row, perm));
}

static void
a_flaw_is_carried_by_its_row(struct arena *perm)
{
	static const struct { Str text; enum csv_flaw flaw; int field; } cases[] = {
		{ STR("a,b\n"), CSV_SOUND, 0 },
		{ STR("a,\"b\n"), CSV_UNCLOSED_QUOTE, 2 },
		{ STR("a,\""), CSV_UNCLOSED_QUOTE, 2 },
		{ STR("a,\"b\"\""), CSV_UNCLOSED_QUOTE, 2 },
		{ STR("\"a\"x,b\n"), CSV_TEXT_AFTER_QUOTE, 1 },
		{ STR("\"a\" ,b\n"), CSV_TEXT_AFTER_QUOTE, 1 },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct csv csv = csv_open(cases[i].text);
		struct csv_row row;
		check(csv_next(&csv, &row, perm));
		check_int(row.flaw, cases[i].flaw);
		check_int(row.flaw_field, cases[i].field);
		check_int(csv_flaw_wrong(row.flaw).len > 0, cases[i].flaw != CSV_SOUND);
		check_int(csv_flaw_mend(row.flaw).len > 0, cases[i].flaw != CSV_SOUND);
	}
}

static void
a_row_of_a_million_cells_is_a_flaw_and_the_next_is_read(struct arena *perm)
{
	char *space = new(perm, 1000000 + 5, char);
	memset(space, ',', 1000000);
	memcpy(space + 1000000, "\na,b\n", 5);
	struct csv csv = csv_open((Str){ space, 1000005 });
	struct csv_row row;
	check(csv_next(&csv, &row, perm));
	check_int(row.flaw, CSV_TOO_MANY_FIELDS);
	check_int(row.flaw_field, CSV_FIELDS_MOST + 1);
	check_int(row.count, CSV_FIELDS_MOST);
	check(csv_next(&csv, &row, perm));
	check_int(row.flaw, CSV_SOUND);
	check_int(row.count, 2);
	check_int(row.line, 2);
}

static void
a_cell_over_a_megabyte_is_a_flaw(struct arena *perm)
{
	char *space = new(perm, CSV_FIELD_MOST + 2, char);
	memset(space, 'a', CSV_FIELD_MOST + 1);
	for (int over = 0; over < 2; over++) {
		struct csv csv = csv_open((Str){ space, CSV_FIELD_MOST + over });
		struct csv_row row;
		check(csv_next(&csv, &row, perm));
		check_int(row.flaw, over ? CSV_FIELD_TOO_LONG : CSV_SOUND);
		check_int(row.fields[0].len, CSV_FIELD_MOST);
	}
}

static void
a_text_cut_anywhere_is_read_without_harm(struct arena *perm)
{
	Str whole = S("\xEF\xBB\xBF" "a,\"b \"\"c\"\"\",d\r\n\"e\r\nf\",,\"\"\r\n;g\th\n");
	for (ptrdiff_t length = 0; length <= whole.len; length++) {
		struct arena scratch = *perm;
		char *copy = new(&scratch, length + 1, char);
		memcpy(copy, whole.at, (size_t)length);
		struct csv csv = csv_open((Str){ copy, length });
		struct csv_row row;
		int rows = 0;
		while (csv_next(&csv, &row, &scratch)) {
			check(row.count > 0 && row.count <= 4);
			rows++;
		}
		check(rows <= 3);
	}
}

/* Whether the text is CSV; else what the finding says. */
static Str
not_text(Str text, ptrdiff_t most, struct arena *perm)
{
	struct findings found = findings_new(perm);
	bool is = csv_is_text(text, most, S("f.csv"), &found);
	check_int(found.mistakes, !is);
	return is ? S("text") : finding_text(&found.at[0], perm);
}

static void
a_file_that_is_not_csv_is_named_for_what_it_is(struct arena *perm)
{
	static const struct { Str text, says; } cases[] = {
		{ STR("a,b\n"), STR("text") }, { STR("caf\xC3\xA9,b\n"), STR("text") },
		{ STR("\n \t\r\n"), STR("empty") }, { STR("PK\x03\x04rest"), STR("workbook or a zip") },
		{ STR("\xD0\xCF\x11\xE0"), STR("old Excel workbook") }, { STR("%PDF-"), STR("PDF") },
		{ STR("\xFF\xFE" "a\0"), STR("UTF-16") }, { STR("\xFE\xFF\0a"), STR("UTF-16") },
		{ STR("a,b\nc\0d\n"), STR("f.csv:2: error nul") },
		{ STR("a,b\r\nc\r\xE9,d\n"), STR("f.csv:3: error utf-8") },
		{ STR("a\n\xC0\x80\n"), STR("f.csv:2: error utf-8") },
		{ STR("\xE9"), STR("CSV UTF-8") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check(str_find(not_text(cases[i].text, 100, perm), cases[i].says) >= 0);
	check_str(not_text(S("12345"), 5, perm), S("text"));
	check(str_find(not_text(S("123456"), 5, perm), S("over 5 bytes")) >= 0);
}

static void
headings_are_found_by_name_in_any_order(struct arena *perm)
{
	struct csv csv = csv_open(S(" Area ,YEAR,,vaule,year\n"));
	struct csv_row row;
	struct findings found = findings_new(perm);
	struct csv_heading wanted[] = {
		{ S("year"), true, 0 }, { S("area"), true, 0 }, { S("value"), true, 0 },
		{ S("source"), false, 0 },
	};
	check(csv_next(&csv, &row, perm));
	check(!csv_headings(&row, wanted, 4, S("f.csv"), &found));
	check_int(wanted[0].column, 1);
	check_int(wanted[1].column, 0);
	check_int(wanted[2].column, -1);
	check_int(wanted[3].column, -1);
	check_int(found.count, 3);
	check_int(found.mistakes, 2);
	check_str(finding_text(&found.at[0], perm),
	          S("f.csv:1:4: query column: vaule \"vaule\" is not a known column; it is left out; "
	            "the nearest known column is \"value\""));
	check(str_find(finding_text(&found.at[1], perm), S("f.csv:1:5: error")) == 0);
	check(str_find(found.at[2].wrong, S("\"value\" is missing")) >= 0);
}

/* A folder of the test's own, taken away at the end. */
static Str
own_folder(struct arena *perm)
{
	char *name = str_c(S("/tmp/files_test_XXXXXX"), perm);
	check(mkdtemp(name) != NULL);
	return str_of(name);
}

static void
files_are_read_whole_or_refused_in_words(struct arena *perm)
{
	struct error err;
	Str folder = own_folder(perm), text;
	Str path = str_join(folder, S("/a.csv"), perm);
	check(file_write(path, S("12345"), *perm, &err));
	check(file_read(path, 5, &text, perm, &err));
	check_str(text, S("12345"));
	check(!file_read(path, 4, &text, perm, &err));
	check(strstr(err.text, "over 4 bytes"));
	check(!file_read(folder, 100, &text, perm, &err));
	check(strstr(err.text, "not a plain file"));
	check(!file_read(S("/nowhere/at/all"), 100, &text, perm, &err));
	check(strstr(err.text, "cannot open /nowhere/at/all: No such file"));
	check(file_write(path, S(""), *perm, &err));
	check(file_read(path, 100, &text, perm, &err));
	check_int(text.len, 0);
	unlink(str_c(path, perm));
	rmdir(str_c(folder, perm));
}

static void
a_file_is_replaced_whole_and_leaves_nothing_beside_it(struct arena *perm)
{
	struct error err;
	Str folder = own_folder(perm), path = str_join(folder, S("/b.txt"), perm), text;
	check(file_write(path, S("old"), *perm, &err));
	check(file_write(path, S("new and longer"), *perm, &err));
	check(file_read(path, 100, &text, perm, &err));
	check_str(text, S("new and longer"));
	check(!file_write(folder, S("x"), *perm, &err));
	check(strstr(err.text, "not a plain file"));
	check(!file_write(S("/nowhere/c.txt"), S("x"), *perm, &err));
	check(strstr(err.text, "cannot write /nowhere/c.txt"));
	unlink(str_c(path, perm));
	/* rmdir only takes an empty folder, so nothing was left. */
	check(rmdir(str_c(folder, perm)) == 0);
}

static void
fingerprints_are_the_published_ones(struct arena *perm)
{
	/* FIPS 180-2, appendix B: the one-block and the two-block message, and the empty one. */
	check_str(file_sha256(S("abc"), perm),
	          S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	check_str(file_sha256(S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), perm),
	          S("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
	check_str(file_sha256(S(""), perm),
	          S("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

int
main(void)
{
	run(rows_are_read_however_they_are_written);
	run(lines_are_counted_as_an_editor_counts);
	run(a_flaw_is_carried_by_its_row);
	run(a_row_of_a_million_cells_is_a_flaw_and_the_next_is_read);
	run(a_cell_over_a_megabyte_is_a_flaw);
	run(a_text_cut_anywhere_is_read_without_harm);
	run(a_file_that_is_not_csv_is_named_for_what_it_is);
	run(headings_are_found_by_name_in_any_order);
	run(files_are_read_whole_or_refused_in_words);
	run(a_file_is_replaced_whole_and_leaves_nothing_beside_it);
	run(fingerprints_are_the_published_ones);
	return tests_end();
}
