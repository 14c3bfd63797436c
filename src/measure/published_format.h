/* published_format.h: what the writer and the reader of the project's own format share. */
#ifndef MEASURE_PUBLISHED_FORMAT_H
#define MEASURE_PUBLISHED_FORMAT_H

#include "measure/published.h"

#define RELEASE_FIRST_LINE    "mainstay release 1"
#define NEIGHBOURS_FIRST_LINE "mainstay neighbours 1"

enum { RELEASE_HEADER_FIELDS = 9, HEADER_BYTES_MOST = 480 };

/* The text fields of a release's header, in the order they stand. */
extern const Str release_header_keys[RELEASE_HEADER_FIELDS];
Str *release_header_field(struct release *r, int field);

extern const Str area_level_names[AUTHORITY + 1];

#endif
