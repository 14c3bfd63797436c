/* estab.c: which units are looked at, and the words, cells and links of all these pages. */
#include "app/estab.h"

#include <assert.h>

#include "workforce/types.h"

/* ---- what is looked at ----------------------------------------------------------------------- */

static bool
unit_seen(const struct own *own, int unit)
{
	return sight_unit(&own->sight, unit, GROUP_STRUCTURE).reach >= REACH_READ;
}

/* Units of the day that are seen; with `within`, only those at or under it. */
static void
find_units(struct estab *e, int within)
{
	const struct own *own = &e->own;
	int count = e->day->unit_count, top = 0;
	int *units = new(own->perm, count + 1, int), *depths = new(own->perm, count + 1, int);
	for (int i = 0; i < count; i++) {
		units[i] = e->day->units[i];
		depths[i] = e->day->depths[i];
	}
	bool inside = within == NOT_THERE;
	e->units = units;
	e->depths = depths;
	e->unit_count = 0;
	for (int i = 0, from = 0; i < count; i++) {
		if (units[i] == within) {
			inside = true;
			from = depths[i];
		} else if (within != NOT_THERE && inside && depths[i] <= from) {
			break;
		}
		if (!inside || !unit_seen(own, units[i]))
			continue;
		if (e->unit_count == 0 || depths[i] < top)
			top = depths[i];
		units[e->unit_count] = units[i];
		depths[e->unit_count++] = depths[i];
	}
	for (int i = 0; i < e->unit_count; i++)
		depths[i] -= top;
}

/* Whether the unit at this place stands under no other that is looked at. */
static bool
is_top(const struct estab *e, int i)
{
	for (int before = i - 1; before >= 0; before--)
		if (e->depths[before] < e->depths[i])
			return !unit_within(e->own.roster, e->units[i], e->units[before], e->own.ask->day);
	return true;
}

/* Whoever sees one unit and what is under it looks at that one without asking for it. */
static void
settle_home(struct estab *e)
{
	int tops = 0, home = NOT_THERE;
	e->everywhere = sight_total(&e->own.sight, NOT_THERE, GROUP_STRUCTURE).reach >= REACH_READ;
	if (e->own.unit != NOT_THERE || e->everywhere)
		return;
	for (int i = 0; i < e->unit_count; i++)
		if (is_top(e, i)) {
			tops++;
			home = e->units[i];
		}
	if (tops == 1)
		e->own.unit = home;
}

static bool
may_see(const struct estab *e, enum field_group group)
{
	const struct sight *sight = &e->own.sight;
	if (e->own.unit != NOT_THERE || e->everywhere)
		return sight_total(sight, e->own.unit, group).reach >= REACH_PSEUDONYM;
	for (int i = 0; i < e->unit_count; i++)
		if (sight_total(sight, e->units[i], group).reach < REACH_PSEUDONYM)
			return false;
	return e->unit_count > 0;
}

static void
add_staffing(struct staffing *all, const struct staffing *more)
{
	all->posts += more->posts;
	all->people += more->people;
	all->funded += more->funded;
	all->frozen += more->frozen;
	all->proposed += more->proposed;
	all->over += more->over;
	all->held += more->held;
	all->agency += more->agency;
	all->cover += more->cover;
	all->vacant += more->vacant;
	all->covered += more->covered;
	all->excess += more->excess;
	all->vacant_posts += more->vacant_posts;
	all->away_posts += more->away_posts;
}

static void
settle_staffing(struct estab *e)
{
	struct own *own = &e->own;
	estab_take_seats(e);
	e->of = e->day->of;
	if (!e->everywhere) {
		e->of = new(own->perm, own->roster->unit_count + 1, struct staffing);
		staffing_by_unit(&e->est, own->roster, e->of, *own->perm);
	}
	if (own->unit != NOT_THERE)
		e->all = e->of[own->unit];
	else if (e->everywhere)
		e->all = e->day->all;
	for (int i = 0; own->unit == NOT_THERE && !e->everywhere && i < e->unit_count; i++)
		if (is_top(e, i))
			add_staffing(&e->all, &e->of[e->units[i]]);
}

bool
estab_settle(const struct world *world, const struct ask *ask, struct estab *e, struct answer *why,
             struct arena *perm)
{
	*e = (struct estab){ 0 };
	if (!own_settle(world, ask, &e->own, why, perm))
		return false;
	e->day = estab_day_of(&e->own);
	find_units(e, e->own.unit);
	settle_home(e);
	settle_staffing(e);
	e->terms = may_see(e, GROUP_TERMS);
	e->absence = e->terms && may_see(e, GROUP_ABSENCE);
	return true;
}

bool
estab_shows(const struct estab *e, const struct seat *seat)
{
	if (seat->row->unit == NOT_THERE)
		return e->everywhere && e->own.unit == NOT_THERE;
	return e->everywhere || e->own.unit != NOT_THERE || unit_seen(&e->own, seat->row->unit);
}

/* ---- units as rows ---------------------------------------------------------------------------- */

struct unit_rows
unit_rows_of(const struct estab *e)
{
	struct arena *perm = e->own.perm;
	struct unit_rows rows = { new(perm, e->unit_count + 1, int), new(perm, e->unit_count + 1, int), 0 };
	bool root = e->own.unit == NOT_THERE && e->everywhere;
	if (root)
		rows.units[rows.count++] = NOT_THERE;
	for (int i = 0; i < e->unit_count; i++) {
		rows.units[rows.count] = e->units[i];
		rows.depths[rows.count++] = e->depths[i] + root;
	}
	return rows;
}

static bool
has_parts(const struct unit_rows *rows, int i)
{
	return i + 1 < rows->count && rows->depths[i + 1] > rows->depths[i];
}

static bool
has_teams(const struct unit_rows *rows, int i)
{
	for (int j = i + 1; j < rows->count && rows->depths[j] > rows->depths[i]; j++)
		if (rows->depths[j] == rows->depths[i] + 1 && !has_parts(rows, j))
			return true;
	return false;
}

static Str
row_name(const struct own *own, const struct unit_rows *rows, int i)
{
	return rows->units[i] == NOT_THERE ? S("The whole council") : unit_words(own, rows->units[i]);
}

struct unit_place
unit_place_of(const struct own *own, const struct unit_rows *rows, int i)
{
	Str name = row_name(own, rows, i);
	if (has_teams(rows, i) && rows->units[i] != NOT_THERE)
		return (struct unit_place){ str_format(own->perm, "All of %.*s", STR_ARG(name)), name };
	for (int above = i - 1; above >= 0; above--)
		if (rows->depths[above] < rows->depths[i])
			return (struct unit_place){ name, row_name(own, rows, above) };
	return (struct unit_place){ name, has_parts(rows, i) ? name : (Str){ 0 } };
}

/* ---- addresses ------------------------------------------------------------------------------- */

Str
href_in_unit(const struct own *own, Str rest, int unit, Str more)
{
	struct text to = text_new(own->perm);
	text_add(&to, own_href(own, rest));
	char mark = own->ask->on.len ? '&' : '?';
	if (unit != NOT_THERE) {
		text_format(&to, "%cunit=%.*s", mark, STR_ARG(own->roster->units[unit].ref));
		mark = '&';
	}
	if (more.len)
		text_format(&to, "%c%.*s", mark, STR_ARG(more));
	return text_str(&to);
}

/* ---- words and cells ------------------------------------------------------------------------- */

static Str
choice_words(enum type_id type, Str field, int place)
{
	const struct field *of = &record_types[type].fields[field_find(&record_types[type], field)];
	assert(place >= 0 && place < of->choice_count);
	return of->choices[place].words;
}

Str
basis_words(enum basis basis)
{
	return choice_words(TYPE_SPELL, S("basis"), (int)basis);
}

Str
status_words(enum post_status status)
{
	return choice_words(TYPE_POST, S("status"), (int)status);
}

Str
basis_seen(const struct own *own, int person, enum basis basis)
{
	if (person == NOT_THERE || sight_person(&own->sight, person, GROUP_TERMS).reach < REACH_PSEUDONYM)
		return (Str){ 0 };
	return basis_words(basis);
}

Str
person_then(const struct own *own, int person, Date then)
{
	if (person == NOT_THERE)
		return (Str){ 0 };
	Str words = person_words(own, person);
	if (words.len || then.day == own->sight.day.day || then.day == DATE_OPEN.day)
		return words;
	struct own that_day = *own;
	that_day.sight = sight_of(own->ask->viewer, own->roster, then, own->perm);
	return person_words(&that_day, person);
}

struct cell
person_cell(const struct own *own, int person, Date then)
{
	Str words = person_then(own, person, then);
	if (words.len == 0)
		return cell_text(S("Somebody"));
	return person_seen(own, person) ? cell_link(words, href_of_person(own, person)) : cell_text(words);
}

struct cell
post_cell(const struct own *own, int post)
{
	if (sight_post(&own->sight, post, GROUP_STRUCTURE).reach < REACH_READ)
		return cell_text(post_words(own, post));
	return cell_link(post_words(own, post), href_of_post(own, post));
}

Str
role_words(const struct own *own, int role, Date day)
{
	if (role == NOT_THERE)
		return S("No role");
	const struct thing *thing = &own->roster->roles[role];
	const struct role_row *row = role_on(own->roster, role, day);
	return row ? row->title : own->roster->role_rows[thing->first + thing->count - 1].title;
}

struct cell
fte_cell(int64_t micro)
{
	return cell_figure(figure_micro(micro), 2, UNIT_FTE);
}

struct cell
blank_cell(void)
{
	return cell_figure(figure_absent(NOT_PUBLISHED), 1, UNIT_FTE);
}

Str
some_fte(int64_t micro, struct arena *perm)
{
	return figure_text(figure_micro(micro), 1, perm);
}

/* ---- pieces ---------------------------------------------------------------------------------- */

struct place_row_of { Str rest, words; enum field_group group; enum reach reach; };
static const struct place_row_of estab_places[ESTAB_PAGES] = {
	[PAGE_STRUCTURE] = { STR("establishment"), STR("Structure"), GROUP_STRUCTURE, REACH_READ },
	[PAGE_VACANCIES] = { STR("vacancies"), STR("Vacancies"), GROUP_TERMS, REACH_PSEUDONYM },
	[PAGE_REQUESTS] = { STR("establishment-changes"), STR("Posts asked for"), GROUP_REQUESTS, REACH_READ },
	[PAGE_MEASURES] = { STR("own"), STR("Measures"), GROUP_IDENTITY, REACH_PSEUDONYM },
	[PAGE_MOVEMENTS] = { STR("movements"), STR("Movements"), GROUP_IDENTITY, REACH_PSEUDONYM },
};

static void
add_choices(struct document *doc, const struct estab *e, enum estab_page page)
{
	const struct ask *ask = e->own.ask;
	struct pick *picks = new(doc->arena, ESTAB_PAGES, struct pick);
	int count = 0;
	for (int p = 0; p < ESTAB_PAGES; p++) {
		const struct place_row_of *place = &estab_places[p];
		if (viewer_permit(ask->viewer, e->own.place->slug, place->group, ask->today).reach < place->reach)
			continue;
		picks[count++] = (struct pick){ .words = place->words, .chosen = p == (int)page,
			.value = href_in_unit(&e->own, place->rest, e->own.unit, S("")) };
	}
	document_choices(doc, S("Show"), picks, count);
}

static Str
indented(const struct estab *e, int i)
{
	struct text text = text_new(e->own.perm);
	for (int d = 0; d < e->depths[i]; d++)
		text_add(&text, S("\u2003"));
	text_add(&text, unit_words(&e->own, e->units[i]));
	return text_str(&text);
}

/* Every unit that may be chosen, whichever is looked at. */
static struct input
unit_input(const struct estab *e)
{
	struct estab all = *e;
	if (e->own.ask->unit.len)                /* else all of them are looked at */
		find_units(&all, NOT_THERE);
	struct pick *picks = new(e->own.perm, all.unit_count + 1, struct pick);
	int count = 0;
	picks[count++] = (struct pick){ .words = e->everywhere ? S("The whole council") : S("All that you see") };
	for (int i = 0; i < all.unit_count; i++)
		picks[count++] = (struct pick){ .words = indented(&all, i),
			.value = e->own.roster->units[all.units[i]].ref };
	return (struct input){ .kind = INPUT_SELECT, .name = S("unit"), .label = S("Unit"),
		.value = e->own.unit == NOT_THERE ? S("") : e->own.roster->units[e->own.unit].ref,
		.picks = picks, .pick_count = count };
}

void
add_estab_places(struct document *doc, const struct estab *e, enum estab_page page)
{
	const struct ask *ask = e->own.ask;
	struct arena *perm = doc->arena;
	struct form *form = new(perm, 1, struct form);
	struct input *inputs = new(perm, 3, struct input);
	struct button *button = new(perm, 1, struct button);
	int count = 0;
	inputs[count++] = (struct input){ .kind = INPUT_DATE, .name = S("on"), .label = S("As at"), .width = 20,
		.value = date_text(ask->day, perm) };
	inputs[count++] = unit_input(e);
	if (ask->show.len)
		inputs[count++] = (struct input){ .kind = INPUT_HIDDEN, .name = S("show"), .value = ask->show };
	*button = (struct button){ .words = S("Show"), .tone = BUTTON_SECOND };
	*form = (struct form){ .asks = true, .id = S("as-at"), .in_a_row = true, .inputs = inputs,
		.input_count = count, .buttons = button, .button_count = 1,
		.action = str_format(perm, "/authorities/%.*s/%.*s", STR_ARG(e->own.place->slug),
		                     STR_ARG(estab_places[page].rest)) };
	add_choices(doc, e, page);
	if (ask->page_only)                  /* a command and a program ask by options and addresses */
		document_form(doc, form);
}

/* The last day up to the one asked about on which anybody began or ended whom the viewer may know of. */
static Date
last_news(const struct estab *e)
{
	const struct own *own = &e->own;
	const struct roster *r = own->roster;
	Date last = { INT32_MIN }, day = own->ask->day;
	if (sight_total(&own->sight, NOT_THERE, GROUP_IDENTITY).reach >= REACH_PSEUDONYM)
		return e->day->last_news;
	for (int i = 0; i < r->spell_row_count; i++) {
		struct period when = r->spell_rows[i].when;
		if (!person_seen(own, r->spell_rows[i].person))
			continue;
		if (when.first.day <= day.day && when.first.day > last.day)
			last = when.first;
		if (when.last.day <= day.day && when.last.day > last.day)
			last = when.last;
	}
	return last;
}

void
add_staleness(struct document *doc, const struct estab *e)
{
	enum { QUIET_DAYS = 92 };
	const struct own *own = &e->own;
	Date last = last_news(e);
	if (last.day == INT32_MIN || own->ask->day.day - last.day <= QUIET_DAYS)
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0].text = str_format(doc->arena, "In these records nobody began or ended a time in post after %.*s. If "
		"somebody did, they are not up to date, and this page is too quiet. ",
		STR_ARG(day_words(last, doc->arena)));
	Str address = doc->address, unit = own->unit == NOT_THERE ? S("") : own->roster->units[own->unit].ref;
	runs[1] = (struct run){ .text = S("Look at that day"), .href = str_format(doc->arena, "%.*s?on=%.*s%s%.*s",
		STR_ARG(str_cut(&address, '?')), STR_ARG(date_iso(last, doc->arena)), unit.len ? "&unit=" : "",
		STR_ARG(unit)) };
	document_runs(doc, BLOCK_WARNING, runs, 2);
}

void
add_not_for_release(struct document *doc)
{
	struct run *run = new(doc->arena, 1, struct run);
	run->text = S("These are true counts of your own records. They contain small numbers and are not for "
	              "release.");
	document_runs(doc, BLOCK_INSET, run, 1);
}
