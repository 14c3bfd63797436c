/* load_decided.c: what was decided about differences, as a list is worked out. */
#include "app/load_decided.h"

#include "app/instant.h"

/* The decision against this list on a difference, while it and the records say what they said then. */
static const struct kept_decision *
decided_against(const struct load_work *work, enum side side, const struct disagreement *d, Date today,
                struct arena scratch)
{
	const struct kept_decision *decided = decision_of(work->decisions, work->decision_count, d, today);
	Str facts = difference_facts(d, &scratch);
	bool against = decided && !str_equal(decided->side, side_rows[side].name) &&
		facts_agree(decided->facts, facts, side) && facts_agree(decided->facts, facts, SIDE_RECORDS);
	return against ? decided : NULL;
}

void
load_hold_decided(struct load_work *work, const struct roster *roster, Date today, struct decided *decided,
                  struct arena *perm)
{
	enum side side;
	struct sides sides = { .roster = roster, .day = work->profile.as_at };
	if (work->decision_count == 0 || !side_find(list_rows[work->profile.list].name, &side))
		return;
	sides.lists[side] = &work->read;
	decided->count = reconcile(&sides, &decided->at, perm);
	decided->by = new(perm, decided->count, const struct kept_decision *);
	for (int i = 0; i < decided->count; i++) {
		const struct disagreement *d = &decided->at[i];
		const struct kept_decision *by = decided->by[i] = decided_against(work, side, d, today, *perm);
		if (!by)
			continue;
		reconcile_hold(&work->read, side, d);
		work->held_back++;
		findings_add(&work->found, (struct finding){ .severity = QUERY, .code = S("decided"), .line = d->lines[side],
			.record = work->read.sheet, .field = difference_rows[d->kind].title, .seen = d->says[side],
			.wrong = str_format(perm, "is not taken from this list: it was decided on %.*s, until %.*s",
			                    STR_ARG(instant_day(by->at, perm)),
			                    STR_ARG(date_text(by->until, perm))),
			.mend = S("see where the lists differ, to decide it anew") });
	}
}

/* Whether a decision says that whoever is in the post of this time in post stays there. */
static bool
stays(const struct roster *r, Str ref, const struct decided *decided)
{
	int spell = roster_spell(r, ref), post = spell == NOT_THERE ? NOT_THERE : spell_last(r, spell)->post;
	if (post == NOT_THERE)
		return false;
	for (int i = 0; i < decided->count; i++)
		if (decided->by[i] && decided->at[i].post == post &&
		    str_equal(decided->by[i]->side, side_rows[SIDE_RECORDS].name))
			return true;
	return false;
}

/* A list of everybody ends whoever is not in it, but for those of whom it was decided that they are there. */
void
load_keep_decided(struct load_work *work, const struct roster *r, const struct decided *decided,
                  struct arena *perm)
{
	struct preview *preview = &work->preview;
	int rows = 0, changes = 0;
	if (decided->count == 0)
		return;
	for (int i = 0; i < preview->count; i++) {
		const struct preview_row *row = &preview->at[i];
		if (row->outcome == ROW_LEFT && stays(r, row->ref, decided))
			preview->counts[ROW_LEFT]--;
		else
			preview->at[rows++] = *row;
	}
	bool any = rows < preview->count, *listed = new(perm, r->spell_count, bool);
	preview->count = rows;
	for (int k = 0; k < work->read.count; k++)
		if (work->read.at[k].spell != NOT_THERE)
			listed[work->read.at[k].spell] = true;
	for (int i = 0; any && i < work->changes.count; i++) {
		const struct change *change = &work->changes.at[i];
		bool of_spell = change->type == &record_types[TYPE_SPELL] && change->kind != ADD;
		int spell = of_spell ? roster_spell(r, change->before.ref) : NOT_THERE;
		if (spell == NOT_THERE || listed[spell] || !stays(r, change->before.ref, decided))
			work->changes.at[changes++] = *change;
	}
	if (any)
		work->changes.count = changes;
}
