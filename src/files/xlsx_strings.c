/* xlsx_strings.c: the texts that cells share, and how odd characters are written in them. */
#include "files/xlsx.h"

struct stringing {
	struct xlsx *book;
	struct text text;                    /* of the string being read; its room is used again */
	bool inside, phonetic;               /* within <t>; within <rPh>, how a name is spoken */
};

static void
open_string(void *context, const struct xml_tag *tag)
{
	struct stringing *in = context;
	if (str_equal(tag->name, S("t")))
		in->inside = !in->phonetic;
	else if (str_equal(tag->name, S("rPh")))
		in->phonetic = true;
	else if (str_equal(tag->name, S("si")))
		in->text.len = 0;
}

static void
text_string(void *context, Str text)
{
	struct stringing *in = context;
	if (in->inside && in->text.len <= xml_workbook_limits.text)
		text_add(&in->text, text);
}

static void
close_string(void *context, Str name)
{
	struct stringing *in = context;
	if (str_equal(name, S("t")))
		in->inside = false;
	else if (str_equal(name, S("rPh")))
		in->phonetic = false;
	else if (str_equal(name, S("si")))
		*xlsx_push(&in->book->strings, in->book->perm) =
			xlsx_unescape(text_str(&in->text), in->book->perm);
}

bool
xlsx_strings_read(struct xlsx *book, int part)
{
	struct stringing in = { .book = book, .text = text_new(book->perm) };
	struct xml_handler handler = { &in, open_string, close_string, text_string };
	return xlsx_part_read(book, part, &handler);
}

/* ---- _x000D_ ----------------------------------------------------------------------------------- */

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of "_xHHHH_" at the beginning, or -1. */
static int
escaped(Str text)
{
	int code = 0;
	if (text.len < 7 || text.at[0] != '_' || text.at[1] != 'x' || text.at[6] != '_')
		return -1;
	for (int i = 2; i < 6; i++) {
		int digit = hex_digit(text.at[i]);
		if (digit < 0)
			return -1;
		code = code * 16 + digit;
	}
	return code == 0 || (code >= 0xD800 && code <= 0xDFFF) ? -1 : code;
}

/* At most three bytes, so never longer than the escape. */
static ptrdiff_t
put_character(char *out, int code)
{
	if (code < 0x80)
		return out[0] = (char)code, 1;
	if (code < 0x800)
		return out[0] = (char)(0xC0 | code >> 6), out[1] = (char)(0x80 | (code & 63)), 2;
	out[0] = (char)(0xE0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 63));
	out[2] = (char)(0x80 | (code & 63));
	return 3;
}

Str
xlsx_unescape(Str text, struct arena *perm)
{
	if (str_find(text, S("_x")) < 0)
		return str_copy(text, perm);
	char *out = new(perm, text.len, char);
	Str made = { out, 0 };
	while (text.len > 0) {
		int code = escaped(text);
		if (code < 0)
			out[made.len++] = text.at[0];
		else
			made.len += put_character(out + made.len, code);
		text = str_from(text, code < 0 ? 1 : 7);
	}
	return made;
}
