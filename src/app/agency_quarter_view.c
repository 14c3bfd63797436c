/* agency_quarter_view.c: the quarterly return: its rows, what is missing, what is said of each rule. */
#include "app/agency_parts.h"

struct quarter_look { struct agency_look l; struct agency_return of; struct quarter quarter; };

/* The return is of the whole council, and nothing of it is for who sees a part. */
static bool
settle_whole(const struct world *world, const struct ask *ask, struct agency_look *l, struct answer *why, struct arena *perm)
{
	if (!agency_settle(world, ask, l, why, perm))
		return false;
	if (!l->whole)
		*why = answer_words(FORBIDDEN, S("The return is of the whole council"), S("It opens for whoever reads the terms of everybody: HR "
			"and the census officer. The agency page has what is yours to see."), perm);
	return l->whole;
}

static bool
settle_quarter(const struct world *world, const struct ask *ask, struct quarter_look *q, struct answer *why,
               struct arena *perm)
{
	if (!settle_whole(world, ask, &q->l, why, perm))
		return false;
	if (!quarter_read(ask->ref, &q->quarter)) {
		*why = answer_words(UNKNOWN, S("There is no such quarter"), S("Write a quarter of the calendar year as 2025-3, for July to "
			"September 2025."), perm);
		return false;
	}
	agency_return_make(&q->of, q->l.own.roster, agency_of_council(&q->l.own), q->quarter, perm);
	return true;
}

static Str
href_of_quarter(const struct own *own, struct quarter quarter)
{
	return own_href(own, str_format(own->perm, "agency/quarters/%.*s", STR_ARG(quarter_name(quarter, own->perm))));
}

/* ---- the quarters ------------------------------------------------------------------------------ */

static const struct column quarters_columns[] = {
	{ STR("quarter"), STR("Quarter"), false, false }, { STR("due"), STR("To be sent by"), false, false },
	{ STR("assignments"), STR("Assignments"), true, false }, { STR("mistakes"), STR("To be mended"), true, false },
	{ STR("sent"), STR("Sent"), false, false },
};

enum { QUARTERS_SHOWN = 8 };

struct answer
show_agency_quarters(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct agency_look l;
	struct answer answer;
	struct rows_made rows = { 0 };
	if (!settle_whole(world, ask, &l, &answer, perm))
		return answer;
	struct quarter now = quarter_of(ask->day);
	for (int i = 0; i > -QUARTERS_SHOWN; i--) {
		struct agency_return of;
		struct quarter quarter = quarter_next(now, i);
		if (quarter.year < 2025)             /* the first return was of January to March 2025 */
			break;
		agency_return_make(&of, l.own.roster, agency_of_council(&l.own), quarter, perm);
		struct findings found = agency_return_check(&of, perm);
		struct cell *cells = rows_push(&rows, countof(quarters_columns), perm);
		cells[0] = cell_link(quarter_words(quarter, perm), href_of_quarter(&l.own, quarter));
		cells[0].note = i == 0 ? S("not over yet") : S("");
		cells[1] = cell_text(day_words(quarter_due(quarter), perm));
		cells[2] = cell_figure(figure_whole(of.row_count), 0, UNIT_COUNT);
		cells[3] = cell_figure(figure_whole(found.mistakes), 0, UNIT_COUNT);
		cells[4] = of.sent_on.day ? cell_tag(str_format(perm, "Sent %.*s", STR_ARG(day_words(of.sent_on, perm))), TAG_GREEN)
			: cell_tag(S("Not sent"), TAG_GREY);
	}
	struct document doc = own_document(&l.own, S("Quarterly agency returns"), href_in_agency(&l, S("agency/quarters")));
	add_agency_places(&doc, &l, AGENCY_QUARTERS_PAGE);
	document_paragraph(&doc, S("The first return, of January to March 2025, was to be sent by 31 May 2025. Later days follow the same "
		"pattern and are not published where we could see them."));
	struct table *table = table_of(S("quarters"), S("Quarters, newest first"), quarters_columns, countof(quarters_columns), rows,
	                               perm);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table);
	return answer_of(DONE, doc);
}

/* ---- the rows of the return -------------------------------------------------------------------- */

/* An item with the name that the return gives it on the day, in files too, where somebody has entered it. */
static struct column
item_column(const struct quarter_look *q, const char *item, const char *title, bool number)
{
	struct official official = agency_official(q->l.own.council, str_of(item), q->of.agency.day);
	return (struct column){ official.name.len ? official.name : str_of(item), official.name.len ? str_format(q->l.own.perm, "%.*s%s%.*s", STR_ARG(official.name),
		official.code.len ? " " : "", STR_ARG(official.code)) : str_of(title), number, false };
}

enum { R_NUMBER, R_JOB, R_PAY, R_STARTS, R_ENDS, R_PROJECT, R_REF, R_CAP, R_SIGNED, ROW_COLUMNS };

static Str
signed_words(const struct assignment *a)
{
	bool dcs = a->signed_dcs.day, chief = a->signed_chief.day;
	return dcs && chief ? S("Director of Children\u2019s Services and chief executive")
		: dcs ? S("Director of Children\u2019s Services") : chief ? S("Chief executive") : S("");
}

static void
return_row(struct cell *cells, const struct quarter_look *q, const struct assignment *a)
{
	const struct own *own = &q->l.own;
	struct arena *perm = own->perm;
	bool number = a->person != NOT_THERE && sight_person(&own->sight, a->person, GROUP_REGISTRATION).reach >= REACH_READ;
	enum agency_verdict cap = agency_judge(&q->of.agency, a, CHECK_CAP, perm).verdict;
	bool ended = a->last.day != DATE_OPEN.day && a->last.day <= q->quarter.when.last.day;
	cells[R_NUMBER] = cell_text(number ? own->roster->people[a->person].swe : S(""));
	cells[R_JOB] = cell_text(job_type_words(a->job));
	cells[R_PAY] = money_cell(a->pay.pay);
	cells[R_STARTS] = cell_text(date_iso(a->starts, perm));
	cells[R_ENDS] = cell_text(ended ? date_iso(a->last, perm) : S(""));
	cells[R_PROJECT] = cell_text(a->in_project ? S("Yes") : S("No"));
	cells[R_REF] = cell_link(a->ref, href_of_assignment(own, a->ref));
	cells[R_CAP] = verdict_cell(cap);
	cells[R_SIGNED] = cell_text(cap >= VERDICT_SIGNED ? signed_words(a) : S(""));
}

static struct table *
return_table(const struct quarter_look *q)
{
	struct arena *perm = q->l.own.perm;
	struct column *columns = new(perm, ROW_COLUMNS, struct column);
	struct rows_made rows = { 0 };
	columns[R_NUMBER] = item_column(q, "swe_number", "Social Work England number", false);
	columns[R_JOB] = item_column(q, "job_type", "Type of job", false);
	columns[R_PAY] = item_column(q, "pay_rate", "Pay an hour (\u00A3)", true);
	columns[R_STARTS] = item_column(q, "starts_on", "First day", false);
	columns[R_ENDS] = item_column(q, "ends_on", "Last day", false);
	columns[R_PROJECT] = item_column(q, "project", "In a project team", false);
	columns[R_REF] = (struct column){ S("ref"), S("Assignment"), false, false };
	columns[R_CAP] = item_column(q, "cap_breaches", "Rate over the cap", false);
	columns[R_SIGNED] = item_column(q, "signed_off", "Signed off by", false);
	for (int i = 0; i < q->of.row_count; i++)
		return_row(rows_push(&rows, ROW_COLUMNS, perm), q, &q->of.agency.assignments[q->of.rows[i]]);
	return table_of(S("assignments"), S("Assignments of the quarter"), columns, ROW_COLUMNS, rows, perm);
}

static struct table *
months_table(const struct quarter_look *q)
{
	struct arena *perm = q->l.own.perm;
	struct column *columns = new(perm, 4, struct column);
	struct rows_made rows = { 0 };
	columns[0] = (struct column){ S("month"), S("Month"), false, false };
	columns[1] = item_column(q, "month_cost", "Cost, as the ledger has it (\u00A3)", true);
	columns[2] = (struct column){ S("worked_out"), S("Worked out of the assignments (\u00A3)"), true, false };
	columns[3] = (struct column){ S("unknown"), S("Assignments whose cost is not known"), true, false };
	for (int m = 0; m < QUARTER_MONTHS; m++) {
		const struct quarter_month *month = &q->of.months[m];
		struct cell *cells = rows_push(&rows, 4, perm);
		cells[0] = cell_text(str_upto(date_iso(month->month, perm), 7));
		cells[1] = money_cell(month->entered);
		cells[2] = money_cell(month->worked_out);
		cells[3] = cell_figure(figure_whole(month->unknown), 0, UNIT_COUNT);
	}
	return table_of(S("costs"), S("Cost of each month"), columns, 4, rows, perm);
}

static struct table *
rules_table(const struct quarter_look *q)
{
	enum { L_RULE, L_DEGREE, L_EXPLANATION, L_KEPT, L_SIGNED, L_BROKEN, L_UNKNOWN, L_COLUMNS };
	struct arena *perm = q->l.own.perm;
	struct column *columns = new(perm, L_COLUMNS, struct column);
	struct rows_made rows = { 0 };
	columns[L_RULE] = item_column(q, "rule", "Rule", false);
	columns[L_DEGREE] = item_column(q, "degree", "How far it was kept", false);
	columns[L_EXPLANATION] = item_column(q, "explanation", "Explanation", false);
	columns[L_KEPT] = (struct column){ S("kept"), S("Kept"), true, false };
	columns[L_SIGNED] = (struct column){ S("signed_off_count"), S("Signed off"), true, false };
	columns[L_BROKEN] = (struct column){ S("broken"), S("Broken"), true, false };
	columns[L_UNKNOWN] = (struct column){ S("unknown"), S("Not known"), true, false };
	for (int c = 0; c < STATUTORY_CHECKS; c++) {
		static const enum agency_verdict counted[] = { VERDICT_PASS, VERDICT_SIGNED, VERDICT_BREACH, VERDICT_UNKNOWN };
		const struct quarter_rule *rule = &q->of.rules[c];
		struct cell *cells = rows_push(&rows, L_COLUMNS, perm);
		cells[L_RULE] = cell_text(agency_checks[c].title);
		cells[L_DEGREE] = cell_text(degree_words(rule->degree));
		cells[L_EXPLANATION] = cell_text(rule->explanation);
		for (int v = 0; v < countof(counted); v++)
			cells[L_KEPT + v] = cell_figure(figure_whole(rule->counts[counted[v]]), 0, UNIT_COUNT);
	}
	return table_of(S("rules"), S("How far each rule was kept, and what the assignments say"), columns, L_COLUMNS, rows, perm);
}

/* ---- the census's day -------------------------------------------------------------------------- */

static void
add_cross(struct document *doc, const struct quarter_look *q)
{
	struct agency_cross cross;
	struct arena *perm = doc->arena;
	const struct own *own = &q->l.own;
	if (q->quarter.number != 3)
		return;
	agency_cross_check(&cross, &q->of, perm);
	document_heading(doc, 2, S("Against the census"), S("census"));
	document_paragraph(doc, str_format(perm, "On 30 September the census counts %d agency workers, by your own records of people in "
		"posts; assignments of that day are of %d. %d %s in both.", cross.census, cross.assignments, cross.both,
		cross.both == 1 ? "is" : "are"));
	int count = cross.census_only_count + cross.assignment_only_count, n = 0;
	struct run *runs = new(perm, count + 1, struct run);
	for (int i = 0; i < cross.census_only_count; i++) {
		Str ref = own->roster->spells[cross.census_only[i]].ref;
		runs[n++] = (struct run){ .text = str_format(perm, "Time in post %.*s: in the census, and no assignment runs on that day",
			STR_ARG(ref)), .href = own_href(own, str_format(perm, "times-in-post/%.*s", STR_ARG(ref))) };
	}
	for (int i = 0; i < cross.assignment_only_count; i++) {
		Str ref = q->of.agency.assignments[cross.assignment_only[i]].ref;
		runs[n++] = (struct run){ .text = str_format(perm, "Assignment %.*s: runs on that day, and the census does not count the "
			"worker (in no post of its roles then)", STR_ARG(ref)), .href = href_of_assignment(own, ref) };
	}
	if (n)
		document_runs(doc, BLOCK_LIST, runs, n);
}

/* ---- saying ------------------------------------------------------------------------------------ */

static Str
sent_or(const struct quarter_look *q, Str name, Str before)
{
	const struct sents *sent = q->l.own.ask->sent;
	return sent && sents_has(sent, name) ? str_trim(sents_find(sent, name)) : before;
}

static Str
degree_code(enum degree degree)
{
	static const Str codes[] = { STR("full"), STR("part"), STR("none"), STR("") };
	return codes[degree];
}

static void
add_saying(struct document *doc, const struct quarter_look *q, Str wrong)
{
	static const struct pick degrees[] = { { .value = STR("full"), .words = STR("Kept in full") },
		{ .value = STR("part"), .words = STR("Kept in part") }, { .value = STR("none"), .words = STR("Not kept") } };
	const struct own *own = &q->l.own;
	struct arena *perm = doc->arena;
	if (sight_total(&own->sight, NOT_THERE, GROUP_RETURNS).reach < REACH_WRITE)
		return;
	struct form *form = form_made(perm, str_format(perm, "/authorities/%.*s/agency/quarters/%.*s", STR_ARG(own->place->slug),
		STR_ARG(quarter_name(q->quarter, perm))));
	form->id = S("say-form");
	form->error = wrong;
	for (int c = 0; c < STATUTORY_CHECKS; c++) {
		Str why = str_format(perm, "%.*s.why", STR_ARG(agency_checks[c].code));
		form_input(form, perm, (struct input){ .kind = INPUT_RADIOS, .name = agency_checks[c].code, .label = agency_checks[c].title,
			.hint = agency_checks[c].words, .picks = degrees, .pick_count = countof(degrees),
			.value = sent_or(q, agency_checks[c].code, degree_code(q->of.rules[c].degree)) });
		form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = why, .optional = true,
			.label = str_format(perm, "%.*s: explanation", STR_ARG(agency_checks[c].title)),
			.value = sent_or(q, why, q->of.rules[c].explanation) });
	}
	form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = S("agencies"), .label = S("Agencies of concern"),
		.hint = S("Agencies whose conduct kept the council from a rule; write \u201cnone\u201d where there are none"),
		.value = sent_or(q, S("agencies"), q->of.agencies) });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("sent_on"), .label = S("Sent on"), .width = 20,
		.optional = true, .value = sent_or(q, S("sent_on"), q->of.sent_on.day ? date_text(q->of.sent_on, perm) : S("")) });
	form_button(form, perm, (struct button){ .words = S("Save what the return says") });
	document_heading(doc, 2, S("What the return says"), S("say"));
	document_form(doc, form);
}

/* ---- the page ---------------------------------------------------------------------------------- */

static void
add_notice(struct document *doc, const struct quarter_look *q)
{
	struct run *runs = new(doc->arena, 3, struct run);
	runs[0] = (struct run){ .text = S("The official names and numbers of these items, and how the return is sent, are not known to us: "
		"they stand in operational guidance that is not public. The headings are ours until you enter the official ones under ") };
	runs[1] = (struct run){ .text = S("items of the agency return"), .href = own_href(&q->l.own, S("items-of-the-agency-return")) };
	runs[2] = (struct run){ .text = S("; files then have them too.") };
	document_runs(doc, BLOCK_WARNING, runs, 3);
}

static struct document
quarter_document(const struct quarter_look *q, Str wrong)
{
	const struct own *own = &q->l.own;
	struct arena *perm = own->perm;
	struct findings found = agency_return_check(&q->of, perm);
	Str mend = found.mistakes ? str_format(perm, "%.*s to be mended", STR_ARG(counted((int)found.mistakes, "thing", "things",
		perm))) : S("nothing to be mended");
	struct document doc = own_document(own, str_format(perm, "Agency return, %.*s: %.*s", STR_ARG(quarter_words(q->quarter, perm)),
		STR_ARG(mend)), href_of_quarter(own, q->quarter));
	doc.period = str_format(perm, "%.*s to %.*s, to be sent by %.*s%s", STR_ARG(day_words(q->quarter.when.first, perm)),
		STR_ARG(day_words(q->quarter.when.last, perm)), STR_ARG(day_words(quarter_due(q->quarter), perm)),
		own->ask->held->made_up ? ". These people are made up." : "");
	struct table *rows = return_table(q), *months = months_table(q), *rules = rules_table(q);
	add_agency_places(&doc, &q->l, AGENCY_QUARTERS_PAGE);
	add_notice(&doc, q);
	if (q->of.sent_on.day)
		document_paragraph(&doc, str_format(perm, "Sent on %.*s.", STR_ARG(day_words(q->of.sent_on, perm))));
	document_heading(&doc, 2, S("Checks"), S("checks"));
	document_findings(&doc, &found);
	doc.data = rows;
	doc.sheets[doc.sheet_count++] = rules;
	doc.sheets[doc.sheet_count++] = months;
	document_heading(&doc, 2, S("Rules"), S("rules"));
	document_table(&doc, rules);
	document_heading(&doc, 2, S("Cost"), S("cost"));
	document_table(&doc, months);
	document_heading(&doc, 2, S("Assignments"), S("assignments"));
	if (rows->row_count)
		document_table(&doc, rows);
	else
		document_paragraph(&doc, S("No assignment of this quarter is entered."));
	add_cross(&doc, q);
	add_saying(&doc, q, wrong);
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_agency_quarter(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct quarter_look q;
	struct answer answer;
	if (!settle_quarter(world, ask, &q, &answer, perm))
		return answer;
	return answer_of(DONE, quarter_document(&q, S("")));
}

/* ---- storing what is said ---------------------------------------------------------------------- */

struct saying { const struct quarter_look *q; struct changes changes; int added; Str wrong; };

/* A field's value as it is kept; the first that cannot be read is kept in words. */
static Str
value_said(struct saying *in, const struct record_type *type, const char *field, Str typed)
{
	struct misfit misfit;
	Str value;
	const struct field *of = &type->fields[field_find(type, str_of(field))];
	if (!value_read(of, typed, &value, &misfit, in->q->l.own.perm) && in->wrong.len == 0)
		in->wrong = str_format(in->q->l.own.perm, "%.*s %.*s: %.*s", STR_ARG(of->label), STR_ARG(misfit.wrong), STR_ARG(misfit.mend));
	return value;
}

/* A record of the quarter, added or altered where it becomes another. */
static void
put_record(struct saying *in, enum type_id id, const struct record *was, const Str *values)
{
	const struct record_type *type = &record_types[id];
	const struct own *own = &in->q->l.own;
	bool same = was != NULL;
	for (int f = 0; f < type->field_count && same; f++)
		same = str_equal(was->values[f], values[f]);
	if (same)
		return;
	if (was) {
		record_alter(&in->changes, type, was, values);
		return;
	}
	Str ref = ref_next(&own->council->of[id], id == TYPE_AGENCY_COMPLIANCE ? in->added++ : 0, own->perm);
	changes_add(&in->changes, (struct change){ .kind = ADD, .type = type, .after = { .version = 1, .ref = ref, .values = values } });
}

static void
put_rule(struct saying *in, int check)
{
	const struct quarter_look *q = in->q;
	const struct record_type *type = &record_types[TYPE_AGENCY_COMPLIANCE];
	const struct quarter_rule *rule = &q->of.rules[check];
	Str *values = new(q->l.own.perm, type->field_count, Str), code = agency_checks[check].code;
	Str why = str_format(q->l.own.perm, "%.*s.why", STR_ARG(code));
	Str degree = value_said(in, type, "degree", sent_or(q, code, degree_code(rule->degree)));
	Str explanation = value_said(in, type, "explanation", sent_or(q, why, rule->explanation));
	if (degree.len == 0 && explanation.len && in->wrong.len == 0)
		in->wrong = str_format(q->l.own.perm, "Say how far \u201c%.*s\u201d was kept, beside its explanation",
			STR_ARG(str_lower(agency_checks[check].title, q->l.own.perm)));
	if (degree.len == 0)
		return;
	values[field_find(type, S("quarter"))] = quarter_name(q->quarter, q->l.own.perm);
	values[field_find(type, S("rule"))] = code;
	values[field_find(type, S("degree"))] = degree;
	values[field_find(type, S("explanation"))] = explanation;
	put_record(in, TYPE_AGENCY_COMPLIANCE, rule->record, values);
}

static void
put_quarter(struct saying *in)
{
	const struct quarter_look *q = in->q;
	const struct record_type *type = &record_types[TYPE_AGENCY_QUARTER];
	struct arena *perm = q->l.own.perm;
	Str *values = new(perm, type->field_count, Str);
	Str before = q->of.sent_on.day ? date_iso(q->of.sent_on, perm) : S("");
	Str by = q->of.record ? record_text_of(type, q->of.record, "sent_by") : S("");
	values[field_find(type, S("quarter"))] = quarter_name(q->quarter, perm);
	values[field_find(type, S("agencies"))] = value_said(in, type, "agencies", sent_or(q, S("agencies"), q->of.agencies));
	values[field_find(type, S("sent_on"))] = value_said(in, type, "sent_on", sent_or(q, S("sent_on"), before));
	bool sent = values[field_find(type, S("sent_on"))].len > 0, again = str_equal(values[field_find(type, S("sent_on"))], before);
	values[field_find(type, S("sent_by"))] = !sent ? S("") : again ? by : q->l.own.ask->viewer->account;
	if (q->of.record || sent || values[field_find(type, S("agencies"))].len)
		put_record(in, TYPE_AGENCY_QUARTER, q->of.record, values);
}

struct answer
agency_quarter_say(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct quarter_look q;
	struct answer answer;
	if (!settle_quarter(world, ask, &q, &answer, perm))
		return answer;
	struct saying in = { .q = &q, .changes = changes_new(perm) };
	for (int c = 0; c < STATUTORY_CHECKS; c++)
		put_rule(&in, c);
	put_quarter(&in);
	if (in.wrong.len)
		return answer_of(WRONG, quarter_document(&q, in.wrong));
	if (in.changes.count == 0) {
		answer = answer_of(DONE, quarter_document(&q, S("")));
		document_notice(&answer.document, NOTICE_KNOW, S("Nothing was changed: it says the same already."));
		return answer;
	}
	return record_did(&q.l.own, &in.changes, str_format(perm, "agency quarter %.*s", STR_ARG(quarter_name(q.quarter, perm))), S(""),
	                  S("Nothing was saved"), href_of_quarter(&q.l.own, q.quarter));
}
