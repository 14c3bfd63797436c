/* written_scoring.c: two rounds of a made-up council that are being scored: one in the midst of shortlisting, without names, and
 * one whose assessment centre is over and ranked. */
#include "demo/writing.h"

#include "workforce/types_hiring.h"

enum { SHORTLISTING_ROUND, ASSESSED_ROUND, SCORED_ROUNDS, CRITERIA_MOST = 4, APPLICANTS_MOST = 6, TO_COME = -1 };

struct writing_scores {
	struct writing *w;
	struct random dice;
	struct hiring_written *so_far;
	int scores;
};

static const Str made_up = STR("Made up for this demonstration");

static Str
number_of(const struct writing_scores *in, enum type_id type, int number)
{
	return ref_numbered(&record_types[type], number, in->w->perm);
}

/* A day of the year, as "09-23". */
static Str
day_in_year(const struct writing_scores *in, const char *month_and_day)
{
	return str_format(in->w->perm, "%04d-%s", in->w->m->year, month_and_day);
}

/* ---- rounds and criteria --------------------------------------------------------------------------------- */

struct criterion_row { const char *part, *name, *most, *needed, *weight, *held_on, *held_at; };
static const struct round_row {
	const char *name, *number, *opens, *closes, *shortlist_by, *assess_on, *decide_by;
	struct criterion_row criteria[CRITERIA_MOST];
} rounds[SCORED_ROUNDS] = {
	[SHORTLISTING_ROUND] = { "Round 6, autumn", "6", "09-01", "09-24", "10-06", "10-20", "10-24", {
		{ "shortlist", "Keeps the child in view", "4", "2", "2", "", "" },
		{ "shortlist", "Weighs risk with evidence", "4", "2", "1", "", "" },
		{ "shortlist", "Writes clearly", "4", "", "1", "", "" },
		{ "shortlist", "Works well with schools, health and police", "4", "", "1", "", "" } } },
	[ASSESSED_ROUND] = { "Assessment centre, September", "7", "07-14", "08-22", "08-29", "09-23", "10-07", {
		{ "exercise", "Written exercise: a case file", "10", "4", "1", "09-23", "Training room 2, 9:30" },
		{ "exercise", "Group discussion", "10", "", "1", "09-23", "Training room 2, 11:00" },
		{ "interview", "Interview", "10", "5", "2", "09-23", "Room 14, from 13:00" } } },
};

static void
write_round(struct writing_scores *in, int r)
{
	static const enum type_id t = TYPE_ROUND;
	const struct round_row *row = &rounds[r];
	const struct { const char *field, *day; } days[] = { { "opens_on", row->opens }, { "closes_on", row->closes },
		{ "shortlist_by", row->shortlist_by }, { "assess_on", row->assess_on }, { "decide_by", row->decide_by } };
	Str *v = writing_row(in->w, t, number_of(in, t, in->so_far->rounds + r + 1), NO_DAYS);
	writing_put(v, t, "name", str_of(row->name));
	writing_put(v, t, "number", str_of(row->number));
	writing_put(v, t, "anonymous", S("yes"));
	writing_put(v, t, "public", S("no"));
	for (int i = 0; i < countof(days); i++)
		writing_put(v, t, days[i].field, day_in_year(in, days[i].day));
}

/* Gives the number of the first. */
static int
write_criteria(struct writing_scores *in, int r)
{
	static const enum type_id t = TYPE_CRITERION;
	int first = in->so_far->criteria + 1;
	for (int c = 0; c < CRITERIA_MOST && rounds[r].criteria[c].name; c++) {
		const struct criterion_row *row = &rounds[r].criteria[c];
		Str *v = writing_row(in->w, t, number_of(in, t, ++in->so_far->criteria), NO_DAYS);
		const struct { const char *field, *value; } values[] = { { "part", row->part }, { "name", row->name }, { "most", row->most },
			{ "needed", row->needed }, { "weight", row->weight }, { "held_at", row->held_at } };
		writing_put(v, t, "round", number_of(in, TYPE_ROUND, in->so_far->rounds + r + 1));
		for (int i = 0; i < countof(values); i++)
			writing_put(v, t, values[i].field, str_of(values[i].value));
		writing_put(v, t, "place", writing_whole(in->w, c + 1));
		if (row->held_on[0])
			writing_put(v, t, "held_on", day_in_year(in, row->held_on));
	}
	return first;
}

/* ---- who applied, and what was given ---------------------------------------------------------------------- */

/* Scores of chair and assessor, one a criterion; `kept`: theirs is not handed in. TO_COME first: nothing given. */
struct applicant_row { const char *received; int chair[CRITERIA_MOST], assessor[CRITERIA_MOST]; bool chair_keeps; };
static const struct applicant_row applicants[SCORED_ROUNDS][APPLICANTS_MOST] = {
	[SHORTLISTING_ROUND] = {
		{ "09-05", { 3, 3, 2, 3 }, { 3, 4, 2, 3 }, false },          /* both are in, and alike */
		{ "09-08", { 4, 3, 3, 2 }, { 2, 3, 3, 3 }, false },          /* both are in, and differ on the first */
		{ "09-11", { 2, 3, 3, 3 }, { TO_COME }, false },
		{ "09-12", { TO_COME }, { 3, 2, 2, 1 }, false },
		{ "09-18", { TO_COME }, { TO_COME }, false },
		{ "09-22", { 3, 2, TO_COME, TO_COME }, { TO_COME }, true },  /* begun */
	},
	[ASSESSED_ROUND] = {
		{ "07-21", { 7, 6, 8 }, { 8, 6, 8 }, false },                /* 7.5 + 6 + 16 = 29.5 */
		{ "07-29", { 6, 7, 7 }, { 6, 7, 7 }, false },                /* 6 + 7 + 14 = 27 */
		{ "08-03", { 7, 6, 7 }, { 7, 6, 7 }, false },                /* 7 + 6 + 14 = 27: tied */
		{ "08-14", { 5, 5, 6 }, { 6, 5, 6 }, false },                /* 5.5 + 5 + 12 = 22.5: reserve */
		{ "08-20", { 3, 6, 6 }, { 2, 6, 6 }, false },                /* the written exercise does not suffice */
	},
};

static Str
write_applicant(struct writing_scores *in, int r, const struct applicant_row *row)
{
	static const enum type_id n = TYPE_CANDIDATE, t = TYPE_APPLICATION;
	struct made_name name = name_draw(&in->dice, random_in_100(&in->dice, 80), in->w->perm);
	Str candidate = number_of(in, n, ++in->so_far->candidates), ref = number_of(in, t, ++in->so_far->applications);
	Str *v = writing_row(in->w, n, candidate, NO_DAYS);
	writing_put(v, n, "given_names", name.given);
	writing_put(v, n, "family_name", name.family);
	writing_put(v, n, "email", str_format(in->w->perm, "candidate%d@example.org", in->so_far->candidates));
	v = writing_row(in->w, t, ref, NO_DAYS);
	writing_put(v, t, "candidate", candidate);
	writing_put(v, t, "round", number_of(in, TYPE_ROUND, in->so_far->rounds + r + 1));
	writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, (int)in->so_far->role));
	writing_put(v, t, "band", bands[r == ASSESSED_ROUND ? BAND_NEWLY : BAND_EXPERIENCED].code);
	writing_put(v, t, "received_on", day_in_year(in, row->received));
	writing_put(v, t, "channel", channels[random_below(&in->dice, CHANNELS)].code);
	writing_put(v, t, "statement", str_format(in->w->perm, "My name is %.*s. %.*s: a statement would stand here.", STR_ARG(name.given),
		STR_ARG(made_up)));
	return ref;
}

struct giving { Str application, assessor; int first; const int *scores; bool handed_in; const char *day; };

static void
write_scores(struct writing_scores *in, const struct giving *giving, int r)
{
	static const enum type_id t = TYPE_SCORE;
	for (int c = 0; c < CRITERIA_MOST && rounds[r].criteria[c].name && giving->scores[c] != TO_COME; c++) {
		Str *v = writing_row(in->w, t, number_of(in, t, ++in->scores), NO_DAYS);
		writing_put(v, t, "application", giving->application);
		writing_put(v, t, "criterion", number_of(in, TYPE_CRITERION, giving->first + c));
		writing_put(v, t, "assessor", giving->assessor);
		writing_put(v, t, "score", writing_whole(in->w, giving->scores[c]));
		writing_put(v, t, "note", made_up);
		writing_put(v, t, "scored_on", day_in_year(in, giving->day));
		writing_put(v, t, "handed_in", giving->handed_in ? S("yes") : S("no"));
	}
}

static void
write_step(struct writing_scores *in, Str application, int turn, const char *move, const char *day, const char *due)
{
	static const enum type_id t = TYPE_STEP;
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->so_far->steps), NO_DAYS);
	writing_put(v, t, "application", application);
	writing_put(v, t, "move", str_of(move));
	writing_put(v, t, "held_on", day_in_year(in, day));
	writing_put(v, t, "turn", writing_whole(in->w, turn));
	writing_put(v, t, "made_by", S("HR officer"));
	if (due)
		writing_put(v, t, "due_on", day_in_year(in, due));
}

static void
write_applicants(struct writing_scores *in, int r, int first)
{
	int chair = PANEL_SEATS * (in->so_far->rounds + r) + 1;
	for (int i = 0; i < APPLICANTS_MOST && applicants[r][i].received; i++) {
		const struct applicant_row *row = &applicants[r][i];
		const char *day = r == ASSESSED_ROUND ? "09-23" : "09-26";
		Str ref = write_applicant(in, r, row);
		write_scores(in, &(struct giving){ ref, number_of(in, TYPE_PANEL_MEMBER, chair), first, row->chair, !row->chair_keeps, day }, r);
		write_scores(in, &(struct giving){ ref, number_of(in, TYPE_PANEL_MEMBER, chair + 1), first, row->assessor, true, day }, r);
		if (r != ASSESSED_ROUND)
			continue;
		write_step(in, ref, 1, "shortlist", "08-28", NULL);
		write_step(in, ref, 2, "invite", "09-01", "09-23");
		write_step(in, ref, 3, "assess", "09-23", NULL);
	}
}

/* The posts that the assessed are for, asked for and approved. */
static void
write_seats(struct writing_scores *in)
{
	static const enum type_id t = TYPE_REQUISITION;
	for (int s = 0; s < in->so_far->seat_count; s++) {
		int post = in->so_far->seats[s];
		Str *v = writing_row(in->w, t, number_of(in, t, ++in->so_far->requisitions), NO_DAYS);
		writing_put(v, t, "post", writing_ref(in->w, TYPE_POST, post));
		writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, post_now(in->w->m, post)->unit));
		writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, (int)in->so_far->role));
		writing_put(v, t, "why", S("The post fell vacant"));
		writing_put(v, t, "redeployment", S("nobody"));
		writing_put(v, t, "transfers", S("nobody"));
		writing_put(v, t, "looked_on", day_in_year(in, "07-03"));
		writing_put(v, t, "asked_by", S("Team manager"));
		writing_put(v, t, "asked_on", day_in_year(in, "07-01"));
		writing_put(v, t, "decision", S("approved"));
		writing_put(v, t, "decided_by", S("Head of service"));
		writing_put(v, t, "decided_on", day_in_year(in, "07-07"));
		writing_put(v, t, "advertised_on", day_in_year(in, "07-14"));
		writing_put(v, t, "round", number_of(in, TYPE_ROUND, in->so_far->rounds + ASSESSED_ROUND + 1));
	}
}

int
written_scoring(struct writing *w, struct hiring_written *so_far)
{
	struct writing_scores in = { .w = w, .dice = w->m->random, .so_far = so_far };
	for (int r = 0; r < SCORED_ROUNDS; r++) {
		write_round(&in, r);
		write_applicants(&in, r, write_criteria(&in, r));
	}
	write_seats(&in);
	return SCORED_ROUNDS;
}
