/* messages_view.c: the outbox: what failed first, then what waits, then what went; and one message with what may be
 * done. */
#include "app/messages_parts.h"

#include <string.h>

#include "app/estab.h"
#include "app/instant.h"
#include "app/stored.h"
#include "base/london.h"

enum { LISTED_MOST = 500 };

/* ---- words --------------------------------------------------------------------------------------------------- */

Str
href_of_message(const struct own *own, int64_t number)
{
	return own_href(own, str_format(own->perm, "messages/%lld", (long long)number));
}

static const struct { Str words, whose; enum tone tone; } states[MESSAGE_STATES] = {
	[MESSAGE_WAITING] = { STR("Waits"), STR("Goes by itself"), TAG_BLUE },
	[MESSAGE_SENDING] = { STR("Being sent"), STR("Goes by itself"), TAG_BLUE },
	[MESSAGE_SENT] = { STR("Sent"), STR("Nobody\u2019s"), TAG_GREEN }, [MESSAGE_FAILED] = { STR("Failed"), STR("Ours"), TAG_RED },
	[MESSAGE_CANCELLED] = { STR("Not to go"), STR("Nobody\u2019s"), TAG_GREY },
};

/* What is a file in a folder is on its way when somebody has sent it. */
static bool
in_folder(const struct message *m)
{
	return m->state == MESSAGE_SENT && str_ends(m->other_id, S(".eml"));
}

static Str
state_words(const struct message *m)
{
	return in_folder(m) ? S("In the folder") : states[m->state].words;
}

static Str
whose_move(const struct message *m)
{
	return in_folder(m) ? S("Ours, to send it by hand") : states[m->state].whose;
}

struct cell
message_state_cell(const struct message *message)
{
	return cell_tag(state_words(message), in_folder(message) ? TAG_YELLOW : (int)states[message->state].tone);
}

static Str
notice_title(const struct message *m)
{
	int id = notice_find(m->notice);
	return id < 0 ? m->notice : notices[id].words;
}

/* Whether what was sent arrived is not known here: who does not get it may say so to whoever it is from. */
static Str
last_words(const struct own *own, const struct message *m)
{
	struct arena *perm = own->perm;
	if (m->state == MESSAGE_WAITING && m->tries > 0)
		return str_format(perm, "Tried %.*s; again on %.*s. %.*s", STR_ARG(counted(m->tries, "time", "times", perm)),
			STR_ARG(london_words(m->next_at, own->ask->today, perm)), STR_ARG(m->said));
	return m->said;
}

static int64_t
when_of(const struct message *m)
{
	return m->state == MESSAGE_SENT ? m->sent_at : m->tried_at ? m->tried_at : m->made_at;
}

/* ---- the list -------------------------------------------------------------------------------------------------- */

struct box { struct own own; struct message *at; int count, counts[MESSAGE_STATES]; };

static bool
read_box(struct store *store, void *what, struct error *err)
{
	struct box *box = what;
	return store_message_counts(store, box->own.place->slug, box->counts, err)
		&& store_messages(store, box->own.place->slug, S(""), LISTED_MOST, &box->at, &box->count, box->own.perm, err);
}

enum { M_WHAT, M_STATE, M_TO, M_WHOSE, M_WHEN, M_ABOUT, M_SAID, M_COLUMNS };
static const struct column box_columns[M_COLUMNS] = {
	[M_WHAT] = { STR("notice"), STR("Message"), false, false }, [M_TO] = { STR("to"), STR("To"), false, false },
	[M_ABOUT] = { STR("application"), STR("Application"), false, false }, [M_STATE] = { STR("state"), STR("State"), false, false },
	[M_WHOSE] = { STR("whose"), STR("Whose move"), false, false }, [M_WHEN] = { STR("when"), STR("When (UTC)"), false, false },
	[M_SAID] = { STR("said"), STR("What came of it"), false, false },
};

static void
box_cells(struct cell *cells, const struct own *own, const struct message *m, bool told)
{
	cells[M_WHAT] = cell_link(notice_title(m), href_of_message(own, m->number));
	cells[M_TO] = cell_text(m->name);
	cells[M_ABOUT] = cell_link(m->application, href_of_application(own, m->application));
	cells[M_STATE] = message_state_cell(m);
	cells[M_WHOSE] = cell_text(whose_move(m));
	cells[M_WHEN] = cell_text(told ? london_words(when_of(m), own->ask->today, own->perm) : instant_minute(when_of(m), own->perm));
	cells[M_SAID] = cell_text(last_words(own, m));
}

static Str
box_title(const struct box *box)
{
	struct arena *perm = box->own.perm;
	int waiting = box->counts[MESSAGE_WAITING] + box->counts[MESSAGE_SENDING], failed = box->counts[MESSAGE_FAILED];
	if (failed > 0)
		return str_format(perm, "%.*s, and %.*s", STR_ARG(counted(failed, "message failed", "messages failed", perm)),
			STR_ARG(counted(waiting, "waits", "wait", perm)));
	return waiting > 0 ? counted(waiting, "message waits", "messages wait", perm) : S("No message waits");
}

static void
add_ways(struct document *doc, const struct own *own)
{
	const struct carriage *carriage = own->world->carriage;
	struct run *run = new(doc->arena, 4, struct run);
	run[0].text = carriage ? str_format(doc->arena, "Messages go %.*s. ", STR_ARG(carriage_words(carriage, doc->arena)))
		: S("Messages wait until they are sent by the server or the command \u201cmessages send\u201d. ");
	run[1] = (struct run){ .text = S("The words of each notice"), .href = own_href(own, S("messages/templates")) };
	run[2].text = carriage && carriage->by == BY_FOLDER ? S(".")
		: S(". A message is sent when the other side took it; whether it arrived is not known here.");
	document_runs(doc, BLOCK_PARAGRAPH, run, 3);
}

/* As people read it, with times in London; or as files have it, in UTC. */
static const struct table *
box_table(const struct box *box, bool told)
{
	struct rows_made rows = { 0 };
	struct column *columns = new(box->own.perm, M_COLUMNS, struct column);
	memcpy(columns, box_columns, sizeof box_columns);
	if (told)
		columns[M_WHEN].title = S("When");
	for (int i = 0; i < box->count; i++)
		box_cells(rows_push(&rows, M_COLUMNS, box->own.perm), &box->own, &box->at[i], told);
	return rows.count ? table_of(S("messages"), S("What was written"), columns, M_COLUMNS, rows, box->own.perm) : NULL;
}

static struct document
box_document(const struct box *box)
{
	const struct own *own = &box->own;
	struct document doc = own_document(own, box_title(box), own_href(own, S("messages")));
	add_ways(&doc, own);
	doc.data = box_table(box, false);
	if (doc.data)
		document_table(&doc, box_table(box, true));
	if (box->count == LISTED_MOST)
		document_paragraph(&doc, S("The newest 500 are listed. Each stands on the page of its application."));
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_messages(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct box box = { 0 };
	struct answer answer;
	struct error err = { 0 };
	if (!own_settle(world, ask, &box.own, &answer, perm))
		return answer;
	if (!stored(world, read_box, &box, perm, &err))
		return answer_failed(S("The outbox cannot be read"), &err, perm);
	return answer_of(DONE, box_document(&box));
}

/* ---- one ---------------------------------------------------------------------------------------------------------- */

struct one { struct own own; int64_t number; struct message message; struct message_left left; bool gone; };

static bool
read_one(struct store *store, void *what, struct error *err)
{
	struct one *one = what;
	return store_message(store, one->own.place->slug, one->number, &one->message, one->own.perm, err)
		&& store_message_left(store, one->own.place->slug, one->number, &one->left, &one->gone, one->own.perm, err);
}

/* What is left when its candidate has gone: what it was, and when. */
static struct answer
gone_answer(const struct one *one)
{
	const struct message_left *left = &one->left;
	struct arena *perm = one->own.perm;
	int id = notice_find(left->notice);
	Str what = id < 0 ? left->notice : notices[id].words;
	Str sent = left->sent_at ? str_format(perm, "sent on %.*s", STR_ARG(london_words(left->sent_at, one->own.ask->today, perm))) : S("not sent");
	return answer_words(UNKNOWN, S("Its words have gone with its candidate"), str_format(perm, "\u201c%.*s\u201d, about %.*s: written on "
		"%.*s, %.*s.", STR_ARG(what), STR_ARG(left->application), STR_ARG(london_words(left->made_at, one->own.ask->today, perm)), STR_ARG(sent)), perm);
}

static bool
one_settle(const struct world *world, const struct ask *ask, struct one *one, struct answer *why, struct arena *perm)
{
	struct error err = { 0 };
	struct parsed_decimal read = parse_decimal(ask->ref, 0, false);
	if (!own_settle(world, ask, &one->own, why, perm))
		return false;
	one->number = read.ok ? read.micro / MICRO : 0;
	if (!stored(world, read_one, one, perm, &err)) {
		*why = answer_failed(S("The outbox cannot be read"), &err, perm);
		return false;
	}
	if (one->message.number > 0)
		return true;
	*why = one->gone ? gone_answer(one) : answer_words(UNKNOWN, S("There is no such message"), S("The page of messages lists them all."), perm);
	return false;
}

static void
add_do(struct document *doc, const struct one *one, const char *does, Str words, enum button_tone tone)
{
	struct form *form = form_made(doc->arena, href_of_message(&one->own, one->number));
	form_input(form, doc->arena, (struct input){ .kind = INPUT_HIDDEN, .name = S("do"), .value = str_of(does) });
	form_button(form, doc->arena, (struct button){ .words = words, .tone = tone });
	document_form(doc, form);
}

static void
add_facts(struct document *doc, const struct one *one)
{
	const struct message *m = &one->message;
	const struct own *own = &one->own;
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, 12, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("To"), str_format(perm, "%.*s <%.*s>", STR_ARG(m->name), STR_ARG(m->address)), S("") };
	pairs[n++] = (struct pair){ S("About"), m->application, href_of_application(own, m->application) };
	pairs[n++] = (struct pair){ S("State"), state_words(m), S("") };
	pairs[n++] = (struct pair){ S("Whose move"), whose_move(m), S("") };
	pairs[n++] = (struct pair){ S("Written"), str_format(perm, "%.*s, by %.*s", STR_ARG(london_words(m->made_at, own->ask->today, perm)),
		STR_ARG(account_words(own, m->made_by))), S("") };
	if (m->sent_at)
		pairs[n++] = (struct pair){ S("Sent"), london_words(m->sent_at, own->ask->today, perm), S("") };
	if (m->said.len)
		pairs[n++] = (struct pair){ S("What came of it"), last_words(own, m), S("") };
	if (m->cut_short > 0)
		pairs[n++] = (struct pair){ S("It may have gone twice"),
			S("The program ended while it was being sent, so it was tried once more."), S("") };
	if (m->other_id.len)
		pairs[n++] = (struct pair){ S("Its number there"), m->other_id, S("") };
	if (m->calendar.len)
		pairs[n++] = (struct pair){ S("With it"), str_equal(m->method, S("CANCEL")) ? S("The interview, taken out of the calendar")
			: S("The interview, as a calendar file"), S("") };
	document_summary(doc, pairs, n);
}

static struct document
one_document(const struct one *one)
{
	const struct message *m = &one->message;
	struct document doc = own_document(&one->own, notice_title(m), href_of_message(&one->own, one->number));
	bool stuck = m->state == MESSAGE_FAILED || m->state == MESSAGE_CANCELLED;
	add_facts(&doc, one);
	document_heading(&doc, 2, m->subject, S("words"));
	for (Str rest = m->words; rest.len > 0;) {
		Str line = str_trim(str_cut(&rest, '\n'));
		if (line.len)
			document_paragraph(&doc, line);
	}
	if (stuck)
		add_do(&doc, one, "again", S("Send it again"), BUTTON_MAIN);
	if (m->state == MESSAGE_WAITING || m->state == MESSAGE_FAILED)
		add_do(&doc, one, "cancel", S("It is not to go"), BUTTON_WARNING);
	return doc;
}

static void
witness_message(const struct one *one)
{
	witness_saw(one->own.ask, GROUP_CONTACT, str_format(one->own.perm, "message %lld", (long long)one->number));
}

struct answer
show_message(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one one = { 0 };
	struct answer answer;
	if (!one_settle(world, ask, &one, &answer, perm))
		return answer;
	witness_message(&one);
	return answer_of(DONE, one_document(&one));
}

/* ---- what may be done ------------------------------------------------------------------------------------------------ */

struct changing { Str authority; struct message_wish wish; bool done; };

static bool
change_there(struct store *store, void *what, struct error *err)
{
	struct changing *c = what;
	return store_message_change(store, c->authority, &c->wish, &c->done, err);
}

struct answer
message_change(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct one one = { 0 };
	struct answer answer;
	struct error err = { 0 };
	Str does = ask_sent(ask, S("do"));
	bool again = str_equal(does, S("again"));
	if (!one_settle(world, ask, &one, &answer, perm))
		return answer;
	if (!again && !str_equal(does, S("cancel")))
		return answer_words(WRONG, S("Say what is to be done"), S("A message can go again, or is not to go."), perm);
	struct changing c = { one.own.place->slug, { one.number, again, ask->viewer->account, ask->now }, false };
	if (!stored(world, change_there, &c, perm, &err))
		return answer_failed(S("Nothing was changed"), &err, perm);
	if (!c.done)
		return answer_words(CHANGED, S("Nothing was changed"), again ? S("Only what failed, or was not to go, can go again.")
			: S("It is being sent or has gone: it cannot be held back."), perm);
	answer = answer_of(DONE, document_new(perm, again ? S("It goes again") : S("It is not to go")));
	answer.to = href_of_message(&one.own, one.number);
	return answer;
}
