/* terminal_table.c: a table in a terminal, folded until it fits.
 *
 * The steps, each taken only if the one before didn't suffice: headings wrap; columns of pictures
 * go; the first column wraps; the other columns of words wrap; and last, the columns go on in a
 * second table below, with the first column repeated and not so narrow. No column of figures is
 * ever left out.
 */
#include "report/terminal.h"

#include <assert.h>

enum {
	GAP     = 2,                 /* blanks between columns */
	GUTTER  = 2,                 /* before a row: "> " ours, "* " marked */
	HEADING = 14,                /* cells in which a heading of figures wraps, if it can */
	LEAST   = 12,                /* the narrowest that words are wrapped to */
};

/* A column as it is set: words after a figure get their own, so that figures stand in line. */
struct set_column {
	int  from;                   /* of the table */
	bool note;                   /* the words after its figures, status words, notes */
	bool number, spark, shown;
	int  width;
	Str  heading;
};

struct layout {
	const struct table *table;
	struct set_column *columns;
	int   count;
	Str  *texts;                 /* row by row, `count` in each; clean, as shown */
	int   gutter;
	int   width;                 /* of the terminal */
};

/* Columns `first` to `last` with column 0 before them: one table, or one part of a wide one. */
struct part { int first, last; };

/* ---- what a cell says ------------------------------------------------------------------------ */

static Str
joined(Str first, Str second, struct arena *perm)
{
	if (first.len == 0 || second.len == 0)
		return first.len ? first : second;
	return str_format(perm, "%.*s %.*s", STR_ARG(first), STR_ARG(second));
}

static Str
tag_words(const struct cell *cell, struct arena *perm)
{
	return cell->tag.len ? str_format(perm, "[%.*s]", STR_ARG(cell->tag)) : (Str){ 0 };
}

static Str
note_words(const struct cell *cell, struct arena *perm)
{
	Str words = cell->kind == CELL_FIGURE ? joined(cell->text, tag_words(cell, perm), perm) : S("");
	return terminal_clean(joined(words, cell->note, perm), perm);
}

static Str
value_words(const struct cell *cell, struct terminal *to)
{
	switch (cell->kind) {
	case CELL_TEXT:
		return terminal_clean(joined(cell->text, tag_words(cell, to->arena), to->arena),
		                      to->arena);
	case CELL_FIGURE:
		to->absent[cell->figure.absent] = true;
		return cell->change ? figure_signed(cell->figure, cell->places, to->arena)
		                    : figure_text(cell->figure, cell->places, to->arena);
	case CELL_CHART:
		return cell->chart ? terminal_spark(cell->chart, to->arena) : (Str){ 0 };
	}
	return (Str){ 0 };
}

/* ---- setting the columns --------------------------------------------------------------------- */

static bool
has_notes(const struct table *table, int column, struct arena scratch)
{
	for (int r = 0; r < table->row_count; r++)
		if (note_words(&table->rows[r].cells[column], &scratch).len)
			return true;
	return false;
}

static void
set_columns(struct layout *layout, struct arena *perm)
{
	const struct table *table = layout->table;
	layout->columns = new(perm, 2 * table->column_count, struct set_column);
	for (int c = 0; c < table->column_count; c++) {
		const struct column *column = &table->columns[c];
		layout->columns[layout->count++] = (struct set_column){
			.from = c, .number = column->number, .spark = column->screen_only, .shown = true,
			.heading = terminal_clean(column->title, perm),
		};
		if (has_notes(table, c, *perm))
			layout->columns[layout->count++] = (struct set_column){
				.from = c, .note = true, .shown = true,
			};
	}
}

static void
set_texts(struct layout *layout, struct terminal *to)
{
	const struct table *table = layout->table;
	layout->texts = new(to->arena, (ptrdiff_t)table->row_count * layout->count, Str);
	Str *text = layout->texts;
	for (int r = 0; r < table->row_count; r++)
		for (int c = 0; c < layout->count; c++) {
			const struct cell *cell = &table->rows[r].cells[layout->columns[c].from];
			*text++ = layout->columns[c].note ? note_words(cell, to->arena)
			                                  : value_words(cell, to);
		}
}

/* ---- fitting --------------------------------------------------------------------------------- */

static int
longest_word(Str text)
{
	int longest = 0;
	for (Str word = str_word(&text); word.len; word = str_word(&text)) {
		int cells = terminal_cells(word);
		longest = cells > longest ? cells : longest;
	}
	return longest;
}

/* The width at which every value of a column stands on one line. */
static int
value_width(const struct layout *layout, int column)
{
	int widest = 1;
	for (int r = 0; r < layout->table->row_count; r++) {
		int cells = terminal_cells(layout->texts[(ptrdiff_t)r * layout->count + column]);
		widest = cells > widest ? cells : widest;
	}
	return widest;
}

/* Room for the values, and for the headings wrapped in about `heading` cells. */
static void
set_widths(struct layout *layout, int heading)
{
	for (int c = 0; c < layout->count; c++) {
		int values = value_width(layout, c);
		int whole = terminal_cells(layout->columns[c].heading);
		int word = longest_word(layout->columns[c].heading);
		int wanted = whole < heading ? whole : heading > word ? heading : word;
		layout->columns[c].width = values > wanted ? values : wanted;
	}
}

/* Words after a figure stand one blank from it. */
static int
gap_before(const struct layout *layout, int column)
{
	return column == 0 ? 0 : layout->columns[column].note ? 1 : GAP;
}

static int
total_width(const struct layout *layout)
{
	int total = layout->gutter;
	for (int c = 0; c < layout->count; c++)
		if (layout->columns[c].shown)
			total += gap_before(layout, c) + layout->columns[c].width;
	return total;
}

static bool
too_wide(const struct layout *layout)
{
	return total_width(layout) > layout->width;
}

/* Narrows one column of words by as much as is needed and possible. */
static void
narrow(struct layout *layout, int column)
{
	int over = total_width(layout) - layout->width;
	int spare = layout->columns[column].width - LEAST;
	if (over > 0 && spare > 0)
		layout->columns[column].width -= over < spare ? over : spare;
}

static void
fit(struct layout *layout)
{
	set_widths(layout, HEADING);
	if (too_wide(layout))
		set_widths(layout, 1);
	for (int c = 1; c < layout->count && too_wide(layout); c++)
		layout->columns[c].shown = !layout->columns[c].spark;
	int first = layout->columns[0].width, most = layout->width * 2 / 5;
	for (int c = 0; c < layout->count; c++)
		if (c == 0 || !layout->columns[c].number)
			narrow(layout, c);
	if (too_wide(layout))
		layout->columns[0].width = first < most ? first : most;
}

static struct layout
layout_of(const struct table *table, struct terminal *to)
{
	struct layout layout = { .table = table, .width = to->width };
	for (int r = 0; r < table->row_count; r++)
		if (table->rows[r].ours || table->rows[r].marked)
			layout.gutter = GUTTER;
	set_columns(&layout, to->arena);
	set_texts(&layout, to);
	fit(&layout);
	return layout;
}

/* As many columns as fit beside the first; at least one, and never words without their figure. */
static struct part
next_part(const struct layout *layout, int from)
{
	struct part part = { from, from };
	int used = layout->gutter + layout->columns[0].width;
	for (int c = from; c < layout->count; c++) {
		if (layout->columns[c].shown)
			used += gap_before(layout, c) + layout->columns[c].width;
		if (used > layout->width && c > from && !layout->columns[c].note)
			break;
		part.last = c;
	}
	return part;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static bool
in_part(const struct layout *layout, struct part part, int column)
{
	return layout->columns[column].shown
		&& (column == 0 || (column >= part.first && column <= part.last));
}

static void
add_padded(struct terminal *to, Str text, int width, bool right, enum ink ink)
{
	int padding = width - terminal_cells(text);
	terminal_blanks(to, right ? padding : 0);
	terminal_add(to, text, ink);
	terminal_blanks(to, right ? 0 : padding);
}

/* What is left to say of one row, and how. */
struct saying {
	Str mark;                    /* before its first line */
	Str *rest;                   /* one for each column */
	enum ink *inks;
	bool headings;
};

static struct saying
saying_of(const struct layout *layout, struct arena *perm)
{
	return (struct saying){
		.rest = new(perm, layout->count, Str), .inks = new(perm, layout->count, enum ink),
	};
}

/* A blank in a small line is a gap, so it isn't broken there nor trimmed. */
static Str
take_line(const struct set_column *column, Str *rest, bool heading)
{
	if (!column->spark || heading)
		return terminal_line(rest, column->width);
	Str spark = *rest;
	*rest = (Str){ 0 };
	return spark;
}

/* Draws as many lines as the longest cell needs. */
static void
draw_row(struct terminal *to, const struct layout *layout, struct part part, struct saying say)
{
	for (bool more = true; more;) {
		more = false;
		add_padded(to, say.mark, layout->gutter, false, INK_STRONG);
		say.mark = (Str){ 0 };
		for (int c = 0; c < layout->count; c++) {
			const struct set_column *column = &layout->columns[c];
			if (!in_part(layout, part, c))
				continue;
			terminal_blanks(to, gap_before(layout, c));
			add_padded(to, take_line(column, &say.rest[c], say.headings), column->width,
			           column->number, say.inks[c]);
			more |= say.rest[c].len > 0;
		}
		terminal_end(to);
	}
}

static void
draw_headings(struct terminal *to, const struct layout *layout, struct part part)
{
	struct saying say = saying_of(layout, to->arena);
	say.headings = true;
	for (int c = 0; c < layout->count; c++) {
		say.rest[c] = layout->columns[c].heading;
		say.inks[c] = INK_STRONG;
	}
	draw_row(to, layout, part, say);
	terminal_blanks(to, layout->gutter);
	for (int c = 0; c < layout->count; c++)
		if (in_part(layout, part, c)) {
			terminal_repeat(to, layout->columns[c].note ? S("─") : S(" "),
			                gap_before(layout, c));
			terminal_repeat(to, S("─"), layout->columns[c].width);
		}
	terminal_end(to);
}

static enum ink
cell_ink(const struct cell *cell, const struct set_column *column, bool ours)
{
	if (cell->tag.len && (column->note || cell->kind == CELL_TEXT))
		switch (cell->tag_tone) {
		case TAG_GREEN:  return INK_GOOD;
		case TAG_RED:    return INK_BAD;
		case TAG_YELLOW: return INK_NOTICE;
		case TAG_GREY:
		case TAG_BLUE:   break;
		}
	return ours ? INK_STRONG : INK_PLAIN;
}

static void
draw_body_row(struct terminal *to, const struct layout *layout, struct part part, int r)
{
	const struct row *row = &layout->table->rows[r];
	struct saying say = saying_of(layout, to->arena);
	say.mark = row->ours ? S(">") : row->marked ? S("*") : (Str){ 0 };
	for (int c = 0; c < layout->count; c++) {
		say.rest[c] = layout->texts[(ptrdiff_t)r * layout->count + c];
		say.inks[c] = cell_ink(&row->cells[layout->columns[c].from], &layout->columns[c],
		                       row->ours);
	}
	draw_row(to, layout, part, say);
}

static void
draw_part(struct terminal *to, const struct layout *layout, struct part part)
{
	Str group = { 0 };
	draw_headings(to, layout, part);
	for (int r = 0; r < layout->table->row_count; r++) {
		const struct row *row = &layout->table->rows[r];
		if (row->group.len && !str_equal(row->group, group)) {
			if (r > 0)
				terminal_end(to);
			terminal_wrap(to, S(""), row->group, INK_STRONG);
		}
		group = row->group;
		draw_body_row(to, layout, part, r);
	}
}

/* What ">" and "*" before a row mean, where they stand. */
static void
draw_key(struct terminal *to, const struct table *table)
{
	bool ours = false, marked = false;
	for (int r = 0; r < table->row_count; r++) {
		ours |= table->rows[r].ours;
		marked |= table->rows[r].marked && !table->rows[r].ours;
	}
	if (ours || marked)
		terminal_wrap(to, S(""), ours && marked ? S("> ours   * statistical neighbour")
		              : ours ? S("> ours") : S("* statistical neighbour"), INK_QUIET);
}

void
terminal_table(struct terminal *to, const struct table *table)
{
	assert(table->column_count > 0);
	struct layout layout = layout_of(table, to);
	if (table->caption.len)
		terminal_wrap(to, S(""), table->caption, INK_STRONG);
	struct part part = { 1, layout.count - 1 };
	if (!too_wide(&layout) || layout.count < 2) {
		draw_part(to, &layout, part);
	} else {
		for (int from = 1; from < layout.count; from = part.last + 1) {
			if (from > 1)
				terminal_end(to);
			part = next_part(&layout, from);
			draw_part(to, &layout, part);
		}
	}
	draw_key(to, table);
}
