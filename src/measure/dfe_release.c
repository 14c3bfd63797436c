/* dfe_release.c: DfE's indicator file of the children's social work workforce, read whole. */
#include "measure/published.h"

#include <string.h>

#include "files/file.h"
#include "measure/dfe_file.h"
#include "measure/published_format.h"

/* DfE's file of nine years is 0.3 MB. */
enum { DFE_BYTES_MOST = 100 * 1024 * 1024, DFE_ROWS_MOST = AREAS_MOST * YEARS_MOST };

static const Str key_names[DFE_KEYS] = {
	[TIME_PERIOD] = STR("time_period"),           [TIME_IDENTIFIER] = STR("time_identifier"),
	[GEOGRAPHIC_LEVEL] = STR("geographic_level"), [COUNTRY_CODE] = STR("country_code"),
	[COUNTRY_NAME] = STR("country_name"),         [REGION_CODE] = STR("region_code"),
	[REGION_NAME] = STR("region_name"),           [OLD_LA_CODE] = STR("old_la_code"),
	[NEW_LA_CODE] = STR("new_la_code"),           [LA_NAME] = STR("la_name"),
};

/* What a level is called in the file, and where its rows keep their code and name. */
static const struct { Str level; enum dfe_key code, name; } levels[] = {
	[COUNTRY]   = { STR("National"), COUNTRY_CODE, COUNTRY_NAME },
	[REGION]    = { STR("Regional"), REGION_CODE, REGION_NAME },
	[AUTHORITY] = { STR("Local authority"), NEW_LA_CODE, LA_NAME },
};

/* ---- one row --------------------------------------------------------------------------------- */

static Str
cell_of(const struct dfe_file *file, const struct csv_row *row, int heading)
{
	int column = file->headings[heading].column;
	return column < 0 ? (Str){ 0 } : str_trim(row->fields[column]);
}

/* Which record a row is, in the file's own words: "Walsall 2025". */
static Str
record_of(const struct dfe_file *file, const struct csv_row *row)
{
	static const enum dfe_key names[] = { LA_NAME, REGION_NAME, COUNTRY_NAME };
	Str name = { 0 };
	for (ptrdiff_t i = 0; i < countof(names) && name.len == 0; i++)
		name = cell_of(file, row, (int)names[i]);
	return str_format(file->found->arena, "%.*s %.*s", STR_ARG(name),
	                  STR_ARG(cell_of(file, row, TIME_PERIOD)));
}

/* Adds a finding about one cell. Always false. */
static bool
cell_finding(struct dfe_file *file, const struct csv_row *row, int heading, enum severity severity,
             Str code, Str wrong, Str mend)
{
	findings_add(file->found, (struct finding){
		.severity = severity, .code = code, .file = file->name, .line = row->line,
		.column = file->headings[heading].column + 1, .record = record_of(file, row),
		.field = file->headings[heading].name, .seen = cell_of(file, row, heading),
		.wrong = wrong, .mend = mend });
	return false;
}

/* Adds a finding about a whole row, or the whole file when `line` is 0. Always false. */
bool
dfe_row_finding(struct dfe_file *file, int line, Str record, Str code, Str wrong, Str mend)
{
	findings_add(file->found, (struct finding){
		.severity = MISTAKE, .code = code, .file = file->name, .line = line, .record = record,
		.wrong = wrong, .mend = mend });
	return false;
}

static bool
read_level(struct dfe_file *file, const struct csv_row *row, struct dfe_row *out)
{
	Str cell = cell_of(file, row, GEOGRAPHIC_LEVEL);
	for (int i = 0; i < countof(levels); i++)
		if (str_equal_fold(levels[i].level, cell)) {
			out->level = (enum area_level)i;
			return true;
		}
	return cell_finding(file, row, GEOGRAPHIC_LEVEL, MISTAKE, S("level"),
	                    S("is not a level that is read"),
	                    S("write National, Regional or Local authority"));
}

static bool
read_year(struct dfe_file *file, const struct csv_row *row, struct dfe_row *out)
{
	Str cell = cell_of(file, row, TIME_PERIOD);
	struct parsed_decimal year = parse_decimal(cell, 0, false);
	out->year = year.ok && cell.len == 4 ? (int)(year.micro / MICRO) : 0;
	bool ok = out->year >= FIRST_YEAR && out->year <= LAST_YEAR;
	if (!ok)
		cell_finding(file, row, TIME_PERIOD, MISTAKE, S("year"), S("is not a census year"),
		             S("write four digits, such as 2025"));
	if (!str_equal_fold(cell_of(file, row, TIME_IDENTIFIER), S("Reporting year")))
		ok = cell_finding(file, row, TIME_IDENTIFIER, MISTAKE, S("year"),
		                  S("is not the kind of period that is read"),
		                  S("write Reporting year"));
	return ok;
}

/* A code in its column; `fits` says whether it has the right shape. */
static bool
read_code(struct dfe_file *file, const struct csv_row *row, enum dfe_key key, bool (*fits)(Str),
          Str *out)
{
	Str cell = cell_of(file, row, (int)key);
	*out = str_copy(cell, file->perm);
	return fits(cell)
	    || cell_finding(file, row, (int)key, MISTAKE, S("code"), S("is not a code"),
	                    fits == old_code_fits
	                        ? S("write three digits, such as 335, or two such joined by \" / \"")
	                        : S("write a nine-character code, such as E08000030"));
}

static bool
read_place(struct dfe_file *file, const struct csv_row *row, struct dfe_row *out)
{
	enum dfe_key name = levels[out->level].name;
	bool ok = read_code(file, row, levels[out->level].code, ons_code_fits, &out->code);
	if (out->level == AUTHORITY) {
		ok &= read_code(file, row, OLD_LA_CODE, old_code_fits, &out->old_code);
		ok &= read_code(file, row, REGION_CODE, ons_code_fits, &out->region_code);
	}
	out->name = str_copy(cell_of(file, row, (int)name), file->perm);
	if (!name_fits(out->name))
		ok = cell_finding(file, row, (int)name, MISTAKE, S("name"), S("is not a name"),
		                  S("write the area's name, in at most 120 bytes on one line"));
	return ok;
}

static bool
read_figure(struct dfe_file *file, const struct csv_row *row, int heading, Figure *figure)
{
	Str cell = cell_of(file, row, heading);
	*figure = figure_absent(NOT_PUBLISHED);
	if (file->headings[heading].column < 0)
		return true;
	if (cell.len == 0) {
		cell_finding(file, row, heading, QUERY, S("blank"), S("is blank"),
		             S("read as not published; DfE writes x where there is no figure"));
		return true;
	}
	if (!figure_parse(cell, figure))
		return cell_finding(file, row, heading, MISTAKE, S("number"),
		                    S("is neither a number nor one of DfE's symbols"),
		                    S("write a number such as 1234.5 without commas, or z, x, c, low "
		                      "or u"));
	if (figure_present(*figure) && (figure->micro < 0 || figure->micro > CELL_MOST))
		return cell_finding(file, row, heading, MISTAKE, S("range"),
		                    S("cannot be: figures are from 0 to 1,000,000,000"),
		                    S("write the figure as published"));
	return true;
}

static bool
read_row(struct dfe_file *file, const struct csv_row *row, struct dfe_row *out)
{
	*out = (struct dfe_row){ .line = row->line, .area = NO_AREA };
	if (row->flaw != CSV_SOUND) {
		findings_add(file->found, (struct finding){
			.severity = MISTAKE, .code = S("csv"), .file = file->name, .line = row->line,
			.column = row->flaw_field, .wrong = csv_flaw_wrong(row->flaw),
			.mend = csv_flaw_mend(row->flaw) });
		return false;
	}
	if (row->count != file->columns)
		return dfe_row_finding(file, row->line, (Str){ 0 }, S("cells"),
		                   str_format(file->found->arena, "the row has %d cells and the heading "
		                              "row %d", row->count, file->columns),
		                   S("check commas inside names, and that the file is whole"));
	bool level = read_level(file, row, out), ok = read_year(file, row, out) && level;
	if (level)
		ok &= read_place(file, row, out);
	for (int m = 0; m < MEASURES; m++)
		ok &= read_figure(file, row, DFE_KEYS + m, &out->cells[m]);
	return ok;
}

/* ---- the whole file -------------------------------------------------------------------------- */

static struct dfe_row *
next_row(struct dfe_file *file)
{
	if (file->count == file->room) {
		int room = file->room ? file->room * 2 : 2048;
		struct dfe_row *moved = new(file->perm, room, struct dfe_row);
		if (file->count)
			memcpy(moved, file->rows, (size_t)file->count * sizeof *moved);
		file->rows = moved;
		file->room = room;
	}
	return &file->rows[file->count];
}

static bool
read_headings(struct dfe_file *file, const struct csv_row *row)
{
	for (int k = 0; k < DFE_KEYS; k++)
		file->headings[k] = (struct csv_heading){ key_names[k], true, -1 };
	for (int m = 0; m < MEASURES; m++)
		file->headings[DFE_KEYS + m] = (struct csv_heading){ measures[m].name, true, -1 };
	file->columns = row->count;
	if (row->flaw != CSV_SOUND)
		return dfe_row_finding(file, row->line, (Str){ 0 }, S("csv"), csv_flaw_wrong(row->flaw),
		                   csv_flaw_mend(row->flaw));
	return csv_headings(row, file->headings, DFE_KEYS + MEASURES, file->name, file->found);
}

/* A file cut in its last cell looks whole but for its last line end. */
static void
note_missing_end(struct dfe_file *file, Str text, int line)
{
	char last = text.at[text.len - 1];
	if (last != '\n' && last != '\r')
		findings_add(file->found, (struct finding){
			.severity = QUERY, .code = S("end"), .file = file->name, .line = line,
			.wrong = S("the last line has no line end, so its last figure may be cut short"),
			.mend = S("compare the last row with what was published") });
}

static void
read_rows(struct dfe_file *file, struct csv *csv)
{
	struct csv_row row = { .line = 1 };
	Str text = csv->rest;
	int taken = 0;
	while (csv_next(csv, &row, file->perm)) {
		if (taken++ == DFE_ROWS_MOST) {
			dfe_row_finding(file, row.line, (Str){ 0 }, S("large"),
			            str_format(file->found->arena, "the file has over %d rows, the most "
			                       "that are read", DFE_ROWS_MOST),
			            S("send only the rows of this release"));
			return;
		}
		struct dfe_row *out = next_row(file);
		if (read_row(file, &row, out))
			file->count++;
	}
	if (taken > 0)
		note_missing_end(file, text, row.line);
	else
		dfe_row_finding(file, 0, (Str){ 0 }, S("empty"), S("the file has headings and no rows"),
		            S("choose the file with the figures in it"));
}

/* ---- the release ----------------------------------------------------------------------------- */

static bool
set_years(struct dfe_file *file, struct release *about)
{
	about->first_year = about->last_year = file->rows[0].year;
	for (int i = 1; i < file->count; i++) {
		int year = file->rows[i].year;
		about->first_year = year < about->first_year ? year : about->first_year;
		about->last_year = year > about->last_year ? year : about->last_year;
	}
	if (about->last_year - about->first_year < YEARS_MOST)
		return true;
	return dfe_row_finding(file, 0, (Str){ 0 }, S("year"),
	                   S("the file spans over 50 years, the most that are read"),
	                   S("check the time_period column"));
}

static const Figure *
dense_cells(const struct dfe_file *file, const struct release_draft *draft)
{
	ptrdiff_t years = draft->about.last_year - draft->about.first_year + 1;
	Figure *cells = new(file->perm, draft->count * years * MEASURES, Figure);
	for (ptrdiff_t i = 0; i < draft->count * years * MEASURES; i++)
		cells[i].absent = NOT_PUBLISHED;
	for (int i = 0; i < file->count; i++) {
		const struct dfe_row *row = &file->rows[i];
		ptrdiff_t at = (row->area * years + (row->year - draft->about.first_year)) * MEASURES;
		memcpy(cells + at, row->cells, sizeof row->cells);
	}
	return cells;
}

/* A header's value on one line: control characters become blanks, and what is too long is cut. */
static Str
one_line(Str value, struct arena *perm)
{
	if (!str_utf8(value, NULL))
		return S("(name not readable)");
	ptrdiff_t length = value.len < HEADER_BYTES_MOST ? value.len : HEADER_BYTES_MOST;
	while (length < value.len && length > 0 && ((unsigned char)value.at[length] & 0xC0) == 0x80)
		length--;
	char *out = str_c(str_upto(value, length), perm);
	for (ptrdiff_t i = 0; i < length; i++)
		if ((unsigned char)out[i] < ' ' || out[i] == 0x7F)
			out[i] = ' ';
	return (Str){ out, length };
}

static void
fill_header(struct release *about, Str text, Str file, struct arena *perm)
{
	if (about->name.len == 0)
		about->name = str_format(perm, "%d", about->last_year);
	if (about->file.len == 0)
		about->file = file;
	if (about->sha256.len == 0)
		about->sha256 = file_sha256(text, perm);
	for (int i = 0; i < RELEASE_HEADER_FIELDS; i++) {
		Str *field = release_header_field(about, i);
		*field = one_line(*field, perm);
	}
}

/* Two runs of findings, each in file order, as one. */
static void
merge_runs(struct findings *found, ptrdiff_t first, ptrdiff_t second)
{
	ptrdiff_t count = found->count - first, a = first, b = second;
	struct finding *merged = new(found->arena, count, struct finding);
	for (ptrdiff_t i = 0; i < count; i++) {
		bool take_a = b == found->count || (a < second && found->at[a].line <= found->at[b].line);
		merged[i] = found->at[take_a ? a++ : b++];
	}
	if (count)
		memcpy(found->at + first, merged, (size_t)count * sizeof *merged);
}

/* Every row and its area. Rows that repeat are found last, and are told of where they stand. */
static bool
read_all_rows(struct dfe_file *file, struct csv *csv, struct release_draft *draft)
{
	ptrdiff_t first = file->found->count, mistakes = file->found->mistakes;
	read_rows(file, csv);
	ptrdiff_t second = file->found->count;
	if (file->count && !dfe_rows_placed(file, draft))
		merge_runs(file->found, first, second);
	return file->count > 0 && file->found->mistakes == mistakes;
}

bool
dfe_release_read(struct published *p, Str text, struct release about, Str file_name,
                 struct findings *found, struct arena *perm)
{
	struct dfe_file file = { .name = file_name, .found = found, .perm = perm };
	struct release_draft draft = { .about = about };
	struct csv_row row;
	if (!csv_is_text(text, DFE_BYTES_MOST, file_name, found))
		return false;
	struct csv csv = csv_open(text);
	if (!csv_next(&csv, &row, perm) || !read_headings(&file, &row)
	    || !read_all_rows(&file, &csv, &draft) || !dfe_areas_placed(&file, &draft)
	    || !set_years(&file, &draft.about))
		return false;
	fill_header(&draft.about, text, file_name, perm);
	draft.about.cells = dense_cells(&file, &draft);
	struct error err;
	return release_join(p, &draft, perm, &err)
	    || dfe_row_finding(&file, 0, (Str){ 0 }, S("room"),
	                       str_copy(str_of(err.text), found->arena),
	                       S("take a release away first"));
}
