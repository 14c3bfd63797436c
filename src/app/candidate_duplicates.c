/* candidate_duplicates.c: candidates who may be one person: found by what their records share, looked at side by side, made
 * one in one deed, or kept apart.
 *
 * The record that goes says which one it is (same_as), and its applications count as that one's from then on. Nothing is
 * copied or lost, so taking the change back parts them again. */
#include "app/hiring_parts.h"

#include "app/form_made.h"
#include "app/record_form.h"
#include "app/register_pairs.h"

enum { PAIRS_MOST = 500 };

struct pairing {
	struct shelf candidates;
	struct grouped apart;        /* by one of the two */
};

static Str
text_of(const struct record *record, const char *field)
{
	return said_text(TYPE_CANDIDATE, record, field);
}

static bool
pairing_settle(const struct world *world, const struct ask *ask, struct pairing *in, struct answer *why, struct arena *perm)
{
	struct ask asked = *ask, *kept = new(perm, 1, struct ask);
	asked.type = S("candidates");
	*kept = asked;
	if (!shelf_settle(world, kept, &in->candidates, why, perm))
		return false;
	in->apart = grouped_by(&in->candidates.own.council->of[TYPE_CANDIDATE_APART], S("candidate"), perm);
	return true;
}

/* ---- finding ---------------------------------------------------------------------------------------------- */

static bool
counts(const struct record *record)
{
	return !text_of(record, "same_as").len && !text_of(record, "removed_on").len;
}

/* Digits alone: "0121 496 0000" is "01214960000". */
static Str
digits_of(Str text, struct arena *perm)
{
	char *at = new(perm, text.len + 1, char);
	ptrdiff_t len = 0;
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] >= '0' && text.at[i] <= '9')
			at[len++] = text.at[i];
	return (Str){ at, len };
}

static void
mark_candidate(struct marks *marks, const struct record *record, struct arena *perm)
{
	Str number = text_of(record, "swe_number"), email = text_of(record, "email"), phone = digits_of(text_of(record, "phone"), perm);
	if (number.len)
		marks_add(marks, str_lower(str_format(perm, "1 %.*s", STR_ARG(number)), perm), "The same Social Work England number", record);
	if (email.len)
		marks_add(marks, str_lower(str_format(perm, "2 %.*s", STR_ARG(email)), perm), "The same email", record);
	if (phone.len)
		marks_add(marks, str_lower(str_format(perm, "3 %.*s|%.*s|%.*s", STR_ARG(text_of(record, "family_name")),
			STR_ARG(text_of(record, "given_names")), STR_ARG(phone)), perm), "The same name and telephone", record);
}

static bool
said_apart(const struct pairing *in, const struct record *one, const struct record *other)
{
	for (int turn = 0; turn < 2; turn++) {
		int first, count = grouped_find(&in->apart, turn ? other->ref : one->ref, &first);
		for (int i = first; i < first + count; i++)
			if (str_equal(said_text(TYPE_CANDIDATE_APART, in->apart.rows[i].record, "other"), turn ? one->ref : other->ref))
				return true;
	}
	return false;
}

static const struct column pair_columns[] = {
	{ STR("first"), STR("One"), false, false }, { STR("second"), STR("The other"), false, false },
	{ STR("why"), STR("What they share"), false, false }, { STR("look"), STR("Look at both"), false, false },
};

static Str
pair_href(const struct pairing *in, const struct record *goes, const struct record *stays)
{
	struct arena *perm = in->candidates.own.perm;
	Str href = own_href(&in->candidates.own, str_format(perm, "recruitment/duplicates/%.*s", STR_ARG(goes->ref)));
	return str_format(perm, "%.*s%sq=%.*s", STR_ARG(href), str_find(href, S("?")) < 0 ? "?" : "&", STR_ARG(stays->ref));
}

static void
pair_row(struct cell *cells, const struct pairing *in, const struct mark *one, const struct mark *other)
{
	const struct shelf *of = &in->candidates;
	cells[0] = cell_link(record_words(of, one->record), record_href(of, one->record->ref, S("")));
	cells[0].note = one->record->ref;
	cells[1] = cell_link(record_words(of, other->record), record_href(of, other->record->ref, S("")));
	cells[1].note = other->record->ref;
	cells[2] = cell_text(one->why);
	cells[3] = cell_link(str_format(of->own.perm, "%.*s and %.*s", STR_ARG(one->record->ref), STR_ARG(other->record->ref)),
		pair_href(in, other->record, one->record));
}

static struct rows_made
pairs_of(const struct pairing *in)
{
	const struct records *all = in->candidates.records;
	struct arena *perm = in->candidates.own.perm;
	struct marks marks = { .at = new(perm, 3 * all->count + 1, struct mark) };
	struct rows_made rows = { 0 };
	const struct mark *one, *other;
	for (int i = 0; i < all->count; i++)
		if (counts(&all->at[i]))
			mark_candidate(&marks, &all->at[i], perm);
	marks_sort(&marks);
	for (int at = 0; rows.count < PAIRS_MOST && marks_pair(&marks, &at, &one, &other);)
		if (!said_apart(in, one->record, other->record))
			pair_row(rows_push(&rows, countof(pair_columns), perm), in, one, other);
	return rows;
}

struct answer
show_candidate_duplicates(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct pairing in;
	struct answer why;
	if (!pairing_settle(world, ask, &in, &why, perm))
		return why;
	struct rows_made rows = pairs_of(&in);
	struct document doc = own_document(&in.candidates.own, rows.count ? str_format(perm, rows.count == 1 ? "%d pair may be one candidate"
		: "%d pairs may be one candidate each", rows.count) : S("No candidate seems to be there twice"),
		own_href(&in.candidates.own, S("recruitment/duplicates")));
	document_paragraph(&doc, S("Two candidates who share a registration number, an email, or a name and a telephone. Couples share an email, "
		"and numbers are mistyped: look at both before you decide."));
	if (rows.count)
		witness_saw(in.candidates.own.ask, GROUP_CONTACT, S("candidates who may be one"));
	doc.data = table_of(S("pairs"), S("Candidates who may be one"), pair_columns, countof(pair_columns), rows, perm);
	if (rows.count)
		document_table(&doc, doc.data);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}

/* ---- two of them --------------------------------------------------------------------------------------------- */

struct deciding { struct pairing of; struct sides sides; Str wrong; };

static struct form *
deciding_form(const struct deciding *in, const char *does, struct button button)
{
	const struct own *own = &in->of.candidates.own;
	struct form *form = form_made(own->perm, own_href(own, str_format(own->perm, "recruitment/duplicates/%.*s", STR_ARG(in->sides.goes->ref))));
	form->id = str_of(does);
	form_input(form, own->perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("q"), .value = in->sides.stays->ref });
	form_input(form, own->perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("does"), .value = str_of(does) });
	form_button(form, own->perm, button);
	return form;
}

static struct answer
deciding_page(const struct deciding *in, enum outcome outcome)
{
	const struct own *own = &in->of.candidates.own;
	struct arena *perm = own->perm;
	struct document doc = own_document(own, S("Are these two one candidate?"), pair_href(&in->of, in->sides.goes, in->sides.stays));
	if (in->wrong.len)
		document_notice(&doc, NOTICE_KNOW, in->wrong);
	document_paragraph(&doc, S("One record goes and the other stays, with the applications of both. Taking the change back parts them again."));
	add_sides(&doc, &in->of.candidates, in->sides, "candidate");
	document_form(&doc, deciding_form(in, "merge", (struct button){ .words = str_format(perm, "Make %.*s one with %.*s",
		STR_ARG(in->sides.goes->ref), STR_ARG(in->sides.stays->ref)) }));
	document_form(&doc, deciding_form(in, "apart", (struct button){ .words = S("They are two people"), .tone = BUTTON_SECOND }));
	document_runs(&doc, BLOCK_LIST, &(struct run){ .text = S("Keep the other one instead"), .href = pair_href(&in->of, in->sides.stays,
		in->sides.goes) }, 1);
	add_not_for_release(&doc);
	return answer_of(outcome, doc);
}

static struct answer
make_one(const struct deciding *in)
{
	const struct own *own = &in->of.candidates.own;
	const struct record_type *type = &record_types[TYPE_CANDIDATE];
	struct changes changes = changes_new(own->perm);
	struct error err = { 0 };
	Str *values = new(own->perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = in->sides.goes->values[f];
	values[field_find(type, S("same_as"))] = in->sides.stays->ref;
	record_alter(&changes, type, in->sides.goes, values);
	struct wish wish = { .what = S("merge"), .object = str_format(own->perm, "candidate %.*s into %.*s", STR_ARG(in->sides.goes->ref),
		STR_ARG(in->sides.stays->ref)) };
	struct done done = deed_do(own->world, own->ask, &wish, &changes, own->perm, &err);
	return answer_done(own, &done, &err, S("They were not made one"), own_href(own, S("recruitment/duplicates")));
}

static struct answer
keep_apart(const struct deciding *in)
{
	const struct own *own = &in->of.candidates.own;
	const struct record_type *type = &record_types[TYPE_CANDIDATE_APART];
	struct changes changes = changes_new(own->perm);
	Str *values = new(own->perm, type->field_count, Str);
	values[field_find(type, S("candidate"))] = in->sides.goes->ref;
	values[field_find(type, S("other"))] = in->sides.stays->ref;
	values[field_find(type, S("said_on"))] = date_iso(own->ask->today, own->perm);
	if (!said_apart(&in->of, in->sides.goes, in->sides.stays))
		record_add(own, &changes, TYPE_CANDIDATE_APART, values);
	return record_did(own, &changes, str_format(own->perm, "candidates %.*s and %.*s", STR_ARG(in->sides.goes->ref), STR_ARG(in->sides.stays->ref)),
		S(""), S("Nothing was kept"), own_href(own, S("recruitment/duplicates")));
}

/* The two, who both count; false, with the answer. */
static bool
settle_two(struct deciding *in, struct answer *why)
{
	const struct own *own = &in->of.candidates.own;
	Str other = own->ask->sent ? str_trim(sents_find(own->ask->sent, S("q"))) : own->ask->query;
	in->sides.goes = shelf_find(&in->of.candidates, own->ask->ref);
	in->sides.stays = other.len ? shelf_find(&in->of.candidates, other) : NULL;
	bool two = in->sides.goes && in->sides.stays && in->sides.goes != in->sides.stays && counts(in->sides.goes) && counts(in->sides.stays);
	if (!two)
		*why = answer_words(UNKNOWN, S("There is no such pair"), S("One of the two is no candidate here any more, or is one with another. The "
			"list of duplicates has those that are left."), own->perm);
	return two;
}

struct answer
candidate_duplicate(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct deciding in = { 0 };
	struct answer why;
	if (!pairing_settle(world, ask, &in.of, &why, perm) || !settle_two(&in, &why))
		return why;
	if (!ask->sent)
		return deciding_page(&in, DONE);
	Str does = str_trim(sents_find(ask->sent, S("does")));
	if (str_equal(does, S("merge")))
		return make_one(&in);
	if (str_equal(does, S("apart")))
		return keep_apart(&in);
	in.wrong = S("Say whether they are one (merge) or two (apart)");
	return deciding_page(&in, WRONG);
}
