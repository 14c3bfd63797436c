/* svg_reader.h: reads back what chart_svg wrote, strictly, so that tests can ask where marks are.
 *
 * Only the XML that a well-behaved writer makes is accepted: quoted attributes, each once; closed
 * elements; the five named entities and decimal references; UTF-8 of letters that XML allows.
 */
#ifndef TEST_SVG_READER_H
#define TEST_SVG_READER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { ATTRIBUTES_MOST = 20, DEPTH_MOST = 8, ELEMENTS_MOST = 2000 };

struct attribute { Str name, value; };          /* the value as written, entities and all */
struct element {
	Str name, text;                         /* text: what directly follows the start tag */
	struct attribute attributes[ATTRIBUTES_MOST];
	int attribute_count;
	int parent;                             /* -1 for the root */
};
struct svg { struct element *at; int count; bool well_formed; };

static inline bool
name_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
		|| c == '-' || c == ':';
}

static inline Str
take_name(Str *rest)
{
	ptrdiff_t end = 0;
	while (end < rest->len && name_letter(rest->at[end]))
		end++;
	Str name = str_upto(*rest, end);
	*rest = str_from(*rest, end);
	return name;
}

/* Whether text or a quoted value holds only what XML allows there. */
static inline bool
xml_text(Str text)
{
	static const Str entities[] = { STR("&lt;"), STR("&gt;"), STR("&amp;"), STR("&quot;"),
	                                STR("&#39;"), STR("&#13;") };
	ptrdiff_t bad;
	if (!str_utf8(text, &bad))
		return false;
	for (; text.len; text = str_from(text, 1)) {
		unsigned char c = (unsigned char)text.at[0];
		bool known = c != '&';
		for (ptrdiff_t i = 0; i < countof(entities); i++)
			known = known || str_begins(text, entities[i]);
		if (!known || c == '<' || (c < 0x20 && c != '\t' && c != '\n'))
			return false;
		if (str_begins(text, S("\xEF\xBF\xBE")) || str_begins(text, S("\xEF\xBF\xBF")))
			return false;
	}
	return true;
}

static inline bool
attribute_known(const struct element *element, Str name)
{
	for (int i = 0; i < element->attribute_count; i++)
		if (str_equal(element->attributes[i].name, name))
			return true;
	return false;
}

/* ` name="value"` again and again. */
static inline bool
take_attributes(Str *rest, struct element *element)
{
	while (rest->len && rest->at[0] == ' ') {
		*rest = str_from(*rest, 1);
		Str name = take_name(rest);
		if (!name.len || !str_begins(*rest, S("=\"")) || attribute_known(element, name)
		    || element->attribute_count == ATTRIBUTES_MOST)
			return false;
		*rest = str_from(*rest, 2);
		ptrdiff_t end = str_find(*rest, S("\""));
		if (end < 0 || !xml_text(str_upto(*rest, end)))
			return false;
		element->attributes[element->attribute_count++] =
			(struct attribute){ name, str_upto(*rest, end) };
		*rest = str_from(*rest, end + 1);
	}
	return true;
}

/* One tag, and moves `*open` into or out of an element. */
static inline bool
take_tag(Str *rest, struct svg *svg, int *open)
{
	if (str_begins(*rest, S("</"))) {
		*rest = str_from(*rest, 2);
		Str name = take_name(rest);
		if (*open < 0 || !str_equal(name, svg->at[*open].name) || !str_begins(*rest, S(">")))
			return false;
		*open = svg->at[*open].parent;
		*rest = str_from(*rest, 1);
		return true;
	}
	if (svg->count == ELEMENTS_MOST || (*open < 0 && svg->count > 0))
		return false;
	*rest = str_from(*rest, 1);
	struct element *element = &svg->at[svg->count];
	*element = (struct element){ .name = take_name(rest), .parent = *open };
	if (!element->name.len || !take_attributes(rest, element))
		return false;
	bool empty = str_begins(*rest, S("/>"));
	if (!empty && !str_begins(*rest, S(">")))
		return false;
	*rest = str_from(*rest, empty ? 2 : 1);
	if (!empty) {
		*open = svg->count;
		ptrdiff_t end = str_find(*rest, S("<"));
		element->text = end < 0 ? (Str){ 0 } : str_upto(*rest, end);
	}
	svg->count++;
	return true;
}

static inline struct svg
svg_read(Str bytes, struct arena *perm)
{
	struct svg svg = { .at = new(perm, ELEMENTS_MOST, struct element) };
	int open = -1;
	Str rest = bytes;
	if (!str_begins(rest, S("<svg")))
		return svg;
	while (rest.len) {
		ptrdiff_t tag = str_find(rest, S("<"));
		Str text = str_upto(rest, tag < 0 ? rest.len : tag);
		if (!xml_text(text) || (open < 0 && text.len))
			return svg;
		rest = str_from(rest, text.len);
		if (rest.len && !take_tag(&rest, &svg, &open))
			return svg;
	}
	svg.well_formed = open < 0 && svg.count > 0;
	return svg;
}

static inline Str
attribute(const struct element *element, Str name)
{
	for (int i = 0; i < element->attribute_count; i++)
		if (str_equal(element->attributes[i].name, name))
			return element->attributes[i].value;
	return (Str){ 0 };
}

/* Whether `class` is one of the element's classes. */
static inline bool
has_class(const struct element *element, Str class)
{
	Str classes = attribute(element, S("class"));
	while (classes.len)
		if (str_equal(str_word(&classes), class))
			return true;
	return false;
}

/* A number at the start of `*text`, in tenths; moves past it. Skips what is no number. */
static inline bool
take_tenths(Str *text, int *tenths)
{
	while (text->len && !(text->at[0] >= '0' && text->at[0] <= '9') && text->at[0] != '-')
		*text = str_from(*text, 1);
	if (!text->len)
		return false;
	bool minus = text->at[0] == '-';
	*text = str_from(*text, minus);
	int value = 0, decimals = -1;
	for (; text->len; *text = str_from(*text, 1)) {
		char c = text->at[0];
		if (c == '.' && decimals < 0) {
			decimals = 0;
		} else if (c >= '0' && c <= '9' && decimals < 1) {
			value = value * 10 + (c - '0');
			decimals += decimals >= 0;
		} else {
			break;
		}
	}
	value *= decimals == 1 ? 1 : 10;
	*tenths = minus ? -value : value;
	return true;
}

/* An attribute as tenths; -1 when it isn't there. */
static inline int
tenths_of(const struct element *element, Str name)
{
	Str value = attribute(element, name);
	int tenths = -1;
	return take_tenths(&value, &tenths) ? tenths : -1;
}

#endif
