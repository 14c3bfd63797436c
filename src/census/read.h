/* read.h: a census return from a file: DfE's XML, or a sheet with census columns.
 *
 * Reading is lenient and telling is exact. Elements may come in any order, once or more, beside
 * others that are not known; the authority's module may have either of its names, a worker either
 * GenderCurrent or Sex: each is told, by the rules' own codes (rules.h), and the reading goes on.
 * What is no census at all (another collection, another kind of file, cut off, with a document
 * type) is said in one clear finding with its place. Nothing is ever fetched and no entity is ever
 * declared.
 *
 * Sheets: one row a worker, columns by the items' names or titles in any order, CSV or XLSX. What
 * belongs to the whole return (year, LEA, vacancies, ...) may stand in columns of its own that say
 * the same on every row, on another sheet of the workbook as rows of name and value, or over the
 * headings so; what is missing is taken from `expect`, and Collection, SourceLevel and
 * ReferenceDate, which no sheet has, are filled in. Days as spreadsheets and people write them (a
 * day first) become ISO, "£35,000" 35000 and TRUE 1 in the cell's text; its line and column are
 * the sheet's.
 *
 * What an item that is empty or out of order is told, is told once, with how many more records
 * have it; of other elements and cells amiss, the first 1,000 are told. Codes besides the rules':
 * "xml-doctype" and "xml-limit" (files/xml.h), "utf-16", those of files/grid.h, and "column",
 * "cell", "sheet" and "hidden" of a sheet.
 */
#ifndef CENSUS_READ_H
#define CENSUS_READ_H

#include "census/return.h"

/* A year of every worker in England is 80 MB; a council's is under 2. */
enum { CENSUS_FILE_MOST = 150000000 };

struct census_expect { int year; Str lea; };         /* 0 and empty: whatever the file says */

/* Reads what the bytes are, not what the name ends with. False when there is no return to look at;
 * findings say why. Another year or council than expected is an error, and is read. Findings end
 * in order. Cells borrow from `bytes` where they can. */
bool census_read(Str bytes, Str file, const struct census_expect *expect, struct census_return *ret,
                 struct findings *found, struct arena *perm);

/* Private to census/: the two kinds. */
bool census_read_xml(Str bytes, struct census_return *ret, struct findings *found,
                     struct arena *perm);
bool census_read_sheets(Str bytes, const struct census_expect *expect, struct census_return *ret,
                        struct findings *found, struct arena *perm);

#endif
