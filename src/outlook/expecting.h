/* expecting.h: the parts of expect.c. */
#ifndef OUTLOOK_EXPECTING_H
#define OUTLOOK_EXPECTING_H

#include "outlook/expect.h"

struct expecting {
	const struct panel *panel;
	struct expectations *out;
	struct expectation  *at;
	struct arena        *perm;
};

/* Years from which a reckoning `ahead` years on can be held against what came, within the panel: as many years ahead as there
 * are, if not so many. */
int  expecting_ahead(const struct panel *panel, int ahead, int first);
double expecting_between(double x, double low, double high);
/* Root mean square of changes of an England figure's logarithm, with a prior of so many years' worth. */
struct prior { double deviation, years; };
double expecting_year_spread(const struct panel *panel, enum panel_item item, struct prior prior);

void expecting_posts(struct expecting *e);
bool expecting_turnover(struct expecting *e, struct error *err);
void expecting_rates(struct expecting *e, enum target target);

#endif
