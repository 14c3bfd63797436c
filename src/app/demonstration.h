/* demonstration.h: a made-up council (demo/demo.h) put into a store, and taken out again.
 *
 * Made-up people and real ones never stand in one council: a demonstration goes only where there are
 * no records at all, replaces only a demonstration, and is taken out before real lists are loaded.
 * That a council is one is a fact of its history: the newest deed "demonstration" stands and no
 * "demonstration-end" came after it.
 *
 * With the first come accounts to look round with (personas.h), while nothing real is in the store.
 */
#ifndef APP_DEMONSTRATION_H
#define APP_DEMONSTRATION_H

#include "app/app.h"

struct store;

struct demonstration {
	Str      area;               /* as somebody says it */
	uint64_t seed;
	bool     replace;            /* a demonstration that is there goes */
	bool     remove;             /* it goes, and none comes */
	bool     dry_run;            /* nothing is stored, nor any store asked */
	Str      actor;
	int64_t  now;                /* UTC seconds */
};

/* Does it. The document tells which published counts are met, and each that is not, with the reason. */
struct answer demonstrate(const struct world *world, const struct demonstration *wish,
                          struct arena *perm);

/* What records of a council are: for a page to say, and for whoever would load a real list to ask. */
enum council_kind { COUNCIL_EMPTY, COUNCIL_REAL, COUNCIL_MADE_UP };
bool council_kind_of(const struct world *world, Str authority, enum council_kind *kind,
                     struct arena *perm, struct error *err);

/* The same where a store is open, and within its transaction. */
bool council_kind_in(struct store *store, Str authority, enum council_kind *kind, struct arena *perm,
                     struct error *err);
/* Whether there are records, and all of them made up: then accounts of the demonstration, which have
 * no password, may sign in. */
bool councils_made_up(struct store *store, bool *all, struct arena *perm, struct error *err);

/* Whether anybody may look round without an account: in this council, or with an empty `authority` in
 * any. False where the store cannot say. */
bool demonstration_open(const struct world *world, Str authority, struct arena *perm);

#endif
