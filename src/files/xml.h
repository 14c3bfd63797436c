/* xml.h: XML as a row of tags and texts, within limits. Private to files/.
 *
 * A document type declaration stops the reading where it stands: no entity is ever declared, nothing
 * outside the text is ever fetched. Names come without their prefix ("x:row" is "row", "r:id" is "id"),
 * as the parts of workbooks are written with and without.
 */
#ifndef FILES_XML_H
#define FILES_XML_H

#include "base/str.h"

/* No part of a workbook comes near these; what does was made to do harm. A cell holds at most 32,767
 * characters. 50,000 rows of twelve cells are 1.3 million elements. */
enum { XML_DEPTH_MOST = 32, XML_ATTRIBUTES_MOST = 64, XML_TEXT_MOST = 64000,
       XML_TAG_MOST = 256000, XML_ELEMENTS_MOST = 2000000 };

enum xml_flaw { XML_SOUND, XML_BROKEN, XML_DOCTYPE, XML_DEEP, XML_MANY_ATTRIBUTES, XML_LONG_TEXT,
                XML_LONG_TAG, XML_MANY_ELEMENTS, XML_NO_MEMORY };

struct xml_tag { Str name; const char *const *pairs; };
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
/* The handler must outlive it. Never NULL; to be closed. */
struct xml *xml_open(const struct xml_handler *handler, struct arena *perm);
/* Reads on. False once anything is amiss. */
bool xml_take(struct xml *xml, Str piece, bool last);
enum xml_flaw xml_flaw(const struct xml *xml);
int  xml_line(const struct xml *xml);                /* where it was found */
void xml_close(struct xml *xml);

Str  xml_flaw_code(enum xml_flaw flaw);              /* "xml-doctype", "xml-limit", "xml-broken" */
Str  xml_flaw_wrong(enum xml_flaw flaw);             /* "is not well-formed XML" */

#endif
