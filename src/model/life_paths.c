/* life_paths.c: the share in each of several states. */
#include "model/life.h"

#include <math.h>
#include <stdlib.h>

static int
by_entry(const void *a, const void *b)
{
	const struct path *x = *(const struct path *const *)a, *y = *(const struct path *const *)b;
	return (x->entry > y->entry) - (x->entry < y->entry);
}

static int
by_exit(const void *a, const void *b)
{
	const struct path *x = *(const struct path *const *)a, *y = *(const struct path *const *)b;
	return (x->exit > y->exit) - (x->exit < y->exit);
}

/* pull[who * states + s]: how much more of state s there would be for a little more weight on one person. */
struct work {
	const struct path **in, **out;           /* by entry, by exit */
	const struct path **present;             /* at risk now, in no order */
	int *place;                              /* of each path among them */
	int *here;                               /* how many of them in each state */
	int count, at_risk, states, people;
	double *share, *pull, *leaving;          /* leaving[from * states + to] now; pull: NULL without errors */
};

static void
enter(struct work *w, const struct path *base, const struct path *p)
{
	w->place[p - base] = w->at_risk;
	w->present[w->at_risk++] = p;
	w->here[p->from]++;
}

static void
leave(struct work *w, const struct path *base, const struct path *p)
{
	int place = w->place[p - base];
	w->here[p->from]--;
	w->present[place] = w->present[--w->at_risk];
	w->place[w->present[place] - base] = place;
}

/* The pull of everybody goes along with the shares. */
static void
move_pulls(struct work *w)
{
	for (int i = 0; i < w->people; i++) {
		double *pull = w->pull + (ptrdiff_t)i * w->states;
		double before[16];
		for (int s = 0; s < w->states; s++)
			before[s] = pull[s];
		for (int f = 0; f < w->states; f++)
			for (int t = 0; t < w->states; t++) {
				double moved = before[f] * w->leaving[f * w->states + t];
				pull[f] -= moved;
				pull[t] += moved;
			}
	}
}

/* And everybody at risk pulls on the chances themselves. */
static void
add_pulls(struct work *w, double time, const int *at_risk)
{
	for (int k = 0; k < w->at_risk; k++) {
		const struct path *p = w->present[k];
		double *pull = w->pull + (ptrdiff_t)p->who * w->states;
		double unit = w->share[p->from] / at_risk[p->from];
		for (int t = 0; t < w->states; t++) {
			double extra = (p->exit == time && p->to == t && t != p->from) -
			               w->leaving[p->from * w->states + t];
			if (t == p->from)
				continue;
			pull[t] += unit * extra;
			pull[p->from] -= unit * extra;
		}
	}
}

static void
step(struct work *w, struct path_step *s, int first, int next)
{
	for (int i = 0; i < w->states; i++)
		s->at_risk[i] = w->here[i];
	for (int i = 0; i < w->states * w->states; i++)
		w->leaving[i] = 0;
	for (int i = first; i < next; i++)
		if (w->out[i]->to != w->out[i]->from)
			w->leaving[w->out[i]->from * w->states + w->out[i]->to] += 1.0 / s->at_risk[w->out[i]->from];
	if (w->pull) {
		move_pulls(w);
		add_pulls(w, s->time, s->at_risk);
	}
	double before[16];
	for (int i = 0; i < w->states; i++)
		before[i] = w->share[i];
	for (int f = 0; f < w->states; f++)
		for (int t = 0; t < w->states; t++) {
			double moved = before[f] * w->leaving[f * w->states + t];
			w->share[f] -= moved;
			w->share[t] += moved;
		}
}

static void
keep(const struct work *w, struct path_step *s)
{
	for (int i = 0; i < w->states; i++) {
		double sum = w->pull ? 0 : NAN;
		s->share[i] = w->share[i];
		for (int p = 0; w->pull && p < w->people; p++) {
			double pull = w->pull[(ptrdiff_t)p * w->states + i];
			sum += pull * pull;
		}
		s->share_se[i] = sqrt(sum);
	}
}

static void
work_new(struct work *w, struct paths paths, double from, int start, struct arena *perm)
{
	*w = (struct work){ .states = paths.states, .people = paths.people };
	w->in = new(perm, paths.count + 1, const struct path *);
	w->out = new(perm, paths.count + 1, const struct path *);
	w->present = new(perm, paths.count + 1, const struct path *);
	w->place = new(perm, paths.count + 1, int);
	w->here = new(perm, paths.states, int);
	w->share = new(perm, paths.states, double);
	w->leaving = new(perm, (ptrdiff_t)paths.states * paths.states, double);
	w->share[start] = 1;
	for (int i = 0; i < paths.count; i++)
		if (paths.at[i].exit > fmax(paths.at[i].entry, from))
			w->in[w->count] = w->out[w->count] = &paths.at[i], w->count++;
	qsort(w->in, (size_t)w->count, sizeof *w->in, by_entry);
	qsort(w->out, (size_t)w->count, sizeof *w->out, by_exit);
	int times = 0;
	for (int i = 0; i < w->count; i++)
		times += i == 0 || w->out[i]->exit != w->out[i - 1]->exit;
	if ((double)times * w->people <= PATH_ERRORS_MOST)
		w->pull = new(perm, (ptrdiff_t)w->people * w->states, double);
}

void
path_curve(struct path_curve *curve, struct paths paths, int start, double from, struct arena *perm)
{
	struct work w;
	*curve = (struct path_curve){ .states = paths.states };
	if (paths.states > 16)
		return;                          /* life.h has room for sixteen */
	work_new(&w, paths, from, start, perm);
	curve->steps = new(perm, w.count + 1, struct path_step);
	for (int i = 0, next, entered = 0; i < w.count; i = next) {
		double time = w.out[i]->exit;
		bool moved = false;
		for (; entered < w.count && w.in[entered]->entry < time; entered++)
			enter(&w, paths.at, w.in[entered]);
		for (next = i; next < w.count && w.out[next]->exit == time; next++)
			moved |= w.out[next]->to != w.out[next]->from;
		if (moved) {
			struct path_step *s = &curve->steps[curve->count++];
			*s = (struct path_step){ time, new(perm, w.states, double), new(perm, w.states, double),
				                 new(perm, w.states, int) };
			step(&w, s, i, next);
			keep(&w, s);
		}
		for (int k = i; k < next; k++)
			leave(&w, paths.at, w.out[k]);
	}
}

const struct path_step *
path_at(const struct path_curve *curve, double time)
{
	int upto = life_upto(curve->steps, sizeof *curve->steps, curve->count, time);
	return upto ? &curve->steps[upto - 1] : NULL;
}

struct paths
life_paths(struct lives lives, int causes, struct arena *perm)
{
	struct path *at = new(perm, lives.count + 1, struct path);
	for (int i = 0; i < lives.count; i++)
		at[i] = (struct path){ i, 0, lives.at[i].cause, lives.at[i].entry, lives.at[i].exit };
	return (struct paths){ at, lives.count, lives.count, causes + 1 };
}
