/* register_test.c: values as people write them, records checked, and rows changed through time. */
#include "check.h"

#include "register/field.h"

static const struct choice bases[] = {
	{ STR("permanent"), STR("Permanent") }, { STR("fixed_term"), STR("Fixed term") },
};
static const struct field fields[] = {
	{ .name = STR("title"), .label = STR("Title"), .kind = FIELD_TEXT, .required = true, .most = 20 },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE },
	{ .name = STR("day"), .label = STR("Day"), .kind = FIELD_DATE },
	{ .name = STR("fte"), .label = STR("FTE"), .kind = FIELD_FTE },
	{ .name = STR("lost"), .label = STR("Days lost"), .kind = FIELD_DECIMAL, .most = 400 },
	{ .name = STR("cases"), .label = STR("Cases"), .kind = FIELD_WHOLE, .most = 999 },
	{ .name = STR("basis"), .label = STR("Basis"), .kind = FIELD_CHOICE, .choices = bases,
	  .choice_count = 2 },
	{ .name = STR("post"), .label = STR("Post"), .kind = FIELD_REF, .refers = STR("post") },
	{ .name = STR("agreed"), .label = STR("Agreed"), .kind = FIELD_YES_NO },
	{ .name = STR("number"), .label = STR("Number"), .kind = FIELD_TEXT, .pattern = STR("SW#") },
	{ .name = STR("pay"), .label = STR("Pay"), .kind = FIELD_MONEY, .most = 500000 },
};
enum { TITLE, NOTE, DAY, FTE, LOST, CASES, BASIS, POST, AGREED, NUMBER, PAY, ALL_FIELDS };

static const struct record_type unbroken = { .name = STR("seat"), .one = STR("seat"),
	.many = STR("seats"), .letter = STR("P"), .dated = true, .unbroken = true, .fields = fields,
	.field_count = ALL_FIELDS, .title = { STR("title") } };
static const struct record_type broken = { .name = STR("leave"), .one = STR("leave"),
	.many = STR("leaves"), .letter = STR("B"), .dated = true, .fields = fields,
	.field_count = ALL_FIELDS, .title = { STR("title"), STR("basis") } };
static const struct record_type undated = { .name = STR("person"), .one = STR("person"),
	.many = STR("people"), .letter = STR("N"), .fields = fields, .field_count = ALL_FIELDS };

static void
values_are_read_as_people_write_them(struct arena *perm)
{
	static const struct { int field; Str typed, value; } cases[] = {
		{ TITLE, STR("  O\u2019Neil \xC2\xA0 \xC3\x96z "), STR("O\u2019Neil \xC3\x96z") },
		{ TITLE, STR("two\nlines"), STR("two lines") }, { TITLE, STR(" \xC2\xA0\t"), STR("") },
		{ NOTE, STR("one  \n two\r\n"), STR("one\ntwo") },
		{ DAY, STR("1/2/23"), STR("2023-02-01") }, { DAY, STR("2023-02-01T00:00:00"), STR("2023-02-01") },
		{ DAY, STR("1-Feb-2023"), STR("2023-02-01") }, { DAY, STR("01.02.68"), STR("2068-02-01") },
		{ DAY, STR("1/2/69"), STR("1969-02-01") }, { DAY, STR("30 September 2025"), STR("2025-09-30") },
		{ DAY, STR("3rd Sept 2025"), STR("2025-09-03") }, { DAY, STR("29/2/2024"), STR("2024-02-29") },
		{ DAY, STR("1/2/2023 00:00"), STR("2023-02-01") }, { DAY, STR("2023-02-01"), STR("2023-02-01") },
		{ FTE, STR(".6"), STR("0.6") }, { FTE, STR("60%"), STR("0.6") }, { FTE, STR("0.6FTE"), STR("0.6") },
		{ FTE, STR("22.2/37"), STR("0.6") }, { FTE, STR("1.0"), STR("1") }, { FTE, STR("0"), STR("0") },
		{ FTE, STR("25/37"), STR("0.675676") }, { FTE, STR("1/3"), STR("0.333333") },
		{ PAY, STR("\u00A336,400.50"), STR("36400.5") }, { PAY, STR("\u00A3 0.01"), STR("0.01") },
		{ PAY, STR("36400"), STR("36400") }, { PAY, STR("500,000.00"), STR("500000") },
		{ LOST, STR("7.50"), STR("7.5") }, { CASES, STR("12.0"), STR("12") }, { CASES, STR("0"), STR("0") },
		{ BASIS, STR("FIXED TERM"), STR("fixed_term") }, { BASIS, STR("Permanent"), STR("permanent") },
		{ POST, STR(" P-000012 "), STR("P-000012") },
		{ AGREED, STR("Y"), STR("yes") }, { AGREED, STR("FALSE"), STR("no") }, { AGREED, STR("1"), STR("yes") },
		{ NUMBER, STR("sw 0123"), STR("SW0123") }, { NUMBER, STR("SW1234567890"), STR("SW1234567890") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		Str value;
		struct misfit misfit;
		check(value_read(&fields[cases[i].field], cases[i].typed, &value, &misfit, perm));
		check_str(value, cases[i].value);
	}
}

static void
what_cannot_be_is_refused_with_words(struct arena *perm)
{
	static const struct { int field; Str typed, wrong; } cases[] = {
		{ TITLE, STR("abcdefghijklmnopqrstu"), STR("more than 20") }, { TITLE, STR("\xFF\xFE"), STR("readable") },
		{ TITLE, STR("a\0b"), STR("U+0000") }, { TITLE, STR("a\xE2\x80\xAE" "b"), STR("U+202E") },
		{ DAY, STR("31/2/2023"), STR("there is no 31 February") },
		{ DAY, STR("29 Feb 2023"), STR("there was no 29 February 2023") },
		{ DAY, STR("31/4/2023"), STR("there is no 31 April") },
		{ DAY, STR("2/13/2023"), STR("no month 13") }, { DAY, STR("1/0/2023"), STR("no month 0") },
		{ DAY, STR("0/1/2023"), STR("not a date") }, { DAY, STR("soon"), STR("not a date") },
		{ DAY, STR("-1/2/2023"), STR("not a date") }, { DAY, STR("1//2/2023"), STR("not a date") },
		{ DAY, STR("1/2/3/2023"), STR("not a date") }, { DAY, STR("1/2/203"), STR("not a date") },
		{ DAY, STR("1/2/99999999999999999999"), STR("not a date") }, { DAY, STR("1/2/0023"), STR("year 23") },
		{ DAY, STR(":"), STR("not a date") }, { DAY, STR("////"), STR("not a date") },
		{ FTE, STR("-0.5"), STR("not an FTE") }, { FTE, STR("22.2"), STR("more than 1") },
		{ FTE, STR("37/0"), STR("not an FTE") }, { FTE, STR("38/37"), STR("more than 1") },
		{ FTE, STR("%"), STR("not an FTE") }, { FTE, STR("nan"), STR("not an FTE") },
		{ FTE, STR("8999999999999/0.000001"), STR("more than 1") }, { FTE, STR("0,6"), STR("not an FTE") },
		{ FTE, STR("/"), STR("not an FTE") }, { FTE, STR("FTE"), STR("not an FTE") },
		{ PAY, STR("36400.505"), STR("not an amount in pounds") }, { PAY, STR("\u00A3"), STR("not an amount") },
		{ PAY, STR("-1"), STR("not an amount") }, { PAY, STR("500000.01"), STR("more than 500000") },
		{ PAY, STR("about 30k"), STR("not an amount") }, { PAY, STR("$36,400"), STR("not an amount") },
		{ LOST, STR("-1"), STR("not a number") }, { LOST, STR("400.000001"), STR("more than 400") },
		{ LOST, STR("1e3"), STR("not a number") }, { LOST, STR("1.2345678"), STR("not a number") },
		{ CASES, STR("1.5"), STR("whole") }, { CASES, STR("1000"), STR("more than 999") },
		{ CASES, STR("-0"), STR("whole") },
		{ BASIS, STR("perm"), STR("not one of") }, { AGREED, STR("maybe"), STR("neither") },
		{ NUMBER, STR("SW"), STR("SW and 1 to 10") }, { NUMBER, STR("12345"), STR("SW and") },
		{ NUMBER, STR("SW12345678901"), STR("SW and") }, { NUMBER, STR("SW12x"), STR("SW and") },
		{ NUMBER, STR("S"), STR("SW and") },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		Str value;
		struct misfit misfit;
		bool read = value_read(&fields[cases[i].field], cases[i].typed, &value, &misfit, perm);
		check(!read);
		check(str_find(misfit.wrong, cases[i].wrong) >= 0);
		check(misfit.mend.len > 0);
		check_str(value, S(""));
		if (read || str_find(misfit.wrong, cases[i].wrong) < 0)
			printf("  case %td: \"%.*s\"\n", i, STR_ARG(misfit.wrong));
	}
}

static Str *
values_titled(Str title, struct arena *perm)
{
	Str *values = new(perm, ALL_FIELDS, Str);
	for (int f = 0; f < ALL_FIELDS; f++)
		values[f] = S("");
	values[TITLE] = title;
	return values;
}

static void
a_record_is_checked_field_by_field(struct arena *perm)
{
	Str *values = values_titled(S(""), perm);
	values[FTE] = S(".6");
	values[BASIS] = S("perm");
	struct record record = { .ref = S("P-1"), .values = values, .when = { date_of(2025, 4, 2),
		date_of(2025, 4, 1) } };
	int columns[ALL_FIELDS] = { 3, 4, 5, 6 };
	struct findings found = findings_new(perm);
	check_int(record_check(&unbroken, &record, (struct place){ S("a.csv"), 7, columns }, &found), 4);
	check_str(found.at[0].wrong, S("is before the first day, 2 April 2025"));
	check_str(found.at[1].code, S("required"));
	check_int(found.at[1].column, 3);
	check_int(found.at[1].line, 7);
	check_str(found.at[2].mend, S("write \"0.6\""));
	check_str(found.at[3].code, S("value"));
	values[TITLE] = S("Manager");
	values[FTE] = S("0.6");
	values[BASIS] = S("permanent");
	record.when.last = DATE_OPEN;
	check_int(record_check(&unbroken, &record, (struct place){ 0 }, &found), 0);
	record.ref = S("P 1");
	check_int(record_check(&unbroken, &record, (struct place){ 0 }, &found), 1);
	check_str(record_title(&broken, &record, perm), S("Manager, permanent"));
	check_str(record_title(&undated, &record, perm), S("P 1"));
	check_str(value_words(&fields[DAY], S("2025-09-30"), perm), S("30 September 2025"));
	check_str(value_words(&fields[BASIS], S("fixed_term"), perm), S("Fixed term"));
	check_str(value_words(&fields[AGREED], S("yes"), perm), S("Yes"));
	check_str(value_words(&fields[PAY], S("36400.5"), perm), S("\u00A336,400.50"));
}

/* ---- rows through time ----------------------------------------------------------------------- */

static struct records
rows_of(const struct record_type *type, const struct period *when, int count, struct arena *perm)
{
	struct record *rows = new(perm, count, struct record);
	for (int i = 0; i < count; i++)
		rows[i] = (struct record){ i + 1, 1, S("P-000001"), when[i],
			values_titled(str_format(perm, "row %d", i), perm) };
	return (struct records){ type, rows, count, count, 0 };
}

static const struct period two_rows[] = { { { 100 }, { 199 } }, { { 200 }, { 2932896 } } };
static const struct period apart[] = { { { 100 }, { 149 } }, { { 200 }, { 249 } } };

static void
a_change_holds_from_its_day(struct arena *perm)
{
	struct records rows = rows_of(&unbroken, two_rows, 2, perm);
	struct changes changes = changes_new(perm);
	struct error err;
	Str *values = values_titled(S("new"), perm);
	check(change_from(&rows, S("P-000001"), (Date){ 150 }, values, &changes, &err));
	check(strstr(err.text, "also changes on 20 July 1970"));
	struct records after = records_after(&rows, &changes, perm);
	check_int(after.count, 3);
	check_int(after.at[0].when.last.day, 149);
	check_int(after.at[0].version, 2);
	check_str(record_on(&after, S("P-000001"), (Date){ 150 })->values[TITLE], S("new"));
	check_str(record_on(&after, S("P-000001"), (Date){ 200 })->values[TITLE], S("row 1"));
	changes = changes_new(perm);
	check(change_from(&rows, S("P-000001"), (Date){ 200 }, values, &changes, &err));   /* first day */
	check(!err.text[0]);
	check_int(changes.count, 1);
	check_int(changes.at[0].kind, ALTER);
	changes = changes_new(perm);
	check(change_from(&rows, S("P-000001"), (Date){ 90000 }, values, &changes, &err)); /* the future */
	check_int(records_after(&rows, &changes, perm).count, 3);
	changes = changes_new(perm);
	check(!change_from(&rows, S("P-000001"), (Date){ 99 }, values, &changes, &err));
	check(strstr(err.text, "began on 11 April 1970"));
	check(!change_from(&rows, S("P-000002"), (Date){ 150 }, values, &changes, &err));
	check(change_from(&rows, S("P-000001"), (Date){ 300 }, rows.at[1].values, &changes, &err));
	check_int(changes.count, 0);                  /* the same values change nothing */
}

static void
an_end_comes_after_the_beginning(struct arena *perm)
{
	struct records rows = rows_of(&unbroken, two_rows, 2, perm);
	struct changes changes = changes_new(perm);
	struct error err;
	check(!change_end(&rows, S("P-000001"), (Date){ 99 }, &changes, &err));
	check(strstr(err.text, "last day cannot be 10 April 1970"));
	check_int(changes.count, 0);
	check(change_end(&rows, S("P-000001"), (Date){ 150 }, &changes, &err));
	struct records after = records_after(&rows, &changes, perm);
	check_int(after.count, 1);
	check_int(after.at[0].when.last.day, 150);
	changes = changes_new(perm);
	check(!change_from(&after, S("P-000001"), (Date){ 151 }, rows.at[0].values, &changes, &err));
	check(!record_on(&after, S("P-000001"), (Date){ 151 }));
}

static void
what_must_be_unbroken_stays_so(struct arena *perm)
{
	static const struct period three[] = { { { 100 }, { 199 } }, { { 200 }, { 299 } },
		{ { 300 }, { 2932896 } } };
	struct records rows = rows_of(&unbroken, three, 3, perm);
	struct changes changes = changes_new(perm);
	struct error err;
	check(!change_remove(&rows, 2, 1, &changes, &err) && strstr(err.text, "hole"));
	check(!change_remove(&rows, 2, 9, &changes, &err) && strstr(err.text, "somebody else"));
	check(!change_remove(&rows, 77, 1, &changes, &err));
	check(change_correct(&rows, 2, 1, (struct period){ { 180 }, { 299 } }, rows.at[1].values, &changes,
	                     &err));
	struct records after = records_after(&rows, &changes, perm);
	check_int(after.at[0].when.last.day, 179);
	check_int(after.at[1].when.first.day, 180);
	check_int(after.at[2].when.first.day, 300);
	changes = changes_new(perm);
	check(!change_correct(&rows, 2, 1, (struct period){ { 90 }, { 299 } }, rows.at[1].values, &changes,
	                      &err));
	check_int(changes.count, 0);
	struct records holes = rows_of(&broken, apart, 2, perm);
	check(!change_correct(&holes, 1, 1, (struct period){ { 100 }, { 200 } }, holes.at[0].values,
	                      &changes, &err) && strstr(err.text, "overlap"));
	check(change_correct(&holes, 1, 1, (struct period){ { 100 }, { 120 } }, holes.at[0].values, &changes,
	                     &err));
	check_int(changes.count, 1);
	check(!change_correct(&holes, 1, 1, (struct period){ { 120 }, { 100 } }, holes.at[0].values,
	                      &changes, &err));
}

static void
refs_are_counted_on(struct arena *perm)
{
	struct record rows[] = { { .ref = S("77") }, { .ref = S("P-000007") }, { .ref = S("P-000012") },
		{ .ref = S("P-12x456") } };
	struct records records = { &unbroken, rows, 4, 4, 0 };
	check_str(ref_next(&records, 0, perm), S("P-000013"));
	check_str(ref_next(&records, 2, perm), S("P-000015"));
	/* nobody is given the number of one that was taken away */
	struct changes gone = changes_new(perm);
	rows[2].id = 3;
	changes_add(&gone, (struct change){ .kind = REMOVE, .type = &unbroken, .before = rows[2] });
	struct records after = records_after(&records, &gone, perm);
	check_int(after.count, 3);
	check_str(ref_next(&after, 0, perm), S("P-000013"));
	records.count = 0;
	check_str(ref_next(&records, 0, perm), S("P-000001"));
}

static void
check_rows(const struct records *rows)
{
	for (int i = 0; i < rows->count; i++) {
		check(rows->at[i].when.first.day <= rows->at[i].when.last.day);
		if (i && rows->type->unbroken)
			check_int(rows->at[i].when.first.day, rows->at[i - 1].when.last.day + 1);
		else if (i)
			check(rows->at[i].when.first.day > rows->at[i - 1].when.last.day);
	}
}

/* Any changes, ends and corrections in any order leave no overlap and, where none may be, no hole;
 * and after a change the values hold on its day. */
static void
rows_never_overlap(struct arena *perm)
{
	uint32_t random = 12345;
	int done = 0;
	for (int life = 0; life < 300; life++) {
		struct arena scratch = *perm;
		const struct record_type *type = life % 2 ? &unbroken : &broken;
		struct records rows = rows_of(type, life % 2 ? two_rows : apart, 2, &scratch);
		for (int step = 0; step < 30; step++) {
			struct changes changes = changes_new(&scratch);
			struct error err;
			random = random * 1664525u + 1013904223u;
			Date day = { (int32_t)(90 + (random >> 8) % 200) };
			Str *values = values_titled(str_format(&scratch, "step %d", step), &scratch);
			const struct record *row = &rows.at[(random >> 20) % (unsigned)rows.count];
			int what = (int)(random >> 28) % 4;
			bool may = what < 2 ? change_from(&rows, S("P-000001"), day, values, &changes, &err)
				: what == 2 ? change_end(&rows, S("P-000001"), day, &changes, &err)
				: change_correct(&rows, row->id, row->version, (struct period){ day, { day.day + step } },
				                 values, &changes, &err);
			check(may || err.text[0]);
			check(may || changes.count == 0);
			rows = records_after(&rows, &changes, &scratch);
			check_rows(&rows);
			if (may && what < 2)
				check_str(record_on(&rows, S("P-000001"), day)->values[TITLE], values[TITLE]);
			if (may && what == 2)
				check_int(rows.at[rows.count - 1].when.last.day, day.day);
			for (int i = 0; i < rows.count; i++)   /* as the store gives ids to what came */
				rows.at[i].id = i + 1;
			done += may;
		}
	}
	check(done > 3000);
}

int
main(void)
{
	run(values_are_read_as_people_write_them);
	run(what_cannot_be_is_refused_with_words);
	run(a_record_is_checked_field_by_field);
	run(a_change_holds_from_its_day);
	run(an_end_comes_after_the_beginning);
	run(what_must_be_unbroken_stays_so);
	run(refs_are_counted_on);
	run(rows_never_overlap);
	return tests_end();
}
