/* spread_test.c: a forecast shared out is the same forecast, whoever worked out which part of it, and whoever was lost. */
#include "check.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "model/simulate.h"
#include "spread/frame.h"
#include "spread/work.h"
#include "spread_try.h"

enum { REPLICATIONS = 1000 };

/* What the engine itself says, block by block and scenario by scenario, without any sharing out. */
static uint64_t
by_the_engine(int replications, struct arena *perm)
{
	struct try *try = try_new(TRY_APART, perm);
	for (int i = 0; i < try->count; i++)
		for (int first = 0; first < replications; first += BLOCK) {
			struct arena scratch = *perm;
			const struct spread_job *job = &try->jobs[i];
			int count = replications - first < BLOCK ? replications - first : BLOCK;
			struct calendar *calendar = calendar_new(job->base, job->seats_more, 20, first, count, &scratch);
			if (job->other_count)
				simulate_beside(job->base, job->others, 1, calendar, first, count, job->of_base, scratch);
			else
				simulate(job->base, calendar, first, count, job->of_base, scratch);
		}
	return try_hash(try);
}

static uint64_t
by_spread(enum try_how how, enum spread_by by, int workers, struct spread_went *went, struct arena *perm)
{
	struct error err;
	struct try *try = try_new(how, perm);
	struct spread spread = { .jobs = try->jobs, .job_count = try->count, .replications = REPLICATIONS, .seed = 20, .by = by,
		.workers = workers };
	bool well = spread_run(&spread, went, &err);
	check(well);
	if (!well)
		puts(err.text);
	return try_hash(try);
}

static void
threads_however_many_give_what_the_engine_gives_alone(struct arena *perm)
{
	uint64_t wants = by_the_engine(REPLICATIONS, perm);
	struct spread_went went;
	for (enum try_how how = TRY_TOGETHER; how <= TRY_APART; how++) {
		check(by_spread(how, SPREAD_HERE, 0, &went, perm) == wants);
		for (int workers = 1; workers <= 4; workers++) {
			check(by_spread(how, SPREAD_THREADS, workers, &went, perm) == wants);
			check_int(went.workers, workers);
			check_int(went.again, 0);
			check(went.units >= TRY_COUNCILS);
		}
	}
	check(by_the_engine(REPLICATIONS - 1, perm) != wants);
}

/* A scenario whose tallies nobody wants, or a base that nobody wants, changes nothing of the others. */
static void
what_is_not_wanted_of_a_pass_changes_nothing_of_the_rest(struct arena *perm)
{
	struct try *all = try_new(TRY_TOGETHER, perm), *some = try_new(TRY_TOGETHER, perm);
	struct spread_unit unit = { 0, 0, 100 };
	check_int(unit_add(&all->jobs[0], unit, 20, NULL, *perm), UNIT_WORKED);
	for (int left = 0; left < TRY_OTHERS; left++) {
		struct other others[TRY_OTHERS] = { { 0 } };
		struct spread_job job = some->jobs[0];
		for (int i = 0; i < TRY_OTHERS; i++)
			others[i] = (struct other){ some->others[i].prospect, i == left ? NULL : tally_new(job.base, TRY_MORE, perm), NULL };
		job.of_base = NULL;
		job.others = others;
		check_int(unit_add(&job, unit, 20, NULL, *perm), UNIT_WORKED);
		for (int i = 0; i < TRY_OTHERS; i++)
			check(i == left || tally_hash(others[i].tally) == tally_hash(all->others[i].tally));
	}
}

/* ---- units as bytes ------------------------------------------------------------------------------ */

static void
a_unit_goes_out_as_bytes_and_its_tallies_come_back(struct arena *perm)
{
	struct try *here = try_new(TRY_TOGETHER, perm), *there = try_new(TRY_TOGETHER, perm);
	struct spread spread = { .jobs = here->jobs, .job_count = here->count, .replications = 100, .seed = 20 };
	struct spread_unit unit = { 0, 64, 70 };
	struct spread_result result;
	struct frame frame;
	here->others[1].tally = NULL;
	here->others[2].gap = NULL;
	Str answer = frame_answer(frame_ask(&spread, unit, perm), perm);
	check_int(frame_length(answer), answer.len);
	check(frame_read(answer, &frame));
	check(frame_result(&frame, &spread, &result, perm));
	check(result.worked);
	check_int(unit_add(&there->jobs[0], unit, 20, NULL, *perm), UNIT_WORKED);
	check(tally_hash(result.of_base) == tally_hash(there->councils[0]));
	for (int i = 0; i < TRY_OTHERS; i++) {
		check(i == 1 ? !result.others[i].tally : tally_hash(result.others[i].tally) == tally_hash(there->others[i].tally));
		check(i == 2 ? !result.others[i].gap : gap_hash(result.others[i].gap) == gap_hash(there->others[i].gap));
	}
	/* Of other replications than were asked for it is no answer. */
	frame.unit.count = 64;
	check(!frame_result(&frame, &spread, &result, perm));
}

/* One that says it needs no more posts than its base, and has some, would be without places. */
static void
a_unit_whose_scenario_has_more_posts_than_it_says_is_refused(struct arena *perm)
{
	struct try *try = try_new(TRY_TOGETHER, perm);
	struct spread spread = { .jobs = try->jobs, .job_count = try->count, .replications = 100, .seed = 20 };
	struct frame frame;
	try->jobs[0].seats_more = 0;
	check(frame_read(frame_answer(frame_ask(&spread, (struct spread_unit){ 0, 0, 64 }, perm), perm), &frame));
	check_int(frame.kind, FRAME_REFUSED);
	check(str_find(frame.parts[0], S("not made from its prospect")) >= 0);
}

static void
bytes_that_are_no_unit_are_refused_in_words(struct arena *perm)
{
	struct try *try = try_new(TRY_TOGETHER, perm);
	struct spread spread = { .jobs = try->jobs, .job_count = try->count, .replications = 64, .seed = 20 };
	Str asked = frame_ask(&spread, (struct spread_unit){ 1, 0, 1 }, perm);
	struct frame frame;
	uint64_t state = 5;
	for (ptrdiff_t len = 0; len < FRAME_HEAD; len++)
		check_int(frame_length(str_upto(asked, len)), 0);
	for (int i = 0; i < 3000; i++) {
		struct arena arena = *perm;
		Str other = str_copy(asked, &arena);
		int where = i < 1000 ? i % FRAME_HEAD : random_to(&state, 0, (int)asked.len - 1);
		((char *)other.at)[where] ^= (char)(1 << random_to(&state, 0, 7));
		if (frame_length(other) != other.len || where / 8 == 2 || where / 8 == 3)    /* many replications take long */
			continue;
		Str answer = frame_answer(other, &arena);
		check(frame_read(answer, &frame));
		check(frame.kind == FRAME_RESULT || (frame.kind == FRAME_REFUSED && frame.parts[0].len > 0));
	}
	Str huge = str_copy(asked, perm);
	memset((char *)huge.at + 8 * (FRAME_NUMBERS - 1), 0x7f, 8);
	check_int(frame_length(huge), -1);
}

/* ---- progress and stopping ----------------------------------------------------------------------- */

struct watch { int64_t last, all; int told; int64_t stop_at; atomic_bool stop; bool fell; };

static void
watched(void *whom, int64_t done, int64_t all)
{
	struct watch *watch = whom;
	watch->fell = watch->fell || done <= watch->last;
	watch->last = done;
	watch->all = all;
	watch->told++;
	if (watch->stop_at && done >= watch->stop_at)
		atomic_store(&watch->stop, true);
}

static bool
watch_run(struct watch *watch, enum spread_by by, int replications, struct error *err, struct arena *perm)
{
	struct try *try = try_new(TRY_TOGETHER, perm);
	struct spread spread = { .jobs = try->jobs, .job_count = try->count, .replications = replications, .seed = 20, .by = by,
		.workers = 2, .told = watched, .whom = watch, .stop = &watch->stop };
	return spread_run(&spread, NULL, err);
}

static void
how_far_it_is_grows_to_all_of_it(struct arena *perm)
{
	for (enum spread_by by = SPREAD_HERE; by <= SPREAD_THREADS; by++) {
		struct watch watch = { 0 };
		struct error err;
		check(watch_run(&watch, by, REPLICATIONS, &err, perm));
		check(!watch.fell && watch.told >= TRY_COUNCILS);
		check_int(watch.all, TRY_COUNCILS * REPLICATIONS);
		check_int(watch.last, watch.all);
	}
}

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void *
stop_soon(void *whom)
{
	const struct timespec pause = { .tv_nsec = 50000000 };
	nanosleep(&pause, NULL);
	atomic_store((atomic_bool *)whom, true);
	return NULL;
}

static void
ten_million_replications_can_be_stopped_at_once(struct arena *perm)
{
	for (enum spread_by by = SPREAD_HERE; by <= SPREAD_THREADS; by++) {
		struct watch watch = { 0 };
		struct error err;
		pthread_t other;
		check(pthread_create(&other, NULL, stop_soon, &watch.stop) == 0);
		double begin = seconds();
		check(!watch_run(&watch, by, SPREAD_REPLICATIONS_MOST, &err, perm));
		check(seconds() - begin < 5);            /* it is a tenth of one, but for sanitizers and other work */
		check_str(str_of(err.text), S("the forecast was stopped"));
		check(watch.last < (int64_t)TRY_COUNCILS * SPREAD_REPLICATIONS_MOST);
		pthread_join(other, NULL);
	}
}

static void
it_can_be_stopped_by_whoever_is_told(struct arena *perm)
{
	struct watch watch = { .stop_at = 2000 };
	struct error err;
	check(!watch_run(&watch, SPREAD_THREADS, 100000, &err, perm));
	check(watch.last >= 2000 && watch.last < watch.all / 2);
}

/* ---- what cannot be ------------------------------------------------------------------------------- */

static void
what_cannot_be_is_said_in_words(struct arena *perm)
{
	struct error err;
	struct prospect *none = prospect_new(12, perm);
	struct spread_job unsound = { .base = none, .of_base = tally_new(none, 0, perm) };
	struct spread_job *jobs = try_new(TRY_TOGETHER, perm)->jobs;
	const struct { struct spread spread; const char *words; } bad[] = {
		{ { .jobs = jobs, .job_count = 0, .replications = 9 }, "nothing to forecast" },
		{ { .jobs = jobs, .job_count = 1, .replications = 0 }, "0 replications: ask for 1 to 10000000" },
		{ { .jobs = jobs, .job_count = 1, .replications = 10000001 }, "10000001 replications" },
		{ { .jobs = jobs, .job_count = 1, .replications = 9, .workers = 257 }, "257 at once: ask for 1 to 256" },
		{ { .jobs = jobs, .job_count = 1, .replications = 9, .workers = -1 }, "-1 at once" },
		{ { .jobs = &unsound, .job_count = 1, .replications = 9 }, "" },
		{ { .jobs = jobs, .job_count = 1, .replications = 9, .by = SPREAD_RANKS, .program = "/nowhere/mainstay-ranks" },
		  "/nowhere/mainstay-ranks is not there" },
	};
	for (ptrdiff_t i = 0; i < countof(bad); i++) {
		err.text[0] = '\0';
		check(!spread_run(&bad[i].spread, NULL, &err));
		check(err.text[0] && str_find(str_of(err.text), str_of(bad[i].words)) >= 0);
	}
	((struct prospect *)jobs[0].others[2].prospect)->most++;
	struct spread odd = { .jobs = jobs, .job_count = 1, .replications = 9 };
	check(!spread_run(&odd, NULL, &err));
	check(str_find(str_of(err.text), S("its scenario is not made from it")) >= 0);
}

/* A unit is whole blocks, never none, and there are several for each who works. */
static void
units_are_of_a_size_that_suits(struct arena *perm)
{
	struct prospect *small = coupled_prospect(1, 1, perm), *large = coupled_prospect(20000, 120, perm);
	for (int workers = 1; workers <= 64; workers *= 4)
		for (int64_t all = 1; all <= 10000000; all *= 10) {
			int size = unit_size(&(struct spread_job){ .base = small }, all, workers);
			check(size >= BLOCK && size % BLOCK == 0);
			check(workers == 1 || size == BLOCK || (int64_t)(size - BLOCK) * workers < all);
			check_int(unit_size(&(struct spread_job){ .base = large }, all, workers), BLOCK);
		}
}

int
main(void)
{
	run(threads_however_many_give_what_the_engine_gives_alone);
	run(what_is_not_wanted_of_a_pass_changes_nothing_of_the_rest);
	run(a_unit_goes_out_as_bytes_and_its_tallies_come_back);
	run(a_unit_whose_scenario_has_more_posts_than_it_says_is_refused);
	run(bytes_that_are_no_unit_are_refused_in_words);
	run(how_far_it_is_grows_to_all_of_it);
	run(ten_million_replications_can_be_stopped_at_once);
	run(it_can_be_stopped_by_whoever_is_told);
	run(what_cannot_be_is_said_in_words);
	run(units_are_of_a_size_that_suits);
	return tests_end();
}
