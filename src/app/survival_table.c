/* survival_table.c: a table that somebody brings, understood: every cell that cannot be is a finding. */
#include "app/survival_parts.h"

#include <math.h>
#include <stdlib.h>

#include "files/grid.h"

const ptrdiff_t survival_file_most = (ptrdiff_t)64 << 20;

struct table_reading {
	const struct survival_asked *asked;
	struct survival_table *table;
	const struct grid *grid;
	struct findings *found;
	struct arena *perm;
};

/* ---- columns --------------------------------------------------------------------------------------- */

static const struct grid_cell *
cell_at(const struct grid_row *row, int column)
{
	static const struct grid_cell nothing;
	return column < row->count ? &row->cells[column] : &nothing;
}

static void
add_finding(struct table_reading *in, struct finding finding)
{
	finding.file = in->asked->file;
	findings_add(in->found, finding);
}

static Str
nearest_heading(const struct table_reading *in, Str name)
{
	const struct grid_row *head = &in->grid->rows[0];
	Str best = S("");
	int least = 3;
	for (int c = 0; c < head->count; c++) {
		int away = str_distance(name, head->cells[c].text);
		if (away < least)
			least = away, best = head->cells[c].text;
	}
	return best;
}

/* The column with this heading, or NOT_THERE with a finding. */
static int
column_of(struct table_reading *in, Str name)
{
	const struct grid_row *head = &in->grid->rows[0];
	int found = -1, times = 0;
	for (int c = 0; c < head->count; c++)
		if (str_equal_fold(str_trim(head->cells[c].text), name))
			found = c, times++;
	Str nearest = found < 0 ? nearest_heading(in, name) : S("");
	if (times != 1)
		add_finding(in, (struct finding){ .severity = MISTAKE, .code = S("column"), .line = head->line,
			.column = times > 1 ? found + 1 : 0, .field = name,
			.wrong = times > 1 ? S("stands twice among the headings") : S("is not among the headings"),
			.mend = nearest.len ? str_format(in->perm, "the nearest is %.*s", STR_ARG(nearest))
			                    : S("give a column by its heading in the first row") });
	return times == 1 ? found : -1;
}

/* ---- cells ----------------------------------------------------------------------------------------- */

static bool
is_number(Str text, double *value)
{
	char copy[64], *end;
	if (text.len == 0 || text.len >= countof(copy))
		return false;
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		copy[i] = c;
		if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'))
			return false;
	}
	copy[text.len] = '\0';
	*value = strtod(copy, &end);
	return *end == '\0' && isfinite(*value) && fabs(*value) < 1e12;
}

static Str
cell_words(const struct grid_cell *cell)
{
	return cell->kind == GRID_EMPTY ? S("") : str_trim(cell->text);
}

static void
bad_cell(struct table_reading *in, const struct grid_row *row, int column, Str name, const char *code, const char *wrong,
         const char *mend)
{
	add_finding(in, (struct finding){ .severity = MISTAKE, .code = str_of(code), .line = row->line,
		.column = column + 1, .field = name, .seen = cell_words(cell_at(row, column)),
		.wrong = str_of(wrong), .mend = str_of(mend) });
}

/* A date is its day's number, so that days between two dates are right. */
static bool
number_of(struct table_reading *in, const struct grid_row *row, int column, Str name, double *value)
{
	const struct grid_cell *cell = cell_at(row, column);
	Date day;
	if (cell->kind == GRID_DATE) {
		*value = cell->date.day;
		return true;
	}
	if (is_number(cell_words(cell), value))
		return true;
	if (cell->kind == GRID_TEXT && date_parse(cell_words(cell), &day)) {
		*value = day.day;
		return true;
	}
	bad_cell(in, row, column, name, "number", cell_words(cell).len ? "is not a number or a date" : "is empty",
	         "write a number such as 12.5, or a date such as 2025-09-30");
	return false;
}

static bool
is_word(Str text, const char *const *words)
{
	for (; *words; words++)
		if (str_equal_fold(text, str_of(*words)))
			return true;
	return false;
}

static const char *const no_words[] = { "0", "no", "n", "false", "censored", NULL };
static const char *const yes_words[] = { "1", "yes", "y", "true", NULL };

/* The cause that a cell of the event column says, added where it is new; 0: not ended; -1 with a finding. */
static int
cause_of(struct table_reading *in, const struct grid_row *row, int column)
{
	struct survival_table *t = in->table;
	Str text = cell_words(cell_at(row, column));
	if (text.len == 0) {
		bad_cell(in, row, column, in->asked->event, "event", "is empty",
		         "write 1 where it ended and 0 where it had not when last seen");
		return -1;
	}
	if (is_word(text, no_words))
		return 0;
	Str cause = is_word(text, yes_words) ? S("1") : text;
	for (int c = 1; c <= t->cause_count; c++)
		if (str_equal(t->causes[c], cause))
			return c;
	if (t->cause_count == SURVIVAL_CAUSES_MOST) {
		bad_cell(in, row, column, in->asked->event, "event", "is one cause more than can be told of",
		         "join causes, so that there are 12 at most");
		return -1;
	}
	t->causes[++t->cause_count] = cause;
	return t->cause_count;
}

static int
group_of(struct table_reading *in, const struct grid_row *row, int column)
{
	struct survival_table *t = in->table;
	Str text = cell_words(cell_at(row, column));
	text = text.len ? text : S("(empty)");
	for (int g = 0; g < t->group_count; g++)
		if (str_equal(t->groups[g], text))
			return g;
	if (t->group_count == SURVIVAL_GROUPS_MOST) {
		bad_cell(in, row, column, in->asked->by, "group", "is one group more than can be told of",
		         "take a column with 40 different values at most");
		return -1;
	}
	t->groups[t->group_count] = text;
	return t->group_count++;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

struct places { int entry, exit, event, by; };

static bool
read_life(struct table_reading *in, const struct grid_row *row, const struct places *at, struct life *life)
{
	struct life l = { .entry = -INFINITY };
	bool good = number_of(in, row, at->exit, in->asked->exit, &l.exit);
	if (in->table->entered)
		good = number_of(in, row, at->entry, in->asked->entry, &l.entry) && good;
	l.cause = cause_of(in, row, at->event);
	if (good && in->table->entered && l.exit <= l.entry) {
		bad_cell(in, row, at->exit, in->asked->exit, "order", "is not after the entry",
		         "who is watched for no time at all cannot be counted: mend it, or leave the row out");
		good = false;
	}
	if (good && !in->table->entered && l.exit < 0) {
		bad_cell(in, row, at->exit, in->asked->exit, "order", "is below 0", "time begins at 0: mend it");
		good = false;
	}
	*life = l;
	return good && l.cause >= 0;
}

/* As R has it: where the event column holds 1 and 2 and nothing else, 2 is the ending. */
static void
settle_causes(struct survival_table *t, struct life *lives)
{
	bool two = t->cause_count == 2 && ((str_equal(t->causes[1], S("1")) && str_equal(t->causes[2], S("2"))) ||
	                                   (str_equal(t->causes[1], S("2")) && str_equal(t->causes[2], S("1"))));
	for (int i = 0; two && i < t->count; i++)
		two = lives[i].cause != 0;
	if (!two)
		return;
	int ending = str_equal(t->causes[1], S("2")) ? 1 : 2;
	for (int i = 0; i < t->count; i++)
		lives[i].cause = lives[i].cause == ending;
	t->causes[1] = S("2");
	t->cause_count = 1;
}

static void
read_rows(struct table_reading *in, const struct places *at)
{
	struct survival_table *t = in->table;
	struct life *lives = new(in->perm, in->grid->row_count, struct life);
	int *group = new(in->perm, in->grid->row_count, int);
	for (int i = 1; i < in->grid->row_count; i++) {
		read_life(in, &in->grid->rows[i], at, &lives[t->count]);
		group[t->count++] = at->by >= 0 ? group_of(in, &in->grid->rows[i], at->by) : 0;
	}
	settle_causes(t, lives);
	t->lives = (struct lives){ lives, t->count };
	t->group = group;
	t->group_count = at->by >= 0 ? t->group_count : 1;
}

/* ---- terms of the model ----------------------------------------------------------------------------- */

static int
by_words(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static bool
is_numeric(const struct table_reading *in, int column)
{
	double value;
	for (int i = 1; i < in->grid->row_count; i++) {
		Str text = cell_words(cell_at(&in->grid->rows[i], column));
		if (text.len && !is_number(text, &value))
			return false;
	}
	return true;
}

/* The different words of a column, in order; -1 when they are too many. */
static int
levels_of(const struct table_reading *in, int column, Str *levels)
{
	int count = 0;
	for (int i = 1; i < in->grid->row_count; i++) {
		Str text = cell_words(cell_at(&in->grid->rows[i], column));
		bool known = text.len == 0;
		for (int l = 0; l < count && !known; l++)
			known = str_equal(levels[l], text);
		if (known)
			continue;
		if (count == COX_COLUMNS_MOST)
			return -1;
		levels[count++] = text;
	}
	qsort(levels, (size_t)count, sizeof *levels, by_words);
	return count;
}

static void
too_many(struct table_reading *in, Str name, const char *wrong, const char *mend)
{
	add_finding(in, (struct finding){ .severity = MISTAKE, .code = S("model"), .field = name,
		.wrong = str_of(wrong), .mend = str_of(mend) });
}

/* Adds a term; the column it is read from goes to *column. */
static bool
add_term(struct table_reading *in, Str name, int *columns, int *from)
{
	struct survival_table *t = in->table;
	int column = column_of(in, name);
	if (column < 0)
		return false;
	if (t->term_count == SURVIVAL_TERMS_MOST) {
		too_many(in, name, "is one column more than a model takes", "take 20 at most");
		return false;
	}
	struct survival_term *term = &t->terms[t->term_count];
	*term = (struct survival_term){ .name = name, .first = *columns, .count = 1 };
	if (!is_numeric(in, column)) {
		Str levels[COX_COLUMNS_MOST];
		int count = levels_of(in, column, levels);
		term->count = count - 1;
		term->base = count > 0 ? levels[0] : S("");
		for (int l = 1; l < count; l++)
			term->levels[l - 1] = levels[l];
		if (count < 0)
			term->count = COX_COLUMNS_MOST + 1;
	}
	if (*columns + term->count > COX_COLUMNS_MOST) {
		too_many(in, name, "has too many different words", "join some, so that a model has 64 columns at most");
		return false;
	}
	*columns += term->count;
	from[t->term_count++] = column;
	return true;
}

/* The model's columns of a row; false where a cell is empty. */
static bool
fill_row(const struct table_reading *in, const struct grid_row *row, const int *from, double *x)
{
	for (int k = 0; k < in->table->term_count; k++) {
		const struct survival_term *term = &in->table->terms[k];
		Str text = cell_words(cell_at(row, from[k]));
		if (text.len == 0)
			return false;
		if (term->base.len == 0)
			is_number(text, &x[term->first]);
		for (int l = 0; term->base.len && l < term->count; l++)
			x[term->first + l] = str_equal(text, term->levels[l]);
	}
	return true;
}

static void
read_terms(struct table_reading *in)
{
	struct survival_table *t = in->table;
	Str rest = in->asked->cox;
	int columns = 0, from[SURVIVAL_TERMS_MOST];
	while (rest.len) {
		Str name = str_trim(str_cut(&rest, ','));
		if (name.len)
			add_term(in, name, &columns, from);
	}
	if (in->asked->cox.len && t->term_count == 0 && in->found->mistakes == 0)
		too_many(in, S("cox"), "names no column", "give headings with commas, as age,role");
	if (columns == 0)
		return;
	struct life *lives = new(in->perm, t->count + 1, struct life);
	double *x = new(in->perm, (ptrdiff_t)t->count * columns + 1, double);
	int kept = 0;
	for (int i = 0; i < t->count; i++)
		if (fill_row(in, &in->grid->rows[i + 1], from, x + (ptrdiff_t)kept * columns))
			lives[kept++] = t->lives.at[i];
	t->rows = (struct cox_rows){ .lives = { lives, kept }, .x = x, .columns = columns };
	t->left_out = t->count - kept;
}

static void
read_times(struct table_reading *in)
{
	Str rest = in->asked->times;
	struct survival_table *t = in->table;
	while (rest.len && t->time_count < SURVIVAL_TIMES_MOST) {
		Str text = str_trim(str_cut(&rest, ','));
		double time;
		bool number = is_number(text, &time);
		if (number && time < 0 && !t->entered)
			add_finding(in, (struct finding){ .severity = MISTAKE, .code = S("times"), .field = S("times"),
				.seen = text, .wrong = S("is below 0"), .mend = S("time begins at 0: take it out") });
		else if (number && (!t->time_count || time > t->times[t->time_count - 1]))
			t->times[t->time_count++] = time;
		else
			add_finding(in, (struct finding){ .severity = MISTAKE, .code = S("times"), .field = S("times"),
				.seen = text, .wrong = S("is not a number above the one before it"),
				.mend = S("write times in order, as 12,24,36") });
	}
}

bool
survival_read(struct survival_table *table, const struct survival_asked *asked, struct findings *found,
              struct arena *perm)
{
	struct grids grids;
	struct table_reading in = { asked, table, NULL, found, perm };
	*table = (struct survival_table){ .entered = asked->entry.len > 0, .by = asked->by };
	if (!grids_read(asked->bytes, asked->file, &grids, found, perm) || grids.count == 0)
		return false;
	in.grid = &grids.at[0];
	if (in.grid->row_count < 2) {
		add_finding(&in, (struct finding){ .severity = MISTAKE, .code = S("empty"),
			.wrong = S("has no rows under its headings"), .mend = S("give a row for each stretch of watching") });
		return false;
	}
	struct places at = { .entry = table->entered ? column_of(&in, asked->entry) : 0,
		             .exit = column_of(&in, asked->exit), .event = column_of(&in, asked->event),
		             .by = asked->by.len ? column_of(&in, asked->by) : -1 };
	if (at.entry >= 0 && at.exit >= 0 && at.event >= 0)
		read_rows(&in, &at);
	read_terms(&in);
	read_times(&in);
	return found->mistakes == 0;
}
