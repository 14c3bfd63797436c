/* types_moving.h: the fields of a request to move, for the one table of types (types.c).
 *
 * Somebody *asks to transfer* to another team or role, or their own *post ends* and they are looked at before anybody from
 * outside. Which role: the one named, else the one they are in. Which team: the one named, else any. It is open until they
 * moved or took it back: whoever did not suit one post, or declined it, is looked at for the next. The outcome says of which
 * post to fill, and when.
 */
#ifndef WORKFORCE_TYPES_MOVING_H
#define WORKFORCE_TYPES_MOVING_H

#include "register/field.h"

enum { MOVE_WISH_FIELDS = 9 };
extern const struct field move_wish_fields[MOVE_WISH_FIELDS];

enum move_kind { ASKS_TRANSFER, POST_ENDS, MOVE_KINDS };
extern const struct choice move_kinds[MOVE_KINDS];

enum move_outcome { MOVED_ON, NOT_SUITED, MOVE_DECLINED, MOVE_TAKEN_BACK, MOVE_OUTCOMES };
extern const struct choice move_outcomes[MOVE_OUTCOMES];

#endif
