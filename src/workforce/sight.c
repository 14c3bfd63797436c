/* sight.c: which grants of a viewer reach a unit, a post, a person or a record. */
#include "workforce/sight.h"

#include <assert.h>

static bool
ended_before(struct period when, Date day)
{
	return when.last.day < day.day;
}

/* Grants on units, each for every unit it reaches in the tree of the day. */
static void
mark_units(uint16_t *units, const struct sight *sight, int grant)
{
	int above = roster_unit(sight->roster, sight->viewer->grants[grant].unit);
	for (int u = 0; above != NOT_THERE && u < sight->roster->unit_count; u++)
		if (unit_within(sight->roster, u, above, sight->day))
			units[u] = (uint16_t)(units[u] | 1u << grant);
}

struct sight
sight_of(const struct viewer *viewer, const struct roster *roster, Date day, struct arena *perm)
{
	Str authority = roster->council->authority;
	struct sight sight = { .viewer = viewer, .roster = roster, .day = day, .self = NOT_THERE };
	uint16_t *units = new(perm, roster->unit_count + 1, uint16_t);
	assert(viewer->grant_count >= 0 && viewer->grant_count <= GRANTS_MOST);
	for (int g = 0; viewer->account.len && g < viewer->grant_count; g++) {
		const struct grant *grant = &viewer->grants[g];
		if (!str_equal(grant->authority, authority))
			continue;
		if (grant->scope == SCOPE_AUTHORITY)
			sight.everywhere = (uint16_t)(sight.everywhere | 1u << g);
		else if (grant->scope == SCOPE_UNIT)
			mark_units(units, &sight, g);
	}
	sight.units = units;
	if (viewer->account.len && viewer->person.len
	    && str_equal(viewer->authority_of_person, authority))
		sight.self = roster_person(roster, viewer->person);
	return sight;
}

/* Everything these grants give together. `left`: the person has left, which is all that an exit
 * interview lead may see of anybody. */
static struct permit
permit_by(const struct sight *sight, unsigned grants, enum field_group group, bool person, bool left)
{
	struct permit most = { 0 };
	for (int g = 0; g < sight->viewer->grant_count; g++) {
		const struct grant *grant = &sight->viewer->grants[g];
		if (!(grants >> g & 1u) || (person && !left && grant->duty == DUTY_EXIT_LEAD))
			continue;
		most = permit_union(most, grant_permit(grant, group));
	}
	return most;
}

/* Grants on oneself, in this authority. */
static unsigned
grants_on_self(const struct sight *sight)
{
	unsigned grants = 0;
	for (int g = 0; sight->self != NOT_THERE && g < sight->viewer->grant_count; g++) {
		const struct grant *grant = &sight->viewer->grants[g];
		if (grant->scope == SCOPE_SELF
		    && str_equal(grant->authority, sight->roster->council->authority))
			grants |= 1u << g;
	}
	return grants;
}

/* The unit of a post on the day; of one that had closed, the unit it was last in. */
static int
unit_of_post(const struct roster *roster, int post, Date day)
{
	const struct post_row *on = post_on(roster, post, day);
	const struct thing *rows = &roster->posts[post];
	for (int i = rows->first; !on && i < rows->first + rows->count; i++)
		if (ended_before(roster->post_rows[i].when, day)
		    && (i + 1 == rows->first + rows->count
		        || !ended_before(roster->post_rows[i + 1].when, day)))
			on = &roster->post_rows[i];
	return on ? on->unit : NOT_THERE;
}

static unsigned
grants_on_unit(const struct sight *sight, int unit)
{
	return unit == NOT_THERE ? sight->everywhere : sight->everywhere | (unsigned)sight->units[unit];
}

/* What a person's time in post says on the day: whether they are there or were, and until when. */
struct service { bool now, later; Date last; };

static struct service
service_of(const struct sight *sight, int person)
{
	const struct roster *roster = sight->roster;
	struct service service = { .last = { INT32_MIN } };
	int begin = roster->person_spells_begin[person], end = roster->person_spells_begin[person + 1];
	for (int i = begin; i < end; i++) {
		struct period when = spell_period(roster, roster->person_spells[i]);
		if (ended_before(when, sight->day))
			service.last = when.last.day > service.last.day ? when.last : service.last;
		else if (when.first.day <= sight->day.day)
			service.now = true;
		else
			service.later = true;
	}
	return service;
}

/* The grants that reach a person: by the posts they are in, or were last in when they have left. */
static unsigned
grants_on_person(const struct sight *sight, int person, struct service service)
{
	const struct roster *roster = sight->roster;
	unsigned grants = sight->everywhere;
	Date day = service.now ? sight->day : service.last;
	int begin = roster->person_spells_begin[person], end = roster->person_spells_begin[person + 1];
	for (int i = begin; i < end; i++) {
		const struct spell_row *row = spell_on(roster, roster->person_spells[i], day);
		if (row && row->post != NOT_THERE)
			grants |= grants_on_unit(sight, unit_of_post(roster, row->post, day));
	}
	return grants;
}

struct permit
sight_person(const struct sight *sight, int person, enum field_group group)
{
	assert(person >= 0 && person < sight->roster->person_count);
	if (sight->viewer->all)
		return permit_of_machine(group);
	struct service service = service_of(sight, person);
	bool left = !service.now && !service.later && service.last.day != INT32_MIN;
	unsigned grants = grants_on_person(sight, person, service);
	if (person == sight->self)
		grants |= grants_on_self(sight);
	return permit_by(sight, grants, group, true, left);
}

/* Whether the viewer is in a post of this unit (or in this post) on the day: a worker sees the unit and
 * the post they are in, as structure, and nothing else of them. */
static bool
is_ones_own(const struct sight *sight, int unit, int post)
{
	const struct roster *roster = sight->roster;
	if (sight->self == NOT_THERE)
		return false;
	int begin = roster->person_spells_begin[sight->self];
	int end = roster->person_spells_begin[sight->self + 1];
	for (int i = begin; i < end; i++) {
		const struct spell_row *row = spell_on(roster, roster->person_spells[i], sight->day);
		if (row && row->post != NOT_THERE
		    && (row->post == post || unit_of_post(roster, row->post, sight->day) == unit))
			return true;
	}
	return false;
}

static struct permit
permit_of_place(const struct sight *sight, int unit, int post, enum field_group group)
{
	unsigned grants = grants_on_unit(sight, unit);
	if (sight->viewer->all)
		return permit_of_machine(group);
	if (group == GROUP_STRUCTURE && is_ones_own(sight, post == NOT_THERE ? unit : NOT_THERE - 1, post))
		grants |= grants_on_self(sight);
	return permit_by(sight, grants, group, false, false);
}

struct permit
sight_unit(const struct sight *sight, int unit, enum field_group group)
{
	assert(unit >= 0 && unit < sight->roster->unit_count);
	return permit_of_place(sight, unit, NOT_THERE, group);
}

struct permit
sight_total(const struct sight *sight, int unit, enum field_group group)
{
	assert(unit == NOT_THERE || (unit >= 0 && unit < sight->roster->unit_count));
	if (sight->viewer->all)
		return permit_of_machine(group);
	return permit_by(sight, grants_on_unit(sight, unit), group, group != GROUP_STRUCTURE, false);
}

struct permit
sight_post(const struct sight *sight, int post, enum field_group group)
{
	assert(post >= 0 && post < sight->roster->post_count);
	return permit_of_place(sight, unit_of_post(sight->roster, post, sight->day), post, group);
}

/* What belongs to no person, post or unit is the authority's: the role catalogue, job titles. Any
 * grant reads structure there; only one on the whole authority does more. */
static struct permit
permit_of_authority(const struct sight *sight, enum field_group group)
{
	if (sight->viewer->all)
		return permit_of_machine(group);
	struct permit most = permit_by(sight, sight->everywhere, group, false, false);
	unsigned any = grants_on_self(sight);
	for (int u = 0; u < sight->roster->unit_count; u++)
		any |= sight->units[u];
	struct permit reads = permit_by(sight, any, group, false, false);
	if (group == GROUP_STRUCTURE && reads.reach >= REACH_READ)
		most = permit_union(most, (struct permit){ REACH_READ, reads.logged });
	return most;
}

/* The ref a record holds of a thing: its own when it is one, else its field of that name. */
static Str
ref_held(const struct record_type *type, const struct record *record, Str name)
{
	int field = field_find(type, name);
	if (str_equal(type->name, name))
		return record->ref;
	return field >= 0 ? record->values[field] : S("");
}

static struct permit
lesser(struct permit a, struct permit b)
{
	return (struct permit){ a.reach < b.reach ? a.reach : b.reach, a.logged || b.logged };
}

struct permit
sight_record(const struct sight *sight, const struct record_type *type, const struct record *record,
             enum field_group group)
{
	int person = roster_person(sight->roster, ref_held(type, record, S("person")));
	int post = roster_post(sight->roster, ref_held(type, record, S("post")));
	int unit = roster_unit(sight->roster, ref_held(type, record, S("unit")));
	if (person != NOT_THERE)
		return sight_person(sight, person, group);
	if (type->personal)          /* somebody unknown: only a grant on the whole authority */
		return sight->viewer->all ? permit_of_machine(group)
		                          : permit_by(sight, sight->everywhere, group, true, false);
	if (post != NOT_THERE && unit != NOT_THERE)
		return lesser(sight_post(sight, post, group), sight_unit(sight, unit, group));
	if (post != NOT_THERE)
		return sight_post(sight, post, group);
	if (unit != NOT_THERE)
		return sight_unit(sight, unit, group);
	return permit_of_authority(sight, group);
}
