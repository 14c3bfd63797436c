/* loose.c: SQLite without transactions: each statement keeps what it does at once, and a program that dies leaves
 * whatever it had come to. Loaded before the program (LD_PRELOAD) by the control of the rounds of kill.c, which must
 * find it out. No part of the program.
 */
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

static _Thread_local bool inside;            /* what the program believes */

int
sqlite3_exec(sqlite3 *db, const char *sql, int (*row)(void *, int, char **, char **), void *context, char **why)
{
	bool begins = strncmp(sql, "BEGIN", 5) == 0;
	if (begins || strncmp(sql, "COMMIT", 6) == 0 || strncmp(sql, "ROLLBACK", 8) == 0) {
		inside = begins;
		return SQLITE_OK;
	}
	void *symbol = dlsym(RTLD_NEXT, "sqlite3_exec");
	int (*real)(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
	memcpy(&real, &symbol, sizeof real);
	return real(db, sql, row, context, why);
}

int
sqlite3_get_autocommit(sqlite3 *db)
{
	(void)db;
	return !inside;
}
