/* scores_view.c: how our forecasts did, of all councils and of one. */
#include "app/scores.h"
#include "base/embedded.h"

bool
scores_kept(const struct published *p, struct backtest *out, struct arena *perm, struct error *err)
{
	Str text = embedded_file(S("data/scores-2025.txt"));
	return backtest_read(text, p, out, perm, err);
}

Str
href_scores(const struct published *p, int area, struct arena *perm)
{
	return area == NO_AREA ? S("/forecasts/scores")
		: str_format(perm, "/authorities/%.*s/scores", STR_ARG(p->areas.at[area].slug));
}

static Str
period_words(const struct backtest *b, bool made, struct arena *perm)
{
	Str years = b->first < b->last ? str_format(perm, "%d to %d", b->first, b->last) : year_text(b->first, perm);
	return str_format(perm, "Forecasts as if made on 30 September %.*s, one to three years ahead, from the "
		"figures up to then. %d futures each, %s.", STR_ARG(years), b->runs,
		made ? "reckoned just now" : "reckoned when this program was made");
}

static void
add_all(struct document *doc, const struct backtest *b)
{
	if (scores_of_goals(b)) {
		scores_add_goals(doc, b);
		scores_add_reasons(doc, b);
	}
	scores_add_table(doc, b, NO_AREA);
	scores_add_points(doc, b);
	scores_add_cover(doc, b, NO_AREA);
	scores_add_places(doc, b);
	scores_add_by_origin(doc, b);
	scores_add_by_size(doc, b);
	scores_add_reading(doc);
	doc->data = scores_data(b, doc->arena);
}

static void
add_one(struct document *doc, const struct world *world, const struct backtest *b, int area)
{
	doc->data = scores_add_rows(doc, &world->published, b, area);
	scores_add_table(doc, b, area);
	scores_add_cover(doc, b, area);
	struct run *run = new(doc->arena, 1, struct run);
	*run = (struct run){ .text = S("How our forecasts did for all councils"), .href = S("/forecasts/scores") };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
	scores_add_reading(doc);
}

struct answer
scores_told(const struct world *world, const struct backtest *b, int area, bool made, struct arena *perm)
{
	const struct published *p = &world->published;
	struct document doc = document_new(perm, area == NO_AREA ? scores_message(b, perm)
		: S("What we would have said, and what came"));
	doc.caption = area == NO_AREA ? S("How our forecasts did") : p->areas.at[area].name;
	doc.period = period_words(b, made, perm);
	doc.address = href_scores(p, area, perm);
	if (area == NO_AREA) {
		add_all(&doc, b);
	} else {
		struct asked asked = { .world = world, .p = p, .area = area, .place = &p->areas.at[area] };
		add_area_changes(&doc, &asked);
		add_one(&doc, world, b, area);
	}
	add_sources(&doc, p);
	return answer_of(DONE, doc);
}

struct answer
show_scores(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct backtest b;
	struct error err;
	(void)ask;
	if (!scores_kept(&world->published, &b, perm, &err))
		return answer_failed(S("The scores cannot be read"), &err, perm);
	return scores_told(world, &b, NO_AREA, false, perm);
}

struct answer
show_council_scores(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct backtest b;
	struct error err;
	if (!ask_settle(world, ask, NEEDS_AREA, &asked, &answer, perm))
		return answer;
	if (!scores_kept(&world->published, &b, perm, &err))
		return answer_failed(S("The scores cannot be read"), &err, perm);
	return scores_told(world, &b, asked.area, false, perm);
}
