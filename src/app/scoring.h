/* scoring.h: pages of panels and of scores.
 *
 * Whom a round's panel names reads and writes scores here and nowhere else: no list, file or program tells them (decision
 * 032). Until shortlisting is over an anonymous round tells its panel no name; what another assessor gave is told when all
 * have handed in. Whoever keeps candidates and is on no panel sees how far scoring is, and the order it comes to.
 */
#ifndef APP_SCORING_H
#define APP_SCORING_H

#include "app/app.h"

view show_scoring;           /* area: each application that waits for whoever asks, by round */
view show_sheet;             /* area, ref: an application; how "shortlisting" or "assessment": its score sheet */
view sheet_give;             /* area, ref, `sent`: score.CR-…, note.CR-…; do "keep" or "hand_in"; member on a command line */
view sheet_agree;            /* area, ref, `sent`: score.CR-…, note.CR-… that were agreed; of the chair */
view sheet_declare;          /* area, ref, `sent`: what: an interest in the candidate */
view show_rank;              /* area, ref: a round: who was assessed, by what it came to */
view feedback_record;        /* area, ref: a round; `sent`: application, given_on */
view show_panel;             /* area, ref: a round: who is on its panel, what is scored, who declared what */
view panel_member_add;       /* area, ref, `sent`: name, colleague, account, part, ... */
view panel_member_end;       /* area, ref, `sent`: member, left_on */
view panel_criterion_add;    /* area, ref, `sent`: part, name, most, needed, weight, ... */
view panel_interest_add;     /* area, ref, `sent`: member, candidate, what */

/* Whether a panel of the council that is held names whoever asks. */
bool may_score_somewhere(const struct ask *ask);

#endif
