/* programs.c: what a program is told of a form it sent. */
#include "web/site.h"

#include <assert.h>

#include "report/tidy.h"
#include "web/openapi.h"

/* Each outcome as programs read it, with the status of a form that came to it. A file or sentence
 * that has mistakes is 400: nothing of it was stored. */
const struct outcome_word outcome_words[] = {
	[DONE]      = { 200, STR("done"), STR("It was done") },
	[REFUSED]   = { 400, STR("refused"), STR("Nothing is stored: what was sent has mistakes, which are among the findings") },
	[UNKNOWN]   = { 404, STR("unknown"), STR("There is no such thing, or not for this account") },
	[WRONG]     = { 400, STR("wrong"), STR("Nothing was changed: an answer is missing or cannot be read; errors says which") },
	[WHO]       = { 401, STR("nobody"), STR("The token is missing, unknown or over") },
	[FORBIDDEN] = { 403, STR("forbidden"), STR("It is not among the duties of the account, or a field is not") },
	[CHANGED]   = { 409, STR("changed"),
	                STR("Nothing was changed: somebody else changed it meanwhile, or the records would contradict each other") },
	[SLOW_DOWN] = { 429, STR("slow-down"), STR("Too many tries") },
	[FAILED]    = { 500, STR("failed"), STR("The store could not be used; nothing was changed") },
};
const int outcome_word_count = countof(outcome_words);

bool
visit_of_program(const struct visit *visit)
{
	const struct request *request = visit->request;
	Str authorization = request->authorization, kind = str_word(&authorization);
	Str last = request->segment_count ? request->segments[request->segment_count - 1] : (Str){ 0 };
	if (request->method != POST)
		return false;
	return visit->by_key || str_equal_fold(kind, S("Bearer")) || str_ends(last, S(".json"));
}

/* ---- writing --------------------------------------------------------------------------------- */

static void
add_text(struct text *out, const char *key, Str value, struct arena *perm)
{
	text_format(out, "  \"%s\": ", key);
	openapi_string(out, tidy_text(value, perm));
	text_add(out, S(",\n"));
}

static void
add_error(struct text *out, Str field, Str message, int *count, struct arena *perm)
{
	if (message.len == 0)
		return;
	text_add(out, (*count)++ ? S(",\n    {\"field\": ") : S("\n    {\"field\": "));
	openapi_string(out, tidy_text(field, perm));
	text_add(out, S(", \"message\": "));
	openapi_string(out, tidy_text(message, perm));
	text_char(out, '}');
}

/* What is wrong with the answers of a document's forms. */
static void
add_errors(struct text *out, const struct block *blocks, int count, int *errors, struct arena *perm)
{
	for (int i = 0; i < count; i++) {
		const struct form *form = blocks[i].kind == BLOCK_FORM ? blocks[i].form : NULL;
		if (form)
			add_error(out, S(""), form->error, errors, perm);
		for (int f = 0; form && f < form->input_count; f++)
			add_error(out, form->inputs[f].name, form->inputs[f].error, errors, perm);
		add_errors(out, blocks[i].inner, blocks[i].inner_count, errors, perm);
	}
}

static void
tell(struct visit *visit, Str outcome, const struct answer *answer)
{
	struct arena *perm = visit->perm;
	struct text out = text_new(perm);
	Str document = document_json(&answer->document, perm);
	int errors = 0;
	assert(str_begins(document, S("{\n")));
	text_add(&out, S("{\n"));
	add_text(&out, "outcome", outcome, perm);
	add_text(&out, "see", answer->to, perm);
	add_text(&out, "change", answer->change, perm);
	text_add(&out, S("  \"errors\": ["));
	add_errors(&out, answer->document.blocks, answer->document.block_count, &errors, perm);
	text_add(&out, S("],\n"));
	text_add(&out, str_from(document, 2));
	visit->reply->type = face_type(FACE_JSON);
	visit->reply->body = text_str(&out);
}

void
visit_tell(struct visit *visit, const struct answer *answer)
{
	const struct outcome_word *word = &outcome_words[answer->outcome];
	bool added = answer->outcome == DONE && answer->added;
	visit->reply->status = added ? 201 : word->status;
	visit->reply->location = added ? answer->to : S("");
	tell(visit, answer->only_shown ? S("only-shown") : word->name, answer);
}

void
visit_tell_refusal(struct visit *visit, const struct document *doc)
{
	struct answer answer = { .document = *doc };
	tell(visit, S("not-taken"), &answer);
}
