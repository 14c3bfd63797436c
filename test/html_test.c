/* html_test.c: text never becomes markup; documents are built; a document as HTML. */
#include <dirent.h>
#include <stdlib.h>

#include "faces_document.h"
#include "html_reader.h"
#include "report/html.h"

/* ---- escaping -------------------------------------------------------------------------------- */

static void
text_is_escaped_for_elements_and_attributes(struct arena *perm)
{
	static const struct { Str text, wants; } cases[] = {
		{ STR("plain"), STR("plain") },
		{ STR("<script>alert(1)</script>"), STR("&lt;script&gt;alert(1)&lt;/script&gt;") },
		{ STR("a \"b\" 'c' & d"), STR("a &quot;b&quot; &#39;c&#39; &amp; d") },
		{ STR("&amp;"), STR("&amp;amp;") },
		{ STR("Children\u2019s \u2212 6.6"), STR("Children\u2019s \u2212 6.6") },
		{ STR("two\nlines\tand"), STR("two\nlines\tand") },
		{ STR("bell\a, nul\0, escape\033["), STR("bell\uFFFD, nul\uFFFD, escape\uFFFD[") },
		{ STR("cut short \xE2\x80"), STR("cut short \uFFFD\uFFFD") },
		{ STR("\xC3\" onload=\"x"), STR("\uFFFD&quot; onload=&quot;x") },
		{ STR("over-long \xC0\xBC"), STR("over-long \uFFFD\uFFFD") },
		{ STR("surrogate \xED\xA0\x80"), STR("surrogate \uFFFD\uFFFD\uFFFD") },
		{ STR(""), STR("") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct html h = html_new(perm);
		html_text(&h, cases[i].text);
		check_str(html_str(&h), cases[i].wants);
	}
	struct html h = html_new(perm);
	html_attr(&h, "title", S("\"><b>"));
	html_attr(&h, "lang", S(""));
	check_str(html_str(&h), S(" title=\"&quot;&gt;&lt;b&gt;\""));
}

static void
a_part_of_an_address_is_percent_encoded(struct arena *perm)
{
	/* RFC 3986: unreserved characters stand, all others are %XX of their UTF-8 bytes. */
	static const struct { Str text, wants; } cases[] = {
		{ STR("walsall"), STR("walsall") }, { STR("a b"), STR("a%20b") },
		{ STR("a&b=c?d#e/f"), STR("a%26b%3Dc%3Fd%23e%2Ff") }, { STR("-._~"), STR("-._~") },
		{ STR("Ynys M\u00F4n"), STR("Ynys%20M%C3%B4n") }, { STR("\"'<>"), STR("%22%27%3C%3E") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct html h = html_new(perm);
		html_url_part(&h, cases[i].text);
		check_str(html_str(&h), cases[i].wants);
	}
}

/* Counts a word in the source of one folder, our header and its body left out. */
static int
uses_in_folder(const char *folder, Str word, struct arena scratch)
{
	struct arena *perm = &scratch;
	Str path = str_format(perm, SOURCE_ROOT "/src/%s", folder);
	DIR *open = opendir(str_c(path, perm));
	struct dirent *entry;
	int uses = 0;
	check(open);
	while (open && (entry = readdir(open))) {
		Str name = str_of(entry->d_name);
		if (!str_ends(name, S(".c")) || str_equal(name, S("html.c")))
			continue;
		FILE *f = fopen(str_c(str_format(perm, "%.*s/%s", STR_ARG(path), entry->d_name), perm), "r");
		char *bytes = new(perm, 1 << 20, char);
		check(f);
		ptrdiff_t len = f ? (ptrdiff_t)fread(bytes, 1, 1 << 20, f) : 0;
		uses += count_of((Str){ bytes, len }, word);
		if (f)
			fclose(f);
	}
	if (open)
		closedir(open);
	return uses;
}

static void
markup_is_made_in_one_place_only(struct arena *perm)
{
	check_int(uses_in_folder("report", S("html_svg("), *perm), 1);
	check_int(uses_in_folder("web", S("html_svg("), *perm), 0);
	check_int(uses_in_folder("report", S("html_bytes_("), *perm), 0);
	check_int(uses_in_folder("web", S("html_bytes_("), *perm), 0);
}

/* ---- building -------------------------------------------------------------------------------- */

static void
add_run_of_a_frame_that_ends(struct document *doc, int number)
{
	struct run piece = { .text = str_format(doc->arena, "run %d", number) };
	document_runs(doc, BLOCK_PARAGRAPH, &piece, 1);
}

static void
a_document_keeps_what_it_was_given(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	for (int i = 0; i < 100; i++)
		add_run_of_a_frame_that_ends(&doc, i);
	check_int(doc.block_count, 100);
	for (int i = 0; i < 100; i++) {
		check_int(doc.blocks[i].kind, BLOCK_PARAGRAPH);
		check_str(doc.blocks[i].runs[0].text, str_format(perm, "run %d", i));
	}
	document_heading(&doc, 3, S("Heading"), S("anchor"));
	check_int(doc.blocks[100].level, 3);
	check_str(doc.blocks[100].id, S("anchor"));
}

static void
a_face_is_found_by_its_name(struct arena *perm)
{
	enum face face;
	(void)perm;
	for (int i = 0; i < FACES; i++) {
		check(face_name((enum face)i).len > 0);
		check(face_type((enum face)i).len > 0);
		check(face_find(face_name((enum face)i), &face) && face == (enum face)i);
	}
	check(face_find(S("CSV"), &face) && face == FACE_CSV);
	check(!face_find(S("pdf"), &face));
	check(!face_find(S(""), &face));
	check_str(face_type(FACE_CSV), S("text/csv; charset=utf-8"));
}

/* ---- a document as HTML ---------------------------------------------------------------------- */

static Str
page_of(const struct document *doc, struct arena *perm)
{
	struct html h = html_new(perm);
	document_html(&h, doc);
	return html_str(&h);
}

static void
every_kind_of_block_is_well_formed(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str page = page_of(&doc, perm), file = document_html_file(&doc, perm);
	check_balanced(page, perm);
	check_references(page, perm);
	check_balanced(file, perm);
	check_references(file, perm);
	check_int(count_of(page, S("<h1")), 1);
	check(str_find(page, S("Vacancies fell by <strong>6.6 percentage points</strong>. See "
	                       "<a class=\"govuk-link\" href=\"https://www.example.org/release\">")) > 0);
	check(str_find(page, S("First &lt;good&gt; thing &amp; more")) > 0);
}

static void
two_documents_on_one_page_share_no_ids(struct arena *perm)
{
	struct document doc = made_document(perm);
	doc.block_count = 0;
	document_table(&doc, page_table(perm));
	document_chart(&doc, &made_chart, page_table(perm));
	struct html h = html_new(perm);
	document_html(&h, &doc);
	document_html(&h, &doc);
	check_references(html_str(&h), perm);
}

static void
an_absent_figure_is_a_symbol_with_its_meaning(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, made_table(perm));
	Str page = page_of(&doc, perm), words = words_of(page, perm);
	check(str_find(page, S("<abbr class=\"doc-absent\" title=\"not applicable: there is nothing to "
	                       "divide by\" aria-hidden=\"true\">z</abbr>"
	                       "<span class=\"govuk-visually-hidden\">not applicable</span>")) > 0);
	check_int(count_of(words, S("no figure")), 1);           /* not published: blank, and said */
	check_int(count_of(page, S(">0.0</td>")), 1);            /* the one real zero */
}

static void
our_row_and_a_change_are_said_in_words(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, made_table(perm));
	Str page = page_of(&doc, perm), words = words_of(page, perm);
	check_int(count_of(words, S("Walsall (this council)")), 1);
	check_int(count_of(words, S(" (statistical neighbour)")), 1);
	check_int(count_of(page, S("<th scope=\"row\"")), 3);
	check_int(count_of(words, S("\u22126.6")), 1);
	check_int(count_of(words, S("+1.2")), 1);
	check(str_find(page, S("role=\"region\" tabindex=\"0\" aria-labelledby=")) > 0);
}

static void
rows_stand_under_their_group(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, page_table(perm));
	Str page = page_of(&doc, perm);
	check_int(count_of(page, S("<tbody")), 2);
	check_int(count_of(page, S("scope=\"rowgroup\"")), 2);
	check_int(count_of(page, S(">Stability<")), 1);
	check(str_find(page, S("13.8 <span class=\"doc-after\">12th of 151</span>")) > 0);
	check(str_find(page, S("govuk-tag--red")) > 0);
}

/* A heading says the unit where there is one; per cents say so where there are several. */
static void
per_cents_are_marked_among_other_units(struct arena *perm)
{
	static const struct column columns[] = {
		{ .name = STR("measure"), .title = STR("Measure") },
		{ .name = STR("value"), .title = STR("2025"), .number = true },
	};
	struct cell one[] = { cell_text(S("Turnover")), cell_figure(figure_whole(8), 1, UNIT_PERCENT) };
	struct cell two[] = { cell_text(S("In post")), cell_figure(figure_whole(212), 1, UNIT_FTE) };
	struct row rows[] = { { .cells = one }, { .cells = two } };
	struct table table = { .name = S("t"), .caption = S("T"), .columns = columns, .column_count = 2,
	                       .rows = rows, .row_count = 2 };
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, &table);
	Str mixed = page_of(&doc, perm);
	table.row_count = 1;
	Str alike = page_of(&doc, perm);
	check_int(count_of(mixed, S(">8.0%<")), 1);
	check_int(count_of(mixed, S(">212.0<")), 1);
	check_int(count_of(alike, S(">8.0<")), 1);
}

static void
a_heading_sorts_its_column_without_script(struct arena *perm)
{
	static const struct { Str base, sorted_by; bool descending; Str link, state; } cases[] = {
		{ STR("/f"), STR(""), false, STR("/f?sort=latest#table-t"), STR("none") },
		{ STR("/f?year=2025"), STR("latest"), false, STR("/f?year=2025&amp;sort=-latest#table-t"),
		  STR("ascending") },
		{ STR("/f?year=2025&"), STR("latest"), true, STR("/f?year=2025&amp;sort=latest#table-t"),
		  STR("descending") },
		{ STR("/f?"), STR("measure"), false, STR("/f?sort=latest#table-t"), STR("none") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct table table = *page_table(perm);
		table.name = S("t");
		table.sortable = true;
		table.sort_base = cases[i].base;
		table.sorted_by = cases[i].sorted_by;
		table.descending = cases[i].descending;
		struct document doc = document_new(perm, S("Title"));
		document_table(&doc, &table);
		Str page = page_of(&doc, perm);
		Str wants = str_format(perm, "aria-sort=\"%.*s\"><a class=\"doc-sort\" href=\"%.*s\">Latest<",
		                       STR_ARG(cases[i].state), STR_ARG(cases[i].link));
		check_int(count_of(page, wants), 1);
		check_int(count_of(document_html_file(&doc, perm), S("doc-sort")), 0);
	}
}

static void
findings_are_grouped_with_their_counts(struct arena *perm)
{
	enum { BAD = 30 };
	struct findings found = findings_new(perm);
	findings_add(&found, (struct finding){ .severity = QUERY, .code = S("early"), .file = S("a.csv"),
		.line = 2, .column = 4, .wrong = S("is before 2017") });
	for (int i = 0; i < BAD; i++)
		findings_add(&found, (struct finding){ .severity = MISTAKE, .code = S("number"),
			.file = S("a.csv"), .line = 3 + i, .column = 2, .field = S("value"),
			.seen = S("<1,2>"), .wrong = S("is not a number"), .mend = S("write 1.2") });
	struct document doc = document_new(perm, S("Title"));
	document_findings(&doc, &found);
	Str page = page_of(&doc, perm), words = words_of(page, perm);
	check_balanced(page, perm);
	check(str_find(page, S("<strong>30 like this</strong>")) > 0);
	check_int(count_of(page, S("like this")), 1);
	check(str_find(words, S("early")) < 0);          /* a kind's code is for programs */
	check(str_find(page, S("data-kind=\"number\"")) < str_find(page, S("data-kind=\"early\"")));  /* mistakes first */
	check(str_find(words, S("line 3, column 2 (value): &lt;1,2&gt; is not a number; write 1.2")) > 0);
	check_int(count_of(words, S("is not a number")), BAD);
	check_int(count_of(words, S("Show the other 10")), 1);
	check_int(count_of(document_html_file(&doc, perm), S("Show the other")), 0);
}

static void
a_picture_fits_the_screen_and_has_its_table(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_chart(&doc, &made_chart, page_table(perm));
	Str page = page_of(&doc, perm), file = document_html_file(&doc, perm);
	check_int(count_of(page, S("chart-wide")), 1);
	check_int(count_of(page, S("chart-narrow")), 1);
	check_int(count_of(file, S("chart-wide\"")), 1);
	check_int(count_of(file, S("chart-narrow\"")), 0);
	check(str_find(page, S("Show as a table")) < str_find(page, S("<table")));
}

static void
a_file_needs_nothing_else(struct arena *perm)
{
	struct document doc = made_document(perm);
	Str file = document_html_file(&doc, perm);
	check(str_begins(file, S("<!DOCTYPE html>\n<html lang=\"en\">")));
	check_int(count_of(file, S("<link")), 0);
	check_int(count_of(file, S("<script")), 0);
	check_int(count_of(file, S(" src=")), 0);
	check_int(count_of(file, S("href=\"/")), 0);
	check_int(count_of(file, S("href=\"https://www.example.org/release\"")), 1);
	check(file.len < 64 << 10);
}

static void
only_addresses_of_pages_become_links(struct arena *perm)
{
	static const struct { Str href; bool link; } cases[] = {
		{ STR("/authorities/walsall"), true }, { STR("#top"), true }, { STR("?year=2025"), true },
		{ STR("https://example.org/"), true }, { STR("javascript:alert(1)"), false },
		{ STR(" javascript:alert(1)"), false }, { STR("data:text/html,x"), false },
		{ STR("//elsewhere.example"), false }, { STR(""), false },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct pair pair = { S("Release"), S("2025"), cases[i].href };
		struct document doc = document_new(perm, S("Title"));
		document_runs(&doc, BLOCK_PARAGRAPH, &(struct run){ S("here"), cases[i].href, false }, 1);
		document_summary(&doc, &pair, 1);
		check_int(count_of(page_of(&doc, perm), S("<a ")), cases[i].link ? 2 : 0);
	}
}

/* Somebody's file gives the text of every part: a page stays a page. */
static void
text_from_a_file_stays_text_everywhere(struct arena *perm)
{
	Str evil = S("\"'><script>alert(1)</script><b x=\"");
	struct column columns[] = { { evil, evil, false, false }, { evil, evil, true, false } };
	struct cell cells[] = { cell_link(evil, S("/x?\"'><script>")),
	                        cell_figure(figure_whole(1), 0, UNIT_COUNT) };
	cells[1].text = evil;
	cells[1].tag = evil;
	struct row row = { .cells = cells, .group = evil, .ours = true, .marked = true };
	struct table table = { .name = evil, .caption = evil, .columns = columns, .column_count = 2,
	                       .rows = &row, .row_count = 1, .sortable = true, .sort_base = evil };
	struct chart chart = made_chart;
	chart.title = chart.subtitle = chart.description = evil;
	struct document doc = document_new(perm, evil);
	struct findings found = findings_new(perm);
	findings_add(&found, (struct finding){ QUERY, evil, evil, 1, 1, evil, evil, evil, evil, evil });
	doc.caption = doc.period = evil;
	doc.sources = &evil;
	doc.source_count = 1;
	document_heading(&doc, 2, evil, evil);
	document_list(&doc, &evil, 1);
	document_summary(&doc, &(struct pair){ evil, evil, S("/\"'><script>") }, 1);
	document_chart(&doc, &chart, &table);
	document_details(&doc, evil, NULL, 0);
	document_findings(&doc, &found);
	Str faces[] = { page_of(&doc, perm), document_html_file(&doc, perm) };
	for (ptrdiff_t i = 0; i < countof(faces); i++) {
		check_balanced(faces[i], perm);
		check_int(count_of(faces[i], S("<script")), 0);
		check_int(count_of(faces[i], S("<b x")), 0);
		check_int(count_of(faces[i], S("'")), 0);
	}
}

static void
an_empty_table_and_no_findings_say_so(struct arena *perm)
{
	struct table table = *page_table(perm);
	struct findings none = findings_new(perm);
	struct document doc = document_new(perm, S(""));
	table.row_count = 0;
	document_table(&doc, &table);
	document_findings(&doc, &none);
	Str page = page_of(&doc, perm);
	check_balanced(page, perm);
	check(str_find(page, S("There are no rows.")) > 0);
	check(str_find(page, S("Nothing is wrong with it.")) > 0);
	check_int(count_of(page, S("<h1")), 0);
}

int
main(void)
{
	run(text_is_escaped_for_elements_and_attributes);
	run(a_part_of_an_address_is_percent_encoded);
	run(markup_is_made_in_one_place_only);
	run(a_document_keeps_what_it_was_given);
	run(a_face_is_found_by_its_name);
	run(every_kind_of_block_is_well_formed);
	run(two_documents_on_one_page_share_no_ids);
	run(an_absent_figure_is_a_symbol_with_its_meaning);
	run(our_row_and_a_change_are_said_in_words);
	run(rows_stand_under_their_group);
	run(per_cents_are_marked_among_other_units);
	run(a_heading_sorts_its_column_without_script);
	run(findings_are_grouped_with_their_counts);
	run(a_picture_fits_the_screen_and_has_its_table);
	run(a_file_needs_nothing_else);
	run(only_addresses_of_pages_become_links);
	run(text_from_a_file_stays_text_everywhere);
	run(an_empty_table_and_no_findings_say_so);
	return tests_end();
}
