/* word_parts.h: what the two files that write HTML for Word share. */
#ifndef REPORT_WORD_PARTS_H
#define REPORT_WORD_PARTS_H

#include "report/html.h"
#include "report/word.h"

struct word_writer {
	struct html   html;
	struct word   word;
	struct arena *arena;
	bool          absent[ABSENT_KINDS];  /* symbols shown, to be explained at the end */
};

/* A table with its caption and, under it, what a star in it means (word_table.c). */
void word_table(struct word_writer *to, const struct table *table);

#endif
