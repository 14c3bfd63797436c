/* rules_seats.c: a seat that is offered: to one candidate, not withdrawn, in a post that may be filled. */
#include "workforce/rules_hiring.h"

#define BIT(stage) (1u << AT_##stage)
/* Where an application holds the seat it was offered. Whoever left in probation had it: the post is asked for again. */
static const uint32_t holds = BIT(OFFERED) | BIT(CHECKING) | BIT(CLEARED) | BIT(AGREED) | BIT(STARTED) | BIT(INDUCTED) | BIT(CONFIRMED) |
                              BIT(LEFT);

static bool
holds_seat(struct hiring *h, Str application)
{
	return holds >> stage_reached(h, application) & 1u;
}

void
seat_check(struct hiring *h, const struct record *application, Str found_at)
{
	Str seat = application ? said_text(TYPE_APPLICATION, application, "requisition") : S("");
	int first, count = grouped_find(&h->of_seat, seat, &first);
	if (seat.len == 0 || count < 2 || !holds_seat(h, application->ref))
		return;
	for (int i = first; i < first + count; i++) {
		const struct record *other = h->of_seat.rows[i].record;
		if (str_equal(other->ref, application->ref) || !holds_seat(h, other->ref))
			continue;
		rule_breaks(h->in, RULE_SEAT, found_at, str_format(h->in->perm, "%.*s is offered to %.*s already", STR_ARG(seat), STR_ARG(other->ref)),
		            S("offer another seat, or record what became of that offer"));
		return;
	}
}

/* The post of a seat: its own, or the one that was opened for its ticket. */
static int
post_of(const struct hiring *h, const struct record *seat)
{
	Str post = said_text(TYPE_REQUISITION, seat, "post");
	const struct record *ticket = hiring_record(h, TYPE_TICKET, said_text(TYPE_REQUISITION, seat, "ticket"));
	return roster_post(&h->in->roster, post.len || !ticket ? post : said_text(TYPE_TICKET, ticket, "post"));
}

void
seat_open_check(struct hiring *h, const struct change *step, const struct record *application, bool starts)
{
	const struct record *seat = hiring_record(h, TYPE_REQUISITION, said_text(TYPE_APPLICATION, application, "requisition"));
	Date day, withdrawn;
	if (!seat || !date_parse(hiring_value(step, "held_on"), &day))
		return;
	int post = post_of(h, seat);
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(&h->in->roster, post, day);
	if (date_parse(said_text(TYPE_REQUISITION, seat, "withdrawn_on"), &withdrawn) && withdrawn.day <= day.day)
		rule_breaks(h->in, RULE_SEAT, step->after.ref, S("the seat was withdrawn by that day"), S("offer one that is being filled"));
	if (row && starts && (row->status == FROZEN || row->status == PROPOSED))
		rule_breaks(h->in, RULE_SEAT, step->after.ref, str_format(h->in->perm, "the post of the seat is %s on that day",
			row->status == FROZEN ? "frozen" : "only proposed"), S("let somebody open the post first"));
}
