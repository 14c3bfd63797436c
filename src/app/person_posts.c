/* person_posts.c: the posts of one person: where and when, what happened there, why they left. */
#include "app/person_parts.h"

enum { YEARS_SHOWN = 8 };

/* ---- posts through time ------------------------------------------------------------------------ */

static const struct column spell_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("how"), STR("Held how"), false, false }, { STR("fte"), STR("FTE"), true, false },
	{ STR("when"), STR("When"), false, true }, { STR("first_day"), STR("First day"), false, false },
	{ STR("last_day"), STR("Last day"), false, false },
};

/* Agency workers and leave have words of their own; the unit is that of the last day, or of the day. */
static void
spell_row_of(struct cell *cells, const struct looked *l, int spell)
{
	const struct own *own = &l->own;
	const struct spell_row *row = spell_last(own->roster, spell);
	struct period when = spell_period(own->roster, spell);
	Date day = own->ask->day.day < when.first.day ? when.first
		: own->ask->day.day > when.last.day ? when.last : own->ask->day;
	const struct post_row *post = row->post == NOT_THERE ? NULL : post_on(own->roster, row->post, day);
	const struct spell_row *then = spell_on(own->roster, spell, day);
	cells[0] = row->post == NOT_THERE ? cell_text(S("An unknown post")) : post_cell(own, row->post);
	if (row->post != NOT_THERE && cells[0].href.len > 0)
		cells[0].note = post_number(own, row->post);
	cells[1] = cell_text(post && post->unit != NOT_THERE ? unit_words(own, post->unit) : S(""));
	cells[2] = cell_text(basis_seen(own, l->person, then ? then->basis : row->basis));
	cells[3] = fte_cell(then ? then->fte : row->fte);
	cells[4] = cell_text(period_words(when, own->perm));
	cells[5] = cell_text(date_iso(when.first, own->perm));
	cells[6] = cell_text(when.last.day == DATE_OPEN.day ? S("") : date_iso(when.last, own->perm));
}

void
person_add_posts(struct document *doc, const struct looked *l)
{
	static const Str dropped[] = { STR("first_day"), STR("last_day") };
	const struct own *own = &l->own;
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	struct chart_row *drawn = new(perm, l->end - l->first + 1, struct chart_row);
	struct period days = days_around(own->ask->day, YEARS_SHOWN);
	int count = 0;
	for (int i = l->end - 1; i >= l->first; i--) {
		int spell = own->roster->person_spells[i];
		const struct spell_row *row = spell_last(own->roster, spell);
		struct period when = spell_period(own->roster, spell);
		if (!person_told(l, spell))
			continue;
		struct cell *cells = rows_push(&rows, countof(spell_columns), perm);
		spell_row_of(cells, l, spell);
		if (row->post == NOT_THERE || when.last.day < days.first.day || when.first.day > days.last.day)
			continue;
		struct chart_bar *bar = new(perm, 1, struct chart_bar);
		Str how = basis_seen(own, l->person, row->basis);
		*bar = (struct chart_bar){ .first = when.first, .last = when.last, .words = cells[1].text,
			.open = when.last.day == DATE_OPEN.day, .fill = how.len ? fill_of_basis(row->basis) : FILL_PERMANENT };
		drawn[count++] = (struct chart_row){ .label = post_words(own, row->post), .bars = bar, .bar_count = 1 };
	}
	if (rows.count == 0)
		return;
	struct table *table = table_of(S("posts"), S("Posts, newest first"), spell_columns, countof(spell_columns), rows, perm);
	doc->data = table;
	document_heading(doc, 2, S("Posts through time"), S("posts"));
	if (count)
		document_chart(doc, bars_chart(own, S("Posts, and from when to when"), drawn, count, days), NULL);
	document_table(doc, table_without(table, dropped, countof(dropped), perm));
}

/* ---- what happened ------------------------------------------------------------------------------ */

static Str
to_post(const struct looked *l, int spell)
{
	int post = spell == NOT_THERE ? NOT_THERE : spell_last(l->own.roster, spell)->post;
	return post == NOT_THERE ? S("a post") : post_words(&l->own, post);
}

static Str
movement_words(const struct looked *l, const struct movement *m)
{
	struct arena *perm = l->own.perm;
	Str to = to_post(l, m->to_spell), from = to_post(l, m->from_spell);
	switch (m->kind) {
	case JOINED:
		return str_format(perm, "Joined the council as %.*s", STR_ARG(to));
	case JOINED_FROM_COUNCIL:
		return str_format(perm, "Came from elsewhere in the council, as %.*s", STR_ARG(to));
	case RETURNED:
		return str_format(perm, "Came back to the council, as %.*s", STR_ARG(to));
	case MOVED:
		return str_format(perm, "Moved from %.*s to %.*s%s", STR_ARG(from), STR_ARG(to),
		                  m->crossed_service ? ", in another service" : "");
	case ADVANCED:
		return str_format(perm, "Advanced from %.*s to %.*s%s", STR_ARG(from), STR_ARG(to),
		                  m->crossed_service ? ", in another service" : "");
	case WENT_ELSEWHERE_IN_COUNCIL:
		return str_format(perm, "Last day as %.*s; went elsewhere in the council", STR_ARG(from));
	case LEFT:
		return str_format(perm, "Last day as %.*s; left the council", STR_ARG(from));
	}
	return S("");
}

static void
tell_movements(struct events *events, const struct looked *l)
{
	struct movement *moves;
	struct period ever = { { INT32_MIN / 2 }, l->own.ask->day };
	int count = movements_in(l->own.roster, NOT_THERE, ever, true, &moves, l->own.perm);
	for (int i = 0; i < count; i++)
		if (moves[i].person == l->person)
			events_add(events, moves[i].day, movement_words(l, &moves[i]), S(""));
}

static void
tell_hours(struct events *events, const struct looked *l)
{
	const struct roster *r = l->own.roster;
	struct arena *perm = l->own.perm;
	for (int i = l->first; i < l->end; i++) {
		const struct thing *spell = &r->spells[r->person_spells[i]];
		for (int j = spell->first + 1; j < spell->first + spell->count; j++) {
			const struct spell_row *was = &r->spell_rows[j - 1], *is = &r->spell_rows[j];
			if (was->fte != is->fte)
				events_add(events, is->when.first, str_format(perm, "FTE went from %.*s to %.*s",
					STR_ARG(fte_words(was->fte, perm)), STR_ARG(fte_words(is->fte, perm))), S(""));
			if (was->basis != is->basis && basis_seen(&l->own, l->person, is->basis).len)
				events_add(events, is->when.first, str_format(perm, "Held the post as: %.*s",
					STR_ARG(str_lower(basis_words(is->basis), perm))), S(""));
		}
	}
}

void
person_tell_posts(struct events *events, const struct looked *l)
{
	tell_movements(events, l);
	tell_hours(events, l);
}

/* ---- why they left --------------------------------------------------------------------------------- */

static const struct column leaving_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("last_day"), STR("Last day"), false, false },
	{ STR("reason"), STR("Reason for leaving"), false, false },
	{ STR("destination"), STR("Went to"), false, false },
};

static Str
left_value(const struct looked *l, const struct record *spell, const char *field)
{
	const struct record_type *type = &record_types[TYPE_SPELL];
	return value_words(&type->fields[field_find(type, str_of(field))],
	                   record_value(type, spell, str_of(field)), l->own.perm);
}

/* The rows of times in post that were over by the day asked about and say why or where to. */
static struct rows_made
leaving_rows(const struct looked *l)
{
	const struct records *spells = &l->own.council->of[TYPE_SPELL];
	const struct roster *r = l->own.roster;
	struct rows_made rows = { 0 };
	for (int i = l->end - 1; i >= l->first; i--) {
		int spell = r->person_spells[i], first, count = records_of(spells, r->spells[spell].ref, &first);
		const struct record *last = count ? &spells->at[first + count - 1] : NULL;
		if (!last || last->when.last.day > l->own.ask->day.day)
			continue;
		Str reason = left_value(l, last, "reason"), destination = left_value(l, last, "destination");
		int post = spell_last(r, spell)->post;
		if (reason.len == 0 && destination.len == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(leaving_columns), l->own.perm);
		cells[0] = post == NOT_THERE ? cell_text(S("An unknown post")) : post_cell(&l->own, post);
		cells[1] = cell_text(day_words(last->when.last, l->own.perm));
		cells[2] = cell_text(reason);
		cells[3] = cell_text(destination);
	}
	return rows;
}

/* Whether they left says the list of posts to everybody. Why is asked for where that is written down, and
 * offered whether there is anything or not: the offer itself must not tell. */
void
person_add_leaving(struct document *doc, const struct looked *l)
{
	struct permit permit = person_permit(l, GROUP_LEAVING);
	bool asked = str_equal(l->own.ask->how, S("leaving"));
	if (permit.reach < REACH_READ)
		return;
	if (permit.logged && !asked) {
		struct run *run = new(doc->arena, 1, struct run);
		*run = (struct run){ .text = S("Show reasons for leaving (that you looked is written down)"),
			.href = href_in_unit(&l->own, str_format(doc->arena, "people/%.*s",
				STR_ARG(l->own.roster->people[l->person].ref)), NOT_THERE, S("how=leaving")) };
		document_runs(doc, BLOCK_PARAGRAPH, run, 1);
		return;
	}
	struct rows_made rows = leaving_rows(l);
	(void)person_may_show(l, GROUP_LEAVING);
	if (rows.count == 0 && !asked)
		return;
	document_heading(doc, 2, S("Reasons for leaving"), S("leaving"));
	if (rows.count)
		document_table(doc, table_of(S("leaving"), S("Why each time in post ended, newest first"), leaving_columns,
			countof(leaving_columns), rows, doc->arena));
	else
		document_paragraph(doc, S("None on record by this day."));
}
