/* induction.c: items and reviews by the time in post they belong to. */
#include "practice/induction.h"

#include <stdlib.h>

#include "register/grouped.h"
#include "workforce/said.h"

const Str item_state_words[ITEM_STATES] = {
	[ITEM_OPEN] = STR("Open"), [ITEM_DONE] = STR("Done"), [ITEM_NOT_NEEDED] = STR("Not needed"),
};

struct reading {
	struct inductions *all;
	struct grouped items, reviews;       /* of a time in post */
	struct arena *perm;
};

static Date
later(Date a, Date b)
{
	return a.day > b.day ? a : b;
}

/* ---- items ---------------------------------------------------------------------------------------- */

static int
by_due(const void *left, const void *right)
{
	const struct induction_item *a = left, *b = right;
	return a->due.day != b->due.day ? (a->due.day > b->due.day) - (a->due.day < b->due.day)
	                                : str_compare(a->record->ref, b->record->ref);
}

/* What is not needed has no day: it is so on every day asked about. */
static struct induction_item
item_of(const struct reading *in, const struct record *record)
{
	static const enum type_id t = TYPE_INDUCTION;
	struct induction_item item = { .record = record, .name = said_text(t, record, "name"), .owner = said_text(t, record, "owner"),
		.why = said_text(t, record, "not_needed_why"), .due = said_day_by(t, record, "due_on", DATE_OPEN),
		.done = said_day_by(t, record, "done_on", in->all->day),
		.needed = code_place(needed_before, NEEDED_BEFORE, said_text(t, record, "needed")) };
	if (item.done.day)
		item.done_by = said_text(t, record, "done_by");
	item.state = item.done.day ? ITEM_DONE : item.why.len ? ITEM_NOT_NEEDED : ITEM_OPEN;
	item.late = item.state == ITEM_OPEN && item.due.day < in->all->day.day;
	return item;
}

static Date
read_items(const struct reading *in, struct induction *induction, Str spell)
{
	int first, count = grouped_find(&in->items, spell, &first);
	struct induction_item *items = new(in->perm, count + 1, struct induction_item);
	Date last = { 0 };
	for (int i = 0; i < count; i++) {
		items[i] = item_of(in, in->items.rows[first + i].record);
		induction->of[items[i].state]++;
		induction->late += items[i].late;
		if (items[i].state == ITEM_OPEN && items[i].needed != NOT_THERE)
			induction->needed_open[items[i].needed]++;
		last = later(last, items[i].done);
	}
	qsort(items, (size_t)count, sizeof *items, by_due);
	induction->items = items;
	induction->item_count = count;
	return last;
}

/* ---- reviews --------------------------------------------------------------------------------------- */

static int
by_review(const void *left, const void *right)
{
	const struct probation *a = left, *b = right;
	int x = a->held.day ? a->held.day : DATE_OPEN.day, y = b->held.day ? b->held.day : DATE_OPEN.day;
	if (x == y && a->due.day == b->due.day)
		return str_compare(a->record->ref, b->record->ref);
	return x != y ? (x > y) - (x < y) : (a->due.day > b->due.day) - (a->due.day < b->due.day);
}

static struct probation
review_of(const struct reading *in, const struct record *record)
{
	static const enum type_id t = TYPE_PROBATION;
	struct probation review = { .record = record, .due = said_day_by(t, record, "due_on", DATE_OPEN), .outcome = NOT_THERE,
		.held = said_day_by(t, record, "held_on", in->all->day) };
	if (review.held.day == 0)
		return review;
	review.outcome = code_place(probation_outcomes, PROBATION_OUTCOMES, said_text(t, record, "outcome"));
	review.extended = said_day_by(t, record, "extended_to", DATE_OPEN);
	review.held_by = said_text(t, record, "held_by");
	review.why = said_text(t, record, "why");
	return review;
}

static Date
read_reviews(const struct reading *in, struct induction *induction, Str spell)
{
	int first, count = grouped_find(&in->reviews, spell, &first);
	struct probation *reviews = new(in->perm, count + 1, struct probation);
	Date last = { 0 };
	for (int i = 0; i < count; i++)
		reviews[i] = review_of(in, in->reviews.rows[first + i].record);
	qsort(reviews, (size_t)count, sizeof *reviews, by_review);
	for (int i = 0; i < count; i++) {
		last = later(last, reviews[i].held);
		if (!induction->next && reviews[i].held.day == 0)
			induction->next = &reviews[i];
	}
	induction->reviews = reviews;
	induction->review_count = count;
	induction->passed = count > 0 && reviews[count - 1].outcome == PROBATION_PASSED;
	return last;
}

/* ---- one ------------------------------------------------------------------------------------------- */

static void
settle(const struct reading *in, struct induction *n, Date happened)
{
	int last = n->review_count ? n->reviews[n->review_count - 1].outcome : NOT_THERE;
	n->over = n->ended || (n->of[ITEM_OPEN] == 0 && (last == PROBATION_PASSED || last == PROBATION_FAILED));
	n->waiting = n->over ? 0 : in->all->day.day - later(happened, n->started).day;
	if (n->over)
		return;
	n->whose = S("Line manager");
	n->due = n->next ? n->next->due : (Date){ 0 };
	for (int i = 0; i < n->item_count; i++)
		if (n->items[i].state == ITEM_OPEN && (n->due.day == 0 || n->items[i].due.day <= n->due.day)) {
			if (n->items[i].owner.len)
				n->whose = n->items[i].owner;
			n->due = n->items[i].due;
			break;
		}
	n->is_late = n->due.day != 0 && n->due.day < in->all->day.day;
}

/* Whether anything is to be done, or was, for a time in post that had begun by the day. */
static bool
read_spell(const struct reading *in, int spell)
{
	const struct roster *r = in->all->roster;
	struct period when = spell_period(r, spell);
	struct induction *n = &in->all->at[in->all->count];
	const struct spell_row *row = spell_on(r, spell, in->all->day);
	if (when.first.day > in->all->day.day || spell_last(r, spell)->person == NOT_THERE)
		return false;
	if (!row)
		row = spell_last(r, spell);
	*n = (struct induction){ .spell = spell, .person = row->person, .post = row->post, .started = when.first,
		.ended = when.last.day < in->all->day.day };
	Date items = read_items(in, n, r->spells[spell].ref), reviews = read_reviews(in, n, r->spells[spell].ref);
	settle(in, n, later(items, reviews));
	return n->item_count + n->review_count > 0;
}

void
inductions_read(struct inductions *all, const struct roster *roster, Date day, struct arena *perm)
{
	const struct records *of = roster->council->of;
	struct reading in = { .all = all, .perm = perm, .items = grouped_by(&of[TYPE_INDUCTION], S("spell"), perm),
		.reviews = grouped_by(&of[TYPE_PROBATION], S("spell"), perm) };
	const struct grouped *both[] = { &in.items, &in.reviews };
	*all = (struct inductions){ .roster = roster, .day = day, .at = new(perm, roster->spell_count + 1, struct induction) };
	bool *there = new(perm, roster->spell_count + 1, bool);
	for (int g = 0; g < countof(both); g++)
		for (int i = 0; i < both[g]->count; i++) {
			int spell = roster_spell(roster, both[g]->rows[i].key);
			if (spell != NOT_THERE)
				there[spell] = true;
		}
	for (int s = 0; s < roster->spell_count; s++)
		if (there[s])
			all->count += read_spell(&in, s);
}

const struct induction *
induction_of(const struct inductions *all, int spell)
{
	for (int i = 0; i < all->count; i++)
		if (all->at[i].spell == spell)
			return &all->at[i];
	return NULL;
}

/* ---- the council's list ----------------------------------------------------------------------------- */

static int
by_days(const void *left, const void *right)
{
	const struct induction_step *a = left, *b = right;
	return a->days != b->days ? (a->days > b->days) - (a->days < b->days) : str_compare(a->record->ref, b->record->ref);
}

static struct induction_step
step_of(const struct roster *roster, const struct record *record)
{
	static const enum type_id t = TYPE_INDUCTION_STEP;
	struct parsed_decimal days = parse_decimal(said_text(t, record, "due_days"), 0, false);
	return (struct induction_step){ .record = record, .name = said_text(t, record, "name"), .owner = said_text(t, record, "owner"),
		.source = said_text(t, record, "source"), .role = roster_role(roster, said_text(t, record, "role")),
		.needed = code_place(needed_before, NEEDED_BEFORE, said_text(t, record, "needed")),
		.days = days.ok ? (int)(days.micro / MICRO) : 0, .review = str_equal(said_text(t, record, "kind"), S("review")) };
}

int
induction_steps_on(const struct roster *roster, int role, Date day, struct induction_step **steps, struct arena *perm)
{
	const struct records *all = &roster->council->of[TYPE_INDUCTION_STEP];
	int count = 0;
	*steps = new(perm, all->count + 1, struct induction_step);
	for (int i = 0; i < all->count; i++) {
		const struct record *record = &all->at[i];
		bool everybody = said_text(TYPE_INDUCTION_STEP, record, "role").len == 0;
		if (record->when.first.day > day.day || day.day > record->when.last.day)
			continue;
		struct induction_step step = step_of(roster, record);
		if (role == NOT_THERE || everybody || step.role == role)
			(*steps)[count++] = step;
	}
	qsort(*steps, (size_t)count, sizeof **steps, by_days);
	return count;
}
