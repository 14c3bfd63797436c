/* codes.h: DfE's codes that records hold and the census sends: each list once, for both.
 *
 * The names of DfE's items are StartOrigin, ReasonLeave, LeaverDestination, QualLevel, CFKSSstatus (to 2024) and the
 * allowances of LALevel (since 2025); the codes are those of the messages of 2021 to 2025.
 */
#ifndef WORKFORCE_CODES_H
#define WORKFORCE_CODES_H

#include "register/field.h"

extern const struct choice start_origins[10];
extern const struct choice leaving_reasons[10];
extern const struct choice leaving_destinations[9];
extern const struct choice qualification_levels[3];
extern const struct choice knowledge_statuses[4];
extern const struct choice allowance_offers[3];

#endif
