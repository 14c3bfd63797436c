/* player.c: what the page's script calls. */
#include "player/player.h"

#include <math.h>
#include <string.h>

#include "model/lever.h"
#include "model/moments.h"
#include "model/simulate.h"

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(name)))
#else
#define EXPORT(name)
#endif

enum { QUANTILES = 7, ROW = 1 + QUANTILES, GAP_ROW = 4, PREVIEW_ROW = 8, FACTS = 5, HASH_LETTERS = 16,
       KEPT = 4 << 20, PULLED = 8 << 20, COUNT_MOST = 100000 };
static const int per_mille[QUANTILES] = { 50, 100, 250, 500, 750, 900, 950 };
static const int gap_per_mille[GAP_ROW - 1] = { 50, 500, 950 };

/* Candidates of one seed and its replications; what comes after them in the arena is a run's. */
struct kept {
	struct arena arena, after;
	ptrdiff_t size;
	struct calendar *calendar;
	uint64_t seed;
	int first, count, room;
};

static Str parts[PLAYER_PARTS];
static struct error words;
static struct prospect *base, *other;
static struct arena pulled;          /* the scenario's, made anew each time */
static struct kept kept;
static double *tables[PLAYER_TABLES];
static int lengths[PLAYER_TABLES];
static char hashes[2][HASH_LETTERS + 1];

EXPORT("player_room") char *
player_room(int part, int length)
{
	if (part < 0 || part >= PLAYER_PARTS || length < 0)
		return NULL;
	if (parts[part].len < length || parts[part].at == NULL) {
		struct arena arena = arena_reserve((ptrdiff_t)length + 1);
		parts[part].at = arena.next;
	}
	parts[part].len = parts[part].at ? length : 0;
	return (char *)parts[part].at;
}

EXPORT("player_words") const char *
player_words(void)
{
	return words.text;
}

EXPORT("player_words_length") int
player_words_length(void)
{
	return (int)strlen(words.text);
}

/* ---- prospect and levers ------------------------------------------------------------------------ */

static int
table_size(int table, int months)
{
	static const int rows[PLAYER_TABLES] = { [TABLE_BASE] = TALLY_LINES * ROW, [TABLE_OTHER] = TALLY_LINES * ROW,
		[TABLE_GAP] = TALLY_LINES * GAP_ROW, [TABLE_BASE_PREVIEW] = PREVIEW_ROW, [TABLE_OTHER_PREVIEW] = PREVIEW_ROW };
	return table == TABLE_FACTS ? FACTS : rows[table] * (months + 1);
}

EXPORT("player_load") int
player_load(void)
{
	words = (struct error){ "" };
	base = other = NULL;
	kept.calendar = NULL;
	struct arena arena = arena_reserve(KEPT + 40 * (ptrdiff_t)parts[PART_PROSPECT].len + SEATS_MOST * (ptrdiff_t)sizeof(struct prospect_seat));
	if (!arena.next) {
		fail(&words, "There is not enough memory.");
		return 0;
	}
	base = prospect_read(parts[PART_PROSPECT], &arena, &words);
	if (!base)
		return 0;
	for (int table = 0; table < PLAYER_TABLES; table++) {
		lengths[table] = table_size(table, base->months);
		tables[table] = new(&arena, lengths[table], double);
	}
	other = base;
	return 1;
}

static bool
levers_read(struct lever *levers, int *count)
{
	for (Str rest = parts[PART_LEVERS]; rest.len > 0; ) {
		Str line = str_trim(str_cut(&rest, '\n'));
		if (line.len == 0)
			continue;
		if (*count == LEVERS_MOST)
			return fail(&words, "A scenario has at most %d levers.", LEVERS_MOST);
		if (!lever_read(line, &levers[(*count)++], &words))
			return false;
	}
	return true;
}

EXPORT("player_pull") int
player_pull(void)
{
	static struct arena all;
	struct lever levers[LEVERS_MOST];
	int count = 0;
	words = (struct error){ "" };
	if (!base) {
		fail(&words, "There is no prospect yet.");
		return 0;
	}
	if (!all.next)
		all = arena_reserve(PULLED + SEATS_MOST * (ptrdiff_t)sizeof(struct prospect_seat));
	pulled = all;
	struct prospect *p = all.next && levers_read(levers, &count) ? lever_pull(base, levers, count, &pulled, &words) : NULL;
	other = p ? p : base;
	return p != NULL;
}

/* ---- the preview ------------------------------------------------------------------------------- */

EXPORT("player_preview") int
player_preview(int which)
{
	static struct arena all;
	const struct prospect *p = which == OF_BASE ? base : other;
	if (!all.next)
		all = arena_reserve(KEPT);
	if (!p || !all.next)
		return 0;
	struct arena scratch = all;
	struct moment *out = new(&scratch, p->months + 1, struct moment);
	moments_of(p, out, scratch);
	double *row = tables[which == OF_BASE ? TABLE_BASE_PREVIEW : TABLE_OTHER_PREVIEW];
	for (int m = 0; m <= p->months; m++, row += PREVIEW_ROW) {
		double values[PREVIEW_ROW] = { out[m].filled, sqrt(out[m].variance > 0 ? out[m].variance : 0), out[m].vacant,
			out[m].over, out[m].agency, out[m].left, out[m].joined, out[m].cost };
		memcpy(row, values, sizeof values);
	}
	return 1;
}

/* ---- the simulation ---------------------------------------------------------------------------- */

static void
tally_show(const struct tally *t, double *row)
{
	for (int line = 0; line < TALLY_LINES; line++)
		for (int m = 0; m <= t->months; m++, row += ROW) {
			row[0] = tally_mean(t, (enum tally_line)line, m);
			for (int q = 0; q < QUANTILES; q++)
				row[1 + q] = tally_quantile(t, (enum tally_line)line, m, per_mille[q]);
		}
}

static void
gap_show(const struct gap_tally *g, double *row)
{
	for (int line = 0; line < TALLY_LINES; line++)
		for (int m = 0; m <= g->months; m++, row += GAP_ROW) {
			row[0] = gap_mean(g, (enum tally_line)line, m);
			for (int q = 0; q < GAP_ROW - 1; q++)
				row[1 + q] = gap_quantile(g, (enum tally_line)line, m, gap_per_mille[q]);
		}
}

static void
facts_show(const struct tally *t, int which)
{
	double *facts = tables[TABLE_FACTS];
	facts[0] = t->months;
	facts[1] = t->replications;
	facts[2] = (double)t->cost_step;
	facts[3 + which] = (double)t->short_ever / t->replications;
	uint64_t hash = tally_hash(t);
	for (int i = HASH_LETTERS - 1; i >= 0; i--, hash >>= 4)
		hashes[which][i] = "0123456789abcdef"[hash & 15];
}

/* What a run of so many may take: candidates, as many as are expected and half as many again, and tallies. */
static double
room_wanted(int count, int room)
{
	double places = base->seat_count + prospect_more(base) + 2.0 * room, rate = chance_value(base->most);
	double candidates = places * (base->months * rate + 1) * count;
	double tallies = 61.0e3 * base->months + 400.0 * (places < 20000 ? places : 20000) * base->months;
	return 32e6 + 16 * candidates + 30.0 * places * base->months + tallies;
}

static bool
keep_calendar(uint64_t seed, int first, int count, int room)
{
	if (kept.calendar && kept.seed == seed && kept.first == first && kept.count == count && kept.room >= room)
		return true;
	double most = room_wanted(count, room);
	if (most > 1.5e9)
		return false;
	ptrdiff_t wants = (ptrdiff_t)most;
	if (kept.size < wants) {
		kept.arena = arena_reserve(wants);
		kept.size = kept.arena.next ? wants : 0;
	}
	if (!kept.arena.next)
		return false;
	kept.after = kept.arena;
	kept.calendar = calendar_new(base, room, seed, first, count, &kept.after);
	kept.seed = seed;
	kept.first = first;
	kept.count = count;
	kept.room = room;
	return true;
}

EXPORT("player_run") int
player_run(int which, uint32_t seed_high, uint32_t seed_low, int first, int count)
{
	words = (struct error){ "" };
	if (!base || count < 1 || count > COUNT_MOST || first < 0) {
		fail(&words, "1 to %d replications can be asked for.", COUNT_MOST);
		return 0;
	}
	int room = lever_room(base, other);
	if (!keep_calendar((uint64_t)seed_high << 32 | seed_low, first, count, room > 0 ? room : 0)) {
		fail(&words, "There is not enough memory.");
		return 0;
	}
	struct arena arena = kept.after;
	struct tally *of_base = which == OF_OTHER ? NULL : tally_new(base, kept.room, &arena);
	struct tally *of_other = which == OF_BASE ? NULL : tally_new(base, kept.room, &arena);
	struct gap_tally *gap = which == OF_BOTH ? gap_new(base, kept.room, &arena) : NULL;
	const struct other beside = { other, of_other, gap };
	if (which == OF_BOTH)
		simulate_beside(base, &beside, 1, kept.calendar, first, count, of_base, arena);
	else
		simulate(which == OF_BASE ? base : other, kept.calendar, first, count, which == OF_BASE ? of_base : of_other, arena);
	struct tally *both[] = { of_base, of_other };
	for (int i = 0; i < 2; i++)
		if (both[i]) {
			tally_show(both[i], tables[TABLE_BASE + i]);
			facts_show(both[i], i);
		}
	if (gap)
		gap_show(gap, tables[TABLE_GAP]);
	return 1;
}

EXPORT("player_table") const double *
player_table(int table)
{
	return table >= 0 && table < PLAYER_TABLES ? tables[table] : NULL;
}

EXPORT("player_table_length") int
player_table_length(int table)
{
	return table >= 0 && table < PLAYER_TABLES && tables[table] ? lengths[table] : 0;
}

EXPORT("player_hash") const char *
player_hash(int which)
{
	return hashes[which == OF_OTHER];
}
