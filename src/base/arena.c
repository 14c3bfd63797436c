/* arena.c: reserve once, hand out upwards, never free one by one. */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static void
out_of_room(struct arena *arena)
{
	if (arena->full)
		longjmp(*arena->full, 1);
	fputs("mainstay: an arena without a boundary is full\n", stderr);
	abort();
}

void *
arena_take(struct arena *arena, ptrdiff_t count, size_t size, size_t align)
{
	assert(count >= 0);
	assert(align > 0 && (align & (align - 1)) == 0);

	size_t padding = -(uintptr_t)arena->next & (align - 1);
	size_t room = (size_t)(arena->end - arena->next);
	if (padding > room || (size_t)count > (room - padding) / size)
		out_of_room(arena);

	char *taken = arena->next + padding;
	arena->next = taken + (size_t)count * size;
	return memset(taken, 0, (size_t)count * size);
}

struct arena
arena_reserve(ptrdiff_t size)
{
	assert(size > 0);
	char *at = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE,
	                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (at == MAP_FAILED)
		return (struct arena){ 0 };
	return (struct arena){ .next = at, .end = at + size };
}

struct arena
arena_reserve_large(ptrdiff_t size)
{
	struct arena arena = arena_reserve(size);
	if (arena.next)
		madvise(arena.next, (size_t)size, MADV_HUGEPAGE);      /* refused, they are small ones */
	return arena;
}

void
arena_trim(struct arena *arena, char *begin, ptrdiff_t keep)
{
	assert(begin <= arena->end);
	const ptrdiff_t page = 4096;
	ptrdiff_t from = (keep + page - 1) / page * page;
	if (from < arena->end - begin)
		madvise(begin + from, (size_t)(arena->end - begin - from), MADV_DONTNEED);
}

void
arena_release(struct arena *arena, char *begin)
{
	munmap(begin, (size_t)(arena->end - begin));
	*arena = (struct arena){ 0 };
}
