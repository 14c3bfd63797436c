/* register_duplicates.c: people who were entered twice, found by what their records share. */
#include "app/register_pairs.h"

enum { PAIRS_MOST = 500 };

static struct ask
ask_of_people(const struct ask *ask)
{
	struct ask people = *ask;
	people.type = S("people");
	return people;
}

/* ---- finding --------------------------------------------------------------------------------- */

static Str
value_of(const struct record_type *type, const struct record *record, const char *name)
{
	return record_value(type, record, str_of(name));
}

/* Name with birth date, payroll number: as far as the viewer may read them. */
static void
mark_person(struct marks *marks, const struct shelf *people, const struct record *record)
{
	struct arena *perm = people->own.perm;
	struct look look = look_at(people, record);
	Str family = value_of(people->type, record, "family_name"),
	    given = value_of(people->type, record, "given_names");
	Str born = value_of(people->type, record, "born"),
	    payroll = value_of(people->type, record, "payroll");
	if (born.len && look_shows(&look, field_find(people->type, S("born"))))
		marks_add(marks,
			  str_lower(str_format(perm, "1 %.*s|%.*s|%.*s", STR_ARG(family),
					       STR_ARG(given), STR_ARG(born)),
				    perm),
			  "The same name and date of birth", record);
	if (payroll.len)
		marks_add(marks, str_lower(str_format(perm, "2 %.*s", STR_ARG(payroll)), perm),
			  "The same payroll number", record);
}

/* The same registration number. */
static void
mark_registrations(struct marks *marks, const struct shelf *people,
		   const struct shelf *registrations)
{
	for (int i = 0; i < registrations->records->count; i++) {
		const struct record *row = &registrations->records->at[i];
		struct look look = look_at(registrations, row);
		const struct record *person =
			shelf_find(people, value_of(registrations->type, row, "person"));
		if (person && look_shows(&look, field_find(registrations->type, S("number"))))
			marks_add(marks,
				  str_format(people->own.perm, "3 %.*s",
					     STR_ARG(value_of(registrations->type, row, "number"))),
				  "The same Social Work England number", person);
	}
}

static struct marks
marks_of(const struct shelf *people)
{
	struct shelf registrations = shelf_beside(people, &record_types[TYPE_REGISTRATION]);
	int room = 2 * people->records->count + registrations.records->count + 1;
	struct marks marks = { .at = new(people->own.perm, room, struct mark) };
	for (int i = 0; i < people->records->count; i++) {
		const struct record *record = &people->records->at[i];
		struct look look = look_at(people, record);
		if (look_permit(&look, GROUP_IDENTITY).reach >= REACH_READ &&
		    value_of(people->type, record, "merged_into").len == 0)
			mark_person(&marks, people, record);
	}
	mark_registrations(&marks, people, &registrations);
	marks_sort(&marks);
	return marks;
}

static const struct column pair_columns[] = {
	{ .name = STR("first"), .title = STR("One") },
	{ .name = STR("second"), .title = STR("The other") },
	{ .name = STR("why"), .title = STR("What they share") },
	{ .name = STR("merge"), .title = STR("Look at both") },
};

static void
pair_row(struct cell *cells, const struct shelf *people, const struct mark *a, const struct mark *b)
{
	struct arena *perm = people->own.perm;
	Str to = record_href(people, a->record->ref, S("merge"));
	cells[0] = cell_link(record_words(people, a->record),
			     record_href(people, a->record->ref, S("")));
	cells[0].note = a->record->ref;
	cells[1] = cell_link(record_words(people, b->record),
			     record_href(people, b->record->ref, S("")));
	cells[1].note = b->record->ref;
	cells[2] = cell_text(a->why);
	cells[3] = cell_link(
		str_format(perm, "%.*s and %.*s", STR_ARG(a->record->ref), STR_ARG(b->record->ref)),
		str_format(perm, "%.*s%sq=%.*s", STR_ARG(to), str_find(to, S("?")) < 0 ? "?" : "&",
			   STR_ARG(url_part(b->record->ref, perm))));
}

static bool
is_merged(const struct shelf *people, const struct record *record)
{
	return value_of(people->type, record, "merged_into").len > 0;
}

static struct rows_made
pairs_of(const struct shelf *people)
{
	struct rows_made rows = { 0 };
	struct marks marks = marks_of(people);
	const struct mark *a, *b;
	for (int at = 0; rows.count < PAIRS_MOST && marks_pair(&marks, &at, &a, &b);)
		if (!is_merged(people, a->record) && !is_merged(people, b->record))
			pair_row(rows_push(&rows, countof(pair_columns), people->own.perm), people, a, b);
	return rows;
}

struct answer
show_duplicates(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ask asked = ask_of_people(ask);
	struct shelf people;
	struct answer why;
	if (!shelf_settle(world, &asked, &people, &why, perm))
		return why;
	struct rows_made rows = pairs_of(&people);
	struct document doc = document_new(
		perm, rows.count ? str_format(perm,
					      rows.count == 1 ? "%d pair may be one person"
							      : "%d pairs may be one person each",
					      rows.count)
				 : S("Nobody seems to be entered twice"));
	doc.caption = people.own.place->name;
	doc.address = shelf_href(&people, S("duplicates"));
	document_paragraph(
		&doc,
		S("Two records that share a name and a date of birth, a payroll number or a "
		  "registration "
		  "number. Twins and misprints are among them: look at both before you decide."));
	doc.data = table_of(S("pairs"), S("Records that may be of one person"), pair_columns,
			    countof(pair_columns), rows, perm);
	if (rows.count)
		document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}
