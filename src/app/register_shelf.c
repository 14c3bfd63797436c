/* register_shelf.c: a type's records before a viewer: which are there, and which of their fields. */
#include "app/register_parts.h"

#include "app/stored.h"
#include "store/records.h"

/* ---- types in addresses ---------------------------------------------------------------------- */

Str
record_type_segment(const struct record_type *type, struct arena *perm)
{
	struct text segment = text_new(perm);
	for (ptrdiff_t i = 0; i < type->many.len; i++)
		text_char(&segment, type->many.at[i] == ' ' ? '-' : type->many.at[i]);
	return text_str(&segment);
}

const struct record_type *
record_type_at(Str segment)
{
	const struct record_type *type = record_type_find(segment);
	if (!type || segment.len != type->many.len)
		return NULL;
	for (ptrdiff_t i = 0; i < segment.len; i++)
		if (segment.at[i] == ' ' ||
		    (segment.at[i] != '-' && segment.at[i] != type->many.at[i]))
			return NULL;
	return type;
}

const struct record_type *
record_types_all(int *count)
{
	*count = RECORD_TYPES;
	return record_types;
}

/* ---- settling -------------------------------------------------------------------------------- */

/* A council that keeps nothing yet. */
static const struct held *
nothing_held(const struct ask *ask, struct arena *perm)
{
	struct held *held = new(perm, 1, struct held);
	held->council.authority = ask->area;
	for (int t = 0; t < RECORD_TYPES; t++)
		held->council.of[t].type = &record_types[t];
	roster_build(&held->roster, &held->council, perm);
	return held;
}

struct apart {
	Str authority;
	const struct record_type *type;
	struct records records;
	struct arena *perm;
};

static bool
read_apart(struct store *store, void *what, struct error *err)
{
	struct apart *in = what;
	return store_records_read(store, in->authority, in->type, &in->records, in->perm, err);
}

/* Equality records are kept apart from all others, and read only when they are asked for. */
static bool
shelf_read_apart(struct shelf *shelf, struct answer *why)
{
	struct error err = { 0 };
	struct arena *perm = shelf->own.perm;
	struct apart in = { shelf->own.place->slug, shelf->type, { .type = shelf->type }, perm };
	if (!shelf->own.world->keeper)
		return true;
	if (!stored(shelf->own.world, read_apart, &in, perm, &err)) {
		*why = answer_failed(S("The records cannot be read"), &err, perm);
		return false;
	}
	struct records *records = new(perm, 1, struct records);
	*records = in.records;
	records->type = shelf->type;
	shelf->records = records;
	return true;
}

struct permit
shelf_permit(const struct shelf *shelf, enum field_group group)
{
	return viewer_permit(shelf->own.ask->viewer, shelf->own.place->slug, group,
			     shelf->own.ask->today);
}

static bool
is_of_whole(const struct record_type *type)
{
	static const Str parts[] = { STR("person"), STR("post"), STR("unit") };
	for (int i = 0; i < countof(parts); i++)
		if (field_find(type, parts[i]) >= 0 || str_equal(type->name, parts[i]))
			return false;
	return !type->personal;
}

bool
shelf_may_add(const struct shelf *shelf)
{
	enum field_group group = shelf->type->group;
	if (is_of_whole(shelf->type) && sight_total(&shelf->own.sight, NOT_THERE, group).reach < REACH_WRITE)
		return false;
	return shelf_permit(shelf, group).reach >= REACH_WRITE;
}

bool
shelf_settle(const struct world *world, const struct ask *ask, struct shelf *shelf,
	     struct answer *why, struct arena *perm)
{
	struct ask *held = new(perm, 1, struct ask);
	const struct record_type *type = record_type_find(ask->type);
	if (!type) {
		*why = answer_words(UNKNOWN, S("There is no such kind of record"),
				    S("The help page lists every address; the command \u201chelp "
				      "records\u201d every kind."),
				    perm);
		return false;
	}
	*held = *ask;
	if (!held->held)
		held->held = nothing_held(ask, perm);
	if (!own_settle(world, held, &shelf->own, why, perm))
		return false;
	shelf->type = type;
	shelf->records = &shelf->own.council->of[record_type_id(type)];
	if (shelf_permit(shelf, type->group).reach < REACH_PSEUDONYM) {
		*why = admit_refuses(ask, (struct need){ OF_COUNCIL, type->group, REACH_READ },
				     perm);
		return false;
	}
	return type != &record_types[TYPE_EQUALITY] || shelf_read_apart(shelf, why);
}

struct shelf
shelf_beside(const struct shelf *shelf, const struct record_type *type)
{
	struct shelf beside = *shelf;
	beside.type = type;
	beside.records = &shelf->own.council->of[record_type_id(type)];
	return beside;
}

struct answer
shelf_nothing(const struct shelf *shelf)
{
	struct arena *perm = shelf->own.perm;
	struct answer answer = answer_words(
		UNKNOWN,
		str_format(perm, "There is no such %.*s here for you", STR_ARG(shelf->type->one)),
		str_format(
			perm,
			"Either there never was one with that reference, or it is not "
			"among what your duties let you see. The list has all %.*s that you may.",
			STR_ARG(shelf->type->many)),
		perm);
	struct run *list = new(perm, 1, struct run);
	*list = (struct run){ .text = type_many(shelf->type, perm),
			      .href = shelf_href(shelf, S("")) };
	answer.document.caption = shelf->own.place->name;
	document_runs(&answer.document, BLOCK_LIST, list, 1);
	return answer;
}

const struct record *
shelf_find(const struct shelf *shelf, Str ref)
{
	int first, count = records_of(shelf->records, ref, &first);
	const struct record *row = record_on(shelf->records, ref, shelf->own.ask->day);
	for (int i = 0; i < count && !row; i++)
		if (i + 1 == count ||
		    shelf->records->at[first + i + 1].when.first.day > shelf->own.ask->day.day)
			row = &shelf->records->at[first + i];
	if (!row)
		return NULL;
	struct look look = look_at(shelf, row);
	return look_sees(&look) ? row : NULL;
}

/* ---- one row before a viewer ----------------------------------------------------------------- */

struct look
look_at(const struct shelf *shelf, const struct record *record)
{
	return (struct look){ .shelf = shelf, .record = record };
}

/* Whether a row about a person tells of days after a past one that is asked about, and the person has gone
 * out of the viewer's sight since. */
static bool
is_of_later(const struct look *look)
{
	const struct own *own = &look->shelf->own;
	const struct record_type *type = look->shelf->type;
	int field = field_find(type, S("person")), on = field_find(type, S("day"));
	Date begins = { INT32_MIN };
	if (own->ask->day.day >= own->ask->today.day || !type->personal || field < 0 || !look->record->values)
		return false;
	int person = roster_person(own->roster, look->record->values[field]);
	if (type->dated)
		begins = look->record->when.first;
	else if (on >= 0 && !date_parse(look->record->values[on], &begins))
		return false;
	return begins.day > own->ask->day.day && person != NOT_THERE && !person_seen_since(own, person);
}

struct permit
look_permit(struct look *look, enum field_group group)
{
	if (!(look->asked >> group & 1u)) {
		look->asked |= 1u << group;
		if (is_of_later(look))
			return look->of[group] = (struct permit){ 0 };
		look->of[group] = sight_record(&look->shelf->own.sight, look->shelf->type,
					       look->record, group);
	}
	return look->of[group];
}

bool
look_sees(struct look *look)
{
	return look_permit(look, look->shelf->type->group).reach >= REACH_PSEUDONYM;
}

static bool
permit_shows(struct permit permit, const struct field *field)
{
	bool typed = field->kind == FIELD_TEXT || field->kind == FIELD_NOTE;
	return permit.reach >= REACH_READ || (permit.reach == REACH_PSEUDONYM && !typed);
}

bool
look_shows(struct look *look, int field)
{
	const struct field *at = &look->shelf->type->fields[field];
	return permit_shows(look_permit(look, at->group), at);
}

bool
look_writes(struct look *look, int field)
{
	return look_permit(look, look->shelf->type->fields[field].group).reach >= REACH_WRITE;
}

bool
look_may_change(struct look *look)
{
	bool may = look_permit(look, look->shelf->type->group).reach >= REACH_WRITE;
	for (int f = 0; f < look->shelf->type->field_count && !may; f++)
		may = look_writes(look, f);
	return may;
}

/* "person N-000012": the person a row is about, or the row. */
static Str
record_object(const struct record_type *type, const struct record *record, struct arena *perm)
{
	int person = field_find(type, S("person"));
	if (person >= 0 && record->values && record->values[person].len)
		return str_format(perm, "person %.*s", STR_ARG(record->values[person]));
	return str_format(perm, "%.*s %.*s", STR_ARG(type->one), STR_ARG(record->ref));
}

void
look_witness(struct look *look, const bool *fields)
{
	const struct record_type *type = look->shelf->type;
	bool told[FIELD_GROUPS] = { false };
	Str object = { 0 };
	for (int f = -1; f < type->field_count; f++) {
		enum field_group group = f < 0 ? type->group : type->fields[f].group;
		if (told[group] || (f >= 0 && !(fields[f] && look_shows(look, f))) ||
		    !look_permit(look, group).logged)
			continue;
		if (!object.at)
			object = record_object(type, look->record, look->shelf->own.perm);
		witness_saw(look->shelf->own.ask, group, object);
		told[group] = true;
	}
}

void
shelf_columns(const struct shelf *shelf, bool columns[FIELDS_OF_TYPE_MOST])
{
	for (int f = 0; f < shelf->type->field_count; f++)
		columns[f] = permit_shows(shelf_permit(shelf, shelf->type->fields[f].group),
					  &shelf->type->fields[f]);
}
