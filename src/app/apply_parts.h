/* apply_parts.h: what the files of the public form share. Private to app/.
 */
#ifndef APP_APPLY_PARTS_H
#define APP_APPLY_PARTS_H

#include "app/apply.h"
#include "app/form_made.h"
#include "app/hiring_parts.h"
#include "store/drafts.h"

/* Who changes a council's records where somebody applies. */
extern const Str apply_actor;

enum taking { TAKES_NOT_YET, TAKES_NOW, TAKES_NO_MORE };

/* One round, as its form sees it; and the draft for it, where there is one. Not to be moved: `own` points into it. */
struct apply_role { Str ref, words; };
/* What the posts are that it fills: of which experience (bits of bands[]; `any_band`: one names none), full time, part time. */
struct apply_seats { uint32_t bands; bool any_band, full, part; };
struct applied {
	const struct ask *ask;               /* as it was asked, by whoever it was */
	struct ask inside;                   /* the same, asked by the form itself of the round's council */
	struct own own;
	const struct record *round;
	enum taking taking;
	Date closes;                         /* day 0: it stays open */
	struct apply_role *roles;            /* that one can apply for */
	int  role_count;
	struct apply_seats seats;
	struct draft draft;                  /* number 0: none */
	struct draft_texts texts;
	struct arena *perm;
};
/* Settles a round. False, with the answer: there is none, it never was public, it is not open yet. */
struct apply_place { Str area, round; };
bool apply_settle(const struct world *world, const struct ask *ask, struct apply_place place, struct applied *at,
                  struct answer *why, struct arena *perm);
/* A council without a round, to be let go of whether or not it was settled; and then a round of it: for the list, which
 * may have more councils than an answer can hold. False: nobody can apply for it today. */
bool apply_settle_council(const struct world *world, const struct ask *ask, Str area, struct applied *at, struct answer *why,
                          struct arena *perm);
void apply_let_go(const struct world *world, const struct applied *council);
bool apply_settle_beside(const struct applied *council, Str round, struct applied *at);
/* Settles the draft that this browser opens, with its round. False, with the answer. */
bool apply_settle_draft(const struct world *world, const struct ask *ask, struct applied *at, struct answer *why,
                        struct arena *perm);
/* What a round says, by its field. */
Str round_text(const struct applied *at, const char *field);
/* A term of recruitment, as it holds on the day. */
int apply_term(const struct applied *at, enum hiring_term term);
/* When the draft goes, were it changed now. */
int64_t apply_end(const struct applied *at);
Str apply_href(const struct applied *at, const char *more);          /* "/apply/walsall/RN-000001" */
struct document apply_document(const struct applied *at, Str title, Str address);

/* What is asked of whoever applies for a role (empty: for any), in the order of their places. */
int apply_criteria(const struct applied *at, Str role, const struct record ***criteria);

/* ---- what job it is (apply_job.c) ---------------------------------------------------------------------------- */

enum { JOB_PAIRS = 5 };
Str job_words(const struct applied *at);         /* "Social worker or Team manager": never empty */
Str job_closes(const struct applied *at);        /* "By the end of Sunday 30 November 2025" */
/* Where, for whom, pay, how it is worked, by when: those that are known. Gives how many. */
int job_pairs(const struct applied *at, struct pair *pairs);

/* ---- keys (apply_keys.c) -------------------------------------------------------------------------- */

/* Random: its text, its hash for the store, and as it is shown: a code in groups. */
struct apply_secret { Str text, hash, shown; };
bool apply_browser_secret(struct apply_secret *secret, struct arena *perm, struct error *err);
bool apply_code(struct apply_secret *code, struct arena *perm, struct error *err);
Str apply_code_hash(Str code, struct arena *perm);
struct draft_lock apply_lock(const struct ask *ask, struct arena *perm);     /* of this browser */

/* Counts one try of a kind from the asker's address, in a transaction that is open. `*wait` over 0: too many. */
struct apply_try { const char *kind; int most; };
bool apply_try(struct store *store, const struct ask *ask, struct apply_try try, int *wait, struct error *err);
struct answer apply_slow_down(int wait, struct arena *perm);

/* ---- what is asked (apply_questions.c) -------------------------------------------------------------- */

enum apply_step {
	STEP_ABOUT, STEP_REGISTRATION, STEP_EXPERIENCE, STEP_EMPLOYMENT, STEP_STATEMENT, STEP_REFEREES, STEP_HEARD,
	STEP_EQUALITY, APPLY_STEPS
};
struct step_row { Str name, title, says; };
extern const struct step_row apply_steps[APPLY_STEPS];
bool apply_step_find(Str name, enum apply_step *step);

/* One question: how it is asked, what it may hold, and the field of the register it goes to, if it goes to one. */
struct question {
	Str name, label, hint;
	struct field field;
	bool needed, email, many;            /* many: shown folded */
	int  width;
	Str  autocomplete;
	const struct pick *picks;
	int  pick_count;
	enum type_id type;
	const char *to;
};
int apply_questions(const struct applied *at, enum apply_step step, struct question **questions);
/* What was typed, as the register has it. False, with what is wrong, in words. */
bool question_read(const struct applied *at, const struct question *question, Str *value, Str *wrong);
/* How many questions of a step are not answered as they must be. */
int apply_wrong(const struct applied *at, enum apply_step step);
bool apply_begun(const struct applied *at, enum apply_step step);    /* anything was typed */
/* "answer.CR-000001": what is written to a criterion. */
Str apply_answer_name(const struct record *criterion, struct arena *perm);

/* ---- pages (apply_draft.c) --------------------------------------------------------------------------- */

/* A code, shown this once, and the way on. */
struct answer apply_code_page(const struct applied *at, Str code, Str title);
/* To make a new code, and to forget the draft in this browser. */
struct form *apply_care_form(struct arena *perm);
/* When the draft goes, in words: "17 May 2026". */
Str apply_kept_until(const struct applied *at);

/* ---- sending (apply_send.c), and after (apply_status.c) ----------------------------------------------- */

/* The receipt (apply_receipt.c). False: the council's own words say that none goes by itself, or it cannot go. */
struct message;
struct receipt_for { Str application, candidate, role; };
bool receipt_of(const struct applied *at, const struct receipt_for *sent, struct message *message);
/* In the open transaction; nothing is written, and it is no error, where the address has had enough of them today. */
bool receipt_write(struct store *store, const struct applied *at, const struct message *message, struct error *err);
/* Whether it went, in words; empty: none was written. */
Str receipt_told(const struct world *world, const struct applied *at, Str candidate);

struct answer draft_status(const struct world *world, struct applied *at);
struct answer draft_withdraw(const struct world *world, struct applied *at);
/* The page before sending. */
struct answer draft_check(const struct applied *at, Str wrong);

#endif
