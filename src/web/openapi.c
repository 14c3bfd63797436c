/* openapi.c: the addresses for programs, printed from the route rows. */
#include "web/openapi.h"

#include "web/site.h"

/* A JSON string. The rows are plain text of ours, but not only letters. */
void
openapi_string(struct text *out, Str text)
{
	text_char(out, '"');
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '"' || c == '\\')
			text_char(out, '\\');
		if ((unsigned char)c < 0x20)
			text_format(out, "\\u%04x", (unsigned)c);
		else
			text_char(out, c);
	}
	text_char(out, '"');
}

/* "/authorities/{area}/scorecard" and an ending. */
static void
add_path(struct text *out, const struct described *at, Str ending, struct arena *perm)
{
	struct text path = text_new(perm);
	Str rest = str_from(at->route->path, 1);
	while (rest.len > 0) {
		Str part = str_cut(&rest, '/');
		if (at->type && str_equal(part, S(":type")))
			part = record_type_segment(at->type, perm);
		bool name = part.at[0] == ':';
		text_format(&path, "/%s%.*s%s", name ? "{" : "", STR_ARG(str_from(part, name)), name ? "}" : "");
	}
	if (path.len == 0)
		text_char(&path, '/');
	text_add(&path, ending);
	openapi_string(out, text_str(&path));
}

static void
add_parameter(struct text *out, Str name, Str does, bool in_path, bool *first)
{
	text_add(out, *first ? S("") : S(","));
	*first = false;
	text_add(out, S("{\"name\":"));
	openapi_string(out, name);
	text_format(out, ",\"in\":\"%s\",\"required\":%s,", in_path ? "path" : "query",
	            in_path ? "true" : "false");
	text_add(out, S("\"schema\":{\"type\":\"string\"},\"description\":"));
	openapi_string(out, does);
	text_char(out, '}');
}

static Str
words_of(Str name)
{
	for (int i = 0; i < param_count; i++)
		if (str_equal(params[i].name, name))
			return params[i].does;
	if (str_equal(name, S("id")))
		return S("The number of an import, as the list of imports shows it");
	return S("Part of an address that a page gave");
}

static void
add_parameters(struct text *out, const struct described *at)
{
	const struct route *route = at->route;
	bool first = true;
	text_add(out, S("\"parameters\":["));
	Str rest = str_from(route->path, 1);
	while (rest.len > 0) {
		Str part = str_cut(&rest, '/');
		if (part.at[0] == ':' && !(at->type && str_equal(part, S(":type"))))
			add_parameter(out, str_from(part, 1), words_of(str_from(part, 1)), true, &first);
	}
	for (int i = 0; i < param_count; i++)
		if (route->takes & (unsigned)params[i].bit)
			add_parameter(out, params[i].name, params[i].does, false, &first);
	text_add(out, S("],"));
}

static void
add_operation(struct text *out, const struct described *at, Str type)
{
	const struct route *route = at->route;
	text_format(out, "\"%s\":{\"summary\":", route->method == POST ? "post" : "get");
	openapi_string(out, route->title);
	text_add(out, S(",\"description\":"));
	openapi_string(out, route->does);
	text_char(out, ',');
	add_parameters(out, at);
	if (route->need.access != OPEN && route->need.access != OPEN_BESIDE_OWN)
		text_add(out, S("\"security\":[{\"token\":[]}],"));
	if (route->method == POST) {
		if (at->type || route->view == deed_take_back || route->view == record_merge)
			openapi_body(out, at);
		openapi_responses(out, at);
		text_char(out, '}');
		return;
	}
	text_add(out, S("\"responses\":{\"200\":{\"description\":\"The answer\""));
	if (type.len) {
		text_add(out, S(",\"content\":{"));
		openapi_string(out, type);
		text_add(out, S(":{}}"));
	}
	text_add(out, S("},\"400\":{\"description\":\"The question is not well formed\"},"
	                "\"404\":{\"description\":\"Not known; the nearest names are in the answer\"}}}"));
}

/* All methods of one path stand in one object; a path's first row writes them. */
static bool
seen_before(int row)
{
	for (int i = 0; i < row; i++)
		if (str_equal(routes[i].path, routes[row].path))
			return true;
	return false;
}

static void
add_row(struct text *out, int row, const struct record_type *type, bool *first, struct arena *perm)
{
	text_add(out, *first ? S("\n") : S(",\n"));
	*first = false;
	add_path(out, &(struct described){ &routes[row], type }, S(""), perm);
	text_add(out, S(":{"));
	bool first_method = true;
	for (int i = row; i < route_count; i++)
		if (str_equal(routes[i].path, routes[row].path)) {
			text_add(out, first_method ? S("") : S(","));
			first_method = false;
			add_operation(out, &(struct described){ &routes[i], type }, routes[i].view ? S("text/html") : S(""));
		}
	text_char(out, '}');
}

static void
add_faces(struct text *out, const struct described *at, struct arena *perm)
{
	const struct route *route = at->route;
	if (!route->view || route->method != GET || str_equal(route->path, S("/")))
		return;
	for (int face = 0; face < FACES; face++) {
		if (face == FACE_TEXT || (face == FACE_DOCX && !route->paper))
			continue;
		Str name = face_name((enum face)face);
		text_add(out, S(",\n"));
		add_path(out, at, str_format(perm, ".%.*s", STR_ARG(name)), perm);
		text_add(out, S(":{"));
		add_operation(out, at, face_type((enum face)face));
		text_char(out, '}');
	}
}

/* Whether a page made for this type stands at the address of a row for any type. */
static bool
is_taken(const struct described *at, struct arena scratch)
{
	struct text path = text_new(&scratch);
	Str segment = record_type_segment(at->type, &scratch), rest = str_from(at->route->path, 1);
	while (rest.len > 0) {
		Str part = str_cut(&rest, '/');
		text_format(&path, "/%.*s", STR_ARG(str_equal(part, S(":type")) ? segment : part));
	}
	for (int i = 0; i < route_count; i++)
		if (str_equal(routes[i].path, text_str(&path)))
			return true;
	return false;
}

/* A row of the routes; one for any record type is written once for each. */
static void
add_addresses(struct text *out, int row, bool *first, struct arena *perm)
{
	int types = 1;
	bool generic = str_find(routes[row].path, S("/:type")) >= 0;
	const struct record_type *all = generic ? record_types_all(&types) : NULL;
	for (int t = 0; t < types; t++) {
		struct described at = { &routes[row], generic ? &all[t] : NULL };
		if (generic && is_taken(&at, *perm))
			continue;
		if (!seen_before(row))
			add_row(out, row, at.type, first, perm);
		add_faces(out, &at, perm);
	}
}

Str
openapi_text(struct arena *perm)
{
	struct text out = text_new(perm);
	bool first = true;
	text_add(&out, S("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Mainstay\",\"version\":\""
	                 MAINSTAY_VERSION "\",\"description\":\"Published workforce figures of English "
	                 "children\\u2019s social care, and councils\\u2019 own records. Each page is also a file: add "
	                 ".json, .csv, .xlsx or .html to its path. A form that is sent with a token, or to its path with "
	                 ".json, is answered as JSON.\"},\"paths\":{"));
	for (int i = 0; i < route_count; i++)
		add_addresses(&out, i, &first, perm);
	text_add(&out, S("\n},"));
	openapi_schemas(&out);
	text_add(&out, S("}\n"));
	return text_str(&out);
}
