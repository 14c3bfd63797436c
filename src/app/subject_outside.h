/* subject_outside.h: what somebody who is no colleague may ask about themselves: a candidate, a learner.
 *
 * They have no account, so the HR lead answers them with this page, or its file. It has all that is kept of them, whichever
 * of their records was asked for: every record of one candidate, their applications with what they wrote, steps, checks, scores
 * and notes, what panel members have to do with them, whom they were told apart from, messages, what they said for
 * equality monitoring, their way as a learner, every change, and who looked.
 *
 * Never anybody else's: who assessed, taught, referred or stands as a referee is withheld whole; in what others wrote,
 * and in reasons, words that are somebody else's name here are withheld by themselves. Scores that a panel has not
 * finished are told by number: they are the candidate's, once the panel has agreed. What was said for equality monitoring with
 * an application that is on its way is given from the command line alone, since an HR lead may choose too.
 */
#ifndef APP_SUBJECT_OUTSIDE_H
#define APP_SUBJECT_OUTSIDE_H

#include "app/app.h"

view show_candidate_data;    /* area, ref of a candidate */
view show_learner_data;      /* area, ref of a learner */

/* Whether the viewer answers such requests. */
bool answers_outside(const struct ask *ask);

#endif
