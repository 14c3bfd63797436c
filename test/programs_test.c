/* programs_test.c: a program with an API token adds, changes, ends, corrects and undoes records, and reads
 * what came of it. */
#include "asking.h"
#include "councils.h"
#include "signed_in.h"

#include <jansson.h>

#include "store/records.h"

#define NOW INT64_C(1764000000)          /* 24 November 2025 */
#define URLENCODED "application/x-www-form-urlencoded"

static const char council_lines[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"unit U-000002 2015-01-01 open name=Care; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-000001 2015-01-01 open title=Social worker; unit=U-000001; role=R-000001; fte=1; status=funded\n"
	"person N-000001 family_name=Oddie; given_names=Ann\n"
	"spell S-000001 2020-01-01 open person=N-000001; post=P-000001; basis=permanent; fte=1; origin=3\n";

static char folder[] = "/dev/shm/mainstay-programs-XXXXXX";

struct served { Str path; struct site *site; Str key; };

static void
put_in(struct store *store, const struct council *council, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	int64_t seq;
	for (int t = 0; t < RECORD_TYPES; t++)
		for (int i = 0; i < council->of[t].count; i++) {
			struct record record = council->of[t].at[i];
			record.id = record.version = 0;
			changes_add(&changes, (struct change){ .kind = ADD, .type = &record_types[t], .after = record });
		}
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("edit"), .object = S("all"), .at = NOW };
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
}

/* A site, and a token of somebody with this duty in Walsall. */
static struct served
served(enum duty duty, struct arena *perm)
{
	static int number;
	struct error err = { "" };
	struct served it = { .path = str_format(perm, "%s/%d.db", folder, ++number), .site = new(perm, 1, struct site),
	                     .key = S("mainstay_key") };
	check(site_open(it.site, it.path, S(""), &err));
	it.site->port = ASKING_PORT;
	struct visitor owner = signed_in_as(it.path, duty, S("walsall"), perm);
	struct store *store = store_open(it.path, &err);
	struct token_row token = { .account = owner.account.ref, .title = S("Nightly"), .ends_at = 4102444800 };
	struct digits hash = hash_of(it.key);
	put_in(store, council_of(council_lines, perm), perm);
	check(accounts_begin(store, &err) && token_make(store, &token, digits_str(&hash), (struct by){ S("test"), 1 }, perm, &err));
	check(store_commit(store, &err));
	store_close(store);
	return it;
}

static void
served_end(struct served *it, struct arena *perm)
{
	site_close(it->site);
	unlink(str_c(it->path, perm));
}

static const char *
key_lines(const struct served *it, Str more, struct arena *perm)
{
	return str_c(str_format(perm, ASKING_HOST "Authorization: Bearer %.*s\n%.*s", STR_ARG(it->key), STR_ARG(more)), perm);
}

static struct reply
send(const struct served *it, const char *target, const char *fields, struct arena *perm)
{
	Str body = str_of(fields);
	Str more = str_format(perm, "Content-Type: " URLENCODED "\nContent-Length: %td\n", body.len);
	return ask_site(it->site, (struct asked_for){ "POST", target, key_lines(it, more, perm), body, NOW }, perm);
}

static struct reply
look(const struct served *it, const char *target, struct arena *perm)
{
	return ask_site(it->site, (struct asked_for){ "GET", target, key_lines(it, S(""), perm), S(""), NOW }, perm);
}

/* A member of the answer, which must be JSON, or of its first error or finding ("errors.field"). */
static Str
member(const struct reply *reply, const char *name, struct arena *perm)
{
	json_error_t error;
	json_t *root = json_loadb(reply->body.at, (size_t)reply->body.len, JSON_REJECT_DUPLICATES, &error);
	Str rest = str_of(name), list = str_cut(&rest, '.');
	check(root != NULL);
	check_str(reply->type, S("application/json"));
	json_t *at = rest.len ? json_array_get(json_object_get(root, str_c(list, perm)), 0) : root;
	const char *text = json_string_value(json_object_get(at, rest.len ? str_c(rest, perm) : name));
	Str value = text ? str_copy(str_of(text), perm) : S("");
	json_decref(root);
	return value;
}

static bool
has(Str body, const char *words)
{
	return str_find(body, str_of(words)) >= 0;
}

/* The value of a form's input, as JSON has it. */
static Str
input_of(Str form, const char *name)
{
	ptrdiff_t at = str_find(form, str_of(name));
	Str rest = at < 0 ? (Str){ 0 } : str_from(form, at);
	at = str_find(rest, S("\"value\": \""));
	rest = at < 0 ? (Str){ 0 } : str_from(rest, at + 10);
	return str_cut(&rest, '"');
}

static void
a_program_adds_changes_corrects_ends_and_takes_back(struct arena *perm)
{
	struct served it = served(DUTY_HR_OFFICER, perm);
	struct reply reply = send(&it, "/authorities/walsall/posts/new", "title=Duty+worker&unit=Duty&role=Social+worker&fte=0.5"
		"&status=funded&change.day=2024-04-01", perm);
	check_int(reply.status, 201);
	check_str(reply.location, S("/authorities/walsall/posts/P-000002"));
	check_str(member(&reply, "outcome", perm), S("done"));
	check_str(member(&reply, "see", perm), S("/authorities/walsall/posts/P-000002"));
	Str added = member(&reply, "change", perm);
	check(str_begins(added, S("/authorities/walsall/changes/")));
	reply = send(&it, "/authorities/walsall/posts/P-000002/change", "how=from&change.day=2025-01-01&fte=0.8", perm);
	check_int(reply.status, 200);
	check_str(reply.location, S(""));
	check_str(member(&reply, "outcome", perm), S("done"));
	reply = send(&it, "/authorities/walsall/posts/P-000002/change.json", "how=correct&title=Duty+officer&change.reason=misread", perm);
	check_int(reply.status, 200);
	check(has(look(&it, "/authorities/walsall/posts.csv?show=all", perm).body, "P-000002,2025-01-01,,Duty officer,U-000001,Duty,R-000001,"
		"Social worker,0.8"));
	/* an end is only shown until one is sure */
	reply = send(&it, "/authorities/walsall/posts/P-000002/change", "how=end&change.day=2025-06-30&change.reason=savings", perm);
	check_int(reply.status, 200);
	check_str(member(&reply, "outcome", perm), S("only-shown"));
	check_str(member(&reply, "change", perm), S(""));
	check(has(look(&it, "/authorities/walsall/posts.csv?show=all", perm).body, "P-000002,2025-01-01,,"));
	reply = send(&it, "/authorities/walsall/posts/P-000002/change", "how=end&change.day=2025-06-30&change.reason=savings&change.sure=yes", perm);
	check_str(member(&reply, "outcome", perm), S("done"));
	check(has(look(&it, "/authorities/walsall/posts.csv?show=all", perm).body, "P-000002,2025-01-01,2025-06-30"));
	/* where a change was stored it is taken back, unless a later one stands on it */
	Str ended = member(&reply, "change", perm);
	const char *first = str_c(str_join(added, S("/undo"), perm), perm);
	check_int(send(&it, first, "change.reason=wrong", perm).status, 409);
	reply = send(&it, str_c(str_join(ended, S("/undo"), perm), perm), "change.reason=wrong", perm);
	check_int(reply.status, 200);
	check_str(member(&reply, "outcome", perm), S("done"));
	check(has(look(&it, "/authorities/walsall/posts.csv?show=all", perm).body, "P-000002,2025-01-01,,"));
	served_end(&it, perm);
}

static void
a_program_is_told_what_is_wrong_and_with_which_field(struct arena *perm)
{
	struct served it = served(DUTY_HR_OFFICER, perm);
	struct reply reply = send(&it, "/authorities/walsall/posts/new", "title=Duty+worker&unit=Duty&role=Social+worker&fte=many"
		"&status=funded&change.day=2024-04-01", perm);
	check_int(reply.status, 400);
	check_str(member(&reply, "outcome", perm), S("wrong"));
	check_str(member(&reply, "errors.field", perm), S("fte"));
	check(member(&reply, "errors.message", perm).len > 0);
	/* the post would end under whoever holds it */
	reply = send(&it, "/authorities/walsall/posts/P-000001/change", "how=end&change.day=2021-01-01&change.reason=x&change.sure=yes", perm);
	check_int(reply.status, 409);
	check_str(member(&reply, "outcome", perm), S("changed"));
	check(member(&reply, "findings.message", perm).len > 0);
	/* somebody else was quicker: the form, as JSON, says which row and version were read */
	Str form = look(&it, "/authorities/walsall/posts/P-000001/change.json?how=correct", perm).body;
	const char *read = str_c(str_format(perm, "how=correct&title=Other&change.reason=x&change.row=%.*s&change.version=%.*s",
		STR_ARG(input_of(form, "change.row")), STR_ARG(input_of(form, "change.version"))), perm);
	check_str(input_of(form, "change.version"), S("1"));
	check_int(send(&it, "/authorities/walsall/posts/P-000001/change", read, perm).status, 200);
	reply = send(&it, "/authorities/walsall/posts/P-000001/change", read, perm);
	check_int(reply.status, 409);
	check_str(member(&reply, "outcome", perm), S("changed"));
	reply = send(&it, "/authorities/walsall/posts/P-000009/change", "how=correct&fte=0.9&change.reason=x", perm);
	check_int(reply.status, 404);
	check_str(member(&reply, "outcome", perm), S("unknown"));
	reply = send(&it, "/authorities/walsall/posts/P-000001/change", "%zz", perm);
	check_int(reply.status, 400);
	check_str(member(&reply, "outcome", perm), S("not-taken"));
	reply = send(&it, "/authorities/walsall/nowhere", "a=b", perm);
	check_int(reply.status, 404);
	check_str(member(&reply, "outcome", perm), S("not-taken"));
	served_end(&it, perm);
}

static void
a_program_may_what_its_owner_may_and_nothing_once_its_token_is_over(struct arena *perm)
{
	struct served it = served(DUTY_TEAM_MANAGER, perm);
	const char *wish = "title=Duty+worker&unit=Duty&role=Social+worker&fte=1&status=funded&change.day=2024-04-01";
	struct reply reply = send(&it, "/authorities/walsall/posts/new", wish, perm);
	check_int(reply.status, 403);
	check_str(member(&reply, "outcome", perm), S("forbidden"));
	it.key = S("mainstay_other");
	reply = send(&it, "/authorities/walsall/posts/new", wish, perm);
	check_int(reply.status, 401);
	check_str(member(&reply, "outcome", perm), S("nobody"));
	/* without a token and without our own form there is no way in, .json or not */
	Str body = str_of(wish);
	Str lines = str_format(perm, ASKING_HOST "Content-Type: " URLENCODED "\nContent-Length: %td\n", body.len);
	reply = ask_site(it.site, (struct asked_for){ "POST", "/authorities/walsall/posts/new.json", str_c(lines, perm), body, NOW }, perm);
	check_int(reply.status, 403);
	check_str(member(&reply, "outcome", perm), S("not-taken"));
	served_end(&it, perm);
}

/* A file with mistakes is stored in no part; a right one is, and nothing tells the audit of an export. */
static void
a_program_brings_a_file(struct arena *perm)
{
	struct served it = served(DUTY_HR_OFFICER, perm);
	static const struct { const char *sure, *fte; int status; const char *outcome; } cases[] = {
		{ "yes", "many", 400, "refused" }, { "no", "1", 200, "only-shown" }, { "yes", "1", 200, "done" },
	};
	for (int c = 0; c < countof(cases); c++) {
		Str body = str_format(perm, "--x\r\nContent-Disposition: form-data; name=\"change.sure\"\r\n\r\n%s\r\n--x\r\n"
			"Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nfrom,title,unit,role,fte,status\r\n"
			"2024-01-01,New,Duty,Social worker,%s,funded\r\n\r\n--x--\r\n", cases[c].sure, cases[c].fte);
		Str more = str_format(perm, "Content-Type: multipart/form-data; boundary=x\nContent-Length: %td\n", body.len);
		struct reply reply = ask_site(it.site, (struct asked_for){ "POST", "/authorities/walsall/posts/import",
			key_lines(&it, more, perm), body, NOW }, perm);
		check_int(reply.status, cases[c].status);
		check_str(member(&reply, "outcome", perm), str_of(cases[c].outcome));
		check((member(&reply, "findings.message", perm).len > 0) == (c == 0));
		check((member(&reply, "change", perm).len > 0) == (c == 2));
	}
	check(has(look(&it, "/authorities/walsall/posts.csv", perm).body, "P-000002,2024-01-01,,New"));
	served_end(&it, perm);
}

/* Whatever a form of a type may say stands in the description. */
static void
the_description_says_what_a_form_takes_and_what_comes_back(struct arena *perm)
{
	Str text = openapi_text(perm);
	json_error_t error;
	json_t *root = json_loadb(text.at, (size_t)text.len, JSON_REJECT_DUPLICATES, &error);
	json_t *paths = json_object_get(root, "paths");
	json_t *post = json_object_get(json_object_get(paths, "/authorities/{area}/posts/new"), "post");
	static const char *const statuses[] = { "201", "400", "401", "403", "404", "409" };
	for (int s = 0; s < countof(statuses); s++)
		check(json_object_get(json_object_get(post, "responses"), statuses[s]) != NULL);
	check(!json_object_get(json_object_get(post, "responses"), "200"));
	check_int(json_array_size(json_object_get(post, "security")), 1);
	json_t *schemas = json_object_get(json_object_get(root, "components"), "schemas");
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		const char *changed = str_c(str_join(type->name, S("-changed"), perm), perm);
		json_t *fields = json_object_get(json_object_get(schemas, changed), "properties");
		json_t *needed = json_object_get(json_object_get(schemas, str_c(type->name, perm)), "required");
		size_t required = 0;
		check_int(json_object_size(fields), type->field_count);
		for (int f = 0; f < type->field_count; f++)
			required += type->fields[f].required;
		check_int(json_array_size(needed), required);
	}
	json_t *undo = json_object_get(json_object_get(paths, "/authorities/{area}/changes/{ref}/undo"), "post");
	check(json_object_get(undo, "requestBody") != NULL);
	check(json_object_get(json_object_get(json_object_get(json_object_get(root, "components"), "securitySchemes"), "token"),
		"scheme") != NULL);
	json_decref(root);
}

int
main(void)
{
	if (!mkdtemp(folder)) {
		perror(folder);
		return 1;
	}
	run(a_program_adds_changes_corrects_ends_and_takes_back);
	run(a_program_is_told_what_is_wrong_and_with_which_field);
	run(a_program_may_what_its_owner_may_and_nothing_once_its_token_is_over);
	run(a_program_brings_a_file);
	run(the_description_says_what_a_form_takes_and_what_comes_back);
	rmdir(folder);
	return tests_end();
}
