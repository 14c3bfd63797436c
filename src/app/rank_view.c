/* rank_view.c: what an assessment came to: who is for a post, tied, in reserve; the step for several of them; feedback that is
 * due. Totals are for the panel; whoever keeps candidates sees the order. */
#include "app/scoring_parts.h"

#include "app/estab.h"

enum { K_PLACE, K_WHO, K_TOTAL, K_STANDS, K_STAGE, K_SHARE, K_MISSED, K_BAND, K_ROLE, K_REF, K_COLUMNS };
static const struct column rank_columns[K_COLUMNS] = {
	[K_PLACE] = { STR("place"), STR("Place"), false, false }, [K_WHO] = { STR("candidate"), STR("Candidate"), false, false },
	[K_STANDS] = { STR("stands"), STR("Stands"), false, false }, [K_STAGE] = { STR("stage"), STR("Stage"), false, false },
	[K_TOTAL] = { STR("total"), STR("Total"), true, false }, [K_SHARE] = { STR("share"), STR("Of the highest (%)"), true, false },
	[K_MISSED] = { STR("missed"), STR("Essential, not met"), false, false }, [K_BAND] = { STR("band"), STR("Experience"), false, false },
	[K_ROLE] = { STR("role"), STR("Role"), false, false }, [K_REF] = { STR("ref"), STR("Application"), false, false },
};

struct rank_page {
	struct scoring_look s;
	const struct record *round;
	struct ranking ranking;
	bool totals;                 /* whoever asks is on the panel */
	bool keeps;                  /* and keeps candidates */
	Str  wrong[2];               /* of the feedback form: whom, and the day */
};

/* ---- rows ---------------------------------------------------------------------------------------------- */

static Str
missed_words(const struct sheet *sheet, struct arena *perm)
{
	Str *names = new(perm, sheet->criterion_count + 1, Str);
	int n = 0;
	for (int c = 0; c < sheet->criterion_count; c++) {
		int64_t parts;
		if (sheet->criteria[c].needed != NOT_NEEDED && sheet_value(sheet, c, &parts) &&
		    parts < (int64_t)sheet->criteria[c].needed * SCORE_PARTS)
			names[n++] = sheet->criteria[c].name;
	}
	return n ? list_words(names, n, perm) : S("");
}

static int
tone_of(enum seat_outlook outlook)
{
	static const int tones[STANDINGS] = { [STANDS_FOR_SEAT] = TAG_GREEN, [STANDS_TIED] = TAG_YELLOW, [STANDS_RESERVE] = TAG_BLUE,
		[STANDS_BELOW] = TAG_RED, [STANDS_WAITING] = TAG_GREY };
	return tones[outlook];
}

static void
rank_cells(struct cell *cells, const struct rank_page *r, const struct placing *p)
{
	const struct own *own = &r->s.l.own;
	const struct application *a = p->application;
	bool shown = r->totals && scoring_reads_of(&r->s, a) && sheet_open(&p->sheet);
	Str to = r->keeps && !r->totals ? href_of_application(own, a->ref) : href_of_sheet(&r->s, a, ASSESSMENT);
	cells[K_PLACE] = cell_text(p->place ? str_format(own->perm, "%d%s", p->place, p->shared ? "=" : "") : S("none"));
	cells[K_WHO] = cell_link(applicant_words(&r->s, a), to);
	cells[K_STANDS] = cell_tag(seat_outlook_words(p->outlook), tone_of(p->outlook));
	cells[K_STAGE] = stage_cell(a);
	cells[K_TOTAL] = cell_text(S(""));
	cells[K_SHARE] = cell_text(S(""));
	if (shown && p->total.complete) {
		cells[K_TOTAL] = cell_figure(figure_ratio(figure_whole(p->total.parts), figure_whole(SCORE_PARTS), 1), 1, UNIT_COUNT);
		cells[K_SHARE] = cell_figure(figure_ratio(figure_whole(p->total.parts), figure_whole(p->total.most), 100), 0, UNIT_PERCENT);
	}
	cells[K_MISSED] = cell_text(shown ? missed_words(&p->sheet, own->perm) : S(""));
	cells[K_BAND] = cell_text(bands[a->band].words);
	cells[K_ROLE] = cell_text(a->role == NOT_THERE ? S("") : role_words(own, a->role, own->ask->day));
	cells[K_REF] = cell_text(a->ref);
}

static Str
group_words(const struct rank_page *r, int role)
{
	const struct own *own = &r->s.l.own;
	Str name = role == NOT_THERE ? S("No role") : role_words(own, role, own->ask->day);
	return str_format(own->perm, "%.*s: %.*s to fill", STR_ARG(name), STR_ARG(counted(seats_for(&r->s.l.all, r->round, role), "post", "posts",
		own->perm)));
}

static Str
rank_title(const struct rank_page *r)
{
	struct arena *perm = r->s.l.own.perm;
	int of[STANDINGS] = { 0 };
	for (int i = 0; i < r->ranking.count; i++)
		of[r->ranking.at[i].outlook]++;
	if (r->ranking.count == 0)
		return str_format(perm, "%.*s: nobody is assessed yet", STR_ARG(round_words(r->round)));
	if (of[STANDS_WAITING])
		return str_format(perm, "%.*s: %d of %d assessed wait for scores", STR_ARG(round_words(r->round)), of[STANDS_WAITING],
			r->ranking.count);
	return str_format(perm, "%.*s: %d for a post, %d tied, %d in reserve, %d below the bar", STR_ARG(round_words(r->round)),
		of[STANDS_FOR_SEAT], of[STANDS_TIED], of[STANDS_RESERVE], of[STANDS_BELOW]);
}

static struct table *
rank_table(const struct rank_page *r)
{
	struct arena *perm = r->s.l.own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < r->ranking.count; i++) {
		rank_cells(rows_push(&rows, K_COLUMNS, perm), r, &r->ranking.at[i]);
		rows.at[i].group = group_words(r, r->ranking.at[i].application->role);
	}
	return table_of(S("rank"), S("Those assessed, by what it came to"), rank_columns, K_COLUMNS, rows, perm);
}

/* ---- what is to be done -------------------------------------------------------------------------------- */

static void
add_move(struct document *doc, const struct rank_page *r)
{
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, r->ranking.count + 1, struct pick);
	uint32_t stages = 0;
	int n = 0;
	for (int i = 0; i < r->ranking.count; i++) {
		const struct placing *p = &r->ranking.at[i];
		const struct application *a = p->application;
		if (a->stage != AT_ASSESSED && a->stage != AT_RESERVE)
			continue;
		stages |= 1u << a->stage;
		picks[n++] = (struct pick){ .value = a->ref, .words = str_format(perm, "%s%.*s, %.*s", p->place ? str_c(str_format(perm, "%d%s: ",
			p->place, p->shared ? "=" : ""), perm) : "", STR_ARG(candidate_words(&r->s.l, a)), STR_ARG(str_lower(
			seat_outlook_words(p->outlook), perm))) };
	}
	if (n == 0 || !r->keeps)
		return;
	struct form *form = form_made(perm, own_href(&r->s.l.own, S("recruitment/move")));
	form->id = S("move");
	document_heading(doc, 2, S("Choose, hold in reserve, or not"), S("several"));
	document_paragraph(doc, S("Each is judged by itself. If any cannot take the step, none does, and the page says which."));
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("who"), .label = S("Who"), .picks = picks, .pick_count = n });
	step_inputs(&r->s.l, form, stages, NULL, (struct wanted_fault){ 0 });
	form_button(form, perm, (struct button){ .words = S("Record the step") });
	document_form(doc, form);
}

/* ---- feedback -------------------------------------------------------------------------------------------- */

static const struct column feedback_columns[] = {
	{ STR("candidate"), STR("Candidate"), false, false }, { STR("due"), STR("Feedback due"), false, false },
	{ STR("given"), STR("Given"), false, false },
};

static void
add_feedback_form(struct document *doc, const struct rank_page *r, const struct pick *picks, int count)
{
	const struct ask *ask = r->s.l.own.ask;
	struct form *form = form_made(doc->arena, href_of_round(&r->s, r->round->ref, "feedback"));
	if (count == 0 || !r->keeps)
		return;
	form->id = S("feedback");
	form_input(form, doc->arena, (struct input){ .kind = INPUT_SELECT, .name = S("application"), .label = S("Who had feedback"),
		.picks = picks, .pick_count = count, .value = ask_sent(ask, S("application")), .error = r->wrong[0] });
	form_input(form, doc->arena, (struct input){ .kind = INPUT_DATE, .name = S("given_on"), .label = S("On"), .width = 20,
		.value = ask->sent ? ask_sent(ask, S("given_on")) : date_text(ask->day, doc->arena), .error = r->wrong[1] });
	form_button(form, doc->arena, (struct button){ .words = S("Record the feedback"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static void
add_feedback(struct document *doc, const struct rank_page *r)
{
	const struct recruitment *all = &r->s.l.all;
	struct pick *picks = new(doc->arena, all->application_count + 1, struct pick);
	struct rows_made rows = { 0 };
	int n = 0;
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		struct feedback feedback = feedback_of(a, all->day);
		if (a->round != r->round || !feedback.owed)
			continue;
		struct cell *cells = rows_push(&rows, countof(feedback_columns), doc->arena);
		cells[0] = cell_text(applicant_words(&r->s, a));
		cells[1] = cell_text(day_words(feedback.due, doc->arena));
		cells[2] = cell_text(feedback.given.day ? day_words(feedback.given, doc->arena) : S(""));
		if (feedback.late)
			cells[2] = cell_tag(S("late"), TAG_RED);
		if (feedback.given.day == 0)
			picks[n++] = (struct pick){ .value = a->ref, .words = applicant_words(&r->s, a) };
	}
	if (rows.count == 0)
		return;
	const struct table *table = table_of(S("feedback"), S("Feedback to whoever was assessed and not chosen"), feedback_columns,
		countof(feedback_columns), rows, doc->arena);
	document_heading(doc, 2, S("Feedback"), S("feedback-due"));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
	add_feedback_form(doc, r, picks, n);
}

/* ---- the page -------------------------------------------------------------------------------------------- */

static struct document
rank_document(const struct rank_page *r)
{
	static const Str dropped[] = { STR("role"), STR("ref"), STR("total"), STR("share"), STR("missed") };
	struct document doc = own_document(&r->s.l.own, rank_title(r), href_of_round(&r->s, r->round->ref, "rank"));
	struct table *table = rank_table(r);
	doc.data = r->totals ? table : table_without(table, dropped + 2, 3, doc.arena);
	if (r->ranking.count)
		document_table(&doc, table_without(table, dropped, r->totals ? 2 : countof(dropped), doc.arena));
	else
		document_paragraph(&doc, S("Whoever is invited and scored at the assessment stands here by what their scores come to."));
	if (r->totals)
		witness_saw(r->s.l.own.ask, GROUP_SCORES, str_format(doc.arena, "round %.*s", STR_ARG(r->round->ref)));
	else
		document_paragraph(&doc, S("You see the order that the panel came to. What was given is for the panel alone."));
	if (r->ranking.count)
		document_paragraph(&doc, S("Equal totals have one place. Those of one place on both sides of the last post are tied for it, and the "
			"panel says which."));
	add_move(&doc, r);
	add_feedback(&doc, r);
	document_runs(&doc, BLOCK_LIST, &(struct run){ .text = S("The panel, and what is scored"), .href = href_of_round(&r->s, r->round->ref,
		"panel") }, admits(r->s.l.own.ask->viewer, r->s.l.own.place->slug, (struct need){ OF_COUNCIL, GROUP_CAMPAIGNS, REACH_READ },
		r->s.l.own.ask->today) ? 1 : 0);
	add_not_for_release(&doc);
	return doc;
}

static bool
rank_settle(const struct world *world, const struct ask *ask, struct rank_page *r, struct answer *why, struct arena *perm)
{
	if (!scoring_round(world, ask, &r->s, &r->round, why, perm))
		return false;
	r->totals = scoring_reads(&r->s, r->round->ref);
	r->keeps = hiring_writes(&r->s.l, GROUP_CANDIDATES);
	if (r->totals || r->keeps) {
		ranking_read(&r->ranking, &r->s.books, &r->s.l.all, r->round, perm);
		return true;
	}
	*why = answer_words(UNKNOWN, S("There is no such round for you"), S("How those assessed rank is for the round\u2019s panel and for "
		"whoever recruits."), perm);
	return false;
}

struct answer
show_rank(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct rank_page r = { 0 };
	struct answer answer;
	if (!rank_settle(world, ask, &r, &answer, perm))
		return answer;
	return answer_of(DONE, rank_document(&r));
}

struct answer
feedback_record(const struct world *world, const struct ask *ask, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_APPLICATION];
	struct rank_page r = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	Date day;
	if (!rank_settle(world, ask, &r, &answer, perm))
		return answer;
	int found = application_find(&r.s.l.all, ask_sent(ask, S("application")));
	const struct application *a = found == NOT_THERE ? NULL : &r.s.l.all.applications[found];
	if (!a || a->round != r.round || !feedback_of(a, ask->day).owed)
		r.wrong[0] = S("Choose somebody who was assessed and not chosen");
	if (!date_parse(ask_sent(ask, S("given_on")), &day) || day.day > ask->day.day)
		r.wrong[1] = S("Enter a day that has come, for example 5 March 2026");
	if (r.wrong[0].len + r.wrong[1].len)
		return answer_of(WRONG, rank_document(&r));
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = a->record->values[f];
	values[field_find(type, S("feedback_on"))] = date_iso(day, perm);
	record_alter(&changes, type, a->record, values);
	return record_did(&r.s.l.own, &changes, str_format(perm, "application %.*s", STR_ARG(a->ref)), S(""), S("Nothing was recorded"),
		href_of_round(&r.s, r.round->ref, "rank"));
}
