/* embedded.c: finding an embedded file by name. */
#include "base/embedded.h"

Str
embedded_file(Str name)
{
	for (int i = 0; i < embedded_count; i++)
		if (str_equal(str_of(embedded_files[i].name), name))
			return (Str){ embedded_files[i].begin, embedded_files[i].end - embedded_files[i].begin };
	return (Str){ 0 };
}
