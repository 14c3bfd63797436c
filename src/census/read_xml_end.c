/* read_xml_end.c: what is said of a message once its elements have gone by. */
#include "census/read_xml.h"

#include "census/rules.h"

static Str
mend_of(enum xml_flaw flaw)
{
	switch (flaw) {
	case XML_CUT:
		return S("export it or fetch it again: it was cut short");
	case XML_LETTERS:
		return S(
			"export it as UTF-8: it says so, and was probably written as Windows-1252");
	case XML_ENTITY:
		return S("write the letter itself, and & as &amp;");
	case XML_ENCODING:
		return S("export it as UTF-8");
	case XML_MISMATCH:
		return S("look at the lines above for an element that is not closed");
	case XML_AFTER_END:
		return S("check whether two files were put together");
	case XML_DOCTYPE:
		return S("take the declaration out: DfE's message has none");
	case XML_BROKEN:
		return S("look at this place; in a text & is written &amp; and < is written &lt;");
	default:
		return S("check that this is a census return, and export it again");
	}
}

/* A file that Expat stops at is told of once, where it did. */
static bool
refuse_flaw(struct message *in, struct findings *found)
{
	enum xml_flaw flaw = xml_flaw(in->xml);
	struct xml_place place = xml_place(in->xml);
	int64_t at = xml_offset(in->xml);
	bool nul = flaw == XML_BROKEN && at > 0 && at < in->bytes.len && in->bytes.at[at] == 0 &&
		   in->bytes.at[0] != 0 && in->bytes.at[1] != 0 &&
		   !str_begins(in->bytes, S("\xFE\xFF"));
	bool broken = str_equal(xml_flaw_code(flaw), S("xml-broken"));
	Str wrong = str_join(S("the file "), xml_wrong(in->xml, in->perm), in->perm);
	census_tell_at(
		found,
		(struct finding){
			.code = broken ? S("D001") : xml_flaw_code(flaw),
			.file = in->ret->file,
			.line = place.line,
			.column = place.column,
			.wrong = nul ? S("the file holds a NUL byte, so it is no text") : wrong,
			.mend = nul ? S("export it or fetch it again") : mend_of(flaw) });
	return false;
}

/* Other censuses that come with the same header, by what they call themselves. */
static bool
is_another_collection(struct message *in, struct findings *found)
{
	static const struct {
		Str code, words;
	} collections[] = {
		{ STR("CIN"), STR("the children in need census") },
		{ STR("CLA"), STR("the return on children looked after") },
		{ STR("SC"), STR("the school census") },
		{ STR("SWF"), STR("the school workforce census") },
		{ STR("SSDA903"), STR("the return on children looked after") },
		{ STR("AP"), STR("the alternative provision census") },
		{ STR("EY"), STR("the early years census") },
		{ STR("PVI"), STR("the early years census") },
	};
	const struct cell_said *cell = &in->ret->cell[ITEM_COLLECTION];
	Str said = str_trim(cell->text), words = { 0 };
	if (said.len == 0 || in->ret->worker_count > 0 ||
	    fact_of(ITEM_COLLECTION, said).said == SAID)
		return false;
	for (ptrdiff_t i = 0; i < countof(collections); i++)
		if (str_begins(said, collections[i].code))
			words = collections[i].words;
	Str wrong = S("is another collection, not the social work workforce census");
	if (words.len > 0)
		wrong = str_format(in->perm,
				   "is a file of %.*s, not of the social work workforce census",
				   STR_ARG(words));
	census_tell_at(found, (struct finding){ .code = S("D003"),
						.file = in->ret->file,
						.line = cell->line,
						.column = cell->column,
						.field = item_rows[ITEM_COLLECTION].name,
						.seen = said,
						.wrong = wrong,
						.mend = S("choose the file of the return") });
	return true;
}

/* Parts that must be there, and the module by the name it has in that year. */
static void
look_at_parts(struct message *in)
{
	static const Str names[] = {
		[PART_HEADER] = STR("Header"), [PART_WORKER] = STR("CSWWWorker")
	};
	const struct census_return *ret = in->ret;
	Str module = census_module(ret->year ? ret->year : CENSUS_LAST_YEAR);
	for (int part = 0; part < PARTS; part++)
		if (in->parts[part] == 0)
			notices_add(&in->notices,
				    (struct notice){ .code = S("D002"),
						     .field = part == PART_MODULE ? module
										  : names[part],
						     .wrong = S("is missing"),
						     .mend = S("export the file again, with it") });
	if (ret->year != 0 && in->module.len > 0 && !str_equal(in->module, module))
		notices_add(
			&in->notices,
			(struct notice){
				.code = S("D002"),
				.line = ret->module_line,
				.field = in->module,
				.wrong = str_format(
					in->perm,
					"is not what the census of %d calls it, as far as is known",
					ret->year),
				.mend = str_format(in->perm, "write %.*s", STR_ARG(module)) });
}

/* Items of the header and the authority that the year does not have; of a worker's, rules tell. */
static void
look_at_years(struct message *in)
{
	const struct census_return *ret = in->ret;
	for (int i = 0; i < RETURN_ITEMS && ret->year >= CENSUS_FIRST_YEAR; i++)
		if (ret->cell[i].text.at && !item_in_year((enum item)i, ret->year))
			notices_add(&in->notices,
				    (struct notice){
					    .code = S("D009"),
					    .line = ret->cell[i].line,
					    .column = ret->cell[i].column,
					    .field = item_rows[i].name,
					    .seen = ret->cell[i].text,
					    .wrong = str_format(in->perm,
								"is no item of the census of %d",
								ret->year),
					    .mend = S("take it out") });
}

bool
message_end(struct message *in, struct findings *found)
{
	if (in->fatal.code.len > 0) {
		const struct notice *f = &in->fatal;
		census_tell_at(found, (struct finding){ .code = f->code,
							.file = in->ret->file,
							.line = f->line,
							.column = f->column,
							.field = f->field,
							.wrong = f->wrong,
							.mend = f->mend });
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
