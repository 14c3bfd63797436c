/* register_record.c: one record: what it holds, through time, what points to it, and what may be
 * done next. */
#include "app/register_parts.h"

enum { POINTING_MOST = 20 };

/* ---- what it holds --------------------------------------------------------------------------- */

static void
add_values(struct document *doc, const struct shelf *shelf, const struct record *record,
	   const bool *columns)
{
	struct arena *perm = shelf->own.perm;
	struct look look = look_at(shelf, record);
	struct pair *pairs = new(perm, FIELDS_OF_TYPE_MOST + 2, struct pair);
	int used = 0;
	pairs[used++] = (struct pair){ .key = S("Reference"), .value = record->ref };
	for (int f = 0; f < shelf->type->field_count; f++) {
		const struct field *field = &shelf->type->fields[f];
		if (!columns[f] || !look_shows(&look, f))
			continue;
		Str words = field_words(shelf, field, record->values[f]);
		pairs[used++] =
			(struct pair){ .key = field->label,
				       .value = words.len ? words : S("Not said"),
				       .href = field_href(shelf, field, record->values[f]) };
	}
	if (shelf->type->dated)
		pairs[used++] = (struct pair){ .key = S("Holds"),
					       .value = str_capital(
						       period_words(record->when, perm), perm) };
	document_summary(doc, pairs, used);
	look_witness(&look, columns);
}

/* The rows of the ref that the viewer may see, oldest first. */
static int
rows_of(const struct shelf *shelf, Str ref, const struct record ***rows)
{
	int first, count = records_of(shelf->records, ref, &first), used = 0;
	*rows = new(shelf->own.perm, count + 1, const struct record *);
	for (int i = first; i < first + count; i++) {
		struct look look = look_at(shelf, &shelf->records->at[i]);
		if (look_sees(&look))
			(*rows)[used++] = &shelf->records->at[i];
	}
	return used;
}

/* ---- what points to it ----------------------------------------------------------------------- */

static int
newest_first(const struct record *const *rows, int count, int most, const struct record **chosen)
{
	int used = 0;
	for (int i = count; i-- > 0 && used < most;)
		chosen[used++] = rows[i];
	return used;
}

static void
add_pointing_rows(struct document *doc, const struct shelf *from, const struct field *by, Str ref,
		  const struct record *const *rows, int count)
{
	struct arena *perm = from->own.perm;
	bool columns[FIELDS_OF_TYPE_MOST] = { false };
	const struct record **chosen = new(perm, POINTING_MOST, const struct record *);
	int used = newest_first(rows, count, POINTING_MOST, chosen);
	shelf_columns(from, columns);
	columns[by - from->type->fields] = false; /* this record, each time */
	Str heading = str_equal(by->name, by->refers)
			      ? type_many(from->type, perm)
			      : str_format(perm, "%.*s: %.*s", STR_ARG(type_many(from->type, perm)),
					   STR_ARG(by->label));
	document_heading(
		doc, 2, heading,
		str_format(perm, "%.*s-%.*s", STR_ARG(from->type->name), STR_ARG(by->name)));
	document_table(doc, rows_as_read(from, columns, chosen, used, heading));
	rows_witness(from, columns, chosen, used);
	if (count <= used)
		return;
	struct run *run = new(perm, 1, struct run);
	*run = (struct run){ .text = str_format(perm, "All %d of them", count),
			     .href = str_format(perm, "/authorities/%.*s/%.*s?show=all&q=%.*s",
						STR_ARG(from->own.place->slug),
						STR_ARG(record_type_segment(from->type, perm)),
						STR_ARG(url_part(ref, perm))) };
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

static void
add_pointing_by(struct document *doc, const struct shelf *from, int field, Str ref)
{
	struct arena *perm = from->own.perm;
	const struct record **rows = new(perm, from->records->count + 1, const struct record *);
	int count = 0;
	for (int i = 0; i < from->records->count; i++) {
		const struct record *record = &from->records->at[i];
		if (!str_equal(record->values[field], ref))
			continue;
		struct look look = look_at(from, record);
		if (look_sees(&look) && look_shows(&look, field))
			rows[count++] = record;
	}
	if (count)
		add_pointing_rows(doc, from, &from->type->fields[field], ref, rows, count);
}

static void
add_pointing(struct document *doc, const struct shelf *shelf, Str ref)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct shelf from = shelf_beside(shelf, &record_types[t]);
		if (shelf_permit(&from, from.type->group).reach < REACH_PSEUDONYM)
			continue;
		for (int f = 0; f < from.type->field_count; f++)
			if (from.type->fields[f].kind == FIELD_REF &&
			    str_equal(from.type->fields[f].refers, shelf->type->name))
				add_pointing_by(doc, &from, f, ref);
	}
}

/* ---- the page that works with it ------------------------------------------------------------- */

/* Some records have a page of their own beside this one, where what comes next is done. */
static const struct {
	enum type_id type;
	enum field_group group;      /* for whom it is */
	const char *at;              /* before the ref */
	Str words;
} workplaces[] = {
	{ TYPE_REQUISITION, GROUP_REQUESTS, "to-fill", STR("The post to fill: what was decided, and what comes next") },
	{ TYPE_ROUND, GROUP_CANDIDATES, "recruitment/rounds", STR("The round: its panel, its candidates, how it went") },
	{ TYPE_CAMPAIGN, GROUP_CANDIDATES, "recruitment/campaigns", STR("The campaign: what each channel brought") },
	{ TYPE_APPLICATION, GROUP_CANDIDATES, "recruitment", STR("The application: what it waits for, and its next step") },
	{ TYPE_TICKET, GROUP_REQUESTS, "over-establishment", STR("The ticket: what was decided, and what became of it") },
	{ TYPE_COHORT, GROUP_SUPPLY, "supply/cohorts", STR("The cohort: its learners, and whose move it is") },
	{ TYPE_LEARNER, GROUP_SUPPLY, "supply", STR("The learner: the way they came, and the next step") },
	{ TYPE_EDUCATOR, GROUP_SUPPLY, "educators", STR("The practice educator: what the next stage asks") },
};

static void
add_workplace(struct document *doc, const struct shelf *shelf, Str ref)
{
	struct arena *perm = shelf->own.perm;
	for (int i = 0; i < countof(workplaces); i++) {
		if (shelf->type != &record_types[workplaces[i].type] ||
		    viewer_permit(shelf->own.ask->viewer, shelf->own.place->slug, workplaces[i].group, shelf->own.ask->today).reach < REACH_READ)
			continue;
		struct run *run = new(perm, 1, struct run);
		*run = (struct run){ .text = workplaces[i].words, .href = own_href(&shelf->own,
			str_format(perm, "%s/%.*s", workplaces[i].at, STR_ARG(ref))) };
		document_runs(doc, BLOCK_PARAGRAPH, run, 1);
	}
}

/* ---- what may be done next ------------------------------------------------------------------- */

static void
add_next(struct document *doc, const struct shelf *shelf, const struct record *record)
{
	struct arena *perm = shelf->own.perm;
	struct look look = look_at(shelf, record);
	struct run *runs = new(perm, WAYS + 2, struct run);
	int used = 0;
	for (int way = WAY_FROM; way < WAYS && look_may_change(&look); way++) {
		if (way_rows[way].dated && !shelf->type->dated)
			continue;
		Str href = record_href(shelf, record->ref, S("change"));
		runs[used++] =
			(struct run){ .text = way_rows[way].does,
				      .href = str_format(perm, "%.*s%show=%.*s", STR_ARG(href),
							 str_find(href, S("?")) < 0 ? "?" : "&",
							 STR_ARG(way_rows[way].name)) };
	}
	if (used && shelf->type == &record_types[TYPE_PERSON])
		runs[used++] =
			(struct run){ .text = S("Merge with another record of the same person"),
				      .href = record_href(shelf, record->ref, S("merge")) };
	runs[used++] = (struct run){ .text = S("See who changed it, when and why"),
				     .href = record_href(shelf, record->ref, S("history")) };
	document_heading(doc, 2, S("What you can do"), S("next"));
	document_runs(doc, BLOCK_LIST, runs, used);
}

struct answer
show_record(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct shelf shelf;
	struct answer why;
	bool columns[FIELDS_OF_TYPE_MOST] = { false };
	const struct record **rows;
	if (!shelf_settle(world, ask, &shelf, &why, perm))
		return why;
	const struct record *record = shelf_find(&shelf, ask->ref);
	if (!record)
		return shelf_nothing(&shelf);
	struct document doc = own_document(&shelf.own, record_words(&shelf, record),
					   record_href(&shelf, record->ref, S("")));
	doc.caption = shelf.own.place->name;
	shelf_columns(&shelf, columns);
	add_workplace(&doc, &shelf, record->ref);
	add_values(&doc, &shelf, record, columns);
	int count = rows_of(&shelf, record->ref, &rows);
	rows_witness(&shelf, columns, rows, count);
	if (shelf.type->dated && count > 1) {
		document_heading(&doc, 2, S("Through time"), S("time"));
		document_table(&doc, rows_as_read(&shelf, columns, rows, count,
						  S("Each period and what held in it")));
	}
	add_pointing(&doc, &shelf, record->ref);
	add_next(&doc, &shelf, record);
	doc.data = rows_as_kept(&shelf, columns, rows, ask->page_only ? 0 : count);
	return answer_of(DONE, doc);
}
