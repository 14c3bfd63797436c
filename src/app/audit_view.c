/* audit_view.c: the audit as documents. */
#include "app/front.h"
#include "app/instant.h"
#include "app/views.h"
#include "base/secret.h"

enum { ENTRY, AT, ACTOR, ACTION, AUTHORITY_OF, OBJECT, DETAILS, COLUMNS };
static const struct column columns[COLUMNS] = {
	[ENTRY]        = { .name = STR("entry"),     .title = STR("Entry"), .number = true },
	[AT]           = { .name = STR("at"),        .title = STR("When (UTC)") },
	[ACTOR]        = { .name = STR("actor"),     .title = STR("Who") },
	[ACTION]       = { .name = STR("action"),    .title = STR("What") },
	[AUTHORITY_OF] = { .name = STR("authority"), .title = STR("Council") },
	[OBJECT]       = { .name = STR("object"),    .title = STR("Of what") },
	[DETAILS]      = { .name = STR("details"),   .title = STR("Details") },
};

static void
fill(struct cell *cells, const struct entry *entry, struct arena *perm)
{
	cells[ENTRY] = cell_text(str_format(perm, "%lld", (long long)entry->seq));
	cells[AT] = cell_text(instant_text(entry->at, perm));
	cells[ACTOR] = cell_text(entry->actor);
	cells[ACTION] = cell_text(entry->action);
	cells[AUTHORITY_OF] = cell_text(entry->authority);
	cells[OBJECT] = cell_text(entry->object);
	cells[DETAILS] = cell_text(entry->erased ? S("erased") : entry->payload);
}

static struct answer
failed(const struct front *front, const struct error *err)
{
	return answer_failed(S("The audit cannot be read"), err, front->perm);
}

struct answer
show_audit(const struct front *front, const struct audit_filter *filter)
{
	struct entry *entries;
	struct error err = { "" };
	int count;
	if (!audit_entries(front->store, filter, &entries, &count, front->perm, &err))
		return failed(front, &err);
	struct answer answer = answer_of(DONE, document_new(front->perm, S("Audit")));
	struct rows_made rows = { 0 };
	for (int i = 0; i < count; i++)
		fill(rows_push(&rows, COLUMNS, front->perm), &entries[i], front->perm);
	struct table *table = table_of(S("audit"), S("Entries, newest first"), columns, COLUMNS, rows,
	                               front->perm);
	answer.document.data = table;
	if (count == 0)
		document_paragraph(&answer.document, S("There are no such entries."));
	else
		document_table(&answer.document, table);
	return answer;
}

/* The hash among the words of a file: 64 digits. Empty when there is none. */
static Str
hash_among(Str words)
{
	while (words.len > 0) {
		Str line = str_cut(&words, '\n');
		for (Str word = str_word(&line); word.len > 0; word = str_word(&line))
			if (str_trim(word).len == HASH_DIGITS)
				return str_trim(word);
	}
	return S("");
}

struct answer
show_audit_verdict(const struct front *front, Str kept)
{
	struct audit_verdict verdict;
	struct error err = { "" };
	Str hash = hash_among(kept);
	if (kept.len > 0 && hash.len == 0)
		return answer_words(WRONG, S("That is not a head of an audit"),
			S("A head is a hash of 64 digits, as mainstay audit head prints it."), front->perm);
	if (!audit_verify(front->store, hash, &verdict, front->perm, &err))
		return failed(front, &err);
	Str says = str_format(front->perm, "audit: %.*s", STR_ARG(verdict.says));
	return answer_words(verdict.sound ? DONE : REFUSED,
	                    verdict.sound ? S("The audit is whole") : S("The audit is not whole"), says,
	                    front->perm);
}

bool
audit_head_line(const struct front *front, Str *line, struct error *err)
{
	struct audit_head head;
	if (!audit_head(front->store, &head, front->perm, err))
		return false;
	*line = head.seq ? str_format(front->perm, "%lld %.*s\n", (long long)head.seq, STR_ARG(head.hash))
	                 : S("");
	return true;
}
