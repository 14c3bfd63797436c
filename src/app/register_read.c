/* register_read.c: what was typed into a form or stood in a file, as values; references by what
 * people call things. */
#include "app/register_parts.h"

enum { PICKS_MOST = 400 }; /* more would make the page heavier than it is helpful */

static bool
amiss(struct misfit *misfit, Str wrong, Str mend)
{
	*misfit = (struct misfit){ wrong, mend };
	return false;
}

/* ---- references ------------------------------------------------------------------------------ */

/* "P-000012" of "Social worker (P-000012)", or empty. */
static Str
ref_in_brackets(Str typed)
{
	if (!str_ends(typed, S(")")))
		return (Str){ 0 };
	for (ptrdiff_t i = typed.len - 1; i > 0; i--)
		if (typed.at[i] == '(')
			return str_trim((Str){ typed.at + i + 1, typed.len - i - 2 });
	return (Str){ 0 };
}

/* A name written "Grace Adeyemi". */
static bool
is_name_turned(const struct record_type *type, const struct record *record, Str typed,
	       struct arena scratch)
{
	if (!type->title[1].len)
		return false;
	Str turned = str_format(&scratch, "%.*s %.*s",
				STR_ARG(record_value(type, record, type->title[1])),
				STR_ARG(record_value(type, record, type->title[0])));
	return str_equal_fold(turned, typed);
}

/* Whether this is what people call the record: its title, its number in other systems. Only what
 * the viewer may read counts, so that nobody can find out by trying. */
static bool
is_called(const struct shelf *on, const struct record *record, Str typed)
{
	static const Str numbers[] = { STR("number"), STR("payroll") };
	struct look look = look_at(on, record);
	for (ptrdiff_t i = 0; i < countof(numbers); i++) {
		int field = field_find(on->type, numbers[i]);
		if (field >= 0 && look_shows(&look, field) &&
		    str_equal_fold(record->values[field], typed))
			return true;
	}
	for (int i = 0; i < 2; i++)
		if (on->type->title[i].len &&
		    !look_shows(&look, field_find(on->type, on->type->title[i])))
			return false;
	if (!on->type->title[0].len)
		return false;
	struct arena scratch = *on->own.perm;
	return str_equal_fold(record_title(on->type, record, &scratch), typed) ||
	       is_name_turned(on->type, record, typed, *on->own.perm);
}

/* The rows of a type that stand for their refs today: one each, in sight. */
static const struct record *
row_standing(const struct shelf *on, int i)
{
	const struct record *record = &on->records->at[i];
	bool first = i == 0 || !str_equal(on->records->at[i - 1].ref, record->ref);
	return first ? shelf_find(on, record->ref) : NULL;
}

static bool
reference_find(const struct shelf *on, Str typed, Str *value, struct misfit *misfit)
{
	Str refs[2] = { typed, ref_in_brackets(typed) };
	int found = 0;
	for (int i = 0; i < 2; i++)
		if (refs[i].len && shelf_find(on, refs[i])) {
			*value = refs[i];
			return true;
		}
	for (int i = 0; i < on->records->count; i++) {
		const struct record *record = row_standing(on, i);
		if (!record || !is_called(on, record, typed))
			continue;
		*value = record->ref;
		found++;
	}
	if (found == 1)
		return true;
	struct arena *perm = on->own.perm;
	if (found)
		return amiss(
			misfit,
			str_format(perm, "could be any of %d %.*s", found, STR_ARG(on->type->many)),
			str_format(perm, "write its reference, such as %.*s-000012",
				   STR_ARG(on->type->letter)));
	return amiss(misfit, str_format(perm, "is not a %.*s here", STR_ARG(on->type->one)),
		     str_format(perm,
				"write its reference, such as %.*s-000012, or its name in full",
				STR_ARG(on->type->letter)));
}

bool
field_read(const struct shelf *shelf, const struct field *field, Str typed, Str before, Str *value,
	   struct misfit *misfit)
{
	if (!value_read(field, typed, value, misfit, shelf->own.perm))
		return false;
	if (field->kind != FIELD_REF || value->len == 0 || str_equal(*value, before))
		return true;
	struct shelf on = shelf_beside(shelf, record_type_find(field->refers));
	if (before.len && str_equal(ref_in_brackets(*value), before) &&
	    str_equal(*value, reference_typed(shelf, field, before))) {
		*value = before;
		return true;
	}
	return reference_find(&on, *value, value, misfit);
}

Str
reference_typed(const struct shelf *shelf, const struct field *field, Str value)
{
	Str words = field_words(shelf, field, value);
	if (!value.len || str_equal(words, value))
		return value;
	return str_format(shelf->own.perm, "%.*s (%.*s)", STR_ARG(words), STR_ARG(value));
}

struct pick *
reference_picks(const struct shelf *shelf, const struct field *field, int *count)
{
	struct shelf on = shelf_beside(shelf, record_type_find(field->refers));
	struct pick *picks = new(shelf->own.perm, PICKS_MOST, struct pick);
	*count = 0;
	for (int i = 0; i < on.records->count; i++) {
		const struct record *record = row_standing(&on, i);
		if (!record)
			continue;
		if (*count == PICKS_MOST) {
			*count = 0;
			return NULL;
		}
		Str typed = reference_typed(shelf, field, record->ref);
		picks[(*count)++] = pick_of(typed, typed);
	}
	return picks;
}

/* ---- days ------------------------------------------------------------------------------------ */

bool
day_read(const struct shelf *shelf, Str typed, bool open, Date *day, struct misfit *misfit)
{
	static const struct field a_day = { .name = STR("day"),
					    .label = STR("Day"),
					    .kind = FIELD_DATE };
	Str value;
	typed = str_trim(typed);
	if (open && (typed.len == 0 || str_equal_fold(typed, S("open")))) {
		*day = DATE_OPEN;
		return true;
	}
	if (typed.len == 0)
		return amiss(misfit, S("is empty"), S("give a day, for example 5 Mar 2026"));
	if (!value_read(&a_day, typed, &value, misfit, shelf->own.perm))
		return false;
	return date_parse(value, day) ||
	       amiss(misfit, S("is not a day"), S("write it like 5 Mar 2026"));
}
