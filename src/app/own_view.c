/* own_view.c: the figures a council brought itself, on its scorecard, with what is left of a whole. */
#include "app/views.h"

enum { OWN_COLUMNS = 8, REMAINDERS_MOST = 256 };

static const struct column columns[OWN_COLUMNS] = {
	{ STR("measure"), STR("Measure"), false, false }, { STR("date"), STR("Census year or day"), false, false },
	{ STR("value"), STR("Value"), true, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("change"), STR("Change since the figure before"), true, false },
	{ STR("numerator"), STR("Numerator"), true, false },
	{ STR("denominator"), STR("Denominator"), true, false },
	{ STR("source"), STR("Source"), false, false },
};

static Str
day_words(const struct own_point *point, struct arena *perm)
{
	return point->whole_year ? year_text(date_civil(point->day).year, perm)
	                         : date_text(point->day, perm);
}

/* Points stand by area, measure and day, so the figure before is the row before. */
static void
point_row(struct cell *cells, const struct own_series *own, int i, struct arena *perm)
{
	const struct own_point *point = &own->points[i], *before = i ? point - 1 : NULL;
	const struct own_measure *m = &own->measures[point->measure];
	bool follows = before && before->area == point->area && before->measure == point->measure;
	Figure none = figure_absent(NOT_PUBLISHED);
	Figure change = follows ? figure_minus(point->value, before->value) : none;
	cells[0] = cell_text(m->title);
	cells[1] = cell_text(day_words(point, perm));
	cells[2] = point->uncomputable ? cell_text(S("cannot be computed"))
	                               : cell_figure(point->value, point->places, m->unit);
	cells[3] = cell_text(unit_title(m->unit));
	cells[4] = cell_change(change, point->places, change_unit(m->unit));
	cells[5] = cell_figure(point->numerator, point->places, UNIT_COUNT);
	cells[6] = cell_figure(point->denominator, point->places, UNIT_COUNT);
	cells[7] = cell_text(point->source);
}

static void
remainder_row(struct cell *cells, const struct own_series *own, const struct remainder *left,
              struct arena *perm)
{
	const struct own_measure *whole = &own->measures[left->whole];
	Figure none = figure_absent(NOT_PUBLISHED);
	cells[0] = cell_text(str_format(perm, "%.*s: what is left when its parts are taken away",
	                                STR_ARG(whole->title)));
	cells[1] = cell_text(date_text(left->day, perm));
	cells[2] = cell_figure(left->value, 1, whole->unit);
	cells[3] = cell_text(unit_title(whole->unit));
	cells[4] = cell_change(none, 1, whole->unit);
	cells[5] = cells[6] = cell_figure(none, 1, UNIT_COUNT);
	cells[7] = cell_text(S("Worked out here"));
}

/* A whole that moved one way while what is left of it moved the other: parts alone mislead. */
static void
warn_of_remainder(struct document *doc, const struct own_series *own, const struct remainder *first,
                  const struct remainder *last)
{
	const struct own_point *from = own_point_on(own, first->area, first->whole, first->day);
	const struct own_point *to = own_point_on(own, last->area, last->whole, last->day);
	if (!from || !to)
		return;
	Figure whole = figure_minus(to->value, from->value);
	Figure left = figure_minus(last->value, first->value);
	bool apart = figure_present(whole) && figure_present(left)
		&& ((whole.micro < 0 && left.micro > 0) || (whole.micro > 0 && left.micro < 0));
	if (!apart)
		return;
	struct arena *perm = doc->arena;
	Str title = own->measures[first->whole].title;
	Str values[4] = { figure_text(from->value, from->places, perm), figure_text(to->value, to->places, perm),
	                  figure_text(first->value, 1, perm), figure_text(last->value, 1, perm) };
	struct run *run = new(perm, 1, struct run);
	run->text = str_format(perm, "%.*s went from %.*s to %.*s, but what is left when its parts are taken "
		"away went the other way, from %.*s to %.*s. Say so where the parts are quoted.",
		STR_ARG(title), STR_ARG(values[0]), STR_ARG(values[1]), STR_ARG(values[2]), STR_ARG(values[3]));
	document_runs(doc, BLOCK_WARNING, run, 1);
}

/* One warning a whole: its first day against its last. */
static void
add_warnings(struct document *doc, const struct own_series *own, const struct remainder *left, int count)
{
	for (int first = 0; first < count;) {
		int last = first;
		while (last + 1 < count && left[last + 1].whole == left[first].whole)
			last++;
		if (last > first)
			warn_of_remainder(doc, own, &left[first], &left[last]);
		first = last + 1;
	}
}

/* The remainders of one area, in order. Gives how many. */
static int
remainders_of(const struct own_series *own, int area, struct remainder *left)
{
	int count = own_remainders(own, left, REMAINDERS_MOST), kept = 0;
	for (int i = 0; i < count; i++)
		if (left[i].area == area)
			left[kept++] = left[i];
	return kept;
}

const struct table *
add_own_series(struct document *doc, const struct asked *asked)
{
	struct arena *perm = doc->arena;
	const struct own_series *own = &asked->world->own;
	struct rows_made rows = { 0 };
	for (int i = 0; i < own->point_count; i++)
		if (own->points[i].area == asked->area)
			point_row(rows_push(&rows, OWN_COLUMNS, perm), own, i, perm);
	if (rows.count == 0)
		return NULL;
	struct remainder *left = new(perm, REMAINDERS_MOST, struct remainder);
	int count = remainders_of(own, asked->area, left);
	for (int i = 0; i < count; i++)
		remainder_row(rows_push(&rows, OWN_COLUMNS, perm), own, &left[i], perm);

	document_heading(doc, 2, S("Figures the council brought itself"), S("own"));
	add_warnings(doc, own, left, count);
	Str caption = str_format(perm, "%.*s, as imported", STR_ARG(asked->place->name));
	const struct table *table = table_of(S("own_figures"), caption, columns, OWN_COLUMNS, rows, perm);
	struct block *inner = new(perm, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE, .table = table };
	document_details(doc, str_format(perm, "All %d of them", rows.count), inner, 1);
	return table;
}
