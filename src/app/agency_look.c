/* agency_look.c: who sees what of agency use, its addresses and words. */
#include "app/agency_parts.h"

/* Whether all that lets the viewer know of assignments lets them read qualifications as well. */
static bool
reads_qualifications(const struct own *own)
{
	const struct viewer *viewer = own->ask->viewer;
	bool reads = true;
	for (int g = 0; g < viewer->grant_count; g++)
		if (str_equal(viewer->grants[g].authority, own->place->slug) &&
		    grant_permit(&viewer->grants[g], GROUP_TERMS).reach >= REACH_PSEUDONYM)
			reads = reads && grant_permit(&viewer->grants[g], GROUP_REGISTRATION).reach >= REACH_READ;
	return reads;
}

struct agency_of
agency_of_council(const struct own *own)
{
	const struct areas *areas = &own->world->published.areas;
	int region = own->place->parent;
	while (region != NO_AREA && areas->at[region].level == REGION && areas->at[region].parent != NO_AREA &&
	       areas->at[areas->at[region].parent].level == REGION)
		region = areas->at[region].parent;
	return (struct agency_of){ region == NO_AREA ? S("") : areas->at[region].name, own->ask->day,
		reads_qualifications(own) };
}

bool
agency_settle(const struct world *world, const struct ask *ask, struct agency_look *l, struct answer *why,
              struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	agency_read(&l->agency, l->own.roster, agency_of_council(&l->own), perm);
	l->whole = sight_total(&l->own.sight, NOT_THERE, GROUP_TERMS).reach >= REACH_READ;
	return true;
}

/* ---- sight ------------------------------------------------------------------------------------- */

static enum reach
reach_of(const struct agency_look *l, const struct assignment *a)
{
	return sight_record(&l->own.sight, &record_types[TYPE_ASSIGNMENT], a->record, GROUP_TERMS).reach;
}

bool
agency_here(const struct agency_look *l, int unit)
{
	return l->own.unit == NOT_THERE || (unit != NOT_THERE &&
		unit_within(l->own.roster, unit, l->own.unit, l->own.ask->day));
}

bool
agency_sees(const struct agency_look *l, const struct assignment *a)
{
	return agency_here(l, a->unit) && reach_of(l, a) >= REACH_PSEUDONYM;
}

bool
agency_reads(const struct agency_look *l, const struct assignment *a)
{
	return reach_of(l, a) >= REACH_READ;
}

bool
agency_writes(const struct agency_look *l, const struct assignment *a)
{
	return reach_of(l, a) >= REACH_WRITE;
}

bool
agency_request_seen(const struct agency_look *l, const struct agency_request *q)
{
	return sight_record(&l->own.sight, &record_types[TYPE_AGENCY_REQUEST], q->record, GROUP_REQUESTS).reach >= REACH_READ;
}

bool
agency_decides(const struct agency_look *l, int unit)
{
	return unit != NOT_THERE && sight_unit(&l->own.sight, unit, GROUP_APPROVALS).reach >= REACH_WRITE;
}

/* ---- addresses --------------------------------------------------------------------------------- */

Str
href_in_agency(const struct agency_look *l, Str rest)
{
	return href_in_unit(&l->own, rest, l->own.unit, S(""));
}

Str
href_of_assignment(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "agency/assignments/%.*s", STR_ARG(ref)));
}

Str
href_of_agency_request(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "agency/requests/%.*s", STR_ARG(ref)));
}

static const struct { Str rest, words; bool filtered; } places[AGENCY_PAGES] = {
	[AGENCY_PAGE] = { STR("agency"), STR("Assignments"), true },
	[AGENCY_REQUESTS_PAGE] = { STR("agency/requests"), STR("Asked for"), true },
	[AGENCY_COSTS_PAGE] = { STR("agency/costs"), STR("Cost"), true },
	[AGENCY_CONVERSIONS_PAGE] = { STR("agency/conversions"), STR("Becoming permanent"), true },
	[AGENCY_QUARTERS_PAGE] = { STR("agency/quarters"), STR("Quarterly return"), false },
};

static struct input
unit_choice(const struct agency_look *l)
{
	const struct own *own = &l->own;
	const struct roster *r = own->roster;
	int *units = new(own->perm, r->unit_count + 1, int), *depths = new(own->perm, r->unit_count + 1, int), used = 0;
	int count = roster_tree(r, own->ask->day, units, depths);
	struct pick *picks = new(own->perm, count + 1, struct pick);
	picks[used++] = (struct pick){ .words = S("All that you see") };
	for (int i = 0; i < count; i++)
		if (sight_unit(&own->sight, units[i], GROUP_TERMS).reach >= REACH_PSEUDONYM)
			picks[used++] = (struct pick){ .value = r->units[units[i]].ref, .words = unit_words(own, units[i]) };
	return (struct input){ .kind = INPUT_SELECT, .name = S("unit"), .label = S("Unit"), .picks = picks, .pick_count = used,
		.value = own->unit == NOT_THERE ? S("") : r->units[own->unit].ref };
}

void
add_agency_places(struct document *doc, const struct agency_look *l, enum agency_page page)
{
	const struct ask *ask = l->own.ask;
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, AGENCY_PAGES, struct pick);
	int count = 0;
	for (int p = 0; p < AGENCY_PAGES; p++)
		if (p != AGENCY_QUARTERS_PAGE || l->whole)
			picks[count++] = (struct pick){ .words = places[p].words, .chosen = p == (int)page,
				.value = href_in_agency(l, places[p].rest) };
	document_choices(doc, S("Agency"), picks, count);
	if (!ask->page_only || !places[page].filtered)
		return;
	struct input *inputs = new(perm, 3, struct input);
	count = 0;
	inputs[count++] = (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("As at"), .width = 20,
		.value = date_text(ask->day, perm) };
	inputs[count++] = unit_choice(l);
	if (ask->show.len)
		inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("show"), .value = ask->show };
	form_add(doc, (struct form){ .asks = true, .id = S("as-at"), .in_a_row = true, .action = str_format(perm,
		"/authorities/%.*s/%.*s", STR_ARG(l->own.place->slug), STR_ARG(places[page].rest)) }, inputs, count,
		(struct button){ .words = S("Show"), .tone = BUTTON_SECOND });
}

/* ---- words and cells --------------------------------------------------------------------------- */

Str
assignment_who(const struct agency_look *l, const struct assignment *a)
{
	Str who = a->person == NOT_THERE ? (Str){ 0 } : person_words(&l->own, a->person);
	return who.len ? who : str_format(l->own.perm, "Assignment %.*s", STR_ARG(a->ref));
}

struct cell
verdict_cell(enum agency_verdict verdict)
{
	static const int tones[AGENCY_VERDICTS] = { [VERDICT_PASS] = TAG_GREEN, [VERDICT_OUTSIDE] = TAG_GREY,
		[VERDICT_UNKNOWN] = TAG_YELLOW, [VERDICT_SIGNED] = TAG_BLUE, [VERDICT_BREACH] = TAG_RED };
	return cell_tag(agency_verdict_words(verdict), tones[verdict]);
}

struct cell
money_cell(int64_t pence)
{
	return pence == NO_PENCE ? blank_cell() : cell_figure(figure_micro(pence * (MICRO / 100)), 2, UNIT_POUNDS);
}

Str
record_text_of(const struct record_type *type, const struct record *record, const char *field)
{
	return record_value(type, record, str_of(field));
}
