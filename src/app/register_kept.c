/* register_kept.c: the views themselves: kept, listed, renamed, taken away. */
#include "app/form_made.h"
#include "app/register_beside.h"
#include "app/register_views.h"
#include "app/stored.h"

enum { SAID_MOST = 500 };

/* ---- in words -------------------------------------------------------------------------------- */

static void
add_words(struct text *words, const char *before, Str said)
{
	if (said.len)
		text_format(words, "%s%s%.*s", words->len ? "; " : "", before, STR_ARG(said));
}

/* "Caseload, Started": the labels of fields. */
static Str
labels_of(const struct record_type *type, Str names, struct arena *perm)
{
	struct text labels = text_new(perm);
	while (names.len) {
		Str label = beside_label(type, str_trim(str_cut(&names, ',')));
		if (label.len)
			text_format(&labels, "%s%.*s", labels.len ? ", " : "", STR_ARG(label));
	}
	return text_str(&labels);
}

static Str
order_words(const struct record_type *type, Str sort, struct arena *perm)
{
	bool down = str_begins(sort, S("-"));
	Str name = str_from(sort, down);
	Str label = beside_label(type, name);
	if (sort.len == 0)
		return sort;
	return str_format(perm, "%.*s%s", STR_ARG(label.len ? label : name),
	                  down ? ", last first" : "");
}

/* What a view asks; the name of a unit only where it may be known. */
static Str
asked_words(const struct own *own, const struct kept_view *one)
{
	const struct record_type *type = record_type_find(one->type);
	struct text words = text_new(own->perm);
	int unit = one->unit.len ? roster_unit(own->roster, one->unit) : NOT_THERE;
	bool seen = unit != NOT_THERE && sight_unit(&own->sight, unit, GROUP_STRUCTURE).reach >= REACH_READ;
	Date day;
	add_words(&words, "search for ", one->query);
	add_words(&words, "unit ", seen ? unit_words(own, unit) : one->unit);
	if (one->on.len && date_parse(one->on, &day))
		add_words(&words, "as at ", date_text(day, own->perm));
	add_words(&words, "", one->show.len ? S("all through time") : S(""));
	add_words(&words, "in order of ", order_words(type, one->sort, own->perm));
	add_words(&words, "columns: ", labels_of(type, one->columns, own->perm));
	return words.len ? str_capital(text_str(&words), own->perm) : S("Everything");
}

/* ---- the list of them ------------------------------------------------------------------------ */

static const struct column view_columns[] = {
	{ .name = STR("view"), .title = STR("View") },
	{ .name = STR("records"), .title = STR("Records") },
	{ .name = STR("whose"), .title = STR("Whose") },
	{ .name = STR("asks"), .title = STR("What it asks") },
	{ .name = STR("number"), .title = STR("Number"), .number = true },
	{ .name = STR("change"), .title = STR("Change it") },
};

static Str
one_href(const struct own *own, const struct kept_view *one)
{
	return str_format(own->perm, "/authorities/%.*s/views/%lld", STR_ARG(own->place->slug), (long long)one->number);
}

struct answer
show_kept_views(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct views views;
	struct answer why;
	struct rows_made rows = { 0 };
	if (!own_settle(world, ask, &own, &why, perm) || !views_read(world, &(struct ask){ .area = own.place->slug,
	    .viewer = ask->viewer, .today = ask->today }, S(""), &views, &why, perm))
		return why;
	for (int i = 0; i < views.count; i++) {
		const struct kept_view *one = &views.at[i];
		struct cell *cells = rows_push(&rows, countof(view_columns), perm);
		cells[0] = cell_link(one->name, view_href(&own, one));
		cells[1] = cell_text(type_many(record_type_find(one->type), perm));
		cells[2] = cell_text(one->owner.len ? S("Yours") : S("The council\u2019s"));
		cells[3] = cell_text(asked_words(&own, one));
		cells[4] = cell_figure(figure_whole(one->number), 0, UNIT_COUNT);
		cells[5] = view_may_change(&own, one) ? cell_link(str_format(perm, "Rename or take away %lld",
			(long long)one->number), one_href(&own, one)) : cell_text(S(""));
	}
	struct document doc = document_new(perm, S("Views of lists"));
	doc.caption = own.place->name;
	doc.address = str_format(perm, "/authorities/%.*s/views", STR_ARG(own.place->slug));
	doc.data = table_of(S("views"), S("Your views and the council\u2019s"), view_columns, countof(view_columns), rows, perm);
	if (views.count)
		document_table(&doc, doc.data);
	else
		document_paragraph(&doc, S("There are none yet. Ask something of a list, such as posts, and keep it by a name "
			"under the list."));
	return answer_of(DONE, doc);
}

/* ---- keeping --------------------------------------------------------------------------------- */

struct keeping { Str authority; struct kept_view view; Str name; bool remove; enum view_kept kept; };

static bool
keep(struct store *store, void *what, struct error *err)
{
	struct keeping *in = what;
	return store_view_keep(store, in->authority, &in->view, &in->kept, err);
}

static bool
change(struct store *store, void *what, struct error *err)
{
	struct keeping *in = what;
	if (in->remove)
		return store_view_forget(store, in->authority, in->view.number, err);
	return store_view_rename(store, in->authority, &in->view, in->name, &in->kept, err);
}

static Str
said(const struct ask *ask, const char *name)
{
	return ask->sent ? str_trim(sents_find(ask->sent, str_of(name))) : (Str){ 0 };
}

/* Why a name will not do, or empty. */
static Str
name_wrong(Str name)
{
	bool plain = true;
	for (ptrdiff_t i = 0; i < name.len; i++)
		plain = plain && (unsigned char)name.at[i] >= ' ';
	if (name.len == 0)
		return S("Enter a name for the view, for example Vacant posts of the duty team");
	return name.len > VIEW_NAME_MOST || !plain ? S("Enter a name of at most 80 characters, in one line") : S("");
}

static Str
kept_wrong(enum view_kept kept)
{
	static const Str words[] = {
		[VIEW_KEPT] = STR(""),
		[VIEW_NAME_TAKEN] = STR("There is a view of that name already: enter another"),
		[VIEW_ONE_TOO_MANY] = STR("There are 200 views already: take one away first"),
	};
	return words[kept];
}

/* Whether what is to be kept could have been asked. */
static bool
can_be_asked(const struct kept_view *one)
{
	Str parts[] = { one->query, one->unit, one->sort, one->columns };
	Date day;
	for (ptrdiff_t i = 0; i < countof(parts); i++)
		if (parts[i].len > SAID_MOST)
			return false;
	return (one->on.len == 0 || date_parse(one->on, &day)) &&
	       (one->show.len == 0 || str_equal(one->show, S("all")));
}

static struct kept_view
view_sent(const struct own *own, const struct record_type *type)
{
	const struct ask *ask = own->ask;
	Date day;
	struct kept_view one = { .type = type->name, .name = said(ask, "name"), .made_by = ask->viewer->account,
		.made_at = ask->now, .query = said(ask, "q"), .unit = said(ask, "unit"), .on = said(ask, "on"),
		.show = said(ask, "show"), .sort = said(ask, "sort"), .columns = said(ask, "columns") };
	one.owner = said(ask, "share").len ? S("") : ask->viewer->account;
	if (one.on.len && date_parse(one.on, &day))
		one.on = date_iso(day, own->perm);
	return one;
}

static struct answer
not_kept(const struct own *own, const struct record_type *type, const struct kept_view *one, Str error)
{
	struct answer answer = answer_of(WRONG, document_new(own->perm, S("The view is not kept yet")));
	answer.document.caption = own->place->name;
	document_form(&answer.document, view_form(own, type, one, error));
	return answer;
}

/* What is shared is everybody's, so the audit knows who changed it. */
static void
tell_shared(const struct own *own, const struct kept_view *one, Str action)
{
	if (one->owner.len == 0)
		witness_note(own->ask, action, str_format(own->perm, "view %lld of %.*s", (long long)one->number,
			STR_ARG(record_type_find(one->type)->many)));
}

static struct answer
views_failed(const struct own *own, const struct error *err)
{
	return answer_words(FAILED, S("The view was not changed"), str_copy(str_of(err->text), own->perm), own->perm);
}

struct answer
keep_view(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	struct error err = { 0 };
	const struct record_type *type = record_type_at(said(ask, "type"));
	if (!own_settle(world, ask, &own, &why, perm))
		return why;
	if (!type)
		return answer_words(UNKNOWN, S("There is no such kind of record"), S("A view is of one kind of record."), perm);
	struct keeping in = { .authority = own.place->slug, .view = view_sent(&own, type) };
	enum reach needed = in.view.owner.len ? REACH_PSEUDONYM : REACH_WRITE;
	if (viewer_permit(ask->viewer, own.place->slug, type->group, ask->today).reach < needed)
		return admit_refuses(ask, (struct need){ OF_COUNCIL, type->group, needed }, perm);
	if (!can_be_asked(&in.view))
		return answer_words(WRONG, S("That cannot be asked of a list"),
			S("Ask it of the list itself, then keep it from there."), perm);
	if (name_wrong(in.view.name).len)
		return not_kept(&own, type, &in.view, name_wrong(in.view.name));
	if (!stored(world, keep, &in, perm, &err))
		return views_failed(&own, &err);
	if (in.kept != VIEW_KEPT)
		return not_kept(&own, type, &in.view, kept_wrong(in.kept));
	tell_shared(&own, &in.view, S("view.keep"));
	struct answer answer = answer_words(DONE, S("The view is kept"), in.view.name, perm);
	answer.to = view_href(&own, &in.view);
	answer.added = true;
	return answer;
}

/* ---- one of them ----------------------------------------------------------------------------- */

static struct answer
view_page(const struct own *own, const struct kept_view *one, Str name, Str error)
{
	struct arena *perm = own->perm;
	struct document doc = document_new(perm, str_format(perm, "View: %.*s", STR_ARG(one->name)));
	struct pair *pairs = new(perm, 3, struct pair);
	doc.caption = own->place->name;
	pairs[0] = (struct pair){ .key = S("Records"), .value = type_many(record_type_find(one->type), perm),
	                          .href = view_href(own, one) };
	pairs[1] = (struct pair){ .key = S("Whose"), .value = one->owner.len ? S("Yours") : S("The council\u2019s") };
	pairs[2] = (struct pair){ .key = S("What it asks"), .value = asked_words(own, one) };
	document_summary(&doc, pairs, 3);
	if (!view_may_change(own, one))
		return answer_of(DONE, doc);
	struct form *form = form_made(perm, one_href(own, one));
	form_input(form, perm, (struct input){ .name = S("name"), .label = S("Name"), .width = 20, .value = name, .error = error });
	form_button(form, perm, (struct button){ .words = S("Rename"), .name = S("do"), .value = S("rename") });
	document_form(&doc, form);
	document_form(&doc, form_of_button(perm, one_href(own, one), (struct button){ .words = S("Take this view away"),
		.name = S("do"), .value = S("remove"), .tone = BUTTON_WARNING }));
	return answer_of(error.len ? WRONG : DONE, doc);
}

static struct answer
view_change(const struct own *own, struct keeping *in)
{
	struct error err = { 0 };
	Str act = said(own->ask, "do");
	const struct kept_view *one = &in->view;
	in->remove = str_equal(act, S("remove"));
	in->name = said(own->ask, "name");
	if (!view_may_change(own, one))
		return admit_refuses(own->ask, (struct need){ OF_COUNCIL, record_type_find(one->type)->group, REACH_WRITE },
		                     own->perm);
	if (!in->remove && !str_equal(act, S("rename")))
		return answer_words(WRONG, S("Say what to do with the view"), S("It can be renamed or taken away."), own->perm);
	if (!in->remove && name_wrong(in->name).len)
		return view_page(own, one, in->name, name_wrong(in->name));
	if (!stored(own->world, change, in, own->perm, &err))
		return views_failed(own, &err);
	if (in->kept != VIEW_KEPT)
		return view_page(own, one, in->name, kept_wrong(in->kept));
	tell_shared(own, one, in->remove ? S("view.remove") : S("view.rename"));
	struct answer answer = answer_words(DONE, in->remove ? S("The view is gone") : S("The view is renamed"), one->name,
	                                    own->perm);
	answer.to = in->remove ? str_format(own->perm, "/authorities/%.*s/views", STR_ARG(own->place->slug)) : view_href(own, one);
	return answer;
}

struct answer
show_kept_view(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct views views;
	struct answer why;
	if (!own_settle(world, ask, &own, &why, perm) || !views_read(world, &(struct ask){ .area = own.place->slug,
	    .viewer = ask->viewer, .today = ask->today }, S(""), &views, &why, perm))
		return why;
	for (int i = 0; i < views.count; i++) {
		struct keeping in = { .authority = own.place->slug, .view = views.at[i] };
		if (!str_equal(ask->ref, str_format(perm, "%lld", (long long)in.view.number)))
			continue;
		return ask->sent ? view_change(&own, &in) : view_page(&own, &in.view, in.view.name, S(""));
	}
	return answer_words(UNKNOWN, S("There is no such view here for you"),
		S("It may have been taken away, or be somebody else\u2019s own."), perm);
}
