/* requisition_movers.c: who could move into a post that is to be filled, and what came of it. A name is told to whoever may
 * know that this person wants to move, or that their post ends; of the others only how many there are. */
#include "app/requisition_parts.h"

#include "app/estab.h"
#include "practice/moving.h"

enum { M_WHO, M_WHY, M_SINCE, M_ENDS, M_NOW, M_CAME, M_COLUMNS };
static const struct column columns[M_COLUMNS] = {
	[M_WHO] = { STR("person"), STR("Who"), false, false }, [M_WHY] = { STR("kind"), STR("Why they would move"), false, false },
	[M_SINCE] = { STR("asked_on"), STR("Asked or told on"), false, false }, [M_ENDS] = { STR("ends_on"), STR("Post ends on"), false, false },
	[M_NOW] = { STR("post"), STR("Is in now"), false, false }, [M_CAME] = { STR("outcome"), STR("What came of it"), false, false },
};

static Str
post_now(const struct own *own, int post)
{
	const struct post_row *row = post_on(own->roster, post, own->ask->day);
	Str words = post_words(own, post);
	return !row || row->unit == NOT_THERE ? words : str_format(own->perm, "%.*s in %.*s", STR_ARG(words), STR_ARG(unit_words(own, row->unit)));
}

static Str
came_words(const struct own *own, const struct mover *mover)
{
	return mover->outcome == NOT_THERE ? S("Nothing yet") : str_format(own->perm, "%.*s, %.*s",
		STR_ARG(move_outcomes[mover->outcome].words), STR_ARG(day_words(mover->outcome_on, own->perm)));
}

static void
cells_of(struct cell *cells, const struct own *own, const struct mover *mover)
{
	cells[M_WHO] = cell_link(person_words(own, mover->person), href_of_person(own, mover->person));
	cells[M_WHY] = cell_text(move_kinds[mover->kind].words);
	cells[M_SINCE] = cell_text(mover->asked.day ? day_words(mover->asked, own->perm) : S(""));
	cells[M_ENDS] = cell_text(mover->ends.day ? day_words(mover->ends, own->perm) : S(""));
	cells[M_NOW] = cell_text(post_now(own, mover->post));
	cells[M_CAME] = mover->wish ? cell_link(came_words(own, mover), own_href(own, str_format(own->perm, "requests-to-move/%.*s",
		STR_ARG(mover->wish->ref)))) : cell_text(S("Not asked yet"));
}

static void
say_hidden(struct document *doc, int hidden)
{
	if (hidden)
		document_paragraph(doc, str_format(doc->arena, "%.*s such a post, whom you may not see: HR knows who.", STR_ARG(counted(hidden,
			"other person could move into", "other people could move into", doc->arena))));
}

static bool
is_looked_for(const struct requisition *seat)
{
	return seat->role != NOT_THERE && (seat->state == REQUISITION_ASKED || seat->state == REQUISITION_APPROVED ||
	                                   seat->state == REQUISITION_ADVERTISED);
}

/* Whoever writes requests asks or decides: nobody else needs to know of anybody. */
void
add_movers(struct document *doc, const struct hiring_look *l, const struct requisition *seat)
{
	const struct own *own = &l->own;
	struct movers movers;
	struct rows_made rows = { 0 };
	int hidden = 0;
	if (!is_looked_for(seat) || sight_record(&own->sight, &record_types[TYPE_REQUISITION], seat->record, GROUP_REQUESTS).reach < REACH_WRITE)
		return;
	movers_read(&movers, own->roster, &(struct opening){ seat->ref, seat->post, seat->unit, seat->role }, own->ask->day, doc->arena);
	for (int i = 0; i < movers.count; i++) {
		const struct mover *mover = &movers.at[i];
		if (person_seen(own, mover->person) && sight_person(&own->sight, mover->person, GROUP_MOVES).reach >= REACH_READ)
			cells_of(rows_push(&rows, M_COLUMNS, doc->arena), own, mover);
		else
			hidden++;
	}
	document_heading(doc, 2, S("Who could move"), S("movers"));
	if (rows.count) {
		struct table *table = table_of(S("movers"), S("Those whose post ends, and those who asked to transfer"), columns, M_COLUMNS, rows, doc->arena);
		document_table(doc, table);
		doc->sheets[doc->sheet_count++] = table;
	} else {
		document_paragraph(doc, hidden ? S("Nobody whom you may see.") : S("Nobody: no post of this role ends, and nobody asked to move "
			"to such a post."));
	}
	say_hidden(doc, hidden);
	if (hiring_writes(l, GROUP_MOVES))
		document_runs(doc, BLOCK_LIST, &(struct run){ .text = S("Somebody else asked to move, or their post ends"),
			.href = own_href(own, S("requests-to-move/new")) }, 1);
}
