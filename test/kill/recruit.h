/* recruit.h: whoever recruits while the program is killed: in a council of their own, so that they wait for nobody else.
 *
 * Every kind of write has a row (recruit.c): things to do it on, each of which is used once; what is sent; and what is
 * looked for in the store, with how many there are when it was done (recruit_judge.c). A thing that was answered for is there
 * in all its parts; one that was not is there in all of them or in none; and the council has no other deed.
 */
#ifndef TEST_KILL_RECRUIT_H
#define TEST_KILL_RECRUIT_H

#include "base/str.h"

struct trial;

#define RECRUITING "dudley"
enum { THINGS_MOST = 24 };           /* of a kind, for the rounds of one store */

enum recruit_kind {
	CHECKED, DECIDED, HIRED, TURNED_DOWN, SCORED, SAVED, SENT, LISTED, MADE_ONE, LEARNED, EDUCATED,
	REMOVED,                     /* of those who were turned down: all that were due, by one run */
	RECRUIT_KINDS
};
enum { PAGE_KINDS = REMOVED };

struct recruit_thing { bool tried, answered; };
struct recruiting {
	struct recruit_thing things[RECRUIT_KINDS][THINGS_MOST];
	int next[RECRUIT_KINDS], answered[RECRUIT_KINDS];
	int carried, removals;               /* commands that ended well */
	Str drafts[THINGS_MOST * 2];         /* what opens them: those that are saved, then those that are sent */
	Str mail;                            /* the file that says where messages go: a folder */
};

/* "003070" is the first ref of the eighth thing of the fourth kind: five figures, and one for each record of a thing. */
Str thing_stem(enum recruit_kind kind, int thing, struct arena *perm);

extern const Str recruit_names[RECRUIT_KINDS];

/* A council with everything there is to be done in it. */
bool recruit_fill(struct trial *trial, const char *account, struct arena *perm);
/* Threads of their own: one on pages, one that runs commands. */
void *recruit_on_pages(void *trial);
void *recruit_by_commands(void *trial);

struct judging;
void judge_recruiting(struct judging *in);

#endif
