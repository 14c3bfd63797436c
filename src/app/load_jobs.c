/* load_jobs.c: a few rooms, each with one list that is worked out or applied in a thread of its own. */
#include "app/load_jobs.h"

#include <assert.h>
#include <pthread.h>
#include <time.h>

enum { JOBS_MOST = 4, WAIT_MS_MOST = 900 };

/* Address space; pages are used as they are filled. */
#define JOB_MOST ((ptrdiff_t)1 << 30)

struct job {
	struct load_progress progress;           /* first: a progress is a job */
	struct load_jobs *jobs;
	struct arena arena;                      /* next == NULL until first used */
	char        *begin;
	bool         used, going, apply, sound;
	int          readers;
	int64_t      order;                      /* by the count of uses */
	/* what was asked, in the arena */
	struct world  world;
	struct ask    ask;
	struct viewer viewer;
	struct load_consent consent;
	int64_t       number, revision;
	/* what came of it */
	const struct held *held;                 /* what the work reads: held as long as it is kept */
	struct load_work  *work;
	enum load_stage    stage;
	int                rows;
	struct done        done;
	struct error       err;
};

struct load_jobs {
	struct arena    own;
	char           *begin;
	pthread_mutex_t lock;                    /* over all below */
	pthread_cond_t  over;
	int64_t         uses;
	struct job      at[JOBS_MOST];
};

struct load_jobs *
load_jobs_open(struct error *err)
{
	struct arena own = arena_reserve((ptrdiff_t)sizeof(struct load_jobs) + 64);
	if (!own.next) {
		fail(err, "the system refuses address space for lists that are worked on");
		return NULL;
	}
	char *begin = own.next;
	struct load_jobs *jobs = new(&own, 1, struct load_jobs);
	jobs->own = own;
	jobs->begin = begin;
	pthread_mutex_init(&jobs->lock, NULL);
	pthread_condattr_t monotonic;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&jobs->over, &monotonic);
	pthread_condattr_destroy(&monotonic);
	return jobs;
}

/* Called with the lock held. */
static void
job_empty(struct job *job)
{
	assert(!job->going);
	assert(job->readers == 0);
	if (job->held)
		keeper_let_go(job->world.keeper, job->held);
	job->held = NULL;
	job->used = false;
	if (!job->begin)
		return;
	job->arena.next = job->begin;
	arena_trim(&job->arena, job->begin, 0);
}

void
load_jobs_close(struct load_jobs *jobs)
{
	pthread_mutex_lock(&jobs->lock);
	for (int i = 0; i < JOBS_MOST; i++) {
		while (jobs->at[i].going)
			pthread_cond_wait(&jobs->over, &jobs->lock);
		job_empty(&jobs->at[i]);
		if (jobs->at[i].begin)
			arena_release(&jobs->at[i].arena, jobs->at[i].begin);
	}
	pthread_mutex_unlock(&jobs->lock);
	pthread_cond_destroy(&jobs->over);
	pthread_mutex_destroy(&jobs->lock);
	struct arena own = jobs->own;
	arena_release(&own, jobs->begin);
}

/* ---- what a job does ------------------------------------------------------------------------- */

/* The whole of it, in whatever thread. False with words when the list could not be worked out. */
static bool
work_through(const struct world *world, const struct ask *ask, const struct held *held, int64_t number,
             const struct load_consent *consent, struct load_work *work, struct done *done,
             struct load_progress *progress, struct arena *perm, struct error *err)
{
	if (!load_work_read(work, world, ask->area, number, perm, err))
		return false;
	load_work_out(work, ask, held, consent == NULL, progress, perm);
	if (consent)
		*done = load_work_apply(world, ask, work, consent, progress, perm, err);
	return true;
}

/* ---- in a thread ----------------------------------------------------------------------------- */

static void
job_tell(struct load_progress *progress, enum load_stage stage, int rows)
{
	struct job *job = (struct job *)progress;
	pthread_mutex_lock(&job->jobs->lock);
	job->stage = stage;
	job->rows = rows;
	pthread_mutex_unlock(&job->jobs->lock);
}

static bool
job_work(struct job *job)
{
	jmp_buf full;
	if (setjmp(full) != 0)
		return fail(&job->err, "the list is more than this program can work on at once");
	job->arena.full = &full;
	job->work = new(&job->arena, 1, struct load_work);
	if (!keeper_hold(job->world.keeper, job->ask.area, &job->held, &job->err))
		return false;
	job->ask.held = job->held;
	return work_through(&job->world, &job->ask, job->held, job->number, job->apply ? &job->consent : NULL,
	                    job->work, &job->done, &job->progress, &job->arena, &job->err);
}

static void *
job_run(void *what)
{
	struct job *job = what;
	bool sound = job_work(job);
	job->arena.full = NULL;
	pthread_mutex_lock(&job->jobs->lock);
	job->sound = sound;
	job->going = false;
	job->stage = LOAD_OVER;
	job->revision = sound ? job->work->kept.revision : -1;
	pthread_cond_broadcast(&job->jobs->over);
	pthread_mutex_unlock(&job->jobs->lock);
	return NULL;
}

/* What was asked, copied, since the asking may end first. */
static void
job_takes(struct job *job, const struct world *world, const struct ask *ask, int64_t number,
          const struct load_consent *consent)
{
	struct arena *perm = &job->arena;
	job->viewer = (struct viewer){ .account = str_copy(ask->viewer->account, perm), .all = ask->viewer->all };
	job->world = (struct world){ .store_path = str_copy(world->store_path, perm), .keeper = world->keeper };
	job->ask = (struct ask){ .area = str_copy(ask->area, perm), .today = ask->today, .day = ask->day,
	                         .now = ask->now, .viewer = &job->viewer };
	job->number = number;
	job->revision = -1;
	job->apply = consent != NULL;
	if (consent)
		job->consent = (struct load_consent){ consent->said, consent->ends, str_copy(consent->reason, perm) };
	job->stage = LOAD_OPENING;
	job->rows = 0;
	job->err = (struct error){ "" };
	job->done = (struct done){ .did = COULD_NOT };
	job->work = NULL;
}

/* ---- rooms (called with the lock held) ------------------------------------------------------- */

static bool
is_of(const struct job *job, Str area, int64_t number)
{
	return job->used && job->number == number && str_equal(job->ask.area, area);
}

static struct job *
job_going(struct load_jobs *jobs, Str area, int64_t number)
{
	for (int i = 0; i < JOBS_MOST; i++)
		if (jobs->at[i].going && is_of(&jobs->at[i], area, number))
			return &jobs->at[i];
	return NULL;
}

static struct job *
job_kept(struct load_jobs *jobs, Str area, const struct kept_list *kept, int64_t stamp)
{
	for (int i = 0; i < JOBS_MOST; i++) {
		struct job *job = &jobs->at[i];
		if (!job->going && is_of(job, area, kept->number) && job->sound && !job->apply &&
		    job->revision == kept->revision && job->work->stamp == stamp)
			return job;
	}
	return NULL;
}

/* An applying that failed, which nobody was told of yet. */
static struct job *
job_untold(struct load_jobs *jobs, Str area, int64_t number)
{
	for (int i = 0; i < JOBS_MOST; i++) {
		struct job *job = &jobs->at[i];
		bool failed = !job->sound || job->done.did != DID;
		if (!job->going && job->apply && job->readers == 0 && is_of(job, area, number) && failed)
			return job;
	}
	return NULL;
}

/* One that is free: of this list before, unused, or the one used longest ago. */
static struct job *
job_free(struct load_jobs *jobs, Str area, int64_t number)
{
	struct job *oldest = NULL;
	for (int i = 0; i < JOBS_MOST; i++) {
		struct job *job = &jobs->at[i];
		if (job->going || job->readers > 0)
			continue;
		if (!job->used || is_of(job, area, number))
			return job;
		if (!oldest || job->order < oldest->order)
			oldest = job;
	}
	return oldest;
}

static struct job *
job_begin(struct load_jobs *jobs, const struct world *world, const struct ask *ask, int64_t number,
          const struct load_consent *consent, struct error *err)
{
	pthread_t thread;
	struct job *job = job_free(jobs, ask->area, number);
	if (!job) {
		fail(err, "several lists are being worked on; try again in a moment");
		return NULL;
	}
	job_empty(job);
	if (!job->begin) {
		job->arena = arena_reserve(JOB_MOST);
		job->begin = job->arena.next;
	}
	if (!job->begin) {
		fail(err, "the system refuses address space for a list");
		return NULL;
	}
	job->progress.tell = job_tell;
	job->jobs = jobs;
	job_takes(job, world, ask, number, consent);
	job->used = job->going = true;
	if (pthread_create(&thread, NULL, job_run, job) != 0) {
		job->going = false;
		job_empty(job);
		fail(err, "the system gives no thread to work on the list");
		return NULL;
	}
	pthread_detach(thread);
	return job;
}

/* Waits until it is over, or for as long as somebody likes to look at nothing. */
static void
job_wait(struct load_jobs *jobs, const struct job *job)
{
	struct timespec until;
	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += WAIT_MS_MOST * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000L;
	until.tv_nsec %= 1000000000L;
	while (job->going)
		if (pthread_cond_timedwait(&jobs->over, &jobs->lock, &until) != 0)
			break;
}

static void
job_let_go(void *what)
{
	struct job *job = what;
	pthread_mutex_lock(&job->jobs->lock);
	job->readers--;
	if (job->apply && job->readers == 0 && !job->going)
		job_empty(job);                      /* told once */
	pthread_mutex_unlock(&job->jobs->lock);
}

/* What is known of a job; one that is over is held until the asking is. */
static void
job_show(struct load_jobs *jobs, struct job *job, const struct ask *ask, struct load_seen *seen,
         struct arena *perm)
{
	*seen = (struct load_seen){ .going = job->going, .applying = job->apply, .stage = job->stage,
	                            .rows = job->rows };
	if (job->going)
		return;
	job->readers++;
	job->order = ++jobs->uses;
	ask_hold(ask, job_let_go, job);
	seen->work = job->sound ? job->work : NULL;
	seen->done = job->done;
	seen->words = str_copy(str_of(job->err.text), perm);
}

/* ---- asking ---------------------------------------------------------------------------------- */

static bool
by_job(const struct world *world, const struct ask *ask, const struct kept_list *kept,
       const struct load_consent *consent, struct load_seen *seen, struct arena *perm, struct error *err)
{
	struct load_jobs *jobs = world->jobs;
	int64_t stamp = ask->held ? ask->held->council.stamp : 0;
	pthread_mutex_lock(&jobs->lock);
	struct job *job = job_going(jobs, ask->area, kept->number);
	if (!job && !consent)
		job = job_untold(jobs, ask->area, kept->number);
	if (!job && !consent)
		job = job_kept(jobs, ask->area, kept, stamp);
	if (!job)
		job = job_begin(jobs, world, ask, kept->number, consent, err);
	if (job) {
		job_wait(jobs, job);
		job_show(jobs, job, ask, seen, perm);
	}
	pthread_mutex_unlock(&jobs->lock);
	return job != NULL;
}

static bool
by_oneself(const struct world *world, const struct ask *ask, const struct kept_list *kept,
           const struct load_consent *consent, struct load_seen *seen, struct load_progress *progress,
           struct arena *perm)
{
	struct load_work *work = new(perm, 1, struct load_work);
	struct error err = { "" };
	*seen = (struct load_seen){ .applying = consent != NULL, .stage = LOAD_OVER, .done.did = COULD_NOT };
	if (work_through(world, ask, ask->held, kept->number, consent, work, &seen->done, progress, perm, &err))
		seen->work = work;
	seen->words = str_copy(str_of(err.text), perm);
	return true;
}

bool
load_look(const struct world *world, const struct ask *ask, const struct kept_list *kept,
          struct load_seen *seen, struct load_progress *progress, struct arena *perm, struct error *err)
{
	return world->jobs ? by_job(world, ask, kept, NULL, seen, perm, err)
	                   : by_oneself(world, ask, kept, NULL, seen, progress, perm);
}

bool
load_apply(const struct world *world, const struct ask *ask, const struct kept_list *kept,
           const struct load_consent *consent, struct load_seen *seen, struct load_progress *progress,
           struct arena *perm, struct error *err)
{
	return world->jobs ? by_job(world, ask, kept, consent, seen, perm, err)
	                   : by_oneself(world, ask, kept, consent, seen, progress, perm);
}

void
load_forget(const struct world *world, const struct ask *ask, const struct kept_list *kept)
{
	struct load_jobs *jobs = world->jobs;
	if (!jobs)
		return;
	pthread_mutex_lock(&jobs->lock);
	for (int i = 0; i < JOBS_MOST; i++) {
		struct job *job = &jobs->at[i];
		if (is_of(job, ask->area, kept->number) && !job->going && job->readers == 0)
			job_empty(job);
	}
	pthread_mutex_unlock(&jobs->lock);
}
