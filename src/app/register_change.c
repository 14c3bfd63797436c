/* register_change.c: adding a record and changing one, from the form to the deed. */
#include "app/register_entry.h"

static Str
entry_object(const struct entry *entry, Str ref)
{
	return str_format(entry->shelf->own.perm, "%.*s %.*s", STR_ARG(entry->shelf->type->one),
			  STR_ARG(ref));
}

/* Rules that were broken come back in the form: beside the answer they are about, else in a list. */
static struct answer
broken(struct entry *entry, const struct done *done)
{
	int blamed = entry_blame(entry, &done->found);
	if (blamed == 0)
		entry->error =
			S("The records would then contradict each other: see what is listed");
	struct answer answer = entry_page(entry, CHANGED);
	document_findings(&answer.document, &done->found);
	return answer;
}

static struct answer
entry_do(struct entry *entry, Str ref, const struct changes *changes)
{
	const struct own *own = &entry->shelf->own;
	struct error err = { 0 };
	struct wish wish = { .what = S("edit"),
			     .object = entry_object(entry, ref),
			     .reason = entry->reason.text };
	struct done done = deed_do(own->world, own->ask, &wish, changes, own->perm, &err);
	bool gone = entry->way == WAY_REMOVE && changes->count == 1 &&
		    records_of(entry->shelf->records, ref, &(int){ 0 }) == 1;
	if (done.did == BREAKS_RULES)
		return broken(entry, &done);
	struct answer answer = answer_done(own, &done, &err, S("Nothing was changed"),
					   gone ? shelf_href(entry->shelf, S(""))
						: record_href(entry->shelf, ref, S("")));
	answer.added = entry->way == WAY_NEW && done.did == DID;
	return answer;
}

static struct answer
entry_go(struct entry *entry)
{
	const struct shelf *shelf = entry->shelf;
	struct error err = { 0 };
	struct changes changes = changes_new(shelf->own.perm);
	Str ref = entry->row ? entry->row->ref : ref_next(shelf->records, 0, shelf->own.perm);
	if (entry->errors)
		return entry_page(entry, WRONG);
	if (!entry_changes(entry, ref, &changes, &err)) {
		entry->error =
			str_capital(str_copy(str_of(err.text), shelf->own.perm), shelf->own.perm);
		return entry_page(entry, WRONG);
	}
	if (way_rows[entry->way].checked && !entry->sure)
		return entry_check_page(entry);
	return entry_do(entry, ref, &changes);
}

struct answer
record_new(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct shelf shelf;
	struct entry entry;
	struct answer why;
	if (!shelf_settle(world, ask, &shelf, &why, perm) ||
	    !entry_begin(&entry, &shelf, WAY_NEW, NULL, &why))
		return why;
	if (!ask->sent)
		return entry_page(&entry, DONE);
	return entry_read(&entry, ask->sent, &why) ? entry_go(&entry) : why;
}

/* ---- changing one ---------------------------------------------------------------------------- */

static struct answer
no_such_way(const struct shelf *shelf)
{
	return answer_words(
		WRONG, S("Say how to change it"),
		str_format(shelf->own.perm,
			   "\u201chow\u201d can be %s"
			   "\u201ccorrect\u201d or \u201cremove\u201d.",
			   shelf->type->dated ? "\u201cfrom\u201d, \u201cend\u201d, " : ""),
		shelf->own.perm);
}

static bool
settle_way(const struct shelf *shelf, enum way *way)
{
	const struct ask *ask = shelf->own.ask;
	Str how = ask->sent && sents_has(ask->sent, S("how")) ? sents_find(ask->sent, S("how"))
							      : ask->how;
	*way = shelf->type->dated ? WAY_FROM : WAY_CORRECT;
	if (how.len == 0)            /* what is sent must say it: a form that came without is none of ours */
		return !ask->sent;
	return way_find(how, way) && *way != WAY_NEW &&
	       (shelf->type->dated || !way_rows[*way].dated);
}

/* The row that the form was made from, while it is there; else the one of the day. */
static const struct record *
row_meant(const struct shelf *shelf, const struct record *row)
{
	const struct sents *sent = shelf->own.ask->sent;
	int first, count = records_of(shelf->records, row->ref, &first);
	Str id = sent ? sents_find(sent, SENT_ROW) : (Str){ 0 };
	for (int i = first; id.len && i < first + count; i++)
		if (str_equal(id, str_format(shelf->own.perm, "%lld",
					     (long long)shelf->records->at[i].id))) {
			struct look look = look_at(shelf, &shelf->records->at[i]);
			return look_sees(&look) ? &shelf->records->at[i] : row;
		}
	return row;
}

struct answer
record_change(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct shelf shelf;
	struct entry entry;
	struct answer why;
	enum way way;
	if (!shelf_settle(world, ask, &shelf, &why, perm))
		return why;
	const struct record *row = shelf_find(&shelf, ask->ref);
	if (!row)
		return shelf_nothing(&shelf);
	if (!settle_way(&shelf, &way))
		return no_such_way(&shelf);
	if (!entry_begin(&entry, &shelf, way, row_meant(&shelf, row), &why))
		return why;
	if (!ask->sent)
		return entry_page(&entry, DONE);
	if (!entry_read(&entry, ask->sent, &why))
		return why;
	return entry_fresh(&entry, ask->sent) ? entry_go(&entry) : entry_conflict_page(&entry);
}
