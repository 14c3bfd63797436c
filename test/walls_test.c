/* walls_test.c: every address, asked by everybody, in every face.
 *
 * Two walks over the table of routes, so that a row that comes later is walked without a change here.
 * The first holds what each duty is answered to a table of its own, typed below: a route that is not in
 * it, or is not as it says, fails until somebody decides. The second asks a small council in which every
 * text says whose it is (walls.h): no text may stand where the matrix does not allow it; what is logged
 * must be in the audit; and the same council with everything out of sight made otherwise must give the
 * same bytes, so that no count, order or search tells of what is not shown. */
#include "walls.h"
#include "walls_site.h"

#include "app/demonstration.h"
#include "files/zip.h"
#include "store/audit.h"

/* ---- who may, typed a second time ---------------------------------------------------------------- */

/* What a row needs: open; beside (open, with own records for some); account; the records of a council or
 * the whole machine, with a group of the matrix and a letter of it; or a letter of the group that the
 * record type in the address belongs to. "but": the page judges besides whose record it is, and what may be
 * done with it, and may say 403. */
static const struct wall { const char *method, *path, *needs; } walls[] = {
	{ "GET",  "/", "open" },
	{ "GET",  "/authorities", "open" },
	{ "GET",  "/authorities/:area", "open" },
	{ "GET",  "/authorities/:area/scorecard", "beside" },
	{ "GET",  "/authorities/:area/measures/:measure", "open" },
	{ "GET",  "/authorities/:area/standing/:measure", "open" },
	{ "GET",  "/authorities/:area/paper", "open" },
	{ "GET",  "/authorities/:area/scores", "open" },
	{ "GET",  "/forecasts/scores", "open" },
	/* of published figures; of own people, and who kept one, each page judges besides */
	{ "GET",  "/authorities/:area/outlook", "beside" },
	{ "GET",  "/authorities/:area/scenarios", "beside" },
	{ "GET",  "/authorities/:area/forecasts", "beside" },
	{ "POST", "/authorities/:area/forecasts", "council plans W" },
	{ "GET",  "/authorities/:area/forecasts/:ref", "beside" },
	{ "GET",  "/authorities/:area/loads", "council imports R" },
	{ "POST", "/authorities/:area/loads", "council imports W" },
	{ "GET",  "/authorities/:area/loads/:ref", "council imports R" },
	{ "POST", "/authorities/:area/loads/:ref", "council imports W" },
	{ "GET",  "/authorities/:area/views", "council structure R" },
	{ "POST", "/authorities/:area/views", "council structure R" },
	{ "GET",  "/authorities/:area/views/:ref", "council structure R" },
	{ "POST", "/authorities/:area/views/:ref", "council structure R" },
	{ "GET",  "/authorities/:area/profiles", "council imports R" },
	{ "GET",  "/authorities/:area/profiles/:ref", "council imports R" },
	{ "GET",  "/authorities/:area/reconcile", "council imports R" },
	{ "POST", "/authorities/:area/reconcile", "council imports W" },
	{ "GET",  "/authorities/:area/establishment", "council structure R" },
	{ "GET",  "/authorities/:area/vacancies", "council terms P" },
	{ "GET",  "/authorities/:area/posts/:ref", "council structure R" },
	{ "GET",  "/authorities/:area/people/:ref", "council identity P" },
	{ "GET",  "/authorities/:area/own", "council identity P" },
	{ "GET",  "/authorities/:area/own/:measure", "council identity P" },
	{ "GET",  "/authorities/:area/movements", "council identity P" },
	/* of a whole unit: who sees themselves alone is told so */
	{ "GET",  "/authorities/:area/staying", "council leaving A but" },
	{ "GET",  "/authorities/:area/establishment-changes", "council requests R" },
	{ "GET",  "/authorities/:area/establishment-changes/ask", "council requests W" },
	{ "POST", "/authorities/:area/establishment-changes/ask", "council requests W" },
	{ "GET",  "/authorities/:area/establishment-changes/:ref", "council requests R" },
	{ "POST", "/authorities/:area/establishment-changes/:ref/decide", "council requests W" },
	{ "GET",  "/authorities/:area/agency", "council terms P" },
	{ "GET",  "/authorities/:area/agency/assignments/:ref", "council terms P" },
	{ "POST", "/authorities/:area/agency/assignments/:ref/sign", "council approvals W" },
	{ "POST", "/authorities/:area/agency/assignments/:ref/end", "council terms W" },
	{ "POST", "/authorities/:area/agency/assignments/:ref/talk", "council terms W" },
	{ "POST", "/authorities/:area/agency/assignments/:ref/evidence", "council terms W" },
	{ "GET",  "/authorities/:area/agency/requests", "council requests R" },
	{ "GET",  "/authorities/:area/agency/ask", "council requests W" },
	{ "POST", "/authorities/:area/agency/ask", "council requests W" },
	{ "GET",  "/authorities/:area/agency/requests/:ref", "council requests R" },
	{ "POST", "/authorities/:area/agency/requests/:ref/decide", "council requests W" },
	{ "GET",  "/authorities/:area/agency/requests/:ref/book", "council terms W" },
	{ "POST", "/authorities/:area/agency/requests/:ref/book", "council terms W" },
	{ "GET",  "/authorities/:area/assumptions", "beside" },
	{ "GET",  "/authorities/:area/plan", "beside" },
	{ "GET",  "/authorities/:area/over-establishment", "council requests R" },
	{ "GET",  "/authorities/:area/over-establishment/ask", "council requests W" },
	{ "POST", "/authorities/:area/over-establishment/ask", "council requests W" },
	{ "GET",  "/authorities/:area/over-establishment/:ref", "council requests R" },
	{ "POST", "/authorities/:area/over-establishment/:ref/decide", "council requests W" },
	{ "POST", "/authorities/:area/over-establishment/:ref/open", "council requests W" },
	{ "POST", "/authorities/:area/over-establishment/:ref/close", "council requests W" },
	{ "GET",  "/authorities/:area/to-fill", "council requests R" },
	{ "GET",  "/authorities/:area/to-fill/ask", "council requests W" },
	{ "POST", "/authorities/:area/to-fill/ask", "council requests W" },
	{ "GET",  "/authorities/:area/to-fill/:ref", "council requests R" },
	{ "POST", "/authorities/:area/to-fill/:ref/decide", "council requests W" },
	{ "POST", "/authorities/:area/to-fill/:ref/advertise", "council requests W" },
	{ "GET",  "/authorities/:area/recruitment", "council candidates R" },
	{ "POST", "/authorities/:area/recruitment/move", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/add", "council candidates W" },
	{ "POST", "/authorities/:area/recruitment/add", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/reports", "council candidates R" },
	{ "GET",  "/authorities/:area/supply", "council supply R" },
	{ "GET",  "/authorities/:area/supply/cohorts/:ref", "council supply R" },
	{ "POST", "/authorities/:area/supply/cohorts/:ref/move", "council supply W" },
	{ "GET",  "/authorities/:area/supply/:ref", "council supply R" },
	{ "POST", "/authorities/:area/supply/:ref/move", "council supply W" },
	{ "GET",  "/authorities/:area/educators", "council supply R" },
	{ "GET",  "/authorities/:area/educators/:ref", "council supply R" },
	{ "POST", "/authorities/:area/educators/:ref/record", "council supply W" },
	{ "GET",  "/authorities/:area/recruitment/inductions", "council induction R" },
	{ "GET",  "/authorities/:area/recruitment/checklist", "council induction R" },
	{ "GET",  "/authorities/:area/recruitment/inductions/:ref", "council induction R" },
	{ "POST", "/authorities/:area/recruitment/inductions/:ref/tick", "council induction W" },
	{ "POST", "/authorities/:area/recruitment/inductions/:ref/review", "council induction W" },
	{ "POST", "/authorities/:area/recruitment/inductions/:ref/make", "council induction W" },
	{ "GET",  "/authorities/:area/recruitment/duplicates", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/duplicates/:ref", "council candidates W" },
	{ "POST", "/authorities/:area/recruitment/duplicates/:ref", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/import", "council candidates W" },
	{ "POST", "/authorities/:area/recruitment/import", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/:ref", "council candidates R" },
	{ "GET",  "/authorities/:area/recruitment/rounds/:ref", "council candidates R" },
	{ "GET",  "/authorities/:area/recruitment/campaigns/:ref", "council candidates R" },
	{ "POST", "/authorities/:area/recruitment/:ref/move", "council candidates W" },
	{ "POST", "/authorities/:area/recruitment/:ref/check", "council vetting W" },
	{ "GET",  "/authorities/:area/recruitment/:ref/write", "council candidates W" },
	{ "POST", "/authorities/:area/recruitment/:ref/write", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/:ref/interview.ics", "council candidates W" },
	{ "GET",  "/authorities/:area/messages", "council candidates W" },
	{ "GET",  "/authorities/:area/messages/templates", "council campaigns R" },
	{ "GET",  "/authorities/:area/messages/templates/:ref", "council campaigns W" },
	{ "POST", "/authorities/:area/messages/templates/:ref", "council campaigns W" },
	{ "GET",  "/authorities/:area/messages/:ref", "council candidates W" },
	{ "POST", "/authorities/:area/messages/:ref", "council candidates W" },
	/* by the panel that names whoever asks: to all others there is no such page */
	{ "GET",  "/authorities/:area/recruitment/scoring", "council scores -" },
	{ "GET",  "/authorities/:area/recruitment/scoring/:ref", "council scores -" },
	{ "POST", "/authorities/:area/recruitment/scoring/:ref/give", "council scores -" },
	{ "POST", "/authorities/:area/recruitment/scoring/:ref/agree", "council scores -" },
	{ "POST", "/authorities/:area/recruitment/scoring/:ref/declare", "council scores -" },
	{ "GET",  "/authorities/:area/recruitment/rounds/:ref/rank", "council scores -" },
	{ "POST", "/authorities/:area/recruitment/rounds/:ref/feedback", "council candidates W" },
	{ "GET",  "/authorities/:area/recruitment/rounds/:ref/panel", "council campaigns R" },
	{ "POST", "/authorities/:area/recruitment/rounds/:ref/panel/members", "council campaigns W" },
	{ "POST", "/authorities/:area/recruitment/rounds/:ref/panel/end", "council campaigns W" },
	{ "POST", "/authorities/:area/recruitment/rounds/:ref/panel/criteria", "council campaigns W" },
	{ "POST", "/authorities/:area/recruitment/rounds/:ref/panel/interests", "council candidates W" },
	{ "GET",  "/authorities/:area/agency/costs", "council terms P" },
	{ "GET",  "/authorities/:area/agency/conversions", "council terms P" },
	/* of the whole council: who sees a part of it is told so */
	{ "GET",  "/authorities/:area/agency/quarters", "council terms R but" },
	{ "GET",  "/authorities/:area/agency/quarters/:ref", "council terms R but" },
	{ "POST", "/authorities/:area/agency/quarters/:ref", "council returns W" },
	/* records of any type: by the group of the type, and each row is judged besides */
	{ "GET",  "/authorities/:area/people/duplicates", "council identity W" },
	{ "GET",  "/authorities/:area/people/:ref/merge", "council identity W" },
	{ "POST", "/authorities/:area/people/:ref/merge", "council identity W" },
	{ "GET",  "/authorities/:area/changes", "council identity W" },
	{ "GET",  "/authorities/:area/changes/:ref", "council structure R" },
	{ "POST", "/authorities/:area/changes/:ref/undo", "council structure R" },
	{ "GET",  "/authorities/:area/:type", "type P" },
	/* what is of the whole council is not for a duty in a part of it */
	{ "GET",  "/authorities/:area/:type/new", "type W but" },
	{ "POST", "/authorities/:area/:type/new", "type W but" },
	{ "GET",  "/authorities/:area/:type/import", "type W" },
	{ "POST", "/authorities/:area/:type/import", "type W" },
	{ "GET",  "/authorities/:area/:type/:ref", "type P" },
	{ "GET",  "/authorities/:area/:type/:ref/change", "type P but" },
	{ "POST", "/authorities/:area/:type/:ref/change", "type P but" },
	{ "GET",  "/authorities/:area/:type/:ref/history", "type P" },
	/* of one person: their own, or HR's to give; each judges whose it is besides */
	{ "GET",  "/authorities/:area/candidates/:ref/data", "council equality W but" },
	{ "GET",  "/authorities/:area/learners/:ref/data", "council equality W but" },
	{ "GET",  "/authorities/:area/people/:ref/data", "council equality W" },
	{ "POST", "/authorities/:area/people/:ref/data", "council equality W" },
	{ "GET",  "/authorities/:area/people/:ref/seen", "council structure R but" },
	{ "GET",  "/authorities/:area/people/:ref/corrections", "council identity R but" },
	{ "POST", "/authorities/:area/people/:ref/corrections", "council identity R but" },
	{ "GET",  "/authorities/:area/people/:ref/equality", "council equality W" },
	{ "POST", "/authorities/:area/people/:ref/equality", "council equality W" },
	{ "GET",  "/authorities/:area/corrections", "council identity W" },
	{ "POST", "/authorities/:area/corrections", "council identity W" },
	{ "GET",  "/authorities/:area/data-requests", "council structure R but" },
	{ "GET",  "/authorities/:area/equality", "council equality A but" },
	{ "GET",  "/authorities/:area/recruitment/equality", "council equality A but" },
	{ "GET",  "/authorities/:area/audit", "council audit R" },
	{ "GET",  "/authorities/:area/census", "council returns R" },
	{ "GET",  "/authorities/:area/census/:year", "council returns R but" },
	{ "GET",  "/authorities/:area/census/:year/missing/:how", "council returns R but" },
	{ "POST", "/authorities/:area/census/:year/missing/:how", "council returns R but" },
	{ "GET",  "/authorities/:area/census/:year/working/:how", "council returns W but" },
	{ "POST", "/authorities/:area/census/:year/working/:how", "council returns W but" },
	{ "GET",  "/authorities/:area/census/:year/rules/:how", "council returns W but" },
	{ "POST", "/authorities/:area/census/:year/rules/:how", "council returns W but" },
	{ "GET",  "/authorities/:area/census/:year/continuity", "council returns W but" },
	{ "GET",  "/authorities/:area/census/:year/publish", "council returns R but" },
	{ "GET",  "/authorities/:area/census/:year/file/:how", "council returns W but" },
	{ "GET",  "/authorities/:area/census/:year/sent", "council returns R but" },
	{ "POST", "/authorities/:area/census/:year/sent", "council returns W but" },
	{ "GET",  "/authorities/:area/census/:year/sent/:how", "council returns W but" },
	{ "GET",  "/audit/verify", "machine audit A" },
	{ "GET",  "/regions/:area", "region terms A" },
	{ "GET",  "/authorities/:area/retention", "council settings R" },
	{ "POST", "/authorities/:area/retention", "council settings W" },
	{ "GET",  "/figures", "open" },
	{ "GET",  "/figures/:measure", "open" },
	{ "GET",  "/claim", "open" },
	{ "GET",  "/releases", "open" },
	{ "GET",  "/imports", "open" },
	{ "POST", "/imports", "machine imports W" },
	{ "POST", "/imports/:id/undo", "machine imports W" },
	{ "GET",  "/sign-in", "open" },
	{ "POST", "/sign-in", "open" },
	{ "POST", "/sign-out", "account" },
	{ "GET",  "/link/:ref", "open" },
	{ "POST", "/link/:ref", "open" },
	{ "GET",  "/account", "account" },
	{ "POST", "/account/:how", "account" },
	{ "GET",  "/accounts", "machine settings R" },
	{ "POST", "/accounts", "machine settings W" },
	{ "GET",  "/accounts/:ref", "machine settings R" },
	{ "POST", "/accounts/:ref/:how", "machine settings W" },
	/* a census return that somebody brings: nothing of the store is read but what is published */
	{ "GET",  "/census/check", "open" },
	{ "POST", "/census/check", "account" },
	{ "GET",  "/census/measures", "open" },
	{ "POST", "/census/measures", "account" },
	{ "GET",  "/census/rules", "open" },
	{ "GET",  "/census/rules/:ref", "open" },
	/* whoever applies for a post: what a round makes public, and their own application */
	{ "GET",  "/apply", "open" },
	{ "GET",  "/apply/back", "open" },
	{ "POST", "/apply/back", "open" },
	{ "GET",  "/apply/yours", "open" },
	{ "POST", "/apply/yours", "open" },
	{ "GET",  "/apply/yours/:how", "open" },
	{ "POST", "/apply/yours/:how", "open" },
	{ "POST", "/apply/send", "open" },
	{ "GET",  "/apply/:area/:ref", "open" },
	{ "POST", "/apply/:area/:ref/start", "open" },
	{ "GET",  "/methods", "open" },
	{ "GET",  "/accessibility", "open" },
	{ "GET",  "/privacy", "open" },
	{ "GET",  "/help", "open" },
	{ "GET",  "/health", "open" },
	{ "GET",  "/web-check", "open" },
	{ "GET",  "/openapi.json", "open" },
	{ "GET",  "/assets/:hash/:name", "open" },
};

static const struct wall *
wall_of(const struct route *route)
{
	for (ptrdiff_t i = 0; i < countof(walls); i++)
		if (str_equal(route->path, str_of(walls[i].path)) && (route->method == POST) == (walls[i].method[0] == 'P'))
			return &walls[i];
	return NULL;
}

/* The group and reach of "council identity P". */
static void
read_needs(const struct wall *wall, enum field_group *group, enum reach *reach)
{
	Str needs = str_of(wall->needs);
	static const char letters[] = "-APRW";
	bool type = str_equal(str_word(&needs), S("type"));
	Str name = type ? S("structure") : str_word(&needs), letter = type ? S("R") : str_word(&needs);
	check_int(letter.len, 1);
	for (int g = 0; g < FIELD_GROUPS; g++) {
		Str row = str_of(rights_matrix[g]);
		if (str_equal(str_word(&row), name))
			*group = (enum field_group)g;
	}
	*reach = (enum reach)(strchr(letters, letter.at[0]) - letters);
}

static void
every_route_is_as_somebody_decided(struct arena *perm)
{
	(void)perm;
	static const char *const kinds[] = { "UNSAID", "open", "beside", "account", "council", "region", "machine" };
	for (int i = 0; i < route_count; i++) {
		const struct route *route = &routes[i];
		const struct wall *wall = wall_of(route);
		if (!wall)
			printf("%.*s has no row in `walls`: decide who may, and add it\n", STR_ARG(route->path));
		check(wall != NULL);
		if (!wall)
			continue;
		Str needs = str_of(wall->needs);
		Str kind = str_word(&needs);
		check_str(str_of(kinds[route->need.access]), str_equal(kind, S("type")) ? S("council") : kind);
		enum field_group group = route->need.group;
		enum reach reach = route->need.reach;
		if (route->need.access >= OF_COUNCIL)
			read_needs(wall, &group, &reach);
		if (group != route->need.group || reach != route->need.reach)
			printf("%.*s is not as `walls` says\n", STR_ARG(route->path));
		check_int(route->need.group, group);
		check_int(route->need.reach, reach);
	}
}

/* ---- the first walk: what everybody is answered ------------------------------------------------------ */

/* Everybody who may knock at a council's door, and what their grants come to there. */
struct caller {
	const char *name;
	struct grant grants[2];
	int count;
	bool off;                    /* the account was disabled after it signed in */
	bool token;                  /* a program with an API token */
	struct visitor visitor;
};
enum { CALLERS_MOST = 48 };

static bool
grant_there(const struct grant *grant, Str area)
{
	static const char letters[] = "suar";
	Date today = { WALLS_NOW / 86400 };
	ptrdiff_t most = strchr(letters, widest[grant->duty]) - letters;
	return str_equal(grant->authority, area) && (ptrdiff_t)grant->scope <= most && grant->scope != SCOPE_REGION
	       && grant->when.first.day <= today.day && today.day <= grant->when.last.day;
}

/* The most that somebody has of a group in a council, by the typed matrix; -1: they are not known there.
 * Of the machine: in any council. */
static int
most_of(const struct caller *caller, enum field_group group, Str area)
{
	int most = -1;
	for (int g = 0; g < caller->count; g++) {
		const struct grant *grant = &caller->grants[g];
		if (area.len ? !grant_there(grant, area) : !grant_there(grant, grant->authority))
			continue;
		int reach = (int)matrix_cell((int)grant->duty, (int)group).reach;
		most = reach > most ? reach : most;
	}
	return most;
}

/* What the record type in an address asks besides: its group, to the letter of the row. */
static bool
type_allows(const struct caller *caller, const struct wall *wall, Str target, Str area)
{
	Str needs = str_of(wall->needs), rest = str_from(target, 1);
	static const char letters[] = "-APRW";
	if (!str_equal(str_word(&needs), S("type")))
		return true;
	(void)str_cut(&rest, '/');
	(void)str_cut(&rest, '/');
	const struct record_type *type = record_type_find(str_cut(&rest, '/'));
	check(type != NULL);
	return type && most_of(caller, type->group, area) >= (int)(strchr(letters, str_word(&needs).at[0]) - letters);
}

static bool
of_region(const struct caller *caller, enum field_group group, enum reach reach, Str region)
{
	for (int g = 0; g < caller->count; g++)
		if (caller->grants[g].scope == SCOPE_REGION && str_equal(caller->grants[g].authority, region))
			return matrix_cell((int)caller->grants[g].duty, (int)group).reach >= reach;
	return false;
}

/* "in", "out" (sign in first), "403" or "404", as the typed tables say. */
static const char *
answer_wanted(const struct caller *caller, const struct wall *wall, Str target, Str area)
{
	Str needs = str_of(wall->needs);
	Str kind = str_word(&needs);
	if (str_equal(kind, S("open")) || str_equal(kind, S("beside")))
		return "in";
	if (caller->off || !caller->visitor.secret.len)
		return "out";
	if (str_equal(kind, S("account")))
		return "in";
	enum field_group group = GROUP_STRUCTURE;
	enum reach reach = REACH_WRITE;
	read_needs(wall, &group, &reach);
	if (str_equal(kind, S("region")))
		return of_region(caller, group, reach, area) ? "in" : "404";
	bool council = !str_equal(kind, S("machine"));
	int most = most_of(caller, group, council ? area : S(""));
	return council && most < 0 ? "404" : most < (int)reach || !type_allows(caller, wall, target, area) ? "403" : "in";
}

/* The same from what came back. A page behind the door may still say 403 of one's own record, or 404. */
static const char *
answer_got(const struct reply *reply)
{
	bool signs_in = reply->status == 401 || (reply->status == 303 && str_begins(reply->location, S("/sign-in?")));
	if (signs_in)
		return "out";
	if (reply->status == 403 && str_find(reply->body, S("That is not among your duties here")) >= 0)
		return "403";
	if (reply->status == 404 && str_find(reply->body, S("There are no records of that council here for you")) >= 0)
		return "404";
	return reply->status >= 500 ? "broken" : "in";
}

static int
callers_of(struct caller *callers, Str here, Str elsewhere)
{
	int count = 0;
	callers[count++] = (struct caller){ .name = "nobody" };
	for (int d = 0; d < DUTIES; d++)
		callers[count++] = (struct caller){ .name = "a duty", .count = 1, .grants = { grant_of(d, here, S("U-000003")) } };
	for (int d = 0; d < DUTIES; d += 3)
		callers[count++] = (struct caller){ .name = "elsewhere", .count = 1,
			.grants = { grant_of(d, elsewhere, S("U-000003")) } };
	static const enum duty wide[] = { DUTY_WORKER, DUTY_TEAM_MANAGER, DUTY_SERVICE_HEAD };
	for (int d = 0; d < countof(wide); d++)
		callers[count++] = (struct caller){ .name = "too wide", .count = 1,
			.grants = { { wide[d], SCOPE_AUTHORITY, here, S(""), always } } };
	Date today = { WALLS_NOW / 86400 };
	callers[count] = (struct caller){ .name = "over", .count = 1, .grants = { grant_of(DUTY_HR_LEAD, here, S("")) } };
	callers[count++].grants[0].when.last = (Date){ today.day - 1 };
	callers[count] = (struct caller){ .name = "not yet", .count = 1, .grants = { grant_of(DUTY_HR_LEAD, here, S("")) } };
	callers[count++].grants[0].when.first = (Date){ today.day + 1 };
	callers[count++] = (struct caller){ .name = "no grant" };
	callers[count++] = (struct caller){ .name = "disabled", .off = true, .count = 1,
		.grants = { grant_of(DUTY_HR_LEAD, here, S("")) } };
	callers[count++] = (struct caller){ .name = "two councils", .count = 2,
		.grants = { grant_of(DUTY_HR_LEAD, elsewhere, S("")), grant_of(DUTY_SYSADMIN, here, S("")) } };
	callers[count++] = (struct caller){ .name = "two duties", .count = 2,
		.grants = { grant_of(DUTY_TEAM_MANAGER, here, S("U-000003")), grant_of(DUTY_DPO, here, S("")) } };
	callers[count++] = (struct caller){ .name = "a token", .token = true, .count = 1,
		.grants = { grant_of(DUTY_TEAM_MANAGER, here, S("U-000003")) } };
	check(count < CALLERS_MOST);
	return count;
}

/* A token in place of the session. */
static void
take_token(struct caller *caller, Str path, struct arena *perm)
{
	struct error err = { "" };
	struct digits secret;
	check(random_digits(32, &secret, &err));
	struct digits hash = hash_of(digits_str(&secret));
	struct store *store = store_open(path, &err);
	struct token_row row = { .account = caller->visitor.account.ref, .title = S("Test"), .made_at = 1, .ends_at = 4102444800 };
	check(accounts_begin(store, &err));
	check(token_make(store, &row, digits_str(&hash), (struct by){ S("test"), 1 }, perm, &err));
	check(store_commit(store, &err));
	store_close(store);
	caller->visitor.cookie = str_c(str_format(perm, "Authorization: Bearer %s\n", secret.at), perm);
}

static void
come_in(struct caller *caller, Str path, struct arena *perm)
{
	caller->visitor.cookie = "";
	if (str_equal(str_of(caller->name), S("nobody")))
		return;
	caller->visitor = signed_in_with(path, caller->grants, caller->count, perm);
	if (caller->token)
		take_token(caller, path, perm);
	if (!caller->off)
		return;
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	caller->visitor.account.active = false;
	check(accounts_begin(store, &err));
	check(account_save(store, &caller->visitor.account, (struct by){ S("test"), 1 }, perm, &err));
	check(store_commit(store, &err));
	store_close(store);
	caller->visitor.token = S("");
}

static void
knock(struct place_of *it, const struct caller *caller, const struct route *route, Str area, struct arena scratch)
{
	const struct wall *wall = wall_of(route);
	area = area_for(route, area);
	struct targets targets = { .perm = &scratch };
	fill_path(&targets, S(""), S(""), str_from(route->path, 1), area);
	for (int i = 0; wall && i < targets.count; i++) {
		struct arena once = scratch;
		Str target = targets.at[i].path;
		const char *wants = answer_wanted(caller, wall, target, area);
		bool form = route->method == POST;
		if (str_ends(target, S("/undo")) && strcmp(wants, "in") == 0)
			continue;                    /* nothing else is asked of whoever may: it would be done */
		struct reply reply = form ? post_as(it->site, caller->visitor.secret.len && !caller->off ? &caller->visitor : NULL,
		                                    target, S(""), &once)
			: get_as(it->site, &caller->visitor, with_few_futures(route, target, &once), &once);
		const char *got = answer_got(&reply);
		if (strcmp(got, "403") == 0 && strcmp(wants, "in") == 0 && str_find(str_of(wall->needs), S(" but")) >= 0)
			got = "in";                  /* the page judges besides: it is in sight, and not theirs to do */
		if (strcmp(got, wants) != 0)
			printf("%s (%s) %s %.*s: %s (%d), wants %s\n", caller->name, caller->count ?
			       str_c(duty_rows[caller->grants[0].duty].name, &once) : "-", form ? "POST" : "GET", STR_ARG(target), got,
			       reply.status, wants);
		check(strcmp(got, wants) == 0);
	}
}

/* Signing out ends the session that the walk goes on with, and has tests of its own. */
static bool
ends_the_walk(const struct route *route)
{
	return str_equal(route->path, S("/sign-out"));
}

static void
everybody_is_answered_as_the_matrix_says(struct arena *perm)
{
	struct place_of it = place_new(perm);
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, it.path, perm, &err));
	struct demonstration wish = { .area = S("Rutland"), .seed = 1, .actor = S("command line"), .now = WALLS_NOW };
	check_int(demonstrate(world, &wish, perm).outcome, DONE);
	walls_put(it.path, council_of(walls_lines("", perm), perm), perm);
	struct caller *callers = new(perm, CALLERS_MOST, struct caller);
	int count = callers_of(callers, S("rutland"), S("walsall"));
	for (int c = 0; c < count; c++)
		come_in(&callers[c], it.path, perm);
	int64_t deeds = asked_of_store(it.path, "SELECT count(*) FROM deed");
	place_open(&it);
	for (int c = 0; c < count; c++)
		for (int r = 0; r < route_count; r++)
			if (!ends_the_walk(&routes[r]))
				knock(&it, &callers[c], &routes[r], S("rutland"), *perm);
	check_int(asked_of_store(it.path, "SELECT count(*) FROM deed"), deeds);
	check_int(asked_of_store(it.path, "SELECT count(*) FROM list_load"), 0);
	place_end(&it, perm);
}

/* ---- the second walk: what stands on the pages ------------------------------------------------------- */

static const struct looker lookers[] = {
	{ "worker", DUTY_WORKER, 0, 0, 0 }, { "team manager", DUTY_TEAM_MANAGER, 0, 0, 0 },
	{ "head of service", DUTY_SERVICE_HEAD, 0, 0, 0 }, { "HR officer", DUTY_HR_OFFICER, 0, 0, 0 },
	{ "HR lead", DUTY_HR_LEAD, 0, 0, 0 }, { "census officer", DUTY_CENSUS, 0, 0, 0 }, { "analyst", DUTY_ANALYST, 0, 0, 0 },
	{ "exit interview lead", DUTY_EXIT_LEAD, 0, 0, 0 }, { "survey administrator", DUTY_SURVEY_ADMIN, 0, 0, 0 },
	{ "data protection officer", DUTY_DPO, 0, 0, 0 }, { "system administrator", DUTY_SYSADMIN, 0, 0, 0 },
	{ "regional analyst", DUTY_REGION, 0, 0, 0 }, { "nobody", 0, .nobody = true },
	{ "HR lead elsewhere", DUTY_HR_LEAD, .elsewhere = true }, { "HR lead until yesterday", DUTY_HR_LEAD, .over = true },
};

static struct visitor
looker_in(const struct looker *looker, Str path, struct arena *perm)
{
	if (looker->nobody)
		return (struct visitor){ .cookie = "" };
	struct grant grant = grant_of(looker->duty, looker->elsewhere ? S("leeds") : S("walsall"),
	                              looker->duty == DUTY_SERVICE_HEAD ? S("U-000011") : S("U-000100"));
	if (looker->over)
		grant.when.last = (Date){ WALLS_NOW / 86400 - 1 };
	struct visitor who = signed_in_with(path, &grant, 1, perm);
	if (looker->duty != DUTY_WORKER)
		return who;
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	who.account.person = S("N-000101");
	who.account.authority_of_person = S("walsall");
	check(accounts_begin(store, &err) && account_save(store, &who.account, (struct by){ S("test"), 1 }, perm, &err));
	check(store_commit(store, &err));
	store_close(store);
	return who;
}

/* A list of HR's, brought through its page, whose every text says so. */
static void
bring_list(struct place_of *it, const char *names, struct arena *perm)
{
	struct grant grant = grant_of(DUTY_HR_OFFICER, S("walsall"), S(""));
	struct visitor hr = signed_in_with(it->path, &grant, 1, perm);
	Str body = str_format(perm, "--XX\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n%.*s\r\n"
		"--XX\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\nhr\r\n"
		"--XX\r\nContent-Disposition: form-data; name=\"on\"\r\n\r\n2025-11-01\r\n"
		"--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%sToxfile.csv\"\r\n\r\n"
		"Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
		"%sToxpay,%sToxsurname,%sToxforename,%sToxpost,%sToxjob,%sToxteam,1,Permanent,1/9/2020\n\r\n--XX--\r\n",
		STR_ARG(hr.token), names, names, names, names, names, names, names);
	Str lines = str_format(perm, ASKING_HOST "%sContent-Type: multipart/form-data; boundary=XX\nContent-Length: %td\n",
	                       hr.cookie, body.len);
	struct reply reply = ask_site(it->site, (struct asked_for){ "POST", "/authorities/walsall/loads", str_c(lines, perm),
		body, WALLS_NOW }, perm);
	check_int(reply.status, 303);
	for (int i = 0; i < 200; i++) {              /* it is read by a thread of its own */
		struct arena once = *perm;
		if (get_as(it->site, &hr, S("/authorities/walsall/loads/1"), &once).again_seconds == 0)
			return;
		usleep(20000);
	}
	check(false);
}

static bool
add_piece(void *context, Str piece, bool last)
{
	(void)last;
	text_add(context, piece);
	return true;
}

/* Everything that somebody can read in a file: a workbook unpacked, but for when it was made. */
static Str
readable(Str body, struct arena *perm)
{
	struct zip_trouble trouble = { 0 };
	struct text text = text_new(perm);
	struct zipped *zipped = str_begins(body, S("PK\x03\x04")) ? zipped_open(body, &trouble, perm) : NULL;
	if (!zipped)
		return body;
	for (int i = 0; i < zipped_count(zipped); i++)
		if (str_find(zipped_name(zipped, i), S("docProps")) < 0)
			check(zipped_read(zipped, i, add_piece, &text, &trouble));
	zipped_close(zipped);
	return text_str(&text);
}

/* A hash of it without the tokens of its forms, which are new for everybody. */
static uint64_t
hash_without_tokens(Str body, struct arena scratch)
{
	static const Str mark = STR("name=\"token\" value=\"");
	struct text text = text_new(&scratch);
	for (ptrdiff_t at; (at = str_find(body, mark)) >= 0;) {
		text_add(&text, str_upto(body, at));
		body = str_from(body, at + mark.len);
		(void)str_cut(&body, '"');
	}
	text_add(&text, body);
	return str_hash(text_str(&text));
}

struct walk {
	struct place_of *it;
	const struct looker *looker;
	struct visitor who;
	uint64_t *hashes;            /* one a target; written by the first walk, compared by the second */
	bool second;
	int  seen[128];              /* texts by the letter of their group */
	int  out_of_sight, told;
};

/* The audit's word for a group whose reading is logged. */
static const char *
word_logged(char letter)
{
	switch (letter) {
	case 'c': return "contact";
	case 'e': return "equality";
	case 'l': return "leaving";
	case 'p': return "pay";
	case 'x': return "lists";
	default:  return NULL;
	}
}

/* Pages with all that is held of the worker, for themselves. */
static bool
of_oneself(Str target)
{
	return str_find(target, S("/people/N-000101/data")) >= 0 || str_find(target, S("/people/N-000101/corrections")) >= 0;
}

/* A return that is built holds of each person what its officer may not read elsewhere, and whoever reads returns
 * sees what all of it comes to (docs/methods/rights.md). */
static bool
of_return(const struct looker *looker, Str target, enum reach reach)
{
	return str_begins(target, S("/authorities/walsall/census")) && !looker->nobody && !looker->elsewhere && !looker->over &&
	       matrix_cell(looker->duty, (int)GROUP_RETURNS).reach >= reach;
}

/* A text was found on a page: may it stand there? */
static void
judge(struct walk *walk, Str target, struct whose whose, Str text)
{
	bool astray = whose.group == 'e' && str_find(target, S("/equality")) < 0 && str_find(target, S("/data")) < 0;
	if (of_return(walk->looker, target, REACH_WRITE) && !may_look(walk->looker, whose))
		return;
	walk->seen[(int)whose.group]++;
	if (of_oneself(target) && may_look(walk->looker, (struct whose){ 'A', 'h', 'c' }) &&
	    ((whose.team == 'A' && whose.who == 'h') || whose.who == 'd'))
		return;                              /* all that is held of them, names of others in reasons withheld */
	if (may_look(walk->looker, whose) && !astray)
		return;
	if (walk->out_of_sight++ < 12)
		printf("%s at %.*s: %.*s\n", walk->looker->name, STR_ARG(target), STR_ARG(str_upto(text, text.len < 40 ? text.len : 40)));
}

static bool
is_letter(char c)
{
	return isalnum((unsigned char)c);
}

/* "KqAhnfamily", in either case; one without a tail is what somebody typed to search. */
static void
find_texts(struct walk *walk, Str target, Str body)
{
	for (ptrdiff_t i = 0; i + 6 <= body.len; i++) {
		const char *at = body.at + i;
		if (tolower(at[0]) != 'k' || tolower(at[1]) != 'q' || !is_letter(at[2]) || !is_letter(at[3]) || !is_letter(at[4]) ||
		    !is_letter(at[5]))
			continue;
		judge(walk, target, (struct whose){ (char)toupper(at[2]), (char)tolower(at[3]), (char)tolower(at[4]) },
		      str_from(body, i));
	}
}

/* Values that are no text of ours: numbers, days and codes of one person alone. */
static void
find_values(struct walk *walk, Str target, Str body)
{
	static const struct { Str text; struct whose whose; bool files_only; } values[] = {
		{ STR("7 March 1951"), { 'A', 'h', 'c' }, 0 }, { STR("1951-03-07"), { 'A', 'h', 'c' }, 0 },
		{ STR("7 March 1952"), { 'A', 'o', 'c' }, 0 }, { STR("1952-03-07"), { 'A', 'o', 'c' }, 0 },
		{ STR("7 March 1954"), { 'B', 'o', 'c' }, 0 }, { STR("1954-03-07"), { 'B', 'o', 'c' }, 0 },
		{ STR("7 March 1955"), { 'B', 'o', 'c' }, 0 }, { STR("1955-03-07"), { 'B', 'o', 'c' }, 0 },
		{ STR("SW73101"), { 'A', 'h', 'g' }, 0 }, { STR("SW73102"), { 'A', 'o', 'g' }, 0 },
		{ STR("SW73109"), { 'A', 'l', 'g' }, 0 }, { STR("SW73201"), { 'B', 'o', 'g' }, 0 },
		{ STR("SW73202"), { 'B', 'o', 'g' }, 0 }, { STR("SW73209"), { 'B', 'l', 'g' }, 0 },
		{ STR("SW73301"), { 'M', 'o', 'g' }, 0 }, { STR("Other leave"), { 'A', 'o', 'a' }, 1 },
		{ STR("Deceased"), { 'A', 'l', 'l' }, 1 }, { STR("Dismissed"), { 'B', 'l', 'l' }, 1 },
		{ STR("Compulsory redundancy"), { 'B', 'o', 'l' }, 1 }, { STR("Fixed term"), { 'A', 'o', 't' }, 1 },
		{ STR("41,101.56"), { 'A', 'h', 'p' }, 0 }, { STR("41101.56"), { 'A', 'h', 'p' }, 0 },
		{ STR("41,102.56"), { 'A', 'o', 'p' }, 0 }, { STR("41102.56"), { 'A', 'o', 'p' }, 0 },
		{ STR("41,201.56"), { 'B', 'o', 'p' }, 0 }, { STR("41201.56"), { 'B', 'o', 'p' }, 0 },
		{ STR("41,209.56"), { 'B', 'l', 'p' }, 0 }, { STR("41209.56"), { 'B', 'l', 'p' }, 0 },
	};
	bool file = str_find(target, S(".csv")) >= 0 || str_find(target, S(".json")) >= 0 || str_find(target, S(".xlsx")) >= 0;
	file = file && str_begins(target, S("/authorities/")) && str_find(target, S("/measures/")) < 0 &&
	       str_find(target, S("/standing/")) < 0 &&        /* published ones explain the words */
	       str_find(target, S("/new.")) < 0 && str_find(target, S("/change.")) < 0;    /* forms offer them all */
	for (ptrdiff_t i = 0; i < countof(values); i++)
		if ((file || !values[i].files_only) && str_find(body, values[i].text) >= 0)
			judge(walk, target, values[i].whose, values[i].text);
}

static int64_t
reads_told(struct walk *walk, const char *word, struct arena *perm)
{
	return asked_of_store(walk->it->path, str_c(str_format(perm, "SELECT count(*) FROM audit_entry WHERE actor = '%.*s'"
		" AND action = 'read.%s'", STR_ARG(walk->who.account.ref), word), perm));
}

/* Each reading of a logged group must be one more entry than before. */
static void
check_told(struct walk *walk, Str target, const int *before, int64_t told[128], struct arena *perm)
{
	for (int letter = 'a'; letter <= 'z'; letter++) {
		const char *word = word_logged((char)letter);
		if (!word || walk->seen[letter] == before[letter] ||
		    !matrix_cell(walk->looker->duty, (int)group_of_letter((char)letter)).logged)
			continue;
		int64_t now = reads_told(walk, word, perm);
		if (now <= told[letter] && walk->told++ < 12)
			printf("%s at %.*s: no read.%s in the audit\n", walk->looker->name, STR_ARG(target), word);
		told[letter] = now;
	}
}

static void
look_at_target(struct walk *walk, int place, Str target, int64_t told[128], struct arena scratch)
{
	int before[128];
	memcpy(before, walk->seen, sizeof before);
	struct reply reply = get_as(walk->it->site, &walk->who, target, &scratch);
	Str body = readable(reply.body, &scratch);
	uint64_t hash = hash_without_tokens(body, scratch) + (uint64_t)reply.status;
	check(reply.status < 500);
	if (walk->second) {
		/* An account's address is new for everybody; whoever keeps terms is told how many people there are;
		 * the audit has a hash of everything; a region's totals are of everybody. */
		bool own_page = str_begins(target, S("/account")) || str_find(target, S("/retention")) >= 0 ||
		                str_find(target, S("/audit")) >= 0 || str_begins(target, S("/regions/")) ||
		                (of_oneself(target) && walk->looker->duty == DUTY_WORKER) ||
		                of_return(walk->looker, target, REACH_READ);

		if (!own_page && walk->hashes[place] != hash && walk->out_of_sight++ < 12)
			printf("%s at %.*s: it is otherwise when what is out of sight is\n", walk->looker->name, STR_ARG(target));
		return;
	}
	walk->hashes[place] = hash;
	if ((str_begins(target, S("/account")) && !str_begins(target, S("/accounts"))) || str_equal(target, S("/web-check")))
		return;                              /* a random key and a program in base64 may hold any letters */
	find_texts(walk, target, body);
	find_values(walk, target, body);
	if (!walk->looker->nobody)
		check_told(walk, target, before, told, &scratch);
}

static void
walk_all(struct walk *walk, const struct targets *targets, struct arena *perm)
{
	int64_t told[128] = { 0 };
	for (int i = 0; i < targets->count; i++)
		if (!targets->at[i].open_file || walk->looker->nobody)
			look_at_target(walk, i, targets->at[i].path, told, *perm);
}

/* A walk that finds nothing proves nothing: what the matrix gives must have been found. */
static void
check_seen(const struct walk *walk)
{
	static const char letters[] = "sncgqxpr", teams[] = "ABMSTZ", people[] = "holu";
	for (const char *letter = letters; *letter; letter++) {
		/* notes on oneself stand among all that is held of oneself */
		bool gives = *letter == 'r' && walk->looker->duty == DUTY_WORKER && !walk->looker->nobody;
		for (const char *team = teams; *team; team++)
			for (const char *who = people; *who; who++)
				gives = gives || (*team != 'Z' && may_look(walk->looker, (struct whose){ *team, *who, *letter }));
		if (gives != (walk->seen[(int)*letter] > 0))
			printf("%s: %c seen %d times\n", walk->looker->name, *letter, walk->seen[(int)*letter]);
		check(gives == (walk->seen[(int)*letter] > 0));
	}
}

static void
walk_one(const struct looker *looker, const struct targets *targets, struct arena scratch)
{
	struct walk walk = { .looker = looker, .hashes = new(&scratch, targets->count, uint64_t) };
	for (int pass = 0; pass < 2; pass++) {
		struct arena perm = scratch;
		struct place_of it = place_new(&perm);
		walls_put(it.path, pass ? council_behind(looker, &perm) : council_of(walls_lines("", &perm), &perm), &perm);
		place_open(&it);
		bool lists = may_look(looker, (struct whose){ 'T', 'o', 'x' });
		bring_list(&it, pass && !lists ? "Xw" : "Kq", &perm);
		walk.it = &it;
		walk.who = looker_in(looker, it.path, &perm);
		walk.second = pass;
		walk_all(&walk, targets, &perm);
		place_end(&it, &perm);
	}
	check_int(walk.out_of_sight, 0);
	check_int(walk.told, 0);
	check_seen(&walk);
}

static void
nobody_sees_what_the_matrix_does_not_give(struct arena *perm)
{
	struct targets targets = { .perm = perm };
	/* the page that checks a census alone is one file for everybody, and in its bytes stand any letters */
	for (int r = 0; r < route_count; r++)
		if (routes[r].method == GET && !str_equal(routes[r].path, S("/web-check")))
			route_targets(&targets, &routes[r], S("walsall"));
	for (ptrdiff_t l = 0; l < countof(lookers); l++)
		walk_one(&lookers[l], &targets, *perm);
}

/* ---- forecasts that were kept --------------------------------------------------------------------- */

/* Whoever may not read the first walks to it by every way there is: its number, another's with it, the list, and in every
 * face. None may be answered otherwise than of a number that was never given. */
static void
check_not_there(struct site *site, const struct visitor *who, struct arena scratch)
{
	static const char *const faces[] = { "", ".csv", ".json", ".xlsx" };
	static const char *const asks[] = { "", "?how=recipe", "?how=result", "?how=again", "?against=2" };
	for (int f = 0; f < countof(faces); f++) {
		struct arena perm = scratch;
		Str list = str_format(&perm, "/authorities/walsall/forecasts%s", faces[f]);
		struct reply all = get_as(site, who, list, &perm);
		check_int(all.status, 200);
		check(str_find(readable(all.body, &perm), S("Quokka")) < 0 && str_find(readable(all.body, &perm), S("Open one")) >= 0);
		for (int a = 0; a < countof(asks); a++) {
			struct reply own = get_as(site, who, str_format(&perm, "/authorities/walsall/forecasts/1%s%s", faces[f], asks[a]), &perm);
			struct reply none = get_as(site, who, str_format(&perm, "/authorities/walsall/forecasts/7%s%s", faces[f], asks[a]), &perm);
			check_int(own.status, 404);
			check_int(none.status, 404);
			check(str_find(own.body, S("Quokka")) < 0 && own.body.len == none.body.len);
		}
		check_int(get_as(site, who, str_format(&perm, "/authorities/walsall/forecasts/2%s?against=1", faces[f]), &perm).status, 404);
		struct reply open_one = get_as(site, who, str_format(&perm, "/authorities/walsall/forecasts/2%s", faces[f]), &perm);
		check(open_one.status == 200 && str_find(readable(open_one.body, &perm), S("Quokka")) < 0);
	}
	check_int(get_as(site, who, S("/authorities/dudley/forecasts/1"), &scratch).status, 404);
	check_int(get_as(site, who, S("/authorities/walsall/forecasts/A-000001"), &scratch).status, 404);
}

static void
a_forecast_kept_from_own_people_is_at_no_address_of_others(struct arena *perm)
{
	struct place_of it = place_new(perm);
	walls_put(it.path, council_of(walls_lines("", perm), perm), perm);
	place_open(&it);
	struct grant lead = grant_of(DUTY_HR_LEAD, S("walsall"), S(""));
	struct visitor keeps = signed_in_with(it.path, &lead, 1, perm), nobody = { .cookie = "" };
	Str own = S("/authorities/walsall/forecasts?figures=own&months=6&runs=16");
	check_int(post_as(it.site, &keeps, own, S("name=Quokka"), perm).status, 303);
	check_int(post_as(it.site, &keeps, S("/authorities/walsall/forecasts?months=6&runs=16"), S("name=Open+one"), perm).status, 303);
	check(str_find(get_as(it.site, &keeps, S("/authorities/walsall/forecasts/1"), perm).body, S("Quokka")) >= 0);
	check_not_there(it.site, &nobody, *perm);
	for (int duty = 0; duty < DUTIES; duty++) {
		struct grant there = grant_of(duty, S("walsall"), S("U-000003")), elsewhere = grant_of(duty, S("dudley"), S("U-000003"));
		int plans = (int)matrix_cell(duty, GROUP_PLANS).reach, people = (int)matrix_cell(duty, GROUP_IDENTITY).reach;
		bool reads = plans >= REACH_READ && people >= REACH_PSEUDONYM && there.scope == SCOPE_AUTHORITY;
		struct visitor who = signed_in_with(it.path, &there, 1, perm), other = signed_in_with(it.path, &elsewhere, 1, perm);
		if (reads)
			check_int(get_as(it.site, &who, S("/authorities/walsall/forecasts/1"), perm).status, 200);
		else
			check_not_there(it.site, &who, *perm);
		check_not_there(it.site, &other, *perm);
	}
	place_end(&it, perm);
}

int
main(void)
{
	run(every_route_is_as_somebody_decided);
	run(a_forecast_kept_from_own_people_is_at_no_address_of_others);
	run(everybody_is_answered_as_the_matrix_says);
	run(nobody_sees_what_the_matrix_does_not_give);
	return tests_end();
}
