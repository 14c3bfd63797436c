/* chart_test.c: pictures: axes, gaps, names that make room, and marks that stay on the sheet. */
#include "check.h"
#include "svg_reader.h"

#include <stdlib.h>

#include "report/chart_draw.h"

/* ---- chance, the same each time ------------------------------------------------------------ */

static uint64_t
chance(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static int
below(uint64_t *state, int most)
{
	return (int)(chance(state) % (uint64_t)most);
}

/* Of any size from a millionth to 4 * 10^12, of either sign. */
static const int64_t LARGEST = 4 * (int64_t)1000000000000 * MICRO;

static int64_t
any_micro(uint64_t *state)
{
	int64_t size = 1;
	for (int digits = below(state, 16); digits > 0; digits--)
		size *= 10;
	int64_t value = (int64_t)(chance(state) % 5000) * size;
	value = value > LARGEST ? LARGEST : value;
	return below(state, 4) ? value : -value;
}

/* ---- axes ---------------------------------------------------------------------------------- */

static bool
is_rounded(int64_t step)
{
	while (step % 10 == 0)
		step /= 10;
	return step == 1 || step == 2 || step == 5 || step == 25;
}

static void
check_axis(struct axis axis, int64_t least, int64_t most, int64_t unit)
{
	int64_t step = axis.step.micro;
	check(step > 0 && is_rounded(step));
	check(axis.least.micro <= least && axis.most.micro >= most);
	check(axis.least.micro % step == 0 && axis.most.micro % step == 0);
	int64_t steps = axis.most.micro / step - axis.least.micro / step;
	check(steps >= 3 && steps <= 6);
	/* No step to spare at either end, unless the range had to be widened. */
	if (most - least >= 4 * unit) {
		check(axis.least.micro + step > least);
		check(axis.most.micro - step < most);
	}
}

static void
an_axis_covers_its_range_in_3_to_6_rounded_steps(struct arena *perm)
{
	(void)perm;
	uint64_t state = 20250930;
	for (int i = 0; i < 20000; i++) {
		int64_t a = any_micro(&state), b = below(&state, 8) ? any_micro(&state) : a;
		int64_t least = a < b ? a : b, most = a < b ? b : a;
		check_axis(axis_over(figure_micro(least), figure_micro(most)), least, most, 1);
	}
	static const struct { int64_t least, most; } edges[] = {
		{ -LARGEST, LARGEST }, { 0, 0 }, { LARGEST, LARGEST }, { -LARGEST, -LARGEST }, { -1, 0 },
		{ 0, 1 }, { -1, 1 }, { 0, LARGEST }, { -LARGEST, 0 } };
	for (ptrdiff_t i = 0; i < countof(edges); i++)
		check_axis(axis_over(figure_micro(edges[i].least), figure_micro(edges[i].most)),
		           edges[i].least, edges[i].most, 1);
}

/* Worked by hand. 0 to 17.2: steps of 2.5 would be 7, so 4 of 5. 12.4 to 13.1: of 0.1 they would be
 * 7, so 4 of 0.2, to 13.2. -3 to 8: of 1 they would be 11, so 6 of 2, from -4 to 8. */
static void
an_axis_has_the_steps_a_person_would_choose(struct arena *perm)
{
	static const struct { int64_t least, most, axis_least, axis_most, step; } rows[] = {
		{ 0, 17200000, 0, 20000000, 5000000 },
		{ 0, 30400000, 0, 40000000, 10000000 },
		{ 12400000, 13100000, 12400000, 13200000, 200000 },
		{ -3000000, 8000000, -4000000, 8000000, 2000000 },
		{ 30670100000, 36186300000, 30000000000, 38000000000, 2000000000 },
		{ 0, 100000000, 0, 100000000, 20000000 },
	};
	(void)perm;
	for (ptrdiff_t i = 0; i < countof(rows); i++) {
		struct axis axis = axis_over(figure_micro(rows[i].least), figure_micro(rows[i].most));
		check_int(axis.least.micro, rows[i].axis_least);
		check_int(axis.most.micro, rows[i].axis_most);
		check_int(axis.step.micro, rows[i].step);
	}
}

static void
an_axis_of_people_has_no_half_people(struct arena *perm)
{
	(void)perm;
	for (int most = 0; most <= 60; most++) {
		struct axis axis = axis_in_units(figure_whole(0), figure_whole(most), MICRO);
		check_int(axis.step.micro % MICRO, 0);
		check_axis(axis, 0, figure_whole(most).micro, MICRO);
		check_int(axis_places(axis), 0);
	}
}

/* ---- words --------------------------------------------------------------------------------- */

/* By Arial's own measures: W 944, a 556, l 222, s 500, a 556, l 222, l 222 thousandths: 3222, at 14
 * pixels 45.108, and 3 in 100 to spare: 46.5. */
static void
words_are_as_wide_as_arial_makes_them(struct arena *perm)
{
	(void)perm;
	check_int(draw_width(S("Walsall"), (struct type){ 140, false }), 465);
	check(draw_width(S("Walsall"), (struct type){ 140, true }) > 465);
	check_int(draw_width(S(""), (struct type){ 140, false }), 0);
}

static void
wrapped_words_fit_and_none_is_lost(struct arena *perm)
{
	Str text = S("Kingston upon Thames and Richmond upon Thames");
	for (int width = 300; width < 4000; width += 37) {
		struct arena scratch = *perm;
		struct type type = { 140, false };
		struct lines lines = draw_wrap(text, type, (struct room){ width, WRAP_MOST }, &scratch);
		check(lines.count >= 1 && lines.count <= WRAP_MOST);
		check(draw_widest(&lines, type) <= width);
		struct text joined = text_new(&scratch);
		for (int i = 0; i < lines.count; i++) {
			text_add(&joined, i ? S(" ") : S(""));
			text_add(&joined, lines.at[i]);
		}
		bool cut = str_ends(text_str(&joined), S("\u2026"));
		check(cut || width < 1300 || str_equal(text_str(&joined), text));
	}
}

static void
words_break_between_letters_and_never_inside_one(struct arena *perm)
{
	Str text = S("\u00c9\u00c9\u00c9\u00c9\u6f22\u6f22\u6f22\U0001F600\U0001F600 \u00e9t\u00e9");
	for (int width = 1; width < 2000; width += 13) {
		struct arena scratch = *perm;
		struct lines lines = draw_wrap(text, (struct type){ 140, false },
		                               (struct room){ width, WRAP_MOST }, &scratch);
		ptrdiff_t bad;
		for (int i = 0; i < lines.count; i++)
			check(str_utf8(lines.at[i], &bad));
	}
}

/* ---- names that make room ------------------------------------------------------------------ */

static void
names_never_stand_over_each_other(struct arena *perm)
{
	(void)perm;
	uint64_t state = 7;
	for (int i = 0; i < 20000; i++) {
		struct end_label labels[SERIES_MOST + 1];
		int count = 1 + below(&state, SERIES_MOST + 1), total = 0;
		for (int k = 0; k < count; k++) {
			labels[k] = (struct end_label){ .height = 100 + below(&state, 500),
				.wants = below(&state, 3000) - 300, .weight = 1 + below(&state, 8) };
			total += labels[k].height;
		}
		struct shelf shelf = { 50, 50 + total + below(&state, 2000) };
		labels_part(labels, count, shelf);
		int foot = shelf.top;
		for (int k = 0; k < count; k++) {
			check(labels[k].y - labels[k].height / 2 >= foot);
			foot = labels[k].y - labels[k].height / 2 + labels[k].height;
			check(k == 0 || labels[k].wants >= labels[k - 1].wants);
		}
		check(foot <= shelf.bottom);
	}
}

/* Two of height 20 that both want 100, one counting three times the other: their edges meet where
 * 3 (y - 100)^2 + (y + 20 - 100)^2 is least: y = 95 and 115. */
static void
names_move_no_more_than_they_must(struct arena *perm)
{
	(void)perm;
	struct end_label apart[] = { { .height = 20, .wants = 300, .weight = 1 },
	                             { .height = 20, .wants = 100, .weight = 1 } };
	labels_part(apart, 2, (struct shelf){ 0, 400 });
	check_int(apart[0].y, 100);
	check_int(apart[1].y, 300);
	struct end_label crowded[] = { { .height = 20, .wants = 100, .weight = 3 },
	                               { .height = 20, .wants = 100, .weight = 1 } };
	labels_part(crowded, 2, (struct shelf){ 0, 400 });
	check_int(crowded[0].y, 95);
	check_int(crowded[1].y, 115);
}

/* ---- pictures of lines --------------------------------------------------------------------- */

static const Str years[] = { STR("2017"), STR("2018"), STR("2019"), STR("2020"), STR("2021"),
	STR("2022"), STR("2023"), STR("2024"), STR("2025") };

/* DfE, Children's social work workforce 2025, England, turnover rate (FTE). */
static const Figure england[] = { { 13400000, 0 }, { 15100000, 0 }, { 15000000, 0 },
	{ 13500000, 0 }, { 15400000, 0 }, { 17200000, 0 }, { 15900000, 0 }, { 13900000, 0 },
	{ 11800000, 0 } };

static struct chart
line_chart(const struct chart_series *series, int count)
{
	return (struct chart){
		.kind = CHART_LINES, .title = S("Turnover fell"), .subtitle = S("%, 2017 to 2025"),
		.description = S("A line."), .unit = UNIT_PERCENT, .places = 1, .labels = years,
		.label_count = (int)countof(years), .series = series, .series_count = count,
	};
}

static struct svg
drawn(const struct chart *chart, struct chart_options options, struct arena *perm)
{
	struct svg svg = svg_read(chart_svg(chart, options, perm), perm);
	check(svg.well_formed);
	return svg;
}

static const struct element *
first_with(const struct svg *svg, Str name, Str class)
{
	for (int i = 0; i < svg->count; i++)
		if (str_equal(svg->at[i].name, name) && has_class(&svg->at[i], class))
			return &svg->at[i];
	return NULL;
}

static int
count_with(const struct svg *svg, Str name, Str class)
{
	int count = 0;
	for (int i = 0; i < svg->count; i++)
		count += str_equal(svg->at[i].name, name) && has_class(&svg->at[i], class);
	return count;
}

static int
count_byte(Str text, char c)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		count += text.at[i] == c;
	return count;
}

static void
an_absent_figure_is_a_gap_with_its_symbol_and_never_a_zero(struct arena *perm)
{
	Figure values[countof(years)];
	memcpy(values, england, sizeof values);
	values[3] = figure_absent(UNRELIABLE);
	struct chart_series series = { S("England"), OURS, values };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ .prefix = S("t") }, perm);
	const struct element *line = first_with(&svg, S("path"), S("chart-line"));
	const struct element *base = first_with(&svg, S("line"), S("chart-axis"));
	const struct element *symbol = first_with(&svg, S("text"), S("chart-absent"));
	check(line && base && symbol);
	if (!line || !base || !symbol)
		return;
	Str path = attribute(line, S("d"));
	check_int(count_byte(path, 'M'), 2);
	check_int(count_byte(path, 'M') + count_byte(path, 'L'), countof(years) - 1);
	int x, y, zero = tenths_of(base, S("y1"));
	while (take_tenths(&path, &x) && take_tenths(&path, &y)) {
		check(y < zero - 100);                           /* 11.8 % is far above zero */
		check(x != tenths_of(symbol, S("x")));           /* and nothing stands in the gap */
	}
	check(tenths_of(symbol, S("y")) <= zero && tenths_of(symbol, S("y")) > zero - 100);
	check(str_find(chart_svg(&chart, (struct chart_options){ 0 }, perm),
	               S("England: low reliability")) > 0);
	check_int(count_with(&svg, S("text"), S("chart-absent")), 1);
}

static void
a_lone_figure_is_a_dot(struct arena *perm)
{
	Figure values[countof(years)];
	for (ptrdiff_t i = 0; i < countof(years); i++)
		values[i] = figure_absent(i % 2 ? NOT_AVAILABLE : SUPPRESSED);
	values[4] = figure_micro(9000000);
	struct chart_series series = { S("Rutland"), ENGLAND_ROLE, values };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	check_int(count_with(&svg, S("circle"), S("chart-dot")), 1);
	check_int(count_with(&svg, S("path"), S("chart-line")), 0);
	const struct element *label = first_with(&svg, S("text"), S("chart-label"));
	check(label && str_equal(label->text, S("Rutland 9.0% in 2021")));
}

static void
a_line_is_named_at_its_end_with_its_last_figure(struct arena *perm)
{
	struct chart_series series = { S("England"), OURS, england };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	const struct element *label = first_with(&svg, S("text"), S("chart-label"));
	const struct element *dot = first_with(&svg, S("circle"), S("chart-ours"));
	check(label && dot);
	if (!label || !dot)
		return;
	check_str(label->text, S("England 11.8%"));
	check(tenths_of(label, S("x")) > tenths_of(dot, S("cx")));
	check(abs(tenths_of(label, S("y")) - tenths_of(dot, S("cy"))) < 100);
}

/* A year's y is proportional: 15.0 stands at three quarters of an axis of 20. */
static void
points_stand_where_their_figures_say(struct arena *perm)
{
	struct chart_series series = { S("England"), OURS, england };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	const struct element *line = first_with(&svg, S("path"), S("chart-line"));
	const struct element *top = first_with(&svg, S("line"), S("chart-grid"));
	const struct element *base = first_with(&svg, S("line"), S("chart-axis"));
	check(line && top && base);
	if (!line || !top || !base)
		return;
	for (int i = 0; i < svg.count; i++)                  /* the highest gridline is 20 % */
		if (has_class(&svg.at[i], S("chart-grid"))
		    && tenths_of(&svg.at[i], S("y1")) < tenths_of(top, S("y1")))
			top = &svg.at[i];
	int zero = tenths_of(base, S("y1")), twenty = tenths_of(top, S("y1")), x = 0, y = 0;
	Str path = attribute(line, S("d"));
	for (ptrdiff_t i = 0; i < countof(years); i++) {
		check(take_tenths(&path, &x) && take_tenths(&path, &y));
		double wants = zero - (zero - twenty) * figure_double(england[i]) / 20;
		check(y - wants <= 0.5 && wants - y <= 0.5);
	}
}

static void
a_rate_starts_at_zero_and_a_large_count_need_not(struct arena *perm)
{
	/* DfE, the same release: England, social workers in post (FTE). */
	static const Figure in_post[] = { { 30670100000, 0 }, { 31720300000, 0 }, { 32917400000, 0 },
		{ 33743200000, 0 }, { 34493200000, 0 }, { 33491500000, 0 }, { 33119100000, 0 },
		{ 34328200000, 0 }, { 36186300000, 0 } };
	struct chart_series series = { S("England"), OURS, in_post };
	struct chart chart = line_chart(&series, 1);
	chart.unit = UNIT_FTE;
	Str note = S("The scale starts at 30,000, not at 0");
	check(str_find(chart_svg(&chart, (struct chart_options){ 0 }, perm), note) > 0);
	chart.unit = UNIT_CASES_PER_FTE;
	check(str_find(chart_svg(&chart, (struct chart_options){ 0 }, perm), S("The scale")) < 0);
}

static void
a_series_with_no_figures_says_so(struct arena *perm)
{
	Figure none[countof(years)];
	for (ptrdiff_t i = 0; i < countof(years); i++)
		none[i] = figure_absent(NOT_AVAILABLE);
	struct chart_series series = { S("Walsall"), OURS, none };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	check_int(count_with(&svg, S("path"), S("chart-line")), 0);
	check_int(count_with(&svg, S("circle"), S("chart-dot")), 0);
	check_int(count_with(&svg, S("text"), S("chart-absent")), countof(years));
	check_int(count_with(&svg, S("line"), S("chart-grid")), 0);
	const struct element *label = first_with(&svg, S("text"), S("chart-label"));
	check(label && str_equal(label->text, S("Walsall: no figures")));
}

static void
what_a_council_printed_is_open_circles(struct arena *perm)
{
	struct chart_series series[] = { { S("England"), OURS, england },
	                                 { S("Printed"), OURS_PRINTED, england } };
	struct chart chart = line_chart(series, 2);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	check_int(count_with(&svg, S("circle"), S("chart-printed")), countof(years));
	check_int(count_with(&svg, S("path"), S("chart-printed")), 0);
	const struct element *dot = first_with(&svg, S("circle"), S("chart-printed"));
	check(dot && str_equal(attribute(dot, S("fill")), S("#ffffff")));
}

/* ---- bars, strip, spark -------------------------------------------------------------------- */

static void
bars_start_at_zero_and_are_as_long_as_their_figures(struct arena *perm)
{
	struct chart_mark marks[] = {
		{ S("Walsall"), figure_whole(10), OURS }, { S("Dudley"), figure_whole(20), OTHER_ROLE },
		{ S("Rutland"), figure_absent(SUPPRESSED), OTHER_ROLE },
		{ S("Kent"), figure_whole(0), OTHER_ROLE } };
	struct chart chart = { .kind = CHART_BARS, .title = S("T"), .subtitle = S("S"),
		.unit = UNIT_PERCENT, .places = 1, .marks = marks, .mark_count = countof(marks),
		.marker = figure_whole(15), .marker_name = S("England") };
	for (int narrow = 0; narrow < 2; narrow++) {
		struct svg svg = drawn(&chart, (struct chart_options){ .narrow = narrow }, perm);
		int length[3], x[3], n = 0;
		for (int i = 0; i < svg.count; i++)
			if (has_class(&svg.at[i], S("chart-bar")) && n < 3) {
				length[n] = tenths_of(&svg.at[i], S("width"));
				x[n++] = tenths_of(&svg.at[i], S("x"));
			}
		check_int(n, 3);                                 /* none for Rutland */
		check(abs(2 * length[0] - length[1]) <= 2);
		check_int(length[2], 0);
		check(x[0] == x[1] && x[1] == x[2]);
		const struct element *marker = first_with(&svg, S("line"), S("chart-marker"));
		check(marker && abs(2 * (tenths_of(marker, S("x1")) - x[0]) - 3 * length[0]) <= 3);
		const struct element *symbol = first_with(&svg, S("text"), S("chart-absent"));
		check(symbol && str_equal(symbol->text, S("c (confidential)")));
		const struct element *ours = first_with(&svg, S("text"), S("chart-name"));
		check(ours && str_equal(attribute(ours, S("font-weight")), S("bold")));
	}
}

static struct chart
strip_chart(uint64_t *state, int count, struct arena *perm)
{
	struct chart_mark *marks = new(perm, count, struct chart_mark);
	for (int i = 0; i < count; i++) {
		enum role role = i == count / 2 ? OURS : i % 15 == 3 ? NEIGHBOURS_ROLE : OTHER_ROLE;
		marks[i] = (struct chart_mark){ str_format(perm, "Council %d", i),
			figure_micro((60 + below(state, 120) + below(state, 120)) * 100000), role };
		if (i % 40 == 7)
			marks[i].value = figure_absent(NOT_AVAILABLE);
	}
	return (struct chart){ .kind = CHART_STRIP, .title = S("T"), .subtitle = S("S"),
		.unit = UNIT_PERCENT, .places = 1, .marks = marks, .mark_count = count,
		.marker = figure_micro(11800000), .marker_name = S("England") };
}

static bool
on_key(const struct svg *svg, int i)
{
	return svg->at[i].text.len == 0 && svg->at[i + 1].parent != i;
}

static void
every_council_with_a_figure_has_a_dot_that_no_other_hides(struct arena *perm)
{
	uint64_t state = 151;
	struct chart chart = strip_chart(&state, 151, perm);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	int dots = 0, hidden = 0, ours = 0;
	for (int i = 0; i < svg.count; i++) {
		if (!has_class(&svg.at[i], S("chart-dot")) || on_key(&svg, i))
			continue;
		dots++;
		ours += has_class(&svg.at[i], S("chart-ours"));
		int x = tenths_of(&svg.at[i], S("cx")), y = tenths_of(&svg.at[i], S("cy"));
		for (int j = 0; j < i; j++)
			if (has_class(&svg.at[j], S("chart-dot"))) {
				int dx = tenths_of(&svg.at[j], S("cx")) - x;
				int dy = tenths_of(&svg.at[j], S("cy")) - y;
				hidden += dx * dx + dy * dy < 90 * 90;
			}
	}
	check_int(dots, 151 - 4);                            /* 7, 47, 87 and 127 have no figure */
	check_int(ours, 1);
	check_int(hidden, 0);
	check(str_find(chart_svg(&chart, (struct chart_options){ 0 }, perm),
	               S("4 have no figure.")) > 0);
}

static void
a_spark_has_no_words_but_its_name(struct arena *perm)
{
	struct chart_series series[] = { { S("Walsall"), OURS, england },
	                                 { S("England"), ENGLAND_ROLE, england } };
	struct chart chart = line_chart(series, 2);
	chart.kind = CHART_SPARK;
	chart.description = (Str){ 0 };
	struct svg svg = drawn(&chart, (struct chart_options){ .prefix = S("s") }, perm);
	check_int(count_with(&svg, S("text"), S("chart-tick")), 0);
	for (int i = 0; i < svg.count; i++)
		check(!str_equal(svg.at[i].name, S("text")) && !str_equal(svg.at[i].name, S("desc")));
	check_int(count_with(&svg, S("path"), S("chart-line")), 2);
	check_int(count_with(&svg, S("circle"), S("chart-dot")), 1);
	check_str(attribute(&svg.at[0], S("aria-labelledby")), S("s-title"));
	check_str(svg.at[1].text, S("Turnover fell"));
}

/* ---- fans ---------------------------------------------------------------------------------- */

/* Three years known, then a year of four quarters: 3, 6, 9 and 12 months on. */
static const Str fan_labels[] = { STR("2023"), STR("2024"), STR("2025"), STR(""), STR(""), STR(""),
	STR("2026") };
static const int fan_along[] = { 0, 12, 24, 27, 30, 33, 36 };
enum { FAN_POINTS = countof(fan_labels), FAN_STARTS = 2 };

struct fan { Figure past[FAN_POINTS], middle[FAN_POINTS], other[FAN_POINTS], low[3][FAN_POINTS], high[3][FAN_POINTS]; };

static void
fill_fan(struct fan *fan)
{
	for (int i = 0; i < FAN_POINTS; i++) {
		bool ahead = i >= FAN_STARTS;
		int on = i - FAN_STARTS;
		Figure none = figure_absent(NOT_AVAILABLE);
		fan->past[i] = i <= FAN_STARTS ? figure_whole(210 - 5 * i) : none;
		fan->middle[i] = ahead ? figure_whole(200 + on) : none;
		fan->other[i] = ahead ? figure_whole(200 + 2 * on) : none;
		for (int b = 0; b < 3; b++) {
			fan->low[b][i] = ahead ? figure_whole(200 - (6 - 2 * b) * on) : none;
			fan->high[b][i] = ahead ? figure_whole(200 + (6 - 2 * b) * on) : none;
		}
	}
}

static struct chart
fan_chart(struct fan *fan, struct arena *perm)
{
	static const Str names[] = { STR("9 in 10:"), STR("8 in 10:"), STR("Half:") };
	fill_fan(fan);
	struct chart_series *series = new(perm, 3, struct chart_series);
	series[0] = (struct chart_series){ S("Walsall"), OURS, fan->past };
	series[1] = (struct chart_series){ S("Expected"), EXPECTED_ROLE, fan->middle };
	series[2] = (struct chart_series){ S("Ten over"), SCENARIO_ROLE, fan->other };
	struct chart_band *bands = new(perm, 3, struct chart_band);
	for (int b = 0; b < 3; b++)
		bands[b] = (struct chart_band){ names[b], fan->low[b], fan->high[b] };
	return (struct chart){
		.kind = CHART_FAN, .title = S("204 in a year, 176 to 224"), .subtitle = S("Posts filled"),
		.description = S("A fan."), .unit = UNIT_HEADCOUNT, .labels = fan_labels,
		.label_count = FAN_POINTS, .along = fan_along, .starts = FAN_STARTS, .series = series,
		.series_count = 3, .bands = bands, .band_count = 3, .marker = figure_whole(190),
		.marker_name = S("Safe:"),
	};
}

static const struct element *
text_of(const struct svg *svg, Str words)
{
	for (int i = 0; i < svg->count; i++)
		if (str_equal(svg->at[i].text, words))
			return &svg->at[i];
	return NULL;
}

/* The widest first, so that none hides a narrower; each begins at the point that is known, and ends as
 * far from the middle as its figures: 24, 16 and 8 of the same scale. */
static void
a_fan_opens_from_what_is_known_and_each_band_is_as_wide_as_its_figures(struct arena *perm)
{
	static const Str classes[] = { STR("chart-band-wide"), STR("chart-band-middle"), STR("chart-band-near") };
	struct fan fan;
	struct chart chart = fan_chart(&fan, perm);
	struct svg svg = drawn(&chart, (struct chart_options){ .prefix = S("f") }, perm);
	int heights[3] = { 0 }, start = 0;
	ptrdiff_t before = 0;
	for (int b = 0; b < 3; b++) {
		const struct element *band = first_with(&svg, S("path"), classes[b]);
		check(band && band - svg.at > before);
		if (!band)
			return;
		before = band - svg.at;
		Str path = attribute(band, S("d"));
		int x = 0, y = 0, top = 0, first = 0;
		for (int i = 0; take_tenths(&path, &x) && take_tenths(&path, &y); i++) {
			first = i == 0 ? x : first;
			top = i == FAN_POINTS - 1 - FAN_STARTS ? y : top;
			heights[b] = i == FAN_POINTS - FAN_STARTS ? y - top : heights[b];
		}
		check(b == 0 || first == start);
		start = first;
	}
	check(heights[2] > 100);
	check(abs(heights[0] - 3 * heights[2]) <= 6 && abs(heights[1] - 2 * heights[2]) <= 6);
	const struct element *words = text_of(&svg, S("Forecast starts"));
	check(words && tenths_of(words, S("x")) == start);
}

/* 2025 stands 24 of 36 months along, though it is the third of seven points. */
static void
points_of_a_fan_stand_where_their_months_are(struct arena *perm)
{
	struct fan fan;
	struct chart chart = fan_chart(&fan, perm);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	const struct element *first = text_of(&svg, S("2023")), *known = text_of(&svg, S("2025"));
	const struct element *last = text_of(&svg, S("2026"));
	check(first && known && last);
	if (!first || !known || !last)
		return;
	int whole = tenths_of(last, S("x")) - tenths_of(first, S("x"));
	int part = tenths_of(known, S("x")) - tenths_of(first, S("x"));
	check(abs(3 * part - 2 * whole) <= 6);
}

static void
a_fan_says_its_figures_where_its_lines_and_bands_end(struct arena *perm)
{
	struct fan fan;
	struct chart chart = fan_chart(&fan, perm);
	Str bytes = chart_svg(&chart, (struct chart_options){ 0 }, perm);
	check(str_find(bytes, S("Expected 204<")) > 0);
	check(str_find(bytes, S("Ten over 208<")) > 0);
	check(str_find(bytes, S("9 in 10: 176 to 224<")) > 0);
	check(str_find(bytes, S("8 in 10: 184 to 216<")) > 0);
	check(str_find(bytes, S("Half: 192 to 208<")) > 0);
	check(str_find(bytes, S("Safe: 190<")) > 0);
	check(str_find(bytes, S("chart-absent")) < 0);      /* what is to come is no gap of DfE's */
	struct svg svg = svg_read(bytes, perm);
	check_int(count_with(&svg, S("path"), S("chart-line")), 3);
}

/* A year that DfE did not publish is a gap of the past, with its symbol. */
static void
a_gap_in_the_past_of_a_fan_is_a_gap(struct arena *perm)
{
	struct fan fan;
	struct chart chart = fan_chart(&fan, perm);
	fan.past[1] = figure_absent(SUPPRESSED);
	struct svg svg = drawn(&chart, (struct chart_options){ 0 }, perm);
	check_int(count_with(&svg, S("text"), S("chart-absent")), 1);
	check_int(count_with(&svg, S("path"), S("chart-line")), 2);
	check_int(count_with(&svg, S("circle"), S("chart-ours")), 2);
}

/* ---- every picture ------------------------------------------------------------------------- */

static Figure
any_figure(uint64_t *state, int size)
{
	if (below(state, 6) == 0)
		return figure_absent((enum absent)(1 + below(state, ABSENT_KINDS - 1)));
	switch (size) {
	case 0: return figure_micro(below(state, 400) * 100000);
	case 1: return figure_micro(any_micro(state));
	case 2: return figure_whole(280 + below(state, 30));
	}
	return figure_micro(any_micro(state) * (below(state, 2) ? 1 : -1));
}

static Figure *
any_figures(uint64_t *state, int count, int size, struct arena *perm)
{
	Figure *figures = new(perm, count + 1, Figure);
	for (int i = 0; i < count; i++)
		figures[i] = any_figure(state, size);
	return figures;
}

static Str
any_name(uint64_t *state)
{
	static const Str names[] = { STR("Walsall"), STR("Bournemouth, Christchurch and Poole"),
		STR("England"), STR("Kingston upon Thames and Richmond upon Thames"), STR(""),
		STR("<script>alert('&')</script>"), STR("Ynys M\u00f4n \u2212 \u6f22\u5b57"),
		STR("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch") };
	return names[below(state, (int)countof(names))];
}

static struct chart_row *
any_rows(uint64_t *state, int count, struct period days, struct arena *perm)
{
	struct chart_row *rows = new(perm, count + 1, struct chart_row);
	int length = days.last.day - days.first.day + 1;
	for (int r = 0; r < count; r++) {
		int bars = below(state, 6);
		struct chart_bar *bar = new(perm, bars + 1, struct chart_bar);
		for (int b = 0; b < bars; b++) {
			int32_t first = days.first.day - length / 4 + below(state, length + length / 2);
			bar[b] = (struct chart_bar){ { first }, { first + below(state, length) },
				below(state, 4) == 0, (enum fill)below(state, FILLS), any_name(state) };
		}
		rows[r] = (struct chart_row){ any_name(state), bar, bars };
	}
	return rows;
}

static struct chart_part *
any_parts(uint64_t *state, int count, int size, struct arena *perm)
{
	struct chart_part *parts = new(perm, count + 1, struct chart_part);
	for (int i = 0; i < count; i++) {
		Figure value = any_figure(state, size);
		value.micro = value.micro < 0 ? -value.micro : value.micro;
		parts[i] = (struct chart_part){ (enum fill)below(state, FILLS), value };
	}
	return parts;
}

static struct chart_band *
any_bands(uint64_t *state, int count, int points, int size, struct arena *perm)
{
	struct chart_band *bands = new(perm, count + 1, struct chart_band);
	for (int b = 0; b < count; b++)
		bands[b] = (struct chart_band){ any_name(state), any_figures(state, points, size, perm),
		                                any_figures(state, points, size, perm) };
	return bands;
}

static int *
any_places(uint64_t *state, int count, struct arena *perm)
{
	int *along = new(perm, count + 1, int);
	for (int i = 1; i < count; i++)
		along[i] = along[i - 1] + 1 + below(state, 12);
	return along;
}

static struct chart
any_chart(uint64_t *state, struct arena *perm)
{
	int rows = below(state, 20), parts = below(state, FILLS + 1);
	int32_t day = below(state, 40000);
	struct period days = { { day }, { day + below(state, below(state, 2) ? 2000 : 60000) } };
	int size = below(state, 4), points = below(state, 13), marks = below(state, 60);
	Str *labels = new(perm, points + 1, Str);
	for (int i = 0; i < points; i++)
		labels[i] = below(state, 30) ? str_format(perm, "%d", 2013 + i) : any_name(state);
	struct chart_series *series = new(perm, SERIES_MOST, struct chart_series);
	int series_count = below(state, SERIES_MOST + 1);
	for (int i = 0; i < series_count; i++)
		series[i] = (struct chart_series){ any_name(state), (enum role)below(state, ROLES),
			any_figures(state, points, size, perm) };
	struct chart_mark *mark = new(perm, marks + 1, struct chart_mark);
	for (int i = 0; i < marks; i++)
		mark[i] = (struct chart_mark){ any_name(state), any_figure(state, size),
			(enum role)below(state, ROLES) };
	bool band = below(state, 2);
	int bands = below(state, BANDS_MOST + 1);
	return (struct chart){
		.bands = any_bands(state, bands, points, size, perm), .band_count = bands,
		.along = below(state, 2) ? any_places(state, points, perm) : NULL, .starts = below(state, 13),
		.kind = (enum chart_kind)below(state, CHART_FAN + 1), .title = any_name(state),
		.subtitle = any_name(state), .description = any_name(state),
		.unit = (enum unit)below(state, UNITS), .places = below(state, 3), .labels = labels,
		.label_count = points, .series = series, .series_count = series_count,
		.band_low = band ? any_figures(state, points, size, perm) : NULL,
		.band_high = band ? any_figures(state, points, size, perm) : NULL,
		.band_name = any_name(state), .marks = mark, .mark_count = marks,
		.marker = any_figure(state, size), .marker_name = any_name(state), .days = days,
		.rows = any_rows(state, rows, days, perm), .row_count = rows,
		.marker_day = { day + below(state, 3000) }, .parts = any_parts(state, parts, size, perm),
		.part_count = parts, .whole = any_figure(state, size),
	};
}

struct sheet { int width, height; };

static struct sheet
sheet_of(const struct svg *svg)
{
	Str box = attribute(&svg->at[0], S("viewBox"));
	int zero = -1, width = 0, height = 0;
	check(take_tenths(&box, &zero) && zero == 0 && take_tenths(&box, &zero) && zero == 0);
	check(take_tenths(&box, &width) && take_tenths(&box, &height));
	check(width > 0 && height > 0);
	return (struct sheet){ width, height };
}

static void
check_inside(struct sheet sheet, struct box box)
{
	check(box.left >= 0 && box.top >= 0 && box.right <= sheet.width && box.bottom <= sheet.height);
	check(box.left <= box.right && box.top <= box.bottom);
}

/* The text's own letters, entities read back. */
static Str
plain_text(Str text, struct arena *perm)
{
	static const struct { Str entity, letter; } entities[] = {
		{ STR("&lt;"), STR("<") }, { STR("&gt;"), STR(">") }, { STR("&amp;"), STR("&") },
		{ STR("&quot;"), STR("\"") }, { STR("&#39;"), STR("'") }, { STR("&#13;"), STR(" ") } };
	struct text plain = text_new(perm);
	while (text.len) {
		Str letter = str_upto(text, 1);
		ptrdiff_t length = 1;
		for (ptrdiff_t i = 0; i < countof(entities); i++)
			if (str_begins(text, entities[i].entity)) {
				letter = entities[i].letter;
				length = entities[i].entity.len;
			}
		text_add(&plain, letter);
		text = str_from(text, length);
	}
	return text_str(&plain);
}

/* Where one line of words is: `line` is the text, or one of its tspans. Words after a <title>
 * inside a text are short symbols; they are held to their anchor. */
static struct box
words_box(const struct element *text, const struct element *line, struct arena *perm)
{
	struct type type = { tenths_of(text, S("font-size")),
	                     attribute(text, S("font-weight")).len > 0 };
	int x = tenths_of(line, S("x")), y = tenths_of(line, S("y"));
	int width = draw_width(plain_text(line->text, perm), type) * 100 / 103;
	Str anchor = attribute(text, S("text-anchor"));
	int left = str_equal(anchor, S("end")) ? x - width
		: str_equal(anchor, S("middle")) ? x - width / 2 : x;
	return (struct box){ left, y - type.size * 3 / 4, left + width, y + type.size / 4 };
}

static void
check_mark_inside(const struct svg *svg, int i, struct sheet sheet, struct arena *perm)
{
	const struct element *e = &svg->at[i];
	int x, y;
	if (str_equal(e->name, S("circle"))) {
		int r = tenths_of(e, S("r"));
		x = tenths_of(e, S("cx")), y = tenths_of(e, S("cy"));
		check_inside(sheet, (struct box){ x - r, y - r, x + r, y + r });
	} else if (str_equal(e->name, S("rect"))) {
		x = tenths_of(e, S("x")), y = tenths_of(e, S("y"));
		x = x < 0 ? 0 : x, y = y < 0 ? 0 : y;
		check_inside(sheet, (struct box){ x, y, x + tenths_of(e, S("width")),
		                                  y + tenths_of(e, S("height")) });
	} else if (str_equal(e->name, S("line"))) {
		check_inside(sheet, (struct box){ tenths_of(e, S("x1")), tenths_of(e, S("y1")),
		                                  sheet.width, sheet.height });
		check_inside(sheet, (struct box){ 0, 0, tenths_of(e, S("x2")), tenths_of(e, S("y2")) });
	} else if (str_equal(e->name, S("path"))) {
		Str path = attribute(e, S("d"));
		check(path.len > 0 && path.at[0] == 'M');
		while (take_tenths(&path, &x) && take_tenths(&path, &y))
			check_inside(sheet, (struct box){ x, y, x, y });
	} else if (str_equal(e->name, S("text"))) {
		check_inside(sheet, words_box(e, e, perm));
	} else if (str_equal(e->name, S("tspan"))) {
		check_inside(sheet, words_box(&svg->at[e->parent], e, perm));
	}
}

/* Lines of one name share an element, so only lines of different ones are held apart. */
static void
check_names_apart(const struct svg *svg, struct arena *perm)
{
	static struct { struct box box; int of; } seen[64];
	int count = 0;
	for (int i = 0; i < svg->count && count < (int)countof(seen); i++) {
		bool whole = str_equal(svg->at[i].name, S("text"));
		bool part = str_equal(svg->at[i].name, S("tspan"));
		int of = part ? svg->at[i].parent : i;
		bool name = (whole || part) && svg->at[i].text.len
			&& has_class(&svg->at[of], S("chart-label"));
		if (!name)
			continue;
		struct box box = words_box(&svg->at[of], &svg->at[i], perm);
		for (int k = 0; k < count; k++) {
			bool over = box.top < seen[k].box.bottom && seen[k].box.top < box.bottom
				&& box.left < seen[k].box.right && seen[k].box.left < box.right;
			check(!over || seen[k].of == of);
		}
		seen[count].box = box;
		seen[count++].of = of;
	}
}

static void
any_picture_is_well_formed_and_all_of_it_is_on_the_sheet(struct arena *perm)
{
	uint64_t state = 42;
	for (int i = 0; i < 600; i++) {
		struct arena scratch = *perm;
		struct chart chart = any_chart(&state, &scratch);
		struct chart_options options = { .prefix = S("p"), .fixed = below(&state, 2),
		                                 .narrow = below(&state, 2) };
		Str bytes = chart_svg(&chart, options, &scratch);
		struct svg svg = svg_read(bytes, &scratch);
		check(svg.well_formed);
		if (!svg.well_formed)
			continue;
		struct sheet sheet = sheet_of(&svg);
		for (int e = 0; e < svg.count; e++) {
			check_mark_inside(&svg, e, sheet, &scratch);
			check(attribute(&svg.at[e], S("style")).len == 0);
		}
		check_names_apart(&svg, &scratch);
		check(str_equal(bytes, chart_svg(&chart, options, &scratch)));
		if (checks_failed_here) {
			printf("picture %d: %.*s\n", i, STR_ARG(bytes));
			return;
		}
	}
}

static void
hostile_words_stay_words(struct arena *perm)
{
	Str hostile = S("\"><script>alert(1)</script>&amp;\x01\xff\xEF\xBF\xBE' onload='x");
	struct chart_series series = { hostile, OURS, england };
	Str labels[] = { hostile, hostile, hostile, hostile, hostile, hostile, hostile, hostile,
	                 hostile };
	struct chart_mark mark = { hostile, figure_whole(3), OURS };
	struct chart_bar bar = { { 10 }, { 20 }, false, FILL_AGENCY, hostile };
	struct chart_row row = { hostile, &bar, 1 };
	struct chart_part part = { FILL_AGENCY, figure_whole(3) };
	for (int kind = CHART_LINES; kind <= CHART_FAN; kind++) {
		struct chart chart = line_chart(&series, 1);
		chart.kind = (enum chart_kind)kind;
		chart.title = chart.subtitle = chart.description = chart.marker_name = hostile;
		chart.labels = labels;
		chart.marks = &mark;
		chart.mark_count = chart.row_count = chart.part_count = 1;
		chart.marker = chart.whole = figure_whole(2);
		chart.rows = &row;
		chart.parts = &part;
		chart.days = (struct period){ { 1 }, { 30 } };
		chart.marker_day = (Date){ 15 };
		struct chart_options options = { .prefix = S("\" x='<"), .narrow = true };
		Str bytes = chart_svg(&chart, options, perm);
		check(svg_read(bytes, perm).well_formed);
		check(str_find(bytes, S("<script")) < 0);
		check(str_find(bytes, S("id=\"--x----title\"")) > 0);
	}
}

static void
a_picture_names_itself_to_those_who_hear_it(struct arena *perm)
{
	struct chart_series series = { S("England"), OURS, england };
	struct chart chart = line_chart(&series, 1);
	struct svg svg = drawn(&chart, (struct chart_options){ .prefix = S("c7") }, perm);
	check_str(attribute(&svg.at[0], S("role")), S("img"));
	check_str(attribute(&svg.at[0], S("aria-labelledby")), S("c7-title c7-desc"));
	check_str(svg.at[1].name, S("title"));
	check_str(attribute(&svg.at[1], S("id")), S("c7-title"));
	check_str(svg.at[1].text, chart.title);
	check_str(svg.at[2].name, S("desc"));
	check_str(attribute(&svg.at[2], S("id")), S("c7-desc"));
	check_str(svg.at[2].text, chart.description);
}

/* librsvg ignores dominant-baseline, and Word knows no CSS custom properties. */
static void
a_fixed_picture_asks_nothing_of_a_style_sheet(struct arena *perm)
{
	struct chart_series series = { S("England"), OURS, england };
	struct chart chart = line_chart(&series, 1);
	Str fixed = chart_svg(&chart, (struct chart_options){ .fixed = true }, perm);
	struct svg svg = svg_read(fixed, perm);
	check_int(tenths_of(&svg.at[0], S("width")), 6400);
	check(tenths_of(&svg.at[0], S("height")) > 2000);
	check(str_find(fixed, S("dominant-baseline")) < 0);
	check(str_find(fixed, S("var(")) < 0);
	struct svg loose = drawn(&chart, (struct chart_options){ 0 }, perm);
	check(attribute(&loose.at[0], S("width")).len == 0);
}

/* GOV.UK pages leave 290 pixels of a window of 320, and 580 of one of 640. */
static void
no_letter_is_under_twelve_pixels_where_a_page_shows_it(struct arena *perm)
{
	struct chart_series series = { S("England"), OURS, england };
	struct chart chart = line_chart(&series, 1);
	for (int narrow = 0; narrow < 2; narrow++) {
		struct svg svg = drawn(&chart, (struct chart_options){ .narrow = narrow }, perm);
		struct sheet sheet = sheet_of(&svg);
		int shown = narrow ? 2900 : 5800, texts = 0;
		for (int i = 0; i < svg.count; i++)
			if (str_equal(svg.at[i].name, S("text"))) {
				texts++;
				check(tenths_of(&svg.at[i], S("font-size")) * shown / sheet.width >= 120);
			}
		check(texts > 10);
	}
}

int
main(void)
{
	run(an_axis_covers_its_range_in_3_to_6_rounded_steps);
	run(an_axis_has_the_steps_a_person_would_choose);
	run(an_axis_of_people_has_no_half_people);
	run(words_are_as_wide_as_arial_makes_them);
	run(wrapped_words_fit_and_none_is_lost);
	run(words_break_between_letters_and_never_inside_one);
	run(names_never_stand_over_each_other);
	run(names_move_no_more_than_they_must);
	run(an_absent_figure_is_a_gap_with_its_symbol_and_never_a_zero);
	run(a_lone_figure_is_a_dot);
	run(a_line_is_named_at_its_end_with_its_last_figure);
	run(points_stand_where_their_figures_say);
	run(a_rate_starts_at_zero_and_a_large_count_need_not);
	run(a_series_with_no_figures_says_so);
	run(what_a_council_printed_is_open_circles);
	run(bars_start_at_zero_and_are_as_long_as_their_figures);
	run(every_council_with_a_figure_has_a_dot_that_no_other_hides);
	run(a_spark_has_no_words_but_its_name);
	run(a_fan_opens_from_what_is_known_and_each_band_is_as_wide_as_its_figures);
	run(points_of_a_fan_stand_where_their_months_are);
	run(a_fan_says_its_figures_where_its_lines_and_bands_end);
	run(a_gap_in_the_past_of_a_fan_is_a_gap);
	run(any_picture_is_well_formed_and_all_of_it_is_on_the_sheet);
	run(hostile_words_stay_words);
	run(a_picture_names_itself_to_those_who_hear_it);
	run(a_fixed_picture_asks_nothing_of_a_style_sheet);
	run(no_letter_is_under_twelve_pixels_where_a_page_shows_it);
	return tests_end();
}
