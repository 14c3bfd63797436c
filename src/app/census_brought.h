/* census_brought.h: a return from what was sent, by a form or a command.
 */
#ifndef APP_CENSUS_BROUGHT_H
#define APP_CENSUS_BROUGHT_H

#include "app/census_check.h"
#include "census/read.h"

struct brought {
	Str file;
	struct findings found;
	struct census_return ret;
	bool read;                                   /* there is a return to look at */
};
/* False, with the answer to give instead, when nothing came or the year or council asked for is none. */
bool census_brought(const struct world *world, const struct ask *ask, struct brought *brought, struct answer *why,
                    struct arena *perm);

/* ---- pages (census_form.c) ---- */

/* The form, with what is wrong with the file that was given, or empty. */
struct answer census_form_page(const struct ask *ask, enum outcome outcome, Str error, struct arena *perm);
/* Under an answer on a page: the form again, and that nothing is kept. A command has none. */
void census_end_page(struct document *doc, const struct ask *ask);

#endif
