/* census_notes.c: keeping what was noted and decided. */
#include "app/census_notes.h"

static const struct record_type *const note_type = &record_types[TYPE_CENSUS_NOTE];

static void
put(Str *values, const char *field, Str value)
{
	values[field_find(note_type, str_of(field))] = value;
}

/* The note of exactly this thing, or NULL. */
static const struct record *
standing(const struct returning *in, const struct noting *noting)
{
	const struct record *note = returning_note(in, noting->kind, noting->subject, noting->record);
	return note && str_equal(note_value(note, "record"), noting->record) ? note : NULL;
}

void
noting_add(const struct returning *in, const struct noting *noting, int made, struct changes *changes)
{
	struct arena *perm = in->own.perm;
	const struct record *before = standing(in, noting);
	if (noting->words.len == 0 && noting->choice.len == 0) {
		if (before)
			changes_add(changes, (struct change){ .kind = REMOVE, .type = note_type, .before = *before });
		return;
	}
	Str *values = new(perm, note_type->field_count, Str);
	for (int f = 0; f < note_type->field_count; f++)
		values[f] = before ? before->values[f] : S("");
	put(values, "year", year_text(in->year, perm));
	put(values, "kind", noting->kind);
	put(values, "subject", noting->subject);
	put(values, "record", noting->record);
	put(values, "person", noting->person);
	put(values, "choice", noting->choice);
	put(values, "words", noting->words);
	struct record after = before ? *before : (struct record){ .ref = ref_next(&in->own.council->of[TYPE_CENSUS_NOTE], made, perm) };
	after.version++;
	after.values = values;
	struct change change = { .kind = before ? ALTER : ADD, .type = note_type, .after = after };
	if (before)
		change.before = *before;
	changes_add(changes, change);
}

struct answer
noting_do(const struct returning *in, const struct changes *changes, Str to)
{
	const struct own *own = &in->own;
	struct error err = { "" };
	struct wish wish = { .what = S("edit"), .object = str_format(own->perm, "census %d", in->year) };
	struct done done = deed_do(own->world, own->ask, &wish, changes, own->perm, &err);
	return answer_done(own, &done, &err, S("Nothing was kept"), to);
}
