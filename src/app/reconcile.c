/* reconcile.c: the page of differences, those that need somebody first. */
#include "app/reconcile.h"

#include "app/reconcile_parts.h"
#include "app/stored.h"

/* ---- what is compared ------------------------------------------------------------------------ */

const struct kept_decision *
decision_of(const struct kept_decision *decisions, int count, const struct disagreement *difference, Date today)
{
	for (int i = count; i-- > 0;)
		if (str_equal(decisions[i].subject, difference->subject))
			return decisions[i].until.day >= today.day ? &decisions[i] : NULL;
	return NULL;
}

static bool
read_kept(struct store *store, void *what, struct error *err)
{
	struct reconciling *in = what;
	Str area = in->own.ask->area;
	return store_lists(store, area, &in->lists, &in->list_count, in->own.perm, err)
		&& store_decisions(store, area, &in->decisions, &in->decision_count, in->own.perm, err);
}

/* The latest of its kind that is not put aside or taken back, and whose file is kept. */
static void
choose(struct reconciling *in)
{
	for (int i = in->list_count; i-- > 0;) {
		const struct kept_list *list = &in->lists[i];
		enum side side;
		bool counts = list->state != LIST_REJECTED && list->state != LIST_UNDONE && list->file_there;
		if (!counts || !side_find(list->list, &side))
			continue;
		if (!in->of[side] || list->as_at.day >= in->of[side]->as_at.day)
			in->of[side] = list;
	}
}

static bool
read_all(struct reconciling *in, struct sides *sides, struct error *err)
{
	const struct ask *ask = in->own.ask;
	for (int s = 0; s < SIDE_RECORDS; s++) {
		if (!in->of[s])
			continue;
		if (!load_work_read(&in->works[s], in->own.world, ask->area, in->of[s]->number, in->own.perm, err))
			return false;
		load_work_lines(&in->works[s], ask, ask->held, in->own.perm);
		sides->lists[s] = &in->works[s].read;
	}
	return true;
}

static bool
holds(const struct judged *judged)
{
	if (!judged->decision)
		return false;
	for (int s = 0; s < SIDES; s++)
		if (!facts_agree(judged->decision->facts, judged->facts, (enum side)s))
			return false;
	return true;
}

static void
judge(struct reconciling *in, const struct disagreement *differences, int count)
{
	struct arena *perm = in->own.perm;
	in->at = new(perm, count, struct judged);
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < count; i++) {
			struct judged judged = { .difference = &differences[i], .facts = difference_facts(&differences[i], perm),
				.decision = decision_of(in->decisions, in->decision_count, &differences[i], in->own.ask->today) };
			if (holds(&judged) != (pass == 1))
				continue;
			if (pass == 0)
				judged.decision = NULL;      /* of other facts, or over */
			in->at[in->count++] = judged;
			in->undecided += pass == 0;
		}
}

bool
reconciling_settle(struct reconciling *in, const struct world *world, const struct ask *ask, struct answer *why,
       struct arena *perm)
{
	struct error err;
	struct disagreement *differences;
	if (!lists_settle(world, ask, &in->own, why, perm))
		return false;
	if (!ask->held)
		return own_settle(world, ask, &in->own, why, perm);      /* says what to do first */
	struct sides sides = { .roster = &ask->held->roster, .day = ask->day };
	bool read = stored(world, read_kept, in, perm, &err);
	if (read)
		choose(in);
	if (!read || !read_all(in, &sides, &err)) {
		*why = lists_failed(&in->own, S("The lists cannot be compared"), &err);
		return false;
	}
	int count = reconcile(&sides, &differences, perm);
	judge(in, differences, count);
	for (int s = 0; s < SIDE_RECORDS; s++)
		if (in->of[s])
			witness_saw(ask, GROUP_IMPORTS, list_object(in->of[s]->number, perm));
	return true;
}

/* ---- the table ------------------------------------------------------------------------------- */

enum { A_PAGE = 50, COLUMNS = 8, FILE_COLUMNS = 10 };
static const struct column columns[FILE_COLUMNS] = {
	{ STR("kind"), STR("What differs"), false, false },
	{ STR("about"), STR("Who or which"), false, false },
	{ STR("hr"), STR("HR says"), false, false },
	{ STR("finance"), STR("Finance says"), false, false },
	{ STR("team"), STR("The team says"), false, false },
	{ STR("records"), STR("The records say"), false, false },
	{ STR("decided"), STR("Decided"), false, false },
	{ STR("why"), STR("Why"), false, false },
	{ STR("said_by"), STR("Who says so"), false, false },
	{ STR("until"), STR("Until"), false, false },
};

Str
href_of_difference(const struct reconciling *in, Str show, Str subject)
{
	struct text to = text_new(in->own.perm);
	text_format(&to, "/authorities/%.*s/reconcile?", STR_ARG(in->own.place->slug));
	if (in->own.ask->on.len)
		text_format(&to, "on=%.*s&", STR_ARG(date_iso(in->own.ask->day, in->own.perm)));
	text_format(&to, "%s", subject.len ? "how=" : "show=");
	Str value = subject.len ? subject : show;
	for (ptrdiff_t i = 0; i < value.len; i++) {
		unsigned char c = (unsigned char)value.at[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
		text_format(&to, plain ? "%c" : "%%%02X", c);
	}
	return text_str(&to);
}

Str
side_words(Str side)
{
	enum side found;
	return side_find(side, &found) ? side_rows[found].title : S("They may differ");
}

static void
difference_row(struct reconciling *in, struct rows_made *rows, const struct judged *judged, bool paged)
{
	struct arena *perm = in->own.perm;
	const struct disagreement *d = judged->difference;
	const struct kept_decision *decision = judged->decision;
	struct cell *cells = rows_push(rows, paged ? COLUMNS : FILE_COLUMNS, perm);
	cells[0] = cell_text(difference_rows[d->kind].title);
	cells[1] = cell_link(d->about, href_of_difference(in, S(""), d->subject));
	for (int s = 0; s < SIDES; s++) {
		cells[2 + s] = cell_text(d->says[s].len ? d->says[s] : paged ? S("\u2013") : S(""));
		if (d->lines[s] > 0 && paged)
			cells[2 + s].note = str_format(perm, "row %d", d->lines[s]);
		if (d->left[s] && in->of[s])
			cells[2 + s].href = href_of_list(&in->own, in->of[s]->number, S("mend"));
	}
	cells[6] = decision ? cell_text(side_words(decision->side)) : cell_tag(S("To decide"), TAG_YELLOW);
	cells[7] = cell_text(decision ? decision->why : S(""));
	if (!paged) {
		cells[8] = cell_text(decision ? decision->said_by : S(""));
		cells[9] = cell_text(decision ? date_iso(decision->until, perm) : S(""));
	} else if (decision) {
		cells[6].note = str_format(perm, "until %.*s", STR_ARG(date_text(decision->until, perm)));
		cells[7].note = str_format(perm, "says %.*s", STR_ARG(decision->said_by));
	}
}

static bool
is_shown(const struct reconciling *in, const struct judged *judged)
{
	Str show = in->own.ask->show;
	return show.len == 0 || str_equal(show, difference_rows[judged->difference->kind].name);
}

static int
page_number(const struct ask *ask, int pages)
{
	struct parsed_decimal page = parse_decimal(ask->page, 0, false);
	int64_t number = page.ok ? page.micro / MICRO : 1;
	return number < 1 ? 1 : number > pages ? (pages ? pages : 1) : (int)number;
}

static struct table *
table_made(struct reconciling *in, bool paged)
{
	struct rows_made rows = { 0 };
	int total = 0, at = 0;
	for (int i = 0; i < in->count; i++)
		total += is_shown(in, &in->at[i]);
	int pages = (total + A_PAGE - 1) / A_PAGE, page = paged ? page_number(in->own.ask, pages) : 1;
	for (int i = 0; i < in->count; i++) {
		if (!is_shown(in, &in->at[i]))
			continue;
		if (!paged || at / A_PAGE == page - 1)
			difference_row(in, &rows, &in->at[i], paged);
		at++;
	}
	struct table *table = table_of(S("differences"), S("Differences, those to be decided first"), columns, paged ? COLUMNS : FILE_COLUMNS, rows,
	                               in->own.perm);
	if (paged && pages > 1) {
		table->page = page;
		table->pages = pages;
		table->total = total;
		table->page_base = str_join(href_of_difference(in, in->own.ask->show, S("")), S("&"), in->own.perm);
	}
	return table;
}

/* ---- the page -------------------------------------------------------------------------------- */

static void
add_lists(struct document *doc, const struct reconciling *in)
{
	struct arena *perm = in->own.perm;
	struct pair *pairs = new(perm, SIDES, struct pair);
	for (int s = 0; s < SIDES; s++) {
		const struct kept_list *list = in->of[s];
		pairs[s] = (struct pair){ .key = side_rows[s].title, .value = s == SIDE_RECORDS
			? str_format(perm, "as at %.*s", STR_ARG(date_text(in->own.ask->day, perm)))
			: !list ? S("none is kept") : str_format(perm, "%.*s, of %.*s%s", STR_ARG(list->file),
			STR_ARG(date_text(list->as_at, perm)), list->state == LIST_STAGED ? ", not applied yet" : "") };
		if (list)
			pairs[s].href = href_of_list(&in->own, list->number, S(""));
	}
	document_summary(doc, pairs, SIDES);
}

static void
add_kinds(struct document *doc, const struct reconciling *in)
{
	struct pick *picks = new(in->own.perm, DIFFERENCE_KINDS + 1, struct pick);
	int count = 0;
	picks[count++] = (struct pick){ .value = href_of_difference(in, S(""), S("")), .chosen = in->own.ask->show.len == 0,
		.words = str_format(in->own.perm, "All (%d)", in->count) };
	for (int k = 0; k < DIFFERENCE_KINDS; k++) {
		int of = 0;
		for (int i = 0; i < in->count; i++)
			of += in->at[i].difference->kind == (enum difference_kind)k;
		if (of > 0)
			picks[count++] = (struct pick){ .value = href_of_difference(in, difference_rows[k].name, S("")),
				.chosen = str_equal(in->own.ask->show, difference_rows[k].name),
				.words = str_format(in->own.perm, "%.*s (%d)", STR_ARG(difference_rows[k].title), of) };
	}
	document_choices(doc, S("Kinds of difference"), picks, count);
}

static Str
title_of(const struct reconciling *in)
{
	struct arena *perm = in->own.perm;
	if (in->count == 0)
		return S("The lists and the records say the same");
	if (in->undecided == 0)
		return str_format(perm, "%d %s, all decided", in->count, in->count == 1 ? "difference" : "differences");
	return str_format(perm, "%d %s to decide%s", in->undecided, in->undecided == 1 ? "difference" : "differences",
	                  in->count == in->undecided ? "" : str_c(str_format(perm, ", %d decided", in->count - in->undecided), perm));
}

/* ---- asking -------------------------------------------------------------------------------------- */

struct answer
show_reconcile(const struct world *world, const struct ask *ask, struct arena *perm)
{
	enum { USUAL_DAYS = 90 };
	struct reconciling *in = new(perm, 1, struct reconciling);
	struct answer why;
	if (!reconciling_settle(in, world, ask, &why, perm))
		return why;
	const struct judged *one = ask->how.len ? judged_of(in, ask->how) : NULL;
	struct decision_form form = { .until = date_text((Date){ ask->today.day + USUAL_DAYS }, perm) };
	if (one)
		return show_difference(in, one, &form, DONE);
	struct answer answer = answer_of(DONE, own_document(&in->own, title_of(in), own_href(&in->own, S("reconcile"))));
	struct document *doc = &answer.document;
	if (ask->how.len)
		document_notice(doc, NOTICE_KNOW, S("That difference is not there any more."));
	add_lists(doc, in);
	if (in->count == 0)
		document_paragraph(doc, S("Bring HR\u2019s and finance\u2019s lists of one day to see where they differ."));
	else
		add_kinds(doc, in);
	if (in->count > 0)
		document_table(doc, table_made(in, true));
	doc->data = table_made(in, false);
	return answer;
}
