/* flows.h: a year's leaving, filling and posts as the chances of months, and what a change of each would do.
 *
 * An engine moves people month by month; published figures are of one day a year. Flows are the engine's middle path, without
 * chance: so many filled, of whom so many leave; so many vacant, of which so many are filled. Run backwards, they
 * give the chances under which a year ends with the posts filled, the vacancies and the leavers that were expected. */
#ifndef OUTLOOK_FLOWS_H
#define OUTLOOK_FLOWS_H

#include <stdbool.h>

enum { FLOW_YEARS = 3, FLOW_MONTHS = 12 };
enum flow { FLOW_LEAVE, FLOW_FILL, FLOW_POSTS, FLOWS };

struct flow_year { double leave, fill, posts; };   /* a month's chances; posts of the year's end */
struct flow_end { double filled, vacant, left; };  /* at its end; left in the year */

/* One year from `filled` of `posts`; posts move by equal parts of the logarithm. */
struct flow_end flows_year(struct flow_year year, double filled, double posts);
/* Chances that end the year with `want`, whose posts are its filled and vacant together. As near as chances can. */
struct flow_year flows_for(struct flow_end want, double filled, double posts);

/* How the logarithm of posts filled, the vacancy rate and the logarithm of turnover at the end of year k answer to a small
 * change of a flow's logarithm in year j, in that year alone: answer[out][k][j]. Posts that differ in one year alone are a step there
 * and back. */
enum flow_out { OUT_FILLED, OUT_VACANCY, OUT_TURNOVER, FLOW_OUTS };
struct answers { double of[FLOWS][FLOW_OUTS][FLOW_YEARS][FLOW_YEARS]; };
struct answers flows_answers(const struct flow_year years[FLOW_YEARS], double filled, double posts);

/* Variance of posts filled at the end of each year from chance alone: each post is filled or not. */
void flows_chance(const struct flow_year years[FLOW_YEARS], double filled, double posts,
                  double variance[FLOW_YEARS]);

#endif
