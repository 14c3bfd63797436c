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
	run(made_up_walsall_leaves_as_it_published);
	return tests_end();
}
