/* own_starters.c: see own_starters.h. */
#include "outlook/own_starters.h"

#include "practice/hiring.h"

/* DfE's role of the post that was offered, as it is on the day they start; 0: none. */
static int
census_of(const struct recruitment *all, const struct application *a, Date starts)
{
	const struct requisition *seat = a->seat == NOT_THERE ? NULL : &all->requisitions[a->seat];
	const struct post_row *post = seat && seat->post != NOT_THERE ? post_on(all->roster, seat->post, starts) : NULL;
	int role = post ? post->role : seat ? seat->role : NOT_THERE;
	const struct role_row *row = role == NOT_THERE ? NULL : role_on(all->roster, role, starts);
	return row && row->census > 0 && row->census < STARTER_ROLES ? row->census : 0;
}

/* Who is here already would leave a post as they take one. */
static bool
is_here(const struct recruitment *all, const struct application *a)
{
	const struct roster *r = all->roster;
	int person = roster_person(r, said_text(TYPE_CANDIDATE, a->candidate, "colleague"));
	for (int i = person == NOT_THERE ? 0 : r->person_spells_begin[person]; person != NOT_THERE && i < r->person_spells_begin[person + 1]; i++)
		if (spell_on(r, r->person_spells[i], all->day))
			return true;
	return false;
}

int
own_month_of(Date from, Date day)
{
	struct civil a = date_civil((Date){ from.day + 1 }), b = date_civil(day);
	return (b.year - a.year) * 12 + b.month - a.month + (b.day >= a.day);
}

static void
add_starter(struct own_starters *starters, int census, int month)
{
	starters->of[census][month]++;
	starters->count++;
	starters->spoken += month - 1;
	if (month > starters->last)
		starters->last = month;
}

void
own_starters_after(struct own_starters *starters, const struct roster *roster, Date day, int months, struct arena *perm)
{
	struct recruitment all;
	recruitment_read(&all, roster, day, perm);
	*starters = (struct own_starters){ 0 };
	for (int k = 0; k < STARTER_ROLES; k++)
		starters->of[k] = new(perm, months + 1, int);
	for (int i = 0; i < all.application_count; i++) {
		const struct application *a = &all.applications[i];
		Date starts = said_day(TYPE_APPLICATION, a->record, "starts_on");
		if (a->stage < AT_CHECKING || a->stage > AT_AGREED || is_here(&all, a))
			continue;
		int census = census_of(&all, a, starts.day ? starts : day), month = starts.day > day.day ? own_month_of(day, starts) : 1;
		if (census && a->stage != AT_AGREED)
			starters->undated++;
		else if (census && month <= months)
			add_starter(starters, census, month);
	}
}
