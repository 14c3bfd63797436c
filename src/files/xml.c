/* xml.c: Expat, with limits. */
#include "files/xml.h"

#include <expat.h>
#include <string.h>

struct xml {
	XML_Parser parser;
	const struct xml_handler *handler;
	int        depth, elements;
	ptrdiff_t  text;                     /* bytes since the last tag */
	int64_t    fed;
	enum xml_flaw flaw;
	int        line;
};

static void
stop(struct xml *xml, enum xml_flaw flaw)
{
	if (xml->flaw != XML_SOUND)
		return;
	xml->flaw = flaw;
	xml->line = (int)XML_GetCurrentLineNumber(xml->parser);
	XML_StopParser(xml->parser, XML_FALSE);
}

/* A name without its prefix. */
static Str
local_name(const char *name)
{
	const char *colon = strchr(name, ':');
	return str_of(colon ? colon + 1 : name);
}

Str
xml_attribute(const struct xml_tag *tag, Str name)
{
	for (const char *const *pair = tag->pairs; pair[0]; pair += 2)
		if (str_equal(local_name(pair[0]), name))
			return str_of(pair[1]);
	return (Str){ 0 };
}

/* ---- what Expat calls -------------------------------------------------------------------------- */

static void
on_open(void *context, const char *name, const char **pairs)
{
	struct xml *xml = context;
	int attributes = 0;
	xml->text = 0;
	if (xml->flaw != XML_SOUND)
		return;
	while (pairs[2 * attributes] && attributes <= XML_ATTRIBUTES_MOST)
		attributes++;
	if (++xml->depth > XML_DEPTH_MOST)
		stop(xml, XML_DEEP);
	else if (attributes > XML_ATTRIBUTES_MOST)
		stop(xml, XML_MANY_ATTRIBUTES);
	else if (++xml->elements > XML_ELEMENTS_MOST)
		stop(xml, XML_MANY_ELEMENTS);
	else
		xml->handler->open(xml->handler->context,
		                   &(struct xml_tag){ local_name(name), (const char *const *)pairs });
}

static void
on_close(void *context, const char *name)
{
	struct xml *xml = context;
	xml->text = 0;
	xml->depth--;
	if (xml->flaw == XML_SOUND)
		xml->handler->close(xml->handler->context, local_name(name));
}

static void
on_text(void *context, const char *text, int length)
{
	struct xml *xml = context;
	xml->text += length;
	if (xml->text > XML_TEXT_MOST)
		stop(xml, XML_LONG_TEXT);
	else if (xml->flaw == XML_SOUND)
		xml->handler->text(xml->handler->context, (Str){ text, length });
}

static void
on_doctype(void *context, const char *name, const char *system, const char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(context, XML_DOCTYPE);
}

/* ---- reading ----------------------------------------------------------------------------------- */

struct xml *
xml_open(const struct xml_handler *handler, struct arena *perm)
{
	struct xml *xml = new(perm, 1, struct xml);
	xml->handler = handler;
	xml->parser = XML_ParserCreate(NULL);
	if (!xml->parser) {
		xml->flaw = XML_NO_MEMORY;
		return xml;
	}
	XML_SetUserData(xml->parser, xml);
	XML_SetElementHandler(xml->parser, on_open, on_close);
	XML_SetCharacterDataHandler(xml->parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
	return xml;
}

/* A tag that goes on and on is kept whole by Expat, and looked at again from its beginning with each
 * piece: so it is stopped. */
static void
stop_long_tag(struct xml *xml)
{
	XML_Index reached = XML_GetCurrentByteIndex(xml->parser);
	if (reached >= 0 && xml->fed - reached > XML_TAG_MOST)
		stop(xml, XML_LONG_TAG);
}

bool
xml_take(struct xml *xml, Str piece, bool last)
{
	if (xml->flaw != XML_SOUND)
		return false;
	xml->fed += piece.len;
	enum XML_Status status = XML_Parse(xml->parser, piece.at, (int)piece.len, last);
	if (xml->flaw == XML_SOUND && status != XML_STATUS_OK) {
		bool memory = XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY;
		xml->flaw = memory ? XML_NO_MEMORY : XML_BROKEN;
		xml->line = (int)XML_GetCurrentLineNumber(xml->parser);
	}
	if (xml->flaw == XML_SOUND && !last)
		stop_long_tag(xml);
	return xml->flaw == XML_SOUND;
}

enum xml_flaw
xml_flaw(const struct xml *xml)
{
	return xml->flaw;
}

int
xml_line(const struct xml *xml)
{
	return xml->line;
}

void
xml_close(struct xml *xml)
{
	XML_ParserFree(xml->parser);
	xml->parser = NULL;
}

/* ---- words ------------------------------------------------------------------------------------- */

static const struct { Str code, wrong; } flaws[] = {
	[XML_SOUND]           = { STR(""), STR("") },
	[XML_BROKEN]          = { STR("xml-broken"), STR("is damaged: it is not well-formed XML") },
	[XML_DOCTYPE]         = { STR("xml-doctype"), STR("has a document type declaration, which no workbook has") },
	[XML_DEEP]            = { STR("xml-limit"), STR("has elements more than 32 deep") },
	[XML_MANY_ATTRIBUTES] = { STR("xml-limit"), STR("has an element with more than 64 attributes") },
	[XML_LONG_TEXT]       = { STR("xml-limit"), STR("has a text of more than 64,000 bytes") },
	[XML_LONG_TAG]        = { STR("xml-limit"), STR("has an element whose tag is over 256,000 bytes long") },
	[XML_MANY_ELEMENTS]   = { STR("xml-limit"), STR("has more than 2,000,000 elements") },
	[XML_NO_MEMORY]       = { STR("xml-limit"), STR("is more than this machine has memory for") },
};

Str
xml_flaw_code(enum xml_flaw flaw)
{
	return flaws[flaw].code;
}

Str
xml_flaw_wrong(enum xml_flaw flaw)
{
	return flaws[flaw].wrong;
}
