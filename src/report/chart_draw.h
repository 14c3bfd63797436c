/* chart_draw.h: how a picture is laid out and written. For the chart_*.c files, and their test.
 *
 * Every coordinate is a whole number of tenths of a pixel, so that the same chart gives the same
 * bytes on every machine. Layout comes first, in numbers; only then is anything written, because
 * the height of a picture depends on how its words wrap.
 *
 * Colours stand twice: as attributes, so that a picture looks right in Word, in an image viewer
 * and before the style sheet comes; and as classes, so that a style sheet can change them for
 * forced colours and print. There is no style attribute and no <style>: the pages' content
 * security policy forbids both. The classes are
 *
 *     chart                   the <svg>; the page gives it width: 100% and a max-width
 *     chart-lines chart-bars chart-strip chart-spark chart-fan     which kind
 *     chart-wide chart-narrow                                which layout (not on a spark)
 *     chart-title chart-subtitle chart-tick chart-note       <text>: fill
 *     chart-label chart-name chart-value                     <text>: fill, with a role
 *     chart-absent                                           <text>: DfE's symbol in a gap
 *     chart-halo                                             <text> with the page's colour around
 *                                                            it: stroke is the background
 *     chart-grid chart-axis chart-marker chart-leader        <line>: stroke
 *     chart-casing                                           <line> in the page's colour under one
 *     chart-line                                             <path>: stroke, with a role
 *     chart-dot                                              <circle>: fill and stroke, with a role
 *     chart-bar                                              <rect>: fill and stroke, with a role
 *     chart-band                                             <path>: fill; of a fan with one of chart-band-wide,
 *                                                            chart-band-middle and chart-band-near
 *     chart-paper                                            <rect>: the white ground when fixed
 *     chart-span                                             <path>: stroke and fill, with a fill
 *     chart-weave-ground chart-weave                         of a pattern: <rect> fill, <path> stroke
 *     chart-on                                               <text> on chart-permanent
 *
 * and the roles chart-ours, chart-england, chart-region, chart-neighbours, chart-other,
 * chart-printed, chart-expected and chart-scenario, and the fills chart-permanent, chart-fixed, chart-agency, chart-cover, chart-away,
 * chart-vacant and chart-over. Their patterns are named by the picture's prefix. A dot of chart-ours and chart-neighbours is filled; others are open, filled with
 * the background.
 */
#ifndef REPORT_CHART_DRAW_H
#define REPORT_CHART_DRAW_H

#include "report/chart.h"
#include "report/html.h"

enum {
	PX = 10,                     /* tenths in a pixel */
	WRAP_MOST = 4,               /* lines of one text; more is cut with an ellipsis */
	SERIES_MOST = 6,
	BANDS_MOST = 3,
	LABELS_MOST = SERIES_MOST + BANDS_MOST + 1
};

struct point { int x, y; };
struct box { int left, top, right, bottom; };

/* ---- numbers to places --------------------------------------------------------------------- */

/* The least and the most of the figures seen, held to 4 * 10^12 in size; `any` is false before the
 * first. */
struct span { Figure least, most; bool any; };
void span_take(struct span *span, Figure figure);        /* an absent figure changes nothing */

/* axis_over with steps that are whole numbers of `unit` micro, itself a power of ten: an axis of
 * people has no half people. */
struct axis axis_in_units(Figure least, Figure most, int64_t unit);
int64_t axis_unit(int places);                           /* micro in the last place shown */
int axis_places(struct axis axis);                       /* decimals that its steps need */

/* Where a figure stands between `from` (the axis' least) and `to`, never outside them. */
int axis_at(struct axis axis, Figure figure, int from, int to);

/* ---- words --------------------------------------------------------------------------------- */

struct type { int size; bool bold; };
struct room { int width, lines; };
struct lines { Str at[WRAP_MOST]; int count; };

/* How wide a text is in Arial, or in a face made to the same measures. */
int draw_width(Str text, struct type type);
int draw_widest(const struct lines *lines, struct type type);
/* Breaks at blanks, and inside a word only where it alone is too wide. */
struct lines draw_wrap(Str text, struct type type, struct room room, struct arena *perm);

/* ---- the sheet ----------------------------------------------------------------------------- */

/* The measures of one layout. */
struct layout {
	Str class;
	int width;
	int title, text, line;       /* sizes of type, and from one line to the next */
	int plot_height;             /* of lines, unless their labels need more */
	int label_width;             /* the most that names beside a plot may take */
	int dot;                     /* of a strip, across, with the gap to the next */
};

struct canvas {
	struct html html;
	const struct chart *chart;
	struct chart_options options;
	const struct layout *layout;
	struct arena *arena;
	struct lines title, subtitle;
	int top;                     /* the first free place under them */
};

struct type draw_type(const struct canvas *canvas, bool bold);    /* of everything but the title */
void draw_open(struct canvas *canvas, Str kind, int height);
Str draw_close(struct canvas *canvas);

/* How each role looks. */
struct look {
	Str  class;
	Str  ink;                    /* line and words: at least 4.5 to 1 on white */
	Str  bar;
	Str  dash;                   /* empty for a whole line */
	int  weight;
	bool bold;
};
const struct look *draw_look(enum role role);

enum anchor { AT_START, AT_MIDDLE, AT_END };
struct writing {
	struct lines lines;
	struct point at;             /* baseline of the first line, at its `anchor` */
	enum anchor anchor;
	Str class, role;             /* "chart-label", "chart-ours"; role may be empty */
	Str ink;
	struct type type;
	bool halo;
	Str hint;                    /* shown on hover; may be empty */
};
void draw_text(struct canvas *canvas, const struct writing *writing);
struct lines draw_one_line(Str text);

struct stroke { Str class, role, ink, dash; int weight; };
void draw_line(struct canvas *canvas, struct stroke stroke, struct point from, struct point to);

struct dot { Str role, fill, ink; int radius, weight; Str hint; };
void draw_dot(struct canvas *canvas, struct dot dot, struct point at);

/* Text that XML allows: as html_text, and U+FFFE and U+FFFF become U+FFFD. */
void draw_words(struct canvas *canvas, Str text);

/* An attribute of tenths: ` x="12.3"`. */
#define draw_attr(canvas, name, tenths) \
	(html_raw(&(canvas)->html, " " name "=\""), draw_tenths((canvas), (tenths)), \
	 html_raw(&(canvas)->html, "\""))
void draw_tenths(struct canvas *canvas, int tenths);
/* ` class="base role"`. */
void draw_class(struct canvas *canvas, Str base, Str role);

/* A text's middle moved so that the whole of it is on the sheet. */
int draw_inside(const struct canvas *canvas, int middle, int width);

/* A series of points, broken where a figure is absent; lone points become dots. */
struct trace { const Figure *values; int count; enum role role; };
struct frame { struct axis axis; struct box plot; int pad; int count; int dot; const int *along; };
struct point frame_point(const struct frame *frame, int i, Figure figure);
void draw_trace(struct canvas *canvas, const struct frame *frame, struct trace trace);
/* What lies between two series, broken where either is absent. */
struct ribbon { const Figure *low, *high; Str class, fill; };
void draw_ribbon(struct canvas *canvas, const struct frame *frame, struct ribbon ribbon);

/* "8.1%", "£1,204", "288": a figure as a label says it. */
Str draw_value(const struct canvas *canvas, Figure figure);
/* "not available": DfE's meaning up to its colon. */
Str draw_absence(enum absent absent);

/* What the symbols in a picture mean, for its foot: "x: not available; c: confidential". Empty when
 * none of `seen` is set. */
struct absences { bool seen[ABSENT_KINDS]; };
Str draw_symbols(const struct absences *absences, struct arena *perm);
int draw_note_height(const struct canvas *canvas, Str note);
void draw_note(struct canvas *canvas, Str note, int top);

/* ---- how posts are held (chart_fills.c) ------------------------------------------------------ */

struct fills { bool seen[FILLS]; };

/* The patterns of those seen: <defs>, before the first mark that uses one. */
void fills_define(struct canvas *canvas, const struct fills *fills);
/* A bar; pointed at an end beyond which it goes on. */
struct span_ends { bool before, after; };
void fill_draw(struct canvas *canvas, enum fill fill, struct box box, struct span_ends ends,
               Str hint);
bool fill_dark(enum fill fill);                          /* words on it are white */
/* Each of those seen with its word, along lines from `top`: where the next thing begins. */
int fills_key(struct canvas *canvas, const struct fills *fills, int top);
int fills_key_height(const struct canvas *canvas, const struct fills *fills);

/* ---- forecasts (chart_fan.c) ------------------------------------------------------------------ */

int  fan_head(const struct canvas *canvas);              /* what stands over the plot of a fan; of others 0 */
/* On a page, for a script that moves its lines: <g class="chart-frame" data-frame="X0 X1 Y0 Y1 LEAST MOST FROM TO">,
 * where LEAST stands at Y0 and MOST at Y1, and the first and last point, FROM and TO along, at X0 and X1. */
void fan_frame(struct canvas *canvas, const struct frame *frame);
void fan_bands(struct canvas *canvas, const struct frame *frame);        /* under the grid */
void fan_marks(struct canvas *canvas, const struct frame *frame);        /* where it starts, what is safe */
/* "9 in 10: 178 to 221", at the end of the forecast. */
Str  fan_band_name(const struct canvas *canvas, const struct chart_band *band);

/* ---- names beside lines -------------------------------------------------------------------- */

/* The name of a line at its end. */
struct end_label {
	struct lines lines;
	int  height;                 /* with the gap to the next */
	int  wants;                  /* the middle it would like: its mark's */
	int  weight;                 /* how much its wish counts: ours the most, a band's the least */
	int  y;                      /* the middle it gets */
	const Figure *values;        /* what it names, for its place; NULL: it is told */
	int  mark_x;                 /* where its mark ends */
	bool marked;                 /* false when it names nothing drawn */
	Str  class, ink;
	bool bold;
};

/* Gives every label a place between top and bottom, none over another, each as near as can be to
 * what it wants (weighted least squares, so a crowd spreads about its middle, and ours moves
 * least). The heights together must fit. */
struct shelf { int top, bottom; };
void labels_part(struct end_label *labels, int count, struct shelf shelf);
int labels_height(const struct end_label *labels, int count);
void labels_draw(struct canvas *canvas, const struct end_label *labels, int count, int x);

/* ---- kinds --------------------------------------------------------------------------------- */

Str lines_svg(struct canvas *canvas);
Str bars_svg(struct canvas *canvas);
Str strip_svg(struct canvas *canvas);
Str spark_svg(struct canvas *canvas);
Str spans_svg(struct canvas *canvas);
Str stack_svg(struct canvas *canvas);

#endif
