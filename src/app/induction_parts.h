/* induction_parts.h: what the pages of induction share. Private to app/. */
#ifndef APP_INDUCTION_PARTS_H
#define APP_INDUCTION_PARTS_H

#include "app/induction.h"
#include "app/record_form.h"
#include "practice/induction.h"

Str href_of_induction(const struct own *own, int spell);
/* "5 of 9 done", "2 late", the review: in a sentence. */
Str induction_words(const struct own *own, const struct induction *n);
/* What is done for somebody, and their reviews, under a heading, for whoever may know; a link to its page. */
void add_induction(struct document *doc, const struct own *own, int spell);
void add_induction_items(struct document *doc, const struct own *own, const struct induction *n);
void add_reviews(struct document *doc, const struct own *own, const struct induction *n);

/* Who starts, and where: the list of the role, as it holds on the day, becomes theirs. `taken` counts refs given out in
 * these changes, of each type. */
struct starter { Str person, spell; int role; Date on; };
void induction_begin(const struct own *own, const struct starter *starter, struct changes *changes, int taken[RECORD_TYPES]);

#endif
