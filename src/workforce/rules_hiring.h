/* rules_hiring.h: what the rules of recruitment and of pipelines share. Private to workforce/.
 */
#ifndef WORKFORCE_RULES_HIRING_H
#define WORKFORCE_RULES_HIRING_H

#include "register/grouped.h"
#include "workforce/ruling.h"
#include "workforce/scores.h"
#include "workforce/stages.h"
#include "workforce/types_hiring.h"
#include "workforce/said.h"

/* A council's recruitment as it would be, by what belongs to what. */
struct hiring {
	struct ruling *in;
	struct grouped steps, checks;        /* of an application */
	struct grouped of_candidate, of_spell, of_seat, referred_by;     /* applications */
	struct score_books books;            /* panels, criteria, scores, interests */
	bool *brought;                       /* applications that came in this very deed, with what was done of them elsewhere */
	bool *walked;                        /* applications whose steps were judged: each once, whatever changed */
};

Str hiring_value(const struct change *change, const char *field);        /* as it would be */
const struct record *hiring_record(const struct hiring *h, enum type_id type, Str ref);

/* Two days of one type of record, in their order. */
struct span { enum type_id type; const char *first, *last; };
void rule_span(struct ruling *in, enum rule_id rule, const struct span *span, const struct change *change);
int rule_whole(Str text);                                               /* 0: none */

/* Things that pass stages: their table, and the steps that are recorded of each, grouped by whose they are. */
struct passage {
	struct ruling *in;
	const struct stages *stages;
	const struct choice *moves;          /* what a finding calls them */
	enum type_id type;                   /* of a step: it has move, held_on and turn */
	const struct grouped *steps;
	Str of;                              /* "application": what a step is a step of */
};
/* Finds the first step of `ref` that is out of turn, not in the table, or before what came first. */
void passage_check(const struct passage *passage, Str ref, Date begins);
int passage_reached(const struct passage *passage, Str ref);            /* the stage its steps lead to, bad ones passed over */

void step_check(struct hiring *h, const struct change *change);
void step_gone(struct hiring *h, const struct change *change);           /* what is left of its application */
void steps_check(struct hiring *h, Str application);
/* Nobody else holds the seat that an application holds; found at the record that would make it so. */
void seat_check(struct hiring *h, const struct record *application, Str found_at);
/* On the day of an offer or a start the seat is not withdrawn; nobody starts in a post that is frozen, or only proposed. */
void seat_open_check(struct hiring *h, const struct change *step, const struct record *application, bool starts);
void vetting_check(struct hiring *h, const struct change *change);
int stage_reached(struct hiring *h, Str application);                    /* by all its steps, as they would be */

void score_check(struct hiring *h, const struct change *change);
void score_gone(struct hiring *h, const struct change *change);
void criterion_check(struct hiring *h, const struct change *change);
void member_check(struct hiring *h, const struct change *change);
void interest_check(struct hiring *h, const struct change *change);
/* What a step needs of panel and scores. */
void step_scored(struct hiring *h, const struct change *change, const struct record *application, enum application_move move);
/* What keeps whoever is in post for an application from being inducted or confirmed (rules_induction.c). */
void induction_check(struct ruling *in, enum application_move move, Str spell, Str step);

#endif
