/* kill.c: 300 rounds on SQLite, some on PostgreSQL, and two controls. Usage: kill PROGRAM LOOSE [ROUNDS [SEED]]; LOOSE: loose.so */
#include "kill.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "signed_in.h"
#include "stores.h"

enum {
	ROUNDS_ON_SQLITE = 300, ROUNDS_ON_POSTGRES = 60, CONTROL_ROUNDS_MOST = 60,
	ROUNDS_A_STORE = 15,         /* then a new one: what is judged grows with each round */
	ROUND_TURNS = 4,             /* one in four is for lists, one for commands */
	/* In a hundred rounds: 86 were seen. Of a small commit a quarter passes after the journal has gone, since its folder is made
	 * safe too; left to chance, a busy machine hit 48. */
	JOURNALS_LEAST = 70,
	AIM_STEP_US = 50, AIM_MOST_US = 50000, AIM_AFTER_US = 1000,
	WAIT_LEAST_MS = 5, WAIT_MOST_MS = 120, START_MOST_MS = 2000,
};

enum control { AS_IT_IS, WRITES_DOWN_EARLY, HAS_NO_TRANSACTIONS };

static const char *program, *loose;
static int rounds_on_sqlite = ROUNDS_ON_SQLITE;
static uint64_t seed = 20261127;

static int
random_below(int most)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((seed >> 33) % (uint64_t)most);
}

static void
sleep_us(int us)
{
	struct timespec wait = { us / 1000000, us % 1000000 * 1000L };
	nanosleep(&wait, NULL);
}

/* ---- a store to begin with --------------------------------------------------------------------- */

static Str
folder_in(const struct trial *trial, const char *name, struct arena *perm)
{
	Str path = str_format(perm, "%.*s/%s", STR_ARG(trial->folder), name);
	mkdir(str_c(path, perm), 0700);
	return path;
}

/* Letters go into a folder, as many a minute as come. */
static bool
fill_recruiting(struct trial *trial, const char *account, struct arena *perm)
{
	trial->recruiting.mail = str_format(perm, "%.*s/mail", STR_ARG(trial->folder));
	FILE *file = fopen(str_c(trial->recruiting.mail, perm), "w");
	if (!file)
		return false;
	fprintf(file, "by = folder\nfolder = %.*s/letters\na-minute = 3000\n", STR_ARG(trial->folder));
	fclose(file);
	return chmod(str_c(trial->recruiting.mail, perm), 0600) == 0 && recruit_fill(trial, account, perm);
}

/* Thirty people in ten teams, an administrator who is also HR lead, and three whose duties change. */
static bool
fill_store(struct trial *trial, struct arena *perm)
{
	static const struct grant admin[] = {
		{ .duty = DUTY_HR_LEAD, .scope = SCOPE_AUTHORITY, .authority = STR(COUNCIL), .when = { { 0 }, { 2932896 } } },
		{ .duty = DUTY_HR_LEAD, .scope = SCOPE_AUTHORITY, .authority = STR(RECRUITING), .when = { { 0 }, { 2932896 } } },
		{ .duty = DUTY_LEARNING, .scope = SCOPE_AUTHORITY, .authority = STR(RECRUITING), .when = { { 0 }, { 2932896 } } },
		{ .duty = DUTY_SYSADMIN, .scope = SCOPE_AUTHORITY, .authority = STR(MACHINE), .when = { { 0 }, { 2932896 } } },
	};
	Str path = str_format(perm, "%.*s/lists/base.csv", STR_ARG(trial->folder));
	FILE *file = fopen(str_c(path, perm), "w");
	if (!file)
		return false;
	fprintf(file, "Payroll,Surname,Forename,DOB,Post number,Job title,Team,FTE,Contract type,Start date\n");
	for (int i = 0; i < 30; i++)
		fprintf(file, "B%d,Base%d,Ann,1/2/1980,B%d,Social worker,Team %d,1,Permanent,1/2/2020\n", i, i, i, i % 10);
	fclose(file);
	const char *const words[] = { "load", str_c(path, perm), "--authority", COUNCIL, "--list", "hr", "--on", "2026-03-01",
	                              "--store", str_c(trial->store, perm), NULL };
	Str says;
	if (!command_run(trial, 0, words, &says, perm))
		return false;
	const char *const round[] = { "record", "add", "recruitment-rounds", "--authority", COUNCIL, "--set",
	                              "name=Open advert; opens_on=2025-01-01; anonymous=no; public=no", "--store",
	                              str_c(trial->store, perm), NULL };
	if (!command_run(trial, 0, round, &says, perm))
		return false;
	struct visitor visitor = signed_in_with(trial->store, admin, countof(admin), perm);
	trial->admin_cookie = visitor.secret;
	trial->admin_token = visitor.token;
	for (int i = 0; i < GIVERS; i++)
		trial->others[i] = signed_in_with(trial->store, NULL, 0, perm).account.ref;
	if (!fill_recruiting(trial, str_c(visitor.account.ref, perm), perm))
		return false;
	trial->base = audit_end(trial->store, *perm);
	return trial->base > 0;
}

static bool
trial_begin(struct trial *trial, bool writes_early, struct arena *perm)
{
	static char folder[] = "/tmp/mainstay-kill-XXXXXX";
	strcpy(folder + sizeof folder - 7, "XXXXXX");
	if (!mkdtemp(folder))
		return false;
	*trial = (struct trial){ .program = program, .folder = str_copy(str_of(folder), perm), .writes_early = writes_early,
	                         .attempts = new(perm, ATTEMPTS_MOST, struct attempt) };
	pthread_mutex_init(&trial->lock, NULL);
	pthread_cond_init(&trial->first_through, NULL);
	folder_in(trial, "lists", perm);
	setenv("TMPDIR", str_c(folder_in(trial, "tmp", perm), perm), 1);
	setenv("HOME", str_c(trial->folder, perm), 1);
	Str place = folder_in(trial, "place", perm);
	trial->store = on_postgres ? fresh_database("kill", perm) : str_format(perm, "%.*s/store.db", STR_ARG(place));
	trial->log = fopen(str_c(str_format(perm, "%.*s/answered", STR_ARG(trial->folder)), perm), "w");
	return trial->log && fill_store(trial, perm);
}

/* What went wrong is kept to be looked at. */
static void
trial_end(struct trial *trial, bool keep, struct arena scratch)
{
	if (trial->log)
		fclose(trial->log);
	pthread_cond_destroy(&trial->first_through);
	pthread_mutex_destroy(&trial->lock);
	if (keep)
		printf("  the store and what was answered for are kept in %.*s\n", STR_ARG(trial->folder));
	else if (system(str_c(str_format(&scratch, "rm -rf '%.*s'", STR_ARG(trial->folder)), &scratch)) != 0)
		printf("  %.*s could not be removed\n", STR_ARG(trial->folder));
}

/* ---- rounds ------------------------------------------------------------------------------------ */

/* `wrong` by the judge; `failed`: the program or the store did not even begin. */
struct tally { int rounds, open_journals, slowest_start, wrong, failed, answered[ATTEMPT_KINDS], recruited[RECRUIT_KINDS], carried; };

static bool
journal_open(const struct trial *trial, struct arena scratch)
{
	struct stat about;
	const char *journal = str_c(str_join(trial->store, S("-journal"), &scratch), &scratch);
	return !on_postgres && stat(journal, &about) == 0 && about.st_size > 0;
}

/* In four rounds of five the program dies a moment after it began to write, wherever that has come to; in the fifth whenever
 * it is. So how many rounds hit a write is not left to how busy the machine is. */
static void
aim(const struct trial *trial, int round, struct arena scratch)
{
	for (int us = 0; round % 5 != 0 && us < AIM_MOST_US && !journal_open(trial, scratch); us += AIM_STEP_US)
		sleep_us(AIM_STEP_US);
	if (round % 5 != 0)
		sleep_us(random_below(AIM_AFTER_US));
}

/* PostgreSQL's side of a connection whose program died may still be at its last commit. */
static void
wait_for_postgres(const struct trial *trial, struct arena scratch)
{
	static const char others[] = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
	                             " AND pid <> pg_backend_pid()";
	while (on_postgres && !str_equal(postgres_sql(str_c(trial->store, &scratch), others, &scratch), S("0")))
		sleep_us(2000);
}

static const enum round_kind turns[ROUND_TURNS] = { ROUND_OF_LISTS, ROUND_PLAIN, ROUND_OF_COMMANDS, ROUND_PLAIN };

/* Starts, judges what the last round left, and works until it is killed. */
static void
play_round(struct trial *trial, enum control control, struct tally *tally, struct arena scratch)
{
	struct people people;
	wait_for_postgres(trial, scratch);
	int start = server_start(trial);
	if (start < 0 || start > tally->slowest_start)
		tally->slowest_start = start < 0 ? 1000000 : start;
	if (start < 0) {
		tally->failed++;
		server_kill(trial);
		return;
	}
	tally->wrong += judge_store(trial, control != AS_IT_IS, scratch);
	if (tally->wrong + tally->failed == 0) {
		people_begin(trial, &people, turns[tally->rounds % ROUND_TURNS]);
		sleep_us(1000 * WAIT_LEAST_MS + random_below(1000 * (WAIT_MOST_MS - WAIT_LEAST_MS)));
		if (!on_postgres)
			aim(trial, tally->rounds, scratch);
		server_kill(trial);
		people_end(&people);
		tally->rounds++;
		tally->open_journals += journal_open(trial, scratch);
	} else {
		server_kill(trial);
	}
}

/* One store, `rounds` rounds, and a last look. */
static void
play_store(enum control control, int rounds, struct tally *tally, struct arena scratch)
{
	struct trial trial;
	bool begun = trial_begin(&trial, control == WRITES_DOWN_EARLY, &scratch);
	tally->failed += !begun;
	if (control == HAS_NO_TRANSACTIONS)
		setenv("LD_PRELOAD", loose, 1);
	for (int i = 0; i < rounds && tally->wrong + tally->failed == 0; i++)
		play_round(&trial, control, tally, scratch);
	if (tally->wrong + tally->failed == 0 && server_start(&trial) >= 0) {
		tally->wrong += judge_store(&trial, control != AS_IT_IS, scratch);
		server_kill(&trial);
	}
	unsetenv("LD_PRELOAD");
	for (int k = 0; k < ATTEMPT_KINDS; k++)
		tally->answered[k] += trial.answered[k];
	for (int k = 0; k < RECRUIT_KINDS; k++)
		tally->recruited[k] += trial.recruiting.answered[k];
	tally->carried += trial.recruiting.carried;
	trial_end(&trial, control == AS_IT_IS && tally->wrong + tally->failed > 0, scratch);
}

static struct tally
play(enum control control, int rounds, struct arena *perm)
{
	struct tally tally = { 0 };
	while (tally.rounds < rounds && tally.wrong + tally.failed == 0)
		play_store(control, rounds - tally.rounds < ROUNDS_A_STORE ? rounds - tally.rounds : ROUNDS_A_STORE, &tally, *perm);
	printf("%d rounds, %d with an open journal; answered for: %d posts asked for, %d notes, %d forecasts, %d applications, %d steps, %d duties given, %d ended, %d lists loaded, "
		"%d taken back; slowest start %d ms\n", tally.rounds, tally.open_journals, tally.answered[ASKED], tally.answered[NOTED],
		tally.answered[KEPT], tally.answered[APPLIED], tally.answered[STEPPED], tally.answered[GRANTED],
		tally.answered[ENDED], tally.answered[LOADED], tally.answered[TAKEN_BACK], tally.slowest_start);
	printf("recruiting: %d runs that carry messages", tally.carried);
	for (int k = 0; k < RECRUIT_KINDS; k++)
		printf(", %d %.*s", tally.recruited[k], STR_ARG(recruit_names[k]));
	printf("\n");
	return tally;
}

/* ---- tests ------------------------------------------------------------------------------------- */

static void
nothing_answered_for_is_lost_and_nothing_is_half_there(struct arena *perm)
{
	int rounds = on_postgres ? ROUNDS_ON_POSTGRES : rounds_on_sqlite;
	struct tally tally = play(AS_IT_IS, rounds, perm);
	check_int(tally.wrong, 0);
	check_int(tally.failed, 0);
	check_int(tally.rounds, rounds);
	check(tally.slowest_start <= START_MOST_MS);
	if (!on_postgres)
		check(tally.open_journals * 100 >= JOURNALS_LEAST * tally.rounds);
	for (int k = 0; k < ATTEMPT_KINDS; k++)          /* else the waits are too short to prove anything of it */
		check(tally.answered[k] >= rounds / 20);
	for (int k = 0; k < RECRUIT_KINDS; k++)
		check(tally.recruited[k] >= rounds / 30);
	check(tally.carried >= rounds / 30);
}

static void
a_driver_that_writes_down_before_the_answer_is_found_out(struct arena *perm)
{
	struct tally tally = play(WRITES_DOWN_EARLY, CONTROL_ROUNDS_MOST, perm);
	check(tally.wrong > 0 && tally.failed == 0);
}

static void
a_program_without_transactions_is_found_out(struct arena *perm)
{
	struct tally tally = play(HAS_NO_TRANSACTIONS, CONTROL_ROUNDS_MOST, perm);
	check(tally.wrong > 0 && tally.failed == 0);
}

int
main(int count, char **arguments)
{
	if (count < 3) {
		printf("Usage: kill PROGRAM LOOSE [ROUNDS [SEED]]\n");
		return 2;
	}
	program = realpath(arguments[1], NULL);
	loose = realpath(arguments[2], NULL);
	rounds_on_sqlite = count > 3 ? atoi(arguments[3]) : ROUNDS_ON_SQLITE;
	seed = count > 4 ? strtoull(arguments[4], NULL, 10) : (uint64_t)time(NULL);
	printf("seed %llu\n", (unsigned long long)seed);
	if (!program || !loose || !stores_begin())
		return 1;
	run(a_driver_that_writes_down_before_the_answer_is_found_out);
	run(a_program_without_transactions_is_found_out);
	run_on_both(nothing_answered_for_is_lost_and_nothing_is_half_there);
	stores_end();
	return tests_end();
}
