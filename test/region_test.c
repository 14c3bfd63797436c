/* region_test.c: several councils on one definition, for whoever has a duty over the region. */
#include "asking.h"
#include "signed_in.h"

#include "app/demonstration.h"

enum { NOW = 1764000000 };

struct kept { char folder[32]; Str path; struct site *site; };

/* Two councils of the West Midlands and one of another region, all made up. */
static struct kept
three_councils(struct arena *perm)
{
	static const char *const councils[] = { "walsall", "dudley", "leicestershire" };
	struct kept kept = { .folder = "/tmp/mainstay-regn-XXXXXX", .site = new(perm, 1, struct site) };
	struct error err = { "" };
	struct world world;
	check(mkdtemp(kept.folder) != NULL);
	kept.path = str_format(perm, "%s/store.db", kept.folder);
	check(site_open(kept.site, kept.path, S(""), &err));
	kept.site->port = ASKING_PORT;
	check(world_open(&world, kept.path, perm, &err));
	for (int i = 0; i < countof(councils); i++)
		check_int(demonstrate(&world, &(struct demonstration){ .area = str_of(councils[i]), .seed = 1,
			.actor = S("test"), .now = NOW }, perm).outcome, DONE);
	return kept;
}

static void
kept_end(struct kept *kept, struct arena *perm)
{
	site_close(kept->site);
	unlink(str_c(kept->path, perm));
	check_int(rmdir(kept->folder), 0);
}

static struct reply
ask_as(struct kept *kept, const struct visitor *who, const char *target, struct arena *perm)
{
	const char *lines = str_c(str_format(perm, ASKING_HOST "%s", who->cookie), perm);
	return ask_site(kept->site, (struct asked_for){ "GET", target, lines, S(""), NOW }, perm);
}

/* A line of the CSV, by its first cell. */
static Str
line_of(Str csv, const char *council, struct arena *perm)
{
	Str begin = str_format(perm, "\n%s,", council);
	ptrdiff_t at = str_find(csv, begin);
	Str rest = at < 0 ? (Str){ 0 } : str_from(csv, at + begin.len);
	return str_cut(&rest, '\r');
}

static int64_t
figure_at(Str line, int column)
{
	Str cell = { 0 };
	for (int i = 0; i <= column; i++)
		cell = str_cut(&line, ',');
	return parse_decimal(cell, 6, false).micro;
}

static void
a_region_adds_up_its_councils_and_no_other(struct arena *perm)
{
	struct kept kept = three_councils(perm);
	struct visitor who = signed_in_as(kept.path, DUTY_REGION, S("west-midlands"), perm);
	struct reply reply = ask_as(&kept, &who, "/regions/west-midlands.csv?on=2025-09-30", perm);
	check_int(reply.status, 200);
	check(str_find(reply.body, S("Leicestershire")) < 0);
	Str walsall = line_of(reply.body, "Walsall", perm), dudley = line_of(reply.body, "Dudley", perm);
	Str both = line_of(reply.body, "All of them together", perm);
	/* In post at 30 September 2025 as DfE published it, 287.7 and 144.3, make 432.0; leavers of 23.3 and
	 * 50.3 of these are 73.6, or 17.0 %. */
	check_int(figure_at(walsall, 0), 287700000);
	check_int(figure_at(dudley, 0), 144300000);
	check_int(figure_at(both, 0), 432000000);
	check_int(figure_at(both, 2), 73600000);
	check_int(figure_at(both, 3), 17000000);
	kept_end(&kept, perm);
}

static void
a_duty_over_a_region_opens_no_council_of_it_and_no_other_region(struct arena *perm)
{
	struct kept kept = three_councils(perm);
	struct visitor who = signed_in_as(kept.path, DUTY_REGION, S("west-midlands"), perm);
	check_int(ask_as(&kept, &who, "/authorities/walsall/establishment", perm).status, 404);
	check_int(ask_as(&kept, &who, "/authorities/walsall/people", perm).status, 404);
	check_int(ask_as(&kept, &who, "/regions/east-midlands", perm).status, 404);
	check_int(ask_as(&kept, &who, "/regions/walsall", perm).status, 404);
	struct visitor hr = signed_in_as(kept.path, DUTY_HR_LEAD, S("walsall"), perm);
	check_int(ask_as(&kept, &hr, "/regions/west-midlands", perm).status, 404);
	kept_end(&kept, perm);
}

int
main(void)
{
	run(a_region_adds_up_its_councils_and_no_other);
	run(a_duty_over_a_region_opens_no_council_of_it_and_no_other_region);
	return tests_end();
}
