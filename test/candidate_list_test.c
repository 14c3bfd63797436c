/* candidate_list_test.c: lists of applications from other systems, read and held to the records. The list is of 24 November 2025. */
#include "check.h"
#include "councils.h"

#include "candidate_lists.h"
#include "intake/applicants.h"
#include "workforce/stages.h"

struct given { struct council council; struct roster roster; struct records equality; struct applicants_asked asked; };

static struct given *
given(const char *records, struct arena *perm)
{
	struct given *g = new(perm, 1, struct given);
	g->council = *council_of(records, perm);
	roster_build(&g->roster, &g->council, perm);
	g->equality = (struct records){ .type = &record_types[TYPE_CANDIDATE_EQUALITY] };
	g->asked = (struct applicants_asked){ .council = &g->council, .roster = &g->roster, .equality = &g->equality, .system = S("other"),
		.as_at = date_of(2025, 11, 24), .made_by = S("A-000001") };
	return g;
}

static struct applicants
reads(struct given *g, const char *text, struct arena *perm)
{
	struct applicants out;
	applicants_read(&out, str_of(text), S("list.csv"), &g->asked, perm);
	return out;
}

static int
count_of(const struct applicants *read, enum type_id type)
{
	int count = 0;
	for (int i = 0; i < read->changes.count; i++)
		count += read->changes.at[i].type == &record_types[type];
	return count;
}

static const struct change *
change_of(const struct applicants *read, enum type_id type, int nth)
{
	for (int i = 0; i < read->changes.count; i++)
		if (read->changes.at[i].type == &record_types[type] && nth-- == 0)
			return &read->changes.at[i];
	check(false);
	return NULL;
}

static Str
value(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

/* Di Shaw by the email of a record that was made one with hers; Ed Hale by his number; Bo and Al are new. */
static void
a_line_is_an_application_of_whoever_is_known_by_number_or_email(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, list, perm);
	check_int(read.found.mistakes, 0);
	check_int(read.counts[APPLICANT_ADDED], 4);
	check_int(read.candidates, 2);
	check_int(count_of(&read, TYPE_CANDIDATE), 2);
	check_str(value(change_of(&read, TYPE_APPLICATION, 0), "candidate"), S("CN-000001"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 0), "role"), S("R-000002"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 0), "received_on"), S("2025-10-03"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 1), "candidate"), S("CN-000004"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 1), "band"), S("newly_qualified"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 1), "brought_as"), S("T2"));
	check_str(value(change_of(&read, TYPE_APPLICATION, 2), "candidate"), S("CN-000003"));
}

/* Shortlisted is one step from received; interviewed is three (shortlist, invite, assess); not chosen is one; new is none. */
static void
a_stage_is_brought_by_the_shortest_way_of_the_table(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, list, perm);
	static const char *const moves[] = { "shortlist", "shortlist", "invite", "assess", "reject" };
	check_int(count_of(&read, TYPE_STEP), 5);
	for (int i = 0; i < 5; i++)
		check_str(value(change_of(&read, TYPE_STEP, i), "move"), str_of(moves[i]));
	check_str(value(change_of(&read, TYPE_STEP, 3), "turn"), S("3"));
	check_str(value(change_of(&read, TYPE_STEP, 3), "held_on"), S("2025-10-20"));
	check_str(value(change_of(&read, TYPE_STEP, 3), "note"), S("Brought by a list"));
	check(str_find(value(change_of(&read, TYPE_STEP, 2), "note"), S("has no day of it")) >= 0);
	check_str(value(change_of(&read, TYPE_STEP, 4), "reason"), S("other"));
	check(str_find(value(change_of(&read, TYPE_STEP, 4), "note"), S("gave no reason")) >= 0);
}

/* Every stage a list can say, from every stage the records may have: what comes of it never leaves the table. */
static void
no_list_takes_a_step_outside_the_table(struct arena *perm)
{
	static const char head[] = "Reference,Name,Email,Round,Role,Experience,Received,Stage,Stage date\n";
	for (int from = 0; from < APPLICATION_MOVES; from++)
		for (int to = 0; to < APPLICATION_STAGES; to++) {
			struct arena scratch = *perm;
			Str records = str_format(&scratch, "%scandidate CN-000009 family_name=Moss; email=al@example.org\n"
				"application AP-000009 candidate=CN-000009; round=RN-000002; role=R-000001; band=experienced; received_on=2025-10-02\n"
				"application_step ST-000009 application=AP-000009; move=%.*s; held_on=2025-10-03; turn=1; reason=other\n", council,
				STR_ARG(application_moves[from].code));
			Str text = str_format(&scratch, "%sX,Al Moss,al@example.org,2,R-000001,experienced,2 Oct 2025,%.*s,9 Oct 2025\n", head,
				STR_ARG(application_stages.rows[to].code));
			struct given *g = given(str_c(records, &scratch), &scratch);
			struct applicants read = reads(g, str_c(text, &scratch), &scratch);
			int stage = stage_after(&application_stages, AT_RECEIVED, from);
			stage = stage < 0 ? AT_RECEIVED : stage;
			check_int(read.found.mistakes, 0);
			for (int i = 0; i < read.changes.count; i++) {
				if (read.changes.at[i].type != &record_types[TYPE_STEP])
					continue;
				stage = stage_after(&application_stages, stage, move_find(&application_stages, value(&read.changes.at[i], "move")));
				check(stage >= 0);
			}
			check(stage <= AT_CHOSEN || stage == AT_REJECTED || stage == AT_WITHDRAWN || stage == AT_NO_SHOW);
			if (to <= AT_CHOSEN && stage_after(&application_stages, AT_RECEIVED, from) < 0)
				check_int(stage, to);
		}
}

static void
a_list_brings_nobody_further_than_chosen_and_says_so(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, "Reference,Name,Email,Round,Role,Experience,Received,Stage\n"
		"1,\"Reed, Bo\",bo@example.org,2,R-000001,experienced,4 Oct 2025,Hired\n", perm);
	check_int(read.found.mistakes, 0);
	check_int(read.found.count, 1);
	check_str(read.found.at[0].code, S("beyond"));
	check_int(count_of(&read, TYPE_STEP), 4);
	check_str(value(change_of(&read, TYPE_STEP, 3), "move"), S("choose"));
	check_str(value(change_of(&read, TYPE_CANDIDATE, 0), "family_name"), S("Reed"));
	check_str(value(change_of(&read, TYPE_CANDIDATE, 0), "given_names"), S("Bo"));
}

/* Two lines with an answer; what an answer says is in no finding and no row. */
static void
equality_answers_are_apart_and_told_nowhere(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, list, perm);
	check_int(count_of(&read, TYPE_CANDIDATE_EQUALITY), 2);
	check_str(value(change_of(&read, TYPE_CANDIDATE_EQUALITY, 1), "ethnicity"), S("ABAN"));
	check_str(value(change_of(&read, TYPE_CANDIDATE_EQUALITY, 0), "application"), change_of(&read, TYPE_APPLICATION, 0)->after.ref);
	read = reads(g, "Reference,Name,Email,Round,Role,Experience,Received,Ethnicity\n"
		"1,Bo Reed,bo@example.org,2,R-000001,experienced,4 Oct 2025,Zzhome made words\n", perm);
	check_int(read.found.count, 1);
	check_str(read.found.at[0].code, S("answer"));
	check(str_find(finding_text(&read.found.at[0], perm), S("Zzhome")) < 0);
	check_int(count_of(&read, TYPE_CANDIDATE_EQUALITY), 0);
}

/* All that is wrong, in one pass: no round, no such role, a day that is none, nothing to know them by, a line twice. */
static void
every_mistake_of_a_list_is_said_at_once(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, "Reference,Name,Email,Round,Role,Experience,Received,Stage\n"
		"1,Bo Reed,bo@example.org,9,R-000001,experienced,4 Oct 2025,\n"
		"2,Bo Reed,bo@example.org,2,Wizard,experienced,4 Oct 2025,\n"
		"3,Bo Reed,bo@example.org,2,R-000001,experienced,40 Oct 2025,\n"
		",Bo Reed,,2,R-000001,experienced,4 Oct 2025,\n"
		"5,Cy Reed,cy@example.org,2,R-000001,experienced,4 Oct 2025,\n"
		"6,Cy Reed,cy@example.org,2,R-000001,experienced,4 Oct 2025,\n"
		"7,Di Reed,di@example.org,2,R-000001,lots,4 Oct 2025,Dancing\n"
		"8,Ed Reed,ed@example.org,2,R-000001,experienced,4 Dec 2025,\n", perm);
	static const int lines[] = { 2, 3, 4, 5, 8, 8, 9, 7 };
	check_int(read.found.mistakes, 8);
	for (int i = 0; i < 8 && i < read.found.count; i++)
		check_int(read.found.at[i].line, lines[i]);
	check_str(read.found.at[7].code, S("duplicate"));
}

static void
one_person_under_two_names_is_not_guessed(struct arena *perm)
{
	struct given *g = given(council, perm);
	struct applicants read = reads(g, "Name,Email,SWE number,Round,Role,Experience,Received\n"
		"Di Shaw,di@example.org,SW123,2,R-000001,experienced,4 Oct 2025\n", perm);
	check_int(read.found.mistakes, 1);
	check_str(read.found.at[0].code, S("two-people"));
	check(str_find(read.found.at[0].wrong, S("CN-000003")) >= 0 && str_find(read.found.at[0].wrong, S("CN-000001")) >= 0);
}

/* A heading that only Tribepad may have is known of its lists alone, and nobody has looked at it; the council's own word
 * says it has. */
static void
headings_are_known_by_system_and_a_councils_own_go_first(struct arena *perm)
{
	static const char text[] = "Applicant ID,Applicant surname,Applicant email,Job ref,Vacancy title,Applied date,Applicant status,Experience\n"
		"1,Reed,bo@example.org,2,Social worker,4 Oct 2025,Sifted in,NQSW\n";
	struct given *g = given(council, perm);
	check_int(reads(g, text, perm).found.mistakes, 1);               /* of no system: too few headings are known */
	g->asked.system = S("tribepad");
	struct applicants read = reads(g, text, perm);
	check_int(read.found.mistakes, 0);
	check_int(read.found.count, 8);                                  /* seven headings and "Sifted in" are unsure */
	check_str(value(change_of(&read, TYPE_STEP, 0), "move"), S("shortlist"));
	g = given(str_c(str_format(perm, "%slist_word LW-000001 2025-01-01 open system=tribepad; column=stage; said=Sifted in; means=longlisted; sure=yes\n",
		council), perm), perm);
	g->asked.system = S("tribepad");
	read = reads(g, text, perm);
	check_int(read.found.count, 7);
	check_str(value(change_of(&read, TYPE_STEP, 0), "move"), S("longlist"));
}

int
main(void)
{
	run(a_line_is_an_application_of_whoever_is_known_by_number_or_email);
	run(a_stage_is_brought_by_the_shortest_way_of_the_table);
	run(no_list_takes_a_step_outside_the_table);
	run(a_list_brings_nobody_further_than_chosen_and_says_so);
	run(equality_answers_are_apart_and_told_nowhere);
	run(every_mistake_of_a_list_is_said_at_once);
	run(one_person_under_two_names_is_not_guessed);
	run(headings_are_known_by_system_and_a_councils_own_go_first);
	return tests_end();
}
