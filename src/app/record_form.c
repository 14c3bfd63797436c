/* record_form.c: forms of some fields of a record type, and the deeds they come to. */
#include "app/record_form.h"

#include "app/register_parts.h"

struct record_form
record_form_of(const struct own *own, enum type_id type, const struct asked_field *fields, int count)
{
	return (struct record_form){ .own = own, .type = &record_types[type], .fields = fields, .count = count };
}

void
record_form_take(struct record_form *form, const struct record *record)
{
	form->takes = true;
	form->record = record;
	for (int f = 0; record && f < form->type->field_count; f++)
		form->values[f] = record->values[f];
}

Str *
record_form_value(struct record_form *form, const char *field)
{
	return &form->values[field_find(form->type, str_of(field))];
}

void
record_form_complain(struct record_form *form, const char *field, Str words)
{
	int f = field_find(form->type, str_of(field));
	if (form->wrong[f].len == 0)
		form->wrong[f] = words;
	form->bad = true;
}

static Str
label_of(const struct record_form *form, const struct asked_field *asked)
{
	return asked->label ? str_of(asked->label) : form->type->fields[field_find(form->type, str_of(asked->name))].label;
}

static void
read_fields(struct record_form *form)
{
	struct arena *perm = form->own->perm;
	const struct sents *sent = form->own->ask->sent;
	for (int i = 0; i < form->count; i++) {
		const struct asked_field *asked = &form->fields[i];
		int f = field_find(form->type, str_of(asked->name));
		struct misfit misfit;
		if (!sents_has(sent, str_of(asked->name)) && form->values[f].len)
			continue;
		form->typed[f] = str_trim(sents_find(sent, str_of(asked->name)));
		if (!value_read(&form->type->fields[f], form->typed[f], &form->values[f], &misfit, perm))
			record_form_complain(form, asked->name, str_format(perm, "%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, perm)),
				STR_ARG(misfit.mend)));
		else if (asked->needed && form->values[f].len == 0)
			record_form_complain(form, asked->name, str_format(perm, "%.*s is needed", STR_ARG(label_of(form, asked))));
	}
}

/* "version.vetting" */
static Str
version_name(const struct record_form *form)
{
	return str_join(S("version."), form->type->name, form->own->perm);
}

static Str
version_text(const struct record_form *form)
{
	return str_format(form->own->perm, "%lld", form->record ? (long long)form->record->version : 0LL);
}

/* Where the record is another than the one that was shown: beside each field that would be written over, what it is now. */
static void
tell_changed(struct record_form *form)
{
	struct arena *perm = form->own->perm;
	for (int i = 0; i < form->count; i++) {
		int f = field_find(form->type, str_of(form->fields[i].name));
		Str now = form->record ? form->record->values[f] : S("");
		if (str_equal(form->values[f], now))
			continue;
		record_form_complain(form, form->fields[i].name, str_format(perm, "Somebody changed this record while the form was open: here %s%.*s%s. "
			"Send it again to keep what you gave", now.len ? "it now says \u201c" : "it now says nothing", STR_ARG(value_words(&form->type->fields[f],
			now, perm)), now.len ? "\u201d" : ""));
	}
}

void
record_form_read(struct record_form *form)
{
	read_fields(form);
	Str name = version_name(form);
	const struct sents *sent = form->own->ask->sent;
	if (form->takes && sents_has(sent, name) && !str_equal(sents_find(sent, name), version_text(form)))
		tell_changed(form);
}

static struct pick *
picks_of(const struct field *field, bool needed, int *count, struct arena *perm)
{
	struct pick *picks = new(perm, field->choice_count + 3, struct pick);
	*count = 0;
	if (field->kind == FIELD_YES_NO) {
		picks[(*count)++] = pick_of(S("yes"), S("Yes"));
		picks[(*count)++] = pick_of(S("no"), S("No"));
		picks[(*count)++] = pick_of(S(""), S("Not known"));
		return picks;
	}
	if (!needed)
		picks[(*count)++] = pick_of(S(""), S("Not said"));
	for (int c = 0; c < field->choice_count; c++)
		picks[(*count)++] = pick_of(field->choices[c].code, field->choices[c].words);
	return picks;
}

static struct input
input_of(const struct record_form *form, const struct asked_field *asked)
{
	struct arena *perm = form->own->perm;
	int f = field_find(form->type, str_of(asked->name));
	const struct field *field = &form->type->fields[f];
	bool sent = form->own->ask->sent && form->typed[f].len;
	struct input input = { .kind = INPUT_TEXT, .name = field->name, .label = label_of(form, asked), .hint = field->hint,
		.value = sent ? form->typed[f] : form->values[f], .error = form->wrong[f], .optional = !asked->needed };
	switch (field->kind) {
	case FIELD_CHOICE:
		input.kind = field->choice_count > 5 || !asked->needed ? INPUT_SELECT : INPUT_RADIOS;
		input.picks = picks_of(field, asked->needed, &input.pick_count, perm);
		break;
	case FIELD_YES_NO:
		input.kind = INPUT_RADIOS;
		input.picks = picks_of(field, asked->needed, &input.pick_count, perm);
		break;
	case FIELD_DATE:
		input.kind = INPUT_DATE;
		input.width = 20;
		if (!sent)
			input.value = value_words(field, form->values[f], perm);
		break;
	case FIELD_NOTE:
		input.kind = INPUT_NOTE;
		break;
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_WHOLE:
	case FIELD_MONEY:
		input.numeric = true;
		input.width = 10;
		break;
	case FIELD_TEXT:
	case FIELD_REF:
		input.width = 20;
		break;
	}
	return input;
}

void
record_form_inputs(const struct record_form *form, struct form *to)
{
	for (int i = 0; i < form->count; i++)
		form_input(to, form->own->perm, input_of(form, &form->fields[i]));
	if (form->takes)
		form_input(to, form->own->perm, (struct input){ .kind = INPUT_HIDDEN, .name = version_name(form), .value = version_text(form) });
}

/* ---- deeds ------------------------------------------------------------------------------------- */

Str
record_next_ref(const struct own *own, enum type_id type)
{
	return ref_next(&own->council->of[type], 0, own->perm);
}

void
record_add(const struct own *own, struct changes *changes, enum type_id type, const Str *values)
{
	changes_add(changes, (struct change){ .kind = ADD, .type = &record_types[type],
		.after = { .version = 1, .ref = record_next_ref(own, type), .values = values } });
}

void
record_alter(struct changes *changes, const struct record_type *type, const struct record *record,
             const Str *values)
{
	struct record after = *record;
	after.values = values;
	after.version++;
	changes_add(changes, (struct change){ .kind = ALTER, .type = type, .before = *record, .after = after });
}

Str
record_made(const struct deed_made *deed, enum type_id type, struct period when, const struct valued *valued, int count)
{
	const struct record_type *of = &record_types[type];
	Str *values = new(deed->own->perm, of->field_count, Str);
	Str ref = ref_next(&deed->own->council->of[type], deed->taken[type]++, deed->own->perm);
	for (int i = 0; i < count; i++)
		values[field_find(of, str_of(valued[i].field))] = valued[i].value;
	changes_add(deed->changes, (struct change){ .kind = ADD, .type = of,
		.after = { .version = 1, .ref = ref, .when = when, .values = values } });
	return ref;
}

void
record_changed(const struct deed_made *deed, enum type_id type, const struct record *record, const struct valued *valued, int count)
{
	const struct record_type *of = &record_types[type];
	Str *values = new(deed->own->perm, of->field_count, Str);
	for (int f = 0; f < of->field_count; f++)
		values[f] = record->values[f];
	for (int i = 0; i < count; i++)
		values[field_find(of, str_of(valued[i].field))] = valued[i].value;
	record_alter(deed->changes, of, record, values);
}

struct answer
record_did(const struct own *own, const struct changes *changes, Str object, Str reason, Str title, Str to)
{
	struct error err = { 0 };
	struct wish wish = { .what = S("edit"), .object = object, .reason = reason };
	struct done done = deed_do(own->world, own->ask, &wish, changes, own->perm, &err);
	return answer_done(own, &done, &err, title, to);
}
