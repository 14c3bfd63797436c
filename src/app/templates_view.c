/* templates_view.c: the words of each notice: the program's own or the council's, tried with a made-up candidate, kept
 * from a day on. */
#include "app/messages_parts.h"

#include "app/estab.h"

/* ---- the list ---------------------------------------------------------------------------------------------------- */

static Str
href_of_template(const struct own *own, int id)
{
	return own_href(own, str_format(own->perm, "messages/templates/%.*s", STR_ARG(notices[id].code)));
}

static Str
words_of_whom(const struct own *own, const struct notice_words *words)
{
	return words->record ? str_format(own->perm, "The council\u2019s own, since %.*s",
		STR_ARG(day_words(words->record->when.first, own->perm))) : S("The program\u2019s, version " NOTICE_WORDS_VERSION);
}

struct answer
show_templates(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const struct column columns[] = { { STR("notice"), STR("Notice"), false, false }, { STR("to"), STR("To"), false, false },
		{ STR("subject"), STR("Subject"), false, false }, { STR("words"), STR("Whose words"), false, false },
		{ STR("goes"), STR("How it goes"), false, false } };
	struct own own;
	struct answer answer;
	struct rows_made rows = { 0 };
	if (!own_settle(world, ask, &own, &answer, perm))
		return answer;
	struct document doc = own_document(&own, S("Words of notices"), own_href(&own, S("messages/templates")));
	document_paragraph(&doc, S("Each notice has words that come with the program until the council keeps its own. Nothing goes "
		"because words are here: somebody reads each notice and sends it, unless it says below that it goes by itself."));
	for (int id = 0; id < NOTICES; id++) {
		struct notice_words words = notice_on(own.council, (enum notice_id)id, ask->day);
		struct cell *cells = rows_push(&rows, (int)countof(columns), perm);
		cells[0] = cell_link(notices[id].words, href_of_template(&own, id));
		cells[1] = cell_text(notice_rows[id].to_referee ? S("Referee") : S("Candidate"));
		cells[2] = cell_text(words.subject);
		cells[3] = cell_text(words_of_whom(&own, &words));
		cells[4] = cell_text(!words.by_itself ? S("When somebody sends it")
			: notice_rows[id].sending ? S("By itself, when an application is sent by the public form") : S("By itself, with its step"));
	}
	doc.data = table_of(S("templates"), S("Notices"), columns, (int)countof(columns), rows, perm);
	document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}

/* ---- one --------------------------------------------------------------------------------------------------------- */

static const struct asked_field asked[] = {
	{ "subject", true, NULL }, { "words", true, NULL }, { "by_itself", false, NULL }, { "notify_id", false, NULL },
};

struct editing { struct own own; int id; struct notice_words words; struct record_form form; Date from; Str from_wrong; };

static bool
editing_settle(const struct world *world, const struct ask *ask, struct editing *e, struct answer *why, struct arena *perm)
{
	if (!own_settle(world, ask, &e->own, why, perm))
		return false;
	e->id = notice_find(ask->ref);
	if (e->id < 0) {
		*why = answer_words(UNKNOWN, S("There is no such notice"), S("The page of words lists them all."), perm);
		return false;
	}
	e->words = notice_on(e->own.council, (enum notice_id)e->id, ask->day);
	e->form = record_form_of(&e->own, TYPE_MESSAGE_TEMPLATE, asked, (int)countof(asked));
	*record_form_value(&e->form, "notice") = notices[e->id].code;
	*record_form_value(&e->form, "subject") = e->words.subject;
	*record_form_value(&e->form, "words") = e->words.words;
	*record_form_value(&e->form, "by_itself") = e->words.by_itself ? S("yes") : S("no");
	*record_form_value(&e->form, "notify_id") = e->words.notify_id;
	e->from = ask->day;
	return true;
}

/* Nobody: so that whoever reads the trial sees at once that it is one. */
static void
add_trial(struct document *doc, struct editing *e)
{
	struct arena *perm = doc->arena;
	Str places[PLACES] = { [PLACE_NAME] = notice_rows[e->id].to_referee ? S("Rowan Example") : S("Alex Example"),
		[PLACE_CANDIDATE] = S("Alex Example"), [PLACE_ROLE] = S("social worker"), [PLACE_COUNCIL] = e->own.place->name,
		[PLACE_ROUND] = S("Round 3"), [PLACE_DAY] = S("Wednesday 3 March 2027"), [PLACE_TIME] = S("9:30am"), [PLACE_WHERE] = S("Room 2, Civic Centre"),
		[PLACE_ANSWER_BY] = S("Wednesday 10 March 2027"), [PLACE_SENDER] = e->own.ask->viewer->name, [PLACE_REFERENCE] = S("AP-000123"),
		[PLACE_SENT] = S("Saturday 28 November, 3:15pm"), [PLACE_LOOK] = S("the page where you applied") };
	document_heading(doc, 2, S("As a made-up candidate would read it"), S("trial"));
	struct block *block = document_add(doc, BLOCK_INSET);
	Str words = notice_fill(*record_form_value(&e->form, "words"), places, perm);
	Str subject = notice_fill(*record_form_value(&e->form, "subject"), places, perm);
	struct run *run = new(perm, 1, struct run);
	*run = (struct run){ .text = subject, .strong = true };
	block->runs = run;
	block->run_count = 1;
	while (words.len > 0) {
		Str line = str_trim(str_cut(&words, '\n'));
		if (line.len)
			document_paragraph(doc, line);
	}
}

static void
add_places(struct document *doc)
{
	Str *items = new(doc->arena, PLACES, Str);
	for (int p = 0; p < PLACES; p++)
		items[p] = str_format(doc->arena, "((%.*s)): %.*s", STR_ARG(notice_places[p].code),
			STR_ARG(str_lower(notice_places[p].words, doc->arena)));
	document_heading(doc, 2, S("Places that can stand in it"), S("places"));
	document_list(doc, items, PLACES);
	document_paragraph(doc, S("A place of which nothing is known stays in the text, and the notice does not go until somebody has "
		"written what belongs there."));
}

static struct document
editing_document(struct editing *e, bool tried)
{
	struct arena *perm = e->own.perm;
	Str action = href_of_template(&e->own, e->id);
	struct document doc = own_document(&e->own, notices[e->id].words, action);
	struct form *form = form_made(perm, action);
	document_paragraph(&doc, str_format(perm, "To the %s. %.*s.", notice_rows[e->id].to_referee ? "referee" : "candidate",
		STR_ARG(words_of_whom(&e->own, &e->words))));
	record_form_inputs(&e->form, form);
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("from"), .label = S("From"), .width = 20, .error = e->from_wrong,
		.value = e->own.ask->sent ? sents_find(e->own.ask->sent, S("from")) : date_text(e->from, perm) });
	form_button(form, perm, (struct button){ .words = S("Keep these words"), .name = S("do"), .value = S("keep") });
	form_button(form, perm, (struct button){ .words = S("Try them"), .name = S("do"), .value = S("try"), .tone = BUTTON_SECOND });
	if (tried)
		add_trial(&doc, e);
	document_form(&doc, form);
	if (!tried)
		add_trial(&doc, e);
	add_places(&doc);
	return doc;
}

/* What was sent; false when it is not whole. A place nobody knows is said beside the words it stands in. */
static bool
editing_read(struct editing *e)
{
	struct arena *perm = e->own.perm;
	Str from = ask_sent(e->own.ask, S("from"));
	record_form_read(&e->form);
	for (int i = 0; i < 2; i++) {
		Str unknown = notice_unknown(*record_form_value(&e->form, asked[i].name));
		if (unknown.len)
			record_form_complain(&e->form, asked[i].name, str_format(perm, "%.*s is no place that is known: see the list below",
				STR_ARG(str_upto(unknown, unknown.len < 60 ? unknown.len : 60))));
	}
	if (from.len && !date_parse(from, &e->from))
		e->from_wrong = S("Enter a day, for example 5 March 2026");
	return !e->form.bad && e->from_wrong.len == 0;
}

static struct answer
editing_keep(struct editing *e)
{
	const struct own *own = &e->own;
	const struct records *all = &own->council->of[TYPE_MESSAGE_TEMPLATE];
	struct changes changes = changes_new(own->perm);
	struct error err = { 0 };
	Str ref = S("");
	for (int i = 0; i < all->count; i++)
		if (str_equal(record_value(all->type, &all->at[i], S("notice")), notices[e->id].code))
			ref = all->at[i].ref;
	if (ref.len && !change_from(all, ref, e->from, e->form.values, &changes, &err)) {
		e->from_wrong = str_capital(str_copy(str_of(err.text), own->perm), own->perm);
		return answer_of(WRONG, editing_document(e, false));
	}
	if (ref.len == 0)
		changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[TYPE_MESSAGE_TEMPLATE], .after = { .version = 1,
			.ref = record_next_ref(own, TYPE_MESSAGE_TEMPLATE), .when = { e->from, DATE_OPEN }, .values = e->form.values } });
	return record_did(own, &changes, str_format(own->perm, "template of %.*s", STR_ARG(notices[e->id].code)), S(""), S("The words were not kept"),
		own_href(own, S("messages/templates")));
}

struct answer
template_edit(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct editing e = { 0 };
	struct answer answer;
	if (!editing_settle(world, ask, &e, &answer, perm))
		return answer;
	if (!ask->sent)
		return answer_of(DONE, editing_document(&e, false));
	if (!editing_read(&e))
		return answer_of(WRONG, editing_document(&e, false));
	if (!str_equal(ask_sent(ask, S("do")), S("try")))
		return editing_keep(&e);
	answer = answer_of(DONE, editing_document(&e, true));
	answer.only_shown = true;
	return answer;
}
