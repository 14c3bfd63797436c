/* forecast_scores_own.c: a forecast from own people, beside what the council's own records tell of since. */
#include "app/forecast_kept.h"

#include <assert.h>

#include "app/keeper.h"
#include "measure/protect.h"
#include "outlook/own_came.h"

/* Each month of its table is so many whole months after the day it started from: a month's chances are of a month. */
static Date
months_after(Date start, int months)
{
	struct civil c = date_civil((Date){ start.day + 1 });
	int at = c.year * 12 + c.month - 1 + months;
	struct civil next = { at / 12, at % 12 + 1, c.day };
	while (!date_real(next.year, next.month, next.day))
		next.day--;
	return (Date){ date_of(next.year, next.month, next.day).day - 1 };
}

/* The last day that the records tell of: nothing was made up after the last day that is published. */
static Date
told_until(const struct world *world, const struct ask *ask)
{
	Date last = census_period(world->published.last_year).last;
	return ask->held->made_up && last.day < ask->today.day ? last : ask->today;
}

/* The months of its table that are over. */
static int
months_over(const struct forecast_order *order, Date until, int *months, struct own_came *came)
{
	int count = 0, step = forecast_step(order->months);
	for (int month = step; month < order->months + step; month += step) {
		int at = month < order->months ? month : order->months;
		Date day = months_after(order->day, at);
		if (day.day > until.day)
			break;
		months[count] = at;
		came[count++] = (struct own_came){ .day = day };
	}
	return count;
}

/* ---- small numbers ------------------------------------------------------------------------------- */

struct flows { int left, joined; };

static bool
is_few(int people)
{
	return people > 0 && people < protect_internal.threshold;
}

/* Posts filled are told, and are those before and joiners less leavers: so one of the two would tell the other. And one month
 * less the month told before it would tell of those between. */
static bool
may_tell(struct flows now, struct flows before)
{
	return !is_few(now.left - before.left) && !is_few(now.joined - before.joined);
}

/* ---- scores --------------------------------------------------------------------------------------- */

static struct kept_score
came_score(const struct brought *one, enum tally_line line, int month, Figure actual, struct arena *perm)
{
	return kept_score_of(one, forecast_line_of(line), month, actual, *perm);
}

static int
score_month(const struct brought *one, const struct own_came *came, int month, bool flows, struct kept_score *scores,
            struct arena *perm)
{
	enum { LINES = 4 };
	Figure withheld = figure_absent(SUPPRESSED);
	Str when = date_text(came->day, perm);
	scores[0] = came_score(one, TALLY_FILLED, month, figure_whole(came->filled), perm);
	scores[1] = came_score(one, TALLY_VACANT, month, figure_whole(came->vacant), perm);
	scores[2] = came_score(one, TALLY_LEFT, month, flows ? figure_whole(came->left) : withheld, perm);
	scores[3] = came_score(one, TALLY_JOINED, month, flows ? figure_whole(came->joined) : withheld, perm);
	for (int i = 0; i < LINES; i++) {
		scores[i].when = when;
		scores[i].source = S("Own records of that day");
	}
	return LINES;
}

int
kept_scores_own(const struct world *world, const struct ask *ask, const struct brought *one,
                struct kept_score *scores, struct arena *perm)
{
	enum { MONTHS_TOLD = SCORES_MOST / 4 };
	static_assert(MONTHS_MOST / 6 <= MONTHS_TOLD && 48 / 3 <= MONTHS_TOLD, "room for every month that is told");
	const struct forecast_order *order = &one->forecast.order;
	struct own_came came[MONTHS_TOLD];
	struct flows told = { 0 };
	int months[MONTHS_TOLD], count = 0;
	if (!ask->held)
		return 0;
	int over = months_over(order, told_until(world, ask), months, came);
	own_came_since(came, over, &ask->held->roster, order->day, *perm);
	for (int i = 0; i < over; i++) {
		struct flows now = { came[i].left, came[i].joined };
		bool may = may_tell(now, told);
		told = may ? now : told;
		count += score_month(one, &came[i], months[i], may, &scores[count], perm);
	}
	return count;
}
