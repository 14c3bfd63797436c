/* document.h: a page of figures, built once, shown many ways.
 *
 * A document is a list of blocks. The same document becomes HTML, text for a terminal, CSV, XLSX,
 * JSON and (by HTML) Word. What a page shows, every face shows: the command line and the API come
 * with the page. Text in a document is plain text, never markup.
 */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include "base/error.h"
#include "base/finding.h"
#include "base/quantity.h"
#include "report/chart.h"
#include "report/form.h"

/* ---- a cell, a column, a table ------------------------------------------------------------- */

enum cell_kind { CELL_TEXT, CELL_FIGURE, CELL_CHART };

struct cell {
	enum cell_kind kind;
	Str    text;                 /* CELL_TEXT; or words after a figure, such as "12th of 151" */
	Str    href;                 /* a link around it, or empty */
	Figure figure;               /* CELL_FIGURE */
	int    places;
	enum unit unit;
	bool   change;               /* show the sign: "+1.2" */
	Str    tag;                  /* a status word shown as a tag, or empty: "worse" */
	enum tone { TAG_GREY, TAG_GREEN, TAG_RED, TAG_BLUE, TAG_YELLOW } tag_tone;
	const struct chart *chart;   /* CELL_CHART: a spark, or a stack: its title is words under it, and
	                              * the cell's text in every face of figures */
	Str    note;                 /* small and quiet under the rest: "since 3 March 2026" */
};

struct column {
	Str       name;              /* in CSV, JSON and XLSX: never changes: "england" */
	Str       title;             /* on the page, unit included: "England (%)" */
	bool      number;            /* right aligned */
	bool      screen_only;       /* pictures: left out of CSV, XLSX, JSON */
};

struct row {
	const struct cell *cells;    /* one for each column */
	bool  ours;                  /* the council itself: bold, and said in words */
	bool  marked;                /* a neighbour */
	Str   group;                 /* rows of a group follow a heading with this text; or empty */
};

struct table {
	Str    name;                 /* sheet and JSON name: "by_year" */
	Str    caption;              /* on the page */
	const struct column *columns;
	int    column_count;
	const struct row    *rows;
	int    row_count;
	bool   sortable;             /* the page offers sorting by a column: links, no script needed */
	Str    sorted_by;            /* column name, or empty */
	bool   descending;
	Str    sort_base;            /* address to which "sort=NAME" or "sort=-NAME" is added */
	int    page, pages;          /* the rows are those of one page, from 1; 0: they are all */
	int    total;                /* rows on all pages; every page but the last is full */
	Str    page_base;            /* address to which "page=N" is added */
};

/* "Showing 51 to 100 of 1,060", or nothing when the rows are all. */
Str table_showing(const struct table *table, struct arena *perm);

/* ---- blocks ---------------------------------------------------------------------------------- */

enum block_kind {
	BLOCK_HEADING,               /* text, level 2 to 4, id */
	BLOCK_PARAGRAPH,             /* runs */
	BLOCK_LIST,                  /* items, bulleted */
	BLOCK_TABLE,
	BLOCK_CHART,                 /* a chart; if `table`, folded under it as "Show as a table" */
	BLOCK_DETAILS,               /* summary text, inner blocks, folded on a page */
	BLOCK_INSET,                 /* runs, set apart: a note the reader must not miss */
	BLOCK_WARNING,               /* runs: what the data cannot say, what is wrong */
	BLOCK_SUMMARY,               /* keys and values */
	BLOCK_FINDINGS,              /* a list of findings, grouped by code, and as a table elsewhere */
	BLOCK_FORM,                  /* a form; CSV, XLSX, Word and a file that stands alone have none */
	BLOCK_CHOICES,               /* text, then picks: the chosen one strong, the others links */
	BLOCK_NOTICE                 /* runs: news of what was just done, over the page's heading */
};

/* What a notice says: that it is done, or that something should be known first. */
enum notice { NOTICE_DONE, NOTICE_KNOW };

struct run { Str text; Str href; bool strong; };        /* a piece of a paragraph */

struct pair { Str key; Str value; Str href; };

struct block {
	enum block_kind kind;
	Str  text;                   /* heading, details summary, what the choices are of */
	Str  id;                     /* heading: anchor */
	int  level;
	bool lead;                   /* of the first blocks: above the form that a page has of its own; of a
	                              * paragraph: larger */
	enum notice notice;
	const struct run *runs;      /* paragraph, inset, warning, notice; list: one run an item */
	int  run_count;
	const struct table *table;
	const struct chart *chart;
	const struct block *inner;   /* details */
	int  inner_count;
	const struct pair *pairs;
	int  pair_count;
	const struct finding *findings;
	int  finding_count;
	const struct form *form;
	const struct pick *picks;    /* choices: each pick's value is its address */
	int  pick_count;
};

struct document {
	Str  title;                  /* the page's h1: says what is so, where it can */
	Str  caption;                /* over it: "Walsall" */
	Str  period;                 /* under it: "30 September 2025, 2025 release" */
	Str  token;                  /* of the reader's session, for forms that change something */
	Str  address;                /* the page's path and query without an ending: for its other faces */
	int  beside;                 /* so many blocks after the first form stand beside it, where there is room */
	const struct findings *lines;        /* all that the text face has, a line each, and then the title; NULL: the
	                              * blocks */
	struct block *blocks;
	int  block_count, block_room;
	const struct table *data;    /* the tidy table that CSV and JSON `data` give; NULL: no such face */
	const struct table *sheets[8];       /* further tables for XLSX and JSON */
	int  sheet_count;
	const Str *sources;          /* sentences: source, licence, attribution */
	int  source_count;
	struct arena *arena;
};

struct document document_new(struct arena *perm, Str title);
struct block *document_add(struct document *doc, enum block_kind kind);
void document_heading(struct document *doc, int level, Str text, Str id);
void document_paragraph(struct document *doc, Str text);
void document_runs(struct document *doc, enum block_kind kind, const struct run *runs, int count);
void document_list(struct document *doc, const Str *items, int count);
void document_table(struct document *doc, const struct table *table);
void document_chart(struct document *doc, const struct chart *chart, const struct table *table);
void document_details(struct document *doc, Str summary, const struct block *inner, int count);
void document_summary(struct document *doc, const struct pair *pairs, int count);
void document_findings(struct document *doc, const struct findings *found);
/* Findings as a table called "findings", in the columns that every file of them has: for documents whose
 * data they are. JSON then gives them as its findings too. */
const struct table *findings_table(const struct findings *found, struct arena *perm);
/* The form, its inputs, picks and buttons must last as long as the document. */
void document_form(struct document *doc, const struct form *form);
void document_choices(struct document *doc, Str label, const struct pick *picks, int count);
void document_notice(struct document *doc, enum notice notice, Str text);

/* The words of the pick that is chosen of a block of choices: all that paper says of them. Empty
 * when none is, and for every other block. */
Str block_chosen(const struct block *block);

/* How many errors the inputs and forms of a document have, those in folds included. */
int document_errors(const struct document *doc);

struct cell cell_text(Str text);
struct cell cell_link(Str text, Str href);
struct cell cell_figure(Figure figure, int places, enum unit unit);
struct cell cell_change(Figure figure, int places, enum unit unit);
struct cell cell_tag(Str tag, int tone);

/* ---- faces ------------------------------------------------------------------------------------ */

enum face { FACE_HTML, FACE_TEXT, FACE_CSV, FACE_XLSX, FACE_JSON, FACE_DOCX, FACES };
Str  face_name(enum face face);              /* "csv": ending and --format */
Str  face_type(enum face face);              /* "text/csv; charset=utf-8" */
bool face_find(Str name, enum face *face);

Str document_text(const struct document *doc, bool colour, int width, struct arena *perm);
/* UTF-8 with a byte order mark, CRLF, one table: doc->data. Symbols stay in their column as
 * symbols. `guard` puts an apostrophe before cells that a spreadsheet would take for a formula. */
Str document_csv(const struct document *doc, bool guard, struct arena *perm);
Str document_json(const struct document *doc, struct arena *perm);
/* One table a sheet, frozen header, filters, numbers as numbers; first sheet the data, last sheet
 * Notes. No macros, hidden sheets, defined names or properties beyond the title. */
bool document_xlsx(const struct document *doc, Str *bytes, struct arena *perm, struct error *err);
/* The body of a page, from the h1 on, without head and frame. Errors of its forms come before the
 * heading, then its notices. */
struct html;
void document_html(struct html *h, const struct document *doc);
/* A whole HTML file that stands alone: style inline, pictures as SVG: for saving and sending. */
Str document_html_file(const struct document *doc, struct arena *perm);
/* Word, by pandoc in an empty directory; `reference` is a path to a council's own reference
 * document, or empty for ours. Fails with words where pandoc or rsvg-convert is missing. */
bool document_docx(const struct document *doc, Str reference, Str *bytes, struct arena *perm,
                   struct error *err);

#endif
