/* lexicon.c: gathering the phrases, and matching one. */
#include "claim/lexicon.h"

#include <string.h>

char
small_letter(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool
parts_words(char c)
{
	return c == ' ' || c == '-' || c == '_' || c == '.' || c == ',';
}

/* The next word of a phrase of a table or of a name; `comma` when one stood before it. */
static Str
phrase_word(Str *rest, bool *comma)
{
	*comma = false;
	while (rest->len && parts_words(rest->at[0])) {
		*comma |= rest->at[0] == ',';
		*rest = str_from(*rest, 1);
	}
	ptrdiff_t end = 0;
	while (end < rest->len && !parts_words(rest->at[end]))
		end++;
	Str word = str_upto(*rest, end);
	*rest = str_from(*rest, end);
	return word;
}

static bool
same_word(Str word, Str seen, bool may_be_plural)
{
	if (small_letter(word.at[0]) != seen.at[0] && word.at[0] != '&')
		return false;
	if (str_equal_fold(word, seen) || (str_equal(word, S("&")) && str_equal(seen, S("and"))))
		return true;
	return may_be_plural && seen.len == word.len + 1 && seen.at[seen.len - 1] == 's'
		&& str_equal_fold(word, str_upto(seen, word.len));
}

int
phrase_length(const struct tokens *tokens, int at, Str phrase)
{
	if (phrase.len == 0 || at >= tokens->count || tokens->at[at].text.len == 0
	    || small_letter(phrase.at[0]) != small_letter(tokens->at[at].text.at[0]))
		return 0;
	int i = at;
	bool comma;
	if (phrase.len == 1)
		return tokens->at[at].text.len == 1;
	for (Str rest = phrase; rest.len;) {
		Str word = phrase_word(&rest, &comma);
		if (word.len == 0)
			break;
		if (comma && i < tokens->count && str_equal(tokens->at[i].text, S(",")))
			i++;
		if (i == tokens->count || !same_word(word, tokens->at[i].text, rest.len == 0))
			return 0;
		i++;
	}
	return i - at;
}

/* Where `c` first stands in a name, or -1. Some 800 names are gone through for each sentence. */
static ptrdiff_t
first_of(Str name, char c)
{
	const char *at = memchr(name.at, c, (size_t)name.len);
	return at ? at - name.at : -1;
}

/* A name for a sentence without its article and its basis in brackets. */
static Str
bare_title(Str title)
{
	ptrdiff_t bracket = first_of(title, '(');
	Str bare = bracket < 0 ? title : str_trim(str_upto(title, bracket));
	return str_begins(bare, S("the ")) ? str_from(bare, 4) : bare;
}

/* ---- gathering ------------------------------------------------------------------------------ */

struct gathering {
	struct phrase *at;
	int            count, room;
};

static void
gather(struct gathering *all, struct phrase phrase)
{
	if (phrase.text.len && all->count < all->room)
		all->at[all->count++] = phrase;
}

static void
gather_measures(struct gathering *all)
{
	for (int id = 0; id < MEASURES; id++) {
		const struct measure *row = &measures[id];
		struct phrase phrase = { .kind = MARK_MEASURE, .code = -1, .measures = (uint32_t)1 << id };
		for (ptrdiff_t w = 0; w < countof(row->words); w++) {
			phrase.text = row->words[w];
			gather(all, phrase);
		}
		phrase.text = bare_title(row->plain);
		gather(all, phrase);
		phrase.text = bare_title(row->title);
		gather(all, phrase);
	}
	for (int i = 0; i < measure_phrase_count; i++)
		gather(all, (struct phrase){ .text = measure_phrases[i].phrase, .kind = MARK_MEASURE,
			.code = -1, .measures = (uint32_t)1 << measure_phrases[i].id });
}

static void
gather_own(struct gathering *all, const struct own_series *own)
{
	for (int i = 0; own && i < own->measure_count; i++) {
		if (own->measures[i].dfe != NO_MEASURE)
			continue;
		struct phrase phrase = { .kind = MARK_MEASURE, .code = i, .text = own->measures[i].name };
		gather(all, phrase);
		phrase.text = bare_title(own->measures[i].title);
		gather(all, phrase);
	}
}

static void
gather_rows(struct gathering *all)
{
	for (int i = 0; i < word_row_count; i++)
		gather(all, (struct phrase){ .text = word_rows[i].phrase, .kind = word_rows[i].kind,
			.code = word_rows[i].code });
	for (int i = 0; i < factor_count; i++)
		gather(all, (struct phrase){ .text = factors[i].phrase, .kind = MARK_FACTOR, .code = i });
}

/* The members of a joint return stand for it; "Bristol" for "Bristol, City of". */
static void
gather_places(struct gathering *all, const struct areas *areas)
{
	for (int a = 0; a < areas->count; a++) {
		Str name = areas->at[a].name;
		struct phrase phrase = { .kind = MARK_AREA, .code = a, .text = name,
			.needs_capital = str_equal_fold(name, S("reading")) || str_equal_fold(name, S("bury")) };
		ptrdiff_t slash = first_of(name, '/'), comma = first_of(name, ',');
		if (slash >= 0) {
			phrase.text = str_trim(str_upto(name, slash));
			gather(all, phrase);
			phrase.text = str_trim(str_from(name, slash + 1));
		}
		gather(all, phrase);
		if (comma >= 0 && str_ends(name, S(" of"))) {
			phrase.text = str_upto(name, comma);
			gather(all, phrase);
		}
	}
}

static unsigned char
letter_of(Str text)
{
	return (unsigned char)small_letter(text.at[0]);
}

/* In order of first letters, else as they were gathered. */
struct lexicon
lexicon_of(const struct published *p, const struct own_series *own, struct arena *perm)
{
	int room = MEASURES * 10 + measure_phrase_count + word_row_count + factor_count
		+ 3 * p->areas.count + (own ? 2 * own->measure_count : 0);
	struct gathering all = { .at = new(perm, room, struct phrase), .room = room };
	gather_measures(&all);
	gather_own(&all, own);
	gather_rows(&all);
	gather_places(&all, &p->areas);

	struct lexicon lexicon = { .at = new(perm, all.count + 1, struct phrase), .count = all.count };
	int next[257] = { 0 };
	for (int i = 0; i < all.count; i++)
		lexicon.from[letter_of(all.at[i].text) + 1]++;
	for (int letter = 0; letter < 256; letter++) {
		lexicon.from[letter + 1] += lexicon.from[letter];
		next[letter + 1] = lexicon.from[letter + 1];
	}
	for (int i = 0; i < all.count; i++)
		lexicon.at[next[letter_of(all.at[i].text)]++] = all.at[i];
	return lexicon;
}
