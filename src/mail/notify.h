/* notify.h: GOV.UK Notify's format of asking for an e-mail (https://docs.notifications.service.gov.uk/rest-api.html).
 *
 * An API key is "NAME-SERVICE-SECRET", the last two UUIDs. Each call carries a JSON Web Token of its own, signed by
 * HS256 with the secret: { "iss": service, "iat": now }. Notify sends the words of a template that the council keeps
 * there; what it is given are the places of that template. Every place of ours goes, and besides them "subject" and
 * "body", so that a template there which is nothing but ((subject)) and ((body)) says what was written here. What a
 * template has no place for, Notify leaves out.
 */
#ifndef MAIL_NOTIFY_H
#define MAIL_NOTIFY_H

#include "base/error.h"
#include "base/str.h"

struct notify_key { Str service, secret; };
bool notify_key_read(Str key, struct notify_key *read, struct error *err);

/* A token that is good now. */
Str notify_token(const struct notify_key *key, int64_t now, struct arena *perm);
/* Any two JSON texts signed: what notify_token does with its own. */
Str token_signed(Str head, Str claims, Str secret, struct arena *perm);

struct notify_request {
	Str address, template_id, reference;
	Str subject, body;
	Str places;                  /* "name=Bo Reed\nrole=Social worker\n" */
};
Str notify_json(const struct notify_request *request, struct arena *perm);

/* What it answered: the id of what was sent, or of the first in a list; or its complaint, or neither. */
struct notify_said { Str id, complaint; };
struct notify_said notify_read(Str json, struct arena *perm);

#endif
