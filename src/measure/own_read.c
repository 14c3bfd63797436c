/* own_read.c: reading a council's CSV: its headings, its rows, and the findings in file order. */
#include "measure/own_reader.h"

#include <stdlib.h>
#include <string.h>

/* ---- headings -------------------------------------------------------------------------------- */

static bool
take_headings(struct own_reader *r, const struct csv_row *row)
{
	struct csv_heading wanted[OWN_COLUMNS];
	for (int i = 0; i < OWN_COLUMNS; i++)
		wanted[i] = (struct csv_heading){ own_columns[i].name, own_columns[i].needed, -1 };
	bool sound = csv_headings(row, wanted, OWN_COLUMNS, r->file, r->found);
	for (int i = 0; i < OWN_COLUMNS; i++)
		r->column[i] = wanted[i].column + 1;
	if (r->column[OWN_VALUE] || r->column[OWN_NUMERATOR])
		return sound;
	findings_add(r->found, (struct finding){
		.severity = MISTAKE, .code = S("column"), .file = r->file, .line = row->line,
		.field = S("value"), .wrong = S("there is no column \"value\" and none \"numerator\""),
		.mend = S("add the one that holds the figures") });
	return false;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static struct own_row *
row_push(struct own_reader *r)
{
	if (r->row_count == r->row_room) {
		int room = r->row_room ? r->row_room * 2 : 64;
		struct own_row *moved = new(r->perm, room, struct own_row);
		if (r->row_count)
			memcpy(moved, r->rows, (size_t)r->row_count * sizeof *moved);
		r->rows = moved;
		r->row_room = room;
	}
	return &r->rows[r->row_count++];
}

/* A fault of a row's form, before its cells mean anything. */
static void
row_fault(struct own_reader *r, const struct csv_row *row, int column, Str code, Str wrong,
          Str mend)
{
	findings_add(r->found, (struct finding){ .severity = MISTAKE, .code = code, .file = r->file,
	                                         .line = row->line, .column = column,
	                                         .wrong = wrong, .mend = mend });
}

/* A row is as long as the headings; a spreadsheet may leave out empty cells at its end, but a last
 * line without a line end that is short was cut off. */
static bool
well_formed(struct own_reader *r, const struct csv_row *row, int headings, bool cut_off)
{
	if (row->flaw != CSV_SOUND)
		row_fault(r, row, row->flaw_field, S("form"), csv_flaw_wrong(row->flaw),
		          csv_flaw_mend(row->flaw));
	else if (row->count > headings)
		row_fault(r, row, headings + 1, S("form"),
		          str_format(r->perm, "the row has %d cells and there are %d headings", row->count,
		                     headings),
		          S("put quotes round a cell that holds a comma"));
	else if (row->count < headings && cut_off)
		row_fault(r, row, row->count, S("cut off"), S("the last line ends before its last cell"),
		          S("the file may be cut short: save or send it again"));
	else
		return true;
	return false;
}

static void
take_rows(struct own_reader *r, struct csv *csv, int headings, Str text)
{
	struct csv_row row;
	while (csv_next(csv, &row, r->perm)) {
		bool cut_off = csv->rest.len == 0 && !str_ends(text, S("\n")) && !str_ends(text, S("\r"));
		if (r->row_count == OWN_ROWS_MOST) {
			row_fault(r, &row, 0, S("size"),
			          str_format(r->perm, "the file has more than %d rows", OWN_ROWS_MOST),
			          S("send it in parts"));
			return;
		}
		if (well_formed(r, &row, headings, cut_off))
			own_row_take(r, &row, row_push(r));
	}
}

/* ---- the whole file -------------------------------------------------------------------------- */

struct placed_finding { struct finding finding; ptrdiff_t place; };

static int
finding_order(const void *left, const void *right)
{
	const struct placed_finding *a = left, *b = right;
	if (a->finding.line != b->finding.line)
		return a->finding.line < b->finding.line ? -1 : 1;
	if (a->finding.column != b->finding.column)
		return a->finding.column < b->finding.column ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Two looks found things in two passes; the reader of the list makes one. */
static void
findings_in_file_order(struct findings *found, ptrdiff_t first, struct arena scratch)
{
	ptrdiff_t count = found->count - first;
	struct placed_finding *placed = new(&scratch, count, struct placed_finding);
	for (ptrdiff_t i = 0; i < count; i++)
		placed[i] = (struct placed_finding){ found->at[first + i], i };
	if (count)
		qsort(placed, (size_t)count, sizeof *placed, finding_order);
	for (ptrdiff_t i = 0; i < count; i++)
		found->at[first + i] = placed[i].finding;
}

/* The series of a file without mistakes: measures as defined, points in order. */
static struct own_series
series_of(struct own_reader *r, struct own_point *points)
{
	struct own_series read = { .measures = new(r->perm, r->definition_count, struct own_measure),
	                           .measure_count = r->definition_count,
	                           .points = points, .point_count = r->row_count };
	for (int d = 0; d < r->definition_count; d++)
		read.measures[d] = r->definitions[d].measure;
	return own_series_merge(&(struct own_series){ 0 }, &read, r->perm);
}

bool
own_series_read(const struct published *p, Str text, Str file, struct own_series *series,
                struct findings *found, struct arena *perm)
{
	struct own_reader r = { .p = p, .file = file, .found = found, .perm = perm };
	struct csv csv = csv_open(text);
	struct csv_row headings = { .line = 1 };
	ptrdiff_t mistakes = found->mistakes, first = found->count;
	*series = (struct own_series){ 0 };
	csv_next(&csv, &headings, perm);
	if (headings.flaw != CSV_SOUND) {
		row_fault(&r, &headings, headings.flaw_field, S("form"), csv_flaw_wrong(headings.flaw),
		          csv_flaw_mend(headings.flaw));
		return false;
	}
	if (!take_headings(&r, &headings))
		return false;
	r.definitions = new(perm, OWN_MEASURES_MOST, struct own_definition);
	take_rows(&r, &csv, headings.count, text);
	if (r.row_count == 0 && found->mistakes == mistakes)
		row_fault(&r, &headings, 0, S("empty"), S("the file has headings and no rows"),
		          S("add a row for each figure"));
	struct own_point *points = new(perm, r.row_count, struct own_point);
	own_check(&r, points);
	findings_in_file_order(found, first, *perm);
	if (found->mistakes > mistakes)
		return false;
	*series = series_of(&r, points);
	return true;
}
