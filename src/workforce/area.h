/* area.h: the places that figures are about: England, its regions and its local authorities.
 *
 * An area is one line of history: North Yorkshire before and after it became one council is one
 * area with two codes, while Cumbria (to 2022) and Cumberland (from 2023) are two areas joined by
 * an area change. Two authorities that send one return (Kingston upon Thames with Richmond upon
 * Thames; the two Northamptonshires) are one area, as DfE publishes them.
 */
#ifndef WORKFORCE_AREA_H
#define WORKFORCE_AREA_H

#include "base/date.h"
#include "base/str.h"

enum area_level { COUNTRY, REGION, AUTHORITY };
enum { NO_AREA = -1 };

struct area {
	Str slug;            /* in addresses and commands: "walsall", "dorset-to-2018" */
	Str name;            /* as DfE prints it: "Kingston upon Thames / Richmond upon Thames" */
	enum area_level level;
	Str code;            /* latest ONS code; joint returns carry two: "E09000021 / E09000027" */
	Str old_code;        /* three digits, "335" or "314 / 318"; empty above authorities */
	Str former_code;     /* an ONS code it had before, or empty */
	int parent;          /* authority -> its region, Inner London -> London, region -> England */
	int first_year;      /* the census years it has figures for */
	int last_year;
};

struct areas {
	const struct area *at;
	int                count;
};

/* The area with exactly this slug, name, or code (ONS, former ONS or three digits), letters in
 * either case; a member of a joint return ("richmond upon thames", "941") finds the joint area.
 * Where a former and a present area share a name, the present one. Else NO_AREA. */
int area_exact(const struct areas *areas, Str text);

/* Areas that fit what somebody typed: part of a name, a slug, a code, or a region's name (which
 * gives the region and then its authorities). All words must occur, in any order, letters in
 * either case; "st" and "saint", "&" and "and" are the same, hyphens and commas are blanks. Best
 * first: exact, name begins, a word begins, contains; then present before former, then by name. At
 * most `most`. Returns how many were written to `found`. Empty text gives none. */
int area_search(const struct areas *areas, Str text, int found[], int most);

/* What a person means by one word on a command line: exact, or else the only search hit.
 * NO_AREA when nothing or several things fit. */
int area_named(const struct areas *areas, Str text);

/* The nearest names to a miss, nearest first, for "did you mean". Returns how many. */
int area_nearest(const struct areas *areas, Str text, int found[], int most);

/* A split, merger or change of kind, in words, with the day it took effect. */
enum { CHANGE_SIDE_MOST = 4 };
struct area_change {
	Date day;
	Str  from[CHANGE_SIDE_MOST], to[CHANGE_SIDE_MOST];    /* slugs; unused ones are empty */
	Str  words;                 /* "Cumbria was split into Cumberland and Westmorland and Furness" */
	Str  source;                /* the order or the published series that shows it */
};

/* Whether an area, by its slug, was there before the change or after it. */
bool area_change_touches(const struct area_change *change, Str slug);

/* Every change that touches this area, oldest first. Returns how many, at most `most`. */
int area_changes(Str slug, const struct area_change *found[], int most);

extern const struct area_change area_change_rows[];
extern const int area_change_count;

#endif
