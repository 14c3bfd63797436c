/* types_agency.h: the fields of the record types of agency use, for the one table of types (types.c).
 * Private to workforce/.
 *
 * One use of agency is told by several records, each by whom it concerns and by who may write it:
 *
 *     agency_request        a post is to be covered: why, and what permanent options were tried first
 *     agency_decision       what was decided of it, and who signed off a rate over the cap
 *     assignment            the worker who came: rates, hours, days, notice, project team
 *     assignment_evidence   what the statutory checks of an assignment rest on
 *     conversion            talk of a permanent post, and what came of it
 *
 * and by lists that a council keeps: caps by region and job type, numbers in the rules, what a local job
 * title counts as, official names of items, the monthly cost, and what a quarter's return says. Nothing that
 * follows from these is stored: state, verdicts, cost and the day without a fee are worked out
 * (practice/agency.h).
 *
 * Why agency is wanted says that somebody is away and never how: a post with one holder and the word
 * "sickness" would tell of one person what heads of service may know in totals only.
 */
#ifndef WORKFORCE_TYPES_AGENCY_H
#define WORKFORCE_TYPES_AGENCY_H

#include "register/field.h"

enum {
	REQUEST_FIELDS = 13, DECISION_FIELDS = 8, ASSIGNMENT_FIELDS = 20, EVIDENCE_FIELDS = 12,
	CONVERSION_FIELDS = 7, CAP_FIELDS = 5, RULE_FIELDS = 3, JOB_TITLE_FIELDS = 3, ITEM_FIELDS = 4,
	COST_FIELDS = 3, QUARTER_FIELDS = 4, COMPLIANCE_FIELDS = 4
};

extern const struct field agency_request_fields[REQUEST_FIELDS];
extern const struct field agency_decision_fields[DECISION_FIELDS];
extern const struct field assignment_fields[ASSIGNMENT_FIELDS];
extern const struct field assignment_evidence_fields[EVIDENCE_FIELDS];
extern const struct field conversion_fields[CONVERSION_FIELDS];
extern const struct field agency_cap_fields[CAP_FIELDS];
extern const struct field agency_rule_fields[RULE_FIELDS];
extern const struct field agency_title_fields[JOB_TITLE_FIELDS];
extern const struct field agency_item_fields[ITEM_FIELDS];
extern const struct field agency_cost_fields[COST_FIELDS];
extern const struct field agency_quarter_fields[QUARTER_FIELDS];
extern const struct field agency_compliance_fields[COMPLIANCE_FIELDS];

#endif
