/* expect.h: what published figures lead us to expect of every council, one, two and three years on.
 *
 * Four things are expected, from a panel (panel.h) and so from nothing that came later:
 *
 *  posts     in post, FTE. The logarithm of their growth is England's mean growth so far, drawn towards none as
 *            if two years of none had been seen; and by how much a council stood out: its vacancies, agency,
 *            leavers, starters and growth of the last year, weighed as they told on growth in all councils before.
 *  turnover  a council's leavers against England's, all years together, drawn towards England by empirical Bayes
 *            (model/shrink.h), with counts worth as much less as they scatter more than chance; times England's rate, of whose
 *            last departure from its mean half is left after each year.
 *  vacancy,  England's rate, half way between its last and its mean; and what is left of how a council stood out,
 *  agency    last year and before, as it was in all councils before.
 *
 * How sure: spreads (spread.h) of what the same reckoning, made in past years, was off by. Every number is
 * estimated from the panel, but for those named in expect.c, which are told with their source in
 * docs/methods/forecast-published.md.
 */
#ifndef OUTLOOK_EXPECT_H
#define OUTLOOK_EXPECT_H

#include "outlook/panel.h"

enum target { TARGET_POSTS, TARGET_TURNOVER, TARGET_VACANCY, TARGET_AGENCY, TARGETS };
enum { AHEAD_MOST = 3 };

/* Posts: spread of the logarithm. Turnover: spread as a share of the middle. Rates: spread in shares of one. */
struct expected { double middle, spread; };

struct expectation {
	bool   known;                        /* has posts in the panel's last year */
	struct expected of[TARGETS][AHEAD_MOST];
	double leaving;                      /* its turnover against England's */
	double leaving_spread;               /* how far that may be off: of its logarithm */
	double own_weight;                   /* of leaving: 0 to 1 */
};

enum signs { SIGN_VACANCY, SIGN_AGENCY, SIGN_LEAVERS, SIGN_STARTERS, SIGN_GROWTH, SIGNS };
struct expectations {
	const struct panel *panel;
	const struct expectation *at;        /* one for each council of the panel */
	double growth;                       /* England's, a year, as used: of the logarithm */
	double sign[AHEAD_MOST][SIGNS];      /* what each tells of growth */
	double england[TARGETS][AHEAD_MOST]; /* as expected of England; posts are not */
	double clump;                        /* how much more leavers scatter than chance */
	double year_spread;                  /* of England's turnover from year to year: of its logarithm */
	double growth_spread;                /* of England's growth from year to year */
	double cases_spread;                 /* of a council's cases from year to year: of their logarithm */
};

/* NULL with words where the panel is too short: two years with posts are the least. */
const struct expectations *expect_all(const struct panel *panel, struct arena *perm, struct error *err);

/* The figure of this target in a panel, and what it is of England. */
enum panel_item expect_item(enum target target);

#endif
