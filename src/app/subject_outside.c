/* subject_outside.c: see subject_outside.h. */
#include "app/subject_outside.h"

#include "app/stored.h"
#include "app/register.h"
#include "app/subject.h"
#include "practice/hiring.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/records.h"
#include "store/subject.h"

enum { MESSAGES_READ = 1000 };

struct kept_of { enum type_id type; const struct record *record; };
struct lives { struct passed *at; int count; };

struct outside {
	struct own own;
	enum type_id asked;          /* which kind of record was asked for */
	Str ref;
	bool *candidates, *learners; /* which of the council's are theirs */
	struct kept_of *at;
	int count, room;
	int locked;                  /* scores that a panel has not finished */
	int apart;                   /* answers for monitoring of applications that are on their way */
	struct records answers;      /* for equality monitoring */
	struct lives *lives;         /* of each that is held */
	struct message *messages;
	int message_count;
	struct entry **seen;
	int *seen_counts;            /* of each that is held; none of most types */
	struct actors actors;
	struct names names;
};

bool
answers_outside(const struct ask *ask)
{
	return viewer_permit(ask->viewer, ask->area, GROUP_EQUALITY, ask->today).reach >= REACH_WRITE &&
	       viewer_permit(ask->viewer, ask->area, GROUP_CANDIDATES, ask->today).reach >= REACH_WRITE;
}

/* ---- which records are theirs ----------------------------------------------------------------------------- */

static const struct records *
all_of(const struct outside *in, enum type_id type)
{
	return &in->own.council->of[type];
}

static int
row_of(const struct outside *in, enum type_id type, Str ref)
{
	int first;
	return ref.len && records_of(all_of(in, type), ref, &first) > 0 ? first : NOT_THERE;
}

/* The candidate that one was made one with, itself mostly. */
static int
root_of(const struct outside *in, int candidate)
{
	for (int steps = 0; steps < all_of(in, TYPE_CANDIDATE)->count; steps++) {
		int same = row_of(in, TYPE_CANDIDATE, said_text(TYPE_CANDIDATE, &all_of(in, TYPE_CANDIDATE)->at[candidate], "same_as"));
		if (same == NOT_THERE)
			break;
		candidate = same;
	}
	return candidate;
}

static void
take_candidate(struct outside *in, Str ref)
{
	int candidate = row_of(in, TYPE_CANDIDATE, ref);
	for (int c = 0; candidate != NOT_THERE && c < all_of(in, TYPE_CANDIDATE)->count; c++)
		in->candidates[c] = in->candidates[c] || root_of(in, c) == root_of(in, candidate);
}

static void
take_learner(struct outside *in, Str ref)
{
	int learner = row_of(in, TYPE_LEARNER, ref);
	if (learner == NOT_THERE)
		return;
	in->learners[learner] = true;
	take_candidate(in, said_text(TYPE_LEARNER, &all_of(in, TYPE_LEARNER)->at[learner], "candidate"));
}

static bool
is_theirs(const struct outside *in, enum type_id type, Str ref)
{
	int place = row_of(in, type, ref);
	return place != NOT_THERE && (type == TYPE_CANDIDATE ? in->candidates : in->learners)[place];
}

static int
theirs(const struct outside *in)
{
	int count = 0;
	for (int c = 0; c < all_of(in, TYPE_CANDIDATE)->count; c++)
		count += in->candidates[c];
	for (int l = 0; l < all_of(in, TYPE_LEARNER)->count; l++)
		count += in->learners[l];
	return count;
}

/* A candidate who came by a pipeline, and a learner who applied, are one. */
static void
take_ties(struct outside *in)
{
	const struct records *applications = all_of(in, TYPE_APPLICATION), *learners = all_of(in, TYPE_LEARNER);
	for (int i = 0; i < applications->count; i++)
		if (is_theirs(in, TYPE_CANDIDATE, said_text(TYPE_APPLICATION, &applications->at[i], "candidate")))
			take_learner(in, said_text(TYPE_APPLICATION, &applications->at[i], "learner"));
	for (int i = 0; i < learners->count; i++)
		if (is_theirs(in, TYPE_CANDIDATE, said_text(TYPE_LEARNER, &learners->at[i], "candidate")))
			take_learner(in, learners->at[i].ref);
}

/* Each that is found may lead to more. */
static void
settle_who(struct outside *in)
{
	if (in->asked == TYPE_CANDIDATE)
		take_candidate(in, in->ref);
	else
		take_learner(in, in->ref);
	for (int before = 0; before != theirs(in);) {
		before = theirs(in);
		take_ties(in);
	}
}

static void
hold(struct outside *in, enum type_id type, const struct record *record)
{
	if (in->count == in->room) {
		struct kept_of *before = in->at;
		in->room = 2 * in->room + 32;
		in->at = new(in->own.perm, in->room, struct kept_of);
		for (int i = 0; i < in->count; i++)
			in->at[i] = before[i];
	}
	in->at[in->count++] = (struct kept_of){ type, record };
}

/* Whether a panel is not done with an application: it is still to be scored. */
static bool
is_being_scored(const struct recruitment *all, Str application)
{
	for (int i = 0; i < all->application_count; i++)
		if (str_equal(all->applications[i].ref, application))
			return all->applications[i].stage <= AT_ASSESSED;
	return false;
}

/* Whoever answers requests may choose too: what somebody said for monitoring stays apart until that is over. */
static bool
stays_apart(const struct outside *in, const struct recruitment *all, Str application)
{
	int found = application_find(all, application);
	return !in->own.ask->viewer->all && found != NOT_THERE && application_live(&all->applications[found]);
}

static const struct { enum type_id type; const char *by; enum type_id of; } belonging[] = {
	{ TYPE_STEP, "application", TYPE_APPLICATION }, { TYPE_ANSWER, "application", TYPE_APPLICATION },
	{ TYPE_VETTING, "application", TYPE_APPLICATION }, { TYPE_SCORE, "application", TYPE_APPLICATION },
	{ TYPE_CANDIDATE_EQUALITY, "application", TYPE_APPLICATION },
	{ TYPE_LEARNER_STEP, "learner", TYPE_LEARNER }, { TYPE_PLACEMENT, "learner", TYPE_LEARNER },
	{ TYPE_INTEREST, "candidate", TYPE_CANDIDATE }, { TYPE_CANDIDATE_APART, "candidate", TYPE_CANDIDATE },
	{ TYPE_CANDIDATE_APART, "other", TYPE_CANDIDATE },
};

static const struct records *
rows_of(const struct outside *in, enum type_id type)
{
	return type == TYPE_CANDIDATE_EQUALITY ? &in->answers : all_of(in, type);
}

static void
hold_belonging(struct outside *in, const struct recruitment *hiring, enum type_id of, Str ref)
{
	for (int b = 0; b < countof(belonging); b++) {
		const struct records *rows = rows_of(in, belonging[b].type);
		for (int i = 0; belonging[b].of == of && i < rows->count; i++) {
			if (!str_equal(said_text(belonging[b].type, &rows->at[i], belonging[b].by), ref))
				continue;
			if (belonging[b].type == TYPE_SCORE && is_being_scored(hiring, ref))
				in->locked++;
			else if (belonging[b].type == TYPE_CANDIDATE_EQUALITY && stays_apart(in, hiring, ref))
				in->apart++;
			else
				hold(in, belonging[b].type, &rows->at[i]);
		}
	}
}

static void
gather(struct outside *in)
{
	struct recruitment hiring;
	const struct records *candidates = all_of(in, TYPE_CANDIDATE), *applications = all_of(in, TYPE_APPLICATION);
	const struct records *learners = all_of(in, TYPE_LEARNER);
	recruitment_read(&hiring, in->own.roster, in->own.ask->day, in->own.perm);
	for (int i = 0; i < candidates->count; i++)
		if (in->candidates[i]) {
			hold(in, TYPE_CANDIDATE, &candidates->at[i]);
			hold_belonging(in, &hiring, TYPE_CANDIDATE, candidates->at[i].ref);
		}
	for (int i = 0; i < applications->count; i++)
		if (is_theirs(in, TYPE_CANDIDATE, said_text(TYPE_APPLICATION, &applications->at[i], "candidate"))) {
			hold(in, TYPE_APPLICATION, &applications->at[i]);
			hold_belonging(in, &hiring, TYPE_APPLICATION, applications->at[i].ref);
		}
	for (int i = 0; i < learners->count; i++)
		if (in->learners[i]) {
			hold(in, TYPE_LEARNER, &learners->at[i]);
			hold_belonging(in, &hiring, TYPE_LEARNER, learners->at[i].ref);
		}
}

/* ---- reading ------------------------------------------------------------------------------------------------ */

static bool
read_held(struct store *store, struct outside *in, struct error *err)
{
	static const struct { enum type_id type; const char *one; } looked_at[] = { { TYPE_CANDIDATE, "candidate" },
		{ TYPE_APPLICATION, "application" }, { TYPE_LEARNER, "learner" } };
	struct arena *perm = in->own.perm;
	Str area = in->own.ask->area;
	in->lives = new(perm, in->count + 1, struct lives);
	in->seen = new(perm, in->count + 1, struct entry *);
	in->seen_counts = new(perm, in->count + 1, int);
	for (int i = 0; i < in->count; i++) {
		const struct kept_of *held = &in->at[i];
		if (held->type != TYPE_CANDIDATE_EQUALITY && !store_history(store, area, &record_types[held->type], held->record->ref,
		    &in->lives[i].at, &in->lives[i].count, perm, err))
			return false;
		for (int l = 0; l < countof(looked_at); l++)
			if (looked_at[l].type == held->type && !audit_about(store, area, str_format(perm, "%s %.*s", looked_at[l].one,
			    STR_ARG(held->record->ref)), &in->seen[i], &in->seen_counts[i], perm, err))
				return false;
	}
	return true;
}

static bool
read_messages(struct store *store, struct outside *in, struct error *err)
{
	struct arena *perm = in->own.perm;
	int room = 0;
	for (int c = 0; c < in->count; c++)
		room += in->at[c].type == TYPE_CANDIDATE;
	in->messages = new(perm, (int64_t)room * MESSAGES_READ + 1, struct message);
	for (int c = 0; c < in->count; c++) {
		struct message *some;
		int count;
		if (in->at[c].type != TYPE_CANDIDATE)
			continue;
		if (!store_messages(store, in->own.ask->area, in->at[c].record->ref, MESSAGES_READ, &some, &count, perm, err))
			return false;
		for (int m = 0; m < count; m++)
			in->messages[in->message_count++] = some[m];
	}
	return true;
}

static bool
outside_read(struct store *store, void *what, struct error *err)
{
	struct outside *in = what;
	if (!actors_read(store, &in->actors, in->own.perm, err) || !store_records_read(store, in->own.ask->area,
	    &record_types[TYPE_CANDIDATE_EQUALITY], &in->answers, in->own.perm, err))
		return false;
	gather(in);
	return read_held(store, in, err) && read_messages(store, in, err);
}

/* ---- names ---------------------------------------------------------------------------------------------------- */

static const struct { enum type_id type; const char *field; } named[] = {
	{ TYPE_CANDIDATE, "given_names" }, { TYPE_CANDIDATE, "family_name" }, { TYPE_LEARNER, "given_names" }, { TYPE_LEARNER, "family_name" },
	{ TYPE_PANEL_MEMBER, "name" }, { TYPE_VETTING, "referee" },
};

/* Everybody who works or worked here, and everybody else who is named in these records, but for themselves. */
static void
settle_names(struct outside *in)
{
	struct arena *perm = in->own.perm;
	int room = 1, own = 0, others = 0;
	for (int n = 0; n < countof(named); n++)
		room += all_of(in, named[n].type)->count;
	Str *mine = new(perm, room, Str), *theirs = new(perm, room, Str);
	for (int n = 0; n < countof(named); n++) {
		const struct records *rows = all_of(in, named[n].type);
		for (int i = 0; i < rows->count; i++) {
			bool self = named[n].type == TYPE_CANDIDATE ? in->candidates[i] : named[n].type == TYPE_LEARNER && in->learners[i];
			Str name = said_text(named[n].type, &rows->at[i], named[n].field);
			if (self)
				mine[own++] = name;
			else
				theirs[others++] = name;
		}
	}
	in->names = names_of_others(in->own.roster, NOT_THERE, &in->actors, perm);
	names_more(&in->names, (struct named){ theirs, others }, (struct named){ mine, own }, perm);
}

/* Who else somebody is, of these fields: withheld whole. */
static const struct { enum type_id type; const char *field; Str words; } whole[] = {
	{ TYPE_SCORE, "assessor", STR("an assessor") }, { TYPE_VETTING, "referee", STR("a referee") },
	{ TYPE_VETTING, "referee_email", STR("a referee\u2019s address") }, { TYPE_VETTING, "seen_by", STR("somebody of the council") },
	{ TYPE_VETTING, "owner", STR("somebody of the council") }, { TYPE_APPLICATION, "referred_by", STR("somebody who works here") },
	{ TYPE_STEP, "made_by", STR("somebody of the council") }, { TYPE_LEARNER_STEP, "made_by", STR("somebody of the council") },
	{ TYPE_INTEREST, "member", STR("somebody on the panel") },
	{ TYPE_LEARNER, "educator", STR("a practice educator") }, { TYPE_PLACEMENT, "educator", STR("a practice educator") },
};
/* What they wrote or said themselves: as it stands. */
static const struct { enum type_id type; const char *field; } own_words[] = {
	{ TYPE_CANDIDATE, "given_names" }, { TYPE_CANDIDATE, "family_name" }, { TYPE_CANDIDATE, "email" }, { TYPE_CANDIDATE, "phone" },
	{ TYPE_CANDIDATE, "swe_number" }, { TYPE_CANDIDATE, "adjustments" }, { TYPE_APPLICATION, "statement" }, { TYPE_APPLICATION, "experience" },
	{ TYPE_APPLICATION, "interest" }, { TYPE_ANSWER, "words" }, { TYPE_LEARNER, "given_names" }, { TYPE_LEARNER, "family_name" },
};

static Str
value_shown(const struct outside *in, enum type_id type, int f, Str value)
{
	const struct field *field = &record_types[type].fields[f];
	bool any;
	if (value.len == 0)
		return value;
	if (str_equal(field->refers, record_types[TYPE_CANDIDATE].name) && !is_theirs(in, TYPE_CANDIDATE, value))
		return S("another candidate");
	for (int i = 0; i < countof(whole); i++)
		if (whole[i].type == type && str_equal(field->name, str_of(whole[i].field)))
			return whole[i].words;
	for (int i = 0; i < countof(own_words); i++)
		if (own_words[i].type == type && str_equal(field->name, str_of(own_words[i].field)))
			return value;
	if (field->kind == FIELD_TEXT || field->kind == FIELD_NOTE)
		return names_withheld(&in->names, value, &any, in->own.perm);
	return value_words(field, value, in->own.perm);
}

/* ---- tables ---------------------------------------------------------------------------------------------------- */

static Str
title_of(const struct outside *in, const struct kept_of *held)
{
	return str_format(in->own.perm, "%.*s %.*s", STR_ARG(str_capital(record_types[held->type].one, in->own.perm)), STR_ARG(held->record->ref));
}

static const struct column value_columns[] = {
	{ STR("record"), STR("Record"), false, false }, { STR("what"), STR("What"), false, false }, { STR("value"), STR("Value"), false, false },
};

static struct table *
values_table(const struct outside *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->count; i++) {
		const struct kept_of *held = &in->at[i];
		const struct record_type *type = &record_types[held->type];
		for (int f = 0; f < type->field_count; f++) {
			if (held->record->values[f].len == 0)
				continue;
			struct cell *cells = rows_push(&rows, countof(value_columns), in->own.perm);
			cells[0] = cell_text(held->record->ref);
			cells[1] = cell_text(type->fields[f].label);
			cells[2] = cell_text(value_shown(in, held->type, f, held->record->values[f]));
			rows.at[rows.count - 1].group = title_of(in, held);
		}
	}
	return table_of(S("records"), S("What is kept now"), value_columns, countof(value_columns), rows, in->own.perm);
}

static const struct column change_columns[] = {
	{ STR("day"), STR("Day"), false, false }, { STR("by"), STR("By"), false, false }, { STR("of"), STR("Of what"), false, false },
	{ STR("before"), STR("Before"), false, false }, { STR("after"), STR("After"), false, false }, { STR("reason"), STR("Reason given"), false, false },
};

static Str
duty_of(const struct outside *in, Str actor)
{
	return actor_duty(&in->actors, actor, in->own.ask->area, S(""), in->own.perm);
}

static void
add_change(struct rows_made *rows, const struct outside *in, const struct kept_of *held, const struct passed *passed)
{
	const struct change *change = &passed->change;
	const struct record_type *type = &record_types[held->type];
	struct arena *perm = in->own.perm;
	bool any;
	for (int f = 0; f < type->field_count; f++) {
		Str before = passed->erased || !change->before.values ? S("") : value_shown(in, held->type, f, change->before.values[f]);
		Str after = passed->erased || !change->after.values ? S("") : value_shown(in, held->type, f, change->after.values[f]);
		if (str_equal(before, after))
			continue;
		struct cell *cells = rows_push(rows, countof(change_columns), perm);
		cells[0] = cell_text(instant_day(passed->deed.at, perm));
		cells[1] = cell_text(duty_of(in, passed->deed.actor));
		cells[2] = cell_text(str_format(perm, "%.*s: %.*s", STR_ARG(title_of(in, held)), STR_ARG(type->fields[f].label)));
		cells[3] = cell_text(before);
		cells[4] = cell_text(after);
		cells[5] = cell_text(names_withheld(&in->names, passed->deed.reason, &any, perm));
	}
}

static struct table *
changes_table(const struct outside *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->count; i++)
		for (int c = 0; c < in->lives[i].count; c++)
			add_change(&rows, in, &in->at[i], &in->lives[i].at[c]);
	return table_of(S("history"), S("Every change, and the reasons given"), change_columns, countof(change_columns), rows, in->own.perm);
}

static const struct column message_columns[] = {
	{ STR("day"), STR("Day"), false, false }, { STR("to"), STR("To"), false, false }, { STR("subject"), STR("Subject"), false, false },
	{ STR("words"), STR("Words"), false, false }, { STR("state"), STR("What came of it"), false, false },
};

/* A message to a referee is about them; the address is the referee's. */
static bool
to_themselves(const struct outside *in, const struct message *message)
{
	for (int i = 0; i < in->count; i++)
		if (in->at[i].type == TYPE_CANDIDATE && str_equal_fold(said_text(TYPE_CANDIDATE, in->at[i].record, "email"), message->address))
			return true;
	return false;
}

static struct table *
messages_table(const struct outside *in)
{
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->message_count; i++) {
		const struct message *message = &in->messages[i];
		bool theirs = to_themselves(in, message), any;
		struct cell *cells = rows_push(&rows, countof(message_columns), perm);
		cells[0] = cell_text(instant_day(message->made_at, perm));
		cells[1] = cell_text(theirs ? message->address : S("somebody else"));
		cells[2] = cell_text(theirs ? message->subject : names_withheld(&in->names, message->subject, &any, perm));
		cells[3] = cell_text(theirs ? message->words : names_withheld(&in->names, message->words, &any, perm));
		cells[4] = cell_text(message_states[message->state]);
	}
	return table_of(S("messages"), S("Messages, to them and about them"), message_columns, countof(message_columns), rows, perm);
}

static const struct column seen_columns[] = {
	{ STR("day"), STR("Day"), false, false }, { STR("by"), STR("By"), false, false }, { STR("what"), STR("Did what"), false, false },
	{ STR("to"), STR("To what"), false, false },
};

static struct table *
seen_table_of(const struct outside *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->count; i++)
		for (int e = 0; e < in->seen_counts[i]; e++) {
			const struct entry *entry = &in->seen[i][e];
			struct cell *cells = rows_push(&rows, countof(seen_columns), in->own.perm);
			cells[0] = cell_text(instant_day(entry->at, in->own.perm));
			cells[1] = cell_text(duty_of(in, entry->actor));
			cells[2] = cell_text(subject_action_words(entry->action));
			cells[3] = cell_text(title_of(in, &in->at[i]));
		}
	return table_of(S("seen"), S("Who looked or wrote, by their duty"), seen_columns, countof(seen_columns), rows, in->own.perm);
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

static void
add_sheet(struct document *doc, const struct table *table, Str heading, Str otherwise)
{
	static const Str dropped[] = { STR("record") };     /* it heads their rows */
	document_heading(doc, 2, heading, table->name);
	if (table->row_count)
		document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	else
		document_paragraph(doc, otherwise);
	if (doc->data != table)
		doc->sheets[doc->sheet_count++] = table;
}

/* Whoever works or worked here has more that is kept of them, on their own page. */
static void
add_colleague(struct document *doc, const struct outside *in)
{
	struct arena *perm = doc->arena;
	for (int i = 0; i < in->count; i++) {
		bool candidate = in->at[i].type == TYPE_CANDIDATE, learner = in->at[i].type == TYPE_LEARNER;
		Str person = candidate || learner ? said_text(in->at[i].type, in->at[i].record, "colleague") : S("");
		if (!person.len)
			continue;
		struct run *run = new(perm, 1, struct run);
		*run = (struct run){ .text = S("They work or worked here: what is kept about them as a colleague"),
			.href = str_format(perm, "/authorities/%.*s/people/%.*s/data", STR_ARG(in->own.place->slug), STR_ARG(person)) };
		document_runs(doc, BLOCK_PARAGRAPH, run, 1);
		return;
	}
}

static void
add_purposes(struct document *doc)
{
	static const Str words[] = {
		STR("What for: to choose people for posts and to bring them into social work, and to show that everybody had the same chance."),
		STR("Where it came from: what they sent or said themselves, referees, and those who assessed them. Each change says with which "
		    "duty it was made."),
		STR("How long: until the day that is said for it among the terms of the council, then it is emptied; what counts without a name stays."),
		STR("No decision about them is made by this program."),
		STR("They may have mistakes put right, object, take back what they said for equality monitoring, and complain to the council\u2019s data "
		    "protection officer or to the Information Commissioner (ico.org.uk)."),
	};
	document_heading(doc, 2, S("What should be known besides"), S("besides"));
	document_list(doc, words, countof(words));
}

static void
witness_data(const struct outside *in)
{
	static const enum field_group groups[] = { GROUP_CONTACT, GROUP_EQUALITY, GROUP_VETTING, GROUP_SCORES };
	const struct ask *ask = in->own.ask;
	Str object = str_format(in->own.perm, "%.*s %.*s", STR_ARG(record_types[in->asked].one), STR_ARG(in->ref));
	for (int g = 0; g < countof(groups); g++)
		witness_saw(ask, groups[g], object);
	if (!ask->page_only)
		witness_note(ask, S("export.subject"), object);
}

static struct document
outside_document(const struct outside *in)
{
	struct arena *perm = in->own.perm;
	const struct record *record = &all_of(in, in->asked)->at[row_of(in, in->asked, in->ref)];
	Str given = said_text(in->asked, record, "given_names"), family = said_text(in->asked, record, "family_name");
	struct document doc = own_document(&in->own, str_format(perm, "What is kept about %.*s %.*s", STR_ARG(given.len + family.len ? given : in->ref),
		STR_ARG(family)), own_href(&in->own, str_format(perm, "%.*s/%.*s/data", STR_ARG(record_type_segment(&record_types[in->asked], perm)),
		STR_ARG(in->ref))));
	struct table *values = values_table(in);
	doc.data = values;
	document_paragraph(&doc, S("For an answer to them. Names of other people are withheld: look over what was written before it goes out."));
	if (in->locked)
		document_paragraph(&doc, str_format(perm, "%.*s, and given to them when the panel has agreed.", STR_ARG(counted(in->locked,
			"score of a panel that is not done is held besides", "scores of a panel that is not done are held besides", perm))));
	if (in->apart)
		document_paragraph(&doc, S("They said something for equality monitoring with an application that is on its way. Whoever may choose does not "
			"read it here: your system administrator gives it to them with a command."));
	add_colleague(&doc, in);
	add_sheet(&doc, values, S("What is kept now"), S("Nothing is."));
	add_sheet(&doc, messages_table(in), S("Messages"), S("None was written."));
	add_sheet(&doc, changes_table(in), S("Every change"), S("Nothing was changed."));
	add_sheet(&doc, seen_table_of(in), S("Who looked, and when"), S("Nobody is noted."));
	add_purposes(&doc);
	return doc;
}

static struct answer
show_outside(const struct world *world, const struct ask *ask, enum type_id asked, struct arena *perm)
{
	struct outside *in = new(perm, 1, struct outside);
	struct answer why;
	struct error err = { "" };
	*in = (struct outside){ .asked = asked, .ref = ask->ref };
	if (!own_settle(world, ask, &in->own, &why, perm))
		return why;
	if (!answers_outside(ask))
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("All that is kept about a candidate or a learner is for the HR "
			"lead, who answers their request."), perm);
	if (row_of(in, asked, ask->ref) == NOT_THERE)
		return answer_words(UNKNOWN, S("There is no such record here"), str_format(perm, "\u201c%.*s\u201d is no %.*s here.", STR_ARG(ask->ref),
			STR_ARG(record_types[asked].one)), perm);
	in->candidates = new(perm, all_of(in, TYPE_CANDIDATE)->count + 1, bool);
	in->learners = new(perm, all_of(in, TYPE_LEARNER)->count + 1, bool);
	settle_who(in);
	if (!stored(world, outside_read, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	settle_names(in);
	witness_data(in);
	return answer_of(DONE, outside_document(in));
}

struct answer
show_candidate_data(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return show_outside(world, ask, TYPE_CANDIDATE, perm);
}

struct answer
show_learner_data(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return show_outside(world, ask, TYPE_LEARNER, perm);
}
