/* induction_view.c: who is in induction: whose move it is, what is late, how long they have waited. */
#include "app/induction_parts.h"

#include "app/estab.h"

#include <stdlib.h>

struct inducting {
	struct own own;
	struct inductions all;
	const struct induction **shown;
	int shown_count, in_it, late;
};

/* ---- which ------------------------------------------------------------------------------------------ */

static bool
is_in_it(const struct induction *n)
{
	return !n->over;
}

static bool
is_late(const struct induction *n)
{
	return !n->over && n->is_late;
}

static bool
is_over(const struct induction *n)
{
	return n->over;
}

static const struct { Str show, words; bool (*keeps)(const struct induction *); } shows[] = {
	{ STR(""), STR("In induction"), is_in_it }, { STR("late"), STR("Late"), is_late }, { STR("over"), STR("Over"), is_over },
};

/* Late first, then who has waited longest; of one day by reference. */
static int
by_need(const void *left, const void *right)
{
	const struct induction *a = *(const struct induction *const *)left, *b = *(const struct induction *const *)right;
	if (a->is_late != b->is_late)
		return a->is_late ? -1 : 1;
	return a->waiting != b->waiting ? (a->waiting < b->waiting) - (a->waiting > b->waiting) : a->spell - b->spell;
}

static void
gather(struct inducting *in)
{
	in->shown = new(in->own.perm, in->all.count + 1, const struct induction *);
	for (int i = 0; i < in->all.count; i++) {
		const struct induction *n = &in->all.at[i];
		if (sight_person(&in->own.sight, n->person, GROUP_INDUCTION).reach < REACH_READ)
			continue;
		in->in_it += is_in_it(n);
		in->late += is_late(n);
		if (shows[shows_asked(SHOWS(shows), in->own.ask->show)].keeps(n))
			in->shown[in->shown_count++] = n;
	}
	qsort(in->shown, (size_t)in->shown_count, sizeof *in->shown, by_need);
}

/* ---- as a table --------------------------------------------------------------------------------------- */

enum { I_WHO, I_REF, I_WAITING, I_WHOSE, I_DUE, I_DONE, I_OPEN, I_LATE, I_REVIEW, I_STARTED, I_UNIT, I_COLUMNS };
static const struct column columns[I_COLUMNS] = {
	[I_WHO] = { STR("person"), STR("Person"), false, false }, [I_REF] = { STR("spell"), STR("Time in post"), false, false },
	[I_WAITING] = { STR("waiting"), STR("Waiting (days)"), true, false }, [I_WHOSE] = { STR("whose"), STR("Whose move"), false, false },
	[I_DUE] = { STR("due"), STR("Next by"), false, false }, [I_DONE] = { STR("done"), STR("Done"), true, false },
	[I_OPEN] = { STR("open"), STR("Open"), true, false }, [I_LATE] = { STR("late"), STR("Late"), true, false },
	[I_REVIEW] = { STR("review"), STR("Review due"), false, false }, [I_STARTED] = { STR("started"), STR("Started"), false, false },
	[I_UNIT] = { STR("unit"), STR("Unit"), false, false },
};

static Str
unit_of(const struct own *own, const struct induction *n)
{
	const struct post_row *post = n->post == NOT_THERE ? NULL : post_on(own->roster, n->post, own->ask->day);
	return !post || post->unit == NOT_THERE ? S("") : unit_words(own, post->unit);
}

static struct cell
count_cell(int count)
{
	return cell_figure(figure_whole(count), 0, UNIT_COUNT);
}

static void
cells_of(struct cell *cells, const struct own *own, const struct induction *n)
{
	struct arena *perm = own->perm;
	cells[I_WHO] = cell_link(person_words(own, n->person), href_of_induction(own, n->spell));
	cells[I_REF] = cell_text(own->roster->spells[n->spell].ref);
	cells[I_WAITING] = n->over ? cell_text(S("")) : cell_figure(figure_whole(n->waiting), 0, UNIT_DAYS);
	if (is_late(n)) {
		cells[I_WAITING].tag = S("late");
		cells[I_WAITING].tag_tone = TAG_RED;
	}
	cells[I_WHOSE] = cell_text(n->whose);
	cells[I_DUE] = cell_text(n->due.day ? day_words(n->due, perm) : S(""));
	cells[I_DONE] = count_cell(n->of[ITEM_DONE]);
	cells[I_OPEN] = count_cell(n->of[ITEM_OPEN]);
	cells[I_LATE] = count_cell(n->late);
	cells[I_REVIEW] = cell_text(n->next ? day_words(n->next->due, perm) : n->passed ? S("Passed") : S(""));
	cells[I_STARTED] = cell_text(day_words(n->started, perm));
	cells[I_UNIT] = cell_text(unit_of(own, n));
}

/* ---- the page ------------------------------------------------------------------------------------------ */

static Str
title_of(const struct inducting *in)
{
	if (in->in_it == 0)
		return S("Nobody is in induction");
	return str_format(in->own.perm, "%.*s in induction; of %d of them something is late",
		STR_ARG(counted(in->in_it, "person is", "people are", in->own.perm)), in->late);
}

static Str
href_of_list(const struct own *own, Str more)
{
	return href_in_unit(own, S("recruitment/inductions"), NOT_THERE, more);
}

static void
add_filters(struct document *doc, const struct own *own)
{
	struct pick *picks = new(doc->arena, countof(shows), struct pick);
	for (int s = 0; s < countof(shows); s++)
		picks[s] = (struct pick){ .words = shows[s].words, .chosen = s == shows_asked(SHOWS(shows), own->ask->show), .value = href_of_list(own,
			shows[s].show.len ? str_format(doc->arena, "show=%.*s", STR_ARG(shows[s].show)) : S("")) };
	document_choices(doc, S("Show"), picks, countof(shows));
}

struct answer
show_inductions(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("spell"), STR("late") };
	struct inducting in = { 0 };
	struct answer answer;
	struct rows_made rows = { 0 };
	if (!own_settle(world, ask, &in.own, &answer, perm))
		return answer;
	inductions_read(&in.all, in.own.roster, ask->day, perm);
	gather(&in);
	for (int i = 0; i < in.shown_count; i++)
		cells_of(rows_push(&rows, I_COLUMNS, perm), &in.own, in.shown[i]);
	struct document doc = own_document(&in.own, title_of(&in), href_of_list(&in.own, S("")));
	struct table *table = table_of(S("inductions"), shows[shows_asked(SHOWS(shows), ask->show)].words, columns, I_COLUMNS, rows, perm);
	add_filters(&doc, &in.own);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	else
		document_paragraph(&doc, S("There is none of these."));
	document_runs(&doc, BLOCK_LIST, &(struct run){ .text = S("What is done for whoever starts, by role"),
		.href = own_href(&in.own, S("recruitment/checklist")) }, 1);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
