/* rules_agency.c: what must be true of agency use taken together: whose an assignment is, its days, its quarter, and
 * where a decision belongs. Whose unit a decision names says who may make it, so it is held to what it decides. */
#include "workforce/ruling.h"

static Str
value_of(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

static const struct record *
record_in(const struct ruling *in, enum type_id type, Str ref)
{
	int first;
	const struct records *records = &in->after->of[type];
	return ref.len && records_of(records, ref, &first) > 0 ? &records->at[first] : NULL;
}

/* ---- whose ------------------------------------------------------------------------------------- */

/* The time in post that an assignment names, of the same person and held by way of an agency. */
static void
check_spell(struct ruling *in, const struct change *change)
{
	const struct roster *r = &in->roster;
	int spell = roster_spell(r, value_of(change, "spell")), person = roster_person(r, value_of(change, "person"));
	if (spell == NOT_THERE || person == NOT_THERE)
		return;
	const struct spell_row *row = spell_last(r, spell);
	if (row->person != person)
		rule_breaks(in, RULE_AGENCY_PERSON, change->after.ref, S("its time in post is somebody else\u2019s"),
		            S("choose the time in post of the same person"));
	else if (row->basis != AGENCY)
		rule_breaks(in, RULE_AGENCY_PERSON, change->after.ref, S("its time in post is not held by way of an agency"),
		            S("choose a time in post that is held as agency"));
}

static void
check_assignment_of(struct ruling *in, const struct change *change)
{
	const struct record_type *type = &record_types[TYPE_ASSIGNMENT];
	const struct record *assignment = record_in(in, TYPE_ASSIGNMENT, value_of(change, "assignment"));
	if (!assignment)
		return;
	int of = roster_person(&in->roster, record_value(type, assignment, S("person")));
	if (of != roster_person(&in->roster, value_of(change, "person")))
		rule_breaks(in, RULE_AGENCY_PERSON, change->after.ref, S("the assignment is somebody else\u2019s"),
		            S("choose the assignment of the same person"));
}

/* ---- once -------------------------------------------------------------------------------------- */

/* Whether another record has the same values in these fields. */
static void
check_once(struct ruling *in, const struct change *change, const char *field, const char *second, Str mend)
{
	const struct records *records = &in->after->of[record_type_id(change->type)];
	for (int i = 0; i < records->count; i++) {
		const struct record *other = &records->at[i];
		if (str_equal(other->ref, change->after.ref) ||
		    !str_equal(record_value(change->type, other, str_of(field)), value_of(change, field)) ||
		    (second && !str_equal(record_value(change->type, other, str_of(second)), value_of(change, second))))
			continue;
		rule_breaks(in, RULE_AGENCY_ONCE, change->after.ref, str_format(in->perm, "%.*s says the same already",
			STR_ARG(other->ref)), mend);
		return;
	}
}

/* ---- days and quarters ------------------------------------------------------------------------- */

static void
check_days(struct ruling *in, const struct change *change, const char *end)
{
	Date first, last;
	if (!date_parse(value_of(change, "starts_on"), &first) || !date_parse(value_of(change, end), &last) ||
	    first.day <= last.day)
		return;
	const struct field *field = &change->type->fields[field_find(change->type, str_of(end))];
	rule_breaks(in, RULE_AGENCY_DAYS, change->after.ref, str_format(in->perm, "%.*s is before the first day",
		STR_ARG(field->label)), S("mend one of the two"));
}

static void
check_quarter(struct ruling *in, const struct change *change)
{
	Str text = value_of(change, "quarter");
	bool fits = text.len == 6 && text.at[4] == '-' && text.at[5] >= '1' && text.at[5] <= '4';
	for (int i = 0; i < 4 && fits; i++)
		fits = text.at[i] >= '0' && text.at[i] <= '9';
	if (!fits && text.len)
		rule_breaks(in, RULE_AGENCY_DAYS, change->after.ref, S("the quarter cannot be read"),
		            S("write it as 2025-3, for July to September 2025"));
}

static void
check_month(struct ruling *in, const struct change *change)
{
	Date month;
	if (date_parse(value_of(change, "month"), &month) && date_civil(month).day != 1)
		rule_breaks(in, RULE_AGENCY_DAYS, change->after.ref, S("the month is not given by its first day"),
		            S("write the first day of the month"));
}

/* ---- decisions --------------------------------------------------------------------------------- */

/* The unit of the post that an assignment's worker is in on a day, as a ref. */
static Str
unit_of_assignment(const struct ruling *in, const struct record *assignment, Date day)
{
	const struct roster *r = &in->roster;
	int spell = roster_spell(r, record_value(&record_types[TYPE_ASSIGNMENT], assignment, S("spell")));
	int post = spell == NOT_THERE ? NOT_THERE : spell_last(r, spell)->post;
	if (post == NOT_THERE)
		return (Str){ 0 };
	const struct post_row *row = post_on(r, post, day);
	if (!row)
		row = &r->post_rows[r->posts[post].first + r->posts[post].count - 1];
	return row->unit == NOT_THERE ? (Str){ 0 } : r->units[row->unit].ref;
}

static void
check_decision(struct ruling *in, const struct change *change)
{
	Str decision = value_of(change, "decision"), unit = { 0 };
	bool signs = str_equal(decision, S("dcs")) || str_equal(decision, S("chief_executive"));
	const struct record *request = record_in(in, TYPE_AGENCY_REQUEST, value_of(change, "request"));
	const struct record *assignment = record_in(in, TYPE_ASSIGNMENT, value_of(change, "assignment"));
	Date day = { 0 };
	(void)date_parse(value_of(change, "held_on"), &day);
	if (signs ? !assignment : !request) {
		rule_breaks(in, RULE_AGENCY_DECISION, change->after.ref, signs ? S("it signs off the rate of no assignment")
			: S("it decides no request"), signs ? S("say which assignment") : S("say which request"));
		return;
	}
	unit = signs ? unit_of_assignment(in, assignment, day)
		: record_value(&record_types[TYPE_AGENCY_REQUEST], request, S("unit"));
	if (!str_equal(unit, value_of(change, "unit")))
		rule_breaks(in, RULE_AGENCY_DECISION, change->after.ref, S("its unit is not that of what it decides"),
		            S("choose the unit of the post"));
}

/* ---- all of them ------------------------------------------------------------------------------- */

static void
check_agency(struct ruling *in, const struct change *change)
{
	switch (record_type_id(change->type)) {
	case TYPE_AGENCY_REQUEST:
		check_days(in, change, "planned_end");
		break;
	case TYPE_AGENCY_DECISION:
		check_decision(in, change);
		break;
	case TYPE_ASSIGNMENT:
		check_spell(in, change);
		check_days(in, change, "planned_end");
		check_days(in, change, "ended_on");
		check_once(in, change, "spell", NULL, S("a time in post has one assignment: extend that, or correct it"));
		break;
	case TYPE_ASSIGNMENT_EVIDENCE:
		check_assignment_of(in, change);
		check_once(in, change, "assignment", NULL, S("an assignment has one record of evidence: correct that"));
		break;
	case TYPE_CONVERSION:
		check_assignment_of(in, change);
		break;
	case TYPE_AGENCY_COST:
		check_month(in, change);
		check_once(in, change, "month", NULL, S("a month has one cost: correct that"));
		break;
	case TYPE_AGENCY_QUARTER:
		check_quarter(in, change);
		check_once(in, change, "quarter", NULL, S("a quarter has one return: correct that"));
		break;
	case TYPE_AGENCY_COMPLIANCE:
		check_quarter(in, change);
		check_once(in, change, "quarter", "rule", S("a rule is said once of a quarter: correct that"));
		break;
	default:
		break;
	}
}

void
rules_of_agency(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++)
		if (in->changes->at[i].kind != REMOVE)
			check_agency(in, &in->changes->at[i]);
}
