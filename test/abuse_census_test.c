/* abuse_census_test.c: what a file can try that somebody brings to have their census return checked: entities,
 * files and addresses named in it, bombs, parts that climb out, workbooks that lie, CSV that is none, and
 * bodies without end. Abuse cases 10 to 17 of the threat model against /census/check. The answer is always
 * a page that says what is wrong; and of the file nothing stays.
 */
#include "abuse.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <time.h>

#include "files/csv.h"

enum { SECONDS_MOST = 5 };           /* of a build with sanitizers, on a machine with other work */

static double
seconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The page, and the same as CSV, as a program's JSON and as what will be published. */
static void
try_census(const struct scene *it, const struct hostile *hostile, struct arena scratch)
{
	static const char *const others[] = { "/census/check.csv", "/census/check.xlsx", "/census/measures" };
	Str file = str_format(&scratch, ZQ "%s", hostile->name);
	double began = seconds_now();
	struct reply reply = upload_as(it->place.site, &it->hr, "/census/check", (struct upload){ "", file, hostile->bytes },
	                               &scratch);
	double took = seconds_now() - began;
	if (took > SECONDS_MOST)
		printf("%s: took %.1f s\n", hostile->name, took);
	check(took <= SECONDS_MOST);
	check_int(reply.status, 200);
	check(says_all(hostile, reply.body));
	check(str_find(reply.body, S("root:")) < 0);
	for (int i = 0; i < countof(others); i++) {
		struct arena once = scratch;
		check_int(upload_as(it->place.site, &it->hr, others[i], (struct upload){ "", file, hostile->bytes }, &once).status, 200);
	}
}

static void
attack(const struct scene *it, const struct hostile *hostile, struct arena scratch)
{
	static const char *const all = "SELECT count(*) FROM audit_entry";
	int64_t stamp = stamp_of(it), entries = asked_of_store(it->place.path, all);
	struct quiet quiet = quiet_begin();
	try_census(it, hostile, scratch);
	Str said = quiet_end(&quiet, &scratch);
	if (said.len)
		printf("%s: logged: %.*s\n", hostile->name, STR_ARG(said));
	check_int(said.len, 0);
	check_int(stamp_of(it), stamp);
	check_int(asked_of_store(it->place.path, all), entries);
	check_int(strange_files(it->place.folder) + strange_files(it->work), 0);
	check_canary(it, scratch);
}

static void
attack_with(const struct hostile *hostile, ptrdiff_t count, struct arena *perm)
{
	struct scene it = scene_new(perm);
	check_canary(&it, *perm);
	for (ptrdiff_t i = 0; i < count; i++)
		attack(&it, &hostile[i], *perm);
	check_whole(&it, *perm);
	scene_end(&it, perm);
}

#define UNREAD "This cannot be read as a census return"
#define MESSAGE "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define WORKER "<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1</SWENo></CSWWWorker>"

/* A text many times, between two others. */
static Str
many(const char *begin, const char *part, int count, const char *end, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, str_of(begin));
	for (int i = 0; i < count; i++)
		text_add(&text, str_of(part));
	text_add(&text, str_of(end));
	return text_str(&text);
}

/* ---- 10: entities, depth, breadth ------------------------------------------------------------------ */

static Str
billion_laughs(struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S(MESSAGE "<!DOCTYPE Message [<!ENTITY a0 \"" ZQ "\">"));
	for (int i = 1; i <= 9; i++) {
		text_format(&text, "<!ENTITY a%d \"", i);
		for (int k = 0; k < 10; k++)
			text_format(&text, "&a%d;", i - 1);
		text_add(&text, S("\">"));
	}
	text_add(&text, S("]><Message>&a9;</Message>"));
	return text_str(&text);
}

static Str
quadratic(struct arena *perm)
{
	Str long_one = over(MESSAGE "<!DOCTYPE Message [<!ENTITY a \"", 'x', 100000, "\">]><Message>", perm);
	return many(str_c(long_one, perm), "&a;", 10000, "</Message>", perm);
}

static void
entities_depth_and_breadth_stop_the_reading(struct arena *perm)
{
	const struct hostile cases[] = {
		{ "laughs.xml", billion_laughs(perm), { UNREAD, "document type", "Line 2" } },
		{ "quadratic.xml", quadratic(perm), { UNREAD, "document type" } },
		{ "deep.xml", many(MESSAGE "<Message>", "<a>", 1000000, "", perm), { UNREAD } },
		{ "wide.xml", many(MESSAGE "<Message ", "a=\"1\" ", 1000000, "/>", perm), { UNREAD } },
		{ "named.xml", many(MESSAGE "<Message><", "abcdefghij", 1000000, "/></Message>", perm), { UNREAD } },
		{ "text.xml", over(MESSAGE "<Message><CSWWWorker><SWENo>", 'x', 20 << 20, "</SWENo></CSWWWorker></Message>", perm),
			{ UNREAD } },
		{ "entity.xml", S(MESSAGE "<Message>&nothing;</Message>"), { UNREAD } },
	};
	attack_with(cases, countof(cases), perm);
}

/* ---- 11 and 12: files and addresses ----------------------------------------------------------------- */

/* A port of this machine on which somebody listens, and whether anybody came. */
static int
listen_here(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	socklen_t size = sizeof at;
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	check(listener >= 0 && bind(listener, (struct sockaddr *)&at, size) == 0 && listen(listener, 4) == 0);
	check(getsockname(listener, (struct sockaddr *)&at, &size) == 0);
	*port = ntohs(at.sin_port);
	return listener;
}

static void
no_file_is_opened_and_no_address_is_called(struct arena *perm)
{
	int port, listener = listen_here(&port);
	const char *here = str_c(str_format(perm, "http://127.0.0.1:%d/x", port), perm);
	Str dtd = str_format(perm, MESSAGE "<!DOCTYPE Message SYSTEM \"%s.dtd\"><Message>" WORKER "</Message>", here);
	Str parameter = str_format(perm, MESSAGE "<!DOCTYPE Message [<!ENTITY %% p SYSTEM \"%s\">%%p;]><Message/>", here);
	Str schema = str_format(perm, MESSAGE "<Message xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
		"xsi:noNamespaceSchemaLocation=\"%s.xsd\">" WORKER "</Message>", here);
	Str style = str_format(perm, MESSAGE "<?xml-stylesheet type=\"text/xsl\" href=\"%s.xsl\"?><Message>" WORKER "</Message>", here);
	Str include = str_format(perm, MESSAGE "<Message xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%s\"/>"
		"<xi:include href=\"file:///etc/passwd\" parse=\"text\"/>" WORKER "</Message>", here);
	const struct hostile cases[] = {
		{ "passwd.xml", S(MESSAGE "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Message>&x;</Message>"),
			{ UNREAD, "document type" } },
		{ "parameter.xml", parameter, { UNREAD, "document type" } },
		{ "dtd.xml", dtd, { UNREAD, "document type" } },
		{ "schema.xml", schema, { "not ready to send" } },
		{ "style.xml", style, { "not ready to send" } },
		{ "include.xml", include, { "not ready to send" } },
		{ "utf-16.xml", S("\xFF\xFE<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0x\0"), { UNREAD } },
		{ "utf-7.xml", S("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-!DOCTYPE x+AD4-<Message/>"), { UNREAD } },
	};
	attack_with(cases, countof(cases), perm);
	check_int(accept(listener, NULL, NULL), -1);             /* nobody came */
	close(listener);
}

/* ---- 13 to 15: workbooks ------------------------------------------------------------------------------ */

static void
no_bomb_goes_off(struct arena *perm)
{
	struct made_part bomb = bomb_made(S("xl/worksheets/sheet1.xml"), ' ', 40000, perm), small = bomb;
	struct made_part part = { .name = S("xl/a.xml"), .bytes = S("<a/>") }, sized = part, shared = part, secret = part;
	small.unpacked = 900000;
	sized.says_unpacked = 1000000;
	shared.lies_at = 2;
	secret.flags = 1;
	const struct hostile cases[] = {
		{ "ten-megabytes.xlsx", book_made((struct made_book){ .more = { bomb }, .more_count = 1 }, perm),
			{ UNREAD, "npacks to more than 100 times its size" } },
		{ "said-small.xlsx", book_made((struct made_book){ .more = { small }, .more_count = 1 }, perm),
			{ UNREAD, "annot be unpacked" } },
		{ "many-bombs.xlsx", many_bombs(perm), { UNREAD, "npacks to more than 64 MB" } },
		{ "most-parts.xlsx", many_parts(65535, perm), { UNREAD, "parts" } },
		{ "two-sizes.xlsx", book_with(sized, perm), { UNREAD, "described in two ways" } },
		{ "shared-bytes.xlsx", book_with(shared, perm), { UNREAD, "described in two ways" } },
		{ "encrypted.xlsx", book_with(secret, perm), { UNREAD, "password" } },
	};
	attack_with(cases, countof(cases), perm);
}

static void
no_part_becomes_a_file(struct arena *perm)
{
	static const Str names[] = { STR("../" ZQ), STR("/dev/shm/" ZQ), STR("..\\" ZQ), STR("xl/" ZQ "\0b"),
		STR("xl/workbook.xml"), STR("xl/vbaProject.bin") };
	struct hostile cases[countof(names) + 2];
	ptrdiff_t count = 0;
	for (; count < countof(names); count++)
		cases[count] = (struct hostile){ str_c(str_format(perm, "part-%td.xlsx", count), perm),
			book_with((struct made_part){ .name = names[count], .bytes = S(ZQ) }, perm), { UNREAD } };
	cases[count++] = (struct hostile){ "link.xlsx", book_with((struct made_part){ .name = S("xl/" ZQ),
		.bytes = S("../" ZQ), .attributes = 0120777 }, perm), { UNREAD, "link" } };
	cases[count++] = (struct hostile){ "far.xlsx", book_made((struct made_book){ .sheet = A_SHEET, .relations =
		"<Relationship Id=\"rId1\" Type=\"" MADE_RELATION "/worksheet\" Target=\"http://127.0.0.1:9/sheet.xml\" "
		"TargetMode=\"External\"/>" }, perm), { UNREAD } };
	attack_with(cases, count, perm);
}

#define SHEET_HEADS "Year|LEA|AgencyWorker|SWENo|FTE|PersonBirthDate\n"

static void
a_workbook_that_lies_is_told_cell_by_cell(struct arena *perm)
{
	const struct hostile cases[] = {
		{ "days.xlsx", sheets_made(S(SHEET_HEADS "2025|335|0|SW1|#1|@0\n2025|335|0|SW2|#1|@60\n2025|335|0|SW3|#1|@2958466\n"),
			perm), { "not ready to send", "SW1", "SW3", "PersonBirthDate" } },
		{ "no-value.xlsx", sheets_made(S(SHEET_HEADS "2025|335|0|SW1|=|@44927\n2025|335|0|SW2|!#REF!|@44927\n"
			"2025|335|0|SW3|1E5|@44927\n"), perm), { "not ready to send", "SW2", "1E5" } },
		{ "beyond.xlsx", book_made((struct made_book){ .sheet =
			"<sheetData><row r=\"1\"><c r=\"XFE1048577\"><v>1</v></c></row></sheetData>" }, perm), { UNREAD } },
		{ "no-text.xlsx", book_made((struct made_book){ .sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483648</v>"
			"</c><c r=\"B1\" t=\"s\"><v>0</v></c></row></sheetData>" }, perm), { UNREAD } },
		{ "formula.xlsx", sheets_made(S(SHEET_HEADS "2025|335|0|=cmd,'/c calc'!A1|#1|@30000\n"), perm),
			{ "not ready to send" } },
	};
	attack_with(cases, countof(cases), perm);
}

/* ---- 16: CSV ------------------------------------------------------------------------------------------- */

#define HEADS "Year,LEA,AgencyWorker,SWENo,FTE\n"

static void
a_csv_file_that_is_none_is_told_by_line_and_column(struct arena *perm)
{
	const struct hostile cases[] = {
		{ "nul.csv", S(HEADS "2025,335,0,SW" ZQ "\0x,1\n"), { "NUL" } },
		{ "quote.csv", S(HEADS "2025,335,0,\"SW1,1\n2025,335,0,SW2,1\n"), { "quotes are not closed", "Line 2" } },
		{ "long.csv", over(HEADS "2025,335,0," ZQ, 'a', CSV_FIELD_MOST, "\n", perm), { "Line 2, column 4" } },
		{ "columns.csv", over(HEADS ZQ, ',', 100000, "\n", perm), { "Line 2" } },
		{ "utf-16.csv", S("\xFF\xFEN\0\x3D\xD8"), { UNREAD, "UTF-16" } },
		{ "bytes.csv", S(HEADS "2025,335,0,SW\x81\u00f6,1\n"), { "UTF-8" } },
		{ "empty.csv", S(""), { UNREAD } },
		{ "junk.bin", over("\x7f" "ELF", '\1', 5000, "", perm), { UNREAD } },
		{ "another.csv", S("Payroll,Surname\n1," ZQ "\n"), { UNREAD } },
	};
	attack_with(cases, countof(cases), perm);
}

/* ---- 17: bodies without end ------------------------------------------------------------------------------ */

static int
status_of_body(const struct scene *it, const char *lines, Str body, struct arena scratch)
{
	Str all = str_format(&scratch, ASKING_HOST "%s%s", it->hr.cookie, lines);
	return ask_site(it->place.site, (struct asked_for){ "POST", "/census/check", str_c(all, &scratch), body, WALLS_NOW },
	                &scratch).status;
}

#define IN_PARTS(edge) "Content-Type: multipart/form-data; boundary=" edge "\n"

static void
what_is_too_large_is_refused_before_it_is_read(struct arena *perm)
{
	struct scene it = scene_new(perm);
	Str parts = many("", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", 100000, "--x--\r\n", perm);
	Str named = over("--x\r\nContent-Disposition: form-data; name=\"", 'a', 1 << 20, "\"\r\n\r\n1\r\n--x--\r\n", perm);
	Str edge = over(IN_PARTS(""), 'e', 5000, "\nContent-Length: 4\n", perm);
	const char *length = str_c(str_format(perm, IN_PARTS("x") "Content-Length: %td\n", parts.len), perm);
	check_int(status_of_body(&it, IN_PARTS("x") "Content-Length: 10737418240\n", S(""), *perm), 413);
	check_int(status_of_body(&it, IN_PARTS("x") "Content-Length: 33554433\n", S(""), *perm), 413);
	check_int(status_of_body(&it, IN_PARTS("x") "Transfer-Encoding: chunked\n", S(""), *perm), 411);
	check_int(status_of_body(&it, length, parts, *perm), 400);
	length = str_c(str_format(perm, IN_PARTS("x") "Content-Length: %td\n", named.len), perm);
	check_int(status_of_body(&it, length, named, *perm), 400);
	check_int(status_of_body(&it, "Content-Type: multipart/form-data\nContent-Length: 4\n", S("--x\n"), *perm), 400);
	check_int(status_of_body(&it, str_c(edge, perm), S("--e\n"), *perm), 400);
	check_int(strange_files(it.place.folder) + strange_files(it.work), 0);
	check_canary(&it, *perm);
	scene_end(&it, perm);
}

/* ---- who may ----------------------------------------------------------------------------------------------- */

static void
nobody_checks_a_file_without_an_account(struct arena *perm)
{
	struct scene it = scene_new(perm);
	struct visitor nobody = { .token = (Str){ it.place.site->token, TOKEN_LEN }, .cookie = "" };
	struct visitor without = signed_in_with(it.place.path, NULL, 0, perm), forged = without;
	struct upload upload = { "", S("a.xml"), S(MESSAGE "<Message>" WORKER "</Message>") };
	forged.token = S("00000000000000000000000000000000");
	check_int(upload_as(it.place.site, &nobody, "/census/check", upload, perm).status, 303);         /* to sign in */
	check_int(upload_as(it.place.site, &nobody, "/census/check.csv", upload, perm).status, 401);
	check_int(upload_as(it.place.site, &forged, "/census/check", upload, perm).status, 403);
	struct reply reply = upload_as(it.place.site, &without, "/census/check", upload, perm);
	check_int(reply.status, 200);
	check(str_find(reply.body, S("not ready to send")) > 0);
	check(str_find(reply.body, S("Nothing is stored.")) > 0);
	struct reply page = get_as(it.place.site, NULL, S("/census/check"), perm);
	check_int(page.status, 200);
	check(str_find(page.body, S("type=\"file\"")) < 0);
	scene_end(&it, perm);
}

/* ---- what a form is answered ---------------------------------------------------------------------------------- */

static void
a_form_is_answered_as_a_page_as_csv_as_a_spreadsheet_and_as_json(struct arena *perm)
{
	struct scene it = scene_new(perm);
	struct upload upload = { "", S("a.xml"), S(MESSAGE "<Message><Header/><LALevel/>" WORKER "</Message>") };
	struct reply csv = upload_as(it.place.site, &it.hr, "/census/check.csv", upload, perm);
	check_int(csv.status, 200);
	check_str(csv.type, S("text/csv; charset=utf-8"));
	check(str_begins(csv.body, S("\xef\xbb\xbfseverity,code,file,line,column,record,field,message\r\n")));
	check(str_find(csv.body, S("error,D030,a.xml,2,")) > 0 || str_find(csv.body, S("error,")) > 0);
	struct reply book = upload_as(it.place.site, &it.hr, "/census/check.xlsx", upload, perm);
	check_int(book.status, 200);
	check(str_begins(book.body, S("PK")));
	struct reply json = upload_as(it.place.site, &it.hr, "/census/check.json", upload, perm);
	check_int(json.status, 400);             /* "refused": what was sent has mistakes */
	check(str_find(json.body, S("\"outcome\": \"refused\"")) > 0);
	check(str_find(json.body, S("{\"severity\": \"error\", \"code\": \"D")) > 0);
	struct reply page = upload_as(it.place.site, &it.hr, "/census/check", upload, perm);
	check(str_find(page.body, S("href=\"#error-D")) > 0);
	check(str_find(page.body, S("formaction=\"/census/check.xlsx\"")) > 0);
	check(str_find(page.body, S("Take this page away")) < 0);
	struct upload none = { "", S(""), S("") };
	struct reply wrong = upload_as(it.place.site, &it.hr, "/census/check", none, perm);
	check_int(wrong.status, 400);
	check(str_find(wrong.body, S("Choose the file of the return")) > 0);
	scene_end(&it, perm);
}

int
main(void)
{
	run(entities_depth_and_breadth_stop_the_reading);
	run(no_file_is_opened_and_no_address_is_called);
	run(no_bomb_goes_off);
	run(no_part_becomes_a_file);
	run(a_workbook_that_lies_is_told_cell_by_cell);
	run(a_csv_file_that_is_none_is_told_by_line_and_column);
	run(what_is_too_large_is_refused_before_it_is_read);
	run(nobody_checks_a_file_without_an_account);
	run(a_form_is_answered_as_a_page_as_csv_as_a_spreadsheet_and_as_json);
	return tests_end();
}
