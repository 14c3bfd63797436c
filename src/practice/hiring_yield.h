/* hiring_yield.h: what came of it: funnels of rounds, hires of a year, and what a campaign's money brought.
 *
 * A *funnel* counts applications that reached each milestone, whoever ended sooner counted only as far as they came. An
 * *appointment* is an offer that was accepted; a *hire* is a start. *Still here after a year* is of hires of a year ago or
 * more: in any post on the day a year after the start; those who started since are too early to say, and are no failure.
 *
 * An application belongs to the line of a campaign that it names; else to the only line of its round's campaign with its
 * channel that ran on the day it came. One that fits no line, or two, belongs to the campaign and to no line.
 */
#ifndef PRACTICE_HIRING_YIELD_H
#define PRACTICE_HIRING_YIELD_H

#include "practice/hiring_pace.h"

enum milestone { APPLIED, SHORTLISTED, ASSESSED, CHOSEN, OFFERED, ACCEPTED, STARTED, MILESTONES };
Str milestone_words(enum milestone milestone);

struct funnel { int of[MILESTONES], by[BANDS][MILESTONES]; };
void funnel_read(struct funnel *funnel, const struct recruitment *all, struct chosen chosen);

/* Who started from one day to another, both counted; of `rounds` the number that they came by. */
struct hires { int count, by[BANDS], rounds, open_adverts; };
struct hires hires_of(const struct recruitment *all, struct period when, struct arena *perm);
/* A part in hundredths of a per cent, half up: 35 of 49 is 7143. */
int share_of(int part, int whole);

/* ---- campaigns ---------------------------------------------------------------------------------- */

struct yield {
	const struct record *line;           /* NULL: the campaign's own, which fit no line */
	int channel;                         /* of channels[], or NOT_THERE */
	Str theme;                           /* the line's own, else the campaign's */
	int applied, shortlisted, appointed, started;
	int here, gone, too_early;           /* of the started, a year on */
	int64_t spend;                       /* pence */
};
/* Pence for each, rounded half up; NO_SUM where there is none or nothing was paid. */
#define NO_SUM INT64_C(-1)
int64_t cost_each(const struct yield *yield, int count);

/* What a campaign is for, and whether it brought that: more came in its days than in as many days before, and not more of
 * the band it was for. Source: Shropshire, 2022: more applications, "primarily newly qualified". */
struct aim { int band, days, before, during, of_band_before, of_band_during; bool misses; };

struct campaign {
	const struct record *record;
	struct yield all;                    /* every line, and what fits none */
	const struct yield *lines;           /* in the order of refs; then what fits none, where there is any */
	int  line_count;
	struct aim aim;
	bool open, ended, reviewed;          /* without a closing day; past it, or closed; closed with a review */
};
/* False: there is no such campaign. */
bool campaign_read(struct campaign *campaign, const struct recruitment *all, Str ref, struct arena *perm);

#endif
