/* write.h: a return as a file: the message in exact order, or a sheet with census columns.
 *
 * Elements come in the order of item_rows, each at most once; an item that the return's year does not
 * have is left out, one that is not said is left out too, but OtherAllowances, which must be there.
 * Registration numbers are written in capitals, numbers without needless zeros, nothing else is
 * changed: reading what was written gives the same facts. What XML cannot hold (controls, U+FFFE) becomes
 * U+FFFD. A return without a year has all items written. In a sheet an apostrophe stands before what a
 * spreadsheet would take for a formula, and reading takes it off; a text that was no value (30/09/2025, "35,000")
 * may be one when a sheet is read.
 */
#ifndef CENSUS_WRITE_H
#define CENSUS_WRITE_H

#include "census/return.h"

Str census_write_xml(const struct census_return *ret, struct arena *perm);
/* One row a worker, then the return's own items in columns; CRLF, with a byte order mark. */
Str census_write_csv(const struct census_return *ret, struct arena *perm);
/* "CSWW_335_2025.xml" */
Str census_file_name(const struct census_return *ret, struct arena *perm);

#endif
