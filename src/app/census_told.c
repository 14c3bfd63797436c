/* census_told.c: findings of a return, rule by rule, what to do first on top. */
#include "app/census_groups_told.h"

/* ---- words ----------------------------------------------------------------------------------- */

static ptrdiff_t
queries_of(const struct findings *found)
{
	return found->count - found->mistakes;
}

Str
census_headline(const struct census_told *told, struct arena *perm)
{
	const struct findings *found = told->found;
	Str queries = told_count(queries_of(found), "query", "queries", perm);
	Str errors = told_count(found->mistakes, "error", "errors", perm);
	if (!told->ret)
		return S("This cannot be read as a census return");
	if (found->mistakes)
		return str_format(perm, "%.*s, %.*s: not ready to send", STR_ARG(errors),
				  STR_ARG(queries));
	if (queries_of(found))
		return str_format(perm, "No errors, %.*s: may be sent, with a note on each query",
				  STR_ARG(queries));
	return S("No errors, no queries: ready to send");
}

/* ---- the whole ------------------------------------------------------------------------------- */

static const struct column rule_columns[] = {
	{ .name = STR("severity"), .title = STR("Severity") },
	{ .name = STR("code"), .title = STR("Rule") },
	{ .name = STR("count"), .title = STR("Times"), .number = true },
	{ .name = STR("words"), .title = STR("What must be so") },
	{ .name = STR("why"), .title = STR("Why") },
	{ .name = STR("confidence"), .title = STR("How sure") },
	{ .name = STR("source"), .title = STR("Source") },
	{ .name = STR("official"), .title = STR("DfE\u2019s number") },
};
enum { RULES_ON_PAGE = 4 }; /* the columns that the page has of them */

static void
rule_row(struct cell *cells, const struct group *group, struct arena *perm)
{
	Str href = str_format(perm, "#%s-%.*s", group->severity == MISTAKE ? "error" : "query",
			      STR_ARG(group->code));
	cells[0] = cell_tag(str_capital(severity_text(group->severity), perm),
			    group->severity == MISTAKE ? TAG_RED : TAG_YELLOW);
	cells[1] = cell_link(group->code, href);
	cells[2] = cell_figure(figure_whole(group->count), 0, UNIT_COUNT);
	cells[3] = cell_text(group_words(group));
	cells[4] = cell_text(group->rule ? group->rule->why : S(""));
	cells[5] = cell_text(group->rule ? confidence_text(group->rule->confidence) : S(""));
	cells[6] = cell_text(group->rule ? group->rule->source : S(""));
	cells[7] = cell_text(group->rule ? group->rule->official : S(""));
}

static struct table *
rules_table(const struct groups *groups, struct arena *perm)
{
	struct row *rows = new(perm, groups->count, struct row);
	for (int g = 0; g < groups->count; g++) {
		struct cell *cells = new(perm, countof(rule_columns), struct cell);
		rule_row(cells, &groups->at[g], perm);
		rows[g] = (struct row){ .cells = cells };
	}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = S("by_rule"),
				 .caption = S("By rule, what to mend first on top"),
				 .columns = rule_columns,
				 .column_count = countof(rule_columns),
				 .rows = rows,
				 .row_count = groups->count };
	return table;
}

/* What to do first, in one or two sentences. */
static void
add_first(struct document *doc, const struct census_told *told, const struct groups *groups)
{
	struct arena *perm = doc->arena;
	struct run *runs = new(perm, 4, struct run);
	int used = 0;
	if (told->found->mistakes) {
		const struct group *first = &groups->at[0];
		Str words = group_words(first);
		runs[used++] = (struct run){ .text = S("Begin with "), .strong = true };
		runs[used++] = (struct run){
			.strong = true,
			.href = str_format(perm, "#error-%.*s", STR_ARG(first->code)),
			.text = str_format(perm, "%.*s, %.*s", STR_ARG(first->code),
					   STR_ARG(told_count(first->count, "time", "times", perm)))
		};
		runs[used++] = (struct run){ .strong = true,
					     .text = str_format(perm, ": %.*s. ", STR_ARG(words)) };
		runs[used++].text =
			S("DfE authorises no return while an error is in it. Mend the errors in "
			  "your own system or "
			  "in the file, then check it again: some queries go with them.");
	} else if (queries_of(told->found)) {
		runs[used++].text = S("Look at each query. Mend what is wrong; what is right may "
				      "stay, with a note in COLLECT that "
				      "says why it is right.");
	} else {
		runs[used++].text = S("Nothing is wrong with it by the rules that we know. "
				      "DfE\u2019s own list could not be had, so "
				      "COLLECT may find more.");
	}
	document_runs(doc, BLOCK_INSET, runs, used);
}

static Str
form_words(const struct census_return *ret)
{
	static const Str words[] = { [FORM_XML] = STR("DfE\u2019s XML"),
				     [FORM_SHEET] = STR("A sheet with census columns"),
				     [FORM_BUILT] = STR("Built from our records") };
	return words[ret->form];
}

static int
workers_who(const struct census_return *ret, bool (*are)(const struct worker *))
{
	int count = 0;
	for (int i = 0; i < ret->worker_count; i++)
		count += are(&ret->workers[i]);
	return count;
}

static Str
council_words(const struct census_told *told, struct arena *perm)
{
	Str lea = str_trim(told->ret->cell[ITEM_LEA].text);
	if (told->council.len)
		return str_format(perm, "%.*s (%.*s)", STR_ARG(told->council), STR_ARG(lea));
	return lea.len ? lea : S("It does not say");
}

static void
add_what_it_is(struct document *doc, const struct census_told *told)
{
	struct arena *perm = doc->arena;
	const struct census_return *ret = told->ret;
	struct pair *pairs = new(perm, 5, struct pair);
	Str records = str_format(perm, "%.*s: %d in post, %d who left, %d from an agency",
				 STR_ARG(told_count(ret->worker_count, "record", "records", perm)),
				 workers_who(ret, worker_in_post), workers_who(ret, worker_leaves),
				 workers_who(ret, worker_is_agency));
	pairs[0] = (struct pair){ .key = S("File"), .value = told->file };
	pairs[1] = (struct pair){ .key = S("Read as"), .value = form_words(ret) };
	pairs[2] = (struct pair){ .key = S("Council"), .value = council_words(told, perm) };
	pairs[3] = (struct pair){ .key = S("Census"),
				  .value = ret->year ? str_format(perm, "Year to 30 September %d",
								  ret->year)
						     : S("It does not say") };
	pairs[4] = (struct pair){ .key = S("Records"), .value = records };
	document_heading(doc, 2, S("What was read"), S("read"));
	document_summary(doc, pairs, 5);
}

static void
add_groups(struct document *doc, const struct census_told *told, const struct groups *groups,
	   enum severity severity)
{
	struct arena *perm = doc->arena;
	bool errors = severity == MISTAKE;
	ptrdiff_t count = errors ? told->found->mistakes : queries_of(told->found);
	if (count == 0)
		return;
	Str title = errors ? told_count(count, "error, to be mended", "errors, to be mended", perm)
			   : told_count(count, "query, to be looked at", "queries, to be looked at",
					perm);
	document_heading(doc, 2, title, errors ? S("errors") : S("queries"));
	for (int g = 0; g < groups->count; g++)
		if (groups->at[g].severity == severity)
			add_group(doc, told, &groups->at[g]);
}

/* ---- beside last year's ---------------------------------------------------------------------- */

static const struct column moved_columns[] = {
	{ .name = STR("measure"), .title = STR("Measure") },
	{ .name = STR("before"), .title = STR("Last year\u2019s return"), .number = true },
	{ .name = STR("now"), .title = STR("This one"), .number = true },
	{ .name = STR("change"), .title = STR("Change"), .number = true },
	{ .name = STR("note"), .title = STR("Note") },
};

const struct table *
told_moved_table(const struct continuity *c, struct arena *perm)
{
	struct row *rows = new(perm, c->moved_count, struct row);
	for (int i = 0; i < c->moved_count; i++) {
		const struct census_moved *moved = &c->moved[i];
		const struct measure *m = &measures[moved->measure];
		struct cell *cells = new(perm, countof(moved_columns), struct cell);
		cells[0] = cell_text(m->title);
		cells[1] = cell_figure(moved->before, m->places, m->unit);
		cells[2] = cell_figure(moved->now, m->places, m->unit);
		cells[3] = cell_change(figure_minus(moved->now, moved->before), m->places, m->unit);
		cells[4] = moved->much ? cell_tag(S("Moved much"), TAG_YELLOW) : cell_text(S(""));
		rows[i] = (struct row){ .cells = cells };
	}
	struct table *table = new(perm, 1, struct table);
	*table = (struct table){ .name = S("continuity"),
				 .caption = S("Counts of both returns"),
				 .columns = moved_columns,
				 .column_count = countof(moved_columns),
				 .rows = rows,
				 .row_count = c->moved_count };
	return table;
}

static void
add_continuity(struct document *doc, const struct continuity *c)
{
	struct arena *perm = doc->arena;
	Str expected = figure_text(c->expected, 0, perm);
	document_heading(doc, 2, S("Beside last year\u2019s return"), S("continuity"));
	document_paragraph(doc, str_format(perm,
					   "%d people are in both, %d of them found by birth date "
					   "and start date because "
					   "their number changed. %d are only in last year\u2019s, "
					   "%d only in this one.",
					   c->matched, c->renumbered, c->gone, c->come));
	document_paragraph(doc, str_format(perm,
					   "Last year\u2019s headcount, with those who started and "
					   "without those who left, "
					   "comes to %.*s people in post.",
					   STR_ARG(expected)));
	if (c->moved_count == 0)
		return;
	const struct table *table = told_moved_table(c, perm);
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

/* ---- the document ---------------------------------------------------------------------------- */

/* Nothing was read, so there is nothing to group: each finding says why, and what to do. */
static void
add_unread(struct document *doc, const struct census_told *told)
{
	for (ptrdiff_t i = 0; i < told->found->count; i++) {
		const struct finding *finding = &told->found->at[i];
		Str place = told_place(finding, doc->arena),
		    words = told_message(finding, doc->arena);
		struct run *runs = new(doc->arena, 2, struct run);
		runs[0] = (struct run){ .text = str_format(doc->arena, "%.*s: ", STR_ARG(place)),
					.strong = true };
		runs[1].text = str_format(doc->arena, "%.*s.", STR_ARG(words));
		document_runs(doc, BLOCK_INSET, runs, 2);
	}
	document_paragraph(doc,
			   S("A return is DfE\u2019s XML of any year since 2017, or a CSV or XLSX "
			     "file with one row for each "
			     "worker and DfE\u2019s names of items at the head of the columns."));
}

struct document
census_told(const struct census_told *told, struct arena *perm)
{
	struct document doc = document_new(perm, census_headline(told, perm));
	struct groups groups = groups_of(told->found, perm);
	doc.caption = told->council.len ? told->council : told->file;
	if (told->ret && told->ret->year)
		doc.period = str_format(perm, "%.*s, census of 30 September %d",
					STR_ARG(told->file), told->ret->year);
	doc.data = findings_table(told->found, perm);
	doc.lines = told->found;
	if (!told->ret) {
		add_unread(&doc, told);
		return doc;
	}
	add_first(&doc, told, &groups);
	if (groups.count) {
		struct table *table = rules_table(&groups, perm);
		document_table(&doc, told_first_columns(table, RULES_ON_PAGE, perm));
		doc.sheets[doc.sheet_count++] = table;
	}
	add_groups(&doc, told, &groups, MISTAKE);
	add_groups(&doc, told, &groups, QUERY);
	if (told->continuity)
		add_continuity(&doc, told->continuity);
	add_what_it_is(&doc, told);
	document_paragraph(&doc,
			   S("DfE\u2019s own list of rules could not be had. Ours are derived from "
			     "its definitions and "
			     "from what it says of figures it doubted; each says how sure it is."));
	return doc;
}
