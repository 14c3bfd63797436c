/* loads.c: what was imported: the list, and undoing. */
#include "app/instant.h"
#include "app/stored.h"
#include "app/views.h"

/* The first SHOWN columns are on the page; files and the API have them all. */
enum { LOAD, FILE_NAME, ABOUT, IMPORTED, UNDONE_AT, SHOWN, UNDONE = SHOWN, KIND, SHA256, COLUMNS };

static const struct column columns[COLUMNS] = {
	[LOAD]      = { .name = STR("load"),      .title = STR("Import"), .number = true },
	[FILE_NAME] = { .name = STR("file"),      .title = STR("File") },
	[ABOUT]     = { .name = STR("about"),     .title = STR("What it holds") },
	[IMPORTED]  = { .name = STR("imported"),  .title = STR("Imported (UTC)") },
	[UNDONE_AT] = { .name = STR("undone_at"), .title = STR("Undone (UTC)") },
	[UNDONE]    = { .name = STR("undone"),    .title = STR("Undone") },
	[KIND]      = { .name = STR("kind"),      .title = STR("Kind") },
	[SHA256]    = { .name = STR("sha256"),    .title = STR("SHA-256") },
};

/* ---- the list -------------------------------------------------------------------------------- */

struct listing {
	const struct world *world;
	struct arena       *perm;
	struct loads        loads;
	int                 left_out;
};

static bool
list(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	struct own_series series;
	return store_loads(store, &in->loads, in->perm, err)
		&& store_series_read(store, &in->world->published, &series, &in->left_out, in->perm, err);
}

static struct rows_made
loads_rows(const struct loads *loads, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = loads->count; i-- > 0;) {
		const struct load *load = &loads->at[i];
		struct cell *cells = rows_push(&rows, COLUMNS, perm);
		cells[LOAD] = cell_text(str_format(perm, "%lld", (long long)load->id));
		cells[KIND] = cell_text(load->kind);
		cells[FILE_NAME] = cell_text(load->file);
		cells[ABOUT] = cell_text(load->about);
		cells[IMPORTED] = cell_text(instant_text(load->at, perm));
		cells[UNDONE] = cell_text(load->undone ? S("yes") : S("no"));
		cells[UNDONE_AT] = cell_text(load->undone_at);
		cells[SHA256] = cell_text(load->sha256);
	}
	return rows;
}

struct answer
show_loads(const struct world *world, const struct ask *ask, struct arena *perm)
{
	(void)ask;
	struct answer answer = answer_of(DONE, document_new(perm, S("Imports")));
	struct listing listing = { .world = world, .perm = perm };
	struct error err = { "" };
	answer.document.address = S("/imports");
	if (world->store_path.len && !stored(world, list, &listing, perm, &err))
		return answer_failed(S("The store cannot be read"), &err, perm);
	const Str name = S("imports"), caption = S("Imports, newest first");
	struct rows_made rows = loads_rows(&listing.loads, perm);
	answer.document.data = table_of(name, caption, columns, COLUMNS, rows, perm);
	if (listing.loads.count == 0) {
		document_paragraph(&answer.document, S("Nothing has been imported. The figures that came "
			"with the program are always there, and are not in this list."));
		return answer;
	}
	document_paragraph(&answer.document,
	                   S("An import that is undone no longer counts; its record stays."));
	if (listing.left_out)
		document_paragraph(&answer.document, str_format(perm, "%d of the figures imported are of areas "
			"that are no longer known, and are left out.", listing.left_out));
	document_table(&answer.document, table_of(name, caption, columns, SHOWN, rows, perm));
	return answer;
}

/* ---- undoing --------------------------------------------------------------------------------- */

struct undoing {
	int64_t       id;
	struct arena *perm;
	struct load   load;
	bool          found;
};

static bool
undo(struct store *store, void *what, struct error *err)
{
	struct undoing *in = what;
	struct loads loads;
	if (!store_loads(store, &loads, in->perm, err))
		return false;
	for (int i = 0; i < loads.count && !in->found; i++) {
		in->found = loads.at[i].id == in->id;
		in->load = loads.at[i];
	}
	return !in->found || in->load.undone || store_load_undo(store, in->id, err);
}

struct answer
import_undo(const struct world *world, int64_t load, struct arena *perm)
{
	struct undoing in = { .id = load, .perm = perm };
	struct error err = { "" };
	Str number = str_format(perm, "%lld", (long long)load);
	if (world->store_path.len && !stored(world, undo, &in, perm, &err))
		return answer_failed(S("The import was not undone"), &err, perm);
	if (!in.found)
		return answer_words(UNKNOWN, str_format(perm, "There is no import %.*s", STR_ARG(number)),
			S("The list of imports (mainstay imports) has their numbers."), perm);
	if (in.load.undone)
		return answer_words(DONE, str_format(perm, "Import %.*s was undone before", STR_ARG(number)),
			str_format(perm, "It ended on %.*s UTC. Nothing changed.", STR_ARG(in.load.undone_at)), perm);
	return answer_words(DONE, str_format(perm, "Import %.*s is undone", STR_ARG(number)),
		str_format(perm, "What %.*s brought (%.*s) no longer counts. Its record stays; importing "
			"the same file again brings it back.", STR_ARG(in.load.file), STR_ARG(in.load.about)), perm);
}
