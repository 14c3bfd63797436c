/* types.h: the record types of people and posts, as rows (types.c), and the council they make up.
 */
#ifndef WORKFORCE_TYPES_H
#define WORKFORCE_TYPES_H

#include "register/field.h"

enum type_id {
	TYPE_UNIT,                   /* dated: a team, service, directorate; its parent */
	TYPE_ROLE,                   /* dated: a role of the catalogue, and its census role */
	TYPE_TITLE,                  /* dated: a local job title and the role it means */
	TYPE_POST,                   /* dated, unbroken: a funded seat: unit, role, FTE, status */
	TYPE_PERSON,
	TYPE_REGISTRATION,           /* dated: Social Work England number */
	TYPE_SPELL,                  /* dated, unbroken: a person in a post */
	TYPE_ABSENCE,                /* dated: kind and working days lost */
	TYPE_CASELOAD,               /* cases held on a day */
	TYPE_EQUALITY,               /* apart from everything else */
	TYPE_ESTABLISHMENT_CHANGE,   /* a post asked for, changed or given up: reason, decision */
	TYPE_QUALIFICATION,          /* how somebody became a social worker */
	TYPE_PAY,                    /* dated: base salary, and payments in the year */
	TYPE_CENSUS_YEAR,            /* of one census: allowances, and figures said otherwise */
	TYPE_CENSUS_NOTE,            /* a note on a query of a return, or a decision on a working rule */
	TYPE_AGENCY_REQUEST,         /* agency for a post, or longer: why, what was tried first */
	TYPE_AGENCY_DECISION,        /* what was decided of it; who signed a rate off */
	TYPE_ASSIGNMENT,             /* an agency worker's: rates, days, notice, project team */
	TYPE_ASSIGNMENT_EVIDENCE,    /* what the statutory checks of it rest on */
	TYPE_CONVERSION,             /* talk of a permanent post */
	TYPE_AGENCY_CAP,             /* dated: a region's cap of a type of job */
	TYPE_AGENCY_RULE,            /* dated: the number in a rule */
	TYPE_AGENCY_TITLE,           /* dated: a local job title and its type of job */
	TYPE_AGENCY_ITEM,            /* dated: what the return calls an item */
	TYPE_AGENCY_COST,            /* all agency social workers of a month, in pounds */
	TYPE_AGENCY_QUARTER,         /* a quarter's return: agencies of concern, when it was sent */
	TYPE_AGENCY_COMPLIANCE,      /* how far a rule was kept in a quarter, and why not */
	TYPE_TICKET,                 /* a post over establishment: why, until when, what was decided, what came of it */
	TYPE_ASSUMPTION,             /* dated: a number that forecasts take, as the council has it */
	TYPE_REQUISITION,            /* a seat to be filled: why, what was decided */
	TYPE_CAMPAIGN,               /* what is said to the world, and what came of it */
	TYPE_CAMPAIGN_LINE,          /* where it is said: channel, supplier, spend */
	TYPE_ROUND,                  /* days, one panel, several seats; or an open advert */
	TYPE_PANEL_MEMBER,
	TYPE_CRITERION,              /* what applicants of a round are scored on */
	TYPE_CANDIDATE,              /* one person over all applications */
	TYPE_CANDIDATE_EQUALITY,     /* apart from everything else */
	TYPE_APPLICATION,
	TYPE_STEP,                   /* of an application: one move, on a day */
	TYPE_SCORE,                  /* one assessor's, of one application on one criterion */
	TYPE_INTEREST,               /* what a panel member has to do with a candidate, whom they then do not score */
	TYPE_VETTING,                /* a check before somebody starts */
	TYPE_INDUCTION_STEP,         /* dated: what is done for whoever starts in a role */
	TYPE_INDUCTION,              /* that it was done for one person */
	TYPE_ANSWER,                 /* of an application: what was written to one criterion */
	TYPE_PROBATION,              /* one review of somebody's probation: due, held, what came of it */
	TYPE_MESSAGE_TEMPLATE,       /* words of a notice, from a day on (notice.h) */
	TYPE_ROUTE,                  /* dated: a way into social work: months, cost, odds */
	TYPE_PARTNER,                /* a university, teaching partnership, agency */
	TYPE_COHORT,                 /* one intake of a route */
	TYPE_LEARNER,                /* somebody in a cohort */
	TYPE_LEARNER_STEP,           /* of a learner: one move, on a day */
	TYPE_PLACEMENT,              /* a learner's days in a unit, with an educator */
	TYPE_EDUCATOR,               /* a practice educator's days: agreed, enrolled, awarded */
	TYPE_EDUCATOR_RULE,          /* dated: the number in a rule on practice educators */
	TYPE_LIST_WORD,              /* dated: what another system's list calls a column, or a word in it */
	TYPE_CANDIDATE_APART,        /* two candidates who were found alike and are two people */
	TYPE_HIRING_TERM,            /* dated: how many days something of recruitment may take */
	TYPE_MOVE_WISH,              /* somebody asked to move, or their post ends: whereto, and what came of it */
	RECORD_TYPES
};

extern const struct record_type record_types[RECORD_TYPES];

/* By name or by its plural in addresses ("posts", "establishment-changes"); NULL: unknown. */
const struct record_type *record_type_find(Str name);
enum type_id record_type_id(const struct record_type *type);

/* Whether somebody, or a list, has said the FTE of a post. Where nobody has, the post was given what its
 * holders work, and `fte_taken` is that; whoever writes another FTE has said it. */
bool post_fte_said(const struct record *post);

/* Every record of one authority: what the store holds of it. */
struct council {
	Str authority;               /* slug */
	int64_t stamp;               /* the last change it has */
	struct records of[RECORD_TYPES];
};

#endif
