/* writing.h: rows and values while what was made becomes records. Private to written*.c. */
#ifndef DEMO_WRITING_H
#define DEMO_WRITING_H

#include "demo/making.h"

struct writing {
	struct making *m;
	struct changes *changes;
	struct arena *perm;
};

/* One more ADD; its values, to be put in by name. Nothing is said until then. */
Str *writing_row(struct writing *w, enum type_id type, Str ref, struct period when);
void writing_put(Str *values, enum type_id type, const char *field, Str value);
Str  writing_ref(const struct writing *w, enum type_id type, int number);     /* of NOTHING: "" */
Str  writing_whole(const struct writing *w, int number);
/* Hundredths (`in_one` 100) as "1", "0.6" or "0.04"; tenths of days likewise. */
Str  writing_decimal(const struct writing *w, int64_t number, int in_one);
/* Of a type without days. */
#define NO_DAYS ((struct period){ { 0 }, { 0 } })

/* What the census asks beside people and posts (written_census.c). */
void written_census(struct writing *w);
/* Agency use of the last year made: what was asked, decided and booked, what it cost, and the quarters'
 * returns (written_agency.c). */
void written_agency(struct writing *w);
/* Posts over establishment of the last years, with their tickets. Before posts are written: some of their days were over
 * establishment (written_tickets.c). */
void written_tickets(struct writing *w);
/* Recruitment of the last year made: seats, rounds, applications, checks (written_hiring.c). */
void written_hiring(struct writing *w);
/* The panels of so many rounds, so many members each, the first of whom chairs (written_panels.c). */
enum { PANEL_SEATS = 3 };
void written_panels(struct writing *w, int rounds);
/* Whether somebody came from outside into a post of their own in the period. */
bool writing_hired(const struct making *m, const struct made_spell *s, struct period year);
/* What is done for whoever starts, and how far it is for those who did in the last year made (written_induction.c). */
void written_induction(struct writing *w);
/* Two rounds more, which are being scored; after how much was written, for these posts of one role. Gives how many rounds
 * (written_scoring.c). */
enum { SCORED_SEATS = 2 };
struct hiring_written { int rounds, criteria, requisitions, candidates, applications, steps; enum made_role role; int seats[SCORED_SEATS], seat_count; };
int written_scoring(struct writing *w, struct hiring_written *so_far);
/* Practice educators and the placements of so many learners; gives the team each is in, or NOTHING (written_educators.c). */
void written_educators(struct writing *w, int *units, int learners);
/* Who asked to move, and whose post ends (written_moves.c). */
void written_moves(struct writing *w);
/* Routes, cohorts and learners of the last year made (written_supply.c). */
void written_supply(struct writing *w);

#endif
