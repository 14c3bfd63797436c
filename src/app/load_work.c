/* load_work.c: from a kept file to proposed changes and findings. */
#include "app/load_work.h"

#include <stdlib.h>

#include "app/load_decided.h"
#include "app/stored.h"

/* ---- what is kept ---------------------------------------------------------------------------- */

struct kept_reading { struct load_work *work; Str area; int64_t number; Str bytes;
                      struct kept_profile *profiles; int profile_count; struct arena *perm; };

static bool
read_kept(struct store *store, void *what, struct error *err)
{
	struct kept_reading *in = what;
	struct load_work *work = in->work;
	if (!store_list(store, in->area, in->number, &work->kept, in->perm, err))
		return false;
	if (work->kept.number == 0)
		return fail(err, "there is no list %lld", (long long)in->number);
	return store_list_mends(store, in->area, in->number, &work->mends, &work->mend_count, in->perm, err)
		&& store_list_file(store, in->area, in->number, &in->bytes, in->perm, err);
}

static bool
read_said(struct store *store, void *what, struct error *err)
{
	struct kept_reading *in = what;
	return store_profiles(store, in->area, &in->profiles, &in->profile_count, in->perm, err)
		&& store_decisions(store, in->area, &in->work->decisions, &in->work->decision_count, in->perm, err);
}

/* ---- guessing, while nobody said how it is read ---------------------------------------------- */

static int
columns_of(const struct profile *profile)
{
	int count = 0;
	for (int t = 0; t < TARGETS; t++)
		count += profile->column[t].len > 0;
	return count;
}

/* How many columns a remembered profile has, when the file has them all; else 0. */
static int
fits(const struct load_work *work, const struct profile *known, struct arena *perm)
{
	struct profile guess;
	struct findings found = findings_new(perm);
	intake_guess(&work->grids, work->profile.list, known, &guess, &found, perm);
	for (int t = 0; t < TARGETS; t++)
		if (known->column[t].len > 0 && !str_equal(known->column[t], guess.column[t]))
			return 0;
	return columns_of(known);
}

/* The remembered profile of the name that was said; else the one of which most columns are there. */
static const struct profile *
remembered(const struct load_work *work, const struct kept_reading *in)
{
	const struct profile *best = NULL;
	int most = 0;
	for (int i = 0; i < in->profile_count; i++) {
		struct error err;
		struct profile *known = new(in->perm, 1, struct profile);
		if (!profile_read(known, in->profiles[i].text, in->perm, &err) || known->list != work->profile.list)
			continue;
		known->name = in->profiles[i].name;
		if (str_equal(known->name, work->profile.name))
			return known;
		int columns = work->profile.name.len ? 0 : fits(work, known, in->perm);
		if (columns > most) {
			best = known;
			most = columns;
		}
	}
	return best;
}

/* What was said of this file (its day, that it is complete) stands beside what is remembered. */
static void
guess(struct load_work *work, const struct kept_reading *in)
{
	struct findings found = findings_new(in->perm);
	struct profile said = work->profile;
	const struct profile *known = remembered(work, in);
	intake_guess(&work->grids, said.list, known, &work->profile, &found, in->perm);
	work->remembered = known != NULL;
	for (ptrdiff_t i = 0; i < found.count; i++)       /* what is wrong with it is said by intake_columns */
		if (found.at[i].severity == QUERY)
			findings_add(&work->found, found.at[i]);
	work->profile.complete = said.complete;
	work->profile.as_at = said.as_at;
	if (!known)
		work->profile.name = said.name.len ? said.name : list_rows[said.list].title;
}

bool
load_work_bytes(struct load_work *work, const struct world *world, Str area, Str bytes,
                struct arena *perm, struct error *err)
{
	struct kept_reading in = { .work = work, .area = area, .perm = perm };
	work->found = findings_new(perm);
	if (!profile_read(&work->profile, work->kept.profile, perm, err))
		return false;
	work->profile.as_at = work->kept.as_at;
	work->unreadable = !grids_read(bytes, work->kept.file, &work->grids, &work->found, perm);
	if (!stored(world, read_said, &in, perm, err))
		return false;
	if (!work->unreadable && columns_of(&work->profile) == 0)
		guess(work, &in);
	return true;
}

bool
load_work_read(struct load_work *work, const struct world *world, Str area, int64_t number,
               struct arena *perm, struct error *err)
{
	struct kept_reading in = { .work = work, .area = area, .number = number, .perm = perm };
	*work = (struct load_work){ 0 };
	return stored(world, read_kept, &in, perm, err)
		&& load_work_bytes(work, world, area, in.bytes, perm, err);
}

/* ---- findings in order ----------------------------------------------------------------------- */

static int
finding_order(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	if (x->severity != y->severity)
		return x->severity == MISTAKE ? -1 : 1;
	if (x->line != y->line)
		return x->line - y->line;
	return x->column != y->column ? x->column - y->column : str_compare(x->code, y->code);
}

/* A ref, and a line about it; the lower the rank, the more it is about just that. */
struct mention { Str ref; int rank, line; };
enum { ITSELF, CHANGED_IN_IT, SAME_IN_IT };

static int
by_ref(const void *a, const void *b)
{
	const struct mention *x = a, *y = b;
	int order = str_compare(x->ref, y->ref);
	if (order == 0)
		order = x->rank - y->rank;
	return order ? order : x->line - y->line;
}

/* Each record that a line of the list is about, and the post and person of each time in post. */
static int
mentions_of(const struct preview *preview, struct mention **mentions, struct arena *perm)
{
	int count = 0;
	*mentions = new(perm, 3 * (ptrdiff_t)preview->count, struct mention);
	for (int i = 0; i < preview->count; i++) {
		const struct preview_row *row = &preview->at[i];
		int rank = row->outcome == ROW_SAME ? SAME_IN_IT : CHANGED_IN_IT;
		if (row->line == 0)
			continue;
		(*mentions)[count++] = (struct mention){ row->ref, ITSELF, row->line };
		if (row->post.len > 0)
			(*mentions)[count++] = (struct mention){ row->post, rank, row->line };
		if (row->person.len > 0)
			(*mentions)[count++] = (struct mention){ row->person, rank, row->line };
	}
	if (count > 1)
		qsort(*mentions, (size_t)count, sizeof **mentions, by_ref);
	return count;
}

static int
line_of(const struct mention *mentions, int count, Str ref)
{
	int low = 0, high = count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (str_compare(mentions[middle].ref, ref) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && str_equal(mentions[low].ref, ref) ? mentions[low].line : 0;
}

void
load_work_place(const struct load_work *work, struct findings *found, struct arena scratch)
{
	struct mention *mentions;
	bool any = false;
	for (ptrdiff_t i = 0; i < found->count; i++) {
		any = any || found->at[i].line == 0;
		if (found->at[i].file.len == 0)
			found->at[i].file = work->kept.file;
	}
	int count = any ? mentions_of(&work->preview, &mentions, &scratch) : 0;
	for (ptrdiff_t i = 0; i < found->count; i++)
		if (any && found->at[i].line == 0 && found->at[i].record.len > 0)
			found->at[i].line = line_of(mentions, count, found->at[i].record);
}

/* ---- working it out -------------------------------------------------------------------------- */

const struct council *
council_none(Str authority, struct arena *perm)
{
	struct council *council = new(perm, 1, struct council);
	council->authority = authority;
	for (int t = 0; t < RECORD_TYPES; t++)
		council->of[t].type = &record_types[t];
	return council;
}

static void
tell(struct load_progress *progress, enum load_stage stage, int rows)
{
	if (progress)
		progress->tell(progress, stage, rows);
}

static int
rows_of(const struct load_work *work)
{
	int rows = 0;
	for (int g = 0; g < work->grids.count; g++)
		rows += work->grids.at[g].row_count;
	return rows;
}

/* Which mends: of cells, or lines that are left out. */
enum mends_of { OF_CELLS = 1, OF_LINES = 2, OF_BOTH = 3 };

static int
mends_of(const struct load_work *work, enum mends_of which, struct cell_mend **mends, struct arena *perm)
{
	int count = 0;
	*mends = new(perm, work->mend_count, struct cell_mend);
	for (int i = 0; i < work->mend_count; i++) {
		const struct mend *mend = &work->mends[i];
		if (which & (mend->column == 0 ? OF_LINES : OF_CELLS))
			(*mends)[count++] = (struct cell_mend){ mend->line, mend->column, mend->text };
	}
	return count;
}

static void
mend(struct load_work *work, struct arena *perm)
{
	struct cell_mend *mends;
	int count = mends_of(work, OF_BOTH, &mends, perm);
	intake_mend(&work->grids, &work->profile, mends, count, perm);
}

/* Whom a list of everybody could end: those in post on its day, of its kind. */
static int
count_in_post(const struct load_work *work, const struct roster *roster)
{
	int count = 0;
	for (int s = 0; s < roster->spell_count; s++) {
		const struct spell_row *row = spell_on(roster, s, work->profile.as_at);
		count += row && (work->profile.list == LIST_AGENCY ? row->basis == AGENCY : basis_employed(row->basis));
	}
	return count;
}

static void
judge(struct load_work *work, const struct ask *ask, const struct council *council, struct arena *perm)
{
	struct wish wish = { .what = S("import"), .object = list_object(work->kept.number, perm), .by_list = true };
	struct done done = deed_try(ask, &wish, council, &work->changes, perm);
	load_work_place(work, &done.found, *perm);
	for (ptrdiff_t i = 0; i < done.found.count; i++)
		findings_add(&work->found, done.found.at[i]);
}

static const struct roster *
roster_none(const struct council *council, struct arena *perm)
{
	struct roster *roster = new(perm, 1, struct roster);
	roster_build(roster, council, perm);
	return roster;
}

/* Reads the lines, once the columns are sound, and proposes what they come to. */
static void
propose(struct load_work *work, const struct ask *ask, const struct council *council,
        const struct roster *roster, struct load_progress *progress, struct arena *perm)
{
	intake_read(&work->grids, &work->profile, roster, ask->today, &work->read, &work->found, perm);
	work->word_count = intake_words(&work->read, &work->profile, &work->found, &work->words, perm);
	tell(progress, LOAD_MATCHING, work->read.count);
	struct decided decided = { 0 };
	load_hold_decided(work, roster, ask->today, &decided, perm);
	intake_propose(&work->read, &work->profile, council, roster, &work->changes, &work->preview,
	               &work->found, perm);
	load_keep_decided(work, roster, &decided, perm);
	work->ends = work->preview.counts[ROW_ENDED] + work->preview.counts[ROW_LEFT];
	work->in_post = count_in_post(work, roster);
}

void
load_work_out(struct load_work *work, const struct ask *ask, const struct held *held, bool judges,
              struct load_progress *progress, struct arena *perm)
{
	const struct council *council = held ? &held->council : council_none(ask->area, perm);
	const struct roster *roster = held ? &held->roster : roster_none(council, perm);
	work->stamp = council->stamp;
	work->changes = changes_new(perm);
	work->preview = (struct preview){ 0 };
	if (work->unreadable)
		return;
	tell(progress, LOAD_READING, rows_of(work));
	mend(work, perm);
	work->column_count = intake_columns(&work->grids, &work->profile, &work->columns, &work->found, perm);
	work->unreadable = work->column_count == 0 || work->found.mistakes > 0;
	if (work->column_count > 0 && !work->unreadable)
		propose(work, ask, council, roster, progress, perm);
	else if (work->column_count == 0)
		intake_read(&work->grids, &work->profile, roster, ask->today, &work->read, &work->found, perm);
	if (judges && work->changes.count > 0) {
		tell(progress, LOAD_JUDGING, work->read.count);
		judge(work, ask, council, perm);
	}
	for (ptrdiff_t i = 0; i < work->found.count; i++)
		if (work->found.at[i].file.len == 0)
			work->found.at[i].file = work->kept.file;
	if (work->found.count > 1)
		qsort(work->found.at, (size_t)work->found.count, sizeof(struct finding), finding_order);
}

void
load_work_lines(struct load_work *work, const struct ask *ask, const struct held *held, struct arena *perm)
{
	struct cell_mend *cells, *out;
	struct grids whole = work->grids;
	if (work->unreadable)
		return;
	mend(work, perm);
	intake_read(&work->grids, &work->profile, &held->roster, ask->today, &work->read, &work->found, perm);
	int cell_count = mends_of(work, OF_CELLS, &cells, perm), out_count = mends_of(work, OF_LINES, &out, perm);
	intake_mend(&whole, &work->profile, cells, cell_count, perm);
	intake_left(&whole, &work->profile, &held->roster, out, out_count, &work->read, &work->found, perm);
}

/* ---- words ----------------------------------------------------------------------------------- */

bool
load_ends_many(const struct load_work *work)
{
	enum { FEW = 10, PART = 4 };             /* over ten, and over a quarter of those in post */
	return work->ends > FEW && (int64_t)work->ends * PART > work->in_post;
}

Str
load_counts_words(const struct preview *preview, struct arena *perm)
{
	static const struct { enum outcome_of_row outcome; const char *words; } parts[] = {
		{ ROW_ADDED, "added" }, { ROW_CHANGED, "changed" }, { ROW_ENDED, "ended" },
		{ ROW_LEFT, "not in the list and ended" }, { ROW_SAME, "untouched" },
	};
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < countof(parts); i++)
		if (preview->counts[parts[i].outcome] > 0)
			text_format(&out, "%s%d %s", out.len ? ", " : "", preview->counts[parts[i].outcome], parts[i].words);
	return out.len ? text_str(&out) : S("nothing");
}
