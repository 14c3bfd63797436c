/* codes.c: the lists, in the order of their codes. */
#include "workforce/codes.h"

const struct choice start_origins[10] = {
	{ STR("1"), STR("Newly qualified social worker") },
	{ STR("2"), STR("Social worker in another council in England") },
	{ STR("3"), STR("Social worker outside England") },
	{ STR("4"), STR("Agency or consultancy in social work") },
	{ STR("5"), STR("Other social work role, not a council") },
	{ STR("6"), STR("Other social care role") },
	{ STR("7"), STR("Outside social care, no employment or career break") },
	{ STR("8"), STR("Other") }, { STR("9"), STR("Not known") }, { STR("10"), STR("Not yet collected") },
};

const struct choice leaving_reasons[10] = {
	{ STR("1"), STR("Resignation") }, { STR("2"), STR("Voluntary redundancy") },
	{ STR("3"), STR("Compulsory redundancy") }, { STR("4"), STR("Dismissed") },
	{ STR("5"), STR("Retired") }, { STR("6"), STR("Deceased") },
	{ STR("7"), STR("Moved to another role within the council") }, { STR("8"), STR("Other") },
	{ STR("9"), STR("Not known") }, { STR("10"), STR("Not yet collected") },
};

const struct choice leaving_destinations[9] = {
	{ STR("1"), STR("Social worker in another council in England") },
	{ STR("2"), STR("Social worker outside England") },
	{ STR("3"), STR("Agency or consultancy in social work") },
	{ STR("4"), STR("Other social work role, not a council") },
	{ STR("5"), STR("Other social care role") },
	{ STR("6"), STR("Outside social care, career break, redundancy or left England") },
	{ STR("7"), STR("Other") }, { STR("8"), STR("Not known") }, { STR("9"), STR("Not yet collected") },
};

const struct choice qualification_levels[3] = {
	{ STR("1"), STR("Undergraduate") }, { STR("2"), STR("Postgraduate") }, { STR("3"), STR("Other") },
};

const struct choice knowledge_statuses[4] = {
	{ STR("1"), STR("Assessed and supported year in employment") }, { STR("2"), STR("Frontline practitioner") },
	{ STR("3"), STR("Practice supervisor") }, { STR("4"), STR("Practice leader") },
};

const struct choice allowance_offers[3] = {
	{ STR("0"), STR("No") }, { STR("1"), STR("Yes, to all social workers the council employs") },
	{ STR("2"), STR("Yes, to some of them") },
};
