/* str.h: text as a pointer and a length, borrowed from a file, an arena or a literal.
 *
 * A Str is a view: copying it copies no bytes, and it lives as long as what it looks at. Text is
 * UTF-8; lengths are bytes. C strings are made only where a library wants one.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct { const char *at; ptrdiff_t len; } Str;

/* A Str of a string literal, and nothing else. */
#define S(literal) ((Str){ "" literal, (ptrdiff_t)sizeof(literal) - 1 })
/* For static tables, where a compound literal is not a constant. */
#define STR(literal) { "" literal, (ptrdiff_t)sizeof(literal) - 1 }

Str  str_of(const char *text);                      /* a C string as a Str; NULL is empty */
char *str_c(Str text, struct arena *perm);          /* a C string; stops at the first NUL inside */
Str  str_copy(Str text, struct arena *perm);
bool str_equal(Str a, Str b);
bool str_equal_fold(Str a, Str b);                  /* ASCII letters match in either case */
int  str_compare(Str a, Str b);                     /* by bytes, like strcmp */
bool str_begins(Str text, Str with);
bool str_ends(Str text, Str with);
ptrdiff_t str_find(Str text, Str part);             /* first place of `part`, or -1 */
ptrdiff_t str_find_fold(Str text, Str part);        /* the same, ASCII letters in either case */
Str  str_from(Str text, ptrdiff_t first);           /* all from `first` on */
Str  str_upto(Str text, ptrdiff_t end);             /* the first `end` bytes */
Str  str_trim(Str text);                            /* without white space at both ends */
Str  str_lower(Str text, struct arena *perm);       /* ASCII letters only */
Str  str_capital(Str text, struct arena *perm);     /* its first letter a capital, if ASCII */
Str  str_join(Str a, Str b, struct arena *perm);
Str  str_format(struct arena *perm, const char *format, ...)   /* as printf; %.*s takes STR_ARG */
	__attribute__((format(printf, 2, 3)));
#define STR_ARG(s) (int)(s).len, (s).at

/* Splits at the first `by`: gives what is before it and leaves the rest in `*text`. With none,
 * gives all and leaves an empty text whose `at` is NULL. */
Str  str_cut(Str *text, char by);

/* The next word: leading blanks skipped, then up to a blank. Empty at the end. */
Str  str_word(Str *text);

/* Whether it is well-formed UTF-8 (no surrogates, no overlong forms); `*bad` is the first byte
 * that is not, when it isn't NULL. */
bool str_utf8(Str text, ptrdiff_t *bad);

/* The number of characters an editor would count. */
ptrdiff_t str_characters(Str text);

/* Rows in the order of a text that stands `at` bytes into each; and where a text is among them, or -1. */
struct str_rows { const void *rows; size_t size, at; int count; };
int str_among(struct str_rows among, Str text);

uint64_t str_hash(Str text);                        /* FNV-1a, 64 bits: for tables, not for trust */

/* How many one-letter changes turn a into b, letters in either case; texts over 64 bytes give the
 * longer length. For "did you mean". */
int  str_distance(Str a, Str b);

/* Text that grows in an arena. */
struct text {
	struct arena *arena;
	char         *at;
	ptrdiff_t     len, room;
};

struct text text_new(struct arena *perm);
void text_add(struct text *text, Str more);
void text_char(struct text *text, char c);
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vformat(struct text *text, const char *format, va_list args);
Str  text_str(const struct text *text);

#endif
