/* kill.h: a program that is killed at a moment nobody chose, started again, and asked what it still knows.
 *
 * Several people work at once on one store: one asks for posts, keeps notes of a census return, adds applications of
 * candidates and ends them (two records a deed) on pages, three give
 * and end duties on pages, one loads lists of 500 rows and takes them back from the command line; and in another council two
 * recruit (recruit.h), on pages, by the public form and by commands. What the program has answered for is written down, with the
 * SHA-256 of what was to be kept, only after its answer (driver.c). Then the whole process group is killed with SIGKILL. The
 * program starts again on what is left, and the judge (judge.c) reads the store by itself:
 *
 *   - everything that was answered for is there, with its hash, by exactly one entry of the audit;
 *   - what was not answered for is there whole, by one entry, or not at all;
 *   - there is nothing else: no row without an entry, no entry that nobody tried, no file left over;
 *   - the store, the audit's chain and every deed's hashes hold.
 *
 * A judge that never said no proves nothing. So the same rounds are played with a driver that writes down too early, and with
 * a program that has no transactions (loose.c): both must be found out (kill.c).
 */
#ifndef TEST_KILL_H
#define TEST_KILL_H

#include <pthread.h>
#include <stdio.h>
#include <sys/types.h>

#include "base/date.h"
#include "base/secret.h"
#include "recruit.h"
#include "store/records.h"

enum { LIST_ROWS = 500, ATTEMPTS_MOST = 20000, GIVERS = 3 };
#define COUNCIL "walsall"

enum attempt_kind { ASKED, NOTED, KEPT, APPLIED, STEPPED, GRANTED, ENDED, LOADED, TAKEN_BACK, ATTEMPT_KINDS };

/* What a round is for: whatever comes; lists; commands of recruiting. */
enum round_kind { ROUND_PLAIN, ROUND_OF_LISTS, ROUND_OF_COMMANDS };

struct attempt {
	enum attempt_kind kind;
	bool answered;
	struct digits wants;         /* SHA-256 of what was to be kept */
};

/* One store, and everything that was tried on it. */
struct trial {
	const char *program;
	Str folder, store;
	Str admin_cookie, admin_token;       /* who works on pages */
	Str others[GIVERS];          /* whose duties change */
	int64_t base;                /* the last entry of the audit before anything was tried */
	pid_t server;
	int port;

	pthread_mutex_t lock;        /* over what is below while people work */
	bool over;                   /* no new program is started */
	struct attempt *attempts;
	int count, answered[ATTEMPT_KINDS];
	int stepped;                 /* the last application that was to be ended */
	struct recruiting recruiting;
	FILE *log;
	bool writes_early;           /* the control: written down before the answer */
	enum round_kind round;
	bool through;                /* a first list or command ended in this round, well or not */
	pthread_cond_t first_through;

	/* As the judge found it before this round. */
	int64_t standing;            /* the list that stands, or 0 */
	Date granted[GIVERS];        /* the first day of the duty that stands, or 0 */
};

/* ---- program.c --------------------------------------------------------------------------------- */

/* Starts the program in a process group of its own, and waits for its address. Milliseconds, or -1. */
int server_start(struct trial *trial);
/* Kills the group, whatever it is doing, and buries it. */
void server_kill(struct trial *trial);
/* Runs one command of the program's in that group (0: one of its own); whether it ended with 0. */
bool command_run(struct trial *trial, pid_t group, const char *const *words, Str *says, struct arena *perm);

/* ---- driver.c ---------------------------------------------------------------------------------- */

/* People at work until the program is killed. Many small writes keep a list waiting: in a round of lists or commands there are
 * fewer, and people_begin comes back once a first one is through. */
struct people { pthread_t threads[GIVERS + 4]; int count; };
void people_begin(struct trial *trial, struct people *people, enum round_kind round);
void first_is_through(struct trial *trial);
void people_end(struct people *people);

/* What a page sends, with its cookie; the answer's status, or 0. */
struct posting { Str path, type, cookie, body; };
int page_post(const struct trial *trial, const struct posting *posting, struct arena *perm);

/* What is to be kept, as one text: made by the driver of what it sends, and by the judge of what it finds. */
struct list_file { Str name, text; };
struct list_file list_of(int number, struct arena *perm);         /* a file of 500 rows */
struct sorted_lines { Str *at; int count, room; };                /* of a list: one a person in a post */
void line_add(struct sorted_lines *lines, struct arena *perm, const char *format, ...) __attribute__((format(printf, 3, 4)));
struct digits lines_digest(struct sorted_lines *lines, struct arena scratch);

/* ---- judge.c ----------------------------------------------------------------------------------- */

/* One look at a store. */
struct judging {
	struct trial *trial;
	bool control;
	struct arena perm;
	struct store *store;
	struct council council;
	struct fact *facts;          /* what entries of the audit kept, each as a SHA-256 */
	int fact_count, fact_room;
	int asked, noted, applied, stepped, loaded, undone;  /* entries of each */
	struct digits standing;      /* what the list that stands kept */
	int wrong;
};
void judge_wrong(struct judging *in, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many things are not as they must be; each is printed, of a control the first. Notes what stands for the next round. */
int judge_store(struct trial *trial, bool control, struct arena scratch);
/* The audit's last entry, for `base`. */
int64_t audit_end(Str store, struct arena scratch);

#endif
