/* forecast_test.c: what is asked of a forecast, what came out, and that it is made again to the byte.
 *
 * Made from published figures of Walsall up to 2022, so that what came in 2023, 2024 and 2025 is known. */
#include "stores.h"
#include "councils.h"

#include <math.h>

#include "app/forecast_kept.h"
#include "app/keeper.h"
#include "outlook/own.h"
#include "store/audit.h"

static struct world *
world_of(struct arena *perm)
{
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, S(""), perm, &err));
	return world;
}

static struct asked
walsall(const struct world *world, struct arena *perm)
{
	struct asked asked;
	struct answer why;
	check(ask_settle(world, &(struct ask){ .area = S("walsall"), .year = S("2022") }, NEEDS_AREA, &asked, &why, perm));
	return asked;
}

static struct forecast_order
order_of(const struct asked *asked, const struct ask *ask)
{
	struct forecast_order order;
	struct error err = { "" };
	check(forecast_order_read(asked, ask, RUNS_MOST_PAGE, &order, &err));
	return order;
}

static struct forecast *
run_of(const struct world *world, const struct forecast_order *order, struct arena *perm)
{
	struct error err = { "" };
	struct forecast *forecast = new(perm, 1, struct forecast);
	struct outlook *outlook = outlook_of_published(&world->published, order->area, order->origin, order->months, perm, &err);
	check(outlook && forecast_run(order, outlook, NULL, NULL, forecast, perm, &err) && forecast_doubt(forecast, NULL, perm, &err));
	if (err.text[0])
		printf("%s\n", err.text);
	return forecast;
}

static struct ask
usual(Str a, Str b)
{
	return (struct ask){ .months = S("36"), .runs = S("400"), .seed = S("7"), .safe = S("180"), .scenario = { a, b } };
}

/* ---- what is asked ------------------------------------------------------------------------------- */

static void
what_cannot_be_forecast_is_said_in_words(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	static const struct { struct ask ask; const char *says; } rows[] = {
		{ { .months = STR("0") }, "months ahead from 1 to 120" },
		{ { .months = STR("121") }, "months ahead from 1 to 120" },
		{ { .months = STR("a year") }, "\"a year\" is not a number" },
		{ { .runs = STR("10000000") }, "replications here from 1 to 5000" },
		{ { .runs = STR("-1") }, "replications here" },
		{ { .figures = STR("tea leaves") }, "neither published nor own" },
		{ { .safe = STR("1.5") }, "a number of posts" },
		{ { .scenario = { STR("wish 10") } }, "wish" },
		{ { .scenario = { STR("over ten") } }, "ten" },
		{ { .scenario = { STR("over 10; over 10; over 10; over 10; over 10; over 10; over 10; over 10; over 10; over 10; over 10; "
		                      "over 10; over 10") } }, "at most 12 levers" },
	};
	for (int i = 0; i < countof(rows); i++) {
		struct forecast_order order;
		struct error err = { "" };
		check(!forecast_order_read(&asked, &rows[i].ask, RUNS_MOST_PAGE, &order, &err));
		if (str_find(str_of(err.text), str_of(rows[i].says)) < 0)
			printf("%s: does not say \"%s\"\n", err.text, rows[i].says);
		check(str_find(str_of(err.text), str_of(rows[i].says)) >= 0);
	}
}

/* 5,000 replications of 300 posts over 120 months are 180 million person-months: over 150 million. */
static void
a_page_is_asked_for_no_more_than_it_can_wait_for(struct arena *perm)
{
	(void)perm;
	struct forecast_order order = { .months = 120, .runs = 5000 };
	struct error err = { "" };
	check(!forecast_fits(&order, 300, &err));
	check(str_find(str_of(err.text), S("4166 at most")) > 0);
	order.runs = 4166;
	check(forecast_fits(&order, 300, &err));
}

static void
a_scenario_is_written_as_it_is_read(struct arena *perm)
{
	struct scenario first, second;
	struct error err = { "" };
	check(scenario_read(S("over 10 from 3 for 24; payment 2000 effect 0.9;faster 2"), &first, &err));
	check_int(first.count, 3);
	Str written = scenario_write(&first, perm);
	check(scenario_read(written, &second, &err));
	check_str(scenario_write(&second, perm), written);
	check_int(second.levers[1].effect, 900000);
}

/* ---- what comes out ------------------------------------------------------------------------------ */

static void
check_in_order(const struct way *way, enum tally_line line, int month)
{
	for (int q = 1; q < RESULT_QUANTILES; q++)
		check(forecast_quantile(way, line, month, result_per_mille[q - 1]).micro
		      <= forecast_quantile(way, line, month, result_per_mille[q]).micro);
}

/* What a scenario adds is the difference of the means, however it is reckoned; and in the mean those in post are those
 * at the start and joiners less leavers. */
static void
parts_of_a_forecast_add_up(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10 from 3"), S("faster 1"));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	for (int month = 0; month <= 36; month += 6) {
		for (int i = 0; i < forecast_line_count; i++)
			check_in_order(&f->base, forecast_lines[i].line, month);
		double in_post = tally_mean(f->base.tally, TALLY_FILLED, month) + tally_mean(f->base.tally, TALLY_OVER, month);
		double start = tally_mean(f->base.tally, TALLY_FILLED, 0) + tally_mean(f->base.tally, TALLY_OVER, 0);
		check(fabs(in_post - start - tally_mean(f->base.tally, TALLY_JOINED, month)
		           + tally_mean(f->base.tally, TALLY_LEFT, month)) < 1e-6);
		for (int s = 0; s < 2; s++) {
			Figure apart = figure_minus(forecast_mean(&f->scenarios[s], TALLY_FILLED, month),
			                            forecast_mean(&f->base, TALLY_FILLED, month));
			check(llabs(apart.micro - forecast_gap_mean(&f->scenarios[s], TALLY_FILLED, month).micro) <= 2);
		}
	}
	check_int(f->doubt.process + f->doubt.parameters + f->doubt.years, 100);
	check(f->doubt.process > 0);
}

/* Ten posts over, and nothing else: more are filled, and never fewer under the same luck. */
static void
a_scenario_meets_the_same_luck(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10"), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	check(forecast_gap_mean(&f->scenarios[0], TALLY_FILLED, 24).micro > 0);
	double apart = tally_deviation(f->base.tally, TALLY_FILLED, 24);
	check(gap_deviation(f->scenarios[0].gap, TALLY_FILLED, 24) < apart / 2);
}

static void
odds_are_said_as_people_say_them(struct arena *perm)
{
	check_str(odds_words(0.5, perm), S("about 5 in 10"));
	check_str(odds_words(0.93, perm), S("about 13 in 14"));
	check_str(odds_words(0.05, perm), S("about 1 in 20"));
	check_str(odds_words(0, perm), S("fewer than 1 in 100"));
	check_str(odds_words(1, perm), S("more than 99 in 100"));
}

/* ---- written down -------------------------------------------------------------------------------- */

static struct brought *
kept_of(const struct world *world, const struct forecast *f, struct arena *perm)
{
	struct error err = { "" };
	struct brought *one = new(perm, 1, struct brought);
	*one = (struct brought){ .kept = { .id = 1, .name = S("Budget"), .as_at = date_of(2022, 9, 30), .months = f->order.months,
	                                 .program = S(MAINSTAY_VERSION), .title = S("What it said") } };
	one->texts.recipe = forecast_recipe_write(f, S("walsall"), perm);
	one->texts.result = forecast_result_write(f, one->kept.title, perm);
	check(kept_take_apart(world, one, perm, &err));
	if (err.text[0])
		printf("%s\n", err.text);
	return one;
}

static void
a_forecast_is_made_again_from_its_recipe_to_the_byte(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10 from 3 for 24; payment 2000 effect 0.9"), S("faster 2"));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	struct brought *one = kept_of(world, f, perm);
	struct error err = { "" };
	bool same = false;
	check(kept_again(one, &same, perm, &err) && same);
	check_str(forecast_recipe_write(&one->forecast, S("walsall"), perm), one->texts.recipe);
	one->recipe.order.seed++;
	check(kept_again(one, &same, perm, &err) && !same);
}

static bool
stops_at_once(void *who, int64_t done, int64_t of)
{
	int *asked = who;
	(void)done, (void)of;
	++*asked;
	return false;
}

static void
however_many_threads_work_every_byte_is_the_same(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10"), S("faster 2"));
	struct forecast_order order = order_of(&asked, &ask);
	struct error err = { "" };
	const struct forecast *f = run_of(world, &order, perm);
	Str first = forecast_result_write(f, S("said"), perm);
	for (int threads = 1; threads <= 3; threads++) {
		struct forecast again;
		struct forecast_watch watch = { .threads = threads };
		check(forecast_run(&order, f->outlook, NULL, &watch, &again, perm, &err) && forecast_doubt(&again, &watch, perm, &err));
		check(str_equal(forecast_result_write(&again, S("said"), perm), first));
	}
}

static void
a_forecast_that_is_stopped_says_so(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S(""), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	struct error err = { "" };
	int times = 0;
	struct forecast_watch watch = { .going = stops_at_once, .who = &times, .threads = 1 };
	struct forecast again;
	order.runs = 200000;
	check(!forecast_run(&order, f->outlook, NULL, &watch, &again, perm, &err));
	check(str_find(str_of(err.text), S("stopped")) > 0);
	check(times > 0);
}

static void
what_is_read_back_is_what_came_out(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10"), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	struct brought *one = kept_of(world, f, perm);
	const struct forecast *back = &one->forecast;
	for (int i = 0; i < forecast_line_count; i++)
		for (int month = 0; month <= 36; month += 12) {
			enum tally_line line = forecast_lines[i].line;
			if (!forecast_has(f, &forecast_lines[i]))
				continue;
			check(figure_equal(forecast_quantile(&f->base, line, month, 50), forecast_quantile(&back->base, line, month, 50)));
			check(figure_equal(forecast_mean(&f->base, line, month), forecast_mean(&back->base, line, month)));
			check(figure_equal(forecast_gap_quantile(&f->scenarios[0], line, month, 950),
			                   forecast_gap_quantile(&back->scenarios[0], line, month, 950)));
		}
	check(forecast_short(&f->base, 400) == forecast_short(&back->base, 400));
	check(forecast_has_gap(&back->scenarios[0]) && !forecast_has_gap(&back->base));
}

/* Every line of both texts, cut short or made otherwise, is refused in words or read; none is a crash. */
static void
a_damaged_recipe_or_result_is_refused_in_words(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S("over 10"), S(""));
	ask.months = S("3");
	ask.runs = S("5");
	struct forecast_order order = order_of(&asked, &ask);
	struct brought *one = kept_of(world, run_of(world, &order, perm), perm);
	struct recipe recipe;
	struct result result;
	for (ptrdiff_t cut = 0; cut < 400 && cut < one->texts.recipe.len; cut += 7) {
		struct arena scratch = *perm;
		struct error err = { "" };
		bool read = forecast_recipe_read(str_upto(one->texts.recipe, cut), &world->published.areas, &recipe, &scratch, &err);
		check(!read && err.text[0]);
	}
	for (ptrdiff_t cut = 0; cut < one->texts.result.len; cut += 97) {
		struct arena scratch = *perm;
		struct error err = { "" };
		char *bytes = new(&scratch, one->texts.result.len, char);
		memcpy(bytes, one->texts.result.at, (size_t)one->texts.result.len);
		bytes[cut] = '?';
		bool read = forecast_result_read((Str){ bytes, one->texts.result.len }, &result, &scratch, &err);
		check(read || err.text[0]);
	}
}

/* ---- held to account ----------------------------------------------------------------------------- */

/* The same score from the tallies themselves, which the result does not keep. */
static void
what_came_is_held_against_what_was_said(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S(""), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	const struct forecast *f = run_of(world, &order, perm);
	struct brought *one = kept_of(world, f, perm);
	struct kept_score scores[SCORES_MOST];
	int count = kept_scores(world, &(struct ask){ .today = date_of(2025, 11, 24) }, one, scores, perm), posts = 0;
	for (int i = 0; i < count; i++) {
		const struct kept_score *s = &scores[i];
		double actual = figure_double(s->actual);
		double crps = tally_crps(f->base.tally, s->row->line, s->month, actual);
		check(fabs(figure_double(s->crps) - crps) < 2e-6);
		check(!s->inside[0] || s->inside[1]);
		check(!s->inside[1] || s->inside[2]);
		posts += s->row->line == TALLY_FILLED;
	}
	check_int(posts, 3);                     /* 2023, 2024 and 2025 */
	Figure came = published_value(&world->published, asked.area, INPOST_FTE, 2023);
	check(count > 0 && figure_equal(scores[0].actual, came));
}

static void
a_forecast_from_the_last_figures_has_nothing_to_be_held_against_yet(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S(""), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	order.origin = world->published.last_year;
	struct brought *one = kept_of(world, run_of(world, &order, perm), perm);
	struct kept_score scores[SCORES_MOST];
	check_int(kept_scores(world, &(struct ask){ .today = date_of(2025, 11, 24) }, one, scores, perm), 0);
}

/* ---- from own people ------------------------------------------------------------------------------ */

/* Twenty posts; eighteen people since 2020, so that the last two are vacant on 30 September 2023. Five leave in December
 * 2023 and five join in March 2024; one moves to the 19th post meanwhile, and agency comes to the 20th. For two, 30
 * September 2024 is the last day; three more leave in November 2024. A helper outside the census comes and goes. */
static struct held *
own_records(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-1 2010-01-01 open name=A; kind=team\n"
		"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		"role R-0 2010-01-01 open title=Helper; family=family_help; census_role=0; registered=no\n"
		"post P-99 2010-01-01 open title=Helper; unit=U-1; role=R-0; fte=1; status=funded\n"
		"person N-99 family_name=X; given_names=Y\n"
		"spell S-99 2023-11-01 2024-05-01 person=N-99; post=P-99; basis=permanent; fte=1; reason=1; destination=1\n"
		"person N-30 family_name=X; given_names=Y\n"
		"spell S-30 2024-01-01 open person=N-30; post=P-20; basis=agency; fte=1\n"
		"spell S-31 2024-02-01 open person=N-06; post=P-19; basis=permanent; fte=1\n"));
	for (int i = 1; i <= 20; i++)
		text_format(&lines, "post P-%02d 2010-01-01 open title=Post; unit=U-1; role=R-5; fte=1; status=funded\n", i);
	for (int i = 1; i <= 18; i++) {
		const char *last = i <= 5 ? "2023-12-15" : i == 6 ? "2024-01-31" : i <= 8 ? "2024-09-30" : i <= 11 ? "2024-11-10" : "open";
		text_format(&lines, "person N-%02d family_name=X; given_names=Y\nspell S-%02d 2020-01-01 %s person=N-%02d; "
			"post=P-%02d; basis=permanent; fte=1%s\n", i, i, last, i, i, i <= 11 && i != 6 ? "; reason=1; destination=1" : "");
	}
	for (int i = 1; i <= 5; i++)
		text_format(&lines, "person N-4%d family_name=X; given_names=Y\n"
			"spell S-4%d 2024-03-01 open person=N-4%d; post=P-%02d; basis=permanent; fte=1\n", i, i, i, i);
	text_char(&lines, '\0');
	struct held *held = new(perm, 1, struct held);
	held->council = *council_of(lines.at, perm);
	roster_build(&held->roster, &held->council, perm);
	return held;
}

/* Of Walsall, from the records as on 30 September 2023. */
static struct brought *
kept_of_own(const struct world *world, const struct held *held, Str months, const struct forecast **run, struct arena *perm)
{
	struct asked asked = walsall(world, perm);
	struct ask ask = { .months = months, .runs = S("400"), .figures = S("own"), .day = date_of(2023, 9, 30) };
	struct forecast_order order = order_of(&asked, &ask);
	struct error err = { "" };
	struct forecast *f = new(perm, 1, struct forecast);
	struct outlook *outlook = outlook_of_own(&held->roster, &world->published, order.area, order.day, order.months, perm, &err);
	check(outlook && forecast_run(&order, outlook, NULL, NULL, f, perm, &err) && forecast_doubt(f, NULL, perm, &err));
	*run = f;
	return kept_of(world, f, perm);
}

/* Worked out by hand from the comment at own_records. Five leavers are told, seven are not (two more than five), nor the
 * joiners beside them; ten are, being five more. The next quarter ends after today. */
static void
what_own_records_tell_of_is_held_against_what_was_said(struct arena *perm)
{
	static const struct { Date day; int filled, vacant, left, joined; bool flows; } came[] = {
		{ { 19722 }, 13, 7, 5, 0, true },        /* 31 December 2023 */
		{ { 19813 }, 18, 2, 5, 5, true },        /* 31 March 2024 */
		{ { 19904 }, 18, 2, 5, 5, true },        /* 30 June 2024 */
		{ { 19996 }, 18, 2, 7, 5, false },       /* 30 September 2024 */
		{ { 20088 }, 13, 7, 10, 5, true },       /* 31 December 2024 */
	};
	const struct forecast *f;
	struct world *world = world_of(perm);
	struct held *held = own_records(perm);
	struct brought *one = kept_of_own(world, held, S("24"), &f, perm);
	struct ask ask = { .held = held, .today = date_of(2025, 1, 15) };
	struct kept_score scores[SCORES_MOST];
	int count = kept_scores(world, &ask, one, scores, perm);
	check_int(count, 4 * countof(came));
	for (int i = 0; i < count && i < 4 * countof(came); i++) {
		const struct kept_score *s = &scores[i];
		int wants[4] = { came[i / 4].filled, came[i / 4].vacant, came[i / 4].left, came[i / 4].joined };
		check_int(s->month, 3 * (i / 4 + 1));
		check_str(s->when, date_text(came[i / 4].day, perm));
		if (i % 4 >= 2 && !came[i / 4].flows) {
			Figure withheld = figure_absent(SUPPRESSED);
			check(figure_equal(s->actual, withheld) && figure_equal(s->error, withheld) && figure_equal(s->crps, withheld));
			check(!s->inside[0] && !s->inside[1] && !s->inside[2]);
			continue;
		}
		check(figure_equal(s->actual, figure_whole(wants[i % 4])));
		check(figure_equal(s->error, figure_minus(s->middle, s->actual)));
		check(fabs(figure_double(s->crps) - tally_crps(f->base.tally, s->row->line, s->month, wants[i % 4])) < 2e-6);
		check(s->inside[2] == (tally_quantile(f->base.tally, s->row->line, s->month, 50) <= wants[i % 4] &&
		                       tally_quantile(f->base.tally, s->row->line, s->month, 950) >= wants[i % 4]));
	}
	struct scored scored = kept_scored(scores, count);
	check_int(scored.told, 18);
	struct document doc = document_new(perm, S("How it did"));
	tell_scores(&doc, world, &ask, one);
	Str words = document_text(&doc, false, 200, perm);
	check(str_find(words, S(" of 18 things that came")) > 0 && str_find(words, S("withheld")) > 0);
	bool same = false;
	struct error err = { "" };
	check(kept_again(one, &same, perm, &err) && same);
}

/* Ten years ahead are told by the half-year. Nothing was made up after the last day that is published; a real council
 * is held to each half-year that is over today. */
static void
a_made_up_council_is_held_to_its_last_day_and_a_real_one_to_today(struct arena *perm)
{
	const struct forecast *f;
	struct world *world = world_of(perm);
	struct held *held = own_records(perm);
	struct brought *one = kept_of_own(world, held, S("120"), &f, perm);
	struct kept_score scores[SCORES_MOST];
	struct ask ask = { .held = held, .today = date_of(2026, 11, 28) };
	check_int(kept_scores(world, &ask, one, scores, perm), 4 * 6);   /* every half-year to September 2026 */
	held->made_up = true;
	check_int(kept_scores(world, &ask, one, scores, perm), 4 * 4);   /* to September 2025 */
	ask.today = date_of(2024, 3, 30);
	check_int(kept_scores(world, &ask, one, scores, perm), 0);       /* 31 March is the first that counts */
	ask.today = date_of(2024, 3, 31);
	check_int(kept_scores(world, &ask, one, scores, perm), 4);
	ask.held = NULL;
	check_int(kept_scores(world, &ask, one, scores, perm), 0);
	ask = (struct ask){ .held = held, .today = date_of(2099, 1, 1) };
	held->made_up = false;
	check_int(kept_scores(world, &ask, one, scores, perm), 4 * 20);
}

static void
two_forecasts_are_laid_side_by_side(struct arena *perm)
{
	struct world *world = world_of(perm);
	struct asked asked = walsall(world, perm);
	struct ask ask = usual(S(""), S(""));
	struct forecast_order order = order_of(&asked, &ask);
	struct brought *first = kept_of(world, run_of(world, &order, perm), perm);
	struct document same = kept_compared(&asked, first, first, perm);
	Str words = document_text(&same, false, 200, perm);
	check(str_find(words, S("They were asked the same.")) > 0);
	check(str_find(words, S("They rest on the same figures.")) > 0);
	order.origin = 2023;
	struct brought *second = kept_of(world, run_of(world, &order, perm), perm);
	second->kept.id = 2;
	second->kept.as_at = date_of(2023, 9, 30);
	struct document other = kept_compared(&asked, first, second, perm);
	words = document_text(&other, false, 200, perm);
	check(str_find(words, S("Figures up to")) > 0);
	check(str_find(words, S("30 September 2023")) > 0);
	check(other.data && other.data->row_count > 0);
	/* September 2023 is month 12 of the first, and where the second starts: the first quarter they share. */
	check(other.data && str_equal(other.data->rows[0].cells[1].text, S("September 2023")));
}

/* ---- in the store -------------------------------------------------------------------------------- */

static void
a_forecast_is_kept_once_for_good_and_told_to_the_audit(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("forecasts.db", perm));
	struct forecast_texts texts = { S("a recipe\nof two lines\n"), S("a result\n") }, back = { { 0 }, { 0 } };
	struct kept_forecast one = { .name = S("Budget 2027"), .as_at = date_of(2025, 9, 30), .months = 36, .actor = S("A-000001"),
		.kept_at = INT64_C(1764000000), .program = S("0.2.0"), .title = S("About 212"),
		.recipe_sha256 = S("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
		.result_sha256 = S("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb") }, found, *all;
	bool already;
	int count;
	check(store_forecast_keep(store, S("walsall"), &one, &texts, &already, *perm, &err) && !already);
	check_int(one.id, 1);
	check(store_forecast_keep(store, S("walsall"), &one, &texts, &already, *perm, &err) && already);
	struct kept_forecast two = one;
	two.name = S("Budget 2028");
	check(store_forecast_keep(store, S("walsall"), &two, &texts, &already, *perm, &err) && !already);
	check_int(two.id, 2);
	check(store_forecast_keep(store, S("dudley"), &one, &texts, &already, *perm, &err) && !already);
	check_int(one.id, 1);
	check(store_forecasts(store, S("walsall"), &all, &count, perm, &err) && count == 2);
	check_str(all[0].name, S("Budget 2028"));
	check(store_forecast(store, S("walsall"), 1, &found, &back, perm, &err) && found.id == 1);
	check_str(back.recipe, texts.recipe);
	check_str(back.result, texts.result);
	check_int(found.as_at.day, date_of(2025, 9, 30).day);
	check(store_forecast(store, S("walsall"), 3, &found, &back, perm, &err) && found.id == 0);
	struct entry *entries;
	struct audit_filter filter = { .action = S("forecast.kept") };
	check(audit_entries(store, &filter, &entries, &count, perm, &err) && count == 3);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(what_cannot_be_forecast_is_said_in_words);
	run(a_page_is_asked_for_no_more_than_it_can_wait_for);
	run(a_scenario_is_written_as_it_is_read);
	run(parts_of_a_forecast_add_up);
	run(a_scenario_meets_the_same_luck);
	run(odds_are_said_as_people_say_them);
	run(a_forecast_is_made_again_from_its_recipe_to_the_byte);
	run(however_many_threads_work_every_byte_is_the_same);
	run(a_forecast_that_is_stopped_says_so);
	run(what_is_read_back_is_what_came_out);
	run(a_damaged_recipe_or_result_is_refused_in_words);
	run(what_came_is_held_against_what_was_said);
	run(a_forecast_from_the_last_figures_has_nothing_to_be_held_against_yet);
	run(what_own_records_tell_of_is_held_against_what_was_said);
	run(a_made_up_council_is_held_to_its_last_day_and_a_real_one_to_today);
	run(two_forecasts_are_laid_side_by_side);
	run_on_both(a_forecast_is_kept_once_for_good_and_told_to_the_audit);
	stores_end();
	return tests_end();
}
