/* world_books.c: what a month cost, and what is counted at its end. */
#include "model/binomial.h"
#include "model/world.h"

#include <string.h>

static int
agency_of(const struct world *w, int m)
{
	if (w->p->cover == 0)
		return 0;
	uint64_t share = w->p->cover * w->years.q16[DRIFT_COVER][(m - 1) / 12] >> 16;
	int count = (int)(((uint64_t)w->now.vacant * share + CERTAIN / 2) >> 32);
	return w->p->cover_most && count > w->p->cover_most ? w->p->cover_most : count;
}

/* Of posts covered: an agency worker more than a post has nothing to be converted into. */
static void
converts_drawn(struct world *w, int agency, int m)
{
	if (w->p->convert == 0 || m < w->p->convert_first || m > w->p->convert_last)
		return;
	struct dice dice = dice_at(w->seed, (uint32_t)m, w->p->whom, w->replication, STREAM_COVER);
	w->converts = binomial(agency < w->now.vacant ? agency : w->now.vacant, w->p->convert, &dice);
}

/* Those whom the payment's push reached this month and who are still there. */
static int
paid_in(const struct world *w, int m)
{
	if (w->p->payment_push < 0)
		return 0;
	const struct push *push = &w->p->pushes[w->p->payment_push];
	int paid = 0;
	if (m < push->first || m > push->last)
		return 0;
	int from = push->tenure_last == TENURE_MOST ? -TENURE_MOST : m - 1 - push->tenure_last, to = m - 1 - push->tenure_first;
	from = from < -TENURE_MOST ? -TENURE_MOST : from;
	for (int start = from; start <= to; start++)
		for (int g = 0; g < w->p->grades; g++)
			paid += push->grade < 0 || push->grade == g ? w->now.by_start[start + TENURE_MOST][g] : 0;
	return paid;
}

static void
costs_add(struct world *w, int m, int agency)
{
	const struct prices *prices = &w->p->prices;
	if (w->nothing >> TALLY_COST & 1)
		return;
	int64_t pay = 0, people = w->now.funded - w->now.vacant + w->now.over;
	for (int g = 0; g < w->p->grades; g++)
		pay += w->now.grade[g] * prices->pay[g];
	int64_t over = w->now.over ? pay * w->now.over / people : 0;
	int64_t *cost = w->cost_twelfths;
	cost[COST_PAY] += pay - over;
	cost[COST_OVER] += over;
	cost[COST_AGENCY] += agency * prices->agency_week * 52;
	cost[COST_HIRE] += w->joiners * prices->hire * 12;
	cost[COST_INDUCT] += w->joiners * prices->induct * 12;
	cost[COST_LEAVER] += w->leavers * prices->leaver * 12;
	cost[COST_PAYMENT] += paid_in(w, m) * prices->payment * 12;
	for (int line = 0; line < COST_LINES; line++)
		w->record->cost[m][line] = cost[line] / 12;
}

enum { CASELOAD_MOST = 9999 };

static int
caseload_of(const struct world *w, int m, int people)
{
	if (w->p->cases == 0)
		return 0;
	int64_t holders = (int64_t)people * w->p->holder_share / 1000 * w->p->fte_per_head / 1000;   /* millionths */
	uint32_t times = m > 0 ? w->years.q16[DRIFT_CASES][(m - 1) / 12] : Q16;
	int64_t tenths = (int64_t)w->p->cases * 10 * times / Q16;
	tenths = holders > 0 ? tenths * 1000000 / holders : CASELOAD_MOST;
	return tenths < CASELOAD_MOST ? (int)tenths : CASELOAD_MOST;
}

static int32_t
cost_steps(const struct world *w, const int64_t *lines)
{
	int64_t cost = 0;
	for (int line = 0; line < COST_LINES; line++)
		cost += lines[line];
	cost /= w->cost_step;
	return cost < INT32_MAX ? (int32_t)cost : INT32_MAX;
}

/* Lines that many prospects do not have. */
enum { SELDOM = 1 << TALLY_OVER | 1 << TALLY_AGENCY | 1 << TALLY_CASELOAD | 1 << TALLY_COST };

static void
seldom_note(struct world *w, int m, int agency)
{
	struct replication *r = w->record;
	int people = w->now.funded - w->now.vacant + w->now.over;
	r->at[TALLY_OVER][m] = w->now.over;
	r->at[TALLY_AGENCY][m] = agency;
	r->at[TALLY_CASELOAD][m] = caseload_of(w, m, people + agency);
	r->at[TALLY_COST][m] = w->nothing >> TALLY_COST & 1 ? 0 : cost_steps(w, r->cost[m]);
}

static void
month_note(struct world *w, int m, int agency)
{
	struct replication *r = w->record;
	int filled = w->now.funded - w->now.vacant;
	r->at[TALLY_FILLED][m] = filled;
	r->at[TALLY_VACANT][m] = w->now.vacant;
	r->at[TALLY_JOINERS][m] = w->joiners;
	r->at[TALLY_LEAVERS][m] = w->leavers;
	r->at[TALLY_JOINED][m] = m ? r->at[TALLY_JOINED][m - 1] + w->joiners : 0;
	r->at[TALLY_LEFT][m] = m ? r->at[TALLY_LEFT][m - 1] + w->leavers : 0;
	r->at[TALLY_YEAR_LEFT][m] = r->at[TALLY_LEFT][m] - (m > 12 ? r->at[TALLY_LEFT][m - 12] : 0);
	r->at[TALLY_NEW][m] = w->now.fresh;
	memcpy(r->grade[m], w->now.grade, sizeof r->grade[m]);
	if (~w->nothing & SELDOM)
		seldom_note(w, m, agency);
}

static void
fresh_ages(struct world *w, int m)
{
	for (int g = 0; g < w->p->grades; g++)
		w->now.fresh -= w->now.by_start[m - 24 + TENURE_MOST][g];
}

void
books_open(struct world *w)
{
	memset(w->record->cost[0], 0, sizeof w->record->cost[0]);
	month_note(w, 0, agency_of(w, 1));
}

void
books_month(struct world *w, int m)
{
	int agency = agency_of(w, m);
	fresh_ages(w, m);
	converts_drawn(w, agency, m);
	costs_add(w, m, agency);
	month_note(w, m, agency);
}
