/* world.c: all that pages read: what came with the program and what users added. */
#include <assert.h>

#include "app/stored.h"

bool
stored(Str path, store_use *use, void *what, struct arena *perm, struct error *err)
{
	struct store *const store = store_open(path, err);
	jmp_buf *const boundary = perm->full;
	jmp_buf here;
	if (!store)
		return false;
	if (setjmp(here) != 0) {
		store_close(store);
		perm->full = boundary;
		longjmp(*boundary, 1);
	}
	if (boundary)
		perm->full = &here;
	bool done = use(store, what, err);
	perm->full = boundary;
	store_close(store);
	return done;
}

/* The world being read, and where its memory is. */
struct added { struct world *world; struct arena *perm; };

static bool
read_added(struct store *store, void *what, struct error *err)
{
	struct added *in = what;
	int left_out;
	return store_releases_read(store, &in->world->published, in->perm, err)
		&& store_series_read(store, &in->world->published, &in->world->own, &left_out, in->perm, err);
}

bool
world_open(struct world *world, Str store_path, struct arena *perm, struct error *err)
{
	*world = (struct world){ .store_path = str_copy(store_path, perm) };
	published_built_in(&world->published, perm);
	if (store_path.len == 0)
		return true;
	return stored(store_path, read_added, &(struct added){ world, perm }, perm, err);
}
