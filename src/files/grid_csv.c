/* grid_csv.c: a CSV file as a grid, in whichever way its letters are written. */
#include "files/grid_csv.h"

#include "files/csv.h"
#include "files/windows.h"

#include <string.h>

/* ---- letters ----------------------------------------------------------------------------------- */

static void
put_character(struct text *out, uint32_t c)
{
	char bytes[4];
	ptrdiff_t count = 0;
	if (c < 0x80) {
		bytes[count++] = (char)c;
	} else if (c < 0x800) {
		bytes[count++] = (char)(0xC0 | c >> 6);
	} else if (c < 0x10000) {
		bytes[count++] = (char)(0xE0 | c >> 12);
		bytes[count++] = (char)(0x80 | (c >> 6 & 63));
	} else {
		bytes[count++] = (char)(0xF0 | c >> 18);
		bytes[count++] = (char)(0x80 | (c >> 12 & 63));
		bytes[count++] = (char)(0x80 | (c >> 6 & 63));
	}
	if (c >= 0x80)
		bytes[count++] = (char)(0x80 | (c & 63));
	text_add(out, (Str){ bytes, count });
}

static bool
refuse(Str file, struct findings *found, Str code, Str wrong, Str mend)
{
	findings_add(found, (struct finding){ .severity = MISTAKE, .code = code, .file = file,
		.wrong = wrong, .mend = mend });
	return false;
}

/* A code unit of UTF-16, in either order of its bytes. */
static uint32_t
unit_at(Str bytes, ptrdiff_t at, bool big)
{
	unsigned char first = (unsigned char)bytes.at[at], second = (unsigned char)bytes.at[at + 1];
	return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static bool
from_utf16(Str bytes, Str file, Str *text, struct findings *found, struct arena *perm)
{
	bool big = bytes.at[0] == '\xFE', sound = bytes.len % 2 == 0;
	struct text out = text_new(perm);
	for (ptrdiff_t at = 2; at + 1 < bytes.len && sound; at += 2) {
		uint32_t c = unit_at(bytes, at, big);
		if (c >= 0xD800 && c < 0xE000) {
			uint32_t low = at + 3 < bytes.len ? unit_at(bytes, at + 2, big) : 0;
			sound = c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			at += 2;
		}
		if (sound)
			put_character(&out, c);
	}
	*text = text_str(&out);
	return sound || refuse(file, found, S("utf-16"),
	                       S("the file begins as UTF-16 text, and is damaged"),
	                       S("save it from Excel as \"CSV UTF-8\""));
}

/* False when a byte is none of Windows-1252's. */
static bool
from_windows(Str bytes, Str *text, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < bytes.len; i++) {
		uint32_t c = windows_1252_character((unsigned char)bytes.at[i]);
		if (c == 0)
			return false;
		put_character(&out, c);
	}
	*text = text_str(&out);
	return true;
}

/* Text of two or three letters beyond ASCII that reads as UTF-8 is UTF-8, with damage elsewhere. */
static bool
is_mostly_utf8(Str bytes)
{
	int good = 0, bad = 0;
	for (ptrdiff_t i = 0; i < bytes.len; ) {
		unsigned char c = (unsigned char)bytes.at[i];
		ptrdiff_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
		bool sound = length <= bytes.len - i && str_utf8((Str){ bytes.at + i, length }, NULL);
		good += sound && c >= 0x80;
		bad += !sound;
		i += sound ? length : 1;
	}
	return good > bad;
}

/* The line of the first byte that is not ASCII, to look at. */
static int
line_of_first_odd(Str bytes)
{
	int line = 1;
	for (ptrdiff_t i = 0; i < bytes.len && (unsigned char)bytes.at[i] < 0x80; i++)
		line += bytes.at[i] == '\n'
			|| (bytes.at[i] == '\r' && (i + 1 == bytes.len || bytes.at[i + 1] != '\n'));
	return line;
}

/* The text as UTF-8, from UTF-16 with a mark or Windows-1252, or as it is. False, with a finding, when
 * it is none of these. */
static bool
grid_csv_decode(Str bytes, Str file, Str *text, struct findings *found, struct arena *perm)
{
	*text = bytes;
	if (str_begins(bytes, S("\xFF\xFE")) || str_begins(bytes, S("\xFE\xFF")))
		return from_utf16(bytes, file, text, found, perm);
	bool nul = bytes.len > 0 && memchr(bytes.at, 0, (size_t)bytes.len);
	if (nul || str_utf8(bytes, NULL) || is_mostly_utf8(bytes) || !from_windows(bytes, text, perm))
		return true;                         /* what is amiss with it, csv_is_text says */
	findings_add(found, (struct finding){ .severity = QUERY, .code = S("windows-1252"), .file = file,
		.line = line_of_first_odd(bytes),
		.wrong = S("is not written in UTF-8, and is read as Windows-1252"),
		.mend = S("look at the names with accents here; save as \"CSV UTF-8\" next time") });
	return true;
}

/* ---- rows -------------------------------------------------------------------------------------- */

struct rows { struct grid_row *at; int count, room; };
struct filing { struct grid *grid; struct rows rows; int cells, said; struct findings *found;
                struct arena *perm; };

static void
say(struct filing *in, const struct csv_row *row, int column, enum severity severity, Str code, Str wrong,
    Str mend)
{
	struct finding finding = { .severity = severity, .code = code, .file = in->grid->file,
		.line = row->line, .column = column, .wrong = wrong, .mend = mend };
	if (in->said == GRID_SAID_MOST)
		finding = (struct finding){ .severity = MISTAKE, .code = S("more"), .file = in->grid->file,
			.wrong = S("has more that is amiss; the first 1,000 were said"), .mend = S("mend those first") };
	if (in->said++ <= GRID_SAID_MOST)
		findings_add(in->found, finding);
}

/* Files put one after another leave their marks inside. */
static Str
without_mark(struct filing *in, const struct csv_row *row, int column)
{
	Str text = row->fields[column];
	if (!str_begins(text, S("\xEF\xBB\xBF")))
		return text;
	say(in, row, column + 1, QUERY, S("csv-mark"), S("begins with the mark that begins a file"),
	    S("check whether two files were put together, with the headings twice"));
	return str_from(text, 3);
}

static struct grid_row *
more_rows(struct rows *rows, struct arena *perm)
{
	if (rows->count == rows->room) {
		int room = rows->room ? rows->room * 2 : 64;
		struct grid_row *moved = new(perm, room, struct grid_row);
		if (rows->count > 0)
			memcpy(moved, rows->at, (size_t)rows->count * sizeof *moved);
		rows->at = moved;
		rows->room = room;
	}
	return &rows->at[rows->count++];
}

static void
take_row(struct filing *in, const struct csv_row *row)
{
	int count = row->count;
	while (count > 0 && row->fields[count - 1].len == 0)
		count--;
	struct grid_cell *cells = new(in->perm, count, struct grid_cell);
	for (int c = 0; c < count; c++) {
		Str text = without_mark(in, row, c);
		cells[c] = (struct grid_cell){ text.len ? GRID_TEXT : GRID_EMPTY, .text = text };
	}
	if (row->flaw != CSV_SOUND)
		say(in, row, row->flaw_field, MISTAKE, S("csv"), csv_flaw_wrong(row->flaw), csv_flaw_mend(row->flaw));
	*more_rows(&in->rows, in->perm) = (struct grid_row){ .cells = cells, .count = count, .line = row->line };
	in->cells += count;
	in->grid->column_count = count > in->grid->column_count ? count : in->grid->column_count;
}

bool
grid_csv_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm)
{
	enum { BYTES_MOST = 64000000 };
	Str text = bytes;
	struct csv_row row;
	if (bytes.len <= BYTES_MOST && !grid_csv_decode(bytes, file, &text, found, perm))
		return false;
	if (!csv_is_text(text, bytes.len <= BYTES_MOST ? text.len : BYTES_MOST, file, found))
		return false;
	struct grid *grid = new(perm, 1, struct grid);
	*grid = (struct grid){ .file = file };
	struct filing in = { .grid = grid, .found = found, .perm = perm };
	struct csv csv = csv_open(text);
	while (csv_next(&csv, &row, perm)) {
		if (in.rows.count == GRID_ROWS_MOST || in.cells > GRID_CELLS_MOST)
			return refuse(file, found, S("csv-limit"),
			              S("the file has more than 200,000 rows or 3,000,000 cells"), S("send the list in several files"));
		take_row(&in, &row);
	}
	grid->rows = in.rows.at;
	grid->row_count = in.rows.count;
	*grids = (struct grids){ grid, 1 };
	return grid->row_count > 0
		|| refuse(file, found, S("empty"), S("the file has no rows with anything in them"),
		          S("choose the file with the list in it"));
}
