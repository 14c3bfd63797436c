/* check.c: judging parts: figures as printed, and the worst verdict. */
#include "claim/check.h"

#include <assert.h>

/* Better first. A false part makes a false sentence, whatever cannot be checked beside it. */
static const int badness[VERDICTS] = {
	[SUPPORTED] = 0, [OTHER_YEAR] = 1, [AMBIGUOUS] = 2, [CANNOT_CHECK] = 3, [NOT_SUPPORTED] = 4,
};

bool
worse(enum verdict a, enum verdict b)
{
	return badness[a] > badness[b];
}

void
judge(struct trial *trial, const struct part *part, enum verdict verdict, Str why)
{
	if (verdict == SUPPORTED && str_find(trial->borne, why) < 0)
		trial->borne = trial->borne.len ? str_format(trial->perm, "%.*s; %.*s", STR_ARG(trial->borne),
		                                             STR_ARG(why)) : why;
	if (!worse(verdict, trial->verdict))
		return;
	bool several = trial->read->count > 1;
	trial->verdict = verdict;
	trial->because = several ? str_format(trial->perm, "On \u201c%.*s\u201d: %.*s", STR_ARG(part->words),
	                                      STR_ARG(why)) : why;
	trial->instead.set = false;
}

void
note(struct trial *trial, Str words)
{
	if (str_find(trial->notes, words) >= 0)
		return;
	trial->notes = trial->notes.len ? str_format(trial->perm, "%.*s %.*s", STR_ARG(trial->notes),
	                                             STR_ARG(words)) : words;
}

void
add_reading(struct trial *trial, struct reading reading)
{
	for (int i = 0; i < trial->reading_count; i++)
		if (str_equal(trial->readings[i].words, reading.words))
			return;
	if (trial->reading_count < READINGS_MOST)
		trial->readings[trial->reading_count++] = reading;
}

int
compare_at(Figure a, Figure b, int places)
{
	int64_t left = figure_round(a, places).micro, right = figure_round(b, places).micro;
	return (left > right) - (left < right);
}

/* The bounds are in thousandths of the printed number, whose size may be 9 * 10^18 micro. */
static int64_t
thousandths(int64_t micro, int of)
{
	return micro / 1000 * of + micro % 1000 * of / 1000;
}

bool
bears(const struct said *said, Figure value)
{
	if (!figure_present(value))
		return false;
	int64_t printed = said->micro, is = value.micro;
	bool as_printed = figure_round(value, said->places).micro == printed;
	if (said->about == EXACTLY || (said->about == ABOUT && as_printed))
		return as_printed;
	const struct tolerance *t = &tolerances[said->about];
	int64_t least = thousandths(printed, t->least), most = thousandths(printed, t->most);
	bool above = t->open_below ? is > least : is >= least;
	bool below = t->most == 0 || (t->open_above ? is < most : is <= most);
	return above && below;
}

bool
way_of(enum way way, enum good good, enum way *plain)
{
	*plain = way;
	if (way <= UP)
		return true;
	if (good == NEITHER)
		return false;
	bool better = way == BETTER_WAY;
	*plain = better == (good == HIGHER) ? UP : DOWN;
	return true;
}

struct when
part_when(struct trial *trial, const struct part *part, struct chosen chosen)
{
	struct when when = part->level.when.year ? part->level.when : part->when;
	if (when.year)
		return when;
	int area = is_average(part->who) ? trial->ask->area : area_of(trial, part->who, part->area);
	when.year = latest_year_of(trial, chosen, area);
	if (when.year)
		note(trial, str_format(trial->perm, "No year is said, so the latest was taken: %d.", when.year));
	return when;
}

/* Why there is no figure, with DfE's letter and its meaning. */
static Str
absence_words(struct trial *trial, const struct part *part, const struct found *found)
{
	if (found->area == NO_AREA && !is_average(part->who))
		return S("It does not say whose figure it is: choose a council, or name one.");
	Str name = found_name(trial, found);
	Str symbol = absent_symbol(found->value.absent), meaning = absent_meaning(found->value.absent);
	if (found->year == 0)
		return str_format(trial->perm, "There is no figure: %.*s has none for any year.", STR_ARG(name));
	if (symbol.len)
		return str_format(trial->perm, "There is no figure: %.*s is %.*s (%.*s).", STR_ARG(name),
		                  STR_ARG(symbol), STR_ARG(meaning));
	return str_format(trial->perm, "There is no figure: %.*s is not there.", STR_ARG(name));
}

static void
judge_absent(struct trial *trial, const struct part *part, const struct found *found)
{
	bool other_month = found->month && found->month != 9 && !trial->from_own;
	judge(trial, part, CANNOT_CHECK, other_month
		? S("DfE\u2019s figures are of 30 September or the year to it, and it names another month.")
		: absence_words(trial, part, found));
}

/* ---- figures that are not as printed -------------------------------------------------------- */

/* Sums that are taken for DfE's rates and are not. `back`: the denominator of the year before. */
static const struct {
	enum measure_id rate, numerator, denominator[2];
	int denominators, back;
	const char *words;
} wrong_sums[] = {
	{ VACANCY_RATE_FTE, VACANCY_FTE, { INPOST_FTE }, 1, 0, "vacancies over posts filled" },
	{ VACANCY_RATE_FTE, VACANCY_FTE, { INPOST_FTE, AGENCY_FTE }, 2, 0,
	  "vacancies over social workers and agency workers together" },
	{ AGENCY_RATE_FTE, AGENCY_FTE, { INPOST_FTE }, 1, 0,
	  "agency workers over social workers in post" },
	{ AGENCY_RATE_FTE, AGENCY_FTE, { INPOST_FTE, VACANCY_FTE }, 2, 0,
	  "agency workers over social workers and vacancies together" },
	{ AGENCY_RATE_HEADCOUNT, AGENCY_HEADCOUNT, { INPOST_HEADCOUNT }, 1, 0,
	  "agency workers over social workers in post" },
	{ TURNOVER_RATE_FTE, LEAVERS_FTE, { INPOST_FTE }, 1, 1,
	  "leavers over social workers in post the year before" },
	{ TURNOVER_RATE_HEADCOUNT, LEAVERS_HEADCOUNT, { INPOST_HEADCOUNT }, 1, 1,
	  "leavers over social workers in post the year before" },
	{ TURNOVER_RATE_FTE, LEAVERS_FTE, { INPOST_FTE, AGENCY_FTE }, 2, 0,
	  "leavers over social workers and agency workers together" },
};

static Str
wrong_sum_words(const struct trial *trial, const struct said *said, const struct found *found)
{
	for (ptrdiff_t i = 0; i < countof(wrong_sums) && found->area != NO_AREA && !trial->from_own; i++) {
		if (wrong_sums[i].rate != found->measure || said->about != EXACTLY)
			continue;
		Figure top = published_value(trial->p, found->area, wrong_sums[i].numerator, found->year);
		Figure under = figure_whole(0);
		for (int d = 0; d < wrong_sums[i].denominators; d++)
			under = figure_add(under, published_value(trial->p, found->area,
				wrong_sums[i].denominator[d], found->year - wrong_sums[i].back));
		if (bears(said, figure_ratio(top, under, 100)))
			return str_format(trial->perm, " %.*s is %s, which is not DfE\u2019s %.*s.", STR_ARG(said->words),
			                  wrong_sums[i].words, STR_ARG(found->title));
	}
	return S("");
}

static Str
earlier_release_words(const struct trial *trial, const struct said *said, const struct found *found)
{
	const struct published *p = trial->p;
	if (trial->from_own || found->area == NO_AREA || found->measure == NO_MEASURE)
		return S("");
	int newest = published_release_of(p, found->area, found->measure, found->year);
	for (int r = newest + 1; newest >= 0 && r < p->release_count; r++)
		if (bears(said, release_value(p, r, found->area, found->measure, found->year)))
			return str_format(trial->perm, " An earlier release (%.*s) had %.*s; it has been revised since.",
			                  STR_ARG(p->releases[r].title), STR_ARG(said->words));
	return S("");
}

static Str
miss_words(const struct trial *trial, const struct said *said, const struct found *found)
{
	Str name = found_name(trial, found), is = found_words(trial, found);
	Str wrong = wrong_sum_words(trial, said, found);
	Str earlier = earlier_release_words(trial, said, found);
	Str says = said->about == EXACTLY ? S("") : str_format(trial->perm, " (%.*s)",
	                                                       STR_ARG(tolerances[said->about].says));
	return str_format(trial->perm, "%.*s is %.*s; the sentence says %.*s%.*s.%.*s%.*s", STR_ARG(name),
		STR_ARG(is), STR_ARG(said->words), STR_ARG(says), STR_ARG(wrong), STR_ARG(earlier));
}

/* A printed number that met its figure tells the basis, where there are two. */
void
note_match(struct trial *trial, const struct found *found)
{
	if (found->measure == NO_MEASURE || measure_other_basis(found->measure) == NO_MEASURE)
		return;
	trial->figures_matched++;
	trial->rate_matched |= measures[found->measure].rate;
}

bool
figure_held(struct trial *trial, const struct part *part, const struct said *said,
            struct found *found)
{
	if (!figure_present(found->value)) {
		judge_absent(trial, part, found);
		return false;
	}
	if (said->is && !bears(said, found->value)) {
		judge(trial, part, NOT_SUPPORTED, miss_words(trial, said, found));
	} else if (said->is && said->about <= JUST_OVER) {
		note_match(trial, found);
	}
	return true;
}

/* What a true sentence would be about: the first part, until a worse one clears it. */
void
offer(struct trial *trial, enum relation relation, const struct found *found, int from,
      enum who comparator)
{
	if (trial->instead.set || found->measure == NO_MEASURE || found->area == NO_AREA)
		return;
	trial->instead = (struct instead){ .relation = relation, .measure = found->measure,
		.area = found->area, .from = from, .to = found->year, .comparator = comparator, .set = true };
}

/* "DfE's turnover rate (FTE) for Walsall in 2023 is 19.6%" */
static Str
holds_words(struct trial *trial, const struct found *found)
{
	Str name = found_name(trial, found), is = found_words(trial, found);
	return str_format(trial->perm, "%.*s is %.*s", STR_ARG(name), STR_ARG(is));
}

void
judge_level(struct trial *trial, const struct part *part, struct chosen chosen)
{
	struct comparator_said of = { part->who, part->area };
	struct when when = part_when(trial, part, chosen);
	struct found found = find_figure(trial, chosen, of, when, part->level.words);
	if (part->span)
		judge(trial, part, CANNOT_CHECK, S("It gives one figure for several years: name the year."));
	if (figure_held(trial, part, &part->level, &found))
		judge(trial, part, SUPPORTED, holds_words(trial, &found));
	offer(trial, LEVEL, &found, 0, SELF);
}

/* ---- the whole sentence --------------------------------------------------------------------- */

static void
judge_part(struct trial *trial, const struct part *part)
{
	struct chosen chosen = measure_of_part(trial, part);
	if (chosen.measure == NO_MEASURE && chosen.own < 0) {
		judge(trial, part, CANNOT_CHECK, chosen.why);
		return;
	}
	if (part->last_year && !part->when.year && !part->level.when.year) {
		judge(trial, part, CANNOT_CHECK, S("It says last year, and not which year that was: write the year."));
		return;
	}
	switch (part->relation) {
	case NO_RELATION:
	case LEVEL:   judge_level(trial, part, chosen); break;
	case MOVE:    judge_move(trial, part, chosen); break;
	case AGAINST: judge_against(trial, part, chosen); break;
	case RECORD:  judge_record(trial, part, chosen); break;
	case RANK:    judge_rank(trial, part, chosen); break;
	}
}

void
trial_judge(struct trial *trial)
{
	assert(trial->read->count > 0);
	for (int i = 0; i < trial->read->count; i++)
		judge_part(trial, &trial->read->parts[i]);
	if (trial->verdict == SUPPORTED)
		trial->because = str_format(trial->perm, "The figures bear it: %.*s.", STR_ARG(trial->borne));
}
