/* supply_hires_test.c: whom pipelines brought within some days, by partner and by route.
 *
 * A university sent three by Step Up, of whom two joined in 2025 and one in 2024; an agency sent one from overseas, who joined
 * in 2025 and left before the year's end; of one apprentice no partner is named. */
#include "check.h"
#include "councils.h"

#include "practice/supply_hires.h"

#define JOINED(n, cohort, day, spell) "learner LN-" n " cohort=" cohort "; known_on=2023-01-01; spell=" spell "\n" \
	"learner_step LS-" n "1 learner=LN-" n "; move=select; held_on=2023-02-01; turn=1\n" \
	"learner_step LS-" n "2 learner=LN-" n "; move=begin; held_on=2023-03-01; turn=2\n" \
	"learner_step LS-" n "3 learner=LN-" n "; move=qualify; held_on=2023-12-01; turn=3\n" \
	"learner_step LS-" n "4 learner=LN-" n "; move=offer; held_on=2023-12-03; turn=4\n" \
	"learner_step LS-" n "5 learner=LN-" n "; move=join; held_on=" day "; turn=5\n"

static const char lines[] =
	"unit U-1 2015-01-01 open name=Duty; kind=team\n"
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"post P-1 2018-01-01 open title=Social worker; unit=U-1; role=R-1; fte=5; status=funded\n"
	"person N-1 family_name=A\nperson N-2 family_name=B\nperson N-3 family_name=C\nperson N-4 family_name=D\nperson N-5 family_name=E\n"
	"spell S-1 2025-01-06 open person=N-1; post=P-1; basis=permanent; fte=1\n"
	"spell S-2 2025-02-03 open person=N-2; post=P-1; basis=permanent; fte=1\n"
	"spell S-3 2024-09-02 open person=N-3; post=P-1; basis=permanent; fte=1\n"
	"spell S-4 2025-03-03 2025-11-30 person=N-4; post=P-1; basis=permanent; fte=1\n"
	"spell S-5 2025-12-31 open person=N-5; post=P-1; basis=permanent; fte=1\n"
	"partner PR-1 name=Keele; kind=university\npartner PR-2 name=Crossing; kind=agency\npartner PR-3 name=Nobody yet; kind=college\n"
	"route RT-1 2020-01-01 open name=Step Up; kind=step_up\nroute RT-2 2020-01-01 open name=Overseas; kind=overseas\n"
	"route RT-3 2020-01-01 open name=Apprentices; kind=apprentice_6\n"
	"cohort CO-1 route=RT-1; name=A; partner=PR-1; starts_on=2023-01-01\ncohort CO-2 route=RT-2; name=B; partner=PR-2; starts_on=2023-01-01\n"
	"cohort CO-3 route=RT-3; name=C; starts_on=2023-01-01\n"
	JOINED("1", "CO-1", "2025-01-06", "S-1") JOINED("2", "CO-1", "2025-02-03", "S-2") JOINED("3", "CO-1", "2024-09-02", "S-3")
	JOINED("4", "CO-2", "2025-03-03", "S-4") JOINED("5", "CO-3", "2025-12-31", "S-5");

/* "PR-1 2/2, none 1/1, step_up 2/2": joined, and here on the last day. */
static Str
told(Date first, Date last, struct arena *perm)
{
	struct roster roster;
	struct supply supply;
	struct supply_joined *rows;
	struct text out = text_new(perm);
	roster_build(&roster, council_of(lines, perm), perm);
	supply_read(&supply, &roster, last, perm);
	int count = supply_joined_by(&supply, (struct period){ first, last }, &rows, perm);
	for (int i = 0; i < count; i++)
		text_format(&out, "%s%.*s %d/%d", i ? ", " : "", STR_ARG(rows[i].by_route ? route_kinds[rows[i].kind].code
			: rows[i].partner ? rows[i].partner->ref : S("none")), rows[i].joined, rows[i].here);
	return text_str(&out);
}

static void
who_joined_is_told_by_partner_and_by_route_with_who_is_still_there(struct arena *perm)
{
	Str year = told(date_of(2025, 1, 1), date_of(2025, 12, 31), perm);
	check(str_find(year, S("PR-1 2/2, PR-2 1/0, none 1/1, ")) == 0);
	check(str_find(year, S("step_up 2/2")) > 0 && str_find(year, S("overseas 1/0")) > 0);
	check(str_find(year, S("PR-3")) < 0);
	check(str_find(told(date_of(2024, 1, 1), date_of(2024, 12, 31), perm), S("PR-1 1/1, ")) == 0);
	check(str_find(told(date_of(2025, 1, 1), date_of(2025, 11, 30), perm), S("PR-2 1/1")) > 0);      /* the last day in post */
	check_str(told(date_of(2023, 1, 1), date_of(2023, 12, 31), perm), S(""));
}

int
main(void)
{
	run(who_joined_is_told_by_partner_and_by_route_with_who_is_still_there);
	return tests_end();
}
