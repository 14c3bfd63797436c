/* load_test.c: a list from its file to the records and back, through the pages that people use. */
#include "check.h"
#include "stores.h"

#include <signal.h>
#include <sys/wait.h>

#include "app/load_jobs.h"
#include "app/load.h"
#include "store/records.h"
#include "store/audit.h"
#include "web/routes.h"

/* One council's pages on a store of its own. */
struct desk { struct world world; struct viewer viewer; Date today; int64_t now; struct arena *perm; };

static const char hr_list[] =
	"Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date,Leaving date\n"
	"100,O'Connor,Niamh,P1,Social worker,Duty,1,Permanent,1/9/2020,\n"
	"101,Schröder,Jörg,P2,Senior social worker,Duty,0.6,Permanent,01/04/2021,\n"
	"102,\"Lee, jr\",Ann,P3,Team manager,Looked after,1,Permanent,2022-01-10,\n";

static void
desk_open(struct desk *desk, struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("load.db", perm);
	*desk = (struct desk){ .today = date_of(2026, 3, 10), .perm = perm };
	desk->now = (int64_t)desk->today.day * 86400 + 36000;
	desk->viewer = (struct viewer){ .account = S("A-000001"), .name = S("Hr"), .grant_count = 1,
		.grants[0] = { DUTY_HR_OFFICER, SCOPE_AUTHORITY, S("walsall"), { 0 }, { date_of(2020, 1, 1), DATE_OPEN } } };
	bool open = world_open(&desk->world, path, perm, &err);
	check_str(str_of(err.text), S(""));
	check(open);
	desk->world.keeper = keeper_open(path, &err);
	check(desk->world.keeper != NULL);
}

static void
desk_close(struct desk *desk)
{
	if (desk->world.jobs)
		load_jobs_close(desk->world.jobs);
	keeper_close(desk->world.keeper);
}

/* A form as a browser sends it: pairs of names and values, ended by NULL. */
static struct sents *
form_of(struct arena *perm, const char *const *pairs)
{
	struct sents *form = new(perm, 1, struct sents);
	for (; pairs[0]; pairs += 2)
		form->at[form->count++] = (struct sent){ str_of(pairs[0]), str_of(pairs[1]) };
	return form;
}

/* Asks a route as its row demands, and gives the answer with all of its words. */
static struct answer
ask_route(struct desk *desk, enum method method, struct ask ask, Str page)
{
	struct arena *perm = desk->perm;
	struct error err = { "" };
	Str segments[4] = { S("authorities"), ask.area, page, ask.ref };
	struct found found = route_find(method, segments, ask.ref.len ? 4 : 3);
	struct answer answer = { .outcome = UNKNOWN };
	check(found.route != NULL);
	if (!found.route)
		return answer;
	ask.today = desk->today;
	ask.now = desk->now;
	ask.viewer = desk->viewer.account.len ? &desk->viewer : NULL;
	ask.page_only = true;
	if (admit(&desk->world, &ask, found.route->need, &answer, perm))
		answer = found.route->view(&desk->world, &ask, perm);
	check(witness_write(&desk->world, &ask, perm, &err));
	/* What it says is copied before what it reads is let go. */
	Str words = document_text(&answer.document, false, 200, perm);
	dismiss(&desk->world, &ask);
	answer.session = words;                  /* nothing here begins a session */
	return answer;
}

static bool
says(const struct answer *answer, const char *words)
{
	bool found = str_find(answer->session, str_of(words)) >= 0 || str_find(answer->document.title, str_of(words)) >= 0;
	if (!found)
		printf("   is not said: %s\n   in: %.*s\n", words, STR_ARG(answer->session));
	return found;
}

static struct answer
bring(struct desk *desk, const char *list, const char *csv, const char *on, bool complete)
{
	const char *const pairs[] = { "list", list, "on", on, complete ? "complete" : NULL, "yes", NULL, NULL };
	return ask_route(desk, POST, (struct ask){ .area = S("walsall"), .sent = form_of(desk->perm, pairs),
		.file = { .there = true, .name = S("list.csv"), .bytes = str_of(csv) } }, S("loads"));
}

static struct answer
look(struct desk *desk, const char *number, const char *how)
{
	return ask_route(desk, GET, (struct ask){ .area = S("walsall"), .ref = str_of(number), .how = str_of(how) }, S("loads"));
}

static struct answer
send(struct desk *desk, const char *number, const char *const *pairs)
{
	return ask_route(desk, POST, (struct ask){ .area = S("walsall"), .ref = str_of(number),
		.sent = form_of(desk->perm, pairs) }, S("loads"));
}

static struct answer
apply(struct desk *desk, const char *number)
{
	return send(desk, number, (const char *const[]){ "do", "apply", NULL, NULL });
}

/* How many rows of a type the council has now. */
static int
rows_now(struct desk *desk, enum type_id type)
{
	const struct held *held;
	struct error err = { "" };
	check(keeper_hold(desk->world.keeper, S("walsall"), &held, &err));
	if (!held)
		return 0;
	int count = held->council.of[type].count;
	keeper_let_go(desk->world.keeper, held);
	return count;
}

static Str
value_now(struct desk *desk, enum type_id type, int row, Str field)
{
	const struct held *held;
	struct error err = { "" };
	check(keeper_hold(desk->world.keeper, S("walsall"), &held, &err));
	if (!held)
		return S("");
	const struct records *records = &held->council.of[type];
	Str value = row < records->count ? str_copy(record_value(records->type, &records->at[row], field), desk->perm) : S("");
	keeper_let_go(desk->world.keeper, held);
	return value;
}

/* ---- from a file to the records ---------------------------------------------------------------- */

static void
a_list_is_staged_looked_at_applied_and_taken_back(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	struct answer staged = bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	check_int(staged.outcome, DONE);
	check_str(staged.to, S("/authorities/walsall/loads/1"));
	check_int(rows_now(&desk, TYPE_PERSON), 0);
	struct answer page = look(&desk, "1", "changes");
	check(says(&page, "3 rows read, ready to apply"));
	check(says(&page, "O'Connor, Niamh"));
	check(says(&page, "Schröder, Jörg"));
	struct answer done = apply(&desk, "1");
	check_int(done.outcome, DONE);
	check_str(done.to, S("/authorities/walsall/loads/1"));
	check_int(rows_now(&desk, TYPE_PERSON), 3);
	check_int(rows_now(&desk, TYPE_POST), 3);
	check_int(rows_now(&desk, TYPE_SPELL), 3);
	check_int(rows_now(&desk, TYPE_UNIT), 2);
	check_str(value_now(&desk, TYPE_PERSON, 1, S("family_name")), S("Schröder"));
	page = look(&desk, "1", "");
	check(says(&page, "The list was applied"));
	done = send(&desk, "1", (const char *const[]){ "do", "undo", "reason", "wrong month", NULL, NULL });
	check_int(done.outcome, DONE);
	check_int(rows_now(&desk, TYPE_PERSON), 0);
	check_int(rows_now(&desk, TYPE_SPELL), 0);
	page = look(&desk, "1", "");
	check(says(&page, "applied and taken back"));
	desk_close(&desk);
}

static void
the_same_file_twice_changes_nothing(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	struct answer again = bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	check(says(&again, "brought before"));
	check_str(again.to, S("/authorities/walsall/loads/1?how=again"));
	apply(&desk, "1");
	again = bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	check_str(again.to, S("/authorities/walsall/loads/1?how=again"));
	again = look(&desk, "1", "again");
	check(says(&again, "Nothing changed"));
	/* The same list of another day is another list, and the records say the same. */
	again = bring(&desk, "hr", hr_list, "2 Mar 2026", true);
	check_str(again.to, S("/authorities/walsall/loads/2"));
	again = look(&desk, "2", "");
	check(says(&again, "the records say the same"));
	check_int(apply(&desk, "2").outcome, DONE);
	again = look(&desk, "2", "");
	check(says(&again, "say the same; nothing was changed"));
	check_int(rows_now(&desk, TYPE_SPELL), 3);
	/* Once taken back, the same bytes may come again. */
	send(&desk, "1", (const char *const[]){ "do", "undo", NULL, NULL });
	again = bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	check_str(again.to, S("/authorities/walsall/loads/3"));
	desk_close(&desk);
}

static const char mistaken[] =
	"Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
	"100,Oddie,Ann,P1,Social worker,Duty,1.0O,Permanent,1/9/2020\n"
	"101,Hale,Jo,P2,Social worker,Duty,1,Perm P/T,31/2/2021\n"
	"102,Adu,Kofi,P3,Social worker,Duty,1,Permanent,1/2/2021\n";

static void
a_list_with_mistakes_lands_nothing_until_they_are_mended(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", mistaken, "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "mend");
	check(says(&page, "3 rows read, 3 need you"));
	check(says(&page, "Cell G2, FTE of the person"));
	check(says(&page, "Cell I3, First day in the post"));
	check(says(&page, "Oddie, Ann"));
	check_int(apply(&desk, "1").outcome, CHANGED);
	check_int(rows_now(&desk, TYPE_PERSON), 0);
	/* An unknown word leads to the words first. */
	page = look(&desk, "1", "");
	check(says(&page, "Perm P/T"));
	send(&desk, "1", (const char *const[]){ "do", "words", "said.basis.Perm P/T", "permanent", NULL, NULL });
	page = look(&desk, "1", "");
	check(says(&page, "3 rows read, 2 need you"));
	send(&desk, "1", (const char *const[]){ "do", "mend", "cell.2.7", "1", "cell.3.9", "28/2/2021", NULL, NULL });
	page = look(&desk, "1", "");
	check(says(&page, "3 rows read, ready to apply"));
	check_int(apply(&desk, "1").outcome, DONE);
	check_int(rows_now(&desk, TYPE_SPELL), 3);
	desk_close(&desk);
}

static void
a_row_can_be_left_out_and_a_mend_forgotten(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", mistaken, "1 Mar 2026", false);
	send(&desk, "1", (const char *const[]){ "do", "mend", "out.2", "yes", "out.3", "yes", NULL, NULL });
	struct answer page = look(&desk, "1", "");
	check(says(&page, "1 row read, ready to apply"));
	page = look(&desk, "1", "mend");
	check(says(&page, "Row 2 is left out"));
	send(&desk, "1", (const char *const[]){ "do", "forget", "forget.2.0", "yes", NULL, NULL });
	page = look(&desk, "1", "mend");
	check(says(&page, "2 rows read, 1 needs you"));
	desk_close(&desk);
}

static void
a_namesake_is_said_once_to_be_another_person(struct arena *perm)
{
	static const char by_name[] = "Surname,Forename,Post number,Job title,Team,FTE,Start date\nO'Connor,Niamh,P8,Social worker,Duty,1,1/2/2026\n";
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	apply(&desk, "1");
	bring(&desk, "hr", by_name, "2 Mar 2026", false);
	struct answer page = look(&desk, "2", "mend");
	check(says(&page, "Row 2: O'Connor, Niamh, post P8 is taken to be N-000001"));
	check_int(send(&desk, "2", (const char *const[]){ "do", "who", "other.2", "yes", "other.99", "yes", "other.x", "yes", NULL, NULL }).outcome, DONE);
	page = look(&desk, "2", "mend");
	check(says(&page, "was said not to be N-000001"));
	check(str_find(page.session, S("by the name alone;")) < 0);
	check_int(apply(&desk, "2").outcome, DONE);
	check_int(rows_now(&desk, TYPE_PERSON), 4);
	/* the next list with these headings knows it */
	bring(&desk, "hr", by_name, "3 Mar 2026", false);
	page = look(&desk, "3", "");
	check(says(&page, "the records say the same"));
	/* and it can be taken back */
	check_int(send(&desk, "3", (const char *const[]){ "do", "who", "same.2", "yes", NULL, NULL }).outcome, DONE);
	page = look(&desk, "3", "words");
	check(says(&page, "Every title, team and word of this list is known"));
	desk_close(&desk);
}

/* The post was said to be of 1 FTE, and a second holder comes beside the first: the cells of both rows are there
 * to be written, and one of them mends it. */
static void
what_breaks_a_rule_can_be_mended_in_its_cells(struct arena *perm)
{
	static const char both[] = "Payroll,Surname,Forename,Post number,Job title,Team,Post FTE,FTE,Contract type,Start date,Leaving date\n"
		"100,O'Connor,Niamh,P1,Social worker,Duty,1,1,Permanent,1/9/2020,\n"
		"101,Schröder,Jörg,P2,Social worker,Duty,1,1,Permanent,01/04/2021,\n";
	static const char more[] = "Payroll,Surname,Forename,Post number,FTE,Start date,Leaving date\n"
		"100,O'Connor,Niamh,P1,1,1/9/2020,\n102,Lee,Ann,P1,1,1/2/2026,\n";
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", both, "1 Mar 2026", false);
	check_int(apply(&desk, "1").outcome, DONE);
	bring(&desk, "hr", more, "2 Mar 2026", false);
	struct answer page = look(&desk, "2", "mend");
	check(says(&page, "Row 3: is held by 2.00 FTE from 1 February 2026, and has 1.00"));
	check(says(&page, "Cell E3, FTE of the person: Lee, Ann, post P1"));
	check(says(&page, "Cell D3, Post number: Lee, Ann, post P1"));
	check(says(&page, "Cell G3, Last day in the post: Lee, Ann, post P1"));
	check(says(&page, "Cell G2, Last day in the post: O'Connor, Niamh, post P1"));
	check(says(&page, "Leave this row out of the load"));
	check_int(send(&desk, "2", (const char *const[]){ "do", "mend", "cell.2.7", "31/1/2026", "cell.3.5", "1", NULL, NULL }).outcome, DONE);
	page = look(&desk, "2", "");
	check(says(&page, "2 rows read, ready to apply"));
	page = look(&desk, "2", "mend");
	check(says(&page, "Mended so far: 1"));
	/* time in a post that is new, without any FTE */
	bring(&desk, "hr", "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Start date\n103,Adu,Kofi,P7,Social worker,Duty,,1/2/2026\n",
	      "3 Mar 2026", false);
	page = look(&desk, "3", "mend");
	check(says(&page, "Cell G2, FTE of the person: Adu, Kofi, post P7"));
	desk_close(&desk);
}

static void
what_was_said_of_columns_and_words_is_remembered(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", "Ref,Surname,Forename,Slot,Grade,Team,Share,Kind,Since\n"
		"100,Oddie,Ann,P1,SW2,Duty,1,Perm P/T,1/9/2020\n", "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "");
	check(says(&page, "The columns of this list need you"));
	send(&desk, "1", (const char *const[]){ "do", "columns", "on", "1 Mar 2026", "profile", "Odd HR",
		"column.payroll", "ref", "column.family_name", "surname", "column.given_names", "forename", "column.post", "slot",
		"column.job_title", "grade", "column.team", "team", "column.fte", "share", "column.basis", "kind",
		"column.from", "since", NULL, NULL });
	send(&desk, "1", (const char *const[]){ "do", "words", "said.basis.Perm P/T", "permanent",
		"said.job_title.SW2", "census 4", "said.team.Duty", "new", NULL, NULL });
	check_int(apply(&desk, "1").outcome, DONE);
	check_str(value_now(&desk, TYPE_ROLE, 0, S("census_role")), S("4"));
	bring(&desk, "hr", "Ref,Surname,Forename,Slot,Grade,Team,Share,Kind,Since\n"
		"100,Oddie,Ann,P1,SW2,Duty,0.5,Perm P/T,1/9/2020\n", "5 Mar 2026", false);
	page = look(&desk, "2", "");
	check(says(&page, "1 row read, ready to apply"));
	check(says(&page, "FTE: 1 becomes 0.5 from 5 March 2026"));
	page = look(&desk, "2", "columns");
	check(says(&page, "Odd HR"));
	page = ask_route(&desk, GET, (struct ask){ .area = S("walsall"), .ref = S("Odd HR") }, S("profiles"));
	check(says(&page, "perm p t"));
	desk_close(&desk);
}

/* "FTE" under "Contract" is found by both rows together; the form of columns has it chosen, so that
 * saved as it stands it changes nothing. */
static void
a_heading_over_two_rows_is_chosen_in_the_form(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", ",,,,,,Contract,,\nPayroll,Surname,Forename,Post number,Job title,Team,FTE,Type,Start date\n"
		"100,Oddie,Ann,P1,SW2,Duty,0.6,Permanent,1/9/2020\n", "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "columns");
	check(says(&page, "given: fte\n"));
	desk_close(&desk);
}

/* No cell can be written where no column is read: the columns are what is to be mended. */
static void
a_column_that_is_not_read_is_asked_for_and_not_each_row_left_out(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", "Payroll,Surname,Vorname,Post number,Job title,Team,FTE,Contract type,Start date\n"
		"100,Oddie,Ann,P1,Social worker,Duty,1,Permanent,1/9/2020\n", "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "");
	check(says(&page, "Given names is empty; choose its column under Columns, or leave the row out"));
	desk_close(&desk);
}

/* Twelve people, then a list of one that is said to be complete. */
static void
a_list_that_ends_most_people_is_stopped_with_words(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	struct text all = text_new(perm);
	text_format(&all, "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n");
	for (int i = 0; i < 12; i++)
		text_format(&all, "%d,Name%c,Ann,P%d,Social worker,Duty,1,Permanent,1/9/2020\n", 100 + i, 'a' + i, i);
	text_char(&all, '\0');
	bring(&desk, "hr", all.at, "1 Mar 2026", true);
	check_int(apply(&desk, "1").outcome, DONE);
	bring(&desk, "hr", "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
		"100,Namea,Ann,P0,Social worker,Duty,1,Permanent,1/9/2020\n", "5 Mar 2026", true);
	struct answer page = look(&desk, "2", "changes");
	check(says(&page, "This would end the time in post of 11 of 12 people"));
	struct answer stopped = apply(&desk, "2");
	check_int(stopped.outcome, CHANGED);
	check(says(&stopped, "11 of 12"));
	check_int(rows_now(&desk, TYPE_SPELL), 12);
	check_int(send(&desk, "2", (const char *const[]){ "do", "apply", "ends", "10", NULL, NULL }).outcome, CHANGED);
	check_int(send(&desk, "2", (const char *const[]){ "do", "apply", "ends", "11", NULL, NULL }).outcome, DONE);
	page = look(&desk, "2", "");
	check(says(&page, "11 not in the list and ended"));
	desk_close(&desk);
}

static void
taking_back_is_refused_while_later_work_stands_on_it(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	apply(&desk, "1");
	bring(&desk, "hr", "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
		"100,O'Connor,Niamh,P1,Social worker,Duty,0.8,Permanent,1/9/2020\n", "5 Mar 2026", false);
	check_int(apply(&desk, "2").outcome, DONE);
	struct answer refused = send(&desk, "1", (const char *const[]){ "do", "undo", NULL, NULL });
	check_int(refused.outcome, CHANGED);
	check(says(&refused, "Nothing was changed"));
	check_int(rows_now(&desk, TYPE_PERSON), 3);
	check_int(send(&desk, "2", (const char *const[]){ "do", "undo", NULL, NULL }).outcome, DONE);
	check_int(send(&desk, "1", (const char *const[]){ "do", "undo", NULL, NULL }).outcome, DONE);
	check_int(rows_now(&desk, TYPE_PERSON), 0);
	desk_close(&desk);
}

/* ---- reconciling ------------------------------------------------------------------------------- */

static const char finance_list[] =
	"Post number,Job title,Team,Post FTE,Status\n"
	"P1,Social worker,Duty,1,Funded\nP2,Senior social worker,Duty,0.8,Funded\nP3,Team manager,Looked after,1,Frozen\n";

static struct answer
differences(struct desk *desk, const char *how)
{
	return ask_route(desk, GET, (struct ask){ .area = S("walsall"), .how = str_of(how) }, S("reconcile"));
}

/* The facts that the form of a difference carries. */
static const char *
facts_of(struct desk *desk, const char *subject)
{
	struct answer page = differences(desk, subject);
	for (int b = 0; b < page.document.block_count; b++) {
		const struct form *form = page.document.blocks[b].form;
		for (int i = 0; page.document.blocks[b].kind == BLOCK_FORM && i < form->input_count; i++)
			if (str_equal(form->inputs[i].name, S("facts")))
				return str_c(form->inputs[i].value, desk->perm);
	}
	return "";
}

static void
differences_are_decided_and_not_asked_again_until_facts_change(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	apply(&desk, "1");
	bring(&desk, "finance", finance_list, "1 Mar 2026", false);
	struct answer page = differences(&desk, "");
	check(says(&page, "2 differences to decide"));
	check(says(&page, "Lee, jr, Ann"));
	check(says(&page, "frozen"));
	const char *facts = facts_of(&desk, "post-fte p2");
	const char *const decision[] = { "subject", "post-fte p2", "facts", facts, "side", "records", "said_by",
		"Finance business partner", "why", "The cut was not agreed", "until", "1 Jun 2026", NULL, NULL };
	struct answer kept = ask_route(&desk, POST, (struct ask){ .area = S("walsall"), .sent = form_of(perm, decision) }, S("reconcile"));
	check_int(kept.outcome, DONE);
	page = differences(&desk, "");
	check(says(&page, "1 difference to decide, 1 decided"));
	check(says(&page, "The cut was"));
	/* The decision holds for the next list of finance's, and for this one. */
	page = look(&desk, "2", "mend");
	check(says(&page, "is not taken from this list"));
	check_int(apply(&desk, "2").outcome, DONE);
	check_str(value_now(&desk, TYPE_POST, 1, S("fte")), S("0.6"));   /* what its holder works */
	/* Other facts are asked again. */
	bring(&desk, "finance", "Post number,Job title,Team,Post FTE,Status\nP1,Social worker,Duty,1,Funded\n"
		"P2,Senior social worker,Duty,0.7,Funded\nP3,Team manager,Looked after,1,Funded\n", "5 Mar 2026", false);
	page = differences(&desk, "");
	check(says(&page, "1 difference to decide"));
	page = look(&desk, "3", "changes");
	check(says(&page, "FTE: 0.6 becomes 0.7"));
	/* And a decision runs out. */
	desk.today = date_of(2026, 6, 2);
	desk.now = (int64_t)desk.today.day * 86400;
	check_str(str_of(facts_of(&desk, "nothing")), S(""));
	desk_close(&desk);
}

/* HR's list of everybody lacks somebody; that they are there was decided. */
static void
who_was_decided_to_be_there_is_not_ended(struct arena *perm)
{
	static const char lacks[] = "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
		"100,O'Connor,Niamh,P1,Social worker,Duty,1,Permanent,1/9/2020\n"
		"102,\"Lee, jr\",Ann,P3,Team manager,Looked after,1,Permanent,2022-01-10\n";
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	apply(&desk, "1");
	bring(&desk, "hr", lacks, "5 Mar 2026", true);
	struct answer page = look(&desk, "2", "changes");
	check(says(&page, "1 not in the list and ended"));
	const char *const decision[] = { "subject", "vacant p2", "facts", facts_of(&desk, "vacant p2"), "side", "records",
		"said_by", "The team manager", "why", "On a course", "until", "1 Jun 2026", NULL, NULL };
	check_int(ask_route(&desk, POST, (struct ask){ .area = S("walsall"), .sent = form_of(perm, decision) }, S("reconcile")).outcome, DONE);
	page = look(&desk, "2", "");
	check(says(&page, "the records say the same"));
	check_int(apply(&desk, "2").outcome, DONE);
	page = look(&desk, "2", "");
	check(says(&page, "say the same; nothing was changed"));
	desk_close(&desk);
}

/* A row breaks a rule, and is left out; the receipt keeps why, and no list is said to lack what is in its file. */
static void
a_row_left_out_is_in_the_file_where_lists_differ(struct arena *perm)
{
	static const char over[] = "Payroll,Surname,Forename,Post number,Job title,Team,Post FTE,FTE,Contract type,Start date\n"
		"100,O'Connor,Niamh,P1,Social worker,Duty,1,1,Permanent,1/9/2020\n"
		"101,Schröder,Jörg,P1,Social worker,Duty,1,1,Permanent,01/04/2021\n";
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", over, "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "mend");
	check(says(&page, "is held by 2.00 FTE"));
	check_int(send(&desk, "1", (const char *const[]){ "do", "mend", "out.2", "yes", NULL, NULL }).outcome, DONE);
	page = look(&desk, "1", "mend");
	check(says(&page, "Row 2 is left out: is held by 2.00 FTE"));
	check_int(apply(&desk, "1").outcome, DONE);
	page = look(&desk, "1", "");
	check(says(&page, "Row 2: is held by 2.00 FTE"));
	/* so does the other row of the same post, if that is the one left out */
	bring(&desk, "hr", over, "3 Mar 2026", false);
	send(&desk, "2", (const char *const[]){ "do", "mend", "out.3", "yes", NULL, NULL });
	page = look(&desk, "2", "mend");
	check(says(&page, "Row 3 is left out: "));
	check_int(send(&desk, "2", (const char *const[]){ "do", "reject", NULL, NULL }).outcome, DONE);
	/* a row that cannot be read, of a list that waits */
	bring(&desk, "finance", "Post number,Job title,Team,Post FTE\nP1,Social worker,Duty,1\nP2,Social worker,Duty,lots\n",
	      "1 Mar 2026", false);
	bring(&desk, "hr", "Payroll,Surname,Forename,Post number,Job title,Team,Post FTE,FTE,Contract type,Start date\n"
		"100,O'Connor,Niamh,P2,Social worker,Duty,1,1,Permanent,1/9/2020\n", "2 Mar 2026", false);
	page = differences(&desk, "");
	check(says(&page, "in the file, but left out of the load: FTE of the post"));
	desk_close(&desk);
}

static void
a_decision_that_is_not_well_said_is_not_kept(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	apply(&desk, "1");
	bring(&desk, "finance", finance_list, "1 Mar 2026", false);
	const char *facts = facts_of(&desk, "post-fte p2");
	const char *const unsaid[] = { "subject", "post-fte p2", "facts", facts, "side", "team", "until", "1 Jun 2036", NULL, NULL };
	struct answer wrong = ask_route(&desk, POST, (struct ask){ .area = S("walsall"), .sent = form_of(perm, unsaid) }, S("reconcile"));
	check_int(wrong.outcome, WRONG);
	check(says(&wrong, "Say which is right"));
	check(says(&wrong, "up to a year"));
	const char *const stale[] = { "subject", "post-fte p2", "facts", "hr=- finance=-", "side", "records", "said_by", "Me",
		"why", "So", "until", "1 Jun 2026", NULL, NULL };
	wrong = ask_route(&desk, POST, (struct ask){ .area = S("walsall"), .sent = form_of(perm, stale) }, S("reconcile"));
	check_int(wrong.outcome, CHANGED);
	wrong = differences(&desk, "");
	check(says(&wrong, "2 differences to decide"));
	desk_close(&desk);
}

/* ---- who may ----------------------------------------------------------------------------------- */

static void
lists_are_for_those_who_keep_the_whole_councils_records(struct arena *perm)
{
	static const struct { enum duty duty; enum scope scope; Str unit; enum outcome outcome; } cases[] = {
		{ DUTY_HR_OFFICER, SCOPE_AUTHORITY, STR(""), DONE }, { DUTY_HR_LEAD, SCOPE_AUTHORITY, STR(""), DONE },
		{ DUTY_HR_OFFICER, SCOPE_UNIT, STR("U-000001"), FORBIDDEN },
		{ DUTY_TEAM_MANAGER, SCOPE_UNIT, STR("U-000001"), FORBIDDEN },
		{ DUTY_ANALYST, SCOPE_AUTHORITY, STR(""), FORBIDDEN }, { DUTY_CENSUS, SCOPE_AUTHORITY, STR(""), FORBIDDEN },
		{ DUTY_SYSADMIN, SCOPE_AUTHORITY, STR(""), FORBIDDEN },
	};
	struct desk desk;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		desk.viewer.grants[0].duty = cases[i].duty;
		desk.viewer.grants[0].scope = cases[i].scope;
		desk.viewer.grants[0].unit = cases[i].unit;
		check_int(look(&desk, "1", "").outcome, cases[i].outcome);
		check_int(ask_route(&desk, GET, (struct ask){ .area = S("walsall") }, S("loads")).outcome, cases[i].outcome);
		struct answer differ = ask_route(&desk, GET, (struct ask){ .area = S("walsall") }, S("reconcile"));
		check_int(differ.outcome, cases[i].outcome == DONE ? UNKNOWN : cases[i].outcome);   /* no records yet */
		if (cases[i].outcome != DONE)
			check_int(apply(&desk, "1").outcome, FORBIDDEN);
	}
	desk.viewer.grants[0] = (struct grant){ DUTY_HR_OFFICER, SCOPE_AUTHORITY, S("dudley"), { 0 },
	                                        { date_of(2020, 1, 1), DATE_OPEN } };
	check_int(look(&desk, "1", "").outcome, UNKNOWN);
	check_int(apply(&desk, "1").outcome, UNKNOWN);
	desk.viewer.account = S("");
	check_int(look(&desk, "1", "").outcome, WHO);
	check_int(rows_now(&desk, TYPE_PERSON), 0);
	desk_close(&desk);
}

static bool
read_entries(struct desk *desk, Str of, int *count)
{
	struct error err = { "" };
	struct entry *entries;
	struct store *store = keeper_borrow(desk->world.keeper, &err);
	bool read = audit_entries(store, &(struct audit_filter){ .action = of, .most = 50 }, &entries, count, desk->perm, &err);
	keeper_give_back(desk->world.keeper, store, read);
	return read;
}

static void
every_look_at_a_list_is_in_the_audit(struct arena *perm)
{
	struct desk desk;
	int before, after;
	desk_open(&desk, perm);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	check(read_entries(&desk, S("read.lists"), &before));
	look(&desk, "1", "changes");
	check(read_entries(&desk, S("read.lists"), &after));
	check_int(after, before + 1);
	desk_close(&desk);
}

static void
what_is_not_well_said_is_explained(struct arena *perm)
{
	struct desk desk;
	desk_open(&desk, perm);
	struct answer wrong = bring(&desk, "payroll", "", "31 Feb 2026", false);
	check_int(wrong.outcome, WRONG);
	check_int(bring(&desk, "hr", hr_list, "1 Mar 2027", false).outcome, WRONG);
	bring(&desk, "hr", "hello", "1 Mar 2026", false);
	wrong = look(&desk, "1", "");
	check(says(&wrong, "The columns of this list need you"));
	check_int(apply(&desk, "1").outcome, CHANGED);
	check_int(look(&desk, "2", "").outcome, UNKNOWN);
	check_int(look(&desk, "1x", "").outcome, UNKNOWN);
	check_int(send(&desk, "1", (const char *const[]){ "do", "dance", NULL, NULL }).outcome, WRONG);
	check_int(send(&desk, "1", (const char *const[]){ "do", "reject", NULL, NULL }).outcome, DONE);
	wrong = look(&desk, "1", "");
	check(says(&wrong, "put aside"));
	check_int(apply(&desk, "1").outcome, CHANGED);
	desk_close(&desk);
}

/* ---- jobs, and death --------------------------------------------------------------------------- */

static void
jobs_come_to_the_same(struct arena *perm)
{
	struct desk desk;
	struct error err = { "" };
	desk_open(&desk, perm);
	desk.world.jobs = load_jobs_open(&err);
	bring(&desk, "hr", hr_list, "1 Mar 2026", false);
	struct answer page = look(&desk, "1", "changes");
	check(says(&page, "3 rows read, ready to apply"));
	page = look(&desk, "1", "changes");
	check(says(&page, "O'Connor, Niamh"));
	check_int(apply(&desk, "1").outcome, DONE);
	page = look(&desk, "1", "");
	check(says(&page, "The list was applied"));
	check_int(rows_now(&desk, TYPE_SPELL), 3);
	/* A failed applying is told. */
	bring(&desk, "hr", mistaken, "2 Mar 2026", false);
	check_int(apply(&desk, "2").outcome, CHANGED);
	for (int i = 3; i < 9; i++) {            /* more lists than there is room to keep */
		struct text csv = text_new(perm);
		text_format(&csv, "%s%d,New,Person,P9%d,Social worker,Duty,1,Permanent,1/9/2020,\n", hr_list, 900 + i, i);
		text_char(&csv, '\0');
		bring(&desk, "hr", csv.at, "1 Mar 2026", false);
		page = look(&desk, str_c(str_format(perm, "%d", i), perm), "");
		check(says(&page, "4 rows read, ready to apply"));
	}
	desk_close(&desk);
}

/* Applies the list in a child that is killed after `wait` microseconds. */
static void
die_applying(struct desk *desk, Str path, useconds_t wait)
{
	pid_t child = fork();
	if (child == 0) {
		struct desk own = *desk;
		struct error err = { "" };
		own.world.keeper = keeper_open(path, &err);
		apply(&own, "1");
		_exit(0);
	}
	usleep(wait);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void
killed_while_applying_leaves_all_or_nothing(struct arena *perm)
{
	enum { ROUNDS = 30, PEOPLE = 300 };
	struct text all = text_new(perm);
	text_format(&all, "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n");
	for (int i = 0; i < PEOPLE; i++)
		text_format(&all, "%d,Name%d,Ann,P%d,Social worker,Duty,1,Permanent,1/9/2020\n", 100 + i, i, i);
	text_char(&all, '\0');
	int landed = 0;
	unsigned seed = 7;
	char *mark = perm->next;
	for (int round = 0; round < ROUNDS; round++) {
		struct desk desk;
		struct error err = { "" };
		desk_open(&desk, perm);
		bring(&desk, "hr", all.at, "1 Mar 2026", false);
		keeper_close(desk.world.keeper);
		seed = seed * 1103515245u + 12345u;
		die_applying(&desk, desk.world.store_path, (useconds_t)(seed >> 16 & 0x7FFF) * 4);
		desk.world.keeper = keeper_open(desk.world.store_path, &err);
		int people = rows_now(&desk, TYPE_PERSON), spells = rows_now(&desk, TYPE_SPELL);
		struct answer page = look(&desk, "1", "");
		check(people == spells);
		check(people == 0 || people == PEOPLE);
		check(says(&page, people ? "The list was applied" : "300 rows read, ready to apply"));
		landed += people > 0;
		desk_close(&desk);
		perm->next = mark;
	}
	printf("   killed %d times: %d landed whole, %d not at all\n", ROUNDS, landed, ROUNDS - landed);
}

int
main(void)
{
	if (!stores_begin())
		return 2;
	run_on_both(a_list_is_staged_looked_at_applied_and_taken_back);
	run_on_both(the_same_file_twice_changes_nothing);
	run_on_both(a_list_with_mistakes_lands_nothing_until_they_are_mended);
	run_on_both(a_row_can_be_left_out_and_a_mend_forgotten);
	run_on_both(a_namesake_is_said_once_to_be_another_person);
	run_on_both(what_breaks_a_rule_can_be_mended_in_its_cells);
	run_on_both(what_was_said_of_columns_and_words_is_remembered);
	run(a_heading_over_two_rows_is_chosen_in_the_form);
	run(a_column_that_is_not_read_is_asked_for_and_not_each_row_left_out);
	run_on_both(a_list_that_ends_most_people_is_stopped_with_words);
	run_on_both(taking_back_is_refused_while_later_work_stands_on_it);
	run_on_both(differences_are_decided_and_not_asked_again_until_facts_change);
	run(who_was_decided_to_be_there_is_not_ended);
	run(a_row_left_out_is_in_the_file_where_lists_differ);
	run(a_decision_that_is_not_well_said_is_not_kept);
	run(lists_are_for_those_who_keep_the_whole_councils_records);
	run(every_look_at_a_list_is_in_the_audit);
	run(what_is_not_well_said_is_explained);
	run(jobs_come_to_the_same);
	run(killed_while_applying_leaves_all_or_nothing);
	bool removed = stores_end();
	return tests_end() || !removed;
}
