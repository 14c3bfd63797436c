/* ranks.c: the carrier to programs started by MPI, on this machine and others.
 *
 * Crews (crew.h) are started at once and call back when they are ready. Whoever calls gets units as frames (frame.h), two
 * for each of its ranks, so that none waits. One poll loop reads and writes them all; nothing here waits for a single
 * crew. A crew that ends is started again; when none is left, the rest is worked out here. So is a share of it while no crew
 * has called yet, for to start one takes MPI a tenth of a second.
 */
#include "spread/crew.h"
#include "spread/frame.h"
#include "spread/work.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LOOK_MS = 100, START_LOOKS = 200 };       /* 20 seconds to start, if nothing else happens */
#define BYTES_ROOM ((ptrdiff_t)1 << 30)

struct ranks {
	const struct spread *spread;
	const char *program;
	char program_room[1024];
	struct call call;
	struct crew *crews;
	int count;
	struct spread_unit *lost;
	int lost_count;
	int workers, workers_lost;
	struct arena arena;                  /* of the result that was taken last */
	char *begin;
	struct error why;                    /* what the last crew to end said */
	void *here;                          /* when no crew is left, or none has come yet */
	bool given_here;
	int64_t share;                       /* replications that may still be worked out here before one comes */
	struct spread_unit refused;          /* when no crew ever came */
};

/* ---- crews come and go ------------------------------------------------------------------------------ */

static void
crew_begin(struct ranks *ranks, struct crew *crew)
{
	crew_start(crew, (int)(crew - ranks->crews), ranks->program, &ranks->call, &ranks->why);
}

/* What it had in hand is lost. One that did call is started again, unless it was too often. */
static void
crew_lost(struct ranks *ranks, struct crew *crew)
{
	bool called = crew->state == CREW_READY;
	ranks->workers_lost += called ? crew->ranks : 0;
	crew_end(crew, &ranks->why);
	for (int i = 0; i < crew->unit_count; i++)
		ranks->lost[ranks->lost_count++] = crew->units[i];
	crew->unit_count = 0;
	if (called && crew->starts < CREW_STARTS_MOST)
		crew_begin(ranks, crew);
}

static void
crew_called(struct ranks *ranks)
{
	int socket, number = call_take(&ranks->call, &socket);
	if (number < 0)
		return;
	if (number >= ranks->count || ranks->crews[number].state != CREW_STARTING) {
		close(socket);
		return;
	}
	struct crew *crew = &ranks->crews[number];
	crew->socket = socket;
	crew->state = CREW_READY;
	ranks->workers += crew->ranks;
}

static bool
any_crew(const struct ranks *ranks, enum crew_state state)
{
	for (int i = 0; i < ranks->count; i++)
		if (ranks->crews[i].state == state)
			return true;
	return false;
}

static bool
none_left(const struct ranks *ranks)
{
	return !any_crew(ranks, CREW_STARTING) && !any_crew(ranks, CREW_READY);
}

/* ---- bytes on their way ---------------------------------------------------------------------------- */

/* False when the crew is gone. */
static bool
bytes_send(struct crew *crew)
{
	struct bytes *out = &crew->out;
	while (out->done < out->len) {
		ssize_t sent = send(crew->socket, out->at + out->done, (size_t)(out->len - out->done), MSG_NOSIGNAL);
		if (sent < 0)
			return errno == EAGAIN || errno == EINTR;
		out->done += sent;
	}
	out->done = out->len = 0;
	return true;
}

static bool
bytes_receive(struct crew *crew)
{
	struct bytes *in = &crew->in;
	while (in->len < in->room) {
		ssize_t got = recv(crew->socket, in->at + in->len, (size_t)(in->room - in->len), 0);
		if (got <= 0)
			return got < 0 && (errno == EAGAIN || errno == EINTR);
		in->len += got;
	}
	return true;
}

/* The next whole frame of what was received; 0: there is none yet, -1: what comes is no frame. */
static ptrdiff_t
bytes_frame(struct bytes *in, struct frame *frame)
{
	Str bytes = { in->at + in->done, in->len - in->done };
	ptrdiff_t length = frame_length(bytes);
	if (length > bytes.len)
		length = 0;
	if (length == 0 && in->done > 0) {       /* what is there begins the buffer again */
		memmove(in->at, bytes.at, (size_t)bytes.len);
		in->len = bytes.len;
		in->done = 0;
	}
	if (length <= 0)
		return length;
	in->done += length;
	return frame_read(str_upto(bytes, length), frame) ? length : -1;
}

/* ---- results ------------------------------------------------------------------------------------ */

static bool
in_hand(const struct crew *crew, struct spread_unit unit, int *where)
{
	for (int i = 0; i < crew->unit_count; i++)
		if (memcmp(&crew->units[i], &unit, sizeof unit) == 0) {
			*where = i;
			return true;
		}
	return false;
}

/* A crew that answers what it was not asked is not trusted further. */
static bool
crew_result(struct ranks *ranks, struct crew *crew, struct spread_result *result)
{
	struct frame frame;
	int where;
	ptrdiff_t length = bytes_frame(&crew->in, &frame);
	if (length == 0)
		return false;
	struct arena fresh = ranks->arena;
	if (length < 0 || !in_hand(crew, frame.unit, &where) || !frame_result(&frame, ranks->spread, result, &fresh)) {
		crew_lost(ranks, crew);
		return false;
	}
	crew->units[where] = crew->units[--crew->unit_count];
	return true;
}

static bool
any_result(struct ranks *ranks, struct spread_result *result)
{
	for (int i = 0; i < ranks->count; i++)
		if (ranks->crews[i].state == CREW_READY && crew_result(ranks, &ranks->crews[i], result))
			return true;
	return false;
}

/* Whoever has ended, or cannot be started, is lost. */
static void
look_after(struct ranks *ranks, bool quiet)
{
	for (int i = 0; i < ranks->count; i++) {
		struct crew *crew = &ranks->crews[i];
		if (crew->state == CREW_GONE)
			continue;
		if (!crew_runs(crew) || (crew->state == CREW_STARTING && quiet && ++crew->waited > START_LOOKS))
			crew_lost(ranks, crew);
	}
}

static void
look(struct ranks *ranks, int patience_ms)
{
	struct pollfd polled[SPREAD_WORKERS_MOST + 1];
	struct crew *whose[SPREAD_WORKERS_MOST + 1];
	nfds_t count = 1;
	polled[0] = (struct pollfd){ .fd = ranks->call.listener, .events = POLLIN };
	for (int i = 0; i < ranks->count; i++) {
		struct crew *crew = &ranks->crews[i];
		if (crew->state != CREW_READY)
			continue;
		whose[count] = crew;
		polled[count++] = (struct pollfd){ .fd = crew->socket,
			.events = crew->out.done < crew->out.len ? POLLIN | POLLOUT : POLLIN };
	}
	int ready = poll(polled, count, patience_ms);
	for (nfds_t i = 1; ready > 0 && i < count; i++) {
		bool goes = true;
		if (polled[i].revents & POLLOUT)
			goes = bytes_send(whose[i]);
		if (goes && polled[i].revents & (POLLIN | POLLHUP | POLLERR))
			goes = bytes_receive(whose[i]);
		if (!goes)
			crew_lost(ranks, whose[i]);
	}
	if (ready > 0 && polled[0].revents)
		crew_called(ranks);
	look_after(ranks, ready == 0 && patience_ms > 0);
}

/* ---- the five calls ------------------------------------------------------------------------------ */

/* Beside the program that runs. */
static const char *
program_beside(char *room, size_t size)
{
	ssize_t len = readlink("/proc/self/exe", room, size - 1);
	room[len > 0 ? len : 0] = '\0';
	char *name = strrchr(room, '/');
	if (!name || (size_t)(name + 1 - room) + sizeof "mainstay-ranks" > size)
		return "mainstay-ranks";
	strcpy(name + 1, "mainstay-ranks");
	return room;
}

static bool
found_in_path(const char *name)
{
	char place[1024];
	Str path = str_of(getenv("PATH"));
	while (path.len > 0) {
		Str folder = str_cut(&path, ':');
		int len = snprintf(place, sizeof place, "%.*s/%s", STR_ARG(folder), name);
		if (len > 0 && len < (int)sizeof place && access(place, X_OK) == 0)
			return true;
	}
	return false;
}

bool
spread_ranks_there(const char *program, struct error *why)
{
	char room[1024];
	if (!program)
		program = program_beside(room, sizeof room);
	if (access(program, X_OK) != 0)
		return fail(why, "%s is not there: build Mainstay where MPICH is installed (Debian: libmpich-dev)", program);
	if (!found_in_path("mpiexec"))
		return fail(why, "there is no mpiexec: install MPICH (Debian: mpich), or use threads");
	return true;
}

static bool
ranks_make(struct ranks *ranks, int workers, struct arena *perm, struct error *err)
{
	const struct spread *spread = ranks->spread;
	ranks->program = spread->program ? spread->program : program_beside(ranks->program_room, sizeof ranks->program_room);
	if (!spread_ranks_there(spread->program, err))
		return false;
	ranks->crews = crews_of(spread->hosts, workers, &ranks->count, perm, err);
	if (!ranks->crews)
		return false;
	for (int i = 0; i < ranks->count; i++) {
		ranks->crews[i].in = (struct bytes){ .at = arena_reserve(BYTES_ROOM).next, .room = BYTES_ROOM };
		ranks->crews[i].out = (struct bytes){ .at = arena_reserve(BYTES_ROOM).next, .room = BYTES_ROOM };
		if (!ranks->crews[i].in.at || !ranks->crews[i].out.at)
			return fail(err, "the system refuses address space for %d machines", ranks->count);
	}
	ranks->arena = arena_reserve(WORK_ROOM);
	ranks->begin = ranks->arena.next;
	if (!ranks->begin)
		return fail(err, "the system refuses address space for a forecast");
	ranks->lost = new(perm, UNITS_EACH_RANK * SPREAD_WORKERS_MOST, struct spread_unit);
	return call_open(&ranks->call, spread->hosts, err);
}

static void
bytes_free(struct bytes *bytes)
{
	struct arena all = { .next = bytes->at, .end = bytes->at + bytes->room };
	if (bytes->at)
		arena_release(&all, bytes->at);
}

static void
ranks_close(void *self, struct spread_went *went)
{
	struct ranks *ranks = self;
	struct spread_went alone;
	for (int i = 0; i < ranks->count; i++)
		crew_leave(&ranks->crews[i]);
	for (int i = 0; i < ranks->count; i++) {
		crew_end(&ranks->crews[i], NULL);
		bytes_free(&ranks->crews[i].in);
		bytes_free(&ranks->crews[i].out);
	}
	if (ranks->call.listener >= 0)
		close(ranks->call.listener);
	if (ranks->begin)
		arena_release(&ranks->arena, ranks->begin);
	if (ranks->here)
		carrier_here.close(ranks->here, &alone);
	went->workers = ranks->workers;
	went->lost = ranks->workers_lost;
}

static int
workers_of(const struct ranks *ranks)
{
	int workers = 0;
	for (int i = 0; i < ranks->count; i++)
		workers += ranks->crews[i].ranks;
	return workers;
}

static void *
ranks_open(const struct spread *spread, int workers, struct arena *perm, struct error *err)
{
	struct ranks *ranks = new(perm, 1, struct ranks);
	struct spread_went went;
	ranks->spread = spread;
	ranks->call.listener = -1;
	if (!ranks_make(ranks, workers, perm, err)) {
		ranks_close(ranks, &went);
		return NULL;
	}
	ranks->here = carrier_here.open(spread, 1, perm, err);
	if (!ranks->here) {
		ranks_close(ranks, &went);
		return NULL;
	}
	ranks->share = (int64_t)spread->replications * spread->job_count / (workers_of(ranks) + 1);
	for (int i = 0; i < ranks->count; i++)
		crew_begin(ranks, &ranks->crews[i]);
	return ranks;
}

/* The crew with the least to do for each rank, that has room and does not have this very unit. */
static struct crew *
crew_for(struct ranks *ranks, struct spread_unit unit)
{
	struct crew *best = NULL;
	int where;
	for (int i = 0; i < ranks->count; i++) {
		struct crew *crew = &ranks->crews[i];
		if (crew->state == CREW_READY && crew->unit_count < UNITS_EACH_RANK * crew->ranks &&
		    !in_hand(crew, unit, &where) &&
		    (!best || crew->unit_count * best->ranks < best->unit_count * crew->ranks))
			best = crew;
	}
	return best;
}

static bool
give_here(struct ranks *ranks, struct spread_unit unit)
{
	if (!carrier_here.give(ranks->here, unit))
		return false;
	ranks->refused = unit;
	ranks->given_here = true;
	return true;
}

static bool
ranks_give(void *self, struct spread_unit unit)
{
	struct ranks *ranks = self;
	if (none_left(ranks))
		return give_here(ranks, unit);
	if (!any_crew(ranks, CREW_READY) && ranks->share >= unit.count) {
		ranks->share -= unit.count;
		return give_here(ranks, unit);
	}
	struct crew *crew = crew_for(ranks, unit);
	if (!crew)
		return false;
	struct arena fresh = ranks->arena;
	Str asked = frame_ask(ranks->spread, unit, &fresh);
	if (asked.len > crew->out.room - crew->out.len)
		return false;
	memcpy(crew->out.at + crew->out.len, asked.at, (size_t)asked.len);
	crew->out.len += asked.len;
	crew->units[crew->unit_count++] = unit;
	if (!bytes_send(crew))
		crew_lost(ranks, crew);
	return true;
}

/* Where some crew came, the rest is worked out here; where none ever did, that is told. */
static bool
take_here(struct ranks *ranks, struct spread_result *result)
{
	if (ranks->workers > 0 || !none_left(ranks)) {
		ranks->given_here = false;
		return carrier_here.take(ranks->here, result);
	}
	*result = (struct spread_result){ .unit = ranks->refused };
	fail(&result->why, "no rank could be started: %s", ranks->why.text[0] ? ranks->why.text : "mpiexec did not say why");
	return true;
}

static bool
ranks_take(void *self, struct spread_result *result)
{
	struct ranks *ranks = self;
	if (any_result(ranks, result))
		return true;
	if (ranks->given_here)
		look(ranks, 0);
	if (ranks->given_here || none_left(ranks))
		return take_here(ranks, result);
	look(ranks, LOOK_MS);
	return any_result(ranks, result);
}

static bool
ranks_lost(void *self, struct spread_unit *unit)
{
	struct ranks *ranks = self;
	if (ranks->lost_count == 0)
		return false;
	*unit = ranks->lost[--ranks->lost_count];
	return true;
}

const struct carrier carrier_ranks = { ranks_open, ranks_give, ranks_take, ranks_lost, ranks_close };
