/* hazard.c: phases, years and pressure. */
#include "model/hazard.h"

/* ---- years ------------------------------------------------------------------------------------- */

/* Which draws of a year's stream: own first, then two a year. A nation's are of no council. */
enum { DRAW_OWN, DRAW_WANDER, DRAW_NATION, DEVIATIONS = 3 };

static void
drift_cut(const struct drift *drift, int months, double *cut)
{
	double own = (double)drift->own * drift->own, keep = drift->keep / 1e6, run = 0;
	double each = (double)drift->wander * drift->wander + (double)drift->nation * drift->nation;
	for (int year = 0; year * 12 < months; year++) {
		run = keep * keep * run + each;
		cut[year] = own + run > 0 ? DEVIATIONS * sure_root(own + run) : 0;
	}
}

static double
normal_of(uint64_t seed, uint32_t council, enum drift_of drift, int draw, int year, uint32_t replication)
{
	uint32_t whom = (uint32_t)drift << 8 | (uint32_t)draw << 4 | (uint32_t)year;
	return sure_normal(words_at(seed, whom, which_of(council, 0), replication, STREAM_YEARS).at[0]);
}

/* Logarithms, in millionths. Where nothing is uncertain, nothing is drawn. */
static void
drift_draw(const struct prospect *p, enum drift_of which, const double *cut, uint64_t seed, uint32_t replication,
           double *logs)
{
	const struct drift *drift = &p->drifts[which];
	double own = drift->own ? normal_of(seed, p->whom, which, DRAW_OWN, 0, replication) * drift->own : 0;
	double wander = 0, nation = 0, keep = drift->keep / 1e6;
	for (int year = 0; year * 12 < p->months; year++) {
		if (drift->wander)
			wander = keep * wander + drift->wander * normal_of(seed, p->whom, which, DRAW_WANDER, year, replication);
		if (drift->nation)
			nation = keep * nation + drift->nation * normal_of(seed, 0, which, DRAW_NATION, year, replication);
		double off = own + wander + nation;
		logs[year] = drift->mean[year] + (off > cut[year] ? cut[year] : off < -cut[year] ? -cut[year] : off);
	}
}

static uint32_t
multiplier(double log_millionths)
{
	double cut = log_millionths > 4e6 ? 4e6 : log_millionths < -8e6 ? -8e6 : log_millionths;
	return (uint32_t)(cut == 0 ? Q16 : sure_exp(cut / 1e6) * Q16 + 0.5);
}

/* To each year's number by twelve equal parts of the logarithm. */
static void
lasting_by_month(int lasting, const double *logs, int months, int32_t *out)
{
	static const double three_times = 1.0986122886681098e6;
	double before = 0;
	out[0] = lasting;
	for (int m = 1; m <= months; m++) {
		double year = logs[(m - 1) / 12];
		out[m] = lasting;
		if (year == 0 && before == 0)
			continue;
		double x = before + (year - before) * (((m - 1) % 12 + 1) / 12.0);
		x = x > three_times ? three_times : x;
		out[m] = x == 0 ? lasting : (int32_t)(lasting * sure_exp(x / 1e6) + 0.5);
		before = m % 12 == 0 ? year : before;
	}
}

static void
years_set(const struct prospect *p, int which, const double *logs, int lasting, struct years *years)
{
	for (int year = 0; year * 12 < p->months; year++)
		years->q16[which][year] = multiplier(logs[year]);
	if (which == DRIFT_POSTS)
		lasting_by_month(lasting, logs, p->months, years->lasting);
}

void
years_draw(const struct prospect *p, const struct hazard *hazard, uint64_t seed, uint32_t replication,
           struct years *years)
{
	for (int which = 0; which < DRIFTS; which++) {
		double logs[YEARS_MOST];
		drift_draw(p, (enum drift_of)which, hazard->cut[which], seed, replication, logs);
		years_set(p, which, logs, hazard->lasting, years);
	}
}

void
years_leaving(const struct prospect *p, const struct hazard *hazard, uint64_t seed, uint32_t replication,
              uint32_t q16[YEARS_MOST])
{
	double logs[YEARS_MOST];
	drift_draw(p, DRIFT_LEAVE, hazard->cut[DRIFT_LEAVE], seed, replication, logs);
	for (int year = 0; year * 12 < p->months; year++)
		q16[year] = multiplier(logs[year]);
}

void
years_at(const struct prospect *p, double deviations, struct years *years)
{
	for (int which = 0; which < DRIFTS; which++) {
		double logs[YEARS_MOST];
		drift_cut(&p->drifts[which], p->months, logs);
		for (int year = 0; year * 12 < p->months; year++)
			logs[year] = p->drifts[which].mean[year] + logs[year] * (deviations / DEVIATIONS);
		years_set(p, which, logs, prospect_lasting(p), years);
	}
}

/* ---- phases ------------------------------------------------------------------------------------ */

static uint32_t
pushes_in(const struct prospect *p, int month)
{
	uint32_t set = 0;
	for (int i = 0; i < p->push_count; i++)
		if (month >= p->pushes[i].first && month <= p->pushes[i].last)
			set |= UINT32_C(1) << i;
	return set;
}

static Chance
pushed(const struct prospect *p, uint32_t set, Chance chance, int grade, int tenure)
{
	for (int i = 0; i < p->push_count; i++) {
		const struct push *push = &p->pushes[i];
		if ((set >> i & 1) && tenure >= push->tenure_first && tenure <= push->tenure_last &&
		    (push->grade < 0 || push->grade == grade))
			chance = chance_times(chance, push->q16);
	}
	return chance;
}

static void
phase_fill(const struct prospect *p, uint32_t set, int phase, struct hazard *hazard)
{
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			Chance sum = 0;
			for (int c = 0; c < p->causes; c++) {
				sum += pushed(p, set, p->leave[c][g][t], g, t);
				sum = sum < CERTAIN ? sum : CERTAIN;
				hazard->upto[phase * CAUSES_MOST + c].at[g][t] = sum;
			}
			hazard->leave[phase].at[g][t] = sum;
		}
}

void
hazard_years(const struct prospect *p, struct hazard *hazard)
{
	*hazard = (struct hazard){ .lasting = prospect_lasting(p) };
	for (int which = 0; which < DRIFTS; which++)
		drift_cut(&p->drifts[which], p->months, hazard->cut[which]);
}

void
hazard_of(const struct prospect *p, struct hazard *hazard, struct arena *perm)
{
	uint32_t sets[MONTHS_MOST + 1];
	hazard_years(p, hazard);
	for (int m = 1; m <= p->months; m++) {
		uint32_t set = pushes_in(p, m);
		int i = 0;
		while (i < hazard->phases && sets[i] != set)
			i++;
		if (i == hazard->phases)
			sets[hazard->phases++] = set;
		hazard->phase[m] = (uint8_t)i;
	}
	hazard->leave = new(perm, hazard->phases, struct chances);
	hazard->upto = new(perm, hazard->phases * CAUSES_MOST, struct chances);
	for (int i = 0; i < hazard->phases; i++)
		phase_fill(p, sets[i], i, hazard);
}

/* ---- pressure ---------------------------------------------------------------------------------- */

uint32_t
pressure_q16(const struct prospect *p, int vacant, int funded)
{
	if (p->pressure == 0 || funded == 0)
		return Q16;
	int64_t above = (int64_t)vacant * 1000000 / funded - p->usual_vacancy;   /* millionths of a share: 10,000 a point */
	int64_t most = PRESSURE_POINTS * 10000;
	above = above > most ? most : above < -most ? -most : above;
	int64_t q16 = Q16 + above * p->pressure / 10000 * Q16 / 1000000;
	return q16 > 0 ? (uint32_t)q16 : 0;
}

uint32_t
pressure_most(const struct prospect *p)
{
	return (uint32_t)(Q16 + (int64_t)PRESSURE_POINTS * p->pressure * Q16 / 1000000);
}
