/* published_format.c: releases and neighbours as text (docs/methods/published-format.md). */
#include "measure/published_format.h"

#include <assert.h>

static const size_t header_places[RELEASE_HEADER_FIELDS] = {
	offsetof(struct release, name), offsetof(struct release, title),
	offsetof(struct release, publisher), offsetof(struct release, published),
	offsetof(struct release, licence), offsetof(struct release, attribution),
	offsetof(struct release, address), offsetof(struct release, file),
	offsetof(struct release, sha256),
};

const Str release_header_keys[RELEASE_HEADER_FIELDS] = {
	STR("name"), STR("title"), STR("publisher"), STR("published"), STR("licence"),
	STR("attribution"), STR("address"), STR("file"), STR("sha256"),
};

const Str area_level_names[AUTHORITY + 1] = {
	[COUNTRY] = STR("country"), [REGION] = STR("region"), [AUTHORITY] = STR("authority"),
};

Str *
release_header_field(struct release *r, int field)
{
	return (Str *)(void *)((char *)r + header_places[field]);
}

/* The shortest decimal that is exactly the figure, or its symbol, or "-" where nothing is said. */
static void
write_cell(struct text *out, Figure figure)
{
	if (figure.absent == NOT_PUBLISHED) {
		text_char(out, '-');
		return;
	}
	if (!figure_present(figure)) {
		text_add(out, absent_symbol(figure.absent));
		return;
	}
	assert(figure.micro >= 0);
	int64_t fraction = figure.micro % MICRO;
	text_format(out, "%lld", (long long)(figure.micro / MICRO));
	int places = 6;
	for (; fraction && fraction % 10 == 0; places--)
		fraction /= 10;
	if (fraction)
		text_format(out, ".%0*lld", places, (long long)fraction);
}

static bool
has_figures(const struct published *p, int release, int area, int year)
{
	for (int m = 0; m < MEASURES; m++)
		if (release_value(p, release, area, (enum measure_id)m, year).absent != NOT_PUBLISHED)
			return true;
	return false;
}

static bool
in_release(const struct published *p, int release, int area)
{
	const struct release *r = &p->releases[release];
	for (int year = r->first_year; year <= r->last_year; year++)
		if (has_figures(p, release, area, year))
			return true;
	return false;
}

/* England, then regions by code, then authorities by slug: the same whatever order they came in. */
static bool
stands_before(const struct area *a, const struct area *b)
{
	if (a->level != b->level)
		return a->level < b->level;
	return a->level == REGION ? str_compare(a->code, b->code) < 0
	                          : str_compare(a->slug, b->slug) < 0;
}

/* The areas of a release in the order they are written. Gives how many. */
static int
ordered_areas(const struct published *p, int release, int *order)
{
	int count = 0;
	for (int i = 0; i < p->areas.count; i++) {
		if (!in_release(p, release, i))
			continue;
		int at = count++;
		for (; at > 0 && stands_before(&p->areas.at[i], &p->areas.at[order[at - 1]]); at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	return count;
}

static Str
or_dash(Str text)
{
	return text.len ? text : S("-");
}

static void
write_area(struct text *out, const struct areas *areas, int i)
{
	const struct area *a = &areas->at[i];
	Str parent = a->parent == NO_AREA ? S("-") : areas->at[a->parent].slug;
	text_format(out, "%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(a->slug),
	            STR_ARG(area_level_names[a->level]), STR_ARG(a->code), STR_ARG(or_dash(a->old_code)),
	            STR_ARG(or_dash(a->former_code)), STR_ARG(parent), STR_ARG(a->name));
}

static void
write_rows(struct text *out, const struct published *p, int release, int area)
{
	const struct release *r = &p->releases[release];
	for (int year = r->first_year; year <= r->last_year; year++) {
		if (!has_figures(p, release, area, year))
			continue;
		text_format(out, "%.*s %d", STR_ARG(p->areas.at[area].slug), year);
		for (int m = 0; m < MEASURES; m++) {
			text_char(out, ' ');
			write_cell(out, release_value(p, release, area, (enum measure_id)m, year));
		}
		text_char(out, '\n');
	}
}

Str
release_write(const struct published *p, int release, struct arena *perm)
{
	assert(release >= 0 && release < p->release_count);
	struct release r = p->releases[release];
	int *order = new(perm, p->areas.count, int);
	int count = ordered_areas(p, release, order);
	struct text out = text_new(perm);
	text_add(&out, S(RELEASE_FIRST_LINE "\n"));
	for (int i = 0; i < RELEASE_HEADER_FIELDS; i++)
		text_format(&out, "%.*s: %.*s\n", STR_ARG(release_header_keys[i]),
		            STR_ARG(*release_header_field(&r, i)));
	text_format(&out, "years: %d %d\nmeasures:", r.first_year, r.last_year);
	for (int m = 0; m < MEASURES; m++)
		text_format(&out, " %.*s", STR_ARG(measures[m].name));
	text_format(&out, "\nareas: %d\n", count);
	for (int i = 0; i < count; i++)
		write_area(&out, &p->areas, order[i]);
	text_add(&out, S("figures:\n"));
	for (int i = 0; i < count; i++)
		write_rows(&out, p, release, order[i]);
	text_add(&out, S("end\n"));
	return text_str(&out);
}

Str
neighbours_write(const struct published *p, struct arena *perm)
{
	struct text out = text_new(perm);
	int *order = new(perm, p->areas.count, int), count = 0;
	for (int r = 0; r < p->release_count && count == 0; r++)
		count = ordered_areas(p, r, order);
	text_format(&out, NEIGHBOURS_FIRST_LINE "\nmodel: %.*s\nsource: %.*s\npairs:\n",
	            STR_ARG(p->neighbour_model), STR_ARG(p->neighbour_source));
	for (int i = 0; i < count; i++) {
		const struct neighbours *n = &p->neighbours[order[i]];
		for (int k = 0; k < n->count; k++)
			text_format(&out, "%.*s\t%.*s\t%.*s\n",
			            STR_ARG(p->areas.at[order[i]].slug),
			            STR_ARG(p->areas.at[n->at[k].area].slug), STR_ARG(n->at[k].closeness));
	}
	text_add(&out, S("end\n"));
	return text_str(&out);
}

