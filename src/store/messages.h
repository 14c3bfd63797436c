/* messages.h: the outbox: what is written to candidates and referees, until it has gone, and what came of it.
 *
 * A message is one row from the moment somebody sends it. It is written in the transaction of the step or check that
 * causes it, where it is caused by one, so that neither is there without the other. Its key says what it is about
 * ("interview ST-000012 2"): a second one of the same key is not written.
 *
 * Whoever carries messages (app/outbox.h) takes one, which is a write: it is being sent from then on, until a moment.
 * Should the program end before it noted what came of it, nobody knows whether it went; after that moment it is tried
 * once more, and says so. Ended a second time, it stays with a person. So it goes twice at most, and only so.
 *
 * Addresses and words are the candidate's own data: they go when the candidate does (store_messages_go, which every
 * removal of a candidate calls), and the audit tells of messages by number alone. What is left is that a message of a
 * kind was written and sent, and when; its number is not given again. Its letter, where there is one in a folder, goes
 * as soon as whoever carries messages looks (messages_untidy).
 */
#ifndef STORE_MESSAGES_H
#define STORE_MESSAGES_H

#include "store/store.h"

enum message_state { MESSAGE_WAITING, MESSAGE_SENDING, MESSAGE_SENT, MESSAGE_FAILED, MESSAGE_CANCELLED, MESSAGE_STATES };
extern const Str message_states[MESSAGE_STATES];         /* "waiting" */

struct message {
	int64_t number;
	Str  key, notice, candidate, application;
	Str  address, name, subject, words, places, notify_id, calendar, method;
	Str  made_by;
	enum message_state state;
	int  tries, cut_short;
	int64_t made_at, next_at, tried_at, sent_at;
	Str  other_id, said;
};

/* Writes it as it is (a new one waits from when it was made) in the open transaction, with its entry in the audit;
 * gives its number, or that of the one with its key. */
struct message_added { int64_t number; bool already; };
bool message_add(struct store *store, Str authority, const struct message *message, struct message_added *added, struct error *err);
/* The same in a transaction of its own. */
bool store_message_add(struct store *store, Str authority, const struct message *message, struct message_added *added, struct error *err);

/* How many of a notice were written to an address since a moment, small letters or capitals; in the open transaction. */
struct message_count { Str address, notice; int64_t since; };
bool message_count_to(struct store *store, Str authority, const struct message_count *asked, int *count, struct error *err);

/* Those that failed first, then those that wait, then what was sent, newest first; at most `most`. `candidate` empty:
 * all. */
bool store_messages(struct store *store, Str authority, Str candidate, int most, struct message **messages, int *count,
                    struct arena *perm, struct error *err);
/* One; number 0 when there is none. */
bool store_message(struct store *store, Str authority, int64_t number, struct message *message, struct arena *perm, struct error *err);
/* How many there are in each state. */
bool store_message_counts(struct store *store, Str authority, int counts[MESSAGE_STATES], struct error *err);

/* Not to go, of one that waits or failed; to go again, of one that failed or was cancelled. False in `*done` when it
 * is in no such state. */
struct message_wish { int64_t number; bool again; Str actor; int64_t at; };
bool store_message_change(struct store *store, Str authority, const struct message_wish *wish, bool *done, struct error *err);

/* In the open transaction: an application has ended. What waits or failed about it is not to go, but for what says that an
 * interview does not take place. */
struct message_ending { Str authority, application, actor; int64_t at; };
bool messages_end(struct store *store, const struct message_ending *ending, struct error *err);

/* ---- carrying -------------------------------------------------------------------------------------------- */

/* Takes the one whose time has come first, of any council, when fewer than `a_minute` were tried in the last one. It
 * is being sent until `until`. `some` false: there is none. */
struct message_turn { int64_t now, until; int a_minute; };
struct taken_message { bool some; Str authority; struct message message; };
bool store_message_take(struct store *store, const struct message_turn *turn, struct taken_message *taken, struct arena *perm,
                        struct error *err);
/* What came of it. A state of MESSAGE_WAITING has `next_at`. */
struct message_came { enum message_state state; int64_t at, next_at; Str other_id, said; };
bool store_message_came(struct store *store, const struct taken_message *taken, const struct message_came *came, struct error *err);

/* ---- going ------------------------------------------------------------------------------------------------- */

/* Takes away all about a candidate, in the open transaction. */
bool store_messages_go(struct store *store, Str authority, Str candidate, struct error *err);

/* What is left of one that has gone. */
struct message_left { Str authority, notice, application, key; int64_t number, made_at, sent_at; };
/* `*some` false: there is none. */
bool store_message_left(struct store *store, Str authority, int64_t number, struct message_left *left, bool *some, struct arena *perm,
                        struct error *err);
/* Those whose letters were not looked for yet, of any council: at most `most`. */
bool messages_untidy(struct store *store, int most, struct message_left **left, int *count, struct arena *perm, struct error *err);
bool message_tidied(struct store *store, const struct message_left *left, struct error *err);

/* The name of its letter: the same for each try of one message, and no other's. */
Str message_letter_id(Str authority, const struct message *message, struct arena *perm);

#endif
