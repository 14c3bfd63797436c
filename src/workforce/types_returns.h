/* types_returns.h: the fields of what the census asks beside people and posts (types_returns.c), for
 * the one table of types (types.c). Nobody else includes it.
 */
#ifndef WORKFORCE_TYPES_RETURNS_H
#define WORKFORCE_TYPES_RETURNS_H

#include "register/field.h"

enum { QUALIFICATION_FIELDS = 7, PAY_FIELDS = 4, CENSUS_YEAR_FIELDS = 14, CENSUS_NOTE_FIELDS = 7 };

extern const struct field qualification_fields[QUALIFICATION_FIELDS];
extern const struct field pay_fields[PAY_FIELDS];
extern const struct field census_year_fields[CENSUS_YEAR_FIELDS];
extern const struct field census_note_fields[CENSUS_NOTE_FIELDS];

#endif
