/* rules_before.c: what is asked of a return beside the one before it (compare.c). */
#include "census/checking.h"

#define FROM_REPORT "derived: DfE has a report that compares with last year; what it asks is not known"

static const struct census_rule rows[] = {
	{ RULE("Y001", QUERY, OF_LAST_YEAR), OF(ITEM_SWE), SINCE(2018),
		WORDS("Whoever was in post last year is in this return, in post or as a leaver", "A leaver left out, or a registration number typed anew"),
		MEND("add them as a leaver, or mend the registration number"), FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y002", QUERY, OF_LAST_YEAR), OF(ITEM_START, ITEM_SWE), SINCE(2018),
		WORDS("Nobody who was in post last year starts this year", "A move within the council is no start; whoever left and came back is"),
		MEND("write the first day in any child and family social work post here, or confirm that they left and came back"),
		FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y003", QUERY, OF_LAST_YEAR), OF(ITEM_START, ITEM_SWE), SINCE(2018),
		WORDS("Whoever was in post before the census year was in last year's return", "Left out last year, or a start date that is too early"),
		MEND("confirm the start date; last year's return may want mending"), FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y004", QUERY, OF_LAST_YEAR), OF(ITEM_BORN, ITEM_SEX, ITEM_GENDER, ITEM_ETHNICITY), SINCE(2018),
		WORDS("Date of birth, sex and known ethnicity are those of last year", "Two people with one registration number, or one of the two years is wrong"),
		MEND("confirm which year is right"), FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y005", QUERY, OF_LAST_YEAR), OF(ITEM_FTE_BEFORE, ITEM_SWE), SINCE(2018),
		WORDS("FTE of the 30 September before is the FTE of last year's return", "DfE takes the FTE of leavers from it"),
		MEND("confirm which year is right"), FROM("derived: what FTE30 means", MEDIUM) },
	{ RULE("Y006", QUERY, OF_LAST_YEAR), SINCE(2018),
		WORDS("People in post are those of last year, with starters and without leavers",
		      "Moves into and out of child and family social work that were not returned as starts and leavings. Asked above a tenth of "
		      "last year's people: how much DfE lets pass is not known"),
		MEND("look for people who came or went without a start or leaving date, or say in a note why"),
		FROM("derived: DfE's guide speaks of checks against last year; the share is ours", MEDIUM) },
	{ RULE("Y007", QUERY, OF_LAST_YEAR), SINCE(2018),
		WORDS("People in post, starters, leavers, agency, vacancies, cases and days lost are much as last year",
		      "How much is much is not known: ours is what one council in ten exceeds in DfE's figures, 2017 to 2025"),
		MEND("check the number, or say in a note what changed"),
		FROM("derived: DfE's guide speaks of checks against last year; the shares are ours, from its figures", LOW) },
	{ RULE("Y008", QUERY, OF_LAST_YEAR), OF(ITEM_START, ITEM_END, ITEM_SWE), SINCE(2018),
		WORDS("Whoever left last year is not in post with the same start date", "A leaving that did not happen, or a start date that was kept on coming back"),
		MEND("write the day they came back as the start date, or mend last year's return"), FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y009", QUERY, OF_LAST_YEAR), OF(ITEM_SWE), SINCE(2018),
		WORDS("Nobody has another registration number than last year", "Found by dates of birth and start. A number typed anew, or two people"),
		MEND("confirm the number, or that they are two people"), FROM(FROM_REPORT, MEDIUM) },
	{ RULE("Y010", QUERY, OF_LAST_YEAR), OF(ITEM_ROLE, ITEM_SWE), SINCE(2018),
		WORDS("Nobody's role is more than one grade from last year's", "Case holders and those without cases are one grade here"),
		MEND("confirm the role; last year's may have been wrong"), FROM(FROM_REPORT "; the number of grades is ours", LOW) },
};
const struct rule_list rules_before = RULES(rows);
