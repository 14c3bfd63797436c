/* candidate_equality.c: how far candidates came by group, at council level: released once a year, and never otherwise.
 *
 * A release is made when the first reader asks after the day it is told of, and kept: whoever asks later sees the same,
 * whatever became of the records. Years share no application, there is no release of part of a year or of part of the
 * council, and no two attributes are crossed, so what one release says is all that can be subtracted
 * (measure/protect_funnel.h). */
#include "app/hiring_parts.h"

#include "app/stored.h"
#include "app/subject.h"
#include "base/secret.h"
#include "measure/protect_funnel.h"
#include "practice/hiring_equality.h"
#include "store/records.h"
#include "store/totals.h"

enum { YEARS_BACK = 5, SALT_BYTES = 16 };

struct funnelling {
	struct own own;
	int year;
	struct recruitment all;      /* as of the day it is told of */
	struct records answers;
	bool read;                   /* the two above: once, when something is to be released */
	struct equality_total told[EQUALITY_ATTRIBUTES];
};

/* ---- a release ---------------------------------------------------------------------------------------------- */

static Str
release_name(const struct funnelling *in, const struct equality_attribute *attribute)
{
	return str_format(in->own.perm, "applied_%.*s", STR_ARG(attribute->name));
}

/* "40 c 10 ...": group by group, then all of them. */
static Str
cells_text(struct funnel_counts counts, const bool *hidden, struct arena *perm)
{
	struct text text = text_new(perm);
	for (int c = 0; c < counts.groups * counts.stages; c++)
		if (hidden[c])
			text_add(&text, S("c "));
		else
			text_format(&text, "%lld ", (long long)counts.at[c]);
	for (int s = 0; s < counts.stages; s++) {
		long long sum = 0;
		for (int g = 0; g < counts.groups; g++)
			sum += counts.at[g * counts.stages + s];
		text_format(&text, "%lld ", sum);
	}
	return text_str(&text);
}

static bool
count_anew(struct funnelling *in, struct store *store, const struct equality_attribute *attribute, struct equality_total *told, struct error *err)
{
	struct arena *perm = in->own.perm;
	int64_t *at = new(perm, FUNNEL_GROUPS_MOST * EQUALITY_STAGES, int64_t);
	bool *hidden = new(perm, FUNNEL_GROUPS_MOST * EQUALITY_STAGES, bool);
	struct digits salt;
	if (!in->read && !store_records_read(store, in->own.ask->area, &record_types[TYPE_CANDIDATE_EQUALITY], &in->answers, perm, err))
		return false;
	if (!in->read)
		recruitment_read(&in->all, in->own.roster, equality_told_on(in->year), perm);
	in->read = true;
	if (!random_digits(SALT_BYTES, &salt, err))
		return false;
	equality_funnel(at, &in->all, &in->answers, attribute, equality_year(in->year), *perm);
	struct funnel_counts counts = { attribute->category_count, EQUALITY_STAGES, at };
	protect_funnel(counts, protect_sensitive, hidden, *perm);
	*told = (struct equality_total){ .attribute = release_name(in, attribute), .day = equality_told_on(in->year),
		.told_of = equality_year(in->year).last, .cells = cells_text(counts, hidden, perm), .salt = str_copy(digits_str(&salt), perm),
		.members = S("") };
	return equality_total_keep(store, in->own.ask->area, told, (struct by){ in->own.ask->viewer->account, in->own.ask->now }, err);
}

static bool
release_there(struct store *store, void *what, struct error *err)
{
	struct funnelling *in = what;
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++) {
		struct equality_total *totals;
		int count, found = NOT_THERE;
		if (!equality_totals(store, in->own.ask->area, release_name(in, &equality_attributes[a]), &totals, &count, in->own.perm, err))
			return false;
		for (int t = 0; t < count; t++)
			found = totals[t].day.day == equality_told_on(in->year).day ? t : found;
		if (found != NOT_THERE)
			in->told[a] = totals[found];
		else if (!count_anew(in, store, &equality_attributes[a], &in->told[a], err))
			return false;
	}
	return true;
}

/* ---- the tables ------------------------------------------------------------------------------------------------ */

enum { C_ATTRIBUTE, C_GROUP, C_STAGES, C_SHARE = C_STAGES + EQUALITY_STAGES, C_RATIO, C_SHARE_SHORT, C_RATIO_SHORT, C_COLUMNS };
static const struct column columns[C_COLUMNS] = {
	[C_ATTRIBUTE] = { STR("attribute"), STR("Of what"), false, false }, [C_GROUP] = { STR("group"), STR("Group"), false, false },
	[C_STAGES + EQUALITY_APPLIED] = { STR("applied"), STR("Applied"), true, false },
	[C_STAGES + EQUALITY_SHORTLISTED] = { STR("shortlisted"), STR("Shortlisted"), true, false },
	[C_STAGES + EQUALITY_ASSESSED] = { STR("assessed"), STR("Assessed"), true, false },
	[C_STAGES + EQUALITY_OFFERED] = { STR("offered"), STR("Offered"), true, false },
	[C_STAGES + EQUALITY_APPOINTED] = { STR("appointed"), STR("Appointed"), true, false },
	[C_SHARE] = { STR("appointed_share"), STR("Appointed of shortlisted (%)"), true, false },
	[C_RATIO] = { STR("appointed_ratio"), STR("Against the group of reference"), true, false },
	[C_SHARE_SHORT] = { STR("shortlisted_share"), STR("Shortlisted of applied (%)"), true, false },
	[C_RATIO_SHORT] = { STR("shortlisted_ratio"), STR("That against the group of reference"), true, false },
};

struct shown { Figure of[FUNNEL_GROUPS_MOST + 1][EQUALITY_STAGES]; int groups; };

static Figure
shown_figure(Str cell)
{
	struct parsed_decimal number = parse_decimal(cell, 0, false);
	return number.ok ? figure_whole(number.micro / MICRO) : figure_absent(SUPPRESSED);
}

static struct shown
shown_of(const struct equality_total *told, const struct equality_attribute *attribute)
{
	struct shown shown = { .groups = attribute->category_count };
	Str rest = told->cells;
	for (int g = 0; g <= shown.groups; g++)
		for (int s = 0; s < EQUALITY_STAGES; s++)
			shown.of[g][s] = shown_figure(str_word(&rest));
	return shown;
}

/* The group of reference: the largest that said what it is; the last two are those that did not. NOT_THERE: none. */
static int
reference_of(const struct shown *shown)
{
	int best = NOT_THERE;
	for (int g = 0; g < shown->groups - 2; g++)
		if (figure_present(shown->of[g][EQUALITY_APPLIED]) &&
		    (best == NOT_THERE || shown->of[g][EQUALITY_APPLIED].micro > shown->of[best][EQUALITY_APPLIED].micro))
			best = g;
	return best;
}

/* Withheld where either count is; not to be relied on where few stand under it. */
static Figure
share(const struct shown *shown, int group, enum equality_stage from, enum equality_stage to)
{
	Figure under = shown->of[group][from], over = shown->of[group][to];
	if (figure_present(under) && figure_present(over) && under.micro > 0 && under.micro < (int64_t)protect_sensitive.base * MICRO)
		return figure_absent(UNRELIABLE);
	return figure_ratio(over, under, 100);
}

/* Of the group's share and that of reference. */
static struct cell
ratio_cell(const struct shown *shown, int group, enum equality_stage from, enum equality_stage to)
{
	int reference = reference_of(shown);
	if (group == shown->groups || group == reference)
		return cell_text(group == reference ? S("reference") : S(""));
	if (reference == NOT_THERE)
		return cell_figure(figure_absent(SUPPRESSED), 2, UNIT_COUNT);
	return cell_figure(figure_ratio(share(shown, group, from, to), share(shown, reference, from, to), 1), 2, UNIT_COUNT);
}

static void
add_group(struct rows_made *rows, const struct equality_attribute *attribute, const struct shown *shown, int group, struct arena *perm)
{
	struct cell *cells = rows_push(rows, C_COLUMNS, perm);
	cells[C_ATTRIBUTE] = cell_text(attribute->title);
	cells[C_GROUP] = cell_text(group < shown->groups ? attribute->categories[group] : S("All"));
	for (int s = 0; s < EQUALITY_STAGES; s++)
		cells[C_STAGES + s] = cell_figure(shown->of[group][s], 0, UNIT_COUNT);
	cells[C_SHARE] = cell_figure(share(shown, group, EQUALITY_SHORTLISTED, EQUALITY_APPOINTED), 0, UNIT_PERCENT);
	cells[C_RATIO] = ratio_cell(shown, group, EQUALITY_SHORTLISTED, EQUALITY_APPOINTED);
	cells[C_SHARE_SHORT] = cell_figure(share(shown, group, EQUALITY_APPLIED, EQUALITY_SHORTLISTED), 0, UNIT_PERCENT);
	cells[C_RATIO_SHORT] = ratio_cell(shown, group, EQUALITY_APPLIED, EQUALITY_SHORTLISTED);
}

/* Of one attribute, or of all for files. */
static struct table *
funnel_table(const struct funnelling *in, int only)
{
	struct arena *perm = in->own.perm;
	struct rows_made rows = { 0 };
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++) {
		struct shown shown = shown_of(&in->told[a], &equality_attributes[a]);
		for (int g = 0; g <= shown.groups && (only < 0 || only == a); g++)
			add_group(&rows, &equality_attributes[a], &shown, g, perm);
	}
	return table_of(only < 0 ? S("funnel") : equality_attributes[only].name, only < 0 ? S("How far applications came, by group")
		: str_format(perm, "By %.*s", STR_ARG(str_lower(equality_attributes[only].title, perm))), columns, C_COLUMNS, rows, perm);
}

/* ---- the page ----------------------------------------------------------------------------------------------------- */

/* The latest year that can be told by today. */
static int
latest_year(Date today)
{
	int year = date_civil(today).year - 1;
	return today.day >= equality_told_on(year).day ? year : year - 1;
}

static bool
settle_year(struct funnelling *in, struct answer *why)
{
	const struct ask *ask = in->own.ask;
	int latest = latest_year(ask->today);
	struct parsed_decimal year = parse_decimal(ask->year, 0, false);
	in->year = ask->year.len == 0 ? latest : year.ok && year.micro <= (int64_t)9999 * MICRO ? (int)(year.micro / MICRO) : 0;
	if (in->year <= latest && in->year > latest - YEARS_BACK)
		return true;
	*why = answer_words(year.ok ? UNKNOWN : WRONG, S("That year cannot be told"), str_format(in->own.perm, "Years run to 30 September, and are told "
		"from 31 March after: %d is the latest, and %d the first. No other days are released.", latest, latest - YEARS_BACK + 1), in->own.perm);
	return false;
}

static void
add_years(struct document *doc, const struct funnelling *in)
{
	struct pick *picks = new(doc->arena, YEARS_BACK, struct pick);
	int latest = latest_year(in->own.ask->today);
	for (int y = 0; y < YEARS_BACK; y++)
		picks[y] = (struct pick){ .words = str_format(doc->arena, "%d", latest - y), .chosen = latest - y == in->year,
			.value = str_format(doc->arena, "/authorities/%.*s/recruitment/equality?year=%d", STR_ARG(in->own.ask->area), latest - y) };
	document_choices(doc, S("Year to 30 September"), picks, YEARS_BACK);
}

static const Str cautions[] = {
	STR("Each application counts, in the group of its own answer; who gave none stands under \u201cNot known\u201d."),
	STR("c: withheld, so that nobody can be recognised, not by subtracting one stage from another either. All in one group would tell as much as a small number."),
	STR("A share is told where both counts are shown and at least ten stand under it (u: fewer; z: none); the group of reference is the largest that said what it is."),
	STR("A ratio away from 1 is a reason to look at how it came about, not a finding that somebody was treated unfairly; with few people it moves by chance."),
};

static struct document
funnel_document(const struct funnelling *in)
{
	static const Str dropped[] = { STR("attribute") };
	struct arena *perm = in->own.perm;
	struct period year = equality_year(in->year);
	struct document doc = own_document(&in->own, S("How far candidates came, by group"),
		str_format(perm, "/authorities/%.*s/recruitment/equality?year=%d", STR_ARG(in->own.ask->area), in->year));
	doc.period = str_format(perm, "Applications received from %.*s to %.*s, as they stood on %.*s", STR_ARG(date_text(year.first, perm)),
		STR_ARG(date_text(year.last, perm)), STR_ARG(date_text(equality_told_on(in->year), perm)));
	add_years(&doc, in);
	document_paragraph(&doc, S("Released once for a year, when it is first read after 31 March, and not changed since. Answers are kept apart: "
		"nobody who shortlists, assesses or decides sees them."));
	document_list(&doc, cautions, countof(cautions));
	for (int a = 0; a < EQUALITY_ATTRIBUTES; a++) {
		document_heading(&doc, 2, equality_attributes[a].title, equality_attributes[a].name);
		document_table(&doc, table_without(funnel_table(in, a), dropped, countof(dropped), perm));
	}
	doc.data = funnel_table(in, -1);
	return doc;
}

struct answer
show_candidate_equality(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct funnelling *in = new(perm, 1, struct funnelling);
	struct answer why;
	struct error err = { "" };
	if (!may_see_equality_totals(ask))
		return answer_words(FORBIDDEN, S("That is not among your duties here"), S("Totals for equality monitoring are for "
			"heads of service, analysts and the HR lead."), perm);
	if (!own_settle(world, ask, &in->own, &why, perm) || !settle_year(in, &why))
		return why;
	if (!stored(world, release_there, in, perm, &err))
		return answer_failed(S("The store cannot be used"), &err, perm);
	return answer_of(DONE, funnel_document(in));
}
