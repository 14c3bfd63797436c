/* build_people.c: from somebody's time in the service to their records. */
#include "census/building_people.h"

/* ---- one record -------------------------------------------------------------------------------- */

/* What every record of somebody whom the council pays, or once paid, says. */
static int
put_paid(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	struct building *in = p->in;
	int worker = building_worker(in, p->person, part->spell);
	int64_t days = first ? building_days_lost(p, time->first, (Date){ time->last.day + 1 }) : 0;
	building_identity(in, worker, false);
	building_put(in, worker, ITEM_ROLE, str_format(in->perm, "%d", part->census));
	building_date(in, worker, ITEM_START, time->first);
	building_number(in, worker, ITEM_FTE_BEFORE, part->before);
	building_number(in, worker, ITEM_DAYS_LOST, days);
	building_origin(p, time, worker);
	return worker;
}

/* One of the records of the day, over which the cases are shared. */
static void
add_on_day(struct making_person *p, int worker)
{
	if (p->on_day_count < (int)countof(p->on_day))
		p->on_day[p->on_day_count++] = worker;
}

static void
put_in_post(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	int worker = put_paid(p, time, part, first);
	building_number(p->in, worker, ITEM_FTE, part->fte);
	building_absence(p, worker, part->spell);
	building_pay(p->in, worker, part->fte, first);
	add_on_day(p, worker);
}

static void
put_leaver(struct making_person *p, const struct service_time *time, const struct part *part, bool first)
{
	int worker = put_paid(p, time, part, first);
	building_number(p->in, worker, ITEM_FTE, 0);
	building_leaving(p, time, worker, part->spell);
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
	struct parts parts = building_parts(p, time, day, leaving);
	if (parts.count == 0 || has_no_hours(p, &parts))
		return;
	int worker = p->in->built->ret.worker_count + 1;
	for (int i = 0; i < parts.count; i++)
		put_in_post(p, time, &parts.at[i], i == 0);
	gave_since(p, cases, worker);
}

static void
records_of_leaver(struct making_person *p, const struct service_time *time, int cases)
{
	struct parts parts = building_parts(p, time, time->last, true);
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
	if (building_time_holds(time, in->day)) {
		records_of_day(p, time, in->day, false, cases);
		return;
	}
	if (!building_leaves_in_year(p, time))
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
		if (!building_leaves_in_year(p, time) || !building_time_holds(next, p->in->day))
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
	building_times(p);
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
	add_on_day(p, worker);
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
	add_on_day(p, other.on_day[0]);
}

static void
records_of_others(struct making_person *p)
{
	struct stretches life = stretches_of(p->in->roster, p->person, p->in->perm);
	for (int i = 0; i < life.count; i++) {
		const struct stretch *s = &life.at[i];
		if (s->census == 0 || !period_holds(s->when, p->in->day) || basis_employed(s->row->basis) ||
		    building_leaves_director_out(p->in, s, p->in->day))
			continue;
		if (s->row->basis == AGENCY)
			put_agency(p, s);
		else
			put_seconded(p, s);
	}
}

/* ---- somebody --------------------------------------------------------------------------------- */

void
building_person(struct building *in, int person)
{
	struct making_person p = { .in = in, .person = person,
		.service = service_of(in->roster, person, SERVICE_CENSUS, in->perm) };
	records_of_service(&p);
	records_of_others(&p);
	building_cases(&p);
}
