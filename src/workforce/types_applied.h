/* types_applied.h: field tables of what lists of applications need beside the applications, for the one table of types
 * (types.c).
 *
 * A *word of a list* is what another system calls a column ("Candidate email" is the email), or a word in one ("Sifted
 * in" of the stage is shortlisted): dated, since systems are renamed, and marked unsure where nobody has looked. Those
 * that come with the program are data/application-words.csv; a council's own go before them (intake/applicants.h).
 * Two candidates who were found alike and are two people are *apart*. A *term of recruitment* is how many days something
 * may take or is kept, or how much of it there may be, where the council has said otherwise than the program; within
 * bounds, so that a slip of the hand neither keeps drafts for ever nor loses them at once.
 */
#ifndef WORKFORCE_TYPES_APPLIED_H
#define WORKFORCE_TYPES_APPLIED_H

#include "register/field.h"

enum { LIST_WORD_FIELDS = 6, CANDIDATE_APART_FIELDS = 3, HIRING_TERM_FIELDS = 3 };
extern const struct field list_word_fields[LIST_WORD_FIELDS];
extern const struct field candidate_apart_fields[CANDIDATE_APART_FIELDS];
extern const struct field hiring_term_fields[HIRING_TERM_FIELDS];

enum hiring_term {
	TERM_CHECK, TERM_DRAFT, TERM_DRAFT_CLOSED, TERM_DRAFT_SENT, TERM_DRAFTS, TERM_ANSWER, TERM_STATEMENT, TERM_EMPLOYMENT,
	HIRING_TERMS
};
extern const struct choice hiring_terms[HIRING_TERMS];
/* What holds where the council says nothing, and between what it may. */
struct hiring_term_row { int otherwise, least, most; };
extern const struct hiring_term_row hiring_term_rows[HIRING_TERMS];

/* Systems that councils have, whose files are told apart. */
enum { APPLICANT_SYSTEMS = 3 };
extern const struct choice applicant_systems[APPLICANT_SYSTEMS];

/* What a column of a list of applications can be. */
enum applicant_column {
	COL_REFERENCE, COL_GIVEN, COL_FAMILY, COL_FULL, COL_EMAIL, COL_PHONE, COL_NUMBER, COL_ROUND, COL_ROLE, COL_BAND,
	COL_RECEIVED, COL_CHANNEL, COL_STAGE, COL_STAGE_ON, COL_REASON, COL_AGAIN, COL_SPONSOR,
	COL_SEX, COL_ETHNICITY, COL_DISABILITY, COL_RELIGION, COL_ORIENTATION, APPLICANT_COLUMNS
};
extern const struct choice applicant_columns[APPLICANT_COLUMNS];

#endif
