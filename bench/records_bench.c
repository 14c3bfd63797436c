/* records_bench.c: the largest council's ten years, written, read, changed, taken back, proved.
 *
 * 1,500 posts, 3,000 people and 50,000 rows of time in post in one deed, 60,000 rows in all. Budgets:
 * the deed one second on SQLite, reading a council 150 ms. With the URL of an empty PostgreSQL database
 * as its argument it times that instead.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "store/records.h"

enum { POSTS = 1500, PEOPLE = 3000, SPELL_ROWS = 50000, ROWS_A_SPELL = 5, OTHERS = 5500 };

/* Of the wall, and of this process: on a busy machine the second says more. */
struct moment { double wall, own; };

static double
seconds_of(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct moment
now(void)
{
	return (struct moment){ seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_PROCESS_CPUTIME_ID) };
}

static long
megabytes(void)
{
	struct rusage used;
	getrusage(RUSAGE_SELF, &used);
	return used.ru_maxrss / 1024;
}

static void
add(struct changes *changes, enum type_id type, Str ref, struct period when, const Str *values)
{
	const struct record_type *row_type = &record_types[type];
	Str *own = new(changes->arena, row_type->field_count, Str);
	for (int f = 0; f < row_type->field_count; f++)
		own[f] = values[f];
	changes_add(changes, (struct change){ .kind = ADD, .type = row_type,
		.after = { .ref = ref, .when = when, .values = own } });
}

static struct changes
establishment(struct arena *perm)
{
	struct changes changes = changes_new(perm);
	struct period always = { date_of(2015, 1, 1), DATE_OPEN };
	add(&changes, TYPE_UNIT, S("U-1"), always, (Str[]){ S("The council"), S("authority"), S("") });
	add(&changes, TYPE_ROLE, S("R-1"), always,
	    (Str[]){ S("Social worker"), S("social_work"), S("5"), S("yes") });
	for (int i = 0; i < POSTS; i++)
		add(&changes, TYPE_POST, str_format(perm, "P-%06d", i), always,
		    (Str[]){ S("Social worker"), S("U-1"), S("R-1"), S("1"), S("funded"), S(""), S(""), S("") });
	for (int i = 0; i < PEOPLE; i++)
		add(&changes, TYPE_PERSON, str_format(perm, "N-%06d", i), (struct period){ 0 },
		    (Str[]){ S("Adeyemi"), S("Grace"), S(""), str_format(perm, "%d", 400000 + i),
		             S("1980-02-29"), S(""), S("") });
	for (int i = 0; i < OTHERS; i++)
		add(&changes, TYPE_ABSENCE, str_format(perm, "B-%06d", i),
		    (struct period){ date_of(2020, 1, 1 + i % 28), date_of(2020, 2, 1 + i % 28) },
		    (Str[]){ str_format(perm, "N-%06d", i % PEOPLE), S("sickness"), S("4.5") });
	return changes;
}

static struct changes
time_in_post(struct arena *perm)
{
	struct changes changes = changes_new(perm);
	for (int i = 0; i < SPELL_ROWS; i++) {
		int spell = i / ROWS_A_SPELL, row = i % ROWS_A_SPELL;
		struct period when = { date_of(2015 + row, 1 + spell / PEOPLE % 12, 1), DATE_OPEN };
		if (row + 1 < ROWS_A_SPELL)
			when.last.day = date_of(2016 + row, 1 + spell / PEOPLE % 12, 1).day - 1;
		add(&changes, TYPE_SPELL, str_format(perm, "S-%06d", spell), when,
		    (Str[]){ str_format(perm, "N-%06d", spell % PEOPLE),
		             str_format(perm, "P-%06d", spell / PEOPLE * 300 + spell % 300), S("permanent"),
		             row % 2 ? S("0.6") : S("1"), S(""), S(""), S("1"), S(""), S("") });
	}
	return changes;
}

static void
done(const char *what, struct moment since, long before)
{
	struct moment is = now();
	printf("%-44s %7.0f ms (%6.0f of its own)  %4ld MB at most so far (%ld before)\n", what,
	       (is.wall - since.wall) * 1e3, (is.own - since.own) * 1e3, megabytes(), before);
}

static int64_t
deed(struct store *store, const char *what, struct deed deed, const struct changes *changes,
     struct arena perm)
{
	struct error err = { "" };
	int64_t seq;
	long before = megabytes();
	struct moment start = now();
	deed.authority = S("kent");
	deed.actor = S("A-000001");
	deed.at = 1800000000;
	enum stored stored = store_do(store, &deed, changes, NULL, NULL, &seq, &perm, &err);
	if (stored != STORED) {
		printf("%s: %s\n", what, err.text);
		exit(1);
	}
	done(what, start, before);
	return seq;
}

static void
read_council(struct store *store, const char *what, struct arena perm)
{
	struct error err = { "" };
	struct council council;
	long before = megabytes();
	char *from = perm.next;
	struct moment start = now();
	bool read = store_council_read(store, S("kent"), &council, &perm, &err);
	assert(read && council.of[TYPE_SPELL].count == SPELL_ROWS);
	done(what, start, before);
	printf("%-44s %8.1f MB\n", "  of memory for it", (double)(perm.next - from) / 1e6);
}

static void
take_back_and_prove(struct store *store, int64_t seq, struct arena perm)
{
	struct error err = { "" };
	struct deeds_verdict verdict;
	struct changes back;
	long before = megabytes();
	struct moment start = now();
	bool reversed = store_deed_reversed(store, S("kent"), seq, &back, &perm, &err);
	assert(reversed && back.count == SPELL_ROWS);
	done("50,000 changes reversed", start, before);
	deed(store, "... and done", (struct deed){ .what = S("undo"), .undoes = seq }, &back, perm);
	start = now();
	bool read = store_deeds_verify(store, &verdict, &perm, &err);
	assert(read && verdict.sound);
	done("every hash made again", start, before);
}

/* Retention of every absence, rows and history. */
static void
erase_absences(struct store *store, struct arena perm)
{
	struct error err = { "" };
	struct records absences;
	int64_t seq;
	long before = megabytes();
	bool read = store_records_read(store, S("kent"), &record_types[TYPE_ABSENCE], &absences, &perm,
	                               &err);
	assert(read && absences.count == OTHERS);
	struct changes changes = changes_new(&perm);
	for (int i = 0; i < absences.count; i++)
		changes_add(&changes, (struct change){ .kind = REMOVE, .type = absences.type,
		                                       .before = absences.at[i] });
	struct moment start = now();
	struct deed deed = { .authority = S("kent"), .actor = S("A-000001"), .what = S("retention") };
	enum stored stored = store_records_erase(store, &deed, &changes, (struct erasures){ 0 }, &seq,
	                                         &perm, &err);
	assert(stored == STORED);
	done("5,500 absences erased, and their history", start, before);
}

int
main(int count, char **args)
{
	struct error err = { "" };
	struct arena perm = arena_reserve((ptrdiff_t)2 << 30);
	static const char file[] = "/tmp/records_bench.db";
	unlink(file);
	struct store *store = store_open(str_of(count > 1 ? args[1] : file), &err);
	if (!store) {
		printf("%s\n", err.text);
		return 1;
	}
	struct arena scratch = perm;
	struct changes changes = establishment(&scratch);
	deed(store, "10,000 rows of all kinds in one deed", (struct deed){ .what = S("import") }, &changes,
	     scratch);
	changes = time_in_post(&scratch);
	int64_t seq = deed(store, "50,000 rows of time in post in one deed",
	                   (struct deed){ .what = S("import") }, &changes, scratch);
	read_council(store, "60,000 rows of a council read", perm);
	read_council(store, "... and again", perm);
	erase_absences(store, perm);
	take_back_and_prove(store, seq, perm);
	store_close(store);
	unlink(file);
	return 0;
}
