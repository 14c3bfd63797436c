/* agency_view.c: every assignment that is seen: which rule it breaks, since when, what it costs. */
#include "app/agency_parts.h"

enum { A_WHO, A_REF, A_RULES, A_POST, A_UNIT, A_JOB, A_REASON, A_SINCE, A_PLANNED, A_STATE, A_CHECK,
       A_HOUR = A_CHECK + AGENCY_CHECKS, A_MONTH, A_FEE_FREE, A_COLUMNS };

static const struct column agency_columns[A_COLUMNS] = {
	[A_WHO] = { STR("worker"), STR("Worker"), false, false }, [A_REF] = { STR("ref"), STR("Reference"), false, false },
	[A_POST] = { STR("post"), STR("Post covered"), false, false }, [A_UNIT] = { STR("unit"), STR("Unit"), false, false },
	[A_JOB] = { STR("job_type"), STR("Type of job"), false, false }, [A_REASON] = { STR("reason"), STR("Why"), false, false },
	[A_SINCE] = { STR("since"), STR("Since"), false, false },
	[A_PLANNED] = { STR("planned_end"), STR("Last day as planned"), false, false },
	[A_STATE] = { STR("state"), STR("State"), false, false }, [A_RULES] = { STR("rules"), STR("Rules"), false, false },
	[A_CHECK + CHECK_CAP] = { STR("cap"), STR("Price cap"), false, false },
	[A_CHECK + CHECK_EXPERIENCE] = { STR("experience"), STR("Experience"), false, false },
	[A_CHECK + CHECK_COOL_OFF] = { STR("cool_off"), STR("Cool-off"), false, false },
	[A_CHECK + CHECK_NOTICE] = { STR("notice"), STR("Notice"), false, false },
	[A_CHECK + CHECK_REFERENCES] = { STR("references"), STR("References"), false, false },
	[A_CHECK + CHECK_PROJECT] = { STR("project"), STR("Project team"), false, false },
	[A_CHECK + CHECK_APPROVED] = { STR("approved"), STR("Approval"), false, false },
	[A_CHECK + CHECK_END] = { STR("end"), STR("End"), false, false },
	[A_HOUR] = { STR("hour"), STR("An hour (\u00A3)"), true, false },
	[A_MONTH] = { STR("month"), STR("This month (\u00A3)"), true, false },
	[A_FEE_FREE] = { STR("fee_free"), STR("No fee from"), false, false },
};

struct counts { int shown, of[AGENCY_VERDICTS]; int64_t month, before; int unknown, before_unknown; };

/* ---- one row ----------------------------------------------------------------------------------- */

/* "Price cap: breach. References: not known": what is not kept, the worst first. */
static Str
chips(const struct agency_look *l, const struct assignment *a, struct cell *checks)
{
	struct arena *perm = l->own.perm;
	struct text words = text_new(perm);
	struct judgement is[AGENCY_CHECKS];
	for (int c = 0; c < AGENCY_CHECKS; c++) {
		is[c] = agency_judge(&l->agency, a, (enum agency_check)c, perm);
		checks[c] = cell_text(agency_verdict_words(is[c].verdict));
	}
	for (int verdict = VERDICT_BREACH; verdict > VERDICT_OUTSIDE; verdict--)
		for (int c = 0; c < AGENCY_CHECKS; c++)
			if ((int)is[c].verdict == verdict)
				text_format(&words, "%s%.*s: %.*s", words.len ? "; " : "", STR_ARG(agency_checks[c].title),
				            STR_ARG(str_lower(agency_verdict_words(is[c].verdict), perm)));
	return text_str(&words);
}

static void
place_cells(struct cell *cells, const struct agency_look *l, const struct assignment *a)
{
	const struct own *own = &l->own;
	cells[A_POST] = cell_text(S("No post"));
	cells[A_UNIT] = cell_text(a->unit == NOT_THERE ? S("") : unit_words(own, a->unit));
	if (a->post == NOT_THERE)
		return;
	cells[A_POST] = post_cell(own, a->post);
	cells[A_POST].note = cells[A_UNIT].text;
}

static void
agency_row(struct cell *cells, const struct agency_look *l, const struct assignment *a)
{
	const struct own *own = &l->own;
	struct arena *perm = own->perm;
	struct fee_free fee = agency_fee_free(&l->agency, a);
	struct month_cost cost = assignment_cost(a, month_first(own->ask->day), own->ask->day);
	cells[A_WHO] = cell_link(assignment_who(l, a), href_of_assignment(own, a->ref));
	cells[A_WHO].note = a->ref;
	cells[A_REF] = cell_text(a->ref);
	place_cells(cells, l, a);
	cells[A_JOB] = cell_text(job_type_words(a->job));
	cells[A_REASON] = cell_text(agency_reason_words(a->reason));
	cells[A_SINCE] = cell_text(day_words(a->starts, perm));
	cells[A_SINCE].note = str_format(perm, "until %.*s", STR_ARG(day_words(a->planned_end, perm)));
	cells[A_PLANNED] = cell_text(day_words(a->planned_end, perm));
	cells[A_STATE] = cell_text(assignment_state_words(&l->agency, a));
	cells[A_RULES] = verdict_cell(agency_worst(&l->agency, a, false, *perm));
	cells[A_RULES].note = chips(l, a, &cells[A_CHECK]);
	cells[A_HOUR] = money_cell(assignment_hour(a).pence);
	cells[A_MONTH] = money_cell(cost.known ? cost.pence : NO_PENCE);
	cells[A_FEE_FREE] = cell_text(day_words(fee.day, perm));
	cells[A_FEE_FREE].note = fee.as_planned ? S("if it ends as planned") : S("");
}

/* ---- all of them ------------------------------------------------------------------------------- */

static const struct { Str show, words; } shows[] = {
	{ STR(""), STR("In post") }, { STR("breach"), STR("In post, breaking a rule") },
	{ STR("unknown"), STR("In post, something not known") }, { STR("over"), STR("Ended") }, { STR("all"), STR("All") },
};

static bool
is_wanted(const struct agency_look *l, const struct assignment *a, Str show)
{
	bool runs = assignment_runs(a, l->own.ask->day);
	enum agency_verdict worst = agency_worst(&l->agency, a, false, *l->own.perm);
	if (str_equal(show, S("all")))
		return true;
	if (str_equal(show, S("over")))
		return a->last.day < l->own.ask->day.day;
	if (str_equal(show, S("breach")))
		return runs && worst >= VERDICT_SIGNED;
	return runs && (show.len == 0 || worst == VERDICT_UNKNOWN);
}

static void
count_cost(struct counts *counts, const struct agency_look *l, const struct assignment *a)
{
	Date month = month_first(l->own.ask->day);
	struct month_cost now = assignment_cost(a, month, l->own.ask->day);
	struct month_cost before = assignment_cost(a, month_next(month, -1), l->own.ask->day);
	counts->month += now.known ? now.pence : 0;
	counts->before += before.known ? before.pence : 0;
	counts->unknown += now.days > 0 && !now.known;
	counts->before_unknown += before.days > 0 && !before.known;
}

static struct table *
agency_table(const struct agency_look *l, struct counts *counts)
{
	struct rows_made rows = { 0 };
	*counts = (struct counts){ 0 };
	for (int i = 0; i < l->agency.count; i++) {
		const struct assignment *a = &l->agency.assignments[i];
		if (!agency_sees(l, a))
			continue;
		count_cost(counts, l, a);
		if (assignment_runs(a, l->own.ask->day)) {
			counts->shown++;
			counts->of[agency_worst(&l->agency, a, false, *l->own.perm)]++;
		}
		if (is_wanted(l, a, l->own.ask->show))
			agency_row(rows_push(&rows, A_COLUMNS, l->own.perm), l, a);
	}
	return table_of(S("assignments"), S("Assignments"), agency_columns, A_COLUMNS, rows, l->own.perm);
}

static Str
agency_title(const struct counts *counts, struct arena *perm)
{
	int broken = counts->of[VERDICT_BREACH];
	if (counts->shown == 0)
		return S("No agency worker is in post here");
	Str all = counted(counts->shown, "assignment", "assignments", perm);
	if (broken == 0)
		return str_format(perm, "None of %.*s breaks a rule", STR_ARG(all));
	return str_format(perm, "%d of %.*s %s a rule", broken, STR_ARG(all), broken == 1 ? "breaks" : "break");
}

static Str
unknown_words(int unknown, struct arena *perm)
{
	return unknown ? str_format(perm, " and %.*s whose cost is not known", STR_ARG(counted(unknown, "assignment",
		"assignments", perm))) : S("");
}

static void
add_counts(struct document *doc, const struct agency_look *l, const struct counts *counts)
{
	static const enum agency_verdict order[] = { VERDICT_BREACH, VERDICT_SIGNED, VERDICT_UNKNOWN, VERDICT_PASS };
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, countof(order) + 2, struct pair);
	int n = 0;
	for (int i = 0; i < countof(order); i++)
		pairs[n++] = (struct pair){ agency_verdict_words(order[i]), str_format(perm, "%d", counts->of[order[i]]), S("") };
	pairs[n++] = (struct pair){ S("Cost this month"), str_format(perm, "%.*s%.*s",
		STR_ARG(pence_words(counts->month, perm)), STR_ARG(unknown_words(counts->unknown, perm))),
		href_in_agency(l, S("agency/costs")) };
	pairs[n++] = (struct pair){ S("Cost last month"), str_format(perm, "%.*s%.*s",
		STR_ARG(pence_words(counts->before, perm)), STR_ARG(unknown_words(counts->before_unknown, perm))), S("") };
	document_summary(doc, pairs, n);
}

static void
add_filter(struct document *doc, const struct agency_look *l)
{
	struct pick *picks = new(doc->arena, countof(shows), struct pick);
	for (int i = 0; i < countof(shows); i++)
		picks[i] = (struct pick){ .words = shows[i].words, .chosen = str_equal(l->own.ask->show, shows[i].show),
			.value = href_in_unit(&l->own, S("agency"), l->own.unit, shows[i].show.len ? str_format(doc->arena, "show=%.*s",
				STR_ARG(shows[i].show)) : S("")) };
	document_choices(doc, S("Which"), picks, countof(shows));
}

/* ---- who has no assignment --------------------------------------------------------------------- */

static const struct column without_columns[] = {
	{ STR("who"), STR("Agency worker"), false, false }, { STR("post"), STR("Post"), false, false },
	{ STR("when"), STR("When"), false, false }, { STR("spell"), STR("Time in post"), false, false },
};

static void
add_without(struct document *doc, const struct agency_look *l)
{
	const struct roster *r = l->own.roster;
	struct rows_made rows = { 0 };
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = spell_on(r, s, l->own.ask->day);
		if (!row || row->basis != AGENCY || row->person == NOT_THERE || row->post == NOT_THERE ||
		    sight_person(&l->own.sight, row->person, GROUP_TERMS).reach < REACH_PSEUDONYM ||
		    agency_of_spell(&l->agency, s) != NOT_THERE)
			continue;
		const struct post_row *post = post_on(r, row->post, l->own.ask->day);
		if (!agency_here(l, post ? post->unit : NOT_THERE))
			continue;
		struct cell *cells = rows_push(&rows, countof(without_columns), doc->arena);
		cells[0] = person_cell(&l->own, row->person, l->own.ask->day);
		cells[1] = post_cell(&l->own, row->post);
		cells[2] = cell_text(period_words(spell_period(r, s), doc->arena));
		cells[3] = cell_text(r->spells[s].ref);
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Without an assignment"), S("without"));
	document_paragraph(doc, S("These agency workers are in post and no assignment says what was asked for, what they cost or what "
		"the checks rest on. HR enters it under Assignments."));
	const struct table *table = table_of(S("without_assignment"), S("In post, with no assignment"), without_columns,
	                                     countof(without_columns), rows, doc->arena);
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

static void
add_lists(struct document *doc, const struct agency_look *l)
{
	static const struct { Str rest, words; } lists[] = {
		{ STR("assignments"), STR("Assignments, as records") }, { STR("agency-caps"), STR("Caps by region and type of job") },
		{ STR("agency-rules"), STR("Numbers in the rules") }, { STR("agency-job-titles"), STR("What local job titles count as") },
		{ STR("items-of-the-agency-return"), STR("Official names of items") },
	};
	struct run *runs = new(doc->arena, countof(lists), struct run);
	for (int i = 0; i < countof(lists); i++)
		runs[i] = (struct run){ .text = lists[i].words, .href = own_href(&l->own, lists[i].rest) };
	document_heading(doc, 2, S("Lists behind it"), S("lists"));
	document_runs(doc, BLOCK_LIST, runs, countof(lists));
	document_paragraph(doc, S("Caps are agreed by each region and not published whole, so they are as entered here. What each rule "
		"says, where it comes from and how sure that is stands on the page of every assignment."));
}

struct answer
show_agency(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref"), STR("unit"), STR("job_type"), STR("reason"), STR("planned_end"), STR("state"),
		STR("cap"), STR("experience"), STR("cool_off"), STR("notice"), STR("references"), STR("project"), STR("approved"),
		STR("end"), STR("hour") };
	struct agency_look l;
	struct answer answer;
	struct counts counts;
	if (!agency_settle(world, ask, &l, &answer, perm))
		return answer;
	struct table *table = agency_table(&l, &counts);
	struct document doc = own_document(&l.own, agency_title(&counts, perm), href_in_agency(&l, S("agency")));
	add_agency_places(&doc, &l, AGENCY_PAGE);
	add_counts(&doc, &l, &counts);
	add_filter(&doc, &l);
	doc.data = table;
	if (table->row_count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	add_without(&doc, &l);
	add_lists(&doc, &l);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
