/* census_csv_fuzz.c: bytes as a sheet of text. */
#include "census_fuzz.h"

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t count)
{
	return fuzz_in_arena(fuzz_return, bytes, count);
}
