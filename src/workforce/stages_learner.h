/* stages_learner.h: how far a learner has come: one more table of moves for the engine of workforce/stages.h.
 *
 *     interested -select-> selected -begin-> learning -final-> final placement -qualify-> qualified
 *     (qualify may follow learning: returners and some routes have no final placement)
 *     selected -register-> registering -sponsor-> sponsored -visa-> visa granted -arrive-> arrived          from overseas
 *     (sponsor may follow selected; arrive may follow registering: not everybody needs a visa)
 *     qualified or arrived -offer-> post offered -join-> joined        (join without an offer: whose post is theirs already)
 *     x decline: interested, selected, post offered    x drop_out, x not_pass: learning, final placement
 *     x go_elsewhere: qualified, arrived, post offered  x not_come: selected until arrived
 *
 * Exits, marked x, need a reason. Who declined, dropped out or did not pass once may come again: as a new learner.
 */
#ifndef WORKFORCE_STAGES_LEARNER_H
#define WORKFORCE_STAGES_LEARNER_H

#include "workforce/stages.h"

enum learner_stage {
	LEARNER_INTERESTED, LEARNER_SELECTED, LEARNER_LEARNING, LEARNER_FINAL, LEARNER_QUALIFIED,
	LEARNER_REGISTERING, LEARNER_SPONSORED, LEARNER_VISA, LEARNER_ARRIVED, LEARNER_OFFERED, LEARNER_JOINED,
	LEARNER_DECLINED, LEARNER_DROPPED_OUT, LEARNER_NOT_PASSED, LEARNER_ELSEWHERE, LEARNER_NOT_COME,
	LEARNER_STAGES
};
enum learner_move {
	LEARNER_SELECT, LEARNER_BEGIN, LEARNER_BEGIN_FINAL, LEARNER_QUALIFY, LEARNER_REGISTER, LEARNER_SPONSOR,
	LEARNER_GRANT_VISA, LEARNER_ARRIVE, LEARNER_OFFER, LEARNER_JOIN, LEARNER_DECLINE, LEARNER_DROP_OUT, LEARNER_NOT_PASS,
	LEARNER_GO_ELSEWHERE, LEARNER_NOT_COMING, LEARNER_MOVES
};
extern const struct stages learner_stages;
extern const struct choice learner_moves[LEARNER_MOVES];
/* Whose move it is, in the words of this table: referees are the regulator and the Home Office. */
extern const Str learner_whose_words[WHOSE];

/* Moves of those who come from overseas only, and of those who learn here only; the others are anybody's. */
bool learner_move_overseas(enum learner_move move);
bool learner_move_here(enum learner_move move);

#endif
