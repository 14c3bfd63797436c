/* applications_import.c: another system's list of applications: what it would come to, then the deed.
 *
 * It is for whoever keeps candidates and loads the council's lists; equality answers that a list holds go where they are
 * kept apart, and are shown nowhere on the way. */
#include "app/hiring_parts.h"

#include "app/form_made.h"
#include "app/stored.h"
#include "intake/applicants.h"

enum { ROWS_SHOWN = 200 };

struct bringing {
	struct hiring_look l;
	struct applicants_asked asked;
	struct records equality;
	struct applicants list;
	Str  on, system_wrong, on_wrong, file_wrong;
	bool sure;
};

static Str
said(const struct bringing *in, const char *name)
{
	return in->l.own.ask->sent ? str_trim(sents_find(in->l.own.ask->sent, str_of(name))) : S("");
}

/* ---- the form ------------------------------------------------------------------------------------------- */

static struct input
select_of(const char *name, const char *label, const char *hint, const struct pick *picks, int count, Str value)
{
	return (struct input){ .kind = INPUT_SELECT, .name = str_of(name), .label = str_of(label), .hint = str_of(hint), .picks = picks,
		.pick_count = count, .value = value };
}

static const struct pick *
picks_of_choices(const struct choice *choices, int count, Str none, int *picked, struct arena *perm)
{
	struct pick *picks = new(perm, count + 1, struct pick);
	*picked = 0;
	if (none.len)
		picks[(*picked)++] = (struct pick){ .value = S(""), .words = none };
	for (int c = 0; c < count; c++)
		picks[(*picked)++] = (struct pick){ .value = choices[c].code, .words = choices[c].words };
	return picks;
}

static const struct pick *
with_none(const struct pick *picks, int *count, struct arena *perm)
{
	struct pick *more = new(perm, *count + 1, struct pick);
	more[0] = (struct pick){ .value = S(""), .words = S("As each line says") };
	for (int i = 0; i < *count; i++)
		more[i + 1] = picks[i];
	(*count)++;
	return more;
}

static void
add_whole_list(const struct bringing *in, struct form *form)
{
	struct arena *perm = in->l.own.perm;
	int rounds, roles, kinds;
	const struct pick *of_rounds = hiring_round_picks(&in->l.own, &rounds), *of_roles = hiring_role_picks(&in->l.own, &roles);
	of_rounds = with_none(of_rounds, &rounds, perm);
	of_roles = with_none(of_roles, &roles, perm);
	const struct pick *of_bands = picks_of_choices(bands, BANDS, S("As each line says"), &kinds, perm);
	form_input(form, perm, select_of("round", "Round", "Of lines that say none", of_rounds, rounds, said(in, "round")));
	form_input(form, perm, select_of("role", "Role", "Of lines that say none", of_roles, roles, said(in, "role")));
	form_input(form, perm, select_of("band", "Experience", "Of lines that say none", of_bands, kinds, said(in, "band")));
}

static void
add_file_form(struct document *doc, const struct bringing *in)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, own_href(&in->l.own, S("recruitment/import")));
	int systems;
	const struct pick *of_systems = picks_of_choices(applicant_systems, APPLICANT_SYSTEMS, S(""), &systems, perm);
	struct pick *sure = new(perm, 2, struct pick);
	form->id = S("bring");
	form_input(form, perm, (struct input){ .kind = INPUT_FILE, .name = S("file"), .label = S("A CSV file or a spreadsheet (XLSX)"),
		.hint = S("With one application a line"), .error = in->file_wrong });
	struct input system = select_of("system", "Which system it comes from", "", of_systems, systems, in->asked.system);
	system.error = in->system_wrong;
	form_input(form, perm, system);
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("The day the list is of"), .width = 20,
		.value = in->on, .error = in->on_wrong });
	add_whole_list(in, form);
	sure[0] = (struct pick){ .value = S("no"), .words = S("Check it, and show what it would change"), .chosen = true };
	sure[1] = (struct pick){ .value = S("yes"), .words = S("Check it, and store it when nothing is wrong") };
	form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = S("change.sure"), .label = S("What to do with it"), .picks = sure,
		.pick_count = 2 });
	form_button(form, perm, (struct button){ .words = S("Send the file") });
	document_form(doc, form);
}

/* ---- what lists call things ------------------------------------------------------------------------------- */

enum { W_COLUMN, W_ANY, W_COLUMNS = W_ANY + APPLICANT_SYSTEMS };

enum { ANY_SYSTEM = APPLICANT_SYSTEMS - 1 };

/* The headings of a column in lists of one system, apart from those that any list may have. */
static Str
headings_of(const struct applicant_words *systems, int column, int system, struct arena *perm)
{
	const struct applicant_words *words = &systems[system];
	struct text text = text_new(perm);
	for (int w = 0; w < words->count; w++) {
		const struct applicant_word *word = &words->at[w];
		bool of_any = system != ANY_SYSTEM && applicant_heading(&systems[ANY_SYSTEM], word->said);
		if ((int)word->column == column && !word->means.len && !of_any)
			text_format(&text, "%s%.*s%s", text.len ? ", " : "", STR_ARG(word->said), word->sure ? "" : " (unsure)");
	}
	return text_str(&text);
}

/* What each column is called: in any list, then in those of each system. */
static void
add_headings(struct document *doc, const struct bringing *in)
{
	struct column *columns = new(doc->arena, W_COLUMNS, struct column);
	struct applicant_words words[APPLICANT_SYSTEMS];
	struct rows_made rows = { 0 };
	columns[W_COLUMN] = (struct column){ .name = S("column"), .title = S("What it is here") };
	for (int s = 0; s < APPLICANT_SYSTEMS; s++) {
		int system = (s + ANY_SYSTEM) % APPLICANT_SYSTEMS;       /* of any list first */
		applicant_words_read(&words[system], in->l.own.council, applicant_systems[system].code, in->l.own.ask->today, doc->arena);
		columns[W_ANY + s] = (struct column){ .name = applicant_systems[system].code,
			.title = s ? applicant_systems[system].words : S("In any list") };
	}
	for (int c = 0; c < APPLICANT_COLUMNS; c++) {
		struct cell *cells = rows_push(&rows, W_COLUMNS, doc->arena);
		cells[W_COLUMN] = cell_text(applicant_columns[c].words);
		for (int s = 0; s < APPLICANT_SYSTEMS; s++)
			cells[W_ANY + s] = cell_text(headings_of(words, c, (s + ANY_SYSTEM) % APPLICANT_SYSTEMS, doc->arena));
	}
	document_heading(doc, 2, S("Columns that are known"), S("columns"));
	document_paragraph(doc, S("In any order, under any of these headings; others are not read. Unsure: nobody has looked whether that "
		"system calls it so. What your list calls things, and what its words for stages mean, is added as words of lists."));
	document_table(doc, table_of(S("headings"), S("Headings of a list of applications"), columns, W_COLUMNS, rows, doc->arena));
	document_runs(doc, BLOCK_LIST, &(struct run){ .text = S("Words of lists"), .href = own_href(&in->l.own, S("words-of-lists")) }, 1);
}

static struct answer
form_page(const struct bringing *in, enum outcome outcome)
{
	struct document doc = own_document(&in->l.own, S("Bring applications from a list"), own_href(&in->l.own, S("recruitment/import")));
	document_paragraph(&doc, S("A list from TalentLink, Tribepad or a sheet of your own becomes candidates and applications. Whoever applied "
		"before is known again; the same list twice changes nothing. A stage is brought as far as \u201cChosen\u201d. Answers for equality "
		"monitoring go where they are kept apart."));
	add_file_form(&doc, in);
	add_headings(&doc, in);
	return answer_of(outcome, doc);
}

/* ---- what it comes to --------------------------------------------------------------------------------------- */

enum { L_LINE, L_WHAT, L_REF, L_WHO, L_WORDS, L_COLUMNS };
static const struct column row_columns[L_COLUMNS] = {
	[L_LINE] = { STR("line"), STR("Line"), true, false }, [L_WHAT] = { STR("what"), STR("What"), false, false },
	[L_REF] = { STR("ref"), STR("Application"), false, false }, [L_WHO] = { STR("candidate"), STR("Candidate"), false, false },
	[L_WORDS] = { STR("words"), STR("What becomes of it"), false, false },
};

static const struct table *
rows_table(const struct bringing *in)
{
	static const Str words[APPLICANT_OUTCOMES] = { [APPLICANT_SAME] = STR("The same"), [APPLICANT_ADDED] = STR("Added"),
		[APPLICANT_MOVED] = STR("Changed") };
	struct arena *perm = in->l.own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->list.row_count && rows.count < ROWS_SHOWN; i++) {
		const struct applicant_row *row = &in->list.rows[i];
		if (row->outcome == APPLICANT_SAME)
			continue;
		struct cell *cells = rows_push(&rows, L_COLUMNS, perm);
		cells[L_LINE] = cell_figure(figure_whole(row->line), 0, UNIT_COUNT);
		cells[L_WHAT] = cell_text(words[row->outcome]);
		cells[L_REF] = cell_text(row->ref);
		cells[L_WHO] = cell_text(row->candidate);
		if (row->known && row->outcome == APPLICANT_ADDED)
			cells[L_WHO].note = S("applied before");
		cells[L_WORDS] = cell_text(row->words);
	}
	return table_of(S("lines"), S("Lines that come to something"), row_columns, L_COLUMNS, rows, perm);
}

static struct answer
brought_page(const struct bringing *in, enum outcome outcome, Str title, const struct findings *found)
{
	const struct applicants *list = &in->list;
	struct arena *perm = in->l.own.perm;
	struct document doc = own_document(&in->l.own, title, own_href(&in->l.own, S("recruitment/import")));
	document_paragraph(&doc, str_format(perm, "%.*s: %d added, %d changed, %d the same. %.*s.",
		STR_ARG(counted(list->line_count, "application in the list", "applications in the list", perm)), list->counts[APPLICANT_ADDED],
		list->counts[APPLICANT_MOVED], list->counts[APPLICANT_SAME], STR_ARG(counted(list->candidates, "candidate is new", "candidates are new", perm))));
	if (found->count)
		document_findings(&doc, found);
	const struct table *table = rows_table(in);
	doc.data = table;
	if (table->row_count)
		document_table(&doc, table);
	if (table->row_count == ROWS_SHOWN)
		document_paragraph(&doc, str_format(perm, "The first %d are shown.", ROWS_SHOWN));
	if (outcome != DONE || !in->sure)
		add_file_form(&doc, in);
	else
		document_runs(&doc, BLOCK_LIST, &(struct run){ .text = S("See the board"), .href = href_of_board(&in->l.own, S("")) }, 1);
	add_not_for_release(&doc);
	return answer_of(outcome, doc);
}

/* ---- the deed ------------------------------------------------------------------------------------------------- */

static bool
read_there(struct store *store, void *what, struct error *err)
{
	struct bringing *in = what;
	return store_records_read(store, in->l.own.ask->area, &record_types[TYPE_CANDIDATE_EQUALITY], &in->equality, in->l.own.perm, err);
}

static struct answer
bring(struct bringing *in)
{
	const struct own *own = &in->l.own;
	struct error err = { 0 };
	struct wish wish = { .what = S("import"), .object = S("applications from a list"), .by_list = true };
	if (in->list.found.mistakes)
		return brought_page(in, REFUSED, S("Nothing is stored: the list has mistakes"), &in->list.found);
	if (in->list.changes.count == 0)
		return brought_page(in, DONE, S("The list changes nothing"), &in->list.found);
	struct done done = in->sure ? deed_do(own->world, own->ask, &wish, &in->list.changes, own->perm, &err)
	                            : deed_try(own->ask, &wish, own->council, &in->list.changes, own->perm);
	if (done.did == BREAKS_RULES || done.did == MAY_NOT)
		return brought_page(in, REFUSED, S("Nothing is stored: the records would contradict each other"), &done.found);
	if (done.did != DID)
		return answer_done(own, &done, &err, S("Nothing is stored"), S(""));
	struct answer answer = brought_page(in, DONE, in->sure ? S("Stored") : S("This is what it would change"), &in->list.found);
	answer.only_shown = !in->sure;
	answer.change = in->sure ? href_of_change(own, done.seq) : S("");
	return answer;
}

/* What was said of the whole list; false, with what is wrong. */
static bool
judge_form(struct bringing *in)
{
	const struct ask *ask = in->l.own.ask;
	Str code = said(in, "system");
	in->asked.system = applicant_systems[APPLICANT_SYSTEMS - 1].code;
	bool known = code.len == 0;
	for (int s = 0; s < APPLICANT_SYSTEMS; s++)
		if (str_equal(applicant_systems[s].code, code)) {
			in->asked.system = code;
			known = true;
		}
	in->on = said(in, "on").len ? said(in, "on") : date_text(ask->today, in->l.own.perm);
	if (!known)
		in->system_wrong = S("Choose the system from the list");
	if (!date_parse(in->on, &in->asked.as_at))
		in->on_wrong = S("Enter the day the list is of, for example 30 Sep 2026");
	else if (in->asked.as_at.day > ask->today.day)
		in->on_wrong = S("The day the list is of has not come yet");
	if (ask->sent && (!ask->file.there || ask->file.bytes.len == 0))
		in->file_wrong = ask->file.name.len ? S("The file is empty") : S("Choose the file");
	return in->system_wrong.len + in->on_wrong.len + in->file_wrong.len == 0;
}

struct answer
applications_import(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct bringing *in = new(perm, 1, struct bringing);
	struct answer answer;
	struct error err = { 0 };
	if (!hiring_settle(world, ask, &in->l, &answer, perm))
		return answer;
	if (!keeps_whole_council(ask, GROUP_IMPORTS))
		return admit_refuses(ask, (struct need){ OF_COUNCIL, GROUP_IMPORTS, REACH_WRITE }, perm);
	bool sound = judge_form(in);
	if (!ask->sent || !sound)
		return form_page(in, ask->sent ? WRONG : DONE);
	if (!stored(world, read_there, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	in->sure = str_equal(said(in, "change.sure"), S("yes"));
	in->asked = (struct applicants_asked){ .council = in->l.own.council, .roster = in->l.own.roster, .equality = &in->equality,
		.system = in->asked.system, .round = said(in, "round"), .role = said(in, "role"), .band = said(in, "band"),
		.as_at = in->asked.as_at, .made_by = ask->viewer->account };
	applicants_read(&in->list, ask->file.bytes, ask->file.name, &in->asked, perm);
	witness_saw(ask, GROUP_IMPORTS, S("a list of applications"));
	return bring(in);
}
