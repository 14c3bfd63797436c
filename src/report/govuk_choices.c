/* govuk_choices.c: groups of fields under one question: radios, checkboxes, dates. */
#include "report/govuk_parts.h"

#include <assert.h>

/* ---- the group around them ------------------------------------------------------------------- */

static void
choices_begin(struct html *h, const struct govuk_fieldset *fieldset,
              const struct govuk_field *field)
{
	govuk_group_begin(h, field);
	if (govuk_has_fieldset(fieldset))
		govuk_fieldset_around(h, *fieldset, field);
	govuk_field_words(h, field);
}

static void
choices_end(struct html *h, const struct govuk_fieldset *fieldset)
{
	if (govuk_has_fieldset(fieldset))
		govuk_fieldset_end(h);
	html_raw(h, "</div>\n");
}

/* The first item has the group's own id, so that an error summary can link to it. */
static void
choice_id(struct html *h, const struct govuk_choice *item, Str prefix, int number)
{
	if (item->id.len) {
		html_text(h, item->id);
		return;
	}
	html_text(h, prefix);
	if (number > 1) {
		html_raw(h, "-");
		html_int(h, number);
	}
}

static void
choice_hint(struct html *h, const struct govuk_choice *item, Str prefix, int number, Str kind)
{
	if (item->hint.text.len == 0)
		return;
	html_raw(h, "<div id=\"");
	choice_id(h, item, prefix, number);
	html_raw(h, "-item-hint\" class=\"govuk-hint");
	govuk_more_classes(h, kind);
	govuk_more_classes(h, item->hint.classes);
	html_raw(h, "\">\n");
	html_text(h, item->hint.text);
	html_raw(h, "\n</div>\n");
}

static void
choice_label(struct html *h, const struct govuk_choice *item, Str prefix, int number)
{
	html_raw(h, "\" for=\"");
	choice_id(h, item, prefix, number);
	html_raw(h, "\">\n");
	html_text(h, item->text);
	html_raw(h, "\n</label>\n");
}

/* ---- radios ---------------------------------------------------------------------------------- */

static void
radio_input(struct html *h, const struct govuk_radios *params, const struct govuk_choice *item,
            Str prefix, int number)
{
	html_raw(h, "<input class=\"govuk-radios__input\" id=\"");
	choice_id(h, item, prefix, number);
	html_raw(h, "\"");
	html_attr(h, "name", params->name);
	html_raw(h, " type=\"radio\" value=\"");
	html_text(h, item->value);
	html_raw(h, "\"");
	if (item->checked || (params->value.len && str_equal(item->value, params->value)))
		html_raw(h, " checked");
	if (item->disabled)
		html_raw(h, " disabled");
	if (item->hint.text.len) {
		html_raw(h, " aria-describedby=\"");
		choice_id(h, item, prefix, number);
		html_raw(h, "-item-hint\"");
	}
	html_raw(h, ">\n");
}

static void
radio_item(struct html *h, const struct govuk_radios *params, const struct govuk_choice *item,
           Str prefix, int number)
{
	if (item->divider.len) {
		html_raw(h, "<div class=\"govuk-radios__divider\">");
		html_text(h, item->divider);
		html_raw(h, "</div>\n");
		return;
	}
	html_raw(h, "<div class=\"govuk-radios__item\">\n");
	radio_input(h, params, item, prefix, number);
	html_raw(h, "<label class=\"govuk-label govuk-radios__label");
	govuk_more_classes(h, item->label.classes);
	choice_label(h, item, prefix, number);
	choice_hint(h, item, prefix, number, S("govuk-radios__hint"));
	html_raw(h, "</div>\n");
}

void
govuk_radios(struct html *h, struct govuk_radios params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id_prefix, params.name),
		.described_by = params.fieldset.described_by,
		.group_classes = params.form_group.classes,
		.hint = &params.hint, .error = &params.error_message,
	};
	choices_begin(h, &params.fieldset, &field);
	html_raw(h, "<div class=\"govuk-radios");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\" data-module=\"govuk-radios\">\n");
	for (int i = 0; i < params.item_count; i++)
		radio_item(h, &params, &params.items[i], field.id, i + 1);
	html_raw(h, "</div>\n");
	choices_end(h, &params.fieldset);
}

/* ---- checkboxes ------------------------------------------------------------------------------ */

/* Without a fieldset to carry the group's hint and error, each box is described by them. */
static void
checkbox_described_by(struct html *h, const struct govuk_choice *item,
                      const struct govuk_field *field, bool fieldset, int number)
{
	static const struct govuk_hint no_hint;
	static const struct govuk_error_message no_error;
	struct govuk_field box = fieldset ? (struct govuk_field){ .hint = &no_hint, .error = &no_error }
	                                  : *field;
	bool group = box.described_by.len || box.hint->text.len || box.error->text.len;
	if (item->hint.text.len == 0) {
		govuk_described_by(h, &box);
		return;
	}
	html_raw(h, " aria-describedby=\"");
	if (group) {
		html_text(h, box.described_by);
		if (box.described_by.len)
			html_raw(h, " ");
		if (box.hint->text.len) {
			html_text(h, box.id);
			html_raw(h, "-hint ");
		}
		if (box.error->text.len) {
			html_text(h, box.id);
			html_raw(h, "-error ");
		}
	}
	choice_id(h, item, field->id, number);
	html_raw(h, "-item-hint\"");
}

static void
checkbox_item(struct html *h, const struct govuk_checkboxes *params,
              const struct govuk_choice *item, const struct govuk_field *field, int number)
{
	if (item->divider.len) {
		html_raw(h, "<div class=\"govuk-checkboxes__divider\">");
		html_text(h, item->divider);
		html_raw(h, "</div>\n");
		return;
	}
	html_raw(h, "<div class=\"govuk-checkboxes__item\">\n"
	            "<input class=\"govuk-checkboxes__input\" id=\"");
	choice_id(h, item, field->id, number);
	html_raw(h, "\"");
	html_attr(h, "name", govuk_or(item->name, params->name));
	html_raw(h, " type=\"checkbox\" value=\"");
	html_text(h, item->value);
	html_raw(h, "\"");
	if (item->checked)
		html_raw(h, " checked");
	if (item->disabled)
		html_raw(h, " disabled");
	html_attr(h, "data-behaviour", item->behaviour);
	checkbox_described_by(h, item, field, govuk_has_fieldset(&params->fieldset), number);
	html_raw(h, ">\n<label class=\"govuk-label govuk-checkboxes__label");
	govuk_more_classes(h, item->label.classes);
	choice_label(h, item, field->id, number);
	choice_hint(h, item, field->id, number, S("govuk-checkboxes__hint"));
	html_raw(h, "</div>\n");
}

void
govuk_checkboxes(struct html *h, struct govuk_checkboxes params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id_prefix, params.name),
		.described_by = govuk_or(params.fieldset.described_by, params.described_by),
		.group_classes = params.form_group.classes,
		.hint = &params.hint, .error = &params.error_message,
	};
	choices_begin(h, &params.fieldset, &field);
	html_raw(h, "<div class=\"govuk-checkboxes");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\" data-module=\"govuk-checkboxes\">\n");
	for (int i = 0; i < params.item_count; i++)
		checkbox_item(h, &params, &params.items[i], &field, i + 1);
	html_raw(h, "</div>\n");
	choices_end(h, &params.fieldset);
}

/* ---- date: three boxes under one legend ------------------------------------------------------ */

static Str
capitalised(Str name, struct arena *perm)
{
	char *out = str_c(name, perm);
	if (name.len && out[0] >= 'a' && out[0] <= 'z')
		out[0] = (char)(out[0] - 'a' + 'A');
	return (Str){ out, name.len };
}

static Str
part_classes(const struct govuk_date_part *part, Str width, bool error, struct arena *perm)
{
	struct text classes = text_new(perm);
	text_add(&classes, S("govuk-date-input__input"));
	if (error)
		text_add(&classes, S(" govuk-input--error"));
	if (str_find(part->classes, S("govuk-input--width-")) < 0) {
		text_add(&classes, S(" govuk-input--width-"));
		text_add(&classes, width);
	}
	if (part->classes.len) {
		text_char(&classes, ' ');
		text_add(&classes, part->classes);
	}
	return text_str(&classes);
}

static void
date_part(struct html *h, const struct govuk_date_input *params, const struct govuk_date_part *part,
          Str usual, bool error)
{
	struct arena *perm = h->out.arena;
	Str name = govuk_or(part->name, usual);
	Str width = str_equal(usual, S("year")) ? S("4") : S("2");
	Str prefix = params->name_prefix;
	html_raw(h, "<div class=\"govuk-date-input__item\">\n");
	govuk_input(h, (struct govuk_input){
		.label = { .text = part->label.len ? part->label : capitalised(name, perm),
		           .classes = S("govuk-date-input__label") },
		.id = str_format(perm, "%.*s-%.*s", STR_ARG(params->id), STR_ARG(name)),
		.name = prefix.len ? str_format(perm, "%.*s-%.*s", STR_ARG(prefix), STR_ARG(name)) : name,
		.classes = part_classes(part, width, error, perm),
		.value = part->value,
		.inputmode = S("numeric"),
	});
	html_raw(h, "</div>\n");
}

/* Where an error is said of no part, it is of all three. */
void
govuk_date_input(struct html *h, struct govuk_date_input params)
{
	assert(params.id.len > 0);
	struct govuk_field field = {
		.id = params.id, .described_by = params.fieldset.described_by,
		.group_classes = params.form_group.classes,
		.hint = &params.hint, .error = &params.error_message,
	};
	bool one = params.day.error || params.month.error || params.year.error;
	bool all = params.error_message.text.len && !one;
	params.fieldset.role = S("group");
	choices_begin(h, &params.fieldset, &field);
	html_raw(h, "<div class=\"govuk-date-input");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "id", params.id);
	html_raw(h, ">\n");
	date_part(h, &params, &params.day, S("day"), all || params.day.error);
	date_part(h, &params, &params.month, S("month"), all || params.month.error);
	date_part(h, &params, &params.year, S("year"), all || params.year.error);
	html_raw(h, "</div>\n");
	choices_end(h, &params.fieldset);
}
