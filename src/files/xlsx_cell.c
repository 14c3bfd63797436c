/* xlsx_cell.c: what a cell of a workbook means, and what is amiss with it.
 *
 * Days are counted from 1900, as if that had been a leap year: day 60 is 29 February 1900, which never
 * was. Workbooks of old Macintoshes count from 1 January 1904, day 0.
 */
#include "files/xlsx.h"

#include "base/quantity.h"

enum { EPOCH_1900 = -25569, EPOCH_1904 = -24107, NEVER_WAS = 60, MINUTES_OF_DAY = 24 * 60 };
enum { COLUMNS_OF_SHEET = 16384, ROWS_OF_SHEET = 1048576 };     /* XFD1048576 */

void
xlsx_say(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell,
         enum severity severity, Str code, Str wrong, Str mend)
{
	if (book->said > GRID_SAID_MOST)
		return;
	if (book->said++ == GRID_SAID_MOST) {
		findings_add(book->found, (struct finding){ .severity = MISTAKE, .code = S("more"),
			.file = book->file, .record = grid->sheet,
			.wrong = S("has more cells that are amiss; the first 1,000 were said"),
			.mend = S("mend those first") });
		return;
	}
	findings_add(book->found, (struct finding){ .severity = severity, .code = code,
		.file = book->file, .record = grid_place(grid, cell->column, cell->line, book->perm),
		.line = cell->line, .column = cell->column + 1,
		.seen = str_copy(str_upto(cell->text, cell->text.len < 60 ? cell->text.len : 60), book->perm),
		.wrong = wrong, .mend = mend });
}

/* ---- places and kinds -------------------------------------------------------------------------- */

bool
xlsx_place(Str ref, int *column, int *line)
{
	ptrdiff_t i = 0;
	*column = *line = 0;
	for (; i < ref.len && i < 3 && ref.at[i] >= 'A' && ref.at[i] <= 'Z'; i++)
		*column = *column * 26 + (ref.at[i] - 'A' + 1);
	if (i == 0 || i == ref.len || ref.len - i > 7 || ref.at[i] == '0')
		return false;
	for (; i < ref.len; i++) {
		if (ref.at[i] < '0' || ref.at[i] > '9')
			return false;
		*line = *line * 10 + (ref.at[i] - '0');
	}
	return (*column)-- <= COLUMNS_OF_SHEET && *line <= ROWS_OF_SHEET;
}

enum xlsx_type
xlsx_type_of(Str attribute)
{
	static const struct { Str name; enum xlsx_type type; } types[] = {
		{ STR(""), TYPE_NUMBER }, { STR("n"), TYPE_NUMBER }, { STR("s"), TYPE_SHARED },
		{ STR("str"), TYPE_TEXT }, { STR("inlineStr"), TYPE_INLINE }, { STR("b"), TYPE_YES_NO },
		{ STR("e"), TYPE_ERROR }, { STR("d"), TYPE_ISO_DATE },
	};
	for (ptrdiff_t i = 0; i < countof(types); i++)
		if (str_equal(types[i].name, attribute))
			return types[i].type;
	return TYPE_ODD;
}

/* ---- numbers ----------------------------------------------------------------------------------- */

/* Figures of a number as 0.d1d2d3... times ten to `point`. */
enum { FIGURES_READ = 40, FIGURES_KEPT = 15, POINT_MOST = 310 };
struct figures { char at[FIGURES_READ]; int count, point; bool minus; };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "E-5" and the like, all of the rest; false when it is not that. */
static bool
read_power(Str text, int *power)
{
	bool minus = text.len > 1 && text.at[1] == '-';
	ptrdiff_t i = 1 + (text.len > 1 && (text.at[1] == '-' || text.at[1] == '+'));
	*power = 0;
	if (i >= text.len || text.len - i > 4)
		return false;
	for (; i < text.len; i++) {
		if (!is_digit(text.at[i]))
			return false;
		*power = *power * 10 + (text.at[i] - '0');
	}
	*power = minus ? -*power : *power;
	return true;
}

static bool
read_figures(Str text, struct figures *f)
{
	int whole = 0, digits = 0, power = 0;
	bool point = false;
	ptrdiff_t i = text.len > 0 && (text.at[0] == '-' || text.at[0] == '+');
	*f = (struct figures){ .minus = text.len > 0 && text.at[0] == '-' };
	for (; i < text.len && (is_digit(text.at[i]) || (text.at[i] == '.' && !point)); i++) {
		if (text.at[i] == '.') {
			point = true;
			continue;
		}
		digits++;
		if (f->count == 0 && text.at[i] == '0') {        /* a nought before the first figure */
			whole -= point;
			continue;
		}
		whole += !point;
		if (f->count < FIGURES_READ)
			f->at[f->count++] = text.at[i];
	}
	if (digits == 0 || digits > 400)
		return false;
	if (i < text.len && ((text.at[i] != 'e' && text.at[i] != 'E') || !read_power(str_from(text, i), &power)))
		return false;
	f->point = whole + power;
	return f->count == 0 || (f->point <= POINT_MOST && f->point >= -POINT_MOST);
}

/* To 15 figures, half up, without noughts at the end. */
static void
round_figures(struct figures *f)
{
	bool up = f->count > FIGURES_KEPT && f->at[FIGURES_KEPT] >= '5';
	f->count = f->count > FIGURES_KEPT ? FIGURES_KEPT : f->count;
	while (up && f->count > 0 && f->at[f->count - 1] == '9')
		f->count--;
	if (up && f->count > 0) {
		f->at[f->count - 1]++;
	} else if (up) {
		f->at[f->count++] = '1';
		f->point++;
	}
	while (f->count > 0 && f->at[f->count - 1] == '0')
		f->count--;
}

bool
xlsx_number(Str stored, Str *plain, struct arena *perm)
{
	struct figures f;
	if (!read_figures(stored, &f))
		return false;
	round_figures(&f);
	if (f.count == 0)
		return *plain = S("0"), true;
	int before = f.point > 0 ? f.point : 1, places = f.count > f.point ? f.count - f.point : 0;
	char *out = new(perm, f.minus + before + 1 + places, char);
	Str made = { out, 0 };
	if (f.minus)
		out[made.len++] = '-';
	int first = f.point > 0 ? 0 : f.point - 1;           /* which figure stands first; below 0: noughts */
	for (int i = first; i < f.point || i < f.count; i++) {
		if (i == f.point)
			out[made.len++] = '.';
		out[made.len++] = i >= 0 && i < f.count ? f.at[i] : '0';
	}
	return *plain = made, true;
}

/* ---- dates and times --------------------------------------------------------------------------- */

static struct grid_cell
dated(Date date, bool formula, struct arena *perm)
{
	return (struct grid_cell){ GRID_DATE, .formula = formula, .text = date_iso(date, perm), .date = date };
}

/* Whole days, rounded down, and the minutes of the day. */
struct moment { int64_t days; int minutes; };

/* Why the day with this number is no date, in words; empty when it is one. */
static Str
day_amiss(const struct xlsx *book, int64_t days)
{
	int64_t last = date_of(9999, 12, 31).day - (book->dates_1904 ? EPOCH_1904 : EPOCH_1900);
	if (days < 0)
		return S("has a date's style, and is before the first day that a spreadsheet knows");
	if (days > last)
		return S("has a date's style, and is after 31 December 9999");
	if (!book->dates_1904 && days == 0)
		return S("has a date's style, and shows as 0 January 1900");
	if (!book->dates_1904 && days == NEVER_WAS)
		return S("has a date's style, and shows as 29 February 1900, which never was");
	return (Str){ 0 };
}

static Date
day_of(const struct xlsx *book, int64_t days)
{
	if (book->dates_1904)
		return (Date){ (int32_t)days + EPOCH_1904 };
	return (Date){ (int32_t)days + EPOCH_1900 + (days < NEVER_WAS) };
}

/* A number with the style of a date or time. One that is no day is given as the number it is. */
static struct grid_cell
read_moment(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell,
            enum xlsx_style style, Str plain)
{
	ptrdiff_t point = str_find(plain, S("."));
	bool finer = point >= 0 && plain.len - point > 7;        /* than a millionth of a day */
	struct parsed_decimal number = parse_decimal(finer ? str_upto(plain, point + 7) : plain, 6, false);
	int64_t micro = number.micro;
	struct moment at = { micro / MICRO, 0 };
	if (micro < 0)
		at.days -= micro % MICRO != 0;
	at.minutes = (int)(((micro - at.days * MICRO) * MINUTES_OF_DAY + MICRO / 2) / MICRO);
	if (number.ok && style == STYLE_TIME && at.days >= 0 && at.days < 366) {
		int minutes = (int)at.days * MINUTES_OF_DAY + at.minutes;
		return (struct grid_cell){ GRID_TEXT, .formula = cell->formula,
			.text = str_format(book->perm, "%d:%02d", minutes / 60, minutes % 60) };
	}
	Str amiss = number.ok ? day_amiss(book, at.days) : day_amiss(book, plain.at[0] == '-' ? -1 : INT32_MAX);
	if (amiss.len == 0)
		return dated(day_of(book, at.days), cell->formula, book->perm);
	xlsx_say(book, grid, cell, QUERY, S("cell-date"), amiss, S("write the date again, or clear the cell"));
	return (struct grid_cell){ GRID_NUMBER, .formula = cell->formula, .text = plain };
}

static struct grid_cell
odd(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell, Str code, Str wrong)
{
	xlsx_say(book, grid, cell, MISTAKE, code, wrong,
	         S("open the file in a spreadsheet program, look at the cell, and save it again"));
	return (struct grid_cell){ GRID_ERROR, .formula = cell->formula, .text = S("#DAMAGED") };
}

/* ---- one cell ---------------------------------------------------------------------------------- */

static struct grid_cell
read_number(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	Str plain;
	if (!xlsx_number(str_trim(cell->text), &plain, book->perm))
		return odd(book, grid, cell, S("cell-number"), S("is stored as a number, and is none"));
	if (cell->style >= book->styles.count && cell->style != 0)
		return odd(book, grid, cell, S("cell-style"), S("has a style that the workbook does not have"));
	enum xlsx_style style = cell->style < book->styles.count ? book->styles.at[cell->style] : STYLE_PLAIN;
	if (style != STYLE_PLAIN)
		return read_moment(book, grid, cell, style, plain);
	return (struct grid_cell){ GRID_NUMBER, .formula = cell->formula, .text = plain };
}

static struct grid_cell
read_shared(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	struct parsed_decimal index = parse_decimal(str_trim(cell->text), 0, false);
	if (!index.ok || index.micro < 0 || index.micro / MICRO >= book->strings.count)
		return odd(book, grid, cell, S("cell-text"), S("points to a text that the workbook does not have"));
	Str text = book->strings.at[index.micro / MICRO];
	return (struct grid_cell){ text.len ? GRID_TEXT : GRID_EMPTY, .formula = cell->formula, .text = text };
}

static struct grid_cell
read_text(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	if (cell->text.len > xml_workbook_limits.text)
		return odd(book, grid, cell, S("cell-text"), S("holds more text than a cell can"));
	return (struct grid_cell){ cell->text.len ? GRID_TEXT : GRID_EMPTY, .formula = cell->formula,
		.text = xlsx_unescape(cell->text, book->perm) };
}

static struct grid_cell
read_yes_no(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	bool yes = str_equal(cell->text, S("1")) || str_equal(cell->text, S("true"));
	bool no = str_equal(cell->text, S("0")) || str_equal(cell->text, S("false"));
	if (!yes && !no)
		return odd(book, grid, cell, S("cell-yes-no"), S("is stored as true or false, and is neither"));
	return (struct grid_cell){ GRID_YES_NO, .formula = cell->formula, .text = yes ? S("TRUE") : S("FALSE") };
}

/* "2024-02-29", and "2024-02-29T00:00:00": the time of day is left out. "18:30:00" is a time, without its
 * seconds. */
static struct grid_cell
read_iso_date(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	Date date;
	bool hours = cell->text.len >= 5 && cell->text.at[2] == ':' && is_digit(cell->text.at[0])
		&& is_digit(cell->text.at[1]) && is_digit(cell->text.at[3]) && is_digit(cell->text.at[4]);
	if (hours)
		return (struct grid_cell){ GRID_TEXT, .formula = cell->formula,
			.text = str_copy(str_upto(cell->text, 5), book->perm) };
	bool time = cell->text.len > 10 && (cell->text.at[10] == 'T' || cell->text.at[10] == ' ');
	if ((cell->text.len != 10 && !time) || !date_parse(str_upto(cell->text, 10), &date))
		return odd(book, grid, cell, S("cell-date"), S("is stored as a date, and is none"));
	return dated(date, cell->formula, book->perm);
}

struct grid_cell
xlsx_cell_read(struct xlsx *book, const struct grid *grid, const struct xlsx_cell *cell)
{
	bool saved = cell->valued && (cell->text.len > 0 || cell->type == TYPE_TEXT);
	if (!saved)
		return (struct grid_cell){ cell->formula ? GRID_NO_VALUE : GRID_EMPTY, .formula = cell->formula };
	switch (cell->type) {
	case TYPE_NUMBER:   return read_number(book, grid, cell);
	case TYPE_SHARED:   return read_shared(book, grid, cell);
	case TYPE_TEXT:
	case TYPE_INLINE:   return read_text(book, grid, cell);
	case TYPE_YES_NO:   return read_yes_no(book, grid, cell);
	case TYPE_ISO_DATE: return read_iso_date(book, grid, cell);
	case TYPE_ERROR:
		return (struct grid_cell){ GRID_ERROR, .formula = cell->formula,
			.text = str_copy(str_upto(cell->text, cell->text.len < 20 ? cell->text.len : 20), book->perm) };
	case TYPE_ODD:      break;
	}
	return odd(book, grid, cell, S("cell-kind"), S("is of a kind that no spreadsheet has"));
}
