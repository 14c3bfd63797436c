/* load_judged.c: which cells a finding of a whole row is about. */
#include "app/load_judged.h"

/* The cells that can put right what a rule says of a row; and which further rows it is of: those with the same
 * post, or of the same person. */
static const struct { Str code; enum target cells[JUDGED_CELLS_MOST]; int count; enum target same; } judged[] = {
	{ STR("over-fte"), { TO_FTE, TO_POST, TO_LAST_DAY, TO_POST_FTE }, 4, TO_POST },
	{ STR("outside-post"), { TO_POST, TO_FROM, TO_LAST_DAY }, 3, TARGETS },
	{ STR("twice-in-post"), { TO_POST, TO_FROM, TO_LAST_DAY }, 3, TARGETS },
	{ STR("twice"), { TO_POST, TO_FROM, TO_LAST_DAY }, 3, TARGETS },
	{ STR("person-fte"), { TO_FTE, TO_LAST_DAY, TO_PAYROLL }, 3, TO_PAYROLL },
	{ STR("age"), { TO_BORN, TO_FROM }, 2, TARGETS },
	{ STR("reason"), { TO_LAST_DAY, TO_REASON }, 2, TARGETS },
	{ STR("overlap"), { TO_FROM, TO_LAST_DAY }, 2, TARGETS },
	{ STR("hole"), { TO_FROM, TO_LAST_DAY }, 2, TARGETS },
	{ STR("no-fte"), { TO_FTE, TO_HOURS }, 2, TARGETS },
	{ STR("ends-early"), { TO_LAST_DAY }, 1, TARGETS },
	{ STR("change"), { TO_FTE, TO_POST_FTE }, 2, TARGETS },
	{ STR("post-over"), { TO_POST }, 1, TARGETS },
	{ STR("not-known"), { TO_PAYROLL, TO_FULL_NAME }, 2, TARGETS },
};

static int
judged_find(Str code)
{
	for (int i = 0; i < (int)countof(judged); i++)
		if (str_equal(judged[i].code, code))
			return i;
	return -1;
}

int
judged_column(const struct load_work *work, enum target target)
{
	for (int c = 0; c < work->column_count; c++)
		if (work->columns[c].target == target)
			return c + 1;
	return 0;
}

/* What a field of a record is read from, in this list: "Given names" of a person. */
static enum target
target_of(const struct load_work *work, Str label)
{
	for (int t = 0; t < TARGETS; t++) {
		const struct target_row *row = &target_rows[t];
		const struct record_type *type = record_type_find(row->type);
		int field = type ? field_find(type, row->field) : -1;
		bool named = str_equal(row->title, label) || (field >= 0 && str_equal(type->fields[field].label, label));
		if (named && judged_column(work, (enum target)t) > 0)
			return (enum target)t;
	}
	return TARGETS;
}

int
judged_cells(const struct load_work *work, const struct finding *finding, enum target cells[JUDGED_CELLS_MOST])
{
	int at = judged_find(finding->code), count = 0;
	enum target field = finding->field.len > 0 ? target_of(work, finding->field) : TARGETS;
	if (field != TARGETS)
		cells[count++] = field;
	for (int i = 0; at >= 0 && i < judged[at].count && count < JUDGED_CELLS_MOST; i++)
		if (judged[at].cells[i] != field && judged_column(work, judged[at].cells[i]) > 0)
			cells[count++] = judged[at].cells[i];
	return count;
}

enum target
judged_same(Str code)
{
	int at = judged_find(code);
	return at < 0 ? TARGETS : judged[at].same;
}

Str
judged_trouble(const struct load_work *work, int line, struct arena *perm)
{
	Str trouble = line_trouble(&work->found, line, perm);
	const struct line_read *read = line_read_at(work, line);
	for (ptrdiff_t i = 0; i < work->found.mistakes && read && trouble.len == 0; i++) {
		const struct finding *f = &work->found.at[i];
		enum target same = judged_same(f->code);
		const struct line_read *other = same == TARGETS ? NULL : line_read_at(work, f->line);
		if (other && other->values[same].len > 0 && str_equal_fold(other->values[same], read->values[same]))
			trouble = f->wrong;
	}
	return trouble;
}
