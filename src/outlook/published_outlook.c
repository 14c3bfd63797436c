/* published_outlook.c: one council's outlook from published figures, and what it rests on. */
#include <math.h>

#include "outlook/prices.h"
#include "outlook/published.h"

enum { YEARS_BACK = 2, YEARS_LEAST = 3 };

bool
published_enough(const struct published *p, int area, int origin, int *base_year, struct error *err)
{
	const struct area *a = &p->areas.at[area];
	if (a->level != AUTHORITY)
		return fail(err, "A forecast is made for one council, and %.*s is none.", STR_ARG(a->name));
	for (int year = origin; year >= origin - YEARS_BACK; year--)
		if (panel_figure(p, area, PANEL_POSTS, year) > 0) {
			*base_year = year;
			return year - p->first_year + 1 >= YEARS_LEAST ||
			       fail(err, "Figures are published from %d, and a forecast needs three years of them: "
			                 "the earliest is made in %d.", p->first_year, p->first_year + YEARS_LEAST - 1);
		}
	return fail(err, "For %.*s no posts were published for %d or the two years before, so there is nothing "
	                 "to forecast from.", STR_ARG(a->name), origin);
}

/* ---- what was assumed, and what went in ------------------------------------------------------------ */

static const struct assumption assumed[] = {
	{ .what = STR("Growth of posts: years of none that it is held towards"), .value = STR("2"), .unit = STR("years"),
	  .source = STR("Set by us: a prior. Past forecasts of posts beat simple rules by 4% without it, 8% with one year, 9% with two or four"), .grade = STR("D") },
	{ .what = STR("England\u2019s turnover: of a departure from its mean, left a year later"), .value = STR("0.5"),
	  .unit = STR("share"), .source = STR("Set by us: a prior; whether 0 or 1, past scores differ by less than a twentieth"),
	  .grade = STR("D") },
	{ .what = STR("England\u2019s turnover: how much years differ, before figures say"), .value = STR("0.1"),
	  .unit = STR("of its logarithm, as three years"),
	  .source = STR("Between 0.08 and 0.11 in England\u2019s figures of earlier years"), .grade = STR("B") },
	{ .what = STR("England\u2019s posts: how much years differ, before figures say"), .value = STR("0.03"),
	  .unit = STR("of the logarithm, as two years"), .source = STR("Set by us: a prior"), .grade = STR("D") },
	{ .what = STR("Leaving by time in post"), .value = STR("the same"), .unit = STR(""),
	  .source = STR("Published figures do not say: a council\u2019s own people do"), .grade = STR("D") },
	{ .what = STR("Time in post at the start"), .value = STR("as leaving now would make it"), .unit = STR(""),
	  .source = STR("Published figures do not say: a council\u2019s own people do"), .grade = STR("D") },
	{ .what = STR("Cases"), .value = STR("as many as now, in the middle"), .unit = STR(""),
	  .source = STR("Spread as councils\u2019 cases moved from year to year"), .grade = STR("C") },
};

void
published_price(struct outlook *out, const struct council *council, Date day, struct arena *perm)
{
	out->assumption_count = countof(assumed) + PRICES_SAID;        /* prices stand last: these take the place of any before */
	prices_set(out->prospect, council, day, &out->assumptions[countof(assumed)], perm);
}

static const struct { enum panel_item item; const char *what; int times, places; } told[] = {
	{ PANEL_POSTS, "in post (FTE)", 1, 1 },       { PANEL_LEAVERS, "leavers (FTE)", 1, 1 },
	{ PANEL_STARTERS, "starters (FTE)", 1, 1 },   { PANEL_TURNOVER, "turnover (%)", 100, 1 },
	{ PANEL_VACANCY, "vacancy rate (%)", 100, 1 }, { PANEL_AGENCY, "agency rate (%)", 100, 1 },
	{ PANEL_CASES, "cases", 1, 0 },               { PANEL_HOLDERS, "case holders (FTE)", 1, 1 },
};

static void
tell_inputs_of(struct outlook *out, const struct panel *panel, int council, Str name, struct arena *perm)
{
	for (int year = panel->first; year <= panel->last; year++) {
		struct text line = text_new(perm);
		text_format(&line, "%.*s %d:", STR_ARG(name), year);
		for (int i = 0; i < countof(told); i++) {
			double is = panel_at(panel, council, told[i].item, year) * told[i].times;
			if (isfinite(is))
				text_format(&line, "%s %s %.*f", i ? "," : "", told[i].what, told[i].places, is);
			else
				text_format(&line, "%s %s not published", i ? "," : "", told[i].what);
		}
		out->inputs[out->input_count++] = text_str(&line);
	}
}

/* Other councils' figures go in too, for what England's councils have in common: as the file that holds them. */
static void
tell_inputs(struct outlook *out, const struct published *p, const struct panel *panel, int council, struct arena *perm)
{
	int years = panel->last - panel->first + 1;
	out->inputs = new(perm, 2 * years + RELEASES_MOST, Str);
	tell_inputs_of(out, panel, council, p->areas.at[panel->area[council]].name, perm);
	tell_inputs_of(out, panel, PANEL_ENGLAND, S("England"), perm);
	for (int r = 0; r < p->release_count; r++)
		out->inputs[out->input_count++] = str_format(perm, "All councils %d to %d: release %.*s, %.*s, SHA-256 %.*s",
			panel->first, panel->last, STR_ARG(p->releases[r].name), STR_ARG(p->releases[r].file),
			STR_ARG(p->releases[r].sha256));
}

static void
tell_assumptions(struct outlook *out, struct arena *perm)
{
	out->assumptions = new(perm, countof(assumed) + PRICES_SAID, struct assumption);
	for (int i = 0; i < countof(assumed); i++)
		out->assumptions[out->assumption_count++] = assumed[i];
	published_price(out, NULL, (Date){ 0 }, perm);
}

struct outlook *
published_outlook(const struct published *p, const struct expectations *all, int area, int months, struct arena *perm,
                  struct error *err)
{
	const struct panel *panel = all->panel;
	if (months < 1 || months > MONTHS_MOST) {
		fail(err, "A forecast looks 1 to %d months ahead, not %d.", MONTHS_MOST, months);
		return NULL;
	}
	int council = panel_find(panel, area);
	const struct expectation *e = &all->at[council];
	struct outlook *out = new(perm, 1, struct outlook);
	*out = (struct outlook){ .prospect = published_prospect(all, council, months, perm), .area = area, .year = panel->last,
		.own_weight = (int)lround(100 * e->own_weight), .leaving = e->of[TARGET_TURNOVER][0].middle,
		.national = all->england[TARGET_TURNOVER][0] };
	tell_inputs(out, p, panel, council, perm);
	tell_assumptions(out, perm);
	return prospect_sound(out->prospect, err, *perm) ? out : NULL;
}

struct outlook *
outlook_of_published(const struct published *p, int area, int origin, int months, struct arena *perm, struct error *err)
{
	int year;
	if (!published_enough(p, area, origin, &year, err))
		return NULL;
	const struct expectations *all = expect_all(panel_upto(p, year, perm), perm, err);
	return all ? published_outlook(p, all, area, months, perm, err) : NULL;
}
