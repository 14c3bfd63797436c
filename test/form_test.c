/* form_test.c: forms, choices, notices and pages of rows, in every face of a document. */
#include <jansson.h>

#include "check.h"
#include "html_reader.h"
#include "report/document.h"
#include "report/html.h"

static const struct pick reasons[] = {
	{ .value = STR("RES"), .words = STR("Resigned") },
	{ .value = STR("RET"), .words = STR("Retired"), .hint = STR("Ill health included") },
};
static const struct pick one_box[] = { { .value = STR("yes"), .words = STR("Show leavers too") } };

/* One input of every kind. */
static const struct input every_kind[] = {
	{ .kind = INPUT_TEXT, .name = STR("post"), .label = STR("Post"), .picks = reasons,
	  .pick_count = 2, .width = 20 },
	{ .kind = INPUT_NOTE, .name = STR("why"), .label = STR("Why"), .hint = STR("In a sentence"),
	  .optional = true },
	{ .kind = INPUT_DATE, .name = STR("first-day"), .label = STR("First day") },
	{ .kind = INPUT_SELECT, .name = STR("reason"), .label = STR("Reason"), .picks = reasons,
	  .pick_count = 2, .value = STR("RET") },
	{ .kind = INPUT_RADIOS, .name = STR("kind"), .label = STR("Kind"), .picks = reasons,
	  .pick_count = 2, .value = STR("RES") },
	{ .kind = INPUT_CHECKS, .name = STR("which"), .label = STR("Which"), .picks = reasons,
	  .pick_count = 2 },
	{ .kind = INPUT_CHECKS, .name = STR("leavers"), .picks = one_box, .pick_count = 1 },
	{ .kind = INPUT_FILE, .name = STR("file"), .label = STR("File") },
	{ .kind = INPUT_PASSWORD, .name = STR("password"), .label = STR("Password"),
	  .value = STR("secret-typed") },
	{ .kind = INPUT_HIDDEN, .name = STR("version"), .value = STR("7") },
};
static const struct button buttons[] = {
	{ .words = STR("Check"), .name = STR("do"), .value = STR("check"), .tone = BUTTON_SECOND },
	{ .words = STR("Save"), .name = STR("do"), .value = STR("save") },
};
static const struct form full_form = {
	.action = STR("/people"), .legend = STR("Somebody joins"), .inputs = every_kind,
	.input_count = countof(every_kind), .buttons = buttons, .button_count = 2,
};

static Str
page_of(const struct document *doc, struct arena *perm)
{
	struct html h = html_new(perm);
	document_html(&h, doc);
	return html_str(&h);
}

static Str
form_page(const struct form *form, struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	doc.token = S("0123abcd");
	document_form(&doc, form);
	return page_of(&doc, perm);
}

/* ---- what everybody can use ------------------------------------------------------------------ */

static bool
takes_an_answer(const struct tag *tag, struct arena *perm)
{
	bool field = str_equal(tag->name, S("input")) || str_equal(tag->name, S("select"))
		|| str_equal(tag->name, S("textarea"));
	return field && !tag->closes && !str_equal(tag_attribute(tag, "type", perm), S("hidden"));
}

static void
every_input_has_a_label_of_its_own(struct arena *perm)
{
	Str page = form_page(&full_form, perm), rest = page, between;
	struct tag tag;
	int fields = 0;
	while (next_tag(&rest, &tag, &between)) {
		if (!takes_an_answer(&tag, perm))
			continue;
		fields++;
		Str id = tag_attribute(&tag, "id", perm);
		check(id.len > 0);
		check_int(count_of(page, str_format(perm, " for=\"%.*s\"", STR_ARG(id))), 1);
	}
	/* Six inputs of one field (text, note, date, select, file, password), two radios, three boxes. */
	check_int(fields, 11);
	for (ptrdiff_t i = 0; i < countof(every_kind); i++)
		check(str_find(page, every_kind[i].label) >= 0);
	check_int(count_of(page, S("Why (optional)")), 1);
	check_int(count_of(page, S("<legend")), 3);          /* the form's, and two questions' */
	check_balanced(page, perm);
	check_references(page, perm);
}

/* Whatever describes a field is there: hints and errors by their ids. */
static void
what_describes_an_input_is_on_the_page(struct arena *perm)
{
	struct input inputs[countof(every_kind)];
	for (ptrdiff_t i = 0; i < countof(inputs); i++) {
		inputs[i] = every_kind[i];
		inputs[i].hint = S("A hint");
		inputs[i].error = S("An error");
	}
	struct form form = full_form;
	form.inputs = inputs;
	Str page = form_page(&form, perm), rest = page, between, id;
	struct tag tag;
	int described = 0;
	while (next_tag(&rest, &tag, &between)) {
		Str names = tag_attribute(&tag, "aria-describedby", perm);
		for (; (id = str_word(&names)).len; described++)
			check_int(count_of(page, str_format(perm, " id=\"%.*s\"", STR_ARG(id))), 1);
	}
	check(described >= 18);
	check_references(page, perm);
}

static void
errors_stand_first_and_lead_to_their_inputs(struct arena *perm)
{
	struct input inputs[countof(every_kind)];
	for (ptrdiff_t i = 0; i < countof(inputs); i++) {
		inputs[i] = every_kind[i];
		inputs[i].error = str_format(perm, "Wrong with %d", (int)i);
	}
	struct form form = full_form;
	form.inputs = inputs;
	form.error = S("Wrong as a whole");
	struct document doc = document_new(perm, S("Title"));
	document_form(&doc, &form);
	Str page = page_of(&doc, perm), between;
	check_int(document_errors(&doc), countof(inputs) + 1);
	check(str_find(page, S("There is a problem")) < str_find(page, S("<h1")));
	Str summary = str_upto(page, str_find(page, S("<h1"))), rest = summary;
	struct tag tag;
	int links = 0;
	while (next_tag(&rest, &tag, &between)) {
		Str to = tag_attribute(&tag, "href", perm);
		if (to.len == 0)
			continue;
		links++;
		check_str(str_upto(to, 1), S("#"));
		check_int(count_of(page, str_format(perm, " id=\"%.*s\"", STR_ARG(str_from(to, 1)))), 1);
	}
	check_int(links, countof(inputs) + 1);
	for (ptrdiff_t i = 0; i < countof(inputs); i++)
		check_int(count_of(summary, inputs[i].error), 1);
	/* Beside its input each error stands again; what is hidden has no place for one. */
	check_int(count_of(page, S("class=\"govuk-error-message\"")), countof(inputs));
	check_balanced(page, perm);
}

static void
a_page_without_errors_has_no_summary(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_form(&doc, &full_form);
	check_int(document_errors(&doc), 0);
	check_int(count_of(page_of(&doc, perm), S("There is a problem")), 0);
}

/* In a fold, an error would not be seen. */
static void
a_fold_with_an_error_stands_open(struct arena *perm)
{
	struct input wrong = every_kind[0];
	struct form form = { .action = S("/x"), .inputs = &wrong, .input_count = 1 };
	struct block inner = { .kind = BLOCK_FORM, .form = &form };
	struct document doc = document_new(perm, S("Title"));
	document_details(&doc, S("More"), &inner, 1);
	check_int(count_of(page_of(&doc, perm), S("<details class=\"govuk-details doc-details\" open")), 0);
	wrong.error = S("Enter a post");
	check_int(document_errors(&doc), 1);
	Str page = page_of(&doc, perm);
	check_int(count_of(page, S("<details class=\"govuk-details doc-details\" open")), 1);
	check_int(count_of(page, S("Enter a post")), 2);
}

static void
forms_on_one_page_share_no_ids(struct arena *perm)
{
	/* Names chosen to run into each other's hints, second choices and forms. */
	static const struct input close[] = {
		{ .kind = INPUT_RADIOS, .name = STR("a"), .label = STR("A"), .picks = reasons,
		  .pick_count = 2, .hint = STR("Hint") },
		{ .kind = INPUT_TEXT, .name = STR("a-2"), .label = STR("B"), .error = STR("Wrong") },
		{ .kind = INPUT_TEXT, .name = STR("a-hint"), .label = STR("C") },
		{ .kind = INPUT_TEXT, .name = STR("a hint\""), .label = STR("D") },
	};
	struct form form = full_form, own = { .action = S("/x"), .id = S("own"), .inputs = close,
	                                      .input_count = countof(close) };
	struct document doc = document_new(perm, S("Title"));
	document_form(&doc, &form);
	document_form(&doc, &own);
	document_form(&doc, &form);
	struct html h = html_new(perm);
	document_html(&h, &doc);
	check_references(html_str(&h), perm);
	check_int(count_of(html_str(&h), S("href=\"#own-a.2D2\"")), 1);
	doc.blocks[1].form = &form;
	document_html(&h, &doc);                 /* and with another document after it */
	check_references(html_str(&h), perm);
}

static void
a_form_needs_no_script(struct arena *perm)
{
	Str page = form_page(&full_form, perm), rest = page, between;
	struct tag tag;
	check_int(count_of(page, S("<script")), 0);
	check_int(count_of(page, S(" on")), 0);
	int sends = 0;
	while (next_tag(&rest, &tag, &between)) {
		if (!str_equal(tag.name, S("button")) || tag.closes)
			continue;
		bool shows = str_find(tag.attributes, S(" hidden")) > 0;     /* what was typed as a password */
		check_str(tag_attribute(&tag, "type", perm), shows ? S("button") : S("submit"));
		sends += !shows;
	}
	check_int(sends, 2);
	check_int(count_of(page, S("name=\"do\"")), 2);
}

/* ---- what is sent ---------------------------------------------------------------------------- */

static void
only_a_form_that_changes_something_has_the_token(struct arena *perm)
{
	struct form form = full_form;
	Str page = form_page(&form, perm);
	check_int(count_of(page, S("<input type=\"hidden\" name=\"token\" value=\"0123abcd\">")), 1);
	check(str_find(page, S("action=\"/people\" method=\"post\"")) > 0);
	form.asks = true;
	form.input_count = 7;                    /* what asks sends no file */
	page = form_page(&form, perm);
	check_int(count_of(page, S("token")), 0);
	check(str_find(page, S("method=\"get\"")) > 0);
}

static void
a_form_with_a_file_is_sent_in_parts(struct arena *perm)
{
	struct form form = full_form;
	check_int(count_of(form_page(&form, perm), S("enctype=\"multipart/form-data\"")), 1);
	form.input_count = 7;
	check_int(count_of(form_page(&form, perm), S("enctype")), 0);
}

static void
a_form_is_sent_nowhere_else(struct arena *perm)
{
	static const struct { Str action; bool ours; } cases[] = {
		{ STR("/people/4/leave?on=2025-09-30"), true }, { STR("//elsewhere.example"), false },
		{ STR("https://elsewhere.example/"), false }, { STR("javascript:alert(1)"), false },
		{ STR("/\\elsewhere.example"), false }, { STR("/\t/elsewhere.example"), false },
		{ STR(""), false },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct form form = { .action = cases[i].action };
		check_int(count_of(form_page(&form, perm), S(" action=")), cases[i].ours);
	}
}

static void
what_was_given_is_kept_but_never_a_password(struct arena *perm)
{
	Str page = form_page(&full_form, perm);
	check_int(count_of(page, S("<option value=\"RET\" selected>")), 1);
	check_int(count_of(page, S("value=\"RES\" checked")), 1);
	check_int(count_of(page, S("secret-typed")), 0);
	struct document doc = document_new(perm, S("Title"));
	document_form(&doc, &full_form);
	check_int(count_of(document_text(&doc, false, 80, perm), S("secret-typed")), 0);
	check_int(count_of(document_json(&doc, perm), S("secret-typed")), 0);
}

/* A request takes no name twice, so each of several boxes has its own. */
static void
each_of_several_boxes_is_a_field_of_its_own(struct arena *perm)
{
	Str page = form_page(&full_form, perm);
	check_int(count_of(page, S("name=\"which.RES\" type=\"checkbox\" value=\"yes\"")), 1);
	check_int(count_of(page, S("name=\"which.RET\" type=\"checkbox\" value=\"yes\"")), 1);
	check_int(count_of(page, S("name=\"leavers\" type=\"checkbox\" value=\"yes\"")), 1);
	check_str(form_check_name(&every_kind[5], 1, perm), S("which.RET"));
	check_str(form_check_name(&every_kind[6], 0, perm), S("leavers"));
}

static void
text_in_a_form_stays_text(struct arena *perm)
{
	Str evil = S("\"'><script>alert(1)</script><b x=\"");
	struct pick picks[] = { { evil, evil, evil, true }, { S("b"), evil, evil, false } };
	struct input inputs[INPUT_KINDS];
	for (int k = 0; k < INPUT_KINDS; k++)
		inputs[k] = (struct input){ .kind = (enum input_kind)k,
			.name = str_format(perm, "%d%.*s", k, STR_ARG(evil)), .label = evil, .hint = evil,
			.value = evil, .error = evil, .picks = picks, .pick_count = 2, .autocomplete = evil };
	struct button button = { evil, evil, evil, BUTTON_WARNING, evil };
	struct form form = { .action = evil, .id = evil, .legend = evil, .error = evil, .inputs = inputs,
	                     .input_count = INPUT_KINDS, .buttons = &button, .button_count = 1 };
	struct document doc = document_new(perm, evil);
	doc.token = evil;
	document_form(&doc, &form);
	document_choices(&doc, evil, picks, 2);
	document_notice(&doc, NOTICE_DONE, evil);
	Str page = page_of(&doc, perm);
	check_balanced(page, perm);
	check_references(page, perm);
	check_int(count_of(page, S("<script")), 0);
	check_int(count_of(page, S("<b x")), 0);
	check_int(count_of(page, S("'")), 0);
	json_t *json = json_loads(str_c(document_json(&doc, perm), perm), 0, NULL);
	check(json != NULL);
	json_decref(json);
}

/* ---- other faces ----------------------------------------------------------------------------- */

static void
a_terminal_says_what_can_be_given(struct arena *perm)
{
	struct input inputs[2] = { every_kind[3], every_kind[2] };
	inputs[1].error = S("Enter the day they started");
	struct form form = { .action = S("/x"), .inputs = inputs, .input_count = 2, .buttons = buttons,
	                     .button_count = 1 };
	struct document doc = document_new(perm, S("Title"));
	doc.token = S("0123abcd");
	document_form(&doc, &form);
	Str text = document_text(&doc, false, 100, perm);
	check(str_find(text, S("Check\n")) > 0);
	check(str_find(text, S("  reason              Reason: one of RES (Resigned), RET (Retired); "
	                       "given: RET\n")) > 0);
	check(str_find(text, S("  first-day           First day\n  ! Enter the day they started\n")) > 0);
	check_int(count_of(text, S("0123abcd")), 0);
}

static void
a_program_reads_the_inputs_as_data(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	doc.token = S("0123abcd");
	document_form(&doc, &full_form);
	document_form(&doc, &full_form);
	Str text = document_json(&doc, perm);
	check_int(count_of(text, S("0123abcd")), 0);
	json_t *json = json_loads(str_c(text, perm), 0, NULL), *forms = json_object_get(json, "forms");
	check_int(json_array_size(forms), 2);
	json_t *inputs = json_object_get(json_array_get(forms, 1), "inputs");
	check_int(json_array_size(inputs), countof(every_kind));
	for (ptrdiff_t i = 0; i < countof(every_kind); i++) {
		json_t *input = json_array_get(inputs, (size_t)i);
		check_str(str_of(json_string_value(json_object_get(input, "name"))), every_kind[i].name);
		check_str(str_of(json_string_value(json_object_get(input, "kind"))),
		          form_kind_name(every_kind[i].kind));
		check_int(json_array_size(json_object_get(input, "picks")), every_kind[i].pick_count);
	}
	json_t *box = json_array_get(json_object_get(json_array_get(inputs, 5), "picks"), 0);
	check_str(str_of(json_string_value(json_object_get(box, "name"))), S("which.RES"));
	json_decref(json);
}

static void
paper_has_no_forms(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	doc.token = S("0123abcd");
	document_form(&doc, &full_form);
	document_notice(&doc, NOTICE_DONE, S("Saved just now"));
	Str file = document_html_file(&doc, perm);
	check_int(count_of(file, S("<form")), 0);
	check_int(count_of(file, S("0123abcd")), 0);
	check_int(count_of(file, S("Saved just now")), 0);
}

/* ---- choices, notices, pages of rows --------------------------------------------------------- */

static void
the_present_choice_is_strong_and_the_others_are_links(struct arena *perm)
{
	static const struct pick picks[] = {
		{ .value = STR("/posts?basis=fte"), .words = STR("FTE"), .chosen = true },
		{ .value = STR("/posts?basis=headcount"), .words = STR("people") },
	};
	struct document doc = document_new(perm, S("Title"));
	document_choices(&doc, S("Counted in"), picks, 2);
	Str page = page_of(&doc, perm), file = document_html_file(&doc, perm);
	check(str_find(page, S("Counted in <strong>FTE</strong>, <a class=\"govuk-link\" "
	                       "href=\"/posts?basis=headcount\">people</a></p>")) > 0);
	check(str_find(file, S("Counted in <strong>FTE</strong></p>")) > 0);
	check(str_find(document_text(&doc, false, 80, perm), S("Counted in FTE\n")) > 0);
}

static void
news_stands_over_the_heading(struct arena *perm)
{
	struct document doc = document_new(perm, S("Title"));
	document_paragraph(&doc, S("Body"));
	document_notice(&doc, NOTICE_DONE, S("Saved"));
	document_notice(&doc, NOTICE_KNOW, S("The figures are being read"));
	Str page = page_of(&doc, perm);
	check(str_find(page, S("Saved")) > 0);
	check(str_find(page, S("Saved")) < str_find(page, S("<h1")));
	check_int(count_of(page, S("govuk-notification-banner--success")), 1);
	check_int(count_of(page, S("role=\"alert\"")), 1);
	check_references(page, perm);
	check(str_find(document_text(&doc, false, 80, perm), S("Saved\n")) > 0);
}

static struct table
paged_table(int rows, int page, struct arena *perm)
{
	static const struct column columns[] = { { .name = STR("post"), .title = STR("Post") } };
	struct row *made = new(perm, rows, struct row);
	for (int i = 0; i < rows; i++) {
		struct cell *cell = new(perm, 1, struct cell);
		*cell = cell_link(S("Social worker"), S("/posts/1"));
		cell->note = S("since 3 March");
		made[i].cells = cell;
	}
	return (struct table){ .name = S("posts"), .caption = S("Posts"), .columns = columns,
		.column_count = 1, .rows = made, .row_count = rows, .page = page, .pages = page ? 22 : 0,
		.total = 1060, .page_base = S("/posts?team=4") };
}

/* 1,060 rows in pages of 50 are 21 full pages and one of 10. */
static void
a_page_of_rows_says_where_it_stands_and_leads_on(struct arena *perm)
{
	static const struct { int rows, page, links; Str showing; } cases[] = {
		{ 50, 1, 4, STR("Showing 1 to 50 of 1,060") },          /* 1 2 ... 22, next */
		{ 50, 2, 6, STR("Showing 51 to 100 of 1,060") },        /* previous, 1 2 3 ... 22, next */
		{ 50, 11, 7, STR("Showing 501 to 550 of 1,060") },      /* 1 ... 10 11 12 ... 22 */
		{ 10, 22, 4, STR("Showing 1,051 to 1,060 of 1,060") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct table table = paged_table(cases[i].rows, cases[i].page, perm);
		struct document doc = document_new(perm, S("Title"));
		document_table(&doc, &table);
		Str page = page_of(&doc, perm);
		check_balanced(page, perm);
		check_references(page, perm);
		check_int(count_of(page, cases[i].showing), 1);
		check_int(count_of(page, S("href=\"/posts?team=4&amp;page=")), cases[i].links);
		check_int(count_of(page, S("aria-current=\"page\"")), 1);
		check_int(count_of(page, str_format(perm, "page=%d#table-posts\" aria-label=\"Page %d\" "
			"aria-current", cases[i].page, cases[i].page)), 1);
		check_int(count_of(page, S(" id=\"table-posts\"")), 1);
		check(str_find(document_text(&doc, false, 80, perm), cases[i].showing) > 0);
		check_int(count_of(document_html_file(&doc, perm), S("page=")), 0);
	}
}

static void
all_rows_of_a_table_say_nothing_of_pages(struct arena *perm)
{
	struct table table = paged_table(3, 0, perm);
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, &table);
	Str page = page_of(&doc, perm);
	check_int(count_of(page, S("Showing")) + count_of(page, S("govuk-pagination")), 0);
	check_int(table_showing(&table, perm).len, 0);
}

static void
a_note_stands_under_its_cell_and_is_data_of_its_own(struct arena *perm)
{
	struct table table = paged_table(1, 0, perm);
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, &table);
	doc.data = &table;
	check(str_find(page_of(&doc, perm), S("</a><span class=\"doc-note\">since 3 March</span>")) > 0);
	check(str_find(document_csv(&doc, false, perm), S("Social worker,since 3 March")) > 0);
	check(str_find(document_text(&doc, false, 80, perm), S("Social worker since 3 March")) > 0);
}

static void
a_bar_of_parts_has_its_words_in_every_face(struct arena *perm)
{
	static const struct column columns[] = {
		{ .name = STR("team"), .title = STR("Team") }, { .name = STR("posts"), .title = STR("Posts") },
	};
	static const struct chart_part parts[] = { { FILL_VACANT, { .micro = MICRO } } };
	struct chart stack = { .kind = CHART_STACK, .title = S("1 vacant"), .unit = UNIT_FTE,
		.parts = parts, .part_count = 1, .whole = figure_absent(NOT_APPLICABLE),
		.marker = figure_absent(NOT_APPLICABLE) };
	struct cell cells[] = { cell_text(S("East")), { .kind = CELL_CHART, .chart = &stack } };
	struct row row = { .cells = cells };
	struct table table = { .name = S("t"), .caption = S("T"), .columns = columns, .column_count = 2,
	                       .rows = &row, .row_count = 1 };
	struct document doc = document_new(perm, S("Title"));
	document_table(&doc, &table);
	doc.data = &table;
	check(str_find(page_of(&doc, perm), S("</svg><span class=\"doc-note\" aria-hidden=\"true\">"
	                                      "1 vacant</span>")) > 0);
	check(str_find(document_csv(&doc, false, perm), S("East,1 vacant")) > 0);
	check(str_find(document_text(&doc, false, 80, perm), S("1 vacant")) > 0);
}

int
main(void)
{
	run(every_input_has_a_label_of_its_own);
	run(what_describes_an_input_is_on_the_page);
	run(errors_stand_first_and_lead_to_their_inputs);
	run(a_page_without_errors_has_no_summary);
	run(a_fold_with_an_error_stands_open);
	run(forms_on_one_page_share_no_ids);
	run(a_form_needs_no_script);
	run(only_a_form_that_changes_something_has_the_token);
	run(a_form_with_a_file_is_sent_in_parts);
	run(a_form_is_sent_nowhere_else);
	run(what_was_given_is_kept_but_never_a_password);
	run(each_of_several_boxes_is_a_field_of_its_own);
	run(text_in_a_form_stays_text);
	run(a_terminal_says_what_can_be_given);
	run(a_program_reads_the_inputs_as_data);
	run(paper_has_no_forms);
	run(the_present_choice_is_strong_and_the_others_are_links);
	run(news_stands_over_the_heading);
	run(a_page_of_rows_says_where_it_stands_and_leads_on);
	run(all_rows_of_a_table_say_nothing_of_pages);
	run(a_note_stands_under_its_cell_and_is_data_of_its_own);
	run(a_bar_of_parts_has_its_words_in_every_face);
	return tests_end();
}
