/* tell.c: findings of a return, made and put in order. */
#include "census/rules.h"

#include <string.h>

/* Where a finding stands, what it says was there, and of which item. */
struct spot {
	int line, column;
	Str field, seen;
};

/* The item's cell; where there is none, the worker, or what the return should have had it in. */
static struct spot
spot_of(const struct telling *telling)
{
	const struct worker *w = telling->worker;
	const struct census_return *ret = telling->ret;
	if (telling->item == NO_ITEM)
		return w ? (struct spot){ .line = w->line, .column = w->column }
			 : (struct spot){ 0 };
	const struct item_row *row = &item_rows[telling->item];
	const struct cell_said *cell =
		w ? worker_cell(w, telling->item) : &ret->cell[telling->item];
	if (cell->line > 0)
		return (struct spot){ cell->line, cell->column, row->name, cell->text };
	if (w)
		return (struct spot){ w->line, w->column, row->name, cell->text };
	int line = row->place == IN_AUTHORITY ? ret->module_line : ret->header_line;
	return (struct spot){ line, 0, row->name, cell->text };
}

void
census_tell(struct findings *found, struct telling telling, struct arena *perm)
{
	const struct census_rule *rule = telling.rule;
	struct spot spot = spot_of(&telling);
	findings_add(found, (struct finding){
				    .severity = rule->severity,
				    .code = rule->code,
				    .file = telling.ret->file,
				    .line = spot.line,
				    .column = spot.column,
				    .field = spot.field,
				    .seen = spot.seen,
				    .record = telling.worker ? worker_record(telling.worker, perm)
							     : (Str){ 0 },
				    .wrong = telling.wrong.len ? telling.wrong : rule->wrong,
				    .mend = telling.mend.len ? telling.mend : rule->mend });
}

void
census_tell_at(struct findings *found, struct finding finding)
{
	const struct census_rule *rule = census_rule_find(finding.code);
	finding.severity = rule ? rule->severity : MISTAKE;
	if (rule && finding.wrong.len == 0)
		finding.wrong = rule->wrong;
	if (rule && finding.mend.len == 0)
		finding.mend = rule->mend;
	findings_add(found, finding);
}

/* ---- order ----------------------------------------------------------------------------------- */

/* By line, column and code; then by all the rest, so that what is the same comes together. */
static int
finding_order(const struct finding *a, const struct finding *b)
{
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	const Str *const texts[][2] = {
		{ &a->code, &b->code }, { &a->record, &b->record }, { &a->field, &b->field },
		{ &a->seen, &b->seen }, { &a->wrong, &b->wrong },   { &a->mend, &b->mend },
		{ &a->file, &b->file },
	};
	for (ptrdiff_t i = 0; i < countof(texts); i++) {
		int order = str_compare(*texts[i][0], *texts[i][1]);
		if (order != 0)
			return order;
	}
	return (a->severity > b->severity) - (a->severity < b->severity);
}

/* Merges the ordered runs [0, half) and [half, count) of `from` into `to`. */
static void
merge(const struct finding **to, const struct finding **from, ptrdiff_t half, ptrdiff_t count)
{
	ptrdiff_t a = 0, b = half;
	for (ptrdiff_t i = 0; i < count; i++)
		to[i] = a < half && (b == count || finding_order(from[a], from[b]) <= 0)
				? from[a++]
				: from[b++];
}

/* The findings in order, from runs of one, two, four, ... */
static const struct finding **
sorted(const struct findings *found, struct arena *scratch)
{
	ptrdiff_t count = found->count;
	const struct finding **at = new(scratch, count, const struct finding *);
	const struct finding **other = new(scratch, count, const struct finding *);
	for (ptrdiff_t i = 0; i < count; i++)
		at[i] = &found->at[i];
	for (ptrdiff_t run = 1; run < count; run *= 2) {
		for (ptrdiff_t begin = 0; begin < count; begin += 2 * run) {
			ptrdiff_t left = count - begin;
			merge(other + begin, at + begin, run < left ? run : left,
			      2 * run < left ? 2 * run : left);
		}
		const struct finding **swapped = at;
		at = other;
		other = swapped;
	}
	return at;
}

static bool
is_ordered(const struct findings *found)
{
	for (ptrdiff_t i = 1; i < found->count; i++)
		if (finding_order(&found->at[i - 1], &found->at[i]) >= 0)
			return false;
	return true;
}

void
census_order(struct findings *found)
{
	if (is_ordered(found))
		return;
	struct arena scratch = *found->arena;
	const struct finding **in_order = sorted(found, &scratch);
	struct finding *kept = new(&scratch, found->count, struct finding);
	ptrdiff_t count = 0;
	found->mistakes = 0;
	for (ptrdiff_t i = 0; i < found->count; i++) {
		if (i > 0 && finding_order(in_order[i - 1], in_order[i]) == 0)
			continue;
		kept[count++] = *in_order[i];
		found->mistakes += in_order[i]->severity == MISTAKE;
	}
	memcpy(found->at, kept, (size_t)count * sizeof *kept);
	found->count = count;
}
