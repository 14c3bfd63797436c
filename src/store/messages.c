/* messages.c: the outbox as a table. */
#include "store/messages.h"

#include "base/secret.h"
#include "store/audit.h"

const Str message_states[MESSAGE_STATES] = { STR("waiting"), STR("sending"), STR("sent"), STR("failed"), STR("cancelled") };

#define CUT_SHORT_SAID "The program ended while it was being sent, twice. Ask whether it came before it goes again."

/* ---- reading --------------------------------------------------------------------------------------------- */

#define COLUMNS \
	"SELECT authority, number, key, notice, candidate, application, address, name, subject, words, places, notify_id," \
	" calendar, method, made_by, state, tries, cut_short, made_at, next_at, tried_at, sent_at, other_id, said FROM message"
static const char ONE_SQL[] = COLUMNS " WHERE authority = $1 AND number = $2 ORDER BY number";
static const char BY_KEY_SQL[] = "SELECT number FROM message WHERE authority = $1 AND key = $2";
#define FAILED_FIRST " ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'sending' THEN 1 WHEN 'waiting' THEN 1 ELSE 2 END," \
	" CASE WHEN state = 'waiting' THEN next_at ELSE 0 END, number DESC LIMIT "
static const char ALL_SQL[] = COLUMNS " WHERE authority = $1" FAILED_FIRST "$2";
static const char OF_CANDIDATE_SQL[] = COLUMNS " WHERE authority = $1 AND candidate = $3" FAILED_FIRST "$2";
static const char COUNTS_SQL[] = "SELECT state, count(*) FROM message WHERE authority = $1 GROUP BY state ORDER BY state";

static enum message_state
state_of(Str code)
{
	int s = 0;
	while (s < MESSAGE_STATES - 1 && !str_equal(message_states[s], code))
		s++;
	return (enum message_state)s;
}

static struct message
row_message(const struct rows *rows, struct arena *perm)
{
	return (struct message){ .number = row_int(rows, 1), .key = row_text(rows, 2, perm), .notice = row_text(rows, 3, perm),
		.candidate = row_text(rows, 4, perm), .application = row_text(rows, 5, perm), .address = row_text(rows, 6, perm),
		.name = row_text(rows, 7, perm), .subject = row_text(rows, 8, perm), .words = row_text(rows, 9, perm),
		.places = row_text(rows, 10, perm), .notify_id = row_text(rows, 11, perm), .calendar = row_text(rows, 12, perm),
		.method = row_text(rows, 13, perm), .made_by = row_text(rows, 14, perm), .state = state_of(row_text(rows, 15, perm)),
		.tries = (int)row_int(rows, 16), .cut_short = (int)row_int(rows, 17), .made_at = row_int(rows, 18),
		.next_at = row_int(rows, 19), .tried_at = row_int(rows, 20), .sent_at = row_int(rows, 21),
		.other_id = row_text(rows, 22, perm), .said = row_text(rows, 23, perm) };
}

bool
store_message(struct store *store, Str authority, int64_t number, struct message *message, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, ONE_SQL, args(arg_text(authority), arg_int(number)), err);
	*message = (struct message){ 0 };
	while (rows_next(rows))
		*message = row_message(rows, perm);
	return rows_end(rows, err);
}

bool
store_messages(struct store *store, Str authority, Str candidate, int most, struct message **messages, int *count,
               struct arena *perm, struct error *err)
{
	*count = 0;
	*messages = new(perm, most, struct message);
	struct rows *rows = candidate.len
		? store_query(store, OF_CANDIDATE_SQL, args(arg_text(authority), arg_int(most), arg_text(candidate)), err)
		: store_query(store, ALL_SQL, args(arg_text(authority), arg_int(most)), err);
	while (rows_next(rows))
		if (*count < most)
			(*messages)[(*count)++] = row_message(rows, perm);
	return rows_end(rows, err);
}

bool
store_message_counts(struct store *store, Str authority, int counts[MESSAGE_STATES], struct error *err)
{
	char room[512];
	struct rows *rows = store_query(store, COUNTS_SQL, args(arg_text(authority)), err);
	for (int s = 0; s < MESSAGE_STATES; s++)
		counts[s] = 0;
	while (rows_next(rows)) {
		struct arena scratch = { .next = room, .end = room + sizeof room };
		counts[state_of(row_text(rows, 0, &scratch))] = (int)row_int(rows, 1);
	}
	return rows_end(rows, err);
}

bool
message_count_to(struct store *store, Str authority, const struct message_count *asked, int *count, struct error *err)
{
	static const char TO_SQL[] = "SELECT count(*) FROM message WHERE authority = $1 AND notice = $2 AND made_at > $3 AND lower(address) = lower($4)";
	return store_count(store, TO_SQL, args(arg_text(authority), arg_text(asked->notice), arg_int(asked->since),
		arg_text(asked->address)), count, err);
}

/* ---- writing --------------------------------------------------------------------------------------------- */

static const char NEXT_SQL[] = "SELECT coalesce(max(number), 0) + 1 FROM (SELECT number FROM message WHERE authority = $1"
	" UNION ALL SELECT number FROM message_gone WHERE authority = $1) AS given";
static const char ADD_SQL[] =
	"INSERT INTO message (authority, number, key, notice, candidate, application, address, name, subject, words, places, notify_id,"
	" calendar, method, made_by, made_at, state, tries, cut_short, next_at, tried_at, sent_at, other_id, said)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19, $20, $21, $22, $23)";

struct told { Str authority, actor, action; int64_t number, at; };

static bool
tell(struct store *store, struct told told, struct error *err)
{
	char room[512];
	int64_t seq;
	struct arena scratch = { .next = room, .end = room + sizeof room };
	return audit_add(store, &(struct entry){ .at = told.at, .actor = told.actor, .action = told.action, .authority = told.authority,
		.object = str_format(&scratch, "message %lld", (long long)told.number) }, &seq, err);
}

bool
message_add(struct store *store, Str authority, const struct message *m, struct message_added *added, struct error *err)
{
	*added = (struct message_added){ 0 };
	if (!store_number(store, BY_KEY_SQL, args(arg_text(authority), arg_text(m->key)), &added->number, err))
		return false;
	added->already = added->number > 0;
	if (added->already)
		return true;
	return store_number(store, NEXT_SQL, args(arg_text(authority)), &added->number, err)
		&& store_run(store, ADD_SQL, args(arg_text(authority), arg_int(added->number), arg_text(m->key), arg_text(m->notice),
			arg_text(m->candidate), arg_text(m->application), arg_text(m->address), arg_text(m->name), arg_text(m->subject),
			arg_text(m->words), arg_text(m->places), arg_text(m->notify_id), arg_text(m->calendar), arg_text(m->method),
			arg_text(m->made_by), arg_int(m->made_at), arg_text(message_states[m->state]), arg_int(m->tries),
			arg_int(m->next_at ? m->next_at : m->made_at), arg_int(m->tried_at), arg_int(m->sent_at), arg_text(m->other_id),
			arg_text(m->said)), err)
		&& tell(store, (struct told){ authority, m->made_by, S("message.written"), added->number, m->made_at }, err);
}

bool
store_message_add(struct store *store, Str authority, const struct message *message, struct message_added *added, struct error *err)
{
	return store_begin_for(store, authority, err) && store_end(store, message_add(store, authority, message, added, err), err);
}

#define OF_STATE "SELECT count(*) FROM message WHERE authority = $1 AND number = $2 AND state IN "
static const char CAN_CANCEL_SQL[] = OF_STATE "('waiting', 'failed')";
static const char CAN_GO_SQL[] = OF_STATE "('failed', 'cancelled')";
static const char CANCEL_SQL[] = "UPDATE message SET state = 'cancelled' WHERE authority = $1 AND number = $2";
static const char AGAIN_SQL[] =
	"UPDATE message SET state = 'waiting', tries = 0, cut_short = 0, next_at = $3, said = '' WHERE authority = $1 AND number = $2";

static bool
change_inside(struct store *store, Str authority, const struct message_wish *wish, bool *done, struct error *err)
{
	int64_t can;
	struct arg who = arg_text(authority), which = arg_int(wish->number);
	if (!store_number(store, wish->again ? CAN_GO_SQL : CAN_CANCEL_SQL, args(who, which), &can, err))
		return false;
	*done = can > 0;
	if (!*done)
		return true;
	return (wish->again ? store_run(store, AGAIN_SQL, args(who, which, arg_int(wish->at)), err)
	                    : store_run(store, CANCEL_SQL, args(who, which), err))
		&& tell(store, (struct told){ authority, wish->actor, wish->again ? S("message.again") : S("message.cancelled"), wish->number,
			wish->at }, err);
}

bool
store_message_change(struct store *store, Str authority, const struct message_wish *wish, bool *done, struct error *err)
{
	*done = false;
	return store_begin_for(store, authority, err) && store_end(store, change_inside(store, authority, wish, done, err), err);
}

/* ---- what has become of no use ---------------------------------------------------------------------------- */

/* One after the other: each that has ended is not found again. */
static const char ENDED_SQL[] =
	"SELECT number FROM message WHERE authority = $1 AND application = $2 AND state IN ('waiting', 'failed')"
	" AND notice <> 'interview_off' ORDER BY number LIMIT 1";
static const char END_SQL[] =
	"UPDATE message SET state = 'cancelled', said = 'The application ended before it went.' WHERE authority = $1 AND number = $2";

bool
messages_end(struct store *store, const struct message_ending *ending, struct error *err)
{
	for (;;) {
		int64_t number = 0;
		struct rows *rows = store_query(store, ENDED_SQL, args(arg_text(ending->authority), arg_text(ending->application)), err);
		while (rows_next(rows))
			number = row_int(rows, 0);
		if (!rows_end(rows, err))
			return false;
		if (number == 0)
			return true;
		if (!store_run(store, END_SQL, args(arg_text(ending->authority), arg_int(number)), err)
		    || !tell(store, (struct told){ ending->authority, ending->actor, S("message.cancelled"), number, ending->at }, err))
			return false;
	}
}

/* ---- carrying -------------------------------------------------------------------------------------------- */

/* What is being sent past its moment is tried again; what waits, when its time has come. */
static const char DUE_SQL[] =
	COLUMNS " WHERE state IN ('waiting', 'sending') AND next_at <= $1 ORDER BY next_at, authority, number LIMIT 1";
static const char LATELY_SQL[] = "SELECT count(*) FROM message WHERE tried_at > $1";
static const char TAKE_SQL[] =
	"UPDATE message SET state = 'sending', tries = tries + 1, cut_short = $3, next_at = $4, tried_at = $5"
	" WHERE authority = $1 AND number = $2";
static const char CAME_SQL[] =
	"UPDATE message SET state = $3, next_at = $4, sent_at = $5, other_id = $6, said = $7"
	" WHERE authority = $1 AND number = $2";
static const char OURS_SQL[] =
	"SELECT count(*) FROM message WHERE authority = $1 AND number = $2 AND state = 'sending' AND tried_at = $3";

static bool
due_first(struct store *store, int64_t now, struct taken_message *taken, struct arena *perm, struct error *err)
{
	struct rows *rows = store_query(store, DUE_SQL, args(arg_int(now)), err);
	*taken = (struct taken_message){ 0 };
	while (rows_next(rows))
		*taken = (struct taken_message){ true, row_text(rows, 0, perm), row_message(rows, perm) };
	return rows_end(rows, err);
}

/* Whoever comes back after another took it has nothing to say, in the outbox or in the audit. */
static bool
came_inside(struct store *store, const struct taken_message *taken, const struct message_came *came, struct error *err)
{
	const struct message *m = &taken->message;
	static const Str actions[MESSAGE_STATES] = { [MESSAGE_SENT] = STR("message.sent"), [MESSAGE_FAILED] = STR("message.failed") };
	struct arg who = arg_text(taken->authority), which = arg_int(m->number);
	int ours;
	if (!store_count(store, OURS_SQL, args(who, which, arg_int(m->tried_at)), &ours, err))
		return false;
	return ours == 0 || (store_run(store, CAME_SQL, args(who, which, arg_text(message_states[came->state]), arg_int(came->next_at),
			arg_int(came->state == MESSAGE_SENT ? came->at : 0), arg_text(came->other_id), arg_text(came->said)), err)
		&& (actions[came->state].len == 0
		    || tell(store, (struct told){ taken->authority, m->made_by, actions[came->state], m->number, came->at }, err)));
}

bool
store_message_came(struct store *store, const struct taken_message *taken, const struct message_came *came, struct error *err)
{
	return store_begin_for(store, taken->authority, err) && store_end(store, came_inside(store, taken, came, err), err);
}

/* In the transaction: the row may have been taken by another program since it was found. */
static bool
take_inside(struct store *store, const struct message_turn *turn, struct taken_message *taken, struct arena *perm,
            struct error *err)
{
	int64_t number = taken->message.number, lately;
	struct message *m = &taken->message;
	if (!store_message(store, taken->authority, number, m, perm, err) ||
	    !store_number(store, LATELY_SQL, args(arg_int(turn->now - 60)), &lately, err))
		return false;
	bool due = (m->state == MESSAGE_WAITING || m->state == MESSAGE_SENDING) && m->next_at <= turn->now;
	taken->some = m->number > 0 && due && lately < turn->a_minute;
	if (!taken->some)
		return true;
	m->cut_short += m->state == MESSAGE_SENDING;
	m->tries++;
	m->tried_at = turn->now;
	return store_run(store, TAKE_SQL, args(arg_text(taken->authority), arg_int(number), arg_int(m->cut_short), arg_int(turn->until),
		arg_int(turn->now)), err);
}

bool
store_message_take(struct store *store, const struct message_turn *turn, struct taken_message *taken, struct arena *perm,
                   struct error *err)
{
	if (!due_first(store, turn->now, taken, perm, err))
		return false;
	if (!taken->some)
		return true;
	if (!store_begin_for(store, taken->authority, err) || !store_end(store, take_inside(store, turn, taken, perm, err), err))
		return false;
	if (!taken->some || taken->message.cut_short < 2)
		return true;
	taken->some = false;
	struct message_came came = { .state = MESSAGE_FAILED, .at = turn->now, .said = S(CUT_SHORT_SAID) };
	return store_message_came(store, taken, &came, err);
}

/* ---- going ------------------------------------------------------------------------------------------------- */

static const char LEAVE_SQL[] =
	"INSERT INTO message_gone (authority, number, notice, application, key, made_at, sent_at)"
	" SELECT authority, number, notice, application, key, made_at, sent_at FROM message WHERE authority = $1 AND candidate = $2";
static const char GO_SQL[] = "DELETE FROM message WHERE authority = $1 AND candidate = $2";
#define LEFT_COLUMNS "SELECT authority, number, notice, application, key, made_at, sent_at FROM message_gone"
static const char LEFT_SQL[] = LEFT_COLUMNS " WHERE authority = $1 AND number = $2 ORDER BY number";
static const char UNTIDY_SQL[] = LEFT_COLUMNS " WHERE key > '' ORDER BY key, authority, number LIMIT $1";
static const char TIDIED_SQL[] = "UPDATE message_gone SET key = '' WHERE authority = $1 AND number = $2";

bool
store_messages_go(struct store *store, Str authority, Str candidate, struct error *err)
{
	struct args of = args(arg_text(authority), arg_text(candidate));
	return store_run(store, LEAVE_SQL, of, err) && store_run(store, GO_SQL, of, err);
}

static struct message_left
row_left(struct rows *rows, struct arena *perm)
{
	return (struct message_left){ .authority = row_text(rows, 0, perm), .number = row_int(rows, 1), .notice = row_text(rows, 2, perm),
		.application = row_text(rows, 3, perm), .key = row_text(rows, 4, perm), .made_at = row_int(rows, 5), .sent_at = row_int(rows, 6) };
}

bool
store_message_left(struct store *store, Str authority, int64_t number, struct message_left *left, bool *some, struct arena *perm,
                   struct error *err)
{
	struct rows *rows = store_query(store, LEFT_SQL, args(arg_text(authority), arg_int(number)), err);
	*some = false;
	while (rows_next(rows)) {
		*left = row_left(rows, perm);
		*some = true;
	}
	return rows_end(rows, err);
}

bool
messages_untidy(struct store *store, int most, struct message_left **left, int *count, struct arena *perm, struct error *err)
{
	*left = new(perm, most, struct message_left);
	*count = 0;
	struct rows *rows = store_query(store, UNTIDY_SQL, args(arg_int(most)), err);
	while (rows_next(rows))
		if (*count < most)
			(*left)[(*count)++] = row_left(rows, perm);
	return rows_end(rows, err);
}

bool
message_tidied(struct store *store, const struct message_left *left, struct error *err)
{
	return store_begin_for(store, left->authority, err)
		&& store_end(store, store_run(store, TIDIED_SQL, args(arg_text(left->authority), arg_int(left->number)), err), err);
}

Str
message_letter_id(Str authority, const struct message *message, struct arena *perm)
{
	struct digits hash = hash_of(str_format(perm, "%.*s %lld %.*s", STR_ARG(authority), (long long)message->made_at,
		STR_ARG(message->key)));
	return str_format(perm, "%.*s.%lld.%.12s", STR_ARG(authority), (long long)message->number, hash.at);
}
