/* published_width.c: whether the engine's middle 80 % is as wide as what is expected.
 *
 * Variances add up; ranges of what bends do not. So a hundred and twenty-eight futures without chance are laid out evenly
 * (points of Roberts' sequence, as normal deviations), run through the flows, and their ranges measured.
 */
#include <math.h>
#include <stdlib.h>

#include "model/law.h"
#include "outlook/publishing.h"

enum { FUTURES = 128, DRAWS = 2 + 3 * FLOW_YEARS, DRAW_OWN = 0, DRAW_CHANCE = 1, DRAW_YEARS = 2 };

struct ranges { double filled[FLOW_YEARS][FUTURES], vacancy[FLOW_YEARS][FUTURES]; };

/* The root of x^(DRAWS+1) = x + 1, whose powers' inverses step through the cube evenly. */
static double
even_step(void)
{
	double root = 1;
	for (int i = 0; i < 60; i++)
		root = pow(1 + root, 1.0 / (DRAWS + 1));
	return root;
}

static void
lay_out(double root, int future, double draws[DRAWS])
{
	double step = 1;
	for (int i = 0; i < DRAWS; i++) {
		step /= root;
		draws[i] = normal_point(fmin(0.9987, fmax(0.0013, fmod(0.5 + (future + 1) * step, 1))));
	}
}

static void
run_future(const struct path *path, const struct swings *s, const double draws[DRAWS], int future, struct ranges *out)
{
	double filled = path->filled, posts = path->posts, leave = 0, fill = 0, moved = 0;
	for (int k = 0; k < FLOW_YEARS; k++) {
		const double *year = &draws[DRAW_YEARS + 3 * k];
		leave = s->keep * leave + s->leave * year[FLOW_LEAVE];
		fill = s->keep * fill + s->fill * year[FLOW_FILL];
		moved += s->posts * year[FLOW_POSTS];
		struct flow_year now = path->years[k];
		now.leave = fmin(1, now.leave * exp(leave + s->own * draws[DRAW_OWN]));
		now.fill = fmin(1, now.fill * exp(fill));
		now.posts *= exp(moved);
		struct flow_end end = flows_year(now, filled, posts);
		filled = end.filled, posts = now.posts;
		double seen = fmin(posts, fmax(0.5, filled + s->chance[k] * draws[DRAW_CHANCE]));
		out->filled[k][future] = log(seen);
		out->vacancy[k][future] = 1 - seen / posts;
	}
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
middle_80(double *values)
{
	qsort(values, FUTURES, sizeof *values, by_value);
	return values[FUTURES * 9 / 10] - values[FUTURES / 10];
}

static double
expected_80(struct expected e, bool rate)
{
	double half = 1.2815515655446004 * e.spread;
	return rate ? fmin(1, e.middle + half) - fmax(0, e.middle - half) : 2 * half;
}

double
publishing_too_wide(const struct expectation *e, const struct path *path, const struct swings *s, struct arena scratch)
{
	struct ranges *ranges = new(&scratch, 1, struct ranges);
	double root = even_step(), draws[DRAWS], sum = 0;
	for (int i = 0; i < FUTURES; i++) {
		lay_out(root, i, draws);
		run_future(path, s, draws, i, ranges);
	}
	for (int k = 0; k < FLOW_YEARS; k++)
		sum += log((middle_80(ranges->filled[k]) + 1e-6) / (expected_80(e->of[TARGET_POSTS][k], false) + 1e-6)) +
		       log((middle_80(ranges->vacancy[k]) + 1e-6) / (expected_80(e->of[TARGET_VACANCY][k], true) + 1e-6));
	return exp(sum / (2 * FLOW_YEARS));
}
