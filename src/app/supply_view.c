/* supply_view.c: pipelines on one page: what runs out or is late, what each quarter brings, cohorts, learners, and what came
 * of placements. Ranges are worked out for each line by itself, never added up. */
#include "app/supply_parts.h"

#include "app/estab.h"
#include "app/register.h"

enum {
	QUARTERS_SHOWN = 12,
	HIRES_LEAST = 5              /* decided placements below which no share is told: one person would be most of it */
};

/* ---- what runs out, and what is late ------------------------------------------------------------------- */

enum { A_WHO, A_REF, A_WHAT, A_HOW, A_DAY, A_LEFT, A_WHOSE, A_COLUMNS };
static const struct column alarm_columns[A_COLUMNS] = {
	[A_WHO] = { STR("learner"), STR("Learner"), false, false }, [A_REF] = { STR("ref"), STR("Reference"), false, false },
	[A_WHAT] = { STR("what"), STR("What"), false, false }, [A_HOW] = { STR("how"), STR("How near"), false, false },
	[A_DAY] = { STR("day"), STR("Day"), false, false }, [A_LEFT] = { STR("left"), STR("Days left"), true, false },
	[A_WHOSE] = { STR("whose"), STR("Whose move"), false, false },
};

struct warning { const struct learner *learner; Str what, how; int tone; Date day; };

static void
add_warning(struct rows_made *rows, const struct supply_look *l, const struct warning *w)
{
	struct cell *cells = rows_push(rows, A_COLUMNS, l->own.perm);
	bool joined = w->learner->stage == LEARNER_JOINED;
	cells[A_WHO] = cell_link(learner_words(l, w->learner), href_of_learner(&l->own, w->learner->ref));
	cells[A_REF] = cell_text(w->learner->ref);
	cells[A_WHAT] = cell_text(w->what);
	cells[A_HOW] = cell_tag(w->how, w->tone);
	cells[A_DAY] = cell_text(day_words(w->day, l->own.perm));
	cells[A_LEFT] = cell_figure(figure_whole(w->day.day - l->own.ask->day.day), 0, UNIT_DAYS);
	cells[A_WHOSE] = cell_text(joined ? learner_whose_words[OUR_MOVE] : learner_whose_words[w->learner->whose]);
}

/* Papers, soonest first; then whoever is ready and has no registration recorded; then whose expected day is past. */
static struct table *
alarms_table(const struct supply_look *l)
{
	static const int tones[ALARM_LEVELS] = { [ALARM_EXPIRED] = TAG_RED, [ALARM_30] = TAG_RED, [ALARM_60] = TAG_YELLOW, [ALARM_90] = TAG_BLUE };
	struct rows_made rows = { 0 };
	struct alarm *alarms;
	int count = supply_alarms(&l->all, &alarms, l->own.perm);
	for (int i = 0; i < count; i++) {
		const struct learner *learner = &l->all.learners[alarms[i].learner];
		if (learner_seen(l, learner))
			add_warning(&rows, l, &(struct warning){ learner, paper_words(alarms[i].paper), alarm_words(alarms[i].level),
				tones[alarms[i].level], alarms[i].until });
	}
	for (int i = 0; i < l->all.learner_count; i++) {
		const struct learner *learner = &l->all.learners[i];
		if (!learner_seen(l, learner) || !learner_coming(learner))
			continue;
		if (learner->is_ready && said_text(TYPE_LEARNER, learner->record, "registered_on").len == 0)
			add_warning(&rows, l, &(struct warning){ learner, S("Registration"), S("None recorded"), TAG_YELLOW, learner->ready });
		if (learner->late)
			add_warning(&rows, l, &(struct warning){ learner, S("Qualified or here"), S("Late"), TAG_RED, learner->ready });
	}
	return table_of(S("alarms"), S("What runs out, and what is late"), alarm_columns, A_COLUMNS, rows, l->own.perm);
}

/* ---- what each quarter brings ----------------------------------------------------------------------------- */

enum { Q_QUARTER, Q_FROM, Q_ROUTE, Q_LOW, Q_HIGH, Q_PEOPLE, Q_PLACES, Q_UNSAID, Q_GRADES, Q_COLUMNS };
static const struct column quarter_columns[Q_COLUMNS] = {
	[Q_QUARTER] = { STR("quarter"), STR("Quarter"), false, false }, [Q_FROM] = { STR("from"), STR("From"), false, false },
	[Q_ROUTE] = { STR("route"), STR("Route"), false, false }, [Q_LOW] = { STR("at_least"), STR("Join, at least"), true, false },
	[Q_HIGH] = { STR("at_most"), STR("Join, at most"), true, false }, [Q_PEOPLE] = { STR("learners"), STR("Learners"), true, false },
	[Q_PLACES] = { STR("places"), STR("Places without one"), true, false },
	[Q_UNSAID] = { STR("no_odds"), STR("Of these, no chance said"), true, false },
	[Q_GRADES] = { STR("grades"), STR("How sure"), false, false },
};

static struct cell
count_cell(int count)
{
	return cell_figure(figure_whole(count), 0, UNIT_COUNT);
}

/* Nobody is counted: no row. */
static void
add_span(struct rows_made *rows, const struct supply_look *l, struct supply_span span)
{
	struct arena *perm = l->own.perm;
	struct supply_cell of = supply_cell_of(&l->all, span, perm);
	bool known = span.first != NOT_THERE;
	if (of.people + of.places == 0)
		return;
	struct cell *cells = rows_push(rows, Q_COLUMNS, perm);
	cells[Q_QUARTER] = cell_text(known ? supply_quarter_words(span.first, perm) : S("Nobody knows the day"));
	cells[Q_FROM] = cell_text(known ? date_iso(supply_quarter_period(span.first).first, perm) : S(""));
	cells[Q_ROUTE] = cell_text(span.kind == NOT_THERE ? S("All routes") : route_kinds[span.kind].words);
	cells[Q_LOW] = count_cell(of.low);
	cells[Q_HIGH] = count_cell(of.high);
	cells[Q_PEOPLE] = count_cell(of.people);
	cells[Q_PLACES] = count_cell(of.places);
	cells[Q_UNSAID] = count_cell(of.unsaid);
	cells[Q_GRADES] = cell_text(of.grades ? grades_words(of.grades, perm) : S(""));
}

static struct table *
quarters_table(const struct supply_look *l)
{
	struct rows_made rows = { 0 };
	int now = supply_quarter(l->own.ask->day);
	for (int q = now - 1; q < now + QUARTERS_SHOWN; q++) {
		int quarter = q < now ? NOT_THERE : q;
		for (int kind = NOT_THERE; kind < ROUTE_KINDS; kind++)
			add_span(&rows, l, (struct supply_span){ quarter, quarter, kind });
	}
	return table_of(S("supply"), S("Who will join, by quarter and route"), quarter_columns, Q_COLUMNS, rows, l->own.perm);
}

/* ---- cohorts --------------------------------------------------------------------------------------------- */

enum { C_NAME, C_REF, C_ROUTE, C_STARTS, C_READY, C_PLACES, C_SELECTED, C_ON, C_JOINED, C_LOST, C_CHANCES, C_COMPLETES, C_TAKES, C_COLUMNS };
static const struct column cohort_columns[C_COLUMNS] = {
	[C_NAME] = { STR("cohort"), STR("Cohort"), false, false }, [C_REF] = { STR("ref"), STR("Reference"), false, false },
	[C_ROUTE] = { STR("route"), STR("Route"), false, false }, [C_STARTS] = { STR("starts_on"), STR("Starts"), false, false },
	[C_READY] = { STR("ready"), STR("Qualified or here"), false, false }, [C_PLACES] = { STR("places"), STR("Places"), true, false },
	[C_SELECTED] = { STR("selected"), STR("Selected"), true, false }, [C_ON] = { STR("on_the_way"), STR("On the way"), true, false },
	[C_JOINED] = { STR("joined"), STR("Joined"), true, false }, [C_LOST] = { STR("lost"), STR("Gone"), true, false },
	[C_CHANCES] = { STR("chances"), STR("In 100, complete; take a post"), false, false },
	[C_COMPLETES] = { STR("completes"), STR("Completes"), false, false }, [C_TAKES] = { STR("takes_post"), STR("Takes a post here"), false, false },
};

/* "80 (60 to 90); 75": what each is of, and what it rests on, is told on the cohort's own page. */
static Str
chance_words(const struct odds *odds, struct arena *perm)
{
	if (!odds->said)
		return S("not said");
	int part = (int)(100 * odds->part + 0.5), low = (int)(100 * odds->low + 0.5), high = (int)(100 * odds->high + 0.5);
	return low == high ? str_format(perm, "%d", part) : str_format(perm, "%d (%d to %d)", part, low, high);
}

static struct table *
cohorts_table(const struct supply_look *l)
{
	struct arena *perm = l->own.perm;
	struct rows_made rows = { 0 };
	for (int i = l->all.cohort_count - 1; i >= 0; i--) {
		const struct cohort *c = &l->all.cohorts[i];
		struct cell *cells = rows_push(&rows, C_COLUMNS, perm);
		cells[C_NAME] = cell_link(cohort_words(c), href_of_cohort(&l->own, c->ref));
		cells[C_NAME].note = c->funding_ended ? S("The funding rule of its route is not known to hold") : S("");
		cells[C_REF] = cell_text(c->ref);
		cells[C_ROUTE] = cell_text(route_kinds[c->kind].words);
		cells[C_STARTS] = cell_text(day_words(c->starts, perm));
		cells[C_READY] = cell_text(c->expected.day ? day_words(c->expected, perm) : S("Nobody knows"));
		cells[C_PLACES] = count_cell(c->places);
		cells[C_SELECTED] = count_cell(c->selected);
		cells[C_ON] = count_cell(c->outstanding);
		cells[C_JOINED] = count_cell(c->joined);
		cells[C_LOST] = count_cell(c->lost);
		cells[C_CHANCES] = cell_text(str_format(perm, "%.*s; %.*s", STR_ARG(chance_words(&c->completes, perm)),
			STR_ARG(chance_words(&c->takes_post, perm))));
		cells[C_COMPLETES] = cell_text(supply_odds_words(&c->completes, perm));
		cells[C_TAKES] = cell_text(supply_odds_words(&c->takes_post, perm));
	}
	return table_of(S("cohorts"), S("Cohorts, and their chances"), cohort_columns, C_COLUMNS, rows, perm);
}

/* ---- what came of placements ------------------------------------------------------------------------------- */

enum { H_ROUTE, H_PLACED, H_JOINED, H_GONE, H_OPEN, H_SHARE, H_HERE, H_COLUMNS };
static const struct column hires_columns[H_COLUMNS] = {
	[H_ROUTE] = { STR("route"), STR("Route"), false, false }, [H_PLACED] = { STR("placed"), STR("Placed here"), true, false },
	[H_JOINED] = { STR("joined"), STR("Joined"), true, false }, [H_GONE] = { STR("gone"), STR("Gone"), true, false },
	[H_OPEN] = { STR("open"), STR("Still coming"), true, false },
	[H_SHARE] = { STR("joined_share"), STR("Joined, of those decided (%)"), true, false },
	[H_HERE] = { STR("here_share"), STR("Still here, of those who joined (%)"), true, false },
};

static struct table *
hires_table(const struct supply_look *l)
{
	struct rows_made rows = { 0 };
	for (int kind = NOT_THERE; kind < ROUTE_KINDS; kind++) {
		struct hires h = supply_hires(&l->all, (struct hires_of){ kind, NOT_THERE });
		if (h.placed == 0)
			continue;
		struct cell *cells = rows_push(&rows, H_COLUMNS, l->own.perm);
		Figure few = figure_absent(SUPPRESSED);
		cells[H_ROUTE] = cell_text(kind == NOT_THERE ? S("All routes") : route_kinds[kind].words);
		cells[H_PLACED] = count_cell(h.placed);
		cells[H_JOINED] = count_cell(h.joined);
		cells[H_GONE] = count_cell(h.gone);
		cells[H_OPEN] = count_cell(h.open);
		cells[H_SHARE] = cell_figure(h.decided && h.decided < HIRES_LEAST ? few : h.joined_share, 0, UNIT_PERCENT);
		cells[H_HERE] = cell_figure(h.joined && h.joined < HIRES_LEAST ? few : h.here_share, 0, UNIT_PERCENT);
	}
	return table_of(S("hires"), S("After a placement here"), hires_columns, H_COLUMNS, rows, l->own.perm);
}

/* ---- the page ----------------------------------------------------------------------------------------------- */

static void
add_table(struct document *doc, struct table *table, Str otherwise)
{
	static const Str dropped[] = { STR("ref"), STR("from"), STR("completes"), STR("takes_post") };
	if (table->row_count)
		document_table(doc, table_without(table, dropped, countof(dropped), doc->arena));
	else
		document_paragraph(doc, otherwise);
	if (doc->data != table && doc->sheet_count < countof(doc->sheets))
		doc->sheets[doc->sheet_count++] = table;
}

static Str
supply_title(const struct supply_look *l, const struct learner **shown, int count)
{
	int coming = 0, ours = 0, late = 0;
	for (int i = 0; i < count; i++) {
		coming += learner_coming(shown[i]);
		ours += learner_coming(shown[i]) && shown[i]->whose == OUR_MOVE;
		late += shown[i]->late;
	}
	if (coming == 0)
		return S("Nobody is on their way by a pipeline");
	return str_format(l->own.perm, "%.*s on their way by pipelines: %d wait%s on us, %d %s late", STR_ARG(counted(coming, "learner",
		"learners", l->own.perm)), ours, ours == 1 ? "s" : "", late, late == 1 ? "is" : "are");
}

/* How many are ready by when, of those who are known: no chance is in it. */
static void
add_ready(struct document *doc, const struct supply_look *l)
{
	Date day = l->own.ask->day;
	struct period quarter = { day, { day.day + 91 } }, year = { day, { day.day + 365 } };
	document_paragraph(doc, str_format(doc->arena, "Qualified or here, or expected to be, from today: %.*s within 91 days, %d within a year. "
		"Whether they join is another question, and told below.", STR_ARG(counted(supply_ready_within(&l->all, NOT_THERE, quarter), "learner",
		"learners", doc->arena)), supply_ready_within(&l->all, NOT_THERE, year)));
}

static void
add_whole(struct document *doc, const struct supply_look *l, struct table *quarters)
{
	document_heading(doc, 2, S("What each quarter brings"), S("quarters"));
	add_ready(doc, l);
	add_table(doc, quarters, S("Nobody is selected, and no cohort has places, so nothing is expected."));
	document_paragraph(doc, S("Each line has a range of its own: in 8 of 10 such quarters as many join, if the chances are right. "
		"Lines are not to be added up: ends of ranges do not come together. Somebody of whom nobody said a chance adds nothing to "
		"the least, and one to the most."));
	document_heading(doc, 2, S("Cohorts"), S("cohorts"));
	add_table(doc, cohorts_table(l), S("There is no cohort yet."));
	document_heading(doc, 2, S("What came of placements"), S("placements"));
	add_table(doc, hires_table(l), S("No placement has ended yet."));
}

static void
add_ways_on(struct document *doc, const struct supply_look *l)
{
	static const enum type_id lists[] = { TYPE_COHORT, TYPE_LEARNER, TYPE_ROUTE, TYPE_PARTNER, TYPE_PLACEMENT, TYPE_EDUCATOR };
	struct run *runs = new(doc->arena, countof(lists) + 2, struct run);
	int n = 0;
	if (supply_writes(l)) {
		runs[n++] = (struct run){ .text = S("Add a learner"), .href = own_href(&l->own, S("learners/new")) };
		runs[n++] = (struct run){ .text = S("Add a cohort"), .href = own_href(&l->own, S("cohorts/new")) };
	}
	for (int i = 0; i < countof(lists); i++)
		runs[n++] = (struct run){ .text = str_capital(record_types[lists[i]].many, doc->arena),
			.href = own_href(&l->own, record_type_segment(&record_types[lists[i]], doc->arena)) };
	document_runs(doc, BLOCK_LIST, runs, n);
}

struct answer
show_supply(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct supply_look l = { 0 };
	struct answer answer;
	const struct learner **shown;
	if (!supply_settle(world, ask, &l, &answer, perm))
		return answer;
	int count = supply_shown(&l, NOT_THERE, &shown);
	struct document doc = own_document(&l.own, supply_title(&l, shown, count), own_href(&l.own, S("supply")));
	struct table *alarms = alarms_table(&l), *quarters = l.whole ? quarters_table(&l) : NULL;
	struct table *learners = learners_table(&l, shown, count, S("Learners"));
	doc.data = quarters ? quarters : learners;
	if (alarms->row_count)
		document_heading(&doc, 2, S("What needs somebody now"), S("alarms"));
	add_table(&doc, alarms, S("No paper runs out within 90 days, and nobody is late."));
	if (l.whole)
		add_whole(&doc, &l, quarters);
	document_heading(&doc, 2, S("Learners"), S("learners"));
	add_table(&doc, learners, S("There is none."));
	add_ways_on(&doc, &l);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
