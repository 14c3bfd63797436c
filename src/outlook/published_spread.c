/* published_spread.c: drifts as wide as past forecasts were off. */
#include <math.h>

#include "outlook/publishing.h"

/* What a year has of leaving, filling and cover that is not usual is half gone a year later; posts that came or went stay so. */
static const double half_left = 0.5, stays = 1;

int32_t
publishing_millionths(double x)
{
	return (int32_t)lround(fmin(3, fmax(-3, isfinite(x) ? x : 0)) * MICRO);
}

static int32_t
deviation(double variance)
{
	return (int32_t)lround(fmin(1, sqrt(fmax(0, variance))) * MICRO);
}

/* ---- what a drift of one unit spreads ------------------------------------------------------------- */

/* Variance of an output at the end of year k of a drift whose yearly draws have variance one, and of which `keep` is left
 * a year later. */
static double
of_years(const struct answers *a, enum flow flow, enum flow_out out, int k, double keep)
{
	double variance = 0;
	for (int drawn = 0; drawn <= k; drawn++) {
		double sum = 0, left = 1;
		for (int year = drawn; year <= k; year++, left *= keep)
			sum += left * a->of[flow][out][k][year];
		variance += sum * sum;
	}
	return variance;
}

/* Of what is drawn once for all years. */
static double
of_own(const struct answers *a, enum flow flow, enum flow_out out, int k)
{
	double sum = 0;
	for (int year = 0; year <= k; year++)
		sum += a->of[flow][out][k][year];
	return sum * sum;
}

/* ---- leaving ------------------------------------------------------------------------------------- */

/* Variances of leaving's logarithm: our estimate, the nation's years, the council's years. */
struct leaving { double own, nation, wander; };

static double
spread_by_leaving(const struct leaving *l, const struct answers *a, enum flow_out out, int k)
{
	return l->own * of_own(a, FLOW_LEAVE, out, k) +
	       (l->nation + l->wander) * of_years(a, FLOW_LEAVE, out, k, half_left);
}

static struct leaving
find_leaving(const struct expectations *all, const struct expectation *e, const struct answers *a,
             const struct path *path)
{
	struct leaving l = { .own = e->leaving_spread * e->leaving_spread,
	                     .nation = all->year_spread * all->year_spread };
	double up = 0, down = 0;
	for (int k = 0; k < AHEAD_MOST; k++) {
		double wide = e->of[TARGET_TURNOVER][k].spread;
		double chance = 1 / fmax(0.5, path->ends[k].left);
		double rest = wide * wide - chance - spread_by_leaving(&l, a, OUT_TURNOVER, k);
		double answer = of_years(a, FLOW_LEAVE, OUT_TURNOVER, k, half_left);
		up += answer * rest, down += answer * answer;
	}
	l.wander = down > 0 ? fmax(0, up / down) : 0;
	return l;
}

/* ---- posts and filling ----------------------------------------------------------------------------- */

/* Least squares of two numbers, neither below nothing. */
struct fit { double aa, ab, bb, ar, br; };
struct pair { double posts, fill; };

static void
add_row(struct fit *f, double a, double b, double rest, double whole)
{
	a /= whole, b /= whole, rest /= whole;
	f->aa += a * a, f->ab += a * b, f->bb += b * b, f->ar += a * rest, f->br += b * rest;
}

static struct pair
solve(const struct fit *f)
{
	double wide = f->aa * f->bb - f->ab * f->ab;
	if (wide > 1e-12 * f->aa * f->bb) {
		struct pair both = { (f->ar * f->bb - f->br * f->ab) / wide, (f->br * f->aa - f->ar * f->ab) / wide };
		if (both.posts >= 0 && both.fill >= 0)
			return both;
	}
	struct pair posts = { f->aa > 0 ? fmax(0, f->ar / f->aa) : 0, 0 };
	struct pair fill = { 0, f->bb > 0 ? fmax(0, f->br / f->bb) : 0 };
	double gain_posts = posts.posts * (2 * f->ar - posts.posts * f->aa);
	double gain_fill = fill.fill * (2 * f->br - fill.fill * f->bb);
	return gain_posts > gain_fill ? posts : fill;
}

/* Variance of the rate when posts filled vary by chance and posts stand. */
struct chances { double filled[FLOW_YEARS], vacancy[FLOW_YEARS]; };

static struct chances
find_chances(const struct path *path)
{
	struct chances c;
	double variance[FLOW_YEARS];
	flows_chance(path->years, path->filled, path->posts, variance);
	for (int k = 0; k < FLOW_YEARS; k++) {
		double filled = path->ends[k].filled, posts = path->years[k].posts;
		c.filled[k] = variance[k] / (filled * filled);
		c.vacancy[k] = variance[k] / (posts * posts);
	}
	return c;
}

static struct pair
find_posts_and_filling(const struct expectation *e, const struct leaving *l, const struct answers *a,
                       const struct chances *chance)
{
	struct fit fit = { 0 };
	for (int k = 0; k < AHEAD_MOST; k++) {
		double filled = e->of[TARGET_POSTS][k].spread, vacancy = e->of[TARGET_VACANCY][k].spread;
		double of_filled = filled * filled, of_vacancy = vacancy * vacancy;
		add_row(&fit, of_years(a, FLOW_POSTS, OUT_FILLED, k, stays),
		        of_years(a, FLOW_FILL, OUT_FILLED, k, half_left),
		        of_filled - chance->filled[k] - spread_by_leaving(l, a, OUT_FILLED, k), of_filled);
		add_row(&fit, of_years(a, FLOW_POSTS, OUT_VACANCY, k, stays),
		        of_years(a, FLOW_FILL, OUT_VACANCY, k, half_left),
		        of_vacancy - chance->vacancy[k] - spread_by_leaving(l, a, OUT_VACANCY, k), of_vacancy);
	}
	return solve(&fit);
}

/* Posts and filling as much wider or narrower together as makes ranges what they should be; by steps, since leaving and
 * chance stay. */
static void
fit_widths(struct pair *pair, const struct expectation *e, const struct path *path, const struct leaving *l,
           const struct chances *chance, struct arena scratch)
{
	for (int i = 0; i < 3; i++) {
		struct swings s = { .own = sqrt(l->own), .leave = sqrt(l->nation + l->wander), .fill = sqrt(pair->fill),
			.posts = sqrt(pair->posts), .keep = half_left };
		for (int k = 0; k < FLOW_YEARS; k++)
			s.chance[k] = path->ends[k].filled * sqrt(chance->filled[k]);
		double times = publishing_too_wide(e, path, &s, scratch);
		double by = fmin(1.5, fmax(0.67, 1 / (times * times)));
		pair->posts *= by, pair->fill *= by;
	}
}

/* ---- agency ---------------------------------------------------------------------------------------- */

/* The logarithm of agency over filled spreads as vacancies do, and by cover's own. */
static double
find_cover(const struct expectation *e, const struct leaving *l, const struct pair *pair,
           const struct answers *a, const struct chances *chance, const struct path *path)
{
	double up = 0, down = 0, answer = 0;
	for (int k = 0; k < AHEAD_MOST; k++) {
		double rate = fmin(0.9, fmax(0.005, e->of[TARGET_AGENCY][k].middle));
		double vacancy = path->ends[k].vacant / (path->ends[k].vacant + path->ends[k].filled);
		double odds = fmax(0.005, vacancy * (1 - vacancy));
		double wide = e->of[TARGET_AGENCY][k].spread / (rate * (1 - rate));
		double by_vacancy = chance->vacancy[k] + spread_by_leaving(l, a, OUT_VACANCY, k) +
			pair->posts * of_years(a, FLOW_POSTS, OUT_VACANCY, k, stays) +
			pair->fill * of_years(a, FLOW_FILL, OUT_VACANCY, k, half_left);
		answer = k == 0 ? 1 : 1 + half_left * half_left * answer;
		up += answer * (wide * wide - by_vacancy / (odds * odds)), down += answer * answer;
	}
	return fmax(0, up / down);
}

/* ---- all ------------------------------------------------------------------------------------------- */

void
publishing_spread(struct prospect *p, const struct expectations *all, int council, const struct path *path,
                  struct arena scratch)
{
	const struct expectation *e = &all->at[council];
	struct answers a = flows_answers(path->years, path->filled, path->posts);
	struct chances chance = find_chances(path);
	struct leaving l = find_leaving(all, e, &a, path);
	struct pair pair = find_posts_and_filling(e, &l, &a, &chance);
	fit_widths(&pair, e, path, &l, &chance, scratch);
	double cover = find_cover(e, &l, &pair, &a, &chance, path);
	double nation = fmin(all->growth_spread * all->growth_spread, pair.posts / 2);
	struct drift *d = p->drifts;
	d[DRIFT_LEAVE].own = deviation(l.own);
	d[DRIFT_LEAVE].nation = deviation(l.nation);
	d[DRIFT_LEAVE].wander = deviation(l.wander);
	d[DRIFT_POSTS].nation = deviation(nation);
	d[DRIFT_POSTS].wander = deviation(pair.posts - nation);
	d[DRIFT_FILL].wander = deviation(pair.fill);
	d[DRIFT_COVER].wander = deviation(cover);
	d[DRIFT_LEAVE].keep = d[DRIFT_FILL].keep = d[DRIFT_COVER].keep = publishing_millionths(half_left);
	d[DRIFT_POSTS].keep = publishing_millionths(stays);
}

void
publishing_room(struct prospect *p)
{
	const struct drift *d = &p->drifts[DRIFT_LEAVE];
	double keep = (double)d->keep / MICRO, years = hypot((double)d->wander, (double)d->nation) / MICRO;
	double far = 3 * hypot((double)d->own / MICRO, years / sqrt(1 - keep * keep));
	double mean = 0;
	for (int k = 0; k < YEARS_MOST; k++)
		mean = fmax(mean, (double)d->mean[k] / MICRO);
	prospect_room(p, (int)ceil(exp(mean + far)) + 1);
}
