/* release_test.c: releases in, out and in again; and what hostile or broken files are told. */
#include "check.h"

#include "base/embedded.h"
#include "base/error.h"
#include "base/finding.h"
#include "measure/published.h"

/* ---- DfE-shaped files ------------------------------------------------------------------------ */

static const char *const keys[] = {
	"time_period", "time_identifier", "geographic_level", "country_code", "country_name",
	"region_code", "region_name", "old_la_code", "new_la_code", "la_name",
};

/* How a file is laid out: none of it may matter. */
struct layout { char delimiter; const char *line_end; bool mark, backwards, quoted; };

static void
add_cell(struct text *out, struct layout layout, Str cell)
{
	bool quote = layout.quoted || memchr(cell.at ? cell.at : "", layout.delimiter,
	                                     (size_t)cell.len);
	text_add(out, quote ? S("\"") : S(""));
	text_add(out, cell);
	text_add(out, quote ? S("\"") : S(""));
	text_char(out, layout.delimiter);
}

static void
end_row(struct text *out, struct layout layout)
{
	out->len--;                              /* the last delimiter */
	text_add(out, str_of(layout.line_end));
}

static void
add_figures(struct text *out, const struct published *p, int area, int year, struct layout layout,
            struct arena *perm)
{
	for (int i = 0; i < MEASURES; i++) {
		enum measure_id m = (enum measure_id)(layout.backwards ? MEASURES - 1 - i : i);
		Figure figure = release_value(p, 0, area, m, year);
		/* DfE writes 15 for 15.0, and so do we when nothing but a nought is lost. */
		Str cell = figure_present(figure) ? figure_plain(figure, measures[m].places, perm)
		                                  : absent_symbol(figure.absent);
		if (str_ends(cell, S(".0")) && !layout.quoted)
			cell.len -= 2;
		add_cell(out, layout, cell);
	}
}

static void
add_row(struct text *out, const struct published *p, int area, int year, struct layout layout,
        struct arena *perm)
{
	const struct area *a = &p->areas.at[area], *england = &p->areas.at[p->england];
	const struct area *region = a->level == AUTHORITY ? &p->areas.at[a->parent]
	                          : a->level == REGION ? a : NULL;
	bool council = a->level == AUTHORITY, before = a->former_code.len && year == a->first_year;
	Str none = { 0 };
	static const Str levels[] = { STR("National"), STR("Regional"), STR("Local authority") };
	Str cells[] = { str_format(perm, "%d", year), S("Reporting year"), levels[a->level],
	                england->code, england->name, region ? region->code : none,
	                region ? region->name : none, council ? a->old_code : none,
	                !council ? none : before ? a->former_code : a->code, council ? a->name : none };
	for (ptrdiff_t i = 0; i < countof(cells); i++)
		add_cell(out, layout, cells[i]);
	add_figures(out, p, area, year, layout, perm);
	end_row(out, layout);
}

/* The first release as DfE would print it. */
static Str
as_dfe_prints_it(const struct published *p, struct layout layout, struct arena *perm)
{
	struct text out = text_new(perm);
	struct arena scratch = arena_reserve((ptrdiff_t)64 << 20);
	char *begin = scratch.next;
	text_add(&out, layout.mark ? S("\xEF\xBB\xBF") : S(""));
	for (ptrdiff_t i = 0; i < countof(keys); i++)
		add_cell(&out, layout, str_of(keys[i]));
	for (int i = 0; i < MEASURES; i++)
		add_cell(&out, layout, measures[layout.backwards ? MEASURES - 1 - i : i].name);
	end_row(&out, layout);
	for (int i = 0; i < p->areas.count; i++)
		for (int y = p->first_year; y <= p->last_year; y++) {
			int area = layout.backwards ? p->areas.count - 1 - i : i;
			int year = layout.backwards ? p->first_year + p->last_year - y : y;
			const struct area *a = &p->areas.at[area];
			if (year >= a->first_year && year <= a->last_year)
				add_row(&out, p, area, year, layout, &scratch);
		}
	arena_release(&scratch, begin);
	return text_str(&out);
}

static void
a_release_read_from_dfes_shape_is_written_as_the_same_bytes(struct arena *perm)
{
	static const struct layout layouts[] = {
		{ ',', "\n", true, false, false }, { ';', "\r\n", false, true, false },
		{ '\t', "\r", true, true, true }, { ',', "\r\n", false, false, true },
	};
	Str shipped = embedded_file(S("data/release-2025.txt"));
	struct published built_in;
	published_built_in(&built_in, perm);
	check(shipped.len > 100000);
	check_str(release_write(&built_in, 0, perm), shipped);
	for (ptrdiff_t i = 0; i < countof(layouts); i++) {
		Str csv = as_dfe_prints_it(&built_in, layouts[i], perm);
		for (int twice = 0; twice < 2; twice++) {
			struct published p = { 0 };
			struct findings found = findings_new(perm);
			check(dfe_release_read(&p, csv, built_in.releases[0], S("f.csv"), &found, perm));
			check_int(found.count, 0);
			check_int(p.release_count, 1);
			check(str_equal(release_write(&p, 0, perm), shipped));
		}
	}
}

static void
neighbours_are_written_as_the_same_bytes(struct arena *perm)
{
	struct published p;
	published_built_in(&p, perm);
	check_str(neighbours_write(&p, perm), embedded_file(S("data/neighbours-2025.txt")));
	check_str(p.neighbour_model, S("2025"));
}

/* ---- a small file, and what can be wrong with it --------------------------------------------- */

#define FIGURES "90,100,8,9,9,10,10,10,10,11,10,9.9,5,50,10,10,50,60,900,15,600,2.6"
#define TOP "time_period,time_identifier,geographic_level,country_code,country_name," \
	"region_code,region_name,old_la_code,new_la_code,la_name," \
	"inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte," \
	"leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte," \
	"agency_headcount,agency_rate_fte,agency_rate_headcount,agency_cover_fte," \
	"agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte," \
	"case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte\n"
#define ENGLAND "2020,Reporting year,National,E92000001,England,,,,,," FIGURES "\n"
#define REGION_ROW \
	"2020,Reporting year,Regional,E92000001,England,E12000005,West Midlands,,,," FIGURES "\n"
#define WALSALL "2020,Reporting year,Local authority,E92000001,England,E12000005," \
	"West Midlands,335,E08000030,Walsall," FIGURES "\n"
#define SMALL TOP ENGLAND REGION_ROW WALSALL

/* Reads a file; gives the findings. Nothing is added to `p` unless it was read. */
static struct findings
read_small(Str text, struct published *p, bool *read, struct arena *perm)
{
	struct findings found = findings_new(perm);
	int before = p->release_count;
	*read = dfe_release_read(p, text, (struct release){ .title = S("Small") }, S("small.csv"),
	                         &found, perm);
	check_int(*read, found.mistakes == 0);
	check_int(p->release_count, before + *read);
	return found;
}

static void
a_small_file_is_read(struct arena *perm)
{
	struct published p = { 0 };
	bool read;
	struct findings found = read_small(S(SMALL), &p, &read, perm);
	check(read);
	check_int(found.count, 0);
	check_int(p.areas.count, 3);
	int walsall = area_exact(&p.areas, S("walsall"));
	check_str(p.areas.at[p.areas.at[walsall].parent].name, S("West Midlands"));
	check_int(published_value(&p, walsall, AGENCY_RATE_HEADCOUNT, 2020).micro, 9900000);
	check_int(published_value(&p, walsall, AGENCY_RATE_HEADCOUNT, 2021).absent, NOT_PUBLISHED);
	check_int(published_value(&p, 99, CASES, 2020).absent, NOT_PUBLISHED);
	check_int(published_latest_year(&p, walsall, CASES), 2020);
	check_str(p.releases[0].name, S("2020"));
	check_int(p.releases[0].sha256.len, 64);
}

/* The first place of `what` in the small file replaced by `with`. */
static Str
changed(const char *what, const char *with, struct arena *perm)
{
	Str text = S(SMALL), part = str_of(what);
	ptrdiff_t at = str_find(text, part);
	check(at >= 0);
	struct text out = text_new(perm);
	text_add(&out, str_upto(text, at));
	text_add(&out, str_of(with));
	text_add(&out, str_from(text, at + part.len));
	return text_str(&out);
}

static void
each_fault_is_said_with_its_place(struct arena *perm)
{
	static const struct {
		const char *what, *with;
		Str code;
		int line, column;
		Str says;
	} faults[] = {
		{ "leavers_fte", "levers_fte", STR("column"), 1, 15,
		  STR("nearest known column is \"leavers_fte\"") },
		{ ",cases,", ",", STR("column"), 1, 0, STR("\"cases\" is missing") },
		{ ",cases,", ",inpost_fte,", STR("column"), 1, 29, STR("stands twice") },
		{ "E92000001,England,,,,,,90,", "E92000001,England,,,,,,9O,", STR("number"), 2, 11,
		  STR("\"9O\" is neither a number") },
		{ ",,,,,,90,", ",,,,,,\"1,090\",", STR("number"), 2, 11, STR("without commas") },
		{ ",,,,,,90,", ",,,,,,-90,", STR("range"), 2, 11, STR("cannot be") },
		{ ",,,,,,90,", ",,,,,,1000000001,", STR("range"), 2, 11, STR("cannot be") },
		{ "Walsall,90", "Walsall,1e3", STR("number"), 4, 11,
		  STR("error number: Walsall 2020: inpost_fte \"1e3\"") },
		{ "\n2020,Reporting year,National", "\n202O,Reporting year,National", STR("year"), 2, 1,
		  STR("not a census year") },
		{ "\n2020,Reporting year,National", "\n1889,Reporting year,National", STR("year"), 2, 1,
		  STR("not a census year") },
		{ "2020,Reporting year,Regional", "2020,Calendar year,Regional", STR("year"), 3, 2,
		  STR("not the kind of period") },
		{ "Local authority", "District", STR("level"), 4, 3, STR("not a level") },
		{ "335", "3355", STR("code"), 4, 8, STR("three digits") },
		{ "335,E08000030", "335,E0800003", STR("code"), 4, 9, STR("nine-character") },
		{ "Walsall", "", STR("name"), 4, 10, STR("is not a name") },
		{ "Walsall", "\"Wal\nsall\"", STR("name"), 4, 10, STR("is not a name") },
		{ "E12000005,West Midlands,335", "E12000006,East,335", STR("region"), 4, 0,
		  STR("E12000006 has no row of its own") },
		{ "National,E92", "Regional,E92", STR("code"), 2, 6, STR("is not a code") },
		{ ENGLAND, "", STR("country"), 0, 0, STR("no National row") },
		{ REGION_ROW, REGION_ROW REGION_ROW, STR("duplicate"), 4, 0, STR("already on line 3") },
		{ ",,,,,,90,", ",,,,,,90,5,", STR("cells"), 2, 0, STR("33 cells and the heading row 32") },
		{ "Walsall", "\"Walsall", STR("csv"), 4, 10, STR("quotes are not closed") },
		{ "Walsall", "\"Wals\"all", STR("csv"), 4, 10, STR("follows the closing quotes") },
	};
	for (ptrdiff_t i = 0; i < countof(faults); i++) {
		struct published p = { 0 };
		bool read;
		struct findings found = read_small(changed(faults[i].what, faults[i].with, perm), &p,
		                                   &read, perm);
		bool said = false;
		for (ptrdiff_t f = 0; f < found.count; f++)
			said |= str_equal(found.at[f].code, faults[i].code)
			     && found.at[f].line == faults[i].line
			     && found.at[f].column == faults[i].column
			     && str_find(finding_text(&found.at[f], perm), faults[i].says) >= 0;
		if (!said || read) {
			printf("  fault %td\n", i);
			for (ptrdiff_t f = 0; f < found.count; f++)
				printf("    %.*s\n", STR_ARG(finding_text(&found.at[f], perm)));
		}
		check(said);
		check(!read);
	}
}

static void
every_fault_is_found_in_one_pass_in_file_order(struct arena *perm)
{
	struct published p = { 0 };
	bool read;
	struct text out = text_new(perm);
	text_add(&out, S(TOP ENGLAND ENGLAND REGION_ROW));
	for (int i = 0; i < 400; i++)
		text_format(&out, "2020,Reporting year,Local authority,E92000001,England,E12000005,"
		            "West Midlands,%d,E08000030,Walsall,bad" "%s", 100 + i, &FIGURES[2]),
		text_add(&out, S("\n"));
	text_add(&out, S(ENGLAND));
	struct findings found = read_small(text_str(&out), &p, &read, perm);
	check(!read);
	check_int(found.mistakes, 402);
	for (ptrdiff_t i = 1; i < found.count; i++)
		check(found.at[i - 1].line <= found.at[i].line);
}

static void
a_blank_cell_is_a_query_and_an_unknown_column_too(struct arena *perm)
{
	struct published p = { 0 };
	bool read;
	struct findings found = read_small(changed("Walsall,90", "Walsall,", perm), &p, &read, perm);
	check(read);
	check_int(found.count, 1);
	check_int(found.at[0].severity, QUERY);
	int walsall = area_exact(&p.areas, S("335"));
	check_int(published_value(&p, walsall, INPOST_FTE, 2020).absent, NOT_PUBLISHED);
	struct published q = { 0 };
	struct text wide = text_new(perm);
	Str rest = S(SMALL);
	for (int row = 0; row < 4; row++) {
		text_add(&wide, str_cut(&rest, '\n'));
		text_add(&wide, row ? S(",1\n") : S(",inpost_fta\n"));
	}
	found = read_small(text_str(&wide), &q, &read, perm);
	check(read);
	check_int(found.count, 1);
	check(str_find(finding_text(&found.at[0], perm), S("\"inpost_fte\"")) >= 0);
}

static void
what_is_not_csv_is_told_what_it_is(struct arena *perm)
{
	static const struct { Str text; Str says; } cases[] = {
		{ STR(""), STR("empty") }, { STR(" \r\n\t"), STR("empty") },
		{ STR("PK\x03\x04zip"), STR("workbook or a zip") },
		{ STR("\xD0\xCF\x11\xE0\xA1\xB1"), STR("old Excel workbook") },
		{ STR("%PDF-1.7"), STR("PDF") }, { STR("\xFF\xFEt\0i\0"), STR("UTF-16") },
		{ STR("\xFE\xFF\0t\0i"), STR("UTF-16") }, { STR("t\0i\0m\0e\0"), STR("NUL") },
		{ STR("time_period\n\xE9t\xE9\n"), STR(":2: error utf-8") },
		{ STR("time_period"), STR("is missing") }, { STR(TOP), STR("no rows") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct published p = { 0 };
		bool read;
		struct findings found = read_small(cases[i].text, &p, &read, perm);
		check(!read);
		check(found.count > 0
		      && str_find(finding_text(&found.at[0], perm), cases[i].says) >= 0);
	}
}

static void
what_is_far_too_large_is_refused(struct arena *perm)
{
	struct published p = { 0 };
	bool read;
	ptrdiff_t most = (ptrdiff_t)100 << 20;
	char *space = new(perm, most + 1, char);
	space[0] = space[most] = 'a';
	struct findings found = read_small((Str){ space, most + 1 }, &p, &read, perm);
	check(str_find(found.at[0].wrong, S("over 104857600 bytes")) >= 0);
	memset(space, ',', 1000000);
	memcpy(space, TOP, sizeof TOP - 1);
	found = read_small((Str){ space, 1000000 }, &p, &read, perm);
	check(str_find(found.at[0].wrong, S("more than 256 cells")) >= 0);
}

static void
too_many_areas_or_years_are_refused(struct arena *perm)
{
	struct published p = { 0 };
	bool read;
	struct text out = text_new(perm);
	text_add(&out, S(SMALL));
	for (int i = 0; i < 1000; i++)
		text_format(&out, "2020,Reporting year,Local authority,E92000001,England,E12000005,"
		            "West Midlands,%03d,E0900%04d,Place %d,%s\n", i, i, i, FIGURES);
	struct findings found = read_small(text_str(&out), &p, &read, perm);
	check(!read);
	check(str_find(found.at[found.count - 1].wrong, S("over 1,000 areas")) >= 0);
	found = read_small(changed("\n2020,Reporting year,National", "\n2090,Reporting year,National",
	                           perm), &p, &read, perm);
	check(str_find(found.at[0].wrong, S("over 50 years")) >= 0);
}

static void
a_file_cut_anywhere_is_refused_or_whole(struct arena *perm)
{
	Str whole = S(SMALL);
	for (ptrdiff_t length = 0; length < whole.len; length++) {
		struct arena scratch = *perm;
		struct published p = { 0 };
		bool read;
		/* A copy of its own, so that the sanitizer sees any reading past the end. */
		char *copy = new(&scratch, length + 1, char);
		memcpy(copy, whole.at, (size_t)length);
		struct findings found = read_small((Str){ copy, length }, &p, &read, &scratch);
		/* A cut between rows leaves a shorter true file. One in the last cell of a row cannot be
		 * told from it, and is a query. */
		bool between_rows = length > 0 && whole.at[length - 1] == '\n';
		check(!read || between_rows || found.count > 0);
	}
}

static void
a_changed_byte_of_dfes_file_never_harms(struct arena *perm)
{
	static const char bytes[] = { 0, '\n', '"', ',', '-', '9', 'z', (char)0xFF };
	Str whole = S(SMALL);
	int refused = 0;
	for (ptrdiff_t at = 0; at < whole.len; at++) {
		for (ptrdiff_t b = 0; b < countof(bytes); b++) {
			struct arena scratch = *perm;
			struct published p = { 0 };
			bool read;
			char *copy = str_c(whole, &scratch);
			copy[at] = bytes[b];
			read_small((Str){ copy, whole.len }, &p, &read, &scratch);
			refused += !read;
			if (read)
				release_write(&p, 0, &scratch);
		}
	}
	check(refused > whole.len * 4);
}

/* ---- the project's format -------------------------------------------------------------------- */

#define HEAD "mainstay release 1\nname: 2020\ntitle: t\npublisher: p\npublished: 2021\n" \
	"licence: l\nattribution: a\naddress: x\nfile: f\nsha256: s\n"
#define BODY "years: 2020 2021\nmeasures: inpost_fte cases\nareas: 3\n" \
	"england\tcountry\tE92000001\t-\t-\t-\tEngland\n" \
	"north-west\tregion\tE12000002\t-\t-\tengland\tNorth West\n" \
	"bury\tauthority\tE08000002\t351\t-\tnorth-west\tBury\nfigures:\n" \
	"england 2020 10.5 100\nengland 2021 11 low\nbury 2020 1.05 x\nend\n"

static void
a_text_cut_anywhere_is_not_a_release(struct arena *perm)
{
	Str whole = S(HEAD BODY);
	struct published p = { 0 };
	struct error err;
	check(release_read(&p, whole, false, perm, &err));
	check_int(p.areas.count, 3);
	check_int(published_value(&p, 2, INPOST_FTE, 2020).micro, 1050000);
	check_int(published_value(&p, 2, INPOST_FTE, 2021).absent, NOT_PUBLISHED);
	check_int(published_value(&p, 0, CASES, 2021).absent, ROUNDS_TO_ZERO);
	for (ptrdiff_t length = 0; length < whole.len; length++) {
		struct arena scratch = *perm;
		struct published q = { 0 };
		char *copy = new(&scratch, length + 1, char);
		memcpy(copy, whole.at, (size_t)length);
		err.text[0] = '\0';
		check(!release_read(&q, (Str){ copy, length }, false, &scratch, &err));
		check(strstr(err.text, "not a release that can be read: line "));
		check_int(q.release_count, 0);
	}
}

static void
a_changed_byte_never_harms(struct arena *perm)
{
	static const char bytes[] = { 0, '\n', '\t', ' ', '-', '9', 'z', (char)0xFF };
	Str whole = S(HEAD BODY);
	int refused = 0;
	for (ptrdiff_t at = 0; at < whole.len; at++)
		for (ptrdiff_t b = 0; b < countof(bytes); b++) {
			struct arena scratch = *perm;
			struct published p = { 0 };
			struct error err = { "" };
			char *copy = str_c(whole, &scratch);
			copy[at] = bytes[b];
			bool read = release_read(&p, (Str){ copy, whole.len }, false, &scratch, &err);
			check(read || err.text[0]);
			refused += !read;
			if (read)
				release_write(&p, 0, &scratch);
		}
	check(refused > 1000);
}

static void
each_wrong_line_of_a_release_is_named(struct arena *perm)
{
	static const struct { const char *text, *says; } cases[] = {
		{ "mainstay release 2\n", "line 1: should be" },
		{ HEAD "years: 2021 2020\n", "line 11: should be the first and last" },
		{ HEAD "years: 2000 2060\n", "line 11" },
		{ HEAD "years: 2020 2020\nmeasures: cases cases\n", "line 12: a measure" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1001\n", "at most 1000" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nbury\tauthority\tE08000002\t351\t-\t"
		  "-\tBury\n", "line 14: the country stands first" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nengland\tcountry\tE92000001\t-\t-\t"
		  "-\tEngland\nfigures:\nengland 2020 1\nengland 2020 1\nend\n", "line 17: the area" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nengland\tcountry\tE92000001\t-\t-\t"
		  "-\tEngland\nfigures:\nengland 2020 1 2\nend\n", "line 16: has too many" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nengland\tcountry\tE92000001\t-\t-\t"
		  "-\tEngland\nfigures:\nengland 2020\nend\n", "line 16: has too few" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nengland\tcountry\tE92000001\t-\t-\t"
		  "-\tEngland\nfigures:\nengland 2020 -1\nend\n", "line 16: figure 1" },
		{ HEAD "years: 2020 2020\nmeasures: cases\nareas: 1\nengland\tcountry\tE92000001\t-\t-\t"
		  "-\tEngland\nfigures:\nend\nmore\n", "line 17: text follows" },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct published p = { 0 };
		struct error err = { "" };
		check(!release_read(&p, str_of(cases[i].text), false, perm, &err));
		if (!strstr(err.text, cases[i].says))
			printf("  case %td says: %s\n", i, err.text);
		check(strstr(err.text, cases[i].says));
	}
}

/* ---- several releases ------------------------------------------------------------------------ */

static void
a_later_release_revises_and_the_earlier_stays(struct arena *perm)
{
	struct published p;
	bool read;
	published_built_in(&p, perm);
	int bradford = area_exact(&p.areas, S("bradford")), dorset = area_exact(&p.areas, S("dorset"));
	Str before = release_write(&p, 0, perm);
	Figure was = published_value(&p, bradford, CASES, 2019);
	int walsall = area_exact(&p.areas, S("walsall"));
	Figure walsall_cases = published_value(&p, walsall, CASES, 2020);
	check(figure_present(walsall_cases) && walsall_cases.micro != 900 * (int64_t)MICRO);
	/* A release that ends earlier, of an area that the built-in one has and one that it lacks. */
	read_small(S(TOP ENGLAND REGION_ROW WALSALL
	             "2016,Reporting year,Local authority,E92000001,England,E12000005,West Midlands,"
	             "899,E10000099,Oldshire," FIGURES "\n"), &p, &read, perm);
	check(read);
	check_int(p.release_count, 2);
	check_str(p.releases[0].name, S("2025"));
	check_int(p.first_year, 2016);
	check_int(p.last_year, 2025);
	int old = area_exact(&p.areas, S("oldshire"));
	check_int(published_value(&p, walsall, CASES, 2020).micro, walsall_cases.micro);
	check_int(release_value(&p, 1, walsall, CASES, 2020).micro, 900 * (int64_t)MICRO);
	check_int(published_value(&p, old, CASES, 2016).micro, 900 * (int64_t)MICRO);
	check_int(published_release_of(&p, old, CASES, 2016), 1);
	check_int(published_release_of(&p, walsall, CASES, 2020), 0);
	check_int(published_release_of(&p, old, CASES, 2020), -1);
	check(figure_equal(published_value(&p, bradford, CASES, 2019), was));
	check(p.neighbours[bradford].count == 10);
	check_int(p.neighbours[old].count, 0);
	check_str(p.areas.at[dorset].slug, S("dorset"));
	check_str(release_write(&p, 0, perm), before);
}

static void
a_new_council_takes_the_name_of_the_old(struct arena *perm)
{
	struct published p;
	bool read;
	published_built_in(&p, perm);
	int walsall = area_exact(&p.areas, S("walsall"));
	read_small(S(TOP "2026,Reporting year,National,E92000001,England,,,,,," FIGURES "\n"
	             "2026,Reporting year,Regional,E92000001,England,E12000005,West Midlands,,,,"
	             FIGURES "\n2026,Reporting year,Local authority,E92000001,England,E12000005,"
	             "West Midlands,898,E06000099,Walsall," FIGURES "\n"), &p, &read, perm);
	check(read);
	check_str(p.releases[0].name, S("2026"));
	check_str(p.areas.at[walsall].slug, S("walsall-to-2025"));
	int renewed = area_exact(&p.areas, S("Walsall"));
	check(renewed != walsall);
	check_str(p.areas.at[renewed].old_code, S("898"));
	check_int(area_exact(&p.areas, S("335")), walsall);
}

static void
no_more_releases_than_there_is_room_for(struct arena *perm)
{
	struct published p = { 0 };
	struct findings found = { 0 };
	bool read;
	for (int i = 0; i <= RELEASES_MOST; i++)
		found = read_small(S(SMALL), &p, &read, perm);
	check_int(p.release_count, RELEASES_MOST);
	check(str_find(found.at[0].wrong, S("16 releases already")) >= 0);
}

/* ---- neighbours ------------------------------------------------------------------------------ */

static void
joint_returns_stand_once_among_neighbours_and_have_none(struct arena *perm)
{
	struct published p;
	published_built_in(&p, perm);
	/* The table gives Swindon and Thurrock both 940 and 941, which send one return; Kingston and
	 * Richmond have lists of their own, and one return. */
	static const struct { Str area; int count; } cases[] = {
		{ STR("swindon"), 9 }, { STR("thurrock"), 9 }, { STR("walsall"), 10 },
		{ STR("314"), 0 }, { STR("941"), 0 }, { STR("england"), 0 }, { STR("cumbria"), 0 },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_int(p.neighbours[area_exact(&p.areas, cases[i].area)].count, cases[i].count);
	int lists = 0, pairs = 0;
	for (int i = 0; i < p.areas.count; i++) {
		lists += p.neighbours[i].count > 0;
		pairs += p.neighbours[i].count;
	}
	/* 153 lists of ten, less four of joint returns, less two neighbours that stand once. */
	check_int(lists, 149);
	check_int(pairs, 1488);
	const struct neighbours *barking = &p.neighbours[area_exact(&p.areas, S("301"))];
	check_str(p.areas.at[barking->at[0].area].old_code, S("308"));
	check_str(barking->at[0].closeness, S("Close"));
	check_str(barking->at[3].closeness, S("Somewhat close"));
}

static void
faults_in_a_neighbour_table_are_said(struct arena *perm)
{
#define NEIGHBOUR_TOP "model,la_code,la_name,rank,neighbour_la_code,closeness\n"
	static const struct { const char *text; Str says; bool read; } cases[] = {
		{ NEIGHBOUR_TOP "2025,335,Walsall,1,301,Very Close\n2021,335,Walsall,1,302,Close\n",
		  STR(""), true },
		{ NEIGHBOUR_TOP "2025,335,Walsall,1,999,Close\n", STR("is in no release"), true },
		{ NEIGHBOUR_TOP "2021,335,Walsall,1,301,Close\n", STR("no row of the model"), false },
		{ NEIGHBOUR_TOP "2025,335,Walsall,11,301,Close\n", STR("is not a rank"), false },
		{ NEIGHBOUR_TOP "2025,335,Walsall,0,301,Close\n", STR("is not a rank"), false },
		{ NEIGHBOUR_TOP "2025,335,Walsall,1,335,Close\n", STR("the area itself"), false },
		{ NEIGHBOUR_TOP "2025,335,Walsall,1,301,Close\n2025,335,Walsall,1,302,Close\n",
		  STR(":3:4: error duplicate"), false },
		{ NEIGHBOUR_TOP "2025,33,Walsall,1,301,Close\n", STR("is not a code"), false },
		{ NEIGHBOUR_TOP "2025,335,Walsall,1,301,\n", STR("is not a word"), false },
		{ NEIGHBOUR_TOP "2025,335,1,301,Close\n", STR("different numbers of cells"), false },
		{ "model,la_code\n2025,335\n", STR("is missing"), false },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct published p;
		published_built_in(&p, perm);
		struct findings found = findings_new(perm);
		bool read = dfe_neighbours_read(&p, str_of(cases[i].text), S("2025"), S("n.csv"), &found,
		                                perm);
		check_int(read, cases[i].read);
		check(cases[i].says.len == 0 ? found.count == 0
		      : found.count > 0
		        && str_find(finding_text(&found.at[0], perm), cases[i].says) >= 0);
		int walsall = area_exact(&p.areas, S("walsall"));
		check_int(p.neighbours[walsall].count, read ? i == 0 : 10);
		if (i == 0)
			check_str(p.neighbours[walsall].at[0].closeness, S("Very close"));
	}
}

static void
members_of_a_joint_return_are_one_neighbour(struct arena *perm)
{
	struct published p;
	struct findings found = findings_new(perm);
	published_built_in(&p, perm);
	/* Ranks out of order; 940 and 941 send one return; the list of 314 is left out. */
	check(dfe_neighbours_read(&p, S(NEIGHBOUR_TOP "2025,866,Swindon,3,941,NOT CLOSE\n"
	                                "2025,866,Swindon,2,940,close\n2025,866,Swindon,1,335,Close\n"
	                                "2025,866,Swindon,5,301,Close\n"
	                                "2025,314,Kingston upon Thames,1,318,Close\n"),
	                          S("2025"), S("n.csv"), &found, perm));
	check_int(found.count, 0);
	const struct neighbours *swindon = &p.neighbours[area_exact(&p.areas, S("866"))];
	static const Str codes[] = { STR("335"), STR("941"), STR("301") };
	check_int(swindon->count, 3);
	for (int i = 0; i < 3; i++)
		check_int(swindon->at[i].area, area_exact(&p.areas, codes[i]));
	check_str(swindon->at[1].closeness, S("Close"));
	check_int(p.neighbours[area_exact(&p.areas, S("314"))].count, 0);
}

static void
a_broken_table_of_neighbours_is_refused(struct arena *perm)
{
	struct published p;
	struct error err;
	published_built_in(&p, perm);
	Str whole = S("mainstay neighbours 1\nmodel: 2025\nsource: s\npairs:\n"
	              "walsall\tsandwell\tClose\nend\n");
	for (ptrdiff_t length = 0; length < whole.len; length++) {
		struct arena scratch = *perm;
		check(!neighbours_read(&p, str_upto(whole, length), &scratch, &err));
	}
	check(!neighbours_read(&p, S("mainstay neighbours 1\nmodel: m\nsource: s\npairs:\n"
	                             "walsall\tnowhere\tClose\nend\n"), perm, &err));
	check(strstr(err.text, "line 5"));
	check(!neighbours_read(&p, S("mainstay neighbours 1\nmodel: m\nsource: s\npairs:\nwalsall\t"
	                             "dudley\tClose\nwalsall\tdudley\tClose\nend\n"), perm, &err));
	check(strstr(err.text, "line 6: the neighbour stands twice"));
	check_int(p.neighbours[area_exact(&p.areas, S("walsall"))].count, 10);
	check(neighbours_read(&p, whole, perm, &err));
	check_int(p.neighbours[area_exact(&p.areas, S("walsall"))].count, 1);
}

int
main(void)
{
	run(a_release_read_from_dfes_shape_is_written_as_the_same_bytes);
	run(neighbours_are_written_as_the_same_bytes);
	run(a_small_file_is_read);
	run(each_fault_is_said_with_its_place);
	run(every_fault_is_found_in_one_pass_in_file_order);
	run(a_blank_cell_is_a_query_and_an_unknown_column_too);
	run(what_is_not_csv_is_told_what_it_is);
	run(what_is_far_too_large_is_refused);
	run(too_many_areas_or_years_are_refused);
	run(a_file_cut_anywhere_is_refused_or_whole);
	run(a_changed_byte_of_dfes_file_never_harms);
	run(a_text_cut_anywhere_is_not_a_release);
	run(a_changed_byte_never_harms);
	run(each_wrong_line_of_a_release_is_named);
	run(a_later_release_revises_and_the_earlier_stays);
	run(a_new_council_takes_the_name_of_the_old);
	run(no_more_releases_than_there_is_room_for);
	run(joint_returns_stand_once_among_neighbours_and_have_none);
	run(faults_in_a_neighbour_table_are_said);
	run(members_of_a_joint_return_are_one_neighbour);
	run(a_broken_table_of_neighbours_is_refused);
	return tests_end();
}
