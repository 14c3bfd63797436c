/* arena.h: memory that is given back all at once.
 *
 * One request, one command or one file owns one arena; when it ends, everything made for it is
 * gone. Functions take `perm` for what their caller keeps, and `scratch`, by copy, for what dies
 * when they return.
 *
 * An arena never gives NULL. One that is full jumps to the boundary that owns it (`full`), which
 * answers "too large". There are two such boundaries: a request (web/) and a command (cli/main.c);
 * and what a thread of ours makes by itself, a council or a list, ends there with words (app/keeper.c,
 * app/load_jobs.c), stays in the outbox (app/outbox.c), or is not kept (app/kept.c,
 * app/expected_kept.c), as does a unit of a forecast (spread/work.c). Three
 * places stand between: app/stored.h closes the store when a jump passes, files/xlsx.c a workbook and
 * files/xml.c a message; they let it go on.
 * Tests set their own.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

#define countof(array) ((ptrdiff_t)(sizeof(array) / sizeof *(array)))

struct arena {
	char    *next;       /* first free byte */
	char    *end;        /* one past the last */
	jmp_buf *full;       /* where to go when there is no room; NULL aborts with words */
};

/* `count` zeroed things of type T. */
#define new(arena, count, T) ((T *)arena_take((arena), (count), sizeof(T), _Alignof(T)))

void *arena_take(struct arena *arena, ptrdiff_t count, size_t size, size_t align);

/* Reserves address space for `size` bytes; pages are only used when touched. Gives an arena with
 * next == NULL when the system refuses. */
struct arena arena_reserve(ptrdiff_t size);

/* The same in large pages where the system has them: for work that soon touches many megabytes. */
struct arena arena_reserve_large(ptrdiff_t size);

/* Gives the pages beyond `keep` bytes from `begin` back to the system, so that one large request
 * does not make the process large for ever. `begin` is what `next` was at reserve. */
void arena_trim(struct arena *arena, char *begin, ptrdiff_t keep);

void arena_release(struct arena *arena, char *begin);

#endif
