/* intake_test.c: lists as councils have them, and what their columns are taken to mean. */
#include "check.h"

#include "intake/headings.h"

/* A sheet from lines of cells apart by '|'. Blank lines stand in no row, as in a real grid. */
static struct grids
sheet_of(const char *lines, struct arena *perm)
{
	Str text = str_of(lines);
	struct grid *grid = new(perm, 1, struct grid);
	struct grid_row *rows = new(perm, 64, struct grid_row);
	*grid = (struct grid){ .file = S("list.csv"), .rows = rows };
	for (int line = 1; text.len > 0; line++) {
		Str rest = str_cut(&text, '\n');
		struct grid_cell *cells = new(perm, 32, struct grid_cell);
		int count = 0;
		for (bool more = rest.len > 0; more; more = rest.at != NULL) {
			Str cell = str_cut(&rest, '|');
			cells[count++] = (struct grid_cell){ cell.len ? GRID_TEXT : GRID_EMPTY, .text = cell };
		}
		if (count == 0)
			continue;
		rows[grid->row_count++] = (struct grid_row){ .cells = cells, .count = count, .line = line };
		grid->column_count = count > grid->column_count ? count : grid->column_count;
	}
	return (struct grids){ grid, 1 };
}

static struct profile
guess_of(const char *lines, enum list_kind list, struct findings *found, struct arena *perm)
{
	struct grids grids = sheet_of(lines, perm);
	struct profile guess;
	*found = findings_new(perm);
	intake_guess(&grids, list, NULL, &guess, found, perm);
	return guess;
}

static bool
found_code(const struct findings *found, Str code)
{
	for (ptrdiff_t i = 0; i < found->count; i++)
		if (str_equal(found->at[i].code, code))
			return true;
	return false;
}

static void
headings_are_folded(struct arena *perm)
{
	check_str(heading_fold(S("  Post No. "), perm), S("post no"));
	check_str(heading_fold(S("Perm/Temp\n(contract)"), perm), S("perm temp contract"));
	check_str(heading_fold(S("D.O.B."), perm), S("d o b"));
	check_str(heading_fold(S("--"), perm), S(""));
	check_str(heading_fold(S("Größe"), perm), S("größe"));
}

static void
a_plain_hr_list_is_understood(struct arena *perm)
{
	struct findings found;
	struct profile p = guess_of("Emp No|Surname|Forename|DOB|Position No|Job Title|Team|WTE|Contract Type|"
	                            "Start Date|Leaving Date\n1|Oddie|Ann|1/2/80|P1|SW|Duty|1|Perm|1/9/20|\n",
	                            LIST_HR, &found, perm);
	check_str(p.column[TO_PAYROLL], S("emp no"));
	check_str(p.column[TO_FAMILY_NAME], S("surname"));
	check_str(p.column[TO_BORN], S("dob"));
	check_str(p.column[TO_POST], S("position no"));
	check_str(p.column[TO_FTE], S("wte"));
	check_str(p.column[TO_BASIS], S("contract type"));
	check_str(p.column[TO_FROM], S("start date"));
	check_str(p.column[TO_LAST_DAY], S("leaving date"));
	check_int(found.count, 0);
}

static void
banners_over_the_headings_are_passed_over(struct arena *perm)
{
	struct findings found;
	struct profile p = guess_of("Establishment report\nPrinted 3 March|Team\n\n"
	                            "Post No|Job Title|Budget FTE|Status\nP1|SW|1|Funded\n",
	                            LIST_FINANCE, &found, perm);
	check_str(p.column[TO_POST], S("post no"));
	check_str(p.column[TO_POST_FTE], S("budget fte"));
	check_int(found.count, 0);
}

static void
two_header_rows_are_read_together(struct arena *perm)
{
	struct findings found;
	struct profile p = guess_of("Manager|Employee|Employee|Contract|Contract\nName|Number|Name|Type|Start Date\n"
	                            "Hale, Jo|7|Oddie, Ann|Perm|1/9/20\n", LIST_HR, &found, perm);
	check_str(p.column[TO_PAYROLL], S("employee number"));
	check_str(p.column[TO_FULL_NAME], S("employee name"));
	check_str(p.column[TO_BASIS], S("contract type"));
	check_str(p.column[TO_FROM], S("start date"));
	check_int(found.mistakes, 0);
}

static void
what_is_missing_twice_or_unused_is_said(struct arena *perm)
{
	struct findings found;
	guess_of("Surname|Forename|Job Title|Shoe size\nOddie|Ann|SW|4\n", LIST_HR, &found, perm);
	check(found_code(&found, S("column-missing")));
	check(found_code(&found, S("column-unused")));
	check_int(found.mistakes, 1);
	guess_of("Name|FTE|Start date|FTE\nAnn Oddie|1|1/9/20|1\n", LIST_HR, &found, perm);
	check(found_code(&found, S("column-twice")));
	check_int(found.mistakes, 0);
	guess_of("Start date|FTE\n1/9/20|1\n", LIST_HR, &found, perm);
	check_int(found.mistakes, 1);
	guess_of("Dear all\nplease see below\n", LIST_HR, &found, perm);
	check(found_code(&found, S("headings")));
	guess_of("", LIST_TEAM, &found, perm);
	check(found_code(&found, S("headings")));
}

static void
what_was_said_before_wins(struct arena *perm)
{
	struct grids grids = sheet_of("Ref|Name|Start|Began in post\n7|Ann Oddie|1/9/19|1/9/20\n", perm);
	struct profile known = { .list = LIST_HR }, guess;
	known.column[TO_FROM] = S("began in post");
	known.column[TO_PAYROLL] = S("ref");
	struct findings found = findings_new(perm);
	intake_guess(&grids, LIST_HR, &known, &guess, &found, perm);
	check_str(guess.column[TO_FROM], S("began in post"));
	check_str(guess.column[TO_PAYROLL], S("ref"));
	check_str(guess.column[TO_FULL_NAME], S("name"));
}

static void
a_profile_is_the_same_after_keeping(struct arena *perm)
{
	struct said said[] = { { TO_BASIS, STR("perm"), STR("permanent") },
	                       { TO_TEAM, STR("duty assmt"), STR("U-000007") } };
	struct profile p = { .name = S("HR, monthly"), .list = LIST_AGENCY, .sheet = S("Sheet 1"),
		.heading_line = 3, .complete = true, .hours_full_time = 3700, .said = said, .said_count = 2 };
	p.column[TO_FULL_NAME] = S("worker");
	struct profile q;
	struct error err;
	Str text = profile_text(&p, perm);
	check(profile_read(&q, text, perm, &err));
	check_str(profile_text(&q, perm), text);
	check_str(q.said[1].means, S("U-000007"));
	check_int(q.list, LIST_AGENCY);
	check(!profile_read(&q, S("something else\n"), perm, &err));
	check(!profile_read(&q, S("mainstay list profile 1\ncolumn\tnowhere\tx\n"), perm, &err));
	check(!profile_read(&q, S("mainstay list profile 1\nheading_line\t-1\n"), perm, &err));
	for (ptrdiff_t cut = 0; cut < text.len; cut++)
		profile_read(&q, str_upto(text, cut), perm, &err);
}

static void
every_target_stands_in_its_own_place(struct arena *perm)
{
	(void)perm;
	for (int t = 0; t < TARGETS; t++) {
		check_int(target_rows[t].target, t);
		check(target_rows[t].lists != 0);
		check((target_rows[t].needed & ~target_rows[t].lists) == 0);
		check(record_type_find(target_rows[t].type) != NULL);
		for (int h = 0; h < HEADS_MOST + 4 && target_rows[t].heads[h].len; h++)
			check_str(heading_fold(target_rows[t].heads[h], perm), target_rows[t].heads[h]);
	}
}

int
main(void)
{
	run(headings_are_folded);
	run(a_plain_hr_list_is_understood);
	run(banners_over_the_headings_are_passed_over);
	run(two_header_rows_are_read_together);
	run(what_is_missing_twice_or_unused_is_said);
	run(what_was_said_before_wins);
	run(a_profile_is_the_same_after_keeping);
	run(every_target_stands_in_its_own_place);
	return tests_end();
}
