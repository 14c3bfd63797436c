/* standings.c: the highest in some years, and the place among councils. */
#include "claim/check.h"

/* ---- records -------------------------------------------------------------------------------- */

/* Whether a year's figure is the highest (or lowest) of the years from `first` to it. `against`: the
 * year that is as high or higher, or that has no figure. */
struct record { bool holds, missing; struct found against; };

static struct record
record_since(struct trial *trial, const struct part *part, struct chosen chosen,
             const struct found *own, enum way way, int first)
{
	struct comparator_said of = { part->who, part->area };
	struct record record = { .holds = true };
	for (int year = first; year < own->year; year++) {
		struct found other = find_figure(trial, chosen, of, (struct when){ year, 0 }, part->words);
		if (!figure_present(other.value)) {
			record = (struct record){ .missing = true, .against = other };
			return record;
		}
		int side = compare_at(own->value, other.value, own->places);
		bool beaten = side != (int)way && !(part->joint && side == 0);
		if (beaten && record.holds)
			record = (struct record){ .against = other };
	}
	return record;
}

static void
judge_record_from(struct trial *trial, const struct part *part, const struct found *own,
                  const struct record *record, int first)
{
	Str name = found_name(trial, own), is = found_words(trial, own);
	Str other = found_words(trial, &record->against);
	if (record->missing)
		judge(trial, part, CANNOT_CHECK, str_format(trial->perm, "There is no figure for %d, which is one of "
			"the years it speaks of: %.*s.", record->against.year,
			STR_ARG(absent_meaning(record->against.value.absent))));
	else if (!record->holds)
		judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s is %.*s; in %d it was %.*s.",
			STR_ARG(name), STR_ARG(is), record->against.year, STR_ARG(other)));
	else
		judge(trial, part, SUPPORTED, str_format(trial->perm, "%.*s is %.*s, the %s of %d to %d",
			STR_ARG(name), STR_ARG(is), part->way == DOWN ? "lowest" : part->way == UP
			? "highest" : part->way == BETTER_WAY ? "best" : "worst", first, own->year));
}

/* "The highest since 2018" may or may not have 2018 in it; both are tried. */
static void
judge_record_since(struct trial *trial, const struct part *part, struct chosen chosen,
                   const struct found *own, enum way way)
{
	int since = part->since.year;
	struct record with = record_since(trial, part, chosen, own, way, since);
	struct record after = record_since(trial, part, chosen, own, way, since + 1);
	if (with.holds == after.holds || with.missing) {
		judge_record_from(trial, part, own, &with, since);
		return;
	}
	Str other = found_words(trial, &with.against);
	add_reading(trial, (struct reading){ str_format(trial->perm, "with %d among the years", since),
		NOT_SUPPORTED, with.against.value, own->unit });
	add_reading(trial, (struct reading){ str_format(trial->perm, "in the years after %d", since),
		SUPPORTED, own->value, own->unit });
	judge(trial, part, AMBIGUOUS, str_format(trial->perm, "It holds for the years after %d, and not with %d "
		"among them, when it was %.*s: write the number of years.", since, since, STR_ARG(other)));
}

static int
first_year_of(const struct trial *trial, const struct part *part, struct chosen chosen,
              const struct found *own)
{
	struct comparator_said of = { part->who, part->area };
	int first = own->year;
	for (int year = own->year; year > own->year - 40; year--)
		if (figure_present(peek_figure(trial, chosen, of, (struct when){ year, 0 }).value))
			first = year;
	return first;
}

void
judge_record(struct trial *trial, const struct part *part, struct chosen chosen)
{
	if (part->comparator_count || (!part->span && !part->since.year && !part->all_years)) {
		judge_rank(trial, part, chosen);
		return;
	}
	struct comparator_said of = { part->who, part->area };
	struct found own = find_figure(trial, chosen, of, part_when(trial, part, chosen), part->words);
	struct said nothing = { 0 };
	enum way way;
	if (!figure_held(trial, part, &nothing, &own))
		return;
	if (!way_of(part->way, own.good, &way)) {
		judge(trial, part, CANNOT_CHECK, S("Neither more nor less of this measure is better in itself: write "
		      "highest or lowest."));
		return;
	}
	int first = part->span ? own.year - part->span + 1 : first_year_of(trial, part, chosen, &own);
	if (part->all_years)
		note(trial, str_format(trial->perm, "The figures held here begin in %d.", first));
	if (part->since.year && !part->span) {
		judge_record_since(trial, part, chosen, &own, way);
	} else {
		struct record record = record_since(trial, part, chosen, &own, way, first);
		judge_record_from(trial, part, &own, &record, first);
	}
	offer(trial, RECORD, &own, 0, SELF);
}

/* ---- ranks ---------------------------------------------------------------------------------- */

static bool
is_neighbour(const struct published *p, int area, int other)
{
	for (int i = 0; i < p->neighbours[area].count; i++)
		if (p->neighbours[area].at[i].area == other)
			return true;
	return area == other;
}

/* The region of a London borough is Inner or Outer London, and its region's region is London. */
static bool
stands_in(const struct published *p, int area, struct comparator_said within, int other)
{
	const struct area *at = p->areas.at;
	if (at[other].level != AUTHORITY)
		return false;
	switch (within.who) {
	case SELF:
	case THE_COUNTRY:    return true;
	case THE_REGION:     return at[other].parent == at[area].parent;
	case THE_NEIGHBOURS: return is_neighbour(p, area, other);
	case A_PLACE: {
		int parent = at[other].parent;
		return parent == within.area || (parent != NO_AREA && at[parent].parent == within.area);
	}
	}
	return false;
}

struct standing_found { int rank, ranked, level_with; };

/* Councils whose figure is beyond this one's come before it; those at it share its place. */
static struct standing_found
standing_among(const struct trial *trial, const struct found *own, enum way way,
         struct comparator_said within)
{
	struct standing_found place = { .rank = 1 };
	const struct published *p = trial->p;
	for (int area = 0; area < p->areas.count; area++) {
		if (!stands_in(p, own->area, within, area))
			continue;
		Figure value = published_value(p, area, own->measure, own->year);
		if (!figure_present(value))
			continue;
		int side = compare_at(value, own->value, own->places);
		place.ranked++;
		place.rank += side == (int)way;
		place.level_with += side == 0 && area != own->area;
	}
	return place;
}

static void
judge_place(struct trial *trial, const struct part *part, const struct found *own, enum way way,
            struct comparator_said within)
{
	struct standing_found place = standing_among(trial, own, way, within);
	int rank = part->rank ? part->rank : 1;
	Str name = found_name(trial, own), is = found_words(trial, own);
	Str stands = str_format(trial->perm, "%.*s is %.*s: number %d from the %s of %d%s", STR_ARG(name),
		STR_ARG(is), place.rank, way == UP ? "highest" : "lowest", place.ranked,
		place.level_with ? ", with others at the same figure" : "");
	bool shared = rank == 1 && place.level_with && !part->joint && part->relation == RECORD;
	bool counted = part->rank_of == 0 || part->rank_of == place.ranked;
	if (place.rank == rank && !shared && counted)
		judge(trial, part, SUPPORTED, stands);
	else
		judge(trial, part, NOT_SUPPORTED, str_format(trial->perm, "%.*s.", STR_ARG(stands)));
}

void
judge_rank(struct trial *trial, const struct part *part, struct chosen chosen)
{
	struct comparator_said of = { part->who, part->area };
	struct found own = find_figure(trial, chosen, of, part_when(trial, part, chosen), part->words);
	struct said nothing = { 0 };
	enum way way;
	if (!figure_held(trial, part, &nothing, &own))
		return;
	bool unplaced = part->relation == RECORD && part->comparator_count == 0;
	bool council = own.area != NO_AREA && trial->p->areas.at[own.area].level == AUTHORITY;
	if (unplaced)
		judge(trial, part, CANNOT_CHECK, S("It does not say the highest or lowest of what: write in how many "
		      "years, in the region, or in England."));
	else if (trial->from_own || !council || part->comparator_count > 1)
		judge(trial, part, CANNOT_CHECK, S("A place is looked up for one council among the councils of one "
		      "area, in DfE\u2019s figures."));
	else if (!way_of(part->way, own.good, &way))
		judge(trial, part, CANNOT_CHECK, S("Neither more nor less of this measure is better in itself: write "
		      "highest or lowest."));
	else
		judge_place(trial, part, &own, way, part->comparator_count ? part->comparators[0]
		            : (struct comparator_said){ THE_COUNTRY, NO_AREA });
	offer(trial, RANK, &own, 0, SELF);
}
