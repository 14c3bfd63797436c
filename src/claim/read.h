/* read.h: a sentence as the things it says, each with its figures and years.
 *
 * The reader goes through the marks once, from left to right, with one part open. A word before a
 * number says what the number is (from, to, by, at); a year belongs to the number it follows, else
 * to the part. A second subject after a predicate, a second level, or "while" closes the part and
 * opens another that keeps the subject. What the reader cannot place makes the sentence one that
 * cannot be checked; it is never dropped in silence.
 */
#ifndef CLAIM_READ_H
#define CLAIM_READ_H

#include "claim/words.h"

enum relation { NO_RELATION, LEVEL, MOVE, AGAINST, RECORD, RANK };

/* A number in the sentence, with what was said about it. */
struct said {
	bool    is;                  /* whether there is one */
	int64_t micro;
	int     places;              /* printed */
	enum written written;
	enum about about;
	struct when when;            /* its own year; year 0: none was said */
	Str     words;               /* a view into the sentence */
};

enum { PARTS_MOST = 12, SUBJECTS_MOST = 6, COMPARATORS_MOST = 4 };

struct subject {
	uint32_t measures;           /* bit 1 << id for each that the words may mean */
	int      own;                /* own measure named, or -1 */
	bool     rate_said;          /* "rate" stands in its words */
	Str      words;
};

struct comparator_said { enum who who; int area; };

struct part {
	enum relation  relation;
	struct subject subject;
	enum basis     basis;
	enum who       who;          /* whose figure: SELF unless "England's turnover" */
	int            area;         /* with A_PLACE */
	enum way       way;          /* of MOVE, AGAINST, RECORD and RANK */
	struct said    level;        /* LEVEL; the figure compared; or where a MOVE ends */
	struct said    from, by, by_percent;
	struct said    gap;          /* "2.3 points below" */
	bool           gap_or_level; /* "12.2% below": either */
	struct said    theirs;       /* the comparator's figure */
	struct when    when, since;
	int            span;         /* years; 0: none was said */
	bool           each_year;    /* "for three years": every year of them */
	bool           all_years, joint, since_said;
	int            factor;       /* row of factors, or -1 */
	enum about     factor_about;
	int            rank, rank_of;
	struct comparator_said comparators[COMPARATORS_MOST];
	int            comparator_count;
	bool           before_break; /* a full stop or "while" came after it */
	bool           last_year;    /* "last year", and nothing to count it from */
	Str            words;
};

struct reading_of_sentence {
	struct part parts[PARTS_MOST];
	int         count;
	Str         refused;         /* why it cannot be checked, or empty */
	bool        two_years;       /* a year was written 2022-23 */
	bool        average_said;    /* "median" or "mean": of the neighbours */
	enum average average;
	Str         passed[8];       /* words that no table knows, in order */
	int         passed_count;
};

void sentence_read(Str sentence, const struct published *p, const struct own_series *own,
                   struct reading_of_sentence *read, struct arena *perm);

#endif
