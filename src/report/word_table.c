/* word_table.c: a table for Word: as wide as the page, its columns as wide as their figures need. */
#include "report/word_parts.h"

static Str
cell_words(struct word_writer *to, const struct cell *cell)
{
	Str value = { 0 };
	switch (cell->kind) {
	case CELL_TEXT:
		value = cell->text;
		break;
	case CELL_FIGURE:
		to->absent[cell->figure.absent] = true;
		value = cell->change ? figure_signed(cell->figure, cell->places, to->arena)
		                     : figure_text(cell->figure, cell->places, to->arena);
		break;
	case CELL_CHART:
		value = cell->chart && cell->chart->kind == CHART_STACK ? cell->chart->title : (Str){ 0 };
		break;
	}
	if (cell->kind == CELL_FIGURE && cell->text.len)
		value = str_format(to->arena, "%.*s %.*s", STR_ARG(value), STR_ARG(cell->text));
	if (cell->tag.len)
		value = str_format(to->arena, "%.*s%s%.*s", STR_ARG(value), value.len ? ", " : "",
		                   STR_ARG(cell->tag));
	if (cell->note.len)
		value = str_format(to->arena, "%.*s%s%.*s", STR_ARG(value), value.len ? "; " : "",
		                   STR_ARG(cell->note));
	return value;
}

static void
open_cell(struct html *h, bool heading, bool number)
{
	if (heading && number)
		html_raw(h, "<th style=\"text-align: right\">");
	else if (heading)
		html_raw(h, "<th style=\"text-align: left\">");
	else if (number)
		html_raw(h, "<td style=\"text-align: right\">");
	else
		html_raw(h, "<td style=\"text-align: left\">");
}

/* Tenths of a point, near enough, of 10 point bold Arial in a table across an A4 page. */
enum { CHARACTER = 58, PADDING = 130, PAGE = 4700, MOST_WORDS = 34 * CHARACTER };

static int
text_width(Str text)
{
	return (int)str_characters(text) * CHARACTER;
}

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

/* The width under which a word of the heading, or a figure, would be broken. */
static int
least_width(struct word_writer *to, const struct table *table, int column)
{
	int least = 0;
	Str title = table->columns[column].title;
	for (Str word = str_word(&title); word.len; word = str_word(&title))
		least = larger(least, text_width(word));
	for (int r = 0; r < table->row_count && table->columns[column].number; r++)
		least = larger(least, text_width(cell_words(to, &table->rows[r].cells[column])));
	return least + PADDING;
}

/* What a column of words would like: its longest text on one line, within reason. */
static int
wanted_width(struct word_writer *to, const struct table *table, int column)
{
	int wanted = 0;
	for (int r = 0; r < table->row_count; r++)
		wanted = larger(wanted, text_width(cell_words(to, &table->rows[r].cells[column])));
	return (wanted < MOST_WORDS ? wanted : MOST_WORDS) + PADDING;
}

/* Figures get what they need; words share what is left by what they would like. Gives the sum. */
static int
share_widths(struct word_writer *to, const struct table *table, int *widths)
{
	int figures = 0, words = 0, all = 0;
	for (int c = 0; c < table->column_count; c++) {
		if (table->columns[c].screen_only)
			continue;
		widths[c] = least_width(to, table, c);
		if (table->columns[c].number)
			figures += widths[c];
		else
			words += wanted_width(to, table, c);
	}
	for (int c = 0; c < table->column_count; c++) {
		if (!table->columns[c].screen_only && !table->columns[c].number) {
			int64_t room = figures < PAGE ? PAGE - figures : 0;
			int share = (int)(room * wanted_width(to, table, c) / words);
			widths[c] = larger(widths[c], share);
		}
		all += widths[c];
	}
	return all;
}

/* "6.7%": whole hundredths would break the word that a width was made for. */
static void
write_share(struct html *h, int thousandths)
{
	html_raw(h, "<col style=\"width: ");
	html_int(h, thousandths / 10);
	html_raw(h, ".");
	html_int(h, thousandths % 10);
	html_raw(h, "%\">");
}

/* The shares make up the whole, so that a table fills the page. */
static void
write_widths(struct word_writer *to, const struct table *table)
{
	int *widths = new(to->arena, table->column_count, int);
	int all = share_widths(to, table, widths), left = 1000;
	for (int c = 0; c < table->column_count; c++)
		left -= all ? widths[c] * 1000 / all : 0;
	html_raw(&to->html, "<colgroup>");
	for (int c = 0; c < table->column_count; c++)
		if (!table->columns[c].screen_only)
			write_share(&to->html, widths[c] * 1000 / all + (c == 0 ? left : 0));
	html_raw(&to->html, "</colgroup>\n");
}

static void
write_row(struct word_writer *to, const struct table *table, const struct row *row)
{
	struct html *h = &to->html;
	html_raw(h, "<tr>");
	for (int c = 0; c < table->column_count; c++) {
		if (table->columns[c].screen_only)
			continue;
		open_cell(h, false, table->columns[c].number);
		if (row->ours)
			html_raw(h, "<strong>");
		html_text(h, cell_words(to, &row->cells[c]));
		if (row->ours)
			html_raw(h, "</strong>");
		if (c == 0 && row->marked && !row->ours)
			html_raw(h, " *");
		html_raw(h, "</td>");
	}
	html_raw(h, "</tr>\n");
}

static void
write_group(struct html *h, const struct table *table, Str group)
{
	html_raw(h, "<tr><td><strong>");
	html_text(h, group);
	html_raw(h, "</strong></td>");
	for (int c = 1; c < table->column_count; c++)
		if (!table->columns[c].screen_only)
			html_raw(h, "<td></td>");
	html_raw(h, "</tr>\n");
}

static void
write_head(struct html *h, const struct table *table)
{
	html_raw(h, "<thead><tr>");
	for (int c = 0; c < table->column_count; c++)
		if (!table->columns[c].screen_only) {
			open_cell(h, true, table->columns[c].number);
			html_text(h, table->columns[c].title);
			html_raw(h, "</th>");
		}
	html_raw(h, "</tr></thead>\n<tbody>\n");
}

/* Our row is bold; a neighbour's star is explained under the table. */
void
word_table(struct word_writer *to, const struct table *table)
{
	struct html *h = &to->html;
	bool neighbours = false;
	html_raw(h, "<table>\n");
	if (table->caption.len) {
		html_raw(h, "<caption>");
		html_text(h, table->caption);
		html_raw(h, "</caption>\n");
	}
	write_widths(to, table);
	write_head(h, table);
	Str group = { 0 };
	for (int r = 0; r < table->row_count; r++) {
		const struct row *row = &table->rows[r];
		if (row->group.len && !str_equal(row->group, group))
			write_group(h, table, row->group);
		group = row->group;
		neighbours |= row->marked && !row->ours;
		write_row(to, table, row);
	}
	html_raw(h, "</tbody></table>\n");
	if (neighbours)
		html_raw(h, "<div data-custom-style=\"Table Note\"><p>* statistical neighbour</p></div>\n");
}
