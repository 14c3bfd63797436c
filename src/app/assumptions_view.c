/* assumptions_view.c: every number that forecasts and plans assume: the value used, the default, the source, who decided it. */
#include "app/plan.h"

#include "app/admit.h"
#include "app/keeper.h"
#include "app/views.h"
#include "outlook/assumptions.h"

const struct council *
assumptions_held(const struct ask *ask)
{
	bool reads = ask->held && viewer_permit(ask->viewer, ask->area, GROUP_PLANS, ask->today).reach >= REACH_READ;
	return reads ? &ask->held->council : NULL;
}

enum { A_TITLE, A_USED, A_DEFAULT, A_RANGE, A_GRADE, A_SOURCE, A_WHO, A_SINCE, A_CHANGES, A_KEY, A_VALUE, A_LOW, A_HIGH, A_UNIT,
       A_EVIDENCE, A_OWN, A_COLUMNS };
static const struct column columns[A_COLUMNS] = {
	[A_TITLE] = { STR("title"), STR("What is assumed"), false, false }, [A_USED] = { STR("used"), STR("Used"), false, false },
	[A_DEFAULT] = { STR("default"), STR("Default"), false, false }, [A_RANGE] = { STR("range"), STR("May be"), false, false },
	[A_GRADE] = { STR("grade"), STR("Grade"), false, false }, [A_SOURCE] = { STR("source"), STR("What it rests on"), false, false },
	[A_WHO] = { STR("set_by"), STR("Set by"), false, false }, [A_SINCE] = { STR("since"), STR("Since"), false, false },
	[A_CHANGES] = { STR("changes"), STR("What it changes"), false, false }, [A_KEY] = { STR("key"), STR("Key"), false, false },
	[A_VALUE] = { STR("value"), STR("Value"), true, false }, [A_LOW] = { STR("low"), STR("At least"), true, false },
	[A_HIGH] = { STR("high"), STR("At most"), true, false }, [A_UNIT] = { STR("unit"), STR("Unit"), false, false },
	[A_EVIDENCE] = { STR("evidence"), STR("Evidence"), false, false }, [A_OWN] = { STR("own"), STR("The council\u2019s own"), false, false },
};

static Str
grade_words(Str grade)
{
	return str_equal(grade, S("own")) ? S("Measured here") : grade;
}

static void
assumption_cells(struct cell *cells, const struct assumed *used, Str slug, struct arena *perm)
{
	struct assumption_row row = assumption_row(used->id);
	Str low = assumption_words(used->id, used->low, perm), high = assumption_words(used->id, used->high, perm);
	cells[A_TITLE] = used->own ? cell_link(row.title, str_format(perm, "/authorities/%.*s/own-assumptions/%.*s", STR_ARG(slug),
		STR_ARG(used->ref))) : cell_text(row.title);
	cells[A_USED] = cell_text(assumption_words(used->id, used->value, perm));
	cells[A_DEFAULT] = cell_text(assumption_words(used->id, row.value, perm));
	cells[A_RANGE] = cell_text(used->low == used->high ? low : str_format(perm, "%.*s to %.*s", STR_ARG(low), STR_ARG(high)));
	cells[A_GRADE] = cell_text(grade_words(used->grade));
	cells[A_SOURCE] = cell_text(used->source);
	cells[A_SOURCE].note = used->own || row.evidence.len == 0 ? S("") : str_format(perm, "Evidence %.*s", STR_ARG(row.evidence));
	cells[A_WHO] = cell_text(used->own ? used->who : S("Came with the program"));
	cells[A_SINCE] = cell_text(used->own ? date_text(used->since, perm) : S(""));
	cells[A_CHANGES] = cell_text(row.changes);
	cells[A_KEY] = cell_text(row.key);
	cells[A_VALUE] = cell_text(figure_short(figure_micro(used->value), perm));
	cells[A_LOW] = cell_text(figure_short(figure_micro(used->low), perm));
	cells[A_HIGH] = cell_text(figure_short(figure_micro(used->high), perm));
	cells[A_UNIT] = cell_text(assumption_unit_words(row.unit));
	cells[A_EVIDENCE] = cell_text(used->own ? S("") : row.evidence);
	cells[A_OWN] = cell_text(used->own ? S("yes") : S("no"));
}

/* Those of one role stand after the one of all roles. */
static int
roles_said(const struct council *council, enum assumption_id id, Date day, Str *roles, int most)
{
	const struct records *all = council ? &council->of[TYPE_ASSUMPTION] : NULL;
	int count = 0;
	for (int i = 0; all && i < all->count && count < most; i++) {
		Str role = record_value(all->type, &all->at[i], S("role"));
		bool holds = all->at[i].when.first.day <= day.day && day.day <= all->at[i].when.last.day;
		if (holds && role.len && str_equal(record_value(all->type, &all->at[i], S("what")), assumption_whats[id].code))
			roles[count++] = role;
	}
	return count;
}

static Str
role_title(const struct council *council, Str ref, Date day)
{
	const struct record *role = record_on(&council->of[TYPE_ROLE], ref, day);
	return role ? record_value(&record_types[TYPE_ROLE], role, S("title")) : ref;
}

static struct table *
assumptions_table(const struct asked *asked, const struct ask *ask, int *own, struct arena *perm)
{
	enum { ROLES_SAID_MOST = 64 };
	const struct council *council = assumptions_held(ask);
	struct rows_made rows = { 0 };
	*own = 0;
	for (int i = 0; i < ASSUMPTIONS; i++) {
		Str roles[ROLES_SAID_MOST];
		enum assumption_id id = (enum assumption_id)i;
		int count = roles_said(council, id, ask->day, roles, ROLES_SAID_MOST);
		for (int r = -1; r < count; r++) {
			struct assumed used = assumption_value(council, id, r < 0 ? S("") : roles[r], ask->day);
			struct cell *cells = rows_push(&rows, A_COLUMNS, perm);
			assumption_cells(cells, &used, asked->place->slug, perm);
			if (r >= 0)
				cells[A_TITLE].note = role_title(council, roles[r], ask->day);
			*own += used.own;
		}
	}
	return table_of(S("assumptions"), S("What forecasts and plans assume"), columns, A_COLUMNS, rows, perm);
}

/* "Those who may are: HR lead, Analyst": every duty of a whole council that has plans to write. */
static Str
who_may_say(struct arena *perm)
{
	struct text who = text_new(perm);
	for (int duty = 0; duty < DUTIES; duty++)
		if (duty_rows[duty].widest == SCOPE_AUTHORITY && policy_permit((enum duty)duty, GROUP_PLANS).reach >= REACH_WRITE)
			text_format(&who, "%s%.*s", who.len ? ", " : "", STR_ARG(duty_rows[duty].title));
	return text_str(&who);
}

/* One is of the whole council, and so a duty in a part of it does not do. */
static bool
may_say(const struct ask *ask, struct arena *perm)
{
	if (!ask->held)
		return false;
	struct sight sight = sight_of_ask(ask, perm);
	return sight_total(&sight, NOT_THERE, GROUP_PLANS).reach >= REACH_WRITE;
}

static void
add_ways_on(struct document *doc, const struct asked *asked, const struct ask *ask)
{
	struct permit permit = ask->held ? viewer_permit(ask->viewer, ask->area, GROUP_PLANS, ask->today) : (struct permit){ 0 };
	struct run *runs = new(doc->arena, 3, struct run);
	int n = 0;
	bool says = may_say(ask, doc->arena);
	if (says)
		runs[n++] = (struct run){ .text = S("Say one of your own"), .href = str_format(doc->arena,
			"/authorities/%.*s/own-assumptions/new", STR_ARG(asked->place->slug)) };
	if (permit.reach >= REACH_READ)
		runs[n++] = (struct run){ .text = S("All that were said, with their history"), .href = str_format(doc->arena,
			"/authorities/%.*s/own-assumptions", STR_ARG(asked->place->slug)) };
	if (n)
		document_runs(doc, BLOCK_LIST, runs, n);
	if (!says)
		document_paragraph(doc, str_format(doc->arena, "A council that keeps its records here may say its own. It is for whoever has "
			"one of these duties in the whole council: %.*s.", STR_ARG(who_may_say(doc->arena))));
}

struct answer
show_assumptions(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("key"), STR("value"), STR("low"), STR("high"), STR("unit"), STR("evidence"), STR("own") };
	struct asked asked;
	struct answer answer;
	int own;
	if (!ask_settle(world, ask, NEEDS_AREA, &asked, &answer, perm))
		return answer;
	struct table *table = assumptions_table(&asked, ask, &own, perm);
	struct document doc = document_new(perm, own ? str_format(perm, "%d of %d assumptions %s the council\u2019s own", own,
		table->row_count, own == 1 ? "is" : "are") : str_format(perm, "All %d assumptions are those that came with the program",
		table->row_count));
	doc.caption = asked.place->name;
	doc.period = str_format(perm, "As at %.*s", STR_ARG(date_text(ask->day, perm)));
	doc.address = str_format(perm, "/authorities/%.*s/assumptions", STR_ARG(asked.place->slug));
	document_paragraph(&doc, S("A forecast or a plan takes these numbers where nothing was measured. An initiative changes nothing until "
		"somebody says, with what it rests on, that it does. Grade A is official figures or a trial; B a sound study or a council\u2019s report; C a case, a survey, or old; D a guess."));
	add_ways_on(&doc, &asked, ask);
	doc.data = table;
	document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	return answer_of(DONE, doc);
}
