/* application_checks.c: the checks before somebody starts: how far each is, and recording what came. What a certificate
 * says is never asked for. */
#include "app/hiring_parts.h"

#include "app/estab.h"

/* ---- as a table --------------------------------------------------------------------------------------- */

enum { C_KIND, C_STATE, C_OWNER, C_DUE, C_REQUESTED, C_CHASED, C_RECEIVED, C_CLEARED, C_EXPIRES, C_SEEN, C_COLUMNS };
static const struct column check_columns[C_COLUMNS] = {
	[C_KIND] = { STR("check"), STR("Check"), false, false }, [C_STATE] = { STR("state"), STR("State"), false, false },
	[C_OWNER] = { STR("owner"), STR("Who sees to it"), false, false }, [C_DUE] = { STR("due_on"), STR("Due"), false, false },
	[C_REQUESTED] = { STR("requested_on"), STR("Requested"), false, false },
	[C_CHASED] = { STR("chased_on"), STR("Chased"), false, false },
	[C_RECEIVED] = { STR("received_on"), STR("Received"), false, false },
	[C_CLEARED] = { STR("cleared_on"), STR("Cleared"), false, false },
	[C_EXPIRES] = { STR("expires_on"), STR("Expires"), false, false }, [C_SEEN] = { STR("seen_by"), STR("Seen by"), false, false },
};
static const int tones[CHECK_STATES] = { [CHECK_NOT_STARTED] = TAG_GREY, [CHECK_REQUESTED] = TAG_BLUE, [CHECK_CHASED] = TAG_BLUE,
	[CHECK_RECEIVED] = TAG_YELLOW, [CHECK_CONCERN] = TAG_RED, [CHECK_CLEARED] = TAG_GREEN, [CHECK_NOT_NEEDED] = TAG_GREY };

static Str
text_of(const struct record *check, const char *field)
{
	return said_text(TYPE_VETTING, check, field);
}

static struct cell
day_cell(const struct record *check, const char *field, struct arena *perm)
{
	Date day;
	return cell_text(date_parse(text_of(check, field), &day) ? day_words(day, perm) : S(""));
}

int
check_state_of(const struct record *check)
{
	for (int s = 0; s < CHECK_STATES; s++)
		if (str_equal(check_states[s].code, text_of(check, "state")))
			return s;
	return CHECK_NOT_STARTED;
}

Str
check_title(const struct record *check, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_VETTING];
	Str kind = value_words(&type->fields[field_find(type, S("kind"))], text_of(check, "kind"), perm);
	Str referee = text_of(check, "referee");
	return referee.len ? str_format(perm, "%.*s: %.*s", STR_ARG(kind), STR_ARG(referee)) : kind;
}

static void
check_cells(struct cell *cells, const struct hiring_look *l, const struct application *a, const struct record *check)
{
	struct arena *perm = l->own.perm;
	int state = check_state_of(check);
	Date due;
	cells[C_KIND] = cell_link(check_title(check, perm), str_format(perm, "%.*s%show=%.*s#check", STR_ARG(href_of_application(&l->own,
		a->ref)), l->own.ask->on.len ? "&" : "?", STR_ARG(check->ref)));
	cells[C_STATE] = cell_tag(check_states[state].words, tones[state]);
	if (!check_stages.rows[state].ended && date_parse(text_of(check, "due_on"), &due) && due.day < l->own.ask->day.day)
		cells[C_STATE].note = S("late");
	cells[C_OWNER] = cell_text(text_of(check, "owner"));
	cells[C_DUE] = day_cell(check, "due_on", perm);
	cells[C_REQUESTED] = day_cell(check, "requested_on", perm);
	cells[C_CHASED] = day_cell(check, "chased_on", perm);
	cells[C_RECEIVED] = day_cell(check, "received_on", perm);
	cells[C_CLEARED] = day_cell(check, "cleared_on", perm);
	cells[C_EXPIRES] = day_cell(check, "expires_on", perm);
	cells[C_SEEN] = cell_text(text_of(check, "seen_by"));
}

/* ---- recording what came ---------------------------------------------------------------------------------- */

/* What may be said of a check besides its state and the day: of all kinds, or of some (bits); and what is missing when it
 * goes to a state without it. */
#define KIND(kind) (1u << CHECK_##kind)
#define EVERY_KIND ((1u << CHECK_KINDS) - 1)
static const struct { struct asked_field asked; uint32_t kinds; int needed_at; Str missing; } said[] = {
	{ { "referee", false, NULL }, KIND(REFERENCE), CHECK_CLEARED, STR("Say whose reference it is") },
	{ .asked = { "referee_email", false, NULL }, .kinds = KIND(REFERENCE) },
	{ .asked = { "covers_from", false, NULL }, .kinds = KIND(REFERENCE) },
	{ .asked = { "covers_to", false, NULL }, .kinds = KIND(REFERENCE) },
	{ .asked = { "last_employer", false, NULL }, .kinds = KIND(REFERENCE) },
	{ { "level", false, NULL }, KIND(DBS), CHECK_CLEARED, STR("Say the level of the DBS check") },
	{ .asked = { "number", false, NULL }, .kinds = KIND(DBS) | KIND(OVERSEAS_POLICE) | KIND(QUALIFICATION) },
	{ { "seen_by", false, NULL }, EVERY_KIND, CHECK_CLEARED, STR("Say who saw it") },
	{ .asked = { "expires_on", false, NULL }, .kinds = KIND(RIGHT_TO_WORK) | KIND(REGISTRATION) | KIND(DBS) | KIND(HEALTH) },
	{ .asked = { "owner", false, NULL }, .kinds = EVERY_KIND }, { .asked = { "due_on", false, NULL }, .kinds = EVERY_KIND },
	{ { "not_needed_why", false, NULL }, EVERY_KIND, CHECK_NOT_NEEDED, STR("Say why it is not needed") },
};
const struct pick check_at_once = { .value = STR("at_once"), .words = STR("Received and cleared") };
static const char *const day_fields[CHECK_STATES] = { [CHECK_REQUESTED] = "requested_on", [CHECK_CHASED] = "chased_on",
	[CHECK_RECEIVED] = "received_on", [CHECK_CLEARED] = "cleared_on" };

static bool
is_said_of(int i, const struct record *check)
{
	int kind = code_place(check_kinds, CHECK_KINDS, text_of(check, "kind"));
	return kind != NOT_THERE && (said[i].kinds >> kind & 1u);
}

bool
check_lacks(const struct record *check, const Str *values, int to, struct wanted_fault *lack)
{
	const struct record_type *type = &record_types[TYPE_VETTING];
	for (int i = 0; i < countof(said); i++) {
		Str field = str_of(said[i].asked.name);
		if (!said[i].missing.len || said[i].needed_at != to || !is_said_of(i, check) || values[field_find(type, field)].len)
			continue;
		*lack = (struct wanted_fault){ field, said[i].missing };
		return true;
	}
	return false;
}

static struct record_form
fields_of(const struct hiring_look *l, const struct record *check)
{
	struct asked_field *asked = new(l->own.perm, countof(said), struct asked_field);
	int count = 0;
	for (int i = 0; i < countof(said); i++)
		if (is_said_of(i, check))
			asked[count++] = said[i].asked;
	struct record_form form = record_form_of(&l->own, TYPE_VETTING, asked, count);
	record_form_take(&form, check);
	Str *seen_by = record_form_value(&form, "seen_by");
	if (seen_by->len == 0 && !l->own.ask->viewer->all)
		*seen_by = l->own.ask->viewer->name;
	return form;
}

static Str
fault_at(struct wanted_fault fault, const char *input)
{
	return str_equal(fault.input, str_of(input)) ? fault.words : S("");
}

/* Only the states that its own allows; and both moves in one, of what is seen to as it comes. */
static struct input
states_input(const struct hiring_look *l, const struct record *check, struct wanted_fault fault)
{
	struct pick *states = new(l->own.perm, check_stages.move_count + 1, struct pick);
	int n = 0;
	for (int m = 0; m < check_stages.move_count; m++)
		if (stage_after(&check_stages, check_state_of(check), m) >= 0)
			states[n++] = (struct pick){ .value = check_stages.moves[m].code,
				.words = check_states[check_stages.moves[m].to].words };
	if (stage_after(&check_stages, check_state_of(check), move_find(&check_stages, S("received"))) >= 0)
		states[n++] = check_at_once;
	return (struct input){ .kind = INPUT_RADIOS, .name = S("state"), .label = S("It is now"), .picks = states, .pick_count = n,
		.value = hiring_sent_or(l, "check", "state", S("")), .error = fault_at(fault, "state") };
}

static void
add_check_form(struct document *doc, const struct hiring_look *l, const struct application *a, const struct record *check,
               struct wanted_fault fault)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, own_href(&l->own, str_format(perm, "recruitment/%.*s/check", STR_ARG(a->ref))));
	struct record_form fields = fields_of(l, check);
	form->id = S("check");
	form->legend = str_format(perm, "Record what came: %.*s", STR_ARG(check_title(check, perm)));
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("check"), .value = check->ref });
	form_input(form, perm, states_input(l, check, fault));
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("On"), .width = 20,
		.value = hiring_sent_or(l, "check", "on", date_text(l->own.ask->day, perm)), .error = fault_at(fault, "on") });
	if (l->own.ask->sent && sents_has(l->own.ask->sent, S("check"))) {
		record_form_read(&fields);
		if (fault.words.len && !fault_at(fault, "state").len && !fault_at(fault, "on").len)
			record_form_complain(&fields, str_c(fault.input, perm), fault.words);
	}
	record_form_inputs(&fields, form);
	form_button(form, perm, (struct button){ .words = S("Record it"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

int
checks_of(const struct hiring_look *l, const struct application *a, const struct grouped_row **rows)
{
	struct grouped checks = grouped_by(&l->own.council->of[TYPE_VETTING], S("application"), l->own.perm);
	int first, count = grouped_find(&checks, a->ref, &first);
	*rows = checks.rows + first;
	return count;
}

/* The check that was asked for, or sent; NULL: none was. */
static const struct record *
check_chosen(const struct hiring_look *l, const struct grouped_row *rows, int count)
{
	Str ref = l->own.ask->sent ? str_trim(sents_find(l->own.ask->sent, S("check"))) : l->own.ask->how;
	for (int i = 0; i < count; i++)
		if (str_equal(rows[i].record->ref, ref))
			return rows[i].record;
	return NULL;
}

void
add_checks(struct document *doc, const struct hiring_look *l, const struct application *a, struct wanted_fault fault)
{
	static const Str dropped[] = { STR("requested_on"), STR("chased_on"), STR("received_on"), STR("cleared_on") };
	struct rows_made made = { 0 };
	const struct grouped_row *rows;
	int count = checks_of(l, a, &rows);
	bool open = a->stage == AT_CHECKING || a->stage == AT_CLEARED || a->stage == AT_AGREED;
	if (count == 0 || !hiring_writes(l, GROUP_VETTING))
		return;
	witness_saw(l->own.ask, GROUP_VETTING, str_format(doc->arena, "application %.*s", STR_ARG(a->ref)));
	for (int i = 0; i < count; i++)
		check_cells(rows_push(&made, C_COLUMNS, doc->arena), l, a, rows[i].record);
	struct table *table = table_of(S("checks"), S("Checks before start"), check_columns, C_COLUMNS, made, doc->arena);
	document_heading(doc, 2, S("Checks before start"), S("checks"));
	document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	doc->data = table;
	const struct record *chosen = check_chosen(l, rows, count);
	if (open && chosen)
		add_check_form(doc, l, a, chosen, fault);
	else if (open)
		add_ticks(doc, l, a, fault);
}

/* ---- the deed ------------------------------------------------------------------------------------------------ */

static const struct record *
check_sent(const struct hiring_look *l, const struct application *a)
{
	const struct grouped_row *rows;
	Str ref = str_trim(sents_find(l->own.ask->sent, S("check")));
	int count = checks_of(l, a, &rows);
	for (int i = 0; i < count; i++)
		if (str_equal(rows[i].record->ref, ref))
			return rows[i].record;
	return NULL;
}

bool
came_read(const struct hiring_look *l, struct came *came, struct wanted_fault *fault)
{
	Str day = str_trim(sents_find(l->own.ask->sent, S("on"))), code = str_trim(sents_find(l->own.ask->sent, S("state")));
	bool through = str_equal(code, check_at_once.value);
	int move = move_find(&check_stages, through ? S("received") : code);
	*came = (struct came){ .move = move, .to = through ? CHECK_CLEARED : move < 0 ? 0 : check_stages.moves[move].to, .through = through,
		.on = l->own.ask->day };
	if (move < 0)
		*fault = (struct wanted_fault){ S("state"), S("Choose what came of it") };
	else if ((day.len && !date_parse(day, &came->on)) || came->on.day > l->own.ask->day.day)
		*fault = (struct wanted_fault){ S("on"), S("Enter a day that has come, for example 5 March 2026") };
	return fault->words.len == 0;
}

bool
check_follows(const struct hiring_look *l, const struct record *check, const struct came *came, struct wanted_fault *fault)
{
	if (stage_after(&check_stages, check_state_of(check), came->move) >= 0)
		return true;
	*fault = (struct wanted_fault){ S("state"), str_format(l->own.perm, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d",
		STR_ARG(came->through ? check_at_once.words : check_states[came->to].words), STR_ARG(check_states[check_state_of(check)].words)) };
	return false;
}

/* One move: the record that it leaves behind. */
static struct record
moved(struct changes *changes, const struct record *check, const Str *values, int to, Date on, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_VETTING];
	Str *after = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		after[f] = values[f];
	after[field_find(type, S("state"))] = check_states[to].code;
	if (day_fields[to])
		after[field_find(type, str_of(day_fields[to]))] = date_iso(on, perm);
	record_alter(changes, type, check, after);
	return changes->at[changes->count - 1].after;
}

void
check_came(struct changes *changes, const struct record *check, const Str *values, const struct came *came, struct arena *perm)
{
	if (!came->through) {
		(void)moved(changes, check, values, came->to, came->on, perm);
		return;
	}
	struct record received = moved(changes, check, values, CHECK_RECEIVED, came->on, perm);
	(void)moved(changes, &received, received.values, CHECK_CLEARED, came->on, perm);
}

static struct answer
record_check_of(const struct hiring_look *l, const struct application *a, const struct record *check, struct record_form *form,
                struct came came)
{
	struct arena *perm = l->own.perm;
	struct changes changes = changes_new(perm);
	check_came(&changes, check, form->values, &came, perm);
	return hiring_did(l, &changes, str_format(perm, "check %.*s", STR_ARG(check->ref)), S("It was not recorded"),
		href_of_application(&l->own, a->ref));
}

struct answer
application_check(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	const struct application *a;
	struct wanted_fault fault = { 0 };
	struct came came;
	if (!hiring_take(world, ask, &l, &a, &answer, perm))
		return answer;
	if (sents_has(ask->sent, S("ticking")))
		return checks_tick(&l, a);
	const struct record *check = check_sent(&l, a);
	if (!check)
		return answer_words(UNKNOWN, S("There is no such check"), S("Choose one of the checks of the application."), perm);
	if (!came_read(&l, &came, &fault) || !check_follows(&l, check, &came, &fault))
		return answer_of(WRONG, application_document(&l, a, S("check"), fault));
	struct record_form form = fields_of(&l, check);
	record_form_read(&form);
	if (came.to != CHECK_CLEARED && came.to != CHECK_RECEIVED)       /* nothing was there to be seen */
		*record_form_value(&form, "seen_by") = text_of(check, "seen_by");
	if (form.bad || check_lacks(check, form.values, came.to, &fault))
		return answer_of(WRONG, application_document(&l, a, S("check"), fault));
	return record_check_of(&l, a, check, &form, came);
}
