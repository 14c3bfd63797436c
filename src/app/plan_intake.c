/* plan_intake.c: when newly qualified workers may start, and how many can be supported at once. */
#include "app/plan_parts.h"

enum { MONTHS = 12, JANUARY = 1 << 0, SEPTEMBER = 1 << 8 };
static const Str months[MONTHS] = { STR("January"), STR("February"), STR("March"), STR("April"), STR("May"), STR("June"), STR("July"),
	STR("August"), STR("September"), STR("October"), STR("November"), STR("December") };

double
plan_support(struct plan_look *l)
{
	const struct assumption_bounds *may = &assumption_bounds[ASSUME_NEWLY_PER_SENIOR];
	bool said = plan_said(l, SAY_SUPPORT).len > 0;
	double assumed = said ? 0 : (double)plan_assumes(l, ASSUME_NEWLY_PER_SENIOR, S("")) / MICRO;
	return plan_number(l, SAY_SUPPORT, assumed, (double)may->low / MICRO, (double)may->high / MICRO);
}

/* "9", "September" or the first letters of it, three at least. 0: no month. */
static uint16_t
month_of(Str said)
{
	enum { LETTERS_LEAST = 3 };
	struct parsed_decimal number = parse_decimal(said, 0, false);
	if (number.ok)
		return number.micro >= MICRO && number.micro <= MONTHS * (int64_t)MICRO ? (uint16_t)(1 << (number.micro / MICRO - 1)) : 0;
	for (int m = 0; m < MONTHS; m++)
		if (said.len >= LETTERS_LEAST && said.len <= months[m].len && str_equal_fold(str_upto(months[m], said.len), said))
			return (uint16_t)(1 << m);
	return 0;
}

uint16_t
plan_intake(struct plan_look *l)
{
	Str said = plan_said(l, SAY_INTAKE);
	uint16_t intake = 0;
	bool wrong = false;
	if (said.len == 0)
		return JANUARY | SEPTEMBER;
	while (said.len > 0 && !wrong) {
		uint16_t month = month_of(str_trim(str_cut(&said, ',')));
		wrong = month == 0;
		intake |= month;
	}
	if (!wrong)
		return intake;
	l->wrong[SAY_INTAKE] = S("Enter months by name or as numbers from 1 to 12, with commas: 1, 9");
	l->bad = true;
	return JANUARY | SEPTEMBER;
}

Str
plan_intake_words(uint16_t intake, struct arena *perm)
{
	Str said[MONTHS];
	int count = 0;
	for (int m = 0; m < MONTHS; m++)
		if (intake >> m & 1)
			said[count++] = months[m];
	return count == MONTHS ? S("any month") : list_words(said, count, perm);
}
