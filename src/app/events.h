/* events.h: what happened, in words and in order: for the pages of a post and of a person. Private
 * to app/.
 */
#ifndef APP_EVENTS_H
#define APP_EVENTS_H

#include "app/team.h"

struct event { Date day; Str what, href; };
struct events { struct event *at; int count, room; struct arena *perm; };

void events_add(struct events *events, Date day, Str what, Str href);
/* Under a heading, those up to the day, newest first; nothing when there are none. */
void add_events(struct document *doc, struct events *events, Str heading, Date day);
/* Under a heading, what is coming, soonest first, or that nothing is known of. */
void add_next(struct document *doc, const struct own *own, struct coming *coming, int count, bool of_post);

/* What may be done with a record and what was: links to its pages for changing it, for those who may
 * write the group, and to its history. */
void add_record_links(struct document *doc, const struct own *own, Str many, Str ref, struct permit permit);

#endif
