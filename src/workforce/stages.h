/* stages.h: how far an application, a check or a learner has come: tables of moves, and one engine.
 *
 * A thing that passes stages begins in stage 0. A move takes it from any of the stages of `from` (bits) to `to`; what no
 * row allows does not happen, by whichever way it is asked for: a page, a list, a program, many at once. A move may need
 * a reason. `whose` is whose move it is while a thing stands in a stage: the question of every board.
 *
 * An application, with its moves (exits, marked x, need a reason):
 *
 *     received -longlist-> longlisted -shortlist-> shortlisted -invite-> invited -assess-> assessed -choose-> chosen
 *     (shortlist may follow received; hold puts assessed in reserve, choose takes it out)
 *     chosen -offer-> offered -accept-> checking -clear-> cleared -agree-> agreed -start-> started -induct-> inducted
 *     -confirm-> confirmed
 *     x reject: until chosen   x withdraw: until agreed   x no_show: invited   x decline: offered
 *     x fail: checking         x leave: started, inducted (probation was not passed)
 *
 * A check: not started, requested, chased, received, concern, cleared; or not needed, with why. A learner: see
 * types_supply.h.
 */
#ifndef WORKFORCE_STAGES_H
#define WORKFORCE_STAGES_H

#include "register/field.h"

enum whose { OUR_MOVE, THEIR_MOVE, REFEREES_MOVE, NO_MOVE, WHOSE };
extern const Str whose_words[WHOSE];         /* "Us", "The candidate", ... */

struct stage_row { Str code, words; enum whose whose; bool ended; };
struct move_row { Str code, words; uint32_t from; int to; bool reasoned; };
struct stages {
	const struct stage_row *rows;
	int count;
	const struct move_row *moves;
	int move_count;
};

/* Where a move takes something that stands in `stage`; -1: nowhere. `move`: its number in the table. */
int stage_after(const struct stages *stages, int stage, int move);
int move_find(const struct stages *stages, Str code);        /* -1: there is none */
/* Which stages can be reached from stage 0, as bits. */
uint32_t stages_reached(const struct stages *stages);

enum application_stage {
	AT_RECEIVED, AT_LONGLISTED, AT_SHORTLISTED, AT_INVITED, AT_ASSESSED, AT_RESERVE, AT_CHOSEN, AT_OFFERED, AT_CHECKING,
	AT_CLEARED, AT_AGREED, AT_STARTED, AT_INDUCTED, AT_CONFIRMED,
	AT_REJECTED, AT_WITHDRAWN, AT_NO_SHOW, AT_DECLINED, AT_FAILED, AT_LEFT,
	APPLICATION_STAGES
};
enum application_move {
	MOVE_LONGLIST, MOVE_SHORTLIST, MOVE_INVITE, MOVE_ASSESS, MOVE_HOLD, MOVE_CHOOSE, MOVE_OFFER, MOVE_ACCEPT, MOVE_CLEAR,
	MOVE_AGREE, MOVE_START, MOVE_INDUCT, MOVE_CONFIRM, MOVE_REJECT, MOVE_WITHDRAW, MOVE_NO_SHOW, MOVE_DECLINE, MOVE_FAIL,
	MOVE_LEAVE, APPLICATION_MOVES
};
extern const struct stages application_stages;
extern const struct choice application_moves[APPLICATION_MOVES];

enum check_state {
	CHECK_NOT_STARTED, CHECK_REQUESTED, CHECK_CHASED, CHECK_RECEIVED, CHECK_CONCERN, CHECK_CLEARED, CHECK_NOT_NEEDED,
	CHECK_STATES
};
extern const struct stages check_stages;     /* a move has the code of the state it leads to */
extern const struct choice check_states[CHECK_STATES];

#endif
