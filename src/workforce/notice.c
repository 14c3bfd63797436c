/* notice.c: notices, places, and the fields of a council's own templates. */
#include "workforce/notice.h"

const struct choice notices[NOTICES] = {
	[NOTICE_RECEIVED] = { STR("received"), STR("Application received") },
	[NOTICE_INTERVIEW] = { STR("interview"), STR("Invitation to an interview") },
	[NOTICE_INTERVIEW_OFF] = { STR("interview_off"), STR("An interview does not take place") },
	[NOTICE_OFFER] = { STR("offer"), STR("Outcome: an offer") },
	[NOTICE_NOT_THIS_TIME] = { STR("not_this_time"), STR("Outcome: not this time") },
	[NOTICE_FEEDBACK] = { STR("feedback"), STR("Feedback") },
	[NOTICE_REFERENCE_ASKED] = { STR("reference_asked"), STR("A reference is asked for") },
	[NOTICE_REFERENCE_CHASED] = { STR("reference_chased"), STR("A reference is asked for again") },
	[NOTICE_RECEIPT] = { STR("receipt"), STR("Receipt of the public form") },
};

const struct choice notice_places[PLACES] = {
	[PLACE_NAME] = { STR("name"), STR("Whom it is to") },
	[PLACE_CANDIDATE] = { STR("candidate"), STR("The candidate") },
	[PLACE_ROLE] = { STR("role"), STR("The role") },
	[PLACE_COUNCIL] = { STR("council"), STR("The council") },
	[PLACE_ROUND] = { STR("round"), STR("The round of recruitment") },
	[PLACE_DAY] = { STR("day"), STR("The day of the interview") },
	[PLACE_TIME] = { STR("time"), STR("Its time") },
	[PLACE_WHERE] = { STR("place"), STR("Where it is") },
	[PLACE_ANSWER_BY] = { STR("answer by"), STR("The day by which an answer is wanted") },
	[PLACE_SENDER] = { STR("sender"), STR("Who sends it") },
	[PLACE_REFERENCE] = { STR("reference"), STR("The number of the application") },
	[PLACE_SENT] = { STR("sent"), STR("When it was sent by the public form") },
	[PLACE_LOOK] = { STR("look again"), STR("Where to look at it again") },
};

#define OF_TEMPLATE .group = GROUP_CAMPAIGNS
const struct field template_fields[TEMPLATE_FIELDS] = {
	{ .name = STR("notice"), .label = STR("Notice"), .kind = FIELD_CHOICE, OF_TEMPLATE, .required = true,
	  .choices = notices, .choice_count = NOTICES },
	{ .name = STR("subject"), .label = STR("Subject"), .kind = FIELD_TEXT, OF_TEMPLATE, .required = true, .most = 200 },
	{ .name = STR("words"), .label = STR("Words"), .kind = FIELD_NOTE, OF_TEMPLATE, .required = true, .most = 4000,
	  .hint = STR("With places in double brackets, as ((name))") },
	{ .name = STR("by_itself"), .label = STR("Goes by itself with its step"), .kind = FIELD_YES_NO, OF_TEMPLATE,
	  .hint = STR("Without it, somebody reads each before it goes") },
	{ .name = STR("notify_id"), .label = STR("Template of GOV.UK Notify"), .kind = FIELD_TEXT, OF_TEMPLATE, .most = 36,
	  .hint = STR("Its number there, where notices go by Notify") },
};

/* ---- places --------------------------------------------------------------------------------------------- */

/* The next place of a text: what stands before it, and its name; false when there is none. One that is not ended is
 * the rest. */
struct found_place { Str before, written, name; };

static bool
place_next(Str *text, struct found_place *found)
{
	ptrdiff_t begins = str_find(*text, S("(("));
	if (begins < 0)
		return false;
	Str rest = str_from(*text, begins);
	ptrdiff_t ends = str_find(rest, S("))"));
	ptrdiff_t len = ends < 0 ? rest.len : ends + 2;
	*found = (struct found_place){ str_upto(*text, begins), str_upto(rest, len),
		ends < 0 ? S("") : str_trim(str_upto(str_from(rest, 2), ends - 2)) };
	*text = str_from(rest, len);
	return true;
}

static int
place_named(Str name)
{
	for (int p = 0; p < PLACES; p++)
		if (str_equal_fold(notice_places[p].code, name))
			return p;
	return -1;
}

Str
notice_fill(Str text, const Str places[PLACES], struct arena *perm)
{
	struct text filled = text_new(perm);
	struct found_place found;
	while (place_next(&text, &found)) {
		int place = place_named(found.name);
		text_add(&filled, found.before);
		text_add(&filled, place >= 0 && places[place].len ? places[place] : found.written);
	}
	text_add(&filled, text);
	return text_str(&filled);
}

Str
notice_left(Str text)
{
	struct found_place found;
	return place_next(&text, &found) ? found.written : S("");
}

Str
notice_unknown(Str text)
{
	struct found_place found;
	while (place_next(&text, &found))
		if (place_named(found.name) < 0)
			return found.written;
	return S("");
}

/* ---- as they hold ------------------------------------------------------------------------------------------ */

struct notice_words
notice_on(const struct council *council, enum notice_id id, Date day)
{
	const struct record_type *type = &record_types[TYPE_MESSAGE_TEMPLATE];
	const struct records *all = &council->of[TYPE_MESSAGE_TEMPLATE];
	for (int i = 0; i < all->count; i++) {
		const struct record *row = &all->at[i];
		if (str_equal(record_value(type, row, S("notice")), notices[id].code) && row->when.first.day <= day.day &&
		    day.day <= row->when.last.day)
			return (struct notice_words){ record_value(type, row, S("subject")), record_value(type, row, S("words")),
				record_value(type, row, S("notify_id")), str_equal(record_value(type, row, S("by_itself")), S("yes")), row };
	}
	return (struct notice_words){ .by_itself = notice_rows[id].sending, .subject = notice_rows[id].subject, .words = notice_rows[id].words };
}
