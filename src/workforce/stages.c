/* stages.c: the tables of moves, one row a move. */
#include "workforce/stages.h"

#include <assert.h>

const Str whose_words[WHOSE] = {
	[OUR_MOVE] = STR("Us"), [THEIR_MOVE] = STR("The candidate"), [REFEREES_MOVE] = STR("Referees and others"), [NO_MOVE] = STR("Nobody"),
};

/* ---- the engine --------------------------------------------------------------------------------- */

int
stage_after(const struct stages *stages, int stage, int move)
{
	assert(stage >= 0 && stage < stages->count && move >= 0 && move < stages->move_count);
	return stages->moves[move].from >> stage & 1u ? stages->moves[move].to : -1;
}

int
move_find(const struct stages *stages, Str code)
{
	for (int m = 0; m < stages->move_count; m++)
		if (str_equal(stages->moves[m].code, code))
			return m;
	return -1;
}

uint32_t
stages_reached(const struct stages *stages)
{
	uint32_t reached = 1, before = 0;
	while (reached != before) {
		before = reached;
		for (int m = 0; m < stages->move_count; m++)
			if (stages->moves[m].from & reached)
				reached |= 1u << stages->moves[m].to;
	}
	return reached;
}

/* ---- applications -------------------------------------------------------------------------------- */

static const struct stage_row application_rows[APPLICATION_STAGES] = {
	[AT_RECEIVED]    = { STR("received"), STR("Received"), OUR_MOVE, false },
	[AT_LONGLISTED]  = { STR("longlisted"), STR("Longlisted"), OUR_MOVE, false },
	[AT_SHORTLISTED] = { STR("shortlisted"), STR("Shortlisted"), OUR_MOVE, false },
	[AT_INVITED]     = { STR("invited"), STR("Invited to assessment"), THEIR_MOVE, false },
	[AT_ASSESSED]    = { STR("assessed"), STR("Assessed"), OUR_MOVE, false },
	[AT_RESERVE]     = { STR("reserve"), STR("In reserve"), OUR_MOVE, false },
	[AT_CHOSEN]      = { STR("chosen"), STR("Chosen"), OUR_MOVE, false },
	[AT_OFFERED]     = { STR("offered"), STR("Offered, on conditions"), THEIR_MOVE, false },
	[AT_CHECKING]    = { STR("checking"), STR("Checks"), REFEREES_MOVE, false },
	[AT_CLEARED]     = { STR("cleared"), STR("Cleared, unconditional"), OUR_MOVE, false },
	[AT_AGREED]      = { STR("agreed"), STR("Start agreed"), THEIR_MOVE, false },
	[AT_STARTED]     = { STR("started"), STR("Started"), OUR_MOVE, false },
	[AT_INDUCTED]    = { STR("inducted"), STR("Inducted"), OUR_MOVE, false },
	[AT_CONFIRMED]   = { STR("confirmed"), STR("Confirmed"), NO_MOVE, true },
	[AT_REJECTED]    = { STR("rejected"), STR("Not chosen"), NO_MOVE, true },
	[AT_WITHDRAWN]   = { STR("withdrawn"), STR("Withdrew"), NO_MOVE, true },
	[AT_NO_SHOW]     = { STR("no_show"), STR("Did not come"), NO_MOVE, true },
	[AT_DECLINED]    = { STR("declined"), STR("Declined the offer"), NO_MOVE, true },
	[AT_FAILED]      = { STR("failed"), STR("Offer withdrawn after checks"), NO_MOVE, true },
	[AT_LEFT]        = { STR("left"), STR("Left in probation"), NO_MOVE, true },
};

#define AT(stage) (1u << AT_##stage)
#define BEFORE_CHOSEN (AT(RECEIVED) | AT(LONGLISTED) | AT(SHORTLISTED) | AT(INVITED) | AT(ASSESSED) | AT(RESERVE))
#define BEFORE_START (BEFORE_CHOSEN | AT(CHOSEN) | AT(OFFERED) | AT(CHECKING) | AT(CLEARED) | AT(AGREED))

static const struct move_row application_rules[APPLICATION_MOVES] = {
	[MOVE_LONGLIST]  = { STR("longlist"), STR("Longlist"), AT(RECEIVED), AT_LONGLISTED, false },
	[MOVE_SHORTLIST] = { STR("shortlist"), STR("Shortlist"), AT(RECEIVED) | AT(LONGLISTED), AT_SHORTLISTED, false },
	[MOVE_INVITE]    = { STR("invite"), STR("Invite to assessment"), AT(SHORTLISTED), AT_INVITED, false },
	[MOVE_ASSESS]    = { STR("assess"), STR("Record that they were assessed"), AT(INVITED), AT_ASSESSED, false },
	[MOVE_HOLD]      = { STR("hold"), STR("Hold in reserve"), AT(ASSESSED), AT_RESERVE, false },
	[MOVE_CHOOSE]    = { STR("choose"), STR("Choose"), AT(ASSESSED) | AT(RESERVE), AT_CHOSEN, false },
	[MOVE_OFFER]     = { STR("offer"), STR("Offer, on conditions"), AT(CHOSEN), AT_OFFERED, false },
	[MOVE_ACCEPT]    = { STR("accept"), STR("Record that they accepted"), AT(OFFERED), AT_CHECKING, false },
	[MOVE_CLEAR]     = { STR("clear"), STR("Make the offer unconditional"), AT(CHECKING), AT_CLEARED, false },
	[MOVE_AGREE]     = { STR("agree"), STR("Agree the start"), AT(CLEARED), AT_AGREED, false },
	[MOVE_START]     = { STR("start"), STR("Record the start"), AT(AGREED), AT_STARTED, false },
	[MOVE_INDUCT]    = { STR("induct"), STR("Record the induction as done"), AT(STARTED), AT_INDUCTED, false },
	[MOVE_CONFIRM]   = { STR("confirm"), STR("Confirm after probation"), AT(STARTED) | AT(INDUCTED), AT_CONFIRMED, false },
	[MOVE_REJECT]    = { STR("reject"), STR("Do not choose"), BEFORE_CHOSEN, AT_REJECTED, true },
	[MOVE_WITHDRAW]  = { STR("withdraw"), STR("Record that they withdrew"), BEFORE_START, AT_WITHDRAWN, true },
	[MOVE_NO_SHOW]   = { STR("no_show"), STR("Record that they did not come"), AT(INVITED), AT_NO_SHOW, true },
	[MOVE_DECLINE]   = { STR("decline"), STR("Record that they declined"), AT(OFFERED), AT_DECLINED, true },
	[MOVE_FAIL]      = { STR("fail"), STR("Withdraw the offer after a check"), AT(CHECKING), AT_FAILED, true },
	[MOVE_LEAVE]     = { STR("leave"), STR("Record that they left in probation"), AT(STARTED) | AT(INDUCTED), AT_LEFT, true },
};

const struct stages application_stages = {
	application_rows, APPLICATION_STAGES, application_rules, APPLICATION_MOVES
};

/* The moves as what a field may hold; what they do stands above. */
#define MOVED(move, code, words) [MOVE_##move] = { STR(code), STR(words) }
const struct choice application_moves[APPLICATION_MOVES] = {
	MOVED(LONGLIST, "longlist", "Longlisted"), MOVED(SHORTLIST, "shortlist", "Shortlisted"),
	MOVED(INVITE, "invite", "Invited to assessment"), MOVED(ASSESS, "assess", "Assessed"),
	MOVED(HOLD, "hold", "Held in reserve"), MOVED(CHOOSE, "choose", "Chosen"),
	MOVED(OFFER, "offer", "Offered, on conditions"), MOVED(ACCEPT, "accept", "Accepted"),
	MOVED(CLEAR, "clear", "Cleared"), MOVED(AGREE, "agree", "Start agreed"), MOVED(START, "start", "Started"),
	MOVED(INDUCT, "induct", "Inducted"), MOVED(CONFIRM, "confirm", "Confirmed"), MOVED(REJECT, "reject", "Not chosen"),
	MOVED(WITHDRAW, "withdraw", "Withdrew"), MOVED(NO_SHOW, "no_show", "Did not come"),
	MOVED(DECLINE, "decline", "Declined"), MOVED(FAIL, "fail", "Offer withdrawn after checks"),
	MOVED(LEAVE, "leave", "Left in probation"),
};

/* ---- checks -------------------------------------------------------------------------------------- */

static const struct stage_row check_rows[CHECK_STATES] = {
	[CHECK_NOT_STARTED] = { STR("not_started"), STR("Not started"), OUR_MOVE, false },
	[CHECK_REQUESTED]   = { STR("requested"), STR("Requested"), REFEREES_MOVE, false },
	[CHECK_CHASED]      = { STR("chased"), STR("Chased"), REFEREES_MOVE, false },
	[CHECK_RECEIVED]    = { STR("received"), STR("Received"), OUR_MOVE, false },
	[CHECK_CONCERN]     = { STR("concern"), STR("Concern"), OUR_MOVE, false },
	[CHECK_CLEARED]     = { STR("cleared"), STR("Cleared"), NO_MOVE, true },
	[CHECK_NOT_NEEDED]  = { STR("not_needed"), STR("Not needed"), NO_MOVE, true },
};

#define CHECK(state) (1u << CHECK_##state)

/* A cleared check comes back to life when what was seen has expired, or a concern is found late. */
static const struct move_row check_rules[] = {
	{ STR("requested"), STR("Request"), CHECK(NOT_STARTED) | CHECK(RECEIVED) | CHECK(CLEARED) | CHECK(NOT_NEEDED),
	  CHECK_REQUESTED, false },
	{ STR("chased"), STR("Chase"), CHECK(REQUESTED) | CHECK(CHASED), CHECK_CHASED, false },
	{ STR("received"), STR("Record what came"), CHECK(NOT_STARTED) | CHECK(REQUESTED) | CHECK(CHASED), CHECK_RECEIVED, false },
	{ STR("concern"), STR("Record a concern"), CHECK(RECEIVED) | CHECK(CLEARED), CHECK_CONCERN, false },
	{ STR("cleared"), STR("Clear"), CHECK(RECEIVED) | CHECK(CONCERN), CHECK_CLEARED, false },
	{ STR("not_needed"), STR("Mark as not needed"), CHECK(NOT_STARTED) | CHECK(REQUESTED) | CHECK(CHASED), CHECK_NOT_NEEDED,
	  true },
};

const struct stages check_stages = { check_rows, CHECK_STATES, check_rules, (int)countof(check_rules) };

const struct choice check_states[CHECK_STATES] = {
	[CHECK_NOT_STARTED] = { STR("not_started"), STR("Not started") }, [CHECK_REQUESTED] = { STR("requested"), STR("Requested") },
	[CHECK_CHASED] = { STR("chased"), STR("Chased") }, [CHECK_RECEIVED] = { STR("received"), STR("Received") },
	[CHECK_CONCERN] = { STR("concern"), STR("Concern") }, [CHECK_CLEARED] = { STR("cleared"), STR("Cleared") },
	[CHECK_NOT_NEEDED] = { STR("not_needed"), STR("Not needed") },
};
