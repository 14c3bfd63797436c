/* census_check.c: from what was brought to what is told of it. */
#include "app/census_brought.h"
#include "app/census_told.h"

#include "app/views.h"
#include "census/councils.h"
#include "census/rules.h"
#include "census/write.h"

#define RULES_AT S("/census/rules/")

/* ---- what was brought ------------------------------------------------------------------------ */

static struct answer
not_so(const struct ask *ask, Str title, Str words, struct arena *perm)
{
	if (ask->door)
		return census_form_page(ask, WRONG, words, perm);
	return answer_words(WRONG, title, words, perm);
}

/* Three figures of a council; of a joint return the first, against which it is sent. */
static bool
lea_of(const struct world *world, Str area, Str *lea)
{
	const struct areas *areas = &world->published.areas;
	int found = area.len ? area_named(areas, area) : NO_AREA;
	*lea = (Str){ 0 };
	if (area.len == 0)
		return true;
	if (found == NO_AREA || areas->at[found].level != AUTHORITY)
		return false;
	*lea = council_figures(areas->at[found].old_code);
	return true;
}

static bool
year_of(Str text, int *year)
{
	struct parsed_decimal parsed = parse_decimal(str_trim(text), 0, false);
	*year = (int)(parsed.micro / MICRO);
	if (text.len == 0) {
		*year = 0;
		return true;
	}
	return parsed.ok && parsed.micro >= (int64_t)CENSUS_FIRST_YEAR * MICRO &&
	       parsed.micro <= (int64_t)CENSUS_LAST_YEAR * MICRO;
}

static void
read_file(struct brought *brought, const struct sent_file *file, const struct census_expect *expect,
	  struct arena *perm)
{
	brought->file = file->name;
	brought->found = findings_new(perm);
	brought->read =
		census_read(file->bytes, file->name, expect, &brought->ret, &brought->found, perm);
}

static struct sent_file
file_sent(const struct ask *ask, Str field)
{
	return ask->files ? sent_file_of(ask->files, field) : (struct sent_file){ 0 };
}

bool
census_brought(const struct world *world, const struct ask *ask, struct brought *brought,
	       struct answer *why, struct arena *perm)
{
	struct census_expect expect;
	struct sent_file file = file_sent(ask, FILE_OF_RETURN);
	if (!file.there) {
		*why = not_so(ask, S("No file came"), S("Choose the file of the return"), perm);
		return false;
	}
	if (!year_of(ask->year, &expect.year)) {
		*why = not_so(ask, S("That is no census year"),
			      str_format(perm,
					 "\u201c%.*s\u201d is no census year; write it as 2025",
					 STR_ARG(ask->year)),
			      perm);
		return false;
	}
	if (!lea_of(world, ask->area, &expect.lea)) {
		*why = answer_words(
			UNKNOWN, S("No such council"),
			str_format(perm,
				   "No one council fits \u201c%.*s\u201d; see: mainstay "
				   "authorities",
				   STR_ARG(ask->area)),
			perm);
		return false;
	}
	read_file(brought, &file, &expect, perm);
	return true;
}

static Str
lea_said(const struct census_return *ret)
{
	return ret->fact[ITEM_LEA].said == SAID ? str_trim(ret->cell[ITEM_LEA].text) : (Str){ 0 };
}

static Str
council_of_return(const struct world *world, const struct census_return *ret)
{
	Str lea = lea_said(ret);
	int area = lea.len ? area_exact(&world->published.areas, lea) : NO_AREA;
	return area == NO_AREA ? (Str){ 0 } : world->published.areas.at[area].name;
}

/* ---- beside last year's ---------------------------------------------------------------------- */

/* Last year's file, if it came: NULL when it can be compared with (or none came), else why it
 * cannot. */
struct before {
	struct brought brought;
	bool came, fits;
	Str why;
};

static void
read_before(struct before *before, const struct ask *ask, const struct brought *now,
	    struct arena *perm)
{
	struct sent_file file = file_sent(ask, FILE_OF_LAST_YEAR);
	struct census_expect expect = { .year = now->read && now->ret.year ? now->ret.year - 1 : 0,
					.lea = lea_said(&now->ret) };
	before->came = file.there;
	if (!file.there || !now->read)
		return;
	read_file(&before->brought, &file, &expect, perm);
	const struct census_return *ret = &before->brought.ret;
	const struct findings *found = &before->brought.found;
	if (!before->brought.read)
		before->why = str_format(perm, "%.*s cannot be read as a return: %.*s",
					 STR_ARG(file.name),
					 STR_ARG(found->count ? finding_text(&found->at[0], perm)
							      : S("it is empty")));
	else if (now->ret.year == 0 || ret->year != now->ret.year - 1)
		before->why = str_format(perm,
					 "%.*s is of the census of %d and %.*s of %d: give the one "
					 "of the year before",
					 STR_ARG(file.name), ret->year, STR_ARG(now->file),
					 now->ret.year);
	before->fits = before->why.len == 0;
}

static void
add_not_compared(struct document *doc, Str why)
{
	struct run *run = new(doc->arena, 1, struct run);
	run->text = str_format(doc->arena, "It is not compared with last year\u2019s return. %.*s.",
			       STR_ARG(why));
	document_runs(doc, BLOCK_WARNING, run, 1);
}

/* ---- what is told ---------------------------------------------------------------------------- */

static enum outcome
outcome_of(const struct brought *brought)
{
	return brought->read && brought->found.mistakes == 0 ? DONE : REFUSED;
}

static struct census_beside
beside_of(const struct world *world, const struct brought *brought, struct census_figures *figures,
	  struct arena *perm)
{
	census_figures_of(figures, &brought->ret, *perm);
	return (struct census_beside){ .figures = figures,
				       .file = brought->file,
				       .lea = lea_said(&brought->ret),
				       .published = &world->published };
}

struct answer
check_census(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct brought *brought = new(perm, 1, struct brought);
	struct before before = { .came = false };
	struct continuity continuity;
	struct answer why;
	if (!census_brought(world, ask, brought, &why, perm))
		return why;
	if (brought->read)
		census_check(&brought->ret, ask->now, &brought->found, perm);
	read_before(&before, ask, brought, perm);
	if (before.fits)
		census_continuity(&continuity, &brought->ret, &before.brought.ret, &brought->found,
				  perm);
	struct census_told told = { .file = brought->file,
				    .found = &brought->found,
				    .rules_at = ask->door ? RULES_AT : (Str){ 0 },
				    .ret = brought->read ? &brought->ret : NULL,
				    .continuity = before.fits ? &continuity : NULL,
				    .council = brought->read
						       ? council_of_return(world, &brought->ret)
						       : (Str){ 0 } };
	struct document doc = census_told(&told, perm);
	if (before.why.len)
		add_not_compared(&doc, before.why);
	if (brought->read && ask->door) {
		struct census_figures figures;
		struct census_beside beside = beside_of(world, brought, &figures, perm);
		census_add_measures(&doc, &beside);
	}
	census_end_page(&doc, ask);
	return answer_of(outcome_of(brought), doc);
}

static struct answer
unread(const struct brought *brought, const struct ask *ask, struct arena *perm)
{
	struct census_told told = { .file = brought->file, .found = &brought->found };
	struct document doc = census_told(&told, perm);
	census_end_page(&doc, ask);
	return answer_of(REFUSED, doc);
}

struct answer
measure_census(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct brought *brought = new(perm, 1, struct brought);
	struct census_figures figures;
	struct answer why;
	if (!census_brought(world, ask, brought, &why, perm))
		return why;
	if (!brought->read)
		return unread(brought, ask, perm);
	struct census_beside beside = beside_of(world, brought, &figures, perm);
	struct document doc = census_measures_told(&beside, perm);
	census_end_page(&doc, ask);
	return answer_of(DONE, doc);
}

struct answer
compare_census(const struct world *world, const struct ask *ask, struct arena *perm)
{
	struct brought *brought = new(perm, 1, struct brought);
	struct before before = { .came = false };
	struct continuity continuity;
	struct findings *found = new(perm, 1, struct findings);
	struct answer why;
	if (!census_brought(world, ask, brought, &why, perm))
		return why;
	if (!brought->read)
		return unread(brought, ask, perm);
	read_before(&before, ask, brought, perm);
	if (!before.fits)
		return not_so(ask, S("There is nothing to compare with"),
			      before.came ? before.why : S("Give last year\u2019s return as well"),
			      perm);
	*found = findings_new(perm);
	census_continuity(&continuity, &brought->ret, &before.brought.ret, found, perm);
	struct census_told told = { .file = brought->file,
				    .found = found,
				    .ret = &brought->ret,
				    .continuity = &continuity,
				    .council = council_of_return(world, &brought->ret),
				    .rules_at = RULES_AT };
	struct document doc = census_told(&told, perm);
	doc.title = found->count == 0
			    ? S("Nothing stands out beside last year\u2019s return")
			    : str_format(perm, "%.*s beside last year\u2019s return",
					 STR_ARG(counted(found->count, "query", "queries", perm)));
	return answer_of(DONE, doc);
}

const ptrdiff_t census_file_most = CENSUS_FILE_MOST;

bool
census_file_of(const struct world *world, const struct ask *ask, Str form, struct census_file *file,
	       struct answer *why, struct arena *perm)
{
	struct brought *brought = new(perm, 1, struct brought);
	if (!census_brought(world, ask, brought, why, perm))
		return false;
	if (!brought->read) {
		*why = unread(brought, ask, perm);
		return false;
	}
	file->found = &brought->found;
	file->bytes = str_equal(form, S("csv")) ? census_write_csv(&brought->ret, perm)
						: census_write_xml(&brought->ret, perm);
	return true;
}

/* ---- the rules
 * --------------------------------------------------------------------------------------------------
 */

struct answer
show_census_rules(const struct world *world, const struct ask *ask, struct arena *perm)
{
	(void)world;
	Str code = str_trim(ask->ref);
	if (code.len == 0) {
		struct document doc = census_rules_told(RULES_AT, perm);
		doc.address = S("/census/rules");
		return answer_of(DONE, doc);
	}
	for (int i = 0; i < census_rule_count(); i++) {
		const struct census_rule *rule = census_rule_at(i);
		if (!str_equal_fold(rule->code, code))
			continue;
		struct document doc = census_rule_told(rule, perm);
		struct run *all = new(perm, 1, struct run);
		*all = (struct run){ .text = S("All rules of the census"),
				     .href = S("/census/rules") };
		document_runs(&doc, BLOCK_PARAGRAPH, all, 1);
		doc.address = str_join(RULES_AT, rule->code, perm);
		return answer_of(DONE, doc);
	}
	return answer_words(UNKNOWN, S("There is no such rule"),
			    S("Rules are called by a letter and three figures, as D072. "
			      "The list has them all."),
			    perm);
}
