/* keeper.h: stores that are open, and councils' records in memory.
 *
 * Everything about one council fits in memory, so its records are read once and kept with their
 * roster until somebody changes them: each asking costs one quick question, whether the stamp is
 * still the same. What a view reads never changes under it: a change makes a new copy, and the old
 * one goes when the last reader has let go of it. Shared by all threads of a server.
 */
#ifndef APP_KEEPER_H
#define APP_KEEPER_H

#include "app/app.h"
#include "store/store.h"
#include "workforce/roster.h"

/* One council's records as they were at one moment. */
struct held {
	struct council council;
	struct roster  roster;
	bool made_up;                /* a demonstration: its people do not exist */
	int64_t reading;             /* which reading of the store this is; no two of a keeper are alike. 0: of none */
};

/* NULL, with words, when the store cannot be opened. */
struct keeper *keeper_open(Str store_path, struct error *err);
void keeper_close(struct keeper *keeper);

/* The council's records as they are now, until let go; `*held` NULL when it has none. */
bool keeper_hold(struct keeper *keeper, Str authority, const struct held **held, struct error *err);
void keeper_let_go(struct keeper *keeper, const struct held *held);

/* What is kept beside the records (kept.h), or NULL. */
struct kept *keeper_kept(struct keeper *keeper);

/* A store for one's own use, until given back. One that failed is closed instead of kept. */
struct store *keeper_borrow(struct keeper *keeper, struct error *err);
void keeper_give_back(struct keeper *keeper, struct store *store, bool sound);

#endif
