/* terminal.c: measuring, wrapping and colouring text for a terminal. */
#include "report/terminal.h"
#include "report/tidy.h"

#include <assert.h>

/* ---- cells ----------------------------------------------------------------------------------- */

struct span { uint32_t first, last; int cells; };

/* What doesn't take one cell. After Unicode's EastAsianWidth (W and F) and general category Mn,
 * in the blocks that names and addresses can bring. Sorted. */
static const struct span spans[] = {
	{ 0x00AD, 0x00AD, 0 }, { 0x0300, 0x036F, 0 }, { 0x0483, 0x0489, 0 }, { 0x0591, 0x05BD, 0 },
	{ 0x0610, 0x061A, 0 }, { 0x064B, 0x065F, 0 }, { 0x1100, 0x115F, 2 }, { 0x1AB0, 0x1AFF, 0 },
	{ 0x1DC0, 0x1DFF, 0 }, { 0x200B, 0x200F, 0 }, { 0x2060, 0x2064, 0 }, { 0x20D0, 0x20FF, 0 },
	{ 0x2E80, 0x303E, 2 }, { 0x3041, 0xA4CF, 2 }, { 0xAC00, 0xD7A3, 2 }, { 0xF900, 0xFAFF, 2 },
	{ 0xFE00, 0xFE0F, 0 }, { 0xFE20, 0xFE2F, 0 }, { 0xFE30, 0xFE6F, 2 }, { 0xFEFF, 0xFEFF, 0 },
	{ 0xFF00, 0xFF60, 2 }, { 0xFFE0, 0xFFE6, 2 }, { 0x1F300, 0x1F64F, 2 },
	{ 0x1F680, 0x1F6FF, 2 }, { 0x1F900, 0x1F9FF, 2 }, { 0x20000, 0x3FFFD, 2 },
};

/* The character that begins a tidy text, and its bytes. */
static uint32_t
first_character(Str text, ptrdiff_t *bytes)
{
	const unsigned char *p = (const unsigned char *)text.at;
	*bytes = p[0] < 0xC0 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (*bytes > text.len)
		*bytes = 1;
	static const unsigned char masks[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	uint32_t character = p[0] & masks[*bytes];
	for (ptrdiff_t i = 1; i < *bytes; i++)
		character = character << 6 | (p[i] & 0x3F);
	return character;
}

static int
character_cells(uint32_t character)
{
	for (ptrdiff_t i = 0; i < countof(spans) && spans[i].first <= character; i++)
		if (character <= spans[i].last)
			return spans[i].cells;
	return 1;
}

int
terminal_cells(Str text)
{
	int cells = 0;
	for (ptrdiff_t bytes; text.len; text = str_from(text, bytes))
		cells += character_cells(first_character(text, &bytes));
	return cells;
}

/* U+202A to U+202E and U+2066 to U+2069 turn the direction of writing. */
static bool
turns_direction(uint32_t character)
{
	return (character >= 0x202A && character <= 0x202E)
		|| (character >= 0x2066 && character <= 0x2069);
}

Str
terminal_clean(Str text, struct arena *perm)
{
	Str tidy = tidy_text(text, perm);
	struct text out = text_new(perm);
	for (ptrdiff_t bytes; tidy.len; tidy = str_from(tidy, bytes)) {
		uint32_t character = first_character(tidy, &bytes);
		if (character == '\t' || character == '\n' || character == '\r')
			text_char(&out, ' ');
		else if (!turns_direction(character))
			text_add(&out, str_upto(tidy, bytes));
	}
	return text_str(&out);
}

/* ---- lines ----------------------------------------------------------------------------------- */

static Str
without_first_blanks(Str text)
{
	while (text.len && text.at[0] == ' ')
		text = str_from(text, 1);
	return text;
}

static Str
without_last_blanks(Str text)
{
	while (text.len && text.at[text.len - 1] == ' ')
		text.len--;
	return text;
}

/* A line takes at least one character, so that taking lines always ends. */
Str
terminal_line(Str *rest, int width)
{
	*rest = without_first_blanks(*rest);
	Str text = *rest;
	ptrdiff_t at = 0, blank = 0;
	for (int cells = 0; at < text.len;) {
		ptrdiff_t bytes;
		cells += character_cells(first_character(str_from(text, at), &bytes));
		if (text.at[at] == ' ')
			blank = at;
		if (cells > width && at > 0)
			break;
		at += bytes;
	}
	if (at < text.len && blank > 0)
		at = blank;
	*rest = without_first_blanks(str_from(text, at));
	return without_last_blanks(str_upto(text, at));
}

static const Str ink_codes[INKS] = {
	[INK_PLAIN]  = STR(""),
	[INK_STRONG] = STR("\033[1m"),
	[INK_QUIET]  = STR("\033[2m"),
	[INK_GOOD]   = STR("\033[32m"),
	[INK_BAD]    = STR("\033[31m"),
	[INK_NOTICE] = STR("\033[33m"),
};

struct terminal
terminal_new(int width, bool colour, struct arena *perm)
{
	enum { NARROWEST = 20 };
	return (struct terminal){
		.out = text_new(perm), .arena = perm, .colour = colour,
		.width = width < NARROWEST ? NARROWEST : width,
	};
}

void
terminal_add(struct terminal *to, Str text, enum ink ink)
{
	bool inked = to->colour && ink != INK_PLAIN && text.len;
	if (inked)
		text_add(&to->out, ink_codes[ink]);
	text_add(&to->out, text);
	if (inked)
		text_add(&to->out, S("\033[0m"));
}

void
terminal_repeat(struct terminal *to, Str mark, int count)
{
	while (count-- > 0)
		text_add(&to->out, mark);
}

void
terminal_blanks(struct terminal *to, int count)
{
	terminal_repeat(to, S(" "), count);
}

void
terminal_end(struct terminal *to)
{
	while (to->out.len && to->out.at[to->out.len - 1] == ' ')
		to->out.len--;
	text_char(&to->out, '\n');
}

void
terminal_wrap(struct terminal *to, Str first, Str text, enum ink ink)
{
	int indent = terminal_cells(first);
	assert(indent < to->width);
	Str rest = terminal_clean(text, to->arena);
	text_add(&to->out, first);
	for (bool begun = false; !begun || rest.len; begun = true) {
		if (begun)
			terminal_blanks(to, indent);
		terminal_add(to, terminal_line(&rest, to->width - indent), ink);
		terminal_end(to);
	}
}

/* ---- sparks ---------------------------------------------------------------------------------- */

struct range { int64_t least, most; };

static struct range
range_of(const Figure *values, int count)
{
	struct range range = { INT64_MAX, INT64_MIN };
	for (int i = 0; i < count; i++)
		if (figure_present(values[i])) {
			range.least = values[i].micro < range.least ? values[i].micro : range.least;
			range.most = values[i].micro > range.most ? values[i].micro : range.most;
		}
	return range;
}

Str
terminal_spark(const struct chart *chart, struct arena *perm)
{
	static const Str heights[] = {
		STR("▁"), STR("▂"), STR("▃"), STR("▄"), STR("▅"), STR("▆"), STR("▇"), STR("█"),
	};
	if (chart->kind == CHART_STACK)
		return terminal_clean(chart->title, perm);
	struct text out = text_new(perm);
	const Figure *values = chart->series_count ? chart->series[0].values : NULL;
	int count = values ? chart->label_count : 0;
	struct range range = range_of(values, count);
	double rise = (double)range.most - (double)range.least;
	for (int i = 0; i < count; i++) {
		double share = rise > 0 ? (double)(values[i].micro - range.least) / rise : 0.5;
		int height = (int)(share * (countof(heights) - 1) + 0.5);
		text_add(&out, figure_present(values[i]) ? heights[height] : S(" "));
	}
	return text_str(&out);
}
