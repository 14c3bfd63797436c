/* census_fuzz_test.c: the seeds of the fuzz entries, through each of them. tools/fuzz.sh goes on from there.
 *
 *     census_fuzz_test seeds FOLDER
 *
 * makes the seeds. */
#include "check.h"
#include "census_maker.h"

#define LLVMFuzzerTestOneInput fuzz_xml
#include "fuzz/census_xml_fuzz.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_csv
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count);
#include "fuzz/census_csv_fuzz.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_xlsx
int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count);
#include "fuzz/census_xlsx_fuzz.c"

#include <dirent.h>

#include "files/file.h"

/* How many files of a folder went through. */
static int
run_seeds(const char *folder, int (*entry)(const unsigned char *bytes, size_t count), struct arena *perm)
{
	Str path = str_format(perm, SOURCE_ROOT "/test/data/census/%s", folder);
	DIR *open = opendir(str_c(path, perm));
	int count = 0;
	for (struct dirent *file; open && (file = readdir(open));) {
		struct arena here = *perm;
		struct error err = { "" };
		Str bytes;
		if (file->d_name[0] == '.')
			continue;
		check(file_read(str_format(&here, "%.*s/%s", STR_ARG(path), file->d_name), 10000000, &bytes, &here, &err));
		check_int(entry((const unsigned char *)bytes.at, (size_t)bytes.len), 0);
		count++;
	}
	if (open)
		closedir(open);
	return count;
}

static void
messages_keep_what_must_hold(struct arena *perm)
{
	check(run_seeds("xml", fuzz_xml, perm) >= 10);
	check(run_seeds("csv", fuzz_xml, perm) >= 5);
}

static void
sheets_of_text_keep_what_must_hold(struct arena *perm)
{
	check(run_seeds("csv", fuzz_csv, perm) >= 5);
}

static void
workbooks_keep_what_must_hold(struct arena *perm)
{
	check(run_seeds("xlsx", fuzz_xlsx, perm) >= 3);
	check(run_seeds("csv", fuzz_xlsx, perm) >= 5);
}

/* ---- seeds ---------------------------------------------------------------------------------------- */

static void
put(const char *folder, const char *name, Str bytes, struct arena *perm)
{
	struct error err = { "" };
	if (!file_write(str_format(perm, "%s/%s", folder, name), bytes, *perm, &err))
		printf("%s\n", err.text);
}

static void
make_returns(const char *folder, struct arena *perm)
{
	static const int years[] = { 2017, 2021, 2023, 2024, 2025 };
	struct dice dice = { 4 };
	for (ptrdiff_t i = 0; i < countof(years); i++) {
		struct census_return made;
		made_return(&made, &dice, years[i], 3, perm);
		put(folder, str_c(str_format(perm, "xml/made-%d.xml", years[i]), perm), census_write_xml(&made, perm), perm);
		put(folder, str_c(str_format(perm, "csv/made-%d.csv", years[i]), perm), census_write_csv(&made, perm), perm);
	}
}

#define HEADER "<Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year></CollectionDetails><Source><LEA>335</LEA>" \
	"</Source></Header>"
static const struct { const char *name, *bytes; } by_hand[] = {
	{ "xml/order.xml", "<Message><CSWWWorker><FTE>1</FTE><FTE>1</FTE><SWENo/><Sexx>F</Sexx><OrgRole a=\"1\">5</OrgRole></CSWWWorker>" HEADER
	  "<LALevelVacancies/><Header/></Message>" },
	{ "xml/text.xml", "<?xml version='1.0' encoding='windows-1252'?><Message>" HEADER "<LALevel><OtherAllowances>a<!-- b --><![CDATA[<c>]]>&#233;"
	  "&amp;\r\nd\xE9</OtherAllowances></LALevel><CSWWWorker><QualInst>x<y/></QualInst></CSWWWorker></Message>" },
	{ "xml/type.xml", "<!DOCTYPE Message [<!ENTITY a \"b\">]><Message>&a;</Message>" },
	{ "xml/space.xml", "<c:Message xmlns:c=\"urn:x\"><c:CSWWWorker><c:SWENo>SW1</c:SWENo></c:CSWWWorker></c:Message>" },
	{ "xml/other.xml", "<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children/></Message>" },
	{ "xml/cut.xml", "<Message>" HEADER "<CSWWWorker><FTE>0.5</FT" },
	{ "csv/heads.csv", "Census of 2025\nYear;2025\nLEA;335\n\nRegistration number;DOB;FTE;FTE;Shoes;Basic salary;FTE vacancies\n"
	  "sw1;29/02/1980;0,5;1;9;\"\u00a335,000.00\";12\nsw2;2 Mar 1981;\"1\n\";;;;13\n" },
	{ "csv/other.csv", "SWENo,FTE,Collection\n,,CIN\nFTE,SWENo,Collection\n" },
	{ "csv/windows.csv", "SWENo,QualInst,AgencyWorker\nSW1,Caf\xE9,0\n" },
	{ "xlsx/rows.xml", "<sheetData><row><c t=\"inlineStr\"><is><t>SWENo</t></is></c><c t=\"inlineStr\"><is><t>DOB</t></is></c>"
	  "<c t=\"inlineStr\"><is><t>LEA</t></is></c></row><row><c t=\"str\"><v>SW1</v></c><c s=\"1\"><v>29221</v></c><c><v>335</v></c></row>"
	  "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>" },
};

static int
make_seeds(const char *folder)
{
	struct arena perm = arena_reserve((ptrdiff_t)1 << 28);
	make_returns(folder, &perm);
	for (ptrdiff_t i = 0; i < countof(by_hand); i++)
		put(folder, by_hand[i].name, str_of(by_hand[i].bytes), &perm);
	put(folder, "xlsx/people.xlsx", sheets_made(S("%sheet Return\nYear|#2025\nLEA|335\n%sheet People\nSWENo|Agency|FTE|DOB\nSW1|?0|#0.6|@29221\n"), &perm), &perm);
	put(folder, "xlsx/odd.xlsx", sheets_made(S("SWENo|DOB|FTE|Year\nSW1|=|!#N/A|#2025\n%hide\nsw2|30/9/1980|^0.5|#2024\n%merge A2:A3\n"), &perm), &perm);
	return 0;
}

int
main(int count, char **arguments)
{
	if (count == 3 && strcmp(arguments[1], "seeds") == 0)
		return make_seeds(arguments[2]);
	run(messages_keep_what_must_hold);
	run(sheets_of_text_keep_what_must_hold);
	run(workbooks_keep_what_must_hold);
	return tests_end();
}
