/* hiring_steps.c: a step as it is asked for, and all that comes with it: checks that begin when an offer is accepted, the
 * post that is filled when somebody starts, the day by which a candidate is removed when it ends. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "app/retention.h"
#include "app/induction_parts.h"
#include "app/register_parts.h"
#include "base/london.h"

enum { REFERENCES = 2 };

/* ---- asked ------------------------------------------------------------------------------------------ */

static bool
wrong(struct wanted_fault *fault, const char *input, Str words)
{
	*fault = (struct wanted_fault){ str_of(input), words };
	return false;
}

/* A day that was typed; `otherwise` where nothing was. */
static bool
day_sent(const struct hiring_look *l, const char *input, Date otherwise, Date *day, struct wanted_fault *fault)
{
	Str typed = str_trim(sents_find(l->own.ask->sent, str_of(input)));
	*day = otherwise;
	return typed.len == 0 || date_parse(typed, day) ||
	       wrong(fault, input, S("Enter a day, for example 5 March 2026"));
}

static bool
text_sent(const struct hiring_look *l, enum type_id type, const char *field, const char *input, Str *value,
          struct wanted_fault *fault)
{
	struct misfit misfit;
	const struct record_type *of = &record_types[type];
	Str typed = str_trim(sents_find(l->own.ask->sent, str_of(input)));
	return value_read(&of->fields[field_find(of, str_of(field))], typed, value, &misfit, l->own.perm) ||
	       wrong(fault, input, str_format(l->own.perm, "%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, l->own.perm)),
	       STR_ARG(misfit.mend)));
}

bool
wanted_read(const struct hiring_look *l, struct wanted *wanted, struct wanted_fault *fault)
{
	int move = move_find(&application_stages, str_trim(sents_find(l->own.ask->sent, S("move"))));
	*wanted = (struct wanted){ 0 };
	if (move < 0)
		return wrong(fault, "move", S("Choose a step"));
	wanted->move = (enum application_move)move;
	if (!day_sent(l, "held_on", l->own.ask->day, &wanted->on, fault) ||
	    !day_sent(l, "due_on", (Date){ 0 }, &wanted->due, fault) || !day_sent(l, "starts_on", (Date){ 0 }, &wanted->starts, fault) ||
	    !text_sent(l, TYPE_STEP, "reason", "reason", &wanted->reason, fault) ||
	    !text_sent(l, TYPE_STEP, "note", "note", &wanted->note, fault) ||
	    !text_sent(l, TYPE_STEP, "due_at", "due_at", &wanted->at, fault) ||
	    !text_sent(l, TYPE_STEP, "place", "place", &wanted->place, fault) ||
	    !text_sent(l, TYPE_STEP, "minutes", "minutes", &wanted->minutes, fault) ||
	    !text_sent(l, TYPE_APPLICATION, "requisition", "seat", &wanted->seat, fault) ||
	    !text_sent(l, TYPE_APPLICATION, "fte", "fte", &wanted->fte, fault))
		return false;
	if (wanted->on.day > l->own.ask->day.day)
		return wrong(fault, "held_on", S("Enter a day that has come: a step is recorded when it has happened"));
	if (wanted->at.len && clock_read(wanted->at) < 0)
		return wrong(fault, "due_at", S("Enter a time of day, for example 09:30"));
	if (wanted->at.len && wanted->due.day == 0)
		return wrong(fault, "due_on", S("Say the day of the interview as well"));
	if (wanted->at.len)
		wanted->at = clock_text(clock_read(wanted->at), l->own.perm);
	if (application_stages.moves[move].reasoned && wanted->reason.len == 0)
		return wrong(fault, "reason", S("Say why it ends"));
	return true;
}

/* ---- the inputs --------------------------------------------------------------------------------------- */

static void
add_input(const struct hiring_look *l, struct form *form, struct input input, struct wanted_fault fault)
{
	if (str_equal(input.name, fault.input))
		input.error = fault.words;
	form_input(form, l->own.perm, input);
}

static void
add_moves(const struct hiring_look *l, struct form *form, uint32_t stages, struct wanted_fault fault)
{
	struct pick *picks = new(l->own.perm, APPLICATION_MOVES, struct pick);
	int n = 0;
	for (int m = 0; m < APPLICATION_MOVES; m++)
		if (application_stages.moves[m].from & stages)
			picks[n++] = (struct pick){ .value = application_stages.moves[m].code, .words = application_stages.moves[m].words };
	add_input(l, form, (struct input){ .kind = INPUT_RADIOS, .name = S("move"), .label = S("Step"), .picks = picks, .pick_count = n,
		.value = hiring_sent_or(l, "move", "move", n == 1 ? picks[0].value : S("")) }, fault);
}

static bool
is_to_be_had(const struct hiring_look *l, const struct application *a, int seat)
{
	enum requisition_state state = l->all.requisitions[seat].state;
	return state == REQUISITION_APPROVED || state == REQUISITION_ADVERTISED || seat == a->seat;
}

/* How near a post is to what somebody applied for: its round and role, its role, neither. */
enum { OF_ROUND_AND_ROLE, OF_ROLE, OF_NEITHER, NEARNESSES };

static int
nearness(const struct application *a, const struct requisition *seat)
{
	return seat->role != a->role ? OF_NEITHER : a->round && seat->round == a->round ? OF_ROUND_AND_ROLE : OF_ROLE;
}

static Str
seat_words(const struct hiring_look *l, const struct requisition *seat)
{
	Str unit = seat->unit == NOT_THERE ? S("") : unit_words(&l->own, seat->unit);
	Str post = seat->post == NOT_THERE ? S("post to be opened") : post_words(&l->own, seat->post);
	return str_format(l->own.perm, "%.*s in %.*s, %.*s FTE (%.*s)", STR_ARG(post), STR_ARG(unit), STR_ARG(fte_words(seat->fte, l->own.perm)),
		STR_ARG(seat->ref));
}

/* Posts that were approved and nobody has taken, the nearest first; where one alone is of the round and the role, it stands
 * there. */
static void
add_seats(const struct hiring_look *l, struct form *form, const struct application *a, struct wanted_fault fault)
{
	const struct recruitment *all = &l->all;
	struct pick *picks = new(l->own.perm, all->requisition_count + 1, struct pick);
	Str value = said_text(TYPE_APPLICATION, a->record, "requisition");
	int n = 0, nearest = 0;
	picks[n++] = (struct pick){ .value = S(""), .words = S("Choose a post, for an offer") };
	for (int near = 0; near < NEARNESSES; near++)
		for (int i = 0; i < all->requisition_count; i++) {
			if (!is_to_be_had(l, a, i) || nearness(a, &all->requisitions[i]) != near)
				continue;
			nearest += near == OF_ROUND_AND_ROLE;
			picks[n++] = (struct pick){ .value = all->requisitions[i].ref, .words = seat_words(l, &all->requisitions[i]) };
		}
	if (value.len == 0 && nearest == 1)
		value = picks[1].value;
	add_input(l, form, (struct input){ .kind = INPUT_SELECT, .name = S("seat"), .label = S("Post that is offered"), .picks = picks,
		.pick_count = n, .optional = true, .value = hiring_sent_or(l, "move", "seat", value) }, fault);
	add_input(l, form, (struct input){ .name = S("fte"), .label = S("FTE offered"), .width = 5, .numeric = true, .optional = true,
		.hint = S("Empty: the whole post"), .value = hiring_sent_or(l, "move", "fte", S("")) }, fault);
}

static void
add_reasons(const struct hiring_look *l, struct form *form, struct wanted_fault fault)
{
	const struct record_type *type = &record_types[TYPE_STEP];
	const struct field *reason = &type->fields[field_find(type, S("reason"))];
	struct pick *picks = new(l->own.perm, reason->choice_count + 1, struct pick);
	picks[0] = (struct pick){ .value = S(""), .words = S("It does not end") };
	for (int c = 0; c < reason->choice_count; c++)
		picks[c + 1] = (struct pick){ .value = reason->choices[c].code, .words = reason->choices[c].words };
	add_input(l, form, (struct input){ .kind = INPUT_SELECT, .name = S("reason"), .label = S("Why, where it ends"), .picks = picks,
		.pick_count = reason->choice_count + 1, .value = hiring_sent_or(l, "move", "reason", S("")), .optional = true }, fault);
}

static bool
allows(uint32_t stages, enum application_move move)
{
	return application_stages.moves[move].from & stages;
}

void
step_inputs(const struct hiring_look *l, struct form *form, uint32_t stages, const struct application *one,
            struct wanted_fault fault)
{
	struct arena *perm = l->own.perm;
	add_moves(l, form, stages, fault);
	if (one && allows(stages, MOVE_OFFER))
		add_seats(l, form, one, fault);
	if (one && allows(stages, MOVE_AGREE))
		add_input(l, form, (struct input){ .kind = INPUT_DATE, .name = S("starts_on"), .label = S("They start on"), .width = 20,
			.value = hiring_sent_or(l, "move", "starts_on", S("")) }, fault);
	add_reasons(l, form, fault);
	add_input(l, form, (struct input){ .kind = INPUT_DATE, .name = S("held_on"), .label = S("On"), .width = 20,
		.value = hiring_sent_or(l, "move", "held_on", date_text(l->own.ask->day, perm)) }, fault);
	add_input(l, form, (struct input){ .kind = INPUT_DATE, .name = S("due_on"), .label = S("What comes next is due on"), .width = 20,
		.optional = true, .hint = S("The day of the assessment; the day by which an answer is wanted"),
		.value = hiring_sent_or(l, "move", "due_on", S("")) }, fault);
	if (allows(stages, MOVE_INVITE)) {
		add_input(l, form, (struct input){ .name = S("due_at"), .label = S("At what time, of an interview"), .width = 5, .optional = true,
			.hint = S("For example 09:30"), .value = hiring_sent_or(l, "move", "due_at", S("")) }, fault);
		add_input(l, form, (struct input){ .name = S("minutes"), .label = S("Minutes it takes"), .width = 3, .numeric = true, .optional = true,
			.hint = S("Empty: an hour"), .value = hiring_sent_or(l, "move", "minutes", S("")) }, fault);
		add_input(l, form, (struct input){ .name = S("place"), .label = S("Where, of an interview"), .optional = true,
			.value = hiring_sent_or(l, "move", "place", S("")) }, fault);
	}
	add_input(l, form, (struct input){ .kind = INPUT_NOTE, .name = S("note"), .label = S("Note"), .optional = true,
		.value = hiring_sent_or(l, "move", "note", S("")) }, fault);
}

/* ---- the changes ---------------------------------------------------------------------------------------- */

struct stepping {
	const struct hiring_look *l;
	const struct application *a;
	const struct wanted *wanted;
	struct changes *changes;
	int *taken;
};

static Str
add_record(const struct stepping *s, enum type_id type, struct period when, const struct valued *valued, int count)
{
	return record_made(&(struct deed_made){ &s->l->own, s->changes, s->taken }, type, when, valued, count);
}

static void
alter_record(const struct stepping *s, enum type_id type, const struct record *record, const struct valued *valued, int count)
{
	record_changed(&(struct deed_made){ &s->l->own, s->changes, s->taken }, type, record, valued, count);
}

/* How many checks of a kind there are already: who applied by the public form named their referees. Those have their day
 * from now on. */
static int
checks_there(const struct stepping *s, int kind, Str due)
{
	const struct records *all = &s->l->own.council->of[TYPE_VETTING];
	int count = 0;
	for (int i = 0; i < all->count; i++) {
		const struct record *check = &all->at[i];
		if (!str_equal(said_text(TYPE_VETTING, check, "application"), s->a->ref) ||
		    !str_equal(said_text(TYPE_VETTING, check, "kind"), check_kinds[kind].code))
			continue;
		count++;
		if (!said_text(TYPE_VETTING, check, "due_on").len)
			alter_record(s, TYPE_VETTING, check, (struct valued[]){ { "due_on", due } }, 1);
	}
	return count;
}

/* Every check there is begins, a reference twice. */
static void
begin_checks(const struct stepping *s)
{
	struct arena *perm = s->l->own.perm;
	Str due = date_iso((Date){ s->wanted->on.day + hiring_term(&s->l->own, TERM_CHECK, s->wanted->on) }, perm);
	for (int k = 0; k < CHECK_KINDS; k++)
		for (int times = checks_there(s, k, due); times < (k == CHECK_REFERENCE ? REFERENCES : 1); times++)
			add_record(s, TYPE_VETTING, (struct period){ 0 }, (struct valued[]){ { "application", s->a->ref },
				{ "kind", check_kinds[k].code }, { "state", check_states[CHECK_NOT_STARTED].code }, { "due_on", due } }, 4);
}

/* Whoever starts: the person, where they are not here already, and their time in the post of the seat. */
static bool
begin_post(const struct stepping *s, struct error *err)
{
	const struct recruitment *all = &s->l->all;
	const struct requisition *seat = s->a->seat == NOT_THERE ? NULL : &all->requisitions[s->a->seat];
	struct arena *perm = s->l->own.perm;
	if (!seat || seat->post == NOT_THERE)
		return fail(err, "the post that was offered is not open yet: open the post of its ticket first");
	int known = s->a->candidate ? candidate_person(&s->l->returners, s->a->candidate) : NOT_THERE;
	Str person = known == NOT_THERE ? S("") : all->roster->people[known].ref, fte = said_text(TYPE_APPLICATION, s->a->record, "fte");
	Str number = said_text(TYPE_CANDIDATE, s->a->candidate, "swe_number");
	struct period when = { s->wanted->on, DATE_OPEN };
	if (person.len == 0)
		person = add_record(s, TYPE_PERSON, (struct period){ 0 }, (struct valued[]){
			{ "given_names", said_text(TYPE_CANDIDATE, s->a->candidate, "given_names") },
			{ "family_name", said_text(TYPE_CANDIDATE, s->a->candidate, "family_name") } }, 2);
	if (number.len && !registered_on(s->l->own.council, (struct registered){ person, number }, s->wanted->on))
		add_record(s, TYPE_REGISTRATION, when, (struct valued[]){ { "person", person }, { "number", number } }, 2);
	Str spell = add_record(s, TYPE_SPELL, when, (struct valued[]){ { "person", person },
		{ "post", all->roster->posts[seat->post].ref }, { "basis", S("permanent") },
		{ "fte", fte.len ? fte : fte_words(seat->fte > FTE_ONE ? FTE_ONE : seat->fte, perm) } }, 4);
	const struct post_row *row = post_on(all->roster, seat->post, s->wanted->on);
	induction_begin(&s->l->own, &(struct starter){ person, spell, row ? row->role : seat->role, s->wanted->on }, s->changes, s->taken);
	alter_record(s, TYPE_APPLICATION, s->a->record, (struct valued[]){ { "spell", spell } }, 1);
	alter_record(s, TYPE_CANDIDATE, s->a->candidate, (struct valued[]){ { "colleague", person }, { "remove_on", S("") } }, 2);
	return true;
}

/* What else a step changes, besides being recorded. */
static bool
come_with(const struct stepping *s, struct error *err)
{
	const struct wanted *w = s->wanted;
	struct arena *perm = s->l->own.perm;
	bool ends = application_stages.rows[application_stages.moves[w->move].to].ended && w->move != MOVE_CONFIRM && w->move != MOVE_LEAVE;
	switch (w->move) {
	case MOVE_OFFER:
		if (w->seat.len == 0)
			return fail(err, "an offer is of a post: choose which");
		alter_record(s, TYPE_APPLICATION, s->a->record, (struct valued[]){ { "requisition", w->seat }, { "fte", w->fte } }, 2);
		return true;
	case MOVE_ACCEPT:
		begin_checks(s);
		return true;
	case MOVE_CLEAR:
		return checks_open(&s->a->checks) == 0 || fail(err, "%.*s to be cleared first", STR_ARG(counted(
			checks_open(&s->a->checks), "check is", "checks are", perm)));
	case MOVE_AGREE:
		if (w->starts.day == 0)
			return fail(err, "a start is agreed for a day: say on which they start");
		alter_record(s, TYPE_APPLICATION, s->a->record, (struct valued[]){ { "starts_on", date_iso(w->starts, perm) } }, 1);
		return true;
	case MOVE_START:
		return begin_post(s, err);
	case MOVE_CONFIRM:
		alter_record(s, TYPE_APPLICATION, s->a->record, (struct valued[]){ { "probation_on", date_iso(w->on, perm) } }, 1);
		return true;
	default:
		if (ends && s->a->candidate && !str_equal(said_text(TYPE_CANDIDATE, s->a->candidate, "keep_in_touch"), S("yes")))
			alter_record(s, TYPE_CANDIDATE, s->a->candidate, (struct valued[]){
				{ "remove_on", date_iso(term_after(w->on, retention_term(s->l->own.world, s->l->own.place->slug, KEEP_CANDIDATE, perm)), perm) } }, 1);
		return true;
	}
}

bool
step_changes(const struct hiring_look *l, const struct application *a, const struct wanted *wanted,
             struct changes *changes, int taken[RECORD_TYPES], struct error *err)
{
	struct stepping s = { l, a, wanted, changes, taken };
	struct arena *perm = l->own.perm;
	if (stage_after(&application_stages, (int)a->stage, (int)wanted->move) < 0)
		return fail(err, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d", STR_ARG(application_moves[wanted->move].words),
			STR_ARG(application_stages.rows[a->stage].words));
	if (!come_with(&s, err))
		return false;
	add_record(&s, TYPE_STEP, (struct period){ 0 }, (struct valued[]){ { "application", a->ref },
		{ "move", application_moves[wanted->move].code }, { "held_on", date_iso(wanted->on, perm) },
		{ "turn", str_format(perm, "%d", a->step_count + 1) }, { "reason", wanted->reason }, { "note", wanted->note },
		{ "due_on", wanted->due.day ? date_iso(wanted->due, perm) : S("") }, { "made_by", l->own.ask->viewer->account },
		{ "due_at", wanted->at }, { "place", wanted->place }, { "minutes", wanted->minutes } }, 11);
	return true;
}
