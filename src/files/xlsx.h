/* xlsx.h: workbooks as Office Open XML, their parts one by one. Private to files/.
 *
 * A workbook is a zip of XML parts that lead to each other by relations: the package to the workbook
 * (xlsx_book.c), the workbook to its sheets (xlsx_sheet.c), the texts they share (xlsx_strings.c) and
 * the styles that make a number a date (xlsx_styles.c). Each part is unpacked and read piece by piece;
 * none is ever held whole.
 *
 * Layout: ECMA-376, Office Open XML File Formats, part 1, 18 (SpreadsheetML).
 */
#ifndef FILES_XLSX_H
#define FILES_XLSX_H

#include "files/grid.h"
#include "files/xml.h"
#include "files/zip.h"

/* What a number of a style means. A time without a day is so many hours. */
enum xlsx_style { STYLE_PLAIN, STYLE_DATE, STYLE_TIME };

struct xlsx_styles { enum xlsx_style *at; int count, room; };
struct xlsx_strings { Str *at; int count, room; };
struct xlsx_relation { Str id, type, target; bool external; };
struct xlsx_relations { struct xlsx_relation *at; int count, room; };
struct xlsx_tab { Str name, relation; bool hidden; };
struct xlsx_tabs { struct xlsx_tab *at; int count, room; };

struct xlsx {
	Str file;
	struct zipped *zip;
	struct xml *xml;                     /* the part being read, so that a jump can close it */
	struct xlsx_strings strings;
	struct xlsx_styles styles;
	bool dates_1904;
	int  cells;                          /* kept so far, of GRID_CELLS_MOST */
	int  said;                           /* findings about cells, of GRID_SAID_MOST */
	struct findings *found;
	struct arena *perm;
};

/* A growing array with room for one more than its `count`; xlsx_push gives the place of the new one. */
void *xlsx_more(void *array, int count, int *room, size_t size, struct arena *perm);
#define xlsx_push(list, perm) \
	((list)->at = xlsx_more((list)->at, (list)->count, &(list)->room, sizeof *(list)->at, (perm)), \
	 &(list)->at[(list)->count++])

/* Reads a part by a handler; a MISTAKE and false when it is damaged or over a limit. */
bool xlsx_part_read(struct xlsx *book, int part, const struct xml_handler *handler);
/* A MISTAKE about the whole file, or one of its parts. Always false. */
bool xlsx_refuse(struct xlsx *book, Str code, Str part, Str wrong, Str mend);

/* The relations of a part ("" for the package's own); none when it has none. */
bool xlsx_relations_read(struct xlsx *book, Str part, struct xlsx_relations *relations);
/* The part that a relation of `from` leads to, or -1 with a MISTAKE. */
int  xlsx_relation_part(struct xlsx *book, Str from, const struct xlsx_relation *relation);
/* The one of a kind ("/styles"), or NULL. */
const struct xlsx_relation *xlsx_relation_of(const struct xlsx_relations *relations, Str kind);
bool xlsx_tabs_read(struct xlsx *book, int part, struct xlsx_tabs *tabs);
bool xlsx_strings_read(struct xlsx *book, int part);
bool xlsx_styles_read(struct xlsx *book, int part);
bool xlsx_sheet_read(struct xlsx *book, int part, Str name, struct grid *grid);

/* What a number format says ("dd/mm/yyyy", "0.00", "[h]:mm"). */
enum xlsx_style xlsx_format_style(Str format);
/* "_x000D_" is how a carriage return is written; gives the text with such as they are. */
Str  xlsx_unescape(Str text, struct arena *perm);
/* A number as stored ("0.59999999999999998", "1E5") in plain decimals, to the 15 places that
 * spreadsheets show. False when it is none. */
bool xlsx_number(Str stored, Str *plain, struct arena *perm);
/* "C12" as column 2 (from 0) and line 12. False beyond XFD1048576. */
bool xlsx_place(Str ref, int *column, int *line);

/* A cell as it stands in the part. */
enum xlsx_type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_INLINE, TYPE_YES_NO, TYPE_ERROR,
                 TYPE_ISO_DATE, TYPE_ODD };
struct xlsx_cell { enum xlsx_type type; int column, line; int64_t style; bool formula, valued;
                   Str text; };
enum xlsx_type xlsx_type_of(Str attribute);
/* What it means. Says what is amiss with it; `grid` is named in that. */
struct grid_cell xlsx_cell_read(struct xlsx *book, const struct grid *grid,
                                const struct xlsx_cell *cell);
/* Says something of a cell, until GRID_SAID_MOST were said. */
void xlsx_say(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell,
              enum severity severity, Str code, Str wrong, Str mend);

/* A range of a sheet that shows as one cell. */
struct xlsx_merge { int left, right, top, bottom; };
struct xlsx_merges { struct xlsx_merge *at; int count, room; };
/* Gives each cell of a range its first one's value again. */
void xlsx_merge(struct xlsx *book, struct grid *grid, struct grid_row *rows,
                const struct xlsx_merges *merges);

bool xlsx_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm);

#endif
