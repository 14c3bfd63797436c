/* census_check.h: a census return that somebody brings: checked, counted, compared. Nothing of it is kept:
 * it is read from the request or the command line, told of, and gone.
 */
#ifndef APP_CENSUS_CHECK_H
#define APP_CENSUS_CHECK_H

#include "app/app.h"

/* The fields of the form, and of what a command sends. */
#define FILE_OF_RETURN    S("file")
#define FILE_OF_LAST_YEAR S("last_year")

view show_census_form;       /* the form to bring a file with */
view check_census;           /* files: findings, what to do first, beside last year's where that came; year, area */
view measure_census;         /* files: what will be published of it */
view compare_census;         /* files: this year's beside last year's alone */
view show_census_rules;      /* every rule; ref: one */

/* The most that is read of a file. */
extern const ptrdiff_t census_file_most;

/* What was sent as a file again: "xml", DfE's message in exact order, or "csv". `found`: what in it was not
 * understood. False, with the answer to give instead, when there is no return in it. */
struct census_file { Str bytes; const struct findings *found; };
bool census_file_of(const struct world *world, const struct ask *ask, Str form, struct census_file *file,
                    struct answer *why, struct arena *perm);

#endif
