/* letter.h: one letter to one reader, as the internet's mail carries it (RFC 5322, 2045, 2047).
 *
 * What stands in a header was typed by somebody, often by an applicant. A letter whose header texts hold a control
 * character, or whose address is not a plain one, is refused with words before anything is made of it: so nobody's
 * name can begin another header.
 *
 * The words go as UTF-8 in quoted-printable; headers are folded at 76 characters, and what is not ASCII in them goes
 * as encoded words. A calendar (calendar.h) goes as a second part, text/calendar, by which the reader's program can
 * accept.
 */
#ifndef MAIL_LETTER_H
#define MAIL_LETTER_H

#include "base/error.h"
#include "base/str.h"

struct correspondent { Str name, address; };

struct letter {
	struct correspondent from, to;
	Str     reply_to;            /* an address, or empty */
	Str     subject, words;
	Str     id;                  /* of this letter, the same however often it is tried: "walsall.12.9f3c" */
	int64_t at;                  /* UTC seconds: its date */
	Str     calendar;            /* or empty */
	Str     calendar_method;     /* "REQUEST", "CANCEL" */
};

/* Whether mail can go there: name@host.domain, ASCII, no quotes, no remarks. */
bool letter_address(Str address, struct error *err);
/* Whether it can be made; the words say which part cannot be and why. */
bool letter_check(const struct letter *letter, struct error *err);
/* The whole of it, lines ending in CR LF. Of a letter that passed. */
Str  letter_text(const struct letter *letter, struct arena *perm);

/* ---- its pieces, which the tests ask for ------------------------------------------------------------- */

Str quoted_printable(Str words, struct arena *perm);
/* "Subject: ..." folded, with its end of line. */
Str letter_header(Str name, Str value, struct arena *perm);

#endif
