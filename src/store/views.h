/* views.h: what was asked of a list, kept by name (sql/steps/...-views.sql).
 *
 * A view holds what an address holds and no record. One's own are given to nobody else; those without
 * an owner are the council's. Who may share, rename or take one away is judged above (app/).
 */
#ifndef STORE_VIEWS_H
#define STORE_VIEWS_H

#include "store/store.h"

enum { VIEW_NAME_MOST = 80, VIEWS_MOST = 200 };      /* of one owner in one council */

struct kept_view {
	int64_t number;              /* in its council, from 1 */
	Str  owner;                  /* an account; empty: the council */
	Str  type, name, made_by;    /* type: the record type's name, "post" */
	int64_t made_at;
	/* as in struct ask (app/app.h) */
	Str  query, unit, on, show, sort, columns;
};

/* Those of the account and the council's, in order of type and name, one's own first. */
bool store_views(struct store *store, Str authority, Str account, struct kept_view **views, int *count,
                 struct arena *perm, struct error *err);

/* Everybody's of a council: for a person's own data, and for nothing else. */
bool store_views_of_all(struct store *store, Str authority, struct kept_view **views, int *count,
                        struct arena *perm, struct error *err);

enum view_kept { VIEW_KEPT, VIEW_NAME_TAKEN, VIEW_ONE_TOO_MANY };
/* Keeps a new one and gives its number in it. */
bool store_view_keep(struct store *store, Str authority, struct kept_view *view, enum view_kept *kept,
                     struct error *err);
bool store_view_rename(struct store *store, Str authority, const struct kept_view *view, Str name,
                       enum view_kept *kept, struct error *err);
/* Nothing happens when it is gone already. */
bool store_view_forget(struct store *store, Str authority, int64_t number, struct error *err);

#endif
