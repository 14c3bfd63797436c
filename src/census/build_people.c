/* build_people.c: from somebody's time in the service to their records. */
#include "census/building.h"

#include <stdlib.h>

#include "measure/own_people.h"

/* An unbroken time: stretches from `begin` to before `end`, in order of their first days. */
struct service_time {
	Date first, last;            /* the last day in post: the day of leaving is the one after */
	int  begin, end;
	bool over;
	bool joined;                 /* with the time before it, by decision */
};

/* One role held, and so one record. */
struct part { int census, spell; int64_t fte, before, most; };   /* most: FTE of the largest post in it */
enum { PARTS_MOST = 16 };
struct parts { struct part at[PARTS_MOST]; int count; };

/* Somebody while their records are made. */
struct making_person {
	struct building *in;
	int person;
	struct stretches service;
	struct service_time *times;
	int time_count;
	int on_day[2 * PARTS_MOST], on_day_count;    /* records of the day, over whom the cases are shared */
};

/* ---- times ------------------------------------------------------------------------------------- */

static void
find_times(struct making_person *p)
{
	const struct stretch *at = p->service.at;
	p->times = new(p->in->perm, p->service.count + 1, struct service_time);
	for (int i = 0; i < p->service.count; i++) {
		struct service_time *time = p->time_count ? &p->times[p->time_count - 1] : NULL;
		Date first = at[i].when.first, last = at[i].when.last;
		if (!time || first.day > time->last.day + 1) {
			time = &p->times[p->time_count++];
			*time = (struct service_time){ .first = first, .last = last, .begin = i };
		}
		time->end = i + 1;
		if (last.day > time->last.day)
			time->last = last;
	}
	for (int t = 0; t < p->time_count; t++)
		for (int i = p->times[t].begin; i < p->times[t].end; i++)
			if (at[i].leaves && at[i].when.last.day == p->times[t].last.day)
				p->times[t].over = true;
}

static bool
leaves_in_year(const struct making_person *p, const struct service_time *time)
{
	return time->over && period_holds(p->in->year, (Date){ time->last.day + 1 });
}

static bool
holds(const struct service_time *time, Date day)
{
	return time->first.day <= day.day && day.day <= time->last.day;
}

/* ---- parts ------------------------------------------------------------------------------------- */

static bool
is_director(const struct building *in, const struct stretch *s, Date day)
{
	return s->post && building_is_director(in, s->post, day);
}

static bool
leaves_director_out(struct building *in, const struct stretch *s, Date day)
{
	int number;
	return is_director(in, s, day) && working_apply(in, WORKING_DIRECTOR, s->row->spell, &number) == 0;
}

/* To the part of the role, or one more. */
static void
add_to_part(struct parts *parts, const struct stretch *s)
{
	int i = 0;
	while (i < parts->count && parts->at[i].census != s->census)
		i++;
	if (i == PARTS_MOST)
		return;
	if (i == parts->count)
		parts->at[parts->count++] = (struct part){ .census = s->census, .spell = s->row->spell, .most = -1 };
	struct part *part = &parts->at[i];
	part->fte += s->row->fte;
	if (s->row->fte > part->most) {
		part->most = s->row->fte;
		part->spell = s->row->spell;
	}
}

static int
part_order(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	if (x->fte != y->fte)
		return x->fte > y->fte ? -1 : 1;
	return x->census - y->census;
}

/* All in the most senior; its post is what the record is of. */
static void
join_parts(struct parts *parts)
{
	struct part all = parts->at[0];
	for (int i = 1; i < parts->count; i++) {
		int64_t fte = all.fte + parts->at[i].fte;
		if (parts->at[i].census < all.census)
			all = parts->at[i];
		all.fte = fte;
	}
	parts->at[0] = all;
	parts->count = 1;
}

/* The roles held on a day within a time, the largest first. */
static struct parts
parts_on(struct making_person *p, const struct service_time *time, Date day, bool leaving)
{
	struct parts parts = { .count = 0 };
	int number;
	for (int i = time->begin; i < time->end; i++) {
		const struct stretch *s = &p->service.at[i];
		bool then = leaving ? s->leaves && s->when.last.day == time->last.day : period_holds(s->when, day);
		if (then && !leaves_director_out(p->in, s, day))
			add_to_part(&parts, s);
	}
	qsort(parts.at, (size_t)parts.count, sizeof *parts.at, part_order);
	if (parts.count > 1 && working_apply(p->in, WORKING_TWO_ROLES, parts.at[0].spell, &number) == 1)
		join_parts(&parts);
	return parts;
}

/* ---- FTE of the year before -------------------------------------------------------------------- */

static int
part_of_spell(const struct parts *parts, const struct stretch *s)
{
	for (int i = 0; i < parts->count; i++)
		if (parts->at[i].spell == s->row->spell || parts->count == 1)
			return i;
	for (int i = 0; i < parts->count; i++)
		if (parts->at[i].census == s->census)
			return i;
	return 0;
}

/* What somebody had a year before goes to the same post, else the same role, else the first. */
static void
find_before(struct making_person *p, const struct service_time *time, struct parts *parts)
{
	if (!holds(time, p->in->before))
		return;
	for (int i = time->begin; i < time->end; i++) {
		const struct stretch *s = &p->service.at[i];
		if (period_holds(s->when, p->in->before) && parts->count > 0)
			parts->at[part_of_spell(parts, s)].before += s->row->fte;
	}
}

/* No record has more than 1: what is over is a record more, of the same post. */
static void
split_parts(struct parts *parts)
{
	for (int i = 0; i < parts->count; i++) {
		struct part *part = &parts->at[i], over = *part;
		if ((part->fte <= FTE_ONE && part->before <= FTE_ONE) || parts->count == PARTS_MOST)
			continue;
		over.fte = part->fte > FTE_ONE ? part->fte - FTE_ONE : 0;
		over.before = part->before > FTE_ONE ? part->before - FTE_ONE : 0;
		part->fte -= over.fte;
		part->before -= over.before;
		parts->at[parts->count++] = over;
	}
}

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
static void
put_origin(struct making_person *p, const struct service_time *time, int worker)
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

static void
put_leaving(struct making_person *p, const struct service_time *time, int worker, int spell)
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

static int64_t
days_lost_between(const struct making_person *p, Date first, Date last)
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

static void
put_absence(struct making_person *p, int worker, int spell)
{
	const struct roster *r = p->in->roster;
	for (int i = 0; i < r->absence_count; i++)
		if (r->absences[i].person == p->person && period_holds(r->absences[i].when, p->in->day)) {
			put_away(p, worker, spell, &r->absences[i]);
			return;
		}
	building_put(p->in, worker, ITEM_ABSENT, S("0"));
}

/* ---- one record -------------------------------------------------------------------------------- */

/* What every record of somebody whom the council pays, or once paid, says. */
static int
put_paid(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	struct building *in = p->in;
	int worker = building_worker(in, p->person, part->spell);
	int64_t days = first ? days_lost_between(p, time->first, (Date){ time->last.day + 1 }) : 0;
	building_identity(in, worker, false);
	building_put(in, worker, ITEM_ROLE, str_format(in->perm, "%d", part->census));
	building_date(in, worker, ITEM_START, time->first);
	building_number(in, worker, ITEM_FTE_BEFORE, part->before);
	building_number(in, worker, ITEM_DAYS_LOST, days);
	put_origin(p, time, worker);
	return worker;
}

static void
put_in_post(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	int worker = put_paid(p, time, part, first);
	building_number(p->in, worker, ITEM_FTE, part->fte);
	put_absence(p, worker, part->spell);
	building_pay(p->in, worker, part->fte, first);
	if (p->on_day_count < (int)countof(p->on_day))
		p->on_day[p->on_day_count++] = worker;
}

static void
put_leaver(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	int worker = put_paid(p, time, part, first);
	building_number(p->in, worker, ITEM_FTE, 0);
	put_leaving(p, time, worker, part->spell);
}

/* ---- one time ---------------------------------------------------------------------------------- */

/* Cases that were kept since `from` gave the record `worker`, but for those that left something out. */
static void
gave_since(struct making_person *p, int from, int worker)
{
	struct built *built = p->in->built;
	for (int c = from; c < built->case_count; c++)
		if (built->cases[c].worker == 0 && !(built->cases[c].rule == WORKING_DIRECTOR && built->cases[c].way == 0))
			built->cases[c].worker = worker;
}

static bool
has_no_hours(struct making_person *p, const struct parts *parts)
{
	int64_t fte = 0;
	int number;
	for (int i = 0; i < parts->count; i++)
		fte += parts->at[i].fte;
	return parts->count > 0 && fte == 0 && working_apply(p->in, WORKING_NO_HOURS, parts->at[0].spell, &number) == 1;
}

static void
records_of_day(struct making_person *p, const struct service_time *time, Date day, bool leaving, int cases)
{
	struct parts parts = parts_on(p, time, day, leaving);
	if (parts.count == 0 || has_no_hours(p, &parts))
		return;
	find_before(p, time, &parts);
	split_parts(&parts);
	int worker = p->in->built->ret.worker_count + 1;
	for (int i = 0; i < parts.count; i++)
		put_in_post(p, time, &parts.at[i], i == 0);
	gave_since(p, cases, worker);
}

static void
records_of_leaver(struct making_person *p, const struct service_time *time, int cases)
{
	struct parts parts = parts_on(p, time, time->last, true);
	if (parts.count == 0)
		return;
	find_before(p, time, &parts);
	split_parts(&parts);
	int worker = p->in->built->ret.worker_count + 1;
	for (int i = 0; i < parts.count; i++)
		put_leaver(p, time, &parts.at[i], i == 0);
	gave_since(p, cases, worker);
}

/* A spell of the time's end, by which a decision calls it. */
static int
last_spell(const struct making_person *p, const struct service_time *time)
{
	int spell = p->service.at[time->end - 1].row->spell;
	for (int i = time->begin; i < time->end; i++)
		if (p->service.at[i].leaves && p->service.at[i].when.last.day == time->last.day)
			return p->service.at[i].row->spell;
	return spell;
}

static void
records_of_time(struct making_person *p, const struct service_time *time)
{
	struct building *in = p->in;
	int cases = in->built->case_count, number;
	if (holds(time, in->day)) {
		records_of_day(p, time, in->day, false, cases);
		return;
	}
	if (!leaves_in_year(p, time))
		return;
	if (time->last.day + 1 == in->day.day && working_apply(in, WORKING_LAST_DAY, last_spell(p, time), &number) == 1) {
		records_of_day(p, time, time->last, true, cases);
		return;
	}
	if (time->first.day > in->before.day
	    && working_apply(in, WORKING_CAME_AND_WENT, last_spell(p, time), &number) == 1)
		return;
	records_of_leaver(p, time, cases);
}

/* Times of which the first ends in the year and the next holds the day are one, if that is decided. */
static void
join_times(struct making_person *p)
{
	for (int t = 0; t + 1 < p->time_count; t++) {
		struct service_time *time = &p->times[t], *next = time + 1;
		int number, spell = p->service.at[next->begin].row->spell;
		if (!leaves_in_year(p, time) || !holds(next, p->in->day))
			continue;
		if (working_apply(p->in, WORKING_RETURNED, spell, &number) == 0)
			continue;
		next->first = time->first;
		next->begin = time->begin;
		time->joined = true;
	}
}

static void
records_of_service(struct making_person *p)
{
	find_times(p);
	int cases = p->in->built->case_count;
	join_times(p);
	for (int t = 0; t < p->time_count; t++)
		if (!p->times[t].joined)
			records_of_time(p, &p->times[t]);
	if (p->on_day_count > 0 && p->in->built->case_count > cases && p->in->built->cases[cases].rule == WORKING_RETURNED)
		working_gave(p->in, cases, p->on_day[0]);
}

/* ---- whom the council does not pay ------------------------------------------------------------- */

/* The days of a time in post's contract: by its assignment, as planned unless it ended; else the time in post itself
 * if it is over. False: no end is on record. */
static bool
contract_of(const struct making_person *p, int spell, struct period *when)
{
	const struct by_person *of = &p->in->assignments;
	const struct record_type *type = &record_types[TYPE_ASSIGNMENT];
	*when = spell_period(p->in->roster, spell);
	for (int i = of->begin[p->person]; i < of->begin[p->person + 1]; i++) {
		const struct record *record = &of->records->at[of->rows[i]];
		Str ended = record_value(type, record, S("ended_on"));
		Str end = ended.len > 0 ? ended : record_value(type, record, S("planned_end"));
		struct period contract;
		if (str_equal(record_value(type, record, S("spell")), p->in->roster->spells[spell].ref) &&
		    date_parse(record_value(type, record, S("starts_on")), &contract.first) && date_parse(end, &contract.last) &&
		    contract.last.day >= p->in->day.day) {
			*when = contract;
			return true;
		}
	}
	return when->last.day != DATE_OPEN.day;
}

static void
put_weeks(struct making_person *p, int worker, int spell)
{
	struct building *in = p->in;
	struct period when;
	int number;
	bool known = contract_of(p, spell, &when);
	if (!known) {
		known = working_apply(in, WORKING_WEEKS, spell, &number) == 0;
		working_gave(in, number, worker);
		when.last = in->day;
	}
	if (known)
		building_number(in, worker, ITEM_WEEKS, (int64_t)(when.last.day - when.first.day + 1) * MICRO / 7);
	else
		building_lacks(in, worker, ITEM_WEEKS, (struct mended){ S("assignment"), S(""), S("planned_end"), true });
}

static void
put_agency(struct making_person *p, const struct stretch *s)
{
	struct building *in = p->in;
	int spell = s->row->spell, worker = building_worker(in, p->person, spell);
	Date first = spell_period(in->roster, spell).first;
	building_identity(in, worker, true);
	building_number(in, worker, ITEM_FTE, s->row->fte);
	building_put(in, worker, ITEM_ROLE, str_format(in->perm, "%d", s->census));
	building_date(in, worker, ITEM_START, first);
	put_weeks(p, worker, spell);
	if (p->on_day_count < (int)countof(p->on_day))
		p->on_day[p->on_day_count++] = worker;
}

/* Employed by somebody else: a record only where that is decided, as of somebody in post. */
static void
put_seconded(struct making_person *p, const struct stretch *s)
{
	int number, way = working_apply(p->in, WORKING_SECONDED, s->row->spell, &number);
	struct service_time time = { .first = spell_period(p->in->roster, s->row->spell).first, .last = DATE_OPEN };
	struct part part = { .census = s->census, .spell = s->row->spell, .fte = s->row->fte };
	const struct spell_row *before = spell_on(p->in->roster, s->row->spell, p->in->before);
	if (way == 0)
		return;
	part.before = before ? before->fte : 0;
	struct stretch alone = *s;
	struct making_person other = { .in = p->in, .person = p->person, .service = { &alone, 1 } };
	time.end = 1;
	put_in_post(&other, &time, &part, true);
	working_gave(p->in, number, other.on_day[0]);
	if (p->on_day_count < (int)countof(p->on_day))
		p->on_day[p->on_day_count++] = other.on_day[0];
}

static void
records_of_others(struct making_person *p)
{
	struct stretches life = stretches_of(p->in->roster, p->person, p->in->perm);
	for (int i = 0; i < life.count; i++) {
		const struct stretch *s = &life.at[i];
		if (s->census == 0 || !period_holds(s->when, p->in->day) || basis_employed(s->row->basis) ||
		    leaves_director_out(p->in, s, p->in->day))
			continue;
		if (s->row->basis == AGENCY)
			put_agency(p, s);
		else
			put_seconded(p, s);
	}
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

static void
put_cases(struct making_person *p)
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

void
building_person(struct building *in, int person)
{
	struct making_person p = { .in = in, .person = person,
		.service = service_of(in->roster, person, SERVICE_CENSUS, in->perm) };
	records_of_service(&p);
	records_of_others(&p);
	put_cases(&p);
}
