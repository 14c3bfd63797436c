/* guess.c: what the columns of a list mean, before anybody says so. */
#include "intake/headings.h"

#include <assert.h>

struct guessing {
	const struct grid *grid;
	int  row;                            /* of the headings: an index into rows */
	const struct heading *headings;
	int  count;
	int  line;
	bool *taken;                         /* columns that have a meaning */
	struct profile *profile;
	struct findings *found;
	struct arena *perm;
};

static void
add(const struct guessing *in, enum severity severity, Str code, int column, Str seen, Str wrong,
    Str mend)
{
	findings_add(in->found, (struct finding){ .severity = severity, .code = code,
		.file = in->grid->file, .record = in->grid->sheet, .line = in->line, .column = column + 1,
		.seen = seen, .wrong = wrong, .mend = mend });
}

/* A target's title within a sentence: "payroll number", but "FTE of the person". */
static Str
title_within(enum target target, struct arena *perm)
{
	Str title = target_rows[target].title;
	for (ptrdiff_t i = 1; i < title.len; i++)
		if (title.at[i] >= 'A' && title.at[i] <= 'Z')
			return title;
	return str_lower(title, perm);
}

/* A heading as it is written, on one line. */
static Str
heading_shown(const struct guessing *in, int column)
{
	const struct grid_row *row = &in->grid->rows[in->row];
	Str text = column < row->count ? str_trim(row->cells[column].text) : (Str){ 0 };
	if (text.len == 0)
		return in->headings[column].readings[DOUBLE];
	char *out = str_c(text, in->perm);
	for (ptrdiff_t i = 0; i < text.len; i++)
		out[i] = (unsigned char)out[i] < ' ' ? ' ' : out[i];
	return (Str){ out, text.len };
}

typedef int find_heading(const struct heading *headings, int count, Str folded, int *again);

/* Gives the target the first column with this heading that nothing else has. */
static bool
take(struct guessing *in, enum target target, Str head, find_heading *find)
{
	int again, column = find(in->headings, in->count, head, &again);
	if (column < 0 || in->taken[column])
		return false;
	in->taken[column] = true;
	in->profile->column[target] = head;
	if (again > 0)
		add(in, QUERY, S("column-twice"), column, heading_shown(in, column),
		    str_format(in->perm, "is the heading of %d columns; the first is read as the %.*s",
		               again + 1, STR_ARG(title_within(target, in->perm))),
		    S("give the others another heading, or choose the column"));
	return true;
}

/* Headings that mean one thing in one list and another in others: a bare FTE of HR's is the person's. */
static bool
means_otherwise(const struct guessing *in, enum target target, Str head)
{
	static const struct { enum target target; enum list_kind list; Str head; } otherwise[] = {
		{ TO_POST_FTE, LIST_HR, STR("fte") }, { TO_POST_FTE, LIST_HR, STR("wte") },
		{ TO_POST_FTE, LIST_HR, STR("establishment") },
	};
	for (ptrdiff_t i = 0; i < countof(otherwise); i++)
		if (otherwise[i].target == target && otherwise[i].list == in->profile->list
		    && str_equal(otherwise[i].head, head))
			return true;
	return false;
}

static void
guess_target(struct guessing *in, enum target target, const struct profile *known)
{
	const struct target_row *row = &target_rows[target];
	if (!(row->lists & 1u << in->profile->list))
		return;
	if (known && known->column[target].len > 0 &&
	    take(in, target, known->column[target], heading_find))
		return;
	/* "Employee" over "Name" before a bare "Name", which may be the manager's. */
	for (ptrdiff_t h = 0; h < countof(row->heads) && row->heads[h].len > 0; h++)
		if (take(in, target, row->heads[h], heading_find_double))
			return;
	for (ptrdiff_t h = 0; h < countof(row->heads) && row->heads[h].len > 0; h++)
		if (!means_otherwise(in, target, row->heads[h]) && take(in, target, row->heads[h], heading_find))
			return;
}

/* ---- what is missing ----------------------------------------------------------------------------- */

static bool
has(const struct guessing *in, enum target target)
{
	return in->profile->column[target].len > 0;
}

static void
check_needed(struct guessing *in)
{
	unsigned list = 1u << in->profile->list;
	for (int t = 0; t < TARGETS; t++)
		if ((target_rows[t].needed & list) && !has(in, (enum target)t))
			add(in, MISTAKE, S("column-missing"), -1, (Str){ 0 },
			    str_format(in->perm, "no column is known to be the %.*s",
			               STR_ARG(title_within((enum target)t, in->perm))),
			    S("choose the column that has it"));
	bool people = in->profile->list != LIST_FINANCE;
	bool named = has(in, TO_FULL_NAME) || (has(in, TO_FAMILY_NAME) && has(in, TO_GIVEN_NAMES));
	if (people && !named && !has(in, TO_PAYROLL))
		add(in, MISTAKE, S("column-missing"), -1, (Str){ 0 },
		    S("no column says who somebody is"), S("choose the column of the name or payroll number"));
}

/* A column whose heading another one has, that is read: said already. */
static bool
is_again(const struct guessing *in, int column)
{
	for (int c = 0; c < in->count; c++)
		if (in->taken[c]
		    && str_equal(in->headings[c].readings[SINGLE], in->headings[column].readings[SINGLE]))
			return true;
	return false;
}

static void
say_unused(struct guessing *in)
{
	struct text names = text_new(in->perm);
	int unused = 0;
	for (int c = 0; c < in->count; c++) {
		if (in->taken[c] || in->headings[c].readings[SINGLE].len == 0 || is_again(in, c))
			continue;
		text_format(&names, "%s\u201c%.*s\u201d", unused ? ", " : "", STR_ARG(heading_shown(in, c)));
		unused++;
	}
	if (unused > 0)
		add(in, QUERY, S("column-unused"), -1, (Str){ 0 },
		    str_format(in->perm, "%s not read: %.*s", unused == 1 ? "one column is" : "these columns are",
		               STR_ARG(text_str(&names))),
		    unused == 1 ? S("choose what it means if it is needed")
		                : S("choose what they mean if they are needed"));
}

/* Sheets with something in them that are not the list's. */
static void
say_sheets(struct guessing *in, const struct grids *grids)
{
	for (int g = 0; g < grids->count; g++)
		if (&grids->at[g] != in->grid && grids->at[g].row_count > 0)
			findings_add(in->found, (struct finding){ .severity = QUERY, .code = S("sheet-unused"),
				.file = in->grid->file, .record = grids->at[g].sheet,
				.wrong = S("is another sheet, and is not read"),
				.mend = S("if it is a list too, read the file again and choose that sheet") });
}

/* The sheet whose heading row fits the list best; the profile's own when it names one. */
static const struct grid *
choose_grid(const struct grids *grids, const struct profile *profile, struct arena scratch)
{
	if (profile->sheet.len > 0)
		return grid_of(grids, profile);
	for (int g = 0; g < grids->count; g++)
		if (heading_row(&grids->at[g], profile, scratch) >= 0)
			return &grids->at[g];
	return NULL;
}

void
intake_guess(const struct grids *grids, enum list_kind list, const struct profile *known,
             struct profile *guess, struct findings *found, struct arena *perm)
{
	assert(!known || known->list == list);
	*guess = known ? *known : (struct profile){ .list = list };
	const struct grid *grid = choose_grid(grids, guess, *perm);
	int row = grid ? heading_row(grid, guess, *perm) : -1;
	if (row < 0) {
		findings_add(found, (struct finding){ .severity = MISTAKE, .code = S("headings"),
			.file = grids->count ? grids->at[0].file : (Str){ 0 },
			.wrong = str_format(perm, "no row has headings of %.*s",
			                    STR_ARG(str_lower(list_rows[list].title, perm))),
			.mend = S("say in which row the headings stand, and which column has what") });
		return;
	}
	struct guessing in = { .grid = grid, .row = row, .line = grid->rows[row].line, .profile = guess,
		.taken = new(perm, grid->column_count, bool), .found = found, .perm = perm };
	struct heading *headings;
	in.count = headings_of(grid, row, &headings, perm);
	in.headings = headings;
	guess->sheet = grid->sheet;
	for (int t = 0; t < TARGETS; t++) {
		guess->column[t] = (Str){ 0 };
		guess_target(&in, (enum target)t, known);
	}
	check_needed(&in);
	say_unused(&in);
	say_sheets(&in, grids);
}

/* ---- columns for somebody to see ----------------------------------------------------------------- */

/* How a profile can name a column so that it is found again: by its own heading, or with what stands
 * over it. */
static Str
heading_named(const struct heading *headings, int count, int column)
{
	for (int r = 0; r < READINGS; r++) {
		int again;
		Str reading = headings[column].readings[r];
		if (reading.len > 0 && heading_find(headings, count, reading, &again) == column)
			return reading;
	}
	return (Str){ 0 };
}

static void
take_samples(const struct grid *grid, int heading, int column, Str samples[SAMPLES])
{
	int taken = 0;
	for (int r = heading + 1; r < grid->row_count && taken < SAMPLES; r++) {
		if (column >= grid->rows[r].count)
			continue;
		Str text = str_trim(grid->rows[r].cells[column].text);
		bool again = taken > 0 && str_equal(samples[taken - 1], text);
		if (text.len > 0 && !again)
			samples[taken++] = text;
	}
}

int
intake_columns(const struct grids *grids, const struct profile *profile, struct column_read **columns,
               struct findings *found, struct arena *perm)
{
	struct profile checked = *profile;
	const struct grid *grid = grid_of(grids, profile);
	int row = grid ? heading_row(grid, profile, *perm) : -1, again;
	if (row < 0)
		return 0;
	struct guessing in = { .grid = grid, .row = row, .line = grid->rows[row].line, .profile = &checked,
		.taken = new(perm, grid->column_count, bool), .found = found, .perm = perm };
	struct heading *headings;
	in.count = headings_of(grid, row, &headings, perm);
	in.headings = headings;
	*columns = new(perm, in.count, struct column_read);
	for (int c = 0; c < in.count; c++) {
		(*columns)[c] = (struct column_read){ heading_named(headings, in.count, c), TARGETS, { { 0 } } };
		take_samples(grid, row, c, (*columns)[c].samples);
	}
	for (int t = 0; t < TARGETS; t++) {
		int column = has(&in, (enum target)t) ? heading_find(headings, in.count, checked.column[t], &again) : -1;
		if (column < 0)
			continue;
		(*columns)[column].target = (enum target)t;
		in.taken[column] = true;
	}
	check_needed(&in);
	say_unused(&in);
	return in.count;
}
