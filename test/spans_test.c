/* spans_test.c: who held which post when, as bars; and a post's parts as a small bar. */
#include "check.h"
#include "svg_reader.h"

#include "report/chart_draw.h"

/* 1 January 2024 to 31 December 2025: 366 and 365 days. */
static struct chart
spans_of(const struct chart_row *rows, int count)
{
	return (struct chart){
		.kind = CHART_SPANS, .title = S("One post is vacant"), .rows = rows, .row_count = count,
		.days = { date_of(2024, 1, 1), date_of(2025, 12, 31) },
	};
}

static struct svg
drawn(const struct chart *chart, bool narrow, struct arena *perm)
{
	struct chart_options options = { .prefix = S("p"), .narrow = narrow };
	struct svg svg = svg_read(chart_svg(chart, options, perm), perm);
	check(svg.well_formed);
	return svg;
}

static struct box
path_box(const struct element *path)
{
	Str d = attribute(path, S("d"));
	struct box box = { 1000000, 1000000, -1, -1 };
	int x, y;
	while (take_tenths(&d, &x) && take_tenths(&d, &y)) {
		box.left = x < box.left ? x : box.left;
		box.right = x > box.right ? x : box.right;
		box.top = y < box.top ? y : box.top;
		box.bottom = y > box.bottom ? y : box.bottom;
	}
	return box;
}

/* The bars of the rows, without the swatches of the key, which come first: one for each fill. */
static int
bars_of(const struct svg *svg, int swatches, const struct element **bars, int room)
{
	int count = 0;
	for (int i = 0; i < svg->count; i++)
		if (has_class(&svg->at[i], S("chart-span")) && swatches-- <= 0 && count < room)
			bars[count++] = &svg->at[i];
	return count;
}

static const struct element *
text_with(const struct svg *svg, Str words)
{
	for (int i = 0; i < svg->count; i++)
		if (str_equal(svg->at[i].name, S("text")) && str_equal(svg->at[i].text, words))
			return &svg->at[i];
	return NULL;
}

static bool
about(int is, int wants)
{
	return is >= wants - PX && is <= wants + PX;
}

/* A quarter of the days is a quarter of the width: 731 days, of which 2024 is 366. */
static void
a_bar_is_as_long_as_its_days(struct arena *perm)
{
	static const struct chart_bar bars[] = {
		{ { 19723 }, { 20088 }, false, FILL_PERMANENT, STR("A") },   /* the whole of 2024 */
		{ { 20089 }, { 20453 }, false, FILL_PERMANENT, STR("B") },   /* the whole of 2025 */
	};
	check_int(date_of(2024, 1, 1).day, 19723);
	check_int(date_of(2025, 12, 31).day, 20453);
	struct chart_row row = { S("Post"), bars, 2 };
	struct chart chart = spans_of(&row, 1);
	struct svg svg = drawn(&chart, false, perm);
	const struct element *drawn_bars[4];
	check_int(bars_of(&svg, 1, drawn_bars, 4), 2);
	struct box a = path_box(drawn_bars[0]), b = path_box(drawn_bars[1]);
	int all = b.right - a.left;
	check(about(a.right - a.left, all * 366 / 731));
	check(about(b.left, a.right + PX));                  /* the day after, and a hair between */
	check(b.right <= 6400);
	check_int(a.top, b.top);                             /* one lane: they do not overlap */
}

static void
bars_that_overlap_stand_under_each_other(struct arena *perm)
{
	static const struct chart_bar bars[] = {
		{ { 19723 }, { 20000 }, false, FILL_AWAY, STR("A") },
		{ { 20000 }, { 20100 }, false, FILL_COVER, STR("B") },       /* one day of both */
		{ { 20001 }, { 20200 }, false, FILL_PERMANENT, STR("C") },   /* the first lane is free */
		{ { 20050 }, { 0 }, true, FILL_AGENCY, STR("D") },           /* both are taken */
	};
	struct chart_row row = { S("Post"), bars, 4 };
	struct chart chart = spans_of(&row, 1);
	struct svg svg = drawn(&chart, false, perm);
	const struct element *drawn_bars[8];
	check_int(bars_of(&svg, 4, drawn_bars, 8), 4);
	struct box box[4];
	for (int i = 0; i < 4; i++)
		box[i] = path_box(drawn_bars[i]);
	check(box[1].top > box[0].bottom);
	check_int(box[2].top, box[0].top);
	check(box[3].top > box[1].bottom);
	static const struct chart_bar latest_first[] = {
		{ { 20000 }, { 20100 }, false, FILL_PERMANENT, STR("B") },
		{ { 19900 }, { 20000 }, false, FILL_PERMANENT, STR("A") },   /* the day of handing over */
	};
	row = (struct chart_row){ S("Post"), latest_first, 2 };
	svg = drawn(&chart, false, perm);
	check_int(bars_of(&svg, 1, drawn_bars, 8), 2);
	check(path_box(drawn_bars[1]).top > path_box(drawn_bars[0]).bottom);
}

/* The edge of the picture is not the end of their time: five corners instead of four. */
static void
a_bar_that_goes_on_is_pointed(struct arena *perm)
{
	static const struct { struct chart_bar bar; int corners; } cases[] = {
		{ { { 19800 }, { 19900 }, false, FILL_VACANT, STR("") }, 4 },
		{ { { 19800 }, { 0 }, true, FILL_VACANT, STR("") }, 5 },
		{ { { 19800 }, { 20454 }, false, FILL_VACANT, STR("") }, 5 },
		{ { { 19722 }, { 19900 }, false, FILL_VACANT, STR("") }, 5 },
		{ { { 19722 }, { 0 }, true, FILL_VACANT, STR("") }, 6 },
		{ { { 19723 }, { 20453 }, false, FILL_VACANT, STR("") }, 4 },    /* to the day */
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct chart_row row = { S("Post"), &cases[i].bar, 1 };
		struct chart chart = spans_of(&row, 1);
		struct svg svg = drawn(&chart, false, perm);
		const struct element *bar[1];
		check_int(bars_of(&svg, 1, bar, 1), 1);
		Str d = attribute(bar[0], S("d"));
		int x, corners = 0;
		while (take_tenths(&d, &x) && take_tenths(&d, &x))
			corners++;
		check_int(corners, cases[i].corners);
	}
}

static void
a_bar_outside_the_days_is_not_drawn_and_one_day_is(struct arena *perm)
{
	static const struct chart_bar bars[] = {
		{ { 19000 }, { 19722 }, false, FILL_AGENCY, STR("Before") },
		{ { 20454 }, { 0 }, true, FILL_COVER, STR("After") },
		{ { 20453 }, { 20453 }, false, FILL_OVER, STR("Last day") },
	};
	struct chart_row row = { S("Post"), bars, 3 };
	struct chart chart = spans_of(&row, 1);
	struct svg svg = drawn(&chart, false, perm);
	const struct element *bar[4];
	check_int(bars_of(&svg, 1, bar, 4), 1);              /* and the key has only its fill */
	check(path_box(bar[0]).right - path_box(bar[0]).left >= 2 * PX);
	check(path_box(bar[0]).right <= 6400);
}

/* Colour alone says nothing: each fill has its word in the key, and no two look alike in grey. */
static void
every_fill_has_a_word_and_a_look_of_its_own(struct arena *perm)
{
	struct chart_bar bars[FILLS];
	for (int f = 0; f < FILLS; f++)
		bars[f] = (struct chart_bar){ { 19723 + 100 * f }, { 19790 + 100 * f }, false, (enum fill)f,
		                              S("Name") };
	struct chart_row row = { S("Post"), bars, FILLS };
	struct chart chart = spans_of(&row, 1);
	struct svg svg = drawn(&chart, false, perm);
	const struct element *bar[2 * FILLS];
	check_int(bars_of(&svg, 0, bar, 2 * FILLS), 2 * FILLS);
	for (int f = 0; f < FILLS; f++) {
		check(text_with(&svg, fill_word((enum fill)f)) != NULL);
		for (int g = 0; g < f; g++) {
			Str fill = attribute(bar[f], S("fill")), other = attribute(bar[g], S("fill"));
			check(!str_equal(fill, other));
		}
	}
	/* A pattern that is named is there. */
	for (int f = 0; f < FILLS; f++) {
		Str fill = attribute(bar[f], S("fill"));
		if (!str_begins(fill, S("url(#")))
			continue;
		Str id = str_upto(str_from(fill, 5), fill.len - 6);
		int found = 0;
		for (int i = 0; i < svg.count; i++)
			found += str_equal(svg.at[i].name, S("pattern"))
				&& str_equal(attribute(&svg.at[i], S("id")), id);
		check_int(found, 1);
	}
}

static void
words_stand_on_their_bar_or_beside_it_and_never_on_another(struct arena *perm)
{
	static const struct chart_bar bars[] = {
		{ { 19723 }, { 20000 }, false, FILL_PERMANENT, STR("Joanne Lee") },      /* on it */
		{ { 20001 }, { 20010 }, false, FILL_COVER, STR("Ian Moss") },            /* beside it */
		{ { 20200 }, { 20210 }, false, FILL_AGENCY, STR("Margaret Featherstone") },  /* no room */
		{ { 20211 }, { 20453 }, false, FILL_FIXED, STR("Sara Whitfield of the pool of the north") },
	};
	struct chart_row row = { S("Post"), bars, 4 };
	struct chart chart = spans_of(&row, 1);
	struct svg svg = drawn(&chart, false, perm);
	const struct element *bar[8];
	check_int(bars_of(&svg, 4, bar, 8), 4);
	const struct element *on = text_with(&svg, S("Joanne Lee"));
	const struct element *beside = text_with(&svg, S("Ian Moss"));
	check(on && beside);
	if (!on || !beside)
		return;
	Str x = attribute(on, S("x")), y = attribute(beside, S("x"));
	int on_x = 0, beside_x = 0;
	check(take_tenths(&x, &on_x) && take_tenths(&y, &beside_x));
	check(on_x > path_box(bar[0]).left && on_x < path_box(bar[0]).right);
	check(has_class(on, S("chart-on")) && !has_class(beside, S("chart-on")));
	check(beside_x >= path_box(bar[1]).right);
	check(beside_x + draw_width(S("Ian Moss"), (struct type){ 14 * PX, false })
	      <= path_box(bar[2]).left);
	check(text_with(&svg, S("Margaret Featherstone")) == NULL);
	Str page = chart_svg(&chart, (struct chart_options){ 0 }, perm);
	/* All of it is in the words that show on hover. */
	check(str_find(page, S("<title>Margaret Featherstone, agency, from 22 April 2025 to 2 May 2025"
	                       "</title>")) > 0);
	check(str_find(page, S("<title>Ian Moss, cover, from 5 October 2024 to 14 October 2024</title>"))
	      > 0);
}

static void
years_or_months_are_named_along_the_top(struct arena *perm)
{
	static const struct { struct period days; Str wants, wants_not; } cases[] = {
		{ { { 17167 }, { 20453 } }, STR("2019"), STR("Jan 2019") },      /* 2017 to 2025 */
		{ { { 20089 }, { 20453 } }, STR("Apr 2025"), STR("2025") },      /* 2025 */
	};
	check_int(date_of(2017, 1, 1).day, 17167);
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		for (int narrow = 0; narrow < 2; narrow++) {
			struct chart chart = spans_of(NULL, 0);
			chart.days = cases[i].days;
			struct svg svg = drawn(&chart, narrow, perm);
			if (!narrow)
				check(text_with(&svg, cases[i].wants) != NULL);
			check(text_with(&svg, cases[i].wants_not) == NULL);
		}
}

static void
the_day_asked_about_is_marked_when_it_is_there(struct arena *perm)
{
	struct chart chart = spans_of(NULL, 0);
	chart.marker_name = S("As at 30 September 2025");
	chart.marker_day = date_of(2025, 9, 30);
	struct svg svg = drawn(&chart, false, perm);
	check(text_with(&svg, chart.marker_name) != NULL);
	chart.marker_day = date_of(2026, 1, 1);
	svg = drawn(&chart, false, perm);
	check(text_with(&svg, chart.marker_name) == NULL);
}

/* ---- a post's parts -------------------------------------------------------------------------- */

/* 6 + 2 of a whole of 10 on 160 pixels: 96 and 32, and the last fifth is free. */
static void
parts_are_as_wide_as_their_figures_of_one_whole(struct arena *perm)
{
	static const struct chart_part parts[] = {
		{ FILL_PERMANENT, { .micro = 6 * MICRO } }, { FILL_AGENCY, { .micro = 2 * MICRO } },
		{ FILL_VACANT, { .micro = 0 } }, { FILL_COVER, { .absent = NOT_AVAILABLE } },
	};
	struct chart chart = { .kind = CHART_STACK, .title = S("6 permanent, 2 agency"),
		.unit = UNIT_FTE, .parts = parts, .part_count = 4, .whole = figure_whole(10), .marker = figure_absent(NOT_APPLICABLE) };
	struct svg svg = drawn(&chart, false, perm);
	const struct element *bar[4];
	check_int(bars_of(&svg, 0, bar, 4), 2);
	check(about(path_box(bar[0]).left, 0) && about(path_box(bar[0]).right, 960));
	check(about(path_box(bar[1]).left, 960) && about(path_box(bar[1]).right, 1280));
	check(text_with(&svg, S("6")) && text_with(&svg, S("2")));
	check_str(svg.at[1].text, S("6 permanent, 2 agency"));
	chart.whole = figure_absent(NOT_APPLICABLE);         /* then the parts fill it */
	svg = drawn(&chart, false, perm);
	bars_of(&svg, 0, bar, 4);
	check(about(path_box(bar[1]).right, 1600));
}

static void
no_parts_are_an_empty_bar(struct arena *perm)
{
	struct chart chart = { .kind = CHART_STACK, .title = S("no posts"),
		.whole = figure_whole(0), .marker = figure_absent(NOT_APPLICABLE) };
	struct svg svg = drawn(&chart, false, perm);
	const struct element *bar[1];
	check_int(bars_of(&svg, 0, bar, 1), 0);
}

int
main(void)
{
	run(a_bar_is_as_long_as_its_days);
	run(bars_that_overlap_stand_under_each_other);
	run(a_bar_that_goes_on_is_pointed);
	run(a_bar_outside_the_days_is_not_drawn_and_one_day_is);
	run(every_fill_has_a_word_and_a_look_of_its_own);
	run(words_stand_on_their_bar_or_beside_it_and_never_on_another);
	run(years_or_months_are_named_along_the_top);
	run(the_day_asked_about_is_marked_when_it_is_there);
	run(parts_are_as_wide_as_their_figures_of_one_whole);
	run(no_parts_are_an_empty_bar);
	return tests_end();
}
