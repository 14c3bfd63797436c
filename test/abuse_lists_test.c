/* abuse_lists_test.c: what a file can try that somebody trusted brings without knowing what is in it:
 * bombs, parts that climb out, workbooks that lie, CSV that is none. Abuse cases 13 to 16 of the threat
 * model, each through the form of an HR officer. After each nothing of it is in the records, in the
 * audit, in what is logged or on the disk; who was there can still be read; and everything verifies.
 */
#include "abuse.h"

#include "files/csv.h"
#include "files/grid.h"

#define HEADS "Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\n"
#define HEADS_ROW "Payroll|Surname|Forename|Post number|Job title|Team|FTE|Contract type|Start date\n"
#define ROW_TO_FTE "1|" ZQ "surname|" ZQ "forename|" ZQ "post|Social worker|" ZQ "team|"

/* The page of a list, once the thread that reads it is done. */
static struct reply
list_page(const struct scene *it, Str target, struct arena *perm)
{
	struct reply reply = { 0 };
	for (int i = 0; i < 500; i++) {
		struct arena before = *perm;
		reply = get_as(it->place.site, &it->hr, target, perm);
		if (reply.again_seconds == 0)
			return reply;
		*perm = before;
		usleep(20000);
	}
	check(false);
	return reply;
}

/* Staged, looked at, applied, put aside. Gives the page that says what is wrong. */
static void
try_file(const struct scene *it, const struct hostile *hostile, struct arena *perm)
{
	Str file = str_format(perm, ZQ "%s", hostile->name);
	struct reply reply = upload_as(it->place.site, &it->hr, "/authorities/walsall/loads",
		(struct upload){ "list=hr&on=2025-11-01", file, hostile->bytes }, perm);
	check_int(reply.status, 303);
	if (reply.status != 303)
		return;
	Str at = str_copy(reply.location, perm), mend = str_format(perm, "%.*s?how=mend", STR_ARG(at));
	reply = list_page(it, mend, perm);
	check_int(reply.status, 200);
	check(says_all(hostile, reply.body));
	check_int(list_page(it, at, perm).status, 200);
	reply = post_as(it->place.site, &it->hr, at, S("do=apply"), perm);
	if (reply.status != 409)
		printf("%s: applying it is answered %d\n", hostile->name, reply.status);
	check_int(reply.status, 409);
	check_int(list_page(it, at, perm).status, 200);
	check_int(post_as(it->place.site, &it->hr, at, S("do=reject"), perm).status, 303);
}

/* Whoever looks at a list or handles it is in the audit so, and nothing else is that came to nothing. */
#define LOOKS "SELECT count(*) FROM audit_entry WHERE action = 'read.lists'"
#define OTHERS "SELECT count(*) FROM audit_entry WHERE action <> 'read.lists'"

static void
attack(const struct scene *it, const struct hostile *hostile, struct arena scratch)
{
	struct arena *perm = &scratch;
	Str path = it->place.path;
	int64_t stamp = stamp_of(it), others = asked_of_store(path, OTHERS), looks = asked_of_store(path, LOOKS);
	struct quiet quiet = quiet_begin();
	try_file(it, hostile, perm);
	Str said = quiet_end(&quiet, perm);
	if (said.len)
		printf("%s: logged: %.*s\n", hostile->name, STR_ARG(said));
	check_int(said.len, 0);
	check_int(stamp_of(it), stamp);
	check(asked_of_store(path, LOOKS) >= looks + 6);         /* brought, three looks, applied, put aside */
	check_int(asked_of_store(path, OTHERS), others);
	check_int(asked_of_store(path, "SELECT count(*) FROM audit_entry AS e LEFT JOIN audit_payload AS p"
		" ON p.seq = e.seq WHERE e.object || e.actor || coalesce(p.payload, '') LIKE '%" ZQ "%'"), 0);
	check_int(asked_of_store(path, "SELECT (SELECT count(*) FROM person"
		" WHERE family_name || given_names LIKE '%" ZQ "%') + (SELECT count(*) FROM unit WHERE name LIKE '%" ZQ "%')"), 0);
	check_int(strange_files(it->place.folder) + strange_files(it->work), 0);
	check_canary(it, scratch);
	check_whole(it, scratch);
}

static void
attack_with(const struct hostile *hostile, ptrdiff_t count, struct arena *perm)
{
	struct scene it = scene_new(perm);
	check_canary(&it, *perm);
	for (ptrdiff_t i = 0; i < count; i++)
		attack(&it, &hostile[i], *perm);
	scene_end(&it, perm);
}

/* ---- 13: bombs --------------------------------------------------------------------------------------- */

static void
no_bomb_goes_off(struct arena *perm)
{
	struct made_part bomb = bomb_made(S("xl/worksheets/sheet1.xml"), ' ', 40000, perm), small = bomb;
	struct made_part part = { .name = S("xl/a.xml"), .bytes = S("<a/>") }, sized = part, local = part, shared = part,
		secret = part, huge = part;
	small.unpacked = 900000;
	sized.says_unpacked = 1000000;
	local.local_unpacked = 5;
	shared.lies_at = 2;
	secret.flags = 1;
	huge.says_unpacked = UINT32_MAX;
	Str inner = book_with(part, perm);
	const struct hostile cases[] = {
		{ "ten-megabytes.xlsx", book_made((struct made_book){ .more = { bomb }, .more_count = 1 }, perm),
			{ "unpacks to more than 100 times its size" } },
		{ "said-small.xlsx", book_made((struct made_book){ .more = { small }, .more_count = 1 }, perm),
			{ "cannot be unpacked" } },
		{ "many-bombs.xlsx", many_bombs(perm), { "unpacks to more than 64 MB" } },
		{ "many-parts.xlsx", many_parts(300, perm), { "parts" } },
		{ "most-parts.xlsx", many_parts(65535, perm), { "parts" } },
		{ "two-sizes.xlsx", book_with(sized, perm), { "described in two ways" } },
		{ "two-sizes-local.xlsx", book_with(local, perm), { "described in two ways" } },
		{ "shared-bytes.xlsx", book_with(shared, perm), { "described in two ways" } },
		{ "encrypted.xlsx", book_with(secret, perm), { "password" } },
		{ "zip64.xlsx", book_with(huge, perm), { "xlsx-limit" } },
		{ "nested.xlsx", book_with((struct made_part){ .name = S("xl/embeddings/" ZQ ".xlsx"), .bytes = inner }, perm),
			{ "file of files" } },
		{ "nested-image.xlsx", book_with((struct made_part){ .name = S("xl/media/a.png"), .bytes = inner }, perm),
			{ "file of files" } },
	};
	attack_with(cases, countof(cases), perm);
}

/* ---- 14: parts that are not of a workbook ------------------------------------------------------------- */

static void
no_part_becomes_a_file(struct arena *perm)
{
	static const Str names[] = { STR("../" ZQ), STR("../../" ZQ), STR("/dev/shm/" ZQ), STR("xl/../../" ZQ),
		STR("..\\" ZQ),
		STR("C:" ZQ), STR("xl/" ZQ "\0b"), STR("xl/" ZQ "\nb"), STR("xl/workbook.xml"), STR("XL/Workbook.xml"),
		STR("xl/vbaProject.bin") };
	struct hostile cases[countof(names) + 3];
	ptrdiff_t count = 0;
	for (; count < countof(names); count++)
		cases[count] = (struct hostile){ str_c(str_format(perm, "part-%td.xlsx", count), perm),
			book_with((struct made_part){ .name = names[count], .bytes = S(ZQ) }, perm),
			{ count < 8 ? "no workbook has" : count < 10 ? "stands twice" : "macros" } };
	cases[count++] = (struct hostile){ "link.xlsx", book_with((struct made_part){ .name = S("xl/" ZQ),
		.bytes = S("../" ZQ), .attributes = 0120777 }, perm), { "link" } };
	cases[count++] = (struct hostile){ "outside.xlsx", book_made((struct made_book){ .sheet = A_SHEET,
		.relations = MADE_TO("rId1", "worksheet", "../../../etc/passwd") }, perm), { "xlsx-part" } };
	cases[count++] = (struct hostile){ "far.xlsx", book_made((struct made_book){ .sheet = A_SHEET, .relations =
		"<Relationship Id=\"rId1\" Type=\"" MADE_RELATION "/worksheet\" Target=\"http://127.0.0.1:9/sheet.xml\" "
		"TargetMode=\"External\"/>" },
		perm), { "xlsx-part" } };
	attack_with(cases, count, perm);
}

/* ---- 15: workbooks that lie ---------------------------------------------------------------------------- */

static void
a_workbook_that_lies_is_told_cell_by_cell(struct arena *perm)
{
	const struct hostile cases[] = {
		{ "days.xlsx", sheets_made(S(HEADS_ROW ROW_TO_FTE "#1|Permanent|@0\n" ROW_TO_FTE "#1|Permanent|@60\n"
			ROW_TO_FTE "#1|Permanent|@-1\n" ROW_TO_FTE "#1|Permanent|@2958466\n"), perm),
			{ "I2", "I3", "I4", "I5" } },
		{ "no-value.xlsx", sheets_made(S(HEADS_ROW ROW_TO_FTE "=|Permanent|@44927\n" ROW_TO_FTE "!#REF!|Permanent|@44927\n"
			ROW_TO_FTE "1E5|Permanent|@44927\n"), perm), { "G2", "G3", "#REF!", "G4" } },
		{ "beyond.xlsx", book_made((struct made_book){ .sheet =
			"<sheetData><row r=\"1\"><c r=\"XFE1048577\"><v>1</v></c></row></sheetData>" }, perm),
			{ "XFE1048577" } },
		{ "no-text.xlsx", book_made((struct made_book){ .sheet = "<sheetData>"
			"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483648</v></c>"
			"<c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"99\"><v>1</v></c></row></sheetData>" }, perm),
			{ "A1", "B1", "C1" } },
		{ "hidden.xlsx", sheets_made(S("%hidden " ZQ "old\n" HEADS_ROW "%sheet Now\n" HEADS_ROW
			ROW_TO_FTE "!#N/A|Permanent|@44927\n"), perm),
			{ ZQ "old", "is a hidden sheet", "G2" } },
		{ "second.xlsx", sheets_made(S("%sheet Now\n" HEADS_ROW ROW_TO_FTE "#9|Permanent|@44927\n%sheet Other\n"
			"a|b|c\n1|2|!#N/A\n@0\n"), perm), { "Other!A3", "another sheet" } },
	};
	attack_with(cases, countof(cases), perm);
}

/* ---- 16: CSV ------------------------------------------------------------------------------------------- */

/* The end of a row that is right but for the text before it. */
#define THEN ",A,P,Social worker,T,1,Permanent,1/9/2020\n"
#define ROW_TO_DATE "1," ZQ "surname," ZQ "forename," ZQ "post,Social worker," ZQ "team,1,Permanent,"

static void
a_csv_file_that_is_none_is_told_by_line_and_column(struct arena *perm)
{
	const struct hostile cases[] = {
		{ "nul.csv", S(HEADS "1," ZQ "\0surname" THEN), { "NUL" } },
		{ "quote.csv", S(HEADS "1,\"" ZQ "surname" THEN ROW_TO_DATE "1/9/2020\n"),
			{ "quotes are not closed", "line 2" } },
		{ "after-quote.csv", S(HEADS "1,\"" ZQ "\"x" THEN), { "closing quotes", "line 2, column 2" } },
		{ "long.csv", over(HEADS "1," ZQ, 'a', CSV_FIELD_MOST, "" THEN, perm),
			{ "line 2, column 2" } },
		{ "wide.csv", over(HEADS ZQ, ',', 100000, "\n", perm), { "line 2" } },
		{ "utf-16.csv", S("\xFF\xFEN\0\x3D\xD8"), { "UTF-16" } },
		{ "windows.csv", S(HEADS "1," ZQ "M\xFCller,A,P,Social worker,T,9,Permanent,1/9/2020\n"),
			{ "Windows-1252", "G2" } },
		{ "bytes.csv", S(HEADS "1," ZQ "M\x81\u00f6,A,P,Social worker,T,1,Permanent,31/2/2020\n"), { "UTF-8" } },
		{ "twice.csv", S("Payroll,Surname,Surname,Forename,Post number,Job title,Team,FTE,FTE,Contract type,Start date\n"
			"1," ZQ "a," ZQ "b,A,P,Social worker,T,1,0.5,Permanent,31/2/2020\n"), { "is the heading of 2 columns", "K2" } },
		{ "ends.csv", S("Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date\r"
			"1," ZQ "a,A,P,Social worker,T,1,Permanent,1/9/2020\r\n2," ZQ "b,A,P2,Social worker,T,9,Permanent,1/9/2020\n"
			"\xEF\xBB\xBFPayroll,Surname\n"), { "G3" } },
	};
	attack_with(cases, countof(cases), perm);
}

int
main(void)
{
	run(no_bomb_goes_off);
	run(no_part_becomes_a_file);
	run(a_workbook_that_lies_is_told_cell_by_cell);
	run(a_csv_file_that_is_none_is_told_by_line_and_column);
	return tests_end();
}
