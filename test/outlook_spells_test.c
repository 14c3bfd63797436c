/* outlook_spells_test.c: time with the council, seen late, and how it ended: by hand. */
#include "check.h"
#include "councils.h"

#include <math.h>

#include "outlook/spells.h"

#define FRAME \
	"unit U-1 2010-01-01 open name=A; kind=team\n" \
	"role R-1 2010-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2010-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n" \
	"role R-3 2010-01-01 open title=Newly qualified social worker; family=social_work; census_role=5; registered=yes\n" \
	"post P-1 2010-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-2 2010-01-01 open title=Senior practitioner; unit=U-1; role=R-2; fte=1; status=funded\n" \
	"post P-3 2010-01-01 open title=Social worker; unit=U-1; role=R-3; fte=1; status=funded\n" \
	"person N-1 family_name=A; given_names=B\nperson N-2 family_name=C; given_names=D\n" \
	"person N-3 family_name=E; given_names=F\nperson N-4 family_name=G; given_names=H\n"

static struct roster
roster_of(const char *lines, struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of(lines, perm), perm);
	return r;
}

#define check_years(is, days) check(fabs((is) - (days) / 365.25) < 1e-9)

static void
who_was_there_already_is_watched_from_when_records_begin(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		"spell S-1 2012-01-01 2021-06-30 person=N-1; post=P-1; basis=permanent; fte=1; reason=1; destination=3\n"
		"spell S-2 2021-01-01 open person=N-2; post=P-2; basis=permanent; fte=1\n"
		"spell S-3 2015-01-01 2020-03-31 person=N-3; post=P-3; basis=permanent; fte=1; reason=5\n"
		"spell S-4 2015-01-01 2016-03-31 person=N-4; post=P-3; basis=permanent; fte=1; reason=5\n", perm);
	Date day = date_of(2022, 12, 31);
	/* A pause of years lies between 2022 and the last leaving: nothing is seen. */
	check_int(spells_visible(&r, day, *perm).day, day.day);
	day = date_of(2021, 12, 31);
	/* Those of 30 June 2021 and 31 March 2020 are 456 days apart: records begin with the later. */
	check_int(spells_visible(&r, day, *perm).day, date_of(2021, 6, 30).day);
	struct tenures t;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2020, 1, 1), day, perm);
	check_int(t.count, 3);           /* the one who left in 2016 was not watched */
	const struct tenure *first = &t.at[0];
	check_int(first->person, 0);
	check_years(first->entry, date_of(2020, 1, 1).day - date_of(2012, 1, 1).day);
	check_years(first->exit, date_of(2021, 6, 30).day - date_of(2012, 1, 1).day);
	check_int(first->end, END_AGENCY);
	check_years(t.at[1].entry, 0);
	check_years(t.at[1].exit, day.day + 1 - date_of(2021, 1, 1).day);
	check_int(t.at[1].end, END_NONE);
	check_int(t.at[2].end, END_RETIRED);
}

static void
nothing_after_the_day_is_looked_at(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		"spell S-1 2020-01-01 2021-06-30 person=N-1; post=P-1; basis=permanent; fte=1; reason=1; destination=1\n"
		"spell S-2 2021-05-01 open person=N-2; post=P-2; basis=permanent; fte=1\n", perm);
	struct tenures t;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2019, 1, 1), date_of(2020, 12, 31), perm);
	check_int(t.count, 1);
	check_int(t.at[0].end, END_NONE);
	check_years(t.at[0].exit, 366);
}

static void
moving_up_goes_on_in_the_council_and_ends_the_post(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		"spell S-1 2018-01-01 2019-12-31 person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-2 2020-01-01 2021-03-31 person=N-1; post=P-2; basis=permanent; fte=1; reason=1; destination=1\n", perm);
	struct tenures t;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2018, 1, 1), date_of(2022, 1, 1), perm);
	check_int(t.count, 2);
	check(t.at[0].end == END_NONE && t.at[0].census == 5);
	check(t.at[1].end == END_OTHER_COUNCIL && t.at[1].census == 4);
	check_years(t.at[1].entry, 730);
	struct spell_cells cells;
	spells_cells(&cells, &t, date_of(2018, 1, 1));
	check_int(cells_of_rank(&cells, 0).advanced, 1);
	check_int(cells_of_rank(&cells, 1).left[0], 1);
	check_int(cells.at[3][1].left[END_OTHER_COUNCIL], 1);           /* with 3.2 years */
	check_years(cells_of_rank(&cells, 0).exposure, 730);
	check_years(cells_all(&cells).exposure, date_of(2021, 3, 31).day - date_of(2018, 1, 1).day);
	spells_of(&t, &r, CLOCK_POST, date_of(2018, 1, 1), date_of(2022, 1, 1), perm);
	check_int(t.count, 2);
	check_int(t.at[0].end, END_ADVANCED);
	check_years(t.at[1].entry, 0);
	check_int(t.at[1].end, END_OTHER_COUNCIL);
}

static void
the_first_year_ends_when_a_post_so_called_does(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		/* newly qualified, in a post so called until 14 months later */
		"spell S-1 2018-01-01 2019-02-28 person=N-1; post=P-3; basis=permanent; fte=1; origin=1\n"
		"spell S-2 2019-03-01 2020-02-29 person=N-1; post=P-1; basis=permanent; fte=1; reason=1; destination=1\n"
		/* newly qualified, in a post not so called: a year */
		"spell S-3 2018-01-01 open person=N-2; post=P-2; basis=permanent; fte=1; origin=1\n"
		/* came from another council */
		"spell S-4 2018-01-01 open person=N-3; post=P-2; basis=permanent; fte=1; origin=2\n"
		/* still in the first year */
		"spell S-5 2020-09-01 open person=N-4; post=P-3; basis=permanent; fte=1; origin=1\n", perm);
	struct tenures t;
	spells_of(&t, &r, CLOCK_FIRST_YEAR, date_of(2018, 1, 1), date_of(2020, 12, 31), perm);
	check_int(t.count, 2);
	check_int(t.at[0].began.day, date_of(2019, 3, 1).day);
	check_years(t.at[0].entry, 0);
	check_years(t.at[0].exit, date_of(2020, 2, 29).day - date_of(2019, 3, 1).day);
	check_int(t.at[1].began.day, date_of(2019, 1, 1).day);
	check(!t.at[1].first_year && t.at[1].newly);
}

static void
two_posts_at_once_are_one_time(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		"spell S-1 2018-01-01 2019-12-31 person=N-1; post=P-1; basis=permanent; fte=0.5; reason=1; destination=1\n"
		"spell S-2 2018-07-01 2019-12-31 person=N-1; post=P-2; basis=permanent; fte=0.5; reason=1; destination=1\n"
		"spell S-3 2018-01-01 2018-12-31 person=N-2; post=P-1; basis=agency; fte=1\n", perm);
	struct tenures t;
	struct spell_cells cells;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2018, 1, 1), date_of(2020, 12, 31), perm);
	spells_cells(&cells, &t, date_of(2018, 1, 1));
	check_years(cells_all(&cells).exposure, date_of(2019, 12, 31).day - date_of(2018, 1, 1).day);
	check_int(cells_all(&cells).left[0], 1);
}

static void
one_who_comes_back_has_two_times(struct arena *perm)
{
	struct roster r = roster_of(FRAME
		"spell S-1 2018-01-01 2018-12-31 person=N-1; post=P-1; basis=permanent; fte=1; reason=2\n"
		"spell S-2 2020-01-01 open person=N-1; post=P-1; basis=permanent; fte=1; origin=4\n", perm);
	struct tenures t;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2018, 1, 1), date_of(2020, 12, 31), perm);
	check_int(t.count, 2);
	check_int(t.at[0].end, END_BY_COUNCIL);
	check_int(t.at[1].began.day, date_of(2020, 1, 1).day);
	check_int(t.at[1].origin, 4);
}

/* S1-15, T13: July 2020, 18 in the third year of service and 39 in the second: 57 in all. */
static void
walsalls_two_to_three_year_window(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S(FRAME));
	for (int i = 0; i < 70; i++) {
		/* 18 came in the year before July 2018, 39 in the year before July 2019, 13 later */
		Date came = { i < 18 ? date_of(2017, 8, 1).day + i * 18 : i < 57 ? date_of(2018, 8, 1).day + (i - 18) * 8
			                                                         : date_of(2019, 9, 1).day };
		Str iso = date_iso(came, perm);
		text_format(&lines, "person N-1%02d family_name=X; given_names=Y\n"
		                    "post P-1%02d 2010-01-01 open title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n"
		                    "spell S-1%02d %.*s open person=N-1%02d; post=P-1%02d; basis=permanent; fte=1\n",
		            i, i, i, STR_ARG(iso), i, i);
	}
	text_char(&lines, '\0');
	struct roster r = roster_of(lines.at, perm);
	struct tenures t;
	struct spell_cells cells;
	spells_of(&t, &r, CLOCK_COUNCIL, date_of(2016, 1, 1), date_of(2020, 7, 31), perm);
	spells_cells(&cells, &t, date_of(2016, 1, 1));
	check_int(cells_of_band(&cells, 2).here, 18);
	check_int(cells_of_band(&cells, 1).here, 39);
	check_int(cells_all(&cells).here, 70);
}

static void
bands_begin_at_whole_years(struct arena *perm)
{
	(void)perm;
	check_int(spell_band(0), 0);
	check_int(spell_band(.999), 0);
	check_int(spell_band(1), 1);
	check_int(spell_band(2), 2);
	check_int(spell_band(3), 3);
	check_int(spell_band(10), 5);
	check_int(spell_rank(0), NOT_THERE);
	check_int(spell_rank(6), 0);
	check_int(spell_rank(5), 0);
	check_int(spell_rank(4), 1);
	check_int(spell_rank(1), 4);
}

int
main(void)
{
	run(who_was_there_already_is_watched_from_when_records_begin);
	run(nothing_after_the_day_is_looked_at);
	run(moving_up_goes_on_in_the_council_and_ends_the_post);
	run(the_first_year_ends_when_a_post_so_called_does);
	run(two_posts_at_once_are_one_time);
	run(one_who_comes_back_has_two_times);
	run(walsalls_two_to_three_year_window);
	run(bands_begin_at_whole_years);
	return tests_end();
}
