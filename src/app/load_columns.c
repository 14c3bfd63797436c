/* load_columns.c: which column means what, for somebody to see and change. */
#include "app/load_parts.h"

enum { INPUTS_MOST = TARGETS + 10 };

struct columns_form {
	struct load_page *page;
	const struct profile *profile;
	struct pick *heads;                  /* the file's headings, and none */
	int head_count;
	struct input *inputs;
	int count;
	struct arena *perm;
};

Str
profile_field(enum target target, struct arena *perm)
{
	return str_format(perm, "column.%.*s", STR_ARG(target_rows[target].name));
}

/* Each heading once, with its first cell to know it by. */
static void
make_heads(struct columns_form *in)
{
	const struct load_work *work = in->page->work;
	in->heads = new(in->perm, work->column_count + 1, struct pick);
	in->heads[in->head_count++] = (struct pick){ .words = S("Not in this file") };
	for (int c = 0; c < work->column_count; c++) {
		const struct column_read *column = &work->columns[c];
		if (column->heading.len == 0)
			continue;
		Str first = column->samples[0];
		in->heads[in->head_count++] = (struct pick){ .value = column->heading, .words = first.len == 0
			? column->heading : str_format(in->perm, "%.*s (%.*s)", STR_ARG(column->heading),
			                               STR_ARG(str_upto(first, first.len < 40 ? first.len : 0))) };
	}
}

/* "For example 0.6, 1": the cells of the column that was taken. */
static Str
samples_words(const struct load_work *work, enum target target, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int c = 0; c < work->column_count; c++)
		for (int s = 0; work->columns[c].target == target && s < SAMPLES && work->columns[c].samples[s].len; s++)
			text_format(&words, "%s%.*s", s ? "; " : "Holds ", STR_ARG(work->columns[c].samples[s]));
	return text_str(&words);
}

/* The heading that the form names the target's column by. A profile may name it with what stands over
 * it, "contract fte", where the form says "fte". */
static Str
heading_chosen(const struct columns_form *in, enum target target)
{
	const struct load_work *work = in->page->work;
	for (int c = 0; c < work->column_count; c++)
		if (work->columns[c].target == target && work->columns[c].heading.len)
			return work->columns[c].heading;
	return in->profile->column[target];
}

static void
add_target(struct columns_form *in, const struct target_row *row)
{
	const struct load_work *work = in->page->work;
	bool needed = row->needed & 1u << in->profile->list;
	Str chosen = heading_chosen(in, row->target), samples = samples_words(work, row->target, in->perm);
	bool lost = chosen.len > 0 && samples.len == 0;
	for (int h = 0; lost && h < in->head_count; h++)
		lost = !str_equal(in->heads[h].value, chosen);
	in->inputs[in->count++] = (struct input){ .kind = INPUT_SELECT, .name = profile_field(row->target, in->perm),
		.label = row->title, .hint = samples.len ? samples : row->hint, .picks = in->heads,
		.pick_count = in->head_count, .value = chosen, .optional = !needed,
		.error = lost ? str_format(in->perm, "No column is headed \u201c%.*s\u201d: choose another", STR_ARG(chosen))
		       : needed && chosen.len == 0 ? S("Choose the column that has it") : (Str){ 0 } };
}

static void
add_sheet(struct columns_form *in)
{
	const struct grids *grids = &in->page->work->grids;
	struct pick *sheets = new(in->perm, grids->count, struct pick);
	for (int g = 0; g < grids->count; g++)
		sheets[g] = (struct pick){ .value = grids->at[g].sheet, .words = grids->at[g].sheet };
	if (grids->count > 1)
		in->inputs[in->count++] = (struct input){ .kind = INPUT_SELECT, .name = S("sheet"), .label = S("Sheet"),
			.picks = sheets, .pick_count = grids->count, .value = in->profile->sheet };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_TEXT, .name = S("heading_line"), .width = 5, .numeric = true,
		.label = S("Row of the headings"), .hint = S("As the sheet counts rows. Blank: found by itself."), .optional = true,
		.value = in->profile->heading_line ? str_format(in->perm, "%d", in->profile->heading_line) : S("") };
}

static void
add_reading(struct columns_form *in)
{
	const struct profile *profile = in->profile;
	int hours = profile->hours_full_time > 0 ? profile->hours_full_time : 3700;
	struct pick *checks = new(in->perm, 2, struct pick);
	checks[0] = (struct pick){ .value = S("yes"), .words = S("Dates have the month first, as 12/31/2025"),
	                           .chosen = profile->month_first };
	checks[1] = (struct pick){ .value = S("yes"), .words = S("Everybody is in the list: who is missing has left"),
	                           .chosen = profile->complete };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("The day the list is of"),
		.width = 20, .value = date_text(in->page->kept.as_at, in->perm) };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_TEXT, .name = S("hours"), .width = 5, .numeric = true,
		.label = S("Hours a week that make 1 FTE"), .hint = profile->hours_full_time > 0
		? S("Cells such as \u201c18.5 hours\u201d are read by it.")
		: S("Nobody has said it yet: save this page to say so. Cells such as \u201c18.5 hours\u201d are read by it."),
		.value = fte_words((int64_t)hours * 10000, in->perm) };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_CHECKS, .name = S("month_first"), .picks = &checks[0], .pick_count = 1 };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_CHECKS, .name = S("complete"), .picks = &checks[1], .pick_count = 1 };
	in->inputs[in->count++] = (struct input){ .kind = INPUT_TEXT, .name = S("profile"), .width = 30, .value = profile->name,
		.label = S("Remember this as"), .hint = S("The next list with these headings is read the same way.") };
}

void
part_columns(struct load_page *page)
{
	struct arena *perm = page->own.perm;
	struct columns_form in = { .page = page, .profile = profile_now(page), .perm = perm,
	                           .inputs = new(perm, INPUTS_MOST, struct input) };
	struct findings columns = findings_new(perm);
	for (ptrdiff_t i = 0; i < page->work->found.count; i++)
		if (page->work->unreadable || str_begins(page->work->found.at[i].code, S("column")))
			findings_add(&columns, page->work->found.at[i]);
	if (columns.count > 0)
		document_findings(&page->doc, &columns);
	if (page->work->grids.count == 0)
		return;
	if (page->work->remembered)
		document_paragraph(&page->doc, str_format(perm, "Read as \u201c%.*s\u201d, which was remembered.",
		                                          STR_ARG(in.profile->name)));
	make_heads(&in);
	add_sheet(&in);
	for (int t = 0; t < TARGETS; t++)
		if (target_rows[t].lists & 1u << in.profile->list)
			add_target(&in, &target_rows[t]);
	add_reading(&in);
	form_add(&page->doc,
		(struct form){ .action = href_of_list(&page->own, page->kept.number, S("columns")),
		.legend = S("What each column is read as") }, in.inputs, in.count,
		button_do(S("Save and read again"), S("columns"), BUTTON_MAIN));
}
