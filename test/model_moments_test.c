/* model_moments_test.c: exact means and variances, held to the reference workforce's and to Bartholomew's chain. */
#include "check.h"

#include "model/moments.h"
#include "prospects.h"

static bool
near(double is, double wants, double by)
{
	if (!(fabs(is - wants) <= by))
		printf("  is %.10f, wants %.10f\n", is, wants);
	return fabs(is - wants) <= by;
}

static void
reference_moments(int posts, int months, enum reference scenario, struct moment *out, struct arena arena)
{
	struct prospect *p = reference_prospect(posts, months, scenario, &arena);
	struct rates *rates = new(&arena, 1, struct rates);
	rates_of(p, rates);
	for (int g = 0; g < 4; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			rates->leave[g][t] = reference_leave(g, t, REFERENCE_BASE);
			rates->rise[g][t] = reference_rise(g, t);
		}
	rates->fill = scenario == REFERENCE_FASTER ? 0.30 : 0.20;
	rates->entry[0] = 0.45;
	rates->entry[1] = 0.40;
	rates->entry[2] = 0.15;
	moments_of_rates(p, rates, out, arena);
}

struct exact { int month; double filled, deviation, grade[4], left, joined; };

static void
hold(const struct moment *out, const struct exact *wants, int count)
{
	for (int i = 0; i < count; i++) {
		const struct moment *m = &out[wants[i].month];
		check(near(m->filled, wants[i].filled, 6e-9));
		check(near(sqrt(m->variance), wants[i].deviation, 6e-9));
		for (int g = 0; g < 4; g++)
			check(near(m->grade[g], wants[i].grade[g], 6e-7));
		check(near(m->left, wants[i].left, 6e-9));
		check(near(m->joined, wants[i].joined, 6e-9));
	}
}

/* An independent Markov chain of one post, written elsewhere, gave these. */
static void
the_reference_workforce_has_its_exact_moments(struct arena *perm)
{
	static const struct exact base[] = {
		{ 1, 296.45444269, 1.87072383, { 24.817877, 137.171850, 89.655009, 44.809707 }, 3.54555731, 0 },
		{ 2, 293.60764819, 2.49870791, { 24.956181, 134.607284, 89.413472, 44.630710 }, 3.55590596, 0.70911146 },
		{ 12, 283.63841324, 3.92444629, { 11.283414, 140.219642, 89.186343, 42.949014 }, 3.50152286, 3.21501598 },
		{ 36, 282.96895418, 4.00297351, { 17.730393, 133.588699, 91.278495, 40.371367 }, 3.40385360, 3.40679806 },
		{ 60, 282.87358012, 4.01614281, { 17.807176, 133.303628, 92.653108, 39.109669 }, 3.42174424, 3.42616891 },
	}, payment[] = {
		{ 60, 284.19372274, 3.86765013, { 16.463231, 134.366083, 93.774354, 39.590054 }, 3.15574612, 3.16263278 },
	}, faster[] = {
		{ 60, 288.30686211, 3.35094493, { 18.255605, 136.924348, 93.980671, 39.146238 }, 3.50625132, 3.50866567 },
	};
	static const double leavers[] = { 206.769712, 192.105751, 211.170938 };
	static struct moment out[MONTHS_MOST + 1];
	for (int s = 0; s < 3; s++) {
		reference_moments(300, 60, (enum reference)s, out, *perm);
		hold(out, s == 0 ? base : s == 1 ? payment : faster, s == 0 ? 5 : 1);
		double left = 0;
		for (int m = 1; m <= 60; m++)
			left += out[m].left;
		check(near(left, leavers[s], 6e-7));
	}
}

static void
large_workforces_have_theirs(struct arena *perm)
{
	static struct moment out[MONTHS_MOST + 1];
	reference_moments(35000, 120, REFERENCE_BASE, out, *perm);
	check(near(out[60].filled, 33003.85710620, 6e-8));
	check(near(sqrt(out[60].variance), 43.35946628, 6e-9));
	check(near(out[120].filled, 32990.91131734, 6e-8));
	check(near(sqrt(out[120].variance), 43.51126925, 6e-9));
	reference_moments(1000000, 120, REFERENCE_BASE, out, *perm);
	check(near(out[120].filled, 942597.75949199, 6e-6));
	check(near(sqrt(out[120].variance), 232.57695891, 6e-8));
}

/* Chances in whole 2^-32 are a little coarser: seven digits hold. */
static void
whole_chances_give_the_same_to_seven_digits(struct arena *perm)
{
	static struct moment out[MONTHS_MOST + 1];
	moments_of(reference_prospect(300, 60, REFERENCE_BASE, perm), out, *perm);
	check(near(out[60].filled, 282.87358012, 3e-6));
	check(near(sqrt(out[60].variance), 4.01614281, 3e-6));
}

/* One post and one grade: what it does can be worked out with a pencil. */
static void
one_post_does_what_a_pencil_says(struct arena *perm)
{
	struct prospect *p = prospect_new(4, perm);
	p->seats = new(perm, 1, struct prospect_seat);
	p->seats[0] = (struct prospect_seat){ 0, 30, 0, MONTHS_MOST + 1 };
	p->seat_count = 1;
	for (int t = 0; t <= TENURE_MOST; t++)
		p->leave[0][0][t] = CERTAIN / 4;
	p->fill = CERTAIN / 2;
	p->lead = 1;
	prospect_room(p, 2);
	struct moment out[5];
	moments_of(p, out, *perm);
	/* Month 1: 3/4. Left in 1: may be filled in 3, not in 2. 2: 9/16. 3: 27/64 + 1/4 * 1/2 = 35/64. 4: 105/256 (of 35/64,
	 * who stay) + 1/4 * 1/2 * 1/2 + 3/16 * 1/2 = 145/256. */
	check(near(out[1].filled, 0.75, 1e-12));
	check(near(out[2].filled, 9.0 / 16, 1e-12));
	check(near(out[3].filled, 35.0 / 64, 1e-12));
	check(near(out[4].filled, 145.0 / 256, 1e-12));
	check(near(out[4].variance, 145.0 / 256 * 111 / 256, 1e-12));
	check(near(out[3].joined, 1.0 / 8, 1e-12));
	check(near(out[4].left, 35.0 / 256, 1e-12));
	p->first_month = 11;
	p->intake = 1 << 1;                        /* February alone: month 4 */
	moments_of(p, out, *perm);
	check(near(out[3].filled, 27.0 / 64, 1e-12));
	check(near(out[4].filled, 81.0 / 256 + (1.0 / 4 + 3.0 / 16) / 2, 1e-12));
	check(near(out[4].variance, out[4].filled * (1 - out[4].filled), 1e-12));
}

/* The variance of one post is always p (1 - p): two ways of reckoning p, forward and by renewal, agree. */
static void
mean_and_variance_agree_on_single_posts(struct arena *perm)
{
	uint64_t state = 31;
	for (int i = 0; i < 200; i++) {
		struct arena arena = *perm;
		struct prospect *p = random_prospect(&state, &arena);
		int seat = random_to(&state, 0, p->seat_count - 1);
		p->seats += seat;
		p->seat_count = 1;
		p->seats[0].last = MONTHS_MOST + 1;
		p->cohort_count = p->loss_count = p->hires_most = p->pressure = 0;
		p->convert = 0;
		memset(p->drifts, 0, sizeof p->drifts);
		Str why;
		check(moments_exact(p, &why));
		struct moment *out = new(&arena, p->months + 1, struct moment);
		moments_of(p, out, arena);
		for (int m = 0; m <= p->months; m++) {
			check(near(out[m].variance, out[m].filled * (1 - out[m].filled), 1e-12));
			check(out[m].filled >= -1e-12 && out[m].filled <= 1 + 1e-12);
			check(m == 0 || near(out[m].filled, out[m - 1].filled + out[m].joined - out[m].left, 1e-12));
		}
	}
}

static void
bartholomews_chain_has_its_means_and_variances(struct arena *perm)
{
	(void)perm;
	struct chain chain = { 3, { { .90, .05, 0 }, { 0, .92, .04 }, { 0, 0, .94 } }, { 10, 0, 0 }, { 100, 60, 30 }, { { 0 } } };
	static const struct { int year; double mean[3], variance[3], total, spread; } wants[] = {
		{ 1, { 100, 60.2, 30.6 }, { 9, 9.166, 3.996 }, 190.8, 8.746 },
		{ 5, { 100, 60.852296192, 32.730340576 }, { 30.85207389, 31.3591721312, 15.2026274843 }, 193.582636768, 36.4958908859 },
		{ 10, { 100, 61.4140288644, 34.8616903695 }, { 41.6095268878, 43.0946118193, 23.2932005753 }, 196.2757192340, 59.3413854142 },
	};
	for (int year = 1, i = 0; year <= 400; year++) {
		chain_step(&chain);
		if (i == 3 || wants[i].year != year)
			continue;
		for (int s = 0; s < 3; s++) {
			check(near(chain.mean[s], wants[i].mean[s], 6e-11));
			check(near(chain.cover[s][s], wants[i].variance[s], 6e-11));
		}
		check(near(chain.mean[0] + chain.mean[1] + chain.mean[2], wants[i].total, 6e-11));
		check(near(chain_total_variance(&chain), wants[i++].spread, 6e-11));
	}
	check(near(chain.mean[1], 62.5, 1e-7));
	check(near(chain.mean[2], 41.6666667, 1e-7));
}

static void
what_ties_posts_is_said(struct arena *perm)
{
	Str why;
	check(moments_exact(reference_prospect(300, 60, REFERENCE_PAYMENT, perm), &why));
	check(!moments_exact(coupled_prospect(300, 60, perm), &why));
	check_str(why, S("vacancies push those who are left"));
}

int
main(void)
{
	run(the_reference_workforce_has_its_exact_moments);
	run(large_workforces_have_theirs);
	run(whole_chances_give_the_same_to_seven_digits);
	run(one_post_does_what_a_pencil_says);
	run(mean_and_variance_agree_on_single_posts);
	run(bartholomews_chain_has_its_means_and_variances);
	run(what_ties_posts_is_said);
	return tests_end();
}
