/* outlook_own_test.c: a prospect from a council's own people: by hand, and of a council of made-up people. */
#include "check.h"
#include "councils.h"

#include <math.h>

#include "demo/demo.h"
#include "model/moments.h"
#include "model/shrink.h"
#include "outlook/own.h"

static struct published built_in;

static int
area_of(const char *name)
{
	return area_named(&built_in.areas, str_of(name));
}

static double
month_of(const struct prospect *p, int grade, int tenure)
{
	double sum = 0;
	for (int c = 0; c < p->causes; c++)
		sum += chance_value(p->leave[c][grade][tenure]);
	return sum;
}

/* ---- by hand --------------------------------------------------------------------------------------- */

enum { PEOPLE = 40 };
static const Date day = { 20361 };       /* 30 September 2025 */

/* Forty posts: the first thirty are held by people who came in 2023 and stay; the last ten are vacant since somebody
 * left on 1 October 2024, or (the last two) were never held. One post is frozen and held, one begins in three months. */
static struct roster
council_and(const char *more, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-1 2010-01-01 open name=A; kind=team\n"
		"role R-5 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		"role R-4 2010-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"
		"role R-0 2010-01-01 open title=Family support; family=family_help; census_role=0; registered=no\n"
		"post P-99 2010-01-01 open title=Helper; unit=U-1; role=R-0; fte=1; status=funded\n"
		"post P-98 2026-01-01 open title=Coming; unit=U-1; role=R-5; fte=1; status=funded\n"));
	for (int i = 0; i < PEOPLE; i++) {
		const char *role = i < 10 ? "R-4" : "R-5";
		text_format(&lines, "person N-%02d family_name=X; given_names=Y\n", i);
		text_format(&lines, "post P-%02d 2010-01-01 open title=Post; unit=U-1; role=%s; fte=1; status=%s\n", i, role,
		            i == 5 ? "frozen" : "funded");
		if (i < 30)
			text_format(&lines, "spell S-%02d 2023-04-01 open person=N-%02d; post=P-%02d; basis=permanent; fte=%s\n", i,
			            i, i, i < 20 ? "1" : "0.5");
		else if (i < 38)
			text_format(&lines, "spell S-%02d 2020-10-01 2024-10-01 person=N-%02d; post=P-%02d; basis=permanent; fte=1; "
			                    "reason=1; destination=%d\n", i, i, i, i < 36 ? 1 : 3);
	}
	text_add(&lines, str_of(more));
	text_char(&lines, '\0');
	struct roster r;
	roster_build(&r, council_of(lines.at, perm), perm);
	return r;
}

static struct roster
council(struct arena *perm)
{
	return council_and("", perm);
}

static void
posts_are_those_of_the_day(struct arena *perm)
{
	struct error err = { "" };
	struct roster r = council(perm);
	struct outlook *o = outlook_of_own(&r, &built_in, area_of("walsall"), day, 36, perm, &err);
	check_str(str_of(err.text), S(""));
	if (!o)
		return;
	const struct prospect *p = o->prospect;
	int vacant = 0, senior = 0, later = 0, until_vacant = 0;
	for (int i = 0; i < p->seat_count; i++) {
		const struct prospect_seat *s = &p->seats[i];
		vacant += s->grade == VACANT;
		senior += s->grade == 1;
		later += s->first == 4 && s->grade == VACANT;
		until_vacant += s->last == 1 && s->grade == 1;
		if (s->grade != VACANT)
			check_int(s->tenure, 29);        /* April 2023 to September 2025 */
	}
	check_int(p->seat_count, 41);            /* not the helper's; the one that is coming */
	check_int(vacant, 11);
	check_int(senior, 10);
	check_int(later, 1);
	check_int(until_vacant, 1);
	check_int(p->grades, 2);
	check_str(p->grade_name[1], S("Senior practitioner"));
	check_int(p->fte_per_head, (20 * MICRO + 10 * MICRO / 2) / 30);
	check_int(p->first_year, 2025);
	check_int(p->first_month, 10);
	check(prospect_sound(p, &err, *perm));
	check(o->assumption_count > 5 && o->input_count > 4);
}

/* Eight left on one day, when thirty stayed on: records begin on that day, and nobody has been seen leaving since. */
static void
leaving_is_drawn_towards_england_where_little_was_seen(struct arena *perm)
{
	struct error err = { "" };
	struct roster r = council(perm);
	struct outlook *o = outlook_of_own(&r, &built_in, area_of("walsall"), day, 36, perm, &err);
	check(o != NULL);
	if (!o)
		return;
	double exposure = 30 * (day.day + 1 - date_of(2024, 10, 1).day) / 365.25;
	struct seen groups[400];
	struct shrinkage s;
	int count = 0;
	for (int a = 0; a < built_in.areas.count; a++) {
		Figure left = published_value(&built_in, a, LEAVERS_FTE, 2025), now = published_value(&built_in, a, INPOST_FTE, 2025),
		       before = published_value(&built_in, a, INPOST_FTE, 2024);
		if (built_in.areas.at[a].level != AUTHORITY || !figure_present(left) || !figure_present(now))
			continue;
		before = figure_present(before) ? before : now;
		groups[count++] = (struct seen){ figure_double(left), (figure_double(now) + figure_double(before)) / 2 };
	}
	check(shrink_fit(groups, count, &s, &err));
	check(fabs(o->leaving - shrink_rate(&s, (struct seen){ 0, exposure })) < 1e-9);
	check_int(o->own_weight, (int)lround(100 * exposure / (s.beta + exposure)));
	check(o->leaving < o->national && o->leaving > o->national / 3);
	/* A year of months at the chance of a month makes the year's. */
	double month = month_of(o->prospect, 0, 29);
	check(fabs(-12 * log1p(-month) - o->leaving) < 0.02);
}

static void
a_council_without_posts_gets_words(struct arena *perm)
{
	struct error err = { "" };
	struct roster r;
	roster_build(&r, council_of("unit U-1 2010-01-01 open name=A; kind=team\n", perm), perm);
	check(!outlook_of_own(&r, &built_in, area_of("walsall"), day, 36, perm, &err));
	check(strstr(err.text, "no posts of social workers"));
	struct roster some = council(perm);
	check(!outlook_of_own(&some, &built_in, area_of("walsall"), day, 0, perm, &err));
	check(!outlook_of_own(&some, &built_in, area_of("walsall"), day, 1000, perm, &err));
	/* Long before anybody came, and before anything was published; the frozen post is nobody's. */
	struct outlook *o = outlook_of_own(&some, &built_in, area_of("walsall"), date_of(2011, 5, 5), 12, perm, &err);
	check(o && o->prospect->seat_count == 39 && prospect_sound(o->prospect, &err, *perm));
}

/* ---- who is to start ---------------------------------------------------------------------------------- */

#define SEAT(n, post) "requisition RQ-" n " post=" post "; unit=U-1; role=R-5; why=x; asked_on=2025-05-01; decision=approved;" \
	" decided_on=2025-05-02; redeployment=nobody; transfers=nobody\n"
#define STEP(n, turn, move, day) "application_step ST-" n turn " application=AP-" n "; move=" move "; held_on=" day "; turn=" turn "\n"
#define ACCEPTED(n, post, starts, more) SEAT(n, post) "candidate CN-" n " given_names=A; family_name=B" more "\n" \
	"application AP-" n " candidate=CN-" n "; round=RN-1; role=R-5; band=experienced; received_on=2025-06-01; requisition=RQ-" n starts "\n" \
	STEP(n, "1", "shortlist", "2025-06-02") STEP(n, "2", "invite", "2025-06-03") STEP(n, "3", "assess", "2025-06-10") \
	STEP(n, "4", "choose", "2025-06-11") STEP(n, "5", "offer", "2025-06-12") STEP(n, "6", "accept", "2025-06-20")
#define AGREED(n, post, day, more) ACCEPTED(n, post, "; starts_on=" day, more) STEP(n, "7", "clear", "2025-08-20") \
	STEP(n, "8", "agree", "2025-09-01")
/* One starts on 15 October, two on 1 December, one after the day of the forecast's end, one has no day, one is in post here. */
#define STARTERS "hiring_round RN-1 number=1; name=R; opens_on=2025-05-05; anonymous=yes; public=no\n" \
	AGREED("1", "P-30", "2025-10-15", "") AGREED("2", "P-31", "2025-12-01", "") AGREED("3", "P-32", "2025-12-01", "")
#define OTHERS AGREED("4", "P-33", "2029-01-08", "") ACCEPTED("5", "P-34", "", "") AGREED("6", "P-35", "2025-11-03", "; colleague=N-07")

static void
whoever_agreed_a_day_comes_on_it_or_does_not_start(struct arena *perm)
{
	struct error err = { "" };
	struct roster r = council_and(str_c(str_format(perm, "%s%s", STARTERS, OTHERS), perm), perm), none = council(perm);
	struct outlook *o = outlook_of_own(&r, &built_in, area_of("walsall"), day, 36, perm, &err);
	struct outlook *without = outlook_of_own(&none, &built_in, area_of("walsall"), day, 36, perm, &err);
	check(o && without);
	if (!o || !without)
		return;
	const struct prospect *p = o->prospect;
	check_int(p->cohort_count, 2);
	check_int(p->cohorts[0].month, 1);       /* October */
	check_int(p->cohorts[0].size, 1);
	check_int(p->cohorts[1].month, 3);       /* December */
	check_int(p->cohorts[1].size, 2);
	check(p->cohorts[1].arrives == chance_of(0.85) && p->cohorts[1].grade == 0);
	/* Two of ten vacant posts wait in October and November: eight in ten are filled as ever. */
	check_int(p->quicker_count, 1);
	check(p->quickers[0].first == 1 && p->quickers[0].last == 2 && p->quickers[0].q16 == 52429);
	check_int(p->seat_count, without->prospect->seat_count);
	check_int(without->prospect->cohort_count + without->prospect->quicker_count, 0);
	check_int(o->assumption_count, without->assumption_count + 2);
	check_int(o->input_count, without->input_count + 2);
	struct moment *with = new(perm, 37, struct moment), *bare = new(perm, 37, struct moment);
	moments_of(p, with, *perm);
	moments_of(without->prospect, bare, *perm);
	for (int m = 1; m <= 36; m++)            /* stock = stock + joiners - leavers */
		check(fabs(with[m].filled + with[m].over - with[m - 1].filled - with[m - 1].over - with[m].joined + with[m].left) < 1e-9);
	check(with[0].filled == bare[0].filled);
	check(with[3].joined > bare[3].joined + 1.2 && with[3].joined < bare[3].joined + 1.7);     /* 2 x 0.85, fewer are vacant by then */
}

/* ---- who is expected by pipelines ----------------------------------------------------------------------- */

/* Of a route of which 80 in 100 complete and 75 in 100 of those take a post: 0.6 of who is on it, 0.75 of who is qualified. Two
 * people came since records begin, one of them by a pipeline. */
#define CAME "person N-50 family_name=X; given_names=Y\nspell S-50 2025-02-03 open person=N-50; post=P-33; basis=permanent; fte=1\n" \
	"person N-51 family_name=X; given_names=Y\nspell S-51 2025-03-03 open person=N-51; post=P-34; basis=permanent; fte=1\n"
#define ODDS_OF(what, part) what "=" part "; " what "_low=0.5; " what "_high=0.9; " what "_grade=b; " what "_source=Ours"
#define COHORTS "route RT-1 2015-01-01 open name=L6; kind=apprentice_6; months=36; " ODDS_OF("completes", "0.8") "; " \
		ODDS_OF("takes_post", "0.75") "\nroute RT-2 2015-01-01 open name=Abroad; kind=overseas; months=6\n" \
	"cohort CO-1 route=RT-1; name=Autumn; starts_on=2023-01-09; expected_on=2025-12-15\n" \
	"cohort CO-2 route=RT-2; name=Abroad; starts_on=2025-09-01\n" \
	"cohort CO-3 route=RT-1; name=Spring; starts_on=2025-11-03; expected_on=2026-03-02; places=2\n"
#define LEARNS(n, cohort, more) "learner LN-" n " cohort=CO-" cohort "; known_on=2022-12-01" more "\n" \
	"learner_step LS-" n "1 learner=LN-" n "; move=select; held_on=2022-12-05; turn=1\n"
#define QUALIFIED(n, day) "learner_step LS-" n "2 learner=LN-" n "; move=begin; held_on=2023-01-09; turn=2\n" \
	"learner_step LS-" n "3 learner=LN-" n "; move=qualify; held_on=" day "; turn=3\n"
/* Three on the way, of whom one is to be a senior practitioner; one qualified; one who accepted an offer; one in post here; one who comes after the end; one of whom nobody said a chance; one who joined. */
#define LEARNERS LEARNS("1", "1", "") LEARNS("2", "1", "") LEARNS("3", "1", "; post_offered=P-03") \
	LEARNS("4", "1", "") QUALIFIED("4", "2025-09-01") LEARNS("5", "1", "; candidate=CN-1") LEARNS("6", "1", "; colleague=N-07") \
	LEARNS("7", "1", "; expected_on=2029-09-03") LEARNS("8", "2", "") LEARNS("9", "1", "; spell=S-50") QUALIFIED("9", "2025-01-20") \
	"learner_step LS-94 learner=LN-9; move=join; held_on=2025-02-03; turn=4\n"

static void
whoever_learns_comes_with_their_chance_and_is_counted_once(struct arena *perm)
{
	struct error err = { "" };
	struct roster with_them = council_and(str_c(str_format(perm, "%s%s%s%s", CAME, STARTERS, COHORTS, LEARNERS), perm), perm);
	struct roster bare_of = council_and(str_c(str_format(perm, "%s%s", CAME, STARTERS), perm), perm);
	struct outlook *o = outlook_of_own(&with_them, &built_in, area_of("walsall"), day, 36, perm, &err);
	struct outlook *without = outlook_of_own(&bare_of, &built_in, area_of("walsall"), day, 36, perm, &err);
	check(o && without);
	if (!o || !without)
		return;
	static const struct { int month, size, grade; double arrives; } ours[] = { { 3, 2, 0, 0.6 }, { 3, 1, 1, 0.6 },
		{ 1, 1, 0, 0.75 }, { 6, 2, 0, 0.6 } };
	const struct prospect *p = o->prospect;
	int starters = without->prospect->cohort_count, people = 0;
	check_int(starters, 2);
	check_int(p->cohort_count, starters + 4);
	for (int c = 0; c < countof(ours) && starters + c < p->cohort_count; c++) {
		const struct cohort *of = &p->cohorts[starters + c];
		check_int(of->month, ours[c].month);
		check_int(of->size, ours[c].size);
		check_int(of->grade, ours[c].grade);
		check(fabs(chance_value(of->arrives) - ours[c].arrives) < 1e-6);
		people += of->size;
	}
	check_int(people, 6);                    /* of nine learners and two places: without four, and whoever joined */
	/* One of two came by a pipeline: until March, ordinary filling is half of what it was seen to be. */
	check_int(p->quicker_count, without->prospect->quicker_count + 1);
	const struct quicker *last = &p->quickers[p->quicker_count - 1];
	check(last->first == 1 && last->last == 6 && last->q16 == Q16 / 2);
	check(p->fill == without->prospect->fill);
	check_int(o->assumption_count, without->assumption_count + 3);       /* two cohorts, and what ordinary filling is of */
	bool told = false;
	for (int i = 0; i < o->assumption_count; i++)
		told = told || (str_equal(o->assumptions[i].what, S("4 expected by the cohort \u201cAutumn\u201d")) && str_equal(o->assumptions[i].grade, S("B")) &&
			str_find(o->assumptions[i].value, S("80.0 in 100 (50.0 to 90.0) complete; 75.0 in 100")) == 0 && o->assumptions[i].source.len);
	check(told);
	struct moment *with = new(perm, 37, struct moment), *bare = new(perm, 37, struct moment);
	moments_of(p, with, *perm);
	moments_of(without->prospect, bare, *perm);
	for (int m = 1; m <= 36; m++)            /* stock = stock + joiners - leavers */
		check(fabs(with[m].filled + with[m].over - with[m - 1].filled - with[m - 1].over - with[m].joined + with[m].left) < 1e-9);
	check(with[0].filled == bare[0].filled && with[0].over == bare[0].over);
}

/* A forecast of a council that keeps no pipelines is as it was: nothing is said of any, and nothing is drawn otherwise. */
static void
without_pipelines_nothing_is_said_of_them(struct arena *perm)
{
	struct error err = { "" };
	struct roster none = council(perm), empty = council_and("route RT-1 2015-01-01 open name=L6; kind=apprentice_6; months=36\n"
		"cohort CO-1 route=RT-1; name=Nobody; starts_on=2023-01-09\n", perm);
	struct outlook *without = outlook_of_own(&none, &built_in, area_of("walsall"), day, 36, perm, &err);
	struct outlook *o = outlook_of_own(&empty, &built_in, area_of("walsall"), day, 36, perm, &err);
	check(o && without && str_equal(prospect_write(o->prospect, perm), prospect_write(without->prospect, perm)));
	check(o && without && o->input_count == without->input_count && o->assumption_count == without->assumption_count);
}

/* ---- of made-up people ------------------------------------------------------------------------------- */

static void
demo_roster(struct roster *r, int area, struct arena *perm)
{
	struct error err;
	struct demo demo;
	struct council *made = new(perm, 1, struct council);
	made->authority = built_in.areas.at[area].slug;
	check(demo_make(&demo, &built_in, (struct demo_wish){ area, 1, 0, 0 }, perm, &err));
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct records none = { .type = &record_types[t] };
		made->of[t] = records_after(&none, &demo.changes, perm);
	}
	roster_build(r, made, perm);
}

/* Expected to leave in the first month, of those in post. */
static double
leaving_first_month(const struct prospect *p, int *filled)
{
	double sum = 0;
	*filled = 0;
	for (int i = 0; i < p->seat_count; i++)
		if (p->seats[i].grade != VACANT) {
			sum += month_of(p, p->seats[i].grade, p->seats[i].tenure);
			++*filled;
		}
	return sum;
}

static void
made_up_walsall_leaves_as_it_published(struct arena *perm)
{
	struct error err = { "" };
	struct roster r;
	int area = area_of("walsall"), filled;
	demo_roster(&r, area, perm);
	struct outlook *o = outlook_of_own(&r, &built_in, area, day, 36, perm, &err);
	check_str(str_of(err.text), S(""));
	if (!o)
		return;
	double a_month = leaving_first_month(o->prospect, &filled);
	/* In post are also those who cover for somebody, and not those whom a partner pays. */
	double in_post = figure_double(published_value(&built_in, area, INPOST_HEADCOUNT, 2025));
	check(fabs(filled - in_post) < 0.05 * in_post);
	/* Those here now leave at about the council's rate; the rest is how long they have been here. */
	check(fabs(12 * a_month / filled - o->leaving) < 0.15 * o->leaving);
	check(o->own_weight > 80);
	double turnover = figure_double(published_value(&built_in, area, TURNOVER_RATE_HEADCOUNT, 2025)) / 100;
	check(o->leaving > turnover / 2 && o->leaving < turnover * 2);
	check(o->prospect->causes == 6);
	/* About as many are to join in a month as the last three years' did: those vacant times the chance to be filled. */
	check(chance_value(o->prospect->fill) > 0.1 && chance_value(o->prospect->fill) < 0.6);
	Str text = prospect_write(o->prospect, perm);
	struct prospect *again = prospect_read(text, perm, &err);
	check(again && str_equal(prospect_write(again, perm), text));
}

int
main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 28);
	published_built_in(&built_in, &perm);
	run(posts_are_those_of_the_day);
	run(leaving_is_drawn_towards_england_where_little_was_seen);
	run(a_council_without_posts_gets_words);
	run(whoever_agreed_a_day_comes_on_it_or_does_not_start);
	run(whoever_learns_comes_with_their_chance_and_is_counted_once);
	run(without_pipelines_nothing_is_said_of_them);
	run(made_up_walsall_leaves_as_it_published);
	return tests_end();
}
