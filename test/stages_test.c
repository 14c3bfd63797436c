/* stages_test.c: every stage can be reached, and nothing happens that no row allows. */
#include "check.h"

#include "workforce/stages.h"

static const struct stages *const tables[] = { &application_stages, &check_stages };

static void
every_stage_can_be_reached_and_every_move_made(struct arena *perm)
{
	(void)perm;
	for (int t = 0; t < countof(tables); t++) {
		uint32_t reached = stages_reached(tables[t]);
		check_int(reached, (1u << tables[t]->count) - 1);
		for (int m = 0; m < tables[t]->move_count; m++)
			check(tables[t]->moves[m].from & reached);
	}
}

static void
what_has_ended_moves_no_more_but_a_check(struct arena *perm)
{
	(void)perm;
	for (int s = 0; s < application_stages.count; s++)
		for (int m = 0; m < application_stages.move_count; m++)
			if (application_stages.rows[s].ended)
				check_int(stage_after(&application_stages, s, m), -1);
	check_int(stage_after(&check_stages, CHECK_CLEARED, move_find(&check_stages, S("requested"))), CHECK_REQUESTED);
	check_int(stage_after(&check_stages, CHECK_NOT_STARTED, move_find(&check_stages, S("cleared"))), -1);
}

/* The way of processes.md, typed again: need to confirmed; and the exits at each stage. */
static void
the_way_to_a_start_is_the_one_councils_describe(struct arena *perm)
{
	(void)perm;
	static const char *const way[] = { "longlist", "shortlist", "invite", "assess", "choose", "offer", "accept", "clear",
		"agree", "start", "induct", "confirm" };
	int stage = AT_RECEIVED;
	for (int i = 0; i < countof(way); i++) {
		check(!application_stages.rows[stage].ended);
		check_int(stage_after(&application_stages, stage, MOVE_WITHDRAW) >= 0, stage < AT_STARTED);
		check_int(stage_after(&application_stages, stage, MOVE_REJECT) >= 0, stage < AT_CHOSEN);
		stage = stage_after(&application_stages, stage, move_find(&application_stages, str_of(way[i])));
	}
	check_int(stage, AT_CONFIRMED);
	check_int(move_find(&application_stages, S("promote")), -1);
}

static void
the_codes_of_moves_and_states_are_those_of_the_fields(struct arena *perm)
{
	(void)perm;
	for (int m = 0; m < APPLICATION_MOVES; m++)
		check_str(application_moves[m].code, application_stages.moves[m].code);
	for (int s = 0; s < CHECK_STATES; s++)
		check_str(check_states[s].code, check_stages.rows[s].code);
	for (int m = 0; m < check_stages.move_count; m++)
		check_str(check_stages.moves[m].code, check_stages.rows[check_stages.moves[m].to].code);
}

int
main(void)
{
	run(every_stage_can_be_reached_and_every_move_made);
	run(what_has_ended_moves_no_more_but_a_check);
	run(the_way_to_a_start_is_the_one_councils_describe);
	run(the_codes_of_moves_and_states_are_those_of_the_fields);
	return tests_end();
}
