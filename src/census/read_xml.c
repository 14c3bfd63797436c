/* read_xml.c: the message as its elements go by. */
#include "census/read.h"

#include "census/reading.h"
#include "census/rules.h"
#include "files/xml.h"

#include <string.h>

/* 200,000 workers are 5.4 million elements. A tag of the message has no attributes at all; OtherAllowances
 * holds 1,000 characters. */
static const struct xml_limits limits = { .depth = 32, .attributes = 64, .elements = 8000000, .text = 64000, .tag = 256000 };

enum level { OUTSIDE, IN_MESSAGE, IN_HEADER, IN_GROUP, IN_ITEM };
enum part { PART_HEADER, PART_MODULE, PART_WORKER, PARTS };

struct reading {
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
	struct cell_said *cell, spare;       /* the item's; `spare` where it has been there before */
	bool   copying;
	struct text copy;                    /* of a text that does not stand in the file as it reads */
};

/* ---- noticing ---------------------------------------------------------------------------------- */

static struct notice
notice_here(const struct reading *in, Str code, Str field)
{
	struct xml_place place = xml_place(in->xml);
	return (struct notice){ .code = code, .worker = in->worker ? in->worker->number : 0, .line = place.line,
	                        .column = place.column, .field = field };
}

static void
notice(struct reading *in, Str code, Str field, Str wrong, Str mend)
{
	struct notice made = notice_here(in, code, field);
	made.wrong = wrong;
	made.mend = mend;
	notices_add(&in->notices, made);
}

/* Ends the reading: what this is cannot be looked at. */
static void
give_up(struct reading *in, Str code, Str wrong, Str mend)
{
	in->fatal = notice_here(in, code, (Str){ 0 });
	in->fatal.wrong = wrong;
	in->fatal.mend = mend;
	xml_leave(in->xml);
}

/* A tag of the message is a plain name. */
static void
look_at_tag(struct reading *in, const struct xml_tag *tag)
{
	bool spaced = tag->prefixed, attributes = false;
	for (const char *const *pair = tag->pairs; pair[0]; pair += 2) {
		bool space = str_equal(str_of(pair[0]), S("xmlns"));
		spaced = spaced || space;
		attributes = attributes || !space;
	}
	if (spaced && !in->strange) {
		in->strange = true;
		notice(in, S("D001"), str_copy(tag->name, in->perm), S("is in a namespace, and DfE's message is in none"),
		       S("export it without: no xmlns, and no prefixes"));
	}
	if (attributes)
		notice(in, S("D009"), str_copy(tag->name, in->perm), S("has attributes, which are not read"),
		       S("write the element without them"));
}

static void
ignore(struct reading *in)
{
	in->ignored = 1;
}

/* ---- parts of the message ---------------------------------------------------------------------- */

static void
open_root(struct reading *in, const struct xml_tag *tag)
{
	static const struct { Str name, wrong, mend; } others[] = {
		{ STR("Workbook"), STR("the file is a workbook saved as XML"),
		  STR("open it in a spreadsheet program and save it as .xlsx") },
		{ STR("html"), STR("the file is a web page"), STR("choose the file of the return") },
	};
	in->level = IN_MESSAGE;
	if (str_equal(tag->name, S("Message")))
		return;
	for (ptrdiff_t i = 0; i < countof(others); i++)
		if (str_equal(tag->name, others[i].name)) {
			give_up(in, S("D001"), others[i].wrong, others[i].mend);
			return;
		}
	Str name = str_upto(tag->name, tag->name.len < 60 ? tag->name.len : 60);
	while (!str_utf8(name, NULL))
		name.len--;
	give_up(in, S("D001"), str_format(in->perm, "the file is no census return: it is of <%.*s>, not of <Message>",
	                                  STR_ARG(name)), S("choose the file of the return"));
}

static void
open_group(struct reading *in, enum item_place place, enum item first)
{
	in->above = in->level;
	in->level = IN_GROUP;
	in->place = place;
	in->last = (enum item)((int)first - 1);
}

static struct worker *
next_worker(struct reading *in)
{
	struct census_return *ret = in->ret;
	if (ret->worker_count == in->room) {
		in->room = in->room ? 2 * in->room : 64;
		struct worker *moved = new(in->perm, in->room, struct worker);
		if (ret->worker_count > 0)
			memcpy(moved, ret->workers, (size_t)ret->worker_count * sizeof *moved);
		ret->workers = moved;
	}
	struct worker *w = &ret->workers[ret->worker_count++];
	w->number = ret->worker_count;
	return w;
}

static void
open_worker(struct reading *in)
{
	if (in->ret->worker_count == CENSUS_WORKERS_MOST) {
		give_up(in, S("D002"), S("the file has more than 200,000 workers"), S("choose the file of one council's return"));
		return;
	}
	in->worker = next_worker(in);
	struct xml_place place = xml_place(in->xml);
	in->worker->line = place.line;
	in->worker->column = place.column;
	open_group(in, IN_WORKER, ITEM_AGENCY);
}

/* A header or module; a second one is left alone. */
static void
open_once(struct reading *in, enum part part, int *line, Str name)
{
	if (in->parts[part] > 1) {
		notice(in, S("D002"), name, S("is there a second time, and is not read"), S("write one"));
		ignore(in);
		return;
	}
	*line = xml_place(in->xml).line;
	if (part == PART_MODULE) {
		in->module = name;
		open_group(in, IN_AUTHORITY, ITEM_VACANCIES);
	} else
		in->level = IN_HEADER;
}

static void
open_part(struct reading *in, const struct xml_tag *tag)
{
	static const struct { Str name; enum part part; } parts[] = {
		{ STR("CSWWWorker"), PART_WORKER }, { STR("Header"), PART_HEADER }, { STR("LALevel"), PART_MODULE },
		{ STR("LALevelVacancies"), PART_MODULE },
	};
	static const Str before[] = { STR("the module and the workers"), STR("the workers"), STR("") };
	ptrdiff_t i = 0;
	while (i < countof(parts) && !str_equal(tag->name, parts[i].name))
		i++;
	if (i == countof(parts)) {
		notice(in, S("D009"), str_copy(tag->name, in->perm), S("is no part of the census message, and is not read"),
		       S("check which system wrote it, and take it out"));
		ignore(in);
		return;
	}
	enum part part = parts[i].part;
	if (part < in->furthest && in->parts[part] == 0)
		notice(in, S("D002"), parts[i].name, S("stands after what it should come before"),
		       str_format(in->perm, "write it before %.*s", STR_ARG(before[part])));
	in->furthest = part > in->furthest ? part : in->furthest;
	in->parts[part]++;
	if (part == PART_WORKER)
		open_worker(in);
	else
		open_once(in, part, part == PART_HEADER ? &in->ret->header_line : &in->ret->module_line, parts[i].name);
}

static void
open_in_header(struct reading *in, const struct xml_tag *tag)
{
	if (str_equal(tag->name, S("CollectionDetails")))
		open_group(in, IN_COLLECTION, ITEM_COLLECTION);
	else if (str_equal(tag->name, S("Source")))
		open_group(in, IN_SOURCE, ITEM_SOURCE_LEVEL);
	else {
		notice(in, S("D009"), str_copy(tag->name, in->perm), S("is no element of the census's header, and is not read"),
		       S("take it out, unless DfE asks for it"));
		ignore(in);
	}
}

/* ---- items ------------------------------------------------------------------------------------- */

/* They mostly come in order, so the next ones are looked at first. */
static enum item
item_named(const struct reading *in, Str name)
{
	for (int i = in->last + 1; i < ITEMS && i <= in->last + 4; i++)
		if (item_rows[i].place == in->place && str_equal(item_rows[i].name, name))
			return (enum item)i;
	return item_find(name, in->place);
}

static void
open_unknown(struct reading *in, const struct xml_tag *tag)
{
	Str near = reading_nearest(tag->name, in->place);
	notice(in, S("D009"), str_copy(tag->name, in->perm), S("is no item of the census here, and is not read"),
	       near.len ? str_format(in->perm, "write %.*s, if that is meant", STR_ARG(near)) : S("take it out"));
	ignore(in);
}

static void
open_item(struct reading *in, const struct xml_tag *tag)
{
	enum item item = item_named(in, tag->name);
	if (item == NO_ITEM) {
		open_unknown(in, tag);
		return;
	}
	struct xml_place place = xml_place(in->xml);
	struct cell_said *cell = in->worker ? &in->worker->cell[item - WORKER_FIRST] : &in->ret->cell[item];
	in->level = IN_ITEM;
	in->item = item;
	in->cell = cell->text.at ? &in->spare : cell;
	*in->cell = (struct cell_said){ S(""), place.line, place.column };
	in->copying = false;
	if (item < in->last && in->cell == cell)
		habit_add(&in->notices.late[item], (struct habit){ .worker = in->worker ? in->worker->number : 0,
			.line = place.line, .column = place.column, .after = in->last });
	in->last = item > in->last ? item : in->last;
}

/* The text where it stands in the file, if it stands there as it reads. */
static Str
as_it_stands(const struct reading *in, Str text)
{
	int64_t at = xml_offset(in->xml);
	bool there = at >= 0 && text.len <= in->bytes.len - at
		&& memcmp(in->bytes.at + at, text.at, (size_t)text.len) == 0;
	return there ? (Str){ in->bytes.at + at, text.len } : (Str){ 0 };
}

static void
add_text(struct reading *in, Str text)
{
	Str *kept = &in->cell->text, stands = as_it_stands(in, text);
	if (!in->copying && stands.at && (kept->len == 0 || kept->at + kept->len == stands.at)) {
		*kept = (Str){ kept->len ? kept->at : stands.at, kept->len + stands.len };
		return;
	}
	if (!in->copying) {
		in->copying = true;
		in->copy = text_new(in->perm);
		text_add(&in->copy, *kept);
	}
	text_add(&in->copy, text);
	*kept = text_str(&in->copy);
}

static void
close_item(struct reading *in)
{
	const struct cell_said *cell = in->cell;
	in->level = IN_GROUP;
	if (cell == &in->spare)
		notices_add(&in->notices, (struct notice){ .code = S("D009"), .worker = in->worker ? in->worker->number : 0,
			.line = cell->line, .column = cell->column, .field = item_rows[in->item].name, .seen = cell->text,
			.wrong = S("is there again; the first is read"), .mend = S("write it once") });
	else if (str_trim(cell->text).len == 0 && item_rows[in->item].kind != KIND_TEXT)
		habit_add(&in->notices.empty[in->item], (struct habit){ .worker = in->worker ? in->worker->number : 0,
			.line = cell->line, .column = cell->column });
}

/* ---- what the reader of XML calls -------------------------------------------------------------- */

static void
on_open(void *context, const struct xml_tag *tag)
{
	struct reading *in = context;
	if (in->ignored > 0) {
		in->ignored++;
		return;
	}
	if (tag->prefixed || tag->pairs[0])
		look_at_tag(in, tag);
	switch (in->level) {
	case OUTSIDE:    open_root(in, tag); break;
	case IN_MESSAGE: open_part(in, tag); break;
	case IN_HEADER:  open_in_header(in, tag); break;
	case IN_GROUP:   open_item(in, tag); break;
	case IN_ITEM:
		notice(in, S("D009"), item_rows[in->item].name, S("has an element inside, which is not read"),
		       S("write its text alone"));
		ignore(in);
		break;
	}
}

static void
on_close(void *context, Str name)
{
	struct reading *in = context;
	(void)name;
	if (in->ignored > 0) {
		in->ignored--;
		return;
	}
	switch (in->level) {
	case OUTSIDE:    break;
	case IN_MESSAGE: in->level = OUTSIDE; break;
	case IN_HEADER:  in->level = IN_MESSAGE; break;
	case IN_GROUP:
		in->level = in->above;
		in->worker = NULL;
		break;
	case IN_ITEM:    close_item(in); break;
	}
}

static void
on_text(void *context, Str text)
{
	struct reading *in = context;
	if (in->ignored > 0)
		return;
	if (in->level == IN_ITEM)
		add_text(in, text);
	else if (!in->stray && str_trim(text).len > 0) {
		in->stray = true;
		notice(in, S("D009"), (Str){ 0 }, S("text stands between the elements, and is not read"),
		       S("look for an element that is not closed"));
	}
}

/* ---- the whole --------------------------------------------------------------------------------- */

static Str
mend_of(enum xml_flaw flaw)
{
	switch (flaw) {
	case XML_CUT:       return S("export it or fetch it again: it was cut short");
	case XML_LETTERS:   return S("export it as UTF-8: it says so, and was probably written as Windows-1252");
	case XML_ENTITY:    return S("write the letter itself, and & as &amp;");
	case XML_ENCODING:  return S("export it as UTF-8");
	case XML_MISMATCH:  return S("look at the lines above for an element that is not closed");
	case XML_AFTER_END: return S("check whether two files were put together");
	case XML_DOCTYPE:   return S("take the declaration out: DfE's message has none");
	case XML_BROKEN:    return S("look at this place; in a text & is written &amp; and < is written &lt;");
	default:            return S("check that this is a census return, and export it again");
	}
}

/* A file that Expat stops at is told of once, where it did. */
static bool
refuse_flaw(struct reading *in, struct findings *found)
{
	enum xml_flaw flaw = xml_flaw(in->xml);
	struct xml_place place = xml_place(in->xml);
	int64_t at = xml_offset(in->xml);
	bool nul = flaw == XML_BROKEN && at > 0 && at < in->bytes.len && in->bytes.at[at] == 0
		&& in->bytes.at[0] != 0 && in->bytes.at[1] != 0 && !str_begins(in->bytes, S("\xFE\xFF"));
	bool broken = str_equal(xml_flaw_code(flaw), S("xml-broken"));
	Str wrong = str_join(S("the file "), xml_wrong(in->xml, in->perm), in->perm);
	census_tell_at(found, broken ? S("D001") : xml_flaw_code(flaw), in->ret->file, place.line, place.column,
	               (Str){ 0 }, (Str){ 0 }, (Str){ 0 }, nul ? S("the file holds a NUL byte, so it is no text") : wrong,
	               nul ? S("export it or fetch it again") : mend_of(flaw));
	return false;
}

/* Other censuses that come with the same header, by what they call themselves. */
static bool
is_another_collection(struct reading *in, struct findings *found)
{
	static const struct { Str code, words; } collections[] = {
		{ STR("CIN"), STR("the children in need census") }, { STR("CLA"), STR("the return on children looked after") },
		{ STR("SC"), STR("the school census") }, { STR("SWF"), STR("the school workforce census") },
		{ STR("SSDA903"), STR("the return on children looked after") }, { STR("AP"), STR("the alternative provision census") },
		{ STR("EY"), STR("the early years census") }, { STR("PVI"), STR("the early years census") },
	};
	const struct cell_said *cell = &in->ret->cell[ITEM_COLLECTION];
	Str said = str_trim(cell->text), words = { 0 };
	if (said.len == 0 || in->ret->worker_count > 0 || fact_of(ITEM_COLLECTION, said).said == SAID)
		return false;
	for (ptrdiff_t i = 0; i < countof(collections); i++)
		if (str_begins(said, collections[i].code))
			words = collections[i].words;
	census_tell_at(found, S("D003"), in->ret->file, cell->line, cell->column, (Str){ 0 },
	               item_rows[ITEM_COLLECTION].name, said,
	               words.len ? str_format(in->perm, "is a file of %.*s, not of the social work workforce census", STR_ARG(words))
	                         : S("is another collection, not the social work workforce census"),
	               S("choose the file of the return"));
	return true;
}

/* Parts that must be there, and the module by the name it has in that year. */
static void
look_at_parts(struct reading *in)
{
	static const Str names[] = { [PART_HEADER] = STR("Header"), [PART_WORKER] = STR("CSWWWorker") };
	const struct census_return *ret = in->ret;
	Str module = ret->year ? census_module(ret->year) : S("LALevel");
	for (int part = 0; part < PARTS; part++)
		if (in->parts[part] == 0)
			notices_add(&in->notices, (struct notice){ .code = S("D002"),
				.field = part == PART_MODULE ? module : names[part],
				.wrong = S("is missing"), .mend = S("export the file again, with it") });
	if (ret->year != 0 && in->module.len > 0 && !str_equal(in->module, module))
		notices_add(&in->notices, (struct notice){ .code = S("D002"), .line = ret->module_line, .field = in->module,
			.wrong = str_format(in->perm, "is not what the census of %d calls it, as far as is known", ret->year),
			.mend = str_format(in->perm, "write %.*s", STR_ARG(module)) });
}

/* Items of the header and the authority that the year does not have; of a worker's, rules tell. */
static void
look_at_years(struct reading *in)
{
	const struct census_return *ret = in->ret;
	for (int i = 0; i < RETURN_ITEMS && ret->year >= CENSUS_FIRST_YEAR; i++)
		if (ret->cell[i].text.at && !item_in_year((enum item)i, ret->year))
			notices_add(&in->notices, (struct notice){ .code = S("D009"), .line = ret->cell[i].line,
				.column = ret->cell[i].column, .field = item_rows[i].name, .seen = ret->cell[i].text,
				.wrong = str_format(in->perm, "is no item of the census of %d", ret->year), .mend = S("take it out") });
}

/* How many workers there can be: room for them is taken once. */
static int
workers_in(Str bytes)
{
	static const char begins[] = "<CSWWWorker>";
	int count = 0;
	for (const char *at = bytes.at; count < CENSUS_WORKERS_MOST; count++) {
		at = memmem(at, (size_t)(bytes.at + bytes.len - at), begins, sizeof begins - 1);
		if (!at)
			break;
		at += sizeof begins - 1;
	}
	return count;
}

static bool
conclude(struct reading *in, struct findings *found)
{
	if (in->fatal.code.len > 0) {
		const struct notice *f = &in->fatal;
		census_tell_at(found, f->code, in->ret->file, f->line, f->column, (Str){ 0 }, f->field, (Str){ 0 }, f->wrong, f->mend);
		return false;
	}
	if (xml_flaw(in->xml) != XML_SOUND)
		return refuse_flaw(in, found);
	if (is_another_collection(in, found))
		return false;
	return_settle(in->ret);
	look_at_parts(in);
	look_at_years(in);
	notices_tell(&in->notices, in->ret, found, in->perm);
	return true;
}

bool
census_read_xml(Str bytes, struct census_return *ret, struct findings *found, struct arena *perm)
{
	struct reading *in = new(perm, 1, struct reading);
	struct xml_handler handler = { in, on_open, on_close, on_text };
	*in = (struct reading){ .bytes = bytes, .ret = ret, .perm = perm };
	notices_begin(&in->notices, perm);
	ret->form = FORM_XML;
	in->room = workers_in(bytes);
	ret->workers = new(perm, in->room, struct worker);
	in->xml = xml_open(&handler, &limits, perm);
	xml_take_whole(in->xml, bytes, perm);
	xml_close(in->xml);
	bool read = conclude(in, found);
	if (!read)
		*ret = (struct census_return){ .file = ret->file, .form = FORM_XML };
	return read;
}
