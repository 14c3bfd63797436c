/* supply_pages_test.c: pipelines over HTTP: a learning manager takes a student from known to joined.
 *
 * It is 24 November 2025. Bo is known in a cohort of the Duty team that began on 1 September 2025; Cy is in Court. Ann came
 * another way, and is in post in the Duty team since 3 November. */
#include "walls_site.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"unit U-000002 2015-01-01 open name=Court; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
	"spell S-000001 2025-11-03 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"route RT-000001 2015-01-01 open name=Own students; kind=student; months=1; completes=0.5; completes_low=0.4; completes_high=0.6;"
		" completes_grade=d; completes_source=A guess; takes_post=1; takes_post_low=1; takes_post_high=1; takes_post_grade=d;"
		" takes_post_source=A guess\n"
	"route RT-000002 2015-01-01 open name=From abroad; kind=overseas; months=9\n"
	"cohort CO-000001 route=RT-000001; name=Autumn students; starts_on=2025-09-01; unit=U-000001\n"
	"cohort CO-000002 route=RT-000002; name=From abroad; starts_on=2025-09-01; unit=U-000002\n"
	"learner LN-000001 cohort=CO-000001; known_on=2025-06-01; family_name=Reed; given_names=Bo\n"
	"learner LN-000002 cohort=CO-000002; known_on=2025-06-01; family_name=Lane; given_names=Cy; certificate_until=2025-12-04\n"
	"learner_step LS-000001 learner=LN-000002; move=select; held_on=2025-07-01; turn=1\n"
	"learner_step LS-000002 learner=LN-000002; move=sponsor; held_on=2025-08-01; turn=2\n";

struct office { struct place_of it; struct visitor learning, manager, worker, analyst, hr; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.learning = comes_in(&o.it, DUTY_LEARNING, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	o.hr = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	struct grant own = grant_of((int)DUTY_WORKER, S("walsall"), S(""));
	o.worker = signed_in_of(o.it.path, (struct whom){ S("walsall"), S("N-000001") }, &own, 1, perm);
	place_open(&o.it);
	return o;
}

#define PATH "/authorities/walsall/supply"

static int
moves(struct office *o, const struct visitor *who, const char *learner, const char *form, struct arena *perm)
{
	return post_as(o->it.site, who, str_format(perm, PATH "/%s/move", learner), str_of(form), perm).status;
}

static struct reply
asks(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, PATH "%s", path), perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

static void
a_learning_manager_takes_a_student_from_known_to_joined(struct arena *perm)
{
	static const struct { const char *form, *stands; } way[] = {
		{ "move=select&held_on=2+June+2025", "Selected" }, { "move=begin&held_on=1+Sept+2025", "Learning" },
		{ "move=final&held_on=15+Sept+2025", "Final placement" }, { "move=qualify&held_on=20+Oct+2025", "Qualified" },
		{ "move=offer&held_on=21+Oct+2025", "Post offered" }, { "move=join&held_on=3+Nov+2025&spell=S-000001", "Joined since 3 November 2025" },
	};
	struct office o = office_open(perm);
	for (int i = 0; i < countof(way); i++) {
		check_int(moves(&o, &o.learning, "LN-000001", way[i].form, perm), 303);
		check(shows(asks(&o, &o.learning, "/LN-000001", perm).body, way[i].stands));
	}
	Str page = asks(&o, &o.learning, "/LN-000001", perm).body;
	check(shows(page, "Began the final placement") && !shows(page, "Record the step"));      /* nothing follows */
	place_end(&o.it, perm);
}

static void
what_the_table_does_not_allow_is_neither_offered_nor_done(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = asks(&o, &o.learning, "/LN-000001", perm).body;
	check(shows(page, "value=\"select\"") && shows(page, "value=\"decline\""));
	check(!shows(page, "value=\"begin\"") && !shows(page, "value=\"join\""));
	check_int(moves(&o, &o.learning, "LN-000001", "move=join&held_on=3+Nov+2025&spell=S-000001", perm), 400);
	check_int(moves(&o, &o.learning, "LN-000001", "move=fly&held_on=3+Nov+2025", perm), 400);
	check_int(moves(&o, &o.learning, "LN-000001", "held_on=3+Nov+2025", perm), 400);
	check_int(moves(&o, &o.learning, "LN-000001", "move=decline&held_on=3+Nov+2025", perm), 400);        /* why? */
	check_int(moves(&o, &o.learning, "LN-000001", "move=select&held_on=25+Nov+2025", perm), 400);        /* tomorrow */
	check_int(moves(&o, &o.learning, "LN-000001", "move=select&held_on=1+May+2025", perm), 409);         /* before they were known */
	check_int(moves(&o, &o.learning, "LN-000009", "move=select&held_on=3+Nov+2025", perm), 404);
	page = asks(&o, &o.learning, "/LN-000002", perm).body;                                               /* sponsored, from overseas */
	check(shows(page, "value=\"visa\"") && !shows(page, "value=\"qualify\"") && !shows(page, "value=\"begin\""));
	check_int(moves(&o, &o.learning, "LN-000002", "move=begin&held_on=3+Nov+2025", perm), 400);
	check(shows(asks(&o, &o.learning, "/LN-000001", perm).body, "Whose move it is: Us"));   /* nothing was done */
	check_int(moves(&o, &o.learning, "LN-000001", "move=select&held_on=2+June+2025", perm), 303);
	check_int(moves(&o, &o.learning, "LN-000001", "move=begin&held_on=1+Sept+2025", perm), 303);
	check_int(moves(&o, &o.learning, "LN-000001", "move=qualify&held_on=20+Oct+2025", perm), 303);
	check_int(moves(&o, &o.learning, "LN-000001", "move=join&held_on=3+Nov+2025", perm), 400);           /* which time in post? */
	place_end(&o.it, perm);
}

/* Selected, so expected from September and a month on: late, and still expected this quarter, 0 or 1 of one. Nobody said the
 * chances of Cy: at most one, at least none. The certificate holds ten days more. */
static void
the_page_says_what_runs_out_and_what_each_quarter_brings(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(moves(&o, &o.learning, "LN-000001", "move=select&held_on=2+June+2025", perm), 303);
	Str page = asks(&o, &o.learning, "", perm).body;
	check(shows(page, "2 learners on their way by pipelines: 1 waits on us, 1 is late"));
	check(shows(page, "Certificate of sponsorship") && shows(page, "Within 30 days") && shows(page, "4 December 2025"));
	check(shows(page, "Social Work England or the Home Office"));
	check(shows(page, "October to December 2025") && shows(page, "April to June 2026") && shows(page, "not to be added up"));
	check(shows(page, "50 in 100 (40 to 60). D: a guess. From: A guess. As the route") && shows(page, "Nobody has said"));
	Str csv = asks(&o, &o.learning, ".csv", perm).body;
	check(shows(csv, "October to December 2025,2025-10-01,\"Students on placement, BA or MA\",0,1,1,0,0,D"));
	check(shows(csv, "April to June 2026,2026-04-01,Overseas,0,1,1,0,1,"));
	check(shows(asks(&o, &o.learning, "/cohorts/CO-000001", perm).body, "Autumn students: 1 learner"));
	check_int(asks(&o, &o.learning, "/cohorts/CO-000009", perm).status, 404);
	place_end(&o.it, perm);
}

static void
a_manager_sees_the_learners_of_their_team_and_no_range_of_the_council(struct arena *perm)
{
	struct office o = office_open(perm);
	Str page = asks(&o, &o.manager, "", perm).body;
	check(shows(page, "Reed, Bo") && !shows(page, "Lane") && !shows(page, "What each quarter brings"));
	check(!shows(page, "Add a learner") && !shows(asks(&o, &o.manager, ".csv", perm).body, "LN-000002"));
	check_int(asks(&o, &o.manager, "/LN-000001", perm).status, 200);
	check_int(asks(&o, &o.manager, "/LN-000002", perm).status, 404);
	check_int(asks(&o, &o.manager, "/cohorts/CO-000002", perm).status, 404);
	check(!shows(asks(&o, &o.manager, "/LN-000001", perm).body, "Record the step"));
	check_int(moves(&o, &o.manager, "LN-000001", "move=select&held_on=2+June+2025", perm), 403);
	check_int(moves(&o, &o.hr, "LN-000001", "move=select&held_on=2+June+2025", perm), 403);      /* reads */
	check_int(asks(&o, &o.hr, "/LN-000002", perm).status, 200);
	check_int(asks(&o, &o.analyst, "", perm).status, 403);
	check_int(asks(&o, &o.worker, "", perm).status, 403);
	place_end(&o.it, perm);
}

/* Of Ann no qualification is recorded, so the page says what is not met; what was agreed and awarded is kept all the same. */
static void
a_practice_educator_is_enrolled_awarded_and_counted(struct arena *perm)
{
	static const char at[] = "/authorities/walsall/educators/N-000001/record";
	struct office o = office_open(perm);
	Str list = get_as(o.it.site, &o.learning, S("/authorities/walsall/educators"), perm).body;
	check(shows(list, "Nobody may take students yet") && shows(list, "Spring 2026") && shows(list, "The range is 8 to 10 a year: below the range"));
	check(shows(list, "Keep another number"));
	check(shows(get_as(o.it.site, &o.learning, S("/authorities/walsall/educators?show=all"), perm).body, "Oddie, Ann"));
	Str page = get_as(o.it.site, &o.learning, S("/authorities/walsall/educators/N-000001"), perm).body;
	check(shows(page, "What the next stage asks") && shows(page, "Not met: "));
	check_int(post_as(o.it.site, &o.manager, str_of(at), S("agreed_on=1+Sept+2025"), perm).status, 403);
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("agreed_on=soon"), perm).status, 400);
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("agreed_by=Ivy&agreed_on=1+May+2025&enrolled_1=1+Oct+2025&awarded_1=1+Sept+2025"),
		perm).status, 409);                                                       /* awarded before they enrolled */
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("agreed_by=Ivy&agreed_on=1+May+2025&enrolled_1=8+Sept+2025&awarded_1=3+Nov+2025"),
		perm).status, 303);
	page = get_as(o.it.site, &o.learning, S("/authorities/walsall/educators/N-000001"), perm).body;
	check(shows(page, "Stage 1 awarded") && shows(page, "Current until"));
	list = get_as(o.it.site, &o.learning, S("/authorities/walsall/educators"), perm).body;
	check(shows(list, "1 practice educator may take students; 0 of them the final placement") && shows(list, "1 on stage 1"));
	check(shows(get_as(o.it.site, &o.manager, S("/authorities/walsall/educators"), perm).body, "Oddie, Ann"));
	check(!shows(get_as(o.it.site, &o.manager, S("/authorities/walsall/educators"), perm).body, "Places by term"));
	check_int(get_as(o.it.site, &o.learning, S("/authorities/walsall/educators/N-000009"), perm).status, 404);
	check_int(get_as(o.it.site, &o.worker, S("/authorities/walsall/educators"), perm).status, 403);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(a_practice_educator_is_enrolled_awarded_and_counted);
	run(a_learning_manager_takes_a_student_from_known_to_joined);
	run(what_the_table_does_not_allow_is_neither_offered_nor_done);
	run(the_page_says_what_runs_out_and_what_each_quarter_brings);
	run(a_manager_sees_the_learners_of_their_team_and_no_range_of_the_council);
	return tests_end();
}
