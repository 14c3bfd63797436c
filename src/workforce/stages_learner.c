/* stages_learner.c: the table of a learner's moves, one row a move. */
#include "workforce/stages_learner.h"

const Str learner_whose_words[WHOSE] = {
	[OUR_MOVE] = STR("Us"), [THEIR_MOVE] = STR("The learner"), [REFEREES_MOVE] = STR("Social Work England or the Home Office"),
	[NO_MOVE] = STR("Nobody"),
};

static const struct stage_row rows[LEARNER_STAGES] = {
	[LEARNER_INTERESTED]  = { STR("interested"), STR("Interested"), OUR_MOVE, false },
	[LEARNER_SELECTED]    = { STR("selected"), STR("Selected"), OUR_MOVE, false },
	[LEARNER_LEARNING]    = { STR("learning"), STR("Learning"), THEIR_MOVE, false },
	[LEARNER_FINAL]       = { STR("final"), STR("Final placement"), THEIR_MOVE, false },
	[LEARNER_QUALIFIED]   = { STR("qualified"), STR("Qualified"), OUR_MOVE, false },
	[LEARNER_REGISTERING] = { STR("registering"), STR("Registering with Social Work England"), REFEREES_MOVE, false },
	[LEARNER_SPONSORED]   = { STR("sponsored"), STR("Sponsored"), REFEREES_MOVE, false },
	[LEARNER_VISA]        = { STR("visa"), STR("Visa granted"), THEIR_MOVE, false },
	[LEARNER_ARRIVED]     = { STR("arrived"), STR("Arrived"), OUR_MOVE, false },
	[LEARNER_OFFERED]     = { STR("offered"), STR("Post offered"), THEIR_MOVE, false },
	[LEARNER_JOINED]      = { STR("joined"), STR("Joined"), NO_MOVE, true },
	[LEARNER_DECLINED]    = { STR("declined"), STR("Declined"), NO_MOVE, true },
	[LEARNER_DROPPED_OUT] = { STR("dropped_out"), STR("Dropped out"), NO_MOVE, true },
	[LEARNER_NOT_PASSED]  = { STR("not_passed"), STR("Did not pass"), NO_MOVE, true },
	[LEARNER_ELSEWHERE]   = { STR("elsewhere"), STR("Went elsewhere"), NO_MOVE, true },
	[LEARNER_NOT_COME]    = { STR("not_come"), STR("Did not come"), NO_MOVE, true },
};

#define AT(stage) (1u << LEARNER_##stage)
#define ON_THE_COURSE (AT(LEARNING) | AT(FINAL))
#define READY (AT(QUALIFIED) | AT(ARRIVED))
#define ON_THE_WAY (AT(SELECTED) | AT(REGISTERING) | AT(SPONSORED) | AT(VISA))

static const struct move_row moves[LEARNER_MOVES] = {
	[LEARNER_SELECT]      = { STR("select"), STR("Select"), AT(INTERESTED), LEARNER_SELECTED, false },
	[LEARNER_BEGIN]       = { STR("begin"), STR("Record that they began"), AT(SELECTED), LEARNER_LEARNING, false },
	[LEARNER_BEGIN_FINAL] = { STR("final"), STR("Record that the final placement began"), AT(LEARNING), LEARNER_FINAL, false },
	[LEARNER_QUALIFY]     = { STR("qualify"), STR("Record that they qualified"), ON_THE_COURSE, LEARNER_QUALIFIED, false },
	[LEARNER_REGISTER]    = { STR("register"), STR("Record that registration was asked for"), AT(SELECTED),
	                          LEARNER_REGISTERING, false },
	[LEARNER_SPONSOR]     = { STR("sponsor"), STR("Record the certificate of sponsorship"), AT(SELECTED) | AT(REGISTERING),
	                          LEARNER_SPONSORED, false },
	[LEARNER_GRANT_VISA]  = { STR("visa"), STR("Record the visa"), AT(SPONSORED), LEARNER_VISA, false },
	[LEARNER_ARRIVE]      = { STR("arrive"), STR("Record that they arrived"), AT(REGISTERING) | AT(SPONSORED) | AT(VISA),
	                          LEARNER_ARRIVED, false },
	[LEARNER_OFFER]       = { STR("offer"), STR("Offer a post"), READY, LEARNER_OFFERED, false },
	[LEARNER_JOIN]        = { STR("join"), STR("Record that they joined"), READY | AT(OFFERED), LEARNER_JOINED, false },
	[LEARNER_DECLINE]     = { STR("decline"), STR("Record that they declined"), AT(INTERESTED) | AT(SELECTED) | AT(OFFERED),
	                          LEARNER_DECLINED, true },
	[LEARNER_DROP_OUT]    = { STR("drop_out"), STR("Record that they dropped out"), ON_THE_COURSE, LEARNER_DROPPED_OUT, true },
	[LEARNER_NOT_PASS]    = { STR("not_pass"), STR("Record that they did not pass"), ON_THE_COURSE, LEARNER_NOT_PASSED, true },
	[LEARNER_GO_ELSEWHERE] = { STR("go_elsewhere"), STR("Record that they went elsewhere"), READY | AT(OFFERED),
	                          LEARNER_ELSEWHERE, true },
	[LEARNER_NOT_COMING]  = { STR("not_come"), STR("Record that they do not come"), ON_THE_WAY, LEARNER_NOT_COME, true },
};

const struct stages learner_stages = { rows, LEARNER_STAGES, moves, LEARNER_MOVES };

/* The moves as what a field may hold; what they do stands above. */
#define MOVED(move, code, words) [LEARNER_##move] = { STR(code), STR(words) }
const struct choice learner_moves[LEARNER_MOVES] = {
	MOVED(SELECT, "select", "Selected"), MOVED(BEGIN, "begin", "Began"), MOVED(BEGIN_FINAL, "final", "Began the final placement"),
	MOVED(QUALIFY, "qualify", "Qualified"), MOVED(REGISTER, "register", "Asked for registration"),
	MOVED(SPONSOR, "sponsor", "Sponsored"), MOVED(GRANT_VISA, "visa", "Visa granted"), MOVED(ARRIVE, "arrive", "Arrived"),
	MOVED(OFFER, "offer", "Post offered"), MOVED(JOIN, "join", "Joined"), MOVED(DECLINE, "decline", "Declined"),
	MOVED(DROP_OUT, "drop_out", "Dropped out"), MOVED(NOT_PASS, "not_pass", "Did not pass"),
	MOVED(GO_ELSEWHERE, "go_elsewhere", "Went elsewhere"), MOVED(NOT_COMING, "not_come", "Did not come"),
};

bool
learner_move_overseas(enum learner_move move)
{
	return move >= LEARNER_REGISTER && move <= LEARNER_ARRIVE;
}

bool
learner_move_here(enum learner_move move)
{
	return move >= LEARNER_BEGIN && move <= LEARNER_QUALIFY;
}
