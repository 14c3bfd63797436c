/* rules_posts.c: what must be true of one post and everybody in it. */
#include "workforce/ruling.h"

/* The FTE of holders and of the post on a day. */
struct filling { int64_t held, fte; };

static struct filling
filling_on(const struct roster *r, int post, Date day)
{
	struct filling filling = { 0 };
	const struct post_row *row = post_on(r, post, day);
	if (row)
		filling.fte = row->fte;
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct spell_row *spell = spell_on(r, r->post_spells[i], day);
		if (spell && basis_holds(spell->basis))
			filling.held += spell->fte;
	}
	return filling;
}

/* The first day after `day` on which a spell or the post is described anew or ends. */
static Date
next_turn(const struct roster *r, int post, Date day)
{
	Date next = DATE_OPEN;
	const struct thing *thing = &r->posts[post];
	for (int i = thing->first; i < thing->first + thing->count; i++) {
		Date first = r->post_rows[i].when.first;
		if (first.day > day.day && first.day < next.day)
			next = first;
	}
	for (int i = r->post_spells_begin[post]; i < r->post_spells_begin[post + 1]; i++) {
		const struct thing *spell = &r->spells[r->post_spells[i]];
		for (int j = spell->first; j < spell->first + spell->count; j++) {
			Date first = r->spell_rows[j].when.first, after = day_after(r->spell_rows[j].when.last);
			if (first.day > day.day && first.day < next.day)
				next = first;
			if (after.day > day.day && after.day < next.day)
				next = after;
		}
	}
	return next;
}

static void
say_over(struct ruling *in, int post, Date from, Date until, struct filling filling)
{
	bool short_enough = until.day - from.day <= HANDOVER_DAYS;
	Str held = figure_text((Figure){ .micro = filling.held }, 2, in->perm);
	Str fte = figure_text((Figure){ .micro = filling.fte }, 2, in->perm);
	rule_breaks(in, short_enough ? RULE_HANDOVER : RULE_OVER_FTE, in->roster.posts[post].ref,
	            str_format(in->perm, "is held by %.*s FTE from %.*s, and has %.*s", STR_ARG(held),
	                       STR_ARG(date_text(from, in->perm)), STR_ARG(fte)),
	            short_enough ? S("nothing, if it is a handover")
	                         : S("end somebody's time in it, or make the post larger"));
}

/* Runs of days on which the post is held beyond its FTE. */
static void
check_fte(struct ruling *in, int post)
{
	const struct roster *r = &in->roster;
	Date day = r->post_rows[r->posts[post].first].when.first, since = DATE_OPEN;
	struct filling worst = { 0 };
	for (;;) {
		struct filling filling = filling_on(r, post, day);
		bool over = filling.fte > 0 && filling.held > filling.fte;
		if (over && since.day == DATE_OPEN.day)
			since = day;
		if (over && filling.held > worst.held)
			worst = filling;
		if (!over && since.day != DATE_OPEN.day) {
			say_over(in, post, since, day, worst);
			since = DATE_OPEN;
			worst = (struct filling){ 0 };
		}
		Date next = next_turn(r, post, day);
		if (next.day == DATE_OPEN.day)
			break;
		day = next;
	}
	if (since.day != DATE_OPEN.day)
		say_over(in, post, since, DATE_OPEN, worst);
}

static struct period
post_days(const struct roster *r, int post)
{
	const struct thing *thing = &r->posts[post];
	return (struct period){ r->post_rows[thing->first].when.first,
	                        r->post_rows[thing->first + thing->count - 1].when.last };
}

static void
check_days(struct ruling *in, int spell)
{
	const struct roster *r = &in->roster;
	int post = spell_last(r, spell)->post;
	if (post == NOT_THERE)
		return;
	struct period of_post = post_days(r, post), of_spell = spell_period(r, spell);
	if (of_spell.first.day >= of_post.first.day && of_spell.last.day <= of_post.last.day)
		return;
	bool before = of_spell.first.day < of_post.first.day;
	Date edge = before ? of_post.first : of_post.last;
	rule_breaks(in, RULE_OUTSIDE_POST, r->spells[spell].ref,
	            str_format(in->perm, "is in post %.*s %s it %s on %.*s", STR_ARG(post_called(r, post, of_spell.first)),
	                       before ? "before" : "after", before ? "begins" : "ends",
	                       STR_ARG(date_text(edge, in->perm))),
	            S("change the days of the one or of the other"));
}

void
rules_of_posts(struct ruling *in)
{
	for (int p = 0; p < in->roster.post_count; p++)
		if (in->posts[p])
			check_fte(in, p);
	for (int s = 0; s < in->roster.spell_count; s++)
		if (in->spells[s])
			check_days(in, s);
}
