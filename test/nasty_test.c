/* nasty_test.c: twenty lists as councils have them, through files/ and intake/, and what a careful person
 * would say about each.
 *
 * The lists are in test/data/lists: CSV as it came, and workbooks as plain text (*.sheet), which
 * xlsx_maker.h makes into a workbook. Every person in them is made up. Beside each stands (*.says) how its
 * lines must read, each value by its column, and what must be said of it, worked out by hand from the
 * list: 44075 is 1 September 2020, as 43831 is 1 January and 244 days lie between.
 */
#include "check.h"
#include "xlsx_maker.h"

#include "files/file.h"
#include "intake/intake.h"

struct nasty { const char *file; enum list_kind list; };

static Str
bytes_of(const char *file, struct arena *perm)
{
	struct error err;
	Str bytes = { 0 };
	Str path = str_format(perm, SOURCE_ROOT "/test/data/lists/%s", file);
	check(file_read(path, 1 << 20, &bytes, perm, &err));
	return str_ends(path, S(".sheet")) ? sheets_made(bytes, perm) : bytes;
}

/* A line a line: its row, "!" where it cannot be used, and each value by its column's name. */
static Str
lines_said(const struct list_read *read, struct arena *perm)
{
	struct text out = text_new(perm);
	for (int i = 0; i < read->count; i++) {
		const struct line_read *line = &read->at[i];
		text_format(&out, "%d%s:", line->line, line->unreadable ? "!" : "");
		for (int t = 0; t < TARGETS; t++)
			if (line->values[t].len > 0 && t != TO_FULL_NAME)
				text_format(&out, " %.*s=%.*s", STR_ARG(target_rows[t].name), STR_ARG(line->values[t]));
		text_char(&out, '\n');
	}
	return text_str(&out);
}

static Str
findings_said(const struct findings *found, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < found->count; i++) {
		text_add(&out, finding_text(&found->at[i], perm));
		text_char(&out, '\n');
	}
	return text_str(&out);
}

static void
check_nasty(const struct nasty *nasty, struct arena *perm)
{
	struct findings found = findings_new(perm);
	struct council council = { 0 };
	struct grids grids;
	struct profile profile;
	struct roster roster;
	struct list_read read;
	for (int t = 0; t < RECORD_TYPES; t++)
		council.of[t].type = &record_types[t];
	roster_build(&roster, &council, perm);
	check(grids_read(bytes_of(nasty->file, perm), str_of(nasty->file), &grids, &found, perm));
	intake_guess(&grids, nasty->list, NULL, &profile, &found, perm);
	intake_read(&grids, &profile, &roster, date_of(2026, 3, 1), &read, &found, perm);
	Str says = str_format(perm, "%.*s\n%.*s", STR_ARG(lines_said(&read, perm)), STR_ARG(findings_said(&found, perm)));
	Str wants = bytes_of(str_c(str_format(perm, "%s.says", nasty->file), perm), perm);
	check_str(says, wants);
}

static const struct nasty nasties[] = {
	{ "banner.sheet", LIST_HR },
	{ "dates.csv", LIST_HR },
	{ "styled-dates.sheet", LIST_HR },
	{ "totals.sheet", LIST_FINANCE },
	{ "windows.csv", LIST_HR },
	{ "hidden.sheet", LIST_HR },
	{ "formulas.sheet", LIST_HR },
	{ "one-number.csv", LIST_HR },
	{ "blanks.csv", LIST_HR },
	{ "hours.sheet", LIST_HR },
	{ "two-tables.sheet", LIST_HR },
	{ "noughts.sheet", LIST_HR },
	{ "two-posts.csv", LIST_HR },
	{ "agency.csv", LIST_AGENCY },
	{ "ends-early.csv", LIST_HR },
	{ "team.csv", LIST_TEAM },
	{ "vacant.csv", LIST_HR },
	{ "groups.csv", LIST_HR },
	{ "posts.sheet", LIST_FINANCE },
	{ "unicode.txt", LIST_HR },
};

static void
every_nasty_list_is_read_as_a_careful_person_would(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(nasties); i++) {
		struct arena scratch = *perm;
		int before = checks_failed_here;
		check_nasty(&nasties[i], &scratch);
		if (checks_failed_here > before)
			printf("in %s\n", nasties[i].file);
	}
}

int
main(void)
{
	run(every_nasty_list_is_read_as_a_careful_person_would);
	return tests_end();
}
