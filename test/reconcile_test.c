/* reconcile_test.c: HR's, finance's and a team's lists and the records, held against each other. */
#include "check.h"
#include "councils.h"

#include "intake/reconcile.h"

static const char walsall[] =
	"unit U-1 2015-01-01 open name=Duty; kind=team\n"
	"unit U-2 2015-01-01 open name=Looked after; kind=team\n"
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-1 2015-01-01 open number=P1; title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n"
	"post P-2 2015-01-01 open number=P2; title=Social worker; unit=U-1; role=R-1; fte=1; status=funded\n"
	"post P-3 2015-01-01 open number=P3; title=Social worker; unit=U-2; role=R-1; fte=0.8; status=funded\n"
	"person N-1 family_name=Oddie; given_names=Ann; payroll=1\n"
	"person N-2 family_name=Hale; given_names=Jo; payroll=2\n"
	"spell S-1 2020-01-01 open person=N-1; post=P-1; basis=permanent; fte=1\n"
	"spell S-2 2020-01-01 open person=N-2; post=P-2; basis=permanent; fte=0.6\n";

struct bench { struct roster roster; struct list_read reads[3]; struct sides sides; struct arena *perm; };

static struct grids
sheet_of(Str text, struct arena *perm)
{
	struct grid *grid = new(perm, 1, struct grid);
	struct grid_row *rows = new(perm, 32, struct grid_row);
	*grid = (struct grid){ .file = S("list.csv"), .rows = rows };
	for (int line = 1; text.len > 0; line++) {
		Str rest = str_cut(&text, '\n');
		struct grid_cell *cells = new(perm, 16, struct grid_cell);
		int count = 0;
		for (bool more = true; more; more = rest.at != NULL) {
			Str cell = str_cut(&rest, '|');
			cells[count++] = (struct grid_cell){ cell.len ? GRID_TEXT : GRID_EMPTY, .text = cell };
		}
		rows[grid->row_count++] = (struct grid_row){ .cells = cells, .count = count, .line = line };
		grid->column_count = count > grid->column_count ? count : grid->column_count;
	}
	return (struct grids){ grid, 1 };
}

static struct bench *
bench_of(const char *hr, const char *finance, const char *team, struct arena *perm)
{
	static const enum list_kind kinds[] = { LIST_HR, LIST_FINANCE, LIST_TEAM };
	const char *const texts[] = { hr, finance, team };
	static const enum side sides[] = { SIDE_HR, SIDE_FINANCE, SIDE_TEAM };
	struct bench *bench = new(perm, 1, struct bench);
	bench->perm = perm;
	roster_build(&bench->roster, council_of(walsall, perm), perm);
	bench->sides = (struct sides){ .roster = &bench->roster, .day = date_of(2026, 3, 1) };
	for (int i = 0; i < 3; i++) {
		struct findings found = findings_new(perm);
		struct profile profile;
		if (!texts[i])
			continue;
		struct grids grids = sheet_of(str_of(texts[i]), perm);
		intake_guess(&grids, kinds[i], NULL, &profile, &found, perm);
		profile.as_at = bench->sides.day;
		intake_read(&grids, &profile, &bench->roster, bench->sides.day, &bench->reads[i], &found, perm);
		check_int(found.mistakes, 0);
		bench->sides.lists[sides[i]] = &bench->reads[i];
	}
	return bench;
}

#define HR_HEADS "Payroll|Surname|Forename|Post number|Job title|Team|FTE|Contract type|Start date|Leaving date\n"
#define FINANCE_HEADS "Post number|Job title|Team|Post FTE|Status\n"
#define HR_SAME HR_HEADS \
	"1|Oddie|Ann|P1|Social worker|Duty|1|Permanent|2020-01-01|\n" \
	"2|Hale|Jo|P2|Social worker|Duty|0.6|Permanent|2020-01-01|\n"
#define FINANCE_SAME FINANCE_HEADS \
	"P1|Social worker|Duty|1|Funded\nP2|Social worker|Duty|1|Funded\nP3|Social worker|Looked after|0.8|Funded\n"

/* The differences as lines of their subjects, for a test to read. */
static Str
subjects(const struct bench *bench, struct disagreement **differences)
{
	struct text out = text_new(bench->perm);
	int count = reconcile(&bench->sides, differences, bench->perm);
	for (int i = 0; i < count; i++)
		text_format(&out, "%s%.*s", i ? "; " : "", STR_ARG((*differences)[i].subject));
	return text_str(&out);
}

static void
lists_that_say_the_same_have_no_differences(struct arena *perm)
{
	struct disagreement *d;
	check_str(subjects(bench_of(HR_SAME, FINANCE_SAME, NULL, perm), &d), S(""));
	check_str(subjects(bench_of(NULL, NULL, NULL, perm), &d), S(""));
	check_str(subjects(bench_of(HR_SAME, FINANCE_SAME, "Name|Post number|FTE\nHale, Jo|P2|0.6\n", perm), &d), S(""));
}

static void
each_kind_of_difference_is_found_once(struct arena *perm)
{
	struct disagreement *d;
	check_str(subjects(bench_of(HR_HEADS "1|Oddie|Ann|P1|Social worker|Duty|0.8|Permanent|2020-01-01|\n"
		"2|Hale|Jo|P2|Social worker|Duty|0.6|Permanent|2020-01-01|\n", FINANCE_SAME, NULL, perm), &d), S("fte p1 N-1"));
	check_str(d[0].says[SIDE_HR], S("0.8"));
	check_str(d[0].says[SIDE_RECORDS], S("1"));
	check_str(d[0].says[SIDE_FINANCE], S(""));
	check_int(d[0].lines[SIDE_HR], 2);
	check_str(d[0].about, S("Oddie, Ann, post P1"));
	check_str(subjects(bench_of(HR_SAME, FINANCE_HEADS "P1|Consultant|Duty|1|Funded\nP2|Social worker|Looked after|1|Funded\n"
		"P3|Social worker|Looked after|1|Funded\n", NULL, perm), &d), S("post-fte p3; title p1; team p2"));
	check_str(d[0].says[SIDE_FINANCE], S("1"));
	check_str(d[0].says[SIDE_RECORDS], S("0.8"));
	check_str(d[1].says[SIDE_HR], S("Social worker"));
	check_str(d[2].says[SIDE_FINANCE], S("Looked after"));
	check_str(subjects(bench_of(HR_SAME, FINANCE_SAME "P4|Social worker|Duty|1|Funded\n", NULL, perm), &d), S("post p4"));
	check_str(d[0].says[SIDE_RECORDS], S("do not have it"));
	check_str(d[0].says[SIDE_FINANCE], S("funded"));
}

static void
a_person_in_a_post_that_finance_does_not_pay_for_is_said(struct arena *perm)
{
	struct disagreement *d;
	check_str(subjects(bench_of(HR_SAME, FINANCE_HEADS "P1|Social worker|Duty|1|Funded\n"
		"P2|Social worker|Duty|1|Frozen\nP3|Social worker|Looked after|0.8|Funded\n", NULL, perm), &d), S("unfunded p2"));
	check_str(d[0].says[SIDE_HR], S("Hale, Jo"));
	check_str(d[0].says[SIDE_FINANCE], S("frozen"));
	check_str(subjects(bench_of(HR_SAME, FINANCE_HEADS "P1|Social worker|Duty|1|Funded\n"
		"P3|Social worker|Looked after|0.8|Funded\n", NULL, perm), &d), S("unfunded p2"));
	check_str(d[0].says[SIDE_FINANCE], S("not in the file"));
}

static void
vacant_here_and_filled_there_another_holder_and_leavers(struct arena *perm)
{
	struct disagreement *d;
	/* Jo Hale is not on HR's list at all; somebody new is in P3, which the records have vacant. */
	check_str(subjects(bench_of(HR_HEADS "1|Oddie|Ann|P1|Social worker|Duty|1|Permanent|2020-01-01|\n"
		"9|Fry|Al|P3|Social worker|Looked after|0.8|Permanent|2026-02-01|\n", FINANCE_SAME, NULL, perm), &d),
		S("vacant p2; vacant p3"));
	check_str(d[0].says[SIDE_HR], S("vacant"));
	check_str(d[0].says[SIDE_RECORDS], S("Hale, Jo"));
	check_str(d[1].says[SIDE_HR], S("Fry, Al"));
	check_str(d[1].says[SIDE_RECORDS], S("vacant"));
	/* HR says that Jo Hale has left; the records and the team still have them. */
	check_str(subjects(bench_of(HR_HEADS "1|Oddie|Ann|P1|Social worker|Duty|1|Permanent|2020-01-01|\n"
		"2|Hale|Jo|P2|Social worker|Duty|0.6|Permanent|2020-01-01|2026-01-31\n", FINANCE_SAME,
		"Name|Post number|FTE\nHale, Jo|P2|0.6\n", perm), &d), S("leaver p2 N-2"));
	check_str(d[0].says[SIDE_HR], S("has left"));
	check_str(d[0].says[SIDE_TEAM], S("is in post"));
	check_str(d[0].says[SIDE_RECORDS], S("is in post"));
	/* Al Fry stands where the records have Jo Hale. */
	check_str(subjects(bench_of(HR_HEADS "1|Oddie|Ann|P1|Social worker|Duty|1|Permanent|2020-01-01|\n"
		"9|Fry|Al|P2|Social worker|Duty|1|Permanent|2026-02-01|\n", FINANCE_SAME, NULL, perm), &d), S("holder p2"));
	/* Who begins later is nobody's difference yet. */
	check_str(subjects(bench_of(HR_SAME "9|Fry|Al|P3|Social worker|Looked after|0.8|Permanent|2026-04-01|\n",
		FINANCE_SAME, NULL, perm), &d), S(""));
}

static void
no_subject_has_a_name_and_facts_change_with_what_is_said(struct arena *perm)
{
	struct disagreement *d, *e;
	Str said = subjects(bench_of(HR_SAME "|Fry|Al|P3|Social worker|Looked after|0.8|Permanent|2026-02-01|\n"
		"|Fry|Al|P3|Social worker|Looked after|0.5|Permanent|2026-02-01|\n", FINANCE_SAME, NULL, perm), &d);
	check(said.len > 0);
	check_int(str_find_fold(said, S("fry")), -1);
	Str a = difference_facts(&d[0], perm);
	subjects(bench_of(HR_SAME "|Ash|Al|P3|Social worker|Looked after|0.8|Permanent|2026-02-01|\n", FINANCE_SAME, NULL, perm), &e);
	Str b = difference_facts(&e[0], perm);
	check(!facts_agree(a, b, SIDE_HR));
	check(facts_agree(a, b, SIDE_RECORDS));
	check(facts_agree(a, b, SIDE_FINANCE));
	check_int(str_find_fold(a, S("fry")), -1);
}

static void
what_was_decided_against_is_read_as_blank(struct arena *perm)
{
	struct disagreement *d;
	struct bench *bench = bench_of(HR_HEADS "1|Oddie|Ann|P1|Social worker|Duty|0.8|Permanent|2020-01-01|\n"
		"9|Fry|Al|P3|Social worker|Looked after|0.8|Permanent|2026-02-01|\n", NULL, NULL, perm);
	check_str(subjects(bench, &d), S("vacant p2; vacant p3; fte p1 N-1"));
	reconcile_hold(&bench->reads[0], SIDE_HR, &d[2]);
	check_str(bench->reads[0].at[0].values[TO_FTE], S(""));
	check(!bench->reads[0].at[0].unreadable);
	reconcile_hold(&bench->reads[0], SIDE_HR, &d[1]);
	check(bench->reads[0].at[1].unreadable);
}

/* Finance's rows of P2 and P3 took no part: one was left out, one cannot be read. */
static void
a_row_that_was_left_out_is_not_said_to_be_missing(struct arena *perm)
{
	static const char finance[] = FINANCE_HEADS "P1|Social worker|Duty|1|Funded\nP2|Social worker|Duty|1|Funded\n"
		"P3|Social worker|Looked after|lots|Funded\n";
	struct bench *bench = bench_of(HR_SAME, NULL, NULL, perm);
	struct list_read *read = &bench->reads[1];
	struct cell_mend out = { 3, 0, STR("FTE of the post is wrong") };
	struct grids file = sheet_of(str_of(finance), perm), mended = file;
	struct findings found = findings_new(perm);
	struct disagreement *d;
	struct profile profile;
	intake_guess(&file, LIST_FINANCE, NULL, &profile, &found, perm);
	intake_mend(&mended, &profile, &out, 1, perm);
	intake_read(&mended, &profile, &bench->roster, bench->sides.day, read, &found, perm);
	bench->sides.lists[SIDE_FINANCE] = read;
	check_str(subjects(bench, &d), S("unfunded p2; post p3"));
	check_str(d[0].says[SIDE_FINANCE], S("not in the file"));
	intake_left(&file, &profile, &bench->roster, &out, 1, read, &found, perm);
	check_int(read->left_count, 2);
	check_str(subjects(bench, &d), S("unfunded p2; post p3"));
	check_str(d[0].says[SIDE_FINANCE], S("in the file, but left out of the load: FTE of the post is wrong"));
	check_int(d[0].lines[SIDE_FINANCE], 3);
	check(d[0].left[SIDE_FINANCE] && d[1].left[SIDE_FINANCE]);
	check(str_begins(d[1].says[SIDE_FINANCE], S("in the file, but left out of the load: FTE of the post ")));
	check_int(d[1].lines[SIDE_FINANCE], 4);
	check(!d[0].left[SIDE_HR]);
	/* HR's row of Hale took no part: P2 is not vacant by HR's list */
	struct list_read *hr = &bench->reads[0];
	struct line_left left = { .line = hr->at[1], .why = S("the first day is wrong") };
	hr->count = 1;
	bench->sides.lists[SIDE_FINANCE] = NULL;
	check_str(subjects(bench, &d), S("vacant p2"));
	check_str(d[0].says[SIDE_HR], S("vacant"));
	hr->left = &left;
	hr->left_count = 1;
	check_str(subjects(bench, &d), S("vacant p2"));
	check_str(d[0].says[SIDE_HR], S("in the file, but left out of the load: the first day is wrong"));
}

int
main(void)
{
	run(lists_that_say_the_same_have_no_differences);
	run(each_kind_of_difference_is_found_once);
	run(a_person_in_a_post_that_finance_does_not_pay_for_is_said);
	run(vacant_here_and_filled_there_another_holder_and_leavers);
	run(no_subject_has_a_name_and_facts_change_with_what_is_said);
	run(what_was_decided_against_is_read_as_blank);
	run(a_row_that_was_left_out_is_not_said_to_be_missing);
	return tests_end();
}
