/* published.c: expectations as a prospect. */
#include "outlook/published.h"

#include <assert.h>
#include <math.h>

#include "outlook/flows.h"
#include "outlook/publishing.h"

static const double vacancy_least = 0.002, vacancy_most = 0.8;
/* A post or less is not more than rounding. */
static const double vacant_least = 0.25;

static double
vacancy_at(const struct expectation *e, int year)
{
	double middle = e->of[TARGET_VACANCY][year < AHEAD_MOST ? year : AHEAD_MOST - 1].middle;
	return fmin(vacancy_most, fmax(vacancy_least, isfinite(middle) ? middle : vacancy_least));
}

/* Beyond three years posts grow as England's, and rates stay. */
static struct flow_end
wanted(const struct expectations *all, const struct expectation *e, int year)
{
	int known = year < AHEAD_MOST ? year : AHEAD_MOST - 1;
	struct flow_end want = { .filled = e->of[TARGET_POSTS][known].middle *
	                                   exp(all->growth * (year - known)) };
	double vacancy = vacancy_at(e, year);
	want.vacant = want.filled * vacancy / (1 - vacancy);
	want.left = want.filled * e->of[TARGET_TURNOVER][known].middle;
	return want;
}

static void
find_path(const struct expectations *all, int council, struct path *path)
{
	const struct expectation *e = &all->at[council];
	const struct panel *panel = all->panel;
	double vacancy = panel_at(panel, council, PANEL_VACANCY, panel->last);
	if (!(vacancy >= 0 && vacancy <= vacancy_most))
		vacancy = isfinite(vacancy) ? vacancy_most : vacancy_at(e, 0);
	path->filled = fmax(1, round(panel_at(panel, council, PANEL_POSTS, panel->last)));
	path->vacant = round(path->filled * vacancy / (1 - vacancy));
	double filled = path->filled, posts = path->filled + fmax(vacant_least, path->vacant);
	path->posts = posts;
	for (int k = 0; k < YEARS_MOST; k++) {
		struct flow_end want = wanted(all, e, k);
		path->years[k] = flows_for(want, filled, posts);
		path->ends[k] = flows_year(path->years[k], filled, posts);
		filled = path->ends[k].filled, posts = path->years[k].posts;
	}
}

/* ---- the prospect ------------------------------------------------------------------------------- */

/* Who is in post has been so for as long as if leaving had always been as now: nothing is published of it. */
static void
seat_all(struct prospect *p, const struct path *path, struct arena *perm)
{
	int filled = (int)path->filled, vacant = (int)path->vacant;
	p->seat_count = filled + vacant;
	p->seats = new(perm, p->seat_count, struct prospect_seat);
	double stays = log1p(-fmin(0.9, fmax(1e-6, path->years[0].leave)));
	for (int i = 0; i < p->seat_count; i++) {
		double months = i < filled ? log((i + 0.5) / filled) / stays : 0;
		p->seats[i] = (struct prospect_seat){ .grade = (int8_t)(i < filled ? 0 : VACANT),
			.tenure = (uint8_t)fmin(TENURE_MOST, fmax(0, months)), .last = MONTHS_MOST + 1 };
	}
}

static void
set_chances(struct prospect *p, const struct path *path)
{
	for (int tenure = 0; tenure <= TENURE_MOST; tenure++)
		p->leave[0][0][tenure] = chance_of(path->years[0].leave);
	p->fill = chance_of(fmin(1, path->years[0].fill));
	for (int k = 0; k < YEARS_MOST; k++) {
		p->drifts[DRIFT_LEAVE].mean[k] = publishing_millionths(log(path->years[k].leave / path->years[0].leave));
		p->drifts[DRIFT_FILL].mean[k] = publishing_millionths(log(path->years[k].fill / path->years[0].fill));
		p->drifts[DRIFT_POSTS].mean[k] = publishing_millionths(log(path->years[k].posts / path->posts));
	}
}

/* Agency so that its rate is as expected of the year, of posts vacant as expected then. */
static double
cover_of(const struct expectation *e, const struct path *path, int year)
{
	double rate = e->of[TARGET_AGENCY][year < AHEAD_MOST ? year : AHEAD_MOST - 1].middle;
	if (!(rate > 0))
		return 0;
	double workers = path->ends[year].filled * rate / (1 - rate);
	return fmin(8, workers / fmax(vacant_least, path->ends[year].vacant));
}

static void
set_cover(struct prospect *p, const struct expectation *e, const struct path *path)
{
	double first = cover_of(e, path, 0);
	p->cover = (Chance)(first * (double)CERTAIN);
	for (int k = 0; k < YEARS_MOST; k++) {
		double now = cover_of(e, path, k);
		p->drifts[DRIFT_COVER].mean[k] = first > 0 && now > 0 ? publishing_millionths(log(now / first)) : 0;
	}
}

/* Cases stand still in the middle; they are spread as England's councils' were from year to year. */
static void
set_cases(struct prospect *p, const struct expectations *all, int council)
{
	const struct panel *panel = all->panel;
	double cases = panel_at(panel, council, PANEL_CASES, panel->last);
	double holders = panel_at(panel, council, PANEL_HOLDERS, panel->last);
	if (!(cases > 0) || !(holders > 0))
		return;
	double posts = panel_at(panel, council, PANEL_POSTS, panel->last);
	p->cases = (int32_t)fmin(1e6, round(cases));
	p->holder_share = publishing_millionths(fmin(1, holders / posts));
	p->drifts[DRIFT_CASES].keep = MICRO;
	p->drifts[DRIFT_CASES].wander = publishing_millionths(all->cases_spread);
}

struct prospect *
published_prospect(const struct expectations *all, int council, int months, struct arena *perm)
{
	assert(all->at[council].known);
	struct prospect *p = prospect_new(months, perm);
	struct path path;
	find_path(all, council, &path);
	p->whom = (uint32_t)all->panel->area[council];
	p->first_year = all->panel->last, p->first_month = 10;
	seat_all(p, &path, perm);
	set_chances(p, &path);
	set_cover(p, &all->at[council], &path);
	set_cases(p, all, council);
	p->usual_vacancy = publishing_millionths(path.vacant / (path.vacant + path.filled));
	publishing_spread(p, all, council, &path, *perm);
	publishing_room(p);
	return p;
}
