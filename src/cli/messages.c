/* messages.c: sending by command what waits in the outbox. */
#include <stdio.h>

#include "app/outbox.h"
#include "cli/places.h"
#include "mail/wire.h"

struct tally { int sent, later, failed; };

/* Until none is due; what is refused for now waits, and is not due again yet. */
static bool
send_all(struct store *store, const struct carriage *carriage, int64_t now, struct tally *tally, struct arena *perm, struct error *err)
{
	struct outbox_said said = { .some = true };
	while (said.some) {
		struct arena scratch = *perm;
		if (!outbox_step(store, carriage, now, &said, &scratch, err))
			return false;
		tally->sent += said.some && said.came == CARRIED;
		tally->failed += said.some && said.given_up;
		tally->later += said.some && said.came != CARRIED && !said.given_up;
	}
	return true;
}

/* Letters of whoever has gone go from the folder. */
static bool
tidy_all(struct store *store, Str folder, struct arena *perm, struct error *err)
{
	int gone = 1;
	while (gone > 0) {
		struct arena scratch = *perm;
		if (!outbox_tidy(store, folder, &gone, &scratch, err))
			return false;
	}
	return true;
}

enum status
run_messages_send(const struct invocation *in, struct arena *perm)
{
	struct error err = { 0 };
	struct carriage carriage;
	struct tally tally = { 0 };
	Str path;
	if (!store_to_read(&in->line, &path, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	if (path.len == 0)
		return say(STATUS_WORLD, "there is no store, and so no message");
	if (!wire_open(&err) || !mail_carriage(&in->line, path, &carriage, perm, &err))
		return say(STATUS_WORLD, "%s", err.text);
	struct store *store = store_open(path, &err);
	if (!store)
		return say(STATUS_WORLD, "%s", err.text);
	bool done = send_all(store, &carriage, in->now, &tally, perm, &err) && tidy_all(store, outbox_folder(path, &carriage, perm), perm, &err);
	store_close(store);
	printf("%d sent, %d to be tried again, %d given up\n", tally.sent, tally.later, tally.failed);
	if (!done)
		return say(STATUS_WORLD, "%s", err.text);
	return tally.failed ? STATUS_REFUSED : STATUS_DONE;
}
