/* recruit_judge.c: what recruiting left in the store: each thing in all its parts, or in none. */
#include "kill.h"

#include <dirent.h>
#include <string.h>

#include "store/store.h"

/* How many there are of a part of a thing that was done, and none when it was not. $1 is its stem; of a draft, its number. */
struct part { enum recruit_kind kind; int whole; const char *sql; };

#define HERE "authority = '" RECRUITING "' AND "
#define APPLICATION "application = 'AP-' || $1 || '0'"
#define THREE(letters) "ref LIKE '" letters "-' || $1 || '_'"
#define OF_DRAFT "SELECT count(*) FROM application_draft"
#define REMOVED_THREE "FROM candidate AS c WHERE c." HERE "c." THREE("CN") " AND c.removed_on IS NOT NULL"
static const struct part parts[] = {
	{ CHECKED, 2, "SELECT count(*) FROM vetting WHERE " HERE APPLICATION " AND state = 'requested' AND requested_on IS NOT NULL" },
	{ DECIDED, 1, "SELECT count(*) FROM requisition WHERE " HERE "ref = 'RQ-' || $1 || '0' AND decision = 'approved' AND decided_by <> ''" },
	{ HIRED, 1, "SELECT count(*) FROM application_step WHERE " HERE APPLICATION " AND move = 'start'" },
	{ HIRED, 1, "SELECT count(*) FROM person WHERE " HERE "family_name = 'Hired' || $1 || '0'" },
	{ HIRED, 1, "SELECT count(*) FROM registration WHERE " HERE "number = 'SW' || $1 || '0'" },
	{ HIRED, 1, "SELECT count(*) FROM spell WHERE " HERE "post = 'P-' || $1 || '0'" },
	{ HIRED, 1, "SELECT count(*) FROM application WHERE " HERE "ref = 'AP-' || $1 || '0' AND spell <> ''" },
	{ HIRED, 1, "SELECT count(*) FROM candidate WHERE " HERE "ref = 'CN-' || $1 || '0' AND colleague <> ''" },
	{ HIRED, 2, "SELECT count(*) FROM induction WHERE " HERE "spell IN (SELECT ref FROM spell WHERE " HERE "post = 'P-' || $1 || '0')" },
	{ HIRED, 1, "SELECT count(*) FROM probation_review WHERE " HERE "spell IN (SELECT ref FROM spell WHERE " HERE "post = 'P-' || $1 || '0')" },
	{ TURNED_DOWN, 3, "SELECT count(*) FROM application_step WHERE " HERE "application LIKE 'AP-' || $1 || '_' AND move = 'reject'" },
	{ TURNED_DOWN, 3, "SELECT count(*) FROM candidate WHERE " HERE THREE("CN") " AND (remove_on IS NOT NULL OR removed_on IS NOT NULL)" },
	{ TURNED_DOWN, 3, "SELECT (SELECT count(*) FROM message WHERE " HERE "candidate LIKE 'CN-' || $1 || '_') + (SELECT count(*) " REMOVED_THREE ")" },
	{ SCORED, 2, "SELECT count(*) FROM score WHERE " HERE APPLICATION " AND handed_in = 'yes'" },
	{ SAVED, 3, OF_DRAFT "_text WHERE draft = $1 AND value LIKE 'Saved%'" },
	{ SAVED, 1, OF_DRAFT " WHERE number = $1 AND saves = 1" },
	{ SENT, 1, OF_DRAFT " AS d WHERE number = $1 AND application <> ''"
	           " AND NOT EXISTS (SELECT 1 FROM application_draft_text AS t WHERE t.draft = d.number)" },
#define SENT_BY "SELECT ref FROM candidate WHERE " HERE "family_name = 'Sent' || $1"
#define SENT_AS "SELECT ref FROM application WHERE " HERE "candidate IN (" SENT_BY ")"
	{ SENT, 1, "SELECT count(*) FROM (" SENT_BY ") AS sent" },
	{ SENT, 1, "SELECT count(*) FROM (" SENT_AS ") AS sent" },
	{ SENT, 1, "SELECT count(*) FROM application_answer WHERE " HERE "application IN (" SENT_AS ")" },
	{ SENT, 2, "SELECT count(*) FROM vetting WHERE " HERE "application IN (" SENT_AS ")" },
	{ SENT, 1, "SELECT count(*) FROM candidate_equality WHERE " HERE "application IN (" SENT_AS ")" },
#define LISTED_BY "SELECT ref FROM candidate WHERE " HERE "family_name LIKE 'List' || $1 || '_'"
#define LISTED_AS "SELECT ref FROM application WHERE " HERE "candidate IN (" LISTED_BY ")"
	{ LISTED, 4, "SELECT count(*) FROM (" LISTED_BY ") AS listed" },
	{ LISTED, 4, "SELECT count(*) FROM (" LISTED_AS ") AS listed" },
	{ LISTED, 4, "SELECT count(*) FROM application_step WHERE " HERE "application IN (" LISTED_AS ")" },
	{ LISTED, 2, "SELECT count(*) FROM candidate_equality WHERE " HERE "application IN (" LISTED_AS ")" },
	{ MADE_ONE, 1, "SELECT count(*) FROM candidate WHERE " HERE "ref = 'CN-' || $1 || '0' AND same_as = 'CN-' || $1 || '1'" },
	{ LEARNED, 1, "SELECT count(*) FROM learner_step WHERE " HERE "learner = 'LN-' || $1 || '0'" },
	{ EDUCATED, 1, "SELECT count(*) FROM educator WHERE " HERE "person = 'N-' || $1 || '0' AND agreed_by = 'Ivy' AND enrolled_1 IS NOT NULL" },
	{ REMOVED, 3, "SELECT count(*) " REMOVED_THREE },
	{ REMOVED, 3, "SELECT count(*) FROM candidate WHERE " HERE THREE("CN") " AND coalesce(family_name, '') = '' AND coalesce(email, '') = ''" },
	{ REMOVED, 3, "SELECT count(*) FROM application WHERE " HERE THREE("AP") " AND coalesce(statement, '') = ''" },
	{ REMOVED, 3, "SELECT count(*) " REMOVED_THREE " AND NOT EXISTS (SELECT 1 FROM record_change AS h WHERE h." HERE
	              "h.type = 'candidate' AND h.ref = c.ref AND h.erased_by IS NULL)" },
	{ REMOVED, 3, "SELECT count(*) " REMOVED_THREE " AND NOT EXISTS (SELECT 1 FROM message AS m WHERE m." HERE "m.candidate = c.ref)" },
};

static int
counted_by(struct judging *in, const char *sql, struct args args)
{
	struct error err = { "" };
	int count = -1;
	if (!store_count(in->store, sql, args, &count, &err))
		judge_wrong(in, "what was recruited cannot be read: %s", err.text);
	return count;
}

/* Whether it is there whole; half there, or lost, is wrong. */
static bool
judge_thing(struct judging *in, enum recruit_kind kind, int thing)
{
	const struct recruit_thing *is = &in->trial->recruiting.things[kind][thing];
	struct arena begin = in->perm;
	Str stem = thing_stem(kind == REMOVED ? TURNED_DOWN : kind, thing, &in->perm);
	int draft = thing + 1 + (kind == SENT ? THINGS_MOST : 0), all = 0, none = 0, of = 0;
	for (int p = 0; p < countof(parts); p++) {
		if (parts[p].kind != kind)
			continue;
		int count = counted_by(in, parts[p].sql, str_begins(str_of(parts[p].sql), S(OF_DRAFT)) ? args(arg_int(draft)) : args(arg_text(stem)));
		of++;
		all += count == parts[p].whole;
		none += count == 0;
	}
	in->perm = begin;
	if (all < of && none < of)
		judge_wrong(in, "PART: %.*s, thing %d: %d of %d parts are there, %d are not at all", STR_ARG(recruit_names[kind]), thing, all, of, none);
	else if (is->answered && all < of)
		judge_wrong(in, "LOST: %.*s, thing %d: it was answered for", STR_ARG(recruit_names[kind]), thing);
	return all == of;
}

/* Each thing by one deed and one entry, and none besides: the council itself was the first. */
static void
judge_deeds(struct judging *in, int done)
{
	int deeds = counted_by(in, "SELECT count(*) FROM deed WHERE " HERE "what <> 'retention'", (struct args){ 0 });
	int entries = counted_by(in, "SELECT count(*) FROM audit_entry WHERE " HERE "action LIKE 'record.%'", (struct args){ 0 });
	int runs = counted_by(in, "SELECT count(*) FROM deed WHERE " HERE "what = 'retention'", (struct args){ 0 });
	if (deeds != done + 1)
		judge_wrong(in, "PART: %d deeds of recruiting for %d things that are there", deeds - 1, done);
	if (entries != deeds + runs)
		judge_wrong(in, "PART: %d entries of the audit for %d deeds of recruiting", entries, deeds + runs);
}

/* Letters stand in the folder by the number of their message, one each. What the audit says was sent is a file; a file is of a
 * message that is sent, or was on its way when the program died, or has gone with its candidate, when it may have been
 * taken away already. */
static void
judge_messages(struct judging *in)
{
	int sent = counted_by(in, "SELECT count(*) FROM audit_entry WHERE " HERE "action = 'message.sent'", (struct args){ 0 });
	int way = counted_by(in, "SELECT count(*) FROM message WHERE " HERE "state = 'sending'", (struct args){ 0 });
	int written = counted_by(in, "SELECT count(*) FROM audit_entry WHERE " HERE "action = 'message.written'", (struct args){ 0 });
	int twice = counted_by(in, "SELECT count(*) FROM message WHERE " HERE "(state = 'sent') <> (sent_at > 0)", (struct args){ 0 });
	int letters = 0, gone = counted_by(in, "SELECT count(*) FROM message_gone WHERE " HERE "sent_at > 0", (struct args){ 0 });
	DIR *folder = opendir(str_c(str_format(&in->perm, "%.*s/letters", STR_ARG(in->trial->folder)), &in->perm));
	const struct dirent *file;
	while (folder && (file = readdir(folder)))
		letters += str_ends(str_of(file->d_name), S(".eml"));
	if (folder)
		closedir(folder);
	if (letters < sent - gone || letters > written || twice)
		judge_wrong(in, "%d letters of %d messages, of which %d were sent and %d are on their way", letters, written, sent, way);
}

void
judge_recruiting(struct judging *in)
{
	const struct recruiting *r = &in->trial->recruiting;
	int done = 0;
	for (int k = 0; k < RECRUIT_KINDS; k++)
		for (int i = 0; i < r->next[k == REMOVED ? TURNED_DOWN : k]; i++) {
			bool whole = judge_thing(in, (enum recruit_kind)k, i);
			done += whole && k != SAVED && k != REMOVED;
		}
	judge_deeds(in, done);
	judge_messages(in);
}
