/* load_changes.c: what a list would do, in sections, each row in words; and applying it. */
#include "app/load_parts.h"

enum { CHANGES_A_PAGE = 50, CHANGE_COLUMNS = 4 };

static const struct { Str name, words; } sections[ROW_OUTCOMES] = {
	[ROW_ADDED] = { STR("added"), STR("Added") }, [ROW_CHANGED] = { STR("changed"), STR("Changed") },
	[ROW_ENDED] = { STR("ended"), STR("Ended") }, [ROW_SAME] = { STR("untouched"), STR("Untouched") },
	[ROW_LEFT] = { STR("left"), STR("Not in the list, and ended") },
};

static const struct column columns[CHANGE_COLUMNS + 1] = {
	{ STR("row"), STR("Row"), true, false },
	{ STR("kind"), STR("What"), false, false },
	{ STR("about"), STR("Who or which"), false, false },
	{ STR("change"), STR("What becomes of it"), false, false },
	{ STR("outcome"), STR("Section"), false, false },
};

/* ---- who or which ---------------------------------------------------------------------------- */

static Str
person_of_spell(const struct own *own, Str ref)
{
	int spell = own->roster ? roster_spell(own->roster, ref) : NOT_THERE;
	if (spell == NOT_THERE)
		return ref;
	const struct spell_row *row = spell_last(own->roster, spell);
	const struct person *who = row->person == NOT_THERE ? NULL : &own->roster->people[row->person];
	return who ? str_format(own->perm, "%.*s, %.*s", STR_ARG(who->family_name), STR_ARG(who->given_names)) : ref;
}

/* "post P1": by the list's number, else the records'; a new one without either, by ours. */
static Str
post_of_row(const struct own *own, const struct line_read *line, Str ref)
{
	int known = own->roster ? roster_post(own->roster, ref) : NOT_THERE;
	Str number = line ? line->values[TO_POST] : (Str){ 0 };
	if (number.len == 0)
		number = known == NOT_THERE ? ref : post_called(own->roster, known, own->ask->day);
	return number.len > 0 ? str_format(own->perm, "post %.*s", STR_ARG(number)) : S("a post");
}

static Str
about_row(const struct load_page *page, const struct preview_row *row)
{
	struct arena *perm = page->own.perm;
	const struct line_read *line = line_read_at(page->work, row->line);
	bool post = row->type == &record_types[TYPE_POST];
	if (!line && !post)
		return row->type == &record_types[TYPE_SPELL] ? person_of_spell(&page->own, row->ref) : row->ref;
	if (post)
		return post_of_row(&page->own, line, row->ref);
	const Str *v = line->values;
	if (v[TO_FAMILY_NAME].len > 0)
		return str_format(perm, "%.*s, %.*s", STR_ARG(v[TO_FAMILY_NAME]), STR_ARG(v[TO_GIVEN_NAMES]));
	return v[TO_PAYROLL].len ? str_format(perm, "payroll number %.*s", STR_ARG(v[TO_PAYROLL])) : row->ref;
}

/* ---- the table ------------------------------------------------------------------------------- */

/* The page of a long list that was asked for, from 1. */
static int
page_asked(const struct ask *ask, int pages)
{
	int page = 0;
	for (ptrdiff_t i = 0; i < ask->page.len && page < pages; i++)
		page = ask->page.at[i] >= '0' && ask->page.at[i] <= '9' ? page * 10 + (ask->page.at[i] - '0') : 0;
	return page < 1 ? 1 : page > pages ? pages : page;
}

const struct table *
table_of_changes(struct load_page *page, enum outcome_of_row only, bool paged)
{
	const struct load_work *work = page->work;
	struct arena *perm = page->own.perm;
	struct rows_made rows = { 0 };
	int total = 0, width = only == ROW_OUTCOMES ? CHANGE_COLUMNS + 1 : CHANGE_COLUMNS;
	for (int i = 0; i < work->preview.count; i++)
		total += only == ROW_OUTCOMES || work->preview.at[i].outcome == only;
	int pages = (total + CHANGES_A_PAGE - 1) / CHANGES_A_PAGE;
	int asked = paged ? page_asked(page->own.ask, pages) : 1;
	int first = paged ? (asked - 1) * CHANGES_A_PAGE : 0, last = paged ? first + CHANGES_A_PAGE : total, at = 0;
	for (int i = 0; i < work->preview.count && !(page->own.ask->page_only && !paged); i++) {
		const struct preview_row *row = &work->preview.at[i];
		if (only != ROW_OUTCOMES && row->outcome != only)
			continue;
		if (at >= first && at < last) {
			struct cell *cells = rows_push(&rows, width, perm);
			cells[0] = cell_text(row->line ? str_format(perm, "%d", row->line) : S(""));
			cells[1] = cell_text(str_capital(row->type->one, perm));
			cells[2] = cell_text(about_row(page, row));
			cells[3] = cell_text(row->words.len ? row->words : S("as it is"));
			if (width > CHANGE_COLUMNS)
				cells[4] = cell_text(sections[row->outcome].words);
		}
		at++;
	}
	struct table *table = table_of(S("changes"), only == ROW_OUTCOMES ? S("What the list would do")
		: sections[only].words, columns, width, rows, perm);
	if (paged && pages > 1) {
		table->page = asked;
		table->pages = pages;
		table->total = total;
		table->page_base = str_format(perm, "%.*s&show=%.*s&", STR_ARG(href_of_list(&page->own, page->kept.number,
			S("changes"))), STR_ARG(sections[only].name));
	}
	return table;
}

static enum outcome_of_row
section_asked(const struct load_page *page)
{
	const struct preview *preview = &page->work->preview;
	for (int s = 0; s < ROW_OUTCOMES; s++)
		if (str_equal(page->own.ask->show, sections[s].name))
			return (enum outcome_of_row)s;
	for (int s = 0; s < ROW_OUTCOMES; s++)
		if (preview->counts[s] > 0 && s != ROW_SAME)
			return (enum outcome_of_row)s;
	return ROW_SAME;
}

static void
add_sections(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	enum outcome_of_row now = section_asked(page);
	struct pick *picks = new(perm, ROW_OUTCOMES, struct pick);
	int count = 0;
	for (int s = 0; s < ROW_OUTCOMES; s++) {
		int rows = page->work->preview.counts[s];
		if (rows == 0 && s == ROW_LEFT)
			continue;
		picks[count++] = (struct pick){ .chosen = (enum outcome_of_row)s == now,
			.words = str_format(perm, "%.*s (%.*s)", STR_ARG(sections[s].words),
			                    STR_ARG(figure_text(figure_whole(rows), 0, perm))),
			.value = str_format(perm, "%.*s&show=%.*s", STR_ARG(href_of_list(&page->own, page->kept.number,
			                    S("changes"))), STR_ARG(sections[s].name)) };
	}
	document_choices(&page->doc, S("What it would do"), picks, count);
	if (page->work->preview.counts[now] > 0)
		document_table(&page->doc, table_of_changes(page, now, true));
	else
		document_paragraph(&page->doc, S("Nothing."));
}

/* ---- applying -------------------------------------------------------------------------------- */

static int
ends_input(struct load_page *page, struct input *input)
{
	struct arena *perm = page->own.perm;
	const struct load_work *work = page->work;
	if (!load_ends_many(work))
		return 0;
	struct pick *pick = new(perm, 1, struct pick);
	*pick = (struct pick){ .value = str_format(perm, "%d", work->ends),
		.words = str_format(perm, "Yes: %d people have left their post", work->ends) };
	*input = (struct input){ .kind = INPUT_CHECKS, .name = S("ends"), .picks = pick, .pick_count = 1,
		.label = S("Is the list complete?") };
	add_words(&page->doc, BLOCK_WARNING, str_format(perm, "This would end the time in post of %d of %d people: is "
		"the list complete, and of the right day?", work->ends, work->in_post), S(""));
	return 1;
}

static void
add_reject(struct load_page *page)
{
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("")) },
		NULL, 0, button_do(S("Put the list aside"), S("reject"), BUTTON_SECOND));
}

static void
add_apply(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct input *inputs = new(perm, 2, struct input);
	int count = ends_input(page, inputs);
	inputs[count++] = (struct input){ .kind = INPUT_TEXT, .name = S("reason"), .label = S("A note for the history"),
	                                  .optional = true };
	if (to_confirm(page->work) > 0)
		document_paragraph(&page->doc, str_format(perm, "%d %s to be confirmed: see \u201cTo mend and to confirm\u201d. "
			"Applying says that you have seen %s.", to_confirm(page->work), to_confirm(page->work) == 1 ? "thing is"
			: "things are", to_confirm(page->work) == 1 ? "it" : "them"));
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("changes")) },
		inputs, count,
		button_do(page->work->changes.count > 0 ? S("Apply the whole list")
			: S("Note that they agree"), S("apply"), BUTTON_MAIN));
}

void
part_changes(struct load_page *page)
{
	const struct load_work *work = page->work;
	struct arena *perm = page->own.perm;
	if (work->unreadable) {
		document_paragraph(&page->doc, S("Nothing yet: its columns need you first."));
		add_reject(page);
		return;
	}
	document_paragraph(&page->doc, str_format(perm, "Nothing was changed yet. The list would come to: %.*s.",
	                                          STR_ARG(load_counts_words(&work->preview, perm))));
	add_sections(page);
	document_heading(&page->doc, 2, S("Apply it"), S("apply"));
	if (to_mend(work) > 0)
		document_paragraph(&page->doc, str_format(perm, "%d %s to be mended first: a list is applied whole, or not at "
			"all.", to_mend(work), to_mend(work) == 1 ? "thing is" : "things are"));
	else
		add_apply(page);
	add_reject(page);
}
