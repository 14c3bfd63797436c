/* xlsx_maker.h: workbooks made in a test, which can also lie.
 *
 * zip_made puts parts together as a zip file, whose directory may say other things than its parts do.
 * book_made makes a whole workbook of the XML of its parts. sheets_made makes one of plain text, a row
 * a line, cells apart by '|':
 *
 *     text      as it is                    #0.6    a number
 *     @44927    a number with a date's style     ^0.6    one with a percentage's
 *     :1.5      one with the style [h]:mm   ?1      true or false
 *     =0.6      a formula and its value     =       a formula saved without one
 *     !#REF!    an error
 *
 * and of lines that begin with '%': "%sheet Name" and "%hidden Name" begin a sheet, "%merge A1:C1" merges
 * cells, "%hide" hides the row after it, "%columns 2 3" hides columns, "%%" is a comment. A blank line is
 * a row with nothing in it.
 */
#ifndef TEST_XLSX_MAKER_H
#define TEST_XLSX_MAKER_H

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

/* ---- zip ----------------------------------------------------------------------------------------- */

struct made_part {
	Str name, bytes;
	/* Lies and oddities; all zero for an honest part, stored as it is. */
	bool deflated;               /* `bytes` are packed, to `unpacked` bytes with `sum` for their CRC */
	uint32_t unpacked, sum;
	uint32_t says_unpacked;      /* in the directory, when not 0 */
	uint32_t local_unpacked;     /* before the part, when not 0 */
	int  flags;
	bool streamed;               /* sizes and sum follow the part, as programs write that cannot go back */
	int  lies_at;                /* 1 + the part whose bytes it shares */
	uint32_t attributes;         /* Unix mode */
	Str  local_name;             /* when not empty */
};

static inline uint32_t
made_crc(Str bytes)
{
	uint32_t crc = UINT32_MAX;
	for (ptrdiff_t i = 0; i < bytes.len; i++) {
		crc ^= (unsigned char)bytes.at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

static inline void
made_number(struct text *out, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		text_char(out, (char)(number >> 8 * i));
}

/* The fields that stand both before a part and in the directory. */
static inline void
made_fields(struct text *out, const struct made_part *part, uint32_t sum, uint32_t packed, uint32_t unpacked,
            Str name)
{
	made_number(out, 20, 2);
	made_number(out, (uint32_t)part->flags | (part->streamed ? 8u : 0), 2);
	made_number(out, part->deflated ? 8 : 0, 2);
	made_number(out, 0x5A210000u, 4);
	made_number(out, sum, 4);
	made_number(out, packed, 4);
	made_number(out, unpacked, 4);
	made_number(out, (uint32_t)name.len, 2);
	made_number(out, 0, 2);
}

static inline Str
zip_made(const struct made_part *parts, int count, struct arena *perm)
{
	struct text out = text_new(perm), directory = text_new(perm);
	uint32_t *at = new(perm, count, uint32_t);
	for (int i = 0; i < count; i++) {
		const struct made_part *part = &parts[i];
		uint32_t packed = (uint32_t)part->bytes.len, unpacked = part->deflated ? part->unpacked : packed;
		uint32_t sum = part->deflated ? part->sum : made_crc(part->bytes);
		Str local = part->local_name.len ? part->local_name : part->name;
		at[i] = part->lies_at ? at[part->lies_at - 1] : (uint32_t)out.len;
		if (!part->lies_at) {
			text_add(&out, S("PK\x03\x04"));
			if (part->streamed)
				made_fields(&out, part, 0, 0, 0, local);
			else
				made_fields(&out, part, sum, packed, part->local_unpacked ? part->local_unpacked : unpacked, local);
			text_add(&out, local);
			text_add(&out, part->bytes);
			if (part->streamed) {
				text_add(&out, S("PK\x07\x08"));
				made_number(&out, sum, 4);
				made_number(&out, packed, 4);
				made_number(&out, unpacked, 4);
			}
		}
		text_add(&directory, S("PK\x01\x02"));
		made_number(&directory, 3 << 8 | 20, 2);
		made_fields(&directory, part, sum, packed, part->says_unpacked ? part->says_unpacked : unpacked, part->name);
		made_number(&directory, 0, 2);
		made_number(&directory, 0, 4);
		made_number(&directory, part->attributes << 16, 4);
		made_number(&directory, at[i], 4);
		text_add(&directory, part->name);
	}
	uint32_t begin = (uint32_t)out.len;
	text_add(&out, text_str(&directory));
	text_add(&out, S("PK\x05\x06"));
	made_number(&out, 0, 4);
	made_number(&out, (uint32_t)count, 2);
	made_number(&out, (uint32_t)count, 2);
	made_number(&out, (uint32_t)directory.len, 4);
	made_number(&out, begin, 4);
	made_number(&out, 0, 2);
	return text_str(&out);
}

/* One letter over and over, packed: a literal, then matches of 258 at distance 1, in DEFLATE's fixed code
 * (RFC 1951, 3.2.6). Packs about 158 times. `repeats` matches make 1 + 258 * repeats bytes. */
static inline struct made_part
bomb_made(Str name, char letter, int repeats, struct arena *perm)
{
	struct text out = text_new(perm);
	uint32_t bits = 0;
	int held = 0;
	/* A code goes out from its most significant bit, extra bits and headers from their least. */
	struct { uint32_t code; int length; bool code_first; } literal[] = { { 1 | 1 << 1, 3, false },
		{ 0x30u + (unsigned char)letter, 8, true } }, match[] = { { 0xC5, 8, true }, { 0, 5, true } };
	assert((unsigned char)letter < 144);
	for (int i = 0; i < 2 + 2 * repeats + 1; i++) {
		uint32_t code = i < 2 ? literal[i].code : i == 2 + 2 * repeats ? 0 : match[i % 2].code;
		int length = i < 2 ? literal[i].length : i == 2 + 2 * repeats ? 7 : match[i % 2].length;
		for (int b = 0; b < length; b++) {
			uint32_t bit = i == 0 ? code >> b & 1 : code >> (length - 1 - b) & 1;
			bits |= bit << held++;
			if (held == 8) {
				text_char(&out, (char)bits);
				bits = 0;
				held = 0;
			}
		}
	}
	if (held)
		text_char(&out, (char)bits);
	return (struct made_part){ .name = name, .bytes = text_str(&out), .deflated = true,
		.unpacked = 1 + 258 * (uint32_t)repeats };
}

/* ---- a workbook of XML ----------------------------------------------------------------------------- */

#define MADE_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MADE_RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MADE_RELATIONS MADE_HEAD "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define MADE_MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" MADE_RELATION "\""

/* The XML inside the parts; NULL for what an honest workbook has. */
struct made_book {
	const char *workbook;        /* inside <workbook> */
	const char *relations;       /* inside the workbook's <Relationships> */
	const char *strings;         /* inside <sst> */
	const char *styles;          /* inside <styleSheet> */
	const char *sheet;           /* inside <worksheet> */
	struct made_part more[4];    /* parts besides */
	int more_count;
};

#define MADE_STYLES \
	"<numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts><cellXfs>" \
	"<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs>"
#define MADE_TAB "<sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
#define MADE_TO(id, kind, target) \
	"<Relationship Id=\"" id "\" Type=\"" MADE_RELATION "/" kind "\" Target=\"" target "\"/>"
#define MADE_BOOK_RELATIONS \
	MADE_TO("rId1", "worksheet", "worksheets/sheet1.xml") MADE_TO("rIdS", "sharedStrings", "sharedStrings.xml") \
	MADE_TO("rIdT", "styles", "styles.xml")

static inline Str
made_xml(const char *begin, const char *inside, const char *end, struct arena *perm)
{
	return str_join(str_of(begin), str_join(str_of(inside), str_of(end), perm), perm);
}

static inline int
made_parts(const struct made_book *book, struct made_part parts[10], struct arena *perm)
{
	struct made_part made[] = {
		{ .name = S("[Content_Types].xml"), .bytes = S(MADE_HEAD "<Types/>") },
		{ .name = S("_rels/.rels"), .bytes = S(MADE_RELATIONS
			MADE_TO("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>") },
		{ .name = S("xl/workbook.xml"), .bytes = made_xml(MADE_HEAD "<workbook " MADE_MAIN ">",
			book->workbook ? book->workbook : MADE_TAB, "</workbook>", perm) },
		{ .name = S("xl/_rels/workbook.xml.rels"), .bytes = made_xml(MADE_RELATIONS,
			book->relations ? book->relations : MADE_BOOK_RELATIONS, "</Relationships>", perm) },
		{ .name = S("xl/styles.xml"), .bytes = made_xml(MADE_HEAD "<styleSheet " MADE_MAIN ">",
			book->styles ? book->styles : MADE_STYLES, "</styleSheet>", perm) },
		{ .name = S("xl/sharedStrings.xml"), .bytes = made_xml(MADE_HEAD "<sst " MADE_MAIN ">",
			book->strings ? book->strings : "", "</sst>", perm) },
	};
	int count = 0;
	for (ptrdiff_t i = 0; i < countof(made); i++)
		parts[count++] = made[i];
	if (book->sheet)
		parts[count++] = (struct made_part){ .name = S("xl/worksheets/sheet1.xml"),
			.bytes = made_xml(MADE_HEAD "<worksheet " MADE_MAIN ">", book->sheet, "</worksheet>", perm) };
	return count;
}

static inline Str
book_made(struct made_book book, struct arena *perm)
{
	struct made_part parts[16];
	int count = made_parts(&book, parts, perm);
	for (int i = 0; i < book.more_count; i++)
		parts[count++] = book.more[i];
	return zip_made(parts, count, perm);
}

/* ---- a workbook of plain text ---------------------------------------------------------------------- */

enum { MADE_SHEETS_MOST = 4 };
struct making {
	struct text rows[MADE_SHEETS_MOST], merges[MADE_SHEETS_MOST], columns[MADE_SHEETS_MOST], tabs, relations, strings;
	int sheets, texts, line;
	bool hide;
	struct arena *perm;
};

static inline void
made_escaped(struct text *out, Str text)
{
	for (ptrdiff_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		text_add(out, c == '&' ? S("&amp;") : c == '<' ? S("&lt;") : c == '"' ? S("&quot;") : (Str){ &c, 1 });
	}
}

static inline void
made_sheet(struct making *in, Str name, bool hidden)
{
	assert(in->sheets < MADE_SHEETS_MOST);
	int number = ++in->sheets;
	in->rows[number - 1] = in->merges[number - 1] = in->columns[number - 1] = text_new(in->perm);
	in->line = 0;
	text_add(&in->tabs, S("<sheet name=\""));
	made_escaped(&in->tabs, name);
	text_format(&in->tabs, "\" sheetId=\"%d\"%s r:id=\"rId%d\"/>", number, hidden ? " state=\"hidden\"" : "", number);
	text_format(&in->relations, "<Relationship Id=\"rId%d\" Type=\"" MADE_RELATION "/worksheet\" "
	            "Target=\"worksheets/sheet%d.xml\"/>", number, number);
}

static inline void
made_cell(struct making *in, Str cell, int column)
{
	static const struct { char mark; const char *form; } forms[] = {
		{ '#', "<v>%.*s</v></c>" }, { '@', "<v>%.*s</v></c>" }, { '^', "<v>%.*s</v></c>" },
		{ ':', "<v>%.*s</v></c>" }, { '?', "<v>%.*s</v></c>" }, { '!', "<v>%.*s</v></c>" },
	};
	static const struct { char mark; const char *attributes; } attributes[] = {
		{ '@', " s=\"1\"" }, { '^', " s=\"2\"" }, { ':', " s=\"3\"" }, { '?', " t=\"b\"" }, { '!', " t=\"e\"" },
	};
	struct text *out = &in->rows[in->sheets - 1];
	if (cell.len == 0)
		return;
	const char *extra = "", *form = NULL;
	for (ptrdiff_t i = 0; i < countof(attributes); i++)
		extra = attributes[i].mark == cell.at[0] ? attributes[i].attributes : extra;
	for (ptrdiff_t i = 0; i < countof(forms); i++)
		form = forms[i].mark == cell.at[0] ? forms[i].form : form;
	assert(column < 26);
	text_format(out, "<c r=\"%c%d\"%s", 'A' + column, in->line, extra);
	if (form) {
		text_add(out, S(">"));
		text_format(out, form, STR_ARG(str_from(cell, 1)));
	} else if (cell.at[0] == '=') {
		text_format(out, cell.len > 1 ? "><f>1</f><v>%.*s</v></c>" : "><f>1</f></c>", STR_ARG(str_from(cell, 1)));
	} else {
		text_format(out, " t=\"s\"><v>%d</v></c>", in->texts++);
		text_add(&in->strings, S("<si><t xml:space=\"preserve\">"));
		made_escaped(&in->strings, cell);
		text_add(&in->strings, S("</t></si>"));
	}
}

/* A line that begins with '%'; true for one that is no row. */
static inline bool
made_order(struct making *in, Str line)
{
	Str rest = line, word = str_cut(&rest, ' ');
	if (!str_begins(line, S("%")))
		return false;
	bool begins = str_equal(word, S("%sheet")) || str_equal(word, S("%hidden"));
	if (begins)
		made_sheet(in, rest, str_equal(word, S("%hidden")));
	else if (in->sheets == 0)
		made_sheet(in, S("Sheet1"), false);
	if (begins)
		return true;
	if (str_equal(word, S("%merge")))
		text_format(&in->merges[in->sheets - 1], "<mergeCell ref=\"%.*s\"/>", STR_ARG(rest));
	else if (str_equal(word, S("%hide")))
		in->hide = true;
	else if (str_equal(word, S("%columns"))) {
		Str first = str_word(&rest), last = str_word(&rest);
		text_format(&in->columns[in->sheets - 1], "<col min=\"%.*s\" max=\"%.*s\" hidden=\"1\"/>",
		            STR_ARG(first), STR_ARG(last));
	} else
		assert(str_equal(word, S("%%")));
	return true;
}

static inline void
made_row(struct making *in, Str line)
{
	if (in->sheets == 0)
		made_sheet(in, S("Sheet1"), false);
	in->line++;
	if (line.len == 0)
		return;
	text_format(&in->rows[in->sheets - 1], "<row r=\"%d\"%s>", in->line, in->hide ? " hidden=\"1\"" : "");
	in->hide = false;
	for (int column = 0; line.at; column++)
		made_cell(in, str_cut(&line, '|'), column);
	text_add(&in->rows[in->sheets - 1], S("</row>"));
}

static inline Str
made_sheet_xml(const struct making *in, int sheet)
{
	Str columns = text_str(&in->columns[sheet]), merges = text_str(&in->merges[sheet]);
	return str_format(in->perm, MADE_HEAD "<worksheet " MADE_MAIN ">%s%.*s%s<sheetData>%.*s</sheetData>%s%.*s%s"
	                  "</worksheet>", columns.len ? "<cols>" : "", STR_ARG(columns), columns.len ? "</cols>" : "",
	                  STR_ARG(text_str(&in->rows[sheet])), merges.len ? "<mergeCells>" : "", STR_ARG(merges),
	                  merges.len ? "</mergeCells>" : "");
}

static inline Str
sheets_made(Str lines, struct arena *perm)
{
	struct making in = { .tabs = text_new(perm), .relations = text_new(perm), .strings = text_new(perm),
	                     .perm = perm };
	for (Str rest = lines; rest.len > 0; ) {
		Str line = str_cut(&rest, '\n');
		if (!made_order(&in, line))
			made_row(&in, line);
	}
	text_add(&in.relations, S(MADE_TO("rIdS", "sharedStrings", "sharedStrings.xml")
	                          MADE_TO("rIdT", "styles", "styles.xml")));
	struct made_book book = { .strings = str_c(text_str(&in.strings), perm),
		.workbook = str_c(str_format(perm, "<sheets>%.*s</sheets>", STR_ARG(text_str(&in.tabs))), perm),
		.relations = str_c(text_str(&in.relations), perm) };
	for (int s = 0; s < in.sheets; s++)
		book.more[book.more_count++] = (struct made_part){ .bytes = made_sheet_xml(&in, s),
			.name = str_format(perm, "xl/worksheets/sheet%d.xml", s + 1) };
	return book_made(book, perm);
}

#endif
