/* list_rows.h: what reading and writing of lists, profiles and decisions share. Private to store/. */
#ifndef STORE_LIST_ROWS_H
#define STORE_LIST_ROWS_H

#include "store/lists.h"

Date row_date(const struct rows *rows, int column, struct arena *perm);
/* The one number a query gives; 0 when it gives no row. */
bool list_number(struct store *store, const char *sql, struct args args, int64_t *number, struct error *err);
/* Ends the transaction: a commit when `sound`, else nothing is kept. */
bool list_end(struct store *store, bool sound, struct error *err);

#endif
