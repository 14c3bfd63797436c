/* calendar.c: one VEVENT. */
#include "mail/calendar.h"

#include "base/date.h"

enum { OCTETS_MOST = 75 };

/* ---- lines -------------------------------------------------------------------------------------------------- */

/* A line as it is read, folded: a line that goes on begins with a blank, which counts. */
static void
add_line(struct text *text, Str line)
{
	ptrdiff_t room = OCTETS_MOST;
	while (line.len > room) {
		ptrdiff_t take = room;
		while (take > 0 && ((unsigned char)line.at[take] & 0xc0) == 0x80)
			take--;
		text_add(text, str_upto(line, take));
		text_add(text, S("\r\n "));
		line = str_from(line, take);
		room = OCTETS_MOST - 1;
	}
	text_add(text, line);
	text_add(text, S("\r\n"));
}

static void
add_plain(struct text *text, const char *name, Str value, struct arena *perm)
{
	add_line(text, str_format(perm, "%s:%.*s", name, STR_ARG(value)));
}

/* A TEXT value: backslash, semicolon, comma and line break are written with a backslash; other controls are nobody's
 * meaning. */
static void
add_words(struct text *text, const char *name, Str value, struct arena *perm)
{
	struct text escaped = text_new(perm);
	for (ptrdiff_t i = 0; i < value.len; i++) {
		char c = value.at[i];
		if (c == '\n') {
			text_add(&escaped, S("\\n"));
		} else if ((unsigned char)c >= ' ' || c == '\t') {
			if (c == '\\' || c == ';' || c == ',')
				text_char(&escaped, '\\');
			text_char(&escaped, c);
		}
	}
	if (value.len)
		add_plain(text, name, text_str(&escaped), perm);
}

static Str
moment(int64_t at, struct arena *perm)
{
	Date day = date_at(at);
	struct civil civil = date_civil(day);
	int second = (int)(at - day.day * SECONDS_OF_DAY);
	return str_format(perm, "%04d%02d%02dT%02d%02d%02dZ", civil.year, civil.month, civil.day, second / 3600, second / 60 % 60, second % 60);
}

/* A name as a parameter: in quotation marks, and so without any of its own. */
static Str
called(Str name, struct arena *perm)
{
	struct text text = text_new(perm);
	for (ptrdiff_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] >= ' ' && name.at[i] != 0x7f)
			text_char(&text, name.at[i] == '"' ? '\'' : name.at[i]);
	return text.len ? str_format(perm, ";CN=\"%.*s\"", STR_ARG(text_str(&text))) : S("");
}

/* ---- the file ------------------------------------------------------------------------------------------------- */

Str
calendar_method(const struct meeting *meeting)
{
	if (meeting->from.address.len == 0 || meeting->to.address.len == 0)
		return S("");
	return meeting->off ? S("CANCEL") : S("REQUEST");
}

static void
add_people(struct text *text, const struct meeting *meeting, struct arena *perm)
{
	add_line(text, str_format(perm, "ORGANIZER%.*s:mailto:%.*s", STR_ARG(called(meeting->from.name, perm)),
		STR_ARG(meeting->from.address)));
	add_line(text, str_format(perm, "ATTENDEE%.*s;ROLE=REQ-PARTICIPANT%s:mailto:%.*s", STR_ARG(called(meeting->to.name, perm)),
		meeting->off ? "" : ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE", STR_ARG(meeting->to.address)));
}

Str
calendar_text(const struct meeting *meeting, struct arena *perm)
{
	struct text text = text_new(perm);
	Str method = calendar_method(meeting);
	add_line(&text, S("BEGIN:VCALENDAR"));
	add_line(&text, S("VERSION:2.0"));
	add_line(&text, S("PRODID:-//Mainstay//Recruitment//EN"));
	if (method.len)
		add_plain(&text, "METHOD", method, perm);
	add_line(&text, S("BEGIN:VEVENT"));
	add_words(&text, "UID", meeting->uid, perm);
	add_plain(&text, "DTSTAMP", moment(meeting->made_at, perm), perm);
	add_plain(&text, "DTSTART", moment(meeting->begins, perm), perm);
	add_plain(&text, "DTEND", moment(meeting->ends, perm), perm);
	add_plain(&text, "SEQUENCE", str_format(perm, "%d", meeting->sequence), perm);
	add_words(&text, "SUMMARY", meeting->summary, perm);
	add_words(&text, "LOCATION", meeting->place, perm);
	add_words(&text, "DESCRIPTION", meeting->about, perm);
	if (method.len)
		add_people(&text, meeting, perm);
	add_plain(&text, "STATUS", meeting->off ? S("CANCELLED") : S("CONFIRMED"), perm);
	add_line(&text, S("END:VEVENT"));
	add_line(&text, S("END:VCALENDAR"));
	return text_str(&text);
}
