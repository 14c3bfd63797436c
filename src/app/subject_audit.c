/* subject_audit.c: who did what in a council, whether that is as it was written, and who looked at whose
 * record. */
#include "app/subject_parts.h"

#include "app/stored.h"

enum { PAGE_ROWS = 50 };

/* What actions are called for a reader; others are shown as they are. */
static const struct { Str action, words; } action_words[] = {
	{ STR("read.contact"), STR("Read contact or date of birth") }, { STR("read.equality"), STR("Read equality data") },
	{ STR("read.leaving"), STR("Read reasons for leaving") },      { STR("read.lists"), STR("Read loaded lists") },
	{ STR("read.audit"), STR("Read the audit") },                  { STR("read.identity"), STR("Read who somebody is") },
	{ STR("read.absence"), STR("Read absences") },                 { STR("read.checks"), STR("Read checks before a start") },                 { STR("export"), STR("Took a file away") },
	{ STR("authz.denied"), STR("Was refused") },                   { STR("record.edit"), STR("Changed a record") },
	{ STR("record.import"), STR("Applied a list") },               { STR("record.undo"), STR("Took a change back") },
	{ STR("export.subject"), STR("Took a person\u2019s own data away") },
	{ STR("return.sent"), STR("Sent a statutory return") },
	{ STR("release.equality"), STR("Released totals for equality monitoring") },
	{ STR("record.demonstration"), STR("Made people up") },
	{ STR("forecast.kept"), STR("Kept a forecast") },
	{ STR("forecast.ended"), STR("Took forecasts from made-up people away") },
	{ STR("correction.asked"), STR("Proposed a correction") }, { STR("correction.accepted"), STR("Accepted a correction") },
	{ STR("correction.refused"), STR("Refused a correction") },
	{ STR("data-request.received"), STR("Noted a request for data") },
	{ STR("data-request.sent"), STR("Noted that data was sent") },
	{ STR("retention.run"), STR("Looked for what is past its term") },
	{ STR("retention.period"), STR("Set a term") }, { STR("retention.hold"), STR("Set a hold") },
	{ STR("retention.hold-ended"), STR("Ended a hold") },
	{ STR("record.merge"), STR("Merged two records of one person") },
	{ STR("record.retention"), STR("Took away what was past its term") },
};

Str
subject_action_words(Str action)
{
	for (int i = 0; i < countof(action_words); i++)
		if (str_equal(action_words[i].action, action))
			return action_words[i].words;
	return action;
}

/* ---- the audit of a council -------------------------------------------------------------------- */

struct auditing {
	const struct ask *ask;
	struct audit_filter filter;
	struct entry *entries;
	int count;
	struct actors actors;
	struct arena *perm;
};

/* "A-000003", or a name as an account has it. */
static Str
actor_asked(const struct auditing *in, Str who)
{
	for (int i = 0; i < in->actors.count; i++)
		if (str_equal_fold(in->actors.at[i].name, who) || str_equal_fold(in->actors.at[i].ref, who))
			return in->actors.at[i].ref;
	return who;
}

static bool
read_filtered(struct store *store, void *what, struct error *err)
{
	struct auditing *in = what;
	if (!actors_read(store, &in->actors, in->perm, err))
		return false;
	in->filter.actor = actor_asked(in, in->ask->who);
	return audit_entries(store, &in->filter, &in->entries, &in->count, in->perm, err);
}

static bool
day_given(Str text, Date *day)
{
	return text.len == 0 || date_parse(text, day);
}

/* What a page before it ended with: its number is in the address. */
static int64_t
number_given(Str text)
{
	struct parsed_decimal number = parse_decimal(text, 0, false);
	return number.ok && number.micro > 0 ? number.micro / MICRO : 0;
}

static void
add_filter(struct document *doc, const struct ask *ask, bool wrong_from, bool wrong_to)
{
	static const Str acts[] = { STR(""), STR("read."), STR("export"), STR("record."), STR("retention."),
	                            STR("correction."), STR("data-request."), STR("authz.denied") };
	static const Str words[] = { STR("Anything"), STR("Read"), STR("Took away"), STR("Changed records"),
	                             STR("Kept or took away by term"), STR("Corrections"), STR("Requests for data"),
	                             STR("Was refused") };
	struct pick *picks = new(doc->arena, countof(acts), struct pick);
	for (int i = 0; i < countof(acts); i++)
		picks[i] = (struct pick){ .value = acts[i], .words = words[i] };
	Str wrong = S("Write a day such as 3 Mar 2026");
	struct input *inputs = new(doc->arena, 5, struct input);
	inputs[0] = (struct input){ .kind = INPUT_TEXT, .name = S("who"), .label = S("Who"), .value = ask->who, .width = 20 };
	inputs[1] = (struct input){ .kind = INPUT_SELECT, .name = S("what"), .label = S("Did what"), .picks = picks,
	                            .pick_count = countof(acts), .value = ask->what };
	inputs[2] = (struct input){ .kind = INPUT_TEXT, .name = S("object"), .label = S("To what"), .value = ask->object,
	                            .width = 20 };
	inputs[3] = (struct input){ .kind = INPUT_DATE, .name = S("from"), .label = S("From"), .value = ask->from,
	                            .error = wrong_from ? wrong : (Str){ 0 }, .width = 10 };
	inputs[4] = (struct input){ .kind = INPUT_DATE, .name = S("to"), .label = S("To"), .value = ask->to,
	                            .error = wrong_to ? wrong : (Str){ 0 }, .width = 10 };
	form_add(doc,
		(struct form){ .action = str_format(doc->arena, "/authorities/%.*s/audit", STR_ARG(ask->area)),
		.asks = true, .in_a_row = true }, inputs, 5,
		(struct button){ .words = S("Show"), .tone = BUTTON_SECOND });
}

static const struct column audit_columns[] = {
	{ .name = STR("entry"), .title = STR("Entry"), .number = true }, { .name = STR("at"), .title = STR("When (UTC)") },
	{ .name = STR("who"), .title = STR("Who") },                     { .name = STR("what"), .title = STR("Did what") },
	{ .name = STR("object"), .title = STR("To what") },              { .name = STR("more"), .title = STR("More") },
};

/* A payload of many lines is a list of what was seen; a hash in one is for the proof, and not to read. */
static Str
payload_words(const struct entry *entry, struct arena *perm)
{
	struct text words = text_new(perm);
	Str rest = entry->payload;
	if (entry->erased)
		return S("erased");
	while (rest.len > 0) {
		Str line = str_cut(&rest, '\n');
		ptrdiff_t hash = str_find(line, S(", hash "));
		line = hash < 0 ? line : str_upto(line, hash);
		if (line.len && !str_equal(line, entry->object))
			text_format(&words, "%s%.*s", words.len ? ", " : "", STR_ARG(line));
	}
	return text_str(&words);
}

static struct rows_made
audit_rows(const struct auditing *in)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < in->count && i < PAGE_ROWS; i++) {
		const struct entry *entry = &in->entries[i];
		struct cell *cells = rows_push(&rows, countof(audit_columns), in->perm);
		cells[0] = cell_text(str_format(in->perm, "%lld", (long long)entry->seq));
		cells[1] = cell_text(instant_minute(entry->at, in->perm));
		cells[2] = cell_text(actor_name(&in->actors, entry->actor, in->perm));
		cells[3] = cell_text(subject_action_words(entry->action));
		cells[4] = cell_text(entry->object);
		cells[5] = cell_text(payload_words(entry, in->perm));
	}
	return rows;
}

/* Older entries: the same question, before the last that was shown. */
static void
add_older(struct document *doc, const struct auditing *in)
{
	const struct ask *ask = in->ask;
	if (in->count <= PAGE_ROWS)
		return;
	struct run *run = new(doc->arena, 1, struct run);
	run->text = S("Older entries");
	run->href = str_format(doc->arena, "/authorities/%.*s/audit?page=%lld", STR_ARG(ask->area),
	                       (long long)in->entries[PAGE_ROWS - 1].seq);
	const struct { const char *name; Str value; } kept[] = { { "who", ask->who }, { "what", ask->what },
		{ "object", ask->object }, { "from", ask->from }, { "to", ask->to } };
	for (int i = 0; i < countof(kept); i++)
		if (kept[i].value.len)
			run->href = str_format(doc->arena, "%.*s&%s=%.*s", STR_ARG(run->href), kept[i].name,
			                       STR_ARG(url_part(kept[i].value, doc->arena)));
	document_runs(doc, BLOCK_PARAGRAPH, run, 1);
}

struct answer
show_council_audit(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct auditing in = { .ask = ask, .perm = perm, .filter = { .authority = ask->area, .action = ask->what,
		.object = ask->object, .before_seq = number_given(ask->page), .most = PAGE_ROWS + 1 } };
	struct error err = { "" };
	bool from = day_given(ask->from, &in.filter.first), to = day_given(ask->to, &in.filter.last);
	int area = area_exact(&world->published.areas, ask->area);
	struct document doc = document_new(perm, S("Who did what"));
	doc.caption = world->published.areas.at[area].name;
	doc.address = str_format(perm, "/authorities/%.*s/audit", STR_ARG(ask->area));
	document_paragraph(&doc, S("Every change of this council\u2019s records, every reading of what is watched over, and "
		"every file taken away, newest first. That you read this is an entry too."));
	add_filter(&doc, ask, !from, !to);
	if (!from || !to)
		return answer_of(WRONG, doc);
	if (!stored(world, read_filtered, &in, perm, &err))
		return answer_failed(S("The audit cannot be read"), &err, perm);
	doc.data = table_of(S("audit"), S("Entries, newest first"), audit_columns, countof(audit_columns), audit_rows(&in),
	                    perm);
	if (in.count == 0)
		document_paragraph(&doc, S("There is no such entry."));
	else
		document_table(&doc, doc.data);
	add_older(&doc, &in);
	int shown = in.count < PAGE_ROWS ? in.count : PAGE_ROWS;
	witness_saw(ask, GROUP_AUDIT, shown ? str_format(perm, "entries %lld to %lld",
		(long long)in.entries[shown - 1].seq, (long long)in.entries[0].seq) : S("no entries"));
	return answer_of(DONE, doc);
}

/* ---- proof ------------------------------------------------------------------------------------- */

struct proving { Str kept; struct audit_verdict chain; struct deeds_verdict deeds; struct arena *perm; };

static bool
prove(struct store *store, void *what, struct error *err)
{
	struct proving *in = what;
	return audit_verify(store, in->kept, &in->chain, in->perm, err)
		&& store_deeds_verify(store, &in->deeds, in->perm, err);
}

static void
add_kept_form(struct document *doc, Str kept)
{
	struct input *input = new(doc->arena, 1, struct input);
	*input = (struct input){ .kind = INPUT_TEXT, .name = S("kept"), .label = S("A head that was kept outside"),
		.hint = S("64 letters and figures, as this page showed it once"), .value = kept, .optional = true };
	form_add(doc, (struct form){ .action = S("/audit/verify"), .asks = true }, input, 1,
		(struct button){ .words = S("Check again"), .tone = BUTTON_SECOND });
}

struct answer
show_audit_proof(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct proving in = { .kept = ask->kept, .perm = perm };
	struct error err = { "" };
	if (!stored(world, prove, &in, perm, &err))
		return answer_failed(S("The audit cannot be read"), &err, perm);
	bool sound = in.chain.sound && in.deeds.sound;
	struct document doc = document_new(perm, sound ? S("The audit is as it was written")
	                                               : S("The audit is NOT as it was written"));
	doc.address = S("/audit/verify");
	struct pair *pairs = new(perm, 5, struct pair);
	pairs[0] = (struct pair){ .key = S("The chain of entries"), .value = in.chain.says };
	pairs[1] = (struct pair){ .key = S("What was done to records"), .value = in.deeds.says };
	pairs[2] = (struct pair){ .key = S("Entries"), .value = str_format(perm, "%lld, of %lld the payload was erased",
		(long long)in.chain.entries, (long long)in.chain.erased) };
	pairs[3] = (struct pair){ .key = S("Head"), .value = in.chain.head.len ? in.chain.head : S("none") };
	pairs[4] = (struct pair){ .key = S("The head kept outside"), .value = in.chain.kept_at ? str_format(perm,
		"is entry %lld of this chain", (long long)in.chain.kept_at) : S("is not in this chain") };
	document_summary(&doc, pairs, ask->kept.len ? 5 : 4);
	document_paragraph(&doc, S("Keep the head somewhere that whoever runs this machine cannot reach, such as a dated "
		"e-mail to the data protection officer. If somebody cuts the end off the audit or builds it anew, a head that "
		"was kept is no longer in it."));
	add_kept_form(&doc, ask->kept);
	return answer_of(sound ? DONE : REFUSED, doc);
}

/* ---- who looked at a record -------------------------------------------------------------------- */

struct looking { const struct subject *subject; struct entry *entries; int count; struct actors actors; };

static bool
read_lookers(struct store *store, void *what, struct error *err)
{
	struct looking *in = what;
	const struct own *own = &in->subject->own;
	return actors_read(store, &in->actors, own->perm, err)
		&& audit_about(store, own->ask->area, str_format(own->perm, "person %.*s", STR_ARG(in->subject->ref)),
		               &in->entries, &in->count, own->perm, err);
}

static const struct column seen_columns[] = {
	{ .name = STR("day"), .title = STR("Day") }, { .name = STR("who"), .title = STR("Who") },
	{ .name = STR("what"), .title = STR("What they did") },
};

bool
seen_table(const struct subject *subject, bool by_name, const struct table **table, struct error *err)
{
	struct looking in = { .subject = subject };
	struct rows_made rows = { 0 };
	struct arena *perm = subject->own.perm;
	const struct ask *ask = subject->own.ask;
	if (!stored(subject->own.world, read_lookers, &in, perm, err))
		return false;
	for (int i = 0; i < in.count; i++) {
		const struct entry *entry = &in.entries[i];
		struct cell *cells = rows_push(&rows, countof(seen_columns), perm);
		Str duty = actor_duty(&in.actors, entry->actor, ask->area, subject->ref, perm);
		cells[0] = cell_text(instant_day(entry->at, perm));
		cells[1] = cell_text(!by_name ? duty : str_format(perm, "%.*s: %.*s",
			STR_ARG(actor_name(&in.actors, entry->actor, perm)), STR_ARG(duty)));
		cells[2] = cell_text(subject_action_words(entry->action));
	}
	*table = table_of(S("seen"), S("Who looked at or changed this record, newest first"), seen_columns,
	                  countof(seen_columns), rows, perm);
	return true;
}

struct answer
show_seen(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct subject subject;
	struct answer why;
	struct error err = { "" };
	const struct table *table;
	if (!subject_settle(world, ask, &subject, &why, perm))
		return why;
	if (!subject.self && !subject.audits && !ask->viewer->all)
		return answer_words(FORBIDDEN, S("That is not among your duties here"),
			S("Who looked at a record is for the person themself and for the data protection officer."), perm);
	if (!seen_table(&subject, subject.audits && !subject.self, &table, &err))
		return answer_failed(S("The audit cannot be read"), &err, perm);
	struct document doc = own_document(&subject.own, subject.self ? S("Who looked at your record")
		: str_format(perm, "Who looked at the record of person %.*s", STR_ARG(subject.ref)),
		subject_href(&subject, "seen"));
	document_paragraph(&doc, S("Each reading of contact, date of birth, equality data and reasons for leaving is written "
		"down, and each change of any record. Names and posts in lists of a team are not written down each time."));
	doc.data = table;
	if (table->row_count)
		document_table(&doc, table);
	else
		document_paragraph(&doc, S("Nobody has."));
	if (!subject.self)
		witness_saw(ask, GROUP_AUDIT, str_format(perm, "person %.*s", STR_ARG(subject.ref)));
	return answer_of(DONE, doc);
}
