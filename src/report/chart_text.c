/* chart_text.c: how wide words are, and where they break. */
#include "report/chart_draw.h"

#include <assert.h>

/* Advance widths of Arial in thousandths of its size, from the blank to the tilde. Read from the
 * hmtx tables of Liberation Sans 2, which is made to Arial's measures; they are also those of
 * Helvetica in Adobe's core font metrics. */
static const unsigned short regular[] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};
static const unsigned short bold[] = {
	278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
	975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
	333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
	611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
};
_Static_assert(countof(regular) == '~' - ' ' + 1, "one width for each printable letter");
_Static_assert(countof(bold) == countof(regular), "both faces alike");

/* A reader without Arial gets a face that is a little wider or narrower: room for that. */
enum { SPARE_PERCENT = 103 };

/* Other characters, by the bytes that begin them: accented and Greek letters are as wide as a
 * capital at most, and beyond U+07FF nothing is promised but that it fits an em. */
static int
other_width(unsigned char lead)
{
	return lead >= 0xE0 ? 1000 : 722;
}

/* Bytes in the character that begins the text; 1 for a byte that begins none. */
static ptrdiff_t
letter_length(Str text)
{
	unsigned char lead = (unsigned char)text.at[0];
	ptrdiff_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	return length < text.len ? length : text.len;
}

/* A true minus, an en dash and typographic quotes are common here and narrower than an em. */
static int
letter_width(Str letter, bool heavy)
{
	unsigned char lead = (unsigned char)letter.at[0];
	if (lead >= ' ' && lead <= '~')
		return heavy ? bold[lead - ' '] : regular[lead - ' '];
	if (str_equal(letter, S("\u2212")))
		return 584;
	if (str_equal(letter, S("\u2013")) || str_equal(letter, S("£")))
		return 556;
	if (str_equal(letter, S("\u2019")) || str_equal(letter, S("\u2018")))
		return 278;
	return other_width(lead);
}

/* In thousandths of a tenth, so that a long text does not gather rounding. */
static int64_t
exact_width(Str text, struct type type)
{
	int64_t width = 0;
	while (text.len) {
		ptrdiff_t length = letter_length(text);
		width += (int64_t)letter_width(str_upto(text, length), type.bold) * type.size;
		text = str_from(text, length);
	}
	return width;
}

int
draw_width(Str text, struct type type)
{
	int64_t width = (exact_width(text, type) * SPARE_PERCENT / 100 + 999) / 1000;
	return width < 1000000 ? (int)width : 1000000;
}

int
draw_widest(const struct lines *lines, struct type type)
{
	int widest = 0;
	for (int i = 0; i < lines->count; i++) {
		int width = draw_width(lines->at[i], type);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* The longest beginning that fits: whole words, or as much of the first word as will go; at least
 * one letter. */
static ptrdiff_t
fitting(Str text, struct type type, int width)
{
	int64_t used = 0;
	ptrdiff_t words = 0, i = 0;
	while (i < text.len) {
		Str letter = str_upto(str_from(text, i), letter_length(str_from(text, i)));
		if (text.at[i] == ' ')
			words = i;
		used += (int64_t)letter_width(letter, type.bold) * type.size;
		if (used * SPARE_PERCENT / 100 > (int64_t)width * 1000)
			return words ? words : i ? i : letter.len;
		i += letter.len;
	}
	return i;
}

/* As much of the text as fits with an ellipsis after it. */
static Str
cut_short(Str text, struct type type, int width, struct arena *perm)
{
	Str dots = S("\u2026");
	ptrdiff_t fits = fitting(text, type, width - draw_width(dots, type));
	return str_join(str_trim(str_upto(text, fits)), dots, perm);
}

struct lines
draw_wrap(Str text, struct type type, struct room room, struct arena *perm)
{
	assert(room.lines >= 1);
	assert(room.lines <= WRAP_MOST);
	struct lines lines = { 0 };
	text = str_trim(text);
	while (text.len) {
		ptrdiff_t fits = fitting(text, type, room.width);
		if (lines.count + 1 == room.lines && fits < text.len) {
			lines.at[lines.count++] = cut_short(text, type, room.width, perm);
			break;
		}
		lines.at[lines.count++] = str_trim(str_upto(text, fits));
		text = str_trim(str_from(text, fits));
	}
	return lines;
}

struct lines
draw_one_line(Str text)
{
	return (struct lines){ .at = { text }, .count = text.len > 0 };
}
