/* import_test.c: a file that somebody brings, from its bytes to what pages read: kept, shown, undone,
 * or refused with everything that is wrong with it and nothing stored.
 */
#include "check.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/app.h"
#include "base/embedded.h"
#include "files/file.h"

static char folder[] = "/tmp/mainstay-import-XXXXXX";

/* ---- asking ---------------------------------------------------------------------------------- */

static Str
data(const char *name, struct arena *perm)
{
	Str text = S("");
	struct error err;
	if (!file_read(str_format(perm, "%s/test/data/%s", SOURCE_ROOT, name), 1 << 20, &text, perm, &err))
		printf("%s\n", err.text);
	return text;
}

static Str
fresh_path(const char *name, struct arena *perm)
{
	Str path = str_format(perm, "%s/%s", folder, name);
	unlink(str_c(path, perm));
	return path;
}

static struct world
world_of(Str path, struct arena *perm)
{
	struct world world;
	struct error err = { "" };
	bool opened = world_open(&world, path, perm, &err);
	check(opened);
	if (!opened)
		printf("%s\n", err.text);
	return world;
}

static struct answer
brought(const struct world *world, const char *file, Str text, struct arena *perm)
{
	struct import import = { .file = str_of(file), .text = text, .now = 1764000000 };
	return import_file(world, &import, perm);
}

static bool
mentions(const struct document *doc, Str words)
{
	if (str_find(doc->title, words) >= 0)
		return true;
	for (int i = 0; i < doc->block_count; i++) {
		for (int r = 0; r < doc->blocks[i].run_count; r++)
			if (str_find(doc->blocks[i].runs[r].text, words) >= 0)
				return true;
		for (int k = 0; k < doc->blocks[i].pair_count; k++)
			if (str_find(doc->blocks[i].pairs[k].value, words) >= 0)
				return true;
	}
	return false;
}

/* How many findings a document lists, and where they are; one that says nothing when there are none. */
static int
findings_in(const struct document *doc, const struct finding **first)
{
	static const struct finding none;
	*first = &none;
	for (int i = 0; i < doc->block_count; i++)
		if (doc->blocks[i].kind == BLOCK_FINDINGS) {
			*first = doc->blocks[i].findings;
			return doc->blocks[i].finding_count;
		}
	return 0;
}

/* Every row in the store, counted by another hand. */
static int64_t
rows_kept(Str path, struct arena *perm)
{
	sqlite3 *db;
	sqlite3_stmt *statement;
	int64_t rows = -1;
	sqlite3_open(str_c(path, perm), &db);
	check_int(sqlite3_prepare_v2(db, "SELECT (SELECT count(*) FROM load) + (SELECT count(*) FROM own_measure)"
		" + (SELECT count(*) FROM own_point) + (SELECT count(*) FROM kept_release)", -1, &statement, NULL),
		SQLITE_OK);
	if (sqlite3_step(statement) == SQLITE_ROW)
		rows = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return rows;
}

/* ---- a council's own figures ----------------------------------------------------------------- */

static void
a_council_s_table_is_kept_shown_and_undone(struct arena *perm)
{
	Str path = fresh_path("table.db", perm), text = data("leicestershire-2024.csv", perm);
	struct world world = world_of(path, perm);
	struct answer answer = brought(&world, "leicestershire-2024.csv", text, perm);
	check_int(answer.outcome, DONE);
	check(mentions(&answer.document, S("24 figures")));
	check(mentions(&answer.document, S("england and leicestershire")));
	check(mentions(&answer.document, S("mainstay import undo 1")));
	check(mentions(&answer.document, file_sha256(text, perm)));

	/* The world that asked is as it was; the next one has the figures. */
	check_int(world.own.point_count, 0);
	struct world next = world_of(path, perm);
	check_int(next.own.point_count, 24);
	int place = area_exact(&next.published.areas, S("leicestershire"));
	const struct own_point *point = own_point_of(&next.own, place, AGENCY_RATE_FTE, 2023);
	check(point && point->value.micro == 19600000);
	check_str(figure_text(published_value(&next.published, place, AGENCY_RATE_FTE, 2023), 1, perm), S("20.1"));

	int64_t rows = rows_kept(path, perm);
	answer = brought(&next, "again.csv", text, perm);
	check_int(answer.outcome, DONE);
	check(mentions(&answer.document, S("nothing changed")) && mentions(&answer.document, S("import 1")));
	check_int(rows_kept(path, perm), rows);

	struct answer list = show_loads(&next, &(struct ask){ 0 }, perm);
	check_int(list.document.data->row_count, 1);
	check_str(list.document.data->rows[0].cells[0].text, S("1"));
	check_str(list.document.data->rows[0].cells[3].text, S("2025-11-24 16:00:00"));
	check_str(list.document.data->rows[0].cells[5].text, S("no"));

	check_int(import_undo(&next, 1, perm).outcome, DONE);
	answer = import_undo(&next, 1, perm);
	check(answer.outcome == DONE && mentions(&answer.document, S("undone before")));
	check_int(import_undo(&next, 9, perm).outcome, UNKNOWN);
	check_int(rows_kept(path, perm), rows);
	check_int(world_of(path, perm).own.point_count, 0);
	list = show_loads(&next, &(struct ask){ 0 }, perm);
	check_str(list.document.data->rows[0].cells[5].text, S("yes"));
	check_int(brought(&next, "back.csv", text, perm).outcome, DONE);
	check_int(world_of(path, perm).own.point_count, 24);
}

static void
every_council_file_of_the_tests_can_be_imported(struct arena *perm)
{
	static const struct { const char *file; int points; } files[] = {
		{ "leicestershire-2024.csv", 24 }, { "leicestershire-adverts.csv", 6 },
		{ "leicestershire-survey.csv", 1 }, { "plymouth-overseas.csv", 3 },
		{ "plymouth-retention.csv", 18 }, { "walsall-absence.csv", 3 },
	};
	Str path = fresh_path("all.db", perm);
	int points = 0;
	for (ptrdiff_t i = 0; i < countof(files); i++) {
		struct world world = world_of(path, perm);
		check_int(world.own.point_count, points);
		check_int(brought(&world, files[i].file, data(files[i].file, perm), perm).outcome, DONE);
		points += files[i].points;
	}
	struct world world = world_of(path, perm);
	check_int(world.own.point_count, points);
	struct remainder left[8];
	check_int(own_remainders(&world.own, left, 8), 3);       /* 17 and 21.5 adverts, 7 recruits */
	for (int i = 0; i < world.own.point_count; i++)
		check(!world.own.points[i].uncomputable
		      || str_equal(world.own.measures[world.own.points[i].measure].name,
		                   S("staff_survey_response_rate")));
}

static void
a_trial_stores_nothing_and_needs_no_store(struct arena *perm)
{
	struct world world = world_of(S(""), perm);
	struct import import = { .file = S("survey.csv"), .text = data("leicestershire-survey.csv", perm),
	                         .dry_run = true };
	struct answer answer = import_file(&world, &import, perm);
	const struct finding *first;
	check_int(answer.outcome, DONE);
	check_int(findings_in(&answer.document, &first), 1);
	check(str_find(first->wrong, S("cannot be computed")) >= 0);
	import.dry_run = false;
	check_int(import_file(&world, &import, perm).outcome, WRONG);
	check_int(show_loads(&world, &(struct ask){ 0 }, perm).outcome, DONE);
	check_int(import_undo(&world, 1, perm).outcome, UNKNOWN);

	Str path = fresh_path("trial.db", perm);
	world = world_of(path, perm);
	import.dry_run = true;
	check_int(import_file(&world, &import, perm).outcome, DONE);
	check_int(rows_kept(path, perm), 0);
}

static void
one_name_keeps_one_unit(struct arena *perm)
{
	Str path = fresh_path("units.db", perm);
	struct world world = world_of(path, perm);
	brought(&world, "a.csv", S("area,measure,date,value,unit,source\nwalsall,morale,2023,61,percent,s\n"),
	        perm);
	world = world_of(path, perm);
	int64_t rows = rows_kept(path, perm);
	struct answer answer = brought(&world, "b.csv",
		S("area,measure,date,value,unit,source\ndudley,morale,2023,61,count,s\n"), perm);
	check_int(answer.outcome, REFUSED);
	const struct finding *first;
	check_int(findings_in(&answer.document, &first), 1);
	check_str(first->code, S("unit"));
	check_int(rows_kept(path, perm), rows);
}

/* ---- releases -------------------------------------------------------------------------------- */

/* One published figure as DfE writes it in a cell. */
static void
add_cell(struct text *text, Figure figure, int places, struct arena *scratch)
{
	text_char(text, ',');
	if (figure_present(figure))
		text_add(text, figure_plain(figure, places, scratch));
	else
		text_add(text, absent_symbol(figure.absent));
}

/* The identity columns of a row, in the order of HEADINGS below. */
static void
add_place(struct text *text, const struct areas *areas, const struct area *a, int year)
{
	static const char *const levels[] = { "National", "Regional", "Local authority" };
	const struct area *region = a->parent == NO_AREA ? a : &areas->at[a->parent];
	text_format(text, "%d,Reporting year,%s,E92000001,England,", year, levels[a->level]);
	if (a->level == COUNTRY)
		text_add(text, S(",,,,"));
	else if (a->level == REGION)
		text_format(text, "%.*s,%.*s,,,", STR_ARG(a->code), STR_ARG(a->name));
	else
		text_format(text, "%.*s,%.*s,%.*s,%.*s,\"%.*s\"", STR_ARG(region->code), STR_ARG(region->name),
		            STR_ARG(a->old_code), STR_ARG(a->code), STR_ARG(a->name));
}

static bool
says_anything(const struct published *p, int area, int year)
{
	for (int m = 0; m < MEASURES; m++)
		if (published_value(p, area, (enum measure_id)m, year).absent != NOT_PUBLISHED)
			return true;
	return false;
}

/* What the next release does to one figure: Walsall's turnover of 2025 is revised from what was
 * published, and its vacancy rate of 2024 becomes unreliable. */
static Figure
revised(const struct published *p, int area, enum measure_id m, int year)
{
	Figure was = published_value(p, area, m, year);
	bool walsall = str_equal(p->areas.at[area].slug, S("walsall"));
	if (walsall && m == TURNOVER_RATE_FTE && year == 2025)
		return figure_add(was, figure_micro(300000));
	if (walsall && m == VACANCY_RATE_FTE && year == 2024)
		return figure_absent(UNRELIABLE);
	return was;
}

/* Next year's file as DfE would write it: 2017 to 2026, with 2026 like 2025 and two figures revised. */
static Str
next_release(const struct published *p, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
	                  "region_name,old_la_code,new_la_code,la_name"));
	for (int m = 0; m < MEASURES; m++)
		text_format(&text, ",%.*s", STR_ARG(measures[m].name));
	text_add(&text, S("\r\n"));
	struct arena scratch = arena_reserve((ptrdiff_t)1 << 24);
	for (int year = 2026; year >= p->first_year; year--)
		for (int area = 0; area < p->areas.count; area++) {
			int like = year == 2026 ? 2025 : year;
			struct arena fresh = scratch;
			if (!says_anything(p, area, like))
				continue;
			add_place(&text, &p->areas, &p->areas.at[area], year);
			for (int m = 0; m < MEASURES; m++)
				add_cell(&text, year == 2026 ? published_value(p, area, (enum measure_id)m, like)
				                             : revised(p, area, (enum measure_id)m, year),
				         measures[m].places, &fresh);
			text_add(&text, S("\r\n"));
		}
	return text_str(&text);
}

static void
next_year_s_release_stands_beside_this_one(struct arena *perm)
{
	Str path = fresh_path("release.db", perm);
	struct world world = world_of(path, perm);
	Str text = next_release(&world.published, perm);
	int walsall = area_exact(&world.published.areas, S("walsall"));
	Figure was = published_value(&world.published, walsall, TURNOVER_RATE_FTE, 2025);
	struct answer answer = brought(&world, "csww_indicators_2017_to_2026.csv", text, perm);
	check_int(answer.outcome, DONE);
	const struct finding *first;
	for (int i = 0; i < findings_in(&answer.document, &first) && i < 5; i++)
		printf("%.*s\n", STR_ARG(finding_text(&first[i], perm)));
	check(mentions(&answer.document, S("2017 to 2026")));
	check(mentions(&answer.document, S("2 figures differ from what was published before")));
	check(mentions(&answer.document, S("workforce 2026")));

	struct world next = world_of(path, perm);
	const struct published *p = &next.published;
	walsall = area_exact(&p->areas, S("walsall"));
	check_int(p->release_count, world.published.release_count + 1);
	check_str(p->releases[0].name, S("2026"));
	check(!p->releases[0].built_in && p->releases[1].built_in);
	check_str(p->releases[0].sha256, file_sha256(text, perm));
	check_str(p->releases[0].licence, p->releases[1].licence);
	/* Both values are there; the newest is what a reader gets. */
	check(figure_equal(release_value(p, 1, walsall, TURNOVER_RATE_FTE, 2025), was));
	check(figure_equal(published_value(p, walsall, TURNOVER_RATE_FTE, 2025),
	                   figure_add(was, figure_micro(300000))));
	check_int(published_value(p, walsall, VACANCY_RATE_FTE, 2024).absent, UNRELIABLE);
	check(figure_present(release_value(p, 1, walsall, VACANCY_RATE_FTE, 2024)));
	check(figure_equal(published_value(p, p->england, INPOST_FTE, 2026),
	                   published_value(p, p->england, INPOST_FTE, 2025)));
	/* Neighbours still lead to the same places. */
	check_int(p->neighbours[walsall].count, NEIGHBOURS_MOST);

	answer = brought(&next, "x.csv", text, perm);
	check(answer.outcome == DONE && mentions(&answer.document, S("nothing changed")));
	check_int(import_undo(&next, 1, perm).outcome, DONE);
	check_int(world_of(path, perm).published.release_count, world.published.release_count);
}

static void
a_release_must_be_the_one_it_is_said_to_be(struct arena *perm)
{
	Str path = fresh_path("which.db", perm);
	struct world world = world_of(path, perm);
	Str text = next_release(&world.published, perm);
	struct import import = { .file = S("r.csv"), .text = text, .release = S("2027") };
	const struct finding *first;
	struct answer answer = import_file(&world, &import, perm);
	check_int(answer.outcome, REFUSED);
	check_int(findings_in(&answer.document, &first), 1);
	check(str_find(first->wrong, S("2026")) >= 0);
	import.release = S("2026");
	import.kind = S("series");
	answer = import_file(&world, &import, perm);
	check_int(answer.outcome, REFUSED);
	check(findings_in(&answer.document, &first) == 1 && str_equal(first->code, S("kind")));
	import.kind = S("rota");
	check_int(import_file(&world, &import, perm).outcome, WRONG);
	import.kind = S("release");
	import.dry_run = true;
	check_int(import_file(&world, &import, perm).outcome, DONE);
	check_int(rows_kept(path, perm), 0);

	/* A cell that is no number, a row that repeats, a file cut short. */
	char *bytes = str_c(text, perm);
	ptrdiff_t place = str_find(text, S("National,")) + 60;
	bytes[place + str_find(str_from(text, place), S("."))] = '!';
	import = (struct import){ .file = S("r.csv"), .text = { bytes, text.len } };
	answer = import_file(&world, &import, perm);
	check_int(answer.outcome, REFUSED);
	check(findings_in(&answer.document, &first) >= 1 && first->line == 2 && first->column > 10);
	import.text = str_upto(text, text.len - 30);
	check_int(import_file(&world, &import, perm).outcome, REFUSED);
	Str row = str_from(text, str_find(text, S("\r\n")) + 2);
	import.text = str_join(text, str_upto(row, str_find(row, S("\n")) + 1), perm);
	answer = import_file(&world, &import, perm);
	check_int(answer.outcome, REFUSED);
	check_int(findings_in(&answer.document, &first), 1);
	check_int(rows_kept(path, perm), 0);
}

/* ---- what is refused ------------------------------------------------------------------------- */

#define HEADINGS "area,measure,date,value,source\n"

static const struct { const char *what; Str text, code; } refusals[] = {
	{ "nothing", STR(""), STR("empty") },
	{ "blanks", STR("  \n\n"), STR("empty") },
	{ "other headings", STR("name,salary\nA,1\n"), STR("kind") },
	{ "a wrong column", STR("area,measure,date,valeu,source\nwalsall,roles,2023,1,s\n"), STR("column") },
	{ "a bad number", STR(HEADINGS "walsall,roles,2023,twelve,s\n"), STR("number") },
	{ "a row twice", STR(HEADINGS "walsall,roles,2023,1,s\nwalsall,roles,2023,1,s\n"), STR("duplicate") },
	{ "cut short", STR(HEADINGS "walsall,roles,2023,1,\"Walsall Coun"), STR("form") },
	{ "a line cut short", STR(HEADINGS "walsall,roles,2023,1"), STR("cut off") },
	{ "Latin-1", STR(HEADINGS "walsall,roles,2023,1,caf\xE9\n"), STR("utf-8") },
	{ "UTF-16", STR("\xFF\xFE" "a\0r\0e\0a\0"), STR("utf-16") },
	{ "a NUL", STR(HEADINGS "walsall,roles,2023,1,s\0\n"), STR("nul") },
	{ "a zip", STR("PK\x03\x04\x14\0\0\0\x08\0"), STR("workbook") },
};

static void
what_is_refused_leaves_the_store_as_it_was(struct arena *perm)
{
	Str path = fresh_path("refused.db", perm);
	struct world world = world_of(path, perm);
	brought(&world, "first.csv", data("walsall-absence.csv", perm), perm);
	int64_t rows = rows_kept(path, perm);
	check(rows > 0);
	for (ptrdiff_t i = 0; i < countof(refusals); i++) {
		const struct finding *first;
		struct answer answer = brought(&world, "bad.csv", refusals[i].text, perm);
		bool found = answer.outcome == REFUSED && findings_in(&answer.document, &first) > 0;
		check(found);
		if (!found) {
			printf("  %s\n", refusals[i].what);
			continue;
		}
		int count = findings_in(&answer.document, &first);
		bool has_code = false;
		for (int k = 0; k < count; k++) {
			has_code = has_code || str_equal(first[k].code, refusals[i].code);
			check(k == 0 || first[k - 1].line <= first[k].line);
			check_str(first[k].file, S("bad.csv"));
		}
		if (!has_code)
			printf("  %s: %.*s\n", refusals[i].what, STR_ARG(first->code));
		check(has_code);
		check(mentions(&answer.document, S("Nothing was stored")));
		check_int(rows_kept(path, perm), rows);
	}
}

static void
a_hundred_megabytes_is_one_finding(struct arena *perm)
{
	struct world world = world_of(fresh_path("large.db", perm), perm);
	ptrdiff_t size = 100 * 1000 * 1000;
	char *bytes = new(perm, size, char);
	memset(bytes, 'a', (size_t)size);
	memcpy(bytes, HEADINGS, sizeof HEADINGS - 1);
	const struct finding *first;
	struct answer answer = brought(&world, "large.csv", (Str){ bytes, size }, perm);
	check_int(answer.outcome, REFUSED);
	check_int(findings_in(&answer.document, &first), 1);
	check_str(first->code, S("large"));
}

static void
a_store_that_cannot_be_written_says_so(struct arena *perm)
{
	Str path = fresh_path("gone.db", perm);
	struct world world = world_of(path, perm);
	world.store_path = S("/nowhere/at/all.db");
	struct answer answer = brought(&world, "a.csv", data("walsall-absence.csv", perm), perm);
	check_int(answer.outcome, FAILED);
	check(mentions(&answer.document, S("nothing is stored twice")));
	check_int(show_loads(&world, &(struct ask){ 0 }, perm).outcome, FAILED);
	check_int(import_undo(&world, 1, perm).outcome, FAILED);
	struct error err = { "" };
	check(!world_open(&world, S("/nowhere/at/all.db"), perm, &err) && err.text[0]);
}

/* An arena that is full while the store is open jumps to its boundary; the store must not stay locked. */
static void
a_full_arena_lets_go_of_the_store(struct arena *perm)
{
	Str path = fresh_path("full.db", perm);
	struct world *world = new(perm, 1, struct world);
	*world = world_of(path, perm);
	brought(world, "p.csv", data("plymouth-retention.csv", perm), perm);
	static volatile int jumps, done;
	for (ptrdiff_t room = 1024; !done && room < (1 << 18); room += 256) {
		struct arena *small = new(perm, 1, struct arena);
		jmp_buf full;
		*small = (struct arena){ perm->next, perm->next + room, &full };
		if (setjmp(full) == 0)
			done = show_loads(world, &(struct ask){ 0 }, small).outcome == DONE;
		else
			jumps++;
		check(small->full == &full);
		/* No read or write of ours is left open. */
		sqlite3 *db;
		struct arena fresh = *perm;
		sqlite3_open(str_c(path, &fresh), &db);
		check_int(sqlite3_exec(db, "BEGIN EXCLUSIVE; ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(db);
	}
	check(jumps > 3 && done);
}

int
main(void)
{
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	run(a_council_s_table_is_kept_shown_and_undone);
	run(every_council_file_of_the_tests_can_be_imported);
	run(a_trial_stores_nothing_and_needs_no_store);
	run(one_name_keeps_one_unit);
	run(next_year_s_release_stands_beside_this_one);
	run(a_release_must_be_the_one_it_is_said_to_be);
	run(what_is_refused_leaves_the_store_as_it_was);
	run(a_hundred_megabytes_is_one_finding);
	run(a_store_that_cannot_be_written_says_so);
	run(a_full_arena_lets_go_of_the_store);
	static char command[64];
	snprintf(command, sizeof command, "rm -r %s", folder);
	int removed = system(command);
	return tests_end() || removed != 0;
}
