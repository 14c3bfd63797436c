/* workforce_test.c: finding places by what people write, and what has happened to them. */
#include "check.h"

#include "measure/published.h"

static struct areas
built_in_areas(struct arena *perm)
{
	struct published p;
	published_built_in(&p, perm);
	return p.areas;
}

/* The slug of an area, or "none". */
static Str
slug_of(const struct areas *areas, int area)
{
	return area == NO_AREA ? S("none") : areas->at[area].slug;
}

static void
exact_words_find_one_area(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	static const struct { Str text, slug; } cases[] = {
		{ STR("walsall"), STR("walsall") }, { STR(" WALSALL "), STR("walsall") },
		{ STR("335"), STR("walsall") }, { STR("e08000030"), STR("walsall") },
		{ STR("England"), STR("england") }, { STR("E92000001"), STR("england") },
		{ STR("Bristol, City of"), STR("bristol-city-of") },
		{ STR("bristol-city-of"), STR("bristol-city-of") },
		/* A present and a former area of one name: the present one. */
		{ STR("Dorset"), STR("dorset") }, { STR("dorset-to-2018"), STR("dorset-to-2018") },
		{ STR("835"), STR("dorset-to-2018") }, { STR("838"), STR("dorset") },
		/* Former codes of an area that kept its three digits. */
		{ STR("E10000023"), STR("north-yorkshire") }, { STR("E06000065"), STR("north-yorkshire") },
		{ STR("E08000016"), STR("barnsley") }, { STR("E08000039"), STR("sheffield") },
		/* Members of joint returns. */
		{ STR("richmond upon thames"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("314"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("318"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("314 / 318"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("E09000027"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("941"), STR("north-northamptonshire-west-northamptonshire") },
		{ STR("north northamptonshire"), STR("north-northamptonshire-west-northamptonshire") },
		{ STR("Northamptonshire"), STR("northamptonshire") },
		{ STR(""), STR("none") }, { STR("walsal"), STR("none") }, { STR(" / "), STR("none") },
		{ STR("33"), STR("none") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_str(slug_of(&areas, area_exact(&areas, cases[i].text)), cases[i].slug);
}

static void
every_area_is_found_by_its_slug_and_codes(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	check_int(areas.count, 168);
	for (int i = 0; i < areas.count; i++) {
		const struct area *a = &areas.at[i];
		check_int(area_exact(&areas, a->slug), i);
		check_int(area_exact(&areas, a->code), i);
		check_int(area_named(&areas, a->slug), i);
		check(a->level != AUTHORITY || area_exact(&areas, a->old_code) == i);
		check(a->level == COUNTRY || a->parent != NO_AREA);
		check(a->first_year >= 2017 && a->last_year <= 2025 && a->first_year <= a->last_year);
		int found[3];
		check(area_search(&areas, a->name, found, 3) >= 1);
		check(found[0] == i || str_equal(areas.at[found[0]].name, a->name));
	}
}

static void
a_search_gives_the_best_first(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	static const struct { Str text, slugs[4]; } cases[] = {
		{ STR("kingston"), { STR("kingston-upon-hull-city-of"),
		                     STR("kingston-upon-thames-richmond-upon-thames") } },
		{ STR("richmond"), { STR("kingston-upon-thames-richmond-upon-thames") } },
		{ STR("northampton"), { STR("northamptonshire"),
		                        STR("north-northamptonshire-west-northamptonshire") } },
		{ STR("st helens"), { STR("st-helens") } },
		{ STR("St. Helens"), { STR("st-helens") } },
		{ STR("saint helens"), { STR("st-helens") } },
		{ STR("bristol"), { STR("bristol-city-of") } },
		{ STR("city of bristol"), { STR("bristol-city-of") } },
		{ STR("hull"), { STR("kingston-upon-hull-city-of"), STR("solihull") } },
		{ STR("cumbria"), { STR("cumbria") } },
		{ STR("dorset"), { STR("dorset"), STR("dorset-to-2018") } },
		{ STR("brighton & hove"), { STR("brighton-and-hove") } },
		{ STR("hove and brighton"), { STR("brighton-and-hove") } },
		{ STR("stoke on trent"), { STR("stoke-on-trent") } },
		{ STR("durham"), { STR("county-durham") } },
		{ STR("940"), { STR("north-northamptonshire-west-northamptonshire") } },
		{ STR("bournemouth"), { STR("bournemouth"),
		                        STR("bournemouth-christchurch-and-poole") } },
		{ STR("poole"), { STR("poole"), STR("bournemouth-christchurch-and-poole") } },
		{ STR("north east"), { STR("north-east"), STR("north-east-lincolnshire"),
		                       STR("bath-and-north-east-somerset"), STR("county-durham") } },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		int found[4], count = area_search(&areas, cases[i].text, found, 4);
		for (int k = 0; k < 4; k++)
			check_str(k < count ? areas.at[found[k]].slug : S(""), cases[i].slugs[k]);
	}
}

static void
a_region_brings_its_authorities(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	int found[200], count = area_search(&areas, S("West Midlands"), found, 200);
	check_int(count, 15);
	check_str(areas.at[found[0]].slug, S("west-midlands"));
	for (int i = 1; i < count; i++) {
		check_str(areas.at[areas.at[found[i]].parent].slug, S("west-midlands"));
		check(i == 1 || str_compare(areas.at[found[i - 1]].name, areas.at[found[i]].name) < 0);
	}
	/* London is two regions within one; City of London is found by its name and stands before. */
	count = area_search(&areas, S("london"), found, 200);
	check_str(areas.at[found[0]].slug, S("london"));
	check_int(count, 1 + 2 + 32);
}

static void
a_search_keeps_within_its_room_and_its_words(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	int found[3] = { -7, -7, -7 };
	check_int(area_search(&areas, S("a"), found, 2), 2);
	check_int(found[2], -7);
	check_int(area_search(&areas, S("a"), found, 0), 0);
	check_int(area_search(&areas, S(""), found, 3), 0);
	check_int(area_search(&areas, S(" - , "), found, 3), 0);
	check_int(area_search(&areas, S("walsall nowhere"), found, 3), 0);
	check_int(area_search(&areas, S("\xFF\xFE\xFF"), found, 3), 0);
	char *lengthy = new(perm, 100000, char);
	memset(lengthy, 'w', 100000);
	check_int(area_search(&areas, (Str){ lengthy, 100000 }, found, 3), 0);
	check_int(area_exact(&areas, (Str){ lengthy, 100000 }), NO_AREA);
	check_int(area_nearest(&areas, (Str){ lengthy, 100000 }, found, 3), 0);
}

static void
one_word_on_a_command_line_means_one_area(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	static const struct { Str text, slug; } cases[] = {
		{ STR("bristol"), STR("bristol-city-of") },
		{ STR("richmond"), STR("kingston-upon-thames-richmond-upon-thames") },
		{ STR("kingston"), STR("none") }, { STR("nowhere"), STR("none") },
		{ STR("london"), STR("london") }, { STR("hull city"), STR("kingston-upon-hull-city-of") },
		/* Solihull holds it too, so it could mean either. */
		{ STR("hull"), STR("none") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_str(slug_of(&areas, area_named(&areas, cases[i].text)), cases[i].slug);
}

static void
a_slip_of_the_hand_is_offered_what_was_meant(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	static const struct { Str text, slug; } cases[] = {
		{ STR("walsal"), STR("walsall") }, { STR("Lestershire"), STR("leicestershire") },
		{ STR("bristl"), STR("bristol-city-of") }, { STR("richmond upon tames"),
		STR("kingston-upon-thames-richmond-upon-thames") }, { STR("england "), STR("england") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		int found[3];
		check(area_nearest(&areas, cases[i].text, found, 3) >= 1);
		check_str(areas.at[found[0]].slug, cases[i].slug);
	}
	int found[3];
	check_int(area_nearest(&areas, S("xyzzyxyzzy"), found, 3), 0);
	check_int(area_nearest(&areas, S(""), found, 3), 0);
}

static void
changes_name_real_areas_and_the_days_they_took_effect(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	for (int i = 0; i < area_change_count; i++) {
		const struct area_change *c = &area_change_rows[i];
		struct civil day = date_civil(c->day);
		check_int(day.month * 100 + day.day, 401);
		check(c->words.len > 0 && c->source.len > 0);
		check(c->from[0].len > 0 && c->to[0].len > 0);
		for (int k = 0; k < 4; k++) {
			int from = c->from[k].len ? area_exact(&areas, c->from[k]) : NO_AREA;
			int to = c->to[k].len ? area_exact(&areas, c->to[k]) : NO_AREA;
			check_int(from == NO_AREA, c->from[k].len == 0);
			check_int(to == NO_AREA, c->to[k].len == 0);
			/* The census of the year of the change is the first of the new areas, except where
			 * one area carries on. */
			if (from != NO_AREA && !str_equal(c->from[0], c->to[0]))
				check_int(areas.at[from].last_year, day.year - 1);
			if (to != NO_AREA && !str_equal(c->from[0], c->to[0]))
				check_int(areas.at[to].first_year, day.year);
		}
	}
	check_int(area_change_rows[0].day.day, date_of(2019, 4, 1).day);
	check_int(area_change_rows[area_change_count - 1].day.day, date_of(2025, 4, 1).day);
}

static void
every_former_area_and_every_new_code_has_a_change(struct arena *perm)
{
	struct areas areas = built_in_areas(perm);
	const struct area_change *found[4];
	int changed = 0;
	for (int i = 0; i < areas.count; i++) {
		const struct area *a = &areas.at[i];
		bool changes = a->last_year < 2025 || a->first_year > 2017 || a->former_code.len > 0;
		check_int(area_changes(a->slug, found, 4) > 0, changes);
		changed += changes;
	}
	check_int(changed, 15);
	check_int(area_changes(S("cumbria"), found, 4), 1);
	check(str_find(found[0]->words, S("Westmorland")) >= 0);
	check_int(area_changes(S("walsall"), found, 4), 0);
	check_int(area_changes(S(""), found, 4), 0);
	check_int(area_changes(S("cumbria"), found, 0), 0);
}

int
main(void)
{
	run(exact_words_find_one_area);
	run(every_area_is_found_by_its_slug_and_codes);
	run(a_search_gives_the_best_first);
	run(a_region_brings_its_authorities);
	run(a_search_keeps_within_its_room_and_its_words);
	run(one_word_on_a_command_line_means_one_area);
	run(a_slip_of_the_hand_is_offered_what_was_meant);
	run(changes_name_real_areas_and_the_days_they_took_effect);
	run(every_former_area_and_every_new_code_has_a_change);
	return tests_end();
}
