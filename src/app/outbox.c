/* outbox.c: taking, carrying, noting; and the thread that does. */
#include "app/outbox.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "app/demonstration.h"
#include "store/messages.h"

enum { LOOK_EVERY_SECONDS = 3 };
#define OUTBOX_MOST ((ptrdiff_t)64 << 20)

#define MADE_UP_SAID "Nobody in a demonstration is anybody: its messages go into a folder, never by mail."

/* ---- one message ------------------------------------------------------------------------------------------------ */

static const int waits[OUTBOX_TRIES - 1] = { 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600 };

static struct parcel
parcel_of(const struct taken_message *taken, int64_t now, struct arena *perm)
{
	const struct message *m = &taken->message;
	return (struct parcel){ .letter = { .to = { m->name, m->address }, .subject = m->subject, .words = m->words, .at = now,
		.id = message_letter_id(taken->authority, m, perm), .calendar = m->calendar, .calendar_method = m->method },
		.places = m->places, .template_id = m->notify_id, .again = m->cut_short > 0, .now = now };
}

static struct message_came
came_of(const struct message *m, const struct carrying *carrying, int64_t now, struct arena *perm)
{
	struct message_came came = { .state = MESSAGE_SENT, .at = now, .other_id = carrying->id, .said = carrying->words };
	if (carrying->came == CARRIED)
		return came;
	bool last = carrying->came == NEVER || m->tries >= OUTBOX_TRIES;
	came.state = last ? MESSAGE_FAILED : MESSAGE_WAITING;
	came.next_at = last ? 0 : now + waits[m->tries - 1];
	if (last && carrying->came == LATER)
		came.said = str_format(perm, "%.*s It was tried %d times and given up.", STR_ARG(carrying->words), m->tries);
	return came;
}

/* Its candidate may have gone while it was being written, after others had looked for its letter. */
static bool
forget_of_nobody(struct store *store, const struct carriage *carriage, const struct taken_message *taken, struct arena *perm,
                 struct error *err)
{
	struct message now;
	if (carriage->by != BY_FOLDER)
		return true;
	return store_message(store, taken->authority, taken->message.number, &now, perm, err) &&
	       (now.number > 0 || folder_forget(carriage->folder, message_letter_id(taken->authority, &taken->message, perm), perm, err));
}

bool
outbox_step(struct store *store, const struct carriage *carriage, int64_t now, struct outbox_said *said, struct arena *perm,
            struct error *err)
{
	struct taken_message taken;
	struct message_turn turn = { now, now + OUTBOX_TAKES_SECONDS, carriage->a_minute };
	*said = (struct outbox_said){ 0 };
	return store_message_take(store, &turn, &taken, perm, err) && (!taken.some || outbox_carry_taken(store, carriage, &taken, now, said, perm, err));
}

bool
outbox_carry_taken(struct store *store, const struct carriage *carriage, const struct taken_message *taken, int64_t now,
                   struct outbox_said *said, struct arena *perm, struct error *err)
{
	struct parcel parcel = parcel_of(taken, now, perm);
	enum council_kind kind;
	if (!council_kind_in(store, taken->authority, &kind, perm, err))
		return false;
	bool nobodys = kind == COUNCIL_MADE_UP && carriage->by != BY_FOLDER;
	struct carrying carrying = nobodys ? (struct carrying){ .came = NEVER, .words = S(MADE_UP_SAID) }
		: carriage_carry(carriage, &parcel, perm);
	struct message_came came = came_of(&taken->message, &carrying, now, perm);
	*said = (struct outbox_said){ true, carrying.came, came.state == MESSAGE_FAILED };
	return store_message_came(store, taken, &came, err) && forget_of_nobody(store, carriage, taken, perm, err);
}

/* ---- what has gone ------------------------------------------------------------------------------------------------- */

Str
outbox_folder(Str store_path, const struct carriage *carriage, struct arena *perm)
{
	return carriage->folder.len ? carriage->folder : store_is_url(store_path) ? S("") : carriage_beside(store_path, perm).folder;
}

bool
outbox_tidy(struct store *store, Str folder, int *count, struct arena *perm, struct error *err)
{
	enum { AT_ONCE = 100 };
	struct message_left *left;
	*count = 0;
	if (folder.len == 0)
		return true;
	if (!messages_untidy(store, AT_ONCE, &left, count, perm, err))
		return false;
	for (int i = 0; i < *count; i++) {
		struct message of = { .number = left[i].number, .key = left[i].key, .made_at = left[i].made_at };
		if (!folder_forget(folder, message_letter_id(left[i].authority, &of, perm), perm, err) || !message_tidied(store, &left[i], err))
			return false;
	}
	return true;
}

/* ---- the thread --------------------------------------------------------------------------------------------------- */

struct outbox {
	struct arena    own;
	char           *begin;
	Str             store_path;
	struct carriage carriage;
	pthread_t       thread;
	pthread_mutex_t lock;                    /* over `ends` */
	pthread_cond_t  told;
	bool            ends;
};

static bool
outbox_ends(struct outbox *outbox, int seconds)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += seconds;
	pthread_mutex_lock(&outbox->lock);
	while (seconds > 0 && !outbox->ends)
		if (pthread_cond_timedwait(&outbox->told, &outbox->lock, &until) != 0)
			break;
	bool ends = outbox->ends;
	pthread_mutex_unlock(&outbox->lock);
	return ends;
}

/* All that are due; false when the store is in trouble, or a message too large to carry. */
static bool
outbox_carry(struct outbox *outbox, struct store *store, struct arena *arena, char *begin)
{
	jmp_buf full;
	struct error err = { 0 };
	struct outbox_said said = { .some = true };
	int gone = 1;
	if (setjmp(full) != 0)
		return false;
	arena->full = &full;
	while (!outbox_ends(outbox, 0) && gone > 0) {
		arena->next = begin;
		if (!outbox_tidy(store, outbox_folder(outbox->store_path, &outbox->carriage, arena), &gone, arena, &err))
			break;                           /* looked for again in a moment; nobody else's message waits for it */
	}
	while (!outbox_ends(outbox, 0) && said.some) {
		arena->next = begin;
		if (!outbox_step(store, &outbox->carriage, (int64_t)time(NULL), &said, arena, &err))
			return false;
	}
	return true;
}

static void *
outbox_run(void *what)
{
	struct outbox *outbox = what;
	struct arena arena = arena_reserve(OUTBOX_MOST);
	char *begin = arena.next;
	struct store *store = NULL;
	while (begin && !outbox_ends(outbox, LOOK_EVERY_SECONDS)) {
		struct error err = { 0 };
		if (!store)
			store = store_open(outbox->store_path, &err);
		if (store && !outbox_carry(outbox, store, &arena, begin)) {
			store_close(store);
			store = NULL;
		}
		arena.next = begin;
		arena_trim(&arena, begin, 0);
	}
	if (store)
		store_close(store);
	if (begin)
		arena_release(&arena, begin);
	return NULL;
}

struct outbox *
outbox_open(Str store_path, const struct carriage *carriage, struct error *err)
{
	struct arena own = arena_reserve((ptrdiff_t)sizeof(struct outbox) + 64);
	char *begin = own.next;
	if (!begin) {
		fail(err, "the system refuses address space for messages");
		return NULL;
	}
	struct outbox *outbox = new(&own, 1, struct outbox);
	*outbox = (struct outbox){ .own = own, .begin = begin, .store_path = store_path, .carriage = *carriage };
	pthread_mutex_init(&outbox->lock, NULL);
	pthread_cond_init(&outbox->told, NULL);
	if (pthread_create(&outbox->thread, NULL, outbox_run, outbox) == 0)
		return outbox;
	arena_release(&own, begin);
	fail(err, "the system gives no thread to send messages");
	return NULL;
}

void
outbox_close(struct outbox *outbox)
{
	pthread_mutex_lock(&outbox->lock);
	outbox->ends = true;
	pthread_cond_signal(&outbox->told);
	pthread_mutex_unlock(&outbox->lock);
	pthread_join(outbox->thread, NULL);
	pthread_cond_destroy(&outbox->told);
	pthread_mutex_destroy(&outbox->lock);
	struct arena own = outbox->own;
	arena_release(&own, outbox->begin);
}
