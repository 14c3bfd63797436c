/* grids_bench.c: a list of 50,000 lines and twelve columns, from a workbook and from CSV, to cells, to lines
 * and to the changes it proposes for a council that has nobody.
 *
 * Budget: 0.7 s for the workbook to cells, 2 s and 200 MB resident for all of it. The workbook is written by
 * libxlsxwriter into a temporary file; the CSV says the same.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "files/file.h"
#include "intake/intake.h"

enum { LINES = 50000, ROUNDS = 3, FILE_MOST = 8 << 20 };

static const char *const heads[] = { "Emp No", "Surname", "Forename", "DOB", "Position No", "Job Title", "Team",
                                     "Service", "WTE", "Contract Type", "Start Date", "Notes" };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static long
resident_mb(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss / 1024;
}

static void
write_line(lxw_worksheet *sheet, lxw_format *date, lxw_row_t row)
{
	char text[64];
	static const char *const jobs[] = { "Social worker", "Senior practitioner", "Team manager" };
	worksheet_write_number(sheet, row, 0, 100000 + row, NULL);
	snprintf(text, sizeof text, "Oddie%u", row % 7919);
	worksheet_write_string(sheet, row, 1, text, NULL);
	snprintf(text, sizeof text, "Ann%u", row % 1009);
	worksheet_write_string(sheet, row, 2, text, NULL);
	worksheet_write_number(sheet, row, 3, 25000 + row % 10000, date);
	snprintf(text, sizeof text, "P%u", row);
	worksheet_write_string(sheet, row, 4, text, NULL);
	worksheet_write_string(sheet, row, 5, jobs[row % 3], NULL);
	snprintf(text, sizeof text, "Team %u", row % 400);
	worksheet_write_string(sheet, row, 6, text, NULL);
	snprintf(text, sizeof text, "Service %u", row % 400 / 20);
	worksheet_write_string(sheet, row, 7, text, NULL);
	worksheet_write_number(sheet, row, 8, row % 5 ? 1 : 0.6, NULL);
	worksheet_write_string(sheet, row, 9, "Permanent", NULL);
	worksheet_write_number(sheet, row, 10, 40000 + row % 5000, date);
	worksheet_write_string(sheet, row, 11, row % 10 ? "" : "to be looked at", NULL);
}

static void
write_book(const char *path)
{
	lxw_workbook *book = workbook_new(path);
	lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
	lxw_format *date = workbook_add_format(book);
	format_set_num_format(date, "dd/mm/yyyy");
	for (lxw_col_t c = 0; c < countof(heads); c++)
		worksheet_write_string(sheet, 0, c, heads[c], NULL);
	for (lxw_row_t row = 1; row <= LINES; row++)
		write_line(sheet, date, row);
	lxw_error written = workbook_close(book);
	assert(written == LXW_NO_ERROR);
}

/* Written by a process of its own, so that its memory is not counted here. */
static Str
workbook_bytes(struct arena *perm)
{
	char path[] = "/tmp/mainstay-bench-XXXXXX";
	int descriptor = mkstemp(path), status;
	assert(descriptor >= 0);
	close(descriptor);
	pid_t child = fork();
	assert(child >= 0);
	if (child == 0) {
		write_book(path);
		_exit(0);
	}
	waitpid(child, &status, 0);
	assert(status == 0);
	Str bytes;
	struct error err;
	bool read = file_read(str_of(path), FILE_MOST, &bytes, perm, &err);
	assert(read);
	unlink(path);
	return bytes;
}

/* The same list as CSV, from its cells. */
static Str
csv_bytes(const struct grid *grid, struct arena *perm)
{
	struct text out = text_new(perm);
	for (int r = 0; r < grid->row_count; r++) {
		for (int c = 0; c < grid->rows[r].count; c++)
			text_format(&out, "%s%.*s", c ? "," : "", STR_ARG(grid->rows[r].cells[c].text));
		text_char(&out, '\n');
	}
	return text_str(&out);
}

static struct grids
time_of(const char *name, Str bytes, struct arena *perm)
{
	double best = 1e9;
	struct grids grids;
	struct arena begin = *perm;
	for (int round = 0; round < ROUNDS; round++) {
		*perm = begin;
		struct findings found = findings_new(perm);
		double start = seconds();
		bool read = grids_read(bytes, S("list"), &grids, &found, perm);
		double took = seconds() - start;
		assert(read);
		assert(found.count == 0);
		assert(grids.at[0].row_count == LINES + 1);
		best = took < best ? took : best;
	}
	printf("%-16s %5.1f MB  %6.3f s to cells, %5.1f MB kept\n", name, (double)bytes.len / 1e6, best,
	       (double)(perm->next - begin.next) / 1e6);
	return grids;
}

static void
time_proposal(const struct list_read *read, const struct profile *profile, const struct council *council,
              const struct roster *roster, struct arena *perm)
{
	struct findings found = findings_new(perm);
	struct changes changes = changes_new(perm);
	struct preview preview;
	char *begin = perm->next;
	double start = seconds();
	intake_propose(read, profile, council, roster, &changes, &preview, &found, perm);
	double took = seconds() - start;
	assert(preview.counts[ROW_ADDED] >= LINES);
	printf("%-16s %8s %6.3f s to changes, %5.1f MB kept, %d changes\n", "proposal", "", took,
	       (double)(perm->next - begin) / 1e6, (int)changes.count);
}

static void
time_intake(const struct grids *grids, struct arena *perm)
{
	struct findings found = findings_new(perm);
	struct profile profile;
	struct list_read read;
	struct council council = { 0 };
	struct roster roster;
	for (int t = 0; t < RECORD_TYPES; t++)
		council.of[t].type = &record_types[t];
	roster_build(&roster, &council, perm);
	char *begin = perm->next;
	double start = seconds();
	intake_guess(grids, LIST_HR, NULL, &profile, &found, perm);
	intake_read(grids, &profile, &roster, date_of(2026, 3, 1), &read, &found, perm);
	double took = seconds() - start;
	assert(read.count == LINES);
	assert(found.mistakes == 0);
	printf("%-16s %8s %6.3f s to lines, %5.1f MB kept\n", "intake", "", took, (double)(perm->next - begin) / 1e6);
	profile.as_at = date_of(2026, 3, 1);
	time_proposal(&read, &profile, &council, &roster, perm);
}

int
main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)2 << 30);
	Str book = workbook_bytes(&perm);
	struct grids grids = time_of("workbook", book, &perm);
	time_intake(&grids, &perm);
	printf("%-16s %5ld MB resident\n", "so far", resident_mb());
	time_of("CSV", csv_bytes(&grids.at[0], &perm), &perm);
	return 0;
}
