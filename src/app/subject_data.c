/* subject_data.c: everything that is kept about a person, for them. */
#include "app/subject.h"

#include "app/stored.h"
#include "app/subject_parts.h"

/* ---- reading ----------------------------------------------------------------------------------- */

static bool
read_histories(struct store *store, struct data *in, struct error *err)
{
	const struct own *own = &in->subject.own;
	if (!traces_of_person(store, own->ask->area, in->subject.ref, &in->traces, &in->trace_count, own->perm, err))
		return false;
	in->histories = new(own->perm, in->trace_count + 1, struct history);
	for (int i = 0; i < in->trace_count; i++) {
		struct history *history = &in->histories[i];
		history->type = record_type_find(in->traces[i].type);
		if (history->type && !store_history(store, own->ask->area, history->type, in->traces[i].ref, &history->at,
		                                    &history->count, own->perm, err))
			return false;
	}
	return true;
}

bool
data_read(struct store *store, void *what, struct error *err)
{
	struct data *in = what;
	const struct own *own = &in->subject.own;
	Str area = own->ask->area;
	struct audit_filter exports = { .authority = area, .action = S("export") };
	return actors_read(store, &in->actors, own->perm, err)
		&& store_records_read(store, area, &record_types[TYPE_EQUALITY], &in->equality, own->perm, err)
		&& read_histories(store, in, err)
		&& data_requests(store, area, in->subject.ref, &in->requests, &in->request_count, own->perm, err)
		&& corrections(store, area, (struct corrections_of){ .person = in->subject.ref }, &in->corrections,
		               &in->correction_count, own->perm, err)
		&& audit_entries(store, &exports, &in->exports, &in->export_count, own->perm, err)
		&& store_views_of_all(store, area, &in->views, &in->view_count, own->perm, err)
		&& subject_returns_read(store, in, err);
}

/* ---- records ----------------------------------------------------------------------------------- */

static bool
about(const struct data *in, const struct record_type *type, const struct record *record)
{
	Str ref = in->subject.ref;
	if (type == &record_types[TYPE_PERSON])
		return str_equal(record->ref, ref) || str_equal(record_value(type, record, S("merged_into")), ref);
	int field = field_find(type, S("person"));
	return field >= 0 && str_equal(record->values[field], ref);
}

const struct records *
data_records(const struct data *in, int type)
{
	return type == TYPE_EQUALITY ? &in->equality : &in->subject.own.council->of[type];
}

bool
data_about(const struct data *in, const struct record_type *type, const struct record *record)
{
	return type->personal && about(in, type, record);
}

/* Another person's time in post is theirs. */
static Str
value_shown(const struct data *in, const struct field *field, Str value)
{
	const struct roster *roster = in->subject.own.roster;
	int spell, post;
	if (str_equal(field->refers, S("post")) && (post = roster_post(roster, value)) != NOT_THERE)
		return str_format(in->subject.own.perm, "%.*s, %.*s", STR_ARG(post_words(&in->subject.own, post)),
		                  STR_ARG(value));
	if (str_equal(field->refers, S("spell")) && value.len
	    && (spell = roster_spell(roster, value)) != NOT_THERE
	    && spell_last(roster, spell)->person != in->subject.person)
		return S("somebody else\u2019s time in post");
	return value_words(field, value, in->subject.own.perm);
}

enum { KIND, RECORD, FROM, TO, WHAT, VALUE, VALUE_COLUMNS };
static const struct column value_columns[VALUE_COLUMNS] = {
	[KIND] = { .name = STR("kind"), .title = STR("Kind of record") },
	[RECORD] = { .name = STR("record"), .title = STR("Record") },
	[FROM] = { .name = STR("from"), .title = STR("From") }, [TO] = { .name = STR("to"), .title = STR("To") },
	[WHAT] = { .name = STR("what"), .title = STR("What") }, [VALUE] = { .name = STR("value"), .title = STR("Value") },
};

static void
add_values(struct rows_made *rows, const struct data *in, const struct record_type *type,
           const struct record *record)
{
	struct arena *perm = in->subject.own.perm;
	for (int f = 0; f < type->field_count; f++) {
		const struct field *field = &type->fields[f];
		if (record->values[f].len == 0 || str_equal(field->name, S("person")))
			continue;
		struct cell *cells = rows_push(rows, VALUE_COLUMNS, perm);
		cells[KIND] = cell_text(str_capital(type->one, perm));
		cells[RECORD] = cell_text(record->ref);
		cells[FROM] = cell_text(type->dated ? date_text(record->when.first, perm) : S(""));
		cells[TO] = cell_text(type->dated ? day_words(record->when.last, perm) : S(""));
		cells[WHAT] = cell_text(field->label);
		cells[VALUE] = cell_text(value_shown(in, field, record->values[f]));
		rows->at[rows->count - 1].group = str_format(perm, "%.*s %.*s", STR_ARG(str_capital(type->one, perm)),
		                                             STR_ARG(record->ref));
	}
}

static const struct table *
values_table(const struct data *in)
{
	struct rows_made rows = { 0 };
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct records *records = data_records(in, t);
		for (int i = 0; i < records->count; i++)
			if (data_about(in, &record_types[t], &records->at[i]))
				add_values(&rows, in, &record_types[t], &records->at[i]);
	}
	return table_of(S("records"), S("What is kept now"), value_columns, VALUE_COLUMNS, rows, in->subject.own.perm);
}

/* ---- history ----------------------------------------------------------------------------------- */

enum { DAY, BY, OF, BEFORE, AFTER, REASON, NUMBER, CHANGE_COLUMNS };
static const struct column change_columns[CHANGE_COLUMNS] = {
	[DAY] = { .name = STR("day"), .title = STR("Day") }, [BY] = { .name = STR("by"), .title = STR("By") },
	[OF] = { .name = STR("of"), .title = STR("Of what") }, [BEFORE] = { .name = STR("before"), .title = STR("Before") },
	[AFTER] = { .name = STR("after"), .title = STR("After") },
	[REASON] = { .name = STR("reason"), .title = STR("Reason given") },
	[NUMBER] = { .name = STR("change"), .title = STR("Number"), .number = true },
};

/* "12,15" has 15. */
static bool
let_stand(Str list, int64_t number)
{
	for (Str rest = list; rest.len > 0;) {
		struct parsed_decimal one = parse_decimal(str_trim(str_cut(&rest, ',')), 0, false);
		if (one.ok && one.micro / MICRO == number)
			return true;
	}
	return false;
}

/* The reason as it may be shown; the person themself never lets one stand. */
static Str
reason_shown(struct data *in, const struct past *deed)
{
	bool any;
	Str withheld = names_withheld(&in->names, deed->reason, &any, in->subject.own.perm);
	in->withheld += any;
	if (any && !in->subject.self && let_stand(in->subject.own.ask->show, deed->seq))
		return deed->reason;
	return withheld;
}

static void
change_row(struct rows_made *rows, struct data *in, const struct passed *passed, Str what, Str before, Str after)
{
	struct arena *perm = in->subject.own.perm;
	struct cell *cells = rows_push(rows, CHANGE_COLUMNS, perm);
	cells[DAY] = cell_text(instant_day(passed->deed.at, perm));
	cells[BY] = cell_text(actor_duty(&in->actors, passed->deed.actor, in->subject.own.ask->area, in->subject.ref, perm));
	cells[OF] = cell_text(what);
	cells[BEFORE] = cell_text(before);
	cells[AFTER] = cell_text(after);
	cells[REASON] = cell_text(reason_shown(in, &passed->deed));
	cells[NUMBER] = cell_text(str_format(perm, "%lld", (long long)passed->deed.seq));
}

static Str
value_of(const struct data *in, const struct record_type *type, const struct record *record, int field)
{
	return record->values ? value_shown(in, &type->fields[field], record->values[field]) : S("");
}

static void
add_change(struct rows_made *rows, struct data *in, const struct record_type *type, const struct passed *passed)
{
	const struct change *change = &passed->change;
	struct arena *perm = in->subject.own.perm;
	Str ref = change->kind == ADD ? change->after.ref : change->before.ref;
	if (passed->erased) {
		change_row(rows, in, passed, str_format(perm, "%.*s %.*s", STR_ARG(type->one), STR_ARG(ref)),
		           S("erased"), S("erased"));
		return;
	}
	for (int f = 0; f < type->field_count; f++) {
		Str before = change->kind == ADD ? S("") : value_of(in, type, &change->before, f);
		Str after = change->kind == REMOVE ? S("") : value_of(in, type, &change->after, f);
		if (!str_equal(before, after))
			change_row(rows, in, passed, str_format(perm, "%.*s %.*s: %.*s", STR_ARG(type->one), STR_ARG(ref),
				STR_ARG(type->fields[f].label)), before, after);
	}
}

static const struct table *
history_table(struct data *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->trace_count; i++)
		for (int c = 0; c < in->histories[i].count; c++)
			add_change(&rows, in, in->histories[i].type, &in->histories[i].at[c]);
	return table_of(S("history"), S("Every change, and the reasons given"), change_columns, CHANGE_COLUMNS, rows,
	                in->subject.own.perm);
}

/* ---- files ------------------------------------------------------------------------------------- */

static const struct table *
exports_table(const struct data *in)
{
	static const struct column columns[] = {
		{ .name = STR("day"), .title = STR("Day") }, { .name = STR("by"), .title = STR("By") },
		{ .name = STR("file"), .title = STR("What was taken away") },
	};
	struct arena *perm = in->subject.own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->export_count; i++) {
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(instant_day(in->exports[i].at, perm));
		cells[1] = cell_text(actor_duty(&in->actors, in->exports[i].actor, in->subject.own.ask->area, in->subject.ref,
		                                perm));
		cells[2] = cell_text(in->exports[i].object);
	}
	return table_of(S("exports"), S("Files of this council that were taken away"), columns, countof(columns), rows, perm);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static void
add_sheet(struct document *doc, const struct table *table, Str heading, Str id, Str none)
{
	document_heading(doc, 2, heading, id);
	doc->sheets[doc->sheet_count++] = table;
	if (table->row_count)
		document_table(doc, table);
	else
		document_paragraph(doc, none);
}

/* Whoever answers looks over what was withheld. The form asks, so that files of the page follow it. */
static void
add_review(struct document *doc, const struct data *in)
{
	if (in->subject.self)
		document_paragraph(doc, S("Names of other people in reasons are withheld: [name]. You may ask for one by its "
			"number, and whoever answers decides."));
	if (in->subject.self || in->withheld == 0)
		return;
	struct input *input = new(doc->arena, 1, struct input);
	*input = (struct input){ .kind = INPUT_TEXT, .name = S("show"), .label = S("Changes whose reason may stand as it is"),
		.hint = S("Their numbers, such as 12, 15. Names of other people are withheld in all others"),
		.value = in->subject.own.ask->show, .optional = true };
	form_add(doc, (struct form){ .action = subject_href(&in->subject, "data"), .asks = true,
		.id = S("review"),
		.legend = str_format(doc->arena, "Look over %d reasons that name somebody", in->withheld) },
		input, 1, (struct button){ .words = S("Show so"), .tone = BUTTON_SECOND });
}

/* What was read is written down, but for what one reads of oneself. */
static void
witness_data(const struct data *in)
{
	static const enum field_group groups[] = { GROUP_CONTACT, GROUP_EQUALITY, GROUP_LEAVING, GROUP_PAY };
	const struct ask *ask = in->subject.own.ask;
	Str object = str_format(in->subject.own.perm, "person %.*s", STR_ARG(in->subject.ref));
	for (int g = 0; g < countof(groups) && !in->subject.self; g++)
		witness_saw(ask, groups[g], object);
	if (!ask->page_only)
		witness_note(ask, S("export.subject"), object);
}

static void
add_purposes(struct document *doc)
{
	static const Str words[] = {
		STR("What for: to know who holds which post, to plan the workforce, and to make the census that section 83 of the "
		    "Children Act 1989 asks of every council."),
		STR("Where it came from: lists of the council\u2019s own HR and finance, and what people said of themselves. Each "
		    "change says who made it."),
		STR("Who it goes to: the Department for Education in the census. Nobody else."),
		STR("No decision about you is made by this program."),
		STR("You may have mistakes put right, stop the use of your equality data, and complain to the council\u2019s data "
		    "protection officer or to the Information Commissioner (ico.org.uk)."),
	};
	document_heading(doc, 2, S("What should be known besides"), S("besides"));
	document_list(doc, words, countof(words));
}

static void
show_all(struct document *doc, struct data *in, const struct table *seen)
{
	struct arena *perm = doc->arena;
	struct run *links = new(perm, 3, struct run);
	links[0] = (struct run){ .text = S("Have something put right"), .href = subject_href(&in->subject, "corrections") };
	links[1] = (struct run){ .text = S("Equality data"), .href = subject_href(&in->subject, "equality") };
	links[2] = (struct run){ .text = S("Who looked"), .href = subject_href(&in->subject, "seen") };
	document_runs(doc, BLOCK_LIST, links, in->subject.self || in->subject.own.ask->viewer->all ? 3 : 2);
	add_requests(doc, in);
	doc->data = values_table(in);
	document_heading(doc, 2, S("What is kept now"), S("records"));
	document_table(doc, table_without(doc->data, (Str[]){ S("kind"), S("record") }, 2, perm));
	const struct table *history = history_table(in);
	add_sheet(doc, history, S("Every change"), S("history"), S("Nothing was changed."));
	add_review(doc, in);
	add_sheet(doc, seen, S("Who looked, and when"), S("seen"), S("Nobody did."));
	add_sheet(doc, exports_table(in), S("Files you may have been in"), S("files"), S("No file was taken away."));
	add_sheet(doc, in->returns, S("What was sent of you"), S("returns"), S("No return that is kept holds you."));
	add_sheet(doc, subject_views_table(in), S("Views of lists that ask for you"), S("views"),
		S("Nobody keeps one."));
	add_sheet(doc, corrections_table(in), S("Corrections"), S("corrections"), S("None was proposed."));
	add_purposes(doc);
}

struct answer
show_data(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct data *in = new(perm, 1, struct data);
	struct answer why;
	struct error err = { "" };
	const struct table *seen;
	if (!subject_settle(world, ask, &in->subject, &why, perm))
		return why;
	if (!in->subject.whole && !in->subject.self)
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("All that is kept about somebody is for "
			"the person themself, and for the HR lead who answers their request."), perm);
	if (!request_sent(in, &err) || !stored(world, data_read, in, perm, &err)
	    || !seen_table(&in->subject, false, &seen, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	in->names = names_of_others(in->subject.own.roster, in->subject.person, &in->actors, perm);
	struct document doc = own_document(&in->subject.own, in->subject.self ? S("What is kept about you")
		: str_format(perm, "What is kept about %.*s", STR_ARG(person_words(&in->subject.own, in->subject.person))),
		str_format(perm, "%.*s%s%.*s", STR_ARG(subject_href(&in->subject, "data")), ask->show.len ? "?show=" : "",
		           STR_ARG(ask->show)));
	if (in->saved.len)
		document_notice(&doc, NOTICE_DONE, in->saved);
	show_all(&doc, in, seen);
	witness_data(in);
	return answer_of(in->wrong.len ? WRONG : DONE, doc);
}
