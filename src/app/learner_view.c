/* learner_view.c: one learner: where they stand and on whom they wait, the way they came, placements; and the next step, of
 * those that the table of moves allows them. */
#include "app/supply_parts.h"

#include "app/estab.h"
#include "app/subject_outside.h"

struct one {
	struct supply_look l;
	const struct learner *learner;
	struct record_form step, facts, terms, registration;
	bool may_join;               /* the next step may be that they join */
	Str  move, wrong;            /* the step that was chosen, and what is wrong with it */
	Str  before, before_wrong;
};

static const struct asked_field step_asked[] = { { "held_on", true, NULL }, { "reason", false, "Why, where it ends" }, { "note", false, NULL } };
static const struct asked_field facts_asked[] = {
	{ "post_offered", false, "Post that is offered, or that they join" },
	{ "spell", false, "Their time in post, where it is recorded already (as S-000012)" },
};
static const struct asked_field terms_asked[] = { { "fte", false, "FTE they join with" } };
static const struct asked_field registration_asked[] = { { "number", false, NULL } };

/* ---- which steps ------------------------------------------------------------------------------------- */

static const struct pick *
picks_of_moves(const struct one *o, int *count)
{
	struct pick *picks = new(o->l.own.perm, LEARNER_MOVES, struct pick);
	*count = 0;
	for (int m = 0; m < LEARNER_MOVES; m++)
		if (learner_move_fits(&o->l, o->learner, m))
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
	o->may_join = learner_move_fits(&o->l, o->learner, LEARNER_JOIN);
	bool makes = o->may_join && joins_whole(&o->l);
	o->step = record_form_of(&o->l.own, TYPE_LEARNER_STEP, step_asked, countof(step_asked));
	o->facts = record_form_of(&o->l.own, TYPE_LEARNER, facts_asked, o->may_join ? countof(facts_asked) : 0);
	o->terms = record_form_of(&o->l.own, TYPE_SPELL, terms_asked, makes ? countof(terms_asked) : 0);
	o->registration = record_form_of(&o->l.own, TYPE_REGISTRATION, registration_asked, makes ? countof(registration_asked) : 0);
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

/* Posts with a vacancy, offered as one types. */
static struct pick *
vacant_posts(const struct own *own, int *count)
{
	const struct establishment *est = &estab_day_of(own)->est;
	struct pick *picks = new(own->perm, est->seat_count + 1, struct pick);
	*count = 0;
	for (int i = 0; i < est->seat_count; i++) {
		const struct seat *seat = &est->seats[i];
		if (seat->vacant > 0 && sight_post(&own->sight, seat->post, GROUP_TERMS).reach >= REACH_READ)
			picks[(*count)++] = (struct pick){ .value = own->roster->posts[seat->post].ref, .words = str_format(own->perm,
				"%.*s, %.*s FTE vacant", STR_ARG(post_words(own, seat->post)), STR_ARG(fte_words(seat->vacant, own->perm))) };
	}
	return picks;
}

static bool
in_post(const struct one *o, int person)
{
	const struct roster *r = o->l.own.roster;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++)
		if (spell_on(r, r->person_spells[i], o->l.own.ask->day))
			return true;
	return false;
}

/* Whoever is known to be in a post here is asked whether that ends; whoever turns out to be, when it was sent. */
static void
add_before(struct form *form, const struct one *o)
{
	static const struct pick picks[] = { { .value = STR("ends"), .words = STR("It ends the day before") },
		{ .value = STR("stays"), .words = STR("It goes on beside the new one") } };
	int person = learner_person(&o->l, o->learner);
	if (o->before_wrong.len || o->before.len || (person != NOT_THERE && in_post(o, person)))
		form_input(form, o->l.own.perm, (struct input){ .kind = INPUT_RADIOS, .name = S("before"), .label = S("The post they are in already"),
			.picks = picks, .pick_count = countof(picks), .value = o->before, .error = o->before_wrong, .optional = true });
}

static void
add_joining(struct form *form, const struct one *o)
{
	if (!o->may_join)
		return;
	struct form facts = { .inputs = NULL };
	int count;
	const struct pick *posts = vacant_posts(&o->l.own, &count);
	record_form_inputs(&o->facts, &facts);
	for (int i = 0; i < facts.input_count; i++) {
		struct input input = facts.inputs[i];
		bool post = str_equal(input.name, S("post_offered"));
		input.picks = post ? posts : input.picks;
		input.pick_count = post ? count : input.pick_count;
		form_input(form, o->l.own.perm, input);
	}
	record_form_inputs(&o->terms, form);
	record_form_inputs(&o->registration, form);
	if (joins_whole(&o->l))
		add_before(form, o);
}

static const char *
joining_words(const struct one *o)
{
	return joins_whole(&o->l)
		? "When they join, this step makes their record as a person, their registration, their time in the numbered post and the list of their "
		  "induction. Whoever is known here, by what is said of them or by the registration number, goes on with the record they have."
		: "Their record as a person is HR\u2019s to make. The HR lead records that they join, and it is made by that step; or name the time "
		  "in post that was recorded.";
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
	if (o->may_join)
		document_paragraph(doc, str_of(joining_words(o)));
	form_input(form, doc->arena, (struct input){ .kind = INPUT_RADIOS, .name = S("move"), .label = S("Step"), .picks = picks,
		.pick_count = count, .value = o->move, .error = o->wrong });
	record_form_inputs(&o->step, form);
	add_joining(form, o);
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
	struct run *runs = new(doc->arena, 5, struct run);
	int n = 0;
	if (answers_outside(o->l.own.ask))
		runs[n++] = (struct run){ .text = S("Everything that is kept, for an answer to them"),
			.href = own_href(&o->l.own, str_format(doc->arena, "learners/%.*s/data", STR_ARG(of->ref))) };
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

/* Who they are here already, for whoever may see that person. */
static void
add_known(struct document *doc, const struct one *o)
{
	int person = learner_person(&o->l, o->learner);
	if (person == NOT_THERE || !person_seen(&o->l.own, person))
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("Known here as ") };
	runs[1] = (struct run){ .text = person_words(&o->l.own, person), .href = href_of_person(&o->l.own, person) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

static struct document
learner_document(const struct one *o)
{
	struct document doc = own_document(&o->l.own, learner_words(&o->l, o->learner), href_of_learner(&o->l.own, o->learner->ref));
	struct table *steps = steps_table(o), *placements = placements_table(o);
	document_paragraph(&doc, standing_words(o));
	add_known(&doc, o);
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

static bool
forms_read(struct one *o)
{
	struct record_form *forms[] = { &o->step, &o->facts, &o->terms, &o->registration };
	bool bad = false;
	for (int i = 0; i < countof(forms); i++) {
		record_form_read(forms[i]);
		bad = bad || forms[i]->bad;
	}
	o->before = str_trim(sents_find(o->l.own.ask->sent, S("before")));
	return !bad;
}

/* Each fault at its input. */
static void
tell(struct one *o, const struct learner_faults *faults)
{
	struct record_form *forms[] = { &o->step, &o->facts, &o->terms, &o->registration };
	for (int i = 0; i < faults->count; i++) {
		const struct learner_fault *fault = &faults->at[i];
		if (str_equal(fault->input, S("move")))
			o->wrong = fault->words;
		if (str_equal(fault->input, S("before")))
			o->before_wrong = fault->words;
		for (int f = 0; f < countof(forms); f++)
			for (int a = 0; a < forms[f]->count; a++)
				if (str_equal(fault->input, str_of(forms[f]->fields[a].name)))
					record_form_complain(forms[f], forms[f]->fields[a].name, fault->words);
	}
}

static struct learner_wanted
wanted_of(struct one *o, int move)
{
	struct learner_wanted w = { .move = (enum learner_move)move, .reason = *record_form_value(&o->step, "reason"),
		.note = *record_form_value(&o->step, "note"), .before = o->before };
	(void)date_parse(*record_form_value(&o->step, "held_on"), &w.on);
	if (!o->may_join)
		return w;
	w.post = *record_form_value(&o->facts, "post_offered");
	w.spell = *record_form_value(&o->facts, "spell");
	w.fte = *record_form_value(&o->terms, "fte");
	w.number = *record_form_value(&o->registration, "number");
	return w;
}

struct answer
learner_move(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	struct learner_faults faults = { .count = 0 };
	int taken[RECORD_TYPES] = { 0 };
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	o.move = str_trim(sents_find(ask->sent, S("move")));
	int move = move_find(&learner_stages, o.move);
	bool read = forms_read(&o);
	if (move < 0)
		o.wrong = S("Choose a step");
	if (move >= 0 && read) {
		struct learner_wanted wanted = wanted_of(&o, move);
		learner_step_changes(&o.l, o.learner, &wanted, &(struct deed_made){ &o.l.own, &changes, taken }, &faults);
		tell(&o, &faults);
	}
	if (move < 0 || !read || faults.count)
		return answer_of(WRONG, learner_document(&o));
	return record_did(&o.l.own, &changes, str_format(perm, "learner %.*s", STR_ARG(o.learner->ref)), S(""), S("The step was not recorded"),
		href_of_learner(&o.l.own, o.learner->ref));
}
