/* demonstration.c: made-up people into a store and out of it; what is met of the published counts. */
#include "app/demonstration.h"

#include "app/deeds.h"
#include "app/made_up_messages.h"
#include "app/personas.h"
#include "app/stored.h"
#include "app/views.h"
#include "demo/demo.h"
#include "store/forecasts.h"
#include "store/records.h"

struct showing {
	const struct world *world;
	const struct demonstration *wish;
	const struct area *place;
	struct demo demo;
	struct changes changes;      /* what goes, then what comes */
	struct arena *perm;
	int64_t read_at;             /* the stamp of the records that go */
	enum council_kind kind;
	enum stored stored;
};

/* ---- what is there ----------------------------------------------------------------------------- */

/* The newest deed of this kind that stands; 0: none. */
static bool
newest(struct store *store, Str authority, Str what, int64_t *seq, struct arena *perm,
       struct error *err)
{
	struct past *deeds;
	int count;
	*seq = 0;
	if (!store_deeds(store, authority, what, 1, &deeds, &count, perm, err))
		return false;
	if (count > 0 && deeds[0].undone_by == 0)
		*seq = deeds[0].seq;
	return true;
}

bool
council_kind_in(struct store *store, Str authority, enum council_kind *kind, struct arena *perm,
                struct error *err)
{
	Str *slugs;
	int count;
	int64_t began, ended;
	if (!store_authorities(store, &slugs, &count, perm, err) ||
	    !newest(store, authority, S("demonstration"), &began, perm, err) ||
	    !newest(store, authority, S("demonstration-end"), &ended, perm, err))
		return false;
	*kind = COUNCIL_EMPTY;
	for (int i = 0; i < count; i++)
		if (str_equal(slugs[i], authority))
			*kind = began > ended ? COUNCIL_MADE_UP : COUNCIL_REAL;
	return true;
}

bool
councils_made_up(struct store *store, bool *all, struct arena *perm, struct error *err)
{
	Str *slugs;
	int count;
	if (!store_authorities(store, &slugs, &count, perm, err))
		return false;
	*all = count > 0;
	for (int i = 0; i < count; i++) {
		enum council_kind kind;
		if (!council_kind_in(store, slugs[i], &kind, perm, err))
			return false;
		*all = *all && kind == COUNCIL_MADE_UP;
	}
	return true;
}

struct looking { Str authority; bool open; struct arena *perm; };

static bool
look_round(struct store *store, void *what, struct error *err)
{
	struct looking *in = what;
	enum council_kind kind = COUNCIL_MADE_UP;
	if (!councils_made_up(store, &in->open, in->perm, err))
		return false;
	if (in->authority.len && !council_kind_in(store, in->authority, &kind, in->perm, err))
		return false;
	in->open = in->open && kind == COUNCIL_MADE_UP;
	return true;
}

bool
demonstration_open(const struct world *world, Str authority, struct arena *perm)
{
	struct looking in = { .authority = authority, .perm = perm };
	struct error err = { 0 };
	return world->keeper && stored(world, look_round, &in, perm, &err) && in.open;
}

struct asking { Str authority; enum council_kind *kind; struct arena *perm; };

static bool
ask_kind(struct store *store, void *what, struct error *err)
{
	struct asking *in = what;
	return council_kind_in(store, in->authority, in->kind, in->perm, err);
}

bool
council_kind_of(const struct world *world, Str authority, enum council_kind *kind,
                struct arena *perm, struct error *err)
{
	*kind = COUNCIL_EMPTY;
	return world->store_path.len == 0
		|| stored(world, ask_kind, &(struct asking){ authority, kind, perm }, perm, err);
}

/* ---- writing ----------------------------------------------------------------------------------- */

/* All records, equality apart among them, as removals. */
static bool
remove_all(struct store *store, struct showing *in, struct error *err)
{
	if (!store_stamp(store, in->place->slug, &in->read_at, err))
		return false;
	for (int t = RECORD_TYPES - 1; t >= 0; t--) {
		struct records records;
		if (!store_records_read(store, in->place->slug, &record_types[t], &records, in->perm, err))
			return false;
		for (int i = 0; i < records.count; i++)
			changes_add(&in->changes, (struct change){ .kind = REMOVE, .type = &record_types[t],
				.before = records.at[i] });
	}
	return true;
}

/* Inside the transaction: nobody has written meanwhile. */
static bool
still_so(const struct council *now, void *context, struct error *err)
{
	const struct showing *in = context;
	int records = 0;
	for (int t = 0; t < RECORD_TYPES; t++)
		records += now->of[t].count;
	if (in->kind == COUNCIL_EMPTY ? records == 0 : now->stamp == in->read_at)
		return true;
	return fail(err, "somebody changed %.*s meanwhile; ask again", STR_ARG(in->place->name));
}

static bool
may_go_on(const struct showing *in, struct error *err)
{
	Str name = in->place->name;
	switch (in->kind) {
	case COUNCIL_REAL:
		return fail(err, "%.*s has records of its own; made-up people are never mixed with them",
		            STR_ARG(name));
	case COUNCIL_EMPTY:
		return !in->wish->remove || fail(err, "%.*s has no demonstration", STR_ARG(name));
	case COUNCIL_MADE_UP:
		return in->wish->remove || in->wish->replace
			|| fail(err, "%.*s has a demonstration already; --replace puts another in its place, and "
			        "--remove takes it out", STR_ARG(name));
	}
	return false;
}

/* Accounts in a transaction of their own: they are no part of the records, and asking again mends
 * them. */
static bool
put_personas(struct store *store, const struct showing *in, struct error *err)
{
	struct by by = { in->wish->actor, in->wish->now };
	struct council none = { .authority = in->place->slug }, council;
	struct roster roster;
	bool all = false;
	for (int t = 0; t < RECORD_TYPES; t++)
		none.of[t].type = &record_types[t];
	council_after(&council, &none, &in->demo.changes, in->perm);
	roster_build(&roster, &council, in->perm);
	if (!accounts_begin(store, err) || !councils_made_up(store, &all, in->perm, err))
		return false;
	bool done = in->wish->remove || !all
		? personas_end(store, in->place->slug, by, in->perm, err)
		: personas_put(store, &roster, in->place->name, by, in->perm, err);
	return done && store_commit(store, err);
}

/* What was written to candidates, in a transaction of its own, as accounts are. */
static bool
put_messages(struct store *store, const struct showing *in, struct error *err)
{
	struct council none = { .authority = in->place->slug }, council;
	for (int t = 0; t < RECORD_TYPES; t++)
		none.of[t].type = &record_types[t];
	council_after(&council, &none, &in->demo.changes, in->perm);
	return store_begin_for(store, in->place->slug, err)
		&& store_end(store, made_up_messages(store, &(struct made_up_box){ in->world, in->place, &council, in->wish->actor,
			in->wish->now }, in->perm, err), err);
}

/* What was forecast from made-up people goes before them, in a transaction of its own: asked again when the rest fails,
 * there is nothing left to take. */
static bool
end_forecasts(struct store *store, const struct showing *in, struct error *err)
{
	enum council_kind kind;
	Str council = in->place->slug;
	if (!store_begin_for(store, council, err))
		return false;
	if (council_kind_in(store, council, &kind, in->perm, err) && (kind != COUNCIL_MADE_UP ||
	    store_forecasts_end_own(store, council, in->wish->now, in->wish->actor, *in->perm, err)))
		return store_commit(store, err);
	store_rollback(store);
	return false;
}

static bool
put(struct store *store, void *what, struct error *err)
{
	struct showing *in = what;
	const struct demonstration *wish = in->wish;
	int64_t seq;
	if (!council_kind_in(store, in->place->slug, &in->kind, in->perm, err) || !may_go_on(in, err))
		return false;
	if (in->kind == COUNCIL_MADE_UP && (!end_forecasts(store, in, err) || !remove_all(store, in, err)))
		return false;
	for (int i = 0; i < in->demo.changes.count; i++)
		changes_add(&in->changes, in->demo.changes.at[i]);
	struct deed deed = { .authority = in->place->slug, .actor = wish->actor, .at = wish->now,
		.what = wish->remove ? S("demonstration-end") : S("demonstration"),
		.object = str_format(in->perm, "demonstration of %.*s, seed %llu", STR_ARG(in->place->slug),
		                     (unsigned long long)wish->seed) };
	in->stored = store_do(store, &deed, &in->changes, still_so, in, &seq, in->perm, err);
	return in->stored == STORED && put_personas(store, in, err) && (wish->remove || put_messages(store, in, err));
}

/* ---- the answer -------------------------------------------------------------------------------- */

static const struct column remainder_columns[] = {
	{ .name = STR("year"), .title = STR("Year"), .number = true },
	{ .name = STR("measure"), .title = STR("Measure") },
	{ .name = STR("published"), .title = STR("Published"), .number = true },
	{ .name = STR("made"), .title = STR("Made"), .number = true },
	{ .name = STR("why"), .title = STR("Why") },
};
enum { REMAINDER_COLUMNS = (int)countof(remainder_columns) };

static const struct table *
remainder_table(const struct demo *demo, struct arena *perm)
{
	struct rows_made rows = { 0 };
	for (int i = 0; i < demo->remainder_count; i++) {
		const struct demo_remainder *r = &demo->remainders[i];
		const struct measure *m = &measures[r->measure];
		struct cell *cells = rows_push(&rows, REMAINDER_COLUMNS, perm);
		cells[0] = cell_text(year_text(r->year, perm));
		cells[1] = cell_text(m->title);
		cells[2] = cell_figure(r->published, m->places, m->unit);
		cells[3] = cell_figure(r->made, m->places, m->unit);
		cells[4] = cell_text(str_capital(r->why, perm));
	}
	return table_of(S("remainders"), S("Published counts that these people do not give"),
	                remainder_columns, REMAINDER_COLUMNS, rows, perm);
}

static int
records_of_type(const struct demo *demo, enum type_id type)
{
	int count = 0;
	for (int i = 0; i < demo->changes.count; i++) {
		const struct change *change = &demo->changes.at[i];
		bool again = i > 0 && change[-1].type == change->type
			&& str_equal(change[-1].after.ref, change->after.ref);
		count += change->type == &record_types[type] && !again;
	}
	return count;
}

static Str
number(int64_t whole, struct arena *perm)
{
	return figure_text(figure_whole(whole), 0, perm);
}

static struct answer
shown(const struct showing *in)
{
	struct arena *perm = in->perm;
	const struct demo *demo = &in->demo;
	Str name = in->place->name;
	struct answer answer = answer_of(DONE, document_new(perm, str_format(perm,
		in->wish->dry_run ? "A demonstration of %.*s can be made" : "%.*s has a demonstration now",
		STR_ARG(name))));
	struct pair pairs[] = {
		{ .key = S("Years"), .value = str_format(perm, "%d to %d", demo->first_year, demo->last_year) },
		{ .key = S("Seed"), .value = number((int64_t)in->wish->seed, perm) },
		{ .key = S("People"), .value = number(records_of_type(demo, TYPE_PERSON), perm) },
		{ .key = S("Posts"), .value = number(records_of_type(demo, TYPE_POST), perm) },
		{ .key = S("Rows"), .value = number(demo->changes.count, perm) },
		{ .key = S("Published counts met"), .value = str_format(perm, "%d of %d",
			demo->counts - demo->remainder_count, demo->counts) },
	};
	document_paragraph(&answer.document, S("Nobody in it is anybody. Its counts are those published, "
		"but for the ones listed."));
	document_summary(&answer.document, pairs, (int)countof(pairs));
	answer.document.data = remainder_table(demo, perm);
	if (demo->remainder_count > 0)
		document_table(&answer.document, answer.document.data);
	return answer;
}

static struct answer
not_done(const struct showing *in, const struct error *err)
{
	bool refused = in->kind == COUNCIL_REAL || in->wish->remove || in->kind == COUNCIL_MADE_UP;
	return answer_words(in->stored == CHANGED_SINCE ? CHANGED : refused ? REFUSED : FAILED,
		in->wish->remove ? S("Nothing was taken out") : S("No demonstration was made"),
		str_copy(str_of(err->text), in->perm), in->perm);
}

struct answer
demonstrate(const struct world *world, const struct demonstration *wish, struct arena *perm)
{
	struct asked asked;
	struct answer why;
	struct error err = { "" };
	struct ask ask = { .area = wish->area };
	struct showing in = { .world = world, .wish = wish, .perm = perm, .stored = NOT_STORED };
	if (!ask_settle(world, &ask, NEEDS_AREA, &asked, &why, perm))
		return why;
	in.place = asked.place;
	in.demo.changes = in.changes = changes_new(perm);
	if (!wish->remove && !demo_make(&in.demo, &world->published,
	                                (struct demo_wish){ .area = asked.area, .seed = wish->seed }, perm, &err))
		return answer_words(WRONG, S("No demonstration was made"), str_copy(str_of(err.text), perm), perm);
	if (!wish->dry_run && world->store_path.len == 0)
		return answer_words(WRONG, S("No demonstration was made"), S("There is no store to keep it in."),
		                    perm);
	if (!wish->dry_run && !stored(world, put, &in, perm, &err))
		return not_done(&in, &err);
	if (!wish->remove)
		return shown(&in);
	return answer_words(DONE, str_format(perm, "%.*s has no demonstration any more",
		STR_ARG(in.place->name)), S("What it was stays in the history of changes. Forecasts that "
		"were kept from its people went with it."), perm);
}
