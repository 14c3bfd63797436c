/* requisition_round.c: a post that was approved goes into a round, or onto an open advert. */
#include "app/requisition_parts.h"

#include "app/estab.h"

static const struct record_type *const type = &record_types[TYPE_REQUISITION];

static bool
may_advertise(const struct hiring_look *l, const struct requisition *seat)
{
	return sight_record(&l->own.sight, type, seat->record, GROUP_REQUESTS).reach >= REACH_WRITE;
}

static bool
is_to_advertise(const struct requisition *seat)
{
	return seat->state == REQUISITION_APPROVED && !seat->round;
}

static Str
wrong_at(struct wanted_fault fault, const char *input)
{
	return str_equal(fault.input, str_of(input)) ? fault.words : S("");
}

static void
add_round_form(struct document *doc, const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, str_join(href_of_requisition(&l->own, seat->ref), S("/advertise"), perm));
	int rounds;
	const struct pick *open = hiring_round_picks(&l->own, &rounds);
	struct pick *picks = new(perm, rounds + 1, struct pick);
	if (rounds == 0)
		return;
	picks[0] = (struct pick){ .value = S(""), .words = S("Choose a round") };
	for (int i = 0; i < rounds; i++)
		picks[i + 1] = open[i];
	form->id = S("advertise");
	form_input(form, perm, (struct input){ .kind = INPUT_SELECT, .name = S("round"), .label = S("Round or open advert"), .picks = picks,
		.pick_count = rounds + 1, .value = hiring_sent_or(l, "round", "round", S("")), .error = wrong_at(fault, "round") });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("advertised_on"), .label = S("Advertised on"), .width = 20,
		.value = hiring_sent_or(l, "round", "advertised_on", date_text(l->own.ask->day, perm)), .error = wrong_at(fault, "advertised_on") });
	form_button(form, perm, (struct button){ .words = S("Put it in the round") });
	document_form(doc, form);
}

/* Where somebody goes on who recruits: the round, its panel, an application that came. */
static void
add_ways_on(struct document *doc, const struct hiring_look *l, const struct requisition *seat)
{
	const struct own *own = &l->own;
	struct run *runs = new(doc->arena, 3, struct run);
	Str round = seat->round->ref;
	int n = 0;
	runs[n++] = (struct run){ .text = S("Its candidates"), .href = href_of_board(own, str_format(doc->arena, "round=%.*s", STR_ARG(round))) };
	runs[n++] = (struct run){ .text = S("Add an application to the round"), .href = href_in_unit(own, S("recruitment/add"), NOT_THERE,
		str_format(doc->arena, "round=%.*s", STR_ARG(round))) };
	runs[n++] = (struct run){ .text = S("Who is on its panel, and what is scored"), .href = own_href(own, str_format(doc->arena,
		"recruitment/rounds/%.*s/panel", STR_ARG(round))) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

void
add_advertise(struct document *doc, const struct hiring_look *l, const struct requisition *seat, struct wanted_fault fault)
{
	bool ends = seat->state == REQUISITION_FILLED || seat->state == REQUISITION_REFUSED || seat->state == REQUISITION_WITHDRAWN;
	bool opens = hiring_writes(l, GROUP_CAMPAIGNS);
	if (seat->round && !ends && hiring_writes(l, GROUP_CANDIDATES)) {
		document_heading(doc, 2, S("Who applies"), S("round"));
		add_ways_on(doc, l, seat);
	}
	if (!is_to_advertise(seat) || !may_advertise(l, seat))
		return;
	document_heading(doc, 2, S("Advertise it"), S("round"));
	add_round_form(doc, l, seat, fault);
	if (opens)
		document_runs(doc, BLOCK_LIST, &(struct run){ .text = S("Begin another round first"),
			.href = own_href(&l->own, S("recruitment-rounds/new")) }, 1);
}

/* ---- the deed ------------------------------------------------------------------------------------------ */

static bool
is_open_round(const struct hiring_look *l, Str ref)
{
	int rounds;
	const struct pick *picks = hiring_round_picks(&l->own, &rounds);
	for (int i = 0; i < rounds; i++)
		if (str_equal(picks[i].value, ref))
			return true;
	return false;
}

struct answer
requisition_advertise(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct requisition *seat;
	struct changes changes = changes_new(perm);
	struct wanted_fault fault = { 0 };
	if (!requisition_take(world, ask, &l, &seat, &answer, perm))
		return answer;
	Str round = str_trim(sents_find(ask->sent, S("round"))), typed = str_trim(sents_find(ask->sent, S("advertised_on")));
	Date on = ask->day;
	if (!may_advertise(&l, seat))
		return answer_words(FORBIDDEN, S("This is not yours to advertise"), S("Whoever keeps the unit asks for the post, and puts it "
			"into a round."), perm);
	if (!is_to_advertise(seat))
		return answer_words(CHANGED, S("It is in a round already, or not approved"), S("Nothing was changed now."), perm);
	if (!is_open_round(&l, round))
		fault = (struct wanted_fault){ S("round"), S("Choose a round that is not closed") };
	else if ((typed.len && !date_parse(typed, &on)) || on.day > ask->day.day)
		fault = (struct wanted_fault){ S("advertised_on"), S("Enter a day that has come, for example 5 March 2026") };
	if (fault.words.len)
		return answer_of(WRONG, requisition_document(&l, seat, fault));
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = seat->record->values[f];
	values[field_find(type, S("round"))] = round;
	values[field_find(type, S("advertised_on"))] = date_iso(on, perm);
	record_alter(&changes, type, seat->record, values);
	return record_did(&l.own, &changes, str_format(perm, "requisition %.*s", STR_ARG(seat->ref)), S(""), S("Nothing was changed"),
		href_of_requisition(&l.own, seat->ref));
}
