/* by_smtp.c: by a mail server. */
#include "mail/carrier.h"

#include "mail/wire.h"

/* A number of 500 and more is for good (RFC 5321, 4.2.1), but for those that say who we are: the settings can be
 * mended. */
static bool
is_for_good(int status)
{
	return status >= 500 && status < 600 && status != 530 && status != 534 && status != 535 && status != 538;
}

struct carrying
carry_by_smtp(const struct carriage *c, const struct parcel *parcel, struct arena *perm)
{
	struct error err = { 0 };
	struct wire wire = { .address = c->server, .user = c->user, .password = c->password, .authority_file = c->authorities,
	                     .seconds = c->seconds };
	struct wire_said said = wire_mail(&wire, c->from, parcel->letter.to.address, letter_text(&parcel->letter, perm), perm, &err);
	if (said.went)
		return (struct carrying){ .came = CARRIED, .id = parcel->letter.id, .words = S("The mail server took it.") };
	Str words = said.status >= 400 ? str_format(perm, "The mail server answered %d (%s).", said.status, err.text)
		: str_format(perm, "The mail server was not reached, or did not answer to the end (%s).", err.text);
	return (struct carrying){ .came = is_for_good(said.status) ? NEVER : LATER, .words = words };
}
