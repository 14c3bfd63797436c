/* survival_life_test.c: curves, means, log-rank and shares of states, against R's survival 3.5-3 and by hand. */
#include "check.h"

#include "survival_data.h"

static struct lives
lung_lives(int late, struct arena *perm)
{
	struct set lung = set_read("lung", perm);
	struct life *at = new(perm, lung.rows, struct life);
	for (int i = 0; i < lung.rows; i++)
		at[i] = (struct life){ late * ((i + 1) % 5), set_number(&lung, i, "time", *perm),
			               set_number(&lung, i, "status", *perm) > 1.5 };
	return (struct lives){ at, lung.rows };
}

static void
check_lasting(const struct life_curve *curve, const double *times, const double *lasting, const double *se)
{
	for (int i = 0; i < 4; i++) {
		const struct life_step *s = life_at(curve, times[i]);
		check_near(s->lasting, lasting[i]);
		check_near(s->lasting_se, se[i]);
	}
}

static const double days[] = { 100, 180, 365, 730 };

static void
kaplan_and_meier_as_r_has_them(struct arena *perm)
{
	static const struct { enum limits kind; double lower[4], upper[4]; } kinds[] = {
		{ LIMITS_PLAIN, { .8194577339, .6632393850, .3390285838, .0602296508 },
		  { .9084802014, .7801019219, .4794546651, .1711565459 } },
		{ LIMITS_LOG, { .8205848921, .6655423071, .3447215818, .0716318250 },
		  { .9096467462, .7825325699, .4858376035, .1868567918 } },
		{ LIMITS_LOG_LOG, { .8122223198, .6583045284, .3387142691, .0676321515 },
		  { .9023101805, .7753146907, .4783807676, .1778251997 } },
	};
	struct lives lung = lung_lives(0, perm);
	for (int k = 0; k < 3; k++) {
		struct life_curve curve;
		life_curve(&curve, lung, 0, kinds[k].kind, perm);
		check_int(curve.lives, 228);
		check_int(curve.ended, 165);
		check_lasting(&curve, days, (double[]){ .8639689676, .7216706534, .4092416245, .1156930983 },
		              (double[]){ .0227102304, .0298124195, .0358236382, .0282981973 });
		for (int i = 0; i < 4; i++) {
			check_near(life_at(&curve, days[i])->lower, kinds[k].lower[i]);
			check_near(life_at(&curve, days[i])->upper, kinds[k].upper[i]);
		}
	}
}

static void
numbers_at_risk_quartiles_hazard_and_mean(struct arena *perm)
{
	struct lives lung = lung_lives(0, perm);
	struct life_curve curve;
	life_curve(&curve, lung, 0, LIMITS_LOG, perm);
	for (int i = 0; i < 4; i++)
		check_int(life_at_risk(lung, days[i]), ((int[]){ 196, 160, 65, 13 })[i]);
	struct life_quantile half = life_quantile(&curve, .5);
	check_near(life_quantile(&curve, .25).time, 170);
	check_near(half.time, 310);
	check_near(half.lower, 285);
	check_near(half.upper, 363);
	check_near(life_quantile(&curve, .75).time, 550);
	check_near(life_at(&curve, 100)->hazard, .1456542286);
	check_near(life_at(&curve, 365)->hazard, .8883245744);
	check_near(life_at(&curve, 100)->hazard_se, .0261844644);
	check_near(life_at(&curve, 365)->hazard_se, .0869653877);
	double se;
	check_near(life_mean(&curve, 365, &se), 263.2218664820);
	check_near(se, 7.7988590863);
}

static void
the_log_rank_test_weighs_by_rho(struct arena *perm)
{
	struct set lung = set_read("lung", perm);
	struct lives lives = lung_lives(0, perm);
	int *sex = new(perm, lung.rows, int);
	for (int i = 0; i < lung.rows; i++)
		sex[i] = set_number(&lung, i, "sex", *perm) > 1.5;
	struct life_test test;
	life_test(&test, lives, sex, 2, 0, perm);
	check_near(test.chi_square, 10.3267419549);
	check_int(test.degrees, 1);
	check_near_to(test.observed[0] + test.observed[1], 165, 1e-9);
	check_near_to(test.expected[0] + test.expected[1], 165, 1e-9);
	life_test(&test, lives, sex, 2, 1, perm);
	check_near(test.chi_square, 12.7141514012);
}

static struct lives
veteran_lives(bool late, int *type, struct arena *perm)
{
	static const char *const types[] = { "squamous", "smallcell", "adeno", "large" };
	struct set veteran = set_read("veteran", perm);
	struct life *at = new(perm, veteran.rows, struct life);
	for (int i = 0; i < veteran.rows; i++) {
		double time = set_number(&veteran, i, "time", *perm);
		at[i] = (struct life){ late ? floor(.3 * time) : 0, time,
			               set_number(&veteran, i, "status", *perm) > .5 };
		for (int t = 0; t < 4; t++)
			if (str_equal(set_text(&veteran, i, "celltype"), str_of(types[t])))
				type[i] = t;
	}
	return (struct lives){ at, veteran.rows };
}

static void
medians_of_four_groups(struct arena *perm)
{
	static const struct { int count, ended; double median, lower, upper; } wants[] = {
		{ 35, 31, 118, 82, 314 }, { 48, 45, 51, 25, 63 }, { 27, 26, 51, 35, 92 }, { 27, 26, 156, 105, 231 }
	};
	int type[137];
	struct lives all = veteran_lives(false, type, perm);
	for (int t = 0; t < 4; t++) {
		struct life at[137];
		struct lives some = { at, 0 };
		for (int i = 0; i < all.count; i++)
			if (type[i] == t)
				at[some.count++] = all.at[i];
		struct life_curve curve;
		life_curve(&curve, some, 0, LIMITS_LOG, perm);
		struct life_quantile half = life_quantile(&curve, .5);
		check_int(curve.lives, wants[t].count);
		check_int(curve.ended, wants[t].ended);
		check_near(half.time, wants[t].median);
		check_near(half.lower, wants[t].lower);
		check_near(half.upper, wants[t].upper);
	}
	struct life_test test;
	life_test(&test, all, type, 4, 0, perm);
	check_int(test.degrees, 3);
	check_near_to(test.chi_square, 25.40370034579, 1e-9);
}

static void
late_entries_count_from_when_they_were_seen(struct arena *perm)
{
	struct lives lung = lung_lives(20, perm);
	struct life_curve curve;
	life_curve(&curve, lung, 0, LIMITS_LOG, perm);
	check_int(curve.lives, 213);
	check_int(curve.ended, 150);
	check_lasting(&curve, days, (double[]){ .8779068488, .7333129232, .4158436684, .1175595041 },
	              (double[]){ .0350281044, .0374461261, .0384822576, .0289704333 });
}

static void
a_curve_that_collapses_is_told_from_when_enough_are_at_risk(struct arena *perm)
{
	int type[137];
	struct lives veteran = veteran_lives(true, type, perm);
	static const double times[] = { 30, 90, 180, 365 };
	struct life_curve curve;
	life_curve(&curve, veteran, 0, LIMITS_LOG, perm);
	check_lasting(&curve, times, (double[]){ .0948104493, .0500599567, .0209616416, .0078250472 },
	              (double[]){ .0648528617, .0347079513, .0149243723, .0059386586 });
	check_near(life_quantile(&curve, .5).time, 1.5);
	double from;
	check(life_settled(veteran, 20, &from, *perm));
	check(from >= 2 && from < 30);
	struct life_curve settled;
	life_curve(&settled, veteran, from, LIMITS_LOG, perm);
	check(settled.steps[0].at_risk >= 20);
	/* S(90 | from) = S(90) / S(from): the same steps, begun later. */
	check_near(life_at(&settled, 90)->lasting,
	           life_at(&curve, 90)->lasting / life_at(&curve, from)->lasting);
	check(!life_settled(veteran, 1000, &from, *perm));
}

static struct lives
mgus_lives(struct arena *perm)
{
	struct set mgus = set_read("mgus2", perm);
	struct life *at = new(perm, mgus.rows, struct life);
	for (int i = 0; i < mgus.rows; i++)
		at[i] = (struct life){ 0, set_number(&mgus, i, "etime", *perm),
			               (int)set_number(&mgus, i, "event", *perm) };
	return (struct lives){ at, mgus.rows };
}

static void
competing_causes_share_out_what_ended(struct arena *perm)
{
	static const double wants[3][3] = { { .645529276758, .0341037129743, .320367010268 },
		                            { .404460127907, .0637221680131, .531817704080 },
		                            { .176158307922, .0998137159355, .724027976143 } };
	static const double se[3][3] = { { .0128851434720, .00488925790767, .0125673715476 },
		                         { .0139022743130, .00679684842396, .0140596451620 },
		                         { .0145404896903, .00978484679339, .0156063450678 } };
	struct path_curve curve;
	path_curve(&curve, life_paths(mgus_lives(perm), 2, perm), 0, 0, perm);
	for (int t = 0; t < 3; t++)
		for (int s = 0; s < 3; s++) {
			const struct path_step *at = path_at(&curve, ((double[]){ 60, 120, 240 })[t]);
			check_near_to(at->share[s], wants[t][s], 1e-11);
			check_near_to(at->share_se[s], se[t][s], 1e-11);
		}
}

/* Illness and death in mgus2: survfit(Surv(tstart, tstop, state) ~ 1, id = id), R survival 3.5-3. */
static void
states_one_can_pass_through(struct arena *perm)
{
	static const double wants[3][3] = { { .6455292767578, .01600703572541, .3384636875168 },
		                            { .4044601279067, .01205167237973, .5834881997136 },
		                            { .1761583079220, .01149817358681, .8123435184912 } };
	static const double se[3][3] = { { .01288514347197, .003386250908544, .01274408978761 },
		                         { .01390227431302, .003182146198190, .01393662868334 },
		                         { .01454048969032, .005071472830519, .01479812961211 } };
	struct set mgus = set_read("mgus2", perm);
	struct path *at = new(perm, 2 * mgus.rows, struct path);
	struct paths paths = { at, 0, mgus.rows, 3 };
	for (int i = 0; i < mgus.rows; i++) {
		double end = set_number(&mgus, i, "futime", *perm), ill = set_number(&mgus, i, "ptime", *perm);
		bool fell_ill = set_number(&mgus, i, "pstat", *perm) > .5;
		bool died = set_number(&mgus, i, "death", *perm) > .5;
		ill = ill == end ? ill - .1 : ill;
		if (fell_ill)
			at[paths.count++] = (struct path){ i, 0, 1, 0, ill };
		at[paths.count++] = (struct path){ i, fell_ill, died ? 2 : fell_ill, fell_ill ? ill : 0, end };
	}
	struct path_curve curve;
	path_curve(&curve, paths, 0, 0, perm);
	for (int t = 0; t < 3; t++)
		for (int s = 0; s < 3; s++) {
			const struct path_step *step = path_at(&curve, ((double[]){ 60, 120, 240 })[t]);
			check_near_to(step->share[s], wants[t][s], 1e-11);
			check_near_to(step->share_se[s], se[t][s], 1e-11);
		}
}

/* Alive, platelets recovered, and relapse or death. */
static struct paths
ebmt_paths(struct arena *perm)
{
	struct set ebmt = set_read("ebmt3", perm);
	struct path *at = new(perm, 2 * ebmt.rows, struct path);
	struct paths paths = { at, 0, ebmt.rows, 3 };
	for (int i = 0; i < ebmt.rows; i++) {
		double end = set_number(&ebmt, i, "rfstime", *perm), well = set_number(&ebmt, i, "prtime", *perm);
		bool recovered = set_number(&ebmt, i, "prstat", *perm) > .5;
		bool failed = set_number(&ebmt, i, "rfsstat", *perm) > .5;
		if (recovered)
			at[paths.count++] = (struct path){ i, 0, 1, 0, well };
		at[paths.count++] = (struct path){ i, recovered, failed ? 2 : recovered, recovered ? well : 0, end };
	}
	return paths;
}

/* The shares are those of R's mstate; survfit of survival 3.5-3 has the same ten digits. */
static void
recovery_on_the_way_to_relapse_or_death(struct arena *perm)
{
	static const double wants[3][3] = { { .4190623761, .4735890940, .1073485299 },
		                            { .3023832549, .4150676404, .2825491048 },
		                            { .2372357723, .3387320017, .4240322260 } };
	struct paths paths = ebmt_paths(perm);
	int moves[3][3] = { 0 };
	for (int p = 0; p < paths.count; p++)
		moves[paths.at[p].from][paths.at[p].to]++;
	check_int(paths.people, 2204);
	check_int(moves[0][1], 1169);
	check_int(moves[0][2], 458);
	check_int(moves[1][2], 383);
	struct path_curve curve;
	path_curve(&curve, paths, 0, 0, perm);
	for (int t = 0; t < 3; t++)
		for (int s = 0; s < 3; s++)
			check_near(path_at(&curve, ((double[]){ 100, 365, 1826 })[t])->share[s], wants[t][s]);
}

/* Four people: 1 ill at 1 and dead at 3; 2 dead at 2; 3 ill at 2, lost at 4; 4 lost at 5.
 * At 1: 1/4 fall ill. At 2: of three well one dies and one falls ill: well 3/4 -> 1/4, ill 1/4 + 1/4, dead 1/4.
 * At 3: of two ill one dies: ill 1/4, dead 1/2. */
static void
states_by_hand(struct arena *perm)
{
	static const struct path at[] = { { 0, 0, 1, 0, 1 }, { 0, 1, 2, 1, 3 }, { 1, 0, 2, 0, 2 },
		                          { 2, 0, 1, 0, 2 }, { 2, 1, 1, 2, 4 }, { 3, 0, 0, 0, 5 } };
	struct path_curve curve;
	path_curve(&curve, (struct paths){ at, countof(at), 4, 3 }, 0, 0, perm);
	check_int(curve.count, 3);
	const struct path_step *step = path_at(&curve, 2.5);
	check_near(step->share[0], .25);
	check_near(step->share[1], .5);
	check_near(step->share[2], .25);
	step = path_at(&curve, 10);
	check_near(step->share[0], .25);
	check_near(step->share[1], .25);
	check_near(step->share[2], .5);
}

static void
with_one_cause_the_share_left_is_kaplan_and_meier(struct arena *perm)
{
	struct lives lung = lung_lives(0, perm);
	struct life_curve curve;
	struct path_curve shares;
	life_curve(&curve, lung, 0, LIMITS_LOG, perm);
	path_curve(&shares, life_paths(lung, 1, perm), 0, 0, perm);
	for (int i = 0; i < 4; i++) {
		check_near(path_at(&shares, days[i])->share[0], life_at(&curve, days[i])->lasting);
		check_near(path_at(&shares, days[i])->share_se[0], life_at(&curve, days[i])->lasting_se);
	}
}

static void
the_least_that_can_be_given(struct arena *perm)
{
	struct life_curve curve;
	struct life_test test;
	double from, se;
	life_curve(&curve, (struct lives){ NULL, 0 }, 0, LIMITS_LOG, perm);
	check_int(curve.count, 0);
	check(!life_at(&curve, 5));
	check(isnan(life_quantile(&curve, .5).time));
	check_near(life_mean(&curve, 3, &se), 3);
	check(!life_settled((struct lives){ NULL, 0 }, 20, &from, *perm));
	/* Everybody enters at their exit. */
	static const struct life never[] = { { 3, 3, 1 }, { 5, 4, 1 } };
	life_curve(&curve, (struct lives){ never, 2 }, 0, LIMITS_LOG, perm);
	check_int(curve.lives, 0);
	life_test(&test, (struct lives){ never, 2 }, (int[]){ 0, 1 }, 2, 0, perm);
	check_int(test.degrees, 0);
	/* One person, who left: it falls to nothing, and no limit can be said of nothing. */
	static const struct life one[] = { { 0, 2, 1 } };
	life_curve(&curve, (struct lives){ one, 1 }, 0, LIMITS_LOG, perm);
	check_near(curve.steps[0].lasting, 0);
	check(isnan(curve.steps[0].upper));
	check_near(life_quantile(&curve, .5).time, 2);
}

static void
bands_hold_what_ended_and_how_long_was_watched(struct arena *perm)
{
	static const int ended[] = { 20, 34, 27, 33 }, exposure[] = { 5511, 5155, 4772, 4371 };
	struct set rossi = set_read("rossi", perm);
	struct life *at = new(perm, rossi.rows, struct life);
	for (int i = 0; i < rossi.rows; i++)
		at[i] = (struct life){ 0, set_number(&rossi, i, "week", *perm),
			               set_number(&rossi, i, "arrest", *perm) > .5 };
	struct band bands[4];
	life_bands((struct lives){ at, rossi.rows }, (double[]){ 13, 26, 39 }, 3, bands);
	for (int b = 0; b < 4; b++) {
		check_int(bands[b].ended, ended[b]);
		check_near(bands[b].exposure, exposure[b]);
	}
}

int
main(void)
{
	run(kaplan_and_meier_as_r_has_them);
	run(numbers_at_risk_quartiles_hazard_and_mean);
	run(the_log_rank_test_weighs_by_rho);
	run(medians_of_four_groups);
	run(late_entries_count_from_when_they_were_seen);
	run(a_curve_that_collapses_is_told_from_when_enough_are_at_risk);
	run(competing_causes_share_out_what_ended);
	run(states_one_can_pass_through);
	run(recovery_on_the_way_to_relapse_or_death);
	run(states_by_hand);
	run(with_one_cause_the_share_left_is_kaplan_and_meier);
	run(the_least_that_can_be_given);
	run(bands_hold_what_ended_and_how_long_was_watched);
	return tests_end();
}
