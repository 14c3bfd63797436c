/* hiring_equality.h: how far applications came by what was said for equality monitoring: counts, before any protection.
 *
 * Of a year to 30 September, as things stood half a year after it, on 31 March: by then whoever applied in it has an answer.
 * Each application counts by itself, in the group that its own answer gives; without an answer, under "not known". Reached
 * is as everywhere (practice/hiring.h): whoever was assessed was shortlisted.
 */
#ifndef PRACTICE_HIRING_EQUALITY_H
#define PRACTICE_HIRING_EQUALITY_H

#include "practice/hiring.h"
#include "workforce/equality.h"

enum equality_stage { EQUALITY_APPLIED, EQUALITY_SHORTLISTED, EQUALITY_ASSESSED, EQUALITY_OFFERED, EQUALITY_APPOINTED, EQUALITY_STAGES };
extern const Str equality_stage_words[EQUALITY_STAGES];

struct period equality_year(int year);
Date equality_told_on(int year);

/* at[category * EQUALITY_STAGES + stage]; `all` read on the day it is told of. */
void equality_funnel(int64_t *at, const struct recruitment *all, const struct records *answers,
                     const struct equality_attribute *attribute, struct period year, struct arena scratch);

#endif
