/* staying_model.c: what goes with leaving, of groups. */
#include "app/staying_parts.h"

/* A column of the model: who is in it. Beside all who are in no column of its term. */
struct flag {
	Str term, name, beside;
	bool (*holds)(const struct tenure *row);
	enum told_by by;             /* of these groups: where none is told, the model tells nothing of them either */
	int group, last;
};

static bool
is_senior(const struct tenure *row)
{
	return spell_rank(row->census) == 1;
}

static bool
is_manager(const struct tenure *row)
{
	return spell_rank(row->census) > 1;
}

static bool
came_newly(const struct tenure *row)
{
	return row->newly;
}

static bool
came_from_agency(const struct tenure *row)
{
	return !row->newly && row->origin == 4;
}

static bool
is_first_year(const struct tenure *row)
{
	return row->first_year;
}

static bool
is_for_a_time(const struct tenure *row)
{
	return row->basis != PERMANENT;
}

static const struct flag flags[] = {
	{ STR("Role"), STR("senior practitioner"), STR("social workers"), is_senior, TOLD_BY_RANK, 1, 1 },
	{ STR("Role"), STR("manager"), STR("social workers"), is_manager, TOLD_BY_RANK, 2, 4 },
	{ STR("Came"), STR("newly qualified"), STR("from elsewhere, or not said"), came_newly, TOLD_BY_ORIGIN, 0, 0 },
	{ STR("Came"), STR("from agency"), STR("from elsewhere, or not said"), came_from_agency, TOLD_BY_ORIGIN, 3, 3 },
	{ STR("First year"), STR("newly qualified, and in it"), STR("everybody else"), is_first_year, TOLD_BY_ORIGIN, 0, 0 },
	{ STR("Post"), STR("held for a time"), STR("permanent"), is_for_a_time, TOLD_ALL, 0, 0 },
};
enum { FLAGS = countof(flags), ENDINGS_FOR_A_COLUMN = 10 };

/* Whether its groups are told of, and a column has people and leavers enough on both sides. */
static bool
is_enough(const struct staying *in, const struct flag *flag)
{
	const struct told *told = &in->told[flag->by];
	bool any = false;
	for (int g = flag->group; g <= flag->last; g++)
		any = any || told->groups[g].count > 0;
	if (!any)
		return false;
	int left[2] = { 0 }, people[2] = { 0 }, last[2] = { NOT_THERE, NOT_THERE };
	for (int i = 0; i < in->council.count; i++) {
		const struct tenure *row = &in->council.at[i];
		int side = flag->holds(row);
		left[side] += end_leaves(row->end);
		people[side] += row->person != last[side];       /* rows of a person stand together */
		last[side] = row->person;
	}
	return left[0] >= GROUP_LEAST && left[1] >= GROUP_LEAST && people[0] >= GROUP_LEAST && people[1] >= GROUP_LEAST;
}

struct modelled { struct survival_term terms[FLAGS]; const struct flag *flags[FLAGS]; int terms_count, columns; Str without; };

static void
choose_columns(const struct staying *in, struct modelled *m)
{
	Str left_out[FLAGS];
	int out = 0;
	*m = (struct modelled){ 0 };
	for (int f = 0; f < FLAGS; f++) {
		if (!is_enough(in, &flags[f])) {
			left_out[out++] = str_format(in->perm, "%.*s: %.*s", STR_ARG(flags[f].term), STR_ARG(flags[f].name));
			continue;
		}
		struct survival_term *term = m->terms_count ? &m->terms[m->terms_count - 1] : NULL;
		if (!term || !str_equal(term->name, flags[f].term)) {
			term = &m->terms[m->terms_count++];
			*term = (struct survival_term){ .name = flags[f].term, .first = m->columns, .base = flags[f].beside };
		}
		term->levels[term->count++] = flags[f].name;
		m->flags[m->columns++] = &flags[f];
	}
	m->without = out ? list_words(left_out, out, in->perm) : S("");
}

static struct cox_rows
rows_of(const struct staying *in, const struct modelled *m)
{
	int count = in->council.count;
	struct lives lives = spells_lives(&in->council, NULL, NULL, in->perm);
	double *x = new(in->perm, (ptrdiff_t)count * m->columns + 1, double);
	int *cluster = new(in->perm, count + 1, int);
	for (int i = 0; i < count; i++) {
		cluster[i] = in->council.at[i].person;
		for (int c = 0; c < m->columns; c++)
			x[(ptrdiff_t)i * m->columns + c] = m->flags[c]->holds(&in->council.at[i]);
	}
	return (struct cox_rows){ .lives = lives, .x = x, .columns = m->columns, .cluster = cluster,
		                  .clusters = in->e.own.roster->person_count };
}

static int
leavers_of(const struct staying *in)
{
	int left = 0;
	for (int i = 0; i < in->council.count; i++)
		left += end_leaves(in->council.at[i].end);
	return left;
}

void
staying_add_model(struct staying *in)
{
	struct modelled m;
	struct cox cox;
	struct error err;
	int first[FLAGS + 1] = { 0 };
	choose_columns(in, &m);
	document_heading(in->doc, 2, S("What goes with leaving"), S("model"));
	if (m.columns == 0 || leavers_of(in) < ENDINGS_FOR_A_COLUMN * m.columns) {
		document_paragraph(in->doc, S("Too few people have left for groups to be compared with each other in one model."));
		return;
	}
	document_paragraph(in->doc, S("A Cox model of groups: how much likelier leaving is for one than for another after the same time "
		"in the service. It compares groups as they are; what else they differ in is not in it. Nothing may be decided "
		"about a person from it."));
	struct cox_rows rows = rows_of(in, &m);
	if (!cox_fit(&cox, rows, TIES_EFRON, in->perm, &err)) {
		document_paragraph(in->doc, str_format(in->perm, "There is no model: %s.", err.text));
		return;
	}
	for (int t = 0; t < m.terms_count; t++)
		first[t + 1] = first[t] + m.terms[t].count;
	struct cox_drift drifts[FLAGS + 1];
	cox_drifts(&cox, rows, first, m.terms_count, drifts, *in->perm);
	survival_add_cox(in->doc, &cox, m.terms, m.terms_count, drifts,
	                 (struct cox_words){ "stretch of time in the service",
	                                     "stretches of time in the service, a new one where role, unit or terms change",
	                                     S("ended in leaving"), S("leaving"), COUNTS_NEAREST });
	staying_sheet(in, survival_cox_table(&cox, m.terms, m.terms_count, in->perm));
	if (m.without.len)
		document_paragraph(in->doc, str_format(in->perm, "Not told apart, for too few people or leavers: %.*s.", STR_ARG(m.without)));
}
