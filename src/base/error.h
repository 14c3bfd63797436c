/* error.h: what went wrong with the world, in words for the person who can mend it.
 *
 * Three kinds of trouble are kept apart: a *finding* is the data's fault (finding.h), an *error*
 * is the world's (a disk, a network, a permission), and a bug is ours (assert). An error ends the
 * request or the command, and nothing is left half done.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

struct error { char text[480]; };

/* Always false, so that a failing function can end `return fail(err, ...)`. */
bool fail(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts words and ": " before what `err` already says ("cannot open the store", say). Always false. */
bool fail_within(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
