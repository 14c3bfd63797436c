/* educators_view.c: practice educators: places of each term with the final ones apart, enrolments against the range, the
 * register with who is current until when, and the rules that hold; one of them, with the form of their days. */
#include "app/educators.h"
#include "app/record_form.h"

#include "app/estab.h"
#include "app/register.h"
#include "practice/educator.h"

enum { TERMS_SHOWN = 4 };

struct educating {
	struct own own;
	struct educators all;
	bool whole, writes;
};

static bool
settle(const struct world *world, const struct ask *ask, struct educating *e, struct answer *why, struct arena *perm)
{
	if (!own_settle(world, ask, &e->own, why, perm))
		return false;
	educators_read(&e->all, e->own.roster, ask->day, perm);
	e->whole = sight_total(&e->own.sight, NOT_THERE, GROUP_SUPPLY).reach >= REACH_READ;
	e->writes = viewer_permit(ask->viewer, e->own.place->slug, GROUP_SUPPLY, ask->today).reach >= REACH_WRITE;
	return true;
}

static bool
seen(const struct educating *e, const struct educator *of)
{
	return sight_person(&e->own.sight, of->person, GROUP_SUPPLY).reach >= REACH_READ && person_seen(&e->own, of->person);
}

static Str
href_of_educator(const struct own *own, int person)
{
	return own_href(own, str_format(own->perm, "educators/%.*s", STR_ARG(own->roster->people[person].ref)));
}

static struct cell
count_cell(int count)
{
	return cell_figure(figure_whole(count), 0, UNIT_COUNT);
}

/* ---- which ------------------------------------------------------------------------------------------- */

static bool
on_register(const struct educator *of)
{
	return of->record != NULL && of->state >= EDUCATOR_ENROLLED_1;
}

static bool
could_begin(const struct educator *of)
{
	return of->state == EDUCATOR_ELIGIBLE;
}

static bool
anybody(const struct educator *of)
{
	(void)of;
	return true;
}

static const struct { Str show, words; bool (*keeps)(const struct educator *); } shows[] = {
	{ STR(""), STR("Practice educators"), on_register }, { STR("eligible"), STR("Eligible for stage 1"), could_begin },
	{ STR("all"), STR("Everybody who could be one"), anybody },
};

/* ---- places by term ------------------------------------------------------------------------------------ */

enum { T_TERM, T_FROM, T_EDUCATORS, T_STAGE_2, T_PLACES, T_PLANNED, T_FINAL, T_FINAL_PLANNED, T_TRAINING, T_UNMATCHED, T_COLUMNS };
static const struct column term_columns[T_COLUMNS] = {
	[T_TERM] = { STR("term"), STR("Term"), false, false }, [T_FROM] = { STR("from"), STR("From"), false, false },
	[T_EDUCATORS] = { STR("educators"), STR("Current"), true, false }, [T_STAGE_2] = { STR("stage_2"), STR("Of them stage 2"), true, false },
	[T_PLACES] = { STR("places"), STR("Places"), true, false }, [T_PLANNED] = { STR("planned"), STR("Placements"), true, false },
	[T_FINAL] = { STR("final_places"), STR("Final places"), true, false },
	[T_FINAL_PLANNED] = { STR("final_planned"), STR("Final placements"), true, false },
	[T_TRAINING] = { STR("training"), STR("Beside: in training"), true, false },
	[T_UNMATCHED] = { STR("unmatched"), STR("No educator yet"), true, false },
};

static struct year_term
term_after(struct year_term term)
{
	return term.term == TERM_AUTUMN ? (struct year_term){ term.year + 1, TERM_SPRING }
		: (struct year_term){ term.year, (enum term_of_year)(term.term + 1) };
}

static void
add_terms(struct document *doc, const struct educating *e)
{
	static const Str dropped[] = { STR("from") };
	struct rows_made rows = { 0 };
	struct year_term term = year_term_of(e->own.ask->day);
	Str *missing = new(doc->arena, TERMS_SHOWN, Str);
	int short_of = 0;
	for (int i = 0; i < TERMS_SHOWN; i++, term = term_after(term)) {
		struct capacity c = capacity_of(e->own.roster, term, e->own.ask->day, doc->arena);
		struct cell *cells = rows_push(&rows, T_COLUMNS, doc->arena);
		int counts[] = { c.educators, c.stage_2, c.places, c.planned, c.final_places, c.final_planned, c.training, c.unmatched };
		cells[T_TERM] = cell_text(str_capital(str_format(doc->arena, "%.*s %d", STR_ARG(term_name(term.term)), term.year), doc->arena));
		cells[T_FROM] = cell_text(date_iso(year_term_period(term).first, doc->arena));
		for (int n = 0; n < countof(counts); n++)
			cells[T_EDUCATORS + n] = count_cell(counts[n]);
		Str words = capacity_words(&c, doc->arena);
		if (words.len)
			missing[short_of++] = words;
	}
	const struct table *table = table_of(S("terms"), S("Places for students, by term"), term_columns, T_COLUMNS, rows, doc->arena);
	document_heading(doc, 2, S("Places by term"), S("places"));
	if (short_of)
		document_list(doc, missing, short_of);
	document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	document_paragraph(doc, S("A final placement needs somebody who holds stage 2: that is the true limit of growing one\u2019s own."));
	doc->sheets[doc->sheet_count++] = table;
}

static void
add_enrolments(struct document *doc, const struct educating *e)
{
	struct period year = academic_year(e->own.ask->day);
	struct enrolments n = enrolments_of(e->own.roster, year);
	document_heading(doc, 2, S("Enrolments this academic year"), S("enrolments"));
	document_paragraph(doc, str_format(doc->arena, "%.*s so far from %.*s: %d on stage 1, %d on stage 2. The range is %d to %d a year: "
		"%.*s. Who says so: %.*s.", STR_ARG(counted(n.all, "enrolment", "enrolments", doc->arena)), STR_ARG(period_words(year, doc->arena)),
		n.stage_1, n.stage_2, n.low, n.high, STR_ARG(str_lower(target_words(n.target), doc->arena)), STR_ARG(n.source)));
}

/* ---- the register ---------------------------------------------------------------------------------------- */

enum { E_WHO, E_REF, E_STATE, E_CURRENT, E_STUDENTS, E_SUPPORTED, E_UNIT, E_NEEDS, E_COLUMNS };
static const struct column educator_columns[E_COLUMNS] = {
	[E_WHO] = { STR("person"), STR("Person"), false, false }, [E_REF] = { STR("ref"), STR("Reference"), false, false },
	[E_STATE] = { STR("state"), STR("Stands at"), false, false }, [E_CURRENT] = { STR("current_until"), STR("Current until"), false, false },
	[E_STUDENTS] = { STR("students"), STR("Students at once"), true, false },
	[E_SUPPORTED] = { STR("supported"), STR("Learners so far"), true, false }, [E_UNIT] = { STR("unit"), STR("Unit"), false, false },
	[E_NEEDS] = { STR("needs"), STR("What the next stage still asks"), false, false },
};

static int
tone_of(const struct educator *of)
{
	return of->current ? TAG_GREEN : of->state == EDUCATOR_LAPSED ? TAG_RED : of->ready ? TAG_YELLOW : TAG_GREY;
}

static Str
unmet_words(const struct educator *of, struct arena *perm)
{
	struct text words = text_new(perm);
	for (int i = 0; i < of->need_count; i++)
		if (!of->needs[i].met)
			text_format(&words, "%s%.*s", text_str(&words).len ? "; " : "", STR_ARG(of->needs[i].words));
	return text_str(&words);
}

static void
add_register(struct document *doc, const struct educating *e)
{
	static const Str dropped[] = { STR("ref") };
	struct rows_made rows = { 0 };
	int asked = shows_asked(SHOWS(shows), e->own.ask->show);
	for (int i = 0; i < e->all.count; i++) {
		const struct educator *of = &e->all.all[i];
		if (!shows[asked].keeps(of) || !seen(e, of))
			continue;
		struct cell *cells = rows_push(&rows, E_COLUMNS, doc->arena);
		cells[E_WHO] = cell_link(person_words(&e->own, of->person), href_of_educator(&e->own, of->person));
		cells[E_REF] = cell_text(e->own.roster->people[of->person].ref);
		cells[E_STATE] = cell_tag(educator_state_words(of->state), tone_of(of));
		cells[E_CURRENT] = cell_text(of->current_until.day ? day_words(of->current_until, doc->arena) : S(""));
		cells[E_STUDENTS] = count_cell(of->students);
		cells[E_SUPPORTED] = count_cell(of->supported);
		cells[E_UNIT] = cell_text(of->unit == NOT_THERE ? S("") : unit_words(&e->own, of->unit));
		cells[E_NEEDS] = cell_text(unmet_words(of, doc->arena));
	}
	struct table *table = table_of(S("educators"), shows[asked].words, educator_columns, E_COLUMNS, rows, doc->arena);
	struct pick *picks = new(doc->arena, countof(shows), struct pick);
	for (int s = 0; s < countof(shows); s++)
		picks[s] = (struct pick){ .words = shows[s].words, .chosen = s == asked, .value = href_in_unit(&e->own, S("educators"), NOT_THERE,
			shows[s].show.len ? str_format(doc->arena, "show=%.*s", STR_ARG(shows[s].show)) : S("")) };
	document_heading(doc, 2, S("Who"), S("who"));
	document_choices(doc, S("Show"), picks, countof(shows));
	doc->data = table;
	if (rows.count)
		document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	else
		document_paragraph(doc, S("There is none of these."));
}

static const struct column rule_columns[] = {
	{ STR("rule"), STR("Rule"), false, false }, { STR("number"), STR("Number"), true, false }, { STR("source"), STR("Who says so"), false, false },
};

static void
add_rules(struct document *doc, const struct educating *e)
{
	struct rows_made rows = { 0 };
	for (int n = 0; n < EDUCATOR_NUMBERS; n++) {
		const struct educator_said *said = &e->all.numbers.of[n];
		struct cell *cells = rows_push(&rows, countof(rule_columns), doc->arena);
		cells[0] = cell_text(educator_rules[n].words);
		cells[1] = count_cell(said->number);
		cells[2] = cell_text(said->own ? str_format(doc->arena, "Our own rule%s%.*s", said->source.len ? ": " : "", STR_ARG(said->source)) : said->source);
	}
	const struct table *table = table_of(S("rules"), S("Rules that hold on this day"), rule_columns, countof(rule_columns), rows, doc->arena);
	document_heading(doc, 2, S("By which rules"), S("rules"));
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
	if (e->writes)
		document_runs(doc, BLOCK_LIST, &(struct run){ .text = S("Keep another number from a day on"), .href = own_href(&e->own,
			str_format(doc->arena, "%.*s/new", STR_ARG(record_type_segment(&record_types[TYPE_EDUCATOR_RULE], doc->arena)))) }, 1);
}

struct answer
show_educators(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct educating e = { 0 };
	struct answer answer;
	int current = 0, stage_2 = 0;
	if (!settle(world, ask, &e, &answer, perm))
		return answer;
	for (int i = 0; i < e.all.count; i++)
		if (seen(&e, &e.all.all[i]) && e.all.all[i].current) {
			current++;
			stage_2 += e.all.all[i].stage_2;
		}
	struct document doc = own_document(&e.own, current ? str_format(perm, "%.*s may take students; %d of them the final placement",
		STR_ARG(counted(current, "practice educator", "practice educators", perm)), stage_2) : S("Nobody may take students yet"),
		own_href(&e.own, S("educators")));
	if (e.whole) {
		add_terms(&doc, &e);
		add_enrolments(&doc, &e);
	}
	add_register(&doc, &e);
	add_rules(&doc, &e);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}

/* ---- one ---------------------------------------------------------------------------------------------------- */

static const struct asked_field asked[] = {
	{ "agreed_by", false, NULL }, { "agreed_on", false, NULL }, { "enrolled_1", false, NULL }, { "awarded_1", false, NULL },
	{ "enrolled_2", false, NULL }, { "awarded_2", false, NULL }, { "refreshed_on", false, NULL }, { "students", false, NULL },
	{ "stopped_on", false, NULL },
};

static const struct educator *
take(const struct world *world, const struct ask *ask, struct educating *e, struct record_form *form, struct answer *why,
     struct arena *perm)
{
	if (!settle(world, ask, e, why, perm))
		return NULL;
	int person = roster_person(e->own.roster, ask->ref), found = person == NOT_THERE ? NOT_THERE : educator_find(&e->all, person);
	const struct educator *of = found == NOT_THERE ? NULL : &e->all.all[found];
	if (!of || !seen(e, of)) {
		*why = answer_words(UNKNOWN, S("There is no such practice educator here for you"), str_format(perm, "\u201c%.*s\u201d is nobody "
			"who is, or could be, a practice educator whom you may see.", STR_ARG(ask->ref)), perm);
		return NULL;
	}
	*form = record_form_of(&e->own, TYPE_EDUCATOR, asked, countof(asked));
	record_form_take(form, of->record);
	return of;
}

static struct document
educator_document(const struct educating *e, const struct educator *of, const struct record_form *fields)
{
	struct arena *perm = e->own.perm;
	struct document doc = own_document(&e->own, person_words(&e->own, of->person), href_of_educator(&e->own, of->person));
	struct pair *pairs = new(perm, EDUCATOR_NEEDS_MOST + 4, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ .key = S("Stands at"), .value = educator_state_words(of->state) };
	pairs[n++] = (struct pair){ .key = S("Qualified"), .value = of->qualified.day ? day_words(of->qualified, perm) : S("Not recorded") };
	if (of->current_until.day)
		pairs[n++] = (struct pair){ .key = S("Current until"), .value = day_words(of->current_until, perm) };
	pairs[n++] = (struct pair){ .key = S("Learners so far"), .value = str_format(perm, "%d", of->supported) };
	document_summary(&doc, pairs, n);
	Str *needs = new(perm, EDUCATOR_NEEDS_MOST, Str);
	for (int i = 0; i < of->need_count; i++)
		needs[i] = str_format(perm, "%s: %.*s", of->needs[i].met ? "Met" : "Not met", STR_ARG(of->needs[i].words));
	if (of->need_count) {
		document_heading(&doc, 2, of->state == EDUCATOR_LAPSED ? S("What lapsed") : S("What the next stage asks"), S("needs"));
		document_list(&doc, needs, of->need_count);
	}
	if (e->writes) {
		struct form *form = form_made(perm, str_join(href_of_educator(&e->own, of->person), S("/record"), perm));
		form->id = S("record");
		document_heading(&doc, 2, S("Their days"), S("days"));
		record_form_inputs(fields, form);
		form_button(form, perm, (struct button){ .words = S("Keep these days") });
		document_form(&doc, form);
	}
	document_runs(&doc, BLOCK_LIST, (struct run[]){ { .text = S("All practice educators"), .href = own_href(&e->own, S("educators")) } }, 1);
	return doc;
}

struct answer
show_educator(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct educating e = { 0 };
	struct answer answer;
	struct record_form form;
	const struct educator *of = take(world, ask, &e, &form, &answer, perm);
	return of ? answer_of(DONE, educator_document(&e, of, &form)) : answer;
}

struct answer
educator_record(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct educating e = { 0 };
	struct answer answer;
	struct record_form form;
	struct changes changes = changes_new(perm);
	const struct educator *of = take(world, ask, &e, &form, &answer, perm);
	if (!of)
		return answer;
	record_form_read(&form);
	if (form.bad)
		return answer_of(WRONG, educator_document(&e, of, &form));
	*record_form_value(&form, "person") = e.own.roster->people[of->person].ref;
	if (of->record)
		record_alter(&changes, form.type, of->record, form.values);
	else
		record_add(&e.own, &changes, TYPE_EDUCATOR, form.values);
	return record_did(&e.own, &changes, str_format(perm, "person %.*s", STR_ARG(e.own.roster->people[of->person].ref)), S(""),
		S("These days were not kept"), href_of_educator(&e.own, of->person));
}
