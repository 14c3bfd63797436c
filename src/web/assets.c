/* assets.c: the style and script inside the program, under addresses that change with them. */
#include "web/site.h"

#include <stdio.h>

#include "base/embedded.h"

static const struct { Str ending, type; } types[] = {
	{ STR(".css"), STR("text/css; charset=utf-8") },
	{ STR(".js"),  STR("text/javascript; charset=utf-8") },
	{ STR(".svg"), STR("image/svg+xml") },
	{ STR(".png"), STR("image/png") },
	{ STR(".ico"), STR("image/x-icon") },
	{ STR(".wasm"), STR("application/wasm") },
};

static Str
type_of(Str name)
{
	for (int i = 0; i < countof(types); i++)
		if (str_ends(name, types[i].ending))
			return types[i].type;
	return (Str){ 0 };
}

/* The file's name in its address, or empty for what is not served: data and SQL are inside the
 * program too. */
static Str
served_name(const struct embedded *file)
{
	Str name = str_of(file->name);
	Str base = str_begins(name, S("assets/")) ? str_from(name, 7)
		: str_begins(name, S("web/")) ? str_from(name, 4) : (Str){ 0 };
	return type_of(base).len ? base : (Str){ 0 };
}

static Str
bytes_of(const struct embedded *file)
{
	return (Str){ file->begin, file->end - file->begin };
}

/* One hash for all, so that a script can load its neighbour by its plain name. */
void
assets_hash(char hash[HASH_LEN])
{
	uint64_t all = 0;
	char hex[HASH_LEN + 1];
	for (int i = 0; i < embedded_count; i++) {
		const struct embedded *file = &embedded_files[i];
		if (served_name(file).len)
			all = all * 31 + str_hash(bytes_of(file)) + str_hash(served_name(file));
	}
	snprintf(hex, sizeof hex, "%016llx", (unsigned long long)all);
	for (int i = 0; i < HASH_LEN; i++)
		hash[i] = hex[i];
}

Str
asset_address(const struct site *site, Str name, struct arena *perm)
{
	return str_format(perm, "/assets/%.*s/%.*s", HASH_LEN, site->assets_hash, STR_ARG(name));
}

/* The front end's own sheets first, then ours, which build on them. */
Str
asset_style(int wanted)
{
	static const Str folders[] = { STR("web/"), STR("assets/") };
	for (int f = 0; f < countof(folders); f++)
		for (int i = 0; i < embedded_count; i++) {
			Str name = str_of(embedded_files[i].name);
			if (str_begins(name, folders[f]) && str_ends(name, S(".css")) && wanted-- == 0)
				return served_name(&embedded_files[i]);
		}
	return (Str){ 0 };
}

bool
act_asset(struct visit *visit)
{
	Str hash = route_part(&visit->found, visit->request->segments, S("hash"));
	Str name = route_part(&visit->found, visit->request->segments, S("name"));
	bool ours = str_equal(hash, (Str){ visit->site->assets_hash, HASH_LEN });
	for (int i = 0; ours && i < embedded_count; i++) {
		Str served = served_name(&embedded_files[i]);
		if (served.len == 0 || !str_equal(served, name))
			continue;
		*visit->reply = (struct reply){ .status = 200, .type = type_of(name), .lasting = true,
		                                .body = bytes_of(&embedded_files[i]), .embedded = true };
		return true;
	}
	return false;
}

/* ---- the census check that needs no server ------------------------------------------------------- */

/* What a page that stands alone says it may load, between these and the next quotation mark. */
static Str
own_policy(Str page)
{
	Str before = S("http-equiv=\"Content-Security-Policy\" content=\"");
	Str rest = str_from(page, str_find(page, before) + before.len);
	return str_cut(&rest, '"');
}

bool
act_web_check(struct visit *visit)
{
	Str page = embedded_file(S("web/web-check.html"));
	if (!page.at)
		return false;
	Str policy = str_join(own_policy(page), S("; frame-ancestors 'none'"), visit->perm);
	*visit->reply = (struct reply){ .status = 200, .type = S("text/html; charset=utf-8"), .body = page,
	                                .policy = policy, .embedded = true };
	return true;
}
