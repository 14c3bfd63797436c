/* items.h: the items of DfE's children's social work workforce census, one row each.
 *
 * A row has what a reader, a writer, a rule and a page need of an item: its name in the message, what
 * it is called, its kind and size, its codes, and the census years that have it. A census year that
 * changes an item is a change of rows (docs/a-new-census-year.md); no code knows a year by number.
 *
 * Names and order are those of the message that councils send to DfE. DfE's own specification could not
 * be had; each row says where it comes from and how sure it is, and pages show that where it matters.
 */
#ifndef CENSUS_ITEMS_H
#define CENSUS_ITEMS_H

#include "register/field.h"

/* In the order in which the message has them, place by place. */
enum item {
	/* the header */
	ITEM_COLLECTION, ITEM_YEAR, ITEM_REFERENCE_DATE, ITEM_SOURCE_LEVEL, ITEM_LEA, ITEM_SOFTWARE,
	ITEM_RELEASE, ITEM_SERIAL, ITEM_DATE_TIME,
	/* of the authority */
	ITEM_VACANCIES, ITEM_COVER_FTE, ITEM_COVER_HEADCOUNT, ITEM_RECRUITMENT_BONUS, ITEM_RETENTION_BONUS,
	ITEM_PERFORMANCE_AWARD, ITEM_CAR_ALLOWANCE, ITEM_RELOCATION, ITEM_WEIGHTING, ITEM_COST_SWE,
	ITEM_COST_DBS, ITEM_OTHER_ALLOWANCES,
	/* of a worker */
	ITEM_AGENCY, ITEM_SWE, ITEM_FTE, ITEM_BORN, ITEM_GENDER, ITEM_SEX, ITEM_ETHNICITY, ITEM_INSTITUTION,
	ITEM_LEVEL, ITEM_STEP_UP, ITEM_ROLE, ITEM_START, ITEM_ORIGIN, ITEM_END, ITEM_DESTINATION,
	ITEM_REASON, ITEM_FTE_BEFORE, ITEM_CASES, ITEM_DAYS_LOST, ITEM_WEEKS, ITEM_FRONTLINE, ITEM_ABSENT,
	ITEM_ABSENCE_REASON, ITEM_KSS, ITEM_SALARY, ITEM_RR_PAYMENTS, ITEM_OTHER_PAYMENTS,
	ITEMS,
	NO_ITEM = -1
};

/* Where an item stands in the message. */
enum item_place { IN_COLLECTION, IN_SOURCE, IN_AUTHORITY, IN_WORKER, ITEM_PLACES };

enum item_kind {
	KIND_CODE,                   /* one of `codes` */
	KIND_DATE,                   /* 2025-09-30 */
	KIND_TIME,                   /* 2025-10-20T09:30:00 */
	KIND_NUMBER,                 /* at most `whole` figures before the point and `places` after it */
	KIND_SWE,                    /* two letters and 1 to 10 figures */
	KIND_LEA,                    /* three figures */
	KIND_TEXT                    /* at most `whole` characters */
};

enum confidence { LOW, MEDIUM, HIGH };       /* how sure we are that DfE has it so */
Str confidence_text(enum confidence confidence);         /* "low" */

struct item_row {
	Str  name;                   /* the element: "SWENo" */
	Str  title;                  /* "Registration number" */
	enum item_place place;
	enum item_kind kind;
	int  whole, places;
	int64_t most;                /* largest number, in millionths; 0: as many figures as fit */
	const struct choice *codes;
	int  code_count;
	int  first_year, last_year;  /* the censuses that have it; 0: still */
	Str  heads[6];               /* how spreadsheets head it besides its name and title, folded */
	Str  help;                   /* what it is, for a person who fills it in */
	Str  source;
	enum confidence confidence;
};

extern const struct item_row item_rows[ITEMS];

enum item item_find(Str element, enum item_place place);     /* exactly this element there, or NO_ITEM */
enum item item_of_head(Str head);            /* as a spreadsheet heads it: a name, title or head, folded; or NO_ITEM */
bool item_in_year(enum item item, int year);
/* The largest number that an item holds, in millionths: `most`, or as many figures as fit: 999.99. */
int64_t item_most(const struct item_row *row);
/* What a code means, or empty for one that is not there. */
Str  item_code_words(enum item item, Str code);

/* The element of the authority's module in that census: "LALevelVacancies" in 2024. */
Str  census_module(int year);

/* The first census of individual workers; and how far years are taken for years. */
enum { CENSUS_FIRST_YEAR = 2017, CENSUS_LAST_YEAR = 2099 };

#endif
