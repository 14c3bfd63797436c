/* personas.h: accounts to look round a made-up council with: no password, one duty each. Private to
 * app/. They are there only while every council of the store is made up.
 */
#ifndef APP_PERSONAS_H
#define APP_PERSONAS_H

#include "store/accounts.h"
#include "workforce/roster.h"

/* Makes them anew from a council's people, or changes those that are there. */
bool personas_put(struct store *store, const struct roster *roster, Str council, struct by by,
                  struct arena *perm, struct error *err);
/* They can sign in no more. */
bool personas_end(struct store *store, Str authority, struct by by, struct arena *perm,
                  struct error *err);

#endif
