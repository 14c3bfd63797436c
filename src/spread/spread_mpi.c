/* spread_mpi.c: the program mainstay-ranks, and the only file that knows MPI.
 *
 * MPI is a way for copies of one program to pass messages. mpiexec starts so many copies of this file's main; each
 * asks which it is, its *rank*: 0, 1, 2, ... What is used of it here:
 *
 *     MPI_Send(bytes, how many, .., to which rank, tag, ..)       waits until the other takes them
 *     MPI_Isend(.., &request), MPI_Wait(&request, ..)             does not wait; waits until those bytes are taken
 *     MPI_Iprobe(from which rank, tag, .., &there, &status)       whether a message is there, without waiting
 *     MPI_Recv(bytes, how many, .., from which rank, tag, ..)     takes it
 *
 * Rank 0 is the foreman: it calls Mainstay (the address, port and crew are its arguments, the token is in the
 * environment), hands each frame that comes to the rank with the least to do, two at most, and each answer back. It never
 * looks into one. The others work a frame out (frame_answer), send the answer and take the next, which is there already: so
 * the foreman looks only now and then, and leaves the processor to them. When the line to Mainstay ends, so does everybody. When a rank dies, mpiexec ends all; Mainstay then has what they had in hand worked out by another
 * crew.
 *
 * Before all that, Mainstay starts this program as `mainstay-ranks start mpiexec ...`, and it becomes mpiexec.
 */
#include <errno.h>
#include <mpi.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "spread/crew.h"
#include "spread/frame.h"
#include "spread/work.h"

enum { FOREMAN = 0, TAG_FRAME = 1, TAG_END = 2, PAUSE_NS = 100000, FOREMAN_PAUSE_NS = 1000000 };

/* MPI would spin on a processor while it waits; this gives it to those who work. */
static void
pause_briefly(void)
{
	const struct timespec pause = { .tv_nsec = PAUSE_NS };
	nanosleep(&pause, NULL);
}

static bool
message_there(int from, MPI_Status *status)
{
	int there = 0;
	MPI_Iprobe(from, MPI_ANY_TAG, MPI_COMM_WORLD, &there, status);
	return there;
}

static void
message_send(Str bytes, int to, int tag)
{
	MPI_Send(bytes.at, (int)bytes.len, MPI_BYTE, to, tag, MPI_COMM_WORLD);
}

/* Takes the message that message_there told of. */
static Str
message_take(MPI_Status *status, struct arena *perm)
{
	int len = 0;
	MPI_Get_count(status, MPI_BYTE, &len);
	char *at = new(perm, len, char);
	MPI_Recv(at, len, MPI_BYTE, status->MPI_SOURCE, status->MPI_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
	return (Str){ at, len };
}

/* ---- a rank that works ------------------------------------------------------------------------- */

/* While an answer is on its way the next frame is worked out elsewhere: turn and turn about. */
static int
rank_works(struct arena arena)
{
	MPI_Request answer = MPI_REQUEST_NULL;
	struct arena both[2] = { arena, arena };
	both[0].end = both[1].next = arena.next + (arena.end - arena.next) / 2;
	for (int turn = 0;; turn = !turn) {
		MPI_Status status;
		struct arena fresh = both[turn];
		while (!message_there(FOREMAN, &status))
			pause_briefly();
		Str asked = message_take(&status, &fresh);
		if (status.MPI_TAG == TAG_END)
			break;
		Str bytes = frame_answer(asked, &fresh);
		MPI_Wait(&answer, MPI_STATUS_IGNORE);
		MPI_Isend(bytes.at, (int)bytes.len, MPI_BYTE, FOREMAN, TAG_FRAME, MPI_COMM_WORLD, &answer);
	}
	MPI_Wait(&answer, MPI_STATUS_IGNORE);
	return 0;
}

/* ---- the foreman ------------------------------------------------------------------------------- */

/* A frame on its way to a rank, in room of its own. */
struct handed { MPI_Request request; struct bytes bytes; };

struct hands { int full, next; struct handed of[UNITS_EACH_RANK]; };

struct foreman {
	int line;                            /* to Mainstay */
	int ranks;                           /* 1 .. ranks work */
	struct hands *hands;                 /* of each */
	struct bytes in;                     /* come, and not handed out yet */
	struct arena arena;
};

static int
line_open(const char *address, const char *port)
{
	const struct addrinfo wants = { .ai_family = AF_INET, .ai_socktype = SOCK_STREAM };
	struct addrinfo *found = NULL;
	int line = -1, why = getaddrinfo(address, port, &wants, &found);
	if (why) {
		fprintf(stderr, "mainstay-ranks: %s is not known here: %s\n", address, gai_strerror(why));
		return -1;
	}
	for (struct addrinfo *at = found; at && line < 0; at = at->ai_next) {
		line = socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, at->ai_protocol);
		if (line >= 0 && connect(line, at->ai_addr, at->ai_addrlen) != 0) {
			fprintf(stderr, "mainstay-ranks: %s cannot be reached: %s\n", address, strerror(errno));
			close(line);
			line = -1;
		}
	}
	freeaddrinfo(found);
	return line;
}

static bool
line_send(int line, Str bytes)
{
	while (bytes.len > 0) {
		ssize_t sent = send(line, bytes.at, (size_t)bytes.len, MSG_NOSIGNAL);
		if (sent < 0 && errno != EINTR)
			return false;
		bytes = str_from(bytes, sent > 0 ? sent : 0);
	}
	return true;
}

static bool
hello(const struct foreman *foreman, int crew)
{
	struct arena scratch = foreman->arena;
	struct frame frame = { .kind = FRAME_HELLO, .unit = { .job = crew, .count = foreman->ranks },
		.parts = { str_of(getenv("MAINSTAY_RANKS_TOKEN")), str_of(MAINSTAY_VERSION) } };
	return line_send(foreman->line, frame_write(&frame, &scratch));
}

/* What has come by now. False when Mainstay has gone. */
static bool
line_receive(struct foreman *foreman)
{
	struct bytes *in = &foreman->in;
	struct pollfd polled = { .fd = foreman->line, .events = POLLIN };
	const struct timespec patience = { .tv_nsec = FOREMAN_PAUSE_NS };
	if (in->len == in->room || ppoll(&polled, 1, &patience, NULL) <= 0)
		return true;
	ssize_t got = recv(foreman->line, in->at + in->len, (size_t)(in->room - in->len), 0);
	if (got <= 0)
		return got < 0 && errno == EINTR;
	in->len += got;
	return true;
}

/* Who has the least in hand, and room for more; 0: nobody. */
static int
rank_free(const struct foreman *foreman)
{
	int best = 0, least = UNITS_EACH_RANK;
	for (int rank = 1; rank <= foreman->ranks; rank++)
		if (foreman->hands[rank].full < least) {
			best = rank;
			least = foreman->hands[rank].full;
		}
	return best;
}

static bool
anybody_busy(const struct foreman *foreman)
{
	for (int rank = 1; rank <= foreman->ranks; rank++)
		if (foreman->hands[rank].full)
			return true;
	return false;
}

/* What was in that room has been taken, for it has been answered. */
static void
hand_to(struct foreman *foreman, int rank, Str frame)
{
	struct hands *hands = &foreman->hands[rank];
	struct handed *handed = &hands->of[hands->next];
	MPI_Wait(&handed->request, MPI_STATUS_IGNORE);
	if (handed->bytes.room < frame.len) {
		handed->bytes.room = 2 * frame.len;
		handed->bytes.at = new(&foreman->arena, handed->bytes.room, char);
	}
	memcpy(handed->bytes.at, frame.at, (size_t)frame.len);
	MPI_Isend(handed->bytes.at, (int)frame.len, MPI_BYTE, rank, TAG_FRAME, MPI_COMM_WORLD, &handed->request);
	hands->next = (hands->next + 1) % UNITS_EACH_RANK;
	hands->full++;
}

static bool
hand_out(struct foreman *foreman)
{
	struct bytes *in = &foreman->in;
	for (int rank; (rank = rank_free(foreman)) > 0;) {
		Str bytes = { in->at + in->done, in->len - in->done };
		ptrdiff_t length = frame_length(bytes);
		if (length < 0)
			return false;
		if (length == 0 || length > bytes.len)
			break;
		hand_to(foreman, rank, str_upto(bytes, length));
		in->done += length;
	}
	memmove(in->at, in->at + in->done, (size_t)(in->len - in->done));
	in->len -= in->done;
	in->done = 0;
	return true;
}

static bool
hand_back(struct foreman *foreman)
{
	MPI_Status status;
	while (message_there(MPI_ANY_SOURCE, &status)) {
		struct arena fresh = foreman->arena;
		Str answer = message_take(&status, &fresh);
		foreman->hands[status.MPI_SOURCE].full--;
		if (!line_send(foreman->line, answer))
			return false;
	}
	return true;
}

/* Nobody wants what is still being worked out. */
static int
foreman_ends(const struct foreman *foreman)
{
	if (anybody_busy(foreman))
		MPI_Abort(MPI_COMM_WORLD, 0);
	for (int rank = 1; rank <= foreman->ranks; rank++)
		message_send(S(""), rank, TAG_END);
	return 0;
}

static int
foreman_works(char **arguments, int ranks, struct arena arena)
{
	ptrdiff_t room = (arena.end - arena.next) / 3;
	struct foreman foreman = { .ranks = ranks, .hands = new(&arena, ranks + 1, struct hands),
		.line = line_open(arguments[1], arguments[2]) };
	for (int rank = 0; rank <= ranks; rank++)
		for (int i = 0; i < UNITS_EACH_RANK; i++)
			foreman.hands[rank].of[i].request = MPI_REQUEST_NULL;
	foreman.in = (struct bytes){ .at = arena.next, .room = room };
	arena.next += room;
	foreman.arena = arena;
	if (foreman.line < 0 || !hello(&foreman, atoi(arguments[3])))
		MPI_Abort(MPI_COMM_WORLD, 1);
	while (line_receive(&foreman) && hand_out(&foreman) && hand_back(&foreman))
		;
	return foreman_ends(&foreman);
}

/* Becomes mpiexec, which then ends with Mainstay, even if that is killed. */
static int
become(char **arguments)
{
	execvp(arguments[0], arguments);
	fprintf(stderr, "%s cannot be started: %s\n", arguments[0], strerror(errno));
	return 1;
}

int
main(int count, char **arguments)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);        /* whoever started us may be killed: nobody stays behind */
	if (count > 2 && strcmp(arguments[1], "start") == 0)
		return become(arguments + 2);
	if (count != 4) {
		fprintf(stderr, "mainstay-ranks is started by mainstay, through mpiexec: mainstay forecast --ranks 4\n");
		return 2;
	}
	MPI_Init(NULL, NULL);
	int rank, size;
	MPI_Comm_rank(MPI_COMM_WORLD, &rank);
	MPI_Comm_size(MPI_COMM_WORLD, &size);
	struct arena arena = arena_reserve_large(2 * WORK_ROOM);
	if (!arena.next) {
		fprintf(stderr, "mainstay-ranks: the system refuses address space\n");
		MPI_Abort(MPI_COMM_WORLD, 1);
	}
	int status = rank == FOREMAN ? foreman_works(arguments, size - 1, arena) : rank_works(arena);
	MPI_Finalize();
	return status;
}
