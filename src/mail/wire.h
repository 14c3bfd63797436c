/* wire.h: words with another machine: a mail server, or a service over HTTPS. The one file that knows libcurl.
 *
 * Whom it speaks to is a setting of this machine, never anything that somebody typed on a page. A way over a network
 * is encrypted and the other side proves its name, or nothing is sent; on this machine itself (127.0.0.1, ::1,
 * localhost) it may be plain. No proxy is taken from the environment, no redirect is followed, and everything ends
 * within WIRE_SECONDS.
 */
#ifndef MAIL_WIRE_H
#define MAIL_WIRE_H

#include "mail/letter.h"

enum { WIRE_SECONDS = 30, WIRE_ANSWER_MOST = 64 * 1024 };

/* Where: "smtp://mail.example.org:587", "smtps://...", "https://api.example.org". False, with words, for another
 * scheme, for http and where there is a name or a password in it. */
bool wire_allows(Str address, const char *const *schemes, struct error *err);
bool wire_is_here(Str address);                          /* this machine itself */

struct wire {
	Str address;
	Str user, password;          /* of SMTP; or empty */
	Str authority_file;          /* certificates to trust besides the system's, or empty */
	int seconds;                 /* 0: WIRE_SECONDS */
};

/* What came of it. `status` is the other side's last number (250, 550; 201, 400), 0 when it said none. */
struct wire_said { bool went; int status; Str body; };

/* Gives a letter to a mail server. `text` is its whole text. */
struct wire_said wire_mail(const struct wire *wire, Str from, Str to, Str text, struct arena *perm, struct error *err);
/* Sends JSON, or asks with an empty one. `token` goes as "Authorization: Bearer". */
struct wire_said wire_ask(const struct wire *wire, Str path, Str token, Str json, struct arena *perm, struct error *err);

/* Once in a program, before there are threads. */
bool wire_open(struct error *err);

#endif
