/* load_work.h: a staged list, read and judged whole: what it would do to the records, and what stands
 * in the way. Private to app/.
 *
 * Working out a list of 50,000 rows takes a second or two, so it is made once for each state of the
 * list and of the records and then looked at page by page (load_jobs.h). Everything in it lives in the
 * arena it was made in.
 */
#ifndef APP_LOAD_WORK_H
#define APP_LOAD_WORK_H

#include "app/deeds.h"
#include "intake/intake.h"
#include "store/lists.h"

enum load_stage { LOAD_OPENING, LOAD_READING, LOAD_MATCHING, LOAD_JUDGING, LOAD_WRITING, LOAD_OVER };

/* Told as work goes on: the stage that begins, and how many rows the list has, once that is known. */
struct load_progress {
	void (*tell)(struct load_progress *progress, enum load_stage stage, int rows);
};

struct load_work {
	struct kept_list kept;
	struct profile   profile;            /* as it was said, or guessed while nothing was */
	bool             remembered;         /* guessed by a profile of that name */
	struct grids     grids;              /* with the mends */
	struct mend     *mends;
	int              mend_count;
	struct column_read *columns;
	int              column_count;
	struct local_word *words;
	int              word_count;
	struct kept_decision *decisions;
	int              decision_count;
	int              held_back;          /* differences that were decided against this list */
	struct list_read read;
	struct changes   changes;
	struct preview   preview;
	struct findings  found;              /* mistakes first; the line of the file wherever there is one */
	bool             unreadable;         /* columns or sheet are wrong: nothing was read */
	int              ends, in_post;      /* whom it would end, of whom */
	int64_t          stamp;              /* of the records it was judged against */
};

/* Reads what is kept of the list. False with words when it is not there, or its file is gone. */
bool load_work_read(struct load_work *work, const struct world *world, Str area, int64_t number,
                    struct arena *perm, struct error *err);
/* The same of a file that is not kept: `work->kept` has its name, list, day and profile text. */
bool load_work_bytes(struct load_work *work, const struct world *world, Str area, Str bytes,
                     struct arena *perm, struct error *err);
/* Reads, matches and proposes; with `judges`, also judges by every rule (the deed does so anyway).
 * `held` NULL: the council has no records yet. */
void load_work_out(struct load_work *work, const struct ask *ask, const struct held *held, bool judges,
                   struct load_progress *progress, struct arena *perm);
/* Reads its lines alone, matched to the records: what reconciling compares. */
void load_work_lines(struct load_work *work, const struct ask *ask, const struct held *held,
                     struct arena *perm);
/* How a list is to be applied: `ends` is the number of ends that somebody said may stand. */
struct load_consent { bool said; int ends; Str reason; };
/* Applies what was worked out of a kept list: one deed, whole or not at all. */
struct done load_work_apply(const struct world *world, const struct ask *ask, struct load_work *work,
                            const struct load_consent *consent, struct load_progress *progress,
                            struct arena *perm, struct error *err);
/* Brings findings that name a record to the line of the file that record is from; of a post or person whom
 * no line brings, to one that puts somebody into it or them into a post. */
void load_work_place(const struct load_work *work, struct findings *found, struct arena scratch);

/* A list that would end so many that somebody should say so first. */
bool load_ends_many(const struct load_work *work);
/* "12 added, 3 changed, 1 ended" */
Str  load_counts_words(const struct preview *preview, struct arena *perm);

/* A council without records, for the first list. */
const struct council *council_none(Str authority, struct arena *perm);

#endif
