/* life_bands.c: endings and exposure by bands of time. */
#include "model/glm.h"

#include <math.h>

static double
cut_from(const double *cuts, int band)
{
	return band ? cuts[band - 1] : 0;
}

static double
cut_to(const double *cuts, int count, int band)
{
	return band < count ? cuts[band] : INFINITY;
}

/* Time watched in a band, and whether it ended in it: bands are (from, to]. */
static double
in_band(const struct life *life, double from, double to, int *ended)
{
	double begin = fmax(life->entry, from), end = fmin(life->exit, to);
	*ended = life->cause && life->exit > life->entry && life->exit > from && life->exit <= to;
	return end > begin && life->exit > life->entry ? end - begin : 0;
}

void
life_bands(struct lives lives, const double *cuts, int count, struct band *bands)
{
	for (int b = 0; b <= count; b++) {
		bands[b] = (struct band){ cut_from(cuts, b), cut_to(cuts, count, b), 0, 0 };
		for (int i = 0; i < lives.count; i++) {
			int ended;
			bands[b].exposure += in_band(&lives.at[i], bands[b].from, bands[b].to, &ended);
			bands[b].ended += ended;
		}
	}
}

void
life_banded(struct banded *banded, struct lives lives, const double *cuts, int count, struct arena *perm)
{
	ptrdiff_t most = (ptrdiff_t)lives.count * (count + 1) + 1;
	*banded = (struct banded){ 0, new(perm, most, int), new(perm, most, int), new(perm, most, double),
		                   new(perm, most, double) };
	for (int i = 0; i < lives.count; i++)
		for (int b = 0; b <= count; b++) {
			int ended, at = banded->count;
			double exposure = in_band(&lives.at[i], cut_from(cuts, b), cut_to(cuts, count, b), &ended);
			if (!(exposure > 0))
				continue;
			banded->life[at] = i;
			banded->band[at] = b;
			banded->exposure[at] = exposure;
			banded->ended[at] = ended;
			banded->count++;
		}
}
