/* hiring_years.h: two councils' published recruitment, as records: Walsall's year 2019/20 (an open advert and five rounds, 14
 * experienced and 35 newly qualified) and Leicestershire's vacancies advertised in January 2023 and 2024. */
#ifndef TEST_HIRING_YEARS_H
#define TEST_HIRING_YEARS_H

#include "check.h"

#define PLACE "unit U-1 2015-01-01 open name=Duty; kind=team\n" \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n" \
	"role R-3 2015-01-01 open title=Team manager; family=social_work; census_role=3; registered=yes\n"

/* ---- Leicestershire's adverts (T8) ------------------------------------------------------------------- */

/* Posts of one role advertised from a day until it is withdrawn, or still. */
static inline void
add_adverts(struct text *to, const char *role, const char *of, int count, const char *fte, const char *from, const char *until)
{
	for (int i = 0; i < count; i++) {
		text_format(to, "post P-%s%s%02d 2018-01-01 open title=X; unit=U-1; role=%s; fte=%s; status=funded\n", role, of, i, role, fte);
		text_format(to, "requisition RQ-%s%s%02d post=P-%s%s%02d; unit=U-1; role=%s; why=x; asked_on=2022-10-01; decision=approved;"
			" decided_on=2022-10-10; redeployment=nobody; transfers=nobody; advertised_on=%s%s%s\n", role, of, i, role, of, i, role,
			from, until ? "; withdrawn_on=" : "", until ? until : "");
	}
}

static inline const char *
leicestershires_adverts(struct arena *perm)
{
	struct text lines = text_new(perm);
	text_add(&lines, S(PLACE));
	add_adverts(&lines, "R-1", "a", 17, "1", "2022-12-01", NULL);
	add_adverts(&lines, "R-1", "b", 4, "1", "2023-10-01", NULL);
	add_adverts(&lines, "R-1", "c", 1, "0.5", "2023-10-01", NULL);
	add_adverts(&lines, "R-2", "a", 17, "1", "2022-12-01", "2023-06-01");
	add_adverts(&lines, "R-2", "b", 4, "1", "2022-12-01", NULL);
	add_adverts(&lines, "R-2", "c", 1, "0.5", "2023-10-01", NULL);
	add_adverts(&lines, "R-3", "a", 3, "1", "2022-12-01", "2023-03-01");
	add_adverts(&lines, "R-3", "b", 1, "1", "2022-12-01", NULL);
	return str_c(text_str(&lines), perm);
}

/* ---- Walsall's year (T13) ---------------------------------------------------------------------------- */

static const char *const year_moves[] = { "shortlist", "invite", "assess", "choose", "offer", "accept", "clear", "agree", "start" };

/* One application in a round that ends with `steps` of the way to a start. */
static inline void
add_applicant(struct text *to, int number, const char *round, const char *band, int steps)
{
	text_format(to, "candidate CN-%03d given_names=X; family_name=Y\n", number);
	text_format(to, "application AP-%03d candidate=CN-%03d; round=%s; role=R-1; band=%s; received_on=2019-06-03\n", number,
		number, round, band);
	for (int i = 0; i < steps; i++)
		text_format(to, "application_step ST-%03d%d application=AP-%03d; move=%s; held_on=2019-%02d-01; turn=%d\n", number, i, number,
			year_moves[i], i < 6 ? 7 : 9, i + 1);
}

static inline const char *
walsalls_year(struct arena *perm)
{
	static const struct { const char *round; int experienced, newly, not_started; } came[] = {
		{ "RN-0", 5, 1, 3 }, { "RN-1", 2, 7, 4 }, { "RN-2", 2, 7, 1 }, { "RN-3", 2, 7, 2 }, { "RN-4", 1, 7, 2 }, { "RN-5", 2, 6, 2 },
	};
	struct text lines = text_new(perm);
	int number = 0;
	text_add(&lines, S(PLACE "hiring_round RN-0 name=Open advert; opens_on=2019-01-01; anonymous=no; public=no\n"));
	for (int r = 0; r < countof(came); r++) {
		if (r > 0)
			text_format(&lines, "hiring_round RN-%d number=%d; name=Round %d; opens_on=2019-05-01; closes_on=2019-06-20;"
				" anonymous=yes; public=no\n", r, r, r);
		for (int i = 0; i < came[r].experienced; i++)
			add_applicant(&lines, number++, came[r].round, "experienced", countof(year_moves));
		for (int i = 0; i < came[r].newly; i++)
			add_applicant(&lines, number++, came[r].round, "newly_qualified", countof(year_moves));
		for (int i = 0; i < came[r].not_started; i++)
			add_applicant(&lines, number++, came[r].round, "newly_qualified", 3 + i);
	}
	return str_c(text_str(&lines), perm);
}

#endif
