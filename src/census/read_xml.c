/* read_xml.c: the message as its elements go by. */
#include "census/read.h"

#include "census/read_xml.h"

#include <string.h>

/* 200,000 workers are 5.4 million elements. A tag of the message has no attributes at all;
 * OtherAllowances holds 1,000 characters. */
static const struct xml_limits limits = {
	.depth = 32, .attributes = 64, .elements = 8000000, .text = 64000, .tag = 256000
};

/* ---- noticing -------------------------------------------------------------------------------- */

static struct notice
notice_here(const struct message *in, Str code, Str field)
{
	struct xml_place place = xml_place(in->xml);
	return (struct notice){ .code = code,
				.worker = in->worker ? in->worker->number : 0,
				.line = place.line,
				.column = place.column,
				.field = field };
}

static void
notice(struct message *in, Str code, Str field, Str wrong, Str mend)
{
	struct notice made = notice_here(in, code, field);
	made.wrong = wrong;
	made.mend = mend;
	notices_add(&in->notices, made);
}

/* Ends the reading: what this is cannot be looked at. */
static void
give_up(struct message *in, Str code, Str wrong, Str mend)
{
	in->fatal = notice_here(in, code, (Str){ 0 });
	in->fatal.wrong = wrong;
	in->fatal.mend = mend;
	xml_leave(in->xml);
}

/* A tag of the message is a plain name. */
static void
look_at_tag(struct message *in, const struct xml_tag *tag)
{
	bool spaced = tag->prefixed, attributes = false;
	for (const char *const *pair = tag->pairs; pair[0]; pair += 2) {
		bool space = str_equal(str_of(pair[0]), S("xmlns"));
		spaced = spaced || space;
		attributes = attributes || !space;
	}
	if (spaced && !in->strange) {
		in->strange = true;
		notice(in, S("D001"), str_copy(tag->name, in->perm),
		       S("is in a namespace, and DfE's message is in none"),
		       S("export it without: no xmlns, and no prefixes"));
	}
	if (attributes)
		notice(in, S("D009"), str_copy(tag->name, in->perm),
		       S("has attributes, which are not read"),
		       S("write the element without them"));
}

static void
ignore(struct message *in)
{
	in->ignored = 1;
}

/* ---- parts of the message -------------------------------------------------------------------- */

static void
open_root(struct message *in, const struct xml_tag *tag)
{
	static const struct {
		Str name, wrong, mend;
	} others[] = {
		{ STR("Workbook"), STR("the file is a workbook saved as XML"),
		  STR("open it in a spreadsheet program and save it as .xlsx") },
		{ STR("html"), STR("the file is a web page"),
		  STR("choose the file of the return") },
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
	give_up(in, S("D001"),
		str_format(in->perm,
			   "the file is no census return: it is of <%.*s>, not of <Message>",
			   STR_ARG(name)),
		S("choose the file of the return"));
}

static void
open_group(struct message *in, enum item_place place, enum item first)
{
	in->above = in->level;
	in->level = IN_GROUP;
	in->place = place;
	in->last = (enum item)((int)first - 1);
}

static struct worker *
next_worker(struct message *in)
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
open_worker(struct message *in)
{
	if (in->ret->worker_count == CENSUS_WORKERS_MOST) {
		give_up(in, S("D002"), S("the file has more than 200,000 workers"),
			S("choose the file of one council's return"));
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
open_once(struct message *in, enum part part, int *line, Str name)
{
	if (in->parts[part] > 1) {
		notice(in, S("D002"), name, S("is there a second time, and is not read"),
		       S("write one"));
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
open_part(struct message *in, const struct xml_tag *tag)
{
	static const struct {
		Str name;
		enum part part;
	} parts[] = {
		{ STR("CSWWWorker"), PART_WORKER },
		{ STR("Header"), PART_HEADER },
		{ STR("LALevel"), PART_MODULE },
		{ STR("LALevelVacancies"), PART_MODULE },
	};
	static const Str before[] = { STR("the module and the workers"), STR("the workers"),
				      STR("") };
	ptrdiff_t i = 0;
	while (i < countof(parts) && !str_equal(tag->name, parts[i].name))
		i++;
	if (i == countof(parts)) {
		notice(in, S("D009"), str_copy(tag->name, in->perm),
		       S("is no part of the census message, and is not read"),
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
		open_once(in, part,
			  part == PART_HEADER ? &in->ret->header_line : &in->ret->module_line,
			  parts[i].name);
}

static void
open_in_header(struct message *in, const struct xml_tag *tag)
{
	if (str_equal(tag->name, S("CollectionDetails")))
		open_group(in, IN_COLLECTION, ITEM_COLLECTION);
	else if (str_equal(tag->name, S("Source")))
		open_group(in, IN_SOURCE, ITEM_SOURCE_LEVEL);
	else {
		notice(in, S("D009"), str_copy(tag->name, in->perm),
		       S("is no element of the census's header, and is not read"),
		       S("take it out, unless DfE asks for it"));
		ignore(in);
	}
}

/* ---- items ----------------------------------------------------------------------------------- */

/* They mostly come in order, so the next ones are looked at first. */
static enum item
item_named(const struct message *in, Str name)
{
	for (int i = in->last + 1; i < ITEMS && i <= in->last + 4; i++)
		if (item_rows[i].place == in->place && str_equal(item_rows[i].name, name))
			return (enum item)i;
	return item_find(name, in->place);
}

static void
open_unknown(struct message *in, const struct xml_tag *tag)
{
	Str near = reading_nearest(tag->name, in->place);
	notice(in, S("D009"), str_copy(tag->name, in->perm),
	       S("is no item of the census here, and is not read"),
	       near.len ? str_format(in->perm, "write %.*s, if that is meant", STR_ARG(near))
			: S("take it out"));
	ignore(in);
}

static void
open_item(struct message *in, const struct xml_tag *tag)
{
	enum item item = item_named(in, tag->name);
	if (item == NO_ITEM) {
		open_unknown(in, tag);
		return;
	}
	struct xml_place place = xml_place(in->xml);
	struct cell_said *cell =
		in->worker ? &in->worker->cell[item - WORKER_FIRST] : &in->ret->cell[item];
	in->level = IN_ITEM;
	in->item = item;
	in->cell = cell->text.at ? &in->spare : cell;
	*in->cell = (struct cell_said){ S(""), place.line, place.column };
	in->copying = false;
	if (item < in->last && in->cell == cell)
		habit_add(&in->notices.late[item],
			  (struct habit){ .worker = in->worker ? in->worker->number : 0,
					  .line = place.line,
					  .column = place.column,
					  .after = in->last });
	in->last = item > in->last ? item : in->last;
}

/* The text where it stands in the file, if it stands there as it reads. */
static Str
as_it_stands(const struct message *in, Str text)
{
	int64_t at = xml_offset(in->xml);
	bool there = at >= 0 && text.len <= in->bytes.len - at &&
		     memcmp(in->bytes.at + at, text.at, (size_t)text.len) == 0;
	return there ? (Str){ in->bytes.at + at, text.len } : (Str){ 0 };
}

static void
add_text(struct message *in, Str text)
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
close_item(struct message *in)
{
	const struct cell_said *cell = in->cell;
	in->level = IN_GROUP;
	if (cell == &in->spare)
		notices_add(&in->notices,
			    (struct notice){ .code = S("D009"),
					     .worker = in->worker ? in->worker->number : 0,
					     .line = cell->line,
					     .column = cell->column,
					     .field = item_rows[in->item].name,
					     .seen = cell->text,
					     .wrong = S("is there again; the first is read"),
					     .mend = S("write it once") });
	else if (str_trim(cell->text).len == 0 && item_rows[in->item].kind != KIND_TEXT)
		habit_add(&in->notices.empty[in->item],
			  (struct habit){ .worker = in->worker ? in->worker->number : 0,
					  .line = cell->line,
					  .column = cell->column });
}

/* ---- what the reader of XML calls ------------------------------------------------------------ */

static void
on_open(void *context, const struct xml_tag *tag)
{
	struct message *in = context;
	if (in->ignored > 0) {
		in->ignored++;
		return;
	}
	if (tag->prefixed || tag->pairs[0])
		look_at_tag(in, tag);
	switch (in->level) {
	case OUTSIDE:
		open_root(in, tag);
		break;
	case IN_MESSAGE:
		open_part(in, tag);
		break;
	case IN_HEADER:
		open_in_header(in, tag);
		break;
	case IN_GROUP:
		open_item(in, tag);
		break;
	case IN_ITEM:
		notice(in, S("D009"), item_rows[in->item].name,
		       S("has an element inside, which is not read"), S("write its text alone"));
		ignore(in);
		break;
	}
}

static void
on_close(void *context, Str name)
{
	struct message *in = context;
	(void)name;
	if (in->ignored > 0) {
		in->ignored--;
		return;
	}
	switch (in->level) {
	case OUTSIDE:
		break;
	case IN_MESSAGE:
		in->level = OUTSIDE;
		break;
	case IN_HEADER:
		in->level = IN_MESSAGE;
		break;
	case IN_GROUP:
		in->level = in->above;
		in->worker = NULL;
		break;
	case IN_ITEM:
		close_item(in);
		break;
	}
}

static void
on_text(void *context, Str text)
{
	struct message *in = context;
	if (in->ignored > 0)
		return;
	if (in->level == IN_ITEM)
		add_text(in, text);
	else if (!in->stray && str_trim(text).len > 0) {
		in->stray = true;
		notice(in, S("D009"), (Str){ 0 },
		       S("text stands between the elements, and is not read"),
		       S("look for an element that is not closed"));
	}
}

/* ---- the whole ------------------------------------------------------------------------------- */

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

bool
census_read_xml(Str bytes, struct census_return *ret, struct findings *found, struct arena *perm)
{
	struct message *in = new(perm, 1, struct message);
	struct xml_handler handler = { in, on_open, on_close, on_text };
	*in = (struct message){ .bytes = bytes, .ret = ret, .perm = perm };
	notices_begin(&in->notices, perm);
	ret->form = FORM_XML;
	in->room = workers_in(bytes);
	ret->workers = new(perm, in->room, struct worker);
	in->xml = xml_open(&handler, &limits, perm);
	xml_take_whole(in->xml, bytes, perm);
	xml_close(in->xml);
	bool read = message_end(in, found);
	if (!read)
		*ret = (struct census_return){ .file = ret->file, .form = FORM_XML };
	return read;
}
