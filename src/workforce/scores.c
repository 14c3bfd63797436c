/* scores.c: one application's sheet, out of a council's records. */
#include "workforce/scores.h"

#include <stdlib.h>

#include "workforce/stages.h"
#include "workforce/said.h"

enum { TRAINED_YEARS = 5 };

const struct sitting_row sitting_rows[SITTINGS] = {
	[SHORTLISTING] = { STR("shortlisting"), STR("Shortlisting") }, [ASSESSMENT] = { STR("assessment"), STR("Assessment") },
};

#define BIT(stage) (1u << (stage))
static const struct { uint32_t scores, agrees; } stages_of[SITTINGS] = {
	[SHORTLISTING] = { BIT(AT_RECEIVED) | BIT(AT_LONGLISTED), BIT(AT_RECEIVED) | BIT(AT_LONGLISTED) },
	[ASSESSMENT] = { BIT(AT_INVITED), BIT(AT_INVITED) | BIT(AT_ASSESSED) | BIT(AT_RESERVE) },
};

bool
sitting_scores(enum sitting sitting, int stage)
{
	return stages_of[sitting].scores & BIT(stage);
}

bool
sitting_agrees(enum sitting sitting, int stage)
{
	return stages_of[sitting].agrees & BIT(stage);
}

enum sitting
sitting_of(int stage)
{
	return stage == AT_RECEIVED || stage == AT_LONGLISTED ? SHORTLISTING : ASSESSMENT;
}

/* ---- what records say ------------------------------------------------------------------------------- */

static int
whole_of(Str text, int otherwise)
{
	struct parsed_decimal read = parse_decimal(text, 0, false);
	return read.ok ? (int)(read.micro / MICRO) : otherwise;
}

static bool
day_of(const struct record *member, const char *field, Date *day)
{
	return date_parse(said_text(TYPE_PANEL_MEMBER, member, field), day);
}

struct score_books
score_books_of(const struct council *council, struct arena *perm)
{
	const struct records *of = council->of;
	return (struct score_books){ .council = council,
		.panel_of = grouped_by(&of[TYPE_PANEL_MEMBER], S("round"), perm),
		.criteria_of = grouped_by(&of[TYPE_CRITERION], S("round"), perm),
		.scores_of = grouped_by(&of[TYPE_SCORE], S("application"), perm),
		.interests_of = grouped_by(&of[TYPE_INTEREST], S("member"), perm) };
}

/* ---- panel members ------------------------------------------------------------------------------------ */

bool
member_stays(const struct record *member, Date day)
{
	Date left;
	return !day_of(member, "left_on", &left) || left.day > day.day;
}

bool
member_chairs(const struct record *member)
{
	return str_equal(said_text(TYPE_PANEL_MEMBER, member, "part"), S("chair"));
}

bool
member_scores(const struct record *member, enum sitting sitting)
{
	Str at = said_text(TYPE_PANEL_MEMBER, member, "scores_at"), part = said_text(TYPE_PANEL_MEMBER, member, "part");
	if (at.len)
		return str_equal(at, S("both")) || str_equal(at, sitting_rows[sitting].code);
	if (str_equal(part, S("young_people")))
		return sitting == ASSESSMENT;
	return !str_equal(part, S("observer"));
}

Date
member_trained_until(const struct record *member)
{
	Date day = { 0 }, until = { 0 };
	if (!day_of(member, "trained_on", &day))
		return (Date){ 0 };
	if (day_of(member, "trained_until", &until))
		return until;
	struct civil on = date_civil(day);
	return (Date){ date_of(on.year + TRAINED_YEARS, on.month, on.month == 2 && on.day == 29 ? 28 : on.day).day - 1 };
}

bool
member_trained(const struct record *member, Date day)
{
	Date on;
	return day_of(member, "trained_on", &on) && on.day <= day.day && member_trained_until(member).day >= day.day;
}

bool
person_has_interest(const struct score_books *books, Str person, const struct record *application)
{
	const struct records *candidates = &books->council->of[TYPE_CANDIDATE];
	int first;
	if (person.len == 0)
		return false;
	return str_equal(said_text(TYPE_APPLICATION, application, "referred_by"), person) ||
	       (records_of(candidates, said_text(TYPE_APPLICATION, application, "candidate"), &first) > 0 &&
	       str_equal(said_text(TYPE_CANDIDATE, &candidates->at[first], "colleague"), person));
}

bool
member_has_interest(const struct score_books *books, const struct record *member, const struct record *application)
{
	Str candidate = said_text(TYPE_APPLICATION, application, "candidate");
	int first, count = grouped_find(&books->interests_of, member->ref, &first);
	for (int i = first; i < first + count; i++)
		if (str_equal(said_text(TYPE_INTEREST, books->interests_of.rows[i].record, "candidate"), candidate))
			return true;
	return person_has_interest(books, said_text(TYPE_PANEL_MEMBER, member, "colleague"), application);
}

bool
panel_trained(const struct score_books *books, Str round, Date day)
{
	int first, count = grouped_find(&books->panel_of, round, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *member = books->panel_of.rows[i].record;
		if (member_stays(member, day) && member_trained(member, day))
			return true;
	}
	return false;
}

/* ---- criteria ------------------------------------------------------------------------------------------- */

struct placed { struct criterion criterion; int place; };

static int
by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	return x->place != y->place ? (x->place > y->place) - (x->place < y->place) : str_compare(x->criterion.ref, y->criterion.ref);
}

static bool
is_scored(const struct record *criterion, const struct sheet *sheet)
{
	Str role = said_text(TYPE_CRITERION, criterion, "role");
	bool shortlists = str_equal(said_text(TYPE_CRITERION, criterion, "part"), S("shortlist"));
	return shortlists == (sheet->sitting == SHORTLISTING) &&
	       (role.len == 0 || str_equal(role, said_text(TYPE_APPLICATION, sheet->application, "role")));
}

static struct criterion
criterion_of(const struct record *record)
{
	return (struct criterion){ .record = record, .ref = record->ref, .name = said_text(TYPE_CRITERION, record, "name"),
		.most = whole_of(said_text(TYPE_CRITERION, record, "most"), 0),
		.needed = whole_of(said_text(TYPE_CRITERION, record, "needed"), NOT_NEEDED),
		.weight = whole_of(said_text(TYPE_CRITERION, record, "weight"), 1),
		.exercise = str_equal(said_text(TYPE_CRITERION, record, "part"), S("exercise")) };
}

static void
read_criteria(struct sheet *sheet, const struct score_books *books, struct arena *perm)
{
	int first, count = grouped_find(&books->criteria_of, said_text(TYPE_APPLICATION, sheet->application, "round"), &first);
	struct placed *placed = new(perm, count + 1, struct placed);
	struct criterion *criteria = new(perm, count + 1, struct criterion);
	int n = 0;
	for (int i = first; i < first + count; i++) {
		const struct record *record = books->criteria_of.rows[i].record;
		if (is_scored(record, sheet))
			placed[n++] = (struct placed){ criterion_of(record), whole_of(said_text(TYPE_CRITERION, record, "place"), 0) };
	}
	qsort(placed, (size_t)n, sizeof *placed, by_place);
	for (int i = 0; i < n; i++)
		criteria[i] = placed[i].criterion;
	sheet->criteria = criteria;
	sheet->criterion_count = n;
}

/* ---- marks ---------------------------------------------------------------------------------------------- */

/* What somebody gave, or with no assessor what was agreed. */
static struct mark *
read_marks(const struct sheet *sheet, const struct score_books *books, Str assessor, struct arena *perm)
{
	struct mark *marks = new(perm, sheet->criterion_count + 1, struct mark);
	int first, count = grouped_find(&books->scores_of, sheet->application->ref, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *score = books->scores_of.rows[i].record;
		if (!str_equal(said_text(TYPE_SCORE, score, "assessor"), assessor))
			continue;
		for (int c = 0; c < sheet->criterion_count; c++)
			if (str_equal(said_text(TYPE_SCORE, score, "criterion"), sheet->criteria[c].ref))
				marks[c] = (struct mark){ score, whole_of(said_text(TYPE_SCORE, score, "score"), 0),
					str_equal(said_text(TYPE_SCORE, score, "handed_in"), S("yes")) };
	}
	return marks;
}

static void
read_scorers(struct sheet *sheet, const struct score_books *books, struct sitting_at at, struct arena *perm)
{
	int first, count = grouped_find(&books->panel_of, said_text(TYPE_APPLICATION, sheet->application, "round"), &first);
	struct scorer *scorers = new(perm, count + 1, struct scorer);
	for (int i = first; i < first + count; i++) {
		const struct record *member = books->panel_of.rows[i].record;
		struct mark *marks = read_marks(sheet, books, member->ref, perm);
		struct scorer scorer = { .member = member, .marks = marks,
			.stays = member_stays(member, at.day) && !member_has_interest(books, member, sheet->application) };
		for (int c = 0; c < sheet->criterion_count; c++) {
			scorer.given += marks[c].record != NULL;
			scorer.handed_in += marks[c].handed_in;
		}
		bool in = sheet->criterion_count > 0 && scorer.handed_in == sheet->criterion_count;
		bool may = scorer.stays && member_scores(member, at.sitting) && sitting_scores(at.sitting, at.stage);
		if (!in && !may)
			continue;
		sheet->in += in;
		sheet->to_come += !in;
		scorers[sheet->scorer_count++] = scorer;
	}
	sheet->scorers = scorers;
}

void
sheet_read(struct sheet *sheet, const struct score_books *books, const struct record *application,
           struct sitting_at at, struct arena *perm)
{
	*sheet = (struct sheet){ .application = application, .sitting = at.sitting };
	read_criteria(sheet, books, perm);
	read_scorers(sheet, books, at, perm);
	struct mark *agreed = read_marks(sheet, books, S(""), perm);
	for (int c = 0; c < sheet->criterion_count; c++)
		sheet->any_agreed = sheet->any_agreed || agreed[c].record;
	sheet->agreed = agreed;
}

/* ---- what follows ----------------------------------------------------------------------------------------- */

bool
sheet_open(const struct sheet *sheet)
{
	return sheet->in >= SCORERS_LEAST && (sheet->to_come == 0 || sheet->any_agreed);
}

static bool
all_in(const struct sheet *sheet, const struct scorer *scorer)
{
	return sheet->criterion_count > 0 && scorer->handed_in == sheet->criterion_count;
}

bool
criterion_differs(const struct sheet *sheet, int criterion)
{
	const struct criterion *c = &sheet->criteria[criterion];
	int low = c->most, high = 0;
	for (int s = 0; s < sheet->scorer_count; s++) {
		int score = sheet->scorers[s].marks[criterion].score;
		if (!all_in(sheet, &sheet->scorers[s]))
			continue;
		low = score < low ? score : low;
		high = score > high ? score : high;
	}
	return 4 * (high - low) > c->most || (c->needed != NOT_NEEDED && low < c->needed && c->needed <= high);
}

int
sheet_to_agree(const struct sheet *sheet)
{
	int count = 0;
	for (int c = 0; c < sheet->criterion_count; c++)
		count += !sheet->agreed[c].record && criterion_differs(sheet, c);
	return count;
}

const struct scorer *
sheet_scorer(const struct sheet *sheet, Str member)
{
	for (int s = 0; s < sheet->scorer_count; s++)
		if (str_equal(sheet->scorers[s].member->ref, member))
			return &sheet->scorers[s];
	return NULL;
}

bool
sheet_value(const struct sheet *sheet, int criterion, int64_t *parts)
{
	int64_t sum = 0;
	*parts = (int64_t)sheet->agreed[criterion].score * SCORE_PARTS;
	if (sheet->agreed[criterion].record)
		return true;
	if (sheet->in == 0 || criterion_differs(sheet, criterion))
		return false;
	for (int s = 0; s < sheet->scorer_count; s++)
		if (all_in(sheet, &sheet->scorers[s]))
			sum += sheet->scorers[s].marks[criterion].score;
	*parts = sum * SCORE_PARTS / sheet->in;
	return true;
}
