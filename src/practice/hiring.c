/* hiring.c: applications run through their steps, and seats through what came of them. */
#include "practice/hiring.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>

struct reading {
	struct recruitment *all;
	const struct council *council;
	struct grouped steps, checks;        /* of an application */
	struct arena *perm;
};

/* Who applied; one that was made one with another is that other. */
static const struct record *
candidate_of(const struct reading *in, const struct record *application)
{
	const struct record *candidate = said_record(in->council, TYPE_CANDIDATE, said_text(TYPE_APPLICATION, application, "candidate"));
	for (int steps = 0; candidate && steps < in->council->of[TYPE_CANDIDATE].count; steps++) {
		const struct record *stays = said_record(in->council, TYPE_CANDIDATE, said_text(TYPE_CANDIDATE, candidate, "same_as"));
		if (!stays)
			break;
		candidate = stays;
	}
	return candidate;
}

static bool
by_day(const struct reading *in, Date day)
{
	return day.day != 0 && day.day <= in->all->day.day;
}

/* ---- steps --------------------------------------------------------------------------------------- */

static void
come_to(struct application *a, enum application_stage stage, Date on)
{
	a->stage = stage;
	a->since = on;
	if (a->came[stage].day == 0)
		a->came[stage] = on;
}

static void
walk(const struct reading *in, struct application *a)
{
	struct turned *turns;
	int count = turns_of(&in->steps, TYPE_STEP, a->ref, in->all->day, &turns, in->perm);
	struct hiring_step *steps = new(in->perm, count + 1, struct hiring_step);
	come_to(a, AT_RECEIVED, a->received);
	for (int i = 0; i < count; i++) {
		const struct record *step = turns[i].record;
		int move = move_find(&application_stages, said_text(TYPE_STEP, step, "move"));
		int to = move < 0 ? -1 : stage_after(&application_stages, (int)a->stage, move);
		if (to < 0)
			break;
		steps[a->step_count++] = (struct hiring_step){ .move = (enum application_move)move, .to = (enum application_stage)to,
			.on = said_day(TYPE_STEP, step, "held_on"), .due = said_day(TYPE_STEP, step, "due_on"),
			.reason = said_text(TYPE_STEP, step, "reason"), .note = said_text(TYPE_STEP, step, "note"),
			.made_by = said_text(TYPE_STEP, step, "made_by") };
		come_to(a, (enum application_stage)to, said_day(TYPE_STEP, step, "held_on"));
	}
	a->steps = steps;
}

/* ---- checks -------------------------------------------------------------------------------------- */

/* The last day on which a check came to a state it has now is not all that is known: on an earlier day it stood where its
 * days say. */
static enum check_state
state_on(const struct reading *in, const struct record *check)
{
	static const struct { const char *field; enum check_state state; } days[] = {
		{ "cleared_on", CHECK_CLEARED }, { "received_on", CHECK_RECEIVED }, { "chased_on", CHECK_CHASED },
		{ "requested_on", CHECK_REQUESTED },
	};
	int now = code_place(check_states, CHECK_STATES, said_text(TYPE_VETTING, check, "state"));
	bool later = false;
	for (int i = 0; i < countof(days); i++) {
		Date day = said_day(TYPE_VETTING, check, days[i].field);
		if (day.day > in->all->day.day)
			later = true;
		else if (later && day.day != 0)
			return days[i].state;
	}
	return later || now == NOT_THERE ? CHECK_NOT_STARTED : (enum check_state)now;
}

static void
count_checks(const struct reading *in, struct application *a)
{
	struct check_totals *totals = &a->checks;
	bool there[CHECK_KINDS] = { false };
	int first, count = grouped_find(&in->checks, a->ref, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *check = in->checks.rows[i].record;
		int kind = code_place(check_kinds, CHECK_KINDS, said_text(TYPE_VETTING, check, "kind"));
		enum check_state state = state_on(in, check);
		Date due = said_day(TYPE_VETTING, check, "due_on");
		totals->count++;
		totals->of[state]++;
		totals->late += !check_stages.rows[state].ended && due.day != 0 && due.day < in->all->day.day;
		if (kind != NOT_THERE)
			there[kind] = true;
	}
	for (int k = 0; k < CHECK_KINDS; k++)
		totals->missing += !there[k];
}

int
checks_open(const struct check_totals *totals)
{
	return totals->count - totals->of[CHECK_CLEARED] - totals->of[CHECK_NOT_NEEDED] + totals->missing;
}

/* ---- whose move, and by when ----------------------------------------------------------------------- */

static enum whose
whose_move(const struct application *a)
{
	if (a->stage != AT_CHECKING)
		return application_stages.rows[a->stage].whose;
	for (int s = 0; s < CHECK_STATES; s++)
		if (check_stages.rows[s].whose == OUR_MOVE && a->checks.of[s] > 0)
			return OUR_MOVE;
	return a->checks.missing || a->checks.of[CHECK_REQUESTED] + a->checks.of[CHECK_CHASED] == 0 ? OUR_MOVE : REFEREES_MOVE;
}

/* The round's own day for what comes next. */
static Date
round_due(const struct application *a)
{
	static const char *const fields[APPLICATION_STAGES] = {
		[AT_RECEIVED] = "shortlist_by", [AT_LONGLISTED] = "shortlist_by", [AT_INVITED] = "assess_on",
		[AT_ASSESSED] = "decide_by", [AT_RESERVE] = "decide_by",
	};
	return a->round && fields[a->stage] ? said_day(TYPE_ROUND, a->round, fields[a->stage]) : (Date){ 0 };
}

static void
settle(const struct reading *in, struct application *a)
{
	Date said = a->step_count ? a->steps[a->step_count - 1].due : (Date){ 0 };
	bool ended = application_stages.rows[a->stage].ended;
	a->due = said.day ? said : round_due(a);
	a->whose = whose_move(a);
	a->waiting = ended ? 0 : in->all->day.day - a->since.day;
	a->late = !ended && ((a->due.day != 0 && a->due.day < in->all->day.day) || (a->stage == AT_CHECKING && a->checks.late > 0));
}

static void
read_application(const struct reading *in, const struct record *record)
{
	struct recruitment *all = in->all;
	struct application *a = &all->applications[all->application_count];
	Date received = said_day(TYPE_APPLICATION, record, "received_on");
	if (!by_day(in, received))
		return;
	*a = (struct application){ .record = record, .ref = record->ref, .received = received,
		.candidate = candidate_of(in, record),
		.round = said_record(in->council, TYPE_ROUND, said_text(TYPE_APPLICATION, record, "round")),
		.role = roster_role(all->roster, said_text(TYPE_APPLICATION, record, "role")),
		.channel = code_place(channels, CHANNELS, said_text(TYPE_APPLICATION, record, "channel")),
		.seat = NOT_THERE, .spell = roster_spell(all->roster, said_text(TYPE_APPLICATION, record, "spell")) };
	int band = code_place(bands, BANDS, said_text(TYPE_APPLICATION, record, "band"));
	a->band = band == NOT_THERE ? BAND_UNQUALIFIED : (enum band)band;
	all->application_count++;
	walk(in, a);
	count_checks(in, a);
	settle(in, a);
}

/* ---- seats --------------------------------------------------------------------------------------- */

Str
requisition_state_words(enum requisition_state state)
{
	static const Str words[REQUISITION_STATES] = { [REQUISITION_ASKED] = STR("Waits for a decision"), [REQUISITION_REFUSED] = STR("Refused"),
		[REQUISITION_WITHDRAWN] = STR("Withdrawn"), [REQUISITION_APPROVED] = STR("Approved"), [REQUISITION_ADVERTISED] = STR("Advertised"),
		[REQUISITION_OFFERED] = STR("Offered"), [REQUISITION_ACCEPTED] = STR("Accepted"), [REQUISITION_FILLED] = STR("Filled") };
	return words[state];
}

/* The post it fills: its own, or the one that was opened for its ticket. */
static int
post_of(const struct reading *in, const struct record *record)
{
	Str post = said_text(TYPE_REQUISITION, record, "post");
	const struct record *ticket = said_record(in->council, TYPE_TICKET, said_text(TYPE_REQUISITION, record, "ticket"));
	if (!post.len && ticket)
		post = said_text(TYPE_TICKET, ticket, "post");
	return roster_post(in->all->roster, post);
}

static enum requisition_state
state_asked(const struct reading *in, const struct requisition *seat)
{
	Str decision = said_text(TYPE_REQUISITION, seat->record, "decision");
	bool decided = by_day(in, said_day(TYPE_REQUISITION, seat->record, "decided_on"));
	if (by_day(in, said_day(TYPE_REQUISITION, seat->record, "withdrawn_on")))
		return REQUISITION_WITHDRAWN;
	if (!decided)
		return REQUISITION_ASKED;
	if (!str_equal(decision, S("approved")))
		return REQUISITION_REFUSED;
	return by_day(in, seat->advertised) ? REQUISITION_ADVERTISED : REQUISITION_APPROVED;
}

static void
read_seat(const struct reading *in, const struct record *record)
{
	struct recruitment *all = in->all;
	struct requisition *seat = &all->requisitions[all->requisition_count];
	Date asked = said_day(TYPE_REQUISITION, record, "asked_on");
	if (!by_day(in, asked))
		return;
	*seat = (struct requisition){ .record = record, .ref = record->ref, .asked = asked, .application = NOT_THERE,
		.round = said_record(in->council, TYPE_ROUND, said_text(TYPE_REQUISITION, record, "round")),
		.unit = roster_unit(all->roster, said_text(TYPE_REQUISITION, record, "unit")),
		.role = roster_role(all->roster, said_text(TYPE_REQUISITION, record, "role")), .post = post_of(in, record),
		.band = code_place(bands, BANDS, said_text(TYPE_REQUISITION, record, "band")), .fte = FTE_ONE,
		.approved = said_day(TYPE_REQUISITION, record, "decided_on"), .wanted = said_day(TYPE_REQUISITION, record, "wanted_by"),
		.advertised = said_day(TYPE_REQUISITION, record, "advertised_on") };
	const struct post_row *post = seat->post == NOT_THERE ? NULL : post_on(all->roster, seat->post, all->day);
	if (post)
		seat->fte = post->fte;
	seat->state = state_asked(in, seat);
	all->requisition_count++;
}

/* What an application makes of the seat that it was offered. */
static enum requisition_state
state_taken(enum application_stage stage)
{
	static const struct { enum application_stage first, last; enum requisition_state state; } taken[] = {
		{ AT_OFFERED, AT_OFFERED, REQUISITION_OFFERED }, { AT_CHECKING, AT_AGREED, REQUISITION_ACCEPTED },
		{ AT_STARTED, AT_CONFIRMED, REQUISITION_FILLED }, { AT_LEFT, AT_LEFT, REQUISITION_FILLED },
	};
	for (int i = 0; i < countof(taken); i++)
		if (stage >= taken[i].first && stage <= taken[i].last)
			return taken[i].state;
	return REQUISITION_STATES;
}

static void
seat_application(struct recruitment *all, int number)
{
	struct application *a = &all->applications[number];
	a->seat = requisition_find(all, said_text(TYPE_APPLICATION, a->record, "requisition"));
	enum requisition_state state = state_taken(a->stage);
	if (a->seat == NOT_THERE || state == REQUISITION_STATES)
		return;
	struct requisition *seat = &all->requisitions[a->seat];
	seat->application = number;
	seat->state = state;
	seat->taken = a->came[AT_CHECKING];
}

/* ---- all ------------------------------------------------------------------------------------------ */

void
recruitment_read(struct recruitment *all, const struct roster *roster, Date day, struct arena *perm)
{
	const struct records *of = roster->council->of;
	struct reading in = { .all = all, .council = roster->council, .perm = perm,
		.steps = grouped_by(&of[TYPE_STEP], S("application"), perm),
		.checks = grouped_by(&of[TYPE_VETTING], S("application"), perm) };
	*all = (struct recruitment){ .roster = roster, .day = day,
		.applications = new(perm, of[TYPE_APPLICATION].count + 1, struct application),
		.requisitions = new(perm, of[TYPE_REQUISITION].count + 1, struct requisition) };
	for (int i = 0; i < of[TYPE_REQUISITION].count; i++)
		read_seat(&in, &of[TYPE_REQUISITION].at[i]);
	for (int i = 0; i < of[TYPE_APPLICATION].count; i++)
		read_application(&in, &of[TYPE_APPLICATION].at[i]);
	for (int i = 0; i < all->application_count; i++)
		seat_application(all, i);
}

int
application_find(const struct recruitment *all, Str ref)
{
	return str_among((struct str_rows){ all->applications, sizeof *all->applications, offsetof(struct application, ref),
		all->application_count }, ref);
}

int
requisition_find(const struct recruitment *all, Str ref)
{
	return str_among((struct str_rows){ all->requisitions, sizeof *all->requisitions, offsetof(struct requisition, ref),
		all->requisition_count }, ref);
}

/* The way to a start, in its order; "in reserve" is beside it. */
static int
way(enum application_stage stage)
{
	return stage == AT_RESERVE ? (int)AT_ASSESSED : (int)stage;
}

bool
application_reached(const struct application *a, enum application_stage stage)
{
	assert(stage <= AT_CONFIRMED);
	if (a->came[stage].day != 0)
		return true;
	for (int s = AT_RECEIVED; s <= AT_CONFIRMED; s++)
		if (a->came[s].day != 0 && way((enum application_stage)s) > way(stage))
			return stage != AT_RESERVE;
	return false;
}

bool
application_hired(const struct application *a)
{
	return a->came[AT_STARTED].day != 0;
}

bool
application_live(const struct application *a)
{
	return !application_stages.rows[a->stage].ended && !application_hired(a);
}

/* ---- adverts --------------------------------------------------------------------------------------- */

static bool
advertised(const struct recruitment *all, const struct requisition *seat)
{
	Date closed = seat->round ? said_day(TYPE_ROUND, seat->round, "closed_on") : (Date){ 0 };
	bool open = seat->state == REQUISITION_ADVERTISED || seat->state == REQUISITION_OFFERED;
	return open && seat->advertised.day != 0 && seat->advertised.day <= all->day.day &&
	       (closed.day == 0 || closed.day > all->day.day);
}

struct adverts
adverts_of(const struct recruitment *all, int role)
{
	struct adverts adverts = { 0 };
	for (int i = 0; i < all->requisition_count; i++)
		if ((role == NOT_THERE || all->requisitions[i].role == role) && advertised(all, &all->requisitions[i])) {
			adverts.count++;
			adverts.fte += all->requisitions[i].fte;
		}
	return adverts;
}

struct advert_remainder
remainder_of(int64_t total_before, int64_t total_after, const int64_t *before, const int64_t *after, int parts)
{
	struct advert_remainder left = { total_before, total_after, false };
	for (int i = 0; i < parts; i++) {
		left.before -= before[i];
		left.after -= after[i];
	}
	left.flagged = (total_after < total_before && left.after > left.before)
	               || (total_after > total_before && left.after < left.before);
	return left;
}
