/* panel_view.c: a round's panel: who is on it, trained until when, and for how many applications one waits on each; what is
 * scored, where and when; who has to do with which candidate. */
#include "app/scoring_parts.h"

#include "app/estab.h"
#include "app/events.h"

static Str
choice_words(enum type_id type, const struct record *record, const char *field)
{
	const struct field *of = &record_types[type].fields[field_find(&record_types[type], str_of(field))];
	const struct choice *choice = choice_find(of, said_text(type, record, field));
	return choice ? choice->words : S("");
}

static struct cell
record_cell(const struct panel_page *p, const char *many, const struct record *record, Str words)
{
	return cell_link(words, own_href(&p->s.l.own, str_format(p->s.l.own.perm, "%s/%.*s", many, STR_ARG(record->ref))));
}

/* ---- members ------------------------------------------------------------------------------------------ */

enum { M_NAME, M_PART, M_SCORES, M_WAITS, M_LONGEST, M_TRAINED, M_DECLARED, M_AS, M_LEFT, M_COLUMNS };
static const struct column member_columns[M_COLUMNS] = {
	[M_NAME] = { STR("name"), STR("Name"), false, false }, [M_PART] = { STR("part"), STR("Part"), false, false },
	[M_SCORES] = { STR("scores_at"), STR("Scores at"), false, false },
	[M_WAITS] = { STR("waits"), STR("Wait for them"), true, false }, [M_LONGEST] = { STR("longest"), STR("Longest (days)"), true, false },
	[M_TRAINED] = { STR("trained_until"), STR("Safer recruitment training"), false, false },
	[M_DECLARED] = { STR("declared_on"), STR("Interests declared"), false, false }, [M_AS] = { STR("as"), STR("Scores as"), false, false },
	[M_LEFT] = { STR("left_on"), STR("Left on"), false, false },
};

struct tally { int members, chairs, scorers[SITTINGS], waiting; };

static Str
scores_words(const struct record *member)
{
	bool at[SITTINGS] = { member_scores(member, SHORTLISTING), member_scores(member, ASSESSMENT) };
	if (at[SHORTLISTING] && at[ASSESSMENT])
		return S("Both");
	return at[SHORTLISTING] ? sitting_rows[SHORTLISTING].words : at[ASSESSMENT] ? sitting_rows[ASSESSMENT].words : S("Nothing");
}

static struct cell
trained_cell(const struct panel_page *p, const struct record *member)
{
	Date until = member_trained_until(member), day = p->s.l.own.ask->day;
	if (until.day == 0)
		return cell_text(S("Not trained"));
	if (!member_trained(member, day))
		return cell_tag(S("ran out"), TAG_RED);
	return cell_text(str_format(p->s.l.own.perm, "until %.*s", STR_ARG(day_words(until, p->s.l.own.perm))));
}

/* Whoever reads people without names reads no panel with them: the two together would tell who a row is of. */
static bool
tells_names(const struct panel_page *p)
{
	const struct own *own = &p->s.l.own;
	return viewer_permit(own->ask->viewer, own->place->slug, GROUP_IDENTITY, own->ask->today).reach >= REACH_READ;
}

static Str
as_words(const struct panel_page *p, const struct record *member)
{
	Str account = said_text(TYPE_PANEL_MEMBER, member, "account");
	int person = roster_person(p->s.l.own.roster, said_text(TYPE_PANEL_MEMBER, member, "colleague"));
	if (!tells_names(p) && (account.len || person != NOT_THERE))
		return S("Somebody here");
	if (account.len)
		return account_words(&p->s.l.own, account);
	return person != NOT_THERE && person_seen(&p->s.l.own, person) ? person_words(&p->s.l.own, person)
		: person != NOT_THERE ? S("A person here") : S("Nobody: name an account or a person");
}

static void
member_cells(struct cell *cells, const struct panel_page *p, const struct record *member, struct tally *tally)
{
	struct arena *perm = p->s.l.own.perm;
	bool stays = member_stays(member, p->s.l.own.ask->day);
	struct scoring_tasks tasks;
	int longest = 0, waits = 0;
	Date declared = said_day(TYPE_PANEL_MEMBER, member, "declared_on"), left = said_day(TYPE_PANEL_MEMBER, member, "left_on");
	scoring_tasks_read(&tasks, &p->s.books, &p->s.l.all, member, perm);
	for (int t = 0; t < tasks.count && stays; t++)
		if (scoring_waits_for(tasks.at[t].state, member)) {
			waits++;
			longest = tasks.at[t].application->waiting > longest ? tasks.at[t].application->waiting : longest;
		}
	cells[M_NAME] = record_cell(p, "panel-members", member, tells_names(p) ? said_text(TYPE_PANEL_MEMBER, member, "name") : member->ref);
	cells[M_PART] = cell_text(choice_words(TYPE_PANEL_MEMBER, member, "part"));
	cells[M_SCORES] = cell_text(scores_words(member));
	cells[M_WAITS] = cell_figure(figure_whole(waits), 0, UNIT_COUNT);
	cells[M_LONGEST] = waits ? cell_figure(figure_whole(longest), 0, UNIT_DAYS) : cell_text(S(""));
	cells[M_TRAINED] = trained_cell(p, member);
	cells[M_DECLARED] = declared.day ? cell_text(day_words(declared, perm)) : cell_text(S("Not yet"));
	cells[M_AS] = cell_text(as_words(p, member));
	cells[M_LEFT] = cell_text(left.day ? day_words(left, perm) : S(""));
	if (!stays)
		return;
	tally->members++;
	tally->chairs += member_chairs(member);
	for (int s = 0; s < SITTINGS; s++)
		tally->scorers[s] += member_scores(member, (enum sitting)s);
	tally->waiting += waits;
}

static struct table *
members_table(const struct panel_page *p, struct tally *tally)
{
	struct rows_made rows = { 0 };
	int first, count = grouped_find(&p->s.books.panel_of, p->round->ref, &first);
	for (int left = 0; left < 2; left++)             /* whoever left stands last */
		for (int i = first; i < first + count; i++) {
			const struct record *member = p->s.books.panel_of.rows[i].record;
			if (member_stays(member, p->s.l.own.ask->day) == (left == 0))
				member_cells(rows_push(&rows, M_COLUMNS, p->s.l.own.perm), p, member, tally);
		}
	return table_of(S("panel"), S("The panel"), member_columns, M_COLUMNS, rows, p->s.l.own.perm);
}

/* ---- criteria and interests ------------------------------------------------------------------------------ */

static const struct column criterion_columns[] = {
	{ STR("criterion"), STR("Criterion"), false, false }, { STR("part"), STR("Scored at"), false, false },
	{ STR("bar"), STR("Bar"), false, false }, { STR("weight"), STR("Weight"), true, false },
	{ STR("held_on"), STR("Day"), false, false }, { STR("held_at"), STR("Where"), false, false }, { STR("role"), STR("Role"), false, false },
};

static Str
bar_words(const struct record *record, struct arena *perm)
{
	Str most = said_text(TYPE_CRITERION, record, "most"), needed = said_text(TYPE_CRITERION, record, "needed");
	return needed.len ? str_format(perm, "Essential: %.*s of %.*s", STR_ARG(needed), STR_ARG(most))
		: str_format(perm, "Desirable, of %.*s", STR_ARG(most));
}

static const struct table *
criteria_table(const struct panel_page *p)
{
	const struct own *own = &p->s.l.own;
	struct rows_made rows = { 0 };
	int first, count = grouped_find(&p->s.books.criteria_of, p->round->ref, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *record = p->s.books.criteria_of.rows[i].record;
		struct cell *cells = rows_push(&rows, countof(criterion_columns), own->perm);
		Str weight = said_text(TYPE_CRITERION, record, "weight");
		Date day = said_day(TYPE_CRITERION, record, "held_on");
		int role = roster_role(own->roster, said_text(TYPE_CRITERION, record, "role"));
		cells[0] = record_cell(p, "criteria", record, said_text(TYPE_CRITERION, record, "name"));
		cells[1] = cell_text(choice_words(TYPE_CRITERION, record, "part"));
		cells[2] = cell_text(bar_words(record, own->perm));
		cells[3] = cell_text(weight.len ? weight : S("1"));
		cells[4] = cell_text(day.day ? day_words(day, own->perm) : S(""));
		cells[5] = cell_text(said_text(TYPE_CRITERION, record, "held_at"));
		cells[6] = cell_text(role == NOT_THERE ? S("All") : role_words(own, role, own->ask->day));
	}
	return rows.count ? table_of(S("criteria"), S("What is scored"), criterion_columns, countof(criterion_columns), rows, own->perm) : NULL;
}

static const struct column interest_columns[] = {
	{ STR("member"), STR("Panel member"), false, false }, { STR("candidate"), STR("Candidate"), false, false },
	{ STR("what"), STR("What they are to each other"), false, false }, { STR("declared_on"), STR("Declared on"), false, false },
};

/* Of whoever keeps candidates: it names them. */
static const struct table *
interests_table(const struct panel_page *p)
{
	const struct records *candidates = &p->s.l.own.council->of[TYPE_CANDIDATE];
	struct arena *perm = p->s.l.own.perm;
	struct rows_made rows = { 0 };
	int first, count = grouped_find(&p->s.books.panel_of, p->round->ref, &first);
	for (int i = first; i < first + count && hiring_writes(&p->s.l, GROUP_CANDIDATES); i++) {
		const struct record *member = p->s.books.panel_of.rows[i].record;
		int of, interests = grouped_find(&p->s.books.interests_of, member->ref, &of), who;
		for (int k = of; k < of + interests; k++) {
			const struct record *interest = p->s.books.interests_of.rows[k].record;
			Str candidate = said_text(TYPE_INTEREST, interest, "candidate");
			struct cell *cells = rows_push(&rows, countof(interest_columns), perm);
			cells[0] = cell_text(said_text(TYPE_PANEL_MEMBER, member, "name"));
			cells[1] = cell_text(records_of(candidates, candidate, &who) ? record_title(&record_types[TYPE_CANDIDATE], &candidates->at[who],
				perm) : candidate);
			cells[2] = record_cell(p, "panel-interests", interest, choice_words(TYPE_INTEREST, interest, "what"));
			cells[3] = cell_text(day_words(said_day(TYPE_INTEREST, interest, "declared_on"), perm));
		}
	}
	return rows.count ? table_of(S("interests"), S("Who has to do with whom"), interest_columns, countof(interest_columns), rows, perm) : NULL;
}

/* What applicants said of knowing somebody who may choose: for whoever keeps candidates to look into. */
static void
add_said_to_know(struct document *doc, const struct panel_page *p)
{
	const struct recruitment *all = &p->s.l.all;
	struct run *runs = new(doc->arena, all->application_count + 1, struct run);
	int n = 0;
	for (int i = 0; i < all->application_count && hiring_writes(&p->s.l, GROUP_CANDIDATES); i++) {
		const struct application *a = &all->applications[i];
		Str said = said_text(TYPE_APPLICATION, a->record, "interest");
		if (a->round == p->round && said.len)
			runs[n++] = (struct run){ .text = str_format(doc->arena, "%.*s: %.*s", STR_ARG(candidate_words(&p->s.l, a)), STR_ARG(said)),
				.href = href_of_application(&p->s.l.own, a->ref) };
	}
	if (n == 0)
		return;
	document_heading(doc, 2, S("Applicants who said that they know somebody"), S("said"));
	document_runs(doc, BLOCK_LIST, runs, n);
}

/* ---- the page ------------------------------------------------------------------------------------------------ */

static void
warn(struct document *doc, const char *words)
{
	document_runs(doc, BLOCK_WARNING, &(struct run){ .text = str_of(words) }, 1);
}

/* What would stop somebody later. */
static void
add_warnings(struct document *doc, const struct panel_page *p, const struct tally *tally)
{
	Date assess = said_day(TYPE_ROUND, p->round, "assess_on"), day = p->s.l.own.ask->day;
	if (said_text(TYPE_ROUND, p->round, "closed_on").len)
		return;
	if (!panel_trained(&p->s.books, p->round->ref, day))
		warn(doc, "Nobody on the panel is trained in safer recruitment: nobody can be invited or assessed.");
	else if (assess.day > day.day && !panel_trained(&p->s.books, p->round->ref, assess))
		warn(doc, "On the day of the assessment nobody\u2019s safer recruitment training holds any more.");
	if (tally->scorers[SHORTLISTING] < SCORERS_LEAST || tally->scorers[ASSESSMENT] < SCORERS_LEAST)
		warn(doc, "Two assessors score each application apart: the panel has fewer who score at one of the two stages.");
	if (tally->chairs == 0)
		warn(doc, "Nobody chairs: where assessors differ, nobody can write down what was agreed.");
}

static Str
panel_title(const struct panel_page *p, const struct tally *tally)
{
	struct arena *perm = p->s.l.own.perm;
	if (tally->members == 0)
		return str_format(perm, "%.*s has no panel yet", STR_ARG(round_words(p->round)));
	return str_format(perm, "Panel of %.*s: %.*s, %d score%s to come", STR_ARG(round_words(p->round)), STR_ARG(counted(tally->members,
		"member", "members", perm)), tally->waiting, tally->waiting == 1 ? "" : "s");
}

struct document
panel_document(const struct panel_page *p)
{
	static const Str dropped[] = { STR("left_on") };
	const struct own *own = &p->s.l.own;
	struct tally tally = { 0 };
	struct table *members = members_table(p, &tally);
	struct document doc = own_document(own, panel_title(p, &tally), href_of_round(&p->s, p->round->ref, "panel"));
	const struct table *more[] = { criteria_table(p), interests_table(p) };
	bool left = members->row_count > tally.members;
	doc.data = members;
	add_warnings(&doc, p, &tally);
	if (members->row_count)
		document_table(&doc, table_without(members, dropped, left ? 0 : 1, doc.arena));
	for (int i = 0; i < countof(more); i++)
		if (more[i]) {
			document_table(&doc, more[i]);
			doc.sheets[doc.sheet_count++] = more[i];
		}
	if (!more[0])
		document_paragraph(&doc, S("No criteria yet. Where a round has some, two assessors score each application on them before it goes on."));
	add_said_to_know(&doc, p);
	add_panel_forms(&doc, p);
	struct run *runs = new(doc.arena, 2, struct run);
	int n = 0;
	if (scoring_reads(&p->s, p->round->ref) || hiring_writes(&p->s.l, GROUP_CANDIDATES))
		runs[n++] = (struct run){ .text = S("How those assessed rank"), .href = href_of_round(&p->s, p->round->ref, "rank") };
	if (hiring_writes(&p->s.l, GROUP_CANDIDATES))
		runs[n++] = (struct run){ .text = S("How this round went"), .href = own_href(own, str_format(doc.arena, "recruitment/rounds/%.*s",
			STR_ARG(p->round->ref))) };
	if (n)
		document_runs(&doc, BLOCK_LIST, runs, n);
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_panel(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct panel_page p = { 0 };
	struct answer answer;
	if (!scoring_round(world, ask, &p.s, &p.round, &answer, perm))
		return answer;
	return answer_of(DONE, panel_document(&p));
}
