/* retention.c: reading how things are kept, doubting, taking away. */
#include "app/retention.h"

#include <assert.h>
#include <stdlib.h>

#include "app/stored.h"
#include "store/records.h"
#include "store/returns.h"
#include "store/subject.h"


/* ---- reading ----------------------------------------------------------------------------------- */

static bool
read_terms(struct store *store, Str authority, struct kept *kept, struct arena *perm, struct error *err)
{
	kept->keeping = keeping_usual();
	if (!keep_settings(store, authority, &kept->settings, &kept->setting_count, perm, err))
		return false;
	for (int i = 0; i < kept->setting_count; i++) {
		const struct keep_row *row = keep_find(kept->settings[i].what);
		struct term term;
		if (row && term_read(kept->settings[i].period, &term))
			kept->keeping.terms[row->id] = term;
	}
	return true;
}

static bool
read_holds(struct store *store, Str authority, struct kept *kept, struct arena *perm, struct error *err)
{
	if (!legal_holds(store, authority, &kept->holds, &kept->hold_count, perm, err))
		return false;
	Str *held = new(perm, kept->hold_count + 1, Str);
	for (int i = 0; i < kept->hold_count; i++) {
		const struct legal_hold *hold = &kept->holds[i];
		if (hold->ended_by.len > 0)
			continue;
		if (hold->person.len == 0)
			kept->keeping.all_held = true;
		else
			held[kept->keeping.held_count++] = hold->person;
	}
	kept->keeping.held = held;
	return true;
}

static int
by_hash(const void *a, const void *b)
{
	return str_compare(((const struct erased_person *)a)->hash, ((const struct erased_person *)b)->hash);
}

/* People whose hash is on the erasure list: of those, the plan takes who is not empty. */
static bool
read_erased(struct store *store, Str authority, struct kept *kept, struct arena *perm, struct error *err)
{
	struct erased_person *erased;
	if (!erased_people(store, authority, &erased, &kept->erased_count, perm, err))
		return false;
	const struct records *people = &kept->council.of[TYPE_PERSON];
	Str *again = new(perm, people->count + 1, Str);
	for (int i = 0; i < people->count && kept->erased_count; i++) {
		struct arena scratch = *perm;
		struct erased_person one = { .hash = erased_hash(authority, people->at[i].ref, &scratch) };
		if (bsearch(&one, erased, (size_t)kept->erased_count, sizeof one, by_hash))
			again[kept->keeping.again_count++] = people->at[i].ref;
	}
	kept->keeping.again = again;
	return true;
}

struct term_asked { Str authority; struct kept kept; struct arena *perm; };

static bool
read_term(struct store *store, void *what, struct error *err)
{
	struct term_asked *asked = what;
	return read_terms(store, asked->authority, &asked->kept, asked->perm, err);
}

struct term
retention_term(const struct world *world, Str authority, enum keep_id id, struct arena *perm)
{
	struct term_asked asked = { authority, { .keeping = keeping_usual() }, perm };
	struct error err = { "" };
	(void)stored(world, read_term, &asked, perm, &err);
	return asked.kept.keeping.terms[id];
}

bool
retention_read(struct store *store, Str authority, Date today, struct kept *kept,
               struct arena *perm, struct error *err)
{
	*kept = (struct kept){ 0 };
	if (!store_council_read(store, authority, &kept->council, perm, err)
	    || !store_records_read(store, authority, &record_types[TYPE_EQUALITY], &kept->equality, perm, err)
	    || !store_records_read(store, authority, &record_types[TYPE_CANDIDATE_EQUALITY], &kept->answers, perm, err)
	    || !read_terms(store, authority, kept, perm, err) || !read_holds(store, authority, kept, perm, err)
	    || !read_erased(store, authority, kept, perm, err)
	    || !keep_last(store, authority, &kept->last, err))
		return false;
	kept->keeping.answers = &kept->answers;
	roster_build(&kept->roster, &kept->council, perm);
	return kept->keeping.all_held
		|| (keep_asked_old(store, authority, term_before(today, kept->keeping.terms[KEEP_ASKED]),
		                   &kept->asked_old, err)
		    && store_returns_old(store, authority, term_before(today, kept->keeping.terms[KEEP_RETURNS]),
		                         &kept->returns_old, err));
}

/* ---- doubting ---------------------------------------------------------------------------------- */

Str
retention_doubt(const struct keep_last *last, const struct keep_doubt *doubt, struct arena *perm)
{
	int64_t newest = last->newest_entry / SECONDS_OF_DAY, day = doubt->now / SECONDS_OF_DAY;
	int64_t since = last->ran.day > newest ? last->ran.day : newest;
	bool confirmed = doubt->confirmed == doubt->people;
	if (last->ran.day > doubt->today.day || newest > day)
		return str_format(perm, "The clock says %.*s, and the last run or the newest entry of the audit is of a later "
			"day. Set the clock right.", STR_ARG(date_text(doubt->today, perm)));
	if (since > 0 && day - since > JUMP_DAYS && !confirmed)
		return str_format(perm, "Nothing was written here for %lld days: the clock may have jumped. If today is really "
			"%.*s, confirm with the number of people who would be emptied: --confirm %d.", (long long)(day - since),
			STR_ARG(date_text(doubt->today, perm)), doubt->people);
	if ((int64_t)doubt->people * 100 > (int64_t)doubt->people_kept * EMPTIED_PERCENT_MOST && !confirmed)
		return str_format(perm, "%d of %d people would be emptied at once, more than %d in a hundred. If that is right, "
			"confirm the number: --confirm %d.", doubt->people, doubt->people_kept, EMPTIED_PERCENT_MOST,
			doubt->people);
	return (Str){ 0 };
}

/* ---- taking away ------------------------------------------------------------------------------- */

/* The people of a plan who are emptied. */
static Str *
people_of(const struct retention_plan *plan, struct arena *perm)
{
	Str *people = new(perm, plan->people + 1, Str);
	int count = 0;
	for (int i = 0; i < plan->count; i++)
		if (plan->going[i].why == KEEP_PERSON && !plan->going[i].held)
			people[count++] = plan->going[i].ref;
	assert(count == plan->people);
	return people;
}

struct erasing { struct erasure *at; int count, room; struct arena *perm; };

static void
erasing_add(struct erasing *erasing, Str type, Str ref)
{
	const struct record_type *of = record_type_find(type);
	if (!of)
		return;
	if (erasing->count == erasing->room) {
		struct erasure *before = erasing->at;
		erasing->room = 2 * erasing->room + 64;
		erasing->at = new(erasing->perm, erasing->room, struct erasure);
		for (int i = 0; i < erasing->count; i++)
			erasing->at[i] = before[i];
	}
	erasing->at[erasing->count++] = (struct erasure){ .type = of, .ref = ref };
}

/* What the plan names, and whatever else the history still says of the people who are emptied. */
static bool
erasures_of(struct store *store, Str authority, const struct retention_plan *plan, const Str *people,
            struct erasing *erasing, struct error *err)
{
	for (int i = 0; i < plan->thing_count; i++)
		erasing_add(erasing, plan->things[i].type->name, plan->things[i].ref);
	for (int i = 0; i < plan->people; i++) {
		struct trace *traces;
		int count;
		if (!traces_of_person(store, authority, people[i], &traces, &count, erasing->perm, err))
			return false;
		for (int t = 0; t < count; t++)
			erasing_add(erasing, traces[t].type, traces[t].ref);
	}
	return true;
}

/* What was planned of: in the transaction the next deed is the run itself. */
struct planned { Str authority; int64_t stamp; bool changed; };

static bool
still_as_planned(struct store *store, void *what, struct error *err)
{
	struct planned *planned = what;
	int64_t stamp;
	if (!store_stamp(store, planned->authority, &stamp, err))
		return false;
	planned->changed = stamp != planned->stamp + 1;
	return !planned->changed || fail(err, "somebody changed the records meanwhile");
}

static bool
erase_records(struct store *store, const struct keep_apply *apply, const struct retention_plan *plan,
              const Str *people, struct planned *planned, struct arena *perm, struct error *err)
{
	struct erasing erasing = { .perm = perm };
	int64_t seq;
	struct deed deed = { .authority = apply->authority, .actor = apply->by.actor, .what = S("retention"),
		.object = str_format(perm, "terms over on %.*s", STR_ARG(date_iso(apply->today, perm))),
		.reason = S("Kept as long as it may be"), .at = apply->by.at, .with = still_as_planned, .with_what = planned };
	if (!erasures_of(store, apply->authority, plan, people, &erasing, err))
		return false;
	if (erasing.count == 0)
		return true;
	enum stored stored = store_records_erase(store, &deed, &plan->changes, (struct erasures){ erasing.at, erasing.count }, &seq, perm,
		err);
	planned->changed = planned->changed || stored == CHANGED_SINCE;
	return stored == STORED;
}

bool
retention_apply(struct store *store, const struct keep_apply *apply, const struct kept *kept,
                const struct retention_plan *plan, bool *changed, struct arena *perm, struct error *err)
{
	const Str *people = people_of(plan, perm);
	struct planned planned = { apply->authority, kept->council.stamp, false };
	const struct keeping *keeping = &kept->keeping;
	Date never = { 0 };
	struct keep_ran ran = { .authority = apply->authority, .day = apply->today, .erased = people,
		.erased_count = plan->people,
		.asked_before = keeping->all_held ? never : term_before(apply->today, keeping->terms[KEEP_ASKED]),
		.totals_before = keeping->all_held ? never : term_before(apply->today, keeping->terms[KEEP_TOTALS]),
		.returns_before = keeping->all_held ? never : term_before(apply->today, keeping->terms[KEEP_RETURNS]),
		.payload = str_format(perm, "%d people, %d candidates and %d learners emptied, %d records taken away, %d held", plan->people, plan->candidates, plan->learners,
		                      plan->count - plan->people - plan->candidates - plan->learners - plan->held_count, plan->held_count) };
	bool erased = (plan->people == 0 || keep_erasing(store, &ran, apply->by, perm, err))
		&& erase_records(store, apply, plan, people, &planned, perm, err);
	*changed = planned.changed;
	return erased && keep_ran(store, &ran, apply->by, perm, err);
}

/* ---- of the installation ----------------------------------------------------------------------- */

const Str machine_kind_words[MACHINE_KINDS] = {
	[MACHINE_SESSIONS] = STR("sessions that are over"), [MACHINE_LINKS] = STR("one-time links that are over"),
	[MACHINE_TOKENS] = STR("API tokens long over"), [MACHINE_BROWSERS] = STR("browsers not seen for long"),
	[MACHINE_FAILURES] = STR("sign-ins that failed"), [MACHINE_DRAFTS] = STR("applications that were not sent in time"),
	[MACHINE_AUDIT] = STR("payloads of the audit"),
};

/* Midnight that begins the first day still kept. */
static int64_t
instant_before(const struct keeping *keeping, enum keep_id id, Date today)
{
	return term_before(today, keeping->terms[id]).day * SECONDS_OF_DAY;
}

struct keep_machine
retention_machine(const struct keeping *keeping, int64_t now, Date today)
{
	return (struct keep_machine){ .now = now, .failures = instant_before(keeping, KEEP_FAILURES, today),
		.tokens = instant_before(keeping, KEEP_TOKENS, today),
		.browsers = instant_before(keeping, KEEP_BROWSERS, today),
		.audit = instant_before(keeping, KEEP_AUDIT, today) };
}
