/* educator_own.c: see educator_own.h. */
#include "app/educator_own.h"

#include "practice/educator.h"
#include "workforce/said.h"

/* What somebody may take on the day, in a sentence. */
static Str
may_words(const struct educator *of)
{
	if (of->current && of->stage_2)
		return S("You may take students for any placement, the final one too.");
	if (of->current)
		return S("You may take students for any placement but the final one, which asks for stage 2.");
	switch (of->state) {
	case EDUCATOR_ENROLLED_1:
		return S("You are enrolled on stage 1: you take one placement, not a final one, to be awarded it.");
	case EDUCATOR_ELIGIBLE:
		return S("You could begin stage 1. Ask your manager to agree, and the practice learning manager to enrol you.");
	case EDUCATOR_LAPSED:
		return S("You hold an award, and may not take students by it now.");
	default:
		return S("You may not take students yet.");
	}
}

static void
add_needs(struct document *doc, const struct educator *of)
{
	Str *needs = new(doc->arena, EDUCATOR_NEEDS_MOST, Str);
	for (int i = 0; i < of->need_count; i++)
		needs[i] = str_format(doc->arena, "%s: %.*s", of->needs[i].met ? "Met" : "Not met", STR_ARG(of->needs[i].words));
	if (of->need_count == 0)
		return;
	document_paragraph(doc, of->state == EDUCATOR_LAPSED ? S("What lapsed:") : S("What the next stage asks:"));
	document_list(doc, needs, of->need_count);
}

static const struct column columns[] = {
	{ STR("placement"), STR("Placement"), false, false }, { STR("starts_on"), STR("From"), false, false }, { STR("ends_on"), STR("To"), false, false },
	{ STR("learner"), STR("Student"), false, false }, { STR("team"), STR("Team"), false, false }, { STR("outcome"), STR("Outcome"), false, false },
};

/* Whoever they taught a while ago may have been removed: then there is no name. */
static Str
student_words(const struct own *own, Str ref)
{
	const struct record *learner = said_record(own->council, TYPE_LEARNER, ref);
	Str given = said_text(TYPE_LEARNER, learner, "given_names"), family = said_text(TYPE_LEARNER, learner, "family_name");
	return given.len + family.len ? str_trim(str_format(own->perm, "%.*s %.*s", STR_ARG(given), STR_ARG(family))) : S("No longer kept");
}

static struct table *
placements_of(const struct own *own, Str educator)
{
	static const enum type_id t = TYPE_PLACEMENT;
	const struct records *all = &own->council->of[t];
	struct rows_made rows = { 0 };
	for (int i = all->count - 1; educator.len && i >= 0; i--) {
		const struct record *p = &all->at[i];
		if (!str_equal(said_text(t, p, "educator"), educator))
			continue;
		int unit = roster_unit(own->roster, said_text(t, p, "unit"));
		struct cell *cells = rows_push(&rows, countof(columns), own->perm);
		cells[0] = cell_text(str_capital(said_text(t, p, "kind"), own->perm));
		cells[1] = cell_text(day_words(said_day(t, p, "starts_on"), own->perm));
		cells[2] = cell_text(day_words(said_day(t, p, "ends_on"), own->perm));
		cells[3] = cell_text(student_words(own, said_text(t, p, "learner")));
		cells[4] = cell_text(unit == NOT_THERE ? S("") : unit_words(own, unit));
		cells[5] = cell_text(str_capital(said_text(t, p, "outcome"), own->perm));
	}
	return table_of(S("my_placements"), S("Your placements"), columns, countof(columns), rows, own->perm);
}

void
add_own_educating(struct document *doc, const struct own *own, int person)
{
	struct educators all;
	if (person == NOT_THERE || own->sight.self != person || own->ask->viewer->all)
		return;
	educators_read(&all, own->roster, own->ask->day, own->perm);
	int found = educator_find(&all, person);
	const struct educator *of = found == NOT_THERE ? NULL : &all.all[found];
	if (!of || (!of->record && of->state != EDUCATOR_ELIGIBLE))
		return;
	document_heading(doc, 2, S("Practice education"), S("practice-education"));
	document_paragraph(doc, may_words(of));
	struct pair *pairs = new(doc->arena, 4, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ .key = S("You stand at"), .value = educator_state_words(of->state) };
	if (of->current_until.day)
		pairs[n++] = (struct pair){ .key = S("Current until"), .value = day_words(of->current_until, own->perm) };
	if (of->record)
		pairs[n++] = (struct pair){ .key = S("Students at once"), .value = str_format(doc->arena, "%d", of->students) };
	pairs[n++] = (struct pair){ .key = S("Learners so far"), .value = str_format(doc->arena, "%d", of->supported) };
	document_summary(doc, pairs, n);
	add_needs(doc, of);
	struct table *placements = placements_of(own, of->record ? of->record->ref : S(""));
	if (placements->row_count)
		document_table(doc, placements);
	else if (of->record)
		document_paragraph(doc, S("You have had no placement yet."));
}
