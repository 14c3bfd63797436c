/* retention.h: keeping nothing longer than its term, on one day after the other.
 *
 * A run looks at each council: what has outlived its term (workforce/retention.h), and whether that
 * can be believed. It refuses to take anything away while the clock stands before the last run or the
 * newest entry of the audit; and unless the number is confirmed, when the clock has jumped ahead by
 * more than JUMP_DAYS since then, or over one person in twenty would be emptied at once.
 *
 * What is taken away goes as an erasure of the store (store/records.h): the chain of the audit and
 * the deeds still verify. Who is emptied is on the erasure list first, as a hash, so that a run that
 * is cut off is taken up by the next, and an old copy that is put back is emptied again.
 */
#ifndef APP_RETENTION_H
#define APP_RETENTION_H

#include "app/app.h"
#include "store/keeping.h"
#include "workforce/retention.h"

enum { JUMP_DAYS = 45, EMPTIED_PERCENT_MOST = 5 };

/* A council and how it keeps things, as it is now. */
struct kept {
	struct council council;
	struct roster  roster;
	struct records equality, answers;            /* of people; of candidates */
	struct keeping keeping;
	struct keep_setting *settings;
	int setting_count;
	struct legal_hold *holds;
	int hold_count;
	struct keep_last last;
	int erased_count, asked_old, returns_old;    /* closed requests, returns that were sent: whose term is over */
};
bool retention_read(struct store *store, Str authority, Date today, struct kept *kept,
                    struct arena *perm, struct error *err);

/* Why a run takes nothing away; empty: it may. `confirmed`: how many people whoever asks has seen
 * would be emptied, or -1. */
struct keep_doubt { Date today; int64_t now, confirmed; int people, people_kept; };
Str retention_doubt(const struct keep_last *last, const struct keep_doubt *doubt, struct arena *perm);

/* Takes away what a plan says. `*changed`, and nothing is: somebody changed the council's records since they were read, and who
 * was to go may have applied again, or come back. */
struct keep_apply { Str authority; Date today; struct by by; };
bool retention_apply(struct store *store, const struct keep_apply *apply, const struct kept *kept,
                     const struct retention_plan *plan, bool *changed, struct arena *perm, struct error *err);

/* Of the installation's own, by its terms. */
struct keep_machine retention_machine(const struct keeping *keeping, int64_t now, Date today);
extern const Str machine_kind_words[MACHINE_KINDS];

/* How long a council keeps something: its own term, or the usual one where it set none or the store cannot say. */
struct term retention_term(const struct world *world, Str authority, enum keep_id id, struct arena *perm);

view show_retention;         /* area: terms, holds, what would go and why; with `sent`, sets a term or a hold */
view run_retention;          /* every council: how "apply", or only shown; show: the number confirmed */

#endif
