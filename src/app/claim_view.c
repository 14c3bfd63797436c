/* claim_view.c: may I say this? */
#include "app/views.h"

static const struct table *
readings_table(const struct claim *claim, struct arena *perm)
{
	static const struct column columns[] = {
		{ STR("reading"), STR("How it can be read"), false, false },
		{ STR("implied"), STR("Number it implies"), true, false },
		{ STR("verdict"), STR("Verdict"), false, false },
	};
	struct rows_made rows = { 0 };
	for (int i = 0; i < claim->reading_count; i++) {
		const struct reading *reading = &claim->readings[i];
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(reading->words);
		cells[1] = cell_figure(reading->implied, 1, reading->unit);
		cells[2] = cell_text(verdict_title(reading->verdict));
	}
	return table_of(S("readings"), S("Each way to read the sentence"), columns, countof(columns), rows, perm);
}

static const struct table *
used_table(const struct asked *asked, const struct claim *claim, struct arena *perm)
{
	static const struct column columns[] = {
		{ STR("area"), STR("Area"), false, false }, { STR("measure"), STR("Measure"), false, false },
		{ STR("year"), STR("Year"), true, false }, { STR("value"), STR("Value"), true, false },
		{ STR("unit"), STR("Unit"), false, false },
		{ STR("source"), STR("Source"), false, false },
		{ STR("part"), STR("For the words"), false, false },
	};
	struct rows_made rows = { 0 };
	for (int i = 0; i < claim->used_count; i++) {
		const struct used *used = &claim->used[i];
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(used->area == NO_AREA ? S("") : asked->p->areas.at[used->area].name);
		cells[1] = cell_text(used->measure);
		cells[2] = cell_text(year_text(used->year, perm));
		cells[3] = cell_figure(used->value, used->places, used->unit);
		cells[4] = cell_text(unit_title(used->unit));
		cells[5] = cell_text(used->source);
		cells[6] = cell_text(used->part);
	}
	return table_of(S("figures_used"), S("Figures it was held against"), columns, countof(columns), rows,
	                perm);
}

/* The verdict as a row: what a program reads. */
static const struct table *
verdict_table(const struct asked *asked, const struct claim *claim, struct arena *perm)
{
	static const struct column columns[] = {
		{ STR("verdict"), STR("Verdict"), false, false },
		{ STR("because"), STR("Because"), false, false },
		{ STR("sentence"), STR("Sentence"), false, false },
		{ STR("area"), STR("Council"), false, false },
		{ STR("instead"), STR("A true sentence"), false, false },
	};
	struct rows_made rows = { 0 };
	struct cell *cells = rows_push(&rows, countof(columns), perm);
	cells[0] = cell_text(verdict_name(claim->verdict));
	cells[1] = cell_text(claim->because);
	cells[2] = cell_text(claim->sentence);
	cells[3] = cell_text(asked->place ? asked->place->name : S(""));
	cells[4] = cell_text(claim->instead);
	return table_of(S("verdict"), S("Verdict"), columns, countof(columns), rows, perm);
}

static bool
against_find(Str name, enum against *against)
{
	static const struct { Str name; enum against against; } choices[] = {
		{ STR(""), EITHER }, { STR("either"), EITHER }, { STR("dfe"), DFE_ONLY },
		{ STR("own"), OWN_ONLY },
	};
	for (ptrdiff_t i = 0; i < countof(choices); i++)
		if (str_equal_fold(choices[i].name, name)) {
			*against = choices[i].against;
			return true;
		}
	return false;
}

static void
claim_document(struct document *doc, const struct asked *asked, const struct claim *claim)
{
	struct arena *perm = doc->arena;
	struct run *said = new(perm, 1, struct run);
	said->text = claim->sentence;
	document_runs(doc, BLOCK_INSET, said, 1);
	document_paragraph(doc, claim->because);
	if (claim->dfe_differs)
		document_paragraph(doc, S("The council\u2019s own printed figures and DfE\u2019s release differ here. "
		                          "Both are shown below; say in the sentence which you mean."));
	if (claim->instead.len) {
		document_heading(doc, 2, S("What the figures do bear"), S("instead"));
		document_paragraph(doc, claim->instead);
	}
	if (claim->reading_count) {
		document_heading(doc, 2, S("Readings"), S("readings"));
		document_table(doc, readings_table(claim, perm));
		doc->sheets[doc->sheet_count++] = readings_table(claim, perm);
	}
	if (claim->used_count) {
		document_heading(doc, 2, S("Figures used"), S("used"));
		document_table(doc, used_table(asked, claim, perm));
		doc->sheets[doc->sheet_count++] = used_table(asked, claim, perm);
	}
}

struct answer
show_claim(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct claim_ask claim_ask = { .sentence = str_trim(ask->sentence), .area = NO_AREA };
	if (claim_ask.sentence.len == 0)
		return answer_words(WRONG, S("Check a sentence"),
			S("Write the sentence to check, such as \u201cturnover fell from 14.0% in 2024 to 12.1% in "
			  "2025\u201d."), perm);
	if (!ask_settle(world, ask, 0, &asked, &answer, perm))
		return answer;
	if (!against_find(ask->against, &claim_ask.against))
		return answer_words(WRONG, S("Choice not known"),
			S("A sentence is held against \"either\", \"dfe\" or \"own\" figures."), perm);
	claim_ask.area = asked.area;
	claim_ask.average = asked.average;
	struct claim *claim = new(perm, 1, struct claim);
	*claim = claim_check(asked.p, &world->own, &claim_ask, perm);

	struct document doc = document_new(perm, verdict_title(claim->verdict));
	doc.caption = S("Check a sentence");
	doc.period = asked.place ? asked.place->name : S("");
	claim_document(&doc, &asked, claim);
	doc.data = verdict_table(&asked, claim, perm);
	add_sources(&doc, asked.p);
	return answer_of(claim->verdict == SUPPORTED ? DONE : REFUSED, doc);
}
