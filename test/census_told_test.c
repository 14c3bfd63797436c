/* census_told_test.c: what a person is told of a return: may it be sent, what first, and what will be
 * published. Returns are typed by hand; the rules find what they find. */
#include "check.h"
#include "returns.h"

#include "app/census_told.h"
#include "census/figures.h"
#include "census/rules.h"

#define WHOLE "AgencyWorker=0 FTE=1 PersonBirthDate=1980-05-01 Sex=F Ethnicity=WBRI QualLevel=1 StepUpGrad=0 " \
	"OrgRole=5 RoleStartDate=2015-01-01 FTE30=1 Cases30=15 WorkingDaysLost=0 FrontlineGrad=0 Absat30Sept=0 "

/* A finding with nothing but what a test says of it. */
static struct finding
found_of(enum severity severity, const char *code, int line, const char *record)
{
	return (struct finding){ .severity = severity, .code = str_of(code), .file = S("typed.xml"), .line = line,
		.column = 7, .record = str_of(record), .field = S("FTE"), .seen = S("0.5"), .wrong = S("FTE is 0.5"),
		.mend = S("write 0") };
}

static struct census_told
told_of(struct findings *found, const struct census_return *ret)
{
	return (struct census_told){ .file = S("typed.xml"), .found = found, .ret = ret, .rules_at = S("/census/rules/") };
}

static const struct block *
block_with(const struct document *doc, enum block_kind kind, const char *part)
{
	for (int i = 0; i < doc->block_count; i++)
		if (doc->blocks[i].kind == kind && str_find(doc->blocks[i].text, str_of(part)) >= 0)
			return &doc->blocks[i];
	return NULL;
}

/* Where a text begins in the blocks as a terminal shows them; -1: nowhere. */
static ptrdiff_t
at_in(const struct document *doc, const char *part, struct arena *perm)
{
	struct document blocks = *doc;
	blocks.lines = NULL;
	return str_find(document_text(&blocks, false, 200, perm), str_of(part));
}

/* ---- may it be sent ----------------------------------------------------------------------------------- */

static void
the_headline_says_whether_it_may_be_sent(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	struct census_told told = told_of(&found, &ret);
	check_str(census_headline(&told, perm), S("No errors, no queries: ready to send"));
	findings_add(&found, found_of(QUERY, "D018", 2, "SW1"));
	check_str(census_headline(&told, perm), S("No errors, 1 query: may be sent, with a note on each query"));
	findings_add(&found, found_of(MISTAKE, "D072", 2, "SW1"));
	check_str(census_headline(&told, perm), S("1 error, 1 query: not ready to send"));
	for (int i = 0; i < 1000; i++)
		findings_add(&found, found_of(QUERY, "D018", 3 + i, "SW1"));
	check_str(census_headline(&told, perm), S("1 error, 1,001 queries: not ready to send"));
	told.ret = NULL;
	check_str(census_headline(&told, perm), S("This cannot be read as a census return"));
}

static void
errors_come_before_queries_and_the_most_frequent_rule_first(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	findings_add(&found, found_of(QUERY, "D110", 2, "SW1"));
	findings_add(&found, found_of(QUERY, "D110", 3, "SW2"));
	findings_add(&found, found_of(QUERY, "D110", 4, "SW3"));
	findings_add(&found, found_of(MISTAKE, "D040", 5, "SW4"));
	findings_add(&found, found_of(MISTAKE, "D072", 6, "SW5"));
	findings_add(&found, found_of(MISTAKE, "D072", 7, "SW6"));
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	ptrdiff_t first = at_in(&doc, "\nD072: ", perm), then = at_in(&doc, "\nD040: ", perm), last = at_in(&doc, "\nD110: ", perm);
	check(first > 0 && then > first && last > then);
	check(at_in(&doc, "Begin with D072, 2 times: ", perm) > 0);
	check(block_with(&doc, BLOCK_HEADING, "3 errors, to be mended") != NULL);
	check(block_with(&doc, BLOCK_HEADING, "3 queries, to be looked at") != NULL);
}

/* What is wrong with the file may be why its records are. */
static void
what_is_wrong_with_the_whole_comes_before_what_is_wrong_with_many(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	findings_add(&found, found_of(MISTAKE, "D072", 6, "SW5"));
	findings_add(&found, found_of(MISTAKE, "D072", 7, "SW6"));
	findings_add(&found, found_of(MISTAKE, "D004", 1, ""));
	check_int(census_rule_find(S("D004"))->scope == OF_RETURN || census_rule_find(S("D004"))->scope == OF_READING, true);
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	check(at_in(&doc, "\nD004: ", perm) > 0 && at_in(&doc, "\nD004: ", perm) < at_in(&doc, "\nD072: ", perm));
}

static void
each_rule_has_its_words_its_doubt_and_the_records_beside_it(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	findings_add(&found, found_of(MISTAKE, "D072", 6, "SW5"));
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	const struct census_rule *rule = census_rule_find(S("D072"));
	check(at_in(&doc, str_c(rule->words, perm), perm) > 0);
	check(at_in(&doc, str_c(rule->source, perm), perm) > 0);
	check(at_in(&doc, "How sure this rule is", perm) > 0 && at_in(&doc, "edium: one source", perm) > 0);
	check(at_in(&doc, "DfE\u2019s own number of it is not known to us.", perm) > 0);
	check(at_in(&doc, "Line 6, column 7", perm) > 0);
	check(at_in(&doc, "FTE is 0.5. Write 0", perm) > 0);
	const struct block *heading = block_with(&doc, BLOCK_HEADING, "D072: ");
	check(heading && str_equal(heading->id, S("error-D072")));
}

static void
a_page_has_fifty_records_of_a_rule_and_the_files_have_all(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	for (int i = 0; i < 212; i++)
		findings_add(&found, found_of(MISTAKE, "D072", 2 + i, "SW1"));
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	check_int(doc.data->row_count, 212);
	check(at_in(&doc, "D072: the first 50 of 212 records; the spreadsheet has all", perm) > 0);
	check(at_in(&doc, "Line 51, column 7", perm) > 0);
	check(at_in(&doc, "Line 52, column 7", perm) < 0);
}

/* ---- files ------------------------------------------------------------------------------------------------ */

static void
files_have_the_eight_columns_of_a_finding_in_the_files_order(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	findings_add(&found, found_of(QUERY, "D018", 2, "SW1"));
	findings_add(&found, found_of(MISTAKE, "D072", 6, "SW5"));
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	check_str(document_csv(&doc, false, perm), S("\xef\xbb\xbf"
		"severity,code,file,line,column,record,field,message\r\n"
		"query,D018,typed.xml,2,7,SW1,FTE,\"\"\"0.5\"\" FTE is 0.5; write 0\"\r\n"
		"error,D072,typed.xml,6,7,SW5,FTE,\"\"\"0.5\"\" FTE is 0.5; write 0\"\r\n"));
	Str json = document_json(&doc, perm);
	Str findings = str_from(json, str_find(json, S("\"findings\": ")));
	check(str_find(findings, S("{\"severity\": \"query\", \"code\": \"D018\", \"file\": \"typed.xml\", \"line\": 2, "
		"\"column\": 7, \"record\": \"SW1\", \"field\": \"FTE\", ")) > 0);
	check(str_find(findings, S("\"code\": \"D072\"")) > str_find(findings, S("\"code\": \"D018\"")));
}

static void
the_text_is_a_line_a_finding_and_then_the_headline(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	findings_add(&found, found_of(QUERY, "D018", 2, "SW1"));
	findings_add(&found, found_of(MISTAKE, "D072", 6, "SW5"));
	struct census_told told = told_of(&found, &ret);
	Str line = finding_text(&found.at[1], perm);
	check(str_begins(line, S("typed.xml:6:7: error D072: SW5: ")));
	struct document doc = census_told(&told, perm);
	check_str(document_text(&doc, false, 80, perm), str_format(perm, "%.*s\n%.*s\n1 error, 1 query: not ready to send\n",
		STR_ARG(finding_text(&found.at[0], perm)), STR_ARG(line)));
}

static void
what_is_no_return_is_told_with_its_place_and_what_to_do(struct arena *perm)
{
	struct findings found = findings_new(perm);
	findings_add(&found, (struct finding){ .severity = MISTAKE, .code = S("D001"), .file = S("x.xml"), .line = 3, .column = 1,
		.wrong = S("the file ends in the middle of a worker"), .mend = S("export it again, and whole") });
	struct census_told told = { .file = S("x.xml"), .found = &found };
	struct document doc = census_told(&told, perm);
	check_str(doc.title, S("This cannot be read as a census return"));
	check(at_in(&doc, "Line 3, column 1: The file ends in the middle of a worker. Export it again, and whole.", perm) > 0);
	check_int(doc.data->row_count, 1);
}

/* A name in a cell is nothing but a cell: it makes no line of its own and no formula. */
static void
what_a_cell_says_stays_a_cell(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct findings found = findings_new(perm);
	struct finding hostile = found_of(MISTAKE, "D072", 6, "=cmd|'/c calc'!A1");
	hostile.seen = S("<script>alert(1)</script>\nD099: error");
	findings_add(&found, hostile);
	struct census_told told = told_of(&found, &ret);
	struct document doc = census_told(&told, perm);
	Str page = document_html_file(&doc, perm);
	check(str_find(page, S("<script>alert")) < 0 && str_find(page, S("&lt;script&gt;alert")) > 0);
	check(str_find(document_csv(&doc, true, perm), S(",'=cmd|")) > 0 || str_find(document_csv(&doc, true, perm), S("\"'=cmd|")) > 0);
}

/* ---- the rules -------------------------------------------------------------------------------------------- */

static void
every_rule_is_listed_with_its_source_and_how_sure_it_is(struct arena *perm)
{
	struct document doc = census_rules_told(S("/census/rules/"), perm);
	check_int(doc.data->row_count, census_rule_count());
	check(census_rule_count() >= 90);
	for (int r = 0; r < doc.data->row_count; r++) {
		const struct cell *cells = doc.data->rows[r].cells;
		check_str(cells[0].href, str_join(S("/census/rules/"), cells[0].text, perm));
		check(cells[2].text.len > 0 && cells[3].text.len > 0 && cells[4].text.len > 0 && cells[7].text.len > 0);
	}
	struct document one = census_rule_told(census_rule_find(S("D072")), perm);
	check(str_begins(one.title, S("D072: ")));
	check(at_in(&one, "How sure", perm) > 0);
}

/* ---- what will be published -------------------------------------------------------------------------------- */

static const struct cell *
measure_cell(const struct table *table, const char *measure, const char *column)
{
	for (int r = 0; r < table->row_count; r++)
		for (int c = 0; c < table->column_count; c++)
			if (str_equal(table->rows[r].cells[1].text, str_of(measure)) &&
			    str_equal(table->columns[c].name, str_of(column)))
				return &table->rows[r].cells[c];
	return NULL;
}

static void
shows(const struct table *table, const char *measure, const char *column, const char *wants, struct arena *perm)
{
	const struct cell *cell = measure_cell(table, measure, column);
	check(cell != NULL);
	if (cell)
		check_str(figure_text(cell->figure, cell->places, perm), str_of(wants));
}

#define SMALL "Year=2025 LEA=335 NumberOfVacancies=1\n" "SWENo=SW1 " WHOLE "\n" "SWENo=SW2 " WHOLE "\n" \
	"SWENo=SW3 " WHOLE "\n"

/* England 2024, as DfE published it in 2025: turnover 13.9, vacancy rate 17.3, in post 34328.2. */
static void
each_measure_stands_beside_what_was_published_of_the_year_before(struct arena *perm)
{
	struct published *p = new(perm, 1, struct published);
	struct census_return ret = typed_return(SMALL, perm);
	struct census_figures f;
	published_built_in(p, perm);
	census_figures_of(&f, &ret, *perm);
	struct census_beside beside = { .figures = &f, .file = S("typed.xml"), .lea = S("335"), .published = p };
	struct document doc = census_measures_told(&beside, perm);
	check_str(doc.caption, S("Walsall"));
	check_int(doc.data->row_count, MEASURES);
	shows(doc.data, "vacancy_rate_fte", "file", "25.0", perm);
	shows(doc.data, "vacancy_rate_fte", "england", "17.3", perm);
	shows(doc.data, "turnover_rate_fte", "england", "13.9", perm);
	shows(doc.data, "inpost_fte", "england", "34,328.2", perm);
	int walsall = area_exact(&p->areas, S("walsall"));
	Figure before = published_value(p, walsall, VACANCY_RATE_FTE, 2024);
	shows(doc.data, "vacancy_rate_fte", "before", str_c(figure_text(before, 1, perm), perm), perm);
	Figure change = figure_minus(figure_whole(25), before);
	shows(doc.data, "vacancy_rate_fte", "change", str_c(figure_text(change, 1, perm), perm), perm);
}

static void
a_file_of_no_known_council_or_without_published_figures_stands_alone(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2025 NumberOfVacancies=1\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct published *p = new(perm, 1, struct published);
	struct census_figures f;
	published_built_in(p, perm);
	census_figures_of(&f, &ret, *perm);
	const struct census_beside ways[] = {
		{ .figures = &f, .file = S("typed.xml"), .lea = S("335") },
		{ .figures = &f, .file = S("typed.xml"), .lea = S("999"), .published = p },
		{ .figures = &f, .file = S("typed.xml"), .lea = S(""), .published = p },
	};
	for (int i = 0; i < countof(ways); i++) {
		struct document doc = census_measures_told(&ways[i], perm);
		shows(doc.data, "vacancy_rate_fte", "file", "50.0", perm);
		check(measure_cell(doc.data, "vacancy_rate_fte", "england") == NULL);
	}
}

/* A census after the last release stands beside the last release. */
static void
a_year_that_nobody_has_published_stands_beside_the_latest(struct arena *perm)
{
	struct census_return ret = typed_return("Year=2027 LEA=335 NumberOfVacancies=1\n" "SWENo=SW1 " WHOLE "\n", perm);
	struct published *p = new(perm, 1, struct published);
	struct census_figures f;
	published_built_in(p, perm);
	census_figures_of(&f, &ret, *perm);
	struct census_beside beside = { .figures = &f, .file = S("typed.xml"), .lea = S("335"), .published = p };
	struct document doc = census_measures_told(&beside, perm);
	check(measure_cell(doc.data, "vacancy_rate_fte", "published") == NULL);
	shows(doc.data, "vacancy_rate_fte", "england", "14.2", perm);         /* England 2025 */
}

/* Three people, whom the file's owner has whole: nothing is withheld from them, and small numbers from others. */
static void
small_numbers_are_withheld_from_whoever_may_not_see_people(struct arena *perm)
{
	struct census_return ret = typed_return(SMALL, perm);
	struct census_figures f;
	census_figures_of(&f, &ret, *perm);
	struct census_beside beside = { .figures = &f, .file = S("typed.xml"), .lea = S("335") };
	struct document own = census_measures_told(&beside, perm);
	shows(own.data, "inpost_headcount", "file", "3", perm);
	beside.guarded = true;
	struct document others = census_measures_told(&beside, perm);
	shows(others.data, "inpost_headcount", "file", "c", perm);
	shows(others.data, "inpost_fte", "file", "c", perm);
	shows(others.data, "cases", "file", "c", perm);
	shows(others.data, "vacancy_fte", "file", "1.0", perm);              /* behind a vacancy stands nobody */
	const struct table *who = others.sheets[0];
	for (int r = 0; r < who->row_count; r++)
		check(!figure_present(who->rows[r].cells[3].figure) || who->rows[r].cells[3].figure.micro == 0);
	check(at_in(&others, "figures of few people are withheld", perm) > 0);
}

/* Last year's headcount is published, so a small number of leavers follows from the starters, and they go too. */
static void
starters_go_with_leavers_when_either_is_small(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("Year=2025 LEA=335 NumberOfVacancies=1\n"));
	for (int i = 0; i < 40; i++)
		text_format(&lines, "SWENo=SW%d FTE=1 RoleStartDate=%s\n", 100 + i, i < 12 ? "2025-01-01" : "2015-01-01");
	for (int i = 0; i < 3; i++)
		text_format(&lines, "SWENo=SW%d FTE=0 FTE30=1 RoleStartDate=2015-01-01 RoleEndDate=2025-02-01\n", 200 + i);
	struct census_return ret = typed_return(str_c(text_str(&lines), perm), perm);
	struct census_figures f;
	census_figures_of(&f, &ret, *perm);
	struct census_beside beside = { .figures = &f, .file = S("typed.xml"), .lea = S("335"), .guarded = true };
	struct document doc = census_measures_told(&beside, perm);
	shows(doc.data, "inpost_headcount", "file", "40", perm);
	shows(doc.data, "leavers_headcount", "file", "c", perm);
	shows(doc.data, "turnover_rate_fte", "file", "c", perm);
	shows(doc.data, "starters_headcount", "file", "c", perm);
	shows(doc.data, "starters_fte", "file", "c", perm);
}

int
main(void)
{
	run(the_headline_says_whether_it_may_be_sent);
	run(errors_come_before_queries_and_the_most_frequent_rule_first);
	run(what_is_wrong_with_the_whole_comes_before_what_is_wrong_with_many);
	run(each_rule_has_its_words_its_doubt_and_the_records_beside_it);
	run(a_page_has_fifty_records_of_a_rule_and_the_files_have_all);
	run(files_have_the_eight_columns_of_a_finding_in_the_files_order);
	run(the_text_is_a_line_a_finding_and_then_the_headline);
	run(what_is_no_return_is_told_with_its_place_and_what_to_do);
	run(what_a_cell_says_stays_a_cell);
	run(every_rule_is_listed_with_its_source_and_how_sure_it_is);
	run(each_measure_stands_beside_what_was_published_of_the_year_before);
	run(a_file_of_no_known_council_or_without_published_figures_stands_alone);
	run(a_year_that_nobody_has_published_stands_beside_the_latest);
	run(small_numbers_are_withheld_from_whoever_may_not_see_people);
	run(starters_go_with_leavers_when_either_is_small);
	return tests_end();
}
