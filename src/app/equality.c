/* equality.c: what a person says of themselves, on a page of its own and on no other. */
#include "app/subject_parts.h"

#include "app/stored.h"
#include "workforce/equality.h"

struct saying {
	struct subject subject;
	struct records equality;
	const struct record *row;            /* the person's, or NULL */
	Str saved, wrong;
	struct findings why_not;
};

static bool
read_there(struct store *store, void *what, struct error *err)
{
	struct saying *in = what;
	const struct own *own = &in->subject.own;
	const struct record_type *type = &record_types[TYPE_EQUALITY];
	if (!store_records_read(store, own->ask->area, type, &in->equality, own->perm, err))
		return false;
	in->row = NULL;
	for (int i = 0; i < in->equality.count; i++)
		if (str_equal(record_value(type, &in->equality.at[i], S("person")), in->subject.ref))
			in->row = &in->equality.at[i];
	return true;
}

static Str
value_of(const struct saying *in, Str field)
{
	return in->row ? record_value(&record_types[TYPE_EQUALITY], in->row, field) : S("");
}

/* ---- saying it --------------------------------------------------------------------------------- */

/* What was chosen of an attribute: a code, nothing, or what stands already. */
static bool
take_choice(const struct saying *in, const struct equality_attribute *attribute, Str *value)
{
	Str chosen = str_trim(ask_sent(in->subject.own.ask, attribute->name));
	bool known = chosen.len == 0 || str_equal(chosen, value_of(in, attribute->name));
	for (int c = 0; c < attribute->code_count; c++)
		known = known || str_equal(chosen, attribute->codes[c].code);
	*value = chosen;
	return known;
}

/* The record as it is to be: what was said, or that it is no longer to be used, or that it is again. */
static bool
take_values(struct saying *in, Str does, Str *values)
{
	const struct record_type *type = &record_types[TYPE_EQUALITY];
	const struct ask *ask = in->subject.own.ask;
	bool known = true, says = str_equal(does, S("say"));
	for (int f = 0; f < type->field_count; f++)
		values[f] = in->row ? in->row->values[f] : S("");
	values[field_find(type, S("person"))] = in->subject.ref;
	for (int a = 0; says && a < EQUALITY_ATTRIBUTES; a++)
		known = take_choice(in, &equality_attributes[a], &values[field_find(type, equality_attributes[a].name)]) && known;
	if (str_equal(does, S("stop")) || str_equal(does, S("use")))
		values[field_find(type, S("stopped_on"))] = does.at[0] == 's' ? date_iso(ask->today, in->subject.own.perm)
		                                                              : S("");
	return known;
}

/* The audit is told of an equality record, and not of whose, nor what was said. */
static void
do_it(struct saying *in, const Str *values, struct error *err)
{
	const struct own *own = &in->subject.own;
	struct changes changes = changes_new(own->perm);
	struct record after = in->row ? *in->row : (struct record){ .ref = ref_next(&in->equality, 0, own->perm) };
	after.values = values;
	struct change change = { .kind = in->row ? ALTER : ADD, .type = &record_types[TYPE_EQUALITY], .after = after };
	if (in->row)
		change.before = *in->row;
	changes_add(&changes, change);
	struct done done = deed_do(own->world, own->ask, &(struct wish){ .what = S("edit"), .object = S("equality record") },
	                           &changes, own->perm, err);
	in->why_not = done.found;
	if (done.did != DID)
		in->wrong = done.did == COULD_NOT ? str_copy(str_of(err->text), own->perm)
		                                  : S("Nothing was changed: somebody changed it meanwhile, or it is not yours");
	else
		in->saved = S("Saved.");
}

static bool
say(struct saying *in, struct error *err)
{
	const struct own *own = &in->subject.own;
	Str does = str_trim(ask_sent(own->ask, S("does")));
	Str *values = new(own->perm, record_types[TYPE_EQUALITY].field_count, Str);
	bool only_self = str_equal(does, S("stop")) || str_equal(does, S("use"));
	if (!stored(own->world, read_there, in, own->perm, err))
		return false;
	if (!only_self && !str_equal(does, S("say")))
		in->wrong = S("Say what is to be done");
	else if (only_self && !in->subject.self)
		in->wrong = S("Only the person themself says whether their equality data is used");
	else if (!take_values(in, does, values))
		in->wrong = S("Choose one of the answers that are offered");
	else
		do_it(in, values, err);
	return true;
}

/* ---- the page ---------------------------------------------------------------------------------- */

static struct input
attribute_input(const struct saying *in, const struct equality_attribute *attribute, struct arena *perm)
{
	struct pick *picks = new(perm, attribute->code_count + 2, struct pick);
	Str value = value_of(in, attribute->name);
	int count = 0;
	bool offered = value.len == 0;
	picks[count++] = (struct pick){ .value = S(""), .words = S("Not said") };
	for (int c = 0; c < attribute->code_count; c++) {
		picks[count++] = (struct pick){ .value = attribute->codes[c].code, .words = attribute->codes[c].words };
		offered = offered || str_equal(value, attribute->codes[c].code);
	}
	if (!offered)
		picks[count++] = (struct pick){ .value = value, .words = value };
	return (struct input){ .kind = INPUT_SELECT, .name = attribute->name, .label = attribute->title, .picks = picks,
	                       .pick_count = count, .value = value };
}

static void
add_say_form(struct document *doc, const struct saying *in)
{
	struct input inputs[EQUALITY_ATTRIBUTES + 1] = {
		{ .kind = INPUT_HIDDEN, .name = S("does"), .value = S("say") } };
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++)
		inputs[a + 1] = attribute_input(in, &equality_attributes[a], doc->arena);
	subject_form(doc, (struct form_wish){ subject_href(&in->subject, "equality"), S("say"),
		in->subject.self ? S("What you say of yourself") : S("What the person said"), S("Save") }, inputs,
		EQUALITY_ATTRIBUTES + 1);
}

static void
add_stop_form(struct document *doc, const struct saying *in)
{
	Str stopped = value_of(in, S("stopped_on"));
	Date day;
	struct input does = { .kind = INPUT_HIDDEN, .name = S("does"), .value = stopped.len ? S("use") : S("stop") };
	document_heading(doc, 2, S("Whether it is used"), S("use"));
	if (stopped.len && date_parse(stopped, &day))
		document_paragraph(doc, str_format(doc->arena, "You stopped the use of it on %.*s. In totals you count as \u201cnot "
			"known\u201d, like everybody who has said nothing; nobody is shown that you stopped it.",
			STR_ARG(date_text(day, doc->arena))));
	else
		document_paragraph(doc, S("It is used in totals for equality monitoring only, in which nobody can be recognised. You "
			"may stop that at any time, without a reason. From then on you count as \u201cnot known\u201d, like everybody "
			"who has said nothing."));
	subject_form(doc, (struct form_wish){ .action = subject_href(&in->subject, "equality"), .id = S("stop"),
		.button = stopped.len ? S("Let it be used again") : S("Stop the use of my equality data") }, &does, 1);
}

/* Of somebody who stopped the use, others see what they see of somebody who said nothing. */
static void
hide_stopped(struct saying *in)
{
	if (!in->subject.self && value_of(in, S("stopped_on")).len)
		in->row = NULL;
}

struct answer
show_equality_of(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct saying *in = new(perm, 1, struct saying);
	struct answer why;
	struct error err = { "" };
	if (!subject_settle(world, ask, &in->subject, &why, perm))
		return why;
	if (!in->subject.whole)
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("What somebody says of themselves for "
			"equality monitoring is for them and for the HR lead."), perm);
	if ((ask->sent && !say(in, &err)) || !stored(world, read_there, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	hide_stopped(in);
	struct document doc = own_document(&in->subject.own, in->subject.self ? S("What you say of yourself")
		: str_format(perm, "Equality data of %.*s", STR_ARG(person_words(&in->subject.own, in->subject.person))),
		subject_href(&in->subject, "equality"));
	if (in->saved.len)
		document_notice(&doc, NOTICE_DONE, in->saved);
	if (in->wrong.len)
		document_notice(&doc, NOTICE_KNOW, in->wrong);
	if (in->wrong.len && in->why_not.count)
		document_findings(&doc, &in->why_not);
	document_paragraph(&doc, S("Section 149 of the Equality Act 2010 asks the council to know whether it treats people "
		"alike. Nobody has to say anything. It is on no other page, in no list and in no search, and no manager sees it."));
	add_say_form(&doc, in);
	if (in->subject.self)
		add_stop_form(&doc, in);
	else
		witness_saw(ask, GROUP_EQUALITY, str_format(perm, "person %.*s", STR_ARG(in->subject.ref)));
	return answer_of(in->wrong.len ? WRONG : DONE, doc);
}
