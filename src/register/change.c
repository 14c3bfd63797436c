/* change.c: what a person wants done with a thing, as changes of its rows. */
#include "register/field.h"

#include <stddef.h>

/* The rows of the thing somebody wants changed. */
struct thing_rows {
	const struct record_type *type;
	const struct record *at;
	int count;
	struct changes *changes;
	struct error *err;
};

static Str
said(Date day, struct thing_rows *rows)
{
	return date_text(day, rows->changes->arena);
}

static bool
find_rows(const struct records *records, Str ref, struct changes *changes, struct error *err,
          struct thing_rows *rows)
{
	int first;
	err->text[0] = '\0';
	*rows = (struct thing_rows){ records->type, NULL, 0, changes, err };
	rows->count = records_of(records, ref, &first);
	rows->at = rows->count ? &records->at[first] : NULL;
	if (!rows->count)
		return fail(err, "there is no %.*s %.*s", STR_ARG(records->type->one), STR_ARG(ref));
	return true;
}

static bool
same_values(const struct record_type *type, const Str *a, const Str *b)
{
	for (int f = 0; f < type->field_count; f++)
		if (!str_equal(a[f], b[f]))
			return false;
	return true;
}

static void
alter(struct thing_rows *rows, const struct record *before, struct period when, const Str *values)
{
	bool same_days = when.first.day == before->when.first.day
	                 && when.last.day == before->when.last.day;
	if (same_days && same_values(rows->type, values, before->values))
		return;
	struct record after = *before;
	after.when = when;
	after.values = values;
	after.version = before->version + 1;
	changes_add(rows->changes, (struct change){ ALTER, rows->type, *before, after });
}

static void
add(struct thing_rows *rows, struct period when, const Str *values)
{
	struct record after = { .ref = rows->at[0].ref, .when = when, .values = values };
	changes_add(rows->changes, (struct change){ ADD, rows->type, { 0 }, after });
}

static void
take_away(struct thing_rows *rows, const struct record *before)
{
	changes_add(rows->changes, (struct change){ REMOVE, rows->type, *before, { 0 } });
}

/* The last row that begins on or before the day, or -1. */
static int
row_begun(const struct thing_rows *rows, Date day)
{
	int row = -1;
	for (int i = 0; i < rows->count && rows->at[i].when.first.day <= day.day; i++)
		row = i;
	return row;
}

/* ---- from a day on --------------------------------------------------------------------------- */

/* The day is in no row: the thing had ended. What must be unbroken stays ended; else it begins again. */
static bool
begin_again(struct thing_rows *rows, int row, Date day, Date last, const Str *values)
{
	if (rows->type->unbroken)
		return fail(rows->err, "%.*s ended on %.*s, so nothing about it changes on %.*s",
		            STR_ARG(rows->at[0].ref), STR_ARG(said(rows->at[row].when.last, rows)),
		            STR_ARG(said(day, rows)));
	add(rows, (struct period){ day, last }, values);
	return true;
}

static bool
from_day(struct thing_rows *rows, int row, Date day, const Str *values)
{
	const struct record *now = &rows->at[row];
	bool more = row + 1 < rows->count;
	if (day.day > now->when.last.day)
		return begin_again(rows, row, day,
		                   more ? (Date){ rows->at[row + 1].when.first.day - 1 } : DATE_OPEN, values);
	if (now->when.first.day == day.day || same_values(rows->type, values, now->values)) {
		alter(rows, now, now->when, values);
		return true;
	}
	alter(rows, now, (struct period){ now->when.first, { day.day - 1 } }, now->values);
	add(rows, (struct period){ day, now->when.last }, values);
	return true;
}

bool
change_from(const struct records *records, Str ref, Date day, const Str *values,
            struct changes *changes, struct error *err)
{
	struct thing_rows rows;
	if (!find_rows(records, ref, changes, err, &rows))
		return false;
	if (!records->type->dated) {
		alter(&rows, rows.at, rows.at->when, values);
		return true;
	}
	if (day.day >= DATE_OPEN.day)
		return fail(err, "give the day from which it holds");
	int row = row_begun(&rows, day);
	if (row < 0)
		return fail(err, "%.*s began on %.*s, so it cannot change on %.*s; correct its first day "
		            "instead", STR_ARG(ref), STR_ARG(said(rows.at->when.first, &rows)),
		            STR_ARG(said(day, &rows)));
	if (!from_day(&rows, row, day, values))
		return false;
	if (row + 1 < rows.count)     /* not a failure: words for whoever asked */
		fail(err, "%.*s also changes on %.*s; that stays as it is", STR_ARG(ref),
		     STR_ARG(said(rows.at[row + 1].when.first, &rows)));
	return true;
}

bool
change_end(const struct records *records, Str ref, Date day, struct changes *changes,
           struct error *err)
{
	struct thing_rows rows;
	if (!find_rows(records, ref, changes, err, &rows))
		return false;
	if (!records->type->dated)
		return fail(err, "%.*s have no last day", STR_ARG(records->type->many));
	int row = row_begun(&rows, day);
	if (row < 0)
		return fail(err, "%.*s began on %.*s, so its last day cannot be %.*s", STR_ARG(ref),
		            STR_ARG(said(rows.at->when.first, &rows)), STR_ARG(said(day, &rows)));
	alter(&rows, &rows.at[row], (struct period){ rows.at[row].when.first, day },
	      rows.at[row].values);
	for (int i = row + 1; i < rows.count; i++)
		take_away(&rows, &rows.at[i]);
	return true;
}

/* ---- one row --------------------------------------------------------------------------------- */

/* The row of this id with all the rows of its ref; `*at` is which of them it is. */
static bool
find_row(const struct records *records, int64_t id, int version, struct thing_rows *rows, int *at)
{
	const struct record *row = NULL;
	int first;
	rows->err->text[0] = '\0';
	for (int i = 0; i < records->count && id && !row; i++)
		if (records->at[i].id == id)
			row = &records->at[i];
	if (!row)
		return fail(rows->err, "this %.*s is no longer there: somebody took it away",
		            STR_ARG(records->type->one));
	if (row->version != version)
		return fail(rows->err, "somebody else changed %.*s meanwhile; look at it again",
		            STR_ARG(row->ref));
	rows->type = records->type;
	rows->count = records_of(records, row->ref, &first);
	rows->at = &records->at[first];
	*at = (int)(row - rows->at);
	return true;
}

static bool
adjoin(const struct record *earlier, const struct record *later)
{
	return earlier->when.last.day + 1 == later->when.first.day;
}

/* A neighbour of a corrected row gives way when the two must adjoin; else it must not be touched. */
static bool
neighbour_fits(struct thing_rows *rows, int neighbour, bool earlier, struct period when)
{
	const struct record *other = &rows->at[neighbour];
	struct period days = other->when;
	if (rows->type->unbroken && earlier)
		days.last.day = when.first.day - 1;
	if (rows->type->unbroken && !earlier)
		days.first.day = when.last.day + 1;
	bool clear = earlier ? days.last.day < when.first.day : when.last.day < days.first.day;
	if (!clear || days.first.day > days.last.day)
		return fail(rows->err, "%.*s has another row, which begins on %.*s: the two would overlap",
		            STR_ARG(other->ref), STR_ARG(said(other->when.first, rows)));
	alter(rows, other, days, other->values);
	return true;
}

bool
change_correct(const struct records *records, int64_t id, int version, struct period when,
               const Str *values, struct changes *changes, struct error *err)
{
	struct thing_rows rows = { .changes = changes, .err = err };
	int at, was = changes->count;
	if (!find_row(records, id, version, &rows, &at))
		return false;
	if (!records->type->dated)
		when = rows.at[at].when;
	else if (when.last.day < when.first.day || when.first.day >= DATE_OPEN.day)
		return fail(err, "the last day, %.*s, is before the first, %.*s",
		            STR_ARG(said(when.last, &rows)), STR_ARG(said(when.first, &rows)));
	bool fits = (at == 0 || neighbour_fits(&rows, at - 1, true, when))
	            && (at + 1 == rows.count || neighbour_fits(&rows, at + 1, false, when));
	if (!fits) {
		changes->count = was;
		return false;
	}
	alter(&rows, &rows.at[at], when, values);
	return true;
}

bool
change_remove(const struct records *records, int64_t id, int version, struct changes *changes,
              struct error *err)
{
	struct thing_rows rows = { .changes = changes, .err = err };
	int at;
	if (!find_row(records, id, version, &rows, &at))
		return false;
	bool between = at > 0 && at + 1 < rows.count;
	if (rows.type->unbroken && between && adjoin(&rows.at[at - 1], &rows.at[at]))
		return fail(err, "without the row from %.*s %.*s would have a hole; correct the row instead",
		            STR_ARG(said(rows.at[at].when.first, &rows)), STR_ARG(rows.at[at].ref));
	take_away(&rows, &rows.at[at]);
	return true;
}
