/* xlsx.c: a workbook from bytes: what is refused, and its parts in the order they need each other. */
#include "files/xlsx.h"

#include <assert.h>
#include <string.h>

#define SAVE_AGAIN S("open it in a spreadsheet program and save it again as .xlsx")

void *
xlsx_more(void *array, int count, int *room, size_t size, struct arena *perm)
{
	if (count < *room)
		return array;
	int grown = *room ? *room * 2 : 32;
	void *moved = arena_take(perm, grown, size, _Alignof(max_align_t));
	if (count > 0)
		memcpy(moved, array, (size_t)count * size);
	*room = grown;
	return moved;
}

bool
xlsx_refuse(struct xlsx *book, Str code, Str part, Str wrong, Str mend)
{
	findings_add(book->found, (struct finding){ .severity = MISTAKE, .code = code,
		.file = book->file, .record = part, .wrong = part.len ? wrong
			: str_join(S("the workbook "), wrong, book->perm), .mend = mend });
	return false;
}

/* ---- one part ---------------------------------------------------------------------------------- */

static bool
take_piece(void *context, Str piece, bool last)
{
	return xml_take(context, piece, last);
}

bool
xlsx_part_read(struct xlsx *book, int part, const struct xml_handler *handler)
{
	assert(!book->xml);
	struct zip_trouble trouble = { 0 };
	book->xml = xml_open(handler, &xml_workbook_limits, book->perm);
	bool unpacked = zipped_read(book->zip, part, take_piece, book->xml, &trouble);
	enum xml_flaw flaw = xml_flaw(book->xml);
	int line = xml_place(book->xml).line;
	Str wrong = xml_wrong(book->xml, book->perm);
	xml_close(book->xml);
	book->xml = NULL;
	if (!unpacked)
		return xlsx_refuse(book, trouble.code, trouble.part, trouble.wrong, trouble.mend);
	if (flaw == XML_SOUND)
		return true;
	return xlsx_refuse(book, xml_flaw_code(flaw), zipped_name(book->zip, part),
	                   str_format(book->perm, "%.*s (line %d of the part)", STR_ARG(wrong),
	                              line), SAVE_AGAIN);
}

/* ---- what is refused and what is said ---------------------------------------------------------- */

/* Files that are zips and no workbooks, by a part that only they have; and parts no workbook needs. */
static const struct { Str part, code, wrong, mend; } strangers[] = {
	{ STR("content.xml"), STR("workbook-kind"), STR("is an OpenDocument file (.ods)"),
	  STR("open it in a spreadsheet program and save it as .xlsx") },
	{ STR("xl/workbook.bin"), STR("workbook-kind"), STR("is a binary workbook (.xlsb)"),
	  STR("open it in a spreadsheet program and save it as .xlsx") },
	{ STR("word/document.xml"), STR("workbook-kind"), STR("is a Word document"),
	  STR("copy its table into a workbook, and save that as .xlsx") },
	{ STR("Index/Document.iwa"), STR("workbook-kind"), STR("is a file of Apple Numbers"),
	  STR("export it as Excel, .xlsx") },
	{ STR("xl/vbaProject.bin"), STR("xlsx-part"), STR("holds macros, which are not accepted"),
	  STR("save it as .xlsx, the kind without macros") },
};

/* The ends of the names of files that hold files. */
static bool
holds_files(Str name)
{
	static const Str ends[] = { STR(".zip"), STR(".xlsx"), STR(".xlsm"), STR(".xlsb"), STR(".docx"),
	                            STR(".docm"), STR(".pptx"), STR(".jar"), STR(".7z"), STR(".rar"),
	                            STR(".gz") };
	for (ptrdiff_t i = 0; i < countof(ends); i++)
		if (name.len > ends[i].len && str_equal_fold(str_from(name, name.len - ends[i].len), ends[i]))
			return true;
	return false;
}

static bool
begins_as_zip(void *context, Str piece, bool last)
{
	(void)last;
	*(bool *)context = str_begins(piece, S("PK\x03\x04"));
	return false;
}

/* Another zip inside, by its name or its first bytes. */
static bool
is_nested(struct xlsx *book, int part, bool *nested)
{
	struct zip_trouble trouble;
	*nested = holds_files(zipped_name(book->zip, part));
	if (*nested || zipped_read(book->zip, part, begins_as_zip, nested, &trouble))
		return true;
	return xlsx_refuse(book, trouble.code, trouble.part, trouble.wrong, trouble.mend);
}

static bool
parts_allowed(struct xlsx *book)
{
	for (ptrdiff_t i = 0; i < countof(strangers); i++)
		if (zipped_find(book->zip, strangers[i].part) >= 0)
			return xlsx_refuse(book, strangers[i].code, (Str){ 0 }, strangers[i].wrong, strangers[i].mend);
	for (int i = 0; i < zipped_count(book->zip); i++) {
		bool nested;
		if (!is_nested(book, i, &nested))
			return false;
		if (nested)
			return xlsx_refuse(book, S("xlsx-limit"), zipped_name(book->zip, i),
			                   S("is a file of files inside the workbook"),
			                   S("delete the embedded file from the workbook, and save it again"));
	}
	return true;
}

/* Another workbook that values came from. It is named, and never opened. */
static bool
say_link(struct xlsx *book, Str part)
{
	struct xlsx_relations relations = { 0 };
	if (!xlsx_relations_read(book, part, &relations))
		return false;
	Str target = relations.count > 0 ? relations.at[0].target : part;
	findings_add(book->found, (struct finding){ .severity = QUERY, .code = S("external-link"),
		.file = book->file, .seen = target,
		.wrong = S("is another workbook that values come from; it is not opened, and they are read as "
		           "they were saved"),
		.mend = S("check that the workbook was saved with its values up to date") });
	return true;
}

static bool
say_links(struct xlsx *book)
{
	for (int i = 0; i < zipped_count(book->zip); i++) {
		Str name = zipped_name(book->zip, i);
		bool link = str_find_fold(name, S("xl/externalLinks/")) == 0
			&& str_find(str_from(name, 17), S("/")) < 0;
		if (link && !say_link(book, name))
			return false;
	}
	return true;
}

/* ---- the whole workbook ------------------------------------------------------------------------ */

static void
say_hidden(struct xlsx *book, Str name)
{
	findings_add(book->found, (struct finding){ .severity = QUERY, .code = S("hidden-sheet"),
		.file = book->file, .record = name, .wrong = S("is a hidden sheet, and is not read"),
		.mend = S("show it in the workbook if it should be") });
}

/* The sheets that show. A part may be one sheet only: else a small file reads as a very large one. */
static bool
read_sheets(struct xlsx *book, Str from, const struct xlsx_relations *relations,
            const struct xlsx_tabs *tabs, struct grids *grids)
{
	bool *used = new(book->perm, zipped_count(book->zip), bool);
	grids->at = new(book->perm, tabs->count, struct grid);
	for (int t = 0; t < tabs->count; t++) {
		const struct xlsx_tab *tab = &tabs->at[t];
		const struct xlsx_relation *relation = NULL;
		for (int r = 0; r < relations->count && !relation; r++)
			if (str_equal(relations->at[r].id, tab->relation))
				relation = &relations->at[r];
		if (!relation)
			return xlsx_refuse(book, S("xlsx-part"), tab->name,
			                   S("is a sheet that is not in the file"), SAVE_AGAIN);
		if (!str_ends(relation->type, S("/worksheet")))
			continue;                    /* a chart's own sheet has no cells */
		if (tab->hidden) {
			say_hidden(book, tab->name);
			continue;
		}
		int part = xlsx_relation_part(book, from, relation);
		if (part < 0)
			return false;
		if (used[part])
			return xlsx_refuse(book, S("xlsx-part"), tab->name,
			                   S("is the same as another sheet"), SAVE_AGAIN);
		used[part] = true;
		if (!xlsx_sheet_read(book, part, tab->name, &grids->at[grids->count++]))
			return false;
	}
	return true;
}

/* What the sheets need: texts and styles, where there are any. */
static bool
read_shared(struct xlsx *book, Str from, const struct xlsx_relations *relations)
{
	const struct xlsx_relation *strings = xlsx_relation_of(relations, S("/sharedStrings"));
	const struct xlsx_relation *styles = xlsx_relation_of(relations, S("/styles"));
	int part;
	if (strings && ((part = xlsx_relation_part(book, from, strings)) < 0 || !xlsx_strings_read(book, part)))
		return false;
	return !styles || ((part = xlsx_relation_part(book, from, styles)) >= 0 && xlsx_styles_read(book, part));
}

static bool
read_book(struct xlsx *book, struct grids *grids)
{
	struct xlsx_relations package = { 0 }, relations = { 0 };
	struct xlsx_tabs tabs = { 0 };
	if (!parts_allowed(book) || !xlsx_relations_read(book, S(""), &package))
		return false;
	const struct xlsx_relation *document = xlsx_relation_of(&package, S("/officeDocument"));
	if (!document)
		return xlsx_refuse(book, S("workbook-kind"), (Str){ 0 }, S("is a zip file and no workbook"),
		                   S("unpack it, and send the workbook that is in it"));
	int part = xlsx_relation_part(book, S(""), document);
	if (part < 0)
		return false;
	Str from = zipped_name(book->zip, part);
	return xlsx_tabs_read(book, part, &tabs) && xlsx_relations_read(book, from, &relations)
		&& say_links(book) && read_shared(book, from, &relations)
		&& read_sheets(book, from, &relations, &tabs, grids);
}

static bool
read_opened(struct xlsx *book, struct grids *grids)
{
	int rows = 0;
	if (!read_book(book, grids))
		return false;
	for (int g = 0; g < grids->count; g++)
		rows += grids->at[g].row_count;
	return rows > 0 || xlsx_refuse(book, S("empty"), (Str){ 0 }, S("has nothing in its visible sheets"),
	                               S("choose the workbook with the list in it"));
}

/* libzip and Expat keep memory of their own: a jump out of a full arena passes through here, frees it,
 * and goes on to its boundary. */
bool
xlsx_read(Str bytes, Str file, struct grids *grids, struct findings *found, struct arena *perm)
{
	struct xlsx *const book = new(perm, 1, struct xlsx);
	struct arena *const other = found->arena;
	jmp_buf *const boundary = perm->full, *const others = other->full;
	jmp_buf here;
	struct zip_trouble trouble;
	*book = (struct xlsx){ .file = file, .found = found, .perm = perm };
	book->zip = zipped_open(bytes, &trouble, perm);
	if (!book->zip)
		return xlsx_refuse(book, trouble.code, trouble.part, trouble.wrong, trouble.mend);
	if (setjmp(here) != 0) {
		if (book->xml)
			xml_close(book->xml);
		zipped_close(book->zip);
		perm->full = boundary;
		other->full = others;
		longjmp(boundary ? *boundary : *others, 1);
	}
	if (boundary)
		perm->full = &here;
	if (others)
		other->full = &here;
	bool read = read_opened(book, grids);
	perm->full = boundary;
	other->full = others;
	zipped_close(book->zip);
	return read;
}
