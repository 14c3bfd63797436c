/* rules_passage.c: steps that follow each other as a table of moves allows, in their turns and days. */
#include "workforce/rules_hiring.h"

#include <stdlib.h>


int
rule_whole(Str text)
{
	struct parsed_decimal read = parse_decimal(text, 0, false);
	return read.ok ? (int)(read.micro / MICRO) : 0;
}

struct taken { int turn, move; Date on; Str ref; };

static int
by_turn(const void *a, const void *b)
{
	const struct taken *x = a, *y = b;
	return x->turn != y->turn ? (x->turn > y->turn) - (x->turn < y->turn) : str_compare(x->ref, y->ref);
}

/* The steps of one thing in the order of their turns. */
static int
steps_of(const struct passage *p, Str ref, struct taken **steps)
{
	int first, count = grouped_find(p->steps, ref, &first);
	struct taken *taken = new(p->in->perm, count + 1, struct taken);
	for (int i = 0; i < count; i++) {
		const struct record *step = p->steps->rows[first + i].record;
		taken[i] = (struct taken){ .turn = rule_whole(said_text(p->type, step, "turn")), .ref = step->ref,
			.move = move_find(p->stages, said_text(p->type, step, "move")) };
		(void)date_parse(said_text(p->type, step, "held_on"), &taken[i].on);
	}
	qsort(taken, (size_t)count, sizeof *taken, by_turn);
	*steps = taken;
	return count;
}

/* The stage after one step, or -1 with a finding. `turn` is the one it should have. */
static int
walk_step(const struct passage *p, const struct taken *step, int turn, int stage, Date before)
{
	struct ruling *in = p->in;
	int after = step->move < 0 ? -1 : stage_after(p->stages, stage, step->move);
	if (step->turn != turn)
		rule_breaks(in, RULE_STEP, step->ref, str_format(in->perm, "it is called step %d of its %.*s, and is step %d",
			step->turn, STR_ARG(p->of), turn), str_format(in->perm, "number the steps of one %.*s from 1 on", STR_ARG(p->of)));
	else if (after < 0)
		rule_breaks(in, RULE_STEP, step->ref, str_format(in->perm, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d",
			STR_ARG(step->move < 0 ? S("?") : p->moves[step->move].words),
			STR_ARG(p->stages->rows[stage].words)), S("choose a step that its stage allows"));
	else if (step->on.day < before.day)
		rule_breaks(in, RULE_STEP, step->ref, S("it is before the step that came first"), S("mend one of the two days"));
	else
		return after;
	return -1;
}

void
passage_check(const struct passage *p, Str ref, Date begins)
{
	struct taken *steps;
	int stage = 0, count = steps_of(p, ref, &steps);
	for (int i = 0; i < count && stage >= 0; i++) {
		stage = walk_step(p, &steps[i], i + 1, stage, begins);
		begins = steps[i].on;
	}
}

int
passage_reached(const struct passage *p, Str ref)
{
	struct taken *steps;
	int stage = 0, count = steps_of(p, ref, &steps);
	for (int i = 0; i < count; i++) {
		int after = steps[i].move < 0 ? -1 : stage_after(p->stages, stage, steps[i].move);
		stage = after < 0 ? stage : after;
	}
	return stage;
}
