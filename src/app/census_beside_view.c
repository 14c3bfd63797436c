/* census_beside_view.c: the return beside the one before it, and what will be published from it. */
#include "app/census_year.h"

#include "app/census_told.h"
#include "app/stored.h"
#include "census/read.h"

/* ---- beside last year -------------------------------------------------------------------------- */

struct before { const struct returning *in; struct census_return ret; bool sent; Str words; };

/* What was sent for the year before, if its file is kept. */
static bool
read_sent(struct store *store, void *what, struct error *err)
{
	struct before *b = what;
	const struct own *own = &b->in->own;
	struct kept_return kept = { .kind = S("census"), .year = b->in->year - 1 };
	struct return_content content;
	if (!store_return(store, own->ask->area, &kept, own->perm, err))
		return false;
	if (kept.version == 0 || !kept.file_there)
		return true;
	if (!store_return_content(store, own->ask->area, &kept, &content, own->perm, err))
		return false;
	struct findings found = findings_new(own->perm);
	struct census_expect expect = { .year = kept.year };
	b->sent = census_read(content.bytes, kept.file, &expect, &b->ret, &found, own->perm) && b->ret.year == kept.year;
	b->words = str_format(own->perm, "Beside version %d of %d, sent on %.*s.", kept.version, kept.year,
	                      STR_ARG(day_words(kept.sent_on, own->perm)));
	return true;
}

/* The year before as it was sent, or as the records make it now. */
static bool
find_before(struct before *b, struct error *err)
{
	const struct own *own = &b->in->own;
	struct built built;
	if (!stored(own->world, read_sent, b, own->perm, err))
		return false;
	if (b->sent)
		return true;
	returning_build(b->in, b->in->year - 1, &built);
	b->ret = built.ret;
	b->words = str_format(own->perm, "Nothing is kept as sent for %d, so this is beside what the records make of that year now.",
	                      b->in->year - 1);
	return true;
}

static const struct column asked_columns[] = {
	{ STR("person"), STR("Record"), false, false }, { STR("code"), STR("Rule"), false, false },
	{ STR("wrong"), STR("What was found"), false, false }, { STR("mend"), STR("What to do"), false, false },
};

static const struct table *
asked_table(const struct returning *in, const struct findings *found)
{
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (ptrdiff_t f = 0; f < found->count; f++) {
		const struct finding *finding = &found->at[f];
		const struct worker *w = returning_worker(in, finding);
		struct cell *cells = rows_push(&rows, countof(asked_columns), perm);
		cells[0] = w ? returning_person(in, w) : cell_text(finding->record.len ? finding->record : S("The whole return"));
		cells[1] = cell_text(finding->code);
		enum item item = item_of_head(finding->field);
		Str field = item == NO_ITEM ? finding->field : item_rows[item].title;
		cells[2] = cell_text(str_format(perm, "%.*s%s%.*s", STR_ARG(field), field.len ? " " : "", STR_ARG(finding->wrong)));
		cells[3] = cell_text(str_capital(finding->mend, perm));
	}
	return table_of(S("asked"), S("What DfE would ask"), asked_columns, countof(asked_columns), rows, perm);
}

static void
add_people(struct document *doc, const struct continuity *c)
{
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, 5, struct pair);
	pairs[0] = (struct pair){ S("In both returns"), counted(c->matched, "person", "people", perm), S("") };
	pairs[1] = (struct pair){ S("In last year\u2019s only"), counted(c->gone, "person", "people", perm), S("") };
	pairs[2] = (struct pair){ S("In this year\u2019s only"), counted(c->come, "person", "people", perm), S("") };
	pairs[3] = (struct pair){ S("With another registration number"), counted(c->renumbered, "person", "people", perm), S("") };
	pairs[4] = (struct pair){ S("People to be expected in post"), figure_text(c->expected, 0, perm), S("") };
	document_heading(doc, 2, S("People"), S("people"));
	document_summary(doc, pairs, 5);
}

static struct answer
nothing_before(const struct returning *in)
{
	Str title = str_format(in->own.perm, "%d is the first census of each worker", in->year);
	struct document doc = returning_document(in, title, "continuity", S(""));
	returning_places(&doc, in, "continuity");
	document_paragraph(&doc, S("So there is no return of the year before to lay beside it."));
	return answer_of(DONE, doc);
}

struct answer
show_census_continuity(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	struct error err = { "" };
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	if (in.year == CENSUS_FIRST_YEAR)
		return nothing_before(&in);
	returning_opened(&in);
	struct before before = { .in = &in };
	if (!find_before(&before, &err))
		return answer_failed(S("Last year\u2019s return cannot be read"), &err, perm);
	struct continuity continuity;
	struct findings found = findings_new(perm);
	census_continuity(&continuity, &in.built.ret, &before.ret, &found, perm);
	Str title = found.count == 0 ? str_format(perm, "%d follows %d: nothing to ask", in.year, in.year - 1)
		: str_format(perm, "%d beside %d: %.*s", in.year, in.year - 1, STR_ARG(counted(found.count, "thing to ask", "things to ask", perm)));
	struct document doc = returning_document(&in, title, "continuity", S(""));
	returning_places(&doc, &in, "continuity");
	document_paragraph(&doc, before.words);
	doc.data = asked_table(&in, &found);
	if (found.count > 0)
		document_table(&doc, doc.data);
	add_people(&doc, &continuity);
	document_heading(&doc, 2, S("Counts that moved"), S("moved"));
	document_table(&doc, told_moved_table(&continuity, perm));
	return answer_of(DONE, doc);
}

/* ---- what will be published -------------------------------------------------------------------- */

struct answer
show_census_publish(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	struct census_figures *figures = new(perm, 1, struct census_figures);
	census_figures_of(figures, &in.built.ret, *perm);
	struct census_beside beside = { .figures = figures, .file = in.built.ret.file, .lea = in.built.ret.cell[ITEM_LEA].text,
		.published = &world->published, .guarded = !in.may_write };
	struct document doc = census_measures_told(&beside, perm);
	struct document page = returning_document(&in, doc.title, "publish", S(""));
	returning_places(&page, &in, "publish");
	for (int b = 0; b < doc.block_count; b++)
		*document_add(&page, doc.blocks[b].kind) = doc.blocks[b];
	doc.caption = page.caption;
	doc.period = page.period;
	doc.address = page.address;
	doc.blocks = page.blocks;
	doc.block_count = page.block_count;
	doc.block_room = page.block_room;
	return answer_of(DONE, doc);
}
