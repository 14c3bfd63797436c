/* census_xml_fuzz.c: bytes as DfE's message. */
#include "census_fuzz.h"

/* Whatever the first bytes are, so that no time is spent on files of other kinds. */
static void
read_message(Str bytes, struct arena *perm)
{
	struct census_return ret = { .file = S("a.file") };
	struct findings found = findings_new(perm);
	bool read = census_read_xml(bytes, &ret, &found, perm);
	fuzz_findings(&found, *perm);
	must(read || found.mistakes == 1);
	fuzz_return(bytes, perm);
}

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count)
{
	return fuzz_in_arena(read_message, bytes, count);
}
