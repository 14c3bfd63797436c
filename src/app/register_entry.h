/* register_entry.h: one change of one record, from what was typed to what is stored. Private to
 * app/.
 *
 * An entry is made from the row that is changed and from what was sent; what was typed is kept
 * whatever becomes of it, and every complaint stands beside what it is about. So a form that is
 * refused comes back as it was.
 */
#ifndef APP_REGISTER_ENTRY_H
#define APP_REGISTER_ENTRY_H

#include "app/register_parts.h"

struct typed { Str text, error; };

struct entry {
	const struct shelf *shelf;
	enum way way;
	const struct record *row;            /* what is changed; NULL: a new record */
	bool may[FIELDS_OF_TYPE_MOST];       /* fields of the form: the viewer may change them */
	struct typed fields[FIELDS_OF_TYPE_MOST], day, last, reason;
	Str  values[FIELDS_OF_TYPE_MOST];    /* as read; what was there where nothing was sent */
	Date first_day, last_day;
	bool sure;
	Str  error;                          /* of no single answer */
	int  errors;
};

/* The names that are no field's. */
#define SENT_DAY     S("change.day")
#define SENT_LAST    S("change.last")
#define SENT_REASON  S("change.reason")
#define SENT_ROW     S("change.row")
#define SENT_VERSION S("change.version")
#define SENT_SURE    S("change.sure")

/* An entry before anything is typed: as the record stands; or the answer for whoever may change
 * nothing of it. `row` NULL for a new record. */
bool entry_begin(struct entry *entry, const struct shelf *shelf, enum way way, const struct record *row,
                 struct answer *why);
/* Reads what was sent. False, with the answer, for a field that is not the viewer's to change:
 * whatever it holds, so that nobody learns by trying. */
bool entry_read(struct entry *entry, const struct sents *sent, struct answer *why);
/* Whether the row is still as it was when the form was made. */
bool entry_fresh(const struct entry *entry, const struct sents *sent);
/* The changes of rows it comes to. False, with words, when it cannot be. */
bool entry_changes(const struct entry *entry, Str ref, struct changes *changes, struct error *err);
/* Puts findings to the answers they are about; gives how many found one. */
int entry_blame(struct entry *entry, const struct findings *found);

/* The page with the form. */
struct answer entry_page(struct entry *entry, enum outcome outcome);
/* What will be done, in words, to be confirmed. */
struct answer entry_check_page(struct entry *entry);
/* What somebody else made of it meanwhile beside what was typed, and the form. */
struct answer entry_conflict_page(struct entry *entry);

#endif
