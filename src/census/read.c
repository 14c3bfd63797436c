/* read.c: what a file is, and whether it is the one that was expected. */
#include "census/read.h"

#include "census/rules.h"

/* Web pages, as some systems call a workbook: the reader of sheets has the words for them. */
static bool
is_web_page(Str text)
{
	static const Str begins[] = { STR("<html"), STR("<!doctype html"), STR("<table") };
	for (ptrdiff_t i = 0; i < countof(begins); i++)
		if (text.len >= begins[i].len &&
		    str_equal_fold(str_upto(text, begins[i].len), begins[i]))
			return true;
	return false;
}

static bool
is_utf16(Str bytes)
{
	return str_begins(bytes, S("\xFF\xFE<\0")) || str_begins(bytes, S("\xFE\xFF\0<")) ||
	       str_begins(bytes, S("<\0")) || str_begins(bytes, S("\0<"));
}

static bool
is_xml(Str bytes)
{
	Str text = str_trim(str_begins(bytes, S("\xEF\xBB\xBF")) ? str_from(bytes, 3) : bytes);
	return is_utf16(bytes) || (str_begins(text, S("<")) && !is_web_page(text));
}

/* Where an item's text stands; where nobody wrote it, the whole file. */
static void
tell_cell(struct findings *found, const struct census_return *ret, enum item item, Str code,
	  Str wrong, Str mend)
{
	const struct cell_said *cell = &ret->cell[item];
	census_tell_at(found, (struct finding){ .code = code,
						.file = ret->file,
						.line = cell->line,
						.column = cell->column,
						.field = item_rows[item].name,
						.seen = cell->text,
						.wrong = wrong,
						.mend = mend });
}

static void
hold_against(const struct census_expect *expect, const struct census_return *ret,
	     struct findings *found, struct arena *perm)
{
	Str lea = str_trim(ret->cell[ITEM_LEA].text);
	if (expect->year != 0 && ret->year != 0 && ret->year != expect->year)
		tell_cell(found, ret, ITEM_YEAR, S("D004"),
			  str_format(perm, "is another census year: the return of %d was expected",
				     expect->year),
			  S("choose that year's file, or that year here"));
	if (expect->lea.len > 0 && lea.len > 0 && !str_equal(lea, expect->lea))
		tell_cell(found, ret, ITEM_LEA, S("D007"),
			  str_format(perm,
				     "is another council's number: a return of %.*s was expected",
				     STR_ARG(expect->lea)),
			  S("choose that council's file"));
}

/* The message may come so, and DfE's system may not take it. */
static void
tell_utf16(Str file, struct findings *found)
{
	findings_add(
		found,
		(struct finding){
			.severity = QUERY,
			.code = S("utf-16"),
			.file = file,
			.wrong =
				S("the file is written in UTF-16, which DfE's system may not take"),
			.mend = S("export it as UTF-8") });
}

bool
census_read(Str bytes, Str file, const struct census_expect *expect, struct census_return *ret,
	    struct findings *found, struct arena *perm)
{
	*ret = (struct census_return){ .file = file };
	if (bytes.len > CENSUS_FILE_MOST) {
		census_tell_at(
			found,
			(struct finding){ .code = S("D001"),
					  .file = file,
					  .wrong = S("the file is over 150 MB, more than every "
						     "social worker in England takes"),
					  .mend = S("choose the file of one council's return") });
		return false;
	}
	bool xml = is_xml(bytes);
	bool read = xml ? census_read_xml(bytes, ret, found, perm)
			: census_read_sheets(bytes, expect, ret, found, perm);
	if (read && xml && is_utf16(bytes))
		tell_utf16(file, found);
	if (read)
		hold_against(expect, ret, found, perm);
	census_order(found);
	return read;
}
