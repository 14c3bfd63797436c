/* lists.c: the four lists, and what a column of each can mean.
 *
 * Headings are folded: lower case, with anything but letters and figures as one blank.
 */
#include "intake/intake.h"

#define HR      (1u << LIST_HR)
#define FINANCE (1u << LIST_FINANCE)
#define AGENCY_ (1u << LIST_AGENCY)
#define TEAM    (1u << LIST_TEAM)
#define EVERY   (HR | FINANCE | AGENCY_ | TEAM)

const struct list_row list_rows[LISTS] = {
	{ LIST_HR, STR("hr"), STR("HR's list"),
	  STR("People the council employs: who is in which post, from when, at what FTE") },
	{ LIST_FINANCE, STR("finance"), STR("Finance's list of the establishment"),
	  STR("Posts that are paid for: number, title, team, FTE and status") },
	{ LIST_AGENCY, STR("agency"), STR("Agency list"),
	  STR("Agency workers: who, from which agency, in which post, from when") },
	{ LIST_TEAM, STR("team"), STR("A team's own list"),
	  STR("Who a team says works in it, and the cases they hold") },
};

const struct target_row target_rows[TARGETS] = {
	{ TO_PAYROLL, STR("payroll"), STR("Payroll number"), STR("The surest way to know somebody again"),
	  HR | TEAM, 0, STR("person"), STR("payroll"),
	  { STR("payroll"), STR("payroll no"), STR("payroll number"), STR("employee number"),
	    STR("employee id"), STR("employee no"), STR("staff number"), STR("staff no"), STR("emp no"),
	    STR("assignment number"), STR("personnel number") } },
	{ TO_FAMILY_NAME, STR("family_name"), STR("Family name"), STR(""), HR | AGENCY_ | TEAM, 0,
	  STR("person"), STR("family_name"),
	  { STR("surname"), STR("last name"), STR("family name"), STR("lastname"), STR("worker surname") } },
	{ TO_GIVEN_NAMES, STR("given_names"), STR("Given names"), STR(""), HR | AGENCY_ | TEAM, 0,
	  STR("person"), STR("given_names"),
	  { STR("forename"), STR("forenames"), STR("first name"), STR("firstname"), STR("given name"),
	    STR("given names"), STR("worker forename") } },
	{ TO_FULL_NAME, STR("full_name"), STR("Name in one column"),
	  STR("Family name, comma, given names; or given names, then the family name"),
	  HR | AGENCY_ | TEAM, 0, STR("person"), STR("family_name"),
	  { STR("name"), STR("full name"), STR("employee name"), STR("employee"), STR("worker"),
	    STR("worker name"), STR("staff name"), STR("staff member"), STR("post holder"),
	    STR("postholder"), STR("social worker") } },
	{ TO_BORN, STR("born"), STR("Date of birth"), STR(""), HR, 0, STR("person"), STR("born"),
	  { STR("dob"), STR("d o b"), STR("date of birth"), STR("birth date"), STR("birthdate") } },
	{ TO_SWE, STR("swe"), STR("Social Work England number"), STR(""), HR | AGENCY_ | TEAM, 0,
	  STR("registration"), STR("number"),
	  { STR("swe"), STR("swe no"), STR("swe number"), STR("sweno"), STR("swe reg"), STR("sw england number"),
	    STR("registration number"), STR("registration no"), STR("social work england number"),
	    STR("hcpc number") } },
	{ TO_POST, STR("post"), STR("Post number"), STR("As HR and finance both write it"), EVERY,
	  FINANCE, STR("post"), STR("number"),
	  { STR("post no"), STR("post number"), STR("post id"), STR("post ref"), STR("position"),
	    STR("position no"), STR("position number"), STR("position id"), STR("post"), STR("post covered"),
	    STR("position code"), STR("post code number") } },
	{ TO_JOB_TITLE, STR("job_title"), STR("Job title"), STR(""), EVERY, 0, STR("post"), STR("title"),
	  { STR("job title"), STR("title"), STR("role"), STR("job"), STR("job role"), STR("post title"),
	    STR("position title"), STR("designation"), STR("job description") } },
	{ TO_TEAM, STR("team"), STR("Team"), STR("The unit the post stands in"), EVERY, 0, STR("unit"),
	  STR("name"), { STR("team"), STR("team name"), STR("unit"), STR("section"), STR("org unit"),
	  STR("organisation unit"), STR("department"), STR("cost centre name"), STR("team unit") } },
	{ TO_SERVICE, STR("service"), STR("Service"), STR("What the team stands under"), EVERY, 0,
	  STR("unit"), STR("parent"), { STR("service"), STR("service area"), STR("directorate"),
	  STR("division"), STR("service name") } },
	{ TO_FTE, STR("fte"), STR("FTE of the person"), STR(""), HR | AGENCY_ | TEAM, 0, STR("spell"),
	  STR("fte"), { STR("fte"), STR("wte"), STR("contract fte"), STR("contracted fte"),
	  STR("whole time equivalent"), STR("full time equivalent"), STR("actual fte"), STR("fte actual"),
	  STR("employee fte") } },
	{ TO_HOURS, STR("hours"), STR("Hours a week"), STR("Used where there is no FTE"),
	  HR | AGENCY_, 0, STR("spell"), STR("fte"), { STR("hours"), STR("weekly hours"),
	  STR("contract hours"), STR("contracted hours"), STR("hours per week"), STR("hrs") } },
	{ TO_BASIS, STR("basis"), STR("Held how"), STR("Permanent, fixed term, acting, seconded, agency"),
	  HR | TEAM, 0, STR("spell"), STR("basis"), { STR("basis"), STR("contract type"),
	  STR("employment type"), STR("contract"), STR("perm temp"), STR("employment status"),
	  STR("assignment category"), STR("employee type") } },
	{ TO_FROM, STR("from"), STR("First day in the post"), STR(""), HR | AGENCY_, HR | AGENCY_,
	  STR("spell"), STR("from"), { STR("start date"), STR("start"), STR("from"), STR("date from"),
	  STR("post start date"), STR("position start date"), STR("role start date"), STR("started"),
	  STR("date started"), STR("start date in post"), STR("assignment start") } },
	{ TO_LAST_DAY, STR("last_day"), STR("Last day in the post"), STR("The last day counts as in post"),
	  HR | AGENCY_, 0, STR("spell"), STR("to"), { STR("end date"), STR("end"), STR("leaving date"),
	  STR("leave date"), STR("termination date"), STR("last day"), STR("date left"), STR("to"),
	  STR("role end date"), STR("assignment end"), STR("finish date") } },
	{ TO_REASON, STR("reason"), STR("Reason for leaving"), STR(""), HR, 0, STR("spell"), STR("reason"),
	  { STR("leaving reason"), STR("reason for leaving"), STR("reason"), STR("termination reason"),
	    STR("leave reason") } },
	{ TO_DESTINATION, STR("destination"), STR("Went to"), STR(""), HR, 0, STR("spell"),
	  STR("destination"), { STR("destination"), STR("leaver destination"), STR("went to"),
	  STR("destination on leaving") } },
	{ TO_ORIGIN, STR("origin"), STR("Came from"), STR(""), HR, 0, STR("spell"), STR("origin"),
	  { STR("origin"), STR("start origin"), STR("came from"), STR("previous employer type") } },
	{ TO_AGENCY, STR("agency"), STR("Agency"), STR(""), AGENCY_, 0, STR("spell"), STR("agency"),
	  { STR("agency"), STR("agency name"), STR("supplier"), STR("provider") } },
	{ TO_COVERS, STR("covers"), STR("Covers"), STR("The absent holder, by payroll number or name"),
	  HR | AGENCY_, 0, STR("spell"), STR("covers"), { STR("covers"), STR("covering"), STR("cover for"),
	  STR("covering for") } },
	{ TO_CASES, STR("cases"), STR("Cases"), STR("Held on the day the list is of"), TEAM, 0,
	  STR("caseload"), STR("cases"), { STR("cases"), STR("caseload"), STR("allocated cases"),
	  STR("no of cases"), STR("number of cases"), STR("children") } },
	{ TO_POST_FTE, STR("post_fte"), STR("FTE of the post"), STR("What is paid for"), HR | FINANCE, FINANCE,
	  STR("post"), STR("fte"), { STR("budget fte"), STR("budgeted fte"), STR("established fte"),
	  STR("establishment fte"), STR("establishment"), STR("post fte"), STR("fte budget"),
	  STR("funded fte"), STR("fte"), STR("wte") } },
	{ TO_POST_STATUS, STR("post_status"), STR("Status of the post"), STR("Funded, frozen, proposed, over"),
	  FINANCE, 0, STR("post"), STR("status"), { STR("status"), STR("post status"), STR("funding status"),
	  STR("position status") } },
	{ TO_FULL_HOURS, STR("full_hours"), STR("Full-time hours a week"), STR("Where they differ from row to row"),
	  EVERY, 0, STR("spell"), STR("fte"), { STR("full time hours"), STR("full time weekly hours"),
	  STR("standard hours"), STR("standard weekly hours"), STR("fte hours"), STR("ft hours"), STR("wte hours"),
	  STR("full time equivalent hours"), STR("hours full time") } },
};

bool
list_find(Str name, enum list_kind *kind)
{
	for (int i = 0; i < LISTS; i++)
		if (str_equal_fold(list_rows[i].name, name)) {
			*kind = list_rows[i].kind;
			return true;
		}
	return false;
}
