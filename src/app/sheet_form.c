/* sheet_form.c: giving scores, all criteria at once; writing down what was agreed; saying that one knows the candidate. */
#include "app/scoring_parts.h"

#include "app/estab.h"

enum { PICKS_MOST = 10, NOTE_MOST = 2000 };

static bool
was_sent(const struct sheet_page *p, const char *form)
{
	return str_equal(p->form, str_of(form));
}

static Str
input_name(const struct sheet_page *p, const char *what, int c)
{
	return str_format(p->s.l.own.perm, "%s.%.*s", what, STR_ARG(p->sheet.criteria[c].ref));
}

static Str
typed(const struct sheet_page *p, const char *what, int c)
{
	return str_trim(sents_find(p->s.l.own.ask->sent, input_name(p, what, c)));
}

/* ---- inputs -------------------------------------------------------------------------------------------- */

static const struct pick *
score_picks(int most, struct arena *perm)
{
	struct pick *picks = new(perm, most + 1, struct pick);
	for (int i = 0; i <= most; i++)
		picks[i] = (struct pick){ .value = str_format(perm, "%d", i), .words = str_format(perm, "%d", i) };
	return picks;
}

/* What suffices, and what the applicant wrote to it. */
static Str
hint_of(const struct sheet_page *p, int c)
{
	struct arena *perm = p->s.l.own.perm;
	Str bar = criterion_bar_words(&p->sheet.criteria[c], perm), wrote = sheet_answer(p, p->sheet.criteria[c].ref);
	return wrote.len ? str_format(perm, "%.*s. They wrote: \u201c%.*s\u201d", STR_ARG(bar), STR_ARG(wrote)) : bar;
}

/* A score and a note of one criterion; `mark` is what is kept of it, or NULL. */
static void
add_criterion(const struct sheet_page *p, struct form *form, int c, const struct mark *mark, const char *form_name, bool optional)
{
	struct arena *perm = p->s.l.own.perm;
	const struct criterion *criterion = &p->sheet.criteria[c];
	bool sent = was_sent(p, form_name), kept = mark && mark->record;
	struct input score = { .kind = INPUT_RADIOS, .name = input_name(p, "score", c), .label = criterion->name, .optional = optional,
		.hint = hint_of(p, c), .error = sent ? p->wrong[2 * c] : S(""),
		.value = sent ? typed(p, "score", c) : kept ? str_format(perm, "%d", mark->score) : S("") };
	if (criterion->most <= PICKS_MOST) {
		score.picks = score_picks(criterion->most, perm);
		score.pick_count = criterion->most + 1;
	} else {
		score.kind = INPUT_TEXT;
		score.numeric = true;
		score.width = 4;
	}
	form_input(form, perm, score);
	form_input(form, perm, (struct input){ .kind = INPUT_NOTE, .name = input_name(p, "note", c), .error = sent ? p->wrong[2 * c + 1] : S(""),
		.label = str_format(perm, mark ? "What was seen: %.*s" : "Why this score: %.*s", STR_ARG(criterion->name)), .optional = mark != NULL || optional,
		.value = sent ? typed(p, "note", c) : kept ? said_text(TYPE_SCORE, mark->record, "note") : S("") });
}

static struct form *
form_to(const struct sheet_page *p, const char *form_name, const char *to)
{
	struct arena *perm = p->s.l.own.perm;
	struct form *form = form_made(perm, own_href(&p->s.l.own, str_format(perm, "recruitment/scoring/%.*s/%s", STR_ARG(p->a->ref), to)));
	form->id = str_of(form_name);
	form->error = was_sent(p, form_name) ? p->error : S("");
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("how"), .value = sitting_rows[p->sheet.sitting].code });
	return form;
}

void
add_give_form(struct document *doc, const struct sheet_page *p)
{
	const struct scorer *mine = sheet_scorer(&p->sheet, p->member->ref);
	struct form *form = form_to(p, "give", "give");
	document_heading(doc, 2, S("Your scores"), S("your-scores"));
	for (int c = 0; c < p->sheet.criterion_count; c++)
		add_criterion(p, form, c, &mine->marks[c], "give", false);
	form_button(form, doc->arena, (struct button){ .words = S("Hand in: it cannot be changed after"), .name = S("do"), .value = S("hand_in") });
	form_button(form, doc->arena, (struct button){ .words = S("Keep, and go on later"), .name = S("do"), .value = S("keep"),
		.tone = BUTTON_SECOND });
	document_form(doc, form);
}

/* What may be agreed: criteria on which the scores are not all the same, and which were not agreed yet. */
static bool
may_be_agreed(const struct sheet *sheet, int c)
{
	int first = -1;
	if (sheet->agreed[c].record)
		return false;
	for (int s = 0; s < sheet->scorer_count; s++) {
		if (sheet->scorers[s].handed_in != sheet->criterion_count)
			continue;
		if (first >= 0 && sheet->scorers[s].marks[c].score != first)
			return true;
		first = sheet->scorers[s].marks[c].score;
	}
	return false;
}

bool
sheet_may_agree(const struct sheet_page *p)
{
	bool any = false;
	for (int c = 0; c < p->sheet.criterion_count; c++)
		any = any || may_be_agreed(&p->sheet, c);
	return any && sheet_open(&p->sheet) && sitting_agrees(p->sheet.sitting, (int)p->a->stage) &&
	       (p->s.machine || (p->member && member_chairs(p->member)));
}

void
add_agree_form(struct document *doc, const struct sheet_page *p)
{
	if (!sheet_may_agree(p))
		return;
	struct form *form = form_to(p, "agree", "agree");
	document_heading(doc, 2, S("What the panel agreed"), S("agreed"));
	document_paragraph(doc, S("Talk first. Each score that you write here has a note, stands instead of what was given, and cannot be "
		"changed after; nothing more is scored at this stage."));
	for (int c = 0; c < p->sheet.criterion_count; c++)
		if (may_be_agreed(&p->sheet, c))
			add_criterion(p, form, c, NULL, "agree", !criterion_differs(&p->sheet, c));
	form_button(form, doc->arena, (struct button){ .words = S("Write down what was agreed") });
	document_form(doc, form);
}

void
add_declare_form(struct document *doc, const struct sheet_page *p)
{
	const struct record_type *type = &record_types[TYPE_INTEREST];
	const struct field *what = &type->fields[field_find(type, S("what"))];
	struct pick *picks = new(doc->arena, what->choice_count + 1, struct pick);
	struct form *form = form_to(p, "declare", "declare");
	picks[0] = (struct pick){ .value = S(""), .words = S("Choose") };
	for (int i = 0; i < what->choice_count; i++)
		picks[i + 1] = (struct pick){ .value = what->choices[i].code, .words = what->choices[i].words };
	document_heading(doc, 2, S("If you know the candidate"), S("know-candidate"));
	document_paragraph(doc, S("Whoever has to do with a candidate does not score them. Say so, and somebody else of the panel does."));
	form_input(form, doc->arena, (struct input){ .kind = INPUT_SELECT, .name = S("what"), .label = S("They are"), .picks = picks,
		.pick_count = what->choice_count + 1, .error = was_sent(p, "declare") ? p->error : S("") });
	form->error = S("");
	form_button(form, doc->arena, (struct button){ .words = S("I do not score this one"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

/* ---- what was sent ---------------------------------------------------------------------------------------- */

/* A score that was typed: true when it is one, or when nothing was and nothing is needed. */
static bool
read_score(struct sheet_page *p, int c, bool needed, Str *score)
{
	const struct criterion *criterion = &p->sheet.criteria[c];
	*score = typed(p, "score", c);
	struct parsed_decimal read = parse_decimal(*score, 0, false);
	if (score->len == 0 && needed)
		p->wrong[2 * c] = str_format(p->s.l.own.perm, "Score \u201c%.*s\u201d", STR_ARG(criterion->name));
	else if (score->len && (!read.ok || read.micro < 0 || read.micro > (int64_t)criterion->most * MICRO))
		p->wrong[2 * c] = str_format(p->s.l.own.perm, "Score \u201c%.*s\u201d from 0 to %d", STR_ARG(criterion->name), criterion->most);
	else
		*score = score->len ? str_format(p->s.l.own.perm, "%lld", (long long)(read.micro / MICRO)) : S("");
	return p->wrong[2 * c].len == 0;
}

static bool
read_note(struct sheet_page *p, int c, bool needed, Str *note)
{
	const struct record_type *type = &record_types[TYPE_SCORE];
	struct misfit misfit;
	if (!value_read(&type->fields[field_find(type, S("note"))], typed(p, "note", c), note, &misfit, p->s.l.own.perm))
		p->wrong[2 * c + 1] = str_format(p->s.l.own.perm, "%.*s: %.*s", STR_ARG(str_capital(misfit.wrong, p->s.l.own.perm)),
			STR_ARG(misfit.mend));
	else if (needed && note->len == 0)
		p->wrong[2 * c + 1] = str_format(p->s.l.own.perm, "Say what was seen, and why this score: %.*s", STR_ARG(p->sheet.criteria[c].name));
	return p->wrong[2 * c + 1].len == 0;
}

struct given { Str score, note; bool handed_in; Str assessor; };

static Str *
values_of(const struct sheet_page *p, int c, const struct given *given)
{
	const struct record_type *type = &record_types[TYPE_SCORE];
	const struct { const char *field; Str value; } all[] = { { "application", p->a->ref }, { "criterion", p->sheet.criteria[c].ref },
		{ "assessor", given->assessor }, { "score", given->score }, { "note", given->note },
		{ "scored_on", date_iso(p->s.l.own.ask->day, p->s.l.own.perm) }, { "handed_in", given->handed_in ? S("yes") : S("no") } };
	Str *values = new(p->s.l.own.perm, type->field_count, Str);
	for (int i = 0; i < countof(all); i++)
		values[field_find(type, str_of(all[i].field))] = all[i].value;
	return values;
}

/* One criterion's change: added, altered, or taken back while it is only kept. */
static void
put_score(const struct sheet_page *p, int c, const struct mark *mark, const struct given *given, struct changes *changes, int *taken)
{
	const struct record_type *type = &record_types[TYPE_SCORE];
	if (mark && mark->record && given->score.len == 0) {
		changes_add(changes, (struct change){ .kind = REMOVE, .type = type, .before = *mark->record });
	} else if (mark && mark->record) {
		record_alter(changes, type, mark->record, values_of(p, c, given));
	} else if (given->score.len) {
		Str ref = ref_next(&p->s.l.own.council->of[TYPE_SCORE], (*taken)++, p->s.l.own.perm);
		changes_add(changes, (struct change){ .kind = ADD, .type = type,
			.after = { .version = 1, .ref = ref, .values = values_of(p, c, given) } });
	}
}

static struct answer
not_now(struct sheet_page *p, Str words)
{
	p->error = words;
	return answer_of(WRONG, sheet_document(p));
}

struct answer
sheet_give(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct sheet_page p = { .form = S("give") };
	struct answer answer;
	struct changes changes = changes_new(perm);
	int taken = 0;
	bool bad = false, hands_in = !ask->sent || !str_equal(str_trim(sents_find(ask->sent, S("do"))), S("keep"));
	if (!sheet_settle(world, ask, &p, &answer, perm))
		return answer;
	if (!p.member)
		return answer_words(WRONG, S("Whose scores are they?"), S("Say which member of the round\u2019s panel gives them: "
			"member=PM-000002."), perm);
	const struct scorer *mine = sheet_scorer(&p.sheet, p.member->ref);
	if (!mine || (p.state != SCORING_MINE && p.state != SCORING_BEGUN))
		return answer_words(CHANGED, S("Nothing was scored"), S("Your scores are handed in already, or the application is not where it is "
			"scored, or you do not score there."), perm);
	for (int c = 0; c < p.sheet.criterion_count; c++) {
		struct given given = { .handed_in = hands_in, .assessor = p.member->ref };
		bad = !read_score(&p, c, hands_in, &given.score) || bad;
		bad = !read_note(&p, c, false, &given.note) || bad;
		if (!bad)
			put_score(&p, c, &mine->marks[c], &given, &changes, &taken);
	}
	if (bad)
		return answer_of(WRONG, sheet_document(&p));
	if (changes.count == 0)
		return not_now(&p, S("Score at least one criterion"));
	return scoring_did(&p.s, &changes, str_format(perm, "scores of application %.*s", STR_ARG(p.a->ref)), S("Nothing was scored"),
		hands_in ? own_href(&p.s.l.own, S("recruitment/scoring")) : href_of_sheet(&p.s, p.a, p.sheet.sitting));
}

struct answer
sheet_agree(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct sheet_page p = { .form = S("agree") };
	struct answer answer;
	struct changes changes = changes_new(perm);
	int taken = 0;
	bool bad = false;
	if (!sheet_settle(world, ask, &p, &answer, perm))
		return answer;
	if (!sheet_may_agree(&p))
		return answer_words(CHANGED, S("Nothing was agreed"), S("Only the chair writes down what was agreed, once all have handed in and "
			"where they differ, while the application stands there."), perm);
	for (int c = 0; c < p.sheet.criterion_count; c++) {
		struct given given = { .handed_in = true };
		if (!may_be_agreed(&p.sheet, c))
			continue;
		bad = !read_score(&p, c, criterion_differs(&p.sheet, c), &given.score) || bad;
		bad = !read_note(&p, c, given.score.len > 0, &given.note) || bad;
		if (!bad)
			put_score(&p, c, NULL, &given, &changes, &taken);
	}
	if (bad)
		return answer_of(WRONG, sheet_document(&p));
	if (changes.count == 0)
		return not_now(&p, S("Write down at least one score"));
	return scoring_did(&p.s, &changes, str_format(perm, "agreed scores of application %.*s", STR_ARG(p.a->ref)), S("Nothing was agreed"),
		href_of_sheet(&p.s, p.a, p.sheet.sitting));
}

struct answer
sheet_declare(const struct world *world, const struct ask *ask, struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_INTEREST];
	struct sheet_page p = { .form = S("declare") };
	struct answer answer;
	struct changes changes = changes_new(perm);
	if (!sheet_settle(world, ask, &p, &answer, perm))
		return answer;
	const struct field *what = &type->fields[field_find(type, S("what"))];
	Str chosen = ask->sent ? str_trim(sents_find(ask->sent, S("what"))) : S("");
	if (!p.member || !choice_find(what, chosen))
		return not_now(&p, S("Say what they are to you"));
	Str *values = new(perm, type->field_count, Str);
	values[field_find(type, S("member"))] = p.member->ref;
	values[field_find(type, S("candidate"))] = said_text(TYPE_APPLICATION, p.a->record, "candidate");
	values[field_find(type, S("what"))] = chosen;
	values[field_find(type, S("declared_on"))] = date_iso(ask->day, perm);
	changes_add(&changes, (struct change){ .kind = ADD, .type = type, .after = { .version = 1, .values = values,
		.ref = record_next_ref(&p.s.l.own, TYPE_INTEREST) } });
	return scoring_did(&p.s, &changes, str_format(perm, "interest in application %.*s", STR_ARG(p.a->ref)), S("It was not recorded"),
		own_href(&p.s.l.own, S("recruitment/scoring")));
}
