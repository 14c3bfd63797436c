/* ticket.c: what happened to a ticket, in order, and what state that makes. */
#include "practice/ticket.h"

#include "workforce/establishment.h"
#include "workforce/service.h"
#include "workforce/said.h"

#include <stdlib.h>

static const struct { enum ticket_state state; enum ticket_event event; enum ticket_state after; } steps[] = {
	{ TICKET_WAITS, TICKET_APPROVE, TICKET_APPROVED }, { TICKET_WAITS, TICKET_REFUSE, TICKET_REFUSED },
	{ TICKET_WAITS, TICKET_WITHDRAW, TICKET_WITHDRAWN }, { TICKET_APPROVED, TICKET_FILL, TICKET_FILLED },
	{ TICKET_APPROVED, TICKET_CLOSE, TICKET_UNFILLED }, { TICKET_FILLED, TICKET_VACATE, TICKET_APPROVED },
	{ TICKET_FILLED, TICKET_ABSORB, TICKET_ABSORBED }, { TICKET_ABSORBED, TICKET_CLOSE, TICKET_CLOSED },
};

bool
ticket_after(enum ticket_state state, enum ticket_event event, enum ticket_state *after)
{
	for (int i = 0; i < countof(steps); i++)
		if (steps[i].state == state && steps[i].event == event) {
			*after = steps[i].after;
			return true;
		}
	return false;
}

Str
ticket_state_words(enum ticket_state state)
{
	static const Str words[TICKET_STATES] = { [TICKET_WAITS] = STR("Waits for a decision"), [TICKET_APPROVED] = STR("Approved"),
		[TICKET_FILLED] = STR("Filled"), [TICKET_ABSORBED] = STR("Absorbed"), [TICKET_CLOSED] = STR("Closed"),
		[TICKET_UNFILLED] = STR("Closed unfilled"), [TICKET_REFUSED] = STR("Refused"), [TICKET_WITHDRAWN] = STR("Withdrawn") };
	return words[state];
}

static const Str absorption_codes[ABSORPTIONS] = { [ABSORBED_LEAVER] = STR("leaver"), [ABSORBED_PROMOTION] = STR("promotion"),
	[ABSORBED_MOVE] = STR("move"), [ABSORBED_NEW_POST] = STR("new_post") };

static const struct field *
field_of(const char *name)
{
	const struct record_type *type = &record_types[TYPE_TICKET];
	return &type->fields[field_find(type, str_of(name))];
}

Str
absorption_words(enum absorption how)
{
	return choice_find(field_of("absorbed_how"), absorption_codes[how])->words;
}

/* ---- what happened ------------------------------------------------------------------------------ */

struct happening { Date day; enum ticket_event event; int spell; enum absorption how; int into; bool said; };

struct story {
	const struct roster *roster;
	Date day;                    /* nothing later is known */
	const struct movement *moves;
	int  move_count;
	struct happening *at;
	int  count;
	struct arena *perm;
};
enum { SAID_MOST = 5 };              /* withdrawn, decided, absorbed, closed, and the post's own turn */

static void
story_add(struct story *s, struct happening h)
{
	if (h.day.day <= s->day.day)
		s->at[s->count++] = h;
}

/* ---- how it was absorbed ------------------------------------------------------------------------ */

static const struct movement *
move_from(const struct story *s, int spell)
{
	for (int m = 0; m < s->move_count; m++)
		if (s->moves[m].from_spell == spell)
			return &s->moves[m];
	return NULL;
}

/* The last who held the post before this time in it began, or NOT_THERE. */
static int
holder_before(const struct roster *r, int post, int spell)
{
	int best = NOT_THERE;
	Date began = spell_period(r, spell).first;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		int other = r->post_spells[i];
		if (other == spell || !basis_holds(spell_last(r, other)->basis) || spell_period(r, other).first.day >= began.day)
			continue;
		if (best == NOT_THERE || spell_period(r, other).last.day > spell_period(r, best).last.day)
			best = other;
	}
	return best;
}

static enum absorption
why_open(const struct story *s, int post, int spell)
{
	int before = holder_before(s->roster, post, spell);
	if (before == NOT_THERE)
		return ABSORBED_NEW_POST;
	const struct movement *move = move_from(s, before);
	if (!move || move->kind == LEFT)
		return ABSORBED_LEAVER;
	return move->kind == ADVANCED ? ABSORBED_PROMOTION : ABSORBED_MOVE;
}

/* Somebody's time in the ticket's post ended: into an established post, or away. */
static void
add_end(struct story *s, int spell)
{
	const struct roster *r = s->roster;
	const struct movement *move = move_from(s, spell);
	Date last = spell_period(r, spell).last;
	bool on = move && move->to_spell != NOT_THERE;
	int post = on ? spell_last(r, move->to_spell)->post : NOT_THERE;
	Date came = on ? spell_period(r, move->to_spell).first : last;
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(r, post, came);
	if (last.day == DATE_OPEN.day)
		return;
	if (row && row->status == FUNDED)
		story_add(s, (struct happening){ .day = came, .event = TICKET_ABSORB, .spell = spell, .into = post,
			.how = why_open(s, post, move->to_spell) });
	else
		story_add(s, (struct happening){ .day = { last.day + 1 }, .event = TICKET_VACATE, .spell = spell, .into = NOT_THERE });
}

/* The day from which its post is established after it was over, or DATE_OPEN. */
static Date
established_from(const struct roster *r, int post)
{
	bool over = false;
	for (int i = 0; i < r->posts[post].count; i++) {
		const struct post_row *row = &r->post_rows[r->posts[post].first + i];
		if (over && row->status == FUNDED)
			return row->when.first;
		over = over || row->status == OVER_ESTABLISHMENT;
	}
	return DATE_OPEN;
}

static void
add_times_in_post(struct story *s, int post)
{
	const struct roster *r = s->roster;
	Date turned = established_from(r, post);
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		int spell = r->post_spells[i];
		struct period when = spell_period(r, spell);
		if (!basis_holds(spell_last(r, spell)->basis) || when.first.day >= turned.day)
			continue;
		story_add(s, (struct happening){ .day = when.first, .event = TICKET_FILL, .spell = spell, .into = NOT_THERE });
		if (when.last.day < turned.day)
			add_end(s, spell);
		else if (turned.day < DATE_OPEN.day)
			story_add(s, (struct happening){ .day = turned, .event = TICKET_ABSORB, .spell = spell, .into = post,
				.how = ABSORBED_NEW_POST });
	}
}

static void
add_what_was_said(struct story *s, const struct record *record)
{
	Str decision = said_text(TYPE_TICKET, record, "decision"), how = said_text(TYPE_TICKET, record, "absorbed_how");
	static const struct { const char *field; enum ticket_event event; } days[] = {
		{ "withdrawn_on", TICKET_WITHDRAW }, { "closed_on", TICKET_CLOSE } };
	if (decision.len)
		story_add(s, (struct happening){ .day = said_day(TYPE_TICKET, record, "decided_on"), .spell = NOT_THERE, .into = NOT_THERE,
			.event = str_equal(decision, S("approved")) ? TICKET_APPROVE : TICKET_REFUSE });
	for (int i = 0; i < countof(days); i++)
		if (said_text(TYPE_TICKET, record, days[i].field).len)
			story_add(s, (struct happening){ .day = said_day(TYPE_TICKET, record, days[i].field), .event = days[i].event, .spell = NOT_THERE,
				.into = NOT_THERE });
	for (int a = 0; a < ABSORPTIONS; a++)
		if (str_equal(how, absorption_codes[a]))
			story_add(s, (struct happening){ .day = said_day(TYPE_TICKET, record, "absorbed_on"), .event = TICKET_ABSORB, .spell = NOT_THERE,
				.into = NOT_THERE, .how = (enum absorption)a, .said = true });
}

static int
by_day(const void *a, const void *b)
{
	const struct happening *x = a, *y = b;
	return x->day.day != y->day.day ? (x->day.day > y->day.day) - (x->day.day < y->day.day) : (int)x->event - (int)y->event;
}

/* ---- what it comes to --------------------------------------------------------------------------- */

static void
happen(struct ticket *t, const struct happening *h)
{
	enum ticket_state after;
	if (!ticket_after(t->state, h->event, &after))
		return;
	t->state = after;
	switch (h->event) {
	case TICKET_FILL:
		t->filled = h->day;
		t->spell = h->spell;
		break;
	case TICKET_VACATE:
		t->filled = (Date){ 0 };
		t->spell = NOT_THERE;
		break;
	case TICKET_ABSORB:
		t->absorbed = h->day;
		t->how = h->how;
		t->how_said = h->said;
		t->into = h->into;
		break;
	case TICKET_CLOSE:
		t->closed = h->day;
		break;
	default:
		break;
	}
}

/* Days of holders in its post while it is over, each by their FTE. */
static void
reckon_cost(struct ticket *t, const struct roster *r, Date day)
{
	int64_t shares = 0;
	for (int i = 0; t->post != NOT_THERE && i < r->spell_row_count; i++) {
		const struct spell_row *row = &r->spell_rows[i];
		if (row->post != t->post || !basis_holds(row->basis))
			continue;
		for (int p = 0; p < r->posts[t->post].count; p++) {
			const struct post_row *post = &r->post_rows[r->posts[t->post].first + p];
			Date first = row->when.first.day > post->when.first.day ? row->when.first : post->when.first;
			Date last = row->when.last.day < post->when.last.day ? row->when.last : post->when.last;
			last = last.day < day.day ? last : day;
			if (post->status != OVER_ESTABLISHMENT || last.day < first.day)
				continue;
			t->days_over += last.day - first.day + 1;
			shares += (last.day - first.day + 1) * row->fte;
		}
	}
	if (t->cost_year != NO_PENCE)
		t->cost = (t->cost_year * (shares / 1000) + 365 * 500) / (365 * 1000);
}

static int64_t
pence_of(Str text)
{
	struct parsed_decimal read = parse_decimal(text, 2, false);
	return read.ok ? read.micro / (MICRO / 100) : NO_PENCE;
}

static struct ticket
ticket_of(struct story *s, const struct record *record)
{
	const struct roster *r = s->roster;
	struct ticket t = { .record = record, .ref = record->ref, .proposal = said_text(TYPE_TICKET, record, "proposal"),
		.asked_by = said_text(TYPE_TICKET, record, "asked_by"), .decided_by = said_text(TYPE_TICKET, record, "decided_by"),
		.role = roster_role(r, said_text(TYPE_TICKET, record, "role")), .unit = roster_unit(r, said_text(TYPE_TICKET, record, "unit")), .post = roster_post(r, said_text(TYPE_TICKET, record, "post")),
		.asked = said_day(TYPE_TICKET, record, "asked_on"), .decided = said_day(TYPE_TICKET, record, "decided_on"), .starts = said_day(TYPE_TICKET, record, "starts_on"),
		.expires = said_day(TYPE_TICKET, record, "expires_on"), .spell = NOT_THERE, .into = NOT_THERE,
		.cost_year = pence_of(said_text(TYPE_TICKET, record, "cost_year")), .cost = NO_PENCE };
	s->count = 0;
	s->at = new(s->perm, SAID_MOST + (t.post == NOT_THERE ? 0
		: 2 * (r->post_spells_begin[t.post + 1] - r->post_spells_begin[t.post])), struct happening);
	add_what_was_said(s, record);
	if (t.post != NOT_THERE)
		add_times_in_post(s, t.post);
	qsort(s->at, (size_t)s->count, sizeof *s->at, by_day);
	for (int i = 0; i < s->count; i++)
		happen(&t, &s->at[i]);
	reckon_cost(&t, r, s->day);
	t.expired = t.expires.day < s->day.day && (t.state == TICKET_APPROVED || t.state == TICKET_FILLED);
	return t;
}

void
tickets_read(struct tickets *tickets, const struct roster *roster, Date day, struct arena *perm)
{
	const struct records *all = &roster->council->of[TYPE_TICKET];
	struct movement *moves = NULL;
	struct story story = { .roster = roster, .day = day, .perm = perm };
	*tickets = (struct tickets){ .roster = roster, .day = day, .at = new(perm, all->count + 1, struct ticket) };
	if (all->count)
		story.move_count = movements_in(roster, NOT_THERE, (struct period){ date_of(1990, 1, 1), day }, true, &moves, perm);
	story.moves = moves;
	for (int i = 0; i < all->count; i++)
		if (said_day(TYPE_TICKET, &all->at[i], "asked_on").day <= day.day)
			tickets->at[tickets->count++] = ticket_of(&story, &all->at[i]);
}

int
ticket_find(const struct tickets *tickets, Str ref)
{
	for (int i = 0; i < tickets->count; i++)
		if (str_equal(tickets->at[i].ref, ref))
			return i;
	return NOT_THERE;
}

/* ---- many --------------------------------------------------------------------------------------- */

void
ticket_count(struct ticket_totals *totals, const struct ticket *t)
{
	bool absorbed = t->state == TICKET_ABSORBED || t->state == TICKET_CLOSED;
	totals->count++;
	totals->of[t->state]++;
	totals->expired += t->expired;
	if (absorbed) {
		totals->absorbed++;
		totals->by[t->how]++;
		totals->days_to_absorb += t->absorbed.day - t->filled.day;
	}
	totals->over += t->days_over > 0;
	totals->cost_unknown += t->days_over > 0 && t->cost == NO_PENCE;
	totals->cost += t->cost == NO_PENCE ? 0 : t->cost;
	if (t->state != TICKET_APPROVED && t->state != TICKET_FILLED)
		return;
	totals->cost_year += t->cost_year == NO_PENCE ? 0 : t->cost_year;
	totals->year_unknown += t->cost_year == NO_PENCE;
}

void
ticket_totals_end(struct ticket_totals *totals)
{
	if (totals->absorbed)
		totals->days_to_absorb = (2 * totals->days_to_absorb + totals->absorbed) / (2 * totals->absorbed);
}
