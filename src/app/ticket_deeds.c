/* ticket_deeds.c: asking for posts over establishment, deciding, opening the post, closing. */
#include "app/ticket_parts.h"

#include "app/estab.h"
#include "app/register_parts.h"

static const struct record_type *const type = &record_types[TYPE_TICKET];

/* ---- asking ------------------------------------------------------------------------------------ */

enum { POSTS_MOST = 50 };
static const struct asked_field ask_fields[] = {
	{ "role", true, NULL }, { "unit", true, NULL }, { "reason", true, NULL }, { "why", true, NULL }, { "proposal", false, NULL },
	{ "starts_on", true, NULL }, { "expires_on", true, NULL }, { "cost_year", false, NULL },
};

struct asking {
	struct own own;
	struct record_form form;
	Str posts, posts_wrong;      /* how many alike */
	int count;
};

static struct pick *
role_picks(const struct own *own, int *count)
{
	const struct roster *r = own->roster;
	struct pick *picks = new(own->perm, r->role_count + 1, struct pick);
	*count = 0;
	for (int role = 0; role < r->role_count; role++)
		if (role_on(r, role, own->ask->day))
			picks[(*count)++] = (struct pick){ .value = r->roles[role].ref, .words = role_words(own, role, own->ask->day) };
	return picks;
}

static struct pick *
unit_picks(const struct own *own, int *count)
{
	const struct roster *r = own->roster;
	int *units = new(own->perm, r->unit_count + 1, int), *depths = new(own->perm, r->unit_count + 1, int);
	int all = roster_tree(r, own->ask->day, units, depths);
	struct pick *picks = new(own->perm, all + 1, struct pick);
	*count = 0;
	for (int i = 0; i < all; i++)
		if (sight_unit(&own->sight, units[i], GROUP_REQUESTS).reach >= REACH_WRITE)
			picks[(*count)++] = (struct pick){ .value = r->units[units[i]].ref, .words = unit_words(own, units[i]) };
	return picks;
}

static void
offer_things(struct asking *in, struct form *form)
{
	for (int i = 0; i < form->input_count; i++) {
		struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
		bool role = str_equal(input->name, S("role"));
		if (!role && !str_equal(input->name, S("unit")))
			continue;
		input->kind = INPUT_SELECT;
		input->picks = role ? role_picks(&in->own, &input->pick_count) : unit_picks(&in->own, &input->pick_count);
	}
}

static struct document
ask_document(struct asking *in)
{
	const struct own *own = &in->own;
	struct document doc = own_document(own, S("Ask for posts over establishment"), str_format(own->perm,
		"/authorities/%.*s/over-establishment/ask", STR_ARG(own->place->slug)));
	struct form *form = form_made(own->perm, doc.address);
	form->id = S("ask");
	document_paragraph(&doc, S("Each post gets a ticket of its own, with a last day. A head of service or an HR lead who did not ask for "
		"it approves it, or refuses it with a reason."));
	form_input(form, own->perm, (struct input){ .name = S("posts"), .label = S("How many posts"), .width = 3, .numeric = true,
		.value = in->posts, .error = in->posts_wrong });
	record_form_inputs(&in->form, form);
	offer_things(in, form);
	form_button(form, own->perm, (struct button){ .words = S("Ask") });
	document_form(&doc, form);
	return doc;
}

struct form *
ticket_ask_form(const struct own *own, struct ticket_wish wish)
{
	struct asking in = { .own = *own };
	struct arena *perm = own->perm;
	Date last = { own->ask->day.day + 365 };
	int units;
	(void)unit_picks(own, &units);
	if (units == 0)
		return NULL;
	in.form = record_form_of(&in.own, TYPE_TICKET, ask_fields, countof(ask_fields));
	*record_form_value(&in.form, "role") = wish.role;
	*record_form_value(&in.form, "reason") = S("turnover");
	*record_form_value(&in.form, "why") = wish.why;
	*record_form_value(&in.form, "starts_on") = date_iso(own->ask->day, perm);
	*record_form_value(&in.form, "expires_on") = date_iso(last, perm);
	*record_form_value(&in.form, "cost_year") = str_format(perm, "%lld", (long long)(wish.cost_year / 100));
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/over-establishment/ask", STR_ARG(own->place->slug)));
	form->id = S("ask");
	form_input(form, perm, (struct input){ .name = S("posts"), .label = S("How many posts"), .width = 3, .numeric = true,
		.value = str_format(perm, "%d", wish.posts) });
	record_form_inputs(&in.form, form);
	offer_things(&in, form);
	form_button(form, perm, (struct button){ .words = S("Ask for approval") });
	return form;
}

static void
read_posts(struct asking *in)
{
	const struct sents *sent = in->own.ask->sent;
	in->posts = sents_has(sent, S("posts")) ? str_trim(sents_find(sent, S("posts"))) : S("1");
	struct parsed_decimal read = parse_decimal(in->posts, 0, false);
	in->count = read.ok && read.micro > 0 ? (int)(read.micro / MICRO > POSTS_MOST ? POSTS_MOST + 1 : read.micro / MICRO) : 0;
	if (in->count >= 1 && in->count <= POSTS_MOST)
		return;
	in->posts_wrong = S("Enter a whole number from 1 to 50");
	in->form.bad = true;
}

static bool
is_pick(const struct pick *picks, int count, Str value)
{
	for (int i = 0; i < count; i++)
		if (str_equal(picks[i].value, value))
			return true;
	return false;
}

static void
read_asking(struct asking *in)
{
	struct record_form *form = &in->form;
	int units, roles;
	record_form_read(form);
	read_posts(in);
	const struct pick *of_units = unit_picks(&in->own, &units), *of_roles = role_picks(&in->own, &roles);
	if (!is_pick(of_units, units, *record_form_value(form, "unit")))
		record_form_complain(form, "unit", S("Choose a unit that is there and that you keep"));
	if (!is_pick(of_roles, roles, *record_form_value(form, "role")))
		record_form_complain(form, "role", S("Choose a role that is there"));
	Date first, last;
	if (date_parse(*record_form_value(form, "starts_on"), &first) && date_parse(*record_form_value(form, "expires_on"), &last) &&
	    last.day < first.day)
		record_form_complain(form, "expires_on", S("Enter a day after the first"));
}

static struct answer
ask_for(struct asking *in)
{
	const struct own *own = &in->own;
	struct changes changes = changes_new(own->perm);
	Str first = { 0 };
	*record_form_value(&in->form, "asked_by") = own->ask->viewer->account;
	*record_form_value(&in->form, "asked_on") = date_iso(own->ask->day, own->perm);
	for (int i = 0; i < in->count; i++) {
		Str ref = ref_next(&own->council->of[TYPE_TICKET], i, own->perm);
		first = first.len ? first : ref;
		changes_add(&changes, (struct change){ .kind = ADD, .type = type,
			.after = { .version = 1, .ref = ref, .values = in->form.values } });
	}
	return record_did(own, &changes, str_format(own->perm, "%.*s %.*s", STR_ARG(type->one), STR_ARG(first)), S(""),
		S("Nothing was asked for"), in->count == 1 ? href_of_ticket(own, first) : own_href(own, S("over-establishment")));
}

struct answer
ticket_ask(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct asking in = { .posts = S("1") };
	struct answer answer;
	if (!own_settle(world, ask, &in.own, &answer, perm))
		return answer;
	in.form = record_form_of(&in.own, TYPE_TICKET, ask_fields, countof(ask_fields));
	if (!ask->sent) {
		if (in.own.unit != NOT_THERE)
			*record_form_value(&in.form, "unit") = ask->unit;
		return answer_of(DONE, ask_document(&in));
	}
	read_asking(&in);
	return in.form.bad ? answer_of(WRONG, ask_document(&in)) : ask_for(&in);
}

/* ---- changing one ------------------------------------------------------------------------------ */

static Str *
values_of(const struct ticket_look *l, const struct ticket *t)
{
	Str *values = new(l->own.perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = t->record->values[f];
	return values;
}

static void
set(Str *values, const char *field, Str value)
{
	values[field_find(type, str_of(field))] = value;
}

static struct answer
did(const struct ticket_look *l, const struct ticket *t, const struct changes *changes, Str nothing)
{
	return record_did(&l->own, changes, str_format(l->own.perm, "%.*s %.*s", STR_ARG(type->one), STR_ARG(t->ref)), S(""), nothing,
		href_of_ticket(&l->own, t->ref));
}

/* A text that was typed, as the field takes it; false, with what is wrong. */
static bool
read_text(const struct ticket_look *l, const char *field, Str typed, Str *values, Str *wrong)
{
	struct misfit misfit;
	int f = field_find(type, str_of(field));
	if (value_read(&type->fields[f], typed, &values[f], &misfit, l->own.perm))
		return true;
	*wrong = str_format(l->own.perm, "%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, l->own.perm)), STR_ARG(misfit.mend));
	return false;
}

/* ---- deciding ---------------------------------------------------------------------------------- */

static struct answer
not_so(const struct ticket_look *l, const struct ticket *t)
{
	if (t->state != TICKET_WAITS)
		return answer_words(CHANGED, S("It is decided already"), str_format(l->own.perm, "It is %.*s. Nothing was changed now.",
			STR_ARG(str_lower(ticket_state_words(t->state), l->own.perm))), l->own.perm);
	return answer_words(FORBIDDEN, S("This is not yours to decide"), S("A head of service or an HR lead approves or refuses it, and "
		"never whoever asked. Whoever asked can withdraw it."), l->own.perm);
}

struct answer
ticket_decide(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ticket_look l;
	struct answer answer;
	const struct ticket *t;
	if (!ticket_take(world, ask, &l, &t, &answer, perm))
		return answer;
	Str said = sents_find(ask->sent, S("decision")), reason = str_trim(sents_find(ask->sent, S("reason"))), wrong = { 0 };
	bool withdraws = str_equal(said, S("withdrawn")), refuses = str_equal(said, S("refused"));
	if (!withdraws && !refuses && !str_equal(said, S("approved")))
		return answer_words(WRONG, S("Which decision?"), S("Choose approved, refused or withdrawn."), perm);
	if (t->state != TICKET_WAITS || (withdraws ? !ticket_is_askers(&l, t) : !ticket_decides(&l, t)))
		return not_so(&l, t);
	Str *values = values_of(&l, t), today = date_iso(ask->day, perm);
	struct changes changes = changes_new(perm);
	if (refuses && reason.len == 0)
		wrong = S("Say why it is refused");
	if (wrong.len || (!withdraws && !read_text(&l, "decision_why", reason, values, &wrong)))
		return answer_of(WRONG, ticket_document(&l, t, S("decide"), wrong));
	set(values, withdraws ? "withdrawn_on" : "decided_on", today);
	if (!withdraws) {
		set(values, "decision", said);
		set(values, "decided_by", ask->viewer->account);
	}
	record_alter(&changes, type, t->record, values);
	return did(&l, t, &changes, S("Nothing was decided"));
}

/* ---- opening the post -------------------------------------------------------------------------- */

static bool
post_wanted(const struct ticket_look *l, const struct ticket *t, Str *values, Date *from, Str *wrong)
{
	const struct record_type *posts = &record_types[TYPE_POST];
	const struct sents *sent = l->own.ask->sent;
	Str title = str_trim(sents_find(sent, S("title"))), fte = str_trim(sents_find(sent, S("fte")));
	Str day = str_trim(sents_find(sent, S("from")));
	struct misfit misfit = { 0 };
	if (title.len == 0)
		title = t->role == NOT_THERE ? S("") : role_words(&l->own, t->role, t->starts);
	*from = t->starts;
	if (day.len && !admit_day(day, from))
		misfit.wrong = S("from is not a day");
	else if (!value_read(&posts->fields[field_find(posts, S("title"))], title, &values[field_find(posts, S("title"))], &misfit,
	                     l->own.perm) ||
	         !value_read(&posts->fields[field_find(posts, S("fte"))], fte.len ? fte : S("1"), &values[field_find(posts, S("fte"))],
	                     &misfit, l->own.perm))
		;
	else if (from->day > t->expires.day)
		misfit.wrong = S("the post would begin after the ticket\u2019s last day");
	*wrong = str_capital(misfit.wrong, l->own.perm);
	values[field_find(posts, S("unit"))] = ticket_text(t, "unit");
	values[field_find(posts, S("role"))] = ticket_text(t, "role");
	values[field_find(posts, S("status"))] = S("over");
	return wrong->len == 0;
}

struct answer
ticket_open(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ticket_look l;
	struct answer answer;
	const struct ticket *t;
	if (!ticket_take(world, ask, &l, &t, &answer, perm))
		return answer;
	if (!ticket_opens(&l, t))
		return answer_words(t->state == TICKET_APPROVED && t->post == NOT_THERE ? FORBIDDEN : CHANGED, S("No post was opened"),
			S("HR opens the post of a ticket once it is approved, and only one."), perm);
	const struct record_type *posts = &record_types[TYPE_POST];
	Str *values = values_of(&l, t), *of_post = new(perm, posts->field_count, Str), wrong = { 0 };
	Str ref = str_trim(sents_find(ask->sent, S("post")));
	struct changes changes = changes_new(perm);
	Date from;
	if (ref.len == 0) {
		if (!post_wanted(&l, t, of_post, &from, &wrong))
			return answer_of(WRONG, ticket_document(&l, t, S("open"), wrong));
		ref = ref_next(&l.own.council->of[TYPE_POST], 0, perm);
		changes_add(&changes, (struct change){ .kind = ADD, .type = posts,
			.after = { .version = 1, .ref = ref, .when = { from, DATE_OPEN }, .values = of_post } });
	} else if (roster_post(l.own.roster, ref) == NOT_THERE)
		return answer_of(WRONG, ticket_document(&l, t, S("open"), S("Enter the reference of a post that is there, as P-000012")));
	set(values, "post", ref);
	record_alter(&changes, type, t->record, values);
	return did(&l, t, &changes, S("No post was opened"));
}

/* ---- closing ----------------------------------------------------------------------------------- */

/* Whether its post is over establishment still, with nobody in it or to come. */
static bool
post_is_empty(const struct ticket_look *l, const struct ticket *t)
{
	const struct roster *r = l->own.roster;
	const struct post_row *row = t->post == NOT_THERE ? NULL : post_on(r, t->post, l->own.ask->day);
	if (!row || row->status != OVER_ESTABLISHMENT)
		return false;
	for (int i = r->post_spells_begin[t->post]; i < r->post_spells_begin[t->post + 1]; i++)
		if (spell_period(r, r->post_spells[i]).last.day >= l->own.ask->day.day)
			return false;
	return sight_post(&l->own.sight, t->post, GROUP_STRUCTURE).reach >= REACH_WRITE;
}

struct answer
ticket_close(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct ticket_look l;
	struct answer answer;
	const struct ticket *t;
	struct error err = { "" };
	if (!ticket_take(world, ask, &l, &t, &answer, perm))
		return answer;
	if (!ticket_closes(&l, t))
		return answer_words(t->state == TICKET_FILLED || t->state == TICKET_WAITS ? CHANGED : FORBIDDEN, S("It was not closed"),
			t->state == TICKET_FILLED ? S("Somebody is still in its post, over establishment: it is absorbed first, or they leave it.")
			: S("A ticket is closed by whoever keeps its unit, once it was absorbed, or approved and not filled."), perm);
	Str *values = values_of(&l, t), wrong = { 0 };
	Str why = str_trim(sents_find(ask->sent, S("closed_why")));
	struct changes changes = changes_new(perm);
	if (why.len == 0)
		wrong = S("Say why it is closed");
	if (wrong.len || !read_text(&l, "closed_why", why, values, &wrong) ||
	    !read_text(&l, "closed_note", str_trim(sents_find(ask->sent, S("closed_note"))), values, &wrong))
		return answer_of(WRONG, ticket_document(&l, t, S("close"), wrong));
	if ((t->state == TICKET_ABSORBED) != str_equal(values[field_find(type, S("closed_why"))], S("absorbed")))
		return answer_of(WRONG, ticket_document(&l, t, S("close"), t->state == TICKET_ABSORBED
			? S("It was absorbed: choose that") : S("It was not absorbed: choose another reason")));
	set(values, "closed_on", date_iso(ask->day, perm));
	record_alter(&changes, type, t->record, values);
	if (post_is_empty(&l, t) && !change_end(&l.own.council->of[TYPE_POST], l.own.roster->posts[t->post].ref, ask->day, &changes, &err))
		return answer_failed(S("It was not closed"), &err, perm);
	return did(&l, t, &changes, S("It was not closed"));
}
