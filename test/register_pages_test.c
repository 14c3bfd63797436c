/* register_pages_test.c: records of every type, asked for by people of every duty.
 *
 * One small council is asked for over HTTP as each duty. What each may see is worked out here from the
 * matrix (policy.h, which rights_test.c holds to a copy typed as text) and from whom each record is about;
 * every text in the council is a word that stands nowhere else, so a leak is found wherever it is.
 */
#include "signed_in.h"
#include "councils.h"
#include "xlsx_maker.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/register.h"
#include "files/csv.h"
#include "store/audit.h"
#include "store/records.h"
#include "web/site.h"

enum { PORT = 8080 };
#define NOW INT64_C(1764000000)          /* 24 November 2025 */
#define URLENCODED "application/x-www-form-urlencoded"

/* Team A is U-000001, team B U-000002. N-000001 is in post in A, N-000002 in B; N-000003 left A. */
static const char council_lines[] =
	"unit U-000001 2015-01-01 open name=Zzunita; kind=team\n"
	"unit U-000002 2015-01-01 open name=Zzunitb; kind=team\n"
	"role R-000001 2015-01-01 open title=Zzrole; family=social_work; census_role=5; registered=yes\n"
	"title T-000001 2015-01-01 open title=Zztitle; role=R-000001; source=Zzsource\n"
	"post P-000001 2015-01-01 2019-12-31 title=Zzpostaold; unit=U-000001; role=R-000001; fte=1; status=funded; number=Zznumbera\n"
	"post P-000001 2020-01-01 open title=Zzposta; unit=U-000001; role=R-000001; fte=2; status=funded; number=Zznumbera\n"
	"post P-000002 2015-01-01 open title=Zzpostb; unit=U-000002; role=R-000001; fte=1; status=funded; number=Zznumberb\n"
	"person N-000001 family_name=Zzfamilya; given_names=Zzgivena; payroll=Zzpaya; born=1971-07-07; email=zzmaila@example.org\n"
	"person N-000002 family_name=Zzfamilyb; given_names=Zzgivenb; payroll=Zzpayb; born=1972-08-08; email=zzmailb@example.org\n"
	"person N-000003 family_name=Zzfamilyl; given_names=Zzgivenl; payroll=Zzpayl; born=1973-09-09; email=zzmaill@example.org\n"
	"registration G-000001 2016-01-01 open person=N-000001; number=SW11111\n"
	"registration G-000002 2016-01-01 open person=N-000002; number=SW22222\n"
	"registration G-000003 2016-01-01 open person=N-000003; number=SW33333\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=0.6; agency=Zzagencya; origin=3\n"
	"spell S-000002 2020-01-01 open person=N-000002; post=P-000002; basis=permanent; fte=1; agency=Zzagencyb; origin=4\n"
	"spell S-000003 2020-01-01 2024-06-30 person=N-000003; post=P-000001; basis=permanent; fte=1; agency=Zzagencyl; origin=5; reason=5; destination=3\n"
	"absence B-000001 2022-01-10 2022-01-14 person=N-000001; kind=sickness; days_lost=5\n"
	"absence B-000002 2022-02-10 2022-02-14 person=N-000002; kind=sickness; days_lost=3\n"
	"absence B-000003 2022-03-10 2022-03-14 person=N-000003; kind=sickness; days_lost=2\n"
	"caseload C-000001 person=N-000001; day=2023-05-05; cases=17\n"
	"caseload C-000002 person=N-000002; day=2023-06-06; cases=18\n"
	"caseload C-000003 person=N-000003; day=2023-07-07; cases=19\n"
	"equality Q-000001 person=N-000001; sex=F; ethnicity=ZZEA; religion=Zzfaitha\n"
	"equality Q-000002 person=N-000002; sex=F; ethnicity=ZZEB; religion=Zzfaithb\n"
	"equality Q-000003 person=N-000003; sex=F; ethnicity=ZZEL; religion=Zzfaithl\n"
	"establishment_change E-000001 wish=alter; post=P-000001; title=Zzchangea; unit=U-000001; fte=1; starts_on=2026-01-01; reason=Zzwhya; decision=waiting\n"
	"establishment_change E-000002 wish=alter; post=P-000002; title=Zzchangeb; unit=U-000002; fte=1; starts_on=2026-02-02; reason=Zzwhyb; decision=waiting\n";

/* Whom a ref is about, by its last figure: team A, team B, who left A; roles and titles are everybody's. */
static bool
in_sight(enum duty duty, const struct record_type *type, Str ref)
{
	char who = ref.at[ref.len - 1];
	bool common = str_equal(type->name, S("role")) || str_equal(type->name, S("title"));
	switch (duty) {
	case DUTY_WORKER:
		return common || who == '1';
	case DUTY_TEAM_MANAGER:
	case DUTY_SERVICE_HEAD:
		return common || who == '1' || who == '3';
	case DUTY_EXIT_LEAD:
		return !type->personal || who == '3';
	default:
		return true;
	}
}

static bool
field_open(enum duty duty, const struct field *field)
{
	enum reach reach = policy_permit(duty, field->group).reach;
	bool typed = field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
	return reach >= REACH_READ || (reach == REACH_PSEUDONYM && !typed);
}

static bool
type_open(enum duty duty, const struct record_type *type)
{
	return policy_permit(duty, type->group).reach >= REACH_PSEUDONYM;
}

/* ---- a site with the council, and people signed in ---------------------------------------------- */

static char folder[] = "/dev/shm/mainstay-register-XXXXXX";     /* hundreds of audit entries: not on a disk */
static struct council *known;            /* what was put in, for what must not come out */

struct kept { Str path; struct site *site; struct visitor who; };

static void
put_in(Str path, Str authority, const struct council *council, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	struct store *store = store_open(path, &err);
	int64_t seq;
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record record = council->of[t].at[i];
			record.id = record.version = 0;
			changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[t], .after = record });
		}
	struct deed deed = { .authority = authority, .actor = S("test"), .what = S("edit"), .object = S("all"), .at = NOW };
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	check_str(str_of(err.text), S(""));
	store_close(store);
}

static struct visitor
account_signed_in(Str path, enum duty duty, Str authority, Str person, struct arena *perm)
{
	struct visitor one = signed_in_as(path, duty, authority, perm);
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	one.account.person = person;
	one.account.authority_of_person = person.len ? authority : S("");
	check(accounts_begin(store, &err) && account_save(store, &one.account, (struct by){ S("test"), 1 }, perm, &err));
	check(store_commit(store, &err));
	store_close(store);
	return one;
}

static struct kept
kept_begin(struct arena *perm)
{
	static int number;
	struct kept kept = { .path = str_format(perm, "%s/%d.db", folder, ++number), .site = new(perm, 1, struct site) };
	struct error err = { "" };
	known = council_of(council_lines, perm);
	check(site_open(kept.site, kept.path, S(""), &err));
	kept.site->port = PORT;
	put_in(kept.path, S("walsall"), known, perm);
	return kept;
}

static void
kept_end(struct kept *kept, struct arena *perm)
{
	site_close(kept->site);
	unlink(str_c(kept->path, perm));
}

static void
sign_in(struct kept *kept, enum duty duty, struct arena *perm)
{
	kept->who = account_signed_in(kept->path, duty, S("walsall"), S("N-000001"), perm);
}

static struct reply
ask(struct kept *kept, const char *method, const char *target, const char *lines, Str body, struct arena *perm)
{
	struct head head = { .method = str_of(method), .target = str_of(target) };
	Str rest = str_format(perm, "Host: localhost:8080\n%s%s", kept->who.cookie, lines);
	while (rest.len > 0) {
		Str line = str_cut(&rest, '\n');
		Str name = str_cut(&line, ':');
		head.headers[head.header_count++] = (struct sent){ name, str_trim(line) };
	}
	struct request *request = new(perm, 1, struct request);
	struct reply reply = { 0 };
	enum refusal refusal = site_admit(kept->site, request, &head, perm);
	if (refusal != NOT_REFUSED)
		site_refuse(kept->site, request, refusal, &reply, perm);
	else
		site_answer(kept->site, request, body, NOW, &reply, perm);
	return reply;
}

static struct reply
get(struct kept *kept, Str target, struct arena *perm)
{
	return ask(kept, "GET", str_c(target, perm), "", S(""), perm);
}

/* A form with this session's token; `fields` is "fte=0.6&how=from". */
static struct reply
post(struct kept *kept, const char *target, const char *fields, struct arena *perm)
{
	Str body = str_format(perm, "token=%.*s&%s", STR_ARG(kept->who.token), fields);
	Str lines = str_format(perm, "Content-Type: %s\nContent-Length: %td\n", URLENCODED, body.len);
	return ask(kept, "POST", target, str_c(lines, perm), body, perm);
}

static bool
has(Str body, const char *words)
{
	return str_find(body, str_of(words)) >= 0;
}

static int64_t
stamp_of(const struct kept *kept)
{
	struct error err = { "" };
	struct store *store = store_open(kept->path, &err);
	int64_t stamp = -1;
	check(store_stamp(store, S("walsall"), &stamp, &err));
	store_close(store);
	return stamp;
}

/* ---- what each duty sees ------------------------------------------------------------------------ */

static void
complain(enum duty duty, const struct record_type *type, Str what)
{
	printf("%.*s, %.*s: %.*s\n", STR_ARG(duty_rows[duty].name), STR_ARG(type->many), STR_ARG(what));
	check(!"it is as the matrix says");
}

/* Nothing of any record that the duty may not read stands in the body: its texts, its dates in words. */
static void
nothing_hidden(enum duty duty, const struct record_type *asked, Str where, Str body, struct arena scratch)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		for (int i = 0; i < known->of[t].count; i++)
			for (int f = 0; f < type->field_count; f++) {
				const struct field *field = &type->fields[f];
				Str value = known->of[t].at[i].values[f];
				bool distinct = field->kind == FIELD_TEXT || field->kind == FIELD_NOTE || field->kind == FIELD_DATE;
				bool open = type_open(duty, type) && in_sight(duty, type, known->of[t].at[i].ref) && field_open(duty, field);
				if (!distinct || open || value.len == 0)
					continue;
				if (str_find_fold(body, value) >= 0 || str_find(body, value_words(field, value, &scratch)) >= 0)
					complain(duty, asked, str_format(&scratch, "%.*s shows %.*s of %.*s", STR_ARG(where),
						STR_ARG(value), STR_ARG(known->of[t].at[i].ref)));
			}
	}
}

static bool
column_of(const struct csv_row *heads, Str name)
{
	for (int i = 0; i < heads->count; i++)
		if (str_equal(heads->fields[i], name))
			return true;
	return false;
}

/* Its columns are the fields the duty opens, its rows those in its sight. */
static void
list_is_as_wanted(enum duty duty, const struct record_type *type, Str text, struct arena *perm)
{
	struct csv csv = csv_open(text);
	struct csv_row row;
	bool seen[512] = { false };
	check(csv_next(&csv, &row, perm));
	for (int f = 0; f < type->field_count; f++)
		if (column_of(&row, type->fields[f].name) != field_open(duty, &type->fields[f]))
			complain(duty, type, type->fields[f].name);
	const struct records *records = &known->of[record_type_id(type)];
	while (csv_next(&csv, &row, perm)) {
		bool there = false;
		for (int i = 0; i < records->count; i++) {
			bool is = str_equal(records->at[i].ref, row.fields[0])
			          && (!type->dated || str_equal(date_iso(records->at[i].when.first, perm), row.fields[1]));
			there = there || is;
			seen[i] = seen[i] || is;
		}
		if (!there)
			complain(duty, type, row.fields[0]);
	}
	for (int i = 0; i < records->count; i++)
		if (seen[i] != in_sight(duty, type, records->at[i].ref))
			complain(duty, type, records->at[i].ref);
}

static Str
address(const struct record_type *type, const char *rest, struct arena *perm)
{
	return str_format(perm, "/authorities/walsall/%.*s%s", STR_ARG(record_type_segment(type, perm)), rest);
}

/* Whether the pages here are the list and the record of the type: some types have pages of their own. */
static bool
is_generic(const struct record_type *type, struct arena scratch)
{
	Str segments[] = { S("authorities"), S("walsall"), record_type_segment(type, &scratch) };
	return route_find(GET, segments, 3).route->view == show_records;
}

static void
every_type_shows_each_duty_its_columns_and_rows(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	for (int d = 0; d < DUTIES; d++) {
		enum duty duty = (enum duty)d;
		sign_in(&kept, duty, perm);
		for (int t = 0; t < RECORD_TYPES; t++) {
			const struct record_type *type = &record_types[t];
			struct arena scratch = *perm;
			if (!is_generic(type, scratch))
				continue;
			struct reply csv = get(&kept, address(type, ".csv?show=all", &scratch), &scratch);
			if (!type_open(duty, type)) {
				check_int(csv.status, 403);
				continue;
			}
			check_int(csv.status, 200);
			list_is_as_wanted(duty, type, csv.body, &scratch);
		}
	}
	kept_end(&kept, perm);
}

/* Pages, files, a search for each hidden text, records, histories: nowhere is what may not be read. */
static void
what_may_not_be_read_is_nowhere(struct arena *perm)
{
	static const char *const lists[] = { "", ".csv", ".json", "?show=all", ".json?show=all", ".html?show=all", "/new", "/import" };
	static const char *const pages[] = { "", ".json", "/history", "/history.csv", "/change", "/change?how=correct" };
	struct kept kept = kept_begin(perm);
	for (int d = 0; d < DUTIES; d++) {
		enum duty duty = (enum duty)d;
		sign_in(&kept, duty, perm);
		for (int t = 0; t < RECORD_TYPES; t++) {
			const struct record_type *type = &record_types[t];
			for (int i = 0; i < countof(lists); i++) {
				struct arena scratch = *perm;
				Str target = address(type, lists[i], &scratch);
				nothing_hidden(duty, type, target, get(&kept, target, &scratch).body, scratch);
			}
			for (int i = 0; i < known->of[t].count; i++)
				for (int p = 0; p < countof(pages); p++) {
					struct arena scratch = *perm;
					Str ref = known->of[t].at[i].ref;
					Str target = str_format(&scratch, "%.*s%s", STR_ARG(address(type, "/", &scratch)),
						str_c(str_format(&scratch, "%.*s%s", STR_ARG(ref), pages[p]), &scratch));
					struct reply reply = get(&kept, target, &scratch);
					bool change = str_find(target, S("/change")) >= 0;
					bool open = type_open(duty, type) && in_sight(duty, type, ref);
					if (open && !change)
						check_int(reply.status, 200);
					else if (!open)
						check(reply.status == 404 || reply.status == 403);
					nothing_hidden(duty, type, target, reply.body, scratch);
				}
		}
	}
	kept_end(&kept, perm);
}

/* Whether a search says that it found nothing. */
static void
a_search_or_an_order_tells_nothing_that_may_not_be_read(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	for (int d = 0; d < DUTIES; d++) {
		enum duty duty = (enum duty)d;
		sign_in(&kept, duty, perm);
		for (int t = 0; t < RECORD_TYPES; t++) {
			const struct record_type *type = &record_types[t];
			bool generic = is_generic(type, *perm);
			for (int f = 0; f < type->field_count && generic && type_open(duty, type); f++) {
				struct arena scratch = *perm;
				const struct field *field = &type->fields[f];
				Str sorted = str_format(&scratch, "%.*s?sort=-%.*s", STR_ARG(address(type, "", &scratch)), STR_ARG(field->name));
				check_int(get(&kept, sorted, &scratch).status, field_open(duty, field) ? 200 : 400);
				for (int i = 0; i < known->of[t].count && field->kind == FIELD_TEXT; i++) {
					Str value = known->of[t].at[i].values[f];
					Str ref = known->of[t].at[i].ref;
					Str found = str_format(&scratch, "%.*s.csv?show=all&q=%.*s", STR_ARG(address(type, "", &scratch)), STR_ARG(value));
					struct reply reply = get(&kept, found, &scratch);
					bool open = field_open(duty, field) && in_sight(duty, type, ref);
					if (value.len == 0)
						continue;
					check_int(reply.status, 200);
					if ((str_find(reply.body, ref) >= 0) != open)
						complain(duty, type, found);
				}
			}
		}
	}
	kept_end(&kept, perm);
}

static Str
without(Str text, Str ref, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t at = str_find(text, ref); at >= 0; at = str_find(text, ref)) {
		text_add(&out, str_upto(text, at));
		text_add(&out, S("REF"));
		text = str_from(text, at + ref.len);
	}
	text_add(&out, text);
	return text_str(&out);
}

static void
another_teams_record_is_answered_as_one_that_never_was(struct arena *perm)
{
	static const char *const rests[] = { "", "/history", "/change", ".json", "/history.json" };
	static const struct { const char *type, *theirs, *never; } cases[] = {
		{ "posts", "P-000002", "P-999999" }, { "people", "N-000002", "N-999999" },
		{ "times-in-post", "S-000002", "S-999999" }, { "units", "U-000002", "U-999999" },
		{ "absences", "B-000002", "B-999999" },
	};
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_TEAM_MANAGER, perm);
	for (int c = 0; c < countof(cases); c++)
		for (int r = 0; r < countof(rests); r++) {
			struct reply theirs = get(&kept, str_format(perm, "/authorities/walsall/%s/%s%s", cases[c].type, cases[c].theirs, rests[r]), perm);
			struct reply never = get(&kept, str_format(perm, "/authorities/walsall/%s/%s%s", cases[c].type, cases[c].never, rests[r]), perm);
			check_int(theirs.status, 404);
			check_int(never.status, 404);
			check_str(without(theirs.body, str_of(cases[c].theirs), perm), without(never.body, str_of(cases[c].never), perm));
		}
	check_int(post(&kept, "/authorities/walsall/posts/P-000002/change", "how=from&change.day=2025-01-01&fte=0.5", perm).status, 404);
	kept_end(&kept, perm);
}

static void
another_council_is_not_there(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	kept.who = account_signed_in(kept.path, DUTY_HR_LEAD, S("dudley"), S(""), perm);
	struct reply theirs = get(&kept, S("/authorities/walsall/posts/P-000001"), perm);
	struct reply never = get(&kept, S("/authorities/walsall/posts/P-999999"), perm);
	check_int(theirs.status, 404);
	check_str(without(theirs.body, S("P-000001"), perm), without(never.body, S("P-999999"), perm));
	check_int(get(&kept, S("/authorities/walsall/changes"), perm).status, 404);
	check_int(get(&kept, S("/authorities/walsall/changes/1"), perm).status, 404);
	/* in one's own, another's refs and changes are not there either */
	check_int(get(&kept, S("/authorities/dudley/posts/P-000001"), perm).status, 404);
	check_int(get(&kept, S("/authorities/dudley/changes/1"), perm).status, 404);
	int64_t before = stamp_of(&kept);
	check_int(post(&kept, "/authorities/walsall/posts/P-000001/change", "how=from&change.day=2025-01-01&fte=0.5", perm).status, 404);
	check_int(post(&kept, "/authorities/dudley/changes/1/undo", "change.reason=x", perm).status, 404);
	check_int(stamp_of(&kept), before);
	kept_end(&kept, perm);
}

/* ---- changing -------------------------------------------------------------------------------------- */

static void
a_record_is_added_changed_corrected_ended_and_removed(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	struct reply reply = post(&kept, "/authorities/walsall/posts/new", "title=Zznew&unit=zzunita&role=R-000001&fte=60%25"
		"&status=Funded&number=4711&change.day=1/3/2021", perm);
	check_int(reply.status, 303);
	check_str(reply.location, S("/authorities/walsall/posts/P-000003"));
	/* a post is called by its number, a person by name */
	reply = post(&kept, "/authorities/walsall/times-in-post/new", "person=Zzfamilyb,+Zzgivenb&post=4711&basis=agency&fte=.4"
		"&agency=Zzhands&change.day=2025-01-01", perm);
	check_int(reply.status, 303);
	reply = post(&kept, "/authorities/walsall/posts/P-000003/change", "how=from&change.day=1+Apr+2023&fte=0.8", perm);
	check_int(reply.status, 303);
	Str csv = get(&kept, S("/authorities/walsall/posts.csv?show=all&q=4711"), perm).body;
	check(has(csv, "P-000003,2021-03-01,2023-03-31,Zznew,U-000001,Zzunita,R-000001,Zzrole,0.6,funded"));
	check(has(csv, "P-000003,2023-04-01,,Zznew,U-000001,Zzunita,R-000001,Zzrole,0.8,funded"));
	/* a correction needs a reason, and touches the row of the day */
	check_int(post(&kept, "/authorities/walsall/posts/P-000003/change", "how=correct&fte=0.9", perm).status, 400);
	check_int(post(&kept, "/authorities/walsall/posts/P-000003/change", "how=correct&fte=0.9&change.reason=misread", perm).status, 303);
	csv = get(&kept, S("/authorities/walsall/posts.csv?show=all&q=4711"), perm).body;
	check(has(csv, "P-000003,2023-04-01,,Zznew,U-000001,Zzunita,R-000001,Zzrole,0.9,funded"));
	/* an end is shown before it is done */
	int64_t before = stamp_of(&kept);
	reply = post(&kept, "/authorities/walsall/times-in-post/S-000004/change", "how=end&change.day=2025-06-30&change.reason=left", perm);
	check_int(reply.status, 200);
	check(has(reply.body, "30 June 2025"));
	check_int(stamp_of(&kept), before);
	check_int(post(&kept, "/authorities/walsall/times-in-post/S-000004/change", "how=end&change.day=2025-06-30&change.reason=left"
		"&change.sure=yes", perm).status, 303);
	check(has(get(&kept, S("/authorities/walsall/times-in-post.csv?show=all"), perm).body, "S-000004,2025-01-01,2025-06-30"));
	check_int(post(&kept, "/authorities/walsall/times-in-post/S-000004/change", "how=remove&change.reason=never+was&change.sure=yes",
		perm).status, 303);
	check_int(get(&kept, S("/authorities/walsall/times-in-post/S-000004"), perm).status, 404);
	/* what was removed keeps its history */
	reply = get(&kept, S("/authorities/walsall/times-in-post/S-000004/history"), perm);
	check_int(reply.status, 200);
	check(has(reply.body, "never was"));
	kept_end(&kept, perm);
}

static void
a_field_that_is_not_ones_own_to_change_is_refused_by_name(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_LEAD, perm);
	int64_t before = stamp_of(&kept);
	struct reply reply = post(&kept, "/authorities/walsall/equality-records/Q-000001/change", "how=correct&sex=M&change.reason=x", perm);
	check_int(reply.status, 303);
	before = stamp_of(&kept);
	sign_in(&kept, DUTY_WORKER, perm);
	/* what they said of themselves is theirs, whose record it is is not */
	reply = post(&kept, "/authorities/walsall/equality-records/Q-000001/change", "how=correct&person=N-000002&sex=X&change.reason=x", perm);
	check_int(reply.status, 403);
	check(has(reply.body, "Person is not yours to change"));
	check_int(stamp_of(&kept), before);
	reply = post(&kept, "/authorities/walsall/equality-records/Q-000001/change", "how=correct&sex=X&change.reason=x", perm);
	check_int(reply.status, 303);
	check_int(post(&kept, "/authorities/walsall/equality-records/Q-000002/change", "how=correct&sex=X&change.reason=x", perm).status, 404);
	check_int(post(&kept, "/authorities/walsall/people/N-000001/change", "how=correct&family_name=Zznew&change.reason=x", perm).status, 403);
	before = stamp_of(&kept);
	for (int d = 0; d < DUTIES; d++) {
		sign_in(&kept, (enum duty)d, perm);
		bool may = policy_permit((enum duty)d, GROUP_STRUCTURE).reach == REACH_WRITE;
		reply = post(&kept, "/authorities/walsall/posts/P-000001/change", "how=correct&title=&change.reason=x", perm);
		check_int(reply.status, may ? 400 : 403);
	}
	check_int(stamp_of(&kept), before);
	/* a name that means nothing is a slip, and said */
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	check_int(post(&kept, "/authorities/walsall/posts/P-000001/change", "how=correct&id=7&change.reason=x", perm).status, 400);
	kept_end(&kept, perm);
}

static void
two_who_change_one_row_are_told(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	struct reply form = get(&kept, S("/authorities/walsall/posts/P-000002/change?how=correct"), perm);
	check_int(form.status, 200);
	Str row = str_from(form.body, str_find(form.body, S("name=\"change.row\"")));
	row = str_from(row, str_find(row, S("value=\"")) + 7);
	Str id = str_cut(&row, '"');
	check_int(post(&kept, "/authorities/walsall/posts/P-000002/change", "how=correct&title=Zzfirst&change.reason=x", perm).status, 303);
	const char *stale = str_c(str_format(perm, "how=correct&title=Zzsecond&change.reason=x&change.row=%.*s&change.version=1", STR_ARG(id)), perm);
	struct reply reply = post(&kept, "/authorities/walsall/posts/P-000002/change", stale, perm);
	check_int(reply.status, 409);
	check(has(reply.body, "Zzfirst"));
	check(has(reply.body, "Zzsecond"));
	check(has(get(&kept, S("/authorities/walsall/posts/P-000002"), perm).body, "Zzfirst"));
	/* the form that came back carries what is there now */
	const char *fresh = str_c(str_format(perm, "how=correct&title=Zzsecond&change.reason=x&change.row=%.*s&change.version=2", STR_ARG(id)), perm);
	check_int(post(&kept, "/authorities/walsall/posts/P-000002/change", fresh, perm).status, 303);
	kept_end(&kept, perm);
}

static void
what_was_typed_wrong_is_kept_and_explained(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	int64_t before = stamp_of(&kept);
	struct reply reply = post(&kept, "/authorities/walsall/posts/new", "title=%3Cb%3EZzbold&unit=Zznowhere&role=R-000001&fte=twelve"
		"&status=odd&change.day=31/02/2021", perm);
	check_int(reply.status, 400);
	check(has(reply.body, "There is a problem"));
	check(has(reply.body, "&lt;b&gt;Zzbold") && !has(reply.body, "<b>Zzbold"));
	check(has(reply.body, "Zznowhere") && has(reply.body, "twelve") && has(reply.body, "31/02/2021"));
	check(has(reply.body, "Unit is not a unit here"));
	/* what breaks a rule comes back too: the post ends before the person leaves */
	reply = post(&kept, "/authorities/walsall/posts/P-000002/change", "how=end&change.day=2021-01-01&change.reason=x&change.sure=yes", perm);
	check_int(reply.status, 409);
	check(has(reply.body, "2021"));
	check_int(stamp_of(&kept), before);
	kept_end(&kept, perm);
}

/* ---- history, undo, merging ------------------------------------------------------------------------ */

static Str
newest_change(struct kept *kept, struct arena *perm)
{
	Str csv = get(kept, S("/authorities/walsall/changes.csv"), perm).body;
	str_cut(&csv, '\n');
	return str_cut(&csv, ',');
}

static void
a_change_is_taken_back_unless_a_later_one_stands_on_it(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	check_int(post(&kept, "/authorities/walsall/posts/P-000002/change", "how=correct&title=Zzfirst&change.reason=Zzreason", perm).status, 303);
	Str first = newest_change(&kept, perm);
	check_int(post(&kept, "/authorities/walsall/posts/P-000002/change", "how=correct&title=Zzsecond&change.reason=x", perm).status, 303);
	Str second = newest_change(&kept, perm);
	Str page = get(&kept, str_format(perm, "/authorities/walsall/changes/%.*s", STR_ARG(first)), perm).body;
	check(has(page, "Zzpostb") && has(page, "Zzfirst") && has(page, "Zzreason") && has(page, "Take it back"));
	/* in words on the page, as it is kept in files */
	check(has(page, ": changed, post P-000002"));
	page = get(&kept, S("/authorities/walsall/changes"), perm).body;
	check(has(page, ">Changed<") && !has(page, ">edit<"));
	check(has(get(&kept, S("/authorities/walsall/changes.csv"), perm).body, ",edit,"));
	const char *undo = str_c(str_format(perm, "/authorities/walsall/changes/%.*s/undo", STR_ARG(first)), perm);
	struct reply reply = post(&kept, undo, "change.reason=wrong", perm);
	check_int(reply.status, 409);
	check(str_find(reply.body, second) >= 0);
	check_int(post(&kept, str_c(str_format(perm, "/authorities/walsall/changes/%.*s/undo", STR_ARG(second)), perm), "change.reason=wrong", perm).status, 303);
	check_int(post(&kept, undo, "change.reason=wrong", perm).status, 303);
	check(has(get(&kept, S("/authorities/walsall/posts/P-000002"), perm).body, "Zzpostb"));
	check_int(post(&kept, "/authorities/walsall/changes/99999/undo", "change.reason=x", perm).status, 404);
	check_int(post(&kept, "/authorities/walsall/changes/x/undo", "change.reason=x", perm).status, 404);
	/* a manager neither sees all changes nor takes one back; of another team's, not even that it was */
	sign_in(&kept, DUTY_TEAM_MANAGER, perm);
	check_int(get(&kept, S("/authorities/walsall/changes"), perm).status, 403);
	check_int(get(&kept, str_format(perm, "/authorities/walsall/changes/%.*s", STR_ARG(first)), perm).status, 404);
	check_int(post(&kept, undo, "change.reason=x", perm).status, 404);
	kept_end(&kept, perm);
}

static void
each_list_leads_to_the_others_but_not_to_what_is_apart(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_LEAD, perm);
	Str page = get(&kept, S("/authorities/walsall/people"), perm).body;
	for (int t = 0; t < RECORD_TYPES; t++) {
		Str link = str_format(perm, "href=\"/authorities/walsall/%.*s\">%.*s", STR_ARG(record_type_segment(&record_types[t], perm)),
		                      STR_ARG(record_types[t].many));
		bool other = t != TYPE_PERSON && record_types[t].group != GROUP_EQUALITY &&
			record_types[t].group != GROUP_SCORES;       /* no duty reads these */
		check_int(str_find(page, link) >= 0, other);
	}
	kept_end(&kept, perm);
}

static void
two_records_of_one_person_become_one_and_two_again(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	check_int(post(&kept, "/authorities/walsall/people/new", "family_name=Zzfamilya&given_names=Zzgivena&born=7+July+1971", perm).status, 303);
	struct reply pairs = get(&kept, S("/authorities/walsall/people/duplicates"), perm);
	check(has(pairs.body, "N-000001 and N-000004"));
	struct reply both = get(&kept, S("/authorities/walsall/people/N-000004/merge?q=N-000001"), perm);
	check_int(both.status, 200);
	check(has(both.body, "Merge N-000004 into N-000001"));
	check_int(post(&kept, "/authorities/walsall/people/N-000004/merge", "q=N-000001&change.sure=yes&change.reason=twice", perm).status, 303);
	check(has(get(&kept, S("/authorities/walsall/people.csv"), perm).body, "N-000004,Zzfamilya,Zzgivena,,,1971-07-07,,N-000001"));
	check(!has(get(&kept, S("/authorities/walsall/people/duplicates"), perm).body, "N-000004"));
	Str seq = newest_change(&kept, perm);
	check_int(post(&kept, str_c(str_format(perm, "/authorities/walsall/changes/%.*s/undo", STR_ARG(seq)), perm), "change.reason=x", perm).status, 303);
	check(has(get(&kept, S("/authorities/walsall/people/duplicates"), perm).body, "N-000004"));
	/* not into itself, not into nobody */
	check_int(post(&kept, "/authorities/walsall/people/N-000004/merge", "q=N-000004&change.sure=yes", perm).status, 400);
	check_int(post(&kept, "/authorities/walsall/people/N-000004/merge", "q=Zznobody&change.sure=yes", perm).status, 400);
	sign_in(&kept, DUTY_TEAM_MANAGER, perm);
	check_int(get(&kept, S("/authorities/walsall/people/duplicates"), perm).status, 403);
	kept_end(&kept, perm);
}

/* ---- files -------------------------------------------------------------------------------------------- */

static struct reply
bring(struct kept *kept, const char *target, bool store, Str file, struct arena *perm)
{
	struct text body = text_new(perm);
	text_format(&body, "--x\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n%.*s\r\n--x\r\nContent-Disposition: "
		"form-data; name=\"change.sure\"\r\n\r\n%s\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
		"Content-Type: text/csv\r\n\r\n", STR_ARG(kept->who.token), store ? "yes" : "no");
	text_add(&body, file);
	text_add(&body, S("\r\n--x--\r\n"));
	Str lines = str_format(perm, "Content-Type: multipart/form-data; boundary=x\nContent-Length: %td\n", body.len);
	return ask(kept, "POST", target, str_c(lines, perm), text_str(&body), perm);
}

static void
what_was_taken_out_goes_back_in_and_changes_nothing(struct arena *perm)
{
	static const char *const faces[] = { ".csv?show=all", ".xlsx?show=all" };
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_LEAD, perm);
	int64_t before = stamp_of(&kept);
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct arena scratch = *perm;
		if (!is_generic(&record_types[t], scratch))
			continue;
		for (int f = 0; f < countof(faces); f++) {
			Str file = get(&kept, address(&record_types[t], faces[f], &scratch), &scratch).body;
			struct reply reply = bring(&kept, str_c(address(&record_types[t], "/import", &scratch), &scratch), true, file, &scratch);
			if (policy_permit(DUTY_HR_LEAD, record_types[t].group).reach < REACH_WRITE) {
				check_int(reply.status, 403);
				continue;
			}
			check_int(reply.status, 200);
			check(has(reply.body, "The file changes nothing"));
		}
	}
	check_int(stamp_of(&kept), before);
	kept_end(&kept, perm);
}

static void
a_file_is_stored_whole_or_not_at_all_and_once(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	int64_t before = stamp_of(&kept);
	const char *to = "/authorities/walsall/posts/import";
	Str good = S("ref,from,to,title,unit,role,fte,status\r\nP-000002,2015-01-01,,Zzpostb,U-000002,R-000001,1.5,funded\r\n"
		",2024-01-01,,Zzadded,Zzunita,Zzrole,1,Frozen\r\n");
	struct reply reply = bring(&kept, to, true, S("ref,from,title,unit,role,fte,status\r\n,2024-01-01,Zzok,U-000001,R-000001,1,funded\r\n"
		",2024-01-01,Zzbad,U-000001,R-000001,many,funded\r\n,soon,Zzbad,U-000077,R-000001,1,funded\r\n"), perm);
	check(has(reply.body, "a.csv:3:6") || has(reply.body, "many"));
	check(has(reply.body, "soon"));
	check_int(stamp_of(&kept), before);
	reply = bring(&kept, to, false, good, perm);
	check(has(reply.body, "1 added, 1 changed, 0 the same"));
	check_int(stamp_of(&kept), before);
	reply = bring(&kept, to, true, good, perm);
	check_int(reply.status, 200);
	int64_t after = stamp_of(&kept);
	check(after > before);
	check(has(get(&kept, S("/authorities/walsall/posts.csv?q=zzadded"), perm).body, "P-000003,2024-01-01,,Zzadded,U-000001,Zzunita,R-000001,Zzrole,1,frozen"));
	reply = bring(&kept, to, true, good, perm);
	check(has(reply.body, "The file changes nothing"));
	check_int(stamp_of(&kept), after);
	/* the same line twice, a hidden column, no file */
	reply = bring(&kept, to, true, S("ref,from,fte\r\nP-000002,2015-01-01,1\r\nP-000002,2015-01-01,0.7\r\n"), perm);
	check(has(reply.body, "twice"));
	check_int(bring(&kept, to, true, S(""), perm).status, 400);
	check(has(bring(&kept, to, true, S("PK\003\004"), perm).body, "Nothing is stored"));
	check_int(stamp_of(&kept), after);
	sign_in(&kept, DUTY_TEAM_MANAGER, perm);
	check_int(bring(&kept, to, true, good, perm).status, 403);
	kept_end(&kept, perm);
}

/* A spreadsheet's own dates and numbers; a cover before the sheet; columns nobody asked for. 45352 days
 * after 30 December 1899 is 1 March 2024. */
static void
a_workbook_is_read_as_a_csv_file_is(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	const char *to = "/authorities/walsall/posts/import";
	int64_t before = stamp_of(&kept);
	struct reply reply = bring(&kept, to, true, sheets_made(S("%sheet Cover\nPosts of Walsall\n%sheet New posts\n"
		"Ref|From|Title|Unit|Role|FTE|Status\n|@45352|Zzsheet|Zzunita|Zzrole|#0.6|Frozen\n|@45352|Zzbad|Zzunita|Zzrole|!#REF!|Frozen\n"
		"|@45352|Zzworse|Zzunita|Zzrole|=|Frozen\n"), perm), perm);
	check_int(reply.status, 200);
	check(has(reply.body, "!F3") && has(reply.body, "!F4"));
	check(has(reply.body, "is an error of the spreadsheet"));
	check(has(reply.body, "saved without its value"));
	check_int(stamp_of(&kept), before);
	reply = bring(&kept, to, true, sheets_made(S("%sheet Cover\nPosts of Walsall\n%sheet New posts\n"
		"Ref|From|Title|Unit|Role|FTE|Status\n|@45352|Zzsheet|Zzunita|Zzrole|#0.6|Frozen\n"), perm), perm);
	check(has(reply.body, "1 added, 0 changed, 0 the same"));
	check(has(get(&kept, S("/authorities/walsall/posts.csv?q=zzsheet"), perm).body,
		"P-000003,2024-03-01,,Zzsheet,U-000001,Zzunita,R-000001,Zzrole,0.6,frozen"));
	check(has(bring(&kept, to, true, sheets_made(S("Nothing|of|ours\n"), perm), perm).body, "Nothing is stored"));
	kept_end(&kept, perm);
}

/* ---- lists ------------------------------------------------------------------------------------------- */

static void
a_list_is_as_at_a_day_and_page_by_page(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_OFFICER, perm);
	Str old = get(&kept, S("/authorities/walsall/posts.csv?on=2018-05-05"), perm).body;
	check(has(old, "Zzpostaold") && !has(old, "Zzposta,"));
	Str unit = get(&kept, S("/authorities/walsall/posts.csv?unit=U-000002"), perm).body;
	check(has(unit, "Zzpostb") && !has(unit, "Zzposta"));
	Str people = get(&kept, S("/authorities/walsall/people.csv?unit=U-000001"), perm).body;
	check(has(people, "Zzfamilya") && !has(people, "Zzfamilyb") && !has(people, "Zzfamilyl"));
	check_int(get(&kept, S("/authorities/walsall/posts?on=soon"), perm).status, 400);
	check_int(get(&kept, S("/authorities/walsall/posts?page=x"), perm).status, 400);
	check_int(get(&kept, S("/authorities/walsall/posts?page=0"), perm).status, 400);
	check_int(get(&kept, S("/authorities/walsall/posts?show=odd"), perm).status, 400);
	check_int(get(&kept, S("/authorities/walsall/posts?unit=U-999999"), perm).status, 404);
	check(has(get(&kept, S("/authorities/walsall/posts?q=zznothing"), perm).body, "none fits"));
	/* a hundred and twenty more: three pages */
	struct text csv = text_new(perm);
	text_add(&csv, S("ref,from,title,unit,role,fte,status\r\n"));
	for (int i = 0; i < 120; i++)
		text_format(&csv, ",2024-01-01,Zzmany%03d,U-000001,R-000001,1,funded\r\n", i);
	check_int(bring(&kept, "/authorities/walsall/posts/import", true, text_str(&csv), perm).status, 200);
	Str first = get(&kept, S("/authorities/walsall/posts?q=zzmany"), perm).body;
	Str last = get(&kept, S("/authorities/walsall/posts?q=zzmany&page=3"), perm).body;
	check(has(first, "Showing 1 to 50 of 120") && has(first, "Zzmany049") && !has(first, "Zzmany050"));
	check(has(last, "Zzmany119") && !has(last, "Zzmany099"));
	Str down = get(&kept, S("/authorities/walsall/posts?q=zzmany&sort=-title"), perm).body;
	check(has(down, "Zzmany119") && !has(down, "Zzmany069"));
	kept_end(&kept, perm);
}

/* "action|object|payload", a line each. */
static Str
audit_text(const struct kept *kept, struct arena *perm)
{
	struct error err = { "" };
	struct store *store = store_open(kept->path, &err);
	struct text text = text_new(perm);
	struct entry *entries;
	int count = 0;
	check(audit_entries(store, &(struct audit_filter){ .authority = S("walsall") }, &entries, &count, perm, &err));
	for (int i = 0; i < count; i++)
		text_format(&text, "%.*s|%.*s|%.*s\n", STR_ARG(entries[i].action), STR_ARG(entries[i].object),
		            STR_ARG(entries[i].payload));
	store_close(store);
	return text_str(&text);
}

/* Reads of what is logged are in the audit, by ref and never by name. */
static void
what_is_logged_is_told_to_the_audit(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_LEAD, perm);
	check_int(get(&kept, S("/authorities/walsall/people?q=zzfamilyb"), perm).status, 200);
	check_int(get(&kept, S("/authorities/walsall/equality-records/Q-000002"), perm).status, 200);
	check_int(get(&kept, S("/authorities/walsall/posts"), perm).status, 200);
	check_int(get(&kept, S("/authorities/walsall/people.csv"), perm).status, 200);
	Str told = audit_text(&kept, perm);
	check(has(told, "read.contact|person N-000002|"));
	check(has(told, "read.equality|person N-000002|"));
	check(has(told, "read.contact|3 records|person N-000001\nperson N-000002\nperson N-000003"));
	check(has(told, "export|/authorities/walsall/people.csv|"));
	check(!has(told, "read.structure"));
	check(!has(told, "Zz"));
	kept_end(&kept, perm);
}

/* Where somebody is on the day, beside what is kept of them: on the page and in its words, not in the file that
 * is brought again. */
static void
the_list_of_people_says_which_post_and_team_they_are_in(struct arena *perm)
{
	struct kept kept = kept_begin(perm);
	sign_in(&kept, DUTY_HR_LEAD, perm);
	Str page = get(&kept, S("/authorities/walsall/people"), perm).body;
	check(has(page, ">Post") && has(page, ">Team"));
	check(has(page, "/posts/P-000001\">Zzposta</a>") && has(page, "unit=U-000002\">Zzunitb</a>"));
	check(!has(page, "Zzpostaold"));                                 /* what it was called before */
	page = get(&kept, S("/authorities/walsall/people?q=zzpostb"), perm).body;
	check(has(page, "Zzfamilyb") && !has(page, "Zzfamilya"));
	page = get(&kept, S("/authorities/walsall/people?q=zzunita"), perm).body;
	check(has(page, "Zzfamilya") && !has(page, "Zzfamilyb") && !has(page, "Zzfamilyl"));   /* who left is in none */
	page = get(&kept, S("/authorities/walsall/people?sort=-post"), perm).body;
	check(str_find(page, S("Zzfamilyb")) < str_find(page, S("Zzfamilya")));
	check(str_find(page, S("Zzfamilya")) < str_find(page, S("Zzfamilyl")));                /* none comes last */
	page = get(&kept, S("/authorities/walsall/people?sort=team"), perm).body;
	check(str_find(page, S("Zzfamilya")) < str_find(page, S("Zzfamilyb")));
	page = get(&kept, S("/authorities/walsall/people?columns=family_name,team"), perm).body;
	check(has(page, "Zzunitb") && !has(page, "Zzpostb") && !has(page, "Zzgivenb"));
	Str file = get(&kept, S("/authorities/walsall/people.csv"), perm).body;
	check(has(file, "Zzfamilya") && !has(file, "Zzposta") && !has(file, "Zzunita"));
	check(get(&kept, S("/authorities/walsall/posts?sort=team"), perm).status == 400);      /* posts have none beside */
	sign_in(&kept, DUTY_ANALYST, perm);
	page = get(&kept, S("/authorities/walsall/people"), perm).body;
	check(has(page, "N-000002") && has(page, "Zzpostb") && !has(page, "Zzfamilyb"));
	sign_in(&kept, DUTY_EXIT_LEAD, perm);
	page = get(&kept, S("/authorities/walsall/people"), perm).body;
	check(has(page, "N-000003") && !has(page, "Zzposta") && !has(page, "Zzpostb"));
	kept_end(&kept, perm);
}

int
main(void)
{
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	run(every_type_shows_each_duty_its_columns_and_rows);
	run(what_may_not_be_read_is_nowhere);
	run(a_search_or_an_order_tells_nothing_that_may_not_be_read);
	run(another_teams_record_is_answered_as_one_that_never_was);
	run(another_council_is_not_there);
	run(a_record_is_added_changed_corrected_ended_and_removed);
	run(a_field_that_is_not_ones_own_to_change_is_refused_by_name);
	run(two_who_change_one_row_are_told);
	run(what_was_typed_wrong_is_kept_and_explained);
	run(a_change_is_taken_back_unless_a_later_one_stands_on_it);
	run(each_list_leads_to_the_others_but_not_to_what_is_apart);
	run(two_records_of_one_person_become_one_and_two_again);
	run(what_was_taken_out_goes_back_in_and_changes_nothing);
	run(a_file_is_stored_whole_or_not_at_all_and_once);
	run(a_workbook_is_read_as_a_csv_file_is);
	run(a_list_is_as_at_a_day_and_page_by_page);
	run(what_is_logged_is_told_to_the_audit);
	run(the_list_of_people_says_which_post_and_team_they_are_in);
	rmdir(folder);
	return tests_end();
}
