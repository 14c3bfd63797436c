/* privacy_test.c: people see what is kept of them and who looked, have it put right, and what they say
 * of themselves for equality monitoring is nowhere else but in totals that single nobody out.
 */
#include "asking.h"
#include "councils.h"
#include "signed_in.h"
#include "stores.h"

#include "app/subject.h"
#include "store/audit.h"
#include "store/records.h"
#include "store/views.h"
#include "workforce/equality.h"

static const Str walsall = STR("walsall");

/* Two people in a team, and one in another. What is said of equality has a word found nowhere else. */
static const char LINES[] =
	"unit U-000001 2015-01-01 open name=Children's services; kind=authority\n"
	"unit U-000002 2015-01-01 open name=Duty team; kind=team; parent=U-000001\n"
	"unit U-000003 2015-01-01 open name=Care team; kind=team; parent=U-000001\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000002; role=R-000001; fte=1; status=funded\n"
	"post P-000002 2015-01-01 open title=Social worker; unit=U-000003; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann; born=1980-03-05; payroll=7001; email=ann@example.org\n"
	"person N-000002 family_name=Quillfeather; given_names=Bramwell; born=1975-01-02; payroll=7002\n"
	"spell S-000001 2016-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1\n"
	"spell S-000002 2016-01-01 open person=N-000002; post=P-000002; basis=permanent; fte=1\n"
	"registration G-000001 2016-01-01 open person=N-000001; number=SW12345\n"
	"equality Q-000001 person=N-000001; ethnicity=APKN; religion=canaryfaith\n"
	"equality Q-000002 person=N-000002; ethnicity=WBRI; religion=canaryfaith\n";

enum { NOW = 1795773600 /* 2026-11-27 10:00 UTC */ };

struct office { Str path; struct site *site; };

static void
put_council(struct store *store, const struct council *council, const char *reason, struct arena *perm)
{
	struct changes changes = changes_new(perm);
	struct error err = { "" };
	int64_t seq;
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record after = council->of[t].at[i];
			after.id = 0;
			changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[t], .after = after });
		}
	struct deed deed = { .authority = walsall, .actor = S("A-000099"), .what = S("edit"), .object = S("people"),
	                     .reason = str_of(reason), .at = NOW - 86400 };
	check(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err) == STORED);
	if (err.text[0])
		printf("%s\n", err.text);
}

static struct office
office_of(const struct council *council, const char *name, struct arena *perm)
{
	struct office office = { fresh_path(name, perm), new(perm, 1, struct site) };
	struct error err = { "" };
	struct store *store = opened(office.path);
	put_council(store, council, "moved as Bramwell Quillfeather asked; Ann agreed", perm);
	store_close(store);
	check(site_open(office.site, office.path, S(""), &err));
	office.site->port = ASKING_PORT;
	return office;
}

static struct office
small_office(const char *name, struct arena *perm)
{
	return office_of(council_of(LINES, perm), name, perm);
}

static struct browser
browser_of(const struct office *office, const struct visitor *visitor)
{
	return (struct browser){ .site = office->site, .now = NOW, .session = visitor->secret, .token = visitor->token };
}

static struct browser
somebody(const struct office *office, enum duty duty, struct arena *perm)
{
	struct visitor visitor = signed_in_as(office->path, duty, walsall, perm);
	return browser_of(office, &visitor);
}

/* A worker who is that person. */
static struct browser
worker(const struct office *office, Str person, struct arena *perm)
{
	struct visitor visitor = signed_in_as(office->path, DUTY_WORKER, walsall, perm);
	struct error err = { "" };
	struct store *store = opened(office->path);
	visitor.account.person = person;
	visitor.account.authority_of_person = walsall;
	check(accounts_begin(store, &err)
	      && account_save(store, &visitor.account, (struct by){ S("test"), 2 }, perm, &err) && store_commit(store, &err));
	store_close(store);
	return browser_of(office, &visitor);
}

static bool
says(const struct reply *reply, const char *words)
{
	return str_find(reply->body, str_of(words)) >= 0;
}

#define PERSON "/authorities/walsall/people/N-000001"
#define OTHER "/authorities/walsall/people/N-000002"

/* ---- names of others --------------------------------------------------------------------------- */

static void
names_of_others_are_withheld_and_ones_own_are_not(struct arena *perm)
{
	static const struct { const char *text, *withheld; } cases[] = {
		{ "as Bramwell asked", "as [name] asked" },
		{ "Bramwell Quillfeather's team", "[name] [name] team" },
		{ "QUILLFEATHER said so", "[name] said so" },
		{ "Ann asked herself", "Ann asked herself" },
		{ "see N-000002 and N-000001", "see [name] and N-000001" },
		{ "nobody is named here", "nobody is named here" },
		{ "the quillfeather on my hat", "the quillfeather on my hat" },      /* a name begins with a capital */
		{ "", "" }, { "Bramwell", "[name]" }, { "(Bramwell)", "([name])" },
		{ "caf\u00e9 by Bramwell\u2019s house", "caf\u00e9 by [name] house" },
	};
	struct roster roster;
	struct actors nobody = { 0 };
	roster_build(&roster, council_of(LINES, perm), perm);
	struct names names = names_of_others(&roster, roster_person(&roster, S("N-000001")), &nobody, perm);
	for (int i = 0; i < countof(cases); i++) {
		bool any;
		check_str(names_withheld(&names, str_of(cases[i].text), &any, perm), str_of(cases[i].withheld));
		check(any == (strcmp(cases[i].text, cases[i].withheld) != 0));
	}
}

/* ---- one's own data ---------------------------------------------------------------------------- */

static void
a_person_sees_all_that_is_kept_of_them_without_the_names_of_others(struct arena *perm)
{
	struct office office = small_office("own.db", perm);
	struct browser ann = worker(&office, S("N-000001"), perm);
	struct reply page = browse(&ann, PERSON "/data", perm);
	check_int(page.status, 200);
	static const char *const kept[] = { "Oddie", "5 March 1980", "7001", "ann@example.org", "SW12345", "P-000001",
	                                    "canaryfaith", "1 January 2016", "Permanent" };
	for (int i = 0; i < countof(kept); i++)
		check(says(&page, kept[i]));
	check(says(&page, "moved as [name] [name] asked; Ann agreed"));
	check(!says(&page, "Bramwell"));
	check(!says(&page, "Quillfeather"));
	/* She lets no reason stand by herself. */
	struct reply asked = browse(&ann, PERSON "/data?show=1", perm);
	check(!says(&asked, "Bramwell"));
	/* The same for programs, and it is in the audit that it was taken away. */
	struct reply file = browse(&ann, PERSON "/data.json", perm);
	check_int(file.status, 200);
	check(says(&file, "canaryfaith") && says(&file, "\"history\"") && says(&file, "\"seen\""));
	struct store *store = opened(office.path);
	check_int(number(store, "SELECT count(*) FROM audit_entry WHERE action = 'export.subject' AND object = 'person N-000001'"),
	          1);
	store_close(store);
	site_close(office.site);
}

static void
whoever_answers_a_request_lets_a_reason_stand_and_says_when_it_was_sent(struct arena *perm)
{
	struct office office = small_office("answer.db", perm);
	struct browser lead = somebody(&office, DUTY_HR_LEAD, perm);
	struct reply page = browse(&lead, PERSON "/data", perm);
	check_int(page.status, 200);
	check(says(&page, "[name] [name] asked"));
	page = browse(&lead, PERSON "/data?show=1", perm);
	check(says(&page, "moved as Bramwell Quillfeather asked"));
	check_int(browser_post(&lead, PERSON "/data", S("step=sent&day=2026-11-20"), perm).status, 400);
	check_int(browser_post(&lead, PERSON "/data", S("step=received&day=2026-11-03"), perm).status, 200);
	check_int(browser_post(&lead, PERSON "/data", S("step=received&day=2026-11-03"), perm).status, 400);
	check_int(browser_post(&lead, PERSON "/data", S("step=asked&day=2026-11-01"), perm).status, 400);
	check_int(browser_post(&lead, PERSON "/data", S("step=asked&day=2026-11-05"), perm).status, 200);
	page = browse(&lead, "/authorities/walsall/data-requests", perm);
	check(says(&page, "N-000001") && says(&page, "time stands still"));
	check_int(browser_post(&lead, PERSON "/data", S("step=answered&day=2026-11-15"), perm).status, 200);
	page = browse(&lead, "/authorities/walsall/data-requests", perm);
	check(says(&page, "14 December 2026"));          /* 13 December 2026 is a Sunday */
	check_int(browser_post(&lead, PERSON "/data", S("step=sent&day=2026-11-26"), perm).status, 200);
	page = browse(&lead, "/authorities/walsall/data-requests", perm);
	check(says(&page, "answered in time"));
	struct browser dpo = somebody(&office, DUTY_DPO, perm);
	page = browse(&dpo, "/authorities/walsall/data-requests", perm);
	check_int(page.status, 200);
	check(says(&page, "N-000001") && !says(&page, "Oddie"));
	site_close(office.site);
}

static void
nobody_opens_the_own_pages_of_another(struct arena *perm)
{
	struct office office = small_office("other.db", perm);
	struct browser ann = worker(&office, S("N-000001"), perm);
	static const char *const pages[] = { OTHER "/data", OTHER "/seen", OTHER "/corrections", OTHER "/equality",
	                                     "/authorities/walsall/people/N-000099/data" };
	for (int i = 0; i < countof(pages); i++) {
		struct reply reply = browse(&ann, pages[i], perm);
		check_int(reply.status, 404);
		check(!says(&reply, "Quillfeather"));
	}
	static const enum duty others[] = { DUTY_TEAM_MANAGER, DUTY_SERVICE_HEAD, DUTY_HR_OFFICER, DUTY_CENSUS, DUTY_ANALYST,
	                                    DUTY_EXIT_LEAD, DUTY_SURVEY_ADMIN, DUTY_DPO, DUTY_SYSADMIN };
	for (int d = 0; d < countof(others); d++) {
		struct browser one = somebody(&office, others[d], perm);
		check_int(browse(&one, PERSON "/data", perm).status, 403);
		check_int(browse(&one, PERSON "/equality", perm).status, 403);
		int seen = browse(&one, PERSON "/seen", perm).status;
		check(others[d] == DUTY_DPO ? seen == 200 : seen == 403 || seen == 404);
	}
	site_close(office.site);
}

static void
who_looked_is_told_by_duty_to_the_person_and_by_name_to_the_officer(struct arena *perm)
{
	struct office office = small_office("looked.db", perm);
	struct browser lead = somebody(&office, DUTY_HR_LEAD, perm), ann = worker(&office, S("N-000001"), perm);
	struct reply page = browse(&ann, PERSON "/seen", perm);
	check(!says(&page, "HR lead"));
	check_int(browse(&lead, PERSON "/equality", perm).status, 200);
	page = browse(&ann, PERSON "/seen", perm);
	check(says(&page, "HR lead") && says(&page, "Read equality data") && says(&page, "27 November 2026"));
	check(!says(&page, "A-000001"));
	struct browser dpo = somebody(&office, DUTY_DPO, perm);
	page = browse(&dpo, PERSON "/seen", perm);
	check(says(&page, "Test (A-00000") && says(&page, "N-000001") && !says(&page, "Oddie"));
	site_close(office.site);
}

/* What was typed to find somebody is about them, whoever keeps it; and of nobody else. */
static void
a_view_that_asks_for_a_person_is_among_their_data(struct arena *perm)
{
	static const struct { const char *owner, *name, *query; bool of_ann; } kept[] = {
		{ "A-000077", "To look at", "oddie", true },      { "A-000077", "ODDIE again", "", true },
		{ "", "One person", "N-000001", true },           { "A-000077", "A town", "Oddiesford", false },
		{ "A-000077", "The other", "Quillfeather", false }, { "A-000077", "Both", "Oddie Quillfeather", true },
	};
	struct office office = small_office("asked.db", perm);
	struct browser ann = worker(&office, S("N-000001"), perm);
	check_int(browse(&ann, PERSON "/data", perm).status, 200);
	struct store *store = opened(office.path);
	struct error err = { "" };
	for (int i = 0; i < countof(kept); i++) {
		enum view_kept done;
		struct kept_view one = { .owner = str_of(kept[i].owner), .type = S("person"), .name = str_of(kept[i].name),
			.made_by = S("A-000077"), .made_at = 1764000000, .query = str_of(kept[i].query) };
		check(store_view_keep(store, S("walsall"), &one, &done, &err) && done == VIEW_KEPT);
	}
	store_close(store);
	struct reply page = browse(&ann, PERSON "/data", perm);
	for (int i = 0; i < countof(kept); i++)
		check(says(&page, kept[i].name) == kept[i].of_ann);
	check(!says(&page, "Quillfeather"));                 /* another's name is theirs */
	site_close(office.site);
}

/* ---- corrections ------------------------------------------------------------------------------- */

static void
a_correction_is_proposed_by_the_person_and_decided_by_hr(struct arena *perm)
{
	struct office office = small_office("correct.db", perm);
	struct browser ann = worker(&office, S("N-000001"), perm), hr = somebody(&office, DUTY_HR_OFFICER, perm);
	struct reply page = browse(&ann, PERSON "/corrections", perm);
	ptrdiff_t at = str_find(page.body, S(" family_name\""));
	check(at > 0);
	ptrdiff_t from = at;
	while (from > 0 && page.body.at[from - 1] != '"')
		from--;
	struct html spot = html_new(perm);
	html_url_part(&spot, (Str){ page.body.at + from, at + 12 - from });
	Str fields = str_format(perm, "spot=%.*s&ought=Oddy&why=birth+certificate", STR_ARG(html_str(&spot)));
	check_int(browser_post(&ann, PERSON "/corrections", S("spot=person+999+born&ought=x&why=y"), perm).status, 400);
	check_int(browser_post(&ann, PERSON "/corrections", fields, perm).status, 200);
	check_int(browser_post(&ann, "/authorities/walsall/corrections", S("number=1&verdict=accepted&reason=seen"), perm).status,
	          403);
	page = browse(&hr, "/authorities/walsall/corrections", perm);
	check(says(&page, "Oddy") && says(&page, "birth certificate"));
	check_int(browser_post(&hr, "/authorities/walsall/corrections", S("number=1&verdict=accepted&reason="), perm).status, 400);
	check_int(browser_post(&hr, "/authorities/walsall/corrections", S("number=1&verdict=accepted&reason=seen"), perm).status,
	          200);
	check_int(browser_post(&hr, "/authorities/walsall/corrections", S("number=1&verdict=refused&reason=no"), perm).status, 400);
	struct store *store = opened(office.path);
	check_int(number(store, "SELECT count(*) FROM person WHERE ref = 'N-000001' AND family_name = 'Oddy'"), 1);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE ref = 'N-000001' AND kind = 'alter' AND was LIKE '%Oddie%'"),
	          1);
	store_close(store);
	page = browse(&ann, PERSON "/corrections", perm);
	check(says(&page, "accepted") && says(&page, "seen"));
	site_close(office.site);
}

/* ---- equality ---------------------------------------------------------------------------------- */

/* Where a duty may read it: on the page of the person, by themself and the HR lead. */
static bool
may_read_canary(enum duty duty, Str path)
{
	bool own = str_begins(path, S("/authorities/:area/people/:ref/data"))
	        || str_begins(path, S("/authorities/:area/people/:ref/equality"));
	bool kept = str_begins(path, S("/authorities/:area/equality-records"))
	         || str_begins(path, S("/authorities/:area/:type"));
	return (duty == DUTY_HR_LEAD && (own || kept)) || (duty == DUTY_WORKER && (own || kept));
}

struct thing_asked { Str type, ref; };
static const struct thing_asked things[] = { { STR("people"), STR("N-000001") },
	{ STR("equality-records"), STR("Q-000001") }, { STR("times-in-post"), STR("S-000001") } };

/* The path of a route with its parts filled in, and an ending. */
static const char *
address_of(Str path, struct thing_asked thing, const char *ending, const char *query, struct arena *perm)
{
	const struct { Str part, with; } parts[] = {
		{ S(":area"), walsall }, { S(":ref"), thing.ref }, { S(":type"), thing.type },
		{ S(":measure"), S("turnover_rate_fte") }, { S(":id"), S("1") }, { S(":how"), S("edit") },
	};
	struct text out = text_new(perm);
	Str rest = str_from(path, 1);
	while (rest.len > 0) {
		Str part = str_cut(&rest, '/');
		for (int i = 0; i < countof(parts); i++)
			if (str_equal(part, parts[i].part))
				part = parts[i].with;
		text_format(&out, "/%.*s", STR_ARG(part));
	}
	text_format(&out, "%s%s", ending, query);
	return str_c(text_str(&out), perm);
}

/* Asks for one address in every way; whether what was answered has the data. A search for it finds
 * nobody; that it was searched for stands in the page's own links. */
static void
walk_address(struct browser *one, enum duty duty, Str path, struct thing_asked thing, int *answered, struct arena scratch)
{
	static const struct { const char *ending, *query; bool search; } ways[] = {
		{ "", "", false }, { ".csv", "", false }, { ".json", "", false }, { ".html", "", false },
		{ "", "?q=canaryfaith", true }, { "", "?sort=religion", false }, { "", "?show=religion", false },
		{ ".json", "?show=all", false },
	};
	for (int w = 0; w < countof(ways); w++) {
		struct arena own = scratch;
		const char *address = address_of(path, thing, ways[w].ending, ways[w].query, &own);
		struct reply reply = browse(one, address, &own);
		bool found = says(&reply, "APKN") || says(&reply, "Pakistani")
			|| (ways[w].search ? str_ends(path, S("/:type")) && says(&reply, "Oddie") : says(&reply, "canaryfaith"));
		*answered += reply.status == 200;
		if (found)
			printf("%.*s sees equality data at %s\n", STR_ARG(duty_rows[duty].title), address);
		check(!found);
	}
}

static void
walk_as(const struct office *office, enum duty duty, struct arena *perm)
{
	struct browser one = duty == DUTY_WORKER ? worker(office, S("N-000001"), perm) : somebody(office, duty, perm);
	int answered = 0;
	for (int r = 0; r < route_count; r++) {
		Str path = routes[r].path;
		if (routes[r].method != GET || str_find(path, S(":area")) < 0 || may_read_canary(duty, path))
			continue;
		for (int t = 0; t < countof(things); t++)
			if (t == 0 || str_find(path, S(":type")) >= 0 || str_find(path, S(":ref")) >= 0)
				walk_address(&one, duty, path, things[t], &answered, *perm);
	}
	check(answered > 10);
}

static void
no_page_list_file_or_search_of_anybody_else_has_equality_data(struct arena *perm)
{
	struct office office = small_office("nowhere.db", perm);
	for (int d = 0; d < DUTIES; d++)
		if (d != DUTY_REGION)
			walk_as(&office, (enum duty)d, perm);
	struct store *store = opened(office.path);
	check_int(number(store, "SELECT count(*) FROM audit_payload WHERE payload LIKE '%canaryfaith%'"), 0);
	check_int(number(store, "SELECT count(*) FROM audit_entry WHERE object LIKE '%canaryfaith%'"), 0);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE was LIKE '%canaryfaith%' OR became LIKE '%canaryfaith%'"),
	          0);
	store_close(store);
	site_close(office.site);
}

static void
whoever_stops_the_use_of_their_data_looks_like_whoever_said_nothing(struct arena *perm)
{
	struct office office = small_office("stop.db", perm);
	struct browser ann = worker(&office, S("N-000001"), perm), lead = somebody(&office, DUTY_HR_LEAD, perm);
	check(says(&(struct reply){ .body = browse(&lead, PERSON "/equality", perm).body }, "canaryfaith"));
	check_int(browser_post(&lead, PERSON "/equality", S("does=stop"), perm).status, 400);
	check_int(browser_post(&ann, PERSON "/equality", S("does=say&ethnicity=REFU&sex=F&disability=&religion=hindu&orientation="),
	          perm).status, 200);
	check_int(browser_post(&ann, PERSON "/equality", S("does=say&ethnicity=NONSENSE"), perm).status, 400);
	check_int(browser_post(&ann, PERSON "/equality", S("does=stop"), perm).status, 200);
	struct reply hers = browse(&ann, PERSON "/equality", perm), theirs = browse(&lead, PERSON "/equality", perm);
	check(says(&hers, "You stopped the use of it on 27 November 2026"));
	check(says(&hers, "value=\"hindu\" selected"));
	check(!says(&theirs, "value=\"hindu\" selected") && !says(&theirs, "stopped"));
	struct store *store = opened(office.path);
	check_int(number(store, "SELECT count(*) FROM equality WHERE stopped_on = '2026-11-27'"), 1);
	struct roster roster;
	struct records equality;
	struct council council;
	struct error err = { "" };
	struct equality_member members[8];
	check(store_council_read(store, walsall, &council, perm, &err));
	check(store_records_read(store, walsall, &record_types[TYPE_EQUALITY], &equality, perm, &err));
	roster_build(&roster, &council, perm);
	const struct equality_attribute *ethnicity = equality_find(S("ethnicity"));
	check_int(equality_members(&roster, &equality, ethnicity, date_of(2026, 9, 30), members, *perm), 2);
	check_str(ethnicity->categories[members[0].category], S("Not known"));
	check_str(ethnicity->categories[members[1].category], S("White"));
	store_close(store);
	site_close(office.site);
}

/* ---- totals ------------------------------------------------------------------------------------ */

/* A council of `count` social workers, every third of them Asian, others White. */
static const char *
many_people(int count, int asian, struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S("unit U-000001 2015-01-01 open name=All; kind=authority\n"
		"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"));
	for (int i = 1; i <= count; i++) {
		text_format(&lines, "post P-%06d 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; "
			"status=funded\nperson N-%06d family_name=A%d; given_names=B\nspell S-%06d 2016-01-01 open person=N-%06d; "
			"post=P-%06d; basis=permanent; fte=1\nequality Q-%06d person=N-%06d; ethnicity=%s; disability=%s\n",
			i, i, i, i, i, i, i, i, i <= asian ? "AIND" : "WBRI", i <= 3 ? "yes" : i % 2 ? "no" : "refused");
	}
	return str_c(text_str(&lines), perm);
}

static void
totals_are_protected_kept_for_the_quarter_and_told_to_no_worker(struct arena *perm)
{
	struct office office = office_of(council_of(many_people(60, 20, perm), perm), "totals.db", perm);
	struct browser head = somebody(&office, DUTY_SERVICE_HEAD, perm);
	struct reply page = browse(&head, "/authorities/walsall/equality.csv?show=ethnicity", perm);
	check_int(page.status, 200);
	check(says(&page, "Case holders,20,0,0,40,0,0,0,60"));
	/* Three disabled people are withheld, and so is enough besides. */
	page = browse(&head, "/authorities/walsall/equality.csv?show=disability", perm);
	check(says(&page, "Case holders,c,") && !says(&page, "Case holders,3,") && !says(&page, "All,3,"));
	/* One more says something within the quarter: what was released stays. */
	struct store *store = opened(office.path);
	struct error err = { "" };
	check(store_begin(store, &err) && store_run(store, "UPDATE equality SET ethnicity = 'WBRI' WHERE ref = 'Q-000001'",
	      (struct args){ 0 }, &err) && store_commit(store, &err));
	page = browse(&head, "/authorities/walsall/equality.csv?show=ethnicity", perm);
	check(says(&page, "Case holders,20,0,0,40,0,0,0,60"));
	/* In the next quarter 19 held against 20 would tell of one person: the last figures are carried on. */
	head.now = NOW + 60 * 86400;
	page = browse(&head, "/authorities/walsall/equality.csv?show=ethnicity", perm);
	check(says(&page, "Case holders,20,0,0,40,0,0,0,60"));
	page = browse(&head, "/authorities/walsall/equality?show=ethnicity", perm);
	check(says(&page, "too few people have changed"));
	/* When ten have, new ones come. */
	check(store_begin(store, &err) && store_run(store, "UPDATE equality SET ethnicity = 'WBRI' WHERE ref <= 'Q-000010'",
	      (struct args){ 0 }, &err) && store_commit(store, &err));
	head.now = NOW + 150 * 86400;
	page = browse(&head, "/authorities/walsall/equality.csv?show=ethnicity", perm);
	check(says(&page, "Case holders,10,0,0,50,0,0,0,60"));
	store_close(store);
	page = browse(&head, "/authorities/walsall/posts", perm);
	check(says(&page, "/authorities/walsall/equality\"") && !says(&page, "/authorities/walsall/data-requests\""));
	struct browser ann = worker(&office, S("N-000001"), perm), manager = somebody(&office, DUTY_TEAM_MANAGER, perm);
	page = browse(&ann, "/authorities/walsall/posts", perm);
	check(page.status == 200 && !says(&page, "/authorities/walsall/equality\""));
	check_int(browse(&ann, "/authorities/walsall/equality", perm).status, 403);
	check_int(browse(&manager, "/authorities/walsall/equality", perm).status, 403);
	check_int(browse(&head, "/authorities/walsall/equality?show=born", perm).status, 404);
	site_close(office.site);
}

/* ---- the audit --------------------------------------------------------------------------------- */

static void
the_audit_is_read_by_the_officer_and_reading_it_is_an_entry(struct arena *perm)
{
	struct office office = small_office("audit.db", perm);
	struct browser dpo = somebody(&office, DUTY_DPO, perm), lead = somebody(&office, DUTY_HR_LEAD, perm);
	browse(&lead, PERSON "/equality", perm);
	struct reply page = browse(&dpo, "/authorities/walsall/audit", perm);
	check_int(page.status, 200);
	check(says(&page, "Read equality data") && says(&page, "person N-000001") && says(&page, "Test (A-0000"));
	page = browse(&dpo, "/authorities/walsall/audit?what=read.audit", perm);
	check(says(&page, "entries "));
	page = browse(&dpo, "/authorities/walsall/audit?what=export", perm);
	check(says(&page, "There is no such entry"));
	page = browse(&dpo, "/authorities/walsall/audit?object=person%20N-000001&from=2026-11-27&to=2026-11-27", perm);
	check(says(&page, "Read equality data"));
	page = browse(&dpo, "/authorities/walsall/audit?object=person%20N-000001&to=2026-11-26", perm);
	check(says(&page, "There is no such entry"));
	check_int(browse(&dpo, "/authorities/walsall/audit?from=soon", perm).status, 400);
	check_int(browse(&lead, "/authorities/walsall/audit", perm).status, 403);
	struct browser admin = somebody(&office, DUTY_SYSADMIN, perm);
	check_int(browse(&admin, "/authorities/walsall/audit", perm).status, 403);
	page = browse(&admin, "/audit/verify", perm);
	check_int(page.status, 200);
	check(says(&page, "The audit is as it was written"));
	ptrdiff_t at = str_find(page.body, S("head "));
	check(at > 0);
	Str head = (Str){ page.body.at + at + 5, 64 };
	page = browse(&admin, str_c(str_format(perm, "/audit/verify?kept=%.*s", STR_ARG(head)), perm), perm);
	check(says(&page, "of this chain"));
	page = browse(&admin, "/audit/verify?kept=0000000000000000000000000000000000000000000000000000000000000000", perm);
	check(says(&page, "The audit is NOT as it was written"));
	check_int(browse(&lead, "/audit/verify", perm).status, 403);
	site_close(office.site);
}

static void
terms_and_holds_are_set_by_whoever_keeps_the_settings(struct arena *perm)
{
	struct office office = small_office("terms.db", perm);
	struct browser admin = somebody(&office, DUTY_SYSADMIN, perm), dpo = somebody(&office, DUTY_DPO, perm);
	const char *at = "/authorities/walsall/retention";
	check_int(browse(&admin, at, perm).status, 200);
	check_int(browser_post(&admin, at, S("does=term&what=person&period=7+years"), perm).status, 200);
	check_int(browser_post(&admin, at, S("does=term&what=person&period=soon"), perm).status, 400);
	check_int(browser_post(&admin, at, S("does=term&what=audit&period=1+day"), perm).status, 400);
	check_int(browser_post(&admin, at, S("does=hold&person=N-000001&why=tribunal"), perm).status, 200);
	check_int(browser_post(&admin, at, S("does=hold&person=N-000099&why=tribunal"), perm).status, 400);
	check_int(browser_post(&admin, at, S("does=hold&person=&why="), perm).status, 400);
	struct reply page = browse(&dpo, at, perm);
	check(says(&page, "7 years") && says(&page, "tribunal") && says(&page, "usually 6 years"));
	check(!says(&page, "Set the term"));
	check_int(browser_post(&dpo, at, S("does=term&what=person&period=1+day"), perm).status, 403);
	check_int(browser_post(&admin, at, S("does=end&hold=1"), perm).status, 200);
	page = browse(&admin, at, perm);
	check(says(&page, "(ended)"));
	struct browser lead = somebody(&office, DUTY_HR_LEAD, perm);
	check_int(browse(&lead, at, perm).status, 403);
	site_close(office.site);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(names_of_others_are_withheld_and_ones_own_are_not);
	run_on_both(a_person_sees_all_that_is_kept_of_them_without_the_names_of_others);
	run_on_both(whoever_answers_a_request_lets_a_reason_stand_and_says_when_it_was_sent);
	run(nobody_opens_the_own_pages_of_another);
	run_on_both(a_view_that_asks_for_a_person_is_among_their_data);
	run_on_both(who_looked_is_told_by_duty_to_the_person_and_by_name_to_the_officer);
	run_on_both(a_correction_is_proposed_by_the_person_and_decided_by_hr);
	run(no_page_list_file_or_search_of_anybody_else_has_equality_data);
	run_on_both(whoever_stops_the_use_of_their_data_looks_like_whoever_said_nothing);
	run_on_both(totals_are_protected_kept_for_the_quarter_and_told_to_no_worker);
	run_on_both(the_audit_is_read_by_the_officer_and_reading_it_is_an_entry);
	run_on_both(terms_and_holds_are_set_by_whoever_keeps_the_settings);
	bool removed = stores_end();
	return tests_end() || !removed;
}
