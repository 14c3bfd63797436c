/* own_views_test.c: what a head of service, a manager and an analyst see of a small council written by
 * hand, where every number can be counted on the lines. */
#include "check.h"
#include "councils.h"
#include "stores.h"

#include "app/admit.h"
#include "app/deeds.h"
#include "store/records.h"

/* Safeguarding has Duty and, until the end of 2023, Court; since then Court is under Permanence. */
#define UNITS "unit U-1 2015-01-01 open name=Children's services; kind=directorate\n" \
	"unit U-2 2015-01-01 open name=Safeguarding; kind=service; parent=U-1\n" \
	"unit U-3 2015-01-01 open name=Duty; kind=team; parent=U-2\n" \
	"unit U-4 2015-01-01 2023-12-31 name=Court; kind=team; parent=U-2\n" \
	"unit U-4 2024-01-01 open name=Court; kind=team; parent=U-5\n" \
	"unit U-5 2015-01-01 open name=Permanence; kind=service; parent=U-1\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n" \
	"role R-3 2015-01-01 open title=Family support worker; family=family_help; census_role=0; registered=no\n"
#define POST(ref, title, unit, role, fte, status) "post " ref " 2018-01-01 open title=" title "; unit=" unit \
	"; role=" role "; fte=" fte "; status=" status "\n"
/* Duty: P-1 a job share; P-2 vacant since 1 April 2025 with agency since May; P-3 held; P-4 frozen.
 * Court: P-5 held by somebody on leave whom nobody covers, who was in P-6 before; that is vacant in part. */
#define COUNCIL UNITS \
	POST("P-1", "Social worker", "U-3", "R-1", "1", "funded") \
	POST("P-2", "Senior social worker", "U-3", "R-1", "1", "funded") \
	POST("P-3", "Team manager", "U-3", "R-2", "1", "funded") \
	POST("P-4", "Family support worker", "U-3", "R-3", "0.5", "frozen") \
	POST("P-5", "Court worker", "U-4", "R-1", "1", "funded") \
	POST("P-6", "Court support", "U-4", "R-3", "1", "funded") \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-01-01\n" \
	"person N-2 family_name=Khan; given_names=Bo; born=1981-01-01\n" \
	"person N-3 family_name=Leering; given_names=Cy; born=1982-01-01\n" \
	"person N-4 family_name=Mistry; given_names=Di; born=1983-01-01\n" \
	"person N-5 family_name=Novak; given_names=Ed; born=1984-01-01\n" \
	"person N-6 family_name=Palmer; given_names=Flo; born=1985-01-01\n" \
	"person N-7 family_name=Quigley; given_names=Gil; born=1986-01-01\n" \
	"registration G-1 2019-12-01 open person=N-1; number=SW1234\n" \
	"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.5\n" \
	"spell S-2 2019-01-01 open person=N-2; post=P-1; basis=permanent; fte=0.5\n" \
	"spell S-3 2018-01-01 2025-03-31 person=N-3; post=P-2; basis=permanent; fte=1; reason=1; destination=5\n" \
	"spell S-4 2025-05-01 2025-12-31 person=N-4; post=P-2; basis=agency; fte=0.8; agency=Any\n" \
	"spell S-5 2018-01-01 open person=N-5; post=P-3; basis=permanent; fte=1\n" \
	"spell S-6 2020-01-01 open person=N-6; post=P-5; basis=permanent; fte=1\n" \
	"spell S-7 2021-01-01 open person=N-7; post=P-6; basis=permanent; fte=0.6\n" \
	"spell S-8 2018-01-01 2023-09-29 person=N-6; post=P-6; basis=permanent; fte=0.4\n" \
	"absence B-1 2025-06-01 2026-03-01 person=N-6; kind=maternity\n" \
	"absence B-2 2025-02-03 2025-02-07 person=N-1; kind=sickness; days_lost=5\n"

static struct world world;
static struct held held;
static struct viewer viewer;

/* What somebody with a duty in a unit, or in the whole council, asks as at 30 September 2025. */
static struct ask
asks(enum duty duty, Str unit, struct arena *perm)
{
	Date day = date_of(2025, 9, 30);
	held.council = *council_of(COUNCIL, perm);
	roster_build(&held.roster, &held.council, perm);
	viewer = (struct viewer){ .account = S("A-000001"), .name = S("Sam"), .grant_count = 1,
		.grants = { { duty, unit.len ? SCOPE_UNIT : SCOPE_AUTHORITY, S("walsall"), unit, { { 0 }, DATE_OPEN } } } };
	return (struct ask){ .area = S("walsall"), .today = day, .day = day, .now = 1759200000, .viewer = &viewer,
	                     .held = &held };
}

static Str
text_of(view *of, const struct ask *ask, struct arena *perm)
{
	struct answer answer = of(&world, ask, perm);
	check_int(answer.outcome, DONE);
	return document_text(&answer.document, false, 200, perm);
}

static bool
says(Str text, const char *words)
{
	bool found = str_find(text, str_of(words)) >= 0;
	if (!found)
		printf("not said: %s\n", words);
	return found;
}

static bool
silent_on(Str text, const char *words)
{
	return str_find(text, str_of(words)) < 0;
}

/* The text of a cell of the document's data, by the first cell of its row (blanks before it aside). */
static Str
cell_of(const struct table *table, const char *row, const char *column, struct arena *perm)
{
	for (int r = 0; r < table->row_count; r++) {
		Str first = table->rows[r].cells[0].text;
		while (str_begins(first, S("\u2003")))
			first = str_from(first, S("\u2003").len);
		for (int c = 0; str_equal(first, str_of(row)) && c < table->column_count; c++)
			if (str_equal(table->columns[c].name, str_of(column))) {
				const struct cell *cell = &table->rows[r].cells[c];
				return cell->kind == CELL_FIGURE ? figure_text(cell->figure, cell->places, perm)
				       : cell->tag.len ? cell->tag : cell->text;
			}
	}
	return S("(no such cell)");
}

/* ---- the establishment ----------------------------------------------------------------------- */

static void
the_first_glance_says_where_the_gaps_are(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	struct answer answer = show_establishment(&world, &ask, perm);
	check_str(answer.document.title, S("1.4 of 5.0 FTE is vacant, 0.8 of it covered for now"));
	const struct table *table = answer.document.data;
	check_str(cell_of(table, "Duty", "funded", perm), S("3.0"));
	check_str(cell_of(table, "Duty", "held", perm), S("2.0"));
	check_str(cell_of(table, "Duty", "vacant", perm), S("1.0"));
	check_str(cell_of(table, "Duty", "covered", perm), S("0.8"));
	check_str(cell_of(table, "Duty", "people", perm), S("4"));
	check_str(cell_of(table, "Court", "vacant", perm), S("0.4"));
	check_str(cell_of(table, "Safeguarding", "posts", perm), S("4"));
	check_str(cell_of(table, "Permanence", "posts", perm), S("2"));
	Str text = text_of(show_establishment, &ask, perm);
	check(says(text, "0 of 2 teams are fully staffed"));
	check(says(text, "1 frozen (0.5 FTE)"));
	check(says(text, "small numbers"));
}

static void
a_team_page_says_who_holds_each_post_and_since_when(struct arena *perm)
{
	struct ask ask = asks(DUTY_TEAM_MANAGER, S("U-3"), perm);
	Str text = text_of(show_establishment, &ask, perm);
	check(says(text, "Duty: 1.0 of 3.0 FTE is vacant, 0.8 of it covered for now"));
	check(says(text, "Of 3.0 FTE funded, 2.0 is held."));
	check(says(text, "Senior social worker (P-2): 1 FTE vacant since 1 April 2025, 0.8 of it covered for now"));
	check(says(text, "Oddie, Ann"));
	check(says(text, "Khan, Bo"));
	check(says(text, "Agency ends"));
	check(says(text, "31 December 2025"));
	check(silent_on(text, "(P-1): "));           /* two halves fill it */
}

static void
a_team_manager_sees_their_team_and_nothing_of_another(struct arena *perm)
{
	struct ask ask = asks(DUTY_TEAM_MANAGER, S("U-3"), perm);
	Str text = text_of(show_establishment, &ask, perm);
	check(silent_on(text, "Court"));
	check(silent_on(text, "Palmer"));
	check(silent_on(text_of(show_vacancies, &ask, perm), "Court"));
	check(silent_on(text_of(show_movements, &ask, perm), "Court"));
	check(silent_on(text_of(show_own_measures, &ask, perm), "Court"));
	ask.unit = S("U-4");
	check_int(show_establishment(&world, &ask, perm).outcome, UNKNOWN);
	check_int(show_own_measures(&world, &ask, perm).outcome, UNKNOWN);
	ask.unit = S("");
	static const Str posts[] = { STR("P-5"), STR("P-99") }, people[] = { STR("N-6"), STR("N-99") };
	for (int i = 0; i < 2; i++) {                /* one of another team is as one that is not there */
		ask.ref = posts[i];
		struct answer post = show_post(&world, &ask, perm);
		check_int(post.outcome, UNKNOWN);
		check_str(post.document.title, S("There is no such post here for you"));
		ask.ref = people[i];
		struct answer person = show_person(&world, &ask, perm);
		check_int(person.outcome, UNKNOWN);
		check_str(person.document.title, S("There is no such person here for you"));
	}
}

static void
an_old_day_has_the_tree_of_that_day(struct arena *perm)
{
	struct ask ask = asks(DUTY_SERVICE_HEAD, S("U-2"), perm);
	check(silent_on(text_of(show_establishment, &ask, perm), "Court"));
	ask.on = S("2023-09-30");
	ask.day = date_of(2023, 9, 30);
	Str text = text_of(show_establishment, &ask, perm);
	check(says(text, "Court"));
	check(says(text, "Safeguarding: 0.4 of 5.0 FTE is vacant"));     /* P-2 was held then */
	check(says(text, "As at 30 September 2023"));
	ask.ref = S("N-6");
	check(says(text_of(show_person, &ask, perm), "Palmer"));
}

/* Who is on leave is known to a team manager row by row, and to a head of service in totals alone. */
static void
who_is_on_leave_shows_to_those_who_may_know(struct arena *perm)
{
	struct ask ask = asks(DUTY_TEAM_MANAGER, S("U-4"), perm);
	Str text = text_of(show_establishment, &ask, perm);
	check(says(text, "Court worker (P-5): a holder is on leave and nobody covers"));
	check(says(text, "on leave until 1 March 2026"));
	check(says(text, "Back from leave"));
	ask.day = date_of(2025, 6, 15);
	struct answer drawn = show_establishment(&world, &ask, perm);    /* also of the post they were in before */
	check(says(document_html_file(&drawn.document, perm), "Palmer, Flo"));
	ask = asks(DUTY_SERVICE_HEAD, S("U-4"), perm);
	text = text_of(show_establishment, &ask, perm);
	check(silent_on(text, "leave until"));
	check(silent_on(text, "holder is on leave"));
	check(silent_on(text, "Back from leave"));
	ask.ref = S("N-6");
	check(silent_on(text_of(show_person, &ask, perm), "Maternity"));
	ask = asks(DUTY_TEAM_MANAGER, S("U-4"), perm);
	ask.ref = S("N-6");
	check(says(text_of(show_person, &ask, perm), "Maternity"));
}

static void
whoever_knows_posts_only_sees_posts_only(struct arena *perm)
{
	struct ask ask = asks(DUTY_SURVEY_ADMIN, S(""), perm);
	Str text = text_of(show_establishment, &ask, perm);
	check(says(text, "6 posts, 5.0 FTE funded"));
	check(silent_on(text, "acant"));
	ask.unit = S("U-3");
	text = text_of(show_establishment, &ask, perm);
	check(says(text, "Team manager"));
	check(silent_on(text, "Oddie"));
	check(silent_on(text, "Somebody"));
	ask.ref = S("P-2");
	text = text_of(show_post, &ask, perm);
	check(silent_on(text, "vacant"));
	check(silent_on(text, "Leering"));
}

/* ---- the analyst ----------------------------------------------------------------------------- */

static void
an_analyst_has_rows_without_names(struct arena *perm)
{
	static const char *const names[] = { "Oddie", "Khan", "Leering", "Mistry", "Novak", "Palmer", "Quigley", "SW1234" };
	static view *const views[] = { show_establishment, show_vacancies, show_own_measures, show_movements, show_post,
	                               show_person, show_people_behind };
	struct ask ask = asks(DUTY_ANALYST, S(""), perm);
	ask.measure = S("inpost_headcount");
	for (int v = 0; v < countof(views); v++)
		for (int u = 0; u < 2; u++) {
			ask.unit = u ? S("U-3") : S("");
			ask.ref = views[v] == show_post ? S("P-2") : S("N-1");
			struct answer answer = views[v](&world, &ask, perm);
			check_int(answer.outcome, DONE);
			Str faces[] = { document_text(&answer.document, false, 200, perm),
				document_csv(&answer.document, false, perm), document_json(&answer.document, perm) };
			for (int f = 0; f < countof(faces); f++)
				for (int n = 0; n < countof(names); n++)
					check(silent_on(faces[f], names[n]));
		}
	ask.unit = S("U-3");
	check(says(text_of(show_establishment, &ask, perm), "Person N-1"));
}

/* One person was ill for five days: whoever has totals of absence only must not learn it of a team of
 * four, nor by taking one unit from another; whoever manages the team may. */
static void
small_totals_are_withheld_from_whoever_has_totals_only(struct arena *perm)
{
	struct ask ask = asks(DUTY_ANALYST, S(""), perm);
	struct answer answer = show_own_measures(&world, &ask, perm);
	check_str(cell_of(answer.document.data, "Working days lost to sickness", "own", perm), S("c"));
	check_str(cell_of(answer.document.data, "Social workers in post (FTE)", "own", perm), S("3.0"));
	Str csv = document_csv(&answer.document, false, perm), json = document_json(&answer.document, perm);
	check(silent_on(csv, ",5.0,"));
	check(silent_on(json, "\"working_days_lost_fte\": 5"));
	check(says(document_text(&answer.document, false, 200, perm), "withheld"));
	ask.measure = S("working_days_lost_fte");
	check_int(show_people_behind(&world, &ask, perm).outcome, FORBIDDEN);
	ask = asks(DUTY_TEAM_MANAGER, S("U-3"), perm);
	answer = show_own_measures(&world, &ask, perm);
	check_str(cell_of(answer.document.data, "Working days lost to sickness", "own", perm), S("5.0"));
}

/* ---- vacancies, posts and people ----------------------------------------------------------------- */

static void
a_post_that_agency_covers_stands_among_the_vacancies(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	struct answer answer = show_vacancies(&world, &ask, perm);
	const struct table *table = answer.document.data;
	check_str(answer.document.title, S("2 posts are vacant, 1.4 FTE in all; 0.8 of it is covered for now"));
	check_int(table->row_count, 2);
	check_str(cell_of(table, "Senior social worker", "since_day", perm), S("2025-04-01"));
	check_str(cell_of(table, "Senior social worker", "days", perm), S("183"));   /* April to September */
	check_str(cell_of(table, "Senior social worker", "cover", perm), S("Partly covered"));
	check_str(cell_of(table, "Court support", "since_day", perm), S("2023-09-30"));     /* N-6 went; N-7 has 0.6 */
	check_str(table->rows[0].cells[1].text, S("P-6"));   /* the longest first */
	ask.sort = S("-since");
	check_str(show_vacancies(&world, &ask, perm).document.data->rows[0].cells[1].text, S("P-2"));
	ask.show = S("covered");
	check_int(show_vacancies(&world, &ask, perm).document.data->row_count, 0);
	ask.day = date_of(2025, 3, 31);
	ask.show = S("");
	check_int(show_vacancies(&world, &ask, perm).document.data->row_count, 1);
}

static void
a_post_and_a_person_have_their_lives_told(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	ask.ref = S("P-2");
	Str text = text_of(show_post, &ask, perm);
	check(says(text, "Senior social worker: vacant since 1 April 2025, covered for now"));
	check(says(text, "Leering, Cy\u2019s last day in this post"));
	check(says(text, "The post began: 1 FTE, funded"));
	ask.ref = S("N-1");
	text = text_of(show_person, &ask, perm);
	check(says(text, "Oddie, Ann: Social worker"));
	check(says(text, "SW1234; renewal is due by 30 November 2025: 61 days left"));   /* October 31, November 30 */
	check(silent_on(text, "1 January 1980"));
	ask.how = S("contact");
	check(says(text_of(show_person, &ask, perm), "1 January 1980"));
	ask.how = S("");
	ask.ref = S("N-6");
	check(says(text_of(show_person, &ask, perm), "None on record, and the post needs one"));
	ask.ref = S("N-3");
	text = text_of(show_person, &ask, perm);
	check(says(text, "Leering, Cy: in no post since 31 March 2025"));
	check(says(text, "Last day as Senior social worker; left the council"));
}

static void
renewal_opens_on_the_first_of_september(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	ask.ref = S("N-1");
	ask.day = date_of(2025, 8, 31);
	check(says(text_of(show_person, &ask, perm), "renewal opens on 1 September 2025"));
	ask.day = date_of(2025, 11, 30);
	check(says(text_of(show_person, &ask, perm), "due today, the last day"));
	ask.day = date_of(2025, 12, 1);
	check(says(text_of(show_person, &ask, perm), "renewal opens on 1 September 2026"));
}

/* ---- measures and movements ---------------------------------------------------------------------- */

/* In post: N-1, N-2, N-5 and N-6; who was there a year before and left: N-3. 1 of 3 FTE. */
static void
own_measures_stand_beside_the_published_ones(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	struct answer answer = show_own_measures(&world, &ask, perm);
	const struct table *table = answer.document.data;
	check_str(cell_of(table, "Turnover rate (FTE)", "own", perm), S("33.3"));
	check_str(cell_of(table, "Vacancy rate (FTE)", "own", perm), S("25.0"));         /* 1 of 3 held and 1 vacant */
	check_str(cell_of(table, "Agency rate (FTE)", "own", perm), S("21.1"));          /* 0.8 of 3.8 */
	check(figure_present(published_value(&world.published, area_exact(&world.published.areas, S("walsall")),
	                                     TURNOVER_RATE_FTE, 2025)));
	check_str(cell_of(table, "Turnover rate (FTE)", "published", perm), figure_text(published_value(&world.published,
		area_exact(&world.published.areas, S("walsall")), TURNOVER_RATE_FTE, 2025), 1, perm));
	check(str_begins(cell_of(table, "Turnover rate (FTE)", "why", perm), S("The same day")));
	ask.day = date_of(2025, 12, 1);
	table = show_own_measures(&world, &ask, perm).document.data;
	check_str(cell_of(table, "Vacancy rate (FTE)", "why", perm), S("Another day: 2 months after the census"));
	ask.day = date_of(2025, 9, 30);
	ask.measure = S("turnover_rate_fte");
	answer = show_people_behind(&world, &ask, perm);
	check_int(answer.document.data->row_count, 1);
	check_str(answer.document.data->rows[0].cells[0].text, S("Leering, Cy"));
}

static void
a_scorecard_has_own_records_beside_it_for_whoever_may_see_them(struct arena *perm)
{
	struct ask ask = asks(DUTY_ANALYST, S(""), perm);
	ask.page_only = true;
	struct answer answer = show_scorecard(&world, &ask, perm);
	const struct table *table = NULL;
	for (int i = 0; i < answer.document.block_count && !table; i++)
		table = answer.document.blocks[i].table;
	check_str(cell_of(table, "Turnover rate (FTE)", "own", perm), S("33.3"));
	check_str(cell_of(table, "Sickness absence rate (FTE)", "own", perm), S(""));     /* an analyst has totals of absence */
	check_str(table->columns[2].title, S("Own records, 30 September 2025"));
	ask.page_only = false;                       /* files of a scorecard are published figures */
	check(silent_on(text_of(show_scorecard, &ask, perm), "Own records"));
	ask = asks(DUTY_TEAM_MANAGER, S("U-3"), perm);
	ask.page_only = true;
	check(silent_on(text_of(show_scorecard, &ask, perm), "Own records"));
}

#define STANDS(ref, unit, role) "post " ref " 2010-01-01 open title=Post; unit=" unit "; role=" role \
	"; fte=50; status=funded\n"

/* Walsall, 2020: 19 social workers advanced and 6 moved to another service: 25 on the page too. */
static void
walsalls_25_stand_on_the_page_of_movements(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	struct text lines = text_new(perm);
	text_add(&lines, S(UNITS STANDS("P-1", "U-3", "R-1") STANDS("P-2", "U-3", "R-2") STANDS("P-3", "U-4", "R-1")));
	for (int i = 0; i < 25; i++)
		text_format(&lines, "person N-%02d family_name=Oddie; given_names=Ann\n"
			"spell S-%02d 2018-01-01 2025-03-31 person=N-%02d; post=P-1; basis=permanent; fte=1\n"
			"spell T-%02d 2025-04-01 open person=N-%02d; post=%s; basis=permanent; fte=1\n", i, i, i, i, i,
			i < 19 ? "P-2" : "P-3");
	held.council = *council_of(str_c(text_str(&lines), perm), perm);
	roster_build(&held.roster, &held.council, perm);
	const struct table *table = show_movements(&world, &ask, perm).document.data;
	check_str(cell_of(table, "The whole council", "advanced", perm), S("19"));
	check_str(cell_of(table, "The whole council", "moved", perm), S("6"));
	check_str(cell_of(table, "The whole council", "moved_service", perm), S("6"));
	check_str(cell_of(table, "The whole council", "left", perm), S("0"));
	check_str(cell_of(table, "Court", "from_council", perm), S("6"));
	check_str(cell_of(table, "Duty", "to_council", perm), S("6"));
}

/* ---- posts asked for --------------------------------------------------------------------------- */

static void
put(struct sents *sents, Str name, Str value)
{
	sents->at[sents->count++] = (struct sent){ name, value };
}

static const struct sents *
asked_for(struct arena *perm)
{
	struct sents *sent = new(perm, 1, struct sents);
	put(sent, S("wish"), S("new"));
	put(sent, S("title"), S("Team manager"));
	put(sent, S("unit"), S("U-3"));
	put(sent, S("role"), S("R-2"));
	put(sent, S("fte"), S("1"));
	put(sent, S("starts_on"), S("1 Nov 2025"));
	put(sent, S("reason"), S("Improvement plan"));
	return sent;
}

static const struct sents *
decided(Str decision, Str reason, struct arena *perm)
{
	struct sents *sent = new(perm, 1, struct sents);
	put(sent, S("decision"), decision);
	put(sent, S("reason"), reason);
	return sent;
}

/* A store with the council in it, and the records read back into `held` after each deed. */
static void
store_council(struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	struct council *council = council_of(COUNCIL, perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record after = council->of[t].at[i];
			after.id = 0;
			changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[t], .after = after });
		}
	struct store *store = store_open(world.store_path, &err);
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("demonstration"),
	                     .object = S("council"), .at = 1 };
	int64_t seq;
	check(store && store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err) == STORED);
	if (err.text[0])
		printf("%s\n", err.text);
	store_close(store);
}

static void
read_back(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(world.store_path, &err);
	check(store && store_council_read(store, S("walsall"), &held.council, perm, &err));
	roster_build(&held.roster, &held.council, perm);
	store_close(store);
}

/* Somebody asks with their duty, account and scope. */
static struct ask
somebody(Str account, enum duty duty, Str unit, const struct sents *sent, struct arena *perm)
{
	struct ask ask = asks(duty, unit, perm);
	viewer.account = account;
	ask.sent = sent;
	read_back(perm);
	return ask;
}

static Str
ref_of_request(int i)
{
	return held.council.of[TYPE_ESTABLISHMENT_CHANGE].at[i].ref;
}

static void
a_post_is_asked_for_by_one_and_approved_by_another(struct arena *perm)
{
	world.store_path = fresh_path("asked.db", perm);
	store_council(perm);
	struct ask ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), asked_for(perm), perm);
	struct answer answer = request_ask(&world, &ask, perm);
	check_int(answer.outcome, DONE);
	check(answer.to.len > 0);
	ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), NULL, perm);
	check_int(held.council.of[TYPE_ESTABLISHMENT_CHANGE].count, 1);
	check(says(text_of(show_establishment, &ask, perm), "1 post asked for waits for a decision"));
	check(says(text_of(show_requests, &ask, perm), "A new post: Team manager, 1 FTE"));

	ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), decided(S("approved"), S(""), perm), perm);
	ask.ref = ref_of_request(0);
	answer = request_decide(&world, &ask, perm);
	check_int(answer.outcome, FORBIDDEN);        /* nobody approves their own */
	check_str(answer.document.title, S("Nobody decides what they asked for"));
	ask = somebody(S("A-1"), DUTY_HR_LEAD, S(""), decided(S("approved"), S(""), perm), perm);
	ask.ref = ref_of_request(0);
	check_int(request_decide(&world, &ask, perm).outcome, FORBIDDEN);        /* whatever duty they have besides */
	ask = somebody(S("A-2"), DUTY_SERVICE_HEAD, S("U-2"), decided(S("approved"), S(""), perm), perm);
	ask.ref = ref_of_request(0);
	check_int(request_decide(&world, &ask, perm).outcome, FORBIDDEN);        /* who may not write posts */

	ask = somebody(S("A-3"), DUTY_HR_OFFICER, S(""), decided(S("approved"), S("Agreed"), perm), perm);
	ask.ref = ref_of_request(0);
	answer = request_decide(&world, &ask, perm);
	check_int(answer.outcome, DONE);
	ask = somebody(S("A-3"), DUTY_HR_OFFICER, S(""), NULL, perm);
	int at = roster_post(&held.roster, record_value(&record_types[TYPE_ESTABLISHMENT_CHANGE],
		&held.council.of[TYPE_ESTABLISHMENT_CHANGE].at[0], S("post")));
	check(at != NOT_THERE);
	const struct post_row *row = post_on(&held.roster, at, date_of(2025, 11, 1));
	check(row && row->status == FUNDED && row->fte == FTE_ONE && row->unit == roster_unit(&held.roster, S("U-3")));
	check(!post_on(&held.roster, at, date_of(2025, 10, 31)));
	ask.sent = decided(S("refused"), S("Too late"), perm);
	ask.ref = ref_of_request(0);
	check_int(request_decide(&world, &ask, perm).outcome, CHANGED);
}

static void
a_post_given_up_ends_and_a_refusal_changes_nothing(struct arena *perm)
{
	world.store_path = fresh_path("given.db", perm);
	store_council(perm);
	struct sents *sent = new(perm, 1, struct sents);
	put(sent, S("wish"), S("close"));
	put(sent, S("post"), S("P-4"));
	put(sent, S("starts_on"), S("2025-12-01"));
	put(sent, S("reason"), S("No longer needed"));
	struct ask ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), sent, perm);
	check_int(request_ask(&world, &ask, perm).outcome, DONE);
	check_int(request_ask(&world, &ask, perm).outcome == DONE, false);       /* the same again, from an old page */
	ask = somebody(S("A-3"), DUTY_HR_OFFICER, S(""), decided(S("refused"), S(""), perm), perm);
	ask.ref = ref_of_request(0);
	struct answer answer = request_decide(&world, &ask, perm);
	check_int(answer.outcome, WRONG);            /* a refusal says why */
	check_int(document_errors(&answer.document), 1);
	ask.sent = decided(S("approved"), S(""), perm);
	check_int(request_decide(&world, &ask, perm).outcome, DONE);
	read_back(perm);
	int post = roster_post(&held.roster, S("P-4"));
	check(post_on(&held.roster, post, date_of(2025, 11, 30)) != NULL);
	check(post_on(&held.roster, post, date_of(2025, 12, 1)) == NULL);
}

static void
a_frozen_post_is_asked_to_be_funded_again_and_a_funded_one_to_be_frozen(struct arena *perm)
{
	static const struct { Str post, how, offer, status, words; enum post_status then; } asked[] = {
		{ STR("P-4"), STR("unfreeze"), STR("Ask to unfreeze this post"), STR("funded"), STR("Unfreezing"), FUNDED },
		{ STR("P-2"), STR("freeze"), STR("Ask to freeze this post"), STR("frozen"), STR("Freezing"), FROZEN },
	};
	for (int i = 0; i < countof(asked); i++) {
		world.store_path = fresh_path("frozen.db", perm);
		store_council(perm);
		struct ask ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), NULL, perm);
		ask.ref = asked[i].post;
		check(says(text_of(show_post, &ask, perm), str_c(asked[i].offer, perm)));
		ask.how = asked[i].how;
		struct answer form = request_ask(&world, &ask, perm);
		check_int(form.outcome, DONE);
		check(str_begins(asked[i].offer, str_upto(form.document.title, 8)));
		struct sents *sent = new(perm, 1, struct sents);
		put(sent, S("wish"), S("alter"));
		put(sent, S("post"), asked[i].post);
		put(sent, S("status"), asked[i].status);
		put(sent, S("starts_on"), S("2025-12-01"));
		put(sent, S("reason"), S("The budget was set anew"));
		ask = somebody(S("A-1"), DUTY_TEAM_MANAGER, S("U-3"), sent, perm);
		check_int(request_ask(&world, &ask, perm).outcome, DONE);
		ask = somebody(S("A-3"), DUTY_HR_OFFICER, S(""), NULL, perm);
		check(says(text_of(show_requests, &ask, perm), str_c(asked[i].words, perm)));
		ask.sent = decided(S("approved"), S(""), perm);
		ask.ref = ref_of_request(0);
		check_int(request_decide(&world, &ask, perm).outcome, DONE);
		read_back(perm);
		int post = roster_post(&held.roster, asked[i].post);
		const struct post_row *before = post_on(&held.roster, post, date_of(2025, 11, 30));
		const struct post_row *after = post_on(&held.roster, post, date_of(2025, 12, 1));
		check(before && after && before->status != asked[i].then && after->status == asked[i].then);
		check(before->fte == after->fte && before->unit == after->unit && before->role == after->role);
	}
}

/* N-3 left on 31 March 2025; who may read why is a column of the matrix. Where reading it is written down, it is
 * asked for first. */
static void
why_somebody_left_is_read_by_whoever_may_and_asked_for_where_that_is_written_down(struct arena *perm)
{
	static const struct { enum duty duty; bool reads, logged; } duties[] = {
		{ DUTY_HR_OFFICER, true, true }, { DUTY_HR_LEAD, true, true }, { DUTY_CENSUS, true, false },
		{ DUTY_EXIT_LEAD, true, false }, { DUTY_SERVICE_HEAD, false, false }, { DUTY_TEAM_MANAGER, false, false },
		{ DUTY_ANALYST, false, false },
	};
	for (int i = 0; i < countof(duties); i++) {
		bool in_unit = duties[i].duty == DUTY_TEAM_MANAGER || duties[i].duty == DUTY_SERVICE_HEAD;
		struct ask ask = asks(duties[i].duty, in_unit ? S("U-2") : S(""), perm);
		ask.ref = S("N-3");
		Str page = text_of(show_person, &ask, perm);
		check(silent_on(page, "Resignation") == (duties[i].logged || !duties[i].reads));
		check(says(page, "Show reasons for leaving") == duties[i].logged);
		ask.how = S("leaving");
		page = text_of(show_person, &ask, perm);
		check(says(page, "Resignation") == duties[i].reads && says(page, "Other social care role") == duties[i].reads);
		check(says(page, "31 March 2025"));
		ask.day = date_of(2025, 3, 30);              /* before the last day; whoever sees leavers alone sees nobody */
		struct answer before = show_person(&world, &ask, perm);
		check(before.outcome == (duties[i].duty == DUTY_EXIT_LEAD ? UNKNOWN : DONE));
		check(silent_on(document_text(&before.document, false, 200, perm), "Resignation"));
	}
}

static void
a_form_says_what_is_wrong_beside_each_field(struct arena *perm)
{
	struct sents *sent = new(perm, 1, struct sents);
	struct ask ask = asks(DUTY_TEAM_MANAGER, S("U-3"), perm);
	put(sent, S("wish"), S("new"));
	put(sent, S("fte"), S("lots"));
	put(sent, S("starts_on"), S("32 May"));
	put(sent, S("title"), S("Practice lead"));
	ask.sent = sent;
	struct answer answer = request_ask(&world, &ask, perm);
	check_int(answer.outcome, WRONG);
	check_int(document_errors(&answer.document), 5);     /* unit, role, FTE, day, reason */
	check(says(document_text(&answer.document, false, 200, perm), "Practice lead"));
	ask.sent = NULL;
	ask.how = S("alter");
	ask.ref = S("P-5");                          /* of another team */
	check_int(request_ask(&world, &ask, perm).outcome, WRONG);
}

/* By whatever page, list or program: the deed itself is judged. */
static void
no_record_of_a_decision_can_be_made_up(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), perm);
	const struct record_type *type = &record_types[TYPE_ESTABLISHMENT_CHANGE];
	const char *const lines[] = {
		"establishment_change E-1 wish=new; title=X; unit=U-3; starts_on=2025-11-01; reason=Y; asked_by=A-000009; decision=waiting\n",
		"establishment_change E-1 wish=new; title=X; unit=U-3; starts_on=2025-11-01; reason=Y; asked_by=A-000001; decision=approved; decided_by=A-000009\n",
		"establishment_change E-1 wish=new; title=X; unit=U-3; starts_on=2025-11-01; reason=Y; asked_by=A-000001; decision=approved; decided_by=A-000001\n",
		"establishment_change E-1 wish=new; title=X; unit=U-3; starts_on=2025-11-01; reason=Y; asked_by=A-000001; decision=waiting\n",
	};
	for (int i = 0; i < countof(lines); i++) {
		struct changes changes = changes_new(perm);
		changes_add(&changes, (struct change){ .kind = ADD, .type = type,
			.after = council_of(lines[i], perm)->of[TYPE_ESTABLISHMENT_CHANGE].at[0] });
		struct done done = deed_try(&ask, &(struct wish){ .what = S("edit") }, &held.council, &changes, perm);
		check_int(done.did, i == 3 ? DID : MAY_NOT);
	}
}

static void
a_council_without_records_is_told_what_to_do_first(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	ask.held = NULL;
	static view *const views[] = { show_establishment, show_vacancies, show_own_measures, show_movements, show_post,
	                               show_person, show_people_behind, show_requests, show_request, request_ask,
	                               request_decide };
	for (int v = 0; v < countof(views); v++)
		check_int(views[v](&world, &ask, perm).outcome, UNKNOWN);
	held.council = (struct council){ .authority = S("walsall") };
	for (int t = 0; t < RECORD_TYPES; t++)
		held.council.of[t].type = &record_types[t];
	roster_build(&held.roster, &held.council, perm);
	ask.held = &held;
	check(says(text_of(show_establishment, &ask, perm), "There are no posts on this day"));
	check(says(text_of(show_vacancies, &ask, perm), "No post is vacant"));
	text_of(show_own_measures, &ask, perm);
	text_of(show_movements, &ask, perm);
}

/* ---- a council of many teams ------------------------------------------------------------------ */

/* Two services: Field with 30 teams of one post each, of which the first ten are held, and Home with 12 that
 * nobody holds. With the directorate and the two services that is 45 units. */
static const char *
council_of_many_teams(struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("unit U-901 2015-01-01 open name=Children's services; kind=directorate\n"
		"unit U-902 2015-01-01 open name=Field; kind=service; parent=U-901\n"
		"unit U-903 2015-01-01 open name=Home; kind=service; parent=U-901\n"
		"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		"person N-1 family_name=Oddie; given_names=Ann; born=1980-01-01\n"));
	for (int i = 1; i <= 42; i++) {
		text_format(&text, "unit U-%d 2015-01-01 open name=Team %d; kind=team; parent=%s\n", i, i, i <= 30 ? "U-902" : "U-903");
		text_format(&text, "post P-%d 2018-01-01 open title=Social worker; unit=U-%d; role=R-1; fte=1; status=funded\n", i, i);
		if (i <= 10)
			text_format(&text, "spell S-%d 2018-01-01 open person=N-1; post=P-%d; basis=permanent; fte=1\n", i, i);
	}
	text_char(&text, 0);
	return text_str(&text).at;
}

static void
a_page_of_many_teams_lists_services_and_each_services_page_its_teams(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_OFFICER, S(""), perm);
	held.council = *council_of(council_of_many_teams(perm), perm);
	roster_build(&held.roster, &held.council, perm);
	Str file = text_of(show_establishment, &ask, perm);
	check(says(file, "Team 7") && says(file, "Team 42"));            /* files and commands have every unit */
	ask.page_only = true;
	Str page = text_of(show_establishment, &ask, perm);
	check(says(page, "30 teams, 10 fully staffed") && says(page, "12 teams, 0 fully staffed"));
	struct answer whole = show_establishment(&world, &ask, perm);
	check_int(whole.document.data->row_count, 3);
	ask.unit = S("U-903");
	struct answer home = show_establishment(&world, &ask, perm);
	check_int(home.document.data->row_count, 13);                    /* the service and its teams */
}

int
main(void)
{
	struct error err;
	struct arena arena = arena_reserve((ptrdiff_t)1 << 30);
	if (!stores_begin() || !world_open(&world, S(""), &arena, &err))
		return 1;
	run(the_first_glance_says_where_the_gaps_are);
	run(a_team_page_says_who_holds_each_post_and_since_when);
	run(a_team_manager_sees_their_team_and_nothing_of_another);
	run(an_old_day_has_the_tree_of_that_day);
	run(who_is_on_leave_shows_to_those_who_may_know);
	run(whoever_knows_posts_only_sees_posts_only);
	run(an_analyst_has_rows_without_names);
	run(small_totals_are_withheld_from_whoever_has_totals_only);
	run(a_post_that_agency_covers_stands_among_the_vacancies);
	run(a_post_and_a_person_have_their_lives_told);
	run(renewal_opens_on_the_first_of_september);
	run(own_measures_stand_beside_the_published_ones);
	run(a_scorecard_has_own_records_beside_it_for_whoever_may_see_them);
	run(walsalls_25_stand_on_the_page_of_movements);
	run_on_both(a_post_is_asked_for_by_one_and_approved_by_another);
	run_on_both(a_post_given_up_ends_and_a_refusal_changes_nothing);
	run(a_frozen_post_is_asked_to_be_funded_again_and_a_funded_one_to_be_frozen);
	run(why_somebody_left_is_read_by_whoever_may_and_asked_for_where_that_is_written_down);
	run(a_form_says_what_is_wrong_beside_each_field);
	run(no_record_of_a_decision_can_be_made_up);
	run(a_page_of_many_teams_lists_services_and_each_services_page_its_teams);
	run(a_council_without_records_is_told_what_to_do_first);
	bool cleared = stores_end();
	return tests_end() || !cleared;
}
