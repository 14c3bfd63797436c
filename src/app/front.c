/* front.c: one command at a front. */
#include "app/front.h"

#include "app/stored.h"
#include "app/views.h"

struct standing_at {
	const struct front_asked *asked;
	front_use *use;
	void *what;
	struct arena *perm;
	struct answer answer;
};

static bool
stand(struct store *store, void *what, struct error *err)
{
	struct standing_at *at = what;
	struct gate gate;
	(void)err;
	gate_open(&gate);
	struct front front = { store, &gate, at->asked->now, at->asked->today, at->perm };
	at->answer = at->use(&front, at->what);
	gate_close(&gate);
	return true;
}

struct answer
front_at(const struct front_asked *asked, front_use *use, void *what, struct arena *perm)
{
	struct standing_at at = { .asked = asked, .use = use, .what = what, .perm = perm };
	struct error err = { "" };
	if (stored_at(asked->store_path, stand, &at, perm, &err))
		return at.answer;
	return answer_failed(S("The store cannot be used"), &err, perm);
}
