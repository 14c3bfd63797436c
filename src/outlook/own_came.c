/* own_came.c: see own_came.h. */
#include "outlook/own_came.h"

#include "outlook/own_posts.h"
#include "outlook/spells.h"

/* Nothing that is to come, and how long matters to nobody: posts of the day alone. */
static void
count_posts(struct own_came *came, const struct roster *r, struct arena scratch)
{
	struct own_posts posts;
	own_posts_on(&posts, r, came->day, 0, 0, &scratch);
	came->filled = posts.filled;
	came->vacant = posts.vacant;
}

static bool
is_since(Date start, Date event, Date day)
{
	return event.day > start.day && event.day <= day.day;
}

static void
count_people(struct own_came *came, const struct tenures *t, Date start)
{
	for (int i = 0; i < t->count; i++) {
		const struct tenure *row = &t->at[i];
		came->left += end_leaves(row->end) && is_since(start, row->to, came->day);
		came->joined += row->from.day == row->began.day && is_since(start, row->began, came->day);
	}
}

void
own_came_since(struct own_came *came, int count, const struct roster *roster, Date start, struct arena scratch)
{
	struct tenures t;
	if (count == 0)
		return;
	spells_of(&t, roster, CLOCK_COUNCIL, (Date){ start.day + 1 }, came[count - 1].day, &scratch);
	for (int i = 0; i < count; i++) {
		came[i] = (struct own_came){ .day = came[i].day };
		count_posts(&came[i], roster, scratch);
		count_people(&came[i], &t, start);
	}
}
