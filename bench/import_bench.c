/* import_bench.c: a list of 50,000 rows of time in post, from the file to the records: how long each part takes, and how
 * much memory.
 *
 *     import_bench [STORE]
 *
 * 3,000 people in 1,500 posts over ten years. First the list adds everything it speaks of; then it comes again
 * a day later with another FTE on each row. STORE is a file or a PostgreSQL URL; a file under /tmp unless given.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "app/load.h"

enum { ROWS = 50000, POSTS = 1500, TEAMS = 120, DAYS = 109 };

struct clock { struct load_progress progress; struct timespec last; const char *doing; };

static double
seconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

static void
tell(struct load_progress *progress, enum load_stage stage, int rows)
{
	static const char *const words[] = { "opening", "reading", "matching", "judging", "judging and writing", "over" };
	struct clock *clock = (struct clock *)progress;
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("  %-20s %6.3f s  %4ld MiB at most so far\n", clock->doing, seconds_since(&clock->last), usage.ru_maxrss / 1024);
	clock_gettime(CLOCK_MONOTONIC, &clock->last);
	clock->doing = words[stage];
	(void)rows;
}

/* 1,500 posts in ten years: in each of 34 periods of 109 days every post has a holder, who comes again in
 * the next but one. */
static Str
list_of(const char *fte, struct arena *perm)
{
	static const char *const titles[] = { "Social worker", "Senior social worker", "Team manager" };
	struct text out = text_new(perm);
	text_format(&out, "Payroll,Surname,Forename,DOB,Post number,Job title,Team,FTE,Contract type,Start date,End date\n");
	for (int i = 0; i < ROWS; i++) {
		int post = i % POSTS, period = i / POSTS, who = 2 * post + period % 2;
		Date first = { date_of(2015, 6, 1).day + period * DAYS }, last = { first.day + DAYS - 1 };
		bool open = period == ROWS / POSTS - (post >= ROWS % POSTS);
		struct arena scratch = *perm;
		scratch.next += 1 << 26;             /* beyond the text, which grows */
		Str from = date_iso(first, &scratch), to = open ? S("") : date_iso(last, &scratch);
		text_format(&out, "%d,O'Connor %d,J\u00f6rg,%d/%d/%d,P%05d,%s,Team %d,%s,Permanent,%.*s,%.*s\n", 100000 + who, who,
		            1 + who % 28, 1 + who % 12, 1965 + who % 30, post, titles[post % 3], post % TEAMS, open ? fte : "1", STR_ARG(from),
		            STR_ARG(to));
	}
	return text_str(&out);
}

static void
load(const struct world *world, const char *name, const char *fte, Date day, struct arena *perm)
{
	static const struct viewer machine = { .account = STR("command line"), .all = true };
	struct clock clock = { { tell }, { 0 }, "opening" };
	struct timespec begin;
	struct answer answer;
	struct ask ask = { .area = S("walsall"), .today = day, .now = (int64_t)day.day * 86400, .viewer = &machine,
	                   .file = { true, S("list.csv"), list_of(fte, perm) }, .progress = &clock.progress };
	struct sents *sents = new(perm, 1, struct sents);
	sents->at[sents->count++] = (struct sent){ S("list"), S("hr") };
	ask.sent = sents;
	printf("%s\n", name);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	clock.last = begin;
	if (!admit(world, &ask, (struct need){ OF_COUNCIL, GROUP_IMPORTS, REACH_WRITE }, &answer, perm)) {
		printf("not admitted\n");
		exit(1);
	}
	answer = take_list(world, &ask, perm);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("  %.*s: %.3f s, %ld MiB at most\n", STR_ARG(answer.document.title), seconds_since(&begin), usage.ru_maxrss / 1024);
	if (answer.outcome != DONE) {
		Str words = document_text(&answer.document, false, 100, perm);
		printf("%.*s\n", STR_ARG(str_upto(words, words.len < 2000 ? words.len : 2000)));
	}
	dismiss(world, &ask);
}

int
main(int count, char **arguments)
{
	struct arena perm = arena_reserve((ptrdiff_t)4 << 30);
	struct world world;
	struct error err = { "" };
	Str path = count > 1 ? str_of(arguments[1]) : str_format(&perm, "/tmp/import-bench-%d.db", (int)getpid());
	if (!world_open(&world, path, &perm, &err) || !(world.keeper = keeper_open(path, &err))) {
		printf("%s\n", err.text);
		return 1;
	}
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	printf("the program with its figures: %ld MiB\n", usage.ru_maxrss / 1024);
	char *mark = perm.next;
	load(&world, "50,000 rows, all new", "1", date_of(2026, 3, 1), &perm);
	arena_trim(&perm, mark, 0);
	perm.next = mark;
	load(&world, "50,000 rows, another FTE on each", "0.8", date_of(2026, 3, 2), &perm);
	keeper_close(world.keeper);
	if (count < 2)
		unlink(str_c(path, &perm));
	return 0;
}
