/* rights_test.c: every cell of the matrix of rights, against a copy typed as text. */
#include "check.h"
#include "rights_matrix.h"

#include "register/field.h"
#include "workforce/sight.h"

static const Str walsall = STR("walsall"), leeds = STR("leeds");
static const Date today = { 20000 };
static const struct period always = { { 0 }, { 2932896 } };

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
	struct permit wants = matrix_cell(duty, group);
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
	check_int(countof(rights_matrix), FIELD_GROUPS);
	check_int(strlen(widest), DUTIES);
	for (int duty = 0; duty < DUTIES; duty++)
		for (int group = 0; group < FIELD_GROUPS; group++) {
			struct permit cell = policy_permit((enum duty)duty, (enum field_group)group);
			check_int(cell.reach, matrix_cell(duty, group).reach);
			check_int(cell.logged, matrix_cell(duty, group).logged);
			for (int scope = 0; scope < 4; scope++, walked++) {
				struct grant grant = granted((enum duty)duty, (enum scope)scope, walsall);
				struct viewer viewer = viewer_with(grant, grant, 1);
				struct permit is = viewer_permit(&viewer, walsall, (enum field_group)group, today);
				check(as_wanted(is, duty, group, scope));
			}
		}
	check_int(walked, 24 * 13 * 4);
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
			struct permit one = matrix_cell((int)a, group), two = matrix_cell((int)b, group);
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

/* ---- whose rows ------------------------------------------------------------------------------ */

/* A council in a few lines: type, ref, first and last day (day numbers; 0 is open), field=value. The
 * team U-3 stands under the service U-2 until day 499, then under U-4. N-3 left team U-3 on day 150. */
static const char *const council_lines[] = {
	"person N-1 0 0 family_name=A", "person N-2 0 0 family_name=B", "person N-3 0 0 family_name=C",
	"person N-4 0 0 family_name=D",
	"post P-1 100 0 unit=U-3 fte=1 status=funded", "post P-2 100 0 unit=U-4 fte=1 status=funded",
	"spell S-1 200 0 person=N-1 post=P-1 basis=permanent fte=1",
	"spell S-2 200 0 person=N-2 post=P-2 basis=permanent fte=1",
	"spell S-3 100 150 person=N-3 post=P-1 basis=permanent fte=1",
	"unit U-1 100 0 kind=authority", "unit U-2 100 0 kind=service parent=U-1",
	"unit U-3 100 499 kind=team parent=U-2", "unit U-3 500 0 kind=team parent=U-4",
	"unit U-4 100 0 kind=service parent=U-1",
};

static int
number_of(Str text)
{
	return (int)(parse_decimal(text, 0, false).micro / MICRO);
}

static void
take_line(struct council *council, Str line, struct arena *perm)
{
	enum type_id id = record_type_id(record_type_find(str_word(&line)));
	struct records *rows = &council->of[id];
	struct record *record = &rows->at[rows->count++];
	record->ref = str_word(&line);
	record->when.first.day = number_of(str_word(&line));
	int last = number_of(str_word(&line));
	record->when.last = last ? (Date){ last } : DATE_OPEN;
	Str *values = new(perm, FIELDS_OF_TYPE_MOST, Str);
	for (Str pair = str_word(&line); pair.len; pair = str_word(&line)) {
		Str name = str_cut(&pair, '=');
		values[field_find(&record_types[id], name)] = pair;
	}
	record->values = values;
}

static void
make_roster(struct roster *roster, struct arena *perm)
{
	struct council *council = new(perm, 1, struct council);
	council->authority = walsall;
	for (int t = 0; t < RECORD_TYPES; t++)
		council->of[t] = (struct records){ &record_types[t], new(perm, 16, struct record), 0, 16, 0 };
	for (ptrdiff_t i = 0; i < countof(council_lines); i++)
		take_line(council, str_of(council_lines[i]), perm);
	roster_build(roster, council, perm);
}

static enum reach
reach_of(const struct viewer *viewer, const struct roster *roster, int day, const char *person,
         enum field_group group, struct arena scratch)
{
	struct sight sight = sight_of(viewer, roster, (Date){ day }, &scratch);
	return sight_person(&sight, roster_person(roster, str_of(person)), group).reach;
}

static void
a_manager_sees_their_unit_and_all_below_it(struct arena *perm)
{
	struct roster roster;
	make_roster(&roster, perm);
	struct grant grant = granted(DUTY_TEAM_MANAGER, SCOPE_UNIT, walsall);
	grant.unit = S("U-2");
	struct viewer viewer = viewer_with(grant, grant, 1);
	static const struct { const char *person; int day; enum reach reach; } cases[] = {
		{ "N-1", 300, REACH_READ },        /* in a team below */
		{ "N-2", 300, REACH_NONE },        /* in another service */
		{ "N-3", 300, REACH_READ },        /* left from the team */
		{ "N-4", 300, REACH_NONE },        /* never in a post */
		{ "N-1", 150, REACH_NONE },        /* not begun */
		{ "N-1", 600, REACH_NONE },        /* the team moved to the other service */
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++)
		check_int(reach_of(&viewer, &roster, cases[i].day, cases[i].person, GROUP_IDENTITY, *perm),
		          cases[i].reach);
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_CONTACT, *perm), REACH_NONE);
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_LEAVING, *perm), REACH_TOTALS);
	viewer.grants[0].authority = leeds;   /* the same unit's ref, in another council */
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_IDENTITY, *perm), REACH_NONE);
	viewer.grants[0] = granted(DUTY_TEAM_MANAGER, SCOPE_AUTHORITY, walsall);
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_IDENTITY, *perm), REACH_NONE);
	viewer.grants[0] = grant;
	viewer.grants[0].unit = S("U-99");
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_IDENTITY, *perm), REACH_NONE);
}

static void
a_worker_sees_themselves_and_where_they_are(struct arena *perm)
{
	struct roster roster;
	make_roster(&roster, perm);
	struct grant grant = granted(DUTY_WORKER, SCOPE_SELF, walsall);
	struct viewer viewer = viewer_with(grant, grant, 1);
	viewer.person = S("N-1");
	viewer.authority_of_person = walsall;
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_EQUALITY, *perm), REACH_WRITE);
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_TERMS, *perm), REACH_NONE);
	check_int(reach_of(&viewer, &roster, 300, "N-2", GROUP_IDENTITY, *perm), REACH_NONE);
	struct sight sight = sight_of(&viewer, &roster, (Date){ 300 }, perm);
	check_int(sight_post(&sight, roster_post(&roster, S("P-1")), GROUP_STRUCTURE).reach, REACH_READ);
	check_int(sight_post(&sight, roster_post(&roster, S("P-2")), GROUP_STRUCTURE).reach, REACH_NONE);
	check_int(sight_unit(&sight, roster_unit(&roster, S("U-3")), GROUP_STRUCTURE).reach, REACH_READ);
	check_int(sight_unit(&sight, roster_unit(&roster, S("U-2")), GROUP_STRUCTURE).reach, REACH_NONE);
	viewer.authority_of_person = leeds;   /* N-1 of Leeds is somebody else */
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_EQUALITY, *perm), REACH_NONE);
}

static void
an_exit_lead_sees_only_who_has_left(struct arena *perm)
{
	struct roster roster;
	make_roster(&roster, perm);
	struct grant grant = granted(DUTY_EXIT_LEAD, SCOPE_AUTHORITY, walsall);
	struct viewer viewer = viewer_with(grant, grant, 1);
	check_int(reach_of(&viewer, &roster, 300, "N-3", GROUP_LEAVING, *perm), REACH_READ);
	check_int(reach_of(&viewer, &roster, 300, "N-1", GROUP_LEAVING, *perm), REACH_NONE);
	check_int(reach_of(&viewer, &roster, 150, "N-3", GROUP_IDENTITY, *perm), REACH_NONE);
	check_int(reach_of(&viewer, &roster, 300, "N-4", GROUP_IDENTITY, *perm), REACH_NONE);
	check_int(reach_of(&viewer, &roster, 150, "N-1", GROUP_IDENTITY, *perm), REACH_NONE);
}

static void
a_record_is_seen_by_its_person_post_or_unit(struct arena *perm)
{
	struct roster roster;
	make_roster(&roster, perm);
	struct grant grant = granted(DUTY_HR_OFFICER, SCOPE_UNIT, walsall);
	grant.unit = S("U-2");
	struct viewer viewer = viewer_with(grant, grant, 1);
	struct sight sight = sight_of(&viewer, &roster, (Date){ 300 }, perm);
	const struct records *of = roster.council->of;
	static const struct { enum type_id type; int row; enum reach reach; } cases[] = {
		{ TYPE_PERSON, 0, REACH_WRITE }, { TYPE_PERSON, 1, REACH_NONE }, { TYPE_POST, 0, REACH_WRITE },
		{ TYPE_POST, 1, REACH_NONE }, { TYPE_SPELL, 0, REACH_WRITE }, { TYPE_SPELL, 1, REACH_NONE },
		{ TYPE_UNIT, 0, REACH_NONE }, { TYPE_UNIT, 1, REACH_WRITE },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		const struct record *record = &of[cases[i].type].at[cases[i].row];
		check_int(sight_record(&sight, &record_types[cases[i].type], record, GROUP_STRUCTURE).reach,
		          cases[i].reach);
	}
	/* A post of theirs taken to a unit that isn't; a role, which is the authority's; a stranger. */
	Str *values = new(perm, FIELDS_OF_TYPE_MOST, Str);
	values[field_find(&record_types[TYPE_POST], S("unit"))] = S("U-4");
	struct record record = { .ref = S("P-1"), .values = values };
	check_int(sight_record(&sight, &record_types[TYPE_POST], &record, GROUP_STRUCTURE).reach, REACH_NONE);
	record = (struct record){ .ref = S("R-1"), .values = new(perm, FIELDS_OF_TYPE_MOST, Str) };
	check_int(sight_record(&sight, &record_types[TYPE_ROLE], &record, GROUP_STRUCTURE).reach, REACH_READ);
	record.ref = S("N-77");
	check_int(sight_record(&sight, &record_types[TYPE_PERSON], &record, GROUP_IDENTITY).reach, REACH_NONE);
	viewer.grants[0] = granted(DUTY_HR_OFFICER, SCOPE_AUTHORITY, walsall);
	sight = sight_of(&viewer, &roster, (Date){ 300 }, perm);
	check_int(sight_record(&sight, &record_types[TYPE_PERSON], &record, GROUP_IDENTITY).reach, REACH_WRITE);
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
	run(a_manager_sees_their_unit_and_all_below_it);
	run(a_worker_sees_themselves_and_where_they_are);
	run(an_exit_lead_sees_only_who_has_left);
	run(a_record_is_seen_by_its_person_post_or_unit);
	return tests_end();
}
