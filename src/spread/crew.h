/* crew.h: programs on one machine that work units out: started, listened to, ended.
 *
 * A crew is one run of MPI on one machine: `mpiexec -n ... mainstay-ranks`. Its first rank is the foreman (spread_mpi.c),
 * who talks with us over a socket and deals units out to the others. When one rank dies, MPI ends them all: so the crew
 * is what is lost, with what it had in hand (two units a rank at most), and is started again.
 */
#ifndef SPREAD_CREW_H
#define SPREAD_CREW_H

#include <sys/types.h>

#include "base/secret.h"
#include "spread/carrier.h"

enum crew_state { CREW_STARTING, CREW_READY, CREW_GONE };
enum { CREW_STARTS_MOST = 3, UNITS_EACH_RANK = 2 };

/* Bytes on their way: [done, len) are still to be sent, or to be read. */
struct bytes { char *at; ptrdiff_t done, len, room; };

struct crew {
	Str host;                            /* empty: this machine */
	int ranks;                           /* that work; the foreman comes on top */
	enum crew_state state;
	pid_t pid;                           /* of mpiexec */
	int   messages;                      /* a file with what mpiexec says when it fails */
	int   socket;                        /* to the foreman, or -1 */
	int   starts, waited;                /* waited: looks since the last start */
	struct bytes in, out;
	struct spread_unit *units;           /* in hand */
	int   unit_count;
};

/* Where foremen call, and how they show that they are ours. */
struct call { int listener; char address[256]; int port; struct digits token; };
bool call_open(struct call *call, bool beyond, struct error *err);   /* beyond: from other machines too */
/* The crew's number that a caller shows, with its socket; -1: nobody called, or a stranger. */
int  call_take(const struct call *call, int *socket);

/* The machines in a file: "name" or "name:ranks" a line; # begins a remark. NULL with words. */
struct crew *crews_of(const char *hosts, int ranks, int *count, struct arena *perm, struct error *err);

bool crew_start(struct crew *crew, int number, const char *program, const struct call *call, struct error *err);
/* Whether its mpiexec still runs. */
bool crew_runs(struct crew *crew);
/* No more is wanted of it: its foreman sees that, and lets its ranks go. crew_end waits for that. */
void crew_leave(struct crew *crew);
/* Lets go of it, and of all that mpiexec started; what it had in hand stays in `units`. `why`: what it said. */
void crew_end(struct crew *crew, struct error *why);

#endif
