/* agency_costs.c: what agency social workers cost by month and reason; what came of talk of a permanent post. */
#include "app/agency_parts.h"

/* ---- cost -------------------------------------------------------------------------------------- */

enum { MONTHS_BACK = 12, MONTHS_AHEAD = 3 };
enum { M_MONTH, M_REASON, M_TOTAL = M_REASON + AGENCY_REASONS, M_UNKNOWN, M_LEDGER, MONTH_COLUMNS };

static const struct column month_columns[MONTH_COLUMNS] = {
	[M_MONTH] = { STR("month"), STR("Month"), false, false },
	[M_REASON + WHY_VACANCY] = { STR("vacancy"), STR("A vacancy (\u00A3)"), true, false },
	[M_REASON + WHY_AWAY] = { STR("away"), STR("Somebody is away (\u00A3)"), true, false },
	[M_REASON + WHY_SURGE] = { STR("surge"), STR("More work (\u00A3)"), true, false },
	[M_REASON + WHY_PROJECT] = { STR("project"), STR("Project team (\u00A3)"), true, false },
	[M_REASON + WHY_OTHER] = { STR("other"), STR("Other (\u00A3)"), true, false },
	[M_REASON + WHY_UNKNOWN] = { STR("not_said"), STR("Not said (\u00A3)"), true, false },
	[M_TOTAL] = { STR("total"), STR("All (\u00A3)"), true, false },
	[M_UNKNOWN] = { STR("unknown"), STR("Cost not known"), true, false },
	[M_LEDGER] = { STR("ledger"), STR("Ledger (\u00A3)"), true, false },
};

struct month_sum { int64_t of[AGENCY_REASONS], total; int unknown; };

static struct month_sum
sum_of_month(const struct agency_look *l, Date month)
{
	struct month_sum sum = { 0 };
	for (int i = 0; i < l->agency.count; i++) {
		const struct assignment *a = &l->agency.assignments[i];
		if (!agency_sees(l, a))
			continue;
		struct month_cost cost = assignment_cost(a, month, l->own.ask->day);
		sum.unknown += cost.days > 0 && !cost.known;
		sum.of[a->reason] += cost.known ? cost.pence : 0;
		sum.total += cost.known ? cost.pence : 0;
	}
	return sum;
}

static int64_t
ledger_of(const struct agency_look *l, Date month)
{
	const struct records *all = &l->own.council->of[TYPE_AGENCY_COST];
	for (int i = 0; i < all->count; i++) {
		Date of;
		if (date_parse(record_text_of(all->type, &all->at[i], "month"), &of) && month_first(of).day == month.day)
			return parse_decimal(record_text_of(all->type, &all->at[i], "cost"), 2, false).micro / (MICRO / 100);
	}
	return NO_PENCE;
}

static Str
month_words(Date month, struct arena *perm)
{
	Str text = date_text(month, perm);       /* "1 September 2025" */
	return str_from(text, 2);
}

static struct table *
months_table(const struct agency_look *l, bool *any)
{
	struct rows_made rows = { 0 };
	Date now = month_first(l->own.ask->day);
	bool ledger = l->whole && l->own.unit == NOT_THERE;
	*any = false;
	for (int m = -MONTHS_BACK; m <= MONTHS_AHEAD; m++) {
		Date month = month_next(now, m);
		struct month_sum sum = sum_of_month(l, month);
		struct cell *cells = rows_push(&rows, MONTH_COLUMNS, l->own.perm);
		cells[M_MONTH] = cell_text(month_words(month, l->own.perm));
		cells[M_MONTH].note = m > 0 ? S("as booked") : S("");
		for (int r = 0; r < AGENCY_REASONS; r++)
			cells[M_REASON + r] = money_cell(sum.of[r]);
		cells[M_TOTAL] = money_cell(sum.total);
		cells[M_UNKNOWN] = cell_figure(figure_whole(sum.unknown), 0, UNIT_COUNT);
		cells[M_LEDGER] = money_cell(ledger ? ledger_of(l, month) : NO_PENCE);
		*any = *any || sum.total || sum.unknown;
		rows.at[rows.count - 1].ours = m == 0;
	}
	return table_of(S("costs"), S("Cost of agency social workers, by month and by why"), month_columns, MONTH_COLUMNS, rows,
	                l->own.perm);
}

/* Of how they differ from the pages of one's own scope. */
static void
add_how(struct document *doc, const struct agency_look *l)
{
	document_paragraph(doc, S("The cost of a month is worked out of each assignment: its weekdays in the month, times a fifth of its "
		"hours a week, times what an hour costs (the total charge; where that is not entered, pay and what is known to come on top). "
		"Bank holidays and days not worked are not known here, so it is what was booked, and a bill may be less. An assignment "
		"without hours or pay is counted as not known, never as nothing."));
	if (!l->whole || l->own.unit != NOT_THERE)
		return;
	struct run *runs = new(doc->arena, 2, struct run);
	runs[0] = (struct run){ .text = S("What the ledger says of a month is entered as an ") };
	runs[1] = (struct run){ .text = S("agency cost"), .href = own_href(&l->own, S("agency-costs")) };
	document_runs(doc, BLOCK_PARAGRAPH, runs, 2);
}

struct answer
show_agency_costs(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct agency_look l;
	struct answer answer;
	bool any;
	if (!agency_settle(world, ask, &l, &answer, perm))
		return answer;
	struct table *table = months_table(&l, &any);
	Date now = month_first(ask->day);
	struct month_sum this = sum_of_month(&l, now), before = sum_of_month(&l, month_next(now, -1));
	Str title = !any ? S("No cost of agency is known here") : str_format(perm, "Agency costs %.*s this month, after %.*s last month",
		STR_ARG(pence_words(this.total, perm)), STR_ARG(pence_words(before.total, perm)));
	struct document doc = own_document(&l.own, title, href_in_agency(&l, S("agency/costs")));
	add_agency_places(&doc, &l, AGENCY_COSTS_PAGE);
	doc.data = table;
	document_table(&doc, table);
	add_how(&doc, &l);
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}

/* ---- becoming permanent ------------------------------------------------------------------------ */

enum { V_WHO, V_REF, V_POST, V_SINCE, V_TALK, V_ON, V_STATE, V_FEE_FREE, V_FEE, CONVERSION_COLUMNS };
static const struct column conversion_columns[CONVERSION_COLUMNS] = {
	[V_WHO] = { STR("worker"), STR("Worker"), false, false }, [V_REF] = { STR("ref"), STR("Reference"), false, false },
	[V_POST] = { STR("post"), STR("Post covered"), false, false }, [V_SINCE] = { STR("since"), STR("Since"), false, false },
	[V_TALK] = { STR("talk"), STR("A permanent post was"), false, false }, [V_ON] = { STR("on"), STR("On"), false, false },
	[V_STATE] = { STR("state"), STR("State"), false, false },
	[V_FEE_FREE] = { STR("fee_free"), STR("No fee from"), false, false }, [V_FEE] = { STR("fee"), STR("Fee (\u00A3)"), true, false },
};

struct talks { int of[TALKS], converted, free; int64_t fees; };

static void
conversion_row(struct cell *cells, const struct agency_look *l, const struct assignment *a, struct talks *talks)
{
	static const int tones[TALKS] = { TAG_GREY, TAG_BLUE, TAG_YELLOW, TAG_GREEN, TAG_RED };
	const struct own *own = &l->own;
	struct conversion is = agency_conversion(&l->agency, a);
	struct fee_free fee = agency_fee_free(&l->agency, a);
	cells[V_WHO] = cell_link(assignment_who(l, a), href_of_assignment(own, a->ref));
	cells[V_REF] = cell_text(a->ref);
	cells[V_POST] = a->post == NOT_THERE ? cell_text(S("")) : post_cell(own, a->post);
	cells[V_SINCE] = cell_text(day_words(a->starts, own->perm));
	cells[V_TALK] = cell_tag(talk_words(is.outcome), tones[is.outcome]);
	cells[V_ON] = cell_text(is.outcome == TALK_NONE ? S("") : day_words(is.on, own->perm));
	cells[V_STATE] = cell_text(assignment_state_words(&l->agency, a));
	cells[V_FEE_FREE] = cell_text(day_words(fee.day, own->perm));
	cells[V_FEE_FREE].note = fee.as_planned ? S("if it ends as planned") : S("");
	cells[V_FEE] = money_cell(is.fee);
	talks->of[is.outcome]++;
	talks->converted += a->ending == AGENCY_CONVERTED && a->last.day <= own->ask->day.day;
	talks->fees += is.fee == NO_PENCE ? 0 : is.fee;
}

static void
add_outcomes(struct document *doc, const struct talks *talks)
{
	struct arena *perm = doc->arena;
	struct pair *pairs = new(perm, TALKS + 2, struct pair);
	int n = 0;
	for (int t = TALK_ACCEPTED; t >= TALK_NONE; t--)
		pairs[n++] = (struct pair){ talk_words((enum talk)t), str_format(perm, "%d", talks->of[t]), S("") };
	pairs[n++] = (struct pair){ talk_words(TALK_DECLINED), str_format(perm, "%d", talks->of[TALK_DECLINED]), S("") };
	pairs[n++] = (struct pair){ S("Became permanent"), str_format(perm, "%d", talks->converted), S("") };
	document_summary(doc, pairs, n);
}

struct answer
show_conversions(const struct world *world, const struct ask *ask, struct arena *perm)
{
	static const Str dropped[] = { STR("ref") };
	struct agency_look l;
	struct answer answer;
	struct talks talks = { 0 };
	struct rows_made rows = { 0 };
	if (!agency_settle(world, ask, &l, &answer, perm))
		return answer;
	for (int i = 0; i < l.agency.count; i++) {
		const struct assignment *a = &l.agency.assignments[i];
		bool talked = agency_conversion(&l.agency, a).outcome != TALK_NONE;
		if (agency_sees(&l, a) && (talked || a->ending == AGENCY_CONVERTED || assignment_runs(a, ask->day)))
			conversion_row(rows_push(&rows, CONVERSION_COLUMNS, perm), &l, a, &talks);
	}
	int asked = rows.count - talks.of[TALK_NONE];
	Str title = asked == 0 ? S("Nobody has been asked about a permanent post here") : str_format(perm,
		"%d of %.*s asked about a permanent post; %d became permanent", asked, STR_ARG(counted(rows.count,
		"agency worker was", "agency workers were", perm)), talks.converted);
	struct document doc = own_document(&l.own, title, href_in_agency(&l, S("agency/conversions")));
	add_agency_places(&doc, &l, AGENCY_CONVERSIONS_PAGE);
	add_outcomes(&doc, &talks);
	document_paragraph(&doc, S("An agency worker may become permanent at any time: the cool-off does not stand in the way. The agency "
		"may ask a transfer fee until the later of 8 weeks after the assignment ended and 14 weeks from its first day "
		"(Conduct Regulations 2003, regulation 10; the weeks are numbers of the rules, and to be checked with your contract)."));
	struct table *table = table_of(S("conversions"), S("Agency workers and permanent posts"), conversion_columns,
	                               CONVERSION_COLUMNS, rows, perm);
	doc.data = table;
	if (rows.count)
		document_table(&doc, table_without(table, dropped, countof(dropped), perm));
	add_not_for_release(&doc);
	return answer_of(DONE, doc);
}
