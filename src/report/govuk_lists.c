/* govuk_lists.c: summary lists, plain tables, tabs, task lists and page numbers. */
#include "report/govuk_parts.h"

#include <assert.h>

/* ---- summary list ---------------------------------------------------------------------------- */

static void
action_link(struct html *h, const struct govuk_action *action, Str card_title)
{
	html_raw(h, "<a class=\"govuk-link");
	govuk_more_classes(h, action->classes);
	html_raw(h, "\"");
	html_attr(h, "href", action->href);
	html_raw(h, ">");
	html_text(h, action->text);
	if (action->visually_hidden_text.len || card_title.len) {
		html_raw(h, "<span class=\"govuk-visually-hidden\">");
		if (action->visually_hidden_text.len) {
			html_raw(h, " ");
			html_text(h, action->visually_hidden_text);
		}
		if (card_title.len) {
			html_raw(h, " (");
			html_text(h, card_title);
			html_raw(h, ")");
		}
		html_raw(h, "</span>");
	}
	html_raw(h, "</a>\n");
}

static void
summary_actions(struct html *h, const struct govuk_summary_row *row, Str card_title)
{
	html_raw(h, "<dd class=\"govuk-summary-list__actions");
	govuk_more_classes(h, row->actions.classes);
	html_raw(h, "\">\n");
	if (row->actions.item_count == 1) {
		action_link(h, &row->actions.items[0], card_title);
	} else {
		html_raw(h, "<ul class=\"govuk-summary-list__actions-list\">\n");
		for (int i = 0; i < row->actions.item_count; i++) {
			html_raw(h, "<li class=\"govuk-summary-list__actions-list-item\">\n");
			action_link(h, &row->actions.items[i], card_title);
			html_raw(h, "</li>\n");
		}
		html_raw(h, "</ul>\n");
	}
	html_raw(h, "</dd>\n");
}

static void
summary_value(struct html *h, const struct govuk_summary_row *row)
{
	html_raw(h, "<dd class=\"govuk-summary-list__value");
	govuk_more_classes(h, row->value.classes);
	html_raw(h, "\">\n");
	if (row->value.href.len) {
		html_raw(h, "<a class=\"govuk-link\"");
		html_attr(h, "href", row->value.href);
		html_raw(h, ">");
	}
	html_text(h, row->value.text);
	if (row->value.href.len)
		html_raw(h, "</a>");
	html_raw(h, "\n</dd>\n");
}

static void
summary_row(struct html *h, const struct govuk_summary_row *row, bool others_act, Str card_title)
{
	html_raw(h, "<div class=\"govuk-summary-list__row");
	if (others_act && row->actions.item_count == 0)
		html_raw(h, " govuk-summary-list__row--no-actions");
	govuk_more_classes(h, row->classes);
	html_raw(h, "\">\n<dt class=\"govuk-summary-list__key");
	govuk_more_classes(h, row->key.classes);
	html_raw(h, "\">\n");
	html_text(h, row->key.text);
	html_raw(h, "\n</dt>\n");
	summary_value(h, row);
	if (row->actions.item_count)
		summary_actions(h, row, card_title);
	html_raw(h, "</div>\n");
}

static void
card_actions(struct html *h, const struct govuk_summary_list *params)
{
	int count = params->card.actions.item_count;
	if (count == 1)
		html_raw(h, "<div class=\"govuk-summary-card__actions");
	else
		html_raw(h, "<ul class=\"govuk-summary-card__actions");
	govuk_more_classes(h, params->card.actions.classes);
	html_raw(h, "\">\n");
	for (int i = 0; i < count; i++) {
		if (count > 1)
			html_raw(h, "<li class=\"govuk-summary-card__action\">\n");
		action_link(h, &params->card.actions.items[i], params->card.title.text);
		if (count > 1)
			html_raw(h, "</li>\n");
	}
	if (count == 1)
		html_raw(h, "</div>\n");
	else
		html_raw(h, "</ul>\n");
}

static void
card_begin(struct html *h, const struct govuk_summary_list *params)
{
	int level = params->card.title.heading_level ? params->card.title.heading_level : 2;
	html_raw(h, "<div class=\"govuk-summary-card");
	govuk_more_classes(h, params->card.classes);
	html_raw(h, "\">\n<div class=\"govuk-summary-card__title-wrapper\">\n");
	if (params->card.title.text.len) {
		html_raw(h, "<h");
		html_int(h, level);
		html_raw(h, " class=\"govuk-summary-card__title");
		govuk_more_classes(h, params->card.title.classes);
		html_raw(h, "\">\n");
		html_text(h, params->card.title.text);
		html_raw(h, "\n</h");
		html_int(h, level);
		html_raw(h, ">\n");
	}
	if (params->card.actions.item_count)
		card_actions(h, params);
	html_raw(h, "</div>\n<div class=\"govuk-summary-card__content\">\n");
}

void
govuk_summary_list(struct html *h, struct govuk_summary_list params)
{
	bool card = params.card.title.text.len || params.card.actions.item_count
		|| params.card.classes.len;
	bool any_acts = false;
	for (int i = 0; i < params.row_count; i++)
		any_acts |= params.rows[i].actions.item_count > 0;
	if (card)
		card_begin(h, &params);
	html_raw(h, "<dl class=\"govuk-summary-list");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n");
	for (int i = 0; i < params.row_count; i++)
		summary_row(h, &params.rows[i], any_acts, params.card.title.text);
	html_raw(h, "</dl>\n");
	if (card)
		html_raw(h, "</div>\n</div>\n");
}

/* ---- table ----------------------------------------------------------------------------------- */

static void
spans_and_words(struct html *h, const struct govuk_table_cell *cell)
{
	html_raw(h, "\"");
	if (cell->colspan) {
		html_raw(h, " colspan=\"");
		html_int(h, cell->colspan);
		html_raw(h, "\"");
	}
	if (cell->rowspan) {
		html_raw(h, " rowspan=\"");
		html_int(h, cell->rowspan);
		html_raw(h, "\"");
	}
	html_raw(h, ">");
	if (cell->href.len) {
		html_raw(h, "<a class=\"govuk-link\"");
		html_attr(h, "href", cell->href);
		html_raw(h, ">");
	}
	html_text(h, cell->text);
	if (cell->href.len)
		html_raw(h, "</a>");
}

static void
table_head(struct html *h, const struct govuk_table *params)
{
	html_raw(h, "<thead class=\"govuk-table__head\">\n<tr class=\"govuk-table__row\">\n");
	for (int i = 0; i < params->head_count; i++) {
		const struct govuk_table_cell *cell = &params->head[i];
		html_raw(h, "<th scope=\"col\" class=\"govuk-table__header");
		if (cell->format.len) {
			html_raw(h, " govuk-table__header--");
			html_text(h, cell->format);
		}
		govuk_more_classes(h, cell->classes);
		spans_and_words(h, cell);
		html_raw(h, "</th>\n");
	}
	html_raw(h, "</tr>\n</thead>\n");
}

static void
table_cell(struct html *h, const struct govuk_table_cell *cell, bool header)
{
	if (header) {
		html_raw(h, "<th scope=\"row\" class=\"govuk-table__header");
	} else {
		html_raw(h, "<td class=\"govuk-table__cell");
		if (cell->format.len) {
			html_raw(h, " govuk-table__cell--");
			html_text(h, cell->format);
		}
	}
	govuk_more_classes(h, cell->classes);
	spans_and_words(h, cell);
	if (header)
		html_raw(h, "</th>\n");
	else
		html_raw(h, "</td>\n");
}

void
govuk_table(struct html *h, struct govuk_table params)
{
	html_raw(h, "<table class=\"govuk-table");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n");
	if (params.caption.len) {
		html_raw(h, "<caption class=\"govuk-table__caption");
		govuk_more_classes(h, params.caption_classes);
		html_raw(h, "\">");
		html_text(h, params.caption);
		html_raw(h, "</caption>\n");
	}
	if (params.head_count)
		table_head(h, &params);
	html_raw(h, "<tbody class=\"govuk-table__body\">\n");
	for (int i = 0; i < params.row_count; i++) {
		html_raw(h, "<tr class=\"govuk-table__row\">\n");
		for (int j = 0; j < params.rows[i].cell_count; j++)
			table_cell(h, &params.rows[i].cells[j], j == 0 && params.first_cell_is_header);
		html_raw(h, "</tr>\n");
	}
	html_raw(h, "</tbody>\n</table>\n");
}

/* ---- tabs ------------------------------------------------------------------------------------ */

/* The id of a panel: its own, or the prefix and its number. */
static void
panel_id(struct html *h, const struct govuk_tabs *params, int item)
{
	if (params->items[item].id.len) {
		html_text(h, params->items[item].id);
	} else {
		html_text(h, params->id_prefix);
		html_raw(h, "-");
		html_int(h, item + 1);
	}
}

void
govuk_tabs_begin(struct html *h, struct govuk_tabs params)
{
	html_raw(h, "<div");
	html_attr(h, "id", params.id);
	html_raw(h, " class=\"govuk-tabs");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\" data-module=\"govuk-tabs\">\n<h2 class=\"govuk-tabs__title\">\n");
	html_text(h, govuk_or(params.title, S("Contents")));
	html_raw(h, "\n</h2>\n");
	if (params.item_count)
		html_raw(h, "<ul class=\"govuk-tabs__list\">\n");
	for (int i = 0; i < params.item_count; i++) {
		html_raw(h, "<li class=\"govuk-tabs__list-item");
		if (i == 0)
			html_raw(h, " govuk-tabs__list-item--selected");
		html_raw(h, "\">\n<a class=\"govuk-tabs__tab\" href=\"#");
		panel_id(h, &params, i);
		html_raw(h, "\">\n");
		html_text(h, params.items[i].label);
		html_raw(h, "\n</a>\n</li>\n");
	}
	if (params.item_count)
		html_raw(h, "</ul>\n");
}

void
govuk_tab_panel_begin(struct html *h, struct govuk_tabs params, int item)
{
	assert(item >= 0);
	assert(item < params.item_count);
	html_raw(h, "<div class=\"govuk-tabs__panel");
	if (item > 0)
		html_raw(h, " govuk-tabs__panel--hidden");
	html_raw(h, "\" id=\"");
	panel_id(h, &params, item);
	html_raw(h, "\">\n");
}

void
govuk_tab_panel_end(struct html *h)
{
	html_raw(h, "\n</div>\n");
}

void
govuk_tabs_end(struct html *h)
{
	html_raw(h, "</div>\n");
}

/* ---- task list ------------------------------------------------------------------------------- */

static void
task_part_id(struct html *h, Str prefix, int number)
{
	html_text(h, prefix);
	html_raw(h, "-");
	html_int(h, number);
}

static void
task_name(struct html *h, const struct govuk_task *task, Str prefix, int number)
{
	if (task->href.len) {
		html_raw(h, "<a class=\"govuk-link govuk-task-list__link");
		govuk_more_classes(h, task->title.classes);
		html_raw(h, "\"");
		html_attr(h, "href", task->href);
		html_raw(h, " aria-describedby=\"");
		if (task->hint.text.len) {
			task_part_id(h, prefix, number);
			html_raw(h, "-hint ");
		}
		task_part_id(h, prefix, number);
		html_raw(h, "-status\">\n");
		html_text(h, task->title.text);
		html_raw(h, "\n</a>\n");
	} else {
		html_raw(h, "<div");
		html_attr(h, "class", task->title.classes);
		html_raw(h, ">\n");
		html_text(h, task->title.text);
		html_raw(h, "\n</div>\n");
	}
}

static void
task_status(struct html *h, const struct govuk_task *task, Str prefix, int number)
{
	html_raw(h, "<div class=\"govuk-task-list__status");
	govuk_more_classes(h, task->status.classes);
	html_raw(h, "\" id=\"");
	task_part_id(h, prefix, number);
	html_raw(h, "-status\">\n");
	if (task->status.tag.text.len)
		govuk_tag(h, task->status.tag);
	else
		html_text(h, task->status.text);
	html_raw(h, "\n</div>\n");
}

static void
task_item(struct html *h, const struct govuk_task *task, Str prefix, int number)
{
	html_raw(h, "<li class=\"govuk-task-list__item");
	if (task->href.len)
		html_raw(h, " govuk-task-list__item--with-link");
	govuk_more_classes(h, task->classes);
	html_raw(h, "\">\n<div class=\"govuk-task-list__name-and-hint\">\n");
	task_name(h, task, prefix, number);
	if (task->hint.text.len) {
		html_raw(h, "<div id=\"");
		task_part_id(h, prefix, number);
		html_raw(h, "-hint\" class=\"govuk-task-list__hint\">\n");
		html_text(h, task->hint.text);
		html_raw(h, "\n</div>\n");
	}
	html_raw(h, "</div>\n");
	task_status(h, task, prefix, number);
	html_raw(h, "</li>\n");
}

void
govuk_task_list(struct html *h, struct govuk_task_list params)
{
	Str prefix = govuk_or(params.id_prefix, S("task-list"));
	html_raw(h, "<ul class=\"govuk-task-list");
	govuk_more_classes(h, params.classes);
	html_raw(h, "\">\n");
	for (int i = 0; i < params.item_count; i++)
		task_item(h, &params.items[i], prefix, i + 1);
	html_raw(h, "</ul>\n");
}
