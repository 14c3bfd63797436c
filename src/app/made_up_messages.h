/* made_up_messages.h: an outbox for a demonstration: some sent, some that wait, one that failed. Private to app/.
 */
#ifndef APP_MADE_UP_MESSAGES_H
#define APP_MADE_UP_MESSAGES_H

#include "app/app.h"
#include "store/store.h"
#include "workforce/types.h"

struct made_up_box { const struct world *world; const struct area *place; const struct council *council; Str actor; int64_t now; };
/* In the open transaction: about the applications of a council that was made up, as its last day was. */
bool made_up_messages(struct store *store, const struct made_up_box *box, struct arena *perm, struct error *err);

#endif
