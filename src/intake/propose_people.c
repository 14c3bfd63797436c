/* propose_people.c: the people that a list speaks of. */
#include "intake/proposing.h"

static void
new_registration(struct proposing *in, Str person, Str number)
{
	int draft = draft_new(in, TYPE_REGISTRATION, in->beginning);
	draft_set(in, draft, S("person"), person);
	draft_set(in, draft, S("number"), number);
}

static Str
new_person(struct proposing *in, const struct line_read *line)
{
	static const enum target targets[] = { TO_PAYROLL, TO_FAMILY_NAME, TO_GIVEN_NAMES, TO_BORN };
	const Str *v = line->values;
	Str key = v[TO_PAYROLL].len ? v[TO_PAYROLL] : v[TO_SWE];
	uint64_t hash = key.len ? fresh_key(key, (Str){ 0 }, (Str){ 0 }, *in->perm)
		: fresh_key(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], v[TO_BORN], *in->perm);
	int *place = fresh_place(&in->people, hash);
	if (*place > 0)
		return in->drafts[*place - 1].ref;
	int draft = draft_new(in, TYPE_PERSON, in->beginning);
	*place = draft + 1;
	for (ptrdiff_t i = 0; i < countof(targets); i++)
		draft_set(in, draft, target_rows[targets[i]].field, v[targets[i]]);
	if (v[TO_SWE].len > 0)
		new_registration(in, in->drafts[draft].ref, v[TO_SWE]);
	preview_add(in, ROW_ADDED, line->line, TYPE_PERSON, in->drafts[draft].ref, S("a new person"));
	return in->drafts[draft].ref;
}

void
known_person(struct proposing *in, const struct line_read *line)
{
	static const enum target targets[] = { TO_PAYROLL, TO_FAMILY_NAME, TO_GIVEN_NAMES, TO_BORN };
	const struct records *people = &in->council->of[TYPE_PERSON];
	const struct person *person = &in->roster->people[line->person];
	int first;
	Str words;
	if (records_of(people, person->ref, &first) == 0)
		return;
	const struct record *record = &people->at[first];
	Str *values = values_with(in, people->type, record, line, targets, countof(targets), &words);
	if (words.len > 0) {
		struct record after = *record;
		after.values = values;
		changes_add(in->changes, (struct change){ ALTER, people->type, *record, after });
		preview_add(in, ROW_CHANGED, line->line, TYPE_PERSON, person->ref, words);
	}
	if (line->values[TO_SWE].len > 0 && person->swe.len == 0)
		new_registration(in, person->ref, line->values[TO_SWE]);
}

Str
person_of_line(struct proposing *in, const struct line_read *line)
{
	if (line->person == NOT_THERE)
		return new_person(in, line);
	known_person(in, line);
	return in->roster->people[line->person].ref;
}
