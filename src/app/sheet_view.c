/* sheet_view.c: one application's score sheet: what it says, what I gave, and once all are in what everybody gave, side by
 * side. */
#include "app/scoring_parts.h"

#include "app/estab.h"
#include "practice/nameless.h"

/* ---- settling ---------------------------------------------------------------------------------------- */

static enum sitting
sitting_asked(const struct ask *ask, const struct application *a)
{
	Str how = ask->how.len || !ask->sent ? ask->how : str_trim(sents_find(ask->sent, S("how")));
	for (int s = 0; s < SITTINGS; s++)
		if (str_equal(how, sitting_rows[s].code))
			return (enum sitting)s;
	return sitting_of((int)a->stage);
}

/* The same words whether there is no such application, or no panel names whoever asks. */
static struct answer
not_yours(const struct scoring_look *s)
{
	return answer_words(UNKNOWN, S("There is no such application for you to score"), str_format(s->l.own.perm,
		"\u201c%.*s\u201d is no application of a round of %.*s whose panel names you, or you have to do with the candidate.",
		STR_ARG(s->l.own.ask->ref), STR_ARG(s->l.own.place->name)), s->l.own.perm);
}

bool
sheet_settle(const struct world *world, const struct ask *ask, struct sheet_page *p, struct answer *why, struct arena *perm)
{
	if (!scoring_settle(world, ask, &p->s, why, perm))
		return false;
	int found = application_find(&p->s.l.all, ask->ref);
	const struct application *a = found == NOT_THERE ? NULL : &p->s.l.all.applications[found];
	if (!a || !scoring_reads_of(&p->s, a)) {
		*why = not_yours(&p->s);
		return false;
	}
	p->a = a;
	p->member = scoring_member(&p->s, a->round->ref);
	application_sheet(&p->sheet, &p->s.books, &p->s.l.all, a, sitting_asked(ask, a), perm);
	p->state = scoring_state_of(&p->sheet, p->member ? p->member->ref : S(""));
	p->wrong = new(perm, 2 * p->sheet.criterion_count + 1, Str);
	return true;
}

/* ---- what it says ---------------------------------------------------------------------------------------- */

/* A text of the applicant's without who they are, while it may not be told. */
static Str
said(const struct sheet_page *p, Str text)
{
	struct named named = { said_text(TYPE_CANDIDATE, p->a->candidate, "given_names"),
		said_text(TYPE_CANDIDATE, p->a->candidate, "family_name") };
	return scoring_names(p->a) ? text : text_nameless(text, &named, p->s.l.own.perm);
}

Str
sheet_answer(const struct sheet_page *p, Str criterion)
{
	const struct records *answers = &p->s.l.own.council->of[TYPE_ANSWER];
	for (int i = 0; i < answers->count; i++)
		if (str_equal(said_text(TYPE_ANSWER, &answers->at[i], "application"), p->a->ref) &&
		    str_equal(said_text(TYPE_ANSWER, &answers->at[i], "criterion"), criterion))
			return said(p, said_text(TYPE_ANSWER, &answers->at[i], "words"));
	return (Str){ 0 };
}

static void
add_said(struct document *doc, const struct sheet_page *p)
{
	static const struct { const char *field; Str heading, id; } texts[] = { { "statement", STR("Statement"), STR("statement") },
		{ "experience", STR("Employment and training"), STR("experience") } };
	const struct own *own = &p->s.l.own;
	struct pair pairs[6];
	int n = 0;
	Str qualified = said_text(TYPE_APPLICATION, p->a->record, "qualified_on");
	Date day;
	pairs[n++] = (struct pair){ S("Application"), p->a->ref, S("") };
	if (scoring_names(p->a))
		pairs[n++] = (struct pair){ S("Candidate"), candidate_words(&p->s.l, p->a), S("") };
	pairs[n++] = (struct pair){ S("Round"), round_words(p->a->round), S("") };
	pairs[n++] = (struct pair){ S("Role"), p->a->role == NOT_THERE ? S("") : role_words(own, p->a->role, own->ask->day), S("") };
	pairs[n++] = (struct pair){ S("Experience"), bands[p->a->band].words, S("") };
	if (date_parse(qualified, &day))
		pairs[n++] = (struct pair){ S("Qualified on"), day_words(day, doc->arena), S("") };
	struct pair *kept = new(doc->arena, n, struct pair);
	for (int i = 0; i < n; i++)
		kept[i] = pairs[i];
	document_summary(doc, kept, n);
	for (int i = 0; i < countof(texts); i++) {
		Str text = said(p, said_text(TYPE_APPLICATION, p->a->record, texts[i].field));
		if (text.len == 0)
			continue;
		document_heading(doc, 2, texts[i].heading, texts[i].id);
		document_paragraph(doc, text);
	}
}

/* ---- what was given ---------------------------------------------------------------------------------------- */

static struct cell
mark_cell(const struct mark *mark)
{
	if (!mark->record)
		return cell_text(S(""));
	struct cell cell = cell_figure(figure_whole(mark->score), 0, UNIT_COUNT);
	cell.note = said_text(TYPE_SCORE, mark->record, "note");
	return cell;
}

static Str
scorer_name(const struct scorer *scorer)
{
	return said_text(TYPE_PANEL_MEMBER, scorer->member, "name");
}

/* Whom this page may show: everybody when it is open, else oneself. */
static bool
is_shown(const struct sheet_page *p, const struct scorer *scorer)
{
	if (sheet_open(&p->sheet))
		return scorer->handed_in == p->sheet.criterion_count;
	return p->member && scorer->member == p->member && scorer->given > 0;
}

static struct cell
value_cell(const struct sheet_page *p, int c)
{
	struct arena *perm = p->s.l.own.perm;
	int64_t parts;
	if (!sheet_value(&p->sheet, c, &parts))
		return cell_tag(S("to be agreed"), TAG_YELLOW);
	struct cell cell = cell_text(parts_words(parts, perm));
	if (p->sheet.agreed[c].record)
		cell.note = said_text(TYPE_SCORE, p->sheet.agreed[c].record, "note");
	if (p->sheet.criteria[c].needed != NOT_NEEDED && parts < (int64_t)p->sheet.criteria[c].needed * SCORE_PARTS) {
		cell.tag = S("not met");
		cell.tag_tone = TAG_RED;
	}
	return cell;
}

static const struct table *
marks_table(const struct sheet_page *p)
{
	struct arena *perm = p->s.l.own.perm;
	const struct sheet *sheet = &p->sheet;
	struct column *columns = new(perm, sheet->scorer_count + 4, struct column);
	const struct scorer **shown = new(perm, sheet->scorer_count + 1, const struct scorer *);
	struct rows_made rows = { 0 };
	bool open = sheet_open(sheet);
	int n = 0, count = 0;
	columns[n++] = (struct column){ STR("criterion"), STR("Criterion"), false, false };
	columns[n++] = (struct column){ STR("bar"), STR("Bar"), false, false };
	for (int s = 0; s < sheet->scorer_count; s++)
		if (is_shown(p, &sheet->scorers[s])) {
			shown[count++] = &sheet->scorers[s];
			columns[n++] = (struct column){ str_format(perm, "assessor_%d", count), scorer_name(&sheet->scorers[s]), true, false };
		}
	if (open)
		columns[n++] = (struct column){ STR("value"), STR("Comes to"), true, false };
	for (int c = 0; c < sheet->criterion_count; c++) {
		struct cell *cells = rows_push(&rows, n, perm);
		cells[0] = cell_text(sheet->criteria[c].name);
		cells[0].note = sheet_answer(p, sheet->criteria[c].ref);
		cells[1] = cell_text(criterion_bar_words(&sheet->criteria[c], perm));
		for (int s = 0; s < count; s++)
			cells[2 + s] = mark_cell(&shown[s]->marks[c]);
		if (open)
			cells[n - 1] = value_cell(p, c);
	}
	return table_of(S("scores"), open ? S("What each gave, and what it comes to") : S("What you gave"), columns, n, rows, perm);
}

static void
add_marks(struct document *doc, const struct sheet_page *p)
{
	bool any = false;
	for (int s = 0; s < p->sheet.scorer_count; s++)
		any = any || is_shown(p, &p->sheet.scorers[s]);
	if (!any)
		return;
	doc->data = marks_table(p);
	document_heading(doc, 2, S("Scores"), S("scores"));
	document_table(doc, doc->data);
	witness_saw(p->s.l.own.ask, GROUP_SCORES, str_format(doc->arena, "application %.*s", STR_ARG(p->a->ref)));
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

static Str
where_it_is(const struct sheet_page *p)
{
	struct arena *perm = p->s.l.own.perm;
	const struct sheet *sheet = &p->sheet;
	Str due = p->a->due.day ? str_format(perm, " It is due on %.*s%s.", STR_ARG(day_words(p->a->due, perm)), p->a->late ? ", and late" : "")
		: S("");
	struct sheet_total total = sheet_total_of(sheet);
	switch (p->state) {
	case SCORING_MINE:
	case SCORING_BEGUN:
		return str_format(perm, "It waits for your score.%.*s %d %s handed in.", STR_ARG(due), sheet->in, sheet->in == 1 ? "has" : "have");
	case SCORING_OTHERS:
		if (sheet->in + sheet->to_come < SCORERS_LEAST && sitting_scores(sheet->sitting, (int)p->a->stage))
			return str_format(perm, "%d %s handed in, and nobody else on the panel scores it: whoever recruits names another.%.*s", sheet->in,
				sheet->in == 1 ? "has" : "have", STR_ARG(due));
		return str_format(perm, "%d %s handed in. It waits for another assessor, for %.*s by now: scores are locked until all are in.%.*s",
			sheet->in, sheet->in == 1 ? "has" : "have", STR_ARG(counted(p->a->waiting, "day", "days", perm)), STR_ARG(due));
	case SCORING_AGREE:
		return str_format(perm, "All are in. On %.*s the assessors differ too far: the panel agrees, and the chair writes it down.%.*s",
			STR_ARG(counted(sheet_to_agree(sheet), "criterion", "criteria", perm)), STR_ARG(due));
	case SCORING_DONE:
		return str_format(perm, "It comes to %.*s of %.*s%s.", STR_ARG(parts_words(total.parts, perm)), STR_ARG(parts_words(total.most, perm)),
			total.missed ? str_c(str_format(perm, "; of the essential criteria %d %s not met", total.missed,
			total.missed == 1 ? "is" : "are"), perm) : "; every essential criterion is met");
	default:
		return S("Its round has no criteria of this kind, so nothing is scored.");
	}
}

static void
add_other_sitting(struct document *doc, const struct sheet_page *p)
{
	enum sitting other = p->sheet.sitting == SHORTLISTING ? ASSESSMENT : SHORTLISTING;
	struct run *runs = new(doc->arena, 3, struct run);
	int n = 0;
	if (hiring_writes(&p->s.l, GROUP_CANDIDATES))
		runs[n++] = (struct run){ .text = S("The application, and its next step"), .href = href_of_application(&p->s.l.own, p->a->ref) };
	if (p->a->came[AT_SHORTLISTED].day)
		runs[n++] = (struct run){ .text = other == SHORTLISTING ? S("Its scores at shortlisting") : S("Its scores at the assessment"),
			.href = href_of_sheet(&p->s, p->a, other) };
	runs[n++] = (struct run){ .text = S("All that waits for my score"), .href = own_href(&p->s.l.own, S("recruitment/scoring")) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

struct document
sheet_document(struct sheet_page *p)
{
	struct arena *perm = p->s.l.own.perm;
	bool mine = p->state == SCORING_MINE || p->state == SCORING_BEGUN;
	struct document doc = own_document(&p->s.l.own, str_format(perm, "%.*s: %.*s", STR_ARG(applicant_words(&p->s, p->a)),
		STR_ARG(str_lower(sitting_rows[p->sheet.sitting].words, perm))), href_of_sheet(&p->s, p->a, p->sheet.sitting));
	document_paragraph(&doc, where_it_is(p));
	add_said(&doc, p);
	if (mine && p->member)
		add_give_form(&doc, p);
	else
		add_marks(&doc, p);
	add_agree_form(&doc, p);
	if (mine && p->member)
		add_declare_form(&doc, p);
	add_other_sitting(&doc, p);
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_sheet(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct sheet_page p = { 0 };
	struct answer answer;
	if (!sheet_settle(world, ask, &p, &answer, perm))
		return answer;
	return answer_of(DONE, sheet_document(&p));
}
