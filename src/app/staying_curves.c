/* staying_curves.c: how long groups stay, as far as it may be told. */
#include "app/staying_parts.h"

#include <assert.h>
#include <math.h>

enum { CHART_MOST = 5 };
static const double quarter = 0.25;
static const double told_years[] = { 1, 2, 3, 5, 10 };
static_assert(countof(told_years) == TOLD_MOST, "a point for each year that is told");

/* ---- groups ------------------------------------------------------------------------------------------- */

void
staying_people(const struct staying *in, const struct tenures *rows, const struct grouping *g, int *people)
{
	struct arena scratch = *in->perm;
	int persons = in->e.own.roster->person_count;
	bool *seen = new(&scratch, (ptrdiff_t)persons * g->count + 1, bool);
	for (int i = 0; i < g->count; i++)
		people[i] = 0;
	for (int i = 0; i < rows->count; i++) {
		int group = g->of(in, g, &rows->at[i]);
		if (group == NOT_THERE || seen[(ptrdiff_t)rows->at[i].person * g->count + group])
			continue;
		seen[(ptrdiff_t)rows->at[i].person * g->count + group] = true;
		people[group]++;
	}
}

void
staying_hidden(const int *people, int count, bool *hidden, struct arena scratch)
{
	int64_t *parts = new(&scratch, count + 1, int64_t);
	bool total;
	if (count == 0)
		return;                              /* a sight without units, a council without routes */
	for (int i = 0; i < count; i++)
		parts[i] = people[i];
	protect_parts(parts, count, protect_public, hidden, &total, scratch);
	for (int i = 0; i < count; i++)
		hidden[i] = hidden[i] || people[i] < GROUP_LEAST;
}

struct wanted_group { const struct staying *in; const struct grouping *grouping; int group; };

static bool
is_in_group(const struct tenure *row, const void *with)
{
	const struct wanted_group *w = with;
	return w->grouping->of(w->in, w->grouping, row) == w->group;
}

/* ---- what is told of a group ------------------------------------------------------------------------------ */

/* A curve from when enough are at risk, cut off where too few are. False when there is none. */
static bool
settled_curve(const struct staying *in, struct lives lives, struct life_curve *curve)
{
	double from;
	if (!life_settled(lives, GROUP_SETTLED, &from, *in->perm) && !life_settled(lives, GROUP_LEAST, &from, *in->perm))
		return false;
	from = fmax(0, ceil(from / quarter - 1e-9) * quarter);
	life_curve(curve, lives, from, LIMITS_LOG_LOG, in->perm);
	int kept = 0;
	while (kept < curve->count && curve->steps[kept].at_risk >= GROUP_LEAST)
		kept++;
	curve->count = kept;
	return kept > 0;
}

static Figure
whole_percent(double share)
{
	return isnan(share) ? figure_absent(NOT_APPLICABLE) : figure_round(figure_near(share * 100), 0);
}

static int
ended_between(const struct life_curve *curve, double after, double until)
{
	int ended = 0;
	for (int i = 0; i < curve->count && curve->steps[i].time <= until; i++)
		ended += curve->steps[i].time > after ? curve->steps[i].ended : 0;
	return ended;
}

/* A year is told where enough are at risk, at least five have left by then, and none or five since the year told before. */
void
staying_tell(const struct staying *in, struct lives lives, struct told_group *told)
{
	struct life_curve curve;
	told->count = 0;
	if (!settled_curve(in, lives, &curve))
		return;
	told->from = curve.from;
	double before = curve.from;
	for (int y = 0; y < TOLD_MOST; y++) {
		double years = told_years[y];
		int at_risk = life_at_risk(lives, years), since = ended_between(&curve, before, years);
		if (years <= curve.from || years > curve.steps[curve.count - 1].time || at_risk < GROUP_LEAST ||
		    (since < protect_leavers.threshold && (since > 0 || told->count == 0)))
			continue;
		const struct life_step *s = life_at(&curve, years);
		told->points[told->count++] = (struct told_point){ years, at_risk, whole_percent(s->lasting),
			                                           whole_percent(s->lower), whole_percent(s->upper) };
		before = years;
	}
}

const struct told_point *
told_at(const struct told_group *told, double years)
{
	for (int i = 0; i < told->count; i++)
		if (told->points[i].years == years)
			return &told->points[i];
	return NULL;
}

static void
untell(struct told_group *told, double years)
{
	int kept = 0;
	for (int i = 0; i < told->count; i++)
		if (told->points[i].years != years)
			told->points[kept++] = told->points[i];
	told->count = kept;
}

static int
ended_by(struct lives lives, double years)
{
	int ended = 0;
	for (int i = 0; i < lives.count; i++)
		ended += lives.at[i].cause != 0 && lives.at[i].exit <= years;
	return ended;
}

/* The told group with the fewest at risk at a time; NULL where none is told. */
static struct told_group *
smallest_told(struct told_group *groups, int count, double years)
{
	struct told_group *smallest = NULL;
	for (int g = 0; g < count; g++) {
		const struct told_point *p = told_at(&groups[g], years);
		if (p && (!smallest || p->at_risk < told_at(smallest, years)->at_risk))
			smallest = &groups[g];
	}
	return smallest;
}

void
staying_hide_rest(const struct told_group *all, struct lives everybody, struct told_group *groups,
                  const struct lives *lives, int count)
{
	for (int y = 0; y < TOLD_MOST; y++) {
		double years = told_years[y];
		struct told_group *smallest;
		while (told_at(all, years) && (smallest = smallest_told(groups, count, years))) {
			int at_risk = life_at_risk(everybody, years), ended = ended_by(everybody, years);
			for (int g = 0; g < count; g++)
				if (told_at(&groups[g], years)) {
					at_risk -= life_at_risk(lives[g], years);
					ended -= ended_by(lives[g], years);
				}
			bool safe = at_risk >= GROUP_LEAST && ended >= protect_leavers.threshold;
			if (safe || (at_risk == 0 && ended == 0))
				break;
			untell(smallest, years);
		}
	}
}

void
staying_tell_groups(const struct staying *in, const struct grouping *g, struct told *told)
{
	int people[GROUPING_MOST];
	bool hidden[GROUPING_MOST];
	struct lives lives[GROUPING_MOST], everybody = spells_lives(&in->council, NULL, NULL, in->perm);
	struct told_group all;
	staying_people(in, &in->council, g, people);
	staying_hidden(people, g->count, hidden, *in->perm);
	*told = (struct told){ .grouping = g, .count = g->count };
	for (int i = 0; i < g->count; i++) {
		struct wanted_group wanted = { in, g, i };
		told->groups[i] = (struct told_group){ .name = g->names[i], .people = people[i] };
		lives[i] = spells_lives(&in->council, is_in_group, &wanted, in->perm);
		if (!hidden[i])
			staying_tell(in, lives[i], &told->groups[i]);
	}
	staying_tell(in, everybody, &all);
	staying_hide_rest(&all, everybody, told->groups, lives, g->count);
}

/* ---- the table: numbers at risk beside it ---------------------------------------------------------------- */

static const struct column columns[] = {
	{ .name = STR("group"), .title = STR("Group") },
	{ .name = STR("years"), .title = STR("Years here"), .number = true },
	{ .name = STR("at_risk"), .title = STR("At risk"), .number = true },
	{ .name = STR("staying"), .title = STR("Still here (%)"), .number = true },
	{ .name = STR("lower"), .title = STR("Lower limit (95%)"), .number = true },
	{ .name = STR("upper"), .title = STR("Upper limit (95%)"), .number = true },
	{ .name = STR("people"), .title = STR("People"), .number = true },
	{ .name = STR("from"), .title = STR("Of those here after (years)"), .number = true },
};

struct cell
staying_whole(int count, bool hidden)
{
	return cell_figure(hidden ? figure_absent(SUPPRESSED) : figure_whole(count), 0, UNIT_HEADCOUNT);
}

static void
add_row(struct rows_made *rows, const struct staying *in, const struct told_group *told, const struct told_point *p)
{
	struct cell *cells = rows_push(rows, countof(columns), in->perm);
	cells[0] = cell_text(told->name);
	cells[1] = cell_figure(figure_near(p->years), 0, UNIT_COUNT);
	cells[2] = staying_whole(p->at_risk, false);
	cells[3] = cell_figure(p->lasting, 0, UNIT_PERCENT);
	cells[4] = cell_figure(p->lower, 0, UNIT_PERCENT);
	cells[5] = cell_figure(p->upper, 0, UNIT_PERCENT);
	cells[6] = staying_whole(told->people, false);
	cells[7] = cell_figure(figure_near(told->from), 2, UNIT_COUNT);
}

static void
add_hidden_row(struct rows_made *rows, const struct staying *in, Str name)
{
	struct cell *cells = rows_push(rows, countof(columns), in->perm);
	cells[0] = cell_text(name);
	for (int c = 1; c < countof(columns); c++)
		cells[c] = cell_figure(figure_absent(SUPPRESSED), 0, UNIT_COUNT);
}

static struct rows_made
rows_of_told(const struct staying *in, const struct told *told)
{
	struct rows_made rows = { 0 };
	for (int g = 0; g < told->count; g++) {
		const struct told_group *group = &told->groups[g];
		for (int i = 0; i < group->count; i++)
			add_row(&rows, in, group, &group->points[i]);
		if (group->people > 0 && group->count == 0)
			add_hidden_row(&rows, in, group->name);
	}
	return rows;
}

/* ---- the picture: the points of the table, and 100 % where a line begins with everybody ----------------------- */

static Figure *
values_of(const struct told_group *told, struct arena *perm)
{
	Figure *values = new(perm, TOLD_MOST + 1, Figure);
	values[0] = told->from == 0 ? figure_whole(100) : figure_absent(NOT_PUBLISHED);
	for (int y = 0; y < TOLD_MOST; y++) {
		const struct told_point *p = told_at(told, told_years[y]);
		values[y + 1] = p ? p->lasting : figure_absent(NOT_PUBLISHED);
	}
	return values;
}

/* A line needs two points beside each other. */
static bool
makes_line(const Figure *values)
{
	bool line = false;
	for (int i = 0; i < TOLD_MOST; i++)
		line = line || (figure_present(values[i]) && figure_present(values[i + 1]));
	return line;
}

/* Years along the foot, as far as the last that any line has. */
static void
lay_years(struct chart *chart, struct arena *perm)
{
	Str *labels = new(perm, TOLD_MOST + 1, Str);
	int *along = new(perm, TOLD_MOST + 1, int), last = 0;
	for (int s = 0; s < chart->series_count; s++)
		for (int i = last + 1; i <= TOLD_MOST; i++)
			last = figure_present(chart->series[s].values[i]) ? i : last;
	labels[0] = S("start");
	for (int i = 1; i <= last; i++) {
		labels[i] = str_format(perm, "year %.0f", told_years[i - 1]);
		along[i] = (int)lround(told_years[i - 1] / told_years[last - 1] * 100000);
	}
	chart->labels = labels;
	chart->along = along;
	chart->label_count = last + 1;
}

static void
add_chart(struct staying *in, const struct told *told)
{
	static const enum role roles[CHART_MOST] = { OURS, ENGLAND_ROLE, REGION_ROLE, NEIGHBOURS_ROLE, OTHER_ROLE };
	struct chart *chart = new(in->perm, 1, struct chart);
	struct chart_series *series = new(in->perm, CHART_MOST, struct chart_series);
	int lines = 0;
	for (int g = 0; g < told->count; g++) {
		const struct told_group *group = &told->groups[g];
		Figure *values = group->count ? values_of(group, in->perm) : NULL;
		if (!values || !makes_line(values))
			continue;
		if (lines < CHART_MOST)
			series[lines] = (struct chart_series){ group->name, roles[lines], values };
		lines++;
	}
	if (lines == 0)
		return;
	*chart = (struct chart){ .kind = CHART_LINES, .title = told->grouping->title, .unit = UNIT_PERCENT,
		.subtitle = S("Per cent still here, by years in the service"), .series = series,
		.series_count = lines < CHART_MOST ? lines : CHART_MOST,
		.description = S("A line for each group of which enough may be told, through the figures of the table and no others.") };
	lay_years(chart, in->perm);
	document_chart(in->doc, chart, NULL);
	if (lines > CHART_MOST)
		document_paragraph(in->doc, str_format(in->perm, "The picture has the first %d groups, the table all.", CHART_MOST));
}

/* ---- a section ------------------------------------------------------------------------------------------- */

void
staying_sheet(struct staying *in, const struct table *table)
{
	if (in->doc->sheet_count < countof(in->doc->sheets))
		in->doc->sheets[in->doc->sheet_count++] = table;
}

void
staying_add_curves(struct staying *in, const struct told *told)
{
	const struct grouping *g = told->grouping;
	struct rows_made rows = rows_of_told(in, told);
	document_heading(in->doc, 2, g->heading, g->name);
	document_paragraph(in->doc, g->words);
	if (rows.count == 0)
		return;
	struct table *table = table_of(g->name, str_format(in->perm, "%.*s: numbers at risk and the share still here",
	                               STR_ARG(g->title)), columns, countof(columns), rows, in->perm);
	if (!in->doc->data)
		in->doc->data = table;
	else
		staying_sheet(in, table);
	add_chart(in, told);
	if (told_any(told))
		document_table(in->doc, table);
	else
		document_paragraph(in->doc, S("No group is large enough to be told of."));
}
