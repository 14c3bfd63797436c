/* supply_look.c: who sees what of pipelines; words, addresses and the table of learners. */
#include "app/supply_parts.h"

#include "app/estab.h"

#include <stdlib.h>

bool
supply_settle(const struct world *world, const struct ask *ask, struct supply_look *l, struct answer *why,
              struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	supply_read(&l->all, l->own.roster, ask->day, perm);
	returners_read(&l->returners, l->own.roster, perm);
	l->whole = sight_total(&l->own.sight, NOT_THERE, GROUP_SUPPLY).reach >= REACH_READ;
	return true;
}

/* A learner whose unit is not said is of the whole council. */
bool
learner_seen(const struct supply_look *l, const struct learner *learner)
{
	if (l->whole)
		return true;
	return learner->unit != NOT_THERE && sight_unit(&l->own.sight, learner->unit, GROUP_SUPPLY).reach >= REACH_READ;
}

bool
supply_writes(const struct supply_look *l)
{
	return viewer_permit(l->own.ask->viewer, l->own.place->slug, GROUP_SUPPLY, l->own.ask->today).reach >= REACH_WRITE;
}

/* ---- words and addresses -------------------------------------------------------------------------- */

Str
learner_words(const struct supply_look *l, const struct learner *learner)
{
	Str given = said_text(TYPE_LEARNER, learner->record, "given_names");
	Str family = said_text(TYPE_LEARNER, learner->record, "family_name");
	if (given.len + family.len == 0)
		return learner->ref;
	if (given.len == 0 || family.len == 0)
		return given.len ? given : family;
	return str_format(l->own.perm, "%.*s, %.*s", STR_ARG(family), STR_ARG(given));
}

Str
cohort_words(const struct cohort *cohort)
{
	return said_text(TYPE_COHORT, cohort->record, "name");
}

Str
href_of_learner(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "supply/%.*s", STR_ARG(ref)));
}

Str
href_of_cohort(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "supply/cohorts/%.*s", STR_ARG(ref)));
}

Str
supply_odds_words(const struct odds *odds, struct arena *perm)
{
	if (!odds->said)
		return S("Nobody has said");
	return str_format(perm, "%.0f in 100 (%.0f to %.0f). %.*s%s%.*s%s", odds->part * 100, odds->low * 100, odds->high * 100,
		STR_ARG(grades[odds->grade].words), odds->source.len ? ". From: " : "", STR_ARG(odds->source),
		odds->own ? "" : ". As the route");
}

/* ---- learners -------------------------------------------------------------------------------------- */

struct cell
learner_stage_cell(const struct learner *learner)
{
	const struct stage_row *row = &learner_stages.rows[learner->stage];
	int tone = learner->stage == LEARNER_JOINED ? TAG_GREEN : row->ended ? TAG_GREY : row->whose == OUR_MOVE ? TAG_YELLOW : TAG_BLUE;
	return cell_tag(row->words, tone);
}

struct cell
learner_waiting_cell(const struct learner *learner)
{
	if (learner_stages.rows[learner->stage].ended)
		return cell_text(S(""));
	struct cell cell = cell_figure(figure_whole(learner->waiting), 0, UNIT_DAYS);
	if (learner->late) {
		cell.tag = S("late");
		cell.tag_tone = TAG_RED;
	}
	return cell;
}

static int
by_need(const void *left, const void *right)
{
	const struct learner *a = *(const struct learner *const *)left, *b = *(const struct learner *const *)right;
	bool over_a = learner_stages.rows[a->stage].ended, over_b = learner_stages.rows[b->stage].ended;
	if (over_a != over_b)
		return over_a - over_b;
	if (a->late != b->late)
		return b->late - a->late;
	return a->waiting != b->waiting ? (a->waiting < b->waiting) - (a->waiting > b->waiting) : str_compare(a->ref, b->ref);
}

int
supply_shown(const struct supply_look *l, int cohort, const struct learner ***shown)
{
	int count = 0;
	*shown = new(l->own.perm, l->all.learner_count + 1, const struct learner *);
	for (int i = 0; i < l->all.learner_count; i++) {
		const struct learner *learner = &l->all.learners[i];
		if ((cohort == NOT_THERE || learner->cohort == cohort) && learner_seen(l, learner))
			(*shown)[count++] = learner;
	}
	qsort(*shown, (size_t)count, sizeof **shown, by_need);
	return count;
}

enum { L_WHO, L_REF, L_STAGE, L_WHOSE, L_WAITING, L_READY, L_COHORT, L_UNIT, L_COLUMNS };
static const struct column learner_columns[L_COLUMNS] = {
	[L_WHO] = { STR("learner"), STR("Learner"), false, false }, [L_REF] = { STR("ref"), STR("Reference"), false, false },
	[L_STAGE] = { STR("stage"), STR("Stage"), false, false }, [L_WHOSE] = { STR("whose"), STR("Whose move"), false, false },
	[L_WAITING] = { STR("waiting"), STR("Waiting (days)"), true, false },
	[L_READY] = { STR("ready"), STR("Qualified or here"), false, false }, [L_COHORT] = { STR("cohort"), STR("Cohort"), false, false },
	[L_UNIT] = { STR("unit"), STR("Unit"), false, false },
};

struct table *
learners_table(const struct supply_look *l, const struct learner **shown, int count, Str caption)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++) {
		const struct learner *learner = shown[i];
		struct cell *cells = rows_push(&rows, L_COLUMNS, l->own.perm);
		cells[L_WHO] = cell_link(learner_words(l, learner), href_of_learner(&l->own, learner->ref));
		cells[L_REF] = cell_text(learner->ref);
		cells[L_STAGE] = learner_stage_cell(learner);
		cells[L_WHOSE] = cell_text(learner_stages.rows[learner->stage].ended ? S("") : learner_whose_words[learner->whose]);
		cells[L_WAITING] = learner_waiting_cell(learner);
		cells[L_READY] = cell_text(learner->ready.day ? day_words(learner->ready, l->own.perm) : S("Nobody knows"));
		cells[L_COHORT] = cell_text(learner->cohort == NOT_THERE ? S("") : cohort_words(&l->all.cohorts[learner->cohort]));
		cells[L_UNIT] = cell_text(learner->unit == NOT_THERE ? S("") : unit_words(&l->own, learner->unit));
	}
	return table_of(S("learners"), caption, learner_columns, L_COLUMNS, rows, l->own.perm);
}
