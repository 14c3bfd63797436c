/* area.c: finding places by what people write. */
#include "workforce/area.h"

#include <string.h>

/* Longer than any name, slug or query that can fit one; readers of areas keep to less. */
enum { PLAIN_MOST = 256 };

/* Text as it is compared: lower case, single blanks, "&" as "and", "saint" as "st". */
struct plain { char at[PLAIN_MOST]; ptrdiff_t len; bool whole; };

static void
plain_char(struct plain *plain, char c)
{
	bool blank = c == ' ';
	if (blank && (plain->len == 0 || plain->at[plain->len - 1] == ' '))
		return;
	if (plain->len < PLAIN_MOST)
		plain->at[plain->len++] = c;
	else
		plain->whole = false;
}

static bool
kept(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static void
plain_word(struct plain *plain, Str word)
{
	if (str_equal(word, S("&")))
		word = S("and");
	if (str_equal_fold(word, S("saint")))
		word = S("st");
	for (ptrdiff_t i = 0; i < word.len; i++) {
		char c = word.at[i];
		c = c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
		if (c == '\'' || c == '.')
			continue;
		plain_char(plain, kept(c) ? c : ' ');
	}
	plain_char(plain, ' ');
}

/* One word up to a blank, hyphen, comma or stroke; an ampersand is a word. */
static Str
take_word(Str *text)
{
	ptrdiff_t end = 0;
	while (end < text->len && !memchr(" \t\r\n-,/&_()", text->at[end], 11))
		end++;
	if (end == 0 && text->len)
		end = 1;
	Str word = str_upto(*text, end);
	*text = str_from(*text, end);
	return word;
}

static struct plain
plain_of(Str text)
{
	struct plain plain = { .whole = true };
	while (text.len && plain.whole)
		plain_word(&plain, take_word(&text));
	while (plain.len && plain.at[plain.len - 1] == ' ')
		plain.len--;
	return plain;
}

static Str
plain_str(const struct plain *plain)
{
	return (Str){ plain->at, plain->len };
}

/* The next of the parts of a joint return's name or code, which stand apart by " / ". */
static Str
next_part(Str *joint)
{
	ptrdiff_t at = str_find(*joint, S(" / "));
	Str part = at < 0 ? *joint : str_upto(*joint, at);
	*joint = at < 0 ? (Str){ 0 } : str_from(*joint, at + 3);
	return part;
}

/* Whether `text` is all of `whole`, or of one of its parts, letters in either case. */
static bool
is_whole_or_part(Str whole, Str text)
{
	if (str_equal_fold(whole, text))
		return true;
	while (whole.len)
		if (str_equal_fold(next_part(&whole), text))
			return true;
	return false;
}

static bool
is_exactly(const struct area *area, Str text)
{
	return str_equal_fold(area->slug, text) || is_whole_or_part(area->name, text)
	    || is_whole_or_part(area->code, text) || is_whole_or_part(area->old_code, text)
	    || is_whole_or_part(area->former_code, text);
}

int
area_exact(const struct areas *areas, Str text)
{
	int best = NO_AREA;
	text = str_trim(text);
	for (int i = 0; text.len && i < areas->count; i++) {
		if (str_equal_fold(areas->at[i].slug, text))
			return i;
		if (is_exactly(&areas->at[i], text)
		    && (best == NO_AREA || areas->at[i].last_year > areas->at[best].last_year))
			best = i;
	}
	return best;
}

/* ---- search ---------------------------------------------------------------------------------- */

/* How well an area fits; smaller is better. */
enum fit { EXACT, NAME_BEGINS, WORD_BEGINS, CONTAINS, IN_REGION, NO_FIT };

static bool
all_words_within(Str query, Str name, bool at_word_begin)
{
	while (query.len) {
		Str word = str_cut(&query, ' '), rest = name;
		bool fits = false;
		while (!fits && rest.len) {
			Str held = at_word_begin ? str_cut(&rest, ' ') : rest;
			fits = at_word_begin ? str_begins(held, word) : str_find(held, word) >= 0;
			if (!at_word_begin)
				break;
		}
		if (!fits)
			return false;
	}
	return true;
}

/* How a query in plain form fits one name. */
static enum fit
fit_of_name(Str query, Str name)
{
	struct plain plain = plain_of(name);
	Str held = plain_str(&plain);
	if (str_equal(held, query))
		return EXACT;
	if (str_begins(held, query))
		return NAME_BEGINS;
	if (all_words_within(query, held, true))
		return WORD_BEGINS;
	return all_words_within(query, held, false) ? CONTAINS : NO_FIT;
}

static enum fit
better(enum fit a, enum fit b)
{
	return a < b ? a : b;
}

static enum fit
fit_of(const struct area *area, Str query, Str typed)
{
	if (is_exactly(area, typed))
		return EXACT;
	enum fit fit = better(fit_of_name(query, area->name), fit_of_name(query, area->slug));
	for (Str joint = area->name; joint.len && fit > EXACT;)
		fit = better(fit, fit_of_name(query, next_part(&joint)));
	return fit;
}

/* Whether a region above this area is exactly what was typed. */
static bool
in_region_named(const struct areas *areas, int i, Str query, Str typed)
{
	int above = areas->at[i].parent;
	for (int steps = 0; above != NO_AREA && steps < 4; steps++) {
		const struct area *region = &areas->at[above];
		if (region->level == REGION
		    && (is_exactly(region, typed) || fit_of_name(query, region->name) == EXACT))
			return true;
		above = region->parent;
	}
	return false;
}

static int
latest_year(const struct areas *areas)
{
	int latest = 0;
	for (int i = 0; i < areas->count; i++)
		latest = areas->at[i].last_year > latest ? areas->at[i].last_year : latest;
	return latest;
}

struct hit { enum fit fit; bool former; int area; };

static bool
hit_before(const struct areas *areas, struct hit a, struct hit b)
{
	if (a.fit != b.fit)
		return a.fit < b.fit;
	if (a.former != b.former)
		return b.former;
	int names = str_compare(areas->at[a.area].name, areas->at[b.area].name);
	return names ? names < 0 : a.area < b.area;
}

static struct hit
hit_of(const struct areas *areas, int i, Str query, Str typed)
{
	struct hit hit = { fit_of(&areas->at[i], query, typed), false, i };
	if (hit.fit == NO_FIT && in_region_named(areas, i, query, typed))
		hit.fit = IN_REGION;
	hit.former = areas->at[i].last_year < latest_year(areas);
	return hit;
}

int
area_search(const struct areas *areas, Str text, int found[], int most)
{
	struct plain plain = plain_of(text);
	Str query = plain_str(&plain), typed = str_trim(text);
	int count = 0;
	if (query.len == 0 || !plain.whole)
		return 0;
	for (int i = 0; i < areas->count && most > 0; i++) {
		struct hit hit = hit_of(areas, i, query, typed);
		if (hit.fit == NO_FIT)
			continue;
		int at = count < most ? count++ : most;
		while (at > 0
		       && hit_before(areas, hit, hit_of(areas, found[at - 1], query, typed))) {
			if (at < most)
				found[at] = found[at - 1];
			at--;
		}
		if (at < most)
			found[at] = i;
	}
	return count;
}

int
area_named(const struct areas *areas, Str text)
{
	int exact = area_exact(areas, text), found[2];
	if (exact != NO_AREA)
		return exact;
	return area_search(areas, text, found, 2) == 1 ? found[0] : NO_AREA;
}

/* ---- near misses ---------------------------------------------------------------------------- */

static int
distance_to(const struct area *area, Str query)
{
	struct plain whole = plain_of(area->name);
	int nearest = str_distance(plain_str(&whole), query);
	for (Str joint = area->name; joint.len;) {
		Str part = next_part(&joint), ahead = part;
		struct plain name = plain_of(part), short_name = plain_of(str_cut(&ahead, ','));
		int full = str_distance(plain_str(&name), query);
		int brief = str_distance(plain_str(&short_name), query);
		nearest = full < nearest ? full : nearest;
		nearest = brief < nearest ? brief : nearest;
	}
	return nearest;
}

int
area_nearest(const struct areas *areas, Str text, int found[], int most)
{
	struct plain plain = plain_of(text);
	Str query = plain_str(&plain);
	int far = query.len < 6 ? 2 : (int)(query.len / 3), count = 0;
	if (query.len == 0)
		return 0;
	for (int i = 0; i < areas->count && most > 0; i++) {
		int distance = distance_to(&areas->at[i], query);
		if (distance > far)
			continue;
		int at = count < most ? count++ : most;
		while (at > 0 && distance < distance_to(&areas->at[found[at - 1]], query)) {
			if (at < most)
				found[at] = found[at - 1];
			at--;
		}
		if (at < most)
			found[at] = i;
	}
	return count;
}
