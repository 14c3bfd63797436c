/* equality_totals.c: totals for equality monitoring, released once a quarter.
 *
 * A release is made when the first reader asks after the end of a quarter, and kept: whoever asks later
 * sees the same. It is protected by itself (measure/protect.h), and then each cell that would be shown
 * is held against every cell of earlier releases: when fewer people than the threshold could be told
 * apart by subtraction, the figures of the last release are carried on instead, and say of which day
 * they are.
 */
#include "app/subject_parts.h"

#include "app/stored.h"
#include "base/secret.h"
#include "measure/protect.h"
#include "store/totals.h"
#include "workforce/equality.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH_MOST = 10, CELLS_MOST = (EQUALITY_LEVELS + 1) * WIDTH_MOST, EARLIER_MOST = 8 /* two years */ };

struct releasing {
	const struct ask *ask;
	const struct equality_attribute *attribute;
	struct records equality;
	struct equality_total *totals;
	int total_count;
	struct equality_total now;           /* what is shown */
	struct arena *perm;
};

/* ---- cells and members as text ----------------------------------------------------------------- */

/* Who stood where in one release. */
struct standing_in { Str hash; int level, category; };
struct stood { struct standing_in *at; int count; };

static Str
member_hash(Str salt, Str authority, Str ref, struct arena *perm)
{
	struct hashing hashing;
	hash_begin(&hashing);
	hash_add_text(&hashing, salt);
	hash_add_text(&hashing, authority);
	hash_add_text(&hashing, ref);
	struct digits hash = hash_end(&hashing);
	return str_copy(str_upto(digits_str(&hash), 16), perm);
}

static int
small_number(Str text)
{
	struct parsed_decimal number = parse_decimal(text, 0, false);
	return number.ok ? (int)(number.micro / MICRO) : 0;
}

static struct stood
stood_of(Str members, struct arena *perm)
{
	struct stood stood = { 0 };
	int lines = 0;
	for (ptrdiff_t i = 0; i < members.len; i++)
		lines += members.at[i] == '\n';
	stood.at = new(perm, lines + 1, struct standing_in);
	while (members.len > 0 && stood.count < lines) {
		Str line = str_cut(&members, '\n');
		struct standing_in *one = &stood.at[stood.count++];
		one->hash = str_cut(&line, ' ');
		one->level = small_number(str_cut(&line, ' '));
		one->category = small_number(line);
	}
	return stood;
}

/* "12 c 40 ...": row by row, with the totals. */
static Str
cells_text(struct counts counts, const bool *hidden, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int r = 0; r <= counts.rows; r++)
		for (int c = 0; c <= counts.columns; c++) {
			int64_t sum = 0;
			for (int i = r < counts.rows ? r : 0; i < (r < counts.rows ? r + 1 : counts.rows); i++)
				for (int j = c < counts.columns ? c : 0; j < (c < counts.columns ? c + 1 : counts.columns); j++)
					sum += counts.at[i * counts.columns + j];
			if (hidden[r * (counts.columns + 1) + c])
				text_add(&text, S("c "));
			else
				text_format(&text, "%lld ", (long long)sum);
		}
	return text_str(&text);
}

/* ---- held against what was released ------------------------------------------------------------ */

/* Everybody of all releases has a bit; each cell that was or would be shown is a set of bits. */
struct sets { const Str *people; int people_count, words; const uint64_t **at; int count; struct arena *perm; };

static int
by_text(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

static bool
in_cell(const struct standing_in *one, const struct equality_attribute *attribute, int cell)
{
	int row = cell / (attribute->category_count + 1), column = cell % (attribute->category_count + 1);
	return (row == EQUALITY_LEVELS || one->level == row) && (column == attribute->category_count || one->category == column);
}

static const uint64_t *
set_of(const struct sets *sets, const struct equality_attribute *attribute, const struct stood *stood, int cell)
{
	uint64_t *set = new(sets->perm, sets->words + 1, uint64_t);
	for (int i = 0; i < stood->count; i++) {
		const Str *found = in_cell(&stood->at[i], attribute, cell)
			? bsearch(&stood->at[i].hash, sets->people, (size_t)sets->people_count, sizeof(Str), by_text) : NULL;
		if (found)
			set[(found - sets->people) / 64] |= UINT64_C(1) << ((found - sets->people) % 64);
	}
	return set;
}

/* The cells of a release that are shown, as sets. */
static int
shown_sets(const struct sets *sets, const struct equality_attribute *attribute, const struct equality_total *total,
           const uint64_t **at)
{
	struct stood stood = stood_of(total->members, sets->perm);
	Str rest = total->cells;
	int count = 0, cells = (EQUALITY_LEVELS + 1) * (attribute->category_count + 1);
	for (int c = 0; c < cells; c++) {
		Str cell = str_word(&rest);
		if (cell.len && !str_equal(cell, S("c")) && !str_equal(cell, S("0")))
			at[count++] = set_of(sets, attribute, &stood, c);
	}
	return count;
}

static void
gather_people(struct sets *sets, const struct equality_total *const *totals, int count)
{
	int room = 0;
	struct stood *stood = new(sets->perm, count + 1, struct stood);
	for (int i = 0; i < count; i++) {
		stood[i] = stood_of(totals[i]->members, sets->perm);
		room += stood[i].count;
	}
	Str *people = new(sets->perm, room + 1, Str);
	for (int i = 0; i < count; i++)
		for (int m = 0; m < stood[i].count; m++)
			people[sets->people_count++] = stood[i].at[m].hash;
	if (room)
		qsort(people, (size_t)room, sizeof(Str), by_text);
	int kept = 0;
	for (int i = 0; i < room; i++)
		if (i == 0 || !str_equal(people[i], people[kept - 1]))
			people[kept++] = people[i];
	sets->people = people;
	sets->people_count = kept;
	sets->words = kept / 64 + 1;
}

/* Whether what would be shown now lets nobody be singled out by what was shown before. */
static bool
differs_safely(const struct releasing *in, struct arena scratch)
{
	const struct equality_total *totals[EARLIER_MOST + 1] = { &in->now };
	int earlier = in->total_count < EARLIER_MOST ? in->total_count : EARLIER_MOST;
	struct sets sets = { .perm = &scratch };
	for (int i = 0; i < earlier; i++)
		totals[i + 1] = &in->totals[i];
	gather_people(&sets, totals, earlier + 1);
	const uint64_t **released = new(&scratch, (ptrdiff_t)(earlier + 1) * CELLS_MOST, const uint64_t *);
	const uint64_t **now = new(&scratch, CELLS_MOST, const uint64_t *);
	int count = 0, mine = shown_sets(&sets, in->attribute, &in->now, now);
	for (int i = 0; i < earlier; i++)
		if (in->totals[i].day.day == in->totals[i].told_of.day)
			count += shown_sets(&sets, in->attribute, &in->totals[i], released + count);
	for (int c = 0; c < mine; c++)
		if (!protect_differs_safely(now[c], released, count, sets.words, protect_sensitive))
			return false;
	return true;
}

/* ---- a release --------------------------------------------------------------------------------- */

static Str
members_text(const struct releasing *in, const struct equality_member *members, int count)
{
	struct text text = text_new(in->perm);
	const struct roster *roster = &in->ask->held->roster;
	for (int i = 0; i < count; i++) {
		struct arena scratch = { 0 };
		char room[512];
		scratch = (struct arena){ .next = room, .end = room + sizeof room };
		Str hash = member_hash(in->now.salt, in->ask->area, roster->people[members[i].person].ref, &scratch);
		text_format(&text, "%.*s %d %d\n", STR_ARG(hash), members[i].level, members[i].category);
	}
	return text_str(&text);
}

static bool
salt_of(struct releasing *in, struct error *err)
{
	struct digits salt;
	if (in->total_count) {
		in->now.salt = in->totals[in->total_count - 1].salt;
		return true;
	}
	if (!random_digits(16, &salt, err))
		return false;
	in->now.salt = str_copy(digits_str(&salt), in->perm);
	return true;
}

/* Counts, protects, and holds against earlier releases; carries the last one on where it must. */
static bool
release(struct releasing *in, Date day, struct error *err)
{
	const struct roster *roster = &in->ask->held->roster;
	struct equality_member *members = new(in->perm, roster->person_count + 1, struct equality_member);
	int count = equality_members(roster, &in->equality, in->attribute, day, members, *in->perm);
	int columns = in->attribute->category_count;
	int64_t *at = new(in->perm, EQUALITY_LEVELS * columns, int64_t);
	bool *hidden = new(in->perm, CELLS_MOST, bool);
	for (int i = 0; i < count; i++)
		at[members[i].level * columns + members[i].category]++;
	struct counts counts = { EQUALITY_LEVELS, columns, at };
	if (!salt_of(in, err))
		return false;
	protect_table(counts, protect_sensitive, hidden, *in->perm);
	in->now = (struct equality_total){ .attribute = in->attribute->name, .day = day, .told_of = day,
		.salt = in->now.salt, .cells = cells_text(counts, hidden, in->perm) };
	in->now.members = members_text(in, members, count);
	if (in->total_count == 0 || differs_safely(in, *in->perm))
		return true;
	in->now.told_of = in->totals[0].told_of;
	in->now.cells = in->totals[0].cells;
	in->now.members = S("");
	return true;
}

static bool
release_there(struct store *store, void *what, struct error *err)
{
	struct releasing *in = what;
	const struct ask *ask = in->ask;
	Date day = quarter_end(ask->day.day < ask->today.day ? (Date){ ask->day.day + 1 } : ask->today);
	if (!equality_totals(store, ask->area, in->attribute->name, &in->totals, &in->total_count, in->perm, err))
		return false;
	/* The newest that was released is what there is; a day before it is not released any more. */
	if (in->total_count && in->totals[0].day.day >= day.day) {
		in->now = in->totals[0];
		return true;
	}
	return store_records_read(store, ask->area, &record_types[TYPE_EQUALITY], &in->equality, in->perm, err)
		&& release(in, day, err)
		&& equality_total_keep(store, ask->area, &in->now, (struct by){ ask->viewer->account, ask->now }, err);
}

/* ---- the page ---------------------------------------------------------------------------------- */

/* A worker says of themselves and sees no totals: a grant that reaches others is asked for. */
bool
may_see_equality_totals(const struct ask *ask)
{
	const struct viewer *viewer = ask->viewer;
	for (int g = 0; g < viewer->grant_count; g++)
		if (str_equal(viewer->grants[g].authority, ask->area) && viewer->grants[g].scope != SCOPE_SELF
		    && viewer->grants[g].scope != SCOPE_REGION
		    && grant_permit(&viewer->grants[g], GROUP_EQUALITY).reach >= REACH_TOTALS)
			return true;
	return viewer->all;
}

static Str
column_name(Str title, struct arena *perm)
{
	Str name = str_lower(title, perm);
	char *at = new(perm, name.len + 1, char);
	for (ptrdiff_t i = 0; i < name.len; i++)
		at[i] = (name.at[i] >= 'a' && name.at[i] <= 'z') ? name.at[i] : '_';
	return (Str){ at, name.len };
}

static const struct table *
totals_table(const struct releasing *in)
{
	const struct equality_attribute *attribute = in->attribute;
	struct column *columns = new(in->perm, attribute->category_count + 2, struct column);
	struct rows_made rows = { 0 };
	Str rest = in->now.cells;
	columns[0] = (struct column){ .name = S("level"), .title = S("Level of post") };
	for (int c = 0; c < attribute->category_count; c++)
		columns[c + 1] = (struct column){ .name = column_name(attribute->categories[c], in->perm),
		                                  .title = attribute->categories[c], .number = true };
	columns[attribute->category_count + 1] = (struct column){ .name = S("all"), .title = S("All"), .number = true };
	for (int r = 0; r <= EQUALITY_LEVELS; r++) {
		struct cell *cells = rows_push(&rows, attribute->category_count + 2, in->perm);
		cells[0] = cell_text(r < EQUALITY_LEVELS ? equality_level_words[r] : S("All"));
		for (int c = 0; c <= attribute->category_count; c++) {
			Str cell = str_word(&rest);
			Figure figure = str_equal(cell, S("c")) ? figure_absent(SUPPRESSED) : figure_whole(small_number(cell));
			cells[c + 1] = cell_figure(figure, 0, UNIT_HEADCOUNT);
		}
	}
	return table_of(S("equality"), str_format(in->perm, "People in post on %.*s: %.*s by level of post",
		STR_ARG(date_text(in->now.told_of, in->perm)), STR_ARG(str_lower(attribute->title, in->perm))), columns,
		attribute->category_count + 2, rows, in->perm);
}

static void
add_choices(struct document *doc, const struct releasing *in)
{
	struct pick *picks = new(doc->arena, EQUALITY_ATTRIBUTES, struct pick);
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++)
		picks[a] = (struct pick){ .words = equality_attributes[a].title, .chosen = &equality_attributes[a] == in->attribute,
			.value = str_format(doc->arena, "/authorities/%.*s/equality?show=%.*s", STR_ARG(in->ask->area),
			                    STR_ARG(equality_attributes[a].name)) };
	document_choices(doc, S("Totals by"), picks, EQUALITY_ATTRIBUTES);
}

struct answer
show_equality(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct releasing *in = new(perm, 1, struct releasing);
	struct own own;
	struct answer why;
	struct error err = { "" };
	in->ask = ask;
	in->perm = perm;
	in->attribute = equality_find(ask->show.len ? ask->show : S("ethnicity"));
	if (!may_see_equality_totals(ask))
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("Totals for equality monitoring are for "
			"heads of service, analysts and the HR lead."), perm);
	if (!in->attribute)
		return answer_words(UNKNOWN, S("There are no such totals"), S("There are totals by sex, ethnicity, disability, "
			"religion or belief, and sexual orientation, each by level of post. No others are released."), perm);
	if (!own_settle(world, ask, &own, &why, perm))
		return why;
	if (!stored(world, release_there, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	struct document doc = own_document(&own, str_format(perm, "%.*s of people in post", STR_ARG(in->attribute->title)),
		str_format(perm, "/authorities/%.*s/equality?show=%.*s", STR_ARG(ask->area), STR_ARG(in->attribute->name)));
	doc.period = str_format(perm, "As at %.*s", STR_ARG(date_text(in->now.told_of, perm)));
	add_choices(&doc, in);
	document_paragraph(&doc, S("Released once a quarter and not changed in between. c: withheld, so that nobody can be "
		"recognised; all in one category would tell as much as a small number. \u201cPrefer not to say\u201d is an answer, "
		"\u201cnot known\u201d is none."));
	if (in->now.told_of.day != in->now.day.day)
		document_paragraph(&doc, str_format(perm, "Since %.*s too few people have changed to release new figures: held "
			"against the last ones, they would single somebody out.", STR_ARG(date_text(in->now.told_of, perm))));
	doc.data = totals_table(in);
	document_table(&doc, doc.data);
	return answer_of(DONE, doc);
}
