/* region_view.c: the councils of a region on one definition: totals that can identify nobody.
 *
 * Each council's own records are measured alike on the last 30 September by the day asked about: two days'
 * totals, one less the other, would tell of whoever came between them. Whoever has a duty over a region opens no
 * council of it: a figure of too few people is withheld (measure/protect.h, as for publishing), and
 * the region's total with it when a single council's is, or it would be the rest.
 */
#include "app/admit.h"
#include "app/own_guard.h"
#include "app/region.h"
#include "app/stored.h"
#include "measure/own_people.h"
#include "measure/protect.h"

struct region {
	const struct world *world;
	const struct ask   *ask;
	int    area;
	Str   *slugs;                        /* councils with records, all of the store's */
	int    slug_count;
	struct own_figures *of;              /* of those of the region; the region itself last */
	int   *councils;
	int    count;
	struct arena *perm;
};

static bool
read_slugs(struct store *store, void *what, struct error *err)
{
	struct region *in = what;
	return store_authorities(store, &in->slugs, &in->slug_count, in->perm, err);
}

/* Whether the area stands in the region: Inner London's councils are London's too. */
static bool
stands_in(const struct areas *areas, int area, int region)
{
	for (int above = areas->at[area].parent; above != NO_AREA; above = areas->at[above].parent)
		if (above == region)
			return true;
	return false;
}

static bool
measure_council(struct region *in, int area, struct error *err)
{
	const struct held *held = NULL;
	if (!keeper_hold(in->world->keeper, in->world->published.areas.at[area].slug, &held, err))
		return false;
	if (!held)
		return true;
	own_figures_on(&in->of[in->count], &held->roster, NOT_THERE, guard_day(in->ask->day), *in->perm);
	in->councils[in->count++] = area;
	keeper_let_go(in->world->keeper, held);
	return true;
}

static bool
measure_councils(struct region *in, struct error *err)
{
	const struct areas *areas = &in->world->published.areas;
	if (!stored(in->world, read_slugs, in, in->perm, err))
		return false;
	in->of = new(in->perm, in->slug_count + 1, struct own_figures);
	in->councils = new(in->perm, in->slug_count + 1, int);
	for (int i = 0; i < in->slug_count; i++) {
		int area = area_exact(areas, in->slugs[i]);
		if (area != NO_AREA && stands_in(areas, area, in->area) && !measure_council(in, area, err))
			return false;
	}
	return true;
}

/* The region's counts are the sums of its councils'; absent when any council's is. */
static void
add_up(struct region *in)
{
	struct own_figures *all = &in->of[in->count];
	*all = (struct own_figures){ .unit = NOT_THERE, .day = guard_day(in->ask->day) };
	for (int i = 0; i < in->count; i++)
		for (int m = 0; m < MEASURES; m++) {
			const struct own_figures *one = &in->of[i];
			all->value[m] = i ? figure_add(all->value[m], one->value[m]) : one->value[m];
			all->people[m] += one->people[m];
			all->largest[m] = one->largest[m] > all->largest[m] ? one->largest[m] : all->largest[m];
		}
	own_rates(all);
}

/* ---- withholding ------------------------------------------------------------------------------- */

static bool
tells(const struct own_figures *own, enum measure_id m)
{
	enum measure_id counted = measures[m].rate ? measures[m].numerator : m;
	struct backing backing = { .people = own->people[counted], .base = own->people[INPOST_HEADCOUNT],
		.largest = own->largest[counted], .sum = own->value[counted].micro };
	return figure_present(own->value[m]) && own->people[counted] > 0
	       && !figure_present(protect_figure(own->value[m], backing, protect_public));
}

static Figure
shown(const struct region *in, int i, enum measure_id m)
{
	bool withheld = tells(&in->of[i], m);
	for (int k = 0; k < in->count && i == in->count; k++)
		withheld = withheld || tells(&in->of[k], m);
	return withheld ? figure_absent(SUPPRESSED) : in->of[i].value[m];
}

/* ---- the page ---------------------------------------------------------------------------------- */

static struct table *
region_table(const struct region *in)
{
	struct column *columns = new(in->perm, MEASURES + 1, struct column);
	struct rows_made rows = { 0 };
	int count = 1;
	columns[0] = (struct column){ .name = S("council"), .title = S("Council") };
	for (int m = 0; m < MEASURES; m++)
		if (measures[m].headline)
			columns[count++] = (struct column){ .name = measures[m].name, .number = true,
				.title = title_and_unit(&measures[m], in->perm) };
	for (int i = 0; i <= in->count; i++) {
		struct cell *cells = rows_push(&rows, count, in->perm);
		int column = 1;
		cells[0] = cell_text(i < in->count ? in->world->published.areas.at[in->councils[i]].name
		                                   : S("All of them together"));
		for (int m = 0; m < MEASURES; m++)
			if (measures[m].headline)
				cells[column++] = cell_figure(shown(in, i, (enum measure_id)m), measures[m].places, measures[m].unit);
		rows.at[i].ours = i == in->count;
	}
	return table_of(S("councils"), S("Councils whose own records are kept here"), columns, count, rows, in->perm);
}

static struct answer
region_shown(const struct region *in)
{
	const struct area *place = &in->world->published.areas.at[in->area];
	struct document doc = document_new(in->perm, str_format(in->perm, "%d %s of the region on one definition",
		in->count, in->count == 1 ? "council" : "councils"));
	doc.caption = place->name;
	doc.period = str_format(in->perm, "As at %.*s", STR_ARG(day_words(guard_day(in->ask->day), in->perm)));
	doc.address = str_format(in->perm, "/regions/%.*s", STR_ARG(place->slug));
	if (in->count == 0) {
		document_paragraph(&doc, S("No council of this region keeps its records here yet."));
		return answer_of(DONE, doc);
	}
	document_paragraph(&doc, S("From each council\u2019s own records, by the census\u2019s definitions. A figure of "
		"fewer than ten people is withheld (c), and with it the total it could be worked out from."));
	doc.data = region_table(in);
	document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}

struct answer
show_region(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct region in = { .world = world, .ask = ask, .perm = perm,
	                     .area = area_exact(&world->published.areas, ask->area) };
	struct error err = { "" };
	if (!world->keeper)
		return answer_words(FAILED, S("There is no store"), S("The program was started without one."), perm);
	if (!measure_councils(&in, &err))
		return answer_failed(S("The records cannot be read"), &err, perm);
	if (in.count)
		add_up(&in);
	return region_shown(&in);
}
