/* returners.c: candidates held to those who work or worked here. */
#include "practice/returners.h"

#include <stdlib.h>

static int
by_number(const void *a, const void *b)
{
	return str_compare(((const struct numbered *)a)->number, ((const struct numbered *)b)->number);
}

void
returners_read(struct returners *returners, const struct roster *roster, struct arena *perm)
{
	struct numbered *at = new(perm, roster->person_count + 1, struct numbered);
	int count = 0;
	for (int p = 0; p < roster->person_count; p++)
		if (roster->people[p].swe.len && roster->people[p].merged_into == NOT_THERE)
			at[count++] = (struct numbered){ str_lower(roster->people[p].swe, perm), p };
	qsort(at, (size_t)count, sizeof *at, by_number);
	*returners = (struct returners){ roster, at, count };
}

int
numbered_person(const struct returners *returners, Str number)
{
	char room[64];
	struct arena scratch = { .next = room, .end = room + sizeof room };
	if (number.len == 0 || number.len > (ptrdiff_t)sizeof room / 2)
		return NOT_THERE;
	struct numbered wanted = { .number = str_lower(number, &scratch) };
	const struct numbered *found = bsearch(&wanted, returners->at, (size_t)returners->count, sizeof wanted, by_number);
	return found ? found->person : NOT_THERE;
}

int
candidate_person(const struct returners *returners, const struct record *candidate)
{
	const struct roster *roster = returners->roster;
	int person = roster_same(roster, roster_person(roster, said_text(TYPE_CANDIDATE, candidate, "colleague")));
	return person != NOT_THERE ? person : numbered_person(returners, said_text(TYPE_CANDIDATE, candidate, "swe_number"));
}

bool
worked_here(const struct returners *returners, const struct record *candidate, Date by, struct worked_here *worked)
{
	const struct roster *roster = returners->roster;
	*worked = (struct worked_here){ .person = candidate ? candidate_person(returners, candidate) : NOT_THERE };
	if (worked->person == NOT_THERE)
		return false;
	for (int i = roster->person_spells_begin[worked->person]; i < roster->person_spells_begin[worked->person + 1]; i++) {
		struct period when = spell_period(roster, roster->person_spells[i]);
		if (when.first.day > by.day)
			continue;
		Date until = when.last.day >= by.day ? DATE_OPEN : when.last;
		worked->until = until.day > worked->until.day ? until : worked->until;
	}
	return worked->until.day != 0;
}

bool
registered_on(const struct council *council, struct registered of, Date day)
{
	const struct records *all = &council->of[TYPE_REGISTRATION];
	for (int i = 0; i < all->count; i++)
		if (str_equal(said_text(TYPE_REGISTRATION, &all->at[i], "person"), of.person) &&
		    str_equal_fold(said_text(TYPE_REGISTRATION, &all->at[i], "number"), of.number) &&
		    all->at[i].when.first.day <= day.day && day.day <= all->at[i].when.last.day)
			return true;
	return false;
}
