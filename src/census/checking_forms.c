/* checking_forms.c: the questions of form that many rules ask: is it there, and is it a value of its kind. */
#include "census/checking.h"

static void
ask_each(struct checking *in, const struct census_rule *rule, const struct worker *w, bool needed)
{
	for (int i = 0; i < rule->item_count; i++) {
		enum fact_said said = worker_fact(w, rule->items[i]).said;
		if (said == MISSAID)
			checking_sound(in, rule, w, rule->items[i]);
		if (said == NOT_SAID && needed)
			checking_missing(in, rule, w, rule->items[i]);
	}
}

void
rule_sound(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	ask_each(in, rule, w, false);
}

void
rule_needed_of_everybody(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	ask_each(in, rule, w, true);
}

void
rule_needed_of_paid(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	ask_each(in, rule, w, worker_paid(w));
}

void
rule_needed_of_there(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	ask_each(in, rule, w, worker_there(w));
}

void
rule_needed_on_the_day(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	ask_each(in, rule, w, worker_there(w) || worker_is_agency(w));
}

/* What every message has but no sheet of workers: a sheet need not say that it is the census. */
static bool
only_in_messages(enum item item)
{
	return item == ITEM_COLLECTION || item == ITEM_REFERENCE_DATE || item == ITEM_SOURCE_LEVEL || item == ITEM_DATE_TIME;
}

/* A message without its header or its module is told of that, and not of each item that should be in it. */
static bool
return_should_say(const struct census_return *ret, enum item item)
{
	if (ret->form == FORM_SHEET)
		return !only_in_messages(item);
	int line = item_rows[item].place == IN_AUTHORITY ? ret->module_line : ret->header_line;
	return ret->form != FORM_XML || line > 0;
}

void
rule_needed_of_return(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	(void)w;
	for (int i = 0; i < rule->item_count; i++) {
		enum item item = rule->items[i];
		if (checking_sound(in, rule, NULL, item) && in->ret->fact[item].said == NOT_SAID &&
		    return_should_say(in->ret, item))
			checking_missing(in, rule, NULL, item);
	}
}

static void
expect_each(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	for (int i = 0; i < rule->item_count; i++)
		if (worker_fact(w, rule->items[i]).said == NOT_SAID)
			checking_missing(in, rule, w, rule->items[i]);
}

void
rule_expected_of_everybody(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	expect_each(in, rule, w);
}

void
rule_expected_of_paid(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_paid(w))
		expect_each(in, rule, w);
}

void
rule_expected_of_there(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_there(w))
		expect_each(in, rule, w);
}

/* A number that is 0 says no more than a blank, and some systems write it for everybody. */
static bool
says_something(struct checking *in, const struct worker *w, enum item item)
{
	struct fact fact = checking_fact(in, w, item);
	return fact.said == MISSAID || (fact.said == SAID && !(item_rows[item].kind == KIND_NUMBER && fact.value == 0));
}

void
rule_blank_for_agency(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!worker_is_agency(w))
		return;
	for (int i = 0; i < rule->item_count; i++)
		if (says_something(in, w, rule->items[i]))
			checking_tell_one(in, rule, w, rule->items[i]);
}

void
rule_blank_in_year(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (in->year == 0)
		return;
	for (int i = 0; i < rule->item_count; i++) {
		enum item item = rule->items[i];
		if (item_in_year(item, in->year) || checking_fact(in, w, item).said == NOT_SAID)
			continue;
		Str value = checking_value(in, w, item);
		checking_tell(in, rule, w, item, (struct advice){ .wrong = checking_say(
			in, "is %.*s, and the census of %d does not have it", STR_ARG(value), in->year) });
	}
}
