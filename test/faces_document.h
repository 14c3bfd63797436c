/* faces_document.h: one made-up document that has every kind of block and cell, for the tests of
 * the faces. The figures are made up; the texts are chosen to be awkward.
 */
#ifndef TEST_FACES_DOCUMENT_H
#define TEST_FACES_DOCUMENT_H

#include "check.h"
#include "report/document.h"

static const struct column made_columns[] = {
	{ .name = STR("area"),    .title = STR("Area") },
	{ .name = STR("year"),    .title = STR("Year"), .number = true },
	{ .name = STR("rate"),    .title = STR("Vacancy rate (%)"), .number = true },
	{ .name = STR("change"),  .title = STR("Change since 2024 (percentage points)"), .number = true },
	{ .name = STR("in_post"), .title = STR("In post (FTE)"), .number = true },
	{ .name = STR("trend"),   .title = STR("2017 to 2025"), .screen_only = true },
	{ .name = STR("on"),      .title = STR("Census date") },
};

static const Str made_years[] = {
	STR("2017"), STR("2018"), STR("2019"), STR("2020"), STR("2021"),
};
static const Figure made_line[] = {
	{ .micro = 10 * MICRO }, { .micro = 12500000 }, { .absent = NOT_AVAILABLE },
	{ .micro = 20 * MICRO }, { .micro = 18300000 },
};
static const Figure made_other[] = {
	{ .micro = 16 * MICRO }, { .micro = 16500000 }, { .micro = 16400000 },
	{ .micro = 17 * MICRO }, { .micro = 17300000 },
};
static const struct chart_series made_series[] = {
	{ STR("Walsall"), OURS, made_line }, { STR("England"), ENGLAND_ROLE, made_other },
};
static const struct chart made_spark = {
	.kind = CHART_SPARK, .title = STR("10.0 in 2017, 18.3 in 2021"), .unit = UNIT_PERCENT,
	.places = 1, .labels = made_years, .label_count = 5, .series = made_series, .series_count = 1,
};
static const struct chart made_chart = {
	.kind = CHART_LINES, .title = STR("Vacancies rose past England's"),
	.subtitle = STR("Vacancy rate, %, at 30 September"),
	.description = STR("Walsall rose from 10.0% in 2017 to 18.3% in 2021; England from 16.0% to "
	                   "17.3%."),
	.unit = UNIT_PERCENT, .places = 1, .labels = made_years, .label_count = 5,
	.series = made_series, .series_count = 2,
};

struct made_row {
	Str area, year; Figure rate, change, in_post; Str on; bool ours, marked;
};

static const struct made_row made_rows[] = {
	{ STR("Walsall"), STR("2025"), { .micro = 11800000 }, { .micro = -6600000 },
	  { .micro = 1234500000 }, STR("2025-09-30"), true, false },
	{ STR("Kingston upon Hull, \"City of\""), STR("2025"), { .absent = NOT_APPLICABLE },
	  { .absent = NOT_AVAILABLE }, { .micro = 100000 }, STR("2025-09-30"), false, true },
	{ STR("=cmd|' /C calc'!A0"), STR("2025"), { .micro = 0 }, { .micro = 1200000 },
	  { .absent = NOT_PUBLISHED }, STR("30/09/2025"), false, false },
};

static inline const struct table *
made_table(struct arena *perm)
{
	struct row *rows = new(perm, countof(made_rows), struct row);
	for (ptrdiff_t r = 0; r < countof(made_rows); r++) {
		const struct made_row *made = &made_rows[r];
		struct cell *cells = new(perm, countof(made_columns), struct cell);
		cells[0] = cell_link(made->area, S("/authorities/walsall"));
		cells[1] = cell_text(made->year);
		cells[2] = cell_figure(made->rate, 1, UNIT_PERCENT);
		cells[3] = cell_change(made->change, 1, UNIT_PERCENTAGE_POINTS);
		cells[4] = cell_figure(made->in_post, 1, UNIT_FTE);
		cells[5] = (struct cell){ .kind = CELL_CHART, .chart = &made_spark };
		cells[6] = cell_text(made->on);
		rows[r] = (struct row){ .cells = cells, .ours = made->ours, .marked = made->marked };
	}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){
		.name = S("by_year"), .caption = S("Vacancies by area"), .columns = made_columns,
		.column_count = (int)countof(made_columns), .rows = rows,
		.row_count = (int)countof(made_rows),
	};
	return table;
}

/* A table as a page has it: groups of rows, words after figures, status words. */
static const struct column page_columns[] = {
	{ .name = STR("measure"), .title = STR("Measure") },
	{ .name = STR("latest"),  .title = STR("Latest"), .number = true },
};

static inline const struct table *
page_table(struct arena *perm)
{
	static const struct { Str group, measure, words, tag; int64_t micro; } made[] = {
		{ STR("Stability"), STR("Turnover"), STR("12th of 151"), STR("worse"), 13800000 },
		{ STR("Stability"), STR("Agency"), STR(""), STR(""), 9000000 },
		{ STR("Workload"), STR("Caseload"), STR("3rd of 151"), STR(""), 15200000 },
	};
	struct row *rows = new(perm, countof(made), struct row);
	for (ptrdiff_t r = 0; r < countof(made); r++) {
		struct cell *cells = new(perm, 2, struct cell);
		cells[0] = cell_text(made[r].measure);
		cells[1] = cell_figure(figure_micro(made[r].micro), 1, UNIT_PERCENT);
		cells[1].text = made[r].words;
		cells[1].tag = made[r].tag;
		cells[1].tag_tone = TAG_RED;
		rows[r] = (struct row){ .cells = cells, .group = made[r].group };
	}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){
		.name = S("scorecard: all [2025]"), .caption = S("Scorecard"), .columns = page_columns,
		.column_count = 2, .rows = rows, .row_count = (int)countof(made),
	};
	return table;
}

static inline void
made_blocks(struct document *doc, struct arena *perm)
{
	static const struct run runs[] = {
		{ .text = STR("Vacancies fell by ") }, { .text = STR("6.6 percentage points"), .strong = true },
		{ .text = STR(". See ") },
		{ .text = STR("the release"), .href = STR("https://www.example.org/release") },
		{ .text = STR(".") },
	};
	static const Str items[] = { STR("First <good> thing & more"), STR("Second") };
	static const struct pair pairs[] = {
		{ STR("Numerator"), STR("Vacant posts (FTE)"), STR("") },
		{ STR("Basis"), STR("FTE"), STR("") },
	};
	struct findings found = findings_new(perm);
	findings_add(&found, (struct finding){
		.severity = MISTAKE, .code = S("number"), .file = S("a.csv"), .line = 3, .column = 2,
		.record = S("4021"), .field = S("fte"), .seen = S("1,2\033[2J"),
		.wrong = S("is not a number"), .mend = S("write 1.2"),
	});
	document_runs(doc, BLOCK_PARAGRAPH, runs, (int)countof(runs));
	document_heading(doc, 2, S("What got better"), S("better"));
	document_list(doc, items, 2);
	document_chart(doc, &made_chart, NULL);
	document_table(doc, made_table(perm));
	document_heading(doc, 3, S("Page by page"), S("pages"));
	document_table(doc, page_table(perm));
	document_summary(doc, pairs, 2);
	document_runs(doc, BLOCK_INSET, &(struct run){ .text = S("DfE revised 2023.") }, 1);
	document_runs(doc, BLOCK_WARNING, &(struct run){ .text = S("The data cannot say why.") }, 1);
	struct block *inner = new(perm, 1, struct block);
	struct run *how = new(perm, 1, struct run);
	how->text = S("Vacant over vacant and in post.");
	*inner = (struct block){ .kind = BLOCK_PARAGRAPH, .runs = how, .run_count = 1 };
	document_details(doc, S("How we know this"), inner, 1);
	document_findings(doc, &found);
}

static inline struct document
made_document(struct arena *perm)
{
	static const Str sources[] = { STR("DfE, Children's social work workforce, OGL v3.") };
	struct document doc = document_new(perm, S("Vacancies fell to 11.8%, below England"));
	doc.caption = S("Walsall");
	doc.period = S("30 September 2025, 2025 release");
	doc.address = S("/authorities/walsall/scorecard?on=2025-09-30");
	doc.data = made_table(perm);
	doc.sheets[doc.sheet_count++] = page_table(perm);
	doc.sources = sources;
	doc.source_count = 1;
	made_blocks(&doc, perm);
	return doc;
}

#endif
