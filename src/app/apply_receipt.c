/* apply_receipt.c: what is written to whoever has sent an application, in the transaction of the sending.
 *
 * Whoever types on the form is nobody known, and the address may be another's. So a receipt carries little of what was
 * typed: the name only where it is plainly a name, and at most RECEIPTS_OF_DAY go to one address in a day. The code is
 * never in it: the store has its hash alone, and a mailbox is read by others.
 */
#include "app/apply_parts.h"

#include "app/messages_parts.h"
#include "app/stored.h"
#include "base/london.h"

enum { RECEIPTS_OF_DAY = 5, NAME_MOST = 60 };

/* Letters, spaces, hyphens and apostrophes, of any alphabet, and few of them: no address of a page. */
static bool
plain_name(Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
		if (!letter && c != ' ' && c != '-' && c != '\'')
			return false;
	}
	return name.len > 0 && name.len <= NAME_MOST;
}

static Str
name_of(const struct applied *at)
{
	Str name = str_format(at->perm, "%.*s %.*s", STR_ARG(str_trim(draft_text_of(&at->texts, S("given_names")))),
		STR_ARG(str_trim(draft_text_of(&at->texts, S("family_name")))));
	return plain_name(name) ? name : S("candidate");
}

/* An address that others reach, where the program knows one. */
static Str
look_again(const struct applied *at)
{
	Str place = at->ask->door ? at->ask->door->public_address : S("");
	return place.len ? str_format(at->perm, "%.*s/apply/back", STR_ARG(place))
		: S("the page where you applied (\u201cCome back with a code\u201d)");
}

static Str
receipt_key(Str application, struct arena *perm)
{
	return str_format(perm, "%.*s %.*s", STR_ARG(notices[NOTICE_RECEIPT].code), STR_ARG(application));
}

bool
receipt_of(const struct applied *at, const struct receipt_for *sent, struct message *message)
{
	struct arena *perm = at->perm;
	struct notice_words words = notice_on(at->own.council, NOTICE_RECEIPT, at->inside.day);
	struct error err = { 0 };
	const Str places[PLACES] = { [PLACE_NAME] = name_of(at), [PLACE_CANDIDATE] = name_of(at),
		[PLACE_ROLE] = notice_role(sent->role, perm), [PLACE_COUNCIL] = at->own.place->name, [PLACE_ROUND] = job_words(at),
		[PLACE_REFERENCE] = sent->application, [PLACE_SENT] = london_words(at->ask->now, at->ask->today, perm),
		[PLACE_LOOK] = look_again(at) };
	*message = (struct message){ .key = receipt_key(sent->application, perm), .notice = notices[NOTICE_RECEIPT].code,
		.candidate = sent->candidate, .application = sent->application, .address = str_trim(draft_text_of(&at->texts, S("email"))),
		.name = places[PLACE_NAME], .subject = notice_fill(words.subject, places, perm), .words = notice_fill(words.words, places, perm),
		.places = notice_places_kept(places, perm), .notify_id = words.notify_id, .made_by = apply_actor, .made_at = at->ask->now };
	return words.by_itself && notice_goes(message, &err);
}

bool
receipt_write(struct store *store, const struct applied *at, const struct message *message, struct error *err)
{
	struct message_added added;
	struct message_count to = { message->address, message->notice, at->ask->now - SECONDS_OF_DAY };
	int count;
	return message_count_to(store, at->own.place->slug, &to, &count, err) &&
	       (count >= RECEIPTS_OF_DAY || message_add(store, at->own.place->slug, message, &added, err));
}

/* ---- told on the page of the application -------------------------------------------------------------------------- */

struct looking { const struct applied *at; Str candidate, key; struct message *all; int count; };

static bool
look_in_outbox(struct store *store, void *what, struct error *err)
{
	struct looking *in = what;
	return store_messages(store, in->at->own.place->slug, in->candidate, 200, &in->all, &in->count, in->at->perm, err);
}

Str
receipt_told(const struct world *world, const struct applied *at, Str candidate)
{
	struct looking in = { .at = at, .candidate = candidate, .key = receipt_key(at->draft.application, at->perm) };
	struct error err = { 0 };
	if (!stored(world, look_in_outbox, &in, at->perm, &err))
		return S("");
	for (int i = 0; i < in.count; i++) {
		const struct message *m = &in.all[i];
		if (!str_equal(m->key, in.key))
			continue;
		if (m->state == MESSAGE_SENT)
			return str_format(at->perm, "A receipt went to your e-mail address: %.*s.", STR_ARG(london_words(m->sent_at,
				at->ask->today, at->perm)));
		return m->state == MESSAGE_WAITING || m->state == MESSAGE_SENDING ? S("A receipt is on its way to your e-mail address.")
			: S("No receipt could be sent to the e-mail address you gave. Write down the number of your application.");
	}
	return S("");
}
