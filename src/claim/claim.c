/* claim.c: the trials of a sentence, weighed. */
#include "claim/check.h"
#include "claim/say.h"

#include <string.h>

static const struct { Str name, title; } verdicts[VERDICTS] = {
	[SUPPORTED]     = { STR("supported"), STR("Supported") },
	[NOT_SUPPORTED] = { STR("not-supported"), STR("Not supported") },
	[AMBIGUOUS]     = { STR("ambiguous"), STR("Ambiguous") },
	[OTHER_YEAR]    = { STR("other-year"), STR("Comparator is from another year") },
	[CANNOT_CHECK]  = { STR("cannot-check"), STR("Cannot be checked") },
};

Str
verdict_name(enum verdict verdict)
{
	return verdicts[verdict].name;
}

Str
verdict_title(enum verdict verdict)
{
	return verdicts[verdict].title;
}

/* ---- one kind of figures, both bases -------------------------------------------------------- */

static struct trial *
trial_of(const struct trial *like, bool headcount)
{
	struct trial *trial = new(like->perm, 1, struct trial);
	*trial = *like;
	trial->headcount = headcount;
	trial_judge(trial);
	return trial;
}

static void
take_used(struct trial *into, const struct trial *from)
{
	for (int i = 0; i < from->used_count && into->used_count < FIGURES_MOST; i++) {
		bool there = false;
		for (int k = 0; k < into->used_count; k++)
			there |= into->used[k].year == from->used[i].year && into->used[k].area == from->used[i].area
				&& str_equal(into->used[k].name, from->used[i].name)
				&& str_equal(into->used[k].measure, from->used[i].measure)
				&& str_equal(into->used[k].source, from->used[i].source);
		if (!there)
			into->used[into->used_count++] = from->used[i];
	}
}

/* Words that hold on one basis and not on the other bear two meanings. */
static struct trial *
two_bases(struct trial *fte, const struct trial *heads)
{
	add_reading(fte, (struct reading){ str_format(fte->perm, "as FTE: %.*s", STR_ARG(fte->because)),
		fte->verdict, figure_absent(NOT_PUBLISHED), UNIT_PERCENT });
	add_reading(fte, (struct reading){ str_format(fte->perm, "as headcount: %.*s",
		STR_ARG(heads->because)), heads->verdict, figure_absent(NOT_PUBLISHED), UNIT_PERCENT });
	fte->because = str_format(fte->perm, "It does not say FTE or headcount, and holds only as %s. Write "
		"which.", worse(fte->verdict, heads->verdict) ? "headcount" : "FTE");
	fte->verdict = AMBIGUOUS;
	take_used(fte, heads);
	return fte;
}

static bool
holds(const struct trial *trial)
{
	return trial->verdict == SUPPORTED || trial->verdict == OTHER_YEAR;
}

/* Printed numbers tell the basis: FTE where they are FTE figures; headcount where they are counts of
 * people. A rate that is printed without its basis is taken for FTE, which is DfE's headline: one
 * that is true of headcount alone would mislead, and is ambiguous. */
static struct trial *
weigh_bases(const struct trial *like)
{
	struct trial *fte = trial_of(like, false);
	if (!fte->both_bases)
		return fte;
	struct trial *heads = trial_of(like, true);
	if (fte->verdict == CANNOT_CHECK && heads->verdict != CANNOT_CHECK)
		return heads;
	if (fte->verdict == heads->verdict || heads->verdict == CANNOT_CHECK || (!holds(fte) && !holds(heads)))
		return fte;
	bool fte_told = fte->figures_matched > heads->figures_matched;
	bool heads_told = heads->figures_matched > fte->figures_matched && !heads->rate_matched;
	if (!worse(fte->verdict, heads->verdict)) {
		if (!fte_told)
			return two_bases(fte, heads);
		note(fte, S("It does not say FTE or headcount: its figures are FTE."));
		return fte;
	}
	if (!heads_told)
		return two_bases(fte, heads);
	note(heads, S("It does not say FTE or headcount: its figures are headcount."));
	return heads;
}

/* ---- a true sentence ------------------------------------------------------------------------ */

static Str
published_instead(const struct trial *trial)
{
	const struct instead *i = &trial->instead;
	const struct published *p = trial->p;
	Str said = S("");
	enum average average = trial->read->average_said ? trial->read->average : trial->ask->average;
	switch (i->relation) {
	case NO_RELATION: case LEVEL: break;
	case MOVE:    said = say_change(p, i->area, i->measure, i->from, i->to, trial->perm); break;
	case RECORD:  said = say_record(p, i->area, i->measure, i->to, 3, trial->perm); break;
	case RANK:    said = say_rank(p, i->area, i->measure, i->to, trial->perm); break;
	case AGAINST:
		if (i->comparator == THE_COUNTRY || i->comparator == THE_REGION || i->comparator == THE_NEIGHBOURS)
			said = say_against(p, i->area, i->measure, i->to, i->comparator == THE_COUNTRY ? ENGLAND
				: i->comparator == THE_REGION ? OWN_REGION : NEIGHBOURS, average, trial->perm);
		break;
	}
	if (said.len == 0)
		said = say_level(p, i->area, i->measure, i->to, trial->perm);
	if (said.len == 0 || i->area == trial->ask->area)
		return said;
	Str name = p->areas.at[i->area].name;
	bool article = str_begins(said, S("The "));
	Str rest = article ? str_from(said, 4) : said;
	char *small = str_c(rest, trial->perm);
	bool initial = !article && rest.len > 1 && small[0] >= 'A' && small[0] <= 'Z' && small[1] >= 'a';
	if (initial)
		small[0] = (char)(small[0] + 'a' - 'A');
	return str_format(trial->perm, "In %.*s, %s%s", STR_ARG(name), article ? "the " : "", small);
}

static struct point
own_point(const struct trial *trial, enum who who, int year)
{
	struct chosen chosen = { trial->instead.measure, -1, { 0 } };
	struct comparator_said of = { who, trial->instead.area };
	return (struct point){ year, peek_figure(trial, chosen, of, (struct when){ year, 0 }).value };
}

static Str
own_instead(const struct trial *trial)
{
	const struct instead *i = &trial->instead;
	struct topic_said topic = topic_of_measure(i->measure, trial->perm);
	struct point now = own_point(trial, A_PLACE, i->to);
	if (i->area != trial->ask->area)
		return S("");
	if (i->relation == MOVE)
		return sentence_change(topic, own_point(trial, A_PLACE, i->from), now, trial->perm);
	if (i->relation == AGAINST && i->comparator == THE_COUNTRY)
		return sentence_two(topic, now, own_point(trial, THE_COUNTRY, i->from),
		                    S("England\u2019s"), trial->perm);
	return sentence_level(topic, now, trial->perm);
}

/* ---- DfE's figures and the council's own ---------------------------------------------------- */

/* Whether both looked up the same figure and found another number. */
static bool
values_differ(const struct trial *a, const struct trial *b)
{
	for (int i = 0; i < a->used_count; i++)
		for (int k = 0; k < b->used_count; k++) {
			const struct used *x = &a->used[i], *y = &b->used[k];
			int places = x->places < y->places ? x->places : y->places;
			if (x->area == y->area && x->year == y->year && str_equal(x->name, y->name)
			    && !figure_equal(figure_round(x->value, places), figure_round(y->value, places)))
				return true;
		}
	return false;
}

static void
answer(struct claim *claim, const struct trial *trial)
{
	Str because = str_capital(trial->because, trial->perm);
	claim->verdict = trial->verdict;
	claim->because = trial->notes.len ? str_format(trial->perm, "%.*s %.*s", STR_ARG(because),
	                                               STR_ARG(trial->notes)) : because;
	claim->reading_count = trial->reading_count;
	memcpy(claim->readings, trial->readings, sizeof claim->readings);
	claim->used_count = trial->used_count;
	memcpy(claim->used, trial->used, sizeof claim->used);
	if (trial->verdict != SUPPORTED && trial->instead.set)
		claim->instead = trial->from_own ? own_instead(trial) : published_instead(trial);
}

/* A claim may be held to either; where the two part, both are said. */
static void
answer_either(struct claim *claim, struct trial *dfe, struct trial *own)
{
	if (dfe->verdict == CANNOT_CHECK || own->verdict == CANNOT_CHECK) {
		answer(claim, own->verdict == CANNOT_CHECK ? dfe : own);
		return;
	}
	bool own_first = worse(dfe->verdict, own->verdict);
	struct trial *first = own_first ? own : dfe, *second = own_first ? dfe : own;
	claim->dfe_differs = dfe->verdict != own->verdict || values_differ(dfe, own);
	if (claim->dfe_differs)
		first->because = str_format(first->perm, "By %s figures: %.*s By %s: %.*s",
			own_first ? "the council\u2019s own" : "DfE\u2019s", STR_ARG(first->because),
			own_first ? "DfE\u2019s" : "the council\u2019s own", STR_ARG(second->because));
	take_used(first, second);
	for (int i = 0; i < second->reading_count; i++)
		add_reading(first, second->readings[i]);
	answer(claim, first);
}

static bool
has_own(const struct own_series *own)
{
	return own && own->point_count > 0;
}

static void
hold(struct claim *claim, struct trial *like)
{
	struct trial *dfe = NULL, *own = NULL;
	if (like->ask->against != OWN_ONLY)
		dfe = weigh_bases(like);
	if (like->ask->against != DFE_ONLY && has_own(like->own)) {
		like->from_own = true;
		own = weigh_bases(like);
	}
	if (dfe && own)
		answer_either(claim, dfe, own);
	else if (dfe || own)
		answer(claim, dfe ? dfe : own);
	else
		claim->because = S("There are no figures of the council\u2019s own to hold it to.");
}

/* ---- the sentence --------------------------------------------------------------------------- */

static bool
is_control(char c)
{
	return ((unsigned char)c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
}

/* Why this is no sentence to read, or empty; `kept` is what of it can be shown. */
static Str
unreadable(Str text, Str *kept)
{
	ptrdiff_t bad = 0;
	if (text.len > SENTENCE_MOST) {
		*kept = S("");
		return S("It is over 2,000 bytes: check one sentence at a time.");
	}
	if (!str_utf8(text, &bad)) {
		*kept = str_upto(text, bad);
		return S("It is not text in UTF-8: paste the words alone.");
	}
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (is_control(text.at[i])) {
			*kept = str_upto(text, i);
			return S("It holds characters that are not text: paste the words alone.");
		}
	return text.len ? S("") : S("There is no sentence.");
}

static void
note_reading(struct trial *like, const struct reading_of_sentence *read)
{
	if (read->two_years)
		note(like, S("A year written 2022-23 is taken for the census year it ends in, 2023."));
}

/* A word that no table knows may turn the sentence round ("hardly", "it is untrue that"): what is
 * not read is never borne. What was read of the rest is still said. */
static void
mind_unread(struct claim *claim, const struct reading_of_sentence *read, struct arena *perm)
{
	if (read->passed_count == 0 || (claim->verdict != SUPPORTED && claim->verdict != OTHER_YEAR))
		return;
	struct text words = text_new(perm);
	for (int i = 0; i < read->passed_count; i++)
		text_format(&words, "%s\u201c%.*s\u201d", i ? ", " : "", STR_ARG(read->passed[i]));
	Str unread = text_str(&words);
	claim->verdict = CANNOT_CHECK;
	claim->because = str_format(perm, "It holds words that cannot be read and may change what it says: %.*s. "
		"Leave them out and check it again. Of the rest: %.*s", STR_ARG(unread),
		STR_ARG(claim->because));
}

struct claim
claim_check(const struct published *p, const struct own_series *own, const struct claim_ask *ask,
            struct arena *perm)
{
	struct claim claim = { .sentence = str_trim(ask->sentence), .verdict = CANNOT_CHECK };
	claim.because = unreadable(claim.sentence, &claim.sentence);
	if (claim.because.len)
		return claim;
	struct reading_of_sentence *read = new(perm, 1, struct reading_of_sentence);
	sentence_read(claim.sentence, p, own, read, perm);
	if (read->refused.len) {
		claim.because = read->refused;
		return claim;
	}
	struct trial *like = new(perm, 1, struct trial);
	*like = (struct trial){ .p = p, .own = own, .ask = ask, .read = read, .perm = perm };
	note_reading(like, read);
	hold(&claim, like);
	mind_unread(&claim, read, perm);
	return claim;
}
