/* types_moving.c: the fields of a request to move, one row a field. */
#include "workforce/types_moving.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_MOVE .group = GROUP_MOVES

const struct choice move_kinds[MOVE_KINDS] = {
	[ASKS_TRANSFER] = { STR("transfer"), STR("Asks to transfer") }, [POST_ENDS] = { STR("redeployment"), STR("Their post ends") },
};

const struct choice move_outcomes[MOVE_OUTCOMES] = {
	[MOVED_ON] = { STR("moved"), STR("Moved") }, [NOT_SUITED] = { STR("not_suited"), STR("Did not suit") },
	[MOVE_DECLINED] = { STR("declined"), STR("Declined it") }, [MOVE_TAKEN_BACK] = { STR("taken_back"), STR("Took the request back") },
};

const struct field move_wish_fields[MOVE_WISH_FIELDS] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, OF_MOVE, .required = true, .refers = STR("person") },
	{ .name = STR("kind"), .label = STR("Why they would move"), .kind = FIELD_CHOICE, OF_MOVE, .required = true, CHOICES(move_kinds) },
	{ .name = STR("asked_on"), .label = STR("Asked or told on"), .kind = FIELD_DATE, OF_MOVE, .required = true },
	{ .name = STR("role"), .label = STR("To which role"), .kind = FIELD_REF, OF_MOVE, .refers = STR("role"),
	  .hint = STR("Empty: the role they are in") },
	{ .name = STR("unit"), .label = STR("To which team or service"), .kind = FIELD_REF, OF_MOVE, .refers = STR("unit"),
	  .hint = STR("Empty: any") },
	{ .name = STR("ends_on"), .label = STR("Their post ends on"), .kind = FIELD_DATE, OF_MOVE },
	{ .name = STR("requisition"), .label = STR("Looked at for which post to fill"), .kind = FIELD_REF, OF_MOVE,
	  .refers = STR("requisition") },
	{ .name = STR("outcome"), .label = STR("What came of it"), .kind = FIELD_CHOICE, OF_MOVE, CHOICES(move_outcomes),
	  .hint = STR("Whoever did not suit one post, or declined it, is looked at for the next") },
	{ .name = STR("outcome_on"), .label = STR("That was on"), .kind = FIELD_DATE, OF_MOVE },
};
