/* keeping.h: how long a council keeps things, what may not go, and what went: as the store has it.
 *
 * What is to go when is worked out in workforce/retention.h. Every change here is an entry of the
 * audit in the same transaction.
 */
#ifndef STORE_KEEPING_H
#define STORE_KEEPING_H

#include "store/accounts.h"

/* Periods that were set; the rest are the program's. */
struct keep_setting { Str what, period, set_by; int64_t set_at; };
bool keep_settings(struct store *store, Str authority, struct keep_setting **settings, int *count,
                   struct arena *perm, struct error *err);
bool keep_set(struct store *store, Str authority, struct keep_setting setting, struct error *err);

/* Newest first, ended ones too. `person` empty: everybody. */
struct legal_hold { int64_t number; Str person, why, set_by, ended_by; int64_t set_at, ended_at; };
bool legal_holds(struct store *store, Str authority, struct legal_hold **holds, int *count,
                 struct arena *perm, struct error *err);
bool legal_hold_set(struct store *store, Str authority, struct legal_hold *hold, struct error *err);
/* `*found` false when no such hold stands. */
bool legal_hold_end(struct store *store, Str authority, int64_t number, struct by by, bool *found,
                    struct error *err);

/* The last run, day 0 when there was none, and when the newest entry of the audit was written. */
struct keep_last { Date ran; int64_t newest_entry; };
bool keep_last(struct store *store, Str authority, struct keep_last *last, struct error *err);

/* Whose records were emptied. The hash is of the authority and the ref. */
Str erased_hash(Str authority, Str ref, struct arena *perm);
struct erased_person { Str hash; Date day; };
bool erased_people(struct store *store, Str authority, struct erased_person **people, int *count,
                   struct arena *perm, struct error *err);

/* One run over a council, in one transaction: `erased` go on the list, and what these and `rested`
 * asked about their records goes; the day of the run is noted; `payload` is what the audit is told.
 * Refs are of people. */
struct keep_ran {
	Str authority, payload;
	Date day;
	const Str *erased;
	int erased_count;
	Date asked_before;                   /* what people asked that was done before this day goes too */
	Date totals_before;                  /* and who stood where in totals of days before this one */
	Date returns_before;                 /* and the files of returns sent before this one */
};
bool keep_erasing(struct store *store, const struct keep_ran *ran, struct by by, struct arena *perm,
                  struct error *err);      /* before the records are emptied: the list, and nothing else */
bool keep_ran(struct store *store, const struct keep_ran *ran, struct by by, struct arena *perm,
              struct error *err);          /* after it: the rest */
/* How many requests and corrections that were closed before a day. */
bool keep_asked_old(struct store *store, Str authority, Date before, int *count, struct error *err);

/* What belongs to the whole installation, and is older than these instants. */
struct keep_machine { int64_t now, failures, tokens, browsers, audit; };
enum machine_kind { MACHINE_SESSIONS, MACHINE_LINKS, MACHINE_TOKENS, MACHINE_BROWSERS, MACHINE_FAILURES,
                    MACHINE_DRAFTS, MACHINE_AUDIT, MACHINE_KINDS };
bool keep_machine_counts(struct store *store, const struct keep_machine *keep, int64_t counts[MACHINE_KINDS],
                         struct error *err);
/* Takes it all away; payloads of the audit only when `audit` is not 0. */
bool keep_machine_ran(struct store *store, const struct keep_machine *keep, Str payload, Date day, struct by by,
                      struct arena *perm, struct error *err);
/* Whether any hold stands anywhere: then the audit keeps its payloads. */
bool keep_any_hold(struct store *store, bool *any, struct error *err);

#endif
