/* who.h: the person behind a session or an API token.
 */
#ifndef APP_WHO_H
#define APP_WHO_H

#include "app/app.h"
#include "store/accounts.h"

struct who {
	Str  secret;                 /* in: as the cookie or the header has it */
	bool key;                    /* in: an API token; else a session */
	bool known;                  /* out: there is one, and it has not ended: `seen` says whose */
	struct seen seen;
};
bool who_asks(const struct world *world, struct who *who, int64_t now, Date today, struct arena *perm,
              struct error *err);

#endif
