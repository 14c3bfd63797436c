/* settings.c: the environment, the settings file and the fallbacks, in that order. */
#include <stdlib.h>

#include "cli/nearest.h"
#include "cli/options.h"

Str
source_text(enum source source)
{
	switch (source) {
	case BY_NOBODY: return S("not set");
	case BY_FALLBACK: return S("built in");
	case BY_FILE: return S("settings file");
	case BY_ENVIRONMENT: return S("environment");
	case BY_COMMAND_LINE: return S("command line");
	}
	return S("");
}

Str
option_variable(enum option_id id, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("MAINSTAY_"));
	for (ptrdiff_t i = 0; i < options[id].name.len; i++) {
		char c = options[id].name.at[i];
		text_char(&text, c == '-' ? '_' : (char)(c - 'a' + 'A'));
	}
	return text_str(&text);
}

/* Keeps what a weaker source says, unless a stronger one has spoken. */
static void
offer_value(struct line *line, enum option_id id, Str value, enum source source)
{
	if (line->given[id].source < source)
		line->given[id] = (struct given){ value, source };
}

static bool
read_environment(struct line *line, struct arena *perm, struct error *err)
{
	for (int id = 0; id < OPTIONS; id++) {
		if (!options[id].setting)
			continue;
		Str variable = option_variable((enum option_id)id, perm);
		Str value = str_of(getenv(str_c(variable, perm)));
		if (value.len == 0)
			continue;
		if (!option_allows((enum option_id)id, value, err))
			return fail_within(err, "%.*s", STR_ARG(variable));
		offer_value(line, (enum option_id)id, str_copy(value, perm), BY_ENVIRONMENT);
	}
	return true;
}

static enum option_id
setting_named(Str name, struct nearest *nearest)
{
	for (int id = 0; id < OPTIONS; id++) {
		if (!options[id].setting)
			continue;
		if (str_equal(options[id].name, name))
			return (enum option_id)id;
		nearest_offer(nearest, options[id].name);
	}
	return OPTIONS;
}

/* One line of the file: "name = value", blank, or a "#" and a remark. */
static bool
read_setting(struct line *line, Str said, struct arena *perm, struct error *err)
{
	if (said.len == 0 || str_begins(said, S("#")))
		return true;
	if (str_find(said, S("=")) < 0)
		return fail(err, "write it as name = value");
	Str value = said;
	Str name = str_trim(str_cut(&value, '='));
	value = str_trim(value);
	struct nearest nearest = { .to = name };
	enum option_id id = setting_named(name, &nearest);
	if (id == OPTIONS)
		return fail(err, "there is no setting \"%.*s\"%.*s", STR_ARG(name),
		            STR_ARG(nearest_text(&nearest, perm)));
	if (!option_allows(id, value, err))
		return false;
	offer_value(line, id, value, BY_FILE);
	return true;
}

bool
settings_fill(struct line *line, Str text, Str file, struct arena *perm, struct error *err)
{
	if (!read_environment(line, perm, err))
		return false;
	for (int number = 1; text.len > 0; number++) {
		Str said = str_trim(str_cut(&text, '\n'));
		if (!read_setting(line, said, perm, err))
			return fail_within(err, "%.*s:%d", STR_ARG(file), number);
	}
	for (int id = 0; id < OPTIONS; id++)
		if (options[id].fallback.len > 0)
			offer_value(line, (enum option_id)id, options[id].fallback, BY_FALLBACK);
	return true;
}
