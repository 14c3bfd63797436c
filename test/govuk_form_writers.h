/* govuk_form_writers.h: examples of forms written by our components. */
#ifndef TEST_GOVUK_FORM_WRITERS_H
#define TEST_GOVUK_FORM_WRITERS_H

#include "govuk_writers.h"

static struct govuk_attribute *
attributes_of(const json_t *o, struct arena *perm)
{
	json_t *given = json_object_get(o, "attributes"), *value;
	const char *name;
	int used = 0;
	struct govuk_attribute *attributes =
		new(perm, (ptrdiff_t)json_object_size(given) + 1, struct govuk_attribute);
	json_object_foreach(given, name, value)
		attributes[used++] = (struct govuk_attribute){ str_of(name), option(given, name, perm) };
	return attributes;
}

static void
button(struct html *h, const json_t *o)
{
	govuk_button(h, (struct govuk_button){
		.text = OPTION("text"), .href = OPTION("href"), .type = OPTION("type"),
		.name = OPTION("name"), .value = OPTION("value"), .id = OPTION("id"),
		.classes = OPTION("classes"), .disabled = option_true(o, "disabled"),
		.is_start_button = option_true(o, "isStartButton"),
		.prevent_double_click = option_true(o, "preventDoubleClick"),
		.attributes = attributes_of(o, h->out.arena) });
}

static struct govuk_label
label_of(const json_t *o, struct arena *perm)
{
	return (struct govuk_label){ option(o, "text", perm), option(o, "for", perm),
		option(o, "classes", perm), option_true(o, "isPageHeading") };
}

static struct govuk_hint
hint_of(const json_t *o, struct arena *perm)
{
	return (struct govuk_hint){ option(o, "text", perm), option(o, "id", perm),
		option(o, "classes", perm) };
}

static struct govuk_error_message
error_of(const json_t *o, struct arena *perm)
{
	return (struct govuk_error_message){ option(o, "text", perm), option(o, "id", perm),
		option(o, "classes", perm), option(o, "visuallyHiddenText", perm) };
}

static struct govuk_fieldset
fieldset_of(const json_t *o, struct arena *perm)
{
	const json_t *legend = json_object_get(o, "legend");
	return (struct govuk_fieldset){
		.legend = { option(legend, "text", perm), option(legend, "classes", perm),
		            option_true(legend, "isPageHeading") },
		.classes = option(o, "classes", perm), .role = option(o, "role", perm),
		.described_by = option(o, "describedBy", perm) };
}

static void
label(struct html *h, const json_t *o)
{
	govuk_label(h, label_of(o, h->out.arena));
}

static void
hint(struct html *h, const json_t *o)
{
	govuk_hint(h, hint_of(o, h->out.arena));
}

static void
error_message(struct html *h, const json_t *o)
{
	govuk_error_message(h, error_of(o, h->out.arena));
}

static void
fieldset(struct html *h, const json_t *o)
{
	govuk_fieldset_begin(h, fieldset_of(o, h->out.arena));
	html_bytes_(h, OPTION("html"));
	govuk_fieldset_end(h);
}

/* What every field takes, by the same names. */
#define FIELD_PARAMS \
	.hint = hint_of(json_object_get(o, "hint"), h->out.arena), \
	.error_message = error_of(json_object_get(o, "errorMessage"), h->out.arena), \
	.form_group = { option(json_object_get(o, "formGroup"), "classes", h->out.arena) }, \
	.classes = OPTION("classes")
#define LABELLED_PARAMS \
	FIELD_PARAMS, .label = label_of(json_object_get(o, "label"), h->out.arena), \
	.name = OPTION("name"), .id = OPTION("id"), .described_by = OPTION("describedBy"), \
	.disabled = option_true(o, "disabled"), .attributes = attributes_of(o, h->out.arena)

static enum govuk_spellcheck
spellcheck_of(const json_t *o)
{
	const json_t *said = json_object_get(o, "spellcheck");
	return json_is_true(said) ? SPELLCHECK_ON : json_is_false(said) ? SPELLCHECK_OFF
	                                                               : SPELLCHECK_UNSAID;
}

static void
input(struct html *h, const json_t *o)
{
	const json_t *before = json_object_get(o, "prefix"), *after = json_object_get(o, "suffix");
	struct arena *perm = h->out.arena;
	govuk_input(h, (struct govuk_input){
		LABELLED_PARAMS, .type = OPTION("type"), .value = OPTION("value"),
		.inputmode = OPTION("inputmode"), .autocomplete = OPTION("autocomplete"),
		.autocapitalize = OPTION("autocapitalize"), .pattern = OPTION("pattern"),
		.spellcheck = spellcheck_of(o),
		.prefix = { option(before, "text", perm), option(before, "classes", perm) },
		.suffix = { option(after, "text", perm), option(after, "classes", perm) } });
}

static void
password_input(struct html *h, const json_t *o)
{
	govuk_password_input(h, (struct govuk_password_input){
		LABELLED_PARAMS, .autocomplete = OPTION("autocomplete") });
}

static void
textarea(struct html *h, const json_t *o)
{
	govuk_textarea(h, (struct govuk_textarea){
		LABELLED_PARAMS, .value = OPTION("value"), .rows = option_int(o, "rows"),
		.autocomplete = OPTION("autocomplete"), .spellcheck = spellcheck_of(o) });
}

static void
select_(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "items");
	int count = (int)json_array_size(list);
	struct govuk_option *items = new(perm, count, struct govuk_option);
	for (int i = 0; i < count; i++) {
		const json_t *item = json_array_get(list, (size_t)i);
		items[i] = (struct govuk_option){
			.text = option(item, "text", perm), .value = option(item, "value", perm),
			.selected = option_true(item, "selected"), .disabled = option_true(item, "disabled"),
			.value_unsaid = !json_object_get(item, "value") };
	}
	govuk_select(h, (struct govuk_select){
		LABELLED_PARAMS, .value = OPTION("value"), .items = items, .item_count = count });
}

static void
file_upload(struct html *h, const json_t *o)
{
	govuk_file_upload(h, (struct govuk_file_upload){
		LABELLED_PARAMS, .multiple = option_true(o, "multiple"),
		.javascript = option_true(o, "javascript") });
}

static struct govuk_date_part
part_of(const json_t *o, const char *which, struct arena *perm)
{
	const json_t *part = json_object_get(o, which), *values = json_object_get(o, "values");
	Str name = option(part, "name", perm), prefix = option(o, "namePrefix", perm);
	Str key = str_format(perm, "%.*s%s%.*s", STR_ARG(prefix), prefix.len ? "-" : "",
	                     STR_ARG(name.len ? name : str_of(which)));
	Str value = option(part, "value", perm);
	return (struct govuk_date_part){
		.name = name, .label = option(part, "label", perm), .classes = option(part, "classes", perm),
		.value = value.len ? value : option(values, str_c(key, perm), perm),
		.error = option_true(part, "error") };
}

static void
date_input(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	govuk_date_input(h, (struct govuk_date_input){
		FIELD_PARAMS, .id = OPTION("id"), .name_prefix = OPTION("namePrefix"),
		.fieldset = fieldset_of(json_object_get(o, "fieldset"), perm),
		.day = part_of(o, "day", perm), .month = part_of(o, "month", perm),
		.year = part_of(o, "year", perm) });
}

/* Checkboxes name the chosen values in a list of their own. */
static bool
among(const json_t *values, Str value, struct arena *perm)
{
	for (size_t i = 0; i < json_array_size(values); i++) {
		const json_t *one = json_array_get(values, i);
		Str text = json_is_integer(one)
			? str_format(perm, "%lld", (long long)json_integer_value(one))
			: str_of(json_string_value(one));
		if (str_equal(text, value))
			return true;
	}
	return false;
}

static struct govuk_choice *
choices_of(const json_t *o, struct arena *perm)
{
	const json_t *list = json_object_get(o, "items");
	struct govuk_choice *items = new(perm, (ptrdiff_t)json_array_size(list), struct govuk_choice);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *item = json_array_get(list, i), *said = json_object_get(item, "hint");
		Str value = option(item, "value", perm);
		items[i] = (struct govuk_choice){
			.text = option(item, "text", perm), .value = value, .id = option(item, "id", perm),
			.name = option(item, "name", perm), .divider = option(item, "divider", perm),
			.hint = { option(said, "text", perm), option(said, "classes", perm) },
			.label = { option(json_object_get(item, "label"), "classes", perm) },
			.checked = option_true(item, "checked") || among(json_object_get(o, "values"), value, perm),
			.disabled = option_true(item, "disabled"), .behaviour = option(item, "behaviour", perm) };
	}
	return items;
}

#define CHOICE_PARAMS \
	FIELD_PARAMS, .name = OPTION("name"), .id_prefix = OPTION("idPrefix"), \
	.items = choices_of(o, h->out.arena), \
	.item_count = (int)json_array_size(json_object_get(o, "items")), \
	.fieldset = fieldset_of(json_object_get(o, "fieldset"), h->out.arena)

static void
radios(struct html *h, const json_t *o)
{
	govuk_radios(h, (struct govuk_radios){ CHOICE_PARAMS, .value = OPTION("value") });
}

static void
checkboxes(struct html *h, const json_t *o)
{
	govuk_checkboxes(h, (struct govuk_checkboxes){ CHOICE_PARAMS,
		.described_by = OPTION("describedBy") });
}

#endif
