/* protect_funnel.c: what of a funnel by group is withheld, and an attacker who works at it. */
#include "measure/protect_funnel.h"

#include <assert.h>
#include <string.h>

enum { CELLS_MOST = FUNNEL_GROUPS_MOST * FUNNEL_STAGES_MOST, NODES_MOST = CELLS_MOST + FUNNEL_STAGES_MOST + 1,
       PIPES_MOST = 2 * CELLS_MOST, NO_PIPE = -1 };

/* ---- the network of what is known ------------------------------------------------------------------------ */

/* Who stopped where flows from stretches of a group, whose sums are known, to stages, whose sums are known. A stretch that
 * no shown count begins has a sum that may be anything: it is fed from the hub. */
struct pipe { int from, to; int64_t flow; int gain; };
struct network { struct pipe pipes[PIPES_MOST]; int count, nodes; };

static int64_t
came(struct funnel_counts counts, int group, int stage)
{
	return stage < counts.stages ? counts.at[group * counts.stages + stage] : 0;
}

static int64_t
stopped(struct funnel_counts counts, struct funnel_run run)
{
	return came(counts, run.group, run.from) - came(counts, run.group, run.to);
}

static int64_t
stopped_of_all(struct funnel_counts counts, struct funnel_run run)
{
	int64_t sum = 0;
	for (int g = 0; g < counts.groups; g++)
		sum += stopped(counts, (struct funnel_run){ g, run.from, run.to });
	return sum;
}

static void
pipe_add(struct network *net, int from, int to, int64_t flow, int gain)
{
	net->pipes[net->count++] = (struct pipe){ from, to, flow, gain };
}

/* Nodes: the stages, the hub, then the stretches. */
static void
network_of(struct network *net, struct funnel_counts counts, const bool *hidden, struct funnel_run run, int sign)
{
	int hub = counts.stages;
	net->count = 0;
	net->nodes = hub + 1;
	for (int g = 0; g < counts.groups; g++) {
		bool known = false;
		int fed = NO_PIPE;
		for (int s = 0; s < counts.stages; s++) {
			bool shown = !hidden[g * counts.stages + s];
			int64_t flow = stopped(counts, (struct funnel_run){ g, s, s + 1 });
			if (s == 0 || shown) {
				net->nodes++;
				known = shown;
				fed = known ? NO_PIPE : net->count;
				if (!known)
					pipe_add(net, hub, net->nodes - 1, 0, 0);
			}
			if (fed != NO_PIPE)
				net->pipes[fed].flow += flow;
			pipe_add(net, net->nodes - 1, s, flow, g == run.group && s >= run.from && s < run.to ? sign : 0);
		}
	}
}

/* ---- pushing a run as far as it goes ------------------------------------------------------------------------ */

/* A step along a pipe, or back along one that has a flow. */
struct arc { int pipe; bool back; };
struct search { int gain[NODES_MOST], before[NODES_MOST]; struct arc by[NODES_MOST]; };

static bool
relax(struct search *search, const struct pipe *pipe, int number, bool back)
{
	int from = back ? pipe->to : pipe->from, to = back ? pipe->from : pipe->to, gain = back ? -pipe->gain : pipe->gain;
	if ((back && pipe->flow == 0) || search->gain[from] + gain <= search->gain[to])
		return false;
	search->gain[to] = search->gain[from] + gain;
	search->before[to] = from;
	search->by[to] = (struct arc){ number, back };
	return true;
}

/* A node on a cycle that gains, or -1: as many rounds as there are nodes, and still something gets better. */
static int
gaining_node(const struct network *net, struct search *search)
{
	int better = -1;
	memset(search->gain, 0, sizeof search->gain);
	for (int n = 0; n < net->nodes; n++)
		search->before[n] = -1;
	for (int round = 0; round < net->nodes; round++) {
		better = -1;
		for (int p = 0; p < net->count; p++) {
			if (relax(search, &net->pipes[p], p, false))
				better = net->pipes[p].to;
			if (relax(search, &net->pipes[p], p, true))
				better = net->pipes[p].from;
		}
		if (better < 0)
			return -1;
	}
	for (int n = 0; n < net->nodes; n++)
		better = search->before[better];
	return better;
}

/* Pushes round the cycle through a node; by how much the run changes. 0: without end. */
static int64_t
push(struct network *net, const struct search *search, int node, int64_t enough)
{
	int64_t least = INT64_MAX;
	int gain = 0, at = node;
	do {
		const struct arc *arc = &search->by[at];
		if (arc->back && net->pipes[arc->pipe].flow < least)
			least = net->pipes[arc->pipe].flow;
		gain += arc->back ? -net->pipes[arc->pipe].gain : net->pipes[arc->pipe].gain;
		at = search->before[at];
	} while (at != node);
	assert(gain > 0);
	if (least > (enough + gain - 1) / gain)
		least = (enough + gain - 1) / gain;
	do {
		const struct arc *arc = &search->by[at];
		net->pipes[arc->pipe].flow += arc->back ? -least : least;
		at = search->before[at];
	} while (at != node);
	return least * gain;
}

/* How far a run can go, up (sign 1) or down (-1); at most `enough`. */
static int64_t
room_of(struct funnel_counts counts, const bool *hidden, struct funnel_run run, int sign, int64_t enough, struct arena scratch)
{
	struct network *net = new(&scratch, 1, struct network);
	struct search *search = new(&scratch, 1, struct search);
	int64_t moved = 0;
	network_of(net, counts, hidden, run, sign);
	while (moved < enough) {
		int node = gaining_node(net, search);
		if (node < 0)
			return moved;
		moved += push(net, search, node, enough - moved);
	}
	return enough;
}

struct range
funnel_range(struct funnel_counts counts, const bool *hidden, struct funnel_run run, struct arena scratch)
{
	int64_t is = stopped(counts, run), all = stopped_of_all(counts, run);
	return (struct range){ is - room_of(counts, hidden, run, -1, is, scratch), is + room_of(counts, hidden, run, 1, all - is, scratch) };
}

/* ---- what is unsafe -------------------------------------------------------------------------------------------- */

struct window { int64_t least, most; bool unsafe; };

static void
widen(struct window *window, int64_t least, int64_t most)
{
	window->least = window->unsafe && window->least < least ? window->least : least;
	window->most = window->unsafe && window->most > most ? window->most : most;
	window->unsafe = true;
}

static struct window
window_of(struct funnel_counts counts, struct protection protection, struct funnel_run run)
{
	struct window window = { 0 };
	int64_t is = stopped(counts, run), all = stopped_of_all(counts, run), few = protection.threshold - 1, most = few < all ? few : all;
	if (is > 0 && is <= few)
		widen(&window, 0, most);
	if (!protection.sensitive || all == 0)
		return window;
	if (all < protection.base)
		widen(&window, 0, is > most ? is : most);
	else if (all - is <= few)
		widen(&window, all - few > 0 ? all - few : 0, is);
	for (int g = 0; is == 0 && g < counts.groups; g++)
		if (stopped(counts, (struct funnel_run){ g, run.from, run.to }) == all)
			widen(&window, 0, most);
	return window;
}

static bool
is_safe(struct funnel_counts counts, const bool *hidden, struct protection protection, struct funnel_run run, struct arena scratch)
{
	struct window window = window_of(counts, protection, run);
	int64_t is = stopped(counts, run), up = window.most - is, down = is - window.least;
	if (!window.unsafe)
		return true;
	return (up <= 0 || room_of(counts, hidden, run, 1, up, scratch) >= up) && (down <= 0 || room_of(counts, hidden, run, -1, down, scratch) >= down);
}

/* The first run that is not safe; false: all are. Short runs first. */
static bool
first_unsafe(struct funnel_counts counts, const bool *hidden, struct protection protection, struct funnel_run *run, struct arena scratch)
{
	for (int length = 1; length <= counts.stages; length++)
		for (int g = 0; g < counts.groups; g++)
			for (int s = 0; s + length <= counts.stages; s++) {
				*run = (struct funnel_run){ g, s, s + length };
				if (!is_safe(counts, hidden, protection, *run, scratch))
					return true;
			}
	return false;
}

/* ---- withholding ---------------------------------------------------------------------------------------------------- */

/* What is given up for a run: its own counts first, the later before the earlier; then the least count of the stages it
 * touches; then the least of all. False: all is withheld. */
static bool
hide_one(struct funnel_counts counts, bool *hidden, struct funnel_run run)
{
	int best = -1;
	bool best_near = false;
	for (int s = run.to; s >= run.from; s--)
		if (s < counts.stages && (s == run.to || s == run.from) && !hidden[run.group * counts.stages + s]) {
			hidden[run.group * counts.stages + s] = true;
			return true;
		}
	for (int c = 0; c < counts.groups * counts.stages; c++) {
		int stage = c % counts.stages;
		bool near = stage >= run.from && stage <= run.to;
		if (hidden[c] || (best >= 0 && best_near && !near))
			continue;
		if (best < 0 || (near && !best_near) || counts.at[c] < counts.at[best]) {
			best = c;
			best_near = near;
		}
	}
	if (best >= 0)
		hidden[best] = true;
	return best >= 0;
}

/* How many counts are shown with these stages withheld whole (bits); -1: none may be. */
static int
shown_without(struct funnel_counts counts, unsigned without, struct protection protection, bool *hidden, struct arena scratch)
{
	int shown = 0;
	struct funnel_run run;
	for (int c = 0; c < counts.groups * counts.stages; c++)
		hidden[c] = without >> c % counts.stages & 1;
	while (first_unsafe(counts, hidden, protection, &run, scratch))
		if (!hide_one(counts, hidden, run))
			return -1;
	for (int c = 0; c < counts.groups * counts.stages; c++)
		shown += !hidden[c];
	return shown;
}

bool
protect_funnel(struct funnel_counts counts, struct protection protection, bool *hidden, struct arena scratch)
{
	bool tried[CELLS_MOST];
	int best = 0, cells = counts.groups * counts.stages;
	assert(counts.groups <= FUNNEL_GROUPS_MOST && counts.stages <= FUNNEL_STAGES_MOST);
	memset(hidden, true, (size_t)cells * sizeof *hidden);
	for (int withheld = 0; withheld < counts.stages; withheld++)
		for (unsigned without = 0; without < 1u << counts.stages; without++) {
			if (__builtin_popcount(without) != withheld || (counts.stages - withheld) * counts.groups <= best)
				continue;
			int shown = shown_without(counts, without, protection, tried, scratch);
			if (shown <= best)
				continue;
			best = shown;
			memcpy(hidden, tried, (size_t)cells * sizeof *hidden);
		}
	return best > 0;
}
