/* team.h: the parts of an establishment page that go post by post and person by person. Private to
 * app/.
 */
#ifndef APP_TEAM_H
#define APP_TEAM_H

#include "app/estab.h"

/* Posts in rows with who holds them, why a team is not fully staffed, time bars, what is coming and
 * the mix of roles: whole where the unit is small enough to read (a team, a small service), and only
 * what is coming and the mix where it is not. The first table of posts becomes the document's data
 * where the page is about one unit without others below it. */
void add_team(struct document *doc, const struct estab *e);
/* The bars of it: posts in rows, people over time, and the day asked about as a line. */
void add_bars(struct document *doc, const struct estab *e);

/* How many changes of posts wait for a decision in what is looked at; nothing when none. */
void add_waiting(struct document *doc, const struct estab *e);

/* ---- pieces of it, also for the pages of a post and of a person ------------------------------- */

/* The fill of a bar for how a post is held. */
enum fill fill_of_basis(enum basis basis);
/* A post's row of bars, with its seat where the present vacancy is to be drawn, and the rows of the
 * table beside it; days far from the day asked about are drawn only as far as `days`. */
struct chart_row bars_of_post(const struct own *own, const struct seat *seat, int post, struct period days,
                              struct rows_made *rows);
struct chart *bars_chart(const struct own *own, Str title, struct chart_row *rows, int count,
                         struct period days);
const struct table *bars_table(Str caption, struct rows_made rows, struct arena *perm);
struct period days_around(Date day, int years_back);

/* Something that is to happen: somebody starts, ends, comes back; a post begins or closes. */
struct coming { Date day; Str what; int post, person; int64_t fte; };
enum { COMING_DAYS = 365 };
/* What is to happen to a post in the year after the day, as far as this viewer may know: written to
 * `coming`, which has room for `room`. Gives how many. */
int coming_to_post(const struct own *own, int post, struct coming *coming, int room);
/* Whether anything may be to happen to a post in that year, whoever may know of it: false is sure. */
bool coming_may(const struct roster *roster, int post, Date day);
int coming_order(const void *a, const void *b);

#endif
