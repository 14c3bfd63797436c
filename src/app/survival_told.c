/* survival_told.c: a table's curves, medians, tests and model as a document. */
#include "app/survival_parts.h"

#include <math.h>

#include "app/views.h"
#include "model/law.h"

enum { ENOUGH_AT_RISK = 20, CHART_TIMES = 240 };

struct told {
	const struct survival_asked *asked;
	struct survival_table table;
	struct life_curve *curves;           /* by group */
	struct lives *groups;
	struct document doc;
	bool no_model;               /* one was asked for, and cannot be */
	struct arena *perm;
};

static enum limits
limits_of(Str word)
{
	return str_equal(word, S("plain")) ? LIMITS_PLAIN : str_equal(word, S("log-log")) ? LIMITS_LOG_LOG : LIMITS_LOG;
}

static enum ties
ties_of(Str word)
{
	return str_equal(word, S("breslow")) ? TIES_BRESLOW : str_equal(word, S("exact")) ? TIES_EXACT : TIES_EFRON;
}

static double
begins(const struct told *in)
{
	return in->table.entered ? -INFINITY : 0;
}

/* ---- curves ----------------------------------------------------------------------------------------- */

static void
make_curves(struct told *in)
{
	const struct survival_table *t = &in->table;
	in->curves = new(in->perm, t->group_count, struct life_curve);
	in->groups = new(in->perm, t->group_count, struct lives);
	for (int g = 0; g < t->group_count; g++) {
		struct life *at = new(in->perm, t->count, struct life);
		in->groups[g] = (struct lives){ at, 0 };
		for (int i = 0; i < t->count; i++)
			if (t->group[i] == g)
				at[in->groups[g].count++] = t->lives.at[i];
		life_curve(&in->curves[g], in->groups[g], -INFINITY, limits_of(in->asked->limits), in->perm);
		in->curves[g].from = begins(in);
	}
}

static Str
group_name(const struct told *in, int g)
{
	return in->table.by.len ? in->table.groups[g] : S("All");
}

static const struct column curve_columns[] = {
	{ .name = STR("group"), .title = STR("Group") },
	{ .name = STR("time"), .title = STR("Time"), .number = true },
	{ .name = STR("at_risk"), .title = STR("At risk"), .number = true },
	{ .name = STR("ended"), .title = STR("Ended"), .number = true },
	{ .name = STR("lost"), .title = STR("Lost sight of"), .number = true },
	{ .name = STR("lasting"), .title = STR("Share that lasts"), .number = true },
	{ .name = STR("se"), .title = STR("Standard error"), .number = true },
	{ .name = STR("lower"), .title = STR("Lower limit (95%)"), .number = true },
	{ .name = STR("upper"), .title = STR("Upper limit (95%)"), .number = true },
	{ .name = STR("hazard"), .title = STR("Hazard so far"), .number = true },
	{ .name = STR("hazard_se"), .title = STR("Its standard error"), .number = true },
};

struct counts_at { int at_risk, ended, lost; };

static struct row
curve_row(const struct told *in, int g, double time, const struct life_step *s, struct counts_at counts)
{
	static const struct life_step nothing = { .lasting = 1, .lower = 1, .upper = 1 };
	struct cell *cells = new(in->perm, countof(curve_columns), struct cell);
	s = s ? s : &nothing;
	cells[0] = cell_text(group_name(in, g));
	cells[1] = cell_text(figure_short(figure_near(time), in->perm));
	cells[2] = survival_cell(counts.at_risk, 0);
	cells[3] = survival_cell(counts.ended, 0);
	cells[4] = survival_cell(counts.lost, 0);
	cells[5] = survival_cell(s->lasting, 6);
	cells[6] = survival_cell(s->lasting_se, 6);
	cells[7] = survival_cell(s->lower, 6);
	cells[8] = survival_cell(s->upper, 6);
	cells[9] = survival_cell(s->hazard, 6);
	cells[10] = survival_cell(s->hazard_se, 6);
	return (struct row){ .cells = cells };
}

/* At asked times: the counts since the time before. */
static int
rows_at_times(const struct told *in, int g, struct row *rows)
{
	const struct life_curve *curve = &in->curves[g];
	int next = 0;
	for (int k = 0; k < in->table.time_count; k++) {
		struct counts_at counts = { .at_risk = life_at_risk(in->groups[g], in->table.times[k]) };
		for (; next < curve->count && curve->steps[next].time <= in->table.times[k]; next++) {
			counts.ended += curve->steps[next].ended;
			counts.lost += curve->steps[next].lost;
		}
		rows[k] = curve_row(in, g, in->table.times[k], life_at(curve, in->table.times[k]), counts);
	}
	return in->table.time_count;
}

static int
rows_at_endings(const struct told *in, int g, struct row *rows)
{
	const struct life_curve *curve = &in->curves[g];
	int count = 0, lost = 0;
	for (int i = 0; i < curve->count; i++) {
		const struct life_step *s = &curve->steps[i];
		lost += s->lost;
		if (!s->ended)
			continue;
		rows[count++] = curve_row(in, g, s->time, s, (struct counts_at){ s->at_risk, s->ended, lost });
		lost = 0;
	}
	return count;
}

static const struct table *
curve_table(const struct told *in)
{
	struct table *table = new(in->perm, 1, struct table);
	int room = 1;
	for (int g = 0; g < in->table.group_count; g++)
		room += in->curves[g].count + in->table.time_count;
	struct row *rows = new(in->perm, room, struct row);
	*table = (struct table){ .name = S("curve"), .caption = S("The share that lasts"), .columns = curve_columns,
		                 .column_count = countof(curve_columns), .rows = rows };
	for (int g = 0; g < in->table.group_count; g++)
		table->row_count += in->table.time_count ? rows_at_times(in, g, rows + table->row_count)
		                                         : rows_at_endings(in, g, rows + table->row_count);
	return table;
}

/* ---- medians ------------------------------------------------------------------------------------------ */

static const struct column group_columns[] = {
	{ .name = STR("group"), .title = STR("Group") },
	{ .name = STR("rows"), .title = STR("Rows"), .number = true },
	{ .name = STR("ended"), .title = STR("Ended"), .number = true },
	{ .name = STR("quarter"), .title = STR("A quarter ended by"), .number = true },
	{ .name = STR("median"), .title = STR("Half ended by"), .number = true },
	{ .name = STR("median_lower"), .title = STR("Lower limit (95%)"), .number = true },
	{ .name = STR("median_upper"), .title = STR("Upper limit (95%)"), .number = true },
	{ .name = STR("three_quarters"), .title = STR("Three quarters ended by"), .number = true },
	{ .name = STR("mean"), .title = STR("Mean time to the last"), .number = true },
	{ .name = STR("mean_se"), .title = STR("Its standard error"), .number = true },
};

static struct cell
time_cell(double time, struct arena *perm)
{
	if (isnan(time))
		return cell_text(S("not reached"));
	return cell_text(figure_short(figure_near(time), perm));
}

static const struct table *
group_table(const struct told *in)
{
	struct table *table = new(in->perm, 1, struct table);
	struct row *rows = new(in->perm, in->table.group_count, struct row);
	for (int g = 0; g < in->table.group_count; g++) {
		const struct life_curve *curve = &in->curves[g];
		struct life_quantile half = life_quantile(curve, 0.5);
		double se, last = curve->count ? curve->steps[curve->count - 1].time : 0, mean = life_mean(curve, last, &se);
		struct cell *cells = new(in->perm, countof(group_columns), struct cell);
		cells[0] = cell_text(group_name(in, g));
		cells[1] = survival_cell(curve->lives, 0);
		cells[2] = survival_cell(curve->ended, 0);
		cells[3] = time_cell(life_quantile(curve, 0.25).time, in->perm);
		cells[4] = time_cell(half.time, in->perm);
		cells[5] = time_cell(half.lower, in->perm);
		cells[6] = time_cell(half.upper, in->perm);
		cells[7] = time_cell(life_quantile(curve, 0.75).time, in->perm);
		cells[8] = survival_cell(mean, 3);
		cells[9] = survival_cell(se, 3);
		rows[g].cells = cells;
	}
	*table = (struct table){ .name = S("groups"), .caption = S("Medians"), .columns = group_columns,
		                 .column_count = countof(group_columns), .rows = rows, .row_count = in->table.group_count };
	return table;
}

/* Late entries: from when enough were at risk, and what is so from there on. */
static void
add_settled(struct told *in)
{
	for (int g = 0; g < in->table.group_count && in->table.entered; g++) {
		double from;
		struct life_curve curve;
		const struct life_step *thin = NULL;
		for (int i = 0; i < in->curves[g].count && !thin; i++)
			if (in->curves[g].steps[i].ended)
				thin = &in->curves[g].steps[i];
		if (!thin || thin->at_risk >= ENOUGH_AT_RISK)
			continue;
		struct text words = text_new(in->perm);
		text_format(&words, "%.*s: when the first ended, at %s, only %d %s at risk, and the whole curve rests on that. ",
		            STR_ARG(group_name(in, g)), str_c(figure_short(figure_near(thin->time), in->perm), in->perm),
		            thin->at_risk, thin->at_risk == 1 ? "was" : "were");
		if (life_settled(in->groups[g], ENOUGH_AT_RISK, &from, *in->perm)) {
			life_curve(&curve, in->groups[g], from, limits_of(in->asked->limits), in->perm);
			double half = life_quantile(&curve, 0.5).time;
			text_format(&words, "From %s on at least %d were. ",
			            str_c(figure_short(figure_near(from), in->perm), in->perm), ENOUGH_AT_RISK);
			if (!isnan(half))
				text_format(&words, "Of those who last until then, half have ended by %s.",
				            str_c(figure_short(figure_near(half), in->perm), in->perm));
		} else {
			text_format(&words, "There are never %d at risk.", ENOUGH_AT_RISK);
		}
		struct run *run = new(in->perm, 1, struct run);
		run->text = text_str(&words);
		document_runs(&in->doc, BLOCK_WARNING, run, 1);
	}
}

/* ---- groups against each other ------------------------------------------------------------------------ */

static const struct column rank_columns[] = {
	{ .name = STR("group"), .title = STR("Group") },
	{ .name = STR("observed"), .title = STR("Ended"), .number = true },
	{ .name = STR("expected"), .title = STR("Would have, were all alike"), .number = true },
};

static void
add_log_rank(struct told *in)
{
	const struct survival_table *t = &in->table;
	struct life_test test, early;
	struct table *table = new(in->perm, 1, struct table);
	struct row *rows = new(in->perm, t->group_count, struct row);
	if (t->group_count < 2)
		return;
	life_test(&test, t->lives, t->group, t->group_count, 0, in->perm);
	life_test(&early, t->lives, t->group, t->group_count, 1, in->perm);
	for (int g = 0; g < t->group_count; g++) {
		struct cell *cells = new(in->perm, countof(rank_columns), struct cell);
		cells[0] = cell_text(group_name(in, g));
		cells[1] = survival_cell(test.observed[g], 0);
		cells[2] = survival_cell(test.expected[g], 2);
		rows[g].cells = cells;
	}
	*table = (struct table){ .name = S("log_rank"), .caption = S("Ended, and as many as would have"),
		                 .columns = rank_columns, .column_count = countof(rank_columns), .rows = rows,
		                 .row_count = t->group_count };
	document_heading(&in->doc, 2, S("Whether groups differ"), S("log-rank"));
	if (test.degrees == 0) {
		document_paragraph(&in->doc, S("Nothing ended while more than one group was at risk, so they cannot be compared."));
	} else {
		double p = chi_square_beyond(test.chi_square, test.degrees);
		document_paragraph(&in->doc, str_format(in->perm,
			"%s Log-rank chi-square %.4f with %.*s: by chance alone %.*s. Weighing early endings more "
			"(Peto): %.4f, %.*s.", p < 0.05 ? "They do, beyond chance." : "No more than chance alone could make.",
			test.chi_square, STR_ARG(counted(test.degrees, "degree of freedom", "degrees of freedom", in->perm)), STR_ARG(survival_chance(p, in->perm)), early.chi_square,
			STR_ARG(survival_chance(chi_square_beyond(early.chi_square, early.degrees), in->perm))));
	}
	document_table(&in->doc, table);
	in->doc.sheets[in->doc.sheet_count++] = table;
}

/* ---- causes ------------------------------------------------------------------------------------------- */

/* The share that ended by each cause at some ten times, or those asked for. */
static const struct table *
cause_table(const struct told *in, const struct path_curve *curve)
{
	const struct survival_table *t = &in->table;
	int width = 1 + 2 * t->cause_count, count = t->time_count ? t->time_count : 10, rows_made = 0;
	struct column *columns = new(in->perm, width, struct column);
	struct row *rows = new(in->perm, count, struct row);
	struct table *table = new(in->perm, 1, struct table);
	columns[0] = (struct column){ .name = S("time"), .title = S("Time"), .number = true };
	for (int c = 1; c <= t->cause_count; c++) {
		columns[2 * c - 1] = (struct column){ .name = str_format(in->perm, "cause_%d", c), .number = true,
			.title = str_format(in->perm, "Ended by %.*s", STR_ARG(t->causes[c])) };
		columns[2 * c] = (struct column){ .name = str_format(in->perm, "cause_%d_se", c), .number = true,
			.title = S("Standard error") };
	}
	for (int k = 0; k < count && curve->count; k++) {
		double time = t->time_count ? t->times[k] : curve->steps[curve->count * (k + 1) / count - (curve->count > 0)].time;
		const struct path_step *step = path_at(curve, time);
		struct cell *cells = new(in->perm, width, struct cell);
		cells[0] = cell_text(figure_short(figure_near(time), in->perm));
		for (int c = 1; c <= t->cause_count; c++) {
			cells[2 * c - 1] = survival_cell(step ? step->share[c] : 0, 6);
			cells[2 * c] = survival_cell(step ? step->share_se[c] : 0, 6);
		}
		rows[rows_made++].cells = cells;
	}
	*table = (struct table){ .name = S("causes"), .caption = S("The share that ended by each cause"),
		                 .columns = columns, .column_count = width, .rows = rows, .row_count = rows_made };
	return table;
}

static void
add_causes(struct told *in)
{
	struct path_curve curve;
	if (in->table.cause_count < 2)
		return;
	path_curve(&curve, life_paths(in->table.lives, in->table.cause_count, in->perm), 0, begins(in), in->perm);
	const struct table *table = cause_table(in, &curve);
	document_heading(&in->doc, 2, S("By cause"), S("causes"));
	document_paragraph(&in->doc, S("Causes compete: what ended by one can no longer end by another (Aalen and Johansen). "
	                               "Above, and in the model, every cause is an ending."));
	document_table(&in->doc, table);
	if (curve.count && isnan(curve.steps[0].share_se[0]))
		document_paragraph(&in->doc, S("Standard errors are left out: so many rows at so many times take too long."));
	in->doc.sheets[in->doc.sheet_count++] = table;
}

/* ---- the model ---------------------------------------------------------------------------------------- */

static void
add_model(struct told *in)
{
	const struct survival_table *t = &in->table;
	struct cox cox;
	struct error err;
	int first[SURVIVAL_TERMS_MOST + 1] = { 0 };
	if (in->asked->cox.len == 0)
		return;
	document_heading(&in->doc, 2, S("What goes with ending"), S("cox"));
	if (t->left_out)
		document_paragraph(&in->doc, str_format(in->perm, "Not in the model, for an empty cell among these columns: %.*s.",
		                                        STR_ARG(counted(t->left_out, "row", "rows", in->perm))));
	if (!cox_fit(&cox, t->rows, ties_of(in->asked->ties), in->perm, &err)) {
		document_paragraph(&in->doc, str_format(in->perm, "There is no model: %s.", err.text));
		in->no_model = true;
		return;
	}
	for (int k = 0; k < t->term_count; k++)
		first[k + 1] = first[k] + t->terms[k].count;
	struct cox_drift *drifts = new(in->perm, t->term_count + 1, struct cox_drift);
	cox_drifts(&cox, t->rows, first, t->term_count, drifts, *in->perm);
	survival_add_cox(&in->doc, &cox, t->terms, t->term_count, drifts,
	                 (struct cox_words){ "row", "rows", S("ended"), S("ending"), 0 });
	in->doc.sheets[in->doc.sheet_count++] = survival_cox_table(&cox, t->terms, t->term_count, in->perm);
}

/* ---- the document ------------------------------------------------------------------------------------- */

static void
add_chart(struct told *in, const struct table *table)
{
	const struct survival_table *t = &in->table;
	struct curve_shown *shown = new(in->perm, t->group_count, struct curve_shown);
	double last = 0, first = 0, *times = new(in->perm, CHART_TIMES + 1, double);
	for (int g = 0; g < t->group_count; g++) {
		const struct life_curve *c = &in->curves[g];
		shown[g] = (struct curve_shown){ group_name(in, g), c };
		last = c->count ? fmax(last, c->steps[c->count - 1].time) : last;
	}
	for (int i = 0; i < t->count; i++)
		first = t->entered && t->lives.at[i].entry < first ? t->lives.at[i].entry : first;
	for (int i = 0; i <= CHART_TIMES; i++)
		times[i] = first + (last - first) * i / CHART_TIMES;
	struct chart words = { .title = S("The share that lasts"), .subtitle = S("Per cent, by time"),
		.description = S("A line for each group that falls at each ending; the same figures stand in the table."),
		.places = 1 };
	document_chart(&in->doc, survival_chart(shown, t->group_count, times, CHART_TIMES + 1, &words, in->perm), table);
}

static Str
title_of(const struct told *in)
{
	int lives = 0, ended = 0;
	for (int g = 0; g < in->table.group_count; g++) {
		lives += in->curves[g].lives;
		ended += in->curves[g].ended;
	}
	return str_format(in->perm, "%.*s, of which %d ended", STR_ARG(counted(lives, "row", "rows", in->perm)), ended);
}

static struct answer
refused(const struct survival_asked *asked, const struct findings *found, struct arena *perm)
{
	struct document doc = document_new(perm, str_format(perm, "%.*s cannot be told of: %.*s to mend", STR_ARG(asked->file),
		STR_ARG(counted(found->mistakes, "thing", "things", perm))));
	doc.lines = found;
	document_findings(&doc, found);
	doc.data = findings_table(found, perm);
	return answer_of(REFUSED, doc);
}

struct answer
survival_of_file(const struct survival_asked *asked, struct arena *perm)
{
	struct told *in = new(perm, 1, struct told);
	struct findings *found = new(perm, 1, struct findings);
	*found = findings_new(perm);
	in->asked = asked;
	in->perm = perm;
	if (!survival_read(&in->table, asked, found, perm))
		return refused(asked, found, perm);
	make_curves(in);
	in->doc = document_new(perm, title_of(in));
	in->doc.caption = asked->file;
	const struct table *groups = group_table(in), *curve = curve_table(in);
	if (found->count)
		document_findings(&in->doc, found);
	add_settled(in);
	document_table(&in->doc, groups);
	add_chart(in, curve);
	in->doc.data = curve;
	in->doc.sheets[in->doc.sheet_count++] = groups;
	add_log_rank(in);
	add_causes(in);
	add_model(in);
	return answer_of(in->no_model ? REFUSED : DONE, in->doc);
}
