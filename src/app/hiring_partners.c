/* hiring_partners.c: whom pipelines brought within some days, by partner and by route. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "practice/supply_hires.h"

static const struct column columns[] = {
	{ STR("by"), STR("By"), false, false }, { STR("which"), STR("Which"), false, false },
	{ STR("joined"), STR("Joined in these days"), true, false }, { STR("here"), STR("In that post on the last day"), true, false },
};

static Str
which_words(const struct supply_joined *row, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_PARTNER];
	if (row->by_route)
		return route_kinds[row->kind].words;
	if (!row->partner)
		return S("No partner is named");
	return str_format(perm, "%.*s (%.*s)", STR_ARG(said_text(TYPE_PARTNER, row->partner, "name")), STR_ARG(str_lower(value_words(
		&type->fields[field_find(type, S("kind"))], said_text(TYPE_PARTNER, row->partner, "kind"), perm), perm)));
}

const struct table *
hires_by_partner(const struct hiring_look *l, struct period when)
{
	struct arena *perm = l->own.perm;
	struct supply supply;
	struct supply_joined *joined;
	struct rows_made rows = { 0 };
	if (viewer_permit(l->own.ask->viewer, l->own.place->slug, GROUP_SUPPLY, l->own.ask->today).reach < REACH_PSEUDONYM)
		return NULL;
	supply_read(&supply, l->own.roster, when.last, perm);
	int count = supply_joined_by(&supply, when, &joined, perm);
	for (int i = 0; i < count; i++) {
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(joined[i].by_route ? S("Route") : S("Partner"));
		cells[1] = cell_text(which_words(&joined[i], perm));
		cells[2] = cell_figure(figure_whole(joined[i].joined), 0, UNIT_COUNT);
		cells[3] = cell_figure(figure_whole(joined[i].here), 0, UNIT_COUNT);
	}
	return count ? table_of(S("pipelines"), S("Whom pipelines brought, by partner and by route"), columns, countof(columns), rows, perm) : NULL;
}
