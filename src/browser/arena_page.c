/* arena_page.c: arenas in WebAssembly, whose memory only ever grows. Stands for base/arena.c there.
 *
 * A page reads one file with one fresh program, so nothing is given back. When memory is at its end the
 * program ends, and the page says so.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { WASM_PAGE = 65536 };

void *
arena_take(struct arena *arena, ptrdiff_t count, size_t size, size_t align)
{
	assert(count >= 0);
	size_t padding = -(uintptr_t)arena->next & (align - 1);
	size_t room = (size_t)(arena->end - arena->next);
	if (padding > room || (size_t)count > (room - padding) / size)
		abort();
	char *taken = arena->next + padding;
	arena->next = taken + (size_t)count * size;
	return memset(taken, 0, (size_t)count * size);
}

struct arena
arena_reserve(ptrdiff_t size)
{
	assert(size > 0);
	size_t pages = ((size_t)size + WASM_PAGE - 1) / WASM_PAGE;
	size_t before = __builtin_wasm_memory_grow(0, pages);
	if (before == SIZE_MAX)
		return (struct arena){ 0 };
	char *at = (char *)(before * WASM_PAGE);
	return (struct arena){ .next = at, .end = at + pages * WASM_PAGE };
}

void
arena_trim(struct arena *arena, char *begin, ptrdiff_t keep)
{
	(void)arena, (void)begin, (void)keep;
}

void
arena_release(struct arena *arena, char *begin)
{
	(void)arena, (void)begin;
}

_Noreturn void
longjmp(jmp_buf buffer, int value)
{
	(void)buffer, (void)value;
	abort();
}
