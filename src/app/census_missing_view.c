/* census_missing_view.c: whom an item is missing of, mended on the page, many at once.
 *
 * What is typed goes into the record that holds it, as any change does: judged by rights and rules, with its
 * history, to be taken back. A sheet of fifty is one deed: all of it, or nothing and the words why.
 */
#include "app/census_year.h"

#include "app/form_made.h"

enum { MENDS_MOST = 50 };            /* inputs on one page: a browser and a person bear as many */

/* What is mended on one page: the missing of one item that the viewer may write. */
struct mending {
	const struct returning *in;
	enum item item;
	const struct missing *all[MENDS_MOST];
	Str errors[MENDS_MOST];
	int count, total;
};

static const struct record_type *
type_of(const struct missing *missing)
{
	return record_type_find(missing->type);
}

static const struct field *
field_of(const struct missing *missing)
{
	const struct record_type *type = type_of(missing);
	int f = type ? field_find(type, missing->field) : -1;
	return f < 0 ? NULL : &type->fields[f];
}

/* Whether the viewer may write the field of anybody in the council. */
static bool
may_mend(const struct returning *in, const struct missing *missing)
{
	const struct field *field = field_of(missing);
	return field && viewer_permit(in->own.ask->viewer, in->own.place->slug, field->group, in->own.ask->today).reach
		>= REACH_WRITE;
}

static void
gather(struct mending *m, const struct returning *in, enum item item)
{
	*m = (struct mending){ .in = in, .item = item };
	for (int i = 0; i < in->built.missing_count; i++) {
		const struct missing *missing = &in->built.missing[i];
		if (missing->item != item)
			continue;
		m->total++;
		if (m->count < MENDS_MOST && may_mend(in, missing))
			m->all[m->count++] = missing;
	}
}

/* ---- what was typed, as changes ---------------------------------------------------------------- */

/* A field's name on the form: by the record, so that a page that is old mends nobody else. */
static Str
input_name(const struct missing *missing, struct arena *perm)
{
	return str_format(perm, "of.%.*s", STR_ARG(missing->ref.len ? missing->ref
	                                          : missing->spell.len ? missing->spell : missing->person));
}

static Str
typed(const struct mending *m, int n)
{
	const struct ask *ask = m->in->own.ask;
	return ask->sent ? str_trim(sents_find(ask->sent, input_name(m->all[n], m->in->own.perm))) : S("");
}

/* The first day of a record that is to be made: when the person began here. */
static struct period
from_start(const struct mending *m, const struct missing *missing)
{
	const struct roster *r = m->in->own.roster;
	int spell = roster_spell(r, missing->spell);
	Date first = spell == NOT_THERE ? census_period(m->in->year).first : spell_period(r, spell).first;
	return (struct period){ first, DATE_OPEN };
}

static const struct records *
records_of_type(const struct mending *m, const struct record_type *type)
{
	enum type_id id = record_type_id(type);
	return id == TYPE_EQUALITY ? &m->in->equality : &m->in->own.council->of[id];
}

static Str *
values_with(const struct mending *m, const struct missing *missing, const struct record *before, Str value)
{
	const struct record_type *type = type_of(missing);
	Str *values = new(m->in->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = before ? before->values[f] : S("");
	int person = field_find(type, S("person")), year = field_find(type, S("year"));
	if (!before && person >= 0)
		values[person] = missing->person;
	if (!before && year >= 0)
		values[year] = year_text(m->in->year, m->in->own.perm);
	values[field_find(type, missing->field)] = value;
	return values;
}

/* The row of a record in which the item is read: the last of those that begin by the day. */
static const struct record *
row_of(const struct mending *m, const struct missing *missing)
{
	const struct records *records = records_of_type(m, type_of(missing));
	int first, count = missing->ref.len ? records_of(records, missing->ref, &first) : 0;
	const struct record *row = count ? &records->at[first] : NULL;
	for (int i = 1; i < count; i++)
		if (records->at[first + i].when.first.day <= census_period(m->in->year).last.day)
			row = &records->at[first + i];
	return row;
}

static void
add_change(const struct mending *m, const struct missing *missing, Str value, int taken, struct changes *changes)
{
	const struct record_type *type = type_of(missing);
	const struct record *before = row_of(m, missing);
	struct record after = before ? *before : (struct record){ .version = 1, .ref = ref_next(records_of_type(m, type), taken,
		m->in->own.perm), .when = from_start(m, missing) };
	after.values = values_with(m, missing, before, value);
	struct change change = { .kind = before ? ALTER : ADD, .type = type, .after = after };
	if (before) {
		change.before = *before;
		change.after.version++;
	}
	changes_add(changes, change);
}

/* Reads every input; gives how many are wrong. */
static int
read_typed(struct mending *m, struct changes *changes)
{
	int wrong = 0, made = 0;
	for (int n = 0; n < m->count; n++) {
		Str value;
		struct misfit misfit;
		Str text = typed(m, n);
		if (text.len == 0)
			continue;
		if (!value_read(field_of(m->all[n]), text, &value, &misfit, m->in->own.perm)) {
			m->errors[n] = str_format(m->in->own.perm, "%.*s: %.*s", STR_ARG(misfit.wrong), STR_ARG(misfit.mend));
			wrong++;
			continue;
		}
		add_change(m, m->all[n], value, made, changes);
		made += m->all[n]->ref.len == 0;
	}
	return wrong;
}

/* ---- the page ---------------------------------------------------------------------------------- */

static const struct column people_columns[] = {
	{ STR("person"), STR("Person"), false, false }, { STR("number"), STR("Registration number"), false, false },
	{ STR("role"), STR("Role"), false, false }, { STR("mend_at"), STR("Mend"), false, false },
};

static Str
href_of_record(const struct mending *m, const struct missing *missing)
{
	const struct record_type *type = type_of(missing);
	const struct own *own = &m->in->own;
	if (!type || missing->ref.len == 0 || type == &record_types[TYPE_EQUALITY])
		return own_href(own, str_format(own->perm, "people/%.*s", STR_ARG(missing->person)));
	Str many = type == &record_types[TYPE_SPELL] ? S("times-in-post") : type->many;
	return own_href(own, str_format(own->perm, "%.*s/%.*s", STR_ARG(url_part(many, own->perm)), STR_ARG(missing->ref)));
}

/* Two people may share a name: the number tells them apart. */
static Str
who_of(const struct mending *m, const struct missing *missing)
{
	const struct own *own = &m->in->own;
	int person = roster_person(own->roster, missing->person);
	if (person == NOT_THERE)
		return S("The council");
	const struct worker *w = missing->worker ? &m->in->built.ret.workers[missing->worker - 1] : NULL;
	Str name = person_words(own, person), number = w ? worker_record(w, own->perm) : missing->person;
	return str_format(own->perm, "%.*s, %.*s", STR_ARG(name), STR_ARG(number));
}

static const struct table *
people_table(const struct mending *m)
{
	const struct returning *in = m->in;
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->built.missing_count; i++) {
		const struct missing *missing = &in->built.missing[i];
		if (missing->item != m->item)
			continue;
		const struct worker *w = missing->worker ? &in->built.ret.workers[missing->worker - 1] : NULL;
		struct cell *cells = rows_push(&rows, countof(people_columns), perm);
		cells[0] = w ? returning_person(in, w) : cell_text(who_of(m, missing));
		cells[1] = cell_text(w ? worker_cell(w, ITEM_SWE)->text : S(""));
		cells[2] = cell_text(w ? item_code_words(ITEM_ROLE, worker_cell(w, ITEM_ROLE)->text) : S(""));
		cells[3] = cell_link(S("Its record"), href_of_record(m, missing));
	}
	return table_of(S("people"), S("Of whom"), people_columns, countof(people_columns), rows, perm);
}

/* What may be chosen: the field's choices, yes or no, or the item's codes where the field holds them as text. NULL: it
 * is typed. */
static const struct pick *
picks_of(const struct mending *m, const struct field *field, int *count)
{
	static const struct choice yes_no[] = { { STR("yes"), STR("Yes") }, { STR("no"), STR("No") } };
	const struct item_row *item = &item_rows[m->item];
	bool yes = field->kind == FIELD_YES_NO, choice = field->kind == FIELD_CHOICE, coded = field->kind == FIELD_TEXT;
	int most = yes ? 2 : choice ? field->choice_count : coded ? item->code_count : 0;
	if (most == 0)
		return NULL;
	struct pick *picks = new(m->in->own.perm, most + 1, struct pick);
	picks[0] = (struct pick){ .value = S(""), .words = S("Not known yet") };
	for (int c = 0; c < most; c++) {
		struct choice one = yes ? yes_no[c] : choice ? field->choices[c]
			: (struct choice){ item->codes[c].code, item->codes[c].words };
		picks[c + 1] = (struct pick){ .value = one.code, .words = one.words };
	}
	*count = most + 1;
	return picks;
}

static struct input
input_of(const struct mending *m, int n)
{
	struct arena *perm = m->in->own.perm;
	const struct missing *missing = m->all[n];
	const struct field *field = field_of(missing);
	Str who = who_of(m, missing);
	struct input input = { .kind = field->kind == FIELD_DATE ? INPUT_DATE : INPUT_TEXT, .name = input_name(missing, perm),
		.label = who, .value = typed(m, n), .error = m->errors[n], .width = 10 };
	input.picks = picks_of(m, field, &input.pick_count);
	if (input.picks)
		input.kind = INPUT_SELECT;
	return input;
}

static void
add_form(struct document *doc, const struct mending *m)
{
	if (m->count == 0) {
		document_paragraph(doc, S("You may not change these records yourself. Ask whoever keeps them: each line leads to its own."));
		return;
	}
	struct input *inputs = new(doc->arena, m->count, struct input);
	for (int n = 0; n < m->count; n++)
		inputs[n] = input_of(m, n);
	if (m->total > m->count)
		document_paragraph(doc, str_format(doc->arena, "The first %d of %d are here; the rest follow when these are saved.",
			m->count, m->total));
	form_add(doc, (struct form){ .id = S("mend"), .action = returning_href(m->in, "missing", item_rows[m->item].name),
		.legend = S("Fill in what you know, and leave the rest") }, inputs, m->count,
		(struct button){ .words = S("Save what is filled in") });
}

static struct answer
missing_page(const struct mending *m, enum outcome outcome)
{
	const struct returning *in = m->in;
	struct arena *perm = in->own.perm;
	const struct item_row *row = &item_rows[m->item];
	Str title = m->total == 0 ? str_format(perm, "%.*s: nothing is missing", STR_ARG(row->title))
		: str_format(perm, "%.*s is missing of %.*s", STR_ARG(row->title), STR_ARG(counted(m->total, "record", "records", perm)));
	struct document doc = returning_document(in, title, "missing", row->name);
	returning_places(&doc, in, "missing");
	if (row->help.len)
		document_paragraph(&doc, row->help);
	if (m->total > 0) {
		add_form(&doc, m);
		const struct table *people = people_table(m);
		doc.data = people;
		document_table(&doc, people);
	}
	return answer_of(outcome, doc);
}

static struct answer
mend(struct mending *m)
{
	const struct own *own = &m->in->own;
	struct error err = { "" };
	struct changes changes = changes_new(own->perm);
	if (read_typed(m, &changes) > 0)
		return missing_page(m, WRONG);
	if (changes.count == 0)
		return missing_page(m, DONE);
	struct wish wish = { .what = S("edit"), .reason = str_format(own->perm, "Census of %d: %.*s", m->in->year,
		STR_ARG(item_rows[m->item].title)), .object = str_format(own->perm, "census %d", m->in->year) };
	struct done done = deed_do(own->world, own->ask, &wish, &changes, own->perm, &err);
	return answer_done(own, &done, &err, S("Nothing was changed"), returning_href(m->in, "missing", item_rows[m->item].name));
}

struct answer
show_census_missing(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	enum item item = item_of_head(returning_which(ask));
	if (item == NO_ITEM)
		return answer_words(UNKNOWN, S("There is no such item"), S("Begin from the list of what is missing."), perm);
	struct mending m;
	gather(&m, &in, item);
	if (m.count == 0 && !in.may_write)
		return admit_refuses(ask, (struct need){ OF_COUNCIL, GROUP_RETURNS, REACH_WRITE }, perm);
	returning_opened(&in);
	return ask->sent ? mend(&m) : missing_page(&m, DONE);
}
