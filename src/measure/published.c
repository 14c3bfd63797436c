/* published.c: what has been published, kept by release, and the joining of a release to it. */
#include "measure/published.h"

#include <assert.h>
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "measure/release_draft.h"

/* ---- reading --------------------------------------------------------------------------------- */

static ptrdiff_t
years_of(const struct release *r)
{
	return r->last_year - r->first_year + 1;
}

/* The cells of one area and year, MEASURES of them. */
static ptrdiff_t
cells_at(const struct release *r, int area, int year)
{
	return ((ptrdiff_t)area * years_of(r) + (year - r->first_year)) * MEASURES;
}

Figure
release_value(const struct published *p, int release, int area, enum measure_id m, int year)
{
	assert(m >= 0 && m < MEASURES);
	if (release < 0 || release >= p->release_count || area < 0 || area >= p->areas.count)
		return figure_absent(NOT_PUBLISHED);
	const struct release *r = &p->releases[release];
	if (year < r->first_year || year > r->last_year)
		return figure_absent(NOT_PUBLISHED);
	return r->cells[cells_at(r, area, year) + m];
}

int
published_release_of(const struct published *p, int area, enum measure_id m, int year)
{
	for (int r = 0; r < p->release_count; r++)
		if (release_value(p, r, area, m, year).absent != NOT_PUBLISHED)
			return r;
	return -1;
}

Figure
published_value(const struct published *p, int area, enum measure_id m, int year)
{
	return release_value(p, published_release_of(p, area, m, year), area, m, year);
}

int
published_latest_year(const struct published *p, int area, enum measure_id m)
{
	for (int year = p->last_year; year >= p->first_year && p->release_count; year--)
		if (published_release_of(p, area, m, year) >= 0)
			return year;
	return 0;
}

/* ---- what is fit to keep --------------------------------------------------------------------- */

bool
name_fits(Str name)
{
	for (ptrdiff_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7F)
			return false;
	return name.len > 0 && name.len <= NAME_BYTES_MOST && str_utf8(name, NULL)
	    && str_trim(name).len == name.len;
}

static bool
digits(Str text, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	return text.len == count;
}

/* One code of `length`, a letter first if `lettered`; or several joined by " / ". */
static bool
codes_fit(Str codes, ptrdiff_t length, bool lettered)
{
	for (int parts = 0; parts < 4; parts++) {
		if (codes.len < length)
			return false;
		Str code = str_upto(codes, length);
		if (lettered && (code.at[0] < 'A' || code.at[0] > 'Z'))
			return false;
		if (!digits(str_from(code, lettered), length - lettered))
			return false;
		codes = str_from(codes, length);
		if (codes.len == 0)
			return true;
		if (!str_begins(codes, S(" / ")))
			return false;
		codes = str_from(codes, 3);
	}
	return false;
}

bool
ons_code_fits(Str code)
{
	return codes_fit(code, 9, true);
}

bool
old_code_fits(Str code)
{
	return codes_fit(code, 3, false);
}

/* ---- slugs ----------------------------------------------------------------------------------- */

static Str
slug_of(Str name, struct arena *perm)
{
	struct text slug = text_new(perm);
	for (ptrdiff_t i = 0; i < name.len; i++) {
		char c = name.at[i];
		c = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
		bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (kept)
			text_char(&slug, c);
		else if (c != '\'' && slug.len && slug.at[slug.len - 1] != '-')
			text_char(&slug, '-');
	}
	while (slug.len && slug.at[slug.len - 1] == '-')
		slug.len--;
	return text_str(&slug);
}

/* Of areas that share a name, one keeps the plain slug: the one that lasts longest. */
static bool
another_keeps_slug(const struct area *areas, int count, const Str *plain, int i)
{
	for (int j = 0; j < count; j++)
		if (j != i && str_equal(plain[j], plain[i])
		    && (areas[j].last_year > areas[i].last_year
		        || (areas[j].last_year == areas[i].last_year
		            && str_compare(areas[j].code, areas[i].code) < 0)))
			return true;
	return false;
}

static bool
slug_taken(const struct area *areas, int count, const Str *plain, Str slug)
{
	for (int j = 0; j < count; j++)
		if (str_equal(areas[j].slug, slug) || str_equal(plain[j], slug))
			return true;
	return false;
}

/* Gives every area its slug. It depends on names, years and codes alone, not on the order. */
static void
set_slugs(struct area *areas, int count, struct arena *perm)
{
	Str *plain = new(perm, count, Str);
	for (int i = 0; i < count; i++) {
		plain[i] = slug_of(areas[i].name, perm);
		if (plain[i].len == 0)
			plain[i] = slug_of(areas[i].code, perm);
		areas[i].slug = (Str){ 0 };
	}
	for (int i = 0; i < count; i++) {
		Str slug = plain[i];
		if (another_keeps_slug(areas, count, plain, i)) {
			slug = str_format(perm, "%.*s-to-%d", STR_ARG(slug), areas[i].last_year);
			if (slug_taken(areas, count, plain, slug))
				slug = str_format(perm, "%.*s-%.*s", STR_ARG(slug),
				                  STR_ARG(slug_of(areas[i].code, perm)));
		}
		areas[i].slug = slug;
	}
}

/* ---- joining a release ----------------------------------------------------------------------- */

static bool
same_area(const struct area *a, const struct area *b)
{
	if (a->level != b->level)
		return false;
	if (a->level == AUTHORITY)
		return str_equal(a->old_code, b->old_code);
	return a->level == COUNTRY || str_equal(a->code, b->code);
}

static int
find_same(const struct area *areas, int count, const struct area *wanted)
{
	for (int i = 0; i < count; i++)
		if (same_area(&areas[i], wanted))
			return i;
	return NO_AREA;
}

/* What the two releases that know an area say of it: the later one's words, and the code before. */
static struct area
newer_of(struct area had, struct area has, bool has_is_later)
{
	struct area later = has_is_later ? has : had, earlier = has_is_later ? had : has;
	if (later.former_code.len == 0)
		later.former_code = str_equal(later.code, earlier.code) ? earlier.former_code
		                                                        : earlier.code;
	return later;
}

/* A block of cells for `count` areas, blank where the release says nothing. `place` gives each old
 * area's place in the new block, or is NULL when places stay. */
static const Figure *
spread_cells(const struct release *r, int areas, const int *place, int count, struct arena *perm)
{
	ptrdiff_t row = years_of(r) * MEASURES;
	Figure *cells = new(perm, count * row, Figure);
	for (ptrdiff_t i = 0; i < count * row; i++)
		cells[i].absent = NOT_PUBLISHED;
	for (int i = 0; i < areas; i++)
		memcpy(cells + (place ? place[i] : i) * row, r->cells + i * row,
		       (size_t)row * sizeof *cells);
	return cells;
}

static bool
year_has_figures(const struct release *r, int area, int year)
{
	for (int m = 0; m < MEASURES; m++)
		if (r->cells[cells_at(r, area, year) + m].absent != NOT_PUBLISHED)
			return true;
	return false;
}

static void
set_years(struct published *p, struct area *area, int i)
{
	area->first_year = area->last_year = 0;
	for (int k = 0; k < p->release_count; k++) {
		const struct release *r = &p->releases[k];
		for (int year = r->first_year; year <= r->last_year; year++) {
			if (!year_has_figures(r, i, year))
				continue;
			if (area->first_year == 0 || year < area->first_year)
				area->first_year = year;
			if (year > area->last_year)
				area->last_year = year;
		}
	}
}

static void
insert_release(struct published *p, struct release r)
{
	int at = 0;
	while (at < p->release_count && p->releases[at].last_year > r.last_year)
		at++;
	for (int i = p->release_count; i > at; i--)
		p->releases[i] = p->releases[i - 1];
	p->releases[at] = r;
	p->release_count++;
	p->first_year = p->releases[0].first_year;
	p->last_year = p->releases[0].last_year;
	for (int i = 1; i < p->release_count; i++)
		if (p->releases[i].first_year < p->first_year)
			p->first_year = p->releases[i].first_year;
}

/* Draft areas into `areas`; `place` says where each went. Gives the new count. */
static int
join_areas(struct area *areas, int count, const struct release_draft *draft, bool later, int *place)
{
	int known = count;
	for (int i = 0; i < draft->count; i++) {
		int at = find_same(areas, known, &draft->areas[i]);
		place[i] = at == NO_AREA ? count++ : at;
	}
	for (int i = 0; i < draft->count; i++) {
		struct area area = draft->areas[i];
		area.parent = area.parent == NO_AREA ? NO_AREA : place[area.parent];
		bool had = place[i] < known;
		areas[place[i]] = had ? newer_of(areas[place[i]], area, later) : area;
	}
	return count;
}

static const struct neighbours *
spread_neighbours(const struct published *p, int count, struct arena *perm)
{
	struct neighbours *neighbours = new(perm, count, struct neighbours);
	if (p->neighbours)
		memcpy(neighbours, p->neighbours, (size_t)p->areas.count * sizeof *neighbours);
	return neighbours;
}

bool
release_join(struct published *p, const struct release_draft *draft, struct arena *perm,
             struct error *err)
{
	if (p->release_count == RELEASES_MOST)
		return fail(err, "there are %d releases already, the most that are kept", RELEASES_MOST);
	int had = p->areas.count;
	struct area *areas = new(perm, had + draft->count, struct area);
	int *place = new(perm, draft->count, int);
	if (had)
		memcpy(areas, p->areas.at, (size_t)had * sizeof *areas);
	bool later = draft->about.last_year >= p->last_year;
	int count = join_areas(areas, had, draft, later, place);

	for (int r = 0; r < p->release_count && count > had; r++)
		p->releases[r].cells = spread_cells(&p->releases[r], had, NULL, count, perm);
	struct release joined = draft->about;
	joined.cells = spread_cells(&draft->about, draft->count, place, count, perm);
	p->neighbours = spread_neighbours(p, count, perm);
	insert_release(p, joined);
	for (int i = 0; i < count; i++) {
		set_years(p, &areas[i], i);
		if (areas[i].level == COUNTRY)
			p->england = i;
	}
	set_slugs(areas, count, perm);
	p->areas = (struct areas){ areas, count };
	return true;
}

/* ---- what came with the program -------------------------------------------------------------- */

void
published_built_in(struct published *p, struct arena *perm)
{
	struct error err = { "" };
	*p = (struct published){ 0 };
	for (int i = 0; i < embedded_count; i++) {
		Str name = str_of(embedded_files[i].name);
		if (!str_begins(name, S("data/release-")))
			continue;
		bool read = release_read(p, embedded_file(name), true, perm, &err);
		assert(read);
	}
	for (int i = 0; i < embedded_count; i++) {
		Str name = str_of(embedded_files[i].name);
		if (!str_begins(name, S("data/neighbours-")))
			continue;
		bool read = neighbours_read(p, embedded_file(name), perm, &err);
		assert(read);
	}
	assert(p->release_count > 0);
}
