/* tables.h: the rows behind words.h, for marks.c. */
#ifndef CLAIM_TABLES_H
#define CLAIM_TABLES_H

#include "claim/words.h"

/* A phrase and what it does. `code` is of the enum that goes with the kind. */
struct word_row { Str phrase; enum mark_kind kind; int code; };
extern const struct word_row word_rows[];
extern const int word_row_count;

/* How people write a measure, beyond the words in the measure's own row. */
struct measure_phrase { Str phrase; enum measure_id id; };
extern const struct measure_phrase measure_phrases[];
extern const int measure_phrase_count;

/* What may follow a number. `after_measure` rows are units only where the measure was said before;
 * elsewhere the same words name a measure ("6,522 vacancies"). */
struct unit_row { Str phrase; enum written written; bool after_measure; };
extern const struct unit_row unit_rows[];
extern const int unit_row_count;

struct small_number { Str word; int value; };
extern const struct small_number small_numbers[];
extern const int small_number_count;

extern const Str month_names[12];

#endif
