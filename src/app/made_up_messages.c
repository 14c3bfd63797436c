/* made_up_messages.c: notices about made-up applications, as somebody would have written them in the week before. */
#include "app/made_up_messages.h"

#include "app/messages_parts.h"

enum { HOUR = 3600 };

/* What is written at which stage, and what became of the first, the second, ... of them. */
static const struct { enum application_stage stage; enum notice_id id; } written[] = {
	{ AT_INVITED, NOTICE_INTERVIEW }, { AT_OFFERED, NOTICE_OFFER }, { AT_REJECTED, NOTICE_NOT_THIS_TIME }, { AT_RECEIVED, NOTICE_RECEIVED },
};
static const struct { enum message_state state; int tries; Str said; } became[] = {
	{ MESSAGE_SENT, 1, STR("It is a file in the folder, for somebody to send.") },
	{ MESSAGE_FAILED, 1, STR("The mail server answered 550 (RCPT failed: 550).") },
	{ MESSAGE_SENT, 1, STR("It is a file in the folder, for somebody to send.") },
	{ MESSAGE_WAITING, 2, STR("The mail server was not reached, or did not answer to the end (Connection timed out).") },
};
enum { MESSAGES_MOST = 9, OF_A_KIND = 3 };

static struct message
as_it_became(struct message m, int nth, int64_t now)
{
	int which = nth == 1 ? 1 : nth % 4 == 3 ? 3 : 0;
	m.state = became[which].state;
	m.tries = became[which].tries;
	m.said = became[which].said;
	m.made_at = m.tried_at = now - (nth + 1) * 5 * HOUR;
	m.sent_at = m.state == MESSAGE_SENT ? m.made_at + 4 : 0;
	m.next_at = m.state == MESSAGE_WAITING ? now + 6 * HOUR : 0;
	m.other_id = m.state == MESSAGE_SENT ? S("made-up.eml") : S("");
	return m;
}

bool
made_up_messages(struct store *store, const struct made_up_box *box, struct arena *perm, struct error *err)
{
	struct roster *roster = new(perm, 1, struct roster);
	struct viewer viewer = { .account = box->actor, .name = S("HR officer") };
	Date day = box->now ? date_at(box->now) : (Date){ 0 };
	struct ask ask = { .area = box->place->slug, .today = day, .day = day, .now = box->now, .viewer = &viewer };
	struct hiring_look *l = new(perm, 1, struct hiring_look);
	int count = 0;
	roster_build(roster, box->council, perm);
	l->own = (struct own){ .world = box->world, .ask = &ask, .council = box->council, .roster = roster, .place = box->place,
		.unit = NOT_THERE, .perm = perm };
	recruitment_read(&l->all, roster, day, perm);
	for (int w = 0; w < countof(written); w++)
		for (int i = 0, of_kind = 0; i < l->all.application_count && of_kind < OF_A_KIND && count < MESSAGES_MOST; i++) {
			const struct application *a = &l->all.applications[i];
			struct notice_of of = { .id = written[w].id, .a = a };
			struct message_added added;
			if (a->stage != written[w].stage)
				continue;
			of.step = notice_step(l, a, notice_rows[of.id].calendar ? MOVE_INVITE : -1);
			struct message message = as_it_became(notice_message(l, &of), count++, box->now);
			of_kind++;
			if (!message_add(store, box->place->slug, &message, &added, err))
				return false;
		}
	return true;
}
