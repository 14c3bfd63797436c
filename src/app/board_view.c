/* board_view.c: the board: how many stand at each stage, for how long and on whom they wait; then each of them, the late
 * first; and one step for many at once. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "app/register.h"
#include "app/scoring.h"
#include "app/subject.h"

#include <stdlib.h>

struct board {
	struct hiring_look l;
	Str round;                   /* only of this one; or empty */
	const struct application **shown;
	int shown_count;
};

/* ---- which ------------------------------------------------------------------------------------------ */

static bool
waits_on_us(const struct application *a)
{
	return application_live(a) && a->whose == OUR_MOVE;
}

static bool
is_late(const struct application *a)
{
	return application_live(a) && a->late;
}

static bool
is_hired(const struct application *a)
{
	return application_hired(a);
}

static bool
is_over(const struct application *a)
{
	return !application_live(a) && !application_hired(a);
}

static const struct { Str show, words; bool (*keeps)(const struct application *); } shows[] = {
	{ STR(""), STR("On their way"), application_live }, { STR("ours"), STR("Waiting on us"), waits_on_us },
	{ STR("late"), STR("Late"), is_late }, { STR("hired"), STR("Started"), is_hired },
	{ STR("over"), STR("Ended without a start"), is_over },
};

/* A stage by its code, or one of the above. */
static int
stage_asked(Str show)
{
	for (int s = 0; s < APPLICATION_STAGES; s++)
		if (str_equal(application_stages.rows[s].code, show))
			return s;
	return NOT_THERE;
}

static bool
in_round(const struct board *b, const struct application *a)
{
	return b->round.len == 0 || (a->round && str_equal(a->round->ref, b->round));
}

static bool
is_shown(const struct board *b, const struct application *a)
{
	int stage = stage_asked(b->l.own.ask->show);
	if (!in_round(b, a))
		return false;
	return stage == NOT_THERE ? shows[shows_asked(SHOWS(shows), b->l.own.ask->show)].keeps(a) : (int)a->stage == stage;
}

/* Late first, then who has waited longest; of one day by reference. */
static int
by_need(const void *left, const void *right)
{
	const struct application *a = *(const struct application *const *)left, *b = *(const struct application *const *)right;
	if (a->late != b->late)
		return a->late ? -1 : 1;
	if (a->waiting != b->waiting)
		return a->waiting > b->waiting ? -1 : 1;
	return str_compare(a->ref, b->ref);
}

static void
gather(struct board *b)
{
	const struct recruitment *all = &b->l.all;
	b->shown = new(b->l.own.perm, all->application_count + 1, const struct application *);
	for (int i = 0; i < all->application_count; i++)
		if (is_shown(b, &all->applications[i]))
			b->shown[b->shown_count++] = &all->applications[i];
	qsort(b->shown, (size_t)b->shown_count, sizeof *b->shown, by_need);
}

/* ---- the stages ------------------------------------------------------------------------------------- */

static const struct column stage_columns[] = {
	{ STR("stage"), STR("Stage"), false, false }, { STR("whose"), STR("Whose move"), false, false },
	{ STR("there"), STR("There now"), true, false }, { STR("late"), STR("Late"), true, false },
	{ STR("longest"), STR("Longest wait (days)"), true, false }, { STR("median"), STR("Half went on within (days)"), true, false },
	{ STR("ninth"), STR("Nine in ten within (days)"), true, false },
};

static bool
of_round(const struct application *a, const void *context)
{
	return in_round(context, a);
}

static struct cell
days_if(bool any, int days)
{
	return any ? cell_figure(figure_whole(days), 0, UNIT_DAYS) : cell_text(S(""));
}

static const struct table *
stages_table(const struct board *b)
{
	struct arena *perm = b->l.own.perm;
	struct rows_made rows = { 0 };
	struct pace pace;
	int late[APPLICATION_STAGES] = { 0 };
	pace_read(&pace, &b->l.all, (struct chosen){ of_round, b }, perm);
	for (int i = 0; i < b->l.all.application_count; i++)
		late[b->l.all.applications[i].stage] += in_round(b, &b->l.all.applications[i]) && b->l.all.applications[i].late;
	for (int s = 0; s < AT_STARTED; s++) {
		const struct stage_pace *of = &pace.of[s];
		if (of->standing == 0 && of->left.count == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(stage_columns), perm);
		Str filter = str_format(perm, "show=%.*s%s%.*s", STR_ARG(application_stages.rows[s].code), b->round.len ? "&round=" : "",
			STR_ARG(b->round));
		cells[0] = cell_link(application_stages.rows[s].words, href_of_board(&b->l.own, filter));
		cells[1] = cell_text(whose_words[application_stages.rows[s].whose]);
		cells[2] = cell_figure(figure_whole(of->standing), 0, UNIT_COUNT);
		cells[3] = cell_figure(figure_whole(late[s]), 0, UNIT_COUNT);
		cells[4] = days_if(of->standing > 0, of->longest);
		cells[5] = days_if(of->left.count > 0, of->left.median);
		cells[6] = days_if(of->left.count > 0, of->left.ninth);
	}
	return rows.count ? table_of(S("stages"), S("Who stands where, and how long it takes"), stage_columns, countof(stage_columns),
		rows, perm) : NULL;
}

/* ---- the candidates ----------------------------------------------------------------------------------- */

enum { B_WHO, B_REF, B_WAITING, B_STAGE, B_WHOSE, B_DUE, B_ROLE, B_ROUND, B_BAND, B_HERE, B_COLUMNS };
static const struct column board_columns[B_COLUMNS] = {
	[B_WHO] = { STR("candidate"), STR("Candidate"), false, false }, [B_REF] = { STR("ref"), STR("Application"), false, false },
	[B_STAGE] = { STR("stage"), STR("Stage"), false, false }, [B_WHOSE] = { STR("whose"), STR("Whose move"), false, false },
	[B_WAITING] = { STR("waiting"), STR("Waiting (days)"), true, false }, [B_DUE] = { STR("due"), STR("Next by"), false, false },
	[B_ROLE] = { STR("role"), STR("Role"), false, false }, [B_ROUND] = { STR("round"), STR("Round"), false, false },
	[B_BAND] = { STR("band"), STR("Experience"), false, false }, [B_HERE] = { STR("here"), STR("Worked here"), false, false },
};

static void
board_cells(struct cell *cells, const struct board *b, const struct application *a)
{
	const struct own *own = &b->l.own;
	cells[B_WHO] = cell_link(candidate_words(&b->l, a), href_of_application(own, a->ref));
	cells[B_REF] = cell_text(a->ref);
	cells[B_STAGE] = stage_cell(a);
	cells[B_WHOSE] = cell_text(application_live(a) ? whose_words[a->whose] : S(""));
	cells[B_WAITING] = application_live(a) ? waiting_cell(a) : cell_text(S(""));
	cells[B_DUE] = cell_text(a->due.day && application_live(a) ? day_words(a->due, own->perm) : S(""));
	cells[B_ROLE] = cell_text(a->role == NOT_THERE ? S("") : role_words(own, a->role, own->ask->day));
	cells[B_ROUND] = cell_text(round_words(a->round));
	cells[B_BAND] = cell_text(bands[a->band].words);
	cells[B_HERE] = cell_text(worked_here_words(&b->l, a));
	cells[B_WHO].note = cells[B_HERE].text;
}

static struct table *
board_table(const struct board *b)
{
	struct arena *perm = b->l.own.perm;
	struct rows_made rows = { 0 };
	int stage = stage_asked(b->l.own.ask->show);
	for (int i = 0; i < b->shown_count; i++)
		board_cells(rows_push(&rows, B_COLUMNS, perm), b, b->shown[i]);
	return table_of(S("board"), stage == NOT_THERE ? shows[shows_asked(SHOWS(shows), b->l.own.ask->show)].words
		: application_stages.rows[stage].words, board_columns, B_COLUMNS, rows, perm);
}

/* ---- one step for many ---------------------------------------------------------------------------------- */

/* The boxes: each candidate that is shown, and can go on. They are of one stage, since the steps are; when some could not be
 * taken, of whichever was asked. */
static void
add_move_form(struct document *doc, const struct board *b, struct wanted_fault fault)
{
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, b->shown_count + 1, struct pick);
	uint32_t stages = 0;
	int n = 0;
	for (int i = 0; i < b->shown_count; i++) {
		const struct application *a = b->shown[i];
		if (!application_live(a))
			continue;
		stages |= 1u << a->stage;
		picks[n++] = (struct pick){ .value = a->ref, .words = str_format(perm, "%.*s, %.*s", STR_ARG(candidate_words(&b->l, a)),
			STR_ARG(str_lower(application_stages.rows[a->stage].words, perm))),
			.chosen = sents_ticks(b->l.own.ask->sent, S("who"), a->ref) };
	}
	if (n == 0 || !hiring_writes(&b->l, GROUP_CANDIDATES))
		return;
	if (stage_asked(b->l.own.ask->show) == NOT_THERE && !b->l.own.ask->sent) {
		document_paragraph(doc, S("To record one step for several at once, choose their stage in the first table."));
		return;
	}
	struct form *form = form_made(perm, own_href(&b->l.own, S("recruitment/move")));
	form->id = S("move");
	document_heading(doc, 2, S("One step for several"), S("several"));
	document_paragraph(doc, S("Each is judged by itself. If any cannot take the step, none does, and the page says which."));
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("who"), .label = S("Who"), .picks = picks,
		.pick_count = n, .error = str_equal(fault.input, S("who")) ? fault.words : S("") });
	step_inputs(&b->l, form, stages, NULL, fault);
	form_button(form, perm, (struct button){ .words = S("Record the step") });
	document_form(doc, form);
}

/* ---- the page ------------------------------------------------------------------------------------------- */

static Str
board_title(const struct board *b)
{
	struct arena *perm = b->l.own.perm;
	int live = 0, ours = 0, late = 0;
	for (int i = 0; i < b->l.all.application_count; i++) {
		const struct application *a = &b->l.all.applications[i];
		if (!in_round(b, a) || !application_live(a))
			continue;
		live++;
		ours += a->whose == OUR_MOVE;
		late += a->late;
	}
	if (live == 0)
		return S("Nobody is on their way to a post");
	return str_format(perm, "%.*s on their way: %d wait%s on us, %d %s late", STR_ARG(counted(live, "candidate", "candidates", perm)),
		ours, ours == 1 ? "s" : "", late, late == 1 ? "is" : "are");
}

static void
add_filters(struct document *doc, const struct board *b)
{
	const struct own *own = &b->l.own;
	const struct records *rounds = &own->council->of[TYPE_ROUND];
	struct pick *picks = new(doc->arena, countof(shows), struct pick), *of = new(doc->arena, rounds->count + 1, struct pick);
	for (int s = 0; s < countof(shows); s++)
		picks[s] = (struct pick){ .words = shows[s].words, .chosen = stage_asked(own->ask->show) == NOT_THERE &&
			s == shows_asked(SHOWS(shows), own->ask->show), .value = href_of_board(own, str_format(doc->arena, "show=%.*s%s%.*s",
			STR_ARG(shows[s].show), b->round.len ? "&round=" : "", STR_ARG(b->round))) };
	of[0] = (struct pick){ .words = S("All rounds"), .chosen = b->round.len == 0, .value = href_of_board(own, S("")) };
	for (int r = 0; r < rounds->count; r++)
		of[r + 1] = (struct pick){ .words = round_words(&rounds->at[r]), .chosen = str_equal(b->round, rounds->at[r].ref),
			.value = href_of_board(own, str_format(doc->arena, "round=%.*s", STR_ARG(rounds->at[r].ref))) };
	document_choices(doc, S("Show"), picks, countof(shows));
	if (rounds->count > 1)
		document_choices(doc, S("Round"), of, rounds->count + 1);
}

enum { CAMPAIGNS_LISTED = 5 };         /* the latest */

static void
add_ways_on(struct document *doc, const struct board *b)
{
	static const enum type_id lists[] = { TYPE_ROUND, TYPE_CAMPAIGN, TYPE_CANDIDATE };
	const struct own *own = &b->l.own;
	struct run *runs = new(doc->arena, countof(lists) + 11 + CAMPAIGNS_LISTED, struct run);
	int n = 0;
	if (hiring_writes(&b->l, GROUP_CANDIDATES))
		runs[n++] = (struct run){ .text = S("Bring applications from a list"), .href = own_href(own, S("recruitment/import")) };
	if (may_score_somewhere(own->ask))
		runs[n++] = (struct run){ .text = S("What waits for my score"), .href = own_href(own, S("recruitment/scoring")) };
	if (b->round.len) {
		runs[n++] = (struct run){ .text = S("How this round went"), .href = own_href(own, str_format(doc->arena,
			"recruitment/rounds/%.*s", STR_ARG(b->round))) };
		runs[n++] = (struct run){ .text = S("Its panel, and what is scored"), .href = own_href(own, str_format(doc->arena,
			"recruitment/rounds/%.*s/panel", STR_ARG(b->round))) };
	}
	for (int c = own->council->of[TYPE_CAMPAIGN].count - 1; c >= 0 && c >= own->council->of[TYPE_CAMPAIGN].count - CAMPAIGNS_LISTED; c--) {
		const struct record *campaign = &own->council->of[TYPE_CAMPAIGN].at[c];
		runs[n++] = (struct run){ .text = str_format(doc->arena, "What \u201c%.*s\u201d brought", STR_ARG(said_text(TYPE_CAMPAIGN,
			campaign, "name"))), .href = own_href(own, str_format(doc->arena, "recruitment/campaigns/%.*s", STR_ARG(campaign->ref))) };
	}
	runs[n++] = (struct run){ .text = S("How a year of it went, how long it took and what it cost"), .href = own_href(own,
		S("recruitment/reports")) };
	if (hiring_writes(&b->l, GROUP_CANDIDATES))
		runs[n++] = (struct run){ .text = S("Candidates who may be one"), .href = own_href(own, S("recruitment/duplicates")) };
	if (may_see_equality_totals(own->ask))
		runs[n++] = (struct run){ .text = S("How far candidates came, by group"), .href = own_href(own, S("recruitment/equality")) };
	runs[n++] = (struct run){ .text = S("Posts to fill"), .href = own_href(own, S("to-fill")) };
	for (int i = 0; i < countof(lists); i++)
		runs[n++] = (struct run){ .text = str_capital(record_types[lists[i]].many, doc->arena),
			.href = own_href(own, record_type_segment(&record_types[lists[i]], doc->arena)) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

/* What is done most stands first: an application that came, to the round that is looked at. */
static void
add_add(struct document *doc, const struct board *b)
{
	struct run *run = new(doc->arena, 1, struct run);
	if (!hiring_writes(&b->l, GROUP_CANDIDATES))
		return;
	*run = (struct run){ .text = S("Add an application"), .href = href_in_unit(&b->l.own, S("recruitment/add"), NOT_THERE, b->round.len
		? str_format(doc->arena, "round=%.*s", STR_ARG(b->round)) : S("")) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

static struct document
board_document(struct board *b, struct wanted_fault fault)
{
	static const Str dropped[] = { STR("ref"), STR("here") };
	struct document doc = own_document(&b->l.own, board_title(b), href_of_board(&b->l.own, S("")));
	const struct table *stages = stages_table(b);
	struct table *table = board_table(b);
	add_add(&doc, b);
	if (stages) {
		document_table(&doc, stages);
		doc.sheets[doc.sheet_count++] = stages;
	}
	add_filters(&doc, b);
	doc.data = table;
	if (b->shown_count)
		document_table(&doc, table_without(table, dropped, countof(dropped), doc.arena));
	else
		document_paragraph(&doc, S("There is none of these."));
	add_move_form(&doc, b, fault);
	add_ways_on(&doc, b);
	add_not_for_release(&doc);
	return doc;
}

static bool
board_settle(const struct world *world, const struct ask *ask, struct board *b, struct answer *why, struct arena *perm)
{
	if (!hiring_settle(world, ask, &b->l, why, perm))
		return false;
	int first;
	b->round = ask->round;
	if (b->round.len && records_of(&b->l.own.council->of[TYPE_ROUND], b->round, &first) == 0) {
		*why = answer_words(UNKNOWN, S("There is no such round"), str_format(perm, "\u201c%.*s\u201d is no round of recruitment of "
			"%.*s.", STR_ARG(b->round), STR_ARG(b->l.own.place->name)), perm);
		return false;
	}
	gather(b);
	return true;
}

struct answer
show_board(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct board b = { 0 };
	struct answer answer;
	if (!board_settle(world, ask, &b, &answer, perm))
		return answer;
	return answer_of(DONE, board_document(&b, (struct wanted_fault){ 0 }));
}

/* ---- moving --------------------------------------------------------------------------------------------- */

/* Those that were ticked, as changes; false, with the first fault. */
static bool
moves_of(const struct board *b, const struct wanted *wanted, struct changes *changes, int *count, struct wanted_fault *fault)
{
	const struct recruitment *all = &b->l.all;
	struct arena *perm = b->l.own.perm;
	int taken[RECORD_TYPES] = { 0 };
	*count = 0;
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		struct error err = { 0 };
		if (!sents_ticks(b->l.own.ask->sent, S("who"), a->ref))
			continue;
		(*count)++;
		if (!step_changes(&b->l, a, wanted, changes, taken, &err)) {
			*fault = (struct wanted_fault){ S("who"), str_format(perm, "%.*s: %s", STR_ARG(candidate_words(&b->l, a)), err.text) };
			return false;
		}
	}
	if (*count == 0)
		*fault = (struct wanted_fault){ S("who"), S("Choose at least one candidate") };
	else if (*count < sents_ticked(b->l.own.ask->sent, S("who")))
		*fault = (struct wanted_fault){ S("who"), S("One that was chosen is not on the board any more: look at who is chosen, and send it again") };
	return fault->words.len == 0;
}

struct answer
board_move(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct board b = { 0 };
	struct answer answer;
	struct wanted wanted;
	struct wanted_fault fault = { 0 };
	struct changes changes = changes_new(perm);
	int count;
	if (!board_settle(world, ask, &b, &answer, perm))
		return answer;
	if (!wanted_read(&b.l, &wanted, &fault) || !moves_of(&b, &wanted, &changes, &count, &fault))
		return answer_of(WRONG, board_document(&b, fault));
	return hiring_did(&b.l, &changes, str_format(perm, "%.*s", STR_ARG(counted(count, "application", "applications", perm))),
		S("Nobody was moved"), href_of_board(&b.l.own, S("")));
}
