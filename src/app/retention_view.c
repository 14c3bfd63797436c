/* retention_view.c: the page of a council's terms, and what a run says. */
#include "app/retention.h"

#include "app/demonstration.h"
#include "app/form_made.h"
#include "app/instant.h"
#include "app/own.h"
#include "app/stored.h"
#include "store/lists.h"

enum { ROOM_MOST = 512 << 20,                   /* address space for the largest council's records and plan */
       SHOWN_MOST = 40 };                       /* rows of what goes; files have all */

/* ---- what goes, as a table --------------------------------------------------------------------- */

enum { COUNCIL, WHAT, RECORD, SINCE, LAST, STATE, GOING_COLUMNS };
static const struct column going_columns[GOING_COLUMNS] = {
	[COUNCIL] = { .name = STR("council"), .title = STR("Council") },
	[WHAT]    = { .name = STR("what"),    .title = STR("What") },
	[RECORD]  = { .name = STR("record"),  .title = STR("Record") },
	[SINCE]   = { .name = STR("from"),    .title = STR("Kept from") },
	[LAST]    = { .name = STR("last"),    .title = STR("Last day") },
	[STATE]   = { .name = STR("state"),   .title = STR("What becomes of it") },
};

static Str
going_words(const struct going *going)
{
	if (going->held)
		return S("stays: a hold stands");
	static const enum keep_id emptied[] = { KEEP_PERSON, KEEP_CANDIDATE, KEEP_CANDIDATE_AGAIN, KEEP_LEARNER, KEEP_LEARNER_AGAIN };
	for (int i = 0; i < countof(emptied); i++)
		if (going->why == emptied[i])
			return S("is emptied");
	return S("is taken away");
}

static void
add_going(struct rows_made *rows, Str council, const struct retention_plan *plan, struct arena *perm)
{
	for (int i = 0; i < plan->count; i++) {
		const struct going *going = &plan->going[i];
		struct cell *cells = rows_push(rows, GOING_COLUMNS, perm);
		cells[COUNCIL] = cell_text(council);
		cells[WHAT] = cell_text(keep_rows[going->why].name);
		cells[RECORD] = cell_text(str_copy(going->ref, perm));
		cells[SINCE] = cell_text(going->from.day ? date_iso(going->from, perm) : S(""));
		cells[LAST] = cell_text(going->last.day ? date_iso(going->last, perm) : S(""));
		cells[STATE] = cell_text(going_words(going));
	}
}

static Str
plan_words(const struct retention_plan *plan, const struct kept *kept, struct arena *perm)
{
	int others = 0;
	for (int i = 0; i < plan->count; i++)
		others += !plan->going[i].held;
	others -= plan->people + plan->candidates + plan->learners;
	return str_format(perm, "%d of %d people, %s and %s emptied, %d other records, %d closed requests and %d returns as they were "
		"sent taken away, %d kept for a hold", plan->people, plan->people_kept, str_c(counted(plan->candidates, "candidate", "candidates", perm), perm),
		str_c(counted(plan->learners, "learner", "learners", perm), perm), others, kept->asked_old,
		kept->returns_old, plan->held_count);
}

/* ---- a run over all ---------------------------------------------------------------------------- */

struct running {
	const struct ask *ask;
	bool apply;
	int64_t confirmed;
	struct document *doc;
	struct rows_made rows;
	bool refused;
	struct arena *perm;
};

/* Once: `*changed` where records changed between the reading and the taking away, and all is to be done again. */
static bool
run_council_once(struct store *store, struct running *in, Str authority, struct arena scratch, bool *changed, struct error *err)
{
	struct kept kept;
	struct retention_plan plan;
	if (!retention_read(store, authority, in->ask->today, &kept, &scratch, err))
		return false;
	retention_plan(&plan, &kept.roster, &kept.equality, &kept.keeping, in->ask->today, &scratch);
	struct keep_doubt doubt = { in->ask->today, in->ask->now, in->confirmed, plan.people, plan.people_kept };
	Str why_not = retention_doubt(&kept.last, &doubt, &scratch);
	struct keep_apply apply = { authority, in->ask->today, { in->ask->viewer->account, in->ask->now } };
	bool done = in->apply && why_not.len == 0;
	if (done && !retention_apply(store, &apply, &kept, &plan, changed, &scratch, err))
		return false;
	add_going(&in->rows, authority, &plan, in->perm);
	document_paragraph(in->doc, str_format(in->perm, "%.*s: %.*s.%s%.*s", STR_ARG(authority),
		STR_ARG(plan_words(&plan, &kept, &scratch)), why_not.len ? " Nothing is taken away. " : "",
		STR_ARG(why_not)));
	in->refused = in->refused || why_not.len > 0;
	return true;
}

static bool
run_council(struct store *store, struct running *in, Str authority, struct arena *room, struct error *err)
{
	enum { TRIES = 5 };
	enum council_kind kind;
	struct arena scratch = *room;
	if (!council_kind_in(store, authority, &kind, &scratch, err))
		return false;
	if (kind == COUNCIL_MADE_UP) {
		document_paragraph(in->doc, str_format(in->perm, "%.*s: its people are made up, and nothing has a term.",
			STR_ARG(authority)));
		return true;
	}
	for (int t = 0; t < TRIES; t++) {
		bool changed = false;
		if (run_council_once(store, in, authority, *room, &changed, err))
			return true;
		if (!changed)
			return false;
	}
	return fail_within(err, "%.*s", STR_ARG(authority));
}

static Str
machine_words(const int64_t counts[MACHINE_KINDS], struct arena *perm)
{
	struct text words = text_new(perm);
	for (int k = 0; k < MACHINE_KINDS; k++)
		text_format(&words, "%s%lld %.*s", k ? ", " : "", (long long)counts[k], STR_ARG(machine_kind_words[k]));
	return text_str(&words);
}

static bool
run_machine(struct store *store, struct running *in, struct error *err)
{
	struct kept kept = { .keeping = keeping_usual() };
	struct keep_setting *settings;
	int64_t counts[MACHINE_KINDS];
	int count;
	bool held;
	if (!keep_settings(store, S(MACHINE), &settings, &count, in->perm, err)
	    || !keep_last(store, S(MACHINE), &kept.last, err) || !keep_any_hold(store, &held, err))
		return false;
	for (int i = 0; i < count; i++) {
		const struct keep_row *row = keep_find(settings[i].what);
		struct term term;
		if (row && term_read(settings[i].period, &term))
			kept.keeping.terms[row->id] = term;
	}
	struct keep_machine machine = retention_machine(&kept.keeping, in->ask->now, in->ask->today);
	machine.audit = held ? 0 : machine.audit;
	struct keep_doubt doubt = { .today = in->ask->today, .now = in->ask->now, .confirmed = in->confirmed };
	Str why_not = retention_doubt(&kept.last, &doubt, in->perm);
	if (!keep_machine_counts(store, &machine, counts, err))
		return false;
	Str words = machine_words(counts, in->perm);
	document_paragraph(in->doc, str_format(in->perm, "The installation: %.*s.%s%s%.*s", STR_ARG(words),
		held ? " The audit keeps its payloads while a hold stands." : "",
		why_not.len ? " Nothing is taken away. " : "", STR_ARG(why_not)));
	in->refused = in->refused || why_not.len > 0;
	int64_t files;
	return !in->apply || why_not.len > 0
		|| (store_list_files_end(store, in->ask->today, &files, err) && keep_machine_ran(store, &machine, words, in->ask->today,
		                    (struct by){ in->ask->viewer->account, in->ask->now }, in->perm, err));
}

/* One council after the other, each in the same memory. */
static bool
run_councils(struct store *store, struct running *in, struct error *err)
{
	Str *slugs;
	int count;
	struct arena room = arena_reserve(ROOM_MOST);
	char *begin = room.next;
	if (!begin)
		return fail(err, "the system refuses address space for a council's records");
	room.full = in->perm->full;
	bool done = store_authorities(store, &slugs, &count, in->perm, err);
	for (int i = 0; done && i < count; i++)
		done = run_council(store, in, slugs[i], &room, err);
	arena_release(&room, begin);
	return done;
}

static bool
run_all(struct store *store, void *what, struct error *err)
{
	struct running *in = what;
	return run_councils(store, in, err) && run_machine(store, in, err);
}

/* -1: not given. */
static bool
read_confirmed(Str text, int64_t *confirmed)
{
	struct parsed_decimal number = parse_decimal(text, 0, false);
	*confirmed = number.ok ? number.micro / MICRO : -1;
	return text.len == 0 || (number.ok && number.micro >= 0);
}

struct answer
run_retention(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct document doc = document_new(perm, S("What is past its term"));
	struct running in = { .ask = ask, .apply = str_equal(ask->how, S("apply")), .doc = &doc, .perm = perm };
	struct error err = { "" };
	if (!read_confirmed(ask->show, &in.confirmed))
		return answer_words(WRONG, S("That is not a number of people"), S("Give the number that the run said."), perm);
	doc.address = S("/retention");
	if (!stored(world, run_all, &in, perm, &err))
		return answer_words(FAILED, S("The run stopped"), str_format(perm, "%s. What was finished stays finished; "
			"run it again.", err.text), perm);
	doc.data = table_of(S("going"), S("What is past its term"), going_columns, GOING_COLUMNS, in.rows, perm);
	if (in.rows.count > SHOWN_MOST)
		document_paragraph(&doc, str_format(perm, "The first %d of %d things; --format csv gives them all.", SHOWN_MOST,
			in.rows.count));
	struct rows_made first = { in.rows.at, in.rows.count < SHOWN_MOST ? in.rows.count : SHOWN_MOST, 0 };
	if (in.rows.count)
		document_table(&doc, table_of(S("going"), S("What is past its term"), going_columns, GOING_COLUMNS, first, perm));
	document_paragraph(&doc, in.apply ? S("This was done, but where it says that nothing is taken away.")
	                                  : S("Nothing was changed: this only shows what --apply would do."));
	return answer_of(in.refused && in.apply ? CHANGED : DONE, doc);
}

/* ---- the page of a council --------------------------------------------------------------------- */

struct showing {
	const struct ask *ask;
	struct kept kept;
	struct keep_setting *of_machine;
	int machine_count;
	Str saved;                   /* what was just done */
	Str wrong_term, wrong_hold;  /* what was given wrong */
	struct arena *perm;
};

static bool
may_set(const struct ask *ask)
{
	return viewer_permit(ask->viewer, ask->area, GROUP_SETTINGS, ask->today).reach >= REACH_WRITE;
}

static bool
set_term(struct store *store, struct showing *in, struct error *err)
{
	const struct keep_row *row = keep_find(str_trim(ask_sent(in->ask, S("what"))));
	struct term term;
	if (!row || row->machine || !term_read(str_trim(ask_sent(in->ask, S("period"))), &term)) {
		in->wrong_term = S("Write a term such as 6 years, 18 months or 30 days");
		return true;
	}
	in->saved = str_format(in->perm, "\u201c%.*s\u201d is kept for %.*s.", STR_ARG(row->data),
	                       STR_ARG(term_words(term, in->perm)));
	return keep_set(store, in->ask->area, (struct keep_setting){ row->name, term_words(term, in->perm),
		in->ask->viewer->account, in->ask->now }, err);
}

static bool
set_hold(struct store *store, struct showing *in, struct error *err)
{
	struct legal_hold hold = { .person = str_trim(ask_sent(in->ask, S("person"))), .why = str_trim(ask_sent(in->ask, S("why"))),
		.set_by = in->ask->viewer->account, .set_at = in->ask->now };
	const struct roster *roster = in->ask->held ? &in->ask->held->roster : NULL;
	if (hold.why.len == 0)
		in->wrong_hold = S("Say what the hold is for, without a name");
	else if (hold.person.len && (!roster || roster_person(roster, hold.person) == NOT_THERE))
		in->wrong_hold = S("Give a person by their number, such as N-000012, or leave it empty for everybody");
	if (in->wrong_hold.len)
		return true;
	in->saved = S("The hold stands: nothing that it covers is taken away.");
	return legal_hold_set(store, in->ask->area, &hold, err);
}

static bool
end_hold(struct store *store, struct showing *in, struct error *err)
{
	struct parsed_decimal number = parse_decimal(str_trim(ask_sent(in->ask, S("hold"))), 0, false);
	bool found = false;
	if (number.ok && !legal_hold_end(store, in->ask->area, number.micro / MICRO,
	                                 (struct by){ in->ask->viewer->account, in->ask->now }, &found, err))
		return false;
	in->saved = found ? S("The hold has ended.") : S("There is no such hold any more.");
	return true;
}

static bool
show_there(struct store *store, void *what, struct error *err)
{
	struct showing *in = what;
	Str does = str_trim(ask_sent(in->ask, S("does")));
	bool done = !str_equal(does, S("term")) || set_term(store, in, err);
	done = done && (!str_equal(does, S("hold")) || set_hold(store, in, err));
	done = done && (!str_equal(does, S("end")) || end_hold(store, in, err));
	return done && retention_read(store, in->ask->area, in->ask->today, &in->kept, in->perm, err)
		&& keep_settings(store, S(MACHINE), &in->of_machine, &in->machine_count, in->perm, err);
}

static const struct keep_setting *
setting_of(const struct showing *in, const struct keep_row *row)
{
	const struct keep_setting *settings = row->machine ? in->of_machine : in->kept.settings;
	int count = row->machine ? in->machine_count : in->kept.setting_count;
	for (int i = 0; i < count; i++)
		if (str_equal(settings[i].what, row->name))
			return &settings[i];
	return NULL;
}

static void
add_terms(struct document *doc, const struct showing *in)
{
	static const struct column columns[] = {
		{ .name = STR("what"), .title = STR("What is kept") }, { .name = STR("term"), .title = STR("How long") },
		{ .name = STR("from"), .title = STR("Counted from") }, { .name = STR("at_end"), .title = STR("Then it is") },
		{ .name = STR("source"), .title = STR("Why so long") },
	};
	struct rows_made rows = { 0 };
	for (int k = 0; k < KEEPS; k++) {
		const struct keep_row *row = &keep_rows[k];
		const struct keep_setting *setting = setting_of(in, row);
		struct cell *cells = rows_push(&rows, countof(columns), in->perm);
		cells[0] = cell_text(row->data);
		cells[1] = cell_text(setting ? setting->period : term_words(row->term, in->perm));
		if (setting)
			cells[1].note = str_format(in->perm, "set by %.*s on %.*s; usually %.*s", STR_ARG(setting->set_by),
				STR_ARG(instant_day(setting->set_at, in->perm)),
				STR_ARG(term_words(row->term, in->perm)));
		cells[2] = cell_text(row->from);
		cells[3] = cell_text(row->at_end);
		cells[4] = cell_text(row->source);
	}
	document_heading(doc, 2, S("How long things are kept"), S("terms"));
	struct table *table = table_of(S("terms"), S("Terms, and what happens at their end"), columns, countof(columns),
	                               rows, in->perm);
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

static void
add_term_form(struct document *doc, const struct showing *in, Str action)
{
	struct pick *picks = new(in->perm, KEEPS, struct pick);
	int count = 0;
	for (int k = 0; k < KEEPS; k++)
		if (!keep_rows[k].machine)
			picks[count++] = (struct pick){ .value = keep_rows[k].name, .words = keep_rows[k].data };
	struct input *inputs = new(in->perm, 3, struct input);
	inputs[0] = (struct input){ .kind = INPUT_HIDDEN, .name = S("does"), .value = S("term") };
	inputs[1] = (struct input){ .kind = INPUT_SELECT, .name = S("what"), .label = S("What is kept"), .picks = picks,
	                            .pick_count = count, .value = str_trim(ask_sent(in->ask, S("what"))) };
	inputs[2] = (struct input){ .kind = INPUT_TEXT, .name = S("period"), .label = S("How long"), .width = 10,
	                            .hint = S("For example, 6 years or 18 months"), .error = in->wrong_term,
	                            .value = in->wrong_term.len ? str_trim(ask_sent(in->ask, S("period"))) : (Str){ 0 } };
	form_add(doc, (struct form){ .action = action, .id = S("term"),
		.legend = S("Set a term of your own") }, inputs, 3,
		(struct button){ .words = S("Set the term") });
}

static void
add_hold_form(struct document *doc, const struct showing *in, Str action)
{
	bool again = in->wrong_hold.len > 0;
	struct input *inputs = new(in->perm, 3, struct input);
	inputs[0] = (struct input){ .kind = INPUT_HIDDEN, .name = S("does"), .value = S("hold") };
	inputs[1] = (struct input){ .kind = INPUT_TEXT, .name = S("person"), .label = S("Person"), .width = 10,
	                            .hint = S("Their number, such as N-000012; empty for everybody"), .optional = true,
	                            .value = again ? str_trim(ask_sent(in->ask, S("person"))) : (Str){ 0 } };
	inputs[2] = (struct input){ .kind = INPUT_TEXT, .name = S("why"), .label = S("What for"), .error = in->wrong_hold,
	                            .hint = S("For example, employment tribunal 2026/14. No names"),
	                            .value = again ? str_trim(ask_sent(in->ask, S("why"))) : (Str){ 0 } };
	form_add(doc, (struct form){ .action = action, .id = S("hold"),
		.legend = S("Hold records back from being taken away") }, inputs, 3,
		(struct button){ .words = S("Hold") });
}

static void
add_holds(struct document *doc, const struct showing *in, Str action)
{
	bool set = may_set(in->ask);
	document_heading(doc, 2, S("Holds"), S("holds"));
	if (in->kept.hold_count == 0)
		document_paragraph(doc, S("There are none. A hold keeps a person\u2019s records, or everybody\u2019s, for a "
			"tribunal, an inquiry or a claim, whatever the terms say."));
	for (int i = 0; i < in->kept.hold_count; i++) {
		const struct legal_hold *hold = &in->kept.holds[i];
		Str day = instant_day(hold->set_at, in->perm);
		document_paragraph(doc, str_format(in->perm, "Hold %lld on %.*s, since %.*s, set by %.*s: %.*s%s",
			(long long)hold->number, STR_ARG(hold->person.len ? hold->person : S("everybody")), STR_ARG(day),
			STR_ARG(hold->set_by), STR_ARG(hold->why), hold->ended_by.len ? " (ended)" : ""));
		if (!set || hold->ended_by.len)
			continue;
		struct input *inputs = new(in->perm, 2, struct input);
		inputs[0] = (struct input){ .kind = INPUT_HIDDEN, .name = S("does"), .value = S("end") };
		inputs[1] = (struct input){ .kind = INPUT_HIDDEN, .name = S("hold"),
		                            .value = str_format(in->perm, "%lld", (long long)hold->number) };
		form_add(doc, (struct form){ .action = action }, inputs, 2,
			(struct button){ .tone = BUTTON_SECOND, .words = str_format(in->perm,
				"End hold %lld", (long long)hold->number) });
	}
	if (set)
		add_hold_form(doc, in, action);
}

/* By number only, and only for those who read the audit; others see how many. */
static void
add_due(struct document *doc, struct showing *in)
{
	struct retention_plan plan;
	struct rows_made rows = { 0 };
	retention_plan(&plan, &in->kept.roster, &in->kept.equality, &in->kept.keeping, in->ask->today, in->perm);
	document_heading(doc, 2, S("What the next run does"), S("due"));
	document_paragraph(doc, str_join(str_capital(plan_words(&plan, &in->kept, in->perm), in->perm), S("."),
	                                 in->perm));
	if (plan.never_in_post)
		document_paragraph(doc, str_format(in->perm, "%d people were never in a post here, so their term has not begun. "
			"Somebody should look whether they belong here.", plan.never_in_post));
	if (in->kept.last.ran.day)
		document_paragraph(doc, str_format(in->perm, "The last run was on %.*s.",
			STR_ARG(date_text(in->kept.last.ran, in->perm))));
	else
		document_paragraph(doc, S("There has been no run yet. It is the command mainstay retention run, once a day."));
	if (viewer_permit(in->ask->viewer, in->ask->area, GROUP_AUDIT, in->ask->today).reach < REACH_READ)
		return;
	add_going(&rows, in->ask->area, &plan, in->perm);
	doc->data = table_of(S("going"), S("What is past its term"), going_columns, GOING_COLUMNS, rows, in->perm);
	struct rows_made first = { rows.at, rows.count < SHOWN_MOST ? rows.count : SHOWN_MOST, 0 };
	if (rows.count > SHOWN_MOST)
		document_paragraph(doc, str_format(in->perm, "The first %d of %d; the files of this page have them all.", SHOWN_MOST,
			rows.count));
	if (rows.count)
		document_table(doc, table_without(table_of(S("going"), S("What is past its term"), going_columns, GOING_COLUMNS,
			first, in->perm), &going_columns[COUNCIL].name, 1, in->perm));
}

struct answer
show_retention(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct showing in = { .ask = ask, .perm = perm };
	struct error err = { "" };
	if (ask->sent && !may_set(ask))
		return answer_words(FORBIDDEN, S("That is not among your duties here"),
			S("Terms and holds are set by whoever keeps the accounts and settings."), perm);
	if (!stored(world, show_there, &in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	int area = area_exact(&world->published.areas, ask->area);
	struct document doc = document_new(perm, S("How long records are kept"));
	doc.caption = world->published.areas.at[area].name;
	doc.address = str_format(perm, "/authorities/%.*s/retention", STR_ARG(ask->area));
	if (in.saved.len)
		document_notice(&doc, NOTICE_DONE, in.saved);
	document_paragraph(&doc, S("Nothing about a person is kept longer than its term. A run each day takes away what is "
		"past it, and says so in the audit."));
	if (ask->held && ask->held->made_up)
		document_paragraph(&doc, S("These people are made up: a run leaves them alone, and this only shows what it would do."));
	add_due(&doc, &in);
	add_terms(&doc, &in);
	if (may_set(ask))
		add_term_form(&doc, &in, doc.address);
	add_holds(&doc, &in, doc.address);
	bool wrong = in.wrong_term.len || in.wrong_hold.len;
	return answer_of(wrong ? WRONG : DONE, doc);
}
