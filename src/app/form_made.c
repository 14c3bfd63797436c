/* form_made.c: forms that grow, and forms that are whole. */
#include "app/form_made.h"

#include <string.h>

struct form *
form_made(struct arena *perm, Str action)
{
	struct form *form = new(perm, 1, struct form);
	form->action = action;
	return form;
}

/* Whether an array of this many is full: room doubles from 4. */
static bool
is_full(int count)
{
	return count == 0 || (count >= 4 && (count & (count - 1)) == 0);
}

void
form_input(struct form *form, struct arena *perm, struct input input)
{
	int count = form->input_count;
	struct input *at = (struct input *)(uintptr_t)form->inputs;
	if (is_full(count)) {
		at = new(perm, count ? 2 * count : 4, struct input);
		if (count)
			memcpy(at, form->inputs, (size_t)count * sizeof *at);
		form->inputs = at;
	}
	at[count] = input;
	form->input_count++;
}

void
form_button(struct form *form, struct arena *perm, struct button button)
{
	int count = form->button_count;
	struct button *at = (struct button *)(uintptr_t)form->buttons;
	if (is_full(count)) {
		at = new(perm, count ? 2 * count : 4, struct button);
		if (count)
			memcpy(at, form->buttons, (size_t)count * sizeof *at);
		form->buttons = at;
	}
	at[count] = button;
	form->button_count++;
}

struct form *
form_of_button(struct arena *perm, Str action, struct button button)
{
	struct form *form = form_made(perm, action);
	form_button(form, perm, button);
	return form;
}

void
form_add(struct document *doc, struct form about, const struct input *inputs, int count,
         struct button button)
{
	struct form *form = new(doc->arena, 1, struct form);
	*form = about;
	for (int i = 0; i < count; i++)
		form_input(form, doc->arena, inputs[i]);
	form_button(form, doc->arena, button);
	document_form(doc, form);
}
