/* govuk_writers.h: examples written by our components: options in, HTML out. */
#ifndef TEST_GOVUK_WRITERS_H
#define TEST_GOVUK_WRITERS_H

#include "govuk_fixtures.h"

#define OPTION(name) option(o, name, h->out.arena)

/* Markup in an example stands where our callers write between begin and end. */
static void
inner_markup(struct html *h, const json_t *o, const char *html, const char *text)
{
	Str markup = option(o, html, h->out.arena);
	if (markup.len)
		html_bytes_(h, markup);
	else
		html_text(h, option(o, text, h->out.arena));
}

/* ---- the frame ------------------------------------------------------------------------------- */

static void
skip_link(struct html *h, const json_t *o)
{
	govuk_skip_link(h, (struct govuk_skip_link){
		.text = OPTION("text"), .href = OPTION("href"), .classes = OPTION("classes") });
}

static void
generic_header(struct html *h, const json_t *o)
{
	govuk_generic_header(h, (struct govuk_generic_header){
		.logo_text = OPTION("logoText"), .url = OPTION("url"), .classes = OPTION("classes"),
		.container_classes = OPTION("containerClasses") });
}

static void
service_navigation(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "navigation");
	int count = (int)json_array_size(list);
	struct govuk_nav_item *items = new(perm, count, struct govuk_nav_item);
	for (int i = 0; i < count; i++) {
		const json_t *item = json_array_get(list, (size_t)i);
		items[i] = (struct govuk_nav_item){ option(item, "text", perm), option(item, "href", perm),
			option_true(item, "current"), option_true(item, "active") };
	}
	govuk_service_navigation(h, (struct govuk_service_navigation){
		.service_name = OPTION("serviceName"), .service_url = OPTION("serviceUrl"),
		.navigation = items, .navigation_count = count, .classes = OPTION("classes"),
		.aria_label = OPTION("ariaLabel"), .menu_button_text = OPTION("menuButtonText"),
		.menu_button_label = OPTION("menuButtonLabel"),
		.navigation_label = OPTION("navigationLabel"), .navigation_id = OPTION("navigationId"),
		.navigation_classes = OPTION("navigationClasses") });
}

static struct govuk_tag
tag_of(const json_t *o, struct arena *perm)
{
	return (struct govuk_tag){ option(o, "text", perm), option(o, "classes", perm) };
}

static void
phase_banner(struct html *h, const json_t *o)
{
	govuk_phase_banner_begin(h, (struct govuk_phase_banner){
		.tag = tag_of(json_object_get(o, "tag"), h->out.arena), .classes = OPTION("classes") });
	inner_markup(h, o, "html", "text");
	govuk_phase_banner_end(h);
}

static struct govuk_link *
links_of(const json_t *list, struct arena *perm)
{
	struct govuk_link *links = new(perm, (ptrdiff_t)json_array_size(list), struct govuk_link);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *item = json_array_get(list, i);
		links[i] = (struct govuk_link){ option(item, "text", perm), option(item, "href", perm) };
	}
	return links;
}

static void
breadcrumbs(struct html *h, const json_t *o)
{
	const json_t *items = json_object_get(o, "items");
	govuk_breadcrumbs(h, (struct govuk_breadcrumbs){
		.items = links_of(items, h->out.arena), .item_count = (int)json_array_size(items),
		.collapse_on_mobile = option_true(o, "collapseOnMobile"),
		.classes = OPTION("classes"), .label_text = OPTION("labelText") });
}

static void
back_link(struct html *h, const json_t *o)
{
	govuk_back_link(h, (struct govuk_back_link){
		.text = OPTION("text"), .href = OPTION("href"), .classes = OPTION("classes") });
}

static void
footer(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "navigation"), *meta = json_object_get(o, "meta");
	int count = (int)json_array_size(list);
	struct govuk_footer_navigation *parts = new(perm, count, struct govuk_footer_navigation);
	for (int i = 0; i < count; i++) {
		const json_t *part = json_array_get(list, (size_t)i), *items = json_object_get(part, "items");
		parts[i] = (struct govuk_footer_navigation){
			.title = option(part, "title", perm), .items = links_of(items, perm),
			.item_count = (int)json_array_size(items), .columns = option_int(part, "columns"),
			.width = option(part, "width", perm) };
	}
	govuk_footer(h, (struct govuk_footer){
		.navigation = parts, .navigation_count = count, .classes = OPTION("classes"),
		.container_classes = OPTION("containerClasses"),
		.meta = { option(meta, "visuallyHiddenTitle", perm), option(meta, "text", perm),
		          links_of(json_object_get(meta, "items"), perm),
		          (int)json_array_size(json_object_get(meta, "items")) } });
}

/* From the first `begin` to the end of the next `end` after it, gone. */
static Str
without(Str html, Str begin, Str end, struct arena *perm)
{
	ptrdiff_t from = str_find(html, begin);
	if (from < 0)
		return html;
	Str rest = str_from(html, from + begin.len);
	ptrdiff_t length = str_find(rest, end);
	if (length < 0)
		return html;
	return str_join(str_upto(html, from), str_from(rest, length + end.len), perm);
}

/* The crown, the licence with its logo, and the crest of Crown copyright are not ours to show. */
static Str
without_crown(Str html, struct arena *perm)
{
	html = white_space_normal(html, perm);
	html = without(html, S("<svg focusable=\"false\" role=\"presentation\""), S("</svg>"), perm);
	html = without(html, S("<svg aria-hidden=\"true\" focusable=\"false\" "
	                       "class=\"govuk-footer__licence"), S("</svg>"), perm);
	html = without(html, S("<span class=\"govuk-footer__licence-description\">"), S("</span>"), perm);
	html = without(html, S("<div class=\"govuk-footer__meta-item\"><a class=\"govuk-footer__link "
	                       "govuk-footer__copyright-logo\""), S("</a></div>"), perm);
	return without(html, S("<div class=\"govuk-footer__meta\"><div class=\"govuk-footer__meta-item "
	                       "govuk-footer__meta-item--grow\"></div>"), S("</div>"), perm);
}

/* ---- words ----------------------------------------------------------------------------------- */

static void
tag(struct html *h, const json_t *o)
{
	govuk_tag(h, tag_of(o, h->out.arena));
}

static void
details(struct html *h, const json_t *o)
{
	govuk_details_begin(h, (struct govuk_details){
		.summary_text = OPTION("summaryText"), .id = OPTION("id"), .classes = OPTION("classes"),
		.open = option_true(o, "open") });
	inner_markup(h, o, "html", "text");
	govuk_details_end(h);
}

static void
inset_text(struct html *h, const json_t *o)
{
	govuk_inset_text_begin(h, (struct govuk_inset_text){
		.id = OPTION("id"), .classes = OPTION("classes") });
	inner_markup(h, o, "html", "text");
	govuk_inset_text_end(h);
}

static void
warning_text(struct html *h, const json_t *o)
{
	govuk_warning_text_begin(h, (struct govuk_warning_text){
		.icon_fallback_text = OPTION("iconFallbackText"), .classes = OPTION("classes") });
	inner_markup(h, o, "html", "text");
	govuk_warning_text_end(h);
}

static void
notification_banner(struct html *h, const json_t *o)
{
	struct govuk_notification_banner params = {
		.text = OPTION("text"), .title_text = OPTION("titleText"), .title_id = OPTION("titleId"),
		.type = OPTION("type"), .role = OPTION("role"), .classes = OPTION("classes"),
		.title_heading_level = option_int(o, "titleHeadingLevel"),
		.disable_auto_focus = option_true(o, "disableAutoFocus") };
	if (OPTION("html").len == 0) {
		govuk_notification_banner(h, params);
		return;
	}
	govuk_notification_banner_begin(h, params);
	html_bytes_(h, OPTION("html"));
	govuk_notification_banner_end(h);
}

static void
panel(struct html *h, const json_t *o)
{
	govuk_panel(h, (struct govuk_panel){
		.title_text = OPTION("titleText"), .text = OPTION("text"), .classes = OPTION("classes"),
		.heading_level = option_int(o, "headingLevel") });
}

static void
error_summary(struct html *h, const json_t *o)
{
	const json_t *list = json_object_get(o, "errorList");
	govuk_error_summary(h, (struct govuk_error_summary){
		.title_text = OPTION("titleText"), .description_text = OPTION("descriptionText"),
		.classes = OPTION("classes"), .error_list = links_of(list, h->out.arena),
		.error_count = (int)json_array_size(list),
		.disable_auto_focus = option_true(o, "disableAutoFocus") });
}

/* ---- lists ----------------------------------------------------------------------------------- */

static struct govuk_action *
actions_of(const json_t *list, struct arena *perm)
{
	struct govuk_action *actions = new(perm, (ptrdiff_t)json_array_size(list), struct govuk_action);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *item = json_array_get(list, i);
		actions[i] = (struct govuk_action){
			option(item, "text", perm), option(item, "href", perm),
			option(item, "visuallyHiddenText", perm), option(item, "classes", perm) };
	}
	return actions;
}

static struct govuk_summary_row
summary_row_of(const json_t *row, struct arena *perm)
{
	const json_t *key = json_object_get(row, "key"), *value = json_object_get(row, "value");
	const json_t *acts = json_object_get(row, "actions"), *list = json_object_get(acts, "items");
	return (struct govuk_summary_row){
		.key = { option(key, "text", perm), option(key, "classes", perm) },
		.value = { option(value, "text", perm), option(value, "classes", perm), { 0 } },
		.actions = { actions_of(list, perm), (int)json_array_size(list),
		             option(acts, "classes", perm) },
		.classes = option(row, "classes", perm) };
}

static void
summary_list(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "rows"), *card = json_object_get(o, "card");
	const json_t *title = json_object_get(card, "title"), *acts = json_object_get(card, "actions");
	int count = (int)json_array_size(list);
	struct govuk_summary_row *rows = new(perm, count, struct govuk_summary_row);
	for (int i = 0; i < count; i++)
		rows[i] = summary_row_of(json_array_get(list, (size_t)i), perm);
	govuk_summary_list(h, (struct govuk_summary_list){
		.rows = rows, .row_count = count, .classes = OPTION("classes"),
		.card = {
			.title = { option(title, "text", perm), option(title, "classes", perm),
			           option_int(title, "headingLevel") },
			.actions = { actions_of(json_object_get(acts, "items"), perm),
			             (int)json_array_size(json_object_get(acts, "items")),
			             option(acts, "classes", perm) },
			.classes = option(card, "classes", perm) } });
}

static struct govuk_table_cell *
cells_of(const json_t *list, struct arena *perm)
{
	struct govuk_table_cell *cells =
		new(perm, (ptrdiff_t)json_array_size(list), struct govuk_table_cell);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *cell = json_array_get(list, i);
		cells[i] = (struct govuk_table_cell){
			.text = option(cell, "text", perm), .format = option(cell, "format", perm),
			.classes = option(cell, "classes", perm), .colspan = option_int(cell, "colspan"),
			.rowspan = option_int(cell, "rowspan") };
	}
	return cells;
}

static void
table(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *head = json_object_get(o, "head"), *list = json_object_get(o, "rows");
	int count = (int)json_array_size(list);
	struct govuk_table_row *rows = new(perm, count, struct govuk_table_row);
	for (int i = 0; i < count; i++) {
		const json_t *row = json_array_get(list, (size_t)i);
		rows[i] = (struct govuk_table_row){ cells_of(row, perm), (int)json_array_size(row) };
	}
	govuk_table(h, (struct govuk_table){
		.head = cells_of(head, perm), .head_count = (int)json_array_size(head),
		.rows = rows, .row_count = count, .caption = OPTION("caption"),
		.caption_classes = OPTION("captionClasses"), .classes = OPTION("classes"),
		.first_cell_is_header = option_true(o, "firstCellIsHeader") });
}

static void
pagination(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "items");
	const json_t *before = json_object_get(o, "previous"), *after = json_object_get(o, "next");
	int count = (int)json_array_size(list);
	struct govuk_page *pages = new(perm, count, struct govuk_page);
	for (int i = 0; i < count; i++) {
		const json_t *item = json_array_get(list, (size_t)i);
		pages[i] = (struct govuk_page){
			.number = option_int(item, "number"), .href = option(item, "href", perm),
			.visually_hidden_text = option(item, "visuallyHiddenText", perm),
			.current = option_true(item, "current"), .ellipsis = option_true(item, "ellipsis") };
	}
	govuk_pagination(h, (struct govuk_pagination){
		.previous = { option(before, "href", perm), option(before, "text", perm),
		              option(before, "labelText", perm) },
		.next = { option(after, "href", perm), option(after, "text", perm),
		          option(after, "labelText", perm) },
		.items = pages, .item_count = count, .landmark_label = OPTION("landmarkLabel"),
		.classes = OPTION("classes") });
}

static void
tabs(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "items");
	int count = (int)json_array_size(list);
	struct govuk_tab *items = new(perm, count, struct govuk_tab);
	for (int i = 0; i < count; i++)
		items[i] = (struct govuk_tab){
			option(json_array_get(list, (size_t)i), "label", perm),
			option(json_array_get(list, (size_t)i), "id", perm) };
	struct govuk_tabs params = { .items = items, .item_count = count, .id = OPTION("id"),
		.id_prefix = OPTION("idPrefix"), .title = OPTION("title"), .classes = OPTION("classes") };
	govuk_tabs_begin(h, params);
	for (int i = 0; i < count; i++) {
		const json_t *inside = json_object_get(json_array_get(list, (size_t)i), "panel");
		govuk_tab_panel_begin(h, params, i);
		if (option(inside, "html", perm).len) {
			html_bytes_(h, option(inside, "html", perm));
		} else {
			html_raw(h, "<p class=\"govuk-body\">");
			html_text(h, option(inside, "text", perm));
			html_raw(h, "</p>");
		}
		govuk_tab_panel_end(h);
	}
	govuk_tabs_end(h);
}

static void
task_list(struct html *h, const json_t *o)
{
	struct arena *perm = h->out.arena;
	const json_t *list = json_object_get(o, "items");
	int count = (int)json_array_size(list);
	struct govuk_task *tasks = new(perm, count, struct govuk_task);
	for (int i = 0; i < count; i++) {
		const json_t *item = json_array_get(list, (size_t)i);
		const json_t *title = json_object_get(item, "title"), *said = json_object_get(item, "status");
		tasks[i] = (struct govuk_task){
			.title = { option(title, "text", perm), option(title, "classes", perm) },
			.hint = { option(json_object_get(item, "hint"), "text", perm) },
			.status = { option(said, "text", perm), option(said, "classes", perm),
			            tag_of(json_object_get(said, "tag"), perm) },
			.href = option(item, "href", perm), .classes = option(item, "classes", perm) };
	}
	govuk_task_list(h, (struct govuk_task_list){
		.items = tasks, .item_count = count, .id_prefix = OPTION("idPrefix"),
		.classes = OPTION("classes") });
}

#endif
