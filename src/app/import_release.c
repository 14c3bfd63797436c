/* import_release.c: DfE's next release on its way in, beside those that are there. */
#include <assert.h>

#include "app/incoming.h"
#include "app/views.h"

/* What DfE's file does not say of itself is as with the release before it, but for the year. */
static struct release
about_next(const struct published *p)
{
	const struct release *last = &p->releases[0];
	return (struct release){ .publisher = last->publisher, .licence = last->licence,
		.attribution = last->attribution, .address = last->address,
		.published = S("on a day the file does not give") };
}

static Str
next_title(const struct release *last, Str name, struct arena *perm)
{
	if (!str_ends(last->title, last->name))
		return last->title;
	return str_join(str_upto(last->title, last->title.len - last->name.len), name, perm);
}

/* Where the release just read stands: it came with no program, and has this file's hash. */
static int
release_placed(const struct published *p, Str sha256)
{
	int at = 0;
	while (p->releases[at].built_in || !str_equal(p->releases[at].sha256, sha256))
		at++;
	assert(at < p->release_count);
	return at;
}

/* Cells in which a release says something, and those that say other than before. */
struct differences { int64_t cells, revised; };

static struct differences
differences_of(const struct published *before, const struct published *now, int release)
{
	struct differences count = { 0 };
	const struct release *r = &now->releases[release];
	for (int area = 0; area < now->areas.count; area++)
		for (int year = r->first_year; year <= r->last_year; year++)
			for (int m = 0; m < MEASURES; m++) {
				Figure is = release_value(now, release, area, (enum measure_id)m, year);
				Figure was = published_value(before, area, (enum measure_id)m, year);
				bool said = is.absent != NOT_PUBLISHED;
				count.cells += said;
				count.revised += said && was.absent != NOT_PUBLISHED && !figure_equal(is, was);
			}
	return count;
}

bool
take_release(struct incoming *in)
{
	const struct published *before = &in->world->published;
	struct published now = *before;
	Str wanted = in->import->release;
	if (!dfe_release_read(&now, in->import->text, about_next(before), in->import->file, &in->found,
	                      in->perm))
		return false;
	int at = release_placed(&now, in->load.sha256);
	struct release *release = &now.releases[at];
	if (wanted.len && !str_equal(wanted, release->name))
		return whole_file(in, S("release"), str_format(in->perm,
			"the file's latest year is %.*s, and it was given as release %.*s",
			STR_ARG(release->name), STR_ARG(wanted)), S("check that it is the right file"));
	release->title = next_title(&before->releases[0], release->name, in->perm);
	in->text = release_write(&now, at, in->perm);
	in->load.about = release->name;
	struct differences count = differences_of(before, &now, at);
	receipt(in, S("Release"), release->title);
	receipt(in, S("Census years"), str_format(in->perm, "%d to %d", release->first_year,
	                                          release->last_year));
	receipt(in, S("Figures"),
	        counted(count.cells, "figure or symbol", "figures and symbols", in->perm));
	receipt(in, S("Revised"), str_format(in->perm, "%.*s; the earlier values stay beside them",
		STR_ARG(counted(count.revised, "figure differs from what was published before",
		                "figures differ from what was published before", in->perm))));
	return true;
}

bool
keep_release(struct store *store, struct incoming *in, struct error *err)
{
	return store_release_save(store, in->text, &in->load, &in->already, err);
}
