/* agency_quarter.c: a quarter's return, put together. */
#include "practice/agency_quarter.h"

#include "workforce/service.h"

/* ---- quarters ---------------------------------------------------------------------------------- */

static struct quarter
quarter_make(int year, int number)
{
	Date first = date_of(year, number * 3 - 2, 1);
	return (struct quarter){ year, number, { first, { month_next(first, 3).day - 1 } } };
}

bool
quarter_read(Str text, struct quarter *quarter)
{
	bool fits = text.len == 6 && text.at[4] == '-' && text.at[5] >= '1' && text.at[5] <= '4';
	struct parsed_decimal year = parse_decimal(str_upto(text, fits ? 4 : 0), 0, false);
	if (!fits || !year.ok || year.micro < 1990 * (int64_t)MICRO || year.micro > 2200 * (int64_t)MICRO)
		return false;
	*quarter = quarter_make((int)(year.micro / MICRO), text.at[5] - '0');
	return true;
}

struct quarter
quarter_of(Date day)
{
	struct civil civil = date_civil(day);
	return quarter_make(civil.year, (civil.month + 2) / 3);
}

struct quarter
quarter_next(struct quarter quarter, int quarters)
{
	int count = quarter.year * 4 + quarter.number - 1 + quarters;
	return quarter_make(count / 4, count % 4 + 1);
}

Str
quarter_name(struct quarter quarter, struct arena *perm)
{
	return str_format(perm, "%d-%d", quarter.year, quarter.number);
}

Str
quarter_words(struct quarter quarter, struct arena *perm)
{
	static const char *const months[] = { "January to March", "April to June", "July to September", "October to December" };
	return str_format(perm, "%s %d", months[quarter.number - 1], quarter.year);
}

Date
quarter_due(struct quarter quarter)
{
	return (Date){ month_next(quarter.when.first, 5).day - 1 };
}

Str
degree_words(enum degree degree)
{
	const struct record_type *type = &record_types[TYPE_AGENCY_COMPLIANCE];
	return degree == DEGREE_NOT_SAID ? S("Not said") : type->fields[field_find(type, S("degree"))].choices[degree].words;
}

/* ---- what was entered -------------------------------------------------------------------------- */

static Str
value_of(const struct records *records, int row, const char *field)
{
	return record_value(records->type, &records->at[row], str_of(field));
}

static enum degree
degree_of(Str code)
{
	const struct record_type *type = &record_types[TYPE_AGENCY_COMPLIANCE];
	const struct field *field = &type->fields[field_find(type, S("degree"))];
	for (int d = 0; d < DEGREE_NOT_SAID; d++)
		if (str_equal(field->choices[d].code, code))
			return (enum degree)d;
	return DEGREE_NOT_SAID;
}

static void
read_rules(struct agency_return *of, const struct council *council, Str name)
{
	const struct records *all = &council->of[TYPE_AGENCY_COMPLIANCE];
	for (int c = 0; c < STATUTORY_CHECKS; c++)
		of->rules[c] = (struct quarter_rule){ .degree = DEGREE_NOT_SAID };
	for (int i = 0; i < all->count; i++)
		for (int c = 0; c < STATUTORY_CHECKS; c++)
			if (str_equal(value_of(all, i, "quarter"), name) && str_equal(value_of(all, i, "rule"), agency_checks[c].code)) {
				of->rules[c].record = &all->at[i];
				of->rules[c].degree = degree_of(value_of(all, i, "degree"));
				of->rules[c].explanation = value_of(all, i, "explanation");
			}
}

static void
read_quarter(struct agency_return *of, const struct council *council, Str name)
{
	const struct records *all = &council->of[TYPE_AGENCY_QUARTER];
	for (int i = 0; i < all->count; i++)
		if (str_equal(value_of(all, i, "quarter"), name)) {
			of->record = &all->at[i];
			of->agencies = value_of(all, i, "agencies");
			(void)date_parse(value_of(all, i, "sent_on"), &of->sent_on);
		}
}

static void
read_months(struct agency_return *of, const struct council *council)
{
	const struct records *all = &council->of[TYPE_AGENCY_COST];
	for (int m = 0; m < QUARTER_MONTHS; m++)
		of->months[m] = (struct quarter_month){ .month = month_next(of->quarter.when.first, m), .entered = NO_PENCE };
	for (int i = 0; i < all->count; i++) {
		Date month;
		struct parsed_decimal cost = parse_decimal(value_of(all, i, "cost"), 2, false);
		if (!date_parse(value_of(all, i, "month"), &month) || !cost.ok)
			continue;
		for (int m = 0; m < QUARTER_MONTHS; m++)
			if (month_first(month).day == of->months[m].month.day)
				of->months[m].entered = cost.micro / (MICRO / 100);
	}
}

/* ---- what follows ------------------------------------------------------------------------------ */

static void
work_out_months(struct agency_return *of)
{
	for (int m = 0; m < QUARTER_MONTHS; m++)
		for (int i = 0; i < of->row_count; i++) {
			struct month_cost cost = assignment_cost(&of->agency.assignments[of->rows[i]], of->months[m].month, of->agency.day);
			of->months[m].unknown += cost.days > 0 && !cost.known;
			of->months[m].worked_out += cost.known ? cost.pence : 0;
		}
}

static void
count_verdicts(struct agency_return *of, struct arena scratch)
{
	for (int i = 0; i < of->row_count; i++)
		for (int c = 0; c < STATUTORY_CHECKS; c++) {
			struct arena once = scratch;
			const struct assignment *a = &of->agency.assignments[of->rows[i]];
			of->rules[c].counts[agency_judge(&of->agency, a, (enum agency_check)c, &once).verdict]++;
		}
}

/* Whether an agency worker's time in post is in a role that the census counts, on a day of it. */
static bool
in_census(const struct roster *r, const struct spell_row *row, Date day)
{
	if (!row || row->basis != AGENCY || row->person == NOT_THERE || row->post == NOT_THERE)
		return false;
	const struct post_row *post = post_on(r, row->post, day);
	const struct role_row *role = post && post->role != NOT_THERE ? role_on(r, post->role, day) : NULL;
	return role && role->census > 0;
}

static void
find_without(struct agency_return *of, struct arena *perm)
{
	const struct roster *r = of->agency.roster;
	int *without = new(perm, r->spell_count + 1, int);
	for (int s = 0; s < r->spell_count; s++) {
		struct period when = spell_period(r, s);
		Date day = when.first.day > of->quarter.when.first.day ? when.first : of->quarter.when.first;
		if (when.last.day < of->quarter.when.first.day || when.first.day > of->quarter.when.last.day ||
		    !in_census(r, spell_on(r, s, day), day))
			continue;
		if (agency_of_spell(&of->agency, s) == NOT_THERE)
			without[of->without_count++] = s;
	}
	of->without = without;
}

void
agency_return_make(struct agency_return *of, const struct roster *roster, struct agency_of who,
                   struct quarter quarter, struct arena *perm)
{
	*of = (struct agency_return){ .quarter = quarter };
	if (quarter.when.last.day < who.day.day)
		who.day = quarter.when.last;
	agency_read(&of->agency, roster, who, perm);
	int *rows = new(perm, of->agency.count + 1, int);
	for (int i = 0; i < of->agency.count; i++)
		if (assignment_meets(&of->agency.assignments[i], quarter.when))
			rows[of->row_count++] = i;
	of->rows = rows;
	Str name = quarter_name(quarter, perm);
	read_rules(of, roster->council, name);
	read_quarter(of, roster->council, name);
	read_months(of, roster->council);
	work_out_months(of);
	count_verdicts(of, *perm);
	find_without(of, perm);
}

/* ---- the census's day -------------------------------------------------------------------------- */

void
agency_cross_check(struct agency_cross *cross, const struct agency_return *of, struct arena *perm)
{
	const struct roster *r = of->agency.roster;
	Date day = of->quarter.when.last;
	unsigned char *seen = new(perm, r->person_count + 1, unsigned char);
	int *census_only = new(perm, r->spell_count + 1, int), *assignment_only = new(perm, of->row_count + 1, int);
	*cross = (struct agency_cross){ .census_only = census_only, .assignment_only = assignment_only };
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = spell_on(r, s, day);
		if (!in_census(r, row, day))
			continue;
		seen[row->person] |= 1;
		int a = agency_of_spell(&of->agency, s);
		if (a == NOT_THERE || !assignment_runs(&of->agency.assignments[a], day))
			census_only[cross->census_only_count++] = s;
	}
	for (int i = 0; i < of->row_count; i++) {
		const struct assignment *a = &of->agency.assignments[of->rows[i]];
		if (!assignment_runs(a, day))
			continue;
		if (a->person != NOT_THERE)
			seen[a->person] |= 2;
		if (a->spell == NOT_THERE || !in_census(r, spell_on(r, a->spell, day), day))
			assignment_only[cross->assignment_only_count++] = of->rows[i];
	}
	for (int p = 0; p < r->person_count; p++) {
		cross->census += seen[p] & 1;
		cross->assignments += seen[p] >> 1;
		cross->both += seen[p] == 3;
	}
}

/* ---- official names ---------------------------------------------------------------------------- */

struct official
agency_official(const struct council *council, Str item, Date day)
{
	const struct records *all = &council->of[TYPE_AGENCY_ITEM];
	for (int i = 0; i < all->count; i++)
		if (period_holds(all->at[i].when, day) &&
		    str_equal(value_of(all, i, "item"), item))
			return (struct official){ value_of(all, i, "official_name"), value_of(all, i, "official_code") };
	return (struct official){ 0 };
}
