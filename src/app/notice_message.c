/* notice_message.c: a notice with its places filled, from an application, a step and a check. */
#include "app/messages_parts.h"

#include "app/estab.h"
#include "base/london.h"

enum { MINUTES = 60 };

int
notice_find(Str code)
{
	for (int n = 0; n < NOTICES; n++)
		if (str_equal(notices[n].code, code))
			return n;
	return -1;
}

static int64_t
whole_of(Str text)
{
	struct parsed_decimal read = parse_decimal(text, 0, false);
	return read.ok ? read.micro / MICRO : 0;
}

const struct record *
notice_step(const struct hiring_look *l, const struct application *a, int move)
{
	const struct records *steps = &l->own.council->of[TYPE_STEP];
	const struct record *newest = NULL;
	for (int i = 0; i < steps->count; i++) {
		const struct record *step = &steps->at[i];
		if (!str_equal(said_text(TYPE_STEP, step, "application"), a->ref) ||
		    (move >= 0 && !str_equal(said_text(TYPE_STEP, step, "move"), application_moves[move].code)))
			continue;
		if (!newest || whole_of(said_text(TYPE_STEP, step, "turn")) > whole_of(said_text(TYPE_STEP, newest, "turn")))
			newest = step;
	}
	return newest;
}

/* ---- what stands in the places ------------------------------------------------------------------------------ */

Str
notice_role(Str role, struct arena *perm)
{
	bool word = role.len > 1 && role.at[1] >= 'a' && role.at[1] <= 'z';
	return word ? str_join(str_lower(str_upto(role, 1), perm), str_from(role, 1), perm) : role;
}

static Str
role_of(const struct hiring_look *l, const struct application *a)
{
	return notice_role(a->role == NOT_THERE ? S("") : role_words(&l->own, a->role, l->own.ask->day), l->own.perm);
}

static Str
day_said(enum type_id type, const struct record *record, const char *field, struct arena *perm)
{
	Date day = record ? said_day(type, record, field) : (Date){ 0 };
	return day.day ? date_week_text(day, perm) : S("");
}

static Str
hour_said(const struct record *step, struct arena *perm)
{
	int minutes = step ? clock_read(said_text(TYPE_STEP, step, "due_at")) : -1;
	return minutes >= 0 ? clock_words(minutes, perm) : S("");
}

/* Given name first, as one writes to somebody. */
static Str
candidate_called(const struct application *a, struct arena *perm)
{
	Str given = said_text(TYPE_CANDIDATE, a->candidate, "given_names"), family = said_text(TYPE_CANDIDATE, a->candidate, "family_name");
	return given.len && family.len ? str_format(perm, "%.*s %.*s", STR_ARG(given), STR_ARG(family)) : given.len ? given : family;
}

static void
fill_places(const struct hiring_look *l, const struct notice_of *of, Str places[PLACES])
{
	struct arena *perm = l->own.perm;
	const struct viewer *sender = l->own.ask->viewer;
	bool referee = notice_rows[of->id].to_referee;
	Str candidate = candidate_called(of->a, perm);
	places[PLACE_NAME] = referee ? said_text(TYPE_VETTING, of->check, "referee") : candidate;
	places[PLACE_CANDIDATE] = candidate;
	places[PLACE_ROLE] = role_of(l, of->a);
	places[PLACE_COUNCIL] = l->own.place->name;
	places[PLACE_ROUND] = round_words(of->a->round);
	places[PLACE_DAY] = day_said(TYPE_STEP, of->step, "due_on", perm);
	places[PLACE_TIME] = hour_said(of->step, perm);
	places[PLACE_WHERE] = of->step ? said_text(TYPE_STEP, of->step, "place") : S("");
	places[PLACE_ANSWER_BY] = referee ? day_said(TYPE_VETTING, of->check, "due_on", perm) : places[PLACE_DAY];
	places[PLACE_SENDER] = sender->all ? S("") : sender->name;
	places[PLACE_REFERENCE] = of->a->ref;
}

/* "name=value" a line; a value has no line of its own, since none of the fields has. */
Str
notice_places_kept(const Str places[PLACES], struct arena *perm)
{
	struct text text = text_new(perm);
	for (int p = 0; p < PLACES; p++)
		if (places[p].len && str_find(places[p], S("\n")) < 0)
			text_format(&text, "%.*s=%.*s\n", STR_ARG(notice_places[p].code), STR_ARG(places[p]));
	return text_str(&text);
}

/* ---- the interview --------------------------------------------------------------------------------------------- */

bool
interview_of(const struct hiring_look *l, const struct notice_of *of, struct meeting *meeting)
{
	struct arena *perm = l->own.perm;
	const struct carriage *carriage = l->own.world->carriage;
	int at = of->step ? clock_read(said_text(TYPE_STEP, of->step, "due_at")) : -1;
	Date day = of->step ? said_day(TYPE_STEP, of->step, "due_on") : (Date){ 0 };
	if (at < 0 || day.day == 0)
		return false;
	int64_t minutes = whole_of(said_text(TYPE_STEP, of->step, "minutes"));
	bool off = of->id == NOTICE_INTERVIEW_OFF || (of->a->stage >= AT_REJECTED && of->a->came[AT_ASSESSED].day == 0);
	*meeting = (struct meeting){ .uid = str_format(perm, "%.*s@%.*s.mainstay", STR_ARG(of->step->ref), STR_ARG(l->own.place->slug)),
		.sequence = of->step->version - !off, .off = off, .made_at = l->own.ask->now, .begins = london_instant(day, at),
		.summary = str_format(perm, "Interview: %.*s, %.*s", STR_ARG(role_of(l, of->a)), STR_ARG(l->own.place->name)),
		.place = said_text(TYPE_STEP, of->step, "place"),
		.to = { candidate_called(of->a, perm), said_text(TYPE_CANDIDATE, of->a->candidate, "email") } };
	meeting->ends = meeting->begins + (minutes > 0 ? minutes : MINUTES) * 60;
	if (carriage)
		meeting->from = (struct correspondent){ carriage->name.len ? carriage->name : l->own.place->name, carriage->from };
	return true;
}

/* ---- the message ------------------------------------------------------------------------------------------------ */

/* What it is about, so that the same goes once: the step as it stands, or the check, or the application; and the day
 * where another day is another notice. */
static Str
key_of(const struct hiring_look *l, const struct notice_of *of)
{
	struct arena *perm = l->own.perm;
	const struct notice_row *row = &notice_rows[of->id];
	const struct record *cause = row->to_referee ? of->check : of->step ? of->step : of->a->record;
	Str key = str_format(perm, "%.*s %.*s", STR_ARG(notices[of->id].code), STR_ARG(cause->ref));
	if (row->calendar)
		key = str_format(perm, "%.*s %d", STR_ARG(key), cause->version);
	return row->daily ? str_format(perm, "%.*s %.*s", STR_ARG(key), STR_ARG(date_iso(l->own.ask->today, perm))) : key;
}

struct message
notice_message(const struct hiring_look *l, const struct notice_of *of)
{
	struct arena *perm = l->own.perm;
	const struct notice_row *row = &notice_rows[of->id];
	struct notice_words words = notice_on(l->own.council, of->id, l->own.ask->today);
	struct meeting meeting;
	Str places[PLACES] = { 0 };
	fill_places(l, of, places);
	struct message message = { .key = key_of(l, of), .notice = notices[of->id].code, .application = of->a->ref,
		.candidate = of->a->candidate ? of->a->candidate->ref : said_text(TYPE_APPLICATION, of->a->record, "candidate"),
		.address = row->to_referee ? said_text(TYPE_VETTING, of->check, "referee_email")
			: said_text(TYPE_CANDIDATE, of->a->candidate, "email"),
		.name = places[PLACE_NAME], .subject = notice_fill(words.subject, places, perm), .words = notice_fill(words.words, places, perm),
		.places = notice_places_kept(places, perm), .notify_id = words.notify_id, .made_by = l->own.ask->viewer->account,
		.made_at = l->own.ask->now };
	if (row->calendar && interview_of(l, of, &meeting)) {
		message.calendar = calendar_text(&meeting, perm);
		message.method = calendar_method(&meeting);
	}
	return message;
}

bool
notice_goes(const struct message *m, struct error *err)
{
	struct letter letter = { .from.address = S("somebody@example.org"), .to = { m->name, m->address }, .subject = m->subject,
		.words = m->words, .id = m->key };
	Str left = notice_left(m->subject);
	if (left.len == 0)
		left = notice_left(m->words);
	if (left.len > 60)
		left = str_upto(left, 60);
	return letter_check(&letter, err) &&
	       (left.len == 0 || fail(err, "%.*s still stands in it: write what belongs there, or take it out", STR_ARG(left)));
}
