/* census_year.h: a council's census return of one year, as its records make it now: what the pages of
 * building, mending, deciding, comparing and sending share. Private to app/.
 *
 * The return is built and checked afresh for every page: it takes milliseconds, and so nothing on a page can be
 * older than the records. What people decided and noted are records of their own (census_note), with their
 * history, their author and their undoing.
 */
#ifndef APP_CENSUS_YEAR_H
#define APP_CENSUS_YEAR_H

#include "app/census_pages.h"
#include "app/own.h"
#include "census/build.h"
#include "census/rules.h"
#include "store/returns.h"

struct returning {
	struct own own;
	int  year;
	struct records equality;
	struct built built;
	struct findings found;               /* of checking what was built */
	const struct kept_return *sent;      /* versions of this year that were sent, newest first */
	int  sent_count;
	bool may_write;                      /* notes, decisions, and that it was sent */
};

/* Settles `ask->year`, reads what is needed beside the council, builds and checks. False with the answer for a
 * year the records cannot have. */
bool returning_settle(const struct world *world, const struct ask *ask, struct returning *in,
                      struct answer *why, struct arena *perm);
/* Tells the audit that people's rows are shown: they hold what is logged whenever it is read. Whoever writes
 * returns sees them; whoever only reads returns sees counts (docs/methods/rights.md). */
void returning_opened(const struct returning *in);
/* Which item, rule or version: of an address, its last part; of a command, its reference. */
Str  returning_which(const struct ask *ask);
/* Builds the return of another year of the same records. */
void returning_build(const struct returning *in, int year, struct built *built);

/* "/authorities/walsall/census/2025/missing", with "?how=SWENo" where `how` is given. */
Str  returning_href(const struct returning *in, const char *page, Str how);
struct document returning_document(const struct returning *in, Str title, const char *page, Str how);
/* The pages of one year as a row of links, the one looked at strong. */
void returning_places(struct document *doc, const struct returning *in, const char *page);

/* The worker of a finding, or NULL: a built return's lines are its workers' numbers (build.h). */
const struct worker *returning_worker(const struct returning *in, const struct finding *finding);
/* A worker of the built return as a cell: who it is, with the way to their page. */
struct cell returning_person(const struct returning *in, const struct worker *w);

/* The newest note on a rule (`kind` "query") or decision on a working rule ("decision") for a record, then for all
 * records; NULL: none. */
const struct record *returning_note(const struct returning *in, Str kind, Str subject, Str record);
/* What a note on a finding is kept for: the registration number; of whoever has none the ref of the time in post,
 * as "worker 12" is another person once somebody joins or leaves. Empty: the whole return. */
Str  returning_record(const struct returning *in, const struct finding *finding);
Str  note_value(const struct record *note, const char *field);

#endif
