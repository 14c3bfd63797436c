/* rules_steps.c: steps of applications that the table of moves allows, in their turns and days; checks before an offer
 * stands. What panels and scores allow: rules_scores.c. */
#include "workforce/rules_hiring.h"

#define value_of hiring_value

/* ---- the steps of an application ------------------------------------------------------------------- */

static struct passage
passage_of(const struct hiring *h)
{
	return (struct passage){ h->in, &application_stages, application_moves, TYPE_STEP, &h->steps, S("application") };
}

void
steps_check(struct hiring *h, Str ref)
{
	const struct record *application = hiring_record(h, TYPE_APPLICATION, ref);
	bool *walked = application ? &h->walked[application - h->in->after->of[TYPE_APPLICATION].at] : NULL;
	if (!walked || *walked)
		return;
	const struct passage passage = passage_of(h);
	Date begins = { 0 };
	*walked = true;
	(void)date_parse(said_text(TYPE_APPLICATION, application, "received_on"), &begins);
	passage_check(&passage, ref, begins);
}

int
stage_reached(struct hiring *h, Str application)
{
	const struct passage passage = passage_of(h);
	return passage_reached(&passage, application);
}

/* ---- one step --------------------------------------------------------------------------------------- */

/* Checks that are neither cleared nor not needed; and kinds of which there is none. */
static int
checks_open(const struct hiring *h, Str application)
{
	int open = 0, first, count = grouped_find(&h->checks, application, &first);
	bool there[CHECK_KINDS] = { false };
	for (int i = first; i < first + count; i++) {
		Str state = said_text(TYPE_VETTING, h->checks.rows[i].record, "state");
		Str kind = said_text(TYPE_VETTING, h->checks.rows[i].record, "kind");
		open += !str_equal(state, S("cleared")) && !str_equal(state, S("not_needed"));
		for (int k = 0; k < CHECK_KINDS; k++)
			there[k] |= str_equal(check_kinds[k].code, kind);
	}
	for (int k = 0; k < CHECK_KINDS; k++)
		open += !there[k];
	return open;
}

/* What an application must hold before a step. */
static const struct { enum application_move move; const char *field; Str wrong, mend; } needs[] = {
	{ MOVE_OFFER, "requisition", STR("it offers no seat"), STR("say which approved requisition is offered") },
	{ MOVE_AGREE, "starts_on", STR("no day is agreed"), STR("say on which day they start") },
	{ MOVE_START, "spell", STR("nobody is in post for it"), STR("record the start, which makes the time in post") },
};

void
step_check(struct hiring *h, const struct change *change)
{
	struct ruling *in = h->in;
	const struct record *application = hiring_record(h, TYPE_APPLICATION, value_of(change, "application"));
	int move = move_find(&application_stages, value_of(change, "move"));
	if (!application || move < 0)
		return;
	steps_check(h, application->ref);
	step_scored(h, change, application, (enum application_move)move);
	if (application_stages.moves[move].reasoned && !value_of(change, "reason").len)
		rule_breaks(in, RULE_STEP, change->after.ref, S("it gives no reason"), S("say why"));
	for (int i = 0; i < countof(needs); i++)
		if ((int)needs[i].move == move && !said_text(TYPE_APPLICATION, application, needs[i].field).len)
			rule_breaks(in, RULE_STEP, change->after.ref, needs[i].wrong, needs[i].mend);
	seat_check(h, application, change->after.ref);
	if (move == MOVE_OFFER || move == MOVE_START)
		seat_open_check(h, change, application, move == MOVE_START);
	int open = move == MOVE_CLEAR ? checks_open(h, application->ref) : 0;
	if (open > 0)
		rule_breaks(in, RULE_CHECKS_FIRST, change->after.ref, str_format(in->perm, "%d of the checks %s not cleared", open,
			open == 1 ? "is" : "are"), S("clear each of them, or say why it is not needed"));
	induction_check(in, (enum application_move)move, said_text(TYPE_APPLICATION, application, "spell"), change->after.ref);
}

void
step_gone(struct hiring *h, const struct change *change)
{
	Str application = record_value(change->type, &change->before, S("application"));
	steps_check(h, application);
	seat_check(h, hiring_record(h, TYPE_APPLICATION, application), change->before.ref);
}

/* ---- checks ----------------------------------------------------------------------------------------------- */

static int
state_of(const struct change *change, const struct record *record)
{
	Str code = record_value(change->type, record, S("state"));
	for (int s = 0; s < CHECK_STATES; s++)
		if (str_equal(check_states[s].code, code))
			return s;
	return CHECK_NOT_STARTED;
}

/* A check goes by the table; one that is new may be in any of its states, as a list from another system has it. */
void
vetting_check(struct hiring *h, const struct change *change)
{
	struct ruling *in = h->in;
	int after = state_of(change, &change->after);
	int before = change->kind == ALTER ? state_of(change, &change->before) : after;
	int move = move_find(&check_stages, check_states[after].code);
	if (before != after && (move < 0 || stage_after(&check_stages, before, move) < 0))
		rule_breaks(in, RULE_CHECK, change->after.ref, str_format(in->perm, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d",
			STR_ARG(check_states[after].words), STR_ARG(check_states[before].words)), S("record what came in between"));
	if (after == CHECK_NOT_NEEDED && !value_of(change, "not_needed_why").len)
		rule_breaks(in, RULE_CHECK, change->after.ref, S("it is not needed, and nothing says why"), S("say why"));
	if (after == CHECK_CLEARED && (!value_of(change, "cleared_on").len || !value_of(change, "seen_by").len))
		rule_breaks(in, RULE_CHECK, change->after.ref, S("it is cleared, by nobody or on no day"),
		            S("say who saw it, and when"));
}
