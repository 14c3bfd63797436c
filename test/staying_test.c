/* staying_test.c: the page of who stays: Walsall's window, Leicestershire's cohorts, whose it is, and that it tells of
 * nobody. Numbers are counted on the lines. */
#include "check.h"
#include "councils.h"
#include "stores.h"

#include "app/admit.h"
#include "app/deeds.h"

#include "app/staying.h"

static struct world world;
static struct held held;
static struct viewer viewer;

/* ---- councils written down -------------------------------------------------------------------------- */

static struct text
frame(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-1 2010-01-01 open name=Children's services; kind=directorate\n"
		"unit U-2 2010-01-01 open name=Safeguarding; kind=service; parent=U-1\n"
		"unit U-3 2010-01-01 open name=Duty; kind=team; parent=U-2\n"
		"unit U-4 2010-01-01 open name=Permanence; kind=service; parent=U-1\n"
		"role R-1 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"));
	return lines;
}

/* Somebody in a post of their own; `ends` such as "open", "2020-03-31" with more fields. */
static void
add(struct text *lines, const char *unit, Date came, const char *ends, const char *more, struct arena *perm)
{
	static int number;
	Str iso = date_iso(came, perm);
	int n = ++number;
	text_format(lines, "person N-%d family_name=Zzyzx%d; given_names=Quincy\n"
	                   "post P-%d 2010-01-01 open title=Social worker; unit=%s; role=R-1; fte=1; status=funded\n"
	                   "spell S-%d %.*s %s person=N-%d; post=P-%d; basis=permanent; fte=1%s\n",
	            n, n, n, unit, n, STR_ARG(iso), ends, n, n, more);
}

static struct ask
asks(enum duty duty, Str unit, struct text lines, Date day, struct arena *perm)
{
	text_char(&lines, '\0');
	held.council = *council_of(lines.at, perm);
	roster_build(&held.roster, &held.council, perm);
	viewer = (struct viewer){ .account = S("A-000001"), .name = S("Sam"), .grant_count = 1,
		.grants = { { duty, unit.len ? SCOPE_UNIT : SCOPE_AUTHORITY, S("walsall"), unit, { { 0 }, DATE_OPEN } } } };
	return (struct ask){ .area = S("walsall"), .today = day, .day = day, .now = 1759200000, .viewer = &viewer,
	                     .held = &held };
}

static Str
page(const struct ask *ask, struct arena *perm)
{
	struct answer answer = show_staying(&world, ask, perm);
	check_int(answer.outcome, DONE);
	return document_text(&answer.document, false, 200, perm);
}

static bool
says(Str text, const char *words)
{
	bool found = str_find(text, str_of(words)) >= 0;
	if (!found)
		printf("does not say: %s\n%.*s\n", words, STR_ARG(text));
	return found;
}

/* ---- S1-15, T13 --------------------------------------------------------------------------------------- */

/* July 2020: 18 in their third year, 39 in the second, 25 in the first, 20 who have been here long. */
static struct text
walsall(struct arena *perm)
{
	struct text lines = frame(perm);
	for (int i = 0; i < 102; i++)
		add(&lines, i % 2 ? "U-3" : "U-4",
		    i < 18 ? (Date){ date_of(2017, 8, 1).day + i * 18 } :
		    i < 57 ? (Date){ date_of(2018, 8, 1).day + (i - 18) * 8 } :
		    i < 82 ? date_of(2019, 9, 2) : date_of(2012, 5, 1), "open", "; origin=1", perm);
	return lines;
}

static void
eighteen_are_at_the_point_and_thirty_nine_approach_it(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), walsall(perm), date_of(2020, 7, 31), perm);
	Str text = page(&ask, perm);
	check(says(text, "18 are in the third year of service, when many decide whether to stay, and 39 more are "
	                 "approaching it in the second: 57 in all"));
}

static void
an_analyst_is_told_as_at_the_last_census(struct arena *perm)
{
	struct ask ask = asks(DUTY_ANALYST, S(""), walsall(perm), date_of(2020, 7, 31), perm);
	Str text = page(&ask, perm);
	check(says(text, "As at 30 September 2019"));

	check(str_find(text, S("18 are in the third year")) < 0);
}

/* ---- S2-56 -------------------------------------------------------------------------------------------- */

/* Forty finished the first year on 1 September 2018 (a year after they came). Six left within a year of it, four more
 * within two, none in the third: 34/40 = 85 %, 30/40 = 75 %, 75 %. A leaver long ago begins the records. */
static struct text
leicestershire(struct arena *perm)
{
	struct text lines = frame(perm);
	for (int i = 0; i < 40; i++)
		add(&lines, "U-3", date_of(2017, 9, 1), i < 6 ? "2019-03-01" : i < 10 ? "2020-02-28" : "open",
		    i < 10 ? "; origin=1; reason=1; destination=1" : "; origin=1", perm);
	for (int year = 2013; year < 2022; year++)
		add(&lines, "U-4", date_of(2012, 1, 1), str_c(str_format(perm, "%d-06-30", year), perm),
		    "; origin=2; reason=5", perm);
	return lines;
}

static void
cohorts_are_told_one_two_and_three_years_after_the_first_year(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 6, 1), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	const struct table *table = NULL;
	for (int i = 0; i < answer.document.sheet_count; i++)
		if (str_equal(answer.document.sheets[i]->name, S("first_year")))
			table = answer.document.sheets[i];
	check(table != NULL);
	if (!table)
		return;
	static const int wants[] = { 40, 34, 85, 30, 75, 30, 75 };
	for (int c = 0; c < 7; c++) {
		check(figure_present(table->rows[0].cells[c + 1].figure));
		check_int(figure_round(table->rows[0].cells[c + 1].figure, 0).micro / MICRO, wants[c]);
	}
}

/* ---- whose, and of nobody -------------------------------------------------------------------------------- */

static void
a_worker_is_told_whose_page_it_is(struct arena *perm)
{
	struct ask ask = asks(DUTY_WORKER, S(""), walsall(perm), date_of(2020, 7, 31), perm);
	viewer.grants[0].scope = SCOPE_SELF;
	check_int(show_staying(&world, &ask, perm).outcome, FORBIDDEN);
	check(!may_see_staying(&ask));
}

static void
a_head_of_service_sees_the_service(struct arena *perm)
{
	struct ask ask = asks(DUTY_SERVICE_HEAD, S("U-2"), leicestershire(perm), date_of(2021, 9, 30), perm);
	check(may_see_staying(&ask));
	struct answer answer = show_staying(&world, &ask, perm);
	check_int(answer.outcome, DONE);
	/* The forty, and nobody who retired from the other service. */
	check_int(answer.document.data->rows[0].cells[6].figure.micro / MICRO, 40);
}

/* Nine people, of whom two left: nothing of them, in any face. */
static void
fewer_than_ten_are_not_told_of(struct arena *perm)
{
	struct text lines = frame(perm);
	for (int i = 0; i < 9; i++)
		add(&lines, "U-3", date_of(2015, 3, 1 + i), i < 2 ? "2020-02-28" : "open", i < 2 ? "; reason=4" : "", perm);
	struct ask ask = asks(DUTY_HR_LEAD, S(""), lines, date_of(2020, 7, 31), perm);
	Str text = page(&ask, perm);
	check(says(text, "Fewer than 10 social workers"));
	check(str_find(text, S("edundan")) < 0);
}

/* Counts of people in the tables of files are none, or five or more. */
static void
names_are_nowhere_and_small_counts_are_withheld(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 6, 1), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	Str faces[] = { document_text(&answer.document, false, 200, perm), document_json(&answer.document, perm),
		        document_html_file(&answer.document, perm) };
	for (int f = 0; f < countof(faces); f++) {
		check(str_find(faces[f], S("Zzyzx")) < 0);
		check(str_find(faces[f], S("N-1")) < 0);
	}
	for (int i = 0; i < answer.document.sheet_count; i++) {
		const struct table *table = answer.document.sheets[i];
		for (int r = 0; r < table->row_count; r++)
			for (int c = 0; c < table->column_count; c++) {
				const struct cell *cell = &table->rows[r].cells[c];
				if (cell->kind == CELL_FIGURE && cell->unit == UNIT_HEADCOUNT && figure_present(cell->figure))
					check(cell->figure.micro == 0 || cell->figure.micro >= 5 * (int64_t)MICRO);
			}
	}
}

/* The forty had been here 4.8 years at most; of the nine who retired fewer than ten were ever here longer. */
static void
a_line_ends_where_fewer_than_ten_are_at_risk(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 6, 1), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	const struct chart *chart = NULL;
	for (int i = 0; i < answer.document.block_count && !chart; i++)
		chart = answer.document.blocks[i].kind == BLOCK_CHART ? answer.document.blocks[i].chart : NULL;
	check(chart != NULL);
	if (!chart)
		return;
	int last = 0;
	for (int i = 0; i < chart->label_count; i++)
		last = figure_present(chart->series[0].values[i]) ? i : last;
	check(last / 2 * 0.25 <= 4.75 && last / 2 * 0.25 > 2);
	const struct table *table = answer.document.data;
	for (int r = 0; r < table->row_count; r++)
		check(table->rows[r].cells[2].figure.micro >= 10 * (int64_t)MICRO);
}

int
main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 28);
	struct error err;
	if (!stores_begin() || !world_open(&world, S(""), &perm, &err))
		return 1;
	run(eighteen_are_at_the_point_and_thirty_nine_approach_it);
	run(an_analyst_is_told_as_at_the_last_census);
	run(cohorts_are_told_one_two_and_three_years_after_the_first_year);
	run(a_worker_is_told_whose_page_it_is);
	run(a_head_of_service_sees_the_service);
	run(fewer_than_ten_are_not_told_of);
	run(a_line_ends_where_fewer_than_ten_are_at_risk);
	run(names_are_nowhere_and_small_counts_are_withheld);
	return tests_end();
}
