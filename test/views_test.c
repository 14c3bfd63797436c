/* views_test.c: what was asked of a list, kept by name: found again by whom it is for, and never more than
 * whoever looks may read. */
#include "served.h"

#include "store/audit.h"
#include "store/views.h"

static const char council_lines[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"unit U-000002 2015-01-01 open name=Care; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Zzeta; unit=U-000001; role=R-000001; fte=0.5; status=funded\n"
	"post P-000002 2015-01-01 open title=Zztheta; unit=U-000002; role=R-000001; fte=1; status=funded\n"
	"post P-000003 2025-01-01 open title=Zzalpha; unit=U-000001; role=R-000001; fte=0.8; status=frozen\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1971-07-07; email=zzann@example.org\n"
	"person N-000002 family_name=Zimmer; given_names=Bo; born=1972-08-08; email=zzbo@example.org\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=0.5; origin=3\n"
	"spell S-000002 2020-01-01 open person=N-000002; post=P-000002; basis=permanent; fte=1; origin=3\n";

/* ---- in the store ------------------------------------------------------------------------------ */

static struct kept_view
view_of(const char *owner, const char *name)
{
	return (struct kept_view){ .owner = str_of(owner), .type = S("post"), .name = str_of(name), .made_by = S("A-000001"),
		.made_at = NOW, .query = S("duty team"), .unit = S("U-000001"), .on = S("2025-01-31"), .show = S("all"),
		.sort = S("-fte"), .columns = S("title,fte") };
}

static enum view_kept
kept(struct store *store, const char *authority, const char *owner, const char *name, int64_t *made)
{
	struct error err = { "" };
	enum view_kept kept = VIEW_KEPT;
	struct kept_view one = view_of(owner, name);
	check(store_view_keep(store, str_of(authority), &one, &kept, &err));
	*made = one.number;
	return kept;
}

static void
a_view_comes_back_as_it_was_kept_to_its_owner_alone(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("views.db", perm));
	struct kept_view *views;
	int count;
	int64_t mine, theirs, shared, other;
	check_int(kept(store, "walsall", "A-000001", "Mine", &mine), VIEW_KEPT);
	check_int(kept(store, "walsall", "A-000002", "Mine", &theirs), VIEW_KEPT);
	check_int(kept(store, "walsall", "", "Mine", &shared), VIEW_KEPT);
	check_int(kept(store, "dudley", "", "Mine", &other), VIEW_KEPT);
	check_int(kept(store, "walsall", "A-000001", "Mine", &other), VIEW_NAME_TAKEN);
	check_int(kept(store, "walsall", "", "Mine", &other), VIEW_NAME_TAKEN);
	check(store_views(store, S("walsall"), S("A-000001"), &views, &count, perm, &err));
	check_int(count, 2);
	check_int(views[0].number, mine);
	check_int(views[1].number, shared);
	check_str(views[0].owner, S("A-000001"));
	check_str(views[0].made_by, S("A-000001"));
	check_str(views[0].query, S("duty team"));
	check_str(views[0].unit, S("U-000001"));
	check_str(views[0].on, S("2025-01-31"));
	check_str(views[0].show, S("all"));
	check_str(views[0].sort, S("-fte"));
	check_str(views[0].columns, S("title,fte"));
	enum view_kept renamed;
	check_int(kept(store, "walsall", "A-000001", "Another", &other), VIEW_KEPT);
	check(store_view_rename(store, S("walsall"), &views[0], S("Another"), &renamed, &err));
	check_int(renamed, VIEW_NAME_TAKEN);
	check(store_view_rename(store, S("walsall"), &views[0], S("Mine"), &renamed, &err));
	check_int(renamed, VIEW_KEPT);
	check(store_view_rename(store, S("walsall"), &views[0], S("A third"), &renamed, &err));
	check_int(renamed, VIEW_KEPT);
	check(store_view_forget(store, S("walsall"), other, &err));
	check(store_view_forget(store, S("walsall"), other, &err));
	check(store_views(store, S("walsall"), S("A-000001"), &views, &count, perm, &err));
	check_int(count, 2);
	check_str(views[0].name, S("A third"));
	check_str(str_of(err.text), S(""));
	store_close(store);
}

static void
two_hundred_views_are_enough_for_one(struct arena *perm)
{
	struct store *store = opened(fresh_path("many.db", perm));
	int64_t made;
	char name[32];
	for (int i = 0; i < VIEWS_MOST; i++) {
		snprintf(name, sizeof name, "View %d", i);
		check_int(kept(store, "walsall", "A-000001", name, &made), VIEW_KEPT);
	}
	check_int(kept(store, "walsall", "A-000001", "One more", &made), VIEW_ONE_TOO_MANY);
	check_int(kept(store, "walsall", "", "One more", &made), VIEW_KEPT);
	store_close(store);
}

/* ---- on the pages ------------------------------------------------------------------------------ */

static struct served
served(struct arena *perm)
{
	return served_of(council_lines, perm);
}

static bool
has(Str body, const char *words)
{
	return str_find(body, str_of(words)) >= 0;
}

static void
columns_are_chosen_among_those_one_may_read(struct arena *perm)
{
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm), analyst = somebody(&it, DUTY_ANALYST, perm);
	Str csv = page(&lead, "/authorities/walsall/posts.csv?columns=fte,status", 200, perm);
	check(has(csv, "ref,from,to,fte,status\r\n"));
	check(has(csv, "P-000001,2015-01-01,,0.5,funded"));
	check_str(page(&lead, "/authorities/walsall/posts.csv?columns.fte=yes&columns.status=yes", 200, perm), csv);
	Str body = page(&lead, "/authorities/walsall/posts?columns=fte,title", 200, perm);
	check(has(body, "sort=-fte") || has(body, "sort=fte"));
	check(!has(body, "sort=status") && has(body, "Choose columns"));
	check(has(body, "columns=fte%2Ctitle") || has(body, "columns=fte,title"));
	/* a column that is not there and one that is not theirs are the same: left out */
	Str all = page(&analyst, "/authorities/walsall/people.csv", 200, perm);
	check_str(page(&analyst, "/authorities/walsall/people.csv?columns=family_name", 200, perm), all);
	check_str(page(&analyst, "/authorities/walsall/people.csv?columns=nothing", 200, perm), all);
	check(!has(all, "Oddie") && !has(all, "family_name"));
	check(!has(page(&analyst, "/authorities/walsall/people?columns=email", 200, perm), "zzann"));
	site_close(it.site);
}

static void
a_view_is_kept_found_renamed_and_taken_away(struct arena *perm)
{
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm), manager = somebody(&it, DUTY_TEAM_MANAGER, perm);
	const char *views = "/authorities/walsall/views";
	struct reply reply = browser_post(&lead, views, S("name=Frozen+posts&type=posts&q=frozen&sort=-fte&columns=title,fte"), perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/authorities/walsall/posts?view=1"));
	Str csv = page(&lead, "/authorities/walsall/posts.csv?view=1", 200, perm);
	check_str(csv, page(&lead, "/authorities/walsall/posts.csv?q=frozen&sort=-fte&columns=title,fte", 200, perm));
	check(has(csv, "P-000003") && !has(csv, "P-000001"));
	check_str(page(&lead, "/authorities/walsall/posts.csv?view=frozen+POSTS", 200, perm), csv);
	/* what is asked besides counts */
	Str other = page(&lead, "/authorities/walsall/posts.csv?view=1&q=funded", 200, perm);
	check(has(other, "P-000001") && !has(other, "P-000003") && has(other, "ref,from,to,title,fte\r\n"));
	Str list = page(&lead, "/authorities/walsall/posts", 200, perm);
	check(has(list, "/authorities/walsall/posts?view=1") && has(list, "Frozen posts"));
	check(has(page(&lead, "/authorities/walsall/posts?view=1", 200, perm), "<strong>Frozen posts</strong>"));
	check(!has(page(&lead, "/authorities/walsall/people", 200, perm), "Frozen posts"));
	/* to others it is not there */
	check(!has(page(&manager, "/authorities/walsall/posts", 200, perm), "Frozen posts"));
	Str never = page(&manager, "/authorities/walsall/posts.json?view=77", 404, perm);
	check_str(page(&manager, "/authorities/walsall/posts.json?view=1", 404, perm), never);
	page(&manager, "/authorities/walsall/views/1", 404, perm);
	check_int(browser_post(&manager, "/authorities/walsall/views/1", S("do=remove"), perm).status, 404);
	/* once a name */
	check_int(browser_post(&lead, views, S("name=Frozen+posts&type=posts"), perm).status, 400);
	reply = browser_post(&lead, views, S("name=&type=posts&q=zzkeptword"), perm);
	check_int(reply.status, 400);
	check(has(reply.body, "Enter a name for the view") && has(reply.body, "zzkeptword"));
	check_int(browser_post(&lead, views, S("name=A&type=postss"), perm).status, 404);
	check_int(browser_post(&lead, views, S("name=A&type=posts&on=soon"), perm).status, 400);
	check_int(browser_post(&lead, views, S("name=A&type=posts&show=odd"), perm).status, 400);
	check_int(browser_post(&lead, "/authorities/walsall/views/1", S("do=odd"), perm).status, 400);
	check_int(browser_post(&lead, "/authorities/walsall/views/1", S("do=rename&name="), perm).status, 400);
	check_int(browser_post(&lead, "/authorities/walsall/views/1", S("do=rename&name=On+ice"), perm).status, 303);
	check(has(page(&lead, views, 200, perm), "On ice"));
	check_int(browser_post(&lead, "/authorities/walsall/views/1", S("do=remove"), perm).status, 303);
	check(!has(page(&lead, views, 200, perm), "On ice"));
	page(&lead, "/authorities/walsall/posts?view=1", 404, perm);
	site_close(it.site);
}

/* Without a day a view moves on; with one it stays. P-000003 began on 1 January 2025. */
static void
a_view_is_of_the_day_it_is_looked_at_or_of_its_own(struct arena *perm)
{
	struct served it = served(perm);
	struct browser lead = somebody(&it, DUTY_HR_LEAD, perm);
	browser_post(&lead, "/authorities/walsall/views", S("name=Now&type=posts"), perm);
	browser_post(&lead, "/authorities/walsall/views", S("name=Then&type=posts&on=30/9/2024"), perm);
	check(has(page(&lead, "/authorities/walsall/posts.csv?view=now", 200, perm), "P-000003"));
	Str then = page(&lead, "/authorities/walsall/posts.csv?view=then", 200, perm);
	check(has(then, "P-000001") && !has(then, "P-000003"));
	check(has(page(&lead, "/authorities/walsall/posts?view=then", 200, perm), "As at 30 September 2024"));
	check(has(page(&lead, "/authorities/walsall/posts.csv?view=then&on=2025-06-01", 200, perm), "P-000003"));
	lead.now = NOW + INT64_C(86400) * 30;
	check(has(page(&lead, "/authorities/walsall/posts?view=now", 200, perm), "As at 24 December 2025"));
	site_close(it.site);
}

static void
a_shared_view_shows_each_reader_no_more_than_they_may(struct arena *perm)
{
	struct served it = served(perm);
	struct browser officer = somebody(&it, DUTY_HR_OFFICER, perm), analyst = somebody(&it, DUTY_ANALYST, perm),
	               manager = somebody(&it, DUTY_TEAM_MANAGER, perm), lead = somebody(&it, DUTY_HR_LEAD, perm);
	const char *views = "/authorities/walsall/views";
	/* who may not write records of a type may not share a view of it */
	check_int(browser_post(&manager, views, S("name=Ours&type=posts&share=yes"), perm).status, 403);
	check_int(browser_post(&manager, views, S("name=Ours&type=posts"), perm).status, 303);
	check_int(browser_post(&officer, views, S("name=By+name&type=people&share=yes&sort=-family_name&columns=family_name,email"),
		perm).status, 303);
	Str open = page(&officer, "/authorities/walsall/people.csv?view=By+name", 200, perm);
	check(has(open, "ref,family_name,email\r\nN-000002,Zimmer,zzbo@example.org"));
	/* neither a name nor its order: as without the view */
	Str shut = page(&analyst, "/authorities/walsall/people.csv?view=By+name", 200, perm);
	check_str(shut, page(&analyst, "/authorities/walsall/people.csv", 200, perm));
	check(!has(shut, "Zimmer") && !has(shut, "example.org"));
	check(has(page(&analyst, "/authorities/walsall/people", 200, perm), "By name (the council"));
	check(!has(page(&manager, "/authorities/walsall/people.csv?view=By+name", 200, perm), "Zimmer"));
	/* who may write may change what somebody else shared, and the audit knows; who may only read may not */
	Str seen = page(&analyst, "/authorities/walsall/views/2", 200, perm);
	check(!has(seen, "Take this view away"));
	check_int(browser_post(&analyst, "/authorities/walsall/views/2", S("do=remove"), perm).status, 403);
	check_int(browser_post(&lead, "/authorities/walsall/views/2", S("do=rename&name=People"), perm).status, 303);
	check(has(page(&officer, views, 200, perm), "People"));
	struct error err = { "" };
	struct store *store = store_open(it.path, &err);
	struct entry *entries;
	int count = 0, told = 0;
	check(audit_entries(store, &(struct audit_filter){ .authority = S("walsall") }, &entries, &count, perm, &err));
	for (int i = 0; i < count; i++)
		told += str_begins(entries[i].action, S("view.")) && str_equal(entries[i].object, S("view 2 of people"));
	check_int(told, 2);
	store_close(store);
	/* of a kind that is not among one's duties there is not even the name */
	check_int(browser_post(&lead, views, S("name=Zzleave&type=absences&share=yes"), perm).status, 303);
	struct browser learning = somebody(&it, DUTY_SYSADMIN, perm);
	struct reply none = browse(&learning, views, perm);
	check(!has(none.body, "Zzleave"));
	site_close(it.site);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(a_view_comes_back_as_it_was_kept_to_its_owner_alone);
	run_on_both(two_hundred_views_are_enough_for_one);
	run(columns_are_chosen_among_those_one_may_read);
	run(a_view_is_kept_found_renamed_and_taken_away);
	run(a_view_is_of_the_day_it_is_looked_at_or_of_its_own);
	run(a_shared_view_shows_each_reader_no_more_than_they_may);
	stores_end();
	return tests_end();
}
