/* moments.c: the mean forward, month by month, and what years add. */
#include "model/moments.h"

#include <string.h>

#include "model/hazard.h"
#include "model/moments_parts.h"

static const double Q16_ONE = 65536;

void
rates_of(const struct prospect *p, struct rates *rates)
{
	*rates = (struct rates){ .fill = chance_value(p->fill) };
	for (int g = 0; g < p->grades; g++) {
		rates->entry[g] = chance_value(p->entry[g]);
		for (int t = 0; t <= TENURE_MOST; t++) {
			rates->rise[g][t] = chance_value(p->rise[g][t]);
			for (int c = 0; c < p->causes; c++)
				rates->leave[g][t] += chance_value(p->leave[c][g][t]);
		}
	}
}

/* ---- what a month does --------------------------------------------------------------------------- */

struct pushed { double leave[GRADES_MOST][TENURE_MOST + 1]; };

static void
phase_leave(const struct prospect *p, const struct rates *rates, int month, struct pushed *out)
{
	memcpy(out->leave, rates->leave, sizeof out->leave);
	for (int i = 0; i < p->push_count; i++) {
		const struct push *push = &p->pushes[i];
		for (int g = 0; g < p->grades && month >= push->first && month <= push->last; g++)
			for (int t = push->tenure_first; t <= push->tenure_last && (push->grade < 0 || push->grade == g); t++)
				out->leave[g][t] *= push->q16 / Q16_ONE;
	}
}

static bool
pushes_differ(const struct prospect *p, int month)
{
	for (int i = 0; i < p->push_count; i++)
		if (p->pushes[i].first == month || p->pushes[i].last + 1 == month)
			return true;
	return month == 1;
}

static void
phases_set(struct flows *f, struct arena *scratch)
{
	struct pushed *pushed = new(scratch, 2 * PUSHES_MOST + 1, struct pushed);
	int phases = 0;
	for (int m = 1; m <= f->p->months; m++) {
		if (pushes_differ(f->p, m))
			phase_leave(f->p, f->rates, m, &pushed[phases++]);
		f->phase[m] = phases - 1;
	}
	f->leave = &pushed->leave;
}

static void
funded_set(struct flows *f, const struct years *years)
{
	int lasting = prospect_lasting(f->p);
	for (int m = 0; m <= f->p->months; m++) {
		f->funded[m] = years->lasting[m];
		for (int i = lasting; i < f->p->seat_count; i++)
			f->funded[m] += m >= f->p->seats[i].first && m <= f->p->seats[i].last;
	}
}

static double
fill_of(const struct flows *f, int m)
{
	double fill = prospect_fill(f->p, m) > 0 ? f->rates->fill : 0;
	for (int i = 0; i < f->p->quicker_count; i++)
		if (m >= f->p->quickers[i].first && m <= f->p->quickers[i].last)
			fill *= f->p->quickers[i].q16 / Q16_ONE;
	return fill < 1 ? fill : 1;
}

/* `leave` and `fill`: how many deviations above their means. */
static void
years_into(struct flows *f, double leave, double fill)
{
	struct years middle, of_leave, of_fill;
	years_at(f->p, 0, &middle);
	years_at(f->p, leave, &of_leave);
	years_at(f->p, fill, &of_fill);
	for (int m = 1; m <= f->p->months; m++) {
		int year = (m - 1) / 12;
		double chance = fill_of(f, m) * of_fill.q16[DRIFT_FILL][year] / Q16_ONE;
		f->times[m] = of_leave.q16[DRIFT_LEAVE][year] / Q16_ONE;
		f->fill[m] = chance < 1 ? chance : 1;
		f->lead[m] = prospect_lead(f->p, m);
		f->cover[m] = chance_value(f->p->cover) * middle.q16[DRIFT_COVER][year] / Q16_ONE;
	}
	f->oldest = f->p->lead;
	funded_set(f, &middle);
}

/* ---- the mean ------------------------------------------------------------------------------------ */

struct course {
	struct people *now, *next;
	double vacant[MONTHS_MOST + 1];                    /* by whole months vacant, those of `oldest` or more together */
	double in_post, converts;
};

static void
course_begin(const struct prospect *p, int oldest, struct course *course)
{
	for (int i = 0; i < p->seat_count; i++) {
		struct prospect_seat s = p->seats[i];
		if (s.grade != VACANT)
			course->now->at[s.grade][s.tenure]++;
		else if (s.first == 0)
			course->vacant[s.tenure < oldest ? s.tenure : oldest]++;
		course->in_post += s.grade != VACANT;
	}
}

static double
vacant_all(const struct course *course, int oldest)
{
	double sum = 0;
	for (int a = 0; a <= oldest; a++)
		sum += course->vacant[a];
	return sum;
}

/* Who comes takes vacant posts of every age alike; who finds none is over establishment. */
static void
vacant_become(struct course *course, int oldest, double before, double after)
{
	for (int a = 0; a <= oldest; a++)
		course->vacant[a] *= before > 0 ? after / before : 0;
}

static double
positive(double x)
{
	return x > 0 ? x : 0;
}

static void
come(const struct flows *f, struct course *course, struct people *into, double count, const double *shares)
{
	double before = vacant_all(course, f->oldest);
	for (int g = 0; g < f->p->grades; g++)
		into->at[g][0] += count * shares[g];
	course->in_post += count;
	vacant_become(course, f->oldest, before, positive(before - count));
}

/* Posts that begin and end this month: 1 of the order. */
static void
posts_change(const struct flows *f, struct course *course, int m)
{
	double more = f->funded[m] - f->funded[m - 1];
	if (more == 0)
		return;
	double vacant = vacant_all(course, f->oldest), wants = positive(f->funded[m] - course->in_post);
	if (wants >= vacant)
		course->vacant[0] += wants - vacant;
	else
		vacant_become(course, f->oldest, vacant, wants);
}

static double
pressure_of(const struct prospect *p, double vacant, double funded)
{
	double points = funded > 0 ? vacant / funded * 100 - p->usual_vacancy / 1e4 : 0;
	points = points > PRESSURE_POINTS ? PRESSURE_POINTS : points < -PRESSURE_POINTS ? -PRESSURE_POINTS : points;
	return positive(1 + points * p->pressure / 1e6);
}

/* Each cell's leavers, risers and stayers, all a month older: 3 of the order. Gives those who left. */
static double
people_move(const struct flows *f, struct course *course, int m, double times)
{
	const struct prospect *p = f->p;
	double (*leave)[TENURE_MOST + 1] = f->leave[f->phase[m]];
	double left = 0;
	memset(course->next, 0, sizeof *course->next);
	for (int g = 0; g < p->grades; g++)
		for (int t = 0; t <= TENURE_MOST; t++) {
			double here = course->now->at[g][t];
			if (here <= 0)
				continue;
			double chance = leave[g][t] * times, goes = here * (chance < 1 ? chance : 1), stays = here - goes;
			double rises = stays * f->rates->rise[g][t];
			int older = t < TENURE_MOST ? t + 1 : t;
			left += goes;
			course->next->at[g][older] += stays - rises;
			if (g + 1 < p->grades)
				course->next->at[g + 1][older] += rises;
		}
	return left;
}

/* Who came last goes first. */
static double
losses_of(const struct flows *f, struct course *course, int m)
{
	double wants = 0, gone = 0;
	for (int i = 0; i < f->p->loss_count; i++)
		wants += f->p->losses[i].month == m ? f->p->losses[i].count : 0;
	for (int t = 0; t <= TENURE_MOST && gone < wants; t++) {
		double here = 0;
		for (int g = 0; g < f->p->grades; g++)
			here += course->next->at[g][t];
		double share = here > wants - gone ? (wants - gone) / here : 1;
		for (int g = 0; g < f->p->grades; g++)
			course->next->at[g][t] -= course->next->at[g][t] * share;
		gone += here * share;
	}
	return gone;
}

static double
cohorts_of(const struct flows *f, struct course *course, int m)
{
	double came = 0;
	for (int i = 0; i < f->p->cohort_count; i++) {
		const struct cohort *c = &f->p->cohorts[i];
		double shares[GRADES_MOST] = { 0 }, count = c->month == m ? c->size * chance_value(c->arrives) : 0;
		shares[c->grade] = 1;
		if (count > 0)
			come(f, course, course->next, count, shares);
		came += count;
	}
	return came;
}

/* 4 of the order, after cohorts: those vacant long enough are filled, the others wait a month more. */
static double
hires_of(const struct flows *f, struct course *course, int m, double left)
{
	double joins = 0, share = f->fill[m];
	for (int a = f->lead[m]; a <= f->oldest; a++)
		joins += course->vacant[a] * f->fill[m];
	if (f->p->hires_most && joins > f->p->hires_most) {
		share *= f->p->hires_most / joins;
		joins = f->p->hires_most;
	}
	for (int a = f->lead[m]; a <= f->oldest; a++)
		course->vacant[a] -= course->vacant[a] * share;
	for (int g = 0; g < f->p->grades; g++)
		course->next->at[g][0] += joins * f->rates->entry[g];
	double over = positive(course->in_post - f->funded[m]), opens = positive(left - over);
	course->in_post += joins - left;
	if (f->oldest > 0)
		course->vacant[f->oldest] += course->vacant[f->oldest - 1];
	for (int a = f->oldest - 1; a > 0; a--)
		course->vacant[a] = course->vacant[a - 1];
	course->vacant[0] = f->oldest > 0 ? opens : course->vacant[0] + opens;
	return joins;
}

static double
payment_of(const struct prospect *p, const struct people *people, int m)
{
	if (p->payment_push < 0)
		return 0;
	const struct push *push = &p->pushes[p->payment_push];
	double paid = 0;
	for (int g = 0; g < p->grades && m >= push->first && m <= push->last; g++)
		for (int t = 1; t <= TENURE_MOST && (push->grade < 0 || push->grade == g); t++)
			if ((t - 1 >= push->tenure_first && t - 1 <= push->tenure_last) ||
			    (t == TENURE_MOST && push->tenure_last == TENURE_MOST))
				paid += people->at[g][t];
	return paid * (double)p->prices.payment;
}

static void
moment_note(const struct flows *f, const struct course *course, int m, struct moment *out)
{
	const struct prospect *p = f->p;
	double vacant = vacant_all(course, f->oldest), agency = vacant * f->cover[m];
	out->over = positive(course->in_post - f->funded[m]);
	out->vacant = vacant;
	out->filled = course->in_post - out->over;
	out->agency = p->cover_most && agency > p->cover_most ? p->cover_most : agency;
	out->cost = out->agency * (double)p->prices.agency_week * 52 / 12 + payment_of(p, course->now, m) +
		out->joined * (double)(p->prices.hire + p->prices.induct) + out->left * (double)p->prices.leaver;
	for (int g = 0; g < p->grades; g++) {
		out->grade[g] = 0;
		for (int t = 0; t <= TENURE_MOST; t++)
			out->grade[g] += course->now->at[g][t];
		out->cost += out->grade[g] * (double)p->prices.pay[g] / 12;
	}
	if (m == 0)
		out->cost = 0;
}

static void
means_forward(const struct flows *f, struct moment *out, struct arena scratch)
{
	const struct prospect *p = f->p;
	struct course course = { new(&scratch, 1, struct people), new(&scratch, 1, struct people), { 0 }, 0, 0 };
	course_begin(p, f->oldest, &course);
	out[0] = (struct moment){ 0 };
	moment_note(f, &course, 0, &out[0]);
	for (int m = 1; m <= p->months; m++) {
		posts_change(f, &course, m);
		double converts = course.converts;
		if (converts > 0)
			come(f, &course, course.now, converts, f->rates->entry);
		double times = f->times[m] * (p->pressure ? pressure_of(p, vacant_all(&course, f->oldest), f->funded[m]) : 1);
		double left = people_move(f, &course, m, times);
		left += losses_of(f, &course, m);
		double came = cohorts_of(f, &course, m);
		double joined = hires_of(f, &course, m, left);
		struct people *old = course.now;
		course.now = course.next;
		course.next = old;
		out[m] = (struct moment){ .left = left, .joined = joined + came + converts };
		moment_note(f, &course, m, &out[m]);
		course.converts = (out[m].agency < out[m].vacant ? out[m].agency : out[m].vacant) *
			(m >= p->convert_first && m <= p->convert_last ? chance_value(p->convert) : 0);
	}
}

/* ---- both ---------------------------------------------------------------------------------------- */

static bool
uncertain(const struct drift *drift)
{
	return drift->own || drift->wander || drift->nation;
}

/* Five points: off the middle by leaving, or by filling. Where one is certain, its points are the middle's. */
static void
points_add(struct flows *f, struct moment *out, struct arena scratch)
{
	static const double root = 1.7320508075688772, off[][2] = { { root, 0 }, { -root, 0 }, { 0, root }, { 0, -root } };
	const struct prospect *p = f->p;
	struct moment *middle = new(&scratch, p->months + 1, struct moment), *at = new(&scratch, p->months + 1, struct moment);
	memcpy(middle, out, (size_t)(p->months + 1) * sizeof *out);
	bool of_leave = uncertain(&p->drifts[DRIFT_LEAVE]), of_fill = uncertain(&p->drifts[DRIFT_FILL]);
	double *square = new(&scratch, p->months + 1, double);
	for (int i = 0; i < 4; i++) {
		if (!(i < 2 ? of_leave : of_fill))
			continue;
		years_into(f, off[i][0], off[i][1]);
		means_forward(f, at, scratch);
		for (int m = 0; m <= p->months; m++) {
			double *sum = &out[m].filled, gap = at[m].filled - middle[m].filled;
			const double *here = &at[m].filled, *mid = &middle[m].filled;
			for (size_t n = 0; n < sizeof *at / sizeof(double); n++)
				sum[n] += &out[m].variance == &sum[n] ? 0 : (here[n] - mid[n]) / 6;
			square[m] += gap * gap / 6;
		}
	}
	for (int m = 0; m <= p->months; m++) {
		double bias = out[m].filled - middle[m].filled;
		out[m].variance += square[m] - bias * bias;
	}
}

void
moments_of_rates(const struct prospect *p, const struct rates *rates, struct moment *out, struct arena scratch)
{
	struct flows f = { .p = p, .rates = rates };
	phases_set(&f, &scratch);
	years_into(&f, 0, 0);
	means_forward(&f, out, scratch);
	moments_variance(&f, out, scratch);
	if (uncertain(&p->drifts[DRIFT_LEAVE]) || uncertain(&p->drifts[DRIFT_FILL]))
		points_add(&f, out, scratch);
}

void
moments_of(const struct prospect *p, struct moment *out, struct arena scratch)
{
	struct rates *rates = new(&scratch, 1, struct rates);
	rates_of(p, rates);
	moments_of_rates(p, rates, out, scratch);
}

static bool
posts_end(const struct prospect *p)
{
	for (int i = 0; i < p->seat_count; i++)
		if (p->seats[i].last < p->months)
			return true;
	return false;
}

static bool
moved(const struct drift *drift)
{
	bool any = uncertain(drift);
	for (int year = 0; year < YEARS_MOST; year++)
		any = any || drift->mean[year] != 0;
	return any;
}

bool
moments_exact(const struct prospect *p, Str *why)
{
	const struct { bool ties; Str why; } rows[] = {
		{ p->pressure != 0, S("vacancies push those who are left") },
		{ p->hires_most != 0, S("hires have a limit each month") },
		{ p->cohort_count != 0, S("a cohort comes") },
		{ p->loss_count != 0, S("a cohort is lost") },
		{ p->convert != 0 && p->cover != 0, S("agency workers become permanent") },
		{ posts_end(p), S("posts end") },
		{ moved(&p->drifts[DRIFT_POSTS]), S("the number of posts changes") },
		{ uncertain(&p->drifts[DRIFT_LEAVE]) || uncertain(&p->drifts[DRIFT_FILL]), S("years differ") },
	};
	for (ptrdiff_t i = 0; i < countof(rows); i++)
		if (rows[i].ties) {
			*why = rows[i].why;
			return false;
		}
	*why = (Str){ 0 };
	return true;
}
