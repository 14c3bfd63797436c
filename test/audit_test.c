/* audit_test.c: who did what can be added to and read, and no hand in the database, however rightful,
 * changes it unseen. Abuse case 24: edit, delete, reorder, insert, cut, build anew, put back.
 */
#include "stores.h"

#include <sys/wait.h>

#include "base/secret.h"
#include "store/audit.h"

/* ---- a chain to try things on ---------------------------------------------------------------- */

enum { NOON = 1790000000 };                      /* 21 September 2026 */

static struct entry
made_entry(int number, struct arena *perm)
{
	return (struct entry){ .at = NOON + number, .actor = number % 2 ? S("A-000001") : S("A-000002"),
		.action = number % 3 ? S("record.edit") : S("read.contact"),
		.authority = number % 5 ? S("walsall") : S("leeds"),
		.object = str_format(perm, "post P-%06d", number), .payload = str_format(perm, "why %d", number) };
}

static void
add_entries(struct store *store, int first, int last, struct arena *perm)
{
	struct error err = { "" };
	int64_t seq = 0;
	check(store_begin(store, &err));
	for (int i = first; i <= last; i++) {
		struct entry entry = made_entry(i, perm);
		check(audit_add(store, &entry, &seq, &err));
		check_int(seq, i);
	}
	check(store_commit(store, &err));
}

static struct audit_verdict
verdict_of(struct store *store, Str kept, struct arena *perm)
{
	struct error err = { "" };
	struct audit_verdict verdict = { 0 };
	check(audit_verify(store, kept, &verdict, perm, &err));
	return verdict;
}

static Str
head_of(struct store *store, struct arena *perm)
{
	struct error err = { "" };
	struct audit_head head;
	check(audit_head(store, &head, perm, &err));
	return head.hash;
}

/* A store with a chain of 40, closed. */
static Str
store_of_forty(Str *head, struct arena *perm)
{
	Str path = fresh_path("audit.db", perm);
	struct store *store = opened(path);
	add_entries(store, 1, 40, perm);
	*head = head_of(store, perm);
	store_close(store);
	return path;
}

/* What somebody with every right on the database does first. */
static void
disarm(Str path, struct arena *perm)
{
	meddle(path, on_postgres
		? "ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_payload DISABLE TRIGGER USER"
		: "DROP TRIGGER audit_entry_is_added; DROP TRIGGER audit_entry_stays;"
		  "DROP TRIGGER audit_entry_is_kept; DROP TRIGGER audit_payload_is_added;"
		  "DROP TRIGGER audit_payload_is_kept", perm);
}

/* ---- the chain ------------------------------------------------------------------------------- */

static void
an_empty_chain_is_sound(struct arena *perm)
{
	struct store *store = opened(fresh_path("audit.db", perm));
	struct audit_verdict verdict = verdict_of(store, S(""), perm);
	check(verdict.sound);
	check_int(verdict.entries, 0);
	check_str(verdict.says, S("ok, 0 entries, head none"));
	check_str(head_of(store, perm), S(""));
	store_close(store);
}

static void
entries_are_numbered_and_the_chain_verifies(struct arena *perm)
{
	struct store *store = opened(fresh_path("audit.db", perm));
	add_entries(store, 1, 12, perm);
	struct audit_verdict verdict = verdict_of(store, S(""), perm);
	check(verdict.sound);
	check_int(verdict.entries, 12);
	check_int(verdict.erased, 0);
	check_str(verdict.head, head_of(store, perm));
	check_str(verdict.says, str_format(perm, "ok, 12 entries, head %.*s", STR_ARG(verdict.head)));
	store_close(store);
}

/* By hand, with another program: printf '64:000...,1:1,10:1790000001,8:A-000001,11:record.edit,
 * 7:walsall,13:post P-000001,64:(the commitment),' | b2sum -l 256. The parts are put together here
 * as the header says, and hashed whole. */
static void
an_entry_hashes_as_the_header_says(struct arena *perm)
{
	Str path = fresh_path("audit.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	add_entries(store, 1, 1, perm);
	struct rows *rows = store_query(store, "SELECT p.salt, e.commitment, e.hash FROM audit_entry AS e"
		" JOIN audit_payload AS p ON p.seq = e.seq ORDER BY e.seq", (struct args){ 0 }, &err);
	check(rows_next(rows));
	Str salt = row_text(rows, 0, perm), commitment = row_text(rows, 1, perm);
	Str hash = row_text(rows, 2, perm);
	check(!rows_next(rows) && rows_end(rows, &err));
	struct digits by_hand = hash_of(str_format(perm, "32:%.*s,5:why 1,", STR_ARG(salt)));
	check_str(commitment, digits_str(&by_hand));
	by_hand = hash_of(str_format(perm, "64:%064d,1:1,10:1790000001,8:A-000001,11:record.edit,7:walsall,"
		"13:post P-000001,64:%.*s,", 0, STR_ARG(commitment)));
	check_str(hash, digits_str(&by_hand));
	store_close(store);
}

/* printf abc | b2sum -l 256, and the vector of FIPS 180-2 for SHA-256. */
static void
fingerprints_are_those_of_other_programs(struct arena *perm)
{
	(void)perm;
	struct digits blake = hash_of(S("abc")), sha = sha256_of(S("abc"));
	check_str(digits_str(&blake), S("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
	check_str(digits_str(&sha), S("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

static void
an_entry_of_a_transaction_that_is_rolled_back_was_never_there(struct arena *perm)
{
	struct store *store = opened(fresh_path("audit.db", perm));
	struct error err = { "" };
	int64_t seq;
	add_entries(store, 1, 3, perm);
	struct entry entry = made_entry(4, perm);
	check(store_begin(store, &err) && audit_add(store, &entry, &seq, &err));
	store_rollback(store);
	check(verdict_of(store, S(""), perm).sound);
	check_int(number(store, "SELECT count(*) FROM audit_entry"), 3);
	check(audit_note(store, &entry, &err));
	check_int(number(store, "SELECT max(seq) FROM audit_entry"), 4);
	check(verdict_of(store, S(""), perm).sound);
	store_close(store);
}

static void
entries_are_found_by_what_is_asked(struct arena *perm)
{
	struct store *store = opened(fresh_path("audit.db", perm));
	add_entries(store, 1, 30, perm);
	/* Of 1 to 30: every fifth is of Leeds, odd ones by A-000001, every third a reading. */
	static const struct { struct audit_filter filter; int count; int64_t newest; } asks[] = {
		{ { .most = 7 }, 7, 30 },
		{ { .authority = STR("leeds") }, 6, 30 },
		{ { .actor = STR("A-000001") }, 15, 29 },
		{ { .action = STR("read.contact") }, 10, 30 },
		{ { .action = STR("read.") }, 10, 30 },
		{ { .action = STR("read") }, 0, 0 },
		{ { .object = STR("post P-000017") }, 1, 17 },
		{ { .authority = STR("leeds"), .actor = STR("A-000001"), .before_seq = 25 }, 2, 15 },
		{ { .first = { 20717 }, .last = { 20717 } }, 30, 30 },      /* NOON's day */
		{ { .first = { 20718 } }, 0, 0 },
		{ { .last = { 20716 } }, 0, 0 },
	};
	for (ptrdiff_t i = 0; i < countof(asks); i++) {
		struct error err = { "" };
		struct entry *entries;
		int count = -1;
		check(audit_entries(store, &asks[i].filter, &entries, &count, perm, &err));
		check_int(count, asks[i].count);
		check(count <= 0 || entries[0].seq == asks[i].newest);
		for (int e = 1; e < count; e++)
			check(entries[e].seq < entries[e - 1].seq);
	}
	store_close(store);
}

static void
an_entry_reads_as_it_was_written(struct arena *perm)
{
	struct store *store = opened(fresh_path("audit.db", perm));
	struct error err = { "" };
	struct entry *entries, odd = { .at = -5, .actor = S("command line"), .action = S("export"),
		.authority = S(""), .object = S("o,1:'\"\u00f6\n"), .payload = S("5:hello,\t\u2014") };
	int count;
	check(audit_note(store, &odd, &err));
	check(audit_entries(store, &(struct audit_filter){ 0 }, &entries, &count, perm, &err));
	check_int(count, 1);
	check_int(entries[0].at, -5);
	check_str(entries[0].actor, odd.actor);
	check_str(entries[0].action, odd.action);
	check_str(entries[0].authority, odd.authority);
	check_str(entries[0].object, odd.object);
	check_str(entries[0].payload, odd.payload);
	check(!entries[0].erased);
	check_str(entries[0].hash, head_of(store, perm));
	check(verdict_of(store, S(""), perm).sound);
	store_close(store);
}

/* ---- erasing --------------------------------------------------------------------------------- */

static void
erased_payloads_are_gone_and_the_chain_still_verifies(struct arena *perm)
{
	Str head, path = store_of_forty(&head, perm);
	struct store *store = opened(path);
	struct error err = { "" };
	struct entry *entries;
	int count;
	check(store_begin(store, &err));
	check(audit_erase(store, &(struct audit_erasure){ 3, 9, S("A-000009"), NOON }, &err));
	check(store_commit(store, &err));
	struct audit_verdict verdict = verdict_of(store, head, perm);
	check(verdict.sound);
	check_int(verdict.erased, 7);
	check_int(verdict.entries, 41);
	check_int(verdict.kept_at, 40);
	check(audit_entries(store, &(struct audit_filter){ .before_seq = 11 }, &entries, &count, perm, &err));
	check_int(count, 10);
	for (int i = 0; i < count; i++) {
		bool gone = entries[i].seq >= 3 && entries[i].seq <= 9;
		check(entries[i].erased == gone && (entries[i].payload.len == 0) == gone);
		check(entries[i].actor.len > 0);
	}
	/* The erasure names what and who. */
	check(audit_entries(store, &(struct audit_filter){ .action = S("audit.erase") }, &entries, &count,
	                    perm, &err));
	check_int(count, 1);
	check_str(entries[0].object, S("3-9"));
	check_str(entries[0].actor, S("A-000009"));
	store_close(store);
}

static void
a_payload_that_goes_without_an_entry_is_missed(struct arena *perm)
{
	Str head, path = store_of_forty(&head, perm);
	meddle(path, "DELETE FROM audit_payload WHERE seq = 17", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	check_int(verdict_of(store, S(""), perm).broken_at, 17);
	/* An erasure covers what came before it, and only what it names. */
	check(store_begin(store, &err));
	check(audit_erase(store, &(struct audit_erasure){ 18, INT64_MAX, S("A-000009"), NOON }, &err));
	check(store_commit(store, &err));
	check_int(verdict_of(store, S(""), perm).broken_at, 17);
	check_int(number(store, "SELECT count(*) FROM audit_payload WHERE seq = 41"), 1);
	store_close(store);
}

/* ---- abuse case 24 --------------------------------------------------------------------------- */

static void
the_database_itself_refuses_to_change_an_entry(struct arena *perm)
{
	static const char *const tries[] = {
		"UPDATE audit_entry SET actor = 'A-000009' WHERE seq = 5",
		"DELETE FROM audit_entry WHERE seq = 40",
		"UPDATE audit_payload SET payload = 'other' WHERE seq = 5",
		"INSERT INTO audit_payload (seq, salt, payload)"
		" SELECT 39, salt, payload FROM audit_payload WHERE seq = 40",
		"INSERT INTO audit_entry (seq, at, actor, action, authority, object, commitment, hash)"
		" SELECT 42, at, actor, action, authority, object, commitment, hash FROM audit_entry"
		" WHERE seq = 40",
	};
	Str head, path = store_of_forty(&head, perm);
	struct store *store = opened(path);
	for (ptrdiff_t i = 0; i < countof(tries) + (on_postgres ? 1 : 0); i++) {
		struct error err = { "" };
		const char *sql = i < countof(tries) ? tries[i] : "TRUNCATE audit_payload";
		check(store_begin(store, &err));
		check(!store_run(store, sql, (struct args){ 0 }, &err) || !store_commit(store, &err));
		check(strstr(err.text, "audit") != NULL);
		store_rollback(store);
	}
	check(verdict_of(store, head, perm).sound);
	store_close(store);
	if (on_postgres)
		return;
	/* REPLACE deletes without asking the triggers of DELETE. */
	store = opened(path);
	struct error err = { "" };
	check(store_begin(store, &err));
	check(!store_run(store, "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 7",
	                 (struct args){ 0 }, &err));
	store_rollback(store);
	store_close(store);
}

static void
whoever_gets_round_that_is_seen(struct arena *perm)
{
	static const struct { const char *sql; int64_t at; } abuses[] = {
		{ "UPDATE audit_entry SET actor = 'A-000009' WHERE seq = 12", 12 },
		{ "UPDATE audit_entry SET at = at + 1 WHERE seq = 1", 1 },
		{ "UPDATE audit_payload SET payload = 'other' WHERE seq = 13", 13 },
		{ "UPDATE audit_payload SET salt = '00000000000000000000000000000000'"
		  " WHERE seq = 13", 13 },
		{ "DELETE FROM audit_payload WHERE seq = 14; DELETE FROM audit_entry WHERE seq = 14",
		  14 },
		{ "DELETE FROM audit_payload WHERE seq = 1; DELETE FROM audit_entry WHERE seq = 1",
		  1 },
		{ "DELETE FROM audit_payload WHERE seq IN (20, 21);"
		  "UPDATE audit_entry SET seq = 99 WHERE seq = 20; UPDATE audit_entry SET seq = 20 WHERE seq = 21;"
		  "UPDATE audit_entry SET seq = 21 WHERE seq = 99", 20 },
		{ "INSERT INTO audit_entry SELECT 41, at, actor, action, authority, object,"
		  " commitment, hash FROM audit_entry WHERE seq = 40;"
		  "INSERT INTO audit_payload SELECT 41, salt, payload FROM audit_payload WHERE seq = 40", 41 },
		{ "DELETE FROM audit_payload WHERE seq > 25;"
		  "UPDATE audit_entry SET seq = seq + 100 WHERE seq > 25;"
		  "UPDATE audit_entry SET seq = seq - 99 WHERE seq > 100;"
		  "INSERT INTO audit_entry SELECT 26, at, actor, action, authority, object, commitment, hash"
		  " FROM audit_entry WHERE seq = 25", 26 },
	};
	for (ptrdiff_t i = 0; i < countof(abuses); i++) {
		Str head, path = store_of_forty(&head, perm);
		disarm(path, perm);
		meddle(path, abuses[i].sql, perm);
		struct store *store = opened(path);
		struct audit_verdict verdict = verdict_of(store, S(""), perm);
		check(!verdict.sound);
		check_int(verdict.broken_at, abuses[i].at);
		check(str_begins(verdict.says, str_format(perm, "BROKEN at %lld: ", (long long)abuses[i].at)));
		store_close(store);
	}
}

/* Only a head that was kept outside tells. */
static void
only_sound_without_the_head(Str path, Str head, int64_t entries, struct arena *perm)
{
	struct store *store = opened(path);
	struct audit_verdict alone = verdict_of(store, S(""), perm), held = verdict_of(store, head, perm);
	check(alone.sound);
	check_int(alone.entries, entries);
	check(!held.sound && held.broken_at == 0 && held.kept_at == 0);
	check(str_begins(held.says, str_format(perm, "head mismatch, expected %.*s", STR_ARG(head))));
	store_close(store);
}

static void
a_cut_end_is_seen_by_a_head_kept_outside(struct arena *perm)
{
	Str head, path = store_of_forty(&head, perm);
	disarm(path, perm);
	meddle(path, "DELETE FROM audit_payload WHERE seq > 30; DELETE FROM audit_entry WHERE seq > 30", perm);
	only_sound_without_the_head(path, head, 30, perm);
}

static void
a_chain_built_anew_is_seen_by_a_head_kept_outside(struct arena *perm)
{
	Str head, path = store_of_forty(&head, perm);
	disarm(path, perm);
	meddle(path, "DELETE FROM audit_payload; DELETE FROM audit_entry", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	for (int i = 1; i <= 40; i++) {
		struct entry entry = made_entry(i, perm);
		entry.actor = i == 12 ? S("A-000009") : entry.actor;
		check(audit_note(store, &entry, &err));
	}
	store_close(store);
	only_sound_without_the_head(path, head, 40, perm);
}

/* An older copy put back: what the store was at 25 entries, when the head was taken at 40. */
static void
an_older_database_put_back_is_seen_by_a_head_kept_outside(struct arena *perm)
{
	Str path = fresh_path("audit.db", perm);
	struct store *store = opened(path);
	add_entries(store, 1, 25, perm);
	Str then = head_of(store, perm);
	store_close(store);
	if (on_postgres)
		meddle(path, "CREATE TABLE old_entry AS TABLE audit_entry;"
		       "CREATE TABLE old_payload AS TABLE audit_payload", perm);
	else
		check_int(system(str_c(str_format(perm, "cp %.*s %.*s.old", STR_ARG(path), STR_ARG(path)), perm)), 0);
	store = opened(path);
	add_entries(store, 26, 40, perm);
	Str now = head_of(store, perm);
	check_int(verdict_of(store, then, perm).kept_at, 25);
	check_int(verdict_of(store, now, perm).kept_at, 40);
	store_close(store);
	if (on_postgres) {
		disarm(path, perm);
		meddle(path, "TRUNCATE audit_payload, audit_entry;"
		       "INSERT INTO audit_entry SELECT * FROM old_entry;"
		       "INSERT INTO audit_payload SELECT * FROM old_payload", perm);
	} else {
		check_int(system(str_c(str_format(perm, "cp %.*s.old %.*s", STR_ARG(path), STR_ARG(path)), perm)), 0);
	}
	only_sound_without_the_head(path, now, 25, perm);
	store = opened(path);
	check(verdict_of(store, then, perm).sound);
	store_close(store);
}

/* ---- many entries, many writers -------------------------------------------------------------- */

static void
a_chain_longer_than_one_reading_is_walked_to_its_end(struct arena *perm)
{
	enum { MANY = 12000 };
	Str path = fresh_path("audit.db", perm);
	struct store *store = opened(path);
	add_entries(store, 1, MANY, perm);
	struct audit_verdict verdict = verdict_of(store, S(""), perm);
	check(verdict.sound);
	check_int(verdict.entries, MANY);
	store_close(store);
	disarm(path, perm);
	meddle(path, "UPDATE audit_entry SET object = 'post P-1' WHERE seq = 11999", perm);
	store = opened(path);
	check_int(verdict_of(store, S(""), perm).broken_at, 11999);
	store_close(store);
}

/* In a process of its own; each transaction is of another authority, so only the chain makes it wait. */
static void
write_entries(Str path, int writer, int count, struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	int64_t seq;
	bool well = store != NULL;
	for (int i = 0; well && i < count; i++) {
		struct arena scratch = *perm;
		struct entry entry = made_entry(writer * 1000 + i, &scratch);
		well = store_begin_for(store, str_format(&scratch, "council-%d", writer), &err)
			&& audit_add(store, &entry, &seq, &err) && audit_add(store, &entry, &seq, &err)
			&& store_commit(store, &err);
	}
	if (!well)
		fprintf(stderr, "writer %d: %s\n", writer, err.text);
	store_close(store);
	_exit(well ? 0 : 1);
}

static void
writers_at_once_make_one_chain(struct arena *perm)
{
	enum { WRITERS = 3, EACH = 40 };
	Str path = fresh_path("audit.db", perm);
	pid_t children[WRITERS];
	store_close(opened(path));
	fflush(stdout);
	for (int w = 0; w < WRITERS; w++)
		if ((children[w] = fork()) == 0)
			write_entries(path, w, EACH, perm);
	for (int w = 0; w < WRITERS; w++) {
		int status = -1;
		check(waitpid(children[w], &status, 0) == children[w] && status == 0);
	}
	struct store *store = opened(path);
	struct audit_verdict verdict = verdict_of(store, S(""), perm);
	check(verdict.sound);
	check_int(verdict.entries, WRITERS * EACH * 2);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(fingerprints_are_those_of_other_programs);
	run_on_both(an_empty_chain_is_sound);
	run_on_both(entries_are_numbered_and_the_chain_verifies);
	run_on_both(an_entry_hashes_as_the_header_says);
	run_on_both(an_entry_of_a_transaction_that_is_rolled_back_was_never_there);
	run_on_both(entries_are_found_by_what_is_asked);
	run_on_both(an_entry_reads_as_it_was_written);
	run_on_both(erased_payloads_are_gone_and_the_chain_still_verifies);
	run_on_both(a_payload_that_goes_without_an_entry_is_missed);
	run_on_both(the_database_itself_refuses_to_change_an_entry);
	run_on_both(whoever_gets_round_that_is_seen);
	run_on_both(a_cut_end_is_seen_by_a_head_kept_outside);
	run_on_both(a_chain_built_anew_is_seen_by_a_head_kept_outside);
	run_on_both(an_older_database_put_back_is_seen_by_a_head_kept_outside);
	run_on_both(a_chain_longer_than_one_reading_is_walked_to_its_end);
	run_on_both(writers_at_once_make_one_chain);
	check(stores_end());
	return tests_end();
}
