/* scoring.h: who may score what, whose move each application's scores are, and how those who were assessed rank.
 *
 * Rights over scores come from the panel and from nowhere else (docs/methods/rights.md): an account that a panel member's row
 * names, or that is linked to the person it names, reads and writes as that member, while they are on the panel. They give
 * their own scores; the chair writes what was agreed. A sheet (workforce/scores.h) is theirs to read when it is open.
 *
 * *Totals* are sums over the criteria of a sheet, each times its weight, of what was agreed, or of the mean of those who
 * scored, in exact parts of a score. An application *passes* when every essential criterion has what suffices.
 *
 * The *rank* is of those assessed for one role: who passes by total, the highest first; equal totals have one place, and the
 * next place counts them. As many as there are seats of the role are *for a seat*; those of one place on both sides of the
 * last seat are *tied* for it, and the panel says which; who passes below is in *reserve*. Who does not pass has no place.
 */
#ifndef PRACTICE_SCORING_H
#define PRACTICE_SCORING_H

#include "practice/hiring.h"
#include "workforce/scores.h"

/* Who asks: an account, and the person it is linked to in this council; either may be empty. */
struct assessor { Str account, person; Date today; };
/* Which member of the round's panel they are: NULL when none, or no more. */
const struct record *assessor_member(const struct score_books *books, const struct assessor *assessor, Str round);
/* Whether they have to do with the candidate: by what the member's row says and declares, or as the person their account is of. */
bool assessor_has_interest(const struct score_books *books, const struct assessor *assessor, const struct record *member,
                           const struct record *application);
/* Whether the panel gives them this change: their own score, what was agreed where they chair, an interest of their own. */
bool assessor_may(const struct score_books *books, const struct assessor *assessor, const struct change *change);

/* ---- whose move --------------------------------------------------------------------------------- */

enum scoring_state {
	SCORING_NONE,                /* no criteria, or not at a stage that is scored */
	SCORING_MINE,                /* nothing handed in, by the member asked about */
	SCORING_BEGUN,               /* kept, not handed in */
	SCORING_OTHERS,              /* theirs is in, or they do not score; somebody else is to come */
	SCORING_AGREE,               /* all are in; on some criterion they have still to agree */
	SCORING_DONE,
	SCORING_STATES
};
Str scoring_state_words(enum scoring_state state);
enum scoring_state scoring_state_of(const struct sheet *sheet, Str member);
/* Whether the member is to move: to score, or as chair to write what was agreed. */
bool scoring_waits_for(enum scoring_state state, const struct record *member);

/* One application as it stands for a panel member. */
struct scoring_task {
	const struct application *application;
	const struct record *member;
	struct sheet sheet;
	enum scoring_state state;
};
/* Every application that is being scored now and which the member may see. */
struct scoring_tasks { struct scoring_task *at; int count, waiting; };
void scoring_tasks_read(struct scoring_tasks *tasks, const struct score_books *books, const struct recruitment *all,
                        const struct record *member, struct arena *perm);
/* An application's sheet as it stands on the day of `all`. */
void application_sheet(struct sheet *sheet, const struct score_books *books, const struct recruitment *all,
                       const struct application *application, enum sitting sitting, struct arena *perm);
/* Whether whoever scores may know who it is: always where a round is not anonymous, else once it was shortlisted. */
bool scoring_names(const struct application *application);

/* ---- what came of it ------------------------------------------------------------------------------- */

struct sheet_total {
	bool complete;               /* every criterion has a value */
	int64_t parts, most;         /* in SCORE_PARTS of a score */
	int  missed;                 /* essential criteria that have not what suffices */
};
struct sheet_total sheet_total_of(const struct sheet *sheet);

enum seat_outlook { STANDS_FOR_SEAT, STANDS_TIED, STANDS_RESERVE, STANDS_BELOW, STANDS_WAITING, STANDINGS };
Str seat_outlook_words(enum seat_outlook outlook);
struct placing {
	const struct application *application;
	struct sheet sheet;
	struct sheet_total total;
	int  place;                  /* 0: none */
	bool shared;                 /* others have the place too */
	enum seat_outlook outlook;
};
/* By role, then place; who waits and who does not pass last. */
struct ranking { struct placing *at; int count; };
void ranking_read(struct ranking *ranking, const struct score_books *books, const struct recruitment *all,
                  const struct record *round, struct arena *perm);
int  seats_for(const struct recruitment *all, const struct record *round, int role);

/* ---- feedback ---------------------------------------------------------------------------------------- */

/* Whoever was assessed and is not chosen is owed it, so many days after that was recorded. */
enum { FEEDBACK_DAYS = 14 };
struct feedback { bool owed; Date due, given; bool late; };
struct feedback feedback_of(const struct application *application, Date day);

#endif
