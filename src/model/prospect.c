/* prospect.c: making a prospect, and what no engine may be given. */
#include "model/prospect.h"

#include "base/quantity.h"
#include "model/hazard.h"

struct prospect *
prospect_new(int months, struct arena *perm)
{
	struct prospect *p = new(perm, 1, struct prospect);
	*p = (struct prospect){ .months = months, .grades = 1, .causes = 1, .first_year = 2000, .first_month = 1,
		.grade_name = { S("Social worker") }, .cause_name = { S("Left") }, .intake = 0xfff, .convert_first = 1, .convert_last = MONTHS_MOST,
		.entry = { CERTAIN }, .payment_push = -1, .holder_share = 1000000, .fte_per_head = 1000000 };
	return p;
}

static bool
seat_lasts(struct prospect_seat seat)
{
	return seat.first == 0 && seat.last > MONTHS_MOST;
}

int
prospect_lasting(const struct prospect *p)
{
	int count = 0;
	while (count < p->seat_count && seat_lasts(p->seats[count]))
		count++;
	return count;
}

int
prospect_more(const struct prospect *p)
{
	struct years most;
	years_at(p, 3, &most);
	int more = 0, spare = 0;
	for (int m = 1; m <= p->months; m++)
		more = most.lasting[m] - most.lasting[0] > more ? most.lasting[m] - most.lasting[0] : more;
	for (int i = 0; i < p->cohort_count; i++)
		spare += p->cohorts[i].size;
	return more + spare;
}

Chance
prospect_fill(const struct prospect *p, int month)
{
	int calendar = (p->first_month - 1 + month - 1) % 12;
	Chance fill = p->intake >> calendar & 1 ? p->fill : 0;
	for (int i = 0; i < p->quicker_count; i++)
		if (month >= p->quickers[i].first && month <= p->quickers[i].last)
			fill = chance_times(fill, p->quickers[i].q16);
	return fill;
}

int
prospect_lead(const struct prospect *p, int month)
{
	int lead = p->lead;
	for (int i = 0; i < p->quicker_count; i++)
		if (month >= p->quickers[i].first && month <= p->quickers[i].last)
			lead -= p->quickers[i].sooner;
	return lead > 0 ? lead : 0;
}

/* ---- faults ------------------------------------------------------------------------------------ */

enum { PENCE_MOST = 2000000000 };

static bool
outside(int64_t value, int64_t least, int64_t most)
{
	return value < least || value > most;
}

/* Whole numbers that stand alone: where, and from what to what. */
static bool
numbers_sound(const struct prospect *p, struct error *err)
{
	const struct { const char *what; int64_t value, least, most; } rows[] = {
		{ "The months to look ahead", p->months, 1, MONTHS_MOST },
		{ "The council's number", p->whom, 0, WHICH_COUNCILS - 1 },
		{ "The number of grades", p->grades, 1, GRADES_MOST },
		{ "The number of causes of leaving", p->causes, 1, CAUSES_MOST },
		{ "The number of posts", p->seat_count, 1, SEATS_MOST },
		{ "The first year", p->first_year, 1900, 2200 },
		{ "The first month", p->first_month, 1, 12 },
		{ "The chance that a post is filled", (int64_t)p->fill, 0, (int64_t)CERTAIN },
		{ "The months before a post can be filled", p->lead, 0, MONTHS_MOST },
		{ "The most hires a month", p->hires_most, 0, SEATS_MOST },
		{ "The intake months", p->intake, 0, 0xfff },
		{ "The number of cohorts", p->cohort_count, 0, COHORTS_MOST },
		{ "The number of months of quicker hiring", p->quicker_count, 0, QUICKERS_MOST },
		{ "The number of losses", p->loss_count, 0, LOSSES_MOST },
		{ "The first month of conversion", p->convert_first, 0, MONTHS_MOST + 1 },
		{ "The last month of conversion", p->convert_last, 0, MONTHS_MOST + 1 },
		{ "The number of pushes on leaving", p->push_count, 0, PUSHES_MOST },
		{ "The push that is paid for", p->payment_push, -1, p->push_count - 1 },
		{ "The pressure of vacancies", p->pressure, 0, 100000 },
		{ "The usual vacancy ratio", p->usual_vacancy, 0, 1000000 },
		{ "The share covered by agency", (int64_t)p->cover, 0, 8 * (int64_t)CERTAIN },
		{ "The chance of conversion", (int64_t)p->convert, 0, (int64_t)CERTAIN },
		{ "The most agency workers", p->cover_most, 0, SEATS_MOST },
		{ "The cases", p->cases, 0, INT32_MAX },
		{ "The share who hold cases", p->holder_share, 0, 1000000 },
		{ "FTE of a person", p->fte_per_head, 1, 1000000 },
		{ "The posts below which it is not safe", p->safe, 0, SEATS_MOST },
		{ "The cost of an agency week", p->prices.agency_week, 0, PENCE_MOST },
		{ "The cost of a hire", p->prices.hire, 0, PENCE_MOST },
		{ "The cost of induction", p->prices.induct, 0, PENCE_MOST },
		{ "The cost of a leaver", p->prices.leaver, 0, PENCE_MOST },
		{ "A month's payment", p->prices.payment, 0, PENCE_MOST },
	};
	for (ptrdiff_t i = 0; i < countof(rows); i++)
		if (outside(rows[i].value, rows[i].least, rows[i].most))
			return fail(err, "%s must be %lld to %lld, and is %lld.", rows[i].what, (long long)rows[i].least,
			            (long long)rows[i].most, (long long)rows[i].value);
	return true;
}

static bool
seats_sound(const struct prospect *p, struct error *err)
{
	int lasting = prospect_lasting(p);
	for (int i = 0; i < p->seat_count; i++) {
		struct prospect_seat s = p->seats[i];
		if (s.grade < VACANT || s.grade >= p->grades || s.tenure > TENURE_MOST)
			return fail(err, "Post %d has a grade or a time in post that there is not.", i + 1);
		if (s.last < 1)
			return fail(err, "Post %d is funded in the past only.", i + 1);
		if (s.first > s.last)
			return fail(err, "Post %d ends before it begins.", i + 1);
		if (s.first > 0 && s.grade != VACANT)
			return fail(err, "Somebody is in post %d, which begins only in month %d.", i + 1, s.first);
		if (i >= lasting && seat_lasts(s))
			return fail(err, "Post %d is always funded, and comes after one that is not.", i + 1);
	}
	return true;
}

static bool
chances_sound(const struct prospect *p, struct error *err)
{
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			Chance sum = 0;
			for (int c = 0; c < p->causes; c++)
				sum += p->leave[c][g][t] <= CERTAIN ? p->leave[c][g][t] : 2 * CERTAIN;
			if (sum > CERTAIN)
				return fail(err, "The chances of leaving grade %d after %d months are more than 1.", g + 1, t);
			if (p->rise[g][t] > CERTAIN || (g == p->grades - 1 && p->rise[g][t] > 0))
				return fail(err, "The chance of moving up from grade %d after %d months cannot be.", g + 1, t);
		}
	Chance shares = 0;
	for (int g = 0; g < GRADES_MOST; g++)
		shares += p->entry[g] <= CERTAIN && (g < p->grades || p->entry[g] == 0) ? p->entry[g] : 2 * CERTAIN;
	if (shares != CERTAIN)
		return fail(err, "The shares of grades at which people join do not make one.");
	for (int g = 0; g < p->grades; g++)
		if (outside(p->prices.pay[g], 0, PENCE_MOST))
			return fail(err, "The pay of grade %d must be 0 to %d pence.", g + 1, PENCE_MOST);
	return true;
}

static bool
drifts_sound(const struct prospect *p, struct error *err)
{
	for (int i = 0; i < DRIFTS; i++) {
		const struct drift *d = &p->drifts[i];
		bool sound = !outside(d->own, 0, MICRO) && !outside(d->wander, 0, MICRO) &&
			!outside(d->nation, 0, MICRO) && !outside(d->keep, 0, MICRO);
		for (int year = 0; year < YEARS_MOST; year++)
			sound = sound && !outside(d->mean[year], -3 * MICRO, 3 * MICRO);
		if (!sound)
			return fail(err, "What differs between years (%d) has a size that cannot be.", i + 1);
	}
	return true;
}

static bool
changes_sound(const struct prospect *p, struct error *err)
{
	for (int i = 0; i < p->cohort_count; i++) {
		const struct cohort *c = &p->cohorts[i];
		if (outside(c->month, 1, MONTHS_MOST) || outside(c->size, 0, SEATS_MOST) || outside(c->grade, 0, p->grades - 1) ||
		    c->arrives > CERTAIN)
			return fail(err, "Cohort %d has a month, a size, a grade or a chance that cannot be.", i + 1);
	}
	for (int i = 0; i < p->push_count; i++) {
		const struct push *q = &p->pushes[i];
		if (outside(q->first, 1, MONTHS_MOST + 1) || outside(q->last, 0, MONTHS_MOST + 1) || q->q16 > 100 * Q16 ||
		    outside(q->tenure_first, 0, TENURE_MOST) || outside(q->tenure_last, 0, TENURE_MOST) ||
		    outside(q->grade, -1, p->grades - 1))
			return fail(err, "Push %d on leaving has months, times in post, a grade or a size that cannot be.", i + 1);
	}
	for (int i = 0; i < p->quicker_count; i++) {
		const struct quicker *q = &p->quickers[i];
		if (outside(q->first, 1, MONTHS_MOST + 1) || outside(q->last, 0, MONTHS_MOST + 1) || q->q16 > 100 * Q16 ||
		    outside(q->sooner, 0, MONTHS_MOST))
			return fail(err, "Quicker hiring %d has months or a size that cannot be.", i + 1);
	}
	for (int i = 0; i < p->loss_count; i++)
		if (outside(p->losses[i].month, 1, MONTHS_MOST) || outside(p->losses[i].count, 0, SEATS_MOST))
			return fail(err, "Loss %d has a month or a size that cannot be.", i + 1);
	return drifts_sound(p, err);
}

/* Of leaving or moving up by luck, when leaving is multiplied by so much. Moving up for certain needs no luck. */
static Chance
luck(const struct prospect *p, Chance leave, int grade, int tenure)
{
	Chance rise = p->rise[grade][tenure];
	return rise < CERTAIN ? leave + ((CERTAIN - leave) * rise >> 32) : leave;
}

static bool
most_sound(const struct prospect *p, struct error *err, struct arena scratch)
{
	struct hazard hazard;
	struct years years;
	hazard_of(p, &hazard, &scratch);
	years_at(p, 3, &years);
	if (p->most > CERTAIN)
		return fail(err, "The most that a chance may be is above 1.");
	uint32_t times[2 * PUSHES_MOST + 1] = { 0 };
	for (int m = 1; m <= p->months; m++) {
		uint64_t q16 = (uint64_t)years.q16[DRIFT_LEAVE][(m - 1) / 12] * pressure_most(p) >> 16;
		uint32_t cut = q16 < UINT32_MAX ? (uint32_t)q16 : UINT32_MAX;
		uint32_t *most = &times[hazard.phase[m]];
		*most = cut > *most ? cut : *most;
	}
	for (int i = 0; i < hazard.phases; i++)
		for (int g = 0; g < p->grades; g++)
			for (int t = 0; t <= TENURE_MOST; t++)
				if (luck(p, chance_times(hazard.leave[i].at[g][t], times[i]), g, t) > p->most)
					return fail(err, "At grade %d after %d months in post the chance of leaving could grow beyond "
					            "what the forecast has room for.", g + 1, t);
	return true;
}

bool
prospect_sound(const struct prospect *p, struct error *err, struct arena scratch)
{
	if (!numbers_sound(p, err) || !seats_sound(p, err) || !chances_sound(p, err) || !changes_sound(p, err))
		return false;
	return most_sound(p, err, scratch);
}

void
prospect_room(struct prospect *p, int times)
{
	uint32_t q16 = times < 60000 ? (uint32_t)times * Q16 : UINT32_MAX;
	p->most = 0;
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			Chance sum = 0;
			for (int c = 0; c < p->causes; c++)
				sum += chance_times(p->leave[c][g][t], q16);
			Chance most = luck(p, sum < CERTAIN ? sum : CERTAIN, g, t);
			p->most = most > p->most ? most : p->most;
		}
}
