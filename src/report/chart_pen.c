/* chart_pen.c: marks: words, lines, dots, and a series that breaks where a figure is absent. */
#include "report/chart_draw.h"

#include <stdlib.h>

void
draw_tenths(struct canvas *canvas, int tenths)
{
	struct html *h = &canvas->html;
	if (tenths < 0)
		html_raw(h, "-");
	html_int(h, abs(tenths) / PX);
	if (tenths % PX) {
		html_raw(h, ".");
		html_int(h, abs(tenths) % PX);
	}
}

void
draw_class(struct canvas *canvas, Str base, Str role)
{
	struct html *h = &canvas->html;
	html_raw(h, " class=\"");
	html_text(h, base);
	if (role.len)
		html_raw(h, " ");
	html_text(h, role);
	html_raw(h, "\"");
}

void
draw_words(struct canvas *canvas, Str text)
{
	ptrdiff_t plain = 0;
	for (ptrdiff_t i = 0; i + 3 <= text.len; i++) {
		Str letter = { text.at + i, 3 };
		if (letter.at[0] != '\xEF')
			continue;
		if (str_equal(letter, S("\xEF\xBF\xBE")) || str_equal(letter, S("\xEF\xBF\xBF"))) {
			html_text(&canvas->html, (Str){ text.at + plain, i - plain });
			html_raw(&canvas->html, "\uFFFD");
			plain = i + 3;
		}
	}
	html_text(&canvas->html, str_from(text, plain));
}

static void
add_hint(struct canvas *canvas, Str hint)
{
	if (hint.len == 0)
		return;
	html_raw(&canvas->html, "<title>");
	draw_words(canvas, hint);
	html_raw(&canvas->html, "</title>");
}

static void
add_text_lines(struct canvas *canvas, const struct writing *writing)
{
	struct html *h = &canvas->html;
	if (writing->lines.count == 1) {
		draw_words(canvas, writing->lines.at[0]);
		return;
	}
	int step = writing->type.size == canvas->layout->title ? writing->type.size + 4 * PX
	                                                       : canvas->layout->line;
	for (int i = 0; i < writing->lines.count; i++) {
		html_raw(h, "<tspan");
		draw_attr(canvas, "x", writing->at.x);
		draw_attr(canvas, "y", writing->at.y + i * step);
		html_raw(h, ">");
		draw_words(canvas, writing->lines.at[i]);
		html_raw(h, "</tspan>");
	}
}

void
draw_text(struct canvas *canvas, const struct writing *writing)
{
	static const Str anchors[] = { STR(""), STR("middle"), STR("end") };
	struct html *h = &canvas->html;
	if (writing->lines.count == 0)
		return;
	html_raw(h, "<text");
	Str class = writing->halo ? str_join(writing->class, S(" chart-halo"), canvas->arena)
	                          : writing->class;
	draw_class(canvas, class, writing->role);
	draw_attr(canvas, "x", writing->at.x);
	draw_attr(canvas, "y", writing->at.y);
	draw_attr(canvas, "font-size", writing->type.size);
	if (writing->type.bold)
		html_raw(h, " font-weight=\"bold\"");
	html_attr(h, "text-anchor", anchors[writing->anchor]);
	html_attr(h, "fill", writing->ink);
	if (writing->halo)
		html_raw(h, " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\""
		            " paint-order=\"stroke\"");
	html_raw(h, ">");
	add_hint(canvas, writing->hint);
	add_text_lines(canvas, writing);
	html_raw(h, "</text>");
}

static void
add_stroke(struct canvas *canvas, Str ink, Str dash, int weight)
{
	html_attr(&canvas->html, "stroke", ink);
	draw_attr(canvas, "stroke-width", weight);
	html_attr(&canvas->html, "stroke-dasharray", dash);
}

void
draw_line(struct canvas *canvas, struct stroke stroke, struct point from, struct point to)
{
	html_raw(&canvas->html, "<line");
	draw_class(canvas, stroke.class, stroke.role);
	draw_attr(canvas, "x1", from.x);
	draw_attr(canvas, "y1", from.y);
	draw_attr(canvas, "x2", to.x);
	draw_attr(canvas, "y2", to.y);
	add_stroke(canvas, stroke.ink, stroke.dash, stroke.weight);
	html_raw(&canvas->html, "/>");
}

void
draw_dot(struct canvas *canvas, struct dot dot, struct point at)
{
	struct html *h = &canvas->html;
	html_raw(h, "<circle");
	draw_class(canvas, S("chart-dot"), dot.role);
	draw_attr(canvas, "cx", at.x);
	draw_attr(canvas, "cy", at.y);
	draw_attr(canvas, "r", dot.radius);
	html_attr(h, "fill", dot.fill);
	if (dot.weight)
		add_stroke(canvas, dot.ink, S(""), dot.weight);
	if (dot.hint.len) {
		html_raw(h, ">");
		add_hint(canvas, dot.hint);
		html_raw(h, "</circle>");
	} else {
		html_raw(h, "/>");
	}
}

int
draw_inside(const struct canvas *canvas, int middle, int width)
{
	int half = (width + 1) / 2, most = canvas->layout->width - half;
	return middle > most ? (most > half ? most : canvas->layout->width / 2)
	                     : middle < half ? half : middle;
}

/* ---- series -------------------------------------------------------------------------------- */

struct point
frame_point(const struct frame *frame, int i, Figure figure)
{
	const struct box *plot = &frame->plot;
	int first = plot->left + frame->pad, last = plot->right - frame->pad;
	int from = frame->along ? frame->along[0] : 0;
	int at = frame->along ? frame->along[i] - from : i;
	int whole = frame->along ? frame->along[frame->count - 1] - from : frame->count - 1;
	int x = whole > 0 ? first + (int)((int64_t)(last - first) * at / whole) : (first + last) / 2;
	return (struct point){ x, axis_at(frame->axis, figure, plot->bottom, plot->top) };
}

static void
add_corner(struct canvas *canvas, const char move, struct point at)
{
	html_text(&canvas->html, (Str){ &move, 1 });
	draw_tenths(canvas, at.x);
	html_raw(&canvas->html, " ");
	draw_tenths(canvas, at.y);
}

/* One past the last of the figures present from `first` on. */
static int
run_end(const Figure *values, int first, int count)
{
	while (first < count && figure_present(values[first]))
		first++;
	return first;
}

/* A lone figure has no line to either side: it must be a dot, or nobody would see it. So is every
 * figure that a council printed itself, open, because it is not DfE's. */
static void
add_dots(struct canvas *canvas, const struct frame *frame, struct trace trace)
{
	const struct look *look = draw_look(trace.role);
	bool open = trace.role == OURS_PRINTED;
	for (int i = 0; i < trace.count; i++) {
		bool present = figure_present(trace.values[i]);
		bool alone = (i == 0 || !figure_present(trace.values[i - 1]))
			&& (i + 1 == trace.count || !figure_present(trace.values[i + 1]));
		bool last = trace.role == OURS
			&& run_end(trace.values, i, trace.count) == trace.count && i + 1 == trace.count;
		if (present && (open || alone || last))
			draw_dot(canvas, (struct dot){
				.role = look->class, .fill = open ? S("#ffffff") : look->ink, .ink = look->ink,
				.radius = frame->dot, .weight = open ? 18 : 0,
			}, frame_point(frame, i, trace.values[i]));
	}
}

static void
add_path(struct canvas *canvas, const struct frame *frame, struct trace trace, bool spark)
{
	struct html *h = &canvas->html;
	const struct look *look = draw_look(trace.role);
	html_raw(h, "<path");
	draw_class(canvas, S("chart-line"), look->class);
	html_raw(h, " d=\"");
	for (int i = 0; i < trace.count; i++) {
		if (!figure_present(trace.values[i]))
			continue;
		bool starts = i == 0 || !figure_present(trace.values[i - 1]);
		bool goes_on = i + 1 < trace.count && figure_present(trace.values[i + 1]);
		if (!starts || goes_on)
			add_corner(canvas, starts ? 'M' : 'L', frame_point(frame, i, trace.values[i]));
	}
	html_raw(h, "\" fill=\"none\" stroke-linejoin=\"round\"");
	if (trace.role == OURS || trace.role == REGION_ROLE)
		html_raw(h, " stroke-linecap=\"round\"");
	int weight = !spark ? look->weight : trace.role == OURS ? 20 : 12;
	add_stroke(canvas, look->ink, spark ? S("") : look->dash, weight);
	html_raw(h, "/>");
}

/* Whether two figures stand side by side, so that there is a line to draw. */
static bool
has_line(struct trace trace)
{
	for (int i = 0; i + 1 < trace.count; i++)
		if (figure_present(trace.values[i]) && figure_present(trace.values[i + 1]))
			return true;
	return false;
}

void
draw_trace(struct canvas *canvas, const struct frame *frame, struct trace trace)
{
	if (trace.role != OURS_PRINTED && has_line(trace))
		add_path(canvas, frame, trace, canvas->chart->kind == CHART_SPARK);
	add_dots(canvas, frame, trace);
}

/* Along the top and back along the bottom; a lone year is a short bar, 6 pixels to either side. */
static void
add_ribbon_part(struct canvas *canvas, const struct frame *frame, struct ribbon ribbon, int first, int end)
{
	int spread = end - first == 1 ? (frame->pad < 6 * PX ? frame->pad : 6 * PX) : 0;
	char move = 'M';
	for (int i = first; i < end; i++, move = 'L') {
		struct point at = frame_point(frame, i, ribbon.high[i]);
		add_corner(canvas, move, (struct point){ at.x - spread, at.y });
		if (spread)
			add_corner(canvas, 'L', (struct point){ at.x + spread, at.y });
	}
	for (int i = end; i-- > first;) {
		struct point at = frame_point(frame, i, ribbon.low[i]);
		add_corner(canvas, 'L', (struct point){ at.x + spread, at.y });
		if (spread)
			add_corner(canvas, 'L', (struct point){ at.x - spread, at.y });
	}
	html_raw(&canvas->html, "Z");
}

static bool
ribbon_at(struct ribbon ribbon, int i)
{
	return figure_present(ribbon.low[i]) && figure_present(ribbon.high[i]);
}

void
draw_ribbon(struct canvas *canvas, const struct frame *frame, struct ribbon ribbon)
{
	bool any = false;
	for (int i = 0; ribbon.low && ribbon.high && i < frame->count; i++)
		any = any || ribbon_at(ribbon, i);
	if (!any)
		return;
	html_raw(&canvas->html, "<path");
	draw_class(canvas, S("chart-band"), ribbon.class);
	html_attr(&canvas->html, "fill", ribbon.fill);
	html_raw(&canvas->html, " d=\"");
	for (int first = 0, end; first < frame->count; first = end + 1) {
		for (end = first; end < frame->count && ribbon_at(ribbon, end); end++)
			continue;
		if (end > first)
			add_ribbon_part(canvas, frame, ribbon, first, end);
	}
	html_raw(&canvas->html, "\"/>");
}
