/* xml.c: Expat, with limits. */
#include "files/xml.h"

#include "base/quantity.h"
#include "files/windows.h"

#include <expat.h>
#include <string.h>

const struct xml_limits xml_workbook_limits = {
	.depth = 32, .attributes = 64, .elements = 2000000, .text = 64000, .tag = 256000
};

struct xml {
	XML_Parser parser;
	const struct xml_handler *handler;
	const struct xml_limits *limits;
	int depth, elements;
	ptrdiff_t text; /* bytes since the last tag */
	int64_t fed;
	bool marked; /* begins with a byte order mark */
	enum xml_flaw flaw;
	struct xml_place place; /* of the flaw */
	int64_t at;
};

/* The mark is a character to Expat, and none to an editor. */
static struct xml_place
place_now(const struct xml *xml)
{
	struct xml_place place = { .line = (int)XML_GetCurrentLineNumber(xml->parser),
				   .column = (int)XML_GetCurrentColumnNumber(xml->parser) + 1 };
	place.column -= xml->marked && place.line == 1 && place.column > 1;
	return place;
}

static void
note_flaw(struct xml *xml, enum xml_flaw flaw)
{
	xml->flaw = flaw;
	xml->place = place_now(xml);
	xml->at = XML_GetCurrentByteIndex(xml->parser);
}

static void
stop(struct xml *xml, enum xml_flaw flaw)
{
	if (xml->flaw != XML_SOUND)
		return;
	note_flaw(xml, flaw);
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

/* ---- what Expat calls ------------------------------------------------------------------------ */

static void
on_open(void *context, const char *name, const char **pairs)
{
	struct xml *xml = context;
	int attributes = 0;
	xml->text = 0;
	if (xml->flaw != XML_SOUND)
		return;
	while (pairs[2 * attributes] && attributes <= xml->limits->attributes)
		attributes++;
	Str local = local_name(name);
	if (++xml->depth > xml->limits->depth)
		stop(xml, XML_DEEP);
	else if (attributes > xml->limits->attributes)
		stop(xml, XML_MANY_ATTRIBUTES);
	else if (++xml->elements > xml->limits->elements)
		stop(xml, XML_MANY_ELEMENTS);
	else
		xml->handler->open(
			xml->handler->context,
			&(struct xml_tag){ local, local.at != name, (const char *const *)pairs });
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
	if (xml->text > xml->limits->text)
		stop(xml, XML_LONG_TEXT);
	else if (xml->flaw == XML_SOUND)
		xml->handler->text(xml->handler->context, (Str){ text, length });
}

/* Whatever has no handler of its own: before the first element, the beginning of a document type is
 * among it, before anything in it is read. */
static void
on_else(void *context, const char *text, int length)
{
	struct xml *xml = context;
	if (xml->elements == 0 && str_begins((Str){ text, length }, S("<!DOCTYPE")))
		stop(xml, XML_DOCTYPE);
}

/* Expat itself knows UTF-8, UTF-16, ISO-8859-1 and US-ASCII. */
static int
on_encoding(void *context, const char *name, XML_Encoding *encoding)
{
	(void)context;
	if (!str_equal_fold(str_of(name), S("windows-1252")) &&
	    !str_equal_fold(str_of(name), S("cp1252")))
		return XML_STATUS_ERROR;
	for (int i = 0; i < 256; i++) {
		uint32_t c = windows_1252_character((unsigned char)i);
		encoding->map[i] = c || i == 0 ? (int)c : -1;
	}
	encoding->data = NULL;
	encoding->convert = NULL;
	encoding->release = NULL;
	return XML_STATUS_OK;
}

/* ---- reading --------------------------------------------------------------------------------- */

struct xml *
xml_open(const struct xml_handler *handler, const struct xml_limits *limits, struct arena *perm)
{
	struct xml *xml = new(perm, 1, struct xml);
	xml->handler = handler;
	xml->limits = limits;
	xml->parser = XML_ParserCreate(NULL);
	if (!xml->parser) {
		xml->flaw = XML_NO_MEMORY;
		return xml;
	}
	XML_SetUserData(xml->parser, xml);
	XML_SetElementHandler(xml->parser, on_open, on_close);
	XML_SetCharacterDataHandler(xml->parser, on_text);
	XML_SetDefaultHandler(xml->parser, on_else);
	XML_SetUnknownEncodingHandler(xml->parser, on_encoding, NULL);
	return xml;
}

/* A tag that goes on and on is kept whole by Expat, and looked at again from its beginning with
 * each piece: so it is stopped. */
static void
stop_long_tag(struct xml *xml)
{
	XML_Index reached = XML_GetCurrentByteIndex(xml->parser);
	if (reached >= 0 && xml->fed - reached > xml->limits->tag)
		stop(xml, XML_LONG_TAG);
}

/* A byte that is no letter of a text that says it is UTF-8 stands at the end of what Expat could
 * read. */
static bool
is_letter_amiss(Str piece, int64_t at)
{
	return at >= 0 && at < piece.len && (unsigned char)piece.at[at] >= 0x80;
}

static enum xml_flaw
flaw_of(const struct xml *xml, Str piece, bool last)
{
	switch (XML_GetErrorCode(xml->parser)) {
	case XML_ERROR_NO_MEMORY:
		return XML_NO_MEMORY;
	case XML_ERROR_UNDEFINED_ENTITY:
		return XML_ENTITY;
	case XML_ERROR_TAG_MISMATCH:
		return XML_MISMATCH;
	case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
		return XML_AFTER_END;
	case XML_ERROR_UNKNOWN_ENCODING:
	case XML_ERROR_INCORRECT_ENCODING:
		return XML_ENCODING;
	case XML_ERROR_NO_ELEMENTS:
	case XML_ERROR_UNCLOSED_TOKEN:
	case XML_ERROR_UNCLOSED_CDATA_SECTION:
	case XML_ERROR_PARTIAL_CHAR:
		return last ? XML_CUT : XML_BROKEN;
	case XML_ERROR_INVALID_TOKEN:
		return is_letter_amiss(piece, XML_GetCurrentByteIndex(xml->parser) -
						      (xml->fed - piece.len))
			       ? XML_LETTERS
			       : XML_BROKEN;
	default:
		return XML_BROKEN;
	}
}

bool
xml_take(struct xml *xml, Str piece, bool last)
{
	if (xml->flaw != XML_SOUND)
		return false;
	xml->marked = xml->marked || (xml->fed == 0 && str_begins(piece, S("\xEF\xBB\xBF")));
	xml->fed += piece.len;
	enum XML_Status status = XML_Parse(xml->parser, piece.at, (int)piece.len, last);
	if (xml->flaw == XML_SOUND && status != XML_STATUS_OK)
		note_flaw(xml, flaw_of(xml, piece, last));
	if (xml->flaw == XML_SOUND && !last)
		stop_long_tag(xml);
	return xml->flaw == XML_SOUND;
}

/* Pieces that stay in the processor's cache while Expat copies them. */
static bool
take_pieces(struct xml *xml, Str bytes)
{
	enum { PIECE = 64 << 10 };
	bool sound = true;
	for (ptrdiff_t at = 0; sound && (at < bytes.len || at == 0); at += PIECE) {
		ptrdiff_t left = bytes.len - at;
		Str piece = { bytes.at + at, left < PIECE ? left : PIECE };
		sound = xml_take(xml, piece, left <= PIECE);
	}
	return sound;
}

bool
xml_take_whole(struct xml *xml, Str bytes, struct arena *perm)
{
	jmp_buf *const boundary = perm->full;
	jmp_buf here;
	if (boundary && setjmp(here) != 0) {
		xml_close(xml);
		perm->full = boundary;
		longjmp(*boundary, 1);
	}
	if (boundary)
		perm->full = &here;
	bool sound = take_pieces(xml, bytes);
	perm->full = boundary;
	return sound;
}

void
xml_leave(struct xml *xml)
{
	stop(xml, XML_LEFT);
}

enum xml_flaw
xml_flaw(const struct xml *xml)
{
	return xml->flaw;
}

struct xml_place
xml_place(const struct xml *xml)
{
	return xml->flaw == XML_SOUND ? place_now(xml) : xml->place;
}

int64_t
xml_offset(const struct xml *xml)
{
	return xml->flaw == XML_SOUND ? XML_GetCurrentByteIndex(xml->parser) : xml->at;
}

void
xml_close(struct xml *xml)
{
	XML_ParserFree(xml->parser);
	xml->parser = NULL;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* "#" stands for the limit. */
static const struct {
	Str code, wrong;
} flaws[] = {
	[XML_SOUND] = { STR(""), STR("") },
	[XML_BROKEN] = { STR("xml-broken"), STR("is damaged: it is not well-formed XML") },
	[XML_CUT] = { STR("xml-broken"),
		      STR("is damaged: it ends before its last element is closed") },
	[XML_LETTERS] = { STR("xml-broken"), STR("is damaged: it has a byte that is none of the "
						 "letters it says it is written in") },
	[XML_ENTITY] = { STR("xml-broken"),
			 STR("is damaged: it names an entity that XML does not have") },
	[XML_ENCODING] = { STR("xml-broken"),
			   STR("is damaged: it says that it is written in letters that are not "
			       "read, or is not written so") },
	[XML_MISMATCH] = { STR("xml-broken"),
			   STR("is damaged: an element is closed that is not the one open") },
	[XML_AFTER_END] = { STR("xml-broken"),
			    STR("is damaged: something follows the end of its outermost element") },
	[XML_DOCTYPE] = { STR("xml-doctype"),
			  STR("has a document type declaration, and is not read") },
	[XML_DEEP] = { STR("xml-limit"), STR("has elements more than # deep") },
	[XML_MANY_ATTRIBUTES] = { STR("xml-limit"),
				  STR("has an element with more than # attributes") },
	[XML_LONG_TEXT] = { STR("xml-limit"), STR("has a text of more than # bytes") },
	[XML_LONG_TAG] = { STR("xml-limit"), STR("has an element whose tag is over # bytes long") },
	[XML_MANY_ELEMENTS] = { STR("xml-limit"), STR("has more than # elements") },
	[XML_NO_MEMORY] = { STR("xml-limit"), STR("is more than this machine has memory for") },
	[XML_LEFT] = { STR("xml-broken"), STR("was not read to its end") },
};

Str
xml_flaw_code(enum xml_flaw flaw)
{
	return flaws[flaw].code;
}

static int64_t
limit_of(const struct xml *xml)
{
	switch (xml->flaw) {
	case XML_DEEP:
		return xml->limits->depth;
	case XML_MANY_ATTRIBUTES:
		return xml->limits->attributes;
	case XML_LONG_TEXT:
		return xml->limits->text;
	case XML_LONG_TAG:
		return xml->limits->tag;
	case XML_MANY_ELEMENTS:
		return xml->limits->elements;
	default:
		return 0;
	}
}

Str
xml_wrong(const struct xml *xml, struct arena *perm)
{
	Str after = flaws[xml->flaw].wrong, before = str_cut(&after, '#');
	if (!after.at)
		return before;
	Str limit = figure_text(figure_whole(limit_of(xml)), 0, perm);
	return str_format(perm, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(limit), STR_ARG(after));
}
