/* html_reader.h: enough of a reader of HTML to hold ours to its shape: tags, attributes, nesting.
 *
 * It takes what our writers write, double quotes around every value, and complains about the rest.
 * The whole of HTML is checked by the Nu checker over the running pages.
 */
#ifndef TEST_HTML_READER_H
#define TEST_HTML_READER_H

#include "check.h"

struct tag { Str name, attributes; bool closes, empty; };

/* The next tag, and the text before it in `*between`. False at the end. */
static inline bool
next_tag(Str *rest, struct tag *tag, Str *between)
{
	ptrdiff_t at = str_find(*rest, S("<"));
	if (at < 0)
		return false;
	*between = str_upto(*rest, at);
	*rest = str_from(*rest, at + 1);
	ptrdiff_t end = 0;
	bool quoted = false;
	while (end < rest->len && (quoted || rest->at[end] != '>')) {
		quoted ^= rest->at[end] == '"';
		end++;
	}
	Str inside = str_upto(*rest, end);
	*rest = str_from(*rest, end < rest->len ? end + 1 : end);
	*tag = (struct tag){ .closes = str_begins(inside, S("/")), .empty = str_ends(inside, S("/")) };
	inside = str_from(inside, tag->closes);
	tag->name = str_word(&inside);
	tag->attributes = inside;
	return true;
}

/* An attribute's value as it stands, escapes and all; empty without it. */
static inline Str
tag_attribute(const struct tag *tag, const char *name, struct arena *perm)
{
	Str wanted = str_format(perm, " %s=\"", name);
	ptrdiff_t at = str_find(tag->attributes, wanted);
	if (at < 0)
		return (Str){ 0 };
	Str rest = str_from(tag->attributes, at + wanted.len);
	return str_cut(&rest, '"');
}

static inline bool
is_void(Str name)
{
	static const Str names[] = { STR("!DOCTYPE"), STR("meta"), STR("link"), STR("input"), STR("hr"),
	                             STR("br"), STR("img") };
	for (ptrdiff_t i = 0; i < countof(names); i++)
		if (str_equal(names[i], name))
			return true;
	return false;
}

static inline int
count_of(Str text, Str part)
{
	int count = 0;
	for (ptrdiff_t at; (at = str_find(text, part)) >= 0; count++)
		text = str_from(text, at + part.len);
	return count;
}

/* Every tag closed in its order. */
static inline void
check_balanced(Str html, struct arena *perm)
{
	enum { DEEPEST = 64 };
	Str open[DEEPEST], between;
	int depth = 0;
	struct tag tag;
	while (next_tag(&html, &tag, &between)) {
		check(str_find(between, S(">")) < 0);
		if (is_void(tag.name) || tag.empty)
			continue;
		if (tag.closes) {
			check(depth > 0);
			check_str(tag.name, depth > 0 ? open[depth - 1] : S("nothing is open"));
			depth -= depth > 0;
		} else if (depth < DEEPEST) {
			open[depth++] = tag.name;
		}
	}
	check_int(depth, 0);
	(void)perm;
}

/* Every id once, and every name by another element's words leads to one. */
static inline void
check_references(Str html, struct arena *perm)
{
	Str rest = html, between;
	struct tag tag;
	while (next_tag(&rest, &tag, &between)) {
		Str id = tag_attribute(&tag, "id", perm);
		if (id.len)
			check_int(count_of(html, str_format(perm, " id=\"%.*s\"", STR_ARG(id))), 1);
		Str names = tag_attribute(&tag, "aria-labelledby", perm), name;
		while ((name = str_word(&names)).len)
			check_int(count_of(html, str_format(perm, " id=\"%.*s\"", STR_ARG(name))), 1);
	}
}

/* What a reader sees and hears: the text without tags. */
static inline Str
words_of(Str html, struct arena *perm)
{
	struct text words = text_new(perm);
	struct tag tag;
	Str between;
	while (next_tag(&html, &tag, &between))
		text_add(&words, between);
	text_add(&words, html);
	return text_str(&words);
}

#endif
