/* served.h: a small council served without a socket, and somebody signed in who looks at its pages. It is 24 November
 * 2025. main begins with stores_begin (stores.h).
 */
#ifndef TEST_SERVED_H
#define TEST_SERVED_H

#include "stores.h"
#include "asking.h"
#include "councils.h"
#include "signed_in.h"

#include "store/records.h"

#define NOW INT64_C(1764000000)

/* To be ended with site_close(it.site). */
struct served { Str path; struct site *site; };

/* Adds the records of these lines (councils.h) to Walsall's. */
static inline void
served_add(const struct served *it, const char *lines, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	struct council *council = council_of(lines, perm);
	struct store *store = store_open(it->path, &err);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record record = council->of[t].at[i];
			record.id = record.version = 0;
			changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[t], .after = record });
		}
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("edit"), .object = S("all"), .at = NOW };
	int64_t seq;
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	store_close(store);
}

/* Walsall, with the records of these lines. */
static inline struct served
served_of(const char *lines, struct arena *perm)
{
	static int sites;
	struct error err = { "" };
	struct served it = { str_format(perm, "%s/served%d.db", stores_folder, ++sites), new(perm, 1, struct site) };
	check(site_open(it.site, it.path, S(""), &err));
	it.site->port = ASKING_PORT;
	served_add(&it, lines, perm);
	return it;
}

/* With one duty in all of it. */
static inline struct browser
somebody(const struct served *it, enum duty duty, struct arena *perm)
{
	struct visitor one = signed_in_as(it->path, duty, S("walsall"), perm);
	return (struct browser){ .site = it->site, .now = NOW, .session = one.secret, .known = S(""),
		.token = one.token };
}

/* The page's body, whose status must be this. */
static inline Str
page(struct browser *who, const char *target, int status, struct arena *perm)
{
	struct reply reply = browse(who, target, perm);
	if (reply.status != status)
		printf("%s: %d, wants %d\n", target, reply.status, status);
	check_int(reply.status, status);
	return reply.body;
}

#endif
