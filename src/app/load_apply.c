/* load_apply.c: a list that was worked out becomes one deed, or nothing. */
#include "app/load_work.h"

#include "app/stored.h"

struct about { Str area; int64_t number, at; Str words; Date today; };

static bool
keep_about(struct store *store, void *what, struct error *err)
{
	const struct about *in = what;
	int64_t ended;
	return store_list_about(store, in->area, in->number, in->words, in->today, err)
		&& store_list_files_end(store, in->today, &ended, err);
}

static bool
keep_agreed(struct store *store, void *what, struct error *err)
{
	const struct about *in = what;
	return store_list_agree(store, in->area, in->number, in->at, err);
}

static Str
ends_words(const struct load_work *work, struct arena *perm)
{
	return str_format(perm, "This would end the time in post of %d of %d people. Is the list complete, and is it "
		"of the right day?", work->ends, work->in_post);
}

/* What stands in the way of applying, as a `did`; DID when nothing does. */
static enum did
may_apply(const struct load_work *work, const struct load_consent *consent, struct arena *perm,
          struct error *err)
{
	bool said = consent->said && consent->ends == work->ends;
	if (work->kept.state != LIST_STAGED)
		return fail(err, "the list was applied or put aside before"), CHANGED_MEANWHILE;
	if (work->unreadable || work->found.mistakes > 0)
		return fail(err, "there is something to mend first"), BREAKS_RULES;
	if (!load_ends_many(work) || said)
		return DID;
	Str words = ends_words(work, perm);
	return fail(err, "%.*s", STR_ARG(words)), CHANGED_MEANWHILE;
}

struct done
load_work_apply(const struct world *world, const struct ask *ask, struct load_work *work,
      const struct load_consent *consent, struct load_progress *progress, struct arena *perm,
      struct error *err)
{
	struct done done = { .did = may_apply(work, consent, perm, err), .found = work->found };
	struct about about = { ask->area, work->kept.number, ask->now, load_counts_words(&work->preview, perm), ask->today };
	if (done.did != DID)
		return done;
	if (progress)
		progress->tell(progress, LOAD_WRITING, work->read.count);
	if (!stored(world, keep_about, &about, perm, err)) {
		done.did = COULD_NOT;
		return done;
	}
	struct wish wish = { .what = S("import"), .object = list_object(work->kept.number, perm),
	                     .reason = consent->reason, .by_list = true };
	if (work->changes.count > 0)
		done = deed_do(world, ask, &wish, &work->changes, perm, err);
	load_work_place(work, &done.found, *perm);
	if (done.did == DID && done.seq == 0 && !stored(world, keep_agreed, &about, perm, err))
		done.did = COULD_NOT;
	return done;
}
