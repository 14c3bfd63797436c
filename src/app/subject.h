/* subject.h: what somebody may ask about their own record, and who answers it: to see it, to know who
 * looked, to have it put right, and what they say of themselves for equality monitoring.
 *
 * A person sees their own, whatever duty they have besides: that is their right and not a duty's. Of
 * others, the HR lead sees all that is kept (and may answer a request), HR decides corrections, and
 * the data protection officer sees who looked, by number and not by name. Everybody else gets the
 * words they would get for somebody who is not there.
 *
 * Names of other people in what was written about a change are withheld by themselves, whole words
 * that are somebody's name here; whoever answers looks each of them over, and may let some stand.
 */
#ifndef APP_SUBJECT_H
#define APP_SUBJECT_H

#include "app/form_made.h"
#include "app/instant.h"
#include "app/own.h"
#include "store/accounts.h"

view show_data;              /* area, ref: everything that is kept about a person; show: reasons let stand */
view show_seen;              /* area, ref: who looked at their record */
view show_corrections;       /* area, ref: corrections of a person: proposed with `sent` */
view show_all_corrections;   /* area: those that wait, and what was decided; with `sent`, decides */
view show_data_requests;     /* area: requests of people for their own data, and when each is due */
view show_equality_of;       /* area, ref: what a person said of themselves; with `sent`, says it */
view show_equality;          /* area, show: totals as at the end of a quarter */
view show_council_audit;             /* area, who, what, object, from, to, page */
view show_audit_proof;       /* kept: whether the audit and the deeds are as they were written */

/* Whether these two open: more than the address's need is asked, for a worker has a right there that
 * reaches only themself. Of the grants of today. */
bool may_see_equality_totals(const struct ask *ask);
bool may_see_data_requests(const struct ask *ask);

/* The person asked for and how the viewer stands to them. */
struct subject {
	struct own own;
	int  person;
	Str  ref;
	bool self;                   /* the viewer's own record */
	bool keeps;                  /* the viewer may write identity here: HR */
	bool whole;                  /* may see all of it, equality too: oneself, the HR lead */
	bool audits;                 /* reads the audit */
};
/* False, with the answer to give, when there is no such person for this viewer. */
bool subject_settle(const struct world *world, const struct ask *ask, struct subject *subject,
                    struct answer *why, struct arena *perm);
/* Links to these pages, as far as the viewer may open them, for the page of a person. */
void subject_links(struct document *doc, const struct own *own, int person);
Str  subject_href(const struct subject *subject, const char *rest);      /* ".../people/N-000012/data" */

/* ---- accounts as words ---------------------------------------------------------------------------- */

struct actors { struct account *at; int count; };
bool actors_read(struct store *store, struct actors *actors, struct arena *perm, struct error *err);
/* "HR lead": the duties of whoever did something, in this council; for the person themself "the person". */
Str actor_duty(const struct actors *actors, Str actor, Str authority, Str person, struct arena *perm);
Str actor_name(const struct actors *actors, Str actor, struct arena *perm);   /* "Ann Oddie (A-000003)" */

/* What an entry of the audit says was done: "Read equality data". */
Str  subject_action_words(Str action);

/* ---- names of others ------------------------------------------------------------------------------- */

struct names { Str *at; int count; };        /* in lower case, sorted */
/* Every word of every name here but those of `person`; NOT_THERE: of everybody. */
struct names names_of_others(const struct roster *roster, int person, const struct actors *actors,
                             struct arena *perm);
/* More words that are others' names, of whoever is no colleague; and words that are the person's own, which are no others'. */
struct named { const Str *at; int count; };
void names_more(struct names *names, struct named others, struct named own, struct arena *perm);
/* The text with each word that is such a name as "[name]"; `*any` when there was one. */
Str names_withheld(const struct names *names, Str text, bool *any, struct arena *perm);

/* ---- forms ------------------------------------------------------------------------------------------ */

struct form_wish { Str action, id, legend, button; };
void subject_form(struct document *doc, struct form_wish asked, const struct input *inputs, int count);

#endif
