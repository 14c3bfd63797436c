/* upkeep.c: converting and verifying. */
#include "app/upkeep.h"

#include "app/stored.h"
#include "app/views.h"
#include "files/file.h"
#include "store/audit.h"
#include "store/records.h"

static struct answer
findings_answer(const struct findings *found, Str file, struct arena *perm)
{
	struct answer answer = {
		.outcome = REFUSED,
		.document = document_new(perm, str_format(perm, "%.*s was not converted", STR_ARG(file))),
	};
	document_findings(&answer.document, found);
	return answer;
}

static Str
or_else(Str given, Str otherwise)
{
	return given.len > 0 ? given : otherwise;
}

/* What we know of any release of DfE's workforce statistics, where nobody says otherwise. */
static struct release
about_release(struct release about, Str text, Str file, struct arena *perm)
{
	about.file = or_else(about.file, file);
	about.publisher = or_else(about.publisher, S("Department for Education"));
	about.licence = or_else(about.licence, S("Open Government Licence v3.0"));
	about.attribution = or_else(about.attribution,
		S("Contains public sector information licensed under the Open Government Licence v3.0."));
	about.address = or_else(about.address, S("https://explore-education-statistics.service.gov.uk/"
		"find-statistics/children-s-social-work-workforce"));
	about.sha256 = file_sha256(text, perm);
	return about;
}

struct converted
convert_release(Str text, struct release about, Str file, struct arena *perm)
{
	struct published p = { 0 };
	struct findings found = findings_new(perm);
	if (!dfe_release_read(&p, text, about_release(about, text, file, perm), file, &found, perm))
		return (struct converted){ .answer = findings_answer(&found, file, perm) };
	return (struct converted){ .answer = { .outcome = DONE }, .text = release_write(&p, 0, perm) };
}

struct converted
convert_neighbours(Str text, Str model, Str file, struct arena *perm)
{
	struct published p = { 0 };
	struct findings found = findings_new(perm);
	published_built_in(&p, perm);
	if (!dfe_neighbours_read(&p, text, model, file, &found, perm))
		return (struct converted){ .answer = findings_answer(&found, file, perm) };
	return (struct converted){ .answer = { .outcome = DONE }, .text = neighbours_write(&p, perm) };
}

/* A sentence a line, as the store says them, each a paragraph. */
static struct answer
verified(Str says, struct arena *perm)
{
	struct answer answer = { .outcome = DONE, .document = document_new(perm, S("The store is whole")) };
	while (says.len > 0) {
		Str sentence = str_trim(str_cut(&says, '\n'));
		if (sentence.len > 0)
			document_paragraph(&answer.document, sentence);
	}
	return answer;
}

struct verifying { struct text *says; struct arena *perm; };

/* Whether the chain of the audit and every deed are as they were written. */
static bool
verify_proofs(struct store *store, struct verifying *in, struct error *err)
{
	struct audit_verdict chain;
	struct deeds_verdict deeds;
	if (!audit_verify(store, S(""), &chain, in->perm, err) || !store_deeds_verify(store, &deeds, in->perm, err))
		return false;
	if (!chain.sound)
		return fail(err, "the audit is not as it was written: %.*s", STR_ARG(chain.says));
	if (!deeds.sound)
		return fail(err, "what was done to records is not as it was written: %.*s", STR_ARG(deeds.says));
	text_format(in->says, "Audit: %.*s.\nDeeds: %.*s.\n", STR_ARG(chain.says), STR_ARG(deeds.says));
	return true;
}

static bool
verify(struct store *store, void *what, struct error *err)
{
	struct verifying *in = what;
	return store_verify(store, in->says, err) && verify_proofs(store, in, err);
}

struct answer
verify_store(Str path, struct arena *perm)
{
	struct error err = { "" };
	struct text says = text_new(perm);
	if (!stored_at(path, verify, &(struct verifying){ &says, perm }, perm, &err))
		return answer_failed(S("The store was not found whole"), &err, perm);
	return verified(text_str(&says), perm);
}
