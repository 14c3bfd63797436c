/* say.c: true sentences, in words that the checker reads back. */
#include "claim/say.h"

#include <assert.h>

struct topic_said
topic_of_measure(enum measure_id m, struct arena *perm)
{
	assert(m >= 0 && m < MEASURES);
	const struct measure *row = &measures[m];
	bool headcount = str_ends(row->name, S("_headcount"));
	bool basis = measure_other_basis(m) != NO_MEASURE || row->unit == UNIT_FTE;
	Str name = str_capital(row->plain, perm);
	if (basis)
		name = str_format(perm, "%.*s (%s)", STR_ARG(name), headcount ? "headcount" : "FTE");
	return (struct topic_said){ name, !row->rate, row->unit, row->places };
}

/* A figure as its sentence needs it: a count's unit is in its name already. */
static Str
value_words(struct topic_said topic, Figure value, struct arena *perm)
{
	bool named = topic.unit == UNIT_PERCENT || topic.unit == UNIT_CASES_PER_FTE
		|| topic.unit == UNIT_DAYS_PER_HEAD || topic.unit == UNIT_POUNDS;
	return named ? figure_words(value, topic.places, topic.unit, perm)
	             : figure_text(value, topic.places, perm);
}

static const char *
verb(struct topic_said topic)
{
	return topic.plural ? "were" : "was";
}

/* -1, 0 or 1 as `a` prints below, like or above `b`. */
static int
side_of(struct topic_said topic, Figure a, Figure b)
{
	int64_t left = figure_round(a, topic.places).micro, right = figure_round(b, topic.places).micro;
	return (left > right) - (left < right);
}

Str
sentence_level(struct topic_said topic, struct point at, struct arena *perm)
{
	if (!figure_present(at.value))
		return S("");
	Str value = value_words(topic, at.value, perm);
	return str_format(perm, "%.*s in %d %s %.*s.", STR_ARG(topic.name), at.year, verb(topic),
	                  STR_ARG(value));
}

/* ", a fall of 6.6 percentage points (35.1%)". */
static Str
distance_words(struct topic_said topic, Figure from, Figure to, struct arena *perm)
{
	struct difference change = change_between(from, to);
	struct topic_said moved = topic;
	Figure size = figure_micro(change.points.micro < 0 ? -change.points.micro : change.points.micro);
	if (topic.unit == UNIT_PERCENT)
		moved.unit = UNIT_PERCENTAGE_POINTS;
	Str far = moved.unit == UNIT_PERCENTAGE_POINTS ? figure_words(size, topic.places, moved.unit, perm)
	                                               : value_words(moved, size, perm);
	Str kind = change.points.micro < 0 ? S("fall") : S("rise");
	Figure percent = figure_round(change.percent, 1);
	if (!figure_present(percent) || percent.micro == 0)
		return str_format(perm, ", a %.*s of %.*s", STR_ARG(kind), STR_ARG(far));
	percent.micro = percent.micro < 0 ? -percent.micro : percent.micro;
	Str per = figure_text(percent, 1, perm);
	return str_format(perm, ", a %.*s of %.*s (%.*s%%)", STR_ARG(kind), STR_ARG(far), STR_ARG(per));
}

Str
sentence_change(struct topic_said topic, struct point from, struct point to, struct arena *perm)
{
	if (!figure_present(from.value) || !figure_present(to.value))
		return S("");
	Str a = value_words(topic, from.value, perm), b = value_words(topic, to.value, perm);
	int way = side_of(topic, to.value, from.value);
	if (way == 0)
		return str_format(perm, "%.*s stayed at %.*s from %d to %d.", STR_ARG(topic.name), STR_ARG(b),
		                  from.year, to.year);
	Str distance = distance_words(topic, from.value, to.value, perm);
	return str_format(perm, "%.*s %s from %.*s in %d to %.*s in %d%.*s.", STR_ARG(topic.name),
		way < 0 ? "fell" : "rose", STR_ARG(a), from.year, STR_ARG(b), to.year, STR_ARG(distance));
}

Str
sentence_two(struct topic_said topic, struct point own, struct point their, Str whose,
             struct arena *perm)
{
	if (!figure_present(own.value) || !figure_present(their.value))
		return S("");
	Str a = value_words(topic, own.value, perm), b = value_words(topic, their.value, perm);
	return str_format(perm, "%.*s %s %.*s in %d, and %.*s %s %.*s in %d.", STR_ARG(topic.name), verb(topic),
		STR_ARG(a), own.year, STR_ARG(whose), verb(topic), STR_ARG(b), their.year);
}

/* ---- from DfE's figures --------------------------------------------------------------------- */

static struct point
point_of(const struct published *p, int area, enum measure_id m, int year)
{
	return (struct point){ year, published_value(p, area, m, year) };
}

Str
say_level(const struct published *p, int area, enum measure_id m, int year, struct arena *perm)
{
	return sentence_level(topic_of_measure(m, perm), point_of(p, area, m, year), perm);
}

Str
say_change(const struct published *p, int area, enum measure_id m, int from, int to,
           struct arena *perm)
{
	if (from >= to)
		return S("");
	return sentence_change(topic_of_measure(m, perm), point_of(p, area, m, from),
	                       point_of(p, area, m, to), perm);
}

static Str
comparator_words(enum comparator comparator, enum average average)
{
	switch (comparator) {
	case ENGLAND:    return S("England\u2019s");
	case OWN_REGION: return S("the region\u2019s");
	case NEIGHBOURS:
		return average == MEAN ? S("the statistical neighbours\u2019 mean of")
		                       : S("the statistical neighbours\u2019 median of");
	}
	return S("");
}

static Figure
comparator_value(const struct comparison *now, enum comparator comparator)
{
	switch (comparator) {
	case ENGLAND:    return now->england;
	case OWN_REGION: return now->region;
	case NEIGHBOURS: return now->neighbours;
	}
	return figure_absent(NOT_PUBLISHED);
}

Str
say_against(const struct published *p, int area, enum measure_id m, int year,
            enum comparator comparator, enum average average, struct arena *perm)
{
	bool council = p->areas.at[area].level == AUTHORITY;
	if (!measures[m].rate || area == p->england || (!council && comparator != ENGLAND))
		return S("");
	struct comparison now = compare(p, area, m, year, average);
	Figure other = comparator_value(&now, comparator);
	if (!figure_present(now.own) || !figure_present(other))
		return S("");
	struct topic_said topic = topic_of_measure(m, perm);
	int side = side_of(topic, now.own, other);
	Str own = value_words(topic, now.own, perm), their = value_words(topic, other, perm);
	Str whose = comparator_words(comparator, average);
	return str_format(perm, "%.*s in %d %s %.*s, %s %.*s %.*s.", STR_ARG(topic.name), year, verb(topic),
		STR_ARG(own), side < 0 ? "below" : side > 0 ? "above" : "the same as", STR_ARG(whose),
		STR_ARG(their));
}

/* How many years, this one among them, its figure is beyond all others of, with none missing. */
static int
years_beyond(const struct published *p, int area, enum measure_id m, int year, int way,
             struct topic_said topic)
{
	Figure now = published_value(p, area, m, year);
	int years = 1;
	for (int before = year - 1; before >= p->first_year; before--, years++) {
		Figure then = published_value(p, area, m, before);
		if (!figure_present(then) || side_of(topic, now, then) != way)
			break;
	}
	return years;
}

Str
say_record(const struct published *p, int area, enum measure_id m, int year, int least,
           struct arena *perm)
{
	struct topic_said topic = topic_of_measure(m, perm);
	if (!figure_present(published_value(p, area, m, year)))
		return S("");
	int high = years_beyond(p, area, m, year, 1, topic);
	int low = years_beyond(p, area, m, year, -1, topic);
	int years = high > low ? high : low;
	if (years < least || years < 2)
		return S("");
	return str_format(perm, "%.*s in %d %s the %s in %d years.", STR_ARG(topic.name), year, verb(topic),
		high > low ? "highest" : "lowest", years);
}

Str
say_rank(const struct published *p, int area, enum measure_id m, int year, struct arena *perm)
{
	static const char *const ends[10] = { "th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th" };
	if (p->areas.at[area].level != AUTHORITY || measures[m].good == NEITHER)
		return S("");
	struct standing standing = standing_of(p, m, year, perm);
	const struct place_row *row = standing_row(&standing, area);
	if (!row || row->rank == 0)
		return S("");
	struct topic_said topic = topic_of_measure(m, perm);
	const char *end = measures[m].good == LOWER ? "lowest" : "highest";
	if (row->rank == 1)
		return str_format(perm, "%.*s in %d %s the %s%s of all councils in England.", STR_ARG(topic.name),
			year, verb(topic), row->tied ? "joint " : "", end);
	bool teen = row->rank % 100 >= 11 && row->rank % 100 <= 13;
	return str_format(perm, "%.*s in %d %s %s%d%s %s of %d councils in England.", STR_ARG(topic.name), year,
		verb(topic), row->tied ? "joint " : "", row->rank, teen ? "th" : ends[row->rank % 10], end,
		standing.ranked);
}
