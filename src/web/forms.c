/* forms.c: the forms and choices that stand under a page's heading.
 *
 * A form keeps what was typed. Choices are links, so that the address holds them and the back
 * button undoes them.
 */
#include "web/site.h"

#include "app/admit.h"
#include "report/govuk.h"

/* The names to choose from, for suggestions as one types; complete without script. */
static void
area_names(struct html *h, const struct visit *visit)
{
	struct ask everything = { .today = visit->ask.today };
	struct answer all = show_areas(visit->world, &everything, visit->perm);
	html_raw(h, "<datalist id=\"areas\">");
	for (int i = 0; all.document.data && i < all.document.data->row_count; i++) {
		html_raw(h, "<option");
		html_attr(h, "value", all.document.data->rows[i].cells[0].text);
		html_raw(h, ">");
	}
	html_raw(h, "</datalist>\n");
}

static const struct govuk_attribute area_list[] = {
	{ STR("list"), STR("areas") }, { STR(""), STR("") },
};

void
form_search(struct html *h, const struct visit *visit, const struct document *doc)
{
	(void)doc;
	html_raw(h, "<form action=\"/authorities\" method=\"get\" role=\"search\">\n");
	govuk_input(h, (struct govuk_input){
		.name = S("q"), .value = sents_find(&visit->request->query, S("q")),
		.classes = S("govuk-input--width-20"), .autocomplete = S("off"), .spellcheck = SPELLCHECK_OFF,
		.label = { .text = S("Which council, region or country?"), .classes = S("govuk-label--m") },
		.hint = { .text = S("Part of a name, a code such as E08000030 or 335, or a region") },
		.attributes = area_list,
	});
	area_names(h, visit);
	govuk_button(h, (struct govuk_button){ .text = S("Find") });
	html_raw(h, "</form>\n");
}

/* ---- choices --------------------------------------------------------------------------------- */

struct offer { Str value, words; };

/* The page's own address with one part of its query changed. */
static Str
address_with(const struct visit *visit, Str name, Str value)
{
	struct html to = html_new(visit->perm);
	text_add(&to.out, visit->request->path);
	html_raw(&to, "?");
	html_url_part(&to, name);
	html_raw(&to, "=");
	html_url_part(&to, value);
	for (int i = 0; i < visit->request->query.count; i++) {
		const struct sent *field = &visit->request->query.at[i];
		if (str_equal(field->name, name))
			continue;
		html_raw(&to, "&");
		html_url_part(&to, field->name);
		html_raw(&to, "=");
		html_url_part(&to, field->value);
	}
	return html_str(&to);
}

/* `usual` is what the page shows when the address says nothing; -1 when that differs by council. */
static void
choices(struct html *h, const struct visit *visit, Str label, Str name, const struct offer *of,
        int count, int usual)
{
	Str now = sents_find(&visit->request->query, name);
	html_raw(h, "<p class=\"govuk-body-s frame-choices\">");
	html_text(h, label);
	for (int i = 0; i < count; i++) {
		bool chosen = str_equal(now, of[i].value) || (now.len == 0 && i == usual);
		html_text(h, i ? S(", ") : S(" "));
		if (chosen) {
			html_raw(h, "<strong>");
			html_text(h, of[i].words);
			html_raw(h, "</strong>");
		} else {
			html_raw(h, "<a class=\"govuk-link\"");
			html_attr(h, "href", address_with(visit, name, of[i].value));
			html_raw(h, ">");
			html_text(h, of[i].words);
			html_raw(h, "</a>");
		}
	}
	html_raw(h, "</p>\n");
}

static const struct offer averages[] = {
	{ STR("median"), STR("their median") }, { STR("mean"), STR("their mean") },
};
static const struct offer bases[] = {
	{ STR("fte"), STR("full-time equivalents") }, { STR("headcount"), STR("people") },
};

void
form_average(struct html *h, const struct visit *visit, const struct document *doc)
{
	(void)doc;
	choices(h, visit, S("Statistical neighbours are shown as"), S("average"), averages, countof(averages), 0);
}

void
form_scorecard(struct html *h, const struct visit *visit, const struct document *doc)
{
	html_raw(h, "<p class=\"govuk-body-s frame-choices\"><a class=\"govuk-link\" href=\"/authorities/");
	html_url_part(h, visit->ask.area);
	html_raw(h, "/paper\">Draft a paper for scrutiny from these figures</a></p>\n");
	choices(h, visit, S("Counted in"), S("basis"), bases, countof(bases), 0);
	form_average(h, visit, doc);
}

void
form_standing(struct html *h, const struct visit *visit, const struct document *doc)
{
	const struct published *p = &visit->world->published;
	int count = p->last_year - p->first_year + 1;
	struct offer *years = new(visit->perm, count, struct offer);
	(void)doc;
	for (int i = 0; i < count; i++) {
		years[i].value = str_format(visit->perm, "%d", p->first_year + i);
		years[i].words = years[i].value;
	}
	choices(h, visit, S("Year to 30 September"), S("year"), years, count, -1);
}

/* ---- figures --------------------------------------------------------------------------------- */

void
form_figures(struct html *h, const struct visit *visit, const struct document *doc)
{
	const struct published *p = &visit->world->published;
	struct govuk_option *items = new(visit->perm, MEASURES, struct govuk_option);
	(void)doc;
	for (int m = 0; m < MEASURES; m++)
		items[m] = (struct govuk_option){ .text = measures[m].title, .value = measures[m].name };
	int count = p->last_year - p->first_year + 1;
	struct govuk_option *years = new(visit->perm, count, struct govuk_option);
	for (int i = 0; i < count; i++) {
		Str year = str_format(visit->perm, "%d", p->last_year - i);
		years[i] = (struct govuk_option){ .text = year, .value = year };
	}
	html_raw(h, "<form action=\"/figures\" method=\"get\" class=\"frame-row\">\n");
	govuk_select(h, (struct govuk_select){ .name = S("measure"), .value = visit->ask.measure,
		.items = items, .item_count = MEASURES, .label = { .text = S("Measure") } });
	govuk_select(h, (struct govuk_select){ .name = S("year"), .value = visit->ask.year,
		.items = years, .item_count = count, .label = { .text = S("Year to 30 September") } });
	govuk_button(h, (struct govuk_button){ .text = S("Show"), .classes = S("govuk-button--secondary") });
	html_raw(h, "</form>\n");
}

/* ---- a sentence ------------------------------------------------------------------------------ */

void
form_claim(struct html *h, const struct visit *visit, const struct document *doc)
{
	static const struct govuk_choice against[] = {
		{ .text = STR("Either"), .value = STR("either") },
		{ .text = STR("The Department for Education\u2019s"), .value = STR("dfe") },
		{ .text = STR("The council\u2019s own, where they were imported"), .value = STR("own") },
	};
	const struct ask *ask = &visit->ask;
	(void)doc;
	html_raw(h, "<form action=\"/claim\" method=\"get\">\n");
	govuk_textarea(h, (struct govuk_textarea){
		.name = S("sentence"), .value = ask->sentence, .rows = 3,
		.label = { .text = S("Sentence"), .classes = S("govuk-label--m") },
		.hint = { .text = S("For example: Turnover fell from 18.8% in 2017 to 12.2% in 2023") },
	});
	govuk_input(h, (struct govuk_input){
		.name = S("area"), .value = ask->area, .classes = S("govuk-input--width-20"),
		.autocomplete = S("off"), .spellcheck = SPELLCHECK_OFF, .attributes = area_list,
		.label = { .text = S("Council that says it") },
		.hint = { .text = S("Leave empty when the sentence names its own") },
	});
	area_names(h, visit);
	govuk_radios(h, (struct govuk_radios){
		.name = S("against"), .value = ask->against.len ? ask->against : S("either"),
		.classes = S("govuk-radios--small"), .items = against, .item_count = countof(against),
		.fieldset = { .legend = { .text = S("Whose figures?") } },
	});
	govuk_button(h, (struct govuk_button){ .text = S("Check") });
	html_raw(h, "</form>\n");
}

/* ---- imports --------------------------------------------------------------------------------- */

static void
token_field(struct html *h, const struct visit *visit)
{
	html_raw(h, "<input type=\"hidden\" name=\"token\"");
	html_attr(h, "value", visit->token);
	html_raw(h, ">\n");
}

static void
upload_form(struct html *h, const struct visit *visit)
{
	static const struct govuk_choice kinds[] = {
		{ .text = STR("A council\u2019s own figures"), .value = STR("series"),
		  .hint = { .text = STR("Columns: area, measure, date, then value, or numerator and denominator, "
		                        "and source") } },
		{ .text = STR("The Department for Education\u2019s release"), .value = STR("release"),
		  .hint = { .text = STR("The indicators file of the workforce release, as downloaded") } },
	};
	html_raw(h, "<form action=\"/imports\" method=\"post\" enctype=\"multipart/form-data\">\n");
	token_field(h, visit);
	govuk_radios(h, (struct govuk_radios){
		.name = S("kind"), .value = S("series"), .items = kinds, .item_count = countof(kinds),
		.classes = S("govuk-radios--small"), .fieldset = { .legend = { .text = S("What is in the file?") } },
	});
	govuk_input(h, (struct govuk_input){
		.name = S("release"), .classes = S("govuk-input--width-5"),
		.label = { .text = S("Name of the release") },
		.hint = { .text = S("Only for a release: its latest census year, such as 2026") },
	});
	govuk_file_upload(h, (struct govuk_file_upload){
		.name = S("file"), .label = { .text = S("CSV file") },
		.hint = { .text = S("At most 32 MiB. Mistakes are listed by line and column, and nothing is "
		                    "stored while there is one.") },
	});
	html_raw(h, "<div class=\"govuk-button-group\">");
	govuk_button(h, (struct govuk_button){ .text = S("Check only"), .name = S("do"), .value = S("check"),
	                                       .classes = S("govuk-button--secondary") });
	govuk_button(h, (struct govuk_button){ .text = S("Check and import"), .name = S("do"),
	                                       .value = S("store"), .prevent_double_click = true });
	html_raw(h, "</div></form>\n");
}

static int
column_of(const struct table *table, Str name)
{
	for (int c = 0; c < table->column_count; c++)
		if (str_equal(table->columns[c].name, name))
			return c;
	return -1;
}

/* A button for each import that still counts. */
static void
undo_forms(struct html *h, const struct visit *visit, const struct table *loads)
{
	int id = column_of(loads, S("load")), undone = column_of(loads, S("undone"));
	if (id < 0 || undone < 0 || loads->row_count == 0)
		return;
	html_raw(h, "<h2 class=\"govuk-heading-m\">Undo an import</h2>\n"
	            "<form method=\"post\" class=\"frame-row\" action=\"/imports\">\n");
	token_field(h, visit);
	for (int i = 0; i < loads->row_count; i++) {
		const struct cell *cells = loads->rows[i].cells;
		if (str_equal(cells[undone].text, S("yes")))
			continue;
		html_raw(h, "<button type=\"submit\" class=\"govuk-button govuk-button--warning\"");
		html_attr(h, "formaction", str_format(visit->perm, "/imports/%.*s/undo", STR_ARG(cells[id].text)));
		html_raw(h, ">Undo import ");
		html_text(h, cells[id].text);
		html_raw(h, "</button>\n");
	}
	html_raw(h, "</form>\n");
}

void
form_import(struct html *h, const struct visit *visit, const struct document *doc)
{
	if (visit->site->store_path.len == 0) {
		govuk_inset_text(h, (struct govuk_inset_text){ .text = S("Nothing can be imported: the program "
			"was started without a store. Start it with one to keep what you import.") });
		return;
	}
	struct need need = route_find(POST, (Str[]){ S("imports") }, 1).route->need;
	if (!admits(visit->ask.viewer, S(""), need, visit->ask.today)) {
		govuk_inset_text(h, (struct govuk_inset_text){ .text = S("Whoever loads lists for a council may import "
			"figures too. Sign in to do it.") });
		return;
	}
	upload_form(h, visit);
	if (doc->data)
		undo_forms(h, visit, doc->data);
}
