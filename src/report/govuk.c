/* govuk.c: the frame of a page: header, navigation, breadcrumbs, footer. */
#include "report/govuk_parts.h"

#include <assert.h>

void
govuk_more_classes(struct html *h, Str classes)
{
	if (classes.len == 0)
		return;
	html_raw(h, " ");
	html_text(h, classes);
}

Str
govuk_or(Str text, Str otherwise)
{
	return text.len ? text : otherwise;
}

static bool
plain_name(Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++)
		if (name.at[i] != '-' && (name.at[i] < 'a' || name.at[i] > 'z')
		    && (name.at[i] < '0' || name.at[i] > '9'))
			return false;
	return true;
}

/* An attribute that is given is written even when its value is empty: `multiple=""` counts. */
void
govuk_attributes(struct html *h, const struct govuk_attribute *attributes)
{
	for (; attributes && attributes->name.len; attributes++) {
		assert(plain_name(attributes->name));
		html_raw(h, " ");
		html_text(h, attributes->name);
		html_raw(h, "=\"");
		html_text(h, attributes->value);
		html_raw(h, "\"");
	}
}

void
govuk_skip_link(struct html *h, struct govuk_skip_link params)
{
	html_raw(h, "<a");
	html_attr(h, "href", govuk_or(params.href, S("#content")));
	html_raw(h, " class=\"govuk-skip-link");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\" data-module=\"govuk-skip-link\">");
	html_text(h, params.text);
	html_raw(h, "</a>\n");
}

void
govuk_generic_header(struct html *h, struct govuk_generic_header params)
{
	html_raw(h, "<div class=\"govuk-generic-header");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n<div class=\"govuk-generic-header__container");
	govuk_more_classes(h, govuk_or(params.container_classes, S("govuk-width-container")));
	html_raw(h, "\">\n<div class=\"govuk-generic-header__logo\">\n<a");
	html_attr(h, "href", govuk_or(params.url, S("/")));
	html_raw(h, " class=\"govuk-generic-header__homepage-link\">\n");
	html_text(h, params.logo_text);
	html_raw(h, "\n</a>\n</div>\n</div>\n</div>\n");
}

/* ---- service navigation ---------------------------------------------------------------------- */

static void
nav_item_words(struct html *h, const struct govuk_nav_item *item)
{
	bool here = item->current || item->active;
	html_raw(h, ">\n");
	if (here)
		html_raw(h, "<strong class=\"govuk-service-navigation__active-fallback\">");
	html_text(h, item->text);
	if (here)
		html_raw(h, "</strong>");
	html_raw(h, "\n");
}

static void
nav_item(struct html *h, const struct govuk_nav_item *item)
{
	bool here = item->current || item->active;
	Str which = !here ? S("") : item->current ? S("page") : S("true");
	html_raw(h, "<li class=\"govuk-service-navigation__item");
	if (here)
		html_raw(h, " govuk-service-navigation__item--active");
	html_raw(h, "\">\n");
	if (item->href.len) {
		html_raw(h, "<a class=\"govuk-service-navigation__link\"");
		html_attr(h, "href", item->href);
		html_attr(h, "aria-current", which);
		nav_item_words(h, item);
		html_raw(h, "</a>\n");
	} else {
		html_raw(h, "<span class=\"govuk-service-navigation__text\"");
		html_attr(h, "aria-current", which);
		nav_item_words(h, item);
		html_raw(h, "</span>\n");
	}
	html_raw(h, "</li>\n");
}

static void
nav_name(struct html *h, const struct govuk_service_navigation *params)
{
	html_raw(h, "<span class=\"govuk-service-navigation__service-name\">\n");
	if (params->service_url.len) {
		html_raw(h, "<a");
		html_attr(h, "href", params->service_url);
		html_raw(h, " class=\"govuk-service-navigation__link\">\n");
		html_text(h, params->service_name);
		html_raw(h, "\n</a>\n");
	} else {
		html_raw(h, "<span class=\"govuk-service-navigation__text\">");
		html_text(h, params->service_name);
		html_raw(h, "</span>\n");
	}
	html_raw(h, "</span>\n");
}

/* Hidden until the script shows it: without script the list stands open. */
static void
nav_toggle(struct html *h, const struct govuk_service_navigation *params, Str button, Str id)
{
	html_raw(h, "<button type=\"button\" class=\"govuk-service-navigation__toggle "
	            "govuk-js-service-navigation-toggle\"");
	html_attr(h, "aria-controls", id);
	if (!str_equal(params->menu_button_label, button))
		html_attr(h, "aria-label", params->menu_button_label);
	html_raw(h, " hidden aria-hidden=\"true\">\n");
	html_text(h, button);
	html_raw(h, "\n</button>\n");
}

static void
nav_list(struct html *h, const struct govuk_service_navigation *params)
{
	Str button = govuk_or(params->menu_button_text, S("Menu"));
	Str id = govuk_or(params->navigation_id, S("navigation"));
	html_raw(h, "<nav");
	html_attr(h, "aria-label", govuk_or(params->navigation_label, button));
	html_raw(h, " class=\"govuk-service-navigation__wrapper");
	govuk_more_classes(h, params->navigation_classes);
	html_raw(h, "\">\n");
	if (params->navigation_count > 1)
		nav_toggle(h, params, button, id);
	html_raw(h, "<ul class=\"govuk-service-navigation__list\"");
	html_attr(h, "id", id);
	html_raw(h, ">\n");
	for (int i = 0; i < params->navigation_count; i++)
		nav_item(h, &params->navigation[i]);
	html_raw(h, "</ul>\n</nav>\n");
}

/* With a service name it is a landmark of its own; else the nav inside is landmark enough. */
void
govuk_service_navigation(struct html *h, struct govuk_service_navigation params)
{
	bool named = params.service_name.len > 0;
	if (named) {
		html_raw(h, "<section");
		html_attr(h, "aria-label", govuk_or(params.aria_label, S("Service information")));
		html_raw(h, " class=\"govuk-service-navigation");
	} else {
		html_raw(h, "<div class=\"govuk-service-navigation");
	}
	govuk_more_classes(h, params.classes);
	html_raw(h, "\" data-module=\"govuk-service-navigation\">\n"
	            "<div class=\"govuk-width-container\">\n"
	            "<div class=\"govuk-service-navigation__container\">\n");
	if (named)
		nav_name(h, &params);
	if (params.navigation_count)
		nav_list(h, &params);
	html_raw(h, "</div>\n</div>\n");
	if (named)
		html_raw(h, "</section>\n");
	else
		html_raw(h, "</div>\n");
}

/* ---- above the page -------------------------------------------------------------------------- */

void
govuk_phase_banner_begin(struct html *h, struct govuk_phase_banner params)
{
	html_raw(h, "<div class=\"govuk-phase-banner govuk-width-container");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n<p class=\"govuk-phase-banner__content\">\n"
	            "<strong class=\"govuk-tag govuk-phase-banner__content__tag");
	govuk_more_classes(h, params.tag.classes);
	html_raw(h, "\">\n");
	html_text(h, params.tag.text);
	html_raw(h, "\n</strong>\n<span class=\"govuk-phase-banner__text\">\n");
}

void
govuk_phase_banner_end(struct html *h)
{
	html_raw(h, "\n</span>\n</p>\n</div>\n");
}

void
govuk_phase_banner(struct html *h, struct govuk_phase_banner params)
{
	govuk_phase_banner_begin(h, params);
	html_text(h, params.text);
	govuk_phase_banner_end(h);
}

static void
breadcrumb(struct html *h, const struct govuk_link *item)
{
	if (item->href.len == 0) {
		html_raw(h, "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">");
		html_text(h, item->text);
	} else {
		html_raw(h, "<li class=\"govuk-breadcrumbs__list-item\">\n"
		            "<a class=\"govuk-breadcrumbs__link\"");
		html_attr(h, "href", item->href);
		html_raw(h, ">");
		html_text(h, item->text);
		html_raw(h, "</a>\n");
	}
	html_raw(h, "</li>\n");
}

void
govuk_breadcrumbs(struct html *h, struct govuk_breadcrumbs params)
{
	html_raw(h, "<nav class=\"govuk-breadcrumbs");
	govuk_more_classes(h, params.classes);
	if (params.collapse_on_mobile)
		html_raw(h, " govuk-breadcrumbs--collapse-on-mobile");
	html_raw(h, "\"");
	html_attr(h, "aria-label", govuk_or(params.label_text, S("Breadcrumb")));
	html_raw(h, ">\n<ol class=\"govuk-breadcrumbs__list\">\n");
	for (int i = 0; i < params.item_count; i++)
		breadcrumb(h, &params.items[i]);
	html_raw(h, "</ol>\n</nav>\n");
}

void
govuk_back_link(struct html *h, struct govuk_back_link params)
{
	html_raw(h, "<a");
	html_attr(h, "href", govuk_or(params.href, S("#")));
	html_raw(h, " class=\"govuk-back-link");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">");
	html_text(h, govuk_or(params.text, S("Back")));
	html_raw(h, "</a>\n");
}

/* ---- footer: without the crown, the licence's logo and the crest that the official one draws - */

static void
footer_link(struct html *h, const struct govuk_link *item)
{
	html_raw(h, "<a class=\"govuk-footer__link\"");
	html_attr(h, "href", item->href);
	html_raw(h, ">\n");
	html_text(h, item->text);
	html_raw(h, "\n</a>\n");
}

static void
footer_section(struct html *h, const struct govuk_footer_navigation *nav)
{
	html_raw(h, "<div class=\"govuk-footer__section govuk-grid-column-");
	html_text(h, govuk_or(nav->width, S("full")));
	html_raw(h, "\">\n<h2 class=\"govuk-footer__heading govuk-heading-m\">");
	html_text(h, nav->title);
	html_raw(h, "</h2>\n");
	if (nav->item_count) {
		html_raw(h, "<ul class=\"govuk-footer__list");
		if (nav->columns) {
			html_raw(h, " govuk-footer__list--columns-");
			html_int(h, nav->columns);
		}
		html_raw(h, "\">\n");
		for (int i = 0; i < nav->item_count; i++) {
			html_raw(h, "<li class=\"govuk-footer__list-item\">\n");
			footer_link(h, &nav->items[i]);
			html_raw(h, "</li>\n");
		}
		html_raw(h, "</ul>\n");
	}
	html_raw(h, "</div>\n");
}

static void
footer_meta(struct html *h, const struct govuk_footer *params)
{
	html_raw(h, "<div class=\"govuk-footer__meta\">\n"
	            "<div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">\n"
	            "<h2 class=\"govuk-visually-hidden\">");
	html_text(h, govuk_or(params->meta.visually_hidden_title, S("Support links")));
	html_raw(h, "</h2>\n");
	if (params->meta.item_count) {
		html_raw(h, "<ul class=\"govuk-footer__inline-list\">\n");
		for (int i = 0; i < params->meta.item_count; i++) {
			html_raw(h, "<li class=\"govuk-footer__inline-list-item\">\n");
			footer_link(h, &params->meta.items[i]);
			html_raw(h, "</li>\n");
		}
		html_raw(h, "</ul>\n");
	}
	if (params->meta.text.len) {
		html_raw(h, "<div class=\"govuk-footer__meta-custom\">\n");
		html_text(h, params->meta.text);
		html_raw(h, "\n</div>\n");
	}
	html_raw(h, "</div>\n</div>\n");
}

void
govuk_footer(struct html *h, struct govuk_footer params)
{
	html_raw(h, "<div class=\"govuk-footer");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n<div class=\"govuk-width-container");
	govuk_more_classes(h, params.container_classes);
	html_raw(h, "\">\n");
	if (params.navigation_count) {
		html_raw(h, "<div class=\"govuk-footer__navigation\">\n");
		for (int i = 0; i < params.navigation_count; i++)
			footer_section(h, &params.navigation[i]);
		html_raw(h, "</div>\n<hr class=\"govuk-footer__section-break\">\n");
	}
	if (params.meta.item_count || params.meta.text.len || params.meta.visually_hidden_title.len)
		footer_meta(h, &params);
	html_raw(h, "</div>\n</div>\n");
}
