/* xlsx_styles.c: which styles make a number a date or a time. */
#include "files/xlsx.h"
#include "base/quantity.h"

#include <string.h>

/* Excel itself has at most 65,490 styles and some hundreds of formats in a workbook. */
enum { STYLES_MOST = 65536, FORMATS_MOST = 1024 };

/* Built-in formats that are dates or times: ECMA-376 part 1, 18.8.30, with those of East Asia. */
static const struct { int first, last; enum xlsx_style style; } built_in[] = {
	{ 14, 17, STYLE_DATE }, { 18, 21, STYLE_TIME }, { 22, 22, STYLE_DATE }, { 27, 36, STYLE_DATE },
	{ 45, 47, STYLE_TIME }, { 50, 58, STYLE_DATE },
};

struct format { int id; enum xlsx_style style; };
struct formats { struct format *at; int count, room; };
struct styling { struct xlsx *book; struct formats formats; bool cells; };

/* ---- what a format says ------------------------------------------------------------------------ */

/* Elapsed time: "[h]", "[mm]", "[ss]". */
static bool
is_elapsed(Str inside)
{
	for (ptrdiff_t i = 0; i < inside.len; i++)
		if (!strchr("hmsHMS", inside.at[i]) || inside.at[i] != inside.at[0])
			return false;
	return inside.len > 0;
}

/* Past what is no format: "text", [Red] or [$-809], and the character after \ _ or *. `*time` when it
 * was elapsed time. */
static ptrdiff_t
skip_quoted(Str format, ptrdiff_t at, bool *time)
{
	char c = format.at[at], closing = c == '[' ? ']' : '"';
	if (c == '\\' || c == '_' || c == '*')
		return at + 2;
	ptrdiff_t end = at + 1;
	while (end < format.len && format.at[end] != closing)
		end++;
	if (c == '[')
		*time |= is_elapsed((Str){ format.at + at + 1, end - at - 1 });
	return end + 1;
}

enum xlsx_style
xlsx_format_style(Str format)
{
	bool day = false, time = false, month_or_minute = false;
	if (str_equal_fold(format, S("General")))
		return STYLE_PLAIN;
	for (ptrdiff_t i = 0; i < format.len && format.at[i] != ';'; ) {
		char c = format.at[i];
		if (strchr("\"[\\_*", c)) {
			i = skip_quoted(format, i, &time);
			continue;
		}
		day |= c && strchr("dDyY", c) != NULL;
		time |= c && strchr("hHsS", c) != NULL;
		month_or_minute |= c == 'm' || c == 'M';
		i++;
	}
	if (day || (month_or_minute && !time))
		return STYLE_DATE;
	return time ? STYLE_TIME : STYLE_PLAIN;
}

/* ---- styles.xml -------------------------------------------------------------------------------- */

static int
small_number(Str text)
{
	struct parsed_decimal number = parse_decimal(text, 0, false);
	return number.ok && number.micro >= 0 && number.micro < (int64_t)100000 * MICRO
		? (int)(number.micro / MICRO) : -1;
}

/* A format of the workbook's own comes before the built-in one with its number. */
static enum xlsx_style
style_of(const struct styling *in, int id)
{
	for (int i = 0; i < in->formats.count; i++)
		if (in->formats.at[i].id == id)
			return in->formats.at[i].style;
	for (ptrdiff_t i = 0; i < countof(built_in); i++)
		if (id >= built_in[i].first && id <= built_in[i].last)
			return built_in[i].style;
	return STYLE_PLAIN;
}

static void
open_style(void *context, const struct xml_tag *tag)
{
	struct styling *in = context;
	struct xlsx *book = in->book;
	if (str_equal(tag->name, S("cellXfs"))) {
		in->cells = true;
	} else if (str_equal(tag->name, S("numFmt")) && in->formats.count < FORMATS_MOST) {
		*xlsx_push(&in->formats, book->perm) = (struct format){
			small_number(xml_attribute(tag, S("numFmtId"))),
			xlsx_format_style(xml_attribute(tag, S("formatCode"))) };
	} else if (in->cells && str_equal(tag->name, S("xf")) && book->styles.count < STYLES_MOST) {
		*xlsx_push(&book->styles, book->perm) =
			style_of(in, small_number(xml_attribute(tag, S("numFmtId"))));
	}
}

static void
close_style(void *context, Str name)
{
	struct styling *in = context;
	if (str_equal(name, S("cellXfs")))
		in->cells = false;
}

static void
text_style(void *context, Str text)
{
	(void)context, (void)text;
}

bool
xlsx_styles_read(struct xlsx *book, int part)
{
	struct styling in = { .book = book };
	struct xml_handler handler = { &in, open_style, close_style, text_style };
	if (!xlsx_part_read(book, part, &handler))
		return false;
	if (in.formats.count == FORMATS_MOST || book->styles.count == STYLES_MOST)
		return xlsx_refuse(book, S("xlsx-limit"), zipped_name(book->zip, part),
		                   S("has more styles than a spreadsheet program makes"),
		                   S("copy the list into a new workbook, values only"));
	return true;
}
