/* check.h: parts looked up and judged.
 *
 * A trial is the whole sentence held against one kind of figures (DfE's, or the council's own) on
 * one basis (FTE or headcount). claim.c makes the trials and weighs them.
 */
#ifndef CLAIM_CHECK_H
#define CLAIM_CHECK_H

#include "claim/read.h"

struct trial {
	const struct published  *p;
	const struct own_series *own;
	const struct claim_ask  *ask;
	const struct reading_of_sentence *read;
	bool  from_own;
	bool  headcount;
	struct arena *perm;

	enum verdict verdict;        /* the worst of the parts */
	Str   because;               /* of the part that made it so */
	Str   borne;                 /* what was found to hold, part by part */
	Str   notes;                 /* what was taken for granted: years, bases */
	bool  both_bases;            /* some part may be FTE or headcount */
	int   figures_matched;       /* printed numbers that met their figure, which has two bases */
	bool  rate_matched;          /* and it was a rate */
	Str   basis_words;           /* title of the first measure looked up */
	struct used used[FIGURES_MOST];
	int   used_count;
	struct reading readings[READINGS_MOST];
	int   reading_count;
	struct instead {             /* what a true sentence would be about */
		enum relation relation;
		enum measure_id measure;
		int area, from, to;      /* from: of a comparison, the comparator's year */
		enum who comparator;
		bool set;
	} instead;
};

void trial_judge(struct trial *trial);

/* ---- lookup.c: the figure a part speaks of -------------------------------------------------- */

struct found {
	Figure value;
	enum measure_id measure;     /* or NO_MEASURE for a measure of the council's own */
	Str    title, name, source, whose;   /* whose: "Walsall", "the statistical neighbours (median)" */
	int    area, year, month, places;    /* month 0: a census year */
	enum unit unit;
	enum good good;
};

/* The measure that the words, the units and the basis leave; with `why` when none is left. */
struct chosen { enum measure_id measure; int own; Str why; };
struct chosen measure_of_part(struct trial *trial, const struct part *part);

int  area_of(const struct trial *trial, enum who who, int area);     /* NO_AREA for an average */
bool is_average(enum who who);
int  latest_year_of(const struct trial *trial, struct chosen chosen, int area);
struct found find_figure(struct trial *trial, struct chosen chosen, struct comparator_said of,
                         struct when when, Str words);
/* The figure without noting that it was used. */
struct found peek_figure(const struct trial *trial, struct chosen chosen, struct comparator_said of,
                         struct when when);
Str found_words(const struct trial *trial, const struct found *found);   /* "12.3%" */
/* "DfE's turnover rate (FTE) for Leicestershire in 2023" */
Str found_name(const struct trial *trial, const struct found *found);

/* ---- what relations.c tells trial_judge ----------------------------------------------------- */

/* Notes a verdict; the worst rules, and its words are the answer's. */
void judge(struct trial *trial, const struct part *part, enum verdict verdict, Str why);
void note(struct trial *trial, Str words);
void add_reading(struct trial *trial, struct reading reading);
bool worse(enum verdict a, enum verdict b);

/* Whether a figure bears a number as it is printed, "about" and "nearly" allowed for. */
bool bears(const struct said *said, Figure value);
/* Fetches, and judges when absent or not as printed. False when there is no figure. */
void note_match(struct trial *trial, const struct found *found);
bool figure_held(struct trial *trial, const struct part *part, const struct said *said,
                 struct found *found);

void offer(struct trial *trial, enum relation relation, const struct found *found, int from,
           enum who comparator);

void judge_level(struct trial *trial, const struct part *part, struct chosen chosen);
void judge_move(struct trial *trial, const struct part *part, struct chosen chosen);
void judge_against(struct trial *trial, const struct part *part, struct chosen chosen);
void judge_record(struct trial *trial, const struct part *part, struct chosen chosen);
void judge_rank(struct trial *trial, const struct part *part, struct chosen chosen);

/* The year a part speaks of: its own, or the latest with a note. */
struct when part_when(struct trial *trial, const struct part *part, struct chosen chosen);
bool way_of(enum way way, enum good good, enum way *plain);          /* false: neither is good */
/* -1, 0 or 1 as `a` is below, at or above `b` at `places`. */
int  compare_at(Figure a, Figure b, int places);

#endif
