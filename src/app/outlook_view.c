/* outlook_view.c: where will we be, how sure is that, and what does it rest on? */
#include "app/forecast_pages.h"
#include "app/forecast_view.h"
#include "app/form_made.h"
#include "app/scores.h"

static void
add_ways_on(const struct telling *to, struct forecasting *in)
{
	struct arena *perm = to->doc->arena;
	struct run *runs = new(perm, 2, struct run);
	runs[0] = (struct run){ .text = S("See what could be done about it"),
	                        .href = forecasting_address(in, S("scenarios"), perm) };
	runs[1] = (struct run){ .text = S(": recruit ahead, hire faster, pay to keep people, and what each costs.") };
	document_runs(to->doc, BLOCK_PARAGRAPH, runs, 2);
}

/* What they were worth, beside the next one. */
static void
add_scores(const struct telling *to, const struct forecasting *in)
{
	struct arena *perm = to->doc->arena;
	struct backtest *kept = new(perm, 1, struct backtest);
	struct error err;
	struct run *runs = new(perm, 2, struct run);
	document_heading(to->doc, 2, S("How our earlier forecasts did"), S("scores"));
	if (in->order.from == FROM_PUBLISHED && scores_kept(in->asked.p, kept, perm, &err))
		document_paragraph(to->doc, scores_of_council(kept, in->asked.p, in->asked.area, perm));
	runs[0] = (struct run){ .text = str_format(perm, "See each forecast of %.*s since 2019, and what came",
		STR_ARG(in->asked.place->name)), .href = href_scores(in->asked.p, in->asked.area, perm) };
	runs[1].text = in->order.from == FROM_OWN ? S(". They were made from published figures; one from own people is scored once it is kept.")
		: S(".");
	document_runs(to->doc, BLOCK_PARAGRAPH, runs, 2);
}

static void
add_form(const struct telling *to, const struct forecasting *in, const struct ask *ask)
{
	struct arena *perm = to->doc->arena;
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/outlook", STR_ARG(in->asked.place->slug)));
	form->asks = form->in_a_row = true;
	form->legend = S("Look ahead");
	forecasting_inputs(form, in, ask, perm);
	form_button(form, perm, (struct button){ .words = S("Show") });
	document_form(to->doc, form);
}

struct answer
show_outlook(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct forecasting in;
	struct answer answer;
	if (!forecasting_settle(world, ask, &in, &answer, perm) || !forecasting_run(world, ask, &in, true, &answer, perm))
		return answer;
	struct telling to = forecasting_document(&in, told_title(&in.forecast, perm), S("outlook"), perm);
	tell_odds(&to);
	tell_fan(&to, TALLY_FILLED);
	add_ways_on(&to, &in);
	add_form(&to, &in, ask);
	tell_two(&to, &in, world, ask);
	add_scores(&to, &in);
	tell_table(&to);
	tell_doubt(&to);
	tell_weight(&to);
	tell_assumptions(&to);
	forecasting_keep(&to, &in, world, ask);
	tell_data(&to);
	add_sources(to.doc, in.asked.p);
	return answer_of(forecasting_wrong(&in).len ? WRONG : DONE, *to.doc);
}
