/* forecast.c: a run: the base, and scenarios beside it; then the same luck with fewer sources of doubt. */
#include "app/forecast.h"

/* Drifts left out of a run, so that what they add can be told. */
enum { NO_YEARS = 1, NO_ESTIMATE = 2 };

struct trial {
	const struct forecast_order *order;
	struct forecast *out;
	struct drawn_kept *kept;     /* or NULL */
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
	                     .gap = gap ? gap_new(base, run->seats_more, run->perm) : NULL };
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
	if (!pull_scenarios(run, pulled, err))
		return false;
	out->base = way_of(run, out->base.prospect, false);
	for (int i = 0; i < run->order->scenario_count; i++)
		out->scenarios[i] = way_of(run, pulled[i], true);
	return true;
}

/* ---- replications, shared out --------------------------------------------------------------------- */

/* Between who waits and who works. */
struct waiting {
	const struct forecast_watch *watch;
	atomic_bool stop;
};

static void
told(void *whom, int64_t done, int64_t all)
{
	struct waiting *waiting = whom;
	if (waiting->watch->going && !waiting->watch->going(waiting->watch->who, done, all))
		atomic_store(&waiting->stop, true);
}

bool
forecast_share_out(const struct spread_job *jobs, int count, const struct forecast_order *order,
                   const struct forecast_watch *watch, struct error *err)
{
	struct waiting waiting = { .watch = watch };
	struct spread spread = { .jobs = jobs, .job_count = count, .replications = order->runs, .seed = (uint64_t)order->seed,
	                         .by = SPREAD_THREADS };
	atomic_init(&waiting.stop, false);
	if (watch) {
		spread.by = watch->ranks ? SPREAD_RANKS : SPREAD_THREADS;
		spread.workers = watch->ranks ? watch->ranks : watch->threads;
		spread.told = told;
		spread.whom = &waiting;
		spread.stop = &waiting.stop;
	}
	if (spread_run(&spread, NULL, err))
		return true;
	return atomic_load(&waiting.stop) ? fail(err, "It was stopped, and nothing of it is kept.") : false;
}

/* All scenarios in one pass. */
static bool
run_all(const struct trial *run, const struct forecast_watch *watch, struct error *err)
{
	const struct forecast *out = run->out;
	struct other others[SCENARIOS_MOST];
	struct spread_job job = { .base = out->base.prospect, .seats_more = run->seats_more, .of_base = out->base.tally,
	                          .others = others, .other_count = run->order->scenario_count };
	for (int i = 0; i < job.other_count; i++)
		others[i] = (struct other){ out->scenarios[i].prospect, out->scenarios[i].tally, out->scenarios[i].gap };
	struct drawn_by by = { run->seats_more, out->base.tally->cost_step, (uint64_t)run->order->seed, run->order->runs };
	struct drawn_held *held = drawn_take(run->kept, out->base.prospect, by, *run->perm);
	job.drawn = drawn_of(held);
	bool well = forecast_share_out(&job, 1, run->order, watch, err);
	drawn_leave(held);
	return well;
}

bool
forecast_run(const struct forecast_order *order, const struct outlook *outlook, struct drawn_kept *kept,
             const struct forecast_watch *watch, struct forecast *forecast, struct arena *perm,
             struct error *err)
{
	*forecast = (struct forecast){ .order = *order, .outlook = outlook };
	struct trial run = { .order = &forecast->order, .out = forecast, .kept = kept, .perm = perm };
	return set_up(&run, err) && run_all(&run, watch, err);
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
	struct forecast calm = { .order = of->order, .outlook = of->outlook };
	struct trial run = { .order = &calm.order, .out = &calm, .perm = &scratch };
	calm.order.scenario_count = 0;
	calm.base.prospect = calmed(of->base.prospect, without, &scratch);
	calm.base = way_of(&run, calm.base.prospect, false);
	if (!run_all(&run, watch, err))
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
