/* outbox.h: carrying messages out of the store, one after the other, beside the requests or by a command.
 *
 * A message is taken (a write), carried without any transaction open, and what came of it is noted. What is refused
 * for now is tried again after a minute, then 5, 30, two hours and six; after the sixth time it is given up, with
 * words. What no try will help is given up at once. How often the same can go, and what a killed program leaves:
 * store/messages.h.
 */
#ifndef APP_OUTBOX_H
#define APP_OUTBOX_H

#include "mail/carrier.h"
#include "store/store.h"

enum { OUTBOX_TRIES = 6, OUTBOX_TAKES_SECONDS = 300 };

/* One message; `some` false: none is due, or as many went in the last minute as may. */
struct outbox_said { bool some; enum carried came; bool given_up; };
bool outbox_step(struct store *store, const struct carriage *carriage, int64_t now, struct outbox_said *said, struct arena *perm,
                 struct error *err);

/* A thread that does so as messages come. NULL with words when it cannot begin. */
struct outbox;
struct outbox *outbox_open(Str store_path, const struct carriage *carriage, struct error *err);
/* Waits for the one that is being carried. */
void outbox_close(struct outbox *outbox);

#endif
