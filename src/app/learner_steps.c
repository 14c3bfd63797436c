/* learner_steps.c: a step of a learner as it is asked for, of one or of many: what keeps it from them, and all that comes
 * with it. */
#include "app/supply_parts.h"

#include "app/retention.h"

void
learner_fault_add(struct learner_faults *faults, const char *input, Str words)
{
	if (faults->count < LEARNER_FAULTS_MOST)
		faults->at[faults->count++] = (struct learner_fault){ str_of(input), words };
}

bool
learner_move_fits(const struct supply_look *l, const struct learner *learner, int move)
{
	bool overseas = learner->cohort != NOT_THERE && l->all.cohorts[learner->cohort].kind == ROUTE_OVERSEAS;
	if (overseas ? learner_move_here((enum learner_move)move) : learner_move_overseas((enum learner_move)move))
		return false;
	return stage_after(&learner_stages, (int)learner->stage, move) >= 0;
}

/* Without those of who joins. */
static void
find_faults(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *w, struct learner_faults *faults)
{
	struct arena *perm = l->own.perm;
	if (!learner_move_fits(l, learner, (int)w->move))
		learner_fault_add(faults, "move", str_format(perm, "\u201c%.*s\u201d cannot follow \u201c%.*s\u201d for this learner",
			STR_ARG(learner_moves[w->move].words), STR_ARG(learner_stages.rows[learner->stage].words)));
	else if (w->on.day < learner->since.day)
		learner_fault_add(faults, "held_on", str_format(perm, "Enter a day from %.*s on: since then they are at \u201c%.*s\u201d",
			STR_ARG(day_words(learner->since, perm)), STR_ARG(learner_stages.rows[learner->stage].words)));
	if (w->on.day > l->own.ask->day.day)
		learner_fault_add(faults, "held_on", S("Enter a day that has come: a step is recorded when it has happened"));
	if (learner_stages.moves[w->move].reasoned && w->reason.len == 0)
		learner_fault_add(faults, "reason", S("Say why it ends"));
}

/* The day they are removed, once their way ends otherwise than by joining. */
static Str
remove_on_of(const struct supply_look *l, const struct record *learner, const struct learner_wanted *w)
{
	Str said = said_text(TYPE_LEARNER, learner, "remove_on");
	if (w->move == LEARNER_JOIN)
		return S("");
	if (!learner_stages.rows[learner_stages.moves[w->move].to].ended || str_equal(said_text(TYPE_LEARNER, learner, "keep_in_touch"), S("yes")))
		return said;
	return date_iso(term_after(w->on, retention_term(l->own.world, l->own.place->slug, KEEP_LEARNER, l->own.perm)), l->own.perm);
}

/* What the step changes of what is said of them. */
static void
change_learner(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *w, const struct joined *joined,
               const struct deed_made *deed)
{
	const struct record *of = learner->record;
	bool joins = w->move == LEARNER_JOIN;
	Str post = joins && joined->post.len ? joined->post : w->post.len ? w->post : said_text(TYPE_LEARNER, of, "post_offered");
	struct valued valued[] = { { "post_offered", post }, { "spell", joins ? joined->spell : said_text(TYPE_LEARNER, of, "spell") },
		{ "colleague", joins ? joined->person : said_text(TYPE_LEARNER, of, "colleague") }, { "remove_on", remove_on_of(l, of, w) } };
	bool any = false;
	for (int i = 0; i < countof(valued); i++)
		any = any || !str_equal(valued[i].value, said_text(TYPE_LEARNER, of, valued[i].field));
	if (any)
		record_changed(deed, TYPE_LEARNER, of, valued, countof(valued));
}

void
learner_step_changes(const struct supply_look *l, const struct learner *learner, const struct learner_wanted *wanted,
                     const struct deed_made *deed, struct learner_faults *faults)
{
	struct arena *perm = l->own.perm;
	struct joined joined = { 0 };
	int before = faults->count;
	find_faults(l, learner, wanted, faults);
	if (faults->count == before && wanted->move == LEARNER_JOIN)
		joined = learner_joins(l, learner, wanted, deed, faults);
	if (faults->count > before)
		return;
	change_learner(l, learner, wanted, &joined, deed);
	record_made(deed, TYPE_LEARNER_STEP, (struct period){ 0 }, (struct valued[]){ { "learner", learner->ref },
		{ "move", learner_moves[wanted->move].code }, { "held_on", date_iso(wanted->on, perm) },
		{ "turn", str_format(perm, "%d", learner->step_count + 1) }, { "reason", wanted->reason }, { "note", wanted->note },
		{ "made_by", l->own.ask->viewer->account } }, 7);
}
