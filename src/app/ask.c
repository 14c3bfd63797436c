/* ask.c: settling what was asked, with the nearest names for a miss. */
#include "app/views.h"

static Str
link_to(const char *format, Str slug, struct arena *perm)
{
	return str_format(perm, format, STR_ARG(slug));
}

Str
ask_sent(const struct ask *ask, Str name)
{
	return ask->sent ? sents_find(ask->sent, name) : (Str){ 0 };
}

struct answer
answer_of(enum outcome outcome, struct document document)
{
	return (struct answer){ .outcome = outcome, .document = document };
}

struct answer
answer_words(enum outcome outcome, Str title, Str words, struct arena *perm)
{
	struct answer answer = { .outcome = outcome, .document = document_new(perm, title) };
	document_paragraph(&answer.document, words);
	return answer;
}

struct answer
answer_ended(const struct area *place, struct arena *perm)
{
	struct answer answer = answer_words(UNKNOWN, S("This council has no figures of its own any more"), str_format(perm,
		"The last figures of %.*s are of %d: it ended, or is counted with another since. Choose a council of today, or a "
		"day by then.", STR_ARG(place->name), place->last_year), perm);
	answer.document.caption = place->name;
	return answer;
}

struct answer
answer_failed(Str title, const struct error *err, struct arena *perm)
{
	return answer_words(FAILED, title, str_copy(str_of(err->text), perm), perm);
}

/* A list of links under "Did you mean". */
static void
add_nearest(struct document *doc, const struct run *runs, int count)
{
	if (count == 0)
		return;
	document_paragraph(doc, S("Did you mean:"));
	document_runs(doc, BLOCK_LIST, runs, count);
}

static struct answer
unknown_area(const struct world *world, Str text, struct arena *perm)
{
	enum { NEAREST = 5 };
	const struct areas *areas = &world->published.areas;
	int found[NEAREST];
	int count = area_search(areas, text, found, NEAREST);
	if (count == 0)
		count = area_nearest(areas, text, found, NEAREST);
	Str words = text.len
		? str_format(perm, "No council, region or country is called \"%.*s\".", STR_ARG(text))
		: S("Say which council, region or country: its name, its code or part of its name.");
	struct answer answer = answer_words(text.len ? UNKNOWN : WRONG, S("Council not found"), words, perm);
	struct run *runs = new(perm, NEAREST, struct run);
	for (int i = 0; i < count; i++)
		runs[i] = (struct run){
			.text = areas->at[found[i]].name,
			.href = link_to("/authorities/%.*s/scorecard", areas->at[found[i]].slug, perm),
		};
	add_nearest(&answer.document, runs, count);
	return answer;
}

static struct answer
unknown_measure(Str text, struct arena *perm)
{
	enum { NEAREST = 5 };
	enum measure_id found[NEAREST];
	int count = measure_nearest(text, found, NEAREST);
	Str words = text.len
		? str_format(perm, "No measure is called \"%.*s\".", STR_ARG(text))
		: S("Say which measure, such as turnover_rate_fte.");
	struct answer answer = answer_words(text.len ? UNKNOWN : WRONG, S("Measure not found"), words, perm);
	struct run *runs = new(perm, NEAREST, struct run);
	for (int i = 0; i < count; i++)
		runs[i] = (struct run){
			.text = measures[found[i]].name,
			.href = link_to("/figures/%.*s", measures[found[i]].name, perm),
		};
	add_nearest(&answer.document, runs, count);
	return answer;
}

static bool
settle_area(struct asked *asked, const struct ask *ask, struct answer *why, struct arena *perm)
{
	asked->area = area_named(&asked->p->areas, ask->area);
	if (asked->area == NO_AREA) {
		*why = unknown_area(asked->world, ask->area, perm);
		return false;
	}
	asked->place = &asked->p->areas.at[asked->area];
	return true;
}

static bool
settle_year(struct asked *asked, const struct ask *ask, struct answer *why, struct arena *perm)
{
	if (ask->year.len == 0)
		return true;
	struct parsed_decimal year = parse_decimal(ask->year, 0, false);
	int first = asked->p->first_year, last = asked->p->last_year;
	asked->year = year.ok && year.micro <= (int64_t)9999 * MICRO ? (int)(year.micro / MICRO) : 0;
	if (asked->year >= first && asked->year <= last)
		return true;
	Str words = str_format(perm, "There are no figures for the year \"%.*s\": they run from %d to %d. A "
	                       "year is the census year that ends on 30 September.",
	                       STR_ARG(ask->year), first, last);
	*why = answer_words(year.ok ? UNKNOWN : WRONG, S("Year not found"), words, perm);
	return false;
}

/* One of two words, the first by default. */
static bool
settle_choice(Str given, const Str choices[2], bool *second, struct answer *why, struct arena *perm)
{
	*second = str_equal_fold(given, choices[1]);
	if (given.len == 0 || *second || str_equal_fold(given, choices[0]))
		return true;
	Str words = str_format(perm, "\"%.*s\" is neither %.*s nor %.*s.", STR_ARG(given),
	                       STR_ARG(choices[0]), STR_ARG(choices[1]));
	*why = answer_words(WRONG, S("Choice not known"), words, perm);
	return false;
}

bool
ask_settle(const struct world *world, const struct ask *ask, int needs, struct asked *asked,
           struct answer *why, struct arena *perm)
{
	static const Str averages[2] = { STR("median"), STR("mean") };
	static const Str bases[2] = { STR("fte"), STR("headcount") };
	bool mean = false;

	*asked = (struct asked){ .world = world, .p = &world->published,
	                         .area = NO_AREA, .measure = NO_MEASURE };
	if ((needs & NEEDS_AREA || ask->area.len) && !settle_area(asked, ask, why, perm))
		return false;
	if (needs & NEEDS_MEASURE) {
		asked->measure = measure_find(ask->measure);
		if (asked->measure == NO_MEASURE) {
			*why = unknown_measure(ask->measure, perm);
			return false;
		}
		asked->row = &measures[asked->measure];
	}
	if (!settle_year(asked, ask, why, perm)
	    || !settle_choice(ask->average, averages, &mean, why, perm)
	    || !settle_choice(ask->basis, bases, &asked->headcount, why, perm))
		return false;
	asked->average = mean ? MEAN : MEDIAN;
	return true;
}
