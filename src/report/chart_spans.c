/* chart_spans.c: rows of bars from day to day: a team's posts, and the people in them.
 *
 * A bar has its words on it where they fit, else right of it where nothing stands, else as much of
 * them as fits on it; the table beside the picture has them all. Bars of one row that overlap stand
 * in lanes, each in the first that is free. On a narrow sheet a row's label stands over its bars. */
#include "report/chart_draw.h"

#include <assert.h>

enum {
	BAR = 20 * PX,
	LANE = 23 * PX,              /* from one lane of a row to the next */
	ROW_GAP = 9 * PX,            /* between rows, half on either side of their line */
	LABEL_GAP = 10 * PX,
	LEAST = 4 * PX,              /* so that one day can be seen */
	PAD = 5 * PX,                /* before words on a bar, and after */
	CUT_LEAST = 36 * PX          /* words are not cut to less than this */
};

struct set_bar {
	const struct chart_bar *bar;
	int  lane;
	struct box box;
	struct span_ends ends;
	int  free_to;                /* where the next bar of its lane begins, or the sheet's edge */
	bool shown;
};

struct set_row {
	struct lines label;
	struct set_bar *bars;        /* bar_count of the row */
	int  lanes, top, bars_top, height;
};

struct spans_plan {
	struct canvas *canvas;
	struct fills fills;
	bool over;                   /* labels stand over their bars */
	struct box plot;
	struct set_row *rows;
	int  marker_y, ticks_y;      /* baselines of their words */
};

/* ---- days to places -------------------------------------------------------------------------- */

/* The left edge of a day; a day past the end gives the right edge. */
static int
day_x(const struct spans_plan *plan, int32_t day)
{
	struct period days = plan->canvas->chart->days;
	int64_t all = (int64_t)days.last.day - days.first.day + 1;
	int64_t at = (int64_t)day - days.first.day;
	at = at < 0 ? 0 : at > all ? all : at;
	return plan->plot.left + (int)(at * (plan->plot.right - plan->plot.left) / all);
}

static bool
has_marker(const struct chart *chart)
{
	return chart->marker_name.len && chart->marker_day.day >= chart->days.first.day
		&& chart->marker_day.day <= chart->days.last.day;
}

static int32_t
last_day(const struct chart_bar *bar)
{
	return bar->open ? INT32_MAX : bar->last.day;
}

static bool
within_days(const struct chart *chart, const struct chart_bar *bar)
{
	return bar->first.day <= chart->days.last.day && last_day(bar) >= chart->days.first.day;
}

/* ---- layout ---------------------------------------------------------------------------------- */

static void
place_bar(const struct spans_plan *plan, struct set_bar *set)
{
	const struct chart *chart = plan->canvas->chart;
	set->ends.before = set->bar->first.day < chart->days.first.day;
	set->ends.after = last_day(set->bar) > chart->days.last.day;
	int left = day_x(plan, set->bar->first.day);
	int right = set->ends.after ? plan->plot.right : day_x(plan, set->bar->last.day + 1) - PX;
	if (right - left < LEAST)
		right = left + LEAST;
	if (right > plan->plot.right) {
		left -= right - plan->plot.right;
		right = plan->plot.right;
	}
	set->box.left = left;
	set->box.right = right;
}

/* Whether another bar of the row is in that lane on one of this bar's days. */
static bool
lane_taken(const struct set_row *row, int count, const struct set_bar *set, int lane)
{
	for (int i = 0; i < count; i++) {
		const struct set_bar *other = &row->bars[i];
		if (other->shown && other->lane == lane && other->bar->first.day <= last_day(set->bar)
		    && set->bar->first.day <= last_day(other->bar))
			return true;
	}
	return false;
}

static void
lay_lanes(struct spans_plan *plan, struct set_row *row, const struct chart_row *of)
{
	row->lanes = 1;
	for (int i = 0; i < of->bar_count; i++) {
		struct set_bar *set = &row->bars[i];
		set->bar = &of->bars[i];
		assert(set->bar->open || set->bar->first.day <= set->bar->last.day);
		set->shown = within_days(plan->canvas->chart, set->bar);
		if (!set->shown)
			continue;
		while (lane_taken(row, i, set, set->lane))
			set->lane++;
		row->lanes = set->lane >= row->lanes ? set->lane + 1 : row->lanes;
		plan->fills.seen[set->bar->fill] = true;
	}
}

/* Up to where a bar's words may go on past its end. */
static void
find_room(const struct spans_plan *plan, struct set_row *row, int count)
{
	for (int i = 0; i < count; i++) {
		struct set_bar *set = &row->bars[i];
		set->free_to = plan->canvas->layout->width;
		for (int k = 0; k < count; k++) {
			const struct set_bar *other = &row->bars[k];
			bool after = other->shown && k != i && other->lane == set->lane
				&& other->bar->first.day > set->bar->first.day;
			if (after && other->box.left < set->free_to)
				set->free_to = other->box.left;
		}
	}
}

static int
wrap_labels(struct spans_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	struct type type = draw_type(canvas, false);
	struct room room = { plan->over ? canvas->layout->width : canvas->layout->label_width, 2 };
	int widest = 0;
	for (int r = 0; r < canvas->chart->row_count; r++) {
		plan->rows[r].label = draw_wrap(canvas->chart->rows[r].label, type, room, canvas->arena);
		int width = draw_widest(&plan->rows[r].label, type);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static int
stack_rows(struct spans_plan *plan, int top)
{
	int line = plan->canvas->layout->line;
	for (int r = 0; r < plan->canvas->chart->row_count; r++) {
		struct set_row *row = &plan->rows[r];
		int words = row->label.count * line, bars = row->lanes * LANE - (LANE - BAR);
		int over = plan->over ? words + 3 * PX : 0;
		row->top = top;
		row->bars_top = top + ROW_GAP / 2 + over;
		row->height = ROW_GAP + (plan->over ? over + bars : words > bars ? words : bars);
		top += row->height;
	}
	return top;
}

static void
place_bars(struct spans_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	for (int r = 0; r < chart->row_count; r++) {
		struct set_row *row = &plan->rows[r];
		for (int i = 0; i < chart->rows[r].bar_count; i++) {
			struct set_bar *set = &row->bars[i];
			if (!set->shown)
				continue;
			place_bar(plan, set);
			set->box.top = row->bars_top + set->lane * LANE;
			set->box.bottom = set->box.top + BAR;
		}
		find_room(plan, row, chart->rows[r].bar_count);
	}
}

static struct spans_plan
spans_planned(struct canvas *canvas)
{
	const struct chart *chart = canvas->chart;
	struct spans_plan plan = { .canvas = canvas, .over = canvas->options.narrow,
	                           .rows = new(canvas->arena, chart->row_count + 1, struct set_row) };
	assert(chart->days.first.day <= chart->days.last.day);
	for (int r = 0; r < chart->row_count; r++) {
		plan.rows[r].bars = new(canvas->arena, chart->rows[r].bar_count + 1, struct set_bar);
		lay_lanes(&plan, &plan.rows[r], &chart->rows[r]);
	}
	int labels = wrap_labels(&plan), text = canvas->layout->text;
	int top = canvas->top + fills_key_height(canvas, &plan.fills);
	plan.marker_y = top + text;
	top += has_marker(chart) ? canvas->layout->line + 3 * PX : 0;
	plan.ticks_y = top + text;
	plan.plot = (struct box){ .left = plan.over || !labels ? PX : labels + LABEL_GAP,
	                          .top = top + canvas->layout->line + 3 * PX,
	                          .right = canvas->layout->width - PX };
	plan.plot.bottom = stack_rows(&plan, plan.plot.top);
	place_bars(&plan);
	return plan;
}

/* ---- the axis of days ------------------------------------------------------------------------ */

/* Months count from January of the year 0. */
static int
month_of(Date date)
{
	struct civil civil = date_civil(date);
	return civil.year * 12 + civil.month - 1;
}

static Str
month_text(const struct canvas *canvas, int month, int step)
{
	static const char names[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
	                                   "Oct", "Nov", "Dec" };
	if (step % 12 == 0)
		return str_format(canvas->arena, "%d", month / 12);
	return str_format(canvas->arena, "%s %d", names[month % 12], month / 12);
}

/* The finest of 1, 3 and 6 months and 1, 2, 5, 10 ... years whose words do not run together. */
static int
tick_step(const struct spans_plan *plan)
{
	static const int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000 };
	struct period days = plan->canvas->chart->days;
	int64_t all = (int64_t)days.last.day - days.first.day + 1;
	int64_t width = plan->plot.right - plan->plot.left;
	for (ptrdiff_t i = 0; i < countof(steps); i++) {
		Str widest = steps[i] % 12 ? S("May 2024") : S("2024");
		int64_t wants = draw_width(widest, draw_type(plan->canvas, false)) + 12 * PX;
		/* 28 days: of a month the least, so that no two words meet. */
		if (steps[i] * 28 * width / all >= wants)
			return steps[i];
	}
	return 12000;
}

/* A year's word stands right of the line of its first of January, over the days that it names. */
static void
draw_tick(const struct spans_plan *plan, int month, int step)
{
	struct canvas *canvas = plan->canvas;
	int x = day_x(plan, date_of(month / 12, month % 12 + 1, 1).day);
	Str words = month_text(canvas, month, step);
	struct type type = draw_type(canvas, false);
	int top = plan->ticks_y - canvas->layout->text * 4 / 5;
	draw_line(canvas, (struct stroke){ .class = S("chart-grid"), .ink = S("#d8dbdd"),
	                                   .weight = 10 },
	          (struct point){ x, top }, (struct point){ x, plan->plot.bottom });
	if (x + 4 * PX + draw_width(words, type) > canvas->layout->width)
		return;
	draw_text(canvas, &(struct writing){
		.lines = draw_one_line(words), .at = { x + 4 * PX, plan->ticks_y },
		.class = S("chart-tick"), .ink = S("#505a5f"), .type = type });
}

static void
draw_axis(const struct spans_plan *plan)
{
	struct period days = plan->canvas->chart->days;
	int step = tick_step(plan), last = month_of(days.last);
	int first = month_of(days.first);
	bool begins = date_civil(days.first).day == 1;
	first += begins ? 0 : 1;
	for (int month = (first + step - 1) / step * step; month <= last; month += step)
		draw_tick(plan, month, step);
	for (int r = 0; r <= plan->canvas->chart->row_count; r++) {
		int y = r < plan->canvas->chart->row_count ? plan->rows[r].top : plan->plot.bottom;
		draw_line(plan->canvas, (struct stroke){ .class = S("chart-grid"), .ink = S("#d8dbdd"),
		                                         .weight = 10 },
		          (struct point){ 0, y }, (struct point){ plan->plot.right, y });
	}
}

static void
draw_marker(const struct spans_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	const struct chart *chart = canvas->chart;
	if (!has_marker(chart))
		return;
	int x = day_x(plan, chart->marker_day.day);
	struct point from = { x, plan->marker_y + 4 * PX }, to = { x, plan->plot.bottom };
	draw_line(canvas, (struct stroke){ .class = S("chart-casing"), .ink = S("#ffffff"),
	                                   .weight = 35 }, from, to);
	draw_line(canvas, (struct stroke){ .class = S("chart-marker"), .ink = S("#3d3d3d"),
	                                   .dash = S("6 3"), .weight = 15 }, from, to);
	struct type type = draw_type(canvas, false);
	struct lines name = draw_wrap(chart->marker_name, type,
	                              (struct room){ canvas->layout->width, 1 }, canvas->arena);
	draw_text(canvas, &(struct writing){
		.lines = name, .at = { draw_inside(canvas, x, draw_widest(&name, type)), plan->marker_y },
		.anchor = AT_MIDDLE, .class = S("chart-label"), .role = S("chart-england"),
		.ink = S("#3d3d3d"), .type = type });
}

/* ---- bars ------------------------------------------------------------------------------------ */

static Str
bar_words(const struct chart_bar *bar)
{
	return bar->words.len ? bar->words : fill_word(bar->fill);
}

/* "A. Begum, agency, 3 March 2024 to 5 May 2025". */
static Str
bar_hint(const struct canvas *canvas, const struct chart_bar *bar)
{
	struct arena *perm = canvas->arena;
	struct text hint = text_new(perm);
	text_add(&hint, bar->words);
	text_add(&hint, bar->words.len ? S(", ") : S(""));
	text_format(&hint, "%.*s, from %.*s", STR_ARG(fill_word(bar->fill)),
	            STR_ARG(date_text(bar->first, perm)));
	if (!bar->open)
		text_format(&hint, " to %.*s", STR_ARG(date_text(bar->last, perm)));
	return text_str(&hint);
}

static void
write_bar(const struct spans_plan *plan, const struct set_bar *set)
{
	struct canvas *canvas = plan->canvas;
	struct type type = draw_type(canvas, false);
	Str words = bar_words(set->bar);
	int wants = draw_width(words, type);
	int point = set->ends.before ? 6 * PX : 0;
	int room = set->box.right - set->box.left - 2 * PAD - point - (set->ends.after ? 6 * PX : 0);
	bool on = wants <= room, beside = !on && set->box.right + 2 * PAD + wants <= set->free_to;
	if (!on && !beside && room < CUT_LEAST)
		return;
	bool dark = fill_dark(set->bar->fill) && !beside;
	draw_text(canvas, &(struct writing){
		.lines = draw_wrap(words, type, (struct room){ beside ? wants : room, 1 }, canvas->arena),
		.at = { beside ? set->box.right + PAD : set->box.left + PAD + point,
		        set->box.top + BAR / 2 + canvas->layout->text * 7 / 20 },
		.class = dark ? S("chart-on") : S("chart-value"), .ink = dark ? S("#ffffff") : S("#0b0c0c"),
		.type = type, .halo = !dark });
}

static void
draw_label(const struct spans_plan *plan, const struct set_row *row)
{
	struct canvas *canvas = plan->canvas;
	int line = canvas->layout->line, first = canvas->layout->text * 19 / 20;
	int beside = row->top + (row->height - row->label.count * line) / 2 + first;
	draw_text(canvas, &(struct writing){
		.lines = row->label, .at = { 0, plan->over ? row->top + ROW_GAP / 2 + first : beside },
		.class = S("chart-name"), .ink = S("#0b0c0c"), .type = draw_type(canvas, false) });
}

Str
spans_svg(struct canvas *canvas)
{
	const struct chart *chart = canvas->chart;
	struct spans_plan plan = spans_planned(canvas);
	draw_open(canvas, S("chart-spans"), plan.plot.bottom + PX);
	fills_define(canvas, &plan.fills);
	fills_key(canvas, &plan.fills, canvas->top);
	draw_axis(&plan);
	for (int r = 0; r < chart->row_count; r++)
		for (int i = 0; i < chart->rows[r].bar_count; i++)
			if (plan.rows[r].bars[i].shown)
				fill_draw(canvas, plan.rows[r].bars[i].bar->fill, plan.rows[r].bars[i].box,
				          plan.rows[r].bars[i].ends, bar_hint(canvas, plan.rows[r].bars[i].bar));
	draw_marker(&plan);
	for (int r = 0; r < chart->row_count; r++) {
		draw_label(&plan, &plan.rows[r]);
		for (int i = 0; i < chart->rows[r].bar_count; i++)
			if (plan.rows[r].bars[i].shown)
				write_bar(&plan, &plan.rows[r].bars[i]);
	}
	return draw_close(canvas);
}
