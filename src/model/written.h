/* written.h: what replications came to, written down one after the other without what is nought, and read again. Not for
 * others: drawn.h is. */
#ifndef MODEL_WRITTEN_H
#define MODEL_WRITTEN_H

#include "model/world.h"

struct written {
	char *at;                    /* where numbers of eight bytes may be */
	ptrdiff_t each;              /* of one replication: known once one was put */
	int months, grades, causes;
	uint32_t nothing;            /* as in struct replication, and alike in all */
	bool whole;                  /* to be read, not written */
};

/* With room for so many replications of the prospect. */
struct written written_new(const struct prospect *p, int count, struct arena *perm);
void written_put(struct written *written, int which, const struct replication *record);
/* Into a record that is nought wherever nothing was put. */
void written_get(const struct written *written, int which, struct replication *record);

/* A base and its scenarios under one calendar (simulate.c): the base is read where it is written, and else drawn and
 * written; NULL: it is drawn only. */
struct pass {
	const struct prospect *base;
	const struct other *others;
	int other_count;
	struct tally *of_base;
	struct written *written;
};
void pass_run(const struct pass *pass, const struct calendar *calendar, int first, int count, int64_t cost_step,
              struct arena scratch);

#endif
