/* apply_draft.c: one's own application while it is being written: its parts, each kept as it is sent; its code. */
#include "app/apply_parts.h"

#include "app/instant.h"
#include "app/stored.h"
#include "base/london.h"

enum { KEPT_BYTES_MOST = 30000 };            /* of one text: nobody types more, and everything that is kept is bounded */

/* ---- words ------------------------------------------------------------------------------------------- */

Str
apply_kept_until(const struct applied *at)
{
	return date_week_text(london_day(at->draft.removed_at - 1), at->perm);
}

static Str
step_href(const struct applied *at, int step)
{
	return step < APPLY_STEPS ? str_format(at->perm, "/apply/yours/%.*s", STR_ARG(apply_steps[step].name)) : S("/apply/yours/check");
}

static struct document
draft_document(const struct applied *at, Str title, Str address)
{
	struct document doc = apply_document(at, title, address);
	doc.caption = str_format(at->perm, "%.*s, %.*s", STR_ARG(job_words(at)), STR_ARG(at->own.place->name));
	return doc;
}

/* ---- a code -------------------------------------------------------------------------------------------- */

struct answer
apply_code_page(const struct applied *at, Str code, Str title)
{
	struct arena *perm = at->perm;
	struct answer answer = answer_of(DONE, apply_document(at, title, S("/apply/yours")));
	struct document *doc = &answer.document;
	struct run *runs = new(perm, 3, struct run);
	runs[0].text = S("Keep this: your code is ");
	runs[1] = (struct run){ .text = code, .strong = true };
	runs[2].text = S(". It is shown only now.");
	document_runs(doc, BLOCK_INSET, runs, 3);
	document_paragraph(doc, str_format(perm, "With it you come back to your application from any device, at \u201cApply for a post\u201d, if this "
		"browser should forget it. What you write is kept until %.*s; each change you make keeps it for longer.",
		STR_ARG(apply_kept_until(at))));
	struct form *form = form_made(perm, S("/apply/yours/about-you"));
	form->asks = true;
	form_button(form, perm, (struct button){ .words = S("Continue") });
	document_form(doc, form);
	return answer;
}

struct renewing { struct applied *at; struct apply_secret code; };

static bool
renew_code(struct store *store, void *what, struct error *err)
{
	struct renewing *in = what;
	return drafts_begin(store, err)
		&& draft_lock_add(store, in->at->draft.number, (struct draft_lock){ DRAFT_CODE, in->code.hash }, err)
		&& store_commit(store, err);
}

static struct answer
new_code(const struct world *world, struct applied *at)
{
	struct renewing in = { .at = at };
	struct error err = { "" };
	if (!apply_code(&in.code, at->perm, &err) || !stored(world, renew_code, &in, at->perm, &err))
		return answer_failed(S("No code was made"), &err, at->perm);
	return apply_code_page(at, in.code.shown, S("A new code. The one before it opens nothing any more"));
}

/* ---- all parts ------------------------------------------------------------------------------------------- */

static const struct column part_columns[] = {
	{ STR("part"), STR("Part"), false, false }, { STR("state"), STR("How far"), false, false },
};

static void
add_parts(struct document *doc, const struct applied *at)
{
	struct rows_made rows = { 0 };
	for (int s = 0; s < APPLY_STEPS; s++) {
		struct cell *cells = rows_push(&rows, countof(part_columns), at->perm);
		bool begun = apply_begun(at, (enum apply_step)s), right = apply_wrong(at, (enum apply_step)s) == 0;
		cells[0] = cell_link(apply_steps[s].title, step_href(at, s));
		cells[1] = s == STEP_EQUALITY && !begun ? cell_tag(S("Optional"), TAG_GREY)
			: right && begun ? cell_tag(S("Done"), TAG_GREEN) : begun ? cell_tag(S("Begun"), TAG_YELLOW) : cell_tag(S("Not begun"), TAG_BLUE);
	}
	document_table(doc, table_of(S("parts"), S("Your application"), part_columns, countof(part_columns), rows, at->perm));
}

struct form *
apply_care_form(struct arena *perm)
{
	struct form *form = form_made(perm, S("/apply/yours"));
	form->id = S("keys");
	form_button(form, perm, (struct button){ .words = S("Make a new code"), .name = S("do"), .value = S("code"), .tone = BUTTON_SECOND });
	form_button(form, perm, (struct button){ .words = S("Forget it in this browser"), .name = S("do"), .value = S("leave"),
		.tone = BUTTON_SECOND });
	return form;
}

static void
add_care(struct document *doc, const struct applied *at, bool unsure)
{
	struct arena *perm = at->perm;
	static const struct pick sure[] = { { .value = STR("yes"), .words = STR("Yes, remove what I wrote") } };
	struct form *form = form_made(perm, S("/apply/yours"));
	document_heading(doc, 2, S("Not your own device? Lost your code?"), S("care"));
	document_form(doc, apply_care_form(perm));
	document_heading(doc, 2, S("Changed your mind?"), S("remove"));
	form->id = S("taken-out");
	form_input(form, perm, (struct input){ .kind = INPUT_HIDDEN, .name = S("do"), .value = S("remove") });
	form_input(form, perm, (struct input){ .kind = INPUT_CHECKS, .name = S("sure"), .label = S("Remove all of it, now and for good"),
		.picks = sure, .pick_count = 1, .error = unsure ? S("Tick the box if you want it removed") : S("") });
	form_button(form, perm, (struct button){ .words = S("Remove"), .tone = BUTTON_WARNING });
	document_form(doc, form);
}

static struct answer
draft_overview(const struct applied *at, bool unsure)
{
	struct arena *perm = at->perm;
	struct answer answer = answer_of(unsure ? WRONG : DONE, draft_document(at, S("Your application"), S("/apply/yours")));
	struct document *doc = &answer.document;
	if (at->taking != TAKES_NOW)
		document_runs(doc, BLOCK_INSET, &(struct run){ .text = str_format(perm, "This post takes no more applications, so this one cannot "
			"be sent. What you wrote is here until %.*s.", STR_ARG(apply_kept_until(at))) }, 1);
	document_paragraph(doc, str_format(perm, "Last saved %.*s. Kept until %.*s, and longer whenever you change something.",
		STR_ARG(london_words(at->draft.changed_at, at->ask->today, perm)), STR_ARG(apply_kept_until(at))));
	add_parts(doc, at);
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .text = S("Check your answers and send it"), .href = S("/apply/yours/check") }, 1);
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .text = S("Read the advert again"), .href = apply_href(at, "") }, 1);
	add_care(doc, at, unsure);
	return answer;
}

struct answer
show_draft(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct applied *at = new(perm, 1, struct applied);
	struct answer answer;
	if (!apply_settle_draft(world, ask, at, &answer, perm))
		return answer;
	return at->draft.application.len ? draft_status(world, at) : draft_overview(at, false);
}

/* ---- forgetting and removing ----------------------------------------------------------------------------- */

struct parting { struct applied *at; bool removes; };

static bool
part_from(struct store *store, void *what, struct error *err)
{
	struct parting *in = what;
	const struct applied *at = in->at;
	return drafts_begin(store, err) && draft_lock_drop(store, apply_lock(at->ask, at->perm), err)
		&& (!in->removes || draft_remove(store, at->draft.number, err)) && store_commit(store, err);
}

static struct answer
part(const struct world *world, struct applied *at, bool removes)
{
	struct error err = { "" };
	if (!stored(world, part_from, &(struct parting){ at, removes }, at->perm, &err))
		return answer_failed(S("Nothing was changed"), &err, at->perm);
	struct answer answer = removes
		? answer_words(DONE, S("It is removed"), S("Nothing of what you wrote is kept."), at->perm)
		: answer_words(DONE, S("This browser has forgotten it"), S("Come back to your application with your code."), at->perm);
	document_runs(&answer.document, BLOCK_LIST, &(struct run){ .text = S("Posts to apply for"), .href = S("/apply") }, 1);
	answer.draft = S("-");
	return answer;
}

struct answer
draft_act(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct applied *at = new(perm, 1, struct applied);
	struct answer answer;
	Str does = ask_sent(ask, S("do"));
	if (!apply_settle_draft(world, ask, at, &answer, perm))
		return answer;
	bool sent = at->draft.application.len > 0;
	if (str_equal(does, S("code")))
		return new_code(world, at);
	if (str_equal(does, S("leave")))
		return part(world, at, false);
	if (str_equal(does, S("withdraw")) && sent)
		return draft_withdraw(world, at);
	if (str_equal(does, S("remove")) && !sent)
		return str_equal(ask_sent(ask, S("sure")), S("yes")) ? part(world, at, true) : draft_overview(at, true);
	return answer_words(WRONG, S("That cannot be done here"), S("Go back, and choose what to do."), perm);
}

/* ---- one part --------------------------------------------------------------------------------------------- */

static enum input_kind
kind_of(const struct question *q)
{
	switch (q->field.kind) {
	case FIELD_NOTE:   return INPUT_NOTE;
	case FIELD_DATE:   return INPUT_DATE;
	case FIELD_YES_NO: return INPUT_RADIOS;
	case FIELD_CHOICE: return q->many ? INPUT_SELECT : INPUT_RADIOS;
	default:           return INPUT_TEXT;
	}
}

static struct input
input_of(const struct applied *at, const struct question *q, bool judged)
{
	Str value, wrong, typed = draft_text_of(&at->texts, q->name);
	bool note = q->field.kind == FIELD_NOTE, right = question_read(at, q, &value, &wrong);
	struct input input = { .kind = kind_of(q), .name = q->name, .label = q->label, .hint = q->hint, .value = typed,
		.picks = q->picks, .pick_count = q->pick_count, .width = q->field.kind == FIELD_DATE ? 20 : q->width, .optional = !q->needed,
		.numeric = q->field.kind == FIELD_WHOLE, .autocomplete = q->autocomplete, .most = note ? q->field.most : 0 };
	if (note)
		input.hint = str_format(at->perm, "%.*s%sUp to %.*s.", STR_ARG(q->hint), q->hint.len == 0 ? "" : str_ends(q->hint, S(".")) ? " " : ". ",
			STR_ARG(counted(q->field.most ? q->field.most : 4000, "character", "characters", at->perm)));
	if (typed.len == 0 && q->needed && q->pick_count == 1)
		input.value = q->picks[0].value;             /* there is nothing else to choose */
	if (judged && !right)
		input.error = wrong;
	return input;
}

static struct answer
step_page(const struct applied *at, enum apply_step step, bool judged)
{
	struct arena *perm = at->perm;
	struct question *questions;
	int count = apply_questions(at, step, &questions);
	bool wrong = judged && apply_wrong(at, step) > 0;
	struct answer answer = answer_of(wrong ? WRONG : DONE, draft_document(at, apply_steps[step].title, step_href(at, (int)step)));
	struct document *doc = &answer.document;
	struct form *form = form_made(perm, step_href(at, (int)step));
	doc->period = str_format(perm, "Part %d of %d", (int)step + 1, APPLY_STEPS);
	if (apply_steps[step].says.len)
		document_paragraph(doc, apply_steps[step].says);
	form->id = S("part");
	for (int i = 0; i < count; i++)
		form_input(form, perm, input_of(at, &questions[i], judged));
	form_button(form, perm, (struct button){ .words = S("Save and continue") });
	form_button(form, perm, (struct button){ .words = S("Save and come back later"), .name = S("do"), .value = S("later"), .tone = BUTTON_SECOND });
	document_form(doc, form);
	struct run *runs = new(perm, 2, struct run);
	runs[0] = step > 0 ? (struct run){ .text = str_join(S("Back to: "), apply_steps[step - 1].title, perm), .href = step_href(at, (int)step - 1) }
		: (struct run){ .text = S("Read the advert again"), .href = apply_href(at, "") };
	runs[1] = (struct run){ .text = S("All parts of your application"), .href = S("/apply/yours") };
	document_runs(doc, BLOCK_LIST, runs, 2);
	return answer;
}

/* ---- keeping what was typed ---------------------------------------------------------------------------------- */

struct keeping_typed { struct applied *at; struct draft_texts typed; enum draft_saved saved; };

static bool
keep_typed(struct store *store, void *what, struct error *err)
{
	struct keeping_typed *in = what;
	struct applied *at = in->at;
	struct draft_saving saving = { at->draft.number, at->ask->now,
		apply_end(at), SAVES_OF_HOUR };
	return store_begin(store, err) && draft_save(store, &saving, &in->typed, &in->saved, err) && store_commit(store, err)
		&& draft_texts_read(store, at->draft.number, &at->texts, at->perm, err);
}

/* What the form sent of the part's questions; one that it has not is left as it was. */
static bool
gather_typed(struct keeping_typed *in, enum apply_step step)
{
	struct applied *at = in->at;
	struct question *questions;
	int count = apply_questions(at, step, &questions);
	in->typed.at = new(at->perm, count + 1, struct draft_text);
	for (int i = 0; i < count; i++) {
		Str value = sents_find(at->ask->sent, questions[i].name);
		bool chosen = questions[i].field.kind == FIELD_CHOICE || questions[i].field.kind == FIELD_YES_NO;
		if (value.len > KEPT_BYTES_MOST)
			return false;
		if (sents_has(at->ask->sent, questions[i].name) && !(chosen && value.len > 60))
			in->typed.at[in->typed.count++] = (struct draft_text){ questions[i].name, value };
	}
	return true;
}

static struct answer
too_long(const struct applied *at, enum apply_step step)
{
	struct answer answer = step_page(at, step, false);
	answer.outcome = WRONG;
	document_runs(&answer.document, BLOCK_WARNING, &(struct run){ .text = S("One of the texts was far too long, so nothing of this part was "
		"saved. What you see is what was saved before. Go back in your browser to shorten what you wrote.") }, 1);
	return answer;
}

/* Whoever types in another tab meanwhile is told that this is not kept. */
static struct answer
sent_already(const struct applied *at)
{
	struct answer answer = answer_words(at->ask->sent ? CHANGED : DONE, S("It was sent"), S("Your application was sent and cannot be changed here."), at->perm);
	answer.to = S("/apply/yours");
	return answer;
}

static struct answer
keep_part(const struct world *world, struct applied *at, enum apply_step step)
{
	struct keeping_typed in = { .at = at };
	struct error err = { "" };
	Str does = ask_sent(at->ask, S("do"));
	if (!gather_typed(&in, step))
		return too_long(at, step);
	if (!stored(world, keep_typed, &in, at->perm, &err))
		return answer_failed(S("It could not be saved"), &err, at->perm);
	if (in.saved == DRAFT_OVER)
		return sent_already(at);
	if (in.saved == DRAFT_TOO_OFTEN)
		return apply_slow_down(60 * 60 - (int)(at->ask->now % (60 * 60)), at->perm);
	struct answer saved = answer_words(DONE, S("Saved"), S("What you wrote is kept."), at->perm);
	if (str_equal(does, S("keep")))
		return saved;
	if (!str_equal(does, S("later")) && apply_wrong(at, step) > 0)
		return step_page(at, step, true);
	saved.to = str_equal(does, S("later")) ? S("/apply/yours") : step_href(at, (int)step + 1);
	return saved;
}

struct answer
draft_step(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct applied *at = new(perm, 1, struct applied);
	struct answer answer;
	enum apply_step step;
	bool check = str_equal(ask->how, S("check"));
	if (!apply_settle_draft(world, ask, at, &answer, perm))
		return answer;
	if (at->draft.application.len)
		return sent_already(at);
	if (check && !ask->sent)
		return draft_check(at, S(""));
	if (!apply_step_find(ask->how, &step))
		return answer_words(UNKNOWN, S("There is no such part"), S("An application has no part of that name."), perm);
	return ask->sent ? keep_part(world, at, step) : step_page(at, step, false);
}
