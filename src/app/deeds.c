/* deeds.c: rights, records, rules; then the store. */
#include "app/deeds.h"

#include "practice/scoring.h"

void
council_after(struct council *after, const struct council *council, const struct changes *changes,
              struct arena *perm)
{
	bool touched[RECORD_TYPES] = { false };
	for (int i = 0; i < changes->count; i++)
		touched[record_type_id(changes->at[i].type)] = true;
	*after = *council;
	for (int t = 0; t < RECORD_TYPES; t++)
		if (touched[t])
			after->of[t] = records_after(&council->of[t], changes, perm);
}

/* ---- rights ---------------------------------------------------------------------------------- */

struct judging {
	const struct ask     *ask;
	const struct wish    *wish;
	const struct changes *changes;
	struct done          *done;
	struct arena         *perm;
};

static void
forbid(struct judging *in, const struct change *change, const struct field *field)
{
	const struct record *record = change->kind == ADD ? &change->after : &change->before;
	findings_add(&in->done->found, (struct finding){ .severity = MISTAKE, .code = S("field_not_allowed"),
		.record = record->ref, .field = field ? field->name : S(""),
		.wrong = str_format(in->perm, "%.*s is not yours to change", STR_ARG(field ? field->label : change->type->one)),
		.mend = S("ask somebody who keeps these records, or leave it as it was") });
	in->done->did = MAY_NOT;
}

static Str
value_at(const struct record *record, int field)
{
	return record->values ? record->values[field] : (Str){ 0 };
}

/* A record may be changed by whoever may write each field that becomes another, over the record as it
 * was and as it becomes: nobody moves a post out of another's team into their own. */
static void
judge_rights_of(struct judging *in, const struct sight *was, const struct sight *is, const struct change *change)
{
	const struct record_type *type = change->type;
	bool had = change->kind != ADD, has = change->kind != REMOVE, any = false;
	for (int f = 0; f < type->field_count; f++) {
		const struct field *field = &type->fields[f];
		Str before = had ? value_at(&change->before, f) : (Str){ 0 };
		Str after = has ? value_at(&change->after, f) : (Str){ 0 };
		if (str_equal(before, after))
			continue;
		any = true;
		if ((had && sight_record(was, type, &change->before, field->group).reach < REACH_WRITE) ||
		    (has && sight_record(is, type, &change->after, field->group).reach < REACH_WRITE))
			forbid(in, change, field);
	}
	const struct record *record = had ? &change->before : &change->after;
	const struct sight *sight = had ? was : is;
	if (!any && sight_record(sight, type, record, type->group).reach < REACH_WRITE)
		forbid(in, change, NULL);
}

/* Whoever the panels of the council name, as they are now: a deed that changes panels is none of theirs. */
static void
judge_panel(struct judging *in, const struct council *now)
{
	const struct viewer *viewer = in->ask->viewer;
	struct score_books books = score_books_of(now, in->perm);
	struct assessor assessor = { .account = viewer->account, .today = in->ask->today,
		.person = str_equal(viewer->authority_of_person, now->authority) ? viewer->person : S("") };
	for (int i = 0; i < in->changes->count; i++)
		if (!viewer_knows(viewer, now->authority, in->ask->today) || !assessor_may(&books, &assessor, &in->changes->at[i]))
			forbid(in, &in->changes->at[i], NULL);
}

static void
judge_rights(struct judging *in, const struct council *now, const struct council *after)
{
	struct roster *rosters = new(in->perm, 2, struct roster);
	if (in->ask->viewer->all || in->wish->by_list)
		return;
	if (in->wish->by_panel) {
		judge_panel(in, now);
		return;
	}
	roster_build(&rosters[0], now, in->perm);
	roster_build(&rosters[1], after, in->perm);
	struct sight was = sight_of(in->ask->viewer, &rosters[0], in->ask->today, in->perm);
	struct sight is = sight_of(in->ask->viewer, &rosters[1], in->ask->today, in->perm);
	for (int i = 0; i < in->changes->count; i++)
		judge_rights_of(in, &was, &is, &in->changes->at[i]);
}

/* ---- whose hand ------------------------------------------------------------------------------ */

static void
forbid_hand(struct judging *in, const struct change *change, Str field, Str wrong, Str mend)
{
	findings_add(&in->done->found, (struct finding){ .severity = MISTAKE, .code = S("own_decision"),
		.record = change->after.ref, .field = field, .wrong = wrong, .mend = mend });
	in->done->did = MAY_NOT;
}

/* Who asked for a post, or for one over establishment, and who decided stand in the record, whatever page or list brought them: each
 * is the account that acts, and they are two. Only whoever asked withdraws. */
static void
judge_hands_of(struct judging *in, const struct change *change)
{
	const struct record_type *type = change->type;
	Str actor = in->ask->viewer->account;
	Str asked = record_value(type, &change->after, S("asked_by"));
	Str decision = record_value(type, &change->after, S("decision"));
	bool waits = decision.len == 0 || str_equal(decision, S("waiting")), withdrawn = str_equal(decision, S("withdrawn"));
	Str before = change->kind == ADD ? actor : record_value(type, &change->before, S("asked_by"));
	bool decides = change->kind == ADD ? !waits
		: !str_equal(decision, record_value(type, &change->before, S("decision")));
	if (!str_equal(asked, before))
		forbid_hand(in, change, S("asked_by"), S("who asked is whoever sends it"), S("leave it as it was"));
	if (decides && !waits && !str_equal(record_value(type, &change->after, S("decided_by")), actor))
		forbid_hand(in, change, S("decided_by"), S("who decided is whoever sends it"), S("decide it yourself"));
	if (decides && !waits && str_equal(asked, actor) != withdrawn)
		forbid_hand(in, change, S("decision"),
			withdrawn ? S("only whoever asked can withdraw") : S("nobody decides what they asked for"),
			withdrawn ? S("refuse it instead") : S("let somebody else decide, or withdraw it"));
}

/* Fields that say who did it: of a new record the account that acts, and never another afterwards. */
static const struct { enum type_id type; Str field; } hands[] = {
	{ TYPE_AGENCY_REQUEST, STR("asked_by") }, { TYPE_AGENCY_DECISION, STR("made_by") },
	{ TYPE_CONVERSION, STR("made_by") }, { TYPE_STEP, STR("made_by") },
};

static void
judge_hand_of(struct judging *in, const struct change *change, Str field)
{
	Str actor = in->ask->viewer->account, is = record_value(change->type, &change->after, field);
	Str wants = change->kind == ADD ? actor : record_value(change->type, &change->before, field);
	if (!str_equal(is, wants))
		forbid_hand(in, change, field, S("who did it is whoever sends it"), S("leave it as it was"));
}

/* Agency use: nobody approves or refuses what they asked for; of it, of tickets and of requisitions, only whoever asked
 * withdraws. */
static void
judge_agency_of(struct judging *in, const struct council *after, const struct change *change)
{
	Str actor = in->ask->viewer->account;
	const struct record_type *requests = &record_types[TYPE_AGENCY_REQUEST];
	if (change->type == requests || change->type == &record_types[TYPE_TICKET] || change->type == &record_types[TYPE_REQUISITION]) {
		Str is = record_value(change->type, &change->after, S("withdrawn_on"));
		Str was = change->kind == ADD ? (Str){ 0 } : record_value(change->type, &change->before, S("withdrawn_on"));
		if (!str_equal(is, was) && !str_equal(record_value(change->type, &change->after, S("asked_by")), actor))
			forbid_hand(in, change, S("withdrawn_on"), S("only whoever asked can withdraw"), S("refuse it instead"));
	}
	if (change->type != &record_types[TYPE_AGENCY_DECISION])
		return;
	int first;
	Str decision = record_value(change->type, &change->after, S("decision"));
	bool decides = str_equal(decision, S("approved")) || str_equal(decision, S("refused"));
	const struct records *all = &after->of[TYPE_AGENCY_REQUEST];
	if (decides && records_of(all, record_value(change->type, &change->after, S("request")), &first) > 0 &&
	    str_equal(record_value(requests, &all->at[first], S("asked_by")), actor))
		forbid_hand(in, change, S("decision"), S("nobody decides what they asked for"), S("let somebody else decide"));
}

/* What was decided is what was asked for: only whoever decided mends it after. */
static const struct { enum type_id type; Str field; } decided[] = {
	{ TYPE_REQUISITION, STR("post") }, { TYPE_REQUISITION, STR("ticket") }, { TYPE_REQUISITION, STR("unit") }, { TYPE_REQUISITION, STR("role") },
	{ TYPE_TICKET, STR("unit") }, { TYPE_TICKET, STR("role") }, { TYPE_TICKET, STR("expires_on") }, { TYPE_TICKET, STR("cost_year") },
};

/* The post that was opened for the ticket of a requisition comes after the decision. */
static bool
is_post_of_ticket(const struct council *after, const struct change *change, Str field)
{
	int first;
	const struct records *tickets = &after->of[TYPE_TICKET];
	return change->type == &record_types[TYPE_REQUISITION] && str_equal(field, S("post")) &&
	       record_value(change->type, &change->before, field).len == 0 &&
	       records_of(tickets, record_value(change->type, &change->after, S("ticket")), &first) > 0 &&
	       str_equal(record_value(tickets->type, &tickets->at[first], S("post")), record_value(change->type, &change->after, field));
}

static void
judge_decided_of(struct judging *in, const struct council *after, const struct change *change)
{
	Str decision = change->kind == ALTER ? record_value(change->type, &change->before, S("decision")) : S("");
	if (decision.len == 0 || str_equal(decision, S("waiting")) || in->ask->viewer->all ||
	    str_equal(record_value(change->type, &change->before, S("decided_by")), in->ask->viewer->account))
		return;
	for (int d = 0; d < countof(decided); d++) {
		Str field = decided[d].field;
		if (change->type == &record_types[decided[d].type] && !is_post_of_ticket(after, change, field) &&
		    !str_equal(record_value(change->type, &change->before, field), record_value(change->type, &change->after, field)))
			forbid_hand(in, change, field, S("it was decided as it is"), S("let whoever decided mend it, or withdraw it and ask again"));
	}
}

static void
judge_hands(struct judging *in, const struct council *after)
{
	for (int i = 0; i < in->changes->count && in->wish->undoes == 0; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->kind == REMOVE)
			continue;
		if (change->type == &record_types[TYPE_ESTABLISHMENT_CHANGE] || change->type == &record_types[TYPE_TICKET] ||
		    change->type == &record_types[TYPE_REQUISITION])
			judge_hands_of(in, change);
		if (change->type == &record_types[TYPE_TICKET] || change->type == &record_types[TYPE_REQUISITION])
			judge_decided_of(in, after, change);
		for (int h = 0; h < countof(hands); h++)
			if (change->type == &record_types[hands[h].type])
				judge_hand_of(in, change, hands[h].field);
		judge_agency_of(in, after, change);
	}
}

/* ---- records and rules ----------------------------------------------------------------------- */

static bool
judge(const struct council *now, struct judging *in)
{
	struct council *after = new(in->perm, 1, struct council);
	struct findings *found = &in->done->found;
	council_after(after, now, in->changes, in->perm);
	judge_rights(in, now, after);
	judge_hands(in, after);
	if (in->done->did == MAY_NOT)
		return false;
	for (int i = 0; i < in->changes->count; i++)
		if (in->changes->at[i].kind != REMOVE)
			record_check(in->changes->at[i].type, &in->changes->at[i].after, (struct place){ 0 }, found);
	rules_check(after, in->changes, found, in->perm);
	in->done->did = found->mistakes ? BREAKS_RULES : DID;
	return in->done->did == DID;
}

static bool
judge_there(const struct council *now, void *context, struct error *err)
{
	struct judging *in = context;
	return judge(now, in) || fail(err, "the change breaks a rule, or is not allowed");
}

struct done
deed_try(const struct ask *ask, const struct wish *wish, const struct council *council,
         const struct changes *changes, struct arena *perm)
{
	struct done done = { .did = DID, .found = findings_new(perm) };
	struct judging in = { ask, wish, changes, &done, perm };
	judge(council, &in);
	return done;
}

/* ---- the store ------------------------------------------------------------------------------- */

struct doing { struct judging judging; struct deed deed; enum stored stored; };

static bool
do_there(struct store *store, void *what, struct error *err)
{
	struct doing *in = what;
	in->stored = store_do(store, &in->deed, in->judging.changes, judge_there, &in->judging,
	                      &in->judging.done->seq, in->judging.perm, err);
	return in->stored == STORED;
}

struct done
deed_do(const struct world *world, const struct ask *ask, const struct wish *wish,
        const struct changes *changes, struct arena *perm, struct error *err)
{
	struct done done = { .did = DID, .found = findings_new(perm) };
	struct doing in = {
		.judging = { ask, wish, changes, &done, perm }, .stored = NOT_STORED,
		.deed = { .authority = ask->area, .actor = ask->viewer->account, .what = wish->what,
		          .object = wish->object, .reason = wish->reason, .at = ask->now, .undoes = wish->undoes,
		          .with = wish->with, .with_what = wish->with_what, .known = ask->held ? &ask->held->council : NULL },
	};
	if (!stored(world, do_there, &in, perm, err) && done.did == DID)
		done.did = in.stored == CHANGED_SINCE ? CHANGED_MEANWHILE : COULD_NOT;
	return done;
}

/* ---- undoing --------------------------------------------------------------------------------- */

struct taking_back { const struct ask *ask; int64_t seq; struct changes changes; bool was_list; struct arena *perm; };

/* Whether the deed to take back is of this kind. */
static bool
was_what(struct store *store, const struct taking_back *in, Str what, bool *was, struct error *err)
{
	struct past *deeds;
	int count = 0;
	*was = false;
	if (!store_deeds(store, in->ask->area, what, 0, &deeds, &count, in->perm, err))
		return false;
	for (int i = 0; i < count; i++)
		*was = *was || deeds[i].seq == in->seq;
	return true;
}

static bool
read_reversed(struct store *store, void *what, struct error *err)
{
	struct taking_back *in = what;
	bool was_made_up;
	if (!was_what(store, in, S("import"), &in->was_list, err) ||
	    !was_what(store, in, S("demonstration"), &was_made_up, err))
		return false;
	if (was_made_up)
		return fail(err, "made-up people are taken out whole: mainstay demo %.*s --remove", STR_ARG(in->ask->area));
	return store_deed_reversed(store, in->ask->area, in->seq, &in->changes, in->perm, err);
}

struct done
deed_undo(const struct world *world, const struct ask *ask, int64_t seq, Str reason,
          struct arena *perm, struct error *err)
{
	struct taking_back in = { .ask = ask, .seq = seq, .changes = changes_new(perm), .perm = perm };
	if (!stored(world, read_reversed, &in, perm, err))
		return (struct done){ .did = CHANGED_MEANWHILE, .found = findings_new(perm) };
	/* Who may load lists may take one back: what it changed was theirs to change. */
	bool by_list = in.was_list && keeps_whole_council(ask, GROUP_IMPORTS);
	return deed_do(world, ask, &(struct wish){ .what = S("undo"), .reason = reason, .undoes = seq,
		.by_list = by_list, .object = str_format(perm, "change %lld", (long long)seq) },
		&in.changes, perm, err);
}
