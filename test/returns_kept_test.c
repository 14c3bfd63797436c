/* returns_kept_test.c: returns as they were sent are kept whole, version by version, until their term is over. */
#include "stores.h"

#include "store/audit.h"
#include "store/returns.h"

#define SENT INT64_C(1761000000)         /* 20 October 2025 */

static struct kept_return
census_of(int year, const char *sha, const char *why, Date sent_on)
{
	return (struct kept_return){ .kind = S("census"), .year = year, .file = S("CSWW_335_2025.xml"), .sha256 = str_of(sha),
		.actor = S("A-000001"), .sent_on = sent_on, .kept_at = SENT, .why = str_of(why), .errors = 0, .queries = 12,
		.workers = 243 };
}

#define HASH(c) c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c c
static const struct return_content first = { STR("<Message/>\n\0\xff"), STR("severity,code\r\n"), STR("D024,two posts\r\n") };

static struct return_given
kept(struct store *store, const struct kept_return *one, struct arena *perm)
{
	struct error err = { "" };
	struct return_given given;
	check(store_return_keep(store, S("walsall"), one, &first, &given, *perm, &err));
	return given;
}

static void
what_was_sent_comes_back_to_the_byte_with_who_and_when(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("sent.db", perm));
	struct kept_return one = census_of(2025, HASH("a"), "", date_of(2025, 10, 20)), back = { .kind = S("census"), .year = 2025 };
	struct return_content content = { 0 };
	check_int(kept(store, &one, perm).version, 1);
	check(store_return(store, S("walsall"), &back, perm, &err) && back.version == 1 && back.file_there);
	check_str(back.actor, S("A-000001"));
	check_int(back.sent_on.day, date_of(2025, 10, 20).day);
	check_int(back.workers, 243);
	check(store_return_content(store, S("walsall"), &back, &content, perm, &err));
	check_str(content.bytes, first.bytes);
	check_str(content.findings, first.findings);
	check_str(content.notes, first.notes);
	struct kept_return elsewhere = { .kind = S("census"), .year = 2025 };
	check(store_return(store, S("dudley"), &elsewhere, perm, &err) && elsewhere.version == 0);
	store_close(store);
}

static void
a_correction_is_a_later_version_and_the_same_file_is_kept_once(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("versions.db", perm));
	struct kept_return one = census_of(2025, HASH("a"), "", date_of(2025, 10, 20)),
		two = census_of(2025, HASH("b"), "two start dates", date_of(2025, 11, 3));
	struct kept_return *all;
	struct entry *entries;
	int count;
	check_int(kept(store, &one, perm).version, 1);
	struct return_given again = kept(store, &one, perm);
	check(again.already && again.version == 1);
	struct return_given second = kept(store, &two, perm);
	check(!second.already && second.version == 2);
	check(store_returns(store, S("walsall"), S("census"), &all, &count, perm, &err) && count == 2);
	check_int(all[0].version, 2);
	check_str(all[0].why, S("two start dates"));
	check_str(all[1].sha256, one.sha256);
	struct audit_filter filter = { .action = S("return.sent") };
	check(audit_entries(store, &filter, &entries, &count, perm, &err) && count == 2);
	store_close(store);
}

static void
the_file_goes_after_its_term_and_that_it_was_sent_stays(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("term.db", perm));
	struct kept_return old = census_of(2018, HASH("c"), "", date_of(2018, 10, 30)),
		new_one = census_of(2025, HASH("a"), "", date_of(2025, 10, 20)), back = { .kind = S("census"), .year = 2018 };
	struct return_content content;
	int count;
	kept(store, &old, perm);
	kept(store, &new_one, perm);
	check(store_returns_old(store, S("walsall"), date_of(2018, 10, 30), &count, &err) && count == 0);
	check(store_returns_old(store, S("walsall"), date_of(2018, 10, 31), &count, &err) && count == 1);
	check(store_begin_for(store, S("walsall"), &err) && store_returns_go(store, S("walsall"), date_of(2018, 10, 31), &err) &&
	      store_commit(store, &err));
	check(store_return(store, S("walsall"), &back, perm, &err) && back.version == 1 && !back.file_there);
	check(!store_return_content(store, S("walsall"), &back, &content, perm, &err));
	back = (struct kept_return){ .kind = S("census"), .year = 2025 };
	check(store_return(store, S("walsall"), &back, perm, &err) && back.file_there);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(what_was_sent_comes_back_to_the_byte_with_who_and_when);
	run_on_both(a_correction_is_a_later_version_and_the_same_file_is_kept_once);
	run_on_both(the_file_goes_after_its_term_and_that_it_was_sent_stays);
	stores_end();
	return tests_end();
}
