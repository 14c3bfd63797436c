/* notice_did.c: steps and checks with the notices that the council lets go by themselves: in one transaction, so that
 * neither is there without the other. */
#include "app/messages_parts.h"

/* Messages that are written, and applications that end: what waits about those goes no more. */
struct going { Str authority, actor; int64_t now; struct message *at; int count; Str *ended; int ended_count; };

static bool
write_those(struct store *store, void *what, struct error *err)
{
	const struct going *going = what;
	for (int i = 0; i < going->ended_count; i++)
		if (!messages_end(store, &(struct message_ending){ going->authority, going->ended[i], going->actor, going->now }, err))
			return false;
	for (int i = 0; i < going->count; i++) {
		struct message_added added;
		if (!message_add(store, going->authority, &going->at[i], &added, err))
			return false;
	}
	return true;
}

/* The notice that a change brings, or -1: a step of an application, a reference that is asked for or chased. */
static int
notice_of_change(const struct change *change)
{
	bool step = change->type == &record_types[TYPE_STEP] && change->kind == ADD;
	bool check = change->type == &record_types[TYPE_VETTING] && change->kind == ALTER &&
		str_equal(said_text(TYPE_VETTING, &change->after, "kind"), check_kinds[CHECK_REFERENCE].code) &&
		!str_equal(said_text(TYPE_VETTING, &change->before, "state"), said_text(TYPE_VETTING, &change->after, "state"));
	for (int n = 0; n < NOTICES; n++) {
		const struct notice_row *row = &notice_rows[n];
		if (step && row->move >= 0 && str_equal(said_text(TYPE_STEP, &change->after, "move"), application_moves[row->move].code))
			return n;
		if (check && row->check >= 0 && str_equal(said_text(TYPE_VETTING, &change->after, "state"), check_states[row->check].code))
			return n;
	}
	return -1;
}

static void
add_ended(const struct change *change, struct going *going)
{
	int move = change->type == &record_types[TYPE_STEP] && change->kind == ADD
		? move_find(&application_stages, said_text(TYPE_STEP, &change->after, "move")) : -1;
	if (move >= 0 && application_stages.rows[application_stages.moves[move].to].ended)
		going->ended[going->ended_count++] = said_text(TYPE_STEP, &change->after, "application");
}

/* One that has no address, or a place that nothing is known of, is left to be written by hand. */
static void
add_going(const struct hiring_look *l, const struct change *change, struct going *going)
{
	struct error err = { 0 };
	bool step = change->type == &record_types[TYPE_STEP];
	int n = notice_of_change(change), found;
	if (n < 0 || !notice_on(l->own.council, (enum notice_id)n, l->own.ask->today).by_itself)
		return;
	found = application_find(&l->all, record_value(change->type, &change->after, S("application")));
	if (found == NOT_THERE)
		return;
	struct record *cause = new(l->own.perm, 1, struct record);
	*cause = change->after;
	cause->version = cause->version ? cause->version : 1;
	struct notice_of of = { (enum notice_id)n, &l->all.applications[found], step ? cause : NULL, step ? NULL : cause };
	struct message message = notice_message(l, &of);
	if (notice_goes(&message, &err))
		going->at[going->count++] = message;
}

struct answer
hiring_did(const struct hiring_look *l, const struct changes *changes, Str object, Str title, Str to)
{
	const struct own *own = &l->own;
	struct error err = { 0 };
	struct going going = { .authority = own->place->slug, .actor = own->ask->viewer->account, .now = own->ask->now,
		.at = new(own->perm, changes->count + 1, struct message), .ended = new(own->perm, changes->count + 1, Str) };
	for (int i = 0; i < changes->count; i++) {
		add_ended(&changes->at[i], &going);
		if (changes->at[i].kind != REMOVE)
			add_going(l, &changes->at[i], &going);
	}
	bool any = going.count + going.ended_count > 0;
	struct wish wish = { .what = S("edit"), .object = object, .with = any ? write_those : NULL, .with_what = &going };
	struct done done = deed_do(own->world, own->ask, &wish, changes, own->perm, &err);
	return answer_done(own, &done, &err, title, to);
}
