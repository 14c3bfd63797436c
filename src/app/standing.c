/* standing.c: who does better, like us? */
#include "app/views.h"

enum { LOOK_BACK = 3, LEARN_FROM = 3 };

static int
neighbour_place(const struct published *p, int area, int other)
{
	const struct neighbours *set = &p->neighbours[area];
	for (int i = 0; i < set->count; i++)
		if (set->at[i].area == other)
			return i;
	return -1;
}

/* One dot an authority. */
static const struct chart *
strip_of(const struct asked *asked, const struct standing *standing, Str message, struct arena *perm)
{
	const struct published *p = asked->p;
	struct chart_mark *marks = new(perm, standing->ranked, struct chart_mark);
	for (int i = 0; i < standing->ranked; i++) {
		int area = standing->rows[i].area;
		enum role role = area == asked->area ? OURS
			: neighbour_place(p, asked->area, area) >= 0 ? NEIGHBOURS_ROLE : OTHER_ROLE;
		marks[i] = (struct chart_mark){ p->areas.at[area].name, standing->rows[i].value, role };
	}
	struct chart *chart = new(perm, 1, struct chart);
	*chart = (struct chart){
		.kind = CHART_STRIP, .title = message, .unit = asked->row->unit, .places = asked->row->places,
		.subtitle = str_format(perm, "One dot a council, %.*s, %d; statistical neighbours filled",
		                       STR_ARG(unit_title(asked->row->unit)), asked->year),
		.description = str_format(perm, "Dot plot of %d councils. The table below names each of them in "
		                          "order.", standing->ranked),
		.marks = marks, .mark_count = standing->ranked,
		.marker = asked->row->rate ? published_value(p, p->england, asked->measure, asked->year)
		                           : figure_absent(NOT_APPLICABLE),
		.marker_name = S("England"),
	};
	return chart;
}

enum { STANDING_COLUMNS = 7 };

static struct table *
standing_table(const struct asked *asked, const struct standing *standing, struct arena *perm)
{
	struct column *columns = new(perm, STANDING_COLUMNS, struct column);
	columns[0] = (struct column){ S("council"), S("Council"), false, false };
	columns[1] = (struct column){ S("rank"), S("Rank"), true, false };
	columns[2] = (struct column){ S("value"), str_format(perm, "%.*s, %d", STR_ARG(asked->row->title),
	                              asked->year), true, false };
	columns[3] = (struct column){ S("change"), str_format(perm, "Change since %d",
	                              asked->year - LOOK_BACK), true, false };
	columns[4] = (struct column){ S("region"), S("Region"), false, false };
	columns[5] = (struct column){ S("neighbour"), S("Statistical neighbour"), true, false };
	columns[6] = (struct column){ S("closeness"), S("How close"), false, false };

	const struct published *p = asked->p;
	const struct measure *m = asked->row;
	struct rows_made rows = { 0 };
	for (int i = 0; i < standing->count; i++) {
		const struct place_row *row = &standing->rows[i];
		const struct area *place = &p->areas.at[row->area];
		int near = asked->area == NO_AREA ? -1 : neighbour_place(p, asked->area, row->area);
		Figure before = published_value(p, row->area, asked->measure, asked->year - LOOK_BACK);
		Figure none = figure_absent(NOT_PUBLISHED);
		struct cell *cells = rows_push(&rows, STANDING_COLUMNS, perm);
		cells[0] = cell_link(place->name, str_format(perm, "/authorities/%.*s/scorecard",
		                                             STR_ARG(place->slug)));
		cells[1] = cell_figure(row->rank ? figure_whole(row->rank) : none, 0, UNIT_COUNT);
		cells[2] = cell_figure(row->value, m->places, m->unit);
		cells[3] = cell_change(figure_minus(row->value, before), m->places, change_unit(m->unit));
		cells[4] = cell_text(place->parent == NO_AREA ? S("") : p->areas.at[place->parent].name);
		cells[5] = cell_figure(near < 0 ? none : figure_whole(near + 1), 0, UNIT_COUNT);
		cells[6] = cell_text(near < 0 ? S("") : p->neighbours[asked->area].at[near].closeness);
		rows.at[rows.count - 1].ours = row->area == asked->area;
		rows.at[rows.count - 1].marked = near >= 0;
	}
	Str caption = str_format(perm, "Every council in %d; rank 1 is %s; equal values share a rank", asked->year,
	                         m->good == LOWER ? "the lowest, which is best"
	                         : m->good == HIGHER ? "the highest, which is best" : "the highest");
	return table_of(S("standing"), caption, columns, STANDING_COLUMNS, rows, perm);
}

/* The neighbours that got better by most since LOOK_BACK years before, best first. */
static void
add_learn_from(struct document *doc, const struct asked *asked)
{
	const struct neighbours *set = &asked->p->neighbours[asked->area];
	const struct measure *m = asked->row;
	bool used[NEIGHBOURS_MOST] = { 0 };
	struct run *runs = new(doc->arena, LEARN_FROM, struct run);
	int count = 0;
	while (m->good != NEITHER && count < LEARN_FROM) {
		int best = -1;
		int64_t most = 0;
		for (int i = 0; i < set->count; i++) {
			Figure now = published_value(asked->p, set->at[i].area, asked->measure, asked->year);
			Figure then = published_value(asked->p, set->at[i].area, asked->measure,
			                              asked->year - LOOK_BACK);
			Figure move = figure_minus(now, then);
			if (used[i] || !figure_present(move))
				continue;
			int64_t gain = m->good == LOWER ? -move.micro : move.micro;
			if (gain > most) {
				most = gain;
				best = i;
			}
		}
		if (best < 0)
			break;
		used[best] = true;
		int area = set->at[best].area;
		Str said = say_change(asked->p, area, asked->measure, asked->year - LOOK_BACK, asked->year,
		                      doc->arena);
		runs[count++] = (struct run){
			.text = str_format(doc->arena, "%.*s: %.*s", STR_ARG(asked->p->areas.at[area].name),
			                   STR_ARG(said)),
			.href = href_measure(asked, area, asked->measure, doc->arena),
		};
	}
	if (count == 0)
		return;
	document_heading(doc, 2, S("Neighbours that improved most"), S("learn"));
	document_runs(doc, BLOCK_LIST, runs, count);
}

struct answer
show_standing(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asked asked;
	struct answer answer;
	if (!ask_settle(world, ask, NEEDS_AREA | NEEDS_MEASURE, &asked, &answer, perm))
		return answer;
	if (asked.year == 0)
		asked.year = published_latest_year(asked.p, asked.area, asked.measure);
	if (asked.year == 0)
		asked.year = asked.p->last_year;

	struct standing standing = standing_of(asked.p, asked.measure, asked.year, perm);
	const struct place_row *own = standing_row(&standing, asked.area);
	Str rank = rank_words(own, standing.ranked, perm);
	Str message = own && own->rank
		? str_format(perm, "%.*s is %.*s councils for %.*s in %d", STR_ARG(asked.place->name), STR_ARG(rank),
		             STR_ARG(asked.row->plain), asked.year)
		: str_format(perm, "%.*s among councils, %d", STR_ARG(asked.row->title), asked.year);
	struct document doc = document_new(perm, message);
	doc.caption = asked.place->name;
	doc.period = str_format(perm, "%.*s, %d, %.*s release", STR_ARG(str_capital(asked.row->when, perm)),
	                        asked.year, STR_ARG(asked.p->releases[0].name));
	doc.address = href_standing(&asked, asked.area, asked.measure, asked.year, perm);
	struct table *table = standing_table(&asked, &standing, perm);
	table_sort(table, ask->sort, doc.address, perm);
	Str picture = str_format(perm, "%.*s, every council", STR_ARG(asked.row->title));
	document_chart(&doc, strip_of(&asked, &standing, picture, perm), NULL);
	if (asked.place->level == AUTHORITY)
		add_learn_from(&doc, &asked);
	document_table(&doc, table);
	add_provenance(&doc, asked.p, asked.measure);
	doc.data = table;
	add_sources(&doc, asked.p);
	return answer_of(DONE, doc);
}
