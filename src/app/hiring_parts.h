/* hiring_parts.h: what the pages of recruitment share. Private to app/.
 */
#ifndef APP_HIRING_PARTS_H
#define APP_HIRING_PARTS_H

#include "app/agency_parts.h"
#include "app/hiring.h"
#include "practice/hiring_pace.h"
#include "practice/returners.h"
#include "workforce/types_applied.h"

struct hiring_look {
	struct own own;
	struct recruitment all;
	struct returners returners;
};
/* False, with the answer, as own_settle. */
bool hiring_settle(const struct world *world, const struct ask *ask, struct hiring_look *l, struct answer *why,
                   struct arena *perm);
/* The application that was asked for; false, with the answer. */
bool hiring_take(const struct world *world, const struct ask *ask, struct hiring_look *l, const struct application **a,
                 struct answer *why, struct arena *perm);
/* How many days something of recruitment may take, or how much there may be of it: as the council has it on a day, else as
 * the program has it. */
int hiring_term(const struct own *own, enum hiring_term term, Date day);
bool hiring_writes(const struct hiring_look *l, enum field_group group);

/* ---- words and addresses ------------------------------------------------------------------------ */

Str candidate_words(const struct hiring_look *l, const struct application *a);   /* "Bo Reed" */
Str round_words(const struct record *round);
/* "Worked here until 31 March 2024", "Works here"; empty: neither. */
Str worked_here_words(const struct hiring_look *l, const struct application *a);
/* What was sent of an input, when the form sent was the one that has the input `of`; else `otherwise`. */
Str hiring_sent_or(const struct hiring_look *l, const char *of, const char *input, Str otherwise);
struct cell stage_cell(const struct application *a);
struct cell waiting_cell(const struct application *a);           /* days, "late" */
Str href_of_board(const struct own *own, Str more);
Str href_of_application(const struct own *own, Str ref);
/* Rounds that are not closed, the latest first; roles of the day. */
const struct pick *hiring_round_picks(const struct own *own, int *count);
const struct pick *hiring_role_picks(const struct own *own, int *count);

/* ---- steps ---------------------------------------------------------------------------------------- */

/* A step as somebody wants it, of one application or of several. */
struct wanted {
	enum application_move move;
	Date on, due;                /* day 0: none */
	Str  reason, note;
	Str  seat, fte;              /* of an offer */
	Date starts;                 /* of an agreed start */
	Str  at, place, minutes;     /* of an interview */
};
/* Reads it from the form; false, with what is wrong and at which input. */
struct wanted_fault { Str input, words; };
bool wanted_read(const struct hiring_look *l, struct wanted *wanted, struct wanted_fault *fault);
/* The changes of one application's step. `taken` counts refs given out in these changes, of each type. */
bool step_changes(const struct hiring_look *l, const struct application *a, const struct wanted *wanted,
                  struct changes *changes, int taken[RECORD_TYPES], struct error *err);
/* Inputs for a step: the moves that any of these stages (bits) allows. */
void step_inputs(const struct hiring_look *l, struct form *form, uint32_t stages, const struct application *one,
                 struct wanted_fault fault);

/* The deed of steps and checks, with the notices that the council lets go by themselves (messages.h). */
struct answer hiring_did(const struct hiring_look *l, const struct changes *changes, Str object, Str title, Str to);

/* Whom pipelines brought, by partner and by route; NULL: nobody, or not for whoever asks (hiring_partners.c). */
const struct table *hires_by_partner(const struct hiring_look *l, struct period when);

/* The page of one, with what is wrong in the form called `form` ("move", "check"). */
struct document application_document(const struct hiring_look *l, const struct application *a, Str form,
                                     struct wanted_fault fault);
/* What was written about it, what can be written now, and when its interview is. */
void add_messages(struct document *doc, const struct hiring_look *l, const struct application *a);

/* ---- checks --------------------------------------------------------------------------------------- */

/* What came of a check: a move of the table; or two in one, of what was received and seen to on one day. */
struct came { int move, to; bool through; Date on; };
extern const struct pick check_at_once;
int checks_of(const struct hiring_look *l, const struct application *a, const struct grouped_row **rows);
int check_state_of(const struct record *check);
Str check_title(const struct record *check, struct arena *perm);   /* "Reference: J. Cole", "Identity" */
/* Reads it from the form; false, with what is wrong and at which input. */
bool came_read(const struct hiring_look *l, struct came *came, struct wanted_fault *fault);
bool check_follows(const struct hiring_look *l, const struct record *check, const struct came *came, struct wanted_fault *fault);
/* Whether something is missing of what must be said of a check that goes to a state: who saw it, whose reference it is. */
bool check_lacks(const struct record *check, const Str *values, int to, struct wanted_fault *lack);
void check_came(struct changes *changes, const struct record *check, const Str *values, const struct came *came, struct arena *perm);
/* Several at once: the form, and what was sent of it. */
void add_ticks(struct document *doc, const struct hiring_look *l, const struct application *a, struct wanted_fault fault);
struct answer checks_tick(const struct hiring_look *l, const struct application *a);
void add_checks(struct document *doc, const struct hiring_look *l, const struct application *a, struct wanted_fault fault);

#endif
