/* subject_views.c: views of lists that somebody keeps and that ask for a person: by name, by their number or
 * by how payroll knows them. What was typed to find somebody is data about them. */
#include "app/subject_parts.h"

#include "app/instant.h"

static bool
in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Whether it stands there by itself: "Lee" is not in "Leeds". */
static bool
has_word(Str text, Str word)
{
	while (word.len) {
		ptrdiff_t at = str_find_fold(text, word);
		if (at < 0)
			return false;
		Str after = str_from(text, at + word.len);
		bool begins = at == 0 || !in_word(text.at[at - 1]), ends = after.len == 0 || !in_word(after.at[0]);
		if (begins && ends)
			return true;
		text = str_from(text, at + 1);
	}
	return false;
}

/* By the number or the whole family name; given names alone are too many people's. */
static bool
asks_for(const struct data *in, const struct kept_view *kept)
{
	const struct person *person = &in->subject.own.roster->people[in->subject.person];
	const Str known[] = { person->ref, person->family_name, person->payroll };
	for (int i = 0; i < countof(known); i++)
		if (has_word(kept->query, known[i]) || has_word(kept->name, known[i]))
			return true;
	return false;
}

const struct table *
subject_views_table(const struct data *in)
{
	static const struct column columns[] = {
		{ .name = STR("day"), .title = STR("Kept on") }, { .name = STR("by"), .title = STR("By") },
		{ .name = STR("list"), .title = STR("List") }, { .name = STR("name"), .title = STR("Called") },
		{ .name = STR("asks"), .title = STR("Asks for") },
	};
	struct arena *perm = in->subject.own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->view_count; i++) {
		const struct kept_view *kept = &in->views[i];
		const struct record_type *type = record_type_find(kept->type);
		bool any;
		if (!asks_for(in, kept))
			continue;
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(instant_day(kept->made_at, perm));
		cells[1] = cell_text(actor_duty(&in->actors, kept->made_by, in->subject.own.ask->area, in->subject.ref, perm));
		cells[2] = cell_text(type ? str_capital(type->many, perm) : kept->type);
		cells[3] = cell_text(names_withheld(&in->names, kept->name, &any, perm));
		cells[4] = cell_text(names_withheld(&in->names, kept->query, &any, perm));
	}
	return table_of(S("views"), S("Views of lists that ask for this person"), columns, countof(columns), rows, perm);
}
