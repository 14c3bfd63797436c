/* agency.h: agency social workers of a council: what was asked, who came, which rule it breaks, what it costs.
 *
 * Read once from a council's records for one day (a later approval or sign-off is not known on it), then only
 * looked at. An *assignment* is an agency worker's time in a post with its terms; a *request* asks for one, or for
 * more time. Nothing here is stored: state, verdicts, cost and the day without a fee follow from the records.
 *
 * The rules are statutory guidance (agency_checks): they hold for assignments that began on 31 October 2024 or
 * later, and for every assignment from 1 October 2025. Each gives one verdict and says why in words that hold no
 * name, no text that somebody typed, and nothing beyond the terms of the assignment. What is not known is
 * unknown, never a pass: but a rule that is broken by what is known is broken, whatever else is missing.
 *
 * Numbers in the rules, and caps, are dated records of the council (agency_rule, agency_cap); where there is none
 * for a rule, the number here holds. There is no usual cap: regions agree them and nobody publishes them whole.
 */
#ifndef PRACTICE_AGENCY_H
#define PRACTICE_AGENCY_H

#include "workforce/roster.h"

enum { NO_PENCE = -1, NOT_ENTERED = -1 };

enum job_type { JOB_SOCIAL_WORKER, JOB_SENIOR, JOB_ADVANCED, JOB_MANAGER, JOB_REVIEWING, JOB_TYPES };
enum agency_reason { WHY_VACANCY, WHY_AWAY, WHY_SURGE, WHY_PROJECT, WHY_OTHER, WHY_UNKNOWN, AGENCY_REASONS };
enum assignment_ending { NOT_ENDED, AGENCY_ENDED, AGENCY_LEFT, AGENCY_CONVERTED };

Str job_type_words(enum job_type job);               /* "Senior social worker" */
Str agency_reason_words(enum agency_reason reason);  /* "A vacancy"; "Not said" */
bool job_type_find(Str code, enum job_type *job);

/* ---- requests ---------------------------------------------------------------------------------- */

enum request_state { REQUEST_WAITS, REQUEST_CHECKED, REQUEST_APPROVED, REQUEST_REFUSED, REQUEST_WITHDRAWN,
                     REQUEST_BOOKED, REQUEST_STATES };

struct agency_request {
	const struct record *record;
	Str  ref;
	enum request_state state;
	enum agency_reason reason;
	enum job_type job;
	int  post, unit;             /* NOT_THERE where it leads nowhere */
	int  extends;                /* an assignment, or NOT_THERE: a new one */
	Date from, planned_end;
	int64_t hours;               /* a week, in millionths; NOT_ENTERED */
	Str  asked_by, decided_by;
	Date checked_on, decided_on; /* day 0: not yet */
	int  assignment;             /* that was booked with it, or NOT_THERE */
};

/* ---- assignments ------------------------------------------------------------------------------- */

struct assignment_pay { int64_t pay, ni, levy, holiday, charge; };   /* pence an hour; NO_PENCE: not known */

/* yes, no or NOT_ENTERED, as 1, 0, -1. */
struct assignment_proof { Date qualified, last_day; bool has_qualified, has_last_day;
                          int direct_months, references, left_post; Str last_region; Str exception; };

struct assignment {
	const struct record *record, *evidence;      /* evidence: NULL when there is none */
	Str  ref;
	int  person, spell, post, unit;              /* NOT_THERE where it leads nowhere */
	int  request;                                /* or NOT_THERE */
	enum job_type job;
	enum agency_reason reason;
	struct assignment_pay pay;
	struct assignment_proof proof;
	int64_t hours;                               /* a week, in millionths; NOT_ENTERED */
	Date starts;
	Date planned_end;                            /* with every extension that was approved by the day */
	Date last;                                   /* its last day: as ended, or as the time in post ended; DATE_OPEN */
	int  extensions;
	enum assignment_ending ending;
	int  notice_days;
	bool in_project;
	int  workers_approved, costs_split, council_controls;
	Date signed_dcs, signed_chief;               /* the cap, signed off; day 0: not by the day */
};

struct agency {
	const struct roster *roster;
	Str  region;                                 /* the council's */
	Date day;
	struct assignment     *assignments;          /* in order of their refs */
	struct agency_request *requests;
	int count, request_count;
};

/* The region's name as caps are entered under. `qualifications`: a person's own qualification says when they qualified
 * where the evidence does not; not for whoever may read no qualifications. */
struct agency_of { Str region; Date day; bool qualifications; };
void agency_read(struct agency *agency, const struct roster *roster, struct agency_of of, struct arena *perm);

int agency_assignment(const struct agency *agency, Str ref);         /* NOT_THERE when unknown */
int agency_request(const struct agency *agency, Str ref);
/* The assignment of a time in post, or NOT_THERE. */
int agency_of_spell(const struct agency *agency, int spell);

bool assignment_runs(const struct assignment *a, Date day);
bool assignment_meets(const struct assignment *a, struct period when);
/* "Booked", "Extended", "Ended", "Left early", "Became permanent", "To begin" on the day. */
Str assignment_state_words(const struct agency *agency, const struct assignment *a);
Str request_state_words(enum request_state state);

/* ---- rules ------------------------------------------------------------------------------------- */

enum agency_check { CHECK_CAP, CHECK_EXPERIENCE, CHECK_COOL_OFF, CHECK_NOTICE, CHECK_REFERENCES, CHECK_PROJECT,
                    CHECK_APPROVED, CHECK_END, AGENCY_CHECKS };
enum { STATUTORY_CHECKS = CHECK_APPROVED };          /* those before are the guidance's, the others good practice */

struct agency_check_row { Str code, title, words, source, confidence, doubt; Date since; };
extern const struct agency_check_row agency_checks[AGENCY_CHECKS];
/* From this day every assignment is held to the guidance, whenever it began. */
Date agency_all_held(void);

enum agency_verdict { VERDICT_PASS, VERDICT_OUTSIDE, VERDICT_UNKNOWN, VERDICT_SIGNED, VERDICT_BREACH, AGENCY_VERDICTS };  /* rising */
Str agency_verdict_words(enum agency_verdict verdict);             /* "Kept", "Breach, signed off", "Not known" */

struct judgement { enum agency_verdict verdict; Str why; };
struct judgement agency_judge(const struct agency *agency, const struct assignment *a, enum agency_check check,
                              struct arena *perm);
/* The worst of all its checks; of the statutory ones alone. */
enum agency_verdict agency_worst(const struct agency *agency, const struct assignment *a, bool statutory,
                          struct arena scratch);

/* A number in a rule on a day: the council's own, or the usual one. */
enum agency_number { NUMBER_EXPERIENCE, NUMBER_COOL_OFF, NUMBER_NOTICE, NUMBER_REFERENCES, NUMBER_FEE_END,
                     NUMBER_FEE_START, AGENCY_NUMBERS };
struct agency_number_row { Str code; int usual; Str source, confidence; };
extern const struct agency_number_row agency_numbers[AGENCY_NUMBERS];
int agency_number(const struct council *council, enum agency_number number, Date day);

/* ---- becoming permanent ------------------------------------------------------------------------ */

/* The first day on which the agency may ask no fee if the worker is taken on: the day after the later of so many
 * weeks from the day after the last, and so many weeks that begin with the first day (Conduct of Employment
 * Agencies and Employment Businesses Regulations 2003, regulation 10: 8 and 14). Of one that has not ended, as if
 * it ended as planned. A break of more than 42 days before the assignment is not looked for. */
struct fee_free { Date day; bool as_planned; };
struct fee_free agency_fee_free(const struct agency *agency, const struct assignment *a);

/* What came of an assignment's conversion talks by the day: the latest. */
enum talk { TALK_NONE, TALK_HELD, TALK_OFFERED, TALK_ACCEPTED, TALK_DECLINED, TALKS };
struct conversion { enum talk outcome; Date on; int64_t fee; const struct record *record; };
struct conversion agency_conversion(const struct agency *agency, const struct assignment *a);
Str talk_words(enum talk talk);

/* ---- money ------------------------------------------------------------------------------------- */

/* What an hour costs: the total charge, or pay and all that is known to come on top, `part` then. NO_PENCE when
 * not even the pay is known. */
struct hour_cost { int64_t pence; bool part; };
struct hour_cost assignment_hour(const struct assignment *a);

/* Weekdays of the assignment in the month that begins on `month`, times a fifth of its hours a week, times what
 * an hour costs, in pence, half up. Of one that runs on without an end, as far as its planned end, and as far as
 * the day asked about where that is later. Bank holidays and absence are not known here. */
struct month_cost { int64_t pence; int days; bool known, part; };
struct month_cost assignment_cost(const struct assignment *a, Date month, Date day);
Date month_first(Date day);
Date month_next(Date month, int months);             /* the first day of the month so many on, or back */
int  weekdays_in(struct period when);
Str  pence_words(int64_t pence, struct arena *perm); /* "£1,234.50" */

#endif
