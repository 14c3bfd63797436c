/* tokens.c: a sentence as words, numbers and signs. */
#include "claim/words.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Letters of any script: bytes beyond ASCII are parts of them, signs of print were replaced. */
static bool
is_letter(char c)
{
	return is_capital(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* Print has more signs than the tables: curly quotes, dashes and fixed blanks become plain ones.
 * Each is as long as before, filled with blanks, so that places in the sentence stay. */
static char *
plain_signs(Str sentence, struct arena *perm)
{
	static const struct { const char *sign; char plain; } signs[] = {
		{ "\u2019", '\'' }, { "\u2018", '\'' }, { "\u201c", '"' }, { "\u201d", '"' },
		{ "\u2013", ';' }, { "\u2014", ';' }, { "\u2212", '-' }, { "\u2010", '-' },
		{ "\u2011", '-' }, { "\u2022", ';' }, { "\u00a0", ' ' }, { "\u2009", ' ' },
		{ "\u202f", ' ' },
	};
	char *out = str_c(sentence, perm);
	for (ptrdiff_t i = 0; i < sentence.len; i++)
		for (ptrdiff_t s = 0; (unsigned char)out[i] >= 0x80 && s < countof(signs); s++) {
			Str sign = str_of(signs[s].sign);
			if (!str_begins((Str){ out + i, sentence.len - i }, sign))
				continue;
			bool range = i > 0 && is_digit(out[i - 1]) && is_digit(out[i + sign.len]);
			char plain = range && signs[s].plain == ';' ? '-' : signs[s].plain;
			for (ptrdiff_t k = 0; k < sign.len; k++)
				out[i + k] = ' ';
			out[i + (plain == '-' || plain == '\'' ? sign.len - 1 : 0)] = plain;
		}
	return out;
}

/* Where the word that begins at `i` ends. "England's" ends before its 's; "didn't" is whole. */
static ptrdiff_t
word_end(Str text, ptrdiff_t i)
{
	while (i < text.len && (is_letter(text.at[i]) || is_digit(text.at[i]))) {
		i++;
		bool inside = i + 1 < text.len && text.at[i] == '\'' && is_letter(text.at[i + 1]);
		bool owner = inside && (text.at[i + 1] == 's' || text.at[i + 1] == 'S')
			&& (i + 2 == text.len || !is_letter(text.at[i + 2]));
		if (inside && !owner)
			i++;
	}
	return i;
}

/* Where a number ends: a comma or a point belongs to it only with a digit behind. */
static ptrdiff_t
number_end(Str text, ptrdiff_t i)
{
	i += text.at[i] == '-';
	while (i < text.len && (is_digit(text.at[i])
	       || ((text.at[i] == ',' || text.at[i] == '.') && i + 1 < text.len && is_digit(text.at[i + 1]))))
		i++;
	return i;
}

static bool
number_begins(Str text, ptrdiff_t i)
{
	if (is_digit(text.at[i]))
		return true;
	bool free = i == 0 || text.at[i - 1] == ' ' || text.at[i - 1] == '(';
	return text.at[i] == '-' && free && i + 1 < text.len && is_digit(text.at[i + 1]);
}

static void
push(struct tokens *tokens, struct token token)
{
	if (tokens->count == TOKENS_MOST)
		tokens->too_many = true;
	else
		tokens->at[tokens->count++] = token;
}

/* "1st", "22nd": the letters after the digits, or none. */
static ptrdiff_t
ordinal_letters(Str rest)
{
	static const Str ends[] = { STR("st"), STR("nd"), STR("rd"), STR("th") };
	for (ptrdiff_t e = 0; e < countof(ends); e++)
		if (str_equal_fold(str_upto(rest, 2), ends[e])
		    && (rest.len == 2 || !is_letter(rest.at[2])))
			return 2;
	return 0;
}

static ptrdiff_t
take_number(struct tokens *tokens, Str sentence, Str text, ptrdiff_t i)
{
	ptrdiff_t end = number_end(text, i);
	Str digits = { text.at + i, end - i };
	ptrdiff_t letters = end + 2 <= text.len ? ordinal_letters(str_from(text, end)) : 0;
	push(tokens, (struct token){
		.kind   = letters ? TOKEN_ORDINAL : TOKEN_NUMBER,
		.text   = digits,
		.seen   = { sentence.at + i, end + letters - i },
		.number = parse_decimal(digits, 6, true),
	});
	return end + letters;
}

static ptrdiff_t
take_word(struct tokens *tokens, Str sentence, Str text, ptrdiff_t i, struct arena *perm)
{
	ptrdiff_t end = word_end(text, i);
	push(tokens, (struct token){
		.kind    = TOKEN_WORD,
		.text    = str_lower((Str){ text.at + i, end - i }, perm),
		.seen    = { sentence.at + i, end - i },
		.capital = is_capital(text.at[i]),
	});
	return end;
}

/* A hyphen inside a word parts it: "case-holding" is read as "case holding". */
struct tokens
tokens_of(Str sentence, struct arena *perm)
{
	ptrdiff_t room = sentence.len < TOKENS_MOST ? sentence.len : TOKENS_MOST;
	struct tokens tokens = { .at = new(perm, room, struct token) };
	Str text = { plain_signs(sentence, perm), sentence.len };
	for (ptrdiff_t i = 0; i < text.len && !tokens.too_many;) {
		char c = text.at[i];
		if (str_begins(str_from(text, i), S("\u00a3"))) {
			push(&tokens, (struct token){ .kind = TOKEN_SIGN, .text = S("\u00a3"),
				.seen = { sentence.at + i, 2 } });
			i += 2;
		} else if (number_begins(text, i)) {
			i = take_number(&tokens, sentence, text, i);
		} else if (is_letter(c)) {
			i = take_word(&tokens, sentence, text, i, perm);
		} else {
			bool owner = c == '\'' && i + 1 < text.len && (text.at[i + 1] == 's' || text.at[i + 1] == 'S');
			ptrdiff_t length = owner ? 2 : 1;
			Str plain = owner ? S("'s") : c == '&' ? S("and") : (Str){ text.at + i, 1 };
			bool hyphen = c == '-' && i + 1 < text.len && text.at[i + 1] != ' ';
			if (c > ' ' && c != '"' && !hyphen && (c != '\'' || owner))
				push(&tokens, (struct token){
					.kind = c == '&' ? TOKEN_WORD : TOKEN_SIGN, .text = plain,
					.seen = { sentence.at + i, length } });
			i += length;
		}
	}
	return tokens;
}
