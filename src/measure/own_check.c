/* own_check.c: the second look at a council's CSV: rows against each other, against what their
 * measure turned out to be, and against what DfE has published.
 */
#include "measure/own_reader.h"

#include <stdlib.h>

/* ---- rows that stand twice ------------------------------------------------------------------- */

static int
row_order(const void *left, const void *right)
{
	const struct own_row *a = *(struct own_row *const *)left, *b = *(struct own_row *const *)right;
	struct own_point first = { .area = a->area, .measure = a->definition, .day = a->day };
	struct own_point second = { .area = b->area, .measure = b->definition, .day = b->day };
	int order = own_point_order(&first, &second);
	return order ? order : a->line - b->line;
}

static bool
same_figure(const struct own_row *a, const struct own_row *b)
{
	return a->area == b->area && a->definition == b->definition && a->day.day == b->day.day;
}

static void
mark_repeats(struct own_reader *r, struct arena scratch)
{
	struct own_row **sorted = new(&scratch, r->row_count, struct own_row *);
	int count = 0;
	for (int i = 0; i < r->row_count; i++)
		if (r->rows[i].sound)
			sorted[count++] = &r->rows[i];
	if (count)
		qsort(sorted, (size_t)count, sizeof *sorted, row_order);
	for (int i = 1; i < count; i++)
		if (same_figure(sorted[i], sorted[i - 1]))
			sorted[i]->same_as = sorted[i - 1]->same_as ? sorted[i - 1]->same_as : sorted[i - 1]->line;
}

static void
check_repeat(struct own_reader *r, const struct own_row *row)
{
	if (row->same_as)
		own_finding(r, row, OWN_AREA, MISTAKE, S("duplicate"),
		            str_format(r->perm, "has the same area, measure and date as line %d", row->same_as),
		            S("keep one of the two rows"));
}

/* ---- wholes and parts ------------------------------------------------------------------------ */

static const struct own_definition *
definition_named(const struct own_reader *r, Str name)
{
	for (int d = 0; d < r->definition_count; d++)
		if (str_equal(r->definitions[d].measure.name, name))
			return &r->definitions[d];
	return NULL;
}

/* Whether following wholes upwards comes back to where it began. */
static bool
goes_in_a_circle(const struct own_reader *r, const struct own_definition *from)
{
	const struct own_definition *at = from;
	for (int steps = 0; at && at->measure.part_of.len && steps <= r->definition_count; steps++) {
		at = definition_named(r, at->measure.part_of);
		if (at == from)
			return true;
	}
	return false;
}

static void
check_whole(struct own_reader *r, const struct own_row *row)
{
	const struct own_definition *d = &r->definitions[row->definition];
	const struct own_definition *whole = definition_named(r, d->measure.part_of);
	if (row->line != d->said_on[WORD_PART_OF] || d->measure.part_of.len == 0)
		return;
	if (goes_in_a_circle(r, d))
		own_finding(r, row, OWN_PART_OF, MISTAKE, S("part_of"), S("makes a measure a part of itself"),
		            S("leave it empty for the whole"));
	else if (whole && whole->measure.unit != d->measure.unit)
		own_finding(r, row, OWN_PART_OF, MISTAKE, S("part_of"),
		            str_format(r->perm, "is in another unit (%.*s) than its part (%.*s)",
		                       STR_ARG(unit_name(whole->measure.unit)),
		                       STR_ARG(unit_name(d->measure.unit))),
		            S("give both in one unit"));
	else if (!whole)
		own_finding(r, row, OWN_PART_OF, QUERY, S("part_of"), S("is not a measure in this file"),
		            S("check its name; what is left of it cannot be worked out from this file"));
}

/* ---- the figure ------------------------------------------------------------------------------ */

static bool
is_rate(const struct own_measure *m)
{
	if (m->dfe != NO_MEASURE)
		return measures[m->dfe].rate;
	return m->unit == UNIT_PERCENT || m->unit == UNIT_CASES_PER_FTE || m->unit == UNIT_DAYS_PER_HEAD;
}

static int
times_of(const struct own_measure *m)
{
	return m->unit == UNIT_PERCENT ? 100 : 1;
}

/* A worked-out rate shows one place, as DfE's do, or two when two are all there is (56.25). */
static int
places_worked_out(Figure rate)
{
	return figure_present(rate) && rate.micro % 10000 == 0 && rate.micro % 100000 != 0 ? 2 : 1;
}

/* Half a unit of the last printed place: how far a printed number may be from the true one. */
static int64_t
half_unit(int places)
{
	return figure_step(places) / 2;
}

static Figure
not_negative(int64_t micro)
{
	return figure_micro(micro > 0 ? micro : 0);
}

/* A printed value beside its own numerator and denominator: could rounding explain a difference?
 * Each count may be half a unit of its last place off, either way. */
static void
check_sum(struct own_reader *r, const struct own_row *row, const struct own_measure *m)
{
	struct own_number n = row->numerator, d = row->denominator, v = row->value;
	if (!figure_present(n.figure) || !figure_present(d.figure) || !figure_present(v.figure)
	    || d.figure.micro <= half_unit(d.places))
		return;
	int64_t about_n = half_unit(n.places), about_d = half_unit(d.places);
	Figure least = figure_ratio(not_negative(n.figure.micro - about_n),
	                            figure_micro(d.figure.micro + about_d), times_of(m));
	Figure most = figure_ratio(figure_micro(n.figure.micro + about_n),
	                           figure_micro(d.figure.micro - about_d), times_of(m));
	int64_t value = v.figure.micro;
	if (value >= figure_round(least, v.places).micro && value <= figure_round(most, v.places).micro)
		return;
	Str worked = figure_text(figure_ratio(n.figure, d.figure, times_of(m)), v.places, r->perm);
	own_finding(r, row, OWN_VALUE, QUERY, S("sum"),
	            str_format(r->perm, "is not what its numerator and denominator give, %.*s",
	                       STR_ARG(worked)),
	            S("check the three"));
}

/* A rate that the two counts cannot sensibly mean, and that would not fit 64 bits. */
static bool
beyond_reason(Figure numerator, Figure denominator, int times)
{
	return figure_present(numerator) && figure_present(denominator) && denominator.micro > 0
		&& figure_double(numerator) * times / figure_double(denominator) > OWN_NUMBER_MOST;
}

static void
work_out_rate(struct own_reader *r, const struct own_row *row, const struct own_measure *m,
              struct own_point *point)
{
	Figure numerator = row->numerator.figure, denominator = row->denominator.figure;
	if (!row->denominator.given) {
		point->uncomputable = true;
		point->value = figure_absent(NOT_AVAILABLE);
		own_finding(r, row, OWN_NUMERATOR, QUERY, S("denominator"),
		            S("has no denominator, so the rate cannot be computed"),
		            S("give what it is out of: how many were asked, or how many there are"));
	} else if (beyond_reason(numerator, denominator, times_of(m))) {
		own_finding(r, row, OWN_DENOMINATOR, MISTAKE, S("denominator"),
		            S("is too small to divide by"), S("check the numerator and the denominator"));
	} else {
		point->value = figure_ratio(numerator, denominator, times_of(m));
		point->places = places_worked_out(point->value);
	}
}

static void
work_out(struct own_reader *r, const struct own_row *row, struct own_point *point)
{
	const struct own_measure *m = &r->definitions[row->definition].measure;
	*point = (struct own_point){
		.area = row->area, .measure = row->definition, .day = row->day,
		.whole_year = row->whole_year, .source = row->cell[OWN_SOURCE],
		.numerator = row->numerator.figure, .denominator = row->denominator.figure,
		.value = row->value.figure, .places = row->value.places };
	if (row->denominator.given && !is_rate(m))
		own_finding(r, row, OWN_DENOMINATOR, MISTAKE, S("denominator"),
		            str_format(r->perm, "is given, and a figure in %.*s is not divided by anything",
		                       STR_ARG(unit_name(m->unit))),
		            S("leave it empty, or write a rate's unit (percent, cases_per_fte, days_per_head)"));
	else if (row->value.given)
		check_sum(r, row, m);
	else if (is_rate(m))
		work_out_rate(r, row, m, point);
	else {
		point->value = row->numerator.figure;
		point->places = row->numerator.places;
	}
}

/* ---- DfE's names and DfE's denominators ------------------------------------------------------ */

/* What DfE published of the counts behind a rate. */
struct behind { Figure numerator, rest, whole; int places; };

/* For a rate whose denominator holds its numerator: the numerator, what is added to it, and both
 * together. False for other rates. */
static bool
counts_behind(const struct published *p, int area, const struct measure *m, int year,
              struct behind *b)
{
	bool holds = false;
	b->rest = figure_whole(0);
	for (int i = 0; i < m->denominators; i++)
		if (m->denominator[i] == m->numerator)
			holds = true;
		else
			b->rest = figure_add(b->rest, published_value(p, area, m->denominator[i], year));
	if (!m->rate || !holds)
		return false;
	b->numerator = published_value(p, area, m->numerator, year);
	b->whole = figure_add(b->rest, b->numerator);
	b->places = measures[m->numerator].places;
	return true;
}

/* Whether two printed numbers may be one: each is half a unit of its last place unsure. */
static bool
may_be(Figure a, Figure b, int64_t unsure)
{
	int64_t apart = a.micro > b.micro ? a.micro - b.micro : b.micro - a.micro;
	return figure_present(a) && figure_present(b) && apart <= unsure;
}

static void
refuse_denominator(struct own_reader *r, const struct own_row *row, const struct measure *m,
                   const struct behind *b)
{
	Str right = figure_present(b->whole) ? figure_plain(b->whole, b->places, r->perm) : S("");
	Str mend = str_format(r->perm, "divide by %.*s%s%.*s%s, or give the measure a name of your own",
		STR_ARG(m->denominator_words), right.len ? ": " : "", STR_ARG(right),
		right.len ? " as published" : "");
	own_finding(r, row, OWN_DENOMINATOR, MISTAKE, S("denominator"),
	            str_format(r->perm, "leaves out the numerator, which DfE's %.*s counts in",
	                       STR_ARG(m->name)),
	            mend);
}

/* A rate under DfE's name whose denominator leaves the numerator out: known by the published
 * counts, or because a part is never more than its whole. */
static bool
leaves_numerator_out(const struct own_row *row, const struct behind *b)
{
	Figure n = row->numerator.figure, d = row->denominator.figure;
	if (!figure_present(d))
		return false;
	int64_t unsure = half_unit(row->denominator.places) + half_unit(b->places);
	if (figure_present(n) && n.micro > d.micro)
		return true;
	if (may_be(d, b->whole, unsure))
		return false;
	int64_t unsure_sum = unsure + half_unit(row->numerator.places);
	return may_be(d, b->rest, unsure) || may_be(figure_add(n, d), b->whole, unsure_sum);
}

/* A bare value cannot be taken apart; one that equals the wrong sum of published counts is asked
 * about. */
static void
query_value(struct own_reader *r, const struct own_row *row, const struct measure *m,
            const struct behind *b, Figure theirs)
{
	int places = row->value.places;
	Figure wrong = figure_ratio(b->numerator, b->rest, m->times);
	if (!figure_present(wrong) || !figure_present(row->value.figure)
	    || !figure_equal(figure_round(wrong, places), row->value.figure)
	    || figure_equal(figure_round(theirs, places), row->value.figure))
		return;
	own_finding(r, row, OWN_VALUE, QUERY, S("denominator"),
	            S("is what comes of leaving the numerator out of the denominator"),
	            str_format(r->perm, "DfE divides by %.*s, and publishes %.*s",
	                       STR_ARG(m->denominator_words),
	                       STR_ARG(figure_text(theirs, m->places, r->perm))));
}

/* Absence is divided by people times working days; by people alone it is days a head. */
static void
check_working_days(struct own_reader *r, const struct own_row *row, const struct measure *m,
                   int year)
{
	enum measure_id of = m->denominator[0];
	Figure people = published_value(r->p, row->area, of, year);
	int64_t unsure = half_unit(row->denominator.places) + half_unit(measures[of].places);
	if (!m->per_working_day || !may_be(row->denominator.figure, people, unsure))
		return;
	own_finding(r, row, OWN_DENOMINATOR, MISTAKE, S("denominator"),
	            str_format(r->perm, "is not multiplied by the year's %d working days, as DfE's "
	                       "%.*s is", working_days(year), STR_ARG(m->name)),
	            S("multiply it, or give the measure a name of your own in days_per_head"));
}

static void
check_against_dfe(struct own_reader *r, const struct own_row *row)
{
	enum measure_id id = r->definitions[row->definition].measure.dfe;
	int year = census_year(row->day);
	struct behind b;
	if (id == NO_MEASURE)
		return;
	if (row->value.given && row->value.figure.micro < 0)
		own_finding(r, row, OWN_VALUE, MISTAKE, S("number"), S("is below zero"),
		            S("DfE's measures are 0 or more"));
	check_working_days(r, row, &measures[id], year);
	if (!counts_behind(r->p, row->area, &measures[id], year, &b))
		return;
	if (row->day.day != census_period(year).last.day)
		b.numerator = b.rest = b.whole = figure_absent(NOT_PUBLISHED);
	if (leaves_numerator_out(row, &b))
		refuse_denominator(r, row, &measures[id], &b);
	else if (!row->denominator.given)
		query_value(r, row, &measures[id], &b, published_value(r->p, row->area, id, year));
}

void
own_check(struct own_reader *r, struct own_point *points)
{
	mark_repeats(r, *r->perm);
	for (int i = 0; i < r->row_count; i++) {
		const struct own_row *row = &r->rows[i];
		if (!row->sound)
			continue;
		check_repeat(r, row);
		check_whole(r, row);
		work_out(r, row, &points[i]);
		check_against_dfe(r, row);
	}
}
