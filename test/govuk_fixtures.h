/* govuk_fixtures.h: the examples that govuk-frontend ships, read and compared.
 *
 * For each component there is a file of examples: options, and the HTML that the official macro
 * makes of them. A row of govuk_test.c says which options we offer and how they become our
 * parameters; an example that uses another is left out and counted.
 */
#ifndef TEST_GOVUK_FIXTURES_H
#define TEST_GOVUK_FIXTURES_H

#include <jansson.h>
#include <stdlib.h>

#include "check.h"
#include "report/govuk.h"

/* ---- options --------------------------------------------------------------------------------- */

/* The option as text; a number is written out; empty when there is none. */
static inline Str
option(const json_t *options, const char *name, struct arena *perm)
{
	const json_t *value = json_object_get(options, name);
	if (json_is_integer(value))
		return str_format(perm, "%lld", (long long)json_integer_value(value));
	return json_is_string(value)
		? (Str){ json_string_value(value), (ptrdiff_t)json_string_length(value) } : (Str){ 0 };
}

static inline bool
option_true(const json_t *options, const char *name)
{
	return json_is_true(json_object_get(options, name));
}

static inline int
option_int(const json_t *options, const char *name)
{
	const json_t *value = json_object_get(options, name);
	return json_is_string(value) ? atoi(json_string_value(value)) : (int)json_integer_value(value);
}

/* `words` lists paths between blanks: " text items.text ". */
static inline bool
listed(Str words, Str path, struct arena *perm)
{
	return str_find(words, str_format(perm, " %.*s ", STR_ARG(path))) >= 0;
}

/* Where a false or empty value means something else than none at all, we can't say it. */
static inline bool
false_means_something(const char *key)
{
	static const char *const keys[] = { "visuallyHiddenText", "preventDoubleClick", "html",
		"disableAutoFocus", "selected", "checked", "error", "labelText", "titleText" };
	for (ptrdiff_t i = 0; i < countof(keys); i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

/* Attributes are offered where the list says so, if they are plain names with text. */
static inline bool
plain_attributes(json_t *attributes)
{
	const char *name;
	json_t *text;
	json_object_foreach(attributes, name, text) {
		bool plain = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
		if (!plain || !(json_is_string(text) || json_is_integer(text)))
			return false;
	}
	return json_is_object(attributes);
}

static Str not_offered(json_t *options, Str within, Str offered, struct arena *perm);

/* The same for a list of options; a table's rows are lists in a list. */
static Str
not_offered_among(json_t *list, Str path, Str offered, struct arena *perm)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *item = json_array_get(list, i);
		Str inner = { 0 };
		if (json_is_array(item))
			inner = not_offered_among(item, path, offered, perm);
		else if (json_is_object(item))
			inner = not_offered(item, path, offered, perm);
		else if (!json_is_string(item) && !json_is_integer(item))
			inner = str_format(perm, "%.*s (an empty item)", STR_ARG(path));
		if (inner.len)
			return inner;
	}
	return (Str){ 0 };
}

/* The first option that we do not offer, as a path, or empty. */
static Str
not_offered(json_t *options, Str within, Str offered, struct arena *perm)
{
	const char *key;
	json_t *value;
	json_object_foreach(options, key, value) {
		Str path = within.len ? str_format(perm, "%.*s.%s", STR_ARG(within), key) : str_of(key);
		bool none = json_is_null(value) || json_is_false(value)
			|| (json_is_string(value) && json_string_length(value) == 0);
		bool attributes = strcmp(key, "attributes") == 0;
		if (!listed(offered, path, perm) || (none && false_means_something(key))
		    || (attributes && !plain_attributes(value)))
			return path;
		Str inner = attributes ? (Str){ 0 }
			: json_is_array(value) ? not_offered_among(value, path, offered, perm)
			: not_offered(value, path, offered, perm);
		if (inner.len)
			return inner;
	}
	return (Str){ 0 };
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* Runs of white space become one blank; none is left between two tags, nor before the end of a
 * tag. White space beside text stays, because there it can be seen. */
static Str
white_space_normal(Str html, struct arena *perm)
{
	char *out = new(perm, html.len + 1, char);
	ptrdiff_t len = 0;
	for (ptrdiff_t i = 0; i < html.len; i++) {
		char c = html.at[i];
		bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
		if (blank && (len == 0 || out[len - 1] == ' '))
			continue;
		if (len && out[len - 1] == ' ' && (c == '>' || (c == '<' && (len < 2 || out[len - 2] == '>'))))
			len--;
		out[len++] = blank ? ' ' : c;
	}
	while (len && out[len - 1] == ' ')
		len--;
	return (Str){ out, len };
}

/* Examples with a value that our parameters can't have, though they offer the option. */
static const struct { const char *component, *example; Str why; } by_name[] = {
	{ "footer", "with empty meta", STR("a heading over nothing") },
	{ "footer", "with empty meta items", STR("a heading over nothing") },
	{ "pagination", "with custom link and item text", STR("numbers in words") },
	{ "select", "with falsy values", STR("a value that is not text") },
	{ "date-input", "day and month", STR("no year") },
	{ "date-input", "month and year", STR("no day") },
	{ "date-input", "with error on single field using classes", STR("an error said by its class") },
};

static inline Str
left_out_by_name(const char *component, Str example)
{
	for (ptrdiff_t i = 0; i < countof(by_name); i++)
		if (strcmp(by_name[i].component, component) == 0
		    && str_equal(str_of(by_name[i].example), example))
			return by_name[i].why;
	return (Str){ 0 };
}

/* Writes the component from its options. */
typedef void writer(struct html *h, const json_t *options);

struct component {
	const char *name;
	writer     *write;
	int         compared;        /* how many examples there are to compare, so that none is lost */
	Str         offers;
	Str       (*cut)(Str html, struct arena *perm);   /* what the official one has and ours must not */
};

static inline json_t *
component_examples(const char *name, json_t **file, struct arena *perm)
{
	Str path = str_format(perm, SOURCE_ROOT "/node_modules/govuk-frontend/dist/govuk/components/%s/"
	                            "fixtures.json", name);
	json_error_t error;
	*file = json_load_file(str_c(path, perm), 0, &error);
	if (!*file)
		printf("%.*s: %s. Run npm ci, so that the components can be compared.\n", STR_ARG(path),
		       error.text);
	return json_object_get(*file, "fixtures");
}

/* Whether one example is as ours. */
static inline bool
example_same(const struct component *component, const json_t *example, struct arena scratch)
{
	struct arena *perm = &scratch;
	struct html page = html_new(perm);
	component->write(&page, json_object_get(example, "options"));
	Str theirs = option(example, "html", perm);
	if (component->cut)
		theirs = component->cut(theirs, perm);
	Str wants = white_space_normal(theirs, perm), is = white_space_normal(html_str(&page), perm);
	if (str_equal(is, wants))
		return true;
	printf("%s, \"%.*s\"\n  is    %.*s\n  wants %.*s\n", component->name,
	       STR_ARG(option(example, "name", perm)), STR_ARG(is), STR_ARG(wants));
	return false;
}

static inline void
component_is_as_published(const struct component *component, struct arena *perm)
{
	json_t *file, *examples = component_examples(component->name, &file, perm);
	int compared = 0, left_out = 0;
	struct text why = text_new(perm);
	check(json_array_size(examples) > 0);
	for (size_t i = 0; i < json_array_size(examples); i++) {
		const json_t *example = json_array_get(examples, i);
		Str missing = not_offered(json_object_get(example, "options"), (Str){ 0 },
		                          component->offers, perm);
		if (missing.len == 0)
			missing = left_out_by_name(component->name, option(example, "name", perm));
		if (missing.len) {
			left_out++;
			text_format(&why, "%s\"%.*s\" (%.*s)", left_out > 1 ? ", " : ": ",
			            STR_ARG(option(example, "name", perm)), STR_ARG(missing));
			continue;
		}
		compared++;
		check(example_same(component, example, *perm));
	}
	printf("%-20s %2d compared, %2d left out%.*s\n", component->name, compared, left_out,
	       STR_ARG(text_str(&why)));
	check_int(compared, component->compared);
	json_decref(file);
}

#endif
