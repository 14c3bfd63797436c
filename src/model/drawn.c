/* drawn.c: blocks, each written once, out of one room that is handed out without a lock. */
#include "model/drawn.h"

#include <assert.h>
#include <stdatomic.h>
#include <string.h>

#include "model/calendar.h"
#include "model/written.h"

enum block_state { BLOCK_EMPTY, BLOCK_TAKEN, BLOCK_WHOLE };      /* taken for good where there was no room */

struct drawn_block {
	atomic_int state;
	int count;
	struct calendar calendar;
	struct written written;
};

struct drawn {
	struct drawn_by by;
	Chance most;
	int months;
	char *room;
	ptrdiff_t size;
	atomic_ptrdiff_t used;
	int block_count;
	struct drawn_block *blocks;
};

enum { ROOM_ALIGN = 64 };

struct drawn *
drawn_new(const struct prospect *base, struct drawn_by by, struct arena *room)
{
	struct drawn *drawn = new(room, 1, struct drawn);
	*drawn = (struct drawn){ .by = by, .most = base->most, .months = base->months,
		.block_count = (by.replications + BLOCK - 1) / BLOCK };
	drawn->blocks = new(room, drawn->block_count, struct drawn_block);
	drawn->room = room->next + (-(uintptr_t)room->next & (ROOM_ALIGN - 1));
	drawn->size = room->end - drawn->room;
	room->next = room->end;
	for (int i = 0; i < drawn->block_count; i++)
		atomic_init(&drawn->blocks[i].state, BLOCK_EMPTY);
	atomic_init(&drawn->used, 0);
	return drawn;
}

bool
drawn_has_block(const struct drawn *drawn, int first, int count)
{
	return first % BLOCK == 0 && count <= BLOCK && first / BLOCK < drawn->block_count;
}

/* ---- keeping one ---------------------------------------------------------------------------------- */

/* NULL when there is none left. */
static char *
room_for(struct drawn *drawn, ptrdiff_t bytes)
{
	bytes += -bytes & (ROOM_ALIGN - 1);
	ptrdiff_t at = atomic_load(&drawn->used);
	do
		if (bytes > drawn->size - at)
			return NULL;
	while (!atomic_compare_exchange_weak(&drawn->used, &at, at + bytes));
	return drawn->room + at;
}

static ptrdiff_t
candidates_of(const struct calendar *calendar, const struct leaf *leaf)
{
	return leaf->from[calendar->months + 1];
}

static ptrdiff_t
calendar_bytes(const struct calendar *c)
{
	ptrdiff_t bytes = c->count * (ptrdiff_t)(sizeof(struct leaf) + (size_t)(c->months + 3) * sizeof(uint32_t));
	for (int r = 0; r < c->count; r++)
		bytes += candidates_of(c, &c->leaves[r]) * (ptrdiff_t)sizeof(Candidate);
	return bytes;
}

/* Leaves, then candidates, then where each month's begin: so that each is where numbers of its size may be. */
static struct calendar
calendar_kept(const struct calendar *from, char *room)
{
	struct calendar kept = *from;
	kept.leaves = (struct leaf *)room;
	Candidate *at = (Candidate *)(kept.leaves + kept.count);
	for (int r = 0; r < kept.count; r++) {
		ptrdiff_t count = candidates_of(from, &from->leaves[r]);
		kept.leaves[r] = from->leaves[r];
		kept.leaves[r].at = at;
		if (count > 0)
			memcpy(at, from->leaves[r].at, (size_t)count * sizeof *at);
		at += count;
	}
	uint32_t *months = (uint32_t *)at;
	for (int r = 0; r < kept.count; r++, months += kept.months + 2) {
		kept.leaves[r].from = months;
		memcpy(months, from->leaves[r].from, (size_t)(kept.months + 2) * sizeof *months);
	}
	return kept;
}

static void
block_keep(struct drawn *drawn, struct drawn_block *block, const struct calendar *calendar, const struct written *written)
{
	ptrdiff_t of_rows = calendar->count * written->each;
	char *room = room_for(drawn, of_rows + calendar_bytes(calendar));
	if (!room)
		return;
	memcpy(room, written->at, (size_t)of_rows);
	block->count = calendar->count;
	block->written = *written;
	block->written.at = room;
	block->written.whole = true;
	block->calendar = calendar_kept(calendar, room + of_rows);
	atomic_store_explicit(&block->state, BLOCK_WHOLE, memory_order_release);
}

/* ---- running beside it ----------------------------------------------------------------------------- */

static bool
mine_to_write(struct drawn_block *block)
{
	int state = BLOCK_EMPTY;
	return atomic_compare_exchange_strong(&block->state, &state, BLOCK_TAKEN);
}

void
drawn_beside(struct drawn *drawn, const struct prospect *base, const struct other *others, int other_count, int first,
             int count, struct tally *of_base, struct arena scratch)
{
	assert(drawn_has_block(drawn, first, count));
	assert(base->most == drawn->most && base->months == drawn->months);
	assert(!of_base || of_base->cost_step == drawn->by.cost_step);
	struct drawn_block *block = &drawn->blocks[first / BLOCK];
	struct pass pass = { base, others, other_count, of_base, NULL };
	if (atomic_load_explicit(&block->state, memory_order_acquire) == BLOCK_WHOLE && block->count == count) {
		pass.written = &block->written;
		pass_run(&pass, &block->calendar, first, count, drawn->by.cost_step, scratch);
		return;
	}
	struct written written = written_new(base, count, &scratch);
	const struct calendar *calendar = calendar_new(base, drawn->by.seats_more, drawn->by.seed, first, count, &scratch);
	pass.written = &written;
	pass_run(&pass, calendar, first, count, drawn->by.cost_step, scratch);
	if (mine_to_write(block))
		block_keep(drawn, block, calendar, &written);
}

struct drawn_so_far
drawn_so_far(const struct drawn *drawn)
{
	struct drawn_so_far so_far = { .bytes = atomic_load(&drawn->used) };
	for (int i = 0; i < drawn->block_count; i++)
		so_far.blocks += atomic_load(&drawn->blocks[i].state) == BLOCK_WHOLE;
	return so_far;
}
