/* census_rule_view.c: one rule of the check in plain words, what it found, and the notes that go with it. */
#include "app/census_notes.h"

#include "app/census_told.h"
#include "app/form_made.h"

static const struct column finding_columns[] = {
	{ STR("person"), STR("Record"), false, false }, { STR("wrong"), STR("What was found"), false, false },
	{ STR("mend"), STR("What to do"), false, false }, { STR("note"), STR("Note"), false, false },
};

struct looking { const struct returning *in; const struct census_rule *rule; Str error; };

static Str
words_of(const struct finding *finding, struct arena *perm)
{
	enum item item = item_of_head(finding->field);
	Str field = item == NO_ITEM ? finding->field : item_rows[item].title;
	return str_join(field.len ? str_join(field, S(" "), perm) : S(""), finding->wrong, perm);
}

static const struct table *
rule_findings(const struct looking *at)
{
	const struct returning *in = at->in;
	struct rows_made rows = { 0 };
	for (ptrdiff_t f = 0; f < in->found.count; f++) {
		const struct finding *finding = &in->found.at[f];
		if (!str_equal(finding->code, at->rule->code))
			continue;
		const struct worker *w = returning_worker(in, finding);
		const struct record *note = returning_note(in, S("query"), at->rule->code, returning_record(in, finding));
		struct cell *cells = rows_push(&rows, countof(finding_columns), in->own.perm);
		cells[0] = w ? returning_person(in, w) : cell_text(S("The whole return"));
		cells[1] = cell_text(words_of(finding, in->own.perm));
		cells[2] = cell_text(str_capital(finding->mend, in->own.perm));
		cells[3] = cell_text(note ? note_value(note, "words") : S(""));
	}
	return table_of(S("findings"), S("What it found"), finding_columns, countof(finding_columns), rows, in->own.perm);
}

/* ---- noting ------------------------------------------------------------------------------------ */

/* Records of the rule's findings, to choose what a note is of; the first is all of them. */
static struct pick *
picks_of(const struct looking *at, int *count)
{
	const struct returning *in = at->in;
	struct pick *picks = new(in->own.perm, in->found.count + 1, struct pick);
	*count = 0;
	picks[(*count)++] = (struct pick){ .value = S(""), .words = S("All of them") };
	for (ptrdiff_t f = 0; f < in->found.count; f++) {
		const struct finding *finding = &in->found.at[f];
		Str record = returning_record(in, finding);
		if (str_equal(finding->code, at->rule->code) && record.len && !str_equal(picks[*count - 1].value, record))
			picks[(*count)++] = (struct pick){ .value = record, .words = record };
	}
	return picks;
}

static void
add_note_form(struct document *doc, const struct looking *at)
{
	const struct ask *ask = at->in->own.ask;
	if (at->rule->severity == MISTAKE || !at->in->may_write)
		return;
	const struct record *note = returning_note(at->in, S("query"), at->rule->code, S(""));
	struct input inputs[2];
	int count;
	struct pick *picks = picks_of(at, &count);
	Str sent = ask->sent ? sents_find(ask->sent, S("record")) : S("");
	inputs[0] = (struct input){ .kind = INPUT_SELECT, .name = S("record"), .label = S("Of which record"), .picks = picks,
		.pick_count = count, .value = sent };
	inputs[1] = (struct input){ .kind = INPUT_NOTE, .name = S("words"), .label = S("Why it is so"), .error = at->error,
		.hint = S("As whoever reads the return at DfE is to understand it; no names. Left empty, the note is taken away."),
		.value = ask->sent ? sents_find(ask->sent, S("words")) : note ? note_value(note, "words") : S("") };
	document_heading(doc, 2, S("A note on it"), S("note"));
	form_add(doc, (struct form){ .id = S("note-form"), .action = returning_href(at->in, "rules", at->rule->code) }, inputs, 2,
	         (struct button){ .words = S("Keep the note") });
}

static struct answer
rule_page(const struct looking *at, enum outcome outcome)
{
	const struct returning *in = at->in;
	const struct table *found = rule_findings(at);
	Str title = found->row_count == 0 ? str_format(in->own.perm, "%.*s found nothing", STR_ARG(at->rule->code))
		: str_format(in->own.perm, "%.*s: %.*s to look at", STR_ARG(at->rule->code), STR_ARG(counted(found->row_count, "record",
		             "records", in->own.perm)));
	struct document doc = returning_document(in, title, "rules", at->rule->code);
	returning_places(&doc, in, "rules");
	document_paragraph(&doc, told_sentence(at->rule->words, in->own.perm));
	if (at->rule->why.len)
		document_paragraph(&doc, told_sentence(at->rule->why, in->own.perm));
	census_add_rule(&doc, at->rule);
	doc.data = found;
	if (found->row_count > 0) {
		document_table(&doc, found);
		add_note_form(&doc, at);
	}
	return answer_of(outcome, doc);
}

/* A record is one of those found; its person goes with the note, so that it is theirs to ask for. */
static bool
record_is_found(const struct looking *at, Str record, Str *person)
{
	*person = S("");
	if (record.len == 0)
		return true;
	for (ptrdiff_t f = 0; f < at->in->found.count; f++) {
		const struct finding *finding = &at->in->found.at[f];
		const struct worker *w = returning_worker(at->in, finding);
		if (!str_equal(finding->code, at->rule->code) || !str_equal(returning_record(at->in, finding), record))
			continue;
		*person = w ? at->in->built.persons[w->number - 1] : S("");
		return true;
	}
	return false;
}

static struct answer
keep_note(struct looking *at)
{
	const struct returning *in = at->in;
	const struct sents *sent = in->own.ask->sent;
	struct noting noting = { .kind = S("query"), .subject = at->rule->code, .record = sents_find(sent, S("record")),
		.words = str_trim(sents_find(sent, S("words"))) };
	if (at->rule->severity == MISTAKE)
		return answer_words(WRONG, S("An error cannot stay with a note"), S("Mend it: DfE takes no return that has errors."),
		                    in->own.perm);
	if (!record_is_found(at, noting.record, &noting.person)) {
		at->error = S("Choose one of the records it found, or all of them");
		return rule_page(at, WRONG);
	}
	struct changes changes = changes_new(in->own.perm);
	noting_add(in, &noting, 0, &changes);
	if (changes.count == 0) {
		at->error = S("Write why it is so");
		return rule_page(at, WRONG);
	}
	return noting_do(in, &changes, returning_href(in, "rules", at->rule->code));
}

struct answer
show_census_rule(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	struct looking at = { .in = &in, .rule = census_rule_find(returning_which(ask)) };
	if (!at.rule)
		return answer_words(UNKNOWN, S("There is no such rule"), S("Every rule is listed among the methods."), perm);
	returning_opened(&in);
	return ask->sent ? keep_note(&at) : rule_page(&at, DONE);
}
