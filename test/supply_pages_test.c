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

/* Whoever joins, and what they join: P-2 is empty and of 0.8 FTE, P-3 frozen, P-4 closed, P-5 is the one that Eve left in 2020; she
 * is known by her number. Of a role whose induction is one thing, within ten days. */
static const char posts[] =
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=0.8; status=funded\n"
	"post P-000003 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=frozen\n"
	"post P-000004 2015-01-01 2025-09-30 title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"post P-000005 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000002 family_name=Vale; given_names=Eve; born=1985-02-01\n"
	"registration RG-000001 2018-01-01 open person=N-000002; number=SW22\n"
	"spell S-000002 2018-01-01 2020-12-31 person=N-000002; post=P-000005; basis=permanent; fte=1; reason=1; destination=9\n"
	"person N-000003 family_name=Moss; given_names=Ida; born=1990-02-01\n"
	"spell S-000003 2023-01-01 open person=N-000003; post=P-000005; basis=permanent; fte=1\n"
	"induction_step IS-000001 2015-01-01 open name=Meet the team; due_days=10; owner=Line manager\n"
	"learner LN-000003 cohort=CO-000001; known_on=2025-06-01; family_name=Vale; given_names=Eve\n"
	"learner LN-000004 cohort=CO-000001; known_on=2025-06-01; family_name=Moss; given_names=Ida; colleague=N-000003\n"
	"learner LN-000005 cohort=CO-000001; known_on=2025-06-01; family_name=Nash; given_names=Jo\n";

struct office { struct place_of it; struct visitor learning, manager, worker, analyst, hr, lead; };

static struct office
office_of(const char *records, struct arena *perm)
{
	struct office o = { .it = place_with(records, perm) };
	o.learning = comes_in(&o.it, DUTY_LEARNING, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	o.hr = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	struct grant own = grant_of((int)DUTY_WORKER, S("walsall"), S(""));
	o.worker = signed_in_of(o.it.path, (struct whom){ S("walsall"), S("N-000001") }, &own, 1, perm);
	place_open(&o.it);
	return o;
}

static struct office
office_open(struct arena *perm)
{
	return office_of(council, perm);
}

/* With the posts, Bo, Eve, Ida and Jo all qualified on 20 October. */
static struct office
office_of_qualified(struct arena *perm)
{
	static const char *const way[] = { "select; held_on=2025-06-02", "begin; held_on=2025-09-01", "qualify; held_on=2025-10-20" };
	static const char *const who[] = { "1", "3", "4", "5" };
	struct text lines = text_new(perm);
	text_format(&lines, "%s%s", council, posts);
	for (int l = 0; l < countof(who); l++)
		for (int m = 0; m < countof(way); m++)
			text_format(&lines, "learner_step LS-0000%s%d learner=LN-00000%s; move=%s; turn=%d\n", who[l], m, who[l], way[m], m + 1);
	return office_of(str_c(text_str(&lines), perm), perm);
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

#define JOIN "move=join&held_on=3+Nov+2025"

static Str
reads(struct office *o, const char *path, struct arena *perm)
{
	return get_as(o->it.site, &o->lead, str_format(perm, "/authorities/walsall/%s", path), perm).body;
}

/* Whoever joins needs no more said than the post: 0.8 FTE, because that is what it has; the person has the learner's names, and
 * their induction is due on 13 November. */
static void
joining_makes_the_person_and_the_time_in_post_in_one_deed(struct arena *perm)
{
	struct office o = office_of_qualified(perm);
	Str page = reads(&o, "supply/LN-000001", perm);
	check(shows(page, "makes their record as a person") && shows(page, "P-000002") && !shows(page, "The post they are in already"));
	check_int(moves(&o, &o.lead, "LN-000001", "move=offer&held_on=21+Oct+2025&post_offered=P-000002", perm), 303);
	check_int(moves(&o, &o.lead, "LN-000001", JOIN "&number=SW77", perm), 303);
	page = reads(&o, "supply/LN-000001", perm);
	check(shows(page, "Joined since 3 November 2025") && shows(page, "Known here as") && shows(page, "Reed, Bo"));
	Str spells = reads(&o, "times-in-post.csv", perm), people = reads(&o, "people.csv", perm);
	check(shows(spells, "S-000004,2025-11-03,") && shows(spells, "N-000004") && shows(spells, "P-000002") && shows(spells, "0.8"));
	check(shows(people, "N-000004") && shows(people, "Reed"));
	check(shows(reads(&o, "registrations.csv", perm), "SW77"));
	check(shows(reads(&o, "recruitment/inductions", perm), "Reed, Bo"));
	check(shows(reads(&o, "recruitment/inductions/S-000004", perm), "13 November 2025"));
	check_int(moves(&o, &o.lead, "LN-000001", JOIN, perm), 400);                          /* nobody joins twice */
	place_end(&o.it, perm);
}

static void
a_post_that_cannot_be_joined_is_refused_with_words_and_nothing_is_made(struct arena *perm)
{
	static const struct { const char *form, *says; } tries[] = {
		{ JOIN, "Say which post they join" }, { JOIN "&post_offered=P-000009", "There is no post P-000009" },
		{ JOIN "&post_offered=P-000001", "is filled: 1 FTE of its 1 is held on 3 November 2025" },
		{ JOIN "&post_offered=P-000003", "is frozen on 3 November 2025" }, { JOIN "&post_offered=P-000004", "is closed on 3 November 2025" },
		{ JOIN "&post_offered=P-000002&fte=0.9", "is filled: 0 FTE of its 0.8 is held" }, { JOIN "&post_offered=P-000002&fte=2", "fte" },
		{ JOIN "&post_offered=P-000002&number=12", "number" },
		{ JOIN "&post_offered=P-000002&number=SW22", "It is the registration number of Vale, Eve" },     /* of another name */
		{ "move=join&held_on=19+Oct+2025&post_offered=P-000002", "Enter a day from 20 October 2025 on" },
	};
	struct office o = office_of_qualified(perm);
	for (int i = 0; i < countof(tries); i++) {
		struct reply reply = post_as(o.it.site, &o.lead, S(PATH "/LN-000001/move"), str_of(tries[i].form), perm);
		check_int(reply.status, 400);
		check(shows(reply.body, tries[i].says));
	}
	struct reply reply = post_as(o.it.site, &o.lead, S(PATH "/LN-000001/move"), S(JOIN "&post_offered=P-000003&number=SW22"), perm);
	check(shows(reply.body, "is frozen") && shows(reply.body, "of Vale, Eve"));              /* both at once */
	check(!shows(reads(&o, "people.csv", perm), "N-000004") && !shows(reads(&o, "times-in-post.csv", perm), "S-000004"));
	check_int(moves(&o, &o.learning, "LN-000001", JOIN "&post_offered=P-000002", perm), 400);        /* makes no people */
	check(shows(asks(&o, &o.learning, "/LN-000001", perm).body, "HR lead records that they join"));
	check_int(moves(&o, &o.lead, "LN-000005", "move=offer&held_on=21+Oct+2025&post_offered=P-000002", perm), 303);
	reply = post_as(o.it.site, &o.lead, S(PATH "/LN-000001/move"), S(JOIN "&post_offered=P-000002"), perm);
	check(reply.status == 400 && shows(reply.body, "is promised to somebody else (LN-000005)"));
	check_int(moves(&o, &o.lead, "LN-000005", JOIN, perm), 303);                             /* to whom it was */
	place_end(&o.it, perm);
}

/* Eve comes back: her number says who she is, and no second record is made. Ida is in P-5, and leaves it for P-2. */
static void
whoever_is_known_here_goes_on_with_their_record(struct arena *perm)
{
	struct office o = office_of_qualified(perm);
	check(shows(reads(&o, "supply/LN-000004", perm), "The post they are in already"));
	struct reply reply = post_as(o.it.site, &o.lead, S(PATH "/LN-000004/move"), S(JOIN "&post_offered=P-000002"), perm);
	check(reply.status == 400 && shows(reply.body, "say whether that ends"));
	check_int(moves(&o, &o.lead, "LN-000004", JOIN "&post_offered=P-000002&before=ends", perm), 303);
	Str spells = reads(&o, "times-in-post.csv", perm);
	check(!shows(spells, "S-000003") && shows(spells, "S-000004,2025-11-03,"));
	check(shows(reads(&o, "times-in-post/S-000003", perm), "2 November 2025"));
	check_int(moves(&o, &o.lead, "LN-000003", JOIN "&post_offered=P-000005&number=sw22", perm), 303);
	spells = reads(&o, "times-in-post.csv", perm);
	check(shows(spells, "S-000005,2025-11-03,"));
	check(!shows(reads(&o, "people.csv", perm), "N-000004") && !shows(reads(&o, "registrations.csv", perm), "RG-000002"));
	check(shows(reads(&o, "supply/LN-000003", perm), "Known here as"));
	place_end(&o.it, perm);
}

/* Of three, one is not known to have begun: nobody is moved, and both things that keep people are told. */
static void
several_learners_take_one_step_or_none_does(struct arena *perm)
{
	static const char at[] = PATH "/cohorts/CO-000001/move";
	struct office o = office_of_qualified(perm);
	check_int(moves(&o, &o.learning, "LN-000001", "move=offer&held_on=21+Oct+2025&post_offered=P-000002", perm), 303);
	check(shows(asks(&o, &o.learning, "/cohorts/CO-000001", perm).body, "One step for several"));
	struct reply reply = post_as(o.it.site, &o.learning, str_of(at), S("move=offer&held_on=20+Oct+2025&who.LN-000001=yes&who.LN-000003=yes&"
		"who.LN-000005=yes"), perm);
	check(reply.status == 400 && shows(reply.body, "1 of 3 learners cannot take the step") && shows(reply.body, "cannot follow"));
	check(shows(asks(&o, &o.learning, "/LN-000003", perm).body, "Qualified for"));
	reply = post_as(o.it.site, &o.learning, str_of(at), S("move=go_elsewhere&held_on=1+Oct+2025&who.LN-000003=yes&who.LN-000005=yes"), perm);
	check(reply.status == 400 && shows(reply.body, "2 of 2 learners") && shows(reply.body, "Say why it ends") && shows(reply.body, "Enter a day from"));
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("move=offer&held_on=21+Oct+2025"), perm).status, 400);       /* nobody */
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("move=offer&held_on=21+Oct+2025&who.LN-000003=no"), perm).status, 400);
	reply = post_as(o.it.site, &o.learning, str_of(at), S("move=offer&held_on=21+Oct+2025&who.LN-000003=yes&who.LN-000002=yes"), perm);
	check(reply.status == 400 && shows(reply.body, "is not in this cohort any more"));       /* of another cohort */
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("move=fly&held_on=21+Oct+2025&who.LN-000003=yes"), perm).status, 400);
	check_int(post_as(o.it.site, &o.manager, str_of(at), S("move=offer&held_on=21+Oct+2025&who.LN-000003=yes"), perm).status, 403);
	check_int(post_as(o.it.site, &o.learning, str_of(at), S("move=offer&held_on=21+Oct+2025&who.LN-000003=yes&who.LN-000005=yes"), perm).status, 303);
	check(shows(asks(&o, &o.learning, "/LN-000003", perm).body, "Post offered for") && shows(asks(&o, &o.learning, "/LN-000005", perm).body,
		"Post offered for"));
	check_int(post_as(o.it.site, &o.learning, S(PATH "/cohorts/CO-000009/move"), S("move=offer"), perm).status, 404);
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
	check_int(moves(&o, &o.learning, "LN-000001", "move=select&held_on=1+May+2025", perm), 400);         /* before they were known */
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
	check(shows(page, "50 (40 to 60); ") && shows(page, "not said; not said") && !shows(page, "As the route"));
	check(shows(page, "0 learners within 91 days, 1 within a year"));        /* who is late was expected before */
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

/* Ann holds stage 1 since 3 November 2025 and has Bo with her until 19 December: current for 24 months after that day. */
static void
a_practice_educator_sees_their_own_whatever_their_duty(struct arena *perm)
{
	static const char more[] = "educator PE-000001 person=N-000001; agreed_by=Ivy; agreed_on=2025-05-01; enrolled_1=2025-09-08; awarded_1=2025-11-03\n"
		"placement PL-000001 learner=LN-000001; unit=U-000001; educator=PE-000001; kind=first; starts_on=2025-11-10; ends_on=2025-12-19\n"
		"placement PL-000002 learner=LN-000002; unit=U-000002; kind=first; starts_on=2025-11-10; ends_on=2025-12-19\n";
	struct office o = office_of(str_c(str_format(perm, "%s%s", council, more), perm), perm);
	Str page = get_as(o.it.site, &o.worker, S("/authorities/walsall/people/N-000001"), perm).body;
	check(shows(page, "Practice education") && shows(page, "any placement but the final one") && shows(page, "Current until"));
	check(shows(page, "Your placements") && shows(page, "Bo Reed") && shows(page, "10 November 2025") && !shows(page, "Cy"));
	check(!shows(get_as(o.it.site, &o.manager, S("/authorities/walsall/people/N-000001"), perm).body, "Practice education"));
	place_end(&o.it, perm);
	o = office_open(perm);                       /* of whom nothing is recorded, and who could not begin */
	check(!shows(get_as(o.it.site, &o.worker, S("/authorities/walsall/people/N-000001"), perm).body, "Practice education"));
	place_end(&o.it, perm);
}

int
main(void)
{
	run(a_practice_educator_is_enrolled_awarded_and_counted);
	run(a_practice_educator_sees_their_own_whatever_their_duty);
	run(a_learning_manager_takes_a_student_from_known_to_joined);
	run(joining_makes_the_person_and_the_time_in_post_in_one_deed);
	run(a_post_that_cannot_be_joined_is_refused_with_words_and_nothing_is_made);
	run(whoever_is_known_here_goes_on_with_their_record);
	run(several_learners_take_one_step_or_none_does);
	run(what_the_table_does_not_allow_is_neither_offered_nor_done);
	run(the_page_says_what_runs_out_and_what_each_quarter_brings);
	run(a_manager_sees_the_learners_of_their_team_and_no_range_of_the_council);
	return tests_end();
}
