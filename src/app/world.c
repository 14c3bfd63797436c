/* world.c: all that pages read: what came with the program and what users added. */

#include "app/keeper.h"
#include "app/stored.h"

/* Where a store came from, to be given back there. */
struct borrowed { struct store *store; struct keeper *keeper; };

static void
give_back(struct borrowed from, bool sound)
{
	if (from.keeper)
		keeper_give_back(from.keeper, from.store, sound);
	else
		store_close(from.store);
}

static bool
used(struct borrowed from, store_use *use, void *what, struct arena *perm, struct error *err)
{
	jmp_buf *const boundary = perm->full;
	const struct borrowed kept = from;
	jmp_buf here;
	if (!kept.store)
		return false;
	if (setjmp(here) != 0) {
		give_back(kept, false);
		perm->full = boundary;
		longjmp(*boundary, 1);
	}
	if (boundary)
		perm->full = &here;
	bool done = use(kept.store, what, err);
	perm->full = boundary;
	give_back(kept, done);
	return done;
}

bool
stored(const struct world *world, store_use *use, void *what, struct arena *perm, struct error *err)
{
	if (!world->keeper)
		return stored_at(world->store_path, use, what, perm, err);
	struct borrowed from = { keeper_borrow(world->keeper, err), world->keeper };
	return used(from, use, what, perm, err);
}

bool
stored_at(Str path, store_use *use, void *what, struct arena *perm, struct error *err)
{
	struct borrowed from = { store_open(path, err), NULL };
	return used(from, use, what, perm, err);
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
	return stored_at(store_path, read_added, &(struct added){ world, perm }, perm, err);
}
