/* reader.h: the state of reading one sentence; private to parts.c, figures.c and read.c. */
#ifndef CLAIM_READER_H
#define CLAIM_READER_H

#include "claim/read.h"

struct reader {
	const struct published *p;
	Str                     sentence;
	struct tokens           tokens;
	struct marks            marks;
	int                     at;                  /* the mark being read */
	struct part             part;                /* open; its subject is made at closing */
	struct subject          subjects[SUBJECTS_MOST];
	int                     subject_count;
	bool                    subject_open;        /* "turnover and" ... another may follow */
	enum little             little;
	enum about              about;
	struct said            *number;              /* the last, while a year may still be its own */
	bool                    in_brackets, after_comma, after_and;
	bool                    between;             /* "between 2017" ... "and" a year */
	bool                    who_said, when_carried, since_first;
	int                     first_token;
	int                     paired;              /* subjects that already have their number */
	bool                    at_break;
	struct arena           *perm;
	struct reading_of_sentence *read;
};

/* ---- parts.c -------------------------------------------------------------------------------- */

struct part part_new(void);
/* Whether the part says something of its subject yet. */
bool part_says_something(const struct part *part);

/* Why the sentence cannot be checked; the first reason stands. */
void reader_refuse(struct reader *r, Str why);
/* The words of the sentence from one token to another, and of a mark: views into it. */
Str  reader_tokens(const struct reader *r, int first, int last);
Str  reader_text(const struct reader *r, const struct mark *mark);
bool reader_words_are(const struct reader *r, const struct mark *mark, Str words);
/* The next mark that is not filler; NULL at the end. */
const struct mark *reader_next(const struct reader *r);
/* Keeps the open part as said of one subject. */
void reader_push(struct reader *r, struct subject subject);
/* Closes the open part, one for each subject, and opens another with the same subjects and year. */
void reader_close(struct reader *r, int last_token);
void read_measure(struct reader *r, const struct mark *mark);

/* ---- figures.c ------------------------------------------------------------------------------ */

void read_number(struct reader *r, const struct mark *mark);
void read_year(struct reader *r, const struct mark *mark);
void read_span(struct reader *r, const struct mark *mark);

#endif
