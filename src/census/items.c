/* items.c: the rows. Sources: LIIA's schemas of the message, 2021 to 2025 (used on real returns); the
 * form of items from an older schema written from DfE's guide of 2021; Community Care, 1 May 2024, on
 * what changed for 2025. Years before 2021 are taken to be as 2021.
 */
#include "census/items.h"

#include "workforce/codes.h"

#include "base/quantity.h"

#define CODES(rows) .codes = (rows), .code_count = (int)countof(rows)
#define SCHEMAS STR("LIIA schemas of the message, 2021 to 2025")
#define OLDER STR("schema written from DfE's guide of 2021; LIIA schemas")
#define SINCE_2025 STR("LIIA schema of 2025; Community Care, 1 May 2024")

static const struct choice collections[] = {
	{ STR("CSWW"), STR("Children's social work workforce census") },
};
static const struct choice levels_of_source[] = { { STR("L"), STR("Local authority") } };
static const struct choice yes_no[] = { { STR("0"), STR("No") }, { STR("1"), STR("Yes") } };
static const struct choice genders[] = {
	{ STR("0"), STR("Not known") }, { STR("1"), STR("Male") }, { STR("2"), STR("Female") },
	{ STR("9"), STR("Not specified") },
};
static const struct choice sexes[] = { { STR("M"), STR("Male") }, { STR("F"), STR("Female") } };
static const struct choice ethnicities[] = {
	{ STR("WBRI"), STR("White British") }, { STR("WIRI"), STR("White Irish") },
	{ STR("WOTH"), STR("Any other White background") },
	{ STR("MWBC"), STR("White and Black Caribbean") }, { STR("MWBA"), STR("White and Black African") },
	{ STR("MWAS"), STR("White and Asian") }, { STR("MOTH"), STR("Any other Mixed background") },
	{ STR("AIND"), STR("Indian") }, { STR("APKN"), STR("Pakistani") }, { STR("ABAN"), STR("Bangladeshi") },
	{ STR("AOTH"), STR("Any other Asian background") },
	{ STR("BCRB"), STR("Black Caribbean") }, { STR("BAFR"), STR("Black African") },
	{ STR("BOTH"), STR("Any other Black background") },
	{ STR("CHNE"), STR("Chinese") }, { STR("OOTH"), STR("Any other ethnic group") },
	{ STR("REFU"), STR("Declared not stated, or refused") }, { STR("NOBT"), STR("Information not yet obtained") },
};
static const struct choice roles[] = {
	{ STR("1"), STR("Senior manager") }, { STR("2"), STR("Middle manager") }, { STR("3"), STR("First line manager") },
	{ STR("4"), STR("Senior practitioner") }, { STR("5"), STR("Case holder") }, { STR("6"), STR("Qualified without cases") },
};
static const struct choice absences[] = {
	{ STR("MAT"), STR("Maternity or paternity leave") },
	{ STR("OTH"), STR("Other paid authorised absence") }, { STR("PUB"), STR("Paid absence for public duties") },
	{ STR("SIC"), STR("Sick leave") }, { STR("TRN"), STR("Training") },
	{ STR("UNA"), STR("Unauthorised absence") }, { STR("UNP"), STR("Unpaid authorised absence") },
};

#define FROM_START .first_year = CENSUS_FIRST_YEAR
#define OFFER(element, words) { .name = STR(element), .title = STR(words), .place = IN_AUTHORITY, \
	.kind = KIND_CODE, CODES(allowance_offers), .first_year = 2025, .confidence = MEDIUM, .source = SINCE_2025, \
	.help = STR("0 for nobody, 1 for all social workers the council employs, 2 for some of them") }
#define FTE_MOST 1000000

const struct item_row item_rows[ITEMS] = {
	[ITEM_COLLECTION] = { .name = STR("Collection"), .title = STR("Collection"), .place = IN_COLLECTION,
		.kind = KIND_CODE, CODES(collections), FROM_START, .source = SCHEMAS, .confidence = HIGH,
		.help = STR("Always CSWW") },
	[ITEM_YEAR] = { .name = STR("Year"), .title = STR("Census year"), .place = IN_COLLECTION,
		.kind = KIND_NUMBER, .whole = 4, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("census year"), STR("collection year") }, .help = STR("The year of the 30 September") },
	[ITEM_REFERENCE_DATE] = { .name = STR("ReferenceDate"), .title = STR("Reference date"),
		.place = IN_COLLECTION, .kind = KIND_DATE, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.help = STR("30 September of the census year") },
	[ITEM_SOURCE_LEVEL] = { .name = STR("SourceLevel"), .title = STR("Source level"), .place = IN_SOURCE,
		.kind = KIND_CODE, CODES(levels_of_source), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.help = STR("Always L, a local authority") },
	[ITEM_LEA] = { .name = STR("LEA"), .title = STR("Council's number"), .place = IN_SOURCE, .kind = KIND_LEA,
		.whole = 3, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("la code"), STR("la number"), STR("lea code") }, .help = STR("DfE's three figures") },
	[ITEM_SOFTWARE] = { .name = STR("SoftwareCode"), .title = STR("Software"), .place = IN_SOURCE,
		.kind = KIND_TEXT, .whole = 100, FROM_START, .source = SCHEMAS, .confidence = MEDIUM },
	[ITEM_RELEASE] = { .name = STR("Release"), .title = STR("Release"), .place = IN_SOURCE, .kind = KIND_TEXT,
		.whole = 100, FROM_START, .source = STR("header of a sister collection"), .confidence = LOW },
	[ITEM_SERIAL] = { .name = STR("SerialNo"), .title = STR("Serial number"), .place = IN_SOURCE,
		.kind = KIND_TEXT, .whole = 20, FROM_START, .source = STR("header of a sister collection"), .confidence = LOW },
	[ITEM_DATE_TIME] = { .name = STR("DateTime"), .title = STR("Written at"), .place = IN_SOURCE,
		.kind = KIND_TIME, FROM_START, .source = SCHEMAS, .confidence = LOW },

	[ITEM_VACANCIES] = { .name = STR("NumberOfVacancies"), .title = STR("FTE vacancies"), .place = IN_AUTHORITY,
		.kind = KIND_NUMBER, .whole = 3, .places = 2, FROM_START, .source = OLDER, .confidence = MEDIUM,
		.help = STR("Vacant FTE in the structure at 30 September, whether or not it is being filled or is covered by agency") },
	[ITEM_COVER_FTE] = { .name = STR("NoAgencyFTE"), .title = STR("FTE of agency workers covering vacancies"),
		.place = IN_AUTHORITY, .kind = KIND_NUMBER, .whole = 3, .places = 2, FROM_START, .source = OLDER,
		.confidence = MEDIUM, .help = STR("At 30 September; those who cover nobody's vacancy are not in it") },
	[ITEM_COVER_HEADCOUNT] = { .name = STR("NoAgencyHeadcount"), .title = STR("Agency workers covering vacancies"),
		.place = IN_AUTHORITY, .kind = KIND_NUMBER, .whole = 3, FROM_START, .source = OLDER, .confidence = MEDIUM,
		.help = STR("How many people that FTE is") },
	[ITEM_RECRUITMENT_BONUS] = OFFER("RecruitmentBonus", "Recruitment bonus"),
	[ITEM_RETENTION_BONUS] = OFFER("RetentionBonus", "Retention bonus"),
	[ITEM_PERFORMANCE_AWARD] = OFFER("PerformanceAward", "Performance award"),
	[ITEM_CAR_ALLOWANCE] = OFFER("CarAllowance", "Car allowance"),
	[ITEM_RELOCATION] = OFFER("RelocationPackage", "Relocation package"),
	[ITEM_WEIGHTING] = OFFER("RegionalWeighting", "Regional weighting"),
	[ITEM_COST_SWE] = OFFER("CostSWE", "Social Work England's fee"),
	[ITEM_COST_DBS] = OFFER("CostDBS", "Fee of the criminal record check"),
	[ITEM_OTHER_ALLOWANCES] = { .name = STR("OtherAllowances"), .title = STR("Other allowances"),
		.place = IN_AUTHORITY, .kind = KIND_TEXT, .whole = 1000, .first_year = 2025, .source = SINCE_2025,
		.confidence = MEDIUM, .help = STR("In words; may be empty") },

	[ITEM_AGENCY] = { .name = STR("AgencyWorker"), .title = STR("Agency worker"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(yes_no), FROM_START, .source = SCHEMAS, .confidence = HIGH,
		.heads = { STR("agency"), STR("agency flag") },
		.help = STR("1 for somebody who is not paid by the council itself") },
	[ITEM_SWE] = { .name = STR("SWENo"), .title = STR("Registration number"), .place = IN_WORKER,
		.kind = KIND_SWE, .whole = 12, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("swe number"), STR("swe no"), STR("social work england number"), STR("registration no") },
		.help = STR("Social Work England's: SW and figures") },
	[ITEM_FTE] = { .name = STR("FTE"), .title = STR("FTE at 30 September"), .place = IN_WORKER,
		.kind = KIND_NUMBER, .whole = 1, .places = 6, .most = FTE_MOST, FROM_START, .source = SCHEMAS,
		.confidence = MEDIUM, .help = STR("Contracted hours over full-time hours; 0 for somebody who left") },
	[ITEM_BORN] = { .name = STR("PersonBirthDate"), .title = STR("Date of birth"), .place = IN_WORKER,
		.kind = KIND_DATE, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("dob"), STR("birth date"), STR("born") } },
	[ITEM_GENDER] = { .name = STR("GenderCurrent"), .title = STR("Gender"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(genders), FROM_START, .last_year = 2023, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("current gender") } },
	[ITEM_SEX] = { .name = STR("Sex"), .title = STR("Sex"), .place = IN_WORKER, .kind = KIND_CODE, CODES(sexes),
		.first_year = 2024, .source = STR("LIIA schema of 2024; DfE's figures"), .confidence = MEDIUM },
	[ITEM_ETHNICITY] = { .name = STR("Ethnicity"), .title = STR("Ethnicity"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(ethnicities), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("ethnic code"), STR("ethnic origin") } },
	[ITEM_INSTITUTION] = { .name = STR("QualInst"), .title = STR("Where they qualified"), .place = IN_WORKER,
		.kind = KIND_TEXT, .whole = 300, FROM_START, .last_year = 2024, .source = OLDER, .confidence = MEDIUM,
		.heads = { STR("qualifying institution"), STR("university") } },
	[ITEM_LEVEL] = { .name = STR("QualLevel"), .title = STR("Level of qualification"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(qualification_levels), FROM_START, .source = SCHEMAS, .confidence = LOW,
		.heads = { STR("qualification level") } },
	[ITEM_STEP_UP] = { .name = STR("StepUpGrad"), .title = STR("Step Up to Social Work"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(yes_no), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("step up"), STR("step up graduate") } },
	[ITEM_ROLE] = { .name = STR("OrgRole"), .title = STR("Role"), .place = IN_WORKER, .kind = KIND_CODE,
		CODES(roles), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("census role"), STR("organisation role"), STR("role code") } },
	[ITEM_START] = { .name = STR("RoleStartDate"), .title = STR("Start date"), .place = IN_WORKER,
		.kind = KIND_DATE, FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("role start"), STR("started") },
		.help = STR("First day in a child and family social work post of this council") },
	[ITEM_ORIGIN] = { .name = STR("StartOrigin"), .title = STR("Came from"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(start_origins), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("origin") } },
	[ITEM_END] = { .name = STR("RoleEndDate"), .title = STR("Leaving date"), .place = IN_WORKER,
		.kind = KIND_DATE, FROM_START, .source = OLDER, .confidence = MEDIUM,
		.heads = { STR("role end"), STR("end date"), STR("left") } },
	[ITEM_DESTINATION] = { .name = STR("LeaverDestination"), .title = STR("Went to"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(leaving_destinations), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("destination") } },
	[ITEM_REASON] = { .name = STR("ReasonLeave"), .title = STR("Reason for leaving"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(leaving_reasons), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("leaving reason"), STR("reason") } },
	[ITEM_FTE_BEFORE] = { .name = STR("FTE30"), .title = STR("FTE at the 30 September before"),
		.place = IN_WORKER, .kind = KIND_NUMBER, .whole = 1, .places = 6, .most = FTE_MOST, FROM_START,
		.source = STR("schema written from DfE's guide of 2021; DfE's figures bear it out"), .confidence = MEDIUM,
		.heads = { STR("fte previous year"), STR("previous fte") },
		.help = STR("0 for somebody who started since") },
	[ITEM_CASES] = { .name = STR("Cases30"), .title = STR("Cases at 30 September"), .place = IN_WORKER,
		.kind = KIND_NUMBER, .whole = 4, FROM_START, .source = OLDER, .confidence = MEDIUM,
		.heads = { STR("cases"), STR("caseload") } },
	[ITEM_DAYS_LOST] = { .name = STR("WorkingDaysLost"), .title = STR("Working days lost to sickness"),
		.place = IN_WORKER, .kind = KIND_NUMBER, .whole = 3, .places = 2, FROM_START, .source = OLDER,
		.confidence = MEDIUM, .heads = { STR("days lost"), STR("sickness days") } },
	[ITEM_WEEKS] = { .name = STR("ContractWeeks"), .title = STR("Weeks of the agency contract"),
		.place = IN_WORKER, .kind = KIND_NUMBER, .whole = 4, .places = 1, FROM_START, .source = OLDER,
		.confidence = MEDIUM, .heads = { STR("contract length") } },
	[ITEM_FRONTLINE] = { .name = STR("FrontlineGrad"), .title = STR("Frontline programme"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(yes_no), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("frontline"), STR("frontline graduate") } },
	[ITEM_ABSENT] = { .name = STR("Absat30Sept"), .title = STR("Absent on 30 September"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(yes_no), FROM_START, .source = SCHEMAS, .confidence = LOW,
		.heads = { STR("absent") } },
	[ITEM_ABSENCE_REASON] = { .name = STR("ReasonAbsence"), .title = STR("Reason for absence"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(absences), FROM_START, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("absence reason") } },
	[ITEM_KSS] = { .name = STR("CFKSSstatus"), .title = STR("Knowledge and skills statement"), .place = IN_WORKER,
		.kind = KIND_CODE, CODES(knowledge_statuses), FROM_START, .last_year = 2024, .source = SCHEMAS, .confidence = MEDIUM,
		.heads = { STR("kss status") } },
	[ITEM_SALARY] = { .name = STR("BaseSalary"), .title = STR("Basic salary"), .place = IN_WORKER,
		.kind = KIND_NUMBER, .whole = 7, .places = 2, .first_year = 2025, .source = SINCE_2025, .confidence = MEDIUM,
		.heads = { STR("salary") }, .help = STR("Pounds a year; whether DfE wants the full-time or the actual figure is not known to us") },
	[ITEM_RR_PAYMENTS] = { .name = STR("RRPayments"), .title = STR("Recruitment and retention payments"),
		.place = IN_WORKER, .kind = KIND_NUMBER, .whole = 7, .places = 2, .first_year = 2025, .source = SINCE_2025,
		.confidence = MEDIUM, .help = STR("Voluntary") },
	[ITEM_OTHER_PAYMENTS] = { .name = STR("OtherPayments"), .title = STR("Other additions to salary"),
		.place = IN_WORKER, .kind = KIND_NUMBER, .whole = 7, .places = 2, .first_year = 2025, .source = SINCE_2025,
		.confidence = MEDIUM, .help = STR("Voluntary") },
};

Str
confidence_text(enum confidence confidence)
{
	static const Str words[] = { STR("low"), STR("medium"), STR("high") };
	return words[confidence];
}

enum item
item_find(Str element, enum item_place place)
{
	for (int i = 0; i < ITEMS; i++)
		if (item_rows[i].place == place && str_equal(item_rows[i].name, element))
			return (enum item)i;
	return NO_ITEM;
}

/* Whether a heading is these words, letters in either case, with or without blanks, hyphens and underscores. */
static bool
heads_as(Str head, Str words)
{
	ptrdiff_t a = 0, b = 0;
	for (;;) {
		while (a < head.len && (head.at[a] == ' ' || head.at[a] == '_' || head.at[a] == '-'))
			a++;
		while (b < words.len && (words.at[b] == ' ' || words.at[b] == '_' || words.at[b] == '-'))
			b++;
		if (a == head.len || b == words.len)
			return a == head.len && b == words.len;
		if (!str_equal_fold((Str){ head.at + a, 1 }, (Str){ words.at + b, 1 }))
			return false;
		a++;
		b++;
	}
}

enum item
item_of_head(Str head)
{
	if (str_trim(head).len == 0)
		return NO_ITEM;
	for (int i = 0; i < ITEMS; i++) {
		const struct item_row *row = &item_rows[i];
		if (heads_as(head, row->name) || heads_as(head, row->title))
			return (enum item)i;
		for (int h = 0; h < countof(row->heads) && row->heads[h].len > 0; h++)
			if (heads_as(head, row->heads[h]))
				return (enum item)i;
	}
	return NO_ITEM;
}

bool
item_in_year(enum item item, int year)
{
	const struct item_row *row = &item_rows[item];
	return year >= row->first_year && (row->last_year == 0 || year <= row->last_year);
}

int64_t
item_most(const struct item_row *row)
{
	int64_t most = MICRO;
	for (int i = 0; i < row->whole; i++)
		most *= 10;
	return row->most ? row->most : most - figure_step(row->places);
}

Str
item_code_words(enum item item, Str code)
{
	for (int c = 0; c < item_rows[item].code_count; c++)
		if (str_equal(item_rows[item].codes[c].code, code))
			return item_rows[item].codes[c].words;
	return (Str){ 0 };
}

Str
census_module(int year)
{
	static const struct { int first_year; Str name; } modules[] = {
		{ 2025, STR("LALevel") }, { 0, STR("LALevelVacancies") },
	};
	int m = 0;
	while (year < modules[m].first_year)
		m++;
	return modules[m].name;
}
