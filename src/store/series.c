/* series.c: councils' own series, kept one row a figure. */
#include "store/load.h"

#include <string.h>

static const char MEASURE_SQL[] =
	"INSERT INTO own_measure (load_id, number, name, title, unit, good, part_of)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7)";
static const char MEASURES_WRITTEN_SQL[] =
	"SELECT load_id, number, name, title, unit, good, part_of"
	"  FROM own_measure WHERE load_id = $1 ORDER BY number";
static const char POINT_SQL[] =
	"INSERT INTO own_point (area, load_id, measure, day, whole_year, numerator_micro, numerator_why,"
	" denominator_micro, denominator_why, value_micro, value_why, uncomputable, places, source)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
static const char POINTS_WRITTEN_SQL[] =
	"SELECT area, load_id, measure, day, whole_year, numerator_micro, numerator_why,"
	"       denominator_micro, denominator_why, value_micro, value_why, uncomputable, places, source"
	"  FROM own_point WHERE load_id = $1 ORDER BY area, measure, day";

/* ---- words in columns ------------------------------------------------------------------------ */

static Str
why_word(Figure figure)
{
	return figure.absent == NOT_PUBLISHED ? S("none") : absent_symbol(figure.absent);
}

/* A number and the column after it, which says why it is absent. */
static bool
figure_read(const struct rows *rows, int column, Figure *figure, struct arena scratch)
{
	enum absent absent;
	Str why = row_text(rows, column + 1, &scratch);
	if (why.len == 0)
		*figure = figure_micro(row_int(rows, column));
	else if (str_equal(why, S("none")))
		*figure = figure_absent(NOT_PUBLISHED);
	else if (absent_find(why, &absent) && absent != PRESENT)
		*figure = figure_absent(absent);
	else
		return false;
	return true;
}

/* ---- saving ---------------------------------------------------------------------------------- */

static bool
write_measures(struct store *store, const struct own_series *series, int64_t id, struct error *err)
{
	struct tally meant = { 0 };
	for (int m = 0; m < series->measure_count; m++) {
		const struct own_measure *own = &series->measures[m];
		if (!load_write(store, MEASURE_SQL,
		                args(arg_int(id), arg_int(m), arg_text(own->name), arg_text(own->title),
		                     arg_text(unit_name(own->unit)), arg_text(good_name(own->good)),
		                     arg_text(own->part_of)), &meant, err))
			return false;
	}
	return load_holds(store, MEASURES_WRITTEN_SQL, id, meant, err);
}

static bool
write_point(struct store *store, Str area, const struct own_point *point, int64_t id,
            struct tally *meant, struct error *err)
{
	return load_write(store, POINT_SQL,
		args(arg_text(area), arg_int(id), arg_int(point->measure), arg_int(point->day.day),
		     arg_int(point->whole_year),
		     arg_figure(point->numerator), arg_text(why_word(point->numerator)),
		     arg_figure(point->denominator), arg_text(why_word(point->denominator)),
		     arg_figure(point->value), arg_text(why_word(point->value)),
		     arg_int(point->uncomputable), arg_int(point->places), arg_text(point->source)),
		meant, err);
}

static bool
write_points(struct store *store, const struct published *p, const struct own_series *series,
             int64_t id, struct error *err)
{
	struct tally meant = { 0 };
	for (int i = 0; i < series->point_count; i++) {
		const struct own_point *point = &series->points[i];
		if (!write_point(store, p->areas.at[point->area].slug, point, id, &meant, err))
			return false;
	}
	return load_holds(store, POINTS_WRITTEN_SQL, id, meant, err);
}

bool
store_series_save(struct store *store, const struct published *p, const struct own_series *series,
                  const struct load *load, bool *already, struct error *err)
{
	int64_t id;
	if (!load_begin(store, load, &id, already, err))
		return false;
	if (*already)
		return true;
	bool sound = write_measures(store, series, id, err) && write_points(store, p, series, id, err);
	return load_end(store, sound, err);
}

/* ---- reading --------------------------------------------------------------------------------- */

static const char LOADS_SQL[] =
	"SELECT load.id,"                                           /* 0 */
	"       (SELECT count(*) FROM own_measure WHERE own_measure.load_id = load.id),"
	"       (SELECT count(*) FROM own_point WHERE own_point.load_id = load.id)"
	"  FROM load"
	" WHERE load.kind = 'series' AND load.undone_at IS NULL"
	" ORDER BY load.id";
static const char MEASURES_SQL[] =
	"SELECT name, title, unit, good, part_of"                   /* 0 to 4 */
	"  FROM own_measure WHERE load_id = $1 ORDER BY number";
static const char POINTS_SQL[] =
	"SELECT area, measure, day, whole_year,"                    /* 0 to 3 */
	"       numerator_micro, numerator_why,"                    /* 4 */
	"       denominator_micro, denominator_why,"                /* 6 */
	"       value_micro, value_why,"                            /* 8 */
	"       uncomputable, places, source"                       /* 10 to 12 */
	"  FROM own_point WHERE load_id = $1 ORDER BY area, measure, day";

/* One load's counts, before its rows are read: how much room they need. */
struct kept { int64_t id, measures, points; };

static bool
read_measures(struct store *store, struct kept kept, struct own_series *series, struct arena *perm,
              struct error *err)
{
	bool sound = true;
	struct rows *rows = store_query(store, MEASURES_SQL, args(arg_int(kept.id)), err);
	while (rows_next(rows) && series->measure_count < kept.measures) {
		struct own_measure *own = &series->measures[series->measure_count++];
		*own = (struct own_measure){ .name = row_text(rows, 0, perm),
			.title = row_text(rows, 1, perm), .part_of = row_text(rows, 4, perm) };
		own->dfe = measure_find(own->name);
		sound = sound && unit_find(row_text(rows, 2, perm), &own->unit)
			&& good_find(row_text(rows, 3, perm), &own->good);
	}
	if (!rows_end(rows, err))
		return false;
	return sound || fail(err, "the store holds a measure in a unit that is not known");
}

static bool
read_point(const struct rows *rows, int area, struct own_point *point, struct arena *perm)
{
	*point = (struct own_point){
		.area = area, .measure = (int)row_int(rows, 1), .day = { (int32_t)row_int(rows, 2) },
		.whole_year = row_int(rows, 3) != 0, .uncomputable = row_int(rows, 10) != 0,
		.places = (int)row_int(rows, 11), .source = row_text(rows, 12, perm) };
	return figure_read(rows, 4, &point->numerator, *perm)
		&& figure_read(rows, 6, &point->denominator, *perm)
		&& figure_read(rows, 8, &point->value, *perm);
}

static bool
read_points(struct store *store, const struct published *p, struct kept kept,
            struct own_series *series, int *left_out, struct arena *perm, struct error *err)
{
	bool sound = true;
	Str slug = { 0 };
	int area = NO_AREA;
	struct rows *rows = store_query(store, POINTS_SQL, args(arg_int(kept.id)), err);
	while (rows_next(rows) && series->point_count < kept.points) {
		Str now = row_text(rows, 0, perm);
		if (!slug.at || !str_equal(now, slug))
			area = area_exact(&p->areas, now);
		slug = now;
		if (area == NO_AREA)
			++*left_out;
		else
			sound = read_point(rows, area, &series->points[series->point_count++], perm) && sound;
	}
	if (!rows_end(rows, err))
		return false;
	return sound || fail(err, "the store holds a figure whose absence is not explained");
}

/* One load's series, laid over what earlier loads gave. */
static bool
read_load(struct store *store, const struct published *p, struct kept kept,
          struct own_series *series, int *left_out, struct arena *perm, struct error *err)
{
	struct own_series one = {
		.measures = new(perm, (ptrdiff_t)kept.measures, struct own_measure),
		.points   = new(perm, (ptrdiff_t)kept.points, struct own_point),
	};
	if (!read_measures(store, kept, &one, perm, err)
	    || !read_points(store, p, kept, &one, left_out, perm, err))
		return false;
	*series = own_series_merge(series, &one, perm);
	return true;
}

bool
store_series_read(struct store *store, const struct published *p, struct own_series *series,
                  int *left_out, struct arena *perm, struct error *err)
{
	*series = (struct own_series){ 0 };
	*left_out = 0;
	bool sound = true;
	struct error inner;
	struct rows *rows = store_query(store, LOADS_SQL, (struct args){ 0 }, err);
	while (sound && rows_next(rows)) {
		struct kept kept = { row_int(rows, 0), row_int(rows, 1), row_int(rows, 2) };
		sound = read_load(store, p, kept, series, left_out, perm, &inner);
	}
	bool all = rows_end(rows, err);
	if (!sound)
		*err = inner;
	return sound && all;
}
