/* pieces.c: parts that several documents share: sources, symbols, provenance, tables. */
#include "app/views.h"

#include <assert.h>
#include <string.h>

void
add_sources(struct document *doc, const struct published *p)
{
	const struct release *newest = &p->releases[0];
	Str *sentences = new(doc->arena, 3, Str);
	sentences[0] = str_format(doc->arena, "Source: %.*s, %.*s, %.*s release. %.*s",
		STR_ARG(newest->publisher), STR_ARG(newest->title), STR_ARG(newest->name),
		STR_ARG(newest->address));
	sentences[1] = str_format(doc->arena, "Licence: %.*s. %.*s", STR_ARG(newest->licence),
	                          STR_ARG(newest->attribution));
	sentences[2] = str_format(doc->arena, "Statistical neighbours: %.*s model. %.*s",
	                          STR_ARG(p->neighbour_model), STR_ARG(p->neighbour_source));
	doc->sources = sentences;
	doc->source_count = 3;
}

void
add_area_changes(struct document *doc, const struct asked *asked)
{
	enum { MOST = 4 };
	const struct area_change *found[MOST];
	const struct areas *areas = &asked->p->areas;
	int count = area_changes(asked->place->slug, found, MOST);
	for (int i = 0; i < count; i++) {
		struct run *runs = new(doc->arena, 1 + 2 * CHANGE_SIDE_MOST, struct run);
		int used = 0;
		Str day = date_text(found[i]->day, doc->arena);
		runs[used++].text = str_format(doc->arena, "%.*s (%.*s). ", STR_ARG(found[i]->words),
		                               STR_ARG(day));
		for (int k = 0; k < 2 * CHANGE_SIDE_MOST; k++) {
			Str slug = k < CHANGE_SIDE_MOST ? found[i]->from[k] : found[i]->to[k - CHANGE_SIDE_MOST];
			int other = slug.len ? area_exact(areas, slug) : NO_AREA;
			if (other == NO_AREA || other == asked->area)
				continue;
			runs[used++] = (struct run){
				.text = str_format(doc->arena, "%.*s (%d to %d). ",
					STR_ARG(areas->at[other].name), areas->at[other].first_year,
					areas->at[other].last_year),
				.href = href_scorecard(asked, other, doc->arena),
			};
		}
		document_runs(doc, BLOCK_INSET, runs, used);
	}
}

void
add_symbols(struct document *doc, const Figure *figures, int count)
{
	bool seen[ABSENT_KINDS] = { 0 };
	Str items[ABSENT_KINDS];
	int used = 0;
	for (int i = 0; i < count; i++)
		seen[figures[i].absent] = true;
	for (int kind = NOT_AVAILABLE; kind < NOT_PUBLISHED; kind++)
		if (seen[kind])
			items[used++] = str_format(doc->arena, "%.*s: %.*s",
				STR_ARG(absent_symbol((enum absent)kind)), STR_ARG(absent_meaning((enum absent)kind)));
	if (used == 0)
		return;
	document_paragraph(doc, S("Symbols in these figures, as the Department for Education prints them. "
	                          "None of them is a zero."));
	document_list(doc, items, used);
}

void
add_provenance(struct document *doc, const struct published *p, enum measure_id id)
{
	enum { KEYS = 10 };
	const struct measure *m = &measures[id];
	struct pair *pairs = new(doc->arena, KEYS, struct pair);
	const struct release *release = &p->releases[0];
	int n = 0;
	pairs[n++] = (struct pair){ .key = S("What it is"), .value = m->definition };
	if (m->rate) {
		pairs[n++] = (struct pair){ .key = S("Numerator"), .value = m->numerator_words };
		pairs[n++] = (struct pair){ .key = S("Denominator"), .value = m->denominator_words };
	}
	pairs[n++] = (struct pair){ .key = S("Unit and basis"), .value = unit_title(m->unit) };
	pairs[n++] = (struct pair){ .key = S("Date"), .value = m->when };
	pairs[n++] = (struct pair){ .key = S("What DfE did to it"), .value = m->treatment };
	pairs[n++] = (struct pair){ .key = S("Definition from"), .value = m->source };
	pairs[n++] = (struct pair){ .key = S("Release"),
		.value = str_format(doc->arena, "%.*s, %.*s, published %.*s", STR_ARG(release->publisher),
		                    STR_ARG(release->title), STR_ARG(release->published)),
		.href = release->address };
	pairs[n++] = (struct pair){ .key = S("Licence"), .value = release->licence };
	assert(n <= KEYS);
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_SUMMARY, .pairs = pairs, .pair_count = n };
	document_details(doc, S("How we know this"), inner, 1);
}

/* "What it is. It is the FTE of leavers divided by the FTE in post, in the year to ..." */
static Str
provenance_words(const struct measure *m, struct arena *perm)
{
	if (!m->rate)
		return str_format(perm, "%.*s Counted %.*s. Source: %.*s.", STR_ARG(m->definition),
		                  STR_ARG(m->when), STR_ARG(m->source));
	return str_format(perm, "%.*s Made of %.*s, divided by %.*s%s, %.*s. Source: %.*s.",
	                  STR_ARG(m->definition), STR_ARG(m->numerator_words),
	                  STR_ARG(m->denominator_words), m->times == 100 ? ", as a percentage" : "",
	                  STR_ARG(m->when), STR_ARG(m->source));
}

void
add_provenance_list(struct document *doc, const struct published *p, const enum measure_id *list,
                    int count)
{
	const struct release *release = &p->releases[0];
	struct pair *pairs = new(doc->arena, count + 1, struct pair);
	for (int i = 0; i < count; i++)
		pairs[i] = (struct pair){ .key = measures[list[i]].title,
		                          .value = provenance_words(&measures[list[i]], doc->arena) };
	pairs[count] = (struct pair){ .key = S("Release and licence"),
		.value = str_format(doc->arena, "%.*s, %.*s, published %.*s. %.*s. What DfE did to each figure is "
			"on the measure’s own page.", STR_ARG(release->publisher), STR_ARG(release->title),
			STR_ARG(release->published), STR_ARG(release->licence)),
		.href = S("/releases") };
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_SUMMARY, .pairs = pairs, .pair_count = count + 1 };
	document_details(doc, S("How we know these figures"), inner, 1);
}

struct cell *
rows_push(struct rows_made *rows, int columns, struct arena *perm)
{
	if (rows->count == rows->room) {
		int room = rows->room ? rows->room * 2 : 32;
		struct row *moved = new(perm, room, struct row);
		if (rows->count)
			memcpy(moved, rows->at, (size_t)rows->count * sizeof *moved);
		rows->at = moved;
		rows->room = room;
	}
	struct cell *cells = new(perm, columns, struct cell);
	rows->at[rows->count++] = (struct row){ .cells = cells };
	return cells;
}

struct table *
table_of(Str name, Str caption, const struct column *columns, int column_count, struct rows_made rows,
         struct arena *perm)
{
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = name, .caption = caption, .columns = columns,
	                         .column_count = column_count, .rows = rows.at, .row_count = rows.count };
	return table;
}

const struct table *
table_without(const struct table *table, const Str *names, int count, struct arena *perm)
{
	struct column *columns = new(perm, table->column_count, struct column);
	int *kept = new(perm, table->column_count, int), used = 0;
	for (int c = 0; c < table->column_count; c++) {
		bool drop = false;
		for (int i = 0; i < count; i++)
			drop |= str_equal(table->columns[c].name, names[i]);
		if (drop)
			continue;
		kept[used] = c;
		columns[used++] = table->columns[c];
	}
	struct row *rows = new(perm, table->row_count, struct row);
	for (int r = 0; r < table->row_count; r++) {
		struct cell *cells = new(perm, used, struct cell);
		for (int c = 0; c < used; c++)
			cells[c] = table->rows[r].cells[kept[c]];
		rows[r] = table->rows[r];
		rows[r].cells = cells;
	}
	struct table *fewer = new(perm, 1, struct table);
	*fewer = *table;
	fewer->columns = columns;
	fewer->column_count = used;
	fewer->rows = rows;
	return fewer;
}

/* Below, equal or above, in the order of one column; absent figures after present ones. */
static int
row_order(const struct row *a, const struct row *b, int column, bool descending)
{
	const struct cell *left = &a->cells[column], *right = &b->cells[column];
	int order;
	if (left->kind == CELL_FIGURE && right->kind == CELL_FIGURE) {
		bool has_left = figure_present(left->figure), has_right = figure_present(right->figure);
		if (!has_left || !has_right)
			return has_right - has_left;
		order = (left->figure.micro > right->figure.micro) - (left->figure.micro < right->figure.micro);
	} else {
		order = str_compare(left->text, right->text);
	}
	return descending ? -order : order;
}

/* The rows in order, each put where it belongs among those before it. */
static const struct row *
rows_sorted(const struct table *table, int column, bool descending, struct arena *perm)
{
	struct row *rows = new(perm, table->row_count, struct row);
	for (int i = 0; i < table->row_count; i++) {
		int at = i;
		for (; at > 0 && row_order(&rows[at - 1], &table->rows[i], column, descending) > 0; at--)
			rows[at] = rows[at - 1];
		rows[at] = table->rows[i];
	}
	return rows;
}

void
table_sort(struct table *table, Str sort, Str base, struct arena *perm)
{
	table->sortable = true;
	table->sort_base = base;
	bool descending = str_begins(sort, S("-"));
	Str name = str_from(sort, descending);
	for (int c = 0; c < table->column_count; c++)
		if (name.len && str_equal(table->columns[c].name, name)) {
			table->rows = rows_sorted(table, c, descending, perm);
			table->sorted_by = table->columns[c].name;
			table->descending = descending;
		}
}
