/* carrier.h: how letters leave: a table of ways, each in a file of its own, and what the machine was told of them.
 *
 *     folder   each letter is a file (.eml) in a folder, for somebody to send by hand; what holds where nothing was said
 *     smtp     a mail server, encrypted unless it is this machine
 *     notify   GOV.UK Notify
 *
 * What was told stands in a file of lines "name = value" that only its owner may read, since it can hold a password. A
 * password or key may stand in the environment instead (MAINSTAY_MAIL_PASSWORD, MAINSTAY_MAIL_KEY). Neither is ever in
 * the store, in a log or in an error.
 *
 *     by = smtp
 *     server = smtp://mail.example.gov.uk:587
 *     user = mainstay
 *     password = ...
 *     from = recruitment@example.gov.uk
 *     name = Example Council recruitment
 *     reply-to = hr@example.gov.uk
 *     a-minute = 30
 */
#ifndef MAIL_CARRIER_H
#define MAIL_CARRIER_H

#include "mail/letter.h"

enum carrier_id { BY_FOLDER, BY_SMTP, BY_NOTIFY, CARRIERS };

struct carriage {
	enum carrier_id by;
	Str server;                  /* a URL */
	Str user, password, key;     /* secrets: never shown */
	Str from, name, reply_to;
	Str folder;
	Str authorities;             /* a file of certificates to trust besides the system's */
	Str template_id;             /* of Notify: where a template of ours names none */
	int a_minute;
	int seconds;                 /* 0: as long as wire.h lets it */
};

/* Reads the file's text. False with the line and what is wrong with it; never with what it says. */
bool carriage_read(struct carriage *carriage, Str text, Str file, struct arena *perm, struct error *err);
/* What holds where nobody said anything: letters are put beside the store. */
struct carriage carriage_beside(Str store_path, struct arena *perm);
/* "by a mail server (smtp://mail.example.gov.uk:587)": without secrets. */
Str carriage_words(const struct carriage *carriage, struct arena *perm);

/* What is carried: the letter, and what Notify wants instead of it. */
struct parcel {
	struct letter letter;        /* without `from`, which is the carriage's */
	Str  places;                 /* "name=value" a line */
	Str  template_id;            /* Notify's own, or empty */
	bool again;                  /* it may have gone already: the program ended while it was being sent */
	int64_t now;
};

enum carried {
	CARRIED,                     /* the other side has it */
	LATER,                       /* not now: worth another try */
	NEVER                        /* no try will help: an address nobody has, say */
};
struct carrying { enum carried came; Str id, words; };   /* id: the other side's; words: what was said, no name in them */

typedef struct carrying carry(const struct carriage *carriage, const struct parcel *parcel, struct arena *perm);
struct carrier { Str code, words /* how it goes */; carry *carry; };
extern const struct carrier carriers[CARRIERS];
carry carry_to_folder, carry_by_smtp, carry_by_notify;

/* Takes away the letter of a number from a folder. True when it is not there (any more). */
bool folder_forget(Str folder, Str id, struct arena *perm, struct error *err);

/* Takes it out by the carriage's way. */
struct carrying carriage_carry(const struct carriage *carriage, const struct parcel *parcel, struct arena *perm);

#endif
