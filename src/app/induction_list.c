/* induction_list.c: the council's list of what is done for whoever starts, by role; and making it somebody's own. */
#include "app/induction_parts.h"

#include "app/estab.h"
#include "app/register_parts.h"

/* ---- the list ---------------------------------------------------------------------------------------- */

enum { L_NAME, L_REF, L_ROLE, L_DAYS, L_OWNER, L_NEEDED, L_SOURCE, L_COLUMNS };
static const struct column columns[L_COLUMNS] = {
	[L_NAME] = { STR("name"), STR("What is done"), false, false }, [L_REF] = { STR("ref"), STR("Step"), false, false },
	[L_ROLE] = { STR("role"), STR("For"), false, false }, [L_DAYS] = { STR("days"), STR("Days after the start"), true, false },
	[L_OWNER] = { STR("owner"), STR("Who sees to it"), false, false }, [L_NEEDED] = { STR("needed"), STR("Needed"), false, false },
	[L_SOURCE] = { STR("source"), STR("Who says so"), false, false },
};

static void
cells_of(struct cell *cells, const struct own *own, const struct induction_step *step)
{
	cells[L_NAME] = cell_link(step->name, own_href(own, str_format(own->perm, "steps-of-induction/%.*s", STR_ARG(step->record->ref))));
	cells[L_REF] = cell_text(step->record->ref);
	cells[L_ROLE] = cell_text(step->role == NOT_THERE ? S("Everybody") : role_words(own, step->role, own->ask->day));
	cells[L_DAYS] = cell_figure(figure_whole(step->days), 0, UNIT_DAYS);
	cells[L_OWNER] = cell_text(step->owner);
	cells[L_NEEDED] = cell_text(step->review ? S("The review of probation")
		: step->needed == NOT_THERE ? S("") : needed_before[step->needed].words);
	cells[L_SOURCE] = cell_text(step->source);
}

struct answer
show_checklist(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref") };
	struct own own;
	struct answer answer;
	struct rows_made rows = { 0 };
	struct induction_step *steps;
	if (!own_settle(world, ask, &own, &answer, perm))
		return answer;
	int count = induction_steps_on(own.roster, NOT_THERE, ask->day, &steps, perm);
	for (int i = 0; i < count; i++)
		cells_of(rows_push(&rows, L_COLUMNS, perm), &own, &steps[i]);
	struct document doc = own_document(&own, count ? str_format(perm, "%.*s done for whoever starts", STR_ARG(counted(count, "thing is",
		"things are", perm))) : S("Nothing is said yet of what is done for whoever starts"), own_href(&own, S("recruitment/checklist")));
	struct table *table = table_of(S("checklist"), S("What is done, in the order of days"), columns, L_COLUMNS, rows, perm);
	doc.data = table;
	document_paragraph(&doc, S("On the day somebody starts, what holds on that day for everybody and for their role becomes a list of "
		"their own. A change made here afterwards is for those who start later."));
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	struct run *runs = new(perm, 2, struct run);
	int n = 0;
	if (viewer_permit(ask->viewer, own.place->slug, GROUP_STRUCTURE, ask->today).reach >= REACH_WRITE)
		runs[n++] = (struct run){ .text = S("Add something to the list"), .href = own_href(&own, S("steps-of-induction/new")) };
	runs[n++] = (struct run){ .text = S("Who is in induction"), .href = own_href(&own, S("recruitment/inductions")) };
	document_runs(&doc, BLOCK_LIST, runs, n);
	return answer_of(DONE, doc);
}

/* ---- somebody's own ----------------------------------------------------------------------------------- */

void
induction_begin(const struct own *own, const struct starter *starter, struct changes *changes, int taken[RECORD_TYPES])
{
	struct induction_step *steps;
	const struct deed_made deed = { own, changes, taken };
	const struct period undated = { 0 };
	int count = induction_steps_on(own->roster, starter->role, starter->on, &steps, own->perm);
	for (int i = 0; i < count; i++) {
		Str due = date_iso((Date){ starter->on.day + steps[i].days }, own->perm);
		bool of_role = steps[i].role == NOT_THERE || steps[i].role == starter->role;
		if (!of_role)
			continue;
		if (steps[i].review)
			record_made(&deed, TYPE_PROBATION, undated, (struct valued[]){ { "person", starter->person },
				{ "spell", starter->spell }, { "due_on", due } }, 3);
		else
			record_made(&deed, TYPE_INDUCTION, undated, (struct valued[]){ { "person", starter->person }, { "spell", starter->spell },
				{ "name", steps[i].name }, { "owner", steps[i].owner }, { "due_on", due },
				{ "needed", steps[i].needed == NOT_THERE ? S("") : needed_before[steps[i].needed].code } }, 6);
	}
}
