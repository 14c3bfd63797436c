/* xlsx_book.c: how the parts of a workbook lead to each other, and its sheets by name. */
#include "files/xlsx.h"

static void
no_close(void *context, Str name)
{
	(void)context, (void)name;
}

static void
no_text(void *context, Str text)
{
	(void)context, (void)text;
}

/* ---- relations --------------------------------------------------------------------------------- */

struct relating { struct xlsx_relations *relations; struct arena *perm; };

static void
open_relation(void *context, const struct xml_tag *tag)
{
	struct relating *in = context;
	if (!str_equal(tag->name, S("Relationship")))
		return;
	*xlsx_push(in->relations, in->perm) = (struct xlsx_relation){
		.id = str_copy(xml_attribute(tag, S("Id")), in->perm),
		.type = str_copy(xml_attribute(tag, S("Type")), in->perm),
		.target = str_copy(xml_attribute(tag, S("Target")), in->perm),
		.external = str_equal_fold(xml_attribute(tag, S("TargetMode")), S("External")) };
}

/* Where the name of a part begins, after its folder. */
static ptrdiff_t
name_begin(Str part)
{
	ptrdiff_t at = part.len;
	while (at > 0 && part.at[at - 1] != '/')
		at--;
	return at;
}

bool
xlsx_relations_read(struct xlsx *book, Str part, struct xlsx_relations *relations)
{
	ptrdiff_t cut = name_begin(part);
	Str name = str_format(book->perm, "%.*s_rels/%.*s.rels", STR_ARG(str_upto(part, cut)),
	                      STR_ARG(str_from(part, cut)));
	struct relating in = { relations, book->perm };
	struct xml_handler handler = { &in, open_relation, no_close, no_text };
	int at = zipped_find(book->zip, name);
	return at < 0 || xlsx_part_read(book, at, &handler);
}

int
xlsx_relation_part(struct xlsx *book, Str from, const struct xlsx_relation *relation)
{
	Str folder = str_upto(from, name_begin(from)), target = relation->target;
	Str name = str_begins(target, S("/")) ? str_from(target, 1) : str_join(folder, target, book->perm);
	int part = relation->external ? -1 : zipped_find(book->zip, name);
	if (part < 0)
		xlsx_refuse(book, S("xlsx-part"), target,
		            relation->external ? S("is a part outside of the workbook, and is not fetched")
		                               : S("is a part that is not in the file"),
		            S("open it in a spreadsheet program and save it again as .xlsx"));
	return part;
}

const struct xlsx_relation *
xlsx_relation_of(const struct xlsx_relations *relations, Str kind)
{
	for (int i = 0; i < relations->count; i++)
		if (str_ends(relations->at[i].type, kind))
			return &relations->at[i];
	return NULL;
}

/* ---- sheets ------------------------------------------------------------------------------------ */

struct tabbing { struct xlsx *book; struct xlsx_tabs *tabs; };

static bool
is_true(Str value)
{
	return str_equal(value, S("1")) || str_equal(value, S("true")) || str_equal(value, S("on"));
}

static void
open_tab(void *context, const struct xml_tag *tag)
{
	struct tabbing *in = context;
	if (str_equal(tag->name, S("workbookPr")))
		in->book->dates_1904 = is_true(xml_attribute(tag, S("date1904")));
	if (!str_equal(tag->name, S("sheet")) || in->tabs->count > GRID_SHEETS_MOST)
		return;
	Str state = xml_attribute(tag, S("state"));
	*xlsx_push(in->tabs, in->book->perm) = (struct xlsx_tab){
		.name = str_copy(xml_attribute(tag, S("name")), in->book->perm),
		.relation = str_copy(xml_attribute(tag, S("id")), in->book->perm),
		.hidden = str_equal(state, S("hidden")) || str_equal(state, S("veryHidden")) };
}

bool
xlsx_tabs_read(struct xlsx *book, int part, struct xlsx_tabs *tabs)
{
	struct tabbing in = { book, tabs };
	struct xml_handler handler = { &in, open_tab, no_close, no_text };
	if (!xlsx_part_read(book, part, &handler))
		return false;
	if (tabs->count > GRID_SHEETS_MOST)
		return xlsx_refuse(book, S("xlsx-limit"), (Str){ 0 }, S("has more than 64 sheets"),
		                   S("send the sheet that is needed in a workbook of its own"));
	return true;
}
