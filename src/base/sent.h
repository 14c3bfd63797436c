/* sent.h: names and values that somebody sent: a query, a form, the headers of a request.
 *
 * Each is text that was seen to be well-formed before it came here. No name comes twice.
 */
#ifndef BASE_SENT_H
#define BASE_SENT_H

#include "base/str.h"

enum { SENT_MOST = 400 };            /* the largest form maps a list's columns and its local words */

struct sent  { Str name, value; };
struct sents { struct sent at[SENT_MOST]; int count; };

/* The value of the first one with this name, or empty. */
Str  sents_find(const struct sents *sents, Str name);
bool sents_has(const struct sents *sents, Str name);
/* Whether the box of one of a group, "who.AP-000001", came ticked: it says yes. `sents` NULL: nothing was sent. */
bool sents_ticks(const struct sents *sents, Str group, Str one);
/* How many of a group did, known here or not. */
int  sents_ticked(const struct sents *sents, Str group);

/* A file that came with a form, and the field it came in. One that nobody chose is there without a
 * name. */
struct sent_file { bool there; Str field, name, bytes; };

/* A form brings two files at most: one, and another to hold it against. */
enum { FILES_MOST = 2 };
struct sent_files { struct sent_file at[FILES_MOST]; int count; };

/* The chosen file of a field; not there when nobody chose one. */
struct sent_file sent_file_of(const struct sent_files *files, Str field);

#endif
