/* forecast_pages_test.c: the outlook, scenarios and kept forecasts over HTTP: what they say, and to whom.
 *
 * It is 24 November 2025. Walsall keeps records here of thirty posts, three of them vacant and four held by agency. */
#include "served.h"

#define HERE "/authorities/walsall/"

static Str
council_lines(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-000001 2015-01-01 open name=Duty; kind=team\nunit U-000002 2015-01-01 open name=Court; kind=team\n"
		"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"));
	for (int i = 1; i <= 30; i++)
		text_format(&lines, "post P-%06d 2015-01-01 open title=Social worker; unit=U-00000%d; role=R-000001; fte=1; status=funded\n",
		            i, 1 + i % 2);
	for (int i = 1; i <= 27; i++)
		text_format(&lines, "person N-%06d family_name=Family%d; given_names=Given; born=1980-02-01\n"
			"registration G-%06d 2020-01-01 open person=N-%06d; number=SW1%02d\n"
			"spell S-%06d 20%02d-03-01 open person=N-%06d; post=P-%06d; basis=%s; fte=1\n", i, i, i, i, i, i,
			i < 25 ? 16 + i % 8 : 25, i, i, i < 24 ? "permanent" : "agency");
	return text_str(&lines);
}

static struct served
open_council(struct arena *perm)
{
	return served_of(str_c(council_lines(perm), perm), perm);
}

static bool
shows(Str body, const char *text)
{
	bool there = str_find(body, str_of(text)) >= 0;
	if (!there)
		printf("does not show \"%s\"\n", text);
	return there;
}

static struct browser
nobody(const struct served *it)
{
	return (struct browser){ .site = it->site, .now = NOW };
}

/* ---- for everybody ------------------------------------------------------------------------------- */

static void
the_outlook_from_published_figures_is_for_everybody(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	Str body = page(&who, HERE "outlook?safe=250", 200, perm);
	check(shows(body, "posts filled in September 2028: 9 chances in 10 of"));
	check(shows(body, "class=\"chart chart-fan"));
	check(shows(body, "The chance of falling below 250 posts filled"));
	check(shows(body, "What the range is made of"));
	check(shows(body, "parts in 100 this council"));
	check(shows(body, "What was assumed"));
	check(str_find(body, S("Keep this forecast")) < 0);
	Str csv = page(&who, HERE "outlook.csv?months=12", 200, perm);
	check(shows(csv, "base,posts_filled,12,2026-09,"));
	page(&who, "/authorities/dudley/outlook", 200, perm);
	site_close(it.site);
}

static void
what_cannot_be_forecast_is_answered_in_words(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	check(shows(page(&who, HERE "outlook?months=0", 400, perm), "months ahead from 1 to 120"));
	check(shows(page(&who, HERE "outlook?runs=10000000", 400, perm), "replications here from 1 to 5,000") ||
	      shows(page(&who, HERE "outlook?runs=10000000", 400, perm), "replications here from 1 to 5000"));
	check(shows(page(&who, "/authorities/england/outlook", 404, perm), "An outlook is of one council"));
	check(shows(page(&who, HERE "scenarios?a=wish+10", 400, perm), "wish"));
	check(shows(page(&who, HERE "outlook?figures=tea", 400, perm), "neither published nor own"));
	page(&who, "/authorities/atlantis/outlook", 404, perm);
	site_close(it.site);
}

/* The form's fields and the address' own words are the same scenario, to the last figure. */
static void
a_form_and_an_address_ask_the_same(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	Str form = page(&who, HERE "scenarios.csv?edit=yes&show=a&over=10&over.from=3&over.for=24&months=12", 200, perm);
	Str address = page(&who, HERE "scenarios.csv?a=over+10+from+3+for+24&months=12", 200, perm);
	check(form.len > 1000 && str_equal(form, address));
	check(shows(form, "a-less-base,posts_filled,12,"));
	Str body = page(&who, HERE "scenarios?a=over+10&b=faster+1&c=payment+2000&safe=250", 200, perm);
	check(shows(body, "Side by side"));
	check(shows(body, "Scenario C"));
	check(shows(body, "no initiative is taken to work by itself"));
	check(shows(body, "with no effect assumed"));
	Str wrong = page(&who, HERE "scenarios?edit=yes&show=a&over=9999", 400, perm);
	check(shows(wrong, "9999"));
	site_close(it.site);
}

static void
the_page_that_is_live_may_ask_this_site_and_no_other(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	struct reply live = browse(&who, HERE "scenarios", perm), still = browse(&who, HERE "outlook", perm);
	check(str_find(live.policy, S("connect-src 'self'")) > 0 && str_find(live.policy, S("default-src 'none'")) == 0);
	check(str_find(live.policy, S("unsafe-inline")) < 0);
	check_int(still.policy.len, 0);
	site_close(it.site);
}

/* Its own page has posts 49.1% and turnover 50.2% above the best simple rule, and 39 of 60 ranges: so has its outlook. */
static void
the_outlook_says_how_forecasts_of_this_council_did(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	Str scores = page(&who, HERE "scores", 200, perm), body = page(&who, HERE "outlook", 200, perm);
	check(shows(scores, "Of 60 ranges that were to hold what came 4 times in 5, 39 did"));
	check(shows(body, "For Walsall: our forecasts of posts 49.1% worse than the best simple rule, of turnover 50.2% worse than"));
	check(shows(body, "39 of 60 ranges held what came, where 48 were to. Over all councils: Our forecasts of posts were"));
	Str few = page(&who, "/authorities/cumberland/outlook", 200, perm);
	check(shows(few, "too few to judge by") || shows(few, "none can be told"));
	site_close(it.site);
}

static void
a_wrong_value_stands_in_the_form_it_was_typed_in(struct arena *perm)
{
	static const struct { const char *address, *typed, *says; } rows[] = {
		{ HERE "outlook?months=500&safe=200", "value=\"500\"", "months ahead from 1 to 120" },
		{ HERE "outlook?safe=-5", "value=\"-5\"", "a number of posts" },
		{ HERE "scenarios?edit=yes&show=a&over=abc", "value=\"abc\"", "Enter whole numbers" },
		{ HERE "scenarios?edit=yes&show=a&faster=99", "value=\"99\"", "must be 1 to 24, and is 99" },
		{ HERE "scenarios?edit=yes&show=a&lost=400&over=5", "value=\"400\"", "must be 1 to 200, and is 400" },
		{ HERE "scenarios?edit=yes&show=a&over=5&months=0", "value=\"0\"", "months ahead from 1 to 120" },
		{ HERE "outlook?runs=many", "value=\"many\"", "a number of replications here from 1 to" },
		{ HERE "scenarios?edit=yes&show=a&over=5&runs=10000000", "value=\"10000000\"", "a number of replications here" },
		{ HERE "outlook?seed=-1&months=12", "value=\"-1\"", "a number of a seed" },
		{ HERE "scenarios?edit=yes&show=a&over=5&seed=luck", "value=\"luck\"", "a number of a seed" },
		{ HERE "scenarios?edit=yes&show=a&over=5&b=over+9999", "value=\"over 9999\"", "is 9999" },
		{ HERE "scenarios?show=b&a=wish+10", "value=\"wish 10\"", "wish" },
		{ HERE "scenarios?a=wish+10&b=over+4", "value=\"wish 10\"", "wish" },
		{ HERE "scenarios?edit=yes&show=b&faster=1&a=over+5+from+60", "value=\"over 5 from 60\"", "must begin in month 1 to 36" },
		{ HERE "scenarios?edit=yes&show=a&over=5&months=120&runs=5000&seed=7", "value=\"5000\"", "than a page can wait" },
	};
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	for (int i = 0; i < countof(rows); i++) {
		Str body = page(&who, rows[i].address, 400, perm);
		check(shows(body, rows[i].typed) && shows(body, rows[i].says));
		check(shows(body, "posts filled"));                /* the rest of what was asked is still there */
		check(shows(body, "There is a problem") && shows(body, "<li>\n<a href=\"#"));
	}
	check(shows(page(&who, HERE "scenarios?over=10", 200, perm), "A: +"));
	check(str_find(page(&who, HERE "scenarios?a=convert+1", 200, perm), S("A: 0 posts filled")) < 0);
	check(shows(page(&who, HERE "scenarios?edit=yes&show=a&a=over+10", 200, perm), "value=\"10\""));
	page(&who, HERE "outlook.csv?months=500", 400, perm);
	page(&who, HERE "outlook.csv?runs=many", 400, perm);
	page(&who, HERE "scenarios.csv?a=over+3&b=wish+10", 400, perm);
	page(&who, HERE "scenarios?how=prospect&seed=luck", 400, perm);
	site_close(it.site);
}

/* Pay of 52,000 is the council's own: for whoever may read its plans, and in nothing that others read. */
static void
the_councils_own_prices_are_used_for_its_people_alone(struct arena *perm)
{
	struct served it = served_of(str_c(str_join(council_lines(perm), S("assumption AS-000001 2025-01-01 open what=pay; "
		"value=52000; source=Budget; grade=own; set_by=Finance\n"), perm), perm), perm);
	struct browser analyst = somebody(&it, DUTY_ANALYST, perm), who = nobody(&it);
	Str own = page(&analyst, HERE "outlook", 200, perm), all = page(&who, HERE "outlook", 200, perm);
	check(shows(own, "52,000") && shows(own, "Finance"));
	check(shows(all, "60,000") && str_find(all, S("Finance")) < 0);
	check_int(browser_post(&analyst, HERE "forecasts", S("name=With+our+pay"), perm).status, 303);
	check(shows(page(&analyst, HERE "forecasts/1?how=recipe", 200, perm), "52,000"));
	check(shows(page(&analyst, HERE "forecasts/1?how=again", 200, perm), "every byte is the same"));
	page(&who, HERE "forecasts/1", 404, perm);
	site_close(it.site);
}

static void
a_scenario_is_told_in_units_and_its_cost_in_thousands(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	Str body = page(&who, HERE "scenarios?a=lost+10&b=payment+5000&c=over+1+from+2+for+6", 200, perm);
	check(shows(body, "Lose a cohort: 10 people, in month 1"));
	check(shows(body, "\u00a35,000 a year each, from month 1 to the end, with no effect assumed"));
	check(shows(body, "1 post, from month 2 for 6 months"));
	check(shows(body, "chart-scenario-b") && shows(body, "chart-scenario-c"));
	check(shows(body, "B: nothing changes that can be seen"));
	check(shows(body, "000</td>") && shows(body, "9 chances in 10 of +"));
	Str cases = page(&who, HERE "scenarios", 200, perm);
	check(str_find(cases, S("data-least=\"4\"")) < 0);         /* of cases: it began at 5, which asked for hundreds of posts */
	check(shows(page(&who, HERE "scenarios?a=caseload+10", 200, perm), "not a cap that holds"));
	/* cases are told with a decimal, and so a target may have one: fewer posts than 16 asks, and more than 17 */
	Str half = page(&who, HERE "scenarios?edit=yes&show=a&caseload=9.5", 200, perm);
	check(shows(half, "value=\"9.5\"") && shows(half, "9.5 cases for each case holder"));
	check(shows(page(&who, HERE "scenarios?a=caseload+9.5", 200, perm), "9.5 cases for each case holder"));
	Str finer = page(&who, HERE "scenarios?edit=yes&show=a&caseload=9.55", 400, perm);
	check(shows(finer, "value=\"9.55\"") && shows(finer, "one decimal at most, such as 16.5"));
	check(shows(page(&who, HERE "scenarios?a=caseload+9.55", 400, perm), "one decimal at most"));
	check(shows(page(&who, HERE "scenarios?a=over+1.5", 400, perm), "a whole number is wanted"));
	check(shows(page(&who, HERE "scenarios?a=caseload+40.5", 400, perm), "must be 5 to 40, and is 40.5"));
	check(shows(page(&who, HERE "scenarios?a=over", 400, perm), "Say how much after \"over\"") ||
	      shows(page(&who, HERE "scenarios?a=over", 400, perm), "Say how much after &quot;over&quot;"));
	check(shows(page(&who, HERE "scenarios?a=over+3&a=over+4", 400, perm), "says one thing twice"));
	site_close(it.site);
}

/* The middle and its range are the last row of the difference, in the file that has every figure. */
static void
a_headline_is_the_middle_of_the_picture(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser who = nobody(&it);
	Str csv = page(&who, HERE "scenarios.csv?a=over+10&months=12", 200, perm), row = S("");
	while (csv.len > 0) {
		Str line = str_cut(&csv, '\n');
		if (str_begins(line, S("a-less-base,posts_filled,12,")))
			row = line;
	}
	Str body = page(&who, HERE "scenarios?a=over+10&months=12", 200, perm);
	Str cells[12] = { { 0 } };
	for (int i = 0; i < countof(cells) && row.len > 0; i++)
		cells[i] = str_trim(str_cut(&row, ','));
	check(shows(body, str_c(str_format(perm, "A: +%.*s posts filled, 9 chances in 10 of +%.*s to +%.*s", STR_ARG(cells[8]),
		STR_ARG(cells[5]), STR_ARG(cells[11])), perm)));
	site_close(it.site);
}

/* ---- from own people ----------------------------------------------------------------------------- */

static void
the_outlook_from_own_people_is_for_who_sees_them_all(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser hr = somebody(&it, DUTY_HR_LEAD, perm), analyst = somebody(&it, DUTY_ANALYST, perm);
	struct browser manager = somebody(&it, DUTY_TEAM_MANAGER, perm), auditor = somebody(&it, DUTY_DPO, perm);
	struct browser who = nobody(&it);
	check(shows(page(&hr, HERE "outlook?figures=own", 200, perm), "From the council\u2019s own people and posts on 24 November 2025"));
	check(shows(page(&analyst, HERE "outlook?figures=own", 200, perm), "of 30 posts are filled"));
	check(shows(page(&manager, HERE "outlook?figures=own", 403, perm), "is of the whole council"));
	page(&auditor, HERE "outlook?figures=own", 403, perm);
	page(&who, HERE "outlook?figures=own", 403, perm);
	page(&hr, HERE "scenarios?figures=own&a=over+3", 200, perm);
	site_close(it.site);
}

/* What is kept drawn from one request to the next is of the records as they were, and serves those alone: whoever starts in a
 * vacant post is there in the next picture, as for a server that was just started. */
static void
a_record_that_changed_is_in_the_next_scenario(struct arena *perm)
{
	struct served it = open_council(perm), fresh = { it.path, new(perm, 1, struct site) };
	struct browser hr = somebody(&it, DUTY_HR_LEAD, perm);
	struct error err = { "" };
	static const char asked[] = HERE "scenarios.csv?figures=own&months=12&a=over+3&b=faster+1";
	Str first = page(&hr, asked, 200, perm);
	check(str_equal(page(&hr, asked, 200, perm), first));
	check(shows(first, "base,posts_filled,0,"));
	served_add(&it, "person N-000028 family_name=Family28; given_names=Given; born=1980-02-01\n"
		"registration G-000028 2020-01-01 open person=N-000028; number=SW128\n"
		"spell S-000028 2025-06-01 open person=N-000028; post=P-000028; basis=permanent; fte=1\n", perm);
	Str second = page(&hr, asked, 200, perm);
	check(!str_equal(second, first));
	check(site_open(fresh.site, fresh.path, S(""), &err));
	fresh.site->port = ASKING_PORT;
	hr.site = fresh.site;
	check_str(page(&hr, asked, 200, perm), second);
	site_close(fresh.site);
	site_close(it.site);
}

/* Of thirty posts here 23 are held by right; 288 full-time equivalents were published in September 2025. */
static void
two_outlooks_say_why_they_differ(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser hr = somebody(&it, DUTY_HR_LEAD, perm), manager = somebody(&it, DUTY_TEAM_MANAGER, perm), who = nobody(&it);
	Str own = page(&hr, HERE "outlook?figures=own&months=12", 200, perm), published = page(&hr, HERE "outlook?months=12", 200, perm);
	check(shows(own, "Why there are two outlooks") && shows(published, "Why there are two outlooks"));
	check(shows(own, "This outlook is from own people") && shows(published, "This outlook is from published figures"));
	check(shows(own, "23 of 30") && shows(published, "23 of 30"));
	check(shows(own, "288 of 3") && shows(published, "288 of 3"));
	check(shows(own, "this one with 265 posts filled fewer") && shows(published, "this one with 265 posts filled more"));
	check(shows(own, "24 November 2025") && shows(own, "30 September 2025"));
	check(shows(own, HERE "outlook?months=12&amp;figures=published") && shows(published, HERE "outlook?figures=own&amp;months=12"));
	check(str_find(page(&manager, HERE "outlook", 200, perm), S("two outlooks")) < 0);
	check(str_find(page(&who, HERE "outlook", 200, perm), S("two outlooks")) < 0);
	site_close(it.site);
}

/* Four agency workers: how many they are would tell of fewer than five, and so would the months after. */
static void
what_would_tell_of_fewer_than_five_is_withheld(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser hr = somebody(&it, DUTY_HR_LEAD, perm);
	Str csv = page(&hr, HERE "outlook.csv?figures=own&months=6", 200, perm);
	while (csv.len > 0) {
		Str line = str_cut(&csv, '\n');
		if (str_begins(line, S("base,agency,")))
			check(str_find(line, S(",c,")) > 0);
		if (str_begins(line, S("base,posts_filled,")))
			check(str_find(line, S(",c,")) < 0);
	}
	site_close(it.site);
}

/* ---- kept ---------------------------------------------------------------------------------------- */

static void
a_forecast_is_kept_made_again_and_compared(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser head = somebody(&it, DUTY_ANALYST, perm), who = nobody(&it);
	check(shows(page(&head, HERE "outlook?year=2022", 200, perm), "Keep this forecast"));
	struct reply kept = browser_post(&head, HERE "forecasts?year=2022&months=36", S("name=Budget+2023"), perm);
	check_int(kept.status, 303);
	check_str(kept.location, S(HERE "forecasts/1"));
	kept = browser_post(&head, HERE "forecasts?year=2023&months=24&a=over+10", S("name=Budget+2024"), perm);
	check_str(kept.location, S(HERE "forecasts/2"));
	check(shows(page(&head, HERE "forecasts/1?how=again", 200, perm), "every byte is the same"));
	Str one = page(&who, HERE "forecasts/1", 200, perm);
	check(shows(one, "Budget 2023"));
	check(shows(one, "How it did"));
	check(shows(one, "In post (FTE), 2023") || shows(one, ", 2023"));
	check(str_find(one, S("A-0000")) < 0);                     /* who kept it is for colleagues */
	check(shows(page(&who, HERE "forecasts", 200, perm), "within 9 in 10"));
	check(shows(page(&who, HERE "forecasts", 200, perm), "A (Recruit over establishment: 10 posts, from month 1 to the end): +"));
	check(shows(page(&who, HERE "forecasts/1?against=2", 200, perm), "Forecasts 1 and 2, line by line"));
	check(shows(page(&who, HERE "forecasts/1?how=recipe", 200, perm), "mainstay forecast recipe 1"));
	check(shows(page(&who, HERE "forecasts/2", 200, perm), "Scenario A"));
	page(&who, HERE "forecasts/3", 404, perm);
	page(&who, HERE "forecasts/one", 404, perm);
	check_int(browser_post(&head, HERE "forecasts?months=36", S("name="), perm).status, 400);
	check_int(browser_post(&head, HERE "forecasts?months=0", S("name=Nothing"), perm).status, 400);
	site_close(it.site);
}

static void
a_forecast_from_own_people_is_kept_from_others(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm), manager = somebody(&it, DUTY_TEAM_MANAGER, perm);
	struct browser who = nobody(&it), worker = somebody(&it, DUTY_WORKER, perm);
	page(&lead, HERE "outlook?figures=own", 200, perm);
	check_int(browser_post(&lead, HERE "forecasts?figures=own", S("name=Ours"), perm).status, 303);
	check(shows(page(&lead, HERE "forecasts", 200, perm), "Ours"));
	check(str_find(page(&who, HERE "forecasts", 200, perm), S("Ours")) < 0);
	page(&who, HERE "forecasts/1", 404, perm);
	page(&manager, HERE "forecasts/1", 404, perm);
	page(&worker, HERE "forecasts/1?how=recipe", 404, perm);
	check(shows(page(&lead, HERE "forecasts/1?how=again", 200, perm), "every byte is the same"));
	page(&manager, HERE "outlook", 200, perm);
	check_int(browser_post(&manager, HERE "forecasts", S("name=Not+mine"), perm).status, 403);
	site_close(it.site);
}

/* Nobody came or left since 30 September 2023, when 23 posts were held by right. Eight quarters of the twelve are over:
 * four things each. */
static void
a_forecast_from_own_people_is_held_against_later_records(struct arena *perm)
{
	struct served it = open_council(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm);
	lead.now = NOW - 786 * SECONDS_OF_DAY;
	Str body = page(&lead, HERE "outlook?figures=own", 200, perm);
	check(shows(body, "From the council\u2019s own people and posts on 30 September 2023"));
	check_int(browser_post(&lead, HERE "forecasts?figures=own", S("name=Ours"), perm).status, 303);
	check(shows(page(&lead, HERE "forecasts", 200, perm), "nothing came yet"));
	lead.now = NOW;
	body = page(&lead, HERE "forecasts/1", 200, perm);
	check(shows(body, " of 32 things that came were within the range"));
	check(shows(body, "31 December 2023") && shows(body, "30 September 2025") && shows(body, "Own records of that day"));
	check(str_find(body, S("31 December 2025")) < 0);
	check(shows(page(&lead, HERE "forecasts", 200, perm), " of 32 within 9 in 10"));
	site_close(it.site);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(the_outlook_from_published_figures_is_for_everybody);
	run(what_cannot_be_forecast_is_answered_in_words);
	run(a_form_and_an_address_ask_the_same);
	run(the_page_that_is_live_may_ask_this_site_and_no_other);
	run(the_outlook_says_how_forecasts_of_this_council_did);
	run(a_wrong_value_stands_in_the_form_it_was_typed_in);
	run(a_scenario_is_told_in_units_and_its_cost_in_thousands);
	run(a_headline_is_the_middle_of_the_picture);
	run(the_councils_own_prices_are_used_for_its_people_alone);
	run(the_outlook_from_own_people_is_for_who_sees_them_all);
	run(a_record_that_changed_is_in_the_next_scenario);
	run(two_outlooks_say_why_they_differ);
	run(what_would_tell_of_fewer_than_five_is_withheld);
	run(a_forecast_is_kept_made_again_and_compared);
	run(a_forecast_from_own_people_is_kept_from_others);
	run(a_forecast_from_own_people_is_held_against_later_records);
	stores_end();
	return tests_end();
}
