/* register_kinds.c: which kinds of record a council keeps, and how many of each: for whoever has not said
 * which list they want. */
#include "app/register_listing.h"

static const struct column columns[] = {
	{ .name = STR("type"), .title = STR("Records") },
	{ .name = STR("count"), .title = STR("On the day"), .number = true },
	{ .name = STR("rows"), .title = STR("Through time"), .number = true },
	{ .name = STR("does"), .title = STR("What they are") },
};

static struct cell
count_cell(const struct shelf *shelf, bool through_time)
{
	struct listing in = { .shelf = *shelf, .through_time = through_time };
	listing_gather(&in);
	return cell_figure(figure_whole(in.count), 0, UNIT_COUNT);
}

/* Equality records are kept apart, and counted by nobody. */
static void
add_kind(struct rows_made *rows, const struct shelf *shelf)
{
	struct arena *perm = shelf->own.perm;
	struct cell *cells = rows_push(rows, countof(columns), perm);
	bool apart = shelf->type == &record_types[TYPE_EQUALITY];
	cells[0] = cell_link(record_type_segment(shelf->type, perm), shelf_href(shelf, S("")));
	cells[1] = apart ? cell_text(S("kept apart")) : count_cell(shelf, false);
	cells[2] = apart ? cell_text(S("")) : count_cell(shelf, true);
	cells[3] = cell_text(shelf->type->does);
}

struct answer
show_record_kinds(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ask *one = new(perm, 1, struct ask);
	struct rows_made rows = { 0 };
	const struct own *own = NULL;
	Str *names = new(perm, RECORD_TYPES, Str);
	struct answer why = { 0 };
	for (int t = 0; t < RECORD_TYPES; t++) {
		*one = *ask;
		one->type = record_type_segment(&record_types[t], perm);
		one->query = one->sort = one->columns = S("");
		struct shelf *shelf = new(perm, 1, struct shelf);
		if (shelf_settle(world, one, shelf, &why, perm)) {
			names[rows.count] = one->type;
			add_kind(&rows, shelf);
			own = &shelf->own;
		} else if (why.outcome != FORBIDDEN) {
			return why;
		}
	}
	if (!own)
		return why;
	struct document doc = own_document(own, S("Which records?"), str_format(perm, "/authorities/%.*s",
		STR_ARG(own->place->slug)));
	document_paragraph(&doc, str_format(perm, "Say which, as in mainstay records posts: %.*s. With --query, only rows "
		"that have these words; with --on, those of another day; with --all, those of every day.",
		STR_ARG(list_words(names, rows.count, perm))));
	doc.data = table_of(S("kinds"), S("Records of this council"), columns, countof(columns), rows, perm);
	document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}
