/* census_rules_test.c: what is told of a return, rule by rule.
 *
 * A row of `breaches` says how to break a return with which nothing is wrong (made_return.h). What is to be
 * told of it is the rule, at that cell, and nothing else but what `also` names; the sound change beside it
 * must leave the rule silent.
 */
#include "check.h"
#include "made_return.h"

#include "census/councils.h"
#include "census/read.h"
#include "census/write.h"

/* ---- each rule: what breaches it, what does not -------------------------------------------------- */

static const struct breach {
	const char *code;
	int year;
	const char *breach, *sound;
	int worker;                  /* at whom it is told; 0: at the return */
	enum item item;              /* at which cell; NO_ITEM: at none */
	const char *says;            /* part of what is wrong, or of what to do */
	const char *also;            /* other rules that the breach breaks too */
} breaches[] = {
	{ "D003", 2025, "Collection=CIN", "Collection=CSWW", 0, ITEM_COLLECTION, "is not CSWW", "" },
	{ "D004", 2025, "Year=-", "Year=2025", 0, ITEM_YEAR, "missing", "" },
	{ "D004", 2025, "Year=2016;ReferenceDate=2016-09-30", "Year=2025", 0, ITEM_YEAR, "began, in 2017", "" },
	/* a return whose year alone is another breaks what that year asks otherwise: these years ask alike */
	{ "D004", 2030, "Year=2032", "Year=2031", 0, ITEM_YEAR, "the newest that has is 2031", "D005 D053 D056" },
	{ "D005", 2025, "ReferenceDate=2024-09-30", "ReferenceDate=2025-09-30", 0, ITEM_REFERENCE_DATE,
		"write 2025-09-30", "" },
	{ "D005", 2025, "ReferenceDate=30/09/2025", "", 0, ITEM_REFERENCE_DATE, "write 2025-09-30", "" },
	{ "D006", 2025, "SourceLevel=S", "SourceLevel=L", 0, ITEM_SOURCE_LEVEL, "is not L", "" },
	{ "D007", 2025, "LEA=E08000030", "LEA=335", 0, ITEM_LEA, "three figures", "" },
	{ "D007", 2025, "LEA=999", "LEA=941", 0, ITEM_LEA, "is no council's number", "" },
	{ "D007", 2025, "LEA=909", "LEA=942", 0, ITEM_LEA, "write 942 or 943", "" },
	{ "D007", 2022, "LEA=942", "LEA=909", 0, ITEM_LEA, "first census in 2023", "" },
	{ "D008", 2025, "DateTime=2025-10-25T09:30:00", "DateTime=2025-10-21T12:00:00", 0, ITEM_DATE_TIME,
		"25 October 2025", "" },
	{ "D010", 2025, "NumberOfVacancies=-", "NumberOfVacancies=999.99", 0, ITEM_VACANCIES, "missing", "" },
	{ "D010", 2025, "NumberOfVacancies=1000", "NumberOfVacancies=2.25", 0, ITEM_VACANCIES,
		"from 0 to 999.99, with at most 2 decimals", "" },
	{ "D011", 2025, "NoAgencyFTE=about 1", "NoAgencyFTE=1.00", 0, ITEM_COVER_FTE, "about 1", "" },
	{ "D012", 2025, "NoAgencyHeadcount=1.5", "NoAgencyHeadcount=1", 0, ITEM_COVER_HEADCOUNT, "whole number from 0 to 999", "" },
	{ "D013", 2025, "NoAgencyFTE=1;NoAgencyHeadcount=0", "NoAgencyFTE=0;NoAgencyHeadcount=0", 0, ITEM_COVER_FTE, "is 1, and", "" },
	{ "D013", 2025, "3.FTE=1;copies=01;5.AgencyWorker=1;5.ContractWeeks=4;5.RoleStartDate=-;5.FTE30=-;5.BaseSalary=-;"
		"5.WorkingDaysLost=-;NoAgencyFTE=2", "", 0, ITEM_COVER_FTE, "is 2, and agency workers covering vacancies is 1", "" },
	{ "D014", 2025, "NumberOfVacancies=0.5", "NumberOfVacancies=1", 0, ITEM_COVER_FTE, "FTE vacancies is 0.5", "" },
	{ "D015", 2025, "3.FTE=0.5", "3.FTE=1", 0, ITEM_COVER_FTE, "the 1 agency worker of the return has 0.5 FTE together", "" },
	{ "D016", 2025, "NoAgencyHeadcount=2", "NoAgencyHeadcount=1", 0, ITEM_COVER_HEADCOUNT, "has 1 agency worker;", "" },
	{ "D017", 2025, "NumberOfVacancies=0", "NumberOfVacancies=0;NoAgencyFTE=0;NoAgencyHeadcount=0", 0, ITEM_VACANCIES,
		"cover vacancies of 1 FTE", "" },
	{ "D017", 2025, "NumberOfVacancies=0;NoAgencyFTE=0", "", 0, ITEM_VACANCIES, "vacancies of 0 FTE", "D013" },
	{ "D018", 2025, "CostSWE=3", "CostSWE=2", 0, ITEM_COST_SWE, "none of the 3 codes", "" },
	{ "D018", 2025, "CarAllowance=-", "CarAllowance=0", 0, ITEM_CAR_ALLOWANCE, "missing", "" },
	{ "D019", 2025, "OtherAllowances=-", "OtherAllowances=", 0, ITEM_OTHER_ALLOWANCES, "empty element", "" },
	{ "D020", 2025, "1.AgencyWorker=-", "1.AgencyWorker=0", ANN, ITEM_AGENCY, "missing", "" },
	{ "D020", 2025, "1.AgencyWorker=N", "", ANN, ITEM_AGENCY, "nearest: 0 (No)", "" },
	{ "D021", 2025, "1.SWENo=-", "1.SWENo=sw7", ANN, ITEM_SWE, "missing", "" },
	{ "D022", 2025, "1.SWENo=1001", "1.SWENo=SW1", ANN, ITEM_SWE, "two letters", "" },
	{ "D022", 2025, "1.SWENo=SW 1001", "1.SWENo=SW1234567890", ANN, ITEM_SWE, "is no registration number", "" },
	{ "D023", 2025, "copies=01;5.SWENo=sw1001", "copies=01;5.SWENo=SW1001;5.OrgRole=4;1.FTE=0.5;5.FTE=0.5", 5, NO_ITEM,
		"worker 1 in line 1000", "D025" },
	{ "D024", 2025, "copies=01;5.SWENo=SW1001;5.OrgRole=4;1.FTE=0.5;5.FTE=0.5", "copies=01", 5, ITEM_SWE, "worker 1 in line 1000", "" },
	{ "D025", 2025, "copies=01;5.SWENo=SW1001;5.OrgRole=4;5.FTE=0.2", "copies=01;5.SWENo=SW1001;5.OrgRole=4;5.FTE=0.2;1.FTE=0.8",
		ANN, ITEM_FTE, "is 1.2 in all 2 records in post", "D024" },
	{ "D026", 2025, "3.SWENo=SW1001", "3.SWENo=SW1002", CAS, ITEM_AGENCY, "in post as worker 1", "" },
	{ "D030", 2025, "1.PersonBirthDate=-", "3.PersonBirthDate=-", ANN, ITEM_BORN, "missing", "" },
	{ "D030", 2025, "1.PersonBirthDate=17/05/1985", "", ANN, ITEM_BORN, "write 1985-05-17", "" },
	{ "D031", 2025, "4.PersonBirthDate=2005-10-01", "4.PersonBirthDate=2004-11-04", DEE, ITEM_BORN, "aged 19", "D063" },
	{ "D031", 2025, "1.PersonBirthDate=1944-09-30", "1.PersonBirthDate=1944-10-01", ANN, ITEM_BORN, "aged 81", "" },
	{ "D032", 2023, "1.GenderCurrent=-", "1.GenderCurrent=9", ANN, ITEM_GENDER, "missing", "" },
	{ "D032", 2023, "1.GenderCurrent=F", "1.GenderCurrent=0", ANN, ITEM_GENDER, "nearest: 2 (Female)", "" },
	{ "D033", 2025, "1.Sex=-", "1.Sex=M", ANN, ITEM_SEX, "M (Male) or F (Female)", "" },
	{ "D034", 2025, "1.Ethnicity=-", "1.Ethnicity=NOBT", ANN, ITEM_ETHNICITY, "missing", "" },
	{ "D034", 2025, "1.Ethnicity=WBRJ", "3.Ethnicity=-", ANN, ITEM_ETHNICITY, "nearest: WBRI (White British)", "" },
	{ "D034", 2025, "3.Ethnicity=XXXX", "", CAS, ITEM_ETHNICITY, "\"XXXX\" is none of the 18 codes", "" },
	/* 12 in post (Dee's REFU among them): 5 of 12 are 41.7%; 4 of 12 are 33.3% */
	{ "D035", 2025, "copies=10;5.Ethnicity=NOBT;6.Ethnicity=NOBT;7.Ethnicity=REFU;8.Ethnicity=NOBT",
		"copies=10;5.Ethnicity=NOBT;6.Ethnicity=NOBT;7.Ethnicity=REFU", 0, NO_ITEM, "5 of 12 people in post (41.7%)", "" },
	/* 4 of 10 are asked about, of 9 they would not be; 9 of 25 are 36% and not above it */
	{ "D035", 2025, "copies=08;5.Ethnicity=NOBT;6.Ethnicity=NOBT;7.Ethnicity=NOBT",
		"1.Ethnicity=NOBT;copies=07;1.Ethnicity=WBRI;copies=16;1.Ethnicity=NOBT", 0, NO_ITEM, "4 of 10 people in post (40.0%)", "" },
	{ "D036", 2025, "1.QualLevel=4", "1.QualLevel=3", ANN, ITEM_LEVEL, "none of the 3 codes", "" },
	{ "D037", 2025, "1.StepUpGrad=-", "3.StepUpGrad=-", ANN, ITEM_STEP_UP, "missing", "" },
	{ "D038", 2025, "1.FrontlineGrad=2", "1.FrontlineGrad=1", ANN, ITEM_FRONTLINE, "none of the 2 codes", "" },
	{ "D039", 2025, "1.StepUpGrad=1;1.FrontlineGrad=1", "1.StepUpGrad=1", ANN, ITEM_STEP_UP, "write 0 for one", "" },
	/* 301 characters; 300 of two bytes each */
#define TEN(c) c c c c c c c c c c
	{ "D040", 2024, "1.QualInst=" TEN(TEN("abc")) "d", "1.QualInst=" TEN(TEN("\u00e9\u00e9\u00e9")), ANN,
		ITEM_INSTITUTION, "at most 300 characters", "" },
	{ "D041", 2025, "1.QualInst=Leeds", "1.QualInst=", ANN, ITEM_INSTITUTION, "the census of 2025 does not have it", "" },
	{ "D041", 2026, "3.CFKSSstatus=1", "", CAS, ITEM_KSS, "take it out", "" },
	{ "D042", 2024, "1.CFKSSstatus=5", "1.CFKSSstatus=4", ANN, ITEM_KSS, "none of the 4 codes", "" },
	{ "D043", 2025, "1.GenderCurrent=2;1.Sex=-", "1.Sex=F", ANN, ITEM_GENDER, "the census of 2025 does not have it", "" },
	{ "D043", 2024, "1.BaseSalary=40000", "", ANN, ITEM_SALARY, "is 40000, and the census of 2024", "" },
	{ "D044", 2025, "1.QualLevel=-", "3.QualLevel=-", ANN, ITEM_LEVEL, "missing", "" },
	{ "D050", 2025, "1.OrgRole=-", "3.OrgRole=-", ANN, ITEM_ROLE, "missing", "" },
	{ "D050", 2025, "1.OrgRole=Case holder", "1.OrgRole=5", ANN, ITEM_ROLE, "nearest: 5 (Case holder)", "" },
	{ "D050", 2025, "1.OrgRole=05", "", ANN, ITEM_ROLE, "nearest: 5 (Case holder)", "" },
	{ "D051", 2025, "1.RoleStartDate=-", "3.RoleStartDate=-", ANN, ITEM_START, "missing", "" },
	{ "D051", 2025, "4.RoleStartDate=2025-10-01", "4.RoleStartDate=2025-09-30", DEE, ITEM_START, "1 October 2025", "" },
	{ "D052", 2025, "1.RoleStartDate=1985-05-17", "1.RoleStartDate=2005-05-17", ANN, ITEM_START, "date of birth is 17 May 1985", "" },
	{ "D053", 2025, "2.RoleEndDate=2024-09-30", "2.RoleEndDate=2024-10-01", BEN, ITEM_END, "before the census year", "" },
	{ "D053", 2025, "2.RoleEndDate=2025-10-01", "2.RoleEndDate=2025-09-30", BEN, ITEM_END, "still in post", "" },
	{ "D053", 2025, "2.RoleEndDate=2025-02-29", "", BEN, ITEM_END, "is no date; write a date, as", "" },
	{ "D054", 2025, "2.RoleStartDate=2025-03-15;2.StartOrigin=2;2.FTE30=0", "2.RoleStartDate=2025-03-14;2.StartOrigin=2;2.FTE30=0",
		BEN, ITEM_END, "start date is 15 March 2025", "D055" },
	{ "D055", 2025, "2.RoleStartDate=2024-10-01;2.StartOrigin=2;2.FTE30=0", "2.RoleStartDate=2024-09-30", BEN, ITEM_START,
		"1 October 2024, and leaving date is 14 March 2025", "" },
	{ "D056", 2025, "4.StartOrigin=-", "1.StartOrigin=-", DEE, ITEM_ORIGIN, "4 November 2024, in the census year", "" },
	{ "D056", 2025, "4.StartOrigin=11", "3.RoleStartDate=2025-01-01", DEE, ITEM_ORIGIN, "none of the 10 codes", "" },
	{ "D056", 2025, "1.StartOrigin=11", "1.StartOrigin=8", ANN, ITEM_ORIGIN, "none of the 10 codes", "" },
	{ "D057", 2025, "2.LeaverDestination=-", "2.LeaverDestination=7", BEN, ITEM_DESTINATION, "leaving date is 14 March 2025", "" },
	{ "D057", 2025, "1.LeaverDestination=7", "", ANN, ITEM_DESTINATION, "no leaving date", "" },
	{ "D058", 2025, "2.ReasonLeave=-", "2.ReasonLeave=8", BEN, ITEM_REASON, "missing", "" },
	{ "D058", 2025, "1.ReasonLeave=8", "", ANN, ITEM_REASON, "8 (Other), and there is no leaving date", "" },
	{ "D059", 2025, "2.ReasonLeave=6;2.LeaverDestination=5", "2.ReasonLeave=6;2.LeaverDestination=6", BEN, ITEM_DESTINATION,
		"reason for leaving is 6 (Deceased)", "" },
	{ "D060", 2025, "2.ReasonLeave=7;2.LeaverDestination=3", "2.ReasonLeave=7;2.LeaverDestination=5", BEN, ITEM_DESTINATION, "7 (Moved", "" },
	{ "D061", 2025, "4.StartOrigin=10", "4.StartOrigin=8", DEE, ITEM_ORIGIN, "10 (Not yet collected)", "" },
	{ "D061", 2025, "2.ReasonLeave=9", "2.LeaverDestination=7", BEN, ITEM_REASON, "9 (Not known)", "" },
	{ "D061", 2025, "2.LeaverDestination=8", "", BEN, ITEM_DESTINATION, "8 (Not known)", "" },
	{ "D062", 2025, "3.RoleEndDate=2025-03-14", "3.RoleEndDate=", CAS, ITEM_END, "14 March 2025", "" },
	{ "D062", 2025, "3.ReasonLeave=1", "", CAS, ITEM_REASON, "1 (Resignation)", "" },
	{ "D063", 2025, "1.RoleStartDate=2005-05-16", "1.RoleStartDate=2005-05-17", ANN, ITEM_START, "aged 19", "" },
	{ "D063", 2025, "4.PersonBirthDate=2004-11-05", "1.PersonBirthDate=-;1.RoleStartDate=1985-04-01", DEE, ITEM_START, "aged 19", "" },
	{ "D070", 2025, "1.FTE=37", "1.FTE=0.123456", ANN, ITEM_FTE, "from 0 to 1, with at most 6 decimals", "" },
	{ "D071", 2025, "1.FTE=-", "1.FTE=1", ANN, ITEM_FTE, "missing", "" },
	{ "D072", 2025, "2.FTE=0.8", "2.FTE=0.0", BEN, ITEM_FTE, "FTE \"0.8\" is 0.8, and the last day is 14 March 2025; write 0: FTE is at 30 September", "" },
	{ "D073", 2025, "4.FTE=0", "2.FTE=0", DEE, ITEM_FTE, "there is no leaving date", "" },
	{ "D074", 2025, "2.FTE30=-", "3.FTE30=-", BEN, ITEM_FTE_BEFORE, "missing", "" },
	{ "D074", 2025, "3.FTE30=2", "", CAS, ITEM_FTE_BEFORE, "from 0 to 1", "" },
	{ "D075", 2025, "2.FTE30=0", "2.FTE30=0.1", BEN, ITEM_FTE_BEFORE, "start date is 2 September 2013", "" },
	{ "D076", 2025, "4.FTE30=0.6", "4.RoleStartDate=2024-09-30;4.FTE30=0.6", DEE, ITEM_FTE_BEFORE, "is 0.6", "" },
	{ "D076", 2025, "4.RoleStartDate=2024-10-01;4.FTE30=0.6", "4.RoleStartDate=2024-10-01", DEE, ITEM_FTE_BEFORE, "1 October 2024", "" },
	{ "D077", 2025, "3.FTE=-;NoAgencyFTE=0;NoAgencyHeadcount=0", "3.FTE=0.5;NoAgencyFTE=0.5", CAS, ITEM_FTE, "is not given", "" },
	{ "D077", 2025, "3.FTE=0;3.Cases30=0;3.OrgRole=6;NoAgencyFTE=0;NoAgencyHeadcount=0", "", CAS, ITEM_FTE, "is 0", "" },
	{ "D080", 2025, "4.Cases30=-", "2.Cases30=-", DEE, ITEM_CASES, "missing", "" },
	{ "D080", 2025, "3.Cases30=-", "", CAS, ITEM_CASES, "missing", "D081" },
	{ "D080", 2025, "1.Cases30=14.5", "1.Cases30=014", ANN, ITEM_CASES, "whole number from 0 to 9999", "" },
	{ "D081", 2024, "1.Cases30=0", "1.Cases30=1", ANN, ITEM_CASES, "role is 5 (Case holder)", "" },
	{ "D082", 2025, "4.Cases30=3", "4.OrgRole=4;4.Cases30=3", DEE, ITEM_CASES, "6 (Qualified without cases)", "" },
	{ "D083", 2025, "1.Cases30=41", "1.Cases30=40", ANN, ITEM_CASES, "is 41", "" },
	{ "D084", 2025, "2.Cases30=1", "2.Cases30=0", BEN, ITEM_CASES, "leaving date is 14 March 2025", "" },
	{ "D085", 2025, "1.FTE=0", "1.FTE=0.1", ANN, ITEM_CASES, "FTE at 30 September is 0", "D073" },
	{ "D086", 2025, "1.Absat30Sept=1;1.ReasonAbsence=MAT", "1.Absat30Sept=1;1.ReasonAbsence=MAT;1.Cases30=0", ANN, ITEM_CASES,
		"is 14, and absent on 30 September is 1 (Yes)", "" },
	{ "D090", 2025, "2.WorkingDaysLost=-", "3.WorkingDaysLost=-", BEN, ITEM_DAYS_LOST, "missing", "" },
	{ "D090", 2025, "1.WorkingDaysLost=3.125", "1.WorkingDaysLost=3.12", ANN, ITEM_DAYS_LOST, "at most 2 decimals", "" },
	{ "D091", 2025, "1.WorkingDaysLost=253.5", "1.WorkingDaysLost=253", ANN, ITEM_DAYS_LOST, "has 253", "" },
	{ "D091", 2024, "1.WorkingDaysLost=255", "1.WorkingDaysLost=254", ANN, ITEM_DAYS_LOST, "has 254", "" },
	/* 11.6 FTE in post: 58.7 days of 11.6 x 253 = 2934.8 are 2.0002%; 58.5 are 1.9933%, shown as 2.0 */
	{ "D092", 2025, "copies=10;*.WorkingDaysLost=0;3.WorkingDaysLost=-", "copies=10;*.WorkingDaysLost=0;3.WorkingDaysLost=-;1.WorkingDaysLost=58.7",
		0, NO_ITEM, "is 0.0%: 0 working days lost, 11.6 FTE in post, 253 working days", "" },
	{ "D092", 2025, "copies=10;*.WorkingDaysLost=0;3.WorkingDaysLost=-;1.WorkingDaysLost=58.5", "*.WorkingDaysLost=0", 0, NO_ITEM,
		"58.5 working days lost", "" },
	/* ten in post are enough for a rate; 50.6 days of 10 x 253 are 2% */
	{ "D092", 2025, "copies=08;*.WorkingDaysLost=0;3.WorkingDaysLost=-",
		"copies=09;4.FTE=0;*.WorkingDaysLost=0;3.WorkingDaysLost=-;1.WorkingDaysLost=50.6", 0, NO_ITEM, "9.6 FTE in post", "" },
	{ "D093", 2025, "3.WorkingDaysLost=2", "3.WorkingDaysLost=0", CAS, ITEM_DAYS_LOST, "is 2", "" },
	{ "D094", 2025, "1.Absat30Sept=2", "1.Absat30Sept=0", ANN, ITEM_ABSENT, "none of the 2 codes", "" },
	{ "D095", 2025, "4.Absat30Sept=1", "4.Absat30Sept=1;4.ReasonAbsence=SIC", DEE, ITEM_ABSENCE_REASON, "missing", "" },
	{ "D095", 2025, "1.ReasonAbsence=SIC", "", ANN, ITEM_ABSENCE_REASON, "SIC (Sick leave)", "" },
	{ "D095", 2025, "4.Absat30Sept=1;4.ReasonAbsence=sick", "", DEE, ITEM_ABSENCE_REASON, "nearest: SIC (Sick leave)", "" },
	{ "D096", 2025, "1.Absat30Sept=-", "2.Absat30Sept=-;3.Absat30Sept=-", ANN, ITEM_ABSENT, "missing", "" },
	{ "D100", 2025, "3.ContractWeeks=-", "1.ContractWeeks=0", CAS, ITEM_WEEKS, "missing", "" },
	{ "D100", 2025, "1.ContractWeeks=12", "", ANN, ITEM_WEEKS, "no agency worker", "" },
	{ "D101", 2025, "3.ContractWeeks=500.1", "3.ContractWeeks=500", CAS, ITEM_WEEKS, "is 500.1", "" },
	{ "D102", 2025, "3.AgencyWorker=-", "3.AgencyWorker=-;NoAgencyFTE=0;NoAgencyHeadcount=0", 0, ITEM_COVER_FTE,
		"is 1 FTE of 1 person", "D020" },
	{ "D102", 2025, "3.AgencyWorker=-;NoAgencyFTE=0", "", 0, ITEM_COVER_FTE, "is 0 FTE of 1 person", "D013 D020" },
	{ "D110", 2025, "1.BaseSalary=-", "2.BaseSalary=-", ANN, ITEM_SALARY, "missing", "" },
	{ "D110", 2025, "1.BaseSalary=41,000", "1.BaseSalary=41000.00", ANN, ITEM_SALARY, "is not a number that fits here; write a number from 0 to 9999999.99", "" },
	{ "D111", 2025, "1.BaseSalary=3416.67", "1.BaseSalary=20000", ANN, ITEM_SALARY, "\u00a33,416.67 a year, for FTE 1", "" },
	{ "D111", 2025, "1.BaseSalary=150000.01", "1.BaseSalary=150000", ANN, ITEM_SALARY, "150,000.01", "" },
	{ "D111", 2025, "4.BaseSalary=11999", "4.BaseSalary=12000", DEE, ITEM_SALARY, "for FTE 0.6", "" },
	{ "D112", 2025, "1.RRPayments=-1", "1.RRPayments=1000", ANN, ITEM_RR_PAYMENTS, "-1", "" },
	{ "D112", 2025, "1.OtherPayments=1.234", "1.OtherPayments=0", ANN, ITEM_OTHER_PAYMENTS, "1.234", "" },
	{ "D113", 2025, "RecruitmentBonus=0;RetentionBonus=0;1.RRPayments=500", "RecruitmentBonus=0;RetentionBonus=1;1.RRPayments=500",
		0, ITEM_RECRUITMENT_BONUS, "1 person has", "" },
	{ "D114", 2025, "3.BaseSalary=40000", "3.BaseSalary=0;3.RRPayments=", CAS, ITEM_SALARY, "is 40000", "" },
};

/* Whether `codes`, of the rules a breach may break, names this one. */
static bool
named(const struct breach *row, Str code)
{
	return str_equal(code, str_of(row->code)) || str_find(str_of(row->also), code) >= 0;
}

/* Where it is told: at the cell, else at the worker, else at the header or the authority's module. */
static int
line_told(const struct breach *row, struct arena *perm)
{
	struct made *made = made_in(row->year, perm);
	change(made, row->breach, row->year, perm);
	const struct cell_said *cell = row->item == NO_ITEM ? NULL : cell_of(made, row->worker, row->item);
	if (cell && cell->line > 0)
		return cell->line;
	if (row->worker > 0)
		return 1000 * row->worker;
	if (!cell)
		return 0;
	return item_rows[row->item].place == IN_AUTHORITY ? made->ret.module_line : made->ret.header_line;
}

static void
check_breach(const struct breach *row, struct arena *perm)
{
	Str code = str_of(row->code);
	struct findings found = told_after(row->breach, row->year, perm);
	const struct finding *told = first_of(&found, code);
	int count = 0;
	if (!told)
		printf("%s is not told of %s\n", row->code, row->breach);
	check(told != NULL);
	for (ptrdiff_t i = 0; i < found.count; i++) {
		count += str_equal(found.at[i].code, code);
		if (!named(row, found.at[i].code))
			printf("%s: %s\n", row->code, str_c(finding_text(&found.at[i], perm), perm));
		check(named(row, found.at[i].code));
	}
	check_int(count, 1);
	if (!told)
		return;
	check_str(told->field, row->item == NO_ITEM ? S("") : item_rows[row->item].name);
	check_int(told->line, line_told(row, perm));
	Str text = finding_text(told, perm);
	if (str_find(text, str_of(row->says)) < 0)
		printf("%s: \"%s\" is not in: %.*s\n", row->code, row->says, STR_ARG(text));
	check(str_find(text, str_of(row->says)) >= 0);
}

static void
each_rule_tells_what_breaches_it_and_leaves_what_does_not(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(breaches); i++) {
		struct arena scratch = *perm;
		check_breach(&breaches[i], &scratch);
		struct findings found = told_after(breaches[i].sound, breaches[i].year, &scratch);
		if (first_of(&found, str_of(breaches[i].code)))
			printf("%s is told of %s\n", breaches[i].code, breaches[i].sound);
		check(!first_of(&found, str_of(breaches[i].code)));
	}
}

/* ---- the rules as a list ----------------------------------------------------------------------- */

/* Rules of reading are broken by a file: by writing `there` of a sound message as `broken`. Those that compare
 * are broken by two returns (census_compare_test.c). */
static const struct { const char *code, *there, *broken; } files[] = {
	{ "D001", "</Message>", "</Massage>" },
	{ "D002", "<Header>", "<Footer></Footer><Header><CollectionDetails></CollectionDetails></Header><Header>" },
	{ "D009", "<AgencyWorker>", "<Shoe>9</Shoe><AgencyWorker>" },
};

static struct findings
told_of_file(Str bytes, struct arena *perm)
{
	struct findings found = findings_new(perm);
	struct census_return ret = { 0 };
	struct census_expect any = { 0 };
	census_read(bytes, S("made.xml"), &any, &ret, &found, perm);
	return found;
}

static void
each_rule_of_reading_is_told_of_a_file_that_breaks_it_and_of_no_other(struct arena *perm)
{
	struct made *made = made_in(2025, perm);
	return_settle(&made->ret);
	Str sound = census_write_xml(&made->ret, perm);
	check_int(told_of_file(sound, perm).count, 0);
	for (ptrdiff_t i = 0; i < countof(files); i++) {
		ptrdiff_t at = str_find(sound, str_of(files[i].there));
		check(at >= 0);
		Str rest = str_from(sound, at + str_of(files[i].there).len);
		Str broken = str_join(str_join(str_upto(sound, at), str_of(files[i].broken), perm), rest, perm);
		struct findings found = told_of_file(broken, perm);
		if (!first_of(&found, str_of(files[i].code)))
			printf("%s is not told of %s\n", files[i].code, files[i].broken);
		check(first_of(&found, str_of(files[i].code)) != NULL);
	}
}

static bool
has_a_breach(const struct census_rule *rule)
{
	for (ptrdiff_t i = 0; i < countof(breaches); i++)
		if (str_equal(rule->code, str_of(breaches[i].code)) && breaches[i].breach[0] && breaches[i].sound[0])
			return true;
	return false;
}

static void
each_rule_of_the_list_has_a_breach_and_a_sound_record(struct arena *perm)
{
	(void)perm;
	int others = 0;
	for (int i = 0; i < census_rule_count(); i++) {
		const struct census_rule *rule = census_rule_at(i);
		if (rule->scope == OF_READING) {
			check(others < countof(files) && str_equal(rule->code, str_of(files[others++].code)));
			continue;
		}
		if (rule->scope == OF_LAST_YEAR)
			continue;
		if (!has_a_breach(rule))
			printf("%.*s has no breach with a sound record\n", STR_ARG(rule->code));
		check(has_a_breach(rule));
	}
	check_int(others, countof(files));
}

static void
codes_are_unique_and_in_order_and_every_rule_says_what_it_wants_and_where_it_is_from(struct arena *perm)
{
	static const struct { const char *letter; int first, last; } codes[] = {
		{ "D", 1, 26 }, { "D", 30, 44 }, { "D", 50, 63 }, { "D", 70, 77 }, { "D", 80, 86 }, { "D", 90, 96 },
		{ "D", 100, 102 }, { "D", 110, 114 }, { "Y", 1, 10 },
	};
	int count = 0;
	for (ptrdiff_t c = 0; c < countof(codes); c++)
		for (int n = codes[c].first; n <= codes[c].last; n++, count++)
			check(census_rule_find(str_format(perm, "%s%03d", codes[c].letter, n)) != NULL);
	check_int(census_rule_count(), count);
	for (int i = 0; i < census_rule_count(); i++) {
		const struct census_rule *rule = census_rule_at(i);
		check(census_rule_find(rule->code) == rule);
		check_int(rule->code.len, 4);
		check(i == 0 || str_compare(census_rule_at(i - 1)->code, rule->code) < 0);
		check(rule->words.len > 20 && rule->source.len > 5);
		check(rule->words.at[rule->words.len - 1] != '.');
		check(rule->first_year >= CENSUS_FIRST_YEAR && (rule->last_year == 0 || rule->last_year >= rule->first_year));
		check(!str_equal(rule->official, rule->code));        /* DfE's number, not ours */
		bool asked_here = rule->scope != OF_READING && rule->scope != OF_LAST_YEAR;
		check((rule->test != NULL) == asked_here);
		for (int k = 0; k < rule->item_count; k++)
			check(rule->items[k] >= 0 && rule->items[k] < ITEMS);
	}
	check(census_rule_find(S("D999")) == NULL);
}

static void
a_rule_is_asked_in_its_years_and_in_no_other(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(breaches); i++) {
		const struct census_rule *rule = census_rule_find(str_of(breaches[i].code));
		check(rule != NULL);
		if (rule == NULL)
			continue;
		check(census_rule_holds(rule, breaches[i].year));
		int others[] = { rule->first_year - 1, rule->last_year + 1 };
		for (int k = 0; k < 2; k++) {
			if (others[k] < CENSUS_FIRST_YEAR || census_rule_holds(rule, others[k]))
				continue;
			struct arena scratch = *perm;
			struct findings found = told_after(breaches[i].breach, others[k], &scratch);
			check(!first_of(&found, rule->code));
		}
	}
	const struct census_rule *every = census_rule_find(S("D072")), *since = census_rule_find(S("D081"));
	check(census_rule_holds(every, 2017) && !census_rule_holds(every, 2016) && census_rule_holds(every, 0));
	check(!census_rule_holds(since, 2023) && census_rule_holds(since, 2031) && !census_rule_holds(since, 0));
}

/* ---- whole returns ----------------------------------------------------------------------------- */

static void
nothing_is_told_of_a_sound_return_of_any_year(struct arena *perm)
{
	for (int year = CENSUS_FIRST_YEAR; year <= 2030; year++) {
		struct arena scratch = *perm;
		struct findings found = told_after("", year, &scratch);
		for (ptrdiff_t i = 0; i < found.count; i++)
			printf("%d: %s\n", year, str_c(finding_text(&found.at[i], &scratch), &scratch));
		check_int(found.count, 0);
	}
}

/* Texts that no rule judges: of the header, what wrote the file; numbers before Social Work England's; and what
 * the reader tells of, items of the authority before there were any. */
static bool
nobody_judges(enum item item, int year)
{
	return item == ITEM_SOFTWARE || item == ITEM_RELEASE || item == ITEM_SERIAL || item == ITEM_OTHER_ALLOWANCES ||
		(item == ITEM_SWE && year < 2020) || (item_rows[item].place == IN_AUTHORITY && !item_in_year(item, year));
}

static bool
told_at(const struct findings *found, int line)
{
	for (ptrdiff_t i = 0; i < found->count; i++)
		if (found->at[i].line == line)
			return true;
	return false;
}

static void
no_text_that_cannot_be_read_goes_untold(struct arena *perm)
{
	for (int year = CENSUS_FIRST_YEAR; year <= 2030; year++)
		for (int i = 0; i < ITEMS; i++)
			for (int n = i < ITEM_AGENCY ? 0 : ANN; n <= (i < ITEM_AGENCY ? 0 : DEE); n++) {
				if (nobody_judges((enum item)i, year))
					continue;
				struct arena scratch = *perm;
				struct made *made = made_in(year, &scratch);
				put(made, n, (enum item)i, S("?" TEN(TEN("???"))));
				struct findings found = told_of(made, year, &scratch);
				if (!told_at(&found, line_of(n, (enum item)i)))
					printf("%d: %s of worker %d\n", year, item_rows[i].name.at, n);
				check(told_at(&found, line_of(n, (enum item)i)));
			}
}

static void
one_pass_tells_everything_in_the_files_order(struct arena *perm)
{
	struct findings found = told_after("NumberOfVacancies=0;1.FTE=37;1.Ethnicity=WBRJ;2.FTE=0.8;2.ReasonLeave=-;"
		"3.WorkingDaysLost=2;4.StartOrigin=10;LEA=999", 2025, perm);
	static const char *const order[] = { "D007", "D017", "D070", "D034", "D058", "D072", "D093", "D061" };
	check_int(found.count, countof(order));
	check_int(found.mistakes, 6);
	for (ptrdiff_t i = 0; i < found.count && i < countof(order); i++) {
		check_str(found.at[i].code, str_of(order[i]));
		check(i == 0 || found.at[i - 1].line <= found.at[i].line);
		check_str(found.at[i].file, S("made.xml"));
	}
	check_str(found.at[3].record, S("SW1001"));
	check_str(found.at[3].seen, S("WBRJ"));
}

/* In post twice by the same record, a third time in another role, and as an agency worker: each once. */
static void
a_number_on_four_records_is_told_record_by_record(struct arena *perm)
{
	struct findings found = told_after("copies=03;5.SWENo=SW1001;6.SWENo=SW1001;7.SWENo=sw1001;6.OrgRole=4;"
		"7.AgencyWorker=1;7.ContractWeeks=2;7.WorkingDaysLost=-;7.BaseSalary=-", 2025, perm);
	static const struct { const char *code; int worker; } told[] = {
		{ "D025", 1 }, { "D023", 5 }, { "D024", 6 }, { "D026", 7 },
	};
	check_int(found.count, countof(told));
	for (ptrdiff_t i = 0; i < found.count && i < countof(told); i++) {
		check_str(found.at[i].code, str_of(told[i].code));
		check_int(found.at[i].line / 1000, told[i].worker);
	}
}

static void
a_return_that_does_not_say_its_year_is_asked_what_every_year_asks(struct arena *perm)
{
	struct findings found = told_after("Year=-;ReferenceDate=-;2.FTE=0.8;2.RoleEndDate=1999-01-01;1.FTE=2", 2025, perm);
	check(first_of(&found, S("D004")) && first_of(&found, S("D005")) && first_of(&found, S("D072")) &&
	      first_of(&found, S("D070")));
	check(!first_of(&found, S("D053")) && !first_of(&found, S("D110")) && !first_of(&found, S("D043")));
}

static void
a_sheet_need_not_say_what_only_messages_say(struct arena *perm)
{
	struct made *made = made_in(2025, perm);
	made->ret.form = FORM_SHEET;
	change(made, "Collection=-;ReferenceDate=-;SourceLevel=-;DateTime=-;OtherAllowances=-", 2025, perm);
	struct findings found = told_of(made, 2025, perm);
	check_int(found.count, 0);
	change(made, "LEA=-;NumberOfVacancies=-", 2025, perm);
	found = told_of(made, 2025, perm);
	check_int(found.count, 2);
}

/* The reader tells that they are not there; ten more findings would say the same. */
static void
a_message_without_its_header_or_module_is_not_asked_for_each_item_of_it(struct arena *perm)
{
	struct made *made = made_in(2025, perm);
	made->ret.header_line = made->ret.module_line = 0;
	for (int i = 0; i < RETURN_ITEMS; i++)
		if (i != ITEM_YEAR)
			made->ret.cell[i] = (struct cell_said){ 0 };
	check_int(told_of(made, 2025, perm).count, 0);
	made = made_in(2025, perm);
	made->ret.module_line = 0;
	for (int i = ITEM_VACANCIES; i < ITEM_AGENCY; i++)
		put(made, 0, (enum item)i, S("-"));
	check_int(told_of(made, 2025, perm).count, 0);
}

static void
empty_returns_and_blank_workers_are_told_of_and_no_more(struct arena *perm)
{
	struct census_return *empty = new(perm, 1, struct census_return);
	struct findings found = findings_new(perm);
	return_settle(empty);
	census_check(empty, 0, &found, perm);
	struct made *made = made_in(2025, perm);
	for (int i = ITEM_AGENCY; i < ITEMS; i++)
		put(made, BEN, (enum item)i, S("-"));
	found = told_of(made, 2025, perm);
	check_int(found.count, 2);
	check(first_of(&found, S("D020")) && first_of(&found, S("D021")));
	check_str(found.at[0].record, S("worker 2"));
}

/* ---- returns nobody would think of ------------------------------------------------------------- */

static uint64_t
next_of(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *state >> 33;
}

static Str
any_text(uint64_t *state)
{
	static const Str any[] = {
		STR("-"), STR(""), STR(" "), STR("0"), STR("1"), STR("2"), STR("5"), STR("6"), STR("0.5"), STR("-1"), STR("999999999999"),
		STR("1e9"), STR("SW1001"), STR("sw1001"), STR("SW9999999999"), STR("2025-09-30"), STR("2024-10-01"), STR("1600-01-01"),
		STR("9999-12-31"), STR("30/09/2025"), STR("WBRI"), STR("REFU"), STR("M"), STR("MAT"), STR("7"), STR("10"), STR("\xff\xfe"),
		STR("<&>\"'"), STR("1234567"), STR("2025"), STR("335"), STR("\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"),
	};
	return any[next_of(state) % (uint64_t)countof(any)];
}

static void
returns_of_any_texts_are_told_in_order_and_alike_twice(struct arena *perm)
{
	uint64_t state = 20251020;
	for (int round = 0; round < 300; round++) {
		struct arena scratch = *perm;
		int year = CENSUS_FIRST_YEAR + (int)(next_of(&state) % 11);
		struct made *made = made_in(year, &scratch);
		add_copies(made, 6, &scratch);
		for (int k = 0; k < 80; k++) {
			enum item item = (enum item)(next_of(&state) % ITEMS);
			int n = item < ITEM_AGENCY ? 0 : 1 + (int)(next_of(&state) % (uint64_t)made->ret.worker_count);
			put(made, n, item, any_text(&state));
		}
		struct findings found = told_of(made, year, &scratch), again = told_of(made, year, &scratch);
		check_int(found.count, again.count);
		for (ptrdiff_t i = 0; i < found.count; i++) {
			check(census_rule_find(found.at[i].code) && found.at[i].wrong.len > 0 && found.at[i].mend.len > 0);
			check(i == 0 || found.at[i - 1].line <= found.at[i].line);
			check_str(found.at[i].wrong, again.at[i].wrong);
		}
	}
}

/* ---- the numbers of councils ------------------------------------------------------------------- */

static void
councils_are_in_order_and_those_that_end_say_what_took_their_place(struct arena *perm)
{
	(void)perm;
	for (int i = 0; i < council_number_count; i++) {
		const struct council_number *row = &council_numbers[i];
		check(i == 0 || council_numbers[i - 1].number < row->number);
		check(council_number_find(row->number) == row);
		check((row->last_year > 0) == (row->since.len > 0));
	}
	check(council_number_find(334) && council_number_find(999) == NULL && council_number_find(0) == NULL);
	/* England had 152 councils with children's services to 2018; in 2019 three became two, in 2021 and in 2023
	 * one became two. */
	int there[] = { 2018, 2019, 2021, 2023 }, wanted[] = { 152, 151, 152, 153 };
	for (ptrdiff_t k = 0; k < countof(there); k++) {
		int count = 0;
		for (int i = 0; i < council_number_count; i++)
			count += council_number_in_year(&council_numbers[i], there[k]);
		check_int(count, wanted[k]);
	}
}

int
main(void)
{
	run(each_rule_tells_what_breaches_it_and_leaves_what_does_not);
	run(each_rule_of_reading_is_told_of_a_file_that_breaks_it_and_of_no_other);
	run(each_rule_of_the_list_has_a_breach_and_a_sound_record);
	run(codes_are_unique_and_in_order_and_every_rule_says_what_it_wants_and_where_it_is_from);
	run(a_rule_is_asked_in_its_years_and_in_no_other);
	run(nothing_is_told_of_a_sound_return_of_any_year);
	run(no_text_that_cannot_be_read_goes_untold);
	run(one_pass_tells_everything_in_the_files_order);
	run(a_number_on_four_records_is_told_record_by_record);
	run(a_return_that_does_not_say_its_year_is_asked_what_every_year_asks);
	run(a_sheet_need_not_say_what_only_messages_say);
	run(a_message_without_its_header_or_module_is_not_asked_for_each_item_of_it);
	run(empty_returns_and_blank_workers_are_told_of_and_no_more);
	run(returns_of_any_texts_are_told_in_order_and_alike_twice);
	run(councils_are_in_order_and_those_that_end_say_what_took_their_place);
	return tests_end();
}
