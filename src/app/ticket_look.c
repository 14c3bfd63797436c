/* ticket_look.c: who sees and does what of posts over establishment; addresses and words. */
#include "app/ticket_parts.h"

#include "app/estab.h"

bool
ticket_settle(const struct world *world, const struct ask *ask, struct ticket_look *l, struct answer *why,
              struct arena *perm)
{
	if (!own_settle(world, ask, &l->own, why, perm))
		return false;
	tickets_read(&l->tickets, l->own.roster, ask->day, perm);
	return true;
}

bool
ticket_seen(const struct ticket_look *l, const struct ticket *t)
{
	return sight_record(&l->own.sight, &record_types[TYPE_TICKET], t->record, GROUP_REQUESTS).reach >= REACH_READ;
}

bool
ticket_take(const struct world *world, const struct ask *ask, struct ticket_look *l, const struct ticket **t,
            struct answer *why, struct arena *perm)
{
	if (!ticket_settle(world, ask, l, why, perm))
		return false;
	int found = ticket_find(&l->tickets, ask->ref);
	*t = found == NOT_THERE ? NULL : &l->tickets.at[found];
	if (*t && ticket_seen(l, *t))
		return true;
	*why = answer_words(UNKNOWN, S("There is no such ticket here for you"), str_format(perm,
		"\u201c%.*s\u201d is no over-establishment ticket of %.*s, as far as you may see.", STR_ARG(ask->ref),
		STR_ARG(l->own.place->name)), perm);
	return false;
}

/* ---- acts -------------------------------------------------------------------------------------- */

static bool
writes(const struct ticket_look *l, const struct ticket *t, enum field_group group)
{
	return t->unit != NOT_THERE && sight_unit(&l->own.sight, t->unit, group).reach >= REACH_WRITE;
}

bool
ticket_is_askers(const struct ticket_look *l, const struct ticket *t)
{
	return str_equal(l->own.ask->viewer->account, t->asked_by);
}

bool
ticket_decides(const struct ticket_look *l, const struct ticket *t)
{
	return writes(l, t, GROUP_APPROVALS) && !ticket_is_askers(l, t);
}

bool
ticket_opens(const struct ticket_look *l, const struct ticket *t)
{
	return t->state == TICKET_APPROVED && t->post == NOT_THERE && writes(l, t, GROUP_STRUCTURE) && writes(l, t, GROUP_REQUESTS);
}

bool
ticket_closes(const struct ticket_look *l, const struct ticket *t)
{
	enum ticket_state after;
	return ticket_after(t->state, TICKET_CLOSE, &after) && writes(l, t, GROUP_REQUESTS);
}

/* ---- addresses and words ----------------------------------------------------------------------- */

Str
href_of_tickets(const struct own *own)
{
	return href_in_unit(own, S("over-establishment"), own->unit, S(""));
}

Str
href_of_ticket(const struct own *own, Str ref)
{
	return own_href(own, str_format(own->perm, "over-establishment/%.*s", STR_ARG(ref)));
}

Str
ticket_title(const struct ticket_look *l, const struct ticket *t)
{
	const struct own *own = &l->own;
	Str role = t->role == NOT_THERE ? S("A post") : role_words(own, t->role, own->ask->day);
	Str unit = t->unit == NOT_THERE ? own->place->name : unit_words(own, t->unit);
	return str_format(own->perm, "%.*s over establishment in %.*s", STR_ARG(role), STR_ARG(unit));
}

Str
ticket_text(const struct ticket *t, const char *field)
{
	return record_value(&record_types[TYPE_TICKET], t->record, str_of(field));
}
