/* establishment.h: posts and who is in them on a day; what is vacant, since when, and what is coming.
 *
 * All of it is worked out from the roster. Units of FTE are millionths. A unit means itself and all
 * below it in the tree of that day; NOT_THERE means the whole council.
 */
#ifndef WORKFORCE_ESTABLISHMENT_H
#define WORKFORCE_ESTABLISHMENT_H

#include "workforce/roster.h"

/* One post on one day. */
struct seat {
	int post;
	const struct post_row *row;
	int64_t funded;              /* FTE of a FUNDED post; else 0 */
	int64_t over;                /* FTE of a post over establishment */
	int64_t held;                /* FTE of holders */
	int64_t agency, cover;       /* FTE in it that does not hold it */
	int64_t vacant;              /* funded - held, not below 0 */
	int64_t covered;             /* the part of `vacant` that agency and cover fill: the smaller */
	int64_t excess;              /* held beyond the post's FTE (a handover, or a mistake) */
	Date    vacant_since;        /* since when at least this much is vacant; when vacant > 0 */
	int     first_occupant, occupants;           /* in `occupants` below */
};
struct occupant { int seat, spell; const struct spell_row *row; bool absent; /* on leave that day */
                  int covered_by;            /* the spell that covers this one, or NOT_THERE */ };

struct establishment {
	Date day;
	int  unit;
	struct seat *seats;          /* by unit in tree order, then role, then ref */
	int  seat_count;
	struct occupant *occupants;
	int  occupant_count;
};
void establishment_on(struct establishment *est, const struct roster *roster, int unit, Date day,
                      struct arena *perm);

/* Totals of many seats. People are counted once, however many posts they are in. */
struct staffing { int posts, people; int64_t funded, frozen, proposed, over, held, agency, cover,
                  vacant, covered, excess;
                  int vacant_posts;          /* funded posts of which any part is vacant */
                  int away_posts; };         /* funded, not vacant, a holder on leave whom nobody covers */
struct staffing staffing_of(const struct establishment *est, const struct roster *roster, int unit);
/* Of every unit at once, each with all below it: `of` is as long as the roster's units. Units that
 * reach beyond the establishment's own have only what lies in it. */
void staffing_by_unit(const struct establishment *est, const struct roster *roster,
                      struct staffing *of, struct arena scratch);

/* "Fully staffed": every funded post of the team held in full by somebody who is not on leave, or
 * on leave and covered. The reasons why not, as posts. */
struct fully { bool yes; const int *seats; int count; };
struct fully fully_staffed(const struct establishment *est, const struct roster *roster, int unit,
                           struct arena *perm);

/* FTE and people by role family and by role, of holders and others: the skill mix. */
struct mix { int role; enum role_family family; int64_t held, agency; int people; };
int skill_mix(const struct establishment *est, const struct roster *roster, int unit,
              struct mix **mix, struct arena *perm);

/* ---- movement -------------------------------------------------------------------------------- */

/* What the end of a spell, or the beginning of one, meant. A person who ends one spell and is in
 * another within MOVE_GAP_DAYS has moved. Every person's spells are read together. */
enum { MOVE_GAP_DAYS = 4 };      /* Thursday before Easter to the Tuesday after it */
enum movement_kind {
	JOINED,                      /* from outside the council */
	JOINED_FROM_COUNCIL,         /* from elsewhere in the council */
	RETURNED,                    /* had left, and came back */
	MOVED,                       /* another post, the same role */
	ADVANCED,                    /* another post or role, more senior by census role or grade order */
	WENT_ELSEWHERE_IN_COUNCIL,   /* left the service, not the council */
	LEFT                         /* left the council */
};
struct movement { enum movement_kind kind; int person; int from_spell, to_spell; Date day; int64_t fte;
                  bool crossed_service;      /* MOVED, ADVANCED: between services */ };
/* Movements of people in census roles (`all` for everybody) with their day in the period, in order of day. Agency and
 * cover are not counted. `fte` is that of the spell joined or left. Gives how many. */
int movements_in(const struct roster *roster, int unit, struct period period, bool all,
                 struct movement **moves, struct arena *perm);

#endif
