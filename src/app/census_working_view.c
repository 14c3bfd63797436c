/* census_working_view.c: where DfE's guide leaves room: what is done as a rule, to whom, and otherwise for whom. */
#include "app/census_notes.h"

#include "app/census_told.h"
#include "app/form_made.h"

enum { CASES_MOST = 100 };           /* of one page's form */

struct deciding { const struct returning *in; enum working_rule rule; Str error; };

static const struct column case_columns[] = {
	{ STR("person"), STR("Person"), false, false }, { STR("post"), STR("Post"), false, false },
	{ STR("when"), STR("When"), false, false }, { STR("done"), STR("Done"), false, false },
	{ STR("why"), STR("Decided because"), false, false },
};

static Str
who_words(const struct own *own, Str ref)
{
	int person = roster_person(own->roster, ref);
	return person == NOT_THERE ? ref : person_words(own, person);
}

static void
case_cells(struct cell *cells, const struct deciding *at, const struct working_case *c)
{
	const struct own *own = &at->in->own;
	int person = roster_person(own->roster, c->person), spell = roster_spell(own->roster, c->spell);
	const struct record *note = c->decided ? returning_note(at->in, S("decision"), working_rows[at->rule].name, c->spell) : NULL;
	cells[0] = person == NOT_THERE ? cell_text(c->person) : cell_link(who_words(own, c->person), href_of_person(own, person));
	if (spell != NOT_THERE) {
		const struct spell_row *row = spell_last(own->roster, spell);
		cells[1] = row->post == NOT_THERE ? cell_text(S("")) : cell_link(post_words(own, row->post), href_of_post(own, row->post));
		cells[2] = cell_text(period_words(spell_period(own->roster, spell), own->perm));
	}
	cells[3] = c->way == 0 ? cell_text(working_rows[at->rule].way_words[0])
		: cell_tag(working_rows[at->rule].way_words[c->way], TAG_BLUE);
	cells[4] = cell_text(note ? note_value(note, "words") : S(""));
}

static const struct table *
case_table(const struct deciding *at)
{
	struct rows_made rows = { 0 };
	for (int c = 0; c < at->in->built.case_count; c++)
		if (at->in->built.cases[c].rule == at->rule)
			case_cells(rows_push(&rows, countof(case_columns), at->in->own.perm), at, &at->in->built.cases[c]);
	return table_of(S("cases"), S("To whom it was applied"), case_columns, countof(case_columns), rows, at->in->own.perm);
}

/* ---- deciding ---------------------------------------------------------------------------------- */

static struct pick *
ways_of(const struct deciding *at, int *count)
{
	const struct working_row *row = &working_rows[at->rule];
	struct pick *picks = new(at->in->own.perm, WAYS_MOST, struct pick);
	for (*count = 0; *count < WAYS_MOST && row->ways[*count].len > 0; (*count)++)
		picks[*count] = (struct pick){ .value = row->ways[*count], .words = row->way_words[*count] };
	return picks;
}

static Str
case_name(const struct working_case *c, struct arena *perm)
{
	return str_format(perm, "way.%.*s", STR_ARG(c->spell));
}

static void
add_decisions(struct document *doc, const struct deciding *at)
{
	const struct returning *in = at->in;
	const struct ask *ask = in->own.ask;
	if (!in->may_write)
		return;
	struct input *inputs = new(doc->arena, CASES_MOST + 1, struct input);
	int n = 0, ways;
	struct pick *picks = ways_of(at, &ways);
	for (int c = 0; c < in->built.case_count && n < CASES_MOST; c++) {
		const struct working_case *one = &in->built.cases[c];
		if (one->rule != at->rule)
			continue;
		Str name = case_name(one, doc->arena);
		inputs[n++] = (struct input){ .kind = INPUT_SELECT, .name = name, .label = who_words(&in->own, one->person),
			.picks = picks, .pick_count = ways,
			.value = ask->sent ? sents_find(ask->sent, name) : working_rows[at->rule].ways[one->way] };
	}
	inputs[n++] = (struct input){ .kind = INPUT_NOTE, .name = S("words"), .label = S("Why otherwise"), .error = at->error,
		.value = ask->sent ? sents_find(ask->sent, S("words")) : S(""),
		.hint = S("Kept with each that you change; no names") };
	document_heading(doc, 2, S("Decide otherwise"), S("decide"));
	form_add(doc, (struct form){ .id = S("decide-form"), .action = returning_href(in, "working", working_rows[at->rule].name) },
	         inputs, n, (struct button){ .words = S("Keep these decisions") });
}

static struct answer
working_page(const struct deciding *at, enum outcome outcome)
{
	const struct working_row *row = &working_rows[at->rule];
	const struct table *cases = case_table(at);
	struct arena *perm = at->in->own.perm;
	Str title = str_format(perm, "%.*s: %.*s", STR_ARG(row->title), STR_ARG(counted(cases->row_count, "record", "records", perm)));
	struct document doc = returning_document(at->in, title, "working", row->name);
	returning_places(&doc, at->in, "working");
	document_paragraph(&doc, told_sentence(row->why, perm));
	document_paragraph(&doc, str_format(perm, "As a rule: %.*s. How sure we are: %.*s. Source: %.*s.", STR_ARG(row->way_words[0]),
		STR_ARG(confidence_text(row->confidence)), STR_ARG(row->source)));
	doc.data = cases;
	if (cases->row_count > 0) {
		document_table(&doc, cases);
		add_decisions(&doc, at);
	}
	return answer_of(outcome, doc);
}

/* Every case whose way is other than it stands; false for a way that is none of the rule's. */
static bool
changes_of(const struct deciding *at, Str words, struct changes *changes)
{
	const struct returning *in = at->in;
	int made = 0;
	for (int c = 0; c < in->built.case_count; c++) {
		const struct working_case *one = &in->built.cases[c];
		Str way = one->rule == at->rule ? sents_find(in->own.ask->sent, case_name(one, in->own.perm)) : S("");
		int wanted = working_way(at->rule, way);
		if (way.len == 0 || str_equal(way, working_rows[at->rule].ways[one->way]))
			continue;
		if (wanted == NO_WAY)
			return false;
		bool take_away = wanted == 0 && one->decided && !one->for_all;
		struct noting noting = { .kind = S("decision"), .subject = working_rows[at->rule].name, .record = one->spell,
			.person = one->person, .choice = take_away ? S("") : way, .words = take_away ? S("") : words };
		noting_add(in, &noting, made, changes);
		made++;
	}
	return true;
}

static struct answer
keep_decisions(struct deciding *at)
{
	const struct returning *in = at->in;
	struct changes changes = changes_new(in->own.perm);
	Str words = str_trim(sents_find(in->own.ask->sent, S("words")));
	if (!changes_of(at, words, &changes)) {
		at->error = S("Choose one of the ways that are offered");
		return working_page(at, WRONG);
	}
	bool keeps = false;
	for (int c = 0; c < changes.count; c++)
		keeps = keeps || changes.at[c].kind != REMOVE;
	if (keeps && words.len == 0) {
		at->error = S("Write why: whoever makes the next return will ask");
		return working_page(at, WRONG);
	}
	if (changes.count == 0)
		return working_page(at, DONE);
	return noting_do(in, &changes, returning_href(in, "working", working_rows[at->rule].name));
}

struct answer
show_census_working(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	int rule = working_find(returning_which(ask));
	if (rule == NO_RULE)
		return answer_words(UNKNOWN, S("There is no such working rule"), S("Begin from the year\u2019s page."), perm);
	struct deciding at = { .in = &in, .rule = (enum working_rule)rule };
	returning_opened(&in);
	return ask->sent ? keep_decisions(&at) : working_page(&at, DONE);
}
