/* census_read_test.c: what is said of a census return by its bytes, and that it is written as it is read. */
#include "census_maker.h"
#include "check.h"
#include "xlsx_maker.h"

#include "census/read.h"
#include "census/rules.h"
#include "census/write.h"

struct reading { struct census_return ret; struct findings found; bool read; };

static struct reading *
read_expecting(Str bytes, struct census_expect expect, struct arena *perm)
{
	struct reading *r = new(perm, 1, struct reading);
	r->found = findings_new(perm);
	r->read = census_read(bytes, S("r"), &expect, &r->ret, &r->found, perm);
	return r;
}

static struct reading *
read_bytes(Str bytes, struct arena *perm)
{
	return read_expecting(bytes, (struct census_expect){ 0 }, perm);
}

/* Every finding, a line each. */
static Str
told(const struct reading *r, struct arena *perm)
{
	struct text out = text_new(perm);
	for (ptrdiff_t i = 0; i < r->found.count; i++) {
		text_add(&out, finding_text(&r->found.at[i], perm));
		text_char(&out, '\n');
	}
	return text_str(&out);
}

static Str
worker_text(const struct reading *r, int number, enum item item)
{
	return number <= r->ret.worker_count ? worker_cell(&r->ret.workers[number - 1], item)->text : S("nobody");
}

#define check_told(bytes, is_read, wants) do { \
	struct reading *r_ = read_bytes((bytes), perm); \
	check_int(r_->read, (is_read)); \
	check_str(told(r_, perm), S(wants)); \
} while (0)

/* ---- messages ------------------------------------------------------------------------------------ */

/* Lines 1 to 5 and 6; a worker begins on line 7. */
#define DETAILS(collection, year) "<CollectionDetails><Collection>" collection "</Collection><Year>" year "</Year><ReferenceDate>" \
	year "-09-30</ReferenceDate></CollectionDetails>\n"
#define SOURCE "<Source><SourceLevel>L</SourceLevel><LEA>335</LEA><SoftwareCode>M</SoftwareCode>" \
	"<DateTime>2025-10-20T09:30:00</DateTime></Source>\n"
#define HEADER(year) "<Header>\n" DETAILS("CSWW", year) SOURCE "</Header>\n"
#define MODULE(name) "<" name "><NumberOfVacancies>1</NumberOfVacancies></" name ">\n"
#define BEGIN "<Message>\n" HEADER("2025") MODULE("LALevel")
#define WORKER(items) "<CSWWWorker>" items "</CSWWWorker>\n"
#define END "</Message>\n"

static void
a_message_is_read_with_the_place_of_every_item(struct arena *perm)
{
	struct reading *r = read_bytes(S(BEGIN "  <CSWWWorker>\n\t<AgencyWorker>0</AgencyWorker><SWENo>SW1</SWENo>\n"
		"<PersonBirthDate>1980-02-29</PersonBirthDate></CSWWWorker>\n" WORKER("<AgencyWorker>1</AgencyWorker>") END), perm);
	check(r->read);
	check_str(told(r, perm), S(""));
	const struct census_return *ret = &r->ret;
	check_int(ret->year, 2025);
	check_int(ret->form, FORM_XML);
	check_int(ret->header_line, 2);
	check_int(ret->module_line, 6);
	check_str(ret->cell[ITEM_LEA].text, S("335"));
	check_int(ret->cell[ITEM_LEA].line, 4);
	check_int(ret->cell[ITEM_LEA].column, 37);           /* after "<Source><SourceLevel>L</SourceLevel>" */
	check_int(ret->worker_count, 2);
	const struct worker *w = &ret->workers[0];
	check_int(w->line, 7);
	check_int(w->column, 3);
	check_int(worker_cell(w, ITEM_AGENCY)->line, 8);
	check_int(worker_cell(w, ITEM_AGENCY)->column, 2);
	check_int(worker_cell(w, ITEM_SWE)->column, 32);     /* a tab, then 15 + 15 letters and signs and a 0 */
	check_int(worker_cell(w, ITEM_BORN)->line, 9);
	check_int(worker_fact(w, ITEM_BORN).value, 3711);    /* 10 years of 365, 2 leap days, 31 + 28 days */
	check(!worker_cell(w, ITEM_FTE)->text.at);
	check_int(ret->workers[1].number, 2);
	check_int(ret->workers[1].line, 10);
}

static void
elements_amiss_are_told_where_they_stand_and_the_rest_is_read(struct arena *perm)
{
	check_told(S(BEGIN WORKER("<SWENo>sw7</SWENo>\n<AgencyWorker>0</AgencyWorker>\n<FTE>1</FTE>\n<FTE>0.5</FTE>\n<Ftee>1</Ftee>\n"
		"<RoleEndDate/>\n<OrgRole>5<b>x</b></OrgRole>\n<Cases30 unit=\"each\">1</Cases30>\n<Colour>red<Deep/></Colour>") END), true,
		"r:8:1: query D009: SW7: AgencyWorker stands after SWENo; write it before SWENo, as DfE's message has it\n"
		"r:10:1: query D009: SW7: FTE \"0.5\" is there again; the first is read; write it once\n"
		"r:11:1: query D009: SW7: Ftee is no item of the census here, and is not read; write FTE, if that is meant\n"
		"r:12:1: query D009: SW7: RoleEndDate is there and empty; leave the element out where there is nothing to say\n"
		"r:13:1: query D009: SW7: OrgRole stands after RoleEndDate; write it before RoleEndDate, as DfE's message has it\n"
		"r:13:11: query D009: SW7: OrgRole has an element inside, which is not read; write its text alone\n"
		"r:14:1: query D009: SW7: Cases30 has attributes, which are not read; write the element without them\n"
		"r:15:1: query D009: SW7: Colour is no item of the census here, and is not read; take it out\n");
	struct reading *r = read_bytes(S(BEGIN WORKER("<SWENo>sw7</SWENo><AgencyWorker>0</AgencyWorker><FTE>1</FTE><FTE>0.5</FTE>"
		"<OrgRole>5<b>x</b></OrgRole><Cases30 unit=\"each\">1</Cases30>") END), perm);
	check_str(worker_text(r, 1, ITEM_AGENCY), S("0"));
	check_str(worker_text(r, 1, ITEM_FTE), S("1"));
	check_str(worker_text(r, 1, ITEM_ROLE), S("5"));
	check_str(worker_text(r, 1, ITEM_CASES), S("1"));
}

static void
what_a_program_does_in_every_record_is_told_once(struct arena *perm)
{
	check_told(S(BEGIN WORKER("<FTE/><OrgRole>1</OrgRole><Sex>F</Sex>") WORKER("<FTE> </FTE><OrgRole>2</OrgRole><Sex>F</Sex>")
		WORKER("<FTE></FTE>") END), true,
		"r:7:13: query D009: worker 1: FTE is there and empty, and so in 2 more records; leave the element out where there is "
		"nothing to say\n"
		"r:7:39: query D009: worker 1: Sex stands after OrgRole, and so in 1 more record; write it before OrgRole, as DfE's "
		"message has it\n");
}

static void
a_text_is_read_whole_however_it_is_written(struct arena *perm)
{
	struct reading *r = read_bytes(S(BEGIN WORKER("<QualInst>A &amp; B &#233; &lt;C&gt;</QualInst>")
		WORKER("<QualInst>One<!-- two --> and <![CDATA[<three>]]> and<?four?> five</QualInst>")
		WORKER("<QualInst>Le\r\nft\rright</QualInst>") WORKER("<QualInst>&amp;</QualInst>") END), perm);
	check_str(worker_text(r, 1, ITEM_INSTITUTION), S("A & B \u00e9 <C>"));
	check_str(worker_text(r, 2, ITEM_INSTITUTION), S("One and <three> and five"));
	check_str(worker_text(r, 3, ITEM_INSTITUTION), S("Le\nft\nright"));   /* XML 1.0, 2.11 */
	check_str(worker_text(r, 4, ITEM_INSTITUTION), S("&"));
}

static void
columns_count_characters_and_a_mark_is_none(struct arena *perm)
{
	struct reading *r = read_bytes(S("\xEF\xBB\xBF<Message><LALevel><OtherAllowances>\u00e9\U0001F642\t</OtherAllowances><Other/></LALevel></Message>"),
	                               perm);
	/* 9 + 9 characters, then 17 + 3 + 18 */
	check_int(r->ret.cell[ITEM_OTHER_ALLOWANCES].column, 19);
	check_str(told(r, perm), S("r: error D002: CSWWWorker is missing; export the file again, with it\n"
		"r: error D002: Header is missing; export the file again, with it\n"
		"r:1:57: query D009: Other is no item of the census here, and is not read; take it out\n"));
}

static void
a_namespace_is_told_once_and_read_through(struct arena *perm)
{
	static const char wants[] = "r:1:1: error D001: Message is in a namespace, and DfE's message is in none; export it without: "
		"no xmlns, and no prefixes\n";
	struct reading *r = read_bytes(S("<Message xmlns=\"urn:x\">\n" HEADER("2025") MODULE("LALevel") WORKER("<FTE>1</FTE>") END), perm);
	check_str(told(r, perm), str_of(wants));
	check_str(worker_text(r, 1, ITEM_FTE), S("1"));
	r = read_bytes(S("<c:Message>\n" HEADER("2025") MODULE("LALevel") WORKER("<c:FTE>1</c:FTE>") "</c:Message>\n"), perm);
	check_str(told(r, perm), str_of(wants));
	check_str(worker_text(r, 1, ITEM_FTE), S("1"));
	check_told(S("<Message xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n" HEADER("2025") MODULE("LALevel")
		WORKER("<FTE>1</FTE>") END), true,
		"r:1:1: query D009: Message has attributes, which are not read; write the element without them\n");
}

static void
parts_missing_twice_and_out_of_order_are_told(struct arena *perm)
{
	check_told(S("<Message/>"), true,
		"r: error D002: CSWWWorker is missing; export the file again, with it\n"
		"r: error D002: Header is missing; export the file again, with it\n"
		"r: error D002: LALevel is missing; export the file again, with it\n");
	struct reading *r = read_bytes(S("<Message>\n" WORKER("<FTE>1</FTE>") MODULE("LALevel") HEADER("2025") "<Header><Year>1</Year></Header>\n"
		MODULE("LALevelVacancies") "<Children/>\n and\n" END), perm);
	check(r->read);
	check_str(told(r, perm), S(
		"r:3:1: error D002: LALevel stands after what it should come before; write it before the workers\n"
		"r:4:1: error D002: Header stands after what it should come before; write it before the module and the workers\n"
		"r:8:1: error D002: Header is there a second time, and is not read; write one\n"
		"r:9:1: error D002: LALevelVacancies is there a second time, and is not read; write one\n"
		"r:10:1: query D009: Children is no part of the census message, and is not read; check which system wrote it, and take it out\n"
		"r:11:1: query D009: text stands between the elements, and is not read; look for an element that is not closed\n"));
	check_int(r->ret.year, 2025);
	check_int(r->ret.worker_count, 1);
}

static void
either_name_of_the_module_is_read_and_the_other_years_is_told(struct arena *perm)
{
	struct reading *r = read_bytes(S("<Message>\n" HEADER("2024") MODULE("LALevel") WORKER("<FTE>1</FTE>") END), perm);
	check_str(told(r, perm), S("r:6: error D002: LALevel is not what the census of 2024 calls it, as far as is known; "
		"write LALevelVacancies\n"));
	check_str(r->ret.cell[ITEM_VACANCIES].text, S("1"));
	check_told(S("<Message>\n" HEADER("2025") MODULE("LALevelVacancies") WORKER("<FTE>1</FTE>") END), true,
		"r:6: error D002: LALevelVacancies is not what the census of 2025 calls it, as far as is known; write LALevel\n");
	check_told(S("<Message>\n" HEADER("2017") MODULE("LALevelVacancies") WORKER("<FTE>1</FTE>") END), true, "");
}

static void
items_of_other_years_are_read_and_those_of_the_return_told(struct arena *perm)
{
	struct reading *r = read_bytes(S("<Message>\n" HEADER("2024")
		"<LALevelVacancies>\n<NumberOfVacancies>2</NumberOfVacancies>\n<CostDBS>1</CostDBS></LALevelVacancies>\n"
		WORKER("<GenderCurrent>2</GenderCurrent><CFKSSstatus>1</CFKSSstatus>") WORKER("<Sex>M</Sex><BaseSalary>3</BaseSalary>") END), perm);
	check_str(told(r, perm), S("r:8:1: query D009: CostDBS \"1\" is no item of the census of 2024; take it out\n"));
	check_int(worker_sex(&r->ret.workers[0]), 'F');
	check_int(worker_sex(&r->ret.workers[1]), 'M');
	check_str(worker_text(r, 2, ITEM_SALARY), S("3"));
}

static void
a_header_may_have_what_sister_collections_have(struct arena *perm)
{
	check_told(S("<Message>\n<Header>\n" DETAILS("CSWW", "2025") "<Source><SourceLevel>L</SourceLevel><LEA>335</LEA>"
		"<SoftwareCode>M</SoftwareCode><Release>1</Release><SerialNo>7</SerialNo></Source>\n"
		"<Content><CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content></Header>\n"
		MODULE("LALevel") WORKER("<FTE>1</FTE>") END), true,
		"r:5:1: query D009: Content is no element of the census's header, and is not read; take it out, unless DfE asks for it\n");
}

/* ---- what is no return ---------------------------------------------------------------------------- */

static void
another_collections_file_is_named(struct arena *perm)
{
	check_told(S("<Message>\n<Header>\n" DETAILS("CIN", "2024") SOURCE "</Header>\n<Children><Child/></Children>\n" END), false,
		"r:3:20: error D003: Collection \"CIN\" is a file of the children in need census, not of the social work workforce census; "
		"choose the file of the return\n");
	check_told(S("<Message>\n<Header>\n" DETAILS("SC1", "2024") SOURCE "</Header>\n<School/>\n" END), false,
		"r:3:20: error D003: Collection \"SC1\" is a file of the school census, not of the social work workforce census; "
		"choose the file of the return\n");
	check_told(S("<Message>\n<Header>\n" DETAILS("XYZ", "2024") SOURCE "</Header>\n" END), false,
		"r:3:20: error D003: Collection \"XYZ\" is another collection, not the social work workforce census; choose the file of the return\n");
	/* with workers in it, it is a return whose header is wrong: a rule tells that */
	check_told(S("<Message>\n<Header>\n" DETAILS("CSWWW", "2025") SOURCE "</Header>\n" MODULE("LALevel") WORKER("<FTE>1</FTE>") END), true, "");
}

static void
another_kind_of_file_is_named(struct arena *perm)
{
	check_told(S("\n <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), false,
		"r:2:2: error D001: the file is a workbook saved as XML; open it in a spreadsheet program and save it as .xlsx\n");
	check_told(S("<feed><entry/></feed>"), false,
		"r:1:1: error D001: the file is no census return: it is of <feed>, not of <Message>; choose the file of the return\n");
	check_told(S("<!DOCTYPE html><html></html>"), false,
		"r: error workbook-kind: the file is a web page, as some systems call a workbook; open it in a spreadsheet program and "
		"save it as .xlsx\n");
	check_told(S(""), false, "r: error empty: the file is empty; choose the file with the figures in it\n");
	check_told(S("{\"a\": 1}\n"), false, "r: error column: the file has no row of census columns; head the columns with names of items: "
		"SWENo, AgencyWorker, FTE, PersonBirthDate and on\n");
	check_told(((Str){ "<", CENSUS_FILE_MOST + 1 }), false,
		"r: error D001: the file is over 150 MB, more than every social worker in England takes; choose the file of one council's return\n");
}

static void
a_damaged_message_has_one_answer_and_a_place(struct arena *perm)
{
	check_told(S(BEGIN "<CSWWWorker><FTE>1</FT"), false,
		"r:7:19: error D001: the file is damaged: it ends before its last element is closed; export it or fetch it again: it was cut short\n");
	check_told(S(BEGIN "<CSWWWorker>\n<FTE>1</FTE>"), false,
		"r:8:13: error D001: the file is damaged: it ends before its last element is closed; export it or fetch it again: it was cut short\n");
	check_told(S(BEGIN "<CSWWWorker><FTE>1</CSWWWorker>" END), false,
		"r:7:21: error D001: the file is damaged: an element is closed that is not the one open; look at the lines above for an "
		"element that is not closed\n");
	check_told(S(BEGIN WORKER("<QualInst>A & B</QualInst>") END), false,
		"r:7:26: error D001: the file is damaged: it is not well-formed XML; look at this place; in a text & is written &amp; and < is "
		"written &lt;\n");
	check_told(S(BEGIN WORKER("<QualInst>&eacute;</QualInst>") END), false,
		"r:7:23: error D001: the file is damaged: it names an entity that XML does not have; write the letter itself, and & as &amp;\n");
	check_told(S(BEGIN WORKER("<QualInst>\u00e9\0</QualInst>") END), false,
		"r:7:24: error D001: the file holds a NUL byte, so it is no text; export it or fetch it again\n");
	check_told(S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" BEGIN WORKER("<QualInst>Caf\xE9 x</QualInst>") END), false,
		"r:7:26: error D001: the file is damaged: it has a byte that is none of the letters it says it is written in; export it as "
		"UTF-8: it says so, and was probably written as Windows-1252\n");
	check_told(S("<?xml version=\"1.0\" encoding=\"UTF-7\"?><Message/>"), false,
		"r:1:31: error D001: the file is damaged: it says that it is written in letters that are not read, or is not written so; export it as UTF-8\n");
	check_told(S(BEGIN END "<Message/>"), false,
		"r:8:1: error D001: the file is damaged: something follows the end of its outermost element; check whether two files were put together\n");
}

/* `count` times `piece`, with something before and after. */
static Str
repeated(const char *before, const char *piece, int count, const char *after, struct arena *perm)
{
	struct text out = text_new(perm);
	text_add(&out, str_of(before));
	for (int i = 0; i < count; i++)
		text_add(&out, str_of(piece));
	text_add(&out, str_of(after));
	return text_str(&out);
}

static void
a_document_type_stops_the_reading(struct arena *perm)
{
	static const char *const types[] = {
		"<!DOCTYPE Message [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><Message>&b;</Message>",
		"<!DOCTYPE Message SYSTEM \"http://127.0.0.1:9/x.dtd\"><Message/>",
		"<!DOCTYPE Message [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Message>&a;</Message>",
		"<!DOCTYPE Message [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><Message/>",
	};
	static const char wants[] = "error xml-doctype: the file has a document type declaration, and is not read; take the declaration "
		"out: DfE's message has none\n";
	for (ptrdiff_t i = 0; i < countof(types); i++) {
		struct reading *r = read_bytes(str_of(types[i]), perm);
		check(!r->read);
		check_str(told(r, perm), str_format(perm, "r:1:1: %s", wants));
		struct text wide = text_new(perm);
		text_add(&wide, S("\xFF\xFE"));
		for (ptrdiff_t k = 0; types[i][k]; k++)
			text_add(&wide, (Str){ (char[]){ types[i][k], 0 }, 2 });
		r = read_bytes(text_str(&wide), perm);
		check(!r->read && r->found.count == 1);
		check(str_equal(r->found.at[0].code, S("xml-doctype")));
	}
}

static void
a_message_that_would_do_harm_is_stopped(struct arena *perm)
{
	struct text wide = text_new(perm);
	text_add(&wide, S("<Message"));
	for (int i = 0; i < 1000; i++)
		text_format(&wide, " a%d=\"1\"", i);
	text_add(&wide, S("/>"));
	const struct { Str bytes; const char *wrong; } cases[] = {
		{ repeated("<Message>", "<x>", 1000000, "", perm), "more than 32 deep" },
		{ repeated(BEGIN "<CSWWWorker><FTE>", "0123456789", 5000000, "</FTE>", perm), "a text of more than 64,000 bytes" },
		{ repeated("<Message a=\"", "0123456789", 1000000, "\"/>", perm), "tag is over 256,000 bytes long" },
		{ text_str(&wide), "more than 64 attributes" },
		{ repeated("<Message>", "<a/>", 8000001, "", perm), "more than 8,000,000 elements" },
	};
	for (ptrdiff_t i = 0; i < countof(cases); i++) {
		struct arena here = *perm;
		struct reading *r = read_bytes(cases[i].bytes, &here);
		check(!r->read && r->found.count == 1);
		check_str(r->found.at[0].code, S("xml-limit"));
		check(str_find(r->found.at[0].wrong, str_of(cases[i].wrong)) > 0);
	}
	/* an include is an element like another */
	check_told(S("<Message xmlns:xi=\"http://www.w3.org/2001/XInclude\">\n" HEADER("2025") MODULE("LALevel") WORKER("<FTE>1</FTE>")
		"<xi:include href=\"file:///etc/passwd\" parse=\"text\"/></Message>"), true,
		"r:1:1: query D009: Message has attributes, which are not read; write the element without them\n"
		"r:8:1: error D001: include is in a namespace, and DfE's message is in none; export it without: no xmlns, and no prefixes\n"
		"r:8:1: query D009: include has attributes, which are not read; write the element without them\n"
		"r:8:1: query D009: include is no part of the census message, and is not read; check which system wrote it, and take it out\n");
}

static void
more_workers_than_england_has_are_not_read(struct arena *perm)
{
	Str bytes = repeated("<Message>", "<CSWWWorker/>", 200001, "</Message>", perm);
	struct reading *r = read_bytes(bytes, perm);
	check(!r->read);
	check_str(told(r, perm), S("r:1:2600010: error D002: the file has more than 200,000 workers; choose the file of one council's return\n"));
}

static void
a_thousand_elements_amiss_are_told_and_the_rest_counted(struct arena *perm)
{
	struct reading *r = read_bytes(repeated(BEGIN "<CSWWWorker>", "<Colour/>", 1500, "</CSWWWorker></Message>", perm), perm);
	check(r->read);
	check_int(r->found.count, 1001);
	check_str(finding_text(&r->found.at[0], perm), S("r: query D009: the file has 500 more elements that are amiss; mend those that are told, "
		"and check it again"));
}

static void
letters_are_read_as_the_message_declares_them(struct arena *perm)
{
	struct reading *r = read_bytes(S("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" BEGIN
		WORKER("<QualInst>Caf\xE9 \x80</QualInst>") END), perm);
	check_str(told(r, perm), S(""));
	check_str(worker_text(r, 1, ITEM_INSTITUTION), S("Caf\u00e9 \u20ac"));
	r = read_bytes(S("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" BEGIN WORKER("<QualInst>Caf\xE9</QualInst>") END), perm);
	check_str(worker_text(r, 1, ITEM_INSTITUTION), S("Caf\u00e9"));
	static const char message[] = BEGIN WORKER("<QualInst>Abc</QualInst><Foo/>") END;
	for (int big = 0; big < 2; big++) {
		struct text wide = text_new(perm);
		text_add(&wide, big ? S("\xFE\xFF") : S("\xFF\xFE"));
		for (ptrdiff_t k = 0; message[k]; k++)
			text_add(&wide, (Str){ big ? (char[]){ 0, message[k] } : (char[]){ message[k], 0 }, 2 });
		r = read_bytes(text_str(&wide), perm);
		check_str(worker_text(r, 1, ITEM_INSTITUTION), S("Abc"));
		check_str(told(r, perm), S("r: query utf-16: the file is written in UTF-16, which DfE's system may not take; export it as UTF-8\n"
			"r:7:37: query D009: worker 1: Foo is no item of the census here, and is not read; take it out\n"));
	}
}

static void
another_year_or_council_than_expected_is_told(struct arena *perm)
{
	struct reading *r = read_expecting(S(BEGIN WORKER("<FTE>1</FTE>") END), (struct census_expect){ 2024, S("336") }, perm);
	check(r->read);
	check_str(told(r, perm), S(
		"r:3:49: error D004: Year \"2025\" is another census year: the return of 2024 was expected; choose that year's file, or that year here\n"
		"r:4:37: error D007: LEA \"335\" is another council's number: a return of 336 was expected; choose that council's file\n"));
	r = read_expecting(S(BEGIN WORKER("<FTE>1</FTE>") END), (struct census_expect){ 2025, S("335") }, perm);
	check_str(told(r, perm), S(""));
}

/* A jump out of a full arena leaves nothing of Expat's behind: the sanitizers' leak checker looks. */
static void
a_full_arena_ends_the_reading_where_its_owner_is(struct arena *perm)
{
	Str bytes = repeated(BEGIN, WORKER("<FTE>&#48;.5</FTE>"), 2000, END, perm);
	char *room = new(perm, 3000000, char);
	volatile int jumps = 0;
	for (ptrdiff_t size = 200000; size < 3000000; size += 400000) {
		jmp_buf full;
		struct arena small = { .next = room, .end = room + size, .full = &full };
		if (setjmp(full) == 0) {
			struct findings found = findings_new(&small);
			struct census_return *ret = new(&small, 1, struct census_return);
			census_read(bytes, S("r"), &(struct census_expect){ 0 }, ret, &found, &small);
		} else
			jumps++;
	}
	check(jumps > 3);
}

/* ---- sheets --------------------------------------------------------------------------------------- */

static void
a_csv_file_is_read_by_its_headings(struct arena *perm)
{
	struct reading *r = read_bytes(S("Registration number;agency flag;FTE;Date of birth;Start date;Basic salary;census_year;LA code\r\n"
		"SW1;0;0.60;29/02/1980;2024-10-01 00:00:00;\u00a338,223.00;2025;335\r\n"
		"SW2;1;;1 March 1981;01/10/2024 00:00;38,000.50;2025;335\r\n"), perm);
	check(r->read);
	check_int(r->ret.form, FORM_SHEET);
	check_int(r->ret.worker_count, 2);
	check_int(r->ret.year, 2025);
	check_str(r->ret.cell[ITEM_LEA].text, S("335"));
	check_str(worker_text(r, 1, ITEM_SWE), S("SW1"));
	check_str(worker_text(r, 1, ITEM_FTE), S("0.60"));
	check_str(worker_text(r, 1, ITEM_BORN), S("1980-02-29"));
	check_str(worker_text(r, 1, ITEM_START), S("2024-10-01"));
	check_str(worker_text(r, 1, ITEM_SALARY), S("38223.00"));
	check_str(worker_text(r, 2, ITEM_BORN), S("1981-03-01"));
	check_str(worker_text(r, 2, ITEM_START), S("2024-10-01"));
	check_str(worker_text(r, 2, ITEM_SALARY), S("38000.50"));
	check_int(worker_fact(&r->ret.workers[1], ITEM_FTE).said, NOT_SAID);
	check_int(r->ret.workers[1].line, 3);
	check_int(worker_cell(&r->ret.workers[1], ITEM_START)->line, 3);
	check_int(worker_cell(&r->ret.workers[1], ITEM_START)->column, 5);
	check_str(told(r, perm), S("r:1: query column: there is no column of Sex, Ethnicity, QualLevel, StepUpGrad, OrgRole, StartOrigin, "
		"RoleEndDate, LeaverDestination, ReasonLeave, FTE30, Cases30, WorkingDaysLost, ContractWeeks, FrontlineGrad, Absat30Sept, "
		"ReasonAbsence, RRPayments, OtherPayments; add those that the return needs\n"));
	/* what every message has and no sheet */
	check_str(r->ret.cell[ITEM_COLLECTION].text, S("CSWW"));
	check_str(r->ret.cell[ITEM_SOURCE_LEVEL].text, S("L"));
	check_str(r->ret.cell[ITEM_REFERENCE_DATE].text, S("2025-09-30"));
}

#define ALL_BUT_SWE_FTE_YEAR_0 "r:1: query column: there is no column of AgencyWorker, PersonBirthDate, Ethnicity, QualLevel, StepUpGrad, " \
	"OrgRole, RoleStartDate, StartOrigin, RoleEndDate, LeaverDestination, ReasonLeave, FTE30, Cases30, WorkingDaysLost, " \
	"ContractWeeks, FrontlineGrad, Absat30Sept, ReasonAbsence; add those that the return needs\n"

static void
columns_unknown_twice_and_of_two_minds_are_told(struct arena *perm)
{
	check_told(S("SWENo,FTE,Frontlin Grad,fte,Shoe size,NumberOfVacancies\nSW1,1,,,9,12.5\nSW2,1,,,9,\nSW3,1,,,9,13\nSW4,1,,,9,14\n"), true,
		ALL_BUT_SWE_FTE_YEAR_0
		"r:1:3: query column: Frontlin Grad is no column of the census, and is not read; write FrontlineGrad, if that is meant\n"
		"r:1:4: error column: fte is a second column of FTE, and is not read; keep one of the two\n"
		"r:1:5: query column: Shoe size is no column of the census, and is not read; head it with an item's name, if it is one\n"
		"r:4:6: error column: NumberOfVacancies \"13\" is \"12.5\" on line 2, and belongs to the whole return; write the same on every row\n");
}

static void
headings_that_stand_again_are_no_worker(struct arena *perm)
{
	struct reading *r = read_bytes(S("SWENo,FTE\nSW1,1\nSWENo,FTE\nSW2,0.5\n"), perm);
	check_int(r->ret.worker_count, 2);
	check_str(worker_text(r, 2, ITEM_SWE), S("SW2"));
	check_str(told(r, perm), S(ALL_BUT_SWE_FTE_YEAR_0
		"r:3: query column: has headings again, and is not read as a worker; take the row out\n"));
}

static void
what_a_sheet_does_not_say_is_taken_from_what_is_expected(struct arena *perm)
{
	struct reading *r = read_expecting(S("SWENo,FTE\nSW1,1\n"), (struct census_expect){ 2023, S("335") }, perm);
	check_int(r->ret.year, 2023);
	check_str(r->ret.cell[ITEM_LEA].text, S("335"));
	check_int(r->ret.cell[ITEM_LEA].line, 0);
	check_str(r->ret.cell[ITEM_REFERENCE_DATE].text, S("2023-09-30"));
	r = read_expecting(S("SWENo,FTE,Year\nSW1,1,2024\n"), (struct census_expect){ 2023, S("") }, perm);
	check_int(r->ret.year, 2024);
	check_str(finding_text(&r->found.at[r->found.count - 1], perm), S("r:2:3: error D004: Year \"2024\" is another census year: the return of "
		"2023 was expected; choose that year's file, or that year here"));
}

static void
a_workbook_is_read_by_its_cells_with_the_return_on_another_sheet(struct arena *perm)
{
	/* 44927 is 1 January 2023: grid_test */
	struct reading *r = read_bytes(sheets_made(S("%sheet Return\nYear|#2025\nLEA|335\nFTE vacancies|#12.5\nwritten by|me\n"
		"%sheet People\nCensus of 2025\n\nSWENo|Agency|FTE|DOB|Role start|Notes\n"
		"SW1|?0|#0.59999999999999998|@44927|30/9/2024|\n"
		"%hide\nSW2|?1|!#REF!|=|45000|\n|||||just a note\n%sheet Lists\nA|B\n1|2\n"), perm), perm);
	check(r->read);
	check_int(r->ret.worker_count, 2);
	check_int(r->ret.year, 2025);
	check_str(r->ret.cell[ITEM_VACANCIES].text, S("12.5"));
	check_str(worker_text(r, 1, ITEM_AGENCY), S("0"));
	check_str(worker_text(r, 2, ITEM_AGENCY), S("1"));
	check_str(worker_text(r, 1, ITEM_FTE), S("0.6"));
	check_str(worker_text(r, 1, ITEM_BORN), S("2023-01-01"));
	check_str(worker_text(r, 1, ITEM_START), S("2024-09-30"));
	check_str(worker_text(r, 2, ITEM_START), S("45000"));
	check_int(r->ret.workers[0].line, 4);
	check_str(told(r, perm), S(
		"r: query sheet: Lists: is a sheet without names of census items, and is not read; put all workers on one sheet\n"
		"r:3: query column: People: there is no column of Sex, Ethnicity, QualLevel, StepUpGrad, OrgRole, StartOrigin, RoleEndDate, LeaverDestination, "
		"ReasonLeave, FTE30, Cases30, WorkingDaysLost, ContractWeeks, FrontlineGrad, Absat30Sept, ReasonAbsence, BaseSalary, RRPayments, "
		"OtherPayments; add those that the return needs\n"
		"r:3: query hidden: People: has 1 hidden row, read like the others; delete rows that are not meant\n"
		"r:3:6: query column: People!F3: Notes is no column of the census, and is not read; head it with an item's name, if it is one\n"
		"r:5:3: error cell: People!C5: FTE \"#REF!\" is an error of the spreadsheet; mend the formula, or write the value\n"
		"r:5:4: error cell: People!D5: PersonBirthDate is a formula that was saved without its value; open the workbook, let it reckon, and save it\n"));
}

/* ---- writing -------------------------------------------------------------------------------------- */

static void
a_message_is_written_in_exact_order(struct arena *perm)
{
	struct reading *r = read_bytes(S("<Message><LALevel><NoAgencyFTE>1.50</NoAgencyFTE><NumberOfVacancies>07</NumberOfVacancies></LALevel>"
		"<CSWWWorker><QualInst>x</QualInst><OrgRole>5</OrgRole><FTE>0.600</FTE><SWENo> sw012 </SWENo><RoleEndDate/>"
		"<ReasonAbsence>a&lt;b &amp; \"c\"</ReasonAbsence></CSWWWorker>"
		"<Header><Source><LEA>335</LEA></Source><CollectionDetails><Year>2025</Year></CollectionDetails></Header></Message>"), perm);
	check_str(census_write_xml(&r->ret, perm), S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n\t<Header>\n\t\t<CollectionDetails>\n"
		"\t\t\t<Year>2025</Year>\n\t\t</CollectionDetails>\n\t\t<Source>\n\t\t\t<LEA>335</LEA>\n\t\t</Source>\n\t</Header>\n"
		"\t<LALevel>\n\t\t<NumberOfVacancies>7</NumberOfVacancies>\n\t\t<NoAgencyFTE>1.5</NoAgencyFTE>\n"
		"\t\t<OtherAllowances></OtherAllowances>\n\t</LALevel>\n"
		"\t<CSWWWorker>\n\t\t<SWENo>SW012</SWENo>\n\t\t<FTE>0.6</FTE>\n\t\t<OrgRole>5</OrgRole>\n"
		"\t\t<ReasonAbsence>a&lt;b &amp; &quot;c&quot;</ReasonAbsence>\n\t</CSWWWorker>\n</Message>\n"));
	check_str(census_file_name(&r->ret, perm), S("CSWW_335_2025.xml"));
	struct census_return *nothing = new(perm, 1, struct census_return);
	check_str(census_file_name(nothing, perm), S("CSWW.xml"));
}

static void
a_sheet_is_written_with_a_workers_items_first_and_no_formula(struct arena *perm)
{
	struct reading *r = read_bytes(S("<Message>\n" HEADER("2024") MODULE("LALevelVacancies")
		WORKER("<AgencyWorker>0</AgencyWorker><SWENo>sw1</SWENo><QualInst>=1+1, \"x\"</QualInst>") WORKER("<QualInst>'=x</QualInst>") END), perm);
	Str csv = census_write_csv(&r->ret, perm);
	check_str(csv, S("\xEF\xBB\xBF" "AgencyWorker,SWENo,FTE,PersonBirthDate,Sex,Ethnicity,QualInst,QualLevel,StepUpGrad,OrgRole,RoleStartDate,"
		"StartOrigin,RoleEndDate,LeaverDestination,ReasonLeave,FTE30,Cases30,WorkingDaysLost,ContractWeeks,FrontlineGrad,Absat30Sept,"
		"ReasonAbsence,CFKSSstatus,Collection,Year,ReferenceDate,SourceLevel,LEA,SoftwareCode,Release,SerialNo,DateTime,"
		"NumberOfVacancies,NoAgencyFTE,NoAgencyHeadcount\r\n"
		"0,SW1,,,,,\"'=1+1, \"\"x\"\"\",,,,,,,,,,,,,,,,,CSWW,2024,2024-09-30,L,335,M,,,2025-10-20T09:30:00,1,,\r\n"
		",,,,,,''=x,,,,,,,,,,,,,,,,,CSWW,2024,2024-09-30,L,335,M,,,2025-10-20T09:30:00,1,,\r\n"));
	r = read_bytes(csv, perm);
	check_str(told(r, perm), S(""));
	check_str(worker_text(r, 1, ITEM_INSTITUTION), S("=1+1, \"x\""));
	check_str(worker_text(r, 2, ITEM_INSTITUTION), S("'=x"));
	check_str(r->ret.cell[ITEM_DATE_TIME].text, S("2025-10-20T09:30:00"));
}

/* What is written of a text: registration numbers in capitals, numbers without needless zeros. */
static bool
same_cell(enum item item, const struct cell_said *a, struct fact fa, const struct cell_said *b, struct fact fb)
{
	bool plain = item_rows[item].kind != KIND_SWE && item_rows[item].kind != KIND_NUMBER;
	return fa.said == fb.said && fa.value == fb.value && (!plain || str_equal(str_trim(a->text), str_trim(b->text)));
}

static bool
same_return(const struct census_return *a, const struct census_return *b)
{
	bool same = a->worker_count == b->worker_count && a->year == b->year;
	for (int i = 0; i < RETURN_ITEMS; i++)
		same = same && same_cell((enum item)i, &a->cell[i], a->fact[i], &b->cell[i], b->fact[i]);
	for (int n = 0; same && n < a->worker_count; n++)
		for (int i = 0; i < WORKER_ITEMS; i++)
			same = same && same_cell((enum item)(WORKER_FIRST + i), &a->workers[n].cell[i], a->workers[n].fact[i],
			                         &b->workers[n].cell[i], b->workers[n].fact[i]);
	return same;
}

static void
a_thousand_returns_by_the_dice_are_read_as_they_were_written(struct arena *perm)
{
	struct dice dice = { 2026 };
	for (int i = 0; i < 1000; i++) {
		struct arena here = *perm;
		struct census_return made;
		int year = 2017 + i % 9, workers = 1 + roll(&dice, 5);
		made_return(&made, &dice, year, workers, &here);
		struct reading *r = read_bytes(census_write_xml(&made, &here), &here);
		check(r->read);
		check_str(told(r, &here), S(""));
		check(same_return(&made, &r->ret));
		if (!same_return(&made, &r->ret))
			printf("return %d of %d\n%.*s\n", i, year, STR_ARG(census_write_xml(&made, &here)));
	}
}

/* A sheet fills the header, mends days and numbers, and leaves out who says nothing. */
static void
a_thousand_sheets_by_the_dice_keep_every_value(struct arena *perm)
{
	struct dice dice = { 7 };
	for (int i = 0; i < 1000; i++) {
		struct arena here = *perm;
		struct census_return made;
		made_return(&made, &dice, 2017 + i % 9, 1 + roll(&dice, 5), &here);
		for (int n = 0; n < made.worker_count; n++)
			made.workers[n].cell[ITEM_AGENCY - WORKER_FIRST].text = S("0");
		return_settle(&made);
		struct reading *r = read_bytes(census_write_csv(&made, &here), &here);
		check(r->read && r->ret.worker_count == made.worker_count && r->ret.year == made.year);
		for (int k = 0; k < RETURN_ITEMS; k++)
			check(made.fact[k].said != SAID || r->ret.fact[k].value == made.fact[k].value);
		for (int n = 0; n < made.worker_count && n < r->ret.worker_count; n++)
			for (int k = 0; k < WORKER_ITEMS; k++) {
				const struct worker *a = &made.workers[n], *b = &r->ret.workers[n];
				check(a->fact[k].said != SAID || (b->fact[k].said == SAID && b->fact[k].value == a->fact[k].value));
				check(a->fact[k].said != NOT_SAID || b->fact[k].said == NOT_SAID);
			}
	}
}

/* ---- findings ------------------------------------------------------------------------------------- */

static void
findings_stand_in_the_files_order_and_once(struct arena *perm)
{
	struct findings found = findings_new(perm);
	static const struct { int line, column; const char *code; } in[] = {
		{ 3, 1, "D072" }, { 3, 1, "D021" }, { 0, 0, "D015" }, { 2, 9, "D021" }, { 3, 1, "D072" }, { 10, 1, "D021" }, { 2, 10, "D020" },
	}, out[] = { { 0, 0, "D015" }, { 2, 9, "D021" }, { 2, 10, "D020" }, { 3, 1, "D021" }, { 3, 1, "D072" }, { 10, 1, "D021" } };
	for (ptrdiff_t i = 0; i < countof(in); i++)
		findings_add(&found, (struct finding){ .severity = MISTAKE, .code = str_of(in[i].code), .line = in[i].line, .column = in[i].column });
	census_order(&found);
	check_int(found.count, countof(out));
	check_int(found.mistakes, countof(out));
	for (ptrdiff_t i = 0; i < countof(out) && i < found.count; i++) {
		check_int(found.at[i].line, out[i].line);
		check_int(found.at[i].column, out[i].column);
		check_str(found.at[i].code, str_of(out[i].code));
	}
}

int
main(void)
{
	run(a_message_is_read_with_the_place_of_every_item);
	run(elements_amiss_are_told_where_they_stand_and_the_rest_is_read);
	run(what_a_program_does_in_every_record_is_told_once);
	run(a_text_is_read_whole_however_it_is_written);
	run(columns_count_characters_and_a_mark_is_none);
	run(a_namespace_is_told_once_and_read_through);
	run(parts_missing_twice_and_out_of_order_are_told);
	run(either_name_of_the_module_is_read_and_the_other_years_is_told);
	run(items_of_other_years_are_read_and_those_of_the_return_told);
	run(a_header_may_have_what_sister_collections_have);
	run(another_collections_file_is_named);
	run(another_kind_of_file_is_named);
	run(a_damaged_message_has_one_answer_and_a_place);
	run(a_document_type_stops_the_reading);
	run(a_message_that_would_do_harm_is_stopped);
	run(more_workers_than_england_has_are_not_read);
	run(a_thousand_elements_amiss_are_told_and_the_rest_counted);
	run(letters_are_read_as_the_message_declares_them);
	run(another_year_or_council_than_expected_is_told);
	run(a_full_arena_ends_the_reading_where_its_owner_is);
	run(a_csv_file_is_read_by_its_headings);
	run(columns_unknown_twice_and_of_two_minds_are_told);
	run(headings_that_stand_again_are_no_worker);
	run(what_a_sheet_does_not_say_is_taken_from_what_is_expected);
	run(a_workbook_is_read_by_its_cells_with_the_return_on_another_sheet);
	run(a_message_is_written_in_exact_order);
	run(a_sheet_is_written_with_a_workers_items_first_and_no_formula);
	run(a_thousand_returns_by_the_dice_are_read_as_they_were_written);
	run(a_thousand_sheets_by_the_dice_keep_every_value);
	run(findings_stand_in_the_files_order_and_once);
	return tests_end();
}
