/* events.c: lists of what happened and what is next, and where a record is changed. */
#include "app/events.h"

#include <stdlib.h>
#include <string.h>

#include "app/register.h"

void
events_add(struct events *events, Date day, Str what, Str href)
{
	if (events->count == events->room) {
		int room = events->room ? 2 * events->room : 16;
		struct event *moved = new(events->perm, room, struct event);
		if (events->count)
			memcpy(moved, events->at, (size_t)events->count * sizeof *moved);
		events->at = moved;
		events->room = room;
	}
	events->at[events->count++] = (struct event){ day, what, href };
}

/* Newest first; of one day, as they were told. */
static void
put_in_order(struct events *events)
{
	for (int i = 1; i < events->count; i++) {
		struct event one = events->at[i];
		int at = i;
		for (; at > 0 && events->at[at - 1].day.day < one.day.day; at--)
			events->at[at] = events->at[at - 1];
		events->at[at] = one;
	}
}

static const struct column event_columns[] = {
	{ STR("day"), STR("Day"), false, false }, { STR("what"), STR("What happened"), false, false },
};

void
add_events(struct document *doc, struct events *events, Str heading, Date day)
{
	struct rows_made rows = { 0 };
	put_in_order(events);
	for (int i = 0; i < events->count; i++) {
		if (events->at[i].day.day > day.day)
			continue;
		struct cell *cells = rows_push(&rows, countof(event_columns), doc->arena);
		cells[0] = cell_text(day_words(events->at[i].day, doc->arena));
		cells[1] = events->at[i].href.len ? cell_link(events->at[i].what, events->at[i].href)
		                                  : cell_text(events->at[i].what);
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, heading, S("happened"));
	document_table(doc, table_of(S("happened"), S("What happened, newest first"), event_columns, countof(event_columns), rows,
	                             doc->arena));
}

static const struct column next_columns[] = {
	{ STR("day"), STR("Day"), false, false }, { STR("what"), STR("What"), false, false },
	{ STR("of"), STR("Who or which post"), false, false }, { STR("fte"), STR("FTE"), true, false },
};

void
add_next(struct document *doc, const struct own *own, struct coming *coming, int count, bool of_post)
{
	struct rows_made rows = { 0 };
	document_heading(doc, 2, S("What is next"), S("next"));
	if (count == 0) {
		document_paragraph(doc, S("Nothing is known of for the year ahead."));
		return;
	}
	qsort(coming, (size_t)count, sizeof *coming, coming_order);
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(next_columns), doc->arena);
		cells[0] = cell_text(day_words(coming[i].day, doc->arena));
		cells[1] = cell_text(coming[i].what);
		cells[2] = !of_post ? post_cell(own, coming[i].post)
			: coming[i].person == NOT_THERE ? cell_text(S("")) : person_cell(own, coming[i].person, coming[i].day);
		cells[3] = fte_cell(coming[i].fte);
	}
	document_table(doc, table_of(S("next"), S("In the year ahead"), next_columns, countof(next_columns), rows,
	                             doc->arena));
}

void
add_record_links(struct document *doc, const struct own *own, Str many, Str ref, struct permit permit)
{
	struct arena *perm = doc->arena;
	const struct record_type *type = record_type_at(many);
	struct run *runs = new(perm, WAYS + 2, struct run);
	Str here = str_format(perm, "%.*s/%.*s", STR_ARG(many), STR_ARG(ref));
	int count = 0;
	for (int way = WAY_FROM; permit.reach >= REACH_WRITE && way < WAYS; way++)
		if (type->dated || !way_rows[way].dated)
			runs[count++] = (struct run){ .text = way_rows[way].does, .href = href_in_unit(own,
				str_join(here, S("/change"), perm), NOT_THERE, str_join(S("how="), way_rows[way].name, perm)) };
	if (permit.reach >= REACH_WRITE && type == &record_types[TYPE_PERSON])
		runs[count++] = (struct run){ .text = S("Merge with another record of the same person"),
			.href = own_href(own, str_join(here, S("/merge"), perm)) };
	if (permit.reach >= REACH_READ)
		runs[count++] = (struct run){ .text = S("Who changed it, when and why"),
			.href = own_href(own, str_join(here, S("/history"), perm)) };
	if (count == 0)
		return;
	document_heading(doc, 2, S("Go on to"), S("go-on"));
	document_runs(doc, BLOCK_LIST, runs, count);
}
