/* moments_variance.c: the variance of posts filled, from each post's own chance to be. */
#include <string.h>

#include "model/moments_parts.h"

/* Rows over months: the chance that a post is filled at the end of month t, given what it was at the end of an
 * earlier one. */
struct row { double at[MONTHS_MOST + 2]; };

struct renewal {
	const struct flows *f;
	struct row *joined;          /* [u]: somebody joined at the end of month u */
	struct row *vacated;         /* [s]: vacated at the end of month s */
};

/* Adds the course of a post whose holder is in (shares over grades, tenure) at the end of month u. */
static void
holder_add(const struct renewal *r, const double *shares, int tenure, int u, double *out)
{
	const struct flows *f = r->f;
	double here[GRADES_MOST + 1] = { 0 };
	memcpy(here, shares, (size_t)f->p->grades * sizeof *here);
	for (int m = u; ; m++) {
		double still = 0;
		for (int g = 0; g < f->p->grades; g++)
			still += here[g];
		out[m] += still;
		if (m == f->p->months)
			return;
		double left = 0, (*leave)[TENURE_MOST + 1] = f->leave[f->phase[m + 1]];
		for (int g = f->p->grades - 1; g >= 0; g--) {
			double chance = leave[g][tenure] * f->times[m + 1], goes = here[g] * (chance < 1 ? chance : 1);
			double rises = (here[g] - goes) * f->rates->rise[g][tenure];
			left += goes;
			here[g] -= goes + rises;
			here[g + 1] += rises;
		}
		tenure += tenure < TENURE_MOST;
		const double *after = r->vacated[m + 1].at;
		for (int t = m + 2; t <= f->p->months && left > 0; t++)
			out[t] += left * after[t];
	}
}

/* A post that was vacated at the end of month `start`, from the start of month `from` on. */
static void
vacant_add(const struct renewal *r, int start, int from, double *out)
{
	const struct flows *f = r->f;
	double still = 1;
	for (int u = from; u <= f->p->months; u++) {
		if (u - 1 - start < f->lead[u] || f->fill[u] <= 0)
			continue;
		double joins = still * f->fill[u];
		still -= joins;
		for (int t = u; t <= f->p->months; t++)
			out[t] += joins * r->joined[u].at[t];
	}
}

static void
renewal_set(struct renewal *r, struct arena *scratch)
{
	int months = r->f->p->months;
	r->joined = new(scratch, months + 2, struct row);
	r->vacated = new(scratch, months + 2, struct row);
	for (int u = months; u >= 1; u--) {
		vacant_add(r, u, u + 1, r->vacated[u].at);
		holder_add(r, r->f->rates->entry, 0, u, r->joined[u].at);
	}
}

static void
variance_add(const struct flows *f, const double *chance, double posts, struct moment *out)
{
	for (int m = 0; m <= f->p->months; m++)
		out[m].variance += posts * chance[m] * (1 - chance[m]);
}

static void
vacant_variance(const struct renewal *r, int start, int from, double posts, struct moment *out)
{
	struct row chance = { { 0 } };
	vacant_add(r, start, from, chance.at);
	variance_add(r->f, chance.at, posts, out);
}

void
moments_variance(const struct flows *f, struct moment *out, struct arena scratch)
{
	const struct prospect *p = f->p;
	struct renewal r = { .f = f };
	renewal_set(&r, &scratch);
	struct people *count = new(&scratch, 1, struct people);
	int waiting[TENURE_MOST + 1] = { 0 };
	for (int i = 0; i < p->seat_count; i++)
		if (p->seats[i].grade != VACANT)
			count->at[p->seats[i].grade][p->seats[i].tenure]++;
		else if (p->seats[i].first == 0)
			waiting[p->seats[i].tenure]++;
		else
			vacant_variance(&r, p->seats[i].first - 1, p->seats[i].first, 1, out);
	for (int t = 0; t <= TENURE_MOST; t++) {
		if (waiting[t])
			vacant_variance(&r, -t, 1, waiting[t], out);
		for (int g = 0; g < p->grades; g++)
			if (count->at[g][t] > 0) {
				struct row chance = { { 0 } };
				double shares[GRADES_MOST] = { 0 };
				shares[g] = 1;
				holder_add(&r, shares, t, 0, chance.at);
				variance_add(f, chance.at, count->at[g][t], out);
			}
	}
}
