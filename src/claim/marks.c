/* marks.c: the longest phrase that begins at each token. */
#include "claim/lexicon.h"

struct marking {
	const struct published *p;
	const struct tokens    *tokens;
	struct lexicon          lexicon;
	struct marks            marks;
	bool                    measure_said;        /* some mark before is a measure */
};

/* Of phrases of one length a measure goes before a row, and a row before a place. */
static int
precedence(enum mark_kind kind)
{
	return kind == MARK_MEASURE ? 2 : kind == MARK_AREA ? 0 : 1;
}

static void
take_phrase(const struct marking *m, struct mark *best, const struct phrase *phrase, int length)
{
	int now = best->last - best->first + 1;
	bool measure = phrase->kind == MARK_MEASURE;
	if (length == now && measure && best->kind == MARK_MEASURE) {
		best->measures |= phrase->measures;
		best->own = phrase->code >= 0 ? phrase->code : best->own;
		return;
	}
	bool later = phrase->kind == MARK_AREA && best->kind == MARK_AREA
		&& m->p->areas.at[phrase->code].last_year > m->p->areas.at[best->area].last_year;
	if (length < now || (length == now && !later
	                     && precedence(phrase->kind) <= precedence(best->kind)))
		return;
	*best = (struct mark){ .kind = phrase->kind, .first = best->first,
		.last = best->first + length - 1, .code = phrase->code, .measures = phrase->measures,
		.own = measure ? phrase->code : -1, .area = phrase->kind == MARK_AREA ? phrase->code : 0 };
}

static struct mark
phrase_at(const struct marking *m, int at)
{
	struct mark best = { .kind = MARK_WORD, .first = at, .last = at - 1, .own = -1 };
	const struct token *token = &m->tokens->at[at];
	unsigned char letter = (unsigned char)small_letter(token->text.at[0]);
	for (int i = m->lexicon.from[letter]; i < m->lexicon.from[letter + 1]; i++) {
		const struct phrase *phrase = &m->lexicon.at[i];
		int length = phrase->needs_capital && !token->capital ? 0
			: phrase_length(m->tokens, at, phrase->text);
		if (length)
			take_phrase(m, &best, phrase, length);
	}
	return best;
}

static bool
is_word(const struct tokens *tokens, int at, Str word)
{
	if (at >= tokens->count || tokens->at[at].text.at[0] != word.at[0])
		return false;
	return str_equal(tokens->at[at].text, word);
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
	bool counted = is_word(t, i + 1, S("years")) || is_word(t, i + 1, S("year"));
	int years = counted ? small_number_at(t, i) : 0;
	bool said = years > 0;
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
	int day = t->at[at].kind == TOKEN_NUMBER ? small_number_at(t, at) : 0;
	int i = at + (day > 0 && day <= 31 && month_at(t, at + 1) > 0);
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
	struct mark best = phrase_at(m, at);
	if (best.last < at)
		best = (struct mark){ .kind = MARK_WORD, .first = at, .last = at, .own = -1 };
	return best;
}

struct marks
marks_of(const struct published *p, const struct own_series *own, const struct tokens *tokens,
         struct arena *perm)
{
	struct marking m = { .p = p, .tokens = tokens, .lexicon = lexicon_of(p, own, perm) };
	m.marks.at = new(perm, tokens->count, struct mark);
	for (int at = 0; at < tokens->count;) {
		struct mark mark = mark_at(&m, at);
		m.measure_said |= mark.kind == MARK_MEASURE;
		m.marks.at[m.marks.count++] = mark;
		at = mark.last + 1;
	}
	return m.marks;
}
