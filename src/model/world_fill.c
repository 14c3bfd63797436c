/* world_fill.c: when a vacant post will be filled, and at which grade.
 *
 * A month's word of a place is made of a byte, of which a block of words has sixteen months, and of 24 bits more, which are
 * asked for only when the byte does not decide.
 */
#include "model/wide.h"
#include "model/world_due.h"

#include <string.h>

enum { FINE_DRAWS = 64, CLOSE = -1 };

static uint32_t
word_of(const struct world *w, int at, int month, uint32_t byte)
{
	uint32_t draw = FINE_DRAWS + (uint32_t)month / 4;
	struct words fine = words_at(w->seed, place_address(w->calendar, w->leaf, at), which_of(w->p->whom, draw), w->replication,
	                             STREAM_HIRES);
	return byte << 24 | fine.at[month % 4] >> 8;
}

static struct words
block_of(const struct world *w, int at, int block)
{
	return words_at(w->seed, place_address(w->calendar, w->leaf, at), which_of(w->p->whom, (uint32_t)block), w->replication,
	                STREAM_HIRES);
}

/* Whether the month's word is below `cut`. */
static bool
word_below(const struct world *w, int at, int month, uint32_t byte, Chance cut)
{
	return byte < cut >> 24 || (byte == cut >> 24 && word_of(w, at, month, byte) < cut);
}

/* Bytes below that of a cut and above that of the one before have its grade; those of a cut itself are CLOSE. */
static void
cuts_set(const struct prospect *p, Chance fill, struct cuts *cuts)
{
	Chance upto = 0;
	uint32_t from = 0;
	memset(cuts->grade, CLOSE, sizeof cuts->grade);
	for (int g = 0; g < p->grades; g++) {
		upto += p->entry[g];
		cuts->at[g] = g < p->grades - 1 ? fill * (upto >> 1) >> 31 : fill;
		uint32_t byte = (uint32_t)(cuts->at[g] >> 24);
		if (byte > from)
			memset(cuts->grade + from, g, byte - from);
		from = byte >= from ? byte + 1 : from;
	}
	cuts->of = fill;
}

/* The grade that joins: how many cuts the word is not below; CLOSE where it is not filled. */
static int
grade_closely(const struct world *w, int at, int month, uint32_t byte, const struct cuts *cuts)
{
	int grade = 0;
	if (!word_below(w, at, month, byte, cuts->of))
		return CLOSE;
	while (grade < w->p->grades - 1 && !word_below(w, at, month, byte, cuts->at[grade]))
		grade++;
	return grade;
}

static bool
fills_in(struct world *w, int at, int month, uint32_t byte)
{
	struct cuts *cuts = &w->cuts[(uint32_t)(month - 1) / 12];
	if (w->fill[month] != cuts->of)
		cuts_set(w->p, w->fill[month], cuts);
	int grade = cuts->grade[byte];
	if (grade == CLOSE && (grade = grade_closely(w, at, month, byte, cuts)) == CLOSE)
		return false;
	w->places[at].next_grade = (int8_t)grade;
	due_put(w, at, DUE_HIRES, month);
	return true;
}

/* Two blocks of words that follow each other: `far` may be NULL. */
struct blocks { const struct words *near, *far; };

/* Of the months from `first` on, as bits: those whose byte is not above that of the chance. */
static inline uint32_t
hits_of(const struct world *w, struct blocks blocks, int first)
{
	uint32_t hits = bytes_upto(blocks.near, w->fill_bytes + first);
	return blocks.far ? hits | bytes_upto(blocks.far, w->fill_bytes + first + BLOCK_MONTHS) << BLOCK_MONTHS : hits;
}

/* Whether it is known now when it is filled: or not before the end. */
static inline bool
told(struct world *w, int at, struct blocks blocks, int first, uint32_t hits)
{
	int start = w->places[at].start;
	for (; hits; hits &= hits - 1) {
		uint32_t i = (uint32_t)__builtin_ctz(hits), within = i % BLOCK_MONTHS;
		int m = first + (int)i;
		if (m > w->p->months)
			return true;
		const struct words *words = i < BLOCK_MONTHS ? blocks.near : blocks.far;
		if (m - 1 - start >= w->lead[m] && fills_in(w, at, m, words->at[within / 4] >> within % 4 * 8 & 255))
			return true;
	}
	return false;
}

/* The first month from `from` on in which it has been vacant for long enough and its word is below the chance. The blocks
 * begin with that of `from`. Months whose byte is above that of the chance are passed over, as many as are known together. */
static inline void
schedule(struct world *w, int at, int from, struct blocks blocks)
{
	int first = from & -BLOCK_MONTHS;
	if (told(w, at, blocks, first, hits_of(w, blocks, first) & ~UINT32_C(0) << ((uint32_t)from % BLOCK_MONTHS)))
		return;
	for (first += blocks.far ? 2 * BLOCK_MONTHS : BLOCK_MONTHS; first <= w->p->months; first += BLOCK_MONTHS) {
		struct words more = block_of(w, at, first / BLOCK_MONTHS);
		struct blocks alone = { &more, NULL };
		if (told(w, at, alone, first, hits_of(w, alone, first)))
			return;
	}
}

/* It learns its month with those vacated since. */
void
place_wait_on(struct world *w, int at)
{
	due_drop(w, at);
	w->pending[w->pending_count++] = at;
}

/* Those that are still vacant: cohorts and people over establishment may have come since. */
static int
pending_left(struct world *w)
{
	int count = 0;
	if (!w->sets)
		return w->pending_count;
	for (int i = 0; i < w->pending_count; i++)
		if (w->places[w->pending[i]].grade == VACANT)
			w->pending[count++] = w->pending[i];
	return count;
}

/* Asks for the block of `from` for each, and behind them for the next too where there is room beside the first: several come
 * at the price of one. How many more. */
static int
blocks_ask(struct world *w, int count, int from)
{
	uint32_t which = which_of(w->p->whom, (uint32_t)(from / BLOCK_MONTHS));
	int more = count <= ASKED_MORE && (from / BLOCK_MONTHS + 1) * BLOCK_MONTHS <= w->p->months ? count : 0;
	for (int i = 0; i < count; i++) {
		w->asked_address[i] = place_address(w->calendar, w->leaf, w->pending[i]);
		w->asked_which[i] = which;
	}
	if (more)
		for (int i = 0; i < ASKED_MORE; i++) {           /* always so many, which a processor can foresee */
			w->asked_address[count + i] = w->asked_address[i];
			w->asked_which[count + i] = which + 1;
		}
	words_list_beyond(w->seed, (struct addresses){ w->asked_address, w->asked_which }, w->replication, STREAM_HIRES,
	                  w->asked_words, count + more);
	return more;
}

void
vacancies_told(struct world *w, int from)
{
	int count = from <= w->p->months ? pending_left(w) : 0;
	w->pending_count = 0;
	if (count == 0)
		return;
	const struct words *words = w->asked_words;
	int more = blocks_ask(w, count, from);
	for (int i = 0; i < count; i++)
		schedule(w, w->pending[i], from, (struct blocks){ words + i, more ? words + count + i : NULL });
}
