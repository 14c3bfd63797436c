/* marks.c: the longest phrase that begins at each token. */
#include "claim/tables.h"

struct marking {
	const struct published  *p;
	const struct own_series *own;
	const struct tokens     *tokens;
	struct marks             marks;
	bool                     measure_said;       /* some mark before is a measure */
};

static char
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
	if (str_equal_fold(word, seen) || (str_equal(word, S("&")) && str_equal(seen, S("and"))))
		return true;
	return may_be_plural && seen.len == word.len + 1 && seen.at[seen.len - 1] == 's'
		&& str_equal_fold(word, str_upto(seen, word.len));
}

/* How many tokens from `at` on are this phrase; 0 when they are not. The last word may have an s. */
static int
phrase_length(const struct tokens *tokens, int at, Str phrase)
{
	if (phrase.len == 0 || at >= tokens->count || tokens->at[at].text.len == 0
	    || small_letter(phrase.at[0]) != small_letter(tokens->at[at].text.at[0]))
		return 0;
	int i = at;
	bool comma;
	if (!parts_words(phrase.at[0]) && phrase.len == 1)
		return str_equal(phrase, tokens->at[at].text);
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

static void
longer_measure(struct mark *best, int length, uint32_t bit)
{
	int now = best->kind == MARK_MEASURE ? best->last - best->first + 1 : 0;
	if (length == 0 || length < now)
		return;
	if (length > now)
		*best = (struct mark){ .kind = MARK_MEASURE, .first = best->first,
			.last = best->first + length - 1, .own = -1 };
	best->measures |= bit;
}

/* A name for a sentence without its article and its basis in brackets. */
static Str
bare_title(Str title)
{
	ptrdiff_t bracket = str_find(title, S(" ("));
	Str bare = bracket < 0 ? title : str_upto(title, bracket);
	return str_begins(bare, S("the ")) ? str_from(bare, 4) : bare;
}

static struct mark
measure_at(const struct marking *m, int at)
{
	struct mark best = { .kind = MARK_WORD, .first = at, .last = at - 1, .own = -1 };
	for (int id = 0; id < MEASURES; id++) {
		const struct measure *row = &measures[id];
		uint32_t bit = (uint32_t)1 << id;
		for (ptrdiff_t w = 0; w < countof(row->words) && row->words[w].len; w++)
			longer_measure(&best, phrase_length(m->tokens, at, row->words[w]), bit);
		longer_measure(&best, phrase_length(m->tokens, at, bare_title(row->plain)), bit);
		longer_measure(&best, phrase_length(m->tokens, at, bare_title(row->title)), bit);
	}
	for (int i = 0; i < measure_phrase_count; i++)
		longer_measure(&best, phrase_length(m->tokens, at, measure_phrases[i].phrase),
		               (uint32_t)1 << measure_phrases[i].id);
	for (int i = 0; m->own && i < m->own->measure_count; i++) {
		const struct own_measure *own = &m->own->measures[i];
		if (own->dfe != NO_MEASURE)
			continue;
		int title = phrase_length(m->tokens, at, bare_title(own->title));
		int name = phrase_length(m->tokens, at, own->name);
		int length = title > name ? title : name;
		if (length && at + length - 1 > best.last)
			best = (struct mark){ .kind = MARK_MEASURE, .first = at, .last = at + length - 1 };
		if (length && at + length - 1 == best.last)
			best.own = i;
	}
	return best;
}

/* How much of `name` stands at `at`: a member of a joint return, or a name without its "City of". */
static int
name_length(const struct tokens *tokens, int at, Str name)
{
	int best = 0;
	ptrdiff_t slash = str_find(name, S(" / "));
	if (slash >= 0) {
		best = phrase_length(tokens, at, str_upto(name, slash));
		name = str_from(name, slash + 3);
	}
	int length = phrase_length(tokens, at, name);
	ptrdiff_t comma = str_find(name, S(","));
	if (length == 0 && comma >= 0 && str_ends(name, S(" of")))
		length = phrase_length(tokens, at, str_upto(name, comma));
	return length > best ? length : best;
}

/* Names that are also words need their capital. */
static bool
also_a_word(Str name)
{
	return str_equal_fold(name, S("reading")) || str_equal_fold(name, S("bury"));
}

static struct mark
area_at(const struct marking *m, int at)
{
	struct mark best = { .kind = MARK_WORD, .first = at, .last = at - 1, .own = -1 };
	if (m->tokens->at[at].kind != TOKEN_WORD)
		return best;
	for (int a = 0; a < m->p->areas.count; a++) {
		const struct area *area = &m->p->areas.at[a];
		int length = name_length(m->tokens, at, area->name);
		int now = best.last - at + 1;
		if (length == 0 || length < now || (also_a_word(area->name) && !m->tokens->at[at].capital))
			continue;
		if (length > now || area->last_year > m->p->areas.at[best.area].last_year)
			best = (struct mark){ .kind = MARK_AREA, .first = at, .last = at + length - 1,
				.own = -1, .area = a };
	}
	return best;
}

static struct mark
row_at(const struct marking *m, int at)
{
	struct mark best = { .kind = MARK_WORD, .first = at, .last = at - 1, .own = -1 };
	for (int i = 0; i < word_row_count; i++) {
		int length = phrase_length(m->tokens, at, word_rows[i].phrase);
		if (length > best.last - at + 1)
			best = (struct mark){ .kind = word_rows[i].kind, .first = at, .last = at + length - 1,
				.code = word_rows[i].code, .own = -1 };
	}
	for (int i = 0; i < factor_count; i++) {
		int length = phrase_length(m->tokens, at, factors[i].phrase);
		if (length > best.last - at + 1)
			best = (struct mark){ .kind = MARK_FACTOR, .first = at, .last = at + length - 1,
				.code = i, .own = -1 };
	}
	return best;
}

static bool
is_word(const struct tokens *tokens, int at, Str word)
{
	return at < tokens->count && str_equal(tokens->at[at].text, word);
}

/* A whole number of years: "five", "5". */
static int
small_number_at(const struct tokens *tokens, int at)
{
	if (at >= tokens->count)
		return 0;
	const struct token *token = &tokens->at[at];
	if (token->kind == TOKEN_NUMBER && token->number.ok && token->number.places == 0
	    && token->number.micro > 0 && token->number.micro < (int64_t)100 * MICRO)
		return (int)(token->number.micro / MICRO);
	for (int i = 0; i < small_number_count; i++)
		if (str_equal(small_numbers[i].word, token->text))
			return small_numbers[i].value;
	return 0;
}

/* "the last five years", "5 years". */
static struct mark
span_at(const struct marking *m, int at)
{
	const struct tokens *t = m->tokens;
	int i = at + is_word(t, at, S("the"));
	i += is_word(t, i, S("last")) || is_word(t, i, S("past")) || is_word(t, i, S("previous"))
		|| is_word(t, i, S("latest"));
	int years = small_number_at(t, i);
	bool said = years && (is_word(t, i + 1, S("years")) || is_word(t, i + 1, S("year")));
	return (struct mark){ .kind = said ? MARK_SPAN : MARK_WORD, .first = at,
		.last = said ? i + 1 : at - 1, .code = years, .own = -1 };
}

static int
unit_at(const struct marking *m, int at, enum written *written)
{
	int best = 0;
	*written = WRITTEN_BARE;
	for (int i = 0; i < unit_row_count; i++) {
		int length = phrase_length(m->tokens, at, unit_rows[i].phrase);
		if (length > best && (!unit_rows[i].after_measure || m->measure_said)) {
			best = length;
			*written = unit_rows[i].written;
		}
	}
	return best;
}

/* 2023 where it can only be a year: four digits, no unit behind. */
static int
year_number(const struct marking *m, int at)
{
	if (at >= m->tokens->count)
		return 0;
	const struct token *token = &m->tokens->at[at];
	enum written written;
	bool plain = token->kind == TOKEN_NUMBER && token->text.len == 4 && token->number.ok
		&& token->number.places == 0;
	int year = plain ? (int)(token->number.micro / MICRO) : 0;
	return year >= 1990 && year <= 2099 && unit_at(m, at + 1, &written) == 0 ? year : 0;
}

static int
month_at(const struct tokens *tokens, int at)
{
	for (int month = 1; month <= 12; month++)
		if (is_word(tokens, at, month_names[month - 1]))
			return month;
	return 0;
}

/* "2023", "September 2023", "30 September 2023", "2022-23", "2022/23". */
static struct mark
year_at(const struct marking *m, int at)
{
	const struct tokens *t = m->tokens;
	int i = at + (small_number_at(t, at) > 0 && small_number_at(t, at) <= 31 && month_at(t, at + 1) > 0);
	int month = month_at(t, i);
	i += month > 0;
	int year = year_number(m, i);
	if (year == 0)
		return (struct mark){ .kind = MARK_WORD, .first = at, .last = at - 1, .own = -1 };
	struct mark mark = { .kind = MARK_YEAR, .first = at, .last = i, .own = -1, .when = { year, month } };
	int next = i + 1 + is_word(t, i + 1, S("/"));
	bool joined = next < t->count && t->at[next].kind == TOKEN_NUMBER
		&& t->at[next].seen.at == t->at[i].seen.at + 5;
	Str tail = joined ? t->at[next].text : S("");
	int last = joined && t->at[next].number.ok ? (int)(t->at[next].number.micro / MICRO) : 0;
	if ((tail.len == 2 && last == (year + 1) % 100) || (tail.len == 4 && last == year + 1)) {
		mark.two_years = true;
		mark.when.year = year + 1;
		mark.last = next;
	}
	return mark;
}

static struct mark
number_at(const struct marking *m, int at)
{
	const struct token *token = &m->tokens->at[at];
	struct mark mark = { .kind = MARK_NUMBER, .first = at, .last = at, .own = -1,
		.number = token->number, .ordinal = token->kind == TOKEN_ORDINAL };
	mark.last += unit_at(m, at + 1, &mark.written);
	if (at > 0 && str_equal(m->tokens->at[at - 1].text, S("\u00a3")))
		mark.written = WRITTEN_POUNDS;
	return mark;
}

static struct mark
mark_at(const struct marking *m, int at)
{
	struct mark year = year_at(m, at), span = span_at(m, at);
	if (year.kind == MARK_YEAR)
		return year;
	if (span.kind == MARK_SPAN)
		return span;
	if (m->tokens->at[at].kind == TOKEN_NUMBER || m->tokens->at[at].kind == TOKEN_ORDINAL)
		return number_at(m, at);
	struct mark best = measure_at(m, at), row = row_at(m, at), area = area_at(m, at);
	if (row.last > best.last)
		best = row;
	if (area.last > best.last)
		best = area;
	if (best.last < at)
		best = (struct mark){ .kind = MARK_WORD, .first = at, .last = at, .own = -1 };
	return best;
}

struct marks
marks_of(const struct published *p, const struct own_series *own, const struct tokens *tokens,
         struct arena *perm)
{
	struct marking m = { .p = p, .own = own, .tokens = tokens };
	m.marks.at = new(perm, MARKS_MOST, struct mark);
	for (int at = 0; at < tokens->count && m.marks.count < MARKS_MOST;) {
		struct mark mark = mark_at(&m, at);
		m.measure_said |= mark.kind == MARK_MEASURE;
		m.marks.at[m.marks.count++] = mark;
		at = mark.last + 1;
	}
	return m.marks;
}
