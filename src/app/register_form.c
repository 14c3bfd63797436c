/* register_form.c: the form of one change, drawn from the fields of the type. */
#include "app/register_entry.h"

enum { RADIOS_MOST = 5 };

/* ---- inputs ---------------------------------------------------------------------------------- */

static struct pick *
choice_picks(const struct field *field, bool folded, int *count, struct arena *perm)
{
	struct pick *picks = new(perm, field->choice_count + 1, struct pick);
	*count = 0;
	if (folded || !field->required)
		picks[(*count)++] =
			pick_of(S(""), field->required ? S("Choose one") : S("Not said"));
	for (int c = 0; c < field->choice_count; c++)
		picks[(*count)++] = pick_of(field->choices[c].code, field->choices[c].words);
	return picks;
}

static struct pick *
yes_no_picks(const struct field *field, int *count, struct arena *perm)
{
	struct pick *picks = new(perm, 3, struct pick);
	picks[0] = pick_of(S("yes"), S("Yes"));
	picks[1] = pick_of(S("no"), S("No"));
	picks[2] = pick_of(S(""), S("Not said"));
	*count = field->required ? 2 : 3;
	return picks;
}

/* What a choice was given as: its code, or words that were not read. */
static void
give_kind(struct input *input, const struct shelf *shelf, const struct field *field)
{
	bool folded = field->choice_count > RADIOS_MOST;
	switch (field->kind) {
	case FIELD_NOTE:
		input->kind = INPUT_NOTE;
		break;
	case FIELD_DATE:
		input->kind = INPUT_DATE;
		input->width = 20;
		break;
	case FIELD_CHOICE:
		input->kind = folded ? INPUT_SELECT : INPUT_RADIOS;
		input->picks = choice_picks(field, folded, &input->pick_count, shelf->own.perm);
		break;
	case FIELD_YES_NO:
		input->kind = INPUT_RADIOS;
		input->picks = yes_no_picks(field, &input->pick_count, shelf->own.perm);
		break;
	case FIELD_REF:
		input->kind = INPUT_TEXT;
		input->picks = reference_picks(shelf, field, &input->pick_count);
		break;
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
	case FIELD_WHOLE:
		input->kind = INPUT_TEXT;
		input->numeric = true;
		input->width = 10;
		break;
	case FIELD_TEXT:
		input->kind = INPUT_TEXT;
		break;
	}
}

static struct input
input_of(const struct entry *entry, int f)
{
	const struct field *field = &entry->shelf->type->fields[f];
	struct input input = { .name = field->name,
			       .label = field->label,
			       .hint = field->hint,
			       .value = entry->fields[f].text,
			       .error = entry->fields[f].error,
			       .optional = !field->required };
	give_kind(&input, entry->shelf, field);
	if (field->kind == FIELD_REF && !input.hint.len)
		input.hint = str_format(entry->shelf->own.perm,
					"Its name in full, or its reference such as %.*s-000012",
					STR_ARG(record_type_find(field->refers)->letter));
	return input;
}

static struct input
hidden(Str name, Str value)
{
	return (struct input){ .kind = INPUT_HIDDEN, .name = name, .value = value };
}

static int
add_days(const struct entry *entry, struct input *inputs)
{
	const struct way_row *way = &way_rows[entry->way];
	int used = 0;
	if (!entry->shelf->type->dated)
		return 0;
	if (way->day)
		inputs[used++] =
			(struct input){ .kind = INPUT_DATE,
					.name = SENT_DAY,
					.value = entry->day.text,
					.width = 20,
					.label = entry->way == WAY_END ? S("Last day") : S("From"),
					.error = entry->day.error };
	if (way->last)
		inputs[used++] = (struct input){ .kind = INPUT_DATE,
						 .name = SENT_LAST,
						 .value = entry->last.text,
						 .width = 20,
						 .label = S("Last day"),
						 .hint = S("Empty while it goes on"),
						 .error = entry->last.error,
						 .optional = true };
	return used;
}

static int
add_hidden(const struct entry *entry, struct input *inputs)
{
	struct arena *perm = entry->shelf->own.perm;
	int used = 0;
	if (!entry->row)
		return 0;
	inputs[used++] = hidden(S("how"), way_rows[entry->way].name);
	inputs[used++] = hidden(SENT_ROW, str_format(perm, "%lld", (long long)entry->row->id));
	inputs[used++] = hidden(SENT_VERSION, str_format(perm, "%d", entry->row->version));
	return used;
}

/* ---- the page -------------------------------------------------------------------------------- */

static Str
entry_title(const struct entry *entry)
{
	static const char *const titles[WAYS] = {
		[WAY_FROM] = "Change from a day",
		[WAY_CORRECT] = "Correct",
		[WAY_END] = "End",
		[WAY_REMOVE] = "Remove",
	};
	struct arena *perm = entry->shelf->own.perm;
	if (!entry->row)
		return str_format(perm, "Add a record: %.*s", STR_ARG(entry->shelf->type->one));
	return str_format(perm, "%s: %.*s", titles[entry->way],
			  STR_ARG(record_words(entry->shelf, entry->row)));
}

static struct document
entry_document(const struct entry *entry)
{
	struct document doc = document_new(entry->shelf->own.perm, entry_title(entry));
	doc.caption = entry->shelf->own.place->name;
	return doc;
}

static Str
entry_action(const struct entry *entry)
{
	return entry->row ? record_href(entry->shelf, entry->row->ref, S("change"))
			  : shelf_href(entry->shelf, S("new"));
}

static void
add_form(struct document *doc, const struct entry *entry)
{
	struct arena *perm = doc->arena;
	const struct way_row *way = &way_rows[entry->way];
	const struct record_type *type = entry->shelf->type;
	struct input *inputs = new(perm, FIELDS_OF_TYPE_MOST + 8, struct input);
	struct button *button = new(perm, 1, struct button);
	struct form *form = new(perm, 1, struct form);
	int used = 0;
	for (int f = 0; f < type->field_count && way->fields; f++)
		if (entry->may[f])
			inputs[used++] = input_of(entry, f);
	used += add_days(entry, inputs + used);
	inputs[used++] = (struct input){ .kind = INPUT_NOTE,
					 .name = SENT_REASON,
					 .label = S("Why"),
					 .hint = S("In a few words, for whoever reads the history. "
						   "No names, and no reason for an absence"),
					 .value = entry->reason.text,
					 .error = entry->reason.error,
					 .optional = !way->reason };
	used += add_hidden(entry, inputs + used);
	*button = (struct button){ .words = way->button };
	*form = (struct form){ .action = entry_action(entry),
			       .id = S("entry"),
			       .error = entry->error,
			       .inputs = inputs,
			       .input_count = used,
			       .buttons = button,
			       .button_count = 1 };
	document_form(doc, form);
}

/* The other ways of changing it. */
static void
add_ways(struct document *doc, const struct entry *entry)
{
	struct pick *picks = new(doc->arena, WAYS, struct pick);
	int used = 0;
	for (int way = WAY_FROM; way < WAYS && entry->row; way++) {
		if (way_rows[way].dated && !entry->shelf->type->dated)
			continue;
		Str href = entry_action(entry);
		picks[used] = pick_of(str_format(doc->arena, "%.*s%show=%.*s", STR_ARG(href),
						 str_find(href, S("?")) < 0 ? "?" : "&",
						 STR_ARG(way_rows[way].name)),
				      way_rows[way].does);
		picks[used++].chosen = way == (int)entry->way;
	}
	if (used)
		document_choices(doc, S("What to do"), picks, used);
}

/* Values that the viewer may read and not change stand over the form. */
static void
add_fixed(struct document *doc, const struct entry *entry)
{
	const struct record_type *type = entry->shelf->type;
	struct pair *pairs = new(doc->arena, FIELDS_OF_TYPE_MOST + 2, struct pair);
	bool shown[FIELDS_OF_TYPE_MOST] = { false };
	int used = 0;
	if (!entry->row)
		return;
	struct look look = look_at(entry->shelf, entry->row);
	pairs[used++] = (struct pair){ .key = S("Reference"), .value = entry->row->ref };
	if (type->dated)
		pairs[used++] = (struct pair){
			.key = S("Holds"),
			.value = str_capital(period_words(entry->row->when, doc->arena), doc->arena)
		};
	for (int f = 0; f < type->field_count; f++) {
		shown[f] = look_shows(&look, f);
		if (shown[f] && !(entry->may[f] && way_rows[entry->way].fields) &&
		    entry->row->values[f].len)
			pairs[used++] =
				(struct pair){ .key = type->fields[f].label,
					       .value = field_words(entry->shelf, &type->fields[f],
								    entry->row->values[f]) };
	}
	document_summary(doc, pairs, used);
	look_witness(&look, shown);
}

struct answer
entry_page(struct entry *entry, enum outcome outcome)
{
	struct document doc = entry_document(entry);
	if (!entry->row)
		document_paragraph(
			&doc, str_format(doc.arena, "%.*s.", STR_ARG(entry->shelf->type->does)));
	add_ways(&doc, entry);
	add_fixed(&doc, entry);
	add_form(&doc, entry);
	return answer_of(outcome, doc);
}

/* ---- checking answers ------------------------------------------------------------------------ */

/* What was answered goes along, unseen. */
static void
add_confirming(struct document *doc, const struct entry *entry)
{
	struct arena *perm = doc->arena;
	struct input *inputs = new(perm, 8, struct input);
	struct button *button = new(perm, 1, struct button);
	struct form *form = new(perm, 1, struct form);
	int used = add_hidden(entry, inputs);
	if (entry->day.text.len)
		inputs[used++] = hidden(SENT_DAY, entry->day.text);
	inputs[used++] = hidden(SENT_REASON, entry->reason.text);
	inputs[used++] = hidden(SENT_SURE, S("yes"));
	*button = (struct button){ .words = entry->way == WAY_END ? S("End it") : S("Remove it"),
				   .tone = BUTTON_WARNING };
	*form = (struct form){ .action = entry_action(entry),
			       .id = S("sure"),
			       .inputs = inputs,
			       .input_count = used,
			       .buttons = button,
			       .button_count = 1 };
	document_form(doc, form);
}

struct answer
entry_check_page(struct entry *entry)
{
	struct document doc = entry_document(entry);
	struct arena *perm = doc.arena;
	struct pair *pairs = new(perm, 3, struct pair);
	struct run *run = new(perm, 2, struct run);
	doc.title = str_format(perm, "Check before you %s it",
			       entry->way == WAY_END ? "end" : "remove");
	pairs[0] =
		(struct pair){ .key = type_one(entry->shelf->type, perm),
			       .value = str_format(perm, "%.*s (%.*s)",
						   STR_ARG(record_words(entry->shelf, entry->row)),
						   STR_ARG(entry->row->ref)) };
	pairs[1] = entry->way == WAY_END
			   ? (struct pair){ .key = S("Last day"),
					    .value = date_text(entry->first_day, perm) }
			   : (struct pair){ .key = S("Row"),
					    .value = entry->shelf->type->dated
							     ? period_words(entry->row->when, perm)
							     : S("The whole record") };
	pairs[2] = (struct pair){ .key = S("Why"), .value = entry->reason.text };
	document_summary(&doc, pairs, 3);
	run[0].text = entry->way == WAY_END ? S("What was to hold after that day goes. The history "
						"keeps it, and it can be taken back.")
					    : S("It will be as if it had never been. The history "
						"keeps it, and it can be taken back.");
	document_runs(&doc, BLOCK_WARNING, run, 1);
	add_confirming(&doc, entry);
	run[1] = (struct run){ .text = S("Leave it as it is"),
			       .href = record_href(entry->shelf, entry->row->ref, S("")) };
	document_runs(&doc, BLOCK_PARAGRAPH, run + 1, 1);
	struct answer answer = answer_of(DONE, doc);
	answer.only_shown = true;
	return answer;
}

/* ---- two at once ----------------------------------------------------------------------------- */

struct answer
entry_conflict_page(struct entry *entry)
{
	static const struct column columns[] = {
		{ .name = STR("field"), .title = STR("Field") },
		{ .name = STR("typed"), .title = STR("What you gave") },
		{ .name = STR("now"), .title = STR("What it is now") },
	};
	struct document doc = entry_document(entry);
	struct look look = look_at(entry->shelf, entry->row);
	struct rows_made rows = { 0 };
	doc.title = S("Somebody else changed it meanwhile");
	document_paragraph(&doc, S("Nothing of yours is stored yet. Where the two differ, decide "
				   "which is right; sending the "
				   "form again stores what stands in it."));
	for (int f = 0; f < entry->shelf->type->field_count; f++) {
		const struct field *field = &entry->shelf->type->fields[f];
		if (!entry->may[f] || !look_shows(&look, f))
			continue;
		struct cell *cells = rows_push(&rows, countof(columns), doc.arena);
		cells[0] = cell_text(field->label);
		cells[1] = cell_text(entry->fields[f].error.len
					     ? entry->fields[f].text
					     : field_words(entry->shelf, field, entry->values[f]));
		cells[2] = cell_text(field_words(entry->shelf, field, entry->row->values[f]));
		if (!str_equal(entry->values[f], entry->row->values[f]))
			cells[2].tag = S("differs");
	}
	document_table(&doc, table_of(S("both"), S("What you gave, and what it is now"), columns,
				      countof(columns), rows, doc.arena));
	add_form(&doc, entry);
	return answer_of(CHANGED, doc);
}
