/* load_mend.c: what must be mended, apart from what should be looked at, with a box to mend it in.
 *
 * A mend is kept beside the file and read instead of the cell. A line can be left out whole.
 */
#include "app/load_judged.h"

enum { MENDS_A_PAGE = 50, ASKED_A_PAGE = 100, ROWS_MOST = 4 };   /* rows: shown of one matter */

struct mending { struct load_page *page; struct input *inputs; int count; const struct grid *grid; };

/* The text of a cell as it is read now. */
static Str
cell_now(const struct grid *grid, int line, int column)
{
	int r = grid ? grid_row_from(grid, line) : 0;
	if (!grid || r == grid->row_count || grid->rows[r].line != line || column > grid->rows[r].count)
		return (Str){ 0 };
	return grid->rows[r].cells[column - 1].text;
}

static const struct grid *
grid_read(const struct load_work *work)
{
	for (int g = 0; g < work->grids.count; g++)
		if (str_equal(work->grids.at[g].sheet, work->read.sheet))
			return &work->grids.at[g];
	return NULL;
}

/* Whom or what a line is about, so that nobody has to look it up. */
static Str
line_about(const struct load_work *work, int line, struct arena *perm)
{
	const struct line_read *read = line_read_at(work, line);
	if (!read)
		return (Str){ 0 };
	const Str *v = read->values;
	Str post = v[TO_POST].len ? str_format(perm, "post %.*s", STR_ARG(v[TO_POST])) : (Str){ 0 };
	if (v[TO_FAMILY_NAME].len == 0)
		return post.len ? post : v[TO_JOB_TITLE];
	return str_format(perm, "%.*s%s%.*s%s%.*s", STR_ARG(v[TO_FAMILY_NAME]),
	                  v[TO_GIVEN_NAMES].len ? ", " : "", STR_ARG(v[TO_GIVEN_NAMES]), post.len ? ", " : "", STR_ARG(post));
}

/* Where a finding stands: its sheet and cell, where the file has sheets; and whom the line is about, when
 * it is a line of the list and not of another sheet. */
static Str
where_found(const struct load_work *work, const struct finding *finding, struct arena *perm)
{
	const struct grid *grid = grid_read(work);
	bool cell = finding->column > 0 && str_find(finding->record, S("!")) >= 0;
	bool here = !cell || (grid && str_equal(finding->record, grid_place(grid, finding->column - 1, finding->line, perm)));
	Str about = here ? line_about(work, finding->line, perm) : (Str){ 0 };
	if (finding->line > 0 && !cell)
		return about;
	return str_format(perm, "%.*s%s%.*s", STR_ARG(finding->record), about.len ? ": " : "", STR_ARG(about));
}

static Str
said_of(const struct finding *finding, struct arena *perm)
{
	if (finding->mend.len == 0)
		return finding->wrong;
	return str_format(perm, "%.*s; %.*s", STR_ARG(finding->wrong), STR_ARG(finding->mend));
}

static bool
seen_before(const struct mending *in, Str name)
{
	for (int i = 0; i < in->count; i++)
		if (str_equal(in->inputs[i].name, name))
			return true;
	return false;
}

/* A word that means nothing yet is said once, on its own page, and not cell by cell. */
static bool
is_word(const struct finding *finding)
{
	return str_equal(finding->code, S("word"));
}

/* What a row lacks has no cell that could be written where its column is not read. */
static Str
said_of_row(const struct finding *finding, bool any_cell, struct arena *perm)
{
	if (!str_equal(finding->code, S("required")) || any_cell)
		return said_of(finding, perm);
	return str_format(perm, "%.*s is empty; choose its column under Columns, or leave the row out",
	                  STR_ARG(finding->field));
}

/* ---- boxes ----------------------------------------------------------------------------------- */

struct cell_place { int line, column; };

static void
add_cell(struct mending *in, struct cell_place place, Str field, Str error)
{
	struct arena *perm = in->page->own.perm;
	Str about = line_about(in->page->work, place.line, perm), cell = grid_cell_name(place.column - 1, place.line, perm);
	struct input input = { .kind = INPUT_TEXT, .width = 20, .error = error,
		.name = str_format(perm, "cell.%d.%d", place.line, place.column),
		.label = str_format(perm, "Cell %.*s, %.*s%s%.*s", STR_ARG(cell), STR_ARG(field), about.len ? ": " : "",
		                    STR_ARG(about)),
		.value = cell_now(in->grid, place.line, place.column) };
	if (!seen_before(in, input.name))
		in->inputs[in->count++] = input;
}

static void
add_out(struct mending *in, int line, Str error)
{
	struct arena *perm = in->page->own.perm;
	Str about = line_about(in->page->work, line, perm);
	struct pick *leave = new(perm, 1, struct pick);
	*leave = (struct pick){ .value = S("yes"), .words = S("Leave this row out of the load") };
	struct input input = { .kind = INPUT_CHECKS, .error = error, .picks = leave, .pick_count = 1,
		.name = str_format(perm, "out.%d", line),
		.label = str_format(perm, "Row %d%s%.*s", line, about.len ? ": " : "", STR_ARG(about)) };
	if (!seen_before(in, input.name))
		in->inputs[in->count++] = input;
}

/* The cells of one row, then leaving it out; what is wrong stands over the first. */
static void
add_row(struct mending *in, int line, const enum target *cells, int count, Str error)
{
	for (int i = 0; i < count; i++) {
		struct cell_place place = { line, judged_column(in->page->work, cells[i]) };
		add_cell(in, place, target_rows[cells[i]].title, i == 0 ? error : (Str){ 0 });
	}
	add_out(in, line, count == 0 ? error : (Str){ 0 });
}

/* Further rows with the same post, or of the same person. */
static void
add_others(struct mending *in, const struct finding *finding, const enum target *cells, int count)
{
	enum target same = judged_same(finding->code);
	int added = 1;
	const struct list_read *read = &in->page->work->read;
	const struct line_read *line = line_read_at(in->page->work, finding->line);
	if (same == TARGETS || !line || line->values[same].len == 0)
		return;
	for (int i = 0; i < read->count && added < ROWS_MOST; i++) {
		const struct line_read *other = &read->at[i];
		if (other == line || !str_equal_fold(other->values[same], line->values[same]))
			continue;
		add_row(in, other->line, cells, count, (Str){ 0 });
		added++;
	}
}

/* A cell that can be written again; or a row whose cells can be, or that can be left out. */
static void
add_mend(struct mending *in, const struct finding *finding)
{
	struct arena *perm = in->page->own.perm;
	enum target cells[JUDGED_CELLS_MOST];
	if (finding->line == 0)
		return;
	if (finding->column > 0) {
		struct cell_place place = { finding->line, finding->column };
		add_cell(in, place, finding->field, str_format(perm, "%.*s: %.*s",
			STR_ARG(grid_cell_name(finding->column - 1, finding->line, perm)), STR_ARG(said_of(finding, perm))));
		return;
	}
	int count = judged_cells(in->page->work, finding, cells);
	add_row(in, finding->line, cells, count, str_format(perm, "Row %d: %.*s", finding->line,
	        STR_ARG(said_of_row(finding, count > 0, perm))));
	add_others(in, finding, cells, count);
}

/* How many there are of each kind of mistake: twelve dates are one thing to know. */
static void
add_kinds(struct load_page *page, enum severity severity)
{
	enum { KINDS_MOST = 40 };
	struct { Str code, wrong; int count; } kinds[KINDS_MOST];
	struct arena *perm = page->own.perm;
	const struct findings *found = &page->work->found;
	int count = 0;
	for (ptrdiff_t i = 0; i < found->count; i++) {
		int k = 0;
		if (found->at[i].severity != severity)
			continue;
		while (k < count && !str_equal(kinds[k].code, found->at[i].code))
			k++;
		if (k == KINDS_MOST)
			continue;
		if (k == count) {
			kinds[count].code = found->at[i].code;
			kinds[count].wrong = found->at[i].field.len ? str_format(perm, "%.*s: %.*s", STR_ARG(found->at[i].field),
				STR_ARG(found->at[i].wrong)) : found->at[i].wrong;
			kinds[count++].count = 0;
		}
		kinds[k].count++;
	}
	Str *items = new(perm, count, Str);
	for (int k = 0; k < count; k++)
		items[k] = kinds[k].count == 1 ? str_capital(kinds[k].wrong, perm)
			: str_format(perm, "%d like this: %.*s", kinds[k].count, STR_ARG(str_lower(kinds[k].wrong, perm)));
	document_list(&page->doc, items, count);
}

/* Words first: they are the quickest to mend. */
static void
add_word_link(struct load_page *page)
{
	int cells = 0;
	for (ptrdiff_t i = 0; i < page->work->found.mistakes; i++)
		cells += is_word(&page->work->found.at[i]);
	if (cells == 0)
		return;
	struct run *runs = new(page->own.perm, 2, struct run);
	runs[0].text = str_format(page->own.perm, cells == 1 ? "%d cell holds a word that nobody has explained yet. "
		: "%d cells hold words that nobody has explained yet. ", cells);
	runs[1] = (struct run){ .text = S("Say once what they mean"), .href = href_of_list(&page->own, page->kept.number, S("words")) };
	document_runs(&page->doc, BLOCK_INSET, runs, 2);
}

static void
add_mends(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	const struct load_work *work = page->work;
	struct mending in = { .page = page, .inputs = new(perm, MENDS_A_PAGE + ROWS_MOST * (JUDGED_CELLS_MOST + 1), struct input), .grid = grid_read(work) };
	struct findings elsewhere = findings_new(perm);
	for (ptrdiff_t i = 0; i < work->found.mistakes && in.count < MENDS_A_PAGE; i++) {
		if (is_word(&work->found.at[i]))
			continue;
		if (work->found.at[i].line > 0 && !work->unreadable)
			add_mend(&in, &work->found.at[i]);
		else
			findings_add(&elsewhere, work->found.at[i]);
	}
	document_heading(&page->doc, 2, str_format(perm, "Must be mended: %d", to_mend(work)), S("must"));
	add_kinds(page, MISTAKE);
	add_word_link(page);
	if (elsewhere.count > 0)
		document_findings(&page->doc, &elsewhere);
	if (in.count == 0)
		return;
	document_paragraph(&page->doc, in.count < MENDS_A_PAGE
		? S("Write each cell as it should be; what you write is kept with the load and not put into the file.")
		: S("These are the first. Save them, and the next follow. Where many are alike, mending the spreadsheet and "
		    "bringing it again may be quicker."));
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("mend")) },
		in.inputs, in.count, button_do(S("Save and check again"), S("mend"), BUTTON_MAIN));
}

/* ---- what should be looked at ---------------------------------------------------------------- */

enum { ASKED_COLUMNS = 5 };
static const struct column asked_columns[ASKED_COLUMNS] = {
	{ STR("row"), STR("Row"), true, false },
	{ STR("about"), STR("Who or what"), false, false },
	{ STR("says"), STR("It says"), false, false },
	{ STR("wrong"), STR("What to look at"), false, false },
	{ STR("mend"), STR("What to do"), false, false },
};

static void
add_asked(struct load_page *page)
{
	struct rows_made rows = { 0 };
	struct arena *perm = page->own.perm;
	const struct findings *found = &page->work->found;
	document_heading(&page->doc, 2, str_format(perm, "Please confirm: %d", to_confirm(page->work)), S("confirm"));
	document_paragraph(&page->doc, S("These may stand. Applying the list says that you have seen them."));
	add_kinds(page, QUERY);
	for (ptrdiff_t i = found->mistakes; i < found->count && rows.count < ASKED_A_PAGE; i++) {
		const struct finding *finding = &found->at[i];
		struct cell *cells = rows_push(&rows, ASKED_COLUMNS, perm);
		cells[0] = cell_text(finding->line ? str_format(perm, "%d", finding->line) : S(""));
		cells[1] = cell_text(where_found(page->work, finding, perm));
		cells[2] = cell_text(finding->seen);
		cells[3] = cell_text(finding->field.len == 0 ? finding->wrong : str_format(perm, "%.*s %.*s",
			STR_ARG(finding->field), STR_ARG(finding->wrong)));
		cells[4] = cell_text(finding->mend);
	}
	document_table(&page->doc, table_of(S("confirm"), rows.count < to_confirm(page->work) ? S("The first hundred")
		: S("All of them"), asked_columns, ASKED_COLUMNS, rows, perm));
}

/* ---- who it is ------------------------------------------------------------------------------- */

static struct input
who_input(const struct load_page *page, const struct line_read *line)
{
	struct arena *perm = page->own.perm;
	bool other = line->by_name.len == 0;
	struct pick *pick = new(perm, 1, struct pick);
	*pick = (struct pick){ .value = S("yes"), .words = other
		? str_format(perm, "It may be %.*s after all", STR_ARG(line->not_them))
		: S("This row is another person of the same name") };
	return (struct input){ .kind = INPUT_CHECKS, .picks = pick, .pick_count = 1,
		.name = str_format(perm, "%s.%d", other ? "same" : "other", line->line),
		.label = str_format(perm, "Row %d: %.*s %s %.*s", line->line, STR_ARG(line_about(page->work, line->line, perm)),
		                    other ? "was said not to be" : "is taken to be",
		                    STR_ARG(other ? line->not_them : line->by_name)) };
}

/* Rows that were taken to be somebody by the name alone, or said not to be. */
static void
add_who(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	const struct list_read *read = &page->work->read;
	struct input *inputs = new(perm, MENDS_A_PAGE, struct input);
	int count = 0;
	for (int i = 0; i < read->count && count < MENDS_A_PAGE; i++)
		if (read->at[i].by_name.len > 0 || read->at[i].not_them.len > 0)
			inputs[count++] = who_input(page, &read->at[i]);
	if (count == 0)
		return;
	document_heading(&page->doc, 2, S("Known by the name alone"), S("who"));
	document_paragraph(&page->doc, S("What you say here is remembered with the way the list is read, for the next list too."));
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("mend")) },
		inputs, count, button_do(S("Save and check again"), S("who"), BUTTON_SECOND));
}

/* ---- what was mended ------------------------------------------------------------------------- */

static void
add_mended(struct load_page *page)
{
	enum { SHOWN = 20 };
	const struct load_work *work = page->work;
	struct arena *perm = page->own.perm;
	int count = work->mend_count < SHOWN ? work->mend_count : SHOWN;
	struct pick *picks = new(perm, count, struct pick);
	struct input *input = new(perm, 1, struct input);
	if (count == 0)
		return;
	for (int i = 0; i < count; i++) {
		const struct mend *mend = &work->mends[i];
		picks[i] = (struct pick){ .value = str_format(perm, "%d.%d", mend->line, mend->column),
			.words = mend->column == 0 ? str_format(perm, "Row %d is left out%s%.*s", mend->line,
			                                        mend->text.len ? ": " : "", STR_ARG(mend->text))
			: str_format(perm, "Cell %.*s is read as \u201c%.*s\u201d",
			             STR_ARG(grid_cell_name(mend->column - 1, mend->line, perm)), STR_ARG(mend->text)) };
	}
	document_heading(&page->doc, 2, str_format(perm, "Mended so far: %d", work->mend_count), S("mended"));
	*input = (struct input){ .kind = INPUT_CHECKS, .name = S("forget"), .label = S("Read these as the file has them"),
	                         .picks = picks, .pick_count = count };
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("mend")) },
		input, 1, button_do(S("Forget those mends"), S("forget"), BUTTON_SECOND));
}

void
part_mend(struct load_page *page)
{
	if (to_mend(page->work) > 0)
		add_mends(page);
	if (to_confirm(page->work) > 0)
		add_asked(page);
	add_who(page);
	if (page->work->found.count == 0)
		document_paragraph(&page->doc, S("There is nothing to mend and nothing to confirm."));
	add_mended(page);
}
