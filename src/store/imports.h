/* imports.h: what users bring, kept: releases of published figures and councils' own series.
 *
 * Each import is one load: who, when, which file, its hash. The same bytes twice change nothing. A
 * load can be undone, which ends it without erasing it.
 */
#ifndef STORE_IMPORTS_H
#define STORE_IMPORTS_H

#include "measure/own_series.h"
#include "store/store.h"

struct load {
	int64_t id;
	Str kind;                    /* "release" or "series" */
	Str file, sha256;
	Str about;                   /* "2026", or "leicestershire: 24 figures" */
	int64_t at;                  /* UTC seconds */
	bool undone;
	Str undone_at;               /* "2026-11-23 21:31:00", UTC, by the store's clock; or empty */
};
struct loads { struct load *at; int count; };

/* Saves a release in the project's own format. `*already` when the same bytes are there. */
bool store_release_save(struct store *store, Str text, const struct load *load, bool *already,
                        struct error *err);
bool store_series_save(struct store *store, const struct published *p, const struct own_series *series,
                       const struct load *load, bool *already, struct error *err);
/* Adds every kept release to `p`, oldest load first. */
bool store_releases_read(struct store *store, struct published *p, struct arena *perm,
                         struct error *err);
/* Points of areas that are no longer known are left out and counted. */
bool store_series_read(struct store *store, const struct published *p, struct own_series *series,
                       int *left_out, struct arena *perm, struct error *err);
bool store_loads(struct store *store, struct loads *loads, struct arena *perm, struct error *err);
bool store_load_undo(struct store *store, int64_t id, struct error *err);

#endif
