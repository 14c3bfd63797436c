/* demonstration_test.c: made-up councils in a store, and never among real records. */
#include "stores.h"

#include "app/deeds.h"
#include "app/demonstration.h"
#include "measure/own_people.h"
#include "store/accounts.h"
#include "store/audit.h"
#include "store/forecasts.h"
#include "store/records.h"

enum { NOON = 1764590400 };                  /* 1 December 2025, 12:00 */

static struct world
world_of(const char *name, struct arena *perm)
{
	struct world world;
	struct error err = { "" };
	bool open = world_open(&world, fresh_path(name, perm), perm, &err);
	if (!open)
		printf("%s\n", err.text);
	check(open);
	return world;
}

static enum outcome
ask_for(const struct world *world, struct demonstration wish, struct arena *perm)
{
	wish.actor = S("command line");
	wish.now = NOON;
	return demonstrate(world, &wish, perm).outcome;
}

static enum council_kind
kind_of(const struct world *world, Str authority, struct arena *perm)
{
	enum council_kind kind;
	struct error err = { "" };
	check(council_kind_of(world, authority, &kind, perm, &err));
	return kind;
}

/* Every record as text, in its order, equality records among them. */
static Str
records_of_store(const struct world *world, Str authority, struct arena *perm)
{
	struct text text = text_new(perm);
	struct store *store = opened(world->store_path);
	struct error err = { "" };
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct records records;
		check(store_records_read(store, authority, &record_types[t], &records, perm, &err));
		for (int i = 0; i < records.count; i++) {
			const struct record *r = &records.at[i];
			text_format(&text, "%.*s %d %d", STR_ARG(r->ref), (int)r->when.first.day, (int)r->when.last.day);
			for (int f = 0; f < record_types[t].field_count; f++)
				text_format(&text, "|%.*s", STR_ARG(r->values[f]));
			text_char(&text, '\n');
		}
	}
	store_close(store);
	return text_str(&text);
}

static int
lines(Str text)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		count += text.at[i] == '\n';
	return count;
}

static void
check_figures(const struct world *world, Str slug, int year, struct arena *perm)
{
	struct store *store = opened(world->store_path);
	struct council council;
	struct roster roster;
	struct own_figures own;
	struct error err = { "" };
	check(store_council_read(store, slug, &council, perm, &err));
	store_close(store);
	roster_build(&roster, &council, perm);
	own_figures_on(&own, &roster, NOT_THERE, date_of(year, 9, 30), *perm);
	static const enum measure_id kept[] = { INPOST_FTE, INPOST_HEADCOUNT, LEAVERS_FTE, VACANCY_FTE,
		AGENCY_FTE, AGENCY_COVER_FTE, CASES, CASE_HOLDERS_FTE, WORKING_DAYS_LOST_FTE };
	int area = area_exact(&world->published.areas, slug);
	for (ptrdiff_t i = 0; i < countof(kept); i++)
		check(figure_equal(figure_round(own.value[kept[i]], measures[kept[i]].places),
		                   figure_round(published_value(&world->published, area, kept[i], year),
		                                measures[kept[i]].places)));
}

static void
what_comes_out_of_the_store_has_the_published_figures(struct arena *perm)
{
	struct world world = world_of("in", perm);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_EMPTY);
	check_int(ask_for(&world, (struct demonstration){ .area = S("Rutland"), .seed = 1 }, perm), DONE);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_MADE_UP);
	check_int(kind_of(&world, S("walsall"), perm), COUNCIL_EMPTY);
	for (int year = 2022; year <= 2025; year++)
		check_figures(&world, S("rutland"), year, perm);
	struct store *store = opened(world.store_path);
	struct error err = { "" };
	struct audit_verdict verdict;
	check(audit_verify(store, S(""), &verdict, perm, &err) && verdict.sound);
	struct past *deeds;
	int count;
	check(store_deeds(store, S("rutland"), S(""), 0, &deeds, &count, perm, &err));
	check_int(count, 1);
	check_str(deeds[0].what, S("demonstration"));
	check_str(deeds[0].object, S("demonstration of rutland, seed 1"));
	store_close(store);
}

static void
the_same_seed_stores_the_same_records_and_a_second_time_is_refused(struct arena *perm)
{
	struct world one = world_of("one", perm), two = world_of("two", perm);
	struct demonstration wish = { .area = S("rutland"), .seed = 5 };
	check_int(ask_for(&one, wish, perm), DONE);
	check_int(ask_for(&two, wish, perm), DONE);
	Str first = records_of_store(&one, S("rutland"), perm);
	check(lines(first) > 500);
	check(str_equal(first, records_of_store(&two, S("rutland"), perm)));
	check_int(ask_for(&one, wish, perm), REFUSED);
	check(str_equal(first, records_of_store(&one, S("rutland"), perm)));
}

static void
a_demonstration_is_replaced_whole_and_taken_out_whole(struct arena *perm)
{
	struct world world = world_of("replaced", perm), other = world_of("other", perm);
	struct demonstration wish = { .area = S("rutland"), .seed = 1 };
	check_int(ask_for(&world, wish, perm), DONE);
	wish.seed = 2;
	check_int(ask_for(&other, wish, perm), DONE);
	wish.replace = true;
	check_int(ask_for(&world, wish, perm), DONE);
	check(str_equal(records_of_store(&world, S("rutland"), perm),
	                records_of_store(&other, S("rutland"), perm)));
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_MADE_UP);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm), DONE);
	check_int(lines(records_of_store(&world, S("rutland"), perm)), 0);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_EMPTY);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm),
	          REFUSED);
}

/* One real unit, as a load of a list would put it there. */
static void
put_real_unit(const struct world *world, Str slug, struct arena *perm)
{
	Str values[3] = { S("Duty"), S("team"), S("") };
	struct changes changes = changes_new(perm);
	changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[TYPE_UNIT],
		.after = { .version = 1, .ref = S("U-1"), .when = { date_of(2020, 1, 1), DATE_OPEN },
		           .values = values } });
	struct deed deed = { .authority = slug, .actor = S("A-000001"), .what = S("import"),
	                     .object = S("HR list"), .at = NOON };
	struct store *store = opened(world->store_path);
	struct error err = { "" };
	int64_t seq;
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	store_close(store);
}

static void
keep_forecast_of(const struct world *world, bool own, struct arena *perm)
{
	struct store *store = opened(world->store_path);
	struct error err = { "" };
	struct forecast_texts texts = { S("a recipe\n"), S("a result\n") };
	struct kept_forecast kept = { .name = own ? S("Own") : S("Published"), .own = own, .as_at = date_of(2023, 9, 30), .months = 12,
		.actor = S("A-000001"), .kept_at = NOON, .program = S("0.2.0"), .title = S("About 9"),
		.recipe_sha256 = S("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
		.result_sha256 = S("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb") };
	bool already;
	check(store_forecast_keep(store, S("rutland"), &kept, &texts, &already, *perm, &err) && !already);
	store_close(store);
}

/* Lest what was forecast from them stands beside real people that come after. */
static void
forecasts_from_made_up_people_go_with_them_and_those_from_figures_stay(struct arena *perm)
{
	struct world world = world_of("foretold", perm);
	struct error err = { "" };
	struct kept_forecast *all;
	struct entry *entries;
	int count;
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .seed = 1 }, perm), DONE);
	keep_forecast_of(&world, true, perm);
	keep_forecast_of(&world, false, perm);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm), DONE);
	struct store *store = opened(world.store_path);
	check(store_forecasts(store, S("rutland"), &all, &count, perm, &err));
	check_int(count, 1);
	check(count == 1 && !all[0].own);
	struct audit_filter filter = { .action = S("forecast.ended") };
	check(audit_entries(store, &filter, &entries, &count, perm, &err) && count == 1);
	store_close(store);
	put_real_unit(&world, S("rutland"), perm);
	keep_forecast_of(&world, true, perm);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm), REFUSED);
	store = opened(world.store_path);
	check(store_forecasts(store, S("rutland"), &all, &count, perm, &err));
	check_int(count, 2);
	store_close(store);
}

static void
made_up_people_never_join_real_records(struct arena *perm)
{
	struct world world = world_of("real", perm);
	put_real_unit(&world, S("rutland"), perm);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_REAL);
	Str before = records_of_store(&world, S("rutland"), perm);
	struct demonstration wish = { .area = S("rutland"), .seed = 1 };
	check_int(ask_for(&world, wish, perm), REFUSED);
	wish.replace = true;
	check_int(ask_for(&world, wish, perm), REFUSED);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm),
	          REFUSED);
	check(str_equal(before, records_of_store(&world, S("rutland"), perm)));
	check_int(ask_for(&world, (struct demonstration){ .area = S("city of london"), .seed = 1 }, perm), DONE);
}

/* ---- accounts to look round with ---------------------------------------------------------------- */

static int
personas(const struct world *world, bool active, struct account **accounts, struct arena *perm)
{
	struct store *store = opened(world->store_path);
	struct error err = { "" };
	int all, count = 0;
	check(accounts_list(store, accounts, &all, perm, &err));
	store_close(store);
	for (int i = 0; i < all; i++) {
		check((*accounts)[i].demonstration && !(*accounts)[i].has_password);
		count += (*accounts)[i].active == active;
	}
	return count;
}

static bool
made_up(const struct world *world, struct arena *perm)
{
	struct store *store = opened(world->store_path);
	struct error err = { "" };
	bool all;
	check(councils_made_up(store, &all, perm, &err));
	store_close(store);
	return all;
}

static void
a_made_up_council_has_accounts_to_look_round_with_until_it_goes(struct arena *perm)
{
	struct world world = world_of("personas", perm);
	struct account *accounts;
	struct demonstration wish = { .area = S("rutland"), .seed = 1 };
	check(!made_up(&world, perm));
	check_int(ask_for(&world, wish, perm), DONE);
	check(made_up(&world, perm));
	check_int(personas(&world, true, &accounts, perm), 8);
	bool duties[DUTIES] = { false };
	for (int i = 0; i < 8; i++) {
		check_int(accounts[i].grant_count, 1);
		check_str(accounts[i].grants[0].authority, S("rutland"));
		check((accounts[i].grants[0].scope == SCOPE_UNIT) == (accounts[i].grants[0].unit.len > 0));
		duties[accounts[i].grants[0].duty] = true;
	}
	check(duties[DUTY_HR_OFFICER] && duties[DUTY_WORKER] && duties[DUTY_TEAM_MANAGER] && duties[DUTY_HR_LEAD]);
	wish.replace = true;
	check_int(ask_for(&world, wish, perm), DONE);
	check_int(personas(&world, true, &accounts, perm), 8);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm), DONE);
	check_int(personas(&world, true, &accounts, perm), 0);
	check_int(personas(&world, false, &accounts, perm), 8);
}

static void
beside_real_records_no_account_without_a_password_is_made(struct arena *perm)
{
	struct world world = world_of("beside", perm);
	struct account *accounts;
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .seed = 1 }, perm), DONE);
	put_real_unit(&world, S("walsall"), perm);
	check(!made_up(&world, perm));
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .seed = 2, .replace = true },
	                  perm), DONE);
	check_int(personas(&world, true, &accounts, perm), 0);
	check_int(ask_for(&world, (struct demonstration){ .area = S("trafford"), .seed = 2 }, perm), DONE);
	check_int(personas(&world, true, &accounts, perm), 0);
}

/* What was a demonstration once is real when it was taken out and a real list came. */
static void
after_a_demonstration_real_records_are_real(struct arena *perm)
{
	struct world world = world_of("after", perm);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .seed = 1 }, perm), DONE);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .remove = true }, perm), DONE);
	put_real_unit(&world, S("rutland"), perm);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_REAL);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .seed = 1, .replace = true },
	                  perm), REFUSED);
}

static void
what_cannot_be_made_is_said(struct arena *perm)
{
	struct world world = world_of("wrong", perm);
	check_int(ask_for(&world, (struct demonstration){ .area = S("nowhere") }, perm), UNKNOWN);
	check_int(ask_for(&world, (struct demonstration){ .area = S("england") }, perm), WRONG);
	check_int(ask_for(&world, (struct demonstration){ .area = S("cumbria") }, perm), WRONG);
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland"), .dry_run = true }, perm), DONE);
	check_int(kind_of(&world, S("rutland"), perm), COUNCIL_EMPTY);
	world.store_path = S("");
	check_int(ask_for(&world, (struct demonstration){ .area = S("rutland") }, perm), WRONG);
}

/* Nobody takes a whole council away by taking one change back. */
static void
made_up_people_are_not_taken_out_as_a_change(struct arena *perm)
{
	struct world world = world_of("change", perm);
	struct error err = { "" };
	static const struct viewer machine = { .account = STR("command line"), .all = true };
	struct ask ask = { .area = S("walsall"), .viewer = &machine, .now = NOON, .today = date_of(2025, 12, 1) };
	check_int(ask_for(&world, (struct demonstration){ .area = S("walsall"), .seed = 1 }, perm), DONE);
	struct store *store = opened(world.store_path);
	struct past *deeds;
	int count = 0;
	check(store_deeds(store, S("walsall"), S("demonstration"), 0, &deeds, &count, perm, &err));
	store_close(store);
	check_int(count, 1);
	struct done done = deed_undo(&world, &ask, deeds[0].seq, S(""), perm, &err);
	check(done.did == CHANGED_MEANWHILE);
	check(strstr(err.text, "taken out whole") != NULL);
	check(kind_of(&world, S("walsall"), perm) == COUNCIL_MADE_UP);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(what_comes_out_of_the_store_has_the_published_figures);
	run_on_both(the_same_seed_stores_the_same_records_and_a_second_time_is_refused);
	run_on_both(a_demonstration_is_replaced_whole_and_taken_out_whole);
	run_on_both(forecasts_from_made_up_people_go_with_them_and_those_from_figures_stay);
	run_on_both(made_up_people_never_join_real_records);
	run_on_both(after_a_demonstration_real_records_are_real);
	run_on_both(a_made_up_council_has_accounts_to_look_round_with_until_it_goes);
	run_on_both(beside_real_records_no_account_without_a_password_is_made);
	run_on_both(what_cannot_be_made_is_said);
	run_on_both(made_up_people_are_not_taken_out_as_a_change);
	return tests_end() | !stores_end();
}
