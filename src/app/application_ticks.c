/* application_ticks.c: several checks before a start at once: what was asked for, came, or was seen to on one day. */
#include "app/hiring_parts.h"

#include "app/estab.h"

/* What one tick of many may come to. A concern is of one check, and so is what is not needed: each has its words. */
static const char *const states[] = { "requested", "chased", "received" };

static bool
is_ticked_off(const struct record *check)
{
	int state = check_state_of(check);
	return check_stages.rows[state].ended || state == CHECK_CONCERN;
}

/* Whoever fills the form saw it, unless somebody else is written there. */
static const Str *
values_of(const struct hiring_look *l, const struct record *check, Str seen_by)
{
	const struct record_type *type = &record_types[TYPE_VETTING];
	Str *values = new(l->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = check->values[f];
	values[field_find(type, S("seen_by"))] = seen_by;
	return values;
}

static const struct pick *
picks_of(const struct hiring_look *l, const struct grouped_row *rows, int count, int *picked)
{
	struct arena *perm = l->own.perm;
	struct pick *picks = new(perm, count + 1, struct pick);
	*picked = 0;
	for (int i = 0; i < count; i++) {
		const struct record *check = rows[i].record;
		struct wanted_fault lack;
		if (is_ticked_off(check))
			continue;
		bool lacks = check_lacks(check, values_of(l, check, l->own.ask->viewer->account), CHECK_CLEARED, &lack);
		picks[(*picked)++] = (struct pick){ .value = check->ref, .words = check_title(check, perm),
			.hint = lacks ? str_format(perm, "Before it is cleared: choose it in the table. %.*s", STR_ARG(lack.words)) : S(""),
			.chosen = sents_ticks(l->own.ask->sent, S("tick"), check->ref) };
	}
	return picks;
}

static Str
wrong_at(struct wanted_fault fault, const struct hiring_look *l, const char *input)
{
	bool ticking = l->own.ask->sent && sents_has(l->own.ask->sent, S("ticking"));
	return ticking && str_equal(fault.input, str_of(input)) ? fault.words : S("");
}

void
add_ticks(struct document *doc, const struct hiring_look *l, const struct application *a, struct wanted_fault fault)
{
	struct arena *perm = doc->arena;
	const struct grouped_row *rows;
	int count = checks_of(l, a, &rows), picked;
	const struct pick *picks = picks_of(l, rows, count, &picked);
	struct pick *ways = new(perm, countof(states) + 1, struct pick);
	if (picked == 0)
		return;
	for (int i = 0; i < countof(states); i++)
		ways[i] = (struct pick){ .value = str_of(states[i]),
			.words = check_states[check_stages.moves[move_find(&check_stages, str_of(states[i]))].to].words };
	ways[countof(states)] = check_at_once;
	struct form *form = form_made(perm, own_href(&l->own, str_format(perm, "recruitment/%.*s/check", STR_ARG(a->ref))));
	form->id = S("tick");
	form->legend = S("Record what came");
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("ticking"), .value = S("yes") });
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("tick"), .label = S("Of which checks"), .picks = picks,
		.pick_count = picked, .error = wrong_at(fault, l, "tick") });
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("state"), .label = S("They are now"), .picks = ways,
		.pick_count = countof(states) + 1, .value = hiring_sent_or(l, "ticking", "state", S("")), .error = wrong_at(fault, l, "state") });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("On"), .width = 20,
		.value = hiring_sent_or(l, "ticking", "on", date_text(l->own.ask->day, perm)), .error = wrong_at(fault, l, "on") });
	form_input(form, perm, (struct input){ .name = S("seen_by"), .label = S("Seen by"), .width = 20,
		.value = hiring_sent_or(l, "ticking", "seen_by", l->own.ask->viewer->name), .error = wrong_at(fault, l, "seen_by") });
	form_button(form, perm, (struct button){ .words = S("Record it"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

/* ---- the deed ---------------------------------------------------------------------------------------- */

/* One that is ticked; false, with what is wrong, named. */
static bool
tick(const struct hiring_look *l, const struct record *check, const struct came *came, Str seen_by, struct changes *changes,
     struct wanted_fault *fault)
{
	struct arena *perm = l->own.perm;
	const struct record_type *type = &record_types[TYPE_VETTING];
	struct came this = *came;
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = check->values[f];
	if (came->to == CHECK_CLEARED)
		values[field_find(type, S("seen_by"))] = seen_by;
	if (came->through && check_state_of(check) == CHECK_RECEIVED)
		this = (struct came){ .move = move_find(&check_stages, S("cleared")), .to = CHECK_CLEARED, .on = came->on };
	if (is_ticked_off(check) || !check_follows(l, check, &this, fault) || check_lacks(check, values, this.to, fault)) {
		*fault = (struct wanted_fault){ S("tick"), str_format(perm, "%.*s: %.*s. Choose it in the table above to record it by itself",
			STR_ARG(check_title(check, perm)), STR_ARG(fault->words.len ? fault->words : S("It is not open"))) };
		return false;
	}
	check_came(changes, check, values, &this, perm);
	return true;
}

static bool
read_seen_by(const struct hiring_look *l, const struct came *came, Str *seen_by, struct wanted_fault *fault)
{
	const struct record_type *type = &record_types[TYPE_VETTING];
	struct misfit misfit;
	if (!value_read(&type->fields[field_find(type, S("seen_by"))], str_trim(sents_find(l->own.ask->sent, S("seen_by"))), seen_by, &misfit,
	                l->own.perm))
		*fault = (struct wanted_fault){ S("seen_by"), str_format(l->own.perm, "%.*s: %.*s",
			STR_ARG(str_capital(misfit.wrong, l->own.perm)), STR_ARG(misfit.mend)) };
	else if (came->to == CHECK_CLEARED && seen_by->len == 0)
		*fault = (struct wanted_fault){ S("seen_by"), S("Say who saw them") };
	return fault->words.len == 0;
}

struct answer
checks_tick(const struct hiring_look *l, const struct application *a)
{
	struct wanted_fault fault = { 0 };
	struct changes changes = changes_new(l->own.perm);
	const struct grouped_row *rows;
	struct came came;
	Str seen_by;
	int count = checks_of(l, a, &rows), asked = 0;
	bool sound = came_read(l, &came, &fault) && read_seen_by(l, &came, &seen_by, &fault);
	for (int i = 0; sound && i < count; i++)
		if (sents_ticks(l->own.ask->sent, S("tick"), rows[i].record->ref)) {
			sound = tick(l, rows[i].record, &came, seen_by, &changes, &fault);
			asked++;
		}
	if (sound && sents_ticked(l->own.ask->sent, S("tick")) > asked)
		fault = (struct wanted_fault){ S("tick"), S("A check that you chose is not there any more: look again, and choose") };
	else if (sound && asked == 0)
		fault = (struct wanted_fault){ S("tick"), S("Choose at least one check") };
	if (fault.words.len)
		return answer_of(WRONG, application_document(l, a, S("check"), fault));
	return hiring_did(l, &changes, str_format(l->own.perm, "checks of application %.*s", STR_ARG(a->ref)), S("It was not recorded"),
		href_of_application(&l->own, a->ref));
}
