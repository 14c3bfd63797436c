/* panel_form.c: somebody comes to a panel or leaves it, something more is scored, an interest is declared. */
#include "app/scoring_parts.h"

#include "app/estab.h"
#include "app/record_form.h"
#include "app/stored.h"
#include "store/accounts.h"

static const struct asked_field member_asked[] = {
	{ "name", true, NULL }, { "part", true, NULL }, { "account", false, "Account with which they score" },
	{ "colleague", false, "Their record here, as N-000012" },
	{ "scores_at", false, NULL }, { "trained_on", false, NULL }, { "trained_until", false, NULL }, { "declared_on", false, NULL },
};
static const struct asked_field criterion_asked[] = {
	{ "name", true, NULL }, { "part", true, NULL }, { "most", true, NULL }, { "needed", false, NULL }, { "weight", false, NULL },
	{ "role", false, NULL }, { "place", false, NULL }, { "held_on", false, NULL }, { "held_at", false, NULL },
};
static const struct asked_field interest_asked[] = {
	{ "member", true, NULL }, { "candidate", true, NULL }, { "what", true, NULL }, { "declared_on", true, NULL },
};

static const struct {
	enum type_id type;
	const struct asked_field *fields;
	int count;
	const char *id, *heading, *to, *button, *nothing;
} forms[PANEL_FORMS] = {
	[PANEL_MEMBER_FORM] = { TYPE_PANEL_MEMBER, member_asked, countof(member_asked), "add-member", "Add somebody to the panel",
		"panel/members", "Add to the panel", "Nobody was added" },
	[PANEL_END_FORM] = { .id = "end-member", .heading = "Somebody leaves the panel", .to = "panel/end", .button = "End their part",
		.nothing = "Nobody left the panel" },
	[PANEL_CRITERION_FORM] = { TYPE_CRITERION, criterion_asked, countof(criterion_asked), "add-criterion", "Add a criterion or an exercise",
		"panel/criteria", "Add the criterion", "Nothing was added" },
	[PANEL_INTEREST_FORM] = { TYPE_INTEREST, interest_asked, countof(interest_asked), "add-interest", "Somebody knows a candidate",
		"panel/interests", "Record the interest", "Nothing was recorded" },
};

/* ---- what there is to choose -------------------------------------------------------------------------- */

static const struct pick *
member_picks(const struct panel_page *p, int *count)
{
	int first, members = grouped_find(&p->s.books.panel_of, p->round->ref, &first);
	struct pick *picks = new(p->s.l.own.perm, members + 1, struct pick);
	*count = 0;
	for (int i = first; i < first + members; i++) {
		const struct record *member = p->s.books.panel_of.rows[i].record;
		if (member_stays(member, p->s.l.own.ask->day))
			picks[(*count)++] = (struct pick){ .value = member->ref, .words = said_text(TYPE_PANEL_MEMBER, member, "name") };
	}
	return picks;
}

static const struct pick *
candidate_picks(const struct panel_page *p, int *count)
{
	const struct recruitment *all = &p->s.l.all;
	struct pick *picks = new(p->s.l.own.perm, all->application_count + 1, struct pick);
	*count = 0;
	for (int i = 0; i < all->application_count; i++)
		if (all->applications[i].round == p->round && all->applications[i].candidate)
			picks[(*count)++] = (struct pick){ .value = all->applications[i].candidate->ref,
				.words = candidate_words(&p->s.l, &all->applications[i]) };
	return picks;
}

static const struct pick *
role_picks(const struct panel_page *p, int *count)
{
	const struct own *own = &p->s.l.own;
	struct pick *picks = new(own->perm, own->roster->role_count + 1, struct pick);
	*count = 0;
	picks[(*count)++] = (struct pick){ .value = S(""), .words = S("Every role of the round") };
	for (int role = 0; role < own->roster->role_count; role++)
		if (role_on(own->roster, role, own->ask->day))
			picks[(*count)++] = (struct pick){ .value = own->roster->roles[role].ref, .words = role_words(own, role, own->ask->day) };
	return picks;
}

/* Accounts of the council that somebody uses: whoever makes up a panel need not know their numbers. */
struct listing { struct account *at; int count; struct arena *perm; };

static bool
list_accounts(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	return accounts_list(store, &in->at, &in->count, in->perm, err);
}

static bool
is_account_of(const struct account *account, Str authority, Date day)
{
	bool of = str_equal(account->authority_of_person, authority);
	for (int g = 0; g < account->grant_count; g++)
		of = of || grant_holds(&account->grants[g], authority, day);
	return of && account->active && account->name.len;
}

static const struct pick *
account_picks(const struct panel_page *p, int *count)
{
	const struct own *own = &p->s.l.own;
	struct listing all = { .perm = own->perm };
	struct error err;
	bool read = stored(own->world, list_accounts, &all, own->perm, &err);
	struct pick *picks = new(own->perm, (read ? all.count : 0) + 1, struct pick);
	*count = 0;
	picks[(*count)++] = (struct pick){ .value = S(""), .words = read ? S("None: they score nothing here")
		: S("None, as the accounts could not be read just now") };
	for (int i = 0; read && i < all.count; i++)
		if (is_account_of(&all.at[i], own->place->slug, own->ask->today))
			picks[(*count)++] = (struct pick){ .value = all.at[i].ref, .words = all.at[i].name };
	return picks;
}

static const struct { const char *input; const struct pick *(*picks)(const struct panel_page *, int *); } offers[] = {
	{ "account", account_picks }, { "member", member_picks }, { "candidate", candidate_picks }, { "role", role_picks },
};

static void
offer_picks(const struct panel_page *p, struct form *form)
{
	for (int i = 0; i < form->input_count; i++) {
		struct input *input = (struct input *)(uintptr_t)&form->inputs[i];
		for (int o = 0; o < countof(offers); o++)
			if (str_equal(input->name, str_of(offers[o].input))) {
				input->kind = INPUT_SELECT;
				input->picks = offers[o].picks(p, &input->pick_count);
			}
	}
}

/* ---- the forms ------------------------------------------------------------------------------------------ */

static struct record_form
form_of(const struct panel_page *p, enum panel_form which)
{
	struct record_form form = record_form_of(&p->s.l.own, forms[which].type, forms[which].fields, forms[which].count);
	if (which == PANEL_INTEREST_FORM)
		*record_form_value(&form, "declared_on") = date_iso(p->s.l.own.ask->day, p->s.l.own.perm);
	return form;
}

static void
add_end_inputs(struct form *form, const struct panel_page *p)
{
	const struct ask *ask = p->s.l.own.ask;
	bool sent = p->of == PANEL_END_FORM && p->error.len;
	int count;
	const struct pick *picks = member_picks(p, &count);
	form_input(form, p->s.l.own.perm, (struct input){ .kind = INPUT_SELECT, .name = S("member"), .label = S("Who leaves"), .picks = picks,
		.pick_count = count, .value = sent ? ask_sent(ask, S("member")) : S("") });
	form_input(form, p->s.l.own.perm, (struct input){ .kind = INPUT_DATE, .name = S("left_on"), .label = S("On"), .width = 20,
		.hint = S("From that day on they read and write no scores of this round"), .error = sent ? p->error : S(""),
		.value = sent ? ask_sent(ask, S("left_on")) : date_text(ask->day, p->s.l.own.perm) });
}

static struct form *
form_made_of(const struct panel_page *p, enum panel_form which)
{
	struct arena *perm = p->s.l.own.perm;
	struct form *form = form_made(perm, href_of_round(&p->s, p->round->ref, forms[which].to));
	struct record_form asked = which == PANEL_END_FORM ? (struct record_form){ 0 } : form_of(p, which);
	form->id = str_of(forms[which].id);
	form->legend = str_of(forms[which].heading);
	if (which == PANEL_END_FORM)
		add_end_inputs(form, p);
	else
		record_form_inputs(p->wrong && p->of == which ? p->wrong : &asked, form);
	offer_picks(p, form);
	form_button(form, perm, (struct button){ .words = str_of(forms[which].button), .tone = BUTTON_SECOND });
	return form;
}

/* A form is folded, but for one that was sent wrong. */
static void
add_form(struct document *doc, const struct panel_page *p, enum panel_form which)
{
	const struct form *form = form_made_of(p, which);
	bool wrong = p->of == which && (p->wrong || p->error.len);
	if (wrong) {
		document_form(doc, form);
		return;
	}
	struct block *inner = new(doc->arena, 1, struct block);
	*inner = (struct block){ .kind = BLOCK_FORM, .form = form };
	document_details(doc, str_of(forms[which].heading), inner, 1);
}

void
add_panel_forms(struct document *doc, const struct panel_page *p)
{
	int members, candidates;
	(void)member_picks(p, &members);
	(void)candidate_picks(p, &candidates);
	bool keeps = hiring_writes(&p->s.l, GROUP_CAMPAIGNS);
	if (keeps) {
		add_form(doc, p, PANEL_MEMBER_FORM);
		if (members)
			add_form(doc, p, PANEL_END_FORM);
		add_form(doc, p, PANEL_CRITERION_FORM);
	}
	if (hiring_writes(&p->s.l, GROUP_CANDIDATES) && members && candidates)
		add_form(doc, p, PANEL_INTEREST_FORM);
}

/* ---- what was sent --------------------------------------------------------------------------------------- */

struct account_asked { Str account; struct account of; bool found; struct arena *perm; };

static bool
read_account(struct store *store, void *what, struct error *err)
{
	struct account_asked *in = what;
	return account_read(store, in->account, &in->of, &in->found, in->perm, err);
}

/* Whoever is named by an account alone is the person the account is of: who refers a candidate has no second name. */
static bool
name_person(const struct panel_page *p, struct record_form *form, struct answer *why)
{
	const struct own *own = &p->s.l.own;
	struct account_asked in = { .account = *record_form_value(form, "account"), .perm = own->perm };
	Str *colleague = record_form_value(form, "colleague");
	struct error err = { 0 };
	if (in.account.len == 0 || colleague->len || !own->world->keeper)
		return true;
	if (!stored(own->world, read_account, &in, own->perm, &err)) {
		*why = answer_failed(S("Nobody was added"), &err, own->perm);
		return false;
	}
	if (in.found && str_equal(in.of.authority_of_person, own->place->slug))
		*colleague = in.of.person;
	return true;
}

static struct answer
add_sent(const struct world *world, const struct ask *ask, enum panel_form which, struct arena *perm)
{
	struct panel_page p = { .of = which };
	struct answer answer;
	struct changes changes = changes_new(perm);
	if (!scoring_round(world, ask, &p.s, &p.round, &answer, perm))
		return answer;
	struct record_form form = form_of(&p, which);
	p.wrong = &form;
	record_form_read(&form);
	if (form.bad)
		return answer_of(WRONG, panel_document(&p));
	if (which == PANEL_MEMBER_FORM && !name_person(&p, &form, &answer))
		return answer;
	if (field_find(form.type, S("round")) >= 0)
		*record_form_value(&form, "round") = p.round->ref;
	record_add(&p.s.l.own, &changes, forms[which].type, form.values);
	return record_did(&p.s.l.own, &changes, str_format(perm, "panel of %.*s", STR_ARG(p.round->ref)), S(""), str_of(forms[which].nothing),
		href_of_round(&p.s, p.round->ref, "panel"));
}

struct answer
panel_member_add(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return add_sent(world, ask, PANEL_MEMBER_FORM, perm);
}

struct answer
panel_criterion_add(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return add_sent(world, ask, PANEL_CRITERION_FORM, perm);
}

struct answer
panel_interest_add(const struct world *world, const struct ask *ask, struct arena *perm)
{
	return add_sent(world, ask, PANEL_INTEREST_FORM, perm);
}

struct answer
panel_member_end(const struct world *world, const struct ask *ask, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_PANEL_MEMBER];
	struct panel_page p = { .of = PANEL_END_FORM };
	struct answer answer;
	struct changes changes = changes_new(perm);
	int first;
	Date day;
	if (!scoring_round(world, ask, &p.s, &p.round, &answer, perm))
		return answer;
	const struct records *members = &p.s.l.own.council->of[TYPE_PANEL_MEMBER];
	bool there = records_of(members, ask_sent(ask, S("member")), &first) > 0 &&
	             str_equal(said_text(TYPE_PANEL_MEMBER, &members->at[first], "round"), p.round->ref);
	Str typed = ask_sent(ask, S("left_on"));
	if (!there)
		p.error = S("Choose who leaves");
	else if (!date_parse(typed.len ? typed : date_iso(ask->day, perm), &day))
		p.error = S("Enter a day, for example 5 March 2026");
	if (p.error.len)
		return answer_of(WRONG, panel_document(&p));
	Str *values = new(perm, type->field_count, Str);
	for (int f = 0; f < type->field_count; f++)
		values[f] = members->at[first].values[f];
	values[field_find(type, S("left_on"))] = date_iso(day, perm);
	record_alter(&changes, type, &members->at[first], values);
	return record_did(&p.s.l.own, &changes, str_format(perm, "panel of %.*s", STR_ARG(p.round->ref)), S(""),
		str_of(forms[PANEL_END_FORM].nothing), href_of_round(&p.s, p.round->ref, "panel"));
}
