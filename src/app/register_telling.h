/* register_telling.h: changes of records told as rows of a table, as far as a viewer may know of
 * them. Private to app/.
 */
#ifndef APP_REGISTER_TELLING_H
#define APP_REGISTER_TELLING_H

#include "app/instant.h"
#include "app/register_parts.h"
#include "store/records.h"

enum { HISTORY_COLUMNS = 8 };
extern const struct column history_columns[HISTORY_COLUMNS];

struct telling {
	const struct shelf *shelf;
	const struct past *deed;
	const struct change *change;
	struct rows_made *rows;
	bool why;                    /* the reason may be read */
	bool erased;
};

/* One row for each field that became another, of those the viewer may read on both sides of the
 * change; nothing of a row out of sight. */
void history_tell(struct telling *in);
/* What a deed did, in words that follow its number: "changed" for "edit"; as it is when it has none. */
Str deed_words(Str what);
struct answer history_unreadable(const struct own *own, const struct error *err);

#endif
