/* unasked.c: names after the question mark that an address does not take. */
#include "web/routes.h"

#include "app/forecast_pages.h"
#include "app/views.h"
#include "web/site.h"

/* What mail programs and others add to a link: a person followed it, and nothing is asked by it. */
static const Str added[] = { STR("utm_source"), STR("utm_medium"), STR("utm_campaign"), STR("utm_term"), STR("utm_content"),
	STR("fbclid"), STR("gclid"), STR("msclkid"), STR("mc_cid"), STR("mc_eid") };

/* "columns.fte" is a box of "columns". */
static bool
takes_param(const struct route *route, const struct param *param, Str name)
{
	if (!(route->takes & (unsigned)param->bit))
		return false;
	Str rest = name, first = str_cut(&rest, '.');
	return str_equal(param->name, name) || (param->bit == TAKES_COLUMNS && rest.len && str_equal(param->name, first));
}

static bool
takes_name(const struct route *route, Str name)
{
	for (int i = 0; i < param_count; i++)
		if (takes_param(route, &params[i], name))
			return true;
	if (route->takes & TAKES_SCENARIOS && scenario_field(name))
		return true;
	return route->form == form_search && str_equal(name, S("place"));
}

static bool
is_added(Str name)
{
	for (int i = 0; i < countof(added); i++)
		if (str_equal(name, added[i]))
			return true;
	return false;
}

Str
route_unasked(const struct found *found, const struct sents *query)
{
	bool page = found->face == FACE_HTML;
	if (found->route->method == POST && !found->route->takes)
		return S("");                /* it asks by its form alone */
	for (int i = 0; i < query->count; i++) {
		Str name = query->at[i].name;
		if (!takes_name(found->route, name) && !(page && is_added(name)))
			return name.len ? name : S("=");
	}
	return S("");
}

/* The name that was meant: what differs least, where at most a third of its letters differ or it begins alike. */
static Str
nearest_name(const struct route *route, Str name)
{
	Str nearest = S("");
	int least = 0;
	for (int i = 0; i < param_count; i++) {
		if (!takes_param(route, &params[i], params[i].name))
			continue;
		Str is = params[i].name;
		int distance = name.len >= 3 && str_begins(is, name) ? 1 : str_distance(name, is);
		if (distance <= 1 + (int)is.len / 3 && (nearest.len == 0 || distance < least)) {
			nearest = is;
			least = distance;
		}
	}
	return nearest;
}

static Str
names_taken(const struct route *route, struct arena *perm)
{
	struct text names = text_new(perm);
	for (int i = 0; i < param_count; i++)
		if (takes_param(route, &params[i], params[i].name))
			text_format(&names, "%s%.*s", names.len ? ", " : "", STR_ARG(params[i].name));
	return text_str(&names);
}

struct answer
route_not_asked(const struct found *found, Str name, struct arena *perm)
{
	enum { NAME_SHOWN = 40 };
	Str nearest = nearest_name(found->route, name), names = names_taken(found->route, perm);
	struct text words = text_new(perm);
	text_format(&words, "\u201c%.*s\u201d after the question mark is nothing that can be asked here. ",
	            (int)(name.len < NAME_SHOWN ? name.len : NAME_SHOWN), name.at);
	if (nearest.len)
		text_format(&words, "Did you mean %.*s? ", STR_ARG(nearest));
	if (names.len)
		text_format(&words, "What can be asked: %.*s.", STR_ARG(names));
	else
		text_add(&words, S("Take away the question mark and what follows."));
	struct answer answer = answer_of(WRONG, document_new(perm, S("That cannot be asked here")));
	document_paragraph(&answer.document, text_str(&words));
	return answer;
}
