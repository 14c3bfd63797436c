/* returns.h: statutory returns as they were sent.
 *
 * What was sent is kept whole and never changed: the file, its SHA-256, who sent it when, and what was
 * found and noted at that moment. A correction is the next version of the same year's. The file goes when its
 * term is over (workforce/retention.h); that it was sent, with its fingerprint, stays.
 */
#ifndef STORE_RETURNS_H
#define STORE_RETURNS_H

#include "base/date.h"
#include "store/accounts.h"

struct kept_return {
	Str  kind;                   /* "census" */
	int  year, version;          /* version: given by the store, from 1 */
	Str  file, sha256, actor;
	Date sent_on;
	int64_t kept_at;
	Str  why;
	int  errors, queries, workers;
	bool file_there;
};
/* What stands beside the row, and goes with its term. Findings and notes are CSV. */
struct return_content { Str bytes, findings, notes; };

/* Keeps it as the next version and gives that; with an entry "return.sent" of the audit in the same transaction.
 * When the newest version of the year has the same bytes, gives that one, and keeps nothing. */
struct return_given { int version; bool already; };
bool store_return_keep(struct store *store, Str authority, const struct kept_return *kept,
                       const struct return_content *content, struct return_given *given,
                       struct arena scratch, struct error *err);

/* All of a kind, newest year first and newest version first. */
bool store_returns(struct store *store, Str authority, Str kind, struct kept_return **kept, int *count,
                   struct arena *perm, struct error *err);
/* One; version 0: the newest of the year. `kept->version` is 0 when there is none. */
bool store_return(struct store *store, Str authority, struct kept_return *kept, struct arena *perm,
                  struct error *err);
/* False with words when the file is gone. */
bool store_return_content(struct store *store, Str authority, const struct kept_return *kept,
                          struct return_content *content, struct arena *perm, struct error *err);

/* Takes away the contents of returns sent before a day; gives how many. In the transaction that is open. */
bool store_returns_go(struct store *store, Str authority, Date before, struct error *err);
/* How many those are. */
bool store_returns_old(struct store *store, Str authority, Date before, int *count, struct error *err);

#endif
