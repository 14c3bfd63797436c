/* chart_fills.c: how posts are held, as colours, patterns and words.
 *
 * Each fill differs from every other in its pattern or its edge too, so that they are told apart in
 * grey print, by every eye, and in forced colours. */
#include "report/chart_draw.h"

#include <assert.h>

enum weave { PLAIN, SLANTED, DOTTED, LEVEL, CROSSED };

static const struct fill_row {
	Str  word, class;
	Str  ground;                 /* the colour, or what is behind the pattern */
	Str  ink;                    /* edge and pattern: at least 3 to 1 on white and on the ground */
	Str  dash;                   /* of the edge */
	enum weave weave;
	bool dark;
} fill_rows[FILLS] = {
	[FILL_PERMANENT] = { STR("permanent"), STR("chart-permanent"), STR("#12436d"), STR("#12436d"),
	                     STR(""), PLAIN, true },
	[FILL_FIXED]     = { STR("for a time"), STR("chart-fixed"), STR("#c9d8e8"), STR("#12436d"),
	                     STR(""), PLAIN, false },
	[FILL_AGENCY]    = { STR("agency"), STR("chart-agency"), STR("#fdeadc"), STR("#b8560f"),
	                     STR(""), SLANTED, false },
	[FILL_COVER]     = { STR("cover"), STR("chart-cover"), STR("#e0f0ee"), STR("#1a736b"),
	                     STR(""), DOTTED, false },
	[FILL_AWAY]      = { STR("away"), STR("chart-away"), STR("#ffffff"), STR("#12436d"),
	                     STR(""), LEVEL, false },
	[FILL_VACANT]    = { STR("vacant"), STR("chart-vacant"), STR("#ffffff"), STR("#6b7276"),
	                     STR("4 3"), PLAIN, false },
	[FILL_OVER]      = { STR("over establishment"), STR("chart-over"), STR("#ffffff"),
	                     STR("#3d3d3d"), STR(""), CROSSED, false },
};

Str
fill_word(enum fill fill)
{
	assert(fill < FILLS);
	return fill_rows[fill].word;
}

bool
fill_dark(enum fill fill)
{
	assert(fill < FILLS);
	return fill_rows[fill].dark;
}

/* ---- patterns -------------------------------------------------------------------------------- */

static void
pattern_id(struct canvas *canvas, enum fill fill)
{
	html_text(&canvas->html, canvas->options.prefix);
	html_raw(&canvas->html, "-");
	html_text(&canvas->html, fill_rows[fill].class);
}

/* One tile of each weave. Lines lean by turning the tile, so that they meet at its edges. */
static void
tile(struct canvas *canvas, const struct fill_row *row)
{
	static const struct { Str turn, path; int size, weight; } tiles[] = {
		[PLAIN]   = { STR(""), STR(""), 0, 0 },
		[SLANTED] = { STR("rotate(45)"), STR("M3 0L3 6"), 6, 14 },
		[DOTTED]  = { STR("rotate(45)"), STR("M2 3L4 3"), 6, 20 },
		[LEVEL]   = { STR(""), STR("M0 3L6 3"), 6, 10 },
		[CROSSED] = { STR("rotate(45)"), STR("M0 4L8 4M4 0L4 8"), 8, 10 },
	};
	struct html *h = &canvas->html;
	draw_attr(canvas, "width", tiles[row->weave].size * PX);
	draw_attr(canvas, "height", tiles[row->weave].size * PX);
	html_attr(h, "patternTransform", tiles[row->weave].turn);
	html_raw(h, " patternUnits=\"userSpaceOnUse\"><rect");
	draw_class(canvas, S("chart-weave-ground"), row->class);
	draw_attr(canvas, "width", tiles[row->weave].size * PX);
	draw_attr(canvas, "height", tiles[row->weave].size * PX);
	html_attr(h, "fill", row->ground);
	html_raw(h, "/><path");
	draw_class(canvas, S("chart-weave"), row->class);
	html_attr(h, "d", tiles[row->weave].path);
	html_attr(h, "stroke", row->ink);
	draw_attr(canvas, "stroke-width", tiles[row->weave].weight);
	html_raw(h, "/>");
}

void
fills_define(struct canvas *canvas, const struct fills *fills)
{
	struct html *h = &canvas->html;
	bool any = false;
	for (int f = 0; f < FILLS; f++) {
		if (!fills->seen[f] || fill_rows[f].weave == PLAIN)
			continue;
		if (!any)
			html_raw(h, "<defs>");
		any = true;
		html_raw(h, "<pattern id=\"");
		pattern_id(canvas, (enum fill)f);
		html_raw(h, "\"");
		tile(canvas, &fill_rows[f]);
		html_raw(h, "</pattern>");
	}
	if (any)
		html_raw(h, "</defs>");
}

/* ---- bars ------------------------------------------------------------------------------------ */

static void
corner(struct canvas *canvas, char move, int x, int y)
{
	html_text(&canvas->html, (Str){ &move, 1 });
	draw_tenths(canvas, x);
	html_raw(&canvas->html, " ");
	draw_tenths(canvas, y);
}

/* Its outline, half an edge inside the box; a point is cut off the end that goes on. */
static void
outline(struct canvas *canvas, struct box box, struct span_ends ends)
{
	enum { HALF = PX / 2, POINT = 7 * PX };
	struct box in = { box.left + HALF, box.top + HALF, box.right - HALF, box.bottom - HALF };
	int half = (in.right - in.left) / 2, point = half < POINT ? half : POINT;
	int middle = (in.top + in.bottom) / 2;
	int left = ends.before ? in.left + point : in.left;
	int right = ends.after ? in.right - point : in.right;
	html_raw(&canvas->html, " d=\"");
	corner(canvas, 'M', left, in.top);
	corner(canvas, 'L', right, in.top);
	if (ends.after)
		corner(canvas, 'L', in.right, middle);
	corner(canvas, 'L', right, in.bottom);
	corner(canvas, 'L', left, in.bottom);
	if (ends.before)
		corner(canvas, 'L', in.left, middle);
	html_raw(&canvas->html, "Z\"");
}

void
fill_draw(struct canvas *canvas, enum fill fill, struct box box, struct span_ends ends, Str hint)
{
	assert(fill < FILLS);
	struct html *h = &canvas->html;
	const struct fill_row *row = &fill_rows[fill];
	html_raw(h, "<path");
	draw_class(canvas, S("chart-span"), row->class);
	outline(canvas, box, ends);
	if (row->weave == PLAIN) {
		html_attr(h, "fill", row->ground);
	} else {
		html_raw(h, " fill=\"url(#");
		pattern_id(canvas, fill);
		html_raw(h, ")\"");
	}
	html_attr(h, "stroke", row->ink);
	draw_attr(canvas, "stroke-width", PX);
	html_attr(h, "stroke-dasharray", row->dash);
	html_raw(h, "><title>");
	draw_words(canvas, hint);
	html_raw(h, "</title></path>");
}

/* ---- key ------------------------------------------------------------------------------------- */

enum { SWATCH_WIDE = 22 * PX, SWATCH_HIGH = 14 * PX, SWATCH_GAP = 6 * PX, WORD_GAP = 18 * PX };

/* Where a fill's swatch stands in the key: along the line while it fits, then on the next. */
static struct point
key_step(const struct canvas *canvas, enum fill fill, struct point *next)
{
	int width = SWATCH_WIDE + SWATCH_GAP
		+ draw_width(fill_rows[fill].word, draw_type(canvas, false));
	if (next->x > 0 && next->x + width > canvas->layout->width)
		*next = (struct point){ 0, next->y + canvas->layout->line + 4 * PX };
	struct point at = *next;
	next->x += width + WORD_GAP;
	return at;
}

int
fills_key_height(const struct canvas *canvas, const struct fills *fills)
{
	struct point next = { 0 };
	bool any = false;
	for (int f = 0; f < FILLS; f++)
		if (fills->seen[f]) {
			key_step(canvas, (enum fill)f, &next);
			any = true;
		}
	return any ? next.y + canvas->layout->line + 10 * PX : 0;
}

int
fills_key(struct canvas *canvas, const struct fills *fills, int top)
{
	struct point next = { 0, top };
	for (int f = 0; f < FILLS; f++) {
		if (!fills->seen[f])
			continue;
		struct point at = key_step(canvas, (enum fill)f, &next);
		struct box box = { at.x, at.y, at.x + SWATCH_WIDE, at.y + SWATCH_HIGH };
		fill_draw(canvas, (enum fill)f, box, (struct span_ends){ 0 }, fill_rows[f].word);
		draw_text(canvas, &(struct writing){
			.lines = draw_one_line(fill_rows[f].word),
			.at = { box.right + SWATCH_GAP, at.y + canvas->layout->text * 17 / 20 },
			.class = S("chart-name"), .ink = S("#505a5f"), .type = draw_type(canvas, false) });
	}
	return top + fills_key_height(canvas, fills);
}
