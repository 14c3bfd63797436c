/* relations.c: moves, comparisons, records and ranks, held against the figures. */
#include "claim/check.h"

static const char *const way_verbs[] = { "did not move", "rose" };

static const char *
moved_words(int way)
{
	return way < 0 ? "fell" : way_verbs[way];
}

/* "DfE's turnover rate (FTE) for Walsall was 30.4% in 2018 and 15.9% in 2020: it fell". */
static Str
move_words(const struct trial *trial, const struct found *from, const struct found *to)
{
	Str name = found_name(trial, from), a = found_words(trial, from), b = found_words(trial, to);
	return str_format(trial->perm, "%.*s was %.*s and in %d %.*s", STR_ARG(name), STR_ARG(a), to->year,
	                  STR_ARG(b));
}

/* ---- how far a figure moved ----------------------------------------------------------------- */

static Figure
size_of(Figure figure)
{
	return figure_present(figure) && figure.micro < 0 ? figure_micro(-figure.micro) : figure;
}

/* The earlier figure that a later one and a distance imply. */
static Figure
implied_before(Figure to, const struct said *by, int way, bool percent)
{
	Figure distance = figure_micro(way < 0 ? by->micro : -by->micro);
	if (!percent)
		return figure_add(to, distance);
	Figure left = figure_minus(figure_whole(100), distance);
	return left.micro < MICRO ? figure_absent(NOT_APPLICABLE) : figure_ratio(to, left, 100);
}

struct distance {
	const struct part *part;
	const struct said *by;
	const struct found *from, *to;
	Figure later;                        /* as printed where it is, else as published */
	int way;
};

static enum verdict
distance_verdict(const struct distance *d, bool percent)
{
	struct difference change = change_between(d->from->value, d->to->value);
	Figure moved = percent ? change.percent : change.points;
	if (!figure_present(moved))
		return CANNOT_CHECK;
	return bears(d->by, size_of(moved)) ? SUPPORTED : NOT_SUPPORTED;
}

static struct reading
distance_reading(struct trial *trial, const struct distance *d, bool percent)
{
	enum unit unit = d->to->unit;
	Figure before = implied_before(d->later, d->by, d->way, percent);
	Str number = figure_plain(figure_micro(d->by->micro), d->by->places, trial->perm);
	Str then = figure_words(before, d->to->places > 0 ? d->to->places : 1, unit, trial->perm);
	Str words = str_format(trial->perm, "by %.*s %s: %.*s before", STR_ARG(number),
		percent ? "per cent of the earlier figure" : "percentage points", STR_ARG(then));
	return (struct reading){ words, distance_verdict(d, percent), before, unit };
}

/* "By 12.7%" of a percentage is 12.7 points or 12.7 per cent of it: both are said. */
static void
judge_two_distances(struct trial *trial, const struct distance *d)
{
	struct reading points = distance_reading(trial, d, false);
	struct reading percent = distance_reading(trial, d, true);
	add_reading(trial, points);
	add_reading(trial, percent);
	if (points.verdict == SUPPORTED || percent.verdict == SUPPORTED)
		note_match(trial, d->to);
	if (points.verdict == SUPPORTED && percent.verdict == SUPPORTED)
		return;
	Str a = figure_words(points.implied, 1, d->to->unit, trial->perm);
	Str b = figure_words(percent.implied, 1, d->to->unit, trial->perm);
	bool none = points.verdict == NOT_SUPPORTED && percent.verdict == NOT_SUPPORTED;
	Str facts = figure_present(d->from->value) && figure_present(d->to->value)
		? move_words(trial, d->from, d->to) : S("there is no figure to choose between them");
	judge(trial, d->part, none ? NOT_SUPPORTED : AMBIGUOUS,
	      str_format(trial->perm, "%.*s may be percentage points, from %.*s, or per cent of the earlier "
	                 "figure, from %.*s; %s%.*s. Write which.", STR_ARG(d->by->words), STR_ARG(a), STR_ARG(b),
	                 none ? "neither holds: " : "", STR_ARG(facts)));
}

static void
judge_one_distance(struct trial *trial, const struct distance *d, bool percent)
{
	if (distance_verdict(d, percent) == SUPPORTED) {
		note_match(trial, d->to);
		return;
	}
	struct difference change = change_between(d->from->value, d->to->value);
	enum unit unit = percent ? UNIT_PERCENT : d->to->unit == UNIT_PERCENT ? UNIT_PERCENTAGE_POINTS
		: d->to->unit;
	Str moved = figure_words(size_of(percent ? change.percent : change.points), 1, unit, trial->perm);
	Str facts = move_words(trial, d->from, d->to);
	judge(trial, d->part, NOT_SUPPORTED, str_format(trial->perm, "%.*s: a change of %.*s%s, not %.*s.",
		STR_ARG(facts), STR_ARG(moved), percent ? " of the earlier figure" : "",
		STR_ARG(d->by->words)));
}

static void
judge_distance(struct trial *trial, const struct distance *d)
{
	bool of_percent = d->to->unit == UNIT_PERCENT;
	switch (d->by->written) {
	case WRITTEN_PERCENT:
		if (of_percent && d->by != &d->part->by_percent)
			judge_two_distances(trial, d);
		else
			judge_one_distance(trial, d, true);
		return;
	case WRITTEN_POINTS:
		if (!of_percent) {
			judge(trial, d->part, CANNOT_CHECK, S("Only a percentage moves by percentage points, and this "
			      "measure is not one."));
			return;
		}
		break;
	case WRITTEN_BARE: case WRITTEN_FTE: case WRITTEN_PEOPLE: case WRITTEN_CASES:
	case WRITTEN_CASES_EACH: case WRITTEN_DAYS: case WRITTEN_DAYS_EACH: case WRITTEN_POUNDS:
		break;
	}
	judge_one_distance(trial, d, false);
}

static void
judge_factor(struct trial *trial, const struct part *part, const struct found *from,
             const struct found *to)
{
	const struct factor *factor = &factors[part->factor];
	Figure ratio = figure_ratio(to->value, from->value, 1000);
	if (factor->part)
		ratio = size_of(figure_minus(ratio, figure_whole(1000)));
	bool nearly = part->factor_about == NEARLY || part->factor_about == ABOUT;
	int least = nearly ? factor->nearly_least : factor->least;
	int most = nearly ? factor->nearly_most : factor->most;
	int bare = factor->part ? factor->part : factor->ratio;
	bool more = part->factor_about == OVER || part->factor_about == JUST_OVER;
	bool past = factor->ratio && factor->ratio < 1000 ? ratio.micro < (int64_t)bare * MICRO
		: ratio.micro > (int64_t)bare * MICRO;
	bool holds = figure_present(ratio) && (more ? past : ratio.micro >= (int64_t)least * MICRO
		&& ratio.micro <= (int64_t)most * MICRO);
	if (part->factor_about == UNDER)
		holds = figure_present(ratio) && !past && ratio.micro != (int64_t)bare * MICRO;
	if (holds)
		return;
	Str facts = move_words(trial, from, to);
	Str times = figure_text(figure_ratio(to->value, from->value, 100), 0, trial->perm);
	judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s, which is %.*s%% of it: not \u201c%s%.*s\u201d.",
		STR_ARG(facts), STR_ARG(times), more ? "more than " : nearly ? "nearly " : "",
		STR_ARG(factor->phrase)));
}

/* ---- moves ---------------------------------------------------------------------------------- */

/* The one earlier year whose figure is the number it is said to come from; 0 when none or several. */
static int
year_of_from(struct trial *trial, const struct part *part, struct chosen chosen, struct when to)
{
	struct comparator_said of = { part->who, part->area };
	int found = 0, count = 0;
	for (int year = to.year - 1; year > to.year - 20; year--)
		if (bears(&part->from, peek_figure(trial, chosen, of, (struct when){ year, 0 }).value)) {
			found = year;
			count++;
		}
	return count == 1 ? found : 0;
}

static struct when
earlier_when(struct trial *trial, const struct part *part, struct chosen chosen, struct when to)
{
	if (part->from.is && part->from.when.year)
		return part->from.when;
	if (part->since.year)
		return part->since;
	if (part->span)
		return (struct when){ to.year - part->span, to.month };
	int year = part->from.is ? year_of_from(trial, part, chosen, to) : 0;
	if (year) {
		note(trial, str_format(trial->perm, "No earlier year is said; the figure it starts from is that of "
		                       "%d.", year));
		return (struct when){ year, 0 };
	}
	if (to.year)
		note(trial, str_format(trial->perm, "No earlier year is said, so the year before was taken: %d.",
		                       to.year - 1));
	return (struct when){ to.year - 1, to.month };
}

static void
judge_direction(struct trial *trial, const struct part *part, const struct found *from,
                const struct found *to)
{
	enum way way;
	int went = compare_at(to->value, from->value, to->places);
	if (!way_of(part->way, to->good, &way)) {
		judge(trial, part, CANNOT_CHECK, S("Neither more nor less of this measure is better in itself: write "
		      "rose or fell."));
		return;
	}
	Str facts = move_words(trial, from, to);
	if (went == (int)way)
		judge(trial, part, SUPPORTED, facts);
	else
		judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s: it %s.", STR_ARG(facts),
		                                             moved_words(went)));
}

/* "Fell for three years": from each year to the next, all the same way. */
static void
judge_each_year(struct trial *trial, const struct part *part, struct chosen chosen,
                const struct found *to)
{
	struct comparator_said of = { part->who, part->area };
	struct said nothing = { 0 };
	struct found before = find_figure(trial, chosen, of, (struct when){ to->year - part->span, 0 },
	                                  part->words);
	for (int year = to->year - part->span + 1; year <= to->year; year++) {
		struct found now = find_figure(trial, chosen, of, (struct when){ year, 0 }, part->words);
		if (!figure_held(trial, part, &nothing, &before) || !figure_held(trial, part, &nothing, &now))
			return;
		judge_direction(trial, part, &before, &now);
		before = now;
	}
}

/* Without a figure to hold it to, a distance with two meanings still has two. */
static bool
distance_without_figures(struct trial *trial, const struct part *part, const struct found *from,
                         const struct found *to, int way)
{
	bool two = part->by.is && part->by.written == WRITTEN_PERCENT && to->unit == UNIT_PERCENT
		&& part->level.is && way != LEVEL_WAY;
	if (!two || (figure_present(to->value) && figure_present(from->value)))
		return false;
	struct distance d = { part, &part->by, from, to, figure_micro(part->level.micro), way };
	judge_two_distances(trial, &d);
	return true;
}

static void
judge_distances(struct trial *trial, const struct part *part, const struct found *from,
                const struct found *to, int way)
{
	Figure later = part->level.is && part->level.about == EXACTLY ? figure_micro(part->level.micro)
	             : to->value;
	struct distance d = { part, &part->by, from, to, later, way };
	if (part->by.is)
		judge_distance(trial, &d);
	d.by = &part->by_percent;
	if (part->by_percent.is)
		judge_distance(trial, &d);
	if (part->factor >= 0)
		judge_factor(trial, part, from, to);
}

void
judge_move(struct trial *trial, const struct part *part, struct chosen chosen)
{
	struct comparator_said of = { part->who, part->area };
	struct when to_when = part_when(trial, part, chosen);
	struct when from_when = earlier_when(trial, part, chosen, to_when);
	struct found to = find_figure(trial, chosen, of, to_when,
	                              part->level.is ? part->level.words : part->words);
	struct found from = find_figure(trial, chosen, of, from_when,
	                                part->from.is ? part->from.words : part->words);
	enum way way;
	way_of(part->way, to.good, &way);
	bool backwards = from_when.year > to_when.year || (from_when.year == to_when.year
		&& from_when.month >= to_when.month);
	if (backwards && to_when.year) {
		judge(trial, part, CANNOT_CHECK, S("The years do not run forwards: write from the earlier year to "
		      "the later."));
		return;
	}
	if (distance_without_figures(trial, part, &from, &to, (int)way))
		return;
	struct said nothing = { 0 };
	if (!figure_held(trial, part, &part->level, &to) || !figure_held(trial, part, &part->from, &from)
	    || !figure_held(trial, part, &nothing, &from))
		return;
	if (part->each_year)
		judge_each_year(trial, part, chosen, &to);
	judge_direction(trial, part, &from, &to);
	judge_distances(trial, part, &from, &to, (int)way);
	offer(trial, MOVE, &to, from.year, SELF);
}

/* ---- comparisons ---------------------------------------------------------------------------- */

/* The comparator's figure of the same year, or of the year it is said to be, or of the nearest year
 * that has one. */
static struct found
their_figure(struct trial *trial, const struct part *part, struct chosen chosen,
             struct comparator_said with, struct when when, Str words)
{
	if (part->theirs.is && part->theirs.when.year)
		return find_figure(trial, chosen, with, part->theirs.when, words);
	struct found same = peek_figure(trial, chosen, with, when);
	for (int back = 1; same.value.absent == NOT_PUBLISHED && back <= 10; back++)
		for (int sign = -1; sign <= 1; sign += 2) {
			struct when other = { when.year + sign * back, 0 };
			if (figure_present(peek_figure(trial, chosen, with, other).value))
				return find_figure(trial, chosen, with, other, words);
		}
	return find_figure(trial, chosen, with, when, words);
}

static const char *
side_words(int side)
{
	return side < 0 ? "below" : side > 0 ? "above" : "the same as";
}

static Str
against_words(const struct trial *trial, const struct found *own, const struct found *their)
{
	Str name = found_name(trial, own), is = found_words(trial, own), other = found_words(trial, their);
	int side = compare_at(own->value, their->value, own->places);
	return str_format(trial->perm, "%.*s is %.*s, %s the %.*s of %.*s in %d", STR_ARG(name), STR_ARG(is),
		side_words(side), STR_ARG(other), STR_ARG(their->whose), their->year);
}

/* "2.3 points below", "12.2% below": how far apart, or else the figure itself. */
static void
judge_gap(struct trial *trial, const struct part *part, const struct found *own,
          const struct found *their)
{
	if (!part->gap.is || (part->gap_or_level && bears(&part->gap, own->value))) {
		if (part->gap.is)
			note_match(trial, own);
		return;
	}
	struct difference change = change_between(their->value, own->value);
	bool percent = part->gap.written == WRITTEN_PERCENT;
	bool points = !percent || own->unit == UNIT_PERCENT;
	bool by_points = points && bears(&part->gap, size_of(change.points));
	bool by_percent = percent && bears(&part->gap, size_of(change.percent));
	if (by_points || by_percent)
		note_match(trial, own);
	if (percent && points && by_points != by_percent) {
		judge(trial, part, AMBIGUOUS, str_format(trial->perm, "%.*s may be percentage points or per cent of "
			"the other figure, and only one of them holds: write which.", STR_ARG(part->gap.words)));
	} else if (!by_points && !by_percent) {
		Str facts = against_words(trial, own, their);
		judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s; the sentence says %.*s.",
		      STR_ARG(facts), STR_ARG(part->gap.words)));
	}
}

static void
judge_other_year(struct trial *trial, const struct part *part, const struct found *own,
                 const struct found *their)
{
	Str facts = against_words(trial, own, their);
	judge(trial, part, OTHER_YEAR, str_format(trial->perm, "It holds only with a comparator of another year: "
		"%.*s.", STR_ARG(facts)));
}

/* Totals of a council and of England are not alike. */
static bool
totals_compared(const struct found *own, struct comparator_said with)
{
	bool total = own->measure != NO_MEASURE && !measures[own->measure].rate;
	return total && (with.who == THE_COUNTRY || with.who == THE_REGION);
}

static void
judge_against_one(struct trial *trial, const struct part *part, struct chosen chosen,
                  const struct found *own, struct comparator_said with)
{
	enum way way;
	struct when when = { own->year, 0 };
	if (totals_compared(own, with)) {
		judge(trial, part, CANNOT_CHECK, S("A council\u2019s total cannot be held against a total of many "
		      "councils: compare the rates."));
		return;
	}
	if (!way_of(part->way, own->good, &way)) {
		judge(trial, part, CANNOT_CHECK, S("Neither more nor less of this measure is better in itself: write "
		      "above or below."));
		return;
	}
	struct found their = their_figure(trial, part, chosen, with, when, part->theirs.is
		? part->theirs.words : part->words);
	if (!figure_present(their.value)) {
		Str name = found_name(trial, &their), symbol = absent_symbol(their.value.absent);
		judge(trial, part, CANNOT_CHECK, str_format(trial->perm, "The comparator value is not supplied: %.*s "
			"is %s%.*s%s.", STR_ARG(name), symbol.len ? "" : "not there", STR_ARG(symbol),
			symbol.len ? str_c(str_format(trial->perm, " (%.*s)", STR_ARG(absent_meaning(
				their.value.absent))), trial->perm) : ""));
		return;
	}
	figure_held(trial, part, &part->theirs, &their);
	Str facts = against_words(trial, own, &their);
	if (compare_at(own->value, their.value, own->places) != (int)way)
		judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s.", STR_ARG(facts)));
	else if (their.year != own->year)
		judge_other_year(trial, part, own, &their);
	else
		judge(trial, part, SUPPORTED, facts);
	judge_gap(trial, part, own, &their);
	offer(trial, AGAINST, own, their.year, with.who);
}

void
judge_against(struct trial *trial, const struct part *part, struct chosen chosen)
{
	struct comparator_said of = { part->who, part->area };
	if (part->span || part->since.year)
		judge(trial, part, CANNOT_CHECK, S("It compares over several years: name one year."));
	if (part->comparator_count == 0) {
		judge(trial, part, CANNOT_CHECK, S("The comparator value is not supplied, and nothing says whose it "
		      "is: write England, the region, statistical neighbours or a council\u2019s name."));
		return;
	}
	struct when when = part_when(trial, part, chosen);
	if (part->gap.is && part->gap.when.year)
		when = part->gap.when;
	struct found own = find_figure(trial, chosen, of, when, part->words);
	if (!figure_held(trial, part, &part->level, &own))
		return;
	for (int i = 0; i < part->comparator_count; i++)
		judge_against_one(trial, part, chosen, &own, part->comparators[i]);
}
