/* read_xml.h: the message while it is read. Private to census/: read_xml.c has its elements as
 * they go by, read_xml_end.c what is said once they have.
 */
#ifndef CENSUS_READ_XML_H
#define CENSUS_READ_XML_H

#include "census/reading.h"
#include "files/xml.h"

enum level { OUTSIDE, IN_MESSAGE, IN_HEADER, IN_GROUP, IN_ITEM };
enum part { PART_HEADER, PART_MODULE, PART_WORKER, PARTS };

struct message {
	Str    bytes;
	struct census_return *ret;
	struct notices notices;
	struct notice fatal;                 /* why this is no return; code empty: it is */
	struct arena *perm;
	struct xml *xml;
	enum level level, above;             /* `above`: of the group being read */
	int    ignored;                      /* elements open in one that is not read */
	bool   strange, stray;               /* a namespace, a text between elements: told once */
	int    parts[PARTS];                 /* how many of each */
	enum part furthest;
	Str    module;
	enum item_place place;               /* of the group being read */
	struct worker *worker;               /* the one being read, or NULL */
	int    room;
	enum item last;                      /* the furthest of the group so far */
	enum item item;
	struct cell_said *cell, spare;       /* the item's; `spare` where it was there before */
	bool   copying;
	struct text copy;                    /* where the file does not have it as it reads */
};

/* Tells all there is to tell of what was read; false when it is no return. Expat may be closed by
 * then. */
bool message_end(struct message *in, struct findings *found);

#endif
