/* register_import.c: bringing records of one type from a file: what it would change, then the
 * deed. */
#include "app/register_bring.h"
#include "app/register_entry.h"

/* ---- the page -------------------------------------------------------------------------------- */

static void
add_file_form(struct document *doc, const struct shelf *shelf)
{
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, 3, struct input);
	struct pick *picks = new(perm, 2, struct pick);
	struct button *button = new(perm, 1, struct button);
	struct form *form = new(perm, 1, struct form);
	inputs[0] =
		(struct input){ .kind = INPUT_FILE,
				.name = S("file"),
				.label = S("A CSV file or a spreadsheet (XLSX)"),
				.hint = S("Of a spreadsheet, the first sheet with these headings in its "
					  "first row is read") };
	picks[0] = pick_of(S("no"), S("Check it, and show what it would change"));
	picks[1] = pick_of(S("yes"), S("Check it, and store it when nothing is wrong"));
	picks[0].chosen = true;
	inputs[1] = (struct input){ .kind = INPUT_RADIOS,
				    .name = SENT_SURE,
				    .label = S("What to do with it"),
				    .picks = picks,
				    .pick_count = 2 };
	inputs[2] = (struct input){
		.kind = INPUT_NOTE, .name = SENT_REASON, .label = S("Why"), .optional = true
	};
	*button = (struct button){ .words = S("Send the file") };
	*form = (struct form){ .action = shelf_href(shelf, S("import")),
			       .id = S("bring"),
			       .inputs = inputs,
			       .input_count = 3,
			       .buttons = button,
			       .button_count = 1 };
	document_form(doc, form);
}

static void
add_headings(struct document *doc, const struct shelf *shelf)
{
	bool open[FIELDS_OF_TYPE_MOST] = { false };
	struct pair *pairs = new(doc->arena, FIELDS_OF_TYPE_MOST + 3, struct pair);
	int used = 0;
	shelf_columns(shelf, open);
	pairs[used++] =
		(struct pair){ .key = S("ref"), .value = S("Which record. Empty for a new one") };
	if (shelf->type->dated) {
		pairs[used++] =
			(struct pair){ .key = S("from"), .value = S("The first day of the row") };
		pairs[used++] = (struct pair){ .key = S("to"),
					       .value = S("Its last day; empty while it goes on") };
	}
	for (int f = 0; f < shelf->type->field_count; f++)
		if (open[f])
			pairs[used++] = (struct pair){ .key = shelf->type->fields[f].name,
						       .value = shelf->type->fields[f].label };
	document_heading(doc, 2, S("Its columns"), S("columns"));
	document_paragraph(doc, S("The list as a CSV file or spreadsheet has them. Columns that are left out "
				  "stay as they are."));
	document_summary(doc, pairs, used);
}

static struct answer
import_page(const struct shelf *shelf, enum outcome outcome, Str complaint)
{
	struct arena *perm = shelf->own.perm;
	struct document doc = document_new(
		perm, str_format(perm, "Bring %.*s from a file", STR_ARG(shelf->type->many)));
	doc.caption = shelf->own.place->name;
	if (complaint.len)
		document_paragraph(&doc, complaint);
	add_file_form(&doc, shelf);
	add_headings(&doc, shelf);
	return answer_of(outcome, doc);
}

static Str
counts_words(const struct bringing *in)
{
	return str_format(in->shelf->own.perm, "%d added, %d changed, %d the same",
			  in->counts[BROUGHT_ADDED], in->counts[BROUGHT_CHANGED],
			  in->counts[BROUGHT_SAME]);
}

static struct answer
brought_page(const struct bringing *in, enum outcome outcome, const char *title,
	     const struct findings *found)
{
	static const struct column columns[] = {
		{ .name = STR("line"), .title = STR("Line"), .number = true },
		{ .name = STR("outcome"), .title = STR("What") },
		{ .name = STR("ref"), .title = STR("Reference") },
		{ .name = STR("words"), .title = STR("In words") },
	};
	struct arena *perm = in->shelf->own.perm;
	struct document doc = document_new(perm, str_of(title));
	doc.caption = in->shelf->own.place->name;
	document_paragraph(&doc, str_format(perm, "%.*s.", STR_ARG(counts_words(in))));
	if (found->count)
		document_findings(&doc, found);
	doc.data = table_of(S("lines"), S("Lines that come to something"), columns,
			    countof(columns), in->preview, perm);
	if (in->preview.count)
		document_table(&doc, doc.data);
	if (in->preview.count == PREVIEW_MOST)
		document_paragraph(&doc, str_format(perm, "The first %d are shown.", PREVIEW_MOST));
	if (outcome != DONE ||
	    !str_equal(sents_find(in->shelf->own.ask->sent, SENT_SURE), S("yes")))
		add_file_form(&doc, in->shelf);
	return answer_of(outcome, doc);
}

static struct answer
brought_refused(const struct bringing *in, const struct done *done)
{
	struct error err = { 0 };
	if (done->did == BREAKS_RULES)
		return brought_page(in, REFUSED,
				    "Nothing is stored: the records would contradict each other",
				    &done->found);
	return answer_done(&in->shelf->own, done, &err, S("Nothing is stored"), S(""));
}

static struct answer
bring(struct bringing *in, bool store)
{
	const struct own *own = &in->shelf->own;
	struct error err = { 0 };
	struct wish wish = { .what = S("import"),
			     .reason = str_trim(sents_find(own->ask->sent, SENT_REASON)),
			     .object = str_format(own->perm, "%.*s from a file",
						  STR_ARG(in->shelf->type->many)) };
	if (in->found.mistakes)
		return brought_page(in, REFUSED, "Nothing is stored: the file has mistakes",
				    &in->found);
	if (in->changes.count == 0)
		return brought_page(in, DONE, "The file changes nothing", &in->found);
	struct done done =
		store ? deed_do(own->world, own->ask, &wish, &in->changes, own->perm, &err)
		      : deed_try(own->ask, &wish, own->council, &in->changes, own->perm);
	if (done.did == CHANGED_MEANWHILE || done.did == COULD_NOT)
		return answer_done(own, &done, &err, S("Nothing is stored"), S(""));
	if (done.did != DID)
		return brought_refused(in, &done);
	struct answer answer = brought_page(
		in, DONE, store ? "Stored" : "This is what it would change", &done.found);
	answer.only_shown = !store;
	answer.change = store ? href_of_change(own, done.seq) : S("");
	return answer;
}

struct answer
record_import(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct shelf shelf;
	struct answer why;
	if (!shelf_settle(world, ask, &shelf, &why, perm))
		return why;
	if (shelf_permit(&shelf, shelf.type->group).reach < REACH_WRITE)
		return admit_refuses(
			ask, (struct need){ OF_COUNCIL, shelf.type->group, REACH_WRITE }, perm);
	if (!ask->sent)
		return import_page(&shelf, DONE, S(""));
	if (!ask->file.there || ask->file.bytes.len == 0)
		return import_page(&shelf, WRONG,
				   S("No file came with the form. Choose a CSV file or a spreadsheet, "
				     "then send the form again."));
	struct bringing *in = new(perm, 1, struct bringing);
	in->shelf = &shelf;
	in->file = ask->file.name;
	in->changes = changes_new(perm);
	in->found = findings_new(perm);
	bring_file(in, ask->file.bytes);
	return bring(in, str_equal(sents_find(ask->sent, SENT_SURE), S("yes")));
}
