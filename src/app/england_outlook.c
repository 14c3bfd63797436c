/* england_outlook.c: the outlook of every council at once, from published figures.
 *
 * Councils are units of work that are shared out (spread.h). Years are alike for all of them under one seed, so
 * ranges of councils do not add up to a range of England, and none is given: the sum is of the middles' means.
 */
#include "app/forecast_pages.h"

#include "app/forecast.h"
#include "outlook/published.h"

struct england {
	const struct world *world;
	struct forecast_order order;
	struct spread_job *jobs;
	int *areas, count, left_out;
	struct arena *perm;
};

/* Councils whose posts were published in the year itself; of others an older year would be mixed in. */
static bool
make_jobs(struct england *all, struct error *err)
{
	const struct published *p = &all->world->published;
	const struct expectations *expected = expect_all(panel_upto(p, all->order.origin, all->perm), all->perm, err);
	if (!expected)
		return false;
	all->jobs = new(all->perm, p->areas.count, struct spread_job);
	all->areas = new(all->perm, p->areas.count, int);
	for (int area = 0; area < p->areas.count; area++) {
		int year = 0;
		struct error why;
		if (p->areas.at[area].level != AUTHORITY || p->areas.at[area].last_year < all->order.origin)
			continue;
		if (!published_enough(p, area, all->order.origin, &year, &why) || year != all->order.origin) {
			all->left_out++;
			continue;
		}
		struct outlook *outlook = published_outlook(p, expected, area, all->order.months, all->perm, err);
		if (!outlook)
			return fail_within(err, "%.*s", STR_ARG(p->areas.at[area].name));
		all->areas[all->count] = area;
		all->jobs[all->count++] = (struct spread_job){ .base = outlook->prospect,
			.of_base = tally_new(outlook->prospect, 0, all->perm) };
	}
	return all->count > 0 || fail(err, "No council's posts were published for %d.", all->order.origin);
}

static const struct column england_columns[] = {
	{ STR("council"), STR("Council"), false, false }, { STR("now"), STR("Posts filled now"), true, false },
	{ STR("low"), STR("1 in 20 below"), true, false }, { STR("middle"), STR("Middle"), true, false },
	{ STR("high"), STR("1 in 20 above"), true, false }, { STR("fewer"), STR("Chance of fewer than now (%)"), true, false },
	{ STR("vacant"), STR("Vacant, middle"), true, false }, { STR("leavers"), STR("Leavers, middle"), true, false },
	{ STR("joiners"), STR("Joiners, middle"), true, false },
};

static void
council_row(struct cell *cells, const struct england *all, int i)
{
	const struct tally *t = all->jobs[i].of_base;
	int end = all->order.months, now = tally_quantile(t, TALLY_FILLED, 0, 500);
	const int figures[] = { now, tally_quantile(t, TALLY_FILLED, end, 50), tally_quantile(t, TALLY_FILLED, end, 500),
		tally_quantile(t, TALLY_FILLED, end, 950), (int)(100 * tally_below(t, TALLY_FILLED, end, now) + 0.5),
		tally_quantile(t, TALLY_VACANT, end, 500), tally_quantile(t, TALLY_LEFT, end, 500),
		tally_quantile(t, TALLY_JOINED, end, 500) };
	cells[0] = cell_text(all->world->published.areas.at[all->areas[i]].name);
	for (int c = 0; c < countof(figures); c++)
		cells[c + 1] = cell_figure(figure_whole(figures[c]), 0, UNIT_COUNT);
}

static struct document
england_told(const struct england *all)
{
	struct arena *perm = all->perm;
	double now = 0, then = 0;
	struct rows_made rows = { 0 };
	for (int i = 0; i < all->count; i++) {
		now += tally_mean(all->jobs[i].of_base, TALLY_FILLED, 0);
		then += tally_mean(all->jobs[i].of_base, TALLY_FILLED, all->order.months);
		council_row(rows_push(&rows, countof(england_columns), perm), all, i);
	}
	Str when = forecast_month(all->jobs[0].base, all->order.months, perm);
	struct document doc = document_new(perm, str_format(perm, "%.*s posts filled in %d councils in %.*s, against %.*s now",
		STR_ARG(figure_text(figure_whole((int64_t)(then + 0.5)), 0, perm)), all->count, STR_ARG(when),
		STR_ARG(figure_text(figure_whole((int64_t)(now + 0.5)), 0, perm))));
	doc.period = str_format(perm, "From figures published up to 30 September %d, %d months ahead, %d replications of each",
	                        all->order.origin, all->order.months, all->order.runs);
	document_paragraph(&doc, S("The total is of the means. It has no range here: years are alike for all councils, so that their "
		"ranges do not add up."));
	if (all->left_out)
		document_paragraph(&doc, str_format(perm, "%s left out: no posts of theirs were published for %d.",
			all->left_out == 1 ? "One council is" : str_c(str_format(perm, "%d councils are", all->left_out), perm), all->order.origin));
	doc.data = table_of(S("england"), str_format(perm, "Posts filled in %.*s", STR_ARG(when)), england_columns,
	                    countof(england_columns), rows, perm);
	document_table(&doc, doc.data);
	add_sources(&doc, &all->world->published);
	return doc;
}

struct answer
show_england_outlook(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct error err = { "" };
	struct ask whole = *ask;
	struct england all = { .world = world, .perm = perm };
	whole.area = S("england");
	if (!ask_settle(world, &whole, NEEDS_AREA, &asked, &answer, perm))
		return answer;
	if (!forecast_order_read(&asked, ask, RUNS_MOST, &all.order, &err))
		return answer_words(WRONG, S("That cannot be forecast"), str_copy(str_of(err.text), perm), perm);
	if (all.order.from == FROM_OWN)
		return answer_words(WRONG, S("That cannot be forecast"), S("Every council at once is from published figures."), perm);
	if (!make_jobs(&all, &err) || !forecast_share_out(all.jobs, all.count, &all.order, ask->watch, &err))
		return answer_words(WRONG, S("That was not forecast"), str_copy(str_of(err.text), perm), perm);
	return answer_of(DONE, england_told(&all));
}
