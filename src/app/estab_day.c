/* estab_day.c: what follows from the records of a day for every page of the establishment. */
#include "app/filling.h"
#include "app/kept.h"
#include "app/team.h"

static Date
last_news(const struct roster *r, Date day)
{
	Date last = { INT32_MIN };
	for (int i = 0; i < r->spell_row_count; i++) {
		struct period when = r->spell_rows[i].when;
		if (when.first.day <= day.day && when.first.day > last.day)
			last = when.first;
		if (when.last.day <= day.day && when.last.day > last.day)
			last = when.last;
	}
	return last;
}

static void
find_coming(struct estab_day *of, const struct roster *roster, Date day, struct arena *perm)
{
	int *coming = new(perm, roster->post_count + 1, int);
	for (int p = 0; p < roster->post_count; p++)
		if (coming_may(roster, p, day))
			coming[of->coming_count++] = p;
	of->coming = coming;
}

static const void *
make_day(const struct roster *roster, Date day, struct arena *perm)
{
	struct estab_day *of = new(perm, 1, struct estab_day);
	int *units = new(perm, roster->unit_count + 1, int), *depths = new(perm, roster->unit_count + 1, int);
	struct mix *mix;
	of->unit_count = roster_tree(roster, day, units, depths);
	of->units = units;
	of->depths = depths;
	establishment_on(&of->est, roster, NOT_THERE, day, perm);
	of->of = new(perm, roster->unit_count + 1, struct staffing);
	staffing_by_unit(&of->est, roster, of->of, *perm);
	of->all = staffing_of(&of->est, roster, NOT_THERE);
	of->mix_count = skill_mix(&of->est, roster, NOT_THERE, &mix, perm);
	of->mix = mix;
	of->last_news = last_news(roster, day);
	find_coming(of, roster, day, perm);
	of->filling_count = fillings_on(roster, day, &of->fillings, perm);
	return of;
}

const struct estab_day *
estab_day_of(const struct own *own)
{
	return kept_of(own->world, own->ask, make_day, own->perm);
}
