/* term.h: spans of time in words, and the day by which somebody must have an answer.
 *
 * A term counts by the calendar: a month after 31 January is the last day of February. Terms are how
 * long things are kept, and what the law allows for an answer.
 */
#ifndef REGISTER_TERM_H
#define REGISTER_TERM_H

#include "base/date.h"

enum term_unit { TERM_DAYS, TERM_MONTHS, TERM_YEARS };
struct term { int count; enum term_unit unit; };

enum { TERM_MOST = 100 };            /* years, or as many months or days as make them up */

/* "6 years", "1 month", "90 days"; any blanks, singular or plural. False for anything else, for none
 * at all, and for more than a hundred years. */
bool term_read(Str text, struct term *term);
Str  term_words(struct term term, struct arena *perm);
Date term_after(Date day, struct term term);
Date term_before(Date day, struct term term);        /* the last day whose term is over on `day` */

/* A request of a person for their own data. Day 0: that has not happened. */
struct request_days { Date received, asked, answered, extended; };

/* The last day for an answer: one month after it was received, three when the person was told of
 * more (UK GDPR, article 12(3)); later by the days from asking the person what they mean to their
 * answer (Data (Use and Access) Act 2025, section 76); on the Monday when it falls on a weekend. Bank
 * holidays are not known here, so the day may be earlier than the law's, never later. While the
 * person has not answered, time stands still, and the day is the earliest it can be: as if the
 * answer came on `today`. */
struct answer_due { Date day; bool stands_still; };
struct answer_due request_due(struct request_days days, Date today);

#endif
