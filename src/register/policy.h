/* policy.h: who may see and change what: one table, pure, default deny.
 *
 * Rights are given to duties ("team manager"), duties to accounts within a scope (oneself, a unit
 * with all below it, an authority, a region). Every field of every record type and every address
 * names a field group; policy_rows says what each duty may do with each group. Nothing else in the
 * program decides a right. The rows are the matrix of docs/methods/rights.md, and a test walks them
 * all. Grants of one account in one authority add up; authorities never meet.
 */
#ifndef REGISTER_POLICY_H
#define REGISTER_POLICY_H

#include "base/date.h"

enum field_group {
	GROUP_STRUCTURE,             /* units, roles, posts: nothing about a person */
	GROUP_IDENTITY,              /* name, post held, team, FTE, dates */
	GROUP_CONTACT,               /* home contact, date of birth */
	GROUP_REGISTRATION,          /* Social Work England number, qualification */
	GROUP_CASELOAD,
	GROUP_ABSENCE,               /* days and kind, never a reason */
	GROUP_EQUALITY,              /* ethnicity, disability, religion, orientation, sex */
	GROUP_TERMS,                 /* agency, pay band, how a post is held, vacancy */
	GROUP_LEAVING,               /* coded reason and destination */
	GROUP_IMPORTS,               /* extracts, profiles, reconciling */
	GROUP_AUDIT,
	GROUP_SETTINGS,              /* accounts, grants, tokens, periods */
	GROUP_REQUESTS,              /* posts asked for, changed or given up, and what was decided; agency asked for */
	GROUP_PAY,                   /* what somebody is paid, exactly */
	GROUP_RETURNS,               /* what a return says of the council, its notes and decisions */
	GROUP_APPROVALS,             /* agency use and posts over establishment: what was decided; rates signed off */
	GROUP_PLANS,                 /* what forecasts assume; nothing of a person */
	GROUP_CAMPAIGNS,             /* campaigns, rounds, panels, criteria; nobody who applies */
	GROUP_CANDIDATES,            /* who applied, and how far they have come */
	GROUP_VETTING,               /* checks before somebody starts: days and states */
	GROUP_SCORES,                /* what assessors gave; read and written by whom the panel names */
	GROUP_SUPPLY,                /* students, trainees, apprentices, recruits from overseas; practice educators */
	GROUP_INDUCTION,             /* what is done for whoever starts, and the review of probation */
	GROUP_MOVES,                 /* who asked to move to another post or team, and whose post ends */
	FIELD_GROUPS
};

enum duty {
	DUTY_WORKER, DUTY_TEAM_MANAGER, DUTY_SERVICE_HEAD, DUTY_HR_OFFICER, DUTY_HR_LEAD, DUTY_CENSUS,
	DUTY_ANALYST, DUTY_EXIT_LEAD, DUTY_SURVEY_ADMIN, DUTY_DPO, DUTY_SYSADMIN, DUTY_LEARNING, DUTY_REGION,
	DUTIES
};

/* Rising: each includes those before it, except that a pseudonym is not a name. */
enum reach {
	REACH_NONE,
	REACH_TOTALS,                /* aggregates that passed disclosure control only */
	REACH_PSEUDONYM,             /* rows, without who it is */
	REACH_READ,
	REACH_WRITE
};

struct permit {
	enum reach reach;
	bool logged;                 /* every read is written to the audit before it is answered */
};

enum scope { SCOPE_SELF, SCOPE_UNIT, SCOPE_AUTHORITY, SCOPE_REGION };

struct grant {
	enum duty  duty;
	enum scope scope;
	Str authority;               /* its slug; of SCOPE_REGION: the region's */
	Str unit;                    /* SCOPE_UNIT: the unit's ref */
	struct period when;
};

enum { GRANTS_MOST = 16 };

/* Who asks. `all` is whoever runs commands on the machine that holds the store: every right there,
 * and named in the audit. */
struct viewer {
	Str  account;                /* "A-000003"; empty: nobody signed in */
	Str  name;
	Str  person;                 /* the person's ref in `authority_of_person`, or empty */
	Str  authority_of_person;
	bool all;
	struct grant grants[GRANTS_MOST];
	int  grant_count;
};

struct duty_row { enum duty duty; Str name, title, does; enum scope widest; };
extern const struct duty_row duty_rows[DUTIES];        /* name: "team-manager" */
bool duty_find(Str name, enum duty *duty);
extern const Str group_titles[FIELD_GROUPS];

/* Whether it is of this authority, and holds on this day. */
bool grant_holds(const struct grant *grant, Str authority, Date day);

/* The cell of the matrix. */
struct permit policy_permit(enum duty duty, enum field_group group);
/* The cell as one grant gives it: nothing in a scope wider than its duty's; of a region, totals. */
struct permit grant_permit(const struct grant *grant, enum field_group group);
/* What two grants give together: the farther reach; logged when either is. */
struct permit permit_union(struct permit a, struct permit b);
/* What a viewer with `all` has: every right, logged where it is for anybody. */
struct permit permit_of_machine(enum field_group group);

/* The same viewer with the grants that hold today. A page may be asked as at a past day, and a grant
 * that has run out must not come back with it: whoever makes a viewer asks this first. */
struct viewer viewer_today(const struct viewer *viewer, Date today);

/* The most that any grant of the viewer gives within the authority on that day, wherever its scope
 * lies: whether a page is worth opening. Whose rows: workforce/sight.h. */
struct permit viewer_permit(const struct viewer *viewer, Str authority, enum field_group group,
                            Date day);
/* Whether there is any grant at all in this authority: if not, the authority is not there. */
bool viewer_knows(const struct viewer *viewer, Str authority, Date day);

#endif
