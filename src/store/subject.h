/* subject.h: what people ask about their own records: to have them, and to have them put right.
 *
 * Neither is a record of the council: both are about what is kept, and go with the person's record.
 * Each step is an entry of the audit in the same transaction; its object is "data request 3" or
 * "correction 12", never a name.
 */
#ifndef STORE_SUBJECT_H
#define STORE_SUBJECT_H

#include "register/term.h"
#include "store/accounts.h"

/* ---- requests for one's own data --------------------------------------------------------------- */

enum request_step { REQUEST_RECEIVED, REQUEST_ASKED, REQUEST_ANSWERED, REQUEST_EXTENDED, REQUEST_SENT,
                    REQUEST_STEPS };
extern const Str request_step_names[REQUEST_STEPS];          /* "received" */

struct data_request {
	int64_t number;
	Str     person, opened_by;
	Date    day[REQUEST_STEPS];          /* day 0: not yet */
};
struct request_days data_request_days(const struct data_request *request);

/* Newest first; `person` empty: all of the authority. */
bool data_requests(struct store *store, Str authority, Str person, struct data_request **requests,
                   int *count, struct arena *perm, struct error *err);
/* A step on a day. Receiving begins a new one, whose number is given; every other is of `number`. */
struct request_move { int64_t number; Str person; enum request_step step; Date day; };
bool data_request_move(struct store *store, Str authority, struct request_move *move, struct by by,
                       struct error *err);

/* ---- corrections ------------------------------------------------------------------------------- */

/* A correction that is accepted is done as a deed first, and then marked so here. When the program
 * is cut off between the two it still waits, and its value is already right: accepting it again says
 * that the row has changed meanwhile, and it can be refused with these words. */
struct correction {
	int64_t number, row, asked_at, decided_at;
	Str person, type, ref, field;        /* the value of a row of a record */
	Str is_now, ought, why;
	Str state;                           /* "waiting", "accepted", "refused", "withdrawn" */
	Str asked_by, decided_by, decision;
};
/* Newest first; `person` empty: all of the authority; `state` empty: any. */
struct corrections_of { Str person, state; };
bool corrections(struct store *store, Str authority, struct corrections_of of,
                 struct correction **corrections, int *count, struct arena *perm, struct error *err);
bool correction_ask(struct store *store, Str authority, struct correction *correction, struct by by,
                    struct error *err);
/* `*found` false when it does not wait. */
struct correction_verdict { int64_t number; Str state, reason; };
bool correction_decide(struct store *store, Str authority, struct correction_verdict verdict,
                       struct by by, bool *found, struct error *err);

/* ---- traces ------------------------------------------------------------------------------------ */

/* Every thing whose history still says something of a person, also what is no more among the
 * records: of any type, equality's too. */
struct trace { Str type, ref; };
bool traces_of_person(struct store *store, Str authority, Str person, struct trace **traces, int *count,
                      struct arena *perm, struct error *err);

/* ---- who looked ---------------------------------------------------------------------------------- */

/* Entries of the audit about one object ("person N-000012"), by itself or among others that were read
 * at once, newest first. */
struct entry;
bool audit_about(struct store *store, Str authority, Str object, struct entry **entries, int *count,
                 struct arena *perm, struct error *err);

#endif
