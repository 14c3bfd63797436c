/* register_telling.c: what a change was, field by field, before and after. */
#include "app/register_telling.h"

/* ---- one change ------------------------------------------------------------------------------ */

const struct column history_columns[HISTORY_COLUMNS] = {
	{ .name = STR("change"), .title = STR("Change"), .number = true },
	{ .name = STR("when"), .title = STR("When") },
	{ .name = STR("who"), .title = STR("By") },
	{ .name = STR("what"), .title = STR("What") },
	{ .name = STR("field"), .title = STR("Field") },
	{ .name = STR("before"), .title = STR("Before") },
	{ .name = STR("after"), .title = STR("After") },
	{ .name = STR("reason"), .title = STR("Why") },
};
enum {
	COLUMN_SEQ,
	COLUMN_WHEN,
	COLUMN_WHO,
	COLUMN_WHAT,
	COLUMN_FIELD,
	COLUMN_BEFORE,
	COLUMN_AFTER,
	COLUMN_WHY
};
_Static_assert(HISTORY_COLUMNS == COLUMN_WHY + 1, "a column each");

static const char *const change_words[] = {
	[ADD] = "Added", [ALTER] = "Changed", [REMOVE] = "Removed"
};

static void
tell(const struct telling *in, Str field, Str before, Str after)
{
	struct arena *perm = in->shelf->own.perm;
	struct cell *cells = rows_push(in->rows, HISTORY_COLUMNS, perm);
	Str to = own_href(&in->shelf->own,
			  str_format(perm, "changes/%lld", (long long)in->deed->seq));
	cells[COLUMN_SEQ] = cell_link(str_format(perm, "%lld", (long long)in->deed->seq), to);
	cells[COLUMN_WHEN] = cell_text(instant_words(in->deed->at, perm));
	cells[COLUMN_WHO] = actor_cell(&in->shelf->own, in->deed->actor);
	cells[COLUMN_WHAT] =
		cell_text(str_of(in->deed->undoes ? "Taken back" : change_words[in->change->kind]));
	cells[COLUMN_FIELD] = cell_text(field);
	cells[COLUMN_BEFORE] = cell_text(before);
	cells[COLUMN_AFTER] = cell_text(after);
	cells[COLUMN_WHY] = cell_text(in->why ? in->deed->reason : (Str){ 0 });
	if (in->deed->undone_by) {
		cells[COLUMN_WHAT].tag = S("taken back");
		cells[COLUMN_WHAT].tag_tone = TAG_GREY;
	}
}

static Str
value_at(const struct shelf *shelf, const struct record *record, int f, bool there)
{
	if (!there || !record->values)
		return (Str){ 0 };
	return field_words(shelf, &shelf->type->fields[f], record->values[f]);
}

/* Whether a field of the change may be read: on both sides of it, by what stands there. */
static bool
may_tell(struct look *before, struct look *after, int f)
{
	return (!before->record || look_shows(before, f)) &&
	       (!after->record || look_shows(after, f));
}

static bool
same_text(const struct change *change, int f)
{
	Str before = change->kind != ADD && change->before.values ? change->before.values[f]
								  : (Str){ 0 };
	Str after = change->kind != REMOVE && change->after.values ? change->after.values[f]
								   : (Str){ 0 };
	return str_equal(before, after);
}

static void
tell_days(const struct telling *in)
{
	const struct change *change = in->change;
	struct arena *perm = in->shelf->own.perm;
	bool had = change->kind != ADD, has = change->kind != REMOVE;
	bool same = had && has && change->before.when.first.day == change->after.when.first.day &&
		    change->before.when.last.day == change->after.when.last.day;
	if (in->shelf->type->dated && !same)
		tell(in, S("Holds"), had ? period_words(change->before.when, perm) : (Str){ 0 },
		     has ? period_words(change->after.when, perm) : (Str){ 0 });
}

/* A reason is somebody's free text, and may name whomever the deed was about. So it is told to whoever may
 * know everybody's name, to whoever gave it, and to those who may know names and see the one record that
 * the deed changed, or the request that it decided. */
static bool
reason_told(const struct telling *in, struct look *look)
{
	const struct own *own = &in->shelf->own;
	const struct record_type *type = in->shelf->type;
	const struct viewer *viewer = own->ask->viewer;
	if (sight_total(&own->sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_READ ||
	    str_equal(in->deed->actor, viewer->account))
		return true;
	enum reach names = viewer_permit(viewer, own->place->slug, GROUP_IDENTITY, own->ask->today).reach;
	return names >= REACH_READ && in->deed->change_count <= (type->personal ? 1 : 2) && look->record &&
	       look_permit(look, type->group).reach >= REACH_READ;
}

/* One row a field that became another, of those the viewer may read; nothing of a row out of
 * sight. */
void
history_tell(struct telling *in)
{
	const struct change *change = in->change;
	const struct shelf *shelf = in->shelf;
	bool had = change->kind != ADD, has = change->kind != REMOVE;
	struct look before = look_at(shelf, had && change->before.values ? &change->before : NULL);
	struct look after = look_at(shelf, has && change->after.values ? &change->after : NULL);
	bool shown[FIELDS_OF_TYPE_MOST] = { false };
	int told = in->rows->count;
	if ((before.record && !look_sees(&before)) || (after.record && !look_sees(&after)))
		return;
	struct look *either = after.record ? &after : &before;
	in->why = reason_told(in, either);
	if (!in->erased)
		tell_days(in);
	for (int f = 0; f < shelf->type->field_count && either->record && !in->erased; f++) {
		shown[f] = may_tell(&before, &after, f) && !same_text(change, f);
		if (shown[f])
			tell(in, shelf->type->fields[f].label,
			     value_at(shelf, &change->before, f, had),
			     value_at(shelf, &change->after, f, has));
	}
	if (in->rows->count == told)
		tell(in, in->erased ? S("Values were erased") : S("Nothing that is yours to see"),
		     (Str){ 0 }, (Str){ 0 });
	if (either->record)
		look_witness(either, shown);
}

Str
deed_words(Str what)
{
	static const struct { Str what, words; } said[] = {
		{ STR("edit"), STR("changed") }, { STR("import"), STR("loaded from a list or file") },
		{ STR("merge"), STR("merged") }, { STR("undo"), STR("taken back") },
		{ STR("demonstration"), STR("people made up") },
		{ STR("retention"), STR("taken away, past its term") },
	};
	for (ptrdiff_t i = 0; i < countof(said); i++)
		if (str_equal(said[i].what, what))
			return said[i].words;
	return what;
}
