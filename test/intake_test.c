/* intake_test.c: lists as councils have them, and what their columns are taken to mean. */
#include "check.h"
#include "councils.h"

#include "intake/headings.h"
#include "workforce/rules.h"

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
	check_str(heading_fold(S("Forename(s)"), perm), S("forenames"));
	check_str(heading_fold(S("Post(s) held"), perm), S("posts held"));
	check_str(heading_fold(S("(s)ick"), perm), S("s ick"));
	check_str(heading_fold(S("Start\u00a0date \u2013 post"), perm), S("start date post"));
	check_str(heading_fold(S("\ufeffEmployee\u2019s name\u00a0"), perm), S("employee s name"));
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

/* ---- lines --------------------------------------------------------------------------------------- */

/* A council with nobody in it. */
static void
empty_roster(struct roster *roster, struct arena *perm)
{
	struct council *council = new(perm, 1, struct council);
	for (int t = 0; t < RECORD_TYPES; t++)
		council->of[t].type = &record_types[t];
	roster_build(roster, council, perm);
}

static struct list_read
read_of(struct grids grids, struct profile *profile, struct findings *found, struct arena *perm)
{
	struct list_read read;
	struct roster roster;
	empty_roster(&roster, perm);
	intake_read(&grids, profile, &roster, date_of(2026, 3, 1), &read, found, perm);
	return read;
}

static struct list_read
list_of(const char *lines, enum list_kind list, struct findings *found, struct arena *perm)
{
	struct grids grids = sheet_of(lines, perm);
	struct profile profile;
	*found = findings_new(perm);
	intake_guess(&grids, list, NULL, &profile, found, perm);
	return read_of(grids, &profile, found, perm);
}

/* "4:3 date; 7:2 fte" of the findings, in order. */
static Str
codes(const struct findings *found, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < found->count; i++)
		text_format(&out, "%s%d:%d %.*s", i ? "; " : "", found->at[i].line, found->at[i].column,
		            STR_ARG(found->at[i].code));
	return text_str(&out);
}

static void
dates_of_every_kind_in_one_column_are_read(struct arena *perm)
{
	struct findings found;
	struct list_read read = list_of("Name|Start date|FTE\nAnn Oddie|1/2/23|1\nBo Oddie|44,927|1\n"
		"Cy Oddie|44927|1\nDi Oddie|2023-02-01|1\nEd Oddie|1-Feb-2023|1\nFi Oddie|31/02/2023|1\n",
		LIST_HR, &found, perm);
	check_int(read.count, 6);
	check_str(read.at[0].values[TO_FROM], S("2023-02-01"));
	check_str(read.at[1].values[TO_FROM], S("2023-01-01"));
	check_str(read.at[2].values[TO_FROM], S("2023-01-01"));
	check_str(read.at[3].values[TO_FROM], S("2023-02-01"));
	check_str(read.at[4].values[TO_FROM], S("2023-02-01"));
	check(read.at[5].unreadable);
	check_str(codes(&found, perm), S("3:2 serial-date; 4:2 serial-date; 7:2 date"));
	check_int(found.mistakes, 1);
}

static void
names_in_one_column_are_parted(struct arena *perm)
{
	struct findings found;
	struct list_read read = list_of("Name|Start date\nO'Neill, S\u00edle|1/2/23\nJ\u00f6rg van Dyk|1/2/23\n"
		"VACANT|1/2/23\n", LIST_HR, &found, perm);
	check_str(read.at[0].values[TO_FAMILY_NAME], S("O'Neill"));
	check_str(read.at[0].values[TO_GIVEN_NAMES], S("S\u00edle"));
	check_str(read.at[1].values[TO_FAMILY_NAME], S("van Dyk"));
	check_str(read.at[2].values[TO_FAMILY_NAME], S(""));
	check(read.at[2].vacant);
	check_str(codes(&found, perm), S("4:0 vacant-no-post"));
}

static void
totals_blanks_and_headings_again_are_left_out(struct arena *perm)
{
	struct findings found;
	struct list_read read = list_of("Post No|Title|FTE\nP1|Social worker|1\n||\nPost No|Title|FTE\n"
		"P2|Social worker|0.6FTE\nGrand total||1.6\n", LIST_FINANCE, &found, perm);
	check_int(read.count, 2);
	check_int(read.totals_left_out, 1);
	check_int(read.blank_left_out, 1);
	check_str(read.at[1].values[TO_POST_FTE], S("0.6"));
	check_str(codes(&found, perm), S("6:0 total"));
}

static void
every_bad_cell_of_a_line_is_said(struct arena *perm)
{
	struct findings found;
	struct list_read read = list_of("Name|SWE No|FTE|Start|End\nAnn Oddie|0123|lots|soon|1/1/20\n"
		"Bo Oddie|SW0123|1|1/2/20|1/1/20\nCy Oddie|sw99|1||\n", LIST_HR, &found, perm);
	check_str(codes(&found, perm), S("2:2 swe; 2:3 fte; 2:4 date; 3:5 days; 4:4 blank"));
	check(read.at[0].unreadable && read.at[1].unreadable && read.at[2].unreadable);
	check_str(read.at[2].values[TO_SWE], S("SW99"));
}

/* 18.5 of 37 hours are half; of 36, as a row of its own says, 0.513888 and a part that is cut. */
static void
hours_in_a_column_of_fte_are_hours_once_full_time_is_said(struct arena *perm)
{
	static const char list[] = "Name|Start|FTE\nAnn Oddie|1/2/20|37 hrs\nBo Oddie|1/2/20|18.5 hours\n"
		"Cy Oddie|1/2/20|0.6\nDi Oddie|1/2/20|40 hrs\n";
	struct findings found;
	struct list_read read = list_of(list, LIST_HR, &found, perm);
	check_str(codes(&found, perm), S("2:3 fte-hours; 3:3 fte-hours; 5:3 fte-hours"));
	check(str_begins(found.at[1].mend, S("write 18.5/37 if 37 hours are full time")));
	struct grids grids = sheet_of(list, perm);
	struct profile known = { .list = LIST_HR, .hours_full_time = 3700 }, profile;
	found = findings_new(perm);
	intake_guess(&grids, LIST_HR, &known, &profile, &found, perm);
	read = read_of(grids, &profile, &found, perm);
	check_str(codes(&found, perm), S("5:3 hours"));
	check_str(read.at[0].values[TO_FTE], S("1"));
	check_str(read.at[1].values[TO_FTE], S("0.5"));
	check_str(read.at[1].hours, S("18.5 of 37 hours"));
	check_str(read.at[2].hours, S(""));
	/* a column of full-time hours says it row by row */
	read = list_of("Name|Start|FTE|Full time hours\nAnn Oddie|1/2/20|18.5 hrs|37\nBo Oddie|1/2/20|18.5 hrs|36\n"
		"Cy Oddie|1/2/20|18.5 hrs|\nDi Oddie|1/2/20|0.5|none at all\n", LIST_HR, &found, perm);
	check_str(read.at[0].values[TO_FTE], S("0.5"));
	check_str(read.at[1].values[TO_FTE], S("0.513888"));
	check_str(read.at[1].hours, S("18.5 of 36 hours"));
	check_str(codes(&found, perm), S("4:3 fte-hours; 5:4 hours"));
	/* so of the hours of finance's posts, which may be more than one's */
	known = (struct profile){ .list = LIST_FINANCE, .hours_full_time = 3700 };
	grids = sheet_of("Post No|Title|FTE\nP1|Social worker|74 hours\n", perm);
	found = findings_new(perm);
	intake_guess(&grids, LIST_FINANCE, &known, &profile, &found, perm);
	check_str(read_of(grids, &profile, &found, perm).at[0].values[TO_POST_FTE], S("2"));
}

static void
what_a_spreadsheet_could_not_work_out_is_said(struct arena *perm)
{
	struct grids grids = sheet_of("Name|Start|FTE\nAnn Oddie|1/2/20|1\nBo Oddie|1/2/20|1\n", perm);
	struct grid_row *rows = (struct grid_row *)grids.at[0].rows;
	((struct grid_cell *)rows[1].cells)[2] = (struct grid_cell){ GRID_ERROR, .text = S("#REF!") };
	((struct grid_cell *)rows[2].cells)[2] = (struct grid_cell){ GRID_NO_VALUE, .formula = true };
	grids.at[0].hidden_rows = 2;
	struct findings found = findings_new(perm);
	struct profile profile;
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	read_of(grids, &profile, &found, perm);
	check_str(codes(&found, perm), S("0:0 hidden-rows; 2:3 cell-error; 3:3 no-value"));
}

static void
words_said_once_are_known_and_months_come_first_only_if_said(struct arena *perm)
{
	struct grids grids = sheet_of("Name|Start|Contract|Hours\nAnn Oddie|2/1/20|P/T perm|18.5\n", perm);
	struct said said[] = { { TO_BASIS, STR("p t perm"), STR("permanent") } };
	struct profile known = { .list = LIST_HR, .said = said, .said_count = 1, .month_first = true };
	struct profile profile;
	struct findings found = findings_new(perm);
	intake_guess(&grids, LIST_HR, &known, &profile, &found, perm);
	struct list_read read = read_of(grids, &profile, &found, perm);
	check_int(found.count, 0);
	check_str(read.at[0].values[TO_BASIS], S("permanent"));
	check_str(read.at[0].values[TO_FROM], S("2020-02-01"));
	check_str(read.at[0].values[TO_FTE], S("0.5"));
}

static void
days_counted_from_1904_are_those_days(struct arena *perm)
{
	struct grids grids = sheet_of("Name|Start|FTE\nAnn Oddie|37986|1\n", perm);
	((struct grid_cell *)grids.at[0].rows[1].cells)[1].kind = GRID_NUMBER;
	grids.at[0].dates_1904 = true;
	struct profile profile;
	struct findings found = findings_new(perm);
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	struct list_read read = read_of(grids, &profile, &found, perm);
	check_str(read.at[0].values[TO_FROM], S("2008-01-01"));
	check_str(codes(&found, perm), S("2:2 serial-date"));
	check_str(found.at[0].seen, S("37986"));
}

static void
another_table_below_a_list_of_everybody_is_a_mistake(struct arena *perm)
{
	const char *lines = "Name|Start date|FTE\nAnn Oddie|1/2/20|1\n|||\nWorker|Agency|Start|Rate\nEd Hu|Best|1/2/26|9\n";
	struct grids grids = sheet_of(lines, perm);
	struct profile profile;
	struct findings found = findings_new(perm);
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	check_int(read_of(grids, &profile, &found, perm).count, 1);
	check_int(found.mistakes, 0);
	profile.complete = true;
	read_of(grids, &profile, &found, perm);
	check_int(found.mistakes, 1);
}

static void
only_what_is_surely_no_line_is_left_out(struct arena *perm)
{
	struct findings found;
	/* three columns: a name alone is a line; somebody named Sum is one in any list */
	struct list_read read = list_of("Name|Team|Cases\nAnn Oddie||\nSum Lee|Duty|4\n", LIST_TEAM, &found, perm);
	check_int(read.count, 2);
	read = list_of("Surname|Forename|Start date|FTE\nSum|Lee|1/2/20|1\nTotal|Ann|1/2/20|1\n", LIST_HR, &found, perm);
	check_int(read.count, 2);
	check_int(found.count, 0);
}

static void
a_mapped_column_that_is_gone_is_said(struct arena *perm)
{
	struct grids grids = sheet_of("Name|Start|FTE\nAnn Oddie|1/2/20|1\n", perm);
	struct profile profile = { .list = LIST_HR, .column = { [TO_FULL_NAME] = STR("name"),
		[TO_FROM] = STR("start"), [TO_BASIS] = STR("contract") } };
	struct findings found = findings_new(perm);
	read_of(grids, &profile, &found, perm);
	check_str(codes(&found, perm), S("1:0 column-gone"));
}

/* ---- proposals --------------------------------------------------------------------------------- */

struct proposal { struct changes changes; struct preview preview; struct findings found;
                  struct council after; };

/* Reads a list against a council, and gives the council as it would be after it. */
static struct proposal
propose(const struct council *council, const char *lines, struct profile known, struct arena *perm)
{
	struct proposal p = { .changes = changes_new(perm), .found = findings_new(perm), .after = *council };
	struct grids grids = sheet_of(lines, perm);
	struct profile profile;
	struct roster roster;
	struct list_read read;
	known.as_at = date_of(2026, 3, 1);
	roster_build(&roster, council, perm);
	intake_guess(&grids, known.list, &known, &profile, &p.found, perm);
	intake_read(&grids, &profile, &roster, known.as_at, &read, &p.found, perm);
	intake_propose(&read, &profile, council, &roster, &p.changes, &p.preview, &p.found, perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		p.after.of[t] = records_after(&council->of[t], &p.changes, perm);
	rules_check(&p.after, &p.changes, &p.found, perm);
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < p.after.of[t].count; i++)
			p.after.of[t].at[i].id = i + 1;              /* as the store would have given */
	return p;
}

static Str
value_of(const struct council *council, enum type_id type, int i, const char *field)
{
	return record_value(&record_types[type], &council->of[type].at[i], str_of(field));
}

#define HR_LIST \
	"Emp No|Surname|Forename|DOB|Position No|Job Title|Team|Service|WTE|Contract Type|Start Date|End Date\n" \
	"101|Oddie|Ann|1/2/80|P1|Social Worker|Duty|Safeguarding|1|Permanent|1/9/20|\n" \
	"102|O'Neill|Bo|3/4/85|P2|Team Manager|Duty|Safeguarding|0.6|Permanent|1/10/21|\n" \
	"103|Khan|Cy|5/6/90|P3|Social Worker|Court|Safeguarding|1|Fixed term|1/1/22|31/12/25\n"

static void
an_hr_list_makes_a_council_and_again_changes_nothing(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	check_int(p.found.mistakes, 0);
	check_int(p.after.of[TYPE_PERSON].count, 3);
	check_int(p.after.of[TYPE_POST].count, 3);
	check_int(p.after.of[TYPE_UNIT].count, 3);
	check_int(p.after.of[TYPE_ROLE].count, 2);
	check_int(p.after.of[TYPE_SPELL].count, 3);
	check_str(value_of(&p.after, TYPE_SPELL, 1, "fte"), S("0.6"));
	check_str(value_of(&p.after, TYPE_ROLE, 1, "census_role"), S("3"));
	check_int(p.after.of[TYPE_SPELL].at[2].when.last.day, date_of(2025, 12, 31).day);
	struct proposal again = propose(&p.after, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	check_int(again.changes.count, 0);
	check_int(again.preview.counts[ROW_SAME], 3);
	check_int(again.found.count, 0);
}

static void
a_later_list_changes_ends_and_adds(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	struct proposal q = propose(&p.after,
		"Emp No|Surname|Forename|DOB|Position No|Job Title|Team|WTE|Contract Type|Start Date|End Date|Leaving reason\n"
		"101|Oddie|Ann|1/2/80|P1|Social Worker|Duty|0.8|Permanent|1/9/20||\n"
		"102|O'Neill|Bo|3/4/85|P2|Team Manager|Duty|0.6|Permanent|1/10/21|28/2/26|Resignation\n"
		"104|Lee|Di|7/8/95|P2|Team Manager|Duty|1|Permanent|1/3/26||\n",
		(struct profile){ .list = LIST_HR }, perm);
	check_int(q.found.mistakes, 0);
	check_int(q.preview.counts[ROW_CHANGED], 2);       /* Ann's FTE, and P2, which is fuller with Di in it */
	check_int(q.preview.counts[ROW_ENDED], 1);
	check_int(q.preview.counts[ROW_ADDED], 2);
	check_int(q.after.of[TYPE_SPELL].count, 5);
	check_str(value_of(&q.after, TYPE_SPELL, 0, "fte"), S("1"));
	check_int(q.after.of[TYPE_SPELL].at[0].when.last.day, date_of(2026, 2, 28).day);
	check_str(value_of(&q.after, TYPE_SPELL, 1, "fte"), S("0.8"));
	check_str(value_of(&q.after, TYPE_SPELL, 2, "reason"), S("1"));
}

static void
who_is_missing_ends_only_if_the_list_has_everybody(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	const char *short_list = "Emp No|Surname|Forename|Position No|WTE|Start Date\n101|Oddie|Ann|P1|1|1/9/20\n";
	struct proposal kept = propose(&p.after, short_list, (struct profile){ .list = LIST_HR }, perm);
	check_int(kept.changes.count, 0);
	struct proposal ended = propose(&p.after, short_list,
		(struct profile){ .list = LIST_HR, .complete = true }, perm);
	check_int(ended.preview.counts[ROW_LEFT], 1);
	check_int(ended.after.of[TYPE_SPELL].at[1].when.last.day, date_of(2026, 2, 28).day);
}

static void
finance_says_what_posts_there_are(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	struct proposal q = propose(&p.after, "Post No|Title|Team|Budget FTE|Status\nP1|Social Worker|Duty|0.8|Funded\n"
		"P3|Social Worker|Court|1|Frozen\nP9|Social Worker|Court|1|Funded\n",
		(struct profile){ .list = LIST_FINANCE }, perm);
	check_int(q.preview.counts[ROW_CHANGED], 2);
	check_int(q.preview.counts[ROW_ADDED], 1);
	/* Ann holds 1 FTE of what finance now funds at 0.8: one of the lists is wrong, and it is said */
	check_int(q.found.mistakes, 1);
	check(found_code(&q.found, S("over-fte")));
}

static void
agency_and_teams_add_what_they_know(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	struct proposal q = propose(&p.after, "Worker|Agency|Post covered|FTE|Start\nHu, Ed|Best People|P3|1|5/1/26\n",
		(struct profile){ .list = LIST_AGENCY }, perm);
	check_int(q.found.mistakes, 0);
	check_str(value_of(&q.after, TYPE_SPELL, 3, "basis"), S("agency"));
	check_str(value_of(&q.after, TYPE_SPELL, 3, "agency"), S("Best People"));
	struct proposal r = propose(&q.after, "Name|Team|Cases\nAnn Oddie|Duty|17\nSomebody Else|Duty|3\n",
		(struct profile){ .list = LIST_TEAM }, perm);
	check_int(r.after.of[TYPE_CASELOAD].count, 1);
	check(found_code(&r.found, S("not-known")));
	check(found_code(&r.found, S("name-only")));
}

/* Cy Khan is employed; an agency worker of that name is somebody else until a number says otherwise. */
static void
an_agency_worker_is_nobody_the_council_employs_by_name_alone(struct arena *perm)
{
	static const char list[] = "Worker|Agency|Post covered|FTE|Start\nKhan, Cy|Best People|P3|1|5/1/26\n";
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	struct proposal q = propose(&p.after, list, (struct profile){ .list = LIST_AGENCY }, perm);
	check(found_code(&q.found, S("same-name")));
	check_int(q.after.of[TYPE_PERSON].count, 4);
	check_str(value_of(&q.after, TYPE_SPELL, 2, "basis"), S("fixed_term"));
	check_str(value_of(&q.after, TYPE_SPELL, 3, "basis"), S("agency"));
}

static void
a_name_that_two_people_have_is_nobody(struct arena *perm)
{
	struct council *two = council_of("person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
		"person N-2 family_name=Oddie; given_names=Ann; born=1990-02-01\n", perm);
	struct proposal p = propose(two, "Name|Team|Cases\nAnn Oddie|Duty|17\n",
		(struct profile){ .list = LIST_TEAM }, perm);
	check_int(p.changes.count, 0);
	check(found_code(&p.found, S("not-known")));
	p = propose(two, "Name|Post No|Job Title|Team|FTE|Start\nAnn Oddie|P1|Social worker|Duty|1|1/9/20\n",
	            (struct profile){ .list = LIST_HR }, perm);
	check_int(p.after.of[TYPE_PERSON].count, 3);
	check(found_code(&p.found, S("name-several")));
}

/* N-1 is not the Ann Oddie of the list; she is added once, and is herself in the next list. */
static void
somebody_said_to_be_another_is_added_once(struct arena *perm)
{
	static const char list[] = "Name|Post No|Job Title|Team|FTE|Start\nAnn Oddie|P1|Social worker|Duty|1|1/9/20\n";
	struct council *one = council_of("person N-1 family_name=Oddie; given_names=Ann\n", perm);
	struct profile known = { .list = LIST_HR };
	struct proposal p = propose(one, list, known, perm);
	check(found_code(&p.found, S("name-only")));
	check_int(p.after.of[TYPE_PERSON].count, 1);
	struct line_read line = { .by_name = S("N-1"), .values = { [TO_FAMILY_NAME] = STR("Oddie"), [TO_GIVEN_NAMES] = STR("Ann") } };
	profile_say_other(&known, &line, perm);
	check(str_find(profile_text(&known, perm), S("Oddie")) < 0);       /* no name is kept */
	p = propose(one, list, known, perm);
	check(!found_code(&p.found, S("name-only")));
	check_int(p.after.of[TYPE_PERSON].count, 2);
	struct proposal q = propose(&p.after, list, known, perm);
	check_int(q.changes.count, 0);
	check_int(q.preview.counts[ROW_SAME], 1);
	profile_unsay_other(&known, &line, perm);
	check_int(known.said_count, 0);
	q = propose(one, list, known, perm);
	check_int(q.after.of[TYPE_PERSON].count, 1);
}

static void
the_same_time_in_post_twice_is_said(struct arena *perm)
{
	struct council *nobody = council_of("", perm);
	struct proposal p = propose(nobody, HR_LIST, (struct profile){ .list = LIST_HR }, perm);
	struct proposal q = propose(&p.after, "Emp No|Name|Position No|WTE|Start Date\n101|Ann Oddie|P1|1|1/9/20\n"
		"101|Ann Oddie|P1|1|1/9/20\n", (struct profile){ .list = LIST_HR }, perm);
	check(found_code(&q.found, S("twice")));
}

static void
columns_are_shown_with_what_they_hold(struct arena *perm)
{
	struct grids grids = sheet_of("Emp No|Name|WTE|Shoe size|Shoe size\n7|Ann Oddie|1|4|5\n8|Jo Hale|1||\n9|Al Fry|0.6|6|\n", perm);
	struct findings found = findings_new(perm);
	struct profile profile;
	struct column_read *columns;
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	found = findings_new(perm);
	check_int(intake_columns(&grids, &profile, &columns, &found, perm), 5);
	check_int(columns[0].target, TO_PAYROLL);
	check_str(columns[2].samples[0], S("1"));
	check_str(columns[2].samples[1], S("0.6"));
	check_int(columns[3].target, TARGETS);
	check_str(columns[3].heading, S("shoe size"));
	check_str(columns[4].heading, S(""));            /* the second of one name cannot be named */
	check(found_code(&found, S("column-missing")));  /* no first day */
	check(found_code(&found, S("column-unused")));
	/* under a banner it is the heading that is said, not the banner */
	grids = sheet_of("Extract of the day\n\nEmp No|Name|WTE|Start date|Shoe size\n7|Ann Oddie|1|1/9/20|4\n", perm);
	found = findings_new(perm);
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	found = findings_new(perm);
	check_int(intake_columns(&grids, &profile, &columns, &found, perm), 5);
	check_int(found.count, 1);
	check(str_find(found.at[0].wrong, S("Shoe size")) >= 0);
}

static void
a_mended_cell_is_read_instead_of_the_files(struct arena *perm)
{
	struct grids grids = sheet_of("Emp No|Name|WTE\n7|Ann Oddie|1.0O\n8|Jo Hale|1\n9|Al Fry|0.6\n", perm), before = grids;
	struct profile profile = { .list = LIST_HR };
	struct cell_mend mends[] = { { 4, 0, STR("") }, { 2, 3, STR(" 1 ") }, { 2, 2, STR("") }, { 77, 1, STR("x") }, { 3, 200, STR("x") } };
	intake_mend(&grids, &profile, mends, countof(mends), perm);
	check_int(grids.at[0].row_count, 3);
	check_str(grids.at[0].rows[1].cells[2].text, S("1"));
	check_int(grids.at[0].rows[1].cells[1].kind, GRID_EMPTY);
	check_str(grids.at[0].rows[2].cells[1].text, S("Jo Hale"));
	check_int(before.at[0].row_count, 4);
	check_str(before.at[0].rows[1].cells[2].text, S("1.0O"));
}

static void
a_word_said_is_not_asked_again(struct arena *perm)
{
	struct grids grids = sheet_of("Emp No|Name|WTE|Job title|Team|Contract type|Start date\n"
		"7|Ann Oddie|1|SW2|Duty|P/T perm|1/9/20\n8|Jo Hale|1|sw 2|Duty|p/t perm|1/9/20\n", perm);
	struct council *council = council_of("", perm);
	struct findings found = findings_new(perm);
	struct roster roster;
	struct profile profile;
	struct list_read read;
	struct local_word *words;
	roster_build(&roster, council, perm);
	intake_guess(&grids, LIST_HR, NULL, &profile, &found, perm);
	found = findings_new(perm);
	intake_read(&grids, &profile, &roster, date_of(2026, 3, 1), &read, &found, perm);
	int count = intake_words(&read, &profile, &found, &words, perm);
	check_int(count, 4);                             /* "SW2" and "sw 2" are two words, "P/T perm" is one */
	check_str(words[0].word, S("P/T perm"));
	check_int(words[0].lines, 2);
	profile_say(&profile, TO_BASIS, S("P/T perm"), S("permanent"), perm);
	profile_say(&profile, TO_JOB_TITLE, S("SW2"), S("census 4"), perm);
	found = findings_new(perm);
	intake_read(&grids, &profile, &roster, date_of(2026, 3, 1), &read, &found, perm);
	check_int(found.mistakes, 0);
	check_str(read.at[1].values[TO_BASIS], S("permanent"));
	profile_say(&profile, TO_BASIS, S("P/T perm"), S(""), perm);
	found = findings_new(perm);
	intake_read(&grids, &profile, &roster, date_of(2026, 3, 1), &read, &found, perm);
	check_int(found.mistakes, 2);
}

/* ---- the FTE of posts ------------------------------------------------------------------------------ */

static struct proposal
propose_hr(const struct council *council, const char *lines, struct arena *perm)
{
	return propose(council, lines, (struct profile){ .list = LIST_HR }, perm);
}

static Str
preview_words(const struct proposal *p, enum outcome_of_row outcome, enum type_id type)
{
	for (int i = 0; i < p->preview.count; i++)
		if (p->preview.at[i].outcome == outcome && p->preview.at[i].type == &record_types[type])
			return p->preview.at[i].words;
	return (Str){ 0 };
}

/* The rows of the one post there is: "2021-10-01 0.6 0.6; 2026-03-01 1 1", its FTE and what was taken. */
static Str
post_rows(const struct council *council, struct arena *perm)
{
	struct text out = text_new(perm);
	const struct records *posts = &council->of[TYPE_POST];
	for (int i = 0; i < posts->count; i++)
		text_format(&out, "%s%.*s %.*s %.*s", i ? "; " : "", STR_ARG(date_iso(posts->at[i].when.first, perm)),
		            STR_ARG(value_of(council, TYPE_POST, i, "fte")),
		            STR_ARG(value_of(council, TYPE_POST, i, "fte_taken")));
	return text_str(&out);
}

#define HEADS "Emp No|Surname|Forename|Position No|Job Title|Team|WTE|Start Date|End Date\n"
#define ANN_06 "101|Oddie|Ann|P1|Social Worker|Duty|0.6|1/10/21|\n"

static void
a_part_time_holder_leaves_no_vacancy_in_a_post_nobody_sized(struct arena *perm)
{
	struct proposal p = propose_hr(council_of("", perm), HEADS ANN_06, perm);
	check_str(post_rows(&p.after, perm), S("2021-10-01 0.6 0.6"));
	check_str(preview_words(&p, ROW_ADDED, TYPE_POST),
	          S("Social Worker. Post FTE is not in the list: taken as 0.6, what its holder works"));
	check(found_code(&p.found, S("post-fte")));
	check_int(p.found.mistakes, 0);
	/* two who share it, and one who left before */
	p = propose_hr(council_of("", perm), HEADS ANN_06 "102|Khan|Cy|P1|Social Worker|Duty|0.4|1/1/22|\n"
		"103|Lee|Di|P1|Social Worker|Duty|0.8|1/1/19|31/8/21\n", perm);
	check_str(post_rows(&p.after, perm), S("2019-01-01 1 1"));
}

static void
a_column_of_the_posts_fte_is_what_counts(struct arena *perm)
{
	static const char *const heads[] = { "Post FTE", "Budgeted FTE", "Funded FTE", "Establishment FTE" };
	for (ptrdiff_t h = 0; h < countof(heads); h++) {
		char list[256];
		snprintf(list, sizeof list, "Emp No|Name|Post No|Job Title|Team|%s|FTE|Start Date\n"
			"101|Ann Oddie|P1|Social Worker|Duty|1|0.6|1/10/21\n", heads[h]);
		struct proposal p = propose_hr(council_of("", perm), list, perm);
		check_str(post_rows(&p.after, perm), S("2021-10-01 1 "));
		check(!found_code(&p.found, S("post-fte")));
	}
	/* where the column is there and one cell is blank, that row is asked about */
	struct proposal p = propose_hr(council_of("", perm), "Emp No|Name|Post No|Job Title|Team|Post FTE|FTE|Start Date\n"
		"101|Ann Oddie|P1|Social Worker|Duty||0.6|1/10/21\n", perm);
	check_str(post_rows(&p.after, perm), S("2021-10-01 0.6 0.6"));
	for (ptrdiff_t i = 0; i < p.found.count; i++)
		check(!str_equal(p.found.at[i].code, S("post-fte")) || p.found.at[i].line == 2);
}

static void
a_post_nobody_sized_grows_with_a_fuller_successor(struct arena *perm)
{
	struct proposal p = propose_hr(council_of("", perm), HEADS ANN_06, perm);
	struct proposal q = propose_hr(&p.after, HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.6|1/10/21|31/1/26\n"
		"104|Lee|Di|P1|Social Worker|Duty|1|1/2/26|\n", perm);
	check_int(q.found.mistakes, 0);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6; 2026-02-01 1 1"));
	check_str(preview_words(&q, ROW_CHANGED, TYPE_POST), S("FTE: 0.6 becomes 1 from 1 February 2026, since its "
		"holders work that, and nobody has said the post\u2019s FTE"));
	/* a handover of a month is no reason to grow: 1 to 31 January is 31 days */
	q = propose_hr(&p.after, HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.6|1/10/21|31/1/26\n"
		"104|Lee|Di|P1|Social Worker|Duty|0.6|1/1/26|\n", perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6"));
	check(found_code(&q.found, S("handover")));
	/* one of 32 days is */
	q = propose_hr(&p.after, HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.6|1/10/21|31/1/26\n"
		"104|Lee|Di|P1|Social Worker|Duty|0.6|31/12/25|\n", perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6; 2025-12-31 1.2 1.2"));
	/* somebody who works more than before, from the day of the list */
	q = propose_hr(&p.after, HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.8|1/10/21|\n", perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6; 2026-03-01 0.8 0.8"));
	/* and less: the post stays */
	q = propose_hr(&p.after, HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.5|1/10/21|\n", perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6"));
}

static void
a_post_whose_fte_was_said_does_not_grow(struct arena *perm)
{
	static const char fuller[] = HEADS "101|Oddie|Ann|P1|Social Worker|Duty|0.6|1/10/21|31/1/26\n"
		"104|Lee|Di|P1|Social Worker|Duty|1|1/3/26|\n";
	struct proposal p = propose_hr(council_of("", perm), HEADS ANN_06, perm);
	/* finance says the very same: it was that all along */
	struct proposal q = propose(&p.after, "Post No|Title|Team|Budget FTE\nP1|Social Worker|Duty|0.6\n",
		(struct profile){ .list = LIST_FINANCE }, perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 "));
	check_str(preview_words(&q, ROW_CHANGED, TYPE_POST),
	          S("FTE: 0.6, which was taken from its holders, is now said by the list"));
	q = propose_hr(&q.after, fuller, perm);
	check(found_code(&q.found, S("over-fte")));
	check_int(q.after.of[TYPE_POST].count, 1);
	/* so it is when HR's list says it later; and a person who writes another FTE has said it too */
	q = propose_hr(&p.after, "Emp No|Name|Post No|Post FTE|FTE|Start Date\n101|Ann Oddie|P1|0.8|0.6|1/10/21\n", perm);
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.6 0.6; 2026-03-01 0.8 "));
	struct council *said = council_of("unit U-1 2020-01-01 open name=Duty; kind=team\n"
		"role R-1 2020-01-01 open title=Social Worker; family=social_work; census_role=5; registered=yes\n"
		"post P-1 2021-10-01 open title=Social Worker; unit=U-1; role=R-1; fte=0.7; fte_taken=0.6; status=funded; number=P1\n",
		perm);
	q = propose_hr(said, fuller, perm);
	check(found_code(&q.found, S("over-fte")));
	/* another FTE of HR's beside what was said is asked about, and changes nothing */
	q = propose_hr(said, "Emp No|Name|Post No|Post FTE|FTE|Start Date\n101|Ann Oddie|P1|0.8|0.6|1/10/21\n", perm);
	check(found_code(&q.found, S("post-fte-differs")));
	check_str(post_rows(&q.after, perm), S("2021-10-01 0.7 0.6"));
}

static void
an_agency_worker_makes_a_post_of_what_they_work(struct arena *perm)
{
	struct proposal p = propose(council_of("", perm), "Worker|Agency|Post covered|Job title|Team|FTE|Start\n"
		"Hu, Ed|Best People|P9|Social worker|Duty|0.8|5/1/26\n", (struct profile){ .list = LIST_AGENCY }, perm);
	check_str(post_rows(&p.after, perm), S("2026-01-05 0.8 0.8"));
	/* a holder of 0.6 makes it no larger: who helps out does not hold it */
	struct proposal q = propose_hr(&p.after, "Emp No|Name|Post No|FTE|Start Date\n7|Ann Oddie|P9|0.6|1/2/26\n", perm);
	check_int(q.after.of[TYPE_POST].count, 1);
	check_int(q.found.mistakes, 0);
}

static void
a_new_time_in_post_is_told_with_its_fte_and_last_day(struct arena *perm)
{
	struct proposal p = propose(council_of("", perm), HEADS "101|Oddie|Ann|P1|Social Worker|Duty|18.5 hrs|1/10/21|31/3/26\n",
		(struct profile){ .list = LIST_HR, .hours_full_time = 3700 }, perm);
	check_str(preview_words(&p, ROW_ADDED, TYPE_SPELL),
	          S("in post P1 from 1 October 2021 to 31 March 2026, 0.5 FTE (18.5 of 37 hours)"));
	/* by the records' number of the post where the list has none */
	struct proposal q = propose(&p.after, "Post No|Title|Team|Budget FTE\nP2|Social Worker|Duty|1.5\n",
		(struct profile){ .list = LIST_FINANCE }, perm);
	check_str(preview_words(&q, ROW_ADDED, TYPE_POST), S("Social Worker, 1.5 FTE"));
}

/* ---- vacant posts ---------------------------------------------------------------------------------- */

static void
a_vacant_row_adds_its_post_with_nobody_in_it(struct arena *perm)
{
	struct proposal p = propose_hr(council_of("", perm), HEADS "|VACANT||P1|Social Worker|Duty|0.6||\n"
		"|To be recruited||P2|Social Worker|Duty|1|1/1/26|\n", perm);
	check_int(p.found.mistakes, 0);
	check_str(post_rows(&p.after, perm), S("2026-03-01 0.6 0.6; 2026-01-01 1 1"));
	check_int(p.after.of[TYPE_SPELL].count, 0);
	check_int(p.after.of[TYPE_PERSON].count, 0);
	check_str(preview_words(&p, ROW_ADDED, TYPE_POST), S("Social Worker, vacant. Post FTE is not in the "
		"list: taken as 0.6, what is vacant"));
	/* again it says the same */
	struct proposal q = propose_hr(&p.after, HEADS "|VACANT||P1|Social Worker|Duty|0.6||\n", perm);
	check_int(q.changes.count, 0);
	check_str(preview_words(&q, ROW_SAME, TYPE_POST), S("post, vacant"));
	/* a part that is vacant beside a holder */
	p = propose_hr(council_of("", perm), HEADS ANN_06 "|Vacancy||P1|Social Worker|Duty|0.4||\n", perm);
	check_str(post_rows(&p.after, perm), S("2021-10-01 1 1"));
}

static void
a_vacant_row_without_a_number_says_what_to_do(struct arena *perm)
{
	struct proposal p = propose_hr(council_of("", perm), HEADS "|TBC|||Social Worker|Duty|1||\n", perm);
	check(found_code(&p.found, S("vacant-no-post")));
	check_int(p.changes.count, 0);
}

static void
a_vacant_row_ends_nobody_by_itself(struct arena *perm)
{
	struct proposal p = propose_hr(council_of("", perm), HEADS ANN_06, perm);
	struct proposal q = propose_hr(&p.after, HEADS "|VACANT||P1|Social Worker|Duty|1||\n", perm);
	check(found_code(&q.found, S("vacant-held")));
	check_int(q.changes.count, 0);
	q = propose(&p.after, HEADS "|VACANT||P1|Social Worker|Duty|0.6||\n",
	            (struct profile){ .list = LIST_HR, .complete = true }, perm);
	check(!found_code(&q.found, S("vacant-held")));
	check_int(q.preview.counts[ROW_LEFT], 1);
	/* somebody named Vacanti is somebody */
	q = propose_hr(council_of("", perm), HEADS "9|Vacanti|Leo|P1|Social Worker|Duty|1|1/1/20|\n", perm);
	check_int(q.after.of[TYPE_SPELL].count, 1);
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
	run(dates_of_every_kind_in_one_column_are_read);
	run(names_in_one_column_are_parted);
	run(totals_blanks_and_headings_again_are_left_out);
	run(every_bad_cell_of_a_line_is_said);
	run(hours_in_a_column_of_fte_are_hours_once_full_time_is_said);
	run(what_a_spreadsheet_could_not_work_out_is_said);
	run(words_said_once_are_known_and_months_come_first_only_if_said);
	run(days_counted_from_1904_are_those_days);
	run(another_table_below_a_list_of_everybody_is_a_mistake);
	run(only_what_is_surely_no_line_is_left_out);
	run(a_mapped_column_that_is_gone_is_said);
	run(an_hr_list_makes_a_council_and_again_changes_nothing);
	run(a_later_list_changes_ends_and_adds);
	run(who_is_missing_ends_only_if_the_list_has_everybody);
	run(finance_says_what_posts_there_are);
	run(agency_and_teams_add_what_they_know);
	run(an_agency_worker_is_nobody_the_council_employs_by_name_alone);
	run(a_name_that_two_people_have_is_nobody);
	run(columns_are_shown_with_what_they_hold);
	run(a_mended_cell_is_read_instead_of_the_files);
	run(a_word_said_is_not_asked_again);
	run(somebody_said_to_be_another_is_added_once);
	run(the_same_time_in_post_twice_is_said);
	run(a_part_time_holder_leaves_no_vacancy_in_a_post_nobody_sized);
	run(a_column_of_the_posts_fte_is_what_counts);
	run(a_post_nobody_sized_grows_with_a_fuller_successor);
	run(a_post_whose_fte_was_said_does_not_grow);
	run(an_agency_worker_makes_a_post_of_what_they_work);
	run(a_new_time_in_post_is_told_with_its_fte_and_last_day);
	run(a_vacant_row_adds_its_post_with_nobody_in_it);
	run(a_vacant_row_without_a_number_says_what_to_do);
	run(a_vacant_row_ends_nobody_by_itself);
	return tests_end();
}
