/* govuk_pages.c: page numbers, and the links before and after. */
#include "report/govuk_parts.h"

static void
arrow_previous(struct html *h)
{
	html_raw(h, "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
	            "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
	            "focusable=\"false\" viewBox=\"0 0 15 13\">\n"
	            "<path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768"
	            "h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path>\n</svg>\n");
}

static void
arrow_next(struct html *h)
{
	html_raw(h, "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
	            "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
	            "focusable=\"false\" viewBox=\"0 0 15 13\">\n"
	            "<path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 "
	            "1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path>\n</svg>\n");
}

/* The words of a link; `named` is our own text for it, else the usual words. */
static void
link_title(struct html *h, Str named, bool next, bool decorated)
{
	html_raw(h, "<span class=\"govuk-pagination__link-title");
	if (decorated)
		html_raw(h, " govuk-pagination__link-title--decorated");
	html_raw(h, "\">\n");
	if (named.len)
		html_text(h, named);
	else if (next)
		html_raw(h, "Next<span class=\"govuk-visually-hidden\"> page</span>");
	else
		html_raw(h, "Previous<span class=\"govuk-visually-hidden\"> page</span>");
	html_raw(h, "\n</span>\n");
}

static void
link_label(struct html *h, Str label)
{
	html_raw(h, "<span class=\"govuk-visually-hidden\">:</span>\n"
	            "<span class=\"govuk-pagination__link-label\">");
	html_text(h, label);
	html_raw(h, "</span>\n");
}

/* Without page numbers (`block`) the two links stand as large blocks, each arrow first. */
static void
previous_link(struct html *h, const struct govuk_pagination *params, bool block)
{
	Str label = params->previous.label_text;
	html_raw(h, "<div class=\"govuk-pagination__prev\">\n"
	            "<a class=\"govuk-link govuk-pagination__link\"");
	html_attr(h, "href", params->previous.href);
	html_raw(h, " rel=\"prev\">\n");
	arrow_previous(h);
	link_title(h, params->previous.text, false, block && label.len == 0);
	if (label.len && block)
		link_label(h, label);
	html_raw(h, "</a>\n</div>\n");
}

static void
next_link(struct html *h, const struct govuk_pagination *params, bool block)
{
	Str label = params->next.label_text;
	html_raw(h, "<div class=\"govuk-pagination__next\">\n"
	            "<a class=\"govuk-link govuk-pagination__link\"");
	html_attr(h, "href", params->next.href);
	html_raw(h, " rel=\"next\">\n");
	if (block)
		arrow_next(h);
	link_title(h, params->next.text, true, block && label.len == 0);
	if (label.len && block)
		link_label(h, label);
	if (!block)
		arrow_next(h);
	html_raw(h, "</a>\n</div>\n");
}

static void
page_link(struct html *h, const struct govuk_page *page)
{
	html_raw(h, "<a class=\"govuk-link govuk-pagination__link\"");
	html_attr(h, "href", page->href);
	html_raw(h, " aria-label=\"");
	if (page->visually_hidden_text.len) {
		html_text(h, page->visually_hidden_text);
	} else {
		html_raw(h, "Page ");
		html_int(h, page->number);
	}
	html_raw(h, "\"");
	if (page->current)
		html_raw(h, " aria-current=\"page\"");
	html_raw(h, ">\n");
	html_int(h, page->number);
	html_raw(h, "\n</a>\n");
}

static void
page_item(struct html *h, const struct govuk_page *page)
{
	html_raw(h, "<li class=\"govuk-pagination__item");
	if (page->current)
		html_raw(h, " govuk-pagination__item--current");
	if (page->ellipsis)
		html_raw(h, " govuk-pagination__item--ellipsis");
	html_raw(h, "\">\n");
	if (page->ellipsis)
		html_raw(h, "&ctdot;\n");
	else
		page_link(h, page);
	html_raw(h, "</li>\n");
}

void
govuk_pagination(struct html *h, struct govuk_pagination params)
{
	bool block = params.item_count == 0 && (params.next.href.len || params.previous.href.len);
	html_raw(h, "<nav class=\"govuk-pagination");
	if (block)
		html_raw(h, " govuk-pagination--block");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\"");
	html_attr(h, "aria-label", govuk_or(params.landmark_label, S("Pagination")));
	html_raw(h, ">\n");
	if (params.previous.href.len)
		previous_link(h, &params, block);
	if (params.item_count) {
		html_raw(h, "<ul class=\"govuk-pagination__list\">\n");
		for (int i = 0; i < params.item_count; i++)
			page_item(h, &params.items[i]);
		html_raw(h, "</ul>\n");
	}
	if (params.next.href.len)
		next_link(h, &params, block);
	html_raw(h, "</nav>\n");
}
