/* survival_cox.c: what goes with ending, in a table and in plain words. */
#include "app/survival_parts.h"

#include <math.h>

#include "app/views.h"
#include "model/law.h"

static const double z95 = 1.959963984540054;

/* ---- a table of terms ------------------------------------------------------------------------------ */

static const struct column columns[] = {
	{ .name = STR("term"), .title = STR("Of") },
	{ .name = STR("beside"), .title = STR("Beside") },
	{ .name = STR("coefficient"), .title = STR("Coefficient"), .number = true },
	{ .name = STR("se"), .title = STR("Standard error"), .number = true },
	{ .name = STR("ratio"), .title = STR("Ratio"), .number = true },
	{ .name = STR("lower"), .title = STR("Lower limit (95%)"), .number = true },
	{ .name = STR("upper"), .title = STR("Upper limit (95%)"), .number = true },
	{ .name = STR("p"), .title = STR("By chance alone"), .number = true },
};

/* Rows of one person belong together: then the error that knows it. */
static double
error_of(const struct cox *cox, int column)
{
	return cox->robust ? cox->robust[column] : cox->se[column];
}

static bool
is_told(const struct cox *cox, int column)
{
	double most = exp(cox->coefficient[column] + z95 * error_of(cox, column));
	return cox->settled && !cox->dropped[column] && !cox->endless[column] && isfinite(most);
}

/* Tests that rest on a coefficient and its error are none where one of them has no end. */
static bool
has_ends(const struct cox *cox)
{
	bool ends = cox->settled;
	for (int c = 0; c < cox->columns; c++)
		ends = ends && (cox->dropped[c] || is_told(cox, c));
	return ends;
}

static Str
column_name(const struct survival_term *term, int k, struct arena *perm)
{
	if (term->base.len == 0)
		return term->name;
	return str_format(perm, "%.*s: %.*s", STR_ARG(term->name), STR_ARG(term->levels[k]));
}

static Str
beside_words(const struct survival_term *term)
{
	return term->base.len ? term->base : S("one less");
}

static void
fill_row(struct cell *cells, const struct cox *cox, const struct survival_term *term, int k, struct arena *perm)
{
	int c = term->first + k;
	double b = cox->coefficient[c], se = error_of(cox, c);
	cells[0] = cell_text(column_name(term, k, perm));
	cells[1] = cell_text(beside_words(term));
	if (!is_told(cox, c)) {
		for (int i = 2; i < 8; i++)
			cells[i] = cell_figure(figure_absent(NOT_APPLICABLE), 6, UNIT_COUNT);
		return;
	}
	cells[2] = survival_cell(b, 6);
	cells[3] = survival_cell(se, 6);
	cells[4] = survival_cell(exp(b), 4);
	cells[5] = survival_cell(exp(b - z95 * se), 4);
	cells[6] = survival_cell(exp(b + z95 * se), 4);
	cells[7] = cell_text(survival_chance(normal_beyond(b / se), perm));
}

const struct table *
survival_cox_table(const struct cox *cox, const struct survival_term *terms, int term_count, struct arena *perm)
{
	struct table *table = new(perm, 1, struct table);
	struct row *rows = new(perm, cox->columns + 1, struct row);
	int count = 0;
	for (int t = 0; t < term_count; t++)
		for (int k = 0; k < terms[t].count; k++) {
			struct cell *cells = new(perm, countof(columns), struct cell);
			fill_row(cells, cox, &terms[t], k, perm);
			rows[count++].cells = cells;
		}
	*table = (struct table){ .name = S("cox"), .caption = S("Cox model"), .columns = columns,
		                 .column_count = countof(columns), .rows = rows, .row_count = count };
	return table;
}

/* ---- in plain words -------------------------------------------------------------------------------- */

static Str
not_told_words(const struct cox *cox, const struct survival_term *term, int k, struct arena *perm)
{
	Str name = column_name(term, k, perm);
	if (cox->dropped[term->first + k])
		return str_format(perm, "%.*s says nothing that the others do not say already: it is left out.", STR_ARG(name));
	if (cox->endless[term->first + k])
		return str_format(perm, "%.*s sets the rows that ended apart from the others at risk, without exception, so "
		                  "its ratio has no end and no number is given.", STR_ARG(name));
	return str_format(perm, "%.*s could not be estimated.", STR_ARG(name));
}

static Str
told_words(const struct cox *cox, const struct survival_term *term, int k, Str ending, struct arena *perm)
{
	int c = term->first + k;
	double b = cox->coefficient[c], se = error_of(cox, c);
	bool beyond = fabs(b) > z95 * se;
	Str name = column_name(term, k, perm);
	Str what = term->base.len
		? str_format(perm, "%.*s, beside %.*s", STR_ARG(name), STR_ARG(term->base))
		: str_format(perm, "One more of %.*s", STR_ARG(name));
	return str_format(perm, "%.*s: %.2f times the rate of %.*s (%.2f to %.2f)%s.", STR_ARG(what), exp(b),
	                  STR_ARG(ending), exp(b - z95 * se), exp(b + z95 * se),
	                  beyond ? "" : ", which chance alone could make");
}

static void
add_words(struct document *doc, const struct cox *cox, const struct survival_term *terms, int term_count, Str ending)
{
	struct arena *perm = doc->arena;
	Str *items = new(perm, cox->columns + term_count + 1, Str);
	int count = 0;
	for (int t = 0; t < term_count; t++) {
		if (terms[t].count == 0)
			items[count++] = str_format(perm, "%.*s is the same in every row: it is left out.", STR_ARG(terms[t].name));
		for (int k = 0; k < terms[t].count; k++)
			items[count++] = is_told(cox, terms[t].first + k) ? told_words(cox, &terms[t], k, ending, perm)
			                                                  : not_told_words(cox, &terms[t], k, perm);
	}
	document_list(doc, items, count);
}

/* ---- how far it is to be believed ------------------------------------------------------------------- */

static const struct column test_columns[] = {
	{ .name = STR("test"), .title = STR("Test") },
	{ .name = STR("chi_square"), .title = STR("Chi-square"), .number = true },
	{ .name = STR("degrees"), .title = STR("Degrees of freedom"), .number = true },
	{ .name = STR("p"), .title = STR("By chance alone"), .number = true },
};

/* Without degrees of freedom, or not `told`, there is no test. */
static struct row
test_row(Str name, double chi_square, int degrees, bool told, struct arena *perm)
{
	struct cell *cells = new(perm, countof(test_columns), struct cell);
	cells[0] = cell_text(name);
	told = told && degrees > 0;
	cells[1] = survival_cell(told ? chi_square : NAN, 4);
	cells[2] = survival_cell(degrees, 0);
	cells[3] = !told ? survival_cell(NAN, 4) : cell_text(survival_chance(chi_square_beyond(chi_square, degrees), perm));
	return (struct row){ .cells = cells };
}

static const struct table *
test_table(const struct cox *cox, const struct survival_term *terms, int term_count, const struct cox_drift *drifts,
           struct arena *perm)
{
	struct table *table = new(perm, 1, struct table);
	struct row *rows = new(perm, term_count + 4, struct row);
	int count = 0;
	bool ends = has_ends(cox);
	rows[count++] = test_row(S("The model: likelihood ratio"), cox->ratio, cox->degrees, cox->settled, perm);
	rows[count++] = test_row(S("The model: Wald"), cox->wald, cox->degrees, ends, perm);
	rows[count++] = test_row(S("The model: score"), cox->score, cox->degrees, true, perm);
	for (int t = 0; t < term_count; t++)
		rows[count++] = test_row(str_format(perm, "Changes with time: %.*s", STR_ARG(terms[t].name)),
		                         drifts[t].chi_square, drifts[t].degrees, ends, perm);
	rows[count++] = test_row(S("Changes with time: all"), drifts[term_count].chi_square,
	                         drifts[term_count].degrees, ends, perm);
	*table = (struct table){ .name = S("cox_tests"), .caption = S("Tests of the model"), .columns = test_columns,
		                 .column_count = countof(test_columns), .rows = rows, .row_count = count };
	return table;
}

static Str
drift_words(const struct survival_term *terms, int term_count, const struct cox_drift *drifts, struct arena *perm)
{
	Str *names = new(perm, term_count + 1, Str);
	int count = 0;
	for (int t = 0; t < term_count; t++)
		if (chi_square_beyond(drifts[t].chi_square, drifts[t].degrees) < 0.05)
			names[count++] = terms[t].name;
	if (count == 0)
		return S("Nothing shows that the ratios change as time goes on.");
	return str_format(perm, "The ratio of %.*s changes as time goes on: one number for it is a middle of what it was "
	                        "early and late.", STR_ARG(list_words(names, count, perm)));
}

/* What prints as nought prints without a sign. */
static double
no_less_nought(double value)
{
	return fabs(value) < 0.5e-6 ? 0 : value;
}

static int
to_nearest(int count, int nearest)
{
	return nearest ? (count + nearest / 2) / nearest * nearest : count;
}

static void
add_counts(struct document *doc, const struct cox *cox, struct cox_words words)
{
	struct arena *perm = doc->arena;
	Str rows = counted(to_nearest(cox->rows, words.nearest), words.row, words.rows, perm);
	const char *about = words.nearest ? "About " : "", *about_too = words.nearest ? "about " : "";
	document_paragraph(doc, str_format(perm, "%s%.*s, of which %s%d %.*s. Each ratio is beside the others in the model.", about,
	                                   STR_ARG(rows), about_too, to_nearest(cox->ended, words.nearest), STR_ARG(words.ended)));
}

static void
add_fit(struct document *doc, const struct cox *cox, struct cox_words words)
{
	struct arena *perm = doc->arena;
	Str fit = str_format(perm, "Of pairs of which one is known to have ended first, the model says which in %.1f%%; 50%% is chance.",
	                     100 * cox->concordance);
	if (words.nearest == 0)
		fit = str_format(perm, "%.*s Log likelihood %.6f, without the columns %.6f.", STR_ARG(fit), no_less_nought(cox->loglik),
		                 no_less_nought(cox->loglik_null));
	document_paragraph(doc, fit);
}

void
survival_add_cox(struct document *doc, const struct cox *cox, const struct survival_term *terms, int term_count,
                 const struct cox_drift *drifts, struct cox_words words)
{
	struct arena *perm = doc->arena;
	add_counts(doc, cox, words);
	if (!cox->settled)
		document_paragraph(doc, S("The model did not come to rest, so no number of it is given. Take fewer columns."));
	add_words(doc, cox, terms, term_count, words.ending);
	document_table(doc, survival_cox_table(cox, terms, term_count, perm));
	document_table(doc, test_table(cox, terms, term_count, drifts, perm));
	if (has_ends(cox) && drifts[term_count].degrees > 0)
		document_paragraph(doc, drift_words(terms, term_count, drifts, perm));
	add_fit(doc, cox, words);
	document_paragraph(doc, S("A ratio says what goes with what, not what causes it: groups differ in other things too."));
}
