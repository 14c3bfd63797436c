/* plan_basis.c: posts, holders and leaving, from published figures and from own people. */
#include "outlook/plan_basis.h"

#include <math.h>

#include "outlook/left.h"
#include "outlook/spells.h"

enum { YEARS_BACK = 3 };

/* ---- published --------------------------------------------------------------------------------- */

static double
value_of(const struct published *p, int area, enum measure_id m, int year)
{
	Figure figure = published_value(p, area, m, year);
	return figure_present(figure) ? figure_double(figure) : NAN;
}

static struct left_years
years_to(int last)
{
	return (struct left_years){ last - YEARS_BACK + 1, last };
}

/* The last year with those in post. */
static int
last_year_of(const struct published *p, struct plan_from from)
{
	for (int year = from.year; year >= p->first_year; year--)
		if (value_of(p, from.area, INPOST_FTE, year) > 0)
			return year;
	return 0;
}

bool
plan_of_published(const struct published *p, struct plan_from from, struct plan_basis *basis, struct arena *perm, struct error *err)
{
	const struct area *place = &p->areas.at[from.area];
	struct shrinkage fit;
	int area = from.area, last = last_year_of(p, from), years;
	if (last == 0)
		return fail(err, "nobody in post is published of %.*s", STR_ARG(place->name));
	struct seen seen = left_seen(p, area, years_to(last), &years);
	if (years == 0 || seen.events <= 0)
		return fail(err, "no leavers of the three years to %d are published of %.*s", last, STR_ARG(place->name));
	if (!left_common(p, years_to(last), &fit, *perm, err))
		return false;
	double filled = value_of(p, area, INPOST_FTE, last), vacant = value_of(p, area, VACANCY_FTE, last);
	bool council = place->level == AUTHORITY;
	*basis = (struct plan_basis){ .role = NOT_THERE, .title = S("Social worker"), .filled = (int)lround(filled),
		.posts = (int)lround(filled + (isnan(vacant) ? 0 : vacant)),
		.leaving = council ? shrink_rate(&fit, seen) : seen.events / seen.exposure,
		.own_weight = council ? shrink_weight(&fit, seen) : 1,
		.unsure = council && !fit.pooled ? 1 / sqrt(fit.alpha + seen.events) : 1 / sqrt(seen.events) };
	basis->rests_on = str_format(perm, "Published figures: %.1f FTE in post%s on 30 September %d", filled, isnan(vacant)
		? " (vacancies are not published)" : str_c(str_format(perm, " and %.1f vacant", vacant), perm), last);
	basis->left_on = str_format(perm, "leavers of %d %s against the mean of those in post", years, years == 1 ? "year" : "years");
	if (basis->posts < 1)
		return fail(err, "less than one post is published of %.*s", STR_ARG(place->name));
	return true;
}

/* ---- own people -------------------------------------------------------------------------------- */

static void
count_posts(const struct roster *r, Date day, struct plan_basis *of_role)
{
	for (int post = 0; post < r->post_count; post++) {
		const struct post_row *row = post_on(r, post, day);
		bool held = false;
		if (!row || row->status != FUNDED || row->role == NOT_THERE)
			continue;
		for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
			const struct spell_row *spell = spell_on(r, r->post_spells[i], day);
			held = held || (spell && basis_holds(spell->basis));
		}
		of_role[row->role].posts++;
		of_role[row->role].filled += held;
	}
}

/* Person-years in posts of each role since `from`, and how many of them ended in leaving or promotion. */
static void
count_time(const struct tenures *tenures, Date from, Date day, struct plan_basis *of_role, double *exposure)
{
	for (int i = 0; i < tenures->count; i++) {
		const struct tenure *row = &tenures->at[i];
		int first = row->from.day > from.day ? row->from.day : from.day, last = row->to.day < day.day ? row->to.day : day.day;
		if (row->role == NOT_THERE || last <= first)
			continue;
		exposure[row->role] += spell_years((Date){ first }, (Date){ last });
		of_role[row->role].events += end_leaves(row->end) || row->end == END_ADVANCED;
	}
}

static void
draw_towards(struct plan_basis *basis, const struct plan_basis *published, const struct shrinkage *fit, double exposure)
{
	/* where councils do not differ, a role counts for as much as a middling council does: a hundred person-years */
	double weight = fit->pooled ? 100 : fit->beta;
	basis->leaving = (weight * published->leaving + basis->events) / (weight + exposure);
	basis->own_weight = exposure / (weight + exposure);
	basis->unsure = 1 / sqrt(weight * published->leaving + basis->events);
}

int
plan_of_own(const struct published *p, const struct plan_basis *published, const struct roster *roster, Date day,
            struct plan_basis **bases, struct arena *perm)
{
	struct plan_basis *all = new(perm, roster->role_count + 1, struct plan_basis);
	double *exposure = new(perm, roster->role_count + 1, double);
	struct tenures tenures;
	struct shrinkage fit;
	struct error err;
	int count = 0;
	Date visible = spells_visible(roster, day, *perm), from = spell_before(day, YEARS_BACK);
	if (from.day < visible.day)
		from = visible;
	spells_of(&tenures, roster, CLOCK_POST, visible, day, perm);
	count_posts(roster, day, all);
	count_time(&tenures, from, day, all, exposure);
	if (!left_common(p, years_to(p->last_year), &fit, *perm, &err))
		fit = (struct shrinkage){ .pooled = true };
	for (int role = 0; role < roster->role_count; role++) {
		const struct role_row *row = role_on(roster, role, day);
		if (!row || row->census == 0 || all[role].posts == 0)
			continue;
		struct plan_basis basis = all[role];
		basis.role = role;
		basis.ref = roster->roles[role].ref;
		basis.title = row->title;
		basis.census = row->census;
		draw_towards(&basis, published, &fit, exposure[role]);
		basis.rests_on = str_format(perm, "Own records: %d posts, %d filled", basis.posts, basis.filled);
		basis.left_on = str_format(perm, "who left or was promoted since %.*s", STR_ARG(date_text(from, perm)));
		all[count++] = basis;
	}
	*bases = all;
	return count;
}
