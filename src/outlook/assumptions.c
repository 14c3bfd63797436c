/* assumptions.c: the rows, and which number is used on a day. */
#include "outlook/assumptions.h"
#include "workforce/said.h"

#include <assert.h>

#define WHOLE(n) ((int64_t)(n) * MICRO)
#define PART(n) ((int64_t)(n) * (MICRO / 1000))      /* thousandths: 410 is 0.41 */
#define POUNDS(a, b, c) ASSUMED_POUNDS, WHOLE(a), WHOLE(b), WHOLE(c)
#define SHARE(a, b, c) ASSUMED_SHARE, PART(a), PART(b), PART(c)
#define RATIO(a, b, c) ASSUMED_RATIO, PART(a), PART(b), PART(c)
#define FUNNEL STR("E116"), STR("Assumption: no trustworthy published rate was found; a council learns its own"), STR("D")

/* Key and title are the register's; what is left empty here is filled from there. */
static const struct assumption_row rows[ASSUMPTIONS] = {
	[ASSUME_PAY] = { { 0 }, { 0 }, POUNDS(60000, 45000, 75000), STR(""),
		STR("Assumption: a round figure. Pay differs by role and council: enter your own"), STR("D"),
		STR("What posts over establishment and posts filled cost") },
	[ASSUME_AGENCY_PREMIUM] = { { 0 }, { 0 }, SHARE(410, 200, 550), STR("E090, E091, E092"),
		STR("St Helens, about 2023-24: \u00A31,800 a week against \u00A31,280. Shropshire 2024: 20-30%. From memory of the "
		    "independent review, 2022: 53%"), STR("B"), STR("What a post covered by agency costs beyond its pay") },
	[ASSUME_AGENCY_COVER] = { { 0 }, { 0 }, SHARE(744, 500, 1000), STR("E014"),
		STR("DfE, England 2023: agency workers as a share of vacancies"), STR("A"),
		STR("How many vacant posts agency covers, where the council\u2019s own figure is not known") },
	[ASSUME_LEAVER_COST] = { { 0 }, { 0 }, POUNDS(27000, 20000, 30000), STR("E095"),
		STR("LGA citing CIPD, 2017 prices: generic, and includes lost productivity"), STR("C"),
		STR("What each leaver costs, beside the gap itself") },
	[ASSUME_HIRE_COST] = { { 0 }, { 0 }, POUNDS(1500, 1500, 3000), STR("E096"),
		STR("CIPD resourcing survey, 2022: median of all UK sectors; leaves time inside the council out"), STR("B"),
		STR("What each hire costs") },
	[ASSUME_INDUCTION_COST] = { { 0 }, { 0 }, POUNDS(0, 0, 5000), STR(""),
		STR("Assumption: nothing until somebody says; no figure was found"), STR("D"), STR("What each who starts costs at first") },
	[ASSUME_LEAD] = { { 0 }, { 0 }, ASSUMED_MONTHS, WHOLE(4), PART(2500), WHOLE(8), STR("E100, E101, E103"),
		STR("55 days from advert to appointment (councils, 2014) and two months\u2019 notice; slowest 151 days; Halton 6-8 weeks"),
		STR("C"), STR("How many posts are open at a time, and so how many to recruit ahead") },
	[ASSUME_SHORTLISTED] = { { 0 }, { 0 }, SHARE(400, 200, 600), FUNNEL, STR("How many applicants a hire needs") },
	[ASSUME_APPOINTED] = { { 0 }, { 0 }, SHARE(350, 200, 500), FUNNEL, STR("How many applicants a hire needs") },
	[ASSUME_ACCEPTS] = { { 0 }, { 0 }, SHARE(800, 600, 900), FUNNEL, STR("How many appointments a start needs") },
	[ASSUME_STARTS] = { { 0 }, { 0 }, SHARE(850, 700, 950), FUNNEL, STR("How many appointments a start needs") },
	[ASSUME_OVERSEAS_ARRIVES] = { { 0 }, { 0 }, SHARE(830, 520, 980), STR("E098, E099"),
		STR("Devon, about 2022-23: 10 of 12 started (95% interval of the share that did not: 2-48%)"), STR("C"),
		STR("How many of a cohort from overseas start") },
	[ASSUME_APPRENTICE_COMPLETES] = { { 0 }, { 0 }, SHARE(830, 750, 900), STR("E045"),
		STR("First social worker apprentices, 2022-23: 82.7% completed"), STR("B"), STR("How many apprentices become social workers") },
	[ASSUME_STUDENT_STAYS] = { { 0 }, { 0 }, SHARE(650, 300, 700), STR("E046"), STR("Halton, about 2018-20, small numbers"), STR("C"),
		STR("How many students on placement take a post they are offered") },
	[ASSUME_NEWLY_QUALIFIED] = { { 0 }, { 0 }, SHARE(714, 570, 830), STR("E104"), STR("Walsall, 2020: 35 of 49 hires"), STR("C"),
		STR("How much support new hires need") },
	[ASSUME_CONVERTS] = { { 0 }, { 0 }, SHARE(50, 0, 200), STR("E118"),
		STR("Assumption: no published rate was found; a council learns its own"), STR("D"), STR("How many agency workers become permanent") },
	[ASSUME_YEARS_DIFFER] = { { 0 }, { 0 }, SHARE(110, 80, 150), STR(""),
		STR("DfE, England 2017, 2022, 2023, 2024: standard deviation of the logarithm of turnover"), STR("B"),
		STR("How many more posts over are needed than if each year were like the last") },
	[ASSUME_OVER_SHARE] = { { 0 }, { 0 }, SHARE(100, 50, 150), STR("E113, E114"),
		STR("Leicestershire, 2024: 10% over for social workers and senior practitioners; its own turnover was 12.48% on average"),
		STR("C"), STR("The flat rule that the plan is compared with") },
	[ASSUME_NEWLY_PER_SENIOR] = { { 0 }, { 0 }, ASSUMED_NUMBER, PART(4500), WHOLE(2), WHOLE(6), STR(""),
		STR("Walsall, April 2020: 9 social workers over establishment supported by 2 senior practitioners over"), STR("C"),
		STR("The most newly qualified workers that a plan may take on at once") },
	[ASSUME_PRESSURE] = { { 0 }, { 0 }, ASSUMED_SHARE, 0, 0, PART(50), STR("E072"),
		STR("Nothing until somebody says: vacancies and leaving go together, and which causes which is not known"), STR("D"),
		STR("How much leaving grows with each point of the vacancy rate above the usual") },
	[ASSUME_PAYMENT] = { { 0 }, { 0 }, RATIO(1000, 770, 1000), STR("E086, E088, E089"),
		STR("No effect until somebody says. Teachers, England 2022: 23% fewer leavers; Tennessee: none"), STR("B"),
		STR("Leaving of those paid, in years two and three") },
	[ASSUME_REBOUND] = { { 0 }, { 0 }, RATIO(1000, 1000, 1300), STR("E089"),
		STR("No effect until somebody says. A payment may only put leaving off"), STR("C"), STR("Leaving after a payment ends") },
	[ASSUME_PROGRAMME] = { { 0 }, { 0 }, RATIO(1000, 850, 1000), STR("E058, E059, E060, E084, E085"),
		STR("No effect until somebody says: trials and pilots showed none on leaving"), STR("B"), STR("Leaving under the programme") },
	[ASSUME_CASELOAD] = { { 0 }, { 0 }, RATIO(1000, 850, 1000), STR("E072"),
		STR("No effect until somebody says: over 22 studies the size of a caseload did not go with the wish to leave"), STR("B"),
		STR("Leaving when caseloads are capped") },
	[ASSUME_INSPECTION] = { { 0 }, { 0 }, RATIO(1300, 1000, 1500), STR("E055"),
		STR("DfE-based analysis, 2020-21: turnover 4.6 points higher where graded inadequate; an association"), STR("C"),
		STR("Leaving in the stress case of a year after inspection") },
};

struct assumption_row
assumption_row(enum assumption_id id)
{
	assert((int)id >= 0 && id < ASSUMPTIONS);
	struct assumption_row row = rows[id];
	row.key = assumption_whats[id].code;
	row.title = assumption_whats[id].words;
	return row;
}

bool
assumption_find(Str key, enum assumption_id *id)
{
	for (int i = 0; i < ASSUMPTIONS; i++)
		if (str_equal(assumption_whats[i].code, key)) {
			*id = (enum assumption_id)i;
			return true;
		}
	return false;
}

/* ---- the council's own ------------------------------------------------------------------------- */

/* Its own on the day, of this very role; empty asks for that of all roles. */
static const struct record *
own_of(const struct council *council, enum assumption_id id, Str role, Date day)
{
	const struct records *all = &council->of[TYPE_ASSUMPTION];
	for (int i = 0; i < all->count; i++) {
		const struct record *r = &all->at[i];
		if (r->when.first.day <= day.day && day.day <= r->when.last.day &&
		    str_equal(said_text(TYPE_ASSUMPTION, r, "what"), assumption_whats[id].code) && str_equal(said_text(TYPE_ASSUMPTION, r, "role"), role))
			return r;
	}
	return NULL;
}

static int64_t
micro_of(const struct record *record, const char *field, int64_t otherwise)
{
	struct parsed_decimal read = parse_decimal(said_text(TYPE_ASSUMPTION, record, field), 6, false);
	return read.ok ? read.micro : otherwise;
}

struct assumed
assumption_value(const struct council *council, enum assumption_id id, Str role, Date day)
{
	const struct assumption_row *row = &rows[id];
	struct assumed used = { .id = id, .value = row->value, .low = row->low, .high = row->high,
		.source = row->source, .grade = row->grade };
	const struct record *own = council && role.len ? own_of(council, id, role, day) : NULL;
	if (!own && council)
		own = own_of(council, id, S(""), day);
	if (!own)
		return used;
	int64_t value = micro_of(own, "value", row->value);
	return (struct assumed){ .id = id, .own = true, .value = value, .low = micro_of(own, "low", value),
		.high = micro_of(own, "high", value), .source = said_text(TYPE_ASSUMPTION, own, "source"), .grade = said_text(TYPE_ASSUMPTION, own, "grade"),
		.who = said_text(TYPE_ASSUMPTION, own, "set_by"), .since = own->when.first, .ref = own->ref, .role = said_text(TYPE_ASSUMPTION, own, "role") };
}

/* ---- in words ---------------------------------------------------------------------------------- */

Str
assumption_unit_words(enum assumption_unit unit)
{
	static const Str words[] = { [ASSUMED_POUNDS] = STR("pounds"), [ASSUMED_MONTHS] = STR("months"),
		[ASSUMED_SHARE] = STR("share"), [ASSUMED_RATIO] = STR("times"), [ASSUMED_NUMBER] = STR("number") };
	return words[unit];
}

static Str
ratio_words(int64_t value, struct arena *perm)
{
	int64_t off = value > MICRO ? value - MICRO : MICRO - value;
	if (off == 0)
		return S("no change");
	return str_format(perm, "%.*s%% %s", STR_ARG(figure_short(figure_micro(off * 100), perm)), value > MICRO ? "more" : "less");
}

Str
assumption_words(enum assumption_id id, int64_t value, struct arena *perm)
{
	Figure figure = figure_micro(value);
	switch (rows[id].unit) {
	case ASSUMED_POUNDS:
		return str_format(perm, "\u00A3%.*s", STR_ARG(figure_text(figure, value % MICRO ? 2 : 0, perm)));
	case ASSUMED_MONTHS:
		return str_format(perm, "%.*s month%s", STR_ARG(figure_short(figure, perm)), value == MICRO ? "" : "s");
	case ASSUMED_SHARE:
		return str_format(perm, "%.*s%%", STR_ARG(figure_short(figure_micro(value * 100), perm)));
	case ASSUMED_RATIO:
		return ratio_words(value, perm);
	case ASSUMED_NUMBER:
		return figure_short(figure, perm);
	}
	return S("");
}

struct assumption
assumption_said(const struct assumed *used, struct arena *perm)
{
	return (struct assumption){ .what = assumption_whats[used->id].words,
		.value = assumption_words(used->id, used->value, perm), .unit = assumption_unit_words(rows[used->id].unit),
		.source = used->source, .grade = used->grade, .who = used->who,
		.when = used->own ? date_iso(used->since, perm) : S("") };
}
