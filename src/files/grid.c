/* grid.c: what a file is, and names of cells. */
#include "files/grid.h"

#include "files/csv.h"
#include "files/grid_csv.h"
#include "files/xlsx.h"

#include <string.h>

#define SAVE_AS STR("open it in a spreadsheet program and save it as .xlsx")

/* Other things that a list comes as. Names of streams in an OLE2 file are UTF-16. */
static const struct { Str begins, holds, wrong, mend; } strangers[] = {
	{ STR("\xD0\xCF\x11\xE0"), STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
	  STR("the workbook has a password, and cannot be read"),
	  STR("take the password off in Excel (File, Info, Protect Workbook), and save it again") },
	{ STR("\xD0\xCF\x11\xE0"), STR(""), STR("the file is a workbook of Excel 97 to 2003 (.xls)"),
	  SAVE_AS },
	{ STR("%PDF"), STR(""), STR("the file is a PDF"), STR("ask for the list as a workbook or CSV") },
	{ STR("{\\rtf"), STR(""), STR("the file is a document of a word processor"),
	  STR("copy its table into a workbook, and save that as .xlsx") },
	{ STR("\x1F\x8B"), STR(""), STR("the file is packed (.gz)"), STR("unpack it, and send what is in it") },
	{ STR("7z\xBC\xAF"), STR(""), STR("the file is packed (.7z)"), STR("unpack it, and send what is in it") },
	{ STR("Rar!"), STR(""), STR("the file is packed (.rar)"), STR("unpack it, and send what is in it") },
	{ STR("<html"), STR(""), STR("the file is a web page, as some systems call a workbook"), SAVE_AS },
	{ STR("<!doctype"), STR(""), STR("the file is a web page, as some systems call a workbook"), SAVE_AS },
	{ STR("<table"), STR(""), STR("the file is a web page, as some systems call a workbook"), SAVE_AS },
	{ STR("<?xml"), STR(""), STR("the file is XML, as some systems call a workbook"), SAVE_AS },
};

/* True, with a finding, when the bytes are of a kind that is not read. */
static bool
is_stranger(Str bytes, Str file, struct findings *found)
{
	Str text = str_trim(str_begins(bytes, S("\xEF\xBB\xBF")) ? str_from(bytes, 3) : bytes);
	for (ptrdiff_t i = 0; i < countof(strangers); i++) {
		Str begins = strangers[i].begins;
		if (text.len < begins.len || !str_equal_fold(str_upto(text, begins.len), begins))
			continue;
		Str holds = strangers[i].holds;
		if (holds.len > 0 && !memmem(bytes.at, (size_t)bytes.len, holds.at, (size_t)holds.len))
			continue;
		findings_add(found, (struct finding){ .severity = MISTAKE, .code = S("workbook-kind"),
			.file = file, .wrong = strangers[i].wrong, .mend = strangers[i].mend });
		return true;
	}
	return false;
}

/* A file that is called a workbook, does not begin as one and is no text either: what a list looks like that
 * was cut off or overwritten on its way. (CSV by the wrong name is read as what it is.) */
static bool
is_damaged(Str bytes, Str file, struct findings *found)
{
	Str name = str_from(file, file.len < 5 ? 0 : file.len - 5);
	bool marked = str_begins(bytes, S("\xFF\xFE")) || str_begins(bytes, S("\xFE\xFF"));   /* UTF-16 */
	if (!str_equal_fold(name, S(".xlsx")) || marked || !memchr(bytes.at, '\0', (size_t)bytes.len))
		return false;
	findings_add(found, (struct finding){ .severity = MISTAKE, .code = S("workbook-damaged"), .file = file,
		.wrong = S("this looks like a damaged workbook: its name ends in .xlsx, and it does not begin as one"),
		.mend = S("open it where it came from and save it again, or ask for it once more") });
	return true;
}

bool
grids_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm)
{
	*grids = (struct grids){ 0 };
	if (is_stranger(bytes, file, found))
		return false;
	bool zip = str_begins(bytes, S("PK\x03\x04")) || str_begins(bytes, S("PK\x05\x06"));
	if (!zip && bytes.len > 0 && is_damaged(bytes, file, found))
		return false;
	bool read = zip ? xlsx_read(bytes, file, grids, found, perm)
	                : grid_csv_read(bytes, file, grids, found, perm);
	if (!read)
		*grids = (struct grids){ 0 };
	return read;
}

bool
grid_row_blank(const struct grid_row *row)
{
	for (int c = 0; c < row->count; c++)
		if (row->cells[c].kind == GRID_NO_VALUE || str_trim(row->cells[c].text).len)
			return false;
	return true;
}

int
grid_row_from(const struct grid *grid, int line)
{
	int low = 0, high = grid->row_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (grid->rows[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* ---- names ------------------------------------------------------------------------------------- */

Str
grid_cell_name(int column, int line, struct arena *perm)
{
	char letters[8];
	int at = sizeof letters;
	for (int left = column + 1; left > 0; left = (left - 1) / 26)
		letters[--at] = (char)('A' + (left - 1) % 26);
	return str_format(perm, "%.*s%d", (int)sizeof letters - at, letters + at, line);
}

/* Whether a sheet's name needs quotes, as spreadsheets write it. */
static bool
wants_quotes(Str sheet)
{
	for (ptrdiff_t i = 0; i < sheet.len; i++) {
		char c = sheet.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
			|| (unsigned char)c >= 0x80 || (i > 0 && c >= '0' && c <= '9');
		if (!plain)
			return true;
	}
	return false;
}

Str
grid_place(const struct grid *grid, int column, int line, struct arena *perm)
{
	Str name = grid_cell_name(column, line, perm);
	if (grid->sheet.len == 0)
		return name;
	if (!wants_quotes(grid->sheet))
		return str_format(perm, "%.*s!%.*s", STR_ARG(grid->sheet), STR_ARG(name));
	struct text place = text_new(perm);
	text_char(&place, '\'');
	for (ptrdiff_t i = 0; i < grid->sheet.len; i++)
		text_add(&place, grid->sheet.at[i] == '\'' ? S("''") : (Str){ grid->sheet.at + i, 1 });
	text_format(&place, "'!%.*s", STR_ARG(name));
	return text_str(&place);
}
