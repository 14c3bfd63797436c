/* chart.h: a picture of figures, as data. Drawn as SVG with real text (chart_svg.c), always with a
 * table beside it in the document.
 *
 * Rules of every picture: the message is the title and the unit and period stand under it; lines
 * are named at their end, not in a legend; few gridlines; bars from zero; an absent figure is a gap
 * with its symbol, never a zero; ours in one accent colour and heavier, others in greys and dashes,
 * so that nothing depends on colour alone.
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "base/date.h"
#include "base/quantity.h"

enum chart_kind {
	CHART_LINES,                 /* one or more series over years, with a band if `band` */
	CHART_BARS,                  /* horizontal bars, sorted as given, with a marker line if `marker` */
	CHART_STRIP,                 /* one dot an authority along one axis; ours named, neighbours filled */
	CHART_SPARK,                 /* a small line for a table cell: no axes, no text but the title */
	CHART_SPANS,                 /* rows of bars from day to day: posts, and who held them when */
	CHART_STACK,                 /* a small bar of parts for a table cell: filled, agency, vacant */
	CHART_FAN                    /* a line that goes on as a forecast, unnamed itself, with bands about its middle */
};

/* What a mark stands for; says colour, weight, dash and order. */
enum role {
	OURS, ENGLAND_ROLE, REGION_ROLE, NEIGHBOURS_ROLE, OTHER_ROLE, OURS_PRINTED,
	EXPECTED_ROLE,               /* the middle of a forecast of ours */
	SCENARIO_ROLE,               /* the middle of another, of what could be done; a second and a third beside it */
	SCENARIO_B_ROLE, SCENARIO_C_ROLE,
	ROLES
};

struct chart_series {
	Str           name;          /* at the line's end: "Walsall", "England" */
	enum role     role;
	const Figure *values;        /* one for each label */
};

struct chart_mark {                  /* one bar, or one dot of a strip */
	Str       name;
	Figure    value;
	enum role role;
};

/* How a post is held. Each has a colour, a pattern and a word, so that none is needed alone. */
enum fill {
	FILL_PERMANENT,
	FILL_FIXED,                  /* for a time: fixed term, acting, seconded */
	FILL_AGENCY,
	FILL_COVER,                  /* for somebody who is away */
	FILL_AWAY,                   /* held by somebody who is away */
	FILL_VACANT,
	FILL_OVER,                   /* over the establishment */
	FILLS
};
Str fill_word(enum fill fill);       /* "permanent", "agency" */

struct chart_bar {                   /* from the first day to the last, both included */
	Date first, last;
	bool open;                   /* no last day is known: drawn to the edge, and pointed */
	enum fill fill;
	Str  words;                  /* on it, or right of it: a name; empty: the word of its fill */
};

struct chart_row {
	Str label;                   /* the post */
	const struct chart_bar *bars;        /* those that overlap stand under each other */
	int bar_count;
};

struct chart_part { enum fill fill; Figure value; };

/* How far futures spread about the middle: a pair of figures for each label, absent before the forecast. */
struct chart_band {
	Str name;                    /* at its upper end, before its figures: "9 in 10:" */
	const Figure *low, *high;
};

struct chart {
	enum chart_kind kind;
	Str  title;                  /* the message, or for a spark its spoken form */
	Str  subtitle;               /* measure, unit and period */
	Str  description;            /* what a screen reader hears: the shape in a sentence or two */
	enum unit unit;
	int  places;
	const Str *labels;           /* LINES, SPARK, FAN: one for each point, "2017"; empty where none stands */
	int  label_count;
	const struct chart_series *series;
	int  series_count;           /* at most 6 */
	const Figure *band_low, *band_high;  /* LINES: shaded between, NULL for none */
	Str  band_name;              /* "Middle half of councils" */
	const struct chart_band *bands;      /* FAN: at most 3, the widest first */
	int  band_count;
	const int *along;            /* LINES, FAN: how far along each point stands, in months, say, never falling: two points
	                              * at one place are a step; NULL: evenly */
	int  starts;                 /* FAN: the point that is known last */
	const struct chart_mark *marks;      /* BARS, STRIP */
	int  mark_count;
	Figure marker;               /* BARS, STRIP, FAN: a line across at this value; absent for none.
	                              * STACK: a mark at it: what is established */
	Str  marker_name;            /* SPANS too: "As at 30 September 2025" */
	const struct chart_row *rows;        /* SPANS */
	int  row_count;
	struct period days;          /* SPANS: from its left edge to its right */
	Date marker_day;             /* SPANS: a line down this day, when marker_name says something */
	const struct chart_part *parts;      /* STACK: at most FILLS, none below zero */
	int  part_count;
	Figure whole;                /* STACK: what the width stands for, so that rows compare; absent:
	                              * the parts together */
};

/* SVG text: role="img", <title>, <desc>, text as text. `prefix` makes ids unique in one page.
 * `fixed` draws for Word and print: literal colours and width in pixels, no CSS custom properties
 * and no dominant-baseline; else it scales to its box and answers forced colours.
 *
 * Type is 14 on a sheet 640 wide, or 330 with `narrow`. A page gives both, each with a prefix of
 * its own, in two boxes of which the style sheet sets one to display: none (which hides it from
 * screen readers too): the narrow one from 640 pixels of window up, the wide one below. Then no
 * letter is under 12 pixels in a window of 320. Give `svg.chart` width: 100%, and a max-width of
 * 760px wide or 480px narrow. A spark is 120 by 28 and a
 * stack 160 by 24, one layout for all. The classes for the style
 * sheet are listed in chart_draw.h. Figures past 4 * 10^12 are drawn at the edge. */
struct chart_options { Str prefix; bool fixed; bool narrow; };
Str chart_svg(const struct chart *chart, struct chart_options options, struct arena *perm);

/* Rounded axis steps: 1, 2, 2.5 or 5 times a power of ten, 3 to 6 of them, covering the range.
 * Both must be present, `least` not over `most`, and neither past 4 * 10^12 in size. */
struct axis { Figure least, most, step; };
struct axis axis_over(Figure least, Figure most);

#endif
