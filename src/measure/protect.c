/* protect.c: which cells of a table are withheld: the unsafe ones, and those that would give them
 * away. */
#include "measure/protect_margins.h"

#include <assert.h>
#include <string.h>

const struct protection protect_internal  = { .threshold = 5,  .base = 10 };
const struct protection protect_sensitive = { .threshold = 5,  .base = 10, .sensitive = true };
const struct protection protect_public    = { .threshold = 10, .base = 10 };

/* The values an attacker must be left with; no window where `most` is 0. */
struct window { int64_t least, most; };

struct plan {
	struct margins table;
	struct protection protection;
	struct window *unsafe;       /* one a cell */
	bool *hidden;
	int *order;                  /* the unsafe cells, smallest count first */
	int unsafe_count;
};

/* A cell unsafe for two reasons needs both windows. */
static void
mark(struct plan *plan, int row, int column, struct window needs)
{
	struct window *window = &plan->unsafe[margins_cell(plan->table, row, column)];
	if (window->most == 0) {
		*window = needs;
		return;
	}
	window->least = needs.least < window->least ? needs.least : window->least;
	window->most = needs.most > window->most ? needs.most : window->most;
}

static void
mark_small_counts(struct plan *plan)
{
	int64_t threshold = plan->protection.threshold;
	for (int i = 0; i <= plan->table.rows; i++) {
		for (int j = 0; j <= plan->table.columns; j++) {
			int64_t count = plan->table.at[margins_cell(plan->table, i, j)];
			if (count > 0 && count < threshold)
				mark(plan, i, j, (struct window){ 1, threshold - 1 });
		}
	}
}

static void
mark_small_base(struct plan *plan, int row)
{
	int64_t room = plan->protection.threshold - 1;
	for (int j = 0; j < plan->table.columns; j++) {
		int64_t count = plan->table.at[margins_cell(plan->table, row, j)];
		mark(plan, row, j, (struct window){ 1, count > room ? count : room });
	}
	mark(plan, row, plan->table.columns, (struct window){ 1, plan->protection.base - 1 });
}

/* All in one category, or all but a few: who is in the row is then known to be, or nearly so. The
 * empty cells of such a row say the same. */
static void
mark_one_sided(struct plan *plan, int row)
{
	int64_t threshold = plan->protection.threshold;
	int64_t base = plan->table.at[margins_cell(plan->table, row, plan->table.columns)];
	for (int j = 0; j < plan->table.columns; j++) {
		int64_t count = plan->table.at[margins_cell(plan->table, row, j)];
		if (count == 0 || base - count >= threshold)
			continue;
		int64_t least = base - (threshold - 1);
		mark(plan, row, j, (struct window){ least > 0 ? least : 0, count });
		for (int other = 0; count == base && other < plan->table.columns; other++)
			if (other != j)
				mark(plan, row, other, (struct window){ 0, threshold - 1 });
	}
}

static void
mark_sensitive_rows(struct plan *plan)
{
	for (int i = 0; i <= plan->table.rows; i++) {
		int64_t base = plan->table.at[margins_cell(plan->table, i, plan->table.columns)];
		if (base == 0)
			continue;
		if (base < plan->protection.base)
			mark_small_base(plan, i);
		else if (plan->table.columns > 1)
			mark_one_sided(plan, i);
	}
}

/* Insertion keeps equal counts in table order, so that the same table is always cut the same way. */
static void
hide_unsafe(struct plan *plan)
{
	const int64_t *at = plan->table.at;
	plan->unsafe_count = 0;
	for (int cell = 0; cell < margins_cells(plan->table); cell++) {
		plan->hidden[cell] = plan->unsafe[cell].most > 0;
		if (!plan->hidden[cell])
			continue;
		int place = plan->unsafe_count++;
		for (; place > 0 && at[plan->order[place - 1]] > at[cell]; place--)
			plan->order[place] = plan->order[place - 1];
		plan->order[place] = cell;
	}
}

static struct plan
plan_of(struct counts counts, struct protection protection, struct arena *perm)
{
	struct plan plan = { .table = margins_of(counts, perm), .protection = protection };
	int cells = margins_cells(plan.table);
	plan.unsafe = new(perm, cells, struct window);
	plan.hidden = new(perm, cells, bool);
	plan.order = new(perm, cells, int);
	mark_small_counts(&plan);
	if (protection.sensitive)
		mark_sensitive_rows(&plan);
	hide_unsafe(&plan);
	return plan;
}

static bool
safe(const struct plan *plan, struct place place, struct arena scratch)
{
	int cell = margins_cell(plan->table, place.row, place.column);
	struct window window = plan->unsafe[cell];
	int64_t count = plan->table.at[cell];
	int64_t up = window.most > count ? window.most - count : 0;
	int64_t down = window.least < count ? count - window.least : 0;
	return margins_room(plan->table, plan->hidden, place, RISE, up, scratch) >= up
	    && margins_room(plan->table, plan->hidden, place, FALL, down, scratch) >= down;
}

/* The cost of hiding the corners of a rectangle, doubled so that half a point a cell is whole: the
 * counts newly hidden, half a point each, 50 when the unsafe cell could not move in it, and more
 * than all else for the grand total. Negative: it would hide nothing new. */
static int64_t
rectangle_cost(const struct plan *plan, struct place near, struct place far)
{
	const struct margins t = plan->table;
	const int cells[] = { margins_cell(t, near.row, far.column),
	                      margins_cell(t, far.row, near.column),
	                      margins_cell(t, far.row, far.column) };
	int64_t cost = 0;
	for (int k = 0; k < countof(cells); k++)
		if (!plan->hidden[cells[k]])
			cost += 2 * t.at[cells[k]] + 1;
	if (cost == 0)
		return -1;

	/* When the cell rises, a corner across an ordinary line falls, one across a total rises. */
	bool row_falls = near.column < t.columns && far.column < t.columns;
	bool column_falls = near.row < t.rows && far.row < t.rows;
	const bool falls[] = { row_falls, column_falls, row_falls != column_falls };
	int64_t up = INT64_MAX;
	for (int k = 0; k < countof(cells); k++)
		if (falls[k] && t.at[cells[k]] < up)
			up = t.at[cells[k]];
	int near_cell = margins_cell(t, near.row, near.column);
	if (up < plan->unsafe[near_cell].most - t.at[near_cell])
		cost += 2 * 50;
	int grand = margins_cells(t) - 1;
	if (cells[2] == grand || cells[1] == grand || cells[0] == grand)
		cost += plan->hidden[grand] ? 0 : INT64_MAX / 4;
	return cost;
}

static bool
hide_cheapest_rectangle(struct plan *plan, struct place near)
{
	int64_t least = INT64_MAX;
	struct place best = near;
	for (int i = 0; i <= plan->table.rows; i++) {
		for (int j = 0; j <= plan->table.columns; j++) {
			if (i == near.row || j == near.column)
				continue;
			struct place far = { i, j };
			int64_t cost = rectangle_cost(plan, near, far);
			if (cost >= 0 && cost < least) {
				least = cost;
				best = far;
			}
		}
	}
	if (least == INT64_MAX)
		return false;
	plan->hidden[margins_cell(plan->table, near.row, best.column)] = true;
	plan->hidden[margins_cell(plan->table, best.row, near.column)] = true;
	plan->hidden[margins_cell(plan->table, best.row, best.column)] = true;
	return true;
}

/* Hiding more only ever widens a range, so a cell once safe stays safe and one pass is enough. */
static bool
hide_until_safe(struct plan *plan, struct arena scratch)
{
	for (int k = 0; k < plan->unsafe_count; k++) {
		int wide = plan->table.columns + 1;
		struct place place = { plan->order[k] / wide, plan->order[k] % wide };
		while (!safe(plan, place, scratch))
			if (!hide_cheapest_rectangle(plan, place))
				return false;
	}
	return true;
}

/* ---- folding: two rows, or two columns, shown as one ---- */

struct fold {
	struct counts counts;        /* as given */
	int *row, *column;           /* which folded line each line is in */
	int rows, columns;
};

static struct counts
folded(const struct fold *fold, struct arena *perm)
{
	int64_t *at = new(perm, (ptrdiff_t)fold->rows * fold->columns, int64_t);
	for (int i = 0; i < fold->counts.rows; i++)
		for (int j = 0; j < fold->counts.columns; j++)
			at[fold->row[i] * fold->columns + fold->column[j]] +=
				fold->counts.at[i * fold->counts.columns + j];
	return (struct counts){ fold->rows, fold->columns, at };
}

/* Joins the two lines of least total; `totals` are of the `*lines` folded lines. */
static void
join_smallest(int *line, int count, int *lines, const int64_t *totals)
{
	int small = 0, next = 1;
	for (int i = 1; i < *lines; i++) {
		if (totals[i] < totals[small]) {
			next = small;
			small = i;
		} else if (i != next && totals[i] < totals[next]) {
			next = i;
		}
	}
	int into = small < next ? small : next, gone = small < next ? next : small;
	for (int i = 0; i < count; i++) {
		if (line[i] == gone)
			line[i] = into;
		else if (line[i] > gone)
			line[i]--;
	}
	--*lines;
}

/* Categories first, and when they are all one, the groups. */
static bool
fold_smallest(struct fold *fold, struct margins table, struct arena scratch)
{
	int64_t *totals = new(&scratch, table.rows + table.columns, int64_t);
	if (fold->columns > 1) {
		for (int j = 0; j < table.columns; j++)
			totals[j] = table.at[margins_cell(table, table.rows, j)];
		join_smallest(fold->column, fold->counts.columns, &fold->columns, totals);
		return true;
	}
	if (fold->rows > 2) {
		for (int i = 0; i < table.rows; i++)
			totals[i] = table.at[margins_cell(table, i, table.columns)];
		join_smallest(fold->row, fold->counts.rows, &fold->rows, totals);
		return true;
	}
	return false;
}

static int
lines_joined(const int *line, int count, int which)
{
	int joined = 0;
	for (int i = 0; i < count; i++)
		joined += line[i] == which;
	return joined;
}

/* A line that was joined to another is withheld whole: nobody prints the sum of the two here, and
 * whoever works it out learns only what the folded table may tell. */
static void
unfold(const struct fold *fold, const struct plan *plan, bool *hidden)
{
	int rows = fold->counts.rows, columns = fold->counts.columns;
	for (int i = 0; i <= rows; i++) {
		int row = i < rows ? fold->row[i] : fold->rows;
		bool row_joined = i < rows && lines_joined(fold->row, rows, row) > 1;
		for (int j = 0; j <= columns; j++) {
			int column = j < columns ? fold->column[j] : fold->columns;
			hidden[i * (columns + 1) + j] = row_joined
				|| (j < columns && lines_joined(fold->column, columns, column) > 1)
				|| plan->hidden[margins_cell(plan->table, row, column)];
		}
	}
}

/* Something besides the grand total is shown, and the grand total with it. */
static bool
worth_showing(const bool *hidden, int grand)
{
	for (int cell = 0; cell < grand && !hidden[grand]; cell++)
		if (!hidden[cell])
			return true;
	return false;
}

static struct fold
unfolded(struct counts counts, struct arena *perm)
{
	struct fold fold = { .counts = counts, .rows = counts.rows, .columns = counts.columns };
	fold.row = new(perm, counts.rows, int);
	fold.column = new(perm, counts.columns, int);
	for (int i = 0; i < counts.rows; i++)
		fold.row[i] = i;
	for (int j = 0; j < counts.columns; j++)
		fold.column[j] = j;
	return fold;
}

bool
protect_table(struct counts counts, struct protection protection, bool *hidden,
              struct arena scratch)
{
	assert(protection.threshold >= 5);
	assert(protection.base >= 10);
	struct fold fold = unfolded(counts, &scratch);
	int grand = (counts.rows + 1) * (counts.columns + 1) - 1;
	bool folding = true, grand_unsafe = false;
	while (folding) {
		struct arena once = scratch;
		struct plan plan = plan_of(folded(&fold, &once), protection, &once);
		grand_unsafe = plan.unsafe[margins_cells(plan.table) - 1].most > 0;
		if (grand_unsafe)
			break;
		if (hide_until_safe(&plan, once)) {
			unfold(&fold, &plan, hidden);
			if (worth_showing(hidden, grand))
				return true;
		}
		folding = fold_smallest(&fold, plan.table, once);
	}
	memset(hidden, true, (size_t)grand * sizeof *hidden);
	hidden[grand] = grand_unsafe;
	return false;
}
