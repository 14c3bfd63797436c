/* outbox_store_test.c: the outbox as a table, on both engines: taken by one, in their time, no more in a minute than may; the audit tells by number. */
#include "stores.h"

#include "store/audit.h"
#include "store/messages.h"

static struct message
message_of(const char *key, const char *candidate, int64_t at)
{
	return (struct message){ .key = str_of(key), .notice = S("received"), .candidate = str_of(candidate), .application = S("AP-000001"),
		.address = S("bo@example.org"), .name = S("Bo O'Reed"), .subject = S("Caf\u00e9"), .words = S("Dear Bo\n\n'quoted'; --\n"),
		.places = S("name=Bo\n"), .made_by = S("A-000001"), .made_at = at };
}

static int64_t
put(struct store *store, const char *area, const char *key, const char *candidate, int64_t at)
{
	struct error err = { 0 };
	struct message message = message_of(key, candidate, at);
	struct message_added added = { 0 };
	check(store_message_add(store, str_of(area), &message, &added, &err));
	return added.number;
}

static struct taken_message
taken_at(struct store *store, int64_t now, int a_minute, struct arena *perm)
{
	struct error err = { 0 };
	struct taken_message taken;
	check(store_message_take(store, &(struct message_turn){ now, now + 300, a_minute }, &taken, perm, &err));
	return taken;
}

static void
a_message_comes_back_as_it_was_written(struct arena *perm)
{
	struct error err = { 0 };
	struct store *store = opened(fresh_path("one.db", perm));
	struct message back;
	check_int(put(store, "walsall", "a", "CN-1", 100), 1);
	check(store_message(store, S("walsall"), 1, &back, perm, &err));
	check_str(back.words, S("Dear Bo\n\n'quoted'; --\n"));
	check_str(back.subject, S("Caf\u00e9"));
	check_int(back.state, MESSAGE_WAITING);
	check_int(back.next_at, 100);
	check(store_message(store, S("dudley"), 1, &back, perm, &err) && back.number == 0);
	check(store_message(store, S("walsall"), 2, &back, perm, &err) && back.number == 0);
	store_close(store);
}

static void
each_is_taken_by_one_in_its_time(struct arena *perm)
{
	struct store *store = opened(fresh_path("two.db", perm));
	put(store, "walsall", "late", "CN-1", 200);
	put(store, "dudley", "early", "CN-1", 100);
	check(!taken_at(store, 99, 10, perm).some);
	struct taken_message first = taken_at(store, 250, 10, perm), second = taken_at(store, 250, 10, perm);
	check_str(first.authority, S("dudley"));
	check_str(second.authority, S("walsall"));
	check(!taken_at(store, 250, 10, perm).some);
	check(!taken_at(store, 549, 10, perm).some);
	check_int(taken_at(store, 550, 10, perm).message.cut_short, 1);
	store_close(store);
}

static void
what_came_of_it_is_noted_for_the_try_it_came_of(struct arena *perm)
{
	struct error err = { 0 };
	struct store *store = opened(fresh_path("three.db", perm));
	struct message back;
	put(store, "walsall", "a", "CN-1", 100);
	struct taken_message first = taken_at(store, 100, 10, perm), again = taken_at(store, 400, 10, perm);
	check(again.some);
	/* whoever was slow comes back after another took it: theirs does not count */
	check(store_message_came(store, &first, &(struct message_came){ .state = MESSAGE_FAILED, .at = 401, .said = S("no") }, &err));
	check(store_message(store, S("walsall"), 1, &back, perm, &err) && back.state == MESSAGE_SENDING);
	check(store_message_came(store, &first, &(struct message_came){ .state = MESSAGE_SENT, .at = 401 }, &err));
	check_int(number(store, "SELECT count(*) FROM audit_entry WHERE action = 'message.failed' OR action = 'message.sent'"), 0);
	check(store_message_came(store, &again, &(struct message_came){ .state = MESSAGE_SENT, .at = 402, .other_id = S("x"), .said = S("yes") }, &err));
	check(store_message(store, S("walsall"), 1, &back, perm, &err) && back.state == MESSAGE_SENT && back.sent_at == 402);
	check_int(number(store, "SELECT count(*) FROM audit_entry WHERE action = 'message.sent'"), 1);
	store_close(store);
}

static void
lists_begin_with_what_failed(struct arena *perm)
{
	static const enum message_state states[] = { MESSAGE_SENT, MESSAGE_WAITING, MESSAGE_FAILED, MESSAGE_CANCELLED };
	struct error err = { 0 };
	struct store *store = opened(fresh_path("four.db", perm));
	struct message *all;
	int count, counts[MESSAGE_STATES];
	for (int i = 0; i < countof(states); i++) {
		struct message message = message_of((const char *[]){ "a", "b", "c", "d" }[i], i ? "CN-1" : "CN-2", 100);
		struct message_added added;
		message.state = states[i];
		message.sent_at = states[i] == MESSAGE_SENT ? 150 : 0;
		check(store_message_add(store, S("walsall"), &message, &added, &err));
	}
	check(store_messages(store, S("walsall"), S(""), 10, &all, &count, perm, &err) && count == 4);
	check_int(all[0].state, MESSAGE_FAILED);
	check_int(all[1].state, MESSAGE_WAITING);
	check(store_messages(store, S("walsall"), S("CN-2"), 10, &all, &count, perm, &err) && count == 1);
	check(store_messages(store, S("walsall"), S(""), 2, &all, &count, perm, &err) && count == 2);
	check(store_message_counts(store, S("walsall"), counts, &err) && counts[MESSAGE_SENT] == 1 && counts[MESSAGE_SENDING] == 0);
	store_close(store);
}

static void
the_audit_tells_of_messages_by_number(struct arena *perm)
{
	struct error err = { 0 };
	struct store *store = opened(fresh_path("five.db", perm));
	struct entry *entries;
	int count;
	bool done;
	put(store, "walsall", "a", "CN-1", 100);
	check(store_message_change(store, S("walsall"), &(struct message_wish){ 1, false, S("A-000002"), 101 }, &done, &err) && done);
	check(store_message_change(store, S("walsall"), &(struct message_wish){ 1, true, S("A-000002"), 102 }, &done, &err) && done);
	struct taken_message taken = taken_at(store, 103, 10, perm);
	check(store_message_came(store, &taken, &(struct message_came){ .state = MESSAGE_SENT, .at = 104 }, &err));
	check(audit_entries(store, &(struct audit_filter){ .authority = S("walsall"), .action = S("message.") }, &entries, &count, perm, &err));
	check_int(count, 4);
	for (int i = 0; i < count; i++) {
		check_str(entries[i].object, S("message 1"));
		check_str(entries[i].payload, S(""));
	}
	check_str(entries[0].action, S("message.sent"));
	check_str(entries[2].actor, S("A-000002"));
	store_close(store);
}

static void
what_is_of_a_candidate_goes_whole(struct arena *perm)
{
	struct error err = { 0 };
	struct store *store = opened(fresh_path("six.db", perm));
	int counts[MESSAGE_STATES];
	put(store, "walsall", "a", "CN-1", 100);
	put(store, "walsall", "b", "CN-2", 100);
	put(store, "dudley", "a", "CN-1", 100);
	check(store_begin_for(store, S("walsall"), &err) && store_end(store, store_messages_go(store, S("walsall"), S("CN-1"), &err), &err));
	check(store_message_counts(store, S("walsall"), counts, &err) && counts[MESSAGE_WAITING] == 1);
	check(store_message_counts(store, S("dudley"), counts, &err) && counts[MESSAGE_WAITING] == 1);
	store_close(store);
}

/* However many: more than anybody would write about one application. Another council's of the same number stay. */
static void
all_that_waits_about_what_has_ended_does_not_go(struct arena *perm)
{
	struct error err = { 0 };
	struct store *store = opened(fresh_path("seven.db", perm));
	const struct message_ending ending = { S("walsall"), S("AP-000001"), S("A-000001"), 200 };
	int counts[MESSAGE_STATES];
	for (int i = 0; i < 70; i++)
		put(store, "walsall", str_c(str_format(perm, "key %d", i), perm), "CN-1", 100);
	put(store, "dudley", "a", "CN-1", 100);
	check(store_begin_for(store, ending.authority, &err) && store_end(store, messages_end(store, &ending, &err), &err));
	check(store_message_counts(store, S("walsall"), counts, &err) && counts[MESSAGE_WAITING] == 0 && counts[MESSAGE_CANCELLED] == 70);
	check(store_message_counts(store, S("dudley"), counts, &err) && counts[MESSAGE_WAITING] == 1);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(a_message_comes_back_as_it_was_written);
	run_on_both(each_is_taken_by_one_in_its_time);
	run_on_both(what_came_of_it_is_noted_for_the_try_it_came_of);
	run_on_both(lists_begin_with_what_failed);
	run_on_both(the_audit_tells_of_messages_by_number);
	run_on_both(what_is_of_a_candidate_goes_whole);
	run_on_both(all_that_waits_about_what_has_ended_does_not_go);
	stores_end();
	return tests_end();
}
