/* scoring_parts.h: what the pages of panels and scores share. Private to app/.
 */
#ifndef APP_SCORING_PARTS_H
#define APP_SCORING_PARTS_H

#include "app/hiring_parts.h"
#include "app/record_form.h"
#include "app/scoring.h"
#include "practice/scoring.h"

struct scoring_look {
	struct hiring_look l;
	struct score_books books;
	struct assessor who;
	bool machine;                /* the command line: for any member that it names */
};
bool scoring_settle(const struct world *world, const struct ask *ask, struct scoring_look *s, struct answer *why,
                    struct arena *perm);
/* The round that was asked for; false, with the answer. */
bool scoring_round(const struct world *world, const struct ask *ask, struct scoring_look *s, const struct record **round,
                   struct answer *why, struct arena *perm);
/* As which member of the round's panel whoever asks reads its scores: of those who score or chair; NULL: none. */
const struct record *scoring_member(const struct scoring_look *s, Str round);
/* Whether they read scores of the round, and of this application. */
bool scoring_reads(const struct scoring_look *s, Str round);
bool scoring_reads_of(const struct scoring_look *s, const struct application *a);
/* Does changes as what a panel gives, and answers as record_did. */
struct answer scoring_did(const struct scoring_look *s, const struct changes *changes, Str object, Str title, Str to);

Str applicant_words(const struct scoring_look *s, const struct application *a);     /* a name once it may be told, else the ref */
Str criterion_bar_words(const struct criterion *criterion, struct arena *perm);     /* "Essential: 2 of 4" */
Str parts_words(int64_t parts, struct arena *perm);                                 /* "3.5": one or two places */
Str href_of_sheet(const struct scoring_look *s, const struct application *a, enum sitting sitting);
Str href_of_round(const struct scoring_look *s, Str round, const char *page);       /* "panel", "rank" */

/* ---- the sheet's forms ------------------------------------------------------------------------------ */

struct sheet_page {
	struct scoring_look s;
	const struct application *a;
	const struct record *member; /* NULL: the machine, when it names none */
	struct sheet sheet;
	enum scoring_state state;
	Str form;                    /* which form was wrong: "give", "agree" */
	Str error;                   /* of the whole of it */
	Str *wrong;                  /* by criterion, of its score; then of its note */
};
struct document sheet_document(struct sheet_page *p);
bool sheet_settle(const struct world *world, const struct ask *ask, struct sheet_page *p, struct answer *why, struct arena *perm);
/* What the applicant wrote to a criterion, without their name while it may not be told; or empty. */
Str sheet_answer(const struct sheet_page *p, Str criterion);
void add_give_form(struct document *doc, const struct sheet_page *p);
void add_agree_form(struct document *doc, const struct sheet_page *p);
void add_declare_form(struct document *doc, const struct sheet_page *p);
bool sheet_may_agree(const struct sheet_page *p);

/* ---- the panel's forms -------------------------------------------------------------------------------- */

enum panel_form { PANEL_MEMBER_FORM, PANEL_END_FORM, PANEL_CRITERION_FORM, PANEL_INTEREST_FORM, PANEL_FORMS };
struct panel_page {
	struct scoring_look s;
	const struct record *round;
	struct record_form *wrong;   /* what was sent of one of the forms, and what is wrong with it; NULL */
	enum panel_form of;
	Str error;                   /* of the end form */
};
struct document panel_document(const struct panel_page *p);
void add_panel_forms(struct document *doc, const struct panel_page *p);

#endif
