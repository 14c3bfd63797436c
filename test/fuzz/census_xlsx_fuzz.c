/* census_xlsx_fuzz.c: bytes as a workbook; those that are no zip as the XML of its only sheet, which
 * changed bytes of a zip never reach. */
#include "census_fuzz.h"
#include "xlsx_maker.h"

static void
read_workbook(Str bytes, struct arena *perm)
{
	bool zip = str_begins(bytes, S("PK"));
	fuzz_return(zip ? bytes : book_made((struct made_book){ .sheet = str_c(bytes, perm) }, perm), perm);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count)
{
	return fuzz_in_arena(read_workbook, bytes, count);
}
