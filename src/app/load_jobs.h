/* load_jobs.h: lists being worked out and applied, beside the requests that ask for it. Private to app/
 * and to whoever owns the site.
 *
 * A look at a list, and its applying, is a job: a thread with a progress that pages read. Whoever asks
 * waits for a moment, so that an ordinary list answers at once; a long one shows how far it is, and
 * can be left and come back to. What was worked out is kept until the list or the records change, and
 * is never freed under a page that reads it (ask_hold). A job that dies with the program leaves nothing:
 * its only writing is one deed.
 *
 * Without jobs (`world->jobs` NULL: the command line) the same is done in the asking's own thread.
 */
#ifndef APP_LOAD_JOBS_H
#define APP_LOAD_JOBS_H

#include "app/load_work.h"

struct load_jobs;
struct load_jobs *load_jobs_open(struct error *err);
/* Waits for what is going on. Before the keeper is closed. */
void load_jobs_close(struct load_jobs *jobs);

struct load_seen {
	bool going;                          /* not over yet: */
	bool applying;
	enum load_stage stage;
	int  rows;
	const struct load_work *work;        /* when it is over; NULL when it failed */
	struct done done;                    /* of an applying */
	Str  words;                          /* why it failed, or was stopped */
};

/* The list worked out as it is now. False with words when it cannot be begun. */
bool load_look(const struct world *world, const struct ask *ask, const struct kept_list *kept,
               struct load_seen *seen, struct load_progress *progress, struct arena *perm, struct error *err);
/* Applies it, whole or not at all. */
bool load_apply(const struct world *world, const struct ask *ask, const struct kept_list *kept,
                const struct load_consent *consent, struct load_seen *seen,
                struct load_progress *progress, struct arena *perm, struct error *err);

/* Lets go of what was worked out of a list that waits no more. */
void load_forget(const struct world *world, const struct ask *ask, const struct kept_list *kept);

#endif
