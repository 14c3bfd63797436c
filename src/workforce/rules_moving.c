/* rules_moving.c: a request to move that came to something says when; a post that ends says when it ends. */
#include "workforce/rules_hiring.h"

#include "workforce/types_moving.h"

static Str
value_of(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

static void
check_wish(struct ruling *in, const struct change *change)
{
	Str ref = change->after.ref;
	Date asked, came;
	if ((value_of(change, "outcome").len > 0) != (value_of(change, "outcome_on").len > 0))
		rule_breaks(in, RULE_MOVE_WISH, ref, S("what came of it and the day go together"), S("say both, or neither"));
	if (str_equal(value_of(change, "kind"), move_kinds[POST_ENDS].code) != (value_of(change, "ends_on").len > 0))
		rule_breaks(in, RULE_MOVE_WISH, ref, S("a post that ends has the day on which it ends, and a transfer has none"),
		            S("say the day of a post that ends, or take it out"));
	if (date_parse(value_of(change, "asked_on"), &asked) && date_parse(value_of(change, "outcome_on"), &came) && came.day < asked.day)
		rule_breaks(in, RULE_MOVE_WISH, ref, S("it came to something before it was asked"), S("mend one of the two days"));
}

void
rules_of_moving(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++)
		if (in->changes->at[i].kind != REMOVE && in->changes->at[i].type == &record_types[TYPE_MOVE_WISH])
			check_wish(in, &in->changes->at[i]);
}
