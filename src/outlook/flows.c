/* flows.c: the middle path of leaving and filling. */
#include "outlook/flows.h"

#include <math.h>

static const double leave_most = 0.5, fill_least = 0.0005;

/* Posts at the end of each month, from one number to another. */
struct growth { double posts[FLOW_MONTHS]; };

static struct growth
growth_to(double posts, double now)
{
	struct growth growth;
	double more = exp(log(posts / now) / FLOW_MONTHS);
	for (int month = 0; month < FLOW_MONTHS; month++)
		growth.posts[month] = now *= more;
	return growth;
}

static double
none_below(double number)
{
	return number > 0 ? number : 0;
}

static struct flow_end
year_of(const struct growth *growth, double leave, double fill, double filled)
{
	struct flow_end end = { filled, 0, 0 };
	for (int month = 0; month < FLOW_MONTHS; month++) {
		double left = end.filled * leave, hired = none_below(growth->posts[month] - end.filled) * fill;
		end.filled += hired - left;
		end.left += left;
	}
	end.vacant = none_below(growth->posts[FLOW_MONTHS - 1] - end.filled);
	return end;
}

struct flow_end
flows_year(struct flow_year year, double filled, double posts)
{
	struct growth growth = growth_to(year.posts, posts);
	return year_of(&growth, year.leave, year.fill, filled);
}

enum { HALVINGS = 50, TRIES = 3 };

/* How many are filled at the end with each of these fills: months wait for each other, years do not. */
static void
filled_by(const struct growth *growth, double leave, const double fill[TRIES], double filled, double end[TRIES])
{
	for (int i = 0; i < TRIES; i++)
		end[i] = filled;
	for (int month = 0; month < FLOW_MONTHS; month++)
		for (int i = 0; i < TRIES; i++)
			end[i] += none_below(growth->posts[month] - end[i]) * fill[i] - end[i] * leave;
}

/* More filling ends with more filled. A half and the half of either half are tried together, so a round halves twice. */
static double
fill_for(const struct growth *growth, double leave, double want, double filled)
{
	double low = fill_least, high = 1;
	for (int i = 0; i < HALVINGS; i += 2) {
		double middle = (low + high) / 2, end[TRIES];
		const double fill[TRIES] = { (low + middle) / 2, middle, (middle + high) / 2 };
		filled_by(growth, leave, fill, filled, end);
		bool above = end[1] < want;
		low = above ? middle : low;
		high = above ? high : middle;
		int half = above ? 2 : 0;
		low = end[half] < want ? fill[half] : low;
		high = end[half] < want ? high : fill[half];
	}
	return (low + high) / 2;
}

struct flow_year
flows_for(struct flow_end want, double filled, double posts)
{
	struct flow_year year = { .posts = want.filled + want.vacant };
	const struct growth growth = growth_to(year.posts, posts);
	double low = 0, high = leave_most;
	for (int i = 0; i < 40; i++) {
		year.leave = (low + high) / 2;
		year.fill = fill_for(&growth, year.leave, want.filled, filled);
		if (year_of(&growth, year.leave, year.fill, filled).left < want.left)
			low = year.leave;
		else
			high = year.leave;
	}
	return year;
}

/* ---- answers ------------------------------------------------------------------------------------ */

struct outs { double of[FLOW_YEARS][FLOW_OUTS]; };

static struct outs
run_years(const struct flow_year years[FLOW_YEARS], double filled, double posts)
{
	struct outs out;
	for (int k = 0; k < FLOW_YEARS; k++) {
		struct flow_end end = flows_year(years[k], filled, posts);
		filled = end.filled, posts = years[k].posts;
		out.of[k][OUT_FILLED] = log(fmax(filled, 1e-9));
		out.of[k][OUT_VACANCY] = end.vacant / (end.vacant + end.filled);
		out.of[k][OUT_TURNOVER] = log(fmax(end.left, 1e-9) / fmax(filled, 1e-9));
	}
	return out;
}

static double *
flow_at(struct flow_year *year, enum flow flow)
{
	switch (flow) {
	case FLOW_LEAVE:
		return &year->leave;
	case FLOW_FILL:
		return &year->fill;
	case FLOW_POSTS:
	case FLOWS:
		break;
	}
	return &year->posts;
}

struct answers
flows_answers(const struct flow_year years[FLOW_YEARS], double filled, double posts)
{
	const double step = 0.05;
	struct answers answers;
	for (int flow = 0; flow < FLOWS; flow++)
		for (int j = 0; j < FLOW_YEARS; j++) {
			struct flow_year up[FLOW_YEARS], down[FLOW_YEARS];
			for (int k = 0; k < FLOW_YEARS; k++)
				up[k] = down[k] = years[k];
			*flow_at(&up[j], (enum flow)flow) *= exp(step);
			*flow_at(&down[j], (enum flow)flow) *= exp(-step);
			struct outs more = run_years(up, filled, posts), less = run_years(down, filled, posts);
			for (int out = 0; out < FLOW_OUTS; out++)
				for (int k = 0; k < FLOW_YEARS; k++)
					answers.of[flow][out][k][j] = (more.of[k][out] - less.of[k][out]) / (2 * step);
		}
	return answers;
}

/* ---- chance -------------------------------------------------------------------------------------- */

/* A post that is filled stays so with 1 - leave, a vacant one is filled with fill; both ways in one step a month. */
static double
still_filled(struct flow_year year, double chance)
{
	for (int month = 0; month < FLOW_MONTHS; month++)
		chance = chance * (1 - year.leave) + (1 - chance) * fmin(1, year.fill);
	return chance;
}

void
flows_chance(const struct flow_year years[FLOW_YEARS], double filled, double posts,
             double variance[FLOW_YEARS])
{
	double of_filled = 1, of_vacant = 0;
	for (int k = 0; k < FLOW_YEARS; k++) {
		of_filled = still_filled(years[k], of_filled);
		of_vacant = still_filled(years[k], of_vacant);
		variance[k] = filled * of_filled * (1 - of_filled) +
		              fmax(0, posts - filled) * of_vacant * (1 - of_vacant);
	}
}
