/* check.h: what a test program needs.
 *
 * A test is a function named as a sentence about the field. `run` runs it in a fresh arena filled
 * with 0x55 beyond what is handed out; `check` counts and goes on. main ends `return tests_end();`,
 * which prints `N passed, N failed` and gives 1 if any failed.
 */
#ifndef TEST_CHECK_H
#define TEST_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/quantity.h"
#include "base/str.h"

static int checks_failed_here, tests_passed, tests_failed;
static const char *test_name;
static struct arena test_arena;

#define check(what) check_(!!(what), #what, __FILE__, __LINE__)
#define check_str(is, wants) check_str_((is), (wants), #is, __FILE__, __LINE__)
#define check_int(is, wants) check_int_((long long)(is), (long long)(wants), #is, __FILE__, __LINE__)
#define run(test) run_(test, #test)

static inline void
check_(bool holds, const char *what, const char *file, int line)
{
	if (!holds) {
		checks_failed_here++;
		printf("%s:%d: %s: does not hold: %s\n", file, line, test_name, what);
	}
}

static inline void
check_str_(Str is, Str wants, const char *what, const char *file, int line)
{
	if (!str_equal(is, wants)) {
		checks_failed_here++;
		printf("%s:%d: %s: %s\n  is    \"%.*s\"\n  wants \"%.*s\"\n", file, line, test_name, what,
		       STR_ARG(is), STR_ARG(wants));
	}
}

static inline void
check_int_(long long is, long long wants, const char *what, const char *file, int line)
{
	if (is != wants) {
		checks_failed_here++;
		printf("%s:%d: %s: %s is %lld, wants %lld\n", file, line, test_name, what, is, wants);
	}
}

static inline void
run_(void (*test)(struct arena *perm), const char *name)
{
	static char *begin;
	if (!begin) {
		test_arena = arena_reserve((ptrdiff_t)1 << 30);
		begin = test_arena.next;
	}
	memset(begin, 0x55, 1 << 20);
	test_name = name;
	checks_failed_here = 0;
	struct arena fresh = test_arena;
	test(&fresh);
	tests_passed += checks_failed_here == 0;
	tests_failed += checks_failed_here != 0;
	if (checks_failed_here)
		printf("FAILED %s\n", name);
}

static inline int
tests_end(void)
{
	printf("%d passed, %d failed\n", tests_passed, tests_failed);
	return tests_failed != 0;
}

#endif
