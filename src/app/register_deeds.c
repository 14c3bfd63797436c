/* register_deeds.c: what was done to a council's records, deed by deed, and taking one back. */
#include "app/register_telling.h"

#include "app/stored.h"

enum { DEEDS_SHOWN = 200, FIELDS_SHOWN = 2000 };

/* ---- the deeds of the council ---------------------------------------------------------------- */

static const struct column deed_columns[] = {
	{ .name = STR("change"), .title = STR("Change"), .number = true },
	{ .name = STR("when"), .title = STR("When") },
	{ .name = STR("who"), .title = STR("By") },
	{ .name = STR("what"), .title = STR("What") },
	{ .name = STR("object"), .title = STR("Of what") },
	{ .name = STR("rows"), .title = STR("Rows"), .number = true },
	{ .name = STR("reason"), .title = STR("Why") },
};
enum { DEED_SEQ, DEED_WHEN, DEED_WHO, DEED_WHAT, DEED_OBJECT, DEED_ROWS, DEED_WHY };

struct deeds_read {
	const struct own *own;
	struct past *deeds;
	int count;
};

static bool
read_deeds(struct store *store, void *what, struct error *err)
{
	struct deeds_read *in = what;
	return store_deeds(store, in->own->place->slug, S(""), DEEDS_SHOWN, &in->deeds, &in->count,
			   in->own->perm, err);
}

/* The type that an object names first, "time in post S-000012", or NULL. */
static const struct record_type *
type_of_object(Str object)
{
	for (int t = 0; t < RECORD_TYPES; t++)
		if (str_begins(object, record_types[t].one) &&
		    str_begins(str_from(object, record_types[t].one.len), S(" ")))
			return &record_types[t];
	return NULL;
}

/* A reason is for those who may read what it was about. */
static bool
reason_open(const struct own *own, const struct past *deed)
{
	const struct record_type *type = type_of_object(deed->object);
	enum field_group group = type ? type->group : GROUP_IDENTITY;
	return viewer_permit(own->ask->viewer, own->place->slug, group, own->ask->today).reach >=
	       REACH_READ;
}

/* On the page in words; in files as it is kept. */
static void
deed_row(struct cell *cells, const struct own *own, const struct past *deed, bool in_words)
{
	Str seq = str_format(own->perm, "%lld", (long long)deed->seq);
	cells[DEED_SEQ] = cell_link(seq, own_href(own, str_join(S("changes/"), seq, own->perm)));
	cells[DEED_WHEN] = cell_text(instant_words(deed->at, own->perm));
	cells[DEED_WHO] = actor_cell(own, deed->actor);
	cells[DEED_WHAT] = cell_text(in_words ? str_capital(deed_words(deed->what), own->perm) : deed->what);
	cells[DEED_OBJECT] = cell_text(deed->object);
	cells[DEED_ROWS] = cell_figure(figure_whole(deed->change_count), 0, UNIT_COUNT);
	cells[DEED_WHY] = cell_text(reason_open(own, deed) ? deed->reason : (Str){ 0 });
	if (deed->undone_by) {
		cells[DEED_WHAT].tag = S("taken back");
		cells[DEED_WHAT].tag_tone = TAG_GREY;
	}
}

struct answer
show_changes(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct error err = { 0 };
	struct rows_made rows = { 0 }, words = { 0 };
	if (!own_settle(world, ask, &own, &why, perm))
		return why;
	struct deeds_read in = { .own = &own };
	if (world->keeper && !stored(world, read_deeds, &in, perm, &err))
		return history_unreadable(&own, &err);
	struct document doc = document_new(perm, S("Changes"));
	doc.caption = own.place->name;
	doc.address = own_href(&own, S("changes"));
	document_paragraph(&doc, S("Everything that was done to these records, newest first. "
				   "Whatever was done can be taken "
				   "back, as long as nothing later stands on it."));
	for (int i = 0; i < in.count; i++) {
		deed_row(rows_push(&rows, countof(deed_columns), perm), &own, &in.deeds[i], false);
		deed_row(rows_push(&words, countof(deed_columns), perm), &own, &in.deeds[i], true);
	}
	doc.data = table_of(S("changes"), S("Changes, newest first"), deed_columns,
			    countof(deed_columns), rows, perm);
	document_table(&doc, table_of(S("changes"), S("Changes, newest first"), deed_columns,
				      countof(deed_columns), words, perm));
	if (in.count == DEEDS_SHOWN)
		document_paragraph(&doc, str_format(perm,
						    "These are the newest %d. The history of a "
						    "record has all of its own.",
						    DEEDS_SHOWN));
	return answer_of(DONE, doc);
}

/* ---- one deed -------------------------------------------------------------------------------- */

struct deed_read {
	const struct own *own;
	int64_t seq;
	struct past *deeds;
	int count;
	struct changes changes;
};

static const struct past *
deed_of(const struct deed_read *in)
{
	for (int i = 0; i < in->count; i++)
		if (in->deeds[i].seq == in->seq)
			return &in->deeds[i];
	return NULL;
}

static bool
read_deed(struct store *store, void *what, struct error *err)
{
	struct deed_read *in = what;
	if (!store_deeds(store, in->own->place->slug, S(""), 0, &in->deeds, &in->count,
			 in->own->perm, err))
		return false;
	return !deed_of(in) || store_deed_changes(store, in->own->place->slug, in->seq,
						  &in->changes, in->own->perm, err);
}

static struct shelf
shelf_for(const struct own *own, const struct record_type *type)
{
	struct shelf shelf = { .own = *own, .type = type };
	shelf.records = &own->council->of[record_type_id(type)];
	return shelf;
}

/* Rows without values (erased, or kept apart) are judged by the duties over their type alone. */
static bool
change_seen(const struct own *own, const struct change *change)
{
	struct shelf shelf = shelf_for(own, change->type);
	const struct record *record = change->kind == ADD ? &change->after : &change->before;
	struct look look = look_at(&shelf, record);
	if (!record->values)
		return shelf_permit(&shelf, change->type->group).reach >= REACH_READ;
	return look_sees(&look);
}

static struct answer
no_such_change(const struct own *own)
{
	struct answer answer = answer_words(UNKNOWN, S("There is no such change here for you"),
					    S("Either there never was one with that number, or it "
					      "is not among what your duties let you see."),
					    own->perm);
	answer.document.caption = own->place->name;
	return answer;
}

/* Who may load lists may take one back, with what it held that is not theirs to see (deeds.h). */
static bool
takes_lists_back(const struct own *own, const struct past *deed)
{
	return deed && str_equal(deed->what, S("import")) && keeps_whole_council(own->ask, GROUP_IMPORTS);
}

/* The deed of `ask->ref`, when anything of it (all of it, where `whole`) is in the viewer's sight. */
static bool
settle_deed(const struct own *own, bool whole, struct deed_read *in, struct answer *why)
{
	struct error err = { 0 };
	struct parsed_decimal number = parse_decimal(own->ask->ref, 0, false);
	*in = (struct deed_read){ .own = own,
				  .seq = number.ok ? number.micro / MICRO : 0,
				  .changes = changes_new(own->perm) };
	*why = no_such_change(own);
	if (!own->world->keeper || in->seq <= 0)
		return false;
	if (!stored(own->world, read_deed, in, own->perm, &err)) {
		*why = history_unreadable(own, &err);
		return false;
	}
	int seen = 0;
	for (int i = 0; i < in->changes.count; i++)
		seen += change_seen(own, &in->changes.at[i]);
	bool all = seen == in->changes.count || (seen > 0 && takes_lists_back(own, deed_of(in)));
	return deed_of(in) && (whole ? all : seen > 0 || !in->changes.count);
}

static void
add_take_back(struct document *doc, const struct own *own, const struct past *deed)
{
	struct input *inputs = new(doc->arena, 1, struct input);
	struct button *button = new(doc->arena, 1, struct button);
	struct form *form = new(doc->arena, 1, struct form);
	if (deed->undone_by) {
		document_paragraph(doc, str_format(doc->arena, "It was taken back by change %lld.",
						   (long long)deed->undone_by));
		return;
	}
	document_heading(doc, 2, S("Take it back"), S("undo"));
	*inputs = (struct input){
		.kind = INPUT_TEXT, .name = S("change.reason"), .label = S("Why"), .optional = true
	};
	*button = (struct button){ .words = S("Take it back"), .tone = BUTTON_WARNING };
	*form = (struct form){ .id = S("back"),
			       .inputs = inputs,
			       .input_count = 1,
			       .buttons = button,
			       .button_count = 1,
			       .action = own_href(own, str_format(doc->arena, "changes/%lld/undo",
								  (long long)deed->seq)) };
	document_form(doc, form);
}

/* Whether the viewer may write all that the deed touched. */
static bool
may_take_back(const struct own *own, const struct changes *changes)
{
	for (int i = 0; i < changes->count; i++)
		if (viewer_permit(own->ask->viewer, own->place->slug, changes->at[i].type->group,
				  own->ask->today)
			    .reach < REACH_WRITE)
			return false;
	return changes->count > 0;
}

struct answer
show_deed(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct deed_read in;
	struct rows_made rows = { 0 };
	if (!own_settle(world, ask, &own, &why, perm) || !settle_deed(&own, false, &in, &why))
		return why;
	const struct past *deed = deed_of(&in);
	struct document doc =
		document_new(perm, str_format(perm, "Change %lld: %.*s, %.*s", (long long)in.seq,
					      STR_ARG(deed_words(deed->what)), STR_ARG(deed->object)));
	doc.caption = own.place->name;
	doc.address = own_href(&own, str_format(perm, "changes/%lld", (long long)in.seq));
	for (int i = 0; i < in.changes.count && rows.count < FIELDS_SHOWN; i++) {
		const struct change *change = &in.changes.at[i];
		struct shelf shelf = shelf_for(&own, change->type);
		const struct record *record =
			change->kind == ADD ? &change->after : &change->before;
		int begin = rows.count;
		if (change_seen(&own, change))
			history_tell(&(struct telling){ .shelf = &shelf,
							.deed = deed,
							.change = change,
							.rows = &rows,
							.erased = !record->values });
		for (int r = begin; r < rows.count; r++)
			rows.at[r].group =
				str_format(perm, "%.*s %.*s", STR_ARG(type_one(change->type, perm)),
					   STR_ARG(record->ref));
	}
	doc.data = table_of(S("change"), S("What it changed"), history_columns, HISTORY_COLUMNS,
			    rows, perm);
	document_table(&doc, doc.data);
	if (rows.count >= FIELDS_SHOWN)
		document_paragraph(&doc, S("It changed more than is shown here. The history of a "
					   "record has all of its own."));
	if (may_take_back(&own, &in.changes) || takes_lists_back(&own, deed))
		add_take_back(&doc, &own, deed);
	return answer_of(DONE, doc);
}

struct answer
deed_take_back(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct deed_read in;
	struct error err = { 0 };
	if (!own_settle(world, ask, &own, &why, perm) || !settle_deed(&own, true, &in, &why))
		return why;
	Str reason = ask->sent ? str_trim(sents_find(ask->sent, S("change.reason"))) : (Str){ 0 };
	struct done done = deed_undo(world, ask, in.seq, reason, perm, &err);
	return answer_done(&own, &done, &err, S("It was not taken back"),
			   own_href(&own, S("changes")));
}
