/* census_told.h: what a person is told of a census return: what is wrong with it, and what will be
 * published of it.
 *
 * From findings, a return and its figures to a document, and nothing else: no store, no world, no request.
 * The command, the page and the page that works in a browser alone give the same documents from the
 * same bytes. So these files include only base/, report/, census/ and measure/.
 */
#ifndef APP_CENSUS_TOLD_H
#define APP_CENSUS_TOLD_H

#include "census/compare.h"
#include "measure/published.h"
#include "report/document.h"

/* ---- what is wrong (census_told.c) ----------------------------------------------------------------- */

struct census_told {
	Str file;                                    /* its name */
	const struct findings *found;                /* in the file's order */
	const struct census_return *ret;             /* NULL: it could not be read as a return */
	const struct continuity *continuity;         /* NULL: there is no return of the year before */
	Str council;                                 /* its name where known, or empty */
	Str rules_at;                                /* "/census/rules/", where rules have pages; or empty */
};

/* "3 errors, 41 queries: not ready to send" */
Str census_headline(const struct census_told *told, struct arena *perm);

/* The headline; what to do first; errors, then queries, rule by rule: what must be so, why, how sure that
 * is, and the records beside it. At most RECORDS_SHOWN of a rule are on the page; all are in `data`, the
 * table of findings, whose columns are severity, code, file, line, column, record, field, message. As text it is
 * one line a finding, as an editor reads them, and then the headline. `found` must last as long as it. */
enum { RECORDS_SHOWN = 50 };
struct document census_told(const struct census_told *told, struct arena *perm);

/* A rule in words: what it asks, of which censuses, why, on whose word and how sure. */
struct document census_rule_told(const struct census_rule *rule, struct arena *perm);
/* Every rule. */
struct document census_rules_told(Str rules_at, struct arena *perm);
/* The rule as keys and values: what it is, its items and censuses, what to do, how sure we are. */
void census_add_rule(struct document *doc, const struct census_rule *rule);
/* "Medium: one source says so. Source: ... DfE's own number of it is not known to us." */
Str census_rule_doubt(const struct census_rule *rule, struct arena *perm);

/* A text as a sentence: with a full stop at its end. */
Str told_sentence(Str text, struct arena *perm);
/* The counts of a return beside those of the one before, and which moved much. */
const struct table *told_moved_table(const struct continuity *c, struct arena *perm);
/* A table with its first columns alone: a page has what a person reads first, files have all. */
const struct table *told_first_columns(const struct table *table, int columns, struct arena *perm);

/* ---- what will be published (census_measures_told.c) ------------------------------------------------- */

struct census_beside {
	const struct census_figures *figures;
	Str file;
	Str lea;                                     /* three figures: whose published figures stand beside */
	const struct published *published;           /* NULL: the file alone */
	/* For whoever may not see the people behind it: small numbers are withheld (protect.h), and what they
	 * could be worked out from. A file that somebody brings they have whole already. */
	bool guarded;
};

/* Every measure beside last year's published one, the region, England and the neighbours' median; then
 * people by role, age, sex, ethnic group and time in service. */
struct document census_measures_told(const struct census_beside *beside, struct arena *perm);
/* The measures alone, folded, and as a sheet: for another document's end. */
void census_add_measures(struct document *doc, const struct census_beside *beside);

#endif
