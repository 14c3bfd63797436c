/* reconcile_decide.c: one difference side by side, and deciding it. */
#include "app/reconcile_parts.h"
#include "app/stored.h"

/* ---- the page of one -------------------------------------------------------------------------- */

const struct judged *
judged_of(const struct reconciling *in, Str subject)
{
	for (int i = 0; i < in->count; i++)
		if (str_equal(in->at[i].difference->subject, subject))
			return &in->at[i];
	return NULL;
}

static struct pick *
side_picks(const struct disagreement *d, int *count, struct arena *perm)
{
	struct pick *picks = new(perm, SIDES + 1, struct pick);
	*count = 0;
	for (int s = 0; s < SIDES; s++)
		if (d->says[s].len > 0)
			picks[(*count)++] = (struct pick){ .value = side_rows[s].name, .words = side_rows[s].title,
			                                   .hint = str_format(perm, "says: %.*s", STR_ARG(d->says[s])) };
	picks[(*count)++] = (struct pick){ .value = S("none"), .words = S("They may differ for now") };
	return picks;
}

static void
add_decision_form(struct document *doc, const struct reconciling *in, const struct judged *judged,
                  const struct decision_form *given)
{
	enum { INPUTS = 6 };
	struct arena *perm = in->own.perm;
	struct input *inputs = new(perm, INPUTS, struct input);
	int picks, count = 0;
	const struct pick *sides = side_picks(judged->difference, &picks, perm);
	inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("subject"), .value = judged->difference->subject };
	inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("facts"), .value = judged->facts };
	inputs[count++] = (struct input){ .kind = INPUT_RADIOS, .name = S("side"), .label = S("Which is right?"), .picks = sides,
		.pick_count = picks, .value = given->side, .error = given->side_error };
	inputs[count++] = (struct input){ .kind = INPUT_TEXT, .name = S("said_by"), .label = S("Who says so?"), .width = 30,
		.hint = S("A duty or team, such as \u201cFinance business partner\u201d"), .value = given->said_by, .error = given->said_error };
	inputs[count++] = (struct input){ .kind = INPUT_TEXT, .name = S("why"), .label = S("Why?"), .value = given->why,
		.hint = S("Without names: it is kept and shown"), .error = given->why_error };
	inputs[count++] = (struct input){ .kind = INPUT_DATE, .name = S("until"), .label = S("Until when?"), .width = 20,
		.hint = S("Then it is asked again; sooner if any list says something else."), .value = given->until,
		.error = given->until_error };
	form_add(doc, (struct form){ .action = own_href(&in->own, S("reconcile")),
		.legend = S("Decide") }, inputs, count,
		(struct button){ .words = S("Keep this decision") });
}

struct answer
show_difference(struct reconciling *in, const struct judged *judged, const struct decision_form *given, enum outcome outcome)
{
	struct arena *perm = in->own.perm;
	const struct disagreement *d = judged->difference;
	struct answer answer = answer_of(outcome, own_document(&in->own, difference_rows[d->kind].title,
		href_of_difference(in, S(""), d->subject)));
	struct document *doc = &answer.document;
	struct pair *pairs = new(perm, SIDES + 1, struct pair);
	int count = 0;
	pairs[count++] = (struct pair){ .key = S("Who or which"), .value = d->about };
	for (int s = 0; s < SIDES; s++)
		if (d->says[s].len > 0)
			pairs[count++] = (struct pair){ .key = side_rows[s].says, .value = d->lines[s]
				? str_format(perm, "%.*s (row %d of %.*s)", STR_ARG(d->says[s]), d->lines[s],
				             STR_ARG(in->of[s] ? in->of[s]->file : S("the list"))) : d->says[s],
				.href = d->left[s] && in->of[s] ? href_of_list(&in->own, in->of[s]->number, S("mend")) : (Str){ 0 } };
	document_summary(doc, pairs, count);
	if (judged->decision)
		document_paragraph(doc, str_format(perm, "Decided: %.*s, says %.*s, until %.*s: %.*s",
			STR_ARG(side_words(judged->decision->side)), STR_ARG(judged->decision->said_by),
			STR_ARG(date_text(judged->decision->until, perm)), STR_ARG(judged->decision->why)));
	add_decision_form(doc, in, judged, given);
	add_words(doc, BLOCK_LIST, S("All differences"), href_of_difference(in, S(""), S("")));
	return answer;
}

/* ---- keeping it ------------------------------------------------------------------------------ */

struct deciding { const struct ask *ask; struct kept_decision decision; };

static bool
keep(struct store *store, void *what, struct error *err)
{
	const struct deciding *in = what;
	return store_decide(store, in->ask->area, &in->decision, err);
}

static bool
judge_form(struct decision_form *form, const struct disagreement *d, Date today, Date *until)
{
	enum { WORDS_MOST = 400, DAYS_MOST = 366 };
	enum side side;
	bool says = side_find(form->side, &side) && d->says[side].len > 0;
	if (!says && !str_equal(form->side, S("none")))
		form->side_error = S("Say which is right");
	if (form->said_by.len == 0 || str_characters(form->said_by) > WORDS_MOST)
		form->said_error = S("Say who says so, in a few words");
	if (form->why.len == 0 || str_characters(form->why) > WORDS_MOST)
		form->why_error = S("Say why, in a few words");
	if (!date_parse(form->until, until))
		form->until_error = S("Enter the day until which it holds, for example 30 Sep 2026");
	else if (until->day < today.day || until->day > today.day + DAYS_MOST)
		form->until_error = S("It can hold from today for up to a year");
	return form->side_error.len + form->said_error.len + form->why_error.len + form->until_error.len == 0;
}

struct answer
decide_difference(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct reconciling *in = new(perm, 1, struct reconciling);
	struct answer why;
	struct error err;
	Date until;
	if (!reconciling_settle(in, world, ask, &why, perm))
		return why;
	const struct judged *one = judged_of(in, sents_find(ask->sent, S("subject")));
	if (!one || !str_equal(one->facts, sents_find(ask->sent, S("facts")))) {
		why = answer_words(CHANGED, S("The difference is another now"), S("A list or the records changed meanwhile. "
			"Nothing was kept: look at it again, then decide."), perm);
		why.document.caption = in->own.place->name;
		add_words(&why.document, BLOCK_LIST, S("All differences"), href_of_difference(in, S(""), S("")));
		return why;
	}
	struct decision_form form = { .side = sents_find(ask->sent, S("side")),
		.said_by = str_trim(sents_find(ask->sent, S("said_by"))), .why = str_trim(sents_find(ask->sent, S("why"))),
		.until = str_trim(sents_find(ask->sent, S("until"))) };
	if (!judge_form(&form, one->difference, ask->today, &until))
		return show_difference(in, one, &form, WRONG);
	struct deciding deciding = { ask, { .at = ask->now, .subject = one->difference->subject, .facts = one->facts,
		.side = form.side, .said_by = form.said_by, .why = form.why, .actor = ask->viewer->account, .until = until } };
	if (!stored(world, keep, &deciding, perm, &err))
		return lists_failed(&in->own, S("The decision was not kept"), &err);
	struct answer answer = answer_of(DONE, own_document(&in->own, S("Decided"), own_href(&in->own, S("reconcile"))));
	answer.to = own_href(&in->own, S("reconcile"));
	return answer;
}
