/* team_bars.c: posts in rows and the people in them over time, as bars and as the table beside them. */
#include "app/team.h"

enum { YEARS_BACK = 2, YEARS_AHEAD = 1, YEAR_DAYS = 365, ROWS_DRAWN = 40 };

enum fill
fill_of_basis(enum basis basis)
{
	switch (basis) {
	case PERMANENT:
		return FILL_PERMANENT;
	case FIXED_TERM: case ACTING: case SECONDED_IN: case PARTNER_EMPLOYED:
		return FILL_FIXED;
	case AGENCY:
		return FILL_AGENCY;
	case COVER:
		return FILL_COVER;
	}
	return FILL_PERMANENT;
}

struct bars { const struct own *own; struct period days; struct chart_bar *at; int count;
              struct rows_made rows; };

static const struct column bar_columns[] = {
	{ STR("post"), STR("Post"), false, false }, { STR("who"), STR("Who"), false, false },
	{ STR("how"), STR("Held how"), false, false }, { STR("when"), STR("When"), false, false },
};

/* Where somebody was in a post: on the day asked about, or on the nearest day of it. */
static Date
seen_on(const struct own *own, struct period when)
{
	Date day = own->ask->day;
	return day.day < when.first.day ? when.first : day.day > when.last.day ? when.last : day;
}

static void
add_bar(struct bars *in, struct period when, enum fill fill, Str words)
{
	if (when.last.day < in->days.first.day || when.first.day > in->days.last.day)
		return;
	in->at[in->count++] = (struct chart_bar){ .first = when.first, .last = when.last, .fill = fill, .words = words,
	                                          .open = when.last.day == DATE_OPEN.day };
}

static void
bar_row(struct bars *in, int post, Str who, Str how, struct period when)
{
	if (when.last.day < in->days.first.day || when.first.day > in->days.last.day)
		return;
	struct cell *cells = rows_push(&in->rows, countof(bar_columns), in->own->perm);
	cells[0] = post_cell(in->own, post);
	cells[0].note = post_number(in->own, post);
	cells[1] = cell_text(who);
	cells[2] = cell_text(how);
	cells[3] = cell_text(period_words(when, in->own->perm));
}

/* Both hold the day asked about, so they overlap. */
static void
add_spell_cut(struct bars *in, struct period when, struct period leave, enum fill fill, Str who)
{
	Date first = leave.first.day > when.first.day ? leave.first : when.first;
	Date last = leave.last.day < when.last.day ? leave.last : when.last;
	if (first.day > when.first.day)
		add_bar(in, (struct period){ when.first, { first.day - 1 } }, fill, who);
	add_bar(in, (struct period){ first, last }, FILL_AWAY, who);
	if (last.day < when.last.day)
		add_bar(in, (struct period){ { last.day + 1 }, when.last }, fill, who);
}

/* A holder's time, the leave of the day asked about cut out of it where it may be seen. */
static void
add_spell(struct bars *in, int spell)
{
	const struct own *own = in->own;
	const struct spell_row *row = spell_last(own->roster, spell);
	struct period when = spell_period(own->roster, spell), leave = { 0 };
	Date day = seen_on(own, when);
	Str who = person_then(own, row->person, day);
	bool terms = row->person != NOT_THERE &&
		sight_person(&own->sight, row->person, GROUP_TERMS).reach >= REACH_PSEUDONYM;
	enum fill fill = terms || who.len == 0 ? fill_of_basis(row->basis) : FILL_PERMANENT;
	bool away = terms && basis_holds(row->basis) &&
		sight_person(&own->sight, row->person, GROUP_ABSENCE).reach >= REACH_READ &&
		when.first.day <= own->ask->day.day && own->ask->day.day <= when.last.day &&
		leave_on(own->roster, row->person, own->ask->day, &leave);
	if (away)
		add_spell_cut(in, when, leave, fill, who);
	else
		add_bar(in, when, fill, who);
	bar_row(in, row->post, who.len ? who : S("Somebody"), terms ? basis_words(row->basis) : S(""), when);
}

static void
add_vacancy(struct bars *in, const struct seat *seat)
{
	struct period when = { seat->vacant_since, DATE_OPEN };
	Str words = seat->held == 0 ? S("vacant")
		: str_format(in->own->perm, "%.*s FTE vacant", STR_ARG(fte_words(seat->vacant, in->own->perm)));
	add_bar(in, when, FILL_VACANT, words);
	bar_row(in, seat->post, S("Nobody"), words, when);
}

struct chart_row
bars_of_post(const struct own *own, const struct seat *seat, int post, struct period days,
             struct rows_made *rows)
{
	const struct roster *r = own->roster;
	int begin = r->post_spells_begin[post], end = r->post_spells_begin[post + 1];
	struct bars in = { .own = own, .days = days, .rows = *rows,
		.at = new(own->perm, 3 * (end - begin) + 1, struct chart_bar) };
	for (int i = begin; i < end; i++)
		if (spell_last(r, r->post_spells[i])->person != NOT_THERE)
			add_spell(&in, r->post_spells[i]);
	if (seat && seat->vacant > 0)
		add_vacancy(&in, seat);
	*rows = in.rows;
	return (struct chart_row){ .label = str_format(own->perm, "%.*s, %.*s", STR_ARG(post_words(own, post)),
		STR_ARG(post_number(own, post))), .bars = in.at, .bar_count = in.count };
}

struct chart *
bars_chart(const struct own *own, Str title, struct chart_row *rows, int count, struct period days)
{
	struct arena *perm = own->perm;
	struct chart *chart = new(perm, 1, struct chart);
	*chart = (struct chart){ .kind = CHART_SPANS, .title = title, .rows = rows, .row_count = count, .days = days,
		.subtitle = period_words(days, perm), .marker_day = own->ask->day, .marker = figure_absent(NOT_PUBLISHED),
		.description = S("Each row is a post; each bar is somebody\u2019s time in it, from the first day to the last."),
		.marker_name = str_format(perm, "As at %.*s", STR_ARG(day_words(own->ask->day, perm))) };
	return chart;
}

struct period
days_around(Date day, int years_back)
{
	return (struct period){ { day.day - years_back * YEAR_DAYS }, { day.day + YEARS_AHEAD * YEAR_DAYS } };
}

const struct table *
bars_table(Str caption, struct rows_made rows, struct arena *perm)
{
	return table_of(S("over_time"), caption, bar_columns, countof(bar_columns), rows, perm);
}

void
add_bars(struct document *doc, const struct estab *e)
{
	struct arena *perm = doc->arena;
	struct period days = days_around(e->own.ask->day, YEARS_BACK);
	struct chart_row *drawn = new(perm, ROWS_DRAWN, struct chart_row);
	struct rows_made rows = { 0 };
	int count = 0;
	for (int i = 0; i < e->est.seat_count && count < ROWS_DRAWN; i++)
		if (estab_shows(e, &e->est.seats[i]))
			drawn[count++] = bars_of_post(&e->own, &e->est.seats[i], e->est.seats[i].post, days, &rows);
	if (rows.count == 0)
		return;
	Str title = count == ROWS_DRAWN ? str_format(perm, "Who held the first %d posts, and when", ROWS_DRAWN)
	                                : S("Who held each post, and when");
	document_heading(doc, 2, S("Over time"), S("over-time"));
	document_chart(doc, bars_chart(&e->own, title, drawn, count, days), bars_table(title, rows, perm));
}
