/* register_views.c: views of a list: found, laid under what was asked, and offered. */
#include "app/register_views.h"

#include "app/form_made.h"
#include "app/stored.h"

/* ---- reading --------------------------------------------------------------------------------- */

struct all_views {
	Str authority, account;
	struct kept_view *at;
	int count;
	struct arena *perm;
};

static bool
read_all(struct store *store, void *what, struct error *err)
{
	struct all_views *in = what;
	return store_views(store, in->authority, in->account, &in->at, &in->count, in->perm, err);
}

static bool
may_list(const struct ask *ask, const struct record_type *type)
{
	return type && viewer_permit(ask->viewer, ask->area, type->group, ask->today).reach >= REACH_PSEUDONYM;
}

bool
views_read(const struct world *world, const struct ask *ask, Str type, struct views *views, struct answer *why,
           struct arena *perm)
{
	struct error err = { 0 };
	struct all_views in = { .authority = ask->area, .account = ask->viewer->account, .perm = perm };
	*views = (struct views){ 0 };
	if (!world->keeper)
		return true;
	if (!stored(world, read_all, &in, perm, &err)) {
		*why = answer_words(FAILED, S("The views cannot be read"), str_copy(str_of(err.text), perm), perm);
		return false;
	}
	for (int i = 0; i < in.count; i++)
		if ((type.len == 0 || str_equal(in.at[i].type, type)) && may_list(ask, record_type_find(in.at[i].type)))
			in.at[views->count++] = in.at[i];
	views->at = in.at;
	return true;
}

/* By its number, or its name: one's own before the council's, as they stand. */
static const struct kept_view *
view_called(const struct views *views, Str called, struct arena *perm)
{
	for (int i = 0; i < views->count; i++)
		if (str_equal(called, str_format(perm, "%lld", (long long)views->at[i].number)))
			return &views->at[i];
	for (int i = 0; i < views->count; i++)
		if (str_equal_fold(called, views->at[i].name))
			return &views->at[i];
	return NULL;
}

static void
lay(Str *asked, Str kept)
{
	if (asked->len == 0)
		*asked = kept;
}

bool
views_settle(const struct world *world, const struct ask *ask, struct views *views, struct ask *laid,
             struct answer *why, struct arena *perm)
{
	const struct record_type *type = record_type_find(ask->type);
	*laid = *ask;
	*views = (struct views){ 0 };
	if (!may_list(ask, type) || !(ask->page_only || ask->view.len))
		return true;
	if (!views_read(world, ask, type->name, views, why, perm))
		return false;
	if (ask->view.len == 0)
		return true;
	const struct kept_view *chosen = views->chosen = view_called(views, ask->view, perm);
	if (!chosen) {
		*why = answer_words(UNKNOWN, S("There is no such view here for you"),
			S("It may have been taken away, or be somebody else\u2019s own. The list has those that you can use."),
			perm);
		return false;
	}
	if (laid->on.len == 0 && chosen->on.len)
		date_parse(chosen->on, &laid->day);
	lay(&laid->on, chosen->on);
	lay(&laid->query, chosen->query);
	lay(&laid->unit, chosen->unit);
	lay(&laid->show, chosen->show);
	lay(&laid->sort, chosen->sort);
	lay(&laid->columns, chosen->columns);
	return true;
}

/* ---- rights and addresses -------------------------------------------------------------------- */

bool
view_may_share(const struct own *own, const struct record_type *type)
{
	return viewer_permit(own->ask->viewer, own->place->slug, type->group, own->ask->today).reach >= REACH_WRITE;
}

bool
view_may_change(const struct own *own, const struct kept_view *one)
{
	const struct record_type *type = record_type_find(one->type);
	return one->owner.len || str_equal(one->made_by, own->ask->viewer->account) ||
	       (type && view_may_share(own, type));
}

Str
view_href(const struct own *own, const struct kept_view *one)
{
	return str_format(own->perm, "/authorities/%.*s/%.*s?view=%lld", STR_ARG(own->place->slug),
	                  STR_ARG(record_type_segment(record_type_find(one->type), own->perm)),
	                  (long long)one->number);
}

/* ---- over a list ----------------------------------------------------------------------------- */

void
views_add_links(struct document *doc, const struct shelf *shelf, const struct views *views)
{
	struct arena *perm = doc->arena;
	struct pick *picks = new(perm, views->count + 1, struct pick);
	struct run *runs = new(perm, 1, struct run);
	if (views->count == 0)
		return;
	picks[0] = pick_of(shelf_href(shelf, S("")), str_format(perm, "All %.*s", STR_ARG(shelf->type->many)));
	for (int i = 0; i < views->count; i++) {
		const struct kept_view *one = &views->at[i];
		picks[i + 1] = pick_of(view_href(&shelf->own, one), one->owner.len ? one->name
			: str_format(perm, "%.*s (the council\u2019s)", STR_ARG(one->name)));
		picks[i + 1].chosen = one == views->chosen;
	}
	document_choices(doc, S("Views:"), picks, views->count + 1);
	if (!views->chosen || !view_may_change(&shelf->own, views->chosen))
		return;
	runs[0] = (struct run){ .text = S("Rename or take away this view"),
		.href = str_format(perm, "/authorities/%.*s/views/%lld", STR_ARG(shelf->own.place->slug),
		                   (long long)views->chosen->number) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 1);
}

static void
add_hidden(struct form *form, struct arena *perm, Str name, Str value)
{
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = name, .value = value });
}

/* The day a list is looked at moves on; a day that was chosen stays. */
static void
add_day(struct form *form, const struct own *own, Str on)
{
	Date day = own->ask->day;
	struct pick *picks = new(own->perm, 2, struct pick);
	if (on.len)
		date_parse(on, &day);
	picks[0] = pick_of(S(""), S("The day it is looked at"));
	picks[1] = pick_of(date_iso(day, own->perm), str_format(own->perm, "Always %.*s",
		STR_ARG(date_text(day, own->perm))));
	picks[on.len && day.day != own->ask->today.day ? 1 : 0].chosen = true;
	form_input(form, own->perm, (struct input){ .kind = INPUT_RADIOS, .name = S("on"), .label = S("As at"),
		.picks = picks, .pick_count = 2 });
}

struct form *
view_form(const struct own *own, const struct record_type *type, const struct kept_view *given, Str error)
{
	struct arena *perm = own->perm;
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/views", STR_ARG(own->place->slug)));
	form->id = S("keep");
	form_input(form, perm, (struct input){ .name = S("name"), .label = S("Name of the view"), .width = 20,
		.value = given->name, .error = error,
		.hint = S("What is searched for, the unit, the order and the columns are kept under it") });
	if (type->dated && !str_equal(given->show, S("all")))
		add_day(form, own, given->on);
	if (view_may_share(own, type)) {
		struct pick *share = new(perm, 1, struct pick);
		share[0] = (struct pick){ .value = S("yes"), .words = S("Share it with the council"),
			.hint = S("Whoever may see this list sees its name and what it searches for, so no names of people") };
		form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("share"), .picks = share,
			.pick_count = 1 });
	}
	add_hidden(form, perm, S("type"), record_type_segment(type, perm));
	add_hidden(form, perm, S("q"), given->query);
	add_hidden(form, perm, S("unit"), given->unit);
	add_hidden(form, perm, S("show"), given->show);
	add_hidden(form, perm, S("sort"), given->sort);
	add_hidden(form, perm, S("columns"), given->columns);
	form_button(form, perm, (struct button){ .words = S("Keep this view"), .tone = BUTTON_SECOND });
	return form;
}
