/* educator.h: practice educators on a day: where each stands and why, how many students can be placed in a term, and whether
 * as many enrol in a year as the council aims for.
 *
 *     not eligible -> eligible -> enrolled on stage 1 -> stage 1 awarded -> active -> enrolled on stage 2 -> stage 2 awarded
 *     -> lapsed
 *
 * Nothing of this is stored: it follows from days (educator, placement, registration, qualification, time in post) and from
 * the numbers in the rules that hold on the day (workforce/educating.h). *Active* is whoever has had a student since stage 1
 * was awarded. *Lapsed* is whoever holds an award and may not use it: not current, stopped, left, or off the register.
 * Somebody of whom no registration is recorded at all does not lapse by it: that is a hole in the records, and a need says
 * so. *Needs* are what the next stage asks, each met or not, with the rule in words: whoever is not eligible sees why.
 *
 * Stage 1 may take placements up to, and not including, the last; stage 2 may take the final one, and is the true limit of
 * growing one's own. *Capacity* of a term is current educators times students each, those of stage 2 apart. Whoever is
 * enrolled on stage 1 takes a placement to be awarded it: that one is in training, and beside capacity.
 *
 * Terms are calendar constants: spring from 1 January, summer from 1 May, autumn from 1 September. A placement takes a place
 * in every term in which it has four weeks or more; one that has so many in none, in the term it begins in.
 */
#ifndef PRACTICE_EDUCATOR_H
#define PRACTICE_EDUCATOR_H

#include "workforce/educating.h"
#include "workforce/roster.h"

enum educator_state {
	EDUCATOR_NOT_ELIGIBLE, EDUCATOR_ELIGIBLE, EDUCATOR_ENROLLED_1, EDUCATOR_AWARDED_1, EDUCATOR_ACTIVE, EDUCATOR_ENROLLED_2,
	EDUCATOR_AWARDED_2, EDUCATOR_LAPSED, EDUCATOR_STATES
};
Str educator_state_words(enum educator_state state);

struct educator_need { bool met; Str words; };
enum { EDUCATOR_NEEDS_MOST = 6 };

struct educator {
	const struct record *record;         /* NULL: nobody has recorded anything of them yet */
	int  person;
	int  unit;                           /* of a post they are in on the day, or NOT_THERE */
	enum educator_state state;
	bool stage_2;                        /* holds it, lapsed or not */
	bool current;                        /* holds an award, and may use it */
	Date current_until;                  /* day 0: no award */
	Date qualified;                      /* day 0: not recorded */
	int  students;                       /* at once; 0 for who is not current */
	int  supported;                      /* learners, by placements begun by the day */
	struct educator_need needs[EDUCATOR_NEEDS_MOST];     /* of the next stage; of who lapsed: what went */
	int  need_count;
	bool ready;                          /* all of them are met */
};

/* Everybody with a record, and everybody employed in a post on the day whose role is for registered social workers. */
struct educators {
	const struct roster *roster;
	Date day;
	struct educator_numbers numbers;
	struct educator *all;                /* by person */
	int count;
};
void educators_read(struct educators *educators, const struct roster *roster, Date day, struct arena *perm);
int  educator_find(const struct educators *educators, int person);   /* NOT_THERE when they are not in it */

/* ---- capacity ------------------------------------------------------------------------------------ */

enum term_of_year { TERM_SPRING, TERM_SUMMER, TERM_AUTUMN, TERMS_OF_YEAR };
struct year_term { int year; enum term_of_year term; };
Str term_name(enum term_of_year term);                       /* "spring" */
struct period year_term_period(struct year_term term);
struct year_term year_term_of(Date day);

struct capacity {
	struct year_term term;
	int educators, stage_2;              /* current */
	int places, final_places;            /* possible; the final ones are among them */
	int planned, final_planned;          /* placements of the term; without those in training */
	int training;
	int unmatched;                       /* of those planned: no educator is found yet */
	int short_of, final_short_of;        /* places that are missing */
};
/* As educators stand on the term's first day, or on `day` if that is in it. */
struct capacity capacity_of(const struct roster *roster, struct year_term term, Date day, struct arena *perm);
/* "3 final placements more than stage 2 educators can take in spring 2026"; empty: there is room for all. */
Str capacity_words(const struct capacity *capacity, struct arena *perm);

/* ---- enrolments ---------------------------------------------------------------------------------- */

enum target { TARGET_BELOW, TARGET_MET, TARGET_ABOVE };
Str target_words(enum target target);
enum target target_of(int count, int low, int high);

/* In a year from a first to a last day; the range is the one that holds on its last. */
struct enrolments { int stage_1, stage_2, all, low, high; Str source; enum target target; };
struct enrolments enrolments_of(const struct roster *roster, struct period year);
/* The academic year of a day: 1 September to 31 August. */
struct period academic_year(Date day);

#endif
