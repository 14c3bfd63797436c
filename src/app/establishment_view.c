/* establishment_view.c: where are the gaps? The tree of units with what is funded, held and vacant. */
#include "app/team.h"
#include "app/filling.h"

#include <stdlib.h>

enum { GAPS_SAID = 3 };

/* ---- in a sentence --------------------------------------------------------------------------- */

/* "12.4 of 96.0 FTE is vacant, 7.2 of it covered by agency" */
static Str
gap_words(const struct estab *e)
{
	struct arena *perm = e->own.perm;
	const struct staffing *all = &e->all;
	if (all->posts == 0)
		return S("there are no posts on this day");
	if (!e->terms)
		return str_format(perm, "%.*s, %.*s FTE funded", STR_ARG(counted(all->posts, "post", "posts", perm)),
		                  STR_ARG(some_fte(all->funded, perm)));
	if (all->vacant == 0 && e->absence && all->away_posts)
		return str_format(perm, "every funded post is held, and %.*s away without cover",
			STR_ARG(counted(all->away_posts, "holder is", "holders are", perm)));
	if (all->vacant == 0)
		return S("every funded post is held");
	Str covered = all->covered == 0 ? S("and nobody covers it")
		: all->covered == all->vacant ? S("all of it covered for now")
		: str_format(perm, "%.*s of it covered for now", STR_ARG(some_fte(all->covered, perm)));
	return str_format(perm, "%.*s of %.*s FTE is vacant, %.*s", STR_ARG(some_fte(all->vacant, perm)),
	                  STR_ARG(some_fte(all->funded, perm)), STR_ARG(covered));
}

static Str
page_title(const struct estab *e)
{
	struct arena *perm = e->own.perm;
	Str words = gap_words(e);
	if (e->own.unit == NOT_THERE)
		return str_capital(words, perm);
	return str_format(perm, "%.*s: %.*s", STR_ARG(unit_words(&e->own, e->own.unit)), STR_ARG(words));
}

static bool
is_staffed(const struct estab *e, const struct staffing *of)
{
	return of->vacant_posts == 0 && (!e->absence || of->away_posts == 0);
}

static int
teams_staffed(const struct estab *e, int *teams)
{
	int staffed = 0;
	*teams = 0;
	for (int i = 0; i < e->unit_count; i++) {
		const struct unit_row *row = unit_on(e->own.roster, e->units[i], e->own.ask->day);
		const struct staffing *of = &e->of[e->units[i]];
		if (!row || row->kind != UNIT_OF_TEAM || of->funded == 0)
			continue;
		++*teams;
		staffed += is_staffed(e, of);
	}
	return staffed;
}

static void
add_totals(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	const struct staffing *all = &e->all;
	struct text words = text_new(perm);
	int teams, staffed = teams_staffed(e, &teams);
	if (all->posts == 0 || !e->terms)
		return;
	/* Held beside the establishment is not held of what is funded. */
	text_format(&words, "Of %.*s FTE funded, %.*s is held. ", STR_ARG(some_fte(all->funded, perm)),
	            STR_ARG(some_fte(all->funded - all->vacant, perm)));
	text_format(&words, "There are %.*s in all. ", STR_ARG(counted(all->posts, "post", "posts", perm)));
	text_format(&words, "%.*s in them, agency and cover among them. ",
	            STR_ARG(counted(all->people, "person works", "people work", perm)));
	if (all->over || all->excess)
		text_format(&words, "%.*s FTE is over the establishment. ", STR_ARG(some_fte(all->over + all->excess, perm)));
	if (teams > 1)
		text_format(&words, "%d of %d teams %s fully staffed.", staffed, teams, staffed == 1 ? "is" : "are");
	document_paragraph(doc, text_str(&words));
}

/* ---- where ----------------------------------------------------------------------------------- */

struct gap { int unit; int64_t vacant; };

static int
gap_order(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;
	return (x->vacant < y->vacant) - (x->vacant > y->vacant);
}

/* The units with the most vacant in posts of their own, largest first. Gives how many. */
static int
largest_gaps(const struct estab *e, struct gap **gaps)
{
	int64_t *vacant = new(e->own.perm, e->own.roster->unit_count + 1, int64_t);
	int count = 0;
	*gaps = new(e->own.perm, e->unit_count, struct gap);
	for (int i = 0; i < e->est.seat_count; i++)
		if (estab_shows(e, &e->est.seats[i]) && e->est.seats[i].row->unit != NOT_THERE)
			vacant[e->est.seats[i].row->unit] += e->est.seats[i].vacant;
	for (int i = 0; i < e->unit_count; i++)
		if (vacant[e->units[i]] > 0)
			(*gaps)[count++] = (struct gap){ e->units[i], vacant[e->units[i]] };
	qsort(*gaps, (size_t)count, sizeof **gaps, gap_order);
	return count < GAPS_SAID ? count : GAPS_SAID;
}

static void
add_where(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	struct gap *gaps;
	int count = e->terms && e->unit_count > 1 ? largest_gaps(e, &gaps) : 0;
	struct run *runs = new(perm, 2 * GAPS_SAID + 2, struct run);
	int used = 0;
	if (count == 0)
		return;
	runs[used++].text = S("The largest gaps: ");
	for (int i = 0; i < count; i++) {
		runs[used++] = (struct run){ .text = unit_words(&e->own, gaps[i].unit),
		                             .href = href_of_unit(&e->own, gaps[i].unit) };
		runs[used++].text = str_format(perm, " (%.*s FTE)%s", STR_ARG(some_fte(gaps[i].vacant, perm)),
			i + 2 < count ? ", " : i + 2 == count ? " and " : ".");
	}
	document_runs(doc, BLOCK_PARAGRAPH, runs, used);
}

/* ---- which units are listed ------------------------------------------------------------------- */

/* A page of more units than this leaves teams to the pages of what they are part of; files, and a page
 * of fewer, have them all. */
enum { UNITS_READ = 40 };

static bool
is_leaf(const struct unit_rows *units, int i)
{
	return i + 1 == units->count || units->depths[i + 1] <= units->depths[i];
}

/* The row that this one stands under, or NOT_THERE. */
static int
row_above(const struct unit_rows *units, int i)
{
	for (int above = i - 1; above >= 0; above--)
		if (units->depths[above] < units->depths[i])
			return above;
	return NOT_THERE;
}

/* Whether a unit is a team that stands on the page of another unit listed here. */
static bool
is_folded(const struct estab *e, const struct unit_rows *units, int i)
{
	Date day = e->own.ask->day;
	const struct unit_row *row = unit_on(e->own.roster, units->units[i], day);
	int above = row_above(units, i);
	return row && row->kind == UNIT_OF_TEAM && is_leaf(units, i) && above != NOT_THERE
	       && units->units[above] != e->own.unit
	       && unit_within(e->own.roster, units->units[i], units->units[above], day);
}

/* The units of a page, and how many teams are left to the page of each. */
struct listed { struct unit_rows units; int *teams, *staffed; bool folded; };

static void
list_unit(struct listed *listed, const struct estab *e, const struct unit_rows *all, int i)
{
	struct unit_rows *units = &listed->units;
	bool folded = is_folded(e, all, i);
	units->units[units->count] = all->units[i];
	units->depths[units->count] = all->depths[i];
	if (!folded) {
		units->count++;
		return;
	}
	int above = row_above(units, units->count);
	listed->teams[above]++;
	listed->staffed[above] += is_staffed(e, &e->of[all->units[i]]);
}

static struct listed
listed_units(const struct estab *e)
{
	struct arena *perm = e->own.perm;
	struct unit_rows all = { e->units, e->depths, e->unit_count };
	struct listed listed = { .units = all, .teams = new(perm, all.count + 1, int),
		.staffed = new(perm, all.count + 1, int), .folded = e->own.ask->page_only && all.count > UNITS_READ };
	if (!listed.folded)
		return listed;
	listed.units = (struct unit_rows){ new(perm, all.count, int), new(perm, all.count, int), 0 };
	for (int i = 0; i < all.count; i++)
		list_unit(&listed, e, &all, i);
	return listed;
}

/* "22 teams, 13 fully staffed": what is left to the unit's own page. */
static Str
teams_words(const struct estab *e, const struct listed *listed, int i)
{
	struct arena *perm = e->own.perm;
	if (listed->teams[i] == 0)
		return (Str){ 0 };
	Str teams = counted(listed->teams[i], "team", "teams", perm);
	if (sight_total(&e->own.sight, listed->units.units[i], GROUP_TERMS).reach < REACH_PSEUDONYM)
		return teams;
	return str_format(perm, "%.*s, %d fully staffed", STR_ARG(teams), listed->staffed[i]);
}

/* ---- the tree -------------------------------------------------------------------------------- */

enum { TREE_COLUMNS = 14, PLACE = 3 };
static const struct column tree_columns[TREE_COLUMNS] = {
	{ STR("unit"), STR("Unit"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("depth"), STR("Depth"), true, false }, { STR("place"), STR("Unit"), false, true },
	{ STR("posts"), STR("Posts"), true, false },
	{ STR("funded"), STR("Funded (FTE)"), true, false }, { STR("held"), STR("Held (FTE)"), true, false },
	{ STR("vacant"), STR("Vacant (FTE)"), true, false }, { STR("covered"), STR("Of it covered"), true, false },
	{ STR("agency"), STR("Agency (FTE)"), true, false }, { STR("over"), STR("Over (FTE)"), true, false },
	{ STR("people"), STR("People"), true, false },
	{ STR("bar"), STR("Held, covered, vacant"), false, true },
	{ STR("staffed"), STR("Fully staffed"), false, false },
};

static struct cell
total_cell(int64_t micro)
{
	return cell_figure(figure_micro(micro), 1, UNIT_FTE);
}

static struct cell
staffed_cell(const struct estab *e, const struct staffing *of)
{
	struct arena *perm = e->own.perm;
	bool away = e->absence && of->away_posts;
	if (of->funded == 0)
		return cell_text(S("No funded posts"));
	if (of->vacant_posts == 0 && !away)
		return cell_tag(S("Yes"), TAG_GREEN);
	Str posts = counted(of->vacant_posts, "post short", "posts short", perm);
	Str holders = counted(of->away_posts, "holder away", "holders away", perm);
	struct cell cell = cell_text(of->vacant_posts ? posts : holders);
	if (of->vacant_posts && away)
		cell.note = holders;
	return cell;
}

/* "7.0 held, 1.0 covered, 1.0 vacant": what is none is left out. */
static Str
bar_words(const struct staffing *of, struct arena *perm)
{
	struct text words = text_new(perm);
	text_format(&words, "%.*s held", STR_ARG(some_fte(of->held, perm)));
	if (of->covered)
		text_format(&words, ", %.*s covered", STR_ARG(some_fte(of->covered, perm)));
	if (of->vacant > of->covered)
		text_format(&words, ", %.*s not covered", STR_ARG(some_fte(of->vacant - of->covered, perm)));
	return text_str(&words);
}

/* Held, covered and vacant of one unit; teams on a width that all of them share. */
static struct cell
bar_cell(const struct estab *e, int unit, int64_t whole)
{
	enum { PARTS = 3 };
	struct arena *perm = e->own.perm;
	const struct staffing *of = &e->of[unit];
	struct chart *chart = new(perm, 1, struct chart);
	struct chart_part *parts = new(perm, PARTS, struct chart_part);
	parts[0] = (struct chart_part){ FILL_PERMANENT, figure_micro(of->held) };
	parts[1] = (struct chart_part){ FILL_AGENCY, figure_micro(of->covered) };
	parts[2] = (struct chart_part){ FILL_VACANT, figure_micro(of->vacant - of->covered) };
	*chart = (struct chart){ .kind = CHART_STACK, .unit = UNIT_FTE, .places = 1, .parts = parts,
		.part_count = PARTS, .whole = whole ? figure_micro(whole) : figure_absent(NOT_PUBLISHED),
		.marker = figure_absent(NOT_PUBLISHED), .title = bar_words(of, perm) };
	return (struct cell){ .kind = CELL_CHART, .chart = chart };
}

static void
tree_row(struct rows_made *rows, const struct estab *e, const struct listed *listed, int i, int64_t whole)
{
	const struct own *own = &e->own;
	const struct unit_rows *units = &listed->units;
	struct cell *cells = rows_push(rows, TREE_COLUMNS, own->perm);
	int unit = units->units[i];
	const struct staffing *of = &e->of[unit];
	struct unit_place place = unit_place_of(own, units, i);
	rows->at[rows->count - 1].group = place.group;
	for (int c = 0; c < TREE_COLUMNS; c++)
		cells[c] = blank_cell();
	cells[0] = cell_text(unit_words(own, unit));
	cells[1] = cell_text(own->roster->units[unit].ref);
	cells[2] = cell_figure(figure_whole(units->depths[i]), 0, UNIT_COUNT);
	cells[PLACE] = cell_link(place.name, href_of_unit(own, unit));
	cells[PLACE].note = teams_words(e, listed, i);
	cells[4] = cell_figure(figure_whole(of->posts), 0, UNIT_COUNT);
	cells[5] = total_cell(of->funded);
	cells[12] = cells[13] = cell_text(S(""));
	if (sight_total(&own->sight, unit, GROUP_TERMS).reach < REACH_PSEUDONYM)
		return;
	cells[6] = total_cell(of->held);
	cells[7] = total_cell(of->vacant);
	cells[8] = total_cell(of->covered);
	cells[9] = total_cell(of->agency);
	cells[10] = total_cell(of->over + of->excess);
	cells[11] = cell_figure(figure_whole(of->people), 0, UNIT_HEADCOUNT);
	cells[12] = bar_cell(e, unit, whole);
	cells[13] = staffed_cell(e, of);
}

static const struct table *
tree_table(const struct estab *e)
{
	struct rows_made rows = { 0 };
	struct listed listed = listed_units(e);
	const struct unit_rows *units = &listed.units;
	int64_t widest = 1;
	for (int i = 0; i < units->count; i++) {
		const struct staffing *of = &e->of[units->units[i]];
		if (is_leaf(units, i) && of->held + of->vacant > widest)
			widest = of->held + of->vacant;
	}
	for (int i = 0; i < units->count; i++)
		tree_row(&rows, e, &listed, i, is_leaf(units, i) ? widest : 0);
	Str caption = listed.folded ? S("Units, their posts and who holds them. Open one for its teams")
	                            : S("Units, their posts and who holds them");
	return table_of(S("units"), caption, tree_columns, TREE_COLUMNS, rows, e->own.perm);
}

/* On the page the bar says what is held and covered; the files have each figure. */
static const struct table *
tree_on_page(const struct estab *e, const struct table *tree)
{
	static const Str dropped[] = { STR("unit"), STR("ref"), STR("depth"), STR("posts"), STR("held"), STR("covered"),
		STR("agency"), STR("over"), STR("people") };
	static const Str posts_only[] = { STR("unit"), STR("ref"), STR("depth"), STR("held"), STR("vacant"),
		STR("covered"), STR("agency"), STR("over"), STR("people"), STR("bar"), STR("staffed") };
	return e->terms ? table_without(tree, dropped, countof(dropped), e->own.perm)
	                : table_without(tree, posts_only, countof(posts_only), e->own.perm);
}

/* ---- posts that are not part of the establishment ---------------------------------------------- */

static const struct column apart_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("unit"), STR("Unit"), false, false },
	{ STR("status"), STR("Status"), false, false }, { STR("fte"), STR("FTE"), true, false },
	{ STR("since"), STR("Since"), false, false },
};

static void
add_apart(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	struct rows_made rows = { 0 };
	int frozen = 0, proposed = 0;
	for (int i = 0; i < e->est.seat_count; i++) {
		const struct seat *seat = &e->est.seats[i];
		if ((seat->row->status != FROZEN && seat->row->status != PROPOSED) || !estab_shows(e, seat))
			continue;
		frozen += seat->row->status == FROZEN;
		proposed += seat->row->status == PROPOSED;
		struct cell *cells = rows_push(&rows, countof(apart_columns), perm);
		cells[0] = post_cell(&e->own, seat->post);
		cells[0].note = post_number(&e->own, seat->post);
		cells[1] = cell_text(seat->row->unit == NOT_THERE ? S("") : unit_words(&e->own, seat->row->unit));
		cells[2] = cell_text(status_words(seat->row->status));
		cells[3] = fte_cell(seat->row->fte);
		cells[4] = cell_text(day_words(seat->row->when.first, perm));
	}
	if (rows.count == 0)
		return;
	struct block *inner = new(perm, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_TABLE, .table = table_of(S("apart"), S("Frozen and proposed posts"),
		apart_columns, countof(apart_columns), rows, perm) };
	document_details(doc, str_format(perm, "Not part of the establishment: %d frozen (%.*s FTE) and %d proposed "
		"(%.*s FTE)", frozen, STR_ARG(some_fte(e->all.frozen, perm)), proposed,
		STR_ARG(some_fte(e->all.proposed, perm))), inner, 1);
}

/* ---- the page -------------------------------------------------------------------------------- */

struct answer
show_establishment(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct estab e;
	struct answer answer;
	if (!estab_settle(world, ask, &e, &answer, perm))
		return answer;
	struct document doc = own_document(&e.own, page_title(&e),
	                                   href_in_unit(&e.own, S("establishment"), e.own.unit, S("")));
	const struct table *tree = tree_table(&e);
	add_estab_places(&doc, &e, PAGE_STRUCTURE);
	add_staleness(&doc, &e);
	add_totals(&doc, &e);
	add_to_come(&doc, &e);
	add_where(&doc, &e);
	add_waiting(&doc, &e);
	doc.data = tree;
	if (e.unit_count > 1)
		document_table(&doc, tree_on_page(&e, tree));
	add_apart(&doc, &e);
	add_team(&doc, &e);
	if (e.terms)
		add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
