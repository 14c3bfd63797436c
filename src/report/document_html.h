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
};

void body_document(struct body body, const struct document *doc);
void body_table(struct body body, const struct table *table);
void body_findings(struct body body, const struct finding *findings, int count);
void body_chart(struct body body, const struct chart *chart);

/* A number for ids that no other part of the page has. */
int body_id(struct body body);
/* Text, and a link around it when there is an address. */
void body_linked(struct body body, Str text, Str href);
/* What a screen reader says and the page does not show. */
void body_unseen(struct body body, Str words);
/* DfE's symbol with its meaning. */
void body_absent(struct body body, enum absent absent);

#endif
