/* forecast_compare.c: two forecasts, line by line: what they rest on, what they assume, what they say. */
#include "app/forecast_kept.h"

static const struct column sides[] = {
	{ STR("what"), STR("What"), false, false }, { STR("first"), STR("First"), false, false },
	{ STR("second"), STR("Second"), false, false },
};

static void
add_side(struct rows_made *rows, Str what, Str first, Str second, struct arena *perm)
{
	if (str_equal(first, second))
		return;
	struct cell *cells = rows_push(rows, countof(sides), perm);
	cells[0] = cell_text(what);
	cells[1] = cell_text(first.len ? first : S("\u2013"));
	cells[2] = cell_text(second.len ? second : S("\u2013"));
}

static Str
number_text(int64_t number, struct arena *perm)
{
	return str_format(perm, "%lld", (long long)number);
}

static Str
known_until(const struct brought *one, struct arena *perm)
{
	return date_text(one->kept.as_at, perm);
}

static void
order_rows(struct rows_made *rows, const struct brought *a, const struct brought *b, struct arena *perm)
{
	const struct forecast_order *x = &a->recipe.order, *y = &b->recipe.order;
	add_side(rows, S("Made from"), forecast_from_name(x->from), forecast_from_name(y->from), perm);
	add_side(rows, S("Figures up to"), known_until(a, perm), known_until(b, perm), perm);
	add_side(rows, S("Months ahead"), number_text(x->months, perm), number_text(y->months, perm), perm);
	add_side(rows, S("Replications"), number_text(x->runs, perm), number_text(y->runs, perm), perm);
	add_side(rows, S("Seed"), number_text(x->seed, perm), number_text(y->seed, perm), perm);
	add_side(rows, S("Safe level"), x->safe ? number_text(x->safe, perm) : S(""), y->safe ? number_text(y->safe, perm) : S(""),
	         perm);
	for (int s = 0; s < SCENARIOS_MOST; s++)
		add_side(rows, str_format(perm, "Scenario %.*s", STR_ARG(scenario_letter(s))), scenario_write(&x->scenarios[s], perm),
		         scenario_write(&y->scenarios[s], perm), perm);
	add_side(rows, S("Of a hundred, the council\u2019s own data"), number_text(a->recipe.outlook.own_weight, perm),
	         number_text(b->recipe.outlook.own_weight, perm), perm);
	add_side(rows, S("Program"), a->kept.program, b->kept.program, perm);
	add_side(rows, S("SHA-256 of the figures used"), a->recipe.inputs_sha256, b->recipe.inputs_sha256, perm);
}

static bool
has_input(const struct outlook *outlook, Str input)
{
	for (int i = 0; i < outlook->input_count; i++)
		if (str_equal(outlook->inputs[i], input))
			return true;
	return false;
}

static void
input_rows(struct rows_made *rows, const struct outlook *a, const struct outlook *b, struct arena *perm)
{
	for (int i = 0; i < a->input_count; i++)
		if (!has_input(b, a->inputs[i]))
			add_side(rows, S("Figure used"), a->inputs[i], S(""), perm);
	for (int i = 0; i < b->input_count; i++)
		if (!has_input(a, b->inputs[i]))
			add_side(rows, S("Figure used"), S(""), b->inputs[i], perm);
}

static Str
assumed(const struct outlook *outlook, Str what, struct arena *perm)
{
	for (int i = 0; i < outlook->assumption_count; i++) {
		const struct assumption *a = &outlook->assumptions[i];
		if (str_equal(a->what, what))
			return str_trim(str_format(perm, "%.*s %.*s", STR_ARG(a->value), STR_ARG(a->unit)));
	}
	return (Str){ 0 };
}

static void
assumption_rows(struct rows_made *rows, const struct outlook *a, const struct outlook *b, struct arena *perm)
{
	for (int i = 0; i < a->assumption_count; i++)
		add_side(rows, a->assumptions[i].what, assumed(a, a->assumptions[i].what, perm),
		         assumed(b, a->assumptions[i].what, perm), perm);
	for (int i = 0; i < b->assumption_count; i++)
		if (assumed(a, b->assumptions[i].what, perm).len == 0)
			add_side(rows, b->assumptions[i].what, S(""), assumed(b, b->assumptions[i].what, perm), perm);
}

static void
add_sides(struct document *doc, Str heading, Str name, struct rows_made rows, Str none)
{
	document_heading(doc, 2, heading, name);
	if (rows.count == 0) {
		document_paragraph(doc, none);
		return;
	}
	const struct table *table = table_of(name, heading, sides, countof(sides), rows, doc->arena);
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

/* ---- what they say ------------------------------------------------------------------------------- */

static const struct column said_columns[] = {
	{ STR("line"), STR("What"), false, false }, { STR("at"), STR("At the end of"), false, false },
	{ STR("first"), STR("First (middle)"), true, false }, { STR("second"), STR("Second (middle)"), true, false },
	{ STR("difference"), STR("Second less first"), true, false },
};

/* The month of the second in which a month of the first falls, or -1. */
static int
month_in(const struct brought *from, int month, const struct brought *to)
{
	const struct prospect *p = from->forecast.base.prospect, *q = to->forecast.base.prospect;
	int there = month + (p->first_year - q->first_year) * 12 + p->first_month - q->first_month;
	return there < 0 || there > to->recipe.order.months ? -1 : there;
}

static struct cell
ranged(const struct brought *one, const struct forecast_line *row, int month, struct arena *perm)
{
	const struct way *base = &one->forecast.base;
	struct cell cell = cell_figure(told_figure(&one->forecast, row->line, forecast_quantile(base, row->line, month, 500)),
	                               row->places, row->unit);
	if (!figure_present(cell.figure))
		return cell;
	cell.note = str_format(perm, "%.*s to %.*s",
		STR_ARG(figure_text(forecast_quantile(base, row->line, month, 50), row->places, perm)),
		STR_ARG(figure_text(forecast_quantile(base, row->line, month, 950), row->places, perm)));
	return cell;
}

static void
said_rows(struct rows_made *rows, const struct brought *a, const struct brought *b, const struct forecast_line *row,
          struct arena *perm)
{
	for (int month = 3; month <= a->recipe.order.months; month += 3) {
		int there = month_in(a, month, b);
		if (there < 0)
			continue;
		struct cell *cells = rows_push(rows, countof(said_columns), perm);
		cells[0] = cell_text(row->title);
		cells[1] = cell_text(forecast_month(a->forecast.base.prospect, month, perm));
		cells[2] = ranged(a, row, month, perm);
		cells[3] = ranged(b, row, there, perm);
		cells[4] = cell_change(figure_minus(cells[3].figure, cells[2].figure), row->places, row->unit);
	}
}

struct document
kept_compared(const struct asked *asked, const struct brought *first, const struct brought *second, struct arena *perm)
{
	struct document doc = document_new(perm, str_format(perm, "Forecasts %lld and %lld, line by line",
		(long long)first->kept.id, (long long)second->kept.id));
	struct rows_made orders = { 0 }, inputs = { 0 }, assumptions = { 0 }, said = { 0 };
	doc.caption = asked->place->name;
	doc.address = str_format(perm, "/authorities/%.*s/forecasts/%lld?against=%lld", STR_ARG(asked->place->slug),
	                         (long long)first->kept.id, (long long)second->kept.id);
	Str items[] = { str_format(perm, "First: %.*s. %.*s", STR_ARG(first->kept.name), STR_ARG(first->kept.title)),
	                str_format(perm, "Second: %.*s. %.*s", STR_ARG(second->kept.name), STR_ARG(second->kept.title)) };
	document_list(&doc, items, countof(items));
	order_rows(&orders, first, second, perm);
	input_rows(&inputs, &first->recipe.outlook, &second->recipe.outlook, perm);
	assumption_rows(&assumptions, &first->recipe.outlook, &second->recipe.outlook, perm);
	for (int i = 0; i < forecast_line_count; i++)
		if (forecast_lines[i].headline && forecast_has(&first->forecast, &forecast_lines[i]) &&
		    forecast_has(&second->forecast, &forecast_lines[i]))
			said_rows(&said, first, second, &forecast_lines[i], perm);
	add_sides(&doc, S("What was asked, where they differ"), S("asked"), orders, S("They were asked the same."));
	add_sides(&doc, S("Figures used by one alone"), S("inputs"), inputs, S("They rest on the same figures."));
	add_sides(&doc, S("Assumptions, where they differ"), S("assumed"), assumptions, S("They assume the same."));
	document_heading(&doc, 2, S("What they say"), S("said"));
	if (said.count == 0) {
		document_paragraph(&doc, S("They have no quarter in common."));
		return doc;
	}
	doc.data = table_of(S("said"), S("The middle of each, the range of 9 in 10, and the difference"), said_columns,
	                    countof(said_columns), said, perm);
	document_table(&doc, doc.data);
	return doc;
}
