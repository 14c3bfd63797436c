/* rules_plan.c: what must be true of tickets and assumptions taken together. */
#include "workforce/ruling.h"
#include "workforce/types_plan.h"

static Str
value_of(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

static Str
value_in(const struct change *change, const struct record *record, const char *field)
{
	return record_value(change->type, record, str_of(field));
}

/* ---- tickets ----------------------------------------------------------------------------------- */

static void
check_days(struct ruling *in, const struct change *change)
{
	Date first, last;
	if (date_parse(value_of(change, "starts_on"), &first) && date_parse(value_of(change, "expires_on"), &last) &&
	    last.day < first.day)
		rule_breaks(in, RULE_TICKET, change->after.ref, S("it expires before it begins"), S("mend one of the two days"));
}

/* A post over establishment is one ticket's, of the role and the status that it is for. */
static void
check_post(struct ruling *in, const struct change *change)
{
	Str ref = value_of(change, "post");
	const struct records *all = &in->after->of[TYPE_TICKET];
	int post = ref.len ? roster_post(&in->roster, ref) : NOT_THERE;
	if (post == NOT_THERE)
		return;
	const struct thing *thing = &in->roster.posts[post];
	bool over = false;
	for (int i = 0; i < thing->count; i++)
		over = over || in->roster.post_rows[thing->first + i].status == OVER_ESTABLISHMENT;
	if (!over)
		rule_breaks(in, RULE_TICKET, change->after.ref, S("its post was never over establishment"),
		            S("choose the post that was opened for it"));
	if (!str_equal(value_of(change, "decision"), S("approved")))
		rule_breaks(in, RULE_TICKET, change->after.ref, S("it has a post and was not approved"),
		            S("let somebody approve it first"));
	for (int i = 0; i < all->count; i++)
		if (!str_equal(all->at[i].ref, change->after.ref) && str_equal(value_in(change, &all->at[i], "post"), ref))
			rule_breaks(in, RULE_TICKET, change->after.ref, str_format(in->perm, "its post is that of %.*s already",
				STR_ARG(all->at[i].ref)), S("a post over establishment has one ticket"));
}

static void
check_pair(struct ruling *in, const struct change *change, const char *one, const char *other, Str wrong, Str mend)
{
	if ((value_of(change, one).len > 0) != (value_of(change, other).len > 0))
		rule_breaks(in, RULE_TICKET, change->after.ref, wrong, mend);
}

static void
check_ticket(struct ruling *in, const struct change *change)
{
	check_days(in, change);
	check_post(in, change);
	check_pair(in, change, "decision", "decided_on", S("a decision and its day go together"), S("say both, or neither"));
	check_pair(in, change, "absorbed_how", "absorbed_on", S("how and when it was absorbed go together"),
	           S("say both, or neither"));
	check_pair(in, change, "closed_on", "closed_why", S("a ticket is closed on a day and for a reason"),
	           S("say both, or neither"));
}

/* ---- assumptions ------------------------------------------------------------------------------- */

static int64_t
micro_of(const struct change *change, const char *field, int64_t otherwise)
{
	struct parsed_decimal read = parse_decimal(value_of(change, field), 6, false);
	return read.ok ? read.micro : otherwise;
}

/* Its value, least and most, each by itself. */
static void
check_bounds(struct ruling *in, const struct change *change)
{
	static const struct { const char *field, *words; } parts[] = { { "value", "value" }, { "low", "least" }, { "high", "most" } };
	const struct assumption_bounds *bounds = NULL;
	for (int i = 0; i < ASSUMPTIONS; i++)
		if (str_equal(assumption_whats[i].code, value_of(change, "what")))
			bounds = &assumption_bounds[i];
	for (int i = 0; bounds && i < countof(parts); i++) {
		int64_t said = micro_of(change, parts[i].field, bounds->low);
		if (said < bounds->low || said > bounds->high)
			rule_breaks(in, RULE_ASSUMPTION, change->after.ref, str_format(in->perm, "its %s, %.*s, cannot be",
				parts[i].words, STR_ARG(value_of(change, parts[i].field))),
				str_format(in->perm, "it may be %.*s", STR_ARG(bounds->words)));
	}
}

static void
check_assumption(struct ruling *in, const struct change *change)
{
	const struct records *all = &in->after->of[TYPE_ASSUMPTION];
	int64_t value = micro_of(change, "value", 0);
	check_bounds(in, change);
	if (micro_of(change, "low", value) > value || micro_of(change, "high", value) < value)
		rule_breaks(in, RULE_ASSUMPTION, change->after.ref, S("its value is not between its least and its most"),
		            S("mend one of the three"));
	for (int i = 0; i < all->count; i++) {
		const struct record *other = &all->at[i];
		if (str_equal(other->ref, change->after.ref) || !days_meet(other->when, change->after.when) ||
		    !str_equal(value_in(change, other, "what"), value_of(change, "what")) ||
		    !str_equal(value_in(change, other, "role"), value_of(change, "role")))
			continue;
		rule_breaks(in, RULE_ASSUMPTION, change->after.ref, str_format(in->perm,
			"%.*s assumes the same thing on the same days", STR_ARG(other->ref)),
			S("change that one from a day on, or end it"));
		return;
	}
}

void
rules_of_plans(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->kind == REMOVE)
			continue;
		if (change->type == &record_types[TYPE_TICKET])
			check_ticket(in, change);
		if (change->type == &record_types[TYPE_ASSUMPTION])
			check_assumption(in, change);
	}
}
