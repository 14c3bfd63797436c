/* team.c: who holds each post of a team, why it is not fully staffed, what is coming, and the mix. */
#include "app/team.h"

#include "app/filling.h"

#include <stdlib.h>

enum {
	SEATS_READ = 80,             /* more posts than this are looked at team by team */
	REASONS_SAID = 12,
	COMING_ROOM = 4096,
	COMING_SHOWN = 25
};

/* ---- posts in rows --------------------------------------------------------------------------- */

enum { POST_COLUMNS = 11 };
static const struct column post_columns[POST_COLUMNS] = {
	{ STR("post"), STR("Post"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("role"), STR("Role"), false, false },
	{ STR("status"), STR("Status"), false, false }, { STR("who"), STR("Who"), false, false },
	{ STR("how"), STR("Held how"), false, false }, { STR("holder"), STR("Who"), false, true },
	{ STR("fte"), STR("FTE"), true, false }, { STR("first_day"), STR("First day"), false, false },
	{ STR("last_day"), STR("Last day"), false, false },
};

/* A row with the words of the post; gives its cells. */
static struct cell *
seat_row(struct rows_made *rows, const struct estab *e, const struct seat *seat)
{
	const struct own *own = &e->own;
	struct cell *cells = rows_push(rows, POST_COLUMNS, own->perm);
	Str unit = seat->row->unit == NOT_THERE ? S("In no unit") : unit_words(own, seat->row->unit);
	rows->at[rows->count - 1].group = e->unit_count > 1 ? unit : (Str){ 0 };
	for (int c = 0; c < POST_COLUMNS; c++)
		cells[c] = cell_text(S(""));
	cells[0] = post_cell(own, seat->post);
	cells[0].note = str_format(own->perm, "%.*s, %.*s FTE", STR_ARG(post_number(own, seat->post)),
	                           STR_ARG(fte_words(seat->row->fte, own->perm)));
	if (seat->row->status != FUNDED) {
		cells[0].tag = status_words(seat->row->status);
		cells[0].tag_tone = TAG_GREY;
	}
	cells[1] = cell_text(own->roster->posts[seat->post].ref);
	cells[2] = cell_text(unit);
	cells[3] = cell_text(role_words(own, seat->row->role, own->ask->day));
	cells[4] = cell_text(status_words(seat->row->status));
	cells[8] = fte_cell(seat->row->fte);
	return cells;
}

/* "Permanent, since 3 March 2021, until 30 June 2026" under who it is. */
static void
since_cells(struct cell *cells, const struct own *own, Str how, struct period when)
{
	bool ends = when.last.day != DATE_OPEN.day;
	struct text note = text_new(own->perm);
	text_format(&note, "%.*s%ssince %.*s", STR_ARG(how), how.len ? ", " : "", STR_ARG(day_words(when.first, own->perm)));
	if (ends)
		text_format(&note, ", until %.*s", STR_ARG(day_words(when.last, own->perm)));
	cells[7].note = text_str(&note);
	cells[9] = cell_text(date_iso(when.first, own->perm));
	cells[10] = cell_text(ends ? date_iso(when.last, own->perm) : S(""));
}

/* What is said of somebody on leave, for whoever may know. */
static Str
away_words(const struct estab *e, const struct occupant *o)
{
	struct period leave;
	if (!o->absent || o->row->person == NOT_THERE ||
	    sight_person(&e->own.sight, o->row->person, GROUP_ABSENCE).reach < REACH_READ ||
	    !leave_on(e->own.roster, o->row->person, e->own.ask->day, &leave))
		return (Str){ 0 };
	Str covered = o->covered_by == NOT_THERE ? S(", not covered") : S(", covered");
	if (leave.last.day == DATE_OPEN.day)
		return str_format(e->own.perm, "on leave%.*s", STR_ARG(covered));
	return str_format(e->own.perm, "on leave until %.*s%.*s", STR_ARG(day_words(leave.last, e->own.perm)),
	                  STR_ARG(covered));
}

static void
occupant_row(struct rows_made *rows, const struct estab *e, const struct seat *seat, const struct occupant *o)
{
	const struct own *own = &e->own;
	struct cell *cells = seat_row(rows, e, seat);
	Str basis = basis_seen(own, o->row->person, o->row->basis), away = away_words(e, o);
	bool stands_in = basis.len && (o->row->basis == AGENCY || o->row->basis == COVER);
	cells[7] = person_cell(own, o->row->person, own->ask->day);
	cells[5] = cell_text(cells[7].text);
	cells[6] = cell_text(basis);
	if (stands_in) {
		cells[7].tag = basis;
		cells[7].tag_tone = TAG_YELLOW;
	}
	cells[8] = fte_cell(o->row->fte);
	since_cells(cells, own, stands_in ? S("") : basis, spell_period(own->roster, o->spell));
	if (away.len)
		cells[7].note = str_format(own->perm, "%.*s; %.*s", STR_ARG(cells[7].note), STR_ARG(away));
}

static void
vacancy_row(struct rows_made *rows, const struct estab *e, const struct seat *seat)
{
	const struct own *own = &e->own;
	struct cell *cells = seat_row(rows, e, seat);
	Str covered = seat->covered == 0 ? S("") : str_format(own->perm, "%.*s FTE covered for now",
		STR_ARG(fte_words(seat->covered, own->perm)));
	const struct filling *filling = filling_of(own, e->day, seat->post);
	if (filling)
		covered = str_format(own->perm, "%.*s%s%.*s", STR_ARG(covered), covered.len ? "; " : "", STR_ARG(filling_words(own, filling)));
	cells[5] = cell_text(S("Nobody"));
	cells[6] = cell_text(S("Vacant"));
	cells[7] = cell_tag(S("Vacant"), TAG_RED);
	cells[8] = fte_cell(seat->vacant);
	since_cells(cells, own, covered, (struct period){ seat->vacant_since, DATE_OPEN });
}

static void
empty_row(struct rows_made *rows, const struct estab *e, const struct seat *seat)
{
	struct cell *cells = seat_row(rows, e, seat);
	cells[5] = cells[7] = cell_text(e->terms ? S("Nobody") : S(""));
	since_cells(cells, &e->own, S(""), seat->row->when);
}

static const struct table *
posts_table(const struct estab *e)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < e->est.seat_count; i++) {
		const struct seat *seat = &e->est.seats[i];
		if (!estab_shows(e, seat))
			continue;
		if (e->terms && seat->vacant > 0)
			vacancy_row(&rows, e, seat);
		for (int j = 0; e->terms && j < seat->occupants; j++)
			occupant_row(&rows, e, seat, &e->est.occupants[seat->first_occupant + j]);
		if (!e->terms || (seat->occupants == 0 && seat->vacant == 0))
			empty_row(&rows, e, seat);
	}
	return table_of(S("posts"), S("Posts, and who is in them"), post_columns, POST_COLUMNS, rows, e->own.perm);
}

static void
add_posts(struct document *doc, const struct estab *e, const struct table *posts)
{
	static const Str dropped[] = { STR("ref"), STR("unit"), STR("role"), STR("status"), STR("who"), STR("how"),
	                               STR("first_day"), STR("last_day"), STR("holder") };
	document_heading(doc, 2, S("Posts"), S("posts"));
	document_table(doc, table_without(posts, dropped, e->terms ? 8 : 9, doc->arena));
}

/* ---- fully staffed, and why not ---------------------------------------------------------------- */

static Str
reason_words(const struct estab *e, const struct seat *seat)
{
	struct arena *perm = e->own.perm;
	Str post = str_format(perm, "%.*s (%.*s)", STR_ARG(post_words(&e->own, seat->post)),
	                      STR_ARG(post_number(&e->own, seat->post)));
	if (seat->vacant == 0)
		return str_format(perm, "%.*s: a holder is on leave and nobody covers", STR_ARG(post));
	Str covered = seat->covered == 0 ? S("not covered") : seat->covered == seat->vacant ? S("covered for now")
		: str_format(perm, "%.*s of it covered for now", STR_ARG(fte_words(seat->covered, perm)));
	return str_format(perm, "%.*s: %.*s FTE vacant since %.*s, %.*s", STR_ARG(post),
		STR_ARG(fte_words(seat->vacant, perm)), STR_ARG(day_words(seat->vacant_since, perm)), STR_ARG(covered));
}

static void
add_reasons(struct document *doc, const struct estab *e)
{
	struct fully fully = fully_staffed(&e->est, e->own.roster, e->own.unit, doc->arena);
	Str *items = new(doc->arena, REASONS_SAID + 1, Str);
	int count = 0, more = 0;
	for (int i = 0; i < fully.count; i++) {
		const struct seat *seat = &e->est.seats[fully.seats[i]];
		if (!estab_shows(e, seat) || (seat->vacant == 0 && !e->absence))
			continue;
		if (count < REASONS_SAID)
			items[count++] = reason_words(e, seat);
		else
			more++;
	}
	if (count == 0) {
		document_paragraph(doc, e->absence ? S("Fully staffed: every funded post is held by somebody who is not on "
			"leave, or is covered.") : S("Fully staffed, leave aside: every funded post is held."));
		return;
	}
	if (more)
		items[count++] = str_format(doc->arena, "and %d more", more);
	document_paragraph(doc, S("Not fully staffed, because of:"));
	document_list(doc, items, count);
}

/* ---- what is coming -------------------------------------------------------------------------- */

enum { COMING_COLUMNS = 9 };
static const struct column coming_columns[COMING_COLUMNS] = {
	{ STR("day"), STR("Day, and what happens"), false, true }, { STR("date"), STR("Date"), false, false },
	{ STR("what"), STR("What"), false, false }, { STR("whom"), STR("Who and where"), false, true },
	{ STR("who"), STR("Who"), false, false }, { STR("post"), STR("Post"), false, false },
	{ STR("ref"), STR("Reference"), false, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("fte"), STR("FTE"), true, false },
};

/* The unit of a post on the day, or the one it begins in. */
static int
unit_of(const struct roster *r, int post, Date day)
{
	const struct post_row *row = post_on(r, post, day);
	return row ? row->unit : r->post_rows[r->posts[post].first].unit;
}

static bool
post_looked_at(const struct estab *e, int post)
{
	const struct own *own = &e->own;
	int unit = unit_of(own->roster, post, own->ask->day);
	if (sight_post(&own->sight, post, GROUP_STRUCTURE).reach < REACH_READ && !e->everywhere)
		return false;
	return own->unit == NOT_THERE || unit_within(own->roster, unit, own->unit, own->ask->day);
}

static void
coming_row(struct cell *cells, const struct own *own, const struct coming *one)
{
	int unit = unit_of(own->roster, one->post, own->ask->day);
	Str in = unit == NOT_THERE ? S("") : unit_words(own, unit), post = post_words(own, one->post);
	bool person = one->person != NOT_THERE;
	cells[0] = cell_text(day_words(one->day, own->perm));
	cells[0].note = one->what;
	cells[1] = cell_text(date_iso(one->day, own->perm));
	cells[2] = cell_text(one->what);
	cells[3] = person ? person_cell(own, one->person, one->day) : post_cell(own, one->post);
	cells[4] = cell_text(person ? cells[3].text : S(""));
	cells[3].note = person ? str_format(own->perm, "%.*s%s%.*s", STR_ARG(post), in.len ? ", " : "", STR_ARG(in)) : in;
	cells[5] = cell_text(post);
	cells[6] = cell_text(own->roster->posts[one->post].ref);
	cells[7] = cell_text(in);
	cells[8] = fte_cell(one->fte);
}

static void
add_coming(struct document *doc, const struct estab *e)
{
	static const Str of_files[] = { STR("date"), STR("what"), STR("who"), STR("post"), STR("ref"), STR("unit") };
	struct arena *perm = doc->arena;
	struct coming *coming = new(perm, COMING_ROOM, struct coming);
	struct rows_made rows = { 0 };
	int count = 0;
	for (int i = 0; e->terms && i < e->day->coming_count; i++)
		if (post_looked_at(e, e->day->coming[i]))
			count += coming_to_post(&e->own, e->day->coming[i], coming + count, COMING_ROOM - count);
	if (!e->terms)
		return;
	qsort(coming, (size_t)count, sizeof *coming, coming_order);
	document_heading(doc, 2, S("What is coming"), S("coming"));
	if (count == 0) {
		document_paragraph(doc, S("Nobody is known to start or leave in the year ahead, and no time in post, "
			"agency or cover is due to end."));
		return;
	}
	for (int i = 0; i < count && i < COMING_SHOWN; i++)
		coming_row(rows_push(&rows, COMING_COLUMNS, perm), &e->own, &coming[i]);
	Str caption = count > COMING_SHOWN
		? str_format(perm, "The next %d of %d things in the year ahead", COMING_SHOWN, count)
		: S("In the year ahead");
	const struct table *table = table_of(S("coming"), caption, coming_columns, COMING_COLUMNS, rows, perm);
	document_table(doc, table_without(table, of_files, countof(of_files), perm));
	doc->sheets[doc->sheet_count++] = table;
}

/* ---- the mix --------------------------------------------------------------------------------- */

static const struct column mix_columns[] = {
	{ STR("role"), STR("Role"), false, false }, { STR("held"), STR("Held (FTE)"), true, false },
	{ STR("agency"), STR("Agency (FTE)"), true, false }, { STR("people"), STR("People"), true, false },
	{ STR("share"), STR("Share of FTE (%)"), true, false },
};

static Str
family_words(enum role_family family)
{
	const struct record_type *role = &record_types[TYPE_ROLE];
	return role->fields[field_find(role, S("family"))].choices[family].words;
}

static int
mix_order(const void *a, const void *b)
{
	const struct mix *x = a, *y = b;
	if (x->family != y->family)
		return x->family < y->family ? -1 : 1;
	int64_t more = (y->held + y->agency) - (x->held + x->agency);
	return more ? (more > 0) - (more < 0) : x->role - y->role;
}

/* "Social work 14.0 FTE, Family help and support 6.5" */
static Str
mix_sentence(const struct mix *mix, int count, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int i = 0; i < count;) {
		enum role_family family = mix[i].family;
		int64_t fte = 0;
		for (; i < count && mix[i].family == family; i++)
			fte += mix[i].held + mix[i].agency;
		text_format(&words, "%s%.*s %.*s FTE", words.len ? ", " : "", STR_ARG(family_words(family)),
		            STR_ARG(some_fte(fte, perm)));
	}
	text_char(&words, '.');
	return text_str(&words);
}

/* Of the whole council it is the day's. Gives how many. */
static int
mix_of(const struct estab *e, struct mix **mix)
{
	struct arena *perm = e->own.perm;
	if (e->own.unit != NOT_THERE || !e->everywhere)
		return skill_mix(&e->est, e->own.roster, e->own.unit, mix, perm);
	*mix = new(perm, e->day->mix_count, struct mix);
	for (int i = 0; i < e->day->mix_count; i++)
		(*mix)[i] = e->day->mix[i];
	return e->day->mix_count;
}

static void
add_mix(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	struct mix *mix;
	int count = e->terms ? mix_of(e, &mix) : 0;
	bool all = e->own.unit != NOT_THERE || e->everywhere;
	struct rows_made rows = { 0 };
	int64_t fte = 0;
	if (count == 0 || !all)
		return;
	qsort(mix, (size_t)count, sizeof *mix, mix_order);
	for (int i = 0; i < count; i++)
		fte += mix[i].held + mix[i].agency;
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(mix_columns), perm);
		rows.at[rows.count - 1].group = family_words(mix[i].family);
		cells[0] = cell_text(role_words(&e->own, mix[i].role, e->own.ask->day));
		cells[1] = cell_figure(figure_micro(mix[i].held), 1, UNIT_FTE);
		cells[2] = cell_figure(figure_micro(mix[i].agency), 1, UNIT_FTE);
		cells[3] = cell_figure(figure_whole(mix[i].people), 0, UNIT_HEADCOUNT);
		cells[4] = cell_figure(figure_ratio(figure_micro(mix[i].held + mix[i].agency), figure_micro(fte), 100), 1,
		                       UNIT_PERCENT);
	}
	document_heading(doc, 2, S("Who is here, by profession and role"), S("mix"));
	document_paragraph(doc, mix_sentence(mix, count, perm));
	struct block *inner = new(perm, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE, .table = table_of(S("mix"), S("Roles in this part of the council"),
		mix_columns, countof(mix_columns), rows, perm) };
	document_details(doc, S("Role by role"), inner, 1);
}

/* ---- together -------------------------------------------------------------------------------- */

void
add_team(struct document *doc, const struct estab *e)
{
	int seats = 0;
	for (int i = 0; i < e->est.seat_count; i++)
		seats += estab_shows(e, &e->est.seats[i]);
	bool readable = e->own.unit != NOT_THERE && seats <= SEATS_READ && seats > 0;
	if (readable) {
		const struct table *posts = posts_table(e);
		if (e->terms)
			add_reasons(doc, e);
		add_posts(doc, e, posts);
		if (e->terms)
			add_bars(doc, e);
		if (e->unit_count <= 1)
			doc->data = posts;
		else
			doc->sheets[doc->sheet_count++] = posts;
	} else if (e->own.unit != NOT_THERE && seats > 0) {
		document_paragraph(doc, S("Choose a team to see who holds each post."));
	}
	add_coming(doc, e);
	add_mix(doc, e);
}
