/* chart_lines.c: series over years, named at their ends; and those that go on as a forecast. */
#include "report/chart_draw.h"

enum {
	LABEL_GAP = 16 * PX,         /* from the plot to the names */
	TICK_GAP = 8 * PX,           /* from the numbers to the plot */
	BARE_HEIGHT = 60 * PX,       /* of a plot with no figure in it */
	YEARS_BELOW = 24 * PX        /* from the base line to the foot of the years */
};

struct lines_plan {
	struct canvas *canvas;
	struct frame frame;
	struct span span;            /* of every figure drawn */
	struct absences absences;
	struct end_label labels[LABELS_MOST];
	int label_count, label_x;
	int axis_places;
	Str note;
};

/* What a council did not print is no absence of DfE's; nor is the past one of a forecast, or the other way. */
static bool
gap_counts(const struct chart *chart, const struct chart_series *series, int i)
{
	bool told = series->role != OURS_PRINTED;
	if (chart->kind == CHART_FAN)
		told = series->role == OURS && i <= chart->starts;
	else if (chart->along)                   /* beyond the ends of a curve there is nothing to tell */
		told = false;
	return told && !figure_present(series->values[i]);
}

static bool
has_band(const struct chart *chart)
{
	return chart->kind == CHART_LINES && chart->band_low && chart->band_high;
}

static void
look_over(struct lines_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	for (int s = 0; s < chart->series_count; s++)
		for (int i = 0; i < chart->label_count; i++) {
			Figure figure = chart->series[s].values[i];
			span_take(&plan->span, figure);
			plan->absences.seen[figure.absent] |= gap_counts(chart, &chart->series[s], i);
		}
	for (int b = 0; b < chart->band_count && chart->kind == CHART_FAN; b++)
		for (int i = 0; i < chart->label_count; i++) {
			span_take(&plan->span, chart->bands[b].low[i]);
			span_take(&plan->span, chart->bands[b].high[i]);
		}
	if (chart->kind == CHART_FAN && plan->span.any)
		span_take(&plan->span, chart->marker);
	for (int i = 0; has_band(chart) && i < chart->label_count; i++) {
		span_take(&plan->span, chart->band_low[i]);
		span_take(&plan->span, chart->band_high[i]);
	}
}

static bool
is_rate(enum unit unit)
{
	return unit == UNIT_PERCENT || unit == UNIT_PERCENTAGE_POINTS || unit == UNIT_CASES_PER_FTE
		|| unit == UNIT_DAYS_PER_HEAD;
}

/* A rate starts at zero: half the height is half the rate. So does a count, unless the least is
 * three quarters of the most or more: then nine years of a workforce would be a flat line, and the
 * axis may start above zero, which a note says. It still spans a tenth of the most, so that a
 * change of one person in a thousand doesn't look like a cliff. A fan is about how wide it is, so of it a
 * quarter is enough. */
static struct axis
axis_for(const struct chart *chart, struct span span)
{
	int64_t least = span.least.micro, most = span.most.micro;
	int64_t enough = chart->kind == CHART_FAN ? most / 4 : most / 4 * 3;
	if (is_rate(chart->unit) || least < enough) {
		least = least < 0 ? least : 0;
		most = most > 0 ? most : 0;
	} else {
		int64_t more = most / 10 - (most - least);
		most += more > 0 ? more / 2 : 0;
		least -= more > 0 ? more / 2 : 0;
	}
	return axis_in_units(figure_micro(least), figure_micro(most), axis_unit(chart->places));
}

/* "10%"; a bare "0" has no unit to need. */
static Str
tick_text(const struct lines_plan *plan, Figure figure)
{
	struct arena *perm = plan->canvas->arena;
	enum unit unit = plan->canvas->chart->unit;
	if (figure.micro == 0)
		return S("0");
	if (unit == UNIT_PERCENT || unit == UNIT_POUNDS)
		return figure_words(figure, plan->axis_places, unit, perm);
	return figure_text(figure, plan->axis_places, perm);
}

static int
widest_tick(const struct lines_plan *plan)
{
	const struct axis *axis = &plan->frame.axis;
	int widest = 0;
	for (int64_t at = axis->least.micro; at <= axis->most.micro; at += axis->step.micro) {
		int width = draw_width(tick_text(plan, figure_micro(at)), draw_type(plan->canvas, false));
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* ---- names --------------------------------------------------------------------------------- */

/* The last year with a figure, or -1. */
static int
last_present(const Figure *values, int count)
{
	while (count > 0 && !figure_present(values[count - 1]))
		count--;
	return count - 1;
}

/* "Walsall 8.1%"; "Walsall 8.3% in 2024" when its line ends early. */
static Str
end_text(const struct canvas *canvas, const struct chart_series *series, int last)
{
	const struct chart *chart = canvas->chart;
	if (last < 0)
		return str_format(canvas->arena, "%.*s: no figures", STR_ARG(series->name));
	Str value = draw_value(canvas, series->values[last]);
	Str name = str_trim(str_format(canvas->arena, "%.*s %.*s", STR_ARG(series->name),
	                               STR_ARG(value)));
	if (last == chart->label_count - 1 || chart->labels[last].len == 0)
		return name;
	return str_format(canvas->arena, "%.*s in %.*s", STR_ARG(name), STR_ARG(chart->labels[last]));
}

static struct end_label
end_label(const struct canvas *canvas, Str text, const struct look *look)
{
	struct end_label label = { .class = look->class, .ink = look->ink, .bold = look->bold,
	                           .weight = look->bold ? 8 : 2 };
	struct room room = { canvas->layout->label_width, WRAP_MOST };
	label.lines = draw_wrap(text, draw_type(canvas, look->bold), room, canvas->arena);
	label.height = label.lines.count * canvas->layout->line + 2 * PX;
	return label;
}

static void
name_bands(struct lines_plan *plan)
{
	static const struct look quiet = { .class = STR("chart-band-name"), .ink = STR("#44617c") };
	const struct chart *chart = plan->canvas->chart;
	for (int b = 0; b < chart->band_count && chart->kind == CHART_FAN; b++) {
		Str name = fan_band_name(plan->canvas, &chart->bands[b]);
		if (name.len == 0)
			continue;
		struct end_label *label = &plan->labels[plan->label_count++];
		*label = end_label(plan->canvas, name, &quiet);
		label->values = chart->bands[b].high;
		label->marked = last_present(label->values, chart->label_count) >= 0;
	}
	if (has_band(chart) && chart->band_name.len) {
		struct end_label *label = &plan->labels[plan->label_count++];
		*label = end_label(plan->canvas, chart->band_name, &quiet);
		label->weight = 1;
	}
}

static void
name_series(struct lines_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	for (int s = 0; s < chart->series_count; s++) {
		const struct chart_series *series = &chart->series[s];
		if (chart->kind == CHART_FAN && series->role == OURS)
			continue;
		int last = last_present(series->values, chart->label_count);
		struct end_label *label = &plan->labels[plan->label_count++];
		*label = end_label(plan->canvas, end_text(plan->canvas, series, last),
		                   draw_look(series->role));
		label->marked = last >= 0;
		label->values = series->values;
	}
	name_bands(plan);
}

/* Where the names would like to stand, once the plot has its place. */
static void
aim_labels(struct lines_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	const struct frame *frame = &plan->frame;
	for (int i = 0; i < plan->label_count; i++) {
		struct end_label *label = &plan->labels[i];
		label->wants = frame->plot.bottom - label->height / 2;
		if (!label->marked)
			continue;
		int last = last_present(label->values, chart->label_count);
		struct point end = frame_point(frame, last, label->values[last]);
		label->wants = end.y;
		label->mark_x = end.x;
	}
}

/* The band's name stands beside the middle of its end, and needs no leader. */
static void
aim_band(struct lines_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	if (!has_band(chart) || !chart->band_name.len)
		return;
	int i = chart->label_count;
	while (i-- > 0)
		if (figure_present(chart->band_low[i]) && figure_present(chart->band_high[i])) {
			int low = frame_point(&plan->frame, i, chart->band_low[i]).y;
			int high = frame_point(&plan->frame, i, chart->band_high[i]).y;
			plan->labels[plan->label_count - 1].wants = (low + high) / 2;
			return;
		}
}

static int
widest_label(const struct lines_plan *plan)
{
	int widest = 0;
	for (int i = 0; i < plan->label_count; i++) {
		const struct end_label *label = &plan->labels[i];
		int width = draw_widest(&label->lines, draw_type(plan->canvas, label->bold));
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* ---- the plan ------------------------------------------------------------------------------ */

static int
label_width(const struct canvas *canvas, int i)
{
	return draw_width(canvas->chart->labels[i], draw_type(canvas, false));
}

static void
place_plot(struct lines_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	struct box *plot = &plan->frame.plot;
	int room = plan->span.any ? widest_tick(plan) + TICK_GAP : 0;
	int names = widest_label(plan);
	plot->left = room;
	plot->right = canvas->layout->width - (names ? names + LABEL_GAP : PX);
	plan->label_x = plot->right + LABEL_GAP;
	plot->top = canvas->top + 8 * PX + fan_head(canvas);
	int height = labels_height(plan->labels, plan->label_count);
	int least = plan->span.any ? canvas->layout->plot_height : BARE_HEIGHT;
	plot->bottom = plot->top + (height > least ? height : least);
	plan->frame.pad = 8 * PX;
	plan->frame.dot = 40;
	plan->frame.count = canvas->chart->label_count;
	plan->frame.along = canvas->chart->along;
}

/* A line of words over the plot's corner, where the axis does not start at zero. */
static Str
raised_note(const struct lines_plan *plan)
{
	const struct axis *axis = &plan->frame.axis;
	if (!plan->span.any || axis->least.micro <= 0)
		return (Str){ 0 };
	return str_format(plan->canvas->arena, "The scale starts at %.*s, not at 0",
	                  STR_ARG(tick_text(plan, axis->least)));
}

static Str
foot_note(const struct lines_plan *plan)
{
	Str raised = raised_note(plan);
	Str symbols = draw_symbols(&plan->absences, plan->canvas->arena);
	if (raised.len == 0 || symbols.len == 0)
		return raised.len ? raised : symbols;
	return str_format(plan->canvas->arena, "%.*s. %.*s", STR_ARG(raised), STR_ARG(symbols));
}

static struct lines_plan
lines_planned(struct canvas *canvas)
{
	struct lines_plan plan = { .canvas = canvas };
	look_over(&plan);
	plan.frame.axis = axis_for(canvas->chart, plan.span);
	plan.axis_places = axis_places(plan.frame.axis);
	name_series(&plan);
	place_plot(&plan);
	aim_labels(&plan);
	aim_band(&plan);
	plan.note = foot_note(&plan);
	return plan;
}

/* ---- drawing ------------------------------------------------------------------------------- */

static void
draw_grid(const struct lines_plan *plan)
{
	const struct box *plot = &plan->frame.plot;
	const struct axis *axis = &plan->frame.axis;
	for (int64_t at = axis->least.micro; at <= axis->most.micro; at += axis->step.micro) {
		int y = axis_at(*axis, figure_micro(at), plot->bottom, plot->top);
		bool base = at == 0 || (at == axis->least.micro && at > 0);
		struct stroke stroke = base
			? (struct stroke){ .class = S("chart-axis"), .ink = S("#505a5f"), .weight = 10 }
			: (struct stroke){ .class = S("chart-grid"), .ink = S("#dee0e2"), .weight = 10 };
		draw_line(plan->canvas, stroke, (struct point){ plot->left, y },
		          (struct point){ plot->right, y });
		draw_text(plan->canvas, &(struct writing){
			.lines = draw_one_line(tick_text(plan, figure_micro(at))),
			.at = { plot->left - TICK_GAP, y + plan->canvas->layout->text * 7 / 20 },
			.anchor = AT_END, .class = S("chart-tick"), .ink = S("#505a5f"),
			.type = draw_type(plan->canvas, false) });
	}
}

/* With no figure at all there is no scale: only the years and their symbols. */
static void
draw_bare_base(const struct lines_plan *plan)
{
	const struct box *plot = &plan->frame.plot;
	draw_line(plan->canvas,
	          (struct stroke){ .class = S("chart-axis"), .ink = S("#505a5f"), .weight = 10 },
	          (struct point){ plot->left, plot->bottom },
	          (struct point){ plot->right, plot->bottom });
}

static int
year_x(const struct lines_plan *plan, int i)
{
	return frame_point(&plan->frame, i, plan->frame.axis.least).x;
}

/* Every n-th year, counted back from the last, with room between them. */
static int
year_stride(const struct lines_plan *plan)
{
	int count = plan->frame.count, widest = 0;
	if (plan->canvas->chart->kind == CHART_FAN || plan->frame.along)
		return 1;
	for (int i = 0; i < count; i++) {
		int width = label_width(plan->canvas, i);
		widest = width > widest ? width : widest;
	}
	int stride = 1;
	while (stride < count && year_x(plan, count - 1) - year_x(plan, count - 1 - stride)
	                         < widest + 10 * PX)
		stride++;
	return stride;
}

static void
draw_years(const struct lines_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	int stride = year_stride(plan), edge = canvas->layout->width;
	struct type type = draw_type(canvas, false);
	for (int i = plan->frame.count - 1; i >= 0; i -= stride) {
		if (canvas->chart->labels[i].len == 0)
			continue;
		struct lines year = draw_wrap(canvas->chart->labels[i], type,
		                              (struct room){ canvas->layout->width, 1 }, canvas->arena);
		int width = draw_widest(&year, type);
		int x = draw_inside(canvas, year_x(plan, i), width);
		if (x + width / 2 > edge)
			continue;
		edge = x - width / 2 - 6 * PX;
		draw_text(canvas, &(struct writing){
			.lines = year, .at = { x, plan->frame.plot.bottom + YEARS_BELOW - 4 * PX },
			.anchor = AT_MIDDLE, .class = S("chart-tick"), .ink = S("#505a5f"), .type = type });
	}
}

/* "Walsall, England: not available", of all series that are absent so in one year. */
static Str
absence_hint(const struct canvas *canvas, int i, enum absent absent)
{
	const struct chart *chart = canvas->chart;
	struct text hint = text_new(canvas->arena);
	for (int s = 0; s < chart->series_count; s++)
		if (gap_counts(chart, &chart->series[s], i)
		    && chart->series[s].values[i].absent == absent) {
			text_add(&hint, hint.len ? S(", ") : S(""));
			text_add(&hint, chart->series[s].name);
		}
	if (hint.len == 0)
		return (Str){ 0 };
	text_add(&hint, S(": "));
	text_add(&hint, absent_meaning(absent));
	return text_str(&hint);
}

/* DfE's symbols on the base line, where the points would be; more than one stand on each other. */
static void
draw_absences(const struct lines_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	for (int i = 0; i < plan->frame.count; i++) {
		int y = plan->frame.plot.bottom - 5 * PX;
		for (int kind = PRESENT + 1; kind < ABSENT_KINDS; kind++) {
			Str hint = absence_hint(canvas, i, (enum absent)kind);
			Str symbol = absent_symbol((enum absent)kind);
			if (hint.len == 0 || symbol.len == 0)
				continue;
			draw_text(canvas, &(struct writing){
				.lines = draw_one_line(symbol), .at = { year_x(plan, i), y }, .anchor = AT_MIDDLE,
				.class = S("chart-absent"), .ink = S("#505a5f"), .type = draw_type(canvas, false),
				.halo = true, .hint = hint });
			y -= canvas->layout->line;
		}
	}
}

/* Ours last, over all others. */
static void
draw_series(const struct lines_plan *plan)
{
	static const enum role order[] = { OTHER_ROLE, REGION_ROLE, NEIGHBOURS_ROLE, ENGLAND_ROLE,
	                                   EXPECTED_ROLE, SCENARIO_ROLE, SCENARIO_B_ROLE, SCENARIO_C_ROLE, OURS,
	                                   OURS_PRINTED };
	const struct chart *chart = plan->canvas->chart;
	for (ptrdiff_t o = 0; o < countof(order); o++)
		for (int s = 0; s < chart->series_count; s++)
			if (chart->series[s].role == order[o])
				draw_trace(plan->canvas, &plan->frame,
				           (struct trace){ chart->series[s].values, chart->label_count, order[o] });
}

static void
draw_under(const struct lines_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	if (has_band(chart))
		draw_ribbon(plan->canvas, &plan->frame, (struct ribbon){
			chart->band_low, chart->band_high, S(""), S("#d9e5f0") });
	if (chart->kind == CHART_FAN) {
		fan_frame(plan->canvas, &plan->frame);
		fan_bands(plan->canvas, &plan->frame);
	}
}

Str
lines_svg(struct canvas *canvas)
{
	struct lines_plan plan = lines_planned(canvas);
	const struct box *plot = &plan.frame.plot;
	int foot = plot->bottom + YEARS_BELOW;
	bool fan = canvas->chart->kind == CHART_FAN;
	draw_open(canvas, fan ? S("chart-fan") : S("chart-lines"), foot + draw_note_height(canvas, plan.note) + 4 * PX);
	if (plan.span.any) {
		draw_under(&plan);
		draw_grid(&plan);
	} else {
		draw_bare_base(&plan);
	}
	draw_years(&plan);
	if (fan && plan.span.any)
		fan_marks(canvas, &plan.frame);
	draw_absences(&plan);
	draw_series(&plan);
	labels_part(plan.labels, plan.label_count, (struct shelf){ plot->top, plot->bottom });
	labels_draw(canvas, plan.labels, plan.label_count, plan.label_x);
	draw_note(canvas, plan.note, foot);
	return draw_close(canvas);
}
