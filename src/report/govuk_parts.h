/* govuk_parts.h: what the components share and no page needs. */
#ifndef REPORT_GOVUK_PARTS_H
#define REPORT_GOVUK_PARTS_H

#include "report/govuk.h"

/* Inside an open class="...": a space and the further classes, if there are any. */
void govuk_more_classes(struct html *h, Str classes);
void govuk_attributes(struct html *h, const struct govuk_attribute *attributes);
/* The text, or the default when it is empty. */
Str govuk_or(Str text, Str otherwise);

/* A name for something, and what may stand around it: what every field of a form has. */
struct govuk_field {
	Str id, described_by, group_classes;
	const struct govuk_label *label;                 /* NULL for a group of choices */
	const struct govuk_hint *hint;
	const struct govuk_error_message *error;
};

/* The group's div, up to where the label goes; ended by "</div>". */
void govuk_group_begin(struct html *h, const struct govuk_field *field);
/* Label, hint and error message, those that there are. */
void govuk_field_words(struct html *h, const struct govuk_field *field);
/* ` aria-describedby="own id-hint id-error"`, those that there are. */
void govuk_described_by(struct html *h, const struct govuk_field *field);
/* The fieldset, described by the field's hint and error besides its own description. */
void govuk_fieldset_around(struct html *h, struct govuk_fieldset params,
                           const struct govuk_field *field);
bool govuk_has_fieldset(const struct govuk_fieldset *fieldset);

#endif
