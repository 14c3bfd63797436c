/* drawn_kept_test.c: a base that is kept drawn is found for itself alone, and the oldest makes room for the next. */
#include "check.h"

#include "app/drawn_kept.h"
#include "model/tally.h"
#include "prospects.h"

static const struct drawn_by usual = { .seats_more = 3, .cost_step = 100, .seed = 1, .replications = 2 * BLOCK };

static struct drawn *
looked_up(struct drawn_kept *kept, const struct prospect *p, struct drawn_by by, struct arena *perm)
{
	struct drawn_held *held = drawn_take(kept, p, by, *perm);
	struct drawn *drawn = drawn_of(held);
	drawn_leave(held);
	return drawn;
}

/* Draws a block into what is kept, so that it can be told from a new one. */
static int
blocks_in(struct drawn_kept *kept, const struct prospect *p, struct drawn_by by, struct arena *perm)
{
	struct drawn *drawn = looked_up(kept, p, by, perm);
	int blocks = drawn_so_far(drawn).blocks;
	drawn_beside(drawn, p, NULL, 0, 0, BLOCK, NULL, *perm);
	return blocks;
}

static void
the_same_base_is_found_again_and_no_other_is(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct prospect *p = coupled_prospect(40, 12, perm), *same = coupled_prospect(40, 12, perm);
	struct drawn_by by = usual, other;
	check_int(blocks_in(kept, p, by, perm), 0);
	check_int(blocks_in(kept, same, by, perm), 1);             /* another copy of it, word for word */
	other = by;
	other.seats_more = 5;                                       /* within the room that it was given */
	check_int(blocks_in(kept, p, other, perm), 1);
	other.seed++;
	check_int(blocks_in(kept, p, other, perm), 0);
	other = by;
	other.cost_step++;
	check_int(blocks_in(kept, p, other, perm), 0);
	other = by;
	other.seats_more = 500;
	check_int(blocks_in(kept, p, other, perm), 0);
	drawn_kept_close(kept);
}

/* One month more in post of one person; one chance in four thousand million; one pound of pay. */
static void
the_least_change_of_a_record_is_another_base(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct prospect *p = coupled_prospect(40, 12, perm);
	struct drawn_by by = usual;
	check_int(blocks_in(kept, p, by, perm), 0);
	p->seats[7].tenure++;
	check_int(blocks_in(kept, p, by, perm), 0);
	p->leave[0][1][30]--;
	check_int(blocks_in(kept, p, by, perm), 0);
	p->prices.pay[1] += 100;
	check_int(blocks_in(kept, p, by, perm), 0);
	check_int(blocks_in(kept, p, by, perm), 1);
	drawn_kept_close(kept);
}

static void
the_one_asked_for_longest_ago_goes_first(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct prospect *p[DRAWN_KEPT + 1];
	for (int i = 0; i <= DRAWN_KEPT; i++)
		p[i] = coupled_prospect(20 + i, 12, perm);
	for (int i = 0; i < DRAWN_KEPT; i++)
		check_int(blocks_in(kept, p[i], usual, perm), 0);
	check_int(blocks_in(kept, p[0], usual, perm), 1);
	check_int(blocks_in(kept, p[DRAWN_KEPT], usual, perm), 0);   /* in place of the second */
	check_int(blocks_in(kept, p[0], usual, perm), 1);
	check_int(blocks_in(kept, p[2], usual, perm), 1);
	check_int(blocks_in(kept, p[1], usual, perm), 0);
	drawn_kept_close(kept);
}

static void
what_is_being_used_is_not_taken_away(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct drawn_held *held[DRAWN_KEPT];
	struct prospect *p = coupled_prospect(20, 12, perm);
	struct drawn_by by = usual;
	for (int i = 0; i < DRAWN_KEPT; i++, by.seed++) {
		held[i] = drawn_take(kept, p, by, *perm);
		check(drawn_of(held[i]) != NULL);
	}
	check(drawn_take(kept, p, by, *perm) == NULL);
	drawn_leave(held[2]);
	check(looked_up(kept, p, by, perm) != NULL);
	for (int i = 0; i < DRAWN_KEPT; i++)
		if (i != 2)
			drawn_leave(held[i]);
	check(drawn_take(NULL, p, by, *perm) == NULL && drawn_of(NULL) == NULL);
	drawn_kept_close(kept);
}

static void
what_is_too_large_to_keep_takes_nobodys_place(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct prospect *p[DRAWN_KEPT];
	struct drawn_by large = usual;
	large.replications = 10000000;
	for (int i = 0; i < DRAWN_KEPT; i++) {
		p[i] = coupled_prospect(20 + i, 12, perm);
		check_int(blocks_in(kept, p[i], usual, perm), 0);
	}
	check(drawn_take(kept, p[0], large, *perm) == NULL);
	for (int i = 0; i < DRAWN_KEPT; i++)
		check_int(blocks_in(kept, p[i], usual, perm), 1);
	drawn_kept_close(kept);
}

/* Nobody looked at it for ten minutes. */
static void
what_nobody_asks_for_is_given_back(struct arena *perm)
{
	struct drawn_kept *kept = drawn_kept_open();
	struct prospect *p = coupled_prospect(40, 12, perm);
	struct drawn_by other = usual;
	other.seed++;
	drawn_kept_rest(kept, 1000);
	check_int(blocks_in(kept, p, usual, perm), 0);
	drawn_kept_rest(kept, 1000 + DRAWN_REST_S - 1);
	check_int(blocks_in(kept, p, usual, perm), 1);
	struct drawn_held *held = drawn_take(kept, p, other, *perm);
	drawn_beside(drawn_of(held), p, NULL, 0, 0, BLOCK, NULL, *perm);
	drawn_kept_rest(kept, 1000 + 2 * DRAWN_REST_S);
	check_int(drawn_so_far(drawn_of(held)).blocks, 1);         /* it is being used */
	drawn_leave(held);
	check_int(blocks_in(kept, p, other, perm), 1);
	check_int(blocks_in(kept, p, usual, perm), 0);
	drawn_kept_rest(NULL, 1);
	drawn_kept_close(kept);
}

int
main(void)
{
	run(the_same_base_is_found_again_and_no_other_is);
	run(the_least_change_of_a_record_is_another_base);
	run(the_one_asked_for_longest_ago_goes_first);
	run(what_is_being_used_is_not_taken_away);
	run(what_is_too_large_to_keep_takes_nobodys_place);
	run(what_nobody_asks_for_is_given_back);
	return tests_end();
}
