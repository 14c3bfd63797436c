/* check.c: every rule, asked of what it looks at. */
#include "census/checking.h"

#include <assert.h>
#include <stdlib.h>

static void
add_worker(struct whole *whole, const struct worker *w)
{
	int64_t fte = worker_value(w, ITEM_FTE, 0);
	if (worker_is_agency(w)) {
		whole->agency++;
		whole->fte_agency += fte;
		return;
	}
	whole->with_payments += worker_above_nothing(w, ITEM_RR_PAYMENTS);
	whole->days_lost += worker_value(w, ITEM_DAYS_LOST, 0);
	if (worker_there(w)) {
		whole->there++;
		whole->fte_there += fte;
		whole->ethnicity_said += worker_said(w, ITEM_ETHNICITY);
		whole->ethnicity_unknown += worker_ethnicity_unknown(w);
	}
}

struct checking
checking_new(const struct census_return *ret, int64_t now, struct findings *found, struct arena *perm)
{
	struct checking in = { .ret = ret, .now = now, .found = found, .perm = perm };
	if (ret->year >= CENSUS_FIRST_YEAR && ret->year <= CENSUS_LAST_YEAR) {
		in.year = ret->year;
		in.days = census_period(ret->year);
	}
	for (int i = 0; i < ret->worker_count; i++)
		add_worker(&in.whole, &ret->workers[i]);
	return in;
}

/* ---- which rules ------------------------------------------------------------------------------- */

enum { RULES_MOST = 256 };           /* twice as many as there are */
struct asked { const struct census_rule *at[RULES_MOST]; int count; };

static struct asked
asked_of(enum rule_scope scope, int year)
{
	struct asked asked = { .count = 0 };
	for (int i = 0; i < census_rule_count(); i++) {
		const struct census_rule *rule = census_rule_at(i);
		assert(asked.count < RULES_MOST);
		if (rule->scope == scope && rule->test && census_rule_holds(rule, year))
			asked.at[asked.count++] = rule;
	}
	return asked;
}

static void
ask(struct checking *in, const struct asked *asked, const struct worker *w)
{
	for (int i = 0; i < asked->count; i++)
		asked->at[i]->test(in, asked->at[i], w);
}

/* ---- people ------------------------------------------------------------------------------------ */

static int
by_number(const void *left, const void *right)
{
	const struct numbered *a = left, *b = right;
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

struct numbering
numbering_new(int most, struct arena *perm)
{
	return (struct numbering){ new(perm, most, struct numbered), 0, new(perm, most, const struct worker *) };
}

void
numbering_sort(struct numbering *numbering)
{
	if (numbering->count > 1)
		qsort(numbering->at, (size_t)numbering->count, sizeof *numbering->at, by_number);
}

struct people
numbering_people(struct numbering *numbering, const struct census_return *ret, int first)
{
	const struct numbered *at = numbering->at;
	int end = first;
	for (; end < numbering->count && at[end].number == at[first].number; end++)
		numbering->workers[end] = &ret->workers[at[end].at];
	return (struct people){ numbering->workers + first, end - first };
}

static void
ask_of_people(struct checking *in, struct arena *perm)
{
	const struct census_return *ret = in->ret;
	struct asked asked = asked_of(OF_PEOPLE, in->year);
	struct numbering numbering = numbering_new(ret->worker_count, perm);
	for (int i = 0; i < ret->worker_count; i++)
		if (worker_said(&ret->workers[i], ITEM_SWE))
			numbering.at[numbering.count++] = (struct numbered){ worker_value(&ret->workers[i], ITEM_SWE, 0), i };
	numbering_sort(&numbering);
	for (int first = 0; first < numbering.count; first += in->people.count) {
		in->people = numbering_people(&numbering, ret, first);
		if (in->people.count > 1)
			ask(in, &asked, NULL);
	}
}

void
census_check(const struct census_return *ret, int64_t now, struct findings *found, struct arena *perm)
{
	struct checking in = checking_new(ret, now, found, perm);
	struct asked of_return = asked_of(OF_RETURN, in.year), of_worker = asked_of(OF_WORKER, in.year);
	ask(&in, &of_return, NULL);
	for (int i = 0; i < ret->worker_count; i++)
		ask(&in, &of_worker, &ret->workers[i]);
	ask_of_people(&in, perm);
	census_order(found);
}
