/* drafts.h: applications that somebody is still writing on the public form.
 *
 * They stand outside the register: no history, no audit of what was typed, and they go whole. A draft is opened by a
 * key, of which only the hash is here: the cookie of a browser (there may be several), or the one code to come back
 * with. What was typed is kept as it was typed, a text a name, until the application is sent; then only its ref is left,
 * so that whoever sent it can see how far it is.
 *
 * A draft goes so many days after it was last changed, or after its round closed, whichever is first; one that was sent
 * so many after that. How many are terms of recruitment (workforce/types_applied.h), and what they were when it was
 * last changed holds. Source: UK GDPR, article 5(1)(e), no longer than is needed to finish; the days are ours and then
 * the council's (docs/decisions/033-drafts-of-applications.md). What is past its day is not there, whether or not it was taken away.
 */
#ifndef STORE_DRAFTS_H
#define STORE_DRAFTS_H

#include "store/store.h"

struct draft {
	int64_t number;
	Str authority, round;
	int64_t changed_at, removed_at;      /* UTC seconds */
	int64_t saved;                       /* another number after each save */
	Str application;                     /* the ref of what was sent; empty: it was not */
};
enum draft_key { DRAFT_BROWSER, DRAFT_CODE };
/* A key of one kind, as its hash. */
struct draft_lock { enum draft_key kind; Str hash; };
struct draft_text { Str name, value; };
struct draft_texts { struct draft_text *at; int count; };
Str draft_text_of(const struct draft_texts *texts, Str name);        /* empty: nothing was typed */

/* When it goes that was changed at `now` and whose round closes on a day (day 0: on none). */
struct draft_days { int kept, after_closing; };
int64_t draft_end(int64_t now, Date closes, struct draft_days days);

/* Inside a transaction of draft_transaction: begins one; `draft->number` is given here. */
bool drafts_begin(struct store *store, struct error *err);
bool draft_add(struct store *store, struct draft *draft, int64_t now, struct error *err);
/* A code takes the place of the one before it; browsers add up. */
bool draft_lock_add(struct store *store, int64_t number, struct draft_lock lock, struct error *err);
/* The key of a browser is forgotten. Harmless when there is none. */
bool draft_lock_drop(struct store *store, struct draft_lock lock, struct error *err);
/* False, with words, when it was sent: what was sent does not go with its draft. */
bool draft_remove(struct store *store, int64_t number, struct error *err);
/* All that are past their day. */
bool drafts_remove_old(struct store *store, int64_t now, struct error *err);
/* Keeps texts beside those that are there; or nothing: there were `most` in this hour, or it is no draft any more, since it was
 * sent or removed a moment ago. */
struct draft_saving { int64_t number, now, removed_at; int most; };
enum draft_saved { DRAFT_SAVED, DRAFT_TOO_OFTEN, DRAFT_OVER };
bool draft_save(struct store *store, const struct draft_saving *saving, const struct draft_texts *texts,
                enum draft_saved *saved, struct error *err);
/* It was sent as it was read: inside the transaction that stores the application. False, with words, when it was sent
 * already, or something was saved since: what somebody was told is kept would go unsent. */
struct draft_sending { Str application; int64_t now, removed_at; };
bool draft_sent(struct store *store, const struct draft *draft, const struct draft_sending *sending, struct error *err);

/* The draft that a key opens; not found: unknown, or past its day. */
bool draft_open(struct store *store, struct draft_lock lock, int64_t now, struct draft *draft, bool *found,
                struct arena *perm, struct error *err);
bool draft_texts_read(struct store *store, int64_t number, struct draft_texts *texts, struct arena *perm,
                      struct error *err);
/* Both of one moment: a draft that waits has all its texts, whoever sends it meanwhile. */
struct draft_whole { struct draft draft; struct draft_texts texts; bool found; };
bool draft_read(struct store *store, struct draft_lock lock, int64_t now, struct draft_whole *whole, struct arena *perm,
                struct error *err);
/* How many of a council are not sent yet. */
bool drafts_open(struct store *store, Str authority, int64_t now, int *count, struct error *err);

/* The same of one round, and how many were sent; of neither is more known here. */
struct draft_counts { int begun, sent; };
bool drafts_of_round(struct store *store, const struct draft *of, int64_t now, struct draft_counts *counts, struct error *err);

/* Rounds of any council that take applications by the public form and nobody closed, by council and ref. */
struct round_open { Str authority, ref, name; Date opens, closes; };         /* closes day 0: an open advert */
bool rounds_open(struct store *store, struct round_open **rounds, int *count, struct arena *perm, struct error *err);

#endif
