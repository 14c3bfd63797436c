/* xml.h: XML as a row of tags and texts, within limits.
 *
 * A document type declaration stops the reading where it stands: no entity is ever declared,
 * nothing outside the text is ever fetched. Names come without their prefix ("x:row" is "row",
 * "r:id" is "id"), as the parts of workbooks are written with and without; a tag says whether it
 * had one.
 *
 * Places are as an editor counts: lines from 1, ended by LF, CR or CRLF; columns from 1, in
 * characters (code points, not bytes; a tab is one, and a byte order mark none). UTF-8, UTF-16,
 * ISO-8859-1, US-ASCII and Windows-1252 are read, as the text declares; whatever it was, texts
 * come as UTF-8.
 */
#ifndef FILES_XML_H
#define FILES_XML_H

#include "base/str.h"

/* The most of each that is read; what passes one was made to do harm, or is no file of its kind. */
struct xml_limits {
	int depth, attributes, elements;
	ptrdiff_t text;              /* bytes between two tags */
	ptrdiff_t tag;               /* bytes of one tag, about */
};

/* No part of a workbook comes near these. A cell holds at most 32,767 characters. 50,000 rows of
 * twelve cells are 1.3 million elements. */
extern const struct xml_limits xml_workbook_limits;

enum xml_flaw {
	XML_SOUND,
	XML_BROKEN, XML_CUT, XML_LETTERS, XML_ENTITY, XML_ENCODING, XML_MISMATCH, XML_AFTER_END,
	XML_DOCTYPE,
	XML_DEEP, XML_MANY_ATTRIBUTES, XML_LONG_TEXT, XML_LONG_TAG, XML_MANY_ELEMENTS,
	XML_NO_MEMORY,
	XML_LEFT
};

struct xml_tag { Str name; bool prefixed; const char *const *pairs; };
/* An attribute's value; empty when it is not there. */
Str xml_attribute(const struct xml_tag *tag, Str name);

/* What is called as the text goes by. A text may come in several pieces. */
struct xml_handler {
	void  *context;
	void (*open)(void *context, const struct xml_tag *tag);
	void (*close)(void *context, Str name);
	void (*text)(void *context, Str text);
};

struct xml;
/* The handler and the limits must outlive it. Never NULL; to be closed. */
struct xml *xml_open(const struct xml_handler *handler, const struct xml_limits *limits,
                     struct arena *perm);
/* Reads on. False once anything is amiss. */
bool xml_take(struct xml *xml, Str piece, bool last);
/* Reads a text that is there whole. A jump out of a full `perm` passes here and closes it. */
bool xml_take_whole(struct xml *xml, Str bytes, struct arena *perm);
/* For a handler that has seen enough: no more is called, and the flaw is XML_LEFT. */
void xml_leave(struct xml *xml);
enum xml_flaw xml_flaw(const struct xml *xml);
/* What is said of a flaw can be asked afterwards still. */
void xml_close(struct xml *xml);

/* Where the tag or text stands that a handler is given; after a flaw, where that was found. */
struct xml_place { int line, column; };
struct xml_place xml_place(const struct xml *xml);
/* How many bytes come before it. */
int64_t xml_offset(const struct xml *xml);

Str  xml_flaw_code(enum xml_flaw flaw);              /* "xml-doctype", "xml-limit", "xml-broken" */
/* "has elements more than 32 deep", with the limit that was passed. */
Str  xml_wrong(const struct xml *xml, struct arena *perm);

#endif
