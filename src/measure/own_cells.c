/* own_cells.c: the first look at one row of a council's CSV: its cells, and what it says of its
 * measure.
 */
#include "measure/own_reader.h"

#include <string.h>

const struct own_column_name own_columns[OWN_COLUMNS] = {
	[OWN_AREA]        = { STR("area"), true },
	[OWN_MEASURE]     = { STR("measure"), true },
	[OWN_DATE]        = { STR("date"), true },
	[OWN_NUMERATOR]   = { STR("numerator"), false },
	[OWN_DENOMINATOR] = { STR("denominator"), false },
	[OWN_VALUE]       = { STR("value"), false },
	[OWN_SOURCE]      = { STR("source"), true },
	[OWN_UNIT]        = { STR("unit"), false },
	[OWN_TITLE]       = { STR("title"), false },
	[OWN_GOOD]        = { STR("good"), false },
	[OWN_PART_OF]     = { STR("part_of"), false },
};

static const enum own_column word_column[OWN_WORDS] = {
	[WORD_UNIT] = OWN_UNIT, [WORD_TITLE] = OWN_TITLE, [WORD_GOOD] = OWN_GOOD,
	[WORD_PART_OF] = OWN_PART_OF,
};

/* A cell as a finding shows it: long ones cut, at a character's end. */
static Str
shown(Str cell, struct arena *perm)
{
	ptrdiff_t end = 60;
	if (cell.len <= end)
		return cell;
	while (((unsigned char)cell.at[end] & 0xC0) == 0x80)
		end--;
	return str_join(str_upto(cell, end), S("\u2026"), perm);
}

void
own_finding(struct own_reader *r, const struct own_row *row, enum own_column column,
            enum severity severity, Str code, Str wrong, Str mend)
{
	findings_add(r->found, (struct finding){
		.severity = severity, .code = code, .file = r->file, .line = row->line,
		.column = r->column[column], .record = row->record, .field = own_columns[column].name,
		.seen = shown(row->cell[column], r->perm), .wrong = wrong, .mend = mend });
}

/* A MISTAKE: the row can't be used. */
static void
mistake(struct own_reader *r, struct own_row *row, enum own_column column, Str code, Str wrong,
        Str mend)
{
	row->sound = false;
	own_finding(r, row, column, MISTAKE, code, wrong, mend);
}

/* ---- one cell -------------------------------------------------------------------------------- */

static bool
has_control(Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F)
			return true;
	return false;
}

static void
check_words(struct own_reader *r, struct own_row *row, enum own_column column, ptrdiff_t most)
{
	Str cell = row->cell[column];
	if (has_control(cell))
		mistake(r, row, column, S("words"), S("holds a line end or a control character"),
		        S("write it on one line"));
	else if (cell.len > most)
		mistake(r, row, column, S("words"),
		        str_format(r->perm, "is longer than %td bytes", most), S("shorten it"));
}

static void
take_area(struct own_reader *r, struct own_row *row)
{
	enum { NEAR = 2 };
	const struct areas *areas = &r->p->areas;
	int near[NEAR];
	Str cell = row->cell[OWN_AREA];
	if (cell.len == 0)
		return;
	row->area = area_exact(areas, cell);
	if (row->area != NO_AREA)
		return;
	int count = cell.len <= OWN_NAME_MOST ? area_nearest(areas, cell, near, NEAR) : 0;
	Str mend = S("write a council's, a region's or England's name or code");
	if (count)
		mend = str_format(r->perm, "the nearest %s \"%.*s\"%s%.*s%s", count > 1 ? "are" : "is",
			STR_ARG(areas->at[near[0]].name), count > 1 ? " and \"" : "",
			STR_ARG(count > 1 ? areas->at[near[1]].name : S("")), count > 1 ? "\"" : "");
	mistake(r, row, OWN_AREA, S("area"), S("is not an area of England's published figures"), mend);
}

/* A year is a census year, 1 October before to 30 September, and stands for its last day. */
static void
take_date(struct own_reader *r, struct own_row *row)
{
	const int first = 1990, last = 2100;         /* outside: a slip of the pen */
	Str cell = row->cell[OWN_DATE];
	struct parsed_decimal year = parse_decimal(cell, 0, false);
	if (cell.len == 0)
		return;
	row->whole_year = year.ok && cell.len == 4;
	if (row->whole_year && year.micro >= (int64_t)first * MICRO && year.micro <= (int64_t)last * MICRO)
		row->day = census_period((int)(year.micro / MICRO)).last;
	else if (row->whole_year || !date_parse(cell, &row->day)
	         || date_civil(row->day).year < first || date_civil(row->day).year > last)
		mistake(r, row, OWN_DATE, S("date"), S("is not a date"),
		        S("write a census year such as 2023, or a day such as 2023-01-31"));
}

/* What a cell would be without signs that belong to its unit: "write 18.8", or empty. */
static Str
number_mend(Str cell, struct arena *perm)
{
	Str plain = str_trim(str_begins(cell, S("£")) ? str_from(cell, S("£").len) : cell);
	if (str_ends(plain, S("%")))
		plain = str_trim(str_upto(plain, plain.len - 1));
	if (plain.len < cell.len && parse_decimal(plain, 6, true).ok)
		return str_format(perm, "write %.*s and give the unit in its own column", STR_ARG(plain));
	return S("write a number such as 12.5, one of DfE's symbols (c, x, z, u, low), or nothing");
}

static struct own_number
take_number(struct own_reader *r, struct own_row *row, enum own_column column)
{
	Str cell = row->cell[column];
	struct own_number number = { .figure = figure_absent(NOT_PUBLISHED), .given = cell.len > 0 };
	enum absent absent;
	struct parsed_decimal decimal = parse_decimal(cell, 6, true);
	int64_t most = (int64_t)OWN_NUMBER_MOST * MICRO;
	if (cell.len == 0)
		return number;
	number.places = decimal.places;
	if (decimal.ok && (decimal.micro > most || decimal.micro < -most))
		mistake(r, row, column, S("number"), S("is over a thousand million"),
		        S("write it in thousands, and say so in the title"));
	else if (decimal.ok && decimal.micro < 0 && column != OWN_VALUE)
		mistake(r, row, column, S("number"), S("is below zero"), S("counts are 0 or more"));
	else if (decimal.ok)
		number.figure = figure_micro(decimal.micro);
	else if (absent_find(cell, &absent))
		number.figure = figure_absent(absent);
	else
		mistake(r, row, column, S("number"), S("is not a number"), number_mend(cell, r->perm));
	return number;
}

/* ---- the measure a row is about -------------------------------------------------------------- */

static bool
well_named(Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		if (!((c >= 'a' && c <= 'z') || (i > 0 && ((c >= '0' && c <= '9') || c == '_'))))
			return false;
	}
	return name.len > 0 && name.len <= OWN_NAME_MOST;
}

/* A name of their own that is nearly one of DfE's is more often a slip than a choice. */
static void
query_near_name(struct own_reader *r, const struct own_row *row, Str name)
{
	enum measure_id near;
	if (measure_nearest(name, &near, 1) == 1 && str_distance(name, measures[near].name) <= 2)
		own_finding(r, row, OWN_MEASURE, QUERY, S("measure"),
		            S("is taken for a measure of your own"),
		            str_format(r->perm, "if it is DfE's, write \"%.*s\"", STR_ARG(measures[near].name)));
}

/* "overseas_recruits" -> "Overseas recruits" */
static Str
title_of(Str name, struct arena *perm)
{
	char *title = str_c(name, perm);
	for (ptrdiff_t i = 0; i < name.len; i++)
		title[i] = title[i] == '_' ? ' ' : title[i];
	title[0] = (char)(title[0] - 'a' + 'A');
	return (Str){ title, name.len };
}

/* The definition with this name, a new one if need be; -1 when there are too many. */
static int
definition_of(struct own_reader *r, const struct own_row *row, Str name, enum measure_id dfe)
{
	for (int d = 0; d < r->definition_count; d++)
		if (str_equal(r->definitions[d].measure.name, name))
			return d;
	if (r->definition_count == OWN_MEASURES_MOST)
		return -1;
	bool theirs = dfe == NO_MEASURE;
	r->definitions[r->definition_count] = (struct own_definition){
		.line = row->line,
		.measure = {
			.name = name, .dfe = dfe,
			.title = theirs ? title_of(name, r->perm) : measures[dfe].title,
			.unit = theirs ? UNIT_COUNT : measures[dfe].unit,
			.good = theirs ? NEITHER : measures[dfe].good } };
	if (theirs)
		query_near_name(r, row, name);
	return r->definition_count++;
}

static void
take_measure(struct own_reader *r, struct own_row *row)
{
	Str cell = row->cell[OWN_MEASURE];
	if (cell.len == 0)
		return;
	enum measure_id dfe = measure_find(cell);
	Str name = dfe == NO_MEASURE ? cell : measures[dfe].name;
	if (!well_named(name)) {
		mistake(r, row, OWN_MEASURE, S("measure"), S("is not a measure's name"),
		        S("write DfE's name, or one of your own in small letters, digits and underscores, "
		          "such as staff_satisfaction"));
		return;
	}
	row->definition = definition_of(r, row, name, dfe);
	if (row->definition < 0)
		mistake(r, row, OWN_MEASURE, S("size"),
		        str_format(r->perm, "is one measure more than the %d a file may hold", OWN_MEASURES_MOST),
		        S("send the rest as another file"));
}

/* Puts a word into its measure's definition; false when the word means nothing there. */
static bool
define(struct own_measure *measure, enum own_word word, Str said)
{
	switch (word) {
	case WORD_UNIT:    return unit_find(said, &measure->unit);
	case WORD_GOOD:    return good_find(said, &measure->good);
	case WORD_TITLE:   measure->title = said; return true;
	case WORD_PART_OF: measure->part_of = said; return true;
	}
	return false;
}

static Str
words_allowed(enum own_word word, struct arena *perm)
{
	if (word == WORD_GOOD)
		return S("write up, down or neither");
	struct text text = text_new(perm);
	text_add(&text, S("write one of"));
	for (int u = 0; u < UNITS; u++)
		text_format(&text, "%s %.*s", u ? "," : "", STR_ARG(unit_name((enum unit)u)));
	return text_str(&text);
}

/* One word that a row says of its measure: the first defines it, the others must agree. */
static void
take_word(struct own_reader *r, struct own_row *row, enum own_word word)
{
	struct own_definition *d = &r->definitions[row->definition];
	enum own_column column = word_column[word];
	struct own_measure before = d->measure;
	Str said = row->cell[column], code = own_columns[column].name;
	if (said.len == 0)
		return;
	if (d->said[word].len && !str_equal_fold(d->said[word], said)) {
		mistake(r, row, column, code,
		        str_format(r->perm, "differs from \"%.*s\" on line %d, which is about the same measure",
		                   STR_ARG(shown(d->said[word], r->perm)), d->said_on[word]),
		        S("say it once, or alike on every row"));
		return;
	}
	if (!define(&d->measure, word, said)) {
		mistake(r, row, column, code, S("is not known"), words_allowed(word, r->perm));
		return;
	}
	bool dfes = before.dfe != NO_MEASURE;
	if (dfes && (before.unit != d->measure.unit || before.good != d->measure.good)) {
		d->measure = before;
		mistake(r, row, column, code,
		        str_format(r->perm, "is not how DfE defines %.*s, so the two could not be compared",
		                   STR_ARG(before.name)),
		        word == WORD_UNIT
		        ? str_format(r->perm, "DfE's unit is %.*s: give this measure a name of its own",
		                     STR_ARG(unit_name(before.unit)))
		        : S("leave it empty: DfE's direction is used"));
		return;
	}
	if (d->said[word].len == 0) {
		d->said[word] = said;
		d->said_on[word] = row->line;
	}
}

/* ---- one row --------------------------------------------------------------------------------- */

static void
take_cells(struct own_reader *r, const struct csv_row *from, struct own_row *row)
{
	*row = (struct own_row){ .line = from->line, .sound = true, .area = NO_AREA, .definition = -1 };
	for (int i = 0; i < OWN_COLUMNS; i++)
		if (r->column[i] && r->column[i] <= from->count)
			row->cell[i] = str_trim(from->fields[r->column[i] - 1]);
	row->record = str_format(r->perm, "%.*s %.*s %.*s", STR_ARG(shown(row->cell[OWN_AREA], r->perm)),
	                         STR_ARG(shown(row->cell[OWN_MEASURE], r->perm)),
	                         STR_ARG(shown(row->cell[OWN_DATE], r->perm)));
}

static void
check_there(struct own_reader *r, struct own_row *row)
{
	for (int i = 0; i < OWN_COLUMNS; i++)
		if (own_columns[i].needed && row->cell[i].len == 0)
			mistake(r, row, (enum own_column)i, S("missing"), S("is empty"),
			        S("fill it in: each row needs an area, a measure, a date and a source"));
	if (row->cell[OWN_VALUE].len == 0 && row->cell[OWN_NUMERATOR].len == 0)
		mistake(r, row, r->column[OWN_VALUE] ? OWN_VALUE : OWN_NUMERATOR, S("missing"),
		        S("is empty, and so is the other"), S("give a value or a numerator"));
}

void
own_row_take(struct own_reader *r, const struct csv_row *from, struct own_row *row)
{
	take_cells(r, from, row);
	check_there(r, row);
	check_words(r, row, OWN_SOURCE, OWN_SOURCE_MOST);
	check_words(r, row, OWN_TITLE, OWN_TITLE_MOST);
	check_words(r, row, OWN_PART_OF, OWN_NAME_MOST);
	take_area(r, row);
	take_measure(r, row);
	take_date(r, row);
	row->numerator = take_number(r, row, OWN_NUMERATOR);
	row->denominator = take_number(r, row, OWN_DENOMINATOR);
	row->value = take_number(r, row, OWN_VALUE);
	for (int word = 0; word < OWN_WORDS && row->definition >= 0; word++)
		take_word(r, row, (enum own_word)word);
}

