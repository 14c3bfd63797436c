/* field.h: a record type is a table of fields.
 *
 * The system has some sixty kinds of record (post, spell, campaign, check, review, ...). Each is
 * declared once, as rows: what its fields are called, what they may hold, who may see and change
 * them, and how other people's spreadsheets head them. Engines loop over the rows and give every
 * type its list, form, history, import, export, JSON, command, audit and retention. Adding a type
 * is one table of rows and one migration step (docs/adding-a-record-type.md).
 *
 * Every value of a record is canonical text: a date is 2025-09-30, an FTE is "0.6", yes_no is "yes"
 * or "no", a choice is its code, a reference is the other record's `ref`, and nothing is "". So
 * records compare by bytes, and forms, files, history and the audit need no second form of a value.
 */
#ifndef REGISTER_FIELD_H
#define REGISTER_FIELD_H

#include "base/date.h"
#include "base/error.h"
#include "base/finding.h"
#include "base/quantity.h"
#include "register/policy.h"

enum field_kind {
	FIELD_TEXT,                  /* one line */
	FIELD_NOTE,                  /* several lines */
	FIELD_DATE,
	FIELD_FTE,                   /* 0 to 1 (of a post: to `most`), six decimals at most; exact */
	FIELD_DECIMAL,               /* days lost: six decimals at most; not negative */
	FIELD_MONEY,                 /* pounds, two decimals at most; not negative; exact */
	FIELD_WHOLE,                 /* 0 to `most` */
	FIELD_CHOICE,                /* one of `choices` */
	FIELD_REF,                   /* the ref of a record of type `refers` */
	FIELD_YES_NO
};

struct choice { Str code, words; };

enum { HEADS_MOST = 8, FIELDS_OF_TYPE_MOST = 24 };

struct field {
	Str name;                    /* "job_title": column, JSON key, form field; never changes */
	Str label;                   /* "Job title" */
	Str hint;                    /* under the label of a form; may be empty */
	enum field_kind kind;
	enum field_group group;      /* who may see and change it (policy.h) */
	bool required;
	int  most;                   /* longest text in characters, largest number; 0: the kind's own */
	const struct choice *choices;
	int  choice_count;
	Str  refers;                 /* FIELD_REF: the type's name */
	Str  pattern;                /* a text's shape: "SW#": two letters then 1 to 10 digits; or empty */
	Str  heads[HEADS_MOST];      /* how spreadsheets head it, folded: "post no", "position number" */
	Str  source;                 /* document that asks for it; may be empty */
};

/* A record type. `dated` types have rows that hold from one day to another (both included): the rows
 * of one ref are one thing through time, and never overlap. */
struct record_type {
	Str  name;                   /* "post": table, address, file name */
	Str  one, many;              /* "post", "posts" in sentences; many with hyphens in addresses */
	Str  does;                   /* what such a record is, in one sentence */
	Str  letter;                 /* refs made here begin with it: "P" gives P-000012 */
	enum field_group group;      /* of its ref, dates and existence */
	bool dated;
	bool unbroken;               /* the rows of one ref must adjoin: no holes */
	bool personal;               /* about a person: has a field "person", or is the person */
	const struct field *fields;
	int  field_count;
	Str  title[2];               /* fields that name a record to a reader: { "family_name", "given_names" } */
};

/* The far end of what is still open. */
#define DATE_OPEN ((Date){ 2932896 })               /* 9999-12-31 */

/* One row of a record. `id` tells rows apart within an authority and type; `version` counts its
 * corrections, so that two people who change the same row are told. */
struct record {
	int64_t id;                  /* 0: not stored yet */
	int     version;
	Str     ref;
	struct period when;          /* of a dated type; `last` DATE_OPEN while open */
	const Str *values;           /* one for each field of its type */
};

struct records {
	const struct record_type *type;
	struct record *at;           /* sorted by ref, then first day */
	int count, room;
	int64_t given;               /* the last number that was ever given, of records that are there no more too; 0: by what is there */
};

/* Which field has this name, or -1. */
int field_find(const struct record_type *type, Str name);
/* A record's value by its field's name; the field must exist. */
Str record_value(const struct record_type *type, const struct record *record, Str name);
/* "Adeyemi, Grace", or the ref where the type has no title. */
Str record_title(const struct record_type *type, const struct record *record, struct arena *perm);
/* A value as a reader sees it: "30 September 2025", "0.6", "Permanent", "Yes". */
Str value_words(const struct field *field, Str value, struct arena *perm);
/* The choice of this code, or NULL. */
const struct choice *choice_find(const struct field *field, Str code);

/* Reads what somebody typed or a cell held into canonical text. False, with `wrong` and `mend` in
 * words for a finding, for what it cannot be. Dates as date_parse and also 1/2/23 (day first),
 * 2023-02-01T00:00:00 and 1-Feb-2023; FTE also ".6", "60%", "0.6FTE", "22.2/37" hours over hours;
 * money also "£36,400.50"; choices by code or words in either case; yes/no also Y, N, true, false, 1, 0. */
struct misfit { Str wrong, mend; };
bool value_read(const struct field *field, Str typed, Str *value, struct misfit *misfit,
                struct arena *perm);

/* Every field of one record, and its dates: required, kind, choices, order of days. References are
 * not followed here (workforce/rules.h does). Findings carry file, line and column when `place`
 * gives them. Gives how many MISTAKEs were added. */
struct place { Str file; int line; const int *columns; /* one a field, or NULL */ };
int record_check(const struct record_type *type, const struct record *record, struct place place,
                 struct findings *found);

/* ---- changing -------------------------------------------------------------------------------- */

enum change_kind { ADD, ALTER, REMOVE };

/* One row that comes, changes or goes. `before.id` and `before.version` say which row. */
struct change {
	enum change_kind kind;
	const struct record_type *type;
	struct record before;        /* ALTER, REMOVE */
	struct record after;         /* ADD, ALTER */
};

struct changes { struct change *at; int count, room; struct arena *arena; };
struct changes changes_new(struct arena *perm);
void changes_add(struct changes *changes, struct change change);
void changes_expect(struct changes *changes, int more);      /* room for so many more, taken at once */

/* The records as they would be after the changes of this type; sorted. */
struct records records_after(const struct records *records, const struct changes *changes,
                             struct arena *perm);

/* The rows of one ref: `first` and how many; 0 when there are none. */
int records_of(const struct records *records, Str ref, int *first);
/* The row that holds on a day, or NULL. */
const struct record *record_on(const struct records *records, Str ref, Date day);
/* The next ref that no record has or had: letter, hyphen, six digits. What is known by a ref outside the records, as a message or
 * somebody's key to their application, is never another's when the record was taken away. `taken` counts those given out in this
 * change. It looks at every record: whoever gives out many asks for the last number once, and numbers them on. */
Str ref_next(const struct records *records, int taken, struct arena *perm);
int64_t ref_number(Str letter, Str ref);                   /* of a ref made here; 0 for one that came from elsewhere */
int64_t ref_last(const struct records *records);            /* 0: none was made here */
Str ref_numbered(const struct record_type *type, int64_t number, struct arena *perm);

/* What a person wants done with a thing, as changes of rows. Each gives false with words when it
 * cannot be (an end before the beginning, a change before the thing began).
 *   change_from: from `day` on the values are these; what was before stays until the day before;
 *                rows that begin later are kept, and said in the words when there are any.
 *   end_on:      the last day is `day`; later rows are removed.
 *   correct:     this row's values and dates were wrong all along.
 *   remove:      this row should never have been there. */
bool change_from(const struct records *records, Str ref, Date day, const Str *values,
                 struct changes *changes, struct error *err);
bool change_end(const struct records *records, Str ref, Date day, struct changes *changes,
                struct error *err);
bool change_correct(const struct records *records, int64_t id, int version, struct period when,
                    const Str *values, struct changes *changes, struct error *err);
bool change_remove(const struct records *records, int64_t id, int version,
                   struct changes *changes, struct error *err);

#endif
