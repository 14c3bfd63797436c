/* grid.h: a sheet of a workbook, or a CSV file, as cells with places.
 *
 * What a spreadsheet shows and what it holds differ: a date is a number with a style, a merged cell
 * is one cell over many, a formula may have no value, rows and sheets may be hidden. The grid keeps
 * what is needed to say in plain words where something stands and why it cannot be read. Nothing is
 * guessed here: what a cell means is its reader's business (intake/).
 *
 * XLSX is read by libzip and Expat within limits (files/xlsx.c): unpacked size, ratio, entries, no
 * overlap, no nested zip, no encryption, no document type. Macros, hidden sheets and external links
 * are never followed: hidden sheets are named in the findings and not read. XLS and ODS are refused
 * with words that say what to do.
 */
#ifndef FILES_GRID_H
#define FILES_GRID_H

#include "base/finding.h"
#include "base/date.h"

enum grid_kind {
	GRID_EMPTY,
	GRID_TEXT,
	GRID_NUMBER,                 /* `text` is the number as stored, in plain decimals: "0.6" */
	GRID_DATE,                   /* a number with a date style: `date`; `text` is ISO */
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

enum { GRID_COLUMNS_MOST = 256, GRID_ROWS_MOST = 200000, GRID_SHEETS_MOST = 64 };

/* Reads CSV or XLSX by what the bytes are, not by the name. CSV may be UTF-8, UTF-16 with a mark, or
 * Windows-1252 (said as a QUERY). False when nothing can be read; findings say why. */
bool grids_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm);

/* "C12": a cell's name as spreadsheets show it. column from 0. */
Str grid_cell_name(int column, int line, struct arena *perm);

#endif
