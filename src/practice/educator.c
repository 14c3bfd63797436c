/* educator.c: where each practice educator stands on a day, and what the next stage asks of them. */
#include "practice/educator.h"

#include "register/term.h"
#include "workforce/said.h"

Str
educator_state_words(enum educator_state state)
{
	static const Str words[EDUCATOR_STATES] = {
		[EDUCATOR_NOT_ELIGIBLE] = STR("Not eligible yet"), [EDUCATOR_ELIGIBLE] = STR("Eligible for stage 1"),
		[EDUCATOR_ENROLLED_1] = STR("Enrolled on stage 1"), [EDUCATOR_AWARDED_1] = STR("Stage 1 awarded"),
		[EDUCATOR_ACTIVE] = STR("Active, stage 1"), [EDUCATOR_ENROLLED_2] = STR("Enrolled on stage 2"),
		[EDUCATOR_AWARDED_2] = STR("Stage 2 awarded"), [EDUCATOR_LAPSED] = STR("Lapsed"),
	};
	return words[state];
}

/* What is known of people besides their record as an educator. */
enum registered { NOT_RECORDED, REGISTER_LEFT, REGISTERED };
struct known { enum registered registered; Date qualified; const struct record *record; };

struct reading {
	struct educators *all;
	const struct roster *roster;
	Date day;
	struct grouped taken;                /* placements of an educator */
	struct known *known;                 /* of each person */
	struct arena *perm;
};

/* ---- what is known ------------------------------------------------------------------------------- */

static void
know_registration(struct reading *in, struct known *known, const struct record *record)
{
	if (record->when.first.day > in->day.day)
		return;
	bool holds = record->when.last.day >= in->day.day;
	if (holds || known->registered == NOT_RECORDED)
		known->registered = holds ? REGISTERED : REGISTER_LEFT;
}

static void
know_qualification(struct reading *in, struct known *known, const struct record *record)
{
	Date on = said_day(TYPE_QUALIFICATION, record, "qualified_on");
	if (on.day != 0 && on.day <= in->day.day && (known->qualified.day == 0 || on.day < known->qualified.day))
		known->qualified = on;
}

static void
know_educator(struct reading *in, struct known *known, const struct record *record)
{
	(void)in;
	known->record = known->record ? known->record : record;
}

static void
know(struct reading *in)
{
	typedef void know_fn(struct reading *in, struct known *known, const struct record *record);
	static const struct { enum type_id type; know_fn *know; } parts[] = {
		{ TYPE_REGISTRATION, know_registration }, { TYPE_QUALIFICATION, know_qualification }, { TYPE_EDUCATOR, know_educator },
	};
	for (int p = 0; p < countof(parts); p++) {
		const struct records *records = &in->roster->council->of[parts[p].type];
		for (int i = 0; i < records->count; i++) {
			int person = roster_person(in->roster, said_text(parts[p].type, &records->at[i], "person"));
			if (person != NOT_THERE)
				parts[p].know(in, &in->known[person], &records->at[i]);
		}
	}
}

/* Time in post on the day. Whoever never was in a post may be an educator from outside: they have not left. */
struct presence { bool left, social_worker; int unit; };

static struct presence
presence_of(const struct reading *in, int person)
{
	const struct roster *r = in->roster;
	struct presence here = { .unit = NOT_THERE };
	bool now = false, ever = false;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], in->day);
		const struct post_row *post = row && row->post != NOT_THERE ? post_on(r, row->post, in->day) : NULL;
		const struct role_row *role = post && post->role != NOT_THERE ? role_on(r, post->role, in->day) : NULL;
		ever |= spell_period(r, r->person_spells[i]).first.day <= in->day.day;
		now |= row != NULL;
		if (post && here.unit == NOT_THERE)
			here.unit = post->unit;
		here.social_worker |= role && role->registered && basis_employed(row->basis);
	}
	here.left = ever && !now;
	return here;
}

/* ---- needs --------------------------------------------------------------------------------------- */

static void
need(struct educator *e, bool met, Str words)
{
	if (e->need_count < EDUCATOR_NEEDS_MOST)
		e->needs[e->need_count++] = (struct educator_need){ met, words };
}

static Str
day_words(const struct reading *in, Date day)
{
	return date_text(day, in->perm);
}

static void
need_here(const struct reading *in, struct educator *e, const struct presence *here)
{
	enum registered registered = in->known[e->person].registered;
	static const Str words[] = { [NOT_RECORDED] = STR("Is a registered social worker: no registration is recorded"),
		[REGISTER_LEFT] = STR("Is a registered social worker: the registration has ended"),
		[REGISTERED] = STR("Is a registered social worker") };
	if (here->left)
		need(e, false, S("Works here: has left"));
	need(e, registered == REGISTERED, words[registered]);
}

static void
need_years(const struct reading *in, struct educator *e, enum educator_number which)
{
	struct educator_said said = in->all->numbers.of[which];
	Str asked = str_format(in->perm, "Qualified for %d year%s (%.*s)", said.number, said.number == 1 ? "" : "s", STR_ARG(said.source));
	if (e->qualified.day == 0) {
		need(e, said.number == 0, str_format(in->perm, "%.*s: the day they qualified is not recorded", STR_ARG(asked)));
		return;
	}
	Date from = said.number ? term_after(e->qualified, (struct term){ said.number, TERM_YEARS }) : e->qualified;
	bool met = from.day <= in->day.day;
	need(e, met, str_format(in->perm, "%.*s: qualified on %.*s%s%.*s", STR_ARG(asked), STR_ARG(day_words(in, e->qualified)),
		met ? "" : ", so from ", STR_ARG(met ? S("") : day_words(in, from))));
}

static void
needs_of_stage_1(const struct reading *in, struct educator *e, const struct presence *here)
{
	Date agreed = e->record ? educator_day(e->record, "agreed_on", in->day) : (Date){ 0 };
	need_here(in, e, here);
	need_years(in, e, YEARS_BEFORE_1);
	need(e, agreed.day != 0, agreed.day ? str_format(in->perm, "Their manager agreed: %.*s, %.*s",
		STR_ARG(said_text(TYPE_EDUCATOR, e->record, "agreed_by")), STR_ARG(day_words(in, agreed)))
		: S("Their manager agreed: not recorded"));
}

static void
needs_of_stage_2(const struct reading *in, struct educator *e, const struct presence *here)
{
	struct educator_said said = in->all->numbers.of[LEARNERS_BEFORE_2];
	need_here(in, e, here);
	need_years(in, e, YEARS_BEFORE_2);
	need(e, e->supported >= said.number, str_format(in->perm, "Has supported %d learner%s (%.*s): %d so far", said.number,
		said.number == 1 ? "" : "s", STR_ARG(said.source), e->supported));
}

/* What went, of somebody who holds an award. False: nothing did. */
static bool
has_lapsed(const struct reading *in, struct educator *e, const struct presence *here)
{
	struct educator_said said = in->all->numbers.of[MONTHS_CURRENT];
	Date stopped = educator_day(e->record, "stopped_on", in->day);
	if (stopped.day != 0)
		need(e, false, str_format(in->perm, "Takes students: stopped on %.*s", STR_ARG(day_words(in, stopped))));
	if (here->left)
		need(e, false, S("Works here: has left"));
	if (in->known[e->person].registered == REGISTER_LEFT)
		need(e, false, S("Is a registered social worker: the registration has ended"));
	if (e->current_until.day < in->day.day)
		need(e, false, str_format(in->perm, "An award, a refresher or a placement in the last %d month%s (%.*s): current until %.*s",
			said.number, said.number == 1 ? "" : "s", STR_ARG(said.source), STR_ARG(day_words(in, e->current_until))));
	return e->need_count > 0;
}

/* ---- where they stand ------------------------------------------------------------------------------ */

/* Placements begun by the day: of how many learners, and whether any since `since`. */
static int
supported_by(const struct reading *in, const struct record *educator, Date since, bool *any_since)
{
	const struct grouped *taken = &in->taken;
	int first, learners = 0, count = grouped_find(taken, educator->ref, &first);
	for (int i = first; i < first + count; i++) {
		Date starts = said_day(TYPE_PLACEMENT, taken->rows[i].record, "starts_on");
		bool again = false;
		if (starts.day > in->day.day)
			continue;
		for (int k = first; k < i && !again; k++)
			again = said_day(TYPE_PLACEMENT, taken->rows[k].record, "starts_on").day <= in->day.day &&
			        str_equal(said_text(TYPE_PLACEMENT, taken->rows[k].record, "learner"),
			                  said_text(TYPE_PLACEMENT, taken->rows[i].record, "learner"));
		learners += !again;
		*any_since |= starts.day >= since.day;
	}
	return learners;
}

static void
stand_with_award(const struct reading *in, struct educator *e, const struct presence *here, bool active)
{
	bool enrolled = educator_day(e->record, "enrolled_2", in->day).day != 0;
	struct parsed_decimal own = parse_decimal(said_text(TYPE_EDUCATOR, e->record, "students"), 0, false);
	if (has_lapsed(in, e, here)) {
		e->state = EDUCATOR_LAPSED;
		return;
	}
	e->current = true;
	e->students = own.ok ? (int)(own.micro / MICRO) : in->all->numbers.of[STUDENTS_EACH].number;
	e->state = e->stage_2 ? EDUCATOR_AWARDED_2 : enrolled ? EDUCATOR_ENROLLED_2 : active ? EDUCATOR_ACTIVE : EDUCATOR_AWARDED_1;
	if (!e->stage_2)
		needs_of_stage_2(in, e, here);
}

static void
stand(const struct reading *in, struct educator *e, const struct presence *here)
{
	bool active = false, stopped = e->record && educator_day(e->record, "stopped_on", in->day).day != 0;
	if (e->record) {
		e->stage_2 = educator_day(e->record, "awarded_2", in->day).day != 0;
		e->current_until = educator_current_until(e->record, &in->taken, in->all->numbers.of[MONTHS_CURRENT].number, in->day);
		e->supported = supported_by(in, e->record, educator_day(e->record, "awarded_1", in->day), &active);
	}
	if (e->current_until.day != 0) {
		stand_with_award(in, e, here, active);
	} else {
		needs_of_stage_1(in, e, here);
		if (stopped)
			need(e, false, S("Wants to be a practice educator: has stopped"));
	}
	e->ready = true;
	for (int n = 0; n < e->need_count; n++)
		e->ready &= e->needs[n].met;
	if (e->current_until.day != 0)
		return;
	bool enrolled = e->record && educator_day(e->record, "enrolled_1", in->day).day != 0 && !here->left && !stopped;
	e->state = enrolled ? EDUCATOR_ENROLLED_1 : e->ready ? EDUCATOR_ELIGIBLE : EDUCATOR_NOT_ELIGIBLE;
}

void
educators_read(struct educators *educators, const struct roster *roster, Date day, struct arena *perm)
{
	struct reading in = { .all = educators, .roster = roster, .day = day, .perm = perm,
		.taken = grouped_by(&roster->council->of[TYPE_PLACEMENT], S("educator"), perm),
		.known = new(perm, roster->person_count + 1, struct known) };
	*educators = (struct educators){ .roster = roster, .day = day, .numbers = educator_numbers_on(roster->council, day),
		.all = new(perm, roster->person_count + 1, struct educator) };
	know(&in);
	for (int p = 0; p < roster->person_count; p++) {
		struct presence here = presence_of(&in, p);
		struct educator *e = &educators->all[educators->count];
		if (!in.known[p].record && !here.social_worker)
			continue;
		*e = (struct educator){ .record = in.known[p].record, .person = p, .unit = here.unit, .qualified = in.known[p].qualified };
		stand(&in, e, &here);
		educators->count++;
	}
}

int
educator_find(const struct educators *educators, int person)
{
	for (int i = 0; i < educators->count; i++)
		if (educators->all[i].person == person)
			return i;
	return NOT_THERE;
}
