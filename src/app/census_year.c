/* census_year.c: the return of a year as the records make it now. */
#include "app/census_year.h"

#include "app/stored.h"
#include "census/councils.h"

static const struct record_type *const note_type = &record_types[TYPE_CENSUS_NOTE];

/* ---- settling ---------------------------------------------------------------------------------- */

static bool
read_beside(struct store *store, void *what, struct error *err)
{
	struct returning *in = what;
	struct arena *perm = in->own.perm;
	struct kept_return *all;
	int count;
	if (!store_records_read(store, in->own.ask->area, &record_types[TYPE_EQUALITY], &in->equality, perm, err) ||
	    !store_returns(store, in->own.ask->area, S("census"), &all, &count, perm, err))
		return false;
	struct kept_return *of_year = new(perm, count + 1, struct kept_return);
	for (int i = 0; i < count; i++)
		if (all[i].year == in->year)
			of_year[in->sent_count++] = all[i];
	in->sent = of_year;
	return true;
}

Str
note_value(const struct record *note, const char *field)
{
	return record_value(note_type, note, str_of(field));
}

static bool
note_is_of(const struct record *note, int year, Str kind)
{
	return census_record_of_year(note_type, note, year) && str_equal(note_value(note, "kind"), kind);
}

void
returning_build(const struct returning *in, int year, struct built *built)
{
	const struct own *own = &in->own;
	struct build_wish wish = { .roster = own->roster, .equality = &in->equality, .year = year, .lea = council_figures(own->place->old_code),
		.now = own->ask->now, .software = S("Mainstay " MAINSTAY_VERSION) };
	struct working_decision *decisions;
	wish.decision_count = working_decisions(own->council, year, &decisions, own->perm);
	wish.decisions = decisions;
	census_build(built, &wish, own->perm);
}

/* A year whose 30 September has come, of the years that there are censuses of workers. */
static bool
year_wanted(const struct own *own, int *year)
{
	struct parsed_decimal said = parse_decimal(own->ask->year, 0, false);
	*year = said.ok ? (int)(said.micro / MICRO) : 0;
	return *year >= CENSUS_FIRST_YEAR && *year <= CENSUS_LAST_YEAR && census_period(*year).last.day <= own->ask->today.day;
}

bool
returning_settle(const struct world *world, const struct ask *ask, struct returning *in, struct answer *why,
                 struct arena *perm)
{
	struct error err = { "" };
	*in = (struct returning){ 0 };
	if (!own_settle(world, ask, &in->own, why, perm))
		return false;
	if (!year_wanted(&in->own, &in->year)) {
		*why = answer_words(UNKNOWN, S("There is no census of that year"), S("A census is of a year to 30 September "
			"that is over, 2017 or later."), perm);
		return false;
	}
	if (!stored(world, read_beside, in, perm, &err)) {
		*why = answer_failed(S("The return cannot be made"), &err, perm);
		return false;
	}
	in->may_write = viewer_permit(ask->viewer, in->own.place->slug, GROUP_RETURNS, ask->today).reach >= REACH_WRITE;
	returning_build(in, in->year, &in->built);
	in->found = findings_new(perm);
	census_check(&in->built.ret, ask->now, &in->found, perm);
	return true;
}

void
returning_opened(const struct returning *in)
{
	static const enum field_group within[] = { GROUP_CONTACT, GROUP_EQUALITY, GROUP_PAY };
	Str object = str_format(in->own.perm, "census %d", in->year);
	for (int i = 0; i < countof(within); i++)
		witness_saw(in->own.ask, within[i], object);
}

Str
returning_which(const struct ask *ask)
{
	return ask->how.len ? ask->how : ask->ref;
}

/* ---- addresses --------------------------------------------------------------------------------- */

Str
returning_href(const struct returning *in, const char *page, Str how)
{
	struct arena *perm = in->own.perm;
	Str rest = str_format(perm, "/authorities/%.*s/census/%d", STR_ARG(in->own.place->slug), in->year);
	if (*page)
		rest = str_format(perm, "%.*s/%s", STR_ARG(rest), page);
	return how.len ? str_format(perm, "%.*s/%.*s", STR_ARG(rest), STR_ARG(url_part(how, perm))) : rest;
}

struct document
returning_document(const struct returning *in, Str title, const char *page, Str how)
{
	struct document doc = own_document(&in->own, title, returning_href(in, page, how));
	doc.period = str_format(in->own.perm, "Census of the year to 30 September %d", in->year);
	return doc;
}

void
returning_places(struct document *doc, const struct returning *in, const char *page)
{
	static const struct { const char *page; Str words; bool rows; } places[] = {
		{ "", STR("May it be sent?"), false }, { "continuity", STR("Beside last year"), true },
		{ "publish", STR("What will be published"), false }, { "sent", STR("What was sent"), false },
	};
	struct pick *picks = new(doc->arena, countof(places), struct pick);
	int count = 0;
	for (int i = 0; i < countof(places); i++)
		if (in->may_write || !places[i].rows)
			picks[count++] = (struct pick){ .value = returning_href(in, places[i].page, S("")), .words = places[i].words,
			.chosen = str_equal(str_of(places[i].page), str_of(page)) };
	document_choices(doc, S("Of this return"), picks, count);
}

/* ---- who and what ------------------------------------------------------------------------------ */

const struct worker *
returning_worker(const struct returning *in, const struct finding *finding)
{
	const struct census_return *ret = &in->built.ret;
	bool there = finding->line > 0 && finding->line <= ret->worker_count;
	return there ? &ret->workers[finding->line - 1] : NULL;
}

Str
returning_record(const struct returning *in, const struct finding *finding)
{
	const struct worker *w = returning_worker(in, finding);
	return w && !worker_said(w, ITEM_SWE) ? in->built.spells[w->number - 1] : finding->record;
}

struct cell
returning_person(const struct returning *in, const struct worker *w)
{
	Str ref = in->built.persons[w->number - 1];
	int person = roster_person(in->own.roster, ref);
	if (person == NOT_THERE)
		return cell_text(ref);
	struct cell cell = cell_link(person_words(&in->own, person), href_of_person(&in->own, person));
	cell.note = worker_record(w, in->own.perm);
	return cell;
}

const struct record *
returning_note(const struct returning *in, Str kind, Str subject, Str record)
{
	const struct records *notes = &in->own.council->of[TYPE_CENSUS_NOTE];
	const struct record *of_all = NULL;
	for (int i = notes->count - 1; i >= 0; i--) {
		const struct record *note = &notes->at[i];
		if (!note_is_of(note, in->year, kind) || !str_equal(note_value(note, "subject"), subject))
			continue;
		Str of = note_value(note, "record");
		if (record.len > 0 && str_equal(of, record))
			return note;
		if (of.len == 0 && !of_all)
			of_all = note;
	}
	return of_all;
}
