/* records_test.c: records go in and come out as they were, a deed is whole or not at all, its history
 * tells everything and can be taken back, and nobody overwrites what they have not seen.
 */
#include "stores.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "store/audit.h"
#include "store/engine.h"
#include "store/record_rows.h"
#include "store/records.h"

static const Str walsall = STR("walsall"), leeds = STR("leeds");
static const struct args none = { 0 };

/* ---- records to try things on ---------------------------------------------------------------- */

/* A value that the field takes, for fields whose value is of no interest. */
static Str
some_value(const struct field *field)
{
	switch (field->kind) {
	case FIELD_TEXT:
	case FIELD_NOTE:    return field->pattern.len ? S("SW12345") : S("a text");
	case FIELD_DATE:    return S("2024-02-29");
	case FIELD_FTE:     return S("0.6");
	case FIELD_DECIMAL: return field->most == 1 ? S("0.25") : S("4.25");
	case FIELD_MONEY:   return S("400.5");
	case FIELD_WHOLE:   return field->most && field->most < 17 ? S("7") : S("17");
	case FIELD_CHOICE:  return field->choices[0].code;
	case FIELD_REF:     return S("X-000001");
	case FIELD_YES_NO:  return S("yes");
	}
	return S("");
}

static Str *
some_values(const struct record_type *type, struct arena *perm)
{
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = some_value(&type->fields[f]);
	return values;
}

static Str *
values_with(const struct record_type *type, const char *field, Str value, struct arena *perm)
{
	Str *values = some_values(type, perm);
	int at = field_find(type, str_of(field));
	check(at >= 0);
	values[at] = value;
	return values;
}

static struct period
years(int first, int last)
{
	return (struct period){ date_of(first, 1, 1), last ? date_of(last, 12, 31) : DATE_OPEN };
}

static void
add_row(struct changes *changes, enum type_id id, Str ref, struct period when, const Str *values)
{
	const struct record_type *type = &record_types[id];
	struct record after = { .ref = ref, .values = values };
	if (type->dated)
		after.when = when;
	changes_add(changes, (struct change){ .kind = ADD, .type = type, .after = after });
}

static struct changes
one_row(enum type_id id, Str ref, struct period when, const Str *values, struct arena *perm)
{
	struct changes changes = changes_new(perm);
	add_row(&changes, id, ref, when, values);
	return changes;
}

static struct changes
one_post(Str ref, struct arena *perm)
{
	return one_row(TYPE_POST, ref, years(2020, 0), some_values(&record_types[TYPE_POST], perm), perm);
}

static struct deed
deed_by(Str authority, const char *what)
{
	return (struct deed){ .authority = authority, .actor = S("A-000001"), .what = str_of(what),
		.object = S("post P-000001"), .reason = S("because Grace O'Neill asked"), .at = 1800000000 };
}

/* Does it without a judge; `seq` of the deed, or 0 when it was not stored. */
static int64_t
do_it(struct store *store, struct deed deed, const struct changes *changes, struct arena *perm)
{
	struct error err = { "" };
	int64_t seq;
	enum stored stored = store_do(store, &deed, changes, NULL, NULL, &seq, perm, &err);
	if (stored != STORED)
		printf("%s\n", err.text);
	check(stored == STORED);
	return stored == STORED ? seq : 0;
}

static enum stored
try_it(struct store *store, Str authority, const struct changes *changes, struct error *err,
       struct arena *perm)
{
	struct deed deed = deed_by(authority, "edit");
	int64_t seq;
	return store_do(store, &deed, changes, NULL, NULL, &seq, perm, err);
}

static struct records
rows_of(struct store *store, Str authority, enum type_id id, struct arena *perm)
{
	struct records records;
	struct error err = { "" };
	check(store_records_read(store, authority, &record_types[id], &records, perm, &err));
	return records;
}

/* Changes one value of the only row of a type. */
static struct changes
change_of_value(struct store *store, enum type_id id, const char *field, Str value,
                struct arena *perm)
{
	const struct record_type *type = &record_types[id];
	struct records now = rows_of(store, walsall, id, perm);
	struct changes changes = changes_new(perm);
	check(now.count > 0);
	struct record after = now.at[0];
	Str *values = new(perm, type->field_count, Str);
	memcpy(values, after.values, (size_t)type->field_count * sizeof *values);
	values[field_find(type, str_of(field))] = value;
	after.values = values;
	changes_add(&changes, (struct change){ ALTER, type, now.at[0], after });
	return changes;
}

static bool
sound(struct store *store, struct arena *perm)
{
	struct deeds_verdict verdict;
	struct error err = { "" };
	bool read = store_deeds_verify(store, &verdict, perm, &err);
	if (!read || !verdict.sound)
		printf("%s %.*s\n", err.text, STR_ARG(verdict.says));
	return read && verdict.sound;
}

static int64_t
last_seq(struct store *store)
{
	return number(store, "SELECT max(seq) FROM deed");
}

/* ---- one table of rows and one step ----------------------------------------------------------- */

static const char *
column_type(const struct field *field)
{
	switch (field->kind) {
	case FIELD_DATE:    return "date";
	case FIELD_FTE:
	case FIELD_DECIMAL:
	case FIELD_MONEY:
	case FIELD_WHOLE:   return "bigint";
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_CHOICE:
	case FIELD_REF:
	case FIELD_YES_NO:  return "text";
	}
	return "";
}

/* "name type" of each column, "required" after it where it may not be empty. */
static Str
columns_asked(const struct record_type *type, struct arena *perm)
{
	struct text says = text_new(perm);
	text_add(&says, S("authority text required\nid bigint required\nversion bigint required\n"
	                  "ref text required\n"));
	if (type->dated)
		text_add(&says, S("from_day date required\nto_day date required\n"));
	for (int f = 0; f < type->field_count; f++) {
		const struct field *field = &type->fields[f];
		bool may_be_erased = type->personal && (field->kind == FIELD_TEXT || field->kind == FIELD_NOTE);
		text_format(&says, "%.*s %s%s\n", STR_ARG(field->name), column_type(field),
		            field->required && !may_be_erased ? " required" : "");
	}
	return text_str(&says);
}

static Str
columns_there(struct store *store, Str table, struct arena *perm)
{
	struct error err = { "" };
	struct text says = text_new(perm);
	struct rows *rows = store_query(store, on_postgres
		? "SELECT column_name, data_type, CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END"
		  "  FROM information_schema.columns WHERE table_schema = current_schema()"
		  "   AND table_name = $1 ORDER BY ordinal_position"
		: "SELECT name, lower(type), CASE \"notnull\" WHEN 1 THEN ' required' ELSE '' END"
		  "  FROM pragma_table_info($1) ORDER BY cid", args(arg_text(table)), &err);
	while (rows_next(rows)) {
		Str name = row_text(rows, 0, perm), type = row_text(rows, 1, perm), need = row_text(rows, 2, perm);
		text_format(&says, "%.*s %.*s%.*s\n", STR_ARG(name), STR_ARG(type), STR_ARG(need));
	}
	check(rows_end(rows, &err));
	return text_str(&says);
}

static void
every_table_has_the_columns_that_its_type_asks_for(struct arena *perm)
{
	struct store *store = opened(fresh_path("columns.db", perm));
	for (int t = 0; t < RECORD_TYPES; t++)
		check_str(columns_there(store, record_types[t].name, perm), columns_asked(&record_types[t], perm));
	store_close(store);
}

static void
no_type_or_field_has_a_name_that_the_store_needs(struct arena *perm)
{
	static const Str tables[] = { STR("step"), STR("load"), STR("council"), STR("deed"),
		STR("record_change"), STR("equality_change"), STR("audit_entry"), STR("account") };
	(void)perm;
	for (int t = 0; t < RECORD_TYPES; t++) {
		for (ptrdiff_t i = 0; i < countof(tables); i++)
			check(!str_equal(record_types[t].name, tables[i]));
		for (int c = 0; c < record_column_count; c++)
			check(field_find(&record_types[t], record_columns[c]) < 0);
	}
}

static bool
same_record(const struct record_type *type, const struct record *a, const struct record *b)
{
	return str_equal(a->ref, b->ref) && record_same(type, a, b);
}

/* Every type, and every choice of each of its fields; with as little as may be, too. */
static void
every_choice_of_every_type_is_kept_as_it_is(struct arena *perm)
{
	struct store *store = opened(fresh_path("choices.db", perm));
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		struct changes changes = changes_new(perm);
		Str *least = new(perm, type->field_count, Str);
		for (int f = 0; f < type->field_count; f++)
			least[f] = type->fields[f].required ? some_value(&type->fields[f]) : S("");
		if (field_find(type, S("person")) >= 0)
			least[field_find(type, S("person"))] = S("X-000002");
		add_row(&changes, (enum type_id)t, S("A-000000"), years(1990, 1990), least);
		for (int f = 0; f < type->field_count; f++)
			for (int c = 0; c < type->fields[f].choice_count; c++) {
				Str *values = some_values(type, perm);
				int year = 2000 + changes.count;
				values[f] = type->fields[f].choices[c].code;
				add_row(&changes, (enum type_id)t, str_format(perm, "B-%06d", changes.count),
				        years(year, year), values);
			}
		check(do_it(store, deed_by(walsall, "import"), &changes, perm));
		struct records is = rows_of(store, walsall, (enum type_id)t, perm);
		check_int(is.count, changes.count);
		for (int i = 0; i < is.count && i < changes.count; i++)
			check(same_record(type, &is.at[i], &changes.at[i].after) && is.at[i].version == 1);
	}
	check(sound(store, perm));
	store_close(store);
}

static void
the_nastiest_values_come_back_byte_for_byte(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("nasty.db", perm);
	struct store *store = opened(path);
	char *long_text = new(perm, 10000, char);
	memset(long_text, 'x', 10000);
	memcpy(long_text + 5000, "\xC3\xB6", 2);
	const Str nasty[] = { S("O'Neill"), S("Bj\u00f6rn"), S("'; DROP TABLE person; --"), S("\"quoted\" $1 ?1"),
		S("back\\slash \\n not a line"), S("two\nlines\n\nand a blank one"), S("=1+1"),
		S("\xF0\x9F\x92\x99 %s %n"), { long_text, 10000 }, S("NULL"), S("version 7"), S("0") };
	struct changes changes = changes_new(perm);
	for (ptrdiff_t i = 0; i < countof(nasty); i++)
		add_row(&changes, TYPE_ESTABLISHMENT_CHANGE, str_format(perm, "E-%06d", (int)i), years(2020, 0),
		        values_with(&record_types[TYPE_ESTABLISHMENT_CHANGE], "reason", nasty[i], perm));
	int64_t seq = do_it(store, deed_by(walsall, "import"), &changes, perm);
	store_close(store);
	store = opened(path);
	struct records is = rows_of(store, walsall, TYPE_ESTABLISHMENT_CHANGE, perm);
	struct changes told;
	check(store_deed_changes(store, walsall, seq, &told, perm, &err));
	check(is.count == countof(nasty) && told.count == countof(nasty));
	for (int i = 0; i < is.count && i < told.count; i++) {
		check_str(record_value(is.type, &is.at[i], S("reason")), nasty[i]);
		check_str(record_value(is.type, &told.at[i].after, S("reason")), nasty[i]);
		check(same_record(is.type, &told.at[i].after, &is.at[i]));
	}
	check(sound(store, perm));
	store_close(store);
}

/* A mistake of the program's must not become a row that reads otherwise than it was written. */
static void
what_is_not_canonical_is_refused_without_telling_it(struct arena *perm)
{
	static const struct { enum type_id type; const char *field; Str value; } wrong[] = {
		{ TYPE_POST, "fte", STR("0.60") }, { TYPE_POST, "fte", STR("six") }, { TYPE_POST, "fte", STR("-1") },
		{ TYPE_POST, "fte", STR("1.0000001") }, { TYPE_POST, "fte", STR("50.5") },
		{ TYPE_POST, "status", STR("Funded") }, { TYPE_POST, "status", STR("sold") },
		{ TYPE_ROLE, "registered", STR("Yes") }, { TYPE_PERSON, "born", STR("29/02/2024") },
		{ TYPE_PERSON, "born", STR("2023-02-29") }, { TYPE_PERSON, "email", { "a\0b", 3 } },
		{ TYPE_PERSON, "email", STR("\xC3") }, { TYPE_CASELOAD, "cases", STR("1.5") },
		{ TYPE_CASELOAD, "cases", STR("1000") }, { TYPE_CASELOAD, "cases", STR("") },
		{ TYPE_SPELL, "origin", STR("11") }, { TYPE_SPELL, "fte", STR("1.5") },
	};
	struct store *store = opened(fresh_path("canonical.db", perm));
	for (ptrdiff_t i = 0; i < countof(wrong); i++) {
		struct error err = { "" };
		struct changes changes = one_post(S("P-1"), perm);
		add_row(&changes, wrong[i].type, S("Z-1"), years(2020, 0),
		        values_with(&record_types[wrong[i].type], wrong[i].field, wrong[i].value, perm));
		check(try_it(store, walsall, &changes, &err, perm) == NOT_STORED && err.text[0]);
		check(wrong[i].value.len < 4 || !strstr(err.text, str_c(wrong[i].value, perm)));
	}
	struct error err = { "" };
	struct changes backwards = one_row(TYPE_POST, S("P-1"), years(2021, 2020),
		some_values(&record_types[TYPE_POST], perm), perm);
	struct changes unnamed = one_post(S(""), perm);
	check(try_it(store, walsall, &backwards, &err, perm) == NOT_STORED);
	check(try_it(store, walsall, &unnamed, &err, perm) == NOT_STORED);
	check_int(number(store, "SELECT count(*) FROM post"), 0);
	check_int(number(store, "SELECT count(*) FROM record_change"), 0);
	check_int(number(store, "SELECT count(*) FROM audit_entry"), 0);
	store_close(store);
}

/* ---- what the database itself refuses --------------------------------------------------------- */

static bool
sql_refused(struct store *store, const char *sql)
{
	struct error err = { "" };
	check(store_begin(store, &err));
	bool kept = store_run(store, sql, none, &err) && store_commit(store, &err);
	store_rollback(store);
	return !kept;
}

#define POST_SQL(id, ref, from, to, fte, status) \
	"INSERT INTO post (authority, id, version, ref, from_day, to_day, title, unit, role, fte, status)" \
	" VALUES ('walsall', " id ", 1, '" ref "', '" from "', '" to "', 't', 'u', 'r', " fte ", '" status "')"
#define SPELL_SQL(id, ref, from, to, person, post) \
	"INSERT INTO spell (authority, id, version, ref, from_day, to_day, person, post, basis, fte)" \
	" VALUES ('walsall', " id ", 1, '" ref "', '" from "', '" to "', '" person "', '" post "'," \
	" 'permanent', 1000000)"

static void
the_database_refuses_what_cannot_be(struct arena *perm)
{
	static const char *const kept[] = {
		POST_SQL("1", "P-1", "2020-01-01", "2020-12-31", "600000", "funded"),
		POST_SQL("2", "P-1", "2021-01-01", "9999-12-31", "600000", "funded"),
		POST_SQL("3", "P-2", "2020-01-01", "9999-12-31", "600000", "funded"),
		SPELL_SQL("1", "S-1", "2020-01-01", "2020-06-30", "N-1", "P-1"),
		SPELL_SQL("2", "S-1", "2020-07-01", "2020-12-31", "N-1", "P-1"),
		SPELL_SQL("3", "S-2", "2020-01-01", "9999-12-31", "N-1", "P-2"),
		SPELL_SQL("4", "S-3", "2020-01-01", "9999-12-31", "N-2", "P-1"),
		SPELL_SQL("5", "S-4", "2021-01-01", "9999-12-31", "N-1", "P-1"),
	};
	static const char *const refused[] = {
		POST_SQL("7", "P-1", "2020-12-31", "2020-12-31", "600000", "funded"),
		POST_SQL("7", "P-1", "2019-01-01", "2020-01-01", "600000", "funded"),
		POST_SQL("7", "P-1", "2019-01-01", "9999-12-31", "600000", "funded"),
		POST_SQL("7", "P-3", "2020-01-02", "2020-01-01", "600000", "funded"),
		POST_SQL("7", "P-3", "2023-02-29", "9999-12-31", "600000", "funded"),
		POST_SQL("7", "P-3", "20200101x", "9999-12-31", "600000", "funded"),
		POST_SQL("7", "P-3", "2020-01-01", "9999-12-31", "50000001", "funded"),
		POST_SQL("7", "P-3", "2020-01-01", "9999-12-31", "-1", "funded"),
		POST_SQL("7", "P-3", "2020-01-01", "9999-12-31", "600000", "sold"),
		POST_SQL("7", "", "2020-01-01", "9999-12-31", "600000", "funded"),
		POST_SQL("1", "P-3", "2020-01-01", "9999-12-31", "600000", "funded"),
		SPELL_SQL("7", "S-5", "2020-06-30", "2020-06-30", "N-1", "P-1"),
		SPELL_SQL("7", "S-1", "2020-06-30", "2020-06-30", "N-9", "P-9"),
		"UPDATE post SET from_day = '2020-12-31' WHERE id = 2",
		"UPDATE spell SET person = 'N-1', post = 'P-2' WHERE id = 4",
		"INSERT INTO record_change (authority, deed, n, type, kind, ref, id, was, became, salt, hash) VALUES"
		" ('walsall', 77, 1, 'post', 'add', 'P-1', 1, '', '', 's', '0123456789012345678901234567890123456789012345678901234567890123')",
	};
	struct error err = { "" };
	struct store *store = opened(fresh_path("refuses.db", perm));
	check(store_begin(store, &err));
	for (ptrdiff_t i = 0; i < countof(kept); i++)
		check(store_run(store, kept[i], none, &err));
	check(store_commit(store, &err));
	for (ptrdiff_t i = 0; i < countof(refused); i++) {
		bool is_refused = sql_refused(store, refused[i]);
		if (!is_refused)
			printf("kept: %s\n", refused[i]);
		check(is_refused);
	}
	check_int(number(store, "SELECT count(*) FROM post"), 3);
	check_int(number(store, "SELECT count(*) FROM spell"), 5);
	store_close(store);
}

/* ---- deeds ------------------------------------------------------------------------------------ */

static void
a_deed_is_rows_history_and_an_entry_of_the_audit(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("deed.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	int64_t stamp = 9, seq = do_it(store, deed_by(walsall, "edit"), &changes, perm);
	check(store_stamp(store, walsall, &stamp, &err) && stamp == 1);
	check(store_stamp(store, leeds, &stamp, &err) && stamp == 0);

	struct past *deeds;
	int count;
	check(store_deeds(store, walsall, S(""), 0, &deeds, &count, perm, &err) && count == 1);
	check(deeds[0].seq == seq && deeds[0].at == 1800000000 && deeds[0].change_count == 1);
	check(deeds[0].undoes == 0 && deeds[0].undone_by == 0);
	check_str(deeds[0].actor, S("A-000001"));
	check_str(deeds[0].what, S("edit"));
	check_str(deeds[0].object, S("post P-000001"));
	check_str(deeds[0].reason, S("because Grace O'Neill asked"));
	check(store_deeds(store, walsall, S("import"), 0, &deeds, &count, perm, &err) && count == 0);

	struct entry *entries;
	struct audit_filter all = { .authority = walsall };
	check(audit_entries(store, &all, &entries, &count, perm, &err) && count == 1);
	check_str(entries[0].action, S("record.edit"));
	check_str(entries[0].object, S("post P-000001"));
	check(entries[0].seq == seq && str_begins(entries[0].payload, S("1 changes, hash ")));
	check(str_find(entries[0].payload, S("O'Neill")) < 0);
	check(sound(store, perm));
	store_close(store);
}

static void
nothing_to_change_is_no_deed(struct arena *perm)
{
	struct store *store = opened(fresh_path("nothing.db", perm));
	struct changes changes = changes_new(perm);
	check_int(do_it(store, deed_by(walsall, "import"), &changes, perm), 0);
	/* Added and taken away again in one deed. */
	add_row(&changes, TYPE_POST, S("P-1"), years(2020, 0), some_values(&record_types[TYPE_POST], perm));
	changes_add(&changes, (struct change){ .kind = REMOVE, .type = &record_types[TYPE_POST],
	                                       .before = changes.at[0].after });
	check_int(do_it(store, deed_by(walsall, "import"), &changes, perm), 0);
	check_int(number(store, "SELECT count(*) FROM deed"), 0);
	check_int(number(store, "SELECT count(*) FROM audit_entry"), 0);
	store_close(store);
}

/* change_from twice on rows that are not stored yet: three rows of one post, in one deed. */
static void
several_changes_of_a_row_in_one_deed_become_one(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("fold.db", perm));
	const struct record_type *type = &record_types[TYPE_POST];
	struct changes changes = one_post(S("P-000001"), perm);
	struct records empty = { .type = type };
	struct records then = records_after(&empty, &changes, perm);
	check(change_from(&then, S("P-000001"), date_of(2022, 4, 1), values_with(type, "fte", S("1"), perm),
	                  &changes, &err));
	then = records_after(&empty, &changes, perm);
	check(change_from(&then, S("P-000001"), date_of(2023, 4, 1), values_with(type, "fte", S("0.8"), perm),
	                  &changes, &err));
	check_int(changes.count, 5);
	do_it(store, deed_by(walsall, "import"), &changes, perm);
	struct records wants = records_after(&empty, &changes, perm);
	struct records is = rows_of(store, walsall, TYPE_POST, perm);
	check(is.count == 3 && wants.count == 3);
	for (int i = 0; i < is.count && i < 3; i++)
		check(same_record(type, &is.at[i], &wants.at[i]) && is.at[i].version == 1);
	check_int(number(store, "SELECT count(*) FROM record_change"), 3);

	/* And of stored rows: the second change knows the first. */
	changes = changes_new(perm);
	check(change_from(&is, S("P-000001"), date_of(2024, 1, 1), values_with(type, "fte", S("0.5"), perm),
	                  &changes, &err));
	then = records_after(&is, &changes, perm);
	check(change_end(&then, S("P-000001"), date_of(2023, 6, 30), &changes, &err));
	do_it(store, deed_by(walsall, "edit"), &changes, perm);
	is = rows_of(store, walsall, TYPE_POST, perm);
	check(is.count == 3 && is.at[2].when.last.day == date_of(2023, 6, 30).day && is.at[2].version == 2);
	check_int(number(store, "SELECT change_count FROM deed WHERE number = 2"), 1);
	check(sound(store, perm));
	store_close(store);
}

/* A correction that moves the day between two rows makes them meet on the way, in either order. */
static void
rows_that_move_past_each_other_do_not_meet_on_the_way(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("moves.db", perm));
	const struct record_type *type = &record_types[TYPE_POST];
	struct changes changes = one_row(TYPE_POST, S("P-1"), years(2020, 2020), some_values(type, perm), perm);
	add_row(&changes, TYPE_POST, S("P-1"), years(2021, 0), values_with(type, "fte", S("1"), perm));
	do_it(store, deed_by(walsall, "import"), &changes, perm);
	for (int year = 2019; year <= 2023; year += 2) {
		struct records is = rows_of(store, walsall, TYPE_POST, perm);
		struct period when = { { date_of(2018, 1, 1).day }, date_of(year, 6, 30) };
		changes = changes_new(perm);
		check(change_correct(&is, is.at[0].id, is.at[0].version, when, is.at[0].values, &changes, &err));
		check_int(changes.count, 2);
		do_it(store, deed_by(walsall, "edit"), &changes, perm);
		is = rows_of(store, walsall, TYPE_POST, perm);
		check_int(is.at[1].when.first.day, date_of(year, 7, 1).day);
	}
	check(sound(store, perm));
	store_close(store);
}

struct judged { int posts; bool refuse; int64_t stamp; };

static bool
judge_posts(const struct council *now, void *context, struct error *err)
{
	struct judged *judged = context;
	judged->posts = now->of[TYPE_POST].count;
	judged->stamp = now->stamp;
	check(now->of[TYPE_EQUALITY].count == 0);
	return !judged->refuse || fail(err, "one mistake must be mended");
}

static void
a_judge_sees_the_council_as_it_is_and_may_refuse(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("judge.db", perm));
	struct changes first = one_post(S("P-1"), perm), second = one_post(S("P-2"), perm);
	do_it(store, deed_by(walsall, "edit"), &first, perm);
	struct council known;
	check(store_council_read(store, walsall, &known, perm, &err) && known.stamp == 1);
	struct deed deed = deed_by(walsall, "edit");
	struct judged judged = { .refuse = true };
	int64_t seq = 9;
	check(store_do(store, &deed, &second, judge_posts, &judged, &seq, perm, &err) == NOT_STORED);
	check(seq == 0 && judged.posts == 1 && judged.stamp == 1 && strstr(err.text, "must be mended"));
	check_int(number(store, "SELECT count(*) FROM post"), 1);
	/* A reading that is still true is used; one that is not is read again. */
	judged.refuse = false;
	deed.known = &known;
	check(store_do(store, &deed, &second, judge_posts, &judged, &seq, perm, &err) == STORED && seq);
	check(judged.posts == 1);
	struct changes third = one_post(S("P-3"), perm);
	check(store_do(store, &deed, &third, judge_posts, &judged, &seq, perm, &err) == STORED);
	check(judged.posts == 2 && judged.stamp == 2);
	store_close(store);
}

static void
a_change_of_what_somebody_else_changed_is_told(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("since.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	do_it(store, deed_by(walsall, "edit"), &changes, perm);
	struct changes one = change_of_value(store, TYPE_POST, "fte", S("0.5"), perm);
	struct changes other = change_of_value(store, TYPE_POST, "number", S("4711"), perm);
	check(try_it(store, walsall, &one, &err, perm) == STORED);
	check(try_it(store, walsall, &other, &err, perm) == CHANGED_SINCE && strstr(err.text, "meanwhile"));
	check(!strstr(err.text, "P-000001"));
	struct records is = rows_of(store, walsall, TYPE_POST, perm);
	check(is.at[0].version == 2);
	check_str(record_value(is.type, &is.at[0], S("fte")), S("0.5"));
	check_str(record_value(is.type, &is.at[0], S("number")), S("a text"));
	/* The same version with other values is no true `before` either; nor is a row that has gone. */
	other.at[0].before.version = 2;
	check(try_it(store, walsall, &other, &err, perm) == CHANGED_SINCE);
	struct changes gone = changes_new(perm);
	changes_add(&gone, (struct change){ .kind = REMOVE, .type = is.type, .before = is.at[0] });
	check(try_it(store, walsall, &gone, &err, perm) == STORED);
	check(try_it(store, walsall, &gone, &err, perm) == CHANGED_SINCE);
	/* Its number is never given to another. */
	changes = one_post(S("P-000001"), perm);
	check(try_it(store, walsall, &changes, &err, perm) == STORED);
	check(rows_of(store, walsall, TYPE_POST, perm).at[0].id > is.at[0].id);
	check(sound(store, perm));
	store_close(store);
}

static bool
judge_nothing(const struct council *now, void *context, struct error *err)
{
	(void)now, (void)context, (void)err;
	return true;
}

/* Both read the records, and both chose the next free number. */
static void
whoever_adds_under_a_number_that_was_just_taken_is_told(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("taken.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	struct deed deed = deed_by(walsall, "edit");
	int64_t seq;
	check(store_do(store, &deed, &changes, judge_nothing, NULL, &seq, perm, &err) == STORED);
	changes = one_post(S("P-000001"), perm);
	check(store_do(store, &deed, &changes, judge_nothing, NULL, &seq, perm, &err) == CHANGED_SINCE);
	check(strstr(err.text, "meanwhile") != NULL && !strstr(err.text, "UNIQUE"));
	/* what it was is taken away and put there anew in one deed: nobody else is met */
	struct records is = rows_of(store, walsall, TYPE_POST, perm);
	changes = one_post(S("P-000001"), perm);
	changes_add(&changes, (struct change){ .kind = REMOVE, .type = is.type, .before = is.at[0] });
	struct change back = changes.at[0];
	changes.at[0] = changes.at[1];
	changes.at[1] = back;
	check(store_do(store, &deed, &changes, judge_nothing, NULL, &seq, perm, &err) == STORED);
	check(sound(store, perm));
	store_close(store);
}

/* ---- walls ------------------------------------------------------------------------------------ */

static void
one_authority_never_meets_another(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("walls.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	int64_t seq = do_it(store, deed_by(walsall, "import"), &changes, perm);
	changes = one_post(S("P-000001"), perm);         /* the same ref: another post */
	do_it(store, deed_by(leeds, "import"), &changes, perm);
	struct council council;
	check(store_council_read(store, leeds, &council, perm, &err) && council.of[TYPE_POST].count == 1);
	check(store_council_read(store, S("wals"), &council, perm, &err) && council.of[TYPE_POST].count == 0);
	check(store_council_read(store, S("%"), &council, perm, &err) && council.of[TYPE_POST].count == 0);

	struct changes theirs = change_of_value(store, TYPE_POST, "fte", S("0.1"), perm);
	theirs.at[0].before.version = 2;                 /* so that leeds' own row is not as it says */
	theirs.at[0].before.id = 77;
	check(try_it(store, leeds, &theirs, &err, perm) == CHANGED_SINCE);
	struct past *deeds;
	struct passed *history;
	int count;
	check(!store_deed_changes(store, leeds, seq, &changes, perm, &err) && strstr(err.text, "no deed"));
	check(!store_deed_blocked(store, leeds, seq, &deeds, &count, perm, &err));
	check(!store_deed_reversed(store, leeds, seq, &changes, perm, &err));
	struct deed undo = deed_by(leeds, "undo");
	undo.undoes = seq;
	changes = one_post(S("P-000009"), perm);
	check(store_do(store, &undo, &changes, NULL, NULL, &seq, perm, &err) == NOT_STORED);
	check(store_history(store, leeds, &record_types[TYPE_POST], S("P-000001"), &history, &count, perm, &err));
	check_int(count, 1);
	Str *slugs;
	check(store_authorities(store, &slugs, &count, perm, &err) && count == 2);
	check_str(slugs[0], leeds);
	check_str(slugs[1], walsall);
	/* Rows of one do not hinder the other's: the same person in the same post number. */
	changes = one_row(TYPE_SPELL, S("S-1"), years(2020, 0), some_values(&record_types[TYPE_SPELL], perm), perm);
	check(try_it(store, walsall, &changes, &err, perm) == STORED);
	check(try_it(store, leeds, &changes, &err, perm) == STORED);
	store_close(store);
}

static void
equality_records_are_apart(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("apart.db", perm));
	const struct record_type *type = &record_types[TYPE_EQUALITY];
	struct changes changes = one_row(TYPE_EQUALITY, S("Q-000001"), years(2020, 0),
	                                 values_with(type, "religion", S("Jedi"), perm), perm);
	add_row(&changes, TYPE_POST, S("P-000001"), years(2020, 0), some_values(&record_types[TYPE_POST], perm));
	int64_t seq = do_it(store, deed_by(walsall, "import"), &changes, perm);
	struct council council;
	check(store_council_read(store, walsall, &council, perm, &err));
	check(council.of[TYPE_EQUALITY].count == 0 && council.of[TYPE_POST].count == 1);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE type = 'equality' OR became LIKE '%Jedi%'"), 0);
	check_int(number(store, "SELECT count(*) FROM equality_change"), 1);
	check(store_deed_changes(store, walsall, seq, &changes, perm, &err) && changes.count == 2);
	for (int f = 0; f < type->field_count; f++)
		check_str(changes.at[0].after.values[f], S(""));
	check_str(changes.at[0].after.ref, S("Q-000001"));
	check_str(record_value(&record_types[TYPE_POST], &changes.at[1].after, S("title")), S("a text"));
	struct passed *history;
	int count;
	check(store_history(store, walsall, type, S("Q-000001"), &history, &count, perm, &err) && count == 1);
	check_str(record_value(type, &history[0].change.after, S("religion")), S("Jedi"));
	/* It can be changed, and taken back with the rest. */
	changes = change_of_value(store, TYPE_EQUALITY, "religion", S("None"), perm);
	seq = do_it(store, deed_by(walsall, "edit"), &changes, perm);
	struct deed undo = deed_by(walsall, "undo");
	undo.undoes = seq;
	check(store_deed_reversed(store, walsall, seq, &changes, perm, &err));
	do_it(store, undo, &changes, perm);
	check_str(record_value(type, &rows_of(store, walsall, TYPE_EQUALITY, perm).at[0], S("religion")), S("Jedi"));
	check(sound(store, perm));
	store_close(store);
}

/* ---- history and undo ------------------------------------------------------------------------- */

static int64_t
take_back(struct store *store, int64_t seq, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes;
	struct deed undo = deed_by(walsall, "undo");
	undo.undoes = seq;
	bool reversed = store_deed_reversed(store, walsall, seq, &changes, perm, &err);
	if (!reversed)
		printf("%s\n", err.text);
	check(reversed);
	return do_it(store, undo, &changes, perm);
}

static bool
stands(struct store *store, int64_t seq, struct arena *perm)
{
	struct error err = { "" };
	struct past *deeds;
	int count;
	check(store_deeds(store, walsall, S(""), 0, &deeds, &count, perm, &err));
	for (int i = 0; i < count; i++)
		if (deeds[i].seq == seq)
			return deeds[i].undone_by == 0;
	check(false);
	return false;
}

static int
blocked_by(struct store *store, int64_t seq, struct arena *perm)
{
	struct error err = { "" };
	struct past *deeds;
	int count;
	check(store_deed_blocked(store, walsall, seq, &deeds, &count, perm, &err));
	return count;
}

static Str
fte_now(struct store *store, struct arena *perm)
{
	struct records is = rows_of(store, walsall, TYPE_POST, perm);
	return is.count ? record_value(is.type, &is.at[0], S("fte")) : S("none");
}

static int64_t
set_fte(struct store *store, Str fte, struct arena *perm)
{
	struct changes changes = change_of_value(store, TYPE_POST, "fte", fte, perm);
	return do_it(store, deed_by(walsall, "edit"), &changes, perm);
}

static void
a_deed_can_be_taken_back_and_so_can_that(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("undo.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	int64_t added = do_it(store, deed_by(walsall, "edit"), &changes, perm);
	int64_t half = set_fte(store, S("0.5"), perm), whole = set_fte(store, S("1"), perm);
	check(blocked_by(store, added, perm) == 2 && blocked_by(store, half, perm) == 1
	      && blocked_by(store, whole, perm) == 0);
	check(!store_deed_reversed(store, walsall, half, &changes, perm, &err) && strstr(err.text, "later"));

	int64_t undo = take_back(store, whole, perm);
	check_str(fte_now(store, perm), S("0.5"));
	check(!stands(store, whole, perm) && stands(store, half, perm) && blocked_by(store, half, perm) == 0);
	int64_t redo = take_back(store, undo, perm);     /* the undo is taken back: it stands again */
	check_str(fte_now(store, perm), S("1"));
	check(stands(store, whole, perm) && !stands(store, undo, perm) && blocked_by(store, half, perm) == 1);
	take_back(store, redo, perm);                    /* and that too */
	check_str(fte_now(store, perm), S("0.5"));
	check(!stands(store, whole, perm) && stands(store, undo, perm) && !stands(store, redo, perm));
	take_back(store, half, perm);
	check_str(fte_now(store, perm), S("0.6"));
	take_back(store, added, perm);
	check_str(fte_now(store, perm), S("none"));
	check(sound(store, perm));

	struct passed *history;
	int count;
	check(store_history(store, walsall, &record_types[TYPE_POST], S("P-000001"), &history, &count, perm, &err));
	check_int(count, 8);
	check(history[0].change.kind == REMOVE && history[0].deed.undoes == added && !history[0].erased);
	check(history[7].change.kind == ADD && history[7].deed.seq == added);
	check_str(record_value(&record_types[TYPE_POST], &history[5].change.before, S("fte")), S("0.5"));
	check_str(record_value(&record_types[TYPE_POST], &history[5].change.after, S("fte")), S("1"));
	check(history[5].change.before.when.first.day == date_of(2020, 1, 1).day);
	store_close(store);
}

/* What was taken away comes back as the row it was, so what came before it can be taken back as well. */
static void
a_row_that_comes_back_is_the_row_it_was(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("back.db", perm));
	struct changes changes = one_post(S("P-000001"), perm);
	do_it(store, deed_by(walsall, "edit"), &changes, perm);
	int64_t half = set_fte(store, S("0.5"), perm);
	struct record was = rows_of(store, walsall, TYPE_POST, perm).at[0];
	changes = changes_new(perm);
	changes_add(&changes, (struct change){ .kind = REMOVE, .type = &record_types[TYPE_POST], .before = was });
	int64_t gone = do_it(store, deed_by(walsall, "edit"), &changes, perm);
	take_back(store, gone, perm);
	struct record is = rows_of(store, walsall, TYPE_POST, perm).at[0];
	check(is.id == was.id && is.version > was.version);
	check(try_it(store, walsall, &changes, &err, perm) == CHANGED_SINCE);   /* seen before it went */
	check_int(blocked_by(store, half, perm), 0);
	take_back(store, half, perm);
	check_str(fte_now(store, perm), S("0.6"));
	/* Nobody takes the same deed back twice. */
	struct deed undo = deed_by(walsall, "undo");
	int64_t seq;
	undo.undoes = half;
	changes = change_of_value(store, TYPE_POST, "fte", S("0.1"), perm);
	check(store_do(store, &undo, &changes, NULL, NULL, &seq, perm, &err) == CHANGED_SINCE);
	check(strstr(err.text, "already"));
	undo.undoes = 12345;
	check(store_do(store, &undo, &changes, NULL, NULL, &seq, perm, &err) == NOT_STORED);
	check(sound(store, perm));
	store_close(store);
}

/* ---- erasing ---------------------------------------------------------------------------------- */

static bool
file_holds(Str path, const char *canary, struct arena scratch)
{
	FILE *f = fopen(str_c(path, &scratch), "rb");
	char *bytes = new(&scratch, 4 << 20, char);
	size_t length = fread(bytes, 1, 4 << 20, f);
	fclose(f);
	return memmem(bytes, length, canary, strlen(canary)) != NULL;
}

static int64_t
erase(struct store *store, const struct changes *changes, struct erasures erasures, struct arena *perm)
{
	struct error err = { "" };
	struct deed deed = deed_by(walsall, "retention");
	int64_t seq;
	deed.reason = S("six years after leaving");
	deed.at = 1900000000;
	enum stored stored = store_records_erase(store, &deed, changes, erasures, &seq, perm, &err);
	if (stored != STORED)
		printf("%s\n", err.text);
	check(stored == STORED && seq > 0);
	return seq;
}

/* A person's row stays without its names; absences go; a colleague's history is untouched. */
static void
what_is_erased_is_gone_and_everything_still_verifies(struct arena *perm)
{
	struct error err = { "" };
	Str path = fresh_path("erase.db", perm);
	struct store *store = opened(path);
	const struct record_type *person = &record_types[TYPE_PERSON];
	struct changes changes = one_row(TYPE_PERSON, S("N-000001"), years(2000, 0),
		values_with(person, "family_name", S("Canaryson"), perm), perm);
	add_row(&changes, TYPE_PERSON, S("N-000002"), years(2000, 0),
	        values_with(person, "family_name", S("Colleague"), perm));
	int64_t imported = do_it(store, deed_by(walsall, "import"), &changes, perm);
	changes = change_of_value(store, TYPE_PERSON, "family_name", S("Canarywife"), perm);
	int64_t renamed = do_it(store, deed_by(walsall, "edit"), &changes, perm);

	changes = change_of_value(store, TYPE_PERSON, "family_name", S(""), perm);
	int64_t erased = erase(store, &changes, (struct erasures){ 0 }, perm);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE was LIKE '%Canary%' OR became LIKE '%Canary%'"), 0);
	check_int(number(store, "SELECT count(*) FROM person WHERE family_name LIKE '%Canary%'"), 0);
	check_int(number(store, "SELECT count(*) FROM person"), 2);
	check_int(number(store, "SELECT count(*) FROM deed WHERE reason LIKE '%Neill%'"), 0);
	check(on_postgres || (!file_holds(path, "Canary", *perm) && file_holds(path, "Colleague", *perm)));
	check(sound(store, perm));
	struct audit_verdict chain;
	check(audit_verify(store, S(""), &chain, perm, &err) && chain.sound);

	struct passed *history;
	int count;
	check(store_history(store, walsall, person, S("N-000001"), &history, &count, perm, &err) && count == 3);
	for (int i = 0; i < count; i++)
		check(history[i].erased && str_equal(history[i].deed.actor, S("A-000001")));
	check(history[0].deed.seq == erased && history[1].deed.seq == renamed && history[2].deed.seq == imported);
	check_str(record_value(person, &history[2].change.after, S("family_name")), S(""));
	check_str(history[0].deed.reason, S("six years after leaving"));
	check(store_history(store, walsall, person, S("N-000002"), &history, &count, perm, &err) && count == 1);
	check(!history[0].erased);
	check_str(record_value(person, &history[0].change.after, S("family_name")), S("Colleague"));
	check(!store_deed_reversed(store, walsall, imported, &changes, perm, &err) && strstr(err.text, "erased"));
	store_close(store);
}

static void
history_before_a_day_is_erased_and_rows_go(struct arena *perm)
{
	struct error err = { "" };
	struct store *store = opened(fresh_path("before.db", perm));
	struct changes changes = one_post(S("P-000001"), perm), empty = changes_new(perm);
	struct deed early = deed_by(walsall, "edit"), late = early;
	late.at = early.at + 100;
	do_it(store, early, &changes, perm);
	changes = change_of_value(store, TYPE_POST, "fte", S("0.5"), perm);
	do_it(store, late, &changes, perm);
	struct erasure of = { &record_types[TYPE_POST], S("P-000001"), late.at };
	erase(store, &empty, (struct erasures){ &of, 1 }, perm);
	struct passed *history;
	int count;
	check(store_history(store, walsall, of.type, of.ref, &history, &count, perm, &err) && count == 2);
	check(!history[0].erased && history[1].erased);
	check_str(record_value(of.type, &history[0].change.before, S("fte")), S("0.6"));
	check_str(history[0].deed.reason, S("because Grace O'Neill asked"));
	check_str(history[1].deed.reason, S(""));
	check_str(fte_now(store, perm), S("0.5"));       /* what holds now is not touched */

	changes = changes_new(perm);
	changes_add(&changes, (struct change){ .kind = REMOVE, .type = of.type,
		.before = rows_of(store, walsall, TYPE_POST, perm).at[0] });
	erase(store, &changes, (struct erasures){ 0 }, perm);
	check_str(fte_now(store, perm), S("none"));
	check(store_history(store, walsall, of.type, of.ref, &history, &count, perm, &err) && count == 3);
	for (int i = 0; i < count; i++)
		check(history[i].erased);
	check(sound(store, perm));
	/* What somebody else changed is not erased blindly. */
	struct deed deed = deed_by(walsall, "retention");
	int64_t seq;
	check(store_records_erase(store, &deed, &changes, (struct erasures){ 0 }, &seq, perm, &err) == CHANGED_SINCE);
	store_close(store);
}

/* ---- meddlers --------------------------------------------------------------------------------- */

static void
a_history_that_was_meddled_with_is_told(struct arena *perm)
{
	static const struct { const char *sql, *says; } meddlings[] = {
		{ "UPDATE record_change SET became = 'version 1' WHERE n = 1", "not as it was written" },
		{ "UPDATE record_change SET ref = 'P-7' WHERE n = 1", "not as it was written" },
		{ "UPDATE record_change SET was = '', became = '', salt = NULL, erased_by = 99", "no deed has erased" },
		{ "UPDATE deed SET reason = 'it was not me'", "reason" },
		{ "UPDATE deed SET change_count = 1", "missing or too many" },
		{ "DELETE FROM record_change WHERE n = 2", "missing or too many" },
		{ "UPDATE deed SET hash = reason_hash", "not that of its changes" },
		{ "DELETE FROM record_change; DELETE FROM deed", "changes are gone" },
		{ "UPDATE deed SET seq = 7", "not in the audit" },
	};
	for (ptrdiff_t i = 0; i < countof(meddlings); i++) {
		struct arena fresh = *perm;
		struct error err = { "" };
		struct deeds_verdict verdict;
		Str path = fresh_path("meddled.db", &fresh);
		struct store *store = opened(path);
		struct changes changes = one_post(S("P-1"), &fresh);
		add_row(&changes, TYPE_POST, S("P-2"), years(2020, 0), some_values(&record_types[TYPE_POST], &fresh));
		do_it(store, deed_by(walsall, "import"), &changes, &fresh);
		meddle(path, meddlings[i].sql, &fresh);
		check(store_deeds_verify(store, &verdict, &fresh, &err) && !verdict.sound);
		check(str_find(verdict.says, str_of(meddlings[i].says)) >= 0);
		store_close(store);
	}
}

/* ---- worlds that break ------------------------------------------------------------------------ */

/* A trigger that stops a deed when it has written some of its rows, in each of its tables. */
static void
a_deed_that_stops_half_way_leaves_nothing(struct arena *perm)
{
	static const struct { const char *table, *when; } places[] = {
		{ "post", "ref = 'P-3'" }, { "record_change", "n = 2" }, { "audit_entry", "seq = 2" },
		{ "deed", "number = 2" } };
	for (ptrdiff_t i = 0; i < countof(places); i++) {
		struct arena fresh = *perm;
		struct error err = { "" };
		Str path = fresh_path("stopped.db", &fresh);
		struct store *store = opened(path);
		struct changes changes = one_post(S("P-1"), &fresh);
		do_it(store, deed_by(walsall, "import"), &changes, &fresh);
		meddle(path, str_c(on_postgres
			? str_format(&fresh, "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE"
			             " 'stopped in the middle'; END $$; CREATE TRIGGER stop BEFORE INSERT ON %s FOR EACH ROW"
			             " WHEN (NEW.%s) EXECUTE FUNCTION stop()", places[i].table, places[i].when)
			: str_format(&fresh, "CREATE TRIGGER stop BEFORE INSERT ON %s WHEN NEW.%s BEGIN"
			             " SELECT RAISE(ABORT, 'stopped in the middle'); END", places[i].table, places[i].when),
			&fresh), &fresh);
		changes = change_of_value(store, TYPE_POST, "fte", S("1"), &fresh);
		add_row(&changes, TYPE_POST, S("P-2"), years(2020, 0), some_values(&record_types[TYPE_POST], &fresh));
		add_row(&changes, TYPE_POST, S("P-3"), years(2020, 0), some_values(&record_types[TYPE_POST], &fresh));
		check(try_it(store, walsall, &changes, &err, &fresh) == NOT_STORED);
		check(strstr(err.text, "stopped in the middle"));
		struct records is = rows_of(store, walsall, TYPE_POST, &fresh);
		check(is.count == 1 && is.at[0].version == 1);
		check_str(fte_now(store, &fresh), S("0.6"));
		check_int(number(store, "SELECT count(*) FROM record_change"), 1);
		check_int(number(store, "SELECT max(stamp) FROM council"), 1);
		check_int(number(store, "SELECT count(*) FROM audit_entry"), 1);
		check(sound(store, &fresh));
		store_close(store);
	}
}

static struct changes
many_posts(int count, struct arena *perm)
{
	struct changes changes = changes_new(perm);
	for (int i = 0; i < count; i++)
		add_row(&changes, TYPE_POST, str_format(perm, "P-%06d", i), years(2020, 0),
		        some_values(&record_types[TYPE_POST], perm));
	return changes;
}

static pid_t
child_does_many(Str path, int count, struct arena *perm)
{
	pid_t child = fork();
	if (child != 0)
		return child;
	struct error err;
	struct store *store = store_open(path, &err);
	struct changes changes = many_posts(count, perm);
	_exit(store && try_it(store, walsall, &changes, &err, perm) == STORED ? 0 : 1);
}

/* The store holds all of the one deed, or nothing; gives which. */
static bool
all_or_nothing(Str path, int count, struct arena *perm)
{
	struct store *store = opened(path);
	while (on_postgres && number(store, "SELECT count(*) FROM pg_stat_activity WHERE datname ="
	                             " current_database() AND backend_type = 'client backend'") > 1)
		usleep(1000);
	int64_t deeds = number(store, "SELECT count(*) FROM deed");
	check(deeds == 0 || deeds == 1);
	check_int(number(store, "SELECT count(*) FROM post"), deeds * count);
	check_int(number(store, "SELECT count(*) FROM record_change"), deeds * count);
	check_int(number(store, "SELECT count(*) FROM audit_entry"), deeds);
	check_int(number(store, "SELECT count(*) FROM council"), deeds);
	check(sound(store, perm));
	store_close(store);
	return deeds == 1;
}

static double
seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
a_death_between_statements_leaves_all_or_nothing(struct arena *perm)
{
	enum { POSTS = 800, ROUNDS = 16 };
	int status, cut = 0;
	Str path = fresh_path("death.db", perm);
	store_close(opened(path));
	double began = seconds_now();
	waitpid(child_does_many(path, POSTS, perm), &status, 0);
	double took = seconds_now() - began;
	check(all_or_nothing(path, POSTS, perm));
	for (int round = 0; round < ROUNDS; round++) {
		struct arena fresh = *perm;
		path = fresh_path("killed.db", &fresh);
		store_close(opened(path));
		pid_t child = child_does_many(path, POSTS, &fresh);
		usleep((useconds_t)(took * 1e6 * round / ROUNDS));
		kill(child, SIGKILL);
		check(waitpid(child, &status, 0) == child);
		bool whole = all_or_nothing(path, POSTS, &fresh);
		check(whole || WIFSIGNALED(status));         /* acknowledged means there */
		cut += !whole;
	}
	check(cut > 0);
}

/* ---- two at once ------------------------------------------------------------------------------ */

/* Adds one to the cases of the only caseload, again whenever somebody else was quicker. */
static bool
count_one_more(struct store *store, int *again, struct arena scratch)
{
	enum stored stored = CHANGED_SINCE;
	for (*again = 0; stored == CHANGED_SINCE; ++*again) {
		struct arena fresh = scratch;
		struct error err = { "" };
		struct records is = rows_of(store, walsall, TYPE_CASELOAD, &fresh);
		int64_t cases = parse_decimal(record_value(is.type, &is.at[0], S("cases")), 0, false).micro / MICRO;
		struct changes changes = change_of_value(store, TYPE_CASELOAD, "cases",
			str_format(&fresh, "%lld", (long long)cases + 1), &fresh);
		changes.at[0].before = is.at[0];             /* what the new number was made from */
		stored = try_it(store, walsall, &changes, &err, &fresh);
	}
	return stored == STORED;
}

static void
no_update_is_lost_between_writers(struct arena *perm)
{
	enum { WRITERS = 4, TIMES = 12 };
	Str path = fresh_path("lost.db", perm);
	struct store *store = opened(path);
	struct changes changes = one_row(TYPE_CASELOAD, S("C-1"), years(2020, 0),
		values_with(&record_types[TYPE_CASELOAD], "cases", S("0"), perm), perm);
	do_it(store, deed_by(walsall, "edit"), &changes, perm);
	store_close(store);
	for (int w = 0; w < WRITERS; w++)
		if (fork() == 0) {
			struct error err;
			int again;
			struct store *own = store_open(path, &err);
			for (int i = 0; own && i < TIMES; i++)
				if (!count_one_more(own, &again, *perm))
					_exit(1);
			_exit(own ? 0 : 2);
		}
	int status;
	for (int w = 0; w < WRITERS; w++)
		check(wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0);
	store = opened(path);
	struct records is = rows_of(store, walsall, TYPE_CASELOAD, perm);
	check_str(record_value(is.type, &is.at[0], S("cases")), str_format(perm, "%d", WRITERS * TIMES));
	check_int(is.at[0].version, 1 + WRITERS * TIMES);
	check_int(number(store, "SELECT stamp FROM council"), 1 + WRITERS * TIMES);
	check(sound(store, perm));
	store_close(store);
}

/* Several put the same person into the same post at the same moment: one of them does. */
static void
of_writers_that_overlap_one_is_kept(struct arena *perm)
{
	enum { WRITERS = 4, ROUNDS = 5 };
	Str path = fresh_path("overlap.db", perm);
	struct store *store = opened(path);
	for (int round = 0; round < ROUNDS; round++) {
		Str person = str_format(perm, "N-%06d", round);
		for (int w = 0; w < WRITERS; w++)
			if (fork() == 0) {
				struct error err;
				struct store *own = store_open(path, &err);
				struct changes changes = one_row(TYPE_SPELL, str_format(perm, "S-%d-%d", round, w),
					years(2020 + w, 0), values_with(&record_types[TYPE_SPELL], "person", person, perm), perm);
				_exit(!own ? 9 : try_it(own, walsall, &changes, &err, perm) == STORED ? 0 : 1);
			}
		int status, kept = 0;
		for (int w = 0; w < WRITERS; w++) {
			check(wait(&status) > 0 && WIFEXITED(status) && WEXITSTATUS(status) < 2);
			kept += WEXITSTATUS(status) == 0;
		}
		check_int(kept, 1);
	}
	check_int(rows_of(store, walsall, TYPE_SPELL, perm).count, ROUNDS);
	check(sound(store, perm));
	store_close(store);
}

static void
set_both(struct store *store, Str value, struct arena scratch)
{
	struct changes changes = change_of_value(store, TYPE_UNIT, "name", value, &scratch);
	struct changes other = change_of_value(store, TYPE_PERSON, "email", value, &scratch);
	changes_add(&changes, other.at[0]);
	do_it(store, deed_by(walsall, "edit"), &changes, &scratch);
}

/* One writes the same into two tables again and again; who reads sees both or neither. */
static void
a_council_is_read_as_of_one_moment(struct arena *perm)
{
	enum { TIMES = 60 };
	struct error err = { "" };
	Str path = fresh_path("moment.db", perm);
	struct store *store = opened(path);
	struct changes changes = one_row(TYPE_UNIT, S("U-1"), years(2020, 0),
		values_with(&record_types[TYPE_UNIT], "name", S("0"), perm), perm);
	add_row(&changes, TYPE_PERSON, S("N-1"), years(2020, 0),
	        values_with(&record_types[TYPE_PERSON], "email", S("0"), perm));
	do_it(store, deed_by(walsall, "edit"), &changes, perm);
	pid_t child = fork();
	if (child == 0) {
		struct store *own = opened(path);
		for (int i = 1; i <= TIMES; i++) {
			struct arena scratch = *perm;
			set_both(own, str_format(&scratch, "%d", i), scratch);
		}
		_exit(checks_failed_here != 0);
	}
	int status, seen = 0;
	while (waitpid(child, &status, WNOHANG) == 0) {
		struct arena scratch = *perm;
		struct council council;
		check(store_council_read(store, walsall, &council, &scratch, &err));
		check_str(record_value(&record_types[TYPE_UNIT], &council.of[TYPE_UNIT].at[0], S("name")),
		          record_value(&record_types[TYPE_PERSON], &council.of[TYPE_PERSON].at[0], S("email")));
		check_int(council.stamp, council.of[TYPE_UNIT].at[0].version);
		seen++;
	}
	check(WIFEXITED(status) && WEXITSTATUS(status) == 0 && seen > 0);
	check_int(last_seq(store), TIMES + 1);
	store_close(store);
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run_on_both(every_table_has_the_columns_that_its_type_asks_for);
	run(no_type_or_field_has_a_name_that_the_store_needs);
	run_on_both(every_choice_of_every_type_is_kept_as_it_is);
	run_on_both(the_nastiest_values_come_back_byte_for_byte);
	run_on_both(what_is_not_canonical_is_refused_without_telling_it);
	run_on_both(the_database_refuses_what_cannot_be);
	run_on_both(a_deed_is_rows_history_and_an_entry_of_the_audit);
	run_on_both(nothing_to_change_is_no_deed);
	run_on_both(several_changes_of_a_row_in_one_deed_become_one);
	run_on_both(rows_that_move_past_each_other_do_not_meet_on_the_way);
	run_on_both(a_judge_sees_the_council_as_it_is_and_may_refuse);
	run_on_both(whoever_adds_under_a_number_that_was_just_taken_is_told);
	run_on_both(a_change_of_what_somebody_else_changed_is_told);
	run_on_both(one_authority_never_meets_another);
	run_on_both(equality_records_are_apart);
	run_on_both(a_deed_can_be_taken_back_and_so_can_that);
	run_on_both(a_row_that_comes_back_is_the_row_it_was);
	run_on_both(what_is_erased_is_gone_and_everything_still_verifies);
	run_on_both(history_before_a_day_is_erased_and_rows_go);
	run_on_both(a_history_that_was_meddled_with_is_told);
	run_on_both(a_deed_that_stops_half_way_leaves_nothing);
	run_on_both(a_death_between_statements_leaves_all_or_nothing);
	run_on_both(no_update_is_lost_between_writers);
	run_on_both(of_writers_that_overlap_one_is_kept);
	run_on_both(a_council_is_read_as_of_one_moment);
	bool removed = stores_end();
	return tests_end() || !removed;
}
