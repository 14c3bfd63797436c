/* register_views.h: what was asked of a list, kept by name and found over the list. Private to app/.
 *
 * A view is an address: what it shows is worked out for whoever looks, so a column, an order or a unit
 * that is not theirs is left out or not there, as if they had asked themselves. What is asked besides a
 * view counts before what the view says. Without a day it is of the day it is looked at.
 */
#ifndef APP_REGISTER_VIEWS_H
#define APP_REGISTER_VIEWS_H

#include "app/register_parts.h"
#include "store/views.h"

/* Views of one type, as far as they are the viewer's to use. */
struct views {
	const struct kept_view *at;
	int count;
	const struct kept_view *chosen;      /* the one that was asked for by number or name; or NULL */
};

/* Reads them, and lays what the chosen one says under what was asked. False, with the answer, when
 * there is no such view here for the viewer. */
bool views_settle(const struct world *world, const struct ask *ask, struct views *views, struct ask *laid,
                  struct answer *why, struct arena *perm);

/* Those of the council that was asked about, of every type; `type` empty. False, with the answer, when
 * the store fails. */
bool views_read(const struct world *world, const struct ask *ask, Str type, struct views *views,
                struct answer *why, struct arena *perm);

Str view_href(const struct own *own, const struct kept_view *one);      /* the list it is of */
bool view_may_share(const struct own *own, const struct record_type *type);
bool view_may_change(const struct own *own, const struct kept_view *one);

/* Links to them, over a list. */
void views_add_links(struct document *doc, const struct shelf *shelf, const struct views *views);
/* The form to keep what is asked now; what was given is in `given`, with what is wrong with its name. */
struct form *view_form(const struct own *own, const struct record_type *type, const struct kept_view *given,
                       Str error);

#endif
