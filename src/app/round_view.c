/* round_view.c: how a round went, and what a campaign brought for its money. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "app/events.h"
#include "app/stored.h"
#include "practice/hiring_yield.h"
#include "store/drafts.h"

/* ---- the funnel -------------------------------------------------------------------------------------- */

enum { F_MILESTONE, F_ALL, F_SHARE, F_BAND, F_COLUMNS = F_BAND + BANDS };

static bool
in_round(const struct application *a, const void *context)
{
	return a->round == context;
}

/* A column a band, of those that anybody of the funnel has. */
static int
funnel_columns(struct column *columns, int *of_band, const struct funnel *funnel)
{
	int n = F_BAND;
	columns[F_MILESTONE] = (struct column){ STR("milestone"), STR("How far"), false, false };
	columns[F_ALL] = (struct column){ STR("all"), STR("All"), true, false };
	columns[F_SHARE] = (struct column){ STR("share"), STR("Of those before (%)"), true, false };
	for (int b = 0; b < BANDS; b++)
		if (funnel->by[b][APPLIED] > 0) {
			of_band[n] = b;
			columns[n++] = (struct column){ bands[b].code, bands[b].words, true, false };
		}
	return n;
}

static const struct table *
funnel_table(const struct funnel *funnel, Str caption, struct arena *perm)
{
	struct column *columns = new(perm, F_COLUMNS, struct column);
	int of_band[F_COLUMNS], count = funnel_columns(columns, of_band, funnel);
	struct rows_made rows = { 0 };
	for (int m = 0; m < MILESTONES; m++) {
		struct cell *cells = rows_push(&rows, count, perm);
		cells[F_MILESTONE] = cell_text(milestone_words((enum milestone)m));
		cells[F_ALL] = cell_figure(figure_whole(funnel->of[m]), 0, UNIT_COUNT);
		cells[F_SHARE] = m == 0 ? cell_text(S("")) : cell_figure(figure_ratio(figure_whole(funnel->of[m]),
			figure_whole(funnel->of[m - 1]), 100), 0, UNIT_PERCENT);
		for (int c = F_BAND; c < count; c++)
			cells[c] = cell_figure(figure_whole(funnel->by[of_band[c]][m]), 0, UNIT_COUNT);
	}
	return table_of(S("funnel"), caption, columns, count, rows, perm);
}

/* ---- a round ------------------------------------------------------------------------------------------- */

static Str
spread_words(const struct spread_days *days, const char *what, struct arena *perm)
{
	if (days->count == 0)
		return S("");
	return str_format(perm, "Half %s within %.*s, nine in ten within %.*s.", what, STR_ARG(counted(days->median, "day", "days",
		perm)), STR_ARG(counted(days->ninth, "day", "days", perm)));
}

static Str
pair_day(const struct record *record, enum type_id type, const char *field, struct arena *perm)
{
	Date day;
	return date_parse(said_text(type, record, field), &day) ? day_words(day, perm) : S("");
}

static void
add_round_facts(struct document *doc, const struct record *round)
{
	static const struct { Str key; const char *field; } days[] = { { STR("Opened"), "opens_on" }, { STR("Closes"), "closes_on" },
		{ STR("Shortlist by"), "shortlist_by" }, { STR("Assessment"), "assess_on" }, { STR("Decide by"), "decide_by" },
		{ STR("Closed"), "closed_on" } };
	struct pair *pairs = new(doc->arena, countof(days) + 1, struct pair);
	int n = 0;
	for (int i = 0; i < countof(days); i++) {
		Str day = pair_day(round, TYPE_ROUND, days[i].field, doc->arena);
		if (day.len)
			pairs[n++] = (struct pair){ days[i].key, day, S("") };
	}
	Str lessons = said_text(TYPE_ROUND, round, "lessons");
	if (lessons.len)
		pairs[n++] = (struct pair){ S("What was learnt"), lessons, S("") };
	document_summary(doc, pairs, n);
}

static const struct column seat_columns[] = {
	{ STR("ref"), STR("Requisition"), false, false }, { STR("role"), STR("Role"), false, false },
	{ STR("unit"), STR("Unit"), false, false }, { STR("fte"), STR("FTE"), true, false },
	{ STR("state"), STR("State"), false, false }, { STR("candidate"), STR("By"), false, false },
};

static const struct table *
seats_table(const struct hiring_look *l, const struct record *round, struct arena *perm)
{
	const struct own *own = &l->own;
	struct rows_made rows = { 0 };
	for (int i = 0; i < l->all.requisition_count; i++) {
		const struct requisition *seat = &l->all.requisitions[i];
		if (seat->round != round)
			continue;
		const struct application *by = seat->application == NOT_THERE ? NULL : &l->all.applications[seat->application];
		struct cell *cells = rows_push(&rows, countof(seat_columns), perm);
		cells[0] = cell_link(seat->ref, own_href(own, str_format(perm, "requisitions/%.*s", STR_ARG(seat->ref))));
		cells[1] = cell_text(seat->role == NOT_THERE ? S("") : role_words(own, seat->role, own->ask->day));
		cells[2] = cell_text(seat->unit == NOT_THERE ? S("") : unit_words(own, seat->unit));
		cells[3] = fte_cell(seat->fte);
		cells[4] = cell_tag(requisition_state_words(seat->state), seat->state >= REQUISITION_ACCEPTED ? TAG_GREEN : TAG_BLUE);
		cells[5] = by ? cell_link(candidate_words(l, by), href_of_application(own, by->ref)) : cell_text(S(""));
	}
	return rows.count ? table_of(S("seats"), S("The posts that this round fills"), seat_columns, countof(seat_columns), rows, perm) : NULL;
}

/* ---- the public form ------------------------------------------------------------------------------------ */

struct form_counts { struct draft of; int64_t now; struct draft_counts counts; };

static bool
count_drafts(struct store *store, void *what, struct error *err)
{
	struct form_counts *in = what;
	return drafts_of_round(store, &in->of, in->now, &in->counts, err);
}

/* Whether it takes applications today, and what would change that. */
static Str
form_state(const struct own *own, const struct record *round)
{
	struct arena *perm = own->perm;
	Date opens = said_day(TYPE_ROUND, round, "opens_on"), closes = said_day(TYPE_ROUND, round, "closes_on");
	Date closed = said_day(TYPE_ROUND, round, "closed_on"), today = own->ask->day;
	if (closed.day)
		return str_format(perm, "Closed since %.*s. Take \u201cClosed on\u201d out to open it again", STR_ARG(date_week_text(closed, perm)));
	if (closes.day && closes.day < today.day)
		return str_format(perm, "Closed: its last day was %.*s. Give \u201cCloses on\u201d a later day to open it again",
			STR_ARG(date_week_text(closes, perm)));
	if (opens.day > today.day)
		return str_format(perm, "Opens on %.*s. Nobody sees it before", STR_ARG(date_week_text(opens, perm)));
	return closes.day ? str_format(perm, "Open, to the end of %.*s. Say \u201cClosed on\u201d to close it sooner", STR_ARG(date_week_text(closes, perm)))
		: S("Open, with no closing day. Say \u201cClosed on\u201d to close it");
}

/* How to share the form, and how it is used: counts alone, since what is not sent is nobody's here to read. */
static void
add_public_form(struct document *doc, const struct own *own, const struct record *round, bool writes)
{
	struct arena *perm = own->perm;
	struct form_counts in = { .of = { .authority = own->place->slug, .round = round->ref }, .now = own->ask->now };
	struct error err = { "" };
	const struct run change = { .text = S("Close it, open it, or change what it says"), .href = href_in_unit(own, str_format(perm,
		"recruitment-rounds/%.*s/change", STR_ARG(round->ref)), NOT_THERE, S("how=correct")) };
	document_heading(doc, 2, S("Public form"), S("public-form"));
	if (!str_equal(said_text(TYPE_ROUND, round, "public"), S("yes"))) {
		document_paragraph(doc, S("Not shown to the public. Say yes to \u201cApplications by the public form\u201d to show it."));
		if (writes)
			document_runs(doc, BLOCK_PARAGRAPH, &change, 1);
		return;
	}
	Str path = str_format(perm, "/apply/%.*s/%.*s", STR_ARG(own->place->slug), STR_ARG(round->ref));
	Str host = own->ask->door ? own->ask->door->public_address : S("");
	struct pair *pairs = new(perm, 4, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("State"), form_state(own, round), S("") };
	pairs[n++] = (struct pair){ S("Address to share"), str_join(host, path, perm), path };
	if (stored(own->world, count_drafts, &in, perm, &err)) {
		pairs[n++] = (struct pair){ S("Begun and not sent"), counted(in.counts.begun, "application", "applications", perm), S("") };
		pairs[n++] = (struct pair){ S("Sent by it"), counted(in.counts.sent, "application", "applications", perm), S("") };
	}
	document_summary(doc, pairs, n);
	document_paragraph(doc, host.len ? S("Copy the address into adverts and letters. What is not sent yet is its writer\u2019s: nobody here can read it.")
		: S("Put the address of this site before it, and copy it into adverts and letters. What is not sent yet is its writer\u2019s: nobody "
		"here can read it."));
	if (writes)
		document_runs(doc, BLOCK_PARAGRAPH, &change, 1);
}

static Str
round_title(const struct hiring_look *l, const struct record *round, const struct funnel *funnel)
{
	struct arena *perm = l->own.perm;
	return str_format(perm, "%.*s: %.*s, %d started", STR_ARG(round_words(round)), STR_ARG(counted(funnel->of[APPLIED],
		"application", "applications", perm)), funnel->of[STARTED]);
}

static void
add_sheet(struct document *doc, const struct table *table)
{
	document_table(doc, table);
	doc->sheets[doc->sheet_count++] = table;
}

static struct document
round_document(const struct hiring_look *l, const struct record *round)
{
	const struct own *own = &l->own;
	struct arena *perm = own->perm;
	struct chosen chosen = { in_round, round };
	struct funnel funnel;
	struct pace pace;
	funnel_read(&funnel, &l->all, chosen);
	pace_read(&pace, &l->all, chosen, perm);
	struct document doc = own_document(own, round_title(l, round, &funnel), own_href(own, str_format(perm, "recruitment/rounds/%.*s",
		STR_ARG(round->ref))));
	const struct table *seats = seats_table(l, round, perm);
	add_round_facts(&doc, round);
	add_public_form(&doc, own, round, sight_record(&own->sight, &record_types[TYPE_ROUND], round, GROUP_CAMPAIGNS).reach >= REACH_WRITE);
	doc.data = funnel_table(&funnel, S("How far applications came, by experience"), perm);
	document_table(&doc, doc.data);
	document_paragraph(&doc, spread_words(&pace.to_offer, "of those with an offer had it", perm));
	document_paragraph(&doc, spread_words(&pace.to_start, "of those who started did so", perm));
	if (pace.days[OUR_MOVE] + pace.days[THEIR_MOVE] + pace.days[REFEREES_MOVE] > 0)
		document_paragraph(&doc, str_format(perm, "Of the days that candidates waited, %lld were on us, %lld on themselves, %lld on "
			"referees and others.", (long long)pace.days[OUR_MOVE], (long long)pace.days[THEIR_MOVE], (long long)pace.days[REFEREES_MOVE]));
	if (seats)
		add_sheet(&doc, seats);
	struct run *ways = new(perm, 4, struct run);
	ways[0] = (struct run){ .text = S("Its candidates on the board"), .href = href_of_board(own, str_format(perm, "round=%.*s",
		STR_ARG(round->ref))) };
	ways[1] = (struct run){ .text = S("Its panel, and what is scored"), .href = own_href(own, str_format(perm,
		"recruitment/rounds/%.*s/panel", STR_ARG(round->ref))) };
	ways[2] = (struct run){ .text = S("How those assessed rank"), .href = own_href(own, str_format(perm,
		"recruitment/rounds/%.*s/rank", STR_ARG(round->ref))) };
	ways[3] = (struct run){ .text = S("Add an application"), .href = href_in_unit(own, S("recruitment/add"), NOT_THERE, str_format(perm,
		"round=%.*s", STR_ARG(round->ref))) };
	document_runs(&doc, BLOCK_LIST, ways, hiring_writes(l, GROUP_CANDIDATES) && !said_text(TYPE_ROUND, round, "closed_on").len ? 4 : 3);
	add_record_links(&doc, own, S("recruitment-rounds"), round->ref, sight_record(&own->sight, &record_types[TYPE_ROUND], round,
		GROUP_CAMPAIGNS));
	add_not_for_release(&doc);
	return doc;
}

struct answer
show_round(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct hiring_look l;
	struct answer answer;
	int first;
	if (!hiring_settle(world, ask, &l, &answer, perm))
		return answer;
	const struct records *rounds = &l.own.council->of[TYPE_ROUND];
	if (records_of(rounds, ask->ref, &first) == 0)
		return answer_words(UNKNOWN, S("There is no such round"), str_format(perm, "\u201c%.*s\u201d is no round of recruitment of %.*s.",
			STR_ARG(ask->ref), STR_ARG(l.own.place->name)), perm);
	return answer_of(DONE, round_document(&l, &rounds->at[first]));
}

/* ---- a campaign ------------------------------------------------------------------------------------------ */

enum { Y_CHANNEL, Y_THEME, Y_SPEND, Y_APPLIED, Y_SHORTLISTED, Y_APPOINTED, Y_STARTED, Y_HERE, Y_EARLY, Y_EACH_APPLIED,
       Y_EACH_APPOINTED, Y_EACH_HERE, Y_COLUMNS };
static const struct column yield_columns[Y_COLUMNS] = {
	[Y_CHANNEL] = { STR("channel"), STR("Channel"), false, false }, [Y_THEME] = { STR("theme"), STR("Message"), false, false },
	[Y_SPEND] = { STR("spend"), STR("Spend (\u00A3)"), true, false }, [Y_APPLIED] = { STR("applied"), STR("Applied"), true, false },
	[Y_SHORTLISTED] = { STR("shortlisted"), STR("Shortlisted"), true, false },
	[Y_APPOINTED] = { STR("appointed"), STR("Appointed"), true, false }, [Y_STARTED] = { STR("started"), STR("Started"), true, false },
	[Y_HERE] = { STR("here"), STR("Still here after a year"), true, false },
	[Y_EARLY] = { STR("too_early"), STR("Too early to say"), true, false },
	[Y_EACH_APPLIED] = { STR("cost_applied"), STR("\u00A3 an applicant"), true, false },
	[Y_EACH_APPOINTED] = { STR("cost_appointed"), STR("\u00A3 an appointment"), true, false },
	[Y_EACH_HERE] = { STR("cost_here"), STR("\u00A3 a person still here"), true, false },
};

static struct cell
each_cell(const struct yield *yield, int count)
{
	int64_t pence = cost_each(yield, count);
	return pence == NO_SUM ? cell_text(S("")) : money_cell(pence);
}

static void
yield_cells(struct cell *cells, const struct yield *y, Str name)
{
	const int counts[] = { [Y_APPLIED] = y->applied, [Y_SHORTLISTED] = y->shortlisted, [Y_APPOINTED] = y->appointed,
		[Y_STARTED] = y->started, [Y_HERE] = y->here, [Y_EARLY] = y->too_early };
	cells[Y_CHANNEL] = cell_text(name);
	cells[Y_THEME] = cell_text(y->theme);
	cells[Y_SPEND] = money_cell(y->spend);
	for (int c = Y_APPLIED; c <= Y_EARLY; c++)
		cells[c] = cell_figure(figure_whole(counts[c]), 0, UNIT_COUNT);
	if (y->started > 0 && y->here + y->gone == 0)
		cells[Y_HERE] = cell_text(S("Too early to say"));
	cells[Y_EACH_APPLIED] = each_cell(y, y->applied);
	cells[Y_EACH_APPOINTED] = each_cell(y, y->appointed);
	cells[Y_EACH_HERE] = each_cell(y, y->here);
}

static struct table *
yield_table(const struct campaign *campaign, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < campaign->line_count; i++) {
		const struct yield *y = &campaign->lines[i];
		yield_cells(rows_push(&rows, Y_COLUMNS, perm), y, y->line && y->channel != NOT_THERE ? channels[y->channel].words
			: S("Seen elsewhere, or not said"));
	}
	yield_cells(rows_push(&rows, Y_COLUMNS, perm), &campaign->all, S("All"));
	return table_of(S("yield"), S("What each channel brought"), yield_columns, Y_COLUMNS, rows, perm);
}

/* More came, and not more of those it was for. */
static void
add_aim(struct document *doc, const struct campaign *campaign)
{
	const struct aim *aim = &campaign->aim;
	struct run *run = new(doc->arena, 1, struct run);
	if (!aim->misses)
		return;
	run->text = str_format(doc->arena, "More applied than before (%d against %d in as many days), and not more of those it is for: "
		"%.*s, %d against %d.", aim->during, aim->before, STR_ARG(str_lower(bands[aim->band].words, doc->arena)),
		aim->of_band_during, aim->of_band_before);
	document_runs(doc, BLOCK_WARNING, run, 1);
}

static Str
campaign_state(const struct campaign *campaign)
{
	if (campaign->reviewed)
		return S("Closed, with a review");
	if (campaign->ended)
		return S("Ended; its review is due");
	return campaign->open ? S("An open advert, with no closing day") : S("Live");
}

static void
add_campaign_facts(struct document *doc, const struct campaign *campaign)
{
	static const struct { Str key; const char *field; } texts[] = { { STR("Message"), "theme" }, { STR("Supplier"), "supplier" },
		{ STR("What it is to achieve"), "goal" }, { STR("Hires wanted"), "wanted" }, { STR("What it achieved"), "achieved" },
		{ STR("What to do otherwise"), "lessons" } };
	struct pair *pairs = new(doc->arena, countof(texts) + 2, struct pair);
	int n = 0;
	pairs[n++] = (struct pair){ S("State"), campaign_state(campaign), S("") };
	pairs[n++] = (struct pair){ S("Live from"), pair_day(campaign->record, TYPE_CAMPAIGN, "starts_on", doc->arena), S("") };
	for (int i = 0; i < countof(texts); i++) {
		Str text = said_text(TYPE_CAMPAIGN, campaign->record, texts[i].field);
		if (text.len)
			pairs[n++] = (struct pair){ texts[i].key, text, S("") };
	}
	document_summary(doc, pairs, n);
}

struct answer
show_campaign(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("theme"), STR("shortlisted"), STR("too_early"), STR("cost_applied") };
	struct hiring_look l;
	struct answer answer;
	struct campaign campaign;
	if (!hiring_settle(world, ask, &l, &answer, perm))
		return answer;
	if (!campaign_read(&campaign, &l.all, ask->ref, perm))
		return answer_words(UNKNOWN, S("There is no such campaign"), str_format(perm, "\u201c%.*s\u201d is no campaign of %.*s.",
			STR_ARG(ask->ref), STR_ARG(l.own.place->name)), perm);
	struct document doc = own_document(&l.own, str_format(perm, "%.*s: %d applied, %d started", STR_ARG(said_text(TYPE_CAMPAIGN,
		campaign.record, "name")), campaign.all.applied, campaign.all.started), own_href(&l.own, str_format(perm,
		"recruitment/campaigns/%.*s", STR_ARG(ask->ref))));
	struct table *table = yield_table(&campaign, perm);
	add_aim(&doc, &campaign);
	add_campaign_facts(&doc, &campaign);
	doc.data = table;
	document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	document_paragraph(&doc, S("An appointment is an offer that was accepted. Still here after a year is of those who started a year ago or "
		"more; an application belongs to the channel where its candidate saw it."));
	add_record_links(&doc, &l.own, S("campaigns"), ask->ref, sight_record(&l.own.sight, &record_types[TYPE_CAMPAIGN],
		campaign.record, GROUP_CAMPAIGNS));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
