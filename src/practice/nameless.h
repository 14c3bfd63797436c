/* nameless.h: a text of an applicant's without who they are, for a panel that shortlists without names.
 *
 * Every word of their name is "[name]", however it is typed: in either case, with accents or without, in parts of a double
 * name, with an apostrophe of any kind or a possessive after it, with characters between its letters that nobody sees. A word
 * that is the name run together, as in an address, is one too; and every electronic address is "[address]". Names of one
 * letter stay: they would take every "a" and "I".
 */
#ifndef PRACTICE_NAMELESS_H
#define PRACTICE_NAMELESS_H

#include "base/str.h"

struct named { Str given, family; };
Str text_nameless(Str text, const struct named *named, struct arena *perm);

#endif
