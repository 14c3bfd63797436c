/* prices.c: assumptions become pence. */
#include "outlook/prices.h"

enum { WEEKS_OF_YEAR = 52 };

static int64_t
pence_of(const struct council *council, enum assumption_id id, Date day, struct assumption *said, struct arena *perm)
{
	struct assumed used = assumption_value(council, id, S(""), day);
	*said = assumption_said(&used, perm);
	return used.value / (MICRO / 100);
}

void
prices_set(struct prospect *p, const struct council *council, Date day, struct assumption *said, struct arena *perm)
{
	struct assumed premium = assumption_value(council, ASSUME_AGENCY_PREMIUM, S(""), day);
	int64_t pay = pence_of(council, ASSUME_PAY, day, &said[0], perm);
	said[1] = assumption_said(&premium, perm);
	for (int g = 0; g < p->grades; g++)
		p->prices.pay[g] = pay;
	p->prices.agency_week = (pay + pay / 1000 * (premium.value / 1000)) / WEEKS_OF_YEAR;
	p->prices.hire = pence_of(council, ASSUME_HIRE_COST, day, &said[2], perm);
	p->prices.induct = pence_of(council, ASSUME_INDUCTION_COST, day, &said[3], perm);
	p->prices.leaver = pence_of(council, ASSUME_LEAVER_COST, day, &said[4], perm);
}
