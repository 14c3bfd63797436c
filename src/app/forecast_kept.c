/* forecast_kept.c: forecasts out of the store, and made again. */
#include "app/forecast_kept.h"

#include "app/admit.h"
#include "app/stored.h"

bool
kept_own_readable(const struct ask *ask, struct arena *perm)
{
	static const struct need plans = { OF_COUNCIL, GROUP_PLANS, REACH_READ };
	if (!ask->held || !ask->viewer || !admits(ask->viewer, ask->area, plans, ask->today))
		return false;
	struct sight sight = sight_of_ask(ask, perm);
	return sight_total(&sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

/* ---- all of a council ---------------------------------------------------------------------------- */

struct listing {
	Str authority;
	struct kept_forecast *kept;
	int count;
	struct arena *perm;
};

static bool
list_them(struct store *store, void *what, struct error *err)
{
	struct listing *l = what;
	return store_forecasts(store, l->authority, &l->kept, &l->count, l->perm, err);
}

bool
kept_all(const struct world *world, const struct ask *ask, Str authority, struct kept_forecast **kept, int *count,
         struct answer *why, struct arena *perm)
{
	struct listing l = { .authority = authority, .perm = perm };
	struct error err = { "" };
	*count = 0;
	*kept = NULL;
	if (world->store_path.len == 0)
		return true;
	if (!stored(world, list_them, &l, perm, &err)) {
		*why = answer_failed(S("Forecasts that were kept cannot be read"), &err, perm);
		return false;
	}
	bool own = kept_own_readable(ask, perm);
	*kept = l.kept;
	for (int i = 0; i < l.count; i++)
		if (own || !l.kept[i].own)
			l.kept[(*count)++] = l.kept[i];
	return true;
}

/* ---- one ----------------------------------------------------------------------------------------- */

struct finding_one {
	Str authority;
	int64_t id;
	struct brought *one;
	struct arena *perm;
};

static bool
find_it(struct store *store, void *what, struct error *err)
{
	struct finding_one *f = what;
	return store_forecast(store, f->authority, f->id, &f->one->kept, &f->one->texts, f->perm, err);
}

static struct answer
not_there(Str number, struct arena *perm)
{
	return answer_words(UNKNOWN, S("There is no such forecast here"), str_format(perm,
		"No forecast %.*s was kept for this council, or it is not yours to read.", (int)(number.len < 20 ? number.len : 20),
		number.at), perm);
}

bool
kept_take_apart(const struct world *world, struct brought *one, struct arena *perm, struct error *err)
{
	if (!forecast_recipe_read(one->texts.recipe, &world->published.areas, &one->recipe, perm, err) ||
	    !forecast_result_read(one->texts.result, &one->result, perm, err))
		return fail_within(err, "forecast %lld", (long long)one->kept.id);
	if (one->recipe.order.months != one->result.months)
		return fail(err, "forecast %lld has a recipe and a result of different months", (long long)one->kept.id);
	one->forecast = forecast_of_kept(&one->recipe, &one->result, perm);
	return true;
}

bool
kept_one(const struct world *world, const struct ask *ask, Str authority, Str number, struct brought *one,
         struct answer *why, struct arena *perm)
{
	struct parsed_decimal id = parse_decimal(number, 0, false);
	struct finding_one f = { .authority = authority, .id = id.ok ? id.micro / MICRO : 0, .one = one, .perm = perm };
	struct error err = { "" };
	*one = (struct brought){ 0 };
	if (world->store_path.len && !stored(world, find_it, &f, perm, &err)) {
		*why = answer_failed(S("The forecast cannot be read"), &err, perm);
		return false;
	}
	if (one->kept.id == 0 || (one->kept.own && !kept_own_readable(ask, perm))) {
		*why = not_there(number, perm);
		return false;
	}
	if (kept_take_apart(world, one, perm, &err))
		return true;
	*why = answer_failed(S("The forecast cannot be read"), &err, perm);
	return false;
}

bool
kept_again(const struct brought *one, bool *same, struct arena *perm, struct error *err)
{
	struct forecast again;
	if (!forecast_run(&one->recipe.order, &one->recipe.outlook, NULL, NULL, &again, perm, err) ||
	    !forecast_doubt(&again, NULL, perm, err))
		return false;
	*same = str_equal(forecast_result_write(&again, one->result.title, perm), one->texts.result);
	return true;
}
