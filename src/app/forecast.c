/* forecast.c: a run: the base, and scenarios beside it; then the same luck with fewer sources of doubt. */
#include "app/forecast.h"

/* Drifts left out of a run, so that what they add can be told. */
enum { NO_YEARS = 1, NO_ESTIMATE = 2 };

struct trial {
	const struct forecast_order *order;
	struct forecast *out;
	int seats_more;
	struct arena *perm;
};

static const struct prospect *
calmed(const struct prospect *base, int without, struct arena *perm)
{
	struct prospect *calm = new(perm, 1, struct prospect);
	*calm = *base;
	for (int d = 0; d < DRIFTS; d++) {
		if (without & NO_YEARS)
			calm->drifts[d].wander = calm->drifts[d].nation = 0;
		if (without & NO_ESTIMATE)
			calm->drifts[d].own = 0;
	}
	return calm;
}

static struct way
way_of(const struct trial *run, const struct prospect *prospect, bool gap)
{
	const struct prospect *base = run->out->base.prospect;
	return (struct way){ .prospect = prospect, .tally = tally_new(base, run->seats_more, run->perm),
	                     .gap = gap && !run->out->pool ? gap_new(base, run->seats_more, run->perm) : NULL };
}

const struct prospect *
forecast_base(const struct forecast_order *order, const struct outlook *outlook, struct arena *perm)
{
	struct prospect *base = new(perm, 1, struct prospect);
	*base = *outlook->prospect;
	base->safe = order->safe ? order->safe : base->safe;
	return base;
}

static bool
pull_scenarios(struct trial *run, const struct prospect *pulled[SCENARIOS_MOST], struct error *err)
{
	const struct prospect *base = run->out->base.prospect;
	for (int i = 0; i < run->order->scenario_count; i++) {
		const struct scenario *scenario = &run->order->scenarios[i];
		pulled[i] = lever_pull(base, scenario->levers, scenario->count, run->perm, err);
		if (!pulled[i])
			return fail_within(err, "Scenario %.*s", STR_ARG(scenario_letter(i)));
		int more = lever_room(base, pulled[i]);
		run->seats_more = more > run->seats_more ? more : run->seats_more;
	}
	return true;
}

static bool
set_up(struct trial *run, struct error *err)
{
	struct forecast *out = run->out;
	const struct prospect *pulled[SCENARIOS_MOST];
	out->base.prospect = forecast_base(run->order, out->outlook, run->perm);
	out->pool = simulate_as_pool(out->base.prospect);
	if (!pull_scenarios(run, pulled, err))
		return false;
	out->base = way_of(run, out->base.prospect, false);
	for (int i = 0; i < run->order->scenario_count; i++)
		out->scenarios[i] = way_of(run, pulled[i], true);
	return true;
}

/* ---- a block of replications -------------------------------------------------------------------- */

struct block_of { int first, count; };

static void
run_pool(const struct trial *run, struct block_of block, struct arena scratch)
{
	const struct forecast *out = run->out;
	uint64_t seed = (uint64_t)run->order->seed;
	simulate_pool(out->base.prospect, seed, block.first, block.count, out->base.tally, scratch);
	for (int i = 0; i < run->order->scenario_count; i++)
		simulate_pool(out->scenarios[i].prospect, seed, block.first, block.count, out->scenarios[i].tally, scratch);
}

static void
run_people(const struct trial *run, struct block_of block, struct arena scratch)
{
	const struct forecast *out = run->out;
	const struct prospect *base = out->base.prospect;
	struct calendar *calendar = calendar_new(base, run->seats_more, (uint64_t)run->order->seed, block.first,
	                                         block.count, &scratch);
	if (run->order->scenario_count == 0)
		simulate(base, calendar, block.first, block.count, out->base.tally, scratch);
	for (int i = 0; i < run->order->scenario_count; i++)
		simulate_beside(base, out->scenarios[i].prospect, calendar, block.first, block.count,
		                i == 0 ? out->base.tally : NULL, out->scenarios[i].tally, out->scenarios[i].gap, scratch);
}

static bool
run_blocks(const struct trial *run, const struct forecast_watch *watch, struct error *err)
{
	int runs = run->order->runs;
	for (int first = 0; first < runs; first += BLOCK) {
		struct block_of block = { first, runs - first < BLOCK ? runs - first : BLOCK };
		if (run->out->pool)
			run_pool(run, block, *run->perm);
		else
			run_people(run, block, *run->perm);
		if (watch && !watch->going(watch->who, block.first + block.count, runs))
			return fail(err, "It was stopped, and nothing of it is kept.");
	}
	return true;
}

bool
forecast_run(const struct forecast_order *order, const struct outlook *outlook,
             const struct forecast_watch *watch, struct forecast *forecast, struct arena *perm,
             struct error *err)
{
	*forecast = (struct forecast){ .order = *order, .outlook = outlook };
	struct trial run = { .order = &forecast->order, .out = forecast, .perm = perm };
	return set_up(&run, err) && run_blocks(&run, watch, err);
}

/* ---- doubt -------------------------------------------------------------------------------------- */

static double
variance_at_end(const struct way *way)
{
	double deviation = tally_deviation(way->tally, TALLY_FILLED, way->prospect->months);
	return deviation * deviation;
}

static int
share_of(double part, double whole)
{
	return whole <= 0 || part <= 0 ? 0 : part >= whole ? 100 : (int)(100 * part / whole + 0.5);
}

static bool
variance_without(const struct forecast *of, int without, const struct forecast_watch *watch, double *variance,
                 struct arena scratch, struct error *err)
{
	struct forecast calm = { .order = of->order, .outlook = of->outlook, .pool = of->pool };
	struct trial run = { .order = &calm.order, .out = &calm, .perm = &scratch };
	calm.order.scenario_count = 0;
	calm.base.prospect = calmed(of->base.prospect, without, &scratch);
	calm.base = way_of(&run, calm.base.prospect, false);
	if (!run_blocks(&run, watch, err))
		return false;
	*variance = variance_at_end(&calm.base);
	return true;
}

/* Luck may make a calmer run a little wilder: then what was left out adds nothing. */
bool
forecast_doubt(struct forecast *forecast, const struct forecast_watch *watch, struct arena *perm, struct error *err)
{
	double all = variance_at_end(&forecast->base), known, process;
	if (!variance_without(forecast, NO_YEARS, watch, &known, *perm, err) ||
	    !variance_without(forecast, NO_YEARS | NO_ESTIMATE, watch, &process, *perm, err))
		return false;
	struct doubt doubt = { .years = share_of(all - known, all) };
	doubt.parameters = share_of(known - process, all);
	if (doubt.parameters > 100 - doubt.years)
		doubt.parameters = 100 - doubt.years;
	doubt.process = 100 - doubt.years - doubt.parameters;
	forecast->doubt = doubt;
	return true;
}
