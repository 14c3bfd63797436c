/* own_posts.h: posts of social workers as a forecast needs them: one row a head or vacancy, told without a chance in it.
 * Part of own.c. */
#ifndef OUTLOOK_OWN_POSTS_H
#define OUTLOOK_OWN_POSTS_H

#include "workforce/roster.h"

enum { POST_VACANT = -1, POST_ALWAYS = 255 };

struct own_post {
	int rank;                    /* spell_rank of who is in it, or POST_VACANT */
	int months;                  /* in the service; of a vacant one, so long vacant */
	int first, last;             /* months of funding, counted from the day: 0 and POST_ALWAYS for always */
};
struct own_posts {
	struct own_post *at;         /* those always funded first */
	int count, filled, vacant;
	int case_holders;
	int64_t fte, cases;          /* of those filled; fte in millionths */
	double vacant_fte, agency_fte;
};
/* `most`: months looked ahead, and the longest time counted. */
void own_posts_on(struct own_posts *posts, const struct roster *roster, Date day, int months_most, int tenure_most,
                  struct arena *perm);

/* How many posts were vacant at each month's begin, added up; and the mean share of funded posts that were vacant in
 * the last year of it. */
struct own_filling { int vacant_months; double vacancy; int months; };
void own_filling_upto(struct own_filling *filling, const struct roster *roster, Date from, Date day);

#endif
