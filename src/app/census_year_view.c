/* census_year_view.c: the years, and of one: may it be sent, and what is to be done first. */
#include "app/census_year.h"

#include "app/stored.h"

/* ---- the years --------------------------------------------------------------------------------- */

static const struct column year_columns[] = {
	{ STR("year"), STR("Year to 30 September"), false, false }, { STR("state"), STR("State"), false, false },
	{ STR("sent_on"), STR("Sent on"), false, false }, { STR("version"), STR("Version"), true, false },
	{ STR("workers"), STR("Records"), true, false },
};

struct years { const struct own *own; struct kept_return *sent; int sent_count; };

static bool
read_sent(struct store *store, void *what, struct error *err)
{
	struct years *in = what;
	return store_returns(store, in->own->ask->area, S("census"), &in->sent, &in->sent_count, in->own->perm, err);
}

static const struct kept_return *
newest_of(const struct years *in, int year)
{
	for (int i = 0; i < in->sent_count; i++)
		if (in->sent[i].year == year)
			return &in->sent[i];
	return NULL;
}

/* The first census that these records can make: of the first 30 September with somebody in post. */
static int
first_year(const struct roster *roster)
{
	int first = CENSUS_LAST_YEAR;
	for (int s = 0; s < roster->spell_count; s++) {
		int year = census_year(spell_period(roster, s).first);
		first = year < first ? year : first;
	}
	return first < CENSUS_FIRST_YEAR ? CENSUS_FIRST_YEAR : first;
}

static void
year_cells(struct cell *cells, const struct years *in, int year)
{
	struct arena *perm = in->own->perm;
	const struct kept_return *sent = newest_of(in, year);
	cells[0] = cell_link(year_text(year, perm), str_format(perm, "/authorities/%.*s/census/%d",
	                                                       STR_ARG(in->own->place->slug), year));
	cells[1] = sent ? cell_tag(S("Sent"), TAG_GREEN) : cell_tag(S("Not sent"), TAG_GREY);
	if (!sent)
		return;
	cells[2] = cell_text(day_words(sent->sent_on, perm));
	cells[3] = cell_figure(figure_whole(sent->version), 0, UNIT_COUNT);
	cells[4] = cell_figure(figure_whole(sent->workers), 0, UNIT_COUNT);
}

struct answer
show_census(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct own own;
	struct answer answer;
	struct error err = { "" };
	if (!own_settle(world, ask, &own, &answer, perm))
		return answer;
	struct years in = { .own = &own };
	if (!stored(world, read_sent, &in, perm, &err))
		return answer_failed(S("What was sent cannot be read"), &err, perm);
	struct rows_made rows = { 0 };
	int last = census_year(ask->day) - (ask->day.day < census_period(census_year(ask->day)).last.day);
	for (int year = last; year >= first_year(own.roster); year--)
		year_cells(rows_push(&rows, countof(year_columns), perm), &in, year);
	struct document doc = own_document(&own, S("Workforce census"), own_href(&own, S("census")));
	document_paragraph(&doc, S("The return that the council owes the Department for Education each autumn, made from its "
		"own people and posts: what is missing, what would be asked, what was sent."));
	struct table *table = table_of(S("years"), S("Returns by year"), year_columns, countof(year_columns), rows, perm);
	doc.data = table;
	if (rows.count > 0)
		document_table(&doc, table);
	else
		document_paragraph(&doc, S("The records begin after the last 30 September, so there is no return to make yet."));
	return answer_of(DONE, doc);
}

/* ---- one year: who is in it -------------------------------------------------------------------- */

/* Whoever only reads returns is told no count of one to four people: who came and went is soon known. */
enum { FEW = 5 };

static bool
is_few(const struct returning *in, int64_t count)
{
	return !in->may_write && count > 0 && count < FEW;
}

static Str
records_words(const struct returning *in, int64_t count)
{
	return is_few(in, count) ? S("fewer than 5 records") : counted(count, "record", "records", in->own.perm);
}

static struct cell
count_cell(const struct returning *in, int64_t count)
{
	return is_few(in, count) ? cell_text(S("fewer than 5")) : cell_figure(figure_whole(count), 0, UNIT_COUNT);
}

static void
add_who(struct document *doc, const struct returning *in)
{
	const struct census_return *ret = &in->built.ret;
	int64_t there = 0, started = 0, left = 0, agency = 0;
	for (int i = 0; i < ret->worker_count; i++) {
		const struct worker *w = &ret->workers[i];
		there += worker_in_post(w);
		started += worker_in_post(w) && worker_began_in(w, in->year);
		left += worker_leaves(w);
		agency += worker_is_agency(w);
	}
	struct pair *pairs = new(doc->arena, 5, struct pair);
	pairs[0] = (struct pair){ S("In post on 30 September"), records_words(in, there), S("") };
	pairs[1] = (struct pair){ S("Of them started in the year"), records_words(in, started), S("") };
	pairs[2] = (struct pair){ S("Left in the year"), records_words(in, left), S("") };
	pairs[3] = (struct pair){ S("Agency on 30 September"), records_words(in, agency), S("") };
	Str vacancies = ret->cell[ITEM_VACANCIES].text;
	pairs[4] = (struct pair){ S("Vacancies"), vacancies.len ? str_join(vacancies, S(" FTE"), doc->arena) : S("not said"), S("") };
	document_heading(doc, 2, S("Who is in it"), S("who"));
	document_summary(doc, pairs, 5);
}

/* ---- what is missing --------------------------------------------------------------------------- */

static const struct column missing_columns[] = {
	{ STR("item"), STR("What the records do not say"), false, false }, { STR("records"), STR("Of how many"), true, false },
	{ STR("needed"), STR("Needed"), false, false },
};

static void
add_missing(struct document *doc, const struct returning *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < ITEMS; i++) {
		int count = 0, needed = 0;
		for (int m = 0; m < in->built.missing_count; m++) {
			count += in->built.missing[m].item == (enum item)i;
			needed += in->built.missing[m].item == (enum item)i && in->built.missing[m].needed;
		}
		if (count == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(missing_columns), doc->arena);
		cells[0] = cell_link(item_rows[i].title, returning_href(in, "missing", item_rows[i].name));
		cells[1] = count_cell(in, count);
		cells[2] = needed ? cell_tag(S("Needed"), TAG_RED) : cell_tag(S("Voluntary"), TAG_GREY);
	}
	document_heading(doc, 2, S("What is missing"), S("missing"));
	if (rows.count == 0)
		document_paragraph(doc, S("Nothing: the records say all that the return asks."));
	else
		document_table(doc, table_of(S("missing"), S("Missing, by item"), missing_columns, countof(missing_columns), rows,
		                             doc->arena));
}

/* The way to rows of people, for whoever may see them. */
static struct cell
to_rows(const struct returning *in, Str words, const char *page, Str how)
{
	return in->may_write ? cell_link(words, returning_href(in, page, how)) : cell_text(words);
}

/* ---- what was decided by rule ------------------------------------------------------------------ */

static const struct column working_columns[] = {
	{ STR("rule"), STR("Where DfE\u2019s guide leaves room"), false, false }, { STR("records"), STR("Records"), true, false },
	{ STR("usual"), STR("Done"), false, false }, { STR("decided"), STR("Decided otherwise"), true, false },
};

static void
add_working(struct document *doc, const struct returning *in)
{
	struct rows_made rows = { 0 };
	for (int r = 0; r < WORKING_RULES; r++) {
		int count = 0, otherwise = 0;
		for (int c = 0; c < in->built.case_count; c++) {
			count += in->built.cases[c].rule == (enum working_rule)r;
			otherwise += in->built.cases[c].rule == (enum working_rule)r && in->built.cases[c].way != 0;
		}
		if (count == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(working_columns), doc->arena);
		cells[0] = to_rows(in, working_rows[r].title, "working", working_rows[r].name);
		cells[1] = count_cell(in, count);
		cells[2] = cell_text(working_rows[r].way_words[0]);
		cells[3] = count_cell(in, otherwise);
	}
	if (rows.count == 0)
		return;
	document_heading(doc, 2, S("Working rules"), S("working"));
	document_table(doc, table_of(S("working"), S("Rules used, and on how many records"), working_columns,
	                             countof(working_columns), rows, doc->arena));
}

/* ---- what was found ---------------------------------------------------------------------------- */

static const struct column found_columns[] = {
	{ STR("rule"), STR("Rule"), false, false }, { STR("words"), STR("What should be so"), false, false },
	{ STR("kind"), STR("Kind"), false, false }, { STR("records"), STR("Found"), true, false },
	{ STR("noted"), STR("With a note"), true, false },
};

static int
found_of(const struct returning *in, Str code, int *noted)
{
	int count = 0;
	*noted = 0;
	for (ptrdiff_t f = 0; f < in->found.count; f++)
		if (str_equal(in->found.at[f].code, code)) {
			count++;
			*noted += returning_note(in, S("query"), code, returning_record(in, &in->found.at[f])) != NULL;
		}
	return count;
}

static void
add_found(struct document *doc, const struct returning *in)
{
	struct rows_made rows = { 0 };
	for (int pass = 0; pass < 2; pass++)             /* errors first */
		for (int r = 0; r < census_rule_count(); r++) {
			const struct census_rule *rule = census_rule_at(r);
			int noted, count = found_of(in, rule->code, &noted);
			if (count == 0 || (rule->severity == MISTAKE) != (pass == 0))
				continue;
			struct cell *cells = rows_push(&rows, countof(found_columns), doc->arena);
			cells[0] = to_rows(in, rule->code, "rules", rule->code);
			cells[1] = cell_text(rule->words);
			cells[2] = rule->severity == MISTAKE ? cell_tag(S("Error"), TAG_RED) : cell_tag(S("Query"), TAG_YELLOW);
			cells[3] = count_cell(in, count);
			cells[4] = count_cell(in, noted);
		}
	document_heading(doc, 2, S("What would be asked"), S("found"));
	if (rows.count == 0)
		document_paragraph(doc, S("Nothing was found."));
	else
		document_table(doc, table_of(S("found"), S("Findings by rule"), found_columns, countof(found_columns), rows,
		                             doc->arena));
}

/* ---- the page ---------------------------------------------------------------------------------- */

static int
queries_without_note(const struct returning *in)
{
	int without = 0;
	for (ptrdiff_t f = 0; f < in->found.count; f++) {
		const struct finding *finding = &in->found.at[f];
		without += finding->severity == QUERY && !returning_note(in, S("query"), finding->code, returning_record(in, finding));
	}
	return without;
}

static Str
verdict(const struct returning *in)
{
	struct arena *perm = in->own.perm;
	int without = queries_without_note(in);
	if (in->found.mistakes > 0)
		return str_format(perm, "%d is not ready to send: %.*s to mend", in->year,
			STR_ARG(counted(in->found.mistakes, "error", "errors", perm)));
	if (without > 0)
		return str_format(perm, "%d may be sent; %.*s no note", in->year,
			STR_ARG(counted(without, "query has", "queries have", perm)));
	return str_format(perm, "%d is ready to send", in->year);
}

static void
add_next(struct document *doc, const struct returning *in)
{
	struct run *runs = new(doc->arena, 4, struct run);
	if (in->sent_count > 0)
		document_paragraph(doc, str_format(doc->arena, "Version %d was sent on %.*s. What is below is as the records are "
			"today.", in->sent[0].version, STR_ARG(day_words(in->sent[0].sent_on, doc->arena))));
	if (!in->may_write)
		return;
	runs[0] = (struct run){ .text = S("As a file: ") };
	runs[1] = (struct run){ .text = S("XML for COLLECT"), .href = returning_href(in, "file", S("xml")) };
	runs[2] = (struct run){ .text = S(", ") };
	runs[3] = (struct run){ .text = S("a sheet with census columns"), .href = returning_href(in, "file", S("csv")) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 4);
}

struct answer
show_census_year(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	struct document doc = returning_document(&in, verdict(&in), "", S(""));
	returning_places(&doc, &in, "");
	add_next(&doc, &in);
	add_found(&doc, &in);
	add_missing(&doc, &in);
	add_working(&doc, &in);
	add_who(&doc, &in);
	return answer_of(DONE, doc);
}
