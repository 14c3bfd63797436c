/* rights_test.c: every cell of the matrix of rights, against a copy typed as text.
 *
 * The text is the second pair of eyes: it was written from the matrix of docs/methods/rights.md and not
 * from policy.c. Letters: - nothing, A totals, P rows without who it is, R read, W write; L after
 * them: every read is logged. */
#include "check.h"

#include "register/field.h"

static const char *const matrix[] = {
	/* group           worker manager head HR-officer HR-lead census analyst exit survey DPO sysadmin region */
	"structure         R      R       R    W          W       R      R       R    R      R   R        A",
	"identity          R      R       R    W          W       R      P       R    -      -   -        A",
	"contact           R      -       -    WL         WL      -      A       -    -      -   -        -",
	"registration      R      R       R    W          W       R      -       -    -      -   -        -",
	"caseload          R      R       R    R          R       R      P       -    -      -   -        A",
	"absence           R      R       A    W          W       A      A       -    -      -   -        A",
	"equality          W      -       A    -          WL      -      A       -    -      -   -        -",
	"terms             -      R       R    W          W       R      P       -    -      -   -        A",
	"leaving           R      A       A    WL         WL      R      A       R    -      -   -        A",
	"imports           -      -       -    WL         WL      -      -       -    -      -   -        -",
	"audit             -      -       -    -          -       -      -       -    -      RL  A        -",
	"settings          -      -       -    -          -       -      -       -    -      R   W        -",
};

/* The widest scope of each duty, in the same order: s self, u unit, a authority, r region. */
static const char widest[] = "suuaaaaaaaar";
static const char scopes[] = "suar";

static const Str walsall = STR("walsall"), leeds = STR("leeds");
static const Date today = { 20000 };
static const struct period always = { { 0 }, { 2932896 } };

static struct permit
wanted(int duty, int group)
{
	Str row = str_of(matrix[group]), cell = str_word(&row);
	for (int d = 0; d <= duty; d++)
		cell = str_word(&row);
	static const char letters[] = "-APRW";
	return (struct permit){ (enum reach)(strchr(letters, cell.at[0]) - letters),
		cell.len == 2 && cell.at[1] == 'L' };
}

static struct viewer
viewer_with(struct grant a, struct grant b, int count)
{
	return (struct viewer){ .account = S("A-000001"), .grants = { a, b }, .grant_count = count };
}

static struct grant
granted(enum duty duty, enum scope scope, Str authority)
{
	return (struct grant){ duty, scope, authority, S(""), always };
}

/* Whether a permit is as the text says in this scope: nothing past the duty's own, totals of a region. */
static bool
as_wanted(struct permit is, int duty, int group, int scope)
{
	struct permit wants = wanted(duty, group);
	if (strchr(scopes, widest[duty]) < scopes + scope)
		wants = (struct permit){ 0 };
	else if (scopes[scope] == 'r' && wants.reach > REACH_TOTALS)
		wants = (struct permit){ REACH_TOTALS, false };
	return is.reach == wants.reach && is.logged == wants.logged;
}

static void
every_duty_group_and_scope_is_as_the_matrix_says(struct arena *perm)
{
	(void)perm;
	int walked = 0;
	check_int(countof(matrix), FIELD_GROUPS);
	check_int(strlen(widest), DUTIES);
	for (int duty = 0; duty < DUTIES; duty++)
		for (int group = 0; group < FIELD_GROUPS; group++) {
			struct permit cell = policy_permit((enum duty)duty, (enum field_group)group);
			check_int(cell.reach, wanted(duty, group).reach);
			check_int(cell.logged, wanted(duty, group).logged);
			for (int scope = 0; scope < 4; scope++, walked++) {
				struct grant grant = granted((enum duty)duty, (enum scope)scope, walsall);
				struct viewer viewer = viewer_with(grant, grant, 1);
				struct permit is = viewer_permit(&viewer, walsall, (enum field_group)group, today);
				check(as_wanted(is, duty, group, scope));
			}
		}
	check_int(walked, 12 * 12 * 4);
}

static void
authorities_never_meet(struct arena *perm)
{
	(void)perm;
	for (int duty = 0; duty < DUTIES; duty++) {
		struct grant grant = granted((enum duty)duty, duty_rows[duty].widest, walsall);
		struct viewer viewer = viewer_with(grant, grant, 1);
		check(viewer_knows(&viewer, walsall, today));
		check(!viewer_knows(&viewer, leeds, today));
		check(!viewer_knows(&viewer, S(""), today));
		check(!viewer_knows(&viewer, S("walsal"), today) && !viewer_knows(&viewer, S("Walsall"), today));
		for (int group = 0; group < FIELD_GROUPS; group++)
			check_int(viewer_permit(&viewer, leeds, (enum field_group)group, today).reach, REACH_NONE);
	}
	/* A grant in each: neither lends the other anything. */
	struct viewer both = viewer_with(granted(DUTY_HR_LEAD, SCOPE_AUTHORITY, walsall),
	                                 granted(DUTY_SYSADMIN, SCOPE_AUTHORITY, leeds), 2);
	check_int(viewer_permit(&both, leeds, GROUP_IDENTITY, today).reach, REACH_NONE);
	check_int(viewer_permit(&both, walsall, GROUP_SETTINGS, today).reach, REACH_NONE);
	check_int(viewer_permit(&both, leeds, GROUP_SETTINGS, today).reach, REACH_WRITE);
}

static void
a_grant_holds_from_its_first_day_to_its_last(struct arena *perm)
{
	(void)perm;
	struct grant grant = granted(DUTY_HR_OFFICER, SCOPE_AUTHORITY, walsall);
	grant.when = (struct period){ { 100 }, { 200 } };
	struct viewer viewer = viewer_with(grant, grant, 1);
	static const struct { int day; bool holds; } cases[] = {
		{ 99, false }, { 100, true }, { 200, true }, { 201, false },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		Date day = { cases[i].day };
		struct viewer now = viewer_today(&viewer, day);
		check_int(viewer_knows(&viewer, walsall, day), cases[i].holds);
		check_int(viewer_permit(&viewer, walsall, GROUP_IDENTITY, day).reach,
		          cases[i].holds ? REACH_WRITE : REACH_NONE);
		check_int(now.grant_count, cases[i].holds);
	}
}

static void
grants_add_up(struct arena *perm)
{
	(void)perm;
	struct viewer viewer = viewer_with(granted(DUTY_EXIT_LEAD, SCOPE_AUTHORITY, walsall),
	                                   granted(DUTY_HR_OFFICER, SCOPE_AUTHORITY, walsall), 2);
	struct permit leaving = viewer_permit(&viewer, walsall, GROUP_LEAVING, today);
	check_int(leaving.reach, REACH_WRITE);
	check(leaving.logged);
	viewer.grants[1] = granted(DUTY_DPO, SCOPE_AUTHORITY, walsall);
	check_int(viewer_permit(&viewer, walsall, GROUP_LEAVING, today).reach, REACH_READ);
	check_int(viewer_permit(&viewer, walsall, GROUP_SETTINGS, today).reach, REACH_READ);
	check_int(viewer_permit(&viewer, walsall, GROUP_EQUALITY, today).reach, REACH_NONE);
	/* Two of them are their union, whatever the two are. */
	for (int pair = 0; pair < DUTIES * DUTIES; pair++) {
		enum duty a = (enum duty)(pair / DUTIES), b = (enum duty)(pair % DUTIES);
		viewer.grants[0] = granted(a, duty_rows[a].widest, walsall);
		viewer.grants[1] = granted(b, duty_rows[b].widest, walsall);
		for (int group = 0; group < FIELD_GROUPS; group++) {
			struct permit one = wanted((int)a, group), two = wanted((int)b, group);
			struct permit is = viewer_permit(&viewer, walsall, (enum field_group)group, today);
			check_int(is.reach, one.reach > two.reach ? one.reach : two.reach);
			check_int(is.logged, one.logged || two.logged);
		}
	}
}

static void
nobody_and_the_machine(struct arena *perm)
{
	(void)perm;
	struct viewer nobody = { 0 }, machine = { .all = true };
	struct grant grant = granted(DUTY_HR_LEAD, SCOPE_AUTHORITY, walsall);
	struct viewer unsigned_in = viewer_with(grant, grant, 1);
	unsigned_in.account = S("");
	for (int group = 0; group < FIELD_GROUPS; group++) {
		check_int(viewer_permit(&nobody, walsall, (enum field_group)group, today).reach, REACH_NONE);
		check_int(viewer_permit(&unsigned_in, walsall, (enum field_group)group, today).reach, REACH_NONE);
		check_int(viewer_permit(&machine, walsall, (enum field_group)group, today).reach, REACH_WRITE);
	}
	check(!viewer_knows(&nobody, walsall, today) && viewer_knows(&machine, walsall, today));
	check(viewer_permit(&machine, walsall, GROUP_EQUALITY, today).logged);
	check(!viewer_permit(&machine, walsall, GROUP_STRUCTURE, today).logged);
}

static void
duties_and_groups_have_their_words(struct arena *perm)
{
	(void)perm;
	for (int d = 0; d < DUTIES; d++) {
		enum duty found = DUTIES;
		check_int(duty_rows[d].duty, d);
		check(duty_rows[d].title.len && duty_rows[d].does.len);
		check(duty_find(duty_rows[d].name, &found) && (int)found == d);
	}
	for (int g = 0; g < FIELD_GROUPS; g++)
		check(group_titles[g].len > 0);
	enum duty duty;
	check(!duty_find(S("root"), &duty) && !duty_find(S(""), &duty));
}

int
main(void)
{
	run(every_duty_group_and_scope_is_as_the_matrix_says);
	run(authorities_never_meet);
	run(a_grant_holds_from_its_first_day_to_its_last);
	run(grants_add_up);
	run(nobody_and_the_machine);
	run(duties_and_groups_have_their_words);
	return tests_end();
}
