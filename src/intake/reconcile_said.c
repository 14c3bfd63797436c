/* reconcile_said.c: what each list and the records say of each post, and of who is in it. */
#include "intake/cells.h"
#include "intake/reconciling.h"

static void
say(struct sayings *in, struct saying saying)
{
	if (in->count == in->room) {
		int room = in->room ? 2 * in->room : 512;
		struct saying *moved = new(in->perm, room, struct saying);
		for (int i = 0; i < in->count; i++)
			moved[i] = in->at[i];
		in->at = moved;
		in->room = room;
	}
	saying.key = heading_fold(saying.post, in->perm);
	in->at[in->count++] = saying;
}

static Str
name_of(Str family, Str given, struct arena *perm)
{
	return family.len ? str_format(perm, "%.*s, %.*s", STR_ARG(family), STR_ARG(given)) : (Str){ 0 };
}

/* The same person on every side: the records' ref, else a payroll number, else a name. */
static Str
person_key(const struct sayings *in, const struct line_read *line)
{
	const Str *v = line->values;
	if (line->person != NOT_THERE)
		return in->sides->roster->people[line->person].ref;
	if (v[TO_PAYROLL].len > 0)
		return str_format(in->perm, "payroll %.*s", STR_ARG(heading_fold(v[TO_PAYROLL], in->perm)));
	if (v[TO_FAMILY_NAME].len == 0)
		return (Str){ 0 };
	/* A name in no record, by its letters' sum: subjects hold no names. */
	Str folded = heading_fold(name_of(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], in->perm), in->perm);
	return str_format(in->perm, "name %016llx", (unsigned long long)str_hash(folded));
}

/* The post a line speaks of: its number, else that of the person's time in post. */
static Str
post_of(const struct sayings *in, const struct line_read *line)
{
	const struct roster *r = in->sides->roster;
	if (line->values[TO_POST].len > 0 || line->spell == NOT_THERE)
		return line->values[TO_POST];
	int post = spell_last(r, line->spell)->post;
	return post == NOT_THERE ? (Str){ 0 } : post_called(r, post, in->sides->day);
}

static void
say_line(struct sayings *in, enum side side, const struct line_read *line)
{
	const Str *v = line->values;
	Date day = in->sides->day, date;
	struct saying saying = { .side = side, .line = line->line, .post = post_of(in, line), .title = v[TO_JOB_TITLE],
		.team = v[TO_TEAM], .role = line->role, .unit = line->unit };
	if (side == SIDE_FINANCE) {
		saying.post_fte = v[TO_POST_FTE];
		saying.status = v[TO_POST_STATUS].len ? v[TO_POST_STATUS] : S("funded");
		say(in, saying);
		return;
	}
	saying.person = person_key(in, line);
	saying.name = name_of(v[TO_FAMILY_NAME], v[TO_GIVEN_NAMES], in->perm);
	saying.fte = v[TO_FTE];
	saying.left = date_parse(v[TO_LAST_DAY], &date) && date.day < day.day;
	bool later = date_parse(v[TO_FROM], &date) && date.day > day.day;
	saying.now = saying.person.len > 0 && !saying.left && !later;
	if (!later)
		say(in, saying);
}

/* A line that takes no part says only that it is there. */
static void
say_left(struct sayings *in, enum side side, const struct line_left *left)
{
	say(in, (struct saying){ .side = side, .line = left->line.line, .post = post_of(in, &left->line),
		.role = NOT_THERE, .unit = NOT_THERE, .why_out = left->why });
}

static void
say_spell(struct sayings *in, struct saying of, int spell)
{
	const struct roster *r = in->sides->roster;
	const struct spell_row *row = spell_on(r, spell, in->sides->day), *last = spell_last(r, spell);
	struct period days = spell_period(r, spell);
	if (!basis_employed(last->basis) || last->person == NOT_THERE || days.first.day > in->sides->day.day)
		return;
	const struct person *who = &r->people[last->person];
	of.person = who->ref;
	of.name = name_of(who->family_name, who->given_names, in->perm);
	of.now = row != NULL;
	of.left = days.last.day < in->sides->day.day;
	of.fte = fte_text((row ? row : last)->fte, in->perm);
	say(in, of);
}

/* Every post of the day, and who was in it. */
static void
say_records(struct sayings *in)
{
	const struct roster *r = in->sides->roster;
	const struct records *posts = &r->council->of[TYPE_POST];
	for (int p = 0; p < r->post_count; p++) {
		const struct post_row *row = post_on(r, p, in->sides->day);
		const struct record *record = record_on(posts, r->posts[p].ref, in->sides->day);
		if (!row || !record)
			continue;
		const struct unit_row *unit = row->unit == NOT_THERE ? NULL : unit_on(r, row->unit, in->sides->day);
		struct saying of = { .side = SIDE_RECORDS, .post = post_called(r, p, in->sides->day), .title = row->title,
			.team = unit ? unit->name : (Str){ 0 }, .role = row->role, .unit = row->unit, .record = p,
			.post_fte = fte_text(row->fte, in->perm), .status = record_value(posts->type, record, S("status")) };
		say(in, of);
		for (int i = r->post_spells_begin[p]; i < r->post_spells_begin[p + 1]; i++)
			say_spell(in, of, r->post_spells[i]);
	}
}

void
say_all(struct sayings *in)
{
	static const enum side of_list[] = { SIDE_HR, SIDE_FINANCE, SIDE_TEAM };
	for (ptrdiff_t s = 0; s < countof(of_list); s++) {
		const struct list_read *read = in->sides->lists[of_list[s]];
		for (int i = 0; read && i < read->count; i++)
			if (!read->at[i].unreadable)
				say_line(in, of_list[s], &read->at[i]);
		for (int i = 0; read && i < read->left_count; i++)
			say_left(in, of_list[s], &read->left[i]);
	}
	say_records(in);
}
