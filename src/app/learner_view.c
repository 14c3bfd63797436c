/* learner_view.c: one learner: where they stand and on whom they wait, the way they came, placements; and the next step, of
 * those that the table of moves allows them. */
#include "app/supply_parts.h"

#include "app/estab.h"

struct one {
	struct supply_look l;
	const struct learner *learner;
	struct record_form step, facts;
	Str  move, wrong;            /* the step that was chosen, and what is wrong with it */
};

static const struct asked_field step_asked[] = { { "held_on", true, NULL }, { "reason", false, "Why, where it ends" }, { "note", false, NULL } };
static const struct asked_field facts_asked[] = {
	{ "post_offered", false, "Post offered (as P-000012)" }, { "spell", false, "Of who joined: the time in post it became (as S-000012)" },
};

/* ---- which steps ------------------------------------------------------------------------------------- */

static bool
move_fits(const struct one *o, int move)
{
	const struct learner *of = o->learner;
	bool overseas = of->cohort != NOT_THERE && o->l.all.cohorts[of->cohort].kind == ROUTE_OVERSEAS;
	if (overseas ? learner_move_here((enum learner_move)move) : learner_move_overseas((enum learner_move)move))
		return false;
	return stage_after(&learner_stages, (int)of->stage, move) >= 0;
}

static const struct pick *
picks_of_moves(const struct one *o, int *count)
{
	struct pick *picks = new(o->l.own.perm, LEARNER_MOVES, struct pick);
	*count = 0;
	for (int m = 0; m < LEARNER_MOVES; m++)
		if (move_fits(o, m))
			picks[(*count)++] = (struct pick){ .value = learner_stages.moves[m].code, .words = learner_stages.moves[m].words };
	return picks;
}

/* ---- the page -------------------------------------------------------------------------------------------- */

static bool
take(const struct world *world, const struct ask *ask, struct one *o, struct answer *why, struct arena *perm)
{
	if (!supply_settle(world, ask, &o->l, why, perm))
		return false;
	int found = learner_find(&o->l.all, ask->ref);
	if (found == NOT_THERE || !learner_seen(&o->l, &o->l.all.learners[found])) {
		*why = answer_words(UNKNOWN, S("There is no such learner here for you"), str_format(perm, "\u201c%.*s\u201d is no learner whom "
			"you may see by that day.", STR_ARG(ask->ref)), perm);
		return false;
	}
	o->learner = &o->l.all.learners[found];
	o->step = record_form_of(&o->l.own, TYPE_LEARNER_STEP, step_asked, countof(step_asked));
	o->facts = record_form_of(&o->l.own, TYPE_LEARNER, facts_asked, move_fits(o, LEARNER_JOIN) ? countof(facts_asked) : 0);
	*record_form_value(&o->step, "held_on") = date_iso(ask->day, perm);
	for (int f = 0; f < o->facts.type->field_count; f++)
		o->facts.values[f] = o->learner->record->values[f];
	return true;
}

static const struct column step_columns[] = {
	{ STR("held_on"), STR("On"), false, false }, { STR("step"), STR("Step"), false, false }, { STR("reason"), STR("Why"), false, false },
	{ STR("note"), STR("Note"), false, false }, { STR("by"), STR("Recorded by"), false, false },
};

static struct table *
steps_table(const struct one *o)
{
	struct arena *perm = o->l.own.perm;
	const struct record_type *type = &record_types[TYPE_LEARNER_STEP];
	const struct field *reason = &type->fields[field_find(type, S("reason"))];
	struct rows_made rows = { 0 };
	for (int i = o->learner->step_count - 1; i >= 0; i--) {
		const struct learner_step *step = &o->learner->steps[i];
		struct cell *cells = rows_push(&rows, countof(step_columns), perm);
		cells[0] = cell_text(day_words(step->on, perm));
		cells[1] = cell_text(learner_moves[step->move].words);
		cells[2] = cell_text(S(""));
		for (int c = 0; c < reason->choice_count; c++)
			if (str_equal(reason->choices[c].code, step->reason))
				cells[2] = cell_text(reason->choices[c].words);
		cells[3] = cell_text(step->note);
		cells[4] = actor_cell(&o->l.own, step->made_by);
	}
	return table_of(S("steps"), S("The way they came, the latest first"), step_columns, countof(step_columns), rows, perm);
}

static const struct column placement_columns[] = {
	{ STR("placement"), STR("Placement"), false, false }, { STR("starts_on"), STR("From"), false, false },
	{ STR("ends_on"), STR("To"), false, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("educator"), STR("Practice educator"), false, false }, { STR("outcome"), STR("Outcome"), false, false },
};

static Str
educator_of(const struct one *o, const struct record *placement)
{
	Str ref = said_text(TYPE_PLACEMENT, placement, "educator");
	const struct records *all = &o->l.own.council->of[TYPE_EDUCATOR];
	int first;
	if (ref.len == 0)
		return S("None is found yet");
	if (records_of(all, ref, &first) == 0)
		return ref;
	int person = roster_person(o->l.own.roster, said_text(TYPE_EDUCATOR, &all->at[first], "person"));
	return person == NOT_THERE || !person_seen(&o->l.own, person) ? ref : person_words(&o->l.own, person);
}

static struct table *
placements_table(const struct one *o)
{
	static const enum type_id t = TYPE_PLACEMENT;
	struct arena *perm = o->l.own.perm;
	const struct records *all = &o->l.own.council->of[t];
	struct rows_made rows = { 0 };
	for (int i = 0; i < all->count; i++) {
		const struct record *p = &all->at[i];
		if (!str_equal(said_text(t, p, "learner"), o->learner->ref))
			continue;
		struct cell *cells = rows_push(&rows, countof(placement_columns), perm);
		int unit = roster_unit(o->l.own.roster, said_text(t, p, "unit"));
		Date first = { 0 }, last = { 0 };
		(void)date_parse(said_text(t, p, "starts_on"), &first);
		(void)date_parse(said_text(t, p, "ends_on"), &last);
		cells[0] = cell_link(str_capital(said_text(t, p, "kind"), perm), own_href(&o->l.own, str_format(perm, "placements/%.*s", STR_ARG(p->ref))));
		cells[1] = cell_text(day_words(first, perm));
		cells[2] = cell_text(day_words(last, perm));
		cells[3] = cell_text(unit == NOT_THERE ? S("") : unit_words(&o->l.own, unit));
		cells[4] = cell_text(educator_of(o, p));
		cells[5] = cell_text(str_capital(said_text(t, p, "outcome"), perm));
	}
	return table_of(S("placements"), S("Placements"), placement_columns, countof(placement_columns), rows, perm);
}

static void
add_step_form(struct document *doc, const struct one *o)
{
	int count;
	const struct pick *picks = picks_of_moves(o, &count);
	if (count == 0 || !supply_writes(&o->l))
		return;
	struct form *form = form_made(doc->arena, str_join(href_of_learner(&o->l.own, o->learner->ref), S("/move"), doc->arena));
	form->id = S("move");
	document_heading(doc, 2, S("The next step"), S("next"));
	form_input(form, doc->arena, (struct input){ .kind = INPUT_RADIOS, .name = S("move"), .label = S("Step"), .picks = picks,
		.pick_count = count, .value = o->move, .error = o->wrong });
	record_form_inputs(&o->step, form);
	record_form_inputs(&o->facts, form);
	form_button(form, doc->arena, (struct button){ .words = S("Record the step") });
	document_form(doc, form);
}

static Str
standing_words(const struct one *o)
{
	const struct learner *of = o->learner;
	struct arena *perm = o->l.own.perm;
	if (learner_stages.rows[of->stage].ended)
		return str_format(perm, "%.*s since %.*s.", STR_ARG(learner_stages.rows[of->stage].words), STR_ARG(day_words(of->since, perm)));
	return str_format(perm, "%.*s for %.*s. Whose move it is: %.*s.%s", STR_ARG(learner_stages.rows[of->stage].words),
		STR_ARG(counted(of->waiting, "day", "days", perm)), STR_ARG(learner_whose_words[of->whose]),
		of->late ? " The day on which they were expected is past." : "");
}

static void
add_ways_on(struct document *doc, const struct one *o)
{
	const struct learner *of = o->learner;
	struct run *runs = new(doc->arena, 4, struct run);
	int n = 0;
	if (supply_writes(&o->l)) {
		runs[n++] = (struct run){ .text = S("Add a placement"), .href = own_href(&o->l.own, S("placements/new")) };
		runs[n++] = (struct run){ .text = S("Change what is said of them"),
			.href = own_href(&o->l.own, str_format(doc->arena, "learners/%.*s", STR_ARG(of->ref))) };
	}
	if (of->cohort != NOT_THERE)
		runs[n++] = (struct run){ .text = str_format(doc->arena, "All of %.*s", STR_ARG(cohort_words(&o->l.all.cohorts[of->cohort]))),
			.href = href_of_cohort(&o->l.own, o->l.all.cohorts[of->cohort].ref) };
	runs[n++] = (struct run){ .text = S("All pipelines"), .href = own_href(&o->l.own, S("supply")) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

static struct document
learner_document(const struct one *o)
{
	struct document doc = own_document(&o->l.own, learner_words(&o->l, o->learner), href_of_learner(&o->l.own, o->learner->ref));
	struct table *steps = steps_table(o), *placements = placements_table(o);
	document_paragraph(&doc, standing_words(o));
	add_step_form(&doc, o);
	doc.data = steps;
	if (steps->row_count)
		document_table(&doc, steps);
	if (placements->row_count)
		document_table(&doc, placements);
	doc.sheets[doc.sheet_count++] = placements;
	add_ways_on(&doc, o);
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_learner(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	return answer_of(DONE, learner_document(&o));
}

/* ---- the step ----------------------------------------------------------------------------------------------- */

static int
move_read(struct one *o)
{
	const struct learner *of = o->learner;
	o->move = str_trim(sents_find(o->l.own.ask->sent, S("move")));
	int move = move_find(&learner_stages, o->move);
	if (move < 0)
		o->wrong = S("Choose a step");
	else if (!move_fits(o, move))
		o->wrong = str_format(o->l.own.perm, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d for this learner", STR_ARG(learner_moves[move].words),
			STR_ARG(learner_stages.rows[of->stage].words));
	return o->wrong.len ? -1 : move;
}

static void
judge(struct one *o, int move)
{
	Date on = { 0 };
	if (date_parse(*record_form_value(&o->step, "held_on"), &on) && on.day > o->l.own.ask->day.day)
		record_form_complain(&o->step, "held_on", S("Enter a day that has come: a step is recorded when it has happened"));
	if (move >= 0 && learner_stages.moves[move].reasoned && record_form_value(&o->step, "reason")->len == 0)
		record_form_complain(&o->step, "reason", S("Say why it ends"));
	if (move == LEARNER_JOIN && record_form_value(&o->facts, "spell")->len == 0)
		record_form_complain(&o->facts, "spell", S("Say which time in post it became: record the start first"));
}

static bool
facts_changed(const struct one *o)
{
	for (int f = 0; f < o->facts.type->field_count; f++)
		if (!str_equal(o->facts.values[f], o->learner->record->values[f]))
			return true;
	return false;
}

struct answer
learner_move(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	int move = move_read(&o);
	record_form_read(&o.step);
	record_form_read(&o.facts);
	judge(&o, move);
	if (move < 0 || o.step.bad || o.facts.bad)
		return answer_of(WRONG, learner_document(&o));
	*record_form_value(&o.step, "learner") = o.learner->ref;
	*record_form_value(&o.step, "move") = learner_moves[move].code;
	*record_form_value(&o.step, "turn") = str_format(perm, "%d", o.learner->step_count + 1);
	*record_form_value(&o.step, "made_by") = ask->viewer->account;
	if (facts_changed(&o))
		record_alter(&changes, o.facts.type, o.learner->record, o.facts.values);
	record_add(&o.l.own, &changes, TYPE_LEARNER_STEP, o.step.values);
	return record_did(&o.l.own, &changes, str_format(perm, "learner %.*s", STR_ARG(o.learner->ref)), S(""), S("The step was not recorded"),
		href_of_learner(&o.l.own, o.learner->ref));
}
