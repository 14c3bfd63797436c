/* written_tickets.c: posts over establishment, as records: some absorbed, one filled, one approved, one that waits, one refused.
 *
 * Those that were filled are times in post that were made anyway: the post was over establishment while its holder, who
 * went on to an established post, was in it, or until it became one itself. So nobody comes or leaves for it, and no
 * figure of a census is another. Draws no numbers. */
#include "demo/writing.h"

enum { FIRST_YEAR = 2025, DAYS_LEAST = 60, DAYS_MOST = 1100, DAYS_AGO = 1500, MOVES_MOST = 3, COST_YEAR = 52000 };

static const Str proposal = STR("Over-recruitment, made up for this demonstration");

struct ticketing {
	struct writing *w;
	Date today;
	int number;
};

/* What is said of one ticket. A decision of NULL: none yet. */
struct said {
	int unit, post;              /* post: NOTHING where there is none */
	Date asked, starts;
	const char *decision, *closed_why;
	Date closed;
	const char *reason;
	Str why;
};

static void
write_ticket(struct ticketing *in, const struct said *said)
{
	static const enum type_id t = TYPE_TICKET;
	struct arena *perm = in->w->perm;
	Str *v = writing_row(in->w, t, ref_numbered(&record_types[t], ++in->number, perm), NO_DAYS);
	writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, MADE_WORKER));
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, said->unit));
	writing_put(v, t, "proposal", proposal);
	writing_put(v, t, "reason", str_of(said->reason));
	writing_put(v, t, "why", said->why);
	writing_put(v, t, "starts_on", date_iso(said->starts, perm));
	writing_put(v, t, "expires_on", date_iso(day_plus(said->starts, 730), perm));
	writing_put(v, t, "cost_year", writing_whole(in->w, COST_YEAR));
	writing_put(v, t, "asked_by", S("Team manager"));
	writing_put(v, t, "asked_on", date_iso(said->asked, perm));
	writing_put(v, t, "post", writing_ref(in->w, TYPE_POST, said->post));
	if (said->decision) {
		writing_put(v, t, "decision", str_of(said->decision));
		writing_put(v, t, "decided_by", S("Head of service"));
		writing_put(v, t, "decided_on", date_iso(day_plus(said->asked, 14), perm));
	}
	if (said->closed_why) {
		writing_put(v, t, "closed_on", date_iso(said->closed, perm));
		writing_put(v, t, "closed_why", str_of(said->closed_why));
	}
}

/* ---- times in post that were over establishment --------------------------------------------------- */

static int
lines_of_spell(const struct making *m, int spell, int *fte)
{
	int count = 0;
	for (int i = 0; i < m->spell_lines.count; i++)
		if (m->spell_lines.at[i].spell == spell) {
			*fte = m->spell_lines.at[i].fte;
			count++;
		}
	return count;
}

static bool
meets(struct period a, Date first, Date last)
{
	return a.first.day <= last.day && first.day <= a.last.day;
}

static bool
alone_in_post(const struct making *m, int spell)
{
	const struct made_spell *s = &m->spells.at[spell];
	for (int i = 0; i < m->spells.count; i++) {
		const struct made_spell *other = &m->spells.at[i];
		if (i != spell && other->post == s->post && meets((struct period){ other->first, other->last }, s->first, s->last))
			return false;
	}
	return true;
}

static bool
was_over(const struct making *m, int post)
{
	for (int i = 0; i < m->post_lines.count; i++)
		if (m->post_lines.at[i].post == post && m->post_lines.at[i].status == OVER_ESTABLISHMENT)
			return true;
	return false;
}

/* The line of the post on all of those days, funded, never over establishment, and of one full FTE that the holder has alone; or NULL. */
static struct post_line *
line_held(const struct making *m, int spell, struct period when)
{
	const struct made_spell *s = &m->spells.at[spell];
	int fte = 0;
	if (lines_of_spell(m, spell, &fte) != 1 || was_over(m, s->post) || !alone_in_post(m, spell))
		return NULL;
	for (int i = 0; i < m->post_lines.count; i++) {
		struct post_line *line = &m->post_lines.at[i];
		if (line->post == s->post && line->when.first.day <= when.first.day && when.last.day <= line->when.last.day &&
		    line->status == FUNDED && line->role == MADE_WORKER && line->fte == fte)
			return line;
	}
	return NULL;
}

/* Those days of a line become days over establishment; what is before and after stays as it was. */
static void
make_over(struct making *m, struct post_line *line, struct period when)
{
	struct post_line whole = *line, part = whole;
	*line = whole;
	line->when = when;
	line->status = OVER_ESTABLISHMENT;
	if (whole.when.first.day < when.first.day) {
		part.when = (struct period){ whole.when.first, day_plus(when.first, -1) };
		*grow(m, post_lines) = part;
	}
	if (when.last.day < whole.when.last.day) {
		part.when = (struct period){ day_plus(when.last, 1), whole.when.last };
		*grow(m, post_lines) = part;
	}
}

/* The time in another post that began the day after this one ended; or NOTHING. */
static int
went_on_to(const struct making *m, int spell)
{
	const struct made_spell *s = &m->spells.at[spell];
	for (int i = 0; i < m->spells.count; i++) {
		const struct made_spell *next = &m->spells.at[i];
		if (next->person == s->person && next->post != s->post && next->first.day == s->last.day + 1 && next->basis == PERMANENT)
			return i;
	}
	return NOTHING;
}

static bool
is_funded(const struct making *m, int post, Date day)
{
	for (int i = 0; i < m->post_lines.count; i++)
		if (m->post_lines.at[i].post == post && meets(m->post_lines.at[i].when, day, day))
			return m->post_lines.at[i].status == FUNDED;
	return false;
}

static void
write_filled(struct ticketing *in, int spell, struct period over, struct said said)
{
	struct making *m = in->w->m;
	struct post_line *line = line_held(m, spell, over);
	const struct made_spell *s = &m->spells.at[spell];
	said.unit = line->unit;
	said.post = s->post;
	said.starts = s->first;
	said.asked = day_plus(s->first, -70);
	said.decision = "approved";
	make_over(m, line, over);
	write_ticket(in, &said);
}

/* Whoever was in it went on to an established post: the report says whose. */
static void
write_moved(struct ticketing *in)
{
	struct making *m = in->w->m;
	int made = 0;
	for (int i = 0; i < m->spells.count && made < MOVES_MOST; i++) {
		const struct made_spell *s = &m->spells.at[i];
		int days = s->last.day - s->first.day, next;
		if (s->basis != PERMANENT || s->first.day < in->today.day - DAYS_AGO || s->last.day > in->today.day - 30 ||
		    days < DAYS_LEAST || days > DAYS_MOST || !line_held(m, i, (struct period){ s->first, s->last }))
			continue;
		next = went_on_to(m, i);
		if (next == NOTHING || !is_funded(m, m->spells.at[next].post, m->spells.at[next].first))
			continue;
		write_filled(in, i, (struct period){ s->first, s->last }, (struct said){ .reason = "turnover",
			.why = S("About ten leave in a year, and a post is open for five months: one ahead of each leaver"),
			.closed_why = made ? "absorbed" : NULL, .closed = day_plus(s->last, 21) });
		made++;
	}
}

/* Still in it: the last to come who are there alone. One whose post became established after some months, and one over. */
static void
write_present(struct ticketing *in)
{
	struct making *m = in->w->m;
	int made = 0;
	for (int i = m->spells.count - 1; i >= 0 && made < 2; i--) {
		const struct made_spell *s = &m->spells.at[i];
		Date last = made ? s->last : day_plus(s->first, 120);
		if (s->basis != PERMANENT || s->last.day != DATE_OPEN.day || s->first.day > in->today.day - 150 ||
		    s->first.day < in->today.day - DAYS_MOST || !line_held(m, i, (struct period){ s->first, last }))
			continue;
		write_filled(in, i, (struct period){ s->first, last }, (struct said){ .reason = made ? "cohort" : "support",
			.why = made ? S("Nine newly qualified come in one intake: one more than there are posts for")
			            : S("An experienced worker for the team that takes most of the newly qualified") });
		made++;
	}
}

/* ---- those without a post ------------------------------------------------------------------------- */

static void
write_unfilled(struct ticketing *in)
{
	static const struct { const char *decision, *reason; Str why; int days; } rows[] = {
		{ "approved", "turnover", STR("Two have said that they will go in the spring"), 40 },
		{ NULL, "cohort", STR("Six apprentices qualify in the summer, and five posts will be open"), 9 },
		{ "refused", "other", STR("To bring caseloads down for the winter"), 75 },
	};
	struct making *m = in->w->m;
	int unit = NOTHING;
	for (int p = 0; p < m->posts.count && unit == NOTHING; p++)
		if (post_is_open(m, p) && m->posts.at[p].role == MADE_WORKER)
			for (int i = 0; i < m->post_lines.count; i++)
				if (m->post_lines.at[i].post == p && meets(m->post_lines.at[i].when, in->today, in->today))
					unit = m->post_lines.at[i].unit;
	for (int i = 0; i < countof(rows) && unit != NOTHING; i++)
		write_ticket(in, &(struct said){ .unit = unit, .post = NOTHING, .decision = rows[i].decision, .reason = rows[i].reason,
			.why = rows[i].why, .asked = day_plus(in->today, -rows[i].days), .starts = day_plus(in->today, 30) });
}

void
written_tickets(struct writing *w)
{
	struct ticketing in = { .w = w, .today = census_period(w->m->year).last };
	if (w->m->year < FIRST_YEAR)
		return;
	write_moved(&in);
	write_present(&in);
	write_unfilled(&in);
}
