/* admit.h: who may ask, judged before any view runs, and what the audit must know before an answer
 * goes out. The skins call admit before a view and dismiss after it; views call the rest.
 */
#ifndef APP_ADMIT_H
#define APP_ADMIT_H

#include "app/keeper.h"
#include "workforce/sight.h"

/* Settles the day asked about, the grants of today, and, for records of a council, the council:
 * `ask->held` is held until dismiss. False, with the answer to give instead: nobody is signed in;
 * the council is not known, or not to this viewer (the same words, so that nobody can tell); the
 * viewer may not, and who can help. */
bool admit(const struct world *world, struct ask *ask, struct need need, struct answer *why,
           struct arena *perm);
/* A day that can be asked about, as people write it: of 1900 to 2199. */
bool admit_day(Str text, Date *day);
/* Whether it would be admitted, as far as duties say: for what pages offer. `viewer` may be NULL. */
bool admits(const struct viewer *viewer, Str authority, struct need need, Date today);
/* Whether the viewer may change the group in the whole council, and not only in a part of it. */
bool keeps_whole_council(const struct ask *ask, enum field_group group);
void dismiss(const struct world *world, struct ask *ask);
/* The refusal itself, for a view that judges further: in words, and told to the audit. */
struct answer admit_refuses(const struct ask *ask, struct need need, struct arena *perm);

/* What an answer reads is let go at dismiss, when the answer has gone out. */
typedef void hold_let_go(void *what);
void ask_hold(const struct ask *ask, hold_let_go *let_go, void *what);

/* The viewer's sight of the council that was admitted, on the day asked about. */
struct sight sight_of_ask(const struct ask *ask, struct arena *perm);

/* What a view showed that is logged whenever it is read: one object ("person N-000012", never a
 * name) of a field group. */
void witness_saw(const struct ask *ask, enum field_group group, Str object);
/* Something that must be in the audit besides: "export", "authz.denied". */
void witness_note(const struct ask *ask, Str action, Str object);
/* Writes what was witnessed to the audit, in one transaction, before the answer goes out. When it
 * cannot be written there is no answer. Does nothing when nothing was witnessed. */
bool witness_write(const struct world *world, const struct ask *ask, struct arena *perm,
                   struct error *err);

#endif
