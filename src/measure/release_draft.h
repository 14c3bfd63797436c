/* release_draft.h: a release as a reader holds it, before it joins what is published.
 *
 * Both readers (the project's format and DfE's CSV) fill a draft and join it. A draft is sound: one
 * country; parents are areas of the draft; codes are unique, as are an authority's old codes; at
 * most AREAS_MOST areas and YEARS_MOST years.
 */
#ifndef MEASURE_RELEASE_DRAFT_H
#define MEASURE_RELEASE_DRAFT_H

#include "base/error.h"
#include "measure/published.h"

/* England has 152 authorities and has had 174; a release has covered nine years. Ten times and five
 * times as many keep the largest dense block under 20 MB, and any cell under a thousand million
 * keeps every sum and product of cells within 64 bits. */
enum {
	AREAS_MOST = 1000, YEARS_MOST = 50, NAME_BYTES_MOST = 120,
	FIRST_YEAR = 1990, LAST_YEAR = 2100
};
#define CELL_MOST ((int64_t)1000000000 * MICRO)

struct release_draft {
	struct release about;        /* first_year and last_year set; `cells` [area][year][measure] */
	struct area   *areas;        /* slugs need not be set; parents are indexes here */
	int            count;
};

/* Adds it to `p`, newest first. Areas that `p` has already are matched by code (authorities by
 * their three digits) and take their name, code and region from the release that ends later.
 * Fails only when RELEASES_MOST are there. */
bool release_join(struct published *p, const struct release_draft *draft, struct arena *perm,
                  struct error *err);

/* Whether a name is fit to print: not empty, at most NAME_BYTES_MOST, no control characters. */
bool name_fits(Str name);
/* Letters, digits and strokes as codes have them: "E06000001", "335", or two joined by " / ". */
bool ons_code_fits(Str code);
bool old_code_fits(Str code);

#endif
