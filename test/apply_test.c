/* apply_test.c: drafts of applications in the store, and what comes of several who send at the same moment. */
#include "stores.h"
#include "applying.h"

#include <pthread.h>

#include "base/secret.h"
#include "store/drafts.h"
#include "store/keeping.h"

#define DAY INT64_C(86400)

static Str
hash_text(const char *text, struct arena *perm)
{
	struct digits hash = hash_of(str_of(text));
	return str_copy(digits_str(&hash), perm);
}

static struct draft
draft_begun(struct store *store, const char *browser, const char *code, int64_t removed_at, struct arena *perm)
{
	struct error err = { "" };
	struct draft draft = { .authority = S("walsall"), .round = S("RN-000001"), .removed_at = removed_at };
	check(drafts_begin(store, &err) && draft_add(store, &draft, 1000, &err));
	check(draft_lock_add(store, draft.number, (struct draft_lock){ DRAFT_BROWSER, hash_text(browser, perm) }, &err));
	check(draft_lock_add(store, draft.number, (struct draft_lock){ DRAFT_CODE, hash_text(code, perm) }, &err));
	check(store_commit(store, &err));
	return draft;
}

static int64_t
opens_draft(struct store *store, enum draft_key kind, const char *text, int64_t now, struct arena *perm)
{
	struct error err = { "" };
	struct draft draft = { 0 };
	bool found = false;
	check(draft_open(store, (struct draft_lock){ kind, hash_text(text, perm) }, now, &draft, &found, perm, &err));
	return found ? draft.number : 0;
}

/* Twelve characters of 32 are 60 bits; what people write for them is the same code. */
static void
a_code_is_read_as_people_write_it(struct arena *perm)
{
	static const struct { const char *typed, *code; } cases[] = {
		{ "ABCD-EFGH-JKMN", "ABCDEFGHJKMN" }, { " abcd efgh jkmn ", "ABCDEFGHJKMN" }, { "OIL0-1111-0000", "011011110000" },
		{ "ABCD-EFGH-JKM", "" }, { "ABCD-EFGH-JKMNP", "" }, { "ABCD-EFGH-JKMU", "" }, { "", "" }, { "ABCD_EFGH_JKMN", "" },
		{ "\xc3\xa9" "BCDEFGHJKMN", "" },
	};
	for (int i = 0; i < countof(cases); i++)
		check_str(apply_code_read(str_of(cases[i].typed), perm), str_of(cases[i].code));
	check_str(apply_form_token(S("a"), perm), apply_form_token(S("a"), perm));
	check(!str_equal(apply_form_token(S("a"), perm), apply_form_token(S("b"), perm)));
}

/* 30 days after a change, or 7 after the closing day, the day itself included. Day 20000 is 4 October 2024. */
static void
a_draft_goes_on_the_earlier_of_two_days(struct arena *perm)
{
	(void)perm;
	int64_t now = 20000 * DAY + 3600;
	struct draft_days days = { 30, 7 };
	check_int(draft_end(now, (Date){ 0 }, days), now + 30 * DAY);
	check_int(draft_end(now, (Date){ 20001 }, days), 20009 * DAY);         /* the midnight that ends the seventh day after */
	check_int(draft_end(now, (Date){ 20100 }, days), now + 30 * DAY);
	days = (struct draft_days){ 60, 0 };
	check_int(draft_end(now, (Date){ 0 }, days), now + 60 * DAY);
	check_int(draft_end(now, (Date){ 20001 }, days), 20002 * DAY);           /* the midnight that ends the closing day */
}

static void
a_key_opens_its_own_draft_as_what_it_is_and_until_its_day(struct arena *perm)
{
	struct store *store = opened(fresh_path("keys", perm));
	struct error err = { "" };
	struct draft a = draft_begun(store, "browser a", "code a", 5000, perm), b = draft_begun(store, "browser b", "code b", 9000, perm);
	check(a.number != b.number);
	check_int(opens_draft(store, DRAFT_BROWSER, "browser a", 1000, perm), a.number);
	check_int(opens_draft(store, DRAFT_CODE, "code b", 1000, perm), b.number);
	check_int(opens_draft(store, DRAFT_BROWSER, "code a", 1000, perm), 0);           /* a code is no cookie */
	check_int(opens_draft(store, DRAFT_CODE, "browser a", 1000, perm), 0);
	check_int(opens_draft(store, DRAFT_BROWSER, "browser a", 5000, perm), 0);        /* past its day, though it is there */
	check(drafts_begin(store, &err) && draft_lock_add(store, b.number, (struct draft_lock){ DRAFT_CODE, hash_text("code c", perm) }, &err)
	      && draft_lock_add(store, b.number, (struct draft_lock){ DRAFT_BROWSER, hash_text("browser c", perm) }, &err)
	      && store_commit(store, &err));
	check_int(opens_draft(store, DRAFT_CODE, "code b", 1000, perm), 0);
	check_int(opens_draft(store, DRAFT_CODE, "code c", 1000, perm), b.number);
	check_int(opens_draft(store, DRAFT_BROWSER, "browser b", 1000, perm), b.number); /* browsers add up */
	check_int(opens_draft(store, DRAFT_BROWSER, "browser c", 1000, perm), b.number);
	check_int(number(store, "SELECT count(*) FROM application_draft_key WHERE hash LIKE '%code%' OR hash LIKE '%browser%'"), 0);
	check(drafts_begin(store, &err) && drafts_remove_old(store, 5000, &err) && store_commit(store, &err));
	check_int(number(store, "SELECT count(*) FROM application_draft"), 1);
	check_int(number(store, "SELECT count(*) FROM application_draft_key"), 3);
	store_close(store);
}

static bool
saves(struct store *store, int64_t draft, int64_t now, const char *name, const char *value)
{
	struct error err = { "" };
	struct draft_text text = { str_of(name), str_of(value) };
	enum draft_saved saved = DRAFT_OVER;
	check(store_begin(store, &err) && draft_save(store, &(struct draft_saving){ draft, now, now + 100, 3 },
	      &(struct draft_texts){ &text, 1 }, &saved, &err) && store_commit(store, &err));
	return saved == DRAFT_SAVED;
}

static void
what_is_typed_is_kept_beside_the_rest_and_three_times_an_hour_where_that_is_the_bound(struct arena *perm)
{
	struct store *store = opened(fresh_path("typed", perm));
	struct error err = { "" };
	struct draft_texts texts;
	struct draft a = draft_begun(store, "browser a", "code a", 5000, perm);
	check(saves(store, a.number, 7200, "email", "a@example.org") && saves(store, a.number, 7300, "gaps", "none\nat all \xe2\x80\x93 '; --"));
	check(saves(store, a.number, 10799, "email", "b@example.org") && !saves(store, a.number, 10799, "email", "c@example.org"));
	check(saves(store, a.number, 10800, "phone", "1"));              /* the next hour */
	check(draft_texts_read(store, a.number, &texts, perm, &err));
	check_int(texts.count, 3);
	check_str(draft_text_of(&texts, S("email")), S("b@example.org"));
	check_str(draft_text_of(&texts, S("gaps")), S("none\nat all \xe2\x80\x93 '; --"));
	check_str(draft_text_of(&texts, S("nothing")), S(""));
	check_int(number(store, "SELECT removed_at FROM application_draft"), 10900);
	store_close(store);
}

static struct draft_whole
read_whole(struct store *store, const char *browser, struct arena *perm)
{
	struct error err = { "" };
	struct draft_whole whole;
	check(draft_read(store, (struct draft_lock){ DRAFT_BROWSER, hash_text(browser, perm) }, 1000, &whole, perm, &err));
	return whole;
}

static void
a_draft_is_sent_once_and_emptied(struct arena *perm)
{
	struct store *store = opened(fresh_path("sent", perm));
	struct error err = { "" };
	int open = 0;
	struct draft a = draft_begun(store, "browser a", "code a", 5000, perm);
	check(saves(store, a.number, 1000, "email", "a@example.org"));
	check(drafts_open(store, S("walsall"), 1000, &open, &err));
	check_int(open, 1);
	struct draft_whole whole = read_whole(store, "browser a", perm);
	check_int(whole.texts.count, 1);
	check(drafts_begin(store, &err) && draft_sent(store, &whole.draft, &(struct draft_sending){ S("AP-000001"), 2000, 2000 + 365 * DAY }, &err) && store_commit(store, &err));
	check(drafts_begin(store, &err) && !draft_sent(store, &whole.draft, &(struct draft_sending){ S("AP-000002"), 2000, 2000 + 365 * DAY }, &err));
	store_rollback(store);
	check_str(str_of(err.text), S("this application was sent already"));
	check_int(number(store, "SELECT count(*) FROM application_draft_text"), 0);
	check_int(number(store, "SELECT count(*) FROM application_draft WHERE application = 'AP-000001'"), 1);
	check_int(number(store, "SELECT removed_at FROM application_draft"), 2000 + 365 * DAY);
	check(drafts_open(store, S("walsall"), 1000, &open, &err));
	check_int(open, 0);
	store_close(store);
}

/* Two tabs: one saves while the other sends what it read before. What was told to be kept is sent too, or it is not sent. */
static void
what_was_saved_since_it_was_read_is_not_left_behind_by_sending(struct arena *perm)
{
	struct store *store = opened(fresh_path("tabs", perm));
	struct error err = { "" };
	struct draft a = draft_begun(store, "browser a", "code a", 50000, perm);
	check(saves(store, a.number, 3599, "email", "a@example.org"));
	struct draft_whole before = read_whole(store, "browser a", perm);
	check(before.found && before.texts.count == 1);
	check(saves(store, a.number, 3600, "email", "b@example.org"));          /* the first of the next hour */
	check(drafts_begin(store, &err) && !draft_sent(store, &before.draft, &(struct draft_sending){ S("AP-000001"), 4000, 4000 + 365 * DAY }, &err));
	store_rollback(store);
	check_str(str_of(err.text), S("something was saved in this application at this moment"));
	struct draft_whole now = read_whole(store, "browser a", perm);
	check_str(draft_text_of(&now.texts, S("email")), S("b@example.org"));
	check(drafts_begin(store, &err) && draft_sent(store, &now.draft, &(struct draft_sending){ S("AP-000001"), 4000, 4000 + 365 * DAY }, &err) && store_commit(store, &err));
	store_close(store);
}

/* The other way about: the save comes after the send. Nothing typed stays behind in a draft that is over, its day is not moved,
 * and what was sent is not removed. */
static void
what_is_saved_after_it_was_sent_is_not_kept(struct arena *perm)
{
	struct store *store = opened(fresh_path("after", perm));
	struct error err = { "" };
	struct draft a = draft_begun(store, "browser a", "code a", 5000, perm);
	check(saves(store, a.number, 1000, "email", "a@example.org"));
	struct draft_whole whole = read_whole(store, "browser a", perm);
	check(drafts_begin(store, &err) && draft_sent(store, &whole.draft, &(struct draft_sending){ S("AP-000001"), 2000, 2000 + 365 * DAY }, &err) && store_commit(store, &err));
	check(!saves(store, a.number, 2000, "email", "b@example.org"));
	check_int(number(store, "SELECT count(*) FROM application_draft_text"), 0);
	check_int(number(store, "SELECT removed_at FROM application_draft"), 2000 + 365 * DAY);
	check(drafts_begin(store, &err) && !draft_remove(store, a.number, &err));
	store_rollback(store);
	check_int(number(store, "SELECT count(*) FROM application_draft"), 1);
	check(!saves(store, 99, 2000, "email", "b@example.org"));              /* one that was removed a moment ago */
	store_close(store);
}

/* A run of retention takes away what nobody came back for. */
static void
what_is_past_its_day_goes_with_a_run_of_retention(struct arena *perm)
{
	struct store *store = opened(fresh_path("old", perm));
	struct error err = { "" };
	int64_t counts[MACHINE_KINDS];
	struct keep_machine keep = { .now = 6000 };
	struct draft a = draft_begun(store, "browser a", "code a", 5000, perm);
	draft_begun(store, "browser b", "code b", 7000, perm);
	check(saves(store, a.number, 1000, "email", "a@example.org"));
	meddle_with_open(store, "UPDATE application_draft SET removed_at = 5000 WHERE number = 1");
	check(keep_machine_counts(store, &keep, counts, &err));
	check_int(counts[MACHINE_DRAFTS], 1);
	check(keep_machine_ran(store, &keep, S(""), (Date){ 1 }, (struct by){ S("test"), 6000 }, perm, &err));
	check_int(number(store, "SELECT count(*) FROM application_draft"), 1);
	check_int(number(store, "SELECT count(*) FROM application_draft_text"), 0);
	check_int(number(store, "SELECT count(*) FROM application_draft_key"), 2);
	store_close(store);
}

/* ---- at the same moment ----------------------------------------------------------------------------- */

enum { SENDERS = 4 };
struct sender { struct applicant who; pthread_t thread; int status; struct arena room; char *begin; };

static void *
send_now(void *what)
{
	struct sender *sender = what;
	sender->status = sends(&sender->who, "/apply/send", "true=yes", &sender->room).status;
	return NULL;
}

static struct site *
site_on(Str path, struct arena *perm)
{
	struct error err = { "" };
	struct site *site = new(perm, 1, struct site);
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, path, perm, &err));
	walls_put(path, council_of(applying_council, perm), perm);
	check(site_open(site, path, S(""), &err));
	site->port = ASKING_PORT;
	return site;
}

static void
all_send(struct sender *senders)
{
	for (int i = 0; i < SENDERS; i++) {
		senders[i].room = arena_reserve((ptrdiff_t)256 << 20);
		senders[i].begin = senders[i].room.next;
		check_int(pthread_create(&senders[i].thread, NULL, send_now, &senders[i]), 0);
	}
	for (int i = 0; i < SENDERS; i++) {
		pthread_join(senders[i].thread, NULL);
		check_int(senders[i].status, 303);
		arena_release(&senders[i].room, senders[i].begin);
	}
}

static void
who_presses_send_four_times_at_once_has_one_application(struct arena *perm)
{
	Str path = fresh_path("at_once", perm);
	struct site *site = site_on(path, perm);
	struct sender senders[SENDERS] = { 0 };
	struct applicant a = somebody_applies(site);
	begins(&a, "RN-000001", perm);
	fills_in(&a, JO, perm);
	for (int i = 0; i < SENDERS; i++)
		senders[i].who = a;
	all_send(senders);
	check_int(asked_of_store(path, "SELECT count(*) FROM application"), 2);
	check_int(asked_of_store(path, "SELECT count(*) FROM candidate"), 2);
	check_int(asked_of_store(path, "SELECT count(*) FROM candidate_equality"), 1);
	site_close(site);
}

static void
four_who_send_at_once_have_an_application_each(struct arena *perm)
{
	Str path = fresh_path("four", perm);
	struct site *site = site_on(path, perm);
	struct sender senders[SENDERS] = { 0 };
	for (int i = 0; i < SENDERS; i++) {
		struct applicant a = somebody_applies(site);
		begins(&a, "RN-000001", perm);
		fills_in(&a, str_c(str_format(perm, "given_names=Jo&family_name=Park%d&email=jo%d@example.org", i, i), perm), perm);
		senders[i].who = a;
	}
	all_send(senders);
	check_int(asked_of_store(path, "SELECT count(*) FROM application"), 1 + SENDERS);
	check_int(asked_of_store(path, "SELECT count(DISTINCT ref) FROM candidate"), 1 + SENDERS);
	check_int(asked_of_store(path, "SELECT count(*) FROM application_draft WHERE application <> ''"), SENDERS);
	site_close(site);
}

int
main(void)
{
	if (!stores_begin())
		return 3;
	run(a_code_is_read_as_people_write_it);
	run(a_draft_goes_on_the_earlier_of_two_days);
	run_on_both(a_key_opens_its_own_draft_as_what_it_is_and_until_its_day);
	run_on_both(what_is_typed_is_kept_beside_the_rest_and_three_times_an_hour_where_that_is_the_bound);
	run_on_both(a_draft_is_sent_once_and_emptied);
	run_on_both(what_was_saved_since_it_was_read_is_not_left_behind_by_sending);
	run_on_both(what_is_saved_after_it_was_sent_is_not_kept);
	run_on_both(what_is_past_its_day_goes_with_a_run_of_retention);
	run_on_both(who_presses_send_four_times_at_once_has_one_application);
	run_on_both(four_who_send_at_once_have_an_application_each);
	check(stores_end());
	return tests_end();
}
