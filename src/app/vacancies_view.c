/* vacancies_view.c: each vacant post: since when, and whether anybody covers it. */
#include "app/filling.h"

enum { GAP_COLUMNS = 11 };
static const struct column gap_columns[GAP_COLUMNS] = {
	{ STR("post"), STR("Post"), false, false }, { STR("ref"), STR("Reference"), false, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("role"), STR("Role"), false, false },
	{ STR("vacant"), STR("Vacant (FTE)"), true, false }, { STR("covered"), STR("Of it covered (FTE)"), true, false },
	{ STR("since"), STR("Since"), false, false }, { STR("since_day"), STR("Vacant since"), false, false },
	{ STR("days"), STR("Days vacant"), true, false }, { STR("cover"), STR("Covered"), false, false },
	{ STR("filling"), STR("Being filled"), false, false },
};

static int
days_vacant(const struct estab *e, const struct seat *seat)
{
	return e->own.ask->day.day - seat->vacant_since.day + 1;
}

static bool
is_wanted(Str show, const struct seat *seat)
{
	if (str_equal(show, S("covered")))
		return seat->covered == seat->vacant;
	if (str_equal(show, S("not-covered")))
		return seat->covered < seat->vacant;
	return true;
}

static void
gap_row(struct cell *cells, const struct estab *e, const struct seat *seat)
{
	const struct own *own = &e->own;
	bool whole = seat->covered == seat->vacant;
	cells[0] = post_cell(own, seat->post);
	cells[0].note = str_format(own->perm, "%.*s%s%.*s", STR_ARG(post_number(own, seat->post)),
		seat->row->unit == NOT_THERE ? "" : ", ", STR_ARG(seat->row->unit == NOT_THERE ? S("") : unit_words(own,
		seat->row->unit)));
	cells[1] = cell_text(own->roster->posts[seat->post].ref);
	cells[2] = cell_text(seat->row->unit == NOT_THERE ? S("In no unit") : unit_words(own, seat->row->unit));
	cells[3] = cell_text(role_words(own, seat->row->role, own->ask->day));
	cells[4] = fte_cell(seat->vacant);
	cells[5] = fte_cell(seat->covered);
	cells[6] = cell_text(day_words(seat->vacant_since, own->perm));
	cells[7] = cell_text(date_iso(seat->vacant_since, own->perm));
	cells[8] = cell_figure(figure_whole(days_vacant(e, seat)), 0, UNIT_DAYS);
	cells[9] = seat->covered == 0 ? cell_tag(S("Not covered"), TAG_RED)
		: whole ? cell_tag(S("Covered for now"), TAG_YELLOW) : cell_tag(S("Partly covered"), TAG_YELLOW);
	const struct filling *filling = filling_of(own, e->day, seat->post);
	cells[10] = filling ? cell_link(filling_words(own, filling), filling_href(own, filling)) : cell_text(S(""));
}

/* Of those that are listed. */
struct gaps { int64_t vacant, covered; int filling; };

static struct table *
gaps_table(const struct estab *e, struct gaps *gaps)
{
	struct rows_made rows = { 0 };
	*gaps = (struct gaps){ 0 };
	for (int i = 0; i < e->est.seat_count; i++) {
		const struct seat *seat = &e->est.seats[i];
		if (seat->vacant == 0 || !estab_shows(e, seat) || !is_wanted(e->own.ask->show, seat) ||
		    sight_post(&e->own.sight, seat->post, GROUP_TERMS).reach < REACH_PSEUDONYM)
			continue;
		gap_row(rows_push(&rows, GAP_COLUMNS, e->own.perm), e, seat);
		gaps->vacant += seat->vacant;
		gaps->covered += seat->covered;
		gaps->filling += filling_of(&e->own, e->day, seat->post) != NULL;
	}
	return table_of(S("vacancies"), S("Posts that nobody holds in full"), gap_columns, GAP_COLUMNS, rows,
	                e->own.perm);
}

/* The day of a vacancy is written in words: it is put in order by how long ago it was. */
static void
sort_gaps(struct table *table, const struct estab *e)
{
	Str sort = e->own.ask->sort.len ? e->own.ask->sort : S("since");
	Str base = href_in_unit(&e->own, S("vacancies"), e->own.unit, e->own.ask->show.len
		? str_format(e->own.perm, "show=%.*s", STR_ARG(e->own.ask->show)) : S(""));
	bool down = str_begins(sort, S("-")), since = str_equal(str_from(sort, down), S("since"));
	table_sort(table, since ? down ? S("days") : S("-days") : sort, base, e->own.perm);
	if (since) {
		table->sorted_by = S("since");
		table->descending = down;
	}
}

static void
add_filter(struct document *doc, const struct estab *e)
{
	static const struct pick shows[] = {
		{ .value = STR(""), .words = STR("All") }, { .value = STR("not-covered"), .words = STR("Not covered in full") },
		{ .value = STR("covered"), .words = STR("Covered for now") },
	};
	struct pick *picks = new(doc->arena, countof(shows), struct pick);
	for (int i = 0; i < countof(shows); i++) {
		Str more = shows[i].value.len ? str_format(doc->arena, "show=%.*s", STR_ARG(shows[i].value)) : S("");
		picks[i] = (struct pick){ .words = shows[i].words, .chosen = str_equal(e->own.ask->show, shows[i].value),
			.value = href_in_unit(&e->own, S("vacancies"), e->own.unit, more) };
	}
	document_choices(doc, S("Which"), picks, countof(shows));
}

static Str
vacancies_title(const struct estab *e, int count, const struct gaps *gaps)
{
	struct arena *perm = e->own.perm;
	if (count == 0)
		return e->own.ask->show.len ? S("No vacancies of this kind") : S("No post is vacant");
	Str posts = counted(count, "post is", "posts are", perm);
	Str filling = gaps->filling == 0 ? S("") : str_format(perm, "; %d %s being filled", gaps->filling, gaps->filling == 1 ? "is" : "are");
	return str_format(perm, "%.*s vacant, %.*s FTE in all; %.*s of it is covered for now%.*s", STR_ARG(posts),
	                  STR_ARG(some_fte(gaps->vacant, perm)), STR_ARG(some_fte(gaps->covered, perm)), STR_ARG(filling));
}

struct answer
show_vacancies(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref"), STR("role"), STR("covered"), STR("since_day"), STR("days") };
	struct estab e;
	struct answer answer;
	struct gaps gaps;
	if (!estab_settle(world, ask, &e, &answer, perm))
		return answer;
	struct table *table = gaps_table(&e, &gaps);
	sort_gaps(table, &e);
	struct document doc = own_document(&e.own, vacancies_title(&e, table->row_count, &gaps),
		href_in_unit(&e.own, S("vacancies"), e.own.unit, S("")));
	add_estab_places(&doc, &e, PAGE_VACANCIES);
	add_filter(&doc, &e);
	document_paragraph(&doc, S("A vacancy is funded FTE without a holder. Agency and cover fill it for now; "
		"it is vacant until somebody holds it. Whoever is on leave holds their post."));
	doc.data = table;
	if (table->row_count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
