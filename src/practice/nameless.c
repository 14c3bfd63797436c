/* nameless.c: words of a text and of a name, brought to the letters they share. */
#include "practice/nameless.h"

enum { SHORTEST = 2, TAIL_SHORTEST = 3, ENDING_MOST = 2 };

/* ---- one character ------------------------------------------------------------------------------------ */

enum kind { BETWEEN, LETTER, UNSEEN, APOSTROPHE };
struct glyph { enum kind kind; int bytes; uint32_t code; };

struct range { uint32_t first, last; enum kind kind; };
/* What is no letter beyond ASCII; the first that fits. */
static const struct range ranges[] = {
	{ 0xAD, 0xAD, UNSEEN }, { 0x300, 0x36F, UNSEEN }, { 0x200B, 0x200F, UNSEEN }, { 0x202A, 0x202E, UNSEEN }, { 0x2060, 0x206F, UNSEEN },
	{ 0xFE00, 0xFE0F, UNSEEN }, { 0xFEFF, 0xFEFF, UNSEEN }, { 0xB4, 0xB4, APOSTROPHE }, { 0x2BC, 0x2BC, APOSTROPHE },
	{ 0x2018, 0x201B, APOSTROPHE }, { 0x2032, 0x2032, APOSTROPHE }, { 0xFF07, 0xFF07, APOSTROPHE }, { 0x80, 0xBF, BETWEEN },
	{ 0xD7, 0xD7, BETWEEN }, { 0xF7, 0xF7, BETWEEN }, { 0x2000, 0x206F, BETWEEN }, { 0x3000, 0x303F, BETWEEN },
};

static enum kind
kind_of(uint32_t code)
{
	if (code < 0x80) {
		bool letter = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
		return letter ? LETTER : code == '\'' || code == '`' ? APOSTROPHE : BETWEEN;
	}
	for (int i = 0; i < (int)(sizeof ranges / sizeof ranges[0]); i++)
		if (code >= ranges[i].first && code <= ranges[i].last)
			return ranges[i].kind;
	return LETTER;
}

/* The first character of a text that is not empty; a byte that begins none is one by itself. */
static struct glyph
glyph_of(Str text)
{
	unsigned char lead = (unsigned char)text.at[0];
	int more = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
	uint32_t code = more == 0 ? lead : lead & (0x3Fu >> more);
	if (more >= text.len)
		more = 0;
	for (int i = 1; i <= more; i++)
		code = code << 6 | ((unsigned char)text.at[i] & 0x3F);
	return (struct glyph){ kind_of(code), more + 1, code };
}

/* U+00C0 to U+017F as they are typed without accents. */
static const char plain[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrsssssssstttttt"
	"uuuuuuuuuuuuwwyyyzzzzzzs";
_Static_assert(sizeof plain - 1 == 0x180 - 0xC0, "one letter for each");

static void
add_letter(struct text *key, Str text, struct glyph glyph)
{
	if (glyph.code < 0x80)
		text_char(key, (char)(glyph.code | 0x20));
	else if (glyph.code >= 0xC0 && glyph.code < 0x180)
		text_char(key, plain[glyph.code - 0xC0]);
	else
		text_add(key, str_upto(text, glyph.bytes));
}

/* ---- one word ------------------------------------------------------------------------------------------- */

/* `key`: its letters, plain and small; `stem`: how many of them stand before the last apostrophe; 0: there is none. */
struct word { ptrdiff_t bytes, stem; Str key; };

/* The word that a text begins with; of no bytes where it begins with none. */
static struct word
word_of(Str text, struct arena *perm)
{
	struct text key = text_new(perm);
	struct word word = { 0 };
	ptrdiff_t at = 0, stem = 0;
	while (at < text.len) {
		Str rest = str_from(text, at);
		struct glyph glyph = glyph_of(rest);
		if (glyph.kind == BETWEEN || (glyph.kind != LETTER && word.bytes == 0))
			break;
		at += glyph.bytes;
		if (glyph.kind == APOSTROPHE)
			stem = key.len;
		if (glyph.kind != LETTER)
			continue;
		add_letter(&key, rest, glyph);
		word.bytes = at;
		word.stem = stem;
	}
	word.key = text_str(&key);
	return word;
}

/* ---- the words of a name ---------------------------------------------------------------------------------- */

struct keys { Str *at; int count; };

static void
add_key(struct keys *keys, Str key)
{
	if (key.len >= SHORTEST)
		keys->at[keys->count++] = key;
}

/* "Anne-Marie" is anne, marie and annemarie; "O'Brien" obrien and brien. Gives the last of them. */
static Str
add_name(struct keys *keys, Str name, struct arena *perm)
{
	struct text whole = text_new(perm);
	while (name.len > 0) {
		struct word word = word_of(name, perm);
		if (word.key.len - word.stem >= TAIL_SHORTEST)
			add_key(keys, str_from(word.key, word.stem));
		add_key(keys, word.key);
		text_add(&whole, word.key);
		name = str_from(name, word.bytes ? word.bytes : glyph_of(name).bytes);
	}
	add_key(keys, text_str(&whole));
	return text_str(&whole);
}

static struct keys
keys_of(const struct named *named, struct arena *perm)
{
	Str given = named->given, first = str_word(&given);
	struct keys keys = { .at = new(perm, 4 * (named->given.len + named->family.len) + 8, Str) };
	Str begun = add_name(&keys, first, perm), family = add_name(&keys, named->family, perm);
	while ((first = str_word(&given)).len > 0)
		add_name(&keys, first, perm);
	if (begun.len && family.len) {
		add_key(&keys, str_join(begun, family, perm));
		add_key(&keys, str_join(family, begun, perm));
	}
	return keys;
}

static bool
is_of_name(const struct word *word, const struct keys *keys)
{
	bool owns = word->stem > 0 && word->key.len - word->stem <= ENDING_MOST;
	for (int i = 0; i < keys->count; i++)
		if (str_equal(word->key, keys->at[i]) || (owns && str_equal(str_upto(word->key, word->stem), keys->at[i])))
			return true;
	return false;
}

/* ---- the text --------------------------------------------------------------------------------------------- */

/* How many bytes, up to a blank, are an address. */
static ptrdiff_t
address_of(Str text)
{
	Str rest = text, token = str_word(&rest);
	ptrdiff_t at = str_find(token, S("@"));
	return token.at == text.at && at > 0 && at + 1 < token.len ? token.len : 0;
}

Str
text_nameless(Str text, const struct named *named, struct arena *perm)
{
	struct keys keys = keys_of(named, perm);
	struct text out = text_new(perm);
	for (bool begins = true; text.len > 0;) {
		ptrdiff_t address = begins ? address_of(text) : 0;
		struct word word = address ? (struct word){ .bytes = address } : word_of(text, perm);
		ptrdiff_t bytes = word.bytes ? word.bytes : glyph_of(text).bytes;
		begins = word.bytes == 0 && (unsigned char)text.at[0] <= ' ';
		text_add(&out, address ? S("[address]") : word.bytes && is_of_name(&word, &keys) ? S("[name]") : str_upto(text, bytes));
		text = str_from(text, bytes);
	}
	return text_str(&out);
}
