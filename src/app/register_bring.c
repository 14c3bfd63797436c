/* register_bring.c: the lines of a file, held to the records that are there. */
#include "app/register_bring.h"

#include <string.h>

enum { HEAD_REF, HEAD_FROM, HEAD_TO };

/* ---- finding rows by their content ----------------------------------------------------------- */

static struct index
index_new(int most, struct arena *perm)
{
	struct index index = { .room = 16 };
	while (index.room < 2 * most)
		index.room *= 2;
	index.slots = new(perm, index.room, struct slot);
	return index;
}

/* The slot with this key, or the free one where it belongs. */
static struct slot *
index_slot(struct index *index, Str key)
{
	int at = (int)(str_hash(key) & (uint64_t)(index->room - 1));
	while (index->slots[at].key.at && !str_equal(index->slots[at].key, key))
		at = (at + 1) & (index->room - 1);
	return &index->slots[at];
}

/* Days and values; with the ref before them, or without. */
static Str
content_key(const struct record_type *type, const struct record *record, Str ref, bool values,
	    struct arena *perm)
{
	struct text key = text_new(perm);
	text_format(&key, "%.*s|%d|", STR_ARG(ref), type->dated ? record->when.first.day : 0);
	if (values)
		text_format(&key, "%d|", type->dated ? record->when.last.day : 0);
	for (int f = 0; f < type->field_count && values; f++)
		text_format(&key, "%.*s\x1f", STR_ARG(record->values[f]));
	return text_str(&key);
}

/* ---- bringing -------------------------------------------------------------------------------- */

static void
bring_complain(struct bringing *in, int line, int column, struct finding finding)
{
	finding.severity = MISTAKE;
	finding.file = in->file;
	finding.line = line;
	finding.column = column;
	if (in->sheet && in->sheet->sheet.len && column > 0 && !finding.record.len)
		finding.record = grid_place(in->sheet, column - 1, line, in->shelf->own.perm);
	findings_add(&in->found, finding);
}

static void
index_records(struct bringing *in, int lines)
{
	const struct records *records = in->shelf->records;
	struct arena *perm = in->shelf->own.perm;
	in->by_day = index_new(records->count + 1, perm);
	in->by_content = index_new(records->count + lines + 1, perm);
	in->lines = index_new(lines + 1, perm);
	for (int i = 0; i < records->count; i++) {
		const struct record *record = &records->at[i];
		struct look look = look_at(in->shelf, record);
		if (!look_sees(&look))
			continue;
		Str day = content_key(records->type, record, record->ref, false, perm);
		*index_slot(&in->by_day, day) = (struct slot){ day, record };
		Str content = content_key(records->type, record, S(""), true, perm);
		*index_slot(&in->by_content, content) = (struct slot){ content, record };
	}
}

/* The headings a file may have: ref, from, to, the fields, and the words after references, which
 * are for reading and are left alone. */
static void
make_heads(struct bringing *in)
{
	const struct record_type *type = in->shelf->type;
	in->heads[HEAD_REF] = (struct csv_heading){ .name = S("ref") };
	in->heads[HEAD_FROM] = (struct csv_heading){ .name = S("from"), .needed = type->dated };
	in->heads[HEAD_TO] = (struct csv_heading){ .name = S("to") };
	in->head_count = OWN_HEADINGS;
	for (int f = 0; f < type->field_count; f++)
		in->heads[in->head_count++] = (struct csv_heading){ .name = type->fields[f].name };
	for (int f = 0; f < type->field_count; f++)
		if (type->fields[f].kind == FIELD_REF)
			in->heads[in->head_count++] = (struct csv_heading){
				.name = str_format(in->shelf->own.perm, "%.*s_title",
						   STR_ARG(type->fields[f].name))
			};
}

/* A column of what the viewer may not read is refused, not compared: nobody learns by trying. */
static bool
read_heads(struct bringing *in, const struct grid_row *row)
{
	bool open[FIELDS_OF_TYPE_MOST] = { false };
	Str *names = new(in->shelf->own.perm, row->count, Str);
	for (int c = 0; c < row->count; c++)
		names[c] = row->cells[c].text;
	struct csv_row heads = { .fields = names, .count = row->count, .line = row->line };
	make_heads(in);
	if (!csv_headings(&heads, in->heads, in->head_count, in->file, &in->found))
		return false;
	shelf_columns(in->shelf, open);
	for (int f = 0; f < in->shelf->type->field_count; f++) {
		in->columns[f] = in->heads[OWN_HEADINGS + f].column + 1;
		if (in->columns[f] && !open[f])
			bring_complain(
				in, row->line, in->columns[f],
				(struct finding){ .code = S("field_not_allowed"),
						  .field = in->shelf->type->fields[f].name,
						  .wrong = S("is not yours to change"),
						  .mend = S("take the column out of the file") });
	}
	return in->found.mistakes == 0;
}

/* The cell as it was before our own files put an apostrophe before what a spreadsheet would run. */
static Str
cell_of(const struct grid_row *row, int column)
{
	Str cell = column >= 0 && column < row->count ? str_trim(row->cells[column].text) : (Str){ 0 };
	bool guarded = cell.len > 1 && cell.at[0] == '\'' && strchr("=+-@\t", cell.at[1]);
	return guarded ? str_from(cell, 1) : cell;
}

static bool
bring_day(struct bringing *in, const struct grid_row *row, int head, bool open, Date *day)
{
	struct misfit misfit;
	int column = in->heads[head].column;
	if (day_read(in->shelf, cell_of(row, column), open, day, &misfit))
		return true;
	bring_complain(in, row->line, column + 1,
		       (struct finding){ .code = S("dates"),
					 .field = in->heads[head].name,
					 .seen = cell_of(row, column),
					 .wrong = misfit.wrong,
					 .mend = misfit.mend });
	return false;
}

/* The values of the line over those that are there. */
static bool
bring_values(struct bringing *in, const struct grid_row *row, const struct record *before,
	     Str *values)
{
	const struct record_type *type = in->shelf->type;
	bool read = true;
	for (int f = 0; f < type->field_count; f++) {
		struct misfit misfit;
		Str had = before ? before->values[f] : (Str){ 0 },
		    cell = cell_of(row, in->columns[f] - 1);
		values[f] = had;
		if (!in->columns[f] ||
		    field_read(in->shelf, &type->fields[f], cell, had, &values[f], &misfit))
			continue;
		bring_complain(in, row->line, in->columns[f],
			       (struct finding){ .code = S("value"),
						 .field = type->fields[f].name,
						 .seen = cell,
						 .wrong = misfit.wrong,
						 .mend = misfit.mend });
		read = false;
	}
	return read;
}

static bool
same_record(const struct record_type *type, const struct record *a, const struct record *b)
{
	bool same = !type->dated || a->when.last.day == b->when.last.day;
	for (int f = 0; f < type->field_count && same; f++)
		same = str_equal(a->values[f], b->values[f]);
	return same;
}

/* "FTE: 1 becomes 0.6" */
static Str
difference(const struct shelf *shelf, const struct record *before, const struct record *after)
{
	struct text words = text_new(shelf->own.perm);
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		Str was = field_words(shelf, field, before->values[f]),
		    is = field_words(shelf, field, after->values[f]);
		if (str_equal(before->values[f], after->values[f]))
			continue;
		text_format(&words, "%s%.*s: %.*s becomes %.*s", words.len ? "; " : "",
			    STR_ARG(field->label), STR_ARG(was.len ? was : S("nothing")),
			    STR_ARG(is.len ? is : S("nothing")));
	}
	if (shelf->type->dated && before->when.last.day != after->when.last.day)
		text_format(&words, "%sLast day: %.*s becomes %.*s", words.len ? "; " : "",
			    STR_ARG(day_words(before->when.last, shelf->own.perm)),
			    STR_ARG(day_words(after->when.last, shelf->own.perm)));
	return text_str(&words);
}

static void
bring_tell(struct bringing *in, int line, enum brought brought, const struct record *before,
	   const struct record *after)
{
	static const char *const words[BROUGHTS] = { "The same", "Added", "Changed" };
	in->counts[brought]++;
	if (brought == BROUGHT_SAME || in->preview.count == PREVIEW_MOST)
		return;
	struct cell *cells = rows_push(&in->preview, 4, in->shelf->own.perm);
	cells[0] = cell_figure(figure_whole(line), 0, UNIT_COUNT);
	cells[1] = cell_text(str_of(words[brought]));
	cells[2] = cell_text(after->ref);
	cells[3] = cell_text(before ? difference(in->shelf, before, after)
				    : record_words(in->shelf, after));
}

/* Whether the line's thing and day stood in the file before. */
static bool
twice(struct bringing *in, int line, const struct record *record)
{
	Str key = content_key(in->shelf->type, record, record->ref, false, in->shelf->own.perm);
	struct slot *slot = index_slot(&in->lines, key);
	if (!slot->key.at) {
		*slot = (struct slot){ key, record };
		return false;
	}
	bring_complain(in, line, in->heads[HEAD_REF].column + 1,
		       (struct finding){ .code = S("duplicate"),
					 .record = record->ref,
					 .field = S("ref"),
					 .wrong = S("stands in the file twice for one day"),
					 .mend = S("keep one of the two lines") });
	return true;
}

/* The next free ref, counted from the highest there is: looked for once, not for every line. */
static Str
bring_ref(struct bringing *in)
{
	const struct record_type *type = in->shelf->type;
	struct arena *perm = in->shelf->own.perm;
	if (in->next_ref == 0) {
		Str first = ref_next(in->shelf->records, 0, perm);
		in->next_ref =
			parse_decimal(str_from(first, type->letter.len + 1), 0, false).micro /
			MICRO;
	}
	return str_format(perm, "%.*s-%06lld", STR_ARG(type->letter), (long long)in->next_ref++);
}

/* A line without a ref: one with the same content is the same; else it is new. */
static void
bring_nameless(struct bringing *in, int line, struct record *record)
{
	struct arena *perm = in->shelf->own.perm;
	Str content = content_key(in->shelf->type, record, S(""), true, perm);
	struct slot *slot = index_slot(&in->by_content, content);
	if (slot->key.at) {
		bring_tell(in, line, BROUGHT_SAME, NULL, slot->record);
		return;
	}
	record->ref = bring_ref(in);
	struct record *kept = new(perm, 1, struct record);
	*kept = *record;
	*slot = (struct slot){ content, kept };
	changes_add(&in->changes,
		    (struct change){ .kind = ADD, .type = in->shelf->type, .after = *record });
	bring_tell(in, line, BROUGHT_ADDED, NULL, kept);
}

static void
bring_named(struct bringing *in, int line, const struct record *before, struct record *record)
{
	if (twice(in, line, record))
		return;
	if (!before) {
		changes_add(
			&in->changes,
			(struct change){ .kind = ADD, .type = in->shelf->type, .after = *record });
		bring_tell(in, line, BROUGHT_ADDED, NULL, record);
	} else if (same_record(in->shelf->type, before, record)) {
		bring_tell(in, line, BROUGHT_SAME, before, record);
	} else {
		record->id = before->id;
		record->version = before->version;
		changes_add(&in->changes, (struct change){ .kind = ALTER,
							   .type = in->shelf->type,
							   .before = *before,
							   .after = *record });
		bring_tell(in, line, BROUGHT_CHANGED, before, record);
	}
}

static void
bring_row(struct bringing *in, const struct grid_row *row)
{
	const struct record_type *type = in->shelf->type;
	struct arena *perm = in->shelf->own.perm;
	struct record *record = new(perm, 1, struct record);
	Str *values = new(perm, type->field_count, Str);
	*record = (struct record){ .ref = str_copy(cell_of(row, in->heads[HEAD_REF].column), perm),
				   .values = values };
	bool days = !type->dated || bring_day(in, row, HEAD_FROM, false, &record->when.first);
	if (type->dated)
		days = bring_day(in, row, HEAD_TO, true, &record->when.last) && days;
	const struct record *before = NULL;
	if (record->ref.len && days)
		before =
			index_slot(&in->by_day, content_key(type, record, record->ref, false, perm))
				->record;
	if (before && type->dated && in->heads[HEAD_TO].column < 0)
		record->when.last = before->when.last;
	if (!bring_values(in, row, before, values) || !days)
		return;
	struct record named = *record;
	if (!named.ref.len)
		named.ref = S("new");
	if (record_check(type, &named, (struct place){ in->file, row->line, in->columns },
			 &in->found))
		return;
	if (record->ref.len)
		bring_named(in, row->line, before, record);
	else
		bring_nameless(in, row->line, record);
}

/* ---- sheets ---------------------------------------------------------------------------------- */

/* Whether what stands in a column is read at all. */
static bool
is_read(const struct bringing *in, int column)
{
	bool read = false;
	for (int h = 0; h < OWN_HEADINGS + in->shelf->type->field_count; h++)
		read = read || in->heads[h].column == column;
	return read;
}

/* Cells that a spreadsheet itself could not say. */
static bool
cells_sound(struct bringing *in, const struct grid_row *row)
{
	bool sound = true;
	for (int c = 0; c < row->count; c++) {
		bool wrong = row->cells[c].kind == GRID_ERROR;
		if ((!wrong && row->cells[c].kind != GRID_NO_VALUE) || !is_read(in, c))
			continue;
		sound = false;
		bring_complain(
			in, row->line, c + 1,
			(struct finding){
				.code = wrong ? S("cell-error") : S("no-value"),
				.seen = row->cells[c].text,
				.wrong = wrong ? S("is an error of the spreadsheet")
					       : S("is a formula that was saved without its value"),
				.mend = wrong ? S("mend the formula in the sheet")
					      : S("open the file in a spreadsheet program and "
						  "save it again") });
	}
	return sound;
}

/* The first sheet whose first row holds a heading of ours: a cover may stand before it. */
static const struct grid *
sheet_of(struct bringing *in, const struct grids *grids)
{
	make_heads(in);
	for (int g = 0; g < grids->count; g++)
		for (int c = 0; grids->at[g].row_count && c < grids->at[g].rows[0].count; c++)
			for (int h = 0; h < in->head_count; h++)
				if (str_equal_fold(str_trim(grids->at[g].rows[0].cells[c].text),
						   in->heads[h].name))
					return &grids->at[g];
	return &grids->at[0];
}

void
bring_file(struct bringing *in, Str bytes)
{
	struct grids grids;
	if (!grids_read(bytes, in->file, &grids, &in->found, in->shelf->own.perm))
		return;
	const struct grid *sheet = sheet_of(in, &grids);
	in->sheet = sheet;
	if (sheet->row_count == 0) {
		bring_complain(in, 0, 0,
			       (struct finding){ .code = S("empty"),
						 .wrong = S("has no lines"),
						 .mend = S("choose another file") });
		return;
	}
	if (!read_heads(in, &sheet->rows[0]))
		return;
	index_records(in, sheet->row_count);
	for (int r = 1; r < sheet->row_count; r++)
		if (!grid_row_blank(&sheet->rows[r]) && cells_sound(in, &sheet->rows[r]))
			bring_row(in, &sheet->rows[r]);
}
