/* load_file.c: a list from the command line: the same work, in one go. */
#include "app/load_parts.h"

#include "app/stored.h"
#include "files/file.h"

struct filing { struct own own; struct kept_list list; bool trial; struct load_consent consent; struct list_staged staged;
                struct load_work work; };

static bool
stage(struct store *store, void *what, struct error *err)
{
	struct filing *in = what;
	int64_t ended;
	return store_list_files_end(store, in->own.ask->today, &ended, err)
		&& store_list_stage(store, in->own.ask->area, &in->list, in->own.ask->file.bytes, &in->staged, *in->own.perm, err);
}

static struct answer
answer_titled(const struct filing *in, enum outcome outcome, Str title, Str words)
{
	struct answer answer = answer_words(outcome, title, words, in->own.perm);
	answer.document.caption = in->own.place->name;
	if (in->work.found.count > 0)
		document_findings(&answer.document, &in->work.found);
	return answer;
}

static struct answer
to_be_mended(const struct filing *in)
{
	int mistakes = to_mend(&in->work);
	return answer_titled(in, REFUSED, str_format(in->own.perm, "%d rows read, %d %s you", in->work.read.count,
		mistakes, mistakes == 1 ? "needs" : "need"), S("Nothing was loaded. Mend them in the file, or load it on its "
		"page and mend them there."));
}

static struct answer
tried(const struct filing *in)
{
	Str words = str_format(in->own.perm, "Nothing was loaded; this was a trial. The list would come to: %.*s.",
	                       STR_ARG(load_counts_words(&in->work.preview, in->own.perm)));
	return answer_titled(in, DONE, str_format(in->own.perm, "%d rows read, ready to apply", in->work.read.count), words);
}

static struct answer
loaded(const struct filing *in, const struct done *done)
{
	struct arena *perm = in->own.perm;
	struct answer answer = answer_titled(in, DONE, done->seq ? S("The list was applied")
		: S("The list and the records say the same; nothing was changed"),
		str_format(perm, "It is list %lld: %.*s.", (long long)in->staged.number,
		           STR_ARG(load_counts_words(&in->work.preview, perm))));
	struct pair *pair = new(perm, 2, struct pair);
	pair[0] = (struct pair){ .key = S("SHA-256"), .value = in->list.sha256 };
	pair[1] = (struct pair){ .key = S("To take it back"), .value = str_format(perm, "mainstay load undo %lld",
		(long long)in->staged.number) };
	document_summary(&answer.document, pair, done->seq ? 2 : 1);
	return answer;
}

/* How the list was read is remembered with the list that it read well. */
static bool
remember(struct store *store, void *what, struct error *err)
{
	const struct filing *in = what;
	struct kept_profile kept = { .name = in->work.profile.name, .list = in->list.list, .text = in->list.profile,
	                             .actor = in->list.actor, .at = in->own.ask->now };
	return store_profile_keep(store, in->own.ask->area, &kept, err);
}

static struct answer
apply(struct filing *in, struct load_progress *progress)
{
	struct error err = { "" };
	in->work.kept.number = in->staged.number;
	struct done done = load_work_apply(in->own.world, in->own.ask, &in->work, &in->consent, progress, in->own.perm, &err);
	if (done.did == DID && stored(in->own.world, remember, in, in->own.perm, &err))
		return loaded(in, &done);
	if (done.did == CHANGED_MEANWHILE)
		return answer_titled(in, CHANGED, S("The list was not applied"), str_format(in->own.perm, "%s%s%d.", err.text,
			load_ends_many(&in->work) ? " If so, say --ends " : " Rows read: ",
			load_ends_many(&in->work) ? in->work.ends : in->work.read.count));
	return answer_done(&in->own, &done, &err, S("The list was not applied"), S(""));
}

/* One that waits already is of the day, and read in the way, that was said now. */
static bool
read_as(struct store *store, void *what, struct error *err)
{
	const struct filing *in = what;
	return store_list_profile(store, in->own.ask->area, in->staged.number, in->list.profile, in->list.as_at, err);
}

static struct answer
settle(struct filing *in, struct load_progress *progress)
{
	struct error err;
	struct arena *perm = in->own.perm;
	if (!stored(in->own.world, stage, in, perm, &err))
		return lists_failed(&in->own, S("The file was not kept"), &err);
	if (!in->staged.already)
		return apply(in, progress);
	struct kept_list kept = in->list;
	kept.number = in->staged.number;
	struct load_page page;
	struct answer why;
	struct ask of = *in->own.ask;
	of.ref = str_format(perm, "%lld", (long long)kept.number);
	if (!list_settle(in->own.world, &of, &page, &why, perm))
		return why;
	if (page.kept.state == LIST_STAGED)
		return stored(in->own.world, read_as, in, perm, &err) ? apply(in, progress)
			: lists_failed(&in->own, S("The list was not applied"), &err);
	return answer_titled(in, DONE, S("That file was loaded before; nothing changed"),
	                     str_format(perm, "The same bytes are list %lld.", (long long)kept.number));
}

static struct answer
work_out(struct filing *in, struct load_progress *progress)
{
	struct error err;
	const struct ask *ask = in->own.ask;
	in->work.kept = in->list;
	if (!load_work_bytes(&in->work, in->own.world, ask->area, in->own.ask->file.bytes, in->own.perm, &err))
		return lists_failed(&in->own, S("The list cannot be read"), &err);
	load_work_out(&in->work, ask, ask->held, in->trial, progress, in->own.perm);
	if (in->work.unreadable || in->work.found.mistakes > 0)
		return to_be_mended(in);
	if (in->trial)
		return tried(in);
	in->list.profile = profile_text(&in->work.profile, in->own.perm);
	return settle(in, progress);
}

struct answer
take_list(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct filing *in = new(perm, 1, struct filing);
	struct answer why;
	enum list_kind kind;
	if (!lists_settle(world, ask, &in->own, &why, perm))
		return why;
	if (!list_find(sents_find(ask->sent, S("list")), &kind))
		return answer_words(WRONG, S("Say whose list it is"), S("--list is hr, finance, agency or team."), perm);
	if (ask->day.day > ask->today.day)
		return answer_words(WRONG, S("The day the list is of has not come yet"), S("Give the day with --on."), perm);
	struct parsed_decimal ends = parse_decimal(sents_find(ask->sent, S("ends")), 0, false);
	in->trial = sents_has(ask->sent, S("dry-run"));
	in->consent = (struct load_consent){ .said = ends.ok, .ends = ends.ok ? (int)(ends.micro / MICRO) : 0 };
	struct profile profile = { .name = sents_find(ask->sent, S("profile")), .list = kind,
	                           .complete = sents_has(ask->sent, S("complete")) };
	in->list = (struct kept_list){ .list = list_rows[kind].name, .file = ask->file.name,
		.sha256 = file_sha256(ask->file.bytes, perm), .actor = ask->viewer->account, .as_at = ask->day,
		.staged_at = ask->now, .profile = profile_text(&profile, perm),
		.file_until = { ask->today.day + LIST_KEPT_STAGED } };
	struct answer answer = work_out(in, ask->progress);
	if (ask->progress)
		ask->progress->tell(ask->progress, LOAD_OVER, in->work.read.count);
	return answer;
}
