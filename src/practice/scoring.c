/* scoring.c: panels at work: whose scores are to come, and who ranks where. */
#include "practice/scoring.h"

#include <stdlib.h>

/* ---- rights ----------------------------------------------------------------------------------------- */

static bool
is_same(Str a, Str b)
{
	return a.len && str_equal(a, b);
}

static bool
is_theirs(const struct record *member, const struct assessor *assessor)
{
	return member_stays(member, assessor->today) &&
	       (is_same(said_text(TYPE_PANEL_MEMBER, member, "account"), assessor->account) ||
	        is_same(said_text(TYPE_PANEL_MEMBER, member, "colleague"), assessor->person));
}

const struct record *
assessor_member(const struct score_books *books, const struct assessor *assessor, Str round)
{
	int first, count = grouped_find(&books->panel_of, round, &first);
	for (int i = first; i < first + count; i++)
		if (is_theirs(books->panel_of.rows[i].record, assessor))
			return books->panel_of.rows[i].record;
	return NULL;
}

bool
assessor_has_interest(const struct score_books *books, const struct assessor *assessor, const struct record *member,
                      const struct record *application)
{
	return member_has_interest(books, member, application) || person_has_interest(books, assessor->person, application);
}

static const struct record *
record_of(const struct score_books *books, enum type_id type, Str ref)
{
	int first;
	const struct records *records = &books->council->of[type];
	return ref.len && records_of(records, ref, &first) > 0 ? &records->at[first] : NULL;
}

static bool
may_score(const struct score_books *books, const struct assessor *assessor, const struct record *score)
{
	const struct record *application = record_of(books, TYPE_APPLICATION, said_text(TYPE_SCORE, score, "application"));
	const struct record *mine = application ? assessor_member(books, assessor, said_text(TYPE_APPLICATION, application,
		"round")) : NULL;
	Str by = said_text(TYPE_SCORE, score, "assessor");
	if (!mine || assessor_has_interest(books, assessor, mine, application))
		return false;
	return by.len ? str_equal(by, mine->ref) : member_chairs(mine);
}

bool
assessor_may(const struct score_books *books, const struct assessor *assessor, const struct change *change)
{
	if (change->type == &record_types[TYPE_SCORE])
		return (change->kind == REMOVE || may_score(books, assessor, &change->after)) &&
		       (change->kind == ADD || may_score(books, assessor, &change->before));
	if (change->type != &record_types[TYPE_INTEREST] || change->kind != ADD)
		return false;
	const struct record *member = record_of(books, TYPE_PANEL_MEMBER, said_text(TYPE_INTEREST, &change->after, "member"));
	return member && is_theirs(member, assessor);
}

/* ---- whose move --------------------------------------------------------------------------------------- */

Str
scoring_state_words(enum scoring_state state)
{
	static const Str words[SCORING_STATES] = {
		[SCORING_NONE] = STR("Not scored"), [SCORING_MINE] = STR("To be scored"), [SCORING_BEGUN] = STR("Begun, not handed in"),
		[SCORING_OTHERS] = STR("Waits for another assessor"), [SCORING_AGREE] = STR("To be agreed"), [SCORING_DONE] = STR("Scored"),
	};
	return words[state];
}

enum scoring_state
scoring_state_of(const struct sheet *sheet, Str member)
{
	const struct scorer *mine = sheet_scorer(sheet, member);
	if (sheet->criterion_count == 0)
		return SCORING_NONE;
	if (mine && mine->handed_in < sheet->criterion_count && !sheet->any_agreed)
		return mine->given ? SCORING_BEGUN : SCORING_MINE;
	if (!sheet_open(sheet))
		return SCORING_OTHERS;
	return sheet_to_agree(sheet) ? SCORING_AGREE : SCORING_DONE;
}

bool
scoring_waits_for(enum scoring_state state, const struct record *member)
{
	return state == SCORING_MINE || state == SCORING_BEGUN || (state == SCORING_AGREE && member_chairs(member));
}

void
application_sheet(struct sheet *sheet, const struct score_books *books, const struct recruitment *all,
                  const struct application *application, enum sitting sitting, struct arena *perm)
{
	sheet_read(sheet, books, application->record, (struct sitting_at){ sitting, (int)application->stage, all->day }, perm);
}

void
scoring_tasks_read(struct scoring_tasks *tasks, const struct score_books *books, const struct recruitment *all,
                   const struct record *member, struct arena *perm)
{
	Str round = said_text(TYPE_PANEL_MEMBER, member, "round");
	*tasks = (struct scoring_tasks){ .at = new(perm, all->application_count + 1, struct scoring_task) };
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		enum sitting sitting = sitting_of((int)a->stage);
		if (!a->round || !str_equal(a->round->ref, round) || !sitting_agrees(sitting, (int)a->stage) ||
		    member_has_interest(books, member, a->record))
			continue;
		struct scoring_task *task = &tasks->at[tasks->count];
		*task = (struct scoring_task){ .application = a, .member = member };
		application_sheet(&task->sheet, books, all, a, sitting, perm);
		task->state = scoring_state_of(&task->sheet, member->ref);
		if (task->state == SCORING_NONE)
			continue;
		tasks->waiting += scoring_waits_for(task->state, member);
		tasks->count++;
	}
}

bool
scoring_names(const struct application *application)
{
	return !str_equal(said_text(TYPE_ROUND, application->round, "anonymous"), S("yes")) ||
	       application->came[AT_SHORTLISTED].day != 0;
}

/* ---- totals --------------------------------------------------------------------------------------------- */

struct sheet_total
sheet_total_of(const struct sheet *sheet)
{
	struct sheet_total total = { .complete = sheet->criterion_count > 0 && sheet_open(sheet) };
	for (int c = 0; c < sheet->criterion_count; c++) {
		const struct criterion *criterion = &sheet->criteria[c];
		int64_t parts;
		bool valued = sheet_value(sheet, c, &parts);
		total.complete = total.complete && valued;
		total.most += (int64_t)criterion->most * criterion->weight * SCORE_PARTS;
		total.parts += valued ? parts * criterion->weight : 0;
		total.missed += valued && criterion->needed != NOT_NEEDED && parts < (int64_t)criterion->needed * SCORE_PARTS;
	}
	return total;
}

/* ---- rank ----------------------------------------------------------------------------------------------- */

Str
seat_outlook_words(enum seat_outlook outlook)
{
	static const Str words[STANDINGS] = {
		[STANDS_FOR_SEAT] = STR("For a post"), [STANDS_TIED] = STR("Tied for the last post"), [STANDS_RESERVE] = STR("Reserve"),
		[STANDS_BELOW] = STR("Essential criteria not met"), [STANDS_WAITING] = STR("Scores to come"),
	};
	return words[outlook];
}

int
seats_for(const struct recruitment *all, const struct record *round, int role)
{
	int count = 0;
	for (int i = 0; i < all->requisition_count; i++) {
		const struct requisition *seat = &all->requisitions[i];
		count += seat->round == round && seat->role == role && seat->state >= REQUISITION_APPROVED;
	}
	return count;
}

/* Who was assessed, or is being, and did not go away by themselves. */
static bool
is_ranked(const struct application *a)
{
	bool gone = a->stage == AT_WITHDRAWN || a->stage == AT_NO_SHOW || a->stage == AT_DECLINED;
	return !gone && (a->came[AT_ASSESSED].day != 0 || a->stage == AT_INVITED);
}

static int
kind_of(const struct placing *p)
{
	return !p->total.complete ? 2 : p->total.missed > 0;
}

static int
by_rank(const void *left, const void *right)
{
	const struct placing *a = left, *b = right;
	if (a->application->role != b->application->role)
		return (a->application->role > b->application->role) - (a->application->role < b->application->role);
	if (kind_of(a) != kind_of(b))
		return kind_of(a) - kind_of(b);
	if (a->total.complete && a->total.parts != b->total.parts)
		return a->total.parts > b->total.parts ? -1 : 1;
	return str_compare(a->application->ref, b->application->ref);
}

static bool
share_a_place(const struct placing *a, const struct placing *b)
{
	return a->application->role == b->application->role && kind_of(a) == 0 && kind_of(b) == 0 && a->total.parts == b->total.parts;
}

/* Places of those who pass, of one role from `first` on; gives how many. */
static int
place_role(struct placing *at, int first, int count, int seats)
{
	int last = first;
	while (last < count && at[last].application->role == at[first].application->role)
		last++;
	for (int i = first; i < last; i++) {
		struct placing *p = &at[i];
		int from = i, to = i;
		p->outlook = kind_of(p) == 2 ? STANDS_WAITING : STANDS_BELOW;
		if (kind_of(p) != 0)
			continue;
		while (from > first && share_a_place(&at[from - 1], p))
			from--;
		while (to + 1 < last && share_a_place(&at[to + 1], p))
			to++;
		p->place = from - first + 1;
		p->shared = to > from;
		p->outlook = to - first < seats ? STANDS_FOR_SEAT : from - first < seats ? STANDS_TIED : STANDS_RESERVE;
	}
	return last - first;
}

void
ranking_read(struct ranking *ranking, const struct score_books *books, const struct recruitment *all,
             const struct record *round, struct arena *perm)
{
	*ranking = (struct ranking){ .at = new(perm, all->application_count + 1, struct placing) };
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		struct placing *p = &ranking->at[ranking->count];
		if (a->round != round || !is_ranked(a))
			continue;
		*p = (struct placing){ .application = a };
		application_sheet(&p->sheet, books, all, a, ASSESSMENT, perm);
		p->total = sheet_total_of(&p->sheet);
		ranking->count += p->sheet.criterion_count > 0;
	}
	qsort(ranking->at, (size_t)ranking->count, sizeof *ranking->at, by_rank);
	for (int i = 0; i < ranking->count;)
		i += place_role(ranking->at, i, ranking->count, seats_for(all, round, ranking->at[i].application->role));
}

/* ---- feedback ------------------------------------------------------------------------------------------- */

struct feedback
feedback_of(const struct application *a, Date day)
{
	struct feedback feedback = { .given = said_day(TYPE_APPLICATION, a->record, "feedback_on") };
	struct parsed_decimal days = parse_decimal(said_text(TYPE_ROUND, a->round, "feedback_days"), 0, false);
	if (a->stage != AT_REJECTED || a->came[AT_ASSESSED].day == 0)
		return feedback;
	feedback.owed = true;
	feedback.due = (Date){ a->since.day + (days.ok ? (int)(days.micro / MICRO) : FEEDBACK_DAYS) };
	feedback.late = feedback.given.day == 0 && feedback.due.day < day.day;
	return feedback;
}
