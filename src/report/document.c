/* document.c: building a document block by block, and the table of its faces. */
#include "report/document.h"

#include <assert.h>
#include <string.h>

struct document
document_new(struct arena *perm, Str title)
{
	return (struct document){ .title = title, .arena = perm };
}

/* The block is the caller's to fill until the next one is added. */
struct block *
document_add(struct document *doc, enum block_kind kind)
{
	assert(doc->arena);
	if (doc->block_count == doc->block_room) {
		int room = doc->block_room ? doc->block_room * 2 : 16;
		struct block *moved = new(doc->arena, room, struct block);
		if (doc->block_count)
			memcpy(moved, doc->blocks, (size_t)doc->block_count * sizeof *moved);
		doc->blocks = moved;
		doc->block_room = room;
	}
	struct block *block = &doc->blocks[doc->block_count++];
	block->kind = kind;
	return block;
}

void
document_heading(struct document *doc, int level, Str text, Str id)
{
	assert(level >= 2);
	assert(level <= 4);
	struct block *block = document_add(doc, BLOCK_HEADING);
	block->level = level;
	block->text = text;
	block->id = id;
}

/* Runs may stand in the caller's own frame, so the document keeps a copy. */
void
document_runs(struct document *doc, enum block_kind kind, const struct run *runs, int count)
{
	assert(kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST || kind == BLOCK_INSET
	       || kind == BLOCK_WARNING || kind == BLOCK_NOTICE);
	struct run *kept = new(doc->arena, count, struct run);
	if (count)
		memcpy(kept, runs, (size_t)count * sizeof *kept);
	struct block *block = document_add(doc, kind);
	block->runs = kept;
	block->run_count = count;
}

void
document_paragraph(struct document *doc, Str text)
{
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .text = text }, 1);
}

void
document_list(struct document *doc, const Str *items, int count)
{
	struct run *runs = new(doc->arena, count, struct run);
	for (int i = 0; i < count; i++)
		runs[i].text = items[i];
	struct block *block = document_add(doc, BLOCK_LIST);
	block->runs = runs;
	block->run_count = count;
}

void
document_table(struct document *doc, const struct table *table)
{
	assert(table);
	document_add(doc, BLOCK_TABLE)->table = table;
}

void
document_chart(struct document *doc, const struct chart *chart, const struct table *table)
{
	assert(chart);
	struct block *block = document_add(doc, BLOCK_CHART);
	block->chart = chart;
	block->table = table;
}

void
document_details(struct document *doc, Str summary, const struct block *inner, int count)
{
	struct block *block = document_add(doc, BLOCK_DETAILS);
	block->text = summary;
	block->inner = inner;
	block->inner_count = count;
}

void
document_summary(struct document *doc, const struct pair *pairs, int count)
{
	struct pair *kept = new(doc->arena, count, struct pair);
	if (count)
		memcpy(kept, pairs, (size_t)count * sizeof *kept);
	struct block *block = document_add(doc, BLOCK_SUMMARY);
	block->pairs = kept;
	block->pair_count = count;
}

void
document_findings(struct document *doc, const struct findings *found)
{
	struct block *block = document_add(doc, BLOCK_FINDINGS);
	block->findings = found->at;
	block->finding_count = (int)found->count;
}

void
document_form(struct document *doc, const struct form *form)
{
	assert(form);
	document_add(doc, BLOCK_FORM)->form = form;
}

void
document_choices(struct document *doc, Str label, const struct pick *picks, int count)
{
	struct pick *kept = new(doc->arena, count, struct pick);
	if (count)
		memcpy(kept, picks, (size_t)count * sizeof *kept);
	struct block *block = document_add(doc, BLOCK_CHOICES);
	block->text = label;
	block->picks = kept;
	block->pick_count = count;
}

void
document_notice(struct document *doc, enum notice notice, Str text)
{
	document_runs(doc, BLOCK_NOTICE, &(struct run){ .text = text }, 1);
	doc->blocks[doc->block_count - 1].notice = notice;
}

Str
block_chosen(const struct block *block)
{
	for (int i = 0; block->kind == BLOCK_CHOICES && i < block->pick_count; i++)
		if (block->picks[i].chosen)
			return block->picks[i].words;
	return (Str){ 0 };
}

static int
form_errors(const struct form *form)
{
	int errors = form->error.len > 0;
	for (int i = 0; i < form->input_count; i++)
		errors += form->inputs[i].error.len > 0;
	return errors;
}

static int
block_errors(const struct block *blocks, int count)
{
	int errors = 0;
	for (int i = 0; i < count; i++) {
		if (blocks[i].kind == BLOCK_FORM)
			errors += form_errors(blocks[i].form);
		errors += block_errors(blocks[i].inner, blocks[i].inner_count);
	}
	return errors;
}

int
document_errors(const struct document *doc)
{
	return block_errors(doc->blocks, doc->block_count);
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* Where the page begins follows from its being full, or from its being the last. */
Str
table_showing(const struct table *table, struct arena *perm)
{
	assert(table->page <= table->pages);
	if (table->page <= 0 || table->row_count == 0)
		return (Str){ 0 };
	bool last = table->page == table->pages;
	int first = last ? table->total - table->row_count + 1 : (table->page - 1) * table->row_count + 1;
	Figure from = figure_whole(first), to = figure_whole(first + table->row_count - 1);
	return str_format(perm, "Showing %.*s to %.*s of %.*s", STR_ARG(figure_text(from, 0, perm)),
	                  STR_ARG(figure_text(to, 0, perm)),
	                  STR_ARG(figure_text(figure_whole(table->total), 0, perm)));
}

/* ---- cells ----------------------------------------------------------------------------------- */

struct cell
cell_text(Str text)
{
	return (struct cell){ .kind = CELL_TEXT, .text = text };
}

struct cell
cell_link(Str text, Str href)
{
	return (struct cell){ .kind = CELL_TEXT, .text = text, .href = href };
}

struct cell
cell_figure(Figure figure, int places, enum unit unit)
{
	return (struct cell){ .kind = CELL_FIGURE, .figure = figure, .places = places, .unit = unit };
}

struct cell
cell_change(Figure figure, int places, enum unit unit)
{
	struct cell cell = cell_figure(figure, places, unit);
	cell.change = true;
	return cell;
}

struct cell
cell_tag(Str tag, int tone)
{
	assert(tone >= TAG_GREY);
	assert(tone <= TAG_YELLOW);
	struct cell cell = { .kind = CELL_TEXT, .tag = tag };
	cell.tag_tone = (enum tone)tone;
	return cell;
}

/* ---- faces ----------------------------------------------------------------------------------- */

static const struct { Str name, type; } faces[FACES] = {
	[FACE_HTML] = { STR("html"), STR("text/html; charset=utf-8") },
	[FACE_TEXT] = { STR("text"), STR("text/plain; charset=utf-8") },
	[FACE_CSV]  = { STR("csv"),  STR("text/csv; charset=utf-8") },
	[FACE_XLSX] = { STR("xlsx"),
		STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") },
	[FACE_JSON] = { STR("json"), STR("application/json") },
	[FACE_DOCX] = { STR("docx"),
		STR("application/vnd.openxmlformats-officedocument.wordprocessingml.document") },
};

Str
face_name(enum face face)
{
	assert(face < FACES);
	return faces[face].name;
}

Str
face_type(enum face face)
{
	assert(face < FACES);
	return faces[face].type;
}

bool
face_find(Str name, enum face *face)
{
	for (int i = 0; i < FACES; i++)
		if (str_equal_fold(faces[i].name, name)) {
			*face = (enum face)i;
			return true;
		}
	return false;
}
