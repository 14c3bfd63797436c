/* words.h: the words a sentence about the workforce is made of, as rows.
 *
 * A sentence becomes tokens (words, numbers, signs), and tokens become marks: the longest phrase
 * of the tables that begins at a token wins. Every synonym is a row of words.c, so that a word
 * people use and the checker does not know is added there and nowhere else.
 */
#ifndef CLAIM_WORDS_H
#define CLAIM_WORDS_H

#include "claim/claim.h"

/* The longest text that is read. A paragraph of a committee report is under 1,000 bytes; more than
 * this is a document, and should be checked a sentence at a time. */
enum { SENTENCE_MOST = 2000, TOKENS_MOST = 600 };

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_ORDINAL, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	Str  text;                   /* as matched: small letters, straight apostrophes */
	Str  seen;                   /* as written: a view into the sentence */
	bool capital;                /* written with a capital first letter */
	struct parsed_decimal number;
};

struct tokens {
	struct token *at;
	int           count;
	bool          too_many;
};

struct tokens tokens_of(Str sentence, struct arena *perm);

enum mark_kind {
	MARK_WORD,                   /* no row: unread */
	MARK_FILLER,                 /* a word that changes nothing */
	MARK_LITTLE,                 /* to, from, by, ...: says what the next number is */
	MARK_MEASURE,
	MARK_NUMBER,
	MARK_YEAR,
	MARK_SPAN,                   /* a number of years: "in the last five years" */
	MARK_MOVE,                   /* rose, fell, stayed */
	MARK_FACTOR,                 /* halved, doubled, a third */
	MARK_SIDE,                   /* above, below, the same as */
	MARK_IS,                     /* is, was, stood */
	MARK_EXTREME,                /* highest, lowest, best, worst */
	MARK_ALL_YEARS,              /* on record, ever */
	MARK_LAST_YEAR,
	MARK_COMPARATOR,             /* England, the region, neighbours */
	MARK_AREA,                   /* a named place */
	MARK_BASIS,
	MARK_ABOUT,                  /* about, nearly, over: how close a number is meant to be */
	MARK_AVERAGE,                /* median, mean */
	MARK_JOINT,
	MARK_OPEN, MARK_CLOSE, MARK_COMMA,
	MARK_BREAK,                  /* a full stop, a semicolon, "while": a new part begins */
	MARK_REFUSED,                /* a word that makes a claim of another kind; code: enum refused */
};

enum little { NO_LITTLE, TO, FROM, BY, IN, OF, AT, ON, SINCE, BETWEEN, AND, THAN, WITH, FOR };
enum way { DOWN = -1, LEVEL_WAY = 0, UP = 1, BETTER_WAY = 2, WORSE_WAY = 3 };
enum about { EXACTLY, ABOUT, NEARLY, JUST_OVER, OVER, UNDER, AT_LEAST, AT_MOST };
enum refused { A_DENIAL, A_HOPE, A_QUESTION, A_SCOPE, A_VAGUE_COMPARATOR, A_WORD_NUMBER,
               EVERY_YEAR };
enum basis { BASIS_UNSAID, BASIS_FTE, BASIS_HEADCOUNT };
enum who { SELF, THE_COUNTRY, THE_REGION, THE_NEIGHBOURS, A_PLACE };

/* How a number is written. Points and per cent are kept apart from the first. */
enum written {
	WRITTEN_BARE, WRITTEN_PERCENT, WRITTEN_POINTS, WRITTEN_FTE, WRITTEN_PEOPLE, WRITTEN_CASES,
	WRITTEN_CASES_EACH, WRITTEN_DAYS, WRITTEN_DAYS_EACH, WRITTEN_POUNDS,
};

/* "Halved": the later figure over the earlier, in thousandths, and how far from it still holds. */
struct factor {
	Str  phrase;
	int  ratio;                  /* thousandths of the earlier figure that are left or reached */
	int  part;                   /* for "a third": thousandths of the change; 0 for verbs */
	int  least, most;            /* thousandths that bear the bare word */
	int  nearly_least, nearly_most;
};
extern const struct factor factors[];
extern const int factor_count;

struct when { int year, month; };        /* month 0: a census year */

struct mark {
	enum mark_kind kind;
	int   first, last;           /* tokens, both included */
	int   code;                  /* the enum that goes with the kind; a factor's row; a span's years */
	uint32_t measures;           /* MARK_MEASURE: bit 1 << id for each that the words may mean */
	int   own;                   /* MARK_MEASURE: an own measure of this name, or -1 */
	int   area;                  /* MARK_AREA */
	struct when when;            /* MARK_YEAR */
	bool  two_years;             /* MARK_YEAR: written 2022-23 */
	struct parsed_decimal number;        /* MARK_NUMBER */
	enum written written;
	bool  ordinal;
};

struct marks {
	struct mark *at;
	int          count;
};

struct marks marks_of(const struct published *p, const struct own_series *own,
                      const struct tokens *tokens, struct arena *perm);

/* How close a figure must be to a number said "about", "nearly" or "over", in thousandths of it. */
struct tolerance { Str says; int least, most; bool open_below, open_above; };
extern const struct tolerance tolerances[];

#endif
