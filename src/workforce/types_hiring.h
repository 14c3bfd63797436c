/* types_hiring.h: the fields of recruitment, for the one table of types (types.c).
 *
 * A *requisition* asks to fill one seat: a post, or a ticket's post over establishment. Somebody else approves it. A
 * *campaign* is what is said to the world, where (its *lines*: a channel, a theme, a supplier, a price), and what came of
 * it. A *round* has days and one panel, and may fill seats of several grades; one without a closing day is an open advert.
 *
 * A *candidate* is one person over all their *applications*. How far an application has come is not stored: it follows
 * from its *steps*, each with a day, run through one table (workforce/stages.h). A step that the table does not allow is
 * refused, whoever brings it: page, list, program or bulk move.
 *
 * An *answer* is what a candidate wrote to one criterion. It names the application and nobody: whoever shortlists without
 * names reads it by that.
 *
 * *Criteria* are a round's person specification and its exercises; a *score* is one assessor's of one application on one
 * criterion, and nobody else's to read until all are in (workforce/scores.h). An *interest* is what a panel member has to do
 * with a candidate, and keeps them from scoring that one. A *check* before start keeps days, never
 * what a certificate says: for DBS its level, day, number seen and who saw it.
 */
#ifndef WORKFORCE_TYPES_HIRING_H
#define WORKFORCE_TYPES_HIRING_H

#include "register/field.h"

enum {
	REQUISITION_FIELDS = 19, CAMPAIGN_FIELDS = 14, CAMPAIGN_LINE_FIELDS = 11, ROUND_FIELDS = 19, PANEL_FIELDS = 10,
	CRITERION_FIELDS = 10, INTEREST_FIELDS = 5, CANDIDATE_FIELDS = 13, CANDIDATE_EQUALITY_FIELDS = 8, APPLICATION_FIELDS = 23,
	ANSWER_FIELDS = 3, STEP_FIELDS = 11, SCORE_FIELDS = 7, VETTING_FIELDS = 19, INDUCTION_STEP_FIELDS = 7, INDUCTION_FIELDS = 11,
	PROBATION_FIELDS = 8
};
extern const struct field requisition_fields[REQUISITION_FIELDS];
extern const struct field campaign_fields[CAMPAIGN_FIELDS];
extern const struct field campaign_line_fields[CAMPAIGN_LINE_FIELDS];
extern const struct field round_fields[ROUND_FIELDS];
extern const struct field panel_fields[PANEL_FIELDS];
extern const struct field criterion_fields[CRITERION_FIELDS];
extern const struct field interest_fields[INTEREST_FIELDS];
extern const struct field candidate_fields[CANDIDATE_FIELDS];
extern const struct field candidate_equality_fields[CANDIDATE_EQUALITY_FIELDS];
extern const struct field application_fields[APPLICATION_FIELDS];
extern const struct field answer_fields[ANSWER_FIELDS];
extern const struct field step_fields[STEP_FIELDS];
extern const struct field score_fields[SCORE_FIELDS];
extern const struct field vetting_fields[VETTING_FIELDS];
extern const struct field induction_step_fields[INDUCTION_STEP_FIELDS];
extern const struct field induction_fields[INDUCTION_FIELDS];
extern const struct field probation_fields[PROBATION_FIELDS];

/* What waits until something of the induction is done: cases, and then the induction as done; or the end of probation. */
enum needed_before { NEEDED_FOR_CASES, NEEDED_FOR_INDUCTED, NEEDED_FOR_CONFIRMED, NEEDED_BEFORE };
extern const struct choice needed_before[NEEDED_BEFORE];
/* What came of a review of probation. */
enum probation_outcome { PROBATION_PASSED, PROBATION_EXTENDED, PROBATION_FAILED, PROBATION_OUTCOMES };
extern const struct choice probation_outcomes[PROBATION_OUTCOMES];

/* Bands of experience: what a seat asks for, and what an applicant has. In the order of pages. */
enum band { BAND_NEWLY, BAND_EXPERIENCED, BAND_RETURNER, BAND_OVERSEAS, BAND_UNQUALIFIED, BANDS };
extern const struct choice bands[BANDS];

/* Where somebody saw it. Codes are what lists and links carry ("wm_jobs"). */
enum { CHANNELS = 14 };
extern const struct choice channels[CHANNELS];

/* What must be seen before somebody starts, in the order of pages. */
enum check_kind {
	CHECK_IDENTITY, CHECK_RIGHT_TO_WORK, CHECK_QUALIFICATION, CHECK_REGISTRATION, CHECK_REFERENCE, CHECK_DBS,
	CHECK_OVERSEAS_POLICE, CHECK_HEALTH, CHECK_GAPS, CHECK_KINDS
};
extern const struct choice check_kinds[CHECK_KINDS];

#endif
