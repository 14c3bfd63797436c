/* incoming.h: a file on its way into the store, and what each kind of file does on the way.
 * Private to app/.
 */
#ifndef APP_INCOMING_H
#define APP_INCOMING_H

#include "app/app.h"

/* A file on its way in. */
struct incoming {
	const struct world  *world;
	const struct import *import;
	struct findings      found;
	struct arena        *perm;
	struct load          load;
	Str                  text;             /* a release in the project's format */
	struct own_series    series;
	struct pair          pairs[10];        /* the receipt */
	int                  pair_count;
	bool                 already;
};

/* Reads and checks a file, and fills its load, content and receipt; false after a MISTAKE. */
typedef bool incoming_take(struct incoming *in);
/* Keeps it, whole or not at all. */
typedef bool incoming_keep(struct store *store, struct incoming *in, struct error *err);

incoming_take take_release;          /* import_release.c */
incoming_keep keep_release;
incoming_take take_series;           /* import_series.c */
incoming_keep keep_series;

/* A line of the receipt. */
void receipt(struct incoming *in, Str key, Str value);
/* A MISTAKE about the whole file. Always false. */
bool whole_file(struct incoming *in, Str code, Str wrong, Str mend);

#endif
