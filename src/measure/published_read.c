/* published_read.c: releases and neighbours read from the project's own text. */
#include "measure/published_format.h"

#include <string.h>

#include "base/error.h"
#include "measure/release_draft.h"

struct reader {
	Str rest;
	int line;                /* of the line last taken, from 1 */
	struct error *err;
	struct arena *perm;
};

/* The next line without its end; false at the end of the text, or where the end is missing. */
static bool
take_line(struct reader *in, Str *line)
{
	const char *end = in->rest.len ? memchr(in->rest.at, '\n', (size_t)in->rest.len) : NULL;
	in->line++;
	if (!end)
		return fail(in->err, "line %d: the text is cut short", in->line);
	*line = str_upto(in->rest, end - in->rest.at);
	in->rest = str_from(in->rest, line->len + 1);
	return true;
}

static bool
take_exactly(struct reader *in, Str wanted)
{
	Str line;
	if (!take_line(in, &line))
		return false;
	return str_equal(line, wanted)
	    || fail(in->err, "line %d: should be \"%.*s\"", in->line, STR_ARG(wanted));
}

/* The value of a "key: value" line. */
static bool
take_value(struct reader *in, Str key, Str *value)
{
	Str line;
	if (!take_line(in, &line))
		return false;
	if (!str_begins(line, key) || !str_begins(str_from(line, key.len), S(": ")))
		return fail(in->err, "line %d: should begin \"%.*s: \"", in->line, STR_ARG(key));
	*value = str_from(line, key.len + 2);
	if (value->len > HEADER_BYTES_MOST || !str_utf8(*value, NULL))
		return fail(in->err, "line %d: the value is too long or is not text", in->line);
	*value = str_copy(*value, in->perm);
	return true;
}

/* A whole number from `least` to `most`, written as such. */
static bool
whole_number(Str text, int least, int most, int *number)
{
	struct parsed_decimal d = parse_decimal(text, 0, false);
	if (!d.ok || d.micro / MICRO < least || d.micro / MICRO > most)
		return false;
	*number = (int)(d.micro / MICRO);
	return true;
}

static bool
take_years(struct reader *in, struct release *about)
{
	Str value;
	if (!take_value(in, S("years"), &value))
		return false;
	Str first = str_cut(&value, ' ');
	if (!whole_number(first, FIRST_YEAR, LAST_YEAR, &about->first_year)
	    || !whole_number(value, about->first_year, LAST_YEAR, &about->last_year)
	    || about->last_year - about->first_year >= YEARS_MOST)
		return fail(in->err, "line %d: should be the first and last census year", in->line);
	return true;
}

/* Which measures the columns are; one may be left out, none may stand twice or be unknown. */
struct columns { enum measure_id at[MEASURES]; int count; };

static bool
take_columns(struct reader *in, struct columns *columns)
{
	Str line;
	if (!take_line(in, &line))
		return false;
	if (!str_equal(str_cut(&line, ' '), S("measures:")))
		return fail(in->err, "line %d: should begin \"measures: \"", in->line);
	bool had[MEASURES] = { false };
	while (line.at) {
		Str name = str_cut(&line, ' ');
		enum measure_id m = measure_find(name);
		if (m == NO_MEASURE || had[m])
			return fail(in->err, "line %d: a measure is unknown or stands twice", in->line);
		had[m] = true;
		columns->at[columns->count++] = m;
	}
	return columns->count > 0 || fail(in->err, "line %d: names no measure", in->line);
}

static int
area_with_slug(const struct area *areas, int count, Str slug)
{
	for (int i = 0; i < count; i++)
		if (str_equal(areas[i].slug, slug))
			return i;
	return NO_AREA;
}

static Str
from_dash(Str text)
{
	return str_equal(text, S("-")) ? (Str){ 0 } : text;
}

static bool
level_find(Str name, enum area_level *level)
{
	for (int i = 0; i <= AUTHORITY; i++)
		if (str_equal(area_level_names[i], name)) {
			*level = (enum area_level)i;
			return true;
		}
	return false;
}

static bool
slug_fits(Str slug)
{
	for (ptrdiff_t i = 0; i < slug.len; i++) {
		char c = slug.at[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return slug.len > 0 && slug.len <= 2 * NAME_BYTES_MOST;
}

/* Whether codes fit the level, and no area before has them. */
static bool
codes_are_new(const struct area *a, const struct area *areas, int count)
{
	bool authority = a->level == AUTHORITY;
	if (!ons_code_fits(a->code) || (authority ? !old_code_fits(a->old_code) : a->old_code.len > 0))
		return false;
	if (a->former_code.len && !ons_code_fits(a->former_code))
		return false;
	for (int i = 0; i < count; i++)
		if (str_equal(areas[i].code, a->code)
		    || (authority && str_equal(areas[i].old_code, a->old_code)))
			return false;
	return true;
}

/* One line of the list of areas; parents stand before their children. */
static bool
take_area(struct reader *in, struct area *areas, int count)
{
	Str line, fields[7];
	if (!take_line(in, &line))
		return false;
	line = str_copy(line, in->perm);
	for (int i = 0; i < 7; i++)
		fields[i] = str_cut(&line, '\t');
	struct area a = {
		.slug = fields[0], .code = fields[2], .old_code = from_dash(fields[3]),
		.former_code = from_dash(fields[4]), .name = fields[6],
		.parent = area_with_slug(areas, count, fields[5]) };
	if (line.at || !slug_fits(a.slug) || !level_find(fields[1], &a.level) || !name_fits(a.name))
		return fail(in->err, "line %d: is not an area", in->line);
	if (area_with_slug(areas, count, a.slug) != NO_AREA || !codes_are_new(&a, areas, count))
		return fail(in->err, "line %d: a code is not a code, or an area stands twice", in->line);
	if ((a.level == COUNTRY) != (count == 0) || (a.level == COUNTRY) != (a.parent == NO_AREA))
		return fail(in->err, "line %d: the country stands first and every other area within one "
		            "before it", in->line);
	if (a.parent != NO_AREA && areas[a.parent].level == AUTHORITY)
		return fail(in->err, "line %d: no area is within an authority", in->line);
	areas[count] = a;
	return true;
}

static bool
take_areas(struct reader *in, struct release_draft *draft)
{
	Str value;
	int count;
	if (!take_value(in, S("areas"), &value))
		return false;
	if (!whole_number(value, 1, AREAS_MOST, &count))
		return fail(in->err, "line %d: should be the number of areas, at most %d", in->line,
		            AREAS_MOST);
	draft->areas = new(in->perm, count, struct area);
	for (; draft->count < count; draft->count++)
		if (!take_area(in, draft->areas, draft->count))
			return false;
	return true;
}

static bool
read_cell(Str text, Figure *figure)
{
	if (str_equal(text, S("-"))) {
		*figure = figure_absent(NOT_PUBLISHED);
		return true;
	}
	return figure_parse(text, figure)
	    && (!figure_present(*figure) || (figure->micro >= 0 && figure->micro <= CELL_MOST));
}

/* Figures stand by area, in the order of the list, then by year: so none can stand twice. */
struct cursor { int area, year; };

static bool
take_row(struct reader *in, Str line, const struct release_draft *draft,
         const struct columns *columns, struct cursor *cursor, Figure *cells)
{
	const struct release *r = &draft->about;
	Str slug = str_cut(&line, ' '), year_text = str_cut(&line, ' ');
	int area = cursor->area, year;
	while (area < draft->count && !str_equal(draft->areas[area].slug, slug))
		area++;
	if (area == draft->count || !whole_number(year_text, r->first_year, r->last_year, &year)
	    || (area == cursor->area && year <= cursor->year))
		return fail(in->err, "line %d: the area or year is unknown, or out of order", in->line);
	Figure *row = cells + ((ptrdiff_t)area * (r->last_year - r->first_year + 1)
	                       + (year - r->first_year)) * MEASURES;
	for (int i = 0; i < columns->count; i++) {
		if (!line.at)
			return fail(in->err, "line %d: has too few figures", in->line);
		if (!read_cell(str_cut(&line, ' '), &row[columns->at[i]]))
			return fail(in->err, "line %d: figure %d is neither a number nor a symbol",
			            in->line, i + 1);
	}
	*cursor = (struct cursor){ area, year };
	return !line.at || fail(in->err, "line %d: has too many figures", in->line);
}

static bool
take_rows(struct reader *in, struct release_draft *draft, const struct columns *columns)
{
	ptrdiff_t years = draft->about.last_year - draft->about.first_year + 1;
	ptrdiff_t count = draft->count * years * MEASURES;
	Figure *cells = new(in->perm, count, Figure);
	struct cursor cursor = { 0 };
	Str line;
	for (ptrdiff_t i = 0; i < count; i++)
		cells[i].absent = NOT_PUBLISHED;
	draft->about.cells = cells;
	if (!take_exactly(in, S("figures:")))
		return false;
	for (;;) {
		if (!take_line(in, &line))
			return false;
		if (str_equal(line, S("end")))
			break;
		if (!take_row(in, line, draft, columns, &cursor, cells))
			return false;
	}
	return in->rest.len == 0 || fail(in->err, "line %d: text follows the end", in->line + 1);
}

static bool
take_release(struct reader *in, struct release_draft *draft)
{
	struct columns columns = { .count = 0 };
	if (!take_exactly(in, S(RELEASE_FIRST_LINE)))
		return false;
	for (int i = 0; i < RELEASE_HEADER_FIELDS; i++)
		if (!take_value(in, release_header_keys[i], release_header_field(&draft->about, i)))
			return false;
	return take_years(in, &draft->about) && take_columns(in, &columns) && take_areas(in, draft)
	    && take_rows(in, draft, &columns);
}

bool
release_read(struct published *p, Str text, bool built_in, struct arena *perm, struct error *err)
{
	struct reader in = { .rest = text, .err = err, .perm = perm };
	struct release_draft draft = { .about.built_in = built_in };
	if (!take_release(&in, &draft))
		return fail_within(err, "not a release that can be read");
	return release_join(p, &draft, perm, err);
}

/* ---- neighbours ------------------------------------------------------------------------------ */

static bool
take_neighbour(struct reader *in, Str line, const struct areas *areas, struct neighbours *all)
{
	Str of_slug = str_cut(&line, '\t'), slug = str_cut(&line, '\t');
	int of = area_with_slug(areas->at, areas->count, of_slug);
	int area = area_with_slug(areas->at, areas->count, slug);
	if (of == NO_AREA || area == NO_AREA || of == area || !name_fits(line))
		return fail(in->err, "line %d: is not an area, a neighbour and how close it is", in->line);
	struct neighbours *n = &all[of];
	for (int i = 0; i < n->count; i++)
		if (n->at[i].area == area)
			return fail(in->err, "line %d: the neighbour stands twice", in->line);
	if (n->count == NEIGHBOURS_MOST)
		return fail(in->err, "line %d: an area has at most %d neighbours", in->line,
		            NEIGHBOURS_MOST);
	n->at[n->count++] = (struct neighbour){ area, str_copy(line, in->perm) };
	return true;
}

static bool
take_neighbours(struct reader *in, const struct areas *areas, Str *model, Str *source,
                struct neighbours *all)
{
	Str line;
	if (!take_exactly(in, S(NEIGHBOURS_FIRST_LINE)) || !take_value(in, S("model"), model)
	    || !take_value(in, S("source"), source) || !take_exactly(in, S("pairs:")))
		return false;
	for (;;) {
		if (!take_line(in, &line))
			return false;
		if (str_equal(line, S("end")))
			break;
		if (!take_neighbour(in, line, areas, all))
			return false;
	}
	return in->rest.len == 0 || fail(in->err, "line %d: text follows the end", in->line + 1);
}

bool
neighbours_read(struct published *p, Str text, struct arena *perm, struct error *err)
{
	struct reader in = { .rest = text, .err = err, .perm = perm };
	struct neighbours *all = new(perm, p->areas.count + 1, struct neighbours);
	Str model, source;
	if (!take_neighbours(&in, &p->areas, &model, &source, all))
		return fail_within(err, "not a table of neighbours that can be read");
	p->neighbours = all;
	p->neighbour_model = model;
	p->neighbour_source = source;
	return true;
}
