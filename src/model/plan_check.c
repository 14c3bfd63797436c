/* plan_check.c: hire-up-to rules, and plans under the same luck. */
#include "model/plan_check.h"

#include <assert.h>
#include <string.h>

#include "model/simulate.h"

enum { YEAR = 12 };

/* ---- a rule of thumb ----------------------------------------------------------------------------- */

static double
filled_in(const struct plan_hires *plan, const struct plan_months *p, int month)
{
	double filled = p->base[month];
	for (int w = 0; w < p->way_count; w++)
		for (int s = 1; s <= month; s++)
			filled += plan->hires[w][s] * p->ways[w].stay[month - s];
	return filled;
}

void
plan_hires_up_to(struct plan_hires *out, const struct plan_months *p, double filled)
{
	*out = (struct plan_hires){ 0 };
	for (int m = 1; m <= p->months; m++) {
		int lacking = (int)floor(filled - filled_in(out, p, m) + 0.5);
		for (int w = 0; w < p->way_count && lacking > 0; w++) {
			const struct plan_way *way = &p->ways[w];
			bool held = way->intake >> ((p->first_month - 1 + m - 1) % YEAR) & 1;
			if (!held || lacking < way->least)
				continue;
			out->hires[w][m] = lacking < way->most ? lacking : way->most;
			lacking -= out->hires[w][m];
		}
	}
	plan_hires_follow(out, p);
}

/* ---- under the same luck ------------------------------------------------------------------------- */

static struct prospect *
prospect_of(const struct prospect *from, const struct plan_months *p, const struct plan_hires *plan, const int *grades,
            struct arena *perm)
{
	struct prospect *made = new(perm, 1, struct prospect);
	*made = *from;
	made->months = p->months;
	made->first_month = p->first_month;
	made->fill = 0;
	made->cohort_count = made->loss_count = made->quicker_count = 0;
	for (int d = 0; d < DRIFTS; d++)
		memset(made->drifts[d].mean, 0, sizeof made->drifts[d].mean);
	made->drifts[DRIFT_POSTS] = (struct drift){ 0 };
	for (int m = 1; m <= p->months; m++)
		for (int w = 0; w < p->way_count; w++)
			if (plan->hires[w][m] > 0 && made->cohort_count < COHORTS_MOST)
				made->cohorts[made->cohort_count++] = (struct cohort){ m, plan->hires[w][m], grades[w], CERTAIN };
	made->cover_most = p->agency_most > 0 ? p->agency_most : 0;
	made->cover = p->agency_most == 0 ? 0 : CERTAIN;
	made->convert = 0;
	made->prices = (struct prices){ .agency_week = (p->pay_month + p->agency_month) * YEAR / 52 };
	for (int g = 0; g < made->grades; g++)
		made->prices.pay[g] = p->pay_month * YEAR;
	return made;
}

struct taking { struct plan_trial *trial; const struct plan_months *p; struct plan_luck luck; double *worth; };

static double
cost_of_hires(const struct plan_hires *plan, const struct plan_months *p, int last)
{
	double cost = 0;
	for (int w = 0; w < p->way_count; w++)
		for (int m = 1; m <= last; m++)
			cost += plan->hires[w][m] * (double)p->ways[w].hire + (plan->hires[w][m] > 0 ? (double)p->ways[w].round : 0);
	return cost;
}

static void
take(void *who, int replication, const struct replication *came)
{
	struct taking *in = who;
	double money = cost_of_hires(in->trial->plan, in->p, in->luck.last), missing = 0;
	for (int line = 0; line < COST_LINES; line++)
		money += (double)came->cost[in->luck.last][line];
	for (int m = 1; m <= in->luck.last; m++) {
		missing += came->at[TALLY_VACANT][m];
		if (m < in->luck.first)
			continue;
		in->trial->gap += came->at[TALLY_VACANT][m] > 0;
		in->trial->missing += came->at[TALLY_VACANT][m];
		in->trial->over += came->at[TALLY_OVER][m];
	}
	in->trial->money += money;
	in->worth[replication] = money + missing * (double)in->p->risk_month;
}

static void
mean_of(struct plan_trial *trial, struct plan_luck luck, const double *worth)
{
	double months = (luck.last - luck.first + 1) * (double)luck.replications;
	trial->gap /= months;
	trial->missing /= months;
	trial->over /= months;
	trial->money /= luck.replications;
	for (int r = 0; r < luck.replications; r++)
		trial->worth += worth[r] / luck.replications;
}

static void
judge(struct plan_trial *trials, int count, double *const *worth, int replications)
{
	int best = 0;
	for (int t = 1; t < count; t++)
		if (trials[t].worth < trials[best].worth)
			best = t;
	trials[best].best = true;
	for (int t = 0; t < count; t++) {
		double square = 0, mean = trials[t].worth - trials[best].worth;
		for (int r = 0; r < replications; r++) {
			double off = worth[t][r] - worth[best][r] - mean;
			square += off * off;
		}
		trials[t].regret = mean;
		trials[t].regret_error = replications > 1 ? sqrt(square / (replications - 1) / replications) : 0;
	}
}

bool
plan_check(const struct prospect *prospect, const struct plan_months *p, struct plan_luck luck, struct plan_trial *trials,
           int count, struct arena *perm, struct error *err)
{
	struct prospect *made[TRIALS_MOST];
	double *worth[TRIALS_MOST];
	int more = 0;
	assert(luck.first >= 1 && luck.first <= luck.last && luck.last <= p->months);
	assert(count >= 1 && count <= TRIALS_MOST && luck.replications >= 1 && luck.replications <= TRIAL_REPLICATIONS_MOST);
	for (int t = 0; t < count; t++) {
		made[t] = prospect_of(prospect, p, trials[t].plan, luck.grades, perm);
		worth[t] = new(perm, luck.replications, double);
		if (!prospect_sound(made[t], err, *perm))
			return false;
		more = prospect_more(made[t]) > more ? prospect_more(made[t]) : more;
	}
	for (int first = 0; first < luck.replications; first += BLOCK) {
		int size = luck.replications - first < BLOCK ? luck.replications - first : BLOCK;
		struct arena scratch = *perm;
		struct calendar *calendar = calendar_new(made[0], more, luck.seed, first, size, &scratch);
		for (int t = 0; t < count; t++) {
			struct taking in = { &trials[t], p, luck, worth[t] };
			simulate_each(made[t], calendar, first, size, take, &in, scratch);
		}
	}
	for (int t = 0; t < count; t++)
		mean_of(&trials[t], luck, worth[t]);
	judge(trials, count, worth, luck.replications);
	return true;
}
