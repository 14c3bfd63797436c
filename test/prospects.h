/* prospects.h: prospects for tests and benches: the reference workforce of 300 posts, and ones made at random.
 *
 * The reference workforce is a fixed text that any other engine can be held to: grades newly qualified, social
 * worker, senior and manager; time in post in bands of 1, 2, 2, 5 and more years; a year's leaving of .14 .20 .16 .13
 * .10, times .60 1.10 .90 .70 by grade; every vacant post filled with a chance of .20 a month at .45 .40 .15.
 */
#ifndef TEST_PROSPECTS_H
#define TEST_PROSPECTS_H

#include <math.h>

#include "model/prospect.h"

enum reference { REFERENCE_BASE, REFERENCE_PAYMENT, REFERENCE_FASTER };

static inline int
reference_band(int tenure)
{
	return tenure < 12 ? 0 : tenure < 36 ? 1 : tenure < 60 ? 2 : tenure < 120 ? 3 : 4;
}

static inline double
reference_leave(int grade, int tenure, enum reference scenario)
{
	static const double year[] = { 0.14, 0.20, 0.16, 0.13, 0.10 }, by_grade[] = { 0.60, 1.10, 0.90, 0.70 };
	double month = 1 - pow(1 - year[reference_band(tenure)] * by_grade[grade], 1.0 / 12);
	return scenario == REFERENCE_PAYMENT && reference_band(tenure) == 1 ? month * 0.75 : month;
}

static inline double
reference_rise(int grade, int tenure)
{
	return grade == 0 ? tenure >= 11 : grade == 1 ? (tenure >= 24 ? 0.008 : 0) : grade == 2 ? (tenure >= 36 ? 0.003 : 0) : 0;
}

static inline struct prospect_seat
reference_seat(int i)
{
	int k = i % 20, grade = k < 2 ? 0 : k < 11 ? 1 : k < 17 ? 2 : 3;
	int tenure = grade == 0 ? 7 * i % 12 : (int)(37 * (int64_t)i % 144);
	return (struct prospect_seat){ (int8_t)grade, (uint8_t)(tenure < TENURE_MOST ? tenure : TENURE_MOST), 0, MONTHS_MOST + 1 };
}

static inline struct prospect *
reference_prospect(int posts, int months, enum reference scenario, struct arena *perm)
{
	static const char *const names[] = { "Newly qualified", "Social worker", "Senior", "Manager" };
	struct prospect *p = prospect_new(months, perm);
	p->grades = 4;
	p->seat_count = posts;
	p->seats = new(perm, posts, struct prospect_seat);
	for (int i = 0; i < posts; i++)
		p->seats[i] = reference_seat(i);
	for (int g = 0; g < 4; g++) {
		p->grade_name[g] = str_of(names[g]);
		for (int t = 0; t <= TENURE_MOST; t++) {
			p->leave[0][g][t] = chance_of(reference_leave(g, t, REFERENCE_BASE));
			p->rise[g][t] = chance_of(reference_rise(g, t));
		}
	}
	p->fill = chance_of(scenario == REFERENCE_FASTER ? 0.30 : 0.20);
	p->entry[0] = chance_of(0.45);
	p->entry[1] = chance_of(0.40);
	p->entry[2] = CERTAIN - p->entry[0] - p->entry[1];
	p->safe = posts * 276 / 300;
	prospect_room(p, 1);
	if (scenario == REFERENCE_PAYMENT)
		p->pushes[p->push_count++] = (struct push){ 1, MONTHS_MOST, 12, 35, -1, Q16 * 3 / 4 };
	return p;
}

/* What ties posts to each other, on top of the reference workforce: vacancies push, years and councils differ, hires
 * have a limit and months, agency covers and converts, a cohort comes, some posts end and others begin. */
static inline struct prospect *
coupled_prospect(int posts, int months, struct arena *perm)
{
	struct prospect *p = reference_prospect(posts, months, REFERENCE_BASE, perm);
	p->pressure = 20000;
	p->usual_vacancy = 57000;
	p->drifts[DRIFT_LEAVE] = (struct drift){ .own = 60000, .wander = 30000, .nation = 50000, .keep = 500000 };
	p->drifts[DRIFT_FILL] = (struct drift){ .own = 80000 };
	p->hires_most = posts / 40 + 1;
	p->lead = 1;
	p->cover = chance_of(0.7);
	p->prices = (struct prices){ .pay = { 4500000, 5200000, 5900000, 7000000 }, .agency_week = 180000, .hire = 400000,
	                             .induct = 150000, .leaver = 100000 };
	p->cases = 17 * posts;
	p->holder_share = 800000;
	prospect_room(p, 3);
	return p;
}

/* ---- at random --------------------------------------------------------------------------------- */

static inline uint32_t
random_next(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	uint32_t x = (uint32_t)((*state >> 18 ^ *state) >> 27);
	return x >> (*state >> 59) | x << (-(uint32_t)(*state >> 59) & 31);
}

static inline int
random_to(uint64_t *state, int least, int most)
{
	return least + (int)(random_next(state) % (uint32_t)(most - least + 1));
}

static inline void
random_chances(struct prospect *p, uint64_t *state)
{
	Chance leave_most = chance_of(random_to(state, 0, 20) / 1000.0 / p->causes);
	for (int g = 0; g < p->grades; g++) {
		int certain = random_to(state, 0, 3) == 0 ? random_to(state, 5, 60) : TENURE_MOST + 1;
		for (int t = 0; t <= TENURE_MOST; t++) {
			for (int c = 0; c < p->causes; c++)
				p->leave[c][g][t] = leave_most ? random_next(state) % leave_most : 0;
			if (g < p->grades - 1)
				p->rise[g][t] = t >= certain ? CERTAIN : t > 20 ? random_next(state) >> 7 : 0;
		}
	}
	Chance left = CERTAIN;
	for (int g = 0; g < p->grades; g++) {
		p->entry[g] = g == p->grades - 1 ? left : random_next(state) % (left + 1);
		left -= p->entry[g];
	}
}

static inline void
random_changes(struct prospect *p, uint64_t *state)
{
	p->cohort_count = random_to(state, 0, 3);
	for (int i = 0; i < p->cohort_count; i++)
		p->cohorts[i] = (struct cohort){ random_to(state, 1, p->months), random_to(state, 0, 8),
			random_to(state, 0, p->grades - 1), random_next(state) };
	p->push_count = random_to(state, 0, 3);
	for (int i = 0; i < p->push_count; i++)
		p->pushes[i] = (struct push){ random_to(state, 1, 30), random_to(state, 0, 60), random_to(state, 0, 40),
			random_to(state, 0, 120), random_to(state, -1, p->grades - 1), (uint32_t)random_to(state, 0, 2 * Q16) };
	p->quicker_count = random_to(state, 0, 2);
	for (int i = 0; i < p->quicker_count; i++)
		p->quickers[i] = (struct quicker){ random_to(state, 1, 20), random_to(state, 0, 40), (uint32_t)random_to(state, Q16 / 2, 2 * Q16),
			random_to(state, 0, 2) };
	p->loss_count = random_to(state, 0, 2);
	for (int i = 0; i < p->loss_count; i++)
		p->losses[i] = (struct loss){ random_to(state, 1, 40), random_to(state, 0, 9) };
	p->payment_push = random_to(state, -1, p->push_count - 1);
	for (int i = 0; i < DRIFTS; i++)
		if (random_to(state, 0, 1)) {
			p->drifts[i] = (struct drift){ .own = random_to(state, 0, 60000), .wander = random_to(state, 0, 40000),
				.nation = random_to(state, 0, 40000), .keep = random_to(state, 0, 1000000) };
			for (int y = 0; y < YEARS_MOST; y++)
				p->drifts[i].mean[y] = random_to(state, -100000, 100000);
		}
}

static inline struct prospect *
random_prospect(uint64_t *state, struct arena *perm)
{
	struct prospect *p = prospect_new(random_to(state, 1, 72), perm);
	p->whom = (uint32_t)random_to(state, 0, 999);
	p->grades = random_to(state, 1, GRADES_MOST);
	p->causes = random_to(state, 1, CAUSES_MOST);
	for (int g = 0; g < p->grades; g++)
		p->grade_name[g] = str_format(perm, "Grade %d\xc2\xa3", g);
	for (int c = 0; c < p->causes; c++)
		p->cause_name[c] = str_format(perm, "Cause %d", c);
	int lasting = random_to(state, 1, 60), more = random_to(state, 0, 10);
	p->seat_count = lasting + more;
	p->seats = new(perm, p->seat_count, struct prospect_seat);
	for (int i = 0; i < p->seat_count; i++) {
		int first = i < lasting ? 0 : random_to(state, 0, 40), last = i < lasting ? MONTHS_MOST + 1 : random_to(state, first + 1, 90);
		p->seats[i] = (struct prospect_seat){ (int8_t)(first > 0 ? VACANT : random_to(state, VACANT, p->grades - 1)),
			(uint8_t)random_to(state, 0, 120), (uint8_t)first, (uint8_t)last };
	}
	random_chances(p, state);
	random_changes(p, state);
	p->fill = random_next(state) >> random_to(state, 0, 3);
	p->lead = random_to(state, 0, 4);
	p->hires_most = random_to(state, 0, 4);
	p->intake = random_to(state, 0, 1) ? 0xfff : (uint16_t)random_to(state, 0, 0xfff);
	p->first_month = random_to(state, 1, 12);
	p->pressure = random_to(state, 0, 1) * random_to(state, 0, 30000);
	p->usual_vacancy = random_to(state, 0, 200000);
	p->cover = random_next(state);
	p->convert = random_to(state, 0, 1) ? random_next(state) >> 3 : 0;
	p->cover_most = random_to(state, 0, 5);
	p->cases = random_to(state, 0, 1500);
	p->holder_share = random_to(state, 0, 1000000);
	p->fte_per_head = random_to(state, 500000, 1000000);
	p->safe = random_to(state, 0, lasting);
	p->prices = (struct prices){ { 4500000, 5000001, 5500000, 6000000, 7, 8 }, 180000, 400000, 150000, 100000, 20833 };
	prospect_room(p, 40);
	return p;
}

#endif
