/* model_simulate_test.c: many futures agree with the exact moments, keep every identity, and do not depend on how they
 * are cut into parts. */
#include "check.h"

#include <stdlib.h>

#include "model/calendar.h"
#include "model/moments.h"
#include "model/simulate.h"
#include "model/world.h"
#include "prospects.h"

static struct tally *
simulated(const struct prospect *p, int seats_more, uint64_t seed, int first, int count, struct arena *perm)
{
	struct tally *t = tally_new(p, seats_more, perm);
	for (int r = first; r < first + count; r += BLOCK) {
		int here = first + count - r < BLOCK ? first + count - r : BLOCK;
		struct arena arena = *perm;
		struct calendar *c = calendar_new(p, seats_more, seed, r, here, &arena);
		simulate(p, c, r, here, t, arena);
	}
	return t;
}

static double
standard_errors(double is, double wants, double deviation, int count)
{
	return fabs(is - wants) / (deviation / sqrt(count) + 1e-6);
}

/* Nothing in a mean, by total, grade or flow, may be more than 4 standard errors off, and no deviation more than 3 %. */
static void
hold_to_moments(const struct prospect *p, int count, struct arena arena)
{
	struct tally *t = simulated(p, 0, 2026, 0, count, &arena);
	struct moment *exact = new(&arena, p->months + 1, struct moment);
	moments_of(p, exact, arena);
	double worst = 0;
	for (int m = 1; m <= p->months; m++) {
		double off[] = {
			standard_errors(tally_mean(t, TALLY_FILLED, m), exact[m].filled, sqrt(exact[m].variance), count),
			standard_errors(tally_mean(t, TALLY_LEAVERS, m), exact[m].left, tally_deviation(t, TALLY_LEAVERS, m), count),
			standard_errors(tally_mean(t, TALLY_JOINERS, m), exact[m].joined, tally_deviation(t, TALLY_JOINERS, m), count),
		};
		for (int i = 0; i < 3; i++)
			worst = off[i] > worst ? off[i] : worst;
		for (int g = 0; g < p->grades; g++) {
			double z = standard_errors((double)t->grade_sum[m * GRADES_MOST + g] / count, exact[m].grade[g],
			                           sqrt(exact[m].grade[g]), count);
			worst = z > worst ? z : worst;
		}
		check(fabs(tally_deviation(t, TALLY_FILLED, m) / sqrt(exact[m].variance) - 1) < 0.03);
	}
	check(worst < 4);
	if (worst >= 4)
		printf("  worst: %.2f standard errors\n", worst);
}

static void
the_reference_workforce_agrees_with_its_exact_moments(struct arena *perm)
{
	for (int s = REFERENCE_BASE; s <= REFERENCE_FASTER; s++)
		hold_to_moments(reference_prospect(300, 60, (enum reference)s, perm), 20000, *perm);
}

/* Exact Poisson-binomial quantiles and chances, given with the reference workforce: the share below a quantile is not
 * more than it says, and that up to it not less, but for 4 standard errors. */
static void
its_quantiles_and_chances_are_the_exact_ones(struct arena *perm)
{
	static const struct { int scenario, month, at[5]; double below; } wants[] = {
		{ REFERENCE_BASE, 12, { 277, 281, 284, 286, 290 }, .02418720 },
		{ REFERENCE_BASE, 36, { 276, 280, 283, 286, 289 }, .03660353 },
		{ REFERENCE_BASE, 60, { 276, 280, 283, 286, 289 }, .03878369 },
		{ REFERENCE_PAYMENT, 60, { 278, 282, 284, 287, 290 }, .01684482 },
		{ REFERENCE_FASTER, 60, { 283, 286, 288, 291, 294 }, .00035072 },
	};
	static const int per_mille[] = { 50, 250, 500, 750, 950 };
	struct tally *t[3];
	for (int s = 0; s < 3; s++)
		t[s] = simulated(reference_prospect(300, 60, (enum reference)s, perm), 0, 7, 0, 20000, perm);
	for (ptrdiff_t i = 0; i < countof(wants); i++) {
		const struct tally *here = t[wants[i].scenario];
		for (int q = 0; q < 5; q++) {
			double share = per_mille[q] / 1000.0, error = 4 * sqrt(share * (1 - share) / 20000);
			check(tally_below(here, TALLY_FILLED, wants[i].month, wants[i].at[q]) <= share + error);
			check(tally_below(here, TALLY_FILLED, wants[i].month, wants[i].at[q] + 1) >= share - error);
			check(abs(tally_quantile(here, TALLY_FILLED, wants[i].month, per_mille[q]) - wants[i].at[q]) <= 1);
		}
		double p = wants[i].below;
		check(fabs(tally_below(here, TALLY_FILLED, wants[i].month, 276) - p) < 4 * sqrt(p * (1 - p) / 20000));
	}
}

/* Whatever is exact in the moments is right in the simulation: lead times, intake months, pushes, new posts, years. */
static void
prospects_at_random_agree_with_their_exact_moments(struct arena *perm)
{
	uint64_t state = 77;
	for (int i = 0; i < 12; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		Str why;
		p->cohort_count = p->loss_count = p->hires_most = p->pressure = 0;
		p->convert = 0;
		for (int d = 0; d < DRIFTS; d++)
			p->drifts[d].own = p->drifts[d].wander = p->drifts[d].nation = 0;
		memset(&p->drifts[DRIFT_POSTS], 0, sizeof p->drifts[DRIFT_POSTS]);
		for (int s = 0; s < p->seat_count; s++)
			p->seats[s].last = MONTHS_MOST + 1;
		check(moments_exact(p, &why));
		struct tally *t = simulated(p, 0, 5, 0, 3000, &arena);
		struct moment *exact = new(&arena, p->months + 1, struct moment);
		moments_of(p, exact, arena);
		for (int m = 1; m <= p->months; m++) {
			check(standard_errors(tally_mean(t, TALLY_FILLED, m), exact[m].filled, sqrt(exact[m].variance), 3000) < 4.5);
			check(standard_errors(tally_mean(t, TALLY_LEAVERS, m), exact[m].left, sqrt(exact[m].left), 3000) < 4.5);
			check(standard_errors(tally_mean(t, TALLY_JOINERS, m), exact[m].joined, sqrt(exact[m].joined), 3000) < 4.5);
			for (int g = 0; g < p->grades; g++)
				check(standard_errors((double)t->grade_sum[m * GRADES_MOST + g] / 3000, exact[m].grade[g],
				                      sqrt(exact[m].grade[g]), 3000) < 4.5);
		}
	}
}

/* ---- identities -------------------------------------------------------------------------------- */

static void
hold_identities(const struct prospect *p, const struct world *w, const struct replication *r)
{
	for (int m = 0; m <= p->months; m++) {
		int people = r->at[TALLY_FILLED][m] + r->at[TALLY_OVER][m], grades = 0, causes = 0;
		int64_t cost = 0;
		for (int g = 0; g < GRADES_MOST; g++)
			grades += g < p->grades ? r->grade[m][g] : 0;
		for (int c = 0; c < p->causes; c++)
			causes += r->cause[m][c];
		for (int c = 0; c < COST_LINES; c++)
			cost += r->cost[m][c];
		check_int(grades, people);
		check(r->at[TALLY_VACANT][m] == 0 || r->at[TALLY_OVER][m] == 0);
		int funded = w->years.lasting[m];
		for (int i = w->hazard.lasting; i < p->seat_count; i++)
			funded += m >= p->seats[i].first && m <= p->seats[i].last;
		check_int(r->at[TALLY_FILLED][m] + r->at[TALLY_VACANT][m], funded);
		check(r->at[TALLY_NEW][m] >= 0 && r->at[TALLY_NEW][m] <= people);
		check(p->cover_most == 0 || r->at[TALLY_AGENCY][m] <= p->cover_most);
		if (m == 0)
			continue;
		check_int(people, r->at[TALLY_FILLED][m - 1] + r->at[TALLY_OVER][m - 1] + r->at[TALLY_JOINERS][m] -
		          r->at[TALLY_LEAVERS][m]);
		check_int(causes, r->at[TALLY_LEAVERS][m]);
		check_int(r->at[TALLY_LEFT][m], r->at[TALLY_LEFT][m - 1] + r->at[TALLY_LEAVERS][m]);
		check_int(r->at[TALLY_JOINED][m], r->at[TALLY_JOINED][m - 1] + r->at[TALLY_JOINERS][m]);
		check(cost / 1000 <= INT64_C(1) << 40);
		for (int c = 0; c < COST_LINES; c++)
			check(r->cost[m][c] >= r->cost[m - 1][c]);
	}
}

/* What is counted by events is counted again from the places themselves at the end. */
static void
hold_places(const struct prospect *p, const struct world *w, const struct replication *r)
{
	int vacant = 0, over = 0, fresh = 0, grade[GRADES_MOST] = { 0 }, places = w->calendar->posts + w->leaf->grown + w->calendar->spares;
	for (int i = 0; i < places; i++) {
		const struct place *place = &w->places[i];
		vacant += place->grade == VACANT;
		over += place->grade >= 0 && place->ending;
		if (place->grade >= 0) {
			grade[place->grade]++;
			fresh += p->months - place->start < 24;
		}
	}
	check_int(vacant, r->at[TALLY_VACANT][p->months]);
	check_int(over, r->at[TALLY_OVER][p->months]);
	check_int(fresh, r->at[TALLY_NEW][p->months]);
	for (int g = 0; g < p->grades; g++)
		check_int(grade[g], r->grade[p->months][g]);
}

static void
identities_hold_in_every_future(struct arena *perm)
{
	uint64_t state = 3;
	for (int i = 0; i < 250; i++) {
		struct arena arena = *perm;
		struct error err = { "" };
		struct prospect *p = random_prospect(&state, &arena);
		check(prospect_sound(p, &err, arena));
		struct calendar *c = calendar_new(p, 0, 99, 0, 8, &arena);
		struct tally *t = tally_new(p, 0, &arena);
		struct world *w = new(&arena, 1, struct world);
		struct replication *r = new(&arena, 1, struct replication);
		world_make(w, p, c, &arena);
		for (int n = 0; n < 8; n++) {
			world_run(w, n, t->cost_step, r);
			hold_identities(p, w, r);
			hold_places(p, w, r);
			tally_take(t, r);
		}
		for (int line = 0; line < TALLY_LINES; line++)
			for (int q = 1, before = 0; q < 20; q++) {
				int here = tally_quantile(t, (enum tally_line)line, p->months, q * 50);
				check(here >= before);
				before = here;
			}
	}
}

/* As many as are due, but no more than the limit: the others wait, and come when there is room. */
static void
hires_keep_their_limit(struct arena *perm)
{
	struct prospect *p = reference_prospect(200, 36, REFERENCE_FASTER, perm);
	for (int i = 0; i < 60; i++)
		p->seats[i * 3].grade = VACANT;
	p->fill = CERTAIN - 1;
	p->hires_most = 4;
	struct tally *persons = simulated(p, 0, 3, 0, 64, perm), *flows = tally_new(p, 0, perm);
	simulate_pool(p, 3, 0, 64, flows, *perm);
	for (int m = 1; m <= 36; m++) {
		check(tally_quantile(persons, TALLY_JOINERS, m, 1000) <= 4);
		check(tally_quantile(flows, TALLY_JOINERS, m, 1000) <= 4);
		check(m > 10 || tally_quantile(persons, TALLY_JOINERS, m, 0) == 4);
		check(m > 10 || tally_quantile(flows, TALLY_JOINERS, m, 0) == 4);
	}
}

/* ---- the same answer however it is asked --------------------------------------------------------- */

static void
any_cut_into_blocks_and_any_order_give_the_same(struct arena *perm)
{
	uint64_t state = 8;
	for (int i = 0; i < 30; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		uint64_t wants = tally_hash(simulated(p, 0, 42, 0, 100, &arena));
		int cut = random_to(&state, 1, 99);
		struct tally *back = simulated(p, 0, 42, cut, 100 - cut, &arena), *front = simulated(p, 0, 42, 0, cut, &arena);
		tally_add(back, front);
		check(tally_hash(back) == wants);
		struct tally *backwards = tally_new(p, 0, &arena);
		struct calendar *c = calendar_new(p, 0, 42, 0, 100, &arena);
		for (int r = 99; r >= 0; r--)
			simulate(p, c, r, 1, backwards, arena);
		check(tally_hash(backwards) == wants);
		check(tally_hash(simulated(p, 0, 43, 0, 100, &arena)) != wants);
	}
}

static void
room_for_more_posts_does_not_touch_what_is(struct arena *perm)
{
	uint64_t state = 21;
	for (int i = 0; i < 30; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		struct tally *wants = tally_new(p, 30, &arena), *is = tally_new(p, 30, &arena);
		simulate(p, calendar_new(p, 0, 6, 0, 50, &arena), 0, 50, wants, arena);
		simulate(p, calendar_new(p, 30, 6, 0, 50, &arena), 0, 50, is, arena);
		check(tally_hash(is) == tally_hash(wants));
	}
}

static int
candidates_in(const struct calendar *c)
{
	int all = 0;
	for (int r = 0; r < c->count; r++)
		all += (int)c->leaves[r].from[c->months + 1];
	return all;
}

/* Whatever prospects draw for their years, and however hard vacancies push: what was left out could not have happened. */
static void
a_calendar_for_these_alone_answers_as_one_for_any(struct arena *perm)
{
	uint64_t state = 33;
	int tried = 0;
	for (int i = 0; i < 60; i++) {
		struct arena arena = *perm;
		struct prospect *base = random_prospect(&state, &arena), *harder = new(&arena, 1, struct prospect);
		if (i % 2)
			prospect_room(base, random_to(&state, 6, 12));
		*harder = *base;
		harder->pushes[0] = (struct push){ 5, 30, 0, TENURE_MOST, -1, 2 * Q16 };
		harder->push_count = harder->push_count > 0 ? harder->push_count : 1;
		struct error err;
		if (!prospect_sound(base, &err, arena) || !prospect_sound(harder, &err, arena))
			continue;
		tried++;
		const struct prospect *const whose[] = { base, harder };
		struct calendar *any = calendar_new(base, 0, 6, 0, 80, &arena);
		struct calendar *these = calendar_for(whose, 2, 0, 6, 0, 80, &arena), *one = calendar_for(whose, 1, 0, 6, 0, 80, &arena);
		struct tally *wants = tally_new(base, 0, &arena), *is = tally_new(base, 0, &arena), *alone = tally_new(base, 0, &arena);
		struct tally *wants_harder = tally_new(base, 0, &arena), *is_harder = tally_new(base, 0, &arena);
		const struct other by_any = { harder, wants_harder, NULL }, by_these = { harder, is_harder, NULL };
		simulate_beside(base, &by_any, 1, any, 0, 80, wants, arena);
		simulate_beside(base, &by_these, 1, these, 0, 80, is, arena);
		simulate(base, one, 0, 80, alone, arena);
		check(tally_hash(is) == tally_hash(wants) && tally_hash(is_harder) == tally_hash(wants_harder));
		check(tally_hash(alone) == tally_hash(wants));
		check(candidates_in(one) <= candidates_in(these) && candidates_in(these) <= candidates_in(any));
	}
	check(tried > 30);
	/* Vacancies push by two fifths at most, and there was room for twice as much: so three in ten can never leave. */
	struct prospect *p = reference_prospect(300, 60, REFERENCE_BASE, perm);
	memset(p->rise, 0, sizeof p->rise);
	p->pressure = 20000;
	prospect_room(p, 2);
	const struct prospect *const whose[] = { p };
	double all = candidates_in(calendar_new(p, 0, 6, 0, 200, perm)), left = candidates_in(calendar_for(whose, 1, 0, 6, 0, 200, perm));
	check(fabs(left / all - 0.7) < 0.01);
}

/* Known some twenty times better than by separate luck: the variance of the difference of two runs that share none is
 * the sum of both. */
static void
shared_luck_makes_a_difference_known_much_better(struct arena *perm)
{
	struct prospect *base = reference_prospect(300, 60, REFERENCE_BASE, perm);
	struct prospect *other = reference_prospect(300, 60, REFERENCE_PAYMENT, perm);
	struct tally *a = tally_new(base, 0, perm), *b = tally_new(base, 0, perm);
	struct gap_tally *gap = gap_new(base, 0, perm);
	const struct other beside = { other, b, gap };
	for (int r = 0; r < 4000; r += 500) {
		struct arena arena = *perm;
		simulate_beside(base, &beside, 1, calendar_new(base, 0, 1, r, 500, &arena), r, 500, a, arena);
	}
	double apart = pow(tally_deviation(a, TALLY_FILLED, 60), 2) + pow(tally_deviation(b, TALLY_FILLED, 60), 2);
	double gain = apart / pow(gap_deviation(gap, TALLY_FILLED, 60), 2);
	check(gain >= 15);
	if (gain < 15)
		printf("  gain: %.1f\n", gain);
	/* Exact: 284.19372274 - 282.87358012. */
	check(fabs(gap_mean(gap, TALLY_FILLED, 60) - 1.32014262) < 4 * gap_deviation(gap, TALLY_FILLED, 60) / sqrt(4000));
	check(fabs(gap_mean(gap, TALLY_FILLED, 60) - tally_mean(b, TALLY_FILLED, 60) + tally_mean(a, TALLY_FILLED, 60)) < 1e-9);
}

static void
a_prospect_beside_itself_differs_in_nothing(struct arena *perm)
{
	struct prospect *p = coupled_prospect(120, 48, perm);
	struct gap_tally *gap = gap_new(p, 0, perm);
	const struct other itself = { p, NULL, gap };
	simulate_beside(p, &itself, 1, calendar_new(p, 0, 1, 0, 64, perm), 0, 64, NULL, *perm);
	for (int line = 0; line < TALLY_LINES; line++)
		for (int m = 0; m <= 48; m++) {
			check_int(gap_quantile(gap, (enum tally_line)line, m, 0), 0);
			check_int(gap_quantile(gap, (enum tally_line)line, m, 1000), 0);
		}
}

/* ---- extremes ---------------------------------------------------------------------------------- */

static void
without_leavers_nothing_ever_happens(struct arena *perm)
{
	struct prospect *p = reference_prospect(20, 120, REFERENCE_BASE, perm);
	memset(p->leave, 0, sizeof p->leave);
	memset(p->rise, 0, sizeof p->rise);
	prospect_room(p, 3);
	struct tally *t = simulated(p, 0, 1, 0, 10, perm);
	check_int(tally_quantile(t, TALLY_FILLED, 120, 0), 20);
	check_int(t->sum[TALLY_LEFT][120], 0);
	check_int(t->grade_sum[120 * GRADES_MOST], t->grade_sum[0]);    /* nobody moves up */
	check_int(t->sum[TALLY_NEW][120], 0);
}

/* One person who leaves for certain, and a post that is filled for certain: in and out, month by month. */
static void
one_person_and_chances_of_one_take_turns(struct arena *perm)
{
	struct prospect *p = prospect_new(12, perm);
	p->seats = new(perm, 1, struct prospect_seat);
	p->seats[0] = (struct prospect_seat){ 0, 0, 0, MONTHS_MOST + 1 };
	p->seat_count = 1;
	for (int t = 0; t <= TENURE_MOST; t++)
		p->leave[0][0][t] = CERTAIN;
	p->fill = CERTAIN;
	p->safe = 1;
	prospect_room(p, 1);
	struct error err = { "" };
	check(prospect_sound(p, &err, *perm));
	struct tally *t = simulated(p, 0, 1, 0, 70, perm);
	for (int m = 0; m <= 12; m++) {
		check_int(t->sum[TALLY_FILLED][m], m % 2 ? 0 : 70);
		check_int(t->sum[TALLY_LEAVERS][m], m % 2 ? 70 : 0);
	}
	check_int(t->short_ever, 70);
	check_int(t->first_short[1], 70);
	check_int(tally_quantile(t, TALLY_YEAR_LEFT, 12, 500), 6);
	struct tally *flows = tally_new(p, 0, perm);
	simulate_pool(p, 1, 0, 70, flows, *perm);
	check_int(flows->sum[TALLY_LEFT][12], t->sum[TALLY_LEFT][12]);
}

/* Blocks far out, where the millionth replication is: nothing is made for those before it. */
static void
the_ten_millionth_replication_costs_what_the_first_does(struct arena *perm)
{
	struct prospect *p = coupled_prospect(30, 24, perm);
	struct tally *t = simulated(p, 0, 1, 9999936, 64, perm);
	check_int(t->replications, 64);
	check(tally_hash(t) != tally_hash(simulated(p, 0, 1, 0, 64, perm)));
}

int
main(void)
{
	run(the_reference_workforce_agrees_with_its_exact_moments);
	run(its_quantiles_and_chances_are_the_exact_ones);
	run(prospects_at_random_agree_with_their_exact_moments);
	run(identities_hold_in_every_future);
	run(hires_keep_their_limit);
	run(any_cut_into_blocks_and_any_order_give_the_same);
	run(room_for_more_posts_does_not_touch_what_is);
	run(a_calendar_for_these_alone_answers_as_one_for_any);
	run(shared_luck_makes_a_difference_known_much_better);
	run(a_prospect_beside_itself_differs_in_nothing);
	run(without_leavers_nothing_ever_happens);
	run(one_person_and_chances_of_one_take_turns);
	run(the_ten_millionth_replication_costs_what_the_first_does);
	return tests_end();
}
