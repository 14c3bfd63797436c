/* chart_spark.c: the shape of a series in a table cell. No axis and no words: the figures are in
 * the cells beside it. The scale is of what is drawn, the band included, and never finer than a
 * tenth of the largest figure, so that a flat series looks flat. */
#include "report/chart_draw.h"

static struct axis
spark_axis(const struct chart *chart)
{
	struct span span = { 0 };
	for (int s = 0; s < chart->series_count; s++)
		for (int i = 0; i < chart->label_count; i++)
			span_take(&span, chart->series[s].values[i]);
	for (int i = 0; chart->band_low && chart->band_high && i < chart->label_count; i++) {
		span_take(&span, chart->band_low[i]);
		span_take(&span, chart->band_high[i]);
	}
	int64_t low = span.least.micro / 2, high = span.most.micro / 2;      /* halves: no overflow */
	int64_t size = high > -low ? high : -low;
	int64_t more = size / 10 + 1 - (high - low);
	if (more > 0) {
		low -= more / 2;
		high += more - more / 2;
	}
	return (struct axis){ .least = figure_micro(low * 2), .most = figure_micro(high * 2) };
}

Str
spark_svg(struct canvas *canvas)
{
	static const enum role order[] = { OTHER_ROLE, REGION_ROLE, NEIGHBOURS_ROLE, ENGLAND_ROLE,
	                                   OURS, OURS_PRINTED };
	const struct chart *chart = canvas->chart;
	int width = canvas->layout->width, height = canvas->layout->plot_height;
	struct frame frame = {
		.axis = spark_axis(chart), .plot = { 0, 4 * PX, width, height - 4 * PX },
		.pad = 4 * PX, .count = chart->label_count, .dot = canvas->layout->dot / 2,
	};
	draw_open(canvas, S("chart-spark"), height);
	draw_ribbon(canvas, &frame, (struct ribbon){ chart->band_low, chart->band_high, S(""), S("#d9e5f0") });
	for (ptrdiff_t o = 0; o < countof(order); o++)
		for (int s = 0; s < chart->series_count; s++)
			if (chart->series[s].role == order[o])
				draw_trace(canvas, &frame,
				           (struct trace){ chart->series[s].values, chart->label_count, order[o] });
	return draw_close(canvas);
}
