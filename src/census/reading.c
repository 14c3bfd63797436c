/* reading.c: what was noticed becomes findings. */
#include "census/reading.h"

#include "census/rules.h"

void
notices_begin(struct notices *notices, struct arena *perm)
{
	*notices = (struct notices){ .at = new(perm, NOTICES_MOST, struct notice) };
}

void
notices_add(struct notices *notices, struct notice notice)
{
	if (notices->count < NOTICES_MOST)
		notices->at[notices->count++] = notice;
	else
		notices->more++;
}

void
habit_add(struct habit *habit, struct habit at)
{
	int count = habit->count + 1;
	if (habit->count == 0)
		*habit = at;
	habit->count = count;
}

/* ---- telling --------------------------------------------------------------------------------- */

static Str
record_of(const struct census_return *ret, int worker, struct arena *perm)
{
	return worker > 0 ? worker_record(&ret->workers[worker - 1], perm) : (Str){ 0 };
}

/* "", or how many records have the same besides. */
static Str
and_more(const struct habit *habit, struct arena *perm)
{
	if (habit->count < 2)
		return (Str){ 0 };
	int more = habit->count - 1;
	return str_format(perm, ", and so in %d more record%s", more, more == 1 ? "" : "s");
}

static void
tell_habit(const struct habit *habit, enum item item, Str wrong, Str mend,
	   const struct census_return *ret, struct findings *found, struct arena *perm)
{
	wrong = str_join(wrong, and_more(habit, perm), perm);
	census_tell_at(found, (struct finding){ .code = S("D009"),
						.file = ret->file,
						.line = habit->line,
						.column = habit->column,
						.record = record_of(ret, habit->worker, perm),
						.field = item_rows[item].name,
						.wrong = wrong,
						.mend = mend });
}

static void
tell_habits(const struct notices *notices, const struct census_return *ret, struct findings *found,
	    struct arena *perm)
{
	for (int i = 0; i < ITEMS; i++) {
		const struct habit *empty = &notices->empty[i], *late = &notices->late[i];
		if (empty->count > 0)
			tell_habit(empty, (enum item)i, S("is there and empty"),
				   S("leave the element out where there is nothing to say"), ret,
				   found, perm);
		if (late->count > 0)
			tell_habit(late, (enum item)i,
				   str_format(perm, "stands after %.*s",
					      STR_ARG(item_rows[late->after].name)),
				   str_format(perm, "write it before %.*s, as DfE's message has it",
					      STR_ARG(item_rows[late->after].name)),
				   ret, found, perm);
	}
}

void
notices_tell(const struct notices *notices, const struct census_return *ret, struct findings *found,
	     struct arena *perm)
{
	for (int i = 0; i < notices->count; i++) {
		const struct notice *n = &notices->at[i];
		census_tell_at(found, (struct finding){ .code = n->code,
							.file = ret->file,
							.line = n->line,
							.column = n->column,
							.record = record_of(ret, n->worker, perm),
							.field = n->field,
							.seen = n->seen,
							.wrong = n->wrong,
							.mend = n->mend });
	}
	if (notices->more > 0)
		census_tell_at(
			found,
			(struct finding){
				.code = S("D009"),
				.file = ret->file,
				.wrong = str_format(perm,
						    "the file has %d more elements that are amiss",
						    notices->more),
				.mend = S("mend those that are told, and check it again") });
	tell_habits(notices, ret, found, perm);
}

Str
reading_nearest(Str name, enum item_place place)
{
	enum { NEAR = 3 };
	Str best = { 0 };
	int least = NEAR + 1;
	for (int i = 0; i < ITEMS; i++) {
		Str other = item_rows[i].name;
		int distance = str_distance(name, other);
		bool near = distance < least &&
			    2 * distance < (name.len > other.len ? name.len : other.len);
		if (item_rows[i].place == place && near) {
			least = distance;
			best = other;
		}
	}
	return best;
}

/* The signs that begin one, with the full-width forms that some programs fold. */
bool
reading_formula(Str text)
{
	static const Str starts[] = {
		STR("="),  STR("+"),      STR("-"),      STR("@"),      STR("\t"),     STR("\r"),
		STR("\n"), STR("\uFF1D"), STR("\uFF0B"), STR("\uFF0D"), STR("\uFF20"),
	};
	while (str_begins(text, S("'")))
		text = str_from(text, 1);
	for (ptrdiff_t i = 0; i < countof(starts); i++)
		if (str_begins(text, starts[i]))
			return true;
	return false;
}
