/* person_view.c: one person: where they are, how they came there, what is next. */
#include "app/educator_own.h"
#include "app/person_parts.h"

#include "app/induction_parts.h"

enum { NEXT_ROOM = 64, CASELOADS_SHOWN = 12, YEAR_DAYS = 365 };

static struct answer
nobody_here(const struct own *own)
{
	return answer_words(UNKNOWN, S("There is no such person here for you"), str_format(own->perm,
		"\u201c%.*s\u201d is nobody of %.*s whom you may see. The establishment page lists the posts and people "
		"that you may.", STR_ARG(own->ask->ref), STR_ARG(own->place->name)), own->perm);
}

static bool
look_at(const struct world *world, const struct ask *ask, struct looked *l, struct answer *why,
        struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	l->person = roster_person(l->own.roster, ask->ref);
	if (!person_seen(&l->own, l->person)) {
		*why = nobody_here(&l->own);
		return false;
	}
	l->person = roster_same(l->own.roster, l->person);
	if (!person_seen(&l->own, l->person)) {
		*why = nobody_here(&l->own);
		return false;
	}
	l->first = l->own.roster->person_spells_begin[l->person];
	l->end = l->own.roster->person_spells_begin[l->person + 1];
	l->since = person_seen_since(&l->own, l->person);
	if (sight_person(&l->own.sight, l->person, GROUP_IDENTITY).logged)
		witness_saw(ask, GROUP_IDENTITY, str_format(perm, "person %.*s",
			STR_ARG(l->own.roster->people[l->person].ref)));
	return true;
}

struct permit
person_permit(const struct looked *l, enum field_group group)
{
	return sight_person(&l->own.sight, l->person, group);
}

bool
person_may_show(const struct looked *l, enum field_group group)
{
	struct permit permit = person_permit(l, group);
	if (permit.reach < REACH_READ)
		return false;
	if (permit.logged)
		witness_saw(l->own.ask, group, str_format(l->own.perm, "person %.*s",
			STR_ARG(l->own.roster->people[l->person].ref)));
	return true;
}

bool
person_told(const struct looked *l, int spell)
{
	return l->since || spell_period(l->own.roster, spell).first.day <= l->own.ask->day.day;
}

/* ---- in words -------------------------------------------------------------------------------- */

static Str
state_words(const struct looked *l)
{
	const struct own *own = &l->own;
	struct arena *perm = own->perm;
	Str *posts = new(perm, l->end - l->first + 1, Str);
	int count = 0;
	Date last = { INT32_MIN }, next = DATE_OPEN;
	for (int i = l->first; i < l->end; i++) {
		int spell = own->roster->person_spells[i];
		struct period when = spell_period(own->roster, spell);
		const struct spell_row *row = spell_on(own->roster, spell, own->ask->day);
		if (row && row->post != NOT_THERE)
			posts[count++] = post_words(own, row->post);
		if (when.last.day < own->ask->day.day && when.last.day > last.day)
			last = when.last;
		if (when.first.day > own->ask->day.day && when.first.day < next.day && l->since)
			next = when.first;
	}
	if (count)
		return list_words(posts, count, perm);
	if (next.day != DATE_OPEN.day)
		return str_format(perm, "begins on %.*s", STR_ARG(day_words(next, perm)));
	return last.day == INT32_MIN ? S("in no post")
		: str_format(perm, "in no post since %.*s", STR_ARG(day_words(last, perm)));
}

/* ---- who it is --------------------------------------------------------------------------------- */

/* The registration on the day: its number, or empty. */
static Str
registration_number(const struct looked *l, Date day)
{
	const struct records *all = &l->own.council->of[TYPE_REGISTRATION];
	for (int i = 0; i < all->count; i++)
		if (all->at[i].when.first.day <= day.day && day.day <= all->at[i].when.last.day &&
		    roster_person(l->own.roster, record_value(all->type, &all->at[i], S("person"))) == l->person)
			return record_value(all->type, &all->at[i], S("number"));
	return (Str){ 0 };
}

/* Social Work England renews everybody's registration from 1 September to 30 November. */
static Str
renewal_words(Date day, struct arena *perm)
{
	int year = date_civil(day).year;
	Date opens = date_of(year, 9, 1), closes = date_of(year, 11, 30);
	if (day.day < opens.day || day.day > closes.day) {
		Date next = day.day < opens.day ? opens : date_of(year + 1, 9, 1);
		return str_format(perm, "renewal opens on %.*s", STR_ARG(day_words(next, perm)));
	}
	int left = closes.day - day.day;
	return left == 0 ? S("renewal is due today, the last day")
		: str_format(perm, "renewal is due by %.*s: %.*s left", STR_ARG(day_words(closes, perm)),
		             STR_ARG(counted(left, "day", "days", perm)));
}

static bool
needs_registration(const struct looked *l)
{
	const struct roster *r = l->own.roster;
	for (int i = l->first; i < l->end; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], l->own.ask->day);
		const struct post_row *post = row && row->post != NOT_THERE ? post_on(r, row->post, l->own.ask->day) : NULL;
		const struct role_row *role = post && post->role != NOT_THERE ? role_on(r, post->role, l->own.ask->day) : NULL;
		if (role && role->registered)
			return true;
	}
	return false;
}

static Str
registration_words(const struct looked *l)
{
	Str number = registration_number(l, l->own.ask->day);
	if (number.len)
		return str_format(l->own.perm, "%.*s; %.*s", STR_ARG(number),
		                  STR_ARG(renewal_words(l->own.ask->day, l->own.perm)));
	return needs_registration(l) ? S("None on record, and the post needs one: check the register")
	                             : S("None on record; the post needs none");
}

static Str
recorded(const struct looked *l, Str field)
{
	const struct records *people = &l->own.council->of[TYPE_PERSON];
	int first;
	if (records_of(people, l->own.roster->people[l->person].ref, &first) == 0)
		return (Str){ 0 };
	const struct field *of = &people->type->fields[field_find(people->type, field)];
	return value_words(of, record_value(people->type, &people->at[first], field), l->own.perm);
}

static int
pair_if(struct pair *pairs, int n, Str key, Str value)
{
	if (value.len)
		pairs[n++] = (struct pair){ .key = key, .value = value };
	return n;
}

static void
add_summary(struct document *doc, const struct looked *l)
{
	enum { KEYS = 7 };
	const struct own *own = &l->own;
	struct pair *pairs = new(doc->arena, KEYS, struct pair);
	int n = 0;
	n = pair_if(pairs, n, S("Person"), own->roster->people[l->person].ref);
	if (person_permit(l, GROUP_IDENTITY).reach >= REACH_READ)
		n = pair_if(pairs, n, S("Payroll number"), recorded(l, S("payroll")));
	if (person_may_show(l, GROUP_REGISTRATION))
		n = pair_if(pairs, n, S("Social Work England"), registration_words(l));
	bool contact = str_equal(own->ask->how, S("contact")) && person_may_show(l, GROUP_CONTACT);
	if (contact) {
		n = pair_if(pairs, n, S("Date of birth"), recorded(l, S("born")));
		n = pair_if(pairs, n, S("Work e-mail"), recorded(l, S("email")));
	}
	document_summary(doc, pairs, n);
	struct permit permit = person_permit(l, GROUP_CONTACT);
	if (contact || permit.reach < REACH_READ)
		return;
	struct run *run = new(doc->arena, 1, struct run);
	*run = (struct run){ .text = permit.logged ? S("Show contact and date of birth (that you looked is written down)")
		: S("Show contact and date of birth"), .href = href_in_unit(own, str_format(doc->arena, "people/%.*s",
		STR_ARG(own->roster->people[l->person].ref)), NOT_THERE, S("how=contact")) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

/* ---- absence and cases -------------------------------------------------------------------------- */

static const struct column absence_columns[] = {
	{ STR("kind"), STR("Kind"), false, false }, { STR("when"), STR("When"), false, false },
	{ STR("days"), STR("Working days lost"), true, false },
};

static void
add_absences(struct document *doc, const struct looked *l)
{
	const struct roster *r = l->own.roster;
	const struct record_type *type = &record_types[TYPE_ABSENCE];
	struct rows_made rows = { 0 };
	int day = l->own.ask->day.day;
	if (person_permit(l, GROUP_ABSENCE).reach < REACH_READ)
		return;
	for (int i = r->absence_count - 1; i >= 0; i--) {
		const struct absence *a = &r->absences[i];
		if (a->person != l->person || a->when.first.day > day || a->when.last.day <= day - YEAR_DAYS)
			continue;
		if (rows.count == 0)
			(void)person_may_show(l, GROUP_ABSENCE);
		struct cell *cells = rows_push(&rows, countof(absence_columns), doc->arena);
		cells[0] = cell_text(type->fields[field_find(type, S("kind"))].choices[a->kind].words);
		cells[1] = cell_text(period_words(a->when, doc->arena));
		cells[2] = cell_figure(figure_micro(a->days_lost), 1, UNIT_DAYS);
	}
	document_heading(doc, 2, S("Absence in the year"), S("absence"));
	if (rows.count)
		document_table(doc, table_of(S("absence"), S("Kind and days; reasons are not kept"), absence_columns,
			countof(absence_columns), rows, doc->arena));
	else
		document_paragraph(doc, S("None on record in the year to this day."));
}

static const struct column case_columns[] = {
	{ STR("day"), STR("On"), false, false }, { STR("cases"), STR("Cases"), true, false },
};

static void
add_caseload(struct document *doc, const struct looked *l)
{
	const struct roster *r = l->own.roster;
	struct rows_made rows = { 0 };
	if (person_permit(l, GROUP_CASELOAD).reach < REACH_PSEUDONYM)
		return;
	for (int i = r->caseload_count - 1; i >= 0 && rows.count < CASELOADS_SHOWN; i--) {
		const struct caseload *c = &r->caseloads[i];
		if (c->person != l->person || c->day.day > l->own.ask->day.day)
			continue;
		struct cell *cells = rows_push(&rows, countof(case_columns), doc->arena);
		cells[0] = cell_text(day_words(c->day, doc->arena));
		cells[1] = cell_figure(figure_whole(c->cases), 0, UNIT_CASES);
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Cases held"), S("cases"));
	document_table(doc, table_of(S("cases"), S("Counts from the case system, newest first"), case_columns,
		countof(case_columns), rows, doc->arena));
}

/* ---- the page -------------------------------------------------------------------------------- */

static int
next_of(const struct looked *l, struct coming *coming)
{
	const struct roster *r = l->own.roster;
	int count = 0;
	for (int i = l->first; i < l->end; i++) {
		int post = spell_last(r, r->person_spells[i])->post;
		bool told = post == NOT_THERE || !person_told(l, r->person_spells[i]);
		for (int j = l->first; j < i && !told; j++)
			told = spell_last(r, r->person_spells[j])->post == post;
		struct coming *all = new(l->own.perm, NEXT_ROOM, struct coming);
		int found = told ? 0 : coming_to_post(&l->own, post, all, NEXT_ROOM);
		for (int k = 0; k < found && count < NEXT_ROOM; k++)
			if (all[k].person == l->person)
				coming[count++] = all[k];
	}
	return count;
}

struct answer
show_person(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct looked l = { .person = NOT_THERE };
	struct answer answer;
	if (!look_at(world, ask, &l, &answer, perm))
		return answer;
	struct document doc = own_document(&l.own, str_format(perm, "%.*s: %.*s", STR_ARG(person_words(&l.own, l.person)),
		STR_ARG(state_words(&l))), href_of_person(&l.own, l.person));
	struct events events = { .perm = perm };
	struct coming *coming = new(perm, NEXT_ROOM, struct coming);
	int count = next_of(&l, coming);
	add_summary(&doc, &l);
	add_next(&doc, &l.own, coming, count, false);
	for (int i = l.first; i < l.end; i++)
		if (person_told(&l, l.own.roster->person_spells[i]))
			add_induction(&doc, &l.own, l.own.roster->person_spells[i]);
	person_add_posts(&doc, &l);
	person_add_leaving(&doc, &l);
	person_tell_posts(&events, &l);
	add_events(&doc, &events, S("What happened"), ask->day);
	add_caseload(&doc, &l);
	add_absences(&doc, &l);
	add_own_educating(&doc, &l.own, l.person);
	subject_links(&doc, &l.own, l.person);
	add_record_links(&doc, &l.own, S("people"), l.own.roster->people[l.person].ref, person_permit(&l, GROUP_IDENTITY));
	return answer_of(DONE, doc);
}
