/* own.h: what views of a council's own records share: the council that was admitted, the viewer's
 * sight of it, and the words and addresses they all use. Private to app/.
 */
#ifndef APP_OWN_H
#define APP_OWN_H

#include "app/admit.h"
#include "app/deeds.h"
#include "app/views.h"

struct own {
	const struct world   *world;
	const struct ask     *ask;
	const struct council *council;
	const struct roster  *roster;
	struct sight sight;
	const struct area *place;    /* the council */
	int  unit;                   /* `ask->unit`, or NOT_THERE: the whole council, as far as it is seen */
	struct arena *perm;
};

/* Settles what a view of own records starts from. False, with an answer that says what to do first,
 * when there are no records yet, or the unit asked for is not there (the same words as for one that
 * the viewer may not see). */
bool own_settle(const struct world *world, const struct ask *ask, struct own *own,
                struct answer *why, struct arena *perm);

/* A document of this council: its caption is the council, its period "As at 30 September 2025", its
 * address this page's with what was asked. */
struct document own_document(const struct own *own, Str title, Str address);

/* ---- addresses ------------------------------------------------------------------------------- */

/* "/authorities/walsall/posts/P-000012", with the day asked about when one was. `rest` begins after
 * the council: "posts/P-000012". */
Str own_href(const struct own *own, Str rest);
Str href_of_unit(const struct own *own, int unit);       /* the establishment of the unit */
Str href_of_post(const struct own *own, int post);
Str href_of_person(const struct own *own, int person);
Str href_of_change(const struct own *own, int64_t seq);

/* ---- words ----------------------------------------------------------------------------------- */

/* A person as this viewer may know them: "Adeyemi, Grace"; "Person N-000012" for whoever works with
 * pseudonyms; empty when they may not be seen at all. */
Str person_words(const struct own *own, int person);
bool person_seen(const struct own *own, int person);
/* Whether what a person did after a past day that is asked about is this viewer's to know: a page as at
 * a day when they were in sight must not tell where they went when they are out of it now. */
bool person_seen_since(const struct own *own, int person);
Str unit_words(const struct own *own, int unit);         /* its name on the day; "the whole council" */
Str post_words(const struct own *own, int post);         /* its title on the day, or the last it had */
Str post_number(const struct own *own, int post);        /* what people call it: "P1"; ours where it has
                                                          * none, or where it is not the viewer's to know */
Str fte_words(int64_t micro, struct arena *perm);        /* "0.6" */
Str day_words(Date day, struct arena *perm);             /* "30 September 2025"; "open" for DATE_OPEN */
Str period_words(struct period when, struct arena *perm);/* "1 March 2024 to 30 June 2025", "since 1 March 2024" */

/* Who did something: an account's name; the ref as it is when there is no such account. */
Str actor_words(const struct own *own, Str ref);
struct cell actor_cell(const struct own *own, Str ref);  /* the name, and the ref under it */

/* ---- ways of showing a list ------------------------------------------------------------------ */

/* Rows whose first field is the name of a way of showing a list, as an address has it ("late"): which of them was asked
 * for, or the first where none of them was. */
#define SHOWS(rows) (struct str_rows){ (rows), sizeof *(rows), 0, (int)countof(rows) }
int shows_asked(struct str_rows shows, Str show);

/* ---- after a change -------------------------------------------------------------------------- */

/* What a change of records comes to: on to `to` when it was done; else an answer with the findings, or
 * with the words of `err`, titled `title`. */
struct answer answer_done(const struct own *own, const struct done *done, const struct error *err,
                          Str title, Str to);

#endif
