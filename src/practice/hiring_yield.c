/* hiring_yield.c: counts of who came how far, and of whom for which money. */
#include "practice/hiring_yield.h"

#include <assert.h>

/* ---- funnels ------------------------------------------------------------------------------------ */

static const struct { enum application_stage stage; Str words; } milestones[MILESTONES] = {
	[APPLIED] = { AT_RECEIVED, STR("Applied") }, [SHORTLISTED] = { AT_SHORTLISTED, STR("Shortlisted") },
	[ASSESSED] = { AT_ASSESSED, STR("Assessed") }, [CHOSEN] = { AT_CHOSEN, STR("Chosen") },
	[OFFERED] = { AT_OFFERED, STR("Offered") }, [ACCEPTED] = { AT_CHECKING, STR("Accepted") },
	[STARTED] = { AT_STARTED, STR("Started") },
};

Str
milestone_words(enum milestone milestone)
{
	return milestones[milestone].words;
}

void
funnel_read(struct funnel *funnel, const struct recruitment *all, struct chosen chosen)
{
	*funnel = (struct funnel){ 0 };
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		if (chosen.keep && !chosen.keep(a, chosen.context))
			continue;
		for (int m = 0; m < MILESTONES; m++)
			if (application_reached(a, milestones[m].stage)) {
				funnel->of[m]++;
				funnel->by[a->band][m]++;
			}
	}
}

/* ---- hires -------------------------------------------------------------------------------------- */

/* Whether a round is among those seen; marks it. Rounds are told apart by their records. */
static bool
seen_before(const struct record **seen, int *count, const struct record *round)
{
	for (int i = 0; i < *count; i++)
		if (seen[i] == round)
			return true;
	seen[(*count)++] = round;
	return false;
}

struct hires
hires_of(const struct recruitment *all, struct period when, struct arena *perm)
{
	struct hires hires = { 0 };
	int rounds = 0;
	const struct record **seen = new(perm, all->application_count + 1, const struct record *);
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		Date started = a->came[AT_STARTED];
		if (started.day == 0 || started.day < when.first.day || started.day > when.last.day)
			continue;
		hires.count++;
		hires.by[a->band]++;
		if (!a->round || seen_before(seen, &rounds, a->round))
			continue;
		bool open = said_day(TYPE_ROUND, a->round, "closes_on").day == 0;
		hires.open_adverts += open;
		hires.rounds += !open;
	}
	return hires;
}

int
share_of(int part, int whole)
{
	assert(whole > 0 && part >= 0);
	return (int)((20000 * (int64_t)part + whole) / (2 * (int64_t)whole));
}

/* ---- campaigns ---------------------------------------------------------------------------------- */

enum { DAYS_OF_YEAR = 365 };

struct gathering {
	const struct recruitment *all;
	struct campaign *campaign;
	struct yield *lines;                 /* and one more, for what fits none */
	int count;                           /* of lines, without it */
};

static bool
in_post_on(const struct roster *r, int person, Date day)
{
	for (int i = r->person_spells_begin[person]; i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], day);
		if (row && row->post != NOT_THERE && basis_holds(row->basis))
			return true;
	}
	return false;
}

static void
add_year_on(struct yield *yield, const struct recruitment *all, const struct application *a)
{
	Date year_on = { a->came[AT_STARTED].day + DAYS_OF_YEAR };
	int person = a->spell == NOT_THERE ? NOT_THERE : spell_last(all->roster, a->spell)->person;
	if (year_on.day > all->day.day)
		yield->too_early++;
	else if (person != NOT_THERE && in_post_on(all->roster, person, year_on))
		yield->here++;
	else
		yield->gone++;
}

static void
add_to(struct yield *yield, const struct recruitment *all, const struct application *a)
{
	yield->applied++;
	yield->shortlisted += application_reached(a, AT_SHORTLISTED);
	yield->appointed += application_reached(a, AT_CHECKING);
	yield->started += application_hired(a);
	if (application_hired(a))
		add_year_on(yield, all, a);
}

/* Whether a line ran on a day. */
static bool
ran_on(const struct record *line, Date day)
{
	Date first = said_day(TYPE_CAMPAIGN_LINE, line, "starts_on"), last = said_day(TYPE_CAMPAIGN_LINE, line, "ends_on");
	return first.day <= day.day && (last.day == 0 || day.day <= last.day);
}

/* The line an application belongs to; `count` where it fits none, or two. */
static int
line_for(const struct gathering *g, const struct application *a)
{
	Str named = said_text(TYPE_APPLICATION, a->record, "line");
	int fits = g->count, found = 0;
	for (int i = 0; i < g->count; i++) {
		if (named.len ? str_equal(g->lines[i].line->ref, named)
		              : g->lines[i].channel == a->channel && a->channel != NOT_THERE && ran_on(g->lines[i].line, a->received)) {
			fits = i;
			found++;
		}
	}
	return found == 1 ? fits : g->count;
}

/* An application is a campaign's by its line, or else by its round. */
static bool
is_of(const struct gathering *g, const struct application *a)
{
	Str named = said_text(TYPE_APPLICATION, a->record, "line");
	return named.len ? line_for(g, a) < g->count
	                 : str_equal(said_text(TYPE_ROUND, a->round, "campaign"), g->campaign->record->ref);
}

static void
read_lines(struct gathering *g, const struct records *lines, struct arena *perm)
{
	g->lines = new(perm, lines->count + 1, struct yield);
	for (int i = 0; i < lines->count; i++) {
		const struct record *line = &lines->at[i];
		if (!str_equal(said_text(TYPE_CAMPAIGN_LINE, line, "campaign"), g->campaign->record->ref))
			continue;
		struct yield *yield = &g->lines[g->count++];
		struct parsed_decimal spend = parse_decimal(said_text(TYPE_CAMPAIGN_LINE, line, "spend"), 2, false);
		Str theme = said_text(TYPE_CAMPAIGN_LINE, line, "theme"), channel = said_text(TYPE_CAMPAIGN_LINE, line, "channel");
		*yield = (struct yield){ .line = line, .channel = NOT_THERE, .spend = spend.ok ? spend.micro / 10000 : 0,
			.theme = theme.len ? theme : said_text(TYPE_CAMPAIGN, g->campaign->record, "theme") };
		for (int c = 0; c < CHANNELS; c++)
			if (str_equal(channels[c].code, channel))
				yield->channel = c;
	}
	g->lines[g->count] = (struct yield){ .channel = NOT_THERE,
		.theme = said_text(TYPE_CAMPAIGN, g->campaign->record, "theme") };
}

/* ---- what it was for ----------------------------------------------------------------------------- */

static int
band_of(Str code)
{
	for (int b = 0; b < BANDS; b++)
		if (str_equal(bands[b].code, code))
			return b;
	return NOT_THERE;
}

static struct aim
aim_of(const struct recruitment *all, const struct record *campaign)
{
	Date first = said_day(TYPE_CAMPAIGN, campaign, "starts_on"), last = said_day(TYPE_CAMPAIGN, campaign, "ends_on");
	if (last.day == 0 || last.day > all->day.day)
		last = all->day;
	struct aim aim = { .band = band_of(said_text(TYPE_CAMPAIGN, campaign, "band")), .days = last.day - first.day + 1 };
	for (int i = 0; i < all->application_count && aim.days > 0; i++) {
		const struct application *a = &all->applications[i];
		bool during = a->received.day >= first.day && a->received.day <= last.day;
		bool before = a->received.day < first.day && a->received.day >= first.day - aim.days;
		aim.during += during;
		aim.before += before;
		aim.of_band_during += during && (int)a->band == aim.band;
		aim.of_band_before += before && (int)a->band == aim.band;
	}
	aim.misses = aim.band != NOT_THERE && aim.during > aim.before && aim.of_band_during <= aim.of_band_before;
	return aim;
}

int64_t
cost_each(const struct yield *yield, int count)
{
	return count == 0 || yield->spend == 0 ? NO_SUM : (2 * yield->spend + count) / (2 * (int64_t)count);
}

bool
campaign_read(struct campaign *campaign, const struct recruitment *all, Str ref, struct arena *perm)
{
	const struct records *of = all->roster->council->of;
	struct gathering g = { .all = all, .campaign = campaign };
	int first;
	if (records_of(&of[TYPE_CAMPAIGN], ref, &first) == 0)
		return false;
	*campaign = (struct campaign){ .record = &of[TYPE_CAMPAIGN].at[first], .all = { .channel = NOT_THERE } };
	read_lines(&g, &of[TYPE_CAMPAIGN_LINE], perm);
	for (int i = 0; i < all->application_count; i++) {
		const struct application *a = &all->applications[i];
		if (!is_of(&g, a))
			continue;
		add_to(&g.lines[line_for(&g, a)], all, a);
		add_to(&campaign->all, all, a);
	}
	for (int i = 0; i < g.count; i++)
		campaign->all.spend += g.lines[i].spend;
	campaign->lines = g.lines;
	campaign->line_count = g.count + (g.lines[g.count].applied > 0);
	campaign->aim = aim_of(all, campaign->record);
	Date ends = said_day(TYPE_CAMPAIGN, campaign->record, "ends_on"), closed = said_day(TYPE_CAMPAIGN, campaign->record, "closed_on");
	campaign->open = ends.day == 0;
	campaign->ended = (ends.day && ends.day < all->day.day) || (closed.day && closed.day <= all->day.day);
	campaign->reviewed = closed.day && closed.day <= all->day.day;
	return true;
}
