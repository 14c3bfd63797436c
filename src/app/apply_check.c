/* apply_check.c: the last page before sending: all answers, each with the way back to it. */
#include "app/apply_parts.h"

/* ---- as they were given ------------------------------------------------------------------------------ */

static Str
answer_words_of(const struct applied *at, const struct question *q)
{
	Str value, wrong;
	if (!question_read(at, q, &value, &wrong))
		return draft_text_of(&at->texts, q->name);
	return value_words(&q->field, value, at->perm);
}

static void
add_answers(struct document *doc, const struct applied *at, enum apply_step step, Str href)
{
	struct question *questions;
	int count = apply_questions(at, step, &questions);
	struct pair *pairs = new(at->perm, count + 1, struct pair);
	for (int i = 0; i < count; i++) {
		Str words = answer_words_of(at, &questions[i]);
		pairs[i] = (struct pair){ questions[i].label, words.len ? words : S("Nothing"), S("") };
	}
	document_summary(doc, pairs, count);
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .href = href, .text = str_format(at->perm, "Change: %.*s",
		STR_ARG(apply_steps[step].title)) }, 1);
}

/* How many were answered, and not how: somebody may look over a shoulder. */
static void
add_equality(struct document *doc, const struct applied *at, Str href)
{
	struct question *questions;
	int count = apply_questions(at, STEP_EQUALITY, &questions), answered = 0;
	for (int i = 0; i < count; i++)
		answered += draft_text_of(&at->texts, questions[i].name).len > 0;
	document_paragraph(doc, str_format(at->perm, "%d of %d answered. They are stored apart, and no panel sees them.", answered, count));
	document_runs(doc, BLOCK_PARAGRAPH, &(struct run){ .href = href, .text = S("Change: Equality questions") }, 1);
}

/* ---- what is to do still -------------------------------------------------------------------------------- */

static int
add_missing(struct document *doc, const struct applied *at)
{
	struct run *items = new(at->perm, APPLY_STEPS, struct run);
	int n = 0;
	for (int s = 0; s < APPLY_STEPS; s++) {
		int wrong = apply_wrong(at, (enum apply_step)s);
		if (wrong > 0)
			items[n++] = (struct run){ .href = str_format(at->perm, "/apply/yours/%.*s", STR_ARG(apply_steps[s].name)),
				.text = str_format(at->perm, "%.*s: %.*s to answer", STR_ARG(apply_steps[s].title), STR_ARG(counted(wrong, "question",
				"questions", at->perm))) };
	}
	if (n == 0)
		return 0;
	document_heading(doc, 2, S("Before you can send it"), S("missing"));
	document_runs(doc, BLOCK_LIST, items, n);
	return n;
}

static void
add_sending(struct document *doc, const struct applied *at, Str wrong)
{
	static const struct pick sure[] = { { .value = STR("yes"), .words = STR("What I say is true, and I left nothing out that was asked") } };
	struct form *form = form_made(at->perm, S("/apply/send"));
	document_heading(doc, 2, S("Send it"), S("send"));
	document_paragraph(doc, S("Once sent it cannot be changed here. You can still withdraw it, and see how far it is, in this browser or with your code."));
	form->id = S("sending");
	form_input(form, at->perm, (struct input){ .kind = INPUT_CHECKS, .name = S("true"), .label = S("Your word"), .picks = sure,
		.pick_count = 1, .error = wrong });
	form_button(form, at->perm, (struct button){ .words = S("Send the application") });
	document_form(doc, form);
}

struct answer
draft_check(const struct applied *at, Str wrong)
{
	struct answer answer = answer_of(wrong.len ? WRONG : DONE, apply_document(at, S("Check your answers"), S("/apply/yours/check")));
	struct document *doc = &answer.document;
	doc->caption = str_format(at->perm, "%.*s, %.*s", STR_ARG(job_words(at)), STR_ARG(at->own.place->name));
	int missing = add_missing(doc, at);
	for (int s = 0; s < APPLY_STEPS; s++) {
		Str href = str_format(at->perm, "/apply/yours/%.*s", STR_ARG(apply_steps[s].name));
		document_heading(doc, 2, apply_steps[s].title, apply_steps[s].name);
		if (s == STEP_EQUALITY)
			add_equality(doc, at, href);
		else
			add_answers(doc, at, (enum apply_step)s, href);
	}
	if (at->taking != TAKES_NOW)
		document_runs(doc, BLOCK_INSET, &(struct run){ .text = str_format(at->perm, "This post takes no more applications, so this one "
			"cannot be sent. What you wrote is kept until %.*s.", STR_ARG(apply_kept_until(at))) }, 1);
	else if (missing == 0)
		add_sending(doc, at, wrong);
	return answer;
}
