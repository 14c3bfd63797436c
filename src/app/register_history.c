/* register_history.c: who changed one record, what, when and why. */
#include "app/register_telling.h"

#include "app/stored.h"

/* ---- one record ------------------------------------------------------------------------------ */

struct remembering {
	const struct shelf *shelf;
	Str ref;
	struct passed *passed;
	int count;
};

static bool
read_history(struct store *store, void *what, struct error *err)
{
	struct remembering *in = what;
	return store_history(store, in->shelf->own.place->slug, in->shelf->type, in->ref,
			     &in->passed, &in->count, in->shelf->own.perm, err);
}

struct answer
history_unreadable(const struct own *own, const struct error *err)
{
	return answer_failed(S("The history cannot be read"), err, own->perm);
}

/* Whether any row of the ref, as it is or was, is in sight; who may not see the record now sees
 * none of it. */
static bool
in_sight(const struct remembering *in)
{
	int first;
	if (records_of(in->shelf->records, in->ref, &first))
		return shelf_find(in->shelf, in->ref) != NULL;
	for (int i = 0; i < in->count; i++) {
		const struct change *change = &in->passed[i].change;
		struct look look =
			look_at(in->shelf, change->kind == ADD ? &change->after : &change->before);
		if (look.record->values && look_sees(&look))
			return true;
	}
	return false;
}

static Str
history_title(const struct shelf *shelf, Str ref)
{
	const struct record *record = shelf_find(shelf, ref);
	return str_format(shelf->own.perm, "History: %.*s",
			  STR_ARG(record ? record_words(shelf, record) : ref));
}

struct answer
record_history(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct shelf shelf;
	struct answer why;
	struct error err = { 0 };
	if (!shelf_settle(world, ask, &shelf, &why, perm))
		return why;
	if (shelf.type == &record_types[TYPE_CANDIDATE_EQUALITY])
		return shelf_nothing(&shelf);        /* whoever keeps equality data may keep candidates too: nobody is told whose it is */
	struct remembering in = { .shelf = &shelf, .ref = ask->ref };
	if (world->keeper && !stored(world, read_history, &in, perm, &err))
		return history_unreadable(&shelf.own, &err);
	if (!in_sight(&in))
		return shelf_nothing(&shelf);
	struct document doc = document_new(perm, history_title(&shelf, ask->ref));
	struct rows_made rows = { 0 };
	doc.caption = shelf.own.place->name;
	doc.address = record_href(&shelf, ask->ref, S("history"));
	for (int i = 0; i < in.count; i++)
		history_tell(&(struct telling){ .shelf = &shelf,
						.deed = &in.passed[i].deed,
						.change = &in.passed[i].change,
						.rows = &rows,
						.erased = in.passed[i].erased });
	doc.data = table_of(S("history"), S("Every change, newest first"), history_columns,
			    HISTORY_COLUMNS, rows, perm);
	document_table(&doc, doc.data);
	document_paragraph(&doc, S("The number of a change leads to all that was changed with it, "
				   "and to taking it back."));
	return answer_of(DONE, doc);
}
