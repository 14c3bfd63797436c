/* load_decided.h: a decision about a difference holds for the next list too. Private to app/. */
#ifndef APP_LOAD_DECIDED_H
#define APP_LOAD_DECIDED_H

#include "app/load_work.h"
#include "app/reconcile.h"

/* How a list differs from the records, and what was decided against it; NULL where nothing was. */
struct decided { struct disagreement *at; const struct kept_decision **by; int count; };

/* Before it is proposed: what was decided against the list is not taken from it, and the findings say so. */
void load_hold_decided(struct load_work *work, const struct roster *roster, Date today,
                       struct decided *decided, struct arena *perm);
/* After: a list of everybody does not end those of whom it was decided that the records are right. */
void load_keep_decided(struct load_work *work, const struct roster *r, const struct decided *decided,
                       struct arena *perm);

#endif
