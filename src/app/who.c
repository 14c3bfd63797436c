/* who.c: from a secret to the person with the grants of this moment. */
#include "app/who.h"

#include "app/sign_in.h"
#include "app/stored.h"

struct asking { struct who *who; int64_t now; Date today; struct arena *perm; };

static bool
look_up(struct store *store, void *what, struct error *err)
{
	struct asking *in = what;
	struct front front = { .store = store, .now = in->now, .today = in->today, .perm = in->perm };
	struct seen *seen = &in->who->seen;
	if (!sign_in_seen(&front, in->who->secret, seen, err))
		return false;
	in->who->known = seen->found && seen->session.token == in->who->key;
	return true;
}

bool
who_asks(const struct world *world, struct who *who, int64_t now, Date today, struct arena *perm,
         struct error *err)
{
	return stored(world, look_up, &(struct asking){ who, now, today, perm }, perm, err);
}
