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

/* Forty finished the first year on 1 September 2018 (a year after they came). Six left within a year of it, six more
 * within two, none in the third: 34/40 = 85 %, 28/40 = 70 %, 70 %. A leaver long ago begins the records. */
static struct text
leicestershire(struct arena *perm)
{
	struct text lines = frame(perm);
	for (int i = 0; i < 40; i++)
		add(&lines, "U-3", date_of(2017, 9, 1), i < 6 ? "2019-03-01" : i < 12 ? "2020-02-28" : "open",
		    i < 12 ? "; origin=1; reason=1; destination=1" : "; origin=1", perm);
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
	static const int wants[] = { 40, 34, 85, 28, 70, 28, 70 };
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

static void add_retiring(struct text *lines, int first, struct arena *perm);

/* 83 people, of whom 27 left: 13 of 40 who came newly qualified, and 14 of 43 from elsewhere. Tables tell leavers to the
 * nearest five, so the model does too; and a likelihood, from which they could be reckoned, is not told. */
static void
the_model_tells_how_many_as_the_tables_do(struct arena *perm)
{
	struct text lines = frame(perm);
	for (int i = 0; i < 83; i++) {
		bool newly = i < 40;
		int at = newly ? i : i - 40;
		Str left = str_format(perm, "%d-%02d-20; reason=1; destination=1", 2019 + at % 3, 1 + at % 9);
		Str ends = str_cut(&left, ';');
		add(&lines, "U-3", date_of(2016 + i % 2, 9, 1), at < (newly ? 13 : 14) ? str_c(ends, perm) : "open",
		    newly ? (at < 13 ? "; origin=1; reason=1; destination=1" : "; origin=1")
		          : (at < 14 ? "; origin=2; reason=1; destination=1" : "; origin=2"), perm);
	}
	add_retiring(&lines, 2013, perm);
	struct ask ask = asks(DUTY_HR_LEAD, S(""), lines, date_of(2022, 6, 1), perm);
	Str text = page(&ask, perm);
	check(says(text, "About ") && says(text, " stretches of time in the service"));
	check(says(text, "of which about 35 ended in leaving"));           /* 27, and nine who retired by then: 36 */
	check(str_find(text, S("Log likelihood")) < 0 && str_find(text, S("of which 3")) < 0);
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
	int last = chart->label_count - 1;
	check(str_equal(chart->labels[last], S("year 3")));
	check(figure_present(chart->series[0].values[last]));
	const struct table *table = answer.document.data;
	for (int r = 0; r < table->row_count; r++)
		check(table->rows[r].cells[2].figure.micro >= 10 * (int64_t)MICRO);
}

/* ---- one suppression for table, picture and heading ------------------------------------------------------- */

static const struct table *
sheet_called(const struct document *doc, Str name)
{
	if (doc->data && str_equal(doc->data->name, name))
		return doc->data;
	for (int i = 0; i < doc->sheet_count; i++)
		if (str_equal(doc->sheets[i]->name, name))
			return doc->sheets[i];
	return NULL;
}

/* What the table of a picture's title has of a group in a year; absent where it is withheld or not there. */
static Figure
in_table(const struct document *doc, Str title, Str group, Str year)
{
	static const Str names[] = { STR("all"), STR("by_role"), STR("by_route"), STR("by_unit") };
	for (int i = 0; i < countof(names); i++) {
		const struct table *t = sheet_called(doc, names[i]);
		for (int r = 0; t && str_find(t->caption, title) == 0 && r < t->row_count; r++) {
			const struct cell *cells = t->rows[r].cells;
			if (str_equal(cells[0].text, group) && figure_present(cells[1].figure) &&
			    cells[1].figure.micro / MICRO == str_c(year, doc->arena)[5] - '0')
				return cells[3].figure;
		}
	}
	return figure_absent(SUPPRESSED);
}

/* Every point of every line is a cell of the table beside it: so a withheld one is in no picture. */
static int
points_in_tables(const struct document *doc)
{
	int points = 0;
	for (int b = 0; b < doc->block_count; b++) {
		const struct chart *chart = doc->blocks[b].kind == BLOCK_CHART ? doc->blocks[b].chart : NULL;
		check(!chart || (!chart->band_low && !chart->band_high));
		for (int s = 0; chart && s < chart->series_count; s++)
			for (int i = 1; i < chart->label_count; i++) {
				Figure drawn = chart->series[s].values[i];
				if (!figure_present(drawn))
					continue;
				Figure told = in_table(doc, chart->title, chart->series[s].name, chart->labels[i]);
				check(figure_present(told) && told.micro == drawn.micro);
				check_int(drawn.micro % MICRO, 0);
				points++;
			}
	}
	return points;
}

/* Somebody retires from the other service each June, so that records have no pause. */
static void
add_retiring(struct text *lines, int first, struct arena *perm)
{
	for (int year = first; year < 2026; year++)
		add(lines, "U-4", date_of(2012, 1, 1), str_c(str_format(perm, "%d-06-30", year), perm), "; origin=2; reason=5",
		    perm);
}

/* A service of forty newly qualified, of whom twelve left, and twelve from another council, of whom nobody did. */
static struct text
a_service(struct arena *perm)
{
	struct text lines = leicestershire(perm);
	add_retiring(&lines, 2022, perm);
	for (int i = 0; i < 12; i++)
		add(&lines, "U-3", date_of(2016, 5, 1), "open", "; origin=2", perm);
	return lines;
}

static void
what_a_table_withholds_is_in_no_picture(struct arena *perm)
{
	static const int years[] = { 2020, 2022, 2023, 2024, 2025 };
	int points = 0;
	for (int i = 0; i < countof(years); i++) {
		struct ask ask = asks(DUTY_SERVICE_HEAD, S("U-2"), a_service(perm), date_of(years[i], 9, 30), perm);
		struct answer answer = show_staying(&world, &ask, perm);
		check_int(answer.outcome, DONE);
		const struct table *routes = sheet_called(&answer.document, S("by_route"));
		check(routes != NULL);
		for (int r = 0; routes && r < routes->row_count; r++)
			if (str_equal(routes->rows[r].cells[0].text, S("Another council")))
				for (int c = 1; c < routes->column_count; c++)
					check(!figure_present(routes->rows[r].cells[c].figure));
		Str html = document_html_file(&answer.document, perm);
		check(str_find(html, S("Another council 1")) < 0 && str_find(html, S("95% limits")) < 0);
		points += points_in_tables(&answer.document);
	}
	check(points > 0);
	struct ask ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 6, 1), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	check(points_in_tables(&answer.document) > 1);
}

/* Nobody of Walsall's left, so no share is told, and the heading has none. */
static void
a_heading_says_what_the_table_does(struct arena *perm)
{
	struct ask ask = asks(DUTY_HR_LEAD, S(""), walsall(perm), date_of(2020, 7, 31), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	check(!figure_present(in_table(&answer.document, S("All social workers"), S("All"), S("year 2"))));
	check(str_equal(answer.document.title, S("How long social workers stay")));
	ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 6, 1), perm);
	answer = show_staying(&world, &ask, perm);
	Figure told = in_table(&answer.document, S("All social workers"), S("All"), S("year 2"));
	check(figure_present(told));
	Str share = str_format(perm, "%d in 100 ", (int)(told.micro / MICRO));
	Str stay = str_format(perm, ", %d stay until two", (int)(told.micro / MICRO));
	check(str_find(answer.document.title, share) == 0 || str_find(answer.document.title, stay) > 0);
}

/* ---- one answer less another ------------------------------------------------------------------------------- */

/* Whoever has totals alone is answered as at every third 30 September: days between tell nothing more. */
static void
answers_of_totals_share_no_day_of_leaving(struct arena *perm)
{
	static const int years[] = { 2022, 2023, 2024, 2025 };
	static const char *const days[] = { "30 September 2022", "30 September 2022", "30 September 2022",
	                                    "30 September 2025" };
	for (int i = 0; i < countof(years); i++) {
		struct ask ask = asks(DUTY_SERVICE_HEAD, S("U-2"), a_service(perm), date_of(years[i], 9, 30), perm);
		struct answer answer = show_staying(&world, &ask, perm);
		check(str_find(answer.document.period, str_of(days[i])) >= 0);
	}
}

/* From 20 to 24, and three more, retired later on: 25, whichever. Of twelve who left early one was dismissed: 10, and 0. */
static void
causes_are_to_the_nearest_five(struct arena *perm)
{
	for (int left = 20; left <= 24; left++) {
		struct text lines = frame(perm);
		add_retiring(&lines, 2013, perm);
		for (int i = 0; i < 80; i++)
			add(&lines, "U-3", date_of(2015, 9, 1), i < left ? "2021-03-01" : "open",
			    i < left ? "; origin=2; reason=5" : "; origin=2", perm);
		for (int i = 0; i < 12; i++)
			add(&lines, "U-3", date_of(2020, 9, 1), i < 11 ? "2021-03-01" : "2021-04-01",
			    i < 11 ? "; origin=2; reason=5" : "; origin=2; reason=3", perm);
		struct ask ask = asks(DUTY_HR_LEAD, S(""), lines, date_of(2022, 9, 30), perm);
		struct answer answer = show_staying(&world, &ask, perm);
		const struct table *causes = sheet_called(&answer.document, S("causes"));
		check(causes != NULL);
		if (!causes)
			return;
		static const int wants[] = { 0, 0, 0, 25, 0, 0, 25 };
		for (int c = 1; c <= 7; c++)
			check_int(causes->rows[1].cells[c].figure.micro / MICRO, wants[c - 1]);
		check_int(causes->rows[0].cells[5].figure.micro / MICRO, 0);     /* one, dismissed */
		check_int(causes->rows[0].cells[7].figure.micro / MICRO, 10);    /* twelve */
	}
}

/* The 30 September on which a window ends is in that one, and not in the next: 37, 10 and three who retired; 17, 10 and three. */
static void
the_last_day_of_a_window_is_in_one(struct arena *perm)
{
	struct text lines = frame(perm);
	add_retiring(&lines, 2013, perm);
	for (int i = 0; i < 120; i++)
		add(&lines, "U-3", date_of(2015, 9, 1), i < 37 ? "2022-09-30" : i < 54 ? "2023-03-01" : "open",
		    i < 54 ? "; origin=2; reason=5" : "; origin=2", perm);
	for (int i = 0; i < 20; i++)
		add(&lines, "U-3", date_of(2021, 9, 1), i < 10 ? "2022-09-30" : "2022-12-01", "; origin=2; reason=5", perm);
	static const int years[] = { 2022, 2025 }, wants[] = { 50, 30 };
	for (int i = 0; i < countof(years); i++) {
		struct ask ask = asks(DUTY_HR_LEAD, S(""), lines, date_of(years[i], 9, 30), perm);
		struct answer answer = show_staying(&world, &ask, perm);
		const struct table *causes = sheet_called(&answer.document, S("causes"));
		check(causes && causes->rows[2].cells[7].figure.micro / MICRO == wants[i]);
	}
}

static void
a_page_of_a_service_says_whose_it_is(struct arena *perm)
{
	struct ask ask = asks(DUTY_SERVICE_HEAD, S("U-2"), leicestershire(perm), date_of(2022, 9, 30), perm);
	struct answer answer = show_staying(&world, &ask, perm);
	check(str_begins(answer.document.period, S("Safeguarding")));
	ask = asks(DUTY_HR_LEAD, S(""), leicestershire(perm), date_of(2022, 9, 30), perm);
	answer = show_staying(&world, &ask, perm);
	check(str_begins(answer.document.period, S("As at")));
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
	run(the_model_tells_how_many_as_the_tables_do);
	run(a_line_ends_where_fewer_than_ten_are_at_risk);
	run(names_are_nowhere_and_small_counts_are_withheld);
	run(what_a_table_withholds_is_in_no_picture);
	run(a_heading_says_what_the_table_does);
	run(answers_of_totals_share_no_day_of_leaving);
	run(causes_are_to_the_nearest_five);
	run(the_last_day_of_a_window_is_in_one);
	run(a_page_of_a_service_says_whose_it_is);
	return tests_end();
}
