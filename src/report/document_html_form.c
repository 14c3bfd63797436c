/* document_html_form.c: a form on a page, and what is wrong with what was given. */
#include "report/document_html.h"

#include <assert.h>

#include "report/govuk.h"

/* ---- ids ------------------------------------------------------------------------------------- */

/* Letters, figures and the underscore stand; any other byte is ".2D". So no two names make one id,
 * and none makes the id of another's hint, error or second choice, which have a hyphen. */
static void
add_safe(struct text *id, Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (plain || c == '_')
			text_char(id, c);
		else
			text_format(id, ".%02X", (unsigned)(unsigned char)c);
	}
}

/* "form-3", or the form's own; then "form-3-first_day". */
static Str
form_id(const struct form *form, int number, struct arena *perm)
{
	struct text id = text_new(perm);
	if (form->id.len)
		add_safe(&id, form->id);
	else
		text_format(&id, "form-%d", number);
	return text_str(&id);
}

static Str
input_id(Str form, const struct input *input, struct arena *perm)
{
	struct text id = text_new(perm);
	text_add(&id, form);
	text_char(&id, '-');
	add_safe(&id, input->name);
	return text_str(&id);
}

/* ---- one input ------------------------------------------------------------------------------- */

struct set_input {
	struct body body;
	const struct form *form;
	const struct input *input;
	Str id;
	Str label;                   /* with "(optional)" */
	bool loud;                   /* the label is bold: not in a filter */
};

/* Characters that the style sheet has a width for. */
static Str
width_class(int width, struct arena *perm)
{
	static const int widths[] = { 2, 3, 4, 5, 10, 20, 30 };
	for (ptrdiff_t i = 0; i < countof(widths); i++)
		if (widths[i] == width)
			return str_format(perm, "govuk-input--width-%d", width);
	assert(width == 0 && "a width that form.h does not have");
	return (Str){ 0 };
}

static struct govuk_label
label_of(const struct set_input *at)
{
	return (struct govuk_label){ .text = at->label,
		.classes = at->loud ? S("govuk-label--s") : S("") };
}

static struct govuk_fieldset
fieldset_of(const struct set_input *at)
{
	return (struct govuk_fieldset){ .legend = { .text = at->label,
		.classes = at->loud ? S("govuk-fieldset__legend--s") : S("") } };
}

static void
suggestions(const struct set_input *at, Str id)
{
	struct html *h = at->body.h;
	html_raw(h, "<datalist");
	html_attr(h, "id", id);
	html_raw(h, ">");
	for (int i = 0; i < at->input->pick_count; i++) {
		const struct pick *pick = &at->input->picks[i];
		html_raw(h, "<option");
		html_attr(h, "value", pick->value);
		html_raw(h, ">");
		if (!str_equal(pick->words, pick->value))
			html_text(h, pick->words);
		html_raw(h, "</option>");
	}
	html_raw(h, "</datalist>\n");
}

/* Text, and a date: three boxes for day, month and year keep people from pasting one. */
static void
one_line(const struct set_input *at)
{
	struct arena *perm = at->body.h->out.arena;
	const struct input *input = at->input;
	bool date = input->kind == INPUT_DATE;
	int width = input->width || !date ? input->width : 10;
	Str list = input->pick_count && !date ? str_format(perm, "%.*s-list", STR_ARG(at->id)) : S("");
	bool within = input->least < input->most;
	struct govuk_attribute attributes[4] = { { S(""), S("") } };
	int count = 0;
	if (list.len)
		attributes[count++] = (struct govuk_attribute){ S("list"), list };
	if (within) {
		attributes[count++] = (struct govuk_attribute){ S("data-least"), str_format(perm, "%lld", (long long)input->least) };
		attributes[count++] = (struct govuk_attribute){ S("data-most"), str_format(perm, "%lld", (long long)input->most) };
	}
	Str hint = date && !input->hint.len && !at->form->in_a_row
		? S("For example, 5 Mar 2026 or 05/03/2026") : input->hint;
	govuk_input(at->body.h, (struct govuk_input){
		.name = input->name, .id = at->id, .value = input->value, .label = label_of(at),
		.hint = { .text = hint }, .error_message = { .text = input->error },
		.classes = width_class(width, perm), .inputmode = input->numeric ? S("decimal") : S(""),
		.autocomplete = input->autocomplete.len ? input->autocomplete : S("off"),
		.spellcheck = SPELLCHECK_OFF, .attributes = count ? attributes : NULL,
	});
	if (list.len)
		suggestions(at, list);
}

static void
password(const struct set_input *at)
{
	const struct input *input = at->input;
	govuk_password_input(at->body.h, (struct govuk_password_input){
		.name = input->name, .id = at->id, .label = label_of(at), .hint = { .text = input->hint },
		.error_message = { .text = input->error }, .autocomplete = input->autocomplete,
		.classes = width_class(input->width, at->body.h->out.arena),
	});
}

/* Room for what is there already, or for what is expected, within a screen. */
static int
rows_of(const struct input *input)
{
	enum { ROWS_LEAST = 4, ROWS_LONG = 10, ROWS_MOST = 20, LETTERS_OF_ROW = 70, LONG = 2000 };
	int least = input->most >= LONG ? ROWS_LONG : ROWS_LEAST;
	ptrdiff_t rows = 1;
	for (Str rest = input->value; rest.len > 0;)
		rows += 1 + str_cut(&rest, '\n').len / LETTERS_OF_ROW;
	return rows < least ? least : rows > ROWS_MOST ? ROWS_MOST : (int)rows;
}

static void
note(const struct set_input *at)
{
	struct govuk_attribute most[2] = { { S("data-most"), str_format(at->body.h->out.arena, "%lld", (long long)at->input->most) },
		{ S(""), S("") } };
	govuk_textarea(at->body.h, (struct govuk_textarea){
		.name = at->input->name, .id = at->id, .value = at->input->value, .rows = rows_of(at->input),
		.label = label_of(at), .hint = { .text = at->input->hint },
		.error_message = { .text = at->input->error },
		.autocomplete = at->input->autocomplete.len ? at->input->autocomplete : S("off"),
		.attributes = at->input->most ? most : NULL,
	});
}

static void
file(const struct set_input *at)
{
	govuk_file_upload(at->body.h, (struct govuk_file_upload){
		.name = at->input->name, .id = at->id, .label = label_of(at),
		.hint = { .text = at->input->hint }, .error_message = { .text = at->input->error },
	});
}

static void
select_one(const struct set_input *at)
{
	const struct input *input = at->input;
	struct govuk_option *items = new(at->body.h->out.arena, input->pick_count, struct govuk_option);
	for (int i = 0; i < input->pick_count; i++)
		items[i] = (struct govuk_option){ .text = input->picks[i].words,
			.value = input->picks[i].value, .selected = form_chosen(input, i) };
	govuk_select(at->body.h, (struct govuk_select){
		.name = input->name, .id = at->id, .items = items, .item_count = input->pick_count,
		.label = label_of(at), .hint = { .text = input->hint },
		.error_message = { .text = input->error },
	});
}

static struct govuk_choice *
choices_of(const struct set_input *at)
{
	const struct input *input = at->input;
	struct arena *perm = at->body.h->out.arena;
	struct govuk_choice *items = new(perm, input->pick_count, struct govuk_choice);
	for (int i = 0; i < input->pick_count; i++) {
		const struct pick *pick = &input->picks[i];
		items[i] = (struct govuk_choice){ .text = pick->words, .value = pick->value,
			.hint = { .text = pick->hint }, .checked = form_chosen(input, i) };
		if (input->kind == INPUT_CHECKS) {
			items[i].name = form_check_name(input, i, perm);
			items[i].value = form_check_value(input, i);
		}
	}
	return items;
}

static void
radios(const struct set_input *at)
{
	govuk_radios(at->body.h, (struct govuk_radios){
		.name = at->input->name, .id_prefix = at->id, .classes = S("govuk-radios--small"),
		.items = choices_of(at), .item_count = at->input->pick_count, .fieldset = fieldset_of(at),
		.hint = { .text = at->input->hint }, .error_message = { .text = at->input->error },
	});
}

static void
checks(const struct set_input *at)
{
	govuk_checkboxes(at->body.h, (struct govuk_checkboxes){
		.name = at->input->name, .id_prefix = at->id, .classes = S("govuk-checkboxes--small"),
		.items = choices_of(at), .item_count = at->input->pick_count, .fieldset = fieldset_of(at),
		.hint = { .text = at->input->hint }, .error_message = { .text = at->input->error },
	});
}

static void
hidden_field(struct html *h, Str name, Str value)
{
	html_raw(h, "<input type=\"hidden\"");
	html_attr(h, "name", name);
	html_raw(h, " value=\"");
	html_text(h, value);
	html_raw(h, "\">\n");
}

static void
one_input(const struct set_input *at)
{
	switch (at->input->kind) {
	case INPUT_TEXT:
	case INPUT_DATE:     one_line(at); return;
	case INPUT_NOTE:     note(at); return;
	case INPUT_SELECT:   select_one(at); return;
	case INPUT_RADIOS:   radios(at); return;
	case INPUT_CHECKS:   checks(at); return;
	case INPUT_FILE:     file(at); return;
	case INPUT_PASSWORD: password(at); return;
	case INPUT_HIDDEN:   hidden_field(at->body.h, at->input->name, at->input->value); return;
	case INPUT_KINDS:    break;
	}
	assert(false && "a kind of input that form.h does not have");
}

/* ---- the form -------------------------------------------------------------------------------- */

static bool
nameless(const struct input *input)
{
	return input->kind == INPUT_HIDDEN || (input->kind == INPUT_CHECKS && input->pick_count == 1);
}

static void
inputs(struct body body, const struct form *form, Str id)
{
	struct arena *perm = body.h->out.arena;
	for (int i = 0; i < form->input_count; i++) {
		const struct input *input = &form->inputs[i];
		assert(input->name.len);
		assert(input->label.len || nameless(input));
		one_input(&(struct set_input){
			.body = body, .form = form, .input = input, .id = input_id(id, input, perm),
			.label = input->optional && input->label.len
				? str_join(input->label, S(" (optional)"), perm) : input->label,
			.loud = !form->in_a_row,
		});
	}
}

static void
buttons(struct body body, const struct form *form)
{
	static const Str tones[] = {
		[BUTTON_MAIN] = STR(""), [BUTTON_SECOND] = STR("govuk-button--secondary"),
		[BUTTON_WARNING] = STR("govuk-button--warning"),
	};
	if (form->button_count > 1)
		html_raw(body.h, "<div class=\"govuk-button-group\">\n");
	for (int i = 0; i < form->button_count; i++) {
		const struct button *button = &form->buttons[i];
		assert(button->words.len);
		assert((ptrdiff_t)button->tone < countof(tones));
		const struct govuk_attribute goes[] = { { S("formaction"), button->action }, { { 0 }, { 0 } } };
		govuk_button(body.h, (struct govuk_button){
			.text = button->words, .name = button->name, .value = button->value,
			.classes = tones[button->tone], .prevent_double_click = !form->asks && button->action.len == 0,
			.attributes = button->action.len ? goes : NULL,
		});
	}
	if (form->button_count > 1)
		html_raw(body.h, "</div>\n");
}

static bool
sends_file(const struct form *form)
{
	for (int i = 0; i < form->input_count; i++)
		if (form->inputs[i].kind == INPUT_FILE)
			return true;
	return false;
}

/* The browser's own checks are off: its words are its own, and it stops at the first. The token
 * goes to us and to nobody else: a form with another address is sent to its own page. */
static void
form_begin(struct body body, const struct form *form, Str id)
{
	struct html *h = body.h;
	html_raw(h, "<form");
	html_attr(h, "id", id);
	html_attr(h, "class", form->in_a_row ? S("doc-form doc-form-row") : S("doc-form"));
	html_attr(h, "action", body_ours(form->action) ? form->action : S(""));
	html_attr(h, "method", form->asks ? S("get") : S("post"));
	if (sends_file(form)) {
		assert(!form->asks);
		html_raw(h, " enctype=\"multipart/form-data\"");
	}
	html_raw(h, " novalidate>\n");
	if (!form->asks)
		hidden_field(h, S("token"), body.doc->token);
}

void
body_form(struct body body, const struct form *form, int number)
{
	if (body.alone)
		return;
	Str id = form_id(form, number, body.h->out.arena);
	form_begin(body, form, id);
	if (form->error.len)
		govuk_error_message(body.h, (struct govuk_error_message){ .text = form->error });
	if (form->legend.len)
		govuk_fieldset_begin(body.h, (struct govuk_fieldset){
			.legend = { .text = form->legend, .classes = S("govuk-fieldset__legend--m") } });
	inputs(body, form, id);
	if (form->legend.len)
		govuk_fieldset_end(body.h);
	buttons(body, form);
	html_raw(body.h, "</form>\n");
}

/* ---- what is wrong --------------------------------------------------------------------------- */

struct wrong { struct govuk_link *links; int count; struct arena *perm; };

static void
wrong_add(struct wrong *wrong, Str words, Str form, const struct input *input)
{
	Str to = input ? input_id(form, input, wrong->perm) : form;
	wrong->links[wrong->count++] = (struct govuk_link){ words, str_join(S("#"), to, wrong->perm) };
}

/* What cannot be seen cannot be gone to: its error leads to the form. */
static void
wrong_form(struct wrong *wrong, const struct form *form, int number)
{
	Str id = form_id(form, number, wrong->perm);
	const struct input *first = NULL;
	for (int i = form->input_count; i-- > 0;)
		if (form->inputs[i].kind != INPUT_HIDDEN)
			first = &form->inputs[i];
	if (form->error.len)
		wrong_add(wrong, form->error, id, first);
	for (int i = 0; i < form->input_count; i++) {
		const struct input *input = &form->inputs[i];
		if (input->error.len)
			wrong_add(wrong, input->error, id, input->kind == INPUT_HIDDEN ? first : input);
	}
}

static void
wrong_blocks(struct wrong *wrong, const struct block *blocks, int count, int *number)
{
	for (int i = 0; i < count; i++) {
		if (blocks[i].kind == BLOCK_FORM)
			wrong_form(wrong, blocks[i].form, (*number)++);
		wrong_blocks(wrong, blocks[i].inner, blocks[i].inner_count, number);
	}
}

void
body_errors(struct body body, int number)
{
	const struct document *doc = body.doc;
	struct arena *perm = body.h->out.arena;
	int count = document_errors(doc);
	if (count == 0 || body.alone)
		return;
	struct wrong wrong = { .links = new(perm, count, struct govuk_link), .perm = perm };
	wrong_blocks(&wrong, doc->blocks, doc->block_count, &number);
	assert(wrong.count == count);
	govuk_error_summary(body.h, (struct govuk_error_summary){
		.title_text = S("There is a problem"), .error_list = wrong.links,
		.error_count = wrong.count });
}

int
body_forms(const struct block *blocks, int count)
{
	int forms = 0;
	for (int i = 0; i < count; i++)
		forms += (blocks[i].kind == BLOCK_FORM)
			+ body_forms(blocks[i].inner, blocks[i].inner_count);
	return forms;
}
