/* subject_parts.h: what the parts of the page of a person's own data share. Private to app/.
 */
#ifndef APP_SUBJECT_PARTS_H
#define APP_SUBJECT_PARTS_H

#include "app/subject.h"
#include "store/audit.h"
#include "store/records.h"
#include "store/subject.h"
#include "store/views.h"

struct history { const struct record_type *type; struct passed *at; int count; };

struct data {
	struct subject  subject;
	struct records  equality;
	struct trace   *traces;
	struct history *histories;           /* one a trace */
	int trace_count;
	struct data_request *requests;
	int request_count;
	struct correction *corrections;
	int correction_count;
	struct entry *exports;
	int export_count;
	struct kept_view *views;             /* whoever keeps them */
	int view_count;
	const struct table *returns;         /* what was sent of them */
	struct actors actors;
	struct names  names;
	int withheld;                        /* reasons with a name in them */
	Str saved, wrong;                    /* what a sent form came to */
};

/* Everything of `subject`, inside stored(). */
bool data_read(struct store *store, void *what, struct error *err);
/* The records of a type, equality's too; whether one is about the person. */
const struct records *data_records(const struct data *in, int type);
bool data_about(const struct data *in, const struct record_type *type, const struct record *record);

/* A step of a request, where a form was sent. (subject_requests.c) */
bool request_sent(struct data *in, struct error *err);
void add_requests(struct document *doc, const struct data *in);

/* Kept views of lists that ask for the person. (subject_views.c) */
const struct table *subject_views_table(const struct data *in);

/* What statutory returns that were sent hold of the person, inside stored(). (subject_returns.c) */
bool subject_returns_read(struct store *store, struct data *in, struct error *err);

/* (corrections.c) */
const struct table *corrections_table(const struct data *in);

/* Who looked at or changed the record: their duties, or by name besides. (subject_audit.c) */
bool seen_table(const struct subject *subject, bool by_name, const struct table **table, struct error *err);

#endif
