/* census_rules_told.c: the rules of the census in words, all of them and each. */
#include "app/census_told.h"

const struct table *
told_first_columns(const struct table *table, int columns, struct arena *perm)
{
	struct table *fewer = new(perm, 1, struct table);
	*fewer = *table;
	fewer->column_count = columns;
	return fewer;
}

Str
told_sentence(Str text, struct arena *perm)
{
	bool ended = text.len == 0 || str_ends(text, S(".")) || str_ends(text, S("?"));
	return ended ? text : str_join(text, S("."), perm);
}

static Str
official_words(const struct census_rule *rule, struct arena *perm)
{
	if (rule->official.len == 0)
		return S("DfE\u2019s own number of it is not known to us.");
	return str_format(perm, "DfE\u2019s number of it is %.*s.", STR_ARG(rule->official));
}

Str
census_rule_doubt(const struct census_rule *rule, struct arena *perm)
{
	static const Str means[] = {
		[LOW] = STR("we infer it: look at DfE\u2019s guide before you change anything for "
			    "it alone."),
		[MEDIUM] = STR("one source that was made for real returns says so."),
		[HIGH] = STR("DfE says so, or two sources that know nothing of each other."),
	};
	Str official = official_words(rule, perm);
	return str_format(perm, "%.*s: %.*s Source: %.*s. %.*s",
			  STR_ARG(str_capital(confidence_text(rule->confidence), perm)),
			  STR_ARG(means[rule->confidence]), STR_ARG(rule->source),
			  STR_ARG(official));
}

static Str
years_words(const struct census_rule *rule, struct arena *perm)
{
	int first = rule->first_year ? rule->first_year : CENSUS_FIRST_YEAR;
	if (rule->last_year)
		return str_format(perm, "%d to %d", first, rule->last_year);
	return str_format(perm, "%d and later", first);
}

static Str
items_words(const struct census_rule *rule, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int i = 0; i < rule->item_count; i++) {
		const struct item_row *item = &item_rows[rule->items[i]];
		text_format(&words, "%s%.*s (%.*s)", i ? ", " : "", STR_ARG(item->name),
			    STR_ARG(item->title));
	}
	return words.len ? text_str(&words) : S("The whole file");
}

static const struct column all_rule_columns[] = {
	{ .name = STR("code"), .title = STR("Rule") },
	{ .name = STR("severity"), .title = STR("Severity") },
	{ .name = STR("words"), .title = STR("What must be so") },
	{ .name = STR("years"), .title = STR("Censuses") },
	{ .name = STR("confidence"), .title = STR("How sure") },
	{ .name = STR("items"), .title = STR("Items") },
	{ .name = STR("why"), .title = STR("Why") },
	{ .name = STR("source"), .title = STR("Source") },
	{ .name = STR("official"), .title = STR("DfE\u2019s number") },
};
enum { ALL_RULES_ON_PAGE = 5 };

static void
all_rule_row(struct cell *cells, const struct census_rule *rule, Str rules_at, struct arena *perm)
{
	cells[0] = rules_at.len ? cell_link(rule->code, str_join(rules_at, rule->code, perm))
				: cell_text(rule->code);
	cells[1] = cell_tag(str_capital(severity_text(rule->severity), perm),
			    rule->severity == MISTAKE ? TAG_RED : TAG_YELLOW);
	cells[2] = cell_text(rule->words);
	cells[3] = cell_text(years_words(rule, perm));
	cells[4] = cell_text(confidence_text(rule->confidence));
	cells[5] = cell_text(items_words(rule, perm));
	cells[6] = cell_text(rule->why);
	cells[7] = cell_text(rule->source);
	cells[8] = cell_text(rule->official);
}

struct document
census_rules_told(Str rules_at, struct arena *perm)
{
	int errors = 0, count = census_rule_count();
	struct row *rows = new(perm, count, struct row);
	struct table *table = new(perm, 1, struct table);
	for (int i = 0; i < count; i++) {
		const struct census_rule *rule = census_rule_at(i);
		struct cell *cells = new(perm, countof(all_rule_columns), struct cell);
		all_rule_row(cells, rule, rules_at, perm);
		rows[i] = (struct row){ .cells = cells };
		errors += rule->severity == MISTAKE;
	}
	*table = (struct table){ .name = S("rules"),
				 .caption = S("Rules of a census return"),
				 .columns = all_rule_columns,
				 .column_count = countof(all_rule_columns),
				 .rows = rows,
				 .row_count = count };
	struct document doc = document_new(perm, str_format(perm, "%d rules of the census", count));
	document_paragraph(&doc, str_format(perm,
					    "%d are errors, which must be mended before a return "
					    "is sent; %d are queries, "
					    "which may stay with a note.",
					    errors, count - errors));
	document_paragraph(&doc, S("DfE\u2019s own list could not be had. These are derived from "
				   "its definitions, from the forms "
				   "of messages that councils use, and from what DfE says of "
				   "figures it doubted. Each says where it comes from "
				   "and how sure that is."));
	doc.data = table;
	document_table(&doc, told_first_columns(table, ALL_RULES_ON_PAGE, perm));
	return doc;
}

void
census_add_rule(struct document *doc, const struct census_rule *rule)
{
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, 5, struct pair);
	bool error = rule->severity == MISTAKE;
	pairs[0] =
		(struct pair){ .key = S("What it is"),
			       .value =
				       error ? S("An error: to be mended before the return is sent")
					     : S("A query: may stay, with a note") };
	pairs[1] = (struct pair){ .key = S("Items"), .value = items_words(rule, perm) };
	pairs[2] = (struct pair){ .key = S("Censuses"), .value = years_words(rule, perm) };
	pairs[3] = (struct pair){ .key = S("What to do"),
				  .value = rule->mend.len ? str_capital(rule->mend, perm)
							  : S("Each finding says it") };
	pairs[4] = (struct pair){ .key = S("How sure"), .value = census_rule_doubt(rule, perm) };
	document_summary(doc, pairs, 5);
}

struct document
census_rule_told(const struct census_rule *rule, struct arena *perm)
{
	struct document doc = document_new(
		perm, str_format(perm, "%.*s: %.*s", STR_ARG(rule->code), STR_ARG(rule->words)));
	struct table *table = new(perm, 1, struct table);
	struct cell *cells = new(perm, countof(all_rule_columns), struct cell);
	struct row *row = new(perm, 1, struct row);
	if (rule->why.len)
		document_paragraph(&doc, told_sentence(rule->why, perm));
	census_add_rule(&doc, rule);
	all_rule_row(cells, rule, S(""), perm);
	*row = (struct row){ .cells = cells };
	*table = (struct table){ .name = S("rules"),
				 .caption = S("The rule"),
				 .columns = all_rule_columns,
				 .column_count = countof(all_rule_columns),
				 .rows = row,
				 .row_count = 1 };
	doc.data = table;
	return doc;
}
