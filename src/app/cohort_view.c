/* cohort_view.c: one cohort: its learners, whose move it is, what its chances rest on; and one step for several of them. */
#include "app/supply_parts.h"

#include "app/estab.h"

struct cohort_page {
	struct supply_look l;
	const struct cohort *cohort;
	const struct learner **shown;
	int shown_count;
	struct record_form step;
	Str move, move_wrong, who_wrong;
	struct table *kept;          /* whom something keeps from the step, and what; NULL: nobody */
};

static const struct asked_field step_asked[] = { { "held_on", true, NULL }, { "reason", false, "Why, where it ends" }, { "note", false, NULL } };

static bool
take(const struct world *world, const struct ask *ask, struct cohort_page *p, struct answer *why, struct arena *perm)
{
	if (!supply_settle(world, ask, &p->l, why, perm))
		return false;
	int found = cohort_find(&p->l.all, ask->ref);
	p->shown_count = found == NOT_THERE ? 0 : supply_shown(&p->l, found, &p->shown);
	if (found == NOT_THERE || (!p->l.whole && p->shown_count == 0)) {
		*why = answer_words(UNKNOWN, S("There is no such cohort here for you"), str_format(perm, "\u201c%.*s\u201d is no cohort with "
			"learners whom you may see.", STR_ARG(ask->ref)), perm);
		return false;
	}
	p->cohort = &p->l.all.cohorts[found];
	p->step = record_form_of(&p->l.own, TYPE_LEARNER_STEP, step_asked, countof(step_asked));
	*record_form_value(&p->step, "held_on") = date_iso(ask->day, perm);
	return true;
}

/* ---- one step for several ------------------------------------------------------------------------------- */

/* Those who are on the way, each with their stage. */
static const struct pick *
picks_of_learners(const struct cohort_page *p, int *count)
{
	struct arena *perm = p->l.own.perm;
	struct pick *picks = new(perm, p->shown_count + 1, struct pick);
	*count = 0;
	for (int i = 0; i < p->shown_count; i++) {
		const struct learner *of = p->shown[i];
		if (!learner_stages.rows[of->stage].ended)
			picks[(*count)++] = (struct pick){ .value = of->ref, .chosen = sents_ticks(p->l.own.ask->sent, S("who"), of->ref), .words = str_format(perm, "%.*s, %.*s",
				STR_ARG(learner_words(&p->l, of)), STR_ARG(str_lower(learner_stages.rows[of->stage].words, perm))) };
	}
	return picks;
}

static const struct pick *
picks_of_moves(const struct cohort_page *p, int *count)
{
	struct pick *picks = new(p->l.own.perm, LEARNER_MOVES, struct pick);
	*count = 0;
	for (int m = 0; m < LEARNER_MOVES; m++)
		for (int i = 0; i < p->shown_count; i++)
			if (learner_move_fits(&p->l, p->shown[i], m)) {
				picks[(*count)++] = (struct pick){ .value = learner_stages.moves[m].code, .words = learner_stages.moves[m].words };
				break;
			}
	return picks;
}

static void
add_several(struct document *doc, const struct cohort_page *p)
{
	int learners, moves;
	const struct pick *who = picks_of_learners(p, &learners), *which = picks_of_moves(p, &moves);
	if (learners == 0 || moves == 0 || !supply_writes(&p->l))
		return;
	struct form *form = form_made(doc->arena, str_join(href_of_cohort(&p->l.own, p->cohort->ref), S("/move"), doc->arena));
	form->id = S("move");
	document_heading(doc, 2, S("One step for several"), S("several"));
	document_paragraph(doc, S("Each is judged by itself, as on their own page. If any cannot take the step, none does, and the page says who "
		"and why. Whoever joins does so in the post that they were offered."));
	if (p->kept)
		document_table(doc, p->kept);
	form_input(form, doc->arena, (struct input){ .kind = INPUT_CHECKS, .name = S("who"), .label = S("Who"), .picks = who,
		.pick_count = learners, .error = p->who_wrong });
	form_input(form, doc->arena, (struct input){ .kind = INPUT_RADIOS, .name = S("move"), .label = S("Step"), .picks = which,
		.pick_count = moves, .value = p->move, .error = p->move_wrong });
	record_form_inputs(&p->step, form);
	form_button(form, doc->arena, (struct button){ .words = S("Record the step") });
	document_form(doc, form);
}

/* ---- the page -------------------------------------------------------------------------------------------- */

static void
add_cohort_facts(struct document *doc, const struct supply_look *l, const struct cohort *c)
{
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, 8, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ .key = S("Route"), .value = c->route ? said_text(TYPE_ROUTE, c->route, "name") : route_kinds[c->kind].words };
	if (c->partner)
		pairs[n++] = (struct pair){ .key = S("Partner"), .value = said_text(TYPE_PARTNER, c->partner, "name") };
	pairs[n++] = (struct pair){ .key = S("Starts"), .value = day_words(c->starts, perm) };
	pairs[n++] = (struct pair){ .key = S("Qualified or here"), .value = c->expected.day ? day_words(c->expected, perm) : S("Not known") };
	if (l->whole) {
		pairs[n++] = (struct pair){ .key = S("Completes"), .value = supply_odds_words(&c->completes, perm) };
		pairs[n++] = (struct pair){ .key = S("Takes a post here"), .value = supply_odds_words(&c->takes_post, perm) };
	}
	document_summary(doc, pairs, n);
}

static void
add_ways_on(struct document *doc, const struct cohort_page *p)
{
	struct run *runs = new(doc->arena, 3, struct run);
	int n = 0;
	if (supply_writes(&p->l)) {
		runs[n++] = (struct run){ .text = S("Add a learner"), .href = own_href(&p->l.own, S("learners/new")) };
		runs[n++] = (struct run){ .text = S("Change what is said of this cohort"),
			.href = own_href(&p->l.own, str_format(doc->arena, "cohorts/%.*s", STR_ARG(p->cohort->ref))) };
	}
	runs[n++] = (struct run){ .text = S("All pipelines"), .href = own_href(&p->l.own, S("supply")) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

static struct document
cohort_document(const struct cohort_page *p)
{
	static const Str dropped[] = { STR("ref"), STR("cohort") };
	struct arena *perm = p->l.own.perm;
	struct table *table = learners_table(&p->l, p->shown, p->shown_count, S("Learners of this cohort"));
	struct document doc = own_document(&p->l.own, str_format(perm, "%.*s: %.*s", STR_ARG(cohort_words(p->cohort)),
		STR_ARG(counted(p->shown_count, "learner", "learners", perm))), href_of_cohort(&p->l.own, p->cohort->ref));
	doc.data = p->kept ? p->kept : table;
	add_cohort_facts(&doc, &p->l, p->cohort);
	if (p->shown_count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	add_several(&doc, p);
	add_ways_on(&doc, p);
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_cohort(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct cohort_page p = { 0 };
	struct answer answer;
	if (!take(world, ask, &p, &answer, perm))
		return answer;
	return answer_of(DONE, cohort_document(&p));
}

/* ---- the step ---------------------------------------------------------------------------------------------- */

static const struct column kept_columns[] = {
	{ STR("learner"), STR("Learner"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("wrong"), STR("What keeps them from the step"), false, false },
};

struct moving { int asked, kept; struct rows_made rows; };

/* Whoever was ticked: their changes, or a row for each thing that keeps them. */
static struct moving
move_ticked(const struct cohort_page *p, const struct learner_wanted *wanted, const struct deed_made *deed)
{
	struct moving moving = { 0 };
	for (int i = 0; i < p->shown_count; i++) {
		const struct learner *of = p->shown[i];
		struct learner_faults faults = { .count = 0 };
		if (!sents_ticks(p->l.own.ask->sent, S("who"), of->ref))
			continue;
		moving.asked++;
		learner_step_changes(&p->l, of, wanted, deed, &faults);
		moving.kept += faults.count > 0;
		for (int f = 0; f < faults.count; f++) {
			struct cell *cells = rows_push(&moving.rows, countof(kept_columns), p->l.own.perm);
			cells[0] = cell_link(learner_words(&p->l, of), href_of_learner(&p->l.own, of->ref));
			cells[1] = cell_text(of->ref);
			cells[2] = cell_text(faults.at[f].words);
		}
	}
	return moving;
}

/* False: something is wrong, and the page says what. */
static bool
moves_read(struct cohort_page *p, const struct deed_made *deed, int *asked)
{
	struct arena *perm = p->l.own.perm;
	p->move = str_trim(sents_find(p->l.own.ask->sent, S("move")));
	int move = move_find(&learner_stages, p->move);
	record_form_read(&p->step);
	if (move < 0)
		p->move_wrong = S("Choose a step");
	if (move < 0 || p->step.bad)
		return false;
	struct learner_wanted wanted = { .move = (enum learner_move)move, .reason = *record_form_value(&p->step, "reason"),
		.note = *record_form_value(&p->step, "note") };
	(void)date_parse(*record_form_value(&p->step, "held_on"), &wanted.on);
	struct moving moving = move_ticked(p, &wanted, deed);
	*asked = moving.asked;
	if (moving.asked == 0)
		p->who_wrong = S("Choose at least one learner");
	else if (moving.asked < sents_ticked(p->l.own.ask->sent, S("who")))
		p->who_wrong = S("One who was chosen is not in this cohort any more: look at who is chosen, and send it again");
	if (moving.kept)
		p->who_wrong = str_format(perm, "%d of %.*s cannot take the step, so none did", moving.kept, STR_ARG(counted(moving.asked, "learner",
			"learners", perm)));
	if (moving.kept)
		p->kept = table_of(S("kept"), S("Who cannot take the step, and why"), kept_columns, countof(kept_columns), moving.rows, perm);
	return p->who_wrong.len == 0;
}

struct answer
cohort_move(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct cohort_page p = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	int taken[RECORD_TYPES] = { 0 }, asked;
	if (!take(world, ask, &p, &answer, perm))
		return answer;
	if (!moves_read(&p, &(struct deed_made){ &p.l.own, &changes, taken }, &asked))
		return answer_of(WRONG, cohort_document(&p));
	return record_did(&p.l.own, &changes, str_format(perm, "%.*s of cohort %.*s", STR_ARG(counted(asked, "learner", "learners", perm)),
		STR_ARG(p.cohort->ref)), S(""), S("Nobody was moved"), href_of_cohort(&p.l.own, p.cohort->ref));
}
