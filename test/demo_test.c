/* demo_test.c: made-up councils have the figures their real ones published. */
#include "check.h"

#include "demo/demo.h"
#include "measure/own_people.h"
#include "workforce/rules.h"
#include <stdlib.h>
#include <time.h>
static struct published p;
static void
walsall(struct arena *perm)
{
	struct error err; struct demo demo;
	const char *one = getenv("ONE");
	int only = one ? area_exact(&p.areas, str_of(one)) : -1;
	for (int a = 0; a < p.areas.count; a++) {
		if (p.areas.at[a].level != AUTHORITY || p.areas.at[a].last_year < p.last_year) continue;
		if (only >= 0 && a != only) continue;
		struct arena fresh = *perm;
		clock_t t0 = clock();
		fprintf(stderr, "%.*s\n", STR_ARG(p.areas.at[a].name));
		if (!demo_make(&demo, &p, (struct demo_wish){ a, 1, 0, 0 }, &fresh, &err)) { printf("%s\n", err.text); continue; }
		clock_t t1 = clock();
		struct council c = { .authority = p.areas.at[a].slug };
		for (int t = 0; t < RECORD_TYPES; t++) {
			struct records none = { .type = &record_types[t] };
			c.of[t] = records_after(&none, &demo.changes, &fresh);
		}
		struct roster r;
		roster_build(&r, &c, &fresh);
		int bad = 0;
		for (int y = demo.first_year; y <= demo.last_year; y++) {
			struct own_figures own;
			own_figures_on(&own, &r, NOT_THERE, date_of(y, 9, 30), fresh);
			for (int m = 0; m < MEASURES; m++) {
				if (measures[m].rate) continue;
				Figure pub = published_value(&p, a, (enum measure_id)m, y);
				if (!figure_present(pub) && pub.absent != ROUNDS_TO_ZERO) continue;
				Figure want = pub; 
				for (int i = 0; i < demo.remainder_count; i++) if (demo.remainders[i].measure == (enum measure_id)m && demo.remainders[i].year == y) want = demo.remainders[i].made;
				int places = measures[m].places;
				if (!figure_equal(figure_round(own.value[m], places), figure_round(want, places)) && pub.absent != ROUNDS_TO_ZERO) {
					if (bad++ < 5) printf("  %d %.*s published %ld want %ld is %ld/%d\n", y, STR_ARG(measures[m].name), (long)pub.micro, (long)want.micro, (long)own.value[m].micro, own.value[m].absent);
				}
			}
		}
		clock_t t2 = clock();
		struct findings f = findings_new(&fresh);
		rules_check(&c, &demo.changes, &f, &fresh);
		int n = 0;
		for (int i = 0; i < f.count; i++) if (f.at[i].severity == MISTAKE || getenv("Q")) { if (n++ < 5) printf("%.*s\n", STR_ARG(finding_text(&f.at[i], &fresh))); }
		for (int i = 0; i < demo.changes.count; i++) record_check(demo.changes.at[i].type, &demo.changes.at[i].after, (struct place){ 0 }, &f);
		for (int i = 0; i < f.count; i++) if (f.at[i].severity == MISTAKE) { if (n++ < 5) printf("%.*s\n", STR_ARG(finding_text(&f.at[i], &fresh))); }
		printf("%s counts %d remainders %d bad %d mist %d q %d; changes %d people %d; %.0f %.0f %.0f ms %ld MB\n", str_c(p.areas.at[a].slug, &fresh), demo.counts, demo.remainder_count, bad, (int)f.mistakes, (int)f.count, demo.changes.count, r.person_count, (double)(t1-t0)/1000, (double)(t2-t1)/1000, (double)(clock()-t2)/1000, (long)(fresh.next - perm->next) >> 20);
		check(bad == 0 && f.mistakes == 0);
	}
}
int main(void)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 28);
	published_built_in(&p, &perm);
	run(walsall);
	return tests_end();
}
