/* plan_pages_test.c: the plan and the assumptions over HTTP: open from published figures, by role from own people, and
 * what cannot be asked for in words.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

/* Ten social workers' posts, two of whom left in the last year; five seniors; one head of service. */
static Str
council_lines(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-000001 2015-01-01 open name=Duty; kind=team\n"
		"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		"role R-000002 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
		"role R-000003 2015-01-01 open title=Head of service; family=social_work; census_role=1; registered=yes\n"
		"assumption AS-000001 2025-01-01 open what=lead; value=5; low=4; high=6; source=Vacancies of 2024; grade=own; set_by=Workforce board\n"
		"assumption AS-000002 2025-01-01 open what=pay; role=R-000002; value=71000; source=Budget; grade=own; set_by=Finance\n"));
	for (int i = 1; i <= 16; i++) {
		text_format(&lines, "post P-%06d 2015-01-01 open title=X; unit=U-000001; role=R-%06d; fte=1; status=funded\n", i,
		            i == 16 ? 3 : i > 10 ? 2 : 1);
		text_format(&lines, "person N-%06d family_name=Zz%d; given_names=Y; born=1980-01-01\n", i, i);
		text_format(&lines, "spell S-%06d 2018-01-01 %s person=N-%06d; post=P-%06d; basis=permanent; fte=1\n", i,
		            i == 1 ? "2025-03-31" : i == 2 ? "2024-12-31" : "open", i, i);
	}
	return text_str(&lines);
}

struct office { struct place_of it; struct visitor manager, head, lead, analyst, outsider; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_new(perm) };
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, o.it.path, perm, &err));
	walls_put(o.it.path, council_of(str_c(council_lines(perm), perm), perm), perm);
	static const enum duty duties[] = { DUTY_TEAM_MANAGER, DUTY_SERVICE_HEAD, DUTY_HR_LEAD, DUTY_ANALYST };
	struct visitor *who[] = { &o.manager, &o.head, &o.lead, &o.analyst };
	for (int i = 0; i < countof(duties); i++) {
		struct grant grant = grant_of((int)duties[i], S("walsall"), duties[i] <= DUTY_SERVICE_HEAD ? S("U-000001") : S(""));
		*who[i] = signed_in_with(o.it.path, &grant, 1, perm);
	}
	struct grant other = grant_of((int)DUTY_HR_LEAD, S("dudley"), S(""));
	o.outsider = signed_in_with(o.it.path, &other, 1, perm);
	place_open(&o.it);
	return o;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

static struct reply
sees(struct office *o, const struct visitor *who, const char *rest, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, "/authorities/walsall/%s", rest), perm);
}

/* 100 posts, 12.2 a year, 5 months: 5.08 open, eight over hold nine in ten (T12); years that differ by 11% do not change it. */
static void
a_plan_stands_on_published_figures_for_whoever_has_no_records(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply page = sees(&o, &o.outsider, "plan?posts=100&leaving=12.2&lead=5&chance=90", perm);
	check_int(page.status, 200);
	check(shows(page.body, "Recruit 8 ahead: 9 in 10 chance of no gap"));
	check(!shows(page.body, "By role") && !shows(page.body, "Ask for approval") && !shows(page.body, "Workforce board"));
	struct reply csv = sees(&o, &o.outsider, "plan.csv?posts=100&leaving=12.2&lead=5", perm);
	check(csv.status == 200 && shows(csv.body, "over,no_gap,months_over"));
	check_int(get_as(o.it.site, &o.outsider, S("/authorities/atlantis/plan"), perm).status, 404);
	place_end(&o.it, perm);
}

static void
own_people_give_it_by_role_with_the_councils_own_assumptions(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply page = sees(&o, &o.lead, "plan", perm);
	check_int(page.status, 200);
	check(shows(page.body, "By role") && shows(page.body, "Senior practitioner") && shows(page.body, "Workforce board"));
	check(shows(page.body, "Ask for approval"));
	check(shows(sees(&o, &o.lead, "plan?role=R-000002", perm).body, "\u00A371,000"));
	page = sees(&o, &o.analyst, "plan?role=R-000001", perm);
	check(page.status == 200 && !shows(page.body, "Ask for approval"));
	/* whoever sees no names learns nothing of the one head of service, nor by asking for the role */
	check(shows(sees(&o, &o.lead, "plan", perm).body, "R-000003") && sees(&o, &o.lead, "plan?role=R-000003", perm).status == 200);
	page = sees(&o, &o.analyst, "plan", perm);
	check(shows(page.body, "By role") && shows(page.body, "2 roles are withheld") && !shows(page.body, "Head of service"));
	/* nor by taking the others from all of them: the next smallest is withheld besides */
	check(shows(page.body, "role=R-000001") && !shows(page.body, "Senior practitioner</a>"));
	page = sees(&o, &o.analyst, "plan?role=R-000003", perm);
	check(page.status == 400 && shows(page.body, "of five people or more") && !shows(page.body, "Head of service"));
	/* a list of assumptions names them, and not their keys */
	page = sees(&o, &o.analyst, "own-assumptions", perm);
	check(page.status == 200 && shows(page.body, "Time from left to filled"));
	page = sees(&o, &o.analyst, "own-assumptions/AS-000001", perm);
	check(page.status == 200 && shows(page.body, "Time from left to filled</h1>"));
	/* a team manager sees some of the people, and so no total of all */
	page = sees(&o, &o.manager, "plan", perm);
	check(page.status == 200 && !shows(page.body, "By role"));
	page = sees(&o, &o.outsider, "assumptions", perm);
	check(page.status == 200 && !shows(page.body, "Workforce board") && shows(page.body, "4 months"));
	page = sees(&o, &o.analyst, "assumptions", perm);
	check(shows(page.body, "Workforce board") && shows(page.body, "5 months") && shows(page.body, "4 months"));
	check(shows(page.body, "2 of 26 assumptions are the council\u2019s own") && shows(page.body, "own-assumptions/new"));
	check(!shows(page.body, "may say its own"));
	/* one is of the whole council: a head of a part of it, whose pages are of that part, is told who may */
	page = sees(&o, &o.manager, "assumptions", perm);
	check(page.status == 200 && !shows(page.body, "own-assumptions/new") && shows(page.body, "whole council: HR lead, Analyst."));
	page = sees(&o, &o.head, "assumptions", perm);
	check(page.status == 200 && !shows(page.body, "own-assumptions/new") && shows(page.body, "whole council: HR lead, Analyst."));
	check_int(sees(&o, &o.head, "own-assumptions/new", perm).status, 403);
	check(!shows(sees(&o, &o.head, "own-assumptions", perm).body, "own-assumptions/new"));
	place_end(&o.it, perm);
}

/* Leicestershire's published figures: hires by month, and the plan beside rules of thumb in the same futures. */
static void
a_plan_by_month_keeps_its_limits_or_says_which_is_in_the_way(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=24&lead=5"), perm);
	check(page.status == 200 && shows(page.body, "In 24 months") && shows(page.body, "No anticipation"));
	check(shows(page.body, "Senior practitioners are not known"));
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=12&seniors=0"), perm);
	check(page.status == 200 && shows(page.body, "would have to give way: support for newly qualified workers"));
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=12&target=0&target_day=2025-12-30"), perm);
	check(page.status == 200 && shows(page.body, "the posts to be filled by the day"));
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=1&budget=0&agency_most=0"), perm);
	check_int(page.status, 200);
	/* one closed form: the number ahead of the answer is the one that the plan is held against */
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=24"), perm);
	Str title = str_from(page.body, str_find(page.body, S("Recruit ")) + 8);
	Str ahead = str_upto(title, str_find(title, S(" ahead")));
	check(shows(page.body, str_c(str_format(perm, "Closed form: %.*s over", STR_ARG(ahead)), perm)));
	check(shows(page.body, "without a gap, and not 9 in 10") && shows(page.body, "a habit and no limit"));
	Str of = str_from(page.body, str_find(page.body, S("Social worker: of ")) + 18);
	of = str_upto(of, str_find(of, S(" posts")));
	check(shows(page.body, str_c(str_format(perm, "It is of %.*s posts", STR_ARG(of)), perm)));
	page = sees(&o, &o.lead, "plan?plan_months=12", perm);
	check_int(page.status, 200);
	/* intake and support are said in the form; what cannot be stands there with its words */
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=12&intake=april,10,10&seniors=40&per_senior=2"), perm);
	check(page.status == 200 && shows(page.body, "Newly qualified start in April and October, "));
	check(shows(page.body, "value=\"april,10,10\"") && shows(page.body, "They can support 80 newly qualified"));
	check(!shows(page.body, "Walsall, 2020: nine to two"));
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=12&intake=1,2,3,4,5,6,7,8,9,10,11,12"), perm);
	check(page.status == 200 && shows(page.body, "Newly qualified start in any month, "));
	page = get_as(o.it.site, &o.outsider, S("/authorities/leicestershire/plan?plan_months=12&intake=Spring&per_senior=lots"), perm);
	check(page.status == 400 && shows(page.body, "value=\"Spring\"") && shows(page.body, "value=\"lots\""));
	check(shows(page.body, "There is a problem") && shows(page.body, "Enter months by name or as numbers from 1 to 12"));
	place_end(&o.it, perm);
}

static void
what_cannot_be_planned_is_told_in_words(struct arena *perm)
{
	static const char *const asked[] = { "chance=100", "chance=0", "chance=x", "lead=0", "lead=61", "lead=-1", "leaving=0", "leaving=100",
		"posts=0", "posts=99999999999999999999", "posts=1e9", "target=5&target_day=2020-01-01", "target=5&target_day=soon", "target=-1",
		"role=R-999999", "role=R-000001", "plan_months=0", "plan_months=61", "plan_months=12&budget=-1",
		"plan_months=12&agency_most=x", "plan_months=12&seniors=-1", "filled=-4", "filled=5000", "posts=10&filled=11", "target=5",
		"target_day=2027-09-30", "plan_months=12&posts=100", "plan_months=12&leaving=10", "plan_months=12&filled=100",
		"plan_months=12&role=R-000001", "per_senior=x", "plan_months=12&per_senior=0", "plan_months=12&per_senior=1000",
		"plan_months=12&intake=13", "plan_months=12&intake=0", "plan_months=12&intake=1,,9", "plan_months=12&intake=Ma",
		"plan_months=12&intake=Sepember" };
	struct office o = office_open(perm);
	for (int i = 0; i < countof(asked); i++) {
		struct reply page = sees(&o, &o.outsider, str_c(str_format(perm, "plan?%s", asked[i]), perm), perm);
		if (page.status != 400)
			printf("  %s\n", asked[i]);
		check_int(page.status, 400);
	}
	check_int(sees(&o, &o.outsider, "plan?target=5&target_day=2027-09-30", perm).status, 200);
	check_int(sees(&o, &o.outsider, "plan?chance=99.9&lead=60&leaving=99&posts=100000", perm).status, 200);
	check_int(sees(&o, &o.outsider, "plan?posts=1&leaving=0.1&lead=0.1", perm).status, 200);
	place_end(&o.it, perm);
}

static void
a_council_that_ended_a_region_and_a_day_without_figures_are_told_in_words(struct arena *perm)
{
	static const struct { const char *path, *words; } asked[] = {
		{ "england/plan", "A plan is of one council" }, { "england/plan?plan_months=12", "A plan is of one council" },
		{ "cumbria/plan", "The last figures of Cumbria" }, { "northamptonshire/plan", "The last figures of Northamptonshire" },
		{ "walsall/plan?on=1900-01-01", "There are no figures of that day" },
		{ "walsall/plan?on=2099-01-01", "The figures are too old" },
	};
	struct office o = office_open(perm);
	for (int i = 0; i < countof(asked); i++) {
		struct reply page = get_as(o.it.site, &o.outsider, str_format(perm, "/authorities/%s", asked[i].path), perm);
		check_int(page.status, 404);
		check(shows(page.body, asked[i].words));
	}
	/* before it ended it had a plan, from the figures of then */
	struct reply page = get_as(o.it.site, &o.outsider, S("/authorities/cumbria/plan?on=2021-06-01"), perm);
	check(page.status == 200 && shows(page.body, "30 September 2020"));
	place_end(&o.it, perm);
}

static void
a_plan_says_what_was_said_and_no_more_than_can_be(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply page = sees(&o, &o.outsider, "plan?posts=100&leaving=12.2&lead=5&chance=99.9", perm);
	check(page.status == 200 && shows(page.body, "more than 99.9% of the time") && !shows(page.body, "100% of the time"));
	check(shows(page.body, "As many posts as you say, and the leaving that you say") && !shows(page.body, "FTE in post"));
	page = sees(&o, &o.outsider, "plan?plan_months=12&posts=100", perm);
	check(shows(page.body, "Leave this out of a plan by month") && shows(page.body, "name=\"plan_months\""));
	page = sees(&o, &o.outsider, "plan?target=5", perm);
	check(shows(page.body, "Enter the day by which to reach that vacancy rate"));
	place_end(&o.it, perm);
}

/* Kept before it was checked at entry: the plan says which it is, and the form stays. */
static void
an_assumption_that_cannot_be_stops_the_plan_in_words(struct arena *perm)
{
	struct place_of it = place_new(perm);
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, it.path, perm, &err));
	walls_put(it.path, council_of("assumption AS-000001 2025-01-01 open what=lead; value=9999; source=X; grade=own; set_by=Board\n", perm), perm);
	struct grant grant = grant_of((int)DUTY_HR_LEAD, S("walsall"), S(""));
	struct visitor lead = signed_in_with(it.path, &grant, 1, perm);
	place_open(&it);
	struct reply page = get_as(it.site, &lead, S("/authorities/walsall/plan?chance=x"), perm);
	check(page.status == 400 && shows(page.body, "Time from left to filled") && shows(page.body, "from 0.1 to 60 months"));
	check(shows(page.body, "Enter a number from 50 to 99.9") && shows(page.body, "name=\"chance\""));
	place_end(&it, perm);
}

int
main(void)
{
	run(a_plan_stands_on_published_figures_for_whoever_has_no_records);
	run(own_people_give_it_by_role_with_the_councils_own_assumptions);
	run(a_plan_by_month_keeps_its_limits_or_says_which_is_in_the_way);
	run(what_cannot_be_planned_is_told_in_words);
	run(a_council_that_ended_a_region_and_a_day_without_figures_are_told_in_words);
	run(a_plan_says_what_was_said_and_no_more_than_can_be);
	run(an_assumption_that_cannot_be_stops_the_plan_in_words);
	return tests_end();
}
