/* register.h: records of every type as pages, files and commands, from the rows of the type alone.
 *
 * A new record type (workforce/types.c) has its list, its record, its forms, its history, its
 * import and its commands without a line here. What a viewer may not read is nowhere: not a
 * column, not a value, not an order, not a match of a search, not in a history or in the words of
 * an error. A record out of sight is answered as one that is not there.
 *
 * Names of a form, in files of addresses and in the API, are the names of the type's fields; what
 * else a form says begins with "change.", which no field does:
 *     change.day      the first day of a dated record, or of a change
 *     change.last     its last day
 *     change.reason   why: asked for by correct, end and remove
 *     change.row      which row, by its id, and
 *     change.version  what was read of it, so that two people who change it at once are told
 *     change.sure     "yes": the answers of an end, a removal, a merge or an import were checked
 */
#ifndef APP_REGISTER_H
#define APP_REGISTER_H

#include "app/app.h"
#include "register/field.h"

view show_records;           /* type, query, sort, unit, on, show, page, columns, view: the list */
view show_record_kinds;      /* on: which types there are, and how many of each: for want of a type */
view show_kept_views;        /* what was asked of lists, by name */
view keep_view;              /* `sent`: name, share, type, q, unit, on, show, sort, columns */
view show_kept_view;         /* ref: one; with `sent`, renames it or takes it away */
view show_record;            /* type, ref, on */
view record_new;             /* type: the form; with `sent`, adds */
view record_change;          /* type, ref, how, on: the form; with `sent`, changes */
view record_history;         /* type, ref: every change, before and after */
view record_import;          /* type: the form; with `sent` and `file`, checks or stores */
view show_changes;           /* the deeds of the council */
view show_deed;              /* ref: one deed, by its number: what it changed */
view deed_take_back;         /* ref: undoes it */
view show_duplicates;        /* people who may be one */
view record_merge;           /* ref, query: two people side by side; with `sent`, merges */

/* Ways of changing, as `how` says them. */
enum way { WAY_NEW, WAY_FROM, WAY_CORRECT, WAY_END, WAY_REMOVE, WAYS };
struct way_row {
	Str  name;                   /* "from" */
	Str  button;                 /* "Change it from that day" */
	Str  does;
	bool dated;                  /* of dated types only */
	bool fields, day, last, reason, checked;     /* what its form asks; whether the answers are shown first */
};
extern const struct way_row way_rows[WAYS];
bool way_find(Str name, enum way *way);

/* The type with this plural in addresses ("establishment-changes"), or NULL. */
const struct record_type *record_type_at(Str segment);
/* Its plural as addresses have it. */
Str record_type_segment(const struct record_type *type, struct arena *perm);
/* All types, for descriptions. */
const struct record_type *record_types_all(int *count);

#endif
