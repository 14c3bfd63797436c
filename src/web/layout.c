/* layout.c: the frame of every page: who we are, where you are, where else to go. */
#include "web/site.h"

#include "app/admit.h"
#include "app/register.h"
#include "report/govuk.h"

static const struct govuk_nav_item places[] = {
	{ .text = STR("Councils"),         .href = STR("/authorities") },
	{ .text = STR("Figures"),          .href = STR("/figures") },
	{ .text = STR("Check a sentence"), .href = STR("/claim") },
	{ .text = STR("Census check"),     .href = STR("/census/check") },
	{ .text = STR("Imports"),          .href = STR("/imports") },
};

/* Of whoever applies for a post. */
static const struct govuk_nav_item outside_places[] = {
	{ .text = STR("Posts"),            .href = STR("/apply") },
	{ .text = STR("Your application"), .href = STR("/apply/yours") },
	{ .text = STR("Come back with a code"), .href = STR("/apply/back") },
};

static const struct govuk_link foot[] = {
	{ STR("Accessibility statement"), STR("/accessibility") },
	{ STR("Privacy"),                 STR("/privacy") },
	{ STR("Methods"),                 STR("/methods") },
	{ STR("Releases"),                STR("/releases") },
	{ STR("Help and API"),            STR("/help") },
};

/* What whoever applies may want, and nothing of the console. */
static const struct govuk_link outside_foot[] = {
	{ STR("How what you write is used"), STR("/privacy#applying") },
	{ STR("Cookies"),                    STR("/privacy#cookies") },
	{ STR("Accessibility statement"),    STR("/accessibility") },
};

static void
head_of_page(struct html *h, const struct visit *visit, const struct document *doc)
{
	const struct site *site = visit->site;
	html_raw(h, "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">\n<head>\n"
	            "<meta charset=\"utf-8\">\n<title>");
	bool wrong = visit->reply->status == 400 || document_errors(doc) > 0;
	html_text(h, wrong ? S("Error: ") : S(""));
	html_text(h, doc->title);
	if (doc->caption.len) {
		html_raw(h, " \u2013 ");
		html_text(h, doc->caption);
	}
	html_raw(h, " \u2013 Mainstay</title>\n"
	            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n"
	            "<meta name=\"theme-color\" content=\"#1d70b8\">\n<link rel=\"icon\"");
	html_attr(h, "href", asset_address(site, S("icon.svg"), visit->perm));
	html_raw(h, " type=\"image/svg+xml\">\n");
	Str style;
	for (int i = 0; (style = asset_style(i)).len > 0; i++) {
		html_raw(h, "<link rel=\"stylesheet\"");
		html_attr(h, "href", asset_address(site, style, visit->perm));
		html_raw(h, ">\n");
	}
	html_raw(h, "<script type=\"module\"");
	html_attr(h, "src", asset_address(site, S("mainstay.js"), visit->perm));
	html_raw(h, "></script>\n</head>\n<body class=\"govuk-template__body\">\n");
}

/* The council whose page this is, or empty. */
static Str
own_area(const struct visit *visit)
{
	if (!visit->found.route || visit->found.route->outside)
		return (Str){ 0 };
	return route_part(&visit->found, visit->request->segments, S("area"));
}

static bool
has_council_navigation(const struct visit *visit)
{
	return own_area(visit).len > 0 && visit->ask.viewer &&
	       viewer_knows(visit->ask.viewer, visit->ask.area, visit->ask.today);
}

/* Another council, the same page: the rest of the address goes along. */
static void
change_council(struct html *h, const struct visit *visit)
{
	struct text place = text_new(visit->perm);
	int count = own_area(visit).len ? visit->request->segment_count : 0;
	for (int i = 2; i < count; i++) {
		text_add(&place, i > 2 ? S("/") : S(""));
		text_add(&place, i == count - 1 ? visit->found.last : visit->request->segments[i]);
	}
	html_raw(h, "<div class=\"govuk-width-container frame-change\"><form action=\"/authorities\" "
	            "method=\"get\" role=\"search\" aria-label=\"Change council\">");
	if (place.len) {
		html_raw(h, "<input type=\"hidden\" name=\"place\"");
		html_attr(h, "value", text_str(&place));
		html_raw(h, ">");
	}
	govuk_input(h, (struct govuk_input){
		.name = S("q"), .id = S("change-council"), .classes = S("govuk-input--width-20"),
		.autocomplete = S("off"), .spellcheck = SPELLCHECK_OFF,
		.label = { .text = place.len ? S("Change council, and stay on this page") : S("Find a council") },
	});
	govuk_button(h, (struct govuk_button){ .text = S("Go"), .classes = S("govuk-button--secondary") });
	html_raw(h, "</form></div>\n");
}

/* The box is not wanted where the page itself is one. */
static bool
has_own_search(const struct visit *visit)
{
	return visit->found.route && visit->found.route->form == form_search;
}

/* Whoever applies for a post looks for no council's figures. */
static bool
is_outside(const struct visit *visit)
{
	return visit->found.route && visit->found.route->outside;
}

/* Other councils, and other pages of this one. On a phone they are folded, so that the page itself begins on
 * the first screen; where there is room the style sheet opens the fold and takes its summary away. */
static void
other_places(struct html *h, const struct visit *visit)
{
	bool pages = has_council_navigation(visit), search = !has_own_search(visit) && !is_outside(visit);
	if (!pages && !search)
		return;
	html_raw(h, "<details class=\"frame-fold\"><summary class=\"govuk-width-container\"><span class=\"govuk-link\">");
	html_text(h, pages ? S("Pages of this council, and other councils")
		: own_area(visit).len ? S("Other councils") : S("Find a council"));
	html_raw(h, "</span></summary>\n");
	if (pages)
		council_menu(h, visit);
	if (search)
		change_council(h, visit);
	html_raw(h, "</details>\n");
}

/* What the page is, short: the kind of record where a row is of any kind. */
static Str
crumb_of(const struct visit *visit, const struct document *doc)
{
	const struct record_type *type = record_type_at(visit->ask.type);
	if (!visit->found.route)
		return doc->title;
	return type ? str_capital(type->many, visit->perm) : visit->found.route->title;
}

static struct govuk_nav_item
nav_item(const struct visit *visit, Str text, Str href)
{
	Str first = visit->request->segment_count ? visit->request->segments[0] : (Str){ 0 };
	Str rest = str_from(href, 1), place = str_cut(&rest, '/');
	bool within = first.len && str_equal(first, place);
	return (struct govuk_nav_item){ .text = text, .href = href,
		.current = within && str_equal(visit->request->path, href),
		.active = within && !str_equal(visit->request->path, href) };
}

/* The places of the page's header; gives how many. */
static int
places_of(const struct visit *visit, struct govuk_nav_item *items)
{
	int count = countof(places);
	if (is_outside(visit)) {
		for (int i = 0; i < countof(outside_places); i++) {
			items[i] = outside_places[i];
			items[i].current = str_equal(visit->request->path, items[i].href);
		}
		return countof(outside_places);
	}
	for (int i = 0; i < countof(places); i++)
		items[i] = nav_item(visit, places[i].text, places[i].href);
	const struct route *accounts = route_find(GET, (Str[]){ S("accounts") }, 1).route;
	if (visit->ask.viewer && admits(visit->ask.viewer, S(""), accounts->need, visit->ask.today))
		items[count++] = nav_item(visit, S("Accounts"), S("/accounts"));
	items[count++] = (struct govuk_nav_item){
		.text = visit->ask.viewer ? S("Your account") : S("Sign in"),
		.href = visit->ask.viewer ? S("/account") : S("/sign-in"),
		.current = visit->request->segment_count == 1 && (str_equal(visit->request->segments[0], S("account")) ||
		                                                  str_equal(visit->request->segments[0], S("sign-in"))),
	};
	return count;
}

static void
top_of_page(struct html *h, const struct visit *visit)
{
	struct govuk_nav_item items[countof(places) + 2];
	int count = places_of(visit, items);
	govuk_skip_link(h, (struct govuk_skip_link){ .text = S("Skip to main content"),
	                                             .href = S("#main-content") });
	html_raw(h, "<header class=\"govuk-template__header\">\n");
	Str home = is_outside(visit) ? S("/apply") : S("/");
	govuk_generic_header(h, (struct govuk_generic_header){ .logo_text = S("Mainstay"), .url = home });
	govuk_service_navigation(h, (struct govuk_service_navigation){
		.service_name = is_outside(visit) ? S("Apply for a post") : S("Children\u2019s social care workforce"), .service_url = home,
		.navigation = items, .navigation_count = count,
	});
	other_places(h, visit);
	html_raw(h, "</header>\n");
}

static void
breadcrumbs(struct html *h, const struct visit *visit, const struct document *doc)
{
	struct govuk_link items[4] = { { S("Start"), S("/") } };
	int count = is_outside(visit) ? 0 : 1;
	Str area = own_area(visit);
	const struct route *route = visit->found.route;
	if ((visit->request->segment_count == 0 && route) || (is_outside(visit) && visit->request->segment_count == 1))
		return;
	if (is_outside(visit))
		items[count++] = (struct govuk_link){ S("Apply for a post"), S("/apply") };
	if (area.len) {
		items[count++] = (struct govuk_link){ S("Councils"), S("/authorities") };
		struct html to = html_new(visit->perm);
		html_raw(&to, "/authorities/");
		html_url_part(&to, area);
		html_raw(&to, "/scorecard");
		if (route->view != show_scorecard)
			items[count++] = (struct govuk_link){ doc->caption.len ? doc->caption : area, html_str(&to) };
	}
	items[count++] = (struct govuk_link){ .text = crumb_of(visit, doc) };
	govuk_breadcrumbs(h, (struct govuk_breadcrumbs){ .items = items, .item_count = count,
	                                                 .collapse_on_mobile = true });
}

/* The same page as a file: ".csv" on the end of its path. */
static void
face_link(struct html *h, const struct visit *visit, enum face face, Str words)
{
	Str path = visit->request->path, ending = face_name(face);
	bool slash = str_ends(path, S("/"));
	Str query = visit->request->query_text;
	html_raw(h, "<li><a class=\"govuk-link\"");
	html_attr(h, "href", str_format(visit->perm, "%.*s.%.*s%s%.*s", STR_ARG(str_upto(path, path.len - slash)),
	                                STR_ARG(ending), query.len ? "?" : "", STR_ARG(query)));
	html_raw(h, ">");
	html_text(h, words);
	html_raw(h, "</a></li>\n");
}

static void
other_faces(struct html *h, const struct visit *visit, const struct document *doc)
{
	const struct route *route = visit->found.route;
	if (!route || !route->view || route->outside || !doc->data || visit->reply->status != 200 ||
	    visit->request->segment_count == 0 || visit->request->method != GET)
		return;
	html_raw(h, "<h2 class=\"govuk-heading-s\">Take this page away</h2>\n"
	            "<ul class=\"govuk-list frame-faces\">\n");
	if (route->paper)
		face_link(h, visit, FACE_DOCX, S("Word document (DOCX)"));
	face_link(h, visit, FACE_XLSX, S("Spreadsheet (XLSX)"));
	face_link(h, visit, FACE_CSV, S("Figures (CSV)"));
	face_link(h, visit, FACE_JSON, S("For programs (JSON)"));
	face_link(h, visit, FACE_HTML, S("This page as one file (HTML)"));
	html_raw(h, "</ul>\n");
}

Str
layout_page(const struct visit *visit, const struct document *doc)
{
	struct html page = html_new(visit->perm), *h = &page;
	const struct route *route = visit->found.route;
	bool form = route && route->form && visit->reply->status < 405;
	struct document heading = *doc, rest = *doc;
	heading.block_count = heading.source_count = 0;
	while (heading.block_count < doc->block_count && doc->blocks[heading.block_count].lead)
		heading.block_count++;
	rest.title = rest.caption = rest.period = S("");
	rest.blocks += heading.block_count;
	rest.block_count -= heading.block_count;

	head_of_page(h, visit, doc);
	top_of_page(h, visit);
	html_raw(h, "<div class=\"govuk-width-container\">\n");
	breadcrumbs(h, visit, doc);
	html_raw(h, "<main class=\"govuk-main-wrapper\" id=\"main-content\">\n");
	if (form && route->form == form_claim && visit->ask.sentence.len) {
		document_html(h, doc);                       /* the answer comes first */
		route->form(h, visit, doc);
	} else if (form) {
		document_html(h, &heading);
		route->form(h, visit, doc);
		document_html(h, &rest);
	} else {
		document_html(h, doc);
	}
	other_faces(h, visit, doc);
	html_raw(h, "</main>\n</div>\n<footer class=\"govuk-template__footer\">\n");
	bool outside = is_outside(visit);
	govuk_footer(h, (struct govuk_footer){ .meta = { .items = outside ? outside_foot : foot,
		.item_count = outside ? countof(outside_foot) : countof(foot) } });
	html_raw(h, "</footer>\n</body>\n</html>\n");
	return html_str(h);
}
