/* notice.h: what is written to candidates and referees: the notices there are, the places in them, the words that come
 * with the program.
 *
 * A template is words with places in double brackets, as GOV.UK Notify writes them: "Dear ((name))". A council keeps
 * its own from a day on (record type "message_template"); until it does, the program's own words hold. A place that is
 * not in the table cannot be kept, by page, list or program; one of which nothing is known stays in the text, and what
 * still has a place is not sent: whoever sends it writes what belongs there.
 *
 * Nothing is sent because a template is there. Somebody reads the text and sends it, or the council has said of a
 * template that it goes by itself with its step or check. One goes without: the receipt, which whoever sends an
 * application by the public form asks for by sending it.
 */
#ifndef WORKFORCE_NOTICE_H
#define WORKFORCE_NOTICE_H

#include "workforce/stages.h"
#include "workforce/types.h"

enum notice_id {
	NOTICE_RECEIVED, NOTICE_INTERVIEW, NOTICE_INTERVIEW_OFF, NOTICE_OFFER, NOTICE_NOT_THIS_TIME, NOTICE_FEEDBACK,
	NOTICE_REFERENCE_ASKED, NOTICE_REFERENCE_CHASED, NOTICE_RECEIPT, NOTICES
};
extern const struct choice notices[NOTICES];

enum { TEMPLATE_FIELDS = 5 };
extern const struct field template_fields[TEMPLATE_FIELDS];

/* What comes with each. */
struct notice_row {
	bool to_referee;             /* else to the candidate */
	bool calendar;               /* the interview goes with it as a calendar file */
	uint32_t stages;             /* at which it is offered (bits) */
	int  move;                   /* the step it goes with by itself, or -1 */
	int  check;                  /* the state of a reference it goes with, or -1 */
	bool sending;                /* it goes by itself when an application is sent by the public form, unless the council's
	                              * own words for it say that it does not */
	bool daily;                  /* another day is another notice; else it goes once for its step */
	Str  subject, words;         /* the program's own */
};
extern const struct notice_row notice_rows[NOTICES];
#define NOTICE_WORDS_VERSION "2, November 2026"

enum notice_place {
	PLACE_NAME, PLACE_CANDIDATE, PLACE_ROLE, PLACE_COUNCIL, PLACE_ROUND, PLACE_DAY, PLACE_TIME, PLACE_WHERE, PLACE_ANSWER_BY,
	PLACE_SENDER, PLACE_REFERENCE, PLACE_SENT, PLACE_LOOK, PLACES
};
/* Code: how it is written in a template ("answer by"); words: what stands there. */
extern const struct choice notice_places[PLACES];

/* A template as it holds on a day. */
struct notice_words { Str subject, words, notify_id; bool by_itself; const struct record *record; /* NULL: the program's own */ };
struct notice_words notice_on(const struct council *council, enum notice_id id, Date day);

/* Puts in what is known; a place with nothing to stand in it stays as it is. */
Str notice_fill(Str text, const Str places[PLACES], struct arena *perm);
/* The first place that a text still has, or one that is begun and not ended: "((day))"; empty when it has none. */
Str notice_left(Str text);
/* The first place that nobody knows, as it is written; empty when all are known. */
Str notice_unknown(Str text);

#endif
