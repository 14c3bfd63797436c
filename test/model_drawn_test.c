/* model_drawn_test.c: what comes of scenarios is the same to the last whole number, whether their base was kept drawn or not. */
#include "check.h"

#include <pthread.h>

#include "model/drawn.h"
#include "spread/spread.h"
#include "spread_try.h"

enum { REPLICATIONS = 200, SEED = 7, ROOM = 16 << 20 };

static struct drawn_by
drawn_by(const struct spread_job *job, int seats_more)
{
	return (struct drawn_by){ seats_more, job->of_base->cost_step, SEED, REPLICATIONS };
}

static struct arena
room_of(ptrdiff_t bytes, struct arena *perm)
{
	struct arena room = { .next = new(perm, bytes, char) };
	room.end = room.next + bytes;
	return room;
}

static struct drawn *
drawn_for(const struct spread_job *job, int seats_more, ptrdiff_t bytes, struct arena *perm)
{
	struct arena room = room_of(bytes, perm);
	return drawn_new(job->base, drawn_by(job, seats_more), &room);
}

static uint64_t
by_itself(struct arena *perm)
{
	struct try *try = try_new(TRY_TOGETHER, perm);
	const struct spread_job *job = &try->jobs[0];
	for (int first = 0; first < REPLICATIONS; first += BLOCK) {
		struct arena scratch = *perm;
		int count = REPLICATIONS - first < BLOCK ? REPLICATIONS - first : BLOCK;
		struct calendar *calendar = calendar_new(job->base, job->seats_more, SEED, first, count, &scratch);
		simulate_beside(job->base, job->others, job->other_count, calendar, first, count, job->of_base, scratch);
	}
	return try_hash(try);
}

static uint64_t
beside(struct drawn *drawn, struct arena perm)
{
	struct try *try = try_new(TRY_TOGETHER, &perm);
	const struct spread_job *job = &try->jobs[0];
	for (int first = 0; first < REPLICATIONS; first += BLOCK) {
		int count = REPLICATIONS - first < BLOCK ? REPLICATIONS - first : BLOCK;
		drawn_beside(drawn, job->base, job->others, job->other_count, first, count, job->of_base, perm);
	}
	return try_hash(try);
}

static void
a_base_that_is_kept_drawn_changes_no_number(struct arena *perm)
{
	uint64_t wants = by_itself(perm);
	const struct spread_job *job = &try_new(TRY_TOGETHER, perm)->jobs[0];
	for (int more = TRY_MORE; more < 3 * TRY_MORE; more += 17) {       /* room for more than is asked for is nobody's luck */
		struct drawn *drawn = drawn_for(job, more, ROOM, perm);
		check_int(drawn_so_far(drawn).blocks, 0);
		check(beside(drawn, *perm) == wants);
		struct drawn_so_far kept = drawn_so_far(drawn);
		check_int(kept.blocks, (REPLICATIONS + BLOCK - 1) / BLOCK);
		for (int again = 0; again < 2; again++)
			check(beside(drawn, *perm) == wants);
		check_int(drawn_so_far(drawn).bytes, kept.bytes);
	}
}

/* One without prices, agency and cases, whose lines are not written and must be read as nought; one that has them; one whose
 * posts drift, so that replications have places of their own. */
static struct prospect *
base_of_kind(int kind, struct arena *perm)
{
	struct prospect *p = kind ? coupled_prospect(60, 30, perm) : reference_prospect(60, 30, REFERENCE_BASE, perm);
	if (kind == 2) {
		p->drifts[DRIFT_POSTS] = (struct drift){ .mean = { 10000, 20000, 30000 }, .wander = 60000, .keep = 900000 };
		p->convert = chance_monthly(0.05);
	}
	return p;
}

static void
a_base_of_any_kind_is_read_as_it_was_drawn(struct arena *perm)
{
	for (int kind = 0; kind < 3; kind++) {
		const struct prospect *p = base_of_kind(kind, perm);
		struct tally *plain = tally_new(p, 0, perm), *kept = tally_new(p, 0, perm), *other = tally_new(p, 0, perm);
		struct gap_tally *gap = gap_new(p, 0, perm);
		const struct other itself = { p, other, gap };
		struct arena room = room_of(ROOM, perm);
		struct drawn *drawn = drawn_new(p, (struct drawn_by){ 0, plain->cost_step, SEED, BLOCK }, &room);
		simulate(p, calendar_new(p, 0, SEED, 0, BLOCK, perm), 0, BLOCK, plain, *perm);
		drawn_beside(drawn, p, NULL, 0, 0, BLOCK, NULL, *perm);
		check_int(drawn_so_far(drawn).blocks, 1);
		drawn_beside(drawn, p, &itself, 1, 0, BLOCK, kept, *perm);
		check(tally_hash(kept) == tally_hash(plain) && tally_hash(other) == tally_hash(plain));
		for (int line = 0; line < TALLY_LINES; line++)
			for (int m = 0; m <= 30; m++)
				check(gap_quantile(gap, (enum tally_line)line, m, 0) == 0 && gap_quantile(gap, (enum tally_line)line, m, 1000) == 0);
	}
}

static void
what_there_is_no_room_for_is_drawn_each_time(struct arena *perm)
{
	uint64_t wants = by_itself(perm);
	const struct spread_job *job = &try_new(TRY_TOGETHER, perm)->jobs[0];
	struct drawn *roomy = drawn_for(job, TRY_MORE, ROOM, perm);
	check(beside(roomy, *perm) == wants);
	ptrdiff_t all = drawn_so_far(roomy).bytes;
	for (int tenths = 0; tenths < 10; tenths += 3) {
		struct drawn *drawn = drawn_for(job, TRY_MORE, all * tenths / 10 + 1024, perm);
		for (int again = 0; again < 2; again++)
			check(beside(drawn, *perm) == wants);
		check(drawn_so_far(drawn).blocks < (REPLICATIONS + BLOCK - 1) / BLOCK);
		check(drawn_so_far(drawn).bytes <= all * tenths / 10 + 1024);
		check((drawn_so_far(drawn).blocks > 0) == (tenths > 0));
	}
}

/* ---- many at once ---------------------------------------------------------------------------------- */

struct asker { struct drawn *drawn; struct arena arena; uint64_t hash; };

static void *
ask(void *whom)
{
	struct asker *asker = whom;
	asker->hash = beside(asker->drawn, asker->arena);
	return NULL;
}

static void
many_at_once_beside_one_base_disturb_nobody(struct arena *perm)
{
	enum { ASKERS = 4, ROUNDS = 8 };
	uint64_t wants = by_itself(perm);
	const struct spread_job *job = &try_new(TRY_TOGETHER, perm)->jobs[0];
	struct arena apart[ASKERS];
	for (int i = 0; i < ASKERS; i++)
		apart[i] = arena_reserve((ptrdiff_t)1 << 28);
	for (int round = 0; round < ROUNDS; round++) {
		struct asker askers[ASKERS];
		pthread_t threads[ASKERS];
		struct arena here = *perm;
		struct drawn *drawn = drawn_for(job, TRY_MORE, ROOM, &here);
		for (int i = 0; i < ASKERS; i++) {
			askers[i] = (struct asker){ .drawn = drawn, .arena = apart[i] };
			check_int(pthread_create(&threads[i], NULL, ask, &askers[i]), 0);
		}
		for (int i = 0; i < ASKERS; i++) {
			pthread_join(threads[i], NULL);
			check(askers[i].hash == wants);
		}
		check_int(drawn_so_far(drawn).blocks, (REPLICATIONS + BLOCK - 1) / BLOCK);
	}
	for (int i = 0; i < ASKERS; i++)
		arena_release(&apart[i], apart[i].next);
}

static void
a_forecast_shared_out_beside_a_kept_base_is_the_same_forecast(struct arena *perm)
{
	uint64_t wants = by_itself(perm);
	for (int workers = 1; workers <= 2; workers++) {
		struct drawn *drawn = drawn_for(&try_new(TRY_TOGETHER, perm)->jobs[0], TRY_MORE, ROOM, perm);
		for (int again = 0; again < 3; again++) {
			struct try *try = try_new(TRY_TOGETHER, perm);
			struct error err = { "" };
			struct spread spread = { .jobs = try->jobs, .job_count = 1, .replications = REPLICATIONS, .seed = SEED,
				.by = again == 2 ? SPREAD_HERE : SPREAD_THREADS, .workers = workers };
			try->jobs[0].drawn = drawn;
			check(spread_run(&spread, NULL, &err));
			check(try_hash(try) == wants);
		}
		check_int(drawn_so_far(drawn).blocks, (REPLICATIONS + BLOCK - 1) / BLOCK);
	}
}

int
main(void)
{
	run(a_base_that_is_kept_drawn_changes_no_number);
	run(a_base_of_any_kind_is_read_as_it_was_drawn);
	run(what_there_is_no_room_for_is_drawn_each_time);
	run(many_at_once_beside_one_base_disturb_nobody);
	run(a_forecast_shared_out_beside_a_kept_base_is_the_same_forecast);
	return tests_end();
}
