/* policy.c: the matrix of rights as one table, and the duties. Every cell has its reason in
 * docs/methods/rights.md; test/rights_matrix.h holds a copy of the matrix, typed as text. */
#include "register/policy.h"

#include <assert.h>

/* The letters of the matrix. A cell that is not written is NO: default deny. */
#define NO { REACH_NONE, false }
#define AG { REACH_TOTALS, false }
#define PS { REACH_PSEUDONYM, false }
#define RD { REACH_READ, false }
#define WR { REACH_WRITE, false }
#define RL { REACH_READ, true }
#define WL { REACH_WRITE, true }

static const struct permit policy_rows[FIELD_GROUPS][DUTIES] = {
	/*                       worker team head hr  lead cens anal exit surv dpo  sys  learn region */
	[GROUP_STRUCTURE]    = { RD, RD, RD, WR, WR, RD, RD, RD, RD, RD, RD, RD, AG },
	[GROUP_IDENTITY]     = { RD, RD, RD, WR, WR, RD, PS, RD, NO, NO, NO, RD, AG },
	[GROUP_CONTACT]      = { RD, NO, NO, WL, WL, NO, AG, NO, NO, NO, NO, NO, NO },
	[GROUP_REGISTRATION] = { RD, RD, RD, WR, WR, RD, NO, NO, NO, NO, NO, RD, NO },
	[GROUP_CASELOAD]     = { RD, RD, RD, RD, RD, RD, PS, NO, NO, NO, NO, NO, AG },
	[GROUP_ABSENCE]      = { RD, RD, AG, WR, WR, AG, AG, NO, NO, NO, NO, NO, AG },
	[GROUP_EQUALITY]     = { WR, NO, AG, NO, WL, NO, AG, NO, NO, NO, NO, NO, NO },
	[GROUP_TERMS]        = { NO, RD, RD, WR, WR, RD, PS, NO, NO, NO, NO, NO, AG },
	[GROUP_LEAVING]      = { RD, AG, AG, WL, WL, RD, AG, RD, NO, NO, NO, NO, AG },
	[GROUP_IMPORTS]      = { NO, NO, NO, WL, WL, NO, NO, NO, NO, NO, NO, NO, NO },
	[GROUP_AUDIT]        = { NO, NO, NO, NO, NO, NO, NO, NO, NO, RL, AG, NO, NO },
	[GROUP_SETTINGS]     = { NO, NO, NO, NO, NO, NO, NO, NO, NO, RD, WR, NO, NO },
	[GROUP_REQUESTS]     = { NO, WR, WR, WR, WR, RD, RD, NO, NO, NO, NO, NO, NO },
	[GROUP_PAY]          = { RD, NO, NO, WL, WL, RL, NO, NO, NO, NO, NO, NO, NO },
	[GROUP_RETURNS]      = { NO, NO, NO, RD, WR, WR, NO, NO, NO, RD, NO, NO, NO },
	[GROUP_APPROVALS]    = { NO, RD, WR, RD, WR, RD, PS, NO, NO, NO, NO, NO, NO },
	[GROUP_PLANS]        = { NO, RD, WR, RD, WR, RD, WR, NO, NO, NO, NO, NO, NO },
	[GROUP_CAMPAIGNS]    = { NO, RD, RD, WR, WR, NO, RD, NO, NO, NO, NO, RD, NO },
	[GROUP_CANDIDATES]   = { NO, NO, NO, WR, WR, NO, PS, NO, NO, NO, NO, NO, NO },
	[GROUP_VETTING]      = { NO, NO, NO, WL, WL, NO, NO, NO, NO, NO, NO, NO, NO },
	[GROUP_SCORES]       = { NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO },
	[GROUP_SUPPLY]       = { NO, RD, RD, RD, WR, NO, PS, NO, NO, NO, NO, WR, NO },
	[GROUP_INDUCTION]    = { RD, WR, WR, WR, WR, NO, NO, NO, NO, NO, NO, NO, NO },
	[GROUP_MOVES]        = { RD, NO, RD, WR, WR, NO, NO, NO, NO, NO, NO, NO, NO },
};

const struct duty_row duty_rows[DUTIES] = {
	{ DUTY_WORKER, STR("worker"), STR("Worker"),
	  STR("Sees what is held about themselves"), SCOPE_SELF },
	{ DUTY_TEAM_MANAGER, STR("team-manager"), STR("Team manager"),
	  STR("Sees the posts and people of their team"), SCOPE_UNIT },
	{ DUTY_SERVICE_HEAD, STR("service-head"), STR("Head of service"),
	  STR("Sees the posts and people of their service, and absence as totals"), SCOPE_UNIT },
	{ DUTY_HR_OFFICER, STR("hr-officer"), STR("HR officer"),
	  STR("Keeps the records of people and posts, and loads lists"), SCOPE_AUTHORITY },
	{ DUTY_HR_LEAD, STR("hr-lead"), STR("HR lead"),
	  STR("Keeps the records of people and posts, and equality data"), SCOPE_AUTHORITY },
	{ DUTY_CENSUS, STR("census-officer"), STR("Census officer"),
	  STR("Reads what the workforce census asks for, and keeps the return"), SCOPE_AUTHORITY },
	{ DUTY_ANALYST, STR("analyst"), STR("Analyst"),
	  STR("Works with totals, and with rows that do not say who it is"), SCOPE_AUTHORITY },
	{ DUTY_EXIT_LEAD, STR("exit-interview-lead"), STR("Exit interview lead"),
	  STR("Sees who left, and why"), SCOPE_AUTHORITY },
	{ DUTY_SURVEY_ADMIN, STR("survey-administrator"), STR("Survey administrator"),
	  STR("Runs surveys; sees units and posts, and nobody's record"), SCOPE_AUTHORITY },
	{ DUTY_DPO, STR("data-protection-officer"), STR("Data protection officer or auditor"),
	  STR("Reads the audit and the settings"), SCOPE_AUTHORITY },
	{ DUTY_SYSADMIN, STR("system-administrator"), STR("System administrator"),
	  STR("Keeps accounts, grants and settings; sees nobody's record"), SCOPE_AUTHORITY },
	{ DUTY_LEARNING, STR("learning-manager"), STR("Practice learning manager"),
	  STR("Keeps students, trainees, apprentices and practice educators"), SCOPE_AUTHORITY },
	{ DUTY_REGION, STR("regional-analyst"), STR("Regional analyst"),
	  STR("Sees totals of a region that can identify nobody"), SCOPE_REGION },
};

const Str group_titles[FIELD_GROUPS] = {
	[GROUP_STRUCTURE]    = STR("Units, roles and posts"),
	[GROUP_IDENTITY]     = STR("Name, post, team, FTE and dates"),
	[GROUP_CONTACT]      = STR("Contact and date of birth"),
	[GROUP_REGISTRATION] = STR("Registration and qualification"),
	[GROUP_CASELOAD]     = STR("Caseload"),
	[GROUP_ABSENCE]      = STR("Absence: days and kind"),
	[GROUP_EQUALITY]     = STR("Equality monitoring"),
	[GROUP_TERMS]        = STR("Terms: how a post is held, agency, pay band"),
	[GROUP_LEAVING]      = STR("Reason for leaving and destination"),
	[GROUP_IMPORTS]      = STR("Loaded lists and reconciling"),
	[GROUP_AUDIT]        = STR("Audit"),
	[GROUP_SETTINGS]     = STR("Accounts, grants and settings"),
	[GROUP_REQUESTS]     = STR("Posts and agency asked for, and what was decided of posts"),
	[GROUP_PAY]          = STR("Pay"),
	[GROUP_RETURNS]      = STR("Returns: what is said of the council, notes and decisions"),
	[GROUP_APPROVALS]    = STR("What was decided of agency use and posts over establishment, and rates signed off"),
	[GROUP_PLANS]        = STR("What forecasts and plans assume"),
	[GROUP_CAMPAIGNS]    = STR("Campaigns, rounds, panels and criteria"),
	[GROUP_CANDIDATES]   = STR("Candidates: who applied, and how far they have come"),
	[GROUP_VETTING]      = STR("Checks before somebody starts"),
	[GROUP_SCORES]       = STR("Scores of assessors"),
	[GROUP_SUPPLY]       = STR("Students, trainees, recruits from overseas, practice educators"),
	[GROUP_INDUCTION]    = STR("Induction and the review of probation"),
	[GROUP_MOVES]        = STR("Requests to move, and whose post ends"),
};

bool
duty_find(Str name, enum duty *duty)
{
	for (int d = 0; d < DUTIES; d++)
		if (str_equal(duty_rows[d].name, name)) {
			*duty = duty_rows[d].duty;
			return true;
		}
	return false;
}

struct permit
policy_permit(enum duty duty, enum field_group group)
{
	assert((int)duty >= 0 && duty < DUTIES);
	assert((int)group >= 0 && group < FIELD_GROUPS);
	return policy_rows[group][duty];
}

struct permit
grant_permit(const struct grant *grant, enum field_group group)
{
	struct permit permit = policy_permit(grant->duty, group);
	if (grant->scope > duty_rows[grant->duty].widest)
		return (struct permit){ 0 };
	if (grant->scope == SCOPE_REGION && permit.reach > REACH_TOTALS)
		return (struct permit){ REACH_TOTALS, false };
	return permit;
}

struct permit
permit_union(struct permit a, struct permit b)
{
	return (struct permit){ a.reach > b.reach ? a.reach : b.reach, a.logged || b.logged };
}

struct permit
permit_of_machine(enum field_group group)
{
	struct permit all = { REACH_WRITE, false };
	for (int d = 0; d < DUTIES; d++)
		all.logged = all.logged || policy_permit((enum duty)d, group).logged;
	return all;
}

bool
grant_holds(const struct grant *grant, Str authority, Date day)
{
	return authority.len > 0 && str_equal(grant->authority, authority) && grant->when.first.day <= day.day && day.day <= grant->when.last.day;
}

/* Whether the grant says anything about this authority on this day. */
static bool
grant_counts(const struct viewer *viewer, const struct grant *grant, Str authority, Date day)
{
	return viewer->account.len > 0 && grant_holds(grant, authority, day) && grant->scope <= duty_rows[grant->duty].widest;
}

struct viewer
viewer_today(const struct viewer *viewer, Date today)
{
	struct viewer now = *viewer;
	now.grant_count = 0;
	for (int g = 0; g < viewer->grant_count; g++)
		if (grant_counts(viewer, &viewer->grants[g], viewer->grants[g].authority, today))
			now.grants[now.grant_count++] = viewer->grants[g];
	return now;
}

struct permit
viewer_permit(const struct viewer *viewer, Str authority, enum field_group group, Date day)
{
	assert(viewer->grant_count >= 0 && viewer->grant_count <= GRANTS_MOST);
	if (viewer->all)
		return permit_of_machine(group);
	struct permit most = { 0 };
	for (int g = 0; g < viewer->grant_count; g++)
		if (grant_counts(viewer, &viewer->grants[g], authority, day))
			most = permit_union(most, grant_permit(&viewer->grants[g], group));
	return most;
}

bool
viewer_knows(const struct viewer *viewer, Str authority, Date day)
{
	if (viewer->all)
		return true;
	for (int g = 0; g < viewer->grant_count; g++)
		if (grant_counts(viewer, &viewer->grants[g], authority, day))
			return true;
	return false;
}
