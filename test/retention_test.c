/* retention_test.c: nothing is kept longer than its term, nothing goes early, holds beat both, and what
 * is left can still be proved.
 */
#include "stores.h"

#include "app/admit.h"
#include "app/retention.h"
#include "store/audit.h"
#include "store/records.h"
#include "store/returns.h"
#include "store/subject.h"
#include "store/totals.h"

enum { PEOPLE = 90, EVER = 4384 /* days: twelve years and a day */ };
static const Str walsall = STR("walsall");
#define SECONDS_OF_DAY INT64_C(86400)

/* ---- terms ------------------------------------------------------------------------------------ */

static Date
day_of(const char *text)
{
	Date day = { 0 };
	check(date_parse(str_of(text), &day));
	return day;
}

static void
a_term_counts_by_the_calendar(struct arena *perm)
{
	static const struct { const char *from, *term, *to; } cases[] = {
		{ "2020-03-31", "6 years", "2026-03-31" }, { "2020-02-29", "1 year", "2021-02-28" },
		{ "2020-02-29", "4 years", "2024-02-29" }, { "2025-01-31", "1 month", "2025-02-28" },
		{ "2025-08-31", "18 months", "2027-02-28" }, { "2025-12-31", "2 months", "2026-02-28" },
		{ "2025-11-15", "90 days", "2026-02-13" }, { "2025-11-15", "1 day", "2025-11-16" },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct term term;
		check(term_read(str_of(cases[i].term), &term));
		check_str(date_iso(term_after(day_of(cases[i].from), term), perm), str_of(cases[i].to));
		check_str(term_words(term, perm), str_of(cases[i].term));
	}
	static const char *const wrong[] = { "", "6", "years", "0 years", "-1 year", "6 yaers", "6 years more",
	                                     "101 years", "99999 days", "1.5 years", "999999 days" };
	struct term term;
	for (int i = 0; i < countof(wrong); i++)
		check(!term_read(str_of(wrong[i]), &term));
}

/* For every day of four years and every kind of term: the last day whose term is over by today. */
static void
a_term_backwards_is_the_last_day_that_is_over(struct arena *perm)
{
	static const struct term terms[] = { { 1, TERM_DAYS }, { 1, TERM_MONTHS }, { 6, TERM_YEARS }, { 13, TERM_MONTHS } };
	(void)perm;
	for (int t = 0; t < countof(terms); t++)
		for (int d = 0; d < 1500; d++) {
			Date today = { day_of("2023-06-01").day + d }, before = term_before(today, terms[t]);
			check(term_after(before, terms[t]).day <= today.day);
			check(term_after((Date){ before.day + 1 }, terms[t]).day > today.day);
		}
}

/* The month of the law: examples of the Information Commissioner's guidance, and pauses by hand. */
static void
a_request_is_due_a_month_after_it_came(struct arena *perm)
{
	static const struct { const char *received, *asked, *answered, *extended, *today, *due; bool still; } cases[] = {
		{ "2025-09-03", "", "", "", "2025-09-03", "2025-10-03", false },      /* the same day of the next month */
		{ "2026-03-31", "", "", "", "2026-03-31", "2026-04-30", false },      /* a month without that day */
		{ "2025-01-31", "", "", "", "2025-01-31", "2025-02-28", false },
		{ "2024-01-31", "", "", "", "2024-01-31", "2024-02-29", false },
		{ "2025-10-08", "", "", "", "2025-10-08", "2025-11-10", false },      /* Saturday: the Monday after */
		{ "2025-10-09", "", "", "", "2025-10-09", "2025-11-10", false },      /* Sunday */
		{ "2025-09-03", "", "", "2025-09-20", "2025-09-20", "2025-12-03", false },
		{ "2025-11-30", "", "", "2025-12-01", "2025-12-01", "2026-03-02", false }, /* 28 February is a Saturday */
		{ "2025-09-03", "2025-09-05", "2025-09-15", "", "2025-09-20", "2025-10-13", false },  /* ten days more */
		{ "2025-09-03", "2025-09-05", "", "", "2025-09-05", "2025-10-03", true },
		{ "2025-09-03", "2025-09-05", "", "", "2025-09-12", "2025-10-10", true },
		{ "2025-09-03", "2025-09-05", "2025-09-05", "", "2025-09-20", "2025-10-03", false },
	};
	for (int i = 0; i < countof(cases); i++) {
		struct request_days days = { .received = day_of(cases[i].received) };
		if (*cases[i].asked)
			days.asked = day_of(cases[i].asked);
		if (*cases[i].answered)
			days.answered = day_of(cases[i].answered);
		if (*cases[i].extended)
			days.extended = day_of(cases[i].extended);
		struct answer_due due = request_due(days, day_of(cases[i].today));
		check_str(date_iso(due.day, perm), str_of(cases[i].due));
		check(due.stands_still == cases[i].still);
	}
}

/* ---- twelve years ------------------------------------------------------------------------------ */

/* The first day of the twelve years. Person i leaves i * 37 days later (the last of them never), was
 * away for a week before, and said something of themselves. */
static Date
began(void)
{
	return date_of(2014, 2, 27);
}

static Date
left_on(int person)
{
	return person == PEOPLE - 1 ? DATE_OPEN : (Date){ began().day - 2000 + person * 37 };
}

static Str
ref_of(const char *letter, int number, struct arena *perm)
{
	return str_format(perm, "%s-%06d", letter, number + 1);
}

static void
put(struct changes *changes, enum type_id id, Str ref, struct period when, const char *fields, Str person,
    struct arena *perm)
{
	const struct record_type *type = &record_types[id];
	Str *values = new(perm, type->field_count, Str), rest = str_of(fields);
	for (int f = 0; f < type->field_count; f++)
		values[f] = S("");
	while (rest.len > 0) {
		Str value = str_cut(&rest, ';'), name = str_cut(&value, '=');
		values[field_find(type, name)] = value;
	}
	if (id != TYPE_PERSON)
		values[field_find(type, S("person"))] = person;
	struct record after = { .ref = ref, .values = values };
	if (type->dated)
		after.when = when;
	changes_add(changes, (struct change){ .kind = ADD, .type = type, .after = after });
}

static void
put_person(struct changes *changes, int i, struct arena *perm)
{
	Date left = left_on(i);
	Date away = left.day == DATE_OPEN.day ? began() : left;
	Str ref = ref_of("N", i, perm), name = str_format(perm, "family_name=Canary%d;given_names=Grace;born=1984-03-05;"
		"payroll=%d;email=c%d@example.org", i, 7000 + i, i);
	struct period in_post = { { began().day - 4000 }, left };
	put(changes, TYPE_PERSON, ref, in_post, str_c(name, perm), ref, perm);
	put(changes, TYPE_REGISTRATION, ref_of("G", i, perm), in_post,
	    str_c(str_format(perm, "number=SW%d", 10000 + i), perm), ref, perm);
	put(changes, TYPE_SPELL, ref_of("S", i, perm), in_post, "post=P-000001;basis=permanent;fte=1", ref, perm);
	put(changes, TYPE_ABSENCE, ref_of("B", i, perm), (struct period){ { away.day - 7 }, away }, "kind=sickness", ref,
	    perm);
	/* half of them were never ended in the pay system */
	put(changes, TYPE_PAY, ref_of("M", i, perm), i % 2 ? in_post : (struct period){ in_post.first, DATE_OPEN },
	    "base_salary=41000.5", ref, perm);
	put(changes, TYPE_CENSUS_NOTE, ref_of("W", i, perm), in_post, str_c(str_format(perm,
	    "year=2025;kind=query;subject=D083;record=SW%d 2020-01-01;words=Canary%d is new", 10000 + i, i), perm), ref, perm);
	put(changes, TYPE_EQUALITY, ref_of("Q", i, perm), in_post, "ethnicity=WBRI", ref, perm);
}

static void
put_council(struct store *store, struct arena *perm)
{
	struct changes changes = changes_new(perm);
	struct error err = { "" };
	int64_t seq;
	for (int i = 0; i < PEOPLE; i++)
		put_person(&changes, i, perm);
	struct deed deed = { .authority = walsall, .actor = S("test"), .what = S("edit"), .object = S("people"),
	                     .reason = S("because Canary7 asked"), .at = began().day * SECONDS_OF_DAY - 86400 };
	check(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err) == STORED);
	if (err.text[0])
		printf("%s\n", err.text);
}

/* Six years (or one, or three) after a day, by hand. */
static Date
years_after(Date day, int years)
{
	struct civil civil = date_civil(day);
	if (civil.month == 2 && civil.day == 29 && !date_real(civil.year + years, 2, 29))
		civil.day = 28;
	return date_of(civil.year + years, civil.month, civil.day);
}

static bool
gone_by(Date from, int years, Date today)
{
	return from.day != DATE_OPEN.day && today.day > years_after(from, years).day;
}

enum { HELD = 3 };                   /* a person whose records are held from the fifth year to the ninth */

static bool
on_hold(int person, int day)
{
	return person == HELD && day >= 1500 && day < 3000;
}

/* What should be there after the run of a day, told by leaving days alone. `gone`: what a run took
 * before; a hold brings nothing back. */
struct there { bool name, equality, absence, pay; };

static void
expect(struct there *there, int person, int day)
{
	Date today = { began().day + day }, left = left_on(person);
	Date away = left.day == DATE_OPEN.day ? began() : left;
	if (on_hold(person, day))
		return;
	there->name = there->name && !gone_by(left, 6, today);
	there->equality = there->equality && !gone_by(left, 1, today);
	there->absence = there->absence && !gone_by(away, 3, today);
	there->pay = there->pay && !gone_by(left, 3, today);
}

static void
check_rows(struct store *store, const char *sql, const struct there *all, size_t at, struct arena scratch)
{
	struct error err = { "" };
	bool seen[PEOPLE] = { false };
	struct rows *rows = store_query(store, sql, args(arg_text(walsall)), &err);
	while (rows_next(rows)) {
		struct arena own = scratch;
		Str ref = row_text(rows, 0, &own);
		seen[atoi(str_c(str_from(ref, 2), &own)) - 1] = true;
	}
	check(rows_end(rows, &err));
	for (int i = 0; i < PEOPLE; i++)
		check_int(seen[i], *((const bool *)&all[i] + at));
}

static void
check_day(struct store *store, const struct there *all, struct arena scratch)
{
	check_rows(store, "SELECT ref FROM person WHERE authority = $1 AND family_name IS NOT NULL ORDER BY ref", all,
	           offsetof(struct there, name), scratch);
	check_rows(store, "SELECT person FROM equality WHERE authority = $1 ORDER BY person", all,
	           offsetof(struct there, equality), scratch);
	check_rows(store, "SELECT person FROM absence WHERE authority = $1 ORDER BY person", all,
	           offsetof(struct there, absence), scratch);
	check_rows(store, "SELECT person FROM pay WHERE authority = $1 ORDER BY person", all,
	           offsetof(struct there, pay), scratch);
}

static void
check_proof(struct store *store, struct arena scratch)
{
	struct error err = { "" };
	struct audit_verdict chain;
	struct deeds_verdict deeds;
	check(audit_verify(store, S(""), &chain, &scratch, &err));
	check(store_deeds_verify(store, &deeds, &scratch, &err));
	if (!chain.sound || !deeds.sound)
		printf("%.*s; %.*s\n", STR_ARG(chain.says), STR_ARG(deeds.says));
	check(chain.sound && deeds.sound);
}

/* One run, as the daily command does it; how many things went. A day on which nothing is due would
 * only write that there was a run, so most of these are read and planned and not written. */
static int
run_day(struct store *store, Date today, struct arena scratch)
{
	struct error err = { "" };
	struct kept kept;
	struct retention_plan plan;
	struct keep_apply apply = { walsall, today, { S("command line"), today.day * SECONDS_OF_DAY + 3 * 3600 } };
	if (!retention_read(store, walsall, today, &kept, &scratch, &err)) {
		printf("%s\n", err.text);
		check(false);
		return 0;
	}
	retention_plan(&plan, &kept.roster, &kept.equality, &kept.keeping, today, &scratch);
	if (plan.count == plan.held_count && today.day % 50)
		return 0;
	bool changed = false, applied = retention_apply(store, &apply, &kept, &plan, &changed, &scratch, &err);
	if (!applied)
		printf("%s\n", err.text);
	check(applied);
	return plan.count - plan.held_count;
}

static void
change_hold(struct store *store, int day)
{
	struct error err = { "" };
	bool found;
	struct by by = { S("A-000001"), (began().day + day) * SECONDS_OF_DAY };
	struct legal_hold hold = { .person = S("N-000004"), .why = S("tribunal"), .set_by = by.actor, .set_at = by.at };
	if (day == 1500)
		check(legal_hold_set(store, walsall, &hold, &err));
	if (day == 3000)
		check(legal_hold_end(store, walsall, 1, by, &found, &err) && found);
}

/* Days on which something should happen, and those beside them: on PostgreSQL, where each day takes
 * longer, only these are lived through. */
static bool
day_matters(int day)
{
	struct there before, after;
	for (int i = 0; i < PEOPLE; i++)
		for (int d = day - 1; d <= day + 1; d++) {
			before = after = (struct there){ true, true, true, true };
			expect(&before, i, d - 1);
			expect(&after, i, d);
			if (memcmp(&before, &after, sizeof before) != 0 || d == 1500 || d == 3000)
				return true;
		}
	return day == 0;
}

static void
over_twelve_years_nothing_outlives_its_term_and_nothing_goes_early(struct arena *perm)
{
	Str path = fresh_path("twelve.db", perm);
	struct store *store = opened(path);
	struct there all[PEOPLE];
	put_council(store, perm);
	for (int i = 0; i < PEOPLE; i++)
		all[i] = (struct there){ true, true, true, true };
	int went = 0;
	for (int day = 0; day < EVER; day++) {
		if (on_postgres && !day_matters(day))
			continue;
		change_hold(store, day);
		for (int i = 0; i < PEOPLE; i++)
			expect(&all[i], i, day);
		int gone = run_day(store, (Date){ began().day + day }, *perm);
		if (gone || day % 100 == 0)
			check_day(store, all, *perm);
		if (gone && (went < 40 || went % 10 == 0))
			check_proof(store, *perm);
		went += gone;
	}
	check_day(store, all, *perm);
	check_proof(store, *perm);
	/* Everybody's absence is three years past, everybody but the last has left for more than a year... */
	check_int(number(store, "SELECT count(*) FROM absence"), 0);
	check(number(store, "SELECT count(*) FROM equality") > 0);
	check(went > 2 * PEOPLE);
	/* ...and what stays of somebody who is emptied is a number, a band of years, a post and days. */
	check_int(number(store, "SELECT count(*) FROM person WHERE ref = 'N-000001' AND given_names IS NULL AND payroll"
	                        " IS NULL AND email IS NULL AND born = '1980-01-01'"), 1);
	check_int(number(store, "SELECT count(*) FROM spell WHERE person = 'N-000001'"), 1);
	check_int(number(store, "SELECT count(*) FROM registration WHERE person = 'N-000001' AND number IS NULL"), 1);
	store_close(store);
}

/* ---- what is left on the disk ------------------------------------------------------------------ */

static void
of_somebody_who_is_emptied_no_table_says_who_they_were(struct arena *perm)
{
	Str path = fresh_path("canary.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	put_council(store, perm);
	struct correction asked = { .person = S("N-000001"), .type = S("person"), .ref = S("N-000001"), .row = 1,
		.field = S("family_name"), .is_now = S("Canary0"), .ought = S("Canary0x"), .why = S("I am Canary0x") };
	struct request_move move = { .person = S("N-000001"), .step = REQUEST_RECEIVED, .day = began() };
	struct by by = { S("A-000001"), began().day * SECONDS_OF_DAY };
	check(correction_ask(store, walsall, &asked, by, &err));
	check(data_request_move(store, walsall, &move, by, &err));
	/* Left 2,000 days before the first day: six years are 2,191 or 2,192. */
	run_day(store, (Date){ left_on(0).day + 2191 }, *perm);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE became LIKE '%Canary0%' OR was LIKE '%Canary0%'"), 2);
	run_day(store, (Date){ left_on(0).day + 2192 }, *perm);
	check_int(number(store, "SELECT count(*) FROM record_change WHERE became LIKE '%Canary0%' OR was LIKE '%Canary0%'"), 0);
	check_int(number(store, "SELECT count(*) FROM person WHERE family_name = 'Canary0'"), 0);
	check_int(number(store, "SELECT count(*) FROM census_note WHERE words LIKE '%Canary0%' OR record LIKE 'SW10000 %'"), 0);
	check_int(number(store, "SELECT count(*) FROM census_note WHERE person = 'N-000001' AND words IS NULL"), 1);
	check_int(number(store, "SELECT count(*) FROM correction"), 0);
	check_int(number(store, "SELECT count(*) FROM data_request"), 0);
	/* The reason named somebody, and touched the one who is emptied. */
	check_int(number(store, "SELECT count(*) FROM deed WHERE reason LIKE '%Canary%'"), 0);
	check_int(number(store, "SELECT count(*) FROM erased_person"), 1);
	check_int(number(store, "SELECT count(*) FROM audit_payload WHERE payload LIKE '%Canary%'"), 0);
	check_proof(store, *perm);
	store_close(store);
}

static void
an_old_copy_that_is_put_back_is_emptied_again(struct arena *perm)
{
	Str path = fresh_path("again.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	put_council(store, perm);
	/* The last person is still in post, and yet on the list of those who were emptied. */
	Str ref = ref_of("N", PEOPLE - 1, perm);
	struct keep_ran ran = { .authority = walsall, .day = began(), .erased = &ref, .erased_count = 1 };
	check(keep_erasing(store, &ran, (struct by){ S("test"), began().day * SECONDS_OF_DAY }, perm, &err));
	check_int(number(store, "SELECT count(*) FROM person WHERE ref = 'N-000090' AND family_name IS NOT NULL"), 1);
	run_day(store, began(), *perm);
	check_int(number(store, "SELECT count(*) FROM person WHERE ref = 'N-000090' AND family_name IS NOT NULL"), 0);
	check_proof(store, *perm);
	store_close(store);
}

/* ---- doubts ------------------------------------------------------------------------------------ */

static void
a_clock_that_jumped_and_too_many_people_are_doubted(struct arena *perm)
{
	Date today = date_of(2026, 11, 27);
	int64_t now = today.day * SECONDS_OF_DAY + 3600;
	static const struct { int ran_before, newest_before; int64_t confirmed; int people, kept; bool doubted; } cases[] = {
		{ 1, 1, -1, 0, 100, false },  { 0, 0, -1, 5, 100, false },
		{ 1, 1, -1, 6, 100, true },   { 1, 1, 6, 6, 100, false },  { 1, 1, 5, 6, 100, true },
		{ -1, 1, -1, 0, 100, true },  { -1, 1, 0, 0, 100, true },           /* the last run is to come */
		{ 1, -1, -1, 0, 100, true },  { 400, -1, 0, 0, 100, true },         /* so is the newest entry */
		{ 46, 46, -1, 0, 100, true }, { 46, 46, 0, 0, 100, false }, { 45, 45, -1, 0, 100, false },
		{ 4000, 1, -1, 0, 100, false },                                     /* others wrote meanwhile */
	};
	for (int i = 0; i < countof(cases); i++) {
		struct keep_last last = { { today.day - cases[i].ran_before }, now - cases[i].newest_before * SECONDS_OF_DAY };
		struct keep_doubt doubt = { today, now, cases[i].confirmed, cases[i].people, cases[i].kept };
		check((retention_doubt(&last, &doubt, perm).len > 0) == cases[i].doubted);
	}
	check_int(retention_doubt(&(struct keep_last){ { 0 }, 0 }, &(struct keep_doubt){ today, now, -1, 0, 0 }, perm).len, 0);
}

/* ---- the command ------------------------------------------------------------------------------- */

static struct answer
run_it(Str path, const char *how, const char *show, Date today, struct arena *perm)
{
	static struct viewer machine = { .account = STR("command line"), .all = true };
	struct error err = { "" };
	struct world world;
	check(world_open(&world, path, perm, &err));
	struct ask ask = { .how = str_of(how), .show = str_of(show), .today = today, .viewer = &machine,
	                   .now = today.day * SECONDS_OF_DAY + 7200 };
	return run_retention(&world, &ask, perm);
}

static void
a_run_only_shows_until_it_is_told_to_apply_and_doubts_by_itself(struct arena *perm)
{
	Str path = fresh_path("run.db", perm);
	struct store *store = opened(path);
	put_council(store, perm);
	Date today = { began().day + 20 };
	int64_t entries = number(store, "SELECT count(*) FROM audit_entry");
	check_int(run_it(path, "", "", today, perm).outcome, DONE);
	check_int(number(store, "SELECT count(*) FROM audit_entry"), entries);
	/* Of the 90, one in twenty is four: nobody is past six years yet, so it is done. */
	check_int(run_it(path, "apply", "", today, perm).outcome, DONE);
	check(number(store, "SELECT count(*) FROM audit_entry WHERE action = 'retention.run'") == 2);
	/* A year later the clock is doubted; with the number of people it is believed. */
	Date later = { today.day + 600 };
	check_int(run_it(path, "apply", "", later, perm).outcome, CHANGED);
	int64_t there = number(store, "SELECT count(*) FROM person WHERE family_name IS NOT NULL");
	check_int(there, 90);
	check_int(run_it(path, "apply", "many", later, perm).outcome, WRONG);
	store_close(store);
}

/* Of two, one was sent a day before its six years began. */
static void
a_run_that_only_shows_tells_of_returns_whose_term_is_over(struct arena *perm)
{
	Str path = fresh_path("sent.db", perm);
	struct error err = { "" };
	struct store *store = opened(path);
	put_council(store, perm);
	Date today = { began().day + 20 };
	struct return_content content = { .bytes = S("<Message/>"), .findings = S("a"), .notes = S("b") };
	const Date sent[] = { { term_before(today, (struct term){ 6, TERM_YEARS }).day - 1 }, { today.day - 1 } };
	for (int i = 0; i < countof(sent); i++) {
		struct return_given given;
		struct kept_return one = { .kind = S("census"), .year = date_civil(sent[i]).year, .file = S("CSWW.xml"),
			.sha256 = S("0000000000000000000000000000000000000000000000000000000000000000"), .actor = S("A-000001"),
			.sent_on = sent[i], .kept_at = (began().day + 1) * SECONDS_OF_DAY };
		check(store_return_keep(store, walsall, &one, &content, &given, *perm, &err));
	}
	struct answer shown = run_it(path, "", "", today, perm);
	check(str_find(document_text(&shown.document, false, 200, perm), S("1 returns as they were sent taken away")) >= 0);
	check_int(number(store, "SELECT count(*) FROM return_file"), 2);
	store_close(store);
}

static void
sign_ins_that_failed_and_old_payloads_of_the_audit_go_in_their_time(struct arena *perm)
{
	Str path = fresh_path("machine.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	Date today = date_of(2026, 11, 27);
	struct keeping keeping = keeping_usual();
	Str key = S("0123456789012345678901234567890123456789012345678901234567890123");
	int64_t old = date_of(2020, 11, 26).day * SECONDS_OF_DAY + 86399, young = date_of(2020, 11, 27).day * SECONDS_OF_DAY;
	struct entry entry = { .actor = S("A-000001"), .action = S("export"), .authority = walsall, .object = S("people"),
	                       .payload = S("person N-000001"), .at = old };
	check(audit_note(store, &entry, &err));
	entry.at = young;
	check(audit_note(store, &entry, &err));
	int64_t failed = date_of(2026, 8, 29).day * SECONDS_OF_DAY;          /* 90 days before: its last day is today */
	check(store_begin(store, &err) && failure_add(store, key, failed - 1, &err) && failure_add(store, key, failed, &err)
	      && store_commit(store, &err));
	struct keep_machine machine = retention_machine(&keeping, today.day * SECONDS_OF_DAY + 60, today);
	int64_t counts[MACHINE_KINDS];
	check(keep_machine_counts(store, &machine, counts, &err));
	check_int(counts[MACHINE_FAILURES], 1);
	check_int(counts[MACHINE_AUDIT], 1);
	check(keep_machine_ran(store, &machine, S("x"), today, (struct by){ S("test"), today.day * SECONDS_OF_DAY }, perm, &err));
	if (err.text[0])
		printf("%s\n", err.text);
	check_int(number(store, "SELECT count(*) FROM account_failure"), 1);
	check_int(number(store, "SELECT count(*) FROM audit_payload WHERE seq = 1"), 0);
	check_int(number(store, "SELECT count(*) FROM audit_payload WHERE seq = 2"), 1);
	check_int(number(store, "SELECT count(*) FROM audit_entry WHERE seq = 1"), 1);
	check_proof(store, *perm);
	store_close(store);
}

/* The totals of 30 September 2024 are kept with who stood where until 30 September 2026, and without
 * from the day after. */
static void
who_stood_where_in_totals_goes_and_the_totals_stay(struct arena *perm)
{
	Str path = fresh_path("totals.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	struct equality_total total = { S("sex"), date_of(2024, 9, 30), date_of(2024, 9, 30), S("12 c"),
		S("01234567890123456789012345678901"), S("0123456789abcdef 1 2\n") };
	check(equality_total_keep(store, walsall, &total, (struct by){ S("test"), 1 }, &err));
	struct keep_ran ran = { .authority = walsall };
	for (int after = 0; after < 2; after++) {
		ran.day = (Date){ date_of(2026, 9, 30).day + after };
		ran.totals_before = term_before(ran.day, keeping_usual().terms[KEEP_TOTALS]);
		check(keep_ran(store, &ran, (struct by){ S("test"), 2 }, perm, &err));
		check_int(number(store, "SELECT count(*) FROM equality_total WHERE members <> ''"), !after);
	}
	check_int(number(store, "SELECT count(*) FROM equality_total WHERE cells = '12 c'"), 1);
	if (err.text[0])
		printf("%s\n", err.text);
	store_close(store);
}

/* Every table with a column that names a person is either a type of record, or known here: a table that
 * is added and forgotten fails this. */
static void
every_table_about_a_person_comes_with_their_data_and_goes_with_them(struct arena *perm)
{
	static const char *const known[] = { "account", "correction", "data_request", "legal_hold" };
	Str path = fresh_path("walk.db", perm);
	struct store *store = opened(path);
	struct error err = { "" };
	int count = 0;
	struct rows *rows = store_query(store, "SELECT m.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c"
		" WHERE m.type = 'table' AND c.name = 'person' ORDER BY m.name", (struct args){ 0 }, &err);
	while (rows_next(rows)) {
		Str name = row_text(rows, 0, perm);
		const struct record_type *type = record_type_find(name);
		if (type) {
			check(type->personal);
			continue;
		}
		check(count < countof(known));
		if (count < countof(known))
			check_str(name, str_of(known[count]));
		count++;
	}
	check(rows_end(rows, &err));
	check_int(count, countof(known));
	store_close(store);
}

/* One record of each type about somebody who left in 2010: no type is named here, so one that is added
 * is held to it as well. */
static void
whatever_is_about_a_person_goes_with_them(struct arena *perm)
{
	struct council council = { .authority = walsall };
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		council.of[t].type = type;
		if (!type->personal || type->group == GROUP_EQUALITY)
			continue;
		Str *values = new(perm, type->field_count, Str);
		if (t == TYPE_PERSON)
			values[field_find(type, S("family_name"))] = S("Canary");
		else
			values[field_find(type, S("person"))] = S("N-000001");
		struct record *row = new(perm, 1, struct record);
		*row = (struct record){ .id = 1, .version = 1, .ref = t == TYPE_PERSON ? S("N-000001") : S("X-000001"),
		                        .when = { date_of(2009, 1, 1), date_of(2010, 1, 31) }, .values = values };
		council.of[t].at = row;
		council.of[t].count = 1;
	}
	struct roster roster;
	struct retention_plan plan;
	struct keeping keeping = keeping_usual();
	roster_build(&roster, &council, perm);
	retention_plan(&plan, &roster, &(struct records){ 0 }, &keeping, date_of(2026, 9, 30), perm);
	check_int(plan.people, 1);
	for (int t = 0; t < RECORD_TYPES; t++) {
		bool goes = false;
		for (int i = 0; i < plan.thing_count; i++)
			goes = goes || plan.things[i].type == &record_types[t];
		check(goes == (council.of[t].count > 0));
	}
}

int
main(void)
{
	if (!stores_begin())
		return 1;
	run(a_term_counts_by_the_calendar);
	run(a_term_backwards_is_the_last_day_that_is_over);
	run(a_request_is_due_a_month_after_it_came);
	run(whatever_is_about_a_person_goes_with_them);
	run(a_clock_that_jumped_and_too_many_people_are_doubted);
	run_on_both(over_twelve_years_nothing_outlives_its_term_and_nothing_goes_early);
	run_on_both(of_somebody_who_is_emptied_no_table_says_who_they_were);
	run_on_both(an_old_copy_that_is_put_back_is_emptied_again);
	run_on_both(a_run_only_shows_until_it_is_told_to_apply_and_doubts_by_itself);
	run_on_both(a_run_that_only_shows_tells_of_returns_whose_term_is_over);
	run_on_both(sign_ins_that_failed_and_old_payloads_of_the_audit_go_in_their_time);
	run_on_both(who_stood_where_in_totals_goes_and_the_totals_stay);
	run(every_table_about_a_person_comes_with_their_data_and_goes_with_them);
	bool removed = stores_end();
	return tests_end() || !removed;
}
