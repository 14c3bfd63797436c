/* nearest.c: the few nearest names, kept in order. */
#include "cli/nearest.h"

static int
how_far(Str to, Str name)
{
	if (to.len >= 3 && str_begins(name, to))
		return 1;
	int distance = str_distance(to, name);
	return distance <= 1 + (int)name.len / 3 ? distance : -1;
}

void
nearest_offer(struct nearest *nearest, Str name)
{
	int distance = how_far(nearest->to, name);
	if (distance < 0)
		return;
	int place = nearest->count;
	while (place > 0 && nearest->distance[place - 1] > distance)
		place--;
	if (place == NEAREST_MOST)
		return;
	if (nearest->count < NEAREST_MOST)
		nearest->count++;
	for (int i = nearest->count - 1; i > place; i--) {
		nearest->at[i] = nearest->at[i - 1];
		nearest->distance[i] = nearest->distance[i - 1];
	}
	nearest->at[place] = name;
	nearest->distance[place] = distance;
}

Str
nearest_text(const struct nearest *nearest, struct arena *perm)
{
	if (nearest->count == 0)
		return S("");
	struct text text = text_new(perm);
	text_add(&text, nearest->count == 1 ? S("; the nearest is: ") : S("; the nearest are: "));
	for (int i = 0; i < nearest->count; i++) {
		text_add(&text, i > 0 ? S(", ") : S(""));
		text_add(&text, nearest->at[i]);
	}
	return text_str(&text);
}
