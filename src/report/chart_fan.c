/* chart_fan.c: what a forecast adds to lines: bands about its middle, where it starts, what is safe. */
#include "report/chart_draw.h"

/* Each narrower band over the wider, and darker; each name at least 4.5 to 1 beside it, not on it. */
static const struct { Str class, fill; } shades[BANDS_MOST] = {
	{ STR("chart-band-wide"), STR("#dfe9f3") },
	{ STR("chart-band-middle"), STR("#c3d6e8") },
	{ STR("chart-band-near"), STR("#9fbcd9") },
};

/* A forecast from the first point on has no past to be told from. */
static bool
has_start(const struct chart *chart)
{
	return chart->starts > 0 && chart->starts < chart->label_count - 1;
}

int
fan_head(const struct canvas *canvas)
{
	return canvas->chart->kind == CHART_FAN ? canvas->layout->line + 2 * PX : 0;
}

void
fan_frame(struct canvas *canvas, const struct frame *frame)
{
	struct html *h = &canvas->html;
	int last = frame->count - 1;
	const int places[4] = { frame->plot.left + frame->pad, frame->plot.right - frame->pad, frame->plot.bottom, frame->plot.top };
	if (canvas->options.fixed || last < 0)
		return;
	html_raw(h, "<g class=\"chart-frame\" data-frame=\"");
	for (int i = 0; i < countof(places); i++) {
		draw_tenths(canvas, places[i]);
		html_raw(h, " ");
	}
	html_text(h, figure_short(frame->axis.least, canvas->arena));
	html_raw(h, " ");
	html_text(h, figure_short(frame->axis.most, canvas->arena));
	html_text(h, str_format(canvas->arena, " %d %d", frame->along ? frame->along[0] : 0,
	                        frame->along ? frame->along[last] : last));
	html_raw(h, "\"></g>");
}

void
fan_bands(struct canvas *canvas, const struct frame *frame)
{
	const struct chart *chart = canvas->chart;
	for (int b = 0; b < chart->band_count; b++)
		draw_ribbon(canvas, frame, (struct ribbon){ chart->bands[b].low, chart->bands[b].high,
		                                            shades[b].class, shades[b].fill });
}

static void
mark_start(struct canvas *canvas, const struct frame *frame)
{
	struct type type = draw_type(canvas, false);
	struct lines words = draw_one_line(S("Forecast starts"));
	int x = frame_point(frame, canvas->chart->starts, frame->axis.least).x;
	draw_line(canvas, (struct stroke){ .class = S("chart-leader"), .ink = S("#6b7276"),
	                                   .dash = S("1 3"), .weight = 10 },
	          (struct point){ x, frame->plot.top }, (struct point){ x, frame->plot.bottom });
	draw_text(canvas, &(struct writing){
		.lines = words, .at = { draw_inside(canvas, x, draw_widest(&words, type)),
		                        frame->plot.top - 5 * PX },
		.anchor = AT_MIDDLE, .class = S("chart-tick"), .ink = S("#505a5f"), .type = type });
}

/* Its name stands at the left of it, over it where there is room. */
static void
mark_safe(struct canvas *canvas, const struct frame *frame)
{
	const struct chart *chart = canvas->chart;
	const struct box *plot = &frame->plot;
	int y = axis_at(frame->axis, chart->marker, plot->bottom, plot->top);
	draw_line(canvas, (struct stroke){ .class = S("chart-casing"), .ink = S("#ffffff"), .weight = 35 },
	          (struct point){ plot->left, y }, (struct point){ plot->right, y });
	draw_line(canvas, (struct stroke){ .class = S("chart-marker"), .ink = S("#3d3d3d"),
	                                   .dash = S("6 3"), .weight = 15 },
	          (struct point){ plot->left, y }, (struct point){ plot->right, y });
	bool over = y - plot->top > canvas->layout->line;
	struct type type = draw_type(canvas, false);
	Str words = str_trim(str_format(canvas->arena, "%.*s %.*s", STR_ARG(chart->marker_name),
	                                STR_ARG(draw_value(canvas, chart->marker))));
	struct room room = { plot->right - plot->left - 4 * PX, 1 };
	draw_text(canvas, &(struct writing){
		.lines = draw_wrap(words, type, room, canvas->arena),
		.at = { plot->left + 4 * PX, over ? y - 5 * PX : y + canvas->layout->text + 2 * PX },
		.class = S("chart-name"), .ink = S("#505a5f"), .type = type, .halo = true });
}

void
fan_marks(struct canvas *canvas, const struct frame *frame)
{
	if (has_start(canvas->chart))
		mark_start(canvas, frame);
	if (figure_present(canvas->chart->marker))
		mark_safe(canvas, frame);
}

Str
fan_band_name(const struct canvas *canvas, const struct chart_band *band)
{
	int last = canvas->chart->label_count - 1;
	if (last < 0 || !figure_present(band->low[last]) || !figure_present(band->high[last]))
		return band->name;
	return str_format(canvas->arena, "%.*s %.*s to %.*s", STR_ARG(band->name),
	                  STR_ARG(draw_value(canvas, band->low[last])),
	                  STR_ARG(draw_value(canvas, band->high[last])));
}
