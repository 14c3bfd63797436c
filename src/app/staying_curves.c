/* staying_curves.c: how long groups stay, as far as it may be told. */
#include "app/staying_parts.h"

#include <math.h>

enum { QUARTERS_MOST = 81, CHART_MOST = 5 };
static const double quarter = 0.25;

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

/* ---- a curve ------------------------------------------------------------------------------------------- */

bool
staying_curve(const struct staying *in, struct lives lives, struct life_curve *curve)
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

bool
staying_told_at(const struct life_curve *curve, struct lives lives, double time)
{
	int ended = 0;
	if (!curve->count || time <= curve->from || time > curve->steps[curve->count - 1].time)
		return false;
	for (int i = 0; i < curve->count && curve->steps[i].time <= time; i++)
		ended += curve->steps[i].ended;
	return life_at_risk(lives, time) >= GROUP_LEAST && (ended == 0 || ended >= protect_leavers.threshold);
}

/* ---- the table: numbers at risk beside it ---------------------------------------------------------------- */

static const double told_years[] = { 1, 2, 3, 5, 10 };

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
staying_percent(double share)
{
	return isnan(share) ? cell_figure(figure_absent(NOT_APPLICABLE), 0, UNIT_PERCENT)
	                    : cell_figure(survival_figure(share * 100), 0, UNIT_PERCENT);
}

struct cell
staying_whole(int count, bool hidden)
{
	return cell_figure(hidden ? figure_absent(SUPPRESSED) : figure_whole(count), 0, UNIT_HEADCOUNT);
}

static void
add_row(struct rows_made *rows, const struct staying *in, Str name, int people, const struct life_curve *curve,
        struct lives lives, double years)
{
	struct cell *cells = rows_push(rows, countof(columns), in->perm);
	const struct life_step *s = life_at(curve, years);
	cells[0] = cell_text(name);
	cells[1] = cell_figure(survival_figure(years), 0, UNIT_COUNT);
	cells[2] = staying_whole(life_at_risk(lives, years), false);
	cells[3] = staying_percent(s ? s->lasting : 1);
	cells[4] = staying_percent(s ? s->lower : 1);
	cells[5] = staying_percent(s ? s->upper : 1);
	cells[6] = staying_whole(people, false);
	cells[7] = cell_figure(survival_figure(curve->from), 2, UNIT_COUNT);
}

static void
add_hidden_row(struct rows_made *rows, const struct staying *in, Str name)
{
	struct cell *cells = rows_push(rows, countof(columns), in->perm);
	cells[0] = cell_text(name);
	for (int c = 1; c < countof(columns); c++)
		cells[c] = cell_figure(figure_absent(SUPPRESSED), 0, UNIT_COUNT);
}

/* ---- a section ------------------------------------------------------------------------------------------- */

struct section {
	struct curve_shown shown[GROUPING_MOST];
	int count;
	struct rows_made rows;
	double last;                 /* of all curves */
};

static void
add_group(struct section *s, const struct staying *in, const struct grouping *g, int group, int people, bool hidden)
{
	struct life_curve *curve = new(in->perm, 1, struct life_curve);
	struct wanted_group wanted = { in, g, group };
	struct lives lives = spells_lives(&in->council, is_in_group, &wanted, in->perm);
	if (hidden || !staying_curve(in, lives, curve)) {
		add_hidden_row(&s->rows, in, g->names[group]);
		return;
	}
	s->shown[s->count++] = (struct curve_shown){ g->names[group], curve };
	s->last = fmax(s->last, curve->steps[curve->count - 1].time);
	int told = 0;
	for (int y = 0; y < countof(told_years); y++)
		if (staying_told_at(curve, lives, told_years[y])) {
			add_row(&s->rows, in, g->names[group], people, curve, lives, told_years[y]);
			told++;
		}
	if (!told)
		add_hidden_row(&s->rows, in, g->names[group]);
}

static void
add_chart(const struct section *s, struct staying *in, const struct grouping *g, const struct table *table)
{
	double times[QUARTERS_MOST];
	int count = 0;
	while (count < QUARTERS_MOST && count * quarter <= s->last)
		times[count] = count * quarter, count++;
	struct chart words = { .title = g->title, .places = 0,
		.subtitle = S("Per cent still here, by years in the service"),
		.description = str_format(in->perm, "A line for each group, told at each quarter of a year. It begins when enough "
			"people are at risk, at 100%%, and ends where fewer than %d are.", GROUP_LEAST) };
	if (count < 2) {
		document_table(in->doc, table);
		return;
	}
	int shown = s->count < CHART_MOST ? s->count : CHART_MOST;
	document_chart(in->doc, survival_chart(s->shown, shown, times, count, &words, in->perm), NULL);
	if (shown < s->count)
		document_paragraph(in->doc, str_format(in->perm, "The picture has the first %d groups, the table all.", shown));
	document_table(in->doc, table);
}

void
staying_sheet(struct staying *in, const struct table *table)
{
	if (in->doc->sheet_count < countof(in->doc->sheets))
		in->doc->sheets[in->doc->sheet_count++] = table;
}

void
staying_add_curves(struct staying *in, const struct grouping *g)
{
	struct section *s = new(in->perm, 1, struct section);
	int people[GROUPING_MOST];
	bool hidden[GROUPING_MOST];
	staying_people(in, &in->council, g, people);
	staying_hidden(people, g->count, hidden, *in->perm);
	for (int i = 0; i < g->count; i++)
		if (people[i] > 0)
			add_group(s, in, g, i, people[i], hidden[i]);
	document_heading(in->doc, 2, g->heading, g->name);
	document_paragraph(in->doc, g->words);
	if (s->rows.count == 0)
		return;
	struct table *table = table_of(g->name, str_format(in->perm, "%.*s: numbers at risk and the share still here",
	                               STR_ARG(g->title)), columns, countof(columns), s->rows, in->perm);
	if (!in->doc->data)
		in->doc->data = table;
	else
		staying_sheet(in, table);
	if (s->count)
		add_chart(s, in, g, table);
	else
		document_paragraph(in->doc, S("No group is large enough to be told of."));
}
