/* staying_view.c: the page of who stays: whose it may be, how people are divided, and its parts in order. */
#include "app/staying_parts.h"

#include "app/own_guard.h"

/* ---- whose ---------------------------------------------------------------------------------------------- */

static enum reach
reach_of(const struct staying *in, enum field_group group)
{
	return sight_total(&in->e.own.sight, in->e.own.unit, group).reach;
}

/* Totals of everybody looked at: who sees themselves alone, or a part of several units, has none. */
static bool
may_see(const struct staying *in)
{
	bool one = in->e.everywhere || in->e.own.unit != NOT_THERE;
	return one && reach_of(in, GROUP_LEAVING) >= REACH_TOTALS && reach_of(in, GROUP_IDENTITY) >= REACH_TOTALS;
}

bool
may_see_staying(const struct ask *ask)
{
	const struct viewer *viewer = ask->viewer;
	for (int g = 0; g < viewer->grant_count; g++) {
		const struct grant *grant = &viewer->grants[g];
		if (str_equal(grant->authority, ask->area) && grant->scope != SCOPE_SELF && grant->scope != SCOPE_REGION &&
		    grant_permit(grant, GROUP_LEAVING).reach >= REACH_TOTALS &&
		    grant_permit(grant, GROUP_IDENTITY).reach >= REACH_TOTALS)
			return true;
	}
	return viewer->all;
}

static struct answer
not_yours(struct staying *in)
{
	struct answer answer = answer_words(FORBIDDEN, S("Who stays is told of a whole unit"),
		S("You see a part of the council that has no totals of its own. HR, analysts and heads of service see this page."),
		in->perm);
	answer.document.caption = in->e.own.place->name;
	return answer;
}

/* ---- how people are divided ------------------------------------------------------------------------------ */

static int
of_all(const struct staying *in, const struct grouping *g, const struct tenure *row)
{
	(void)in, (void)g, (void)row;
	return 0;
}

static int
of_rank(const struct staying *in, const struct grouping *g, const struct tenure *row)
{
	(void)in, (void)g;
	return spell_rank(row->census);
}

/* DfE's origins, in five. */
static int
of_origin(const struct staying *in, const struct grouping *g, const struct tenure *row)
{
	static const int routes[] = { 4, 0, 1, 2, 3, 2, 2, 4, 4, 4, 4 };
	(void)in, (void)g;
	if (row->newly)
		return 0;
	return row->origin > 0 && row->origin < countof(routes) ? routes[row->origin] : 4;
}

/* The service that the row's unit stood in, or the unit itself where none is above it. */
static int
of_service(const struct staying *in, const struct grouping *g, const struct tenure *row)
{
	const struct roster *r = in->e.own.roster;
	for (int i = 0; i < g->count; i++)
		if (row->unit != NOT_THERE && unit_within(r, row->unit, g->units[i], row->from))
			return i;
	return NOT_THERE;
}

static const struct grouping all_of_them = { .name = STR("all"), .heading = STR("How long social workers stay"), .title = STR("All social workers"),
	.words = STR("Everybody whom the council pays as a social worker, from the day they came."), .of = of_all, .count = 1,
	.names = { STR("All") } };
static const struct grouping by_rank = { .name = STR("by_role"), .heading = STR("By role"), .title = STR("Social workers by role"),
	.words = STR("By the role somebody is in at the time; who moves up goes on in the next. Time counts from the day they came to "
	             "the service."), .of = of_rank, .count = RANKS,
	.names = { STR("Social worker"), STR("Senior practitioner"), STR("First line manager"), STR("Middle manager"),
	           STR("Senior manager") } };
static const struct grouping by_origin = { .name = STR("by_route"), .heading = STR("By how they came"), .title = STR("Social workers by where they came from"),
	.words = STR("By where somebody came from, as the census codes it."), .of = of_origin, .count = 5,
	.names = { STR("Newly qualified"), STR("Another council"), STR("Other social work"), STR("Agency"),
	           STR("Elsewhere, or not said") } };

/* Units of the day that stand right under what is looked at: services of the council, teams of a service. */
static struct grouping
by_unit(const struct staying *in)
{
	const struct roster *r = in->e.own.roster;
	struct grouping g = { .name = S("by_unit"), .of = of_service, .heading = S("By unit"), .title = S("Social workers by unit"),
		.words = S("Who goes to another unit counts there from then on.") };
	enum unit_kind kind = in->e.own.unit == NOT_THERE ? UNIT_OF_SERVICE : UNIT_OF_TEAM;
	for (int i = 0; i < in->e.unit_count && g.count < GROUPING_MOST; i++) {
		const struct unit_row *row = unit_on(r, in->e.units[i], in->day);
		if (!row || row->kind != kind)
			continue;
		g.units[g.count] = in->e.units[i];
		g.names[g.count++] = row->name;
	}
	return g;
}

/* ---- the people --------------------------------------------------------------------------------------------- */

/* Rows of the unit looked at, each on its first day: who goes elsewhere is lost sight of. */
static void
keep_unit(const struct staying *in, struct tenures *t)
{
	int kept = 0, unit = in->e.own.unit;
	if (unit == NOT_THERE)
		return;
	for (int i = 0; i < t->count; i++)
		if (t->at[i].unit != NOT_THERE && unit_within(in->e.own.roster, t->at[i].unit, unit, t->at[i].from))
			t->at[kept++] = t->at[i];
	t->count = kept;
}

/* The last 30 September by the day that closes three census years (2019, 2022, 2025). Windows of three years that end
 * on such days share no day, so that one answer less another is nobody's leaving. */
static Date
release_day(Date day)
{
	Date census = guard_day(day);
	int year = date_civil(census).year;
	return date_of(year - year % RELEASE_YEARS, 9, 30);
}

static void
find_people(struct staying *in)
{
	bool rows = reach_of(in, GROUP_IDENTITY) >= REACH_PSEUDONYM && reach_of(in, GROUP_LEAVING) >= REACH_PSEUDONYM;
	in->day = rows ? in->e.own.ask->day : release_day(in->e.own.ask->day);
	Date visible = spells_visible(in->e.own.roster, in->day, *in->perm);
	spells_of(&in->council, in->e.own.roster, CLOCK_COUNCIL, visible, in->day, in->perm);
	spells_of(&in->first_year, in->e.own.roster, CLOCK_FIRST_YEAR, visible, in->day, in->perm);
	keep_unit(in, &in->council);
	keep_unit(in, &in->first_year);
}

/* "62 in 100 social workers are still here after two years", where the table says so. */
static Str
title_of(const struct staying *in)
{
	const struct told_group *all = &in->told[TOLD_ALL].groups[0];
	const struct told_point *p = told_at(all, 2);
	if (!p)
		return S("How long social workers stay");
	int share = (int)(p->lasting.micro / MICRO);
	if (all->from == 0)
		return str_format(in->perm, "%d in 100 social workers are still here after two years", share);
	return str_format(in->perm, "Of 100 social workers here after %.2g years, %d stay until two", all->from, share);
}

/* As it is called on the day, or was last. */
static Str
name_looked_at(const struct staying *in)
{
	const struct unit_row *row = unit_on(in->e.own.roster, in->e.own.unit, in->day);
	row = row ? row : unit_on(in->e.own.roster, in->e.own.unit, in->e.own.ask->day);
	return row ? row->name : S("a part of the council");
}

static void
add_reading(struct staying *in)
{
	document_heading(in->doc, 2, S("How to read this"), S("reading"));
	document_list(in->doc, (Str[]){
		S("Records begin somewhere. Whoever was here then counts from the time they had been here, and not before; who is "
		  "still here counts until now."),
		S("A share is told after one, two, three, five and ten years: where ten people or more are at risk, five or more have "
		  "left by then, and none or five or more since the year told before. A picture has the figures of its table alone."),
		S("Limits say how far chance alone may have moved a figure. Where those of two groups overlap widely, nothing is known "
		  "of a difference."),
		S("Numbers of too few people are withheld, with as many others as it takes that they cannot be worked out: c. Nothing "
		  "here is about one person, and no score of a person is made."),
	}, 4);
}

/* People who are in what is looked at on the day. */
static int
here_now(const struct staying *in)
{
	struct spell_cells cells;
	spells_cells(&cells, &in->council, in->day);
	return cells_all(&cells).here;
}

static struct answer
too_few(struct staying *in)
{
	document_paragraph(in->doc, str_format(in->perm, "Fewer than %d social workers are in what you see here, so nothing can be "
		"told of them as a group. Ask HR or your analyst for the council's page.", GROUP_LEAST));
	return answer_of(DONE, *in->doc);
}

/* What may be told of every grouping, before anything is said. */
static void
tell_all(struct staying *in)
{
	struct grouping *units = new(in->perm, 1, struct grouping);
	*units = by_unit(in);
	const struct grouping *groupings[TOLD_BYS] = { &all_of_them, &by_rank, &by_origin, units };
	for (int i = 0; i < TOLD_BYS; i++)
		staying_tell_groups(in, groupings[i], &in->told[i]);
}

static void
add_all(struct staying *in)
{
	staying_add_window(in);
	for (int i = 0; i < TOLD_BYS; i++)
		if (i != TOLD_BY_UNIT || in->told[i].count > 1)
			staying_add_curves(in, &in->told[i]);
	staying_add_first_years(in);
	staying_add_causes(in);
	staying_add_model(in);
	add_reading(in);
}

struct answer
show_staying(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct staying *in = new(perm, 1, struct staying);
	struct answer why;
	in->perm = perm;
	if (!estab_settle(world, ask, &in->e, &why, perm))
		return why;
	if (!may_see(in))
		return not_yours(in);
	find_people(in);
	bool few = here_now(in) < GROUP_LEAST;
	tell_all(in);
	struct document doc = own_document(&in->e.own, few ? S("How long social workers stay") : title_of(in),
	                                   own_href(&in->e.own, S("staying")));
	if (in->day.day != ask->day.day)
		doc.period = str_format(perm, "As at %.*s%s", STR_ARG(day_words(in->day, perm)),
		                        ask->held->made_up ? ". These people are made up." : "");
	if (in->e.own.unit != NOT_THERE)
		doc.period = str_format(perm, "%.*s alone. %.*s", STR_ARG(name_looked_at(in)), STR_ARG(doc.period));
	in->doc = &doc;
	if (few)
		return too_few(in);
	add_staleness(&doc, &in->e);
	add_all(in);
	return answer_of(DONE, doc);
}
