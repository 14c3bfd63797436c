/* post_view.c: one post: what it is, who holds it, what happened here and what is next. */
#include "app/events.h"
#include "app/filling.h"

enum { YEARS_SHOWN = 8, NEXT_ROOM = 64 };

struct looked {
	struct own own;
	int post;
	const struct post_row *row;          /* on the day, or the last before it, or the first after it */
	bool there;                          /* it exists on the day */
	struct seat seat;                    /* where there */
	struct establishment est;
	bool terms;
};

static struct answer
no_such_post(const struct own *own)
{
	return answer_words(UNKNOWN, S("There is no such post here for you"), str_format(own->perm,
		"\u201c%.*s\u201d is not a post of %.*s that you may see. The establishment page lists those that you may.",
		STR_ARG(own->ask->ref), STR_ARG(own->place->name)), own->perm);
}

static const struct post_row *
nearest_row(const struct roster *r, int post, Date day)
{
	const struct thing *thing = &r->posts[post];
	const struct post_row *row = &r->post_rows[thing->first];
	for (int i = 1; i < thing->count && row[1].when.first.day <= day.day; i++)
		row++;
	return row;
}

static bool
look_at(const struct world *world, const struct ask *ask, struct looked *l, struct answer *why,
        struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	l->post = roster_post(l->own.roster, ask->ref);
	if (l->post == NOT_THERE || sight_post(&l->own.sight, l->post, GROUP_STRUCTURE).reach < REACH_READ) {
		*why = no_such_post(&l->own);
		return false;
	}
	l->row = nearest_row(l->own.roster, l->post, ask->day);
	l->there = l->row->when.first.day <= ask->day.day && ask->day.day <= l->row->when.last.day;
	l->terms = sight_post(&l->own.sight, l->post, GROUP_TERMS).reach >= REACH_PSEUDONYM;
	if (!l->there)
		return true;
	establishment_on(&l->est, l->own.roster, l->row->unit, ask->day, perm);
	for (int i = 0; i < l->est.seat_count; i++)
		if (l->est.seats[i].post == l->post)
			l->seat = l->est.seats[i];
	return true;
}

/* ---- in words -------------------------------------------------------------------------------- */

static Str
holders_words(const struct looked *l)
{
	struct arena *perm = l->own.perm;
	Str *names = new(perm, l->seat.occupants + 1, Str);
	int count = 0;
	for (int i = 0; i < l->seat.occupants; i++) {
		const struct occupant *o = &l->est.occupants[l->seat.first_occupant + i];
		Str who = person_then(&l->own, o->row->person, l->own.ask->day);
		if (basis_holds(o->row->basis))
			names[count++] = who.len ? who : S("somebody");
	}
	return list_words(names, count, perm);
}

static Str
state_words(const struct looked *l)
{
	struct arena *perm = l->own.perm;
	if (!l->there)
		return l->row->when.first.day > l->own.ask->day.day
			? str_format(perm, "begins on %.*s", STR_ARG(day_words(l->row->when.first, perm)))
			: str_format(perm, "closed on %.*s", STR_ARG(day_words(l->row->when.last, perm)));
	if (!l->terms)
		return str_lower(status_words(l->row->status), perm);
	Str holders = holders_words(l);
	if (l->seat.vacant > 0 && l->seat.held == 0)
		return str_format(perm, "vacant since %.*s%s", STR_ARG(day_words(l->seat.vacant_since, perm)),
			l->seat.covered ? ", covered for now" : "");
	if (l->seat.vacant > 0)
		return str_format(perm, "held by %.*s, and %.*s FTE vacant since %.*s", STR_ARG(holders),
			STR_ARG(fte_words(l->seat.vacant, perm)), STR_ARG(day_words(l->seat.vacant_since, perm)));
	if (holders.len)
		return str_format(perm, "held by %.*s", STR_ARG(holders));
	return str_format(perm, "%.*s, and nobody holds it", STR_ARG(str_lower(status_words(l->row->status), perm)));
}

static Str
recorded(const struct looked *l, Str field)
{
	const struct records *posts = &l->own.council->of[TYPE_POST];
	const struct record *record = record_on(posts, l->own.roster->posts[l->post].ref, l->row->when.first);
	return record ? record_value(posts->type, record, field) : (Str){ 0 };
}

static void
add_summary(struct document *doc, const struct looked *l)
{
	enum { KEYS = 10 };
	const struct own *own = &l->own;
	const struct post_row *row = l->row;
	const struct role_row *role = row->role == NOT_THERE ? NULL : role_on(own->roster, row->role, own->ask->day);
	const struct record_type *type = &record_types[TYPE_ROLE];
	struct pair *pairs = new(doc->arena, KEYS, struct pair);
	int n = 0;
	Str ref = own->roster->posts[l->post].ref;
	pairs[n++] = (struct pair){ S("Post"), post_number(own, l->post), S("") };
	if (!str_equal(post_number(own, l->post), ref))
		pairs[n++] = (struct pair){ S("Reference here"), ref, S("") };
	pairs[n++] = row->unit == NOT_THERE ? (struct pair){ S("Unit"), S("In no unit"), S("") }
		: (struct pair){ S("Unit"), unit_words(own, row->unit), href_of_unit(own, row->unit) };
	pairs[n++] = (struct pair){ S("Role"), role_words(own, row->role, own->ask->day), S("") };
	if (role)
		pairs[n++] = (struct pair){ S("Role in the census"),
			type->fields[field_find(type, S("census_role"))].choices[role->census].words, S("") };
	pairs[n++] = (struct pair){ S("FTE and status"), str_format(doc->arena, "%.*s, %.*s",
		STR_ARG(fte_words(row->fte, doc->arena)), STR_ARG(str_lower(status_words(row->status), doc->arena))), S("") };
	if (row->reports_to != NOT_THERE)
		pairs[n++] = (struct pair){ S("Reports to"), post_words(own, row->reports_to),
		                            href_of_post(own, row->reports_to) };
	if (recorded(l, S("fte_taken")).len && str_equal(recorded(l, S("fte_taken")), recorded(l, S("fte"))))
		pairs[n++] = (struct pair){ S("Who says the FTE"), S("Nobody yet: it is what its holders work"), S("") };
	if (recorded(l, S("cost_centre")).len)
		pairs[n++] = (struct pair){ S("Cost centre"), recorded(l, S("cost_centre")), S("") };
	pairs[n++] = (struct pair){ S("As it is"), period_words(row->when, doc->arena), S("") };
	document_summary(doc, pairs, n);
}

/* ---- who is in it ------------------------------------------------------------------------------ */

static const struct column holder_columns[] = {
	{ STR("who"), STR("Who"), false, false }, { STR("how"), STR("Held how"), false, false },
	{ STR("fte"), STR("FTE"), true, false }, { STR("when"), STR("When"), false, false },
};

static void
add_occupants(struct document *doc, const struct looked *l)
{
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	for (int i = 0; i < l->seat.occupants; i++) {
		const struct occupant *o = &l->est.occupants[l->seat.first_occupant + i];
		struct cell *cells = rows_push(&rows, countof(holder_columns), perm);
		cells[0] = person_cell(&l->own, o->row->person, l->own.ask->day);
		cells[1] = cell_text(basis_seen(&l->own, o->row->person, o->row->basis));
		cells[2] = fte_cell(o->row->fte);
		cells[3] = cell_text(period_words(spell_period(l->own.roster, o->spell), perm));
	}
	if (l->seat.vacant > 0) {
		struct cell *cells = rows_push(&rows, countof(holder_columns), perm);
		cells[0] = cell_text(S("Nobody"));
		cells[1] = cell_tag(S("Vacant"), TAG_RED);
		const struct filling *filling = filling_of(&l->own, estab_day_of(&l->own), l->post);
		if (filling) {
			cells[0] = cell_link(S("Nobody yet"), filling_href(&l->own, filling));
			cells[0].note = filling_words(&l->own, filling);
		}
		cells[2] = fte_cell(l->seat.vacant);
		cells[3] = cell_text(period_words((struct period){ l->seat.vacant_since, DATE_OPEN }, perm));
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Who is in it"), S("who"));
	struct table *table = table_of(S("holders"), S("On the day asked about"), holder_columns,
	                               countof(holder_columns), rows, perm);
	document_table(doc, table);
	doc->data = table;
}

static void
add_over_time(struct document *doc, const struct looked *l)
{
	struct arena *perm = doc->arena;
	struct period days = days_around(l->own.ask->day, YEARS_SHOWN);
	Date begins = l->own.roster->post_rows[l->own.roster->posts[l->post].first].when.first;
	if (begins.day > days.first.day && begins.day < l->own.ask->day.day)
		days.first = begins;
	struct rows_made rows = { 0 };
	struct chart_row *row = new(perm, 1, struct chart_row);
	*row = bars_of_post(&l->own, l->there ? &l->seat : NULL, l->post, days, &rows);
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Over time"), S("over-time"));
	document_chart(doc, bars_chart(&l->own, S("Who held this post, and when"), row, 1, days),
	               bars_table(S("Who held this post, and when"), rows, perm));
}

/* ---- what happened ------------------------------------------------------------------------------ */

/* What one row of the post changed of the row before. */
static Str
changed_words(const struct own *own, const struct post_row *was, const struct post_row *is)
{
	struct arena *perm = own->perm;
	Str parts[4];
	int count = 0;
	if (was->unit != is->unit && is->unit != NOT_THERE)
		parts[count++] = str_format(perm, "moved to %.*s", STR_ARG(unit_words(own, is->unit)));
	if (was->fte != is->fte)
		parts[count++] = str_format(perm, "FTE went from %.*s to %.*s", STR_ARG(fte_words(was->fte, perm)),
		                            STR_ARG(fte_words(is->fte, perm)));
	if (was->status != is->status)
		parts[count++] = str_format(perm, "became %.*s", STR_ARG(str_lower(status_words(is->status), perm)));
	if (was->role != is->role)
		parts[count++] = str_format(perm, "its role became %.*s", STR_ARG(role_words(own, is->role, is->when.first)));
	if (count == 0)
		return str_equal(was->title, is->title) ? S("The post\u2019s details changed")
			: str_format(perm, "The post was renamed %.*s", STR_ARG(is->title));
	return str_format(perm, "The post: %.*s", STR_ARG(list_words(parts, count, perm)));
}

static void
tell_rows(struct events *events, const struct looked *l)
{
	const struct own *own = &l->own;
	const struct thing *thing = &own->roster->posts[l->post];
	const struct post_row *rows = &own->roster->post_rows[thing->first];
	events_add(events, rows[0].when.first, str_format(own->perm, "The post began: %.*s FTE, %.*s",
		STR_ARG(fte_words(rows[0].fte, own->perm)), STR_ARG(str_lower(status_words(rows[0].status), own->perm))), S(""));
	for (int i = 1; i < thing->count; i++)
		events_add(events, rows[i].when.first, changed_words(own, &rows[i - 1], &rows[i]), S(""));
	if (rows[thing->count - 1].when.last.day != DATE_OPEN.day)
		events_add(events, rows[thing->count - 1].when.last, S("The post closed"), S(""));
}

static void
tell_spells(struct events *events, const struct looked *l)
{
	const struct own *own = &l->own;
	const struct roster *r = own->roster;
	for (int i = r->post_spells_begin[l->post]; i < r->post_spells_begin[l->post + 1]; i++) {
		const struct spell_row *row = spell_last(r, r->post_spells[i]);
		struct period when = spell_period(r, r->post_spells[i]);
		Date day = own->ask->day.day < when.last.day ? own->ask->day : when.last;
		Str who = row->person == NOT_THERE ? S("") : person_then(own, row->person, day);
		Str how = row->person == NOT_THERE ? S("") : basis_seen(own, row->person, row->basis);
		Str href = row->person != NOT_THERE && person_seen(own, row->person) ? href_of_person(own, row->person) : S("");
		who = who.len ? who : S("Somebody");
		events_add(events, when.first, str_format(own->perm, "%.*s began%s%.*s", STR_ARG(who), how.len ? ": " : "",
		                                          STR_ARG(str_lower(how, own->perm))), href);
		if (when.last.day != DATE_OPEN.day)
			events_add(events, when.last, str_format(own->perm, "%.*s\u2019s last day in this post", STR_ARG(who)), href);
	}
}

static void
add_asking(struct document *doc, const struct looked *l)
{
	bool frozen = l->row->status == FROZEN;
	const struct { Str words, how; } ways[] = {
		{ S("Ask for a change of this post"), S("alter") },
		{ frozen ? S("Ask to unfreeze this post") : S("Ask to freeze this post"), frozen ? S("unfreeze") : S("freeze") },
		{ S("Ask to give this post up"), S("close") },
	};
	struct arena *perm = doc->arena;
	if (sight_post(&l->own.sight, l->post, GROUP_REQUESTS).reach < REACH_WRITE || !l->there)
		return;
	struct run *runs = new(perm, countof(ways) + 1, struct run);
	for (int i = 0; i < countof(ways); i++)
		runs[i] = (struct run){ .text = ways[i].words, .href = href_in_unit(&l->own,
			S("establishment-changes/ask"), NOT_THERE, str_format(perm, "how=%.*s&ref=%.*s", STR_ARG(ways[i].how),
			STR_ARG(l->own.roster->posts[l->post].ref))) };
	runs[countof(ways)] = (struct run){ .text = S("Ask for agency for this post"), .href = str_format(perm,
		"/authorities/%.*s/agency/ask?ref=%.*s", STR_ARG(l->own.place->slug), STR_ARG(l->own.roster->posts[l->post].ref)) };
	document_runs(doc, BLOCK_LIST, runs, countof(ways) + 1);
}

struct answer
show_post(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct looked l = { .post = NOT_THERE };
	struct answer answer;
	if (!look_at(world, ask, &l, &answer, perm))
		return answer;
	struct document doc = own_document(&l.own, str_format(perm, "%.*s: %.*s", STR_ARG(l.row->title),
		STR_ARG(state_words(&l))), href_of_post(&l.own, l.post));
	struct events events = { .perm = perm };
	struct coming *coming = new(perm, NEXT_ROOM, struct coming);
	add_summary(&doc, &l);
	if (l.terms && l.there)
		add_occupants(&doc, &l);
	if (l.terms)
		add_next(&doc, &l.own, coming, coming_to_post(&l.own, l.post, coming, NEXT_ROOM), true);
	if (l.terms)
		add_over_time(&doc, &l);
	tell_rows(&events, &l);
	if (l.terms)
		tell_spells(&events, &l);
	add_events(&doc, &events, S("What happened here"), ask->day);
	add_record_links(&doc, &l.own, S("posts"), l.own.roster->posts[l.post].ref,
	                 sight_post(&l.own.sight, l.post, GROUP_STRUCTURE));
	add_asking(&doc, &l);
	return answer_of(DONE, doc);
}
