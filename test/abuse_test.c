/* abuse_test.c: what an attacker with an account tries: another team's records, fields that are not theirs,
 * forms of another site, names that are formulas, and small numbers worked out from large ones. Abuse
 * cases 1, 3, 4, 16 and 26 of the threat model; after each the store and the audit are whole. */
#include "walls.h"
#include "walls_site.h"

#include "app/deeds.h"
#include "measure/own_people.h"
#include "store/audit.h"

static struct place_of
council_open(struct arena *perm)
{
	struct place_of it = place_new(perm);
	walls_put(it.path, council_of(walls_lines("", perm), perm), perm);
	place_open(&it);
	return it;
}

static struct visitor
somebody(const struct place_of *it, enum duty duty, struct arena *perm)
{
	struct grant grant = grant_of((int)duty, S("walsall"), S("U-000100"));
	return signed_in_with(it->path, &grant, 1, perm);
}

/* The audit and every deed are as they were written, and nothing else lies in the folder. */
static void
check_whole(const struct place_of *it, struct arena *perm)
{
	struct error err = { "" };
	struct audit_verdict audit;
	struct deeds_verdict deeds;
	struct store *store = store_open(it->path, &err);
	check(audit_verify(store, S(""), &audit, perm, &err) && audit.sound);
	check(store_deeds_verify(store, &deeds, perm, &err) && deeds.sound);
	store_close(store);
}

static int64_t
denied(const struct place_of *it)
{
	return asked_of_store(it->path, "SELECT count(*) FROM audit_entry WHERE action = 'authz.denied'");
}

/* ---- 1: another team's records ------------------------------------------------------------------- */

static Str
without(Str body, Str ref, struct arena *perm)
{
	struct text text = text_new(perm);
	for (ptrdiff_t at; (at = str_find(body, ref)) >= 0; body = str_from(body, at + ref.len))
		text_add(&text, str_upto(body, at));
	text_add(&text, body);
	return text_str(&text);
}

static void
what_is_out_of_sight_is_answered_as_what_is_not_there(struct arena *perm)
{
	static const struct { const char *path; Str theirs, none; } cases[] = {
		{ "posts/%s", STR("P-000201"), STR("P-000999") }, { "people/%s", STR("N-000201"), STR("N-000999") },
		{ "units/%s", STR("U-000200"), STR("U-000999") }, { "registrations/%s", STR("G-000201"), STR("G-000999") },
		{ "times-in-post/%s", STR("S-000201"), STR("S-000999") }, { "absences/%s", STR("B-000201"), STR("B-000999") },
		{ "people/%s/history", STR("N-000201"), STR("N-000999") }, { "posts/%s/change", STR("P-000201"), STR("P-000999") },
		{ "establishment-changes/%s", STR("E-000200"), STR("E-000999") }, { "people/%s.json", STR("N-000201"), STR("N-000999") },
		{ "posts/%s.csv", STR("P-000201"), STR("P-000999") }, { "establishment?unit=%s", STR("U-000200"), STR("U-000999") },
		{ "own?unit=%s", STR("U-000200"), STR("U-000999") }, { "people/%s?on=2023-06-30", STR("N-000201"), STR("N-000999") },
	};
	struct place_of it = council_open(perm);
	struct visitor manager = somebody(&it, DUTY_TEAM_MANAGER, perm);
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct arena once = *perm;
		Str asked[2], bodies[2];
		for (int k = 0; k < 2; k++) {
			Str ref = k ? cases[i].none : cases[i].theirs, pattern = str_of(cases[i].path);
			ptrdiff_t at = str_find(pattern, S("%s"));
			asked[k] = str_format(&once, "/authorities/walsall/%.*s%.*s%.*s", (int)at, pattern.at, STR_ARG(ref),
			                      STR_ARG(str_from(pattern, at + 2)));
			int64_t before = denied(&it);
			struct reply reply = get_as(it.site, &manager, asked[k], &once);
			if (reply.status != 404)
				printf("%.*s\n", STR_ARG(asked[k]));
			check_int(reply.status, 404);
			check_int(denied(&it), before + 1);
			bodies[k] = without(reply.body, ref, &once);
		}
		if (!str_equal(bodies[0], bodies[1]))
			printf("%.*s tells that it is there\n", STR_ARG(asked[0]));
		check(str_equal(bodies[0], bodies[1]));
	}
	check_whole(&it, perm);
	place_end(&it, perm);
}

/* ---- 3: fields that are not theirs ------------------------------------------------------------------ */

static void
fields_that_are_not_ones_own_change_nothing(struct arena *perm)
{
	static const struct { enum duty duty; const char *path, *fields; } cases[] = {
		{ DUTY_TEAM_MANAGER, "people/N-000101/change", "how=correct&family_name=X&change.reason=y" },
		{ DUTY_TEAM_MANAGER, "people/N-000101/change", "how=correct&ethnicity=X&change.reason=y" },
		{ DUTY_TEAM_MANAGER, "people/N-000101/change", "how=correct&role=admin&authority=leeds&change.reason=y" },
		{ DUTY_TEAM_MANAGER, "posts/P-000101/change", "how=from&title=X&change.day=2025-12-01" },
		{ DUTY_TEAM_MANAGER, "times-in-post/S-000101/change", "how=correct&reason=4&change.reason=y" },
		{ DUTY_TEAM_MANAGER, "establishment-changes/E-000100/decide", "decision=approved" },
		{ DUTY_TEAM_MANAGER, "establishment-changes/E-000100/change", "how=correct&decision=approved&change.reason=y" },
		{ DUTY_HR_OFFICER, "people/N-000101/change", "how=correct&ethnicity=X&change.reason=y" },
		{ DUTY_HR_OFFICER, "equality-records/Q-000101/change", "how=correct&sex=M&change.reason=y" },
		{ DUTY_HR_OFFICER, "people/N-000101/change", "how=correct&version=99&id=1&authority=leeds&change.reason=y" },
		{ DUTY_ANALYST, "changes/1/undo", "change.reason=y" },
		{ DUTY_TEAM_MANAGER, "changes/1/undo", "change.reason=y" },
		{ DUTY_CENSUS, "people/N-000101/change", "how=remove&change.sure=yes&change.reason=y" },
		{ DUTY_HR_OFFICER, "people/N-000101/change", "" },
		{ DUTY_HR_OFFICER, "absences/B-000101/change", "" },
	};
	struct place_of it = council_open(perm);
	int64_t deeds = asked_of_store(it.path, "SELECT count(*) FROM deed");
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct arena once = *perm;
		struct visitor who = somebody(&it, cases[i].duty, &once);
		struct reply reply = post_as(it.site, &who, str_format(&once, "/authorities/walsall/%s", cases[i].path),
		                             str_of(cases[i].fields), &once);
		if (reply.status != 400 && reply.status != 403 && reply.status != 404)
			printf("%s %s: %d\n", cases[i].path, cases[i].fields, reply.status);
		check(reply.status == 400 || reply.status == 403 || reply.status == 404);
		check_int(asked_of_store(it.path, "SELECT count(*) FROM deed"), deeds);
	}
	check_whole(&it, perm);
	place_end(&it, perm);
}

/* ---- 4: forms of another site ------------------------------------------------------------------------ */

static void
no_form_of_another_site_is_taken_at_any_address(struct arena *perm)
{
	static const struct { const char *lines, *type; bool token, others; } ways[] = {
		{ "", "application/x-www-form-urlencoded", false, false }, { "", "application/x-www-form-urlencoded", true, true },
		{ "", "text/plain", true, false }, { "Origin: https://evil.example\n", "application/x-www-form-urlencoded", true, false },
		{ "Sec-Fetch-Site: cross-site\n", "application/x-www-form-urlencoded", true, false },
	};
	struct place_of it = council_open(perm);
	struct visitor hr = somebody(&it, DUTY_HR_LEAD, perm), other = somebody(&it, DUTY_HR_LEAD, perm);
	int64_t entries = asked_of_store(it.path, "SELECT count(*) FROM audit_entry");
	for (int r = 0; r < route_count; r++) {
		struct arena once = *perm;
		struct targets targets = { .perm = &once };
		if (routes[r].method != POST)
			continue;
		fill_path(&targets, S(""), S(""), str_from(routes[r].path, 1), S("walsall"));
		for (ptrdiff_t w = 0; w < countof(ways); w++) {
			Str token = !ways[w].token ? S("") : ways[w].others ? other.token : hr.token;
			Str body = str_format(&once, "token=%.*s", STR_ARG(token));
			Str lines = str_format(&once, ASKING_HOST "%s%sContent-Type: %s\nContent-Length: %td\n", hr.cookie,
			                       ways[w].lines, ways[w].type, body.len);
			struct reply reply = ask_site(it.site, (struct asked_for){ "POST", str_c(targets.at[0].path, &once),
				str_c(lines, &once), body, WALLS_NOW }, &once);
			check(reply.status == 403 || (w == 2 && reply.status == 415));
		}
	}
	check_int(asked_of_store(it.path, "SELECT count(*) FROM audit_entry"), entries);
	place_end(&it, perm);
}

/* ---- 16: names that are formulas --------------------------------------------------------------------- */

static void
no_cell_of_a_csv_begins_a_formula(struct arena *perm)
{
	static const char lines[] =
		"person N-000401 family_name==cmd|'/c calc'!A1; given_names=+1+1; known_as=@SUM(A1); payroll=-2+3\n"
		"spell S-000401 2018-01-01 open person=N-000401; post=P-000101; basis=permanent; fte=0.2; agency==1\n"
		"unit U-000400 2015-01-01 open name=\uff1dA1; kind=team; parent=U-000012\n";
	static const char *const paths[] = { "people.csv", "times-in-post.csv", "establishment.csv?unit=U-000100", "units.csv",
		"people/N-000401.csv", "posts/P-000101.csv", "own/inpost_headcount.csv", "people/N-000401/history.csv" };
	struct place_of it = place_new(perm);
	walls_put(it.path, council_of(walls_lines(lines, perm), perm), perm);
	place_open(&it);
	struct visitor hr = somebody(&it, DUTY_HR_LEAD, perm);
	int seen = 0;
	for (ptrdiff_t i = 0; i < countof(paths); i++) {
		struct arena once = *perm;
		struct reply reply = get_as(it.site, &hr, str_format(&once, "/authorities/walsall/%s", paths[i]), &once);
		check_int(reply.status, 200);
		static const Str starts[] = { STR("="), STR("+"), STR("@"), STR("\uff1d"), STR("-2") };
		seen += str_find(reply.body, S("calc")) >= 0;
		for (ptrdiff_t s = 0; s < countof(starts); s++)
			for (const char *before = ",\n\""; *before; before++) {
				Str start = str_format(&once, "%c%.*s", *before, STR_ARG(starts[s]));
				if (str_find(reply.body, start) >= 0)
					printf("%s: a cell begins with %.*s\n", paths[i], STR_ARG(start));
				check(str_find(reply.body, start) < 0);
			}
	}
	check(seen >= 3);
	place_end(&it, perm);
}

/* ---- 26: small numbers ------------------------------------------------------------------------------- */

enum { TEAMS = 6, LEAST = 5 };

/* Three services of two teams; how many are in each team, and how many of these were ill, by a seed. */
static Str
council_by_seed(unsigned seed, struct arena *perm)
{
	struct text text = text_new(perm);
	int person = 0;
	text_add(&text, S("unit U-1 2015-01-01 open name=All; kind=directorate\n"
		"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"));
	for (int s = 0; s < 3; s++)
		text_format(&text, "unit U-1%d 2015-01-01 open name=Service %d; kind=service; parent=U-1\n", s, s);
	for (int t = 0; t < TEAMS; t++) {
		seed = seed * 1103515245u + 12345u;
		int people = t == 0 ? 7 : 8 + (int)(seed >> 16) % 11, ill = t == 0 ? 1 : (int)(seed >> 20) % people;
		text_format(&text, "unit U-2%d 2015-01-01 open name=Team %d; kind=team; parent=U-1%d\n", t, t, t / 2);
		for (int p = 0; p < people; p++, person++) {
			text_format(&text, "post P-%d 2015-01-01 open title=T; unit=U-2%d; role=R-1; fte=1; status=funded\n"
				"person N-%d family_name=F; given_names=G\nspell S-%d %s open person=N-%d; post=P-%d; basis=permanent; fte=1\n",
				person, t, person, person, t == 0 && p == 0 ? "2025-06-02" : "2020-01-01", person, person);
			if (p < ill)
				text_format(&text, "absence B-%d 2025-06-0%d 2025-06-20 person=N-%d; kind=sickness; days_lost=%d\n",
				            person, 2 + p % 7, person, 1 + (int)(seed >> 8) % 9 + p);
		}
	}
	return text_str(&text);
}

/* What the analyst is shown of days lost in a unit; false: nothing. */
static bool
shown_days(const struct place_of *it, const struct visitor *who, const char *unit, const char *on, struct arena scratch)
{
	Str to = str_format(&scratch, "/authorities/walsall/own.csv?on=%s%s%s", on, *unit ? "&unit=" : "", unit);
	struct reply reply = get_as(it->site, who, to, &scratch);
	check_int(reply.status, 200);
	Str rest = reply.body;
	while (rest.len) {
		Str line = str_cut(&rest, '\n');
		ptrdiff_t at = str_find(line, S("working_days_lost_fte,"));
		if (at >= 0)
			return str_from(line, at + 22).at[0] != 'c' && str_from(line, at + 22).at[0] != 'x';
	}
	return false;
}

/* How many people were ill in a team, counted on the records. */
static int
ill_in(const struct council *council, const struct roster *roster, int team, struct arena scratch)
{
	struct own_figures of;
	(void)council;
	own_figures_on(&of, roster, roster_unit(roster, str_format(&scratch, "U-2%d", team)), date_of(2025, 9, 30), scratch);
	return (int)of.people[WORKING_DAYS_LOST_FTE];
}

/* Whoever takes the shown teams from the shown service, or services from the council, is left with nobody or
 * with at least five who were ill; and no day but the census's shows anything to take from it. */
static void
attack(unsigned seed, int *shown_at_all, struct arena scratch)
{
	struct arena *perm = &scratch;
	static const char *const days[] = { "2025-06-01", "2025-06-02", "2025-06-03", "2025-09-29", "2025-10-01", "2025-11-24" };
	struct place_of it = place_new(perm);
	struct council *council = council_of(str_c(council_by_seed(seed, perm), perm), perm);
	struct roster roster;
	roster_build(&roster, council, perm);
	walls_put(it.path, council, perm);
	place_open(&it);
	struct visitor who = somebody(&it, DUTY_ANALYST, perm);
	bool all = shown_days(&it, &who, "", "2025-09-30", scratch);
	int hidden_in_all = 0;
	for (int s = 0; s < 3; s++) {
		char unit[16];
		snprintf(unit, sizeof unit, "U-1%d", s);
		bool service = shown_days(&it, &who, unit, "2025-09-30", scratch);
		int hidden = 0, ill = 0;
		for (int t = 2 * s; t < 2 * s + 2; t++) {
			int here = ill_in(council, &roster, t, scratch);
			snprintf(unit, sizeof unit, "U-2%d", t);
			bool team = shown_days(&it, &who, unit, "2025-09-30", scratch);
			check(!team || here >= LEAST);
			hidden += team ? 0 : here;
			ill += here;
			*shown_at_all += team;
		}
		check(!service || hidden == 0 || hidden >= LEAST);
		hidden_in_all += service ? 0 : ill;
		*shown_at_all += service;
	}
	check(!all || hidden_in_all == 0 || hidden_in_all >= LEAST);
	static const char *const units[] = { "", "U-10", "U-20", "U-21" };
	for (ptrdiff_t d = 0; d < countof(days); d++)
		for (ptrdiff_t u = 0; u < countof(units); u++)
			check(!shown_days(&it, &who, units[u], days[d], scratch));
	place_end(&it, perm);
}

static void
no_count_under_five_can_be_worked_out(struct arena *perm)
{
	int shown = 0;
	for (unsigned seed = 1; seed <= 12; seed++)
		attack(seed * 7919u, &shown, *perm);
	check(shown > 0);                            /* or all of it would be hidden, and nothing proved */
}

int
main(void)
{
	run(what_is_out_of_sight_is_answered_as_what_is_not_there);
	run(fields_that_are_not_ones_own_change_nothing);
	run(no_form_of_another_site_is_taken_at_any_address);
	run(no_cell_of_a_csv_begins_a_formula);
	run(no_count_under_five_can_be_worked_out);
	return tests_end();
}
