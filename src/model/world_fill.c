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

/* The first month from `from` on in which it has been vacant for long enough and its word is below the chance. `words` are
 * the `known` blocks from that of `from` on. Months whose byte is above that of the chance are passed over sixteen at a time. */
static void
schedule(struct world *w, int at, int from, const struct words *words, int known)
{
	struct words more;
	int start = w->places[at].start, months = w->p->months;
	uint32_t wanted = ~UINT32_C(0) << ((uint32_t)from % BLOCK_MONTHS);
	for (int first = from & -BLOCK_MONTHS; first <= months; first += BLOCK_MONTHS, known--, words++) {
		if (known <= 0) {
			more = block_of(w, at, first / BLOCK_MONTHS);
			words = &more;
		}
		uint32_t hits = bytes_upto(words, w->fill_bytes + first) & wanted;
		for (wanted = ~UINT32_C(0); hits; hits &= hits - 1) {
			uint32_t i = (uint32_t)__builtin_ctz(hits);
			int m = first + (int)i;
			if (m > months)
				return;
			if (m - 1 - start >= w->lead[m] && fills_in(w, at, m, words->at[i / 4] >> i % 4 * 8 & 255))
				return;
		}
	}
}

/* It learns its month with those vacated since. */
void
place_wait_on(struct world *w, int at)
{
	due_drop(w, at);
	w->pending[w->pending_count++] = at;
}

/* The next block too is asked for where there is room beside the first: several come at the price of one. */
static int
blocks_asked(const struct world *w, int count, int from)
{
	return count <= ASKED_MORE && (from / BLOCK_MONTHS + 1) * BLOCK_MONTHS <= w->p->months ? 2 : 1;
}

void
vacancies_told(struct world *w, int from)
{
	int count = 0, asked = 0;
	for (int i = 0; i < w->pending_count && from <= w->p->months; i++)
		if (w->places[w->pending[i]].grade == VACANT)
			w->pending[count++] = w->pending[i];
	w->pending_count = 0;
	int blocks = blocks_asked(w, count, from);
	for (int i = 0; i < count; i++)
		for (int b = 0; b < blocks; b++) {
			w->asked_address[asked] = place_address(w->calendar, w->leaf, w->pending[i]);
			w->asked_which[asked++] = which_of(w->p->whom, (uint32_t)(from / BLOCK_MONTHS + b));
		}
	words_list_beyond(w->seed, (struct addresses){ w->asked_address, w->asked_which }, w->replication, STREAM_HIRES, w->asked_words,
	           asked);
	for (int i = 0; i < count; i++)
		schedule(w, w->pending[i], from, &w->asked_words[i * blocks], blocks);
}
