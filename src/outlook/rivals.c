/* rivals.c: persistence, drift, England, shrunk. */
#include "outlook/rivals.h"

#include <math.h>

#include "model/law.h"
#include "outlook/spread.h"

/* What a rule knows: figures of the panel up to `now`. */
struct view { const struct panel *panel; enum panel_item item; int now; };

static double
at(struct view v, int council, int year)
{
	double is = year > v.now ? NAN : panel_at(v.panel, council, v.item, year);
	return v.item == PANEL_POSTS ? log(is) : is;
}

static double
last_again(struct view v, int council, int ahead)
{
	(void)ahead;
	return at(v, council, v.now);
}

/* From its first figure to now, a year. */
static double
own_change(struct view v, int council)
{
	for (int year = v.panel->first; year < v.now; year++)
		if (isfinite(at(v, council, year)))
			return (at(v, council, v.now) - at(v, council, year)) / (v.now - year);
	return 0;
}

static double
drifting(struct view v, int council, int ahead)
{
	return at(v, council, v.now) + ahead * own_change(v, council);
}

static double
as_england(struct view v, int council, int ahead)
{
	double now = at(v, PANEL_ENGLAND, v.now);
	return v.item == PANEL_POSTS ? at(v, council, v.now) + ahead * own_change(v, PANEL_ENGLAND) : now;
}

/* What is drawn together: a council's mean of up to three years, or its changes in them. */
static double
drawn(struct view v, int council, int year)
{
	return v.item == PANEL_POSTS ? at(v, council, year) - at(v, council, year - 1) : at(v, council, year);
}

struct mean { double is, squares; int years; };

static struct mean
mean_of_three(struct view v, int council)
{
	struct mean m = { 0 };
	for (int year = v.now - 2; year <= v.now; year++)
		if (isfinite(drawn(v, council, year)))
			m.is += drawn(v, council, year), m.years++;
	m.is /= m.years ? m.years : 1;
	for (int year = v.now - 2; year <= v.now; year++)
		if (isfinite(drawn(v, council, year)))
			m.squares += (drawn(v, council, year) - m.is) * (drawn(v, council, year) - m.is);
	return m;
}

/* Variance within councils and between their means, by moments. */
struct pooled { double mean, within, between; };

static struct pooled
pool(struct view v)
{
	double sum = 0, squares = 0, within = 0;
	int councils = 0, free = 0, years = 0;
	for (int i = 0; i < v.panel->count; i++) {
		struct mean m = mean_of_three(v, i);
		if (m.years == 0)
			continue;
		sum += m.is, squares += m.is * m.is, councils++;
		within += m.squares, free += m.years - 1, years += m.years;
	}
	struct pooled p = { .mean = councils ? sum / councils : 0, .within = free ? within / free : 0 };
	double of_means = councils > 1 ? (squares - sum * p.mean) / (councils - 1) : 0;
	p.between = fmax(0, of_means - (years ? p.within * councils / years : 0));
	return p;
}

static double
drawn_together(struct view v, struct pooled p, int council, int ahead)
{
	struct mean m = mean_of_three(v, council);
	double weight = m.years ? m.years * p.between / (m.years * p.between + p.within + 1e-12) : 0;
	double rate = p.mean + weight * (m.is - p.mean);
	return v.item == PANEL_POSTS ? at(v, council, v.now) + ahead * rate : rate;
}

static double
say(struct view v, struct pooled p, enum rival rival, int council, int ahead)
{
	switch (rival) {
	case RIVAL_LAST:
		return last_again(v, council, ahead);
	case RIVAL_DRIFT:
		return drifting(v, council, ahead);
	case RIVAL_ENGLAND:
		return as_england(v, council, ahead);
	case RIVAL_SHRUNK:
	case RIVALS:
		break;
	}
	return drawn_together(v, p, council, ahead);
}

/* The same rule in each year that has what came `ahead` years later; the first year knows no change, so it is passed
 * over where there is another. */
static struct misses
past_misses(const struct panel *panel, enum panel_item item, enum rival rival, int ahead, struct arena *perm)
{
	int years = panel->last - panel->first + 1;
	struct misses m = misses_new(years * panel->count, perm);
	bool needs_change = rival == RIVAL_DRIFT || item == PANEL_POSTS;
	int first = panel->first + (needs_change && panel->first + 1 + ahead <= panel->last);
	for (int year = first; year + ahead <= panel->last; year++) {
		struct view v = { panel, item, year }, then = { panel, item, year + ahead };
		struct pooled p = pool(v);
		for (int i = 0; i < panel->count; i++)
			misses_add(&m, at(then, i, year + ahead) - say(v, p, rival, i, ahead),
			           panel_at(panel, i, PANEL_POSTS, year));
	}
	return m;
}

const struct expected *
rivals_expect(const struct panel *panel, enum target target, enum rival rival, int ahead, struct arena *perm)
{
	struct expected *out = new(perm, panel->count, struct expected);
	struct arena scratch = *perm;
	enum panel_item item = expect_item(target);
	bool needs_change = rival == RIVAL_DRIFT || item == PANEL_POSTS;
	int seen = ahead, most = panel->last - panel->first - needs_change;
	if (seen > most)
		seen = most > 0 ? most : 1;
	struct misses m = past_misses(panel, item, rival, seen, &scratch);
	struct spread spread = spread_of(&m, item == PANEL_POSTS ? 0.005 : 0.002, scratch);
	double longer = item == PANEL_POSTS ? sqrt((double)ahead / seen) : 1;
	struct view now = { panel, item, panel->last };
	struct pooled p = pool(now);
	for (int i = 0; i < panel->count; i++) {
		double middle = say(now, p, rival, i, ahead);
		out[i].middle = item == PANEL_POSTS ? exp(middle) : fmin(1, fmax(0, middle));
		out[i].spread = spread_at(spread, panel_at(panel, i, PANEL_POSTS, panel->last)) * longer;
	}
	return out;
}

void
rivals_values(struct expected e, enum target target, double *values, int count)
{
	for (int k = 0; k < count; k++) {
		double z = normal_point((k + 0.5) / count);
		values[k] = target == TARGET_POSTS ? e.middle * exp(e.spread * z)
		                                   : fmin(1, fmax(0, e.middle + e.spread * z));
	}
}

Str
rival_title(enum rival rival)
{
	static const Str titles[RIVALS] = { STR("Last year again"), STR("Own change goes on"),
	                                    STR("As England"), STR("Own mean drawn to all councils\u2019") };
	return titles[rival];
}
