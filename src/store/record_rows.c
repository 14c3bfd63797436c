/* record_rows.c: SQL of a type, and its values as the engine's columns. */
#include "store/record_rows.h"

#include <assert.h>
#include <string.h>

const Str record_columns[] = { STR("authority"), STR("id"), STR("version"), STR("ref"), STR("from_day"),
                            STR("to_day") };
const int record_column_count = (int)countof(record_columns);

bool
record_apart(const struct record_type *type)
{
	return type->group == GROUP_EQUALITY;
}

/* ---- SQL ------------------------------------------------------------------------------------- */

static int
own_columns_of(const struct record_type *type)
{
	return type->dated ? record_column_count : record_column_count - 2;
}

static int
columns_of(const struct record_type *type)
{
	return own_columns_of(type) + type->field_count;
}

static void
add_columns(struct text *sql, const struct record_type *type)
{
	int own = own_columns_of(type);
	for (int c = 0; c < columns_of(type); c++)
		text_format(sql, "%s\"%.*s\"", c ? ", " : "",
		            STR_ARG(c < own ? record_columns[c] : type->fields[c - own].name));
}

static const char *
finished(struct text *sql)
{
	text_char(sql, 0);
	return sql->at;
}

static const char *
sql_of_table(const char *before, const struct record_type *type, const char *after,
             struct arena *perm)
{
	return str_c(str_format(perm, "%s \"%.*s\" %s", before, STR_ARG(type->name), after), perm);
}

static const char *
sql_to_read(const struct record_type *type, struct arena *perm)
{
	struct text sql = text_new(perm);
	text_add(&sql, S("SELECT "));
	add_columns(&sql, type);
	text_format(&sql, " FROM \"%.*s\" WHERE authority = $1 ORDER BY ref, %sid", STR_ARG(type->name),
	            type->dated ? "from_day, " : "");
	return finished(&sql);
}

static const char *
sql_to_add(const struct record_type *type, struct arena *perm)
{
	struct text sql = text_new(perm);
	text_format(&sql, "INSERT INTO \"%.*s\" (", STR_ARG(type->name));
	add_columns(&sql, type);
	text_add(&sql, S(") VALUES ("));
	for (int c = 1; c <= columns_of(type); c++)
		text_format(&sql, "%s$%d", c > 1 ? ", " : "", c);
	text_char(&sql, ')');
	return finished(&sql);
}

/* By the index of refs. A few, since one may have come from elsewhere and only look like those made here. */
#define GIVEN_SQL(table) \
	"SELECT DISTINCT ref FROM " table " WHERE authority = $1 AND type = $2 AND ref >= $3 AND ref <= $4 ORDER BY ref DESC LIMIT 20"
static const char *const given_sql[2] = { GIVEN_SQL("record_change"), GIVEN_SQL("equality_change") };

struct record_sql
record_sql(const struct record_type *type, struct arena *perm)
{
	return (struct record_sql){
		.count = sql_of_table("SELECT count(*) FROM", type, "WHERE authority = $1", perm),
		.any = sql_of_table("SELECT 1 FROM", type, "WHERE authority = $1 LIMIT 1", perm),
		.take = sql_of_table("DELETE FROM", type,
		                     "WHERE authority = $1 AND id = $2 AND version = $3", perm),
		.given = given_sql[record_apart(type)], .read = sql_to_read(type, perm), .add = sql_to_add(type, perm) };
}

/* ---- values as columns ------------------------------------------------------------------------ */

/* "0.6", "12": as value_read gives it. */
static Str
millionths_text(int64_t micro, struct arena *perm)
{
	Str text = figure_plain(figure_micro(micro), 6, perm);
	while (text.at[text.len - 1] == '0')
		text.len--;
	if (text.at[text.len - 1] == '.')
		text.len--;
	return text;
}

static bool
number_arg(const struct field *field, Str value, struct arg *arg, struct arena scratch)
{
	bool whole = field->kind == FIELD_WHOLE;
	struct parsed_decimal number = parse_decimal(value, whole ? 0 : 6, false);
	*arg = arg_int(whole ? number.micro / MICRO : number.micro);
	return number.ok && str_equal(millionths_text(number.micro, &scratch), value);
}

static bool
is_iso_date(Str value, struct arena scratch)
{
	Date date;
	return date_parse(value, &date) && str_equal(date_iso(date, &scratch), value);
}

static bool
is_text(Str value)
{
	return str_utf8(value, NULL) && !memchr(value.at, 0, (size_t)value.len);
}

static bool
value_arg(const struct field *field, Str value, struct arg *arg, struct arena scratch)
{
	*arg = value.len ? arg_text(value) : (struct arg){ .kind = ARG_NULL };
	if (!value.len)
		return true;
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_REF:     return is_text(value);
	case FIELD_DATE:    return is_iso_date(value, scratch);
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
	case FIELD_WHOLE:   return number_arg(field, value, arg, scratch);
	case FIELD_CHOICE:  return choice_find(field, value) != NULL;
	case FIELD_YES_NO:  return str_equal(value, S("yes")) || str_equal(value, S("no"));
	}
	return false;
}

static struct arg
day_arg(Date day, struct arena *perm)
{
	return arg_text(day.day == DATE_OPEN.day ? S("9999-12-31") : date_iso(day, perm));
}

bool
record_args(const struct record_type *type, Str authority, const struct record *record,
            struct record_args *row, struct arena *perm, struct error *err)
{
	assert(type->field_count <= FIELDS_OF_TYPE_MOST);
	row->count = 0;
	row->at[row->count++] = arg_text(authority);
	row->at[row->count++] = arg_int(record->id);
	row->at[row->count++] = arg_int(record->version);
	row->at[row->count++] = arg_text(record->ref);
	if (!record->ref.len || !is_text(record->ref))
		return fail(err, "a new %.*s has no reference", STR_ARG(type->one));
	if (type->dated && (record->when.first.day > record->when.last.day
	                    || record->when.last.day > DATE_OPEN.day))
		return fail(err, "the last day of a %.*s is before its first", STR_ARG(type->one));
	if (type->dated) {
		row->at[row->count++] = day_arg(record->when.first, perm);
		row->at[row->count++] = day_arg(record->when.last, perm);
	}
	for (int f = 0; f < type->field_count; f++)
		if (!value_arg(&type->fields[f], record->values[f], &row->at[row->count++], *perm))
			return fail(err, "\"%.*s\" of a %.*s is not in the form it is kept in",
			            STR_ARG(type->fields[f].label), STR_ARG(type->one));
	return true;
}

/* ---- columns as values ------------------------------------------------------------------------ */

static Str
value_of(const struct field *field, const struct rows *rows, int column, struct arena *perm)
{
	struct arg is = row_arg(rows, column);
	const struct choice *choice;
	switch (is.kind) {
	case ARG_NULL:
		return S("");
	case ARG_INT:
		return field->kind == FIELD_WHOLE ? str_format(perm, "%lld", (long long)is.number)
		                                  : millionths_text(is.number, perm);
	case ARG_TEXT:
		choice = choice_find(field, is.text);
		return choice ? choice->code : str_copy(is.text, perm);
	}
	return S("");
}

static bool
day_of(const struct rows *rows, int column, Date *day)
{
	return date_parse(row_arg(rows, column).text, day);
}

static bool
record_of(const struct record_type *type, const struct rows *rows, struct record *record,
          struct arena *perm)
{
	int own = own_columns_of(type);
	record->id = row_int(rows, 1);
	record->version = (int)row_int(rows, 2);
	record->ref = row_text(rows, 3, perm);
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = value_of(&type->fields[f], rows, own + f, perm);
	record->values = values;
	return !type->dated
		|| (day_of(rows, 4, &record->when.first) && day_of(rows, 5, &record->when.last));
}

static bool
count_rows(struct store *store, const char *sql, Str authority, int *count, struct error *err)
{
	struct rows *rows = store_query(store, sql, args(arg_text(authority)), err);
	*count = rows_next(rows) ? (int)row_int(rows, 0) : 0;
	while (rows_next(rows))
		;
	return rows_end(rows, err);
}

/* The last number that was ever given, by the history: of records that were taken away too. */
static bool
read_given(struct store *store, Str authority, const char *sql, struct records *records, struct arena scratch, struct error *err)
{
	int64_t least = 100000, most = 999999;
	Str letter = records->type->letter;
	for (records->given = ref_last(records); records->given > most; most = most * 10 + 9)
		least *= 10;
	Str first = ref_numbered(records->type, least == 100000 ? 0 : least, &scratch), last = ref_numbered(records->type, most, &scratch);
	struct rows *rows = store_query(store, sql, args(arg_text(authority), arg_text(records->type->name), arg_text(first), arg_text(last)), err);
	while (rows_next(rows)) {
		int64_t number = ref_number(letter, row_text(rows, 0, &scratch));
		records->given = number > records->given ? number : records->given;
	}
	return rows_end(rows, err);
}

bool
record_rows(struct store *store, Str authority, const struct record_type *type,
            struct records *records, struct arena *perm, struct error *err)
{
	struct record_sql sql = record_sql(type, perm);
	bool sound = true;
	*records = (struct records){ .type = type };
	if (!count_rows(store, sql.count, authority, &records->room, err))
		return false;
	records->at = new(perm, records->room, struct record);
	struct rows *rows = store_query(store, sql.read, args(arg_text(authority)), err);
	while (sound && records->count < records->room && rows_next(rows))
		sound = record_of(type, rows, &records->at[records->count++], perm);
	while (rows_next(rows))
		;
	return rows_end(rows, err)
		&& (sound || fail(err, "a %.*s in the store has a day that is none", STR_ARG(type->one)))
		&& read_given(store, authority, sql.given, records, *perm, err);
}

bool
council_rows(struct store *store, Str authority, struct council *council, struct arena *perm,
             struct error *err)
{
	*council = (struct council){ .authority = str_copy(authority, perm) };
	if (!store_stamp(store, authority, &council->stamp, err))
		return false;
	for (int t = 0; t < RECORD_TYPES; t++) {
		council->of[t].type = &record_types[t];
		if (!record_apart(&record_types[t])
		    && !record_rows(store, authority, &record_types[t], &council->of[t], perm, err))
			return false;
	}
	return true;
}

/* ---- looking ---------------------------------------------------------------------------------- */

const struct record *
record_row(const struct records *records, Str ref, int64_t id)
{
	int first, count = records_of(records, ref, &first);
	for (int i = first; i < first + count; i++)
		if (records->at[i].id == id)
			return &records->at[i];
	return NULL;
}

bool
record_same(const struct record_type *type, const struct record *a, const struct record *b)
{
	bool same = !type->dated || (a->when.first.day == b->when.first.day
	                             && a->when.last.day == b->when.last.day);
	for (int f = 0; f < type->field_count && same; f++)
		same = str_equal(a->values[f], b->values[f]);
	return same;
}
