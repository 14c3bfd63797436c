/* plan_target.c: how many must start to reach a vacancy rate by a day. */
#include "app/plan_parts.h"

#include <math.h>

static Str
share_words(double share, struct arena *perm)
{
	return figure_words(figure_near(share * 100), 1, UNIT_PERCENT, perm);
}

int
plan_months_until(Date from, Date to)
{
	struct civil a = date_civil(from), b = date_civil(to);
	return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day);
}

void
plan_add_target(struct document *doc, struct plan_look *l)
{
	struct arena *perm = doc->arena;
	struct error err;
	Date by = { l->ask->day.day + 365 };
	double rate = plan_number(l, SAY_TARGET, NAN, 0, 99);
	bool read = plan_said(l, SAY_BY).len == 0 || admit_day(plan_said(l, SAY_BY), &by);
	if (!read || plan_months_until(l->ask->day, by) < 1 || plan_months_until(l->ask->day, by) > 120) {
		l->wrong[SAY_BY] = S("Enter a day, one month to ten years from now");
		l->bad = true;
	}
	if (isnan(rate) || l->bad)
		return;
	struct ahead_target target = { .posts = l->ahead.posts, .leaving = l->ahead.leaving, .spread = l->ahead.spread,
		.filled = l->filled, .vacancy = rate / 100,
		.months = plan_months_until(l->ask->day, by) };
	document_heading(doc, 2, S("Hires to reach a vacancy rate by a day"), S("target"));
	if (ahead_target_fault(&target, &err)) {
		document_paragraph(doc, str_format(perm, "It cannot be reckoned: %s.", err.text));
		return;
	}
	struct ahead_hires hires = ahead_hires(&target, l->chance);
	document_paragraph(doc, hires.hires == 0 ? str_format(perm, "No hire is needed to be at %.*s vacant on %.*s on average; for a %.*s "
		"chance of it, %d.", STR_ARG(share_words(target.vacancy, perm)), STR_ARG(date_text(by, perm)),
		STR_ARG(plan_chance_words(l->chance, perm)), hires.hires_likely)
		: str_format(perm, "%d starts in %d months (%.*s a month) bring vacancies from %.*s to %.*s by %.*s on average; %d for a %.*s chance. "
		"About %.*s leave meanwhile, some of them newly started.", hires.hires, target.months,
		STR_ARG(figure_text(figure_near(hires.a_month), 1, perm)),
		STR_ARG(share_words(1 - (double)target.filled / target.posts, perm)),
		STR_ARG(share_words(target.vacancy, perm)), STR_ARG(date_text(by, perm)), hires.hires_likely,
		STR_ARG(plan_chance_words(l->chance, perm)), STR_ARG(figure_text(figure_near(hires.leavers), 1, perm))));
}
