/* life.c: see life.h. One sweep over entries and exits in order of time. */
#include "model/life.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "model/law.h"

/* Lives that are at risk after `from`, by exit; and their entries by themselves. */
struct sorted { struct life *exits; double *entries; int count; };

static int
by_exit(const void *a, const void *b)
{
	const struct life *x = a, *y = b;
	return (x->exit > y->exit) - (x->exit < y->exit);
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static struct sorted
sorted_of(struct lives lives, double from, struct arena *perm)
{
	struct sorted s = { new(perm, lives.count + 1, struct life), new(perm, lives.count + 1, double), 0 };
	for (int i = 0; i < lives.count; i++) {
		struct life l = lives.at[i];
		l.entry = fmax(l.entry, from);
		if (!(l.exit > l.entry))
			continue;
		s.exits[s.count] = l;
		s.entries[s.count++] = l.entry;
	}
	qsort(s.exits, (size_t)s.count, sizeof *s.exits, by_exit);
	qsort(s.entries, (size_t)s.count, sizeof *s.entries, by_size);
	return s;
}

/* ---- Kaplan-Meier and Nelson-Aalen --------------------------------------------------------------- */

struct range_of { double lower, upper; };

static struct range_of
limits_of(double lasting, double greenwood, enum limits kind)
{
	const double z = normal_point(0.975);
	double se = sqrt(greenwood);             /* of the logarithm */
	struct range_of r = { NAN, NAN };
	if (lasting <= 0)
		return r;
	if (kind == LIMITS_PLAIN)
		r = (struct range_of){ lasting - z * lasting * se, lasting + z * lasting * se };
	if (kind == LIMITS_LOG)
		r = (struct range_of){ lasting * exp(-z * se), lasting * exp(z * se) };
	if (kind == LIMITS_LOG_LOG && lasting < 1) {
		double middle = log(-log(lasting)), wide = z * se / log(lasting);
		r = (struct range_of){ exp(-exp(middle - wide)), exp(-exp(middle + wide)) };
	} else if (kind == LIMITS_LOG_LOG) {
		r = (struct range_of){ 1, 1 };
	}
	return (struct range_of){ fmax(r.lower, 0), fmin(r.upper, 1) };
}

/* What has come together since `from`. */
struct so_far { double lasting, greenwood, hazard, hazard_variance; };

static void
step_on(struct so_far *now, struct life_step *step, enum limits kind)
{
	double n = step->at_risk, d = step->ended;
	if (step->ended) {
		now->lasting = step->ended == step->at_risk ? 0 : now->lasting * (n - d) / n;
		now->greenwood += step->ended == step->at_risk ? 0 : d / (n * (n - d));
		now->hazard += d / n;
		now->hazard_variance += d / (n * n);
	}
	struct range_of r = limits_of(now->lasting, now->greenwood, kind);
	step->lasting = now->lasting;
	step->lasting_se = now->lasting * sqrt(now->greenwood);
	step->lower = r.lower;
	step->upper = r.upper;
	step->hazard = now->hazard;
	step->hazard_se = sqrt(now->hazard_variance);
}

void
life_curve(struct life_curve *curve, struct lives lives, double from, enum limits limits, struct arena *perm)
{
	struct sorted s = sorted_of(lives, from, perm);
	*curve = (struct life_curve){ .from = from, .limits = limits, .lives = s.count };
	curve->steps = new(perm, s.count + 1, struct life_step);
	struct so_far now = { .lasting = 1 };
	for (int i = 0, entered = 0; i < s.count;) {
		struct life_step *step = &curve->steps[curve->count++];
		step->time = s.exits[i].exit;
		while (entered < s.count && s.entries[entered] < step->time)
			entered++;
		step->at_risk = entered - i;
		for (; i < s.count && s.exits[i].exit == step->time; i++)
			*(s.exits[i].cause ? &step->ended : &step->lost) += 1;
		curve->ended += step->ended;
		step_on(&now, step, limits);
	}
}

int
life_upto(const void *steps, size_t size, int count, double time)
{
	int low = 0, high = count;
	while (low < high) {
		int middle = (low + high) / 2;
		if (*(const double *)((const char *)steps + (size_t)middle * size) <= time)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct life_step *
life_at(const struct life_curve *curve, double time)
{
	int upto = life_upto(curve->steps, sizeof *curve->steps, curve->count, time);
	return upto ? &curve->steps[upto - 1] : NULL;
}

int
life_at_risk(struct lives lives, double time)
{
	int at_risk = 0;
	for (int i = 0; i < lives.count; i++)
		at_risk += lives.at[i].entry < time && time <= lives.at[i].exit;
	return at_risk;
}

bool
life_settled(struct lives lives, int least, double *from, struct arena scratch)
{
	struct life_curve curve;
	life_curve(&curve, lives, -INFINITY, LIMITS_LOG, &scratch);
	int peak = 0, first = 0;
	for (int i = 1; i < curve.count; i++)
		if (curve.steps[i].at_risk > curve.steps[peak].at_risk)
			peak = i;
	if (!curve.count || curve.steps[peak].at_risk < least)
		return false;
	for (int i = 0; i <= peak; i++)
		if (curve.steps[i].ended && curve.steps[i].at_risk < least)
			first = i + 1;
	/* After the last thin ending it is enough from the moment that enough have come in and not yet gone. */
	double after = first ? curve.steps[first - 1].time : -INFINITY;
	struct sorted s = sorted_of(lives, after, &scratch);
	for (int in = 0, out = 0; in < s.count; in++) {
		*from = s.entries[in];
		while (s.exits[out].exit <= *from)
			out++;
		bool last = in + 1 == s.count || s.entries[in + 1] > *from;
		if (last && in + 1 - out >= least)
			return true;
	}
	return false;
}

/* The first time at which the line is at or below 1 - ended; level at it: the middle. */
static double
crossed(const struct life_curve *curve, double ended, size_t line)
{
	const double near = 1e-10;
	double wanted = 1 - ended, level = NAN;
	for (int i = 0; i < curve->count; i++) {
		double value = *(const double *)((const char *)&curve->steps[i] + line);
		if (isnan(value))
			continue;
		if (!isnan(level) && value < wanted - near)
			return (level + curve->steps[i].time) / 2;
		if (value < wanted - near)
			return curve->steps[i].time;
		if (isnan(level) && fabs(value - wanted) <= near)
			level = curve->steps[i].time;
	}
	return level;
}

struct life_quantile
life_quantile(const struct life_curve *curve, double ended)
{
	return (struct life_quantile){ crossed(curve, ended, offsetof(struct life_step, lasting)),
		                       crossed(curve, ended, offsetof(struct life_step, lower)),
		                       crossed(curve, ended, offsetof(struct life_step, upper)) };
}

double
life_mean(const struct life_curve *curve, double until, double *se)
{
	double area = 0, variance = 0, time = until, from = curve->from;
	int last = curve->count;
	if (isinf(from))
		from = 0;
	while (last > 0 && curve->steps[last - 1].time >= until)
		last--;
	for (int i = last - 1; i >= 0; i--) {
		const struct life_step *s = &curve->steps[i];
		double n = s->at_risk, d = s->ended;
		area += s->lasting * (time - s->time);
		time = s->time;
		if (s->ended && s->ended < s->at_risk)
			variance += area * area * d / (n * (n - d));
	}
	*se = sqrt(variance);
	return area + fmax(time - from, 0);
}
