/* request_form.c: asking for a post, for a change of one, or to give one up. */
#include "app/requests.h"

struct asking {
	struct own own;
	enum wish_kind wish;
	int post;                    /* of a change, or one given up */
	const struct record *is;     /* its row on the day it is asked about */
	Str title;
	Str status;                  /* what a change to freeze or unfreeze begins with */
	Str values[FIELDS_OF_TYPE_MOST], typed[FIELDS_OF_TYPE_MOST], wrong[FIELDS_OF_TYPE_MOST];
	bool bad;
};

static const struct record_type *const type = &record_types[TYPE_ESTABLISHMENT_CHANGE];

static int
field_of(Str name)
{
	return field_find(type, name);
}

static const Str titles[WISH_KINDS] = {
	[WISH_NEW] = STR("Ask for a new post"), [WISH_ALTER] = STR("Ask for a change of a post"),
	[WISH_CLOSE] = STR("Ask to give a post up"),
};

/* What each kind of asking fills in, in the order of the form. */
static const struct { Str field; bool of[WISH_KINDS]; } asked[] = {
	{ STR("title"), { true, true, false } }, { STR("unit"), { true, true, false } },
	{ STR("role"), { true, true, false } }, { STR("fte"), { true, true, false } },
	{ STR("status"), { false, true, false } },
	{ STR("starts_on"), { true, true, true } }, { STR("reason"), { true, true, true } },
};

/* Changes that have a name of their own: what the form begins with. */
static const struct { Str how, status, title; } named_changes[] = {
	{ STR("freeze"), STR("frozen"), STR("Ask to freeze a post") },
	{ STR("unfreeze"), STR("funded"), STR("Ask to unfreeze a post") },
};

/* ---- what is asked --------------------------------------------------------------------------- */

static struct answer
which_post(const struct asking *a)
{
	return answer_words(WRONG, a->title, S("Say which post, by its reference, as P-000012: the page of a post has "
		"the way to ask."), a->own.perm);
}

static bool
settle_wish(struct asking *a, struct answer *why)
{
	const struct ask *ask = a->own.ask;
	Str how = ask->sent ? sents_find(ask->sent, S("wish")) : ask->how;
	Str ref = ask->sent ? sents_find(ask->sent, S("post")) : ask->ref;
	bool found = how.len == 0;
	for (int w = 0; w < WISH_KINDS; w++)
		if (str_equal(how, wish_names[w])) {
			a->wish = (enum wish_kind)w;
			found = true;
		}
	for (int i = 0; i < countof(named_changes); i++)
		if (str_equal(how, named_changes[i].how)) {
			a->wish = WISH_ALTER;
			a->status = named_changes[i].status;
			a->title = named_changes[i].title;
			found = true;
		}
	a->title = a->title.len ? a->title : titles[a->wish];
	a->post = ref.len ? roster_post(a->own.roster, str_trim(ref)) : NOT_THERE;
	if (!found) {
		*why = answer_words(WRONG, S("What is asked for?"), S("Ask for a new post (new), for a change of one (alter), to "
			"freeze or unfreeze one (freeze, unfreeze) or to give one up (close)."), a->own.perm);
		return false;
	}
	bool seen = a->post != NOT_THERE && sight_post(&a->own.sight, a->post, GROUP_STRUCTURE).reach >= REACH_READ;
	if (seen)
		a->is = record_on(&a->own.council->of[TYPE_POST], a->own.roster->posts[a->post].ref, ask->day);
	if ((a->wish == WISH_NEW && ref.len == 0) || a->is)
		return true;
	*why = which_post(a);
	return false;
}

/* ---- reading what was sent --------------------------------------------------------------------- */

static void
complain(struct asking *a, Str field, Str words)
{
	a->wrong[field_of(field)] = words;
	a->bad = true;
}

/* What is not given of a change stays as the post has it. */
static void
read_field(struct asking *a, Str name)
{
	int f = field_of(name);
	struct misfit misfit;
	a->typed[f] = str_trim(sents_find(a->own.ask->sent, name));
	if (!value_read(&type->fields[f], a->typed[f], &a->values[f], &misfit, a->own.perm))
		complain(a, name, str_format(a->own.perm, "%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, a->own.perm)),
		                             STR_ARG(misfit.mend)));
}

static void
need(struct asking *a, Str name, Str words)
{
	int f = field_of(name);
	if (a->values[f].len == 0 && a->wrong[f].len == 0)
		complain(a, name, words);
}

/* A change says only what becomes another; the unit is always said, since a request is of a unit. */
static void
keep_what_changes(struct asking *a)
{
	static const Str same[] = { STR("title"), STR("role"), STR("fte"), STR("status") };
	const struct record_type *posts = &record_types[TYPE_POST];
	bool any = !str_equal(a->values[field_of(S("unit"))], record_value(posts, a->is, S("unit")));
	for (int i = 0; i < countof(same); i++) {
		Str *value = &a->values[field_of(same[i])];
		if (str_equal(*value, record_value(posts, a->is, same[i])))
			*value = (Str){ 0 };
		any = any || value->len > 0;
	}
	if (!any && !a->bad)
		complain(a, S("title"), S("Change at least one of title, unit, role, FTE and status"));
}

static void
read_sent(struct asking *a)
{
	for (int i = 0; i < countof(asked); i++)
		if (asked[i].of[a->wish])
			read_field(a, asked[i].field);
	if (a->is)
		a->values[field_of(S("post"))] = a->is->ref;
	if (a->wish == WISH_CLOSE)
		a->values[field_of(S("unit"))] = record_value(&record_types[TYPE_POST], a->is, S("unit"));
	if (a->wish == WISH_ALTER && a->values[field_of(S("unit"))].len == 0)
		a->values[field_of(S("unit"))] = record_value(&record_types[TYPE_POST], a->is, S("unit"));
	if (a->wish == WISH_NEW) {
		need(a, S("title"), S("Enter the job title, such as Social worker"));
		need(a, S("role"), S("Choose the role"));
		need(a, S("fte"), S("Enter the FTE, such as 1 or 0.6"));
	}
	need(a, S("unit"), S("Choose the unit"));
	need(a, S("starts_on"), S("Enter the day, such as 1 April 2026"));
	need(a, S("reason"), S("Say why: whoever decides reads it"));
	if (a->wish == WISH_ALTER)
		keep_what_changes(a);
}

/* ---- the form -------------------------------------------------------------------------------- */

static void
pick_units(struct input *input, const struct own *own)
{
	const struct roster *r = own->roster;
	int *units = new(own->perm, r->unit_count + 1, int), *depths = new(own->perm, r->unit_count + 1, int);
	int count = roster_tree(r, own->ask->day, units, depths), used = 0;
	struct pick *picks = new(own->perm, count + 1, struct pick);
	picks[used++] = (struct pick){ .words = S("Choose") };
	for (int i = 0; i < count; i++)
		if (sight_unit(&own->sight, units[i], GROUP_REQUESTS).reach >= REACH_WRITE)
			picks[used++] = (struct pick){ .value = r->units[units[i]].ref, .words = unit_words(own, units[i]) };
	input->kind = INPUT_SELECT;
	input->picks = picks;
	input->pick_count = used;
}

static void
pick_roles(struct input *input, const struct own *own)
{
	const struct roster *r = own->roster;
	struct pick *picks = new(own->perm, r->role_count + 1, struct pick);
	int used = 0;
	picks[used++] = (struct pick){ .words = S("Choose") };
	for (int i = 0; i < r->role_count; i++)
		if (role_on(r, i, own->ask->day))
			picks[used++] = (struct pick){ .value = r->roles[i].ref, .words = role_words(own, i, own->ask->day) };
	input->kind = INPUT_SELECT;
	input->picks = picks;
	input->pick_count = used;
}

/* What a post is and cannot be asked for, as proposed, is left as it is. */
static void
pick_choices(struct input *input, const struct field *field, const struct own *own)
{
	struct pick *picks = new(own->perm, field->choice_count + 1, struct pick);
	picks[0] = (struct pick){ .words = S("As it is") };
	for (int i = 0; i < field->choice_count; i++)
		picks[i + 1] = (struct pick){ .value = field->choices[i].code, .words = field->choices[i].words };
	input->kind = INPUT_SELECT;
	input->picks = picks;
	input->pick_count = field->choice_count + 1;
}

/* What stands in a field before anything is sent: of a change, what the post has now. */
static Str
value_before(const struct asking *a, Str name)
{
	int of_post = field_find(&record_types[TYPE_POST], name);
	if (str_equal(name, S("status")) && a->status.len)
		return a->status;
	if (a->is && of_post >= 0)
		return record_value(&record_types[TYPE_POST], a->is, name);
	return str_equal(name, S("unit")) && a->own.unit != NOT_THERE ? a->own.roster->units[a->own.unit].ref : (Str){ 0 };
}

static struct input
input_of(const struct asking *a, Str name)
{
	int f = field_of(name);
	const struct field *field = &type->fields[f];
	struct input input = { .kind = INPUT_TEXT, .name = name, .label = field->label, .hint = field->hint,
		.value = a->own.ask->sent ? a->typed[f] : value_before(a, name), .error = a->wrong[f], .width = 20 };
	if (str_equal(name, S("unit")))
		pick_units(&input, &a->own);
	else if (str_equal(name, S("role")))
		pick_roles(&input, &a->own);
	else if (field->kind == FIELD_CHOICE)
		pick_choices(&input, field, &a->own);
	else if (field->kind == FIELD_DATE)
		input.kind = INPUT_DATE;
	else if (field->kind == FIELD_NOTE)
		input.kind = INPUT_NOTE;
	else if (field->kind == FIELD_FTE)
		input.width = 5;
	if (field->kind == FIELD_DATE && a->wish == WISH_CLOSE)
		input.label = S("First day without the post");
	return input;
}

static struct document
form_document(const struct asking *a)
{
	struct arena *perm = a->own.perm;
	const struct own *own = &a->own;
	struct document doc = own_document(own, a->title, str_format(perm,
		"/authorities/%.*s/establishment-changes/ask", STR_ARG(own->place->slug)));
	struct form *form = new(perm, 1, struct form);
	struct input *inputs = new(perm, countof(asked) + 2, struct input);
	struct button *button = new(perm, 1, struct button);
	int count = 0;
	inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("wish"), .value = wish_names[a->wish] };
	if (a->is) {
		inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("post"), .value = a->is->ref };
		document_paragraph(&doc, str_format(perm, "%.*s (%.*s), %.*s.", STR_ARG(post_words(own, a->post)),
			STR_ARG(post_number(own, a->post)), STR_ARG(fte_words(own->roster->post_rows[own->roster->posts[a->post].first].fte, perm))));
	}
	for (int i = 0; i < countof(asked); i++)
		if (asked[i].of[a->wish])
			inputs[count++] = input_of(a, asked[i].field);
	*button = (struct button){ .words = S("Ask"), .tone = BUTTON_MAIN };
	*form = (struct form){ .id = S("ask"), .action = doc.address, .inputs = inputs, .input_count = count,
		.buttons = button, .button_count = 1 };
	document_paragraph(&doc, S("Nothing changes until somebody else who keeps posts there approves it."));
	document_form(&doc, form);
	return doc;
}

/* ---- asking ---------------------------------------------------------------------------------- */

static struct answer
send(struct asking *a)
{
	struct own *own = &a->own;
	struct error err = { 0 };
	struct changes changes = changes_new(own->perm);
	a->values[field_of(S("wish"))] = wish_names[a->wish];
	a->values[field_of(S("decision"))] = decision_names[WAITS];
	a->values[field_of(S("asked_by"))] = own->ask->viewer->account;
	Str ref = ref_next(&own->council->of[TYPE_ESTABLISHMENT_CHANGE], 0, own->perm);
	changes_add(&changes, (struct change){ .kind = ADD, .type = type,
		.after = { .version = 1, .ref = ref, .values = a->values } });
	struct wish wish = { .what = S("edit"), .reason = a->values[field_of(S("reason"))],
		.object = str_format(own->perm, "establishment change %.*s", STR_ARG(ref)) };
	struct done done = deed_do(own->world, own->ask, &wish, &changes, own->perm, &err);
	return answer_done(own, &done, &err, titles[a->wish], own_href(own, str_format(own->perm,
		"establishment-changes/%.*s", STR_ARG(ref))));
}

struct answer
request_ask(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asking *a = new(perm, 1, struct asking);
	struct answer answer;
	if (!own_settle(world, ask, &a->own, &answer, perm) || !settle_wish(a, &answer))
		return answer;
	if (!ask->sent)
		return answer_of(DONE, form_document(a));
	read_sent(a);
	return a->bad ? answer_of(WRONG, form_document(a)) : send(a);
}
