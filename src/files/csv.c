/* csv.c: comma-separated text to rows, and the file-level faults that come before them. */
#include "files/csv.h"

#include <assert.h>
#include <string.h>

/* The delimiter that any of the first lines holds most of outside quotes; the earlier line, and the
 * comma, when level. */
static char
delimiter_of(Str text)
{
	enum { LINES_LOOKED_AT = 10 };
	static const char choices[] = ",;\t";
	int held[3] = { 0 }, most = 0, lines = 0;
	char best = ',';
	bool quoted = false;
	for (ptrdiff_t i = 0; i <= text.len && lines < LINES_LOOKED_AT; i++) {
		char c = i < text.len ? text.at[i] : '\n';
		quoted = quoted != (c == '"');
		bool ends = i == text.len || (!quoted && (c == '\n' || c == '\r'));
		for (int k = 0; k < 3; k++) {
			held[k] += !quoted && c == choices[k];
			if (ends && held[k] > most) {
				most = held[k];
				best = choices[k];
			}
			held[k] = ends ? 0 : held[k];
		}
		lines += ends;
	}
	return best;
}

struct csv
csv_open(Str text)
{
	if (str_begins(text, S("\xEF\xBB\xBF")))
		text = str_from(text, 3);
	return (struct csv){ .rest = text, .line = 1, .delimiter = delimiter_of(text) };
}

static bool
ends_line(const char *p, const char *end)
{
	return p == end || *p == '\n' || *p == '\r';
}

/* Past one line end: LF, CR or CRLF. */
static const char *
after_line_end(const char *p, const char *end)
{
	if (p < end && *p == '\r')
		return p + 1 + (p + 1 < end && p[1] == '\n');
	return p < end && *p == '\n' ? p + 1 : p;
}

/* A quoted field's text with each "" made one ". */
static Str
undouble(Str quoted, ptrdiff_t doubled, struct arena *perm)
{
	char *out = new(perm, quoted.len - doubled, char);
	ptrdiff_t length = 0;
	for (ptrdiff_t i = 0; i < quoted.len; i++) {
		out[length++] = quoted.at[i];
		i += quoted.at[i] == '"';
	}
	assert(length == quoted.len - doubled);
	return (Str){ out, length };
}

/* A field that began with a quote, `p` being after it. */
static const char *
take_quoted(struct csv *csv, const char *p, Str *field, enum csv_flaw *flaw, struct arena *perm)
{
	const char *end = csv->rest.at + csv->rest.len, *begin = p;
	ptrdiff_t doubled = 0;
	for (; p < end && (*p != '"' || (p + 1 < end && p[1] == '"')); p++) {
		csv->line += *p == '\n' || (*p == '\r' && !(p + 1 < end && p[1] == '\n'));
		doubled += *p == '"';
		p += *p == '"';
	}
	*field = (Str){ begin, p - begin };
	if (doubled)
		*field = undouble(*field, doubled, perm);
	if (p == end) {
		*flaw = CSV_UNCLOSED_QUOTE;
		return p;
	}
	p++;
	if (!ends_line(p, end) && *p != csv->delimiter)
		*flaw = CSV_TEXT_AFTER_QUOTE;
	return p;
}

/* The next field, leaving `rest` at the delimiter or line end after it. */
static Str
take_field(struct csv *csv, enum csv_flaw *flaw, struct arena *perm)
{
	const char *p = csv->rest.at, *end = p + csv->rest.len;
	bool quoted = p < end && *p == '"';
	Str field = { p, 0 };
	if (quoted)
		p = take_quoted(csv, p + 1, &field, flaw, perm);
	while (!ends_line(p, end) && *p != csv->delimiter)
		p++;
	if (!quoted)
		field.len = p - field.at;
	if (field.len > CSV_FIELD_MOST) {
		*flaw = CSV_FIELD_TOO_LONG;
		field.len = CSV_FIELD_MOST;
	}
	csv->rest = (Str){ p, end - p };
	return field;
}

/* One row with its line end; false when every field is blank. */
static bool
take_row(struct csv *csv, struct csv_row *row, struct arena *perm)
{
	Str fields[CSV_FIELDS_MOST];
	bool blank = true;
	*row = (struct csv_row){ .line = csv->line };
	for (;;) {
		enum csv_flaw flaw = CSV_SOUND;
		Str field = take_field(csv, &flaw, perm);
		if (row->count < CSV_FIELDS_MOST)
			fields[row->count++] = field;
		else
			flaw = CSV_TOO_MANY_FIELDS;
		if (flaw != CSV_SOUND && row->flaw == CSV_SOUND) {
			row->flaw = flaw;
			row->flaw_field = flaw == CSV_TOO_MANY_FIELDS ? row->count + 1 : row->count;
		}
		blank = blank && str_trim(field).len == 0;
		if (csv->rest.len == 0 || csv->rest.at[0] != csv->delimiter)
			break;
		csv->rest = str_from(csv->rest, 1);
	}
	const char *end = csv->rest.at + csv->rest.len;
	const char *next = after_line_end(csv->rest.at, end);
	csv->line += next != csv->rest.at;
	csv->rest = (Str){ next, end - next };
	if (blank && row->flaw == CSV_SOUND)
		return false;
	Str *kept = new(perm, row->count, Str);
	memcpy(kept, fields, (size_t)row->count * sizeof *kept);
	row->fields = kept;
	return true;
}

bool
csv_next(struct csv *csv, struct csv_row *row, struct arena *perm)
{
	while (csv->rest.len)
		if (take_row(csv, row, perm))
			return true;
	return false;
}

/* ---- what a file is ------------------------------------------------------------------------- */

/* Files whose first bytes say that they aren't CSV. */
static const struct { Str begins, code, wrong, mend; } others[] = {
	{ STR("PK\x03\x04"), STR("workbook"), STR("is a workbook or a zip file, not CSV"),
	  STR("open it and save the sheet as \"CSV UTF-8\"") },
	{ STR("\xD0\xCF\x11\xE0"), STR("workbook"), STR("is an old Excel workbook, not CSV"),
	  STR("open it and save the sheet as \"CSV UTF-8\"") },
	{ STR("%PDF"), STR("pdf"), STR("is a PDF, not CSV"), STR("ask for the figures as CSV") },
	{ STR("\xFF\xFE"), STR("utf-16"), STR("is UTF-16 text (\"Unicode text\" in Excel), not UTF-8"),
	  STR("save it from Excel as \"CSV UTF-8\"") },
	{ STR("\xFE\xFF"), STR("utf-16"), STR("is UTF-16 text (\"Unicode text\" in Excel), not UTF-8"),
	  STR("save it from Excel as \"CSV UTF-8\"") },
};

/* Adds a MISTAKE about the file, or about one of its lines. Always false. */
static bool
not_text(struct findings *found, Str file, int line, Str code, Str wrong, Str mend)
{
	findings_add(found, (struct finding){ .severity = MISTAKE, .code = code, .file = file,
	                                      .line = line, .wrong = wrong, .mend = mend });
	return false;
}

static int
line_of(Str text, ptrdiff_t place)
{
	int line = 1;
	for (ptrdiff_t i = 0; i < place; i++)
		line += text.at[i] == '\n' || (text.at[i] == '\r' && text.at[i + 1] != '\n');
	return line;
}

bool
csv_is_text(Str text, ptrdiff_t most, Str file, struct findings *found)
{
	if (str_trim(text).len == 0)
		return not_text(found, file, 0, S("empty"), S("the file is empty"),
		                S("choose the file with the figures in it"));
	if (text.len > most)
		return not_text(found, file, 0, S("large"),
		                str_format(found->arena, "the file is over %td bytes, the most we accept",
		                           most),
		                S("send only the rows that are needed"));
	for (ptrdiff_t i = 0; i < countof(others); i++)
		if (str_begins(text, others[i].begins))
			return not_text(found, file, 0, others[i].code,
			                str_join(S("the file "), others[i].wrong, found->arena),
			                others[i].mend);
	const char *nul = memchr(text.at, 0, (size_t)text.len);
	if (nul)
		return not_text(found, file, line_of(text, nul - text.at), S("nul"),
		                S("holds a NUL byte, so it is not text, or is UTF-16 text"),
		                S("save it from Excel as \"CSV UTF-8\""));
	ptrdiff_t bad;
	if (!str_utf8(text, &bad))
		return not_text(found, file, line_of(text, bad), S("utf-8"),
		                S("holds a byte that is not UTF-8 text"),
		                S("save it from Excel as \"CSV UTF-8\""));
	return true;
}

/* ---- words, headings ------------------------------------------------------------------------- */

Str
csv_flaw_wrong(enum csv_flaw flaw)
{
	switch (flaw) {
	case CSV_SOUND:            return S("");
	case CSV_UNCLOSED_QUOTE:   return S("quotes are not closed before the end of the file");
	case CSV_TEXT_AFTER_QUOTE: return S("text follows the closing quotes of a cell");
	case CSV_TOO_MANY_FIELDS:  return S("the row has more than 256 cells");
	case CSV_FIELD_TOO_LONG:   return S("the cell is over 1,048,576 bytes");
	}
	return S("");
}

Str
csv_flaw_mend(enum csv_flaw flaw)
{
	switch (flaw) {
	case CSV_SOUND:            return S("");
	case CSV_UNCLOSED_QUOTE:   return S("fetch the file again, as it may be cut short, or close them");
	case CSV_TEXT_AFTER_QUOTE: return S("write quotes inside a quoted cell twice");
	case CSV_TOO_MANY_FIELDS:  return S("check that each record is on a line of its own");
	case CSV_FIELD_TOO_LONG:   return S("check that quotes are closed");
	}
	return S("");
}

static void
unknown_heading(Str name, int column, const struct csv_row *row,
                const struct csv_heading wanted[], int count, Str file, struct findings *found)
{
	int nearest = 0;
	for (int i = 1; i < count; i++)
		if (str_distance(name, wanted[i].name) < str_distance(name, wanted[nearest].name))
			nearest = i;
	Str mend = count == 0 ? S("") : str_format(found->arena,
	        "it is left out; the nearest known column is \"%.*s\"", STR_ARG(wanted[nearest].name));
	findings_add(found, (struct finding){
		.severity = QUERY, .code = S("column"), .file = file, .line = row->line,
		.column = column + 1, .field = name, .seen = name,
		.wrong = S("is not a known column"), .mend = mend });
}

/* Notes where a heading stands, or what is wrong with it. */
static void
place_heading(const struct csv_row *row, int column, struct csv_heading wanted[], int count,
              Str file, struct findings *found)
{
	Str name = str_trim(row->fields[column]);
	if (name.len == 0)
		return;
	for (int i = 0; i < count; i++) {
		if (!str_equal_fold(wanted[i].name, name))
			continue;
		if (wanted[i].column >= 0)
			findings_add(found, (struct finding){
				.severity = MISTAKE, .code = S("column"), .file = file, .line = row->line,
				.column = column + 1, .field = wanted[i].name, .seen = name,
				.wrong = S("stands twice in the heading row"),
				.mend = S("keep one of the two columns") });
		else
			wanted[i].column = column;
		return;
	}
	unknown_heading(name, column, row, wanted, count, file, found);
}

bool
csv_headings(const struct csv_row *row, struct csv_heading wanted[], int count, Str file,
             struct findings *found)
{
	ptrdiff_t before = found->mistakes;
	for (int i = 0; i < count; i++)
		wanted[i].column = -1;
	for (int column = 0; column < row->count; column++)
		place_heading(row, column, wanted, count, file, found);
	for (int i = 0; i < count; i++)
		if (wanted[i].needed && wanted[i].column < 0)
			findings_add(found, (struct finding){
				.severity = MISTAKE, .code = S("column"), .file = file, .line = row->line,
				.field = wanted[i].name,
				.wrong = str_format(found->arena, "the column \"%.*s\" is missing",
				                    STR_ARG(wanted[i].name)),
				.mend = S("add it to the heading row") });
	return found->mistakes == before;
}
