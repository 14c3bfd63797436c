/* record_form.h: forms of some fields of one record type, and the deeds they come to. Private to app/.
 *
 * A page or a command names the fields that it asks; their labels, hints, choices and checks are the
 * type's own. What was typed comes back with what is wrong beside it.
 *
 *     struct record_form form = record_form_of(own, TYPE_CANDIDATE, fields, countof(fields));
 *     record_form_read(&form);
 *     if (!form.bad)
 *             record_add(own, &changes, TYPE_CANDIDATE, form.values);
 *
 * A form of a record that is there takes it (record_form_take) and carries its version. Where somebody else changed it while
 * the form was open, what would be written over is told beside each field, and nothing is done until the form is sent again.
 */
#ifndef APP_RECORD_FORM_H
#define APP_RECORD_FORM_H

#include "app/form_made.h"
#include "app/own.h"

struct asked_field { const char *name; bool needed; const char *label; };   /* no label: the field's own */
struct record_form {
	const struct own *own;
	const struct record_type *type;
	const struct asked_field *fields;
	int  count;
	Str  values[FIELDS_OF_TYPE_MOST], typed[FIELDS_OF_TYPE_MOST], wrong[FIELDS_OF_TYPE_MOST];   /* by field of the type */
	bool bad;
	bool takes;                  /* its record, which may not be there yet */
	const struct record *record;
};
struct record_form record_form_of(const struct own *own, enum type_id type, const struct asked_field *fields, int count);
/* The values of a record; NULL: none is there yet, and none is to be there when the form is sent. */
void record_form_take(struct record_form *form, const struct record *record);
/* Reads what was sent. What a command leaves unsaid of a field with a value keeps it; a form always sends all. */
void record_form_read(struct record_form *form);
/* Says what is wrong with a field; the first complaint of a field stays. */
void record_form_complain(struct record_form *form, const char *field, Str words);
void record_form_inputs(const struct record_form *form, struct form *to);
Str *record_form_value(struct record_form *form, const char *field);

/* ---- deeds -------------------------------------------------------------------------------------- */

/* The first free ref of the type. */
Str record_next_ref(const struct own *own, enum type_id type);
void record_add(const struct own *own, struct changes *changes, enum type_id type, const Str *values);
void record_alter(struct changes *changes, const struct record_type *type, const struct record *record,
                  const Str *values);
/* Several records in one deed: of these fields and values. `taken` counts refs given out in these changes, of each type. */
struct valued { const char *field; Str value; };
struct deed_made { const struct own *own; struct changes *changes; int *taken; };
/* A new record; gives its ref. */
Str  record_made(const struct deed_made *deed, enum type_id type, struct period when, const struct valued *valued, int count);
/* The record with these fields changed. */
void record_changed(const struct deed_made *deed, enum type_id type, const struct record *record, const struct valued *valued,
                    int count);
/* Does the changes as an edit by hand, and answers: on to `to`, or what is wrong under `title`. */
struct answer record_did(const struct own *own, const struct changes *changes, Str object, Str reason, Str title,
                         Str to);

#endif
