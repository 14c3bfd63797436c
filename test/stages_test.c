/* stages_test.c: every stage can be reached, and nothing happens that no row allows. */
#include "check.h"

#include "workforce/stages_learner.h"

static const struct stages *const tables[] = { &application_stages, &check_stages, &learner_stages };

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

/* The stages typed again, by route: what a student, an apprentice and a recruit from overseas pass, and the ways out. */
static int
walked(const char *const *moves, int count)
{
	int stage = 0;
	for (int i = 0; i < count && stage >= 0; i++)
		stage = stage_after(&learner_stages, stage, move_find(&learner_stages, str_of(moves[i])));
	return stage;
}

static void
a_learner_goes_the_way_of_their_route(struct arena *perm)
{
	static const char *const student[] = { "select", "begin", "final", "qualify", "offer", "join" };
	static const char *const returner[] = { "select", "begin", "qualify", "join" };
	static const char *const overseas[] = { "select", "register", "sponsor", "visa", "arrive", "offer", "join" };
	static const char *const no_visa[] = { "select", "register", "arrive", "join" };
	static const char *const unqualified[] = { "select", "begin", "final", "join" };
	static const char *const no_visa_yet[] = { "select", "arrive" };
	(void)perm;
	check_int(walked(student, 6), LEARNER_JOINED);
	check_int(walked(returner, 4), LEARNER_JOINED);
	check_int(walked(overseas, 7), LEARNER_JOINED);
	check_int(walked(no_visa, 4), LEARNER_JOINED);
	check_int(walked(unqualified, 4), -1);
	check_int(walked(no_visa_yet, 2), -1);
}

static void
a_learner_leaves_the_way_where_it_can_be_left(struct arena *perm)
{
	static const struct { enum learner_move move; const char *from; } exits[] = {
		{ LEARNER_DECLINE, "interested selected offered" }, { LEARNER_DROP_OUT, "learning final" },
		{ LEARNER_NOT_PASS, "learning final" }, { LEARNER_GO_ELSEWHERE, "qualified arrived offered" },
		{ LEARNER_NOT_COMING, "selected registering sponsored visa" },
	};
	(void)perm;
	for (int e = 0; e < countof(exits); e++) {
		uint32_t from = 0;
		Str words = str_of(exits[e].from);
		while (words.len > 0) {
			Str code = str_word(&words);
			for (int s = 0; s < LEARNER_STAGES; s++)
				from |= str_equal(learner_stages.rows[s].code, code) ? 1u << s : 0;
		}
		check_int(learner_stages.moves[exits[e].move].from, from);
		check(learner_stages.moves[exits[e].move].reasoned);
		check(learner_stages.rows[learner_stages.moves[exits[e].move].to].ended);
	}
	for (int m = 0; m < LEARNER_MOVES; m++) {
		check_str(learner_moves[m].code, learner_stages.moves[m].code);
		for (int s = 0; s < LEARNER_STAGES; s++)
			check(!learner_stages.rows[s].ended || stage_after(&learner_stages, s, m) < 0);
	}
}

int
main(void)
{
	run(every_stage_can_be_reached_and_every_move_made);
	run(what_has_ended_moves_no_more_but_a_check);
	run(the_way_to_a_start_is_the_one_councils_describe);
	run(the_codes_of_moves_and_states_are_those_of_the_fields);
	run(a_learner_goes_the_way_of_their_route);
	run(a_learner_leaves_the_way_where_it_can_be_left);
	return tests_end();
}
