/* start_test.c: where the start page leads whoever comes to it. */
#include "asking.h"
#include "councils.h"

#include "app/demonstration.h"
#include "store/records.h"

#define NOW INT64_C(1764000000)          /* 24 November 2025 */

static char folder[] = "/dev/shm/mainstay-start-XXXXXX";

struct begun { Str path; struct site *site; };

static struct begun
begun(struct arena *perm)
{
	static int number;
	struct error err = { "" };
	struct begun it = { str_format(perm, "%s/%d.db", folder, ++number), new(perm, 1, struct site) };
	check(site_open(it.site, it.path, S(""), &err));
	it.site->port = ASKING_PORT;
	return it;
}

static void
begun_end(struct begun *it, struct arena *perm)
{
	site_close(it->site);
	unlink(str_c(it->path, perm));
}

static void
make_up(struct begun *it, struct arena *perm)
{
	struct world_room *room = world_hold(it->site);
	struct demonstration wish = { .area = S("walsall"), .seed = 1, .actor = S("test"), .now = NOW };
	check_int(demonstrate(&room->world, &wish, perm).outcome, DONE);
	world_drop(it->site, room);
}

/* One unit, of a council that is no demonstration. */
static void
put_real(struct begun *it, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	struct council *council = council_of("unit U-000001 2015-01-01 open name=Duty; kind=team\n", perm);
	struct record record = council->of[TYPE_UNIT].at[0];
	struct store *store = store_open(it->path, &err);
	struct deed deed = { .authority = S("dudley"), .actor = S("test"), .what = S("edit"), .object = S("all"), .at = NOW };
	int64_t seq;
	record.version = 0;
	changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[TYPE_UNIT], .after = record });
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	store_close(store);
}

/* A page as nobody sees it. */
static Str
page(struct begun *it, const char *target, struct arena *perm)
{
	struct browser nobody = { .site = it->site, .now = NOW };
	struct reply reply = browse(&nobody, target, perm);
	check_int(reply.status, 200);
	return reply.body;
}

static bool
has(Str body, const char *words)
{
	return str_find(body, str_of(words)) >= 0;
}

static const char offer[] = "Look round a council of made-up people";

static void
a_demonstration_is_offered_while_all_here_is_made_up(struct arena *perm)
{
	struct begun it = begun(perm);
	check(!has(page(&it, "/", perm), offer));
	check(!has(page(&it, "/authorities/walsall/scorecard", perm), offer));
	make_up(&it, perm);
	Str start = page(&it, "/", perm);
	check(has(start, offer) && has(start, "href=\"/sign-in\""));
	check(str_find(start, str_of(offer)) < str_find(start, S("role=\"search\"")));
	check(!has(start, "Your places"));
	Str card = page(&it, "/authorities/walsall/scorecard", perm);
	check(has(card, offer) && has(card, "/sign-in?next=/authorities/walsall/establishment"));
	check(!has(page(&it, "/authorities/dudley/scorecard", perm), offer));
	check(!has(page(&it, "/authorities/west-midlands/scorecard", perm), offer));
	/* it is not part of the figures that are taken away */
	check(!has(page(&it, "/authorities/walsall/scorecard.json", perm), offer));
	put_real(&it, perm);
	check(!has(page(&it, "/", perm), offer));
	check(!has(page(&it, "/authorities/walsall/scorecard", perm), offer));
	begun_end(&it, perm);
}

/* Goes in as the first of the made-up people of whom the sign-in page says this. */
static struct browser
gone_in(struct begun *it, enum duty duty, struct arena *perm)
{
	struct html words = html_new(perm);
	html_text(&words, duty_rows[duty].does);
	struct browser one = { .site = it->site, .now = NOW };
	Str body = browse(&one, "/sign-in", perm).body;
	Str before = str_upto(body, str_find(body, html_str(&words)));
	Str ref = { 0 };
	for (ptrdiff_t at = str_find(before, S("value=\"A-")); at >= 0; at = str_find(before, S("value=\"A-"))) {
		before = str_from(before, at + 7);
		ref = str_upto(before, 8);
	}
	struct reply reply = browser_post(&one, "/sign-in", str_format(perm, "next=/&persona=%.*s", STR_ARG(ref)), perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/"));
	return one;
}

/* The page offers nobody any more, and who sends its form all the same gets nowhere. */
static void
beside_a_real_council_nobody_made_up_comes_in_whatever_is_sent(struct arena *perm)
{
	struct begun it = begun(perm);
	make_up(&it, perm);
	struct browser one = { .site = it.site, .now = NOW };
	Str body = browse(&one, "/sign-in", perm).body;
	Str ref = str_upto(str_from(body, str_find(body, S("value=\"A-")) + 7), 8);
	Str sent = str_format(perm, "next=/&persona=%.*s", STR_ARG(ref));
	put_real(&it, perm);
	struct reply reply = browser_post(&one, "/sign-in", sent, perm);
	check_int(reply.status, 404);
	check_int(one.session.len, 0);
	check_int(browse(&one, "/account", perm).status, 303);
	begun_end(&it, perm);
}

static void
whoever_is_signed_in_finds_first_what_their_duties_open(struct arena *perm)
{
	struct begun it = begun(perm);
	make_up(&it, perm);
	struct browser lead = gone_in(&it, DUTY_HR_LEAD, perm);
	Str start = browse(&lead, "/", perm).body;
	check(!has(start, offer));
	check(str_find(start, S("Your places")) > 0);
	check(str_find(start, S("/authorities/walsall/establishment")) < str_find(start, S("role=\"search\"")));
	check(has(start, "/authorities/walsall/loads") && has(start, "/authorities/walsall/changes"));
	/* in groups, first the one that the duty is mostly about: here, and in the menu of every page of the council */
	check(str_find(start, S("Recruitment and pipelines:")) < str_find(start, S("How we stand:")));
	Str page = browse(&lead, "/authorities/walsall/people", perm).body;
	ptrdiff_t hiring = str_find(page, S(">Recruitment and pipelines</span>")), people = str_find(page, S(">People and posts</span>"));
	check(hiring > 0 && hiring < people && people < str_find(page, S(">Lists, returns and settings</span>")));
	check(str_find(str_from(page, people), S("authorities/walsall/people\" aria-current=\"true\"")) > 0);
	struct browser manager = gone_in(&it, DUTY_TEAM_MANAGER, perm);
	page = browse(&manager, "/authorities/walsall/posts", perm).body;
	check(str_find(page, S(">People and posts</span>")) < str_find(page, S(">How we stand</span>")));
	check(has(browse(&manager, "/", perm).body, "/authorities/walsall/recruitment/scoring"));        /* a panel names them */
	struct browser worker = gone_in(&it, DUTY_WORKER, perm);
	start = browse(&worker, "/", perm).body;
	check(!has(start, "Lists, returns and settings") && !has(start, "/authorities/walsall/recruitment/scoring"));
	check(has(start, "Your own record"));
	check(!has(start, "/authorities/walsall/loads") && !has(start, "/authorities/walsall/changes"));
	/* every place that is offered opens */
	for (ptrdiff_t at = str_find(start, S("href=\"/authorities/walsall/")); at >= 0;
	     at = str_find(start, S("href=\"/authorities/walsall/"))) {
		Str rest = str_from(start, at + 6);
		Str href = str_cut(&rest, '"');
		struct arena scratch = *perm;
		check_int(browse(&worker, str_c(href, &scratch), &scratch).status, 200);
		start = rest;
	}
	struct browser keeper = gone_in(&it, DUTY_SYSADMIN, perm);
	check(has(browse(&keeper, "/", perm).body, "href=\"/accounts\""));
	begun_end(&it, perm);
}

int
main(void)
{
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	run(a_demonstration_is_offered_while_all_here_is_made_up);
	run(beside_a_real_council_nobody_made_up_comes_in_whatever_is_sent);
	run(whoever_is_signed_in_finds_first_what_their_duties_open);
	rmdir(folder);
	return tests_end();
}
