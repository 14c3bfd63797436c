/* document_html.h: what the files that write a document as HTML share. */
#ifndef REPORT_DOCUMENT_HTML_H
#define REPORT_DOCUMENT_HTML_H

#include "report/document.h"
#include "report/html.h"

/* Where a document is written. `alone` is a file that is saved, sent or given to a word processor:
 * one picture instead of one for each width, and nothing that needs the site. */
struct body {
	struct html *h;
	bool alone;
	const struct document *doc;
	int *form;                   /* the number of the next form, for its ids */
};

void body_document(struct body body, const struct document *doc);
void body_table(struct body body, const struct table *table);
void body_findings(struct body body, const struct finding *findings, int count);
void body_chart(struct body body, const struct chart *chart);

/* Forms are numbered as they stand, so that the errors over a page lead to ids written later. */
int  body_forms(const struct block *blocks, int count);  /* how many there are */
void body_form(struct body body, const struct form *form, int number);
void body_errors(struct body body, int number);          /* of the first form */

/* A number for ids that no other part of the page has. */
int body_id(struct body body);
bool body_ours(Str href);                    /* a path of this site, and of no other */
/* An address that may be followed from here, or empty: never a script. */
Str body_living(struct body body, Str href);
/* Text, and a link around it when there is an address. */
void body_linked(struct body body, Str text, Str href);
/* What a screen reader says and the page does not show. */
void body_unseen(struct body body, Str words);
/* An address with "name=" added to its query. */
void body_query(struct body body, Str base, Str name);
/* DfE's symbol with its meaning. */
void body_absent(struct body body, enum absent absent);

#endif
