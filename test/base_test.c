/* base_test.c: text, exact numbers, dates, findings. */
#include "check.h"

#include "base/base64.h"

#include "base/date.h"
#include "base/error.h"
#include "base/finding.h"

static void
half_rounds_up_as_dfe_rounds(struct arena *perm)
{
	/* DfE's published headcount turnover, exact ties: Isle of Wight 2021 9/80, Portsmouth 2021
	 * 9/144 (measures.md section 3). Half to even would give 11.2 and 6.2. */
	Figure wight = figure_ratio(figure_whole(9), figure_whole(80), 100);
	Figure portsmouth = figure_ratio(figure_whole(9), figure_whole(144), 100);
	check_str(figure_text(wight, 1, perm), S("11.3"));
	check_str(figure_text(portsmouth, 1, perm), S("6.3"));
	/* Just below a half, by less than a millionth: 11.24999...: the truncation must not hide it. */
	Figure below = figure_ratio(figure_whole(1124999999), figure_whole(10000000000), 100);
	check_str(figure_text(below, 1, perm), S("11.2"));
	check_str(figure_signed(figure_micro(-6650000), 1, perm), S("\u22126.7"));
}

static void
absence_is_never_zero(struct arena *perm)
{
	Figure none = figure_ratio(figure_whole(3), figure_whole(0), 100);
	check_int(none.absent, NOT_APPLICABLE);
	check_str(figure_text(none, 1, perm), S("z"));
	Figure sum = figure_add(figure_whole(3), figure_absent(UNRELIABLE));
	check_int(sum.absent, UNRELIABLE);
	Figure old;
	check(figure_parse(S(":"), &old) && old.absent == NOT_AVAILABLE);
	check(!figure_parse(S(""), &old));
	check(!figure_parse(S("k"), &old));
}

static void
figures_read_as_a_person_writes_them(struct arena *perm)
{
	check_str(figure_text(figure_micro(36186300000), 1, perm), S("36,186.3"));
	check_str(figure_plain(figure_micro(36186300000), 1, perm), S("36186.3"));
	check_str(figure_text(figure_whole(321661), 0, perm), S("321,661"));
	check_str(figure_words(figure_micro(11800000), 1, UNIT_PERCENT, perm), S("11.8%"));
	check_str(figure_words(figure_micro(-3100000), 1, UNIT_PERCENTAGE_POINTS, perm),
	          S("\u22123.1 percentage points"));
	check_str(figure_signed(figure_micro(40000), 1, perm), S("0.0"));
}

static void
only_decimal_numbers_are_numbers(struct arena *perm)
{
	(void)perm;
	static const struct { Str text; bool ok; int64_t micro; } cases[] = {
		{ STR("0.6"), true, 600000 }, { STR("-12"), true, -12000000 },
		{ STR("1,234.5"), true, 1234500000 }, { STR("12,34"), false, 0 },
		{ STR("1,234,567"), true, 1234567000000 }, { STR(",123"), false, 0 },
		{ STR("1e5"), false, 0 }, { STR("0x10"), false, 0 }, { STR(""), false, 0 },
		{ STR("."), false, 0 }, { STR("5."), false, 0 }, { STR(".5"), false, 0 },
		{ STR("--1"), false, 0 }, { STR("1 2"), false, 0 }, { STR("nan"), false, 0 },
		{ STR("1.2345678"), false, 0 }, { STR("99999999999999999999"), false, 0 },
		{ STR("9999999999999"), false, 0 }, { STR("8999999999999"), true, 8999999999999000000 },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct parsed_decimal d = parse_decimal(cases[i].text, 6, true);
		check_int(d.ok, cases[i].ok);
		check_int(d.micro, cases[i].micro);
	}
}

static void
dates_turn_into_days_and_back(struct arena *perm)
{
	for (int day = -100000; day < 200000; day += 37) {
		struct civil c = date_civil((Date){ day });
		check(date_of(c.year, c.month, c.day).day == day);
	}
	check_int(date_of(1970, 1, 1).day, 0);
	check_int(date_of(2000, 3, 1).day, 11017);
	check_int(date_at(SECONDS_OF_DAY - 1).day, 0);
	check_int(date_at(SECONDS_OF_DAY).day, 1);
	check_int(date_at(-1).day, -1);
	Date date;
	check(date_parse(S("30 September 2025"), &date));
	check_str(date_iso(date, perm), S("2025-09-30"));
	check(date_parse(S("30/09/2025"), &date) && date_parse(S("30 Sep 2025"), &date));
	check(!date_parse(S("31/02/2025"), &date));
	check(!date_parse(S("2025-13-01"), &date));
	check_int(census_year(date_of(2024, 10, 1)), 2025);
	check_int(census_year(date_of(2025, 9, 30)), 2025);
}

static void
years_are_whole_from_one_birthday_to_the_next(struct arena *perm)
{
	static const struct { struct civil from, to; int years; } ages[] = {
		{ { 1980, 10, 1 }, { 2025, 9, 30 }, 44 }, { { 1980, 9, 30 }, { 2025, 9, 30 }, 45 },
		{ { 2000, 2, 29 }, { 2025, 2, 28 }, 24 }, { { 2000, 2, 29 }, { 2025, 3, 1 }, 25 },
		{ { 2025, 9, 30 }, { 2025, 9, 30 }, 0 }, { { 2025, 10, 1 }, { 2025, 9, 30 }, -1 },
	};
	(void)perm;
	for (int i = 0; i < countof(ages); i++) {
		struct civil from = ages[i].from, to = ages[i].to;
		check_int(date_years(date_of(from.year, from.month, from.day), date_of(to.year, to.month, to.day)),
		          ages[i].years);
	}
}

static void
text_is_checked_to_be_utf8(struct arena *perm)
{
	(void)perm;
	ptrdiff_t bad = -1;
	check(str_utf8(S("caf\u00e9 \u2212 \U0001F600"), NULL));
	check(!str_utf8(S("caf\xe9"), &bad) && bad == 3);
	check(!str_utf8(S("\xc0\x80"), NULL));
	check(!str_utf8(S("\xed\xa0\x80"), NULL));
	check(!str_utf8(S("\xf5\x80\x80\x80"), NULL));
	check(!str_utf8(S("\xe2\x88"), NULL));
}

static void
near_names_are_near(struct arena *perm)
{
	(void)perm;
	check_int(str_distance(S("walsal"), S("Walsall")), 1);
	check_int(str_distance(S("kitten"), S("sitting")), 3);
	check_int(str_distance(S(""), S("abc")), 3);
}

static void
a_finding_says_where_what_and_what_to_do(struct arena *perm)
{
	struct findings found = findings_new(perm);
	for (int i = 0; i < 40; i++)
		findings_add(&found, (struct finding){ MISTAKE, S("number"), S("own.csv"), i + 2, 4,
			S("leicestershire 2023"), S("value"), S("1,2"), S("is not a number"), S("write 1.2") });
	check_int(found.count, 40);
	check_int(found.mistakes, 40);
	check_str(finding_text(&found.at[39], perm),
	          S("own.csv:41:4: error number: leicestershire 2023: value \"1,2\" is not a number; "
	            "write 1.2"));
}

static void
an_error_keeps_its_context(struct arena *perm)
{
	(void)perm;
	struct error err;
	check(!fail(&err, "no space left"));
	check(!fail_within(&err, "cannot save %s", "it"));
	check_str(str_of(err.text), S("cannot save it: no space left"));
}

static void
a_full_arena_jumps_to_its_boundary(struct arena *perm)
{
	jmp_buf full;
	struct arena small = { .next = new(perm, 64, char), .full = &full };
	small.end = small.next + 64;
	volatile int reached = 0;
	if (setjmp(full) == 0) {
		reached = 1;
		new(&small, 63, char);
		new(&small, 2, char);
		reached = 2;
	}
	check_int(reached, 1);
}

static void
text_grows_in_place_or_moves(struct arena *perm)
{
	struct text a = text_new(perm);
	for (int i = 0; i < 1000; i++)
		text_format(&a, "%d,", i);
	struct text b = text_new(perm);
	text_add(&b, S("between"));
	for (int i = 0; i < 1000; i++)
		text_char(&a, 'x');
	check_int(a.len, 3890 + 1000);
	check_str(text_str(&b), S("between"));
	check(a.at[3890] == 'x' && str_begins(text_str(&a), S("0,1,2,")));
}

static void
bytes_as_letters_are_those_of_the_standard(struct arena *perm)
{
	/* RFC 4648, section 10, and every byte there is. */
	static const struct { Str bytes, text; } vectors[] = {
		{ STR(""), STR("") }, { STR("f"), STR("Zg==") }, { STR("fo"), STR("Zm8=") }, { STR("foo"), STR("Zm9v") },
		{ STR("foob"), STR("Zm9vYg==") }, { STR("fooba"), STR("Zm9vYmE=") }, { STR("foobar"), STR("Zm9vYmFy") },
	};
	static const Str never[] = { STR("Zg="), STR("Zg"), STR("Zh=="), STR("Zm9="), STR("Z*=="), STR("===="), STR("Zg==Zg==") };
	Str back;
	for (ptrdiff_t i = 0; i < countof(vectors); i++) {
		check_str(base64_text(vectors[i].bytes, perm), vectors[i].text);
		check(base64_read(vectors[i].text, &back, perm));
		check_str(back, vectors[i].bytes);
	}
	for (ptrdiff_t i = 0; i < countof(never); i++)
		check(!base64_read(never[i], &back, perm));
	char all[256];
	for (int i = 0; i < 256; i++)
		all[i] = (char)i;
	check(base64_read(base64_text((Str){ all, 256 }, perm), &back, perm));
	check_str(back, ((Str){ all, 256 }));
}

static void
a_part_is_found_at_its_first_place(struct arena *perm)
{
	(void)perm;
	check_int(str_find(S("aaab"), S("aab")), 1);
	check_int(str_find(S("team A, team B"), S("team")), 0);
	check_int(str_find(S("a team"), S("team")), 2);
	check_int(str_find(S("tea tea"), S("team")), -1);
	check_int(str_find(S("tea"), S("team")), -1);
	check_int(str_find(S("team"), S("")), 0);
	check_int(str_find(S(""), S("")), 0);
	check_int(str_find(str_upto(S("unit team"), 8), S("team")), -1);
}

static void
a_number_of_digits_is_digits_only(struct arena *perm)
{
	static const Str no[] = { STR(""), STR("+1"), STR("-1"), STR(" 1"), STR("1.0"), STR("1,000"), STR("1e3"), STR("1234567890123456") };
	int64_t number;
	(void)perm;
	check(parse_digits(S("0"), &number) && number == 0);
	check(parse_digits(S("007"), &number) && number == 7);
	check(parse_digits(S("999999999999999"), &number) && number == 999999999999999);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		check(!parse_digits(no[i], &number));
}

static void
a_row_is_found_by_a_text_of_its(struct arena *perm)
{
	static const struct { int number; Str ref; } rows[] = { { 1, STR("A-1") }, { 2, STR("A-2") }, { 3, STR("B-1") } };
	struct str_rows among = { rows, sizeof *rows, (size_t)((const char *)&rows[0].ref - (const char *)&rows[0]), 3 };
	(void)perm;
	for (int i = 0; i < 3; i++)
		check_int(str_among(among, rows[i].ref), i);
	check_int(str_among(among, S("")), -1);
	check_int(str_among(among, S("A-3")), -1);
	check_int(str_among(among, S("C")), -1);
	among.count = 0;
	check_int(str_among(among, S("A-1")), -1);
}

int
main(void)
{
	run(half_rounds_up_as_dfe_rounds);
	run(absence_is_never_zero);
	run(figures_read_as_a_person_writes_them);
	run(only_decimal_numbers_are_numbers);
	run(dates_turn_into_days_and_back);
	run(years_are_whole_from_one_birthday_to_the_next);
	run(text_is_checked_to_be_utf8);
	run(near_names_are_near);
	run(a_finding_says_where_what_and_what_to_do);
	run(an_error_keeps_its_context);
	run(a_full_arena_jumps_to_its_boundary);
	run(bytes_as_letters_are_those_of_the_standard);
	run(text_grows_in_place_or_moves);
	run(a_part_is_found_at_its_first_place);
	run(a_number_of_digits_is_digits_only);
	run(a_row_is_found_by_a_text_of_its);
	return tests_end();
}
