/* filling.h: posts that are being filled from outside, beside who is in them: asked for, advertised, offered, and who is to
 * start on which day. Private to app/.
 *
 * That a post is being filled, and from which day, is for whoever may see what is asked for in its unit; who it is, only for
 * whoever keeps candidates.
 */
#ifndef APP_FILLING_H
#define APP_FILLING_H

#include "app/estab.h"
#include "practice/hiring.h"

struct filling {
	int post;
	const struct record *requisition;
	enum requisition_state state;        /* approved to accepted */
	int64_t fte;                         /* that was offered; else of the post */
	Date starts;                         /* agreed; day 0: not yet */
	Str application;                     /* its ref; empty: nobody has accepted */
};
/* Of a day, by post: kept with it (estab_day.c). Gives how many. */
int fillings_on(const struct roster *roster, Date day, const struct filling **fillings, struct arena *perm);

/* How a post is being filled on the day, as this viewer may know; NULL: it is not. */
const struct filling *filling_of(const struct own *own, const struct estab_day *day, int post);
/* "Accepted; starts on 1 March 2026" */
Str filling_words(const struct own *own, const struct filling *filling);
/* What it leads to: the application for whoever keeps candidates, else the requisition. */
Str filling_href(const struct own *own, const struct filling *filling);
/* "2.0 FTE is to come, from 1 March 2026." of what is looked at; nothing when there is none. */
void add_to_come(struct document *doc, const struct estab *e);

#endif
