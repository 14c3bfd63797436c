/* made_return.h: a census return with which nothing is wrong, and changes to it in a line of text.
 *
 * Ann is in post, Ben left in March, Cas is from an agency, Dee started in November. "2.FTE=0.8" is Ben's FTE,
 * "NumberOfVacancies=0" the authority's, "*.Cases30=0" everybody's, "1.FTE=-" takes the cell out, and
 * "copies=12" adds twelve more like Ann. Worker n stands in lines 1000 n and on.
 */
#ifndef TEST_MADE_RETURN_H
#define TEST_MADE_RETURN_H

#include "census/rules.h"

enum { ANN = 1, BEN, CAS, DEE, EVERYBODY = -1, WORKERS_MOST = 64, CELL_COLUMN = 5 };

struct made { struct census_return ret; struct worker workers[WORKERS_MOST]; };

static inline int
line_of(int worker, enum item item)
{
	return worker ? 1000 * worker + 10 * (item - ITEM_AGENCY + 1) : item + 1;
}

static inline struct cell_said *
cell_of(struct made *made, int worker, enum item item)
{
	return item < ITEM_AGENCY ? &made->ret.cell[item] : &made->workers[worker - 1].cell[item - ITEM_AGENCY];
}

static inline void
put(struct made *made, int worker, enum item item, Str text)
{
	*cell_of(made, worker, item) = str_equal(text, S("-"))
		? (struct cell_said){ 0 } : (struct cell_said){ text, line_of(worker, item), CELL_COLUMN };
}

/* A text in which @ is the census year and ~ the one before. */
static inline Str
in_year(const char *pattern, int year, struct arena *perm)
{
	struct text text = text_new(perm);
	for (const char *c = pattern; *c; c++)
		if (*c == '@' || *c == '~')
			text_format(&text, "%d", *c == '@' ? year : year - 1);
		else
			text_char(&text, *c);
	return text_str(&text);
}

static const struct { enum item item; const char *of[5]; } texts[] = {
	{ ITEM_AGENCY,      { [ANN] = "0", [BEN] = "0", [CAS] = "1", [DEE] = "0" } },
	{ ITEM_SWE,         { [ANN] = "SW1001", [BEN] = "SW1002", [CAS] = "SW1003", [DEE] = "SW1004" } },
	{ ITEM_FTE,         { [ANN] = "1", [BEN] = "0", [CAS] = "1", [DEE] = "0.6" } },
	{ ITEM_BORN,        { [ANN] = "1985-05-17", [BEN] = "1979-12-31", [DEE] = "1990-02-28" } },
	{ ITEM_ETHNICITY,   { [ANN] = "WBRI", [BEN] = "BCRB", [DEE] = "REFU" } },
	{ ITEM_LEVEL,       { [ANN] = "2", [BEN] = "1", [DEE] = "3" } },
	{ ITEM_STEP_UP,     { [ANN] = "0", [BEN] = "0", [DEE] = "1" } },
	{ ITEM_ROLE,        { [ANN] = "5", [BEN] = "4", [CAS] = "5", [DEE] = "6" } },
	{ ITEM_START,       { [ANN] = "2012-04-01", [BEN] = "2013-09-02", [DEE] = "~-11-04" } },
	{ ITEM_ORIGIN,      { [DEE] = "1" } },
	{ ITEM_END,         { [BEN] = "@-03-14" } },
	{ ITEM_DESTINATION, { [BEN] = "1" } },
	{ ITEM_REASON,      { [BEN] = "1" } },
	{ ITEM_FTE_BEFORE,  { [ANN] = "1", [BEN] = "0.8", [DEE] = "0" } },
	{ ITEM_CASES,       { [ANN] = "14", [CAS] = "12", [DEE] = "0" } },
	{ ITEM_DAYS_LOST,   { [ANN] = "8.5", [BEN] = "2", [DEE] = "4" } },
	{ ITEM_WEEKS,       { [CAS] = "26" } },
	{ ITEM_FRONTLINE,   { [ANN] = "0", [BEN] = "0", [DEE] = "0" } },
	{ ITEM_ABSENT,      { [ANN] = "0", [CAS] = "0", [DEE] = "0" } },
	{ ITEM_COLLECTION, { "CSWW" } }, { ITEM_YEAR, { "@" } }, { ITEM_REFERENCE_DATE, { "@-09-30" } },
	{ ITEM_SOURCE_LEVEL, { "L" } }, { ITEM_LEA, { "335" } }, { ITEM_DATE_TIME, { "@-10-20T09:30:00" } },
	{ ITEM_VACANCIES, { "2.5" } }, { ITEM_COVER_FTE, { "1" } }, { ITEM_COVER_HEADCOUNT, { "1" } },
};

static void
put_all_of_2025(struct made *made)
{
	for (int i = ITEM_RECRUITMENT_BONUS; i <= ITEM_COST_DBS; i++)
		put(made, 0, (enum item)i, S("1"));
	put(made, 0, ITEM_OTHER_ALLOWANCES, S(""));
	put(made, ANN, ITEM_SALARY, S("41000"));
	put(made, DEE, ITEM_SALARY, S("22000.50"));
}

static inline struct made *
made_in(int year, struct arena *perm)
{
	struct made *made = new(perm, 1, struct made);
	made->ret = (struct census_return){ .file = S("made.xml"), .form = FORM_XML, .header_line = 1, .module_line = 20,
	                                    .workers = made->workers, .worker_count = DEE };
	for (int n = ANN; n <= DEE; n++)
		made->workers[n - 1] = (struct worker){ .number = n, .line = 1000 * n, .column = 1 };
	for (ptrdiff_t i = 0; i < countof(texts); i++)
		for (int n = 0; n <= DEE; n++)
			if (texts[i].of[n] && item_in_year(texts[i].item, year))
				put(made, n, texts[i].item, in_year(texts[i].of[n], year, perm));
	static const char *const sexes[] = { [ANN] = "F", [BEN] = "M", [DEE] = "F" };
	static const char *const genders[] = { [ANN] = "2", [BEN] = "1", [DEE] = "2" };
	for (int n = ANN; n <= DEE; n++)
		if (n != CAS)
			put(made, n, year < 2024 ? ITEM_GENDER : ITEM_SEX, str_of(year < 2024 ? genders[n] : sexes[n]));
	if (year >= 2025)
		put_all_of_2025(made);
	return made;
}

static inline void
add_copies(struct made *made, int copies, struct arena *perm)
{
	for (int c = 0; c < copies; c++) {
		int n = ++made->ret.worker_count;
		made->workers[n - 1] = made->workers[ANN - 1];
		made->workers[n - 1].number = n;
		made->workers[n - 1].line = 1000 * n;
		for (int i = ITEM_AGENCY; i < ITEMS; i++) {
			struct cell_said *cell = cell_of(made, n, (enum item)i);
			cell->line = cell->text.at ? line_of(n, (enum item)i) : 0;
		}
		put(made, n, ITEM_SWE, str_format(perm, "SW%d", 2000 + n));
	}
}

static inline enum item
item_called(Str name)
{
	for (int i = 0; i < ITEMS; i++)
		if (str_equal(item_rows[i].name, name))
			return (enum item)i;
	return NO_ITEM;
}

/* "2.FTE" as Ben's FTE. */
static inline int
worker_called(Str *name)
{
	if (name->len < 2 || name->at[1] != '.')
		return 0;
	int worker = name->at[0] == '*' ? EVERYBODY : name->at[0] - '0';
	*name = str_from(*name, 2);
	return worker;
}

static inline void
change(struct made *made, const char *changes, int year, struct arena *perm)
{
	Str rest = in_year(changes, year, perm);
	while (rest.len > 0) {
		Str text = str_cut(&rest, ';'), name = str_cut(&text, '=');
		int worker = worker_called(&name);
		if (str_equal(name, S("copies"))) {
			add_copies(made, 10 * (text.at[0] - '0') + text.at[1] - '0', perm);
			continue;
		}
		enum item item = item_called(name);
		check(item != NO_ITEM);
		if (item == NO_ITEM)
			continue;
		int first = worker == EVERYBODY ? 1 : worker, last = worker == EVERYBODY ? made->ret.worker_count : worker;
		for (int n = first; n <= last; n++)
			put(made, n, item, text);
	}
}

static inline int64_t
noon(int year, int month, int day)
{
	return date_of(year, month, day).day * SECONDS_OF_DAY + SECONDS_OF_DAY / 2;
}

static inline struct findings
told_of(struct made *made, int year, struct arena *perm)
{
	struct findings found = findings_new(perm);
	return_settle(&made->ret);
	census_check(&made->ret, noon(year, 10, 20), &found, perm);
	return found;
}

static inline struct findings
told_after(const char *changes, int year, struct arena *perm)
{
	struct made *made = made_in(year, perm);
	change(made, changes, year, perm);
	return told_of(made, year, perm);
}

static inline const struct finding *
first_of(const struct findings *found, Str code)
{
	for (ptrdiff_t i = 0; i < found->count; i++)
		if (str_equal(found->at[i].code, code))
			return &found->at[i];
	return NULL;
}

#endif
