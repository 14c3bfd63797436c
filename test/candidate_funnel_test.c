/* candidate_funnel_test.c: funnels by group, and what somebody who adds and subtracts can make of them. */
#include "check.h"
#include "measure/protect_funnel.h"

enum { GROUPS = 3, STAGES = 3, PEOPLE_MOST = 4 };

/* ---- an attacker who tries every table ------------------------------------------------------------------------- */

struct trying { struct funnel_counts truth; const bool *hidden; struct funnel_run run; int64_t guess[GROUPS * STAGES]; struct range range; };

/* Whether a whole guess, of who stopped where, says the same as all that is known. */
static bool
agrees(const struct trying *t)
{
	struct funnel_counts c = t->truth;
	for (int s = 0; s < c.stages; s++) {
		int64_t all = 0, of_all = 0;
		for (int g = 0; g < c.groups; g++) {
			int64_t came = 0;
			for (int u = s; u < c.stages; u++)
				came += t->guess[g * c.stages + u];
			all += came;
			of_all += c.at[g * c.stages + s];
			if (!t->hidden[g * c.stages + s] && came != c.at[g * c.stages + s])
				return false;
		}
		if (all != of_all)
			return false;
	}
	return true;
}

static void
try_all(struct trying *t, int cell)
{
	struct funnel_counts c = t->truth;
	if (cell < c.groups * c.stages) {
		for (t->guess[cell] = 0; t->guess[cell] <= 2 * PEOPLE_MOST; t->guess[cell]++)
			try_all(t, cell + 1);
		return;
	}
	if (!agrees(t))
		return;
	int64_t sum = 0;
	for (int s = t->run.from; s < t->run.to; s++)
		sum += t->guess[t->run.group * c.stages + s];
	t->range.least = sum < t->range.least ? sum : t->range.least;
	t->range.most = sum > t->range.most ? sum : t->range.most;
}

/* Two groups, two stages, a few people: every way of hiding, every run. */
static void
the_range_of_a_run_is_that_of_all_tables_that_agree(struct arena *perm)
{
	static const int64_t tables[][4] = { { 4, 1, 3, 2 }, { 3, 0, 4, 4 }, { 2, 2, 1, 0 }, { 4, 3, 4, 1 } };
	for (int table = 0; table < countof(tables); table++)
		for (unsigned mask = 0; mask < 16; mask++) {
			bool hidden[4];
			for (int i = 0; i < 4; i++)
				hidden[i] = mask >> i & 1;
			struct funnel_counts counts = { 2, 2, tables[table] };
			for (int g = 0; g < 2; g++)
				for (int from = 0; from < 2; from++)
					for (int to = from + 1; to <= 2; to++) {
						struct trying t = { counts, hidden, { g, from, to }, { 0 }, { 1000, -1 } };
						try_all(&t, 0);
						struct range range = funnel_range(counts, hidden, t.run, *perm);
						check_int(range.least, t.range.least);
						check_int(range.most, t.range.most);
					}
		}
}

/* ---- what is withheld -------------------------------------------------------------------------------------------- */

static bool
hides(const int64_t *at, int groups, int stages, bool *hidden, struct arena *perm)
{
	return protect_funnel((struct funnel_counts){ groups, stages, at }, protect_sensitive, hidden, *perm);
}

/* Nothing is small: 40 and 60 applied, 20 and 30 shortlisted, 10 and 15 appointed; nor is any difference. */
static void
where_nothing_is_small_all_is_shown(struct arena *perm)
{
	static const int64_t at[] = { 40, 20, 10, 60, 30, 15 };
	bool hidden[6];
	check(hides(at, 2, 3, hidden, perm));
	for (int i = 0; i < 6; i++)
		check(!hidden[i]);
}

/* 3 of the second group were appointed: it is withheld, and one more of that stage, since 25 - 22 tells it. */
static void
a_small_count_takes_another_of_its_stage_with_it(struct arena *perm)
{
	static const int64_t at[] = { 100, 50, 22, 60, 30, 3, 70, 40, 12 };
	bool hidden[9];
	check(hides(at, 3, 3, hidden, perm));
	check(hidden[5]);
	check(hidden[2] || hidden[8]);
	for (int g = 0; g < 3; g++)
		check(!hidden[3 * g] && !hidden[3 * g + 1]);
	struct range range = funnel_range((struct funnel_counts){ 3, 3, at }, hidden, (struct funnel_run){ 1, 2, 3 }, *perm);
	check(range.least == 0 && range.most >= 4);
}

/* No count is small, but 22 shortlisted less 20 assessed are two people who did not come: one of both is withheld. */
static void
a_small_difference_of_two_stages_is_as_unsafe(struct arena *perm)
{
	static const int64_t at[] = { 60, 22, 20, 90, 45, 30 };
	bool hidden[6];
	check(hides(at, 2, 3, hidden, perm));
	check(hidden[1] || hidden[2]);
	struct range range = funnel_range((struct funnel_counts){ 2, 3, at }, hidden, (struct funnel_run){ 0, 1, 2 }, *perm);
	check(range.least == 0 && range.most >= 4);
}

/* All twelve who were appointed are of one group: who they are is known in the council, and so what they are would be. */
static void
all_of_one_group_would_tell_what_everybody_is(struct arena *perm)
{
	static const int64_t at[] = { 100, 50, 12, 60, 30, 0 };
	bool hidden[6];
	check(hides(at, 2, 3, hidden, perm));
	check(hidden[2] && hidden[5]);
	check(!hidden[0] && !hidden[1] && !hidden[3] && !hidden[4]);
}

static void
of_a_handful_nothing_is_shown(struct arena *perm)
{
	static const int64_t at[] = { 3, 2, 1, 2, 1, 0 };
	bool hidden[6];
	check(!hides(at, 2, 3, hidden, perm));
	for (int i = 0; i < 6; i++)
		check(hidden[i]);
}

/* ---- an attack ------------------------------------------------------------------------------------------------------ */

static uint64_t
draw(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *state >> 33;
}

/* Of 300 funnels, whatever is shown: nobody can tell a small count, or the group of a small number, by any run. The shown
 * counts are some; the guard does not just withhold all. */
static void
no_small_run_can_be_told_from_any_funnel(struct arena *perm)
{
	uint64_t state = 20251124;
	int shown = 0;
	for (int n = 0; n < 300; n++) {
		struct arena scratch = *perm;
		int groups = 2 + (int)(draw(&state) % 4), stages = 2 + (int)(draw(&state) % 4);
		int64_t at[FUNNEL_GROUPS_MOST * FUNNEL_STAGES_MOST];
		bool hidden[FUNNEL_GROUPS_MOST * FUNNEL_STAGES_MOST];
		for (int g = 0; g < groups; g++)
			for (int s = 0; s < stages; s++)
				at[g * stages + s] = s == 0 ? (int64_t)(draw(&state) % 120) : at[g * stages + s - 1] * (int64_t)(20 + draw(&state) % 81) / 100;
		struct funnel_counts counts = { groups, stages, at };
		protect_funnel(counts, protect_sensitive, hidden, scratch);
		for (int c = 0; c < groups * stages; c++)
			shown += !hidden[c];
		for (int g = 0; g < groups; g++)
			for (int from = 0; from < stages; from++)
				for (int to = from + 1; to <= stages; to++) {
					int64_t is = at[g * stages + from] - (to < stages ? at[g * stages + to] : 0), all = 0;
					for (int o = 0; o < groups; o++)
						all += at[o * stages + from] - (to < stages ? at[o * stages + to] : 0);
					struct range range = funnel_range(counts, hidden, (struct funnel_run){ g, from, to }, scratch);
					if (is > 0 && is < 5)
						check(range.least == 0 && range.most >= (all < 4 ? all : 4));
					if (all > 0 && all < 10)
						check(range.least == 0);
				}
	}
	check(shown > 300);
}

int
main(void)
{
	run(the_range_of_a_run_is_that_of_all_tables_that_agree);
	run(where_nothing_is_small_all_is_shown);
	run(a_small_count_takes_another_of_its_stage_with_it);
	run(a_small_difference_of_two_stages_is_as_unsafe);
	run(all_of_one_group_would_tell_what_everybody_is);
	run(of_a_handful_nothing_is_shown);
	run(no_small_run_can_be_told_from_any_funnel);
	return tests_end();
}
