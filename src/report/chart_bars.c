/* chart_bars.c: horizontal bars from zero, each with its figure at its end, and a line across at a
 * figure to compare with. No axis: every bar says its own number. */
#include "report/chart_draw.h"

enum {
	BAR = 18 * PX,               /* how thick */
	NAME_GAP = 10 * PX,
	VALUE_GAP = 6 * PX
};

struct bar { struct lines name; int top, height; };

struct bars_plan {
	struct canvas *canvas;
	struct bar *bars;
	struct axis axis;            /* its ends are the figures' own: nothing is read off it */
	struct box plot;
	int zero;
	int below_room;              /* what figures need left of the plot, where any is below zero */
	bool over;                   /* names stand over their bars, where the sheet is narrow */
};

static struct axis
bars_axis(const struct chart *chart)
{
	struct span span = { .any = true };
	span_take(&span, chart->marker);
	for (int i = 0; i < chart->mark_count; i++)
		span_take(&span, chart->marks[i].value);
	if (span.least.micro == span.most.micro)
		span.most = figure_whole(1);
	return (struct axis){ .least = span.least, .most = span.most };
}

static bool
is_ours(const struct chart_mark *mark)
{
	return mark->role == OURS || mark->role == OURS_PRINTED;
}

/* "x (not available)", "not published for this area and year". */
static Str
mark_value(const struct canvas *canvas, const struct chart_mark *mark)
{
	if (figure_present(mark->value))
		return draw_value(canvas, mark->value);
	Str symbol = absent_symbol(mark->value.absent), meaning = draw_absence(mark->value.absent);
	if (symbol.len == 0)
		return meaning;
	return str_format(canvas->arena, "%.*s (%.*s)", STR_ARG(symbol), STR_ARG(meaning));
}

/* Names take up to two fifths of the sheet beside the bars, or all of it over them. */
static int
wrap_names(struct bars_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	int room = plan->over ? canvas->layout->width : canvas->layout->width * 2 / 5;
	int widest = 0;
	for (int i = 0; i < canvas->chart->mark_count; i++) {
		const struct chart_mark *mark = &canvas->chart->marks[i];
		struct type type = draw_type(canvas, is_ours(mark));
		struct lines *name = &plan->bars[i].name;
		*name = draw_wrap(mark->name, type, (struct room){ room, 3 }, canvas->arena);
		int width = draw_widest(name, type);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* The room that figures need past the ends of bars to one side. */
static int
widest_value(const struct bars_plan *plan, bool below_zero)
{
	const struct chart *chart = plan->canvas->chart;
	int widest = 0;
	for (int i = 0; i < chart->mark_count; i++) {
		const struct chart_mark *mark = &chart->marks[i];
		if (!figure_present(mark->value) || (mark->value.micro < 0) != below_zero)
			continue;
		int width = draw_width(mark_value(plan->canvas, mark),
		                       draw_type(plan->canvas, is_ours(mark)));
		widest = width + VALUE_GAP > widest ? width + VALUE_GAP : widest;
	}
	return widest;
}

static int
stack_bars(struct bars_plan *plan, int top)
{
	int line = plan->canvas->layout->line;
	for (int i = 0; i < plan->canvas->chart->mark_count; i++) {
		struct bar *bar = &plan->bars[i];
		int words = bar->name.count * line;
		bar->top = top;
		bar->height = plan->over ? words + BAR + 10 * PX : (words > BAR ? words : BAR) + 8 * PX;
		top += bar->height;
	}
	return top;
}

static struct bars_plan
bars_planned(struct canvas *canvas)
{
	struct bars_plan plan = { .canvas = canvas, .axis = bars_axis(canvas->chart),
	                          .over = canvas->options.narrow };
	plan.bars = new(canvas->arena, canvas->chart->mark_count + 1, struct bar);
	int names = wrap_names(&plan);
	plan.below_room = widest_value(&plan, true);
	plan.plot.left = (plan.over || !names ? PX : names + NAME_GAP) + plan.below_room;
	plan.plot.right = canvas->layout->width - widest_value(&plan, false) - PX;
	plan.plot.top = canvas->top
		+ (figure_present(canvas->chart->marker) ? canvas->layout->line + 4 * PX : 0);
	plan.plot.bottom = stack_bars(&plan, plan.plot.top);
	plan.zero = axis_at(plan.axis, figure_whole(0), plan.plot.left, plan.plot.right);
	return plan;
}

/* ---- drawing ------------------------------------------------------------------------------- */

static int
bar_top(const struct bars_plan *plan, const struct bar *bar)
{
	return plan->over ? bar->top + bar->name.count * plan->canvas->layout->line + 4 * PX
	                  : bar->top + (bar->height - BAR) / 2;
}

/* Ours has a dark edge all round besides its colour. */
static void
draw_bar(const struct bars_plan *plan, int i)
{
	struct html *h = &plan->canvas->html;
	const struct chart_mark *mark = &plan->canvas->chart->marks[i];
	const struct look *look = draw_look(mark->role);
	if (!figure_present(mark->value))
		return;
	int end = axis_at(plan->axis, mark->value, plan->plot.left, plan->plot.right);
	html_raw(h, "<rect");
	draw_class(plan->canvas, S("chart-bar"), look->class);
	draw_attr(plan->canvas, "x", end < plan->zero ? end : plan->zero);
	draw_attr(plan->canvas, "y", bar_top(plan, &plan->bars[i]));
	draw_attr(plan->canvas, "width", end < plan->zero ? plan->zero - end : end - plan->zero);
	draw_attr(plan->canvas, "height", BAR);
	html_attr(h, "fill", look->bar);
	if (is_ours(mark)) {
		html_raw(h, " stroke=\"#0b0c0c\"");
		draw_attr(plan->canvas, "stroke-width", 15);
	}
	html_raw(h, "/>");
}

static void
draw_name(const struct bars_plan *plan, int i)
{
	struct canvas *canvas = plan->canvas;
	const struct chart_mark *mark = &canvas->chart->marks[i];
	const struct bar *bar = &plan->bars[i];
	int line = canvas->layout->line, first = canvas->layout->text * 19 / 20;
	int names = bar->name.count * line;
	int right = plan->plot.left - plan->below_room - NAME_GAP;
	struct point beside = { right, bar->top + (bar->height - names) / 2 + first };
	draw_text(canvas, &(struct writing){
		.lines = bar->name, .at = plan->over ? (struct point){ 0, bar->top + first } : beside,
		.anchor = plan->over ? AT_START : AT_END, .class = S("chart-name"),
		.role = draw_look(mark->role)->class, .ink = S("#0b0c0c"),
		.type = draw_type(canvas, is_ours(mark)) });
}

/* Whether a figure's words stand left of its bar. A symbol goes where zero leaves more room. */
static bool
reads_left(const struct bars_plan *plan, Figure value)
{
	if (figure_present(value))
		return value.micro < 0;
	return plan->zero - plan->plot.left > plan->canvas->layout->width - plan->zero;
}

/* Where a figure's words begin: past the end of its bar, and past the marker where that would cut
 * through them. Of words that stand left, where they end. */
static int
value_x(const struct bars_plan *plan, Figure value, int width)
{
	const struct chart *chart = plan->canvas->chart;
	int end = figure_present(value)
		? axis_at(plan->axis, value, plan->plot.left, plan->plot.right) : plan->zero;
	bool below = reads_left(plan, value);
	int x = below ? end - VALUE_GAP : end + VALUE_GAP;
	if (!figure_present(chart->marker))
		return x;
	int marker = axis_at(plan->axis, chart->marker, plan->plot.left, plan->plot.right);
	int left = below ? x - width : x, right = below ? x : x + width;
	bool cut = marker > left - 4 * PX && marker < right + 4 * PX;
	if (below)
		return cut && marker - VALUE_GAP - width >= plan->plot.left - plan->below_room
			? marker - VALUE_GAP : x;
	return cut && marker + VALUE_GAP + width <= plan->canvas->layout->width
		? marker + VALUE_GAP : x;
}

static void
draw_bar_value(const struct bars_plan *plan, int i)
{
	struct canvas *canvas = plan->canvas;
	const struct chart_mark *mark = &canvas->chart->marks[i];
	bool present = figure_present(mark->value);
	bool below = reads_left(plan, mark->value);
	struct type type = draw_type(canvas, is_ours(mark));
	Str text = mark_value(canvas, mark);
	int x = value_x(plan, mark->value, draw_width(text, type));
	int left = plan->plot.left - plan->below_room;
	struct room room = { below ? x - left : canvas->layout->width - x, 1 };
	draw_text(canvas, &(struct writing){
		.lines = draw_wrap(text, type, room, canvas->arena),
		.at = { x, bar_top(plan, &plan->bars[i]) + BAR / 2 + canvas->layout->text * 7 / 20 },
		.anchor = below ? AT_END : AT_START,
		.class = present ? S("chart-value") : S("chart-absent"),
		.role = draw_look(mark->role)->class, .ink = present ? S("#0b0c0c") : S("#505a5f"),
		.type = type, .halo = true });
}

/* A line down all bars; where names stand over them, a piece at each bar, clear of the names. */
static void
draw_down(const struct bars_plan *plan, struct stroke stroke, int x)
{
	const struct box *plot = &plan->plot;
	if (!plan->over)
		draw_line(plan->canvas, stroke, (struct point){ x, plot->top },
		          (struct point){ x, plot->bottom });
	for (int i = 0; plan->over && i < plan->canvas->chart->mark_count; i++) {
		int top = bar_top(plan, &plan->bars[i]);
		draw_line(plan->canvas, stroke, (struct point){ x, top - 2 * PX },
		          (struct point){ x, top + BAR + 2 * PX });
	}
}

/* White under the dashes, so that they show on a dark bar as on the page. */
static void
draw_marker(const struct bars_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	const struct chart *chart = canvas->chart;
	if (!figure_present(chart->marker))
		return;
	int x = axis_at(plan->axis, chart->marker, plan->plot.left, plan->plot.right);
	draw_down(plan, (struct stroke){ .class = S("chart-casing"), .ink = S("#ffffff"),
	                                 .weight = 45 }, x);
	draw_down(plan, (struct stroke){ .class = S("chart-marker"), .ink = S("#3d3d3d"),
	                                 .dash = S("6 3"), .weight = 15 }, x);
	Str text = str_format(canvas->arena, "%.*s %.*s", STR_ARG(chart->marker_name),
	                      STR_ARG(draw_value(canvas, chart->marker)));
	struct type type = draw_type(canvas, false);
	struct lines name = draw_wrap(text, type, (struct room){ canvas->layout->width, 1 },
	                              canvas->arena);
	draw_text(canvas, &(struct writing){
		.lines = name, .at = { draw_inside(canvas, x, draw_widest(&name, type)),
		                       plan->plot.top - 7 * PX },
		.anchor = AT_MIDDLE, .class = S("chart-label"), .role = S("chart-england"),
		.ink = S("#3d3d3d"), .type = type });
}

Str
bars_svg(struct canvas *canvas)
{
	struct bars_plan plan = bars_planned(canvas);
	draw_open(canvas, S("chart-bars"), plan.plot.bottom + 6 * PX);
	for (int i = 0; i < canvas->chart->mark_count; i++)
		draw_bar(&plan, i);
	draw_down(&plan, (struct stroke){ .class = S("chart-axis"), .ink = S("#505a5f"), .weight = 10 },
	          plan.zero);
	draw_marker(&plan);
	for (int i = 0; i < canvas->chart->mark_count; i++) {
		draw_name(&plan, i);
		draw_bar_value(&plan, i);
	}
	return draw_close(canvas);
}
