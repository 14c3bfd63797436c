/* by_notify.c: by GOV.UK Notify. */
#include "mail/carrier.h"

#include "mail/notify.h"
#include "mail/wire.h"

/* Whether what may have gone already is there: by its reference, which is the letter's own number. */
static Str
sent_already(const struct wire *wire, const struct parcel *parcel, Str token, struct arena *perm)
{
	struct error err = { 0 };
	struct wire_said said = wire_ask(wire, str_format(perm, "/v2/notifications?reference=%.*s", STR_ARG(parcel->letter.id)), token,
		S(""), perm, &err);
	return said.went && said.status == 200 ? notify_read(said.body, perm).id : S("");
}

/* 429 and 500 are its own trouble, 403 is the key or the clock; the rest is what we asked. */
static bool
is_for_good(int status)
{
	return status >= 400 && status < 500 && status != 403 && status != 429;
}

struct carrying
carry_by_notify(const struct carriage *c, const struct parcel *parcel, struct arena *perm)
{
	struct error err = { 0 };
	struct notify_key key;
	struct wire wire = { .address = c->server, .authority_file = c->authorities, .seconds = c->seconds };
	Str template_id = parcel->template_id.len ? parcel->template_id : c->template_id;
	if (!notify_key_read(c->key, &key, &err))
		return (struct carrying){ .came = LATER, .words = str_copy(str_of(err.text), perm) };
	if (template_id.len == 0)
		return (struct carrying){ .came = NEVER,
			.words = S("Neither the template nor the settings of mail name a template of GOV.UK Notify.") };
	Str token = notify_token(&key, parcel->now, perm), there = parcel->again ? sent_already(&wire, parcel, token, perm) : S("");
	if (there.len)
		return (struct carrying){ .came = CARRIED, .id = there, .words = S("GOV.UK Notify had it already.") };
	Str json = notify_json(&(struct notify_request){ .address = parcel->letter.to.address, .template_id = template_id,
		.reference = parcel->letter.id, .subject = parcel->letter.subject, .body = parcel->letter.words, .places = parcel->places }, perm);
	struct wire_said said = wire_ask(&wire, S("/v2/notifications/email"), token, json, perm, &err);
	struct notify_said read = said.went ? notify_read(said.body, perm) : (struct notify_said){ 0 };
	if (said.went && said.status == 201 && read.id.len)
		return (struct carrying){ .came = CARRIED, .id = read.id, .words = S("GOV.UK Notify took it.") };
	Str words = said.went ? str_format(perm, "GOV.UK Notify answered %d: %.*s", said.status, STR_ARG(read.complaint.len ? read.complaint
		: S("it gave no reason."))) : str_format(perm, "GOV.UK Notify was not reached (%s).", err.text);
	return (struct carrying){ .came = said.went && is_for_good(said.status) ? NEVER : LATER, .words = words };
}
