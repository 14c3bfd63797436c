/* build_parts.c: the times that somebody's service falls into, and the roles of each. */
#include "census/building_people.h"

#include <stdlib.h>

/* ---- times ------------------------------------------------------------------------------------- */

void
building_times(struct making_person *p)
{
	const struct stretch *at = p->service.at;
	p->times = new(p->in->perm, p->service.count + 1, struct service_time);
	for (int i = 0; i < p->service.count; i++) {
		struct service_time *time = p->time_count ? &p->times[p->time_count - 1] : NULL;
		Date first = at[i].when.first, last = at[i].when.last;
		if (!time || first.day > time->last.day + 1) {
			time = &p->times[p->time_count++];
			*time = (struct service_time){ .first = first, .last = last, .begin = i };
		}
		time->end = i + 1;
		if (last.day > time->last.day)
			time->last = last;
	}
	for (int t = 0; t < p->time_count; t++)
		for (int i = p->times[t].begin; i < p->times[t].end; i++)
			if (at[i].leaves && at[i].when.last.day == p->times[t].last.day)
				p->times[t].over = true;
}

bool
building_leaves_in_year(const struct making_person *p, const struct service_time *time)
{
	return time->over && period_holds(p->in->year, (Date){ time->last.day + 1 });
}

bool
building_time_holds(const struct service_time *time, Date day)
{
	return time->first.day <= day.day && day.day <= time->last.day;
}

/* ---- parts ------------------------------------------------------------------------------------- */

static bool
is_director(const struct building *in, const struct stretch *s, Date day)
{
	return s->post && building_is_director(in, s->post, day);
}

bool
building_leaves_director_out(struct building *in, const struct stretch *s, Date day)
{
	int number;
	return is_director(in, s, day) && working_apply(in, WORKING_DIRECTOR, s->row->spell, &number) == 0;
}

/* To the part of the role, or one more. */
static void
add_to_part(struct parts *parts, const struct stretch *s)
{
	int i = 0;
	while (i < parts->count && parts->at[i].census != s->census)
		i++;
	if (i == PARTS_MOST)
		return;
	if (i == parts->count)
		parts->at[parts->count++] = (struct part){ .census = s->census, .spell = s->row->spell, .most = -1 };
	struct part *part = &parts->at[i];
	part->fte += s->row->fte;
	if (s->row->fte > part->most) {
		part->most = s->row->fte;
		part->spell = s->row->spell;
	}
}

static int
part_order(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	if (x->fte != y->fte)
		return x->fte > y->fte ? -1 : 1;
	return x->census - y->census;
}

/* All in the most senior; its post is what the record is of. */
static void
join_parts(struct parts *parts)
{
	struct part all = parts->at[0];
	for (int i = 1; i < parts->count; i++) {
		int64_t fte = all.fte + parts->at[i].fte;
		if (parts->at[i].census < all.census)
			all = parts->at[i];
		all.fte = fte;
	}
	parts->at[0] = all;
	parts->count = 1;
}

/* The roles held on a day within a time, the largest first. */
static struct parts
parts_on(struct making_person *p, const struct service_time *time, Date day, bool leaving)
{
	struct parts parts = { .count = 0 };
	int number;
	for (int i = time->begin; i < time->end; i++) {
		const struct stretch *s = &p->service.at[i];
		bool then = leaving ? s->leaves && s->when.last.day == time->last.day : period_holds(s->when, day);
		if (then && !building_leaves_director_out(p->in, s, day))
			add_to_part(&parts, s);
	}
	qsort(parts.at, (size_t)parts.count, sizeof *parts.at, part_order);
	if (parts.count > 1 && working_apply(p->in, WORKING_TWO_ROLES, parts.at[0].spell, &number) == 1)
		join_parts(&parts);
	return parts;
}

/* ---- FTE of the year before -------------------------------------------------------------------- */

static int
part_of_spell(const struct parts *parts, const struct stretch *s)
{
	for (int i = 0; i < parts->count; i++)
		if (parts->at[i].spell == s->row->spell || parts->count == 1)
			return i;
	for (int i = 0; i < parts->count; i++)
		if (parts->at[i].census == s->census)
			return i;
	return 0;
}

/* What somebody had a year before goes to the same post, else the same role, else the first. */
static void
find_before(struct making_person *p, const struct service_time *time, struct parts *parts)
{
	if (!building_time_holds(time, p->in->before))
		return;
	for (int i = time->begin; i < time->end; i++) {
		const struct stretch *s = &p->service.at[i];
		if (period_holds(s->when, p->in->before) && parts->count > 0)
			parts->at[part_of_spell(parts, s)].before += s->row->fte;
	}
}

/* No record has more than 1: what is over is a record more, of the same post. */
static void
split_parts(struct parts *parts)
{
	for (int i = 0; i < parts->count; i++) {
		struct part *part = &parts->at[i], over = *part;
		if ((part->fte <= FTE_ONE && part->before <= FTE_ONE) || parts->count == PARTS_MOST)
			continue;
		over.fte = part->fte > FTE_ONE ? part->fte - FTE_ONE : 0;
		over.before = part->before > FTE_ONE ? part->before - FTE_ONE : 0;
		part->fte -= over.fte;
		part->before -= over.before;
		parts->at[parts->count++] = over;
	}
}

struct parts
building_parts(struct making_person *p, const struct service_time *time, Date day, bool leaving)
{
	struct parts parts = parts_on(p, time, day, leaving);
	find_before(p, time, &parts);
	split_parts(&parts);
	return parts;
}
