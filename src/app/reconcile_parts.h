/* reconcile_parts.h: what the pages of differences share. Private to app/. */
#ifndef APP_RECONCILE_PARTS_H
#define APP_RECONCILE_PARTS_H

#include "app/load_parts.h"
#include "app/reconcile.h"

struct judged { const struct disagreement *difference; const struct kept_decision *decision; Str facts; };

struct reconciling {
	struct own own;
	struct kept_list *lists;
	int list_count;
	struct kept_decision *decisions;
	int decision_count;
	const struct kept_list *of[SIDES];       /* which list stands for a side; NULL: none */
	struct load_work works[SIDE_RECORDS];
	struct judged *at;                       /* the undecided first */
	int count, undecided;
};

/* Reads the lists and judges every difference. False, with an answer that says why. */
bool reconciling_settle(struct reconciling *in, const struct world *world, const struct ask *ask,
                        struct answer *why, struct arena *perm);

/* What was filled in of a decision, and what is wrong with it. */
struct decision_form { Str side, said_by, why, until; Str side_error, said_error, why_error, until_error; };
/* The difference with this subject; NULL when it is not there any more. */
const struct judged *judged_of(const struct reconciling *in, Str subject);
struct answer show_difference(struct reconciling *in, const struct judged *judged, const struct decision_form *given,
                              enum outcome outcome);

/* The page of all, or of a kind, or of one subject, on the day asked about. */
Str href_of_difference(const struct reconciling *in, Str show, Str subject);
Str side_words(Str side);                    /* "Finance's list"; "They may differ" for "none" */

#endif
