/* import_series.c: a council's own figures on their way in. */
#include "app/incoming.h"
#include "app/views.h"

/* One name in two units would be two measures that nobody could tell apart. */
static void
check_units(struct incoming *in)
{
	const struct own_series *kept = &in->world->own;
	for (int m = 0; m < in->series.measure_count; m++) {
		const struct own_measure *now = &in->series.measures[m];
		int had = own_measure_find(kept, now->name);
		if (had < 0 || kept->measures[had].unit == now->unit)
			continue;
		findings_add(&in->found, (struct finding){
			.severity = MISTAKE, .code = S("unit"), .file = in->import->file, .record = now->name,
			.field = S("unit"), .seen = unit_name(now->unit),
			.wrong = str_format(in->perm, "is not the unit of the figures imported before under this "
				"name, %.*s", STR_ARG(unit_name(kept->measures[had].unit))),
			.mend = S("use that unit, choose another name, or undo the earlier import") });
	}
}

/* "walsall", "england and leicestershire", "12 areas". */
static Str
areas_words(const struct incoming *in)
{
	enum { NAMED = 3 };
	Str names[NAMED];
	int count = 0;
	for (int i = 0; i < in->series.point_count; i++) {
		int area = in->series.points[i].area;
		if (i > 0 && in->series.points[i - 1].area == area)
			continue;
		if (count < NAMED)
			names[count] = in->world->published.areas.at[area].slug;
		count++;
	}
	return count <= NAMED ? list_words(names, count, in->perm)
	                      : counted(count, "area", "areas", in->perm);
}

static int
replaced(const struct incoming *in)
{
	int count = 0;
	for (int i = 0; i < in->series.point_count; i++) {
		const struct own_point *point = &in->series.points[i];
		int m = own_measure_find(&in->world->own, in->series.measures[point->measure].name);
		count += m >= 0 && own_point_on(&in->world->own, point->area, m, point->day) != NULL;
	}
	return count;
}

bool
take_series(struct incoming *in)
{
	if (!own_series_read(&in->world->published, in->import->text, in->import->file, &in->series,
	                     &in->found, in->perm))
		return false;
	check_units(in);
	Str figures = counted(in->series.point_count, "figure", "figures", in->perm);
	in->load.about = str_format(in->perm, "%.*s: %.*s", STR_ARG(areas_words(in)), STR_ARG(figures));
	receipt(in, S("Of"), areas_words(in));
	receipt(in, S("Figures"), figures);
	receipt(in, S("Measures"), counted(in->series.measure_count, "measure", "measures", in->perm));
	receipt(in, S("Replaced"), str_format(in->perm, "%.*s imported before",
		STR_ARG(counted(replaced(in), "figure", "figures", in->perm))));
	return in->found.mistakes == 0;
}

bool
keep_series(struct store *store, struct incoming *in, struct error *err)
{
	return store_series_save(store, &in->world->published, &in->series, &in->load, &in->already, err);
}
