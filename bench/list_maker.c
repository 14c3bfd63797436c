/* list_maker.c: for import.sh: lists of 50,000 rows of time in post, as CSV and as workbooks; for applications.sh: lists of
 * 5,000 applications; and what a command takes.
 *
 *     list_maker lists FOLDER          writes list, changed and others, each .csv and .xlsx
 *     list_maker applications FOLDER   writes applications and later: half of them a stage further
 *     list_maker run COMMAND ...       runs it, and says how long it took and how much memory it had at most
 *
 * 1,500 posts in ten years: in each of 34 periods of 109 days every post has a holder, who comes again in the next but one,
 * so 3,000 people. In `changed` everybody still in post has another FTE; `others` are other people in other posts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/date.h"

enum { ROWS = 50000, APPLICATIONS = 5000, POSTS = 1500, TEAMS = 120, DAYS = 109, COLUMNS = 11, CELL_ROOM = 40 };

static const char *const heads[COLUMNS] = { "Payroll", "Surname", "Forename", "DOB", "Post number", "Job title", "Team", "FTE",
                                            "Contract type", "Start date", "End date" };
static const struct list { const char *name, *open_fte; char letter; int first_payroll; } lists[] = {
	{ "list", "1", 'P', 100000 }, { "changed", "0.8", 'P', 100000 }, { "others", "1", 'Q', 500000 },
};

static void
write_day(char *cell, Date day, struct arena scratch)
{
	snprintf(cell, CELL_ROOM, "%.*s", STR_ARG(date_iso(day, &scratch)));
}

static void
row_of(char cells[COLUMNS][CELL_ROOM], const struct list *list, int i, struct arena scratch)
{
	static const char *const titles[] = { "Social worker", "Senior social worker", "Team manager" };
	int post = i % POSTS, period = i / POSTS, who = 2 * post + period % 2;
	Date first = { date_of(2015, 6, 1).day + period * DAYS };
	bool open = period == ROWS / POSTS - (post >= ROWS % POSTS);
	snprintf(cells[0], CELL_ROOM, "%d", list->first_payroll + who);
	snprintf(cells[1], CELL_ROOM, "O'Connor %c%d", list->letter, who);
	snprintf(cells[2], CELL_ROOM, "J\u00f6rg");
	snprintf(cells[3], CELL_ROOM, "%d/%d/%d", 1 + who % 28, 1 + who % 12, 1965 + who % 30);
	snprintf(cells[4], CELL_ROOM, "%c%05d", list->letter, post);
	snprintf(cells[5], CELL_ROOM, "%s", titles[post % 3]);
	snprintf(cells[6], CELL_ROOM, "Team %d", post % TEAMS);
	snprintf(cells[7], CELL_ROOM, "%s", open ? list->open_fte : "1");
	snprintf(cells[8], CELL_ROOM, "Permanent");
	write_day(cells[9], first, scratch);
	cells[10][0] = 0;
	if (!open)
		write_day(cells[10], (Date){ first.day + DAYS - 1 }, scratch);
}

/* ---- applications -------------------------------------------------------------------------------------- */

static const char *const applied_heads[COLUMNS] = { "Reference", "First name", "Surname", "Email", "Round", "Role", "Experience",
                                                    "Date applied", "Status", "Status date", "Ethnicity" };
static const struct list applied_lists[] = { { "applications", "", 'A', 0 }, { "later", "", 'A', 1 } };

/* `first_payroll` 1: the list of a week later. */
static void
applied_row_of(char cells[COLUMNS][CELL_ROOM], const struct list *list, int i, struct arena scratch)
{
	static const char *const stages[] = { "New", "Shortlisted", "Interview", "Interviewed", "Rejected" };
	static const char *const answers[] = { "WBRI", "AIND", "BAFR", "", "Prefer not to say" };
	bool moved = list->first_payroll && i % 2 == 0 && i % 5 < 3;
	snprintf(cells[0], CELL_ROOM, "T%06d", i);
	snprintf(cells[1], CELL_ROOM, "J\u00f6rg");
	snprintf(cells[2], CELL_ROOM, "O'Connor %d", i);
	snprintf(cells[3], CELL_ROOM, "applicant%d@example.net", i);
	snprintf(cells[4], CELL_ROOM, "RN-00000%d", 1 + i % 5);
	snprintf(cells[5], CELL_ROOM, "R-000001");
	snprintf(cells[6], CELL_ROOM, "%s", i % 3 ? "Experienced" : "NQSW");
	write_day(cells[7], (Date){ date_of(2025, 1, 2).day + i % 200 }, scratch);
	snprintf(cells[8], CELL_ROOM, "%s", stages[i % 5 + moved]);
	write_day(cells[9], (Date){ date_of(2025, 8, 1).day + 7 * moved }, scratch);
	snprintf(cells[10], CELL_ROOM, "%s", answers[i / 7 % 5]);
}

/* ---- files ----------------------------------------------------------------------------------------------- */

struct sheet {
	const char *const *heads;
	int rows, number, other_number;      /* columns of numbers; -1: none */
	void (*row_of)(char cells[COLUMNS][CELL_ROOM], const struct list *list, int i, struct arena scratch);
};
static const struct sheet of_posts = { heads, ROWS, 0, 7, row_of };
static const struct sheet of_applications = { applied_heads, APPLICATIONS, -1, -1, applied_row_of };

static bool
write_list(const char *folder, const struct sheet *as, const struct list *list, struct arena scratch)
{
	char path[4096], cells[COLUMNS][CELL_ROOM];
	snprintf(path, sizeof path, "%s/%s.csv", folder, list->name);
	FILE *csv = fopen(path, "w");
	snprintf(path, sizeof path, "%s/%s.xlsx", folder, list->name);
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
	for (lxw_row_t r = 0; csv && r <= (lxw_row_t)as->rows; r++) {
		if (r > 0)
			as->row_of(cells, list, (int)r - 1, scratch);
		for (lxw_col_t c = 0; c < COLUMNS; c++) {
			const char *text = r ? cells[c] : as->heads[c];
			fprintf(csv, "%s%s", c ? "," : "", text);
			if (r && (c == as->number || c == as->other_number))
				worksheet_write_number(sheet, r, c, atof(text), NULL);
			else if (*text)
				worksheet_write_string(sheet, r, c, text, NULL);
		}
		fputc('\n', csv);
	}
	bool booked = workbook_close(book) == LXW_NO_ERROR;
	return csv && fclose(csv) == 0 && booked;
}

static int
run(char **words)
{
	struct timespec began, ended;
	struct rusage usage;
	int status = 0;
	fflush(stdout);
	clock_gettime(CLOCK_MONOTONIC, &began);
	pid_t child = fork();
	if (child == 0) {
		if (!freopen("/dev/null", "w", stdout))
			_exit(126);
		execv(words[0], words);
		_exit(127);
	}
	wait4(child, &status, 0, &usage);
	clock_gettime(CLOCK_MONOTONIC, &ended);
	double took = (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9;
	double worked = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	                (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
	printf("%.2f s, %.2f s of it at work, %ld MiB, status %d\n", took, worked, usage.ru_maxrss / 1024, WEXITSTATUS(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}

int
main(int count, char **words)
{
	struct arena scratch = arena_reserve(1 << 20);
	if (count > 2 && strcmp(words[1], "run") == 0)
		return run(words + 2);
	bool applications = count == 3 && strcmp(words[1], "applications") == 0;
	if (count != 3 || (!applications && strcmp(words[1], "lists") != 0)) {
		fprintf(stderr, "Usage: list_maker lists|applications FOLDER | list_maker run COMMAND ...\n");
		return 2;
	}
	const struct list *which = applications ? applied_lists : lists;
	for (int i = 0; i < (applications ? countof(applied_lists) : countof(lists)); i++)
		if (!write_list(words[2], applications ? &of_applications : &of_posts, &which[i], scratch))
			return 1;
	return 0;
}
