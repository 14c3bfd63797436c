/* moving_test.c: who could move into a post before anybody from outside.
 *
 * P-1 is vacant, of social workers in Duty. Ann and Ed are social workers in Court, Cy manages there. Ed's post and Di's end on
 * 30 June 2026; Di goes on in another from the day after. */
#include "check.h"
#include "councils.h"

#include "practice/moving.h"
#include "workforce/rules.h"

#define PLACE "unit U-1 2015-01-01 open name=Help; kind=service\n" \
	"unit U-2 2015-01-01 open name=Duty; kind=team; parent=U-1\n" \
	"unit U-3 2015-01-01 open name=Court; kind=team; parent=U-1\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n" \
	"post P-1 2018-01-01 open title=Social worker; unit=U-2; role=R-1; fte=1; status=funded\n" \
	"post P-2 2018-01-01 open title=Social worker; unit=U-3; role=R-1; fte=1; status=funded\n" \
	"post P-3 2018-01-01 2026-06-30 title=Social worker; unit=U-3; role=R-1; fte=1; status=funded\n" \
	"post P-4 2018-01-01 open title=Team manager; unit=U-3; role=R-2; fte=1; status=funded\n" \
	"post P-5 2018-01-01 2026-06-30 title=Social worker; unit=U-3; role=R-1; fte=1; status=funded\n" \
	"post P-6 2018-01-01 open title=Social worker; unit=U-3; role=R-1; fte=1; status=funded\n" \
	"person N-1 family_name=Oddie; given_names=Ann; born=1980-02-01\n" \
	"person N-2 family_name=Hale; given_names=Ed; born=1981-02-01\n" \
	"person N-3 family_name=Reed; given_names=Cy; born=1982-02-01\n" \
	"person N-4 family_name=Shaw; given_names=Di; born=1983-02-01\n" \
	"spell S-1 2020-01-01 open person=N-1; post=P-2; basis=permanent; fte=1\n" \
	"spell S-2 2020-01-01 2026-06-30 person=N-2; post=P-3; basis=permanent; fte=1\n" \
	"spell S-3 2020-01-01 open person=N-3; post=P-4; basis=permanent; fte=1\n" \
	"spell S-4 2020-01-01 2026-06-30 person=N-4; post=P-5; basis=permanent; fte=1\n" \
	"spell S-5 2026-07-01 open person=N-4; post=P-6; basis=permanent; fte=1\n"
#define WISH(n, person, kind, asked, rest) "move_wish MW-" n " person=" person "; kind=" kind "; asked_on=" asked rest "\n"
#define ANNS(rest) WISH("1", "N-1", "transfer", "2026-01-10", rest)

/* "N-2 ends 2026-06-30, N-1 not_suited" on a day, for the post that is asked for as RQ-1. */
static Str
told_on(const char *lines, Date day, struct arena *perm)
{
	struct roster roster;
	struct movers movers;
	struct text out = text_new(perm);
	roster_build(&roster, council_of(lines, perm), perm);
	movers_read(&movers, &roster, &(struct opening){ .requisition = S("RQ-1"), .post = roster_post(&roster, S("P-1")),
		.unit = roster_unit(&roster, S("U-2")), .role = roster_role(&roster, S("R-1")) }, day, perm);
	for (int i = 0; i < movers.count; i++) {
		const struct mover *m = &movers.at[i];
		text_format(&out, "%s%.*s", i ? ", " : "", STR_ARG(roster.people[m->person].ref));
		if (m->kind == POST_ENDS)
			text_format(&out, " ends %.*s", STR_ARG(date_iso(m->ends, perm)));
		if (m->outcome != NOT_THERE)
			text_format(&out, " %.*s", STR_ARG(move_outcomes[m->outcome].code));
	}
	return text_str(&out);
}

static Str
told(const char *lines, struct arena *perm)
{
	return told_on(lines, date_of(2026, 3, 1), perm);
}

static void
whoever_holds_a_post_that_ends_need_not_have_been_written_down(struct arena *perm)
{
	check_str(told(PLACE, perm), S("N-2 ends 2026-06-30"));                      /* Di goes on, and is not told of */
	check_str(told_on(PLACE, date_of(2025, 6, 1), perm), S(""));                 /* 394 days off */
	check_str(told_on(PLACE, date_of(2025, 6, 30), perm), S("N-2 ends 2026-06-30"));     /* 365 days */
	check_str(told_on(PLACE, date_of(2026, 7, 1), perm), S(""));                 /* in no post any more */
	check_str(told(PLACE WISH("2", "N-2", "redeployment", "2026-01-05", "; ends_on=2026-05-31"), perm), S("N-2 ends 2026-05-31"));
}

static void
a_transfer_fits_by_role_and_by_team_or_service(struct arena *perm)
{
	check_str(told(PLACE ANNS(""), perm), S("N-2 ends 2026-06-30, N-1"));
	check_str(told(PLACE ANNS("; unit=U-2"), perm), S("N-2 ends 2026-06-30, N-1"));
	check_str(told(PLACE ANNS("; unit=U-1"), perm), S("N-2 ends 2026-06-30, N-1"));      /* Duty is of the service */
	check_str(told(PLACE ANNS("; unit=U-3"), perm), S("N-2 ends 2026-06-30"));
	check_str(told(PLACE ANNS("; role=R-2"), perm), S("N-2 ends 2026-06-30"));
	check_str(told(PLACE WISH("1", "N-3", "transfer", "2026-01-10", ""), perm), S("N-2 ends 2026-06-30"));   /* of their own role */
	check_str(told(PLACE ANNS("") WISH("2", "N-3", "transfer", "2026-01-05", "; role=R-1"), perm), S("N-2 ends 2026-06-30, N-3, N-1"));
	check_str(told_on(PLACE ANNS(""), date_of(2026, 1, 9), perm), S("N-2 ends 2026-06-30"));     /* before it was asked */
}

static void
what_came_of_it_stands_at_the_post_and_ends_the_request_only_with_a_move_or_by_whoever_asked(struct arena *perm)
{
#define CAME(requisition, outcome) ANNS("; requisition=" requisition "; outcome=" outcome "; outcome_on=2026-02-10")
	check_str(told(PLACE CAME("RQ-1", "not_suited"), perm), S("N-2 ends 2026-06-30, N-1 not_suited"));
	check_str(told(PLACE CAME("RQ-2", "not_suited"), perm), S("N-2 ends 2026-06-30, N-1"));
	check_str(told(PLACE CAME("RQ-2", "declined"), perm), S("N-2 ends 2026-06-30, N-1"));
	check_str(told(PLACE CAME("RQ-2", "moved"), perm), S("N-2 ends 2026-06-30"));
	check_str(told(PLACE CAME("RQ-2", "taken_back"), perm), S("N-2 ends 2026-06-30"));
	check_str(told(PLACE CAME("RQ-1", "moved"), perm), S("N-2 ends 2026-06-30, N-1 moved"));
	check_str(told_on(PLACE CAME("RQ-2", "moved"), date_of(2026, 2, 9), perm), S("N-2 ends 2026-06-30, N-1"));   /* the day before */
}

/* ---- rules ------------------------------------------------------------------------------------------- */

static Str
broken(const char *lines, struct arena *perm)
{
	struct council *council = council_of(lines, perm);
	struct changes changes = changes_new(perm);
	struct findings found = findings_new(perm);
	for (int i = 0; i < council->of[TYPE_MOVE_WISH].count; i++)
		changes_add(&changes, (struct change){ ADD, &record_types[TYPE_MOVE_WISH], .after = council->of[TYPE_MOVE_WISH].at[i] });
	rules_check(council, &changes, &found, perm);
	return found.count ? found.at[0].code : S("");
}

static void
what_came_of_a_request_has_its_day_and_so_has_a_post_that_ends(struct arena *perm)
{
	check_str(broken(PLACE ANNS(""), perm), S(""));
	check_str(broken(PLACE ANNS("; outcome=moved"), perm), S("request-to-move"));
	check_str(broken(PLACE ANNS("; outcome_on=2026-02-10"), perm), S("request-to-move"));
	check_str(broken(PLACE ANNS("; outcome=moved; outcome_on=2026-01-09"), perm), S("request-to-move"));     /* before it was asked */
	check_str(broken(PLACE ANNS("; outcome=moved; outcome_on=2026-01-10"), perm), S(""));
	check_str(broken(PLACE ANNS("; ends_on=2026-06-30"), perm), S("request-to-move"));
	check_str(broken(PLACE WISH("1", "N-2", "redeployment", "2026-01-10", ""), perm), S("request-to-move"));
	check_str(broken(PLACE WISH("1", "N-2", "redeployment", "2026-01-10", "; ends_on=2026-06-30"), perm), S(""));
}

int
main(void)
{
	run(whoever_holds_a_post_that_ends_need_not_have_been_written_down);
	run(a_transfer_fits_by_role_and_by_team_or_service);
	run(what_came_of_it_stands_at_the_post_and_ends_the_request_only_with_a_move_or_by_whoever_asked);
	run(what_came_of_a_request_has_its_day_and_so_has_a_post_that_ends);
	return tests_end();
}
