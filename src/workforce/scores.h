/* scores.h: the score sheet of one application at one sitting: who scores it, what each gave, who has still to, and whether
 * it is open.
 *
 * There are two *sittings*: shortlisting, on what an application says, and the assessment, on exercises and the interview.
 * What is scored there are the round's *criteria* of that sitting, for the application's role.
 *
 * A *scorer* is on the round's panel on the day, scores at the sitting, and has nothing to do with the candidate: neither
 * referred them, nor is the candidate, nor declared an interest in them. Whoever handed in and left the panel after stays on
 * the sheet: what they gave counts.
 *
 * Each hands in all criteria at once, and never changes them after. A sheet is *locked* until two have handed in and nobody
 * is still to come; only then may anybody see what another gave. Where two differ by more than a quarter of a criterion's
 * highest score, or stand on two sides of what suffices, both must talk: the chair then writes what was *agreed*, with a
 * note. After that, or when the application has left the stages in which it is scored, nothing is scored any more.
 *
 * Rights follow from the panel and end with it: decision 032.
 */
#ifndef WORKFORCE_SCORES_H
#define WORKFORCE_SCORES_H

#include "register/grouped.h"
#include "workforce/types.h"

enum sitting { SHORTLISTING, ASSESSMENT, SITTINGS };
struct sitting_row { Str code, words; };
extern const struct sitting_row sitting_rows[SITTINGS];
/* Whether an application at this stage (enum application_stage) is scored at the sitting, or agreed on there still. */
bool sitting_scores(enum sitting sitting, int stage);
bool sitting_agrees(enum sitting sitting, int stage);
/* The sitting that a stage belongs to: shortlisting until it is over. */
enum sitting sitting_of(int stage);

enum { SCORERS_LEAST = 2, NOT_NEEDED = -1 };

/* A council's panels, criteria, scores and interests, by what belongs to what. */
struct score_books {
	const struct council *council;
	struct grouped panel_of, criteria_of;        /* of a round */
	struct grouped scores_of;                    /* of an application */
	struct grouped interests_of;                 /* of a panel member */
};
struct score_books score_books_of(const struct council *council, struct arena *perm);

/* Of a panel member. */
bool member_stays(const struct record *member, Date day);            /* on the panel on the day */
bool member_scores(const struct record *member, enum sitting sitting);
bool member_chairs(const struct record *member);
Date member_trained_until(const struct record *member);              /* day 0: never trained */
bool member_trained(const struct record *member, Date day);
/* Whether they have anything to do with whoever applies. */
/* Whether somebody referred the application, or is its candidate; an empty person did and is nobody. */
bool person_has_interest(const struct score_books *books, Str person, const struct record *application);
bool member_has_interest(const struct score_books *books, const struct record *member, const struct record *application);
/* Whether anybody on the round's panel is trained in safer recruitment on the day. */
bool panel_trained(const struct score_books *books, Str round, Date day);

struct criterion { const struct record *record; Str ref, name; int most, needed, weight; bool exercise; };
struct mark { const struct record *record; int score; bool handed_in; };       /* no record: not given */
struct scorer {
	const struct record *member;
	bool stays;                          /* may still score, or scored and is still there */
	int  given, handed_in;               /* criteria */
	const struct mark *marks;            /* one a criterion */
};
struct sheet {
	const struct record *application;
	enum sitting sitting;
	const struct criterion *criteria;    /* in their order */
	int criterion_count;
	const struct scorer *scorers;        /* by ref */
	int scorer_count, in, to_come;       /* who handed all in; who has still to */
	const struct mark *agreed;           /* one a criterion */
	bool any_agreed;
};
/* Of the sitting, for an application at this stage, with the panel of the day. Once its stage is past nobody is to come. */
struct sitting_at { enum sitting sitting; int stage; Date day; };
void sheet_read(struct sheet *sheet, const struct score_books *books, const struct record *application,
                struct sitting_at at, struct arena *perm);
bool sheet_open(const struct sheet *sheet);
/* Whether two differ so far on a criterion that they must talk; and how many criteria of an open sheet wait for that. */
bool criterion_differs(const struct sheet *sheet, int criterion);
int  sheet_to_agree(const struct sheet *sheet);
const struct scorer *sheet_scorer(const struct sheet *sheet, Str member);      /* NULL: not on it */
/* What was agreed on, or the mean of those who handed in, in parts of a score, so that thirds are exact. False where nobody
 * handed in, or they have still to talk. */
enum { SCORE_PARTS = 2520 };
bool sheet_value(const struct sheet *sheet, int criterion, int64_t *parts);

#endif
