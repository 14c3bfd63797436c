/* grid.h: a sheet of a workbook, or a CSV file, as cells with places.
 *
 * What a spreadsheet shows and what it holds differ: a date is a number with a style, a merged cell
 * is one cell over many, a formula may have no value, rows and sheets may be hidden. The grid keeps
 * what is needed to say in plain words where something stands and why it cannot be read. Nothing is
 * guessed here: what a cell means is its reader's business (intake/).
 *
 * XLSX is read by libzip and Expat within limits (files/zip.h, files/xml.h): unpacked size, ratio,
 * parts, no overlap, no nested zip, no encryption, no document type; from memory, and no file is ever
 * made. Workbooks with macros are refused; so are XLS, XLSB, ODS and whatever has a password, each with
 * words that say what to do. Hidden sheets and other workbooks that values come from are named in a
 * QUERY each, and not read.
 *
 * Findings about a cell have its line and column, and its name as a spreadsheet shows it for the
 * record: "Sheet1!C12". A cell that a program cannot have written (a text or style that is not there,
 * a place beyond XFD1048576) is a MISTAKE. A number with a date's style that is no day (0, 60, -1,
 * 2958466) is a QUERY, and is given as the number: it is a mistake only where a day is wanted.
 */
#ifndef FILES_GRID_H
#define FILES_GRID_H

#include "base/finding.h"
#include "base/date.h"

enum grid_kind {
	GRID_EMPTY,
	GRID_TEXT,
	GRID_NUMBER,                 /* `text` is the number as stored, in plain decimals: "0.6" */
	GRID_DATE,                   /* a number with a date style: `date`; `text` is ISO. A time without
	                                a day ("37:30" of [h]:mm) is GRID_TEXT */
	GRID_YES_NO,                 /* TRUE or FALSE */
	GRID_ERROR,                  /* #REF!, #N/A, ...: `text` */
	GRID_NO_VALUE                /* a formula that was saved without its value */
};

struct grid_cell { enum grid_kind kind; bool formula; bool repeated; /* part of a merged cell: the
                   value stands in its first cell, and is given again here */ Str text; Date date; };

struct grid_row { const struct grid_cell *cells; int count; int line; /* in the sheet, from 1 */
                  bool hidden; };

struct grid {
	Str  file, sheet;            /* sheet empty: CSV */
	const struct grid_row *rows; /* rows with anything in them */
	int  row_count, column_count;
	bool dates_1904;
	int  hidden_rows, hidden_columns, merged;
};

struct grids { struct grid *at; int count; };

/* A council of 50,000 lines has 12 columns. Cells are counted over all sheets (96 MB); beyond
 * GRID_SAID_MOST cells that are amiss, no more are said. */
enum { GRID_COLUMNS_MOST = 256, GRID_ROWS_MOST = 200000, GRID_SHEETS_MOST = 64,
       GRID_CELLS_MOST = 3000000, GRID_SAID_MOST = 1000 };

/* Reads CSV or XLSX by what the bytes are, not by the name. CSV may be UTF-8, UTF-16 with a mark, or
 * Windows-1252 (said as a QUERY). False when nothing can be read; findings say why. True with MISTAKEs
 * among the findings: the rest was read, so that all can be said at once. Cells may borrow from
 * `bytes`. */
bool grids_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm);

/* Whether nothing stands in a row, nor anything whose value is not there. */
bool grid_row_blank(const struct grid_row *row);
/* The first row at or after a line of the sheet; row_count where there is none. */
int grid_row_from(const struct grid *grid, int line);
/* "C12": a cell's name as spreadsheets show it. column from 0. */
Str grid_cell_name(int column, int line, struct arena *perm);
/* The same with its sheet, "Sheet1!C12", or "'HR list'!C12"; just "C12" in a CSV file. */
Str grid_place(const struct grid *grid, int column, int line, struct arena *perm);

#endif
