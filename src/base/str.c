/* str.c: comparing, cutting, joining and building text. */
#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

Str
str_of(const char *text)
{
	return text ? (Str){ text, (ptrdiff_t)strlen(text) } : (Str){ 0 };
}

char *
str_c(Str text, struct arena *perm)
{
	char *out = new(perm, text.len + 1, char);
	if (text.len)
		memcpy(out, text.at, (size_t)text.len);
	return out;
}

Str
str_copy(Str text, struct arena *perm)
{
	return (Str){ str_c(text, perm), text.len };
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

bool
str_equal(Str a, Str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, (size_t)a.len) == 0);
}

bool
str_equal_fold(Str a, Str b)
{
	if (a.len != b.len)
		return false;
	for (ptrdiff_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

int
str_compare(Str a, Str b)
{
	ptrdiff_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.at, b.at, (size_t)shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool
str_begins(Str text, Str with)
{
	return text.len >= with.len && str_equal(str_upto(text, with.len), with);
}

bool
str_ends(Str text, Str with)
{
	return text.len >= with.len && str_equal(str_from(text, text.len - with.len), with);
}

ptrdiff_t
str_find(Str text, Str part)
{
	ptrdiff_t last = text.len - part.len;
	if (part.len == 0)
		return 0;
	for (ptrdiff_t i = 0; i <= last; i++) {
		const char *first = memchr(text.at + i, part.at[0], (size_t)(last - i) + 1);
		if (!first)
			return -1;
		i = first - text.at;
		if (memcmp(first, part.at, (size_t)part.len) == 0)
			return i;
	}
	return -1;
}

ptrdiff_t
str_find_fold(Str text, Str part)
{
	for (ptrdiff_t i = 0; i + part.len <= text.len; i++)
		if (str_equal_fold((Str){ text.at + i, part.len }, part))
			return i;
	return -1;
}

Str
str_from(Str text, ptrdiff_t first)
{
	assert(first >= 0 && first <= text.len);
	return first ? (Str){ text.at + first, text.len - first } : text;
}

Str
str_upto(Str text, ptrdiff_t end)
{
	assert(end >= 0 && end <= text.len);
	return (Str){ text.at, end };
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

Str
str_trim(Str text)
{
	while (text.len && blank(text.at[0]))
		text = str_from(text, 1);
	while (text.len && blank(text.at[text.len - 1]))
		text.len--;
	return text;
}

Str
str_lower(Str text, struct arena *perm)
{
	char *out = str_c(text, perm);
	for (ptrdiff_t i = 0; i < text.len; i++)
		out[i] = lower(out[i]);
	return (Str){ out, text.len };
}

Str
str_capital(Str text, struct arena *perm)
{
	if (text.len == 0 || text.at[0] < 'a' || text.at[0] > 'z')
		return text;
	char *copy = str_c(text, perm);
	copy[0] = (char)(copy[0] - 'a' + 'A');
	return (Str){ copy, text.len };
}

Str
str_join(Str a, Str b, struct arena *perm)
{
	struct text joined = text_new(perm);
	text_add(&joined, a);
	text_add(&joined, b);
	return text_str(&joined);
}

Str
str_cut(Str *text, char by)
{
	const char *found = text->len ? memchr(text->at, by, (size_t)text->len) : NULL;
	Str first = found ? str_upto(*text, found - text->at) : *text;
	*text = found ? str_from(*text, first.len + 1) : (Str){ 0 };
	return first;
}

Str
str_word(Str *text)
{
	while (text->len && blank(text->at[0]))
		*text = str_from(*text, 1);
	ptrdiff_t end = 0;
	while (end < text->len && !blank(text->at[end]))
		end++;
	Str word = str_upto(*text, end);
	*text = str_from(*text, end);
	return word;
}

/* The bytes of the well-formed character at the start, or 0. Unicode 15, table 3-7. */
static ptrdiff_t
utf8_length(const unsigned char *p, ptrdiff_t room)
{
	unsigned char lead = p[0];
	if (lead < 0x80)
		return 1;
	ptrdiff_t need = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3
	               : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
	if (need == 0 || need > room)
		return 0;
	unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
	unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
	if (p[1] < low || p[1] > high)
		return 0;
	for (ptrdiff_t i = 2; i < need; i++)
		if (p[i] < 0x80 || p[i] > 0xBF)
			return 0;
	return need;
}

bool
str_utf8(Str text, ptrdiff_t *bad)
{
	for (ptrdiff_t i = 0; i < text.len;) {
		ptrdiff_t length = utf8_length((const unsigned char *)text.at + i, text.len - i);
		if (length == 0) {
			if (bad)
				*bad = i;
			return false;
		}
		i += length;
	}
	return true;
}

ptrdiff_t
str_characters(Str text)
{
	ptrdiff_t characters = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		characters += ((unsigned char)text.at[i] & 0xC0) != 0x80;
	return characters;
}

int
str_among(struct str_rows among, Str text)
{
	int low = 0, high = among.count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		Str there;
		memcpy(&there, (const char *)among.rows + (size_t)middle * among.size + among.at, sizeof there);
		int order = str_compare(there, text);
		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

uint64_t
str_hash(Str text)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (ptrdiff_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001b3u;
	return hash;
}

static int
least(int a, int b, int c)
{
	int two = a < b ? a : b;
	return two < c ? two : c;
}

int
str_distance(Str a, Str b)
{
	enum { LONGEST = 64 };
	if (a.len > LONGEST || b.len > LONGEST)
		return (int)(a.len > b.len ? a.len : b.len);
	int row[LONGEST + 1];
	for (int j = 0; j <= (int)b.len; j++)
		row[j] = j;
	for (ptrdiff_t i = 0; i < a.len; i++) {
		int diagonal = row[0];
		row[0] = (int)i + 1;
		for (ptrdiff_t j = 0; j < b.len; j++) {
			int above = row[j + 1];
			int swapped = diagonal + (lower(a.at[i]) != lower(b.at[j]));
			row[j + 1] = least(above + 1, row[j] + 1, swapped);
			diagonal = above;
		}
	}
	return row[b.len];
}

struct text
text_new(struct arena *perm)
{
	return (struct text){ .arena = perm };
}

/* Grows in place when the text is the newest thing in its arena, else moves to twice the room. */
static void
text_need(struct text *text, ptrdiff_t more)
{
	if (text->room - text->len >= more)
		return;
	ptrdiff_t grown = (text->room + more) * 2 + 64;
	if (text->at && text->at + text->room == text->arena->next) {
		new(text->arena, grown - text->room, char);
	} else {
		char *moved = new(text->arena, grown, char);
		if (text->len)
			memcpy(moved, text->at, (size_t)text->len);
		text->at = moved;
	}
	text->room = grown;
}

void
text_add(struct text *text, Str more)
{
	if (more.len == 0)
		return;
	text_need(text, more.len);
	memcpy(text->at + text->len, more.at, (size_t)more.len);
	text->len += more.len;
}

void
text_char(struct text *text, char c)
{
	text_add(text, (Str){ &c, 1 });
}

/* Written at once into the room there is, which is nearly always enough; else once more into more. */
void
text_vformat(struct text *text, const char *format, va_list args)
{
	enum { OFTEN_ENOUGH = 64 };
	va_list again;
	va_copy(again, args);
	text_need(text, OFTEN_ENOUGH);
	ptrdiff_t room = text->room - text->len;
	int length = vsnprintf(text->at + text->len, (size_t)room, format, args);
	assert(length >= 0);
	if (length >= room) {
		text_need(text, length + 1);
		vsnprintf(text->at + text->len, (size_t)length + 1, format, again);
	}
	text->len += length;
	va_end(again);
}

void
text_format(struct text *text, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	text_vformat(text, format, args);
	va_end(args);
}

Str
text_str(const struct text *text)
{
	return (Str){ text->at, text->len };
}

Str
str_format(struct arena *perm, const char *format, ...)
{
	struct text text = text_new(perm);
	va_list args;
	va_start(args, format);
	text_vformat(&text, format, args);
	va_end(args);
	if (text.at + text.room == perm->next)       /* nothing is added to it: the room goes back */
		perm->next = text.at + text.len + 1;
	return text_str(&text);
}
