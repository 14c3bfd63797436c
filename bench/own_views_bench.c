/* own_views_bench.c: the pages of a council's own records, of the largest council there is (Kent, made
 * of people who do not exist), as at a past day. Budget: the establishment 10 ms at 200 a second, so
 * 5 ms on one of two cores.
 */
#include <stdio.h>
#include <time.h>

#include "app/admit.h"
#include "demo/demo.h"

enum { TIMES = 40 };

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The records a demonstration adds. */
static void
council_made(struct council *council, const struct changes *changes, Str authority, struct arena *perm)
{
	*council = (struct council){ .authority = authority };
	for (int t = 0; t < RECORD_TYPES; t++) {
		struct records none = { .type = &record_types[t] };
		council->of[t] = records_after(&none, changes, perm);
	}
}

static void
time_page(const char *name, const struct world *world, const struct ask *ask, view *of, enum face face,
          struct arena perm)
{
	double worst = 0, all = 0;
	ptrdiff_t bytes = 0;
	for (int i = 0; i < TIMES; i++) {
		struct arena once = perm;
		double began = seconds();
		struct answer answer = of(world, ask, &once);
		double viewed = seconds() - began;
		bytes = face == FACE_HTML ? document_html_file(&answer.document, &once).len : 0;
		double took = seconds() - began;
		all += took;
		worst = took > worst ? took : worst;
		if (i == TIMES - 1)
			printf("%-34s %6.2f ms mean, %6.2f ms worst; the view alone %6.2f ms; %td bytes; outcome %d\n", name,
			       1e3 * all / TIMES, 1e3 * worst, 1e3 * viewed, bytes, (int)answer.outcome);
	}
}

int
main(int count, char **arguments)
{
	struct arena perm = arena_reserve((ptrdiff_t)4 << 30);
	struct world world;
	struct error err;
	struct demo demo;
	Str slug = count > 1 ? str_of(arguments[1]) : S("kent");
	if (!world_open(&world, S(""), &perm, &err))
		return 1;
	int area = area_exact(&world.published.areas, slug);
	if (area == NO_AREA || !demo_make(&demo, &world.published, (struct demo_wish){ .area = area, .seed = 1 }, &perm, &err)) {
		printf("%s\n", err.text);
		return 1;
	}
	struct held *held = new(&perm, 1, struct held);
	council_made(&held->council, &demo.changes, slug, &perm);
	roster_build(&held->roster, &held->council, &perm);
	printf("%d units, %d posts, %d people, %d times in post\n", held->roster.unit_count, held->roster.post_count,
	       held->roster.person_count, held->roster.spell_count);
	struct viewer machine = { .account = S("bench"), .all = true };
	struct viewer head = { .account = S("bench"), .grant_count = 1,
		.grants = { { DUTY_HR_OFFICER, SCOPE_AUTHORITY, slug, S(""), { { 0 }, DATE_OPEN } } } };
	struct viewer analyst = head;
	analyst.grants[0].duty = DUTY_ANALYST;
	struct ask ask = { .area = slug, .today = date_of(2025, 11, 27), .day = date_of(2023, 6, 15), .on = S("2023-06-15"),
		.viewer = &machine, .held = held, .page_only = true };
	time_page("establishment", &world, &ask, show_establishment, FACE_HTML, perm);
	ask.viewer = &head;
	time_page("establishment, HR officer", &world, &ask, show_establishment, FACE_HTML, perm);
	int *units = new(&perm, held->roster.unit_count, int), *depths = new(&perm, held->roster.unit_count, int);
	int tree = roster_tree(&held->roster, ask.day, units, depths);
	ask.unit = held->roster.units[units[tree - 1]].ref;
	time_page("establishment of a team", &world, &ask, show_establishment, FACE_HTML, perm);
	ask.unit = S("");
	time_page("vacancies", &world, &ask, show_vacancies, FACE_HTML, perm);
	ask.ref = held->roster.posts[held->roster.post_count / 2].ref;
	time_page("a post", &world, &ask, show_post, FACE_HTML, perm);
	ask.ref = held->roster.people[held->roster.person_count / 2].ref;
	time_page("a person", &world, &ask, show_person, FACE_HTML, perm);
	time_page("own measures by unit", &world, &ask, show_own_measures, FACE_HTML, perm);
	time_page("movements by unit", &world, &ask, show_movements, FACE_HTML, perm);
	ask.viewer = &analyst;
	time_page("own measures, guarded", &world, &ask, show_own_measures, FACE_HTML, perm);
	return 0;
}
