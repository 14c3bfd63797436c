/* lookup.c: the figure a part speaks of. */
#include "claim/check.h"

static bool
is_headcount(int id)
{
	return str_ends(measures[id].name, S("_headcount"));
}

static uint32_t
bit(int id)
{
	return (uint32_t)1 << id;
}

/* Those of `set` that are percentages, or that are not. */
static uint32_t
with_percent(uint32_t set, bool percent)
{
	uint32_t kept = 0;
	for (int id = 0; id < MEASURES; id++)
		if ((set & bit(id)) && (measures[id].unit == UNIT_PERCENT) == percent)
			kept |= bit(id);
	return kept;
}

/* The percentages that a count's name is also used for: "agency staff, 15.1%" is the agency rate.
 * Leavers are not turnover, and cover is part of two rates. */
static uint32_t
rates_of(uint32_t counts)
{
	static const enum measure_id rates[] = {
		AGENCY_RATE_FTE, AGENCY_RATE_HEADCOUNT, VACANCY_RATE_FTE,
	};
	uint32_t found = 0;
	for (ptrdiff_t i = 0; i < countof(rates); i++)
		if (counts & bit(measures[rates[i]].numerator))
			found |= bit(rates[i]);
	return found;
}

/* The number of a part that is a figure of the measure itself, or NULL. */
static const struct said *
figure_said(const struct part *part)
{
	return part->level.is ? &part->level : part->from.is ? &part->from
	     : part->theirs.is ? &part->theirs : part->gap_or_level ? &part->gap : NULL;
}

static bool
says_percent(const struct part *part)
{
	const struct said *figure = figure_said(part);
	bool points = part->by.written == WRITTEN_POINTS || part->gap.written == WRITTEN_POINTS;
	return part->subject.rate_said || points || (figure && figure->written == WRITTEN_PERCENT);
}

static uint32_t
fit_to_unit(const struct part *part, uint32_t set)
{
	const struct said *figure = figure_said(part);
	uint32_t percents = with_percent(set, true), counts = with_percent(set, false);
	if (says_percent(part))
		return percents ? percents : rates_of(set) ? rates_of(set) : set;
	if (part->relation == AGAINST && !figure)
		return percents ? percents : rates_of(set) ? rates_of(set) : set;
	return counts ? counts : set;
}

static uint32_t
fit_to_basis(const struct trial *trial, const struct part *part, uint32_t set, bool *both)
{
	const struct said *figure = figure_said(part);
	uint32_t heads = 0;
	for (int id = 0; id < MEASURES; id++)
		heads |= (set & bit(id)) && is_headcount(id) ? bit(id) : 0;
	enum basis basis = part->basis;
	if (basis == BASIS_UNSAID && figure && figure->written == WRITTEN_FTE)
		basis = BASIS_FTE;
	if (basis == BASIS_UNSAID && figure && figure->written == WRITTEN_PEOPLE)
		basis = BASIS_HEADCOUNT;
	if (basis == BASIS_HEADCOUNT)
		return heads;
	if (basis == BASIS_FTE)
		return set & ~heads;
	*both = heads && (set & ~heads);
	return trial->headcount && heads ? heads : set & ~heads ? set & ~heads : heads;
}

/* Which units a measure may be written in. */
static bool
unit_fits(enum unit unit, enum written written)
{
	switch (unit) {
	case UNIT_PERCENT:           return written == WRITTEN_BARE || written == WRITTEN_PERCENT;
	case UNIT_PERCENTAGE_POINTS: return written == WRITTEN_BARE || written == WRITTEN_POINTS;
	case UNIT_FTE:               return written == WRITTEN_BARE || written == WRITTEN_FTE;
	case UNIT_HEADCOUNT:         return written == WRITTEN_BARE || written == WRITTEN_PEOPLE;
	case UNIT_CASES:             return written == WRITTEN_BARE || written == WRITTEN_CASES;
	case UNIT_CASES_PER_FTE:
		return written == WRITTEN_BARE || written == WRITTEN_CASES || written == WRITTEN_CASES_EACH;
	case UNIT_DAYS:              return written == WRITTEN_BARE || written == WRITTEN_DAYS;
	case UNIT_DAYS_PER_HEAD:
		return written == WRITTEN_BARE || written == WRITTEN_DAYS || written == WRITTEN_DAYS_EACH;
	case UNIT_POUNDS:            return written == WRITTEN_BARE || written == WRITTEN_POUNDS;
	case UNIT_COUNT:
		return written == WRITTEN_BARE || written == WRITTEN_FTE || written == WRITTEN_PEOPLE;
	case UNITS:                  break;
	}
	return false;
}

static Str
written_words(enum written written)
{
	switch (written) {
	case WRITTEN_BARE:       return S("a number");
	case WRITTEN_PERCENT:    return S("per cent");
	case WRITTEN_POINTS:     return S("percentage points");
	case WRITTEN_FTE:        return S("FTE");
	case WRITTEN_PEOPLE:     return S("people");
	case WRITTEN_CASES:      return S("cases");
	case WRITTEN_CASES_EACH: return S("cases per worker");
	case WRITTEN_DAYS:       return S("days");
	case WRITTEN_DAYS_EACH:  return S("days per head");
	case WRITTEN_POUNDS:     return S("pounds");
	}
	return S("");
}

/* Whether a long word of the own measure's name stands in the sentence's words for it:
 * "absence_days_per_head" is what "the absence rate, 2.1 days per head" speaks of. */
static bool
shares_a_word(Str name, Str words)
{
	for (Str rest = name; rest.len;) {
		Str word = str_cut(&rest, '_');
		if (word.len >= 5 && str_find_fold(words, word) >= 0)
			return true;
	}
	return false;
}

/* A measure of the council's own, in the unit that the sentence writes. */
static int
own_of_unit(const struct trial *trial, const struct part *part, enum written written)
{
	for (int i = 0; trial->own && written != WRITTEN_BARE && i < trial->own->measure_count; i++) {
		const struct own_measure *own = &trial->own->measures[i];
		if (own->dfe == NO_MEASURE && unit_fits(own->unit, written)
		    && shares_a_word(own->name, part->subject.words))
			return i;
	}
	return -1;
}

static struct chosen
none_chosen(Str why)
{
	return (struct chosen){ NO_MEASURE, -1, why };
}

/* Each printed figure must be in the measure's unit. */
static struct chosen
in_its_unit(struct trial *trial, const struct part *part, int id)
{
	const struct said *figures[] = { &part->level, &part->from, &part->theirs };
	for (ptrdiff_t i = 0; i < countof(figures); i++) {
		const struct said *said = figures[i];
		if (!said->is || unit_fits(measures[id].unit, said->written))
			continue;
		int own = trial->from_own ? own_of_unit(trial, part, said->written) : -1;
		if (own >= 0)
			return (struct chosen){ NO_MEASURE, own, { 0 } };
		return none_chosen(str_format(trial->perm, "The sentence counts in %.*s, and %.*s is in %.*s: the two "
			"cannot be compared.", STR_ARG(written_words(said->written)), STR_ARG(measures[id].title),
			STR_ARG(unit_title(measures[id].unit))));
	}
	return (struct chosen){ (enum measure_id)id, -1, { 0 } };
}

struct chosen
measure_of_part(struct trial *trial, const struct part *part)
{
	const struct said *figure = figure_said(part);
	int own = part->subject.own;
	bool percent = figure && figure->written == WRITTEN_PERCENT;
	if (own >= 0 && trial->from_own
	    && (part->subject.measures == 0 || !percent || trial->own->measures[own].unit == UNIT_PERCENT))
		return (struct chosen){ NO_MEASURE, own, { 0 } };
	if (part->subject.measures == 0) {
		return none_chosen(str_format(trial->perm, "DfE publishes no figure for \u201c%.*s\u201d.",
		                              STR_ARG(part->subject.words)));
	}
	bool both = false;
	uint32_t set = fit_to_unit(part, part->subject.measures);
	uint32_t left = fit_to_basis(trial, part, set, &both);
	trial->both_bases |= both;
	for (int id = 0; id < MEASURES; id++)
		if (left & bit(id))
			return in_its_unit(trial, part, id);
	return none_chosen(str_format(trial->perm, "DfE does not publish \u201c%.*s\u201d on that basis: it is FTE %s.",
		STR_ARG(part->subject.words), part->basis == BASIS_FTE ? "that is missing" : "only"));
}

/* Whether a comparator is an average, which is nobody's own figure. */
bool
is_average(enum who who)
{
	return who == THE_NEIGHBOURS;
}

/* London boroughs have Inner or Outer London as their region, as DfE prints them. */
int
area_of(const struct trial *trial, enum who who, int area)
{
	int self = trial->ask->area;
	switch (who) {
	case SELF:           return self;
	case THE_COUNTRY:    return trial->p->england;
	case A_PLACE:        return area;
	case THE_NEIGHBOURS: return NO_AREA;
	case THE_REGION:
		return self != NO_AREA && trial->p->areas.at[self].level == AUTHORITY
			? trial->p->areas.at[self].parent : NO_AREA;
	}
	return NO_AREA;
}

static bool
same_measure(const struct trial *trial, const struct own_point *point, struct chosen chosen)
{
	return chosen.own >= 0 ? point->measure == chosen.own
	     : trial->own->measures[point->measure].dfe == chosen.measure;
}

int
latest_year_of(const struct trial *trial, struct chosen chosen, int area)
{
	if (area == NO_AREA)
		return 0;
	if (!trial->from_own)
		return published_latest_year(trial->p, area, chosen.measure);
	int latest = 0;
	for (int i = 0; trial->own && i < trial->own->point_count; i++) {
		const struct own_point *point = &trial->own->points[i];
		int year = census_year(point->day);
		if (point->area == area && same_measure(trial, point, chosen) && year > latest)
			latest = year;
	}
	return latest;
}

/* A census year's point, or any of a named month. */
static const struct own_point *
own_point_at(const struct trial *trial, struct chosen chosen, int area, struct when when)
{
	for (int i = 0; trial->own && i < trial->own->point_count; i++) {
		const struct own_point *point = &trial->own->points[i];
		if (point->area != area || !same_measure(trial, point, chosen))
			continue;
		struct civil day = date_civil(point->day);
		bool fits = when.month ? day.year == when.year && day.month == when.month
			: point->whole_year ? census_year(point->day) == when.year : day.year == when.year;
		if (fits)
			return point;
	}
	return NULL;
}

static void
take_own(const struct trial *trial, struct chosen chosen, struct when when, struct found *found)
{
	const struct own_point *point = found->area == NO_AREA ? NULL
		: own_point_at(trial, chosen, found->area, when);
	found->value = point ? point->value : figure_absent(NOT_PUBLISHED);
	found->source = point ? point->source : S("the council\u2019s own figures");
	found->places = point ? point->places : found->places;
}

static enum average
average_of_neighbours(const struct trial *trial)
{
	return trial->read->average_said ? trial->read->average : trial->ask->average;
}

static void
take_published(const struct trial *trial, struct comparator_said of, struct found *found)
{
	const struct published *p = trial->p;
	int self = trial->ask->area;
	if (is_average(of.who)) {
		bool any = self != NO_AREA && p->areas.at[self].level == AUTHORITY;
		enum average average = average_of_neighbours(trial);
		found->value = any ? compare(p, self, found->measure, found->year, average).neighbours
		                   : figure_absent(NOT_PUBLISHED);
		found->source = p->neighbour_source;
		return;
	}
	found->value = found->area == NO_AREA ? figure_absent(NOT_PUBLISHED)
		: published_value(p, found->area, found->measure, found->year);
	int release = found->area == NO_AREA ? -1
		: published_release_of(p, found->area, found->measure, found->year);
	found->source = release >= 0 ? p->releases[release].title : S("Department for Education");
}

static Str
whose_words(const struct trial *trial, struct comparator_said of, int area)
{
	if (is_average(of.who))
		return average_of_neighbours(trial) == MEAN ? S("the statistical neighbours (mean)")
		                                   : S("the statistical neighbours (median)");
	return area == NO_AREA ? S("the council") : trial->p->areas.at[area].name;
}

struct found
peek_figure(const struct trial *trial, struct chosen chosen, struct comparator_said of,
            struct when when)
{
	struct found found = { .measure = chosen.measure, .year = when.year, .month = when.month,
		.area = area_of(trial, of.who, of.area) };
	if (chosen.own >= 0) {
		const struct own_measure *own = &trial->own->measures[chosen.own];
		found.title = own->title;
		found.name = own->name;
		found.unit = own->unit;
		found.good = own->good;
		found.places = 1;
	} else {
		const struct measure *row = &measures[chosen.measure];
		found.title = row->title;
		found.name = row->name;
		found.unit = row->unit;
		found.good = row->good;
		found.places = row->places;
	}
	found.whose = whose_words(trial, of, found.area);
	if (trial->from_own)
		take_own(trial, chosen, when, &found);
	else if (when.month && when.month != 9)
		found.value = figure_absent(NOT_PUBLISHED);
	else
		take_published(trial, of, &found);
	return found;
}

static void
note_used(struct trial *trial, const struct found *found, enum who who, Str words)
{
	int area = is_average(who) ? NO_AREA : found->area;
	for (int i = 0; i < trial->used_count; i++) {
		struct used *used = &trial->used[i];
		if (used->area == area && used->year == found->year && str_equal(used->name, found->name)
		    && str_equal(used->source, found->source)) {
			if (used->part.len == 0)
				used->part = words;
			return;
		}
	}
	if (trial->used_count == FIGURES_MOST)
		return;
	Str title = is_average(who) ? str_format(trial->perm, "%.*s, %.*s", STR_ARG(found->title),
		STR_ARG(found->whose)) : found->title;
	trial->used[trial->used_count++] = (struct used){ .area = area, .measure = title,
		.name = found->name, .year = found->year, .value = found->value, .unit = found->unit,
		.places = found->places, .source = found->source, .part = words };
}

struct found
find_figure(struct trial *trial, struct chosen chosen, struct comparator_said of,
            struct when when, Str words)
{
	struct found found = peek_figure(trial, chosen, of, when);
	if (found.value.absent != NOT_PUBLISHED)
		note_used(trial, &found, of.who, words);
	if (trial->basis_words.len == 0)
		trial->basis_words = found.title;
	return found;
}

Str
found_words(const struct trial *trial, const struct found *found)
{
	return figure_words(found->value, found->places, found->unit, trial->perm);
}

/* "Turnover rate (FTE)" within a sentence. */
static Str
small_first(Str title, struct arena *perm)
{
	bool capital = title.len > 1 && title.at[0] >= 'A' && title.at[0] <= 'Z';
	if (!capital || (title.at[1] >= 'A' && title.at[1] <= 'Z'))
		return title;
	char *copy = str_c(title, perm);
	copy[0] = (char)(copy[0] + 'a' - 'A');
	return (Str){ copy, title.len };
}

Str
found_name(const struct trial *trial, const struct found *found)
{
	Str title = small_first(found->title, trial->perm);
	if (found->year == 0)
		return str_format(trial->perm, "%s %.*s for %.*s", trial->from_own ? "the council\u2019s own"
			: "DfE\u2019s", STR_ARG(title), STR_ARG(found->whose));
	return str_format(trial->perm, "%s %.*s for %.*s in %d",
		trial->from_own ? "the council\u2019s own" : "DfE\u2019s", STR_ARG(title), STR_ARG(found->whose),
		found->year);
}
