/* register_list.c: the records of one type that fit what was asked, a page at a time. */
#include "app/form_made.h"
#include "app/register_listing.h"

enum { PAGE_ROWS = 50 };

/* ---- the page -------------------------------------------------------------------------------- */

static void
add_asked(struct text *to, const char *name, Str value, struct arena *perm)
{
	if (value.len)
		text_format(to, "%s%s=%.*s", str_find(text_str(to), S("?")) < 0 ? "?" : "&", name,
			    STR_ARG(url_part(value, perm)));
}

/* The list's address with what was asked; without its order when `base`, to which an order is
 * added. */
static Str
listing_address(const struct listing *in, bool base)
{
	const struct ask *ask = in->asked;
	struct arena *perm = in->shelf.own.perm;
	struct text to = text_new(perm);
	text_format(&to, "/authorities/%.*s/%.*s", STR_ARG(in->shelf.own.place->slug),
		    STR_ARG(record_type_segment(in->shelf.type, perm)));
	add_asked(&to, "q", ask->query, perm);
	add_asked(&to, "unit", ask->unit, perm);
	add_asked(&to, "on", ask->on, perm);
	add_asked(&to, "show", ask->show, perm);
	add_asked(&to, "columns", ask->columns, perm);
	add_asked(&to, "view", ask->view, perm);
	if (!base)
		add_asked(&to, "sort", ask->sort, perm);
	return text_str(&to);
}

/* The units in sight, as the tree of the day has them. */
static struct pick *
unit_picks(const struct own *own, int *count)
{
	const struct roster *roster = own->roster;
	int *units = new(own->perm, roster->unit_count + 1, int),
	    *depths = new(own->perm, roster->unit_count + 1, int);
	int all = roster_tree(roster, own->ask->day, units, depths);
	struct pick *picks = new(own->perm, all + 1, struct pick);
	picks[0] = pick_of(S(""), S("Every unit"));
	*count = 1;
	for (int i = 0; i < all; i++) {
		if (sight_unit(&own->sight, units[i], GROUP_STRUCTURE).reach < REACH_READ)
			continue;
		struct text words = text_new(own->perm);
		for (int d = 0; d < depths[i]; d++)
			text_add(&words, S("\u2013 "));
		text_add(&words, unit_words(own, units[i]));
		picks[*count] = pick_of(roster->units[units[i]].ref, text_str(&words));
		picks[*count].chosen = units[i] == own->unit;
		++*count;
	}
	return picks;
}

static struct input
hidden(Str name, Str value)
{
	return (struct input){ .kind = INPUT_HIDDEN, .name = name, .value = value };
}

static void
add_filter(struct document *doc, const struct listing *in)
{
	const struct own *own = &in->shelf.own;
	struct input *inputs = new(own->perm, 7, struct input);
	struct pick *times = new(own->perm, 2, struct pick);
	struct button *button = new(own->perm, 1, struct button);
	struct form *form = new(own->perm, 1, struct form);
	int used = 0;
	inputs[used++] = (struct input){ .kind = INPUT_TEXT,
					 .name = S("q"),
					 .label = S("Search"),
					 .value = own->ask->query,
					 .width = 20 };
	inputs[used] =
		(struct input){ .kind = INPUT_SELECT, .name = S("unit"), .label = S("Unit") };
	inputs[used].picks = unit_picks(own, &inputs[used].pick_count);
	used += inputs[used].pick_count > 1;
	if (in->shelf.type->dated) {
		inputs[used++] =
			(struct input){ .kind = INPUT_DATE,
					.name = S("on"),
					.label = S("As at"),
					.value = own->ask->on.len
							 ? own->ask->on
							 : date_text(own->ask->day, own->perm),
					.width = 20 };
		times[0] = pick_of(S(""), S("As at the day"));
		times[1] = pick_of(S("all"), S("All through time"));
		times[1].chosen = in->through_time;
		inputs[used++] = (struct input){ .kind = INPUT_SELECT,
						 .name = S("show"),
						 .label = S("Rows"),
						 .picks = times,
						 .pick_count = 2 };
	}
	if (own->ask->sort.len)
		inputs[used++] = hidden(S("sort"), own->ask->sort);
	if (own->ask->columns.len)
		inputs[used++] = hidden(S("columns"), own->ask->columns);
	*button = (struct button){ .words = S("Show") };
	*form = (struct form){ .asks = true,
			       .id = S("filter"),
			       .in_a_row = true,
			       .inputs = inputs,
			       .input_count = used,
			       .buttons = button,
			       .button_count = 1 };
	form->action = str_format(own->perm, "/authorities/%.*s/%.*s", STR_ARG(own->place->slug),
				  STR_ARG(record_type_segment(in->shelf.type, own->perm)));
	document_form(doc, form);
}

/* Which columns, out of those that the viewer may read. */
static struct form *
columns_form(const struct listing *in)
{
	const struct own *own = &in->shelf.own;
	const struct record_type *type = in->shelf.type;
	struct arena *perm = own->perm;
	struct pick *picks = new(perm, FIELDS_OF_TYPE_MOST + BESIDE_MOST, struct pick);
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/%.*s", STR_ARG(own->place->slug),
						       STR_ARG(record_type_segment(type, perm))));
	const struct { Str name, value; } kept[] = {
		{ S("q"), own->ask->query }, { S("unit"), own->ask->unit }, { S("on"), own->ask->on },
		{ S("show"), own->ask->show }, { S("sort"), own->ask->sort },
	};
	int count = 0, all;
	for (int f = 0; f < type->field_count; f++)
		if (in->open[f]) {
			picks[count] = pick_of(type->fields[f].name, type->fields[f].label);
			picks[count++].chosen = in->columns[f];
		}
	const struct beside *beside = beside_of(type, &all);
	for (int i = 0; i < all; i++) {
		picks[count] = pick_of(beside[i].name, beside[i].title);
		picks[count++].chosen = in->beside[i];
	}
	form->asks = true;
	form->id = S("columns");
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("columns"), .label = S("Columns"),
					       .picks = picks, .pick_count = count });
	for (ptrdiff_t i = 0; i < countof(kept); i++)
		if (kept[i].value.len)
			form_input(form, perm, hidden(kept[i].name, kept[i].value));
	form_button(form, perm, (struct button){ .words = S("Show these columns"), .tone = BUTTON_SECOND });
	return form;
}

static void
add_folded(struct document *doc, Str summary, const struct form *form)
{
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_FORM, .form = form };
	document_details(doc, summary, inner, 1);
}

/* What is asked now, to be kept by a name. */
static struct form *
keep_form(const struct listing *in)
{
	const struct ask *ask = in->shelf.own.ask;
	struct kept_view now = { .query = ask->query, .unit = ask->unit, .on = ask->on, .show = ask->show,
				 .sort = ask->sort, .columns = ask->columns };
	return view_form(&in->shelf.own, in->shelf.type, &now, S(""));
}

static void
add_next(struct document *doc, const struct shelf *shelf)
{
	struct arena *perm = shelf->own.perm;
	struct run *runs = new(perm, 4, struct run);
	int used = 0;
	Str an = str_find(S("aeiou"), str_upto(shelf->type->one, 1)) >= 0 ? S("an") : S("a");
	if (str_begins(shelf->type->one, S("u")))
		an = S("a");
	if (shelf_may_add(shelf)) {
		runs[used++] = (struct run){ .text = str_format(perm, "Add %.*s %.*s", STR_ARG(an),
								STR_ARG(shelf->type->one)),
					     .href = shelf_href(shelf, S("new")) };
		runs[used++] = (struct run){ .text = str_format(perm, "Bring %.*s from a file",
								STR_ARG(shelf->type->many)),
					     .href = shelf_href(shelf, S("import")) };
	}
	if (shelf_may_add(shelf) && shelf->type == &record_types[TYPE_PERSON])
		runs[used++] = (struct run){ .text = S("Find people entered twice"),
					     .href = shelf_href(shelf, S("duplicates")) };
	if (used)
		document_runs(doc, BLOCK_LIST, runs, used);
}

/* Links to the other types, so that each list is found from any. What is apart is not among them. */
static void
add_other_lists(struct document *doc, const struct shelf *shelf)
{
	struct arena *perm = shelf->own.perm;
	struct run *runs = new(perm, 2 * RECORD_TYPES, struct run);
	int used = 0;
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		if (type == shelf->type || type->group == GROUP_EQUALITY ||
		    shelf_permit(shelf, type->group).reach < REACH_PSEUDONYM)
			continue;
		runs[used].text = used ? S(", ") : S("Other records kept here: ");
		runs[used + 1] = (struct run){ .text = type->many,
					       .href = own_href(&shelf->own, record_type_segment(type, perm)) };
		used += 2;
	}
	if (used)
		document_runs(doc, BLOCK_PARAGRAPH, runs, used);
}

/* What to do first, or what to ask instead. */
static void
add_empty(struct document *doc, const struct listing *in)
{
	const struct shelf *shelf = &in->shelf;
	struct arena *perm = shelf->own.perm;
	struct run *runs = new(perm, 3, struct run);
	if (in->in_sight) {
		runs[0].text = str_format(
			perm, "Of %d in your sight, none fits what you asked for. ", in->in_sight);
		runs[1] = (struct run){ .text = str_format(perm, "Show all %.*s",
							   STR_ARG(shelf->type->many)),
					.href = shelf_href(shelf, S("")) };
		document_runs(doc, BLOCK_INSET, runs, 2);
		return;
	}
	bool more = shelf->type->dated && !in->through_time && shelf->records->count;
	runs[0].text = more ? str_format(perm, "None holds on %.*s that you may see. ",
					 STR_ARG(date_text(shelf->own.ask->day, perm)))
		       : shelf_may_add(shelf)
			       ? str_format(perm,
					    "There are no %.*s here yet. %.*s. Add the first, "
					    "bring them from a file, "
					    "or load a list of people and posts. ",
					    STR_ARG(shelf->type->many), STR_ARG(shelf->type->does))
			       : str_format(perm, "There are no %.*s here that you may see. %.*s. ",
					    STR_ARG(shelf->type->many), STR_ARG(shelf->type->does));
	runs[1] =
		(struct run){ .text = S("Load a list"), .href = own_href(&shelf->own, S("loads")) };
	if (more)
		runs[1] = (struct run){ .text = S("Look all through time"),
					.href = str_format(
						perm, "/authorities/%.*s/%.*s?show=all",
						STR_ARG(shelf->own.place->slug),
						STR_ARG(record_type_segment(shelf->type, perm))) };
	document_runs(doc, BLOCK_INSET, runs, more || shelf_may_add(shelf) ? 2 : 1);
}

static bool
settle_page(const struct listing *in, int pages, int *page, struct answer *why)
{
	Str asked = in->shelf.own.ask->page;
	*page = 1;
	if (asked.len == 0)
		return true;
	struct parsed_decimal number = parse_decimal(asked, 0, false);
	if (!number.ok || number.micro < MICRO) {
		*why = answer_words(WRONG, S("There is no such page"),
				    S("Pages of a list are numbered from 1."), in->shelf.own.perm);
		return false;
	}
	*page = number.micro / MICRO > pages ? pages : (int)(number.micro / MICRO);
	return true;
}

/* The column the rows stand in order of, when it is one of the page's. */
static Str
sort_name(const struct listing *in, bool titled)
{
	int all;
	switch (in->sort) {
	case SORT_REF:
		return titled ? (Str){ 0 } : S("ref");
	case SORT_FROM:
		return S("from");
	case SORT_TO:
		return S("to");
	default:
		return in->sort >= SORT_BESIDE ? beside_of(in->shelf.type, &all)[in->sort - SORT_BESIDE].name
			: in->shelf.type->fields[in->sort].name;
	}
}

/* The rows as people read them, what is beside the fields among it. */
static struct table *
in_words(const struct listing *in, const struct record *const *rows, int count)
{
	Str caption = type_many(in->shelf.type, in->shelf.own.perm);
	return beside_put(&in->shelf, rows_as_read(&in->shelf, in->columns, rows, count, caption), in->beside, rows);
}

static void
add_page(struct document *doc, const struct listing *in, int page, int pages)
{
	const struct shelf *shelf = &in->shelf;
	int first = (page - 1) * PAGE_ROWS,
	    count = in->count - first < PAGE_ROWS ? in->count - first : PAGE_ROWS;
	struct table *table = in_words(in, in->rows + first, count);
	bool titled = table->column_count && !str_equal(table->columns[0].name, S("ref"));
	table->sortable = true;
	table->sort_base = listing_address(in, true);
	table->sorted_by = sort_name(in, titled);
	table->descending = in->descending;
	table->total = in->count;
	table->page = pages > 1 ? page : 0;
	table->pages = pages > 1 ? pages : 0;
	table->page_base = listing_address(in, false);
	document_table(doc, table);
	if (shelf->own.ask->page_only)
		rows_witness(shelf, in->columns, in->rows + first, count);
}

static Str
listing_title(const struct listing *in)
{
	struct arena *perm = in->shelf.own.perm;
	const struct record_type *type = in->shelf.type;
	if (in->count == 0)
		return type_many(type, perm);
	return str_format(perm, "%.*s %.*s", STR_ARG(figure_text(figure_whole(in->count), 0, perm)),
			  STR_ARG(in->count == 1 ? type->one : type->many));
}

static struct document
listing_document(const struct listing *in)
{
	struct document doc =
		own_document(&in->shelf.own, listing_title(in), listing_address(in, false));
	if (!in->shelf.type->dated)
		doc.period = (Str){ 0 };
	else if (in->through_time)
		doc.period = S("All through time");
	return doc;
}

struct answer
show_records(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct listing in = { .asked = ask };
	struct ask *laid = new(perm, 1, struct ask);
	struct answer why;
	int page;
	if (ask->type.len == 0)
		return show_record_kinds(world, ask, perm);
	if (!views_settle(world, ask, &in.views, laid, &why, perm) || !shelf_settle(world, laid, &in.shelf, &why, perm))
		return why;
	in.through_time = str_equal(laid->show, S("all"));
	if (laid->show.len && !in.through_time)
		return answer_words(WRONG, S("There are no such rows"),
				    S("\u201cshow\u201d can be \u201call\u201d: every row "
				      "through time; without it, the rows of the day."),
				    perm);
	listing_settle_columns(&in);
	if (!listing_settle_order(&in, &why))
		return why;
	listing_gather(&in);
	listing_order(&in);
	int pages = in.count ? (in.count + PAGE_ROWS - 1) / PAGE_ROWS : 1;
	if (!settle_page(&in, pages, &page, &why))
		return why;
	struct document doc = listing_document(&in);
	views_add_links(&doc, &in.shelf, &in.views);
	add_filter(&doc, &in);
	add_folded(&doc, S("Choose columns"), columns_form(&in));
	if (in.count)
		add_page(&doc, &in, page, pages);
	else
		add_empty(&doc, &in);
	if (ask->page_only)
		add_folded(&doc, S("Keep what is asked here as a view"), keep_form(&in));
	add_next(&doc, &in.shelf);
	add_other_lists(&doc, &in.shelf);
	/* a page has its own rows alone; a file all of them, as they are kept and in words */
	doc.data = rows_as_kept(&in.shelf, in.columns, in.rows, ask->page_only ? 0 : in.count);
	if (ask->page_only)
		return answer_of(DONE, doc);
	rows_witness(&in.shelf, in.columns, in.rows, in.count);
	doc.sheets[doc.sheet_count++] = in_words(&in, in.rows, in.count);
	return answer_of(DONE, doc);
}
