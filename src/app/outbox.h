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

/* The second half of it, of one that was taken. */
struct taken_message;
bool outbox_carry_taken(struct store *store, const struct carriage *carriage, const struct taken_message *taken, int64_t now,
                        struct outbox_said *said, struct arena *perm, struct error *err);

/* Takes away letters in a folder whose candidates have gone; `*count`: how many were looked for. Whoever carries does so too. */
bool outbox_tidy(struct store *store, Str folder, int *count, struct arena *perm, struct error *err);
/* Where letters are or were put: the folder that was told, else the one beside the store. */
Str outbox_folder(Str store_path, const struct carriage *carriage, struct arena *perm);

/* A thread that does so as messages come. NULL with words when it cannot begin. */
struct outbox;
struct outbox *outbox_open(Str store_path, const struct carriage *carriage, struct error *err);
/* Waits for the one that is being carried. */
void outbox_close(struct outbox *outbox);

#endif
