/* hiring_reports.c: recruitment of a period: who started, how far applications came, how long it took and on whom they
 * waited, what each channel and message brought for its money, and adverts on its first and last day. */
#include "app/hiring_parts.h"

#include "app/estab.h"
#include "practice/hiring_yield.h"

enum { YEAR_DAYS = 365 };

struct report {
	struct hiring_look l;        /* as it stood on the last day */
	struct period when;
	Str wrong;                   /* of the days that were asked for */
};

/* Applications received in the period, of a round or a role where one is given. */
struct part { struct period when; const struct record *round; int role; };

static bool
in_part(const struct application *a, const void *context)
{
	const struct part *part = context;
	return a->received.day >= part->when.first.day && a->received.day <= part->when.last.day &&
	       (!part->round || a->round == part->round) && (part->role == NOT_THERE || a->role == part->role);
}

static struct part
whole_of(const struct report *r)
{
	return (struct part){ r->when, NULL, NOT_THERE };
}

static struct cell
count_cell(int count)
{
	return cell_figure(figure_whole(count), 0, UNIT_COUNT);
}

static void
add_sheet(struct document *doc, const struct table *table)
{
	document_table(doc, table);
	if (doc->sheet_count < countof(doc->sheets))
		doc->sheets[doc->sheet_count++] = table;
}

/* ---- who started -------------------------------------------------------------------------------------- */

/* "71.4%" of hundredths of a per cent. */
static Str
share_words(int part, int whole, struct arena *perm)
{
	int tenths = (share_of(part, whole) + 5) / 10;
	return str_format(perm, "%d.%d%%", tenths / 10, tenths % 10);
}

static void
add_started(struct document *doc, const struct report *r)
{
	struct arena *perm = doc->arena;
	struct hires hires = hires_of(&r->l.all, r->when, perm);
	struct text words = text_new(perm);
	if (hires.count == 0) {
		document_paragraph(doc, S("Nobody started in these days who had applied."));
		return;
	}
	text_format(&words, "%.*s", STR_ARG(counted(hires.count, "person started", "people started", perm)));
	if (hires.open_adverts + hires.rounds)
		text_format(&words, ", by %.*s and %.*s", STR_ARG(counted(hires.open_adverts, "open advert", "open adverts", perm)),
			STR_ARG(counted(hires.rounds, "round", "rounds", perm)));
	for (int b = 0, n = 0; b < BANDS; b++)
		if (hires.by[b])
			text_format(&words, "%s%.*s %d (%.*s)", n++ ? ", " : ": ", STR_ARG(str_lower(bands[b].words, perm)), hires.by[b],
				STR_ARG(share_words(hires.by[b], hires.count, perm)));
	text_format(&words, ".");
	document_paragraph(doc, text_str(&words));
}

/* ---- rounds -------------------------------------------------------------------------------------------- */

enum { N_NAME, N_FIRST, N_COLUMNS = N_FIRST + MILESTONES };

static void
round_row(struct rows_made *rows, const struct report *r, const struct part *part, struct cell name)
{
	struct funnel funnel;
	funnel_read(&funnel, &r->l.all, (struct chosen){ in_part, part });
	if (funnel.of[APPLIED] == 0)
		return;
	struct cell *cells = rows_push(rows, N_COLUMNS, r->l.own.perm);
	cells[N_NAME] = name;
	for (int m = 0; m < MILESTONES; m++)
		cells[N_FIRST + m] = count_cell(funnel.of[m]);
}

static const struct table *
rounds_table(const struct report *r)
{
	static const Str codes[MILESTONES] = { STR("applied"), STR("shortlisted"), STR("assessed"), STR("chosen"), STR("offered"),
		STR("accepted"), STR("started") };
	const struct own *own = &r->l.own;
	const struct records *rounds = &own->council->of[TYPE_ROUND];
	struct column *columns = new(own->perm, N_COLUMNS, struct column);
	struct rows_made rows = { 0 };
	struct part part = whole_of(r);
	columns[N_NAME] = (struct column){ STR("round"), STR("Round"), false, false };
	for (int m = 0; m < MILESTONES; m++)
		columns[N_FIRST + m] = (struct column){ codes[m], milestone_words((enum milestone)m), true, false };
	for (int i = 0; i < rounds->count; i++) {
		part.round = &rounds->at[i];
		round_row(&rows, r, &part, cell_link(round_words(part.round), own_href(own, str_format(own->perm, "recruitment/rounds/%.*s",
			STR_ARG(part.round->ref)))));
	}
	part.round = NULL;
	round_row(&rows, r, &part, cell_text(S("All")));
	return table_of(S("rounds"), S("How far applications of these days came"), columns, N_COLUMNS, rows, own->perm);
}

/* ---- time ---------------------------------------------------------------------------------------------- */

static const struct column stage_columns[] = {
	{ STR("stage"), STR("Stage"), false, false }, { STR("whose"), STR("Whose move"), false, false },
	{ STR("left"), STR("Went on"), true, false }, { STR("median"), STR("Half within (days)"), true, false },
	{ STR("ninth"), STR("Nine in ten within (days)"), true, false }, { STR("there"), STR("There still"), true, false },
	{ STR("longest"), STR("Longest of them (days)"), true, false },
};

static struct cell
days_if(bool any, int days)
{
	return any ? cell_figure(figure_whole(days), 0, UNIT_DAYS) : cell_text(S(""));
}

static const struct table *
stages_table(const struct pace *pace, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int s = 0; s < AT_STARTED; s++) {
		const struct stage_pace *of = &pace->of[s];
		if (of->left.count + of->standing == 0)
			continue;
		struct cell *cells = rows_push(&rows, countof(stage_columns), perm);
		cells[0] = cell_text(application_stages.rows[s].words);
		cells[1] = cell_text(whose_words[application_stages.rows[s].whose]);
		cells[2] = count_cell(of->left.count);
		cells[3] = days_if(of->left.count > 0, of->left.median);
		cells[4] = days_if(of->left.count > 0, of->left.ninth);
		cells[5] = count_cell(of->standing);
		cells[6] = days_if(of->standing > 0, of->longest);
	}
	return table_of(S("stages"), S("How long each stage took"), stage_columns, countof(stage_columns), rows, perm);
}

static const struct column hire_columns[] = {
	{ STR("of"), STR("Of"), false, false }, { STR("offers"), STR("Offers"), true, false },
	{ STR("offer_median"), STR("To offer: half (days)"), true, false }, { STR("offer_ninth"), STR("Nine in ten"), true, false },
	{ STR("starts"), STR("Starts"), true, false }, { STR("start_median"), STR("To start: half (days)"), true, false },
	{ STR("start_ninth"), STR("Nine in ten"), true, false }, { STR("fill_median"), STR("From approval to start: half (days)"), true, false },
};

static void
hire_row(struct rows_made *rows, const struct report *r, const struct part *part, Str name)
{
	struct pace pace;
	pace_read(&pace, &r->l.all, (struct chosen){ in_part, part }, r->l.own.perm);
	if (pace.to_offer.count == 0)
		return;
	struct cell *cells = rows_push(rows, countof(hire_columns), r->l.own.perm);
	cells[0] = cell_text(name);
	cells[1] = count_cell(pace.to_offer.count);
	cells[2] = days_if(true, pace.to_offer.median);
	cells[3] = days_if(true, pace.to_offer.ninth);
	cells[4] = count_cell(pace.to_start.count);
	cells[5] = days_if(pace.to_start.count > 0, pace.to_start.median);
	cells[6] = days_if(pace.to_start.count > 0, pace.to_start.ninth);
	cells[7] = days_if(pace.to_fill.count > 0, pace.to_fill.median);
}

static const struct table *
hires_table(const struct report *r)
{
	const struct own *own = &r->l.own;
	const struct records *rounds = &own->council->of[TYPE_ROUND];
	struct rows_made rows = { 0 };
	struct part part = whole_of(r);
	hire_row(&rows, r, &part, S("All"));
	for (part.role = 0; part.role < own->roster->role_count; part.role++)
		hire_row(&rows, r, &part, role_words(own, part.role, r->when.last));
	part.role = NOT_THERE;
	for (int i = 0; i < rounds->count; i++) {
		part.round = &rounds->at[i];
		hire_row(&rows, r, &part, round_words(part.round));
	}
	return table_of(S("time"), S("Days from application, by role and by round"), hire_columns, countof(hire_columns), rows, own->perm);
}

static Str
days_in(int64_t days, struct arena *perm)
{
	return counted(days, "day", "days", perm);
}

static void
add_time(struct document *doc, const struct report *r)
{
	struct part part = whole_of(r);
	struct pace pace;
	pace_read(&pace, &r->l.all, (struct chosen){ in_part, &part }, doc->arena);
	int64_t all = pace.days[OUR_MOVE] + pace.days[THEIR_MOVE] + pace.days[REFEREES_MOVE];
	document_heading(doc, 2, S("How long it took"), S("time"));
	if (all > 0)
		document_paragraph(doc, str_format(doc->arena, "Candidates waited %.*s in all: %.*s on us, %.*s on themselves, %.*s on "
			"referees and others.", STR_ARG(days_in(all, doc->arena)), STR_ARG(days_in(pace.days[OUR_MOVE], doc->arena)),
			STR_ARG(days_in(pace.days[THEIR_MOVE], doc->arena)), STR_ARG(days_in(pace.days[REFEREES_MOVE], doc->arena))));
	add_sheet(doc, hires_table(r));
	add_sheet(doc, stages_table(&pace, doc->arena));
}

/* ---- money --------------------------------------------------------------------------------------------- */

static const struct column money_columns[] = {
	{ STR("by"), STR("By"), false, false }, { STR("what"), STR("What"), false, false }, { STR("spend"), STR("Spend (\u00A3)"), true, false },
	{ STR("applied"), STR("Applied"), true, false }, { STR("appointed"), STR("Appointed"), true, false },
	{ STR("started"), STR("Started"), true, false }, { STR("here"), STR("Still here after a year"), true, false },
	{ STR("too_early"), STR("Too early to say"), true, false },
	{ STR("cost_applied"), STR("\u00A3 an applicant"), true, false }, { STR("cost_started"), STR("\u00A3 a hire"), true, false },
	{ STR("cost_here"), STR("\u00A3 a person still here"), true, false },
};

static void
add_yield(struct yield *to, const struct yield *from)
{
	to->applied += from->applied;
	to->appointed += from->appointed;
	to->started += from->started;
	to->here += from->here;
	to->too_early += from->too_early;
	to->spend += from->spend;
}

static struct cell
each_cell(const struct yield *yield, int count)
{
	int64_t pence = cost_each(yield, count);
	return pence == NO_SUM ? cell_text(S("")) : money_cell(pence);
}

static void
money_row(struct rows_made *rows, Str by, Str what, const struct yield *y, struct arena *perm)
{
	if (y->applied == 0 && y->spend == 0)
		return;
	struct cell *cells = rows_push(rows, countof(money_columns), perm);
	cells[0] = cell_text(by);
	cells[1] = cell_text(what);
	cells[2] = money_cell(y->spend);
	cells[3] = count_cell(y->applied);
	cells[4] = count_cell(y->appointed);
	cells[5] = count_cell(y->started);
	cells[6] = count_cell(y->here);
	cells[7] = count_cell(y->too_early);
	cells[8] = each_cell(y, y->applied);
	cells[9] = each_cell(y, y->started);
	cells[10] = each_cell(y, y->here);
}

/* What lines brought, added up by channel and by message. */
struct sums { struct yield channel[CHANNELS], none, *theme, all; int themes; };

static void
sum_line(struct sums *sums, const struct yield *line)
{
	int t = 0;
	while (t < sums->themes && !str_equal(sums->theme[t].theme, line->theme))
		t++;
	if (t == sums->themes)
		sums->theme[sums->themes++] = (struct yield){ .theme = line->theme };
	add_yield(&sums->theme[t], line);
	add_yield(line->channel == NOT_THERE ? &sums->none : &sums->channel[line->channel], line);
	add_yield(&sums->all, line);
}

/* Campaigns that ran in the period. */
static bool
ran(const struct report *r, const struct record *campaign)
{
	Date first = said_day(TYPE_CAMPAIGN, campaign, "starts_on"), last = said_day(TYPE_CAMPAIGN, campaign, "ends_on");
	return first.day <= r->when.last.day && (last.day == 0 || last.day >= r->when.first.day);
}

static const struct table *
money_table(const struct report *r)
{
	struct arena *perm = r->l.own.perm;
	const struct records *campaigns = &r->l.own.council->of[TYPE_CAMPAIGN];
	struct sums sums = { .theme = new(perm, campaigns->count + r->l.own.council->of[TYPE_CAMPAIGN_LINE].count + 1, struct yield) };
	struct rows_made rows = { 0 };
	for (int i = 0; i < campaigns->count; i++) {
		struct campaign campaign;
		if (!ran(r, &campaigns->at[i]) || !campaign_read(&campaign, &r->l.all, campaigns->at[i].ref, perm))
			continue;
		for (int n = 0; n < campaign.line_count; n++)
			sum_line(&sums, &campaign.lines[n]);
	}
	for (int c = 0; c < CHANNELS; c++)
		money_row(&rows, S("Channel"), channels[c].words, &sums.channel[c], perm);
	money_row(&rows, S("Channel"), S("Not known, or of no line"), &sums.none, perm);
	for (int t = 0; t < sums.themes; t++)
		money_row(&rows, S("Message"), sums.theme[t].theme.len ? sums.theme[t].theme : S("None said"), &sums.theme[t], perm);
	money_row(&rows, S("All"), S("Campaigns that ran in these days"), &sums.all, perm);
	return rows.count ? table_of(S("money"), S("What campaigns that ran in these days brought, and what it cost"), money_columns,
		countof(money_columns), rows, perm) : NULL;
}

/* ---- adverts on two days ------------------------------------------------------------------------------- */

static const struct column advert_columns[] = {
	{ STR("role"), STR("Role"), false, false }, { STR("before"), STR("First day (FTE)"), true, false },
	{ STR("after"), STR("Last day (FTE)"), true, false }, { STR("change"), STR("Change (FTE)"), true, false },
};

static void
advert_row(struct rows_made *rows, Str name, int64_t before, int64_t after, struct arena *perm)
{
	struct cell *cells = rows_push(rows, countof(advert_columns), perm);
	cells[0] = cell_text(name);
	cells[1] = cell_figure(figure_micro(before), 1, UNIT_FTE);
	cells[2] = cell_figure(figure_micro(after), 1, UNIT_FTE);
	cells[3] = cell_change(figure_micro(after - before), 1, UNIT_FTE);
}

/* What is left when the roles that moved as the total did are taken away: where that moved the other way, it is said. */
static void
add_adverts(struct document *doc, const struct report *r)
{
	const struct own *own = &r->l.own;
	struct arena *perm = doc->arena;
	int roles = own->roster->role_count, parts = 0;
	int64_t *before = new(perm, roles + 1, int64_t), *after = new(perm, roles + 1, int64_t);
	struct recruitment then;
	struct rows_made rows = { 0 };
	recruitment_read(&then, own->roster, r->when.first, perm);
	int64_t first = adverts_of(&then, NOT_THERE).fte, last = adverts_of(&r->l.all, NOT_THERE).fte;
	for (int role = 0; role < roles; role++) {
		int64_t was = adverts_of(&then, role).fte, is = adverts_of(&r->l.all, role).fte;
		if (was + is > 0)
			advert_row(&rows, role_words(own, role, r->when.last), was, is, perm);
		if ((last < first && is < was) || (last > first && is > was)) {
			before[parts] = was;
			after[parts++] = is;
		}
	}
	if (rows.count == 0)
		return;
	advert_row(&rows, S("All"), first, last, perm);
	document_heading(doc, 2, S("Advertised on the first and the last day"), S("adverts"));
	add_sheet(doc, table_of(S("adverts"), S("Posts advertised that nobody had accepted"), advert_columns, countof(advert_columns), rows, perm));
	struct advert_remainder rest = remainder_of(first, last, before, after, parts);
	if (rest.flagged)
		document_runs(doc, BLOCK_WARNING, &(struct run){ .text = str_format(perm, "All together went from %.*s to %.*s FTE, and the rest, without "
			"the roles that moved that way, from %.*s to %.*s: the other way.", STR_ARG(some_fte(first, perm)), STR_ARG(some_fte(last, perm)),
			STR_ARG(some_fte(rest.before, perm)), STR_ARG(some_fte(rest.after, perm))) }, 1);
}

/* ---- the page ------------------------------------------------------------------------------------------- */

static void
add_period(struct document *doc, const struct report *r)
{
	struct arena *perm = doc->arena;
	struct form *form = form_made(perm, own_href(&r->l.own, S("recruitment/reports")));
	form->asks = form->in_a_row = true;
	form->id = S("period");
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("from"), .label = S("From"), .width = 20,
		.value = date_text(r->when.first, perm), .error = r->wrong });
	form_input(form, perm, (struct input){ .kind = INPUT_DATE, .name = S("to"), .label = S("To"), .width = 20,
		.value = date_text(r->when.last, perm) });
	form_button(form, perm, (struct button){ .words = S("Show"), .tone = BUTTON_SECOND });
	document_form(doc, form);
}

static bool
report_settle(const struct world *world, const struct ask *ask, struct report *r, struct answer *why, struct arena *perm)
{
	if (!hiring_settle(world, ask, &r->l, why, perm))
		return false;
	r->when = (struct period){ { ask->day.day - YEAR_DAYS + 1 }, ask->day };
	struct period asked = r->when;
	bool read = (ask->from.len == 0 || date_parse(ask->from, &asked.first)) && (ask->to.len == 0 || date_parse(ask->to, &asked.last));
	if (ask->to.len && ask->from.len == 0)
		asked.first.day = asked.last.day - YEAR_DAYS + 1;
	if (!read || asked.last.day < asked.first.day || asked.last.day > ask->day.day) {
		r->wrong = S("Enter a first day and a last day that have come, as 1 April 2025 and 31 March 2026");
		return true;
	}
	r->when = asked;
	if (asked.last.day != ask->day.day)
		recruitment_read(&r->l.all, r->l.own.roster, asked.last, perm);
	return true;
}

struct answer
show_hiring_reports(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct report r = { 0 };
	struct answer answer;
	if (!report_settle(world, ask, &r, &answer, perm))
		return answer;
	struct document doc = own_document(&r.l.own, str_format(perm, "Recruitment, %.*s", STR_ARG(period_words(r.when, perm))),
		own_href(&r.l.own, str_format(perm, "recruitment/reports?from=%.*s&to=%.*s", STR_ARG(date_iso(r.when.first, perm)),
		STR_ARG(date_iso(r.when.last, perm)))));
	const struct table *money = money_table(&r), *pipelines = hires_by_partner(&r.l, r.when);
	add_period(&doc, &r);
	add_started(&doc, &r);
	doc.data = rounds_table(&r);
	document_table(&doc, doc.data);
	if (pipelines)
		add_sheet(&doc, pipelines);
	add_time(&doc, &r);
	document_heading(&doc, 2, S("What it cost"), S("cost"));
	if (money)
		add_sheet(&doc, money);
	else
		document_paragraph(&doc, S("No campaign ran in these days."));
	add_adverts(&doc, &r);
	add_not_for_release(&doc);
	return answer_of(r.wrong.len ? WRONG : DONE, doc);
}
