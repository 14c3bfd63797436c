/* govuk_forms.c: buttons, labels, hints, errors, and the fields that take one answer. */
#include "report/govuk_parts.h"

/* ---- button ---------------------------------------------------------------------------------- */

static void
button_common(struct html *h, const struct govuk_button *params)
{
	html_raw(h, " class=\"govuk-button");
	govuk_more_classes(h, params->classes);
	if (params->is_start_button)
		html_raw(h, " govuk-button--start");
	html_raw(h, "\" data-module=\"govuk-button\"");
	govuk_attributes(h, params->attributes);
	html_attr(h, "id", params->id);
	html_raw(h, ">\n");
	html_text(h, params->text);
	html_raw(h, "\n");
	if (params->is_start_button)
		html_raw(h, "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" "
		            "width=\"17.5\" height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" "
		            "focusable=\"false\">\n<path fill=\"currentColor\" "
		            "d=\"M0 0h13l20 20-20 20H0l20-20z\"/>\n</svg>\n");
}

void
govuk_button(struct html *h, struct govuk_button params)
{
	if (params.href.len) {
		html_raw(h, "<a");
		html_attr(h, "href", params.href);
		html_raw(h, " role=\"button\" draggable=\"false\"");
		button_common(h, &params);
		html_raw(h, "</a>\n");
		return;
	}
	html_raw(h, "<button");
	html_attr(h, "type", govuk_or(params.type, S("submit")));
	html_attr(h, "value", params.value);
	html_attr(h, "name", params.name);
	if (params.disabled)
		html_raw(h, " disabled aria-disabled=\"true\"");
	if (params.prevent_double_click)
		html_raw(h, " data-prevent-double-click=\"true\"");
	button_common(h, &params);
	html_raw(h, "</button>\n");
}

/* ---- label, hint, error, fieldset ------------------------------------------------------------ */

void
govuk_label(struct html *h, struct govuk_label params)
{
	if (params.text.len == 0)
		return;
	if (params.is_page_heading)
		html_raw(h, "<h1 class=\"govuk-label-wrapper\">\n");
	html_raw(h, "<label class=\"govuk-label");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "for", params.for_);
	html_raw(h, ">\n");
	html_text(h, params.text);
	html_raw(h, "\n</label>\n");
	if (params.is_page_heading)
		html_raw(h, "</h1>\n");
}

/* An id made of a field's and a part's name, as an attribute; nothing for an empty one. */
static void
part_id(struct html *h, Str id, Str part)
{
	if (id.len == 0)
		return;
	html_raw(h, " id=\"");
	html_text(h, id);
	html_text(h, part);
	html_raw(h, "\"");
}

static void
hint_words(struct html *h, const struct govuk_hint *hint, Str id, Str part)
{
	html_raw(h, "<div");
	part_id(h, id, part);
	html_raw(h, " class=\"govuk-hint");
	govuk_more_classes(h, hint->classes);
	html_raw(h, "\">\n");
	html_text(h, hint->text);
	html_raw(h, "\n</div>\n");
}

void
govuk_hint(struct html *h, struct govuk_hint params)
{
	hint_words(h, &params, params.id, S(""));
}

static void
error_words(struct html *h, const struct govuk_error_message *error, Str id, Str part)
{
	html_raw(h, "<p");
	part_id(h, id, part);
	html_raw(h, " class=\"govuk-error-message");
	govuk_more_classes(h, error->classes);
	html_raw(h, "\">\n<span class=\"govuk-visually-hidden\">");
	html_text(h, govuk_or(error->visually_hidden_text, S("Error")));
	html_raw(h, ":</span> ");
	html_text(h, error->text);
	html_raw(h, "\n</p>\n");
}

void
govuk_error_message(struct html *h, struct govuk_error_message params)
{
	error_words(h, &params, params.id, S(""));
}

void
govuk_group_begin(struct html *h, const struct govuk_field *field)
{
	html_raw(h, "<div class=\"govuk-form-group");
	if (field->error->text.len)
		html_raw(h, " govuk-form-group--error");
	govuk_more_classes(h, field->group_classes);
	html_raw(h, "\">\n");
}

void
govuk_field_words(struct html *h, const struct govuk_field *field)
{
	if (field->label) {
		struct govuk_label label = *field->label;
		label.for_ = field->id;
		govuk_label(h, label);
	}
	if (field->hint->text.len)
		hint_words(h, field->hint, field->id, S("-hint"));
	if (field->error->text.len)
		error_words(h, field->error, field->id, S("-error"));
}

void
govuk_described_by(struct html *h, const struct govuk_field *field)
{
	bool hint = field->hint->text.len, error = field->error->text.len;
	if (field->described_by.len == 0 && !hint && !error)
		return;
	html_raw(h, " aria-describedby=\"");
	html_text(h, field->described_by);
	if (field->described_by.len && (hint || error))
		html_raw(h, " ");
	if (hint) {
		html_text(h, field->id);
		html_raw(h, "-hint");
	}
	if (hint && error)
		html_raw(h, " ");
	if (error) {
		html_text(h, field->id);
		html_raw(h, "-error");
	}
	html_raw(h, "\"");
}

static void
legend(struct html *h, const struct govuk_fieldset *params)
{
	html_raw(h, "<legend class=\"govuk-fieldset__legend");
	govuk_more_classes(h, params->legend.classes);
	html_raw(h, "\">\n");
	if (params->legend.is_page_heading)
		html_raw(h, "<h1 class=\"govuk-fieldset__heading\">\n");
	html_text(h, params->legend.text);
	html_raw(h, "\n");
	if (params->legend.is_page_heading)
		html_raw(h, "</h1>\n");
	html_raw(h, "</legend>\n");
}

void
govuk_fieldset_around(struct html *h, struct govuk_fieldset params, const struct govuk_field *field)
{
	html_raw(h, "<fieldset class=\"govuk-fieldset");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "role", params.role);
	govuk_described_by(h, field);
	html_raw(h, ">\n");
	if (params.legend.text.len)
		legend(h, &params);
}

bool
govuk_has_fieldset(const struct govuk_fieldset *fieldset)
{
	return fieldset->legend.text.len || fieldset->classes.len || fieldset->described_by.len;
}

void
govuk_fieldset_begin(struct html *h, struct govuk_fieldset params)
{
	static const struct govuk_hint no_hint;
	static const struct govuk_error_message no_error;
	govuk_fieldset_around(h, params, &(struct govuk_field){
		.described_by = params.described_by, .hint = &no_hint, .error = &no_error,
	});
}

void
govuk_fieldset_end(struct html *h)
{
	html_raw(h, "</fieldset>\n");
}

/* ---- input ----------------------------------------------------------------------------------- */

static Str
spellcheck(enum govuk_spellcheck said)
{
	switch (said) {
	case SPELLCHECK_UNSAID: return S("");
	case SPELLCHECK_ON:     return S("true");
	case SPELLCHECK_OFF:    return S("false");
	}
	return S("");
}

static void
input_element(struct html *h, const struct govuk_input *params, const struct govuk_field *field)
{
	html_raw(h, "<input class=\"govuk-input");
	govuk_more_classes(h, params->classes);
	if (params->error_message.text.len)
		html_raw(h, " govuk-input--error");
	html_raw(h, "\"");
	html_attr(h, "id", field->id);
	html_attr(h, "name", params->name);
	html_attr(h, "type", govuk_or(params->type, S("text")));
	html_attr(h, "spellcheck", spellcheck(params->spellcheck));
	html_attr(h, "value", params->value);
	if (params->disabled)
		html_raw(h, " disabled");
	govuk_described_by(h, field);
	html_attr(h, "autocomplete", params->autocomplete);
	html_attr(h, "autocapitalize", params->autocapitalize);
	html_attr(h, "pattern", params->pattern);
	html_attr(h, "inputmode", params->inputmode);
	govuk_attributes(h, params->attributes);
	html_raw(h, ">\n");
}

static void
input_with_affixes(struct html *h, const struct govuk_input *params,
                   const struct govuk_field *field)
{
	html_raw(h, "<div class=\"govuk-input__wrapper\">\n");
	if (params->prefix.text.len) {
		html_raw(h, "<div class=\"govuk-input__prefix");
		govuk_more_classes(h, params->prefix.classes);
		html_raw(h, "\" aria-hidden=\"true\">");
		html_text(h, params->prefix.text);
		html_raw(h, "</div>\n");
	}
	input_element(h, params, field);
	if (params->suffix.text.len) {
		html_raw(h, "<div class=\"govuk-input__suffix");
		govuk_more_classes(h, params->suffix.classes);
		html_raw(h, "\" aria-hidden=\"true\">");
		html_text(h, params->suffix.text);
		html_raw(h, "</div>\n");
	}
	html_raw(h, "</div>\n");
}

void
govuk_input(struct html *h, struct govuk_input params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id, params.name), .described_by = params.described_by,
		.group_classes = params.form_group.classes, .label = &params.label,
		.hint = &params.hint, .error = &params.error_message,
	};
	govuk_group_begin(h, &field);
	govuk_field_words(h, &field);
	if (params.prefix.text.len || params.suffix.text.len)
		input_with_affixes(h, &params, &field);
	else
		input_element(h, &params, &field);
	html_raw(h, "</div>\n");
}

/* The button is hidden until the script that it needs shows it. */
static void
password_toggle(struct html *h, Str id)
{
	html_raw(h, "<button type=\"button\" class=\"govuk-button govuk-button--secondary "
	            "govuk-password-input__toggle govuk-js-password-input-toggle\" "
	            "data-module=\"govuk-button\"");
	html_attr(h, "aria-controls", id);
	html_raw(h, " aria-label=\"Show password\" hidden>\nShow\n</button>\n");
}

void
govuk_password_input(struct html *h, struct govuk_password_input params)
{
	struct text classes = text_new(h->out.arena);
	struct govuk_field field = {
		.id = govuk_or(params.id, params.name), .described_by = params.described_by,
		.label = &params.label, .hint = &params.hint, .error = &params.error_message,
	};
	text_add(&classes, S("govuk-password-input__input govuk-js-password-input-input"));
	text_add(&classes, params.classes.len ? S(" ") : S(""));
	text_add(&classes, params.classes);
	html_raw(h, "<div class=\"govuk-form-group");
	if (params.error_message.text.len)
		html_raw(h, " govuk-form-group--error");
	html_raw(h, " govuk-password-input");
	govuk_more_classes(h, params.form_group.classes);
	html_raw(h, "\" data-module=\"govuk-password-input\">\n");
	govuk_field_words(h, &field);
	html_raw(h, "<div class=\"govuk-input__wrapper govuk-password-input__wrapper\">\n");
	input_element(h, &(struct govuk_input){
		.name = params.name, .type = S("password"), .classes = text_str(&classes),
		.error_message = params.error_message, .spellcheck = SPELLCHECK_OFF,
		.autocapitalize = S("none"), .disabled = params.disabled, .attributes = params.attributes,
		.autocomplete = govuk_or(params.autocomplete, S("current-password")),
	}, &field);
	password_toggle(h, field.id);
	html_raw(h, "</div>\n</div>\n");
}

/* ---- textarea, select, file upload ----------------------------------------------------------- */

void
govuk_textarea(struct html *h, struct govuk_textarea params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id, params.name), .described_by = params.described_by,
		.group_classes = params.form_group.classes, .label = &params.label,
		.hint = &params.hint, .error = &params.error_message,
	};
	govuk_group_begin(h, &field);
	govuk_field_words(h, &field);
	html_raw(h, "<textarea class=\"govuk-textarea");
	if (params.error_message.text.len)
		html_raw(h, " govuk-textarea--error");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "id", field.id);
	html_attr(h, "name", params.name);
	html_raw(h, " rows=\"");
	html_int(h, params.rows ? params.rows : 5);
	html_raw(h, "\"");
	html_attr(h, "spellcheck", spellcheck(params.spellcheck));
	if (params.disabled)
		html_raw(h, " disabled");
	govuk_described_by(h, &field);
	html_attr(h, "autocomplete", params.autocomplete);
	govuk_attributes(h, params.attributes);
	html_raw(h, ">");
	/* A reader of HTML drops one line end here, so what was typed may not begin with one. */
	if (str_begins(params.value, S("\n")))
		html_raw(h, "\n");
	html_text(h, params.value);
	html_raw(h, "</textarea>\n</div>\n");
}

static void
option(struct html *h, const struct govuk_option *item, Str chosen)
{
	Str value = item->value_unsaid ? item->text : item->value;
	html_raw(h, "<option");
	if (!item->value_unsaid) {
		html_raw(h, " value=\"");
		html_text(h, item->value);
		html_raw(h, "\"");
	}
	if (item->selected || (chosen.len && str_equal(value, chosen)))
		html_raw(h, " selected");
	if (item->disabled)
		html_raw(h, " disabled");
	html_raw(h, ">");
	html_text(h, item->text);
	html_raw(h, "</option>\n");
}

void
govuk_select(struct html *h, struct govuk_select params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id, params.name), .described_by = params.described_by,
		.group_classes = params.form_group.classes, .label = &params.label,
		.hint = &params.hint, .error = &params.error_message,
	};
	govuk_group_begin(h, &field);
	govuk_field_words(h, &field);
	html_raw(h, "<select class=\"govuk-select");
	govuk_more_classes(h, params.classes);
	if (params.error_message.text.len)
		html_raw(h, " govuk-select--error");
	html_raw(h, "\"");
	html_attr(h, "id", field.id);
	html_attr(h, "name", params.name);
	if (params.disabled)
		html_raw(h, " disabled");
	govuk_described_by(h, &field);
	govuk_attributes(h, params.attributes);
	html_raw(h, ">\n");
	for (int i = 0; i < params.item_count; i++)
		option(h, &params.items[i], params.value);
	html_raw(h, "</select>\n</div>\n");
}

void
govuk_file_upload(struct html *h, struct govuk_file_upload params)
{
	struct govuk_field field = {
		.id = govuk_or(params.id, params.name), .described_by = params.described_by,
		.group_classes = params.form_group.classes, .label = &params.label,
		.hint = &params.hint, .error = &params.error_message,
	};
	govuk_group_begin(h, &field);
	govuk_field_words(h, &field);
	if (params.javascript)
		html_raw(h, "<div class=\"govuk-file-upload-wrapper\" data-module=\"govuk-file-upload\">\n");
	html_raw(h, "<input class=\"govuk-file-upload");
	govuk_more_classes(h, params.classes);
	if (params.error_message.text.len)
		html_raw(h, " govuk-file-upload--error");
	html_raw(h, "\"");
	html_attr(h, "id", field.id);
	html_attr(h, "name", params.name);
	html_raw(h, " type=\"file\"");
	if (params.disabled)
		html_raw(h, " disabled");
	if (params.multiple)
		html_raw(h, " multiple");
	govuk_described_by(h, &field);
	govuk_attributes(h, params.attributes);
	html_raw(h, ">\n");
	if (params.javascript)
		html_raw(h, "</div>\n");
	html_raw(h, "</div>\n");
}
