/* load.h: what every kind of import does around its own rows. Private to store/.
 *
 * An import is one transaction: the load, its rows, and then, before the commit, a second reading
 * that must give back exactly the rows that were meant: their number and the sum of their hashes.
 */
#ifndef STORE_LOAD_H
#define STORE_LOAD_H

#include "store/engine.h"
#include "store/imports.h"

/* How many rows, and a hash that does not depend on their order. */
struct tally { int64_t rows; uint64_t hash; };

/* Begins the import's transaction and writes its load. When the same bytes are kept already, sets
 * `*already`, and no transaction is open. */
bool load_begin(struct store *store, const struct load *load, int64_t *id, bool *already,
                struct error *err);

/* Writes one row and counts it as meant. */
bool load_write(struct store *store, const char *sql, struct args row, struct tally *meant,
                struct error *err);

/* Whether the rows that `sql` selects, columns in the order they were written, are those meant. */
bool load_holds(struct store *store, const char *sql, int64_t id, struct tally meant,
                struct error *err);

/* Ends the import: a commit when `sound`, else nothing is kept. */
bool load_end(struct store *store, bool sound, struct error *err);

#endif
