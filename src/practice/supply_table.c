/* supply_table.c: chances of joining, and sums of them by quarter and route. */
#include "practice/supply.h"

#include <assert.h>

#include "practice/supply_chances.h"

/* ---- quarters ------------------------------------------------------------------------------------ */

int
supply_quarter(Date day)
{
	struct civil civil = date_civil(day);
	return civil.year * 4 + (civil.month - 1) / 3;
}

struct period
supply_quarter_period(int quarter)
{
	int year = quarter / 4, month = quarter % 4 * 3 + 1;
	Date next = month == 10 ? date_of(year + 1, 1, 1) : date_of(year, month + 3, 1);
	return (struct period){ date_of(year, month, 1), { next.day - 1 } };
}

Str
supply_quarter_words(int quarter, struct arena *perm)
{
	static const Str words[] = { STR("January to March"), STR("April to June"), STR("July to September"),
		STR("October to December") };
	return str_format(perm, "%.*s %d", STR_ARG(words[quarter % 4]), quarter / 4);
}

/* ---- chances --------------------------------------------------------------------------------------- */

/* Nobody is expected before today; whose day nobody knows is in no quarter. */
static int
quarter_expected(const struct supply *supply, Date ready)
{
	int now = supply_quarter(supply->day), then = ready.day ? supply_quarter(ready) : NOT_THERE;
	return then != NOT_THERE && then < now ? now : then;
}

static void
times(struct chance *chance, const struct odds *odds)
{
	chance->said &= odds->said;
	chance->part *= odds->part;
	chance->low *= odds->low;
	chance->high *= odds->high;
	chance->grades |= odds->said ? 1u << odds->grade : 0;
}

static void
add_chance(struct supply *supply, int cohort, int learner, Date ready)
{
	const struct odds nothing = { 0 };
	const struct cohort *c = cohort == NOT_THERE ? NULL : &supply->cohorts[cohort];
	struct chance chance = { .kind = c ? c->kind : ROUTE_OTHER, .cohort = cohort, .learner = learner, .said = true, .part = 1,
		.low = 1, .high = 1, .quarter = quarter_expected(supply, ready) };
	if (learner == NOT_THERE || !supply->learners[learner].is_ready)
		times(&chance, c ? &c->completes : &nothing);
	times(&chance, c ? &c->takes_post : &nothing);
	supply->chances[supply->chance_count++] = chance;
}

void
supply_chances(struct supply *supply, struct arena *perm)
{
	int most = supply->learner_count;
	for (int c = 0; c < supply->cohort_count; c++)
		most += supply->cohorts[c].selected ? 0 : supply->cohorts[c].places;
	supply->chances = new(perm, most + 1, struct chance);
	for (int l = 0; l < supply->learner_count; l++)
		if (learner_coming(&supply->learners[l]))
			add_chance(supply, supply->learners[l].cohort, l, supply->learners[l].is_ready ? supply->day : supply->learners[l].ready);
	for (int c = 0; c < supply->cohort_count; c++)
		for (int p = 0; !supply->cohorts[c].selected && p < supply->cohorts[c].places; p++)
			add_chance(supply, c, NOT_THERE, supply->cohorts[c].expected);
	assert(supply->chance_count <= most);
}

/* ---- sums ---------------------------------------------------------------------------------------- */

/* One throw more: either it fails, and there are as many as before, or it succeeds, and there is one more. What has become
 * smaller than counts is cut off at both ends, so that thousands of throws stay few numbers. */
struct throws
throws_of(const double *parts, int count, struct arena *perm)
{
	const double least = 1e-18;
	double *chance = new(perm, count + 2, double);
	int first = 0, last = 0;
	chance[0] = 1;
	for (int i = 0; i < count; i++) {
		assert(parts[i] >= 0 && parts[i] <= 1);
		chance[last + 1] = chance[last] * parts[i];
		for (int k = last; k > first; k--)
			chance[k] = chance[k] * (1 - parts[i]) + chance[k - 1] * parts[i];
		chance[first] *= 1 - parts[i];
		last++;
		while (last > first && chance[last] < least)
			last--;
		while (first < last && chance[first] < least)
			first++;
	}
	return (struct throws){ chance + first, first, last - first + 1 };
}

int
throws_quantile(const struct throws *throws, double part)
{
	double sum = 0;
	for (int i = 0; i < throws->count; i++) {
		sum += throws->chance[i];
		if (sum >= part - 1e-12)
			return throws->first + i;
	}
	return throws->first + throws->count - 1;
}

struct supply_cell
supply_cell_of(const struct supply *supply, struct supply_span span, struct arena *perm)
{
	struct supply_cell cell = { 0 };
	double *low = new(perm, supply->chance_count + 1, double), *high = new(perm, supply->chance_count + 1, double);
	int said = 0;
	for (int i = 0; i < supply->chance_count; i++) {
		const struct chance *chance = &supply->chances[i];
		if (chance->quarter < span.first || chance->quarter > span.last || (span.kind != NOT_THERE && (int)chance->kind != span.kind))
			continue;
		cell.people += chance->learner != NOT_THERE;
		cell.places += chance->learner == NOT_THERE;
		cell.unsaid += !chance->said;
		if (!chance->said)
			continue;
		cell.expected += chance->part;
		cell.grades |= chance->grades;
		low[said] = chance->low;
		high[said++] = chance->high;
	}
	struct throws least = throws_of(low, said, perm), most = throws_of(high, said, perm);
	cell.low = throws_quantile(&least, 0.1);
	cell.high = throws_quantile(&most, 0.9) + cell.unsaid;
	return cell;
}

Str
grades_words(unsigned of, struct arena *perm)
{
	static const Str words[GRADES] = { STR("A"), STR("B"), STR("C"), STR("D"), STR("own") };
	struct text text = text_new(perm);
	bool any = false;
	for (int g = 0; g < GRADES; g++) {
		if (!(of >> g & 1u))
			continue;
		text_format(&text, "%s%.*s", any ? ", " : "", STR_ARG(words[g]));
		any = true;
	}
	return text_str(&text);
}
