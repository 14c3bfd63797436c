/* induction_one.c: one induction: what is open and on whom it waits, what was done, reviews of probation; its forms. */
#include "app/induction_parts.h"

#include "app/estab.h"
#include "app/requests.h"
#include "workforce/said.h"

struct one {
	struct own own;
	struct inductions all;
	int spell, person;
	const struct induction *n;   /* NULL: nothing is planned */
	bool writes;
};
/* What is wrong, and in which form. */
struct fault { const char *form; Str input, words; };

Str
href_of_induction(const struct own *own, int spell)
{
	return own_href(own, str_format(own->perm, "recruitment/inductions/%.*s", STR_ARG(own->roster->spells[spell].ref)));
}

/* ---- in words ----------------------------------------------------------------------------------------- */

Str
induction_words(const struct own *own, const struct induction *n)
{
	struct text words = text_new(own->perm);
	int all = n->item_count - n->of[ITEM_NOT_NEEDED];
	text_format(&words, "%d of %d done", n->of[ITEM_DONE], all);
	if (n->late)
		text_format(&words, ", %d late", n->late);
	if (n->passed)
		text_format(&words, "; probation was passed");
	else if (n->next)
		text_format(&words, "; the review of probation is due on %.*s", STR_ARG(day_words(n->next->due, own->perm)));
	if (!n->over)
		text_format(&words, ". It is the move of: %.*s, for %.*s", STR_ARG(str_lower(n->whose, own->perm)),
			STR_ARG(counted(n->waiting, "day", "days", own->perm)));
	text_format(&words, ".");
	return text_str(&words);
}

/* ---- tables --------------------------------------------------------------------------------------------- */

static const int tones[ITEM_STATES] = { [ITEM_OPEN] = TAG_YELLOW, [ITEM_DONE] = TAG_GREEN, [ITEM_NOT_NEEDED] = TAG_GREY };
enum { T_NAME, T_REF, T_STATE, T_DUE, T_OWNER, T_NEEDED, T_DONE, T_BY, T_COLUMNS };
static const struct column item_columns[T_COLUMNS] = {
	[T_NAME] = { STR("item"), STR("What is done"), false, false }, [T_REF] = { STR("ref"), STR("Item"), false, false },
	[T_STATE] = { STR("state"), STR("State"), false, false }, [T_DUE] = { STR("due_on"), STR("Due"), false, false },
	[T_OWNER] = { STR("owner"), STR("Who sees to it"), false, false }, [T_NEEDED] = { STR("needed"), STR("Needed"), false, false },
	[T_DONE] = { STR("done_on"), STR("Done on"), false, false }, [T_BY] = { STR("done_by"), STR("By"), false, false },
};

void
add_induction_items(struct document *doc, const struct own *own, const struct induction *n)
{
	static const Str dropped[] = { STR("ref") };
	struct rows_made rows = { 0 };
	for (int i = 0; i < n->item_count; i++) {
		const struct induction_item *item = &n->items[i];
		struct cell *cells = rows_push(&rows, T_COLUMNS, doc->arena);
		cells[T_NAME] = cell_text(item->name);
		cells[T_NAME].note = item->state == ITEM_NOT_NEEDED ? item->why : S("");
		cells[T_REF] = cell_text(item->record->ref);
		cells[T_STATE] = cell_tag(item->late ? S("Late") : item_state_words[item->state], item->late ? TAG_RED : tones[item->state]);
		cells[T_DUE] = cell_text(day_words(item->due, doc->arena));
		cells[T_OWNER] = cell_text(item->owner);
		cells[T_NEEDED] = cell_text(item->needed == NOT_THERE ? S("") : needed_before[item->needed].words);
		Date on = item->state == ITEM_NOT_NEEDED ? said_day(TYPE_INDUCTION, item->record, "not_needed_on") : item->done;
		cells[T_DONE] = cell_text(on.day ? day_words(on, doc->arena) : S(""));
		cells[T_BY] = cell_text(item->state == ITEM_NOT_NEEDED ? said_text(TYPE_INDUCTION, item->record, "not_needed_by") : item->done_by);
	}
	if (rows.count == 0)
		return;
	struct table *table = table_of(S("items"), S("What is done"), item_columns, T_COLUMNS, rows, doc->arena);
	document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	if (!doc->data)
		doc->data = table;
	else if (doc->sheet_count < countof(doc->sheets))
		doc->sheets[doc->sheet_count++] = table;
	(void)own;
}

static const struct column review_columns[] = {
	{ STR("due_on"), STR("Due"), false, false }, { STR("held_on"), STR("Held on"), false, false },
	{ STR("outcome"), STR("Outcome"), false, false }, { STR("extended_to"), STR("Extended to"), false, false },
	{ STR("why"), STR("Why"), false, false }, { STR("held_by"), STR("Held by"), false, false },
};

void
add_reviews(struct document *doc, const struct own *own, const struct induction *n)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < n->review_count; i++) {
		const struct probation *review = &n->reviews[i];
		struct cell *cells = rows_push(&rows, countof(review_columns), doc->arena);
		bool late = review->held.day == 0 && review->due.day < own->ask->day.day;
		cells[0] = cell_text(day_words(review->due, doc->arena));
		cells[1] = cell_text(review->held.day ? day_words(review->held, doc->arena) : S(""));
		cells[2] = review->outcome != NOT_THERE ? cell_text(probation_outcomes[review->outcome].words)
			: cell_tag(late ? S("Late") : S("To be held"), late ? TAG_RED : TAG_YELLOW);
		cells[3] = cell_text(review->extended.day ? day_words(review->extended, doc->arena) : S(""));
		cells[4] = cell_text(review->why);
		cells[5] = cell_text(review->held_by);
	}
	if (rows.count == 0)
		return;
	const struct table *table = table_of(S("reviews"), S("Reviews of probation"), review_columns, countof(review_columns), rows,
		doc->arena);
	document_table(doc, table);
	if (doc->sheet_count < countof(doc->sheets))
		doc->sheets[doc->sheet_count++] = table;
}

void
add_induction(struct document *doc, const struct own *own, int spell)
{
	struct inductions all;
	int person = spell == NOT_THERE ? NOT_THERE : spell_last(own->roster, spell)->person;
	if (person == NOT_THERE || sight_person(&own->sight, person, GROUP_INDUCTION).reach < REACH_READ)
		return;
	inductions_read(&all, own->roster, own->ask->day, doc->arena);
	const struct induction *n = induction_of(&all, spell);
	if (!n)
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = str_format(doc->arena, "%.*s ", STR_ARG(induction_words(own, n))) };
	runs[1] = (struct run){ .text = S("All of it"), .href = href_of_induction(own, spell) };
	document_heading(doc, 2, S("Induction and probation"), str_format(doc->arena, "induction-%.*s",
		STR_ARG(own->roster->spells[spell].ref)));
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

/* ---- ticking off -------------------------------------------------------------------------------------- */

static Str
sent_or(const struct one *o, const char *of, const char *input, Str otherwise)
{
	const struct sents *sent = o->own.ask->sent;
	return sent && sents_has(sent, str_of(of)) ? str_trim(sents_find(sent, str_of(input))) : otherwise;
}

static Str
wrong_at(const struct fault *fault, const char *form, const char *input)
{
	return fault->form && str_equal(str_of(fault->form), str_of(form)) && str_equal(fault->input, str_of(input)) ? fault->words : S("");
}

static void
add_tick_form(struct document *doc, const struct one *o, const struct fault *fault)
{
	static const struct pick ways[] = { { .value = STR("done"), .words = STR("Done") },
		{ .value = STR("not_needed"), .words = STR("Not needed for them") } };
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, o->n->item_count + 1, struct pick);
	int n = 0;
	for (int i = 0; i < o->n->item_count; i++) {
		const struct induction_item *item = &o->n->items[i];
		if (item->state == ITEM_OPEN)
			picks[n++] = (struct pick){ .value = item->record->ref, .words = item->name,
				.chosen = sents_ticks(o->own.ask->sent, S("item"), item->record->ref) };
	}
	if (n == 0)
		return;
	struct form *form = form_made(perm, str_join(href_of_induction(&o->own, o->spell), S("/tick"), perm));
	form->id = S("tick");
	form->legend = S("Tick off");
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("ticking"), .value = S("yes") });
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("item"), .label = S("What"), .picks = picks, .pick_count = n,
		.error = wrong_at(fault, "tick", "item") });
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("came"), .label = S("It is"), .picks = ways,
		.pick_count = countof(ways), .value = sent_or(o, "ticking", "came", S("done")), .error = wrong_at(fault, "tick", "came") });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("On"), .width = 20,
		.value = sent_or(o, "ticking", "on", date_text(o->own.ask->day, perm)), .error = wrong_at(fault, "tick", "on") });
	form_input(form, perm, (struct input){ .name = S("by"), .label = S("Seen to by, or said by"), .width = 20,
		.value = sent_or(o, "ticking", "by", o->own.ask->viewer->name), .error = wrong_at(fault, "tick", "by") });
	form_input(form, perm, (struct input){ .name = S("why"), .label = S("Why it is not needed"), .optional = true, .width = 30,
		.value = sent_or(o, "ticking", "why", S("")), .error = wrong_at(fault, "tick", "why") });
	form_button(form, perm, (struct button){ .words = S("Record it") });
	document_form(doc, form);
}

/* ---- the review ----------------------------------------------------------------------------------------- */

static const struct asked_field review_asked[] = {
	{ "outcome", true, NULL }, { "held_on", true, NULL }, { "held_by", true, NULL }, { "extended_to", false, NULL },
	{ "why", false, NULL },
};

static struct record_form
review_form(const struct one *o)
{
	struct record_form form = record_form_of(&o->own, TYPE_PROBATION, review_asked, countof(review_asked));
	*record_form_value(&form, "held_by") = o->own.ask->viewer->name;
	*record_form_value(&form, "held_on") = date_iso(o->own.ask->day, o->own.perm);
	return form;
}

/* Whether a review may still be held: not after one that was passed or not passed. */
static bool
review_due(const struct one *o)
{
	const struct induction *n = o->n;
	int last = n && n->review_count ? n->reviews[n->review_count - 1].outcome : NOT_THERE;
	return (!n || !n->ended) && last != PROBATION_PASSED && last != PROBATION_FAILED;
}

static void
add_review_form(struct document *doc, const struct one *o, const struct record_form *fields)
{
	struct form *form = form_made(doc->arena, str_join(href_of_induction(&o->own, o->spell), S("/review"), doc->arena));
	form->id = S("review");
	form->legend = S("Record the review of probation");
	form_input(form, doc->arena, (struct input){ .kind = INPUT_HIDDEN, .name = S("reviewing"), .value = S("yes") });
	record_form_inputs(fields, form);
	form_button(form, doc->arena, (struct button){ .words = S("Record the review"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

/* ---- the page -------------------------------------------------------------------------------------------- */

static bool
take(const struct world *world, const struct ask *ask, struct one *o, struct answer *why, struct arena *perm)
{
	if (!own_settle(world, ask, &o->own, why, perm))
		return false;
	o->spell = roster_spell(o->own.roster, ask->ref);
	o->person = o->spell == NOT_THERE ? NOT_THERE : spell_last(o->own.roster, o->spell)->person;
	enum reach reach = o->person == NOT_THERE ? REACH_NONE : sight_person(&o->own.sight, o->person, GROUP_INDUCTION).reach;
	if (reach < REACH_READ) {
		*why = answer_words(UNKNOWN, S("There is no such induction here for you"), str_format(perm, "\u201c%.*s\u201d is no time in "
			"post of somebody whose induction you may see.", STR_ARG(ask->ref)), perm);
		return false;
	}
	inductions_read(&o->all, o->own.roster, ask->day, perm);
	o->n = induction_of(&o->all, o->spell);
	o->writes = reach >= REACH_WRITE;
	return true;
}

static void
add_make_form(struct document *doc, const struct one *o)
{
	document_paragraph(doc, S("Nothing is planned for this time in post. The list of the role, as it holds on the day it began, can "
		"be made theirs."));
	if (o->writes)
		document_form(doc, form_of_button(doc->arena, str_join(href_of_induction(&o->own, o->spell), S("/make"), doc->arena),
			(struct button){ .words = S("Make their list"), .name = S("make"), .value = S("yes") }));
}

static struct document
one_document(const struct one *o, const struct fault *fault, const struct record_form *review)
{
	const struct own *own = &o->own;
	struct arena *perm = own->perm;
	struct document doc = own_document(own, str_format(perm, "Induction of %.*s", STR_ARG(person_words(own, o->person))),
		href_of_induction(own, o->spell));
	if (o->n)
		document_paragraph(&doc, induction_words(own, o->n));
	else
		add_make_form(&doc, o);
	if (o->n) {
		add_induction_items(&doc, own, o->n);
		if (o->writes)
			add_tick_form(&doc, o, fault);
		document_heading(&doc, 2, S("Probation"), S("probation"));
		add_reviews(&doc, own, o->n);
	}
	if (o->n && o->writes && review_due(o))
		add_review_form(&doc, o, review);
	struct run *runs = new(perm, 2, struct run);
	runs[0] = (struct run){ .text = S("Their page"), .href = href_of_person(own, o->person) };
	runs[1] = (struct run){ .text = S("Who else is in induction"), .href = own_href(own, S("recruitment/inductions")) };
	document_runs(&doc, BLOCK_LIST, runs, 2);
	return doc;
}

static struct document
bare_document(const struct one *o)
{
	struct record_form review = review_form(o);
	return one_document(o, &(struct fault){ 0 }, &review);
}

struct answer
show_induction(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	return answer_of(DONE, bare_document(&o));
}

/* ---- deeds ------------------------------------------------------------------------------------------------- */

static struct answer
forbidden(struct arena *perm)
{
	return answer_words(FORBIDDEN, S("This is not yours to record"), S("The line manager of whoever started records it, or HR."), perm);
}

static struct answer
did(const struct one *o, const struct changes *changes)
{
	return record_did(&o->own, changes, str_format(o->own.perm, "person %.*s", STR_ARG(o->own.roster->people[o->person].ref)), S(""),
		S("It was not recorded"), href_of_induction(&o->own, o->spell));
}

/* What was ticked off, as it was sent. */
struct ticked { bool done; Date on; Str by, why; };

static bool
ticked_read(const struct one *o, struct ticked *ticked, struct fault *fault)
{
	const struct sents *sent = o->own.ask->sent;
	Str came = str_trim(sents_find(sent, S("came"))), on = str_trim(sents_find(sent, S("on")));
	*ticked = (struct ticked){ .done = came.len == 0 || str_equal(came, S("done")), .on = o->own.ask->day,
		.by = str_trim(sents_find(sent, S("by"))), .why = str_trim(sents_find(sent, S("why"))) };
	if (ticked->by.len == 0 && !sents_has(sent, S("by")))
		ticked->by = o->own.ask->viewer->name;
	if (!ticked->done && !str_equal(came, S("not_needed")))
		*fault = (struct fault){ "tick", S("came"), S("Choose whether it is done or not needed") };
	else if ((on.len && !date_parse(on, &ticked->on)) || ticked->on.day > o->own.ask->day.day)
		*fault = (struct fault){ "tick", S("on"), S("Enter a day that has come, for example 5 March 2026") };
	else if (ticked->by.len == 0)
		*fault = (struct fault){ "tick", S("by"), ticked->done ? S("Say who saw to it") : S("Say who says that it is not needed") };
	else if (!ticked->done && ticked->why.len == 0)
		*fault = (struct fault){ "tick", S("why"), S("Say why it is not needed") };
	return !fault->form;
}

/* Boxes of the page, or one text of a command: "items=IN-000001,IN-000002". */
static bool
is_ticked(const struct one *o, const struct induction_item *item)
{
	const struct sents *sent = o->own.ask->sent;
	Str rest = sents_find(sent, S("items"));
	while (rest.len)
		if (str_equal(str_trim(str_cut(&rest, ',')), item->record->ref))
			return true;
	return sents_ticks(sent, S("item"), item->record->ref);
}

static bool
value_of(const struct one *o, const char *field, Str typed, Str *value, struct fault *fault)
{
	const struct record_type *type = &record_types[TYPE_INDUCTION];
	struct misfit misfit;
	if (value_read(&type->fields[field_find(type, str_of(field))], typed, value, &misfit, o->own.perm))
		return true;
	*fault = (struct fault){ "tick", str_equal(str_of(field), S("not_needed_why")) ? S("why") : S("by"), str_format(o->own.perm,
		"%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, o->own.perm)), STR_ARG(misfit.mend)) };
	return false;
}

static bool
tick_item(const struct one *o, const struct induction_item *item, const struct ticked *ticked, struct changes *changes,
          struct fault *fault)
{
	const struct record_type *type = &record_types[TYPE_INDUCTION];
	Str *values = new(o->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = item->record->values[f];
	const char *on = ticked->done ? "done_on" : "not_needed_on", *by = ticked->done ? "done_by" : "not_needed_by";
	values[field_find(type, str_of(on))] = date_iso(ticked->on, o->own.perm);
	if (!value_of(o, by, ticked->by, &values[field_find(type, str_of(by))], fault) ||
	    (!ticked->done && !value_of(o, "not_needed_why", ticked->why, &values[field_find(type, S("not_needed_why"))], fault)))
		return false;
	record_alter(changes, type, item->record, values);
	return true;
}

struct answer
induction_tick(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	struct fault fault = { 0 };
	struct ticked ticked;
	struct changes changes = changes_new(perm);
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	if (!o.writes)
		return forbidden(perm);
	bool sound = ticked_read(&o, &ticked, &fault);
	for (int i = 0; sound && o.n && i < o.n->item_count; i++)
		if (o.n->items[i].state == ITEM_OPEN && is_ticked(&o, &o.n->items[i]))
			sound = tick_item(&o, &o.n->items[i], &ticked, &changes, &fault);
	if (sound && changes.count == 0)
		fault = (struct fault){ "tick", S("item"), S("Choose at least one thing that is open") };
	if (!fault.form)
		return did(&o, &changes);
	struct record_form review = review_form(&o);
	return answer_of(WRONG, one_document(&o, &fault, &review));
}

/* What goes together of a review, said beside the inputs. */
static void
judge_review(struct record_form *form, const struct one *o)
{
	Str outcome = *record_form_value(form, "outcome");
	bool extended = str_equal(outcome, probation_outcomes[PROBATION_EXTENDED].code);
	bool failed = str_equal(outcome, probation_outcomes[PROBATION_FAILED].code);
	Date held = { 0 };
	if (date_parse(*record_form_value(form, "held_on"), &held) && held.day > o->own.ask->day.day)
		record_form_complain(form, "held_on", S("Enter a day that has come"));
	if (extended != (record_form_value(form, "extended_to")->len > 0))
		record_form_complain(form, "extended_to", extended ? S("Say until when it is extended")
			: S("Only a probation that is extended has a day: take it out, or choose Extended"));
	if ((extended || failed) && record_form_value(form, "why")->len == 0)
		record_form_complain(form, "why", S("Say why"));
}

/* The next review, of a probation that was extended. */
static void
add_next_review(const struct one *o, Str due, int taken, struct changes *changes)
{
	const struct record_type *type = &record_types[TYPE_PROBATION];
	Str *values = new(o->own.perm, type->field_count, Str);
	values[field_find(type, S("person"))] = o->own.roster->people[o->person].ref;
	values[field_find(type, S("spell"))] = o->own.roster->spells[o->spell].ref;
	values[field_find(type, S("due_on"))] = due;
	changes_add(changes, (struct change){ .kind = ADD, .type = type, .after = { .version = 1, .values = values,
		.ref = ref_next(&o->own.council->of[TYPE_PROBATION], taken, o->own.perm) } });
}

struct answer
induction_review(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	if (!o.writes)
		return forbidden(perm);
	if (!review_due(&o))
		return answer_words(CHANGED, S("The review was held already"), S("Nothing was changed now."), perm);
	struct record_form form = review_form(&o);
	const struct probation *next = o.n ? o.n->next : NULL;
	record_form_read(&form);
	judge_review(&form, &o);
	if (form.bad)
		return answer_of(WRONG, one_document(&o, &(struct fault){ 0 }, &form));
	*record_form_value(&form, "person") = o.own.roster->people[o.person].ref;
	*record_form_value(&form, "spell") = o.own.roster->spells[o.spell].ref;
	*record_form_value(&form, "due_on") = next ? date_iso(next->due, perm) : *record_form_value(&form, "held_on");
	if (next)
		record_alter(&changes, form.type, next->record, form.values);
	else
		record_add(&o.own, &changes, TYPE_PROBATION, form.values);
	if (record_form_value(&form, "extended_to")->len)
		add_next_review(&o, *record_form_value(&form, "extended_to"), !next, &changes);
	return did(&o, &changes);
}

struct answer
induction_make(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one o = { 0 };
	struct answer answer;
	struct changes changes = changes_new(perm);
	int taken[RECORD_TYPES] = { 0 };
	if (!take(world, ask, &o, &answer, perm))
		return answer;
	if (!o.writes)
		return forbidden(perm);
	if (o.n)
		return answer_words(CHANGED, S("They have their list"), S("Nothing was changed now."), perm);
	if (!str_equal(str_trim(sents_find(ask->sent, S("make"))), S("yes")))
		return answer_of(WRONG, bare_document(&o));
	struct period when = spell_period(o.own.roster, o.spell);
	int post = spell_last(o.own.roster, o.spell)->post;
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(o.own.roster, post, when.first);
	induction_begin(&o.own, &(struct starter){ .person = o.own.roster->people[o.person].ref, .spell = o.own.roster->spells[o.spell].ref,
		.role = row ? row->role : NOT_THERE, .on = when.first }, &changes, taken);
	if (changes.count == 0)
		return answer_words(CHANGED, S("The council has no list yet"), S("Say first what is done for whoever starts."), perm);
	return did(&o, &changes);
}
