/* forecast_scores.c: what was said, beside what came. */
#include "app/forecast_kept.h"

#include <math.h>

#include "model/score.h"

/* Which published figure a line is held against: both are full-time equivalents at 30 September, or of the year to it. */
static const struct { enum tally_line line; enum measure_id measure; } held_against[] = {
	{ TALLY_FILLED, INPOST_FTE }, { TALLY_VACANT, VACANCY_FTE }, { TALLY_AGENCY, AGENCY_FTE },
	{ TALLY_YEAR_LEFT, LEAVERS_FTE },
};

/* Every replication's value, in order, in the unit of the figure. */
static int
values_of(const struct result_spread *spread, double *values)
{
	int count = 0;
	for (int i = 0; i < spread->count; i++)
		for (int k = 0; k < spread->counts[i]; k++)
			values[count++] = spread->values[i];
	return count;
}

static int
spread_size(const struct result_spread *spread)
{
	int64_t all = 0;
	for (int i = 0; i < spread->count; i++)
		all += spread->counts[i];
	return all <= RUNS_MOST ? (int)all : 0;
}

static bool
within(Figure low, Figure actual, Figure high)
{
	return low.micro <= actual.micro && actual.micro <= high.micro;
}

struct kept_score
kept_score_of(const struct brought *one, const struct forecast_line *row, int month, Figure actual, struct arena scratch)
{
	const struct way *base = &one->forecast.base;
	const struct result_spread *spread = result_spread_of(&one->result, row->line, month);
	struct kept_score score = { .row = row, .month = month, .actual = actual };
	score.middle = forecast_quantile(base, row->line, month, 500);
	score.error = score.crps = actual;
	if (!figure_present(actual))
		return score;
	score.error = figure_minus(score.middle, actual);
	static const int edges[3][2] = { { 250, 750 }, { 100, 900 }, { 50, 950 } };
	for (int i = 0; i < countof(edges); i++)
		score.inside[i] = within(forecast_quantile(base, row->line, month, edges[i][0]), actual,
		                         forecast_quantile(base, row->line, month, edges[i][1]));
	int size = spread ? spread_size(spread) : 0;
	score.crps = figure_absent(NOT_AVAILABLE);
	if (size == 0)
		return score;
	double *values = new(&scratch, size, double);
	values_of(spread, values);
	score.crps = figure_near(score_ensemble(values, size, figure_double(actual)));
	return score;
}

/* Septembers after the forecast's last figures, of which something has been published since. */
static int
scores_published(const struct world *world, const struct brought *one, struct kept_score *scores, struct arena *perm)
{
	const struct published *p = &world->published;
	const struct forecast *f = &one->forecast;
	int count = 0;
	for (int month = 12; month <= f->order.months; month += 12)
		for (int i = 0; i < countof(held_against) && count < SCORES_MOST; i++) {
			int year = f->order.origin + month / 12;
			const struct forecast_line *row = forecast_line_of(held_against[i].line);
			Figure actual = published_value(p, f->order.area, held_against[i].measure, year);
			if (!figure_present(actual) || !figure_present(forecast_quantile(&f->base, row->line, month, 500)))
				continue;
			scores[count] = kept_score_of(one, row, month, actual, *perm);
			scores[count].when = forecast_month(f->base.prospect, month, perm);
			scores[count++].source = str_format(perm, "%.*s, %d", STR_ARG(measures[held_against[i].measure].title), year);
		}
	return count;
}

int
kept_scores(const struct world *world, const struct ask *ask, const struct brought *one, struct kept_score *scores,
            struct arena *perm)
{
	if (one->forecast.order.from == FROM_OWN)
		return kept_scores_own(world, ask, one, scores, perm);
	return scores_published(world, one, scores, perm);
}

struct scored
kept_scored(const struct kept_score *scores, int count)
{
	struct scored scored = { 0 };
	for (int i = 0; i < count; i++) {
		scored.told += figure_present(scores[i].actual);
		scored.hits += scores[i].inside[2];
	}
	return scored;
}

/* ---- told ---------------------------------------------------------------------------------------- */

static const struct column score_columns[] = {
	{ STR("line"), STR("What"), false, false }, { STR("at"), STR("When"), false, false },
	{ STR("said"), STR("Said (middle)"), true, false }, { STR("came"), STR("Came"), true, false },
	{ STR("error"), STR("Said less came"), true, false }, { STR("crps"), STR("Score (CRPS; 0 is perfect)"), true, false },
	{ STR("inside"), STR("Came within"), false, false }, { STR("source"), STR("Held against"), false, false },
};

static Str
inside_words(const struct kept_score *score)
{
	return !figure_present(score->actual) ? S("withheld") : score->inside[0] ? S("the middle half")
		: score->inside[1] ? S("8 in 10") : score->inside[2] ? S("9 in 10") : S("outside 9 in 10");
}

static void
score_row(struct cell *cells, const struct kept_score *s, bool own)
{
	int places = own ? 0 : 1;            /* heads, or full-time equivalents */
	cells[0] = cell_text(s->row->title);
	cells[1] = cell_text(s->when);
	cells[2] = cell_figure(s->middle, s->row->places, s->row->unit);
	cells[3] = cell_figure(s->actual, places, s->row->unit);
	cells[4] = cell_change(s->error, places, s->row->unit);
	cells[5] = cell_figure(s->crps, 2, s->row->unit);
	cells[6] = cell_text(inside_words(s));
	cells[7] = cell_text(s->source);
}

static void
say_scored(struct document *doc, const struct kept_score *scores, int count, bool own)
{
	struct scored scored = kept_scored(scores, count);
	document_paragraph(doc, str_format(doc->arena, "%d of %d things that came were within the range that was to hold 9 in 10.%s",
		scored.hits, scored.told, !own ? "" : " Posts and people are counted as the forecast counts them. Leavers and joiners "
		"are withheld together wherever either would tell of one to four people."));
}

void
tell_scores(struct document *doc, const struct world *world, const struct ask *ask, const struct brought *one)
{
	struct arena *perm = doc->arena;
	struct kept_score *scores = new(perm, SCORES_MOST, struct kept_score);
	bool own = one->forecast.order.from == FROM_OWN;
	int count = kept_scores(world, ask, one, scores, perm);
	document_heading(doc, 2, S("How it did"), S("scores"));
	if (count == 0) {
		document_paragraph(doc, own ? S("Nothing has come yet that it can be held against. When the months of its table are over, "
			"this page says how far off it was, by the council\u2019s own records.")
			: S("Nothing has come yet that it can be held against. When a later release is here, this page says how far off it was."));
		return;
	}
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++)
		score_row(rows_push(&rows, countof(score_columns), perm), &scores[i], own);
	say_scored(doc, scores, count, own);
	const struct table *table = table_of(S("scores"), S("What was said and what came"), score_columns,
	                                     countof(score_columns), rows, perm);
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}
