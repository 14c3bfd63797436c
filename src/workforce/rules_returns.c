/* rules_returns.c: what must be true of a census year. */
#include "workforce/ruling.h"

enum { FIRST_CENSUS = 2017 };        /* of individual workers */

static Str
value_of(const struct change *change, Str field)
{
	return record_value(change->type, &change->after, field);
}

static void
check_year(struct ruling *in, const struct change *change)
{
	const struct records *years = &in->after->of[TYPE_CENSUS_YEAR];
	struct parsed_decimal year = parse_decimal(value_of(change, S("year")), 0, false);
	if (year.ok && year.micro < FIRST_CENSUS * (int64_t)MICRO)
		rule_breaks(in, RULE_CENSUS_YEAR, change->after.ref, str_format(in->perm, "is of %.*s, before the first census of single "
			"workers", STR_ARG(value_of(change, S("year")))), S("write the year of its 30 September, such as 2025"));
	for (int i = 0; i < years->count; i++) {
		const struct record *other = &years->at[i];
		if (str_equal(other->ref, change->after.ref) ||
		    !str_equal(record_value(years->type, other, S("year")), value_of(change, S("year"))))
			continue;
		rule_breaks(in, RULE_CENSUS_YEAR, change->after.ref, str_format(in->perm, "%.*s is of the same year already",
			STR_ARG(other->ref)), S("change that one"));
		return;
	}
}

/* Whoever reads a return is told why a figure is not the one worked out. */
static void
check_figures(struct ruling *in, const struct change *change)
{
	static const Str figures[] = { STR("vacancies"), STR("cover_fte"), STR("cover_headcount") };
	bool said = false;
	for (ptrdiff_t i = 0; i < countof(figures); i++)
		said = said || value_of(change, figures[i]).len > 0;
	if (said && value_of(change, S("reason")).len == 0)
		rule_breaks(in, RULE_CENSUS_REASON, change->after.ref, S("says another figure than the one worked out, and not why"),
		            S("say what the figure rests on, or take it out"));
}

void
rules_of_returns(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->kind == REMOVE || record_type_id(change->type) != TYPE_CENSUS_YEAR)
			continue;
		check_year(in, change);
		check_figures(in, change);
	}
}
