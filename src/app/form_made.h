/* form_made.h: forms of pages: those that grow in an arena, an input at a time, and those whose inputs
 * are all there already. Private to app/.
 *
 *     struct form *form = form_made(perm, S("/sign-in"));
 *     form_input(form, perm, (struct input){ .name = S("email"), .label = S("E-mail address") });
 *     form_button(form, perm, (struct button){ .words = S("Sign in") });
 *     document_form(&doc, form);
 */
#ifndef APP_FORM_MADE_H
#define APP_FORM_MADE_H

#include "report/document.h"

struct form *form_made(struct arena *perm, Str action);
void form_input(struct form *form, struct arena *perm, struct input input);
void form_button(struct form *form, struct arena *perm, struct button button);
/* A form of one button and what goes with it: "End", "Approve". */
struct form *form_of_button(struct arena *perm, Str action, struct button button);

/* Adds a form of these inputs, copied to the arena of the document, and one button. `about` is the rest
 * of it: its action, its legend. */
void form_add(struct document *doc, struct form about, const struct input *inputs, int count,
              struct button button);

#endif
