/* chart_strip.c: every council as a dot along one axis, stacked where they crowd; neighbours
 * filled, others open, ours large and named.
 *
 * A dot stands exactly at its figure. Taken from the least up, each goes to the lowest row where
 * it does not touch the dot before it; so none hides another, and the picture is the same each
 * time. The axis need not start at zero: a place along a line says more or less, not how many
 * times as much.
 */
#include "report/chart_draw.h"

#include <stdlib.h>

enum {
	PLOT_SIDE = 12 * PX,         /* room at both ends for half a dot and half a number */
	ROWS_TALL = 150 * PX,        /* the tallest stack; taller ones are pressed together */
	OURS_ROWS = 3                /* how many of ours are named, at most */
};

struct seat { int x, y, mark; };

struct strip_plan {
	struct canvas *canvas;
	struct axis axis;
	int axis_places;
	struct seat *seats;          /* from the least figure up */
	int seat_count;
	int absent_count;
	int left, right, base;       /* the axis, and where the lowest dots' middles are */
	int top;                     /* of the names */
	int ours_rows;
	int foot;                    /* under the axis' numbers */
};

static bool
ours(const struct strip_plan *plan, const struct seat *seat)
{
	return plan->canvas->chart->marks[seat->mark].role == OURS;
}

/* By place, and at one place in the order they came, so that equal figures never change seats. */
static int
seat_order(const void *a, const void *b)
{
	const struct seat *first = a, *second = b;
	int by_x = (first->x > second->x) - (first->x < second->x);
	return by_x ? by_x : (first->mark > second->mark) - (first->mark < second->mark);
}

static void
take_axis(struct strip_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	struct span span = { 0 };
	span_take(&span, chart->marker);
	for (int i = 0; i < chart->mark_count; i++)
		span_take(&span, chart->marks[i].value);
	plan->axis = axis_in_units(span.least, span.most, axis_unit(chart->places));
	plan->axis_places = axis_places(plan->axis);
}

static void
take_seats(struct strip_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	plan->seats = new(plan->canvas->arena, chart->mark_count + 1, struct seat);
	for (int i = 0; i < chart->mark_count; i++) {
		if (!figure_present(chart->marks[i].value)) {
			plan->absent_count++;
			continue;
		}
		plan->seats[plan->seat_count++] = (struct seat){
			axis_at(plan->axis, chart->marks[i].value, plan->left, plan->right), 0, i };
		plan->ours_rows += chart->marks[i].role == OURS && plan->ours_rows < OURS_ROWS;
	}
	qsort(plan->seats, (size_t)plan->seat_count, sizeof *plan->seats, seat_order);
}

/* Ours stands on the pile that is under it, so that the line up to its name crosses nobody. */
static int
row_over_pile(const struct strip_plan *plan, int ours_at)
{
	int row = 0, reach = plan->canvas->layout->dot * 6 / 5;
	for (int i = 0; i < plan->seat_count; i++) {
		const struct seat *seat = &plan->seats[i];
		bool stands = !ours(plan, seat) || i < ours_at;
		if (stands && abs(seat->x - plan->seats[ours_at].x) < reach && seat->y >= row)
			row = seat->y + 1;
	}
	return row;
}

/* Gives each seat its row, and gives how many rows there are. */
static int
seat_rows(struct strip_plan *plan)
{
	int *taken = new(plan->canvas->arena, plan->seat_count + 1, int);
	int rows = 0, dot = plan->canvas->layout->dot;
	for (int i = 0; i < plan->seat_count; i++) {
		int row = 0;
		if (ours(plan, &plan->seats[i]))
			continue;
		while (row < rows && plan->seats[i].x - taken[row] < dot)
			row++;
		rows += row == rows;
		taken[row] = plan->seats[i].x;
		plan->seats[i].y = row;
	}
	for (int i = 0; i < plan->seat_count; i++)
		if (ours(plan, &plan->seats[i])) {
			int row = plan->seats[i].y = row_over_pile(plan, i);
			rows = row >= rows ? row + 1 : rows;
		}
	return rows;
}

/* Under the lowest dots there is room for ours, which is larger. */
static void
place_rows(struct strip_plan *plan)
{
	const struct canvas *canvas = plan->canvas;
	int line = canvas->layout->line, rows = seat_rows(plan), dot = canvas->layout->dot;
	int names = plan->ours_rows + figure_present(canvas->chart->marker);
	int step = rows * dot > ROWS_TALL ? ROWS_TALL / rows : dot;
	step = step > 0 ? step : 1;
	plan->top = canvas->top;
	plan->base = plan->top + names * line + 10 * PX + rows * step + dot;
	for (int i = 0; i < plan->seat_count; i++) {
		int y = plan->base - dot - plan->seats[i].y * step;
		plan->seats[i].y = y > plan->top ? y : plan->top;
	}
	plan->foot = plan->base + 24 * PX;
}

/* ---- drawing ------------------------------------------------------------------------------- */

static Str
strip_tick(const struct strip_plan *plan, Figure figure)
{
	struct arena *perm = plan->canvas->arena;
	enum unit unit = plan->canvas->chart->unit;
	if (figure.micro && (unit == UNIT_PERCENT || unit == UNIT_POUNDS))
		return figure_words(figure, plan->axis_places, unit, perm);
	return figure_text(figure, figure.micro ? plan->axis_places : 0, perm);
}

static void
draw_strip_tick(const struct strip_plan *plan, Figure figure, int *edge)
{
	struct canvas *canvas = plan->canvas;
	struct type type = draw_type(canvas, false);
	int x = axis_at(plan->axis, figure, plan->left, plan->right);
	draw_line(canvas,
	          (struct stroke){ .class = S("chart-axis"), .ink = S("#505a5f"), .weight = 10 },
	          (struct point){ x, plan->base }, (struct point){ x, plan->base + 4 * PX });
	Str text = strip_tick(plan, figure);
	int width = draw_width(text, type), middle = draw_inside(canvas, x, width);
	if (middle - width / 2 < *edge)
		return;
	*edge = middle + width / 2 + 6 * PX;
	draw_text(canvas, &(struct writing){
		.lines = draw_one_line(text), .at = { middle, plan->base + 20 * PX }, .anchor = AT_MIDDLE,
		.class = S("chart-tick"), .ink = S("#505a5f"), .type = type });
}

static void
draw_strip_axis(const struct strip_plan *plan)
{
	const struct axis *axis = &plan->axis;
	draw_line(plan->canvas,
	          (struct stroke){ .class = S("chart-axis"), .ink = S("#505a5f"), .weight = 10 },
	          (struct point){ plan->left, plan->base }, (struct point){ plan->right, plan->base });
	int edge = 0;
	for (int64_t at = axis->least.micro; at <= axis->most.micro; at += axis->step.micro)
		draw_strip_tick(plan, figure_micro(at), &edge);
}

static struct dot
dot_of(const struct strip_plan *plan, enum role role)
{
	int across = plan->canvas->layout->dot;
	const struct look *look = draw_look(role);
	struct dot dot = { .role = look->class, .fill = look->ink, .ink = S("#ffffff"),
	                   .radius = across / 2 - 5, .weight = 0 };
	switch (role) {
	case OURS:
		dot.radius = across * 7 / 10;
		dot.weight = 15;
		break;
	case NEIGHBOURS_ROLE:
		dot.fill = S("#3d4448");
		break;
	case OTHER_ROLE: case ENGLAND_ROLE: case REGION_ROLE: case OURS_PRINTED:
	case EXPECTED_ROLE: case SCENARIO_ROLE: case SCENARIO_B_ROLE: case SCENARIO_C_ROLE: case ROLES:
		dot.fill = S("#ffffff");
		dot.ink = role == OTHER_ROLE ? S("#8e969a") : look->ink;
		dot.weight = 12;
		dot.radius -= 5;
		break;
	}
	return dot;
}

static void
draw_seats(const struct strip_plan *plan, bool of_ours)
{
	struct canvas *canvas = plan->canvas;
	for (int i = 0; i < plan->seat_count; i++) {
		const struct seat *seat = &plan->seats[i];
		if (ours(plan, seat) != of_ours)
			continue;
		const struct chart_mark *mark = &canvas->chart->marks[seat->mark];
		struct dot dot = dot_of(plan, mark->role);
		dot.hint = str_format(canvas->arena, "%.*s: %.*s", STR_ARG(mark->name),
		                      STR_ARG(draw_value(canvas, mark->value)));
		draw_dot(canvas, dot, (struct point){ seat->x, seat->y });
	}
}

/* The name over a line up from its mark: it stands to the side that leads away from `other`, and
 * is moved where it would leave the sheet. */
struct flag { Str text; int x, row, other; bool bold; Str role, ink; };

static void
draw_flag(const struct strip_plan *plan, struct flag flag)
{
	struct canvas *canvas = plan->canvas;
	struct type type = draw_type(canvas, flag.bold);
	struct lines name = draw_wrap(flag.text, type, (struct room){ canvas->layout->width, 1 },
	                              canvas->arena);
	int width = draw_widest(&name, type);
	int side = flag.x < flag.other ? -1 : flag.x > flag.other ? 1 : 0;
	int middle = draw_inside(canvas, flag.x + side * (width / 2 - 6 * PX), width);
	draw_text(canvas, &(struct writing){
		.lines = name,
		.at = { middle, plan->top + flag.row * canvas->layout->line + canvas->layout->text },
		.anchor = AT_MIDDLE, .class = S("chart-label"), .role = flag.role, .ink = flag.ink,
		.type = type, .halo = true });
}

static int
row_foot(const struct strip_plan *plan, int row)
{
	return plan->top + (row + 1) * plan->canvas->layout->line + 2 * PX;
}

static int
marker_x(const struct strip_plan *plan)
{
	return axis_at(plan->axis, plan->canvas->chart->marker, plan->left, plan->right);
}

static void
draw_marker_line(const struct strip_plan *plan)
{
	if (!figure_present(plan->canvas->chart->marker))
		return;
	int x = marker_x(plan);
	draw_line(plan->canvas, (struct stroke){ .class = S("chart-marker"), .ink = S("#3d3d3d"),
	                                         .dash = S("6 3"), .weight = 15 },
	          (struct point){ x, row_foot(plan, 0) }, (struct point){ x, plan->base });
}

static void
draw_marker_flag(const struct strip_plan *plan, int ours_x)
{
	struct canvas *canvas = plan->canvas;
	const struct chart *chart = canvas->chart;
	if (!figure_present(chart->marker))
		return;
	Str text = str_format(canvas->arena, "%.*s %.*s", STR_ARG(chart->marker_name),
	                      STR_ARG(draw_value(canvas, chart->marker)));
	draw_flag(plan, (struct flag){ .text = text, .x = marker_x(plan), .other = ours_x,
	                               .role = S("chart-england"), .ink = S("#3d3d3d") });
}

/* Lines first and names after, so that a name's halo parts every line behind it. */
static int
draw_ours_lines(const struct strip_plan *plan)
{
	int first = figure_present(plan->canvas->chart->marker), row = first, last = -1;
	for (int i = 0; i < plan->seat_count; i++) {
		const struct seat *seat = &plan->seats[i];
		if (!ours(plan, seat) || row >= first + plan->ours_rows)
			continue;
		last = seat->x;
		draw_line(plan->canvas, (struct stroke){ .class = S("chart-leader"),
		          .role = S("chart-ours"), .ink = S("#12436d"), .weight = 15 },
		          (struct point){ seat->x, row_foot(plan, row) },
		          (struct point){ seat->x, seat->y });
		row++;
	}
	return last;
}

static void
draw_ours_flags(const struct strip_plan *plan)
{
	struct canvas *canvas = plan->canvas;
	bool marked = figure_present(canvas->chart->marker);
	int row = marked;
	for (int i = 0; i < plan->seat_count; i++) {
		const struct seat *seat = &plan->seats[i];
		if (!ours(plan, seat) || row >= plan->ours_rows + marked)
			continue;
		const struct chart_mark *mark = &canvas->chart->marks[seat->mark];
		Str text = str_format(canvas->arena, "%.*s %.*s", STR_ARG(mark->name),
		                      STR_ARG(draw_value(canvas, mark->value)));
		draw_flag(plan, (struct flag){ .text = text, .x = seat->x, .row = row++, .bold = true,
			.other = marked ? marker_x(plan) : seat->x, .role = S("chart-ours"),
			.ink = S("#12436d") });
	}
}

/* ---- the key and the note ------------------------------------------------------------------ */

static bool
any_of(const struct chart *chart, enum role role)
{
	for (int i = 0; i < chart->mark_count; i++)
		if (chart->marks[i].role == role && figure_present(chart->marks[i].value))
			return true;
	return false;
}

static int
key_height(const struct strip_plan *plan)
{
	return any_of(plan->canvas->chart, NEIGHBOURS_ROLE) ? 8 * PX + plan->canvas->layout->line : 0;
}

/* A hundred and fifty dots cannot be named at their ends, so filled and open are explained once. */
static void
draw_key(const struct strip_plan *plan)
{
	static const struct { enum role role; Str text; } keys[] = {
		{ NEIGHBOURS_ROLE, STR("Statistical neighbours") }, { OTHER_ROLE, STR("Others") },
	};
	struct canvas *canvas = plan->canvas;
	int x = 6 * PX, y = plan->foot + 8 * PX + canvas->layout->text;
	for (ptrdiff_t i = 0; key_height(plan) && i < countof(keys); i++) {
		if (!any_of(canvas->chart, keys[i].role))
			continue;
		draw_dot(canvas, dot_of(plan, keys[i].role),
		         (struct point){ x, y - canvas->layout->text * 7 / 20 });
		draw_text(canvas, &(struct writing){
			.lines = draw_one_line(keys[i].text), .at = { x + 9 * PX, y }, .class = S("chart-note"),
			.ink = S("#505a5f"), .type = draw_type(canvas, false) });
		x += 9 * PX + draw_width(keys[i].text, draw_type(canvas, false)) + 24 * PX;
	}
}

/* "3 have no figure." and, where it is ours, which and why. */
static Str
strip_note(const struct strip_plan *plan)
{
	const struct chart *chart = plan->canvas->chart;
	struct text note = text_new(plan->canvas->arena);
	for (int i = 0; i < chart->mark_count; i++) {
		const struct chart_mark *mark = &chart->marks[i];
		if (mark->role != OURS || figure_present(mark->value))
			continue;
		Str symbol = absent_symbol(mark->value.absent), meaning = draw_absence(mark->value.absent);
		text_format(&note, "%.*s: %.*s%s%.*s. ", STR_ARG(mark->name), STR_ARG(symbol),
		            symbol.len ? ", " : "", STR_ARG(meaning));
	}
	if (plan->absent_count)
		text_format(&note, plan->absent_count == 1 ? "%d has no figure." : "%d have no figure.",
		            plan->absent_count);
	return text_str(&note);
}

static Str
empty_strip(struct canvas *canvas, Str note)
{
	note = note.len ? note : S("No figures to show.");
	draw_open(canvas, S("chart-strip"), canvas->top + draw_note_height(canvas, note) + 6 * PX);
	draw_note(canvas, note, canvas->top);
	return draw_close(canvas);
}

Str
strip_svg(struct canvas *canvas)
{
	struct strip_plan plan = { .canvas = canvas, .left = PLOT_SIDE,
	                           .right = canvas->layout->width - PLOT_SIDE };
	take_axis(&plan);
	take_seats(&plan);
	Str note = strip_note(&plan);
	if (plan.seat_count == 0)
		return empty_strip(canvas, note);
	place_rows(&plan);
	int key_foot = plan.foot + key_height(&plan);
	draw_open(canvas, S("chart-strip"), key_foot + draw_note_height(canvas, note) + 6 * PX);
	draw_strip_axis(&plan);
	draw_marker_line(&plan);
	draw_seats(&plan, false);
	int ours_x = draw_ours_lines(&plan);
	draw_seats(&plan, true);
	draw_marker_flag(&plan, ours_x >= 0 ? ours_x : plan.left);
	draw_ours_flags(&plan);
	draw_key(&plan);
	draw_note(canvas, note, key_foot);
	return draw_close(canvas);
}
