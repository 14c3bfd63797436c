/* lever.c: what each lever changes in a prospect. */
#include "model/lever.h"

#include <string.h>

#include "base/quantity.h"

/* A lever at work: on a prospect of its own. */
struct pull {
	struct prospect *p;
	const struct lever *lever;
	int last;                    /* month it works in, at most MONTHS_MOST */
	struct arena *perm;
	struct error *err;
};

static uint32_t
q16_of(int32_t micro)
{
	return (uint32_t)(((int64_t)micro * Q16 + MICRO / 2) / MICRO);
}

/* Empty months and multipliers of one take no room. */
static bool
push_add(struct pull *pull, struct push push)
{
	struct prospect *p = pull->p;
	if (push.first > push.last || push.first > p->months || push.q16 == Q16)
		return true;
	if (p->push_count >= PUSHES_MOST)
		return fail(pull->err, "These are more changes of leaving than there is room for.");
	p->pushes[p->push_count++] = push;
	return true;
}

static bool
seats_add(struct pull *pull, int64_t count)
{
	struct prospect *p = pull->p;
	if (count > SEATS_MOST - p->seat_count)
		return fail(pull->err, "These are more posts than there is room for.");
	struct prospect_seat *seats = new(pull->perm, p->seat_count + count, struct prospect_seat);
	memcpy(seats, p->seats, (size_t)p->seat_count * sizeof *seats);
	for (int64_t i = 0; i < count; i++)
		seats[p->seat_count++] = (struct prospect_seat){ VACANT, 0, (uint8_t)pull->lever->first, (uint8_t)pull->last };
	p->seats = seats;
	return true;
}

static bool
pull_over(struct pull *pull)
{
	return seats_add(pull, pull->lever->amount);
}

enum { PAID_FIRST = 12, PAID_LAST = 35, AFTER_LAST = 47 };

/* The push that is paid for stands even if it has no effect. Who was paid and is now in the year after, and all who were
 * paid last when it ended, rebound. */
static bool
pull_payment(struct pull *pull)
{
	struct prospect *p = pull->p;
	const struct lever *lever = pull->lever;
	if (p->payment_push >= 0)
		return fail(pull->err, "Only one payment can be made at a time.");
	if (p->push_count >= PUSHES_MOST)
		return fail(pull->err, "These are more changes of leaving than there is room for.");
	p->payment_push = p->push_count++;
	p->pushes[p->payment_push] = (struct push){ lever->first, pull->last, PAID_FIRST, PAID_LAST, -1, q16_of(lever->effect) };
	p->prices.payment = (lever->amount * 100 + 6) / 12;
	uint32_t rebound = q16_of(lever->rebound ? lever->rebound : MICRO);
	int after = pull->last + 12 < MONTHS_MOST ? pull->last + 12 : MONTHS_MOST;
	return push_add(pull, (struct push){ lever->first + 12, after, PAID_LAST + 1, AFTER_LAST, -1, rebound }) &&
		push_add(pull, (struct push){ pull->last + 1, after, PAID_FIRST, PAID_LAST, -1, rebound });
}

/* Mean months to fill are lead + 1 / fill: less lead first, then a greater chance, a month to find somebody at least. */
static bool
pull_faster(struct pull *pull)
{
	struct prospect *p = pull->p;
	if (p->quicker_count >= QUICKERS_MOST)
		return fail(pull->err, "These are more changes of the time to fill than there is room for.");
	int less = (int)pull->lever->amount, sooner = less < p->lead ? less : p->lead;
	double fill = chance_value(p->fill), mean = fill > 0 ? 1 / fill : 1, rest = mean - (less - sooner);
	double times = mean / (rest > 1 ? rest : 1);
	p->quickers[p->quicker_count++] = (struct quicker){ pull->lever->first, pull->last,
		(uint32_t)((times < 100 ? times : 100) * Q16 + 0.5), sooner };
	return true;
}

static bool
pull_cohort(struct pull *pull)
{
	struct prospect *p = pull->p;
	const struct lever *lever = pull->lever;
	int last = lever->months > 0 ? pull->last : lever->first;
	for (int month = lever->first; month <= last && month <= p->months; month += 12) {
		if (p->cohort_count >= COHORTS_MOST)
			return fail(pull->err, "These are more cohorts than there is room for.");
		p->cohorts[p->cohort_count++] = (struct cohort){ month, (int)lever->amount, 0, chance_of(lever->effect / 1e6) };
	}
	return true;
}

static bool
pull_convert(struct pull *pull)
{
	struct prospect *p = pull->p;
	p->convert = chance_monthly((double)pull->lever->amount / 100);
	p->convert_first = pull->lever->first;
	p->convert_last = pull->last;
	return p->cover > 0 || fail(pull->err, "Nobody from an agency covers posts here who could become permanent.");
}

/* Posts for so many cases: cases / amount are the case holders, FTE, that it takes. */
static bool
pull_caseload(struct pull *pull)
{
	const struct prospect *p = pull->p;
	double holders = p->holder_share / 1e6 * (p->fte_per_head / 1e6);
	if (p->cases == 0 || holders <= 0)
		return fail(pull->err, "The number of cases, or who holds them, is not known here.");
	int funded = 0;
	for (int i = 0; i < p->seat_count; i++)
		funded += p->seats[i].first <= pull->lever->first && p->seats[i].last >= pull->lever->first;
	double wants = p->cases / ((double)pull->lever->amount / lever_in_one(&lever_rows[LEVER_CASELOAD])) / holders - funded;
	if (wants > SEATS_MOST)
		return fail(pull->err, "These are more posts than there is room for.");
	int posts = wants > 0 ? (int)wants + (wants > (int)wants) : 0;
	return seats_add(pull, posts) &&
		push_add(pull, (struct push){ pull->lever->first, pull->last, 0, TENURE_MOST, -1, q16_of(pull->lever->effect) });
}

static bool
pull_lost(struct pull *pull)
{
	struct prospect *p = pull->p;
	if (p->loss_count >= LOSSES_MOST)
		return fail(pull->err, "These are more losses than there is room for.");
	p->losses[p->loss_count++] = (struct loss){ pull->lever->first, (int)pull->lever->amount };
	return true;
}

static bool
pull_shock(struct pull *pull)
{
	int last = pull->lever->months > 0 ? pull->last : pull->lever->first + 11;
	return push_add(pull, (struct push){ pull->lever->first, last < MONTHS_MOST ? last : MONTHS_MOST, 0, TENURE_MOST, -1,
	                                     q16_of(pull->lever->effect) });
}

static bool (*const pulls[LEVERS])(struct pull *pull) = {
	[LEVER_OVER] = pull_over, [LEVER_PAYMENT] = pull_payment, [LEVER_FASTER] = pull_faster, [LEVER_COHORT] = pull_cohort,
	[LEVER_CONVERT] = pull_convert, [LEVER_CASELOAD] = pull_caseload, [LEVER_LOST] = pull_lost, [LEVER_SHOCK] = pull_shock,
};

static bool
within(const struct prospect *base, const struct lever *lever, struct error *err)
{
	const struct lever_row *row = &lever_rows[lever->kind];
	int in_one = lever_in_one(row);
	if (lever->first < 1 || lever->first > base->months)
		return fail(err, "%.*s: it must begin in month 1 to %d, and begins in month %d.", STR_ARG(row->title), base->months,
		            lever->first);
	if (lever->months < 0 || lever->months > MONTHS_MOST)
		return fail(err, "%.*s: it must last 0 to %d months, and lasts %d.", STR_ARG(row->title), MONTHS_MOST, lever->months);
	if (row->amount_label.len > 0 && (lever->amount < row->amount_least || lever->amount > row->amount_most))
		return fail(err, "%.*s: \"%.*s\" must be %lld to %lld, and is %.*f.", STR_ARG(row->title), STR_ARG(row->amount_label),
		            (long long)(row->amount_least / in_one), (long long)(row->amount_most / in_one), lever->amount % in_one != 0,
		            (double)lever->amount / in_one);
	if (row->effect_label.len > 0 && (lever->effect < row->effect_least || lever->effect > row->effect_most))
		return fail(err, "%.*s: \"%.*s\" must be %g to %g, and is %g.", STR_ARG(row->title), STR_ARG(row->effect_label),
		            row->effect_least / 1e6, row->effect_most / 1e6, lever->effect / 1e6);
	if (lever->rebound < 0 || lever->rebound > 3 * MICRO)
		return fail(err, "%.*s: the rebound must be 0 to 3, and is %g.", STR_ARG(row->title), lever->rebound / 1e6);
	return true;
}

struct prospect *
lever_pull(const struct prospect *base, const struct lever *levers, int count, struct arena *perm, struct error *err)
{
	struct prospect *p = new(perm, 1, struct prospect);
	*p = *base;
	if (count > LEVERS_MOST) {
		fail(err, "A scenario has at most %d levers.", LEVERS_MOST);
		return NULL;
	}
	for (int i = 0; i < count; i++) {
		const struct lever *lever = &levers[i];
		int last = lever->months > 0 ? lever->first + lever->months - 1 : MONTHS_MOST;
		struct pull pull = { p, lever, last < MONTHS_MOST ? last : MONTHS_MOST, perm, err };
		if (!within(base, lever, err) || !pulls[lever->kind](&pull))
			return NULL;
	}
	return prospect_sound(p, err, *perm) ? p : NULL;
}

static int
spares(const struct prospect *p)
{
	int sum = 0;
	for (int i = 0; i < p->cohort_count; i++)
		sum += p->cohorts[i].size;
	return sum;
}

int
lever_room(const struct prospect *base, const struct prospect *pulled)
{
	int posts = pulled->seat_count - base->seat_count, places = spares(pulled) - spares(base);
	return posts > places ? posts : places;
}
