/* scorecard_own.c: what a council's own records say today, beside what was last published. */
#include "app/own_guard.h"

#include <string.h>

/* The measure whose row this is: its link is the measure's page. */
static enum measure_id
measure_of_row(const struct table *card, int row)
{
	Str href = card->rows[row].cells[0].href;
	Str path = str_cut(&href, '?'), name = { 0 };
	while (path.len)
		name = str_cut(&path, '/');
	return measure_find(name);
}

static struct cell
own_cell(const struct own *own, const struct own_figures *figures, enum measure_id m)
{
	bool seen = m != NO_MEASURE && sight_total(&own->sight, NOT_THERE, group_of_measure(m)).reach >= REACH_PSEUDONYM;
	if (!seen)
		return blank_cell();
	return cell_figure(figures->value[m], measures[m].places, measures[m].unit);
}

static const struct table *
with_column(const struct own *own, const struct table *card)
{
	enum { AFTER = 2 };
	struct arena *perm = own->perm;
	struct own_figures figures;
	own_figures_on(&figures, own->roster, NOT_THERE, own->ask->day, *perm);
	int count = card->column_count + 1;
	struct column *columns = new(perm, count, struct column);
	struct row *rows = new(perm, card->row_count, struct row);
	memcpy(columns, card->columns, AFTER * sizeof *columns);
	memcpy(columns + AFTER + 1, card->columns + AFTER, (size_t)(count - AFTER - 1) * sizeof *columns);
	columns[AFTER] = (struct column){ S("own"), str_format(perm, "Own records, %.*s",
		STR_ARG(day_words(own->ask->day, perm))), true, false };
	for (int r = 0; r < card->row_count; r++) {
		struct cell *cells = new(perm, count, struct cell);
		memcpy(cells, card->rows[r].cells, AFTER * sizeof *cells);
		memcpy(cells + AFTER + 1, card->rows[r].cells + AFTER, (size_t)(count - AFTER - 1) * sizeof *cells);
		cells[AFTER] = own_cell(own, &figures, measure_of_row(card, r));
		rows[r] = card->rows[r];
		rows[r].cells = cells;
	}
	struct table *wider = new(perm, 1, struct table);
	*wider = *card;
	wider->columns = columns;
	wider->column_count = count;
	wider->rows = rows;
	return wider;
}

void
add_card_with_own(struct document *doc, const struct world *world, const struct ask *ask, const struct table *card)
{
	struct own own;
	struct answer why;
	if (!own_settle(world, ask, &own, &why, doc->arena) ||
	    sight_total(&own.sight, NOT_THERE, GROUP_IDENTITY).reach < REACH_PSEUDONYM) {
		document_table(doc, card);
		return;
	}
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("Own records are as of today, exact, and not for release; the census is of 30 "
	                                  "September. ") };
	runs[1] = (struct run){ .text = S("See each beside the other, and why they differ"),
	                        .href = own_href(&own, S("own")) };
	document_table(doc, with_column(&own, card));
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}
