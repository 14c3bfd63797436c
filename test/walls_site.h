/* walls_site.h: a site on a store of its own, every address of its routes, and asking them as somebody. */
#ifndef TEST_WALLS_SITE_H
#define TEST_WALLS_SITE_H

#include "walls.h"

/* ---- a site with councils in it -------------------------------------------------------------------- */

struct place_of { char folder[40]; Str path; struct site *site; };

/* In memory where there is room for it: every export waits for the disk. */
static inline struct place_of
place_new(struct arena *perm)
{
	struct place_of it = { .folder = "/dev/shm/mainstay-walls-XXXXXX", .site = new(perm, 1, struct site) };
	if (!mkdtemp(it.folder)) {
		snprintf(it.folder, sizeof it.folder, "/tmp/mainstay-walls-XXXXXX");
		check(mkdtemp(it.folder) != NULL);
	}
	it.path = str_format(perm, "%s/store.db", it.folder);
	return it;
}

static inline void
place_open(struct place_of *it)
{
	struct error err = { "" };
	check(site_open(it->site, it->path, S(""), &err));
	it->site->port = ASKING_PORT;
}

static inline void
place_end(struct place_of *it, struct arena *perm)
{
	site_close(it->site);
	unlink(str_c(it->path, perm));
	check_int(rmdir(it->folder), 0);
}

static inline int64_t
asked_of_store(Str path, const char *sql)
{
	struct error err = { "" };
	struct store *store = store_open(path, &err);
	int64_t is = -1;
	struct rows *rows = store ? store_query(store, sql, (struct args){ 0 }, &err) : NULL;
	while (rows && rows_next(rows))
		is = row_int(rows, 0);
	check(rows && rows_end(rows, &err));
	store_close(store);
	return is;
}

/* ---- a council written by hand, and who comes in ----------------------------------------------------- */

static const struct period always = { { 0 }, { 2932896 } };

static inline struct grant
grant_of(int duty, Str authority, Str unit)
{
	static const enum scope of[] = { ['s'] = SCOPE_SELF, ['u'] = SCOPE_UNIT, ['a'] = SCOPE_AUTHORITY, ['r'] = SCOPE_REGION };
	enum scope scope = of[(int)widest[duty]];
	return (struct grant){ (enum duty)duty, scope, scope == SCOPE_REGION ? S("west-midlands") : authority,
		scope == SCOPE_UNIT ? unit : S(""), always };
}

/* A store with this council in it, as Walsall; to be opened when everybody has come in. */
static inline struct place_of
place_with(const char *council, struct arena *perm)
{
	struct place_of it = place_new(perm);
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, it.path, perm, &err));
	walls_put(it.path, council_of(council, perm), perm);
	return it;
}

/* Somebody with one duty in it, in its widest scope. */
static inline struct visitor
comes_in(const struct place_of *it, enum duty duty, Str unit, struct arena *perm)
{
	struct grant grant = grant_of((int)duty, S("walsall"), unit);
	return signed_in_with(it->path, &grant, 1, perm);
}

/* ---- what to ask ----------------------------------------------------------------------------------- */

struct target { Str path; bool open_file; /* of published figures: the same for everybody */ };
struct targets { struct target *at; int count, room; struct arena *perm; };

static inline void
targets_add(struct targets *targets, Str path, bool open_file)
{
	if (targets->count == targets->room) {
		int room = targets->room ? 2 * targets->room : 256;
		struct target *moved = new(targets->perm, room, struct target);
		if (targets->count)
			memcpy(moved, targets->at, (size_t)targets->count * sizeof *moved);
		targets->at = moved;
		targets->room = room;
	}
	targets->at[targets->count++] = (struct target){ path, open_file };
}

static inline Str
type_address(int type, struct arena *perm)
{
	Str many = str_copy(record_types[type].many, perm);
	for (ptrdiff_t i = 0; i < many.len; i++)
		if (many.at[i] == ' ')
			((char *)(uintptr_t)many.at)[i] = '-';
	return many;
}

/* The pages of a census return by item, rule and file. */
static inline bool
part_of_census(Str before, Str *values, int *count)
{
	static const struct { Str page, values[4]; } pages[] = {
		{ STR("missing"), { STR("StartOrigin"), STR("PersonBirthDate"), STR("Ethnicity"), STR("BaseSalary") } },
		{ STR("working"), { STR("came-and-went"), STR("two-roles"), STR("no-cases"), STR("director") } },
		{ STR("rules"), { STR("D055"), STR("D030"), STR("D034"), STR("D083") } },
		{ STR("file"), { STR("xml"), STR("csv") } },
	};
	for (ptrdiff_t p = 0; p < countof(pages); p++)
		for (ptrdiff_t v = 0; str_equal(pages[p].page, before) && v < 4 && pages[p].values[v].len; v++)
			values[(*count)++] = pages[p].values[v];
	return *count > 0;
}

/* What may stand for a part of a path; with a type, its refs. False: this test cannot fill it. */
static inline bool
values_of(Str part, Str before, Str area, Str *values, int *count, struct arena *perm)
{
	static const Str measure_names[] = { STR("inpost_headcount"), STR("working_days_lost_fte"), STR("leavers_fte"),
	                                     STR("agency_rate_fte"), STR("caseload_fte") };
	const struct record_type *type = record_type_find(before);
	*count = 0;
	if (str_equal(part, S("area"))) {
		values[(*count)++] = area;
	} else if (str_equal(part, S("type"))) {
		for (int t = 0; t < RECORD_TYPES; t++)
			values[(*count)++] = type_address(t, perm);
	} else if (str_equal(part, S("ref"))) {
		for (ptrdiff_t i = 0; i < countof(walls_refs); i++)
			if (!type || walls_refs[i].at[0] == type->letter.at[0] || walls_refs[i].at[0] == 'X')
				values[(*count)++] = walls_refs[i];
	} else if (str_equal(part, S("measure"))) {
		for (ptrdiff_t i = 0; i < countof(measure_names); i++)
			values[(*count)++] = measure_names[i];
	} else if (str_equal(part, S("year"))) {
		values[(*count)++] = S("2025");
	} else if (str_equal(part, S("how")) && part_of_census(before, values, count)) {
	} else if (str_equal(part, S("how")) || str_equal(part, S("id")) || str_equal(part, S("hash")) ||
	           str_equal(part, S("name"))) {
		values[(*count)++] = S("1");
	} else {
		return false;
	}
	return true;
}

enum { VALUES_MOST = 96 };

/* Every address of a route: each part with each of its values. */
static inline void
fill_path(struct targets *targets, Str done, Str before, Str rest, Str area)
{
	struct arena *perm = targets->perm;
	if (rest.len == 0) {
		targets_add(targets, done.len ? done : S("/"), false);
		return;
	}
	Str part = str_cut(&rest, '/'), values[VALUES_MOST] = { part };
	int count = 1;
	if (part.at[0] == ':' && !values_of(str_from(part, 1), before, area, values, &count, perm)) {
		printf("this test does not know what stands for %.*s\n", STR_ARG(part));
		check(false);
		return;
	}
	for (int i = 0; i < count; i++)
		fill_path(targets, str_format(perm, "%.*s/%.*s", STR_ARG(done), STR_ARG(values[i])), values[i], rest, area);
}

/* What may stand after the question mark. */
static const struct { enum takes bit; const char *ask; } questions[] = {
	{ TAKES_ON, "on=" WALLS_PAST }, { TAKES_UNIT, "unit=U-000100" }, { TAKES_UNIT, "unit=U-000200" },
	{ TAKES_UNIT, "unit=U-000012" }, { TAKES_HOW, "how=contact" }, { TAKES_HOW, "how=new" }, { TAKES_HOW, "how=from" },
	{ TAKES_HOW, "how=correct" }, { TAKES_HOW, "how=changes" }, { TAKES_HOW, "how=mend" }, { TAKES_SHOW, "show=all" },
	{ TAKES_SHOW, "show=uncovered" }, { TAKES_PAGE, "page=2" }, { TAKES_QUERY, "q=KqBon" }, { TAKES_QUERY, "q=KqAhn" },
	{ TAKES_QUERY, "q=1955" }, { TAKES_QUERY, "q=SW7320" }, { TAKES_QUERY, "q=N-000201" }, { TAKES_SORT, "sort=born" },
	{ TAKES_SORT, "sort=-family_name" }, { TAKES_SORT, "sort=reason" }, { TAKES_REF, "ref=P-000101" },
	{ TAKES_REF, "ref=P-000201" }, { TAKES_ON | TAKES_UNIT, "on=" WALLS_PAST "&unit=U-000100" },
	{ TAKES_ON | TAKES_UNIT, "on=" WALLS_PAST "&unit=U-000200" }, { TAKES_REF | TAKES_HOW, "how=alter&ref=P-000101" },
	{ TAKES_REF | TAKES_HOW, "how=alter&ref=P-000201" }, { TAKES_SHOW | TAKES_ON, "show=all&on=" WALLS_PAST },
};

/* The area of a route's addresses: the council, or the region that it is in. */
static inline Str
area_for(const struct route *route, Str council)
{
	return route->need.access == OF_REGION ? S("west-midlands") : council;
}

/* A forecast of few futures tells as much of who may see it, in less time. */
static inline Str
with_few_futures(const struct route *route, Str target, struct arena *perm)
{
	if (route->method != GET || !(route->takes & TAKES_FORECAST))
		return target;
	return str_format(perm, "%.*s%smonths=6&runs=16", STR_ARG(target), str_find(target, S("?")) < 0 ? "?" : "&");
}

static inline void
route_targets(struct targets *targets, const struct route *route, Str area)
{
	static const char *const faces[] = { "", ".csv", ".json", ".xlsx" };
	struct targets bare = { .perm = targets->perm };
	fill_path(&bare, S(""), S(""), str_from(route->path, 1), area_for(route, area));
	bool faced = route->view && route->method == GET && route->path.len > 1;
	for (int i = 0; i < bare.count; i++)
		for (int f = 0; f < (faced ? countof(faces) : 1); f++) {
			Str path = str_join(bare.at[i].path, str_of(faces[f]), targets->perm);
			targets_add(targets, with_few_futures(route, path, targets->perm), route->need.access == OPEN && f > 0);
			for (ptrdiff_t q = 0; route->method == GET && f < 2 && q < countof(questions); q++)
				if ((route->takes & (unsigned)questions[q].bit) == (unsigned)questions[q].bit)
					targets_add(targets, with_few_futures(route, str_format(targets->perm, "%.*s?%s", STR_ARG(path),
						questions[q].ask), targets->perm), route->need.access == OPEN && f > 0);
		}
}

/* ---- asking as somebody ---------------------------------------------------------------------------- */

static inline struct reply
get_as(struct site *site, const struct visitor *who, Str target, struct arena *perm)
{
	Str lines = str_format(perm, ASKING_HOST "%s", who ? who->cookie : "");
	return ask_site(site, (struct asked_for){ "GET", str_c(target, perm), str_c(lines, perm), S(""), WALLS_NOW }, perm);
}

static inline struct reply
post_as(struct site *site, const struct visitor *who, Str target, Str fields, struct arena *perm)
{
	Str token = who ? who->token : (Str){ site->token, TOKEN_LEN };
	Str body = str_format(perm, "token=%.*s%s%.*s", STR_ARG(token), fields.len ? "&" : "", STR_ARG(fields));
	Str lines = str_format(perm, ASKING_HOST "%sContent-Type: application/x-www-form-urlencoded\nContent-Length: %td\n",
	                       who ? who->cookie : "", body.len);
	return ask_site(site, (struct asked_for){ "POST", str_c(target, perm), str_c(lines, perm), body, WALLS_NOW }, perm);
}

/* A form with a file: "name=value&..." as they are, not encoded. */
struct upload { const char *fields; Str file, bytes; };

static inline struct reply
upload_as(struct site *site, const struct visitor *who, const char *target, struct upload upload, struct arena *perm)
{
	struct text body = text_new(perm);
	Str fields = str_format(perm, "token=%.*s&%s", STR_ARG(who->token), upload.fields);
	while (fields.len > 0) {
		Str value = str_cut(&fields, '&'), name = str_cut(&value, '=');
		text_format(&body, "--x-edge\r\nContent-Disposition: form-data; name=\"%.*s\"\r\n\r\n%.*s\r\n",
		            STR_ARG(name), STR_ARG(value));
	}
	text_format(&body, "--x-edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%.*s\"\r\n\r\n",
	            STR_ARG(upload.file));
	text_add(&body, upload.bytes);
	text_add(&body, S("\r\n--x-edge--\r\n"));
	Str lines = str_format(perm, ASKING_HOST "%sContent-Type: multipart/form-data; boundary=x-edge\n"
	                       "Content-Length: %td\n", who->cookie, body.len);
	return ask_site(site, (struct asked_for){ "POST", target, str_c(lines, perm), text_str(&body), WALLS_NOW }, perm);
}

#endif
