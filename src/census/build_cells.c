/* build_cells.c: records, what their items say, and what nothing says. */
#include "census/building.h"

#include <stdlib.h>

/* ---- records and cells ------------------------------------------------------------------------- */

int
building_worker(struct building *in, int person, int spell)
{
	struct built *built = in->built;
	struct census_return *ret = &built->ret;
	if (ret->worker_count == in->worker_room) {
		int room = 2 * in->worker_room + 64;
		struct worker *workers = new(in->perm, room, struct worker);
		Str *persons = new(in->perm, room, Str), *spells = new(in->perm, room, Str);
		for (int i = 0; i < ret->worker_count; i++) {
			workers[i] = ret->workers[i];
			persons[i] = built->persons[i];
			spells[i] = built->spells[i];
		}
		in->worker_room = room;
		ret->workers = workers;
		built->persons = persons;
		built->spells = spells;
	}
	int number = ++ret->worker_count;
	ret->workers[number - 1] = (struct worker){ .number = number, .line = number };
	((Str *)built->persons)[number - 1] = in->roster->people[person].ref;
	((Str *)built->spells)[number - 1] = in->roster->spells[spell].ref;
	return number;
}

/* The person of a record, as a number of the roster. */
static int
person_of(const struct building *in, int worker)
{
	return roster_person(in->roster, in->built->persons[worker - 1]);
}

void
building_put(struct building *in, int worker, enum item item, Str text)
{
	struct census_return *ret = &in->built->ret;
	if (!item_in_year(item, in->wish->year))
		return;
	if (worker == 0)
		ret->cell[item] = (struct cell_said){ .text = text };
	else
		ret->workers[worker - 1].cell[item - WORKER_FIRST] = (struct cell_said){ .text = text, .line = worker };
}

/* To the item's own places, half up, without needless noughts. */
void
building_number(struct building *in, int worker, enum item item, int64_t micro)
{
	Figure figure = figure_round(figure_micro(micro), item_rows[item].places);
	building_put(in, worker, item, figure_short(figure, in->perm));
}

void
building_date(struct building *in, int worker, enum item item, Date day)
{
	building_put(in, worker, item, date_iso(day, in->perm));
}

void
building_lacks(struct building *in, int worker, enum item item, struct mended at)
{
	struct built *built = in->built;
	if (!item_in_year(item, in->wish->year))
		return;
	if (built->missing_count == in->missing_room) {
		struct missing *before = built->missing;
		in->missing_room = 2 * in->missing_room + 64;
		built->missing = new(in->perm, in->missing_room, struct missing);
		for (int i = 0; i < built->missing_count; i++)
			built->missing[i] = before[i];
	}
	struct missing *lacks = &built->missing[built->missing_count++];
	*lacks = (struct missing){ .worker = worker, .item = item, .type = at.type, .ref = at.ref,
	                           .field = at.field, .needed = at.needed };
	if (worker > 0) {
		lacks->person = built->persons[worker - 1];
		lacks->spell = built->spells[worker - 1];
	}
}

/* ---- records by person ------------------------------------------------------------------------- */

static struct by_person
by_person_of(const struct roster *r, const struct records *records, struct arena *perm)
{
	struct by_person of = { .records = records };
	int *begin = new(perm, r->person_count + 2, int), *rows = new(perm, records->count + 1, int);
	int *person = new(perm, records->count + 1, int), field = records->type ? field_find(records->type, S("person")) : -1;
	for (int i = 0; i < records->count; i++) {
		int p = roster_same(r, roster_person(r, records->at[i].values[field]));
		person[i] = p;
		if (p != NOT_THERE)
			begin[p + 2]++;
	}
	for (int p = 1; p <= r->person_count; p++)
		begin[p + 1] += begin[p];
	for (int i = 0; i < records->count; i++)
		if (person[i] != NOT_THERE)
			rows[begin[person[i] + 1]++] = i;
	of.begin = begin;
	of.rows = rows;
	return of;
}

void
building_gather(struct building *in)
{
	static const struct records none = { 0 };
	const struct council *council = in->roster->council;
	in->equality = by_person_of(in->roster, in->wish->equality ? in->wish->equality : &none, in->perm);
	in->qualifications = by_person_of(in->roster, &council->of[TYPE_QUALIFICATION], in->perm);
	in->pay = by_person_of(in->roster, &council->of[TYPE_PAY], in->perm);
	in->assignments = by_person_of(in->roster, &council->of[TYPE_ASSIGNMENT], in->perm);
}

/* Something said of a person, and the record that says it; nothing said: the record where it would be, or NULL. */
struct said_of { Str text; const struct record *record; };

/* A field of the person's records of a type, on a day if they are dated: the first that says something. */
static struct said_of
said_in(const struct by_person *of, int person, Str field, Date day)
{
	struct said_of said = { .record = NULL };
	for (int i = of->begin[person]; i < of->begin[person + 1]; i++) {
		const struct record *record = &of->records->at[of->rows[i]];
		if (of->records->type->dated && !period_holds(record->when, day))
			continue;
		said.record = record;
		said.text = record_value(of->records->type, record, field);
		if (said.text.len > 0)
			break;
	}
	return said;
}

/* ---- who somebody is --------------------------------------------------------------------------- */

static struct mended
mend_in(Str type, struct said_of said, Str field, bool needed)
{
	return (struct mended){ type, said.record ? said.record->ref : (Str){ 0 }, field, needed };
}

/* Whether somebody has stopped the use of what they said of themselves. */
static bool
has_stopped(const struct building *in, int person)
{
	return said_in(&in->equality, person, S("stopped_on"), in->day).text.len > 0;
}

static void
put_sex(struct building *in, int worker, int person, bool agency)
{
	struct said_of sex = said_in(&in->equality, person, S("sex"), in->day);
	bool man = str_equal(sex.text, S("M")), woman = str_equal(sex.text, S("F"));
	if (has_stopped(in, person))
		man = woman = false;
	building_put(in, worker, ITEM_GENDER, man ? S("1") : woman ? S("2") : S("0"));
	if (man || woman)
		building_put(in, worker, ITEM_SEX, sex.text);
	else if (!agency)
		building_lacks(in, worker, ITEM_SEX, mend_in(S("equality"), sex, S("sex"), true));
}

/* Two codes that councils use are none of the census's 18, and are part of another there. */
static Str
ethnicity_code(Str said)
{
	bool other_white = str_equal(said, S("WIRT")) || str_equal(said, S("WROM"));
	Str code = other_white ? S("WOTH") : said;
	return item_code_words(ITEM_ETHNICITY, code).len > 0 ? code : (Str){ 0 };
}

/* Whoever stopped the use of it has declared it not stated; of whom nothing is known, nothing was obtained. */
static void
put_ethnicity(struct building *in, int worker, int person, bool agency)
{
	struct said_of said = said_in(&in->equality, person, S("ethnicity"), in->day);
	Str code = has_stopped(in, person) ? S("REFU") : ethnicity_code(said.text);
	if (code.len == 0 && !agency)
		building_lacks(in, worker, ITEM_ETHNICITY, mend_in(S("equality"), said, S("ethnicity"), false));
	if (code.len > 0 || !agency)
		building_put(in, worker, ITEM_ETHNICITY, code.len ? code : S("NOBT"));
}

static void
put_qualification(struct building *in, int worker, int person, bool agency)
{
	static const struct { enum item item; Str field; bool needed, voluntary; } asked[] = {
		{ ITEM_LEVEL, STR("level"), false, false }, { ITEM_STEP_UP, STR("step_up"), true, false },
		{ ITEM_FRONTLINE, STR("frontline"), true, false }, { ITEM_INSTITUTION, STR("institution"), false, true },
		{ ITEM_KSS, STR("cfkss"), false, true },
	};
	for (ptrdiff_t i = 0; i < countof(asked); i++) {
		struct said_of said = said_in(&in->qualifications, person, asked[i].field, in->day);
		Str text = str_equal(said.text, S("yes")) ? S("1") : str_equal(said.text, S("no")) ? S("0") : said.text;
		if (text.len > 0)
			building_put(in, worker, asked[i].item, text);
		else if (!agency && !asked[i].voluntary)
			building_lacks(in, worker, asked[i].item,
			               mend_in(S("qualification"), said, asked[i].field, asked[i].needed));
	}
}

void
building_identity(struct building *in, int worker, bool agency)
{
	int number = person_of(in, worker);
	const struct person *person = &in->roster->people[number];
	building_put(in, worker, ITEM_AGENCY, agency ? S("1") : S("0"));
	if (person->swe.len > 0)
		building_put(in, worker, ITEM_SWE, person->swe);
	else
		building_lacks(in, worker, ITEM_SWE, (struct mended){ S("registration"), S(""), S("number"), true });
	if (person->has_born)
		building_date(in, worker, ITEM_BORN, person->born);
	else if (!agency)
		building_lacks(in, worker, ITEM_BORN, (struct mended){ S("person"), person->ref, S("born"), true });
	put_sex(in, worker, number, agency);
	put_ethnicity(in, worker, number, agency);
	put_qualification(in, worker, number, agency);
}

/* ---- pay --------------------------------------------------------------------------------------- */

static int64_t
pounds_of(Str text)
{
	struct parsed_decimal number = parse_decimal(text, 6, false);
	return number.ok ? number.micro : 0;
}

/* Full-time salary by FTE, to the penny, half up. */
static int64_t
part_of_salary(int64_t salary, int64_t fte)
{
	int64_t pence = salary / (MICRO / 100), whole = pence / MICRO * fte + pence % MICRO * fte / MICRO;
	int64_t rest = pence % MICRO * fte % MICRO;
	return (whole + (rest * 2 >= MICRO)) * (MICRO / 100);
}

static void
put_payment(struct building *in, int worker, int person, enum item item, Str field)
{
	Str text = said_in(&in->pay, person, field, in->day).text;
	if (text.len > 0)
		building_number(in, worker, item, pounds_of(text));
}

void
building_pay(struct building *in, int worker, int64_t fte, bool first)
{
	if (!item_in_year(ITEM_SALARY, in->wish->year))
		return;
	int person = person_of(in, worker), number;
	struct said_of said = said_in(&in->pay, person, S("base_salary"), in->day);
	if (said.text.len == 0) {
		building_lacks(in, worker, ITEM_SALARY, mend_in(S("pay"), said, S("base_salary"), true));
		return;
	}
	int64_t salary = pounds_of(said.text);
	if (fte < FTE_ONE) {
		int spell = roster_spell(in->roster, in->built->spells[worker - 1]);
		if (working_apply(in, WORKING_SALARY, spell, &number) == 1)
			salary = part_of_salary(salary, fte);
		working_gave(in, number, worker);
	}
	building_number(in, worker, ITEM_SALARY, salary);
	if (!first)
		return;
	put_payment(in, worker, person, ITEM_RR_PAYMENTS, S("recruitment_retention"));
	put_payment(in, worker, person, ITEM_OTHER_PAYMENTS, S("other_payments"));
}
