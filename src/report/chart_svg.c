/* chart_svg.c: the sheet a picture is drawn on: its size, its names for those who hear it, its
 * heading, and the two layouts. */
#include "report/chart_draw.h"

#include <assert.h>

/* Type is 14 on sheets of 640 and 330, so that it is never under 12 pixels where a page shows
 * them: 580 pixels is what a page of 640 leaves between its margins, and 290 a page of 320. */
static const struct layout wide_layout = {
	.class = STR("chart-wide"), .width = 640 * PX, .title = 18 * PX, .text = 14 * PX,
	.line = 17 * PX, .plot_height = 236 * PX, .label_width = 210 * PX, .dot = 11 * PX,
};
static const struct layout narrow_layout = {
	.class = STR("chart-narrow"), .width = 330 * PX, .title = 17 * PX, .text = 14 * PX,
	.line = 17 * PX, .plot_height = 200 * PX, .label_width = 108 * PX, .dot = 8 * PX,
};
static const struct layout spark_layout = {
	.class = STR(""), .width = 120 * PX, .title = 0, .text = 0, .line = 0,
	.plot_height = 28 * PX, .label_width = 0, .dot = 5 * PX,
};

static const struct layout stack_layout = {
	.class = STR(""), .width = 160 * PX, .title = 0, .text = 12 * PX, .line = 14 * PX,
	.plot_height = 24 * PX, .label_width = 0, .dot = 0,
};

/* A picture in a table cell has its words in the cells beside it, and no heading. */
static bool
draw_in_cell(const struct chart *chart)
{
	return chart->kind == CHART_SPARK || chart->kind == CHART_STACK;
}

static const struct layout *
layout_of(const struct chart *chart, struct chart_options options)
{
	if (chart->kind == CHART_SPARK)
		return &spark_layout;
	if (chart->kind == CHART_STACK)
		return &stack_layout;
	return options.narrow ? &narrow_layout : &wide_layout;
}

/* One accent for us and greys for others, but a quiet teal for the neighbours: four greys are hard
 * to tell apart. Nothing hangs on it: weight, dash and name say the same. */
static const struct look looks[] = {
	[OURS]            = { STR("chart-ours"), STR("#12436d"), STR("#12436d"), STR(""), 35, true },
	[ENGLAND_ROLE]    = { STR("chart-england"), STR("#3d3d3d"), STR("#5d6468"), STR("8 4"), 20,
	                      false },
	[REGION_ROLE]     = { STR("chart-region"), STR("#626a6e"), STR("#7d868b"), STR("1.5 4"), 25,
	                      false },
	[NEIGHBOURS_ROLE] = { STR("chart-neighbours"), STR("#1a736b"), STR("#9ba7b0"),
	                      STR("10 3 2 3"), 20, false },
	[OTHER_ROLE]      = { STR("chart-other"), STR("#6b7276"), STR("#cdd2d6"), STR(""), 12, false },
	[OURS_PRINTED]    = { STR("chart-printed"), STR("#12436d"), STR("#ffffff"), STR(""), 18,
	                      false },
	[EXPECTED_ROLE]   = { STR("chart-expected"), STR("#12436d"), STR("#12436d"), STR("7 4"), 30,
	                      true },
	[SCENARIO_ROLE]   = { STR("chart-scenario"), STR("#8a3a00"), STR("#8a3a00"), STR("2 4"), 30,
	                      true },
	[SCENARIO_B_ROLE] = { STR("chart-scenario chart-scenario-b"), STR("#4c2c92"), STR("#4c2c92"), STR("9 3 2 3"), 24, true },
	[SCENARIO_C_ROLE] = { STR("chart-scenario chart-scenario-c"), STR("#00614a"), STR("#00614a"), STR("14 5"), 18, true },
};

const struct look *
draw_look(enum role role)
{
	assert((ptrdiff_t)role < countof(looks));
	return &looks[role];
}

struct type
draw_type(const struct canvas *canvas, bool bold)
{
	return (struct type){ canvas->layout->text, bold };
}

/* Only letters that an id may have. */
static Str
safe_prefix(Str prefix, struct arena *perm)
{
	struct text safe = text_new(perm);
	for (ptrdiff_t i = 0; i < prefix.len; i++) {
		char c = prefix.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		text_char(&safe, plain || c == '_' ? c : '-');
	}
	return safe.len ? text_str(&safe) : S("chart");
}

static struct lines
wrapped_heading(const struct canvas *canvas, Str text, struct type type)
{
	struct room room = { canvas->layout->width, WRAP_MOST };
	return draw_wrap(text, type, room, canvas->arena);
}

static struct canvas
draw_canvas(const struct chart *chart, struct chart_options options, struct arena *perm)
{
	const struct layout *layout = layout_of(chart, options);
	struct canvas canvas = { .html = html_new(perm), .chart = chart, .options = options,
	                         .layout = layout, .arena = perm };
	canvas.options.prefix = safe_prefix(options.prefix, perm);
	if (draw_in_cell(chart))
		return canvas;
	canvas.title = wrapped_heading(&canvas, chart->title, (struct type){ layout->title, true });
	canvas.subtitle = wrapped_heading(&canvas, chart->subtitle, draw_type(&canvas, false));
	canvas.top = canvas.title.count * (layout->title + 4 * PX)
		+ canvas.subtitle.count * layout->line + 14 * PX;
	return canvas;
}

/* Names for those who hear it: " aria-labelledby" and the two elements it points at. */
static void
add_names(struct canvas *canvas)
{
	struct html *h = &canvas->html;
	Str prefix = canvas->options.prefix;
	bool described = canvas->chart->description.len > 0;
	html_raw(h, " role=\"img\" aria-labelledby=\"");
	html_text(h, prefix);
	html_raw(h, "-title");
	if (described) {
		html_raw(h, " ");
		html_text(h, prefix);
		html_raw(h, "-desc");
	}
	html_raw(h, "\"><title id=\"");
	html_text(h, prefix);
	html_raw(h, "-title\">");
	draw_words(canvas, canvas->chart->title);
	html_raw(h, "</title>");
	if (described) {
		html_raw(h, "<desc id=\"");
		html_text(h, prefix);
		html_raw(h, "-desc\">");
		draw_words(canvas, canvas->chart->description);
		html_raw(h, "</desc>");
	}
}

static void
add_heading(struct canvas *canvas)
{
	int size = canvas->layout->title;
	draw_text(canvas, &(struct writing){
		.lines = canvas->title, .at = { 0, size }, .class = S("chart-title"),
		.ink = S("#0b0c0c"), .type = { size, true } });
	int under = canvas->title.count * (size + 4 * PX);
	draw_text(canvas, &(struct writing){
		.lines = canvas->subtitle, .at = { 0, under + canvas->layout->text },
		.class = S("chart-subtitle"), .ink = S("#505a5f"), .type = draw_type(canvas, false) });
}

/* Word and a table cell want a size in pixels; a page gives the size itself. */
static void
add_size(struct canvas *canvas, int height)
{
	struct html *h = &canvas->html;
	html_raw(h, " viewBox=\"0 0 ");
	draw_tenths(canvas, canvas->layout->width);
	html_raw(h, " ");
	draw_tenths(canvas, height);
	html_raw(h, "\"");
	if (canvas->options.fixed || draw_in_cell(canvas->chart)) {
		draw_attr(canvas, "width", canvas->layout->width);
		draw_attr(canvas, "height", height);
	}
}

void
draw_open(struct canvas *canvas, Str kind, int height)
{
	struct html *h = &canvas->html;
	html_raw(h, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart ");
	html_text(h, kind);
	if (canvas->layout->class.len)
		html_raw(h, " ");
	html_text(h, canvas->layout->class);
	html_raw(h, "\"");
	add_size(canvas, height);
	html_raw(h, " font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\"");
	add_names(canvas);
	if (canvas->options.fixed) {
		html_raw(h, "<rect class=\"chart-paper\" fill=\"#ffffff\"");
		draw_attr(canvas, "width", canvas->layout->width);
		draw_attr(canvas, "height", height);
		html_raw(h, "/>");
	}
	if (!draw_in_cell(canvas->chart))
		add_heading(canvas);
}

Str
draw_close(struct canvas *canvas)
{
	html_raw(&canvas->html, "</svg>");
	return html_str(&canvas->html);
}

Str
chart_svg(const struct chart *chart, struct chart_options options, struct arena *perm)
{
	assert(chart->series_count <= SERIES_MOST);
	assert(chart->band_count <= BANDS_MOST);
	struct canvas canvas = draw_canvas(chart, options, perm);
	switch (chart->kind) {
	case CHART_LINES: return lines_svg(&canvas);
	case CHART_BARS:  return bars_svg(&canvas);
	case CHART_STRIP: return strip_svg(&canvas);
	case CHART_SPARK: return spark_svg(&canvas);
	case CHART_SPANS: return spans_svg(&canvas);
	case CHART_STACK: return stack_svg(&canvas);
	case CHART_FAN:   return lines_svg(&canvas);
	}
	assert(false && "a kind that chart.h does not have");
	return (Str){ 0 };
}
