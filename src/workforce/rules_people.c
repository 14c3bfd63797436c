/* rules_people.c: what must be true of one person's working life, and who may be one person. */
#include "workforce/ruling.h"

#include <stdlib.h>

enum { AGE_LEAST = 16, AGE_MOST = 100 };

static int
person_of(const struct roster *r, int spell)
{
	return spell_last(r, spell)->person;
}

/* ---- at once ----------------------------------------------------------------------------------- */

static int64_t
fte_on(const struct roster *r, int person, Date day)
{
	int64_t fte = 0;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], day);
		fte += row ? row->fte : 0;
	}
	return fte;
}

/* FTE grows only where a row begins, so those days are enough. The worst day is said. */
static void
check_person_fte(struct ruling *in, int person)
{
	const struct roster *r = &in->roster;
	int64_t worst = FTE_ONE;
	Date when = DATE_OPEN;
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct thing *spell = &r->spells[r->person_spells[i]];
		for (int j = spell->first; j < spell->first + spell->count; j++) {
			int64_t fte = fte_on(r, person, r->spell_rows[j].when.first);
			if (fte > worst) {
				worst = fte;
				when = r->spell_rows[j].when.first;
			}
		}
	}
	if (worst == FTE_ONE)
		return;
	Str fte = figure_text((Figure){ .micro = worst }, 2, in->perm);
	rule_breaks(in, worst > FTE_ONE + FTE_ONE / 2 ? RULE_PERSON_FTE : RULE_PERSON_OVER_ONE,
	            r->people[person].ref,
	            str_format(in->perm, "works %.*s FTE from %.*s", STR_ARG(fte),
	                       STR_ARG(date_text(when, in->perm))),
	            S("end one of the posts, or lower its FTE"));
}

static void
check_twice(struct ruling *in, int person)
{
	const struct roster *r = &in->roster;
	int end = r->person_spells_begin[person + 1];
	for (int i = r->person_spells_begin[person]; i < end; i++)
		for (int j = i + 1; j < end; j++) {
			int a = r->person_spells[i], b = r->person_spells[j];
			int post = spell_last(r, a)->post;
			if (post == NOT_THERE || post != spell_last(r, b)->post ||
			    !days_meet(spell_period(r, a), spell_period(r, b)))
				continue;
			rule_breaks(in, RULE_TWICE_IN_POST, r->spells[b].ref,
			            str_format(in->perm, "puts a person into post %.*s who is in it by %.*s already",
			                       STR_ARG(post_called(r, post, spell_period(r, b).first)),
			                       STR_ARG(r->spells[a].ref)),
			            S("keep one of the two, or end the first before the second begins"));
		}
}

/* ---- one spell --------------------------------------------------------------------------------- */

static void
check_age(struct ruling *in, int spell)
{
	const struct roster *r = &in->roster;
	int person = person_of(r, spell);
	if (person == NOT_THERE || !r->people[person].has_born)
		return;
	int age = date_years(r->people[person].born, spell_period(r, spell).first);
	if (age >= AGE_LEAST && age <= AGE_MOST)
		return;
	rule_breaks(in, RULE_AGE, r->spells[spell].ref,
	            str_format(in->perm, "begins when the person is %d", age),
	            S("check the date of birth and the first day"));
}

static void
check_reason(struct ruling *in, int spell)
{
	const struct spell_row *last = spell_last(&in->roster, spell);
	if (last->when.last.day == DATE_OPEN.day && (last->reason > 0 || last->destination > 0))
		rule_breaks(in, RULE_REASON, in->roster.spells[spell].ref,
		            S("says why the person left, and not when"), S("give the last day"));
}

static void
check_cover(struct ruling *in, int spell)
{
	const struct roster *r = &in->roster;
	const struct spell_row *last = spell_last(r, spell);
	Str ref = r->spells[spell].ref;
	if (last->basis == COVER && last->covers == NOT_THERE)
		rule_breaks(in, RULE_COVER, ref, S("covers nobody"), S("say whose time in post it covers"));
	else if (last->covers == NOT_THERE)
		return;
	else if (last->covers == spell || person_of(r, last->covers) == last->person)
		rule_breaks(in, RULE_COVER, ref, S("covers the same person"), S("say who is absent"));
	else if (!days_meet(spell_period(r, spell), spell_period(r, last->covers)))
		rule_breaks(in, RULE_COVER, ref, S("covers somebody who is not in post then"),
		            S("check the days of both"));
}

void
rules_of_people(struct ruling *in)
{
	const struct roster *r = &in->roster;
	for (int s = 0; s < r->spell_count; s++)
		if (in->spells[s]) {
			check_age(in, s);
			check_reason(in, s);
			check_cover(in, s);
		}
	for (int p = 0; p < r->person_count; p++)
		if (in->people[p] && r->people[p].merged_into == NOT_THERE) {
			check_person_fte(in, p);
			check_twice(in, p);
			if (!r->people[p].has_born && r->person_spells_begin[p] < r->person_spells_begin[p + 1])
				rule_breaks(in, RULE_NO_BIRTH_DATE, r->people[p].ref, S("has no date of birth"),
				            S("add it before the census"));
		}
}

/* ---- who may be one person --------------------------------------------------------------------- */

struct key { uint64_t hash; int person; };

static int
key_order(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->person - y->person;
}

/* A key that two records of one person share; 0: none. */
typedef uint64_t person_key(const struct person *person, struct arena scratch);

static uint64_t
name_key(const struct person *person, struct arena scratch)
{
	if (!person->has_born)
		return 0;
	return str_hash(str_format(&scratch, "%.*s|%.*s|%d",
		STR_ARG(str_lower(str_trim(person->family_name), &scratch)),
		STR_ARG(str_lower(str_trim(person->given_names), &scratch)), (int)person->born.day));
}

static uint64_t
number_key(const struct person *person, struct arena scratch)
{
	return person->swe.len ? str_hash(str_lower(person->swe, &scratch)) : 0;
}

static void
check_twins(struct ruling *in, person_key *key_of, enum rule_id rule, Str wrong, Str mend)
{
	const struct roster *r = &in->roster;
	struct key *keys = new(in->perm, r->person_count, struct key);
	int count = 0;
	for (int p = 0; p < r->person_count; p++) {
		uint64_t hash = r->people[p].merged_into == NOT_THERE ? key_of(&r->people[p], *in->perm) : 0;
		if (hash != 0)
			keys[count++] = (struct key){ hash, p };
	}
	qsort(keys, (size_t)count, sizeof *keys, key_order);
	for (int i = 0; i + 1 < count; i++) {
		int a = keys[i].person, b = keys[i + 1].person;
		if (keys[i].hash != keys[i + 1].hash || !(in->people[a] || in->people[b]))
			continue;
		int said = in->people[b] ? b : a;
		rule_breaks(in, rule, r->people[said].ref, str_format(in->perm, "%.*s %.*s", STR_ARG(wrong),
		            STR_ARG(r->people[said == b ? a : b].ref)), mend);
	}
}

void
rules_of_twins(struct ruling *in)
{
	check_twins(in, name_key, RULE_SAME_PERSON, S("has the name and birth date of"),
	            S("merge them if they are one person"));
	check_twins(in, number_key, RULE_SAME_NUMBER, S("has the registration number of"),
	            S("merge them, or mend the number"));
}
