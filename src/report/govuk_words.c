/* govuk_words.c: words set apart: tags, details, insets, warnings, banners, error summaries. */
#include "report/govuk_parts.h"

#include <assert.h>

void
govuk_tag(struct html *h, struct govuk_tag params)
{
	html_raw(h, "<strong class=\"govuk-tag");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n");
	html_text(h, params.text);
	html_raw(h, "\n</strong>\n");
}

void
govuk_details_begin(struct html *h, struct govuk_details params)
{
	html_raw(h, "<details");
	html_attr(h, "id", params.id);
	html_raw(h, " class=\"govuk-details");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	if (params.open)
		html_raw(h, " open");
	html_raw(h, ">\n<summary class=\"govuk-details__summary\">\n"
	            "<span class=\"govuk-details__summary-text\">\n");
	html_text(h, params.summary_text);
	html_raw(h, "\n</span>\n</summary>\n<div class=\"govuk-details__text\">\n");
}

void
govuk_details_end(struct html *h)
{
	html_raw(h, "\n</div>\n</details>\n");
}

void
govuk_details(struct html *h, struct govuk_details params)
{
	govuk_details_begin(h, params);
	html_text(h, params.text);
	govuk_details_end(h);
}

void
govuk_inset_text_begin(struct html *h, struct govuk_inset_text params)
{
	html_raw(h, "<div");
	html_attr(h, "id", params.id);
	html_raw(h, " class=\"govuk-inset-text");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n");
}

void
govuk_inset_text_end(struct html *h)
{
	html_raw(h, "\n</div>\n");
}

void
govuk_inset_text(struct html *h, struct govuk_inset_text params)
{
	govuk_inset_text_begin(h, params);
	html_text(h, params.text);
	govuk_inset_text_end(h);
}

void
govuk_warning_text_begin(struct html *h, struct govuk_warning_text params)
{
	html_raw(h, "<div class=\"govuk-warning-text");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n"
	            "<strong class=\"govuk-warning-text__text\">\n"
	            "<span class=\"govuk-visually-hidden\">");
	html_text(h, govuk_or(params.icon_fallback_text, S("Warning")));
	html_raw(h, "</span>\n");
}

void
govuk_warning_text_end(struct html *h)
{
	html_raw(h, "\n</strong>\n</div>\n");
}

void
govuk_warning_text(struct html *h, struct govuk_warning_text params)
{
	govuk_warning_text_begin(h, params);
	html_text(h, params.text);
	govuk_warning_text_end(h);
}

/* ---- notification banner --------------------------------------------------------------------- */

static void
banner_title(struct html *h, const struct govuk_notification_banner *params, Str id, bool success)
{
	int level = params->title_heading_level ? params->title_heading_level : 2;
	assert(level >= 1);
	assert(level <= 6);
	html_raw(h, "<div class=\"govuk-notification-banner__header\">\n<h");
	html_int(h, level);
	html_raw(h, " class=\"govuk-notification-banner__title\"");
	html_attr(h, "id", id);
	html_raw(h, ">\n");
	html_text(h, govuk_or(params->title_text, success ? S("Success") : S("Important")));
	html_raw(h, "\n</h");
	html_int(h, level);
	html_raw(h, ">\n</div>\n");
}

/* Good news interrupts a screen reader (alert); the rest is a landmark to go to (region). */
void
govuk_notification_banner_begin(struct html *h, struct govuk_notification_banner params)
{
	bool success = str_equal(params.type, S("success"));
	Str id = govuk_or(params.title_id, S("govuk-notification-banner-title"));
	html_raw(h, "<div class=\"govuk-notification-banner");
	if (success)
		html_raw(h, " govuk-notification-banner--success");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "role", govuk_or(params.role, success ? S("alert") : S("region")));
	html_attr(h, "aria-labelledby", id);
	html_raw(h, " data-module=\"govuk-notification-banner\"");
	if (params.disable_auto_focus)
		html_raw(h, " data-disable-auto-focus=\"true\"");
	html_raw(h, ">\n");
	banner_title(h, &params, id, success);
	html_raw(h, "<div class=\"govuk-notification-banner__content\">\n");
}

void
govuk_notification_banner_end(struct html *h)
{
	html_raw(h, "\n</div>\n</div>\n");
}

void
govuk_notification_banner(struct html *h, struct govuk_notification_banner params)
{
	govuk_notification_banner_begin(h, params);
	html_raw(h, "<p class=\"govuk-notification-banner__heading\">\n");
	html_text(h, params.text);
	html_raw(h, "\n</p>");
	govuk_notification_banner_end(h);
}

/* ---- panel and error summary ----------------------------------------------------------------- */

void
govuk_panel(struct html *h, struct govuk_panel params)
{
	int level = params.heading_level ? params.heading_level : 1;
	assert(level >= 1);
	assert(level <= 6);
	html_raw(h, "<div class=\"govuk-panel govuk-panel--confirmation");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n<h");
	html_int(h, level);
	html_raw(h, " class=\"govuk-panel__title\">\n");
	html_text(h, params.title_text);
	html_raw(h, "\n</h");
	html_int(h, level);
	html_raw(h, ">\n");
	if (params.text.len) {
		html_raw(h, "<div class=\"govuk-panel__body\">\n");
		html_text(h, params.text);
		html_raw(h, "\n</div>\n");
	}
	html_raw(h, "</div>\n");
}

static void
error_item(struct html *h, const struct govuk_link *item)
{
	html_raw(h, "<li>\n");
	if (item->href.len) {
		html_raw(h, "<a");
		html_attr(h, "href", item->href);
		html_raw(h, ">");
	}
	html_text(h, item->text);
	if (item->href.len)
		html_raw(h, "</a>");
	html_raw(h, "\n</li>\n");
}

void
govuk_error_summary(struct html *h, struct govuk_error_summary params)
{
	html_raw(h, "<div class=\"govuk-error-summary");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	if (params.disable_auto_focus)
		html_raw(h, " data-disable-auto-focus=\"true\"");
	html_raw(h, " data-module=\"govuk-error-summary\">\n<div role=\"alert\">\n"
	            "<h2 class=\"govuk-error-summary__title\">\n");
	html_text(h, params.title_text);
	html_raw(h, "\n</h2>\n<div class=\"govuk-error-summary__body\">\n");
	if (params.description_text.len) {
		html_raw(h, "<p>\n");
		html_text(h, params.description_text);
		html_raw(h, "\n</p>\n");
	}
	if (params.error_count) {
		html_raw(h, "<ul class=\"govuk-list govuk-error-summary__list\">\n");
		for (int i = 0; i < params.error_count; i++)
			error_item(h, &params.error_list[i]);
		html_raw(h, "</ul>\n");
	}
	html_raw(h, "</div>\n</div>\n</div>\n");
}
