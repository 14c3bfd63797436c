/* load_page.c: one list: how far it is, what is to be done next, or what became of it. */
#include "app/load_parts.h"

#include "app/stored.h"
#include "store/records.h"

const struct line_read *
line_read_at(const struct load_work *work, int line)
{
	int low = 0, high = work->read.count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (work->read.at[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < work->read.count && work->read.at[low].line == line ? &work->read.at[low] : NULL;
}

int
to_mend(const struct load_work *work)
{
	return (int)work->found.mistakes;
}

int
to_confirm(const struct load_work *work)
{
	return (int)(work->found.count - work->found.mistakes);
}

struct profile *
profile_now(const struct load_page *page)
{
	struct profile *profile = new(page->own.perm, 1, struct profile);
	*profile = page->work->profile;
	return profile;
}

void
add_words(struct document *doc, enum block_kind kind, Str text, Str href)
{
	struct run *run = new(doc->arena, 1, struct run);
	*run = (struct run){ .text = text, .href = href };
	document_runs(doc, kind, run, 1);
}

static void
begin(struct load_page *page, Str title)
{
	page->doc = document_new(page->own.perm, title);
	page->doc.caption = page->own.place->name;
	page->doc.address = href_of_list(&page->own, page->kept.number, page->own.ask->how);
	page->doc.period = str_format(page->own.perm, "%.*s, as at %.*s", STR_ARG(list_title(page->kept.list)),
	                              STR_ARG(date_text(page->kept.as_at, page->own.perm)));
}

/* ---- going on -------------------------------------------------------------------------------- */

static const struct { enum load_stage stage; Str does, did; } stages[] = {
	{ LOAD_OPENING, STR("opening the file"), STR("file opened") },
	{ LOAD_READING, STR("reading the rows"), STR("rows read") },
	{ LOAD_MATCHING, STR("matching them to the records"), STR("rows matched") },
	{ LOAD_JUDGING, STR("judging them by the rules"), STR("rows judged") },
	{ LOAD_WRITING, STR("judging and writing them"), STR("written") },
};

static struct answer
show_going(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	const struct load_seen *seen = &page->seen;
	Str items[countof(stages)];
	int count = 0;
	begin(page, seen->applying ? S("The list is being applied") : S("The list is being read"));
	for (ptrdiff_t i = 0; i < countof(stages) && stages[i].stage <= seen->stage; i++) {
		bool now = stages[i].stage == seen->stage;
		if (seen->applying && stages[i].stage == LOAD_JUDGING)
			continue;
		Str rows = seen->rows > 0 && i > 0 ? figure_text(figure_whole(seen->rows), 0, perm) : S("");
		items[count++] = now ? str_format(perm, "Now: %.*s%s%.*s%s", STR_ARG(stages[i].does), rows.len ? ", " : "",
		                                  STR_ARG(rows), rows.len ? " of them" : "")
		                     : str_format(perm, "Done: %.*s", STR_ARG(stages[i].did));
	}
	Str *kept = new(perm, count, Str);
	for (int i = 0; i < count; i++)
		kept[i] = items[i];
	document_paragraph(&page->doc, S("You can leave this page and come back; the work goes on. The page looks again by "
		"itself."));
	document_list(&page->doc, kept, count);
	struct answer answer = answer_of(DONE, page->doc);
	answer.again_seconds = 1;
	return answer;
}

static struct answer
show_failed(struct load_page *page)
{
	begin(page, S("The list cannot be read"));
	document_paragraph(&page->doc, page->seen.words);
	return answer_of(FAILED, page->doc);
}

/* ---- waiting for somebody -------------------------------------------------------------------- */

struct part { Str name, words; load_part *add; };
static const struct part parts[] = {
	{ STR("columns"), STR("Columns"), part_columns },
	{ STR("words"),   STR("Local words"), part_words },
	{ STR("mend"),    STR("To mend and to confirm"), part_mend },
	{ STR("changes"), STR("What it would do"), part_changes },
};

/* Where somebody should look first: columns before cells, cells before changes. */
static const struct part *
part_first(const struct load_work *work)
{
	bool unsaid = false;
	for (int i = 0; i < work->word_count; i++)
		unsaid = unsaid || (work->words[i].means.len == 0 && work->words[i].target != TO_TEAM &&
		                    work->words[i].target != TO_JOB_TITLE);
	if (work->unreadable)
		return &parts[0];
	if (unsaid)
		return &parts[1];
	return to_mend(work) > 0 ? &parts[2] : &parts[3];
}

static const struct part *
part_asked(const struct load_page *page)
{
	for (ptrdiff_t i = 0; i < countof(parts); i++)
		if (str_equal(page->own.ask->how, parts[i].name))
			return &parts[i];
	return part_first(page->work);
}

static Str
title_of(const struct load_page *page)
{
	const struct load_work *work = page->work;
	struct arena *perm = page->own.perm;
	Str rows = counted(work->read.count, "row", "rows", perm);
	if (work->unreadable)
		return S("The columns of this list need you");
	if (to_mend(work) > 0)
		return str_format(perm, "%.*s read, %.*s you", STR_ARG(rows),
		                  STR_ARG(counted(to_mend(work), "needs", "need", perm)));
	if (work->changes.count == 0)
		return str_format(perm, "%.*s read, and the records say the same", STR_ARG(rows));
	return str_format(perm, "%.*s read, ready to apply", STR_ARG(rows));
}

static void
add_picks(struct load_page *page, const struct part *now)
{
	const struct load_work *work = page->work;
	struct arena *perm = page->own.perm;
	int counts[countof(parts)] = { work->column_count, work->word_count, (int)work->found.count,
	                               work->preview.count - work->preview.counts[ROW_SAME] };
	struct pick *picks = new(perm, countof(parts), struct pick);
	for (ptrdiff_t i = 0; i < countof(parts); i++)
		picks[i] = (struct pick){ .value = href_of_list(&page->own, page->kept.number, parts[i].name),
			.words = str_format(perm, "%.*s (%.*s)", STR_ARG(parts[i].words),
			                    STR_ARG(figure_text(figure_whole(counts[i]), 0, perm))),
			.chosen = &parts[i] == now };
	document_choices(&page->doc, S("Parts of this list"), picks, countof(parts));
}

/* An applying that came to nothing, told once. */
static void
add_stopped(struct load_page *page)
{
	if (!page->seen.applying || page->seen.done.did == DID)
		return;
	add_words(&page->doc, BLOCK_WARNING, str_format(page->own.perm, "Nothing was applied. %.*s",
	          STR_ARG(page->seen.words)), S(""));
	if (page->seen.done.found.mistakes > 0)
		document_findings(&page->doc, &page->seen.done.found);
}

static struct answer
show_waiting(struct load_page *page)
{
	page->work = page->seen.work;
	const struct part *part = part_asked(page);
	begin(page, title_of(page));
	if (str_equal(page->own.ask->how, S("again")))
		document_notice(&page->doc, NOTICE_KNOW, S("This file was brought before, and waits here. Nothing changed."));
	add_stopped(page);
	add_picks(page, part);
	part->add(page);
	if (!page->doc.data)
		page->doc.data = table_of_changes(page, ROW_OUTCOMES, false);
	return answer_of(DONE, page->doc);
}

/* ---- what became of it ----------------------------------------------------------------------- */

static void
add_receipt(struct load_page *page)
{
	const struct kept_list *kept = &page->kept;
	struct arena *perm = page->own.perm;
	struct pair *pairs = new(perm, 8, struct pair);
	int count = 0;
	pairs[count++] = (struct pair){ .key = S("File"), .value = kept->file };
	pairs[count++] = (struct pair){ .key = S("SHA-256"), .value = kept->sha256 };
	pairs[count++] = (struct pair){ .key = S("Brought"), .value = str_format(perm, "%.*s, by %.*s",
		STR_ARG(instant_words(kept->staged_at, perm)), STR_ARG(actor_words(&page->own, kept->actor))) };
	if (kept->applied_at)
		pairs[count++] = (struct pair){ .key = S("Applied"), .value = instant_words(kept->applied_at, perm) };
	if (kept->rejected_at)
		pairs[count++] = (struct pair){ .key = S("Put aside"), .value = instant_words(kept->rejected_at, perm) };
	if (kept->agreed_at)
		pairs[count++] = (struct pair){ .key = S("Agreed"), .value = instant_words(kept->agreed_at, perm) };
	if (kept->about.len && (kept->applied_at || kept->agreed_at))
		pairs[count++] = (struct pair){ .key = S("What it came to"), .value = kept->about };
	pairs[count++] = (struct pair){ .key = S("The file itself"), .value = kept->file_there
		? str_format(perm, "is kept until %.*s", STR_ARG(date_text(kept->file_until, perm)))
		: S("is no longer kept") };
	document_summary(&page->doc, pairs, count);
}

struct leaving_out { const struct load_page *page; struct mend *mends; int count; };

static bool
read_mends(struct store *store, void *what, struct error *err)
{
	struct leaving_out *in = what;
	const struct own *own = &in->page->own;
	return store_list_mends(store, own->ask->area, in->page->kept.number, &in->mends, &in->count, own->perm, err);
}

/* Rows of the file that took no part, as long as that is kept. */
static void
add_left_out(struct load_page *page)
{
	enum { SHOWN = 50 };
	struct leaving_out in = { .page = page };
	struct arena *perm = page->own.perm;
	struct error err;
	Str *items = new(perm, SHOWN, Str);
	int count = 0;
	if (!stored(page->own.world, read_mends, &in, perm, &err))
		return;                              /* the receipt stands without them */
	for (int i = 0; i < in.count && count < SHOWN; i++)
		if (in.mends[i].column == 0)
			items[count++] = str_format(perm, "Row %d%s%.*s", in.mends[i].line, in.mends[i].text.len ? ": " : "",
			                            STR_ARG(in.mends[i].text));
	if (count == 0)
		return;
	document_heading(&page->doc, 2, S("Rows left out of the load"), S("left-out"));
	document_list(&page->doc, items, count);
}

static void
add_undo_form(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct input *input = new(perm, 1, struct input);
	*input = (struct input){ .kind = INPUT_TEXT, .name = S("reason"), .label = S("Why it is taken back"),
	                         .optional = true };
	document_paragraph(&page->doc, S("Taking it back makes the records as they were before it, unless later work stands "
		"on it; then you are told what."));
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("")),
		.legend = S("Take it back") }, input, 1,
		button_do(S("Take the list back"), S("undo"), BUTTON_WARNING));
}

static struct answer
show_over(struct load_page *page)
{
	static const Str titles[LIST_STATES] = {
		[LIST_STAGED] = STR("The file of this list is no longer kept"), [LIST_APPLIED] = STR("The list was applied"),
		[LIST_UNDONE] = STR("The list was applied and taken back"), [LIST_REJECTED] = STR("The list was put aside"),
		[LIST_AGREED] = STR("The list and the records say the same; nothing was changed"),
	};
	begin(page, titles[page->kept.state]);
	if (str_equal(page->own.ask->how, S("again")))
		document_notice(&page->doc, NOTICE_KNOW, S("This file was applied before. Nothing changed."));
	add_receipt(page);
	add_left_out(page);
	struct run *runs = new(page->own.perm, 3, struct run);
	int count = 0;
	if (page->kept.state == LIST_APPLIED) {
		runs[count++] = (struct run){ .text = S("See the establishment"), .href = own_href(&page->own, S("establishment")) };
		runs[count++] = (struct run){ .text = S("See where the lists differ"), .href = own_href(&page->own, S("reconcile")) };
	}
	runs[count++] = (struct run){ .text = S("All lists"), .href = own_href(&page->own, S("loads")) };
	document_runs(&page->doc, BLOCK_LIST, runs, count);
	if (page->kept.state == LIST_APPLIED)
		add_undo_form(page);
	return answer_of(DONE, page->doc);
}

struct answer
show_list(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct load_page page;
	struct answer why;
	struct error err;
	if (!list_settle(world, ask, &page, &why, perm))
		return why;
	witness_saw(ask, GROUP_IMPORTS, list_object(page.kept.number, perm));
	if (page.kept.state != LIST_STAGED || !page.kept.file_there) {
		load_forget(world, ask, &page.kept);
		return show_over(&page);
	}
	if (!load_look(world, ask, &page.kept, &page.seen, NULL, perm, &err))
		return lists_failed(&page.own, S("The list cannot be worked on now"), &err);
	if (page.seen.going)
		return show_going(&page);
	return page.seen.work ? show_waiting(&page) : show_failed(&page);
}
