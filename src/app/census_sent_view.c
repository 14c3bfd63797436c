/* census_sent_view.c: the return as a file, that it was sent, and what was sent: each version with its findings
 * and notes of that moment.
 */
#include "app/census_year.h"

#include "app/form_made.h"
#include "app/stored.h"
#include "census/write.h"
#include "files/file.h"

/* ---- files ------------------------------------------------------------------------------------- */

static struct answer
file_answer(const struct returning *in, struct file_given file)
{
	returning_opened(in);
	struct document doc = returning_document(in, file.name, "file", S(""));
	struct answer answer = answer_of(DONE, doc);
	answer.file = file;
	return answer;
}

struct answer
show_census_file(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	Str name = census_file_name(&in.built.ret, perm), which = returning_which(ask);
	if (str_equal(which, S("xml")) || which.len == 0)
		return file_answer(&in, (struct file_given){ name, S("application/xml"), census_write_xml(&in.built.ret, perm) });
	if (str_equal(which, S("csv")))
		return file_answer(&in, (struct file_given){ str_join(str_upto(name, name.len - 4), S(".csv"), perm),
			S("text/csv; charset=utf-8"), census_write_csv(&in.built.ret, perm) });
	return answer_words(UNKNOWN, S("There is no such file"), S("A return comes as xml or as csv."), perm);
}

/* ---- what is kept with it ---------------------------------------------------------------------- */

static const struct column kept_findings[] = {
	{ STR("severity"), STR("Kind"), false, false }, { STR("code"), STR("Rule"), false, false },
	{ STR("record"), STR("Record"), false, false }, { STR("field"), STR("Item"), false, false },
	{ STR("message"), STR("What was found"), false, false }, { STR("note"), STR("Note"), false, false },
};

static const struct table *
findings_with_notes(const struct returning *in)
{
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (ptrdiff_t f = 0; f < in->found.count; f++) {
		const struct finding *finding = &in->found.at[f];
		const struct record *note = returning_note(in, S("query"), finding->code, returning_record(in, finding));
		struct cell *cells = rows_push(&rows, countof(kept_findings), perm);
		cells[0] = cell_text(severity_text(finding->severity));
		cells[1] = cell_text(finding->code);
		cells[2] = cell_text(finding->record);
		cells[3] = cell_text(finding->field);
		cells[4] = cell_text(str_format(perm, "%.*s; %.*s", STR_ARG(finding->wrong), STR_ARG(finding->mend)));
		cells[5] = cell_text(note ? note_value(note, "words") : S(""));
	}
	return table_of(S("findings"), S("Findings and notes when it was sent"), kept_findings, countof(kept_findings), rows, perm);
}

/* Every working rule that was used, on what, and how it was decided. */
static Str
cases_csv(const struct returning *in)
{
	static const struct column columns[] = {
		{ STR("rule"), STR("Working rule"), false, false }, { STR("record"), STR("Time in post"), false, false },
		{ STR("done"), STR("Done"), false, false }, { STR("why"), STR("Why"), false, false },
	};
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (int c = 0; c < in->built.case_count; c++) {
		const struct working_case *one = &in->built.cases[c];
		const struct working_row *row = &working_rows[one->rule];
		const struct record *note = one->decided ? returning_note(in, S("decision"), row->name, one->spell) : NULL;
		struct cell *cells = rows_push(&rows, countof(columns), perm);
		cells[0] = cell_text(row->name);
		cells[1] = cell_text(one->spell);
		cells[2] = cell_text(row->ways[one->way]);
		cells[3] = cell_text(note ? note_value(note, "words") : S(""));
	}
	struct document doc = document_new(perm, S("Working rules"));
	doc.data = table_of(S("cases"), S("Working rules"), columns, countof(columns), rows, perm);
	return document_csv(&doc, true, perm);
}

/* ---- keeping that it was sent ------------------------------------------------------------------ */

struct sending {
	const struct returning *in;
	Str error, why;
	Date day;
	struct return_given given;
};

static bool
keep(struct store *store, void *what, struct error *err)
{
	struct sending *s = what;
	const struct returning *in = s->in;
	const struct own *own = &in->own;
	struct document findings = document_new(own->perm, S("Findings"));
	findings.data = findings_with_notes(in);
	struct return_content content = { .bytes = census_write_xml(&in->built.ret, own->perm),
		.findings = document_csv(&findings, true, own->perm), .notes = cases_csv(in) };
	struct kept_return kept = { .kind = S("census"), .year = in->year, .file = census_file_name(&in->built.ret, own->perm),
		.sha256 = file_sha256(content.bytes, own->perm), .actor = own->ask->viewer->account, .sent_on = s->day,
		.kept_at = own->ask->now, .why = s->why, .errors = (int)in->found.mistakes,
		.queries = (int)(in->found.count - in->found.mistakes), .workers = in->built.ret.worker_count };
	return store_return_keep(store, own->ask->area, &kept, &content, &s->given, *own->perm, err);
}

/* What was sent of the form: false with the error beside it. */
static bool
read_sending(struct sending *s)
{
	const struct sents *sent = s->in->own.ask->sent;
	Str day = str_trim(sents_find(sent, S("sent_on")));
	s->why = str_trim(sents_find(sent, S("why")));
	if (!date_parse(day, &s->day) || s->day.day > s->in->own.ask->today.day ||
	    s->day.day <= census_period(s->in->year).last.day) {
		s->error = S("Enter the day it was sent, after 30 September and not after today, for example 20 October 2025");
		return false;
	}
	if (s->in->sent_count > 0 && s->why.len == 0)
		s->error = S("Say what this version puts right");
	return s->error.len == 0;
}

/* ---- the page ---------------------------------------------------------------------------------- */

static const struct column version_columns[] = {
	{ STR("version"), STR("Version"), true, false }, { STR("sent_on"), STR("Sent on"), false, false },
	{ STR("by"), STR("By"), false, false }, { STR("records"), STR("Records"), true, false },
	{ STR("queries"), STR("Queries"), true, false }, { STR("why"), STR("What it puts right"), false, false },
	{ STR("sha256"), STR("SHA-256 of the file"), false, false },
};

static const struct table *
version_table(const struct returning *in)
{
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->sent_count; i++) {
		const struct kept_return *kept = &in->sent[i];
		struct cell *cells = rows_push(&rows, countof(version_columns), perm);
		Str number = str_format(perm, "%d", kept->version);
		cells[0] = kept->file_there ? cell_link(number, returning_href(in, "sent", number)) : cell_text(number);
		cells[1] = cell_text(day_words(kept->sent_on, perm));
		cells[2] = actor_cell(&in->own, kept->actor);
		cells[3] = cell_figure(figure_whole(kept->workers), 0, UNIT_COUNT);
		cells[4] = cell_figure(figure_whole(kept->queries), 0, UNIT_COUNT);
		cells[5] = cell_text(kept->why);
		cells[6] = cell_text(kept->sha256);
	}
	return table_of(S("versions"), S("Versions, newest first"), version_columns, countof(version_columns), rows, perm);
}

static void
add_sending(struct document *doc, const struct sending *s)
{
	const struct returning *in = s->in;
	const struct ask *ask = in->own.ask;
	if (!in->may_write)
		return;
	document_heading(doc, 2, S("It was sent"), S("send"));
	if (in->found.mistakes > 0) {
		document_paragraph(doc, S("The return as it is now has errors, and DfE takes none that has. Mend them first."));
		return;
	}
	document_paragraph(doc, S("Download the XML, upload it to COLLECT, then say here that it went. What is kept is the file "
		"exactly as this program makes it now, with its findings and notes."));
	struct input inputs[2];
	int n = 0;
	inputs[n++] = (struct input){ .kind = INPUT_DATE, .name = S("sent_on"), .label = S("Sent on"), .width = 20, .error = s->error,
		.value = ask->sent ? sents_find(ask->sent, S("sent_on")) : date_text(ask->today, doc->arena) };
	if (in->sent_count > 0)
		inputs[n++] = (struct input){ .kind = INPUT_NOTE, .name = S("why"), .label = S("What this version puts right"),
			.value = s->why };
	form_add(doc, (struct form){ .id = S("send-form"), .action = returning_href(in, "sent", S("")) }, inputs, n,
	         (struct button){ .words = S("Keep it as sent") });
}

static struct answer
sent_page(const struct sending *s, enum outcome outcome)
{
	const struct returning *in = s->in;
	struct arena *perm = in->own.perm;
	Str title = in->sent_count == 0 ? str_format(perm, "The return of %d was not sent yet", in->year)
		: str_format(perm, "The return of %d: %.*s sent", in->year, STR_ARG(counted(in->sent_count, "version", "versions", perm)));
	struct document doc = returning_document(in, title, "sent", S(""));
	returning_places(&doc, in, "sent");
	doc.data = version_table(in);
	if (in->sent_count > 0)
		document_table(&doc, doc.data);
	add_sending(&doc, s);
	return answer_of(outcome, doc);
}

static struct answer
send_it(struct sending *s)
{
	const struct own *own = &s->in->own;
	struct error err = { "" };
	if (!s->in->may_write)
		return admit_refuses(own->ask, (struct need){ OF_COUNCIL, GROUP_RETURNS, REACH_WRITE }, own->perm);
	if (s->in->found.mistakes > 0 || !read_sending(s))
		return sent_page(s, s->in->found.mistakes > 0 ? CHANGED : WRONG);
	if (!stored(own->world, keep, s, own->perm, &err))
		return answer_failed(S("It was not kept"), &err, own->perm);
	struct answer answer = sent_page(s, DONE);
	answer.to = returning_href(s->in, "sent", S(""));
	return answer;
}

struct answer
show_census_sent(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	struct sending sending = { .in = &in };
	return ask->sent ? send_it(&sending) : sent_page(&sending, DONE);
}

/* ---- one version ------------------------------------------------------------------------------- */

struct opening { const struct returning *in; struct kept_return kept; struct return_content content; };

static bool
open_version(struct store *store, void *what, struct error *err)
{
	struct opening *o = what;
	const struct own *own = &o->in->own;
	return store_return_content(store, own->ask->area, &o->kept, &o->content, own->perm, err);
}

struct answer
show_census_version(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct returning in;
	struct answer answer;
	struct error err = { "" };
	if (!returning_settle(world, ask, &in, &answer, perm))
		return answer;
	struct opening o = { .in = &in };
	for (int i = 0; i < in.sent_count; i++)
		if (str_equal(str_format(perm, "%d", in.sent[i].version), returning_which(ask)))
			o.kept = in.sent[i];
	if (o.kept.version == 0)
		return answer_words(UNKNOWN, S("There is no such version"), S("Begin from what was sent."), perm);
	if (!stored(world, open_version, &o, perm, &err))
		return answer_failed(S("It cannot be shown"), &err, perm);
	bool findings = str_equal(ask->show, S("findings")), notes = str_equal(ask->show, S("decisions"));
	Str name = o.kept.file, base = str_upto(name, name.len > 4 ? name.len - 4 : name.len);
	if (findings)
		return file_answer(&in, (struct file_given){ str_join(base, S("-findings.csv"), perm), S("text/csv; charset=utf-8"), o.content.findings });
	if (notes)
		return file_answer(&in, (struct file_given){ str_join(base, S("-decisions.csv"), perm), S("text/csv; charset=utf-8"), o.content.notes });
	return file_answer(&in, (struct file_given){ name, S("application/xml"), o.content.bytes });
}
