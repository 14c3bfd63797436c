/* form.c: what the faces of a form share. */
#include "report/form.h"

#include <assert.h>

Str
form_check_name(const struct input *input, int pick, struct arena *perm)
{
	assert(input->kind == INPUT_CHECKS);
	assert(pick >= 0);
	assert(pick < input->pick_count);
	if (input->pick_count == 1)
		return input->name;
	return str_format(perm, "%.*s.%.*s", STR_ARG(input->name), STR_ARG(input->picks[pick].value));
}

Str
form_check_value(const struct input *input, int pick)
{
	assert(pick >= 0);
	assert(pick < input->pick_count);
	return input->pick_count == 1 ? input->picks[pick].value : S("yes");
}

bool
form_chosen(const struct input *input, int pick)
{
	const struct pick *one = &input->picks[pick];
	bool by_value = input->kind == INPUT_SELECT || input->kind == INPUT_RADIOS;
	return one->chosen || (by_value && input->value.len && str_equal(one->value, input->value));
}

Str
form_kind_name(enum input_kind kind)
{
	static const Str names[INPUT_KINDS] = {
		[INPUT_TEXT] = STR("text"), [INPUT_NOTE] = STR("note"), [INPUT_DATE] = STR("date"),
		[INPUT_SELECT] = STR("select"), [INPUT_RADIOS] = STR("radios"),
		[INPUT_CHECKS] = STR("checks"), [INPUT_FILE] = STR("file"),
		[INPUT_PASSWORD] = STR("password"), [INPUT_HIDDEN] = STR("hidden"),
	};
	assert(kind < INPUT_KINDS);
	return names[kind];
}
