/* apply_back.c: coming back with a code, in a browser that knows nothing. */
#include "app/apply_parts.h"

#include "app/stored.h"

struct coming_back { const struct ask *ask; Str code; struct apply_secret browser; struct draft draft; bool found; int wait; struct arena *perm; };

static struct answer
back_page(const struct ask *ask, Str wrong, struct arena *perm)
{
	struct answer answer = answer_of(wrong.len ? WRONG : DONE, document_new(perm, S("Come back to your application")));
	struct form *form = form_made(perm, S("/apply/back"));
	answer.document.address = S("/apply/back");
	form->id = S("back");
	form_input(form, perm, (struct input){ .name = S("code"), .label = S("Your code"), .width = 20, .error = wrong,
		.value = ask_sent(ask, S("code")), .hint = S("Twelve letters and figures, as it was shown when you began: ABCD-EFGH-JKMN") });
	form_button(form, perm, (struct button){ .words = S("Open it") });
	document_form(&answer.document, form);
	document_paragraph(&answer.document, S("The code is lost? In the browser where you wrote it, open your application and make a new one. Without "
		"either nobody can open it, and it is removed by itself."));
	return answer;
}

/* Counted before it is judged, so that many at once are no quicker. */
static bool
come_back(struct store *store, void *what, struct error *err)
{
	struct coming_back *in = what;
	struct apply_try try = { "apply code", CODES_OF_HOUR };
	if (!drafts_begin(store, err) || !apply_try(store, in->ask, try, &in->wait, err))
		return false;
	if (in->wait == 0 && in->code.len) {
		struct draft_lock lock = { DRAFT_CODE, apply_code_hash(in->code, in->perm) };
		if (!draft_open(store, lock, in->ask->now, &in->draft, &in->found, in->perm, err))
			return false;
	}
	if (in->found && !draft_lock_add(store, in->draft.number, (struct draft_lock){ DRAFT_BROWSER, in->browser.hash }, err))
		return false;
	return store_commit(store, err);
}

struct answer
apply_back(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct error err = { "" };
	if (!ask->sent || !world->keeper || !ask->door)
		return back_page(ask, S(""), perm);
	struct coming_back in = { .ask = ask, .code = apply_code_read(ask_sent(ask, S("code")), perm), .perm = perm };
	if (!apply_browser_secret(&in.browser, perm, &err) || !stored(world, come_back, &in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	if (in.wait > 0)
		return apply_slow_down(in.wait, perm);
	if (!in.found)
		return back_page(ask, S("That code opens nothing. Look whether it is written as it was shown; what was not sent is removed after a "
			"while."), perm);
	struct answer answer = answer_words(DONE, S("Here it is"), S("Your application is open in this browser."), perm);
	answer.to = S("/apply/yours");
	answer.draft = in.browser.text;
	return answer;
}
