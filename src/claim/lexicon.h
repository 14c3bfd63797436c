/* lexicon.h: every phrase of every table, measure and place, found by its first letter. */
#ifndef CLAIM_LEXICON_H
#define CLAIM_LEXICON_H

#include "claim/tables.h"

struct phrase {
	Str  text;
	enum mark_kind kind;
	int  code;                   /* a row's code, a factor's row, an area, an own measure or -1 */
	uint32_t measures;
	bool needs_capital;          /* a place whose name is also a word */
};

/* The phrases that begin with one letter are at[from[letter]] up to at[from[letter + 1]]. */
struct lexicon {
	struct phrase *at;
	int            count;
	int            from[257];
};

struct lexicon lexicon_of(const struct published *p, const struct own_series *own,
                          struct arena *perm);

/* How many tokens from `at` on are this phrase; 0 when they are not. The last word may have an s. */
int phrase_length(const struct tokens *tokens, int at, Str phrase);

char small_letter(char c);

#endif
