/* load_list.c: the lists that were loaded, and bringing a new one. */
#include "app/load_parts.h"

#include "app/stored.h"
#include "files/file.h"
#include "store/accounts.h"

/* ---- who, and which list --------------------------------------------------------------------- */

bool
lists_settle(const struct world *world, const struct ask *ask, struct own *own, struct answer *why,
             struct arena *perm)
{
	int area = area_exact(&world->published.areas, ask->area);
	*own = (struct own){ .world = world, .ask = ask, .place = &world->published.areas.at[area],
	                     .unit = NOT_THERE, .perm = perm };
	if (!keeps_whole_council(ask, GROUP_IMPORTS)) {          /* a list is of the whole council */
		*why = answer_words(FORBIDDEN, S("Lists are of the whole council"), S("A list holds the names of people in "
			"all teams, so it is loaded by whoever keeps the records of the whole council: an HR officer or HR "
			"lead. Ask one of them."), perm);
		return false;
	}
	own->council = ask->held ? &ask->held->council : council_none(ask->area, perm);
	own->roster = ask->held ? &ask->held->roster : NULL;
	return true;
}

struct finding_list { Str area; int64_t number; struct kept_list *kept; struct arena *perm; };

static bool
find_list(struct store *store, void *what, struct error *err)
{
	struct finding_list *in = what;
	return store_list(store, in->area, in->number, in->kept, in->perm, err);
}

bool
list_settle(const struct world *world, const struct ask *ask, struct load_page *page, struct answer *why,
            struct arena *perm)
{
	struct error err;
	*page = (struct load_page){ 0 };
	if (!lists_settle(world, ask, &page->own, why, perm))
		return false;
	struct finding_list in = { .area = ask->area, .kept = &page->kept, .perm = perm };
	if (parse_digits(ask->ref, &in.number) && !stored(world, find_list, &in, perm, &err)) {
		*why = lists_failed(&page->own, S("The list cannot be read"), &err);
		return false;
	}
	if (page->kept.number > 0)
		return true;
	*why = answer_words(UNKNOWN, S("There is no such list"), S("The page of loaded lists has their numbers."), perm);
	return false;
}

struct answer
lists_failed(const struct own *own, Str title, const struct error *err)
{
	struct answer answer = answer_failed(title, err, own->perm);
	answer.document.caption = own->place->name;
	return answer;
}

/* ---- words and addresses --------------------------------------------------------------------- */

Str
href_of_list(const struct own *own, int64_t number, Str how)
{
	return str_format(own->perm, "/authorities/%.*s/loads/%lld%s%.*s", STR_ARG(own->place->slug),
	                  (long long)number, how.len ? "?how=" : "", STR_ARG(how));
}

struct button
button_do(Str words, Str does, enum button_tone tone)
{
	return (struct button){ .words = words, .name = S("do"), .value = does, .tone = tone };
}

Str
list_title(Str list)
{
	enum list_kind kind;
	return list_find(list, &kind) ? list_rows[kind].title : list;
}

/* ---- the page -------------------------------------------------------------------------------- */

enum { LISTS_COLUMNS = 8 };
static const struct column columns[LISTS_COLUMNS] = {
	{ STR("number"), STR("Number"), false, false },
	{ STR("list"), STR("List"), false, false },
	{ STR("file"), STR("File"), false, false },
	{ STR("as_at"), STR("As at"), false, false },
	{ STR("loaded"), STR("Brought"), false, false },
	{ STR("by"), STR("By"), false, false },
	{ STR("state"), STR("State"), false, false },
	{ STR("about"), STR("What it came to"), false, false },
};

struct listing { const struct own *own; struct kept_list *lists; int count;
                 struct kept_profile *profiles; int profile_count; };

static bool
read_lists(struct store *store, void *what, struct error *err)
{
	struct listing *in = what;
	return store_lists(store, in->own->ask->area, &in->lists, &in->count, in->own->perm, err)
		&& store_profiles(store, in->own->ask->area, &in->profiles, &in->profile_count, in->own->perm, err);
}

static const struct { Str words; int tone; } state_tags[LIST_STATES] = {
	[LIST_STAGED] = { STR("Waiting"), TAG_YELLOW }, [LIST_APPLIED] = { STR("Applied"), TAG_GREEN },
	[LIST_UNDONE] = { STR("Taken back"), TAG_GREY }, [LIST_REJECTED] = { STR("Put aside"), TAG_GREY },
	[LIST_AGREED] = { STR("Agreed"), TAG_GREEN },
};

static const struct table *
lists_table(const struct listing *in)
{
	struct rows_made rows = { 0 };
	struct arena *perm = in->own->perm;
	Str actor = { 0 }, name = { 0 };
	for (int i = 0; i < in->count; i++) {
		const struct kept_list *list = &in->lists[i];
		if (!str_equal(list->actor, actor)) {
			actor = list->actor;
			name = actor_words(in->own, actor);
		}
		struct cell *cells = rows_push(&rows, LISTS_COLUMNS, perm);
		bool counts = list->state != LIST_STAGED && list->state != LIST_REJECTED;
		cells[0] = cell_link(str_format(perm, "%lld", (long long)list->number),
		                     href_of_list(in->own, list->number, S("")));
		cells[1] = cell_text(list_title(list->list));
		cells[2] = cell_text(list->file);
		cells[3] = cell_text(date_text(list->as_at, perm));
		cells[4] = cell_text(instant_words(list->staged_at, perm));
		cells[5] = cell_text(name);
		cells[6] = cell_tag(state_tags[list->state].words, state_tags[list->state].tone);
		cells[7] = cell_text(counts ? list->about : S(""));
	}
	return table_of(S("lists"), S("Lists that were brought, the latest first"), columns, LISTS_COLUMNS, rows, perm);
}

static struct pick *
list_picks(struct arena *perm)
{
	struct pick *picks = new(perm, LISTS, struct pick);
	for (int i = 0; i < LISTS; i++)
		picks[i] = (struct pick){ .value = list_rows[i].name, .words = list_rows[i].title,
		                          .hint = list_rows[i].does };
	return picks;
}

static struct pick *
profile_picks(const struct listing *in, int *count)
{
	struct pick *picks = new(in->own->perm, in->profile_count + 1, struct pick);
	picks[0] = (struct pick){ .words = S("By its headings") };
	for (int i = 0; i < in->profile_count; i++)
		picks[i + 1] = (struct pick){ .value = in->profiles[i].name, .words = in->profiles[i].name };
	*count = in->profile_count + 1;
	return picks;
}

static void
add_form(struct document *doc, const struct listing *in, const struct list_form *given)
{
	enum { INPUTS = 5 };
	struct arena *perm = in->own->perm;
	struct input *inputs = new(perm, INPUTS, struct input);
	struct pick *everybody = new(perm, 1, struct pick);
	int profiles, count = 0;
	const struct pick *picks = profile_picks(in, &profiles);
	inputs[count++] = (struct input){ .kind = INPUT_FILE, .name = S("file"), .label = S("The file"),
		.hint = S("A spreadsheet (XLSX) or CSV, as it came. It does not have to be tidied first."),
		.error = given->file_error };
	inputs[count++] = (struct input){ .kind = INPUT_RADIOS, .name = S("list"), .label = S("Whose list is it?"),
		.picks = list_picks(perm), .pick_count = LISTS, .value = given->list, .error = given->list_error };
	inputs[count++] = (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("The day it is of"),
		.hint = S("For example 30 Sep 2025. Changes count from that day."), .value = given->on,
		.error = given->on_error, .width = 20 };
	everybody[0] = (struct pick){ .value = S("yes"), .words = S("Everybody is in it"), .chosen = given->complete,
		.hint = S("Then whoever is in post and not in the list has left. Otherwise they are left alone.") };
	inputs[count++] = (struct input){ .kind = INPUT_CHECKS, .name = S("complete"), .picks = everybody, .pick_count = 1 };
	if (profiles > 1)
		inputs[count++] = (struct input){ .kind = INPUT_SELECT, .name = S("profile"), .label = S("Read it as"),
			.hint = S("How lists were read before"), .picks = picks, .pick_count = profiles, .value = given->profile };
	form_add(doc, (struct form){ .action = own_href(in->own, S("loads")) }, inputs, count,
		(struct button){ .words = S("Check the file") });
}

static struct answer
lists_page(const struct own *own, const struct list_form *form, enum outcome outcome)
{
	struct listing in = { .own = own };
	struct error err;
	if (!stored(own->world, read_lists, &in, own->perm, &err))
		return lists_failed(own, S("The lists cannot be read"), &err);
	struct answer answer = answer_of(outcome, document_new(own->perm, S("Load a list of people or posts")));
	struct document *doc = &answer.document;
	doc->caption = own->place->name;
	doc->address = own_href(own, S("loads"));
	document_paragraph(doc, S("Nothing changes until you have seen what the list would do. It can be taken back later."));
	if (own->ask->held && own->ask->held->made_up)
		add_words(doc, BLOCK_WARNING, S("This council is made up, and whoever reaches this program may look round in it without a "
			"password. Practise with made-up lists; before you load a real one, have the made-up people taken out."), S(""));
	add_form(doc, &in, form);
	document_heading(doc, 2, S("Lists so far"), S("lists"));
	doc->data = lists_table(&in);
	if (in.count > 0)
		document_table(doc, doc->data);
	else
		document_paragraph(doc, S("No list was brought yet."));
	return answer;
}

struct answer
show_lists(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer why;
	if (!lists_settle(world, ask, &own, &why, perm))
		return why;
	struct list_form form = { .on = date_text(ask->today, perm) };
	witness_saw(ask, GROUP_IMPORTS, S("the names of lists"));
	return lists_page(&own, &form, DONE);
}

/* ---- bringing one ---------------------------------------------------------------------------- */

struct staging { const struct own *own; struct kept_list list; struct list_staged staged; };

static bool
stage(struct store *store, void *what, struct error *err)
{
	struct staging *in = what;
	const struct own *own = in->own;
	int64_t ended;
	return store_list_files_end(store, own->ask->today, &ended, err)
		&& store_list_stage(store, own->ask->area, &in->list, own->ask->file.bytes, &in->staged, *own->perm, err);
}

static Str
plain_name(Str name, struct arena *perm)
{
	enum { NAME_MOST = 200 };
	char *plain = str_c(name.len && name.len <= NAME_MOST ? name : S("list"), perm);
	for (char *c = plain; *c; c++)
		if ((unsigned char)*c < 0x20 || *c == 0x7F)
			*c = ' ';
	return str_of(plain);
}

/* What was said, judged; the day in `*as_at`. */
static bool
judge_form(const struct own *own, struct list_form *form, enum list_kind *kind, Date *as_at)
{
	if (!own->ask->file.there || own->ask->file.bytes.len == 0)
		form->file_error = own->ask->file.name.len ? S("The file is empty") : S("Choose the file");
	if (!list_find(form->list, kind))
		form->list_error = S("Say whose list it is");
	if (!date_parse(form->on, as_at))
		form->on_error = S("Enter the day the list is of, for example 30 Sep 2025");
	else if (as_at->day > own->ask->today.day)
		form->on_error = S("The day the list is of has not come yet");
	return form->file_error.len + form->list_error.len + form->on_error.len == 0;
}

struct answer
add_list(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct staging in;
	struct own own;
	struct answer why;
	struct error err;
	enum list_kind kind = LIST_HR;
	Date as_at;
	if (!lists_settle(world, ask, &own, &why, perm))
		return why;
	struct list_form form = { .list = sents_find(ask->sent, S("list")), .on = str_trim(sents_find(ask->sent, S("on"))),
		.profile = sents_find(ask->sent, S("profile")), .complete = sents_has(ask->sent, S("complete")) };
	if (!judge_form(&own, &form, &kind, &as_at))
		return lists_page(&own, &form, WRONG);
	struct profile profile = { .name = form.profile, .list = kind, .complete = form.complete };
	in = (struct staging){ .own = &own, .list = { .list = form.list, .file = plain_name(ask->file.name, perm),
		.sha256 = file_sha256(ask->file.bytes, perm), .actor = ask->viewer->account, .as_at = as_at,
		.staged_at = ask->now, .profile = profile_text(&profile, perm),
		.file_until = { ask->today.day + LIST_KEPT_STAGED } } };
	if (!stored(world, stage, &in, perm, &err))
		return lists_failed(&own, S("The file was not kept"), &err);
	witness_saw(ask, GROUP_IMPORTS, list_object(in.staged.number, perm));
	struct answer answer = answer_of(DONE, document_new(perm, in.staged.already
		? S("That file was brought before; nothing changed") : S("The file is kept, and nothing was changed yet")));
	answer.document.caption = own.place->name;
	answer.to = href_of_list(&own, in.staged.number, in.staged.already ? S("again") : S(""));
	answer.added = !in.staged.already;
	return answer;
}
