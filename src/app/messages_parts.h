/* messages_parts.h: a notice as it would be written, for the pages that show and send it. Private to app/.
 */
#ifndef APP_MESSAGES_PARTS_H
#define APP_MESSAGES_PARTS_H

#include "app/hiring_parts.h"
#include "app/messages.h"
#include "mail/calendar.h"
#include "mail/carrier.h"
#include "store/messages.h"
#include "workforce/notice.h"

/* What a notice is about: the application, the step that caused it (for an interview, the one that invites), and the
 * check of a referee. */
struct notice_of {
	enum notice_id id;
	const struct application *a;
	const struct record *step, *check;   /* or NULL */
};
int notice_find(Str code);                               /* of notices[], or -1 */
/* The newest step of an application, of all or of one move (-1: all); NULL: none. */
const struct record *notice_step(const struct hiring_look *l, const struct application *a, int move);

/* As it would be written now: places filled as far as they are known. */
struct message notice_message(const struct hiring_look *l, const struct notice_of *of);
/* Places as the outbox keeps them, for GOV.UK Notify: "name=value" a line. */
Str notice_places_kept(const Str places[PLACES], struct arena *perm);
/* "social worker" as it stands within a sentence, but "ASYE social worker". */
Str notice_role(Str role, struct arena *perm);
/* Whether it can go as it is: an address, a subject, words, no place left. */
bool notice_goes(const struct message *message, struct error *err);
/* The interview of a step; false when it has no day and hour. */
bool interview_of(const struct hiring_look *l, const struct notice_of *of, struct meeting *meeting);

Str href_of_message(const struct own *own, int64_t number);
struct cell message_state_cell(const struct message *message);

#endif
