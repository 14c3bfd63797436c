/* build_lives.c: where somebody came from and went, when they were away, and their cases. */
#include "census/building_people.h"

#include "measure/own_people.h"

/* ---- origin and leaving ------------------------------------------------------------------------ */

/* Whether the council paid somebody outside the census on a day: they moved within it. */
static bool
paid_elsewhere(const struct making_person *p, Date day)
{
	const struct roster *r = p->in->roster;
	for (int i = r->person_spells_begin[p->person]; i < r->person_spells_begin[p->person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], day);
		const struct post_row *post = row && row->post != NOT_THERE ? post_on(r, row->post, day) : NULL;
		const struct role_row *role = post && post->role != NOT_THERE ? role_on(r, post->role, day) : NULL;
		if (row && basis_employed(row->basis) && role && role->census == 0)
			return true;
	}
	return false;
}

/* By the post with which the time began; whoever came from elsewhere in the council was in social care. */
void
building_origin(struct making_person *p, const struct service_time *time, int worker)
{
	const struct roster *r = p->in->roster;
	int origin = 0, spell = p->service.at[time->begin].row->spell;
	for (int i = time->begin; i < time->end && !origin; i++)
		if (p->service.at[i].when.first.day == time->first.day)
			origin = spell_last(r, p->service.at[i].row->spell)->origin;
	if (!origin && paid_elsewhere(p, (Date){ time->first.day - 1 }))
		origin = 6;
	if (origin)
		building_put(p->in, worker, ITEM_ORIGIN, str_format(p->in->perm, "%d", origin));
	else if (period_holds(p->in->year, time->first))
		building_lacks(p->in, worker, ITEM_ORIGIN, (struct mended){ S("spell"), r->spells[spell].ref, S("origin"), true });
}

static void
put_code(struct making_person *p, int worker, enum item item, int code, Str ref, Str field)
{
	if (code)
		building_put(p->in, worker, item, str_format(p->in->perm, "%d", code));
	else
		building_lacks(p->in, worker, item, (struct mended){ S("spell"), ref, field, true });
}

void
building_leaving(struct making_person *p, const struct service_time *time, int worker, int spell)
{
	const struct roster *r = p->in->roster;
	Date left = { time->last.day + 1 };
	int reason = 0, destination = 0;
	for (int i = time->begin; i < time->end; i++) {
		const struct stretch *s = &p->service.at[i];
		if (!s->leaves || s->when.last.day != time->last.day)
			continue;
		const struct spell_row *row = spell_last(r, s->row->spell);
		reason = reason ? reason : row->reason;
		destination = destination ? destination : row->destination;
	}
	if (!reason && paid_elsewhere(p, (Date){ left.day + 1 }))
		reason = 7;
	building_date(p->in, worker, ITEM_END, left);
	put_code(p, worker, ITEM_REASON, reason, r->spells[spell].ref, S("reason"));
	put_code(p, worker, ITEM_DESTINATION, destination, r->spells[spell].ref, S("destination"));
}

/* ---- sickness and absence ---------------------------------------------------------------------- */

int64_t
building_days_lost(const struct making_person *p, Date first, Date last)
{
	const struct roster *r = p->in->roster;
	int64_t days = 0;
	for (int i = 0; i < r->absence_count; i++) {
		Date begins;
		if (r->absences[i].person != p->person || r->absences[i].kind != SICKNESS)
			continue;
		int64_t lost = own_absence_days(&r->absences[i], p->in->year, &begins);
		days += period_holds((struct period){ first, last }, begins) ? lost : 0;
	}
	return days;
}

static void
put_away(struct making_person *p, int worker, int spell, const struct absence *away)
{
	static const Str codes[] = { [SICKNESS] = STR("SIC"), [MATERNITY] = STR("MAT"), [OTHER_LEAVE] = STR("OTH") };
	Str code = codes[away->kind];
	int number, way = 0;
	if (away->kind == OTHER_LEAVE) {
		way = working_apply(p->in, WORKING_OTHER_LEAVE, spell, &number);
		working_gave(p->in, number, worker);
		code = way == 1 ? S("UNP") : code;
	}
	building_put(p->in, worker, ITEM_ABSENT, S("1"));
	if (way == 2)
		building_lacks(p->in, worker, ITEM_ABSENCE_REASON, (struct mended){ S("census_note"), S(""), S("choice"), true });
	else
		building_put(p->in, worker, ITEM_ABSENCE_REASON, code);
}

void
building_absence(struct making_person *p, int worker, int spell)
{
	const struct roster *r = p->in->roster;
	for (int i = 0; i < r->absence_count; i++)
		if (r->absences[i].person == p->person && period_holds(r->absences[i].when, p->in->day)) {
			put_away(p, worker, spell, &r->absences[i]);
			return;
		}
	building_put(p->in, worker, ITEM_ABSENT, S("0"));
}

/* ---- cases ------------------------------------------------------------------------------------- */

static int64_t
fte_of_record(const struct making_person *p, int record)
{
	Str text = p->in->built->ret.workers[p->on_day[record] - 1].cell[ITEM_FTE - WORKER_FIRST].text;
	struct parsed_decimal fte = parse_decimal(text, 6, false);
	return fte.ok ? fte.micro : 0;
}

/* Shared by FTE over somebody's records of the day, each with FTE having one while there are enough; what does not
 * divide goes to the first. */
static void
share_cases(struct making_person *p, int cases)
{
	int64_t all = 0;
	int shares[2 * PARTS_MOST] = { 0 }, working = 0, rest = cases;
	for (int i = 0; i < p->on_day_count; i++) {
		working += fte_of_record(p, i) > 0;
		all += fte_of_record(p, i);
	}
	int beyond = cases > working ? cases - working : 0;
	for (int i = 0; i < p->on_day_count && all > 0; i++) {
		int64_t fte = fte_of_record(p, i);
		int share = (int)(beyond * fte / all) + (fte > 0);
		shares[i] = share < rest ? share : rest;
		rest -= shares[i];
	}
	shares[0] += rest;
	for (int i = 0; i < p->on_day_count; i++)
		building_number(p->in, p->on_day[i], ITEM_CASES, shares[i] * (int64_t)MICRO);
}

void
building_cases(struct making_person *p)
{
	struct building *in = p->in;
	const struct caseload *load = own_cases_on(in->roster, p->person, in->day);
	int number;
	if (p->on_day_count == 0)
		return;
	int spell = roster_spell(in->roster, in->built->spells[p->on_day[0] - 1]);
	bool none = load || !in->cases_known;
	if (!none) {
		none = working_apply(in, WORKING_NO_CASES, spell, &number) == 0;
		working_gave(in, number, p->on_day[0]);
		if (none)
			share_cases(p, 0);
	} else if (load) {
		share_cases(p, load->cases);
	}
	for (int i = 0; i < p->on_day_count; i++)
		if (!worker_cell(&in->built->ret.workers[p->on_day[i] - 1], ITEM_CASES)->text.at)
			building_lacks(in, p->on_day[i], ITEM_CASES, (struct mended){ S("caseload"), S(""), S("cases"), true });
}
