/* movements_view.c: who started, left, moved, advanced and came back, by unit, in the year to a day. */
#include "app/estab.h"

#include "app/kept.h"

enum { MOVEMENT_COLUMNS = 12, YEAR_BACK = 1 };
static const struct column movement_columns[MOVEMENT_COLUMNS] = {
	{ STR("unit"), STR("Unit"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("place"), STR("Unit"), false, true },
	{ STR("joined"), STR("Joined"), true, false }, { STR("returned"), STR("Came back"), true, false },
	{ STR("from_council"), STR("From elsewhere in the council"), true, false },
	{ STR("advanced"), STR("Advanced"), true, false }, { STR("moved"), STR("Moved"), true, false },
	{ STR("moved_service"), STR("Of them to another service"), true, false },
	{ STR("to_council"), STR("Went elsewhere in the council"), true, false },
	{ STR("left"), STR("Left the council"), true, false }, { STR("net"), STR("In less out"), true, false },
};

struct tally { int of[LEFT + 1], crossed; };

static struct period
year_to(Date day)
{
	struct civil c = date_civil(day);
	bool real = date_real(c.year - YEAR_BACK, c.month, c.day);
	Date before = date_of(c.year - YEAR_BACK, c.month, real ? c.day : c.day - 1);
	return (struct period){ { before.day + 1 }, day };
}

static struct tally
tally_of(const struct roster *roster, int unit, Date day, struct arena scratch)
{
	struct movement *moves;
	struct tally tally = { .crossed = 0 };
	int count = movements_in(roster, unit, year_to(day), false, &moves, &scratch);
	for (int i = 0; i < count; i++) {
		tally.of[moves[i].kind]++;
		tally.crossed += moves[i].crossed_service && moves[i].kind == MOVED;
	}
	return tally;
}

/* Of the council, and then of every unit by its number: kept (kept.h), before anybody's rights. */
static const void *
make_tallies(const struct roster *roster, Date day, struct arena *perm)
{
	struct tally *tallies = new(perm, roster->unit_count + 1, struct tally);
	tallies[0] = tally_of(roster, NOT_THERE, day, *perm);
	for (int u = 0; u < roster->unit_count; u++)
		if (unit_on(roster, u, day))
			tallies[u + 1] = tally_of(roster, u, day, *perm);
	return tallies;
}

static struct cell
people_cell(int count)
{
	return cell_figure(figure_whole(count), 0, UNIT_HEADCOUNT);
}

static void
movement_row(struct rows_made *rows, const struct estab *e, const struct unit_rows *units, int i,
             const struct tally *t)
{
	struct cell *cells = rows_push(rows, MOVEMENT_COLUMNS, e->own.perm);
	int unit = units->units[i];
	struct unit_place place = unit_place_of(&e->own, units, i);
	rows->at[rows->count - 1].group = place.group;
	int in = t->of[JOINED] + t->of[RETURNED] + t->of[JOINED_FROM_COUNCIL];
	int out = t->of[LEFT] + t->of[WENT_ELSEWHERE_IN_COUNCIL];
	cells[0] = cell_text(unit == NOT_THERE ? place.name : unit_words(&e->own, unit));
	cells[1] = cell_text(unit == NOT_THERE ? S("") : e->own.roster->units[unit].ref);
	cells[2] = cell_link(place.name, href_in_unit(&e->own, S("movements"), unit, S("")));
	cells[3] = people_cell(t->of[JOINED]);
	cells[4] = people_cell(t->of[RETURNED]);
	cells[5] = people_cell(t->of[JOINED_FROM_COUNCIL]);
	cells[6] = people_cell(t->of[ADVANCED]);
	cells[7] = people_cell(t->of[MOVED]);
	cells[8] = people_cell(t->crossed);
	cells[9] = people_cell(t->of[WENT_ELSEWHERE_IN_COUNCIL]);
	cells[10] = people_cell(t->of[LEFT]);
	cells[11] = cell_change(figure_whole(in - out), 0, UNIT_HEADCOUNT);
}

/* Movements say how people are employed and when they come and go: rows, or nothing. */
static bool
may_see(const struct estab *e, int unit)
{
	return sight_total(&e->own.sight, unit, GROUP_IDENTITY).reach >= REACH_PSEUDONYM;
}

static Str
movements_title(const struct estab *e, const struct tally *t)
{
	struct arena *perm = e->own.perm;
	int in = t->of[JOINED] + t->of[RETURNED] + t->of[JOINED_FROM_COUNCIL];
	int out = t->of[LEFT] + t->of[WENT_ELSEWHERE_IN_COUNCIL];
	Str words = str_format(perm, "%d came and %d went in the year; %d advanced and %d moved", in, out,
	                       t->of[ADVANCED], t->of[MOVED]);
	return e->own.unit == NOT_THERE ? words
		: str_format(perm, "%.*s: %.*s", STR_ARG(unit_words(&e->own, e->own.unit)), STR_ARG(words));
}

static void
add_explained(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	document_paragraph(doc, str_format(perm, "People in roles of the census, %.*s. Agency and cover are not counted.",
		STR_ARG(period_words(year_to(e->own.ask->day), perm))));
	document_paragraph(doc, S("Advanced: to a more senior role, acting up among it. Moved: to another post otherwise, "
		"in another service where that is said. A unit counts who came from another unit as from elsewhere in the "
		"council, and who went to one likewise; for the council they have moved."));
}

struct answer
show_movements(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str of_files[] = { STR("unit"), STR("ref") };
	struct estab e;
	struct answer answer;
	if (!estab_settle(world, ask, &e, &answer, perm))
		return answer;
	const struct tally *tallies = kept_of(world, ask, make_tallies, perm);
	struct unit_rows units = unit_rows_of(&e);
	struct rows_made rows = { 0 };
	struct tally first = { .crossed = 0 };
	for (int i = 0; i < units.count; i++) {
		if (!may_see(&e, units.units[i]))
			continue;
		struct tally tally = tallies[units.units[i] == NOT_THERE ? 0 : units.units[i] + 1];
		if (rows.count == 0)
			first = tally;
		movement_row(&rows, &e, &units, i, &tally);
	}
	bool one = e.everywhere || e.own.unit != NOT_THERE;
	struct document doc = own_document(&e.own, one && rows.count ? movements_title(&e, &first)
		: S("Movements of the units you see"), href_in_unit(&e.own, S("movements"), e.own.unit, S("")));
	add_estab_places(&doc, &e, PAGE_MOVEMENTS);
	add_staleness(&doc, &e);
	add_explained(&doc, &e);
	struct table *table = table_of(S("movements"), S("By unit, each with all below it"), movement_columns,
	                               MOVEMENT_COLUMNS, rows, perm);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, of_files, 2, perm));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
