/* calendar.h: a meeting as a calendar file (RFC 5545), and as an invitation by mail (RFC 5546, 6047).
 *
 * Times are moments of UTC, so that a calendar anywhere shows the right hour on either side of a change of clocks
 * (base/london.h makes them). A change keeps the UID and raises SEQUENCE; one that is off has the method CANCEL and
 * the same UID. An invitation must name who invites; without an address of theirs it is a file alone, with no method.
 */
#ifndef MAIL_CALENDAR_H
#define MAIL_CALENDAR_H

#include "mail/letter.h"

struct meeting {
	Str  uid;                    /* "ST-000012.walsall": the same through every change */
	int  sequence;               /* 0 when it is first said */
	bool off;
	int64_t made_at, begins, ends;       /* UTC seconds */
	Str  summary, place, about;
	struct correspondent from, to;       /* with no addresses: a file alone */
};

/* "REQUEST" or "CANCEL"; empty for a file alone. */
Str calendar_method(const struct meeting *meeting);
/* Lines end in CR LF and are folded at 75 octets, never inside a character. */
Str calendar_text(const struct meeting *meeting, struct arena *perm);

#endif
