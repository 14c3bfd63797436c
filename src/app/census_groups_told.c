/* census_groups_told.c: findings by rule, and one rule with its records. */
#include "app/census_groups_told.h"

#include <stdlib.h>
#include <string.h>

Str
told_count(ptrdiff_t count, const char *one, const char *many, struct arena *perm)
{
	Str number = figure_text(figure_whole(count), 0, perm);
	return str_format(perm, "%.*s %s", STR_ARG(number), count == 1 ? one : many);
}

/* ---- groups: what one rule found ------------------------------------------------------------- */

static struct group *
group_for(struct groups *groups, const struct finding *finding)
{
	for (int g = groups->count; g-- > 0;)
		if (groups->at[g].severity == finding->severity &&
		    str_equal(groups->at[g].code, finding->code))
			return &groups->at[g];
	if (groups->count == groups->room) {
		int room = groups->room ? 2 * groups->room : 64;
		struct group *moved = new(groups->perm, room, struct group);
		if (groups->count)
			memcpy(moved, groups->at, (size_t)groups->count * sizeof *moved);
		groups->at = moved;
		groups->room = room;
	}
	struct group *group = &groups->at[groups->count++];
	const struct census_rule *rule = census_rule_find(finding->code);
	*group = (struct group){ .rule = rule,
				 .code = finding->code,
				 .severity = finding->severity,
				 .broad = !rule || rule->scope == OF_READING ||
					  rule->scope == OF_RETURN };
	return group;
}

static int
order(int a, int b)
{
	return (a > b) - (a < b);
}

static int
group_order(const void *left, const void *right)
{
	const struct group *a = left, *b = right;
	int by = order((int)b->severity, (int)a->severity);
	by = by ? by : order(b->broad, a->broad);
	by = by ? by : order(b->count, a->count);
	return by ? by : str_compare(a->code, b->code);
}

struct groups
groups_of(const struct findings *found, struct arena *perm)
{
	struct groups groups = { .perm = perm };
	for (ptrdiff_t i = 0; i < found->count; i++)
		group_for(&groups, &found->at[i])->count++;
	for (int g = 0; g < groups.count; g++)
		groups.at[g].at = new(perm, groups.at[g].count, const struct finding *);
	for (ptrdiff_t i = 0; i < found->count; i++) {
		struct group *group = group_for(&groups, &found->at[i]);
		group->at[group->filled++] = &found->at[i];
	}
	if (groups.count > 1)
		qsort(groups.at, (size_t)groups.count, sizeof *groups.at, group_order);
	return groups;
}

Str
group_words(const struct group *group)
{
	return group->rule ? group->rule->words : group->at[0]->wrong;
}

/* ---- one rule -------------------------------------------------------------------------------- */

Str
told_place(const struct finding *finding, struct arena *perm)
{
	if (finding->line == 0)
		return S("The whole file");
	if (finding->column == 0)
		return str_format(perm, "Line %d", finding->line);
	return str_format(perm, "Line %d, column %d", finding->line, finding->column);
}

/* In the order of what is read on a narrow screen. */
enum { R_RECORD, R_MESSAGE, R_FIELD, R_SEEN, R_PLACE, R_COLUMNS };
static const struct column record_columns[R_COLUMNS] = {
	[R_RECORD] = { .name = STR("record"), .title = STR("Worker") },
	[R_MESSAGE] = { .name = STR("message"), .title = STR("What is wrong, and what to do") },
	[R_FIELD] = { .name = STR("field"), .title = STR("Item") },
	[R_SEEN] = { .name = STR("seen"), .title = STR("It says") },
	[R_PLACE] = { .name = STR("place"), .title = STR("Where") },
};

Str
told_message(const struct finding *finding, struct arena *perm)
{
	Str wrong = str_capital(finding->wrong, perm), mend = str_capital(finding->mend, perm);
	if (mend.len == 0)
		return wrong;
	return str_format(perm, "%.*s. %.*s", STR_ARG(wrong), STR_ARG(mend));
}

static Str
record_words(const struct finding *finding, int column, struct arena *perm)
{
	switch (column) {
	case R_RECORD:
		return finding->record;
	case R_MESSAGE:
		return told_message(finding, perm);
	case R_FIELD:
		return finding->field;
	case R_SEEN:
		return finding->seen;
	default:
		return told_place(finding, perm);
	}
}

/* "BaseSalary is missing. Write ...": of all records, which are of one item. */
static Str
message_of_all(const struct group *group, struct arena *perm)
{
	struct finding first = *group->at[0];
	bool names = first.wrong.len > 0 && first.wrong.at[0] >= 'a' && first.wrong.at[0] <= 'z';
	for (int i = 1; i < group->count; i++)
		names = names && str_equal(group->at[i]->field, first.field);
	if (names && first.field.len)
		first.wrong =
			str_format(perm, "%.*s %.*s", STR_ARG(first.field), STR_ARG(first.wrong));
	return told_sentence(told_message(&first, perm), perm);
}

/* Whether every record is told the same, which is then said once above them. */
static bool
told_alike(const struct group *group)
{
	for (int i = 1; i < group->count; i++)
		if (!str_equal(group->at[i]->wrong, group->at[0]->wrong) ||
		    !str_equal(group->at[i]->mend, group->at[0]->mend))
			return false;
	return group->count > 1;
}

/* Columns of which no record says anything are left out. Gives how many there are. */
static int
record_columns_of(const struct group *group, int *which, struct arena scratch)
{
	int count = 0;
	for (int c = 0; c < R_COLUMNS; c++) {
		bool says = false;
		for (int i = 0; i < group->count && !says; i++)
			says = record_words(group->at[i], c, &scratch).len > 0;
		if (says && !(c == R_MESSAGE && told_alike(group)))
			which[count++] = c;
	}
	return count;
}

static Str
records_caption(const struct group *group, int shown, struct arena *perm)
{
	bool places = group->at[0]->record.len == 0;
	Str caption = places ? told_count(group->count, "place", "places", perm)
			     : told_count(group->count, "record", "records", perm);
	if (shown < group->count)
		return str_format(perm, "%.*s: the first %d of %.*s; the spreadsheet has all",
				  STR_ARG(group->code), shown, STR_ARG(caption));
	return str_format(perm, "%.*s: %.*s", STR_ARG(group->code), STR_ARG(caption));
}

static const struct table *
records_table(const struct group *group, struct arena *perm)
{
	int which[R_COLUMNS], count = record_columns_of(group, which, *perm);
	int shown = group->count < RECORDS_SHOWN ? group->count : RECORDS_SHOWN;
	struct row *rows = new(perm, shown, struct row);
	struct column *columns = new(perm, count, struct column);
	struct table *table = new(perm, 1, struct table);
	for (int c = 0; c < count; c++)
		columns[c] = record_columns[which[c]];
	for (int i = 0; i < shown; i++) {
		struct cell *cells = new(perm, count, struct cell);
		for (int c = 0; c < count; c++)
			cells[c] = cell_text(record_words(group->at[i], which[c], perm));
		rows[i] = (struct row){ .cells = cells };
	}
	*table = (struct table){ .name = group->code,
				 .caption = records_caption(group, shown, perm),
				 .columns = columns,
				 .column_count = count,
				 .rows = rows,
				 .row_count = shown };
	return table;
}

static void
add_doubt(struct document *doc, const struct census_told *told, const struct census_rule *rule)
{
	struct arena *perm = doc->arena;
	struct block *inner = new(perm, 2, struct block);
	struct run *runs = new(perm, 2, struct run);
	int used = 0;
	runs[0].text = census_rule_doubt(rule, perm);
	inner[used++] = (struct block){ .kind = BLOCK_PARAGRAPH, .runs = runs, .run_count = 1 };
	if (told->rules_at.len) {
		runs[1] = (struct run){ .text = str_format(perm, "Rule %.*s by itself",
							   STR_ARG(rule->code)),
					.href = str_join(told->rules_at, rule->code, perm) };
		inner[used++] =
			(struct block){ .kind = BLOCK_PARAGRAPH, .runs = &runs[1], .run_count = 1 };
	}
	document_details(doc, S("How sure this rule is"), inner, used);
}

void
add_group(struct document *doc, const struct census_told *told, const struct group *group)
{
	struct arena *perm = doc->arena;
	Str words = group_words(group);
	document_heading(doc, 3,
			 str_format(perm, "%.*s: %.*s", STR_ARG(group->code), STR_ARG(words)),
			 str_format(perm, "%s-%.*s", group->severity == MISTAKE ? "error" : "query",
				    STR_ARG(group->code)));
	if (group->rule && group->rule->why.len)
		document_paragraph(doc, told_sentence(group->rule->why, perm));
	if (told_alike(group))
		document_paragraph(doc, message_of_all(group, perm));
	document_table(doc, records_table(group, perm));
	if (group->rule)
		add_doubt(doc, told, group->rule);
}
