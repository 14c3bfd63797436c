/* ahead.c: posts over establishment, hires by a date, and the newsvendor behind both. */
#include "model/ahead.h"

#include <assert.h>
#include <math.h>

enum { YEAR = 12, LEAD_MOST = 60, TARGET_MONTHS_MOST = 120 };
static const double WORTH_TELLING = 0.001;         /* the curve ends below this chance of a gap */

bool
ahead_fault(const struct ahead *a, struct error *err)
{
	if (a->posts < 1 || a->posts > AHEAD_POSTS_MOST)
		return fail(err, "there must be 1 to 100,000 posts of a role, not %d", a->posts), true;
	if (!(a->leaving > 0 && a->leaving < 1))
		return fail(err, "the share that leaves in a year must be above 0%% and below 100%%, not %.1f%%",
		            a->leaving * 100), true;
	if (!(a->lead > 0 && a->lead <= LEAD_MOST))
		return fail(err, "the time to fill a post must be above 0 and at most 60 months, not %.1f", a->lead), true;
	if (!(a->spread >= 0 && a->spread <= 2))
		return fail(err, "years may differ by 0%% to 200%%, not %.0f%%", a->spread * 100), true;
	if (a->over_month < 0 || a->short_month < 0)
		return fail(err, "what a month costs cannot be below nothing"), true;
	return false;
}

double
ahead_year(const struct ahead *a)
{
	return a->posts * a->leaving;
}

struct law
ahead_open(const struct ahead *a)
{
	return law_open(ahead_year(a) * a->lead / YEAR, a->spread);
}

static int64_t
pence_of(double pence)
{
	return (int64_t)floor(pence + 0.5);
}

struct ahead_point
ahead_at(const struct ahead *a, int over)
{
	struct law open = ahead_open(a);
	struct ahead_point p = { .over = over, .gap = 1 - law_at_most(open, over),
		.over_months = YEAR * law_below(open, over), .short_months = YEAR * law_above(open, over) };
	p.over_cost = pence_of(p.over_months * (double)a->over_month);
	p.short_cost = pence_of(p.short_months * (double)a->short_month);
	return p;
}

int
ahead_over(const struct ahead *a, double gap)
{
	assert(gap > 0 && gap < 1);
	return law_point(ahead_open(a), 1 - gap);
}

int
ahead_cheapest(const struct ahead *a)
{
	if (a->over_month <= 0 || a->short_month <= 0)
		return -1;
	double chance = (double)a->short_month / ((double)a->short_month + (double)a->over_month);
	return law_point(ahead_open(a), chance);
}

int
ahead_curve(const struct ahead *a, struct ahead_point *out, int most)
{
	int count = 0;
	while (count <= most) {
		out[count] = ahead_at(a, count);
		if (out[count++].gap < WORTH_TELLING)
			break;
	}
	return count;
}

int
ahead_flat(int posts, int32_t share)
{
	return (int)(((int64_t)posts * share + 500000) / 1000000);
}

double
ahead_flat_chance(int posts, double leaving, int over)
{
	return law_at_most(law_binomial(posts, leaving), over);
}

/* ---- hires by a date --------------------------------------------------------------------------- */

bool
ahead_target_fault(const struct ahead_target *t, struct error *err)
{
	if (t->posts < 1 || t->posts > AHEAD_POSTS_MOST || t->filled < 0 || t->filled > 2 * t->posts)
		return fail(err, "there must be 1 to 100,000 posts, and people in no more than twice as many"), true;
	if (!(t->leaving > 0 && t->leaving < 1))
		return fail(err, "the share that leaves in a year must be above 0%% and below 100%%"), true;
	if (t->months < 1 || t->months > TARGET_MONTHS_MOST)
		return fail(err, "the date must be 1 to 120 months from now, not %d", t->months), true;
	if (!(t->vacancy >= 0 && t->vacancy < 1))
		return fail(err, "the share that may be vacant must be from 0%% to below 100%%"), true;
	return false;
}

/* Of one who starts in each month, how many are there at the end: 1 + s + s^2 .. over so many months. */
static double
kept_of_each(double stay, int months)
{
	return stay < 1 ? (1 - pow(stay, months)) / (1 - stay) : months;
}

struct ahead_hires
ahead_hires(const struct ahead_target *t, double chance)
{
	double stay = pow(1 - t->leaving, 1.0 / YEAR), kept = pow(stay, t->months);
	double of_hire = kept_of_each(stay, t->months) / t->months;
	struct ahead_hires h = { .filled_then = (int)ceil(t->posts * (1 - t->vacancy) - 1e-9) };
	double gone = t->filled * (1 - kept), lacking = h.filled_then - t->filled * kept;
	int likely = law_point(law_open(gone, t->spread), chance);
	if (likely > t->filled)
		likely = t->filled;
	h.hires = lacking > 0 ? (int)ceil(lacking / of_hire - 1e-9) : 0;
	double lacking_likely = h.filled_then - t->filled + likely;
	h.hires_likely = lacking_likely > 0 ? (int)ceil(lacking_likely / of_hire - 1e-9) : 0;
	h.leavers = gone + h.hires * (1 - of_hire);
	h.a_month = (double)h.hires / t->months;
	return h;
}

/* ---- the newsvendor ---------------------------------------------------------------------------- */

/* At the best amount the cost is (over + under) * sd * density: Arrow, Harris and Marschak. */
struct news_answer
news_normal(double mean, double sd, struct newsvendor costs)
{
	double z = normal_point(costs.under / (costs.under + costs.over));
	return (struct news_answer){ mean + z * sd, (costs.over + costs.under) * sd * normal_density(z) };
}

struct news_answer
news_count(struct law law, struct newsvendor costs)
{
	int amount = law_point(law, costs.under / (costs.under + costs.over));
	return (struct news_answer){ amount,
		costs.over * law_below(law, amount) + costs.under * law_above(law, amount) };
}
