/* retention_candidates.c: who applied, and no longer need be known.
 *
 * A candidate is on their way while any application is; one whose application led to a start stays as long as the person
 * does. The day they go is the day that their term after the last end says, or an earlier one that was promised to them
 * (remove_on); of whoever may be asked again, the day that was agreed with them, else a longer term. Records that were made
 * one go together. How far an application came stays, under its number, so that counts stay as they were. */
#include "workforce/retaining.h"

#include "register/grouped.h"
#include "workforce/stages.h"
#include "workforce/said.h"

/* What became of all that one candidate applied for. */
struct fate { bool live, started; Date ended; };

enum { THOSE = 4, STEPS = 0 };

struct parting {
	struct planning *in;
	const struct records *candidates;
	struct grouped applications, those[THOSE];   /* of a candidate; of an application, the steps first */
	int *stays;                  /* of each candidate the one that it was made one with, itself mostly */
	struct fate *fates;
	bool *gone;                  /* of each candidate: they go today */
};

/* ---- how it ended ------------------------------------------------------------------------------------------ */

/* Steps are stored in their turns by their numbers, but those of a list may not be: by turn, one after the other. */
static int
walk(const struct parting *p, Str application, Date *last)
{
	int first, stage = AT_RECEIVED, count = grouped_find(&p->those[STEPS], application, &first);
	for (int turn = 1; turn <= count; turn++)
		for (int i = first; i < first + count; i++) {
			const struct record *step = p->those[STEPS].rows[i].record;
			struct parsed_decimal number = parse_decimal(said_text(TYPE_STEP, step, "turn"), 0, false);
			int move = move_find(&application_stages, said_text(TYPE_STEP, step, "move"));
			int after = move < 0 ? -1 : stage_after(&application_stages, stage, move);
			if (!number.ok || number.micro != (int64_t)turn * MICRO || after < 0)
				continue;
			stage = after;
			(void)date_parse(said_text(TYPE_STEP, step, "held_on"), last);
		}
	return stage;
}

static void
add_fate(const struct parting *p, struct fate *fate, const struct record *application)
{
	Date last = { 0 };
	(void)date_parse(said_text(TYPE_APPLICATION, application, "received_on"), &last);
	int stage = walk(p, application->ref, &last);
	bool started = (stage >= AT_STARTED && stage <= AT_CONFIRMED) || stage == AT_LEFT || said_text(TYPE_APPLICATION, application, "spell").len;
	fate->started = fate->started || started;
	fate->live = fate->live || (!started && !application_stages.rows[stage].ended);
	fate->ended = last.day > fate->ended.day ? last : fate->ended;
}

static int
who_stays(const struct parting *p, int candidate)
{
	for (int steps = 0; steps < p->candidates->count; steps++) {
		int first;
		Str same = said_text(TYPE_CANDIDATE, &p->candidates->at[candidate], "same_as");
		if (!same.len || records_of(p->candidates, same, &first) == 0)
			break;
		candidate = first;
	}
	return candidate;
}

static void
read_fates(struct parting *p)
{
	for (int c = 0; c < p->candidates->count; c++) {
		int first, count = grouped_find(&p->applications, p->candidates->at[c].ref, &first);
		p->stays[c] = who_stays(p, c);
		for (int i = first; i < first + count; i++)
			add_fate(p, &p->fates[p->stays[c]], p->applications.rows[i].record);
	}
}

/* ---- the day they go ------------------------------------------------------------------------------------------ */

/* The first day without them; DATE_OPEN: not yet to be said. */
static Date
day_of_going(const struct parting *p, const struct record *candidate, const struct fate *fate, enum keep_id *why)
{
	Date promised = { 0 };
	bool again = str_equal(said_text(TYPE_CANDIDATE, candidate, "keep_in_touch"), S("yes"));
	bool said = date_parse(said_text(TYPE_CANDIDATE, candidate, "remove_on"), &promised);
	*why = again ? KEEP_CANDIDATE_AGAIN : KEEP_CANDIDATE;
	if (fate->live)
		return DATE_OPEN;
	if (fate->started)
		return person_is_gone(p->in, said_text(TYPE_CANDIDATE, candidate, "colleague")) ? p->in->today : DATE_OPEN;
	if (fate->ended.day == 0 || (again && said))
		return said ? promised : DATE_OPEN;
	Date over = term_after(fate->ended, p->in->keeping->terms[*why]);
	return said && promised.day > fate->ended.day && promised.day < over.day ? promised : over;
}

/* ---- taking them away -------------------------------------------------------------------------------------------- */

/* What belongs to an application, and whether it goes whole. */
static const struct { enum type_id type; bool whole; } those[THOSE] = {
	{ TYPE_STEP, false }, { TYPE_SCORE, false }, { TYPE_VETTING, false }, { TYPE_ANSWER, true },
};

static void
empty_those_of(struct parting *p, int which, Str application)
{
	const struct records *records = &p->in->roster->council->of[those[which].type];
	int first, count = grouped_find(&p->those[which], application, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *row = p->those[which].rows[i].record;
		if (those[which].whole) {
			remove_row(p->in, records, row);
			continue;
		}
		empty_row(p->in, records, row);
		add_thing(p->in, records->type, row->ref);
	}
}

static void
empty_candidate(struct parting *p, const struct record *candidate)
{
	const struct records *applications = &p->in->roster->council->of[TYPE_APPLICATION];
	int first, count = grouped_find(&p->applications, candidate->ref, &first);
	p->in->plan->candidates++;
	empty_row(p->in, p->candidates, candidate);
	add_thing(p->in, p->candidates->type, candidate->ref);
	for (int i = first; i < first + count; i++) {
		const struct record *application = p->applications.rows[i].record;
		empty_row(p->in, applications, application);
		add_thing(p->in, applications->type, application->ref);
		for (int t = 0; t < THOSE; t++)
			empty_those_of(p, t, application->ref);
	}
}

static bool
is_gone(const struct parting *p, Str candidate)
{
	int first;
	return candidate.len && records_of(p->candidates, candidate, &first) > 0 && p->gone[first];
}

/* What ties a candidate to somebody else goes with the first of the two. */
static void
remove_ties(struct parting *p)
{
	static const struct { enum type_id type; const char *one, *other; } ties[] = {
		{ TYPE_INTEREST, "candidate", "candidate" }, { TYPE_CANDIDATE_APART, "candidate", "other" },
	};
	for (int t = 0; t < countof(ties); t++) {
		const struct records *records = &p->in->roster->council->of[ties[t].type];
		for (int i = 0; i < records->count; i++) {
			const struct record *tie = &records->at[i];
			if (is_gone(p, said_text(ties[t].type, tie, ties[t].one)) || is_gone(p, said_text(ties[t].type, tie, ties[t].other)))
				remove_row(p->in, records, tie);
		}
	}
}

static void
plan_answers(struct planning *in)
{
	const struct records *answers = in->keeping->answers;
	for (int i = 0; answers && i < answers->count; i++) {
		Date said;
		if (!date_parse(said_text(TYPE_CANDIDATE_EQUALITY, &answers->at[i], "answered_on"), &said))
			continue;
		Date last = term_after(said, in->keeping->terms[KEEP_CANDIDATE_EQUALITY]);
		if (last.day < in->today.day && !add_going(in, (struct going){ .why = KEEP_CANDIDATE_EQUALITY, .person = answers->at[i].ref,
			.ref = answers->at[i].ref, .from = said, .last = last })->held)
			remove_row(in, answers, &answers->at[i]);
	}
}

void
plan_candidates(struct planning *in)
{
	const struct council *council = in->roster->council;
	struct parting p = { .in = in, .candidates = &council->of[TYPE_CANDIDATE] };
	plan_answers(in);
	if (p.candidates->count == 0)
		return;
	for (int t = 0; t < THOSE; t++)
		p.those[t] = grouped_by(&council->of[those[t].type], S("application"), in->perm);
	p.applications = grouped_by(&council->of[TYPE_APPLICATION], S("candidate"), in->perm);
	p.stays = new(in->perm, p.candidates->count, int);
	p.fates = new(in->perm, p.candidates->count, struct fate);
	p.gone = new(in->perm, p.candidates->count, bool);
	read_fates(&p);
	for (int c = 0; c < p.candidates->count; c++) {
		const struct record *candidate = &p.candidates->at[c], *stays = &p.candidates->at[p.stays[c]];
		enum keep_id why;
		const struct fate *fate = &p.fates[p.stays[c]];
		Date day = day_of_going(&p, stays, fate, &why);
		Str person = said_text(TYPE_CANDIDATE, stays, "colleague");
		if (said_text(TYPE_CANDIDATE, candidate, "removed_on").len || day.day > in->today.day)
			continue;
		p.gone[c] = !add_going(in, (struct going){ .why = why, .person = person.len ? person : candidate->ref, .ref = candidate->ref,
			.from = fate->ended, .last = { day.day - 1 } })->held;
		if (p.gone[c])
			empty_candidate(&p, candidate);
	}
	remove_ties(&p);
}
