/* written_agency.c: agency use of the last year, as records: a believable mix of rules kept and broken.
 *
 * Every agency worker of the last census year gets an assignment. Most are as they should be; some cost more than the
 * cap, signed off or not; some came with one reference, a week's notice, too soon after another post, or without
 * anybody having asked. Caps, rates and words are made up and say so. It draws numbers of its own, so that nothing
 * else of the council is another for it. */
#include "demo/writing.h"

#include "practice/agency_quarter.h"

enum { FIRST_YEAR = 2025, ROOM_OF_QUARTERS = 2, HOUR_TENTH = MICRO / 10 };    /* the guidance holds since 31 October 2024 */

struct drawn {
	int  spell;                  /* in the making */
	enum job_type job;
	struct assignment a;         /* as far as its cost needs it */
	unsigned broken;             /* a bit for each statutory check */
};

struct agencies {
	struct writing *w;
	struct random dice;
	Date today;
	LIST(drawn) drawn;
	int requests, decisions, conversions;
};

static const Str made_up = STR("Made up for this demonstration");

/* ---- jobs, caps, titles ------------------------------------------------------------------------ */

static const struct { int pay, cap; } prices[JOB_TYPES] = {          /* pence an hour */
	[JOB_SOCIAL_WORKER] = { 3150, 3950 }, [JOB_SENIOR] = { 3400, 4250 }, [JOB_ADVANCED] = { 3600, 4500 },
	[JOB_MANAGER] = { 4050, 5050 }, [JOB_REVIEWING] = { 3850, 4800 },
};

static enum job_type
job_of(enum made_role role)
{
	switch (role) {
	case MADE_SENIOR: return JOB_SENIOR;
	case MADE_EDUCATOR:
	case MADE_SUPERVISING: return JOB_ADVANCED;
	case MADE_REVIEWING: return JOB_REVIEWING;
	case MADE_DIRECTOR:
	case MADE_ASSISTANT_DIRECTOR:
	case MADE_HEAD:
	case MADE_MANAGER: return JOB_MANAGER;
	default: return JOB_SOCIAL_WORKER;
	}
}

static Str
code_of_job(enum job_type job)
{
	const struct record_type *type = &record_types[TYPE_ASSIGNMENT];
	return type->fields[field_find(type, S("job_type"))].choices[job].code;
}

static Str
number_of(const struct agencies *in, enum type_id type, int number)
{
	return ref_numbered(&record_types[type], number, in->w->perm);
}

static void
write_caps(struct agencies *in)
{
	struct period since = { date_of(2024, 10, 31), DATE_OPEN };
	for (int j = 0; j < JOB_TYPES; j++) {
		Str *v = writing_row(in->w, TYPE_AGENCY_CAP, number_of(in, TYPE_AGENCY_CAP, j + 1), since);
		writing_put(v, TYPE_AGENCY_CAP, "region", in->w->m->region);
		writing_put(v, TYPE_AGENCY_CAP, "job_type", code_of_job((enum job_type)j));
		writing_put(v, TYPE_AGENCY_CAP, "cap", writing_decimal(in->w, prices[j].cap, 100));
		writing_put(v, TYPE_AGENCY_CAP, "parts", S("levy"));
		writing_put(v, TYPE_AGENCY_CAP, "source", made_up);
	}
}

static void
write_titles(struct agencies *in)
{
	int number = 0;
	for (int r = MADE_MANAGER; r <= MADE_EDUCATOR; r++)
		for (int t = 0; t < 3 && made_roles[r].titles[t].len > 0; t++) {
			Str *v = writing_row(in->w, TYPE_AGENCY_TITLE, number_of(in, TYPE_AGENCY_TITLE, ++number),
				(struct period){ date_of(2024, 10, 31), DATE_OPEN });
			writing_put(v, TYPE_AGENCY_TITLE, "title", made_roles[r].titles[t]);
			writing_put(v, TYPE_AGENCY_TITLE, "job_type", code_of_job(job_of((enum made_role)r)));
			writing_put(v, TYPE_AGENCY_TITLE, "source", made_up);
		}
}

/* ---- what was asked and decided ---------------------------------------------------------------- */

struct wanted { int post, unit; enum job_type job; Date asked, from, until; Str reason, why, extends; };

static Str
write_request(struct agencies *in, const struct wanted *wanted)
{
	static const enum type_id t = TYPE_AGENCY_REQUEST;
	Str ref = number_of(in, t, ++in->requests);
	Str *v = writing_row(in->w, t, ref, NO_DAYS);
	writing_put(v, t, "post", writing_ref(in->w, TYPE_POST, wanted->post));
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, wanted->unit));
	writing_put(v, t, "reason", wanted->reason);
	writing_put(v, t, "why", wanted->why);
	writing_put(v, t, "options", random_in_100(&in->dice, 80) ? S("Advertised twice; hours offered to the team")
		: S("Acting up was offered and declined"));
	writing_put(v, t, "job_type", code_of_job(wanted->job));
	writing_put(v, t, "starts_on", date_iso(wanted->from, in->w->perm));
	writing_put(v, t, "planned_end", date_iso(wanted->until, in->w->perm));
	writing_put(v, t, "hours", S("37"));
	writing_put(v, t, "extends", wanted->extends);
	writing_put(v, t, "asked_by", S("Team manager"));
	writing_put(v, t, "asked_on", date_iso(wanted->asked, in->w->perm));
	return ref;
}

struct settled { int unit; Str request, assignment; const char *decision; Date on; Str by, reason; };

static void
write_decision(struct agencies *in, const struct settled *settled)
{
	static const enum type_id t = TYPE_AGENCY_DECISION;
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->decisions), NO_DAYS);
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, settled->unit));
	writing_put(v, t, "request", settled->request);
	writing_put(v, t, "assignment", settled->assignment);
	writing_put(v, t, "decision", str_of(settled->decision));
	writing_put(v, t, "held_on", date_iso(settled->on, in->w->perm));
	writing_put(v, t, "made_by", settled->by);
	writing_put(v, t, "reason", settled->reason);
}

/* The unit of a post on a day. */
static int
unit_on_day(const struct making *m, int post, Date day)
{
	int unit = NOTHING;
	for (int i = 0; i < m->post_lines.count; i++)
		if (m->post_lines.at[i].post == post && m->post_lines.at[i].when.first.day <= day.day)
			unit = m->post_lines.at[i].unit;
	return unit;
}

static Str
reason_of(struct agencies *in, const struct made_spell *spell)
{
	static const char *const reasons[] = { "surge", "project", "other" };
	if (spell->covers != NOTHING)
		return S("away");
	return random_in_100(&in->dice, 78) ? S("vacancy") : str_of(reasons[random_below(&in->dice, 3)]);
}

/* The request it was booked with; empty when nobody asked. One in fifteen was approved late. */
static Str
write_asking(struct agencies *in, const struct drawn *d)
{
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	int lot = random_below(&in->dice, 100), late = lot >= 8 && lot < 15 ? 16 : 0;
	Str reason = reason_of(in, spell);
	if (lot < 6)
		return S("");
	struct wanted wanted = { .post = spell->post, .unit = unit_on_day(in->w->m, spell->post, spell->first), .job = d->job,
		.asked = day_plus(spell->first, -21), .from = spell->first, .until = d->a.planned_end, .reason = reason,
		.why = str_equal(reason, S("vacancy")) ? S("The post is vacant and its cases cannot wait") : S("The team cannot carry the work") };
	Str ref = write_request(in, &wanted);
	struct settled settled = { .unit = wanted.unit, .request = ref, .decision = "options", .on = day_plus(spell->first, -16),
		.by = S("HR lead"), .reason = S("") };
	write_decision(in, &settled);
	settled.decision = "approved";
	settled.by = S("Head of service");
	settled.on = day_plus(spell->first, late - 9);
	write_decision(in, &settled);
	return ref;
}

/* More time, for whoever is there past the planned end; one in ten runs on without. */
static void
write_extension(struct agencies *in, struct drawn *d, Str ref)
{
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	Date last = spell->last.day < in->today.day ? spell->last : in->today, asked = day_plus(d->a.planned_end, -20);
	if (d->a.planned_end.day >= last.day || random_in_100(&in->dice, 10))
		return;
	Date until = day_plus(last, spell->last.day <= in->today.day ? 0 : random_between(&in->dice, 20, 80));
	struct wanted wanted = { .post = spell->post, .unit = unit_on_day(in->w->m, spell->post, day_plus(d->a.planned_end, 1)),
		.job = d->job, .asked = asked, .from = day_plus(d->a.planned_end, 1), .until = until, .reason = S("vacancy"),
		.why = S("Nobody has been appointed yet"), .extends = ref };
	struct settled settled = { .unit = wanted.unit, .decision = "approved", .on = day_plus(asked, 8), .by = S("Head of service"),
		.reason = S("While the post is advertised again") };
	settled.request = write_request(in, &wanted);
	write_decision(in, &settled);
	d->a.planned_end = until;
}

static void
write_signatures(struct agencies *in, const struct drawn *d, Str ref)
{
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	int lot = random_below(&in->dice, 100);
	struct settled settled = { .assignment = ref, .decision = "dcs", .on = spell->first, .by = S("HR lead"),
		.reason = S("No other worker with court experience could be found"),
		.unit = unit_on_day(in->w->m, spell->post, spell->first) };
	if (!(d->broken & 1u << CHECK_CAP) || lot >= 85)
		return;
	write_decision(in, &settled);
	settled.decision = "chief_executive";
	settled.on = day_plus(spell->first, 3) .day <= in->today.day ? day_plus(spell->first, 3) : spell->first;
	settled.unit = unit_on_day(in->w->m, spell->post, settled.on);
	if (lot < 65)
		write_decision(in, &settled);
}

/* ---- the assignment ---------------------------------------------------------------------------- */

static void
draw_pay(struct agencies *in, struct drawn *d)
{
	int64_t pay = prices[d->job].pay + 5 * random_below(&in->dice, 60) + (random_in_100(&in->dice, 12) ? 480 : 0);
	int64_t ni = (pay * 113 + 500) / 1000, levy = (pay * 5 + 500) / 1000, holiday = (pay * 1207 + 5000) / 10000;
	bool known = random_in_100(&in->dice, 92);
	d->a.pay = (struct assignment_pay){ pay, known ? ni : NO_PENCE, levy, holiday, (pay + ni + levy + holiday) * 110 / 100 };
	int64_t held = pay + (known ? ni : 0) + levy;
	if (held > prices[d->job].cap)
		d->broken |= 1u << CHECK_CAP;
}

static void
put_pence(const struct agencies *in, Str *v, const char *field, int64_t pence)
{
	if (pence != NO_PENCE)
		writing_put(v, TYPE_ASSIGNMENT, field, writing_decimal(in->w, pence, 100));
}

static void
put_project(struct agencies *in, Str *v, struct drawn *d)
{
	static const enum type_id t = TYPE_ASSIGNMENT;
	if (!random_in_100(&in->dice, 9))
		return;
	bool split = random_in_100(&in->dice, 70);
	writing_put(v, t, "project", S("Assessment project team"));
	writing_put(v, t, "workers_approved", S("yes"));
	writing_put(v, t, "costs_split", split ? S("yes") : S("no"));
	writing_put(v, t, "council_controls", S("yes"));
	if (!split)
		d->broken |= 1u << CHECK_PROJECT;
}

static void
put_ending(struct agencies *in, Str *v, const struct made_spell *spell, Date planned)
{
	static const enum type_id t = TYPE_ASSIGNMENT;
	if (spell->last.day > in->today.day)
		return;
	writing_put(v, t, "ended_on", date_iso(spell->last, in->w->perm));
	writing_put(v, t, "ending", spell->last.day < planned.day ? S("left") : S("ended"));
}

static void
write_assignment(struct agencies *in, struct drawn *d, Str ref, Str request)
{
	static const enum type_id t = TYPE_ASSIGNMENT;
	static const Str agencies[] = { STR("Fairlead Social Work"), STR("Heron Locums"), STR("Northgate Interim"),
		STR("Harbour Care People"), STR("Bridgewell Resourcing"), STR("Linden Social Care") };
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	Str *v = writing_row(in->w, t, ref, NO_DAYS);
	bool short_notice = random_in_100(&in->dice, 8);
	writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, spell->person));
	writing_put(v, t, "spell", writing_ref(in->w, TYPE_SPELL, d->spell));
	writing_put(v, t, "request", request);
	writing_put(v, t, "job_type", code_of_job(d->job));
	writing_put(v, t, "agency", agencies[spell->agency]);
	put_pence(in, v, "pay_rate", d->a.pay.pay);
	put_pence(in, v, "employer_ni", d->a.pay.ni);
	put_pence(in, v, "levy", d->a.pay.levy);
	put_pence(in, v, "holiday_pay", d->a.pay.holiday);
	put_pence(in, v, "charge", d->a.pay.charge);
	writing_put(v, t, "hours", writing_decimal(in->w, d->a.hours / HOUR_TENTH, 10));
	writing_put(v, t, "starts_on", date_iso(spell->first, in->w->perm));
	writing_put(v, t, "planned_end", date_iso(d->a.planned_end, in->w->perm));
	put_ending(in, v, spell, d->a.planned_end);
	writing_put(v, t, "notice_days", short_notice ? S("7") : S("28"));
	if (short_notice)
		d->broken |= 1u << CHECK_NOTICE;
	put_project(in, v, d);
}

/* ---- what the checks rest on ------------------------------------------------------------------- */

static void
put_last_post(struct agencies *in, Str *v, struct drawn *d)
{
	static const enum type_id t = TYPE_ASSIGNMENT_EVIDENCE;
	bool left = random_in_100(&in->dice, 45), soon = left && random_in_100(&in->dice, 12);
	bool excepted = random_in_100(&in->dice, 50);
	writing_put(v, t, "left_post", left ? S("yes") : S("no"));
	if (!left)
		return;
	int days = soon ? random_between(&in->dice, 20, 80) : random_between(&in->dice, 120, 1500);
	writing_put(v, t, "last_council", S("A neighbouring council"));
	writing_put(v, t, "last_region", in->w->m->region);
	writing_put(v, t, "last_day", date_iso(day_plus(d->a.starts, -days), in->w->perm));
	if (soon && excepted)
		writing_put(v, t, "exception", S("redundant"));
	else if (soon)
		d->broken |= 1u << CHECK_COOL_OFF;
}

static void
write_evidence(struct agencies *in, struct drawn *d, int number)
{
	static const enum type_id t = TYPE_ASSIGNMENT_EVIDENCE;
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	if (random_in_100(&in->dice, 6))
		return;
	Str *v = writing_row(in->w, t, number_of(in, t, number), NO_DAYS);
	bool green = random_in_100(&in->dice, 6), one = random_in_100(&in->dice, 8);
	int months = green ? random_between(&in->dice, 14, 34) : random_between(&in->dice, 36, 200);
	writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, spell->person));
	writing_put(v, t, "assignment", number_of(in, TYPE_ASSIGNMENT, number));
	writing_put(v, t, "qualified_on", date_iso(day_plus(spell->first, -31 * (months + 8)), in->w->perm));
	writing_put(v, t, "direct_months", writing_whole(in->w, months));
	writing_put(v, t, "experience_seen", S("Employment history against two references"));
	writing_put(v, t, "reference_count", one ? S("1") : S("2"));
	writing_put(v, t, "references_on", date_iso(day_plus(spell->first, -5), in->w->perm));
	d->broken |= (green ? 1u << CHECK_EXPERIENCE : 0) | (one ? 1u << CHECK_REFERENCES : 0);
	put_last_post(in, v, d);
}

static void
write_talk(struct agencies *in, const struct drawn *d, Str ref)
{
	static const enum type_id t = TYPE_CONVERSION;
	static const struct { const char *outcome; Str why; } talks[] = {
		{ "talked", STR("Wants to hear of the next vacancy") }, { "offered", STR("Is thinking it over") },
		{ "declined", STR("Pay is lower than now") }, { "declined", STR("Wants to choose their hours") },
		{ "accepted", STR("Likes the team and the manager") },
	};
	const struct made_spell *spell = &in->w->m->spells.at[d->spell];
	Date on = day_plus(spell->first, 60);
	if (on.day > in->today.day || on.day > spell->last.day || !random_in_100(&in->dice, 40))
		return;
	int lot = random_below(&in->dice, (int)countof(talks));
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->conversions), NO_DAYS);
	writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, spell->person));
	writing_put(v, t, "assignment", ref);
	writing_put(v, t, "held_on", date_iso(on, in->w->perm));
	writing_put(v, t, "outcome", str_of(talks[lot].outcome));
	writing_put(v, t, "reason", talks[lot].why);
	writing_put(v, t, "made_by", S("HR lead"));
}

static void
write_one(struct agencies *in, struct drawn *d, int number)
{
	Str ref = number_of(in, TYPE_ASSIGNMENT, number);
	Str request = write_asking(in, d);
	draw_pay(in, d);
	write_assignment(in, d, ref, request);
	write_evidence(in, d, number);
	write_extension(in, d, ref);
	write_signatures(in, d, ref);
	write_talk(in, d, ref);
}

/* ---- everybody --------------------------------------------------------------------------------- */

/* Those of the last census year, by their spells. Hours are 37 for one FTE. */
static void
draw_assignments(struct agencies *in)
{
	struct making *m = in->w->m;
	Date since = census_period(in->w->m->year).first;
	for (int s = 0; s < m->spells.count; s++) {
		const struct made_spell *spell = &m->spells.at[s];
		if (spell->basis != AGENCY || spell->last.day < since.day)
			continue;
		struct drawn d = { .spell = s, .job = job_of(m->posts.at[spell->post].role) };
		int fte = 0;
		for (int i = 0; i < m->spell_lines.count; i++)
			if (m->spell_lines.at[i].spell == s)
				fte = m->spell_lines.at[i].fte;
		Date planned = day_plus(spell->first, 7 * random_between(&in->dice, 13, 26) - 3);
		d.a = (struct assignment){ .starts = spell->first, .last = spell->last, .planned_end = planned,
			.hours = (int64_t)37 * fte * (MICRO / 100) / HOUR_TENTH * HOUR_TENTH };
		in->drawn.at = making_room(in->drawn.at, &in->drawn.count, &in->drawn.room, sizeof *in->drawn.at, in->w->perm);
		in->drawn.at[in->drawn.count - 1] = d;
	}
}

/* Two that wait: a vacant post that somebody asks agency for, and one whose permanent options were checked. */
static void
write_waiting(struct agencies *in)
{
	struct making *m = in->w->m;
	int made = 0;
	for (int p = 0; p < m->posts.count && made < 2; p++) {
		if (!post_is_open(m, p) || !post_is_vacant(m, p) || m->posts.at[p].agent != NOTHING ||
		    made_roles[m->posts.at[p].role].census == 0)
			continue;
		struct wanted wanted = { .post = p, .unit = unit_on_day(m, p, in->today), .job = job_of(m->posts.at[p].role),
			.asked = day_plus(in->today, -6 - made), .from = day_plus(in->today, 20), .until = day_plus(in->today, 110),
			.reason = S("vacancy"), .why = S("Vacant, and court work is due this autumn") };
		struct settled settled = { .unit = wanted.unit, .decision = "options", .on = day_plus(in->today, -2), .by = S("HR lead") };
		settled.request = write_request(in, &wanted);
		if (made++)
			write_decision(in, &settled);
	}
}

/* ---- months and quarters ----------------------------------------------------------------------- */

/* What the ledger has: the assignments, less a little that was not worked. */
static void
write_costs(struct agencies *in)
{
	static const enum type_id t = TYPE_AGENCY_COST;
	Date first = census_period(in->w->m->year).first;
	for (int month = 0; month < 12; month++) {
		Date day = month_next(first, month);
		int64_t sum = 0;
		for (int i = 0; i < in->drawn.count; i++)
			sum += assignment_cost(&in->drawn.at[i].a, day, in->today).pence;
		Str *v = writing_row(in->w, t, number_of(in, t, month + 1), NO_DAYS);
		writing_put(v, t, "month", date_iso(day, in->w->perm));
		writing_put(v, t, "cost", writing_decimal(in->w, sum * (1000 - random_below(&in->dice, 50)) / 1000, 100));
		writing_put(v, t, "source", S("Ledger, made up for this demonstration"));
	}
}

/* Whether an assignment of the quarter that the guidance holds for breaks a rule. */
static bool
any_broken(const struct agencies *in, int check, struct quarter quarter)
{
	for (int i = 0; i < in->drawn.count; i++)
		if ((in->drawn.at[i].broken & 1u << check) && in->drawn.at[i].a.starts.day >= agency_checks[check].since.day &&
		    assignment_meets(&in->drawn.at[i].a, quarter.when))
			return true;
	return false;
}

static void
write_quarter(struct agencies *in, struct quarter quarter, int number, bool sent)
{
	static const enum type_id t = TYPE_AGENCY_QUARTER, c = TYPE_AGENCY_COMPLIANCE;
	Str name = quarter_name(quarter, in->w->perm);
	Str *v = writing_row(in->w, t, number_of(in, t, number), NO_DAYS);
	writing_put(v, t, "quarter", name);
	writing_put(v, t, "agencies", S("none"));
	writing_put(v, t, "sent_on", sent ? date_iso(day_plus(quarter.when.last, 41), in->w->perm) : S(""));
	writing_put(v, t, "sent_by", sent ? S("Census officer") : S(""));
	for (int check = 0; check < STATUTORY_CHECKS; check++) {
		bool broken = any_broken(in, check, quarter);
		v = writing_row(in->w, c, number_of(in, c, (number - 1) * STATUTORY_CHECKS + check + 1), NO_DAYS);
		writing_put(v, c, "quarter", name);
		writing_put(v, c, "rule", agency_checks[check].code);
		writing_put(v, c, "degree", broken ? S("part") : S("full"));
		writing_put(v, c, "explanation", broken ? S("Kept by all but those named; the contract with the agency has been changed") : S(""));
	}
}

void
written_agency(struct writing *w)
{
	struct agencies in = { .w = w, .dice = w->m->random, .today = census_period(w->m->year).last };
	if (w->m->year < FIRST_YEAR)
		return;
	write_caps(&in);
	write_titles(&in);
	draw_assignments(&in);
	for (int i = 0; i < in.drawn.count; i++)
		write_one(&in, &in.drawn.at[i], i + 1);
	write_waiting(&in);
	write_costs(&in);
	struct quarter last = quarter_of(in.today);
	for (int q = 1; q <= ROOM_OF_QUARTERS; q++)
		write_quarter(&in, quarter_next(last, q - ROOM_OF_QUARTERS), q, q < ROOM_OF_QUARTERS);
}
