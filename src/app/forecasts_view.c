/* forecasts_view.c: forecasts that were kept: all of a council, one, and keeping one. */
#include "app/forecast_kept.h"

#include "app/admit.h"
#include "app/forecast_pages.h"
#include "app/form_made.h"
#include "app/instant.h"
#include "app/stored.h"
#include "files/file.h"

static Str
href_of(Str slug, int64_t id, const char *rest, struct arena *perm)
{
	return str_format(perm, "/authorities/%.*s/forecasts/%lld%s", STR_ARG(slug), (long long)id, rest);
}

/* Who kept it is for colleagues. */
static bool
is_colleague(const struct ask *ask, Str slug)
{
	return ask->viewer && (ask->viewer->all || viewer_knows(ask->viewer, slug, ask->today));
}

/* ---- all ----------------------------------------------------------------------------------------- */

static const struct column kept_columns[] = {
	{ STR("name"), STR("Forecast"), false, false }, { STR("said"), STR("What it said"), false, false },
	{ STR("from"), STR("Made from"), false, false }, { STR("as_at"), STR("Figures up to"), false, false },
	{ STR("months"), STR("Months ahead"), true, false }, { STR("kept"), STR("Kept"), false, false },
	{ STR("did"), STR("How it did"), false, false },
};

struct telling_kept {
	const struct world *world;
	const struct ask *ask;
	const struct asked *asked;
	struct arena *perm;
};

/* "A: +7 posts filled, 9 chances in 10 of +3 to +12", of each scenario that was kept with it. */
static Str
scenarios_said(const struct telling_kept *t, const struct brought *one)
{
	struct text said = text_new(t->perm);
	struct document doc = { .arena = t->perm };
	struct telling to = { t->asked, &one->forecast, &doc };
	for (int s = 0; s < one->recipe.order.scenario_count; s++)
		if (one->recipe.order.scenarios[s].count)
			text_format(&said, "%s%.*s (%.*s): %.*s", said.len ? "; " : "", STR_ARG(scenario_letter(s)),
			            STR_ARG(scenario_words(&one->recipe.order.scenarios[s], t->perm)), STR_ARG(told_gap(&to, s)));
	return text_str(&said);
}

/* "3 of 4 within 9 in 10", or that nothing came yet; read from the whole, one at a time. */
static Str
did_words(const struct telling_kept *t, const struct kept_forecast *kept, Str *scenarios, struct arena scratch)
{
	struct brought one;
	struct answer why;
	Str number = str_format(&scratch, "%lld", (long long)kept->id);
	if (!kept_one(t->world, t->ask, t->asked->place->slug, number, &one, &why, &scratch))
		return S("cannot be read");
	struct kept_score *scores = new(&scratch, SCORES_MOST, struct kept_score);
	struct scored scored = kept_scored(scores, kept_scores(t->world, t->ask, &one, scores, &scratch));
	Str said = scenarios_said(&(struct telling_kept){ t->world, t->ask, t->asked, &scratch }, &one);
	*scenarios = str_copy(said, t->perm);                  /* after the last use of `one`: scratch lies over it */
	if (scored.told == 0)
		return S("nothing came yet");
	return str_format(t->perm, "%d of %d within 9 in 10", scored.hits, scored.told);
}

static void
kept_row(struct cell *cells, const struct telling_kept *t, const struct kept_forecast *kept)
{
	cells[0] = cell_link(kept->name, href_of(t->asked->place->slug, kept->id, "", t->perm));
	cells[0].note = str_format(t->perm, "Forecast %lld", (long long)kept->id);
	cells[1] = cell_text(kept->title);
	cells[2] = cell_text(kept->own ? S("own records") : S("published figures"));
	cells[3] = cell_text(date_text(kept->as_at, t->perm));
	cells[4] = cell_figure(figure_whole(kept->months), 0, UNIT_COUNT);
	cells[5] = cell_text(instant_day(kept->kept_at, t->perm));
	cells[6] = cell_text(did_words(t, kept, &cells[1].note, *t->perm));
}

static Str
list_title(int count, struct arena *perm)
{
	if (count == 0)
		return S("No forecast has been kept yet");
	return str_format(perm, "%.*s kept", STR_ARG(counted(count, "forecast", "forecasts", perm)));
}

struct answer
show_forecasts(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct kept_forecast *kept;
	int count;
	if (!ask_settle(world, &(struct ask){ .area = ask->area, .today = ask->today }, NEEDS_AREA, &asked, &answer, perm) ||
	    !kept_all(world, ask, asked.place->slug, &kept, &count, &answer, perm))
		return answer;
	struct document doc = document_new(perm, list_title(count, perm));
	struct telling_kept t = { world, ask, &asked, perm };
	struct rows_made rows = { 0 };
	doc.caption = asked.place->name;
	doc.address = str_format(perm, "/authorities/%.*s/forecasts", STR_ARG(asked.place->slug));
	document_paragraph(&doc, S("A forecast that is kept cannot be changed. It is made again from its recipe to the same byte, "
		"and held against what came. The bad ones stay."));
	if (count == 0) {
		struct run *runs = new(perm, 3, struct run);
		runs[0].text = S("To keep one, open the ");
		runs[1] = (struct run){ .text = S("outlook"),
			.href = str_format(perm, "/authorities/%.*s/outlook", STR_ARG(asked.place->slug)) };
		runs[2].text = S(" and give it a name.");
		document_runs(&doc, BLOCK_PARAGRAPH, runs, 3);
	}
	for (int i = 0; i < count; i++)
		kept_row(rows_push(&rows, countof(kept_columns), perm), &t, &kept[i]);
	doc.data = table_of(S("forecasts"), S("Forecasts that were kept, newest first"), kept_columns, countof(kept_columns), rows,
	                    perm);
	if (count)
		document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}

/* ---- one ----------------------------------------------------------------------------------------- */

static void
add_facts(struct document *doc, const struct brought *one, const struct ask *ask, Str slug)
{
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, 8, struct pair);
	int count = 0;
	pairs[count++] = (struct pair){ .key = S("What it said"), .value = one->kept.title };
	pairs[count++] = (struct pair){ .key = S("Kept"), .value = instant_words(one->kept.kept_at, perm) };
	if (is_colleague(ask, slug))
		pairs[count++] = (struct pair){ .key = S("By"), .value = one->kept.actor };
	pairs[count++] = (struct pair){ .key = S("Program"), .value = str_join(S("Mainstay "), one->kept.program, perm) };
	pairs[count++] = (struct pair){ .key = S("Recipe"), .value = S("as text"),
		.href = href_of(slug, one->kept.id, "?how=recipe", perm) };
	pairs[count++] = (struct pair){ .key = S("SHA-256 of the recipe"), .value = one->kept.recipe_sha256 };
	pairs[count++] = (struct pair){ .key = S("Result"), .value = S("as text"),
		.href = href_of(slug, one->kept.id, "?how=result", perm) };
	pairs[count++] = (struct pair){ .key = S("SHA-256 of the result"), .value = one->kept.result_sha256 };
	document_summary(doc, pairs, count);
}

static void
add_again(struct document *doc, const struct brought *one, const struct ask *ask, Str slug)
{
	struct arena *perm = doc->arena;
	struct error err = { "" };
	bool same = false;
	if (!str_equal(ask->how, S("again"))) {
		struct run *runs = new(perm, 2, struct run);
		runs[0] = (struct run){ .text = S("Make it again"), .href = href_of(slug, one->kept.id, "?how=again", perm) };
		runs[1].text = S(" from its recipe, and see whether every byte is the same.");
		document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
		return;
	}
	int posts = one->recipe.outlook.prospect->seat_count;
	if ((ask->door && !forecast_fits(&one->recipe.order, posts, &err)) || !kept_again(one, &same, perm, &err)) {
		document_notice(doc, NOTICE_KNOW, str_format(perm, "It was not made again. %s", err.text));
		return;
	}
	document_notice(doc, same ? NOTICE_DONE : NOTICE_KNOW, same ? S("Made again from its recipe: every byte is the same.")
		: str_format(perm, "Made again from its recipe, it is not the same. It was made by Mainstay %.*s, and this is %s.",
		             STR_ARG(one->kept.program), MAINSTAY_VERSION));
}

static void
add_compare(struct document *doc, const struct world *world, const struct ask *ask, const struct brought *one, Str slug)
{
	struct arena *perm = doc->arena;
	struct kept_forecast *kept;
	struct answer why;
	int count, offered = 0;
	if (!kept_all(world, ask, slug, &kept, &count, &why, perm) || count < 2)
		return;
	struct pick *picks = new(perm, count, struct pick);
	for (int i = 0; i < count; i++)
		if (kept[i].id != one->kept.id)
			picks[offered++] = (struct pick){ .words = str_format(perm, "%lld. %.*s", (long long)kept[i].id, STR_ARG(kept[i].name)),
				.value = str_format(perm, "%lld", (long long)kept[i].id) };
	struct form *form = form_made(perm, href_of(slug, one->kept.id, "", perm));
	form->asks = form->in_a_row = true;
	form_input(form, perm, (struct input){ .kind = INPUT_SELECT, .name = S("against"), .label = S("Compare with"),
		.picks = picks, .pick_count = offered });
	form_button(form, perm, (struct button){ .words = S("Compare"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static struct answer
tell_one(const struct world *world, const struct ask *ask, const struct asked *asked, const struct brought *one,
         struct arena *perm)
{
	struct document *doc = new(perm, 1, struct document);
	Str slug = asked->place->slug;
	*doc = document_new(perm, one->kept.name);
	struct telling to = { asked, &one->forecast, doc };
	doc->caption = asked->place->name;
	doc->period = told_period(&to);
	doc->address = href_of(slug, one->kept.id, "", perm);
	add_again(doc, one, ask, slug);
	add_facts(doc, one, ask, slug);
	tell_fan(&to, TALLY_FILLED);
	tell_scores(doc, world, ask, one);
	for (int s = 0; s < one->recipe.order.scenario_count; s++)
		if (one->recipe.order.scenarios[s].count)
			tell_gap(&to, s);
	if (one->recipe.order.scenario_count)
		tell_levers(&to);
	tell_table(&to);
	tell_doubt(&to);
	tell_weight(&to);
	tell_assumptions(&to);
	add_compare(doc, world, ask, one, slug);
	tell_data(&to);
	return answer_of(DONE, *doc);
}

static struct answer
text_of(const struct brought *one, bool recipe, struct arena *perm)
{
	struct document doc = document_new(perm, recipe ? S("Recipe") : S("Result"));
	struct answer answer = answer_of(DONE, doc);
	answer.file = (struct file_given){ str_format(perm, "forecast-%lld-%s.txt", (long long)one->kept.id,
		recipe ? "recipe" : "result"), S("text/plain; charset=utf-8"), recipe ? one->texts.recipe : one->texts.result };
	return answer;
}

struct answer
show_forecast(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	struct brought one, other;
	if (!ask_settle(world, &(struct ask){ .area = ask->area, .today = ask->today }, NEEDS_AREA, &asked, &answer, perm) ||
	    !kept_one(world, ask, asked.place->slug, ask->ref, &one, &answer, perm))
		return answer;
	if (str_equal(ask->how, S("recipe")) || str_equal(ask->how, S("result")))
		return text_of(&one, str_equal(ask->how, S("recipe")), perm);
	if (ask->against.len == 0)
		return tell_one(world, ask, &asked, &one, perm);
	if (!kept_one(world, ask, asked.place->slug, ask->against, &other, &answer, perm))
		return answer;
	return answer_of(DONE, kept_compared(&asked, &one, &other, perm));
}

/* ---- keeping ------------------------------------------------------------------------------------- */

struct keeping_one {
	Str authority;
	struct kept_forecast kept;
	struct forecast_texts texts;
	bool already;
	struct arena *perm;
};

static bool
keep_it(struct store *store, void *what, struct error *err)
{
	struct keeping_one *k = what;
	return store_forecast_keep(store, k->authority, &k->kept, &k->texts, &k->already, *k->perm, err);
}

/* The council's own prices are for its people: what rests on them is kept from others, as what is of own people is. */
static bool
rests_on_own(const struct outlook *outlook)
{
	for (int i = 0; i < outlook->assumption_count; i++)
		if (outlook->assumptions[i].who.len)
			return true;
	return false;
}

static struct answer
not_as_asked(const struct forecasting *in, struct arena *perm)
{
	return answer_words(WRONG, S("That cannot be forecast"), forecasting_wrong(in), perm);
}

static struct keeping_one
written_down(const struct forecasting *in, const struct ask *ask, Str name, struct arena *perm)
{
	const struct forecast_order *order = &in->order;
	struct keeping_one k = { .authority = in->asked.place->slug, .perm = perm };
	Str title = told_title(&in->forecast, perm);
	bool own = order->from == FROM_OWN, closed = own || rests_on_own(in->forecast.outlook);
	k.texts = (struct forecast_texts){ forecast_recipe_write(&in->forecast, k.authority, perm),
	                                   forecast_result_write(&in->forecast, title, perm) };
	k.kept = (struct kept_forecast){ .name = name, .own = closed, .as_at = own ? order->day : census_period(order->origin).last,
		.months = order->months, .actor = ask->viewer->account, .kept_at = ask->now, .program = S(MAINSTAY_VERSION),
		.title = title, .recipe_sha256 = file_sha256(k.texts.recipe, perm), .result_sha256 = file_sha256(k.texts.result, perm) };
	return k;
}

/* A name that says what it is for, on one line. */
static bool
is_name(Str name)
{
	bool plain = name.len > 0 && str_characters(name) <= 100;
	for (ptrdiff_t i = 0; i < name.len; i++)
		plain = plain && (unsigned char)name.at[i] >= ' ';
	return plain;
}

struct answer
keep_forecast(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct forecasting in;
	struct answer answer;
	struct error err = { "" };
	Str name = str_trim(ask_sent(ask, S("name")));
	if (!forecasting_settle(world, ask, &in, &answer, perm))
		return answer;
	if (forecasting_wrong(&in).len)
		return not_as_asked(&in, perm);
	if (!is_name(name))
		return answer_words(WRONG, S("Give the forecast a name"), S("Up to 100 characters that say what it is for, for example "
			"\u201cBudget 2027\u201d. Go back, and keep it again."), perm);
	if (!forecasting_run(world, ask, &in, true, &answer, perm))
		return answer;
	if (forecasting_wrong(&in).len)
		return not_as_asked(&in, perm);
	struct keeping_one k = written_down(&in, ask, name, perm);
	if (!stored(world, keep_it, &k, perm, &err))
		return answer_failed(S("The forecast was not kept"), &err, perm);
	answer = answer_words(DONE, k.already ? S("That forecast was kept before") : S("The forecast is kept"),
		str_format(perm, "It is forecast %lld: %.*s. %.*s", (long long)k.kept.id, STR_ARG(name), STR_ARG(k.kept.title)), perm);
	answer.to = href_of(k.authority, k.kept.id, "", perm);
	answer.added = !k.already;
	return answer;
}
