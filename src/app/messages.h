/* messages.h: what is written to candidates and referees: the outbox, one message, the council's own words.
 *
 * Nothing goes without somebody's choice: a notice is offered on the page of its application with its words filled in,
 * and goes as whoever sends it leaves them; or the council has said of a template that it goes by itself with its step
 * or check.
 */
#ifndef APP_MESSAGES_H
#define APP_MESSAGES_H

#include "app/app.h"

view show_messages;          /* area: what failed, what waits, what went */
view show_message;           /* area, ref: one, with its words */
view message_change;         /* area, ref, `sent`: do = cancel, again */
view show_templates;         /* area: every notice, with the words that hold */
view template_edit;          /* area, ref: one; with `sent`, do = try: shown with a made-up candidate; keep: the council's own from a day on */
view notice_write;           /* area, ref: an application, how: which notice, show: a check; with `sent`, into the outbox */
view interview_calendar;     /* area, ref: the interview of an application as a calendar file */

#endif
