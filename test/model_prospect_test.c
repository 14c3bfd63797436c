/* model_prospect_test.c: a prospect is written down and read again, and what cannot be run is refused in words. */
#include "check.h"

#include "model/lever.h"
#include "prospects.h"

static void
a_prospect_that_is_written_is_read_as_the_same(struct arena *perm)
{
	uint64_t state = 5;
	for (int i = 0; i < 300; i++) {
		struct arena arena = *perm;
		struct error err = { "" };
		struct prospect *p = random_prospect(&state, &arena);
		Str text = prospect_write(p, &arena);
		struct prospect *again = prospect_read(text, &arena, &err);
		check_str(str_of(err.text), S(""));
		check(again != NULL);
		if (!again)
			continue;
		check_str(prospect_write(again, &arena), text);
		check_int(again->seat_count, p->seat_count);
		check(memcmp(again->seats, p->seats, (size_t)p->seat_count * sizeof *p->seats) == 0);
		check(memcmp(again->leave, p->leave, sizeof p->leave) == 0);
		check(memcmp(again->rise, p->rise, sizeof p->rise) == 0);
		check(memcmp(again->drifts, p->drifts, sizeof p->drifts) == 0);
		check(memcmp(&again->prices, &p->prices, sizeof p->prices) == 0);
		check_str(again->grade_name[p->grades - 1], p->grade_name[p->grades - 1]);
	}
}

/* Each number of the text, one after the other, becomes another: what is read then is either refused in words, or
 * written as it was read. */
static void
no_number_is_read_and_lost(struct arena *perm)
{
	uint64_t state = 9;
	Str text = prospect_write(random_prospect(&state, perm), perm);
	int kept = 0, refused = 0;
	for (ptrdiff_t i = 11; i < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			continue;
		struct arena arena = *perm;
		struct error err = { "" };
		Str other = str_copy(text, &arena);
		((char *)other.at)[i] = text.at[i] == '9' ? '8' : (char)(text.at[i] + 1);
		struct prospect *p = prospect_read(other, &arena, &err);
		kept += p != NULL;
		refused += p == NULL;
		check((p == NULL) == (err.text[0] != '\0'));
		check(!p || str_equal(prospect_write(p, &arena), other));
	}
	check(kept > 100);
	check(refused > 100);
}

static void
a_text_that_is_cut_anywhere_is_refused(struct arena *perm)
{
	uint64_t state = 4;
	Str text = prospect_write(random_prospect(&state, perm), perm);
	for (ptrdiff_t len = 0; len < text.len - 4; len += 7) {
		struct arena arena = *perm;
		struct error err = { "" };
		check(prospect_read(str_upto(text, len), &arena, &err) == NULL);
		check(err.text[0] != '\0');
	}
}

/* Whose one fault is what `spoil` does, and what is said of it. */
struct fault { void (*spoil)(struct prospect *p); const char *says; };

#define SPOIL(name, what) static void name(struct prospect *p) { what; }
SPOIL(no_months, p->months = 0)
SPOIL(no_posts, p->seat_count = 0)
SPOIL(too_long, p->months = MONTHS_MOST + 1)
SPOIL(in_the_past, p->seats[2].last = 0)
SPOIL(ends_first, (p->seats[299].first = 9, p->seats[299].last = 8, p->seats[299].grade = VACANT))
SPOIL(not_begun, (p->seats[299].first = 9))
SPOIL(no_such_grade, p->seats[7].grade = 4)
SPOIL(late_lasting, p->seats[7].last = 30)
SPOIL(shares, p->entry[0] -= 1)
SPOIL(certain_twice, p->leave[1][1][5] = CERTAIN)
SPOIL(rise_from_top, p->rise[3][50] = 1)
SPOIL(no_room, p->most -= 1)
SPOIL(payment_of_none, p->payment_push = 0)
SPOIL(wild_push, (p->push_count = 1, p->pushes[0] = (struct push){ 1, 12, 12, 35, -1, 2 * Q16 }))
SPOIL(wild_year, p->drifts[DRIFT_LEAVE].nation = 10)
SPOIL(wild_pressure, p->pressure = 1)
SPOIL(wild_posts, p->drifts[DRIFT_POSTS].mean[0] = 4000000)
SPOIL(cohort_of_none, (p->cohort_count = 1, p->cohorts[0] = (struct cohort){ 0, 5, 0, CERTAIN }))
SPOIL(free_leaver, p->prices.leaver = -1)
SPOIL(thirteenth, p->intake = 0x1fff)

static void
what_no_engine_may_run_is_refused_in_words(struct arena *perm)
{
	static const struct fault faults[] = {
		{ no_months, "The months to look ahead must be 1 to 120" }, { no_posts, "The number of posts must be 1" },
		{ too_long, "The months to look ahead" }, { in_the_past, "Post 3 is funded in the past only." },
		{ ends_first, "Post 300 ends before it begins." }, { not_begun, "Somebody is in post 300, which begins only in" },
		{ no_such_grade, "Post 8 has a grade" }, { late_lasting, "Post 9 is always funded, and comes after one" },
		{ shares, "The shares of grades" }, { certain_twice, "The chances of leaving grade 2 after 5 months are more" },
		{ rise_from_top, "The chance of moving up from grade 4 after 50" }, { no_room, "beyond what the forecast has room" },
		{ payment_of_none, "The push that is paid for" }, { wild_push, "beyond what the forecast has room" },
		{ wild_year, "beyond what the forecast has room" }, { wild_pressure, "beyond what the forecast has room" },
		{ wild_posts, "What differs between years" }, { cohort_of_none, "Cohort 1" }, { free_leaver, "The cost of a leaver" },
		{ thirteenth, "The intake months" },
	};
	for (ptrdiff_t i = 0; i < countof(faults); i++) {
		struct arena arena = *perm;
		struct error err = { "" };
		struct prospect *p = reference_prospect(300, 60, REFERENCE_BASE, &arena);
		p->causes = 2;
		check(prospect_sound(p, &err, arena));
		faults[i].spoil(p);
		check(!prospect_sound(p, &err, arena));
		check(str_find(str_of(err.text), str_of(faults[i].says)) >= 0);
		if (str_find(str_of(err.text), str_of(faults[i].says)) < 0)
			printf("  says: %s\n", err.text);
	}
}

static void
extremes_are_no_fault(struct arena *perm)
{
	struct error err = { "" };
	struct prospect *one = reference_prospect(1, 1, REFERENCE_BASE, perm);
	check(prospect_sound(one, &err, *perm));
	memset(one->leave, 0, sizeof one->leave);
	memset(one->rise, 0, sizeof one->rise);
	prospect_room(one, 3);
	check_int(one->most, 0);
	check(prospect_sound(one, &err, *perm));
	for (int t = 0; t <= TENURE_MOST; t++)
		one->leave[0][0][t] = CERTAIN;
	prospect_room(one, 3);
	check_int(one->most, CERTAIN);
	check(prospect_sound(one, &err, *perm));
}

int
main(void)
{
	run(a_prospect_that_is_written_is_read_as_the_same);
	run(no_number_is_read_and_lost);
	run(a_text_that_is_cut_anywhere_is_refused);
	run(what_no_engine_may_run_is_refused_in_words);
	run(extremes_are_no_fault);
	return tests_end();
}
