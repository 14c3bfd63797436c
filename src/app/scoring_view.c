/* scoring_view.c: what waits for my score: every application of the rounds whose panel I am on, mine to move first. */
#include "app/scoring_parts.h"

#include "app/estab.h"

#include <stdlib.h>

enum { L_WHO, L_STATE, L_WAITING, L_DUE, L_IN, L_SITTING, L_ROLE, L_ROUND, L_ASSESSOR, L_COLUMNS };
static const struct column list_columns[L_COLUMNS] = {
	[L_WHO] = { STR("application"), STR("Application"), false, false }, [L_STATE] = { STR("state"), STR("Scores"), false, false },
	[L_WAITING] = { STR("waiting"), STR("Waiting (days)"), true, false }, [L_DUE] = { STR("due"), STR("Due"), false, false },
	[L_IN] = { STR("in"), STR("Handed in"), false, false }, [L_SITTING] = { STR("sitting"), STR("At"), false, false },
	[L_ROLE] = { STR("role"), STR("Role"), false, false }, [L_ROUND] = { STR("round"), STR("Round"), false, false },
	[L_ASSESSOR] = { STR("assessor"), STR("Assessor"), false, false },
};

struct mine { struct scoring_look s; struct scoring_task *at; int count, room, waiting, late, panels; };

/* Mine to move first, then the late, then who has waited longest. */
static int
by_need(const void *left, const void *right)
{
	const struct scoring_task *a = left, *b = right;
	bool mine_a = scoring_waits_for(a->state, a->member), mine_b = scoring_waits_for(b->state, b->member);
	int rounds = str_compare(said_text(TYPE_PANEL_MEMBER, a->member, "round"), said_text(TYPE_PANEL_MEMBER, b->member, "round"));
	if (rounds != 0)
		return rounds;
	if (mine_a != mine_b)
		return mine_a ? -1 : 1;
	if (a->application->late != b->application->late)
		return a->application->late ? -1 : 1;
	if (a->application->waiting != b->application->waiting)
		return a->application->waiting > b->application->waiting ? -1 : 1;
	return str_compare(a->application->ref, b->application->ref);
}

static bool
is_mine(const struct mine *m, const struct record *member)
{
	if (m->s.machine)
		return member_stays(member, m->s.who.today);
	return scoring_member(&m->s, said_text(TYPE_PANEL_MEMBER, member, "round")) == member;
}

static void
gather(struct mine *m)
{
	const struct records *members = &m->s.l.own.council->of[TYPE_PANEL_MEMBER];
	struct arena *perm = m->s.l.own.perm;
	for (int i = 0; i < members->count; i++) {
		struct scoring_tasks tasks;
		if (!is_mine(m, &members->at[i]))
			continue;
		m->panels++;
		scoring_tasks_read(&tasks, &m->s.books, &m->s.l.all, &members->at[i], perm);
		struct scoring_task *more = new(perm, m->count + tasks.count + 1, struct scoring_task);
		for (int t = 0; t < m->count; t++)
			more[t] = m->at[t];
		for (int t = 0; t < tasks.count; t++) {
			bool waits = scoring_waits_for(tasks.at[t].state, &members->at[i]);
			if ((m->s.machine && !waits) || !scoring_reads_of(&m->s, tasks.at[t].application))
				continue;
			more[m->count++] = tasks.at[t];
			m->late += waits && tasks.at[t].application->late;
		}
		m->at = more;
		m->waiting += tasks.waiting;
	}
	if (m->count)
		qsort(m->at, (size_t)m->count, sizeof *m->at, by_need);
}

static int
tone_of(const struct scoring_task *task)
{
	if (scoring_waits_for(task->state, task->member))
		return TAG_YELLOW;
	return task->state == SCORING_DONE ? TAG_GREEN : TAG_GREY;
}

static void
list_cells(struct cell *cells, const struct mine *m, const struct scoring_task *task)
{
	const struct application *a = task->application;
	const struct own *own = &m->s.l.own;
	cells[L_WHO] = cell_link(applicant_words(&m->s, a), href_of_sheet(&m->s, a, task->sheet.sitting));
	cells[L_STATE] = cell_tag(scoring_state_words(task->state), tone_of(task));
	cells[L_WAITING] = waiting_cell(a);
	cells[L_DUE] = cell_text(a->due.day ? day_words(a->due, own->perm) : S(""));
	cells[L_IN] = cell_text(str_format(own->perm, "%d of %d", task->sheet.in, task->sheet.in + task->sheet.to_come < SCORERS_LEAST
		? SCORERS_LEAST : task->sheet.in + task->sheet.to_come));
	cells[L_SITTING] = cell_text(sitting_rows[task->sheet.sitting].words);
	cells[L_ROLE] = cell_text(a->role == NOT_THERE ? S("") : role_words(own, a->role, own->ask->day));
	cells[L_ROUND] = cell_text(round_words(a->round));
	cells[L_ASSESSOR] = cell_text(said_text(TYPE_PANEL_MEMBER, task->member, "name"));
}

static Str
scoring_title(const struct mine *m)
{
	struct arena *perm = m->s.l.own.perm;
	if (m->panels == 0)
		return S("No panel names you");
	if (m->waiting == 0)
		return m->s.machine ? S("Nothing waits for a score") : S("Nothing waits for your score");
	Str late = m->late ? str_format(perm, ", %d late", m->late) : S("");
	if (m->s.machine)
		return str_format(perm, "%.*s to come%.*s", STR_ARG(counted(m->waiting, "score is", "scores are", perm)), STR_ARG(late));
	return str_format(perm, "%.*s your score%.*s", STR_ARG(counted(m->waiting, "application waits for", "applications wait for", perm)),
		STR_ARG(late));
}

static void
add_rounds(struct document *doc, const struct mine *m)
{
	const struct records *members = &m->s.l.own.council->of[TYPE_PANEL_MEMBER];
	struct run *runs = new(doc->arena, members->count + 1, struct run);
	int n = 0;
	for (int i = members->count - 1; i >= 0; i--) {
		Str round = said_text(TYPE_PANEL_MEMBER, &members->at[i], "round");
		int first;
		const struct records *rounds = &m->s.l.own.council->of[TYPE_ROUND];
		if (m->s.machine || !is_mine(m, &members->at[i]) || records_of(rounds, round, &first) == 0 ||
		    said_text(TYPE_ROUND, &rounds->at[first], "closed_on").len)
			continue;
		runs[n++] = (struct run){ .text = str_format(doc->arena, "How those assessed rank: %.*s",
			STR_ARG(round_words(&rounds->at[first]))), .href = href_of_round(&m->s, round, "rank") };
	}
	if (n)
		document_runs(doc, BLOCK_LIST, runs, n);
}

struct answer
show_scoring(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("assessor"), STR("round") };
	struct mine m = { 0 };
	struct answer answer;
	struct rows_made rows = { 0 };
	if (!scoring_settle(world, ask, &m.s, &answer, perm))
		return answer;
	gather(&m);
	for (int i = 0; i < m.count; i++) {
		list_cells(rows_push(&rows, L_COLUMNS, perm), &m, &m.at[i]);
		rows.at[i].group = round_words(m.at[i].application->round);
	}
	struct document doc = own_document(&m.s.l.own, scoring_title(&m), own_href(&m.s.l.own, S("recruitment/scoring")));
	struct table *table = table_of(S("scoring"), S("Applications that are being scored"), list_columns, L_COLUMNS, rows, perm);
	doc.data = m.s.machine ? table : table_without(table, dropped, 1, perm);
	if (m.panels == 0)
		document_paragraph(&doc, S("Whoever is named on the panel of a round scores its applications here. The round\u2019s panel is "
			"kept by whoever recruits."));
	else if (m.count == 0)
		document_paragraph(&doc, S("No application stands where it is scored."));
	else
		document_table(&doc, table_without(table, dropped, m.s.machine ? 0 : 2, perm));
	if (m.count)
		document_paragraph(&doc, S("You score apart. What others gave opens to you when all have handed in; where two differ by more than a "
			"quarter of the highest score, or on whether it suffices, the panel agrees and the chair writes it down."));
	add_rounds(&doc, &m);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
