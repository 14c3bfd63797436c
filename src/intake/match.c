/* match.c: whom and what the lines of a list are about, among those that are there. */
#include "intake/cells.h"

#include <stdlib.h>

/* Things by a key's hash, in order, so that a list of 50,000 lines is matched in a breath. */
struct entry { uint64_t hash; int number; };
struct index { struct entry *at; int count; };

static int
entry_order(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->number - y->number;
}

static struct index
index_new(int room, struct arena *perm)
{
	return (struct index){ .at = new(perm, room, struct entry) };
}

static void
index_add(struct index *index, uint64_t hash, int number)
{
	if (hash != 0 && number != NOT_THERE)
		index->at[index->count++] = (struct entry){ hash, number };
}

static void
index_sort(struct index *index)
{
	qsort(index->at, (size_t)index->count, sizeof *index->at, entry_order);
}

/* The first entry with this hash; `count` when there is none. */
static int
index_first(const struct index *index, uint64_t hash)
{
	int low = 0, high = index->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (index->at[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return hash == 0 || low == index->count || index->at[low].hash != hash ? index->count : low;
}

/* The one thing with this hash; NOT_THERE when there is none, or there are several. */
static int
index_one(const struct index *index, uint64_t hash)
{
	int low = index_first(index, hash);
	if (low == index->count)
		return NOT_THERE;
	int number = index->at[low].number;
	for (int i = low + 1; i < index->count && index->at[i].hash == hash; i++)
		if (index->at[i].number != number)
			return NOT_THERE;
	return number;
}

static uint64_t
key_of(Str text, struct arena scratch)
{
	Str folded = heading_fold(text, &scratch);
	return folded.len ? str_hash(folded) : 0;
}

static uint64_t
key_of_name(Str family, Str given, Str born, struct arena scratch)
{
	if (family.len == 0)
		return 0;
	Str name = str_format(&scratch, "%.*s|%.*s|%.*s", STR_ARG(heading_fold(family, &scratch)),
	                      STR_ARG(heading_fold(given, &scratch)), STR_ARG(born));
	return str_hash(name);
}

/* ---- everything that is there ------------------------------------------------------------------ */

struct indexes { struct index payroll, swe, name_born, name, post, unit, title, role; };

static void
index_people(struct indexes *in, const struct roster *r, struct arena *perm)
{
	in->payroll = index_new(r->person_count, perm);
	in->swe = index_new(r->person_count, perm);
	in->name = index_new(r->person_count, perm);
	in->name_born = index_new(r->person_count, perm);
	for (int p = 0; p < r->person_count; p++) {
		const struct person *person = &r->people[p];
		int number = person->merged_into == NOT_THERE ? p : person->merged_into;
		index_add(&in->payroll, key_of(person->payroll, *perm), number);
		index_add(&in->swe, key_of(person->swe, *perm), number);
		index_add(&in->name, key_of_name(person->family_name, person->given_names, (Str){ 0 }, *perm),
		          number);
		if (person->has_born)
			index_add(&in->name_born, key_of_name(person->family_name, person->given_names,
			          date_iso(person->born, perm), *perm), number);
	}
	index_sort(&in->payroll);
	index_sort(&in->swe);
	index_sort(&in->name);
	index_sort(&in->name_born);
}

/* Records of a type by one of their fields, as numbers that `number_of` gives their refs. */
static struct index
index_field(const struct roster *r, enum type_id type, Str field,
            int (*number_of)(const struct roster *, Str), struct arena *perm)
{
	const struct records *records = &r->council->of[type];
	struct index index = index_new(records->count, perm);
	for (int i = 0; i < records->count; i++) {
		const struct record *record = &records->at[i];
		index_add(&index, key_of(record_value(&record_types[type], record, field), *perm),
		          number_of(r, record->ref));
	}
	index_sort(&index);
	return index;
}

/* A local title leads to the role it means. */
static struct index
index_titles(const struct roster *r, struct arena *perm)
{
	const struct records *records = &r->council->of[TYPE_TITLE];
	const struct record_type *type = &record_types[TYPE_TITLE];
	struct index index = index_new(records->count, perm);
	for (int i = 0; i < records->count; i++)
		index_add(&index, key_of(record_value(type, &records->at[i], S("title")), *perm),
		          roster_role(r, record_value(type, &records->at[i], S("role"))));
	index_sort(&index);
	return index;
}

/* ---- one line ---------------------------------------------------------------------------------- */

Str
name_word(const struct line_read *line, struct arena *perm)
{
	const Str *v = line->values;
	uint64_t key = key_of_name(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], (Str){ 0 }, *perm);
	return str_format(perm, "name %016llx", (unsigned long long)key);
}

/* Whether a ref stands among refs apart by blanks. */
static bool
among(Str refs, Str ref)
{
	for (Str word = str_word(&refs); word.len > 0; word = str_word(&refs))
		if (str_equal(word, ref))
			return true;
	return false;
}

/* The one person of the name, but for those whom somebody said it is not. */
static int
find_by_name(const struct indexes *in, const struct roster *r, const struct line_read *line, bool *several,
             struct arena scratch)
{
	const Str *v = line->values;
	uint64_t hash = key_of_name(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], (Str){ 0 }, scratch);
	int found = NOT_THERE;
	for (int i = index_first(&in->name, hash); i < in->name.count && in->name.at[i].hash == hash; i++) {
		int person = in->name.at[i].number;
		if (person == found || among(line->not_them, r->people[person].ref))
			continue;
		*several = found != NOT_THERE;
		if (*several)
			return NOT_THERE;
		found = person;
	}
	return found;
}

/* How a line was matched: by its name alone, or not, since several have it. */
struct how_matched { bool by_name, several; };

static int
find_person(const struct indexes *in, const struct roster *r, const struct line_read *line,
            struct how_matched *how, struct arena scratch)
{
	const Str *v = line->values;
	int found = index_one(&in->payroll, key_of(v[TO_PAYROLL], scratch));
	if (found == NOT_THERE)
		found = index_one(&in->swe, key_of(v[TO_SWE], scratch));
	if (found == NOT_THERE && v[TO_BORN].len > 0)
		found = index_one(&in->name_born, key_of_name(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], v[TO_BORN],
		                                              scratch));
	*how = (struct how_matched){ false, false };
	if (found != NOT_THERE || v[TO_BORN].len > 0 || v[TO_PAYROLL].len > 0 || v[TO_SWE].len > 0)
		return found;
	found = find_by_name(in, r, line, &how->several, scratch);
	how->by_name = found != NOT_THERE;
	return found;
}

static int
find_said(const struct profile *profile, enum target target, Str word, const struct index *index,
          int (*number_of)(const struct roster *, Str), const struct roster *r, struct arena scratch)
{
	Str said = word_said(profile, target, word, scratch);
	return said.len ? number_of(r, said) : index_one(index, key_of(word, scratch));
}

/* The latest spell of the person in the post, if its days and the line's can be one spell's. */
static int
find_spell(const struct roster *r, const struct line_read *line)
{
	Date first;
	if (line->person == NOT_THERE || !date_parse(line->values[TO_FROM], &first))
		return NOT_THERE;
	int found = NOT_THERE;
	for (int i = r->person_spells_begin[line->person]; i < r->person_spells_begin[line->person + 1]; i++) {
		int spell = r->person_spells[i];
		struct period days = spell_period(r, spell);
		bool in_post = line->post == NOT_THERE || spell_last(r, spell)->post == line->post;
		if (in_post && days.first.day <= first.day && first.day <= days.last.day)
			found = spell;
	}
	return found;
}

/* Whether somebody of the roster ever worked for the council through an agency. */
static bool
came_by_agency(const struct roster *roster, int person)
{
	for (int i = roster->person_spells_begin[person]; i < roster->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_last(roster, roster->person_spells[i]);
		if (row->basis == AGENCY)
			return true;
	}
	return false;
}

/* A name alone makes no agency worker one of the council's own people: it is somebody else. */
static bool
is_namesake(const struct list_read *read, const struct roster *roster, const struct line_read *line)
{
	return read->list == LIST_AGENCY && line->person != NOT_THERE && !came_by_agency(roster, line->person);
}

static void
say_namesake(const struct list_read *read, const struct roster *roster, const struct line_read *line,
             struct findings *found, struct arena *perm)
{
	findings_add(found, (struct finding){ .severity = QUERY, .code = S("same-name"),
		.record = read->sheet, .line = line->line, .field = S("Name"),
		.wrong = str_format(perm, "has the name of %.*s, whom the council employs, and is added as somebody else",
			STR_ARG(roster->people[line->person].ref)),
		.mend = S("if it is the same person, give the payroll or registration number") });
}

/* "N-000004 N-000009" of what somebody said of the name; most profiles say nothing of any. */
static Str
said_other(const struct profile *profile, const struct line_read *line, struct arena scratch)
{
	bool any = false;
	for (int i = 0; i < profile->said_count && !any; i++)
		any = profile->said[i].target == TO_FULL_NAME;
	Str said = any ? word_said(profile, TO_FULL_NAME, name_word(line, &scratch), scratch) : (Str){ 0 };
	return str_begins(said, S("not ")) ? str_from(said, S("not ").len) : (Str){ 0 };
}

static void
say_name(const struct list_read *read, const struct line_read *line, Str code, Str wrong, Str mend,
         struct findings *found)
{
	findings_add(found, (struct finding){ .severity = QUERY, .code = code, .record = read->sheet,
		.line = line->line, .field = S("Name"), .wrong = wrong, .mend = mend });
}

/* Who a line is about; by a name alone, that is asked about. */
static void
match_person(const struct indexes *in, const struct list_read *read, const struct profile *profile,
             const struct roster *roster, struct line_read *line, struct findings *found, struct arena *perm)
{
	struct how_matched how;
	line->not_them = said_other(profile, line, *perm);
	line->person = find_person(in, roster, line, &how, *perm);
	if (how.by_name && is_namesake(read, roster, line)) {
		say_namesake(read, roster, line, found, perm);
		line->person = NOT_THERE;
	} else if (how.by_name) {
		line->by_name = roster->people[line->person].ref;
		say_name(read, line, S("name-only"), str_format(perm, "is taken to be %.*s by the name alone",
			STR_ARG(line->by_name)),
			S("say below if it is another person; a payroll number or date of birth makes sure"), found);
	} else if (how.several && read->list != LIST_TEAM) {
		say_name(read, line, S("name-several"), S("is the name of more than one person here, and is added as another"),
			S("if it is one of them, write the payroll number or date of birth"), found);
	}
}

void
lines_match(struct list_read *read, const struct profile *profile, const struct roster *roster,
            struct findings *found, struct arena *perm)
{
	struct indexes in;
	index_people(&in, roster, perm);
	in.post = index_field(roster, TYPE_POST, S("number"), roster_post, perm);
	in.unit = index_field(roster, TYPE_UNIT, S("name"), roster_unit, perm);
	in.role = index_field(roster, TYPE_ROLE, S("title"), roster_role, perm);
	in.title = index_titles(roster, perm);
	for (int i = 0; i < read->count; i++) {
		struct line_read *line = &read->at[i];
		match_person(&in, read, profile, roster, line, found, perm);
		line->post = index_one(&in.post, key_of(line->values[TO_POST], *perm));
		line->unit = find_said(profile, TO_TEAM, line->values[TO_TEAM], &in.unit, roster_unit, roster, *perm);
		line->role = find_said(profile, TO_JOB_TITLE, line->values[TO_JOB_TITLE], &in.title, roster_role,
		                       roster, *perm);
		if (line->role == NOT_THERE)
			line->role = index_one(&in.role, key_of(line->values[TO_JOB_TITLE], *perm));
		line->spell = find_spell(roster, line);
	}
}
