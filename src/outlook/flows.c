/* flows.c: the middle path of leaving and filling. */
#include "outlook/flows.h"

#include <math.h>

static const double leave_most = 0.5, fill_least = 0.0005;

struct flow_end
flows_year(struct flow_year year, double filled, double posts)
{
	struct flow_end end = { filled, 0, 0 };
	double now = posts, more = exp(log(year.posts / posts) / FLOW_MONTHS);
	for (int month = 1; month <= FLOW_MONTHS; month++) {
		now *= more;
		double left = end.filled * year.leave, hired = fmax(0, now - end.filled) * year.fill;
		end.filled += hired - left;
		end.left += left;
	}
	end.vacant = fmax(0, now - end.filled);
	return end;
}

/* More filling ends with more filled. */
static double
fill_for(double leave, struct flow_end want, double filled, double posts)
{
	double low = fill_least, high = 1;
	for (int i = 0; i < 50; i++) {
		double middle = (low + high) / 2;
		struct flow_year try = { leave, middle, want.filled + want.vacant };
		if (flows_year(try, filled, posts).filled < want.filled)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

struct flow_year
flows_for(struct flow_end want, double filled, double posts)
{
	struct flow_year year = { .posts = want.filled + want.vacant };
	double low = 0, high = leave_most;
	for (int i = 0; i < 40; i++) {
		year.leave = (low + high) / 2;
		year.fill = fill_for(year.leave, want, filled, posts);
		if (flows_year(year, filled, posts).left < want.left)
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
