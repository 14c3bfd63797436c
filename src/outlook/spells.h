/* spells.h: person-time from a council's own people: how long they had been there, how long they were watched, and
 * how it ended.
 *
 * Three clocks. In post: since the first day in this post. In the council: since the first day of unbroken time in the
 * service (workforce/service.h: social workers whom the council pays). Since the first year was done: of those
 * who came newly qualified, since they left posts that are called so (ASYE, newly qualified), two years at the
 * latest; where no post is called so, since twelve months after they came.
 *
 * Records begin somewhere, and those who left before are not in them, or are erased after their term. Nobody
 * is counted as watched before `visible`: the day from which leavings are seen without a year's pause. So a row is (entry,
 * exit] of model/life.h, with entry above nothing for whoever was there already.
 *
 * A row is one stretch in which role, unit and basis stay the same; only the last of a time can end in leaving. A
 * person's rows have their number in `person` alone: what is shown of them passes measure/protect.h.
 */
#ifndef OUTLOOK_SPELLS_H
#define OUTLOOK_SPELLS_H

#include "model/life.h"
#include "workforce/roster.h"

enum clock { CLOCK_POST, CLOCK_COUNCIL, CLOCK_FIRST_YEAR };

/* How it ended, by DfE's codes of reason and destination. Dying and what was not said are together. */
enum spell_end {
	END_NONE,                    /* still there when last seen */
	END_OTHER_COUNCIL, END_AGENCY, END_ELSEWHERE, END_RETIRED, END_BY_COUNCIL, END_NOT_SAID,
	END_MOVED, END_ADVANCED,     /* of a post alone: another one, of the same rank or above */
	SPELL_ENDS
};
enum { LEAVINGS = END_NOT_SAID };                  /* 1 .. LEAVINGS are leaving the service */
extern const Str spell_end_names[SPELL_ENDS];
static inline bool
end_leaves(enum spell_end end)
{
	return end >= END_OTHER_COUNCIL && end <= END_NOT_SAID;
}

enum { RANKS = 5 };
/* Of DfE's roles, from below: case holders and the qualified without cases 0, senior practitioners 1, first line,
 * middle and senior managers 2 to 4. NOT_THERE for 0. */
int spell_rank(int census);
extern const Str spell_rank_names[RANKS];

struct tenure {
	int    person, spell, unit, role, census;        /* unit, role: NOT_THERE where the post is not known */
	enum basis basis;
	int    origin;               /* DfE's code of how the time in the service began; 0: not said */
	bool   newly;                /* came newly qualified */
	bool   first_year;           /* and the first year is not done */
	Date   began, from, to;      /* of the clock; watched from the first to before the second */
	double entry, exit;          /* years on the clock */
	enum spell_end end;          /* on `to` */
};
/* Years of 365.25 days, as exposure counts them; and the day so many years before. */
double spell_years(Date from, Date to);
Date   spell_before(Date day, double years);
/* Years on the clock from which the row is watched, if nothing before `from` counts. */
double tenure_entry(const struct tenure *row, Date from);

struct tenures { struct tenure *at; int count; enum clock clock; Date visible, day; };

/* The day from which leavings are seen: the earliest with no pause of over a year after it, up to `day`. Where
 * there are none, `day`: nothing can be said. */
Date spells_visible(const struct roster *roster, Date day, struct arena scratch);

/* What is known on `day`: nothing later is looked at. */
void spells_of(struct tenures *tenures, const struct roster *roster, enum clock clock, Date visible, Date day,
               struct arena *perm);
/* Rows as lives for model/life.h, cause being the end where that is leaving; those that `wanted` takes, or all. */
struct lives spells_lives(const struct tenures *tenures, bool (*wanted)(const struct tenure *row, const void *with),
                          const void *with, struct arena *perm);

/* ---- cells: time and leavers by tenure, rank and cause ----------------------------------------------- */

enum { BANDS = 6 };              /* 0-1, 1-2, 2-3, 3-5, 5-10, 10 years and over */
extern const double spell_cuts[BANDS - 1];
extern const Str spell_band_names[BANDS];
int spell_band(double years);    /* of whoever has been there so long: at 1 year the second band begins */

struct spell_cell {
	double exposure;             /* person-years */
	int    left[LEAVINGS + 1];   /* by end; [0]: all */
	int    advanced;
	int    here;                 /* people in it on the day */
};
struct spell_cells { struct spell_cell at[BANDS][RANKS]; Date from, to; };
/* Of time from `from` on, of rows of CLOCK_COUNCIL. */
void spells_cells(struct spell_cells *cells, const struct tenures *tenures, Date from);
struct spell_cell cells_of_band(const struct spell_cells *cells, int band);
struct spell_cell cells_of_rank(const struct spell_cells *cells, int rank);
struct spell_cell cells_all(const struct spell_cells *cells);

#endif
