/* person_parts.h: one person before a viewer, as the files of their page share it. Private to person_*.c.
 */
#ifndef APP_PERSON_PARTS_H
#define APP_PERSON_PARTS_H

#include "app/events.h"
#include "app/subject.h"

struct looked {
	struct own own;
	int person;
	int first, end;              /* spells: of roster->person_spells */
	bool since;                  /* what came after the day asked about may be told too */
};

struct permit person_permit(const struct looked *l, enum field_group group);
/* Whether the group may be read. What is logged whenever it is read is told to the audit by whoever
 * shows it: by this. */
bool person_may_show(const struct looked *l, enum field_group group);
/* Whether a time in post began by the day asked about, or may be told all the same. */
bool person_told(const struct looked *l, int spell);

/* ---- posts (person_posts.c) -------------------------------------------------------------------- */

/* Posts through time, as bars and as a table. */
void person_add_posts(struct document *doc, const struct looked *l);
/* Why each ended and where they went, for whoever may read it. */
void person_add_leaving(struct document *doc, const struct looked *l);
/* Movements, and changes of hours and of how a post was held. */
void person_tell_posts(struct events *events, const struct looked *l);

#endif
