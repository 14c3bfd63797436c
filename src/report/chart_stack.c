/* chart_stack.c: a small bar of parts in a table cell, each with its figure where there is room. The
 * title says them all in words; the mark is what is established. */
#include "report/chart_draw.h"

#include <assert.h>

/* Where the running sum stands along the width, never past its end. */
static int
place_of(int64_t sum, int64_t whole, int width)
{
	if (whole <= 0)
		return 0;
	return sum >= whole ? width : (int)((double)sum / (double)whole * width);
}

/* Held to 10^12, so that as many as there are fills add up in 64 bits. */
static int64_t
size_of(Figure value)
{
	const int64_t most = (int64_t)1000000000000 * MICRO;
	if (!figure_present(value) || value.micro < 0)
		return 0;
	return value.micro < most ? value.micro : most;
}

static int64_t
parts_sum(const struct chart *chart)
{
	int64_t sum = 0;
	for (int i = 0; i < chart->part_count; i++) {
		Figure value = chart->parts[i].value;
		assert(!figure_present(value) || value.micro >= 0);
		sum += size_of(value);
	}
	return sum;
}

static void
part_figure(struct canvas *canvas, const struct chart_part *part, struct box box)
{
	Str words = draw_value(canvas, part->value);
	struct type type = draw_type(canvas, false);
	if (draw_width(words, type) + 6 * PX > box.right - box.left)
		return;
	bool dark = fill_dark(part->fill);
	draw_text(canvas, &(struct writing){
		.lines = draw_one_line(words), .anchor = AT_MIDDLE,
		.at = { (box.left + box.right) / 2, (box.top + box.bottom) / 2 + type.size * 7 / 20 },
		.class = dark ? S("chart-on") : S("chart-value"), .ink = dark ? S("#ffffff") : S("#0b0c0c"),
		.type = type, .halo = !dark });
}

/* A part too thin to be seen is left out; the words have it. */
static void
draw_part(struct canvas *canvas, const struct chart_part *part, struct box box)
{
	if (box.right - box.left < 2 * PX)
		return;
	Str hint = str_format(canvas->arena, "%.*s %.*s", STR_ARG(draw_value(canvas, part->value)),
	                      STR_ARG(fill_word(part->fill)));
	fill_draw(canvas, part->fill, box, (struct span_ends){ 0 }, hint);
	part_figure(canvas, part, box);
}

static void
draw_established(struct canvas *canvas, int64_t whole)
{
	Figure marker = canvas->chart->marker;
	int width = canvas->layout->width, height = canvas->layout->plot_height;
	if (!figure_present(marker) || marker.micro <= 0)
		return;
	int x = place_of(size_of(marker), whole, width - 2 * PX) + PX;
	draw_line(canvas, (struct stroke){ .class = S("chart-marker"), .ink = S("#0b0c0c"),
	                                   .weight = 20 },
	          (struct point){ x, 0 }, (struct point){ x, height });
}

Str
stack_svg(struct canvas *canvas)
{
	const struct chart *chart = canvas->chart;
	int width = canvas->layout->width, height = canvas->layout->plot_height;
	int64_t whole = size_of(chart->whole), at = 0;
	struct fills fills = { 0 };
	assert(chart->part_count <= FILLS);
	if (whole == 0)
		whole = parts_sum(chart);
	for (int i = 0; i < chart->part_count; i++)
		fills.seen[chart->parts[i].fill] = true;
	draw_open(canvas, S("chart-stack"), height);
	fills_define(canvas, &fills);
	for (int i = 0; i < chart->part_count; i++) {
		int64_t end = at + size_of(chart->parts[i].value);
		draw_part(canvas, &chart->parts[i], (struct box){
			place_of(at, whole, width), 3 * PX, place_of(end, whole, width), height - 3 * PX });
		at = end;
	}
	draw_established(canvas, whole);
	return draw_close(canvas);
}
